/* gcbench_run.c: one run of a program: wall and CPU time, peak resident size, and its collections read from gctrace lines. */
#include "compiler/drive/gcbench.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double *sorted(const Numbers *v)
{
	double *s = arena_array(&build_arena, double, v->n + 1);
	if (v->n)
		memcpy(s, v->v, sizeof *s * (size_t)v->n);
	qsort(s, (size_t)v->n, sizeof *s, by_value);
	return s;
}

double num_quantile(const Numbers *v, double q)
{
	if (!v->n)
		return 0;
	double *s = sorted(v), at = q * (v->n - 1);
	int i = (int)at;
	return i + 1 < v->n ? s[i] + (at - i) * (s[i + 1] - s[i]) : s[i];
}

double num_median(const Numbers *v)
{
	return num_quantile(v, 0.5);
}

/* Order statistics around the median whose binomial coverage is at least 95 %; for fewer than 6 values the whole range. */
void num_ci95(const Numbers *v, double *lo, double *hi)
{
	*lo = *hi = 0;
	if (!v->n)
		return;
	double *s = sorted(v);
	int n = v->n, k = 0;
	double tail = 1;
	for (int i = 0; i < n; i++)
		tail /= 2;
	double term = tail, sum = term; /* P(X <= 0), X binomial(n, 1/2) */
	while (k + 1 < n / 2 && sum + term * (n - k) / (k + 1) <= 0.025) {
		term = term * (n - k) / (k + 1);
		sum += term;
		k++;
	}
	*lo = s[k];
	*hi = s[n - 1 - k];
}

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void set_or_unset(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void child(const GcBench *b, const Setting *s, int err)
{
	int null = open("/dev/null", O_RDWR);
	dup2(null, 0);
	dup2(null, 1);
	dup2(err, 2);
	const char *debug = getenv("GODEBUG");
	setenv("GODEBUG", debug && *debug ? str_fmt("%s,gctrace=1", debug) : "gctrace=1", 1);
	set_or_unset("GOGC", s->gogc);
	set_or_unset("GOGCMIN", s->min);
	set_or_unset("GOMEMLIMIT", s->limit);
	if (s->procs)
		setenv("GOMAXPROCS", s->procs, 1);
	char **argv = calloc((size_t)b->args.n + 2, sizeof *argv);
	argv[0] = (char *)s->exe;
	for (int i = 0; i < b->args.n; i++)
		argv[i + 1] = b->args.v[i];
	execv(s->exe, argv);
	_exit(127);
}

typedef struct { double at, us; } Stop;         /* ms since the start */
typedef struct { double ngc, assist; VEC(Stop) stops; } Run;

static void add_stop(Run *r, double at, double ms) { vec_push(&r->stops, ((Stop){ at, ms * 1e3 })); }

/* "gc 7 @0.012s 2%: 0.026+0.39+0.10 ms clock, 0.21+0.88/0.52/0+0.86 ms cpu, 4->5->1 MB, 5 MB goal, ..." */
static void take_line(Setting *s, const char *l, Run *r, bool keep)
{
	int n;
	double at, pct, a, m, z, ca, cassist, cbg, cidle, cz, before, mid, after, goal;
	if (sscanf(l, "gc %d @%lfs %lf%%: %lf+%lf+%lf ms clock, %lf+%lf/%lf/%lf+%lf ms cpu, %lf->%lf->%lf MB, %lf MB goal", &n, &at, &pct, &a, &m, &z, &ca, &cassist, &cbg,
		   &cidle, &cz, &before, &mid, &after, &goal) != 15)
		return;
	r->ngc += 1;
	r->assist += cassist;
	if (!keep)
		return;
	bool stopped = !strcmp(s->gc, "stw");   /* there the mark phase is part of the pause */
	if (stopped) {
		add_stop(r, at * 1e3, a + m + z);
	} else {
		add_stop(r, at * 1e3, a);
		add_stop(r, at * 1e3 + a + m, z);
	}
	vec_push(&s->ticks, ((GcTick){ at, before, after, goal }));
}

/* The least share of any window of 10 ms that no stop takes, percent. A worst window begins or ends with a stop. */
static double least_share(const Run *r)
{
	const double window = 10;
	double most = 0;
	vec_each(&r->stops, i) {
		double a = r->stops.v[i].at, z = a + r->stops.v[i].us / 1e3;
		for (int k = 0; k < 2; k++) {
			double lo = k ? z - window : a, hi = lo + window, sum = 0;
			for (int j = MAX(0, i - 100); j < r->stops.n && j < i + 100; j++) {
				double from = MAX(lo, r->stops.v[j].at), to = MIN(hi, r->stops.v[j].at + r->stops.v[j].us / 1e3);
				sum += to > from ? to - from : 0;
			}
			most = MAX(most, sum);
		}
	}
	return most >= window ? 0 : 100 * (1 - most / window);
}

bool gcbench_run(const GcBench *b, Setting *s, bool keep)
{
	int fd[2];
	if (pipe(fd))
		die("pipe: %s", strerror(errno));
	double start = now_ms();
	pid_t pid = fork();
	if (pid < 0)
		die("fork: %s", strerror(errno));
	if (!pid) {
		close(fd[0]);
		child(b, s, fd[1]);
	}
	close(fd[1]);
	if (keep)
		s->ticks.n = 0;
	Buf text = { 0 };
	Run r = { 0 };
	bool late = false;
	for (;;) {
		struct pollfd p = { fd[0], POLLIN, 0 };
		int left = (int)(b->timeout_s * 1000 - (now_ms() - start));
		if (left <= 0 || gcbench_stopped) {
			kill(pid, SIGKILL);
			late = true;
			break;
		}
		if (poll(&p, 1, MIN(left, 100)) <= 0)   /* in slices: the signal may have met another thread */
			continue;
		char chunk[8192];
		ssize_t n = read(fd[0], chunk, sizeof chunk);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		buf_put(&text, chunk, (size_t)n);
		char *l = text.s, *e;
		while ((e = strchr(l, '\n'))) {
			*e = 0;
			take_line(s, l, &r, keep);
			l = e + 1;
		}
		size_t rest = text.n - (size_t)(l - text.s);
		memmove(text.s, l, rest + 1);
		text.n = rest;
	}
	close(fd[0]);
	int status;
	struct rusage ru;
	while (wait4(pid, &status, 0, &ru) < 0 && errno == EINTR)
		;
	double wall = now_ms() - start;
	if (gcbench_stopped && (late || status)) {
		buf_free(&text);
		return false;
	}
	if (late || status) {
		s->error = late ? str_fmt("no end after %.0f s", b->timeout_s)
				: WIFEXITED(status) ? str_fmt("exit status %d%s%.60s", WEXITSTATUS(status), text.n ? ": " : "", text.n ? text.s : "")
						    : str_fmt("killed by signal %d", WTERMSIG(status));
		buf_free(&text);
		return false;
	}
	buf_free(&text);
	if (!keep)
		return true;
	vec_push(&s->wall, wall);
	vec_push(&s->cpu, (double)(ru.ru_utime.tv_sec + ru.ru_stime.tv_sec) * 1e3 + (double)(ru.ru_utime.tv_usec + ru.ru_stime.tv_usec) / 1e3);
	vec_push(&s->rss, (double)ru.ru_maxrss / 1024);
	vec_push(&s->gcs, r.ngc);
	vec_push(&s->assist, r.assist);
	vec_push(&s->mmu, least_share(&r));
	vec_each(&r.stops, i)
		vec_push(&s->pauses, r.stops.v[i].us);
	return true;
}
