/* exit.h: what the environment wants done when the program exits. */
#ifndef TUCO_EXIT_H
#define TUCO_EXIT_H
#include "runtime/base/rt.h"

void tu__exit_profiles_init(void);      /* the environment can be read; nothing was allocated yet */
void tu__exit_profiles_start(void);
int64_t tu__exit_profiles(int64_t code);        /* on a goroutine, once; the exit status */
void tu__leak_find_exit(void);          /* what the calling goroutine refers to does not count: the program ends */
int64_t tu__leak_report(void);          /* prints the goroutines found by the last search; how many */
#endif
