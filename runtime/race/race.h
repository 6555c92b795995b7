/* race.h: the race detector's side towards the rest of the runtime.
 *
 * Programs built with -race link libtuco-race.a: the files that mention TU_RACE are compiled a second time with TUCO_RACE defined, and
 * the hooks below become calls. Elsewhere they are nothing. See docs/race.md. */
#ifndef TUCO_RACE_H
#define TUCO_RACE_H
#include "runtime/base/rt.h"

#ifdef TUCO_RACE
#define TU_RACE(x) x
#else
#define TU_RACE(x) ((void)0)
#endif

/* Keys of synchronisation objects are addresses of application memory, 8 bytes apart. Without a goroutine (scheduler) nothing happens. */
void tu_race_acquire(void *key);
void tu_race_release(void *key);
void tu__race_exchange_g(TuG *g, void *key);            /* acquire and release by g, which does not run */
void tu__race_acquire_g(TuG *g, void *key);
void tu__race_sync(TuG *other);                         /* the current goroutine and a parked one learn all of each other */
void tu__race_forget(void);                             /* the current goroutine knows nothing any more: it works for others */
void tu__race_acquire_all(void);                        /* everything done so far happened before what follows */

void tu__race_init(void);
void tu__race_go(TuG *g, TuG *parent, void *frame);     /* frame: of a function the go statement called, NULL: none */
void tu__race_rename(TuG *g);                           /* its id has changed */
void tu__race_end(TuG *g);
void tu__race_fresh(uintptr_t p, uint64_t nbyte);       /* memory is handed out again: its past is over */
int64_t tu__race_exit(int64_t code);                    /* prints the count; the exit status */
#endif
