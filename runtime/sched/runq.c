/* runq.c: the slow parts of run queues: overflow to the global queue, stealing, and the global queue itself.
 *
 * Local ring: the owner adds at the tail; owner and thieves take at the head by CAS. runnext is one extra slot, taken by CAS.
 * With GOMAXPROCS=1 nobody else looks, and the inline halves in sched.h use plain accesses; the mode changes only in a stopped world. */
#include "runtime/sched/sched.h"

void tu__globq_put_locked(TuG *g)
{
	g->qnext = NULL;
	if (tu__sched.runq_tail)
		tu__sched.runq_tail->qnext = g;
	else
		tu__sched.runq_head = g;
	tu__sched.runq_tail = g;
	tu__sched.nrunq++;
}

void tu__globq_put(TuG *g)
{
	tu__lock(&tu__sched.lock);
	tu__globq_put_locked(g);
	tu__unlock(&tu__sched.lock);
}

/* Takes a fair share (all of it when max is 1 and so on); the first is returned, the others go to p's ring. */
TuG *tu__globq_get_locked(TuP *p, int32_t max)
{
	int32_t n = tu__sched.nrunq / tu__nproc + 1;
	if (tu__sched.nrunq == 0)
		return NULL;
	if (n > tu__sched.nrunq)
		n = tu__sched.nrunq;
	if (max > 0 && n > max)
		n = max;
	if (n > TU_RUNQ / 2)
		n = TU_RUNQ / 2;
	TuG *first = tu__sched.runq_head;
	for (int32_t i = 0; i < n; i++) {
		TuG *g = tu__sched.runq_head;
		tu__sched.runq_head = g->qnext;
		if (!tu__sched.runq_head)
			tu__sched.runq_tail = NULL;
		tu__sched.nrunq--;
		if (i > 0)
			tu__runq_put(p, g, 0);
	}
	return first;
}

/* Ring is full: half of it and g go to the global queue. */
void tu__runq_put_slow(TuP *p, TuG *g)
{
	TuG *batch[TU_RUNQ / 2];
	uint32_t h = __atomic_load_n(&p->runq_head, __ATOMIC_ACQUIRE);
	uint32_t n = (p->runq_tail - h) / 2;
	if (n != TU_RUNQ / 2) {                 /* thieves made room meanwhile */
		tu__runq_put(p, g, 0);
		return;
	}
	for (uint32_t i = 0; i < n; i++)
		batch[i] = p->runq[(h + i) % TU_RUNQ];
	if (!__atomic_compare_exchange_n(&p->runq_head, &h, h + n, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
		tu__runq_put(p, g, 0);
		return;
	}
	tu__lock(&tu__sched.lock);
	for (uint32_t i = 0; i < n; i++)
		tu__globq_put_locked(batch[i]);
	tu__globq_put_locked(g);
	tu__unlock(&tu__sched.lock);
	/* Who starts more goroutines than a queue holds lines up behind them: their slots are still warm when they are used again, and
	 * fewer of them exist at a time. */
	if (tu__m()->curg)
		tu__preempt_p(p, 0);
}

/* The owner is about to get to what is queued there: moving it to another core costs both more than waiting. */
static uint8_t moves(TuP *v, uint32_t tail, TuG *next)
{
	uint32_t was = __atomic_load_n(&v->nswitch, __ATOMIC_RELAXED), yielded = 0;
	int64_t end = tu__cputicks() + (next ? TU_STEAL_NEXT_TICKS : TU_STEAL_RING_TICKS);
	while (tu__cputicks() < end) {
		for (int i = 0; i < 64; i++)    /* each look takes the cache line from its owner */
			__builtin_ia32_pause();
		if (!yielded++)                 /* the owner's thread may be waiting for this very CPU */
			tu__sys(24, 0, 0, 0, 0, 0, 0);
		if (next ? __atomic_load_n(&v->nswitch, __ATOMIC_RELAXED) != was :
		    (int32_t)(__atomic_load_n(&v->runq_head, __ATOMIC_RELAXED) - tail) >= 0)
			return 1;
	}
	return 0;
}

/* Moves half of the victim's ring to p's (which is empty) and returns one of them. Not from queues that move, see wake.c: a ring whose owner
 * passes all of it within 5 us, or a runnext within 20 us, longer than most exchanges through a channel. */
TuG *tu__runq_steal(TuP *p, TuP *victim, uint8_t take_next)
{
	uint8_t checked = 0;
	for (;;) {
		uint32_t h = __atomic_load_n(&victim->runq_head, __ATOMIC_ACQUIRE);
		uint32_t t = __atomic_load_n(&victim->runq_tail, __ATOMIC_ACQUIRE);
		uint32_t n = t - h, mine = p->runq_tail;
		n -= n / 2;
		if (n == 0) {
			TuG *g = __atomic_load_n(&victim->runnext, __ATOMIC_ACQUIRE);
			if (!take_next || !g)
				return NULL;
			if (__atomic_load_n(&victim->status, __ATOMIC_ACQUIRE) == TU_P_RUNNING && moves(victim, 0, g))
				return NULL;
			if (__atomic_compare_exchange_n(&victim->runnext, &g, NULL, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
				return g;
			continue;
		}
		if (n > TU_RUNQ / 2)            /* head and tail were read at different times */
			continue;
		if (n <= TU_RUNQ / 16 && !checked && __atomic_load_n(&victim->status, __ATOMIC_ACQUIRE) == TU_P_RUNNING) {
			if (moves(victim, t, NULL))
				return NULL;
			checked = 1;
			continue;
		}
		for (uint32_t i = 0; i < n; i++)
			p->runq[(mine + i) % TU_RUNQ] = victim->runq[(h + i) % TU_RUNQ];
		if (!__atomic_compare_exchange_n(&victim->runq_head, &h, h + n, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			continue;
		n--;
		TuG *g = p->runq[(mine + n) % TU_RUNQ];
		if (n)
			__atomic_store_n(&p->runq_tail, mine + n, __ATOMIC_RELEASE);
		return g;
	}
}
