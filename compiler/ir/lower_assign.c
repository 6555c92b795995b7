/* lower_assign.c: assignments, op-assignments, declarations of variables.
 *
 * An assignment has two phases: operands of index expressions and indirections on the left and all of the right are evaluated, then
 * the stores happen from left to right. When each part is evaluated is decided by lower_order.c. */
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
		bool late = L->late;
		if (!late)
			order_parts(n);
		L->late = true;
		h.how = LHS_MAP;
		h.map = expr(x);
		h.key = map_key(in, mt);
		L->late = late;
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
		order_parts(rhs);
		L->late = true;
		Ref r = declare_nodef(o);
		vardef(r, name, false);
		composite_into(lv_local(r), node_unparen(rhs), t, false);
		L->late = false;
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
	for (int i = 0; i < k; i++)
		to[i] = elem;
	order(lhs->u.index.x);
	order(lhs->u.index.index.v[0]);
	L->late = true;
	Lhs h = prepare(lhs, false);
	if (has_call(rhs->u.call.args.v[k])) {
		h.map = stable(h.map, n);
		h.key = stable(h.key, n);
	}
	L->late = false;
	exprs(a->v + 1, k, v, to);
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

/* One assignment of several, or the only one; everything is ordered. v: value instead of rhs. */
static void store_late(Node *lhs, Node *rhs, Ref v, Node *n, bool alone)
{
	lhs = node_unparen(lhs);
	Type *t = nty(lhs);
	if (lhs->kind == N_INDEX && type_under(nty(lhs->u.index.x))->kind == K_MAP) {
		if (!v && (alone || node_unparen(rhs)->val || is_nil(rhs) || order_known(node_unparen(rhs))))
			v = expr_as(rhs, t);
		Lhs h = prepare(lhs, false);
		if (v) {
			store(&h, v, n);
			return;
		}
		/* gc makes the entry first: a nil map fails before the value does */
		Lv at = lv_deref(emit_v(OP_MAP_ADDR, ptr_to(h.type), ir_type(L->fn, h.map), h.map, h.key, n), true);
		lv_store(at, expr_as(rhs, t), 0, n);
		return;
	}
	order_left(lhs);
	if (!v)
		v = expr_as(rhs, t);
	Lhs h = prepare(lhs, false);
	store(&h, v, n);
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
	bool map = lhs->kind == N_INDEX && type_under(nty(lhs->u.index.x))->kind == K_MAP;
	if (!map && composite_over(lhs, rhs))
		return;
	Type *t = nty(lhs);
	order_parts(lhs);
	order_list(&rhs, 1, &t);
	L->late = true;
	store_late(lhs, rhs, REF_NONE, n, true);
	L->late = false;
}

static bool defers(void)
{
	LFn *l = L;
	while (l->rf)
		l = l->outer;
	return l->info && l->info->has_defer;
}

/* lhs[i] = rhs[i] (or v[i]) for all i, one after the other; what an earlier assignment could change is evaluated before the first. */
static void store_all(NodeVec *lhs, Node **rhs, Ref *v, Type **to, Node *n, bool define)
{
	int k = lhs->n;
	Writes w = { .defers = defers() };
	for (int i = 0; i < k; i++) {
		bool is_var = is_new(lhs->v[i], define) || is_blank(lhs->v[i]);
		if (!is_var)
			order_save_left(lhs->v[i], &w);
		if (rhs)
			order_save(rhs[i], &w);
		if (!is_var)
			order_wrote(lhs->v[i], &w);
	}
	L->late = true;
	for (int i = 0; i < k; i++) {
		if (is_blank(lhs->v[i])) {
			if (rhs && to[i])
				expr_as(rhs[i], to[i]);
			else if (rhs)
				expr(rhs[i]);
		} else if (is_new(lhs->v[i], define)) {
			define_or_assign(lhs->v[i], true, v ? v[i] : expr_as(rhs[i], to[i]), n);
		} else {
			store_late(lhs->v[i], rhs ? rhs[i] : NULL, v ? v[i] : REF_NONE, n, false);
		}
	}
	L->late = false;
}

static void order_lhs(NodeVec *lhs, bool define)
{
	vec_each(lhs, i) {
		lhs->v[i] = node_unparen(lhs->v[i]);
		if (!is_blank(lhs->v[i]) && !is_new(lhs->v[i], define))
			order_parts(lhs->v[i]);
	}
}

static void parallel(NodeVec *lhs, NodeVec *rhs, Node *n)
{
	int k = lhs->n;
	Type **to = arena_array(&build_arena, Type *, k);
	bool define = n->flags & NF_DEFINE;
	order_lhs(lhs, define);
	for (int i = 0; i < k; i++) {
		if (is_blank(lhs->v[i]))
			to[i] = is_nil(rhs->v[i]) ? basic(K_UNSAFEPTR) : NULL;
		else
			to[i] = is_new(lhs->v[i], define) ? ty(lhs->v[i]->u.name.obj->type) : nty(lhs->v[i]);
	}
	order_list(rhs->v, k, to);
	store_all(lhs, rhs->v, NULL, to, n, define);
}

static void from_tuple(NodeVec *lhs, Node *rhs, Node *n, bool define)
{
	Ref *v = arena_array(&build_arena, Ref, lhs->n + 1);
	order_lhs(lhs, define);
	multi(rhs, v);
	store_all(lhs, NULL, v, NULL, n, define);
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
	lhs = node_unparen(lhs);
	order_parts(lhs);
	if (rhs)
		order(rhs);
	L->late = true;
	bool map = lhs->kind == N_INDEX && type_under(nty(lhs->u.index.x))->kind == K_MAP;
	bool div = n->op == T_DIV || n->op == T_REM;
	Lhs h;
	Ref old = REF_NONE;
	if (!map) {
		order_left(lhs);
		h = prepare(lhs, false);
		old = lv_load(h.lv, n);
	} else if (div) {
		h = prepare(lhs, false);
		old = emit_v(OP_MAP_GET, h.type, ir_type(L->fn, h.map), h.map, h.key, n);
	}
	y = !rhs ? knum(t, 1) : shift ? expr(rhs) : expr_as(rhs, t);
	if (map && !div)
		h = prepare(lhs, false);
	L->late = false;
	if (shift && REF_KIND(y) == RK_CONST && !type_is_integer(ir_type(L->fn, y)))
		y = ir_const(L->fn, basic(K_UINT), const_to_int(L->fn->consts.v[REF_IDX(y)].val));
	if (h.how == LHS_MAP) {
		Type *mt = ir_type(L->fn, h.map);
		if (div) {
			store(&h, arith(n->op, t, old, y, n), n);
			return;
		}
		Ref p = emit_v(OP_MAP_ADDR, ptr_to(h.type), mt, h.map, h.key, n);
		Lv at = lv_deref(p, true);
		old = lv_load(at, n);
		lv_store(at, arith(n->op, t, old, y, n), 0, n);
		return;
	}
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
	Type **to = arena_array(&build_arena, Type *, names->n);
	vec_each(names, i) {
		Obj *o = names->v[i]->u.name.obj;
		to[i] = o && o->type ? ty(o->type) : is_nil(values->v[i]) ? basic(K_UNSAFEPTR) : NULL;
	}
	order_list(values->v, names->n, to);
	store_all(names, values->v, NULL, to, n, true);
}
