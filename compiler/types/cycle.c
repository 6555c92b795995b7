/* cycle.c: cycles through declarations.
 *
 * Not every cycle is an error: a type may mention itself behind a pointer, a function may refer to a variable whose initializer calls
 * it (initialization order decides that later). Errors are: aliases and types that are nothing but one another, values that need
 * themselves, types used while incomplete, and types that contain themselves. */
#include "compiler/types/check.h"

int ck_first_in_src(Obj **cycle, int n)
{
	int first = 0;
	for (int i = 1; i < n; i++)
		if (cycle[i]->pos < cycle[first]->pos)
			first = i;
	return first;
}

/* Object of a named type; instances have their own, at the place where they are written. */
static Obj *named_obj(Type *t)
{
	if (!t->u.named.targs.n)
		return t->u.named.obj;
	Obj *o = map_get(&ck.inst_objs, MAP_KEY(t));
	if (!o) {
		uintptr_t pos = (uintptr_t)map_get(&ck.inst_pos, MAP_KEY(t));
		o = obj_new(O_TYPE, sym(type_str(t)), pos ? (Pos)pos : t->u.named.obj->pos, t, t->u.named.obj->pkg);
		map_set(&ck.inst_objs, MAP_KEY(t), o);
	}
	return o;
}

static const char *cycle_name(Obj *o) { return o->name->s; }

void ck_cycle_error(Obj **cycle, int n, int start)
{
	Obj *o = cycle[start];
	bool is_type = o->kind == O_TYPE;
	if (is_type && o->type && o->type->kind == K_ALIAS)
		o->type->u.alias.actual = t_invalid;
	if (n == 1) {
		ck_err(o->pos, is_type ? "invalid recursive type: %s refers to itself" : "invalid cycle in declaration: %s refers to itself", cycle_name(o));
		return;
	}
	Buf b = { 0 };
	buf_fmt(&b, is_type ? "invalid recursive type %s" : "invalid cycle in declaration of %s", cycle_name(o));
	Obj *at = o;
	for (int i = 0; i < n; i++) {
		Obj *next = cycle[(start + i + 1) % n];
		buf_fmt(&b, "\n\t%s: %s refers to %s", pos_str(at->pos), cycle_name(at), cycle_name(next));
		at = next;
	}
	ck_err(o->pos, "%s", b.s);
	buf_free(&b);
}

static int path_index(Obj *o)
{
	for (int i = ck.path.n - 1; i >= 0; i--)
		if (ck.path.v[i] == o)
			return i;
	return -1;
}

/* o is grey: is meeting it again fine? Reports otherwise. */
bool ck_valid_cycle(Obj *o)
{
	int start = path_index(o);
	if (start < 0)
		return true;
	Obj **cycle = ck.path.v + start;
	int n = ck.path.n - start, nval = 0, ndef = 0;
	for (int i = 0; i < n; i++) {
		Obj *c = cycle[i];
		if (c->kind == O_CONST || c->kind == O_VAR)
			nval++;
		else if (c->kind == O_TYPE) {
			if (ck.env.in_tparams && c->type && type_is_generic(c->type))
				return true;    /* through a type parameter list */
			if (!c->u.tn.is_alias)
				ndef++;
		}
	}
	/* only values: initialization order looks at it; through a definition: its size decides */
	if (nval == n || (nval == 0 && ndef > 0))
		return true;
	ck_cycle_error(cycle, n, ck_first_in_src(cycle, n));
	return false;
}

/* False after reporting that t is still being declared. */
bool ck_is_complete(Type *t)
{
	while (t && (t->kind == K_ALIAS || t->kind == K_NAMED)) {
		Obj *o = t->kind == K_ALIAS ? t->u.alias.obj : t->u.named.obj;
		if (t->kind == K_NAMED && t->u.named.targs.n)
			o = map_get(&ck.inst_objs, MAP_KEY(t));
		if (o && o->color == COLOR_GREY) {
			int i = path_index(o);
			if (i >= 0) {
				ck_cycle_error(ck.path.v + i, ck.path.n - i, ck_first_in_src(ck.path.v + i, ck.path.n - i));
				return false;
			}
		}
		Type *next = t->kind == K_ALIAS ? t->u.alias.actual : t->u.named.rhs;
		if (next == t)
			break;
		t = next;
	}
	return true;
}

/* ---- type A B; type B A ------------------------------------------------------------------------------------------------------- */

static void direct_cycle(Obj *tname, Map *index)
{
	ObjVec path = { 0 };
	for (;;) {
		intptr_t i = (intptr_t)map_get(index, MAP_KEY(tname));  /* position + 1 in path; -1: done */
		if (i < 0)
			break;
		if (i > 0) {
			tname->type = t_invalid;
			Obj **cycle = path.v + (i - 1);
			int n = path.n - (int)(i - 1);
			ck_cycle_error(cycle, n, ck_first_in_src(cycle, n));
			break;
		}
		vec_push(&path, tname);
		map_set(index, MAP_KEY(tname), (void *)(intptr_t)path.n);
		Node *rhs = tname->info ? tname->info->tdecl->u.tdecl.type : NULL;
		if (!rhs || rhs->kind != N_NAME)
			break;
		Obj *next = scope_find(ck.pkg->scope, rhs->u.name.sym);
		if (!next || next->kind != O_TYPE || !next->info)
			break;
		tname = next;
	}
	for (int i = 0; i < path.n; i++)
		map_set(index, MAP_KEY(path.v[i]), (void *)(intptr_t)-1);
}

void ck_direct_cycles(void)
{
	Map index = { 0 };
	for (int i = 0; i < ck.objs.n; i++)
		if (ck.objs.v[i]->kind == O_TYPE)
			direct_cycle(ck.objs.v[i], &index);
}

/* ---- types that contain themselves --------------------------------------------------------------------------------------------------- */

/* nest: the types around, innermost last, as far as type arguments are concerned; path: all of them, for the message. */
typedef struct Nest { Type **v; int n; } Nest;
static bool contained(Type *t, TypeVec *nest, TypeVec *path);

static bool report_contained(Type *t, TypeVec *path)
{
	Type *orig = t->u.named.orig;
	orig->u.named.rhs = orig->u.named.under = t_invalid;
	t->u.named.rhs = t->u.named.under = t_invalid;
	for (int s = 0; s < path->n; s++)
		if (type_same(path->v[s], t)) {
			ObjVec cycle = { 0 };
			for (int i = s; i < path->n; i++)
				vec_push(&cycle, named_obj(path->v[i]));
			ck_cycle_error(cycle.v, cycle.n, 0);
			break;
		}
	return false;
}

static bool named_contained(Type *t, TypeVec *nest, TypeVec *path)
{
	Type *orig = t->u.named.orig;
	Obj *o = t->u.named.obj;
	bool plain = !t->u.named.targs.n;
	if ((plain && (o->pkg != ck.pkg || map_has(&ck.valid, MAP_KEY(t)))) || ck_invalid(t))
		return true;
	for (int i = 0; i < nest->n; i++)
		if (nest->v[i] == t || (!plain && type_same(nest->v[i], t)))
			return report_contained(t, path);
	Type *rhs = orig->u.named.rhs;
	if (!rhs)
		return true;
	vec_push(nest, t);
	vec_push(path, t);
	bool ok = contained(rhs, nest, path);
	nest->n--;
	path->n--;
	if (ok && plain && !orig->u.named.tparams.n)
		map_set(&ck.valid, MAP_KEY(t), t);
	return ok;
}

/* A type parameter stands for the argument of the innermost instance around, seen from outside that instance. */
static bool tparam_contained(Type *t, TypeVec *nest, TypeVec *path)
{
	if (!nest->n)
		return true;
	Type *inst = nest->v[nest->n - 1];
	TypeVec *tparams = &inst->u.named.orig->u.named.tparams, *targs = &inst->u.named.targs;
	for (int i = 0; i < tparams->n && i < targs->n; i++)
		if (tparams->v[i] == t) {
			nest->n--;
			bool ok = contained(targs->v[i], nest, path);
			nest->v[nest->n++] = inst;
			return ok;
		}
	return true;
}

static bool contained(Type *t, TypeVec *nest, TypeVec *path)
{
	t = type_unalias(t);
	switch (t->kind) {
	case K_ARRAY:
		return contained(t->u.array.elem, nest, path);
	case K_STRUCT:
		for (int i = 0; i < t->u.st.fields.n; i++)
			if (t->u.st.fields.v[i].type->kind >= K_ARRAY && !contained(t->u.st.fields.v[i].type, nest, path))
				return false;
		return true;
	case K_UNION:
		for (int i = 0; i < t->u.uni.terms.n; i++)
			if (!contained(t->u.uni.terms.v[i].type, nest, path))
				return false;
		return true;
	case K_INTERFACE:
		for (int i = 0; i < t->u.iface.embeds.n; i++)
			if (!contained(t->u.iface.embeds.v[i], nest, path))
				return false;
		return true;
	case K_NAMED:
		return named_contained(t, nest, path);
	case K_TYPEPARAM:
		return tparam_contained(t, nest, path);
	}
	return true;
}

void ck_valid_type(Type *named)
{
	TypeVec nest = { 0 }, path = { 0 };
	contained(named, &nest, &path);
}

/* Does the size depend on type parameters? A type inside its own size is a cycle. */
bool ck_var_size(Type *t)
{
	t = type_unalias(t);
	switch (t->kind) {
	case K_NAMED: {
		Obj *o = named_obj(t);
		int i = o->color == COLOR_GREY ? path_index(o) : -1;
		if (i >= 0) {
			ck_cycle_error(ck.path.v + i, ck.path.n - i, ck_first_in_src(ck.path.v + i, ck.path.n - i));
			return true;
		}
		ck_push(o);
		(void)type_under(t);
		bool v = t->u.named.rhs ? ck_var_size(t->u.named.rhs) : ck_var_size(type_under(t));
		ck_pop();
		return v;
	}
	case K_ARRAY:
		return ck_var_size(t->u.array.elem);
	case K_STRUCT:
		for (int i = 0; i < t->u.st.fields.n; i++)
			if (ck_var_size(t->u.st.fields.v[i].type))
				return true;
		return false;
	case K_TYPEPARAM:
		return true;
	}
	return false;
}
