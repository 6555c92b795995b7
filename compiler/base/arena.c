/* arena.c: bump allocation in chunks.
 *
 * The process serves one build, so nearly everything lives in build_arena and dies with the process. Short-lived work takes a
 * mark and rewinds. Fresh memory is always zero: new chunks come zeroed from mmap through calloc, rewound bytes are cleared again. */
#include "compiler/base/base.h"
#include <stdlib.h>

struct Chunk { Chunk *below; char *end; };

enum { CHUNK_NBYTE = 1 << 20, ALIGN = 16 };

Arena build_arena;

static void add_chunk(Arena *a, size_t want)
{
	size_t head = (sizeof(Chunk) + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	size_t nbyte = MAX((size_t)CHUNK_NBYTE, want + head);
	Chunk *c = calloc(1, nbyte);
	if (!c)
		die("out of memory");
	c->below = a->top;
	c->end = (char *)c + nbyte;
	a->top = c;
	a->cur = (char *)c + head;
	a->end = c->end;
}

void *arena_alloc(Arena *a, size_t nbyte)
{
	nbyte = (nbyte + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (nbyte > (size_t)(a->end - a->cur))
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
		free(c);
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
		free(c);
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
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	char *p = arena_alloc(&build_arena, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}

/* The old array is left to the arena: doubling bounds the waste to one array's size. */
void *vec_grow(void *v, int n, int *cap, size_t elem)
{
	int ncap = *cap ? *cap * 2 : 4;
	void *p = arena_alloc(&build_arena, (size_t)ncap * elem);
	if (n)
		memcpy(p, v, (size_t)n * elem);
	*cap = ncap;
	return p;
}
