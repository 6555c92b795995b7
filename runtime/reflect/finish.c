/* finish.c: equality and hashing for types that reflect makes at run time.
 *
 * TuType.eq and hash_fn take no type, since the compiler writes one function for each type. Types made here get a thunk each: a few
 * instructions that load the type into the third argument register and jump to the general function, on pages mapped for that. */
#include <sys/mman.h>
#include "runtime/base/rt.h"

static const TuType *elem_of(const TuType *t, int64_t i, int64_t *off, int64_t *n)
{
	if (t->kind == TK_ARRAY) {
		*n = t->len;
		*off = i * t->elem->size;
		return t->elem;
	}
	*n = t->u.st.nfield;
	if (i >= *n)
		return NULL;
	*off = t->u.st.field[i].offset;
	return t->u.st.field[i].type;
}

static uint8_t is_blank(const TuType *t, int64_t i)
{
	return t->kind == TK_STRUCT && t->u.st.field[i].name.n == 1 && t->u.st.field[i].name.p[0] == '_';
}

static uint8_t eq_any(const void *a, const void *b, const TuType *t)
{
	int64_t off, n = 1;
	for (int64_t i = 0; i < n; i++) {
		const TuType *e = elem_of(t, i, &off, &n);
		if (i < n && !is_blank(t, i) && !e->eq((const char *)a + off, (const char *)b + off))
			return 0;
	}
	return 1;
}

static uint64_t hash_any(const void *p, uint64_t seed, const TuType *t)
{
	int64_t off, n = 1;
	for (int64_t i = 0; i < n; i++) {
		const TuType *e = elem_of(t, i, &off, &n);
		if (i < n && !is_blank(t, i))
			seed = tu_type_hash(e, (const char *)p + off, seed);
	}
	return seed;
}

enum { THUNK_NBYTE = 32, PAGE_NBYTE = 4096 };

/* Two thunks after each other: mov $t, %rdx; movabs $fn, %r11; jmp *%r11. r11 is free at function entry. */
static void write_thunk(uint8_t *p, const TuType *t, const void *fn)
{
	p[0] = 0x48, p[1] = 0xba;
	__builtin_memcpy(p + 2, &t, 8);
	p[10] = 0x49, p[11] = 0xbb;
	__builtin_memcpy(p + 12, &fn, 8);
	p[20] = 0x41, p[21] = 0xff, p[22] = 0xe3;
}

typedef struct { const TuType *t; uint8_t *eq, *hash; } Made;

/* On the M's stack: mmap needs room. Callers hold reflect's lock over the types it makes. */
static void make_thunks(void *arg)
{
	static uint8_t *page;
	static int used = PAGE_NBYTE;
	Made *m = arg;
	if (used + 2 * THUNK_NBYTE > PAGE_NBYTE) {
		page = mmap(NULL, PAGE_NBYTE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (page == MAP_FAILED)
			tu__throw("reflect: no memory for the functions of a new type");
		used = 0;
	}
	m->eq = page + used;
	m->hash = m->eq + THUNK_NBYTE;
	used += 2 * THUNK_NBYTE;
	write_thunk(m->eq, m->t, (const void *)eq_any);
	write_thunk(m->hash, m->t, (const void *)hash_any);
}

void tu_type_finish(TuType *t)
{
	switch (t->kind) {
	case TK_POINTER: case TK_CHAN: case TK_UNSAFEPTR:
		t->eq = tu_eq_64;
		t->hash_fn = tu_hash_64;
		return;
	case TK_ARRAY: case TK_STRUCT:
		break;
	default:
		return;
	}
	int64_t off, n = 1;
	for (int64_t i = 0; i < n && (t->kind == TK_STRUCT || i < 1); i++) {
		const TuType *e = elem_of(t, i, &off, &n);
		if (e && (t->kind == TK_ARRAY || i < n) && !e->eq)
			return;         /* not comparable */
	}
	Made m = { t, NULL, NULL };
	tu__on_m(make_thunks, &m);
	t->eq = (uint8_t (*)(const void *, const void *))(uintptr_t)m.eq;
	t->hash_fn = (uint64_t (*)(const void *, uint64_t))(uintptr_t)m.hash;
}
