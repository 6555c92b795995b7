/* same.c: identity and comparability of types. */
#include "compiler/types/types.h"

typedef struct Pair { Type *x, *y; const struct Pair *up; } Pair;      /* interfaces being compared: the only way identity can recur */

static bool same(Type *x, Type *y, bool tags, const Pair *up);

static bool same_objs(const ObjVec *x, const ObjVec *y, bool tags, const Pair *up)
{
	if (x->n != y->n)
		return false;
	vec_each(x, i)
		if (!same(x->v[i]->type, y->v[i]->type, tags, up))
			return false;
	return true;
}

static bool same_types(const TypeVec *x, const TypeVec *y, bool tags, const Pair *up)
{
	if (x->n != y->n)
		return false;
	vec_each(x, i)
		if (!same(x->v[i], y->v[i], tags, up))
			return false;
	return true;
}

static bool same_struct(Type *x, Type *y, bool tags, const Pair *up)
{
	if (x->u.st.fields.n != y->u.st.fields.n)
		return false;
	vec_each(&x->u.st.fields, i) {
		Field *f = &x->u.st.fields.v[i], *g = &y->u.st.fields.v[i];
		if (f->embedded != g->embedded || !same_name(f->name, f->pkg, g->name, g->pkg))
			return false;
		if (tags && strcmp(f->tag ? f->tag : "", g->tag ? g->tag : ""))
			return false;
		if (!same(f->type, g->type, tags, up))
			return false;
	}
	return true;
}

/* Generic signatures are compared with y's type parameters replaced by x's. */
static bool same_func(Type *x, Type *y, bool tags, const Pair *up)
{
	const TypeVec *xp = &x->u.fn.tparams, *yp = &y->u.fn.tparams;
	if (xp->n != yp->n || x->u.fn.variadic != y->u.fn.variadic || x->u.fn.params.n != y->u.fn.params.n || x->u.fn.results.n != y->u.fn.results.n)
		return false;
	if (!xp->n)
		return same_objs(&x->u.fn.params, &y->u.fn.params, tags, up) && same_objs(&x->u.fn.results, &y->u.fn.results, tags, up);
	vec_each(xp, i) {
		Type *xb = xp->v[i]->u.tparam.bound, *yb = yp->v[i]->u.tparam.bound;
		if (xb && yb && !same(xb, type_subst(yb, yp, xp), tags, up))
			return false;
	}
	vec_each(&x->u.fn.params, i)
		if (!same(x->u.fn.params.v[i]->type, type_subst(y->u.fn.params.v[i]->type, yp, xp), tags, up))
			return false;
	vec_each(&x->u.fn.results, i)
		if (!same(x->u.fn.results.v[i]->type, type_subst(y->u.fn.results.v[i]->type, yp, xp), tags, up))
			return false;
	return true;
}

static bool same_iface(Type *x, Type *y, bool tags, const Pair *up)
{
	TypeSet *a = iface_set(x), *b = iface_set(y);
	if (a->comparable != b->comparable || a->methods.n != b->methods.n || !typeset_same_terms(a, b))
		return false;
	for (const Pair *p = up; p; p = p->up)
		if ((p->x == x && p->y == y) || (p->x == y && p->y == x))
			return true;
	Pair here = { x, y, up };
	vec_each(&a->methods, i) {
		Method *m = &a->methods.v[i], *n = &b->methods.v[i];
		if (!same_name(m->name, m->pkg, n->name, n->pkg) || !same(m->type, n->type, tags, &here))
			return false;
	}
	return true;
}

static bool same_union(Type *x, Type *y)
{
	Type *ix = type_new(K_INTERFACE), *iy = type_new(K_INTERFACE);
	vec_push(&ix->u.iface.embeds, x);
	vec_push(&iy->u.iface.embeds, y);
	ix->u.iface.complete = iy->u.iface.complete = true;
	return typeset_same_terms(iface_set(ix), iface_set(iy));
}

static bool same(Type *x, Type *y, bool tags, const Pair *up)
{
	if (x == y)
		return true;
	if (!x || !y)
		return false;
	x = type_unalias(x);
	y = type_unalias(y);
	if (x == y)
		return true;
	if (x->kind != y->kind)
		return false;
	if (tags && x->canon_of && y->canon_of && !up)
		return x->canon_of == y->canon_of;
	switch ((Kind)x->kind) {
	case K_ARRAY:
		return (x->u.array.len < 0 || y->u.array.len < 0 || x->u.array.len == y->u.array.len) && same(x->u.array.elem, y->u.array.elem, tags, up);
	case K_SLICE:
	case K_POINTER: return same(x->u.pointer.elem, y->u.pointer.elem, tags, up);
	case K_MAP: return same(x->u.map.key, y->u.map.key, tags, up) && same(x->u.map.elem, y->u.map.elem, tags, up);
	case K_CHAN: return x->u.chan.dir == y->u.chan.dir && same(x->u.chan.elem, y->u.chan.elem, tags, up);
	case K_STRUCT: return same_struct(x, y, tags, up);
	case K_FUNC: return same_func(x, y, tags, up);
	case K_INTERFACE: return same_iface(x, y, tags, up);
	case K_TUPLE: return same_types(&x->u.tuple.types, &y->u.tuple.types, tags, up);
	case K_UNION: return same_union(x, y);
	case K_NAMED:
		return x->u.named.orig == y->u.named.orig && same_types(&x->u.named.targs, &y->u.named.targs, true, NULL) &&
			same_types(&x->u.named.outer_args, &y->u.named.outer_args, true, NULL);
	case K_TYPEPARAM:
	case K_ALIAS: return false;     /* an alias not resolved yet */
	default: return true;   /* basic types of one kind: byte and uint8, rune and int32 */
	}
}

bool type_same(Type *a, Type *b) { return same(a, b, true, NULL); }
bool type_same_ignore_tags(Type *a, Type *b) { return same(a, b, false, NULL); }

/* ---- comparability ------------------------------------------------------------------------------------------------------------ */

static bool comparable(Type *t, bool dynamic, int depth, const char **why);

static bool set_comparable(TypeSet *s, int depth)
{
	if (s->all_types)
		return s->comparable;
	if (!s->terms.n)
		return false;
	vec_each(&s->terms, i)
		if (!comparable(s->terms.v[i].type, false, depth + 1, NULL))
			return false;
	return true;
}

static Map *asked;      /* structs below the one asked about that are found comparable, or being looked at: each is entered once */

static bool comparable(Type *t, bool dynamic, int depth, const char **why)
{
	Type *u = type_under(t);
	if (depth > 2 && u->kind == K_STRUCT) {
		if (!asked)
			asked = NEW(Map);
		if (map_has(asked, MAP_KEY(u)))
			return true;
		map_set(asked, MAP_KEY(u), u);
	}
	switch ((Kind)u->kind) {
	case K_UNTYPED_NIL:
	case K_SLICE:
	case K_MAP:
	case K_FUNC:
	case K_TUPLE:
	case K_UNION:
		return false;
	case K_STRUCT:
		vec_each(&u->u.st.fields, i)
			if (!comparable(u->u.st.fields.v[i].type, dynamic, depth + 1, NULL)) {
				if (why)
					*why = str_fmt("struct containing %s cannot be compared", type_str(u->u.st.fields.v[i].type));
				return false;
			}
		return true;
	case K_ARRAY:
		if (comparable(u->u.array.elem, dynamic, depth + 1, NULL))
			return true;
		if (why)
			*why = str_fmt("%s cannot be compared", type_str(t));
		return false;
	case K_INTERFACE: {
		TypeSet *s = iface_set(u);
		if ((dynamic && !type_is_tparam(t)) || set_comparable(s, depth))
			return true;
		if (why)
			*why = typeset_is_empty(s) ? "empty type set" : "incomparable types in type set";
		return false;
	}
	default:
		return true;
	}
}

bool type_comparable(Type *t, const char **why)
{
	if (why)
		*why = NULL;
	asked = NULL;
	return comparable(t, true, 0, why);
}

bool type_strictly_comparable(Type *t)
{
	asked = NULL;
	return comparable(t, false, 0, NULL);
}
