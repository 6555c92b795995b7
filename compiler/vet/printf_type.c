/* printf_type.c: does a type suit a verb? Lists, maps and structs are printed element by element and suit when their elements do;
 * what may turn itself into text suits every verb for text. */
#include "compiler/vet/printf.h"

static Obj *method_named(Type *t, const char *name)
{
	bool indirect, ambiguous;
	int *path, npath;
	Obj *o = lookup_field_or_method(t, false, NULL, sym(name), &path, &npath, &indirect, &ambiguous);
	return o && o->kind == O_FUNC ? o : NULL;
}

bool is_formatter(Type *t)
{
	if (!t)
		return true;
	if (vet_under_is(t, K_INTERFACE) && type_unalias(t)->kind != K_TYPEPARAM)
		return true;
	Obj *f = method_named(t, "Format");
	if (!f || !f->type || f->type->kind != K_FUNC)
		return false;
	ObjVec *p = &f->type->u.fn.params;
	return p->n == 2 && !f->type->u.fn.results.n && vet_type_is(p->v[0]->type, "fmt", "State") && type_same(p->v[1]->type, t_rune);
}

static bool becomes_string(Type *t)
{
	if (type_unalias(t)->kind == K_UNTYPED_NIL)
		return false;
	if (type_convertible(t, t_error, NULL))
		return true;
	Obj *f = method_named(t, "String");
	return f && f->type && f->type->kind == K_FUNC && !f->type->u.fn.params.n && f->type->u.fn.results.n == 1 &&
	       type_same(f->type->u.fn.results.v[0]->type, t_basic[K_STRING]);
}

typedef struct Match { int accepts; Map seen; const char *reason; } Match;

static bool match(Match *m, Type *t, bool top);

static bool match_tparam(Match *m, Type *t, bool top)
{
	if (map_has(&m->seen, MAP_KEY(t)))
		return true;
	map_set(&m->seen, MAP_KEY(t), t);
	VetTerms terms = vet_terms(t);
	bool say = m->seen.n == 1;
	vec_each(&terms.v, i) {
		if (match(m, terms.v.v[i].type, top))
			continue;
		if (say)
			m->reason = str_fmt("contains %s%s", terms.v.v[i].tilde ? "~" : "", type_str_full(terms.v.v[i].type));
		return false;
	}
	return terms.v.n > 0;
}

static bool match_pointer(Match *m, Type *elem, bool top)
{
	if (type_unalias(elem)->kind == K_INVALID || m->accepts == ARG_POINTER || type_unalias(elem)->kind == K_TYPEPARAM)
		return true;
	Type *u = type_under(elem);
	if (u->kind != K_STRUCT && u->kind != K_ARRAY && u->kind != K_SLICE && u->kind != K_MAP)
		return (m->accepts & ARG_POINTER) != 0;
	return top && match(m, u, false);
}

static bool match_struct(Match *m, Type *u)
{
	vec_each(&u->u.st.fields, i) {
		Field *f = &u->u.st.fields.v[i];
		if (!match(m, f->type, false))
			return false;
		if (m->accepts & ARG_STRING && !name_exported(f->name) && becomes_string(f->type))
			return false;   /* fmt cannot call methods of unexported fields */
	}
	return true;
}

static bool is_byte(Type *t) { return type_under(t)->kind == K_UINT8; }

static bool match_under(Match *m, Type *u, bool top)
{
	int a = m->accepts;
	switch ((Kind)u->kind) {
	case K_FUNC: return a == ARG_POINTER;
	case K_MAP: return a == ARG_POINTER || (match(m, u->u.map.key, false) && match(m, u->u.map.elem, false));
	case K_CHAN: return (a & ARG_POINTER) != 0;
	case K_ARRAY: return (is_byte(u->u.array.elem) && a & ARG_STRING) || match(m, u->u.array.elem, false);
	case K_SLICE: return (is_byte(u->u.slice.elem) && a & ARG_STRING) || a == ARG_POINTER || match(m, u->u.slice.elem, false);
	case K_POINTER: return match_pointer(m, u->u.pointer.elem, top);
	case K_STRUCT: return match_struct(m, u);
	case K_INTERFACE: return true;
	case K_BOOL: case K_UNTYPED_BOOL: return (a & ARG_BOOL) != 0;
	case K_UINT8: return (a & (ARG_INT | ARG_BYTE)) != 0;
	case K_INT32: case K_UNTYPED_RUNE: return (a & (ARG_INT | ARG_RUNE)) != 0;
	case K_FLOAT32: case K_FLOAT64: case K_UNTYPED_FLOAT: return (a & ARG_FLOAT) != 0;
	case K_COMPLEX64: case K_COMPLEX128: case K_UNTYPED_COMPLEX: return (a & ARG_COMPLEX) != 0;
	case K_STRING: case K_UNTYPED_STRING: return (a & ARG_STRING) != 0;
	case K_UNSAFEPTR: return (a & (ARG_POINTER | ARG_INT)) != 0;
	case K_UNTYPED_NIL: return false;
	case K_INVALID: return true;
	default: return u->kind < K_ARRAY ? (a & ARG_INT) != 0 : true;
	}
}

static bool match(Match *m, Type *t, bool top)
{
	if (m->accepts == ARG_ERROR)
		return type_convertible(t, t_error, NULL);
	if (is_formatter(t) || (m->accepts & ARG_STRING && becomes_string(t)))
		return true;
	if (type_unalias(t)->kind == K_TYPEPARAM)
		return match_tparam(m, type_unalias(t), top);
	Type *u = type_under(t);
	if (map_has(&m->seen, MAP_KEY(u)))
		return true;
	map_set(&m->seen, MAP_KEY(u), u);
	return match_under(m, u, top);
}

bool match_arg(int accepts, Type *t, const char **reason)
{
	*reason = NULL;
	if (accepts == ARG_ANY || !t)
		return true;
	Match m = { .accepts = accepts };
	bool ok = match(&m, t, true);
	*reason = m.reason;
	return ok;
}
