/* stack.c: segments: deep recursion, large frames, stack arguments across segments, floating point arguments and results, recover
 * across segments, spawn. */
#include "tests/rt/emit.h"

typedef struct { int64_t v[10]; } Big;
typedef struct { int64_t a, b; } Pair;

GO_TEXT static int64_t depth(int64_t n)
{
	if (n == 0)
		return 0;
	int64_t r = depth(n - 1) + 1;
	__asm__ volatile("" ::: "memory");
	return r;
}
GO_TEXT static int64_t many(int64_t n, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f, int64_t g, int64_t h, int64_t i, double x, Big big)
{
	if (n == 0)
		return b + c * 2 + d * 3 + e * 4 + f * 5 + g * 6 + h * 7 + i * 8 + (int64_t)x + big.v[0] + big.v[9] * 10;
	int64_t r = many(n - 1, b, c, d, e, f, g, h, i, x, big);
	__asm__ volatile("" ::: "memory");
	return r;
}
GO_TEXT static double fp(int64_t n, double a, double b, float c)
{
	if (n == 0)
		return a * 2 + b + (double)c;
	double r = fp(n - 1, a, b, c);
	__asm__ volatile("" ::: "memory");
	return r;
}
GO_TEXT static Pair pair(int64_t n)
{
	if (n == 0)
		return (Pair){ 1, 2 };
	Pair p = pair(n - 1);
	return (Pair){ p.a + 1, p.b + 2 };
}
GO_TEXT static int64_t large(int64_t n)
{
	volatile char a[5000];
	a[0] = (char)n;
	a[4999] = 1;
	if (n == 0)
		return a[4999];
	return large(n - 1) + a[4999];
}
GO_TEXT static int64_t huge(int64_t n)
{
	volatile char a[300000];
	a[0] = (char)n;
	a[299999] = 1;
	return n ? huge(n - 1) + a[299999] : 0;
}

static int recovered_n;
GO_TEXT static void recoverer(TuClosure *self)
{
	TuIface v = tu_recover(tu_defer_entry((void *)recoverer));
	recovered_n += v.tab != NULL;
}
CLOSURE(recover_closure, recoverer);

GO_TEXT static void fail_deep(int64_t n)   /* the test never comes back from it by return */
{
	if (n == 0)
		tu_panic_divide();
	if (n > 0)
		fail_deep(n - 1);
	__asm__ volatile("" ::: "memory");
}
GO_TEXT static int64_t guarded(int64_t n)
{
	TuFrame fr;
	TuDefer d;
	int64_t r = 0;
	TU_IN_MEMORY(r);
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	tu_defer(&fr, &d, (void *)&recover_closure);
	r = 1;
	fail_deep(n);
	r = 2;
	tu_frame_pop(&fr);
	return r;
land:
	tu_frame_pop(&fr);
	return r;
}
GO_TEXT static int64_t nested(int64_t n, int64_t k)
{
	if (n == 0)
		return guarded(k);
	int64_t r = nested(n - 1, k);
	__asm__ volatile("" ::: "memory");
	return r;
}
GO_TEXT static int64_t deref(int64_t *p)
{
	TuFrame fr;
	TuDefer d;
	int64_t r = 5;
	TU_IN_MEMORY(r);
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	tu_defer(&fr, &d, (void *)&recover_closure);
	r = *(volatile int64_t *)p;
	tu_frame_pop(&fr);
	return r;
land:
	tu_frame_pop(&fr);
	return r;
}

GO_TEXT static void test_main(void)
{
	Big big = { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 } };
	for (int64_t n = 0; n < 400; n++) {
		CHECK(depth(n), n);
		CHECK(many(n, 1, 2, 3, 4, 5, 6, 7, 8, 9.5, big), 1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 9 + 1 + 100);
		CHECK(fp(n, 1.5, 2.25, 0.75f), 6);
		Pair p = pair(n);
		CHECK(p.a, n + 1);
		CHECK(p.b, 2 * n + 2);
	}
	CHECK(large(100), 101);
	CHECK(huge(20), 20);
	int64_t t = tu__nanotime();
	CHECK(depth(10000000), 10000000);
	tu__printf("depth 10M: %d ms, second time ", (tu__nanotime() - t) / 1000000);
	t = tu__nanotime();
	CHECK(depth(10000000), 10000000);
	tu__printf("%d ms\n", (tu__nanotime() - t) / 1000000);
	for (int64_t n = 0; n < 100; n++) {
		CHECK(nested(n, 3), 1);
		CHECK(nested(3, n * 10), 1);
		CHECK(deref(NULL), 5);
	}
	CHECK(recovered_n, 300);
	t = tu__nanotime();
	for (int i = 0; i < 1000000; i++)
		guarded(0);
	tu__printf("panic+recover: %d ns\n", (tu__nanotime() - t) / 1000000);
	/* cost of a call across the boundary */
	for (int64_t n = 0; n < 40; n++) {
		t = tu__nanotime();
		for (int i = 0; i < 100000; i++)
			depth(n);
		if (n % 4 == 0)
			tu__printf("%d:%d ", n, (tu__nanotime() - t) / 100000);
	}
	tu__print("\n");
	rt_done("stack");
}
PROGRAM(test_main);
