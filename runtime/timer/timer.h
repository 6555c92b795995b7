/* timer.h: timers as the scheduler sees them. */
#ifndef TUCO_TIMER_H
#define TUCO_TIMER_H
#include "runtime/base/rt.h"

void tu__timers_p_init(TuP *p);
/* Runs p's due timers. C timers run here; when a Go timer is due, p's timer goroutine is readied. now is fetched when 0.
 * Returns when the next one is due, 0 for none. Holds a P; M stack. */
int64_t tu__timers_run(TuP *p, int64_t *now, uint8_t *ran);
int64_t tu__timers_next(void);          /* earliest of all Ps, 0 for none; any context */
void tu__timers_move(TuP *from, TuP *to);       /* world stopped */
void tu__timers_roots(void (*cb)(void *arg, void *lo, void *hi), void *arg);
static inline uint8_t tu__timers_any(TuP *p) { return __atomic_load_n((int64_t *)p->timers, __ATOMIC_RELAXED) != 0; }
#endif
