/* lower_map.c: reading maps. Writing is in lower_assign.c, iteration in lower_range.c. */
#include "compiler/ir/lower.h"

Ref map_key(Node *index, Type *map)
{
	return expr_as(index, type_canon(type_under(map)->u.map.key));
}

static void operands(Node *n, Ref *m, Ref *k)
{
	Node *x = n->u.index.x, *in = n->u.index.index.v[0];
	Type *mt = nty(x);
	bool late = L->late;
	if (!late)
		order_parts(n);
	L->late = true;
	*m = expr(x);
	*k = expr_nocopy(in);
	*k = *k ? conv(*k, type_canon(type_under(mt)->u.map.key), in) : map_key(in, mt);
	L->late = late;
}

Ref mapindex(Node *n)
{
	Ref m, k;
	operands(n, &m, &k);
	Type *mt = ir_type(L->fn, m);
	return emit_v(OP_MAP_GET, type_canon(type_under(mt)->u.map.elem), mt, m, k, n);
}

void mapindex2(Node *n, Ref v, Ref ok)
{
	Ref m, k, d[2] = { v, ok };
	operands(n, &m, &k);
	uint32_t at = ir_refs(L->fn, d, 2);
	Ins *i = emit(OP_MAP_GET2, n);
	i->a = m;
	i->b = k;
	i->type = ir_type(L->fn, m);
	i->dsts = at;
	i->ndst = 2;
}
