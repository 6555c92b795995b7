/* sample.h: samples of the heap profile; see sample.c. */
#ifndef TUCO_SAMPLE_H
#define TUCO_SAMPLE_H
#include "runtime/heap/heap.h"

void tu__sample_init(void);             /* once, before anything is allocated */
void tu__sample_enable(void);           /* although the program itself never reads the profile */
int64_t tu__sample_rate(void);          /* 0: no samples */
/* Of the free slots of a word those to claim now; sets c->sampled when it is the one to record. */
uint64_t tu__sample_cut(TuHeapCache *c, uint32_t ci, uint64_t free, int64_t size);
uint8_t tu__sample_large(TuHeapCache *c, int64_t nbyte);        /* 1: record it */
/* The caller allocated obj and is not stopped before it returns; frame: whose caller's stack it is. */
void tu__sample_record(uintptr_t obj, int64_t size, void *frame);
/* The span is about to be swept, its marks are still there, or it is freed and they are zero. */
void tu__sample_sweep(Span *s);
extern int64_t tu__sample_live;

/* obs/memprof.c. M stack. */
void *tu__memprof_alloc(int64_t size, void *frame);
void tu__memprof_free(void *bucket);
void tu__memprof_next_cycle(void);      /* a collection has marked; world stopped */
void tu__memprof_flush(void);           /* soon after, world running */
void tu__memprof_post_sweep(void);      /* all is swept */
#endif
