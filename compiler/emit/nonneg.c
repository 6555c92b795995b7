/* nonneg.c: which int variables are never negative.
 *
 * A bounds check is an unsigned comparison. When the index is known not to be negative it can be a signed one, and then gcc sees at
 * once that the loop condition i < len(s) implies it: the check goes before the vectoriser runs. The proof is by induction over all
 * definitions of a 64-bit variable whose address is not taken: constants, lengths, other such variables, and steps of at most 256
 * upwards. A counter that starts at 0 and grows by such steps would need 2^55 of them to wrap, so wrapping is not considered. */
#include "compiler/emit/em.h"

static uint8_t *ok;             /* by local: 1 while believed */

static bool is_ok(Ref r)
{
	int64_t v;
	if (ref_i64(r, &v))
		return v >= 0;
	if (REF_KIND(r) != RK_LOCAL)
		return false;
	if (ok[REF_IDX(r)])
		return true;
	CType *c = fe.loc[REF_IDX(r)].ct;
	return c->rep == R_INT && !c->is_signed && c->bits < 64;
}

static bool step(Ref r)
{
	int64_t v;
	return ref_i64(r, &v) && v >= 0 && v <= 256;
}

static bool keeps(const Ins *s, int dst)
{
	switch (s->op) {
	case OP_MOV: return is_ok(s->a);
	case OP_STORE: return is_ok(s->a);
	case OP_VARDEF: return true;
	case OP_LEN: case OP_CAP: case OP_COPY: return true;
	case OP_ADD: return (step(s->a) && is_ok(s->b)) || (step(s->b) && is_ok(s->a));
	case OP_AND: return is_ok(s->a) || is_ok(s->b);
	case OP_SHR: case OP_REM: return is_ok(s->a);
	case OP_DIV: case OP_MIN: return is_ok(s->a) && is_ok(s->b);
	case OP_MAX: return is_ok(s->a) || is_ok(s->b);
	case OP_CONV: case OP_CAST: return is_ok(s->a);
	case OP_DECODE_RUNE: return dst == 1;
	default: return false;
	}
}

typedef struct { int loc, dst; Ins *s; } Def;

/* Fills fe.nonneg. Needs fe.loc (types, mem) and fe.order. */
void find_nonneg(void)
{
	Fn *f = fe.f;
	ok = fe.nonneg = arena_alloc(fe.mem, (size_t)f->locals.n + 1);
	VEC(Def) defs = { 0 };
	vec_each(&f->locals, i) {
		LocInfo *l = &fe.loc[i];
		uint8_t k = f->locals.v[i].kind;
		ok[i] = l->ct->rep == R_INT && l->ct->is_signed && l->ct->bits == 64 && !l->mem && (k == L_VAR || k == L_TEMP || k == L_RESULT);
	}
	vec_each(&fe.order, i) {
		Blk *b = &f->blks.v[fe.order.v[i]];
		vec_each(&b->ins, j) {
			Ins *s = &f->ins.v[b->ins.v[j]];
			if (s->op == OP_NOP)
				continue;
			if (s->dst && ok[REF_IDX(s->dst)])
				vec_push(&defs, (Def){ REF_IDX(s->dst), 0, s });
			for (int k = 0; k < s->ndst; k++)
				if (f->refs.v[s->dsts + k] && ok[REF_IDX(f->refs.v[s->dsts + k])])
					vec_push(&defs, (Def){ REF_IDX(f->refs.v[s->dsts + k]), k, s });
			if (s->op == OP_STORE && f->places.v[s->place].base == PB_LOCAL && ok[REF_IDX(f->places.v[s->place].ref)])
				vec_push(&defs, (Def){ REF_IDX(f->places.v[s->place].ref), 0, s });
			if (s->op == OP_SELECT)
				vec_each(&s->u.sel->cases, k)
					if (s->u.sel->cases.v[k].dst)
						ok[REF_IDX(s->u.sel->cases.v[k].dst)] = 0;
		}
	}
	for (bool again = true; again;) {
		again = false;
		vec_each(&defs, i)
			if (ok[defs.v[i].loc] && !keeps(defs.v[i].s, defs.v[i].dst)) {
				ok[defs.v[i].loc] = 0;
				again = true;
			}
	}
}

bool ref_nonneg(Ref r)
{
	int64_t v;
	if (ref_i64(r, &v))
		return v >= 0;
	return REF_KIND(r) == RK_LOCAL && fe.nonneg && fe.nonneg[REF_IDX(r)];
}
