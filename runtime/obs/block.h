/* block.h: hooks of the block and mutex profiles. */
#ifndef TUCO_BLOCK_H
#define TUCO_BLOCK_H
#include "runtime/base/rt.h"

extern int64_t tu__block_rate;          /* nanoseconds; 0: off */
extern int64_t tu__mutex_fraction;      /* one event in so many is counted; 0: off */
/* frame: of the function whose caller waited. On a goroutine stack. */
void tu__block_event(int64_t ns, void *frame);
void tu__mutex_event(int64_t ns, void *frame);
#endif
