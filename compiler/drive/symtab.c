/* symtab.c: reads functions (.symtab) and lines (.debug_line, DWARF 2 to 5) of the linked executable, writes the executable without
 * symbols and debug information, and appends the table of runtime/abi/symtab.h.
 *
 * Lines are kept for emitted code only (names that begin with "G_"): tracebacks show nothing else, and the runtime's own lines
 * would double the table. Everything works on the mapped file; damaged debug information ends a unit, never the build. */
#include "compiler/drive/dwarf.h"
#include "compiler/emit/emit.h"
#include "runtime/abi/symtab.h"
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct { uint64_t lo, hi; uint32_t name; bool go; } Fun;
typedef struct { uint64_t pc; uint32_t file, line; int seq; } Row;       /* line 0: end of a sequence */
typedef struct Tab {
	const char *image;
	size_t nbyte;
	Rd line, line_str, str, info, abbrev, ranges;
	const uint8_t *line_start;
	VEC(struct LineUnit *) unit;
	VEC(Fun) fun;
	VEC(Row) row;
	Buf strs;
	StrMap seen;
	VEC(struct SymPlace { const char *text; uint32_t off; }) places;   /* off: in the line area, 0 not written yet */
	StrMap place_ids;               /* text -> index + 1 */
} Tab;

static uint32_t intern(Tab *t, const char *s)
{
	uintptr_t at = (uintptr_t)strmap_get(&t->seen, s);
	if (at)
		return (uint32_t)(at - 1);
	at = t->strs.n + 1;
	const char *text = strncmp(s, STD_MARK, sizeof STD_MARK - 1) ? s : str_fmt("%s/%s", places.stdlib, s + sizeof STD_MARK - 1);
	if (!strncmp(s, TRIM_MARK, sizeof TRIM_MARK - 1))
		text += sizeof TRIM_MARK - 1;
	buf_put(&t->strs, text, strlen(text) + 1);
	strmap_set(&t->seen, s, (void *)at);
	return (uint32_t)(at - 1);
}

/* ---- line programs ------------------------------------------------------------------------------------------------------- */

typedef struct LineUnit {
	uint64_t off;                   /* of its header in .debug_line */
	int version;
	bool wide;                      /* 64-bit DWARF */
	unsigned min_len, range, opcode_base;
	int base;
	uint8_t nop[256];
	VEC(const char *) dirs;
	VEC(struct LineFile { const char *name; uint64_t dir; uint32_t str; }) files;   /* str: place + 1 once known */
} LineUnit;

enum { CT_PATH = 1, CT_DIR = 2, FORM_BLOCK = 9, FORM_DATA1 = 0x0b, FORM_DATA2 = 5, FORM_DATA4 = 6, FORM_DATA8 = 7, FORM_DATA16 = 0x1e, FORM_STRING = 8,
	FORM_STRP = 0x0e, FORM_LINE_STRP = 0x1f, FORM_UDATA = 0x0f };

/* One attribute of a DWARF 5 directory or file entry. */
static void entry_attr(Tab *t, LineUnit *u, Rd *r, uint64_t form, const char **s, uint64_t *v)
{
	switch (form) {
	case FORM_STRING: *s = rd_text(r); break;
	case FORM_LINE_STRP: *s = rd_text_at(&t->line_str, rd_take(r, u->wide ? 8 : 4)); break;
	case FORM_STRP: *s = rd_text_at(&t->str, rd_take(r, u->wide ? 8 : 4)); break;
	case FORM_UDATA: *v = rd_uleb(r); break;
	case FORM_DATA1: *v = rd_take(r, 1); break;
	case FORM_DATA2: *v = rd_take(r, 2); break;
	case FORM_DATA4: *v = rd_take(r, 4); break;
	case FORM_DATA8: *v = rd_take(r, 8); break;
	case FORM_DATA16: (void)rd_take(r, 8); (void)rd_take(r, 8); break;
	case FORM_BLOCK: for (uint64_t n = rd_uleb(r); n && !r->bad; n--) (void)rd_take(r, 1); break;
	default: r->bad = true;
	}
}

static void entry_list(Tab *t, LineUnit *u, Rd *r, bool files)
{
	uint64_t kind[16], form[16], nfmt = rd_take(r, 1);
	if (nfmt > 16) {
		r->bad = true;
		return;
	}
	for (uint64_t i = 0; i < nfmt; i++) {
		kind[i] = rd_uleb(r);
		form[i] = rd_uleb(r);
	}
	for (uint64_t n = rd_uleb(r); n && !r->bad; n--) {
		const char *path = "";
		uint64_t dir = 0;
		for (uint64_t i = 0; i < nfmt; i++) {
			const char *s = "";
			uint64_t v = 0;
			entry_attr(t, u, r, form[i], &s, &v);
			if (kind[i] == CT_PATH)
				path = s;
			else if (kind[i] == CT_DIR)
				dir = v;
		}
		if (files)
			vec_push(&u->files, (struct LineFile){ path, dir, 0 });
		else
			vec_push(&u->dirs, path);
	}
}

static void old_lists(LineUnit *u, Rd *r)
{
	vec_push(&u->dirs, "");
	vec_push(&u->files, (struct LineFile){ "", 0, 0 });
	for (const char *s; *(s = rd_text(r)) && !r->bad;)
		vec_push(&u->dirs, s);
	for (const char *s; *(s = rd_text(r)) && !r->bad;) {
		uint64_t dir = rd_uleb(r);
		(void)rd_uleb(r);
		(void)rd_uleb(r);
		vec_push(&u->files, (struct LineFile){ s, dir, 0 });
	}
}

/* The place with this text, as an index. */
static uint32_t place_id(Tab *t, const char *text)
{
	uintptr_t id = (uintptr_t)strmap_get(&t->place_ids, text);
	if (!id) {
		vec_push(&t->places, (struct SymPlace){ text, 0 });
		id = (uintptr_t)t->places.n;
		strmap_set(&t->place_ids, text, (void *)id);
	}
	return (uint32_t)id - 1;
}

static uint32_t file_str(Tab *t, LineUnit *u, uint64_t i)
{
	if (i >= (uint64_t)u->files.n)
		return place_id(t, "?");
	struct LineFile *f = &u->files.v[i];
	if (f->str)
		return f->str - 1;
	const char *name = f->name;
	if (name[0] != '/' && f->dir < (uint64_t)u->dirs.n && *u->dirs.v[f->dir]) {
		const char *dir = u->dirs.v[f->dir];
		name = str_fmt("%s/%s", dir, name);
		if (name[0] != '/' && name[0] != '<' && u->dirs.n && *u->dirs.v[0] == '/' && f->dir)
			name = str_fmt("%s/%s", u->dirs.v[0], name);
	}
	f->str = place_id(t, name) + 1;
	return f->str - 1;
}

static const Fun *find_fun(const Tab *t, uint64_t pc)
{
	int lo = 0, hi = t->fun.n;
	while (lo < hi) {
		int mid = (lo + hi) / 2;
		if (t->fun.v[mid].lo <= pc)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo && pc < t->fun.v[lo - 1].hi ? &t->fun.v[lo - 1] : NULL;
}

typedef struct { uint64_t pc, file; int64_t line; bool open, wanted; } State;

static bool is_header(const char *name)
{
	const char *base = path_base(name);
	return !strcmp(base, "tuco.h") || !strcmp(base, "tuco_intrin.h");
}

static void add_row(Tab *t, LineUnit *u, State *s)
{
	if (!s->open) {
		const Fun *f = find_fun(t, s->pc);
		s->open = true;
		s->wanted = f && f->go;
	}
	if (!s->wanted)
		return;
	/* Inline functions of the runtime's header belong to the Go line around them. */
	if (s->file < (uint64_t)u->files.n && is_header(u->files.v[s->file].name) && t->row.n && vec_last(&t->row).line)
		return;
	vec_push(&t->row, (Row){ s->pc, file_str(t, u, s->file), (uint32_t)s->line, 0 });
}

static void end_sequence(Tab *t, State *s)
{
	if (s->wanted)
		vec_push(&t->row, (Row){ s->pc, 0, 0, 0 });
	*s = (State){ .file = 1, .line = 1 };
}

static void extended_op(Tab *t, Rd *r, State *s)
{
	uint64_t n = rd_uleb(r);
	if (!n || n > (uint64_t)(r->end - r->p)) {
		r->bad = true;
		return;
	}
	const uint8_t *after = r->p + n;
	uint64_t op = rd_take(r, 1);
	if (op == 1)
		end_sequence(t, s);
	else if (op == 2)
		s->pc = rd_take(r, n - 1);
	r->p = after;
}

static void run_program(Tab *t, LineUnit *u, Rd r)
{
	State s = { .file = 1, .line = 1 };
	while (r.p < r.end && !r.bad) {
		unsigned op = (unsigned)rd_take(&r, 1);
		if (op >= u->opcode_base) {
			unsigned k = op - u->opcode_base;
			s.pc += (uint64_t)(k / u->range) * u->min_len;
			s.line += u->base + (int)(k % u->range);
			add_row(t, u, &s);
			continue;
		}
		switch (op) {
		case 0: extended_op(t, &r, &s); break;
		case 1: add_row(t, u, &s); break;
		case 2: s.pc += rd_uleb(&r) * u->min_len; break;
		case 3: s.line += rd_sleb(&r); break;
		case 4: s.file = rd_uleb(&r); break;
		case 5: (void)rd_uleb(&r); break;
		case 6: case 7: case 10: case 11: break;
		case 8: s.pc += (uint64_t)((255 - u->opcode_base) / u->range) * u->min_len; break;
		case 9: s.pc += rd_take(&r, 2); break;
		default:
			for (int i = 0; i < u->nop[op]; i++)
				(void)rd_uleb(&r);
		}
	}
}

/* One unit of .debug_line. */
static void read_unit(Tab *t, Rd *sec)
{
	LineUnit *keep = arena_array(&build_arena, LineUnit, 1), u = { .off = (uint64_t)(sec->p - t->line_start) };
	uint64_t n = rd_take(sec, 4);
	if (n == 0xffffffff) {
		u.wide = true;
		n = rd_take(sec, 8);
	}
	if (n > (uint64_t)(sec->end - sec->p)) {
		sec->bad = true;
		return;
	}
	Rd r = { sec->p, sec->p + n, false };
	sec->p += n;
	u.version = (int)rd_take(&r, 2);
	if (u.version < 2 || u.version > 5)
		return;
	if (u.version >= 5)
		(void)rd_take(&r, 2);      /* address and segment selector sizes */
	uint64_t hlen = rd_take(&r, u.wide ? 8 : 4);
	if (hlen > (uint64_t)(r.end - r.p))
		return;
	Rd prog = { r.p + hlen, r.end, false };
	u.min_len = (unsigned)rd_take(&r, 1);
	if (u.version >= 4)
		(void)rd_take(&r, 1);
	(void)rd_take(&r, 1);
	u.base = (int8_t)rd_take(&r, 1);
	u.range = (unsigned)rd_take(&r, 1);
	u.opcode_base = (unsigned)rd_take(&r, 1);
	if (!u.range || !u.opcode_base)
		return;
	for (unsigned i = 1; i < u.opcode_base; i++)
		u.nop[i] = (uint8_t)rd_take(&r, 1);
	if (u.version >= 5) {
		entry_list(t, &u, &r, false);
		entry_list(t, &u, &r, true);
	} else {
		old_lists(&u, &r);
	}
	if (r.bad)
		return;
	run_program(t, &u, prog);
	*keep = u;
	vec_push(&t->unit, keep);
}

/* ---- ELF --------------------------------------------------------------------------------------------------------------------- */

static int by_lo(const void *a, const void *b)
{
	const Fun *x = a, *y = b;
	if (x->lo != y->lo)
		return x->lo < y->lo ? -1 : 1;
	return (int)y->go - (int)x->go;
}

static void read_functions(Tab *t, const Elf64_Shdr *symtab, const Elf64_Shdr *strtab)
{
	const Elf64_Sym *y = (const void *)(t->image + symtab->sh_offset);
	const char *names = t->image + strtab->sh_offset;
	size_t n = symtab->sh_size / sizeof *y;
	for (size_t i = 0; i < n; i++) {
		if (ELF64_ST_TYPE(y[i].st_info) != STT_FUNC || !y[i].st_size || !y[i].st_shndx)
			continue;
		const char *name = names + y[i].st_name;
		vec_push(&t->fun, (Fun){ y[i].st_value, y[i].st_value + y[i].st_size, intern(t, name), !strncmp(name, "G_", 2) });
	}
	if (t->fun.n)
		qsort(t->fun.v, (size_t)t->fun.n, sizeof *t->fun.v, by_lo);
	int keep = 0;
	vec_each(&t->fun, i)
		if (!keep || t->fun.v[keep - 1].lo != t->fun.v[i].lo)
			t->fun.v[keep++] = t->fun.v[i];
	t->fun.n = keep;
}

static Rd section(const Tab *t, const Elf64_Shdr *s)
{
	const uint8_t *p = (const uint8_t *)t->image + s->sh_offset;
	return (Rd){ p, p + s->sh_size, false };
}

static void read_elf(Tab *t)
{
	const Elf64_Ehdr *eh = (const void *)t->image;
	if (t->nbyte < sizeof *eh || memcmp(eh->e_ident, ELFMAG, SELFMAG) || eh->e_shoff + (uint64_t)eh->e_shnum * sizeof(Elf64_Shdr) > t->nbyte)
		die("the linker wrote something that is no ELF executable");
	const Elf64_Shdr *sh = (const void *)(t->image + eh->e_shoff), *symtab = NULL;
	const char *names = t->image + sh[eh->e_shstrndx].sh_offset;
	for (int i = 0; i < eh->e_shnum; i++) {
		const char *name = names + sh[i].sh_name;
		if (sh[i].sh_type != SHT_NOBITS && sh[i].sh_offset + sh[i].sh_size > t->nbyte)
			die("the linker wrote a damaged executable");
		if (sh[i].sh_type == SHT_SYMTAB)
			symtab = &sh[i];
		else if (!strcmp(name, ".debug_line"))
			t->line = section(t, &sh[i]);
		else if (!strcmp(name, ".debug_line_str"))
			t->line_str = section(t, &sh[i]);
		else if (!strcmp(name, ".debug_str"))
			t->str = section(t, &sh[i]);
		else if (!strcmp(name, ".debug_info"))
			t->info = section(t, &sh[i]);
		else if (!strcmp(name, ".debug_abbrev"))
			t->abbrev = section(t, &sh[i]);
		else if (!strcmp(name, ".debug_rnglists"))
			t->ranges = section(t, &sh[i]);
	}
	if (symtab)
		read_functions(t, symtab, &sh[symtab->sh_link]);
	t->line_start = t->line.p;
	while (t->line.p < t->line.end && !t->line.bad)
		read_unit(t, &t->line);
}

/* ---- calls inlined by gcc --------------------------------------------------------------------------------------------------------- */

static int by_row_pc(const void *a, const void *b)
{
	const Row *x = a, *y = b;
	if (x->pc != y->pc)
		return x->pc < y->pc ? -1 : 1;
	if (!x->line != !y->line)
		return x->line ? 1 : -1;        /* the end of one sequence comes before the start of the next */
	return x->seq < y->seq ? -1 : x->seq > y->seq;
}

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return x < y ? -1 : x > y;
}

/* The inverse of the escape that mangle() of the intermediate representation does. */
static const char *go_name(const char *s)
{
	static const char from[] = "_oslrpbecwm", to[] = "_./()*[], -";
	Buf b = { 0 };
	for (s += 2; *s && *s != '.'; s++) {
		if (*s != '_') {
			buf_putc(&b, *s);
		} else if (*++s == 'x') {
			char hex[3] = { s[1], s[1] ? s[2] : 0, 0 };
			buf_putc(&b, (char)strtoul(hex, NULL, 16));
			s += hex[1] ? 2 : 1;
		} else {
			const char *k = *s ? strchr(from, *s) : NULL;
			buf_putc(&b, k ? to[k - from] : '?');
		}
	}
	const char *name = sym_n(b.s, b.n)->s;
	buf_free(&b);
	return name;
}

/* Row r as seen from the physical function, when its code got there through the inlined call. Functions of the runtime's header are
 * no frames: their code counts as the line that calls them. */
static Row through(Tab *t, const Inlined *inl, Row r, int call)
{
	Buf b = { 0 };
	buf_puts(&b, t->places.v[r.file].text);
	uint32_t line = r.line;
	size_t last = 0;                /* start of the outermost position's path in b */
	const char *before = NULL;      /* "\1fn\1" is due before the next position */
	for (; call >= 0; call = inl->call.v[call].parent) {
		const InlCall *c = &inl->call.v[call];
		LineUnit *u = NULL;
		vec_each(&t->unit, i)
			if (t->unit.v[i]->off == c->unit)
				u = t->unit.v[i];
		const char *at = u ? t->places.v[file_str(t, u, c->file)].text : "?";
		bool frame = !strncmp(c->fn, "G_", 2);
		if (frame) {
			before = go_name(c->fn);
			buf_fmt(&b, "\1%s\1", before);
			last = b.n;
		} else {
			b.n = last;
		}
		size_t path = strcspn(at, "\1");
		buf_put(&b, at, path);
		if (last)
			buf_fmt(&b, "\1%u", c->line);
		else
			line = c->line;
		buf_puts(&b, at + path);
	}
	const char *s = sym_n(b.s, b.n)->s;
	buf_free(&b);
	return (Row){ r.pc, place_id(t, s), line, 0 };
}

/* Cuts rows where inlined calls begin and end. */
static void split_rows(Tab *t)
{
	Inlined inl = { 0 };
	DebugInfo d = { t->info, t->abbrev, t->str, t->line_str, t->ranges };
	vec_each(&t->row, i)
		t->row.v[i].seq = i;
	if (t->row.n)
		qsort(t->row.v, (size_t)t->row.n, sizeof *t->row.v, by_row_pc);
	if (d.info.p)
		read_inlined(&d, &inl);
	VEC(uint64_t) cut = { 0 };
	VEC(int) open = { 0 };          /* ranges around the current address */
	VEC(Row) out = { 0 };
	vec_each(&inl.range, i) {
		const Fun *f = find_fun(t, inl.range.v[i].lo);
		if (f && f->go) {
			vec_push(&cut, inl.range.v[i].lo);
			vec_push(&cut, inl.range.v[i].hi);
		}
	}
	if (!cut.n)
		return;
	qsort(cut.v, (size_t)cut.n, sizeof *cut.v, by_value);
	int at = 0, next = 0;
	vec_each(&t->row, i) {
		Row r = t->row.v[i];
		uint64_t end = i + 1 < t->row.n ? t->row.v[i + 1].pc : r.pc;
		if (!r.line) {
			vec_push(&out, r);
			continue;
		}
		while (at < cut.n && cut.v[at] <= r.pc)
			at++;
		for (;;) {
			int inner = -1;
			for (; next < inl.range.n && inl.range.v[next].lo <= r.pc; next++)
				vec_push(&open, next);
			int keep = 0;
			vec_each(&open, k) {
				const InlRange *g = &inl.range.v[open.v[k]];
				if (g->hi <= r.pc)
					continue;
				open.v[keep++] = open.v[k];
				if (inner < 0 || inl.call.v[g->call].depth >= inl.call.v[inner].depth)
					inner = g->call;
			}
			open.n = keep;
			vec_push(&out, inner < 0 ? r : through(t, &inl, r, inner));
			while (at < cut.n && cut.v[at] == r.pc)
				at++;
			if (at >= cut.n || cut.v[at] >= end)
				break;
			r.pc = cut.v[at];
		}
	}
	vec_each(&out, i)
		out.v[i].seq = i;
	t->row.n = 0;
	vec_each(&out, i)
		vec_push(&t->row, out.v[i]);
}

/* ---- lines within declarations ---------------------------------------------------------------------------------------- */

/* "x.go\2f", line 3: the file, and the line counted from its start. */
static const char *real_file(const char *file, uint32_t *line)
{
	const char *mark = strchr(file, '\2');
	if (!mark)
		return file;
	const char *path = sym_n(file, (size_t)(mark - file))->s;
	uint32_t base = line_base(path, mark + 1);
	if (base && *line)
		*line += base - 1;
	return path;
}

/* The text of a place with real lines in its chain; *shift: what to add to the line of the place itself. */
static const char *real_place(const char *text, uint32_t *shift)
{
	Buf b = { 0 };
	uint32_t line = 1;
	size_t n = strcspn(text, "\1");
	buf_puts(&b, real_file(str_dup(text, n), &line));
	*shift = line - 1;
	for (text += n; *text;) {       /* \1 fn \1 file \1 line */
		size_t fn = strcspn(text + 1, "\1") + 1;
		buf_put(&b, text, fn);
		text += fn;
		if (!*text)
			break;
		n = strcspn(text + 1, "\1");
		const char *file = str_dup(text + 1, n);
		text += n + 1;
		line = *text ? (uint32_t)strtoul(text + 1, NULL, 10) : 0;
		file = real_file(file, &line);
		buf_fmt(&b, "\1%s\1%u", file, line);
		text += *text ? strcspn(text + 1, "\1") + 1 : 0;
	}
	const char *s = sym_n(b.s, b.n)->s;
	buf_free(&b);
	return s;
}

static void real_lines(Tab *t)
{
	int n = t->places.n;
	struct { uint32_t id, shift; bool known; } *real = arena_alloc(&build_arena, sizeof *real * (size_t)(n + 1));
	vec_each(&t->row, i) {
		Row *r = &t->row.v[i];
		if (!r->line)
			continue;
		uint32_t id = r->file;
		if (!real[id].known) {
			const char *text = t->places.v[id].text;
			real[id].known = true;
			real[id].id = strchr(text, '\2') ? place_id(t, real_place(text, &real[id].shift)) : id;
		}
		r->file = real[id].id;
		r->line += real[id].shift;
	}
}

/* ---- writing ------------------------------------------------------------------------------------------------------------------- */

static int by_pc(const void *a, const void *b)
{
	const Row *x = *(Row *const *)a, *y = *(Row *const *)b;
	if (x->pc != y->pc)
		return x->pc < y->pc ? -1 : 1;
	if (!x->line != !y->line)
		return x->line ? 1 : -1;        /* the end of one sequence comes before the start of the next */
	return x < y ? -1 : x > y;
}

static void put_uleb(Buf *b, uint64_t v)
{
	for (; v > 127; v >>= 7)
		buf_putc(b, (char)(v | 128));
	buf_putc(b, (char)v);
}

static void put_sleb(Buf *b, int64_t v)
{
	for (; v < -64 || v > 63; v >>= 7)
		buf_putc(b, (char)(v | 128));
	buf_putc(b, (char)(v & 127));
}

static bool same_place(const Row *a, const Row *b)
{
	return a && a->line == b->line && (!b->line || a->file == b->file);
}

/* Offset of a place in the line area; written there on first need. */
static uint32_t put_place(Tab *t, Buf *out, uint32_t id)
{
	struct SymPlace *p = &t->places.v[id];
	if (p->off)
		return p->off;
	p->off = (uint32_t)out->n;
	StrVec part = { 0 };
	for (const char *s = p->text; s;) {
		size_t n = strcspn(s, "\1");
		vec_push(&part, str_dup(s, n));
		s = s[n] ? s + n + 1 : NULL;
	}
	int nlevel = (part.n - 1) / 3;
	put_uleb(out, intern(t, part.v[0]));
	put_uleb(out, (uint64_t)nlevel);
	for (int i = 0; i < nlevel; i++) {
		put_uleb(out, intern(t, part.v[3 * i + 1]));
		put_uleb(out, intern(t, part.v[3 * i + 2]));
		put_uleb(out, strtoull(part.v[3 * i + 3], NULL, 10));
	}
	return p->off;
}

/* The stream of one function: rows r[0..n) lie inside it. Returns its offset. */
static uint32_t put_stream(Tab *t, Buf *out, const Fun *f, Row **r, int n)
{
	Buf rows = { 0 };
	uint64_t pc = f->lo, count = 0;
	uint32_t file = 0;
	int64_t line = 0;
	const Row *last = NULL;
	for (int i = 0; i < n; i++) {
		if ((i + 1 < n && r[i + 1]->pc == r[i]->pc) || same_place(last, r[i]))
			continue;       /* the last row at an address holds */
		last = r[i];
		bool other = last->line && (last->file != file || !count);
		put_uleb(&rows, (last->pc - pc) << 1 | other);
		if (other)
			put_uleb(&rows, put_place(t, out, file = last->file));
		put_sleb(&rows, (int64_t)last->line - line);
		pc = last->pc;
		line = last->line;
		count++;
	}
	uint32_t off = (uint32_t)out->n;
	put_uleb(out, count);
	buf_put(out, rows.s ? rows.s : "", rows.n);
	buf_free(&rows);
	return off;
}

/* Streams of all functions; sets line_off, which is parallel to t->fun. */
static Buf make_lines(Tab *t, uint32_t *line_off)
{
	Buf out = { 0 };
	buf_putc(&out, 0);      /* no place has offset 0 */
	Row **r = malloc(sizeof *r * (size_t)MAX(t->row.n, 1));
	if (!r)
		die("out of memory");
	vec_each(&t->row, i)
		r[i] = &t->row.v[i];
	qsort(r, (size_t)t->row.n, sizeof *r, by_pc);
	int at = 0;
	vec_each(&t->fun, i) {
		Fun *f = &t->fun.v[i];
		line_off[i] = TU_SYM_NOLINE;
		while (at < t->row.n && r[at]->pc < f->lo)
			at++;
		int first = at;
		while (at < t->row.n && r[at]->pc < f->hi)
			at++;
		if (at > first)
			line_off[i] = put_stream(t, &out, f, r + first, at - first);
	}
	free(r);
	return out;
}

static void put_table(Tab *t, Buf *out, size_t image_nbyte)
{
	TuSymHeader h = { 0 };
	uint64_t start = image_nbyte;
	if (t->fun.n) {
		h.text_lo = t->fun.v[0].lo;
		vec_each(&t->fun, i)
			h.text_hi = MAX(h.text_hi, t->fun.v[i].hi);
	}
	size_t head = out->n;
	buf_put(out, (const char *)&h, sizeof h);
	uint32_t *line_off = arena_array(&build_arena, uint32_t, t->fun.n + 1);
	Buf lines = make_lines(t, line_off);
	h.nfn = (uint32_t)t->fun.n;
	vec_each(&t->fun, i) {
		Fun *f = &t->fun.v[i];
		TuSymFn s = { (uint32_t)(f->lo - h.text_lo), (uint32_t)(f->hi - f->lo), f->name, line_off[i] };
		buf_put(out, (const char *)&s, sizeof s);
	}
	h.nstr = (uint32_t)t->strs.n;
	h.nline = (uint32_t)lines.n;
	buf_put(out, t->strs.s ? t->strs.s : "", t->strs.n);
	buf_put(out, lines.s ? lines.s : "", lines.n);
	buf_free(&lines);
	memcpy(out->s + head, &h, sizeof h);
	TuSymTrailer tr = { start, out->n - head, { 0 } };
	memcpy(tr.magic, TU_SYM_MAGIC, 8);
	buf_put(out, (const char *)&tr, sizeof tr);
}

/* Bytes of the file that loading needs. */
static size_t loaded_nbyte(const Tab *t)
{
	const Elf64_Ehdr *eh = (const void *)t->image;
	const Elf64_Phdr *ph = (const void *)(t->image + eh->e_phoff);
	size_t n = sizeof *eh + eh->e_phnum * sizeof *ph;
	for (int i = 0; i < eh->e_phnum; i++)
		n = MAX(n, (size_t)(ph[i].p_offset + ph[i].p_filesz));
	return (n + 15) & ~(size_t)15;
}

void add_symtab(const char *exe, const char *out)
{
	Tab t = { 0 };
	Buf b = { 0 };
	t.image = file_read(exe, &t.nbyte);
	if (!t.image)
		die("cannot read %s: %s", exe, strerror(errno));
	(void)intern(&t, "");
	read_elf(&t);
	split_rows(&t);
	real_lines(&t);
	size_t n = build.debug ? t.nbyte : MIN(loaded_nbyte(&t), t.nbyte);
	buf_put(&b, t.image, n);
	while (b.n & 15)
		buf_putc(&b, 0);
	if (!build.debug) {
		Elf64_Ehdr *eh = (void *)b.s;
		eh->e_shoff = 0;
		eh->e_shnum = eh->e_shstrndx = 0;
	}
	put_table(&t, &b, b.n);
	struct stat st;
	char *behind = realpath(out, NULL);     /* a link stays, its target is replaced */
	if (behind)
		out = behind;
	if (!stat(out, &st) && !S_ISREG(st.st_mode)) {  /* a device or a pipe: must stay what it is */
		if (!file_write(out, b.s, b.n))
			die("cannot write %s: %s", out, strerror(errno));
		free(behind);
		buf_free(&b);
		return;
	}
	const char *tmp = str_fmt("%s.tmp%d", out, (int)getpid());
	mode_t mask = umask(0);
	(void)umask(mask);
	if (!file_write(tmp, b.s, b.n) || chmod(tmp, 0777 & ~mask) < 0 || rename(tmp, out) < 0) {
		int e = errno;
		(void)unlink(tmp);
		die("cannot write %s: %s", out, strerror(e));
	}
	free(behind);
	buf_free(&b);
}
