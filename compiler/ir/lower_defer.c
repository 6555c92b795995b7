/* lower_defer.c: go and defer. What is deferred is always a func() value: a literal without parameters as it is, anything else a
 * wrapper that captures function and arguments, evaluated now ("f.deferwrap1", "f.gowrap1"). */
#include "compiler/ir/lower.h"

static void start_go(Ref clo, Node *n)
{
	emit(OP_GO, n)->a = clo;
}

static void start_defer(Ref clo, Node *n)
{
	LFn *real = L;
	while (real->rf)
		real = real->outer;
	real->fn->has_defer = true;
	Ref frame = REF_NONE;
	if (real != L) {
		/* Body of a range-over-func loop: the real function's frame, captured down to here. */
		LFn *at = L;
		L = real;
		real->fn->defer_in_loop = true;
		int i = REF_IDX(emit_v(OP_DEFER_FRAME, basic(K_UNSAFEPTR), NULL, REF_NONE, REF_NONE, n));
		L = at;
		frame = REF_LOCAL(capture_from(at, real, i));
	}
	bool loop = L->depth > 0 || frame;
	if (loop)
		real->fn->defer_in_loop = true;
	Ins *i = emit(OP_DEFER, n);
	i->a = clo;
	i->b = frame;
	if (loop)
		i->flags |= F_LOOP;
}

static void start_call(Ref clo, Node *n)
{
	if (n->op == T_GO)
		start_go(clo, n);
	else
		start_defer(clo, n);
}

typedef struct Later {                  /* the wrapped call */
	enum { LATER_FN, LATER_VALUE, LATER_IFACE, LATER_BUILTIN } how;
	Fn *fn;
	Ref *v; int n;                  /* operands: receiver or func value or interface first */
	Callee c;
	Type *sig;
	int builtin;
	Node *call;                     /* arguments to be put together in the wrapper from leaves, or NULL: v has them */
	VEC(Node *) leaves;
} Later;

enum { LEAF_MAX = 16 };

/* What of an argument must be evaluated now. Literals, new(T) and conversions to interfaces are left to the wrapper, as in gc: there
 * escape analysis sees that only the call uses them. */
static void leaves(Node *n, Later *l)
{
	Node *u = node_unparen(n);
	if (u->val || is_nil(u))
		return;
	if (u->kind == N_CALL && u->flags & NF_BUILTIN && u->u.call.args.n == 1 && u->u.call.args.v[0]->flags & NF_IS_TYPE) {
		Node *f = fun_name(u->u.call.fun);
		if (f && f->u.name.obj->u.builtin.id == B_NEW)
			return;
	}
	if (u->kind == N_UNARY && u->op == T_AND && node_unparen(u->u.unary.x)->kind == N_COMPOSITE)
		u = node_unparen(u->u.unary.x);
	if (u->kind == N_COMPOSITE && u->u.comp.elems.n <= LEAF_MAX) {
		Type *t = type_under(nty(u));
		if (t->kind == K_POINTER)
			t = type_under(t->u.pointer.elem);
		if (t->kind != K_MAP) {
			vec_each(&u->u.comp.elems, i) {
				Node *e = u->u.comp.elems.v[i];
				leaves(e->kind == N_KEYVALUE ? e->u.kv.value : e, l);
			}
			return;
		}
	}
	vec_push(&l->leaves, n);
}

static void later(Later *l, Node *n)
{
	bool go = n->op == T_GO;
	Type *sig = sig_make(NULL, 0, NULL, 0);
	Fn *f = lit_fn(L, go ? ".gowrap" : ".deferwrap", &L->nwrap, sig, n);
	f->wrapper = true;
	f->defer_wrap = !go && l->how != LATER_BUILTIN;
	f->is_closure = true;
	/* Constants and functions need no capture; everything else gets a temporary of its own. */
	Ref *inner = arena_array(&build_arena, Ref, l->n + 1);
	LFn *outer = L;
	for (int i = 0; i < l->n; i++) {
		Ref r = l->v[i];
		switch (REF_KIND(r)) {
		case RK_CONST: inner[i] = ir_const(f, ir_type(L->fn, r), L->fn->consts.v[REF_IDX(r)].val); continue;
		case RK_FN: inner[i] = ir_fnref(f, L->fn->fnrefs.v[REF_IDX(r)]); continue;
		}
		if (ir_loc(L->fn, r)->kind != L_TEMP)
			r = copy_of(r, n);
		inner[i] = ir_local(f, L_CAPTURE, NULL, ir_type(L->fn, r), n->pos);
		ir_loc(f, inner[i])->capture_of = REF_IDX(r);
	}
	Map pre = { 0 };
	vec_each(&l->leaves, i) {
		/* v holds the leaves after the fixed operands */
		int at = l->n - l->leaves.n + i;
		if (ir_loc(f, inner[at]))
			map_set(&pre, MAP_KEY(l->leaves.v[i]), (void *)(intptr_t)(REF_IDX(inner[at]) + 1));
	}
	LFn *saved = lfn_begin(f, outer, NULL);
	if (l->call) {
		int fixed = l->n - l->leaves.n;
		Ref *v = arena_array(&build_arena, Ref, fixed + l->sig->u.fn.params.n + 1);
		memcpy(v, inner, sizeof(Ref) * (size_t)fixed);
		L->pre = &pre;
		l->n = fixed + call_args(l->call, l->sig, v + fixed);
		L->pre = NULL;
		inner = v;
	}
	int nr = l->sig ? l->sig->u.fn.results.n : 0;
	Ref *none = arena_array(&build_arena, Ref, nr + 1);
	switch (l->how) {
	case LATER_FN: call_fn(l->fn, inner, l->n, none, nr, n); break;
	case LATER_VALUE: call_value(inner[0], inner + 1, l->n - 1, none, nr, n); break;
	case LATER_IFACE: {
		uint32_t list = ir_refs(f, inner + 1, l->n - 1), dsts = ir_refs(f, none, nr);
		Ins *i = emit(OP_CALL_IFACE, n);
		i->a = inner[0];
		i->type = l->c.iface;
		i->u.imm = l->c.index;
		i->list = list;
		i->nlist = (uint16_t)(l->n - 1);
		i->dsts = dsts;
		i->ndst = (uint16_t)nr;
		break;
	}
	case LATER_BUILTIN: builtin_op(l->builtin, inner, l->n, REF_NONE, n); break;
	}
	if (L->cur >= 0)
		emit(OP_RET, n);
	lfn_end(saved);
	start_call(closure_of(f, go ? SITE_GO : SITE_DEFER, sig, n), n);
}

static void later_builtin(Node *call_, Node *n)
{
	Node *f = fun_name(call_->u.call.fun);
	NodeVec *a = &call_->u.call.args;
	Later l = { .how = LATER_BUILTIN, .builtin = f->u.name.obj->u.builtin.id, .n = a->n };
	l.v = arena_array(&build_arena, Ref, a->n + 1);
	Type **to = arena_array(&build_arena, Type *, a->n + 1);
	if (l.builtin == B_PANIC)
		to[0] = ty(t_any);
	if (l.builtin == B_DELETE)
		to[1] = type_canon(type_under(nty(a->v[0]))->u.map.key);
	exprs(a->v, a->n, l.v, to);
	if (l.builtin == B_RECOVER)
		l.v[l.n++] = recover_right(n);
	later(&l, n);
}

static void nil_iface_check(Ref r, Node *src)
{
	int nil = blk(), go = blk();
	br(compare(T_EQ, r, knil(ir_type(L->fn, r)), src), nil, go, src);
	start(nil);
	emit(OP_NILCHECK, src)->a = knil(basic(K_UNSAFEPTR));
	emit(OP_UNREACHABLE, src);
	start(go);
}

void go_defer(Node *n)
{
	Node *c = node_unparen(n->u.callstmt.call), *fun = node_unparen(c->u.call.fun);
	if (c->flags & NF_CONVERSION) {
		expr(c);
		return;
	}
	if (c->flags & NF_BUILTIN) {
		later_builtin(c, n);
		return;
	}
	Later l = { .how = LATER_VALUE };
	Node *sel = fun->kind == N_INDEX ? node_unparen(fun->u.index.x) : fun;
	bool is_method = sel->kind == N_SELECTOR && sel->u.sel.sel && (sel->u.sel.sel->kind == SEL_METHOD_VAL || sel->u.sel.sel->kind == SEL_IFACE_METHOD);
	NodeVec *a = &c->u.call.args;
	bool tuple = a->n == 1 && ntuple(a->v[0]) > 1;
	order(is_method ? sel->u.sel.x : fun);
	if (!tuple) {
		vec_each(a, i)
			leaves(a->v[i], &l);
		order_list(l.leaves.v, l.leaves.n, NULL);
	}
	L->late = true;
	int skip = 0;
	Ref first = REF_NONE;
	if (is_method) {
		method_callee(sel, &l.c);
		l.sig = l.c.sig;
		l.how = l.c.how == CALLEE_FN ? LATER_FN : LATER_IFACE;
		l.fn = l.c.fn;
		first = l.c.recv;
		if (l.how == LATER_IFACE)
			nil_iface_check(first, n);
		skip = 1;
	} else if ((l.fn = static_fn(fun))) {
		l.how = LATER_FN;
		l.sig = l.fn->sig;
	} else {
		first = expr(fun);
		l.sig = type_canon(type_under(ir_type(L->fn, first)));
		skip = 1;
	}
	L->late = false;
	if (!is_method && !l.sig->u.fn.params.n && !l.sig->u.fn.results.n && (!l.fn || !l.fn->is_intrinsic)) {
		start_call(l.fn ? ir_fnref(L->fn, l.fn) : stable(first, n), n);
		return;
	}
	if (skip)
		first = stable(first, n);
	if (n->op == T_GO && l.how == LATER_VALUE && ir_loc(L->fn, first)) {
		/* go of a nil function fails in this goroutine */
		int nil = blk(), ok = blk();
		br(compare(T_EQ, first, knil(ir_type(L->fn, first)), n), nil, ok, n);
		start(nil);
		emit(OP_GO, n)->a = knil(sig_make(NULL, 0, NULL, 0));
		start(ok);
	}
	if (tuple) {
		l.v = arena_array(&build_arena, Ref, ntuple(a->v[0]) + 3);
		l.n = skip + call_args(c, l.sig, l.v + skip);
	} else {
		l.call = c;
		l.v = arena_array(&build_arena, Ref, skip + l.leaves.n + 1);
		L->late = true;
		exprs(l.leaves.v, l.leaves.n, l.v + skip, NULL);
		L->late = false;
		l.n = skip + l.leaves.n;
		/* constants and functions among them need no capture: they are lowered again inside */
	}
	if (skip)
		l.v[0] = first;
	later(&l, n);
}
