/* lower_range.c: range loops over integers, strings, arrays, slices, maps and channels. Functions: lower_range_func.c. */
#include "compiler/ir/lower.h"

typedef struct Range {
	Node *n, *clause, *key, *value;         /* key, value: NULL when absent or blank */
	bool define, shared;                    /* shared: variables live for the whole loop (before go 1.22) */
	int head, body, next, end;
	Target target;
} Range;

static void declare_shared(Range *r)
{
	Node *v[2] = { r->key, r->value };
	for (int i = 0; i < 2; i++)
		if (v[i] && r->define && r->shared && v[i]->u.name.obj->pos == v[i]->pos)
			declare(v[i]->u.name.obj, v[i], true);
}

/* Gives one iteration's values to the loop's variables. */
static void bind(Range *r, Node *lhs, Ref v)
{
	if (!lhs)
		return;
	if (r->define && r->shared) {
		Ref x = REF_LOCAL(find_var(L, lhs->u.name.obj));
		set(x, conv(v, ir_type(L->fn, x), lhs), lhs);
		return;
	}
	define_or_assign(lhs, r->define, v, lhs);
}

static void bind_both(Range *r, Ref k, Ref v)
{
	if (r->key && r->value && !r->define) {
		assign_two(r->key, k, r->value, v);
		return;
	}
	bind(r, r->key, k);
	bind(r, r->value, v);
}

static void begin(Range *r)
{
	r->end = blk();
	L->depth++;
	r->head = blk();
	r->body = blk();
	r->next = blk();
	start(r->head);
	loop_head(r->head);
}

static void finish(Range *r)
{
	push_target(&r->target, r->n, r->end, r->next);
	block(r->n->u.forr.body);
	pop_target(&r->target);
	if (L->cur >= 0)
		jmp(r->next, r->n);
}

static void close_loop(Range *r)
{
	if (L->cur >= 0)
		jmp(r->head, r->n);
	L->depth--;
	start(r->end);
}

static void incr(Ref i, Node *src)
{
	Type *t = ir_type(L->fn, i);
	set(i, emit_v(OP_ADD, t, t, i, knum(t, 1), src), src);
}

static void range_int(Range *r, Node *x)
{
	Type *t = nty(x);
	if (r->key && r->define)
		t = ty(r->key->u.name.obj->type);
	else if (r->key)
		t = nty(r->key);
	Ref n = expr_as(x, t);
	n = REF_KIND(n) == RK_CONST ? n : copy_of(n, x);
	Ref i = temp(t, x);
	set(i, knum(t, 0), x);
	begin(r);
	br(compare(T_LT, i, n, r->clause), r->body, r->end, r->clause);
	start(r->body);
	bind(r, r->key, i);
	finish(r);
	start(r->next);
	incr(i, r->clause);
	close_loop(r);
}

/* Is the array variable sure not to change during the loop? Then it needs no copy. */
static bool unchanging(Node *x)
{
	x = node_unparen(x);
	if (x->kind != N_NAME || !x->u.name.obj || x->u.name.obj->kind != O_VAR)
		return x->kind == N_CALL || x->kind == N_COMPOSITE;
	Obj *o = x->u.name.obj;
	return !o->u.var.is_global && !(VFACTS(o) & (VF_ASSIGNED | VF_ADDR));
}

static bool is_zero(Ref len)
{
	const Const *c = L->fn->consts.v[REF_IDX(len)].val;
	return c && const_sign(c) == 0;
}

static void range_elems(Range *r, Node *x)
{
	Type *t = nty(x), *u = type_under(t);
	Ref len, s = REF_NONE;
	Lv base = { 0 };
	if (u->kind == K_SLICE) {
		s = expr(x);
		s = ir_loc(L->fn, s) && ir_loc(L->fn, s)->kind == L_TEMP ? s : copy_of(s, x);
		len = emit_v(OP_LEN, basic(K_INT), t, s, REF_NONE, x);
	} else {
		Type *arr = u->kind == K_POINTER ? type_under(u->u.pointer.elem) : u;
		len = kint(arr->u.array.len);
		if (u->kind == K_POINTER) {
			if (r->value || has_call(x))
				base = lv_deref(stable(expr(x), x), false);
		} else if (r->value) {
			base = place(x);
			if (!unchanging(x))
				base = lv_local(copy_of(lv_load(base, x), x));
		} else if (has_call(x)) {
			expr(x);
		}
	}
	if (!s && is_zero(len))
		return;
	Ref i = temp(basic(K_INT), x);
	set(i, kint(0), x);
	begin(r);
	br(compare(T_LT, i, len, r->clause), r->body, r->end, r->clause);
	start(r->body);
	Ref v = REF_NONE;
	if (r->value)
		v = lv_load(s ? lv_elem(s, i, true) : lv_index(base, i, true), r->value);
	bind_both(r, i, v);
	finish(r);
	start(r->next);
	incr(i, r->clause);
	close_loop(r);
}

static void range_string(Range *r, Node *x)
{
	Ref s = copy_of(expr(x), x);
	Type *t = ir_type(L->fn, s), *in = basic(K_INT), *rune = basic(K_INT32);
	Ref len = emit_v(OP_LEN, in, t, s, REF_NONE, x);
	Ref i = temp(in, x), next = temp(in, x), c = temp(rune, x);
	set(i, kint(0), x);
	begin(r);
	br(compare(T_LT, i, len, r->clause), r->body, r->end, r->clause);
	start(r->body);
	int ascii = blk(), multi_ = blk(), go = blk();
	Ref b = emit_v(OP_INDEX, basic(K_UINT8), t, s, i, r->clause);
	vec_last(&L->fn->ins).flags |= F_NOCHECK;
	br(compare(T_LT, b, knum(basic(K_UINT8), 0x80), r->clause), ascii, multi_, r->clause);
	start(ascii);
	set(c, emit_v(OP_CONV, rune, basic(K_UINT8), b, REF_NONE, r->clause), r->clause);
	set(next, emit_v(OP_ADD, in, in, i, kint(1), r->clause), r->clause);
	jmp(go, r->clause);
	start(multi_);
	Ref d[2] = { c, next };
	uint32_t at = ir_refs(L->fn, d, 2);
	Ins *dec = emit(OP_DECODE_RUNE, r->clause);
	dec->a = s;
	dec->b = i;
	dec->dsts = at;
	dec->ndst = 2;
	start(go);
	bind_both(r, i, c);
	finish(r);
	start(r->next);
	set(i, next, r->clause);
	close_loop(r);
}

static void range_map(Range *r, Node *x)
{
	Ref m = expr(x);
	Type *t = ir_type(L->fn, m), *u = type_under(t);
	Ref it = ir_local(L->fn, L_MAPITER, NULL, t, x->pos);
	Ins *i = emit(OP_MAP_ITER, r->clause);
	i->dst = it;
	i->a = m;
	i->type = t;
	begin(r);
	Ref d[3] = { temp(basic(K_BOOL), x), r->key ? temp(type_canon(u->u.map.key), x) : REF_NONE, r->value ? temp(type_canon(u->u.map.elem), x) : REF_NONE };
	uint32_t at = ir_refs(L->fn, d, 3);
	i = emit(OP_MAP_KEY, r->clause);
	i->a = it;
	i->type = t;
	i->dsts = at;
	i->ndst = 3;
	br(d[0], r->body, r->end, r->clause);
	start(r->body);
	bind_both(r, d[1], d[2]);
	finish(r);
	start(r->next);
	i = emit(OP_MAP_NEXT, r->clause);
	i->a = it;
	i->type = t;
	close_loop(r);
}

static void range_chan(Range *r, Node *x)
{
	Ref c = stable(expr(x), x);
	Type *t = ir_type(L->fn, c);
	begin(r);
	Ref d[2] = { r->key ? temp(type_canon(type_under(t)->u.chan.elem), x) : REF_NONE, temp(basic(K_BOOL), x) };
	uint32_t at = ir_refs(L->fn, d, 2);
	Ins *i = emit(OP_RECV2, r->clause);
	i->a = c;
	i->type = t;
	i->dsts = at;
	i->ndst = 2;
	br(d[1], r->body, r->end, r->clause);
	start(r->body);
	bind(r, r->key, d[0]);
	finish(r);
	start(r->next);
	close_loop(r);
}

void range_stmt(Node *n)
{
	Node *c = n->u.forr.init, *x = c->u.range.x;
	Range r = { .n = n, .clause = c, .define = c->flags & NF_DEFINE };
	r.key = c->u.range.key && !is_blank(c->u.range.key) ? c->u.range.key : NULL;
	r.value = c->u.range.value && !is_blank(c->u.range.value) ? c->u.range.value : NULL;
	r.shared = !allows_version(n, L->pkg, "go1.22");
	Type *u = type_under(nty(x));
	if (u->kind == K_FUNC) {
		range_func(n);
		return;
	}
	declare_shared(&r);
	switch (u->kind) {
	case K_SLICE: case K_ARRAY: case K_POINTER: range_elems(&r, x); break;
	case K_STRING: range_string(&r, x); break;
	case K_MAP: range_map(&r, x); break;
	case K_CHAN: range_chan(&r, x); break;
	default:
		if (type_is_integer(u))
			range_int(&r, x);
		else
			unsupported(n, "this range");
	}
}
