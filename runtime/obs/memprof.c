/* memprof.c: the heap profile's counts, by the stack that allocated.
 *
 * Allocations are counted as they happen, frees when the sweeper finds them: read at any moment, the difference would show garbage that no
 * collection has looked at yet as in use. So both wait, and are published together. With c complete cycles, an allocation is
 * published with the end of marking number c + 2, a free found by the sweeper of cycle c with number c + 1: what is published is the heap as it
 * was at the end of a marking, objects that died before it taken off. */
#include "runtime/obs/prof.h"
#include "runtime/heap/sample.h"

static uint32_t cycle;          /* prof.lock, or world stopped */
static uint8_t flushed;         /* future[cycle % 3] has been published */

void *tu__memprof_alloc(int64_t size, void *frame)
{
	uintptr_t pc[PROF_DEPTH + 4];
	TuUnwind u = { .bp = (uintptr_t)frame, .g = tu__m()->curg };
	uint32_t n = tu__stack_pcs(u, pc, PROF_DEPTH + 4);
	tu__lock(&tu__prof_lock);
	Bucket *b = tu__bucket_locked(PROF_MEM, size, pc, n);
	b->u.mem.future[(cycle + 2) % 3].allocs++;
	tu__unlock(&tu__prof_lock);
	return b;
}

void tu__memprof_free(void *bucket)
{
	Bucket *b = bucket;
	tu__lock(&tu__prof_lock);
	b->u.mem.future[(cycle + 1) % 3].frees++;
	tu__unlock(&tu__prof_lock);
}

static void publish_locked(uint32_t i)
{
	for (Bucket *b = tu__prof_buckets[PROF_MEM]; b; b = b->next) {
		MemCount *f = &b->u.mem.future[i];
		b->u.mem.active.allocs += f->allocs;
		b->u.mem.active.frees += f->frees;
		*f = (MemCount){ 0, 0 };
	}
}

static void flush_locked(void)
{
	if (!flushed)
		publish_locked(cycle % 3);
	flushed = 1;
}

/* The stopped world's other threads hold no locks. */
void tu__memprof_next_cycle(void)
{
	if (!tu__prof_buckets[PROF_MEM])
		return;
	flush_locked();
	cycle = (cycle + 1) % (3u << 29);
	flushed = 0;
}

void tu__memprof_flush(void)
{
	if (flushed)
		return;
	tu__lock(&tu__prof_lock);
	flush_locked();
	tu__unlock(&tu__prof_lock);
}

void tu__memprof_post_sweep(void)
{
	tu__lock(&tu__prof_lock);
	flush_locked();
	publish_locked((cycle + 1) % 3);
	tu__unlock(&tu__prof_lock);
}

/* Before the first collection there is nothing to publish; then everything counts. */
void tu__memprof_publish_locked(uint8_t all)
{
	flush_locked();
	for (Bucket *b = tu__prof_buckets[PROF_MEM]; b && all; b = b->next)
		if (b->u.mem.active.allocs)
			all = 0;
	for (uint32_t i = 0; i < 3 && all; i++)
		publish_locked(i);
}
