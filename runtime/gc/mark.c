/* mark.c: shading and scanning of objects.
 *
 * Grey objects wait on a local stack; a ring of a few entries between the stack and the scanner gives the prefetch of an object's
 * words time to arrive. Words come from precise slots or from stacks: both may hold anything, so each goes through the
 * page table, and only the address of a slot in use shades something. An object's base is found by multiplication. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"

#define RING 16
#define OBLET ((int64_t)128 << 10)      /* longer objects are scanned in pieces, so that others can help */

/* ---- shared work --------------------------------------------------------------------------------------------------------- */

static struct { TuLock lock; WorkBuf *full, *empty; int64_t nfull; } work;

WorkBuf *tu__work_empty(void)
{
	tu__lock(&work.lock);
	WorkBuf *b = work.empty;
	if (b)
		work.empty = b->next;
	tu__unlock(&work.lock);
	if (!b) {
		const int64_t n = 32;
		WorkBuf *more = tu__os_alloc(n * (int64_t)sizeof *more);
		tu__lock(&work.lock);
		for (int64_t i = 1; i < n; i++) {
			more[i].next = work.empty;
			work.empty = &more[i];
		}
		tu__unlock(&work.lock);
		b = more;
	}
	b->n = 0;
	b->next = NULL;
	b->raw = 0;
	return b;
}

void tu__work_give(WorkBuf *b)
{
	tu__lock(&work.lock);
	if (b->n) {
		b->next = work.full;
		work.full = b;
		__atomic_store_n(&work.nfull, work.nfull + 1, __ATOMIC_RELAXED);
	} else {
		b->next = work.empty;
		work.empty = b;
	}
	tu__unlock(&work.lock);
}

uint8_t tu__work_pending(void) { return __atomic_load_n(&work.nfull, __ATOMIC_RELAXED) > 0; }

WorkBuf *tu__work_take(void)
{
	if (!tu__work_pending())
		return NULL;
	tu__lock(&work.lock);
	WorkBuf *b = work.full;
	if (b) {
		work.full = b->next;
		__atomic_store_n(&work.nfull, work.nfull - 1, __ATOMIC_RELAXED);
	}
	tu__unlock(&work.lock);
	return b;
}

/* ---- markers ----------------------------------------------------------------------------------------------------------------- */

Marker *tu__gc_marker(void)
{
	TuP *p = tu__p();
	if (TU_UNLIKELY(!p->scratch[1]))
		p->scratch[1] = tu__persist(sizeof(Marker));
	return p->scratch[1];
}

void tu__marker_flush(Marker *w)
{
	if (w->buf && w->buf->n) {
		tu__work_give(w->buf);
		w->buf = NULL;
	}
	__atomic_fetch_add(&tu__gc.work_done, w->work_nbyte, __ATOMIC_RELAXED);
	__atomic_fetch_add(&tu__gc.mark_done_nbyte, w->marked_nbyte, __ATOMIC_RELAXED);
	w->work_nbyte = w->marked_nbyte = 0;
}

static TU_NOINLINE void push_slow(Marker *w, uintptr_t obj)
{
	if (w->buf && w->buf->n == GC_BUF) {
		tu__work_give(w->buf);
		w->buf = NULL;
	}
	if (!w->buf)
		w->buf = tu__work_empty();
	w->buf->obj[w->buf->n++] = obj;
}

static inline __attribute__((always_inline)) void push(Marker *w, uintptr_t obj)
{
	WorkBuf *b = w->buf;
	if (TU_UNLIKELY(!b || b->n == GC_BUF)) {
		push_slow(w, obj);
		return;
	}
	b->obj[b->n++] = obj;
}

/* ---- shading ------------------------------------------------------------------------------------------------------------------- */

/* What shading reads of the heap, in locals: the stores of mark bits would make gcc reload it each time. Chunks added later hold
 * only objects born marked. */
typedef struct { uintptr_t base; uint64_t nbyte; Span **pages; } View;
static inline __attribute__((always_inline)) View view(void)
{
	return (View){ tu__heap.base, __atomic_load_n(&tu__heap.span_nbyte, __ATOMIC_ACQUIRE), tu__heap.pages };
}

/* doubt: the word may be stale (stacks), so the slot must be in use. A precise slot never names a free one; should it, marking it
 * only keeps the slot until the next cycle. */
static inline __attribute__((always_inline)) void shade(Marker *w, View v, uintptr_t p, int atomic, int doubt)
{
	uintptr_t off = p - v.base;
	if (off >= v.nbyte)
		return;
	Span *s = v.pages[off >> TU_PAGE_SHIFT];
	if (TU_UNLIKELY(!s))
		return;
	uint64_t i = tu__span_index(s, p);      /* 0 for large objects: magic is 0 */
	uint64_t *word = &s->mark[i >> 6 << 1], bit = (uint64_t)1 << (i & 63);
	if (TU_UNLIKELY(i >= s->nobj))
		return;                         /* the unused tail of the span */
	if ((__atomic_load_n(word, __ATOMIC_RELAXED) | __atomic_load_n(word + 1, __ATOMIC_RELAXED)) & bit)
		return;
	if (doubt && !(s->alloc[i >> 6] & bit))
		return;
	if (atomic) {
		if (__atomic_fetch_or(word, bit, __ATOMIC_RELAXED) & bit)
			return;
	} else {
		*word |= bit;
	}
	w->marked_nbyte += (int64_t)s->obj_nbyte;
	if (s->noscan)
		return;
	uintptr_t obj = s->start + i * s->size;
	__builtin_prefetch((void *)obj);
	push(w, obj);
}

static uint8_t marks_alone(void) { return tu__world_stopped || tu__gc.exclusive; }

void tu__mark_ptr(Marker *w, uintptr_t p)
{
	if (marks_alone())
		shade(w, view(), p, 0, 1);
	else
		shade(w, view(), p, 1, 1);
}

/* Shades the words of a buffer that barriers filled, and empties it. */
static void shade_raw(Marker *w, WorkBuf *b, int atomic)
{
	View v = view();
	for (uint64_t i = 0; i < b->n; i++)
		shade(w, v, b->obj[i], atomic, 1);
	b->n = 0;
	b->raw = 0;
}

/* The word was overwritten, or must be kept for other reasons, while a cycle marks. Only markers set mark bits, so it waits in
 * a buffer of the P; a full buffer is shaded at once when no marker runs, else it goes to the shared list. */
static void remember_on_m(void *arg)
{
	Marker *w = tu__gc_marker();
	if (w->raw && w->raw->n == GC_BUF) {
		if (!tu__gc.exclusive) {
			shade_raw(w, w->raw, 1);
		} else if (tu__mark_try()) {
			shade_raw(w, w->raw, 0);
			tu__mark_unlock();
		} else {
			w->raw->raw = 1;
			tu__work_give(w->raw);
			w->raw = NULL;
		}
	}
	if (!w->raw)
		w->raw = tu__work_empty();
	w->raw->obj[w->raw->n++] = (uintptr_t)arg;
}

void tu__remember(uintptr_t p)
{
	Marker *w = tu__p()->scratch[1];
	WorkBuf *b = w ? w->raw : NULL;
	if (TU_UNLIKELY(!b || b->n == GC_BUF)) {
		tu__on_m(remember_on_m, (void *)p);
		return;
	}
	b->obj[b->n++] = p;
}

void tu__shade_remembered(Marker *w)
{
	if (w->raw && w->raw->n)
		shade_raw(w, w->raw, !marks_alone());
}

uint8_t tu__is_marked(uintptr_t p)
{
	Span *s = tu__span_of(p);
	if (!s)
		return 1;
	uint64_t i = tu__span_index(s, p);
	return i >= s->nobj || ((s->mark[i >> 6 << 1] | s->mark[(i >> 6 << 1) + 1]) >> (i & 63) & 1);
}

void tu__mark_range(Marker *w, const void *lo, const void *hi)
{
	const uintptr_t *p = (const uintptr_t *)(((uintptr_t)lo + 7) & ~(uintptr_t)7);
	View v = view();
	if (marks_alone())
		for (; (const void *)(p + 1) <= hi; p++)
			shade(w, v, __atomic_load_n(p, __ATOMIC_RELAXED), 0, 1);
	else
		for (; (const void *)(p + 1) <= hi; p++)
			shade(w, v, __atomic_load_n(p, __ATOMIC_RELAXED), 1, 1);
}

void tu__remember_range(const void *lo, const void *hi)
{
	const uintptr_t *p = (const uintptr_t *)(((uintptr_t)lo + 7) & ~(uintptr_t)7);
	for (; (const void *)(p + 1) <= hi; p++) {
		uintptr_t v = __atomic_load_n(p, __ATOMIC_RELAXED);
		if (tu__in_heap((const void *)v) && !tu__is_marked(v))
			tu__remember(v);
	}
}

/* ---- scanning -------------------------------------------------------------------------------------------------------------------- */

/* Words of [from, to) that t's mask, repeated from base, calls pointers. */
static inline __attribute__((always_inline)) void scan_typed(Marker *w, View v, uintptr_t base, uintptr_t from, uintptr_t to, const TuType *t, int atomic)
{
	while (!t->ptrmask && t->kind == TK_ARRAY)
		t = t->elem;
	uint64_t size = (uint64_t)t->size, nword = (uint64_t)t->ptr_nbyte / 8;
	const uint8_t *mask = t->ptrmask;
	if (!mask || size < 8)
		return;
	if (nword * 8 == size && (size == 8)) {
		for (const uintptr_t *p = (const uintptr_t *)from; p < (const uintptr_t *)to; p++)
			shade(w, v, __atomic_load_n(p, __ATOMIC_RELAXED), atomic, 0);
		return;
	}
	uintptr_t elem = base + (from - base) / size * size;
	for (; elem + size <= to || elem < to; elem += size) {
		for (uint64_t k = 0; k < nword; k += 8) {
			uint32_t bits = mask[k >> 3];
			while (bits) {
				uintptr_t at = elem + (k + (uint64_t)__builtin_ctz(bits)) * 8;
				bits &= bits - 1;
				if (at >= from && at < to)
					shade(w, v, __atomic_load_n((uintptr_t *)at, __ATOMIC_RELAXED), atomic, 0);
			}
		}
	}
}

static TU_NOINLINE void scan_large(Marker *w, View v, const Span *s, uintptr_t at, int atomic)
{
	const TuType *t = s->type;
	uintptr_t end = s->start + s->large_nbyte, to = at + OBLET;
	if (!t)
		return;
	if (at == s->start)             /* the first visit queues the other pieces */
		for (uintptr_t p = s->start + OBLET; p < end; p += OBLET)
			push(w, p);
	if (to > end)
		to = end;
	w->work_nbyte += (int64_t)(to - at);
	scan_typed(w, v, s->start, at, to, t, atomic);
}

static inline __attribute__((always_inline)) void scan(Marker *w, View v, uintptr_t obj, int atomic)
{
	Span *s = v.pages[(obj - v.base) >> TU_PAGE_SHIFT];
	uint64_t size = s->size;
	if (TU_LIKELY(s->ptrs != NULL)) {
		uint64_t word = (obj - s->start) >> 3, nw = size >> 3, sh = word & 63;
		const uint64_t *q = s->ptrs + (word >> 6);
		uint64_t bits = q[0] >> sh;
		if (sh + nw > 64)
			bits |= q[1] << (64 - sh);
		bits &= ~(uint64_t)0 >> (64 - nw);
		w->work_nbyte += (int64_t)size;
		while (bits) {
			shade(w, v, __atomic_load_n((uintptr_t *)obj + __builtin_ctzll(bits), __ATOMIC_RELAXED), atomic, 0);
			bits &= bits - 1;
		}
		return;
	}
	if (s->cls == 0) {
		scan_large(w, v, s, obj, atomic);
		return;
	}
	if (s->noscan)
		return;
	w->work_nbyte += (int64_t)size;
	const TuType *t = *(const TuType **)tu__slot_type_addr(s, obj);
	if (t)
		scan_typed(w, v, obj, obj, obj + (size - 8) / (uint64_t)t->size * (uint64_t)t->size, t, atomic);
}

void tu__scan_object(Marker *w, uintptr_t obj)
{
	Span *s = tu__span_of(obj);
	if (!s || s->noscan)
		return;
	if (s->cls)
		obj = s->start + tu__span_index(s, obj) * s->size;
	else
		obj = s->start;
	scan(w, view(), obj, 0);
}

static inline __attribute__((always_inline)) uint8_t drain(Marker *w, int64_t limit, int atomic)
{
	uintptr_t ring[RING];
	uint32_t head = 0, n = 0;       /* n entries from head on */
	View v = view();
	int64_t stop = limit == INT64_MAX ? INT64_MAX : w->work_nbyte + limit;
	for (;;) {
		while (n < RING) {
			WorkBuf *b = w->buf;
			if (TU_UNLIKELY(!b || b->n == 0)) {
				WorkBuf *got = tu__work_take();
				if (!got)
					break;
				if (got->raw) {
					shade_raw(w, got, atomic);
					tu__work_give(got);
					continue;
				}
				if (b)
					tu__work_give(b);
				w->buf = b = got;
			}
			uintptr_t obj = b->obj[--b->n];
			__builtin_prefetch((void *)obj);
			__builtin_prefetch((void *)(obj + 64));
			ring[(head + n++) % RING] = obj;
		}
		if (n == 0)
			return 0;
		/* Share when others are hungry and there is plenty here. */
		if (atomic && w->buf && w->buf->n > 64 && !tu__work_pending()) {
			WorkBuf *half = tu__work_empty();
			uint64_t k = w->buf->n / 2;
			__builtin_memcpy(half->obj, w->buf->obj, k * 8);
			__builtin_memmove(w->buf->obj, w->buf->obj + k, (w->buf->n - k) * 8);
			half->n = k;
			w->buf->n -= k;
			tu__work_give(half);
		}
		for (int32_t k = 0; k < 64 && n; k++) {
			uintptr_t obj = ring[head % RING];
			head++;
			n--;
			scan(w, v, obj, atomic);
			if (w->buf && w->buf->n) {
				uintptr_t next = w->buf->obj[--w->buf->n];
				__builtin_prefetch((void *)next);
				ring[(head + n++) % RING] = next;
			}
		}
		if (w->work_nbyte >= stop) {
			while (n) {
				push(w, ring[head % RING]);
				head++;
				n--;
			}
			return 1;
		}
	}
}

static TU_NOINLINE uint8_t drain_shared(Marker *w, int64_t limit) { return drain(w, limit, 1); }
static TU_NOINLINE uint8_t drain_alone(Marker *w, int64_t limit) { return drain(w, limit, 0); }

uint8_t tu__drain(Marker *w, int64_t limit)
{
	return marks_alone() ? drain_alone(w, limit) : drain_shared(w, limit);
}
#endif
