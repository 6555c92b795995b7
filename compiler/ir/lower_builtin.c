/* lower_builtin.c: predeclared and unsafe functions. */
#include "compiler/ir/lower.h"

static Ref as_int(Node *n)
{
	if (n->val)
		return ir_const(L->fn, basic(K_INT), const_to_int(n->val));
	Ref r = expr(n);
	Type *t = ir_type(L->fn, r);
	if (t == basic(K_INT))
		return r;
	/* Unsigned values above the range of int become negative and fail there as they must. */
	return emit_v(type_under(t)->kind == K_INT ? OP_CAST : OP_CONV, basic(K_INT), t, r, REF_NONE, n);
}

/* Operands of a builtin; f(g()) gives g's results. first: conversion of the first, rest: of the others; NULL: none. */
static Ref *operands(Node *n, int *count, Type *first, Type *rest)
{
	NodeVec *a = &n->u.call.args;
	Ref *v;
	if (a->n == 1 && ntuple(a->v[0]) > 1 && node_unparen(a->v[0])->kind == N_CALL) {
		*count = ntuple(a->v[0]);
		v = arena_array(&build_arena, Ref, *count + 1);
		bool late = L->late;
		L->late = false;
		multi(a->v[0], v);
		L->late = late;
		for (int i = 0; i < *count; i++)
			if (i ? rest : first)
				v[i] = conv(v[i], i ? rest : first, a->v[0]);
		return v;
	}
	*count = a->n;
	v = arena_array(&build_arena, Ref, a->n + 1);
	Type **to = arena_array(&build_arena, Type *, a->n + 1);
	vec_each(a, i)
		to[i] = i ? rest : first;
	exprs(a->v, a->n, v, to);
	return v;
}

static Ref make(Node *n)
{
	NodeVec *a = &n->u.call.args;
	Type *t = nty(n), *u = type_under(t);
	if (u->kind == K_INTERFACE && type_core(t))
		u = type_core(t);
	Ref x = a->n > 1 ? as_int(a->v[1]) : REF_NONE, y = a->n > 2 ? as_int(a->v[2]) : REF_NONE;
	Op op = u->kind == K_SLICE ? OP_MAKE_SLICE : u->kind == K_MAP ? OP_MAKE_MAP : OP_MAKE_CHAN;
	uint32_t s = site(SITE_MAKE, t, n);
	Ref d = emit_v(op, t, t, x, y, n);
	site_ins(s);
	return d;
}

static Ref new_(Node *n)
{
	Type *pt = nty(n), *t = type_canon(type_under(pt)->u.pointer.elem);
	Node *arg = n->u.call.args.v[0];
	Ref v = arg->flags & NF_IS_TYPE ? REF_NONE : expr_as(arg, t);
	uint32_t s = site(SITE_NEW, t, n);
	Ref d = emit_v(OP_NEW, pt, t, REF_NONE, REF_NONE, n);
	site_ins(s);
	if (v)
		lv_store(lv_deref(d, true), v, F_INIT, n);
	return d;
}

bool is_make_of(Node *n, Node **len)
{
	n = node_unparen(n);
	if (n->kind != N_CALL || !(n->flags & NF_BUILTIN) || n->u.call.args.n != 2)
		return false;
	Node *f = fun_name(n->u.call.fun);
	*len = n->u.call.args.v[1];
	return f && f->u.name.obj->u.builtin.id == B_MAKE && type_under(nty(n))->kind == K_SLICE;
}

static Ref append(Node *n)
{
	NodeVec *a = &n->u.call.args;
	Type *t = nty(n), *elem = type_canon(type_under(t)->u.slice.elem);
	if (a->n == 1 && ntuple(a->v[0]) <= 1)
		return expr_as(a->v[0], t);
	Ref *v = arena_array(&build_arena, Ref, a->n + 1);
	Node *len;
	if (n->flags & NF_DOTS) {
		Ref c = REF_NONE;
		if (is_make_of(a->v[1], &len)) {
			v[0] = expr_as(a->v[0], t);
			c = as_int(len);
			Ref z = kint(0);
			/* make panics on a negative length before anything grows */
			int bad = blk(), ok = blk();
			br(compare(T_LT, c, z, n), bad, ok, n);
			start(bad);
			uint32_t s = site(SITE_MAKE, t, n);
			emit_v(OP_MAKE_SLICE, t, t, c, REF_NONE, a->v[1]);
			site_ins(s);
			start(ok);
			v[1] = knil(t);
		} else if (is_nil(a->v[1])) {
			return expr_as(a->v[0], t);
		} else {
			Type *to[2] = { t, NULL };
			exprs(a->v, 2, v, to);
		}
		uint32_t s = site(SITE_APPEND, t, n);
		Ref d = emit_v(OP_APPEND_SLICE, t, t, v[0], v[1], n);
		if (c) {
			vec_last(&L->fn->ins).c = c;
			vec_last(&L->fn->ins).flags |= F_MAKE;
		}
		site_ins(s);
		return d;
	}
	int k;
	v = operands(n, &k, t, elem);
	uint32_t s = site(SITE_APPEND, t, n), at = ir_refs(L->fn, v + 1, k - 1);
	Ref d = emit_v(OP_APPEND, t, t, v[0], REF_NONE, n);
	Ins *i = &vec_last(&L->fn->ins);
	i->list = at;
	i->nlist = (uint16_t)(k - 1);
	site_ins(s);
	return d;
}

static Ref len_cap(Node *n, bool cap)
{
	Node *x = n->u.call.args.v[0];
	Type *t = nty(x), *u = type_under(t);
	if (u->kind == K_POINTER)
		u = type_under(u->u.pointer.elem);
	if (u->kind == K_ARRAY) {
		if (has_call(x))
			expr(x);
		return kint(u->u.array.len);
	}
	Ref r = expr(x);
	return emit_v(cap ? OP_CAP : OP_LEN, basic(K_INT), t, r, REF_NONE, n);
}

static void print(Ref *v, int n, bool ln, Node *src)
{
	uint32_t at = ir_refs(L->fn, v, n);
	Ins *i = emit(OP_PRINT, src);
	i->list = at;
	i->nlist = (uint16_t)n;
	if (ln)
		i->flags |= F_LN;
}

/* The right to recover of the function that the source shows around this place, for code that lowering puts into another one. */
Ref recover_right(Node *src)
{
	LFn *at = L;
	while (L->rf)
		L = L->outer;
	LFn *real = L;
	real->fn->has_recover = true;
	Ref r = emit_v(OP_RECOVER_RIGHT, basic(K_BOOL), NULL, REF_NONE, REF_NONE, src);
	L = at;
	return at == real ? r : REF_LOCAL(capture_from(at, real, REF_IDX(r)));
}

/* Builtins that can be deferred, on evaluated operands. dst: result or NONE. */
void builtin_op(int id, Ref *v, int n, Ref dst, Node *src)
{
	switch (id) {
	case B_CLOSE: case B_CLEAR: case B_PANIC: {
		Type *t = ir_type(L->fn, v[0]);
		Ins *i = emit(id == B_CLOSE ? OP_CLOSE : id == B_CLEAR ? OP_CLEAR : OP_PANIC, src);
		i->a = v[0];
		i->type = id == B_PANIC ? NULL : t;
		return;
	}
	case B_DELETE: case B_COPY: {
		Type *t = ir_type(L->fn, v[0]);
		Ins *i = emit(id == B_DELETE ? OP_MAP_DELETE : OP_COPY, src);
		i->dst = dst;
		i->a = v[0];
		i->b = v[1];
		i->type = t;
		return;
	}
	case B_PRINT: case B_PRINTLN:
		print(v, n, id == B_PRINTLN, src);
		return;
	case B_RECOVER: {
		/* n 1: the right was evaluated before (deferred recover) */
		Ref right = n ? v[0] : L->rf ? recover_right(src) : REF_NONE;
		if (!right)
			L->fn->has_recover = true;
		if (!dst)
			dst = temp(ty(t_any), src);
		Ins *i = emit(OP_RECOVER, src);
		i->dst = dst;
		i->a = right;
		return;
	}
	}
	bug("lower: builtin %s cannot be deferred", builtin_name[id]);
}

static Ref minmax(Node *n, bool max)
{
	Type *t = nty(n);
	int k;
	Ref *v = operands(n, &k, t, t), r = v[0];
	for (int i = 1; i < k; i++)
		r = emit_v(max ? OP_MAX : OP_MIN, t, t, r, v[i], n);
	return r;
}

static Ref complex_(int id, Node *n)
{
	NodeVec *a = &n->u.call.args;
	Type *t = nty(n);
	if (id == B_COMPLEX) {
		Type *part = basic(type_under(t)->kind == K_COMPLEX64 ? K_FLOAT32 : K_FLOAT64);
		int k;
		Ref *v = operands(n, &k, part, part);
		return emit_v(OP_COMPLEX, t, t, v[0], v[1], n);
	}
	Ref r = expr(a->v[0]);
	return emit_v(id == B_REAL ? OP_REAL : OP_IMAG, t, ir_type(L->fn, r), r, REF_NONE, n);
}

static Ref unsafe_(int id, Node *n)
{
	NodeVec *a = &n->u.call.args;
	Type *t = nty(n);
	switch (id) {
	case B_UNSAFE_SIZEOF: return knum(t, type_size(nty(a->v[0])));
	case B_UNSAFE_ALIGNOF: return knum(t, type_align(nty(a->v[0])));
	case B_UNSAFE_OFFSETOF: {
		Node *s = node_unparen(a->v[0]);
		Type *st = nty(s->u.sel.x);
		Selection *sel = s->u.sel.sel;
		int64_t off = 0;
		if (type_deref(st))
			st = type_deref(st);
		for (int i = 0; i < sel->npath; i++) {
			off += type_field_offset(type_under(st), sel->path[i]);
			st = type_canon(type_under(st)->u.st.fields.v[sel->path[i]].type);
		}
		return knum(t, off);
	}
	}
	Ref v[2] = { 0 };
	if (id == B_UNSAFE_SLICEDATA || id == B_UNSAFE_STRINGDATA) {
		v[0] = expr(a->v[0]);
		return emit_v(OP_SLICE_PTR, t, ir_type(L->fn, v[0]), v[0], REF_NONE, n);
	}
	int k;
	Ref *p = operands(n, &k, NULL, a->n > 1 && a->v[1]->val ? basic(K_INT) : NULL);
	v[0] = p[0];
	v[1] = p[1];
	switch (id) {
	case B_UNSAFE_ADD: return emit_v(OP_PTR_ADD, t, ir_type(L->fn, v[1]), v[0], v[1], n);
	case B_UNSAFE_SLICE: return emit_v(OP_UNSAFE_SLICE, t, type_canon(type_under(t)->u.slice.elem), v[0], v[1], n);
	case B_UNSAFE_STRING: return emit_v(OP_UNSAFE_STRING, t, basic(K_UINT8), v[0], v[1], n);
	}
	bug("lower: builtin %s", builtin_name[id]);
}

Ref builtin(Node *n, bool used)
{
	Node *f = fun_name(n->u.call.fun);
	int id = f->u.name.obj->u.builtin.id;
	NodeVec *a = &n->u.call.args;
	Ref v[2], d, *p;
	int k;
	switch (id) {
	case B_APPEND: return append(n);
	case B_CAP: return len_cap(n, true);
	case B_LEN: return len_cap(n, false);
	case B_MAKE: return make(n);
	case B_NEW: return new_(n);
	case B_MAX: return minmax(n, true);
	case B_MIN: return minmax(n, false);
	case B_COMPLEX: case B_REAL: case B_IMAG: return complex_(id, n);
	case B_CLEAR: case B_CLOSE:
		v[0] = expr(a->v[0]);
		builtin_op(id, v, 1, REF_NONE, n);
		return REF_NONE;
	case B_PANIC:
		v[0] = expr_as(a->v[0], ty(t_any));
		builtin_op(id, v, 1, REF_NONE, n);
		return REF_NONE;
	case B_COPY:
		p = operands(n, &k, NULL, NULL);
		d = used ? temp(basic(K_INT), n) : REF_NONE;
		builtin_op(id, p, 2, d, n);
		return d;
	case B_DELETE: {
		Type *mt = nty(a->v[0]);
		if (mt->kind == K_TUPLE)
			mt = type_canon(mt->u.tuple.types.v[0]);
		p = operands(n, &k, NULL, type_canon(type_under(mt)->u.map.key));
		builtin_op(id, p, 2, REF_NONE, n);
		return REF_NONE;
	}
	case B_PRINT: case B_PRINTLN:
		p = operands(n, &k, NULL, NULL);
		builtin_op(id, p, k, REF_NONE, n);
		return REF_NONE;
	case B_RECOVER:
		d = temp(ty(t_any), n);
		builtin_op(id, NULL, 0, d, n);
		return d;
	default:
		return unsafe_(id, n);
	}
}
