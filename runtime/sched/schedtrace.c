/* schedtrace.c: GODEBUG=schedtrace=N: the scheduler's state every N milliseconds, in Go's form; scheddetail=1: each P, M and G on a line.
 *
 * Written by sysmon while the program runs: numbers are read without stopping anybody and need not agree with each other. */
#include "runtime/sched/sched.h"
#include "runtime/timer/timer.h"

int64_t tu__schedtrace_ns;              /* 0: off */
static uint8_t detail;
static int64_t start, last;

static const char *const wait_text[] = {
#define WAIT(id, text) text,
#include "runtime/abi/waits.def"
#undef WAIT
};

void tu__schedtrace_init(void)
{
	int64_t ms = tu__godebug("schedtrace", 0);
	detail = tu__godebug("scheddetail", 0) > 0;
	if (ms <= 0)
		return;
	tu__schedtrace_ns = ms * 1000000;
	tu__sysmon_need();
}

static void print_id(const char *name, const void *p, int64_t id)
{
	if (p)
		tu__printf("%s%d", name, id);
	else
		tu__printf("%snil", name);
}

static uint32_t queued(const TuP *p)
{
	return __atomic_load_n(&p->runq_tail, __ATOMIC_RELAXED) - __atomic_load_n(&p->runq_head, __ATOMIC_RELAXED) + (p->runnext != NULL);
}

static void print_p(int32_t i)
{
	const TuP *p = tu__allp[i];
	const TuM *m = p->m;
	tu__printf("  P%d: status=%d schedtick=%d syscalltick=%d", i, p->status, p->sched_tick, p->syscall_tick);
	print_id(" m=", m, m ? m->id : 0);
	tu__printf(" runqsize=%d gfreecnt=%d timerslen=%d\n", queued(p), p->ngfree, tu__timers_any((TuP *)p));
}

static void print_m(const TuM *m)
{
	const TuP *p = m->p;
	const TuG *g = m->curg, *locked = m->locked_g;
	tu__printf("  M%d:", m->id);
	print_id(" p=", p, p ? p->id : 0);
	print_id(" curg=", g, g ? g->id : 0);
	tu__printf(" mallocing=0 throwing=0 preemptoff= locks=%d dying=%d spinning=%d blocked=%d", m->locks, m->dying, m->spinning, m->blocked);
	print_id(" lockedg=", locked, locked ? locked->id : 0);
	tu__print("\n");
}

static void print_g(void *arg, TuG *g)
{
	/* numbers of Go's states */
	static const uint8_t status[] = { [TU_G_DEAD] = 6, [TU_G_RUNNABLE] = 1, [TU_G_RUNNING] = 2, [TU_G_WAITING] = 4, [TU_G_SYSCALL] = 3 };
	uint32_t s = g->state;
	const TuM *m = s == TU_G_RUNNING || s == TU_G_SYSCALL ? g->m : NULL, *locked = g->lockedm;
	tu__printf("  G%d: status=%d(%s)", g->id, s < sizeof status ? status[s] : 0, s == TU_G_WAITING ? wait_text[g->wait_reason] : "");
	print_id(" m=", m, m ? m->id : 0);
	print_id(" lockedm=", locked, locked ? locked->id : 0);
	tu__print("\n");
}

void tu__schedtrace(int64_t now)
{
	TuSched *s = &tu__sched;
	if (!start)
		start = now;
	else if (now - last < tu__schedtrace_ns)
		return;
	last = now;
	int32_t n = tu__nproc;
	tu_print_lock();
	tu__printf("SCHED %dms: gomaxprocs=%d idleprocs=%d threads=%d", (now - start) / 1000000, n, s->npidle, s->nm + 1);
	tu__printf(" spinningthreads=%d needspinning=0 idlethreads=%d runqueue=%d", s->nspinning, s->nmidle, s->nrunq);
	if (detail)
		tu__printf(" gcwaiting=%d nmidlelocked=%d stopwait=%d sysmonwait=%d\n", s->stw != 0, s->nmlocked, s->stop_wait, s->sysmon_asleep);
	for (int32_t i = 0; i < n; i++)
		if (detail)
			print_p(i);
		else
			tu__printf("%s%d", i ? " " : " [ ", queued(tu__allp[i]));
	if (!detail) {
		tu__print(" ] schedticks=[ ");
		for (int32_t i = 0; i < n; i++)
			tu__printf("%d ", tu__allp[i]->sched_tick);
		tu__print("]\n");
	} else {
		for (const TuM *m = __atomic_load_n(&tu__allm, __ATOMIC_ACQUIRE); m; m = m->all_link)
			print_m(m);
		tu__each_g(print_g, NULL);
	}
	tu_print_unlock();
}
