/* dead.c: after inlining: closures nobody uses any more, and the literals only they created. */
#include "compiler/opt/inline.h"

static void count_use(Ref *r, bool is_dst, void *arg)
{
	if (!is_dst && REF_KIND(*r) == RK_LOCAL)
		((int *)arg)[REF_IDX(*r)]++;
}

static void drop_lit(Fn *f, Fn *lit)
{
	vec_each(&f->lits, i)
		if (f->lits.v[i] == lit) {
			for (int k = i + 1; k < f->lits.n; k++)
				f->lits.v[k - 1] = f->lits.v[k];
			f->lits.n--;
			break;
		}
	lit->blks.n = 0;
	if (lit->unit)
		vec_each(&lit->unit->fns, i)
			if (lit->unit->fns.v[i] == lit) {
				for (int k = i + 1; k < lit->unit->fns.n; k++)
					lit->unit->fns.v[k - 1] = lit->unit->fns.v[k];
				lit->unit->fns.n--;
				break;
			}
	while (lit->lits.n)
		drop_lit(lit, lit->lits.v[0]);
}

static bool still_made(const Fn *f, const Fn *lit)
{
	if (lit->reachable)             /* static data names it */
		return true;
	vec_each(&f->fnrefs, i)         /* without captures it is a constant */
		if (f->fnrefs.v[i] == lit)
			return true;
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			const Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			if (i->op == OP_CLOSURE && i->u.fn == lit)
				return true;
		}
	return false;
}

/* A variable that only ever receives the closure counts as unused too: f := func() {...}; f() after inlining. */
void dead_closures(Fn *f)
{
	if (!f->inl.n || !f->lits.n)
		return;
	bool again = true;
	VEC(Fn *) gone = { 0 };         /* literals whose making was deleted here; static data may still name the others */
	while (again) {
		again = false;
		Mark m = arena_mark(&build_arena);
		int *use = arena_array(&build_arena, int, f->locals.n + 1);
		vec_each(&f->blks, b)
			vec_each(&f->blks.v[b].ins, j) {
				Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
				if (i->op != OP_VARDEF)
					ir_each_ref(f, i, count_use, use);
			}
		vec_each(&f->lits, l)
			vec_each(&f->lits.v[l]->captures, k)
				use[f->lits.v[l]->locals.v[f->lits.v[l]->captures.v[k]].capture_of]++;
		vec_each(&f->blks, b)
			vec_each(&f->blks.v[b].ins, j) {
				Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
				if (REF_KIND(i->dst) != RK_LOCAL || use[REF_IDX(i->dst)] || f->locals.v[REF_IDX(i->dst)].addr_taken)
					continue;
				uint8_t kind = f->locals.v[REF_IDX(i->dst)].kind;
				if ((kind != L_TEMP && kind != L_VAR) || !type_is(ir_type(f, i->dst), K_FUNC) || (i->op != OP_CLOSURE && i->op != OP_MOV))
					continue;
				if (i->op == OP_CLOSURE && i->site != NO_SITE)
					f->sites.v[i->site].verdict = V_NONE;
				if (i->op == OP_CLOSURE)
					vec_push(&gone, i->u.fn);
				else if (REF_KIND(i->a) == RK_FN)
					vec_push(&gone, f->fnrefs.v[REF_IDX(i->a)]);
				i->op = OP_NOP;
				i->nlist = 0;
				i->dst = i->a = REF_NONE;
				again = true;
			}
		vec_each(&gone, k)
			for (int l = f->lits.n - 1; l >= 0; l--)
				if (f->lits.v[l] == gone.v[k] && !still_made(f, gone.v[k]))
					drop_lit(f, gone.v[k]);         /* what it captured may be unused now */
		(void)m;
	}
}
