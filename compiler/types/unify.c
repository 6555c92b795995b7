/* unify.c: makes two types equal by choosing types for type parameters.
 *
 * Identity with holes: the walk follows same.c, but a bound type parameter takes the type it meets. Inexact unification looks through one name,
 * ignores channel directions and lets interfaces match what implements them, because the values are assigned, not compared, afterwards. */
#include "compiler/types/unify.h"

#define DEPTH_MAX 100

typedef struct Pair { Type *x, *y; const struct Pair *up; } Pair;

static bool nify(Unifier *u, Type *x, Type *y, int mode, const Pair *p);

void unifier_init(Unifier *u, const TypeVec *tparams, const TypeVec *targs)
{
	int n = tparams->n;
	*u = (Unifier){ .tparams = tparams, .via_ifaces = version_ok("go1.21") };
	u->handle = arena_array(&build_arena, int, n + 1);
	u->slot = arena_array(&build_arena, Type *, n + 1);
	for (int i = 0; i < n; i++) {
		u->handle[i] = i;
		u->slot[i] = targs && i < targs->n ? targs->v[i] : NULL;
	}
}

static int bound_index(Unifier *u, Type *x)
{
	x = type_unalias(x);
	if (x->kind != K_TYPEPARAM)
		return -1;
	vec_each(u->tparams, i)
		if (u->tparams->v[i] == x)
			return i;
	return -1;
}

Type *unifier_at(Unifier *u, Type *tparam) { return u->slot[u->handle[bound_index(u, tparam)]]; }
void unifier_set(Unifier *u, Type *tparam, Type *t) { u->slot[u->handle[bound_index(u, tparam)]] = t; }

int unifier_unknowns(Unifier *u)
{
	int n = 0;
	vec_each(u->tparams, i)
		n += !u->slot[u->handle[i]];
	return n;
}

TypeVec unifier_inferred(Unifier *u)
{
	TypeVec v = { 0 };
	vec_each(u->tparams, i)
		vec_push(&v, u->slot[u->handle[i]]);
	return v;
}

static void set_handle(Unifier *u, int i, int h)
{
	int old = u->handle[i];
	vec_each(u->tparams, k)
		if (u->handle[k] == old)
			u->handle[k] = h;
}

static bool join(Unifier *u, int x, int y)
{
	int hx = u->handle[x], hy = u->handle[y];
	if (hx == hy)
		return true;
	if (u->slot[hx] && u->slot[hy])
		return false;
	if (u->slot[hx])
		set_handle(u, y, hx);
	else
		set_handle(u, x, hy);
	return true;
}

static bool is_defined(Type *t) { return type_unalias(t)->kind == K_NAMED; }

static bool is_literal(Type *t)
{
	t = type_unalias(t);
	return t->kind != K_NAMED && t->kind != K_TYPEPARAM;
}

static Type *plain_iface(Type *t)
{
	Type *p = type_unalias(t);
	if (p->kind == K_TYPEPARAM)
		return NULL;
	Type *u = type_under(p);
	return u->kind == K_INTERFACE ? u : NULL;
}

static bool nify_objs(Unifier *u, const ObjVec *x, const ObjVec *y, int mode, const Pair *p)
{
	if (x->n != y->n)
		return false;
	vec_each(x, i)
		if (!nify(u, x->v[i]->type, y->v[i]->type, mode, p))
			return false;
	return true;
}

/* Type parameter px already stands for x, which unified with y: may y take its place? */
static bool choose(Unifier *u, int px, Type *x, Type *y, int mode)
{
	Type *xi = plain_iface(x), *yi = plain_iface(y);
	bool xn = is_defined(x), yn = is_defined(y);
	if (xi && yi) {
		if (xn && yn)
			return type_same(x, y);
		if (iface_set(xi)->methods.n != iface_set(yi)->methods.n)
			return false;
	} else if (xi || yi) {
		return false;   /* either could be meant */
	}
	if (mode & UNIFY_EXACT || xn)
		return true;
	Type *yu = type_under(y);
	if (yn || (yu->kind == K_CHAN && yu->u.chan.dir != DIR_BOTH))
		u->slot[u->handle[px]] = y;
	return true;
}

static bool seen_pair(const Pair *p, Type *x, Type *y)
{
	for (; p; p = p->up)
		if ((p->x == x && p->y == y) || (p->x == y && p->y == x))
			return true;
	return false;
}

/* The smaller method set must be part of the larger. */
static bool nify_ifaces(Unifier *u, Type *x, Type *y, bool equal_size, const Pair *p)
{
	TypeSet *a = iface_set(x), *b = iface_set(y);
	if (a->comparable != b->comparable || !typeset_same_terms(a, b) || (equal_size && a->methods.n != b->methods.n))
		return false;
	if (seen_pair(p, x, y))
		return true;
	Pair here = { x, y, p };
	if (a->methods.n > b->methods.n) {
		TypeSet *t = a;
		a = b;
		b = t;
	}
	vec_each(&a->methods, i) {
		Method *m = &a->methods.v[i], *n = typeset_method(b, m->pkg, m->name, NULL, false);
		if (!n || !nify(u, m->type, n->type, UNIFY_EXACT, &here))
			return false;
	}
	return true;
}

static bool nify_implements(Unifier *u, Type *iface, Type *t, const Pair *p)
{
	TypeSet *s = iface_set(iface);
	vec_each(&s->methods, i) {
		Method *m = &s->methods.v[i];
		Obj *o = lookup_field_or_method(t, false, m->pkg, m->name, NULL, NULL, NULL, NULL);
		if (!o || o->kind != O_FUNC)
			return false;
		if (types_resolve)
			types_resolve(o);
		if (!o->type || o->type->u.fn.tparams.n || !nify(u, m->type, o->type, UNIFY_EXACT, p))
			return false;
	}
	return true;
}

static bool nify_struct(Unifier *u, Type *x, Type *y, int mode, const Pair *p)
{
	if (x->u.st.fields.n != y->u.st.fields.n)
		return false;
	vec_each(&x->u.st.fields, i) {
		Field *f = &x->u.st.fields.v[i], *g = &y->u.st.fields.v[i];
		if (f->embedded != g->embedded || strcmp(f->tag ? f->tag : "", g->tag ? g->tag : "") ||
		    !same_name(f->name, f->pkg, g->name, g->pkg) || !nify(u, f->type, g->type, mode, p))
			return false;
	}
	return true;
}

static bool nify_named(Unifier *u, Type *x, Type *y, int mode, const Pair *p)
{
	const TypeVec *xa = &x->u.named.targs, *ya = &y->u.named.targs;
	if (xa->n != ya->n)
		return false;
	vec_each(xa, i)
		if (!nify(u, xa->v[i], ya->v[i], mode, p))
			return false;
	return x->u.named.orig == y->u.named.orig;
}

static bool nify_structure(Unifier *u, Type *x, Type *y, Type *y_named, int mode, const Pair *p)
{
	int emode = mode & UNIFY_ASSIGN ? mode | UNIFY_EXACT : mode;
	if (x->kind == K_TYPEPARAM) {
		/* not ours: its core type says what the argument looks like */
		Type *core = type_common_under(x, NULL);
		return core && nify(u, core, y_named, UNIFY_ASSIGN, p);
	}
	if (x->kind != y->kind)
		return false;
	switch ((Kind)x->kind) {
	case K_ARRAY:
		return (x->u.array.len < 0 || y->u.array.len < 0 || x->u.array.len == y->u.array.len) && nify(u, x->u.array.elem, y->u.array.elem, emode, p);
	case K_SLICE:
	case K_POINTER: return nify(u, x->u.pointer.elem, y->u.pointer.elem, emode, p);
	case K_MAP: return nify(u, x->u.map.key, y->u.map.key, emode, p) && nify(u, x->u.map.elem, y->u.map.elem, emode, p);
	case K_CHAN: return (!(mode & UNIFY_EXACT) || x->u.chan.dir == y->u.chan.dir) && nify(u, x->u.chan.elem, y->u.chan.elem, emode, p);
	case K_STRUCT: return nify_struct(u, x, y, emode, p);
	case K_FUNC:
		return x->u.fn.variadic == y->u.fn.variadic && nify_objs(u, &x->u.fn.params, &y->u.fn.params, emode, p) &&
			nify_objs(u, &x->u.fn.results, &y->u.fn.results, emode, p);
	case K_INTERFACE: return nify_ifaces(u, x, y, true, p);
	case K_NAMED: return nify_named(u, x, y, mode, p);
	case K_TUPLE:
		if (x->u.tuple.types.n != y->u.tuple.types.n)
			return false;
		vec_each(&x->u.tuple.types, i)
			if (!nify(u, x->u.tuple.types.v[i], y->u.tuple.types.v[i], mode, p))
				return false;
		return true;
	case K_UNION: return type_same(x, y);
	default: return true;   /* basic types of one kind */
	}
}

static bool nify_any(Unifier *u, Type *x, Type *y, int mode, const Pair *p)
{
	/* a defined type, if any, goes to y; one of our parameters, if any, to x */
	if (is_defined(x) || bound_index(u, y) >= 0) {
		Type *t = x;
		x = y;
		y = t;
	}
	if (!(mode & UNIFY_EXACT) && is_defined(y) && is_literal(x) && !(u->via_ifaces && type_is_interface(x))) {
		y = type_under(y);
		if (x == y || type_unalias(x) == type_unalias(y))
			return true;
	}
	int px = bound_index(u, x), py = bound_index(u, y);
	if (px >= 0 && py >= 0)
		return join(u, px, py) || nify(u, u->slot[u->handle[px]], u->slot[u->handle[py]], mode, p);
	if (px >= 0) {
		Type *have = u->slot[u->handle[px]];
		if (have)
			return nify(u, have, y, mode, p) && choose(u, px, have, y, mode);
		u->slot[u->handle[px]] = y;
		return true;
	}
	if (u->via_ifaces && !(mode & UNIFY_EXACT)) {
		Type *xi = plain_iface(x), *yi = plain_iface(y);
		if (xi && yi)
			return nify_ifaces(u, xi, yi, false, p);
		if (xi || yi)
			return nify_implements(u, xi ? xi : yi, xi ? y : x, p);
	}
	if (type_is_tparam(y)) {
		Type *t = x;
		x = y;
		y = t;
	}
	return nify_structure(u, type_unalias(x), type_unalias(y), y, mode, p);
}

static bool nify(Unifier *u, Type *x, Type *y, int mode, const Pair *p)
{
	if (!x || !y)
		return false;
	if (x == y || type_unalias(x) == type_unalias(y))
		return true;
	if (u->depth >= DEPTH_MAX)
		return false;
	u->depth++;
	bool ok = nify_any(u, x, y, mode, p);
	u->depth--;
	return ok;
}

bool unifier_unify(Unifier *u, Type *x, Type *y, int mode) { return nify(u, x, y, mode, NULL); }

bool unify(Type *x, Type *y, const TypeVec *tparams, Type **inferred, bool exact)
{
	Unifier u;
	TypeVec known = { 0 };
	vec_each(tparams, i)
		vec_push(&known, inferred[i]);
	unifier_init(&u, tparams, &known);
	bool ok = unifier_unify(&u, x, y, exact ? UNIFY_EXACT : 0);
	vec_each(tparams, i)
		inferred[i] = u.slot[u.handle[i]];
	return ok;
}
