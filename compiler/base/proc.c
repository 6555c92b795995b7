/* proc.c: child processes, several at a time, and the temporary directory. */
#define _GNU_SOURCE
#include "compiler/base/base.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <dirent.h>

extern char **environ;

static int code_of(int wstatus)
{
	return WIFSIGNALED(wstatus) ? 128 + WTERMSIG(wstatus) : WEXITSTATUS(wstatus);
}

/* Starts p with its output in a pipe. A program that cannot be started counts as done with status 127 and says why in out. */
static void start(Proc *p)
{
	int fd[2];
	p->started = true;
	if (pipe2(fd, O_CLOEXEC) < 0)
		die("cannot make a pipe: %s", strerror(errno));
	posix_spawn_file_actions_t fa;
	posix_spawn_file_actions_init(&fa);
	posix_spawn_file_actions_addopen(&fa, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&fa, fd[1], 1);
	posix_spawn_file_actions_adddup2(&fa, fd[1], 2);
	if (p->dir)
		posix_spawn_file_actions_addchdir_np(&fa, p->dir);
	pid_t pid;
	int e = posix_spawnp(&pid, p->argv[0], &fa, NULL, p->argv, environ);
	posix_spawn_file_actions_destroy(&fa);
	(void)close(fd[1]);
	if (e) {
		(void)close(fd[0]);
		buf_fmt(&p->out, "cannot run %s: %s\n", p->argv[0], strerror(e));
		p->status = 127;
		p->done = true;
		return;
	}
	p->pid = pid;
	p->fd = fd[0];
}

/* Takes what p has written; at end of file collects its status. */
static void drain(Proc *p)
{
	char tmp[8192];
	ssize_t n = read(p->fd, tmp, sizeof tmp);
	if (n > 0) {
		buf_put(&p->out, tmp, (size_t)n);
		return;
	}
	if (n < 0 && errno == EINTR)
		return;
	(void)close(p->fd);
	int w = 0;
	while (waitpid(p->pid, &w, 0) < 0 && errno == EINTR)
		;
	p->status = code_of(w);
	p->done = true;
}

void proc_run_all(Proc *p, int n, int njob)
{
	int next = 0, running = 0;
	struct pollfd *pfd = arena_array(&build_arena, struct pollfd, MAX(njob, 1));
	Proc **who = arena_array(&build_arena, Proc *, MAX(njob, 1));
	while (next < n || running) {
		while (next < n && running < njob) {
			Proc *q = &p[next++];
			start(q);
			if (!q->done)
				who[running++] = q;
		}
		for (int i = 0; i < running; i++)
			pfd[i] = (struct pollfd){ .fd = who[i]->fd, .events = POLLIN };
		if (running && poll(pfd, (nfds_t)running, -1) < 0 && errno != EINTR)
			die("poll: %s", strerror(errno));
		int keep = 0;
		for (int i = 0; i < running; i++) {
			if (pfd[i].revents)
				drain(who[i]);
			if (!who[i]->done)
				who[keep++] = who[i];
		}
		running = keep;
	}
}

int proc_run(char **argv, Buf *out)
{
	if (out) {
		Proc p = { .argv = argv };
		proc_run_all(&p, 1, 1);
		buf_put(out, p.out.s ? p.out.s : "", p.out.n);
		buf_free(&p.out);
		return p.status;
	}
	pid_t pid;
	int e = posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ);
	if (e) {
		fprintf(stderr, "tuco: cannot run %s: %s\n", argv[0], strerror(e));
		return 127;
	}
	int w = 0;
	while (waitpid(pid, &w, 0) < 0 && errno == EINTR)
		;
	return code_of(w);
}

/* ---- temporary directory ---- */

static char *tmp;
static bool tmp_kept;
static pid_t tmp_owner;

/* Uses no arena and no stdio: it also runs from a signal handler. */
static void remove_tree(const char *path)
{
	DIR *d = opendir(path);
	if (d) {
		for (struct dirent *e; (e = readdir(d));) {
			char sub[4096];
			if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
				continue;
			if (snprintf(sub, sizeof sub, "%s/%s", path, e->d_name) >= (int)sizeof sub)
				continue;
			struct stat st;
			if (!lstat(sub, &st) && S_ISDIR(st.st_mode))
				remove_tree(sub);
			else
				(void)unlink(sub);
		}
		(void)closedir(d);
	}
	(void)rmdir(path);
}

static void remove_tmp(void)
{
	if (tmp && !tmp_kept && getpid() == tmp_owner)
		remove_tree(tmp);
	tmp = NULL;
}

static void on_signal(int sig)
{
	remove_tmp();
	signal(sig, SIG_DFL);
	raise(sig);
}

const char *temp_dir(void)
{
	if (tmp)
		return tmp;
	const char *base = getenv("TMPDIR");
	char *t = str_fmt("%s/tuco-build-XXXXXX", base && *base ? base : "/tmp");
	if (!mkdtemp(t))
		die("cannot make a temporary directory %s: %s", t, strerror(errno));
	tmp = t;
	tmp_owner = getpid();
	atexit(remove_tmp);
	signal(SIGINT, on_signal);
	signal(SIGTERM, on_signal);
	signal(SIGHUP, on_signal);
	return tmp;
}

void temp_keep(bool keep)
{
	tmp_kept = keep;
}
