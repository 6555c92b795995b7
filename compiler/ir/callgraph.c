/* callgraph.c: functions in an order where callees come before callers (Tarjan 1972, "Depth-first search and linear graph algorithms").
 * A function literal belongs to the component of the function it stands in. */
#include "compiler/ir/ir.h"

typedef VEC(Fn *) FnVec;
typedef struct Mark_ { int index, low; bool on_stack, self; } Mark_;

static Mark_ *mark;
static FnVec stack, batch;
static int next_index;
static void (*visitor)(Fn **v, int n, bool recursive);

static Fn *outermost(Fn *f)
{
	while (f->outer)
		f = f->outer;
	return f;
}

static void visit(Fn *f);

static void edge_to(Fn *from, Fn *g)
{
	g = outermost(g);
	if (g->is_extern || !g->blks.n)
		return;
	Mark_ *m = &mark[from->id], *o = &mark[g->id];
	if (g == from)
		m->self = true;
	if (!o->index) {
		visit(g);
		m->low = MIN(m->low, o->low);
	} else if (o->on_stack)
		m->low = MIN(m->low, o->index);
}

Fn **(*fn_more_callees)(const Fn *f, const Ins *i, int *n);

static void edges_of(Fn *top, Fn *f)
{
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			if (i->op == OP_CALL && i->u.fn)
				edge_to(top, i->u.fn);
			else if (i->op == OP_CLOSURE && outermost(i->u.fn) != top)
				edge_to(top, i->u.fn);
			else if (fn_more_callees && (i->op == OP_CALL_IFACE || i->op == OP_CALL_FN)) {
				int n = 0;
				Fn **v = fn_more_callees(f, i, &n);
				for (int k = 0; k < n; k++)
					edge_to(top, v[k]);
			}
		}
	vec_each(&f->fnrefs, r)
		edge_to(top, f->fnrefs.v[r]);
	vec_each(&f->lits, l)
		edges_of(top, f->lits.v[l]);
}

static void collect(FnVec *out, Fn *f)
{
	vec_push(out, f);
	vec_each(&f->lits, l)
		collect(out, f->lits.v[l]);
}

static void visit(Fn *f)
{
	Mark_ *m = &mark[f->id];
	m->index = m->low = ++next_index;
	m->on_stack = true;
	vec_push(&stack, f);
	edges_of(f, f);
	if (m->low != m->index)
		return;
	batch.n = 0;
	int ntop = 0;
	Fn *g;
	do {
		g = vec_pop(&stack);
		mark[g->id].on_stack = false;
		collect(&batch, g);
		ntop++;
	} while (g != f);
	visitor(batch.v, batch.n, ntop > 1 || m->self);
}

void fn_bottom_up(void (*fn)(Fn **v, int n, bool recursive))
{
	vec_each(&prog->all, i)
		prog->all.v[i]->id = (uint32_t)i;
	mark = arena_array(&build_arena, Mark_, prog->all.n + 1);
	next_index = 0;
	stack.n = 0;
	visitor = fn;
	int n = prog->all.n;            /* what a visitor adds is its own business */
	for (int i = 0; i < n; i++) {
		Fn *f = prog->all.v[i];
		if (!f->outer && !f->is_extern && f->blks.n && !mark[f->id].index)
			visit(f);
	}
}
