/* heap.h: pages, spans, objects.
 *
 * One reserved range of addresses holds the heap; it is committed in chunks of 64 MB. A span is a run of 8 KB pages that holds
 * either objects of one size class (32 KB and more) or one large object. All metadata lives outside the pages:
 *   page table   page number -> span, for every page of a span in use (base lookup of any interior pointer)
 *   Span         with bitmaps behind it: mark and born, word by word in turn (reached in this cycle; allocated since it began),
 *                alloc (slot is allocated or claimed by a cache), ptrs (word may hold a pointer; spans of pointerful classes up
 *                to 512 bytes). Born is written by the owner of the cache, mark by markers only: a lone marker needs no atomics
 * Pointerful objects above 512 bytes keep their element type in the last word of their slot (Go keeps a word there too, so
 * capacities agree); large objects keep it in the span. A NULL type means: not initialised yet, or pointer-free.
 *
 * Invariants, world stopped and caches flushed:
 *   popcount(alloc) = live + not yet swept objects;  mark and born are zero outside a cycle once the span is swept
 *   every span in use is on exactly one list of its class (partial, full, unswept) or owned by one cache or sweeper
 * Locks, in order: central (one per class), then heap.lock. Both are taken on the M stack only, or with m->locks held. */
#ifndef TUCO_HEAP_H
#define TUCO_HEAP_H
#include "runtime/base/rt.h"

#define TU_PAGE_SHIFT 13
#define TU_PAGE ((int64_t)1 << TU_PAGE_SHIFT)
#define TU_CHUNK_SHIFT 26
#define TU_CHUNK ((int64_t)1 << TU_CHUNK_SHIFT)
#define TU_CHUNK_PAGES (TU_CHUNK / TU_PAGE)
#define TU_MAX_SMALL 32768
#define TU_NCLASS 68            /* class 0 is not used */
#define TU_MAX_BITMAP_OBJ 512   /* larger pointerful objects carry their type */

extern const uint16_t tu__class_size[TU_NCLASS];        /* 32768 is the last */
extern uint8_t tu__class_of8[1024 / 8 + 1];             /* (n + 7) / 8 -> class, n <= 1024 */
extern uint8_t tu__class_of128[(TU_MAX_SMALL - 1024) / 128 + 1];
void tu__class_init(void);
static inline uint32_t tu__class_for(int64_t n)         /* 0 < n <= TU_MAX_SMALL */
{
	return n <= 1024 ? tu__class_of8[(n + 7) >> 3] : tu__class_of128[(n - 1024 + 127) >> 7];
}
/* The usable size of the block that a request for n bytes gets: what cap() shows. */
int64_t tu__round_size(int64_t n, uint8_t noscan);

/* Without -mpopcnt gcc calls libgcc's table for this. */
static inline int64_t tu__popcount(uint64_t x)
{
	x -= x >> 1 & 0x5555555555555555u;
	x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
	return (int64_t)(((x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fu) * 0x0101010101010101u >> 56);
}

typedef struct Span Span;
enum { SPAN_CACHED, SPAN_PARTIAL, SPAN_FULL, SPAN_UNSWEPT, SPAN_SWEEPING, SPAN_LARGE_NEW };
struct Span {
	uintptr_t start;
	uint64_t magic;         /* ceil(2^40 / size): index = offset * magic >> 40 */
	uint64_t *mark;         /* word i of mark at 2 * i, of born at 2 * i + 1 */
	uint64_t *ptrs;         /* NULL: pointer-free, or type in the slot or in the span */
	uint64_t obj_nbyte;     /* size, or nbyte of a large object's span */
	uint32_t size;          /* of a slot; 0: large */
	uint32_t nobj;
	uint8_t cls;            /* size class, 0 for large */
	uint8_t noscan;
	uint8_t needzero;
	uint8_t state;
	uint32_t nword;         /* words of mark and alloc */
	const TuType *type;     /* large: element type; NULL: pointer-free or not initialised */
	/* second cache line: not needed for marking */
	uint64_t *alloc;
	Span *next, *prev;
	uint64_t nbyte;         /* pages * 8 KB */
	uint64_t large_nbyte;   /* requested bytes of a large object, rounded to 8 */
	uint32_t npage;
	uint32_t meta_nbyte;
	uint32_t word;          /* where its cache continues */
	uint32_t queued;        /* owner: marker, span waits in the block queue */
	uint32_t index;         /* in heap.spans */
	uint32_t nspecial;      /* finalizers, cleanups, weak handles on its objects */
};

typedef struct { Span *head, *tail; int64_t n; } SpanList;
typedef struct {
	TuLock lock;
	SpanList partial, full, unswept;
	uint64_t nfree;         /* objects swept away, ever */
	uint64_t nalloc;        /* objects allocated, as far as caches have reported */
} __attribute__((aligned(64))) Central;

typedef struct {                /* one chunk of TU_CHUNK bytes */
	uint64_t used[TU_CHUNK_PAGES / 64];
	uint64_t clean[TU_CHUNK_PAGES / 64];    /* free page known to be zero and not resident */
	int32_t first_free;     /* no free page below */
	int32_t max_run;        /* no free run longer than this */
	int32_t nfree;
	int32_t nclean;
	int64_t committed;      /* pages readable, from the start */
} Chunk;

typedef struct {
	uintptr_t base;
	uint64_t span_nbyte;    /* base + span_nbyte: end of the chunks in use; addresses beyond are not heap */
	Span **pages;           /* page table */
	int64_t reserved;
	Chunk **chunk;
	int32_t nchunk, max_chunk;
	TuLock lock;            /* page allocator, span metadata, heap.spans */
	Span **spans;           /* every span, by index */
	uint32_t nspan, nspan_free_index;
	int64_t pages_inuse, pages_free, pages_clean;
	int64_t pages_scav_total;
	int64_t meta_nbyte, meta_inuse_nbyte;
	uint64_t large_nalloc, large_nfree, large_alloc_nbyte, large_free_nbyte;
	uint64_t tiny_nalloc;
	SpanList large, large_unswept;
	TuLock large_lock;
	Central central[2 * TU_NCLASS];         /* class * 2 + noscan */
	int64_t live __attribute__((aligned(64)));      /* atomic: marked in the last cycle + allocated since */
	int64_t trigger;        /* start a cycle when live reaches it */
	int64_t limit;          /* resident pages should stay below; INT64_MAX: no limit */
	int64_t hard;           /* resident pages beyond this are fatal */
	int64_t unswept_n;      /* atomic: spans waiting to be swept */
	int64_t sweep_freed_nbyte;
	uint8_t stress_on, poison;
	int64_t stress_n, stress_left;
} TuHeap;
extern TuHeap tu__heap;

#ifdef TUCO_GC_BOEHM
uint8_t tu__in_heap(const void *p);
#else
static inline uint8_t tu__in_heap(const void *p) { return (uintptr_t)p - tu__heap.base < tu__heap.span_nbyte; }
#endif
/* Span of any address inside a block in use, else NULL. */
static inline Span *tu__span_of(uintptr_t p)
{
	uintptr_t off = p - tu__heap.base;
	return off < tu__heap.span_nbyte ? tu__heap.pages[off >> TU_PAGE_SHIFT] : NULL;
}
static inline uint64_t tu__span_index(const Span *s, uintptr_t p) { return ((p - s->start) * s->magic) >> 40; }
static inline uintptr_t tu__slot_type_addr(const Span *s, uintptr_t obj) { return obj + s->size - 8; }

/* One P's cache: per class the free slots of one 64-slot word of one span. */
typedef struct {
	uint64_t bits;          /* free slots */
	uintptr_t base;         /* of slot 0 of the word */
	uint64_t *ptrs;         /* pointer bits of that slot; meaningless for spans without */
	Span *span;
	uint64_t size;
} CacheSlot;
typedef struct TuHeapCache {
	CacheSlot slot[2 * TU_NCLASS];
	uintptr_t tiny;         /* next free byte of the tiny block, 0: none */
	uintptr_t tiny_end;
	uint64_t ntiny;
	int64_t live_add;       /* claimed bytes not yet added to heap.live */
	uint64_t nclaim[2 * TU_NCLASS];         /* objects claimed - returned since the last report */
	int64_t next_sample[2 * TU_NCLASS];     /* bytes before the next sample of the heap profile; 0: not drawn yet. [0]: large objects */
	uint8_t sampled;        /* the slot just claimed is to be recorded */
	void *gc[4];            /* owner: gc (barrier buffer) */
} TuHeapCache;

/* ---- page allocator (pages.c) ------------------------------------------------------------------------------------ */
/* First fit by address; zeroed tells whether all pages are known to be zero. NULL: no memory. Locks heap.lock itself. */
uintptr_t tu__pages_alloc(int64_t npage, uint8_t *zeroed);
void tu__pages_free(uintptr_t p, int64_t npage);
/* Returns up to nbyte of free pages to the kernel, highest addresses first; bytes given back. */
int64_t tu__pages_scavenge(int64_t nbyte);
void tu__pages_init(void);

/* ---- spans (span.c) ------------------------------------------------------------------------------------------------ */
Span *tu__span_new(uint32_t cls, uint8_t noscan, int64_t npage);        /* cls 0: large. NULL: no memory */
void tu__span_free(Span *s);            /* pages and metadata; on no list */
void tu__list_add(SpanList *l, Span *s);
void tu__list_del(SpanList *l, Span *s);
Span *tu__list_take(SpanList *l);
void tu__list_join(SpanList *to, SpanList *from);
/* A span of the class with a free slot for a cache; sweeps or makes one. M stack. NULL: no memory. */
Span *tu__central_take(uint32_t ci);
void tu__central_give(Span *s);         /* from a cache */
/* Sweeps one span that the caller took off its list (state SPAN_SWEEPING); puts it on a list or frees it. */
void tu__sweep_span(Span *s);
/* Sweeps up to n spans of any class; number swept. */
int64_t tu__sweep_some(int64_t n);
void tu__sweep_all(void);
/* World stopped, caches flushed, everything marked: all spans wait for the sweeper. */
void tu__sweep_start_stw(void);

/* ---- objects (malloc.c) ---------------------------------------------------------------------------------------------- */
void *tu__alloc_bytes(int64_t n);       /* pointer-free, content unspecified */
void *tu__alloc_typed(int64_t nbyte, const TuType *elem);       /* zeroed; elem repeats; elem may be pointer-free */
/* Gives a large object back at once (tables of maps). Does nothing when that is not safe now. */
void tu__free_large(void *p);
/* Base and slot size of the object that p points into; 0 when p is not in an allocated object. */
uintptr_t tu__object_base(uintptr_t p, int64_t *nbyte);

extern const uint64_t tu__small_words[256];     /* static cells for boxed small values and one-byte strings (val/iface.c) */
extern const uint8_t tu__zero_area[1024];
extern const TuType tu__word_type;              /* one word that may be a pointer */

/* ---- statistics (stats.c) ------------------------------------------------------------------------------------------- */
typedef struct {
	uint64_t alloc_nbyte, total_nbyte, nmalloc, nfree;
	uint64_t inuse_nbyte, idle_nbyte, released_nbyte, sys_nbyte;
	uint64_t span_inuse_nbyte, span_sys_nbyte, cache_inuse_nbyte;
	uint64_t by_class_alloc[TU_NCLASS], by_class_free[TU_NCLASS];
} HeapStats;
void tu__heap_stats_stw(HeapStats *out);        /* world stopped or single-threaded */
void tu__heap_check_stw(void);                  /* walks everything, throws on the first broken invariant */

/* Called by malloc.c when live passed the trigger, on a goroutine stack or inside tu__on_m, holding nothing. */
void tu__gc_trigger(void);
TU_NORETURN void tu__gc_hard_limit(int64_t resident);   /* TUCOMEMHARD */
#endif
