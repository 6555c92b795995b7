/* gift.c: results built in the caller's frame.
 *
 * An object that is made at most once in a call, and leaves it in results only, lives as long as the caller wants. For each such site or
 * variable the function has a room; a caller whose own analysis shows that the result stays with it gives memory of its frame for the room,
 * others give none, and the function takes the heap. The gifts travel beside the arguments (tu_gift in tuco.h), so func values, interfaces
 * and callers in other packages need not know.
 *
 *     func newUser(id int) *user { u := user{id: id}; return &u }      // room 0: u
 *     u := newUser(7); sink += u.id                                    // gives 16 bytes of frame
 *
 * To the graph of the caller the room is a location of its own, whose address is in the results and whose contents nobody knows. When
 * that location is returned in turn, the caller's caller may give the room. In the function itself A_RETURNED is an escape that is known to
 * end at the caller; what a returned object holds is returned too. Parameters that flow into it leak as before. */
#include "compiler/escape/graph.h"

enum { NROOM = 4, ROOM_MAX = 512, STR_ROOM = 64, BYTES_ROOM = 32, APPEND_ROOM = 224, MAKE_ROOM = 256 };
typedef struct Offer { Fn *f; uint32_t ins; int k; Loc *loc; } Offer;
static VEC(Offer) offers;               /* of the batch, those of one call side by side */

static int succ(const Ins *i, int k)
{
	switch (i->op) {
	case OP_JMP: return k == 0 ? i->u.blk[0] : -1;
	case OP_BR: return k < 2 ? i->u.blk[k] : -1;
	case OP_SWITCH: return k == 0 ? i->u.sw->def : k <= i->u.sw->rows.n ? i->u.sw->rows.v[k - 1].blk : -1;
	default: return -1;
	}
}

/* Blocks that can come again in one activation: those not removed by taking away blocks without predecessors, over and over, nor by
 * taking away blocks without successors. */
static bool *repeated(Fn *f)
{
	int n = f->blks.n;
	int *npred = arena_array(&build_arena, int, n), *todo = arena_array(&build_arena, int, n), top = 0;
	bool *again = arena_array(&build_arena, bool, n);
	for (int b = 0; b < n; b++) {
		again[b] = true;
		for (int k = 0, s; f->blks.v[b].ins.n && (s = succ(&f->ins.v[vec_last(&f->blks.v[b].ins)], k)) >= 0; k++)
			npred[s]++;
	}
	for (int b = 0; b < n; b++)
		if (!npred[b])
			todo[top++] = b;
	while (top) {
		int b = todo[--top];
		again[b] = false;
		for (int k = 0, s; f->blks.v[b].ins.n && (s = succ(&f->ins.v[vec_last(&f->blks.v[b].ins)], k)) >= 0; k++)
			if (--npred[s] == 0)
				todo[top++] = s;
	}
	for (bool more = true; more;) {         /* blocks after loops lead to no block of a loop */
		more = false;
		for (int b = n - 1; b >= 0; b--) {
			if (!again[b])
				continue;
			bool leads = false;
			for (int k = 0, s; f->blks.v[b].ins.n && (s = succ(&f->ins.v[vec_last(&f->blks.v[b].ins)], k)) >= 0; k++)
				leads |= again[s];
			if (!leads) {
				again[b] = false;
				more = true;
			}
		}
	}
	return again;
}

static int closure_nbyte(const Fn *g)
{
	int64_t n = 8;
	vec_each(&g->captures, c) {
		const Local *v = &g->locals.v[g->captures.v[c]];
		n += v->by_ref ? 8 : (type_size(v->type) + 7) / 8 * 8 + 8;
	}
	return g->captures.n && n <= ROOM_MAX ? (int)n : 0;
}

static int site_nbyte(Fn *f, const Ins *i, bool again)
{
	int64_t n = 0, c;
	if (i->op == OP_APPEND || i->op == OP_APPEND_SLICE) {
		n = type_size(type_under(i->type)->u.slice.elem);
		return esc_ext[EXT_APPEND] && n && n <= 32 ? APPEND_ROOM : 0;
	}
	if (again)
		return 0;
	switch (i->op) {
	case OP_NEW: case OP_IFACE_MAKE:
		n = type_size(i->type);
		return n <= ROOM_MAX && !(i->op == OP_IFACE_MAKE && type_is_direct(i->type)) ? (int)n : 0;
	case OP_CLOSURE: return closure_nbyte(i->u.fn);
	case OP_STR_CAT: case OP_STR_BYTES: return i->flags & F_NOCOPY ? 0 : STR_ROOM;
	case OP_BYTES_STR: return BYTES_ROOM;
	case OP_MAKE_MAP: return (int)esc_map_room(i->type);
	case OP_MAKE_SLICE: {
		Ref r = i->b ? i->b : i->a;
		n = type_size(type_under(i->type)->u.slice.elem);
		if (REF_KIND(r) != RK_CONST)
			return n && n <= MAKE_ROOM ? MAKE_ROOM : 0;
		const Const *k = f->consts.v[REF_IDX(r)].val;
		return n && k && const_fits_i64(k, &c) && c > 0 && c <= ROOM_MAX / n ? (int)(c * n) : 0;
	}
	default: return 0;
	}
}

static bool may_return(const Fn *f)
{
	if (!esc_ext[EXT_RESULT] || f->outer || f->wrapper || f->is_closure || f->has_defer || f->has_recover || f->range_body || !f->results.n)
		return false;
	if (f->weak && f->pkg != prog->main)
		return false;           /* printed in several units, perhaps of other builds */
	vec_each(&f->results, r)
		if (type_ptr_nbyte(f->locals.v[f->results.v[r]].type))
			return true;
	return false;
}

/* Which of f's locations a caller could give room for. After init_fn. */
void gift_candidates(Fn *f)
{
	EscFn *e = f->esc;
	if (!may_return(f))
		return;
	bool *again = repeated(f);
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			if (i->site != NO_SITE && e->site_loc[i->site])
				e->site_loc[i->site]->gift_nbyte = site_nbyte(f, i, again[b]);
			if (i->op == OP_VARDEF && !again[b] && REF_KIND(i->a) == RK_LOCAL && e->local_loc[REF_IDX(i->a)]) {
				Local *v = &f->locals.v[REF_IDX(i->a)];
				int64_t n = type_size(v->type);
				if (v->kind == L_VAR && n > 0 && n <= ROOM_MAX)
					e->local_loc[REF_IDX(i->a)]->gift_nbyte = (int)n;
			}
			if (i->op == OP_CALL && !again[b])
				for (int o = 0; o < offers.n; o++)
					if (offers.v[o].f == f && offers.v[o].ins == (uint32_t)(i - f->ins.v) && offers.v[o].k >= 0)
						offers.v[o].loc->gift_nbyte = i->u.fn->rooms.v[offers.v[o].k];
		}
}

void gift_begin(void)
{
	offers.n = 0;
}

/* Locations for the rooms of the functions that f calls. */
void gift_calls(Fn *f)
{
	if (!esc_ext[EXT_RESULT] || f->wrapper || (f->weak && f->pkg != prog->main))
		return;
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			uint32_t at = (uint32_t)f->blks.v[b].ins.v[j];
			Ins *i = &f->ins.v[at];
			if (i->op != OP_CALL || !i->u.fn || !i->u.fn->rooms.n || ((EscFn *)i->u.fn->esc)->state != 2)
				continue;
			int first = offers.n;
			vec_each(&i->u.fn->rooms, k) {
				Loc *l = loc_new(f, -1, -1, f->blks.v[b].loop_depth, false);
				l->gift = offers.n + 1;
				l->dirty = true;
				vec_push(&offers, (Offer){ f, at, k, l });
			}
			/* and one for what the callee makes on the heap, which may hold what it makes in rooms */
			Loc *rest = loc_new(f, -1, -1, f->blks.v[b].loop_depth, false);
			rest->dirty = true;
			rest->gift = -1;
			vec_push(&offers, (Offer){ f, at, -1, rest });
			for (int x = first; x < offers.n; x++)
				for (int y = first; y < offers.n; y++)
					if (x != y)
						flow(hole_shift(hole_to(offers.v[x].loc), -1), offers.v[y].loc);
		}
}

void gift_result(Fn *f, const Ins *i, Hole k)
{
	if (!i->u.fn->rooms.n)
		return;
	uint32_t at = (uint32_t)(i - f->ins.v);
	for (int o = 0; o < offers.n; o++)
		if (offers.v[o].f == f && offers.v[o].ins == at)
			flow(hole_shift(k, -1), offers.v[o].loc);
}

static bool returned(const Loc *l)
{
	return l && (l->attrs & (A_RETURNED | A_ESCAPES)) == A_RETURNED && l->gift_nbyte;
}

/* 0: not returned only; -1: on the heap for want of rooms. */
static int new_room(Fn *f, const Loc *l)
{
	if (!returned(l))
		return 0;
	if (f->rooms.n >= NROOM)
		return -1;
	vec_push(&f->rooms, l->gift_nbyte);
	return f->rooms.n;
}

void gift_finish(Fn *f)
{
	EscFn *e = f->esc;
	f->rooms.n = f->gifts.n = 0;
	vec_each(&f->locals, l) {
		f->locals.v[l].gift = new_room(f, e->local_loc[l]);
		if (e->local_loc[l] && e->local_loc[l]->attrs & A_RETURNED)
			f->locals.v[l].heap = true;
	}
	vec_each(&f->sites, s) {
		Site *site = &f->sites.v[s];
		site->gift = site->verdict != V_NONE && site->verdict != V_STATIC ? new_room(f, e->site_loc[s]) : 0;
	}
	for (int o = 0; o < offers.n; o++) {
		Offer *of = &offers.v[o];
		if (of->f != f || of->k < 0)
			continue;
		int pass = new_room(f, of->loc);
		bool heap = of->loc->attrs & (A_ESCAPES | A_RETURNED);
		int nbyte = f->ins.v[of->ins].u.fn->rooms.v[of->k];
		vec_push(&f->gifts, (Gift){ of->ins, of->k, nbyte, heap ? V_HEAP : V_STACK, of->loc->many && !heap, pass });
	}
}
