/* escape.c: drives the analysis: call-graph components bottom-up, locations for each function, verdicts from the solved graph. */
#include "compiler/escape/graph.h"

/* gc's limits (cmd/compile ir.MaxStackVarSize and friends): beyond them a value that stays is on the heap all the same. */
enum { MAX_EXPLICIT = 128 * 1024, MAX_IMPLICIT = 64 * 1024 };

/* ---- locations ---------------------------------------------------------------------------------------------------- */

static void count_def(Fn *f, EscFn *e, Ref r, int ins)
{
	if (REF_KIND(r) != RK_LOCAL)
		return;
	int l = REF_IDX(r);
	e->def[l] = e->def[l] == -1 ? ins : -2;
	(void)f;
}

static void find_defs(Fn *f, EscFn *e, bool *addr)
{
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			int n = f->blks.v[b].ins.v[j];
			Ins *i = &f->ins.v[n];
			if (i->op == OP_VARDEF)
				continue;
			count_def(f, e, i->dst, n);
			for (int d = 0; d < i->ndst; d++)
				count_def(f, e, f->refs.v[i->dsts + (uint32_t)d], n);
			if (i->op == OP_STORE || i->op == OP_ADDR) {
				Place *p = &f->places.v[i->place];
				if (p->base == PB_LOCAL && REF_KIND(p->ref) == RK_LOCAL) {
					if (i->op == OP_ADDR)
						addr[REF_IDX(p->ref)] = true;
					else if (p->nproj)
						e->def[REF_IDX(p->ref)] = -2;   /* built part by part */
					else
						count_def(f, e, p->ref, n);
				}
			}
			if (i->op == OP_SELECT)
				vec_each(&i->u.sel->cases, c)
					count_def(f, e, i->u.sel->cases.v[c].dst, n);
		}
}

static void init_fn(Fn *f)
{
	EscFn *e = f->esc;
	int n = f->locals.n;
	e->state = 1;
	e->results_lost = false;
	e->self_assign.n = 0;
	if (!closed_world || closed_places(f))
		e->paths.n = 0;
	e->local_loc = arena_array(&build_arena, Loc *, n + 1);
	e->site_loc = arena_array(&build_arena, Loc *, f->sites.n + 1);
	e->def = arena_array(&build_arena, int32_t, n + 1);
	e->param = arena_array(&build_arena, Leaks, f->params.n + 1);
	e->capture = arena_array(&build_arena, Leaks, f->captures.n + 1);
	for (int l = 0; l < n; l++)
		e->def[l] = -1;
	Mark m = arena_mark(&build_arena);
	bool *addr = arena_array(&build_arena, bool, n + 1);
	find_defs(f, e, addr);
	for (int l = 0; l < n; l++) {
		Local *v = &f->locals.v[l];
		if (v->kind == L_MAPITER || v->unused || (v->kind == L_CAPTURE && !own_capture(f, v)))
			continue;
		v->addr_taken |= addr[l];
	}
	(void)m;
	bool *captured = arena_array(&build_arena, bool, n + 1);        /* by a literal, whose flows meet the temporary by number */
	vec_each(&f->lits, i) {
		Fn *lit = f->lits.v[i];
		vec_each(&lit->captures, c) {
			int of = lit->locals.v[lit->captures.v[c]].capture_of;
			if (of >= 0 && of < n)
				captured[of] = true;
		}
	}
	for (int l = 0; l < n; l++) {
		Local *v = &f->locals.v[l];
		if (v->kind == L_MAPITER || v->unused || (v->kind == L_CAPTURE && !own_capture(f, v)))
			continue;
		if (v->kind == L_TEMP && !v->addr_taken && !captured[l] && e->def[l] >= 0)
			continue;               /* looked through */
		e->local_loc[l] = loc_new(f, l, -1, v->loop_depth, v->kind != L_TEMP);
		e->local_loc[l]->is_param = v->kind == L_PARAM || v->kind == L_CAPTURE;
	}
	vec_each(&f->results, r)
		e->local_loc[f->results.v[r]]->result_index = r + 1;
	for (int s = 0; s < f->sites.n; s++) {
		Site *site = &f->sites.v[s];
		e->site_loc[s] = loc_new(f, -1, s, site->kind == SITE_APPEND ? 0 : site->loop_depth, false);
	}
}

static const Const *const_of(Fn *f, Ref r)
{
	return REF_KIND(r) == RK_CONST ? f->consts.v[REF_IDX(r)].val : NULL;
}

/* Reason why a value cannot be on the stack whatever its flow, or NULL. */
static const char *heap_reason(Fn *f, Loc *l)
{
	if (l->local >= 0) {
		Local *v = &f->locals.v[l->local];
		if (v->kind == L_VAR && type_size(v->type) > MAX_EXPLICIT)
			return "too large for stack";
		return NULL;
	}
	if (l->site < 0)
		return NULL;
	Site *s = &f->sites.v[l->site];
	Ins *i = &f->ins.v[s->ins];
	switch (i->op) {
	case OP_NEW: {
		/* a literal's backing array is an explicit value; new(T) and &T{} are implicit ones */
		int64_t limit = s->kind == SITE_NEW || s->kind == SITE_ADDR_COMPOSITE ? MAX_IMPLICIT : MAX_EXPLICIT;
		return type_size(i->type) > limit ? "too large for stack" : NULL;
	}
	case OP_MAKE_SLICE: {
		Type *elem = type_under(i->type)->u.slice.elem;
		int64_t size = type_size(elem), n;
		if (size == 0)
			return "zero-sized element";
		const Const *c = const_of(f, i->b ? i->b : i->a);
		if (c && const_fits_i64(c, &n))
			return n < 0 || n > MAX_IMPLICIT / size ? "too large for stack" : NULL;
		return REF_KIND(i->b ? i->b : i->a) == RK_CONST ? NULL : NULL;  /* variable size: a small frame buffer, heap beyond it */
	}
	case OP_IFACE_MAKE:
		return type_size(i->type) > MAX_EXPLICIT ? "too large for stack" : NULL;
	default:
		return NULL;
	}
}

/* ---- one batch ----------------------------------------------------------------------------------------------------------- */

static void tag_params(Fn *f)
{
	EscFn *e = f->esc;
	vec_each(&f->params, p) {
		Local *v = &f->locals.v[f->params.v[p]];
		Leaks *out = &e->param[p];
		*out = (Leaks){ 0 };
		Loc *l = e->local_loc[f->params.v[p]];
		if (!l || type_ptr_nbyte(v->type) == 0)
			continue;
		if (v->name && SYM_IS(v->name, "_"))
			continue;
		*out = l->leaks;
		if (out->v[LEAK_HEAP])
			for (int i = 1; i < LEAK_COUNT; i++)
				if (out->v[i] >= out->v[LEAK_HEAP])
					out->v[i] = 0;
		if (l->attrs & A_ESCAPES)
			out->v[LEAK_HEAP] = 1;  /* moved to the heap: its value lives there */
	}
	vec_each(&f->captures, c) {
		Loc *l = e->local_loc[f->captures.v[c]];
		if (l)
			e->capture[c] = l->leaks;
	}
}

/* Leaks that Go's function of this name has. */
static void add_go_leaks(Fn *f)
{
	const GoFact *fact = go_fact(f);
	const char *s = fact ? fact->tags : "";
	for (int p = 0; p < f->params.n && *s; p++) {
		size_t n = strcspn(s, " ");
		for (const char *t = s; t < s + n; t++) {
			int at = *t == 'h' ? LEAK_HEAP : *t == 'r' ? LEAK_RESULT0 + t[1] - '0' : -1;
			if (at < 0 || at >= LEAK_COUNT)
				continue;
			int derefs = t[*t == 'h' ? 1 : 3] - '0';
			uint8_t *v = &((EscFn *)f->esc)->param[p].v[at];
			if (type_ptr_nbyte(f->locals.v[f->params.v[p]].type) && (!*v || *v > derefs + 1))
				*v = (uint8_t)(derefs + 1);
			t += *t == 'h' ? 1 : 3;
		}
		s += n + (s[n] == ' ');
	}
}

static void tag_extern(Fn *f)
{
	EscFn *e = f->esc;
	e->state = 2;
	/* A declaration without body may not have parameter locals: size by the signature. */
	int n = f->params.n;
	Type *sig = f->sig ? type_under(f->sig) : NULL;
	int nsig = (sig ? sig->u.fn.params.n : 0) + (f->recv ? 1 : 0);
	e->param = arena_array(&build_arena, Leaks, MAX(n, nsig) + 1);
	for (int p = 0; p < MAX(n, nsig); p++) {
		Type *t = p < n ? f->locals.v[f->params.v[p]].type : NULL;
		if (t && type_ptr_nbyte(t) == 0)
			continue;
		/* Go declares LoadPointer without noescape: with its model the address leaks. */
		bool leaks = esc_go && f->pkg && !strcmp(f->name, "sync/atomic.LoadPointer");
		if (f->noescape && !leaks) {
			e->param[p].v[LEAK_MUTATOR] = 1;
			e->param[p].v[LEAK_CALLEE] = 1;
		} else
			e->param[p].v[LEAK_HEAP] = 1;
	}
}

/* Sites whose instruction is still in some block: lowering and inlining drop unreachable code. */
static bool *live_sites(Fn *f)
{
	bool *live = arena_array(&build_arena, bool, f->sites.n + 1);
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			if (i->site != NO_SITE && i->op != OP_NOP)
				live[i->site] = true;
		}
	return live;
}

/* Bytes of frame for a value whose size is known at run time only. Go has 32 for each. */
static int buffer_size(Fn *f, const Site *s)
{
	enum { GO_BUF = 32, MAKE_BUF = 256, APPEND_BUF = 32 + 64 + 128, STRING_BUF = 64 };
	const Ins *i = &f->ins.v[s->ins];
	int n = GO_BUF;
	switch (i->op) {
	case OP_MAKE_SLICE:
		if (esc_ext[EXT_MAKE])
			n = MAKE_BUF;
		break;
	case OP_APPEND_SLICE:
		if (!esc_ext[EXT_APPEND])
			return 0;
		/* fall through */
	case OP_APPEND:
		if (esc_ext[EXT_APPEND])
			n = APPEND_BUF;
		break;
	case OP_BYTES_STR:
		return GO_BUF;                  /* cap() shows it */
	case OP_STR_CAT: case OP_STR_BYTES: case OP_STR_RUNES:
		return esc_ext[EXT_STRING] ? STRING_BUF : GO_BUF;
	case OP_RUNES_STR:
		return 128;
	default:
		return 0;
	}
	int64_t size = type_size(type_under(i->type)->u.slice.elem);
	return size && size <= n && (i->op == OP_MAKE_SLICE || size <= GO_BUF || n > GO_BUF) ? n : 0;
}

/* Room for a few; one that is used up costs no more than the heap would have from the start. */
int esc_many_nbyte(Fn *f, const Site *s)
{
	enum { MANY = 256, ONE = 96 };
	const Ins *i = &f->ins.v[s->ins];
	if (i->op == OP_CLOSURE)
		return i->u.fn->captures.n && i->u.fn->captures.n <= 6 ? MANY : 0;
	if (i->op == OP_STR_CAT || i->op == OP_STR_BYTES)
		return esc_ext[EXT_STRING] ? MANY : 0;
	if (i->op != OP_NEW && i->op != OP_IFACE_MAKE)
		return 0;
	int64_t size = type_size(i->type);
	return size > 0 && size <= ONE ? MANY : 0;
}

static void finish_fn(Fn *f)
{
	EscFn *e = f->esc;
	tag_params(f);
	add_go_leaks(f);
	if (closed_world && !closed_places(f))
		return;
	for (int l = 0; l < f->locals.n; l++)
		if (e->local_loc[l])
			f->locals.v[l].heap = (e->local_loc[l]->attrs & (A_ESCAPES | A_RETURNED)) != 0;
	bool *live = live_sites(f);
	for (int s = 0; s < f->sites.n; s++) {
		Loc *l = e->site_loc[s];
		Site *site = &f->sites.v[s];
		if (!live[s])
			site->verdict = V_NONE;
		if (site->verdict == V_STATIC || site->verdict == V_NONE)
			continue;
		site->verdict = l->attrs & (A_ESCAPES | A_RETURNED) ? V_HEAP : V_STACK;
		site->nbuf = site->verdict == V_STACK ? l->many ? esc_many_nbyte(f, site) : buffer_size(f, site) : 0;
		site->many = site->verdict == V_STACK && l->many;
		Ins *i = &f->ins.v[site->ins];
		if (i->op == OP_BYTES_STR && !(l->attrs & A_MUTATES))
			i->flags |= F_NOCOPY;
	}
	gift_finish(f);
}

/* The slots of the first block follow the rules of runtime/val/map_grow.c. Large ones stay out of frames. */
int64_t esc_map_room(Type *map)
{
	enum { HEADER = 80, GROUP = 16, SMALL = 8, INLINE_MAX = 128, BLOCK_MAX = 1024 };
	Type *t = type_under(map), *k = t->u.map.key, *v = t->u.map.elem;
	int64_t kn = type_size(k), vn = type_size(v), ka = MAX(type_align(k), 1), va = MAX(type_align(v), 1);
	if (kn > INLINE_MAX)
		kn = ka = 8;
	if (vn > INLINE_MAX)
		vn = va = 8;
	int64_t al = MAX(ka, va), slot = ((kn + va - 1) / va * va + vn + al - 1) / al * al;
	int64_t block = GROUP + SMALL * MAX(slot, 1);
	return block <= BLOCK_MAX ? HEADER + block : HEADER;
}

static void drop_locs(Fn *f)
{
	EscFn *e = f->esc;
	e->state = 2;
	e->local_loc = e->site_loc = NULL;
}

static void analyse(Fn **v, int n)
{
	batch_begin();
	stores_begin();
	gift_begin();
	for (int i = 0; i < n; i++)
		init_fn(v[i]);
	for (int i = 0; i < n; i++)
		gift_calls(v[i]);
	for (int i = 0; i < n; i++) {
		gift_candidates(v[i]);
		build_fn(v[i]);
	}
	vec_each(&batch_locs, i) {
		Loc *l = batch_locs.v[i];
		const char *why = l->fn ? heap_reason(l->fn, l) : NULL;
		if (esc_off && l->fn && (l->site >= 0 || (l->local >= 0 && l->fn->locals.v[l->local].addr_taken && l->fn->locals.v[l->local].kind != L_TEMP)))
			why = "escape analysis is off";
		if (!why)
			continue;
		esc_explain = l->fn->pkg && (pkg_flags(l->fn->pkg).m >= 2 || esc_has_promises(l->fn->pkg));
		Hole k = hole_shift(hole_to(&loc_heap), -1);
		if (l->site >= 0) {
			l->fn->sites.v[l->site].why = why;
			k = hole_note(k, l->fn->sites.v[l->site].src, l->fn->sites.v[l->site].pos, why);
		} else if (l->local >= 0 && l->fn->locals.v[l->local].obj)
			k = hole_note(k, l->fn->locals.v[l->local].obj->decl, l->fn->locals.v[l->local].pos, why);
		flow(k, l);
		esc_explain = false;
	}
	stores_resolve();
	do
		solve_batch();
	while (stores_resolve());
	for (int i = 0; i < n; i++)
		finish_fn(v[i]);
	for (int i = 0; i < n; i++)
		drop_locs(v[i]);
}

static void batch(Fn **v, int n, bool recursive)
{
	(void)recursive;
	analyse(v, n);
}

static Fn **more_callees(const Fn *f, const Ins *i, int *n)
{
	const FnList *l = closed_callees(f, i);
	*n = l ? l->n : 0;
	return l ? l->v : NULL;
}

/* Again with the callees of indirect calls known, for package main; see closed.c. */
static void whole_program(void)
{
	struct { Leaks *param, *capture; } *open = arena_alloc(&build_arena, sizeof *open * (size_t)(prog->all.n + 1));
	int n = prog->all.n;
	for (int i = 0; i < n; i++) {
		EscFn *e = prog->all.v[i]->esc;
		open[i].param = e->param;
		open[i].capture = e->capture;
		if (!prog->all.v[i]->is_extern && prog->all.v[i]->blks.n)
			e->state = 0;
	}
	closed_begin();
	closed_world = true;
	fn_more_callees = more_callees;
	fn_bottom_up(batch);
	fn_more_callees = NULL;
	closed_world = false;
	for (int i = 0; i < n; i++) {
		EscFn *e = prog->all.v[i]->esc;
		e->closed_param = e->param;
		e->closed_capture = e->capture;
		if (!closed_places(prog->all.v[i])) {
			e->param = open[i].param;
			e->capture = open[i].capture;
		}
	}
}

void esc_program(void)
{
	vec_each(&prog->all, i) {
		Fn *f = prog->all.v[i];
		f->esc = NEW(EscFn);
		if (f->is_extern || !f->blks.n)
			tag_extern(f);
	}
	fn_bottom_up(batch);
	if (esc_ext[EXT_CLOSED] && prog->main)
		whole_program();
}
