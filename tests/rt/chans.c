/* chans.c: channels, select, semaphores, spawn and join; prints the costs that EVIDENCE section 2 lists. */
#include "tests/rt/emit.h"

typedef struct { void *code; TuChan *a, *b; int64_t n; } Clo;

GO_TEXT static void echo(Clo *c)
{
	for (int64_t i = 0; i < c->n; i++) {
		int64_t v;
		tu_chan_recv(c->a, &v);
		v++;
		tu_chan_send(c->b, &v);
	}
}
GO_TEXT static void signal_done(Clo *c)
{
	int64_t one = c->n;
	tu_chan_send(c->a, &one);
}
GO_TEXT static void yielder(Clo *c)
{
	for (int64_t i = 0; i < c->n; i++)
		tu_gosched();
	signal_done(c);
}
GO_TEXT static void produce(Clo *c)
{
	for (int64_t i = 0; i < c->n; i++)
		tu_chan_send(c->a, &i);
	tu_chan_close(c->a);
}
GO_TEXT static void filter(Clo *c)
{
	int64_t v;
	for (;;) {
		tu_chan_recv(c->a, &v);
		if (v % c->n)
			tu_chan_send(c->b, &v);
	}
}
GO_TEXT static void count_up(Clo *c)
{
	for (int64_t i = 2;; i++)
		tu_chan_send(c->a, &i);
}
static Clo *clo(void *code, TuChan *a, TuChan *b, int64_t n)
{
	Clo *c = tu__gc_alloc_raw(sizeof *c, 1);
	*c = (Clo){ code, a, b, n };
	return c;
}

static uint32_t sema = 1;
static int64_t shared;
static void locker(Clo *c)
{
	for (int64_t i = 0; i < c->n; i++) {
		tu_sema_acquire(&sema, 0, 1);
		int64_t v = shared;
		if (i % 64 == 0)
			tu_gosched();
		shared = v + 1;
		tu_sema_release(&sema, 0);
	}
	int64_t one = 1;
	tu_chan_send(c->a, &one);
}

static int nrec;
static void recoverer(TuClosure *self)
{
	nrec += tu_recover(tu_defer_entry((void *)recoverer)).tab != NULL;
}
CLOSURE(recover_closure, recoverer);
static void send_closed(TuChan *c)
{
	TuFrame fr;
	TuDefer d;
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	tu_defer(&fr, &d, (void *)&recover_closure);
	int64_t v = 1;
	tu_chan_send(c, &v);
	tu_frame_pop(&fr);
	return;
land:
	tu_frame_pop(&fr);
}

static void report(const char *what, int64_t t, int64_t n)
{
	tu__printf("%s: %d.%d ns\n", what, t / n, t * 10 / n % 10);
}

GO_TEXT static void test_main(void)
{
	TuChan *a = tu_make_chan(&rt_type_chan_int, 0), *b = tu_make_chan(&rt_type_chan_int, 0), *done = tu_make_chan(&rt_type_chan_int, 0);
	int64_t n = 1000000, v, t;

	tu_go(clo(echo, a, b, n));
	t = tu__nanotime();
	for (int64_t i = 0; i < n; i++) {
		tu_chan_send(a, &i);
		tu_chan_recv(b, &v);
		if (v != i + 1)
			CHECK(v, i + 1);
	}
	report("ping-pong", tu__nanotime() - t, n);

	t = tu__nanotime();
	for (int64_t i = 0; i < n; i++) {
		Clo c = { (void *)signal_done, done, NULL, i };
		tu_go(&c);
		tu_chan_recv(done, &v);
	}
	report("spawn+join", tu__nanotime() - t, n);

	t = tu__nanotime();
	for (int64_t i = 0; i < n / 128; i++) {
		Clo c = { (void *)signal_done, done, NULL, i };
		for (int k = 0; k < 128; k++)
			tu_go(&c);
		for (int k = 0; k < 128; k++)
			tu_chan_recv(done, &v);
	}
	report("spawn in batches", tu__nanotime() - t, n);

	tu_go(clo(yielder, done, NULL, n));
	t = tu__nanotime();
	for (int64_t i = 0; i < n; i++)
		tu_gosched();
	report("gosched pair", tu__nanotime() - t, n);
	tu_chan_recv(done, &v);

	TuChan *buf = tu_make_chan(&rt_type_chan_int, 128);
	tu_go(clo(produce, buf, NULL, n));
	t = tu__nanotime();
	for (int64_t i = 0; i < n; i++) {
		CHECK(tu_chan_recv2(buf, &v), 1);
		if (v != i)
			CHECK(v, i);
	}
	CHECK(tu_chan_recv2(buf, &v), 0);
	CHECK(v, 0);
	report("buffered element", tu__nanotime() - t, n);
	for (int i = 0; i < 5; i++)
		send_closed(buf);
	CHECK(nrec, 5);

	t = tu__nanotime();
	TuChan *c = tu_make_chan(&rt_type_chan_int, 0);
	tu_go(clo(count_up, c, NULL, 0));
	int64_t prime = 0;
	for (int i = 0; i < 500; i++) {
		tu_chan_recv(c, &prime);
		TuChan *next = tu_make_chan(&rt_type_chan_int, 0);
		tu_go(clo(filter, c, next, prime));
		c = next;
	}
	CHECK(prime, 3571);
	tu__printf("sieve of 500: %d ms\n", (tu__nanotime() - t) / 1000000);

	for (int i = 0; i < 8; i++)
		tu_go(clo(locker, done, NULL, 20000));
	for (int i = 0; i < 8; i++)
		tu_chan_recv(done, &v);
	CHECK(shared, 160000);

	/* select over several producers */
	TuChan *s[6];
	for (int i = 0; i < 6; i++) {
		s[i] = tu_make_chan(&rt_type_chan_int, i % 3);
		tu_go(clo(produce, s[i], NULL, 30000));
	}
	int64_t open = 6, sum = 0, seen[6] = { 0 };
	t = tu__nanotime();
	while (open) {
		int64_t x[6];
		TuCase k[6];
		for (int i = 0; i < 6; i++)
			k[i] = (TuCase){ s[i], &x[i], 0, 0 };
		int64_t i = tu_select(k, 6, 0);
		if (!k[i].ok) {
			s[i] = NULL;
			open--;
			continue;
		}
		CHECK(x[i], seen[i]);
		seen[i]++;
		sum += x[i];
	}
	report("select of 6", tu__nanotime() - t, 180000);
	CHECK(sum, 6 * (30000 * 29999L / 2));
	TuCase k1 = { a, &v, 0, 0 };
	CHECK(tu_select(&k1, 1, 1), -1);
	k1.c = NULL;
	CHECK(tu_select(&k1, 1, 1), -1);
	rt_done("chans");
}
PROGRAM(test_main);
