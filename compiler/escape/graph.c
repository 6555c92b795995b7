/* graph.c: makes locations and edges, and remembers why each edge is there. */
#include "compiler/escape/graph.h"

Loc loc_heap, loc_mutator, loc_callee, loc_blank, loc_world, loc_dirty;
LocVec batch_locs;
bool esc_explain;

static void reset(Loc *l, uint8_t attrs)
{
	*l = (Loc){ .local = -1, .site = -1, .attrs = attrs };
}

void batch_begin(void)
{
	reset(&loc_heap, A_ESCAPES | A_PERSISTS | A_MUTATES | A_CALLS);
	reset(&loc_mutator, A_MUTATES);
	reset(&loc_callee, A_CALLS);
	reset(&loc_blank, 0);
	reset(&loc_world, 0);
	reset(&loc_dirty, 0);
	batch_locs.n = 0;
}

Loc *loc_new(Fn *f, int local, int site, int loop_depth, bool persists)
{
	Loc *l = NEW(Loc);
	l->fn = f;
	l->local = local;
	l->site = site;
	l->loop_depth = loop_depth;
	l->attrs = persists ? A_PERSISTS : 0;
	vec_push(&batch_locs, l);
	return l;
}

bool own_capture(const Fn *f, const Local *v)
{
	return v->kind == L_CAPTURE && (!f->outer || v->capture_of < 0);
}

Loc *loc_of_local(Fn *f, int local)
{
	Local *v = &f->locals.v[local];
	while (v->kind == L_CAPTURE && !own_capture(f, v)) {
		local = v->capture_of;
		f = f->outer;
		v = &f->locals.v[local];
	}
	EscFn *e = f->esc;
	return e->local_loc ? e->local_loc[local] : NULL;
}

Hole hole_to(Loc *l)
{
	return (Hole){ l ? l : &loc_blank, 0, NULL };
}

Hole hole_note(Hole k, Node *where, Pos pos, const char *why)
{
	if (esc_explain && where) {
		Note *n = NEW(Note);
		*n = (Note){ k.notes, where, pos, why };
		k.notes = n;
	}
	return k;
}

Hole hole_shift(Hole k, int delta)
{
	k.derefs += delta;
	if (k.derefs < -1)
		k.derefs = -1;          /* &(&x) needs a location between; callers give it one */
	return k;
}

void flow(Hole k, Loc *src)
{
	if (!src || k.dst == &loc_blank || (k.dst == src && k.derefs >= 0))
		return;
	if (k.dst->attrs & A_ESCAPES && k.derefs < 0) {
		if (esc_explain && !(src->attrs & A_ESCAPES)) {
			EscPath *p = explain_start(src);
			explain_flow(p, k.dst, src, k.derefs, k.notes);
		}
		src->attrs |= A_ESCAPES | A_PERSISTS | A_MUTATES | A_CALLS;
		return;
	}
	for (int i = k.dst->edges.n - 1; i >= 0 && i >= k.dst->edges.n - 8; i--)
		if (k.dst->edges.v[i].src == src && k.dst->edges.v[i].derefs <= k.derefs)
			return;
	vec_push(&k.dst->edges, (Edge){ src, k.derefs, k.notes });
}

bool fn_contains(const Fn *outer, const Fn *inner)
{
	for (const Fn *p = inner ? inner->outer : NULL; p; p = p->outer)
		if (p == outer)
			return true;
	return false;
}

static const char *loc_text(const Loc *l)
{
	if (l == &loc_heap)
		return "{heap}";
	if (l->local >= 0 && l->fn->locals.v[l->local].name)
		return l->fn->locals.v[l->local].name->s;
	if (l->site >= 0)
		return str_fmt("{storage for %s}", esc_site_text(l->fn, l->site));
	return "{temp}";
}

EscPath *explain_start(Loc *what)
{
	EscFn *e = what->fn->esc;
	Pos pos = what->site >= 0 ? what->fn->sites.v[what->site].pos : what->local >= 0 ? what->fn->locals.v[what->local].pos : what->fn->pos;
	vec_push(&e->paths, (EscPath){ .pos = pos, .local = what->local, .site = what->site });
	return &vec_last(&e->paths);
}

void explain_flow(EscPath *p, Loc *dst, Loc *src, int derefs, Note *notes)
{
	char ops[64] = "&";
	if (derefs >= 0) {
		int n = MIN(derefs, (int)sizeof ops - 1);
		memset(ops, '*', (size_t)n);
		ops[n] = 0;
	}
	vec_push(&p->hops, (EscHop){ .flow = str_fmt("%s \xe2\x86\x90 %s%s", loc_text(dst), ops, loc_text(src)) });
	for (Note *n = notes; n; n = n->next)
		vec_push(&p->hops, (EscHop){ .where = n->where, .pos = n->pos, .why = n->why });
}
