/* rt.h: what every part of the runtime may know: G, M, P, locks, printing, knobs, the world, and the calls upwards.
 *
 * Three contexts in which runtime code runs:
 *   goroutine   on the segmented stack of tu_g; prologues check the guard at %fs:0x70; may park; may be stopped at any call
 *               unless m->locks > 0.
 *   M stack     on the thread's own stack (scheduler loop, tu__on_m): guard is 0, never stopped, never parks. Inside tu__on_m
 *               tu_g is still the goroutine that asked; in the scheduler loop tu_g is the M's g0, which owns no stack.
 *   signal      on the alternate stack; only no_split_stack code, or code run after the guard was set to 0.
 * A goroutine may wake on another thread after any call that can be a safepoint: fetch tu__m() again, never keep it.
 * Everything on goroutine stacks and M stacks is compiled with -fsplit-stack; libc functions are not: only small leaves
 * (memcpy, memset, memmove, memcmp) may be called on a goroutine stack. */
#ifndef TUCO_RT_H
#define TUCO_RT_H

#include "runtime/include/tuco.h"
#include "runtime/abi/externs.h"

#define TU_NOSPLIT   __attribute__((no_split_stack))
#define TU_NOINLINE  __attribute__((noinline))
#define TU_ARRAY_LEN(a) ((int64_t)(sizeof(a) / sizeof((a)[0])))

typedef struct TuM TuM;
typedef struct TuP TuP;
typedef struct TuSeg TuSeg;
typedef struct TuPanic TuPanic;
typedef struct TuSudog TuSudog;
typedef struct TuTimerHeap TuTimerHeap;

/* ---- locks -------------------------------------------------------------------------------------------------------------- */

/* Futex mutex: 0 free, 1 held, 2 held and somebody sleeps. Usable on any stack and from threads without an M (sysmon).
 * The holder is not preempted (m->locks). Never park while holding one. Not recursive. */
typedef struct { uint32_t v; } TuLock;
void tu__lock_slow(TuLock *l);
void tu__unlock_slow(TuLock *l);

/* One-shot event for threads: wait returns after wake. clear before reuse. */
typedef struct { uint32_t v; } TuNote;
void tu__note_clear(TuNote *n);
void tu__note_wake(TuNote *n);
void tu__note_wait(TuNote *n);
uint8_t tu__note_wait_ns(TuNote *n, int64_t ns);        /* 0: timed out; ns < 0: no limit */

/* ---- goroutine ------------------------------------------------------------------------------------------------------------ */

/* A stack segment. The header sits at the segment's high end; the stack starts at the header's address and grows down to lo.
 * Segments of a goroutine form a chain; those after g->seg are a cache. Offsets are known to arch/switch_amd64.S. */
struct TuSeg {
	TuSeg *next, *prev;     /* 0, 8   younger, older */
	uintptr_t guard;        /* 16     lowest rsp a prologue accepts: lo + TU_STACK_SLACK */
	uintptr_t prev_sp;      /* 24     rsp in prev when this segment was entered */
	uintptr_t lo;           /* 32     first byte */
	uintptr_t nbyte;        /* 40     whole size including header */
};
#define TU_STACK_SLACK 640   /* 256 for small frames that do not subtract theirs, the rest for __morestack's slow path */

enum {                          /* TuG.state: who may touch the goroutine */
	TU_G_DEAD,              /* on a free list */
	TU_G_RUNNABLE,          /* on exactly one run queue (or in the hands of the one who readies it) */
	TU_G_RUNNING,           /* owned by m */
	TU_G_WAITING,           /* parked: owned by whatever will ready it */
	TU_G_SYSCALL            /* in a system call, its P may be taken away */
};

/* TuG is the top of its first segment: &g->seg0 is both the segment header and the first stack pointer. The collector scans
 * the whole structure with the stack, so its fields are roots. */
struct TuG {
	TuSeg seg0;             /* 0      must be first */
	TuSeg *seg;             /* 48     current segment */
	uintptr_t sp;           /* 56     saved stack pointer while not running, or while on the M's stack, or in a system call */
	uint32_t on_cpu;        /* 64     1 until the registers are saved; the next runner waits for 0 */
	uint32_t state;         /* 68     TU_G_* */
	TuFrame *frames;        /* 72     newest frame that defers; tuco.h knows the offsets of these two */
	void *defer_code;       /* 80     code the panic machinery just called, see panic/panic.c */
	void **gift;            /* 88     rooms for the results of the call being made (tu_gift) */
	uint8_t preempt;        /* wanted to yield */
	uint8_t wait_reason;    /* row of waits.def */
	uint8_t system;         /* not counted for deadlock or NumGoroutine, hidden in tracebacks */
	uint8_t param;          /* result of the last park, by the waker */
	uint8_t goexiting;
	uint8_t async_stopped;  /* stopped by signal in emitted code: all registers are on its stack */
	uint8_t sel_done;       /* select: set by the first waker that claims it (atomic) */
	uint8_t locked;         /* bound to m by LockOSThread (lock_depth > 0) */
	int64_t wait_since;     /* found parked at this time by sysmon, 0: not yet; in the cache line that parking writes anyway */
	TuG *qnext;             /* link in run queues and free lists */
	TuM *m;                 /* running on; NULL otherwise */
	int64_t id;
	TuClosure *fn;          /* entry */
	uintptr_t create_pc;    /* return address of the go statement */
	int64_t parent_id;
	TuPanic *panics;        /* newest panic */
	uintptr_t stack_nbyte;  /* sum of segments in use */
	TuSudog *waiting;       /* what it is parked on */
	void *wait_arg;         /* private to the waker and the parked */
	void *local;            /* tu_g_local_get */
	uint32_t lock_depth;
	uint32_t slot;          /* index in its slab */
	uintptr_t sigpc, sigaddr, sigcode;   /* of the SIGSEGV or SIGFPE being turned into a panic */
	TuM *lockedm;
	uint32_t gc_seq;        /* tu__gc_stack_seq: scanned in this cycle; one more: being scanned (runtime/gc/roots.c) */
	uintptr_t debug_sp;     /* saved stack pointer kept for tracebacks of running goroutines */
	TuFrame *goexit_frame;
	uint8_t fault_panics;   /* debug.SetPanicOnFault */
	uint8_t leaked;         /* the last search found that nothing can wake it */
	void *race;             /* owner: race */
} __attribute__((aligned(16)));

/* ---- thread ---------------------------------------------------------------------------------------------------------------- */

struct TuM {
	TuG *g0;                /* 0      stands for the scheduler; has no segments */
	TuG *curg;              /* 8      goroutine on this thread or NULL */
	TuP *p;                 /* 16     held P or NULL */
	uintptr_t g0_sp;        /* 24     where to continue on the thread's stack */
	uint32_t on_m;          /* 32     > 0: running on the thread's stack */
	int32_t locks;          /* 36     > 0: do not stop, do not migrate */
	uintptr_t *guard_addr;  /* 40     this thread's %fs:0x70; others store ~0 there to request a stop */
	uintptr_t on_m_sp;      /* 48 */
	uint8_t spinning, blocked, in_signal, dying;
	TuP *next_p;            /* P handed over with wake */
	TuP *syscall_p;         /* P held before the system call */
	uint32_t syscall_tick;
	TuNote wake;
	TuM *idle_link;
	TuM *all_link;          /* list of all Ms, never shrinks */
	TuG *locked_g;
	int32_t tid;
	uint64_t rng[2];        /* owner: tu__rand64 */
	void *sigstack;
	uintptr_t stack_lo, stack_hi;   /* the thread's own stack as far as known */
	int64_t id;
	void *scratch[4];       /* [0] heap, [1] gc, [2] obs, [3] free */
	uint32_t after;         /* what the scheduler does for the goroutine that just left: TU_AFTER_* in sched.h */
	TuG *after_g;
	TuG *next_g;            /* to run next, found on a goroutine stack but not runnable from there */
	int64_t futile;         /* owner: find_runnable */
};

/* ---- processor -------------------------------------------------------------------------------------------------------------- */

enum { TU_P_IDLE, TU_P_RUNNING, TU_P_SYSCALL, TU_P_STOPPED, TU_P_DEAD };

#define TU_RUNQ 256
struct TuP {
	int32_t id;
	uint32_t status;        /* TU_P_*; changed by CAS out of SYSCALL */
	TuM *m;
	uint32_t preempt;       /* 16     run the scheduler at the next safepoint */
	struct TuHeapCache *cache;      /* owner: heap */
	void *scratch[6];       /* [0] heap, [1] gc, [2] val, [3] sync pools, [4] obs, [5] free */
	TuP *idle_link;
	uint32_t sched_tick, syscall_tick;
	uint32_t nswitch;       /* goroutines entered, whoever's time slice it was; thieves and sysmon see whether queues move */
	uint32_t seen_nswitch;  /* owner: sysmon */
	uint32_t seen_sched_tick, seen_syscall_tick;    /* owner: sysmon */
	int64_t seen_sched_when, seen_syscall_when;
	TuG *runnext;           /* runs next, inherits the time slice; others steal it by CAS */
	uint32_t runq_head __attribute__((aligned(64)));        /* thieves and owner, CAS */
	uint32_t runq_tail __attribute__((aligned(64)));        /* owner */
	TuG *runq[TU_RUNQ];
	TuG *gfree;             /* dead goroutines with their first segment */
	int32_t ngfree;
	TuSeg *segfree[3];      /* small chained segments */
	int32_t nsegfree[3];
	int64_t goid_next, goid_end;    /* ids handed out in batches */
	int64_t ngo;                    /* goroutines created minus ended here; the sum over all Ps counts */
	TuTimerHeap *timers;
	TuG *timer_g;
};

extern __thread TuM *tu_m __attribute__((tls_model("local-exec")));

/* Reads through asm so that gcc can not keep the thread's address across a switch. */
static inline TuM *tu__m(void)
{
	TuM *m;
	__asm__ volatile("movq %%fs:tu_m@tpoff, %0" : "=r"(m));
	return m;
}
static inline TuG *tu__g(void)
{
	TuG *g;
	__asm__ volatile("movq %%fs:tu_g@tpoff, %0" : "=r"(g));
	return g;
}
static inline TuP *tu__p(void) { return tu__m()->p; }

extern TuP *tu__allp[];                 /* [0, tu__nproc) live; slots beyond may hold dead Ps. Changes only with the world stopped. */
extern int32_t tu__nproc;               /* GOMAXPROCS */
extern int32_t tu__ncpu;
#define TU_MAX_PROC 1024
extern TuM *tu__allm;                   /* through all_link; push-only */

/* No stop, no migration between the two. Cheap. Nests. */
static inline void tu__preempt_disable(void)
{
	tu__m()->locks++;
	__asm__ volatile("" ::: "memory");
}
static inline void tu__preempt_enable(void)
{
	__asm__ volatile("" ::: "memory");
	tu__m()->locks--;
}

static inline void tu__lock(TuLock *l)
{
	uint32_t z = 0;
	TuM *m = tu__m();
	if (m)
		m->locks++;
	if (TU_UNLIKELY(!__atomic_compare_exchange_n(&l->v, &z, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)))
		tu__lock_slow(l);
}
static inline uint8_t tu__trylock(TuLock *l)
{
	uint32_t z = 0;
	TuM *m = tu__m();
	if (!__atomic_compare_exchange_n(&l->v, &z, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
		return 0;
	if (m)
		m->locks++;
	return 1;
}
static inline void tu__unlock(TuLock *l)
{
	TuM *m = tu__m();
	if (TU_UNLIKELY(__atomic_exchange_n(&l->v, 0, __ATOMIC_RELEASE) == 2))
		tu__unlock_slow(l);
	if (m)
		m->locks--;
}
/* For data touched only by threads that hold a P (never sysmon, never inside a system call): with one P the atomics are skipped.
 * GOMAXPROCS changes only in a stopped world, when none is held. */
static inline void tu__lock_p(TuLock *l)
{
	if (tu__nproc == 1)
		tu__m()->locks++;
	else
		tu__lock(l);
	__asm__ volatile("" ::: "memory");
}
static inline void tu__unlock_p(TuLock *l)
{
	__asm__ volatile("" ::: "memory");
	if (tu__nproc == 1)
		tu__m()->locks--;
	else
		tu__unlock(l);
}

/* ---- failing, printing, knobs (base/) ---------------------------------------------------------------------------------------- */

TU_NORETURN void tu__throw(const char *text);   /* "fatal error: text", tracebacks, exit 2; any context */
TU_NORETURN void tu__exit(int code);            /* exit_group at once */

/* To stderr, unbuffered across calls of tu__print_lock; allocation-free; signal-safe. */
void tu__print(const char *s);
void tu__print_n(const void *p, int64_t n);
void tu__print_int(int64_t v);
void tu__print_uint(uint64_t v);
void tu__print_hex(uint64_t v);                 /* 0x1f */
void tu__print_f64(double v);                   /* as Go's println: shortest form, %g */
void tu__print_f32(float v);
extern int32_t tu__crash_fd;            /* -1: none */
extern uint8_t tu__crash_on;            /* set before a fatal report is printed */
/* Between the two, the thread's output goes to p, cut at n bytes; end returns how many. */
void tu__print_capture(void *p, int64_t n);
int64_t tu__print_capture_end(void);
/* Formats: %s %d %u %x %p %c; arguments are int64_t-sized. Not variadic in C: up to 6 words. */
void tu__print_fmt(const char *f, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t g);
#define TU_PRINTF_(f, a, b, c, d, e, g, ...) \
	tu__print_fmt(f, (uint64_t)(a), (uint64_t)(b), (uint64_t)(c), (uint64_t)(d), (uint64_t)(e), (uint64_t)(g))
#define tu__printf(...) TU_PRINTF_(__VA_ARGS__, 0, 0, 0, 0, 0, 0, 0)

const char *tu__env(const char *name);          /* value in the process environment or NULL; lives for ever */
/* name=value inside GODEBUG / TUCODEBUG; dflt when absent or not a number. knob_text: n bytes, not terminated; NULL when absent. */
int64_t tu__godebug(const char *name, int64_t dflt);
int64_t tu__tucodebug(const char *name, int64_t dflt);
const char *tu__godebug_text(const char *name, int64_t *n);
const char *tu__tucodebug_text(const char *name, int64_t *n);
int64_t tu__parse_size(const char *s, int64_t n, uint8_t *ok);  /* "64MiB", "1GiB", "512": Go's GOMEMLIMIT syntax */

uint64_t tu__rand64(void);                      /* needs tu__m() */
int64_t tu__nanotime(void);                     /* monotonic ns */
int64_t tu__cputicks(void);

/* ---- operating system (os/) ---------------------------------------------------------------------------------------------------- */

extern int64_t tu__page_nbyte;
void *tu__os_reserve(void *hint, int64_t nbyte);        /* address space without memory; NULL on failure */
void *tu__os_reserve_aligned(int64_t nbyte, int64_t align);
void tu__os_commit(void *p, int64_t nbyte);             /* reserved -> readable, zero; throws when refused */
void *tu__os_alloc(int64_t nbyte);                      /* reserve + commit; throws when out of memory */
void tu__os_unused(void *p, int64_t nbyte);             /* give pages back, range stays usable and zero (MADV_DONTNEED) */
void tu__os_release(void *p, int64_t nbyte);            /* unmap */
void tu__os_no_huge(void *p, int64_t nbyte);
void tu__os_huge(void *p, int64_t nbyte);
int32_t tu__os_ncpu(void);                              /* by affinity */
int32_t tu__os_cgroup_cpus(void);                       /* bandwidth limit in CPUs, rounded up; INT32_MAX when none */
int64_t tu__os_cgroup_memory_limit(void);               /* bytes, INT64_MAX when none */
/* Raw system call: -errno on failure. */
int64_t tu__sys(int64_t n, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f);

/* Never freed, zeroed, 16-aligned, from any context. */
void *tu__persist(int64_t nbyte);

/* ---- stacks, world (stack/, sched/) ---------------------------------------------------------------------------------------------- */

/* Runs fn(arg) on the thread's own stack; a plain call when already there. Pushes all callee-saved registers on the goroutine
 * stack and records g->sp first, so the goroutine can be scanned meanwhile. fn must not park. */
void tu__on_m(void (*fn)(void *), void *arg);
static inline uint8_t tu__is_on_m(void) { return tu__m() == NULL || tu__m()->on_m; }

/* Stops every other goroutine: each is at a safepoint, in a system call, or not running. Call on a goroutine or inside
 * tu__on_m of one, holding no lock. Several callers queue. The caller may allocate nothing that could start a cycle itself.
 * Between begin and end the caller keeps its M and P. */
void tu__stw_begin(const char *why);
void tu__stw_end(void);
extern uint32_t tu__world_stopped;

/* World stopped: every goroutine that is not dead (including the caller's and system ones). */
void tu__each_g(void (*cb)(void *arg, TuG *g), void *arg);
/* World stopped: ranges of words that may hold pointers: live parts of each segment with saved registers, and the TuG. */
/* Clears what finished calls left below the current frame of this goroutine, so that frames to come do not hold old pointers. */
void tu__stack_scrub(void);
void tu__stack_scrub_near(void);        /* the same for the nearest 2 KB: cheap */
void tu__g_stack_ranges(TuG *g, void (*cb)(void *arg, void *lo, void *hi), void *arg);
/* World stopped: other runtime memory that holds Go pointers (timer heaps, semaphores, poll descriptors, ...). */
void tu__sched_roots(void (*cb)(void *arg, void *lo, void *hi), void *arg);
/* Gives large free segments back to the system. Called by the collector after each cycle; M stack. */
void tu__stack_trim(void);
void tu__g_trim(TuG *g);                        /* frees the cached segments of a goroutine that does not run */
int64_t tu__g_nslot(void);                      /* goroutine slots ever used */
TuG *tu__g_slot(int64_t i);                     /* any state */
void tu__pool_gc(void);                         /* world stopped, start of a cycle: runs what tu_pool_on_gc registered */
int64_t tu__stack_inuse_nbyte(void);            /* statistics: memory held for stacks */
int64_t tu__stack_sys_nbyte(void);

void tu__stop_check(void);                      /* explicit safepoint for long runtime loops on goroutine stacks */

/* ---- parking (sched/) --------------------------------------------------------------------------------------------------------------- */

enum {                          /* wait reasons: rows of runtime/abi/waits.def */
#define WAIT(id, text) TU_WAIT_##id,
#include "runtime/abi/waits.def"
#undef WAIT
	TU_WAIT_COUNT
};

/* Parks the current goroutine. unlock(arg) (may be NULL) runs on its stack after the state is WAITING: from then on another
 * thread may ready it. Returns g->param as set by the waker (0 otherwise). */
uint8_t tu__park(int32_t reason, void (*unlock)(void *), void *arg);
void tu__ready(TuG *g);                 /* WAITING -> runs soon (next on this P). Needs a P. Any stack. */
void tu__ready_global(TuG *g);          /* from threads without a P */
void tu__yield(void);                   /* to the global queue */
/* Starts a goroutine that runs C code fn(arg) on a goroutine stack; system goroutine. */
TuG *tu__go_system(void (*fn)(void *), void *arg);
/* A C function as a goroutine stack's root closure: see sched/go.c. */
TuG *tu__go_closure(void *fn, uintptr_t create_pc, uint8_t system);

/* ---- calls upwards ------------------------------------------------------------------------------------------------------------------- */

#define UP(ret, name, args) ret name args;
#include "runtime/base/upcalls.def"
#undef UP

/* While a cycle marks, a goroutine whose stack it has not seen must not run: whoever would run it calls tu__gc_scan_g first. */
extern uint32_t tu__gc_stack_seq;
static inline uint8_t tu__g_unseen(const TuG *g)
{
	return TU_UNLIKELY(tu_gc_marking) && __atomic_load_n(&g->gc_seq, __ATOMIC_ACQUIRE) != tu__gc_stack_seq;
}

#endif
