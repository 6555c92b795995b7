/* cycle.c: the phases of a collection and who does the work.
 *
 *   off --begin (world stopped)--> mark --finish (world stopped)--> off, spans wait for the sweeper
 *
 * stw: begin marks everything and finishes in the same stop. concurrent: marking is done in slices, each on the M stack and short
 * enough not to delay a stop, by: one worker goroutine per four Ps, Ps that have nothing else to run, and goroutines that
 * allocate (assists, when marking lags behind allocation). Whoever finds no work left and nobody working tries to finish; when the stop shows
 * that much was still hidden in the markers of other Ps, marking goes on instead.
 *
 * With few Ps only one marks at a time (exclusive): without atomic operations one marker is as fast as two with them, and costs
 * half. An assist takes over from the worker, which then sleeps for a while: passing the work to and fro costs more than it gains. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"
#include "runtime/heap/sample.h"
#include "runtime/obs/metrics.h"

#define SLICE_NBYTE ((int64_t)64 << 10)         /* scan work per slice: tens of microseconds */
#define WORKER_NS ((int64_t)2000000)            /* a worker yields after this much */
#define SMALL_NBYTE ((int64_t)384 << 10)        /* this much scan work is done inside the first stop */
#define SMALL_NSLOT 300                         /* and this many goroutines looked at */
#define EXCLUSIVE_NPROC 4                       /* up to this many Ps one marker at a time */
#define WORKER_AWAY_NS ((int64_t)500000)        /* doubled each time in a cycle */

TuGc tu__gc;

static uint32_t active;                         /* atomic: slices running */
static uint32_t mark_owned;                     /* atomic: exclusive cycle, somebody marks */
static uint32_t assist_wants;                   /* atomic: goroutines that wait for mark_owned */
static uint32_t finishing;                      /* atomic: somebody is in finish */
static TuG *worker[TU_MAX_PROC / 4 + 1];        /* parked between cycles */
static uint32_t worker_parked[TU_MAX_PROC / 4 + 1];
static int32_t nworker;
static TuG *sweeper;
static uint32_t sweeper_parked;

TU_WEAK void tu__pool_gc(void);            /* runtime/sync: closures given to tu_pool_on_gc */

/* ---- pace ------------------------------------------------------------------------------------------------------------------ */

static int64_t frag_nbyte;      /* pages in use beyond live objects when the last cycle began */

static int64_t uncounted_nbyte; /* what the kernel says is resident beyond what the heap knows: huge pages touched in part, work buffers */

static int64_t count_outside(void)
{
	TuHeap *h = &tu__heap;
	return tu__gc_rss() - (h->pages_inuse + h->pages_free - h->pages_clean) * TU_PAGE + (1 << 20);
}

/* Memory outside the heap's pages: metadata, stacks, and two megabytes of program, tables and thread stacks. */
static int64_t outside_nbyte(void)
{
	int64_t n = tu__heap.meta_nbyte + tu__stack_sys_nbyte() + (2 << 20);
	return n < uncounted_nbyte ? uncounted_nbyte : n;
}

void tu__gc_commit_pace(void)
{
	TuGc *c = &tu__gc;
	int64_t live = c->live_marked;
	int64_t goal = tu__pace_goal(live, c->stack_nbyte, c->globals_nbyte, c->gogc, c->min_heap);
	int64_t limited = tu__pace_limit_goal(goal, c->memlimit, outside_nbyte() + frag_nbyte, live);
	if (limited < goal) {
		/* Progress needs room even when there is none; more of it once collections take half the time. */
		int64_t least = live + (c->limiter_on ? live / 4 + (4 << 20) : 256 << 10);
		limited = limited < least ? least : limited;
		goal = limited < goal ? limited : goal;
	}
	c->goal = goal;
	int64_t trigger = goal;
	if (tu_gc_kind == TU_GC_KIND_CONCURRENT && goal != INT64_MAX) {
		trigger = tu__pace_trigger(live, goal, tu__pace_runway(c->heap1 - c->heap0, c->t_term - c->t_mark, c->assist_ns / (tu__nproc > 2 ? tu__nproc - 1 : 1),
			(c->assist_ns + c->dedicated_ns + c->idle_ns) / ((tu__nproc + 3) / 4)));
		/* live does not count what was born marked and has died: leave the mutator some of its share all the same. */
		int64_t least = c->heap2 + (goal - live) / 4;
		if (trigger < least)
			trigger = least;
	}
	tu__heap.limit = c->memlimit == INT64_MAX ? INT64_MAX : c->memlimit - outside_nbyte();
	tu__heap.hard = c->hard == INT64_MAX ? INT64_MAX : c->hard - outside_nbyte();
	if (tu_gc_kind == TU_GC_KIND_NONE || !c->enabled)
		trigger = INT64_MAX;
	__atomic_store_n(&tu__heap.trigger, trigger, __ATOMIC_RELAXED);
}

/* ---- begin -------------------------------------------------------------------------------------------------------------------- */

static void flush_caches(void)
{
	for (int32_t i = 0; i < TU_MAX_PROC; i++)
		if (tu__allp[i])
			tu__heap_p_flush(tu__allp[i]);
}

static void note_pause(int64_t ns)
{
	TuGc *c = &tu__gc;
	struct { int64_t sec, nsec; } now;
	c->pause_total_ns += (uint64_t)ns;
	c->pause_ns[c->ncycle % 256] += (uint64_t)ns;
	TuTimespec t = tu_walltime();
	now.sec = t.sec;
	now.nsec = t.nsec;
	c->pause_end[c->ncycle % 256] = c->last_gc_unix = (uint64_t)now.sec * 1000000000u + (uint64_t)now.nsec;
}

static void check_marks_stw(void);

static int64_t process_cpu_ns(void)
{
	struct { int64_t sec, nsec; } t = { 0, 0 };
	tu__sys(228, 2, (int64_t)&t, 0, 0, 0, 0);       /* clock_gettime(CLOCK_PROCESS_CPUTIME_ID) */
	return t.sec * 1000000000 + t.nsec;
}

/* World stopped, everything marked. */
static void finish_stw(Marker *w)
{
	TuGc *c = &tu__gc;
	TuHeap *h = &tu__heap;
	while (tu__drain(w, INT64_MAX))
		;
	tu__special_finish_stw(w);
	while (tu__drain(w, INT64_MAX))
		;
	if (c->check)
		check_marks_stw();
	if (c->escapecheck)
		tu__escape_check_stw();
	flush_caches();                 /* marks of unused claims vanish */
	tu__marker_flush(w);
	c->phase = GC_OFF;
	__atomic_store_n(&tu_gc_marking, 0, __ATOMIC_RELEASE);
	c->heap1 = h->live;
	c->heap2 = c->mark_done_nbyte + (h->live - c->heap0);   /* what was allocated meanwhile was born marked */
	if (c->heap2 > c->heap1)
		c->heap2 = c->heap1;
	h->live = c->heap2;
	/* Of what was allocated during marking as much is taken to live on as of what was there before; the rest would otherwise be
	 * doubled by the goal. */
	int64_t born = c->heap2 - c->mark_done_nbyte;
	c->live_marked = c->mark_done_nbyte;
	if (c->heap0 > 0 && born > 0)
		c->live_marked += (int64_t)((double)born * ((double)c->mark_done_nbyte / (double)c->heap0));
	if (c->live_marked > c->heap2)
		c->live_marked = c->heap2;
	c->last_goal = c->goal;
	c->last_work = c->work_done;
	tu__sweep_start_stw();
	int64_t now = tu__nanotime();
	int64_t cpu = (c->t_mark - c->t_start) * tu__nproc + (now - c->t_term) * tu__nproc + c->assist_ns + c->dedicated_ns + c->idle_ns;
	c->total_cpu_ns += cpu;
	tu__gc_cpu.assist += c->assist_ns;
	tu__gc_cpu.dedicated += c->dedicated_ns;
	tu__gc_cpu.idle += c->idle_ns;
	tu__gc_cpu.pause += cpu - c->assist_ns - c->dedicated_ns - c->idle_ns;
	/* What the process computed, not what its Ps could have: an idle P is no mutator. */
	int64_t all = process_cpu_ns(), used = all - c->last_cpu_ns, over = c->limiter_on;
	int64_t gc = (c->t_mark - c->t_start) + (now - c->t_term) + c->assist_ns + c->dedicated_ns + c->idle_ns;
	c->last_cpu_ns = all;
	if (gc > used)
		gc = used;
	/* The share at which the bucket neither fills nor drains. */
	c->limiter_on = tu__limiter_update(&c->limiter_fill, gc * (100 - c->cpu_share) / 50, (used - gc) * c->cpu_share / 50, (int64_t)1000000000 * tu__nproc);
	if (over && c->limiter_fill > (int64_t)500000000 * tu__nproc)
		c->limiter_on = 1;      /* hysteresis: stays on until half empty */
	c->last_cycle_when = now;
	if (c->memlimit != INT64_MAX)
		uncounted_nbyte = count_outside();
	tu__gc_commit_pace();
	c->t_end = now;
	note_pause(now - c->t_term);
	c->ncycle++;
	if (c->limiter_on)
		tu__gc_cpu.limited = c->ncycle;
	tu__memprof_next_cycle();
	if (c->heapcheck && c->ncycle % (uint32_t)c->heapcheck == 0) {
		tu__sweep_all();
		tu__heap_check_stw();
	}
}

/* Roots, then grey objects, until about limit bytes are scanned; 0: nothing is left. */
static uint8_t mark_some(Marker *w, int64_t limit)
{
	int64_t stop = w->work_nbyte + limit;
	while (tu__root_job(w))
		if (w->work_nbyte >= stop)
			return 1;
	tu__shade_remembered(w);
	return tu__drain(w, stop - w->work_nbyte);
}

typedef struct { uint8_t forced, began; } BeginReq;

static void begin_on_m(void *arg)
{
	BeginReq *r = arg;
	TuGc *c = &tu__gc;
	TuHeap *h = &tu__heap;
	int64_t t0 = tu__nanotime();
	tu__stw_begin("GC start");
	if (c->phase != GC_OFF || (!r->forced && __atomic_load_n(&h->live, __ATOMIC_RELAXED) < h->trigger)) {
		tu__stw_end();
		return;
	}
	r->began = 1;
	c->t_start = t0;
	if (tu__pool_gc)
		tu__pool_gc();
	flush_caches();
	tu__sweep_all();
	c->forced = r->forced;
	if (r->forced)
		c->nforced++;
	__atomic_fetch_add(&c->started, 1, __ATOMIC_RELAXED);
	c->heap0 = h->live;
	frag_nbyte = h->pages_inuse * TU_PAGE - h->live;
	if (frag_nbyte < 0)
		frag_nbyte = 0;
	c->work_expected = c->ncycle ? c->last_work : h->live / 2;
	c->exclusive = tu__nproc <= EXCLUSIVE_NPROC;
	c->work_done = c->mark_done_nbyte = 0;
	c->nrestart = 0;
	c->assist_ns = c->dedicated_ns = c->idle_ns = 0;
	c->pause_ns[c->ncycle % 256] = 0;
	c->phase = GC_MARK;
	Marker *w = tu__gc_marker();
	if (tu_gc_kind == TU_GC_KIND_CONCURRENT && !c->stop_world) {
		int64_t stacks = c->stack_nbyte;
		__atomic_store_n(&tu_gc_marking, 1, __ATOMIC_RELEASE);
		tu__roots_begin_stw(w);
		tu__special_roots(w);
		c->t_mark = c->t_term = tu__nanotime();
		note_pause(c->t_mark - t0);
		/* A heap that is marked in less time than it takes to wake a worker and to stop again. */
		if (c->work_expected < SMALL_NBYTE && stacks + c->globals_nbyte < SMALL_NBYTE && tu__root_jobs() < SMALL_NSLOT &&
		    !mark_some(w, SMALL_NBYTE)) {
			finish_stw(w);
			tu__stw_end();
			return;
		}
		tu__marker_flush(w);
		tu__stw_end();
		return;
	}
	tu__roots_begin_stw(w);
	tu__special_roots(w);
	while (tu__root_job(w))
		;
	c->t_mark = c->t_term = tu__nanotime();
	note_pause(c->t_mark - t0);
	finish_stw(w);
	tu__stw_end();
}

/* ---- marking ------------------------------------------------------------------------------------------------------------------- */

uint8_t tu__mark_try(void) { return !__atomic_load_n(&mark_owned, __ATOMIC_RELAXED) && !__atomic_exchange_n(&mark_owned, 1, __ATOMIC_ACQUIRE); }
void tu__mark_unlock(void) { __atomic_store_n(&mark_owned, 0, __ATOMIC_RELEASE); }

enum { SLICE_MORE, SLICE_DRY, SLICE_BUSY };     /* work is left; none in sight; another one marks */
typedef struct { int64_t limit; int64_t *account; uint8_t end; } SliceReq;

static void slice_on_m(void *arg)
{
	SliceReq *r = arg;
	TuGc *c = &tu__gc;
	r->end = SLICE_DRY;
	if (c->phase != GC_MARK)
		return;
	uint8_t alone = c->exclusive;
	Marker *w = tu__gc_marker();
	/* Nothing to do must not look like somebody at work: others wait for that to end. */
	if (!tu__work_pending() && !tu__root_jobs() && !(w->raw && w->raw->n))
		return;
	if (alone && !tu__mark_try()) {
		r->end = SLICE_BUSY;
		return;
	}
	__atomic_fetch_add(&active, 1, __ATOMIC_SEQ_CST);
	int64_t t0 = tu__nanotime();
	if (mark_some(w, r->limit))
		r->end = SLICE_MORE;
	tu__marker_flush(w);
	if (alone)
		tu__mark_unlock();
	__atomic_fetch_add(r->account, tu__nanotime() - t0, __ATOMIC_RELAXED);
	__atomic_fetch_sub(&active, 1, __ATOMIC_SEQ_CST);
}

static uint8_t slice(int64_t limit, int64_t *account)
{
	SliceReq r = { limit, account, SLICE_DRY };
	tu__on_m(slice_on_m, &r);
	return r.end;
}

static void after_cycle(void);

static void finish_on_m(void *arg)
{
	TuGc *c = &tu__gc;
	int64_t t0 = tu__nanotime();
	tu__stw_begin("GC mark termination");
	if (c->phase != GC_MARK) {
		tu__stw_end();
		return;
	}
	for (int32_t i = 0; i < TU_MAX_PROC; i++) {
		Marker *o = tu__allp[i] ? tu__allp[i]->scratch[1] : NULL;
		if (!o)
			continue;
		if (o->raw && o->raw->n) {
			o->raw->raw = 1;
			tu__work_give(o->raw);
			o->raw = NULL;
		}
		tu__marker_flush(o);
	}
	/* What was hidden may be one word, and the heap behind it. There is an end to this: the snapshot does not grow. */
	Marker *w = tu__gc_marker();
	if (tu__drain(w, SLICE_NBYTE)) {
		tu__marker_flush(w);
		c->nrestart++;
		note_pause(tu__nanotime() - t0);
		tu__stw_end();
		return;
	}
	c->t_term = t0;
	finish_stw(w);
	tu__stw_end();
	*(uint8_t *)arg = 1;
}

/* The marking looks done: 1 when this call ended the cycle. */
static uint8_t try_finish(void)
{
	uint8_t ended = 0;
	if (tu__work_pending() || tu__root_jobs() || __atomic_load_n(&active, __ATOMIC_SEQ_CST) || __atomic_exchange_n(&finishing, 1, __ATOMIC_ACQUIRE))
		return 0;
	if (tu__gc.phase == GC_MARK)
		tu__on_m(finish_on_m, &ended);
	__atomic_store_n(&finishing, 0, __ATOMIC_RELEASE);
	if (ended)
		after_cycle();
	return ended;
}

/* Waits for the end of the other's slice; a worker then stays away for a while. */
static void take_over(void)
{
	__atomic_fetch_add(&assist_wants, 1, __ATOMIC_RELAXED);
	for (int32_t i = 0; i < 300 && __atomic_load_n(&mark_owned, __ATOMIC_RELAXED); i++)
		__builtin_ia32_pause();
	if (__atomic_load_n(&mark_owned, __ATOMIC_RELAXED))
		tu_sleep(50000);        /* its thread may not be running */
	__atomic_fetch_sub(&assist_wants, 1, __ATOMIC_RELAXED);
}

/* Another one marks the last objects, or its thread is off the CPU. */
static void wait_for_others(int32_t *n)
{
	if ((*n)++ < 3)
		tu__yield();
	else
		tu_sleep(*n < 20 ? 20000 : 200000);
}

/* A goroutine marks until the running cycle is over. */
static void help_to_end(int64_t *account)
{
	int32_t dry = 0;
	while (tu_gc_marking)
		switch (slice(SLICE_NBYTE, account)) {
		case SLICE_MORE:
			tu__stop_check();
			break;
		case SLICE_BUSY:
			take_over();
			break;
		case SLICE_DRY:
			if (!try_finish() && tu_gc_marking)
				wait_for_others(&dry);
		}
}

/* Whoever wakes may have looked before the flag was set: look again after. */
static void worker_unlock(void *arg)
{
	int64_t i = (int64_t)(intptr_t)arg;
	__atomic_store_n(&worker_parked[i], 1, __ATOMIC_SEQ_CST);
	if (tu_gc_marking && __atomic_exchange_n(&worker_parked[i], 0, __ATOMIC_SEQ_CST))
		tu__ready(worker[i]);
}

static void worker_loop(void *arg)
{
	int64_t i = (int64_t)(intptr_t)arg;
	worker[i] = tu__g();
	for (;;) {
		if (!tu_gc_marking)
			(void)tu__park(TU_WAIT_GC_WORKER, worker_unlock, arg);
		int64_t t0 = tu__nanotime(), away = WORKER_AWAY_NS;
		int32_t dry = 0;
		while (tu_gc_marking) {
			uint8_t end = slice(SLICE_NBYTE, &tu__gc.dedicated_ns);
			if (end == SLICE_BUSY || __atomic_load_n(&assist_wants, __ATOMIC_RELAXED)) {
				tu_sleep(away);
				away *= 2;
				t0 = tu__nanotime();
			} else if (end == SLICE_DRY) {
				if (!try_finish() && tu_gc_marking)
					wait_for_others(&dry);
			} else if (tu__nanotime() - t0 > WORKER_NS) {
				tu__yield();
				t0 = tu__nanotime();
			} else {
				tu__stop_check();
			}
		}
	}
}

static void wake_parked(TuG *g, uint32_t *parked)
{
	if (__atomic_exchange_n(parked, 0, __ATOMIC_ACQUIRE))
		tu__ready(g);
}

static void wake_workers(void)
{
	int32_t want = (tu__nproc + 3) / 4;
	for (int32_t i = 0; i < want && i < nworker; i++)
		if (worker[i])
			wake_parked(worker[i], &worker_parked[i]);
}

/* Called for every 64 KB or so that a goroutine allocates. The scan work should be as far as the room is used up; who finds it
 * behind does what is missing. Near the goal more work than expected shows up as work_done passing work_expected: then everything
 * allocated counts as work. Beyond the goal nobody allocates before the cycle is over. */
static void assist(void)
{
	TuGc *c = &tu__gc;
	while (tu_gc_marking) {
		int64_t used = __atomic_load_n(&tu__heap.live, __ATOMIC_RELAXED) - c->heap0, room = c->goal - c->heap0;
		int64_t done = __atomic_load_n(&c->work_done, __ATOMIC_RELAXED), all = c->work_expected;
		if (used > room + room / 8 + (1 << 20)) {
			help_to_end(&c->assist_ns);
			return;
		}
		if (room < 65536)
			room = 65536;
		if (done > all - all / 16)
			all = all / 4 > c->heap0 - all ? c->heap0 : all + (c->heap0 - all) / 4;
		int64_t need = used >= room ? all - done + 1 : (int64_t)((double)all * (double)used / (double)room) - done;
		if (need <= 0)
			return;
		switch (slice(need < SLICE_NBYTE ? need : SLICE_NBYTE, &c->assist_ns)) {
		case SLICE_MORE:
			tu__stop_check();
			break;
		case SLICE_BUSY:
			take_over();
			break;
		case SLICE_DRY:
			(void)try_finish();
			return;
		}
	}
}

uint8_t tu__gc_idle_work(void)
{
	if (!tu_gc_marking || tu__gc.exclusive || (!tu__work_pending() && !tu__root_jobs()) || !tu__p())
		return 0;
	SliceReq r = { SLICE_NBYTE, &tu__gc.idle_ns, SLICE_DRY };
	slice_on_m(&r);
	return r.end == SLICE_MORE;
}

/* ---- sweeping in the background ----------------------------------------------------------------------------------------------- */

static void sweeper_unlock(void *arg)
{
	__atomic_store_n(&sweeper_parked, 1, __ATOMIC_SEQ_CST);
	if (tu__heap.unswept_n > 0 && __atomic_exchange_n(&sweeper_parked, 0, __ATOMIC_SEQ_CST))
		tu__ready(sweeper);
}

static void sweep_batch(void *arg) { *(int64_t *)arg = tu__sweep_some(16); }

static void sweeper_loop(void *arg)
{
	sweeper = tu__g();
	for (;;) {
		int64_t n = 0;
		tu__on_m(sweep_batch, &n);
		if (n == 0)
			(void)tu__park(TU_WAIT_GC_WORKER, sweeper_unlock, NULL);
		else
			tu__yield();
	}
}

static void memprof_flush(void *arg) { tu__memprof_flush(); }
static void memprof_post_sweep(void *arg) { tu__memprof_post_sweep(); }
static void trim_stacks(void *arg) { tu__stack_trim(); }

static void after_cycle(void)
{
	tu__on_m(trim_stacks, NULL);
	if (tu__sample_live)
		tu__on_m(memprof_flush, NULL);
	if (sweeper)
		wake_parked(sweeper, &sweeper_parked);
	if (tu__gc.trace > 0 || tu__gc.trace_more)
		tu__gc_trace_cycle();
	if (tu__special_pending())
		tu__special_start();
}

/* ---- entry points ------------------------------------------------------------------------------------------------------------------ */

static void start_background(void)
{
	static uint32_t started;
	if (__atomic_exchange_n(&started, 1, __ATOMIC_ACQ_REL))
		return;
	tu__sysmon_need();
	if (tu_gc_kind == TU_GC_KIND_CONCURRENT) {
		nworker = (tu__ncpu > tu__nproc ? tu__ncpu : tu__nproc) / 4 + 1;
		for (int64_t i = 0; i < nworker; i++)
			(void)tu__go_system(worker_loop, (void *)(intptr_t)i);
	}
	(void)tu__go_system(sweeper_loop, NULL);
}

static uint8_t begin(uint8_t forced)
{
	start_background();
	BeginReq r = { forced, 0 };
	tu__on_m(begin_on_m, &r);
	if (r.began) {
		if (tu_gc_marking)
			wake_workers();
		else
			after_cycle();
	}
	return r.began;
}

void tu__gc_trigger(void)
{
	TuGc *c = &tu__gc;
	/* The frames between here and the stop have holes; what finished calls left there must not look alive for a whole cycle. */
	tu__stack_scrub_near();
	if (!c->enabled || tu_gc_kind == TU_GC_KIND_NONE)
		return;
	if (tu__heap.stress_on) {
		if (c->phase == GC_OFF)
			(void)begin(1);
		help_to_end(&c->assist_ns);
		return;
	}
	if (c->phase == GC_OFF)
		(void)begin(0);
	else
		assist();
}

void tu_gc(void)
{
	TuGc *c = &tu__gc;
	if (tu_gc_kind == TU_GC_KIND_NONE || !c->init_ns)
		return;
	tu__stack_scrub();
	help_to_end(&c->assist_ns);
	while (!begin(1))
		help_to_end(&c->assist_ns);
	help_to_end(&c->assist_ns);
	int64_t n = 1;
	while (n) {
		tu__on_m(sweep_batch, &n);
		tu__stop_check();
	}
	tu__on_m(memprof_post_sweep, NULL);
	tu__special_settle();
}

void tu__gc_init(void)
{
	TuGc *c = &tu__gc;
	c->init_ns = c->last_cycle_when = tu__nanotime();
	tu__gc_read_settings();
	c->trace = tu__godebug("gctrace", 0);
	c->check = tu__tucodebug("gccheck", 0) != 0 || tu__godebug("gccheckmark", 0) != 0;
	c->escapecheck = tu__tucodebug("escapecheck", 0) != 0;
	c->heapcheck = tu__tucodebug("heapcheck", 0);
	c->stop_world = tu__godebug("gcstoptheworld", 0) > 0;
	c->enabled = tu__godebug("sbrk", 0) <= 0;
	tu__gc_trace_init();
	tu__gc_commit_pace();
}

/* Goroutines start with the first cycle: small programs have none. Under a limit somebody must look at the resident size before. */
void tu__gc_start_background(void)
{
	if (tu__gc.memlimit != INT64_MAX)
		tu__sysmon_need();
}

/* ---- settings ------------------------------------------------------------------------------------------------------------------------- */

int32_t tu_set_gc_percent(int32_t pct)
{
	TuGc *c = &tu__gc;
	tu__lock(&c->lock);
	int32_t old = c->gogc;
	c->gogc = pct < 0 ? -1 : pct;
	tu__gc_commit_pace();
	tu__unlock(&c->lock);
	return old;
}

int64_t tu_set_memory_limit(int64_t n)
{
	TuGc *c = &tu__gc;
	tu__lock(&c->lock);
	int64_t old = c->memlimit;
	if (n >= 0) {
		tu__gc_limit_set();
		c->memlimit = n;
		tu__gc_commit_pace();
	}
	tu__unlock(&c->lock);
	return old;
}

static void scavenge_all(void *arg) { (void)tu__pages_scavenge(INT64_MAX); }

void tu_free_os_memory(void)
{
	tu_gc();
	tu__on_m(scavenge_all, NULL);
}

/* What was in use lately, falling by half in about a second: pages that a steady program frees and takes again should not go
 * to the kernel and back in between. */
static int64_t recent_use(int64_t now)
{
	static int64_t peak, then;
	int64_t use = tu__heap.pages_inuse * TU_PAGE, ns = now - then;
	then = now;
	if (ns > 1000000000)
		ns = 1000000000;
	if (use < peak)
		use = peak - (int64_t)((double)(peak - use) * (double)ns / 1.5e9);
	return peak = use;
}

/* Free pages beyond what the next cycle will use go back to the kernel, slowly: 4 MB a tick. 1: there is more to give back. */
uint8_t tu__gc_sysmon(int64_t now)
{
	TuGc *c = &tu__gc;
	TuHeap *h = &tu__heap;
	if (!c->init_ns)
		return 0;
	tu__gc_watch_group(now);
	if (c->memlimit != INT64_MAX && c->phase == GC_OFF && h->pages_inuse * TU_PAGE > c->memlimit / 2) {
		int64_t n = count_outside();
		if (n > uncounted_nbyte + (256 << 10)) {
			tu__lock(&c->lock);
			uncounted_nbyte = n;
			tu__gc_commit_pace();
			tu__unlock(&c->lock);
		}
	}
	/* At least one collection every two minutes: sysmon can not run it, the next allocation does. */
	if (c->gogc >= 0 && c->phase == GC_OFF && now - c->last_cycle_when > 120000000000 && h->trigger != INT64_MAX)
		__atomic_store_n(&h->trigger, 0, __ATOMIC_RELAXED);
	int64_t recent = recent_use(now);
	if (__atomic_load_n(&h->unswept_n, __ATOMIC_RELAXED) > 0)
		return 1;
	int64_t dirty = (h->pages_free - h->pages_clean) * TU_PAGE, resident = h->pages_inuse * TU_PAGE + dirty;
	int64_t keep = c->goal == INT64_MAX ? c->memlimit : c->goal;
	if (keep > c->memlimit)
		keep = c->memlimit;
	if (keep == INT64_MAX)
		return 0;
	keep += keep / 10 + frag_nbyte;
	if (c->memlimit == INT64_MAX && keep < recent)
		keep = recent;
	int64_t excess = resident - keep;
	if (excess > dirty)
		excess = dirty;
	if (excess > 0) {
		int64_t t0 = tu__nanotime();
		(void)tu__pages_scavenge(excess < (4 << 20) ? excess : 4 << 20);
		tu__gc_cpu.scavenge += tu__nanotime() - t0;
	}
	return excess > 0 || recent > h->pages_inuse * TU_PAGE + (8 << 20);
}

/* ---- TUCODEBUG=gccheck=1 ------------------------------------------------------------------------------------------------------------------ */

/* Marks once more from the roots with the world stopped, after saving the marks: whatever the second pass reaches and the
 * first did not was lost by the first. Uses its own bitmaps in C memory. */
static void check_marks_stw(void)
{
	TuHeap *h = &tu__heap;
	uint64_t total = 0, at = 0, lost = 0;
	for (uint32_t i = 0; i < h->nspan; i++)
		if (h->spans[i])
			total += h->spans[i]->nword;
	uint64_t *saved = tu__os_alloc((int64_t)(2 * total + 1) * 8);
	for (uint32_t i = 0; i < h->nspan; i++) {
		Span *s = h->spans[i];
		for (uint32_t k = 0; s && k < s->nword; k++) {
			saved[at++] = s->mark[2 * k];
			saved[at++] = s->mark[2 * k + 1];
			s->mark[2 * k] = s->mark[2 * k + 1] = 0;
		}
	}
	for (int64_t i = tu__g_nslot() - 1; i >= 0; i--)
		if (tu__g_slot(i)->state != TU_G_DEAD && tu__g_slot(i)->gc_seq != tu__gc_stack_seq)
			tu__throw("gccheck: a stack was not scanned");
	int64_t done = tu__gc.work_done, bytes = tu__gc.mark_done_nbyte;
	Marker *w = tu__gc_marker();
	int64_t wn = w->work_nbyte, mn = w->marked_nbyte;
	/* Stacks only when they were scanned in this very stop: words left over from returned calls may have become visible
	 * again since, and name objects that were garbage all along. */
	if (tu_gc_kind == TU_GC_KIND_STW || tu__gc.stop_world) {
		tu__roots_begin_stw(w);
		while (tu__root_job(w))
			;
	}
	tu__special_roots(w);
	tu__roots_globals(w);
	while (tu__drain(w, INT64_MAX))
		;
	w->work_nbyte = wn;
	w->marked_nbyte = mn;
	tu__gc.work_done = done;
	tu__gc.mark_done_nbyte = bytes;
	at = 0;
	for (uint32_t i = 0; i < h->nspan; i++) {
		Span *s = h->spans[i];
		for (uint32_t k = 0; s && k < s->nword; k++, at += 2) {
			uint64_t missing = s->mark[2 * k] & ~(saved[at] | saved[at + 1]);
			if (missing && lost++ < 10)
				tu__printf("gccheck: object %p of class %d was not marked\n",
					s->start + ((uint64_t)k * 64 + (uint64_t)__builtin_ctzll(missing)) * s->size, s->cls);
			s->mark[2 * k] = saved[at];
			s->mark[2 * k + 1] = saved[at + 1];
		}
	}
	tu__os_release(saved, (int64_t)(2 * total + 1) * 8);
	if (lost)
		tu__throw("gccheck: reachable objects were not marked");
}
#endif
