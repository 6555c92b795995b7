/* land.c: TU_FRAME_LAND alone, with a fake runtime: jumps to landings from below and checks results, callee-saved registers
 * and loops around it. Compiled at -O2 and -O3. */
#include "runtime/include/tuco.h"
#include <stdio.h>
#include <stdlib.h>

static char fake_g[256];
__thread TuG *tu_g __attribute__((tls_model("local-exec"))) = (TuG *)fake_g;
#define top (*(TuFrame **)(fake_g + TU_G_FRAMES))
static int nfail;

void tu_frame_pop(TuFrame *f) { top = f->link; f->link = 0; }

__attribute__((noinline, noreturn)) static void throw_up(void)
{
	__asm__ volatile("" ::: "rbx", "r12", "r13", "r14", "r15", "memory");
	TuFrame *f = top;
	/* spoil everything the landing must not rely on */
	__asm__ volatile("movq %0, %%rax\n\tmovq 24(%%rax), %%rsp\n\tmovq 32(%%rax), %%rbp\n\tmovq 16(%%rax), %%rcx\n\t"
		"movq $0x5a5a5a5a, %%rbx\n\tmovq %%rbx, %%r12\n\tmovq %%rbx, %%r13\n\tmovq %%rbx, %%r14\n\tmovq %%rbx, %%r15\n\t"
		"movq %%rbx, %%rdi\n\tmovq %%rbx, %%rsi\n\tmovq %%rbx, %%rdx\n\tmovq %%rbx, %%rax\n\tmovq %%rbx, %%r8\n\tjmp *%%rcx" :: "r"(f));
	__builtin_unreachable();
}
__attribute__((noinline)) static int64_t maybe(int64_t v, int64_t bad)
{
	if (v == bad)
		throw_up();
	__asm__ volatile("" ::: "memory");
	return v + 1;
}

typedef struct { int64_t a, b; } Two;

__attribute__((noinline)) static Two guarded(int64_t a, int64_t b, int64_t n, int64_t bad)
{
	TuFrame fr;
	Two r = { 0, 0 };
	TU_IN_MEMORY(r);
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	int64_t s = a, t = b, u = a ^ b, v = a * 3, w = b * 5, x = a + b;
	for (int64_t i = 0; i < n; i++) {
		r.a = s;
		s += maybe(i, bad);
		t ^= s, u += t, v ^= u, w += v, x ^= w;
	}
	r.b = s + t + u + v + w + x;
	tu_frame_pop(&fr);
	return r;
land:
	tu_frame_pop(&fr);
	return r;
}

__attribute__((noinline)) static double guarded_f(double k, int64_t n, int64_t bad, int64_t *out)
{
	TuFrame fr;
	double r = 0;
	TU_IN_MEMORY(r);
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	double acc[8] = { 0 };
	for (int64_t i = 0; i < n; i++) {
		acc[i & 7] += k * (double)maybe(i, bad);
		r = acc[i & 7];
	}
	*out = 1;
	tu_frame_pop(&fr);
	return r;
land:
	tu_frame_pop(&fr);
	return r;
}

/* always fails: the fall-through path never returns, so nothing is live on it */
__attribute__((noinline)) static int64_t always(int64_t a, int64_t b, int64_t c)
{
	TuFrame fr;
	int64_t r = 7;
	TU_IN_MEMORY(r);
	tu_frame_push(&fr);
	TU_FRAME_LAND(fr, land);
	r = a * b + c;
	throw_up();
land:
	tu_frame_pop(&fr);
	return r;
}

static void check(const char *what, int64_t have, int64_t want)
{
	if (have != want)
		nfail++, printf("FAIL %s: %ld, want %ld\n", what, (long)have, (long)want);
}

int main(void)
{
	for (int64_t n = 0; n < 40; n++)
		for (int64_t bad = -1; bad < 40; bad++) {
			Two t = guarded(n, bad, n, bad);
			int64_t s = n, last = 0, i;
			for (i = 0; i < n; i++) {
				last = s;
				if (i == bad)
					break;
				s += i + 1;
			}
			check("guarded.a", t.a, last);
			if (i < n)
				check("guarded.b", t.b, 0);
			int64_t out = 0;
			double d = guarded_f(2.0, n, bad, &out);
			check("guarded_f.out", out, !(bad >= 0 && bad < n));
			(void)d;
			check("always", always(n, bad, 3), n * bad + 3);
			check("top", top == 0, 1);
		}
	puts(nfail ? "land: FAIL" : "land: ok");
	return nfail != 0;
}
