/* externs.h: the C functions that Go code of stdlib/ binds with //tuco:extern, by room that implements them.
 *
 * Everything follows the convention at the head of tuco.h. Go code may also bind any non-inline function of tuco.h.
 * Functions that are `static inline` in tuco.h or tuco_intrin.h are bound with //tuco:intrinsic NAME instead, which tells the
 * emitter not to declare them. A prototype here is the contract: the Go declaration beside it must agree. */
#ifndef TUCO_EXTERNS_H
#define TUCO_EXTERNS_H
#include "runtime/include/tuco.h"

/* runtime/sync: semaphores and notification lists (sync.Mutex, WaitGroup, Cond, ... are Go code above these) */
void tu_sema_acquire(uint32_t *addr, uint8_t lifo, int64_t wait_reason);   /* wait_reason: row of waits.def: 0 semacquire, 1 sync.Mutex.Lock, 2 sync.RWMutex.RLock, 3 sync.RWMutex.Lock, 4 sync.WaitGroup.Wait */
void tu_sema_release(uint32_t *addr, uint8_t handoff);
typedef struct { uint32_t wait, notify; uintptr_t lock; void *head, *tail; } TuNotifyList;   /* Go: struct{wait,notify uint32; lock uintptr; head,tail unsafe.Pointer} */
uint32_t tu_notify_add(TuNotifyList *l);
void tu_notify_wait(TuNotifyList *l, uint32_t ticket);
void tu_notify_all(TuNotifyList *l);
void tu_notify_one(TuNotifyList *l);
uint8_t tu_can_spin(int64_t i);
void tu_do_spin(void);
int64_t tu_proc_pin(void);                       /* P number; no preemption until unpin */
void tu_proc_unpin(void);
void tu_pool_on_gc(void *fn);                    /* closure func(), called with the world stopped at the start of a collection; must not allocate */
TU_NORETURN void tu_fatal(const uint8_t *p, int64_t n);      /* fatal error: TEXT + tracebacks, exit 2; not recoverable */
TU_NORETURN void tu_throw_str(const uint8_t *p, int64_t n);  /* fatal error: TEXT */

/* runtime/timer and clocks */
typedef struct { int64_t sec; int64_t nsec; } TuTimespec;
TuTimespec tu_walltime(void);
int64_t tu_nanotime(void);                       /* monotonic */
void tu_sleep(int64_t ns);                       /* parks the goroutine */
/* Go: struct{when, period int64; f func(arg any, seq uintptr); arg any; seq uintptr; state [4]uintptr}. f runs on the M's stack of a
 * system goroutine and must not block. Start on an active timer is an error; stop and reset report whether it was active. */
typedef struct { int64_t when, period; TuClosure *f; TuIface arg; uintptr_t seq; uintptr_t state[4]; } TuTimer;
void tu_timer_start(TuTimer *t);
uint8_t tu_timer_stop(TuTimer *t);
uint8_t tu_timer_reset(TuTimer *t, int64_t when, int64_t period);

/* runtime/os: system calls; blocking ones release the P */
typedef struct { uintptr_t r1, r2, err; } TuSysRet;
TuSysRet tu_syscall6(uintptr_t n, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e, uintptr_t f);
TuSysRet tu_rawsyscall6(uintptr_t n, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e, uintptr_t f);
TuSlice tu_os_args(void);                        /* []string */
TuSlice tu_os_environ(void);                     /* []string "K=V" */
TU_NORETURN void tu_os_exit(int64_t code);

/* runtime/poll: epoll readiness. pd is an opaque descriptor; mode 'r' or 'w'; results: 0 ok, 1 closing, 2 deadline, 3 not pollable */
typedef struct { void *pd; int64_t err; } TuPollOpen;
TuPollOpen tu_poll_open(uintptr_t fd);
void tu_poll_close(void *pd);
int64_t tu_poll_reset(void *pd, int64_t mode);
int64_t tu_poll_wait(void *pd, int64_t mode);
void tu_poll_set_deadline(void *pd, int64_t when, int64_t mode);     /* monotonic ns, 0 none, <0 past; mode 'r','w','r'+'w' */
void tu_poll_unblock(void *pd);

/* runtime/sched: package runtime */
int64_t tu_gomaxprocs(int64_t n);                /* sets when n > 0; previous value */
int64_t tu_num_cpu(void);
int64_t tu_num_goroutine(void);
void tu_gosched(void);
TU_NORETURN void tu_goexit(void);
void tu_lock_os_thread(void);
void tu_unlock_os_thread(void);
int64_t tu_callers(int64_t skip, void *pc, int64_t n, int64_t c);    /* []uintptr of return addresses; skip as runtime.Callers */
/* Resolves one pc, with inlined levels: level 0 is the innermost. Addresses from tu_callers have one level each. */
enum { TU_PC_MORE = 1, TU_PC_INLINED = 2 };      /* TuPcInfo.more: another level exists; the function is inlined */
typedef struct { TuString func; TuString file; int64_t line; uintptr_t entry; int64_t more; } TuPcInfo;
TuPcInfo tu_pc_info(uintptr_t pc, int64_t level, uint8_t is_return);
int64_t tu_stack_text(void *p, int64_t n, int64_t c, uint8_t all);   /* runtime.Stack */
int64_t tu_goid(void);
void *tu_g_local_get(void);                      /* one word per goroutine for package use (pprof labels) */
void tu_g_local_set(void *v);
int64_t tu_set_crash_fd(int64_t fd);             /* fatal reports are written there too; -1: no more. The one before */
void tu_set_traceback(const uint8_t *p, int64_t n);
int64_t tu_set_max_stack(int64_t n);
uint8_t tu_set_panic_on_fault(uint8_t on);       /* of this goroutine: bad addresses panic; previous setting */
TuSlice tu_gc_knob_text(void);

/* runtime/gc, runtime/heap: package runtime and runtime/debug */
void tu_gc(void);
int32_t tu_set_gc_percent(int32_t pct);          /* -1: off; previous value */
int64_t tu_set_memory_limit(int64_t n);          /* n < 0: only report; previous value */
void tu_free_os_memory(void);
void tu_read_memstats(void *memstats);           /* *runtime.MemStats, Go's layout */
void tu_read_metrics(void *metrics);             /* struct raw of runtime/metrics */
void tu_metrics_enable(void);
void tu_read_gc_stats(void *slice_of_duration);  /* *[]time.Duration as debug.ReadGCStats needs it */
void tu_set_finalizer(const void *tab, void *d, const void *ftab, void *fd);   /* (obj, fn any) */
uint64_t tu_add_cleanup(void *ptr, void *fn);    /* fn: closure func(); id for stop */
int64_t tu_check_cleanup(void *ptr, void *fn, void *arg);       /* 1: arg points into ptr's object; 2: the closure does */
void tu_stop_cleanup(void *ptr, uint64_t id);
void *tu_weak_make(void *ptr);                   /* handle, equal for equal objects */
void *tu_weak_get(void *handle);                 /* NULL when collected */

/* runtime/obs: profiles. kind: see obs/prof.h; the numbers are repeated in stdlib/runtime/profile.go */
int64_t tu_prof_records(int64_t kind, void *buf, int64_t n, int64_t c);        /* []uintptr; the number of words needed. Per stack: two or three values, number of addresses, addresses */
TuSlice tu_prof_proto(int64_t kind);             /* []byte: pprof's format, not compressed */
TuSlice tu_prof_proto_list(const uint8_t *name, int64_t name_n, const void *w, int64_t n, int64_t c);  /* of stacks that the program collected: count, number of addresses, addresses */
int64_t tu_thread_count(void);
void tu_memprof_rate_changed(void);
int64_t tu_block_rate(int64_t rate);             /* nanoseconds; < 0 only asks; the rate before */
int64_t tu_mutex_fraction(int64_t n);            /* < 0 only asks; the fraction before */
void tu_cpuprof_start(int64_t hz);               /* forgets what was sampled before */
void tu_cpuprof_stop(void);
void tu_leak_find(void);                         /* looks for goroutines that can never run again */

/* runtime/val and runtime/reflect */
void *tu_unsafe_new(const TuType *t);
void tu_typed_swap(const TuType *t, void *p, void *q, void *tmp);
void *tu_unsafe_new_array(const TuType *t, int64_t n);
/* Calls fn (closure; code takes ctx last) of func type ft: args[i], results[i] point at values. When recv is not 0, fn is bare code
 * whose first parameter is the word recv_word. */
void tu_reflect_call(const TuType *ft, void *fn, void *args, void *results, uint8_t has_recv, void *recv_word);
void tu_reflect_pass_right(void *fn);             /* in a made function that may be deferred: fn, called next, may recover */
/* A func value of type ft that, when called, calls impl (closure func(args, results unsafe.Pointer), arrays of pointers). */
void *tu_reflect_make_func(const TuType *ft, void *impl);
uint8_t tu_reflect_chan_send(TuChan *c, void *elem, uint8_t nb);     /* 1 sent */
typedef struct { uint8_t selected, received; } TuRecvRes;
TuRecvRes tu_reflect_chan_recv(TuChan *c, void *elem, uint8_t nb);
const TuType *tu_type_find(const uint8_t *str, int64_t n, const TuType *start);   /* next typelink whose str is this, after start (NULL: first) */
uint64_t tu_type_hash(const TuType *t, const void *p, uint64_t seed);   /* t->hash_fn, panics as a map would */
/* Gives *t, a zero-initialised array, struct, pointer, chan, map, func or slice descriptor that reflect has laid out, its eq and hash_fn (NULL
 * when it is not comparable). eq/hash_fn take no type, so arrays and structs need thunks made at run time or a table by address. */
void tu_type_finish(TuType *t);
uint64_t tu_rand64(void);                        /* per-M generator, seeded by the kernel */
int64_t tu_map_iter_size(void);                  /* bytes of TuMapIter */

/* runtime/val/bytealg.c: searching for stdlib/internal/bytealg; index or -1 */
int64_t tu_index_byte(const void *p, int64_t n, uint8_t c);
int64_t tu_last_index_byte(const void *p, int64_t n, uint8_t c);
int64_t tu_count_byte(const void *p, int64_t n, uint8_t c);
int64_t tu_index_mem(const void *p, int64_t n, const void *q, int64_t m);
TuSlice tu_bytes_noinit(int64_t n);              /* runtime/heap: []byte of n bytes, cap rounded up to the size class; content unspecified */

/* runtime/val/math.c: functions whose result depends on fused multiply-add, which the CPU may lack */
double tu_exp(double x);
double tu_fma(double x, double y, double z);

/* runtime/os/forkexec.c: fork, set up the child, exec. fd: int32 per descriptor of the child (-1: closed), overwritten by the child's copy.
 * Returns the pid or a negative error number. Go: struct of the same fields. */
enum { TU_FORK_SETSID = 1, TU_FORK_SETPGID = 2, TU_FORK_SETCTTY = 4, TU_FORK_NOCTTY = 8, TU_FORK_FOREGROUND = 16, TU_FORK_CRED = 32,
	TU_FORK_NOSETGROUPS = 64 };
typedef struct {
	const void *path, *argv, *envv, *dir, *chroot;
	int64_t nfd, flags, pgid, ctty, pdeathsig;
	const void *group;
	int64_t ngroup;
	uint32_t uid, gid;
} TuForkExec;
int64_t tu_fork_exec(const TuForkExec *a, void *fd);

/* runtime/os/notify.c: what a signal does; mode < 0 only asks. Returns the mode before, -1 for signals that cannot be changed. */
enum { TU_SIG_DEFAULT, TU_SIG_IGNORE, TU_SIG_NOTIFY };
int64_t tu_signal_mode(int64_t sig, int64_t mode);
void tu_signal_pipe(int64_t fd);                 /* non-blocking descriptor that gets one byte per signal */

#endif
