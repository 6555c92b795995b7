/* lower_assign.c: assignments, op-assignments, declarations of variables.
 *
 * An assignment has two phases: operands of index expressions and indirections on the left and all of the right are evaluated, then
 * the stores happen from left to right. As in gc, the right side is evaluated first when it contains calls and the left does not. */
#include "compiler/ir/lower.h"

typedef struct Lhs { enum { LHS_BLANK, LHS_PLACE, LHS_MAP } how; Lv lv; Ref map, key; Type *type; Node *src; } Lhs;

/* keep: operands must survive the stores of the same statement. */
static Lhs prepare(Node *n, bool keep)
{
	n = node_unparen(n);
	Lhs h = { .src = n };
	if (is_blank(n)) {
		h.how = LHS_BLANK;
		return h;
	}
	if (n->kind == N_INDEX && type_under(nty(n->u.index.x))->kind == K_MAP) {
		Node *x = n->u.index.x, *in = n->u.index.index.v[0];
		Type *mt = nty(x);
		h.how = LHS_MAP;
		h.key = has_call(in) && !has_call(x) ? map_key(in, mt) : REF_NONE;
		h.map = expr(x);
		if (!h.key)
			h.key = map_key(in, mt);
		if (keep) {
			h.map = stable(h.map, n);
			h.key = stable(h.key, n);
		}
		h.type = type_canon(type_under(mt)->u.map.elem);
		return h;
	}
	h.how = LHS_PLACE;
	if (n->kind == N_NAME && n->u.name.obj && !n->u.name.obj->u.var.is_global)
		h.lv = lv_local(REF_LOCAL(find_var(L, n->u.name.obj)));
	else
		h.lv = place(n);
	h.type = h.lv.type;
	if (keep) {
		Place *p = &h.lv.p;
		if (p->base == PB_DEREF || p->base == PB_ELEM)
			p->ref = stable(p->ref, n);
		if (p->base == PB_ELEM)
			p->index = stable(p->index, n);
		LvProj **at = &h.lv.last;
		for (LvProj *j = h.lv.last; j; j = j->up) {
			LvProj *c = NEW(LvProj);
			*c = *j;
			if (c->p.is_index)
				c->p.index = stable(c->p.index, n);
			*at = c;
			at = &c->up;
		}
	}
	return h;
}

static void store(const Lhs *h, Ref v, Node *src)
{
	switch (h->how) {
	case LHS_BLANK:
		return;
	case LHS_PLACE:
		lv_store(h->lv, conv(v, h->type, src), 0, src);
		if (h->src->kind == N_INDEX)
			vec_last(&L->fn->ins).pos = h->src->pos;        /* the bounds check happens there */
		return;
	case LHS_MAP: {
		v = conv(v, h->type, src);
		Ins *i = emit(OP_MAP_SET, src);
		i->type = ir_type(L->fn, h->map);
		i->a = h->map;
		i->b = h->key;
		i->c = v;
		return;
	}
	}
}

void assign_to(Node *lhs, Ref v, Node *src)
{
	Lhs h = prepare(lhs, false);
	store(&h, v, src);
}

void assign_two(Node *a, Ref va, Node *b, Ref vb)
{
	Lhs ha = prepare(a, true), hb = prepare(b, true);
	store(&ha, va, a);
	store(&hb, vb, b);
}

static bool is_new(Node *lhs, bool define)
{
	return define && lhs->kind == N_NAME && lhs->u.name.obj && lhs->u.name.obj->pos == lhs->pos;
}

void define_or_assign(Node *lhs, bool define, Ref v, Node *src)
{
	if (is_blank(lhs))
		return;
	if (is_new(lhs, define)) {
		Ref c = conv(v, ty(lhs->u.name.obj->type), src);
		Ref r = declare(lhs->u.name.obj, lhs, false);
		set(r, c, src);
		return;
	}
	assign_to(lhs, v, src);
}

/* x := value or var x T = value */
static void define(Node *name, Node *rhs, Node *src)
{
	if (is_blank(name)) {
		Type *t = name->u.name.obj && name->u.name.obj->type ? ty(name->u.name.obj->type) : NULL;
		if (t)
			expr_as(rhs, t);
		else
			expr(rhs);
		return;
	}
	Obj *o = name->u.name.obj;
	Type *t = ty(o->type);
	if (composite_direct(rhs) && nty(rhs) == t) {
		Ref r = declare_nodef(o);
		vardef(r, name, false);
		composite_into(lv_local(r), node_unparen(rhs), t, false);
		return;
	}
	Ref v = expr_as(rhs, t);
	Ref r = declare(o, name, false);
	set(r, v, src);
}

static void discard(Node *rhs)
{
	if (is_nil(rhs) || rhs->val)
		return;
	Ref r = expr(rhs);
	(void)r;
}

/* The same simple operand: names, fields of them, constants, elements. Neither may call anything. */
static bool same_operand(Node *a, Node *b)
{
	a = node_unparen(a);
	b = node_unparen(b);
	if (a->kind != b->kind)
		return false;
	if (a->val || b->val)
		return a->val && b->val && a->type == b->type && const_compare(T_EQ, a->val, b->val);
	switch (a->kind) {
	case N_NAME: return a->u.name.obj == b->u.name.obj && a->u.name.obj && a->u.name.obj->kind == O_VAR;
	case N_SELECTOR:
		if (!a->u.sel.sel || !b->u.sel.sel)
			return a->u.sel.name->u.name.obj == b->u.sel.name->u.name.obj;
		return a->u.sel.sel->kind == SEL_FIELD && b->u.sel.sel->kind == SEL_FIELD && a->u.sel.name->u.name.sym == b->u.sel.name->u.name.sym && same_operand(a->u.sel.x, b->u.sel.x);
	case N_INDEX: return same_operand(a->u.index.x, b->u.index.x) && same_operand(a->u.index.index.v[0], b->u.index.index.v[0]);
	default: return false;
	}
}

/* m[k] = append(m[k], v...): one map operation instead of two */
static bool map_append(Node *lhs, Node *rhs, Node *n)
{
	rhs = node_unparen(rhs);
	if (lhs->kind != N_INDEX || type_under(nty(lhs->u.index.x))->kind != K_MAP || rhs->kind != N_CALL || !(rhs->flags & NF_BUILTIN) || rhs->flags & NF_DOTS)
		return false;
	Node *f = fun_name(rhs->u.call.fun);
	NodeVec *a = &rhs->u.call.args;
	if (!f || f->u.name.obj->u.builtin.id != B_APPEND || a->n < 2 || !same_operand(lhs, a->v[0]))
		return false;
	Type *t = type_canon(type_under(nty(lhs->u.index.x))->u.map.elem), *elem = type_canon(type_under(t)->u.slice.elem);
	int k = a->n - 1;
	Ref *v = arena_array(&build_arena, Ref, k);
	Type **to = arena_array(&build_arena, Type *, k);
	for (int i = 0; i < k; i++) {
		to[i] = elem;
		if (has_call(a->v[i + 1]))
			return false;
	}
	exprs(a->v + 1, k, v, to);
	Lhs h = prepare(lhs, false);
	Ref p = emit_v(OP_MAP_ADDR, ptr_to(t), ir_type(L->fn, h.map), h.map, h.key, n);
	Lv at = lv_deref(p, true);
	Ref old = lv_load(at, n);
	uint32_t s = site(SITE_APPEND, t, rhs), list = ir_refs(L->fn, v, k);
	Ref d = emit_v(OP_APPEND, t, t, old, REF_NONE, rhs);
	Ins *i = &vec_last(&L->fn->ins);
	i->list = list;
	i->nlist = (uint16_t)k;
	site_ins(s);
	lv_store(at, d, 0, n);
	return true;
}

static void single(Node *lhs, Node *rhs, Node *n)
{
	lhs = node_unparen(lhs);
	if (is_new(lhs, n->flags & NF_DEFINE)) {
		define(lhs, rhs, n);
		return;
	}
	if (is_blank(lhs)) {
		discard(rhs);
		return;
	}
	if (map_append(lhs, rhs, n))
		return;
	if (!(lhs->kind == N_INDEX && type_under(nty(lhs->u.index.x))->kind == K_MAP) && !has_call(lhs) && composite_over(lhs, rhs))
		return;
	Type *t = nty(lhs);
	if (has_call(lhs)) {
		Lhs h = prepare(lhs, false);
		store(&h, expr_as(rhs, h.type), n);
		return;
	}
	Ref v = expr_as(rhs, t);
	Lhs h = prepare(lhs, false);
	store(&h, v, n);
}

static void parallel(NodeVec *lhs, NodeVec *rhs, Node *n)
{
	int k = lhs->n;
	Lhs *h = arena_array(&build_arena, Lhs, k);
	Ref *v = arena_array(&build_arena, Ref, k);
	Type **to = arena_array(&build_arena, Type *, k);
	bool define = n->flags & NF_DEFINE, left_calls = false, late = false;
	for (int i = 0; i < k; i++)
		left_calls |= has_call(lhs->v[i]);
	for (int i = 0; i < k; i++)
		late |= has_call(rhs->v[i]);
	late = late && !left_calls;
	for (int i = 0; i < k; i++)
		lhs->v[i] = node_unparen(lhs->v[i]);
	for (int i = 0; i < k; i++) {
		if (is_blank(lhs->v[i]))
			to[i] = is_nil(rhs->v[i]) ? basic(K_UNSAFEPTR) : NULL;
		else
			to[i] = is_new(lhs->v[i], define) ? ty(lhs->v[i]->u.name.obj->type) : nty(lhs->v[i]);
	}
	for (int pass = 0; pass < 2; pass++) {
		if (pass == late)
			for (int i = 0; i < k; i++)
				if (!is_new(lhs->v[i], define))
					h[i] = prepare(lhs->v[i], true);
		if (pass != late) {
			exprs(rhs->v, k, v, to);
			for (int i = 0; i < k; i++)
				if (ir_loc(L->fn, v[i]) && ir_loc(L->fn, v[i])->kind != L_TEMP)
					v[i] = copy_of(v[i], n);
		}
	}
	for (int i = 0; i < k; i++) {
		if (is_blank(lhs->v[i]))
			continue;
		if (is_new(lhs->v[i], define))
			define_or_assign(lhs->v[i], true, v[i], n);
		else
			store(&h[i], v[i], n);
	}
}

static void from_tuple(NodeVec *lhs, Node *rhs, Node *n, bool define)
{
	int k = lhs->n;
	Lhs *h = arena_array(&build_arena, Lhs, k);
	Ref *v = arena_array(&build_arena, Ref, k + 1);
	bool left_calls = false;
	for (int i = 0; i < k; i++)
		lhs->v[i] = node_unparen(lhs->v[i]);
	for (int i = 0; i < k; i++)
		left_calls |= has_call(lhs->v[i]);
	if (left_calls)
		for (int i = 0; i < k; i++)
			if (!is_new(lhs->v[i], define))
				h[i] = prepare(lhs->v[i], true);
	multi(rhs, v);
	if (!left_calls)
		for (int i = 0; i < k; i++)
			if (!is_new(lhs->v[i], define))
				h[i] = prepare(lhs->v[i], true);
	for (int i = 0; i < k; i++) {
		if (is_blank(lhs->v[i]))
			continue;
		if (is_new(lhs->v[i], define))
			define_or_assign(lhs->v[i], true, v[i], n);
		else
			store(&h[i], v[i], n);
	}
}

/* The same place again: what the load has checked needs no second check. */
static Lv checked(Lv v)
{
	v.p.nonnil = v.p.nocheck = true;
	LvProj **at = &v.last;
	for (LvProj *j = v.last; j; j = j->up) {
		LvProj *c = NEW(LvProj);
		*c = *j;
		c->p.nocheck = true;
		*at = c;
		at = &c->up;
	}
	return v;
}

static void op_assign(Node *n)
{
	Node *lhs = n->u.assign.lhs.v[0], *rhs = n->u.assign.rhs.n ? n->u.assign.rhs.v[0] : NULL;
	Type *t = nty(lhs);
	bool shift = n->op == T_SHL || n->op == T_SHR;
	Ref y = REF_NONE;
	if (!rhs)
		y = knum(t, 1);
	else if (has_call(rhs) && !has_call(lhs))
		y = shift ? expr(rhs) : expr_as(rhs, t);
	Lhs h = prepare(lhs, false);
	if (!y)
		y = shift ? expr(rhs) : expr_as(rhs, t);
	if (shift && REF_KIND(y) == RK_CONST && !type_is_integer(ir_type(L->fn, y)))
		y = ir_const(L->fn, basic(K_UINT), const_to_int(L->fn->consts.v[REF_IDX(y)].val));
	if (h.how == LHS_MAP) {
		Type *mt = ir_type(L->fn, h.map);
		if (n->op == T_DIV || n->op == T_REM) {
			Ref old = emit_v(OP_MAP_GET, h.type, mt, h.map, h.key, n);
			store(&h, arith(n->op, t, old, y, n), n);
			return;
		}
		Ref p = emit_v(OP_MAP_ADDR, ptr_to(h.type), mt, h.map, h.key, n);
		Lv at = lv_deref(p, true);
		Ref old = lv_load(at, n);
		lv_store(at, arith(n->op, t, old, y, n), 0, n);
		return;
	}
	Ref old = lv_load(h.lv, n);
	lv_store(checked(h.lv), arith(n->op, t, old, y, n), 0, n);
}

void assign_stmt(Node *n)
{
	NodeVec *lhs = &n->u.assign.lhs, *rhs = &n->u.assign.rhs;
	if (n->op && !(n->flags & NF_DEFINE) && n->op != T_ASSIGN && n->op != T_DEFINE)
		op_assign(n);
	else if (lhs->n == 1 && rhs->n == 1)
		single(lhs->v[0], rhs->v[0], n);
	else if (lhs->n == rhs->n)
		parallel(lhs, rhs, n);
	else
		from_tuple(lhs, rhs->v[0], n, n->flags & NF_DEFINE);
}

void var_decl(Node *n)
{
	NodeVec *names = &n->u.val.names, *values = &n->u.val.values;
	if (!values->n) {
		vec_each(names, i)
			if (!is_blank(names->v[i]))
				declare(names->v[i]->u.name.obj, names->v[i], true);
		return;
	}
	if (values->n == 1 && names->n > 1) {
		from_tuple(names, values->v[0], n, true);
		return;
	}
	if (names->n == 1) {
		define(names->v[0], values->v[0], names->v[0]);
		return;
	}
	Ref *v = arena_array(&build_arena, Ref, names->n);
	Type **to = arena_array(&build_arena, Type *, names->n);
	vec_each(names, i) {
		Obj *o = names->v[i]->u.name.obj;
		to[i] = o && o->type ? ty(o->type) : is_nil(values->v[i]) ? basic(K_UNSAFEPTR) : NULL;
	}
	exprs(values->v, names->n, v, to);
	vec_each(names, i)
		if (ir_loc(L->fn, v[i]) && ir_loc(L->fn, v[i])->kind != L_TEMP)
			v[i] = copy_of(v[i], n);
	vec_each(names, i)
		define_or_assign(names->v[i], true, v[i], names->v[i]);
}
