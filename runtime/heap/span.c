/* span.c: span life cycle, the lists between caches and pages, sweeping.
 *
 * A span moves: new -> cache -> (partial | full) -> unswept at the end of a cycle -> swept back to partial, full or freed.
 * Whoever takes a span off a list owns it until it puts it on another; the central lock covers only the lists. */
#ifndef TUCO_GC_BOEHM
#include "runtime/heap/sample.h"

/* ---- lists ---------------------------------------------------------------------------------------------------------- */

void tu__list_add(SpanList *l, Span *s)
{
	s->prev = NULL;
	s->next = l->head;
	if (l->head)
		l->head->prev = s;
	else
		l->tail = s;
	l->head = s;
	l->n++;
}
void tu__list_del(SpanList *l, Span *s)
{
	if (s->prev)
		s->prev->next = s->next;
	else
		l->head = s->next;
	if (s->next)
		s->next->prev = s->prev;
	else
		l->tail = s->prev;
	s->next = s->prev = NULL;
	l->n--;
}
Span *tu__list_take(SpanList *l)
{
	Span *s = l->head;
	if (s)
		tu__list_del(l, s);
	return s;
}
void tu__list_join(SpanList *to, SpanList *from)
{
	if (!from->head)
		return;
	from->tail->next = to->head;
	if (to->head)
		to->head->prev = from->tail;
	else
		to->tail = from->tail;
	to->head = from->head;
	to->n += from->n;
	*from = (SpanList){ NULL, NULL, 0 };
}

/* ---- metadata --------------------------------------------------------------------------------------------------------- */

#define META_STEP 64
#define META_MAX 4096           /* 8-byte objects that hold pointers need most: 4096 slots in 32 KB, with 4 bitmaps */
_Static_assert(sizeof(Span) + 32768 / 8 / 64 * 4 * 8 <= META_MAX, "metadata of the smallest class");
static void *meta_free[META_MAX / META_STEP + 1];       /* heap.lock */
static uint8_t *meta_at, *meta_end;
static uint32_t *index_free;                            /* stack of free indexes in heap.spans, grows in place */

static void *meta_take(int64_t n)
{
	TuHeap *h = &tu__heap;
	void *p = meta_free[n / META_STEP];
	h->meta_inuse_nbyte += n;
	if (p) {
		meta_free[n / META_STEP] = *(void **)p;
		__builtin_memset(p, 0, (size_t)n);
		return p;
	}
	if (meta_end - meta_at < n) {
		const int64_t step = 256 << 10;
		meta_at = tu__os_alloc(step);
		meta_end = meta_at + step;
		h->meta_nbyte += step;
	}
	p = meta_at;
	meta_at += n;
	return p;
}

/* Pages per span: 32 KB, more for large classes so that at least eight objects fit and at most 1/16 is lost at the end. */
static int64_t class_pages(uint32_t cls)
{
	int64_t size = tu__class_size[cls], n = 4;
	while (n < 32 && (n * TU_PAGE / size < 8 || n * TU_PAGE % size * 16 > n * TU_PAGE))
		n++;
	return n;
}

Span *tu__span_new(uint32_t cls, uint8_t noscan, int64_t npage)
{
	TuHeap *h = &tu__heap;
	uint8_t zeroed;
	int64_t size = cls ? tu__class_size[cls] : 0, nobj = 1, nword = 1, nptr = 0;
	if (cls) {
		npage = class_pages(cls);
		nobj = npage * TU_PAGE / size;
		nword = (nobj + 63) / 64;
		if (!noscan && size <= TU_MAX_BITMAP_OBJ)
			nptr = npage * TU_PAGE / 8 / 64;
	}
	uintptr_t start = tu__pages_alloc(npage, &zeroed);
	if (!start)
		return NULL;
	/* Free pages that still cost memory go back before the limit is passed. */
	int64_t over = (h->pages_inuse + h->pages_free - h->pages_clean) * TU_PAGE - h->limit;
	if (TU_UNLIKELY(over > 0))
		(void)tu__pages_scavenge(over + (1 << 20));
	if (TU_UNLIKELY(over > 0) && (h->pages_inuse + h->pages_free - h->pages_clean) * TU_PAGE > h->hard)
		tu__gc_hard_limit((h->pages_inuse + h->pages_free - h->pages_clean) * TU_PAGE);
	int64_t meta = ((int64_t)sizeof(Span) + (3 * nword + nptr) * 8 + META_STEP - 1) & -(int64_t)META_STEP;
	tu__lock(&h->lock);
	Span *s = meta_take(meta);
	if (!index_free)
		index_free = tu__os_alloc(h->reserved / TU_PAGE * 4);
	s->index = h->nspan_free_index ? index_free[--h->nspan_free_index] : h->nspan++;
	h->spans[s->index] = s;
	tu__unlock(&h->lock);
	s->meta_nbyte = (uint32_t)meta;
	s->start = start;
	s->npage = (uint32_t)npage;
	s->nbyte = (uint64_t)(npage * TU_PAGE);
	s->size = (uint32_t)size;
	s->obj_nbyte = cls ? (uint64_t)size : (uint64_t)(npage * TU_PAGE);
	s->nobj = (uint32_t)nobj;
	s->cls = (uint8_t)cls;
	s->noscan = noscan;
	s->needzero = !zeroed;
	s->nword = (uint32_t)nword;
	s->magic = cls ? (((uint64_t)1 << 40) + (uint64_t)size - 1) / (uint64_t)size : 0;
	s->mark = (uint64_t *)(s + 1);
	s->alloc = s->mark + 2 * nword;
	s->ptrs = nptr ? s->alloc + nword : NULL;
	if (cls && nobj % 64)           /* slots that do not exist look allocated */
		s->alloc[nword - 1] = ~(uint64_t)0 << (nobj % 64);
	s->state = SPAN_CACHED;
	uint64_t first = (start - h->base) >> TU_PAGE_SHIFT;
	for (int64_t i = 0; i < npage; i++)
		__atomic_store_n(&h->pages[first + (uint64_t)i], s, __ATOMIC_RELEASE);
	return s;
}

void tu__span_free(Span *s)
{
	TuHeap *h = &tu__heap;
	uint64_t first = (s->start - h->base) >> TU_PAGE_SHIFT;
	for (uint64_t i = 0; i < s->npage; i++)
		h->pages[first + i] = NULL;
	tu__pages_free(s->start, s->npage);
	tu__lock(&h->lock);
	h->spans[s->index] = NULL;
	index_free[h->nspan_free_index++] = s->index;
	h->meta_inuse_nbyte -= s->meta_nbyte;
	void **link = (void **)s;
	int64_t slot = s->meta_nbyte / META_STEP;
	*link = meta_free[slot];
	meta_free[slot] = link;
	tu__unlock(&h->lock);
}

/* ---- sweeping ------------------------------------------------------------------------------------------------------------ */

/* TUCODEBUG=poison=1: whoever still uses a freed object reads this. */
static void poison_freed(Span *s)
{
	for (uint64_t i = 0; i < s->nobj; i++) {
		uint64_t bit = (uint64_t)1 << (i & 63);
		if ((s->alloc[i >> 6] & bit) && !((s->mark[i >> 6 << 1] | s->mark[(i >> 6 << 1) + 1]) & bit)) {
			uint64_t *p = (uint64_t *)(s->start + i * s->size);
			for (uint32_t k = 0; k < s->size / 8; k++)
				p[k] = 0xdeaddeaddeaddeadu;
		}
	}
}

void tu__sweep_span(Span *s)
{
	TuHeap *h = &tu__heap;
	if (TU_UNLIKELY(tu__sample_live))
		tu__sample_sweep(s);
	if (s->cls == 0) {
		if ((s->mark[0] | s->mark[1]) & 1) {
			s->mark[0] = s->mark[1] = 0;
			tu__lock(&h->large_lock);
			s->state = SPAN_FULL;
			tu__list_add(&h->large, s);
			tu__unlock(&h->large_lock);
			return;
		}
		if (h->poison)
			__builtin_memset((void *)s->start, 0xde, s->nbyte);
		tu__lock(&h->large_lock);
		h->large_nfree++;
		h->large_free_nbyte += s->nbyte;
		tu__unlock(&h->large_lock);
		tu__span_free(s);
		return;
	}
	uint64_t before = 0, live = 0, tail = s->nobj % 64 ? ~(uint64_t)0 << (s->nobj % 64) : 0;
	uint32_t nword = s->nword;
	if (h->poison)
		poison_freed(s);
	s->alloc[nword - 1] &= ~tail;
	for (uint32_t i = 0; i < nword; i++) {
		uint64_t m = s->mark[2 * i] | s->mark[2 * i + 1];
		before += (uint64_t)tu__popcount(s->alloc[i]);
		live += (uint64_t)tu__popcount(m);
		s->alloc[i] = m;
		s->mark[2 * i] = s->mark[2 * i + 1] = 0;
	}
	s->alloc[nword - 1] |= tail;
	s->needzero = 1;
	s->word = 0;
	Central *c = &h->central[s->cls * 2 + s->noscan];
	tu__lock(&c->lock);
	c->nfree += before - live;
	if (live) {
		uint8_t full = live == s->nobj;
		s->state = full ? SPAN_FULL : SPAN_PARTIAL;
		tu__list_add(full ? &c->full : &c->partial, s);
	}
	tu__unlock(&c->lock);
	if (!live)
		tu__span_free(s);
}

static Span *take_unswept(SpanList *l, TuLock *lock)
{
	if (!__atomic_load_n(&l->head, __ATOMIC_RELAXED))
		return NULL;
	tu__lock(lock);
	Span *s = tu__list_take(l);
	if (s) {
		s->state = SPAN_SWEEPING;
		__atomic_fetch_sub(&tu__heap.unswept_n, 1, __ATOMIC_RELAXED);
	}
	tu__unlock(lock);
	return s;
}

int64_t tu__sweep_some(int64_t n)
{
	TuHeap *h = &tu__heap;
	int64_t done = 0;
	Span *s;
	while (done < n && (s = take_unswept(&h->large_unswept, &h->large_lock)) != NULL) {
		tu__sweep_span(s);
		done++;
	}
	for (int32_t i = 0; done < n && i < 2 * TU_NCLASS; i++)
		while (done < n && (s = take_unswept(&h->central[i].unswept, &h->central[i].lock)) != NULL) {
			tu__sweep_span(s);
			done++;
		}
	return done;
}

void tu__sweep_all(void)
{
	while (tu__sweep_some(1 << 20))
		;
}

void tu__sweep_start_stw(void)
{
	TuHeap *h = &tu__heap;
	int64_t n = 0;
	for (int32_t i = 0; i < 2 * TU_NCLASS; i++) {
		Central *c = &h->central[i];
		tu__list_join(&c->unswept, &c->partial);
		tu__list_join(&c->unswept, &c->full);
		n += c->unswept.n;
	}
	tu__list_join(&h->large_unswept, &h->large);
	n += h->large_unswept.n;
	__atomic_store_n(&h->unswept_n, n, __ATOMIC_RELAXED);
}

/* ---- central lists ---------------------------------------------------------------------------------------------------------- */

Span *tu__central_take(uint32_t ci)
{
	TuHeap *h = &tu__heap;
	Central *c = &h->central[ci];
	Span *s;
	for (;;) {
		tu__lock(&c->lock);
		s = tu__list_take(&c->partial);
		if (s) {
			s->state = SPAN_CACHED;
			tu__unlock(&c->lock);
			s->word = 0;
			return s;
		}
		tu__unlock(&c->lock);
		s = take_unswept(&c->unswept, &c->lock);
		if (!s)
			break;
		tu__sweep_span(s);      /* lands on partial when it has room; wholly free spans go back to the pages */
	}
	/* Before the heap grows, let other classes give pages back: an eighth of a megabyte of spans for each new one. */
	if (__atomic_load_n(&h->unswept_n, __ATOMIC_RELAXED) > 0)
		(void)tu__sweep_some(8);
	return tu__span_new(ci >> 1, ci & 1, 0);
}

void tu__central_give(Span *s)
{
	Central *c = &tu__heap.central[s->cls * 2 + s->noscan];
	uint8_t full = 1;
	for (uint32_t i = 0; i < s->nword && full; i++)
		full = s->alloc[i] == ~(uint64_t)0;
	tu__lock(&c->lock);
	s->state = full ? SPAN_FULL : SPAN_PARTIAL;
	tu__list_add(full ? &c->full : &c->partial, s);
	tu__unlock(&c->lock);
}
#endif
