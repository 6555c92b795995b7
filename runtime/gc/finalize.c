/* finalize.c: checking what SetFinalizer gets, and the goroutine that runs finalizers and cleanups, for every collector. */
#include "runtime/race/race.h"
#include "runtime/gc/gc.h"
#include "runtime/val/val.h"
#include "runtime/obs/metrics.h"

uint64_t tu__nfin_queued, tu__nfin_run, tu__ncleanup_queued, tu__ncleanup_run;

static struct {
	TuLock lock;
	FinCall *head, **tail;
	TuG *runner;
	uint32_t runner_parked;
	uint8_t started, busy;
} q = { .tail = &q.head };

static TU_NORETURN void bad(const char *a, const TuType *t, const char *b, const TuType *u, const char *c)
{
	static const TuString none = { (const uint8_t *)"", 0 };
	TuString ts = t ? t->str : none, us = u ? u->str : none;
	TuString v[5] = {
		{ (const uint8_t *)a, (int64_t)__builtin_strlen(a) }, ts, { (const uint8_t *)b, (int64_t)__builtin_strlen(b) }, us,
		{ (const uint8_t *)c, (int64_t)__builtin_strlen(c) }
	};
	TuString s = tu_str_cat(NULL, 0, v, 5);
	tu_throw_str(s.p, s.n);
}

static uint8_t can_pass(const TuType *t, const TuType *param)
{
	if (t == param)
		return 1;
	if (param->kind == TK_POINTER)
		return param->elem == t->elem && !((param->flags & TF_NAMED) && (t->flags & TF_NAMED));
	if (param->kind == TK_INTERFACE)
		return param->u.it.nmethod == 0 || tu_itab_find(param, t) != NULL;
	return 0;
}

/* Throws with Go's texts; ft NULL: only the object is checked. */
void tu__finalizer_check(const TuType *t, const TuType *ft)
{
	if (!t)
		tu__throw("runtime.SetFinalizer: first argument is nil");
	if (t->kind != TK_POINTER)
		bad("runtime.SetFinalizer: first argument is ", t, ", not pointer", NULL, "");
	if (!ft)
		return;
	if (ft->kind != TK_FUNC)
		bad("runtime.SetFinalizer: second argument is ", ft, ", not a function", NULL, "");
	if (ft->flags & TF_VARIADIC)
		bad("runtime.SetFinalizer: cannot pass ", t, " to finalizer ", ft, " because dotdotdot");
	if (ft->u.fn.nparam != 1 || !can_pass(t, ft->u.fn.param[0]))
		bad("runtime.SetFinalizer: cannot pass ", t, " to finalizer ", ft, "");
}

int64_t tu_check_cleanup(void *ptr, void *fn, void *arg)
{
	int64_t n, m;
	uintptr_t base = tu__object_base((uintptr_t)ptr, &n), a = (uintptr_t)arg, closure;
	if (!base)
		return 0;
	/* Objects that share a block with others are not told apart. */
	if (arg && a - base < (uint64_t)n && !(n == 16 && (a != base || (uintptr_t)ptr != base)))
		return 1;
	closure = tu__object_base((uintptr_t)fn, &m);
	for (int64_t i = 8; closure && i + 8 <= m; i += 8)
		if (*(uintptr_t *)(closure + (uint64_t)i) - base < (uint64_t)n && n > 16)
			return 2;
	return 0;
}

static void run_call(const FinCall *c)
{
	if (c->cleanup) {
		TuClosure *fn = c->fn;
		((void (*)(void *))fn->code)(fn);
		return;
	}
	const TuType *ft = c->ft, *param = ft->u.fn.param[0];
	void *obj = c->obj;
	TuIface boxed = { c->ot, obj };
	if (param->kind == TK_INTERFACE && param->u.it.nmethod > 0)
		boxed.tab = tu_itab(param, c->ot);
	void *args[1] = { param->kind == TK_INTERFACE ? (void *)&boxed : (void *)&obj };
	int64_t nres = ft->u.fn.nresult;
	void **results = nres ? tu__gc_alloc_raw(nres * 8, 1) : NULL;
	for (int64_t i = 0; i < nres; i++)
		results[i] = tu_new(ft->u.fn.param[ft->u.fn.nparam + i]);
	tu_reflect_call(ft, c->fn, args, results, 0, NULL);
}

void tu__finq_add(FinCall *c)
{
	c->next = NULL;
	*q.tail = c;
	q.tail = &c->next;
	__atomic_fetch_add(c->cleanup ? &tu__ncleanup_queued : &tu__nfin_queued, 1, __ATOMIC_RELAXED);
}

void tu__finq_roots(Marker *w)
{
	for (FinCall *c = q.head; c; c = c->next) {
		tu__mark_ptr(w, (uintptr_t)c->fn);
		tu__mark_ptr(w, (uintptr_t)c->obj);
	}
}

/* Who adds to the queue may have looked before the flag was set: look again after. */
static void park_unlock(void *arg)
{
	__atomic_store_n(&q.runner_parked, 1, __ATOMIC_SEQ_CST);
	if (q.head && __atomic_exchange_n(&q.runner_parked, 0, __ATOMIC_SEQ_CST))
		tu__ready(q.runner);
}

/* Runs the first call of the queue; 0: there is none. Not inlined: the copy must not stay behind in the frame of a parked goroutine, where it
 * would keep the object, and what it refers to, for ever. */
static TU_NOINLINE uint8_t run_first(void)
{
	FinCall copy;
	tu__lock(&q.lock);
	FinCall *c = q.head;
	if (c) {
		q.head = c->next;
		if (!q.head)
			q.tail = &q.head;
		copy = *c;
	}
	tu__unlock(&q.lock);
	if (!c)
		return 0;
	q.busy = 1;
	TU_RACE(tu__race_forget());
	TU_RACE(tu__race_acquire_all());
	tu__finq_free(c);
	run_call(&copy);
	__atomic_fetch_add(copy.cleanup ? &tu__ncleanup_run : &tu__nfin_run, 1, __ATOMIC_RELAXED);
	q.busy = 0;
	return 1;
}

static void runner_loop(void *arg)
{
	q.runner = tu__g();
	for (;;)
		if (!run_first()) {
			tu__stack_scrub();
			(void)tu__park(TU_WAIT_GC_WORKER, park_unlock, NULL);
		}
}

uint8_t tu__special_pending(void) { return q.head != NULL; }

void tu__special_settle(void)
{
	for (int32_t i = 0; i < 300 && (q.head || q.busy); i++) {
		TuG *g = q.runner;
		if (g == tu__g() || (g && q.busy && __atomic_load_n(&g->state, __ATOMIC_RELAXED) == TU_G_WAITING))
			return;                 /* a finalizer waits for something, perhaps for this goroutine */
		if (i < 100)
			tu__yield();
		else
			tu_sleep(10000);
	}
}

void tu__special_start(void)
{
	if (!__atomic_exchange_n(&q.started, 1, __ATOMIC_ACQ_REL))
		(void)tu__go_system(runner_loop, NULL);
	else if (q.head && __atomic_exchange_n(&q.runner_parked, 0, __ATOMIC_ACQ_REL))
		tu__ready(q.runner);
}
