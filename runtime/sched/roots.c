/* roots.c: memory of these rooms that holds pointers into the Go heap, for the collector. */
#include "runtime/sched/sched.h"
#include "runtime/timer/timer.h"
#include "runtime/sync/sync.h"

void tu__sched_roots(void (*cb)(void *arg, void *lo, void *hi), void *arg)
{
	tu__timers_roots(cb, arg);
	tu__sync_roots(cb, arg);
}
