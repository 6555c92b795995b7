/* wake.c: how idle threads learn of new work.
 *
 * Producer: 1 puts the goroutine on a queue; 2 full fence; 3 reads npidle and nspinning; 4 starts an M when a P is idle and
 * nobody spins. Sleeper: 1 puts its P on the idle list (npidle++); 2 stops spinning (nspinning--); 3 full fence (both are
 * sequentially consistent); 4 looks at every queue once more.
 * Either the producer's 3 sees the idle P without a spinner and starts an M, or the sleeper's 4 sees the work. What must not
 * happen is both missing, which would need each to read before the other's write: the two fences forbid it.
 * At most one M is woken per submission, and none while one spins: the spinner that finds work wakes the next.
 *
 * Work that moves: a pair that exchanges messages always has one goroutine in a queue, but its owner gets to it sooner than a thief
 * could. Thieves leave such queues alone (runq.c), and a sleeper whose searches saw nothing else does not count them in its step 4.
 * After TU_VAIN such searches in a row producers wake nobody for a while, 20 us at first and at most a millisecond. What this may
 * leave behind is work on a P that runs something else for long, never work without a running P: sysmon looks for queues that do not move and
 * starts an M for them (push_queues). */
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"

static void wake_body(void *arg)
{
	int32_t z = 0;
	if (!__atomic_compare_exchange_n(&tu__sched.nspinning, &z, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
		return;
	tu__lock(&tu__sched.lock);
	TuP *p = tu__sched.stw ? NULL : tu__pidle_get_locked();
	tu__unlock(&tu__sched.lock);
	if (!p) {
		__atomic_sub_fetch(&tu__sched.nspinning, 1, __ATOMIC_SEQ_CST);
		return;
	}
	tu__m_start(p, 1);
}

void tu__search_failed(void)
{
	uint32_t n = tu__sched.vain;
	if (n < TU_VAIN + 6)
		tu__sched.vain = ++n;
	if (n >= TU_VAIN)
		tu__sched.quiet_until = tu__cputicks() + (TU_STEAL_NEXT_TICKS << (n - TU_VAIN));
}

void tu__wake_slow(void)
{
	tu__on_m(wake_body, NULL);
}
