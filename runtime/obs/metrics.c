/* metrics.c: the numbers behind runtime/metrics, taken in one stop of the world so that they add up. stdlib/runtime/metrics names them, in
 * the order of the enum below.
 *
 * A distribution of times has four buckets per power of two, from 16 ns to 2^40 ns, one below and one above. */
#include "runtime/obs/metrics.h"
#include "runtime/gc/gc.h"
#include "runtime/obs/prof.h"
#include "runtime/sched/sched.h"

#define NBUCKET 146
#define NVALUE 64

enum {
	V_GO_TO_C, V_CPU_ASSIST, V_CPU_DEDICATED, V_CPU_IDLE_MARK, V_CPU_PAUSE, V_CPU_GC, V_CPU_IDLE, V_CPU_SCAV_ASSIST, V_CPU_SCAV_BG, V_CPU_SCAV, V_CPU_TOTAL, V_CPU_USER,
	V_CLEANUP_RUN, V_CLEANUP_QUEUED, V_GC_AUTO, V_GC_FORCED, V_GC_ALL, V_FIN_RUN, V_FIN_QUEUED, V_GOGC, V_LIMIT, V_ALLOC_NBYTE, V_ALLOC_N, V_FREE_NBYTE, V_FREE_N,
	V_GOAL, V_LIVE, V_OBJECTS, V_TINY, V_LIMITED, V_SCAN_GLOBALS, V_SCAN_HEAP, V_SCAN_STACK, V_SCAN_ALL, V_STACK_SIZE, V_HEAP_FREE, V_HEAP_OBJECTS, V_HEAP_RELEASED,
	V_HEAP_STACKS, V_HEAP_UNUSED, V_CACHE_FREE, V_CACHE_INUSE, V_SPAN_FREE, V_SPAN_INUSE, V_META_OTHER, V_OS_STACKS, V_OTHER, V_PROFILE, V_TOTAL, V_PROCS,
	V_G_CREATED, V_G_NOT_GO, V_G_RUNNABLE, V_G_RUNNING, V_G_WAITING, V_G, V_THREADS, V_MUTEX_WAIT, V_COUNT
};
_Static_assert(V_COUNT <= NVALUE, "room for every value");

typedef struct {
	uint64_t v[NVALUE];
	uint64_t alloc[TU_NCLASS + 1], free[TU_NCLASS + 1];     /* by size class from 1; the last: large objects */
	uint64_t hist[HIST_COUNT][NBUCKET];
} Metrics;

uint8_t tu__metrics_on;
TuGcCpu tu__gc_cpu;
static uint64_t hist[HIST_COUNT][NBUCKET];      /* atomic */
static uint64_t mutex_ns;                       /* atomic */

void tu__hist_add(int32_t which, int64_t ns)
{
	int64_t i = 0;
	if (ns >= 16) {
		int e = 63 - __builtin_clzll((uint64_t)ns);
		i = e >= 40 ? NBUCKET - 1 : 1 + (e - 4) * 4 + (ns >> (e - 2) & 3);
	}
	__atomic_fetch_add(&hist[which][i], 1, __ATOMIC_RELAXED);
}

void tu__mutex_waited(int64_t ns) { __atomic_fetch_add(&mutex_ns, (uint64_t)ns, __ATOMIC_RELAXED); }

void tu__latency_end(TuG *g)
{
	int64_t ns = tu__nanotime() + g->wait_since;
	g->wait_since = 0;
	tu__hist_add(HIST_LATENCY, ns);
}

static uint64_t least0(int64_t v) { return v > 0 ? (uint64_t)v : 0; }

static void put_cpu(uint64_t *v)
{
	TuGc *c = &tu__gc;
	struct { int64_t sec, nsec; } t = { 0, 0 };
	tu__sys(228, 2, (int64_t)&t, 0, 0, 0, 0);       /* clock_gettime(CLOCK_PROCESS_CPUTIME_ID) */
	int64_t used = t.sec * 1000000000 + t.nsec, gc = tu__gc_cpu.assist + tu__gc_cpu.dedicated + tu__gc_cpu.idle + tu__gc_cpu.pause;
	int64_t all = (tu__nanotime() - c->init_ns) * tu__nproc;
	v[V_CPU_ASSIST] = (uint64_t)tu__gc_cpu.assist;
	v[V_CPU_DEDICATED] = (uint64_t)tu__gc_cpu.dedicated;
	v[V_CPU_IDLE_MARK] = (uint64_t)tu__gc_cpu.idle;
	v[V_CPU_PAUSE] = (uint64_t)tu__gc_cpu.pause;
	v[V_CPU_GC] = (uint64_t)gc;
	v[V_CPU_SCAV] = v[V_CPU_SCAV_BG] = (uint64_t)tu__gc_cpu.scavenge;
	v[V_CPU_USER] = least0(used - gc - tu__gc_cpu.scavenge);
	v[V_CPU_IDLE] = least0(all - gc - tu__gc_cpu.scavenge - (int64_t)v[V_CPU_USER]);
	v[V_CPU_TOTAL] = v[V_CPU_GC] + v[V_CPU_SCAV] + v[V_CPU_USER] + v[V_CPU_IDLE];
}

static void put_heap(Metrics *m)
{
	TuGc *c = &tu__gc;
	uint64_t *v = m->v, small_n = 0, small_free = 0;
	HeapStats h;
	tu__heap_stats_stw(&h);
	for (int32_t i = 1; i < TU_NCLASS; i++) {
		small_n += m->alloc[i - 1] = h.by_class_alloc[i];
		small_free += m->free[i - 1] = h.by_class_free[i];
	}
#ifndef TUCO_GC_BOEHM
	v[V_TINY] = tu__heap.tiny_nalloc;
	v[V_META_OTHER] = (uint64_t)tu__heap.nspan * 12;
#endif
	v[V_ALLOC_N] = h.nmalloc - v[V_TINY];
	v[V_FREE_N] = h.nfree - v[V_TINY];
	m->alloc[TU_NCLASS - 1] = least0((int64_t)(v[V_ALLOC_N] - small_n));
	m->free[TU_NCLASS - 1] = least0((int64_t)(v[V_FREE_N] - small_free));
	v[V_ALLOC_NBYTE] = h.total_nbyte;
	v[V_FREE_NBYTE] = h.total_nbyte - h.alloc_nbyte;
	v[V_OBJECTS] = v[V_ALLOC_N] - v[V_FREE_N];
	v[V_HEAP_OBJECTS] = h.alloc_nbyte;
	v[V_HEAP_UNUSED] = least0((int64_t)(h.inuse_nbyte - h.alloc_nbyte));
	v[V_HEAP_RELEASED] = h.released_nbyte;
	v[V_HEAP_FREE] = h.idle_nbyte - h.released_nbyte;
	v[V_SPAN_INUSE] = h.span_inuse_nbyte;
	v[V_SPAN_FREE] = h.span_sys_nbyte - h.span_inuse_nbyte;
	v[V_CACHE_INUSE] = h.cache_inuse_nbyte;
	v[V_HEAP_STACKS] = (uint64_t)tu__stack_inuse_nbyte();
	v[V_OS_STACKS] = least0(tu__stack_sys_nbyte() - (int64_t)v[V_HEAP_STACKS]);
	v[V_PROFILE] = (uint64_t)tu__prof_nbyte;
	for (int32_t i = V_HEAP_FREE; i < V_TOTAL; i++)
		v[V_TOTAL] += v[i];
	v[V_GOAL] = c->goal < 0 ? 0 : (uint64_t)c->goal;
	v[V_LIVE] = (uint64_t)c->live_marked;
	v[V_SCAN_GLOBALS] = (uint64_t)c->globals_nbyte;
	v[V_SCAN_STACK] = (uint64_t)c->stack_nbyte;
	v[V_SCAN_HEAP] = least0(c->last_work - c->globals_nbyte - c->stack_nbyte);
	v[V_SCAN_ALL] = v[V_SCAN_GLOBALS] + v[V_SCAN_STACK] + v[V_SCAN_HEAP];
}

static void put_sched(uint64_t *v)
{
	for (int64_t i = tu__g_nslot() - 1; i >= 0; i--)
		switch (tu__g_slot(i)->state) {
		case TU_G_RUNNABLE:
			v[V_G_RUNNABLE]++;
			break;
		case TU_G_RUNNING:
			v[V_G_RUNNING]++;
			break;
		case TU_G_WAITING:
			v[V_G_WAITING]++;
			break;
		case TU_G_SYSCALL:
			v[V_G_NOT_GO]++;
			break;
		}
	v[V_G_CREATED] = tu__sched.next_goid;
	for (int32_t i = 0; i < TU_MAX_PROC && tu__allp[i]; i++)
		v[V_G_CREATED] -= (uint64_t)(tu__allp[i]->goid_end - tu__allp[i]->goid_next);
	for (TuM *m = tu__allm; m; m = m->all_link)
		v[V_THREADS]++;
	v[V_PROCS] = (uint64_t)tu__nproc;
	v[V_MUTEX_WAIT] = mutex_ns;
}

static void read_on_m(void *arg)
{
	Metrics *m = arg;
	TuGc *c = &tu__gc;
	uint64_t *v = m->v;
	tu__stw_begin("read metrics");
	__builtin_memset(m, 0, sizeof *m);
	put_cpu(v);
	put_heap(m);
	put_sched(v);
	v[V_CLEANUP_RUN] = tu__ncleanup_run;
	v[V_CLEANUP_QUEUED] = tu__ncleanup_queued;
	v[V_FIN_RUN] = tu__nfin_run;
	v[V_FIN_QUEUED] = tu__nfin_queued;
	v[V_GC_ALL] = c->ncycle;
	v[V_GC_FORCED] = c->nforced < c->ncycle ? c->nforced : c->ncycle;       /* one may be running */
	v[V_GC_AUTO] = v[V_GC_ALL] - v[V_GC_FORCED];
	v[V_GOGC] = c->gogc < 0 ? UINT64_MAX : (uint64_t)c->gogc;
	v[V_LIMIT] = (uint64_t)c->memlimit;
	v[V_LIMITED] = tu__gc_cpu.limited;
	v[V_STACK_SIZE] = 2048;
	__builtin_memcpy(m->hist, hist, sizeof hist);
	tu__stw_end();
}

void tu_read_metrics(void *metrics)
{
	tu__on_m(read_on_m, metrics);
	((Metrics *)metrics)->v[V_G] = (uint64_t)tu_num_goroutine();
}

void tu_metrics_enable(void) { tu__metrics_on = 1; }
