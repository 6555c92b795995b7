/* malloc.c: allocation of objects.
 *
 * Fast path: take the lowest set bit of the cached word of free slots. It contains no call, so it has no safepoint: from the
 * claim of a slot to the setting of its pointer bits the goroutine keeps its P. When the word is used up, claim() takes the
 * next word of the same span (still no lock); when the span is used up, refill() swaps spans on the M stack.
 * A claimed word is marked as allocated as a whole; tu__heap_p_flush gives back what was not used.
 * While a cycle marks, claimed slots are born marked. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"
#include "runtime/heap/sample.h"
#include "runtime/val/val.h"
#include "runtime/race/race.h"
#include <emmintrin.h>

static const uint8_t one_bit[1] = { 1 };
const TuType tu__word_type = {
	.size = 8, .ptr_nbyte = 8, .kind = TK_UNSAFEPTR, .flags = TF_DIRECT | TF_MEMEQ | TF_COMPARABLE | TF_NOHASHPANIC,
	.align = 8, .field_align = 8, .ptrmask = one_bit, .eq = tu_eq_64, .hash_fn = tu_hash_64, .str = { (const uint8_t *)"unsafe.Pointer", 14 }
};
static Span no_span;            /* never has a free word */

static inline __attribute__((always_inline)) TuHeapCache *my_cache(void)
{
	return tu__m()->p->cache;
}

static inline __attribute__((always_inline)) uint8_t claim(TuHeapCache *c, uint32_t ci)
{
	CacheSlot *cs = &c->slot[ci];
	Span *s = cs->span;
	while (s->word < s->nword) {
		uint32_t w = s->word;
		uint64_t free = ~s->alloc[w];
		if (!free) {
			s->word++;
			continue;
		}
		if (TU_UNLIKELY(tu__heap.stress_on))
			free &= -free;  /* one at a time, so that every allocation comes through the slow path */
		int64_t k = tu__popcount(free);
		if (TU_UNLIKELY(c->next_sample[ci] < k * s->size)) {
			free = tu__sample_cut(c, ci, free, s->size);
			k = tu__popcount(free);
		}
		c->next_sample[ci] -= k * s->size;
		s->alloc[w] |= free;
		s->word += s->alloc[w] == ~(uint64_t)0;
		if (TU_UNLIKELY(tu_gc_marking))
			s->mark[2 * w + 1] |= free;
		cs->bits = free;
		cs->base = s->start + (uint64_t)w * 64 * s->size;
#ifdef TUCO_RACE
		for (uint64_t b = free; b; b &= b - 1)
			tu__race_fresh(cs->base + (uint64_t)__builtin_ctzll(b) * s->size, s->size);
#endif
		cs->ptrs = s->ptrs + (uint64_t)w * (s->size / 8);
		c->nclaim[ci] += (uint64_t)k;
		c->live_add += k * s->size;
		return 1;
	}
	return 0;
}

static TU_NORETURN void out_of_memory(int64_t n)
{
	tu__print("runtime: out of memory: cannot allocate ");
	tu__print_int(n);
	tu__print("-byte block\n");
	tu__throw("out of memory");
}

static void refill_on_m(void *arg)
{
	uint32_t ci = *(uint32_t *)arg;
	TuHeapCache *c = my_cache();
	CacheSlot *cs = &c->slot[ci];
	if (cs->span->word < cs->span->nword)
		return;                 /* came back on another P, whose span has room */
	Span *old = cs->span;
	cs->span = &no_span;
	if (old != &no_span)
		tu__central_give(old);
	Span *s = tu__central_take(ci);
	if (!s)
		out_of_memory(tu__class_size[ci >> 1]);
	cs->size = s->size;
	cs->span = s;
}

/* Reports what this P claimed; 1 when a collection is due. */
static inline uint8_t report(TuHeapCache *c)
{
	int64_t live = __atomic_add_fetch(&tu__heap.live, c->live_add, __ATOMIC_RELAXED);
	c->live_add = 0;
	return live >= __atomic_load_n(&tu__heap.trigger, __ATOMIC_RELAXED);
}

static void maybe_collect(uint8_t due)
{
	if (TU_UNLIKELY(tu__heap.stress_on) && tu__heap.stress_n > 0 && __atomic_sub_fetch(&tu__heap.stress_left, 1, __ATOMIC_RELAXED) <= 0) {
		tu__heap.stress_left = tu__heap.stress_n;
		due = 1;
	}
	if (TU_UNLIKELY(due) && !tu__is_on_m() && tu__m()->locks == 0)
		tu__gc_trigger();
}

/* The slot comes from the P that is current at return; nothing after the claim can be a safepoint. */
static TU_NOINLINE uintptr_t small_slow(uint32_t ci)
{
	uint8_t asked = 0;
	for (;;) {
		TuM *m = tu__m();
		m->locks++;
		TuHeapCache *c = m->p->cache;
		uint8_t due = c->live_add >= 65536 ? report(c) : 0;
		if (TU_UNLIKELY((due || tu__heap.stress_on) && !asked)) {
			m->locks--;
			asked = 1;      /* once, or a P with a hot neighbour would collect for ever */
			maybe_collect(due);
			continue;
		}
		CacheSlot *cs = &c->slot[ci];
		if (cs->bits || claim(c, ci)) {
			uintptr_t p = cs->base + (uint64_t)__builtin_ctzll(cs->bits) * cs->size;
			cs->bits &= cs->bits - 1;
			if (TU_UNLIKELY(c->sampled)) {
				c->sampled = 0;
				tu__sample_record(p, (int64_t)cs->size, __builtin_frame_address(0));
			}
			m->locks--;
			return p;
		}
		m->locks--;
		tu__on_m(refill_on_m, &ci);
	}
}

static inline __attribute__((always_inline)) uintptr_t take_slot(uint32_t ci)
{
	CacheSlot *cs = &my_cache()->slot[ci];
	uint64_t b = cs->bits;
	if (TU_UNLIKELY(!b))
		return small_slow(ci);
	cs->bits = b & (b - 1);
	return cs->base + (uint64_t)__builtin_ctzll(b) * cs->size;
}

static inline __attribute__((always_inline)) void zero_small(uintptr_t p, int64_t n)
{
	/* n rounded up to 8; slots are at least that long */
	__m128i z = _mm_setzero_si128();
	if (n <= 16) {
		*(uint64_t *)p = 0;
		if (n > 8)
			*(uint64_t *)(p + 8) = 0;
		return;
	}
	if (n <= 32) {
		_mm_storeu_si128((__m128i *)p, z);
		_mm_storeu_si128((__m128i *)(p + n - 16), z);
		return;
	}
	if (n <= 256) {
		int64_t i = 0;
		for (; i + 16 < n; i += 16)
			_mm_storeu_si128((__m128i *)(p + (uint64_t)i), z);
		_mm_storeu_si128((__m128i *)(p + (uint64_t)n - 16), z);
		return;
	}
	__builtin_memset((void *)p, 0, (size_t)n);
}

static inline __attribute__((always_inline)) void set_ptr_bits(const Span *s, uintptr_t p, uint64_t bits)
{
	uint64_t w = (p - s->start) >> 3, nw = s->size >> 3, sh = w & 63, m = ~(uint64_t)0 >> (64 - nw);
	uint64_t *q = s->ptrs + (w >> 6);
	q[0] = (q[0] & ~(m << sh)) | bits << sh;
	if (sh + nw > 64)
		q[1] = (q[1] & ~(m >> (64 - sh))) | bits >> (64 - sh);
}

/* Mask of a type whose pointers end within 64 words. */
static inline __attribute__((always_inline)) uint64_t mask_bits(const uint8_t *mask, int64_t ptr_nbyte)
{
	uint64_t bits = mask[0];
	for (int64_t i = 1; i * 64 < ptr_nbyte; i++)
		bits |= (uint64_t)mask[i] << (i * 8);
	return bits;
}

/* ---- tiny: pointer-free objects below 16 bytes share blocks ------------------------------------------------------------- */

static TU_NOINLINE uintptr_t tiny_slow(int64_t n)
{
	uintptr_t p = take_slot(2 * 2 + 1);
	TuHeapCache *c = my_cache();    /* take_slot's P: no safepoint since */
	((uint64_t *)p)[0] = ((uint64_t *)p)[1] = 0;
	c->tiny = p + (uint64_t)n;
	c->tiny_end = p + 16;
	return p;
}

static inline __attribute__((always_inline)) uintptr_t tiny_alloc(int64_t n, uintptr_t align)
{
	TuHeapCache *c = my_cache();
	uintptr_t p = (c->tiny + align - 1) & -align;
	if (p + (uint64_t)n > c->tiny_end || TU_UNLIKELY(tu__heap.stress_on))
		return tiny_slow(n);
	c->tiny = p + (uint64_t)n;
	c->ntiny++;
	return p;
}

/* ---- large ------------------------------------------------------------------------------------------------------------------ */

typedef struct { int64_t n; const TuType *type; uint8_t zero; uintptr_t p; void *frame; } LargeReq;

static void large_on_m(void *arg)
{
	LargeReq *r = arg;
	TuHeap *h = &tu__heap;
	int64_t npage = (r->n + TU_PAGE - 1) >> TU_PAGE_SHIFT;
	/* Sweeping first keeps the heap from growing over garbage that is already known. */
	if (__atomic_load_n(&h->unswept_n, __ATOMIC_RELAXED) > 0)
		(void)tu__sweep_some(16 + npage / 4);
	Span *s = tu__span_new(0, r->type == NULL, npage);
	if (!s)
		out_of_memory(r->n);
	if (r->zero && s->needzero)
		__builtin_memset((void *)s->start, 0, (size_t)r->n);
	else if (r->type && s->needzero)
		__builtin_memset((void *)s->start, 0, (size_t)r->n);
	s->large_nbyte = (uint64_t)(r->n + 7) & ~(uint64_t)7;
	s->alloc[0] = 1;
	s->mark[1] = tu_gc_marking ? 1 : 0;
	s->type = r->type;
	TU_RACE(tu__race_fresh(s->start, s->nbyte));
	s->state = SPAN_FULL;
	tu__lock(&h->large_lock);
	h->large_nalloc++;
	h->large_alloc_nbyte += s->nbyte;
	tu__list_add(&h->large, s);
	tu__unlock(&h->large_lock);
	__atomic_fetch_add(&h->live, (int64_t)s->nbyte, __ATOMIC_RELAXED);
	r->p = s->start;
	if (TU_UNLIKELY(tu__sample_large(my_cache(), (int64_t)s->nbyte)))
		tu__sample_record(s->start, (int64_t)s->nbyte, r->frame);
}

static TU_NOINLINE void *large_alloc(int64_t n, const TuType *type, uint8_t zero)
{
	LargeReq r = { n, type && type->ptr_nbyte ? type : NULL, zero, 0, __builtin_frame_address(0) };
	if (n > tu__heap.reserved)
		out_of_memory(n);
	int64_t live = __atomic_load_n(&tu__heap.live, __ATOMIC_RELAXED);
	maybe_collect(live + n >= __atomic_load_n(&tu__heap.trigger, __ATOMIC_RELAXED));
	tu__on_m(large_on_m, &r);
	return (void *)r.p;
}

static void free_large_on_m(void *arg)
{
	TuHeap *h = &tu__heap;
	Span *s = arg;
	tu__lock(&h->large_lock);
	if (s->state != SPAN_FULL || __atomic_load_n(&h->unswept_n, __ATOMIC_RELAXED) > 0 || tu_gc_marking || s->nspecial) {
		tu__unlock(&h->large_lock);
		return;
	}
	tu__list_del(&h->large, s);
	h->large_nfree++;
	h->large_free_nbyte += s->nbyte;
	tu__unlock(&h->large_lock);
	if (TU_UNLIKELY(tu__sample_live))
		tu__sample_sweep(s);
	__atomic_fetch_sub(&h->live, (int64_t)s->nbyte, __ATOMIC_RELAXED);
	tu__span_free(s);
}

void tu__free_large(void *p)
{
	Span *s = tu__span_of((uintptr_t)p);
	if (s && s->cls == 0 && s->start == (uintptr_t)p)
		tu__on_m(free_large_on_m, s);
}

/* ---- entry points ------------------------------------------------------------------------------------------------------------- */

/* 512 < n, pointerful, or anything above 32 KB. */
static TU_NOINLINE void *big_typed(int64_t n, const TuType *elem, uint8_t zero)
{
	if (elem->ptr_nbyte == 0) {
		if (n > TU_MAX_SMALL)
			return large_alloc(n, NULL, zero);
		uintptr_t p = take_slot(tu__class_for(n) * 2 + 1);
		if (zero && tu__span_of(p)->needzero)
			__builtin_memset((void *)p, 0, (size_t)n);
		return (void *)p;
	}
	if (n + 8 > TU_MAX_SMALL)
		return large_alloc(n, elem, 1);
	uintptr_t p = take_slot(tu__class_for(n + 8) * 2);
	Span *s = tu__span_of(p);
	/* The whole slot: the collector walks it in steps of elem up to the type word. */
	if (s->needzero)
		__builtin_memset((void *)p, 0, s->size);
	*(const TuType **)tu__slot_type_addr(s, p) = elem;
	return (void *)p;
}

static inline __attribute__((always_inline)) void *new_object(const TuType *t, uint8_t zero)
{
	int64_t n = t->size;
	if (TU_UNLIKELY((uint64_t)(n - 1) >= TU_MAX_BITMAP_OBJ))
		return n == 0 ? (void *)tu__zero_area : big_typed(n, t, zero);
	int64_t ptr = t->ptr_nbyte;
	if (ptr == 0) {
		if (n < 16)
			return (void *)tiny_alloc(n, t->align);
		uintptr_t p = take_slot((uint32_t)tu__class_of8[(n + 7) >> 3] * 2 + 1);
		if (zero)
			zero_small(p, (n + 7) & -8);
		return (void *)p;
	}
	uint64_t bits = mask_bits(t->ptrmask, ptr);
	uint32_t ci = (uint32_t)tu__class_of8[(n + 7) >> 3] * 2;
	uintptr_t p = take_slot(ci);
	Span *s = my_cache()->slot[ci].span;    /* of the same P: nothing since take_slot can stop us */
	set_ptr_bits(s, p, bits);
	if (zero)
		zero_small(p, (n + 7) & -8);
	return (void *)p;
}

TU_NOSPLIT void *tu_new(const TuType *t) { return new_object(t, 1); }
TU_NOSPLIT void *tu_new_noinit(const TuType *t) { return new_object(t, 0); }

/* Sizes known when the program was compiled. Everything folds to constants; size is that of the class. The loop over p's two words at
 * most is one store unless size does not divide 512. */
static inline __attribute__((always_inline)) void *new_const(uint32_t ci, uint64_t size, uint64_t bits)
{
	CacheSlot *cs = &my_cache()->slot[ci];
	uint64_t b = cs->bits, i;
	uintptr_t p;
	if (TU_UNLIKELY(!b)) {
		p = small_slow(ci);
		cs = &my_cache()->slot[ci];     /* of the same P: nothing since small_slow can stop us */
		i = (p - cs->base) / size;
	} else {
		cs->bits = b & (b - 1);
		i = (uint64_t)__builtin_ctzll(b);
		p = cs->base + i * size;
	}
	if (!(ci & 1)) {
		uint64_t nw = size / 8, at = i * nw, sh = at & 63, m = ~(uint64_t)0 >> (64 - nw), *q = cs->ptrs + (at >> 6);
		q[0] = (q[0] & ~(m << sh)) | bits << sh;
		if (64 % nw && sh + nw > 64)
			q[1] = (q[1] & ~(m >> (64 - sh))) | bits >> (64 - sh);
	}
	uint64_t k = 0;
	for (; k + 16 <= size; k += 16)
		_mm_storeu_si128((__m128i *)(p + k), _mm_setzero_si128());
	if (k < size)
		*(uint64_t *)(p + k) = 0;
	return (void *)p;
}
#define NEW_CONST(SIZE, CLASS)                                                                            \
	TU_NOSPLIT void *tu_new_p##SIZE(uint64_t bits) { return new_const(CLASS * 2, SIZE, bits); }       \
	TU_NOSPLIT void *tu_new_n##SIZE(void) { return new_const(CLASS * 2 + 1, SIZE, 0); }
NEW_CONST(8, 1)
NEW_CONST(16, 2)
NEW_CONST(24, 3)
NEW_CONST(32, 4)
NEW_CONST(48, 5)
NEW_CONST(64, 6)
NEW_CONST(80, 7)
NEW_CONST(96, 8)
NEW_CONST(112, 9)
NEW_CONST(128, 10)

static uint64_t repeat_mask(const TuType *elem, int64_t nbyte)
{
	uint64_t bits = 0, one = mask_bits(elem->ptrmask, elem->ptr_nbyte);
	for (int64_t at = 0; at < nbyte; at += elem->size)
		bits |= one << (at / 8);
	return bits;
}

void *tu__alloc_typed(int64_t nbyte, const TuType *elem)
{
	if (nbyte == 0)
		return (void *)tu__zero_area;
	if (nbyte > TU_MAX_BITMAP_OBJ)
		return big_typed(nbyte, elem, 1);
	if (elem->ptr_nbyte == 0) {
		if (nbyte < 16)
			return (void *)tiny_alloc(nbyte, elem->align);
		uintptr_t p = take_slot((uint32_t)tu__class_of8[(nbyte + 7) >> 3] * 2 + 1);
		zero_small(p, (nbyte + 7) & -8);
		return (void *)p;
	}
	uint64_t bits = elem->size == 8 ? ~(uint64_t)0 >> (64 - nbyte / 8) : repeat_mask(elem, nbyte);
	uint32_t ci = (uint32_t)tu__class_of8[(nbyte + 7) >> 3] * 2;
	uintptr_t p = take_slot(ci);
	set_ptr_bits(my_cache()->slot[ci].span, p, bits);
	zero_small(p, (nbyte + 7) & -8);
	return (void *)p;
}

void *tu_new_array(const TuType *elem, int64_t n) { return tu__alloc_typed(elem->size * n, elem); }

TU_NOSPLIT void *tu__alloc_bytes(int64_t n)
{
	if (n < 16)
		return n <= 0 ? (void *)tu__zero_area : (void *)tiny_alloc(n, n & 7 ? 1 : 8);
	if (n <= TU_MAX_SMALL)
		return (void *)take_slot(tu__class_for(n) * 2 + 1);
	return large_alloc(n, NULL, 0);
}

/* Closures above 512 bytes are rare; each (length, mask) gets a descriptor once. */
typedef struct ClosureType { struct ClosureType *next; TuType t; } ClosureType;
static ClosureType *closure_types;
static TuLock closure_lock;

static const TuType *closure_type(int64_t n, const uint8_t *mask)
{
	tu__lock(&closure_lock);
	ClosureType *c = closure_types;
	while (c && (c->t.size != n || c->t.ptrmask != mask))
		c = c->next;
	if (!c) {
		c = tu__persist(sizeof *c);
		c->t.size = c->t.ptr_nbyte = n;
		c->t.align = 8;
		c->t.kind = TK_STRUCT;
		c->t.ptrmask = mask;
		c->next = closure_types;
		closure_types = c;
	}
	tu__unlock(&closure_lock);
	return &c->t;
}

TU_NOSPLIT TuClosure *tu_new_closure(int64_t nbyte, const uint8_t *ptrmask)
{
	if (TU_UNLIKELY(nbyte > TU_MAX_BITMAP_OBJ))
		return ptrmask ? tu__alloc_typed(nbyte, closure_type(nbyte, ptrmask)) : tu__alloc_bytes(nbyte);
	if (!ptrmask) {
		uintptr_t p = take_slot((uint32_t)tu__class_of8[(nbyte + 7) >> 3] * 2 + 1);
		zero_small(p, (nbyte + 7) & -8);
		return (TuClosure *)p;
	}
	uint32_t ci = (uint32_t)tu__class_of8[(nbyte + 7) >> 3] * 2;
	uintptr_t p = take_slot(ci);
	set_ptr_bits(my_cache()->slot[ci].span, p, mask_bits(ptrmask, nbyte));
	zero_small(p, (nbyte + 7) & -8);
	return (TuClosure *)p;
}

void *tu__gc_alloc_raw(int64_t nbyte, uint8_t pointers)
{
	nbyte = (nbyte + 7) & -8;
	if (pointers) {
		void *p = tu__alloc_typed(nbyte, &tu__word_type);
		if (TU_UNLIKELY(tu__gc.escapecheck))
			tu__escape_check_raw(p);
		return p;
	}
	void *p = tu__alloc_bytes(nbyte);
	__builtin_memset(p, 0, (size_t)nbyte);
	return p;
}

void *tu_unsafe_new(const TuType *t) { return tu_new(t); }
void *tu_unsafe_new_array(const TuType *t, int64_t n)
{
	int64_t nbyte;
	if (n < 0 || __builtin_mul_overflow(n, t->size, &nbyte) || nbyte > (int64_t)1 << 48)
		tu__panic_error("makeslice: len out of range");
	return tu__alloc_typed(nbyte, t);
}

uintptr_t tu__object_base(uintptr_t p, int64_t *nbyte)
{
	Span *s = tu__span_of(p);
	if (!s)
		return 0;
	if (s->cls == 0) {
		*nbyte = (int64_t)s->nbyte;
		return s->start;
	}
	uint64_t i = tu__span_index(s, p);
	if (i >= s->nobj || !(s->alloc[i >> 6] >> (i & 63) & 1))
		return 0;
	*nbyte = s->size;
	return s->start + i * s->size;
}

/* ---- caches ------------------------------------------------------------------------------------------------------------------ */

void tu__heap_p_init(TuP *p)
{
	if (p->cache)
		return;
	TuHeapCache *c = tu__persist(sizeof *c);
	for (int32_t i = 0; i < 2 * TU_NCLASS; i++) {
		c->slot[i].span = &no_span;
		c->slot[i].size = tu__class_size[i >> 1];
	}
	p->cache = c;
}

void tu__heap_p_flush(TuP *p)
{
	TuHeap *h = &tu__heap;
	TuHeapCache *c = p->cache;
	if (!c)
		return;
	c->tiny = c->tiny_end = 0;
	h->tiny_nalloc += c->ntiny;
	c->ntiny = 0;
	for (uint32_t i = 0; i < 2 * TU_NCLASS; i++) {
		CacheSlot *cs = &c->slot[i];
		Span *s = cs->span;
		if (s == &no_span)
			continue;
		uint64_t left = cs->bits, w = (cs->base - s->start) / (64 * (uint64_t)s->size);
		if (left) {
			int64_t k = tu__popcount(left);
			s->alloc[w] &= ~left;
			s->mark[2 * w + 1] &= ~left;   /* not born after all */
			s->mark[2 * w] &= ~left;        /* a stale word on a stack may have named it */
			c->nclaim[i] -= (uint64_t)k;
			c->live_add -= k * s->size;
		}
		h->central[i].nalloc += c->nclaim[i];
		c->nclaim[i] = 0;
		cs->bits = 0;
		cs->span = &no_span;
		tu__central_give(s);
	}
	h->live += c->live_add;
	c->live_add = 0;
}

void tu__heap_init(void)
{
	TuHeap *h = &tu__heap;
	tu__sample_init();
	tu__class_init();
	tu__pages_init();
	tu__hash_init();
	h->trigger = (int64_t)4 << 20;
	h->limit = h->hard = INT64_MAX;
	h->stress_n = tu__tucodebug("gcstress", tu__tucodebug("escapecheck", 0) != 0 ? 64 : 0);
	h->stress_left = h->stress_n;
	h->stress_on = h->stress_n > 0;
	h->poison = tu__tucodebug("poison", 0) != 0 || tu__godebug("clobberfree", 0) > 0;
}
#endif
