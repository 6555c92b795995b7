/* solve.c: the fixed point over one batch. For each root a walk against the edges finds least dereference counts (Bellman-Ford,
 * counts bounded below at 0 so that address-of cannot make negative cycles); a location is walked again when its attributes grow,
 * which happens at most twice, so there are O(locations) walks. */
#include "compiler/escape/graph.h"

typedef struct Queue { Loc **v; int cap, head, n; } Queue;

static void queue_grow(Queue *q)
{
	int cap = q->cap ? q->cap * 2 : 64;
	Loc **v = arena_array(&build_arena, Loc *, cap);
	for (int i = 0; i < q->n; i++)
		v[i] = q->v[(q->head + i) & (q->cap - 1)];
	q->v = v;
	q->cap = cap;
	q->head = 0;
}

static void push_front(Queue *q, Loc *l)
{
	if (q->n == q->cap)
		queue_grow(q);
	q->head = (q->head - 1) & (q->cap - 1);
	q->v[q->head] = l;
	q->n++;
}

static void push_back(Queue *q, Loc *l)
{
	if (q->n == q->cap)
		queue_grow(q);
	q->v[(q->head + q->n++) & (q->cap - 1)] = l;
}

static Loc *pop_front(Queue *q)
{
	Loc *l = q->v[q->head];
	q->head = (q->head + 1) & (q->cap - 1);
	q->n--;
	return l;
}

static Queue all, one;

static void enqueue(Loc *l)
{
	if (l->queued_all)
		return;
	l->queued_all = true;
	if (l->attrs & A_ESCAPES)
		push_front(&all, l);
	else
		push_back(&all, l);
}

static bool outlives(const Loc *l, const Loc *other)
{
	if (l->attrs & (A_ESCAPES | A_RETURNED))
		return true;
	if (l == &loc_mutator || l == &loc_callee)
		return false;
	if (l->result_index) {
		EscFn *e = l->fn->esc;
		return !(fn_contains(other->fn, l->fn) && !e->results_lost);    /* a literal called where it stands may return outer locals */
	}
	if (l->fn == other->fn && l->loop_depth < other->loop_depth)
		return true;
	return fn_contains(l->fn, other->fn);
}

static void leak_add(Leaks *l, int i, int derefs)
{
	int v = MIN(derefs + 1, 255);
	if (!l->v[i] || v < l->v[i])
		l->v[i] = (uint8_t)v;
}

static void leak_to(Loc *param, const Loc *sink, int derefs)
{
	if (!(sink->attrs & A_ESCAPES) && sink->result_index && sink->fn == param->fn && sink->result_index <= LEAK_COUNT - LEAK_RESULT0)
		leak_add(&param->leaks, LEAK_RESULT0 + sink->result_index - 1, derefs);
	else
		leak_add(&param->leaks, LEAK_HEAP, derefs);
}

static void explain_path(EscPath *p, Loc *root, Loc *src)
{
	for (int hops = 0; hops < 100; hops++) {
		Loc *dst = src->dst;
		Edge *e = &dst->edges.v[src->dst_edge];
		explain_flow(p, dst, src, e->derefs, e->notes);
		if (dst == root)
			break;
		src = dst;
	}
}

static bool explains(const Loc *l)
{
	return l->fn && l->fn->pkg && (l->local >= 0 || l->site >= 0) && (pkg_flags(l->fn->pkg).m >= 2 || esc_has_promises(l->fn->pkg)) && !l->fn->wrapper;
}

static void note_escape(Loc *root, Loc *l)
{
	if (explains(l))
		explain_path(explain_start(l), root, l);
}

static void note_leak(Loc *root, Loc *l, int derefs)
{
	if (!explains(l))
		return;
	EscPath *p = explain_start(l);
	p->is_leak = true;
	p->derefs = derefs;
	p->sink = root == &loc_heap ? "{heap}" : root->local >= 0 && root->fn->locals.v[root->local].name ? root->fn->locals.v[root->local].name->s : "{temp}";
	explain_path(p, root, l);
}

/* A closure whose results go where we lose sight of them: what it returns must be treated as escaping. */
static void lose_results(Loc *root)
{
	if (root->site < 0 || root->fn->sites.v[root->site].kind != SITE_CLOSURE)
		return;
	Fn *lit = root->fn->ins.v[root->fn->sites.v[root->site].ins].u.fn;
	EscFn *e = lit ? lit->esc : NULL;
	if (!e || e->state != 1 || e->results_lost)
		return;
	e->results_lost = true;
	vec_each(&lit->results, i)
		if (e->local_loc[lit->results.v[i]])
			enqueue(e->local_loc[lit->results.v[i]]);
}

/* An object made in a loop that outlives the iteration, but no more than that: it lives as long as root, beside its like. */
static bool kept_beside(const Loc *root, Loc *l)
{
	if (!esc_ext[EXT_LOOP] || root->attrs & (A_ESCAPES | A_RETURNED) || root->result_index || (l->site < 0 && l->gift <= 0) || root->fn != l->fn)
		return false;
	if (l->gift <= 0 && !esc_many_nbyte(l->fn, &l->fn->sites.v[l->site]))
		return false;
	l->loop_depth = root->loop_depth;
	l->many = true;
	return true;
}

/* Carried out of the function by its results and nothing else: the caller may give room for it. */
static bool only_returned(const Loc *root, const Loc *l)
{
	return l->gift_nbyte && root->fn == l->fn && !(root->attrs & A_ESCAPES) && (root->attrs & A_RETURNED || root->result_index) && root->loop_depth >= l->loop_depth;
}

static void walk_one(Loc *root, uint32_t gen)
{
	root->walkgen = gen;
	root->derefs = 0;
	root->dst = NULL;
	if (root->attrs & A_CALLS)
		lose_results(root);
	push_front(&one, root);
	while (one.n) {
		Loc *l = pop_front(&one);
		l->queued_one = 0;
		int derefs = l->derefs;
		uint8_t grow = 0;
		if (derefs < 0) {
			derefs = 0;
			if (outlives(root, l) && !(l->attrs & A_ESCAPES) && kept_beside(root, l)) {
				enqueue(l);             /* what it holds must live longer now */
				grow |= root->attrs & A_PERSISTS;
			} else if (outlives(root, l) && !(l->attrs & A_ESCAPES) && only_returned(root, l)) {
				if (!(l->attrs & A_RETURNED))
					note_escape(root, l);
				grow |= A_RETURNED | A_PERSISTS | A_MUTATES | A_CALLS;
			} else if (outlives(root, l)) {
				if (!(l->attrs & A_ESCAPES))
					note_escape(root, l);
				grow |= A_ESCAPES | A_PERSISTS | A_MUTATES | A_CALLS;
			} else if (root->attrs & A_PERSISTS)
				grow |= A_PERSISTS;
		}
		if (derefs == 0)
			grow |= root->attrs & (A_MUTATES | A_CALLS);
		if (l->is_param) {
			if (l != root && outlives(root, l)) {
				if (!(l->attrs & A_ESCAPES))
					note_leak(root, l, derefs);
				leak_to(l, root, derefs);
			}
			if (root->attrs & A_MUTATES)
				leak_add(&l->leaks, LEAK_MUTATOR, derefs);
			if (root->attrs & A_CALLS)
				leak_add(&l->leaks, LEAK_CALLEE, derefs);
		}
		if (grow & ~l->attrs) {
			l->attrs |= grow;
			enqueue(l);
			if (l->attrs & A_ESCAPES)
				continue;
		}
		vec_each(&l->edges, i) {
			Edge *e = &l->edges.v[i];
			if (e->src->attrs & A_ESCAPES)
				continue;
			int d = derefs + e->derefs;
			if (e->src->walkgen != gen || e->src->derefs > d) {
				e->src->walkgen = gen;
				e->src->derefs = d;
				e->src->dst = l;
				e->src->dst_edge = i;
				if (e->src->queued_one != gen) {
					e->src->queued_one = gen;
					push_back(&one, e->src);
				}
			}
		}
	}
}

void solve_batch(void)
{
	static uint32_t gen;
	vec_each(&batch_locs, i) {
		batch_locs.v[i]->queued_all = true;
		push_front(&all, batch_locs.v[i]);
	}
	Loc *pseudo[] = { &loc_mutator, &loc_callee, &loc_heap };
	for (int i = 0; i < 3; i++) {
		pseudo[i]->queued_all = true;
		push_front(&all, pseudo[i]);
	}
	while (all.n) {
		Loc *root = pop_front(&all);
		root->queued_all = false;
		walk_one(root, ++gen);
	}
}
