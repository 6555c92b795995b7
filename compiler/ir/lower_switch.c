/* lower_switch.c: expression and type switches. Integer switches on constants become one SWITCH; string switches on constants
 * branch on the length first; anything else is a chain of comparisons. */
#include "compiler/ir/lower.h"

typedef struct Arm { Node *clause; int blk; } Arm;

static Arm *arms(Node *n, int *def)
{
	Arm *a = arena_array(&build_arena, Arm, n->u.sw.cases.n + 1);
	*def = -1;
	vec_each(&n->u.sw.cases, i) {
		a[i].clause = n->u.sw.cases.v[i];
		a[i].blk = blk();
		if (a[i].clause->flags & NF_DEFAULT)
			*def = i;
	}
	return a;
}

static void bodies(Node *n, Arm *a, int end)
{
	int fall = L->fall;
	vec_each(&n->u.sw.cases, i) {
		start(a[i].blk);
		L->fall = i + 1 < n->u.sw.cases.n ? a[i + 1].blk : end;
		stmts(&a[i].clause->u.cas.body);
		if (L->cur >= 0)
			jmp(end, n);
	}
	L->fall = fall;
}

static bool all_const(Node *n, int *count)
{
	*count = 0;
	vec_each(&n->u.sw.cases, i)
		vec_each(&n->u.sw.cases.v[i]->u.cas.exprs, k) {
			if (!n->u.sw.cases.v[i]->u.cas.exprs.v[k]->val)
				return false;
			++*count;
		}
	return true;
}

static void int_switch(Node *n, Arm *a, Ref tag, int def)
{
	SwitchTab *t = NEW(SwitchTab);
	t->def = def;
	Map seen = { 0 };
	vec_each(&n->u.sw.cases, i)
		vec_each(&n->u.sw.cases.v[i]->u.cas.exprs, k) {
			Const *c = const_to_int(n->u.sw.cases.v[i]->u.cas.exprs.v[k]->val);
			int64_t v = 0;
			uint64_t u;
			if (!const_fits_i64(c, &v) && const_fits_u64(c, &u))
				v = (int64_t)u;
			if (map_has(&seen, (uintptr_t)v))
				continue;       /* generic instances may repeat a value */
			map_set(&seen, (uintptr_t)v, n);
			struct SwitchRow r = { c, a[i].blk };
			vec_push(&t->rows, r);
		}
	Ins *i = emit(OP_SWITCH, n);
	i->a = tag;
	i->type = ir_type(L->fn, tag);
	i->u.sw = t;
}

typedef struct StrCase { Sym *text; int blk; } StrCase;

static void string_switch(Node *n, Arm *a, Ref tag, int def)
{
	typedef VEC(StrCase) Group;
	Map groups = { 0 };
	Type *t = ir_type(L->fn, tag);
	vec_each(&n->u.sw.cases, i)
		vec_each(&n->u.sw.cases.v[i]->u.cas.exprs, k) {
			Sym *s = const_str(n->u.sw.cases.v[i]->u.cas.exprs.v[k]->val);
			Group *g = map_get(&groups, s->n);
			if (!g) {
				g = NEW(Group);
				map_set(&groups, s->n, g);
			}
			StrCase c = { s, a[i].blk };
			vec_push(g, c);
		}
	SwitchTab *tab = NEW(SwitchTab);
	tab->def = def;
	for (int i = 0; i < groups.n; i++) {
		struct SwitchRow r = { const_i64((int64_t)groups.ent[i].key), blk() };
		vec_push(&tab->rows, r);
	}
	Ref len = emit_v(OP_LEN, basic(K_INT), t, tag, REF_NONE, n);
	Ins *sw = emit(OP_SWITCH, n);
	sw->a = len;
	sw->type = basic(K_INT);
	sw->u.sw = tab;
	for (int i = 0; i < groups.n; i++) {
		Group *g = groups.ent[i].val;
		start(tab->rows.v[i].blk);
		vec_each(g, k) {
			int next = k + 1 < g->n ? blk() : def;
			br(compare(T_EQ, tag, ir_const(L->fn, t, const_string(g->v[k].text->s, g->v[k].text->n)), n), g->v[k].blk, next, n);
			if (k + 1 < g->n)
				start(next);
		}
	}
}

static void chain(Node *n, Arm *a, Ref tag, int def)
{
	vec_each(&n->u.sw.cases, i) {
		NodeVec *e = &n->u.sw.cases.v[i]->u.cas.exprs;
		vec_each(e, k) {
			int next = blk();
			if (!tag && is_iface(nty(e->v[k]))) {
				br(eq_mixed(kbool(true), expr(e->v[k]), e->v[k]), a[i].blk, next, e->v[k]);
			} else if (!tag) {
				cond(e->v[k], a[i].blk, next);
			} else {
				Ref v;
				if (is_nil(e->v[k]))
					v = knil(ir_type(L->fn, tag));
				else
					v = expr(e->v[k]);
				br(eq_mixed(tag, v, e->v[k]), a[i].blk, next, e->v[k]);
			}
			start(next);
		}
	}
	jmp(def, n);
}

void switch_stmt(Node *n)
{
	if (n->u.sw.init)
		stmt(n->u.sw.init);
	Ref tag = REF_NONE;
	if (n->u.sw.tag) {
		tag = expr(n->u.sw.tag);
		if (REF_KIND(tag) == RK_LOCAL)
			tag = stable(tag, n->u.sw.tag);
		else
			tag = copy_of(tag, n->u.sw.tag);
	}
	int end = blk(), di, nconst;
	Arm *a = arms(n, &di);
	int def = di >= 0 ? a[di].blk : end;
	Type *t = tag ? ir_type(L->fn, tag) : NULL;
	bool consts = all_const(n, &nconst);
	if (t && consts && nconst >= 4 && type_is_integer(t))
		int_switch(n, a, tag, def);
	else if (t && consts && nconst >= 4 && type_under(t)->kind == K_STRING)
		string_switch(n, a, tag, def);
	else
		chain(n, a, tag, def);
	Target tg = { 0 };
	push_target(&tg, n, end, -1);
	bodies(n, a, end);
	pop_target(&tg);
	start(end);
}

/* ---- type switches ---- */

static Ref type_test(Ref x, Node *c, Ref *val)
{
	Type *it = ir_type(L->fn, x);
	*val = REF_NONE;
	if (is_nil(c))
		return compare(T_EQ, x, knil(it), c);
	Type *t = nty(c);
	if (is_iface(t)) {
		Ref d[2] = { temp(t, c), temp(basic(K_BOOL), c) };
		uint32_t at = ir_refs(L->fn, d, 2);
		Ins *i = emit(OP_ASSERT2, c);
		i->a = x;
		i->type = t;
		i->u.type2 = it;
		i->dsts = at;
		i->ndst = 2;
		*val = d[0];
		return d[1];
	}
	Ref r = emit_v(OP_TYPE_IS, basic(K_BOOL), t, x, REF_NONE, c);
	vec_last(&L->fn->ins).u.type2 = it;
	return r;
}

void typeswitch_stmt(Node *n)
{
	if (n->u.sw.init)
		stmt(n->u.sw.init);
	Node *guard = n->u.sw.tag;
	Ref x = stable(expr(guard->u.tsguard.x), guard);
	if (!ir_loc(L->fn, x))
		x = copy_of(x, guard);
	Type *it = ir_type(L->fn, x);
	int end = blk(), di;
	Arm *a = arms(n, &di);
	Ref *vals = arena_array(&build_arena, Ref, n->u.sw.cases.n + 1);
	vec_each(&n->u.sw.cases, i) {
		NodeVec *e = &n->u.sw.cases.v[i]->u.cas.exprs;
		vec_each(e, k) {
			int next = blk();
			Ref val, ok = type_test(x, e->v[k], &val);
			if (e->n == 1)
				vals[i] = val;
			br(ok, a[i].blk, next, e->v[k]);
			start(next);
		}
	}
	jmp(di >= 0 ? a[di].blk : end, n);
	Target tg = { 0 };
	push_target(&tg, n, end, -1);
	int fall = L->fall;
	L->fall = -1;
	vec_each(&n->u.sw.cases, i) {
		Node *c = n->u.sw.cases.v[i];
		Obj *o = c->u.cas.var;
		start(a[i].blk);
		if (o) {
			Type *t = ty(o->type);
			Ref v = x;
			if (c->u.cas.exprs.n == 1 && !is_nil(c->u.cas.exprs.v[0])) {
				v = vals[i];
				if (!v) {
					v = emit_v(OP_UNBOX, t, t, x, REF_NONE, c);
					vec_last(&L->fn->ins).u.type2 = it;
				}
			}
			v = conv(v, t, c);
			Ref r = declare(o, c, false);
			ir_loc(L->fn, r)->pos = c->pos;         /* one variable per clause: messages name the clause */
			set(r, v, c);
		}
		stmts(&c->u.cas.body);
		if (L->cur >= 0)
			jmp(end, n);
	}
	L->fall = fall;
	pop_target(&tg);
	start(end);
}
