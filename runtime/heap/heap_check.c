/* heap_check.c: walks the whole heap and throws on the first broken invariant. World stopped, caches flushed, everything swept. */
#ifndef TUCO_GC_BOEHM
#include "runtime/heap/heap.h"

static TU_NORETURN void broken(const Span *s, const char *what)
{
	tu__printf("heapcheck: span %p class %d state %d: %s\n", s->start, s->cls, s->state, what);
	tu__throw("heapcheck: broken heap");
}

static int64_t check_list(const SpanList *l, uint8_t state)
{
	int64_t n = 0;
	for (const Span *s = l->head, *prev = NULL; s; prev = s, s = s->next, n++) {
		if (s->prev != prev)
			broken(s, "list is not linked backwards");
		if (s->state != state)
			broken(s, "state does not fit the list");
	}
	if (n != l->n)
		tu__throw("heapcheck: list count is wrong");
	return n;
}

static void check_span(const Span *s)
{
	TuHeap *h = &tu__heap;
	uint64_t first = (s->start - h->base) >> TU_PAGE_SHIFT, used = 0;
	for (uint64_t i = 0; i < s->npage; i++) {
		if (h->pages[first + i] != s)
			broken(s, "page table disagrees");
		uint64_t page = first + i;
		if (!(h->chunk[page / TU_CHUNK_PAGES]->used[page % TU_CHUNK_PAGES / 64] >> (page & 63) & 1))
			broken(s, "page is free");
	}
	if (s->cls == 0)
		return;
	if (s->size != tu__class_size[s->cls] || (uint64_t)s->nobj * s->size > s->nbyte)
		broken(s, "size and class disagree");
	for (uint32_t i = 0; i < s->nword; i++) {
		if (s->mark[2 * i] | s->mark[2 * i + 1])
			broken(s, "mark bit outside a cycle");
		used += (uint64_t)tu__popcount(s->alloc[i]);
	}
	for (uint64_t i = 0; i < s->nobj; i++) {
		uintptr_t p = s->start + i * s->size;
		if (tu__span_index(s, p) != i || tu__span_index(s, p + s->size - 1) != i)
			broken(s, "division by multiplication is off");
	}
	used -= s->nobj % 64 ? 64 - s->nobj % 64 : 0;
	if (s->state == SPAN_FULL && used != s->nobj)
		broken(s, "full span has free slots");
	if (s->state == SPAN_PARTIAL && used == s->nobj)
		broken(s, "partial span is full");
}

void tu__heap_check_stw(void)
{
	TuHeap *h = &tu__heap;
	int64_t listed = 0, seen = 0, pages = 0;
	for (int32_t i = 0; i < 2 * TU_NCLASS; i++) {
		Central *c = &h->central[i];
		listed += check_list(&c->partial, SPAN_PARTIAL) + check_list(&c->full, SPAN_FULL);
		if (c->unswept.n)
			tu__throw("heapcheck: unswept spans");
		if (c->nalloc < c->nfree)
			tu__throw("heapcheck: more objects freed than allocated");
	}
	listed += check_list(&h->large, SPAN_FULL);
	for (uint32_t i = 0; i < h->nspan; i++)
		if (h->spans[i]) {
			check_span(h->spans[i]);
			seen++;
			pages += h->spans[i]->npage;
		}
	if (seen != listed)
		tu__throw("heapcheck: a span is on no list or on two");
	if (pages != h->pages_inuse)
		tu__throw("heapcheck: pages in use do not add up");
}
#endif
