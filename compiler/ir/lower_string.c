/* lower_string.c: concatenation and conversions of strings. A chain a + b + c is one STR_CAT. */
#include "compiler/ir/lower.h"

typedef VEC(Node *) Parts;

static void flatten(Node *n, Parts *to)
{
	Node *u = node_unparen(n);
	if (!u->val && u->kind == N_BINARY && u->op == T_ADD) {
		flatten(u->u.binary.x, to);
		flatten(u->u.binary.y, to);
		return;
	}
	vec_push(to, u);
}

Ref str_concat(Node *n)
{
	Parts p = { 0 };
	Type *t = nty(n);
	flatten(n, &p);
	Ref *v = arena_array(&build_arena, Ref, p.n);
	bool late = L->late;
	if (!late)
		order_list(p.v, p.n, NULL);
	L->late = true;
	vec_each(&p, i) {
		v[i] = expr_nocopy(p.v[i]);
		v[i] = v[i] ? conv(v[i], t, p.v[i]) : expr_as(p.v[i], t);
	}
	L->late = late;
	uint32_t s = site(SITE_STR, t, n), at = ir_refs(L->fn, v, p.n);
	Ref d = temp(t, n);
	Ins *i = emit(OP_STR_CAT, n);
	i->dst = d;
	i->type = t;
	i->list = at;
	i->nlist = (uint16_t)p.n;
	site_ins(s);
	return d;
}

static bool elem_is(Type *t, Kind k)
{
	Type *u = type_under(t);
	return u->kind == K_SLICE && type_under(u->u.slice.elem)->kind == k;
}

bool str_conv_needed(Type *from, Type *to)
{
	Kind f = type_under(from)->kind, t = type_under(to)->kind;
	if (t == K_STRING)
		return f != K_STRING;
	return f == K_STRING && t == K_SLICE;
}

Ref str_conv(Ref r, Type *to, Node *src)
{
	Type *from = ir_type(L->fn, r);
	Op op;
	if (type_under(to)->kind == K_STRING)
		op = elem_is(from, K_UINT8) ? OP_STR_BYTES : elem_is(from, K_INT32) ? OP_STR_RUNES : OP_STR_RUNE;
	else
		op = elem_is(to, K_UINT8) ? OP_BYTES_STR : OP_RUNES_STR;
	uint32_t s = site(SITE_STR, to, src);
	Ref d = emit_v(op, to, from, r, REF_NONE, src);
	site_ins(s);
	return d;
}

Ref expr_nocopy(Node *n)
{
	n = node_unparen(n);
	if (n->val || n->kind != N_CALL || !(n->flags & NF_CONVERSION) || type_under(nty(n))->kind != K_STRING)
		return REF_NONE;
	Node *arg = n->u.call.args.v[0];
	if (is_nil(arg) || order_known(n) || (!L->late && has_call(arg)) || !elem_is(nty(arg), K_UINT8))
		return REF_NONE;
	Ref r = expr(arg);
	uint32_t s = site(SITE_STR, nty(n), n);
	Ref d = emit_v(OP_STR_BYTES, nty(n), ir_type(L->fn, r), r, REF_NONE, n);
	vec_last(&L->fn->ins).flags |= F_NOCOPY;
	site_ins(s);
	return d;
}
