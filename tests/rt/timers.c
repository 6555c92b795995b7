/* timers.c: sleep order, Go timers with stop and reset, periodic ones, pipes through the poller with deadlines. */
#include "tests/rt/emit.h"
#include <sys/syscall.h>

typedef struct { void *code; TuChan *c; int64_t n; } Clo;
static int64_t fired;

static void sleeper(Clo *c)
{
	tu_sleep(c->n * 2000000);
	tu_chan_send(c->c, &c->n);
}
static void tick(const void *tab, void *d, uintptr_t seq, TuClosure *self)
{
	fired += (int64_t)seq;
	int64_t v = fired;
	TuCase k = { d, &v, 1, 0 };
	tu_select(&k, 1, 1);
}
CLOSURE(tick_c, tick);

static int32_t pipefd[2];
static void reader(Clo *c)
{
	TuPollOpen o = tu_poll_open((uintptr_t)pipefd[0]);
	CHECK(o.err, 0);
	char b[16];
	for (int64_t i = 0; i < c->n; i++) {
		CHECK(tu_poll_reset(o.pd, 'r'), 0);
		for (;;) {
			TuSysRet r = tu_rawsyscall6(SYS_read, (uintptr_t)pipefd[0], (uintptr_t)b, 16, 0, 0, 0);
			if (r.err == 11) {
				CHECK(tu_poll_wait(o.pd, 'r'), 0);
				continue;
			}
			break;
		}
	}
	tu_poll_set_deadline(o.pd, tu__nanotime() + 3000000, 'r');
	CHECK(tu_poll_reset(o.pd, 'r'), 0);
	int64_t t = tu__nanotime();
	CHECK(tu_poll_wait(o.pd, 'r'), 2);
	CHECK(tu__nanotime() - t > 2000000, 1);
	tu_poll_set_deadline(o.pd, 0, 'r');
	CHECK(tu_poll_reset(o.pd, 'r'), 0);
	tu_poll_unblock(o.pd);
	CHECK(tu_poll_wait(o.pd, 'r'), 1);
	tu_poll_close(o.pd);
	tu_chan_send(c->c, &c->n);
}

static void test_main(void)
{
	TuChan *c = tu_make_chan(&rt_type_chan_int, 0);
	Clo k[20];
	int64_t v, t = tu__nanotime();
	for (int64_t i = 0; i < 20; i++) {
		k[i] = (Clo){ (void *)sleeper, c, 20 - i };
		tu_go(&k[i]);
	}
	for (int64_t i = 1; i <= 20; i++) {
		tu_chan_recv(c, &v);
		CHECK(v, i);
	}
	t = tu__nanotime() - t;
	CHECK(t > 39000000 && t < 60000000, 1);

	t = tu__nanotime();
	for (int i = 0; i < 100; i++)
		tu_sleep(50000);
	tu__printf("sleep 50 us takes %d us\n", (tu__nanotime() - t) / 100000);

	TuChan *b = tu_make_chan(&rt_type_chan_int, 1);
	TuTimer a = { .when = tu__nanotime() + 1000000, .f = (TuClosure *)&tick_c, .arg = { NULL, b }, .seq = 1 };
	tu_timer_start(&a);
	tu_chan_recv(b, &v);
	CHECK(v, 1);
	CHECK(tu_timer_stop(&a), 0);
	CHECK(tu_timer_reset(&a, tu__nanotime() + 1000000000, 0), 0);
	CHECK(tu_timer_reset(&a, tu__nanotime() + 500000000, 0), 1);
	CHECK(tu_timer_stop(&a), 1);
	CHECK(tu_timer_reset(&a, tu__nanotime() + 1000000, 1000000), 0);
	t = tu__nanotime();
	for (int i = 0; i < 10; i++)
		tu_chan_recv(b, &v);
	t = tu__nanotime() - t;
	CHECK(t > 9000000 && t < 20000000, 1);
	CHECK(tu_timer_stop(&a), 1);

	tu__sys(SYS_pipe2, (int64_t)pipefd, 2048, 0, 0, 0, 0);
	Clo r = { (void *)reader, c, 10 };
	tu_go(&r);
	for (int i = 0; i < 10; i++) {
		tu_sleep(500000);
		tu_syscall6(SYS_write, (uintptr_t)pipefd[1], (uintptr_t)"x", 1, 0, 0, 0);
	}
	tu_chan_recv(c, &v);
	/* many timers */
	static TuTimer many[2000];
	for (int i = 0; i < 2000; i++) {
		many[i] = (TuTimer){ .when = tu__nanotime() + 5000000 + (i * 7919 % 2000) * 1000, .f = (TuClosure *)&tick_c, .arg = { NULL, NULL }, .seq = 1 };
		tu_timer_start(&many[i]);
	}
	int64_t stopped = 0, before = fired;
	for (int i = 0; i < 2000; i += 2)
		stopped += tu_timer_stop(&many[i]);
	tu_sleep(20000000);
	CHECK(fired - before + stopped, 2000);
	rt_done("timers");
}
PROGRAM(test_main);
