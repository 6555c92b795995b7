/* go.c: goroutines from the go statement to their end. */
#include "runtime/sched/sched.h"
#include "runtime/arch/arch.h"
#include "runtime/stack/stack.h"
#include "runtime/panic/panic.h"
#include "runtime/race/race.h"

static int64_t next_goid(TuP *p)
{
	enum { BATCH = 16 };
	if (p->goid_next == p->goid_end) {
		p->goid_next = (int64_t)__atomic_fetch_add(&tu__sched.next_goid, BATCH, __ATOMIC_RELAXED) + 1;
		p->goid_end = p->goid_next + BATCH;
	}
	return p->goid_next++;
}

TuG *tu__go_closure(void *fn, uintptr_t create_pc, uint8_t system)
{
	TuM *m = tu__m();
	m->locks++;
	TuP *p = m->p;
	TuG *g = tu__g_alloc(p), *parent = tu__g();
	g->fn = fn;
	g->create_pc = create_pc;
	g->parent_id = parent->id;
	g->id = next_goid(p);
	g->system = system;
	g->preempt = 0;
	g->goexiting = 0;
	g->fault_panics = 0;
	g->leaked = 0;
	g->frames = NULL;
	g->panics = NULL;
	g->defer_code = NULL;
	g->local = parent->local;
	g->waiting = NULL;
	g->lockedm = NULL;
	g->lock_depth = 0;
	g->wait_since = 0;
	tu__g_prepare(g);
	TU_RACE(tu__race_go(g, parent, system ? NULL : __builtin_frame_address(0)));
	if (!system) {
		p->ngo++;
		if (TU_UNLIKELY(!tu__sched.sysmon_started) && p->ngo > 1)
			tu__sysmon_need();
	}
	g->gc_seq = tu__gc_stack_seq;   /* born scanned: its closure is its creator's, whose stack was seen */
	g->state = TU_G_RUNNABLE;
	tu__runq_put(p, g, 1);
	tu__wake();
	m->locks--;
	return g;
}

void tu_go(void *fn)
{
	if (TU_UNLIKELY(!fn))
		tu__throw("go of nil func value");
	tu__go_closure(fn, (uintptr_t)__builtin_return_address(0), 0);
}

/* A closure object in C's hands: code gets the closure itself as its only argument, as any func() does. */
typedef struct { void *code; void (*fn)(void *); void *arg; } SystemFn;

static void system_main(SystemFn *s)
{
	s->fn(s->arg);
}

TuG *tu__go_system(void (*fn)(void *), void *arg)
{
	SystemFn *s = tu__persist(sizeof *s);   /* few in a program's life */
	s->code = (void *)system_main;
	s->fn = fn;
	s->arg = arg;
	return tu__go_closure(s, 0, 1);
}

/* The goroutine's last act; its stack is free as soon as another runs. */
TU_NORETURN static void finish(TuG *g)
{
	TuM *m = tu__m();
	TuP *p = m->p;
	uint8_t inherit;
	if (!g->system)
		p->ngo--;
	TU_RACE(tu__race_end(g));
	g->state = TU_G_DEAD;
	g->fn = NULL;
	g->local = NULL;
	if (TU_UNLIKELY(g->lock_depth)) {
		/* Go ends the thread; ours goes back to the pool unlocked */
		g->lock_depth = 0;
		g->lockedm = NULL;
		m->locked_g = NULL;
	}
	if (TU_LIKELY(g->seg == &g->seg0 && !p->preempt && (p->sched_tick & 63) != 0)) {
		TuG *n = tu__runq_get(p, &inherit);
		if (n && !__atomic_load_n(&n->on_cpu, __ATOMIC_ACQUIRE) && !n->lockedm && !tu__g_unseen(n)) {
			tu__g_free(p, g);
			n->on_cpu = 1;
			n->state = TU_G_RUNNING;
			n->m = m;
			m->curg = n;
			p->sched_tick += !inherit;
			p->nswitch++;
			tu__switch(g, n);
			__builtin_unreachable();
		}
		m->next_g = n;
	}
	tu__leave(TU_AFTER_EXIT, g);
}

/* First C frame of every goroutine. */
void tu__g_main(void)
{
	TuG *g = tu_g;
	((void (*)(void *))g->fn->code)(g->fn);
	finish(g);
}

void tu__g_finish(void)
{
	finish(tu__g());
}

int64_t tu_num_goroutine(void)
{
	int64_t n = 0;
	for (int32_t i = 0; i < tu__nproc; i++)
		n += __atomic_load_n(&tu__allp[i]->ngo, __ATOMIC_RELAXED);
	return n;
}

int64_t tu_goid(void) { return tu__g()->id; }
void *tu_g_local_get(void) { return tu__g()->local; }
void tu_g_local_set(void *v) { tu__g()->local = v; }

void tu_lock_os_thread(void)
{
	TuG *g = tu__g();
	TuM *m = tu__m();
	if (g->lock_depth++ == 0) {
		g->lockedm = m;
		m->locked_g = g;
	}
}

void tu_unlock_os_thread(void)
{
	TuG *g = tu__g();
	if (g->lock_depth && --g->lock_depth == 0) {
		tu__m()->locked_g = NULL;
		g->lockedm = NULL;
	}
}
