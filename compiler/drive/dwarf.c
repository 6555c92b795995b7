/* dwarf.c: which calls gcc inlined, from .debug_info. The line table alone does not know: it says where an instruction comes from,
 * but not through which calls it got into its function. */
#include "compiler/drive/dwarf.h"
#include <stdlib.h>

/* ---- primitive values -------------------------------------------------------------------------------------------------- */

uint64_t rd_take(Rd *r, size_t n)
{
	uint64_t v = 0;
	if ((size_t)(r->end - r->p) < n) {
		r->bad = true;
		r->p = r->end;
		return 0;
	}
	memcpy(&v, r->p, n);
	r->p += n;
	return v;
}

uint64_t rd_uleb(Rd *r)
{
	uint64_t v = 0;
	for (unsigned shift = 0;; shift += 7) {
		uint64_t b = rd_take(r, 1);
		if (shift < 64)
			v |= (b & 127) << shift;
		if (!(b & 128))
			return v;
	}
}

int64_t rd_sleb(Rd *r)
{
	uint64_t v = 0, b;
	unsigned shift = 0;
	do {
		b = rd_take(r, 1);
		if (shift < 64)
			v |= (b & 127) << shift;
		shift += 7;
	} while (b & 128);
	if (shift < 64 && (b & 64))
		v |= ~0ull << shift;
	return (int64_t)v;
}

const char *rd_text(Rd *r)
{
	const uint8_t *s = r->p, *e = memchr(s, 0, (size_t)(r->end - s));
	if (!e) {
		r->bad = true;
		r->p = r->end;
		return "";
	}
	r->p = e + 1;
	return (const char *)s;
}

const char *rd_text_at(const Rd *sec, uint64_t off)
{
	Rd r = *sec;
	if (!r.p || off >= (uint64_t)(r.end - r.p))
		return "";
	r.p += off;
	return rd_text(&r);
}

/* ---- entries ----------------------------------------------------------------------------------------------------------- */

enum { TAG_INLINED = 0x1d, TAG_UNIT = 0x11, TAG_SUBPROGRAM = 0x2e, UT_COMPILE = 1,
	AT_NAME = 0x03, AT_STMT_LIST = 0x10, AT_LOW = 0x11, AT_HIGH = 0x12, AT_ORIGIN = 0x31, AT_RANGES = 0x55, AT_CALL_FILE = 0x58, AT_CALL_LINE = 0x59,
	F_ADDR = 0x01, F_BLOCK2 = 0x03, F_BLOCK4 = 0x04, F_DATA2 = 0x05, F_DATA4 = 0x06, F_DATA8 = 0x07, F_STRING = 0x08, F_BLOCK = 0x09,
	F_BLOCK1 = 0x0a, F_DATA1 = 0x0b, F_FLAG = 0x0c, F_SDATA = 0x0d, F_STRP = 0x0e, F_UDATA = 0x0f, F_REF_ADDR = 0x10, F_REF1 = 0x11,
	F_REF2 = 0x12, F_REF4 = 0x13, F_REF8 = 0x14, F_REF_UDATA = 0x15, F_SEC_OFFSET = 0x17, F_EXPRLOC = 0x18, F_PRESENT = 0x19,
	F_DATA16 = 0x1e, F_LINE_STRP = 0x1f, F_IMPLICIT = 0x21, F_LOCLISTX = 0x22, F_RNGLISTX = 0x23 };

typedef struct { uint64_t at, form; int64_t value; } Attr;
typedef struct { uint64_t tag; bool children; int first, n; } Abbrev;
typedef struct { uint64_t off; const char *name; } Named;      /* a subprogram by the offset of its entry in the unit */

typedef struct { int call; uint64_t origin; } Open;

typedef struct Cu {
	const DebugInfo *d;
	Inlined *out;
	VEC(Abbrev) abbrev;             /* by code */
	VEC(Attr) attr;
	VEC(Named) named;
	VEC(Open) open;       /* calls whose function is not resolved yet */
	const uint8_t *start;           /* of the unit's header */
	uint64_t line_unit, base;
} Cu;

static void read_abbrevs(Cu *u, uint64_t off)
{
	Rd r = u->d->abbrev;
	u->abbrev.n = u->attr.n = 0;
	if (off >= (uint64_t)(r.end - r.p))
		return;
	r.p += off;
	for (uint64_t code; (code = rd_uleb(&r)) != 0 && !r.bad;) {
		Abbrev a = { rd_uleb(&r), false, u->attr.n, 0 };
		a.children = rd_take(&r, 1) != 0;
		for (;;) {
			Attr t = { rd_uleb(&r), 0, 0 };
			t.form = rd_uleb(&r);
			if (t.form == F_IMPLICIT)
				t.value = rd_sleb(&r);
			if ((!t.at && !t.form) || r.bad)
				break;
			vec_push(&u->attr, t);
			a.n++;
		}
		if (code > 10000)
			return;
		while ((uint64_t)u->abbrev.n <= code)
			vec_push(&u->abbrev, (Abbrev){ 0 });
		u->abbrev.v[code] = a;
	}
}

/* One attribute's value: a number, or a string. */
static uint64_t value(Cu *u, Rd *r, const Attr *a, const char **s)
{
	switch (a->form) {
	case F_ADDR: case F_DATA8: case F_REF8: return rd_take(r, 8);
	case F_DATA1: case F_FLAG: case F_REF1: return rd_take(r, 1);
	case F_DATA2: case F_REF2: return rd_take(r, 2);
	case F_DATA4: case F_REF4: case F_REF_ADDR: case F_SEC_OFFSET: return rd_take(r, 4);
	case F_DATA16: (void)rd_take(r, 8); return rd_take(r, 8);
	case F_UDATA: case F_REF_UDATA: case F_LOCLISTX: case F_RNGLISTX: return rd_uleb(r);
	case F_SDATA: return (uint64_t)rd_sleb(r);
	case F_STRING: *s = rd_text(r); return 0;
	case F_STRP: *s = rd_text_at(&u->d->str, rd_take(r, 4)); return 0;
	case F_LINE_STRP: *s = rd_text_at(&u->d->line_str, rd_take(r, 4)); return 0;
	case F_PRESENT: return 1;
	case F_IMPLICIT: return (uint64_t)a->value;
	}
	uint64_t n = 0;
	if (a->form == F_BLOCK || a->form == F_EXPRLOC)
		n = rd_uleb(r);
	else if (a->form == F_BLOCK1)
		n = rd_take(r, 1);
	else if (a->form == F_BLOCK2)
		n = rd_take(r, 2);
	else if (a->form == F_BLOCK4)
		n = rd_take(r, 4);
	else
		r->bad = true;
	if (n > (uint64_t)(r->end - r->p))
		r->bad = true;
	else
		r->p += n;
	return 0;
}

static void add_range(Cu *u, uint64_t lo, uint64_t hi, int call)
{
	if (lo && lo < hi)
		vec_push(&u->out->range, (InlRange){ lo, hi, call });
}

static void add_ranges(Cu *u, uint64_t off, int call)
{
	Rd r = u->d->ranges;
	uint64_t base = u->base, a;
	if (!r.p || off >= (uint64_t)(r.end - r.p))
		return;
	r.p += off;
	while (!r.bad)
		switch (rd_take(&r, 1)) {
		case 4: a = rd_uleb(&r); add_range(u, base ? base + a : 0, base + rd_uleb(&r), call); break;
		case 5: base = rd_take(&r, 8); break;
		case 6: a = rd_take(&r, 8); add_range(u, a, rd_take(&r, 8), call); break;
		case 7: a = rd_take(&r, 8); add_range(u, a, a + rd_uleb(&r), call); break;
		default: return;
		}
}

/* One entry and all below it. call: the inlined call around it, or -1. */
static void entry(Cu *u, Rd *r, int call, int level)
{
	while (r->p < r->end && !r->bad) {
		uint64_t off = (uint64_t)(r->p - u->start), code = rd_uleb(r);
		if (!code || code >= (uint64_t)u->abbrev.n)
			return;
		Abbrev a = u->abbrev.v[code];
		uint64_t low = 0, high = 0, high_form = 0, origin = 0, ranges = UINT64_MAX, file = 0, line = 0;
		const char *name = NULL;
		for (int i = 0; i < a.n; i++) {
			const Attr *t = &u->attr.v[a.first + i];
			const char *s = NULL;
			uint64_t v = value(u, r, t, &s);
			switch (t->at) {
			case AT_NAME: name = s; break;
			case AT_STMT_LIST: u->line_unit = v; break;
			case AT_LOW: low = v; break;
			case AT_HIGH: high = v; high_form = t->form; break;
			case AT_ORIGIN: origin = v; break;
			case AT_RANGES: ranges = v; break;
			case AT_CALL_FILE: file = v; break;
			case AT_CALL_LINE: line = v; break;
			}
		}
		if (high_form != F_ADDR)
			high += low;
		if (a.tag == TAG_UNIT)
			u->base = low;
		int inner = call;
		if (a.tag == TAG_SUBPROGRAM) {
			inner = -1;
			if (name)
				vec_push(&u->named, (Named){ off, name });
		} else if (a.tag == TAG_INLINED) {
			inner = u->out->call.n;
			vec_push(&u->out->call, (InlCall){ NULL, call, call < 0 ? 0 : u->out->call.v[call].depth + 1, u->line_unit, file, (uint32_t)line });
			vec_push(&u->open, (Open){ inner, origin });
			if (ranges != UINT64_MAX)
				add_ranges(u, ranges, inner);
			else
				add_range(u, low, high, inner);
		}
		if (a.children)
			entry(u, r, inner, level + 1);
		if (!level)
			return;
	}
}

static const char *name_at(const Cu *u, uint64_t off)
{
	int lo = 0, hi = u->named.n;
	while (lo < hi) {
		int mid = (lo + hi) / 2;
		if (u->named.v[mid].off < off)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < u->named.n && u->named.v[lo].off == off ? u->named.v[lo].name : "?";
}

static int by_nesting(const void *a, const void *b)
{
	const InlRange *x = a, *y = b;
	if (x->lo != y->lo)
		return x->lo < y->lo ? -1 : 1;
	return x->call - y->call;       /* entries come outer first */
}

void read_inlined(const DebugInfo *d, Inlined *out)
{
	Rd all = d->info;
	Cu u = { .d = d, .out = out };
	while (all.p && all.p < all.end && !all.bad) {
		u.start = all.p;
		uint64_t n = rd_take(&all, 4);
		if (n >= 0xfffffff0 || n > (uint64_t)(all.end - all.p))
			break;
		Rd r = { all.p, all.p + n, false };
		all.p += n;
		if (rd_take(&r, 2) != 5 || rd_take(&r, 1) != UT_COMPILE || rd_take(&r, 1) != 8)
			continue;
		read_abbrevs(&u, rd_take(&r, 4));
		u.named.n = u.open.n = 0;
		entry(&u, &r, -1, 0);
		vec_each(&u.open, i)
			out->call.v[u.open.v[i].call].fn = name_at(&u, u.open.v[i].origin);
	}
	if (out->range.n)
		qsort(out->range.v, (size_t)out->range.n, sizeof *out->range.v, by_nesting);
}
