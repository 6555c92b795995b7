/* lower_call.c: calls and their arguments, expressions with several values. */
#include "compiler/ir/lower.h"

int ntuple(Node *n)
{
	n = node_unparen(n);
	if (n->type && n->type->kind == K_TUPLE)
		return n->type->u.tuple.types.n;
	return n->type ? 1 : 0;
}

/* ... parameter made from the last n values. */
static Ref pack(Type *slice, const Ref *v, int n, Node *src)
{
	if (!n)
		return knil(slice);
	Type *elem = type_canon(type_under(slice)->u.slice.elem), *arr = type_canon(type_array(elem, n));
	uint32_t s = site(SITE_VARIADIC, arr, src);
	Ref p = emit_v(OP_NEW, ptr_to(arr), arr, REF_NONE, REF_NONE, src);
	site_ins(s);
	for (int i = 0; i < n; i++)
		lv_store(lv_index(lv_deref(p, true), kint(i), true), v[i], F_INIT, src);
	Ref d = temp(slice, src);
	Ref len = kint(n);
	Ins *i = emit(OP_SLICE_MAKE, src);
	i->dst = d;
	i->type = slice;
	i->a = p;
	i->b = i->c = len;
	return d;
}

int call_args(Node *n, Type *sig, Ref *out)
{
	NodeVec *a = &n->u.call.args;
	int np = sig->u.fn.params.n;
	bool variadic = sig->u.fn.variadic && !(n->flags & NF_DOTS);
	int fixed = variadic ? np - 1 : np;
	Type *last = np ? type_canon(sig->u.fn.params.v[np - 1]->type) : NULL;
	Type *elem = variadic ? type_canon(type_under(last)->u.slice.elem) : NULL;
	int nv = a->n;
	Ref *v;
	if (a->n == 1 && ntuple(a->v[0]) > 1 && node_unparen(a->v[0])->kind == N_CALL) {
		nv = ntuple(a->v[0]);
		v = arena_array(&build_arena, Ref, nv + 1);
		bool late = L->late;
		L->late = false;
		multi(a->v[0], v);
		L->late = late;
		for (int i = 0; i < nv; i++)
			v[i] = conv(v[i], i < fixed ? type_canon(sig->u.fn.params.v[i]->type) : elem, a->v[0]);
	} else {
		v = arena_array(&build_arena, Ref, nv + 1);
		Type **to = arena_array(&build_arena, Type *, nv + 1);
		for (int i = 0; i < nv; i++)
			to[i] = i < fixed ? type_canon(sig->u.fn.params.v[i]->type) : elem;
		exprs(a->v, nv, v, to);
	}
	for (int i = 0; i < fixed; i++)
		out[i] = v[i];
	if (variadic)
		out[fixed] = pack(last, v + fixed, nv - fixed, n);
	return np;
}

static Node *method_node(Node *fun)
{
	fun = node_unparen(fun);
	if (fun->kind == N_INDEX)
		fun = node_unparen(fun->u.index.x);
	if (fun->kind != N_SELECTOR || !fun->u.sel.sel)
		return NULL;
	SelKind k = fun->u.sel.sel->kind;
	return k == SEL_METHOD_VAL || k == SEL_IFACE_METHOD ? fun : NULL;
}

static Type *callee_sig(Node *fun)
{
	Type *t = nty(fun);
	Type *u = type_under(t);
	if (u->kind == K_INTERFACE) {
		Type *core = type_core(t);
		u = core ? type_canon(core) : u;
	}
	return u;
}

int call(Node *n, Ref *dst, int ndst)
{
	Node *fun = n->u.call.fun, *m = method_node(fun);
	Callee c = { .how = CALLEE_VALUE };
	Fn *f = m ? NULL : static_fn(fun);
	bool late = L->late, args_first = n->u.call.args.n == 1 && ntuple(n->u.call.args.v[0]) > 1;
	if (!late)
		order_parts(n);
	L->late = true;
	Type *sig = f ? f->sig : NULL;
	Ref value = REF_NONE;
	int cap = n->u.call.args.n + 2;
	if (n->u.call.args.n == 1)
		cap = ntuple(n->u.call.args.v[0]) + 2;
	Ref *args = arena_array(&build_arena, Ref, cap + 1), *v = args + 1;
	if (!sig && args_first)
		sig = sig_of(callee_sig(fun));
	int na = -1;
	if (args_first)
		na = call_args(n, sig, v);
	if (m) {
		method_callee(m, &c);
		sig = c.sig;
	} else if (!f) {
		value = expr(fun);
		if (!sig)
			sig = type_canon(type_under(ir_type(L->fn, value)));
	}
	if (na < 0)
		na = call_args(n, sig, v);
	L->late = late;
	int nr = sig->u.fn.results.n;
	Ref none[8] = { 0 }, *d = dst;
	if (ndst < 0)
		d = nr <= 8 ? none : arena_array(&build_arena, Ref, nr);
	else
		for (int i = 0; i < nr && i < ndst; i++)
			d[i] = temp(type_canon(sig->u.fn.results.v[i]->type), n);
	if (f) {
		if (f->pkg && (!strncmp(f->name, "runtime.SetFinalizer", 20) || !strncmp(f->name, "runtime.AddCleanup", 18)))
			L->fn->noinline = true; /* inlined, its dead variables would keep the object alive in the caller's frame */
		call_fn(f, v, na, d, nr, n);
	} else if (!m) {
		call_value(value, v, na, d, nr, n);
	} else if (c.how == CALLEE_FN) {
		args[0] = c.recv;
		call_fn(c.fn, args, na + 1, d, nr, n);
	} else {
		uint32_t list = ir_refs(L->fn, v, na), dsts = ir_refs(L->fn, d, nr);
		Ins *i = emit(OP_CALL_IFACE, n);
		i->a = c.recv;
		i->type = c.iface;
		i->u.imm = c.index;
		i->list = list;
		i->nlist = (uint16_t)na;
		i->dsts = dsts;
		i->ndst = (uint16_t)nr;
	}
	return nr;
}

int multi(Node *n, Ref *dst)
{
	n = node_unparen(n);
	switch (n->kind) {
	case N_CALL:
		return call(n, dst, ntuple(n));
	case N_INDEX: {
		Type *mt = nty(n->u.index.x);
		dst[0] = temp(type_canon(type_under(mt)->u.map.elem), n);
		dst[1] = temp(basic(K_BOOL), n);
		mapindex2(n, dst[0], dst[1]);
		return 2;
	}
	case N_ASSERT:
		dst[0] = assert_to(n, &dst[1]);
		return 2;
	case N_UNARY: {
		Ref c = expr(n->u.unary.x);
		Type *ct = ir_type(L->fn, c);
		dst[0] = temp(type_canon(type_under(ct)->u.chan.elem), n);
		dst[1] = temp(basic(K_BOOL), n);
		uint32_t at = ir_refs(L->fn, dst, 2);
		Ins *i = emit(OP_RECV2, n);
		i->a = c;
		i->type = ct;
		i->dsts = at;
		i->ndst = 2;
		return 2;
	}
	default:
		bug_at("lower", L->fn->name, n->pos);
		bug("lower: %s has no two values", node_kind_name[n->kind]);
	}
}
