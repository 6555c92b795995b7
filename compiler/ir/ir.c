/* ir.c: building blocks of the IR: locals, constants, places, blocks, instructions, and walking over operands.
 * Everything lives in the build arena; nothing is freed. */
#include "compiler/ir/ir.h"

const char *const op_text[OP_COUNT] = {
#define OP(id, text, eff, doc) [OP_##id] = text,
#include "compiler/ir/ops.def"
#undef OP
};
enum { R = EFF_R, W = EFF_W, A = EFF_A, P = EFF_P, C = EFF_C };
const uint8_t op_effect[OP_COUNT] = {
#define OP(id, text, eff, doc) [OP_##id] = eff,
#include "compiler/ir/ops.def"
#undef OP
};
Prog *prog;

Ref ir_local(Fn *f, enum LocalKind kind, Sym *name, Type *type, Pos pos)
{
	Local l = { .kind = kind, .name = name, .type = type, .pos = pos };
	vec_push(&f->locals, l);
	int i = f->locals.n - 1;
	switch (kind) {
	case L_PARAM: vec_push(&f->params, i); break;
	case L_RESULT: vec_push(&f->results, i); break;
	case L_CAPTURE: vec_push(&f->captures, i); break;
	case L_VAR: case L_TEMP: case L_MAPITER: break;
	}
	return REF_LOCAL(i);
}

Ref ir_temp(Fn *f, Type *type, Pos pos)
{
	return ir_local(f, L_TEMP, NULL, type, pos);
}

Ref ir_const(Fn *f, Type *type, const Const *val)
{
	/* The last few constants are the likely duplicates. */
	for (int i = f->consts.n - 1; i >= 0 && i >= f->consts.n - 8; i--)
		if (f->consts.v[i].type == type && f->consts.v[i].val == val)
			return REF(RK_CONST, i);
	ConstRef c = { type, (Const *)val };
	vec_push(&f->consts, c);
	return REF(RK_CONST, f->consts.n - 1);
}

Ref ir_fnref(Fn *f, Fn *target)
{
	vec_each(&f->fnrefs, i)
		if (f->fnrefs.v[i] == target)
			return REF(RK_FN, i);
	vec_push(&f->fnrefs, target);
	return REF(RK_FN, f->fnrefs.n - 1);
}

Type *ir_type(const Fn *f, Ref r)
{
	switch (REF_KIND(r)) {
	case RK_LOCAL: return f->locals.v[REF_IDX(r)].type;
	case RK_CONST: return f->consts.v[REF_IDX(r)].type;
	case RK_FN: {
		Fn *t = f->fnrefs.v[REF_IDX(r)];
		return t->sig;
	}
	}
	return NULL;
}

Local *ir_loc(Fn *f, Ref r)
{
	return REF_KIND(r) == RK_LOCAL ? &f->locals.v[REF_IDX(r)] : NULL;
}

uint32_t ir_refs(Fn *f, const Ref *r, int n)
{
	uint32_t at = (uint32_t)f->refs.n;
	for (int i = 0; i < n; i++)
		vec_push(&f->refs, r[i]);
	return at;
}

uint32_t ir_place(Fn *f, Place p)
{
	vec_push(&f->places, p);
	return (uint32_t)f->places.n - 1;
}

int ir_blk(Fn *f, int loop_depth)
{
	Blk b = { .loop_depth = loop_depth };
	vec_push(&f->blks, b);
	return f->blks.n - 1;
}

#define NO_PLACE UINT32_MAX

Ins *ir_ins(Fn *f, int blk, Op op, Pos pos)
{
	Ins i = { .op = op, .pos = pos, .site = NO_SITE, .place = NO_PLACE };
	vec_push(&f->ins, i);
	vec_push(&f->blks.v[blk].ins, f->ins.n - 1);
	return &f->ins.v[f->ins.n - 1];
}

static bool uses_place(const Ins *i)
{
	return i->op == OP_LOAD || i->op == OP_STORE || i->op == OP_ADDR;
}

void ir_each_ref(Fn *f, Ins *i, void (*fn)(Ref *r, bool is_dst, void *arg), void *arg)
{
	if (i->a)
		fn(&i->a, false, arg);
	if (i->b)
		fn(&i->b, false, arg);
	if (i->c)
		fn(&i->c, false, arg);
	for (int k = 0; k < i->nlist; k++)
		if (f->refs.v[i->list + k])
			fn(&f->refs.v[i->list + k], false, arg);
	if (uses_place(i)) {
		Place *p = &f->places.v[i->place];
		if (p->ref)
			fn(&p->ref, false, arg);
		if (p->index)
			fn(&p->index, false, arg);
		for (uint32_t k = 0; k < p->nproj; k++)
			if (f->projs.v[p->proj + k].is_index && f->projs.v[p->proj + k].index)
				fn(&f->projs.v[p->proj + k].index, false, arg);
	}
	if (i->op == OP_SELECT)
		vec_each(&i->u.sel->cases, k) {
			SelCase *c = &i->u.sel->cases.v[k];
			if (c->chan)
				fn(&c->chan, false, arg);
			if (c->value)
				fn(&c->value, false, arg);
			if (c->dst)
				fn(&c->dst, true, arg);
			if (c->ok)
				fn(&c->ok, true, arg);
		}
	if (i->dst)
		fn(&i->dst, true, arg);
	for (int k = 0; k < i->ndst; k++)
		if (f->refs.v[i->dsts + k])
			fn(&f->refs.v[i->dsts + k], true, arg);
}
