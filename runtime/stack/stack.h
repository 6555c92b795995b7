/* stack.h: segments, goroutine slots, tracebacks. */
#ifndef TUCO_STACK_H
#define TUCO_STACK_H
#include "runtime/base/rt.h"
#include "runtime/abi/symtab.h"

/* Goroutines: 2 KB slots in slabs, each holding the TuG at its top and the first segment below it. */
TuG *tu__g_alloc(TuP *p);               /* DEAD goroutine, ready for tu__g_prepare */
void tu__g_free(TuP *p, TuG *g);        /* gives chained segments back too; g may still be switching away */
void tu__g_prepare(TuG *g);             /* makes the first frame: the next switch to g enters tu__g_entry */
void tu__g_free_flush(TuP *p);          /* P goes away: free lists to the global ones */
void tu__seg_free_above(TuP *p, TuG *g, TuSeg *s);      /* gives back the segments younger than s */
TuG *tu__g0_new(void);                  /* stands for a thread's own stack */

/* Line table. */
typedef struct { TuString func, file; int64_t line; uintptr_t entry; int64_t col; uint8_t more; } TuSymPos;   /* strings live for ever; col 0: unknown */
void tu__symtab_init(void);             /* maps the table; idempotent; M stack */
/* Memory of stacks: of goroutine slot g, or free (-1). World stopped. */
void tu__each_stack(void (*cb)(void *arg, uintptr_t lo, uintptr_t hi, int64_t g), void *arg);
void tu__poison_stacks(void);           /* fills what no frame uses. World stopped */
uint8_t tu__symtab_find(uintptr_t pc, int64_t level, TuSymPos *out);   /* level 0: innermost; 0: unknown pc. M stack */
const char *tu__symtab_extent(uintptr_t pc, uintptr_t *lo, uintptr_t *hi);      /* as cname, with the function's limits */
const char *tu__symtab_cname(uintptr_t pc, uintptr_t *entry);   /* C symbol covering pc or NULL; signal-safe after init */
uint8_t tu__is_hidden(const TuSymPos *p, TuString before);      /* made by the compiler: left out after a frame of that function */
/* Addresses made by runtime.Callers that no code has: what one stands for; name: of a function of Go's runtime, then there is no address. */
uint8_t tu__logical_mark(uintptr_t pc, uintptr_t *at, int64_t *level, const char **name);
const char *tu__stand_in_name(const char *cname);       /* the function of Go's runtime that does what this C function does, or NULL */
uint8_t tu__is_go_pc(uintptr_t pc);     /* pc is in emitted Go code; signal-safe after init */

/* Walking. pcs are return addresses, except that a faulting or interrupted frame contributes its own pc + 1. */
typedef struct TuUnwind { uintptr_t pc, bp; TuG *g; uint8_t fault; uintptr_t leaf; } TuUnwind;     /* leaf: next pc, when not in a frame */
void tu__unwind_self(TuUnwind *u, void *frame);
void tu__unwind_g(TuUnwind *u, TuG *g);
uint8_t tu__unwind_next(TuUnwind *u);   /* 0: no more; otherwise u->pc is the next return address */
uint8_t tu__is_frameless(uintptr_t pc, const uintptr_t *sp, uintptr_t bp);      /* no frame was made yet: *sp is the return address */
void tu__traceback(TuG *g, TuUnwind *u);
void tu__traceback_all(TuG *except);
extern int32_t tu__traceback_level;     /* GOTRACEBACK: 0 none, 1 single, 2 all, 3 system, 4 crash */
void tu__traceback_init(void);
#endif
