/* lower_lit.c: composite literals. Structs and arrays are built in place (a new variable, a fresh object, or a temporary); slices are
 * built in a fresh array; large constant ones are copied from static data. */
#include "compiler/ir/lower.h"

enum { STATIC_MIN = 64 };               /* bytes from which copying static data beats storing the parts */

static int init_flag = F_INIT;          /* 0: the literal overwrites a live variable */

static bool lit_is_ptr(Node *n)
{
	return type_under(nty(n))->kind == K_POINTER;
}

static Type *lit_type(Node *n)
{
	Type *t = nty(n);
	if (type_under(t)->kind == K_POINTER)
		t = type_canon(type_under(t)->u.pointer.elem);
	return t;
}

bool composite_direct(Node *n)
{
	n = node_unparen(n);
	if (n->kind != N_COMPOSITE || n->val)
		return false;
	Kind k = type_under(nty(n))->kind;
	return k == K_STRUCT || k == K_ARRAY;
}

static Node *elem_value(Node *e)
{
	return e->kind == N_KEYVALUE ? e->u.kv.value : e;
}

/* -1: promoted from an embedded struct. */
static int field_index(Type *st, Node *e, int pos)
{
	if (e->kind != N_KEYVALUE)
		return pos;
	Sym *name = e->u.kv.key->u.name.sym;
	vec_each(&st->u.st.fields, i)
		if (st->u.st.fields.v[i].name == name)
			return i;
	return -1;
}

static void part(Lv at, Node *v, bool zeroed)
{
	if (composite_direct(v) && nty(v) == at.type)
		composite_into(at, node_unparen(v), at.type, zeroed);
	else
		lv_store(at, expr_as(v, at.type), init_flag, v);
}

/* The field of an embedded struct that the key names. */
static Lv promoted(Lv at, Type *u, Node *key)
{
	Obj *o = key->u.name.obj;
	int *path, n;
	bool indirect, ambiguous;
	if (!lookup_field_or_method(u, false, o && o->pkg ? o->pkg : L->pkg, key->u.name.sym, &path, &n, &indirect, &ambiguous) || indirect)
		bug("lower: no field %s", key->u.name.sym->s);
	for (int i = 0; i < n; i++)
		at = lv_field(at, path[i]);
	return at;
}

static int64_t key_index(Node *e, int64_t next)
{
	int64_t i = next;
	if (e->kind == N_KEYVALUE && (!e->u.kv.key->val || !const_fits_i64(const_to_int(e->u.kv.key->val), &i)))
		bug("lower: array key is no constant");
	return i;
}

int64_t lit_len(Node *n)
{
	int64_t next = 0, max = 0;
	vec_each(&n->u.comp.elems, i) {
		next = key_index(n->u.comp.elems.v[i], next) + 1;
		max = MAX(max, next);
	}
	return max;
}

/* Copies constant data; false when the literal is small or not constant. */
static bool from_static(Lv at, Node *n, Type *t)
{
	int64_t size = type_size(t);
	if (size < STATIC_MIN || n->u.comp.elems.n < 4)
		return false;
	Datum *d = static_datum(n, t);
	if (!d)
		return false;
	Global *g = static_global(d, L->pkg);
	g->readonly = true;
	Type *u = type_under(t);
	if (u->kind != K_ARRAY || size <= 256) {
		lv_store(at, lv_load(lv_global(g), n), init_flag, n);
		return true;
	}
	Type *slice = type_canon(type_slice(u->u.array.elem));
	Ref s[2], len = kint(u->u.array.len);
	Lv from[2] = { at, lv_global(g) };
	for (int k = 0; k < 2; k++) {
		Ref p = lv_addr(from[k], n);
		s[k] = emit_v(OP_SLICE_MAKE, slice, slice, p, len, n);
		vec_last(&L->fn->ins).c = len;
	}
	emit_v(OP_COPY, basic(K_INT), slice, s[0], s[1], n);
	return true;
}

static void elements(Lv at, Node *n, Type *t, bool zeroed)
{
	Type *u = type_under(t);
	NodeVec *e = &n->u.comp.elems;
	if (u->kind == K_STRUCT) {
		bool blank = false;
		vec_each(&u->u.st.fields, i)
			blank |= SYM_IS(u->u.st.fields.v[i].name, "_");
		vec_each(e, i)
			blank |= field_index(u, e->v[i], i) < 0;
		if (!zeroed && (blank || e->n < u->u.st.fields.n)) {
			lv_store(at, zero_of(t), init_flag, n);
			zeroed = true;
		}
		vec_each(e, i) {
			int f = field_index(u, e->v[i], i);
			if (f < 0) {
				part(promoted(at, u, e->v[i]->u.kv.key), elem_value(e->v[i]), true);
				continue;
			}
			if (SYM_IS(u->u.st.fields.v[f].name, "_"))
				expr_as(elem_value(e->v[i]), type_canon(u->u.st.fields.v[f].type));     /* blank fields stay zero */
			else
				part(lv_field(at, f), elem_value(e->v[i]), zeroed);
		}
		return;
	}
	if (!zeroed && e->n < u->u.array.len) {
		lv_store(at, zero_of(t), init_flag, n);
		zeroed = true;
	}
	int64_t next = 0;
	vec_each(e, i) {
		int64_t k = key_index(e->v[i], next);
		part(lv_index(at, kint(k), true), elem_value(e->v[i]), zeroed);
		next = k + 1;
	}
}

void composite_into(Lv at, Node *n, Type *t, bool zeroed)
{
	bool late = L->late;
	if (from_static(at, n, t))
		return;
	if (!late)
		order_parts(n);
	L->late = n->u.comp.elems.n <= ORDER_MAX;
	elements(at, n, t, zeroed);
	L->late = late;
}

/* Parts that cannot depend on what is being overwritten: constants and variables nobody else can reach. */
static bool independent(Node *n, Obj *root)
{
	n = node_unparen(n);
	if (n->val || is_nil(n))
		return true;
	if (n->kind == N_NAME && n->u.name.obj && n->u.name.obj->kind == O_VAR) {
		Obj *o = n->u.name.obj;
		return !o->u.var.is_global && o != root && !(VFACTS(o) & (VF_ADDR | VF_CAPTURED));
	}
	if (!composite_direct(n))
		return false;
	vec_each(&n->u.comp.elems, i)
		if (!independent(elem_value(n->u.comp.elems.v[i]), root))
			return false;
	return true;
}

/* lvalue = T{...} for large types without a temporary; false when the literal may read the lvalue. */
bool composite_over(Node *lhs, Node *n)
{
	if (!composite_direct(n) || type_size(nty(n)) <= 128 || nty(lhs) != nty(n))
		return false;
	Node *r = node_unparen(lhs);
	while (r->kind == N_SELECTOR || r->kind == N_INDEX)
		r = node_unparen(r->kind == N_SELECTOR ? r->u.sel.x : r->u.index.x);
	if (!independent(n, r->kind == N_NAME ? r->u.name.obj : NULL))
		return false;
	Lv at = place(lhs);
	if (at.p.base != PB_LOCAL || at.last)
		at = lv_deref(lv_addr(at, lhs), true);  /* checked and computed once */
	init_flag = 0;
	composite_into(at, node_unparen(n), nty(n), false);
	init_flag = F_INIT;
	return true;
}

static Ref slice_lit(Node *n, Type *t)
{
	int64_t len = lit_len(n);
	Type *arr = type_canon(type_array(type_canon(type_under(t)->u.slice.elem), len));
	uint32_t s = site(SITE_COMPOSITE, arr, n);
	Ref p = emit_v(OP_NEW, ptr_to(arr), arr, REF_NONE, REF_NONE, n);
	site_ins(s);
	composite_into(lv_deref(p, true), n, arr, true);
	Ref k = kint(len), d = emit_v(OP_SLICE_MAKE, t, t, p, k, n);
	vec_last(&L->fn->ins).c = k;
	return d;
}

static void map_set_ins(Ref m, Ref k, Ref v, Node *src)
{
	Ins *i = emit(OP_MAP_SET, src);
	i->type = ir_type(L->fn, m);
	i->a = m;
	i->b = k;
	i->c = v;
}

/* Long maps of constants: a table and a loop. */
static bool map_table(Node *n, Type *t, Ref m)
{
	NodeVec *e = &n->u.comp.elems;
	if (e->n <= 25)
		return false;
	Type *part[2] = { type_canon(type_under(t)->u.map.key), type_canon(type_under(t)->u.map.elem) };
	Datum *tab[2];
	for (int k = 0; k < 2; k++) {
		tab[k] = NEW(Datum);
		tab[k]->kind = D_AGG;
		tab[k]->type = type_canon(type_array(part[k], e->n));
	}
	vec_each(e, i) {
		Node *kv[2] = { e->v[i]->u.kv.key, e->v[i]->u.kv.value };
		for (int k = 0; k < 2; k++) {
			Datum *d = static_datum(kv[k], part[k]);
			if (!d)
				return false;
			struct DatumPart p = { i, d };
			vec_push(&tab[k]->parts, p);
		}
	}
	Lv g[2];
	for (int k = 0; k < 2; k++) {
		Global *x = static_global(tab[k], L->pkg);
		x->readonly = true;
		g[k] = lv_global(x);
	}
	Ref i = temp(basic(K_INT), n);
	set(i, kint(0), n);
	L->depth++;
	int head = blk(), body = blk(), end;
	start(head);
	loop_head(head);
	L->depth--;
	end = blk();
	L->depth++;
	br(compare(T_LT, i, kint(e->n), n), body, end, n);
	start(body);
	Ref k = lv_load(lv_index(g[0], i, true), n), v = lv_load(lv_index(g[1], i, true), n);
	map_set_ins(m, k, v, n);
	set(i, emit_v(OP_ADD, basic(K_INT), basic(K_INT), i, kint(1), n), n);
	jmp(head, n);
	L->depth--;
	start(end);
	return true;
}

static Ref map_lit(Node *n, Type *t)
{
	NodeVec *e = &n->u.comp.elems;
	Type *kt = type_canon(type_under(t)->u.map.key), *vt = type_canon(type_under(t)->u.map.elem);
	uint32_t s = site(SITE_MAP_LIT, t, n);
	Ref m = emit_v(OP_MAKE_MAP, t, t, e->n ? kint(e->n) : REF_NONE, REF_NONE, n);
	site_ins(s);
	if (map_table(n, t, m))
		return m;
	bool late = L->late;
	L->late = false;
	vec_each(e, i) {
		/* m[key] = value, one after the other */
		Node *k = e->v[i]->u.kv.key, *v = e->v[i]->u.kv.value;
		order(k);
		order_key(k, t);
		order(v);
		L->late = true;
		Ref rv = expr_as(v, vt), rk = expr_as(k, kt);
		L->late = false;
		map_set_ins(m, rk, rv, e->v[i]);
	}
	L->late = late;
	return m;
}

Ref composite_addr(Node *n, Type *ptr, Node *at)
{
	Type *t = lit_type(n);
	uint32_t s = site(SITE_ADDR_COMPOSITE, t, at);
	Kind k = type_under(t)->kind;
	Ref v = REF_NONE;
	(void)ptr;
	if (k != K_STRUCT && k != K_ARRAY)
		v = k == K_SLICE ? slice_lit(n, t) : map_lit(n, t);
	Ref p = emit_v(OP_NEW, ptr_to(t), t, REF_NONE, REF_NONE, n);
	site_ins(s);
	if (v)
		lv_store(lv_deref(p, true), v, F_INIT, n);
	else
		composite_into(lv_deref(p, true), n, t, true);
	return p;
}

Ref composite(Node *n)
{
	Type *t = nty(n);
	if (lit_is_ptr(n))
		return conv(composite_addr(n, t, n), t, n);
	switch (type_under(t)->kind) {
	case K_SLICE: return slice_lit(n, t);
	case K_MAP: return map_lit(n, t);
	default: break;
	}
	if (!n->u.comp.elems.n)
		return zero_of(t);
	Ref r = temp(t, n);
	composite_into(lv_local(r), n, t, false);
	return r;
}
