/* subst.c: replacing type parameters by types.
 *
 * Parts that mention none of the parameters are shared with the original. Instances of named types are not entered: only their type
 * arguments are replaced, their right-hand sides follow on demand (inst.c), so recursion through names ends by itself. A parameter whose
 * argument is NULL stays. Local types of generic functions become local instances, since they depend on the parameters around them. */
#include "compiler/types/types.h"

typedef struct Subst { const TypeVec *from, *to; } Subst;

static Type *put(const Subst *s, Type *t);

static Type *find(const Subst *s, Type *p)
{
	int i = p->u.tparam.index;
	if (i < 0 || i >= s->from->n || s->from->v[i] != p)
		for (i = 0; i < s->from->n && s->from->v[i] != p; i++)
			;
	return i < s->from->n && i < s->to->n && s->to->v[i] ? s->to->v[i] : p;
}

static bool replaces(const Subst *s, Type *p)
{
	vec_each(s->from, i)
		if (s->from->v[i] == p)
			return true;
	return false;
}

static bool put_types(const Subst *s, const TypeVec *in, TypeVec *out)
{
	bool changed = false;
	*out = (TypeVec){ 0 };
	vec_each(in, i) {
		Type *t = put(s, in->v[i]);
		changed |= t != in->v[i];
		vec_push(out, t);
	}
	return changed;
}

static bool put_objs(const Subst *s, const ObjVec *in, ObjVec *out)
{
	bool changed = false;
	vec_each(in, i)
		changed |= in->v[i]->type && put(s, in->v[i]->type) != in->v[i]->type;
	if (!changed) {
		*out = *in;
		return false;
	}
	*out = (ObjVec){ 0 };
	vec_each(in, i) {
		Type *t = in->v[i]->type ? put(s, in->v[i]->type) : NULL;
		Obj *o = in->v[i];
		if (t != o->type) {
			o = NEW(Obj);
			*o = *in->v[i];
			o->type = t;
		}
		vec_push(out, o);
	}
	return true;
}

static Type *put_struct(const Subst *s, Type *t)
{
	bool changed = false;
	for (int i = 0; i < t->u.st.fields.n && !changed; i++)
		changed = put(s, t->u.st.fields.v[i].type) != t->u.st.fields.v[i].type;
	if (!changed)
		return t;
	Type *r = type_new(K_STRUCT);
	vec_each(&t->u.st.fields, i) {
		Field f = t->u.st.fields.v[i];
		f.type = put(s, f.type);
		if (f.type != t->u.st.fields.v[i].type)
			f.obj = NULL;
		vec_push(&r->u.st.fields, f);
	}
	return r;
}

/* A generic method seen through its receiver's arguments gets type parameters of its own: their bounds may mention the receiver's. */
static Type *put_generic_func(const Subst *s, Type *t)
{
	const TypeVec *own = &t->u.fn.tparams;
	TypeVec from = { 0 }, to = { 0 }, fresh = { 0 };
	vec_each(s->from, i) {
		vec_push(&from, s->from->v[i]);
		vec_push(&to, i < s->to->n ? s->to->v[i] : NULL);
	}
	vec_each(own, i) {
		Type *p = own->v[i];
		Obj *o = NEW(Obj);
		*o = *p->u.tparam.obj;
		o->type = NULL;
		Type *q = type_tparam(o, p->u.tparam.index, NULL);
		vec_push(&fresh, q);
		vec_push(&from, p);
		vec_push(&to, q);
		mono_alias(q, p);
	}
	Subst in = { &from, &to };
	vec_each(own, i)
		if (own->v[i]->u.tparam.bound)
			fresh.v[i]->u.tparam.bound = put(&in, own->v[i]->u.tparam.bound);
	Type *r = type_new(K_FUNC);
	r->u.fn = t->u.fn;
	r->u.fn.tparams = fresh;
	put_objs(&in, &t->u.fn.params, &r->u.fn.params);
	put_objs(&in, &t->u.fn.results, &r->u.fn.results);
	return r;
}

static Type *put_func(const Subst *s, Type *t)
{
	if (t->u.fn.tparams.n && !replaces(s, t->u.fn.tparams.v[0]))
		return put_generic_func(s, t);
	ObjVec params, results;
	bool p = put_objs(s, &t->u.fn.params, &params), r = put_objs(s, &t->u.fn.results, &results);
	if (!p && !r)
		return t;
	Type *f = type_new(K_FUNC);
	f->u.fn = t->u.fn;
	f->u.fn.params = params;
	f->u.fn.results = results;
	return f;
}

static Type *put_iface(const Subst *s, Type *t)
{
	TypeVec embeds;
	bool changed = put_types(s, &t->u.iface.embeds, &embeds);
	VEC(Method) methods = { 0 };
	vec_each(&t->u.iface.methods, i) {
		Method m = t->u.iface.methods.v[i];
		Type *mt = m.type ? put(s, m.type) : NULL;
		if (mt != m.type) {
			m.type = mt;
			m.obj = NULL;
			changed = true;
		}
		vec_push(&methods, m);
	}
	if (!changed)
		return t;
	Type *r = type_new(K_INTERFACE);
	r->u.fn = t->u.fn;
	r->u.iface.set = NULL;
	r->u.iface.embeds = embeds;
	r->u.iface.methods.v = methods.v;
	r->u.iface.methods.n = methods.n;
	r->u.iface.methods.cap = methods.cap;
	return r;
}

static Type *put_named(const Subst *s, Type *t)
{
	TypeVec args, outer;
	Type *orig = t->u.named.orig;
	if (t->u.named.targs.n && orig->u.named.tparams.n && orig->u.named.tparams.n != t->u.named.targs.n)
		return t_invalid;       /* reported where it was written */
	const TypeVec *around = t->u.named.outer_args.n ? &t->u.named.outer_args : named_outer(t);
	bool changed = put_types(s, &t->u.named.targs, &args);
	if (around->n && put_types(s, around, &outer))
		return local_instance(orig, &outer, &args);
	if (!changed)
		return t;
	return t->u.named.outer_args.n ? local_instance(orig, &t->u.named.outer_args, &args) : type_instantiate(0, orig, &args);
}

static Type *put_alias(const Subst *s, Type *t)
{
	TypeVec args;
	if (!t->u.alias.targs.n) {
		/* an alias declared in a generic function */
		Type *plain = type_unalias(t), *r = plain == t ? t : put(s, plain);
		return r == plain ? t : r;
	}
	return put_types(s, &t->u.alias.targs, &args) ? type_instantiate(0, t->u.alias.orig, &args) : t;
}

static Type *put(const Subst *s, Type *t)
{
	if (!type_has_tparam(t))
		return t;
	Type *e, *k;
	TypeVec v;
	switch ((Kind)t->kind) {
	case K_TYPEPARAM:
		return find(s, t);
	case K_ARRAY:
		e = put(s, t->u.array.elem);
		return e == t->u.array.elem ? t : type_array(e, t->u.array.len);
	case K_SLICE:
		e = put(s, t->u.slice.elem);
		return e == t->u.slice.elem ? t : type_slice(e);
	case K_POINTER:
		e = put(s, t->u.pointer.elem);
		return e == t->u.pointer.elem ? t : type_pointer(e);
	case K_MAP:
		k = put(s, t->u.map.key);
		e = put(s, t->u.map.elem);
		return k == t->u.map.key && e == t->u.map.elem ? t : type_map(k, e);
	case K_CHAN:
		e = put(s, t->u.chan.elem);
		return e == t->u.chan.elem ? t : type_chan(e, t->u.chan.dir);
	case K_TUPLE:
		return put_types(s, &t->u.tuple.types, &v) ? type_tuple(v.v, v.n) : t;
	case K_UNION: {
		Type *u = type_new(K_UNION);
		bool changed = false;
		vec_each(&t->u.uni.terms, i) {
			Term x = t->u.uni.terms.v[i];
			e = put(s, x.type);
			changed |= e != x.type;
			vec_push(&u->u.uni.terms, (Term){ x.tilde, e });
		}
		return changed ? u : t;
	}
	case K_STRUCT: return put_struct(s, t);
	case K_FUNC: return put_func(s, t);
	case K_INTERFACE: return put_iface(s, t);
	case K_NAMED: return put_named(s, t);
	case K_ALIAS: return put_alias(s, t);
	default: return t;
	}
}

Type *type_subst(Type *t, const TypeVec *tparams, const TypeVec *targs)
{
	if (!tparams->n || !t)
		return t;
	Subst s = { tparams, targs };
	return put(&s, t);
}
