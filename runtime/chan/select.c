/* select.c: select over several channels. Looks at the cases in random order with all channels locked in address order; when none is
 * ready the goroutine queues on all of them, and the first waker claims it through g->sel_done.
 *
 * With GOMAXPROCS=1 the locks are counters only, so the order of locking does not matter and sorting is skipped. */
#include "runtime/chan/chan.h"
#include "runtime/panic/panic.h"

typedef struct {
	TuCase *cases;
	int32_t n;
	uint16_t *order;        /* cases in the order to look at; nil channels are left out */
	uint16_t *locks;        /* cases sorted by channel address */
	TuSudog *sudogs;        /* one per entry of order */
	int32_t norder;
} Select;

static void lock_all(Select *s)
{
	if (tu__nproc == 1) {
		tu__m()->locks++;
		return;
	}
	TuChan *last = NULL;
	for (int32_t i = 0; i < s->norder; i++) {
		TuChan *c = s->cases[s->locks[i]].c;
		if (c != last)
			tu__lock(&c->lock);
		last = c;
	}
}

static void unlock_all(void *arg)
{
	Select *s = arg;
	if (tu__nproc == 1) {
		tu__m()->locks--;
		return;
	}
	TuChan *last = NULL;
	for (int32_t i = s->norder - 1; i >= 0; i--) {
		TuChan *c = s->cases[s->locks[i]].c;
		if (c != last)
			tu__unlock(&c->lock);
		last = c;
	}
}

static void make_orders(Select *s)
{
	uint64_t r = tu__rand64();
	int32_t k = 0;
	for (int32_t i = 0; i < s->n; i++) {
		if (!s->cases[i].c)
			continue;
		int32_t j = (int32_t)(((r >> 32) * (uint64_t)(k + 1)) >> 32);
		r = r * 6364136223846793005u + 1442695040888963407u;
		s->order[k] = s->order[j];
		s->order[j] = (uint16_t)i;
		k++;
	}
	s->norder = k;
	if (tu__nproc == 1)
		return;
	for (int32_t i = 0; i < k; i++) {       /* insertion sort: selects are short */
		uint16_t x = s->order[i];
		int32_t j = i;
		for (; j > 0 && s->cases[s->locks[j - 1]].c > s->cases[x].c; j--)
			s->locks[j] = s->locks[j - 1];
		s->locks[j] = x;
	}
}

static int64_t blocked(Select *s)
{
	TuG *g = tu__g();
	g->sel_done = 0;
	g->wait_arg = NULL;
	for (int32_t i = 0; i < s->norder; i++) {
		TuCase *k = &s->cases[s->order[i]];
		TuSudog *d = &s->sudogs[i];
		*d = (TuSudog){ .g = g, .elem = k->elem, .c = k->c, .index = s->order[i], .is_select = 1 };
		wq_put(k->send ? &k->c->sendq : &k->c->recvq, d);
	}
	if (s->norder)
		s->sudogs[s->norder - 1].last = 1;
	g->waiting = s->norder ? s->sudogs : NULL;
	tu__park(TU_WAIT_SELECT, unlock_all, s);
	lock_all(s);
	TuSudog *fired = g->wait_arg;
	for (int32_t i = 0; i < s->norder; i++) {
		TuSudog *d = &s->sudogs[i];
		if (d->queued)
			wq_remove(s->cases[d->index].send ? &d->c->sendq : &d->c->recvq, d);
	}
	unlock_all(s);
	TuCase *k = &s->cases[fired->index];
	if (k->send && !fired->success)
		tu__chan_panic_closed();
	k->ok = fired->success;
	return fired->index;
}

static int64_t run(Select *s, int32_t has_default)
{
	make_orders(s);
	lock_all(s);
	for (int32_t i = 0; i < s->norder; i++) {
		TuCase *k = &s->cases[s->order[i]];
		TuG *wake = NULL;
		uint8_t ok = 1, done;
		if (k->send) {
			if (k->c->closed) {
				unlock_all(s);
				tu__chan_panic_closed();
			}
			done = tu__chan_try_send(k->c, k->elem, &wake);
		} else {
			done = tu__chan_try_recv(k->c, k->elem, &ok, &wake);
		}
		if (done) {
			unlock_all(s);
			if (wake)
				tu__ready(wake);
			k->ok = ok;
			return s->order[i];
		}
	}
	if (has_default) {
		unlock_all(s);
		return -1;
	}
	return blocked(s);
}

/* Scratch by size class, so that a parked small select fits a first segment. */
TU_NOINLINE static int64_t run_small(TuCase *cases, int64_t n, int32_t has_default)
{
	uint16_t order[4], locks[4];
	TuSudog sudogs[4];
	Select s = { cases, (int32_t)n, order, locks, sudogs, 0 };
	return run(&s, has_default);
}

TU_NOINLINE static int64_t run_medium(TuCase *cases, int64_t n, int32_t has_default)
{
	uint16_t order[16], locks[16];
	TuSudog sudogs[16];
	Select s = { cases, (int32_t)n, order, locks, sudogs, 0 };
	return run(&s, has_default);
}

TU_NOINLINE static int64_t run_large(TuCase *cases, int64_t n, int32_t has_default)
{
	char *p = tu__gc_alloc_raw(n * (int64_t)(sizeof(TuSudog) + 2 * sizeof(uint16_t)), 1);
	uint16_t *order = (uint16_t *)(p + n * (int64_t)sizeof(TuSudog));
	Select s = { cases, (int32_t)n, order, order + n, (TuSudog *)p, 0 };
	return run(&s, has_default);
}

/* One case and default: no queueing can happen. */
static int64_t try_one(TuCase *k)
{
	TuChan *c = k->c;
	TuG *wake = NULL;
	uint8_t ok = 1, done;
	if (!c)
		return -1;
	if (k->send ? !c->closed && c->n == c->cap && !__atomic_load_n(&c->recvq.head, __ATOMIC_RELAXED) :
	    c->n == 0 && !__atomic_load_n(&c->sendq.head, __ATOMIC_RELAXED) && !c->closed)
		return -1;
	tu__lock_p(&c->lock);
	if (k->send) {
		if (c->closed) {
			tu__unlock_p(&c->lock);
			tu__chan_panic_closed();
		}
		done = tu__chan_try_send(c, k->elem, &wake);
	} else {
		done = tu__chan_try_recv(c, k->elem, &ok, &wake);
	}
	tu__unlock_p(&c->lock);
	if (wake)
		tu__ready(wake);
	k->ok = ok;
	return done ? 0 : -1;
}

int64_t tu_select(TuCase *cases, int64_t n, int32_t has_default)
{
	if (n == 1 && has_default)
		return try_one(cases);
	if (n == 0 && !has_default) {
		tu__park(TU_WAIT_SELECT_NONE, NULL, NULL);
		tu__throw("unreachable");
	}
	if (n <= 4)
		return run_small(cases, n, has_default);
	return n <= 16 ? run_medium(cases, n, has_default) : run_large(cases, n, has_default);
}
