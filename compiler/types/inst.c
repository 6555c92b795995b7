/* inst.c: instances of generic types and functions.
 *
 * Instances with identical arguments are one object, found through a table, so that recursive instantiation ends and pointers compare fast.
 * The right-hand side of an instance is made when somebody looks under its name. */
#include "compiler/types/types.h"

typedef struct Bucket { struct Bucket *next; Type *t; } Bucket;
static Map table;       /* hash -> instances */

static const TypeVec no_types;

static const TypeVec *args_of(Type *t) { return t->kind == K_ALIAS ? &t->u.alias.targs : &t->u.named.targs; }
static const TypeVec *outer_of(Type *t) { return t->kind == K_ALIAS ? &no_types : &t->u.named.outer_args; }

static Type *orig_of(Type *t) { return t->kind == K_ALIAS ? t->u.alias.orig : t->u.named.orig; }

static uint32_t hash_instance(Type *orig, const TypeVec *outer, const TypeVec *args)
{
	uint32_t h = orig->id * 0x9E3779B1u;
	vec_each(outer, i)
		h = (h ^ type_hash(outer->v[i])) * 0xC2B2AE35u + 3;
	vec_each(args, i)
		h = (h ^ type_hash(args->v[i])) * 0x85EBCA6Bu + 1;
	return h;
}

static bool same_args(const TypeVec *a, const TypeVec *b)
{
	if (a->n != b->n)
		return false;
	vec_each(a, i)
		if (!type_same(a->v[i], b->v[i]))
			return false;
	return true;
}

static Type *find_instance(uint32_t h, Type *orig, const TypeVec *outer, const TypeVec *args)
{
	for (Bucket *b = map_get(&table, h); b; b = b->next)
		if (orig_of(b->t) == orig && same_args(args_of(b->t), args) && same_args(outer_of(b->t), outer))
			return b->t;
	return NULL;
}

static void enter(uint32_t h, Type *t)
{
	Bucket *b = NEW(Bucket);
	b->t = t;
	b->next = map_get(&table, h);
	map_set(&table, h, b);
}

static TypeVec copy_types(const TypeVec *v)
{
	TypeVec c = { 0 };
	vec_each(v, i)
		vec_push(&c, v->v[i]);
	return c;
}

static Type *new_instance(Type *orig)
{
	Type *t = type_new(K_NAMED);
	t->u.named.obj = orig->u.named.obj;
	t->u.named.orig = orig;
	return t;
}

Type *local_instance(Type *orig, const TypeVec *outer_args, const TypeVec *targs)
{
	uint32_t h = hash_instance(orig, outer_args, targs);
	Type *t = find_instance(h, orig, outer_args, targs);
	if (t)
		return t;
	t = new_instance(orig);
	t->u.named.outer_args = copy_types(outer_args);
	t->u.named.targs = copy_types(targs);
	enter(h, t);
	return t;
}

Type *inst_expand(Type *t)
{
	Type *orig = t->u.named.orig;
	if (orig == t)
		return NULL;
	Type *rhs = orig->u.named.rhs ? orig->u.named.rhs : orig->u.named.under;
	if (!rhs)
		return NULL;
	if (orig->u.named.tparams.n != t->u.named.targs.n)
		return t_invalid;
	if (t->u.named.outer_args.n) {
		TypeVec from = copy_types(named_outer(orig)), to = copy_types(&t->u.named.outer_args);
		vec_each(&t->u.named.targs, i) {
			vec_push(&from, orig->u.named.tparams.v[i]);
			vec_push(&to, t->u.named.targs.v[i]);
		}
		return t->u.named.rhs = type_subst(rhs, &from, &to);
	}
	return t->u.named.rhs = type_subst(rhs, &orig->u.named.tparams, &t->u.named.targs);
}

static Type *instantiate_alias(Type *orig, const TypeVec *targs)
{
	if (!orig->u.alias.actual || orig->u.alias.tparams.n != targs->n)
		return t_invalid;
	Type *t = type_new(K_ALIAS);
	t->u.alias.obj = orig->u.alias.obj;
	t->u.alias.orig = orig;
	t->u.alias.targs = copy_types(targs);
	t->u.alias.actual = type_subst(orig->u.alias.actual, &orig->u.alias.tparams, targs);
	return t;
}

Type *type_instantiate(Pos pos, Type *generic, const TypeVec *targs)
{
	(void)pos;
	Type *orig = orig_of(generic);
	if (orig->kind == K_ALIAS && !orig->u.alias.tparams.n) {
		generic = type_unalias(orig);
		if (generic->kind != K_NAMED)
			return t_invalid;
		orig = generic->u.named.orig;
	}
	if (!targs->n)
		return generic;
	uint32_t h = hash_instance(orig, &no_types, targs);
	Type *t = find_instance(h, orig, &no_types, targs);
	if (t)
		return t;
	if (orig->kind == K_ALIAS) {
		t = instantiate_alias(orig, targs);
		if (t == t_invalid)
			return t;
	} else {
		t = new_instance(orig);
		t->u.named.targs = copy_types(targs);
	}
	enter(h, t);
	return t;
}

Type *sig_instantiate(Pos pos, Type *fn, const TypeVec *targs)
{
	(void)pos;
	Type *t = type_subst(fn, &fn->u.fn.tparams, targs);
	if (t == fn) {
		t = type_new(K_FUNC);
		t->u.fn = fn->u.fn;
	}
	t->u.fn.tparams = (TypeVec){ 0 };
	return t;
}

bool inst_verify(Pos pos, const TypeVec *tparams, const TypeVec *targs, int *bad, const char **cause)
{
	(void)pos;
	vec_each(tparams, i) {
		Type *p = tparams->v[i];
		tparam_iface(p);
		if (!p->u.tparam.bound || i >= targs->n)
			continue;
		Type *bound = type_subst(p->u.tparam.bound, tparams, targs);
		const char *why = NULL;
		if (!type_implements(targs->v[i], bound, true, &why)) {
			if (bad)
				*bad = i;
			if (cause)
				*cause = why;
			return false;
		}
	}
	return true;
}
