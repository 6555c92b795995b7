/* sched.c: the loop of an M: find a goroutine, run it, take care of what it left behind.
 *
 * A goroutine that parks usually switches straight to the next one (park.c) and never comes here; this loop is for when there
 * is nothing local, when the world stops, when timers or fairness ask for attention, and for goroutines bound to threads.
 * on_cpu: a goroutine is readied before it has left its stack; whoever runs it next waits until its registers are saved. Only a
 * g0 may wait, since two goroutines waiting for each other would wait for ever. */
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include "runtime/stack/stack.h"
#include "runtime/timer/timer.h"
#include "runtime/poll/poll.h"

__thread TuM *tu_m __attribute__((tls_model("local-exec")));
__thread TuG *tu_g __attribute__((tls_model("local-exec")));
TuSched tu__sched;
TuP *tu__allp[TU_MAX_PROC];
int32_t tu__nproc = 1;
TuM *tu__allm;

static void finish_after(TuM *m)
{
	TuG *g = m->after_g;
	uint32_t what = m->after;
	m->after = TU_AFTER_NONE;
	m->after_g = NULL;
	m->curg = NULL;
	if (what == TU_AFTER_PREEMPT) {
		m->p->preempt = 0;
		g->state = TU_G_RUNNABLE;
		tu__globq_put(g);
	} else if (what == TU_AFTER_EXIT) {
		tu__g_free(m->p, g);
	} else if (what == TU_AFTER_EXIT_SYSCALL) {
		tu__lock(&tu__sched.lock);
		TuP *p = tu__sched.stw ? NULL : tu__pidle_get_locked();
		g->state = TU_G_RUNNABLE;
		if (!p)
			tu__globq_put_locked(g);
		tu__unlock(&tu__sched.lock);
		if (p) {
			tu__p_acquire(p);
			m->next_g = g;
		} else if (!m->locked_g) {
			tu__m_stop();
		}
	}
}

static void wait_off_cpu(TuG *g)
{
	for (int64_t i = 0; __atomic_load_n(&g->on_cpu, __ATOMIC_ACQUIRE); i++)
		if (i < 10000)
			__builtin_ia32_pause();
		else
			tu__sys(24, 0, 0, 0, 0, 0, 0);          /* sched_yield: the other thread lost its CPU in mid-switch */
}

static void run(TuM *m, TuG *g)
{
	wait_off_cpu(g);
	if (tu__g_unseen(g))
		tu__gc_scan_g(g);
	g->on_cpu = 1;
	g->state = TU_G_RUNNING;
	g->m = m;
	m->curg = g;
	m->p->nswitch++;
	tu__switch(m->g0, g);
}

/* Readies a list from the poller. With a P: to its ring; otherwise to the global queue. */
static void inject(TuG *list)
{
	TuP *p = tu__m() ? tu__m()->p : NULL;
	while (list) {
		TuG *g = list;
		list = g->qnext;
		if (!p) {
			tu__ready_global(g);
			continue;
		}
		g->state = TU_G_RUNNABLE;
		tu__runq_put(p, g, 0);
		tu__wake();
	}
}

static TuG *poll_some(int64_t ns)
{
	TuG *list = tu__poll(ns), *first = list;
	if (!list)
		return NULL;
	list = list->qnext;
	first->state = TU_G_RUNNABLE;
	if (list)
		inject(list);
	return first;
}

/* The world is being stopped: give up the P and sleep until somebody hands one over. */
static void stop_for_world(TuM *m)
{
	if (m->spinning) {
		m->spinning = 0;
		__atomic_sub_fetch(&tu__sched.nspinning, 1, __ATOMIC_SEQ_CST);
	}
	tu__lock(&tu__sched.lock);
	TuP *p = tu__p_release();
	__atomic_store_n(&p->status, TU_P_STOPPED, __ATOMIC_RELEASE);
	if (--tu__sched.stop_wait == 0)
		tu__note_wake(&tu__sched.stop_note);
	tu__unlock(&tu__sched.lock);
	tu__m_stop();
}

static TuG *steal(TuP *p, int64_t *now, int64_t *until)
{
	for (int round = 0; round < 4; round++) {
		uint32_t start = (uint32_t)tu__rand64();
		for (int32_t i = 0; i < tu__nproc; i++) {
			TuP *v = tu__allp[(start + (uint32_t)i) % (uint32_t)tu__nproc];
			TuG *g;
			if (__atomic_load_n(&tu__sched.stw, __ATOMIC_RELAXED))
				return NULL;
			if (v == p)
				continue;
			if (round == 3 && tu__timers_any(v)) {
				uint8_t ran = 0;
				int64_t next = tu__timers_run(v, now, &ran);
				uint8_t inherit;
				if (next && (!*until || next < *until))
					*until = next;
				if (ran && (g = tu__runq_get(p, &inherit)) != NULL)
					return g;
			}
			if ((g = tu__runq_steal(p, v, round == 3)) != NULL)
				return g;
		}
	}
	return NULL;
}

/* vain: the queues of running Ps move, as far as the search just ended could see; those do not count. */
static uint8_t any_work(uint8_t vain)
{
	if (__atomic_load_n(&tu__sched.nrunq, __ATOMIC_ACQUIRE))
		return 1;
	for (int32_t i = 0; i < tu__nproc; i++)
		if (!tu__runq_empty(tu__allp[i]) && !(vain && __atomic_load_n(&tu__allp[i]->status, __ATOMIC_ACQUIRE) == TU_P_RUNNING))
			return 1;
	return 0;
}

/* Spins for about 20 us: a wake-up through memory costs a hundredth of one through the kernel. */
static uint8_t spin_for_work(void)
{
	int64_t end = tu__cputicks() + TU_STEAL_NEXT_TICKS;
	while (tu__cputicks() < end) {
		for (int j = 0; j < 40; j++)    /* each look takes cache lines from their owners */
			__builtin_ia32_pause();
		if (tu__sched.nrunq || __atomic_load_n(&tu__sched.stw, __ATOMIC_RELAXED))
			return 1;
		for (int32_t i = 0; i < tu__nproc; i++) {
			TuP *p = tu__allp[i];   /* runnext alone is not worth it, see tu__runq_steal */
			if (__atomic_load_n(&p->runq_head, __ATOMIC_ACQUIRE) != __atomic_load_n(&p->runq_tail, __ATOMIC_ACQUIRE))
				return 1;
		}
	}
	return 0;
}

/* After a few vain spins only one in 32 is tried: where work comes from the kernel, spinning just takes CPU from whoever sends it. */
static uint8_t worth_spinning(void)
{
	uint32_t n = tu__sched.spin_fails;
	if (n < 4)
		return 1;
	tu__sched.spin_fails = n + 1;
	return n % 32 == 0;
}

/* Sleeps in the poller when nobody else does and there is something to wait for. Returns a goroutine and a P, or neither. */
static TuG *sleep_in_poller(TuM *m, int64_t now, int64_t until)
{
	if (!tu__poll_ready() || (tu__poll_nwait() == 0 && !until))
		return NULL;
	if (__atomic_exchange_n(&tu__sched.last_poll, 0, __ATOMIC_SEQ_CST) == 0)
		return NULL;
	int64_t ns = -1;
	__atomic_store_n(&tu__sched.poll_until, until, __ATOMIC_SEQ_CST);
	/* timers added before the store above did not break the sleep: look again */
	int64_t t = tu__timers_next();
	if (t && (!until || t < until)) {
		until = t;
		__atomic_store_n(&tu__sched.poll_until, until, __ATOMIC_SEQ_CST);
	}
	if (until) {
		ns = until - (now ? now : tu__nanotime());
		if (ns < 0)
			ns = 0;
	}
	TuG *list = tu__poll(ns);
	__atomic_store_n(&tu__sched.poll_until, 0, __ATOMIC_SEQ_CST);
	__atomic_store_n(&tu__sched.last_poll, tu__nanotime(), __ATOMIC_SEQ_CST);
	tu__lock(&tu__sched.lock);
	TuP *p = tu__sched.stw ? NULL : tu__pidle_get_locked();
	tu__unlock(&tu__sched.lock);
	if (!p) {
		inject(list);
		return NULL;
	}
	tu__p_acquire(p);
	if (list) {
		TuG *first = list;
		list = list->qnext;
		first->state = TU_G_RUNNABLE;
		inject(list);
		return first;
	}
	if (!m->spinning) {
		m->spinning = 1;
		__atomic_add_fetch(&tu__sched.nspinning, 1, __ATOMIC_SEQ_CST);
	}
	return NULL;                            /* with a P: look again */
}

/* Blocks until there is something to run; returns with m->p held. */
static TuG *find_runnable(TuM *m)
{
	uint8_t inherit, ran, vain;
	int64_t now, until;
	TuG *g;
top:
	vain = 0;
	if (__atomic_load_n(&tu__sched.stw, __ATOMIC_ACQUIRE)) {
		stop_for_world(m);
		goto top;
	}
	TuP *p = m->p;
	p->preempt = 0;
	now = until = 0;
	ran = 0;
	if (tu__timers_any(p))
		until = tu__timers_run(p, &now, &ran);
	if ((p->sched_tick & 63) == 0 && tu__sched.nrunq) {
		tu__lock(&tu__sched.lock);
		g = tu__globq_get_locked(p, 1);
		tu__unlock(&tu__sched.lock);
		if (g) {
			p->sched_tick++;
			return g;
		}
	}
	if ((g = tu__runq_get(p, &inherit)) != NULL) {
		if (!inherit || (p->sched_tick & 63) == 0)
			p->sched_tick++;
		return g;
	}
	if (tu__sched.nrunq) {
		tu__lock(&tu__sched.lock);
		g = tu__globq_get_locked(p, 0);
		tu__unlock(&tu__sched.lock);
		if (g)
			goto found;
	}
	if (tu__poll_nwait() && __atomic_load_n(&tu__sched.last_poll, __ATOMIC_RELAXED) != 0)
		if ((g = poll_some(0)) != NULL)
			goto found;
	if (tu__nproc > 1 && (m->spinning || 2 * __atomic_load_n(&tu__sched.nspinning, __ATOMIC_RELAXED) <
	    tu__nproc - __atomic_load_n(&tu__sched.npidle, __ATOMIC_RELAXED))) {
		if (!m->spinning) {
			m->spinning = 1;
			__atomic_add_fetch(&tu__sched.nspinning, 1, __ATOMIC_SEQ_CST);
		}
		if ((g = steal(p, &now, &until)) != NULL) {
			tu__sched.vain = 0;
			m->futile = 0;
			goto found;
		}
		if (tu__sched.stw)
			goto top;
		if (m->futile < 2 && tu__ncpu > 1 && !until && worth_spinning()) {
			m->futile++;            /* queues that move look like work for long */
			if (spin_for_work()) {
				tu__sched.spin_fails = 0;
				goto top;
			}
			tu__sched.spin_fails++;
		}
		vain = 1;
		m->futile = 0;
	}
	if (tu__gc_idle_work())
		goto top;

	tu__lock(&tu__sched.lock);
	if (tu__sched.stw || tu__sched.nrunq) {
		tu__unlock(&tu__sched.lock);
		goto top;
	}
	tu__p_release();
	tu__pidle_put_locked(p);
	tu__unlock(&tu__sched.lock);

	/* wake.c, sleeper's side: 1 P is idle  2 stop spinning  3 look at all queues once more */
	if (m->spinning) {
		m->spinning = 0;
		__atomic_sub_fetch(&tu__sched.nspinning, 1, __ATOMIC_SEQ_CST);
		if (vain)
			tu__search_failed();
		if (any_work(vain && tu__sched.vain >= TU_VAIN)) {
			tu__lock(&tu__sched.lock);
			p = tu__sched.stw ? NULL : tu__pidle_get_locked();
			tu__unlock(&tu__sched.lock);
			if (p) {
				tu__p_acquire(p);
				m->spinning = 1;
				__atomic_add_fetch(&tu__sched.nspinning, 1, __ATOMIC_SEQ_CST);
				goto top;
			}
		}
	}
	int64_t t = tu__timers_next();
	if (t && (!until || t < until))
		until = t;
	if ((g = sleep_in_poller(m, now, until)) != NULL)
		goto found;
	if (!m->p)
		tu__m_stop();
	goto top;
found:
	m->p->sched_tick++;
	return g;
}

/* This M's goroutine is bound to it and waits: nobody else may run here. Sleeps until somebody finds the goroutine runnable. */
static TuG *stop_locked(TuM *m)
{
	if (m->p) {
		TuP *p = tu__p_release();
		tu__p_handoff(p);
	}
	tu__lock(&tu__sched.lock);
	tu__sched.nmlocked++;
	m->blocked = 1;
	tu__check_dead_locked();
	tu__unlock(&tu__sched.lock);
	tu__note_wait(&m->wake);
	tu__note_clear(&m->wake);
	m->blocked = 0;
	tu__p_acquire(m->next_p);
	m->next_p = NULL;
	return m->locked_g;
}

/* g may run only on its own M: lend it our P. */
static void start_locked(TuM *m, TuG *g)
{
	TuM *to = g->lockedm;
	TuP *p = tu__p_release();
	tu__lock(&tu__sched.lock);
	tu__sched.nmlocked--;
	tu__unlock(&tu__sched.lock);
	to->next_p = p;
	tu__note_wake(&to->wake);
	tu__m_stop();
}

void tu__schedule(void)
{
	TuM *m = tu__m();                       /* a g0 never changes its thread */
	for (;;) {
		TuG *g;
		if (m->after)
			finish_after(m);
		m->curg = NULL;
		if (m->locked_g && !m->next_g) {
			run(m, stop_locked(m));
			continue;
		}
		g = m->next_g;
		m->next_g = NULL;
		if (g && tu__sched.stw) {
			tu__globq_put(g);
			g = NULL;
			if (m->locked_g)
				continue;
		}
		if (!g)
			g = find_runnable(m);
		if (m->spinning) {
			m->spinning = 0;
			if (__atomic_sub_fetch(&tu__sched.nspinning, 1, __ATOMIC_SEQ_CST) == 0)
				tu__wake();     /* the last spinner found work: there may be more */
		}
		if (g->lockedm && g->lockedm != m) {
			start_locked(m, g);
			continue;
		}
		if (m->locked_g && g != m->locked_g) {
			tu__globq_put(g);
			tu__wake();
			continue;
		}
		run(m, g);
	}
}
