/* error.c: run-time errors of emitted code as Go values: each goes through a function of the Go package runtime that panics. */
#include "runtime/panic/panic.h"
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include <signal.h>

#define LIT(s) (const uint8_t *)(s), (int64_t)sizeof(s) - 1

TU_NORETURN static void not_reached(void)
{
	tu__throw("a hook of package runtime returned");
}

void tu_panic_index(int64_t i, int64_t n)
{
	G_runtime_otuPanicIndex(i, n, 1, 0);
	not_reached();
}

void tu_panic_index_u(uint64_t i, int64_t n)
{
	G_runtime_otuPanicIndex((int64_t)i, n, 0, 0);
	not_reached();
}

/* Go's codes follow the index error in the order of TU_SL_*. */
void tu_panic_slice(int64_t x, int64_t y, int32_t kind)
{
	G_runtime_otuPanicIndex(x, y, 1, (uint8_t)(kind + 1));
	not_reached();
}

void tu_panic_slice_u(uint64_t x, int64_t y, int32_t kind)
{
	G_runtime_otuPanicIndex((int64_t)x, y, 0, (uint8_t)(kind + 1));
	not_reached();
}

void tu_panic_nil(void)
{
	TuG *g = tu__g();
	g->sigcode = (uintptr_t)SIGSEGV << 32 | 1;      /* reads as the fault it stands for */
	g->sigaddr = 0;
	g->sigpc = (uintptr_t)__builtin_return_address(0) - 1;
	G_runtime_otuPanicMem();
	not_reached();
}

void tu_panic_divide(void)
{
	G_runtime_otuPanicDivide();
	not_reached();
}

void tu_panic_shift(void)
{
	G_runtime_otuPanicError(LIT("negative shift amount"));
	not_reached();
}

void tu_panic_nilmap(void)
{
	G_runtime_otuPanicPlain(LIT("assignment to entry in nil map"));
	not_reached();
}

void tu_panic_dottype(const TuType *have, const TuType *want, const TuType *iface)
{
	G_runtime_otuPanicDottype((void *)have, (void *)want, (void *)iface, NULL, 0);
	not_reached();
}

void tu_panic_range_state(int32_t state)
{
	if (state == TU_RF_DONE)
		G_runtime_otuPanicError(LIT("range function continued iteration after function for loop body returned false"));
	else if (state == TU_RF_PANIC)
		G_runtime_otuPanicError(LIT("range function continued iteration after loop body panic"));
	else if (state == TU_RF_EXHAUSTED)
		G_runtime_otuPanicError(LIT("range function continued iteration after whole loop exit"));
	else
		G_runtime_otuPanicError(LIT("range function recovered a loop body panic and did not resume panicking"));
	not_reached();
}

void tu_panic_wrap(const uint8_t *p, int64_t n)
{
	static const char a[] = "value method ", b[] = " called using nil *", c[] = " pointer";
	uint8_t t[512];                         /* pkg.T.M twice at most */
	int64_t k = 0, dot1 = n, dot2 = n;
	for (int64_t i = n - 1; i >= 0 && p[i] != '/'; i--)
		if (p[i] == '.') {
			if (dot2 == n)
				dot2 = i;
			dot1 = i;
		}
	if (n > 200)
		G_runtime_otuPanicMem();
	__builtin_memcpy(t, a, sizeof a - 1), k = sizeof a - 1;
	__builtin_memcpy(t + k, p, (uint64_t)n), k += n;
	__builtin_memcpy(t + k, b, sizeof b - 1), k += (int64_t)sizeof b - 1;
	if (dot1 + 1 < dot2)
		__builtin_memcpy(t + k, p + dot1 + 1, (uint64_t)(dot2 - dot1 - 1)), k += dot2 - dot1 - 1;
	__builtin_memcpy(t + k, c, sizeof c - 1), k += (int64_t)sizeof c - 1;
	uint8_t *copy = tu__gc_alloc_raw(k, 0);
	__builtin_memcpy(copy, t, (uint64_t)k);
	G_runtime_otuPanicPlain(copy, k);
	not_reached();
}

/* Where a fault continues, on the goroutine's stack, called from tu__sigpanic_entry. */
void tu__sigpanic(void)
{
	TuG *g = tu__g();
	int64_t sig = (int64_t)(g->sigcode >> 32), code = (int64_t)(g->sigcode & 0xffffffff);
	if (sig == SIGFPE && code == FPE_INTDIV) {
		g->sigcode = 0;
		G_runtime_otuPanicDivide();
	}
	if (sig == SIGSEGV && (g->sigaddr < 4096 || code == 128))      /* 128: SI_KERNEL, a non-canonical address */
		if (code != 128 || g->sigaddr == 0)
			G_runtime_otuPanicMem();
	if (g->fault_panics && sig != SIGFPE)
		G_runtime_otuPanicMemAddr(g->sigaddr);
	tu__printf("unexpected fault address %x\n", g->sigaddr);
	TuUnwind u;
	tu__unwind_self(&u, __builtin_frame_address(0));
	tu__throw_at("fault", &u);
}

uint8_t tu_set_panic_on_fault(uint8_t on)
{
	TuG *g = tu__g();
	uint8_t old = g->fault_panics;
	g->fault_panics = on;
	return old;
}
