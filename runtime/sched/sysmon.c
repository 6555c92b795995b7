/* sysmon.c: a thread without a P that watches: takes Ps back from long system calls, preempts goroutines that ran 10 ms, polls
 * when nobody did for 10 ms, and lets the collector look at the clock. Started with the second goroutine. */
#include "runtime/sched/sched.h"
#include "runtime/stack/stack.h"
#include "runtime/os/thread.h"
#include "runtime/poll/poll.h"
#include "runtime/timer/timer.h"

enum { SLICE_NS = 10000000, POLL_NS = 10000000 };
#define WAIT_NS ((int64_t)30000000000)

static uint8_t retake_syscall(TuP *p, int64_t now)
{
	if (p->seen_syscall_tick != p->syscall_tick) {
		p->seen_syscall_tick = p->syscall_tick;
		p->seen_syscall_when = now;
		return 0;
	}
	/* nothing waits for it: leave it alone for a while */
	if (tu__runq_empty(p) && !tu__sched.nrunq && !tu__timers_any(p) &&
	    tu__sched.nspinning + tu__sched.npidle > 0 && now - p->seen_syscall_when < SLICE_NS)
		return 0;
	uint32_t s = TU_P_SYSCALL;
	if (__atomic_compare_exchange_n(&p->status, &s, TU_P_IDLE, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
		p->syscall_tick++;
		tu__p_handoff(p);
		return 1;
	}
	return 0;
}

static uint8_t retake(int64_t now)
{
	uint8_t did = 0;
	for (int32_t i = 0; i < tu__nproc; i++) {
		TuP *p = tu__allp[i];
		uint32_t s = __atomic_load_n(&p->status, __ATOMIC_ACQUIRE);
		if (s == TU_P_SYSCALL) {
			did |= retake_syscall(p, now);
		} else if (s == TU_P_RUNNING) {
			if (p->seen_sched_tick != p->sched_tick) {
				p->seen_sched_tick = p->sched_tick;
				p->seen_sched_when = now;
			} else if (now - p->seen_sched_when > SLICE_NS) {
				/* asked again after a millisecond: on a busy machine its thread may be off the CPU */
				tu__preempt_p(p, 1);
				p->seen_sched_when = now - SLICE_NS + 1000000;
			}
		}
	}
	return did;
}

/* A P that is busy for long must still serve its timers. */
static void push_timers(int64_t now)
{
	int64_t t = tu__timers_next();
	if (!t || t > now)
		return;
	if (__atomic_load_n(&tu__sched.npidle, __ATOMIC_RELAXED))
		tu__m_start(NULL, 0);
	else
		for (int32_t i = 0; i < tu__nproc; i++)
			if (tu__timers_any(tu__allp[i]))
				tu__preempt_p(tu__allp[i], now - t > 1000000);
}

/* Work that nobody was woken for (wake.c): a P that has run one goroutine since the last look and has others waiting. */
static void push_queues(void)
{
	uint8_t stuck = 0;
	for (int32_t i = 0; i < tu__nproc; i++) {
		TuP *p = tu__allp[i];
		uint32_t n = __atomic_load_n(&p->nswitch, __ATOMIC_RELAXED);
		if (p->seen_nswitch == n && !tu__runq_empty(p))
			stuck = 1;
		p->seen_nswitch = n;
	}
	if (!stuck || !__atomic_load_n(&tu__sched.npidle, __ATOMIC_RELAXED) || __atomic_load_n(&tu__sched.nspinning, __ATOMIC_RELAXED))
		return;
	tu__sched.vain = 0;
	tu__m_start(NULL, 0);
}

/* For "[chan receive, 5 minutes]": parking does not look at the clock, so who is found waiting waits since now. */
static void note_wait(void *now, TuG *g)
{
	if (g->state == TU_G_WAITING && !g->wait_since)
		g->wait_since = *(int64_t *)now;
}

static void *sysmon(void *arg)
{
	int64_t delay_us = 20, idle = 0, last_gc = 0, last_wait = tu__nanotime();
	uint8_t gc_more = 1;
	tu__symtab_init();                      /* the preemption handler needs it */
	for (;;) {
		struct { int64_t s, ns; } ts = { 0, delay_us * 1000 };
		tu__sys(35, (int64_t)&ts, 0, 0, 0, 0, 0);       /* nanosleep */
		int64_t now = tu__nanotime();
		if (!tu__sched.stw && tu__sched.npidle == tu__nproc && !tu__schedtrace_ns && !gc_more) {
			/* asleep while nothing runs; whoever takes an idle P wakes us */
			tu__note_clear(&tu__sched.sysmon_note);
			__atomic_store_n(&tu__sched.sysmon_asleep, 1, __ATOMIC_SEQ_CST);
			if (__atomic_load_n(&tu__sched.npidle, __ATOMIC_SEQ_CST) == tu__nproc)
				tu__note_wait_ns(&tu__sched.sysmon_note, 60000000000);
			__atomic_store_n(&tu__sched.sysmon_asleep, 0, __ATOMIC_SEQ_CST);
			delay_us = 20;
			idle = 0;
			gc_more = 1;
			now = tu__nanotime();
		}
		int64_t last = __atomic_load_n(&tu__sched.last_poll, __ATOMIC_RELAXED);
		if (tu__poll_ready() && last != 0 && now - last > POLL_NS && tu__poll_nwait()) {
			__atomic_compare_exchange_n(&tu__sched.last_poll, &last, now, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
			TuG *list = tu__poll(0);
			while (list) {
				TuG *g = list;
				list = g->qnext;
				tu__ready_global(g);
			}
		}
		push_timers(now);
		if (retake(now))
			idle = 0;
		else
			idle++;
		push_queues();
		delay_us = idle == 0 ? 20 : idle > 50 ? delay_us * 2 : delay_us;
		if (tu__sched.vain >= TU_VAIN && delay_us > 500)
			delay_us = 500;
		if (delay_us > 10000)
			delay_us = 10000;
		if (TU_UNLIKELY(tu__schedtrace_ns))
			tu__schedtrace(now);
		if (now - last_wait > WAIT_NS) {
			last_wait = now;
			tu__each_g(note_wait, &now);
		}
		if (now - last_gc > 10000000) {
			last_gc = now;
			gc_more = tu__gc_sysmon(now);
		}
	}
	return NULL;
}

static void start_body(void *arg)
{
	tu__thread_new(sysmon, NULL);
}

void tu__sysmon_need(void)
{
	uint32_t z = 0;
	if (__atomic_compare_exchange_n(&tu__sched.sysmon_started, &z, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
		tu__on_m(start_body, NULL);
}
