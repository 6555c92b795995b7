/* timings.c: the table of -timings: what each phase cost.
 *
 * Time is told twice: what a clock on the wall saw, and what the processors spent on this process and its children. Lines per
 * second are of the latter, so that a busy machine does not spoil them. All lines count that were read: the standard
 * library's too. Memory is what the arenas handed out during the phase. */
#include "compiler/drive/drive.h"
#include <sys/resource.h>
#include <time.h>

typedef struct Instant { const char *name; double wall, cpu; size_t nbyte; } Instant;
static VEC(Instant) phases;

static double ms_of(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static Instant instant(const char *name)
{
	struct timespec ts, mine;
	struct rusage kids;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &mine);
	if (getrusage(RUSAGE_CHILDREN, &kids) < 0)
		kids = (struct rusage){ 0 };
	return (Instant){ name, (double)ts.tv_sec * 1e3 + (double)ts.tv_nsec / 1e6,
		(double)mine.tv_sec * 1e3 + (double)mine.tv_nsec / 1e6 + ms_of(kids.ru_utime) + ms_of(kids.ru_stime), build_arena.nbyte };
}

void phase(const char *name)
{
	bug_at(name, NULL, 0);
	vec_push(&phases, instant(name));
}

static void row(const char *name, const Instant *a, const Instant *b, uint64_t nline)
{
	double cpu = b->cpu - a->cpu;
	fprintf(stderr, "%-12s %10.1f %10.1f %12.0f %9.1f\n", name, b->wall - a->wall, cpu,
		cpu > 0 ? (double)nline / cpu * 1e3 : 0, (double)(b->nbyte - a->nbyte) / (1 << 20));
}

void timings_print(void)
{
	uint64_t nline = src_nline();
	int front = -1;
	if (!phases.n)
		return;
	phase("end");
	fprintf(stderr, "%-12s %10s %10s %12s %9s\n", "phase", "wall ms", "cpu ms", "lines/s", "MB");
	for (int i = 0; i + 1 < phases.n; i++) {
		row(phases.v[i].name, &phases.v[i], &phases.v[i + 1], nline);
		if (!strcmp(phases.v[i].name, "check"))
			front = i + 1;
	}
	if (front > 0)
		row("load+check", &phases.v[0], &phases.v[front], nline);
	row("total", &phases.v[0], &vec_last(&phases), nline);
	fprintf(stderr, "%llu lines\n", (unsigned long long)nline);
	if (front > 0 && nline)
		fprintf(stderr, "load+check: %.0f bytes per line\n", (double)(phases.v[front].nbyte - phases.v[0].nbyte) / (double)nline);
}
