/* measure.c: puts the counts of a heap profile beside the rows of the report.
 *
 * A sample is a stack. Its innermost return address, with the functions inlined there, is a chain of positions; a row's instruction has
 * such a chain as well (its position, then the places it was inlined to), and equal chains belong together. So a site that was inlined into
 * three callers gets three counts. Several rows may share a chain: instances of one generic function, or, when the profile has no columns, all
 * sites of a line. Then the row whose size fits best is taken, of those that may be on the heap when there are any.
 *
 * What matches no row is either an allocation that is no site (a map store), or happened below a call into another package; both get rows
 * of their own at the innermost position inside the package. */
#include "compiler/report/measure.h"
#include <stdlib.h>

static const char *std_dir;
static bool columns;
static Map files;                       /* Sym of a full path -> SrcFile of the package */

/* Library sources have another folder in the compiler than in profiles: only what lies below it counts. */
static const char *plain(const char *file)
{
	static const char mark[] = "/@std/";
	size_t n = std_dir ? strlen(std_dir) : 0;
	if (!strncmp(file, mark, sizeof mark - 1))
		return file + sizeof mark - 1;
	return n && !strncmp(file, std_dir, n) && file[n] == '/' ? file + n + 1 : file;
}

static void chain_step(Buf *b, const char *file, uint32_t line, uint32_t col)
{
	buf_fmt(b, "%s:%u:%u\n", plain(file), line, columns ? col : 0);
}

static void chain_pos(Buf *b, Pos p)
{
	Where w = pos_where(p);
	chain_step(b, w.full ? w.full : w.file, w.line, w.col);
}

/* Of an instruction of f; NULL: made on entry, a parameter or result. */
static Sym *chain_of(const Fn *f, const Ins *ins)
{
	Buf b = { 0 };
	if (!ins) {
		chain_pos(&b, f->pos);
	} else {
		chain_pos(&b, ins->pos);
		uint32_t inl = ins->inl;
		for (int depth = 0; inl && inl < (uint32_t)f->inl.n && depth < 100; depth++) {
			chain_pos(&b, f->inl.v[inl].call);
			inl = f->inl.v[inl].parent;
		}
	}
	Sym *s = sym_n(b.s, b.n);
	buf_free(&b);
	return s;
}


/* ---- rows that share a chain --------------------------------------------------------------------------------------------------- */

typedef struct { IntVec rows; } Group;

static void join_group(Map *groups, Sym *chain, int row)
{
	Group *g = map_get(groups, (uintptr_t)chain);
	if (!g)
		map_set(groups, (uintptr_t)chain, g = NEW(Group));
	vec_push(&g->rows, row);
}

/* The rows for the longest chain that l begins with: what follows was inlined by the C compiler, which rows know nothing of. */
static Group *group_of(const Map *groups, const ProfLoc *l)
{
	Buf b = { 0 };
	Group *found = NULL;
	vec_each(l, i) {
		chain_step(&b, l->v[i].file, l->v[i].line, l->v[i].col);
		Group *g = map_get(groups, (uintptr_t)sym_n(b.s, b.n));
		found = g ? g : found;
	}
	buf_free(&b);
	return found;
}

static bool may_heap(const Row *r)
{
	return row_heap(r) || !strncmp(r->verdict, "stack<=", 7);
}

/* The row of the group an object of that size belongs to. */
static int best(const RowVec *v, const Group *g, int64_t size)
{
	int at = -1;
	int64_t points = -1;
	vec_each(&g->rows, i) {
		const Row *r = &v->v[g->rows.v[i]];
		int64_t fit = r->nbyte < 0 ? 1 << 20 : r->nbyte <= size && r->nbyte ? (1 << 21) - MIN(size - r->nbyte, 1 << 20) : 0;
		fit += may_heap(r) ? 1 << 22 : 0;
		if (fit > points) {
			points = fit;
			at = g->rows.v[i];
		}
	}
	return at;
}

/* ---- rows of their own ------------------------------------------------------------------------------------------------------------ */

static Pos pos_at(const SrcFile *f, uint32_t line, uint32_t col)
{
	if (!line || line > (uint32_t)f->lines.n)
		return f->base;
	uint32_t off = f->lines.v[line - 1];
	if (col)
		return f->base + MIN(off + col - 1, f->nbyte);
	while (off < f->nbyte && (f->text[off] == ' ' || f->text[off] == '\t'))
		off++;
	return f->base + off;
}

/* What an instruction of the package at that position does; NULL when nothing there allocates. */
static const char *deed_at(const Package *p, Pos pos)
{
	static const struct { uint8_t op; const char *text; } deeds[] = {
		{ OP_MAP_SET, "map store" }, { OP_MAP_ADDR, "map store" }, { OP_GO, "go statement" }, { OP_DEFER, "defer statement" }, { OP_STR_CAT, "concatenation" },
		{ OP_APPEND, "append" }, { OP_APPEND_SLICE, "append" }, { OP_MAKE_MAP, "map" }, { OP_MAKE_CHAN, "channel" }, { OP_PANIC, "panic" },
		{ OP_SELECT, "select" }, { OP_SEND, "send" }, { OP_RECV, "receive" }, { OP_RECV2, "receive" },
	};
	vec_each(&prog->all, i) {
		const Fn *f = prog->all.v[i];
		for (int k = 0; f->pkg == p && k < f->ins.n; k++)
			for (int d = 0; f->ins.v[k].pos == pos && d < ARRAY_LEN(deeds); d++)
				if (deeds[d].op == f->ins.v[k].op)
					return deeds[d].text;
	}
	return NULL;
}

static const SrcFile *own_file(const char *file)
{
	return map_get(&files, (uintptr_t)sym(file));
}

static void other_row(RowVec *v, const Package *p, Map *made, const ProfSample *s, Measured *m)
{
	const char *callee = NULL, *inner = NULL;
	vec_each(&s->locs, i)
		vec_each(s->locs.v[i], k) {
			const ProfLine *l = &s->locs.v[i]->v[k];
			const SrcFile *f = own_file(l->file);
			if (!f) {
				callee = l->func;
				inner = inner ? inner : l->func;
				continue;
			}
			Sym *key = sym(str_fmt("%s:%u:%u %s", l->file, l->line, l->col, callee ? callee : ""));
			uintptr_t at = (uintptr_t)map_get(made, (uintptr_t)key);
			if (!at) {
				Row r = { .kind = callee ? ROW_CALL : ROW_OTHER, .func = l->func, .pos = pos_at(f, l->line, l->col), .type = "", .nbyte = -1, .verdict = "heap", .measured = true,
					.cls = CLASS_GLOBAL };
				const char *deed = callee || !columns ? NULL : deed_at(p, r.pos);
				r.what = callee ? callee : deed ? deed : "allocation";
				r.reason = callee ? str_fmt("inside the call%s%s", strcmp(inner, callee) ? ": first in " : "", strcmp(inner, callee) ? inner : "") : "made by the runtime";
				r.key = str_fmt("%s|%s|%d|%u:%u", r.func, r.what, r.kind, l->line, l->col);
				vec_push(v, r);
				at = (uintptr_t)v->n;
				map_set(made, (uintptr_t)key, (void *)at);
			}
			v->v[at - 1].cost_nobject += s->nobject;
			v->v[at - 1].cost_nbyte += s->nbyte;
			return;
		}
	m->elsewhere_nobject += s->nobject;
	m->elsewhere_nbyte += s->nbyte;
}

/* ---- verdict against measurement ------------------------------------------------------------------------------------------------------ */

static void judge(RowVec *v, Measured *m)
{
	vec_each(v, i) {
		Row *r = &v->v[i];
		r->share = m->nbyte ? (double)r->cost_nbyte / (double)m->nbyte : 0;
		if (!r->measured)
			continue;
		if (r->cost_nobject && !may_heap(r)) {
			r->disagrees = str_fmt("%s, but %lld on the heap", r->verdict, (long long)r->cost_nobject);
			m->nbad++;
		}
	}
}

Measured report_measure(RowVec *v, const Package *p, const Profile *prof, const char *std)
{
	Measured m = { .exact = prof->rate == 1 };
	std_dir = std;
	columns = false;
	vec_each(&prof->samples, i)
		vec_each(&prof->samples.v[i].locs, k)
			vec_each(prof->samples.v[i].locs.v[k], j)
				columns |= prof->samples.v[i].locs.v[k]->v[j].col != 0;
	m.columns = columns;
	files = (Map){ 0 };
	Map groups = { 0 }, made = { 0 };
	vec_each(v, i) {
		Row *r = &v->v[i];
		SrcFile *f = src_of(r->pos);
		if (f && f->pkg == p)
			map_set(&files, (uintptr_t)sym(pos_where(r->pos).full ? pos_where(r->pos).full : f->full), f);
		if (r->kind == ROW_PARAM || (r->kind == ROW_LOCAL && !row_heap(r)))
			continue;
		r->measured = true;
		join_group(&groups, chain_of(r->fn, r->ins), i);
		for (int k = 0; r->kind == ROW_LOCAL && k < r->fn->ins.n; k++) {        /* a loop's variable is made anew for each iteration */
			const Ins *s = &r->fn->ins.v[k];
			if (s->op == OP_VARDEF && s != r->ins && s->a == REF_LOCAL(r->index))
				join_group(&groups, chain_of(r->fn, s), i);
		}
	}
	vec_each(&prof->samples, i) {
		const ProfSample *s = &prof->samples.v[i];
		m.nobject += s->nobject;
		m.nbyte += s->nbyte;
		Group *g = s->locs.n ? group_of(&groups, s->locs.v[0]) : NULL;
		int at = g ? best(v, g, s->nbyte / s->nobject) : -1;
		if (at >= 0 && (columns || may_heap(&v->v[at]))) {
			v->v[at].cost_nobject += s->nobject;
			v->v[at].cost_nbyte += s->nbyte;
		} else
			other_row(v, p, &made, s, &m);
	}
	judge(v, &m);
	return m;
}

static int by_cost(const void *a, const void *b)
{
	const Row *x = a, *y = b;
	if (!x->disagrees != !y->disagrees)
		return x->disagrees ? -1 : 1;
	if (x->cost_nbyte != y->cost_nbyte)
		return x->cost_nbyte > y->cost_nbyte ? -1 : 1;
	if (x->cost_nobject != y->cost_nobject)
		return x->cost_nobject > y->cost_nobject ? -1 : 1;
	return x->pos != y->pos ? (x->pos < y->pos ? -1 : 1) : strcmp(x->key, y->key);
}

void rows_by_cost(RowVec *v)
{
	if (v->n)
		qsort(v->v, (size_t)v->n, sizeof v->v[0], by_cost);
}
