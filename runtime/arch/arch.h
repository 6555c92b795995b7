/* arch.h: the assembly of arch/switch_amd64.S as C sees it. */
#ifndef TUCO_ARCH_H
#define TUCO_ARCH_H
#include "runtime/base/rt.h"

/* Saves the callee-saved registers on from's stack and continues to where to was saved; clears from->on_cpu once from can be
 * resumed elsewhere. Either may be a g0. The caller has set m->curg and to->on_cpu. */
void tu__switch(TuG *from, TuG *to);
void tu__g_entry(void);                         /* first pc of a goroutine: calls tu__g_main */
/* Jumps to f's landing; g->seg was set to the landing's segment. */
TU_NORETURN void tu__land(TuFrame *f);
/* Pushes callee-saved registers, records g->sp, then calls fn(arg) on the same stack: for code that leaves the P. */
void tu__with_saved_regs(void (*fn)(void *), void *arg);
void __morestack(void);
extern const char tu__morestack_ret[];          /* return address of calls made by __morestack */
void tu__async_preempt(void);                   /* where the preemption signal sends emitted code */
void tu__sigpanic_entry(void);                  /* where SIGSEGV and SIGFPE send emitted code */
/* Words of the current thread; the compiler must not cache their address. */
static inline uintptr_t tu__guard_get(void) { uintptr_t v; __asm__ volatile("movq %%fs:0x70, %0" : "=r"(v)); return v; }
static inline void tu__guard_set(uintptr_t v) { __asm__ volatile("movq %0, %%fs:0x70" : : "r"(v) : "memory"); }
static inline uintptr_t tu__fs_base(void) { uintptr_t v; __asm__ volatile("movq %%fs:0, %0" : "=r"(v)); return v; }
#define TU_GUARD_STOP ((uintptr_t)-1)           /* no stack pointer passes this guard */

/* Called from assembly. */
void tu__g_main(void);
uintptr_t tu__morestack_slow(uintptr_t frame_nbyte, uintptr_t arg_nbyte);       /* M stack: segment to enter, 0 look again, 1 yield */
void tu__preempt_here(void);
void tu__sigpanic(void);
#endif
