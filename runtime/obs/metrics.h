/* metrics.h: hooks of runtime/metrics: distributions of times. */
#ifndef TUCO_METRICS_H
#define TUCO_METRICS_H
#include "runtime/base/rt.h"

enum { HIST_STOP_GC, HIST_STOP_OTHER, HIST_PAUSE_GC, HIST_PAUSE_OTHER, HIST_LATENCY, HIST_COUNT };

extern uint8_t tu__metrics_on;          /* the program uses runtime/metrics: times that cost something are taken */
void tu__hist_add(int32_t which, int64_t ns);
void tu__mutex_waited(int64_t ns);
/* g->wait_since holds minus the time at which it was readied: it runs now. */
void tu__latency_end(TuG *g);

/* CPU of ended cycles, in nanoseconds. */
typedef struct { int64_t assist, dedicated, idle, pause, scavenge; uint32_t limited; } TuGcCpu;
extern TuGcCpu tu__gc_cpu;              /* owner: the collector; scavenge: sysmon */
extern uint64_t tu__nfin_queued, tu__nfin_run, tu__ncleanup_queued, tu__ncleanup_run;   /* atomic */
#endif
