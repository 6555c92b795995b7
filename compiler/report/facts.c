/* facts.c: turns what the analysis left in the functions into rows. */
#include "compiler/report/report.h"
#include <stdlib.h>

static RowVec *out;
static Map counts;                      /* per function and text: how many so far, for keys */

const char *class_name(int cls)
{
	static const char *const name[] = { "NoEscape", "ArgEscape", "GlobalEscape" };
	return name[cls];
}

bool row_heap(const Row *r)
{
	return !strcmp(r->verdict, "heap");
}

const char *source_line(Pos p)
{
	SrcFile *f = p ? src_of(p) : NULL;
	if (!f)
		return "";
	uint32_t at = p - f->base, from = at, to = at;
	while (from > 0 && f->text[from - 1] != '\n')
		from--;
	while (to < f->nbyte && f->text[to] != '\n')
		to++;
	while (from < to && (f->text[from] == ' ' || f->text[from] == '\t'))
		from++;
	return str_dup(f->text + from, to - from);
}

static const EscPath *path_for(const Fn *f, int local, int site, bool leak)
{
	const EscFn *e = f->esc;
	vec_each(&e->paths, i)
		if (e->paths.v[i].local == local && e->paths.v[i].site == site && e->paths.v[i].is_leak == leak)
			return &e->paths.v[i];
	return NULL;
}

static const EscHop *last_hop(const EscPath *p)
{
	for (int i = p ? p->hops.n - 1 : -1; i >= 0; i--)
		if (!p->hops.v[i].flow)
			return &p->hops.v[i];
	return NULL;
}

/* Does the path end in a result of f (the caller gets it) or in the heap? */
static int class_of(const Fn *f, const EscPath *p)
{
	if (!p)
		return CLASS_GLOBAL;
	for (int i = p->hops.n - 1; i >= 0; i--) {
		const char *flow = p->hops.v[i].flow;
		if (!flow)
			continue;
		vec_each(&f->results, r) {
			const Local *v = &f->locals.v[f->results.v[r]];
			if (v->name && !strncmp(flow, v->name->s, strlen(v->name->s)) && flow[strlen(v->name->s)] == ' ')
				return CLASS_ARG;
		}
		return CLASS_GLOBAL;
	}
	return CLASS_GLOBAL;
}

/* "at line 5", or with the file's name when it is another one than p's. */
static const char *at_place(Pos p, Pos from)
{
	Where a = pos_where(p), b = pos_where(from);
	return strcmp(a.file, b.file) ? str_fmt("at %s:%u", path_base(a.file), a.line) : str_fmt("at line %u", a.line);
}

static const char *reason_of(const EscPath *p)
{
	const EscHop *h = last_hop(p);
	if (!h)
		return "outlives the place it was made";
	static const struct { const char *why, *text; } words[] = {
		{ "return", "returned" }, { "send", "sent on a channel" }, { "call parameter", "given to a call that may keep it" },
		{ "captured by a closure", "captured by a function literal that escapes" }, { "assign", "stored where it outlives this" },
		{ "assign-pair", "stored where it outlives this" }, { "interface-converted", "held by an interface value that escapes" },
		{ "key of map put", "a key of a map" }, { "callee operand", "called through a value that may be any function" },
		{ "appendee slice", "held by a slice that append may move" }, { "appended slice...", "appended to a slice" }, { "copied slice", "copied into a slice" },
		{ "spill", "its address outlives this" }, { "address-of", "its address outlives this" },
	};
	for (int i = 0; i < ARRAY_LEN(words); i++)
		if (!strcmp(words[i].why, h->why))
			return str_fmt("%s: %s %s", words[i].text, h->where ? esc_node_text(h->where) : "", at_place(h->pos, p->pos));
	return h->why;
}

const char *row_advice(const Row *r)
{
	if (r->kind == ROW_PARAM) {
		if (r->cls == CLASS_NONE)
			return NULL;
		return "callers keep their argument on the stack when this function no longer stores or returns it";
	}
	if (!row_heap(r))
		return NULL;
	const EscHop *h = last_hop(r->path);
	const char *why = h ? h->why : r->reason;
	if (strstr(why, "too large"))
		return "make it smaller, or keep one and use it again";
	if (strstr(why, "return"))
		return "return the value instead of a pointer, let the caller pass the place to fill, or make the function small enough to be inlined";
	if (!strcmp(why, "send"))
		return "send the value itself; a pointer that is sent belongs to another goroutine";
	if (!strcmp(why, "call parameter"))
		return "the callee keeps this parameter, or nobody can tell: call a known function or a concrete type's method that does not store it";
	if (!strcmp(why, "captured by a closure"))
		return "pass the variable to the literal as an argument, or keep the literal from escaping";
	if (strstr(why, "assign"))
		return "store the value instead of its address, or declare the place it is stored in where it lives as long";
	if (strstr(why, "append") || strstr(why, "copied") || strstr(why, "map"))
		return "hold values instead of pointers in the slice or map";
	return "keep its address within the statement block it is made in";
}

static const char *inlined_from(const Fn *f, const Ins *i)
{
	return i && i->inl && i->inl < (uint32_t)f->inl.n && f->inl.v[i->inl].fn ? f->inl.v[i->inl].fn->name : NULL;
}

static void add(Row r)
{
	r.func = r.fn->name;
	const char *base = str_fmt("%s|%s|%d", r.func, r.what, r.kind);
	Sym *s = sym(base);
	intptr_t n = (intptr_t)map_get(&counts, (uintptr_t)s);
	map_set(&counts, (uintptr_t)s, (void *)(n + 1));
	r.key = str_fmt("%s|%d", base, (int)n);
	vec_push(out, r);
}

static int64_t site_bytes(const Fn *f, const Site *s, const Ins *i)
{
	switch (i->op) {
	case OP_NEW: case OP_IFACE_MAKE:
		return type_size(i->type);
	case OP_MAKE_SLICE: {
		Ref n = i->b ? i->b : i->a;
		const Const *c = REF_KIND(n) == RK_CONST ? f->consts.v[REF_IDX(n)].val : NULL;
		int64_t k;
		return c && const_fits_i64(c, &k) ? k * type_size(type_under(i->type)->u.slice.elem) : -1;
	}
	case OP_CLOSURE: {
		int64_t n = 8;
		vec_each(&i->u.fn->captures, c) {
			const Local *v = &i->u.fn->locals.v[i->u.fn->captures.v[c]];
			n += v->by_ref ? 8 : (type_size(v->type) + 7) / 8 * 8;
		}
		return i->u.fn->captures.n ? n : 0;
	}
	default:
		(void)s;
		return -1;
	}
}

static void site_row(const Fn *f, int s, bool live)
{
	const Site *site = &f->sites.v[s];
	const Ins *i = &f->ins.v[site->ins];
	if (!live || site->verdict == V_NONE || !site->src || (i->op == OP_IFACE_MAKE && type_is_direct(i->type)))
		return;
	if (i->op == OP_IFACE_MAKE && REF_KIND(i->a) == RK_CONST)
		return;                         /* constants have static boxes */
	Row r = { .kind = ROW_SITE, .fn = f, .index = s, .pos = site->pos, .what = esc_site_text(f, s), .type = i->type ? type_str(i->type) : site->type ? type_str(site->type) : "",
		.nbyte = site_bytes(f, site, i), .ins = i, .room = site->gift > 0, .inlined = inlined_from(f, i) };
	bool heap = site->verdict == V_HEAP || i->op == OP_MAKE_CHAN;
	if (i->op == OP_CLOSURE && !i->u.fn->captures.n)
		r.verdict = "static", r.reason = "captures nothing";
	else if (site->verdict == V_STATIC)
		r.verdict = "static", r.reason = "the same each time: part of the program's data";
	else if (!heap && i->op == OP_BYTES_STR && i->flags & F_NOCOPY)
		r.verdict = "register", r.reason = "not copied: nobody writes to it";
	else if (!heap && (i->op == OP_APPEND || i->op == OP_APPEND_SLICE) && !site->nbuf)
		r.verdict = "heap", r.reason = "grown by append", r.cls = CLASS_NONE;
	else if (!heap)
		r.verdict = site->nbuf && (r.nbyte < 0 || site->many) ? str_fmt("stack<=%d", site->nbuf) : "stack", r.reason = "stays";
	else if (site->verdict != V_HEAP)
		r.verdict = "heap", r.reason = i->op == OP_MAKE_MAP ? "stays, but maps are made by the runtime" : "channels are made by the runtime";
	else {
		r.verdict = "heap";
		r.path = path_for(f, -1, s, false);
		r.cls = (uint8_t)class_of(f, r.path);
		r.reason = site->why ? site->why : reason_of(r.path);
	}
	add(r);
}

static const Ins *vardef_of(const Fn *f, int l)
{
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			const Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			if (i->op == OP_VARDEF && i->a == REF_LOCAL(l))
				return i;
		}
	return NULL;
}

static void local_row(const Fn *f, int l, bool named)
{
	const Local *v = &f->locals.v[l];
	if (!v->name || v->unused || v->kind == L_CAPTURE || v->kind == L_MAPITER || (v->kind == L_TEMP) || SYM_IS(v->name, "_") || (!named && !v->heap))
		return;
	Row r = { .kind = ROW_LOCAL, .fn = f, .index = l, .pos = v->pos, .what = v->name->s, .type = type_str(v->type), .nbyte = type_size(v->type),
		.inlined = v->inl_fn ? v->inl_fn->name : NULL };
	if (v->heap) {
		r.verdict = "heap";
		r.room = v->gift > 0;
		r.ins = vardef_of(f, l);
		r.path = path_for(f, l, -1, false);
		r.cls = (uint8_t)class_of(f, r.path);
		r.reason = reason_of(r.path);
	} else if (v->addr_taken)
		r.verdict = "stack", r.reason = "its address stays";
	else
		r.verdict = "register", r.reason = "its address is not taken";
	add(r);
}

static void param_row(const Fn *f, int p)
{
	const Local *v = &f->locals.v[f->params.v[p]];
	const EscFn *e = f->esc;
	if (!v->name || SYM_IS(v->name, "_") || !type_ptr_nbyte(v->type) || v->heap)
		return;
	Row r = { .kind = ROW_PARAM, .fn = f, .index = p, .pos = v->pos, .what = v->name->s, .type = type_str(v->type), .nbyte = type_size(v->type), .verdict = "param" };
	const Leaks *l = &e->param[p];
	int heap = leak_get(l, LEAK_HEAP);
	if (heap >= 0) {
		r.cls = CLASS_GLOBAL;
		r.reason = heap ? "what it points to escapes" : "escapes";
		r.path = path_for(f, f->params.v[p], -1, true);
	} else {
		for (int k = 0; k < LEAK_COUNT - LEAK_RESULT0 && k < f->results.n; k++)
			if (leak_get(l, LEAK_RESULT0 + k) >= 0) {
				r.cls = CLASS_ARG;
				r.reason = str_fmt("returned in result %d, after %d loads", k + 1, leak_get(l, LEAK_RESULT0 + k));
				r.path = path_for(f, f->params.v[p], -1, true);
			}
		if (!r.reason)
			r.reason = "stays with the caller";
	}
	add(r);
}

static int by_pos(const void *a, const void *b)
{
	const Row *x = a, *y = b;
	return x->pos != y->pos ? (x->pos < y->pos ? -1 : 1) : strcmp(x->key, y->key);
}

RowVec report_rows(const Package *p)
{
	static RowVec rows;
	rows.n = 0;
	out = &rows;
	counts = (Map){ 0 };
	vec_each(&prog->all, i) {
		const Fn *f = prog->all.v[i];
		if (f->pkg != p || !f->esc || !f->blks.n || (f->wrapper && !f->outer))
			continue;
		cur_pkg = f->pkg;
		bool *live = arena_array(&build_arena, bool, f->sites.n + 1);
		vec_each(&f->blks, b)
			vec_each(&f->blks.v[b].ins, j) {
				const Ins *k = &f->ins.v[f->blks.v[b].ins.v[j]];
				if (k->site != NO_SITE && k->op != OP_NOP)
					live[k->site] = true;
			}
		for (int s = 0; s < f->sites.n; s++)
			site_row(f, s, live[s]);
		if (f->wrapper)
			continue;
		for (int l = 0; l < f->locals.n; l++)
			local_row(f, l, !f->locals.v[l].inl_fn);
		for (int k = 0; k < f->params.n; k++)
			param_row(f, k);
	}
	qsort(rows.v, (size_t)rows.n, sizeof rows.v[0], by_pos);
	return rows;
}
