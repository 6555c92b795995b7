/* pprof.c: reads a heap profile (profile.proto, https://github.com/google/pprof), as the runtime writes it at exit or runtime/pprof on request.
 *
 * Only what the join with the report needs is kept. Nothing in the file is trusted: every length is checked against what is left, and a
 * damaged file ends in a message. gzip is undone when its blocks are stored, which is how runtime/pprof of tuco writes it. */
#include "compiler/report/measure.h"

typedef struct { const uint8_t *p, *end; bool bad; } Rd;
typedef struct { uint64_t field, num; Rd sub; bool is_sub; } Item;

static uint64_t varint(Rd *r)
{
	uint64_t v = 0;
	for (int shift = 0; r->p < r->end && shift < 64; shift += 7) {
		uint8_t c = *r->p++;
		v |= (uint64_t)(c & 127) << shift;
		if (c < 128)
			return v;
	}
	r->bad = true;
	return 0;
}

/* The next field of a message; false at its end or when it is damaged. */
static bool next(Rd *r, Item *i)
{
	if (r->p >= r->end || r->bad)
		return false;
	uint64_t tag = varint(r), n;
	*i = (Item){ .field = tag >> 3 };
	switch (tag & 7) {
	case 0:
		i->num = varint(r);
		return !r->bad;
	case 1: case 5:
		n = (tag & 7) == 1 ? 8 : 4;
		break;
	case 2:
		n = varint(r);
		i->is_sub = true;
		break;
	default:
		r->bad = true;
		return false;
	}
	if (r->bad || n > (uint64_t)(r->end - r->p)) {
		r->bad = true;
		return false;
	}
	i->sub = (Rd){ r->p, r->p + n, false };
	r->p += n;
	return true;
}

/* Numbers of a repeated field, packed or one by one. */
#define EACH_NUM(item, v) for (Rd each_ = (item).is_sub ? (item).sub : (Rd){ NULL, (const uint8_t *)1, false }; \
	each_.p < each_.end && !each_.bad && ((v) = each_.p ? varint(&each_) : (each_.p = each_.end, (item).num), true);)

/* ---- gzip ---------------------------------------------------------------------------------------------------------------- */

static const char *gunzip(const uint8_t **data, size_t *nbyte)
{
	const uint8_t *p = *data, *end = p + *nbyte;
	if (*nbyte < 18 || p[2] != 8)
		return "is damaged";
	int flags = p[3];
	p += 10;
	if (flags & 4 && end - p > 2)
		p += MIN(end - p, 2 + p[0] + 256 * p[1]);
	for (int k = 8; k <= 16; k *= 2)        /* name, comment */
		if (flags & k) {
			while (p < end && *p)
				p++;
			p += p < end;
		}
	Buf b = { 0 };
	for (bool last = false; !last;) {
		if (end - p < 5)
			return "is damaged";
		if (p[0] & 6)
			return "is compressed, which is not supported yet: gunzip it first";
		last = p[0] & 1;
		size_t n = p[1] + 256u * p[2];
		p += 5;
		if (n > (size_t)(end - p))
			return "is damaged";
		buf_put(&b, (const char *)p, n);
		p += n;
	}
	*data = (const uint8_t *)b.s;
	*nbyte = b.n;
	return NULL;
}

/* ---- the profile --------------------------------------------------------------------------------------------------------- */

typedef VEC(Item) Items;
typedef struct { uint64_t name, file; } Func;
typedef struct { Profile *out; VEC(const char *) strs; Items samples, locs, funcs, types, maps; Map func, loc; } Dec;

static const char *text(const Dec *d, uint64_t i)
{
	return i < (uint64_t)d->strs.n ? d->strs.v[i] : "";
}

static void functions(Dec *d)
{
	vec_each(&d->funcs, k) {
		uint64_t id = 0;
		Func *f = NEW(Func);
		Item i;
		for (Rd r = d->funcs.v[k].sub; next(&r, &i);)
			*(i.field == 1 ? &id : i.field == 2 ? &f->name : i.field == 4 ? &f->file : &(uint64_t){ 0 }) = i.num;
		map_set(&d->func, (uintptr_t)id, f);
	}
}

static void locations(Dec *d)
{
	vec_each(&d->locs, k) {
		uint64_t id = 0;
		ProfLoc *l = NEW(ProfLoc);
		Item i, j;
		for (Rd r = d->locs.v[k].sub; next(&r, &i);) {
			if (i.field == 1)
				id = i.num;
			if (i.field != 4)
				continue;
			uint64_t fn = 0, line = 0, col = 0;
			while (next(&i.sub, &j))
				*(j.field == 1 ? &fn : j.field == 2 ? &line : j.field == 3 ? &col : &(uint64_t){ 0 }) = j.num;
			const Func *f = map_get(&d->func, (uintptr_t)fn);
			vec_push(l, (ProfLine){ f ? text(d, f->name) : "", f ? text(d, f->file) : "", (uint32_t)line, (uint32_t)col });
		}
		map_set(&d->loc, (uintptr_t)id, l);
	}
}

static void samples(Dec *d, int objects, int space)
{
	vec_each(&d->samples, k) {
		ProfSample s = { 0 };
		Item i;
		int n = 0;
		for (Rd r = d->samples.v[k].sub; next(&r, &i);) {
			uint64_t v;
			if (i.field == 1)
				EACH_NUM(i, v) {
					ProfLoc *l = map_get(&d->loc, (uintptr_t)v);
					if (l)
						vec_push(&s.locs, l);
				}
			if (i.field == 2)
				EACH_NUM(i, v) {
					*(n == objects ? &s.nobject : n == space ? &s.nbyte : &(int64_t){ 0 }) = (int64_t)v;
					n++;
				}
		}
		if (s.nobject > 0)
			vec_push(&d->out->samples, s);
	}
}

const char *profile_read(Profile *out, const void *data, size_t nbyte)
{
	const uint8_t *p = data;
	*out = (Profile){ .build_id = "" };
	if (nbyte > 2 && p[0] == 0x1f && p[1] == 0x8b) {
		const char *err = gunzip(&p, &nbyte);
		if (err)
			return err;
	}
	Dec d = { .out = out };
	Rd r = { p, p + nbyte, false };
	Item i;
	while (next(&r, &i))
		switch (i.field) {
		case 1: vec_push(&d.types, i); break;
		case 2: vec_push(&d.samples, i); break;
		case 3: vec_push(&d.maps, i); break;
		case 4: vec_push(&d.locs, i); break;
		case 5: vec_push(&d.funcs, i); break;
		case 6: vec_push(&d.strs, str_dup((const char *)i.sub.p, (size_t)(i.sub.end - i.sub.p))); break;
		case 12: out->rate = (int64_t)i.num; break;
		}
	if (r.bad || !d.strs.n || !d.types.n)
		return "is not a profile";
	int objects = -1, space = -1;
	vec_each(&d.types, k) {
		Item j;
		for (Rd t = d.types.v[k].sub; next(&t, &j);) {
			if (j.field == 1 && !strcmp(text(&d, j.num), "alloc_objects"))
				objects = k;
			if (j.field == 1 && !strcmp(text(&d, j.num), "alloc_space"))
				space = k;
		}
	}
	if (objects < 0 || space < 0)
		return "is not a heap profile";
	if (d.maps.n) {
		Item j;
		for (Rd m = d.maps.v[0].sub; next(&m, &j);)
			if (j.field == 6)
				out->build_id = text(&d, j.num);
	}
	functions(&d);
	locations(&d);
	samples(&d, objects, space);
	return NULL;
}
