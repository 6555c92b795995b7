/* stringintconv.c: string(n) of an integer that is no byte or rune: one character, not digits. */
#include "compiler/vet/vet.h"

static const char *type_name(Type *t)
{
	switch ((Kind)t->kind) {
	case K_NAMED: return t->u.named.obj->name->s;
	case K_ALIAS: return t->u.alias.obj->name->s;
	case K_TYPEPARAM: return t->u.tparam.obj->name->s;
	default: return t->kind < K_ARRAY ? type_str(t) : "";
	}
}

/* "name (underlying, in whole)" */
static const char *describe(Type *t, Type *whole, const char *whole_name)
{
	const char *name = t != whole ? type_name(t) : whole_name, *under = type_name(type_under(t));
	if (!*name)
		return NULL;
	bool show_under = *under && strcmp(under, name), show_in = t != whole && *whole_name && strcmp(whole_name, name);
	if (!show_under && !show_in)
		return name;
	return str_fmt("%s (%s%s%s%s)", name, show_under ? under : "", show_under && show_in ? ", " : "", show_in ? "in " : "", show_in ? whole_name : "");
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_CALL || n->u.call.args.n != 1 || !(n->flags & NF_CONVERSION))
		return true;
	const Node *fun = n->u.call.fun, *x = n->u.call.args.v[0];
	Obj *name = fun->kind == N_NAME ? fun->u.name.obj : fun->kind == N_SELECTOR ? fun->u.sel.name->u.name.obj : NULL;
	if (!name || name->kind != O_TYPE || !x->type)
		return true;
	VetTerms to = vet_terms(name->type), from = vet_terms(x->type);
	Type *t0 = NULL, *v0 = NULL;
	vec_each(&to.v, i)
		if (!t0 && vet_under_is(to.v.v[i].type, K_STRING))
			t0 = to.v.v[i].type;
	vec_each(&from.v, i) {
		Type *u = type_under(from.v.v[i].type);
		if (!v0 && u && type_is_integer(u) && u->kind != K_UINT8 && u->kind != K_INT32 && u->kind != K_UNTYPED_RUNE)
			v0 = from.v.v[i].type;
	}
	if (!t0 || !v0)
		return true;
	const char *target = describe(t0, name->type, name->name->s), *source = describe(v0, x->type, type_name(x->type));
	if (target && source)
		vet_at(n, "conversion from %s to %s yields a string of one rune, not a string of digits", source, target);
	return true;
}

void vet_stringintconv(void) { vet_walk(visit, NULL); }
