/* prof.h: profiles: call stacks with numbers.
 *
 * A bucket is a call stack, as return addresses of physical frames, with what was counted there. Buckets are made once and never freed;
 * prof.lock covers them all. Stacks are turned into functions and lines only when a profile is read. */
#ifndef TUCO_PROF_H
#define TUCO_PROF_H
#include "runtime/stack/stack.h"

enum { PROF_MEM, PROF_BLOCK, PROF_MUTEX, PROF_GOROUTINE, PROF_LEAK, PROF_THREAD, PROF_CPU, PROF_ALLOCS, PROF_CUSTOM, PROF_KINDS };
enum { PROF_DEPTH = 128 };      /* frames of a stack that are kept */

typedef struct { int64_t allocs, frees; } MemCount;
typedef struct Bucket {
	struct Bucket *same_hash, *next;
	uint64_t hash;
	uint32_t kind, npc;
	int64_t size;                   /* memory: of each object */
	union {
		struct { MemCount active, future[3]; } mem;
		struct { double count; int64_t ns; } block;
	} u;
	uintptr_t pc[];
} Bucket;

extern TuLock tu__prof_lock;
extern Bucket *tu__prof_buckets[PROF_KINDS];    /* newest first */
extern int64_t tu__prof_nbyte;                  /* memory of buckets and tables: MemStats.BuckHashSys */

/* The bucket of that stack, made when it is new. prof.lock is held. */
Bucket *tu__bucket_locked(uint32_t kind, int64_t size, const uintptr_t *pc, uint32_t n);
/* Return addresses from the unwinder, innermost first; how many, at most max. */
uint32_t tu__stack_pcs(TuUnwind u, uintptr_t *pc, uint32_t max);
/* Pretends that addresses (as from tu__stack_pcs) are a stack and returns what runtime.Callers would: frames of Go functions; C functions only
 * at the outer end. M stack. (stack/frames.c) */
int64_t tu__logical_pcs(const uintptr_t *pc, int64_t n, uintptr_t *out, int64_t max);

/* ---- memory (memprof.c) ---------------------------------------------------------------------------------------------------------- */
void tu__memprof_publish_locked(uint8_t all);   /* all: what no collection has looked at, too, when there was none yet */

/* ---- CPU (cpuprof.c) ------------------------------------------------------------------------------------------------------------------- */
extern int64_t tu__cpuprof_hz, tu__cpuprof_when, tu__cpuprof_lost;

/* ---- goroutines (goprof.c) ------------------------------------------------------------------------------------------------------------- */
/* One stack: called with the world stopped. */
typedef void GoStackFn(void *arg, TuG *g, const uintptr_t *pc, uint32_t n);
void tu__each_go_stack(uint8_t leaked_only, TuUnwind *self, GoStackFn *fn, void *arg);

/* ---- writing (proto.c) ------------------------------------------------------------------------------------------------------------------- */
typedef struct { uint8_t *p; int64_t n, cap; uint8_t borrowed; } ProfBuf;        /* memory of the system; borrowed: p is the caller's until it grows */
void tu__pbuf_put(ProfBuf *b, const void *p, int64_t n);
void tu__pbuf_free(ProfBuf *b);
/* The whole profile in pprof's format, not compressed. M stack. */
void tu__prof_write(ProfBuf *out, uint32_t kind, TuUnwind *self);
void tu__prof_write_list(ProfBuf *out, TuString name, const uintptr_t *w, int64_t n);
const char *tu__build_id(void);                 /* hexadecimal; "" when the program has none */
#endif
