/* os_thread.c: kernel threads through pthreads, so that libc's own state exists on each (FFI needs it). */
#include "runtime/base/rt.h"
#include "runtime/os/thread.h"
#include "runtime/sched/sched.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>

enum { STACK_NBYTE = 256 << 10 };       /* M stacks run the collector and libc, never Go code */

void tu__thread_new(void *(*fn)(void *), void *arg)
{
	pthread_attr_t attr;
	pthread_t t;
	sigset_t all, old;
	sigfillset(&all);
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_NBYTE);
	pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	int r = pthread_create(&t, &attr, fn, arg);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	pthread_attr_destroy(&attr);
	if (r) {
		tu__printf("runtime: failed to create new OS thread (have %d already; errno=%d)\n", tu__sched.nm, r);
		if (r == EAGAIN)
			tu__printf("runtime: may need to increase max user processes (ulimit -u)\n");
		tu__throw("newosproc");
	}
}
