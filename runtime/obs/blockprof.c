/* blockprof.c: where goroutines wait, and who lets them wait: the block and the mutex profile.
 *
 * The hooks are in tu__park and in the semaphores; when a profile is off each costs the test of one variable. An event shorter than the
 * rate is taken with probability length / rate and then stands for rate / length events. */
#include "runtime/obs/prof.h"
#include "runtime/obs/block.h"

int64_t tu__block_rate, tu__mutex_fraction;     /* atomic */

typedef struct { uint32_t kind; int64_t ns; double count; double total; void *frame; } Event;

static void event_on_m(void *arg)
{
	Event *e = arg;
	uintptr_t pc[PROF_DEPTH + 4];
	TuUnwind u = { .bp = (uintptr_t)e->frame, .g = tu__m()->curg };
	uint32_t n = tu__stack_pcs(u, pc, PROF_DEPTH + 4);
	tu__lock(&tu__prof_lock);
	Bucket *b = tu__bucket_locked(e->kind, 0, pc, n);
	b->u.block.count += e->count;
	b->u.block.ns += (int64_t)e->total;
	tu__unlock(&tu__prof_lock);
}

void tu__block_event(int64_t ns, void *frame)
{
	int64_t rate = __atomic_load_n(&tu__block_rate, __ATOMIC_RELAXED);
	if (ns <= 0)
		ns = 1;
	if (rate <= 0 || (ns < rate && (int64_t)(tu__rand64() % (uint64_t)rate) > ns))
		return;
	double weight = ns < rate ? (double)rate / (double)ns : 1;
	Event e = { PROF_BLOCK, ns, weight, weight * (double)ns, frame };
	tu__on_m(event_on_m, &e);
}

void tu__mutex_event(int64_t ns, void *frame)
{
	int64_t rate = __atomic_load_n(&tu__mutex_fraction, __ATOMIC_RELAXED);
	if (rate <= 0 || tu__rand64() % (uint64_t)rate != 0)
		return;
	Event e = { PROF_MUTEX, ns, (double)rate, (double)rate * (double)ns, frame };
	tu__on_m(event_on_m, &e);
}

int64_t tu_block_rate(int64_t rate)
{
	return rate < 0 ? __atomic_load_n(&tu__block_rate, __ATOMIC_RELAXED) : __atomic_exchange_n(&tu__block_rate, rate, __ATOMIC_RELAXED);
}

int64_t tu_mutex_fraction(int64_t n)
{
	return n < 0 ? __atomic_load_n(&tu__mutex_fraction, __ATOMIC_RELAXED) : __atomic_exchange_n(&tu__mutex_fraction, n, __ATOMIC_RELAXED);
}
