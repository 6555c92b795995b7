/* procs.c: Ms and Ps: creation, idle lists, handing a P from one M to another, GOMAXPROCS. */
#include "runtime/obs/cpu.h"
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include "runtime/stack/stack.h"
#include "runtime/timer/timer.h"
#include "runtime/os/thread.h"

/* ---- Ps ---------------------------------------------------------------------------------------------------------------- */

void tu__p_acquire(TuP *p)
{
	TuM *m = tu__m();
	m->p = p;
	p->m = m;
	__atomic_store_n(&p->status, TU_P_RUNNING, __ATOMIC_RELEASE);
}

TuP *tu__p_release(void)
{
	TuM *m = tu__m();
	TuP *p = m->p;
	m->p = NULL;
	p->m = NULL;
	__atomic_store_n(&p->status, TU_P_IDLE, __ATOMIC_RELEASE);
	return p;
}

TuP *tu__pidle_get_locked(void)
{
	TuP *p = tu__sched.pidle;
	if (p) {
		tu__sched.pidle = p->idle_link;
		p->idle_link = NULL;
		__atomic_sub_fetch(&tu__sched.npidle, 1, __ATOMIC_SEQ_CST);
		if (__atomic_load_n(&tu__sched.sysmon_asleep, __ATOMIC_RELAXED)) {
			__atomic_store_n(&tu__sched.sysmon_asleep, 0, __ATOMIC_RELAXED);
			tu__note_wake(&tu__sched.sysmon_note);
		}
	}
	return p;
}

void tu__pidle_put_locked(TuP *p)
{
	p->idle_link = tu__sched.pidle;
	tu__sched.pidle = p;
	__atomic_store_n(&p->status, TU_P_IDLE, __ATOMIC_RELEASE);
	__atomic_add_fetch(&tu__sched.npidle, 1, __ATOMIC_SEQ_CST);
}

/* p lost its M (system call, locked thread): it must not sit on work. */
void tu__p_handoff(TuP *p)
{
	if (!tu__runq_empty(p) || tu__sched.nrunq) {
		tu__m_start(p, 0);
		return;
	}
	if (tu__nproc > 1 && __atomic_load_n(&tu__sched.nspinning, __ATOMIC_SEQ_CST) + __atomic_load_n(&tu__sched.npidle, __ATOMIC_SEQ_CST) == 0) {
		int32_t z = 0;
		if (__atomic_compare_exchange_n(&tu__sched.nspinning, &z, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
			tu__m_start(p, 1);
			return;
		}
	}
	tu__lock(&tu__sched.lock);
	if (tu__sched.stw) {
		__atomic_store_n(&p->status, TU_P_STOPPED, __ATOMIC_RELEASE);
		if (--tu__sched.stop_wait == 0)
			tu__note_wake(&tu__sched.stop_note);
		tu__unlock(&tu__sched.lock);
		return;
	}
	if (tu__sched.nrunq || tu__timers_any(p)) {
		tu__unlock(&tu__sched.lock);
		tu__m_start(p, 0);
		return;
	}
	tu__pidle_put_locked(p);
	tu__unlock(&tu__sched.lock);
}

static TuP *p_new(int32_t id)
{
	TuP *p = tu__persist(sizeof *p + 64);
	p = (TuP *)(((uintptr_t)p + 63) & ~(uintptr_t)63);
	p->id = id;
	p->status = TU_P_STOPPED;
	p->sched_tick = 1;
	tu__timers_p_init(p);
	return p;
}

void tu__procs_init(int32_t n)
{
	for (int32_t i = 0; i < n; i++) {
		tu__allp[i] = p_new(i);
		tu__heap_p_init(tu__allp[i]);
	}
	tu__nproc = n;
	tu__p_acquire(tu__allp[0]);
	for (int32_t i = n - 1; i > 0; i--)
		tu__pidle_put_locked(tu__allp[i]);
}

void tu__procs_resize(int32_t n)
{
	TuP *mine = tu__m()->p;
	for (int32_t i = tu__nproc; i < n; i++) {
		if (!tu__allp[i])
			tu__allp[i] = p_new(i);
		tu__allp[i]->status = TU_P_STOPPED;
		tu__heap_p_init(tu__allp[i]);
	}
	if (mine->id >= n) {                    /* continue on P 0 */
		TuP *p = tu__allp[0];
		mine->m = NULL;
		tu__m()->p = p;
		p->m = tu__m();
	}
	for (int32_t i = n; i < tu__nproc; i++) {
		TuP *p = tu__allp[i];
		uint8_t inherit;
		TuG *g;
		while ((g = tu__runq_get(p, &inherit)) != NULL)
			tu__globq_put(g);
		tu__heap_p_flush(p);
		tu__g_free_flush(p);
		tu__allp[0]->ngo += p->ngo;
		p->ngo = 0;
		tu__timers_move(p, tu__allp[0]);
		p->status = TU_P_DEAD;
	}
	tu__nproc = n;
}

/* ---- Ms ---------------------------------------------------------------------------------------------------------------- */

TuM *tu__m_new(void)
{
	TuM *m = tu__persist(sizeof *m);
	m->g0 = tu__g0_new();
	m->g0->m = m;
	m->id = __atomic_fetch_add(&tu__sched.nm, 1, __ATOMIC_SEQ_CST);
	if (m->id >= 10000) {
		tu__print("runtime: program exceeds 10000-thread limit\n");
		tu__throw("thread exhaustion");
	}
	return m;
}

void tu__m_bind(TuM *m)
{
	m->guard_addr = (uintptr_t *)(tu__fs_base() + 0x70);
	m->tid = (int32_t)tu__sys(186, 0, 0, 0, 0, 0, 0);      /* gettid */
	tu_m = m;
	tu_g = m->g0;
	m->stack_hi = (uintptr_t)__builtin_frame_address(0);
	tu__signals_m_init(m);
	TuM *old = __atomic_load_n(&tu__allm, __ATOMIC_ACQUIRE);
	do
		m->all_link = old;
	while (!__atomic_compare_exchange_n(&tu__allm, &old, m, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE));
	tu__cpuprof_fork_m(m);
}

static void *m_main(void *arg)
{
	TuM *m = arg;
	tu__m_bind(m);
	if (m->next_p) {
		tu__p_acquire(m->next_p);
		m->next_p = NULL;
	} else {
		tu__m_stop();
	}
	tu__schedule();
}

typedef struct { TuP *p; uint8_t spinning; } StartArg;

static void m_start_body(void *arg)
{
	StartArg *a = arg;
	tu__lock(&tu__sched.lock);
	if (!a->p) {
		if (tu__sched.stw || !(a->p = tu__pidle_get_locked())) {
			tu__unlock(&tu__sched.lock);
			return;
		}
	}
	TuM *m = tu__sched.midle;
	if (m) {
		tu__sched.midle = m->idle_link;
		tu__sched.nmidle--;
		tu__unlock(&tu__sched.lock);
		m->spinning = a->spinning;
		m->next_p = a->p;
		tu__note_wake(&m->wake);
		return;
	}
	m = tu__m_new();                        /* counted under the lock: the deadlock check must see it */
	tu__unlock(&tu__sched.lock);
	m->spinning = a->spinning;
	m->next_p = a->p;
	tu__thread_new(m_main, m);
}

void tu__m_start(TuP *p, uint8_t spinning)
{
	StartArg a = { p, spinning };
	tu__on_m(m_start_body, &a);
}

void tu__m_stop(void)
{
	TuM *m = tu__m();
	tu__lock(&tu__sched.lock);
	m->idle_link = tu__sched.midle;
	tu__sched.midle = m;
	tu__sched.nmidle++;
	tu__check_dead_locked();
	tu__unlock(&tu__sched.lock);
	tu__note_wait(&m->wake);
	tu__note_clear(&m->wake);
	tu__p_acquire(m->next_p);
	m->next_p = NULL;
}

/* ---- package runtime ----------------------------------------------------------------------------------------------------- */

static void resize_body(void *arg)
{
	tu__procs_resize(*(int32_t *)arg);
}

int64_t tu_gomaxprocs(int64_t n)
{
	int32_t old = tu__nproc, want = n > TU_MAX_PROC ? TU_MAX_PROC : (int32_t)n;
	if (n <= 0 || want == old)
		return old;
	tu__stw_begin("GOMAXPROCS");
	tu__on_m(resize_body, &want);
	tu__stw_end();
	return old;
}

int64_t tu_proc_pin(void)
{
	tu__preempt_disable();
	return tu__m()->p->id;
}

void tu_proc_unpin(void)
{
	tu__preempt_enable();
}
