/* boehm.c: libgc behind gc.h, for bootstrap and comparison (-gc=boehm; needs glibc and libgc.a).
 *
 * Fair set-up: small objects come from per-P free lists that GC_generic_malloc_many fills a block at a time (libgc's own thread
 * caches would need every thread registered, and then libgc would stop threads by a signal that runs on 2 KB stacks); pointer-free
 * objects are atomic; marking uses libgc's parallel markers; the heap grows by GOGC as with the other collectors.
 * libgc never starts a collection by itself. The goroutine that sees the goal passed stops the world and hands the work to one
 * registered thread; the stacks of goroutines and the runtime's roots are pushed by a callback. The program's
 * globals are pushed too: in static executables libgc finds only part of the data segment.
 * The block call takes whole 16-byte granules. With interior pointers on, libgc does not scan the last word of an object (GC_malloc
 * adds a byte for pointers past the end, so it never holds data): requests for pointerful objects add that byte here. */
#ifdef TUCO_GC_BOEHM
#define GC_THREADS 1
#define GC_NO_THREAD_REDIRECTS 1
#include "runtime/gc/gc.h"
#include "runtime/val/val.h"
#include "runtime/include/tuco_intrin.h"
#include <pthread.h>
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>

typedef struct { void *free[2 * TU_NCLASS]; } Cache; /* behind TuP.cache */

TuHeap tu__heap;
TuGc tu__gc;
const int32_t tu_gc_kind = TU_GC_KIND_STW;
int32_t tu_gc_marking;
uint32_t tu__gc_stack_seq;
void tu__gc_scan_g(TuG *g) { }
static TuLock boehm_lock;               /* all calls of libgc from Ms; taken on the M stack */
static TuNote ask, answer;
static uint64_t nmalloc, total_nbyte;   /* boehm_lock or stopped world */
static const uint8_t one_bit[1] = { 1 };
const TuType tu__word_type = {
	.size = 8, .ptr_nbyte = 8, .kind = TK_UNSAFEPTR, .flags = TF_DIRECT | TF_MEMEQ | TF_COMPARABLE | TF_NOHASHPANIC,
	.align = 8, .field_align = 8, .ptrmask = one_bit, .eq = tu_eq_64, .hash_fn = tu_hash_64, .str = { (const uint8_t *)"unsafe.Pointer", 14 }
};
TU_WEAK void tu__pool_gc(void);

uint8_t tu__in_heap(const void *p) { return GC_base((void *)p) != NULL; }

/* ---- collecting -------------------------------------------------------------------------------------------------------------- */

static void push_range(void *arg, void *lo, void *hi)
{
	lo = (void *)(((uintptr_t)lo + 7) & ~(uintptr_t)7);
	hi = (void *)((uintptr_t)hi & ~(uintptr_t)7);
	tu__gc.stack_nbyte += (uint8_t *)hi - (uint8_t *)lo;
	if (lo < hi)
		GC_push_all_eager(lo, hi);
}

static void push_g(void *arg, TuG *g) { tu__g_stack_ranges(g, push_range, arg); }

static GC_push_other_roots_proc push_others;
static void push_roots(void)
{
	tu__gc.stack_nbyte = 0;
	tu__each_g(push_g, NULL);
	tu__sched_roots(push_range, NULL);
	for (int32_t u = 0; u < tu_program.nunit; u++)
		for (const TuRoot *r = tu_program.roots ? tu_program.roots[u] : NULL; r && r->start; r++)
			GC_push_all(r->start, (uint8_t *)r->start + r->nbyte);
	if (push_others)
		push_others();
}

static void *collector(void *arg)
{
	struct GC_stack_base sb;
	GC_get_stack_base(&sb);
	GC_register_my_thread(&sb);
	tu__note_wake(&answer);
	for (;;) {
		tu__note_wait(&ask);
		tu__note_clear(&ask);
		GC_enable();
		GC_gcollect();
		GC_disable();
		(void)GC_invoke_finalizers();   /* only queues, see queue_it */
		tu__note_wake(&answer);
	}
	return NULL;
}

static void commit_pace(void)
{
	TuGc *c = &tu__gc;
	int64_t live = c->live_marked;
	c->goal = tu__pace_limit_goal(tu__pace_goal(live, c->stack_nbyte, 0, c->gogc, (int64_t)4 << 20), c->memlimit, tu__stack_sys_nbyte(), live);
	if (c->goal < live + (1 << 20))
		c->goal = live + (1 << 20);
	tu__heap.trigger = c->goal;
}
void tu__gc_commit_pace(void) { commit_pace(); }

typedef struct { uint8_t forced, done; } Req;
static void collect_on_m(void *arg)
{
	Req *r = arg;
	TuGc *c = &tu__gc;
	int64_t t0 = tu__nanotime();
	tu__stw_begin("GC");
	if (!r->forced && tu__heap.live < tu__heap.trigger) {
		tu__stw_end();
		return;
	}
	r->done = 1;
	if (tu__pool_gc)
		tu__pool_gc();
	for (int32_t i = 0; i < TU_MAX_PROC; i++)
		if (tu__allp[i])
			tu__heap_p_flush(tu__allp[i]);
	c->t_start = t0;
	c->t_mark = c->t_term = tu__nanotime();
	c->heap0 = c->heap1 = tu__heap.live;
	c->forced = r->forced;
	c->nforced += r->forced;
	tu__note_clear(&answer);
	tu__note_wake(&ask);
	tu__note_wait(&answer);
	c->live_marked = c->heap2 = tu__heap.live = (int64_t)(GC_get_heap_size() - GC_get_free_bytes() - GC_get_unmapped_bytes());
	c->last_goal = c->goal;
	commit_pace();
	c->t_end = tu__nanotime();
	int64_t pause = c->t_end - t0;
	TuTimespec now = tu_walltime();
	c->pause_ns[c->ncycle % 256] = (uint64_t)pause;
	c->pause_end[c->ncycle % 256] = c->last_gc_unix = (uint64_t)now.sec * 1000000000u + (uint64_t)now.nsec;
	c->pause_total_ns += (uint64_t)pause;
	c->total_cpu_ns += pause * tu__nproc;
	c->ncycle++;
	tu__stw_end();
}

static void collect(uint8_t forced)
{
	Req r = { forced, 0 };
	tu__on_m(collect_on_m, &r);
	if (!r.done)
		return;
	if (tu__gc.trace > 0 || tu__gc.trace_more)
		tu__gc_trace_cycle();
	if (tu__special_pending())
		tu__special_start();
}

void tu__gc_trigger(void)
{
	if (tu__gc.enabled)
		collect(0);
}
void tu_gc(void)
{
	if (tu__gc.init_ns)
		collect(1);
}

/* ---- allocation ----------------------------------------------------------------------------------------------------------------- */

typedef struct { int64_t n; uint8_t atomic; void *p; } Req2;

static TU_NORETURN void out_of_memory(int64_t n)
{
	tu__print("runtime: out of memory: cannot allocate ");
	tu__print_int(n);
	tu__print("-byte block\n");
	tu__throw("out of memory");
}

static void fill_on_m(void *arg)
{
	uint32_t ci = *(uint32_t *)arg;
	Cache *c = (Cache *)tu__p()->cache;
	if (c->free[ci])
		return;
	tu__lock(&boehm_lock);
	GC_generic_malloc_many((tu__class_size[ci >> 1] + (ci & 1 ? 15u : 16u)) & ~(size_t)15, ci & 1 ? GC_I_PTRFREE : GC_I_NORMAL, &c->free[ci]);
	int64_t k = 0;
	for (void *p = c->free[ci]; p; p = *(void **)p)
		k++;
	nmalloc += (uint64_t)k;
	total_nbyte += (uint64_t)k * tu__class_size[ci >> 1];
	tu__unlock(&boehm_lock);
	if (!k)
		out_of_memory(tu__class_size[ci >> 1]);
	__atomic_fetch_add(&tu__heap.live, k * tu__class_size[ci >> 1], __ATOMIC_RELAXED);
}

static TU_NOINLINE void *small_slow(uint32_t ci)
{
	if (tu__heap.live >= tu__heap.trigger && !tu__is_on_m() && tu__m()->locks == 0)
		tu__gc_trigger();
	for (;;) {
		tu__preempt_disable();
		Cache *c = (Cache *)tu__p()->cache;
		void *p = c->free[ci];
		if (p) {
			c->free[ci] = *(void **)p;
			tu__preempt_enable();
			return p;
		}
		tu__preempt_enable();
		tu__on_m(fill_on_m, &ci);
	}
}

static void large_on_m(void *arg)
{
	Req2 *r = arg;
	tu__lock(&boehm_lock);
	r->p = r->atomic ? GC_malloc_atomic((size_t)r->n) : GC_malloc((size_t)r->n);
	nmalloc++;
	total_nbyte += (uint64_t)r->n;
	tu__unlock(&boehm_lock);
	if (!r->p)
		out_of_memory(r->n);
	__atomic_fetch_add(&tu__heap.live, r->n, __ATOMIC_RELAXED);
}

static inline __attribute__((always_inline)) void *take(int64_t n, uint8_t atomic)
{
	if (TU_UNLIKELY(n > 2040)) {
		Req2 r = { n, atomic, NULL };
		if (tu__heap.live + n >= tu__heap.trigger && !tu__is_on_m() && tu__m()->locks == 0)
			tu__gc_trigger();
		tu__on_m(large_on_m, &r);
		return r.p;
	}
	uint32_t ci = tu__class_for(n < 16 ? 16 : n) * 2 + atomic;
	Cache *c = (Cache *)tu__p()->cache;
	void *p = c->free[ci];
	if (TU_UNLIKELY(!p))
		return small_slow(ci);
	c->free[ci] = *(void **)p;
	return p;
}

void *tu__alloc_bytes(int64_t n) { return n <= 0 ? (void *)tu__zero_area : take(n, 1); }
void *tu__alloc_typed(int64_t n, const TuType *elem)
{
	if (n == 0)
		return (void *)tu__zero_area;
	void *p = take(n, elem->ptr_nbyte == 0);
	if (elem->ptr_nbyte == 0)
		__builtin_memset(p, 0, (size_t)n);
	else
		*(void **)p = NULL;             /* the free list's link; the rest is clear */
	return p;
}
void tu__free_large(void *p) { }
void *tu_new(const TuType *t) { return tu__alloc_typed(t->size, t); }
void *tu_new_noinit(const TuType *t) { return tu__alloc_typed(t->size, t); }
void *tu_new_array(const TuType *elem, int64_t n) { return tu__alloc_typed(elem->size * n, elem); }
static void *new_const(int64_t n, uint8_t noscan)
{
	void *p = take(n, noscan);
	__builtin_memset(p, 0, (size_t)n);
	return p;
}
#define NEW_CONST(SIZE)                                                         \
	void *tu_new_p##SIZE(uint64_t bits) { return new_const(SIZE, 0); }      \
	void *tu_new_n##SIZE(void) { return new_const(SIZE, 1); }
NEW_CONST(8)
NEW_CONST(16)
NEW_CONST(24)
NEW_CONST(32)
NEW_CONST(48)
NEW_CONST(64)
NEW_CONST(80)
NEW_CONST(96)
NEW_CONST(112)
NEW_CONST(128)
TuClosure *tu_new_closure(int64_t nbyte, const uint8_t *mask)
{
	void *p = take(nbyte, mask == NULL);
	__builtin_memset(p, 0, (size_t)nbyte);
	return p;
}
void *tu__gc_alloc_raw(int64_t n, uint8_t pointers)
{
	if (pointers)
		return tu__alloc_typed(n, &tu__word_type);
	void *p = tu__alloc_bytes(n);
	__builtin_memset(p, 0, (size_t)n);
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
	void *b = GC_base((void *)p);
	*nbyte = b ? (int64_t)GC_size(b) : 0;
	return (uintptr_t)b;
}

/* ---- barriers: none needed -------------------------------------------------------------------------------------------------------- */

void tu_wb_slow(void **slot, void *val) { }
void tu_wb_store(void **slot, void *val) { *slot = val; }
void tu_at_store_ptr(void *p, void *v) { __atomic_store_n((void **)p, v, __ATOMIC_SEQ_CST); }
void *tu_at_swap_ptr(void *p, void *v) { return __atomic_exchange_n((void **)p, v, __ATOMIC_SEQ_CST); }
uint8_t tu_at_cas_ptr(void *p, void *o, void *n) { return __atomic_compare_exchange_n((void **)p, &o, n, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); }
void tu_wb_typed(const TuType *t, void *dst, const void *src) { }
TU_NOSPLIT void tu_typed_copy(const TuType *t, void *dst, const void *src) { tu_memmove(dst, src, t->size); }
TU_NOSPLIT void tu_typed_move(const TuType *e, void *dst, const void *src, int64_t n) { tu_memmove(dst, src, n * e->size); }
TU_NOSPLIT void tu_typed_clear(const TuType *e, void *dst, int64_t n) { __builtin_memset(dst, 0, (size_t)(n * e->size)); }

/* ---- finalizers, cleanups, weak handles ---------------------------------------------------------------------------------------------- */

typedef struct Rec {            /* uncollectable: keeps its closure, not its object */
	FinCall call;
	struct Rec *also;       /* other records of the same object */
	uint64_t id;
} Rec;
static uint64_t next_id;

/* In a stopped world: libgc has just found the object dead. Finalizers go before cleanups of the same object. */
static void queue_it(void *obj, void *data)
{
	for (int pass = 0; pass < 2; pass++)
		for (Rec *r = data, *next; r; r = next) {
			next = r->also;
			if (r->call.cleanup != pass || !r->call.fn)
				continue;
			if (!pass)
				r->call.obj = obj;
			tu__finq_add(&r->call);
		}
}

void tu__mark_ptr(Marker *w, uintptr_t p) { }
void tu__finq_free(FinCall *c) { c->fn = NULL; }       /* records are small and rare; they stay */

typedef struct { uintptr_t obj; FinCall call; uint64_t id; uint8_t op, found; } SpecReq;
enum { SR_ADD, SR_DROP };

static void spec_on_m(void *arg)
{
	SpecReq *q = arg;
	GC_finalization_proc old_fn;
	void *old = NULL;
	tu__lock(&boehm_lock);
	GC_register_finalizer_no_order((void *)q->obj, NULL, NULL, &old_fn, &old);
	Rec *list = old;
	for (Rec *r = list; r; r = r->also)
		if (r->call.fn && ((q->id && r->id == q->id) || (!q->id && !r->call.cleanup))) {
			q->found = 1;
			if (q->op == SR_DROP)
				r->call.fn = NULL;
		}
	if (q->op == SR_ADD) {
		Rec *r = GC_malloc_uncollectable(sizeof *r);
		r->call = q->call;
		r->id = q->id;
		r->also = list;
		list = r;
	}
	if (list)
		GC_register_finalizer_no_order((void *)q->obj, queue_it, list, &old_fn, &old);
	tu__unlock(&boehm_lock);
}

void tu_set_finalizer(const void *tab, void *d, const void *ftab, void *fd)
{
	tu__finalizer_check(tab, NULL);
	uintptr_t base = (uintptr_t)GC_base(d);
	if (!base)
		return;
	SpecReq q = { base, { NULL, NULL, NULL, NULL, NULL, 0 }, 0, SR_DROP, 0 };
	if (ftab) {
		tu__finalizer_check(tab, ftab);
		q.call = (FinCall){ NULL, fd, ftab, tab, NULL, 0 };
		q.op = SR_ADD;
	}
	tu__special_start();
	tu__on_m(spec_on_m, &q);
	if (q.op == SR_ADD && q.found)
		tu__throw("runtime.SetFinalizer: finalizer already set");
}

uint64_t tu_add_cleanup(void *ptr, void *fn)
{
	uint64_t id = __atomic_add_fetch(&next_id, 1, __ATOMIC_RELAXED);
	uintptr_t base = (uintptr_t)GC_base(ptr);
	SpecReq q = { base, { NULL, fn, NULL, NULL, NULL, 1 }, id, SR_ADD, 0 };
	tu__special_start();
	if (base)
		tu__on_m(spec_on_m, &q);
	return id;
}

void tu_stop_cleanup(void *ptr, uint64_t id)
{
	uintptr_t base = (uintptr_t)GC_base(ptr);
	SpecReq q = { base, { NULL, NULL, NULL, NULL, NULL, 1 }, id, SR_DROP, 0 };
	if (base && id)
		tu__on_m(spec_on_m, &q);
}

typedef struct { void *ptr, *handle; } WeakReq;
typedef struct { uintptr_t hidden; } Handle;           /* libgc clears it when the object dies */
static struct { Handle **slot; uint64_t mask, n; } weak;

static void weak_on_m(void *arg)
{
	WeakReq *q = arg;
	uintptr_t hidden = GC_HIDE_POINTER(q->ptr);
	tu__lock(&boehm_lock);
	if (weak.n * 2 >= weak.mask) {
		uint64_t cap = weak.slot ? (weak.mask + 1) * 2 : 256;
		Handle **bigger = tu__os_alloc((int64_t)cap * 8);
		uint64_t n = 0;
		for (uint64_t i = 0; weak.slot && i <= weak.mask; i++)
			if (weak.slot[i] && weak.slot[i]->hidden) {
				uint64_t h = weak.slot[i]->hidden * 0x9e3779b97f4a7c15u >> 20;
				while (bigger[h & (cap - 1)])
					h++;
				bigger[h & (cap - 1)] = weak.slot[i];
				n++;
			}
		weak.slot = bigger;
		weak.mask = cap - 1;
		weak.n = n;
	}
	uint64_t h = hidden * 0x9e3779b97f4a7c15u >> 20;
	for (;; h++) {
		Handle *x = weak.slot[h & weak.mask];
		if (!x)
			break;
		if (x->hidden == hidden) {
			q->handle = x;
			goto out;
		}
	}
	Handle *x = GC_malloc_atomic_uncollectable(sizeof *x);
	x->hidden = hidden;
	void *base = GC_base(q->ptr);
	if (base)
		(void)GC_general_register_disappearing_link((void **)&x->hidden, base);
	weak.slot[h & weak.mask] = x;
	weak.n++;
	q->handle = x;
out:
	tu__unlock(&boehm_lock);
}

void *tu_weak_make(void *ptr)
{
	WeakReq q = { ptr, NULL };
	if (ptr)
		tu__on_m(weak_on_m, &q);
	return q.handle;
}
void *tu_weak_get(void *handle)
{
	Handle *h = handle;
	return h && h->hidden ? GC_REVEAL_POINTER(h->hidden) : NULL;
}

/* ---- start, settings, statistics ------------------------------------------------------------------------------------------------------- */

void tu__heap_p_init(TuP *p)
{
	if (!p->cache)
		p->cache = tu__persist(sizeof(Cache));
}
void tu__heap_p_flush(TuP *p)
{
	Cache *c = (Cache *)p->cache;
	if (!c)
		return;
	/* Free slots nobody refers to go back in the sweep. */
	for (int32_t i = 0; i < 2 * TU_NCLASS; i++)
		for (void *q = c->free[i], *next; q; q = next) {
			next = *(void **)q;
			*(void **)q = NULL;
			nmalloc--;
			total_nbyte -= tu__class_size[i >> 1];
		}
	__builtin_memset(c->free, 0, sizeof c->free);
}

void tu__heap_init(void)
{
	tu__class_init();
	tu__hash_init();
	tu__heap.trigger = (int64_t)4 << 20;
	GC_set_all_interior_pointers(1);
	GC_set_finalize_on_demand(1);
	GC_set_warn_proc(GC_ignore_warn_proc);
	GC_set_no_dls(1);
	GC_INIT();
	GC_disable();
	GC_allow_register_threads();
	push_others = GC_get_push_other_roots();
	GC_set_push_other_roots(push_roots);
	pthread_t t;
	if (pthread_create(&t, NULL, collector, NULL))
		tu__throw("boehm: cannot start the collector thread");
	tu__note_wait(&answer);
	tu__note_clear(&answer);
	GC_unregister_my_thread();
}

void tu__gc_init(void)
{
	TuGc *c = &tu__gc;
	uint8_t ok;
	c->init_ns = c->last_cycle_when = tu__nanotime();
	c->gogc = tu__parse_gogc(tu__env("GOGC"));
	c->memlimit = tu__parse_memlimit(tu__env("GOMEMLIMIT"), &ok);
	if (!ok)
		tu__throw("malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`");
	c->trace = tu__godebug("gctrace", 0);
	tu__gc_trace_init();
	c->enabled = 1;
	commit_pace();
}
void tu__gc_start_background(void) { }
uint8_t tu__gc_sysmon(int64_t now) { return 0; }
uint8_t tu__gc_idle_work(void) { return 0; }
void tu__gc_add_root(void *lo, int64_t nbyte) { }       /* libgc scans all static data */

int32_t tu_set_gc_percent(int32_t pct)
{
	int32_t old = tu__gc.gogc;
	tu__gc.gogc = pct < 0 ? -1 : pct;
	commit_pace();
	return old;
}
int64_t tu_set_memory_limit(int64_t n)
{
	int64_t old = tu__gc.memlimit;
	if (n >= 0) {
		tu__gc.memlimit = n;
		commit_pace();
	}
	return old;
}
void tu_free_os_memory(void) { tu_gc(); }               /* libgc unmaps by itself after idle collections */

void tu__heap_stats_stw(HeapStats *out)
{
	__builtin_memset(out, 0, sizeof *out);
	out->alloc_nbyte = (uint64_t)(GC_get_heap_size() - GC_get_free_bytes() - GC_get_unmapped_bytes());
	out->total_nbyte = total_nbyte;
	out->nmalloc = nmalloc;
	out->nfree = 0;
	out->inuse_nbyte = out->alloc_nbyte;
	out->idle_nbyte = GC_get_free_bytes() + GC_get_unmapped_bytes();
	out->released_nbyte = GC_get_unmapped_bytes();
	out->sys_nbyte = out->inuse_nbyte + out->idle_nbyte;
}
#endif
