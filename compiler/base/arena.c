/* arena.c: bump allocation in chunks.
 *
 * The process serves one build, so nearly everything lives in build_arena and dies with the process. Short-lived work takes a
 * mark and rewinds. Fresh memory is always zero: new chunks come zeroed from mmap, rewound bytes are cleared again. */
#include "compiler/base/base.h"
#include <sys/mman.h>

struct Chunk { Chunk *below; char *end; size_t mapped; };      /* mapped: size of the mapping */

enum { CHUNK_NBYTE = 1 << 20, ALIGN = 8 };

/* Builds that need much memory get it in huge pages: page faults were a third of the time of reading a million lines. */
enum { BIG_FROM_NBYTE = 32 << 20, BIG_NBYTE = 16 << 20, HUGE_NBYTE = 2 << 20 };

static Chunk *map_chunk(size_t nbyte)
{
	char *p = mmap(NULL, nbyte + HUGE_NBYTE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		return NULL;
	size_t skip = -(uintptr_t)p & (HUGE_NBYTE - 1);
	if (skip)
		(void)munmap(p, skip);  /* the ends of the mapping: nothing to do when they stay */
	(void)munmap(p + skip + nbyte, HUGE_NBYTE - skip);
	(void)madvise(p + skip, nbyte, MADV_HUGEPAGE);
	Chunk *c = (Chunk *)(p + skip);
	c->mapped = nbyte;
	return c;
}

static void free_chunk(Chunk *c)
{
	(void)munmap(c, c->mapped);
}

Arena build_arena;

static void add_chunk(Arena *a, size_t want)
{
	size_t head = (sizeof(Chunk) + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	size_t nbyte = MAX((size_t)CHUNK_NBYTE, want + head);
	Chunk *c = NULL;
	if (a->nbyte > BIG_FROM_NBYTE && nbyte < BIG_NBYTE && (c = map_chunk(BIG_NBYTE)))
		nbyte = BIG_NBYTE;
	if (!c) {               /* not calloc: outside the main thread it clears memory that is fresh */
		nbyte = (nbyte + 4095) & ~(size_t)4095;
		void *p = mmap(NULL, nbyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (p == MAP_FAILED)
			die("out of memory");
		c = p;
		c->mapped = nbyte;
	}
	c->below = a->top;
	c->end = (char *)c + nbyte;
	a->top = c;
	a->cur = (char *)c + head;
	a->end = c->end;
}

void *arena_alloc_slow(Arena *a, size_t nbyte)
{
	add_chunk(a, nbyte);
	void *p = a->cur;
	a->cur += nbyte;
	a->nbyte += nbyte;
	return p;
}

Mark arena_mark(Arena *a)
{
	return (Mark){ a->top, a->cur };
}

void arena_rewind(Arena *a, Mark m)
{
	while (a->top != m.top) {
		Chunk *c = a->top;
		a->top = c->below;
		free_chunk(c);
	}
	char *top = a->top ? a->cur : NULL;
	a->end = a->top ? a->top->end : NULL;
	/* the chunk of the mark may have been left with a->cur in a younger chunk: clear to its end then */
	if (m.cur)
		memset(m.cur, 0, (size_t)((top >= m.cur && top <= a->end ? top : a->end) - m.cur));
	a->cur = m.cur;
}

void arena_free(Arena *a)
{
	while (a->top) {
		Chunk *c = a->top;
		a->top = c->below;
		free_chunk(c);
	}
	*a = (Arena){ 0 };
}

char *str_dup(const char *s, size_t n)
{
	char *p = arena_alloc(&build_arena, n + 1);
	memcpy(p, s, n);
	return p;
}

char *str_fmt(const char *fmt, ...)
{
	static Buf b;                   /* kept: one buffer serves all calls */
	va_list ap;
	va_start(ap, fmt);
	b.n = 0;
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	return str_dup(b.s, b.n);
}

/* The newest array of the arena grows in place. Any other is left where it is: doubling bounds the waste to one array's size.
 * Most lists of pointers hold one or two. */
void *vec_grow(void *v, int n, int *cap, size_t elem)
{
	int ncap = *cap ? *cap * 2 : elem <= 8 ? 2 : 4;
	size_t more = (size_t)(ncap - *cap) * elem;
	if (*cap && elem % 8 == 0 && (char *)v + (size_t)*cap * elem == build_arena.cur && more <= (size_t)(build_arena.end - build_arena.cur)) {
		(void)arena_alloc(&build_arena, more);
		*cap = ncap;
		return v;
	}
	void *p = arena_alloc(&build_arena, (size_t)ncap * elem);
	if (n)
		memcpy(p, v, (size_t)n * elem);
	*cap = ncap;
	return p;
}
