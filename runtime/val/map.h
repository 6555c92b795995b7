/* map.h: the structures of maps, shared by map.c, map_grow.c and map_iter.c.
 *
 * A map holds up to 8 entries in one small block, searched without hashing. Above that it is an open-addressed table with one
 * control byte per slot: 7 bits of the hash, or EMPTY, or DELETED (a tombstone). Slots are probed in aligned groups of 16,
 * whose control bytes are compared at once; the sequence of groups is g, g+1, g+3, g+6, ... modulo their number, which is a power of two, so
 * it visits all. A search ends at a group with an EMPTY slot: a group that has one was never full since the table was made
 * or last cleared, because deleting in a full group leaves DELETED. At least 1/8 of the slots is EMPTY.
 *
 * Growing makes a new table and never touches the old one again: an iterator that was on it goes on there and asks the map
 * for each key's present value. A table no iterator has seen is given back to the heap at once when it is large.
 *
 * Layout is the slot's shape for one map type, made once and found by the type's address. Keys and values above 128 bytes live
 * in blocks of their own. */
#ifndef TUCO_MAP_H
#define TUCO_MAP_H
#include "runtime/val/val.h"

#define MAP_GROUP 16
#define MAP_SMALL 8
#define MAP_EMPTY 0x80
#define MAP_DELETED 0xFE
#define MAP_INLINE_MAX 128

enum { MK_32, MK_64, MK_STR, MK_GEN };
enum {                          /* Layout.flags */
	ML_KEY_INDIRECT = 1,
	ML_VAL_INDIRECT = 2,
	ML_KEY_UPDATE = 4,      /* equal keys can differ: assigning stores the new key (floats, strings, interfaces) */
	ML_HASH_MAY_PANIC = 8,
	ML_POINTERS = 16,       /* slots may hold pointers */
	ML_NAN = 32             /* a key may differ from itself */
};

typedef struct Layout {
	const TuType *mt, *key, *val;
	uint32_t slot_nbyte, val_off, key_nbyte, val_nbyte;
	uint8_t kind, flags;
	TuType slot;            /* one slot, for the collector */
	TuType small;           /* control word block + 8 slots */
	void *zero;             /* what get returns when absent */
} Layout;

enum { MF_WRITING = 1, MF_ITERATED = 2, MF_SMALL = 4 };

struct TuMap {
	int64_t n;              /* must be first: emitted code may read len from here */
	uint8_t flags;
	uint64_t seed;
	uint8_t *ctrl;          /* small: first byte of the block; NULL: nothing allocated yet */
	uint8_t *slots;
	uint64_t mask;          /* table: number of groups - 1 */
	int64_t left;           /* table: EMPTY slots that may still be filled */
	const Layout *lay;
	uint64_t clear_seq;     /* changes when the map is cleared: iterators stop trusting old tables */
};

const Layout *tu__map_layout(const TuType *mt);
void tu__map_grow(TuMap *m);            /* small without room, or left == 0 */
void tu__map_first_block(TuMap *m);
void tu__map_maybe_shrink(TuMap *m);
void *tu__map_find_lay(TuMap *m, const void *key, void **kp);
static inline uint64_t tu__map_cap(const TuMap *m) { return m->flags & MF_SMALL ? MAP_SMALL : (m->mask + 1) * MAP_GROUP; }
static inline void *tu__map_key(const Layout *l, uint8_t *slot)
{
	return l->flags & ML_KEY_INDIRECT ? *(void **)slot : slot;
}
static inline void *tu__map_val(const Layout *l, uint8_t *slot)
{
	return l->flags & ML_VAL_INDIRECT ? *(void **)(slot + l->val_off) : slot + l->val_off;
}
uint64_t tu__map_hash(const TuMap *m, const Layout *l, const void *key);
TU_NORETURN void tu__map_fatal(const char *text);
#endif
