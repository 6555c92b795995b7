/* sched.c: several Ps: preemption of tight loops, stopping the world under load, system calls, GOMAXPROCS changes, LockOSThread. */
#include "tests/rt/emit.h"
#include "runtime/stack/stack.h"
#include <sys/syscall.h>

typedef struct { void *code; TuChan *a; int64_t n; } Clo;
static volatile int64_t stop_loop, spins[8], stops;

static Clo *clo(void *code, TuChan *a, int64_t n)
{
	Clo *c = tu__gc_alloc_raw(sizeof *c, 1);
	*c = (Clo){ code, a, n };
	return c;
}
GO_TEXT static void tight(Clo *c)
{
	int64_t k = c->n, x = 0;
	double d = 1.5, e = 2.5;
	while (!__atomic_load_n(&stop_loop, __ATOMIC_RELAXED)) {
		x += k;
		d = d * 1.0000001;
		e = e + d;
	}
	spins[k] = x;
	if (!(d > 1 && e > 2) || x % k)
		rt_nfail++;
	int64_t one = 1;
	tu_chan_send(c->a, &one);
}
static void count_g(void *arg, TuG *g)
{
	++*(int64_t *)arg;
}
static void walk_range(void *arg, void *lo, void *hi)
{
	volatile char x;
	for (char *p = lo; p < (char *)hi; p += 8)
		x = *p;
	(void)x;
	if (lo > hi)
		tu__throw("range");
}
static void walk_g(void *arg, TuG *g)
{
	tu__g_stack_ranges(g, walk_range, NULL);
}
static void collect(void *arg)
{
	tu__stack_trim();
	tu__each_g(count_g, arg);
	tu__each_g(walk_g, NULL);
}
GO_TEXT static int64_t rec(int64_t n)
{
	int64_t r = n ? rec(n - 1) + 1 : 0;
	__asm__ volatile("" ::: "memory");
	return r;
}
GO_TEXT static void busy(Clo *c)
{
	TuChan *own = tu_make_chan(&rt_type_chan_int, 1);
	for (int64_t i = 0; i < c->n; i++) {
		int64_t v = i, w = 0;
		tu_chan_send(own, &v);
		tu_chan_recv(own, &w);
		CHECK(w, i);
		CHECK(rec(i % 200), i % 200);
		if (i % 50 == 0)
			tu_gosched();
		if (i % 100 == 0)
			tu_syscall6(SYS_getpid, 0, 0, 0, 0, 0, 0);
	}
	int64_t one = 1;
	tu_chan_send(c->a, &one);
}
static void stopper(Clo *c)
{
	for (int64_t i = 0; i < c->n; i++) {
		int64_t n = 0;
		tu__stw_begin("test");
		tu__on_m(collect, &n);
		tu__stw_end();
		stops++;
		CHECK(n >= 2, 1);
		if (i % 2)
			tu_sleep(20000);
	}
	int64_t one = 1;
	tu_chan_send(c->a, &one);
}
static void sleeper_syscall(Clo *c)
{
	struct { int64_t s, ns; } ts = { 0, 1000000 };
	for (int64_t i = 0; i < c->n; i++)
		tu_syscall6(SYS_nanosleep, (uintptr_t)&ts, 0, 0, 0, 0, 0);
	int64_t one = 1;
	tu_chan_send(c->a, &one);
}
static void locked(Clo *c)
{
	tu_lock_os_thread();
	int64_t tid = tu__sys(SYS_gettid, 0, 0, 0, 0, 0, 0);
	for (int64_t i = 0; i < c->n; i++) {
		tu_gosched();
		if (i % 16 == 0)
			tu_sleep(10000);
		CHECK(tu__sys(SYS_gettid, 0, 0, 0, 0, 0, 0), tid);
	}
	tu_unlock_os_thread();
	int64_t one = 1;
	tu_chan_send(c->a, &one);
}
static void join(TuChan *done, int n)
{
	int64_t v;
	while (n--)
		tu_chan_recv(done, &v);
}
GO_TEXT static void quick(Clo *c)
{
	int64_t one = 1;
	tu_chan_send(c->a, &one);
}

static void test_main(void)
{
	TuChan *done = tu_make_chan(&rt_type_chan_int, 0);
	int64_t t = tu__nanotime();
	for (int i = 1; i <= 4; i++)
		tu_go(clo(tight, done, i));
	tu_sleep(60000000);
	for (int i = 0; i < 10; i++)            /* others still run beside the loops */
		tu_go(clo(quick, done, 0));
	join(done, 10);
	int64_t n = 0;
	for (int i = 0; i < 20; i++) {
		tu__stw_begin("test");
		tu__on_m(collect, &n);
		tu__stw_end();
	}
	stop_loop = 1;
	join(done, 4);
	tu__printf("tight loops: %d ms\n", (tu__nanotime() - t) / 1000000);

	t = tu__nanotime();
	int k = 0;
	for (; k < 6; k++)
		tu_go(clo(busy, done, 20000));
	tu_go(clo(stopper, done, 500)), k++;
	tu_go(clo(stopper, done, 500)), k++;
	tu_go(clo(sleeper_syscall, done, 50)), k++;
	tu_go(clo(sleeper_syscall, done, 50)), k++;
	tu_go(clo(locked, done, 500)), k++;
	tu_go(clo(locked, done, 500)), k++;
	join(done, k);
	CHECK(stops, 1000);
	tu__printf("stress: %d ms\n", (tu__nanotime() - t) / 1000000);

	t = tu__nanotime();
	for (k = 0; k < 6; k++)
		tu_go(clo(busy, done, 20000));
	for (int i = 0; i < 100; i++) {
		tu_gomaxprocs(1 + i % 5);
		tu_sleep(100000);
	}
	join(done, k);
	tu__printf("resize: %d ms\n", (tu__nanotime() - t) / 1000000);
	tu_gomaxprocs(2);
	TuChan *c = tu_make_chan(&rt_type_chan_int, 0);
	for (int i = 0; i < 100000; i++)
		tu_go(clo(quick, c, 0));
	CHECK(tu_num_goroutine() > 90000, 1);
	join(c, 100000);
	for (int i = 0; i < 1000 && tu_num_goroutine() > 1; i++)
		tu_sleep(1000000);
	CHECK(tu_num_goroutine(), 1);
	rt_done("sched");
}
PROGRAM(test_main);
