/* sema.c: semaphores by address (sync.Mutex and friends) and notification lists (sync.Cond).
 *
 * A bucket holds a list of addresses that have waiters; each address has a FIFO of waiters, its head standing for the address.
 * Releaser: 1 count++; 2 reads nwait. Acquirer: 1 nwait++; 2 reads count. Both steps are sequentially consistent, so either the releaser
 * sees the waiter or the waiter sees the count. */
#include "runtime/obs/metrics.h"
#include "runtime/base/rt.h"
#include "runtime/sched/sched.h"
#include "runtime/sync/sync.h"
#include "runtime/obs/block.h"

typedef struct Waiter Waiter;
struct Waiter {
	TuG *g;
	uint32_t *addr;
	Waiter *next;           /* same address, younger */
	Waiter *tail;           /* head only */
	Waiter *next_addr;      /* head only: other addresses of the bucket */
	uint32_t ticket;
	int64_t since;          /* for the mutex profile; 0: not asked for */
};

enum { NBUCKET = 512 };
typedef struct { TuLock lock; uint32_t nwait; Waiter *addrs; } __attribute__((aligned(64))) Bucket;
static Bucket buckets[NBUCKET];

static Bucket *bucket_of(uint32_t *addr)
{
	return &buckets[((uintptr_t)addr >> 3) * 0x9e3779b97f4a7c15u >> 55];
}

static uint8_t try_take(uint32_t *addr)
{
	uint32_t v = __atomic_load_n(addr, __ATOMIC_RELAXED);
	while (v > 0)
		if (__atomic_compare_exchange_n(addr, &v, v - 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
			return 1;
	return 0;
}

static Waiter **find(Bucket *b, uint32_t *addr)
{
	Waiter **p = &b->addrs;
	while (*p && (*p)->addr != addr)
		p = &(*p)->next_addr;
	return p;
}

static void enqueue(Bucket *b, Waiter *w, uint8_t lifo)
{
	Waiter **p = find(b, w->addr), *head = *p;
	w->next = NULL;
	if (!head) {
		w->tail = w;
		w->next_addr = NULL;
		*p = w;
	} else if (lifo) {
		w->next = head;
		w->tail = head->tail;
		w->next_addr = head->next_addr;
		*p = w;
	} else {
		head->tail->next = w;
		head->tail = w;
	}
}

static Waiter *dequeue(Bucket *b, uint32_t *addr)
{
	Waiter **p = find(b, addr), *w = *p;
	if (!w)
		return NULL;
	if (w->next) {
		w->next->tail = w->tail;
		w->next->next_addr = w->next_addr;
		*p = w->next;
	} else {
		*p = w->next_addr;
	}
	return w;
}

static void unlock_bucket(void *b)
{
	tu__unlock_p(&((Bucket *)b)->lock);
}

void tu_sema_acquire(uint32_t *addr, uint8_t lifo, int64_t reason)
{
	if (try_take(addr))
		return;
	Bucket *b = bucket_of(addr);
	Waiter w = { .g = tu__g(), .addr = addr };
	if (TU_UNLIKELY(tu__mutex_fraction) && reason >= TU_WAIT_MUTEX && reason <= TU_WAIT_RW_LOCK)
		w.since = tu__nanotime();
	int64_t t0 = TU_UNLIKELY(tu__metrics_on) && reason >= TU_WAIT_MUTEX && reason <= TU_WAIT_RW_LOCK ? tu__nanotime() : 0;
	for (;;) {
		tu__lock_p(&b->lock);
		__atomic_add_fetch(&b->nwait, 1, __ATOMIC_SEQ_CST);
		if (try_take(addr)) {
			__atomic_sub_fetch(&b->nwait, 1, __ATOMIC_RELAXED);
			tu__unlock_p(&b->lock);
			return;
		}
		w.ticket = 0;
		enqueue(b, &w, lifo);
		w.g->wait_arg = addr;   /* for the search for leaks */
		tu__park((int32_t)reason, unlock_bucket, b);
		if (w.ticket || try_take(addr)) {
			if (TU_UNLIKELY(t0))
				tu__mutex_waited(tu__nanotime() - t0);
			return;
		}
	}
}

/* What this release made others wait: the one it wakes, and each that goes on waiting as long as the first and the last of them on average. */
static int64_t waited_ns(const Waiter *w)
{
	int64_t now = tu__nanotime(), ns = now - w->since, n = 0;
	for (const Waiter *x = w->next; x; x = x->next)
		n++;
	if (n && w->next->since && w->tail->since)
		ns += n * ((now - w->next->since) + (now - w->tail->since)) / 2;
	return ns > 0 ? ns : 1;
}

void tu_sema_release(uint32_t *addr, uint8_t handoff)
{
	Bucket *b = bucket_of(addr);
	__atomic_add_fetch(addr, 1, __ATOMIC_SEQ_CST);
	if (__atomic_load_n(&b->nwait, __ATOMIC_SEQ_CST) == 0)
		return;
	tu__lock_p(&b->lock);
	Waiter *w = dequeue(b, addr);
	int64_t waited = TU_UNLIKELY(w && w->since) ? waited_ns(w) : 0;
	if (w)
		__atomic_sub_fetch(&b->nwait, 1, __ATOMIC_RELAXED);
	tu__unlock_p(&b->lock);
	if (!w)
		return;
	uint32_t ticket = handoff && try_take(addr);
	w->ticket = ticket;
	if (TU_UNLIKELY(waited))
		tu__mutex_event(waited, __builtin_frame_address(0));
	tu__ready(w->g);
	if (ticket && tu__m()->locks == 0)
		tu__yield();                    /* the new owner runs at once */
}

/* ---- sync.Cond ---------------------------------------------------------------------------------------------------------------- */

typedef struct NWaiter NWaiter;
struct NWaiter { TuG *g; NWaiter *next; uint32_t ticket; };

static TuLock *list_lock(TuNotifyList *l)
{
	return (TuLock *)&l->lock;
}

uint32_t tu_notify_add(TuNotifyList *l)
{
	return __atomic_fetch_add(&l->wait, 1, __ATOMIC_SEQ_CST);
}

static void unlock_list(void *l)
{
	tu__unlock_p(list_lock(l));
}

void tu_notify_wait(TuNotifyList *l, uint32_t ticket)
{
	tu__lock_p(list_lock(l));
	if ((int32_t)(ticket - l->notify) < 0) {        /* notified between add and wait */
		tu__unlock_p(list_lock(l));
		return;
	}
	NWaiter w = { tu__g(), NULL, ticket };
	if (l->tail)
		((NWaiter *)l->tail)->next = &w;
	else
		l->head = &w;
	l->tail = &w;
	w.g->wait_arg = l;
	tu__park(TU_WAIT_COND, unlock_list, l);
}

void tu_notify_all(TuNotifyList *l)
{
	if (__atomic_load_n(&l->wait, __ATOMIC_SEQ_CST) == __atomic_load_n(&l->notify, __ATOMIC_SEQ_CST))
		return;
	tu__lock_p(list_lock(l));
	NWaiter *w = l->head;
	l->head = l->tail = NULL;
	__atomic_store_n(&l->notify, __atomic_load_n(&l->wait, __ATOMIC_SEQ_CST), __ATOMIC_SEQ_CST);
	tu__unlock_p(list_lock(l));
	while (w) {
		NWaiter *next = w->next;
		tu__ready(w->g);
		w = next;
	}
}

/* Wakes the waiter with the oldest ticket; when that one has not queued yet it will see notify and not sleep. */
void tu_notify_one(TuNotifyList *l)
{
	if (__atomic_load_n(&l->wait, __ATOMIC_SEQ_CST) == __atomic_load_n(&l->notify, __ATOMIC_SEQ_CST))
		return;
	tu__lock_p(list_lock(l));
	uint32_t t = l->notify;
	if (t == __atomic_load_n(&l->wait, __ATOMIC_SEQ_CST)) {
		tu__unlock_p(list_lock(l));
		return;
	}
	__atomic_store_n(&l->notify, t + 1, __ATOMIC_SEQ_CST);
	NWaiter *prev = NULL, *w = l->head;
	while (w && w->ticket != t) {
		prev = w;
		w = w->next;
	}
	if (w) {
		if (prev)
			prev->next = w->next;
		else
			l->head = w->next;
		if (l->tail == w)
			l->tail = prev;
	}
	tu__unlock_p(list_lock(l));
	if (w)
		tu__ready(w->g);
}

/* ---- spinning, pools --------------------------------------------------------------------------------------------------------------- */

uint8_t tu_can_spin(int64_t i)
{
	if (i >= 4 || tu__ncpu <= 1 || tu__nproc <= __atomic_load_n(&tu__sched.npidle, __ATOMIC_RELAXED) +
	    __atomic_load_n(&tu__sched.nspinning, __ATOMIC_RELAXED) + 1)
		return 0;
	return tu__runq_empty(tu__m()->p);
}

void tu_do_spin(void)
{
	for (int i = 0; i < 30; i++)
		__builtin_ia32_pause();
}

static TuClosure *pool_fn;

void tu_pool_on_gc(void *fn)
{
	pool_fn = fn;
}

void tu__pool_gc(void)
{
	if (pool_fn)
		((void (*)(void *))pool_fn->code)(pool_fn);
}

void tu__sync_roots(void (*cb)(void *arg, void *lo, void *hi), void *arg)
{
	cb(arg, &pool_fn, &pool_fn + 1);
}
