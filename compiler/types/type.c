/* type.c: constructors, underlying types, predicates.
 *
 * Types are shared graphs in the build arena and are never freed. Only named types and type parameters have identity; everything else is
 * compared by structure (same.c) or by its canonical representative (canon.c). Underlying types of named types are found on demand, so
 * declarations may refer to each other in any order; until the right-hand side is known the answer is t_invalid and is not remembered. */
#include "compiler/types/types.h"

Type *t_basic[K_KIND_COUNT];
Type *t_any, *t_error, *t_comparable, *t_byte, *t_rune, *t_invalid;
void (*types_resolve)(Obj *o);
void (*types_later)(void (*fn)(void *arg), void *arg);

enum { F_BOOL = 1, F_INT = 2, F_UNSIGNED = 4, F_FLOAT = 8, F_COMPLEX = 16, F_STRING = 32, F_UNTYPED = 64,
	F_NUMERIC = F_INT | F_FLOAT | F_COMPLEX, F_ORDERED = F_INT | F_FLOAT | F_STRING, F_CONST = F_BOOL | F_NUMERIC | F_STRING };
static const uint8_t kind_flags[K_KIND_COUNT] = {
	[K_BOOL] = F_BOOL, [K_INT ... K_INT64] = F_INT, [K_UINT ... K_UINTPTR] = F_INT | F_UNSIGNED, [K_FLOAT32 ... K_FLOAT64] = F_FLOAT,
	[K_COMPLEX64 ... K_COMPLEX128] = F_COMPLEX, [K_STRING] = F_STRING, [K_UNTYPED_BOOL] = F_BOOL | F_UNTYPED,
	[K_UNTYPED_INT ... K_UNTYPED_RUNE] = F_INT | F_UNTYPED, [K_UNTYPED_FLOAT] = F_FLOAT | F_UNTYPED,
	[K_UNTYPED_COMPLEX] = F_COMPLEX | F_UNTYPED, [K_UNTYPED_STRING] = F_STRING | F_UNTYPED, [K_UNTYPED_NIL] = F_UNTYPED,
};

/* ---- constructors ---------------------------------------------------------------------------------------------------------- */

/* Room for the union's member of small kinds; "[]int" is made anew wherever it is written. */
static const uint8_t type_room[K_KIND_COUNT] = {
	[K_ARRAY] = sizeof(((Type *)0)->u.array), [K_SLICE] = sizeof(((Type *)0)->u.slice), [K_POINTER] = sizeof(((Type *)0)->u.pointer),
	[K_MAP] = sizeof(((Type *)0)->u.map), [K_CHAN] = sizeof(((Type *)0)->u.chan), [K_TUPLE] = sizeof(((Type *)0)->u.tuple),
	[K_STRUCT] = sizeof(((Type *)0)->u.st), [K_FUNC] = sizeof(((Type *)0)->u.fn), [K_TYPEPARAM] = sizeof(((Type *)0)->u.tparam),
};

Type *type_new(Kind k)
{
	static uint32_t next_id;
	size_t room = type_room[k];
	Type *t = arena_alloc(&build_arena, room ? offsetof(Type, u) + room : sizeof(Type));
	t->kind = (uint8_t)k;
	t->id = ++next_id;
	return t;
}

Type *type_array(Type *elem, int64_t len)
{
	Type *t = type_new(K_ARRAY);
	t->u.array.elem = elem;
	t->u.array.len = len;
	return t;
}

Type *type_slice(Type *elem)
{
	Type *t = type_new(K_SLICE);
	t->u.slice.elem = elem;
	return t;
}

Type *type_pointer(Type *elem)
{
	Type *t = type_new(K_POINTER);
	t->u.pointer.elem = elem;
	return t;
}

Type *type_map(Type *key, Type *elem)
{
	Type *t = type_new(K_MAP);
	t->u.map.key = key;
	t->u.map.elem = elem;
	return t;
}

Type *type_chan(Type *elem, int dir)
{
	Type *t = type_new(K_CHAN);
	t->u.chan.elem = elem;
	t->u.chan.dir = (uint8_t)dir;
	return t;
}

Type *type_tuple(Type **v, int n)
{
	Type *t = type_new(K_TUPLE);
	for (int i = 0; i < n; i++)
		vec_push(&t->u.tuple.types, v[i]);
	return t;
}

Type *type_named(Obj *obj, Type *under)
{
	Type *t = type_new(K_NAMED);
	t->u.named.obj = obj;
	t->u.named.under = under;
	t->u.named.rhs = under;
	t->u.named.orig = t;
	obj->type = t;
	return t;
}

Type *type_tparam(Obj *obj, int index, Type *bound)
{
	Type *t = type_new(K_TYPEPARAM);
	t->u.tparam.obj = obj;
	t->u.tparam.index = index;
	t->u.tparam.bound = bound;
	if (!obj->type)
		obj->type = t;
	return t;
}

Type *type_alias(Obj *obj, Type *actual)
{
	Type *t = type_new(K_ALIAS);
	t->u.alias.obj = obj;
	t->u.alias.actual = actual;
	t->u.alias.orig = t;
	if (!obj->type)
		obj->type = t;
	return t;
}

/* ---- looking through names --------------------------------------------------------------------------------------------------- */

/* An alias whose right-hand side is not known yet stands for itself: it may well be valid. */
Type *type_unalias(Type *t)
{
	int hops = 0;
	while (t && t->kind == K_ALIAS && t->u.alias.actual) {
		t = t->u.alias.actual;
		if (++hops > 10000)     /* a cycle; reported by the declaration checker */
			return t_invalid;
	}
	return t ? t : t_invalid;
}

static Type *named_under(Type *t)
{
	Type *at = t, *u = NULL;
	for (int hops = 0; !u; hops++) {
		if (at->u.named.under) {
			u = at->u.named.under;
			break;
		}
		Type *rhs = at->u.named.rhs;
		if (!rhs)
			rhs = inst_expand(at);
		rhs = rhs ? type_unalias(rhs) : t_invalid;
		if (rhs == t_invalid || rhs->kind == K_TYPEPARAM || rhs->kind == K_ALIAS || hops > 200)
			return t_invalid;
		if (rhs->kind == K_NAMED)
			at = rhs;
		else
			u = rhs;
	}
	t->u.named.under = u;
	return u;
}

Type *type_under(Type *t)
{
	t = type_unalias(t);
	if (t->kind == K_NAMED)
		return t->u.named.under ? t->u.named.under : named_under(t);
	return t->kind == K_TYPEPARAM ? tparam_iface(t) : t->kind == K_ALIAS ? t_invalid : t;
}

static Type *empty_iface(void)
{
	static Type *t;
	if (!t) {
		t = type_new(K_INTERFACE);
		t->u.iface.complete = true;
	}
	return t;
}

Type *tparam_iface(Type *t)
{
	Type *bound = t->u.tparam.bound;
	if (!bound)
		return empty_iface();
	Type *plain = type_unalias(bound);
	if (plain->kind == K_TYPEPARAM)
		return empty_iface();   /* reported at the declaration */
	Type *u = type_under(plain);
	if (u->kind == K_INTERFACE)
		return u;
	if (u->kind == K_INVALID)
		return empty_iface();
	Type *wrap = type_new(K_INTERFACE);
	vec_push(&wrap->u.iface.embeds, bound);
	vec_push(&wrap->u.iface.embed_pos, (Pos)0);
	wrap->u.iface.implicit = wrap->u.iface.complete = true;
	t->u.tparam.bound = wrap;
	return wrap;
}

Type *type_deref(Type *t)
{
	Type *u = type_under(t);
	return u->kind == K_POINTER ? u->u.pointer.elem : NULL;
}

struct common { Type *t, *u; const char **why; };

static bool common_step(Type *t, bool tilde, void *arg)
{
	(void)tilde;
	struct common *c = arg;
	const char *why = NULL;
	if (!t) {
		why = "no specific type";
		goto fail;
	}
	Type *u = type_under(t);
	if (!c->u) {
		c->t = t;
		c->u = u;
		return true;
	}
	if (c->u->kind == K_CHAN && u->kind == K_CHAN) {
		if (!type_same(c->u->u.chan.elem, u->u.chan.elem)) {
			why = c->why ? str_fmt("channels %s and %s have different element types", type_str(c->t), type_str(t)) : "";
			goto fail;
		}
		if (c->u->u.chan.dir == u->u.chan.dir)
			return true;
		if (c->u->u.chan.dir == DIR_BOTH) {
			c->t = t;
			c->u = u;
			return true;
		}
		if (u->u.chan.dir == DIR_BOTH)
			return true;
		why = c->why ? str_fmt("channels %s and %s have conflicting directions", type_str(c->t), type_str(t)) : "";
		goto fail;
	}
	if (type_same(c->u, u))
		return true;
	why = c->why ? str_fmt("%s and %s have different underlying types", type_str(c->t), type_str(t)) : "";
fail:
	if (c->why)
		*c->why = why;
	c->u = NULL;
	return false;
}

Type *type_common_under(Type *t, const char **why)
{
	struct common c = { .why = why };
	if (why)
		*why = NULL;
	return typeset_each(t, common_step, &c) ? c.u : NULL;
}

Type *type_core(Type *t)
{
	return type_unalias(t)->kind == K_TYPEPARAM ? type_common_under(t, NULL) : type_under(t);
}

/* ---- type parameters inside ------------------------------------------------------------------------------------------------------ */

/* Type parameters of the functions around a local type. */
static void find_outer(Type *t)
{
	Obj *o = t->u.named.obj;
	if (!o || !o->pkg || !o->parent)
		return;
	t->u.named.outer_known = true;
	for (Scope *s = o->parent; s && s != o->pkg->scope && s != universe; s = s->parent)
		vec_each(&s->objs, i) {
			Obj *e = s->objs.v[i];
			if (e->kind == O_TYPE && e->type && e->type->kind == K_TYPEPARAM && e->type->u.tparam.obj == e)
				vec_push(&t->u.named.outer, e->type);
		}
}

TypeVec *named_outer(Type *t)
{
	Type *orig = t->u.named.orig;
	if (!orig->u.named.outer_known)
		find_outer(orig);
	return &orig->u.named.outer;
}

static bool any_has_tparam(const TypeVec *v)
{
	vec_each(v, i)
		if (type_has_tparam(v->v[i]))
			return true;
	return false;
}

static bool objs_have_tparam(const ObjVec *v)
{
	vec_each(v, i)
		if (v->v[i]->type && type_has_tparam(v->v[i]->type))
			return true;
	return false;
}

static bool find_tparam(Type *t)
{
	switch ((Kind)t->kind) {
	case K_ARRAY: return type_has_tparam(t->u.array.elem);
	case K_SLICE:
	case K_POINTER: return type_has_tparam(t->u.pointer.elem);
	case K_MAP: return type_has_tparam(t->u.map.key) || type_has_tparam(t->u.map.elem);
	case K_CHAN: return type_has_tparam(t->u.chan.elem);
	case K_STRUCT:
		vec_each(&t->u.st.fields, i)
			if (type_has_tparam(t->u.st.fields.v[i].type))
				return true;
		return false;
	case K_FUNC: return objs_have_tparam(&t->u.fn.params) || objs_have_tparam(&t->u.fn.results);
	case K_INTERFACE:
		vec_each(&t->u.iface.methods, i)
			if (t->u.iface.methods.v[i].type && type_has_tparam(t->u.iface.methods.v[i].type))
				return true;
		return any_has_tparam(&t->u.iface.embeds);
	case K_UNION:
		vec_each(&t->u.uni.terms, i)
			if (type_has_tparam(t->u.uni.terms.v[i].type))
				return true;
		return false;
	case K_TUPLE: return any_has_tparam(&t->u.tuple.types);
	case K_NAMED:
		if (any_has_tparam(&t->u.named.targs))
			return true;
		return t->u.named.outer_args.n ? any_has_tparam(&t->u.named.outer_args) : named_outer(t)->n > 0;
	case K_TYPEPARAM: return true;
	case K_ALIAS: return type_has_tparam(type_unalias(t)) || any_has_tparam(&t->u.alias.targs);
	default: return false;
	}
}

/* A type still under construction must not remember "no". */
static bool may_remember(Type *t)
{
	switch ((Kind)t->kind) {
	case K_STRUCT: return t->u.st.fields.n > 0;
	case K_FUNC: return t->u.fn.params.n || t->u.fn.results.n;
	case K_INTERFACE: return t->u.iface.complete;
	case K_ALIAS: return t->u.alias.actual != NULL;
	case K_NAMED: return t->u.named.orig->u.named.outer_known;
	default: return true;
	}
}

bool type_has_tparam(Type *t)
{
	if (!t || t->kind < K_ARRAY)
		return false;
	if (t->has_tparam_known)
		return t->has_tparam;
	t->has_tparam_known = true;     /* ends recursion through anonymous interfaces */
	t->has_tparam = false;
	bool has = find_tparam(t);
	t->has_tparam = has;
	t->has_tparam_known = has || may_remember(t);
	return has;
}

/* ---- predicates ------------------------------------------------------------------------------------------------------------------- */

static bool has_flag(Type *t, int flags) { return kind_flags[type_under(t)->kind] & flags; }

bool type_is(Type *t, Kind k)
{
	t = type_unalias(t);
	return t->kind != K_TYPEPARAM && type_under(t)->kind == k;
}

bool type_is_named(Type *t)
{
	t = type_unalias(t);
	return t->kind < K_ARRAY || t->kind == K_NAMED || t->kind == K_TYPEPARAM;
}

bool type_is_generic(Type *t)
{
	if (t->kind == K_ALIAS && t->u.alias.tparams.n && !t->u.alias.targs.n)
		return true;
	t = type_unalias(t);
	return t->kind == K_NAMED && t->u.named.tparams.n && !t->u.named.targs.n;
}

bool type_is_boolean(Type *t) { return has_flag(t, F_BOOL); }
bool type_is_integer(Type *t) { return has_flag(t, F_INT); }
bool type_is_unsigned(Type *t) { return has_flag(t, F_UNSIGNED); }
bool type_is_float(Type *t) { return has_flag(t, F_FLOAT); }
bool type_is_complex(Type *t) { return has_flag(t, F_COMPLEX); }
bool type_is_numeric(Type *t) { return has_flag(t, F_NUMERIC); }
bool type_is_string(Type *t) { return has_flag(t, F_STRING); }
bool type_is_ordered(Type *t) { return has_flag(t, F_ORDERED); }
bool type_is_const(Type *t) { return has_flag(t, F_CONST); }
bool type_is_untyped(Type *t) { return kind_flags[t->kind] & F_UNTYPED; }
bool type_is_typed(Type *t) { return !type_is_untyped(t); }
bool type_is_interface(Type *t) { return type_under(t)->kind == K_INTERFACE; }
bool type_is_tparam(Type *t) { return type_unalias(t)->kind == K_TYPEPARAM; }

static bool slice_of(Type *t, Kind k)
{
	Type *u = type_under(t);
	return u->kind == K_SLICE && type_under(u->u.slice.elem)->kind == k;
}

bool type_is_bytes(Type *t) { return slice_of(t, K_UINT8); }
bool type_is_runes(Type *t) { return slice_of(t, K_INT32); }

static bool term_has_nil(Type *t, bool tilde, void *arg)
{
	(void)tilde;
	(void)arg;
	return t && type_has_nil(type_under(t));
}

bool type_has_nil(Type *t)
{
	switch (type_under(t)->kind) {
	case K_UNSAFEPTR:
	case K_SLICE:
	case K_POINTER:
	case K_FUNC:
	case K_MAP:
	case K_CHAN:
		return true;
	case K_INTERFACE:
		return !type_is_tparam(t) || typeset_each(t, term_has_nil, NULL);
	}
	return false;
}

static bool term_has_flag(Type *t, bool tilde, void *arg)
{
	(void)tilde;
	return t && has_flag(t, *(int *)arg);
}

static bool all_have(Type *t, int flags)
{
	return type_unalias(t)->kind == K_TYPEPARAM ? typeset_each(t, term_has_flag, &flags) : has_flag(t, flags);
}

bool type_all_boolean(Type *t) { return all_have(t, F_BOOL); }
bool type_all_integer(Type *t) { return all_have(t, F_INT); }
bool type_all_unsigned(Type *t) { return all_have(t, F_UNSIGNED); }
bool type_all_numeric(Type *t) { return all_have(t, F_NUMERIC); }
bool type_all_string(Type *t) { return all_have(t, F_STRING); }
bool type_all_ordered(Type *t) { return all_have(t, F_ORDERED); }
bool type_all_numeric_or_string(Type *t) { return all_have(t, F_NUMERIC | F_STRING); }

Type *type_default(Type *t)
{
	switch (t->kind) {
	case K_UNTYPED_BOOL: return t_basic[K_BOOL];
	case K_UNTYPED_INT: return t_basic[K_INT];
	case K_UNTYPED_RUNE: return t_rune;
	case K_UNTYPED_FLOAT: return t_basic[K_FLOAT64];
	case K_UNTYPED_COMPLEX: return t_basic[K_COMPLEX128];
	case K_UNTYPED_STRING: return t_basic[K_STRING];
	}
	return t;
}

Type *type_max_untyped(Type *x, Type *y)
{
	if (x == y)
		return x;
	int both = kind_flags[x->kind] & kind_flags[y->kind] & F_UNTYPED;
	if (!both || !(kind_flags[x->kind] & F_NUMERIC) || !(kind_flags[y->kind] & F_NUMERIC))
		return NULL;
	return x->kind > y->kind ? x : y;
}

const char *type_composite_kind(Type *t)
{
	switch (type_under(t)->kind) {
	case K_ARRAY: return "array";
	case K_SLICE: return "slice";
	case K_STRUCT: return "struct";
	case K_POINTER: return "pointer";
	case K_FUNC: return "func";
	case K_INTERFACE: return "interface";
	case K_MAP: return "map";
	case K_CHAN: return "chan";
	case K_TUPLE: return "tuple";
	case K_UNION: return "union";
	}
	return "";
}
