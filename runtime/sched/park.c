/* park.c: leaving the processor and coming back, from the goroutine's side.
 *
 * The next goroutine is entered directly when it is local, free of its old stack and bound to no thread; otherwise the scheduler
 * loop decides. State WAITING (or RUNNABLE, when already readied) keeps safepoints from yielding in between: they act on RUNNING only. */
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include "runtime/obs/block.h"
#include "runtime/obs/metrics.h"

static inline __attribute__((always_inline)) void switch_away(TuG *g)
{
	TuM *m = tu__m();
	TuP *p = m->p;
	if (TU_LIKELY(!p->preempt && (p->sched_tick & 63) != 0 && !m->locked_g)) {
		uint8_t inherit;
		TuG *n = tu__runq_get(p, &inherit);
		if (n == g) {
			g->state = TU_G_RUNNING;
			return;
		}
		if (n) {
			if (TU_UNLIKELY(__atomic_load_n(&n->on_cpu, __ATOMIC_ACQUIRE) || n->lockedm || tu__g_unseen(n))) {
				m->next_g = n;
			} else {
				n->on_cpu = 1;
				n->state = TU_G_RUNNING;
				n->m = m;
				m->curg = n;
				p->sched_tick += !inherit;
				p->nswitch++;
				tu__switch(g, n);
				return;
			}
		}
	}
	m->after = TU_AFTER_NONE;
	tu__switch(g, m->g0);
}

/* While the block profile is on. Waiting for time or for the runtime's own goroutines does not count. */
static TU_NOINLINE uint8_t park_timed(int32_t reason, void (*unlock)(void *), void *arg)
{
	TuG *g = tu__g();
	int64_t t0 = tu__nanotime();
	g->wait_reason = (uint8_t)reason;
	g->param = 0;
	g->wait_since = 0;
	g->state = TU_G_WAITING;
	if (unlock)
		unlock(arg);
	switch_away(g);
	tu__block_event(tu__nanotime() - t0, __builtin_frame_address(0));
	return g->param;
}

uint8_t tu__park(int32_t reason, void (*unlock)(void *), void *arg)
{
	TuG *g = tu__g();
	if (TU_UNLIKELY(tu__block_rate) && reason <= TU_WAIT_SELECT)
		return park_timed(reason, unlock, arg);
	g->wait_reason = (uint8_t)reason;
	g->param = 0;
	g->wait_since = 0;
	g->state = TU_G_WAITING;
	if (unlock)
		unlock(arg);
	switch_away(g);
	if (TU_UNLIKELY(tu__metrics_on) && g->wait_since < 0)
		tu__latency_end(g);
	return g->param;
}

void tu__ready(TuG *g)
{
	if (TU_UNLIKELY(tu__metrics_on))
		g->wait_since = -tu__nanotime();
	g->state = TU_G_RUNNABLE;
	tu__runq_put(tu__m()->p, g, 1);
	tu__wake();
}

void tu__ready_global(TuG *g)
{
	g->state = TU_G_RUNNABLE;
	tu__globq_put(g);
	if (__atomic_load_n(&tu__sched.npidle, __ATOMIC_SEQ_CST) != 0)
		tu__m_start(NULL, 0);
}

void tu__yield(void)
{
	TuG *g = tu__g();
	TuM *m = tu__m();
	TuP *p = m->p;
	if (p->preempt || tu__sched.nrunq || m->locked_g) {
		m->after = TU_AFTER_PREEMPT;
		m->after_g = g;
		tu__switch(g, m->g0);
		return;
	}
	if ((p->sched_tick & 63) != 0 && p->runq_head == p->runq_tail && !p->runnext && !*(int64_t *)p->timers)
		return;                         /* alone here */
	g->state = TU_G_RUNNABLE;
	tu__runq_put(p, g, 0);
	switch_away(g);
}

void tu_gosched(void)
{
	tu__yield();
}

void tu__stop_check(void)
{
	TuM *m = tu__m();
	if (m->p && m->p->preempt && m->locks == 0 && !tu__is_on_m())
		tu__yield();
}

/* Landing of the preemption signal: every register of the interrupted code is on the stack. */
void tu__preempt_here(void)
{
	TuG *g = tu__g();
	TuM *m = tu__m();
	if (m->locks || g->state != TU_G_RUNNING)
		return;
	g->async_stopped = 1;
	m->after = TU_AFTER_PREEMPT;
	m->after_g = g;
	tu__switch(g, m->g0);
	g->async_stopped = 0;
}

void tu__leave(uint32_t after, TuG *g)
{
	TuM *m = tu__m();
	m->after = after;
	m->after_g = g;
	tu__switch(g, m->g0);
	__builtin_unreachable();
}
