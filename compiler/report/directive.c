/* directive.c: //tuco:noalloc, //tuco:allocs<=N and //tuco:stack: promises about allocation that the compiler holds a source to. */
#include "compiler/report/report.h"
#include <stdlib.h>

static Map verdicts;                    /* Fn -> Why, of functions that were looked at */
typedef struct Why { const char *text; Pos pos; Fn *via; } Why;

/* ---- does a function allocate ---------------------------------------------------------------------------------------------- */

static const char *ins_allocates(const Fn *f, const Ins *i)
{
	bool heap = i->site != NO_SITE && f->sites.v[i->site].verdict == V_HEAP;
	switch (i->op) {
	case OP_VARDEF:
		if (f->locals.v[REF_IDX(i->a)].heap)
			return str_fmt("%s moves to the heap", f->locals.v[REF_IDX(i->a)].name ? f->locals.v[REF_IDX(i->a)].name->s : "a variable");
		return NULL;
	case OP_MAP_SET: case OP_MAP_ADDR: return "a map may grow";
	case OP_MAKE_MAP: return "a map is made";
	case OP_MAKE_CHAN: return "a channel is made";
	case OP_GO: return "a goroutine is started";
	case OP_APPEND: case OP_APPEND_SLICE: return "append may grow the slice";
	case OP_CALL_IFACE: return "a method is called through an interface: it may allocate";
	case OP_CALL_FN: return "a function value is called: it may allocate";
	case OP_IFACE_MAKE:
		return heap && !type_is_direct(i->type) && REF_KIND(i->a) != RK_CONST ? str_fmt("%s escapes to heap", esc_site_text(f, (int)i->site)) : NULL;
	case OP_CLOSURE:
		return heap && i->u.fn->captures.n ? str_fmt("%s escapes to heap", esc_site_text(f, (int)i->site)) : NULL;
	case OP_BYTES_STR: case OP_STR_BYTES:
		if (i->flags & F_NOCOPY)
			return NULL;
		/* fall through */
	case OP_STR_CAT: case OP_STR_RUNES: case OP_RUNES_STR:
		return "a string of any size is made";
	case OP_MAKE_SLICE:
		if (!heap && i->site != NO_SITE && f->sites.v[i->site].nbuf && REF_KIND(i->b ? i->b : i->a) != RK_CONST)
			return str_fmt("%s may be too large for its frame buffer", esc_site_text(f, (int)i->site));
		/* fall through */
	case OP_NEW: case OP_STR_RUNE:
		return heap ? str_fmt("%s escapes to heap", esc_site_text(f, (int)i->site)) : NULL;
	default:
		return NULL;
	}
}

/* Why f may allocate; text NULL: it does not. Blocks that end in a panic do not count. */
static Why *why_allocates(Fn *f)
{
	Why *w = map_get(&verdicts, (uintptr_t)f);
	if (w)
		return w;
	w = NEW(Why);
	map_set(&verdicts, (uintptr_t)f, w);            /* recursion adds nothing */
	if (f->is_intrinsic || (!f->blks.n && f->nosplit))
		return w;
	if (f->is_extern || !f->blks.n) {
		*w = (Why){ str_fmt("%s has no body in Go", f->name), f->pos, NULL };
		return w;
	}
	vec_each(&f->params, p)
		if (f->locals.v[f->params.v[p]].heap)
			*w = (Why){ str_fmt("%s moves to the heap", f->locals.v[f->params.v[p]].name->s), f->pos, NULL };
	for (int b = 0; b < f->blks.n && !w->text; b++) {
		const Blk *blk = &f->blks.v[b];
		int last = f->ins.v[vec_last(&blk->ins)].op;
		if (last == OP_PANIC || last == OP_UNREACHABLE || last == OP_RANGE_PANIC)
			continue;
		for (int j = 0; j < blk->ins.n && !w->text; j++) {
			const Ins *i = &f->ins.v[blk->ins.v[j]];
			const char *text = ins_allocates(f, i);
			if (text)
				*w = (Why){ text, i->pos, NULL };
			else if (i->op == OP_CALL && i->u.fn != f && why_allocates(i->u.fn)->text)
				*w = (Why){ str_fmt("%s is called", i->u.fn->name), i->pos, i->u.fn };
			else if (i->op == OP_CLOSURE && i->u.fn->outer == f && why_allocates(i->u.fn)->text)
				*w = (Why){ "a function literal is made", i->pos, i->u.fn };
		}
	}
	return w;
}

static void check_noalloc(Fn *f, Pos pos)
{
	const Why *w = why_allocates(f);
	if (!w->text)
		return;
	Buf b = { 0 };
	buf_fmt(&b, "%s is //tuco:noalloc but may allocate:", f->name);
	for (int depth = 0; w && w->text && depth < 20; depth++) {
		buf_fmt(&b, "\n\t%s: %s", pos_str(w->pos), w->text);
		w = w->via ? map_get(&verdicts, (uintptr_t)w->via) : NULL;
	}
	diag_at(pos, "%s", b.s);
	buf_free(&b);
}

/* ---- promises about rows ---------------------------------------------------------------------------------------------------- */

static void add_path(Buf *b, const Row *r)
{
	for (int h = 0; r->path && h < r->path->hops.n; h++) {
		const EscHop *o = &r->path->hops.v[h];
		if (o->flow)
			buf_fmt(b, "\n\tflow: %s", o->flow);
		else
			buf_fmt(b, "\n\t  from %s (%s) at %s", o->where ? esc_node_text(o->where) : "", o->why, pos_str(o->pos));
	}
}

static bool inside(const Fn *f, const Fn *top)
{
	for (; f; f = f->outer)
		if (f == top)
			return true;
	return false;
}

static void check_count(Fn *f, Pos pos, const char *limit, const RowVec *rows)
{
	char *end;
	long max = strtol(limit, &end, 10);
	if (end == limit || *end || max < 0) {
		diag_at(pos, "//tuco:allocs<=%s: want a number", limit);
		return;
	}
	Buf b = { 0 };
	int n = 0;
	vec_each(rows, i) {
		const Row *r = &rows->v[i];
		if (!row_heap(r) || !inside(r->fn, f))
			continue;
		n++;
		buf_fmt(&b, "\n\t%s: %s: %s", pos_str(r->pos), r->what, r->reason);
	}
	if (n > max)
		diag_at(f->pos, "%s allocates in %d places, //tuco:allocs<=%ld allows %ld:%s", f->name, n, max, max, b.s);
	buf_free(&b);
}

/* Lines that begin or end with the comment; the promise is for the line itself, or the next one when it stands alone. */
static bool stack_wanted(Pos p)
{
	SrcFile *f = p ? src_of(p) : NULL;
	if (!f)
		return false;
	uint32_t at = p - f->base, from = at;
	while (from > 0 && f->text[from - 1] != '\n')
		from--;
	const char *end = strchr(f->text + from, '\n'), *c = strstr(f->text + from, "//tuco:stack");
	if (c && (!end || c < end))
		return true;
	if (!from)
		return false;
	uint32_t prev = from - 1;
	while (prev > 0 && f->text[prev - 1] != '\n')
		prev--;
	while (f->text[prev] == ' ' || f->text[prev] == '\t')
		prev++;
	return !strncmp(f->text + prev, "//tuco:stack", 12);
}

bool esc_has_promises(const Package *p)
{
	static Map seen;
	intptr_t known = (intptr_t)map_get(&seen, (uintptr_t)p);
	if (!known) {
		known = 1;
		vec_each(&p->files, i) {
			SrcFile *f = p->files.v[i]->src;
			if (f && (strstr(f->text, "//tuco:stack") || strstr(f->text, "//tuco:noalloc") || strstr(f->text, "//tuco:allocs")))
				known = 2;
		}
		map_set(&seen, (uintptr_t)p, (void *)known);
	}
	return known == 2;
}

void report_directives(Package *p)
{
	if (!esc_has_promises(p))
		return;
	RowVec rows = report_rows(p);
	vec_each(&prog->all, i) {
		Fn *f = prog->all.v[i];
		const Pragma *g = f->pkg == p && f->node && f->node->kind == N_FUNC && !f->wrapper ? f->node->pragma : NULL;
		if (!g)
			continue;
		if (g->bits & PRAGMA_NOALLOC)
			check_noalloc(f, f->node->pos);
		vec_each(&g->lines, k)
			if (!strncmp(g->lines.v[k].text, "tuco:allocs<=", 13))
				check_count(f, g->lines.v[k].pos, g->lines.v[k].text + 13, &rows);
	}
	vec_each(&rows, i) {
		const Row *r = &rows.v[i];
		if (!row_heap(r) || r->kind == ROW_PARAM || !stack_wanted(r->pos))
			continue;
		Buf b = { 0 };
		buf_fmt(&b, "%s is //tuco:stack but goes to the heap: %s", r->what, r->reason);
		add_path(&b, r);
		diag_at(r->pos, "%s", b.s);
		buf_free(&b);
	}
}
