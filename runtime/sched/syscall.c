/* syscall.c: system calls that may block. The P stays attached in state SYSCALL; sysmon or a world stop may take it by CAS; on
 * return the goroutine takes it back by CAS or queues for another.
 *
 * While in state SYSCALL the goroutine can be scanned: callee-saved registers are on its stack above g->sp. */
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include <sys/syscall.h>

typedef struct { uintptr_t n, a, b, c, d, e, f; int64_t r; } SysArg;

static void scan_me(void *g) { tu__gc_scan_g(g); }

/* A cycle may have begun meanwhile; it takes the stack as it was when the call began. */
static void be_seen(TuG *g)
{
	if (tu__g_unseen(g))
		tu__on_m(scan_me, g);
}

static void exit_slow(TuG *g, TuM *m)
{
	tu__lock(&tu__sched.lock);
	TuP *p = tu__sched.stw ? NULL : tu__pidle_get_locked();
	tu__unlock(&tu__sched.lock);
	if (p) {
		tu__p_acquire(p);
		be_seen(g);
		g->state = TU_G_RUNNING;
		return;
	}
	m->after = TU_AFTER_EXIT_SYSCALL;
	m->after_g = g;
	tu__switch(g, m->g0);
}

static void sys_body(void *arg)
{
	SysArg *s = arg;
	TuG *g = tu__g();
	TuM *m = tu__m();
	TuP *p = m->p;
	g->state = TU_G_SYSCALL;
	m->locks++;
	m->p = NULL;
	p->m = NULL;
	m->syscall_p = p;
	__atomic_store_n(&p->status, TU_P_SYSCALL, __ATOMIC_SEQ_CST);
	if (TU_UNLIKELY(tu__sched.stw)) {
		uint32_t st = TU_P_SYSCALL;
		tu__lock(&tu__sched.lock);
		if (tu__sched.stw && __atomic_compare_exchange_n(&p->status, &st, TU_P_STOPPED, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
			p->syscall_tick++;
			if (--tu__sched.stop_wait == 0)
				tu__note_wake(&tu__sched.stop_note);
		}
		tu__unlock(&tu__sched.lock);
	}
	s->r = tu__sys((int64_t)s->n, (int64_t)s->a, (int64_t)s->b, (int64_t)s->c, (int64_t)s->d, (int64_t)s->e, (int64_t)s->f);
	m->locks--;
	uint32_t st = TU_P_SYSCALL;
	if (TU_LIKELY(__atomic_compare_exchange_n(&p->status, &st, TU_P_RUNNING, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))) {
		m->p = p;
		p->m = m;
		p->syscall_tick++;
		be_seen(g);
		g->state = TU_G_RUNNING;
		return;
	}
	exit_slow(g, m);
}

TuSysRet tu_syscall6(uintptr_t n, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e, uintptr_t f)
{
	SysArg s = { n, a, b, c, d, e, f, 0 };
	tu__with_saved_regs(sys_body, &s);
	if (TU_UNLIKELY(s.r < 0 && s.r > -4096))
		return (TuSysRet){ (uintptr_t)-1, 0, (uintptr_t)-s.r };
	return (TuSysRet){ (uintptr_t)s.r, 0, 0 };
}

TuSysRet tu_rawsyscall6(uintptr_t n, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e, uintptr_t f)
{
	int64_t r = tu__sys((int64_t)n, (int64_t)a, (int64_t)b, (int64_t)c, (int64_t)d, (int64_t)e, (int64_t)f);
	if (r < 0 && r > -4096)
		return (TuSysRet){ (uintptr_t)-1, 0, (uintptr_t)-r };
	return (TuSysRet){ (uintptr_t)r, 0, 0 };
}
