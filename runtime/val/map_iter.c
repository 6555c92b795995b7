/* map_iter.c: iteration.
 *
 * The iterator keeps the block it started on. While that is still the map's block, slots are read in place. After the map has
 * grown, the old block, which nobody writes any more, says which keys are left, and the map says whether they still exist and
 * with which value. A key that is not equal to itself can not be looked up, nor deleted singly, so the old copy is good until a
 * clear. Each key is produced at most once: a block lists it once.
 *
 * state: 0 ctrl, 1 slots, 2 cap, 3 first group (or slot), 4 rotation, 5 groups done, 6 slots of the group still to do (rotated
 * bits), 7 clear_seq. Words 0 and 1 keep the block alive, so an iterator on the heap must be allocated as pointers. */
#include "runtime/val/map.h"
#include "runtime/heap/heap.h"
#include <emmintrin.h>

enum { I_CTRL, I_SLOTS, I_CAP, I_FIRST, I_ROT, I_DONE, I_BITS, I_SEQ };

int64_t tu_map_iter_size(void) { return sizeof(TuMapIter); }

static inline uint32_t group_bits(const TuMapIter *it, uint64_t g, uint32_t width)
{
	const uint8_t *c = (const uint8_t *)it->state[I_CTRL] + g * MAP_GROUP;
	uint32_t used = (uint32_t)~_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)c)), all = (1u << width) - 1;
	uint32_t rot = (uint32_t)it->state[I_ROT];
	used &= all;
	return (used >> rot | used << (width - rot)) & all;
}

void tu_map_iter_init(const TuType *mt, TuMap *m, TuMapIter *it)
{
	__builtin_memset(it, 0, sizeof *it);
	it->mt = mt;
	it->m = m;
	if (!m || m->n == 0)
		return;
	if (m->flags & MF_WRITING)
		tu__map_fatal("concurrent map iteration and map write");
	m->flags |= MF_ITERATED;
	uint64_t r = tu_rand64();
	uint32_t width = m->flags & MF_SMALL ? MAP_SMALL : MAP_GROUP;
	it->state[I_CTRL] = (uint64_t)(uintptr_t)m->ctrl;
	it->state[I_SLOTS] = (uint64_t)(uintptr_t)m->slots;
	it->state[I_CAP] = tu__map_cap(m);
	it->state[I_ROT] = r >> 60 & (width - 1);
	it->state[I_FIRST] = m->flags & MF_SMALL ? 0 : r & m->mask;
	it->state[I_SEQ] = m->clear_seq;
	it->state[I_BITS] = group_bits(it, it->state[I_FIRST], width);
	tu_map_iter_next(it);
}

void tu_map_iter_next(TuMapIter *it)
{
	TuMap *m = it->m;
	uint64_t cap = it->state[I_CAP];
	it->key = it->val = NULL;
	if (!cap)
		return;
	if (TU_UNLIKELY(m->flags & MF_WRITING))
		tu__map_fatal("concurrent map iteration and map write");
	const Layout *l = m->lay;
	uint64_t width = cap < MAP_GROUP ? cap : MAP_GROUP, ngroup = cap / width;
	for (;;) {
		uint64_t g = (it->state[I_FIRST] + it->state[I_DONE]) & (ngroup - 1);
		while (it->state[I_BITS]) {
			uint64_t b = (uint64_t)__builtin_ctzll(it->state[I_BITS]), i = g * MAP_GROUP + ((b + it->state[I_ROT]) & (width - 1));
			it->state[I_BITS] &= it->state[I_BITS] - 1;
			if (((const uint8_t *)it->state[I_CTRL])[i] & 0x80)
				continue;       /* deleted since the group was read */
			uint8_t *s = (uint8_t *)it->state[I_SLOTS] + i * l->slot_nbyte;
			void *key = tu__map_key(l, s);
			if (TU_LIKELY((uint64_t)(uintptr_t)m->ctrl == it->state[I_CTRL])) {
				it->key = key;
				it->val = tu__map_val(l, s);
				return;
			}
			void *val = tu__map_find_lay(m, key, &key);
			if (!val) {
				if (!(l->flags & ML_NAN) || l->key->eq(key, key) || m->clear_seq != it->state[I_SEQ])
					continue;
				val = tu__map_val(l, s);
			}
			it->key = key;
			it->val = val;
			return;
		}
		if (++it->state[I_DONE] >= ngroup) {
			it->state[I_CAP] = 0;
			return;
		}
		g = (it->state[I_FIRST] + it->state[I_DONE]) & (ngroup - 1);
		it->state[I_BITS] = group_bits(it, g, (uint32_t)width);
		if (l->slot_nbyte <= 64)        /* the next group's entries will be wanted soon */
			__builtin_prefetch((uint8_t *)it->state[I_SLOTS] + ((g + 1) & (ngroup - 1)) * MAP_GROUP * l->slot_nbyte);
	}
}
