/* os_signal.c: signal handlers: faults become panics, SIGURG stops loops without calls, SIGQUIT dumps.
 *
 * Handlers run on the M's alternate stack. They set the guard to 0 and count as on the M's stack before they call anything, since
 * another thread may store a stop request into the guard at any time. */
#define _GNU_SOURCE
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include "runtime/stack/stack.h"
#include "runtime/panic/panic.h"
#include "runtime/obs/cpu.h"
#include <errno.h>
#include <signal.h>
#include <ucontext.h>
#include <pthread.h>
#include <stddef.h>

enum { SIGSTACK_NBYTE = 32 << 10, ASYNC_ROOM = 640 };

typedef struct { uintptr_t guard; uint32_t on_m; } HandlerState;

static inline __attribute__((always_inline)) HandlerState handler_enter(TuM *m)
{
	HandlerState h = { tu__guard_get(), m ? m->on_m : 0 };
	if (m)
		m->on_m = 1;
	tu__guard_set(0);
	return h;
}

static inline __attribute__((always_inline)) void handler_leave(TuM *m, HandlerState h)
{
	if (m)
		m->on_m = h.on_m;
	tu__guard_set(h.guard);
}

static uint8_t on_goroutine(TuM *m, TuG *g, HandlerState h, uintptr_t sp)
{
	return m && g && g != m->g0 && !h.on_m && m->curg == g && sp > g->seg->lo && sp <= (uintptr_t)g->seg;
}

static const char *sig_text(int sig)
{
	return sig == SIGSEGV ? "SIGSEGV: segmentation violation" : sig == SIGBUS ? "SIGBUS: bus error" : "SIGFPE: floating-point exception";
}

void tu__print_signal(int64_t sig, uintptr_t code, uintptr_t addr, uintptr_t pc)
{
	tu__printf("[signal %s code=%x addr=%x pc=%x]\n", sig_text((int)sig), code, addr, pc);
}

static void fault_body(int sig, siginfo_t *si, ucontext_t *uc, TuM *m, HandlerState h)
{
	greg_t *r = uc->uc_mcontext.gregs;
	uintptr_t pc = (uintptr_t)r[REG_RIP], sp = (uintptr_t)r[REG_RSP];
	TuG *g = tu__g();
	if (!on_goroutine(m, g, h, sp) || m->locks > 0 || g->state != TU_G_RUNNING || tu__sched.dying) {
		TuUnwind u = { (uintptr_t)pc + 1, (uintptr_t)r[REG_RBP], g, 1 };
		tu__printf("unexpected signal on thread stack or with locks held (locks=%d)\n", m ? m->locks : 0);
		tu__print_signal(sig, (uintptr_t)si->si_code, (uintptr_t)si->si_addr, pc);
		tu__throw_at("unexpected signal during runtime execution", &u);
	}
	uintptr_t at = pc, top = sp;
	if (pc == 0) {                          /* a call of address 0 has pushed its return address already */
		at = *(uintptr_t *)sp - 1;
		top += 8;
	}
	sp = ((sp - 128) & ~(uintptr_t)15) - 24;
	((uintptr_t *)sp)[0] = at;
	((uintptr_t *)sp)[1] = top;             /* for the unwinder: the function may have no frame yet */
	g->sigpc = pc;
	g->sigaddr = (uintptr_t)si->si_addr;
	g->sigcode = (uintptr_t)(uint32_t)si->si_code | (uintptr_t)sig << 32;
	r[REG_RSP] = (greg_t)sp;
	r[REG_RIP] = (greg_t)tu__sigpanic_entry;
}

TU_NOSPLIT static void on_fault(int sig, siginfo_t *si, void *ctx)
{
	TuM *m = tu__m();
	HandlerState h = handler_enter(m);
	fault_body(sig, si, ctx, m, h);
	handler_leave(m, h);
}

/* Emitted code between calls: any instruction will do, if the registers fit on the stack above the guard. */
static uint8_t preempt_body(ucontext_t *uc, TuM *m, HandlerState h)
{
	greg_t *r = uc->uc_mcontext.gregs;
	uintptr_t pc = (uintptr_t)r[REG_RIP], sp = (uintptr_t)r[REG_RSP];
	TuG *g = tu__g();
	if (!on_goroutine(m, g, h, sp) || m->locks > 0 || g->state != TU_G_RUNNING || !m->p || !m->p->preempt)
		return 0;
	if (!tu__is_go_pc(pc) || sp - ASYNC_ROOM < g->seg->guard)
		return 1;
	sp -= 128 + 8;
	*(uintptr_t *)sp = tu__gc_barrier_start(pc);
	r[REG_RSP] = (greg_t)sp;
	r[REG_RIP] = (greg_t)tu__async_preempt;
	return 0;
}

TU_NOSPLIT static void on_preempt(int sig, siginfo_t *si, void *ctx)
{
	TuM *m = tu__m();
	if (!m)
		return;
	HandlerState h = handler_enter(m);
	if (preempt_body(ctx, m, h) && h.guard)
		h.guard = TU_GUARD_STOP;        /* not here, but at the next call */
	handler_leave(m, h);
}

static void install(int sig, void (*fn)(int, siginfo_t *, void *))
{
	struct sigaction sa = { .sa_sigaction = fn, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART };
	sigfillset(&sa.sa_mask);
	sigaction(sig, &sa, NULL);
}

TU_NOSPLIT static void on_prof(int sig, siginfo_t *si, void *ctx)
{
	TuM *m = tu__m();
	int e = errno;
	if (!m)
		return;
	TuG *g = tu__g();
	HandlerState h = handler_enter(m);
	greg_t *r = ((ucontext_t *)ctx)->uc_mcontext.gregs;
	uintptr_t pc = (uintptr_t)r[REG_RIP], sp = (uintptr_t)r[REG_RSP], bp = (uintptr_t)r[REG_RBP];
	uint8_t on_g = on_goroutine(m, g, h, sp);
	tu__cpuprof_signal(m, m->curg, pc, sp, bp, on_g && tu__is_frameless(pc, (uintptr_t *)sp, bp));
	handler_leave(m, h);
	errno = e;
}

void tu__cpuprof_install(void)
{
	install(SIGPROF, on_prof);
}

static const char *death_text(int sig)
{
	switch (sig) {
	case SIGQUIT: return "SIGQUIT: quit";
	case SIGILL: return "SIGILL: illegal instruction";
	case SIGTRAP: return "SIGTRAP: trace trap";
	case SIGABRT: return "SIGABRT: abort";
	case SIGSTKFLT: return "SIGSTKFLT: stack fault";
	}
	return "SIGSYS: bad system call";
}

/* Prints where everybody is, and ends the process. */
TU_NOSPLIT static void on_quit(int sig, siginfo_t *si, void *ctx)
{
	TuM *m = tu__m();
	ucontext_t *uc = ctx;
	handler_enter(m);
	tu__crash_on = 1;
	TuUnwind u = { (uintptr_t)uc->uc_mcontext.gregs[REG_RIP] + 1, (uintptr_t)uc->uc_mcontext.gregs[REG_RBP], tu__g(), 1 };
	tu__printf("%s\nPC=%x m=%d sigcode=%d\n\n", death_text(sig), uc->uc_mcontext.gregs[REG_RIP], m ? m->id : 0, si->si_code);
	if (tu__traceback_level < 2)
		tu__traceback_level = 2;
	tu__traceback(m && m->curg ? m->curg : tu__g(), &u);
	tu__traceback_all(m ? m->curg : NULL);
	tu__exit(2);
}

TU_NOSPLIT static void on_ignored(int sig, siginfo_t *si, void *ctx)
{
}

void tu__signals_init(void)
{
	install(SIGSEGV, on_fault);
	install(SIGBUS, on_fault);
	install(SIGFPE, on_fault);
	install(SIGURG, on_preempt);
	static const uint8_t deadly[] = { SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGSTKFLT, SIGSYS };
	for (uint64_t i = 0; i < sizeof deadly; i++)
		install(deadly[i], on_quit);
	/* Signals that Go's runtime takes note of and forgets. A handler, not SIG_IGN: children start with the default. */
	static const uint8_t ignored[] = { SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO, SIGPWR };
	for (uint64_t i = 0; i < sizeof ignored; i++)
		install(ignored[i], on_ignored);
	for (int sig = 35; sig <= 64; sig++)
		install(sig, on_ignored);
}

void tu__signals_m_init(TuM *m)
{
	stack_t st = { .ss_size = SIGSTACK_NBYTE };
	sigset_t none;
	m->sigstack = tu__os_alloc(SIGSTACK_NBYTE);
	st.ss_sp = m->sigstack;
	sigaltstack(&st, NULL);
	sigemptyset(&none);
	pthread_sigmask(SIG_SETMASK, &none, NULL);
}
