/* initorder.c: order of initialization of package variables, and cycles in it.
 *
 * A variable depends on the variables its initializer mentions, directly or through functions. Repeatedly the first declared variable
 * all of whose dependencies are done is next. Constants take part only when they form cycles, to have them reported in the same way. */
#include <stdlib.h>
#include "compiler/types/check.h"

typedef struct VarNode { Obj *o; IntVec users; int ndep; bool done; } VarNode;

typedef struct Graph {
	VarNode *v;
	int n, nconst;                  /* constants come first */
	Map index;                      /* Obj -> number + 1 */
	Map seen;                       /* function -> number of the variable that visited it last, + 1 */
	bool consts;                    /* constants are nodes too */
} Graph;

static bool is_node(const Graph *g, const Obj *o) { return o->kind == O_VAR || (g->consts && o->kind == O_CONST); }

/* Adds what o's initializer or body mentions as dependencies of variable i; seen holds variables met, by user. */
static void add_deps(Graph *g, int i, Obj *o, Map *met)
{
	ObjVec *deps = &o->info->dep_list;
	for (int k = 0; k < deps->n; k++) {
		Obj *d = deps->v[k];
		if (is_node(g, d)) {
			int j = (int)(intptr_t)map_get(&g->index, MAP_KEY(d)) - 1;
			if (j < 0 || map_has(met, (uintptr_t)j + 1))
				continue;
			map_set(met, (uintptr_t)j + 1, d);
			vec_push(&g->v[j].users, i);
			g->v[i].ndep++;
		} else if ((d->kind == O_FUNC || (d->kind == O_CONST && d->info && d->info->dep_list.n)) && (intptr_t)map_get(&g->seen, MAP_KEY(d)) != i + 1) {
			map_set(&g->seen, MAP_KEY(d), (void *)(intptr_t)(i + 1));
			add_deps(g, i, d, met);
		}
	}
}

/* ---- cycles --------------------------------------------------------------------------------------------------------------- */

static int by_order(const void *a, const void *b)
{
	const Obj *x = *(Obj *const *)a, *y = *(Obj *const *)b;
	return x->order < y->order ? -1 : x->order > y->order;
}

static bool find_path(Obj *from, Obj *to, Map *seen, ObjVec *path)
{
	if (map_has(seen, MAP_KEY(from)) || !from->info)
		return false;
	map_set(seen, MAP_KEY(from), from);
	ObjVec *list = &from->info->dep_list;
	ObjVec deps = { 0 };
	for (int i = 0; i < list->n; i++)
		vec_push(&deps, list->v[i]);
	if (deps.n > 1)
		qsort(deps.v, deps.n, sizeof *deps.v, by_order);
	for (int i = 0; i < deps.n; i++) {
		vec_push(path, deps.v[i]);
		if (deps.v[i] == to || find_path(deps.v[i], to, seen, path))
			return true;
		path->n--;
	}
	return false;
}

static void report_cycle(Obj *o)
{
	Map seen = { 0 };
	ObjVec path = { 0 };
	if (!find_path(o, o, &seen, &path))
		return;         /* merely depends on a cycle */
	if (path.n == 1) {
		ck_err(o->pos, "initialization cycle: %s refers to itself", o->name->s);
		return;
	}
	Buf b = { 0 };
	buf_fmt(&b, "initialization cycle for %s", o->name->s);
	Obj *at = o;
	for (int i = 0; i < path.n; i++) {
		buf_fmt(&b, "\n\t%s: %s refers to %s", pos_str(at->pos), at->name->s, path.v[i]->name->s);
		at = path.v[i];
	}
	ck_err(o->pos, "%s", b.s);
	buf_free(&b);
}

/* ---- order ------------------------------------------------------------------------------------------------------------------ */

/* Binary heap of ready variables, least number (source order) first. */
static void heap_push(IntVec *h, int x)
{
	vec_push(h, x);
	for (int i = h->n - 1; i > 0 && h->v[(i - 1) / 2] > h->v[i]; i = (i - 1) / 2) {
		int t = h->v[i];
		h->v[i] = h->v[(i - 1) / 2];
		h->v[(i - 1) / 2] = t;
	}
}

static int heap_pop(IntVec *h)
{
	int top = h->v[0];
	h->v[0] = h->v[--h->n];
	for (int i = 0;;) {
		int c = 2 * i + 1;
		if (c >= h->n)
			return top;
		if (c + 1 < h->n && h->v[c + 1] < h->v[c])
			c++;
		if (h->v[i] <= h->v[c])
			return top;
		int t = h->v[i];
		h->v[i] = h->v[c];
		h->v[c] = t;
		i = c;
	}
}

static int least_dependent(Graph *g, int n)
{
	int best = -1;
	for (int i = 0; i < n; i++)
		if (!g->v[i].done && (best < 0 || g->v[i].ndep < g->v[best].ndep))
			best = i;
	return best;
}

static void emit(Obj *o)
{
	DeclInfo *d = o->info;
	if (o->kind != O_VAR || !d->init || d->emitted)
		return;
	d->emitted = true;
	VarInit vi = { .rhs = d->init };
	if (d->lhs)
		vi.lhs = *d->lhs;
	else
		vec_push(&vi.lhs, o);
	vec_push(&ck.pkg->init_order, vi);
}

/* state: 1 being visited, 2 done. */
static bool const_cycle(Obj *o, Map *state)
{
	uintptr_t s = (uintptr_t)map_get(state, MAP_KEY(o));
	if (s || !o->info || !o->info->dep_list.n)
		return s == 1;
	map_set(state, MAP_KEY(o), (void *)1);
	for (int i = 0; i < o->info->dep_list.n; i++) {
		Obj *d = o->info->dep_list.v[i];
		if (d->kind == O_CONST && const_cycle(d, state))
			return true;
	}
	map_set(state, MAP_KEY(o), (void *)2);
	return false;
}

/* len of an array variable is a constant that mentions a variable: it does not make its users wait for it. */
static bool mentions_other(Obj *o)
{
	for (int i = 0; o->info && i < o->info->dep_list.n; i++)
		if (o->info->dep_list.v[i]->kind != O_CONST)
			return true;
	return false;
}

static void add_nodes(Graph *g, ObjKind kind)
{
	for (int i = 0; i < ck.objs.n; i++)
		if (ck.objs.v[i]->kind == kind) {
			g->v[g->n].o = ck.objs.v[i];
			map_set(&g->index, MAP_KEY(ck.objs.v[i]), (void *)(intptr_t)++g->n);
		}
}

static void build(Graph *g)
{
	Map state = { 0 };
	for (int i = 0; i < ck.objs.n && !g->consts; i++)
		g->consts = ck.objs.v[i]->kind == O_CONST && (const_cycle(ck.objs.v[i], &state) || mentions_other(ck.objs.v[i]));
	for (int i = 0; i < ck.objs.n; i++)
		g->n += is_node(g, ck.objs.v[i]);
	g->v = arena_array(&build_arena, VarNode, g->n + 1);
	g->n = 0;
	if (g->consts)
		add_nodes(g, O_CONST);
	g->nconst = g->n;
	add_nodes(g, O_VAR);
	for (int i = 0; i < g->n; i++)
		if (g->v[i].o->info->dep_list.n) {
			Map met = { 0 };
			add_deps(g, i, g->v[i].o, &met);
		}
}

void ck_init_order(void)
{
	Graph g = { 0 };
	IntVec ready = { 0 };
	build(&g);
	for (int i = 0; i < g.n; i++)
		if (!g.v[i].ndep)
			heap_push(&ready, i);
	for (int left = g.n; left > 0; left--) {
		int n = g.n - left < g.nconst ? g.nconst : g.n;         /* all constants before the first variable */
		int i = ready.n && ready.v[0] < n ? heap_pop(&ready) : least_dependent(&g, n);
		VarNode *v = &g.v[i];
		v->done = true;
		if (v->ndep > 0)
			report_cycle(v->o);
		for (int k = 0; k < v->users.n; k++) {
			VarNode *u = &g.v[v->users.v[k]];
			if (--u->ndep == 0 && !u->done)
				heap_push(&ready, v->users.v[k]);
		}
		emit(v->o);
	}
}
