/* clock.c: vector clocks, the slots of goroutines in them, and what happens before what.
 *
 * A slot's time moves on at each release by its owner. A goroutine's clock says up to which time of each slot it knows everything; its
 * own accesses are those of its slot since `first`. Slots are given to the goroutine that waits longest for a new owner, so times of a slot
 * that belong to an ended goroutine are soon nobody's only after many others came and went. */
#include "runtime/race/shadow.h"

RaceSlot race_slots[RACE_NSLOT];
uint32_t race_nslot;
static uint32_t slot_lock, free_head, free_tail, victim;
static uint16_t free_slots[RACE_NSLOT + 1];             /* ring of slots whose owner has ended, oldest first */

void race_spin(uint32_t *l)
{
	for (int i = 0; __atomic_exchange_n(l, 1, __ATOMIC_ACQUIRE); i++) {
		__builtin_ia32_pause();
		if (i > 200)
			tu__sys(24 /* sched_yield */, 0, 0, 0, 0, 0, 0);
	}
}

/* ---- vectors --------------------------------------------------------------------------------------------------------------------- */

enum { VC_MIN = 4, NCLASS = 8 };                        /* 4, 8, ... 512 */
static uint32_t vc_lock;
static uint64_t *vc_pool[NCLASS];
static char *chunk, *chunk_end;

static uint64_t *vc_room(uint32_t want, uint32_t *cap)
{
	uint32_t k = 0, n = VC_MIN;
	while (n < want)
		n *= 2, k++;
	race_spin(&vc_lock);
	uint64_t *e = vc_pool[k];
	if (e) {
		vc_pool[k] = (uint64_t *)e[0];
	} else {
		if (chunk_end - chunk < (int64_t)n * 8) {
			chunk = tu__os_alloc(1 << 20);
			chunk_end = chunk + (1 << 20);
		}
		e = (uint64_t *)chunk;
		chunk += n * 8;
	}
	race_unspin(&vc_lock);
	for (uint32_t i = 0; i < n; i++)
		e[i] = 0;
	*cap = n;
	return e;
}

void vc_free(VC *a)
{
	if (!a->e)
		return;
	uint32_t k = 0;
	for (uint32_t n = VC_MIN; n < a->cap; n *= 2)
		k++;
	race_spin(&vc_lock);
	a->e[0] = (uint64_t)vc_pool[k];
	vc_pool[k] = a->e;
	race_unspin(&vc_lock);
	*a = (VC){ 0 };
}

static void vc_reserve(VC *a, uint32_t n)
{
	if (a->cap < n) {
		VC b = { .n = a->n };
		b.e = vc_room(n, &b.cap);
		for (uint32_t i = 0; i < a->n; i++)
			b.e[i] = a->e[i];
		vc_free(a);
		*a = b;
	}
	if (a->n < n)
		a->n = n;
}

void vc_join(VC *a, const VC *b)
{
	vc_reserve(a, b->n);
	for (uint32_t i = 0; i < b->n; i++)
		a->e[i] = a->e[i] > b->e[i] ? a->e[i] : b->e[i];
}

void vc_raise(VC *a, uint32_t slot, uint64_t e)
{
	vc_reserve(a, slot + 1);
	if (a->e[slot] < e)
		a->e[slot] = e;
}

void vc_clear(VC *a)
{
	for (uint32_t i = 0; i < a->n; i++)
		a->e[i] = 0;
	a->n = 0;
}

/* ---- slots ----------------------------------------------------------------------------------------------------------------------- */

/* r, locked, loses its slot: what it did there stays known to it. */
static void detach(RaceG *r)
{
	vc_raise(&r->vc, (uint32_t)r->slot, race_slots[r->slot].now);
	r->slot = -1;
}

static void attach(RaceG *r)
{
	uint32_t s;
	race_spin(&slot_lock);
	if (race_nslot < RACE_NSLOT) {
		s = race_nslot++;
	} else if (free_head != free_tail) {
		s = free_slots[free_head++ % (RACE_NSLOT + 1)];
	} else {
		for (;; victim++) {             /* owners hold their locks for short times only, and this goroutine has no slot */
			s = victim % RACE_NSLOT;
			RaceG *o = race_slots[s].owner;
			if (o && !__atomic_exchange_n(&o->lock, 1, __ATOMIC_ACQUIRE)) {
				detach(o);
				race_unspin(&o->lock);
				victim++;
				break;
			}
		}
	}
	RaceSlot *sl = &race_slots[s];
	sl->owner = r;
	r->first = ++sl->now;
	sl->hist[sl->nhist % RACE_NHIST].first = r->first;
	sl->hist[sl->nhist++ % RACE_NHIST].info = r->info;
	r->slot = (int32_t)s;
	race_unspin(&slot_lock);
}

RaceInfo *race_owner(uint32_t slot, uint64_t e)
{
	RaceSlot *s = &race_slots[slot];
	for (uint32_t i = 0; i < RACE_NHIST && i < s->nhist; i++) {
		uint32_t k = (s->nhist - 1 - i) % RACE_NHIST;
		if (s->hist[k].first <= e)
			return s->hist[k].info;
	}
	return NULL;
}

RaceG *race_enter(TuG *g)
{
	RaceG *r = g ? g->race : NULL;
	if (!r)
		return NULL;
	tu__preempt_disable();
	race_spin(&r->lock);
	if (r->slot < 0)
		attach(r);
	return r;
}

void race_leave(RaceG *r)
{
	race_unspin(&r->lock);
	tu__preempt_enable();
}

/* ---- happens before --------------------------------------------------------------------------------------------------------------- */

static RaceSync *sync_of(void *key, uint8_t make)
{
	uintptr_t p = (uintptr_t)key;
	Leaf *l = race_leaf(p, make);
	if (!l)
		return NULL;
	RaceSync **at = &l->sync[(p & (((uintptr_t)1 << LEAF_SHIFT) - 1)) >> 3], *s = __atomic_load_n(at, __ATOMIC_ACQUIRE);
	if (!s && make) {
		static uint32_t make_lock;
		race_spin(&make_lock);
		if (!(s = *at)) {
			s = tu__persist(sizeof *s);
			__atomic_add_fetch(&l->nsync, 1, __ATOMIC_RELAXED);
			__atomic_store_n(at, s, __ATOMIC_RELEASE);
		}
		race_unspin(&make_lock);
	}
	return s;
}

static void acquire(RaceG *r, RaceSync *s)
{
	race_spin(&s->lock);
	vc_join(&r->vc, &s->vc);
	race_unspin(&s->lock);
}

static void publish(RaceG *r, VC *to)
{
	vc_join(to, &r->vc);
	vc_raise(to, (uint32_t)r->slot, race_slots[r->slot].now);
}

void tu_race_acquire(void *key)
{
	RaceSync *s = sync_of(key, 0);
	RaceG *r = s ? race_enter(tu__g()) : NULL;
	if (!r)
		return;
	acquire(r, s);
	race_leave(r);
}

static void release(RaceG *r, RaceSync *s)
{
	race_spin(&s->lock);
	publish(r, &s->vc);
	race_unspin(&s->lock);
	race_slots[r->slot].now++;
}

void tu_race_release(void *key)
{
	RaceG *r = race_enter(tu__g());
	if (!r)
		return;
	release(r, sync_of(key, 1));
	race_leave(r);
}

void tu__race_exchange_g(TuG *g, void *key)
{
	RaceG *r = race_enter(g);
	if (!r)
		return;
	RaceSync *s = sync_of(key, 1);
	acquire(r, s);
	release(r, s);
	race_leave(r);
}

void tu__race_acquire_g(TuG *g, void *key)
{
	RaceSync *s = sync_of(key, 0);
	RaceG *r = s ? race_enter(g) : NULL;
	if (!r)
		return;
	acquire(r, s);
	race_leave(r);
}

/* Through a vector of its own: never two goroutines locked at once. */
void tu__race_sync(TuG *other)
{
	RaceSync s = { 0 };
	TuG *both[2] = { tu__g(), other };
	for (int i = 0; i < 3; i++) {
		RaceG *r = race_enter(both[i & 1]);
		if (!r)
			continue;
		acquire(r, &s);
		if (i < 2)
			release(r, &s);
		race_leave(r);
	}
	vc_free(&s.vc);
}

void tu__race_forget(void)
{
	RaceG *r = race_enter(tu__g());
	if (!r)
		return;
	vc_clear(&r->vc);
	race_leave(r);
}

void tu__race_acquire_all(void)
{
	RaceG *r = race_enter(tu__g());
	if (!r)
		return;
	for (uint32_t i = 0; i < race_nslot; i++)
		vc_raise(&r->vc, i, race_slots[i].now);
	race_leave(r);
}

/* Atomic operations: what the operation orders and the operation itself are one step for all others. */
void *tu__race_atomic_begin(void *key, uint8_t reads, uint8_t writes)
{
	if (!tu__g() || !tu__g()->race)
		return NULL;
	tu__preempt_disable();
	RaceSync *s = sync_of(key, 1);
	RaceG *r = race_enter(tu__g());
	race_spin(&s->lock);
	if (reads)
		vc_join(&r->vc, &s->vc);
	if (writes) {
		publish(r, &s->vc);
		race_slots[r->slot].now++;
	}
	race_leave(r);
	return s;
}

void tu__race_atomic_end(void *s)
{
	if (!s)
		return;
	race_unspin(&((RaceSync *)s)->lock);
	tu__preempt_enable();
}

/* ---- goroutines --------------------------------------------------------------------------------------------------------------------- */

static RaceG *free_gs;
static uint32_t free_gs_lock;

void tu__race_go(TuG *g, TuG *parent, void *frame)
{
	race_spin(&free_gs_lock);
	RaceG *r = free_gs;
	if (r)
		free_gs = r->next;
	race_unspin(&free_gs_lock);
	if (!r)
		r = tu__persist(sizeof *r);
	r->info = tu__persist(sizeof *r->info);
	*r->info = (RaceInfo){ g->id, parent->id, frame ? race_stack(frame) : 0, 0 };
	r->slot = -1;
	RaceG *p = race_enter(parent);
	if (p) {
		publish(p, &r->vc);
		race_slots[p->slot].now++;
		race_leave(p);
	}
	g->race = r;
}

void tu__race_rename(TuG *g)
{
	((RaceG *)g->race)->info->id = g->id;
}

void tu__race_end(TuG *g)
{
	RaceG *r = g->race;
	if (!r)
		return;
	tu__preempt_disable();
	g->race = NULL;
	race_spin(&slot_lock);          /* in this order: a thief of the slot tries r's lock only */
	race_spin(&r->lock);
	if (r->slot >= 0) {
		race_slots[r->slot].owner = NULL;
		free_slots[free_tail++ % (RACE_NSLOT + 1)] = (uint16_t)r->slot;
	}
	race_unspin(&slot_lock);
	r->info->done = 1;
	r->slot = -1;
	vc_free(&r->vc);
	race_unspin(&r->lock);
	race_spin(&free_gs_lock);
	r->next = free_gs;
	free_gs = r;
	race_unspin(&free_gs_lock);
	tu__preempt_enable();
}
