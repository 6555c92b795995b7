/* lower_range_func.c: range over functions. The loop body becomes a function literal handed to the iterator:
 *
 *	state := READY; next := 0
 *	f(func(k, v) bool {
 *		if state != READY { panic(state) }
 *		state = PANIC
 *		BODY            continue: state = READY; return true
 *		                break: state = DONE; return false
 *		                anything else: state = DONE; next = CODE; return false
 *		state = READY
 *		return true
 *	})
 *	if state == PANIC { panic(MISSED_PANIC) }
 *	state = EXHAUSTED
 *	if next == CODE { do what CODE stands for here, where it may again leave an enclosing body }
 *
 * return stores to the real function's results first. defer in a body goes to the real function's frame (DEFER_FRAME). */
#include "compiler/ir/lower.h"

enum { RF_DONE, RF_READY, RF_EXHAUSTED, RF_PANIC, RF_MISSED_PANIC };    /* as TU_RF_* of runtime/include/tuco.h */

static Ref state_var(Node *n)
{
	Ref r = ir_local(L->fn, L_VAR, NULL, basic(K_INT), n->pos);
	Local *l = ir_loc(L->fn, r);
	l->implicit = l->assigned = true;
	l->loop_depth = L->depth;
	vardef(r, n, false);
	return r;
}

static Ref owner_var(RangeFn *rf, int local)
{
	if (L == rf->owner)
		return REF_LOCAL(local);
	assert(L->outer == rf->owner);
	return REF_LOCAL(capture(L, local));
}

static void yield_result(bool more, Node *src)
{
	set(REF_LOCAL(L->fn->results.v[0]), kbool(more), src);
	emit(OP_RET, src);
}

void branch_out(int op, Node *stmt, Node *src)
{
	RangeFn *rf = L->rf;
	if (!rf) {
		bug_at("lower", L->fn->name, src->pos);
		bug("lower: branch target not found");
	}
	bool own = stmt == rf->stmt || (!stmt && op != T_RETURN && op != T_GOTO);
	if (own && op == T_CONTINUE) {
		set(owner_var(rf, rf->state), kint(RF_READY), src);
		yield_result(true, src);
		return;
	}
	set(owner_var(rf, rf->state), kint(RF_DONE), src);
	if (!(own && op == T_BREAK)) {
		int code = 0;
		vec_each(&rf->exits, i)
			if (rf->exits.v[i].op == op && rf->exits.v[i].stmt == stmt)
				code = rf->exits.v[i].code;
		if (!code) {
			RangeExit e = { op, stmt, code = rf->exits.n + 1 };
			vec_push(&rf->exits, e);
		}
		set(owner_var(rf, rf->next), kint(code), src);
	}
	yield_result(false, src);
}

static void bind_param(Node *lhs, bool define, Ref p)
{
	if (!lhs || is_blank(lhs))
		return;
	Obj *o = lhs->kind == N_NAME ? lhs->u.name.obj : NULL;
	if (define && o && o->pos == lhs->pos && ty(o->type) == ir_type(L->fn, p)) {
		Local *l = ir_loc(L->fn, p);
		l->name = o->name;
		l->obj = o;
		l->pos = o->pos;
		map_set(&L->vars, MAP_KEY(o), (void *)(intptr_t)(REF_IDX(p) + 1));
		return;
	}
	define_or_assign(lhs, define, p, lhs);
}

static Fn *body_fn(Node *n, RangeFn *rf, Type *yield)
{
	Node *c = n->u.forr.init;
	Type *ysig = sig_of(yield);
	Fn *f = lit_fn(L, "-range", &L->nrange, ysig, n);
	f->range_body = true;
	LFn *outer = L, *saved = lfn_begin(f, outer, NULL);
	L->rf = rf;
	Ref p[2] = { 0 };
	vec_each(&ysig->u.fn.params, i) {
		Ref r = ir_local(f, L_PARAM, sym("_"), type_canon(ysig->u.fn.params.v[i]->type), n->pos);
		if (i < 2)
			p[i] = r;
	}
	ir_local(f, L_RESULT, sym("~r0"), type_canon(ysig->u.fn.results.v[0]->type), n->pos);
	/* As in gc, variables of an enclosing scope are assigned even when the loop is over and the call is about to fail. */
	bool define = c->flags & NF_DEFINE;
	if (!define && p[0] && p[1] && c->u.range.key && c->u.range.value && !is_blank(c->u.range.key) && !is_blank(c->u.range.value)) {
		assign_two(c->u.range.key, p[0], c->u.range.value, p[1]);
	} else if (!define) {
		if (p[0])
			bind_param(c->u.range.key, false, p[0]);
		if (p[1])
			bind_param(c->u.range.value, false, p[1]);
	}
	Ref st = owner_var(rf, rf->state);
	int bad = blk(), go = blk();
	br(compare(T_EQ, st, kint(RF_READY), n), go, bad, n);
	start(bad);
	emit(OP_RANGE_PANIC, n)->a = st;
	start(go);
	set(st, kint(RF_PANIC), n);
	if (define && p[0])
		bind_param(c->u.range.key, true, p[0]);
	if (define && p[1])
		bind_param(c->u.range.value, true, p[1]);
	block(n->u.forr.body);
	if (L->cur >= 0) {
		set(st, kint(RF_READY), n);
		yield_result(true, n);
	}
	lfn_end(saved);
	return f;
}

void range_func(Node *n)
{
	Node *x = n->u.forr.init->u.range.x;
	RangeFn *rf = NEW(RangeFn);
	rf->up = L->rf;
	rf->owner = L;
	rf->stmt = n;
	Ref f = expr(x);
	if (ir_loc(L->fn, f))
		f = stable(f, x);
	Type *ft = type_under(ir_type(L->fn, f));
	Type *yt = type_canon(ft->u.fn.params.v[0]->type);
	Ref state = state_var(n), next = state_var(n);
	rf->state = REF_IDX(state);
	rf->next = REF_IDX(next);
	set(state, kint(RF_READY), n);
	set(next, kint(0), n);
	Fn *body = body_fn(n, rf, type_under(yt));
	Ref clo = closure_of(body, SITE_CLOSURE, yt, n);
	call_value(f, &clo, 1, NULL, 0, n);
	int missed = blk(), ok = blk();
	br(compare(T_EQ, state, kint(RF_PANIC), n), missed, ok, n);
	start(missed);
	emit(OP_RANGE_PANIC, n)->a = kint(RF_MISSED_PANIC);
	start(ok);
	set(state, kint(RF_EXHAUSTED), n);
	vec_each(&rf->exits, i) {
		int take = blk(), more = blk();
		br(compare(T_EQ, next, kint(rf->exits.v[i].code), n), take, more, n);
		start(take);
		branch_to(rf->exits.v[i].op, rf->exits.v[i].stmt, n);
		start(more);
	}
}
