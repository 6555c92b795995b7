/* throw.c: the ways a program dies: throw (the runtime's own fault), fatal (the program's, not recoverable), exit. No allocation. */
#include "runtime/panic/panic.h"
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include "runtime/obs/exit.h"
#include <sys/syscall.h>
#include <signal.h>

void tu__exit(int code)
{
	for (;;)
		tu__sys(SYS_exit_group, code, 0, 0, 0, 0, 0);
}

void tu_os_exit(int64_t code)
{
	tu__exit((int)tu__exit_profiles(code));
}

/* Only the first thread to die speaks; the others wait for its exit. */
void tu__dying(void)
{
	static uintptr_t who;
	uintptr_t z = 0, me = tu__fs_base();
	if (__atomic_compare_exchange_n(&who, &z, me, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
		tu__sched.dying = 1;
		tu__crash_on = 1;
		return;
	}
	if (z == me) {                          /* failed while failing */
		static uint32_t times;
		if (++times > 1)
			tu__exit(3);
		return;
	}
	for (;;)
		tu__sys(SYS_pause, 0, 0, 0, 0, 0, 0);
}

/* Everything after the message: signal line, stacks, exit. u: where the current goroutine is; NULL: no goroutine. */
void tu__die(TuG *g, TuUnwind *u, uint8_t all)
{
	if (g && g->sigcode)
		tu__print_signal((int64_t)(g->sigcode >> 32), g->sigcode & 0xffffffff, g->sigaddr, g->sigpc);
	if (tu__traceback_level > 0) {
		if (g) {
			tu__print("\n");
			tu__traceback(g, u);
		}
		if (all || tu__traceback_level >= 2)
			tu__traceback_all(g);
	}
	if (tu__traceback_level >= 4) {
		signal(SIGABRT, SIG_DFL);
		tu__sys(SYS_tgkill, tu__sys(SYS_getpid, 0, 0, 0, 0, 0, 0), tu__sys(SYS_gettid, 0, 0, 0, 0, 0, 0), SIGABRT, 0, 0, 0);
	}
	tu__exit(2);
}

void tu__throw_at(const char *text, TuUnwind *u)
{
	TuM *m = tu__m();
	if (m)
		m->locks++;
	tu__dying();
	tu__printf("fatal error: %s\n", text);
	TuG *g = m ? m->curg : NULL;
	tu__die(g, g ? u : NULL, 1);
	__builtin_unreachable();
}

void tu__throw(const char *text)
{
	TuUnwind u;
	tu__unwind_self(&u, __builtin_frame_address(0));
	tu__throw_at(text, &u);
}

typedef struct { const uint8_t *p; int64_t n; TuUnwind *u; } FatalArg;

static void fatal_body(void *arg)
{
	FatalArg *a = arg;
	TuG *g = tu__m()->curg;
	tu__dying();
	tu_print_lock();
	tu__print("fatal error: ");
	tu__print_n(a->p, a->n);
	tu__print("\n");
	tu_print_unlock();
	tu__die(g, a->u, 0);
}

void tu_fatal(const uint8_t *p, int64_t n)
{
	TuUnwind u;
	tu__unwind_self(&u, __builtin_frame_address(0));
	FatalArg a = { p, n, &u };
	tu__on_m(fatal_body, &a);
	__builtin_unreachable();
}

void tu_throw_str(const uint8_t *p, int64_t n)
{
	tu_fatal(p, n);
}

void tu_unreachable(const char *what)
{
	tu__printf("unreachable: %s\n", what);
	tu__throw("compiler bug: unreachable code was reached");
}
