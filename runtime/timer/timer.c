/* timer.c: timers in one 4-ary heap per P, and sleeping.
 *
 * A timer stays in the heap of the P that started it; state[0] is that P's id + 1 while it is there, state[1] its index. Only holders
 * of a P take the heap locks. C timers (f NULL, state[2] the function) run in the scheduler; Go timers run on a timer goroutine,
 * which the scheduler readies when it sees one due: the wake-up is level-triggered, so it can not be lost. */
#include "runtime/timer/timer.h"
#include "runtime/sched/sched.h"
#include "runtime/poll/poll.h"
#include "runtime/race/race.h"

struct TuTimerHeap {
	int64_t next;                   /* atomic: when of v[0], 0 when empty; must be first, see tu__timers_any */
	TuLock lock;
	int32_t n, cap;
	TuTimer **v;
	uint32_t g_asleep;              /* atomic: the P's timer goroutine is parked */
};

typedef void (*CTimerFn)(TuTimer *);

void tu__timers_p_init(TuP *p)
{
	p->timers = tu__persist(sizeof *p->timers);
}

/* ---- heap, its lock held -------------------------------------------------------------------------------------------------- */

static void place(TuTimerHeap *h, int32_t i, TuTimer *t)
{
	h->v[i] = t;
	t->state[1] = (uintptr_t)i;
}

static void up(TuTimerHeap *h, int32_t i)
{
	TuTimer *t = h->v[i];
	for (; i > 0; ) {
		int32_t parent = (i - 1) / 4;
		if (h->v[parent]->when <= t->when)
			break;
		place(h, i, h->v[parent]);
		i = parent;
	}
	place(h, i, t);
}

static void down(TuTimerHeap *h, int32_t i)
{
	TuTimer *t = h->v[i];
	for (;;) {
		int32_t best = 4 * i + 1;
		if (best >= h->n)
			break;
		for (int32_t k = best + 1; k < h->n && k < 4 * i + 5; k++)
			if (h->v[k]->when < h->v[best]->when)
				best = k;
		if (h->v[best]->when >= t->when)
			break;
		place(h, i, h->v[best]);
		i = best;
	}
	place(h, i, t);
}

static void set_next(TuTimerHeap *h)
{
	__atomic_store_n(&h->next, h->n ? h->v[0]->when : 0, __ATOMIC_SEQ_CST);
}

static void grow(void *arg)
{
	TuTimerHeap *h = arg;
	int32_t cap = h->cap ? 2 * h->cap : 512;
	TuTimer **v = tu__os_alloc(cap * (int64_t)sizeof *v);
	if (h->n)
		__builtin_memcpy(v, h->v, (uint64_t)h->n * sizeof *v);
	if (h->v)
		tu__os_release(h->v, h->cap * (int64_t)sizeof *v);
	h->v = v;
	h->cap = cap;
}

static void insert(TuP *p, TuTimer *t)
{
	TuTimerHeap *h = p->timers;
	if (h->n == h->cap)
		tu__on_m(grow, h);
	if (t->when <= 0)
		t->when = 1;
	t->state[0] = (uintptr_t)p->id + 1;
	place(h, h->n++, t);
	up(h, h->n - 1);
	set_next(h);
}

static void take_out(TuTimerHeap *h, TuTimer *t)
{
	int32_t i = (int32_t)t->state[1];
	TuTimer *last = h->v[--h->n];
	h->v[h->n] = NULL;
	if (t != last) {
		place(h, i, last);
		up(h, i);
		down(h, (int32_t)last->state[1]);
	}
	t->state[0] = 0;
	set_next(h);
}

/* ---- timer goroutines ------------------------------------------------------------------------------------------------------- */

/* The due timer of h, made inactive or moved to its next period; NULL when none, or when it is not of the wanted kind. */
static TuTimer *take_due(TuTimerHeap *h, int64_t now, uint8_t go_kind, uint8_t *other)
{
	TuTimer *t;
	*other = 0;
	tu__lock_p(&h->lock);
	if (h->n == 0 || (t = h->v[0])->when > now) {
		tu__unlock_p(&h->lock);
		return NULL;
	}
	if ((t->f != NULL) != go_kind) {
		*other = 1;
		tu__unlock_p(&h->lock);
		return NULL;
	}
	if (t->period > 0) {
		t->when += t->period * (1 + (now - t->when) / t->period);
		down(h, 0);
		set_next(h);
	} else {
		take_out(h, t);
	}
	tu__unlock_p(&h->lock);
	return t;
}

static void call_go(TuTimer *t)
{
	TuClosure *f = t->f;
	TU_RACE(tu__race_forget());
	TU_RACE(tu_race_acquire(t));
	((void (*)(const void *, void *, uintptr_t, void *))f->code)(t->arg.tab, t->arg.d, t->seq, f);
}

static void fall_asleep(void *arg)
{
	__atomic_store_n((uint32_t *)arg, 1, __ATOMIC_SEQ_CST);
}

static void timer_goroutine(void *arg)
{
	TuTimerHeap *mine = ((TuP *)arg)->timers;
	for (;;) {
		uint8_t other;
		int64_t now = tu__nanotime();
		for (int32_t i = 0; i < tu__nproc; i++) {
			TuTimer *t;
			while ((t = take_due(tu__allp[i]->timers, now, 1, &other)) != NULL)
				call_go(t);
		}
		tu__park(TU_WAIT_TIMERS, fall_asleep, &mine->g_asleep);
	}
}

/* M stack, with a P: its timer goroutine shall run. */
static void wake_timer_g(void)
{
	TuP *p = tu__m()->p;
	uint32_t one = 1;
	if (!p->timer_g)
		p->timer_g = tu__go_system(timer_goroutine, p);
	else if (__atomic_compare_exchange_n(&p->timers->g_asleep, &one, 0, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
		tu__ready(p->timer_g);
}

int64_t tu__timers_run(TuP *p, int64_t *now, uint8_t *ran)
{
	TuTimerHeap *h = p->timers;
	for (;;) {
		int64_t when = __atomic_load_n(&h->next, __ATOMIC_RELAXED);
		uint8_t go_kind;
		TuTimer *t;
		if (!when)
			return 0;
		if (!*now)
			*now = tu__nanotime();
		if (when > *now)
			return when;
		if ((t = take_due(h, *now, 0, &go_kind)) != NULL) {
			*ran = 1;
			((CTimerFn)t->state[2])(t);
		} else if (go_kind) {
			*ran = 1;
			wake_timer_g();
			return when;
		}
	}
}

int64_t tu__timers_next(void)
{
	int64_t min = 0;
	for (int32_t i = 0; i < tu__nproc; i++) {
		int64_t t = __atomic_load_n(&tu__allp[i]->timers->next, __ATOMIC_SEQ_CST);
		if (t && (!min || t < min))
			min = t;
	}
	return min;
}

void tu__timers_move(TuP *from, TuP *to)
{
	TuTimerHeap *h = from->timers;
	while (h->n) {
		TuTimer *t = h->v[0];
		take_out(h, t);
		insert(to, t);
	}
}

void tu__timers_roots(void (*cb)(void *arg, void *lo, void *hi), void *arg)
{
	for (int32_t i = 0; i < tu__nproc; i++) {
		TuTimerHeap *h = tu__allp[i]->timers;
		if (h->n)
			cb(arg, h->v, h->v + h->n);
	}
}

/* ---- starting and stopping ---------------------------------------------------------------------------------------------------- */

static void init_body(void *arg)
{
	tu__poll_init();
	tu__sysmon_need();
}

static void start(TuTimer *t)
{
	TU_RACE(tu_race_release(t));
	TuM *m = tu__m();
	m->locks++;
	TuP *p = m->p;
	if (TU_UNLIKELY(!tu__poll_ready() || !tu__sched.sysmon_started))
		tu__on_m(init_body, NULL);
	tu__lock_p(&p->timers->lock);
	insert(p, t);
	uint8_t first = p->timers->v[0] == t;
	tu__unlock_p(&p->timers->lock);
	/* a sleeper in the poller must not oversleep; see sleep_in_poller for its side */
	if (first && __atomic_load_n(&tu__sched.last_poll, __ATOMIC_SEQ_CST) == 0) {
		int64_t until = __atomic_load_n(&tu__sched.poll_until, __ATOMIC_SEQ_CST);
		if (!until || until > t->when)
			tu__poll_break();
	}
	m->locks--;
}

void tu_timer_start(TuTimer *t)
{
	if (t->state[0])
		tu__throw("timer started twice");
	start(t);
}

uint8_t tu_timer_stop(TuTimer *t)
{
	for (;;) {
		uintptr_t id = __atomic_load_n(&t->state[0], __ATOMIC_ACQUIRE);
		if (!id)
			return 0;
		tu__preempt_disable();
		TuTimerHeap *h = tu__allp[id - 1]->timers;
		tu__lock_p(&h->lock);
		if (t->state[0] == id) {
			take_out(h, t);
			tu__unlock_p(&h->lock);
			tu__preempt_enable();
			return 1;
		}
		tu__unlock_p(&h->lock);
		tu__preempt_enable();
	}
}

uint8_t tu_timer_reset(TuTimer *t, int64_t when, int64_t period)
{
	uint8_t active = tu_timer_stop(t);
	t->when = when;
	t->period = period;
	start(t);
	return active;
}

static void wake_sleeper(TuTimer *t)
{
	tu__ready((TuG *)t->state[3]);
}

static void start_sleep(void *arg)
{
	start(arg);
}

void tu_sleep(int64_t ns)
{
	if (ns <= 0) {
		if (ns == 0)
			tu__yield();
		return;
	}
	int64_t now = tu__nanotime();
	TuTimer t = { .when = ns > INT64_MAX - now ? INT64_MAX : now + ns };
	t.state[2] = (uintptr_t)wake_sleeper;
	t.state[3] = (uintptr_t)tu__g();
	tu__park(TU_WAIT_SLEEP, start_sleep, &t);
}
