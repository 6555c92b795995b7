/* forkexec.c: starting another program.
 *
 * The child is a copy of the calling thread only. Between fork and exec it makes raw system calls and nothing else: no locks, no allocation,
 * no stack growth, so everything here is one function without stack checks, whose frame fits the slack below every guard. All signals are
 * blocked across the fork, else a preemption signal could run a handler in the child. An error of the child comes back through a pipe
 * that exec closes. */
#include "runtime/abi/externs.h"

enum {
	SYS_read = 0, SYS_write = 1, SYS_close = 3, SYS_rt_sigaction = 13, SYS_rt_sigprocmask = 14, SYS_ioctl = 16, SYS_dup2 = 33, SYS_getpid = 39,
	SYS_clone = 56, SYS_execve = 59, SYS_exit = 60, SYS_wait4 = 61, SYS_fcntl = 72, SYS_chdir = 80, SYS_setuid = 105, SYS_setgid = 106,
	SYS_setpgid = 109, SYS_setsid = 112, SYS_setgroups = 116, SYS_prctl = 157, SYS_chroot = 161, SYS_pipe2 = 293, SYS_dup3 = 292,
};

#define ALWAYS static inline __attribute__((always_inline))

ALWAYS int64_t sys(int64_t n, int64_t a, int64_t b, int64_t c, int64_t d)
{
	int64_t r;
	register int64_t r10 __asm__("r10") = d;
	register int64_t r8 __asm__("r8") = 0;
	__asm__ volatile("syscall" : "=a"(r) : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
	return r;
}

__attribute__((no_split_stack, noinline)) int64_t tu_fork_exec(const TuForkExec *a, void *fd_copy)
{
	int32_t *fd = fd_copy;
	int32_t pipe[2];
	uint64_t all = ~0ull, old = 0;
	int64_t r = sys(SYS_pipe2, (int64_t)pipe, 02000000 /* O_CLOEXEC */, 0, 0);
	if (r < 0)
		return r;
	sys(SYS_rt_sigprocmask, 2, (int64_t)&all, (int64_t)&old, 8);
	int64_t pid = sys(SYS_clone, 17 /* SIGCHLD */, 0, 0, 0);
	if (pid != 0) {
		sys(SYS_rt_sigprocmask, 2, (int64_t)&old, 0, 8);
		sys(SYS_close, pipe[1], 0, 0, 0);
		if (pid < 0) {
			sys(SYS_close, pipe[0], 0, 0, 0);
			return pid;
		}
		int64_t err = 0;
		do
			r = sys(SYS_read, pipe[0], (int64_t)&err, 8, 0);
		while (r == -4 /* EINTR */);
		sys(SYS_close, pipe[0], 0, 0, 0);
		if (r == 0)
			return pid;
		while (sys(SYS_wait4, pid, 0, 0, 0) == -4)
			;
		return r == 8 ? err : -5 /* EIO */;
	}

	/* the child */
	struct { uint64_t handler, flags, restorer, mask; } act;
	for (int64_t s = 1; s <= 64; s++) {     /* caught signals become default before the mask is lifted; ignored ones stay ignored */
		if (sys(SYS_rt_sigaction, s, 0, (int64_t)&act, 8) == 0 && act.handler > 1) {
			act.handler = act.flags = act.mask = 0;
			sys(SYS_rt_sigaction, s, (int64_t)&act, 0, 8);
		}
	}
	uint64_t none = 0;
	sys(SYS_rt_sigprocmask, 2, (int64_t)&none, 0, 8);
	if ((a->flags & TU_FORK_SETSID) && (r = sys(SYS_setsid, 0, 0, 0, 0)) < 0)
		goto fail;
	if ((a->flags & TU_FORK_SETPGID) && (r = sys(SYS_setpgid, 0, a->pgid, 0, 0)) < 0)
		goto fail;
	if (a->flags & TU_FORK_FOREGROUND) {
		int32_t pgrp = (int32_t)(a->pgid ? a->pgid : sys(SYS_getpid, 0, 0, 0, 0));
		if ((r = sys(SYS_ioctl, a->ctty, 0x5410 /* TIOCSPGRP */, (int64_t)&pgrp, 0)) < 0)
			goto fail;
	}
	if (a->chroot && (r = sys(SYS_chroot, (int64_t)a->chroot, 0, 0, 0)) < 0)
		goto fail;
	if (a->flags & TU_FORK_CRED) {
		if (!(a->flags & TU_FORK_NOSETGROUPS) && (r = sys(SYS_setgroups, a->ngroup, (int64_t)a->group, 0, 0)) < 0)
			goto fail;
		if ((r = sys(SYS_setgid, a->gid, 0, 0, 0)) < 0 || (r = sys(SYS_setuid, a->uid, 0, 0, 0)) < 0)
			goto fail;
	}
	if (a->dir && (r = sys(SYS_chdir, (int64_t)a->dir, 0, 0, 0)) < 0)
		goto fail;
	if (a->pdeathsig && (r = sys(SYS_prctl, 1, a->pdeathsig, 0, 0)) < 0)
		goto fail;
	/* First move descriptors, and the pipe, out of the way of the numbers to be set, then set them. */
	int64_t err_fd = pipe[1];
	if (err_fd < a->nfd) {
		if ((r = sys(SYS_fcntl, err_fd, 1030 /* F_DUPFD_CLOEXEC */, a->nfd, 0)) < 0)
			goto fail;
		err_fd = r;
	}
	for (int64_t i = 0; i < a->nfd; i++) {
		if (fd[i] >= 0 && fd[i] < i) {
			if ((r = sys(SYS_fcntl, fd[i], 1030, a->nfd, 0)) < 0)
				goto fail_moved;
			fd[i] = (int32_t)r;
		}
	}
	for (int64_t i = 0; i < a->nfd; i++) {
		if (fd[i] < 0) {
			sys(SYS_close, i, 0, 0, 0);
			continue;
		}
		if (fd[i] == i)
			r = sys(SYS_fcntl, i, 2 /* F_SETFD */, 0, 0);
		else
			r = sys(SYS_dup3, fd[i], i, 0, 0);
		if (r < 0)
			goto fail_moved;
	}
	if ((a->flags & TU_FORK_NOCTTY) && (r = sys(SYS_ioctl, 0, 0x5422 /* TIOCNOTTY */, 0, 0)) < 0)
		goto fail_moved;
	if ((a->flags & TU_FORK_SETCTTY) && (r = sys(SYS_ioctl, a->ctty, 0x540E /* TIOCSCTTY */, 1, 0)) < 0)
		goto fail_moved;
	r = sys(SYS_execve, (int64_t)a->path, (int64_t)a->argv, (int64_t)a->envv, 0);
fail_moved:
	pipe[1] = (int32_t)err_fd;
fail:
	sys(SYS_write, pipe[1], (int64_t)&r, 8, 0);
	for (;;)
		sys(SYS_exit, 253, 0, 0, 0);
}
