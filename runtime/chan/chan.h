/* chan.h: what chan.c and select.c share. */
#ifndef TUCO_CHAN_H
#define TUCO_CHAN_H
#include "runtime/base/rt.h"
#include "runtime/sched/sched.h"
#include "runtime/race/race.h"

/* A goroutine waiting on a channel (or a semaphore); lives on the waiter's stack or, in large selects, in the heap. */
struct TuSudog {
	TuG *g;
	TuSudog *next, *prev;
	void *elem;             /* where to copy from or to; may be NULL for receives */
	TuChan *c;
	int32_t index;          /* of the case, in selects */
	uint8_t is_select;      /* the waker must claim g->sel_done first */
	uint8_t success;        /* 0: woken by close */
	uint8_t queued;
	uint8_t last;           /* of the select's array */
};

typedef struct { TuSudog *head, *tail; } WaitQ;

struct TuChan {
	TuLock lock;            /* lock_p; everything below */
	uint8_t closed;
	uint8_t plain;          /* elements hold no pointers */
	int64_t n, cap;
	int64_t elem_nbyte;
	const TuType *elem;
	int64_t sendx, recvx;
	WaitQ recvq, sendq;
	char *buf;
#ifdef TUCO_RACE
	char *race_keys;        /* eight bytes for each slot of the buffer, whose elements may be smaller, or 1 */
#endif
};

static inline void chan_copy(TuChan *c, void *dst, const void *src)
{
	if (c->elem_nbyte == 8 && (c->plain || !tu_gc_marking))
		*(uint64_t *)dst = *(const uint64_t *)src;
	else if (c->plain || !tu_gc_marking)
		__builtin_memcpy(dst, src, (uint64_t)c->elem_nbyte);
	else
		tu_typed_copy(c->elem, dst, src);
}

/* What the detector knows an element's place by. */
#ifdef TUCO_RACE
static inline void *race_slot(TuChan *c, int64_t i) { return c->race_keys + 8 * i; }
#endif
/* s, found waiting, and the current goroutine: an element goes through slot i of the buffer, or from hand to hand. */
static inline void race_met(TuChan *c, TuSudog *s, int64_t i)
{
#ifdef TUCO_RACE
	if (c->cap == 0) {
		tu__race_sync(s->g);
	} else {
		tu__race_exchange_g(tu__g(), race_slot(c, i));
		tu__race_exchange_g(s->g, race_slot(c, i));
	}
#endif
}

static inline void chan_zero(TuChan *c, void *dst)
{
	if (!dst)
		return;
	if (c->plain || !tu_gc_marking)
		__builtin_memset(dst, 0, (uint64_t)c->elem_nbyte);
	else
		tu_typed_clear(c->elem, dst, 1);        /* the collector may know the element by this slot only */
}

static inline void wq_put(WaitQ *q, TuSudog *s)
{
	s->next = NULL;
	s->prev = q->tail;
	s->queued = 1;
	if (q->tail)
		q->tail->next = s;
	else
		q->head = s;
	q->tail = s;
}

static inline void wq_remove(WaitQ *q, TuSudog *s)
{
	if (s->prev)
		s->prev->next = s->next;
	else
		q->head = s->next;
	if (s->next)
		s->next->prev = s->prev;
	else
		q->tail = s->prev;
	s->queued = 0;
}

/* First waiter that nobody else woke. */
static inline TuSudog *wq_get(WaitQ *q)
{
	TuSudog *s;
	while ((s = q->head) != NULL) {
		wq_remove(q, s);
		if (!s->is_select)
			return s;
		uint8_t z = 0;
		if (__atomic_compare_exchange_n(&s->g->sel_done, &z, 1, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			return s;
	}
	return NULL;
}

/* The channel is locked; each unlocks it. 1: done; 0: would block (still locked). send panics on a closed channel. */
uint8_t tu__chan_try_send(TuChan *c, const void *elem, TuG **wake);
uint8_t tu__chan_try_recv(TuChan *c, void *elem, uint8_t *ok, TuG **wake);
TU_NORETURN void tu__chan_panic_closed(void);
#endif
