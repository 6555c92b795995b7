/* lock.c: futex mutexes and notes. Safe on every stack and from threads that have no M; nothing here allocates. */
#include "runtime/base/rt.h"
#include <sys/syscall.h>
#include <limits.h>
#include <errno.h>
#include <time.h>

enum { FUTEX_WAIT = 0, FUTEX_WAKE = 1, FUTEX_PRIVATE_FLAG = 128 };   /* musl has no linux/futex.h */

static void futex_wait(uint32_t *a, uint32_t v, int64_t ns)
{
	struct timespec ts = { ns / 1000000000, ns % 1000000000 };
	tu__sys(SYS_futex, (int64_t)a, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, v, ns < 0 ? 0 : (int64_t)&ts, 0, 0);
}

static void futex_wake(uint32_t *a, int64_t n)
{
	tu__sys(SYS_futex, (int64_t)a, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, n, 0, 0, 0);
}

void tu__lock_slow(TuLock *l)
{
	if (tu__ncpu > 1)
		for (int i = 0; i < 100; i++) {         /* most holders leave within a microsecond */
			uint32_t z = 0;
			__builtin_ia32_pause();
			if (__atomic_load_n(&l->v, __ATOMIC_RELAXED) == 0 &&
			    __atomic_compare_exchange_n(&l->v, &z, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
				return;
		}
	while (__atomic_exchange_n(&l->v, 2, __ATOMIC_ACQUIRE) != 0)
		futex_wait(&l->v, 2, -1);
}

void tu__unlock_slow(TuLock *l)
{
	futex_wake(&l->v, 1);
}

void tu__note_clear(TuNote *n)
{
	__atomic_store_n(&n->v, 0, __ATOMIC_RELEASE);
}

void tu__note_wake(TuNote *n)
{
	if (__atomic_exchange_n(&n->v, 1, __ATOMIC_ACQ_REL) == 0)
		futex_wake(&n->v, 1);
}

void tu__note_wait(TuNote *n)
{
	while (__atomic_load_n(&n->v, __ATOMIC_ACQUIRE) == 0)
		futex_wait(&n->v, 0, -1);
}

uint8_t tu__note_wait_ns(TuNote *n, int64_t ns)
{
	int64_t end = ns < 0 ? 0 : tu__nanotime() + ns;
	while (__atomic_load_n(&n->v, __ATOMIC_ACQUIRE) == 0) {
		if (ns >= 0) {
			int64_t left = end - tu__nanotime();
			if (left <= 0)
				return 0;
			futex_wait(&n->v, 0, left);
		} else {
			futex_wait(&n->v, 0, -1);
		}
	}
	return 1;
}
