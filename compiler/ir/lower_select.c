/* lower_select.c: select. Channels and values to send are evaluated once, in order; received values come in temporaries and are
 * assigned in the chosen clause. */
#include "compiler/ir/lower.h"

typedef struct Comm { Node *recv; NodeVec *lhs; bool define; Node *send; } Comm;

static Comm comm_of(Node *c)
{
	Comm m = { 0 };
	Node *s = c->u.cas.comm;
	if (!s)
		return m;
	if (s->kind == N_SEND) {
		m.send = s;
	} else if (s->kind == N_ASSIGN) {
		m.recv = node_unparen(s->u.assign.rhs.v[0]);
		m.lhs = &s->u.assign.lhs;
		m.define = s->flags & NF_DEFINE;
	} else {
		m.recv = node_unparen(s->kind == N_EXPR_STMT ? s->u.x.x : s);
	}
	return m;
}

void select_stmt(Node *n)
{
	NodeVec *cs = &n->u.sw.cases;
	SelTab *tab = NEW(SelTab);
	Comm *m = arena_array(&build_arena, Comm, cs->n + 1);
	int *target = arena_array(&build_arena, int, cs->n + 1), *index = arena_array(&build_arena, int, cs->n + 1);
	int end = blk();
	vec_each(cs, i) {
		Node *c = cs->v[i];
		m[i] = comm_of(c);
		target[i] = blk();
		SelCase sc = { 0 };
		if (m[i].send) {
			sc.dir = DIR_SEND;
			sc.chan = stable(expr(m[i].send->u.send.chan), c);
			sc.type = ir_type(L->fn, sc.chan);
			sc.value = stable(expr_as(m[i].send->u.send.value, type_canon(type_under(sc.type)->u.chan.elem)), c);
		} else if (m[i].recv) {
			sc.dir = DIR_RECV;
			sc.chan = stable(expr(m[i].recv->u.unary.x), c);
			sc.type = ir_type(L->fn, sc.chan);
			if (m[i].lhs && !is_blank(m[i].lhs->v[0]))
				sc.dst = temp(type_canon(type_under(sc.type)->u.chan.elem), c);
			if (m[i].lhs && m[i].lhs->n > 1 && !is_blank(m[i].lhs->v[1]))
				sc.ok = temp(basic(K_BOOL), c);
		} else {
			tab->has_default = true;
			index[i] = -1;
			continue;
		}
		index[i] = tab->cases.n;
		vec_push(&tab->cases, sc);
	}
	Ref chosen = temp(basic(K_INT), n);
	Ins *s = emit(OP_SELECT, n);
	s->dst = chosen;
	s->u.sel = tab;
	SwitchTab *sw = NEW(SwitchTab);
	sw->def = -1;
	vec_each(cs, i) {
		if (index[i] < 0) {
			sw->def = target[i];
			continue;
		}
		struct SwitchRow r = { const_i64(index[i]), target[i] };
		vec_push(&sw->rows, r);
	}
	int none = blk();
	if (sw->def < 0)
		sw->def = none;
	if (!sw->rows.n) {
		jmp(sw->def, n);
	} else {
		Ins *i = emit(OP_SWITCH, n);
		i->a = chosen;
		i->type = basic(K_INT);
		i->u.sw = sw;
	}
	start(none);
	emit(OP_UNREACHABLE, n);
	Target tg = { 0 };
	push_target(&tg, n, end, -1);
	vec_each(cs, i) {
		start(target[i]);
		if (m[i].lhs && index[i] >= 0) {
			SelCase *sc = &tab->cases.v[index[i]];
			Node *src = cs->v[i]->u.cas.comm;
			if (sc->dst)
				define_or_assign(m[i].lhs->v[0], m[i].define, sc->dst, src);
			if (sc->ok)
				define_or_assign(m[i].lhs->v[1], m[i].define, sc->ok, src);
		}
		stmts(&cs->v[i]->u.cas.body);
		if (L->cur >= 0)
			jmp(end, n);
	}
	pop_target(&tg);
	start(end);
}
