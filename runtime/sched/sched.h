/* sched.h: the scheduler's own state. Everything global is guarded by sched.lock unless a field says otherwise. */
#ifndef TUCO_SCHED_H
#define TUCO_SCHED_H
#include "runtime/base/rt.h"

enum {                                  /* m->after: what remains to be done for m->after_g when the scheduler loop has the thread */
	TU_AFTER_NONE,
	TU_AFTER_PREEMPT,               /* to the global queue */
	TU_AFTER_EXIT,                  /* free it */
	TU_AFTER_EXIT_SYSCALL           /* came back from a system call without a P */
};

typedef struct {
	TuLock lock;
	TuG *runq_head, *runq_tail;
	int32_t nrunq;                  /* read without the lock as a hint */
	TuP *pidle;
	int32_t npidle;                 /* atomic */
	int32_t nspinning;              /* atomic */
	uint32_t vain;                  /* searches in a row that found nothing; see wake.c. Races do no harm, here and below */
	int64_t quiet_until;            /* cputicks: until then nobody is woken for work of a running P */
	uint32_t spin_fails;            /* spins in a row that found nothing; races do no harm */
	TuM *midle;
	int32_t nmidle, nmlocked;       /* idle Ms; Ms waiting for their locked goroutine */
	int32_t nm;                     /* all Ms, without sysmon */
	uint32_t stw;                   /* atomic: somebody wants the world stopped */
	int32_t stop_wait;
	TuNote stop_note;
	uint32_t stw_owner;             /* atomic: a stop is in progress */
	uint64_t next_goid;             /* atomic */
	uint8_t main_exited;            /* by Goexit */
	uint32_t sysmon_started;        /* atomic */
	uint32_t sysmon_asleep;         /* atomic */
	TuNote sysmon_note;
	int64_t last_poll;              /* atomic: 0 while an M sleeps in the poller */
	int64_t poll_until;             /* atomic: when that sleep ends, 0 never */
	uint32_t dying;                 /* atomic: fatal error in progress */
} TuSched;
extern TuSched tu__sched;

TU_NORETURN void tu__schedule(void);            /* the loop of an M; on the M's stack */
TuM *tu__m_new(void);
void tu__m_bind(TuM *m);                        /* the calling thread becomes m */
void tu__m_start(TuP *p, uint8_t spinning);     /* an M runs p; p NULL: any idle P. Any stack. */
void tu__m_stop(void);                          /* this M sleeps until it has a P. M stack */
void tu__wake_slow(void);
void tu__search_failed(void);
TU_NORETURN void tu__leave(uint32_t after, TuG *g);     /* current goroutine's last act */
void tu__p_acquire(TuP *p);
TuP *tu__p_release(void);
TuP *tu__pidle_get_locked(void);
void tu__pidle_put_locked(TuP *p);
void tu__p_handoff(TuP *p);                     /* somebody must run p or it goes idle. M stack or no M */
void tu__procs_init(int32_t n);
void tu__procs_resize(int32_t n);               /* world stopped */
void tu__check_dead_locked(void);
void tu__sysmon_need(void);
void tu__schedtrace_init(void);
void tu__schedtrace(int64_t now);         /* by sysmon */
extern int64_t tu__schedtrace_ns;
void tu__preempt_p(TuP *p, uint8_t by_signal);
void tu__signals_init(void);
void tu__signals_m_init(TuM *m);

#define TU_STEAL_NEXT_TICKS 50000       /* about 20 us at 2.5 GHz */
#define TU_STEAL_RING_TICKS 12500       /* about 5 us */

/* run queues */
void tu__runq_put_slow(TuP *p, TuG *g);
TuG *tu__runq_steal(TuP *p, TuP *victim, uint8_t take_next);
void tu__globq_put(TuG *g);
void tu__globq_put_locked(TuG *g);
TuG *tu__globq_get_locked(TuP *p, int32_t max);

static inline void tu__runq_put(TuP *p, TuG *g, uint8_t next)
{
	if (next) {
		TuG *old = p->runnext;
		if (tu__nproc == 1)
			p->runnext = g;
		else
			old = __atomic_exchange_n(&p->runnext, g, __ATOMIC_ACQ_REL);
		if (!old)
			return;
		g = old;
	}
	uint32_t h = __atomic_load_n(&p->runq_head, __ATOMIC_ACQUIRE), t = p->runq_tail;
	if (TU_UNLIKELY(t - h >= TU_RUNQ)) {
		tu__runq_put_slow(p, g);
		return;
	}
	p->runq[t % TU_RUNQ] = g;
	__atomic_store_n(&p->runq_tail, t + 1, __ATOMIC_RELEASE);
}

static inline TuG *tu__runq_get(TuP *p, uint8_t *inherit)
{
	TuG *g = p->runnext;
	*inherit = 1;
	if (g) {
		if (tu__nproc == 1) {
			p->runnext = NULL;
			return g;
		}
		if (__atomic_compare_exchange_n(&p->runnext, &g, NULL, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			return g;
	}
	*inherit = 0;
	for (;;) {
		uint32_t h = __atomic_load_n(&p->runq_head, __ATOMIC_ACQUIRE);
		if (h == p->runq_tail)
			return NULL;
		g = p->runq[h % TU_RUNQ];
		if (tu__nproc == 1) {
			p->runq_head = h + 1;
			return g;
		}
		if (__atomic_compare_exchange_n(&p->runq_head, &h, h + 1, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			return g;
	}
}

static inline uint8_t tu__runq_empty(TuP *p)
{
	return __atomic_load_n(&p->runq_head, __ATOMIC_ACQUIRE) == __atomic_load_n(&p->runq_tail, __ATOMIC_ACQUIRE) &&
		!__atomic_load_n(&p->runnext, __ATOMIC_ACQUIRE);
}

enum { TU_VAIN = 3 };

/* After making work visible: somebody idle should look. See wake.c for the protocol. */
static inline void tu__wake(void)
{
	if (tu__nproc == 1)
		return;
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
	if (__atomic_load_n(&tu__sched.npidle, __ATOMIC_RELAXED) != 0 && __atomic_load_n(&tu__sched.nspinning, __ATOMIC_RELAXED) == 0 &&
	    (TU_LIKELY(tu__sched.vain < TU_VAIN) || tu__cputicks() >= tu__sched.quiet_until))
		tu__wake_slow();
}
#endif
