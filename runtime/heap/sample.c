/* sample.c: which allocations the heap profile sees, and when those objects die.
 *
 * Each byte allocated is the end of a sampling interval with probability 1/rate. Intervals are drawn for each class of each P on their
 * own: the union of independent Poisson processes is one. That lets the decision be taken when a cache claims a word of free slots, off the
 * fast path: claim() hands out the slots before the next sample only, and then the sampled slot alone, through the slow path. So a rate of
 * one byte sees every object, and no allocation pays for being counted. The pointer-free blocks that tiny objects share count as one object.
 *
 * A sampled object has a record on a list of its span. The span's owner (cache, sweeper) is the only one to touch the list. */
#ifndef TUCO_GC_BOEHM
#include "runtime/heap/sample.h"

extern int64_t G_runtime_oMemProfileRate TU_WEAK;

typedef struct SampleRec { struct SampleRec *next; void *bucket; uint64_t slot; } SampleRec;

static uint8_t enabled;
static SampleRec **lists;               /* per span index */
static SampleRec *pool;                 /* lock */
static TuLock lock;
int64_t tu__sample_live;                /* atomic: records on lists */

int64_t tu__sample_rate(void)
{
	return !enabled || !&G_runtime_oMemProfileRate ? 0 : __atomic_load_n(&G_runtime_oMemProfileRate, __ATOMIC_RELAXED);
}

void tu__sample_enable(void) { enabled = 1; }

void tu__sample_init(void)
{
	int64_t rate = tu__godebug("memprofilerate", -1);
	if (rate >= 0 && &G_runtime_oMemProfileRate)
		G_runtime_oMemProfileRate = rate;
	enabled |= tu_program.memprof != 0;
}

/* log2(x) for 1 <= x < 2, by the series of atanh. */
static double log2_of(double x)
{
	double t = (x - 1) / (x + 1), q = t * t;
	return 2.885390081777927 * t * (1 + q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q / 11)))));
}

/* Bytes up to the end of an interval; those that end at once are left to the next object. */
static int64_t draw(void)
{
	int64_t rate = tu__sample_rate();
	if (rate <= 0)
		return INT64_MAX;
	if (rate == 1)
		return 0;
	if (rate > 0x7000000)
		rate = 0x7000000;
	uint64_t r = (tu__rand64() >> 26) + 1;          /* 38 bits, not 0 */
	int shift = 63 - __builtin_clzll(r);
	double log2 = shift + log2_of((double)r / (double)((uint64_t)1 << shift)) - 38;
	return (int64_t)(-log2 * 0.6931471805599453 * (double)rate);
}

uint64_t tu__sample_cut(TuHeapCache *c, uint32_t ci, uint64_t free, int64_t size)
{
	if (c->next_sample[ci] == 0)                    /* not drawn yet */
		c->next_sample[ci] = draw();
	int64_t n = c->next_sample[ci] / size;          /* so many come before the sampled one */
	if (n >= tu__popcount(free))
		return free;
	if (n == 0) {
		c->sampled = 1;
		c->next_sample[ci] = draw();
		if (c->next_sample[ci] != INT64_MAX)
			c->next_sample[ci] += size;     /* the caller takes it off */
		return free & -free;
	}
	uint64_t rest = free;
	while (n-- > 0)
		rest &= rest - 1;
	return free & ~rest;
}

uint8_t tu__sample_large(TuHeapCache *c, int64_t nbyte)
{
	if (c->next_sample[0] == 0)
		c->next_sample[0] = draw();
	if (c->next_sample[0] >= nbyte) {
		c->next_sample[0] -= nbyte;
		return 0;
	}
	c->next_sample[0] = draw();
	return 1;
}

/* ---- records ------------------------------------------------------------------------------------------------------------------ */

typedef struct { uintptr_t obj; int64_t size; void *frame; } Request;

static SampleRec *new_rec(void)
{
	tu__lock(&lock);
	if (!pool) {
		const int64_t n = 2048;
		SampleRec *r = tu__os_alloc(n * (int64_t)sizeof *r);
		for (int64_t i = 0; i < n; i++) {
			r[i].next = pool;
			pool = &r[i];
		}
	}
	if (!lists)
		__atomic_store_n(&lists, (SampleRec **)tu__os_alloc(tu__heap.reserved / TU_PAGE * 8), __ATOMIC_RELEASE);
	SampleRec *r = pool;
	pool = r->next;
	tu__unlock(&lock);
	return r;
}

static void record_on_m(void *arg)
{
	Request *q = arg;
	Span *s = tu__span_of(q->obj);
	SampleRec *r = new_rec();
	r->bucket = tu__memprof_alloc(q->size, q->frame);
	r->slot = tu__span_index(s, q->obj);
	r->next = lists[s->index];
	lists[s->index] = r;
	__atomic_fetch_add(&tu__sample_live, 1, __ATOMIC_RELAXED);
}

void tu__sample_record(uintptr_t obj, int64_t size, void *frame)
{
	Request q = { obj, size, frame };
	tu__on_m(record_on_m, &q);
}

void tu__sample_sweep(Span *s)
{
	SampleRec **list = __atomic_load_n(&lists, __ATOMIC_ACQUIRE);
	if (!list)
		return;
	for (SampleRec **link = &list[s->index], *r; (r = *link) != NULL;) {
		if ((s->mark[r->slot >> 6 << 1] | s->mark[(r->slot >> 6 << 1) + 1]) >> (r->slot & 63) & 1) {
			link = &r->next;
			continue;
		}
		*link = r->next;
		tu__memprof_free(r->bucket);
		tu__lock(&lock);
		r->next = pool;
		pool = r;
		tu__unlock(&lock);
		__atomic_fetch_sub(&tu__sample_live, 1, __ATOMIC_RELAXED);
	}
}

/* ---- changes of the rate ------------------------------------------------------------------------------------------------------ */

static void restart_on_m(void *arg)
{
	tu__stw_begin("MemProfileRate");
	for (int32_t i = 0; i < TU_MAX_PROC; i++) {
		TuHeapCache *c = tu__allp[i] ? tu__allp[i]->cache : NULL;
		if (!c)
			continue;
		tu__heap_p_flush(tu__allp[i]);          /* slots that were let through by the old rate */
		__builtin_memset(c->next_sample, 0, sizeof c->next_sample);
	}
	tu__stw_end();
}

/* Emitted code calls this after each assignment to runtime.MemProfileRate. */
void tu_memprof_rate_changed(void)
{
	static int64_t last = 512 << 10;
	int64_t rate = tu__sample_rate();
	if (__atomic_exchange_n(&last, rate, __ATOMIC_RELAXED) != rate && enabled)
		tu__on_m(restart_on_m, NULL);
}
#else
#include "runtime/heap/sample.h"
void tu_memprof_rate_changed(void) {}
void tu__sample_enable(void) {}
int64_t tu__sample_rate(void) { return 0; }
#endif
