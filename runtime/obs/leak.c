/* leak.c: goroutines that can never run again.
 *
 * A goroutine that waits for a channel, a mutex, a wait group or a condition is woken only by one that has that object in its reach. So, with
 * the world stopped: mark from the globals, the runtime's own roots, and the stacks of all goroutines that do not wait for such an object. A
 * waiting goroutine whose object is marked may be woken: its stack is a root too. When no more are found, the rest has leaked, together
 * with all it refers to. (What a goroutine waits for may be on its own stack; that is no reason to call it reachable.)
 *
 * Stacks are scanned word by word: a stale word may hide a leak, but what is reported is one. The search borrows the collector's mark
 * bits between two cycles and leaves them clear. */
#include "runtime/obs/prof.h"
#include "runtime/obs/exit.h"
#include "runtime/gc/gc.h"
#include "runtime/chan/chan.h"

#ifdef TUCO_GC_BOEHM
void tu_leak_find(void) { tu__print("runtime: the search for leaked goroutines is not supported with -gc=boehm\n"); }
void tu__leak_find_exit(void) { tu_leak_find(); }
#else

/* 1: waits for something that only other goroutines can make happen. */
static uint8_t is_candidate(const TuG *g)
{
	if (g->system || g->state != TU_G_WAITING)
		return 0;
	switch (g->wait_reason) {
	case TU_WAIT_MUTEX:
	case TU_WAIT_RW_RLOCK:
	case TU_WAIT_RW_LOCK:
	case TU_WAIT_WAITGROUP:
	case TU_WAIT_COND:
	case TU_WAIT_RECV:
	case TU_WAIT_SEND:
	case TU_WAIT_RECV_NIL:
	case TU_WAIT_SEND_NIL:
	case TU_WAIT_SELECT:
	case TU_WAIT_SELECT_NONE:
		return 1;
	}
	return 0;
}

static uint8_t reachable(const TuG *g, const void *p)
{
	if (tu__in_heap(p))
		return tu__is_marked((uintptr_t)p);
	for (const TuSeg *s = g->seg; s; s = s->prev)
		if ((uintptr_t)p >= s->lo && (uintptr_t)p < (uintptr_t)s)
			return 0;
	return 1;
}

/* What g waits for is in reach of what has been marked. */
static uint8_t may_wake(const TuG *g)
{
	switch (g->wait_reason) {
	case TU_WAIT_RECV:
	case TU_WAIT_SEND:
		return reachable(g, g->waiting->c);
	case TU_WAIT_SELECT:
		for (const TuSudog *s = g->waiting; s; s = s->last ? NULL : s + 1)
			if (reachable(g, s->c))
				return 1;
		return 0;
	case TU_WAIT_RECV_NIL:
	case TU_WAIT_SEND_NIL:
	case TU_WAIT_SELECT_NONE:
		return 0;
	}
	return reachable(g, g->wait_arg);
}

typedef struct { Marker *w; int64_t nleft, nfound; TuG *gone; } Search;        /* gone: does not count, although it runs */

static void mark_range(void *arg, void *lo, void *hi) { tu__mark_range(arg, lo, hi); }

static void first_pass(void *arg, TuG *g)
{
	Search *s = arg;
	g->leaked = is_candidate(g);
	s->nleft += g->leaked;
	if (!g->leaked && g != s->gone)
		tu__g_stack_ranges(g, mark_range, s->w);
}

static void next_pass(void *arg, TuG *g)
{
	Search *s = arg;
	if (!g->leaked || !may_wake(g))
		return;
	g->leaked = 0;
	s->nleft--;
	s->nfound++;
	tu__g_stack_ranges(g, mark_range, s->w);
}

static void drain(Marker *w)
{
	while (tu__drain(w, INT64_MAX))
		;
}

static void clear_marks(void)
{
	TuHeap *h = &tu__heap;
	for (uint32_t i = 0; i < h->nspan; i++)
		if (h->spans[i])
			__builtin_memset(h->spans[i]->mark, 0, (uint64_t)h->spans[i]->nword * 16);
}

typedef struct { TuG *gone; uint8_t done; } FindArg;

static void find_on_m(void *arg)
{
	FindArg *a = arg;
	tu__stw_begin("goroutine leaks");
	if (tu__gc.phase == GC_OFF) {
		for (int32_t i = 0; i < TU_MAX_PROC; i++)
			if (tu__allp[i])
				tu__heap_p_flush(tu__allp[i]);
		tu__sweep_all();
		Marker *w = tu__gc_marker(), before = *w;
		int64_t done = tu__gc.work_done, marked = tu__gc.mark_done_nbyte, stacks = tu__gc.stack_nbyte, globals = tu__gc.globals_nbyte;
		Search s = { w, 0, 1, a->gone };
		tu__each_g(first_pass, &s);
		tu__sched_roots(mark_range, w);
		tu__special_roots(w);
		tu__roots_globals(w);
		drain(w);
		while (s.nleft && s.nfound) {
			s.nfound = 0;
			tu__each_g(next_pass, &s);
			drain(w);
		}
		w->work_nbyte = before.work_nbyte;
		w->marked_nbyte = before.marked_nbyte;
		tu__gc.work_done = done;
		tu__gc.mark_done_nbyte = marked;
		tu__gc.stack_nbyte = stacks;
		tu__gc.globals_nbyte = globals;
		clear_marks();
		a->done = 1;
	}
	tu__stw_end();
}

static void find(TuG *gone)
{
	FindArg a = { gone, 0 };
	tu__stack_scrub();
	for (int32_t i = 0; i < 100; i++) {
		tu__on_m(find_on_m, &a);
		if (a.done)
			return;
		tu_gc();                        /* a cycle is running: let it end */
	}
}

void tu_leak_find(void) { find(NULL); }
void tu__leak_find_exit(void) { find(tu__g()); }
#endif

/* ---- the report --------------------------------------------------------------------------------------------------------------------- */

enum { MAX_GROUP = 4096, MAX_SHOWN = 50 };
typedef struct { uint64_t hash; TuG *g; int64_t n; } Group;     /* goroutines that wait at the same place */
typedef struct { Group *group; int64_t ngroup, n; } Report;

static void add_to_report(void *arg, TuG *g, const uintptr_t *pc, uint32_t n)
{
	Report *r = arg;
	uint64_t h = g->create_pc;
	for (uint32_t i = 0; i < n; i++)
		h = (h ^ pc[i]) * 0x9e3779b97f4a7c15u, h ^= h >> 31;
	r->n++;
	for (int64_t i = 0; i < r->ngroup; i++)
		if (r->group[i].hash == h) {
			r->group[i].n++;
			return;
		}
	if (r->ngroup < MAX_GROUP)
		r->group[r->ngroup++] = (Group){ h, g, 1 };
}

static void print_chan(const TuChan *c)
{
	tu__print("channel of ");
	tu__print_n(c->elem->str.p, c->elem->str.n);
	tu__printf(" at %p", c);
	if (c->cap)
		tu__printf(" (%d of %d elements)", c->n, c->cap);
}

static void print_wait(const TuG *g)
{
	static const char *const what[] = {
		[TU_WAIT_MUTEX] = "the unlocking of the sync.Mutex", [TU_WAIT_RW_RLOCK] = "the unlocking of the sync.RWMutex",
		[TU_WAIT_RW_LOCK] = "the unlocking of the sync.RWMutex", [TU_WAIT_WAITGROUP] = "the end of the sync.WaitGroup",
		[TU_WAIT_COND] = "a signal of the sync.Cond",
	};
	tu__print("waits for ");
	switch (g->wait_reason) {
	case TU_WAIT_RECV:
	case TU_WAIT_SEND:
		tu__print(g->wait_reason == TU_WAIT_RECV ? "a value from the " : "a receiver at the ");
		print_chan(g->waiting->c);
		break;
	case TU_WAIT_SELECT:
		if (!g->waiting)
			tu__print("nothing: all channels of the select are nil");
		for (const TuSudog *s = g->waiting; s; s = s->last ? NULL : s + 1) {
			tu__print(s == g->waiting ? "the " : " or the ");
			print_chan(s->c);
		}
		break;
	case TU_WAIT_RECV_NIL:
	case TU_WAIT_SEND_NIL:
		tu__print("nothing: the channel is nil");
		break;
	case TU_WAIT_SELECT_NONE:
		tu__print("nothing: the select has no cases");
		break;
	default:
		tu__printf("%s at %p", what[g->wait_reason], g->wait_arg);
	}
	tu__print("\n");
}

static void report_on_m(void *arg)
{
	Report *r = arg;
	r->group = tu__os_alloc(MAX_GROUP * (int64_t)sizeof *r->group);
	tu__each_go_stack(1, NULL, add_to_report, r);
	if (!r->n)
		return;
	tu__stw_begin("leak report");
	tu_print_lock();
	tu__printf("leakcheck: %d %s never run again\n", r->n, r->n == 1 ? "goroutine can" : "goroutines can");
	for (int64_t i = 0; i < r->ngroup && i < MAX_SHOWN; i++) {
		tu__print("\n");
		tu__traceback(r->group[i].g, NULL);
		print_wait(r->group[i].g);
		if (r->group[i].n > 1)
			tu__printf("and %d more like it\n", r->group[i].n - 1);
	}
	if (r->ngroup > MAX_SHOWN)
		tu__printf("\n%d other places are not shown\n", r->ngroup - MAX_SHOWN);
	tu_print_unlock();
	tu__stw_end();
}

int64_t tu__leak_report(void)
{
	Report r = { 0 };
	tu__on_m(report_on_m, &r);
	return r.n;
}
