/* shadow.h: private to the detector: clocks, shadow memory, stacks. */
#ifndef TUCO_SHADOW_H
#define TUCO_SHADOW_H
#include "runtime/race/race.h"
#include "runtime/heap/heap.h"
#include "runtime/stack/stack.h"

/* Goroutines that run or wait own a slot of the vector clocks. When all are taken, one that does not act just now loses its slot. */
enum { RACE_NSLOT = 512, RACE_NCELL = 4, RACE_DEPTH = 32, RACE_NHIST = 32 };

typedef struct { uint64_t *e; uint32_t n, cap; } VC;    /* e[slot]: everything up to this time of the slot is known */
void vc_join(VC *a, const VC *b);
void vc_raise(VC *a, uint32_t slot, uint64_t e);
void vc_clear(VC *a);
void vc_free(VC *a);

typedef struct RaceInfo { int64_t id, parent; uint32_t stack; uint8_t done; } RaceInfo;       /* outlives the goroutine */
typedef struct RaceG RaceG;
struct RaceG {
	uint32_t lock;
	int32_t slot;                   /* -1: none */
	uint64_t first;                 /* of the slot's times that are this goroutine's */
	VC vc;                          /* what it knows; its own time is slots[slot].now */
	RaceInfo *info;
	RaceG *next;                    /* free list */
};
typedef struct {
	RaceG *owner;
	uint64_t now;
	uint32_t nhist;
	struct { uint64_t first; RaceInfo *info; } hist[RACE_NHIST];   /* the last owners */
} RaceSlot;
extern RaceSlot race_slots[RACE_NSLOT];
extern uint32_t race_nslot;
RaceInfo *race_owner(uint32_t slot, uint64_t e);        /* who had the slot at that time; NULL: long ago */

/* One access in the shadow of eight bytes. a: time << 16 | slot; 0: empty. */
typedef struct { uint64_t a; uint32_t stack; uint8_t mask, write, atomic, unused; } Cell;
typedef struct { uint32_t lock; VC vc; } RaceSync;
enum { LEAF_SHIFT = 22 };
typedef struct {
	Cell cell[((uint64_t)1 << LEAF_SHIFT) / 8][RACE_NCELL];
	RaceSync *sync[((uint64_t)1 << LEAF_SHIFT) / 8];
	uint32_t nsync;
} Leaf;
Leaf *race_leaf(uintptr_t p, uint8_t make);

void race_spin(uint32_t *l);
static inline void race_unspin(uint32_t *l) { __atomic_store_n(l, 0, __ATOMIC_RELEASE); }
RaceG *race_enter(TuG *g);              /* locks g's state and makes sure it has a slot; NULL: nothing to do */
RaceG *race_try(TuG *g);                /* the same when it has one already and nobody holds it */
void race_leave(RaceG *r);

/* depot.c */
uint32_t race_stack(void *frame);       /* number of the stack whose newest frame that is */
int64_t race_stack_pcs(uint32_t id, const uint32_t **pc);

/* report.c */
typedef struct { uintptr_t p; uint32_t n; uint8_t write, atomic; uint32_t stack; RaceInfo *info; } RaceAccess;
void race_report(const RaceAccess *now, const RaceAccess *before);
#endif
