/* preempt.c: asking a running goroutine to stop. The flag in the P is the request; the guard and the signal only make it notice. */
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include <signal.h>

void tu__preempt_p(TuP *p, uint8_t by_signal)
{
	if (__atomic_load_n(&p->status, __ATOMIC_ACQUIRE) != TU_P_RUNNING)
		return;
	TuM *m = p->m;
	if (!m)
		return;
	__atomic_store_n(&p->preempt, 1, __ATOMIC_SEQ_CST);
	__atomic_store_n(m->guard_addr, TU_GUARD_STOP, __ATOMIC_SEQ_CST);
	if (by_signal)
		tu__sys(234, tu__sys(39, 0, 0, 0, 0, 0, 0), m->tid, SIGURG, 0, 0, 0);   /* tgkill(getpid(), ...) */
}
