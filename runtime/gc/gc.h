/* gc.h: the collector: phases, markers, and the interface between collectors and the rest.
 *
 * Which collector runs is a link-time choice, one library each (the first three differ only in kind.c):
 *     (no macro)            concurrent
 *     -DTUCO_GC_STW=1       the same heap, marking with the world stopped
 *     -DTUCO_GC_NONE=1      the same heap, never collected
 *     -DTUCO_GC_BOEHM=1     libgc, against glibc; runtime/heap and runtime/gc reduce to boehm.c and pure helpers
 * The first three differ only in the value of tu_gc_kind, a weak constant: a program unit may define it instead, with one library.
 *
 * A collector is the implementation of: tu__heap_init, tu__heap_p_init, tu__heap_p_flush, tu__gc_init, tu__gc_trigger, tu_gc,
 * tu_wb_slow (and the typed barriers), the allocation functions of heap.h, tu__heap_stats_stw.
 *
 * One cycle: stop; finish sweeping; flush caches; scan runtime roots; go on; scan globals and stacks (conservatively, with saved
 * registers), mark what was reached; stop; handle weak handles, finalizers, cleanups; hand all spans to the sweeper; go on.
 *
 * Concurrent marking is by snapshot: everything reachable in the first stop gets marked. While tu_gc_marking is set,
 * a store first shades the pointer it overwrites (deletion barrier), and new objects are born marked. A goroutine runs again only after
 * its stack was scanned (roots.c), so a pointer that it holds was either in the snapshot or loaded from it later, or belongs to
 * a new object: no insertion barrier is needed, and initialising stores need none at all. */
#ifndef TUCO_GC_H
#define TUCO_GC_H
#include "runtime/base/rt.h"
#include "runtime/heap/heap.h"

enum { TU_GC_KIND_CONCURRENT, TU_GC_KIND_STW, TU_GC_KIND_NONE };
extern const int32_t tu_gc_kind;

enum { GC_OFF, GC_MARK, GC_TERM };

/* ---- work ------------------------------------------------------------------------------------------------------------------ */

#define GC_BUF 1022
typedef struct WorkBuf { struct WorkBuf *next; uint32_t n, raw; uintptr_t obj[GC_BUF]; } WorkBuf;       /* raw: words to shade, not objects to scan */

/* One marker per P (and one for stopped worlds). Used only by the thread that holds the P, without safepoints in between. */
typedef struct Marker {
	WorkBuf *buf;           /* local stack of grey objects */
	WorkBuf *raw;           /* what barriers remembered */
	int64_t work_nbyte;     /* scanned, not yet reported */
	int64_t marked_nbyte;   /* newly marked, not yet reported */
	int64_t idle_ns;
} Marker;

void tu__work_init(void);
WorkBuf *tu__work_empty(void);
void tu__work_give(WorkBuf *b);         /* full or not, with objects */
WorkBuf *tu__work_take(void);           /* NULL: none */
uint8_t tu__work_pending(void);

/* ---- marking (mark.c) ------------------------------------------------------------------------------------------------------ */
Marker *tu__gc_marker(void);            /* of the current P */
void tu__mark_ptr(Marker *w, uintptr_t p);      /* any word; shades the object it points into; by who may mark */
void tu__remember(uintptr_t p);         /* by goroutines while a cycle marks: p will be shaded. Preemption is disabled */
uint8_t tu__is_marked(uintptr_t p);     /* 1 also for addresses outside the heap */
void tu__mark_range(Marker *w, const void *lo, const void *hi);         /* conservative */
void tu__scan_object(Marker *w, uintptr_t obj); /* children of an object, marked or not */
void tu__remember_range(const void *lo, const void *hi);        /* tu__remember for each word that names an unmarked object */
void tu__escape_check_stw(void);         /* escapecheck.c */
void tu__escape_check_raw(void *obj);    /* allocated by tu__gc_alloc_raw */
void tu__shade_remembered(Marker *w);   /* by who may mark: what the barriers of this P remembered */
/* Scans grey objects until none is left or about limit bytes are scanned; 0: ran dry. */
uint8_t tu__drain(Marker *w, int64_t limit);
void tu__marker_flush(Marker *w);       /* local work to the shared list, counters to tu__gc */

/* ---- roots (roots.c) --------------------------------------------------------------------------------------------------------- */
/* First stop: shades what runtime structures hold and makes jobs of stacks and globals. */
void tu__roots_begin_stw(Marker *w);
uint8_t tu__root_job(Marker *w);        /* does one, by who may mark; 0: none is left */
int64_t tu__root_jobs(void);            /* goroutine slots not yet looked at, and one for globals */
void tu__roots_globals(Marker *w);      /* all of them, world stopped */
void tu__gc_add_root(void *lo, int64_t nbyte);  /* C data that holds Go pointers, for ever */

/* ---- specials (special.c) ------------------------------------------------------------------------------------------------------ */
void tu__special_roots(Marker *w);      /* closures of finalizers and cleanups, what finalizable objects refer to */
void tu__special_finish_stw(Marker *w); /* everything is marked: clear weak handles, queue finalizers, keep what they need */

/* ---- running finalizers and cleanups (finalize.c) ------------------------------------------------------------------------------- */
typedef struct FinCall {
	struct FinCall *next;
	void *fn;               /* closure */
	const TuType *ft, *ot;  /* finalizer: type of fn, pointer type of the object */
	void *obj;              /* finalizer: its argument */
	uint8_t cleanup;        /* fn takes nothing */
} FinCall;
void tu__finalizer_check(const TuType *t, const TuType *ft);
void tu__finq_add(FinCall *c);          /* world stopped; keeps c until tu__finq_free */
void tu__finq_free(FinCall *c);         /* implemented by the collector; runs on a goroutine */
void tu__finq_roots(Marker *w);
uint8_t tu__special_pending(void);
void tu__special_settle(void);          /* after a forced cycle: lets its finalizers run, as programs expect, unless they take long */
void tu__special_start(void);           /* makes the goroutine that runs the queue, or wakes it */

/* ---- cycle (cycle.c) -------------------------------------------------------------------------------------------------------------- */
typedef struct {
	int32_t phase;
	uint32_t nrestart;      /* of the running cycle */
	uint8_t forced;
	uint32_t ncycle, nforced;
	uint32_t started;       /* atomic: cycles begun */
	int32_t gogc;           /* -1: off */
	int64_t memlimit;
	int64_t goal, last_goal;
	int64_t stack_nbyte, globals_nbyte;
	int64_t live_marked;    /* by the last cycle */
	int64_t heap0, heap1, heap2;
	int64_t work_done, work_expected;       /* atomic; scan work of the running cycle */
	int64_t last_work;      /* of the last cycle */
	int64_t mark_done_nbyte;                /* atomic; bytes marked in the running cycle */
	int64_t assist_ns, dedicated_ns, idle_ns;       /* of the running cycle */
	int64_t t_start, t_mark, t_term, t_end;
	int64_t init_ns;
	int64_t total_cpu_ns;   /* all collection work, ever */
	int64_t limiter_fill, last_cpu_ns;
	int32_t cpu_share;      /* TUCOGCCPU: percent of the CPU that collections may take when a limit is near */
	int64_t min_heap;       /* GOGCMIN; goal of an empty heap at GOGC=100 */
	int64_t hard;           /* TUCOMEMHARD; fatal beyond, INT64_MAX: none */
	uint8_t limiter_on;
	uint64_t pause_ns[256], pause_end[256];
	uint64_t pause_total_ns, last_gc_unix;
	int64_t last_cycle_when;
	int64_t trace;
	uint8_t enabled, check, escapecheck;
	uint8_t stop_world;     /* GODEBUG=gcstoptheworld=1: marks with the world stopped */
	uint8_t trace_more;     /* pacer, scavenger or JSON lines are wanted */
	uint8_t exclusive;      /* one marker at a time: mark bits are set without atomic operations */
	int64_t heapcheck;
	TuLock lock;            /* settings and statistics */
} TuGc;
extern TuGc tu__gc;

/* ---- pacing (pacer.c): pure functions ------------------------------------------------------------------------------------------------ */
int64_t tu__pace_goal(int64_t live, int64_t stacks, int64_t globals, int32_t gogc, int64_t minheap);
/* limit < INT64_MAX: the goal that keeps the total under it, given everything that is not live heap. Never below live. */
int64_t tu__pace_limit_goal(int64_t goal, int64_t limit, int64_t other, int64_t live);
/* Where a cycle starts, between live and goal; mark_ns and alloc rate from the last cycle. */
/* Bytes the program would allocate while the workers alone mark, from the last cycle: it allocated nbyte in wall_ns of marking, assist_ns
 * of which each goroutine spent on assists; workers alone would have needed work_ns. */
int64_t tu__pace_runway(int64_t nbyte, int64_t wall_ns, int64_t assist_ns, int64_t work_ns);
int64_t tu__pace_trigger(int64_t live, int64_t goal, int64_t runway);
/* GOGC text: 100 when malformed or empty as in Go, -1 for off. */
int32_t tu__parse_gogc(const char *s);
/* settings.c */
void tu__gc_read_settings(void);
void tu__gc_watch_group(int64_t now);
void tu__gc_limit_set(void);            /* SetMemoryLimit: the control group is no longer asked */
int64_t tu__gc_rss(void);               /* resident bytes of the process; 0: unknown */
int64_t tu__cgroup_limit(void);         /* INT64_MAX: none */
/* GOMEMLIMIT text; *ok = 0 when malformed. INT64_MAX for off and empty. */
int64_t tu__parse_memlimit(const char *s, uint8_t *ok);
/* Leaky bucket of collector time; 1: over the share. */
uint8_t tu__limiter_update(int64_t *fill, int64_t gc_ns, int64_t mutator_ns, int64_t cap_ns);

/* Exclusive cycles: the right to mark. */
uint8_t tu__mark_try(void);
void tu__mark_unlock(void);

void tu__sysmon_need(void);             /* sched/sysmon.c; its header would bring all of sched */
void tu__gc_trace_line(void);           /* gctrace.c; prints the cycle that just ended */
void tu__gc_trace_init(void);           /* tracejson.c: GODEBUG=gcpacertrace=1, scavtrace=1, TUCOTRACE */
void tu__gc_trace_cycle(void);          /* whatever is wanted about the cycle that just ended */
void tu__gc_commit_pace(void);          /* recomputes goal and trigger from the settings */
#endif
