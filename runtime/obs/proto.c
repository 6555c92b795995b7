/* proto.c: a profile in the format of pprof (profile.proto), not compressed.
 *
 * Everything is appended to one buffer of system memory: samples first, then the strings, functions and locations they turned out to
 * need. A location is a return address; its lines are the functions inlined there, innermost first. Addresses are written less one,
 * so that they lie inside the call. Two kinds of frames of C: the runtime's own below a Go function are left out where they are only the
 * way to the profile (allocation), and shown as functions of package runtime where they cost time. */
#include "runtime/obs/prof.h"
#include "runtime/heap/sample.h"
#include "runtime/obs/cpu.h"
#include <sys/syscall.h>

void tu__pbuf_put(ProfBuf *b, const void *p, int64_t n)
{
	if (b->n + n > b->cap) {
		int64_t cap = (b->cap ? b->cap * 2 : 64 << 10);
		while (cap < b->n + n)
			cap *= 2;
		uint8_t *q = tu__os_alloc(cap);
		if (b->n)
			__builtin_memcpy(q, b->p, (uint64_t)b->n);
		if (b->cap && !b->borrowed)
			tu__os_release(b->p, b->cap);
		b->borrowed = 0;
		b->p = q;
		b->cap = cap;
	}
	__builtin_memcpy(b->p + b->n, p, (uint64_t)n);
	b->n += n;
}

void tu__pbuf_free(ProfBuf *b)
{
	if (b->cap)
		tu__os_release(b->p, b->cap);
	*b = (ProfBuf){ NULL, 0, 0, 0 };
}

/* ---- protocol buffers ------------------------------------------------------------------------------------------------------------ */

static void put_varint(ProfBuf *b, uint64_t v)
{
	uint8_t t[10];
	int64_t n = 0;
	do {
		t[n] = (uint8_t)(v & 127) | (v > 127 ? 128 : 0);
		n++;
	} while ((v >>= 7) != 0);
	tu__pbuf_put(b, t, n);
}
static void put_num(ProfBuf *b, uint32_t field, uint64_t v)
{
	if (v == 0)
		return;
	put_varint(b, field << 3);
	put_varint(b, v);
}
static void put_bytes(ProfBuf *b, uint32_t field, const void *p, int64_t n)
{
	put_varint(b, field << 3 | 2);
	put_varint(b, (uint64_t)n);
	tu__pbuf_put(b, p, n);
}
/* The message in m, which is emptied. */
static void put_msg(ProfBuf *b, uint32_t field, ProfBuf *m)
{
	put_bytes(b, field, m->p ? (const void *)m->p : "", m->n);
	m->n = 0;
}

/* ---- tables: key -> number from 1 ----------------------------------------------------------------------------------------------------- */

typedef struct { uint64_t a, b; } Key;
typedef struct { Key *key; uint32_t *slot; uint32_t n, cap; } Table;     /* slot: open addressing, 2 * cap entries */

static uint32_t hash_key(Key k)
{
	return (uint32_t)(((k.a * 0x9e3779b97f4a7c15u) ^ (k.b * 0xc2b2ae3d27d4eb4fu)) >> 29);
}

static void grow(Table *t)
{
	Table u = { .cap = t->cap ? t->cap * 2 : 1024, .n = t->n };
	u.key = tu__os_alloc((int64_t)u.cap * (int64_t)sizeof(Key));
	u.slot = tu__os_alloc((int64_t)u.cap * 8);
	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t h = hash_key(t->key[i]) & (2 * u.cap - 1);
		u.key[i] = t->key[i];
		while (u.slot[h])
			h = (h + 1) & (2 * u.cap - 1);
		u.slot[h] = i + 1;
	}
	if (t->cap) {
		tu__os_release(t->key, (int64_t)t->cap * (int64_t)sizeof(Key));
		tu__os_release(t->slot, (int64_t)t->cap * 8);
	}
	*t = u;
}

static uint32_t number_of(Table *t, Key k)
{
	if (t->n == t->cap)
		grow(t);
	uint32_t h = hash_key(k) & (2 * t->cap - 1);
	for (; t->slot[h]; h = (h + 1) & (2 * t->cap - 1))
		if (t->key[t->slot[h] - 1].a == k.a && t->key[t->slot[h] - 1].b == k.b)
			return t->slot[h];
	t->key[t->n] = k;
	return t->slot[h] = ++t->n;
}

static void table_free(Table *t)
{
	if (t->cap) {
		tu__os_release(t->key, (int64_t)t->cap * (int64_t)sizeof(Key));
		tu__os_release(t->slot, (int64_t)t->cap * 8);
	}
}

/* ---- the profile ---------------------------------------------------------------------------------------------------------------------------- */

enum { C_NONE, C_NAMED, C_ALL };        /* shown: none; those with a counterpart in Go's runtime; all */
typedef struct {
	ProfBuf out, msg, sub, ids;     /* msg, sub, ids: messages being put together */
	ProfBuf text;                   /* the string table */
	ProfBuf shown;                  /* a byte per location */
	Table strs, fns, locs;
	uint64_t map_lo, map_hi;        /* of the program's code */
	uint8_t hide_park;
	uint8_t with_c;                 /* frames of C: C_NONE .. C_ALL */
} Pp;

static int64_t c_len(const char *s)
{
	int64_t n = 0;
	while (s[n])
		n++;
	return n;
}

/* The index of a string. 128 bits of hash stand for it. */
static uint64_t str_n(Pp *p, const void *s, int64_t n)
{
	if (n == 0)
		return 0;
	uint64_t h = 14695981039346656037u, g = 0x2545f4914f6cdd1du;
	for (int64_t i = 0; i < n; i++) {
		h = (h ^ ((const uint8_t *)s)[i]) * 1099511628211u;
		g = (g + ((const uint8_t *)s)[i]) * 0x9e3779b97f4a7c15u ^ g >> 31;
	}
	uint32_t before = p->strs.n, id = number_of(&p->strs, (Key){ h, g ^ (uint64_t)n });
	if (p->strs.n != before)
		put_bytes(&p->text, 6, s, n);
	return id;
}
static uint64_t str(Pp *p, const char *s) { return str_n(p, s, c_len(s)); }

static uint64_t function(Pp *p, const void *prefix, const void *name, int64_t n, TuString file)
{
	char full[256];
	int64_t k = prefix ? c_len(prefix) : 0;
	if (k && n + k < (int64_t)sizeof full) {
		__builtin_memcpy(full, prefix, (uint64_t)k);
		__builtin_memcpy(full + k, name, (uint64_t)n);
		name = full;
		n += k;
	}
	uint64_t nid = str_n(p, name, n), fid = str_n(p, file.p, file.n);
	uint32_t before = p->fns.n, id = number_of(&p->fns, (Key){ nid, fid });
	if (p->fns.n != before) {
		ProfBuf *m = &p->sub;
		m->n = 0;
		put_num(m, 1, id);
		put_num(m, 2, nid);
		put_num(m, 3, nid);
		put_num(m, 4, fid);
		put_msg(&p->out, 5, m);
	}
	return id;
}

static uint8_t is_text(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a == *b;
}

static void put_line_col(ProfBuf *msg, uint64_t fn, int64_t line, int64_t col)
{
	uint8_t room[32];
	ProfBuf m = { room, 0, sizeof room, 1 };
	put_num(&m, 1, fn);
	put_num(&m, 2, (uint64_t)line);
	put_num(&m, 3, (uint64_t)col);
	put_bytes(msg, 4, m.p, m.n);
}
static void put_line(ProfBuf *msg, uint64_t fn, int64_t line) { put_line_col(msg, fn, line, 0); }

/* Type arguments are elided, as everywhere names are shown. */
static TuString short_name(TuString f, char *room, int64_t max)
{
	int64_t open = 0, close = f.n;
	while (open < f.n && f.p[open] != '[')
		open++;
	while (close > open && f.p[close - 1] != ']')
		close--;
	if (open >= close || open + 5 + f.n - close > max)
		return f;
	__builtin_memcpy(room, f.p, (uint64_t)open);
	__builtin_memcpy(room + open, "[...]", 5);
	__builtin_memcpy(room + open + 5, f.p + close, (uint64_t)(f.n - close));
	return (TuString){ (uint8_t *)room, open + 5 + f.n - close };
}

/* The lines of one return address; 0: a frame that is not shown. */
static uint8_t put_lines(Pp *p, ProfBuf *m, uintptr_t pc)
{
	TuSymPos pos;
	uint8_t any = 0;
	char room[256];
	uintptr_t at = pc;
	int64_t level = 0;
	const char *name = NULL;
	TuString none = { NULL, 0 }, before = none;
	if (tu__logical_mark(pc, &at, &level, &name)) {
		if (name && is_text(name, "runtime.goexit"))
			return 0;
		if (name) {
			put_line(m, function(p, NULL, name, c_len(name), none), 0);
		} else if (tu__symtab_find(at - 1, level, &pos)) {
			TuString s = short_name(pos.func, room, sizeof room);
			put_line(m, function(p, NULL, s.p, s.n, pos.file), pos.line);
		}
		return 1;
	}
	const char *cname = tu__symtab_cname(pc - 1, NULL);
	if (!cname) {
		if (p->with_c == C_ALL)
			put_line(m, function(p, NULL, "runtime._ExternalCode", 21, none), 0);
		return p->with_c == C_ALL;
	}
	if (cname[0] != 'G' || cname[1] != '_') {
		const char *go = tu__stand_in_name(cname);
		uint8_t is_main = go && is_text(go, "runtime.main");
		if (!is_main && (p->with_c == C_NONE || (p->with_c == C_NAMED && !go)))
			return 0;
		if (go && (is_text(go, "runtime.goexit") || (p->hide_park && is_text(go, "runtime.gopark"))))
			return 0;                       /* the outermost frame of each goroutine; in profiles of waiting, the innermost */
		for (level = 0; tu__symtab_find(pc - 1, level, &pos) && pos.more; level++)
			;
		put_line(m, go ? function(p, NULL, go, c_len(go), pos.file) : function(p, "runtime.", cname, c_len(cname), pos.file), pos.line);
		return 1;
	}
	for (; tu__symtab_find(pc - 1, level, &pos); level++) {
		uint8_t hide = tu__is_hidden(&pos, before);
		if (!hide) {
			TuString s = short_name(pos.func, room, sizeof room);
			put_line_col(m, function(p, NULL, s.p, s.n, pos.file), pos.line, pos.col);
			before = pos.func;
			any = 1;
		}
		if (!pos.more)
			break;
	}
	return any;
}

/* The number of the location, 0 for a frame that is not shown. */
static uint64_t location(Pp *p, uintptr_t pc)
{
	uint32_t before = p->locs.n, id = number_of(&p->locs, (Key){ pc, p->with_c });
	if (p->locs.n == before)
		return p->shown.p[id - 1] ? id : 0;
	uint8_t room[512], show;
	ProfBuf m = { room, 0, sizeof room, 1 };
	put_num(&m, 1, id);
	put_num(&m, 2, pc - 1 >= p->map_lo && pc - 1 < p->map_hi);
	put_num(&m, 3, pc - 1);
	show = put_lines(p, &m, pc);
	if (show)
		put_bytes(&p->out, 4, m.p, m.n);
	tu__pbuf_put(&p->shown, &show, 1);
	if (!m.borrowed)
		tu__pbuf_free(&m);
	return show ? id : 0;
}

static void sample(Pp *p, const int64_t *v, int32_t nv, const uintptr_t *pc, uint32_t n, const TuSlice *labels, int64_t nbyte)
{
	ProfBuf *m = &p->msg, *ids = &p->ids;
	ids->n = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint64_t id = location(p, pc[i]);
		if (id)
			put_varint(ids, id);
	}
	uint8_t with_c = p->with_c;
	if (ids->n == 0 && n && with_c != C_ALL) {      /* the runtime's own doing: show that much */
		p->with_c = C_ALL;
		for (uint32_t i = 0; i < n; i++) {
			uint64_t id = location(p, pc[i]);
			if (id)
				put_varint(ids, id);
		}
		p->with_c = with_c;
	}
	m->n = 0;
	put_bytes(m, 1, ids->p ? (const void *)ids->p : "", ids->n);
	ids->n = 0;
	for (int32_t i = 0; i < nv; i++)
		put_varint(ids, (uint64_t)v[i]);
	put_bytes(m, 2, ids->p, ids->n);
	const TuString *l = labels ? labels->p : NULL;
	for (int64_t i = 0; labels && i < labels->n; i++) {
		p->sub.n = 0;
		put_num(&p->sub, 1, str_n(p, l[2 * i].p, l[2 * i].n));
		put_num(&p->sub, 2, str_n(p, l[2 * i + 1].p, l[2 * i + 1].n));
		put_msg(m, 3, &p->sub);
	}
	if (nbyte) {
		p->sub.n = 0;
		put_num(&p->sub, 1, str(p, "bytes"));
		put_num(&p->sub, 3, (uint64_t)nbyte);
		put_msg(m, 3, &p->sub);
	}
	put_msg(&p->out, 2, m);
}

static void value_type(Pp *p, uint32_t field, const char *type, const char *unit)
{
	p->sub.n = 0;
	put_num(&p->sub, 1, str(p, type));
	put_num(&p->sub, 2, str(p, unit));
	put_msg(&p->out, field, &p->sub);
}

/* ---- the program's mapping --------------------------------------------------------------------------------------------------------------- */

extern const uint8_t __ehdr_start[] TU_WEAK;
typedef struct { uint8_t ident[16]; uint16_t type, machine; uint32_t version; uint64_t entry, phoff, shoff; uint32_t flags; uint16_t ehsize, phentsize, phnum; } Ehdr;
typedef struct { uint32_t type, flags; uint64_t offset, vaddr, paddr, filesz, memsz, align; } Phdr;

const char *tu__build_id(void)
{
	static char hex[65];
	const Ehdr *e = (const Ehdr *)__ehdr_start;
	if (hex[0] || !e)
		return hex;
	const Phdr *ph = (const Phdr *)(__ehdr_start + e->phoff);
	for (int i = 0; i < e->phnum; i++) {
		if (ph[i].type != 4)    /* PT_NOTE */
			continue;
		const uint32_t *w = (const uint32_t *)ph[i].vaddr, *end = w + ph[i].memsz / 4;
		while (w + 3 <= end) {
			uint32_t nname = w[0], ndesc = w[1];
			const uint8_t *desc = (const uint8_t *)(w + 3 + (nname + 3) / 4);
			if (w[2] == 3 && nname == 4 && w[3] == 0x00554e47 && ndesc <= 32) {
				for (uint32_t k = 0; k < ndesc; k++) {
					hex[2 * k] = "0123456789abcdef"[desc[k] >> 4];
					hex[2 * k + 1] = "0123456789abcdef"[desc[k] & 15];
				}
				return hex;
			}
			w = (const uint32_t *)(desc + ((ndesc + 3) & ~3u));
		}
	}
	return hex;
}

static void put_mapping(Pp *p)
{
	const Ehdr *e = (const Ehdr *)__ehdr_start;
	char path[512];
	int64_t n = tu__sys(SYS_readlink, (int64_t)"/proc/self/exe", (int64_t)path, sizeof path, 0, 0, 0);
	if (!e)
		return;
	const Phdr *ph = (const Phdr *)(__ehdr_start + e->phoff);
	for (int i = 0; i < e->phnum; i++) {
		if (ph[i].type != 1 || !(ph[i].flags & 1))
			continue;
		p->sub.n = 0;
		p->map_lo = ph[i].vaddr & ~(uint64_t)4095;
		p->map_hi = (ph[i].vaddr + ph[i].memsz + 4095) & ~(uint64_t)4095;
		put_num(&p->sub, 1, 1);
		put_num(&p->sub, 2, p->map_lo);
		put_num(&p->sub, 3, p->map_hi);
		put_num(&p->sub, 4, ph[i].offset & ~(uint64_t)4095);
		put_num(&p->sub, 5, n > 0 ? str_n(p, path, n) : 0);
		put_num(&p->sub, 6, str(p, tu__build_id()));
		for (uint32_t k = 7; k <= 10; k++)
			put_num(&p->sub, k, 1);
		put_msg(&p->out, 3, &p->sub);
		return;
	}
}

/* ---- kinds -------------------------------------------------------------------------------------------------------------------------------------- */

/* From what was sampled to what probably was: an object of size bytes is seen with probability 1 - exp(-size / rate). */
static void scale(int64_t count, int64_t nbyte, int64_t rate, int64_t *v)
{
	v[0] = count;
	v[1] = nbyte;
	if (count == 0 || nbyte == 0 || rate <= 1)
		return;
	double f = 1 / (1 - tu_exp(-(double)nbyte / (double)count / (double)rate));
	v[0] = (int64_t)((double)count * f);
	v[1] = (int64_t)((double)nbyte * f);
}

static void heap_samples(Pp *p)
{
	int64_t rate = tu__sample_rate();
	value_type(p, 1, "alloc_objects", "count");
	value_type(p, 1, "alloc_space", "bytes");
	value_type(p, 1, "inuse_objects", "count");
	value_type(p, 1, "inuse_space", "bytes");
	value_type(p, 11, "space", "bytes");
	put_num(&p->out, 12, (uint64_t)rate);
	tu__lock(&tu__prof_lock);
	tu__memprof_publish_locked(1);
	for (Bucket *b = tu__prof_buckets[PROF_MEM]; b; b = b->next) {
		MemCount a = b->u.mem.active;
		int64_t v[4];
		if (!a.allocs)
			continue;
		scale(a.allocs, a.allocs * b->size, rate, v);
		scale(a.allocs - a.frees, (a.allocs - a.frees) * b->size, rate, v + 2);
		sample(p, v, 4, b->pc, b->npc, NULL, b->size);
	}
	tu__unlock(&tu__prof_lock);
}

static void block_samples(Pp *p, uint32_t kind)
{
	value_type(p, 1, "contentions", "count");
	value_type(p, 1, "delay", "nanoseconds");
	value_type(p, 11, "contentions", "count");
	put_num(&p->out, 12, 1);
	p->with_c = C_NAMED;
	p->hide_park = 1;
	tu__lock(&tu__prof_lock);
	for (Bucket *b = tu__prof_buckets[kind]; b; b = b->next) {
		int64_t v[2] = { (int64_t)b->u.block.count, b->u.block.ns };
		if (v[0])
			sample(p, v, 2, b->pc, b->npc, NULL, 0);
	}
	tu__unlock(&tu__prof_lock);
}

static void cpu_samples(Pp *p)
{
	int64_t period = tu__cpuprof_hz ? 1000000000 / tu__cpuprof_hz : 0;
	value_type(p, 1, "samples", "count");
	value_type(p, 1, "cpu", "nanoseconds");
	value_type(p, 11, "cpu", "nanoseconds");
	put_num(&p->out, 12, (uint64_t)period);
	put_num(&p->out, 10, (uint64_t)(tu__nanotime() - tu__cpuprof_when));
	p->with_c = C_ALL;
	for (CpuStack *s = tu__cpuprof_stacks(); s; s = s->next) {
		int64_t v[2] = { s->count, s->count * period };
		sample(p, v, 2, s->pc, s->n, s->labels, 0);
	}
}

static void go_sample(void *arg, TuG *g, const uintptr_t *pc, uint32_t n)
{
	int64_t one = 1;
	sample(arg, &one, 1, pc, n, g->local, 0);
}

static void begin(Pp *p)
{
	TuTimespec t = tu_walltime();
	tu__symtab_init();
	put_bytes(&p->text, 6, "", 0);
	p->strs.n = 0;
	put_num(&p->out, 9, (uint64_t)t.sec * 1000000000u + (uint64_t)t.nsec);
	put_mapping(p);
}

static void finish(Pp *p, ProfBuf *out)
{
	tu__pbuf_put(&p->out, p->text.p, p->text.n);
	*out = p->out;
	tu__pbuf_free(&p->text);
	tu__pbuf_free(&p->msg);
	tu__pbuf_free(&p->sub);
	tu__pbuf_free(&p->ids);
	tu__pbuf_free(&p->shown);
	table_free(&p->strs);
	table_free(&p->fns);
	table_free(&p->locs);
}

void tu__prof_write(ProfBuf *out, uint32_t kind, TuUnwind *self)
{
	Pp p = { 0 };
	begin(&p);
	switch (kind) {
	case PROF_MEM:
	case PROF_ALLOCS:
		heap_samples(&p);
		put_num(&p.out, 14, str(&p, kind == PROF_ALLOCS ? "alloc_space" : "inuse_space"));
		break;
	case PROF_BLOCK:
	case PROF_MUTEX:
		block_samples(&p, kind);
		break;
	case PROF_CPU:
		cpu_samples(&p);
		break;
	case PROF_GOROUTINE:
	case PROF_LEAK:
		value_type(&p, 1, kind == PROF_LEAK ? "goroutineleak" : "goroutine", "count");
		value_type(&p, 11, kind == PROF_LEAK ? "goroutineleak" : "goroutine", "count");
		put_num(&p.out, 12, 1);
		p.with_c = C_NAMED;
		tu__each_go_stack(kind == PROF_LEAK, self, go_sample, &p);
		break;
	default:
		tu__throw("profile of unknown kind");
	}
	finish(&p, out);
}

/* Samples that a program collected itself: n words: number of addresses, addresses, and so on. */
void tu__prof_write_list(ProfBuf *out, TuString name, const uintptr_t *w, int64_t n)
{
	Pp p = { 0 };
	char room[128];
	int64_t k = name.n < 127 ? name.n : 127;
	__builtin_memcpy(room, name.p, (uint64_t)k);
	room[k] = 0;
	begin(&p);
	value_type(&p, 1, room, "count");
	value_type(&p, 11, room, "count");
	put_num(&p.out, 12, 1);
	for (int64_t i = 0; i + 1 < n; i += 2 + (int64_t)w[i + 1])
		sample(&p, (const int64_t *)&w[i], 1, w + i + 2, (uint32_t)w[i + 1], NULL, 0);
	finish(&p, out);
}
