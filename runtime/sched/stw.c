/* stw.c: stopping and starting the world.
 *
 * A P counts as stopped when it is the caller's, idle, in a system call (taken by CAS), or given up by its M at a safepoint.
 * Requests are guard words set to ~0; a request can be lost when a thread is just switching stacks, so the waiter repeats it, with
 * a signal for code in loops without calls. A second caller waits as if it were at a safepoint: its registers are saved. */
#include "runtime/sched/sched.h"
#include "runtime/obs/metrics.h"
#include "runtime/arch/arch.h"

uint32_t tu__world_stopped;

static void take_ownership(TuM *m)
{
	for (;;) {
		uint32_t z = 0;
		if (__atomic_compare_exchange_n(&tu__sched.stw_owner, &z, 1, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			return;
		/* be stopped by the other */
		tu__lock(&tu__sched.lock);
		if (tu__sched.stw && m->p->status == TU_P_RUNNING) {
			TuP *p = m->p;          /* stays ours: end_body gives back a stopped P that still has its M */
			p->preempt = 0;
			__atomic_store_n(&p->status, TU_P_STOPPED, __ATOMIC_RELEASE);
			if (--tu__sched.stop_wait == 0)
				tu__note_wake(&tu__sched.stop_note);
			tu__unlock(&tu__sched.lock);
			for (int64_t i = 0; __atomic_load_n(&p->status, __ATOMIC_ACQUIRE) == TU_P_STOPPED; i++)
				if (i < 100)
					__builtin_ia32_pause();
				else
					tu__sys(24, 0, 0, 0, 0, 0, 0);
			while (m->p->status == TU_P_DEAD) {     /* GOMAXPROCS shrank */
				tu__lock(&tu__sched.lock);
				TuP *q = tu__sched.stw ? NULL : tu__pidle_get_locked();
				tu__unlock(&tu__sched.lock);
				if (q)
					tu__p_acquire(q);
				else
					tu__sys(24, 0, 0, 0, 0, 0, 0);
			}
		} else {
			tu__unlock(&tu__sched.lock);
			__builtin_ia32_pause();
		}
	}
}

static void begin_body(void *arg)
{
	TuM *m = tu__m();
	take_ownership(m);
	TuP *mine = m->p;
	tu__lock(&tu__sched.lock);
	tu__note_clear(&tu__sched.stop_note);
	tu__sched.stop_wait = tu__nproc - 1;
	__atomic_store_n(&tu__sched.stw, 1, __ATOMIC_SEQ_CST);
	mine->status = TU_P_STOPPED;
	for (TuP *p; (p = tu__pidle_get_locked()) != NULL; tu__sched.stop_wait--)
		p->status = TU_P_STOPPED;
	for (int32_t i = 0; i < tu__nproc; i++) {
		uint32_t s = TU_P_SYSCALL;
		if (__atomic_compare_exchange_n(&tu__allp[i]->status, &s, TU_P_STOPPED, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
			tu__allp[i]->syscall_tick++;
			tu__sched.stop_wait--;
		}
	}
	int32_t wait = tu__sched.stop_wait;
	tu__unlock(&tu__sched.lock);
	for (int64_t round = 0; wait > 0; round++) {
		for (int32_t i = 0; i < tu__nproc; i++)
			if (tu__allp[i] != mine)
				tu__preempt_p(tu__allp[i], round > 0);
		if (tu__note_wait_ns(&tu__sched.stop_note, 20000 + (round > 10 ? 200000 : 0)))
			break;
		/* a P may have entered a system call after the first look */
		for (int32_t i = 0; i < tu__nproc; i++) {
			uint32_t s = TU_P_SYSCALL;
			if (__atomic_compare_exchange_n(&tu__allp[i]->status, &s, TU_P_STOPPED, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
				tu__lock(&tu__sched.lock);
				tu__allp[i]->syscall_tick++;
				wait = --tu__sched.stop_wait;
				tu__unlock(&tu__sched.lock);
			}
		}
		if (wait == 0)
			break;
	}
	tu__world_stopped = 1;
	m->locks++;
	if (m->curg && tu__g_unseen(m->curg))   /* a cycle began while this waited for its turn */
		tu__gc_scan_g(m->curg);
}

static int64_t stop_t0;                 /* of the stop in force */
static uint8_t stop_gc;

void tu__stw_begin(const char *why)
{
	int64_t t0 = tu__nanotime();
	tu__on_m(begin_body, NULL);
	stop_t0 = t0;
	stop_gc = why[0] == 'G' && why[1] == 'C';
	tu__hist_add(stop_gc ? HIST_STOP_GC : HIST_STOP_OTHER, tu__nanotime() - t0);
}

static void end_body(void *arg)
{
	TuM *m = tu__m();
	TuP *start = NULL;
	tu__world_stopped = 0;
	tu__lock(&tu__sched.lock);
	m->p->status = TU_P_RUNNING;
	m->p->preempt = 0;
	__atomic_store_n(&tu__sched.stw, 0, __ATOMIC_SEQ_CST);
	for (int32_t i = tu__nproc - 1; i >= 0; i--) {
		TuP *p = tu__allp[i];
		if (p == m->p)
			continue;
		p->preempt = 0;
		if (p->m) {             /* another caller of tu__stw_begin waits with it */
			__atomic_store_n(&p->status, TU_P_RUNNING, __ATOMIC_RELEASE);
			continue;
		}
		if (tu__runq_empty(p) && !*(int64_t *)p->timers) {
			tu__pidle_put_locked(p);
		} else {
			p->idle_link = start;
			start = p;
		}
	}
	uint8_t more = tu__sched.nrunq > 0;
	tu__unlock(&tu__sched.lock);
	while (start) {
		TuP *p = start;
		start = p->idle_link;
		p->idle_link = NULL;
		tu__m_start(p, 0);
	}
	if (more && tu__sched.npidle)
		tu__m_start(NULL, 0);
	__atomic_store_n(&tu__sched.stw_owner, 0, __ATOMIC_RELEASE);
	m->locks--;
	if (m->curg && tu__g_unseen(m->curg))
		tu__gc_scan_g(m->curg);
	tu__wake();             /* Ms that looked for work when they were stopped are parked now: local queues may be waiting for one */
}

void tu__stw_end(void)
{
	tu__hist_add(stop_gc ? HIST_PAUSE_GC : HIST_PAUSE_OTHER, tu__nanotime() - stop_t0);
	tu__on_m(end_body, NULL);
}
