/* all_heap.h: heap, gc and val as one unit above fake_rt.h, for tests that need the real collector. Statics that several files
 * name alike are renamed here. */
#define TUCO_GC_STW 1
#include "runtime/heap/sizeclass.c"
#include "runtime/heap/pages.c"
#include "runtime/heap/sample.c"
void *tu__memprof_alloc(int64_t size, void *frame) { return NULL; }
void tu__memprof_free(void *bucket) {}
void tu__memprof_next_cycle(void) {}
void tu__memprof_flush(void) {}
void tu__memprof_post_sweep(void) {}
#include "runtime/heap/span.c"
#include "runtime/heap/malloc.c"
#include "runtime/heap/stats.c"
#include "runtime/heap/heap_check.c"
#define work mark_work
#define push mark_push
#define scan mark_scan
#include "runtime/gc/mark.c"
#define shade_on_m barrier_shade_on_m
#include "runtime/gc/barrier.c"
#undef shade_on_m
#define scan_range roots_scan_range
#include "runtime/gc/roots.c"
#include "runtime/gc/pacer.c"
#include "runtime/gc/gctrace.c"
#define slot_of special_slot_of
#include "runtime/gc/special.c"
#define q finalize_queue
#define bad finalize_bad
#include "runtime/gc/finalize.c"
#undef bad
#undef q
#define begin cycle_begin
#define active cycle_active
#include "runtime/gc/cycle.c"
#include "runtime/gc/settings.c"
#include "runtime/gc/kind.c"
#undef active
#undef begin
#include "runtime/val/hash.c"
#define lookup iface_lookup
#define make iface_make
#define table iface_table
#define Slot IfaceSlot
#include "runtime/val/iface.c"
#undef Slot
#undef lookup
#undef make
#undef table
#include "runtime/val/mem.c"
#include "runtime/val/string.c"
#include "runtime/val/slice.c"
#include "runtime/val/num.c"
#define find map_find
#define delete map_delete
#define assign map_assign
#include "runtime/val/map.c"
#undef find
#undef delete
#undef assign
#define room map_room
#include "runtime/val/map_grow.c"
#undef room
#include "runtime/val/map_iter.c"
#include "tests/unit/fake_rt.h"
#undef work
#undef push
#undef scan
