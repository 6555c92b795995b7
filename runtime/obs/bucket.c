/* bucket.c: the table of call stacks behind all profiles, and the collection of a stack. */
#include "runtime/obs/prof.h"

enum { NHASH = 1 << 17 };         /* recursion makes many stacks; pages of the table are touched as needed */

TuLock tu__prof_lock;
Bucket *tu__prof_buckets[PROF_KINDS];
int64_t tu__prof_nbyte;
static Bucket **table;
static uint8_t *at, *end;               /* memory for buckets */

static void *take(int64_t n)
{
	const int64_t step = 64 << 10;
	n = (n + 15) & ~(int64_t)15;
	if (end - at < n) {
		at = tu__os_alloc(step);
		end = at + step;
		tu__prof_nbyte += step;
	}
	void *p = at;
	at += n;
	return p;
}

static uint8_t is_it(const Bucket *b, uint64_t h, uint32_t kind, int64_t size, const uintptr_t *pc, uint32_t n)
{
	return b->hash == h && b->kind == kind && b->size == size && b->npc == n && __builtin_memcmp(b->pc, pc, n * 8) == 0;
}

Bucket *tu__bucket_locked(uint32_t kind, int64_t size, const uintptr_t *pc, uint32_t n)
{
	uint64_t h = (uint64_t)size * 31 + kind;
	for (uint32_t i = 0; i < n; i++)
		h = (h ^ pc[i]) * 0x9e3779b97f4a7c15u, h ^= h >> 29;
	if (!table) {
		table = tu__os_alloc(NHASH * 8);
		tu__prof_nbyte += NHASH * 8;
	}
	Bucket **slot = &table[h % NHASH];
	for (Bucket *b = *slot; b; b = b->same_hash)
		if (is_it(b, h, kind, size, pc, n))
			return b;
	Bucket *b = take((int64_t)sizeof *b + n * 8);
	b->hash = h;
	b->kind = kind;
	b->size = size;
	b->npc = n;
	__builtin_memcpy(b->pc, pc, n * 8);
	b->same_hash = *slot;
	*slot = b;
	b->next = tu__prof_buckets[kind];
	tu__prof_buckets[kind] = b;
	return b;
}

uint32_t tu__stack_pcs(TuUnwind u, uintptr_t *pc, uint32_t max)
{
	uint32_t n = 0;
	while (n < max && tu__unwind_next(&u))
		pc[n++] = u.pc;
	return n;
}
