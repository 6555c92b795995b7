/* memstats.c: runtime.MemStats and debug.ReadGCStats. */
#include "runtime/gc/gc.h"
#include "runtime/obs/prof.h"

/* runtime.MemStats, field by field as Go lays it out. */
typedef struct {
	uint64_t alloc, total_alloc, sys, lookups, mallocs, frees;
	uint64_t heap_alloc, heap_sys, heap_idle, heap_inuse, heap_released, heap_objects;
	uint64_t stack_inuse, stack_sys, mspan_inuse, mspan_sys, mcache_inuse, mcache_sys, buckhash_sys, gc_sys, other_sys;
	uint64_t next_gc, last_gc, pause_total_ns, pause_ns[256], pause_end[256];
	uint32_t num_gc, num_forced_gc;
	double gc_cpu_fraction;
	uint8_t enable_gc, debug_gc;
	struct { uint32_t size; uint64_t mallocs, frees; } by_size[61];
} MemStats;
_Static_assert(offsetof(MemStats, num_gc) == 24 * 8 + 512 * 8, "layout of runtime.MemStats");
_Static_assert(offsetof(MemStats, by_size) == offsetof(MemStats, num_gc) + 24, "layout of runtime.MemStats");

static void read_on_m(void *arg)
{
	MemStats *m = arg;
	TuGc *c = &tu__gc;
	HeapStats h;
	tu__stw_begin("read mem stats");
	tu__heap_stats_stw(&h);
	__builtin_memset(m, 0, sizeof *m);
	m->alloc = m->heap_alloc = h.alloc_nbyte;
	m->total_alloc = h.total_nbyte;
	m->mallocs = h.nmalloc;
	m->frees = h.nfree;
	m->heap_objects = h.nmalloc - h.nfree;
	m->heap_sys = h.sys_nbyte;
	m->heap_inuse = h.inuse_nbyte;
	m->heap_idle = h.idle_nbyte;
	m->heap_released = h.released_nbyte;
	m->stack_inuse = (uint64_t)tu__stack_inuse_nbyte();
	m->stack_sys = (uint64_t)tu__stack_sys_nbyte();
	m->mspan_inuse = h.span_inuse_nbyte;
	m->mspan_sys = h.span_sys_nbyte;
	m->mcache_inuse = m->mcache_sys = h.cache_inuse_nbyte;
	m->gc_sys = (uint64_t)tu__heap.nspan * 12;
	m->buckhash_sys = (uint64_t)tu__prof_nbyte;
	m->other_sys = 0;
	m->sys = m->heap_sys + m->stack_sys + m->mspan_sys + m->mcache_sys + m->gc_sys + m->buckhash_sys + m->other_sys;
	m->next_gc = (uint64_t)c->goal;
	m->last_gc = c->last_gc_unix;
	m->pause_total_ns = c->pause_total_ns;
	__builtin_memcpy(m->pause_ns, c->pause_ns, sizeof m->pause_ns);
	__builtin_memcpy(m->pause_end, c->pause_end, sizeof m->pause_end);
	m->num_gc = c->ncycle;
	m->num_forced_gc = c->nforced;
	int64_t up = tu__nanotime() - c->init_ns;
	m->gc_cpu_fraction = up > 0 ? (double)c->total_cpu_ns / ((double)up * tu__nproc) : 0;
	m->enable_gc = c->enabled;
	for (int32_t i = 0; i < 61; i++) {
		m->by_size[i].size = tu__class_size[i];
		m->by_size[i].mallocs = h.by_class_alloc[i];
		m->by_size[i].frees = h.by_class_free[i];
	}
	tu__stw_end();
}

void tu_read_memstats(void *memstats) { tu__on_m(read_on_m, memstats); }

/* Pauses newest first, then their ends, then last collection, number of collections, total pause; capacity is the caller's duty. */
void tu_read_gc_stats(void *slice_of_duration)
{
	TuSlice *s = slice_of_duration;
	TuGc *c = &tu__gc;
	uint64_t *p = s->p;
	if (s->c < 256 + 3)
		tu__throw("short slice passed to readGCStats");
	int64_t n = c->ncycle < 256 ? c->ncycle : 256;
	if (s->c < 2 * n + 3)
		n = (s->c - 3) / 2;
	for (int64_t i = 0; i < n; i++) {
		uint32_t j = (c->ncycle - 1 - (uint32_t)i) % 256;
		p[i] = c->pause_ns[j];
		p[n + i] = c->pause_end[j];
	}
	p[2 * n] = c->last_gc_unix;
	p[2 * n + 1] = c->ncycle;
	p[2 * n + 2] = c->pause_total_ns;
	s->n = 2 * n + 3;
}
