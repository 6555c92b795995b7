/* deadlock.c: "all goroutines are asleep": every M is idle, nothing sleeps in the poller, no timer will fire. */
#include "runtime/sched/sched.h"
#include "runtime/panic/panic.h"
#include "runtime/timer/timer.h"

/* sched.lock is held; called by an M about to sleep and already counted as idle. */
void tu__check_dead_locked(void)
{
	if (tu__sched.nmidle + tu__sched.nmlocked < tu__sched.nm || tu__sched.stw || tu__sched.dying)
		return;
	if (tu__sched.nrunq || tu__timers_next())
		return;
	for (int32_t i = 0; i < tu__nproc; i++)
		if (!tu__runq_empty(tu__allp[i]) || tu__allp[i]->status == TU_P_SYSCALL)
			return;
	tu__unlock(&tu__sched.lock);
	tu__dying();
	tu__print(tu__sched.main_exited && tu_num_goroutine() == 0 ? "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n" :
		"fatal error: all goroutines are asleep - deadlock!\n");
	tu__die(NULL, NULL, 1);
}
