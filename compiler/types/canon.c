/* canon.c: one representative per type.
 *
 * type_same walks structures; lowering wants pointers it can compare and use as keys. The table below maps each type to the first identical
 * type seen, rebuilt so that its parts are canonical and free of aliases. Identity stops at named types, so hashing and comparing are shallow
 * except for anonymous interfaces that contain themselves, where the hash looks at method names only. */
#include "compiler/types/types.h"

static uint32_t mix(uint32_t h, uint32_t v) { return (h ^ v) * 0x9E3779B1u ^ (h >> 15); }

/* Parts are walked while the budget lasts: enough to tell types apart, and types that double at every level stay cheap. */
static uint32_t walk(Type *t, int *budget);

static uint32_t part(Type *t, int *budget)
{
	if (!t || --*budget < 0)
		return 0;
	return walk(t, budget);
}

static uint32_t hash_objs(uint32_t h, const ObjVec *v, int *budget)
{
	h = mix(h, (uint32_t)v->n);
	vec_each(v, i)
		h = mix(h, part(v->v[i]->type, budget));
	return h;
}

static uint32_t hash_types(uint32_t h, const TypeVec *v, int *budget)
{
	vec_each(v, i)
		h = mix(h, part(v->v[i], budget));
	return h;
}

static uint32_t walk(Type *t, int *budget)
{
	t = type_unalias(t);
	uint32_t h = t->kind * 0x85EBCA6Bu;
	switch ((Kind)t->kind) {
	case K_ARRAY: return mix(mix(h, (uint32_t)t->u.array.len), part(t->u.array.elem, budget));
	case K_SLICE:
	case K_POINTER: return mix(h, part(t->u.pointer.elem, budget));
	case K_MAP:
		h = mix(h, part(t->u.map.key, budget));
		return mix(h, part(t->u.map.elem, budget));
	case K_CHAN: return mix(mix(h, t->u.chan.dir), part(t->u.chan.elem, budget));
	case K_STRUCT:
		vec_each(&t->u.st.fields, i)
			h = mix(mix(h, t->u.st.fields.v[i].name->id), part(t->u.st.fields.v[i].type, budget));
		return mix(h, (uint32_t)t->u.st.fields.n);
	case K_FUNC:
		/* parameters of generic signatures compare up to renaming */
		if (t->u.fn.tparams.n)
			return mix(h, (uint32_t)t->u.fn.params.n);
		h = hash_objs(mix(h, t->u.fn.variadic), &t->u.fn.params, budget);
		return hash_objs(h, &t->u.fn.results, budget);
	case K_TUPLE: return hash_types(h, &t->u.tuple.types, budget);
	case K_NAMED:
		h = hash_types(mix(h, t->u.named.orig->id), &t->u.named.targs, budget);
		return hash_types(h, &t->u.named.outer_args, budget);
	case K_TYPEPARAM: return mix(h, t->id);
	default: return h;      /* basic types, interfaces, unions */
	}
}

uint32_t type_hash(Type *t)
{
	int budget = 200;
	return walk(t, &budget);
}

/* ---- rebuilding with canonical parts ------------------------------------------------------------------------------------------ */

static void canon_objs(ObjVec *v)
{
	ObjVec out = { 0 };
	bool changed = false;
	vec_each(v, i) {
		Type *c = type_canon(v->v[i]->type);
		Obj *o = v->v[i];
		if (c != o->type) {
			o = NEW(Obj);
			*o = *v->v[i];
			o->type = c;
			changed = true;
		}
		vec_push(&out, o);
	}
	if (changed)
		*v = out;
}

static Type *canon_struct(Type *t)
{
	Type *c = type_new(K_STRUCT);
	bool changed = false;
	vec_each(&t->u.st.fields, i) {
		Field f = t->u.st.fields.v[i];
		Type *ft = type_canon(f.type);
		if (ft != f.type) {
			f.type = ft;
			f.obj = NULL;
			changed = true;
		}
		vec_push(&c->u.st.fields, f);
	}
	return changed ? c : t;
}

/* Embedding is flattened: only the methods remain, sorted. Constraints keep their form. */
static Type *canon_iface(Type *t)
{
	if (iface_is_constraint(t))
		return t;
	TypeSet *s = iface_set(t);
	Type *c = type_new(K_INTERFACE);
	c->u.iface.complete = true;
	vec_each(&s->methods, i) {
		Method m = s->methods.v[i];
		Type *mt = type_canon(m.type);
		if (mt != m.type) {
			m.type = mt;
			m.obj = NULL;
		}
		vec_push(&c->u.iface.methods, m);
	}
	return c;
}

static Type *canon_func(Type *t)
{
	Type *c = type_new(K_FUNC);
	c->u.fn = t->u.fn;
	c->u.fn.recv = NULL;
	c->u.fn.rtparams = (TypeVec){ 0 };
	canon_objs(&c->u.fn.params);
	canon_objs(&c->u.fn.results);
	bool same = c->u.fn.params.v == t->u.fn.params.v && c->u.fn.results.v == t->u.fn.results.v && !t->u.fn.recv;
	return same ? t : c;
}

static Type *with_canonical_parts(Type *t)
{
	Type *e, *k;
	switch ((Kind)t->kind) {
	case K_ARRAY:
		e = type_canon(t->u.array.elem);
		return e == t->u.array.elem ? t : type_array(e, t->u.array.len);
	case K_SLICE:
		e = type_canon(t->u.slice.elem);
		return e == t->u.slice.elem ? t : type_slice(e);
	case K_POINTER:
		e = type_canon(t->u.pointer.elem);
		return e == t->u.pointer.elem ? t : type_pointer(e);
	case K_MAP:
		k = type_canon(t->u.map.key);
		e = type_canon(t->u.map.elem);
		return k == t->u.map.key && e == t->u.map.elem ? t : type_map(k, e);
	case K_CHAN:
		e = type_canon(t->u.chan.elem);
		return e == t->u.chan.elem ? t : type_chan(e, t->u.chan.dir);
	case K_TUPLE: {
		Type *c = type_tuple(NULL, 0);
		bool changed = false;
		vec_each(&t->u.tuple.types, i) {
			e = type_canon(t->u.tuple.types.v[i]);
			changed |= e != t->u.tuple.types.v[i];
			vec_push(&c->u.tuple.types, e);
		}
		return changed ? c : t;
	}
	case K_STRUCT: return canon_struct(t);
	case K_FUNC: return canon_func(t);
	case K_INTERFACE: return canon_iface(t);
	default: return t;
	}
}

/* ---- the table ------------------------------------------------------------------------------------------------------------------- */

typedef struct Bucket { struct Bucket *next; Type *t; } Bucket;
static Map table;       /* hash -> Bucket */

static Type *find_same(uint32_t h, Type *t)
{
	for (Bucket *b = map_get(&table, h); b; b = b->next)
		if (type_same(b->t, t))
			return b->t;
	return NULL;
}

static void enter(uint32_t h, Type *t)
{
	Bucket *b = NEW(Bucket);
	b->t = t;
	b->next = map_get(&table, h);
	map_set(&table, h, b);
	t->canon = true;
	t->canon_of = t;
}

Type *type_canon(Type *t)
{
	if (t->canon)
		return t;
	if (t->canon_of)
		return t->canon_of;
	Type *p = type_unalias(t);
	if (p != t)
		return t->canon_of = type_canon(p);
	if (t->kind == K_TYPEPARAM || (t->kind == K_NAMED && !t->u.named.targs.n && !t->u.named.outer_args.n)) {
		t->canon = true;
		return t->canon_of = t;
	}
	uint32_t h = type_hash(t);
	Type *c = find_same(h, t);
	if (!c) {
		t->canon_of = t;        /* an interface that contains itself ends here */
		c = with_canonical_parts(t);
		Type *again = c == t ? NULL : find_same(h, c);
		if (again)
			c = again;
		else
			enter(h, c);
	}
	return t->canon_of = c;
}
