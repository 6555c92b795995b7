/* depot.c: call stacks by number. A stack is walked when an access is recorded, by frame pointers, and kept once. */
#include "runtime/race/shadow.h"

typedef struct Entry { uint32_t hash, n; uint32_t next; uint32_t pc[]; } Entry;
enum { NHASH = 1 << 16, CHUNK = 1 << 14, NCHUNK = 1 << 12 };
static uint32_t heads[NHASH];           /* atomic; 0: none */
static Entry **chunks[NCHUNK];
static uint32_t nentry, lock;

static Entry *entry(uint32_t id)
{
	return chunks[id / CHUNK][id % CHUNK];
}

static uint32_t find(uint32_t h, const uint32_t *pc, uint32_t n)
{
	for (uint32_t id = __atomic_load_n(&heads[h % NHASH], __ATOMIC_ACQUIRE); id; id = entry(id)->next) {
		Entry *e = entry(id);
		if (e->hash == h && e->n == n && !__builtin_memcmp(e->pc, pc, n * 4))
			return id;
	}
	return 0;
}

uint32_t race_stack(void *frame)
{
	uint32_t pc[RACE_DEPTH], n = 0, h = 0;
	TuUnwind u;
	tu__unwind_self(&u, frame);
	while (n < RACE_DEPTH && tu__unwind_next(&u)) {
		pc[n] = (uint32_t)u.pc;
		h = (h ^ pc[n++]) * 0x9e3779b1u;
		h ^= h >> 15;
	}
	uint32_t id = find(h, pc, n);
	if (id)
		return id;
	tu__preempt_disable();
	race_spin(&lock);
	if (!(id = find(h, pc, n)) && nentry + 1 < (uint32_t)CHUNK * NCHUNK) {
		id = ++nentry;
		if (!chunks[id / CHUNK])
			chunks[id / CHUNK] = tu__os_alloc(CHUNK * sizeof(Entry *));
		Entry *e = tu__persist((int64_t)(sizeof *e + n * 4));
		e->hash = h;
		e->n = n;
		__builtin_memcpy(e->pc, pc, n * 4);
		e->next = heads[h % NHASH];
		chunks[id / CHUNK][id % CHUNK] = e;
		__atomic_store_n(&heads[h % NHASH], id, __ATOMIC_RELEASE);
	}
	race_unspin(&lock);
	tu__preempt_enable();
	return id;
}

int64_t race_stack_pcs(uint32_t id, const uint32_t **pc)
{
	if (!id)
		return 0;
	*pc = entry(id)->pc;
	return entry(id)->n;
}
