/* access.c: reads and writes of the program against the shadow of its memory.
 *
 * Every eight bytes of heap and package variables have four cells, each one access: who (slot and time), which of the bytes, how, and
 * from where. An access races with a cell of overlapping bytes when one of the two writes, not both are atomic, and the goroutine does not
 * know the cell's time. Memory in frames is never shared by goroutines and is left out. */
#include "runtime/race/shadow.h"

extern char etext[], end[];
static Leaf *leaves[(uint64_t)1 << (47 - LEAF_SHIFT)];
enum { NLOCK = 4096 };
static uint32_t word_locks[NLOCK];

Leaf *race_leaf(uintptr_t p, uint8_t make)
{
	if (p >> 47)
		return NULL;
	Leaf *l = __atomic_load_n(&leaves[p >> LEAF_SHIFT], __ATOMIC_ACQUIRE), *none = NULL;
	if (TU_LIKELY(l != NULL) || !make)
		return l;
	l = tu__os_alloc(sizeof *l);
	tu__os_no_huge(l, sizeof *l);
	if (__atomic_compare_exchange_n(&leaves[p >> LEAF_SHIFT], &none, l, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
		return l;
	tu__os_release(l, sizeof *l);
	return none;
}

static inline uint8_t is_shared(uintptr_t p)
{
	return tu__in_heap((void *)p) || p - (uintptr_t)etext < (uintptr_t)(end - etext);
}

typedef struct { RaceG *r; uint64_t a; uint8_t write, atomic; void *frame; uint32_t stack; uint8_t raced; RaceAccess now, before; } Access;

static uint32_t stack_of(Access *x)
{
	if (!x->stack)
		x->stack = race_stack(x->frame);
	return x->stack;
}

static void one_word(Access *x, uintptr_t p, uint8_t mask)
{
	RaceG *r = x->r;
	Cell *c = race_leaf(p, 1)->cell[(p & (((uintptr_t)1 << LEAF_SHIFT) - 1)) >> 3], *room = NULL;
	for (int i = 0; i < RACE_NCELL; i++)    /* seen already; only the owner of the slot writes this time */
		if (__atomic_load_n(&c[i].a, __ATOMIC_ACQUIRE) == x->a && (c[i].mask & mask) == mask && c[i].write >= x->write && c[i].atomic <= x->atomic)
			return;
	uint32_t stack = stack_of(x), *lock = &word_locks[(p >> 3) % NLOCK];
	uint32_t slot = (uint32_t)r->slot;
	race_spin(lock);
	for (int i = 0; i < RACE_NCELL; i++) {
		uint64_t e = c[i].a >> 16;
		uint32_t s = (uint32_t)(c[i].a & 0xffff);
		if (!c[i].a) {
			if (!room)
				room = &c[i];
			continue;
		}
		uint8_t mine = s == slot && e >= r->first;
		uint8_t known = mine || (s < r->vc.n && e <= r->vc.e[s]);
		if (!known && c[i].mask & mask && (c[i].write || x->write) && !(c[i].atomic && x->atomic)) {
			if (!x->raced) {
				x->raced = 1;
				uint32_t off = (uint32_t)__builtin_ctz(mask), off2 = (uint32_t)__builtin_ctz(c[i].mask);
				x->now = (RaceAccess){ (p & ~(uintptr_t)7) + off, 0, x->write, x->atomic, stack, r->info };
				x->before = (RaceAccess){ (p & ~(uintptr_t)7) + off2, 0, c[i].write, c[i].atomic, c[i].stack, race_owner(s, e) };
			}
			room = &c[i];           /* reported: the newer one takes its place */
		} else if (known && (c[i].mask & ~mask) == 0 && (x->write || !c[i].write) && (!x->atomic || c[i].atomic)) {
			if (room && room->a)
				room->a = 0;
			room = &c[i];           /* who races with the old one races with the new one */
		}
	}
	if (!room)
		room = &c[(p >> 3 ^ x->a >> 16) % RACE_NCELL];
	room->a = 0;
	room->stack = stack;
	room->mask = mask;
	room->write = x->write;
	room->atomic = x->atomic;
	__atomic_store_n(&room->a, x->a, __ATOMIC_RELEASE);
	race_unspin(lock);
}

static __attribute__((noinline)) void access(uintptr_t p, uint64_t n, uint8_t write, uint8_t atomic, void *frame)
{
	RaceG *r = race_enter(tu__g());
	if (!r)
		return;
	Access x = { .r = r, .a = race_slots[r->slot].now << 16 | (uint32_t)r->slot, .write = write, .atomic = atomic, .frame = frame };
	for (uintptr_t q = p, stop = p + n; q < stop;) {
		uint32_t off = q & 7, k = 8 - off;
		if (k > stop - q)
			k = (uint32_t)(stop - q);
		one_word(&x, q, (uint8_t)(((1u << k) - 1) << off));
		q += k;
	}
	race_leave(r);
	if (TU_UNLIKELY(x.raced))
		race_report(&x.now, &x.before);
}

void *tu_race_rd(const void *p, uint64_t n)
{
	if (is_shared((uintptr_t)p) && n)
		access((uintptr_t)p, n, 0, 0, __builtin_frame_address(0));
	return (void *)p;
}

void *tu_race_wr(const void *p, uint64_t n)
{
	if (is_shared((uintptr_t)p) && n)
		access((uintptr_t)p, n, 1, 0, __builtin_frame_address(0));
	return (void *)p;
}

void tu_race_read_range(const void *p, int64_t n)
{
	(void)tu_race_rd(p, (uint64_t)n);
}

void tu_race_write_range(const void *p, int64_t n)
{
	(void)tu_race_wr(p, (uint64_t)n);
}

void *tu__race_atomic_begin(void *key, uint8_t reads, uint8_t writes);
void *tu_race_at(const void *p, uint64_t n, int how)    /* 1 reads, 2 writes, 3 both */
{
	if (!is_shared((uintptr_t)p))
		return NULL;
	access((uintptr_t)p, n, (how & 2) != 0, 1, __builtin_frame_address(0));
	return tu__race_atomic_begin((void *)p, (how & 1) != 0, (how & 2) != 0);
}

void tu__race_atomic_end(void *s);
void tu_race_at_end(void *s)
{
	tu__race_atomic_end(s);
}

void tu__race_fresh(uintptr_t p, uint64_t nbyte)
{
	while (nbyte) {
		uint64_t at = p & (((uintptr_t)1 << LEAF_SHIFT) - 1), k = ((uint64_t)1 << LEAF_SHIFT) - at;
		if (k > nbyte)
			k = nbyte;
		Leaf *l = race_leaf(p, 0);
		if (l) {
			char *lo = (char *)l->cell[at >> 3], *hi = (char *)l->cell[(at + k + 7) >> 3];
			char *plo = (char *)(((uintptr_t)lo + 4095) & ~(uintptr_t)4095), *phi = (char *)((uintptr_t)hi & ~(uintptr_t)4095);
			if (phi - plo >= 1 << 16) {
				__builtin_memset(lo, 0, (uint64_t)(plo - lo));
				tu__os_unused(plo, phi - plo);
				__builtin_memset(phi, 0, (uint64_t)(hi - phi));
			} else {
				__builtin_memset(lo, 0, (uint64_t)(hi - lo));
			}
			for (uint64_t i = at >> 3; l->nsync && i < (at + k) >> 3; i++) {
				if (!l->sync[i])
					continue;
				vc_free(&l->sync[i]->vc);       /* the object itself stays for the next user of the address */
			}
		}
		p += k;
		nbyte -= k;
	}
}
