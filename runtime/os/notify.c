/* notify.c: signals for package os/signal.
 *
 * A signal that a program has asked for is written, as one byte, into a pipe that a goroutine reads. The handler does nothing else, so it may
 * run at any point; when the pipe is full the signal is lost, as for a full channel. What was installed before, by the runtime or by the
 * parent of the process, is put back when the program loses interest. */
#define _GNU_SOURCE
#include "runtime/abi/externs.h"
#include "runtime/arch/arch.h"
#include "runtime/sched/sched.h"
#include <signal.h>
#include <errno.h>

enum { NSIG_MAX = 65 };

static int32_t notify_fd = -1;
static struct sigaction before[NSIG_MAX];
static uint8_t changed[NSIG_MAX];

typedef struct { int64_t sig, mode, old; } Request;

__attribute__((no_split_stack)) static void on_signal(int sig)
{
	uint8_t b = (uint8_t)sig;
	int64_t r;
	register int64_t fd __asm__("rdi") = notify_fd;
	__asm__ volatile("syscall" : "=a"(r) : "a"(1 /* write */), "r"(fd), "S"(&b), "d"(1) : "rcx", "r11", "memory");
}

/* On the M's stack. */
static void change(void *arg)
{
	Request *q = arg;
	struct sigaction a;
	if (sigaction((int)q->sig, NULL, &a) < 0) {
		q->old = -1;
		return;
	}
	q->old = a.sa_handler == SIG_IGN ? TU_SIG_IGNORE : a.sa_handler == on_signal ? TU_SIG_NOTIFY : TU_SIG_DEFAULT;
	if (q->mode < 0)
		return;
	if (!changed[q->sig]) {
		before[q->sig] = a;
		changed[q->sig] = 1;
	}
	if (q->mode == TU_SIG_DEFAULT) {
		a = before[q->sig];
		changed[q->sig] = 0;
	} else {
		a.sa_handler = q->mode == TU_SIG_IGNORE ? SIG_IGN : on_signal;
		a.sa_flags = SA_RESTART | SA_ONSTACK;
		sigfillset(&a.sa_mask);
	}
	sigaction((int)q->sig, &a, NULL);
}

int64_t tu_signal_mode(int64_t sig, int64_t mode)
{
	if (sig <= 0 || sig >= NSIG_MAX || sig == SIGURG || sig == SIGKILL || sig == SIGSTOP)
		return -1;
	Request q = { sig, mode, 0 };
	tu__on_m(change, &q);
	return q.old;
}

void tu_signal_pipe(int64_t fd)
{
	notify_fd = (int32_t)fd;
}
