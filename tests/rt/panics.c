/* panics.c: defer, panic, recover, Goexit in every order; with RT_MODE set, one fatal end whose text tests/rt/fatal.sh compares. */
#include "tests/rt/emit.h"

static char trace[64];
static int ntrace;
static void note(char c) { trace[ntrace++ & 63] = c; }
static int expect(const char *s)
{
	trace[ntrace] = 0;
	int ok = __builtin_strcmp(s, trace) == 0;
	if (!ok)
		tu__printf("have %s want %s\n", trace, s);
	ntrace = 0;
	return ok;
}

typedef struct { void *code; int64_t n; TuChan *c; } Clo;
#define ENTRY(f) tu_defer_entry((void *)(f))

static void raise_int(int64_t v)
{
	int64_t *p = tu__gc_alloc_raw(8, 0);
	*p = v;
	tu_panic_any(&rt_type_int, p);
}

/* Calls body() with one deferred closure; 1 when it came back by recovery. */
static int64_t with_defer(void *d1, void *d2, void (*body)(void))
{
	TuFrame fr;
	TuDefer a, b;
	int64_t r = 0;
	TU_IN_MEMORY(r);
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	if (d1)
		tu_defer(&fr, &a, d1);
	if (d2)
		tu_defer(&fr, &b, d2);
	body();
	tu_frame_pop(&fr);
	return r;
land:
	r = 1;
	tu_frame_pop(&fr);
	return r;
}

static void rec(TuClosure *c)
{
	TuIface v = tu_recover(ENTRY(rec));
	note(v.tab ? (char)('0' + *(int64_t *)v.d) : 'n');
}
CLOSURE(rec_c, rec);
static void say(Clo *c) { note((char)c->n); }
static const Clo say_a = { (void *)say, 'a', 0 }, say_b = { (void *)say, 'b', 0 };

/* recover one call too deep */
static void deep_helper(void) { TuIface v = tu_recover(tu_defer_entry((void *)deep_helper)); note(v.tab ? 'X' : 'n'); }
static void deep(TuClosure *c) { deep_helper(); }
CLOSURE(deep_c, deep);
/* wrapper that forwards */
static void wrapper(TuClosure *c) { tu_defer_forward((void *)wrapper, (void *)rec); rec(c); }
CLOSURE(wrapper_c, wrapper);
/* a deferred call that panics anew */
static void repanic(TuClosure *c) { note('r'); raise_int(2); }
CLOSURE(repanic_c, repanic);
/* recovers, then panics with another value */
static void rec_repanic(TuClosure *c) { TuIface v = tu_recover(ENTRY(rec_repanic)); note((char)('0' + *(int64_t *)v.d)); raise_int(3); }
CLOSURE(rec_repanic_c, rec_repanic);
/* a deferred call that panics and recovers inside */
static void body1(void) { raise_int(1); }
static void body5(void) { raise_int(5); }
static void inner(TuClosure *c) { note((char)('0' + with_defer((void *)&rec_c, NULL, body5))); }
CLOSURE(inner_c, inner);
static void none(void) {}
static void body_nested(void) { with_defer((void *)&say_a, NULL, body1); }
static void body_repanic(void) { with_defer((void *)&repanic_c, (void *)&say_a, body1); }
static void body_rec_repanic(void) { with_defer((void *)&rec_repanic_c, NULL, body1); }
static void body_nil(void) { *(volatile int *)0 = 1; }
static void rec_any(TuClosure *c) { note(tu_recover(ENTRY(rec_any)).tab ? 'y' : 'n'); }
CLOSURE(rec_any_c, rec_any);
static void body_exit(void) { tu_goexit(); }
static void exit_in_defer(TuClosure *c) { note('e'); tu_goexit(); }
CLOSURE(exit_in_defer_c, exit_in_defer);
static void body_exit_in_defer(void) { with_defer((void *)&exit_in_defer_c, NULL, body1); }
/* Goexit runs a deferred call that panics, which is recovered in an older frame: Goexit goes on */
static void body_exit_panic(void) { with_defer((void *)&repanic_c, NULL, body_exit); }
static void send_done(Clo *c) { int64_t v = 1; note('d'); tu_chan_send(c->c, &v); }

static void g_goexit(Clo *c)
{
	Clo done = { (void *)send_done, 0, c->c };
	if (c->n == 0)
		with_defer(&done, (void *)&rec_any_c, body_exit);
	else if (c->n == 1)
		with_defer(&done, (void *)&rec_any_c, body_exit_in_defer);
	else
		with_defer(&done, (void *)&rec_any_c, body_exit_panic);
	note('!');                              /* must not come here */
}

static void defer_loop(void)
{
	TuFrame fr;
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	for (int i = 0; i < 5; i++) {
		Clo *c = tu__gc_alloc_raw(sizeof *c, 1);
		*c = (Clo){ (void *)say, 'a' + i, 0 };
		tu_defer_heap(&fr, c);
	}
	tu_frame_pop(&fr);
	return;
land:
	tu_frame_pop(&fr);
}

static void waits(Clo *c) { tu_chan_recv(c->c, NULL); }
static void fatal_mode(const char *mode)
{
	TuChan *c = tu_make_chan(&rt_type_chan_int, 0);
	Clo w = { (void *)waits, 0, c };
	switch (mode[0]) {      /* none returns */
	case 'p': raise_int(7); break;
	case 'n': body_rec_repanic(); break;
	case 's': body_nil(); break;
	case 'd': tu_go(&w); tu_gosched(); tu_chan_recv(tu_make_chan(&rt_type_chan_int, 0), NULL); break;
	case 'e': tu_goexit(); break;
	case 'f': *(volatile int *)0x12345678 = 1; break;
	case 'o': tu_fatal((const uint8_t *)"my end", 6); break;
	case 'i': tu_panic_nilmap(); break;
	}
}

static void test_main(void)
{
	const char *mode = tu__env("RT_MODE");
	if (mode)
		fatal_mode(mode);
	CHECK(with_defer((void *)&rec_c, NULL, body1), 1);
	CHECK(expect("1"), 1);
	CHECK(with_defer((void *)&say_a, (void *)&rec_c, body1), 1);
	CHECK(expect("1a"), 1);
	CHECK(with_defer((void *)&rec_c, (void *)&say_a, body1), 1);
	CHECK(expect("a1"), 1);
	CHECK(with_defer((void *)&rec_c, (void *)&say_b, none), 0);
	CHECK(expect("bn"), 1);
	CHECK(with_defer((void *)&rec_c, (void *)&say_b, body_nested), 1);
	CHECK(expect("ab1"), 1);
	CHECK(with_defer((void *)&rec_c, (void *)&deep_c, body1), 1);
	CHECK(expect("n1"), 1);
	CHECK(with_defer((void *)&wrapper_c, NULL, body1), 1);
	CHECK(expect("1"), 1);
	CHECK(with_defer((void *)&rec_c, NULL, body_repanic), 1);
	CHECK(expect("ar2"), 1);
	CHECK(with_defer((void *)&rec_c, NULL, body_rec_repanic), 1);
	CHECK(expect("13"), 1);
	CHECK(with_defer((void *)&rec_c, (void *)&inner_c, body1), 1);
	CHECK(expect("511"), 1);
	CHECK(with_defer((void *)&rec_any_c, NULL, body_nil), 1);
	CHECK(expect("y"), 1);
	defer_loop();
	CHECK(expect("edcba"), 1);
	TuChan *c = tu_make_chan(&rt_type_chan_int, 0);
	static const char *const want[] = { "nd", "end", "ryd" };
	for (int i = 0; i < 3; i++) {
		Clo k = { (void *)g_goexit, i, c };
		tu_go(&k);
		tu_chan_recv(c, NULL);
		tu_gosched();
		CHECK(expect(want[i]), 1);
	}
	rt_done("panics");
}
PROGRAM(test_main);
