/* chan.c: channels. A sender that finds a receiver copies straight into the receiver's frame and readies it as the next to run.
 *
 * Invariants under the lock: recvq or sendq is empty (except for a goroutine in both through select); sendq is empty unless the buffer
 * is full; recvq is empty unless the buffer is empty. */
#include "runtime/chan/chan.h"
#include "runtime/panic/panic.h"

#define PANIC(s) (G_runtime_otuPanicPlain((const uint8_t *)(s), (int64_t)sizeof(s) - 1), __builtin_unreachable())

void tu__chan_panic_closed(void)
{
	PANIC("send on closed channel");
}

TuChan *tu_make_chan(const TuType *t, int64_t n)
{
	const TuType *elem = t->elem;
	if (n < 0 || (elem->size && n > ((int64_t)1 << 46) / elem->size))
		PANIC("makechan: size out of range");
	uint8_t plain = elem->ptr_nbyte == 0;
	int64_t in_place = plain ? n * elem->size : 0;
	TuChan *c = tu__gc_alloc_raw((int64_t)sizeof *c + in_place, 1);
	c->elem = elem;
	c->elem_nbyte = elem->size;
	c->plain = plain;
	c->cap = n;
	if (in_place)
		c->buf = (char *)(c + 1);       /* with nothing in it this would be the next object's address */
	else if (!plain && n)
		c->buf = tu_new_array(elem, n);
	TU_RACE(c->race_keys = tu__gc_alloc_raw(8 * n + 8, 1));
	return c;
}

static void unlock_chan(void *c)
{
	tu__unlock_p(&((TuChan *)c)->lock);
}

static inline char *slot(TuChan *c, int64_t i)
{
	return c->buf + i * c->elem_nbyte;
}

static inline int64_t after(TuChan *c, int64_t i)
{
	return i + 1 == c->cap ? 0 : i + 1;
}

uint8_t tu__chan_try_send(TuChan *c, const void *elem, TuG **wake)
{
	TuSudog *s = wq_get(&c->recvq);
	if (s) {
		race_met(c, s, c->sendx);
		if (s->elem)
			chan_copy(c, s->elem, elem);
		s->success = 1;
		s->g->wait_arg = s;
		*wake = s->g;
		return 1;
	}
	if (c->n < c->cap) {
		TU_RACE(tu__race_exchange_g(tu__g(), race_slot(c, c->sendx)));
		chan_copy(c, slot(c, c->sendx), elem);
		c->sendx = after(c, c->sendx);
		c->n++;
		return 1;
	}
	return 0;
}

uint8_t tu__chan_try_recv(TuChan *c, void *elem, uint8_t *ok, TuG **wake)
{
	*ok = 1;
	if (c->n) {
		char *p = slot(c, c->recvx);
		if (elem)
			chan_copy(c, elem, p);
		if (!c->plain)
			chan_zero(c, p);
		TU_RACE(tu__race_exchange_g(tu__g(), race_slot(c, c->recvx)));
		c->recvx = after(c, c->recvx);
		TuSudog *s = wq_get(&c->sendq);
		if (s) {                        /* the buffer was full: the sender's element takes the free slot */
			TU_RACE(tu__race_exchange_g(s->g, race_slot(c, c->sendx)));
			chan_copy(c, slot(c, c->sendx), s->elem);
			c->sendx = after(c, c->sendx);
			s->success = 1;
			s->g->wait_arg = s;
			*wake = s->g;
		} else {
			c->n--;
		}
		return 1;
	}
	TuSudog *s = wq_get(&c->sendq);
	if (s) {
		race_met(c, s, 0);
		if (elem)
			chan_copy(c, elem, s->elem);
		s->success = 1;
		s->g->wait_arg = s;
		*wake = s->g;
		return 1;
	}
	if (c->closed) {
		TU_RACE(tu_race_acquire(c));
		chan_zero(c, elem);
		*ok = 0;
		return 1;
	}
	return 0;
}

void tu_chan_send(TuChan *c, const void *elem)
{
	TuG *wake = NULL;
	if (TU_UNLIKELY(!c)) {
		tu__park(TU_WAIT_SEND_NIL, NULL, NULL);
		tu__throw("unreachable");
	}
	TU_RACE((void)tu_race_rd(c, 1));        /* sending and closing must be ordered */
	tu__lock_p(&c->lock);
	if (TU_UNLIKELY(c->closed)) {
		tu__unlock_p(&c->lock);
		tu__chan_panic_closed();
	}
	if (tu__chan_try_send(c, elem, &wake)) {
		tu__unlock_p(&c->lock);
		if (wake)
			tu__ready(wake);
		return;
	}
	TuG *g = tu__g();
	TuSudog s = { .g = g, .elem = (void *)elem, .c = c };
	wq_put(&c->sendq, &s);
	g->waiting = &s;
	tu__park(TU_WAIT_SEND, unlock_chan, c);
	if (TU_UNLIKELY(!s.success))
		tu__chan_panic_closed();
}

/* Inlined into both: each level of calls around a park costs a mispredicted return. */
static inline __attribute__((always_inline)) uint8_t recv(TuChan *c, void *elem)
{
	TuG *wake = NULL;
	uint8_t ok;
	if (TU_UNLIKELY(!c)) {
		tu__park(TU_WAIT_RECV_NIL, NULL, NULL);
		tu__throw("unreachable");
	}
	tu__lock_p(&c->lock);
	if (tu__chan_try_recv(c, elem, &ok, &wake)) {
		tu__unlock_p(&c->lock);
		if (wake)
			tu__ready(wake);
		return ok;
	}
	TuG *g = tu__g();
	TuSudog s = { .g = g, .elem = elem, .c = c };
	wq_put(&c->recvq, &s);
	g->waiting = &s;
	tu__park(TU_WAIT_RECV, unlock_chan, c);
	return s.success;
}

uint8_t tu_chan_recv2(TuChan *c, void *elem)
{
	return recv(c, elem);
}

void tu_chan_recv(TuChan *c, void *elem)
{
	recv(c, elem);
}

void tu_chan_close(TuChan *c)
{
	TuSudog *list = NULL, *s;
	if (!c)
		PANIC("close of nil channel");
	TU_RACE((void)tu_race_wr(c, 1));
	tu__lock_p(&c->lock);
	if (c->closed) {
		tu__unlock_p(&c->lock);
		PANIC("close of closed channel");
	}
	TU_RACE(tu_race_release(c));
	c->closed = 1;
	while ((s = wq_get(&c->recvq)) != NULL) {
		TU_RACE(tu__race_acquire_g(s->g, c));
		chan_zero(c, s->elem);
		s->success = 0;
		s->next = list;
		list = s;
	}
	while ((s = wq_get(&c->sendq)) != NULL) {       /* they panic when they wake */
		s->success = 0;
		s->next = list;
		list = s;
	}
	tu__unlock_p(&c->lock);
	while (list) {
		s = list;
		list = s->next;
		s->g->wait_arg = s;
		tu__ready(s->g);
	}
}

int64_t tu_chan_len(TuChan *c)
{
	return c ? __atomic_load_n(&c->n, __ATOMIC_RELAXED) : 0;
}

int64_t tu_chan_cap(TuChan *c)
{
	return c ? c->cap : 0;
}
