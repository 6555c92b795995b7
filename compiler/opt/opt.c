/* opt.c: the order of the passes. Inlining goes bottom-up over the call graph: a function's cost is known, and its own calls are expanded,
 * before its callers look at it. */
#include "compiler/opt/inline.h"

static bool ordinary(const Fn *f)
{
	return f->pkg && f->node && !f->wrapper && !f->range_body;
}

static void say_cost(Fn *f)
{
	int m = pkg_flags(f->pkg).m;
	if (!m || !ordinary(f))
		return;
	const char *name = fn_diag_name(f, f->pkg);
	if (f->inl_cost > 0) {
		if (m > 1)
			diag_note(f->node->pos, "can inline %s with cost %d as: %s", name, f->inl_cost - 1, inl_body_text(f));
		else
			diag_note(f->node->pos, "can inline %s", name);
		if (f->targs.n) {               /* gc: a wrapper with the type arguments calls the body shared by their shape */
			diag_note(f->node->pos, "can inline %s", fn_shape_name(f, f->pkg));
			diag_note(f->node->pos, "inlining call to %s", fn_shape_name(f, f->pkg));
		}
	} else if (m > 1)
		diag_note(f->node->pos, "cannot inline %s: %s", name, f->inl_no ? f->inl_no : "recursive");
}

/* The function made of what a go or defer statement calls: nothing but the call. */
static void say_wrapper(Fn *f)
{
	if (!f->wrapper || !f->outer || !f->node || f->node->kind != N_CALL_STMT || !pkg_flags(f->pkg).m || pkg_flags(f->pkg).no_inline)
		return;
	const Node *call = f->node->u.callstmt.call;
	while (call->kind == N_PAREN)
		call = call->u.x.x;
	int cost = inl_cost_of_call(f, call);
	if (cost <= INL_BUDGET)
		diag_note(f->node->pos, "can inline %s", fn_diag_name(f, f->pkg));
	const Node *lit = call->u.call.fun;
	while (lit->kind == N_PAREN)
		lit = lit->u.x.x;
	vec_each(&f->outer->lits, i) {          /* a literal: expanded by gc only */
		Fn *g = f->outer->lits.v[i];
		if (lit->kind == N_FUNCLIT && g->node == lit && !g->wrapper && !g->captures.n && inl_cost_of_lit(f->outer, lit) >= 0)
			diag_note(call->pos, "inlining call to %s", fn_diag_name(g, f->pkg));
	}
}

static void component(Fn **v, int n, bool recursive)
{
	int ntop = 0;
	for (int i = 0; i < n; i++)
		ntop += !v[i]->outer;
	for (int i = n - 1; i >= 0; i--) {      /* literals before the functions around them */
		Fn *f = v[i];
		if (!ordinary(f)) {
			say_wrapper(f);
			f->inl_no = "no name";
			continue;
		}
		OptFlags flags = pkg_flags(f->pkg);
		if (flags.no_inline || flags.no_opt) {
			f->inl_no = "inlining is off";
			continue;
		}
		if (recursive && ntop == 1 && !f->outer)
			f->inl_no = "recursive";
		else
			inl_compute(f);
		say_cost(f);
	}
	for (int i = n - 1; i >= 0; i--) {
		if (!v[i]->blks.n)
			continue;
		inl_expand(v[i]);
		if (devirt_fn(v[i]))
			inl_expand(v[i]);
		dead_closures(v[i]);
		ir_check(v[i], "inline");
	}
}

void opt_program(void)
{
	inl_index_fns();
	fn_bottom_up(component);
}
