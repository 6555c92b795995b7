/* escapecheck.c: TUCODEBUG=escapecheck=1: does anything that outlives a frame point into it?
 *
 * At the end of marking, with the world stopped, everything that globals lead to is visited, and each word that its type calls a pointer is
 * looked up among the stacks: those in use, cached segments and free ones. A hit means that a value was placed in a frame although it
 * escapes (or that the runtime keeps such an address where it should not), and ends the program with the place. Objects that only frames lead
 * to are not looked at: the heap serves what does not fit into a frame, and such an object may hold addresses of its frame. Then the dead part of
 * every stack is filled with a pattern, so that a pointer into a frame that has returned is not followed unnoticed.
 *
 * Stores are seen at the next collection: with gcstress=N one comes every N allocations (64 unless it is given). */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"
#include "runtime/stack/stack.h"

typedef struct { uintptr_t lo, hi; int64_t g; } Extent;         /* g: goroutine slot, -1: free */
static struct { Extent *v; int64_t n, cap; } stacks;
static struct { uintptr_t at, obj; const TuType *t; uint8_t raw; } now;  /* what is looked at: a global when obj is 0 */
static struct { uint64_t *bit, *first; uintptr_t *v; int64_t n, cap, nword, nspan; } seen;       /* bit first[span] + index: visited; v: to be visited */

/* Objects of the runtime whose words are all scanned, channels and deferred calls among them, may hold such addresses: the runtime takes them
 * out before the frame ends. They are remembered while they live. */
static struct { TuLock lock; uintptr_t *slot; uint64_t cap, n; } raw;

static uint64_t raw_at(uintptr_t obj)
{
	uint64_t i = (obj >> 4) * 0x9e3779b97f4a7c15u >> 20 & (raw.cap - 1);
	while (raw.slot[i] && raw.slot[i] != obj)
		i = (i + 1) & (raw.cap - 1);
	return i;
}

static uint8_t is_raw(uintptr_t obj) { return raw.cap && raw.slot[raw_at(obj)] == obj; }

/* Another table for those that keep says yes to, with room for as many again. */
static void rebuild(uint8_t (*keep)(uintptr_t obj))
{
	uintptr_t *old = raw.slot;
	uint64_t cap = raw.cap;
	raw.cap = 1024;
	while (raw.cap < 4 * raw.n)
		raw.cap *= 2;
	raw.slot = tu__os_alloc((int64_t)raw.cap * 8);
	raw.n = 0;
	for (uint64_t i = 0; i < cap; i++)
		if (old[i] && keep(old[i])) {
			raw.slot[raw_at(old[i])] = old[i];
			raw.n++;
		}
	if (cap)
		tu__os_release(old, (int64_t)cap * 8);
}

static uint8_t always(uintptr_t obj) { return 1; }

void tu__escape_check_raw(void *obj)
{
	tu__lock(&raw.lock);
	if (2 * raw.n >= raw.cap)
		rebuild(always);
	raw.slot[raw_at((uintptr_t)obj)] = (uintptr_t)obj;
	raw.n++;
	tu__unlock(&raw.lock);
}

static void add(void *arg, uintptr_t lo, uintptr_t hi, int64_t g)
{
	(void)arg;
	if (stacks.n == stacks.cap) {
		int64_t cap = stacks.cap ? 2 * stacks.cap : 512;
		Extent *v = tu__os_alloc(cap * (int64_t)sizeof *v);
		if (stacks.n) {
			__builtin_memcpy(v, stacks.v, (uint64_t)stacks.n * sizeof *v);
			tu__os_release(stacks.v, stacks.cap * (int64_t)sizeof *v);
		}
		stacks.v = v;
		stacks.cap = cap;
	}
	stacks.v[stacks.n++] = (Extent){ lo, hi, g };
}

static void sift(int64_t i, int64_t n)
{
	Extent *v = stacks.v, x = v[i];
	for (int64_t k; (k = 2 * i + 1) < n; i = k) {
		if (k + 1 < n && v[k + 1].lo > v[k].lo)
			k++;
		if (v[k].lo <= x.lo)
			break;
		v[i] = v[k];
	}
	v[i] = x;
}

static void sort(void)
{
	for (int64_t i = stacks.n / 2; i-- > 0;)
		sift(i, stacks.n);
	for (int64_t n = stacks.n; n-- > 1;) {
		Extent x = stacks.v[0];
		stacks.v[0] = stacks.v[n];
		stacks.v[n] = x;
		sift(0, n);
	}
}

static const Extent *stack_of(uintptr_t p)
{
	int64_t lo = 0, hi = stacks.n;
	if (!hi || p < stacks.v[0].lo || p >= stacks.v[hi - 1].hi)
		return NULL;
	while (lo < hi) {
		int64_t mid = lo + (hi - lo) / 2;
		if (stacks.v[mid].lo <= p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo && p < stacks.v[lo - 1].hi ? &stacks.v[lo - 1] : NULL;
}

static void visit(uintptr_t p)
{
	Span *s = tu__in_heap((const void *)p) ? tu__span_of(p) : NULL;
	uint64_t i = s ? tu__span_index(s, p) : 0;
	if (!s || i >= s->nobj || !(s->alloc[i >> 6] >> (i & 63) & 1))
		return;
	uint64_t *w = &seen.bit[seen.first[s->index] + (i >> 6)];
	if (*w >> (i & 63) & 1)
		return;
	*w |= (uint64_t)1 << (i & 63);
	if (seen.n == seen.cap) {
		int64_t cap = seen.cap ? 2 * seen.cap : 4096;
		uintptr_t *v = tu__os_alloc(cap * 8);
		if (seen.n) {
			__builtin_memcpy(v, seen.v, (uint64_t)seen.n * 8);
			tu__os_release(seen.v, seen.cap * 8);
		}
		seen.v = v;
		seen.cap = cap;
	}
	seen.v[seen.n++] = s->start + (s->cls ? i * s->size : 0);
}

static void look(uintptr_t at)
{
	uintptr_t p = *(uintptr_t *)at;
	const Extent *e = stack_of(p);
	if (TU_LIKELY(!e)) {
		visit(p);
		return;
	}
	if (now.raw)
		return;
	tu__printf("escapecheck: the %s at %p holds at offset %d the address %p, ", now.obj ? "object" : "global", now.obj ? now.obj : now.at, at - (now.obj ? now.obj : now.at), p);
	if (e->g >= 0)
		tu__printf("which is in the stack of goroutine %d\n", tu__g_slot(e->g)->id);
	else
		tu__print("which is in a free stack\n");
	if (now.t && now.t->str.n) {
		tu__print("escapecheck: its type is ");
		tu__print_n((const char *)now.t->str.p, now.t->str.n);
		tu__print("\n");
	}
	tu__throw("escapecheck: a stack address has escaped");
}

static void look_typed(uintptr_t lo, uintptr_t hi, const TuType *t)
{
	now.t = t;
	while (!t->ptrmask && t->kind == TK_ARRAY)
		t = t->elem;
	if (!t->ptrmask || t->size < 8)
		return;
	for (; lo + (uintptr_t)t->size <= hi; lo += (uintptr_t)t->size)
		for (int64_t k = 0; k < t->ptr_nbyte / 8; k++)
			if (t->ptrmask[k >> 3] >> (k & 7) & 1)
				look(lo + (uintptr_t)k * 8);
}

static void look_object(Span *s, uintptr_t obj)
{
	now.obj = obj;
	now.t = NULL;
	now.raw = is_raw(obj);
	if (s->ptrs) {
		for (uint64_t k = 0, w = (obj - s->start) >> 3; k < s->size >> 3; k++)
			if (s->ptrs[(w + k) >> 6] >> ((w + k) & 63) & 1)
				look(obj + k * 8);
	} else if (!s->cls) {
		if (s->type)
			look_typed(obj, obj + s->large_nbyte, s->type);
	} else if (!s->noscan) {
		const TuType *t = *(const TuType **)tu__slot_type_addr(s, obj);
		if (t)
			look_typed(obj, obj + s->size - 8, t);
	}
}

static void look_globals(void)
{
	now.obj = 0;
	now.t = NULL;
	now.raw = 0;
	for (int32_t u = 0; u < tu_program.nunit; u++)
		for (const TuRoot *r = tu_program.roots ? tu_program.roots[u] : NULL; r && r->start; r++) {
			now.at = (uintptr_t)r->start;
			for (int64_t k = 0; r->ptrmask && k < r->nbyte / 8; k++)
				if (r->ptrmask[k >> 3] >> (k & 7) & 1)
					look(now.at + (uintptr_t)k * 8);
		}
}

void tu__escape_check_stw(void)
{
	TuHeap *h = &tu__heap;
	stacks.n = 0;
	tu__each_stack(add, NULL);
	sort();
	seen.nword = 1;
	seen.nspan = (int64_t)h->nspan + 1;
	seen.first = tu__os_alloc(seen.nspan * 8);
	for (uint32_t i = 0; i < h->nspan; i++) {
		seen.first[i] = (uint64_t)seen.nword;
		seen.nword += h->spans[i] ? h->spans[i]->nword : 0;
	}
	seen.bit = tu__os_alloc(seen.nword * 8);
	look_globals();
	while (seen.n > 0) {
		uintptr_t obj = seen.v[--seen.n];
		look_object(tu__span_of(obj), obj);
	}
	tu__os_release(seen.bit, seen.nword * 8);
	tu__os_release(seen.first, seen.nspan * 8);
	if (raw.cap)
		rebuild(tu__is_marked);
	tu__poison_stacks();
}
#endif
