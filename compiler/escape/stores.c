/* stores.c: where stores through pointers go.
 *
 * Go's model sends what is stored through a pointer to the heap. Here the pointer is followed back to the locations whose address it can
 * hold, and the value flows to those; to the heap only when the pointer may come from somewhere unknown as well. Following is exact in the
 * number of dereferences (the solver's walks are not: for them the least number counts), up to DEPTH loads deep.
 *
 *     h := &holder{}; p := h; p.v = &x        // p holds &holder{}: x flows there, and stays in the frame when the holder does
 *
 * Unknown are: parameters and what they point to, package variables, what calls return, and whatever is read from a location that escapes
 * or that a call may have written to (dirty). Edges make more locations reachable and escapes make more of them unknown, so resolving and
 * solving alternate until nothing is new; after ROUNDS rounds what is left goes to the heap. */
#include "compiler/escape/graph.h"

enum { DEPTH = 4, ROUNDS = 6, WALK_MAX = 4000 };
typedef struct Pending { Loc *pointer, *value; bool to_heap; VEC(Loc *) to; } Pending;
typedef struct State { Loc *l; int derefs; } State;

static VEC(Pending) pending;
static VEC(State) todo;
static uint32_t gen;
static int round;

void stores_begin(void)
{
	pending.n = 0;
	round = 0;
}

static Loc *helper(Fn *f)
{
	return loc_new(f, -1, -1, 1 << 20, false);      /* deeper than any loop: outlives nothing */
}

void store_to_targets(Fn *f, Loc **pointer, Loc **value)
{
	Pending p = { helper(f), helper(f), false, { 0 } };
	*pointer = p.pointer;
	*value = p.value;
	vec_push(&pending, p);
}

/* False when the state was there before. derefs -1: the address of l. */
static bool visit(Loc *l, int derefs)
{
	if (l->seengen != gen) {
		l->seengen = gen;
		l->seen = 0;
	}
	if (l->seen >> (derefs + 1) & 1)
		return false;
	l->seen |= (uint8_t)(1 << (derefs + 1));
	vec_push(&todo, (State){ l, derefs });
	return true;
}

static bool unknown(const Loc *l)
{
	return l == &loc_world || l->is_param || l->dirty || l->attrs & A_ESCAPES;
}

/* Is l one of those the store goes to already? */
static bool has_target(const Pending *p, const Loc *l)
{
	vec_each(&p->to, i)
		if (p->to.v[i] == l)
			return true;
	return false;
}

static bool resolve(Pending *p)
{
	bool grew = false, heap = false;
	gen++;
	todo.n = 0;
	visit(p->pointer, 0);
	while (todo.n && !heap) {
		State s = vec_pop(&todo);
		if (s.derefs < 0) {
			if (!has_target(p, s.l)) {
				vec_push(&p->to, s.l);
				flow(hole_to(s.l), p->value);
				grew = true;
			}
			continue;
		}
		if (unknown(s.l) || s.derefs >= DEPTH || p->to.n > WALK_MAX) {
			heap = true;
			break;
		}
		vec_each(&s.l->edges, i) {
			Edge *e = &s.l->edges.v[i];
			int d = s.derefs + e->derefs;
			visit(e->src, d >= DEPTH ? DEPTH : d);
		}
	}
	if (heap || round >= ROUNDS) {
		p->to_heap = true;
		flow(hole_to(&loc_heap), p->value);
		grew = true;
	}
	return grew;
}

/* Everything calls may reach from their arguments and write to: the objects, and the objects those point to. */
static void find_dirty(void)
{
	gen++;
	todo.n = 0;
	visit(&loc_dirty, 0);
	while (todo.n) {
		State s = vec_pop(&todo);
		if (s.derefs < 0) {
			s.l->dirty = true;
			visit(s.l, 0);
			continue;
		}
		vec_each(&s.l->edges, i) {
			Edge *e = &s.l->edges.v[i];
			int d = s.derefs + e->derefs;
			visit(e->src, d >= DEPTH ? DEPTH : d);
		}
	}
}

bool stores_resolve(void)
{
	bool grew = false;
	if (!pending.n)
		return false;
	find_dirty();
	vec_each(&pending, i)
		if (!pending.v[i].to_heap)
			grew |= resolve(&pending.v[i]);
	round++;
	return grew;
}
