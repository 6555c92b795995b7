/* panic.h: panics in flight, and the doors to the Go package runtime. */
#ifndef TUCO_PANIC_H
#define TUCO_PANIC_H
#include "runtime/base/rt.h"
#include "runtime/stack/stack.h"

/* Lives in the frame of tu_panic_any or tu_goexit. */
struct TuPanic {
	TuPanic *link;          /* older */
	TuIface value;
	TuFrame *cur;           /* frame whose deferred calls it runs */
	uint8_t recovered, goexit, aborted, repanicked;
};

extern const int32_t tu__panic_line;     /* line of panic.c that runs deferred calls, for tracebacks */
void tu__dying(void);
TU_NORETURN void tu__die(TuG *g, TuUnwind *u, uint8_t all);
void tu__g_finish(void);                /* ends the current goroutine */
TU_NORETURN void tu__throw_at(const char *text, TuUnwind *u);   /* like tu__throw; the traceback starts at u */
void tu__print_signal(int64_t sig, uintptr_t code, uintptr_t addr, uintptr_t pc);

/* Functions of stdlib/runtime, by their mangled names; panic/weak.c has fallbacks for programs without it. */
void G_runtime_otuPanicIndex(int64_t x, int64_t y, uint8_t is_signed, uint8_t code);
void G_runtime_otuPanicError(const uint8_t *p, int64_t n);      /* errorString */
void G_runtime_otuPanicPlain(const uint8_t *p, int64_t n);      /* plainError */
void G_runtime_otuPanicDottype(void *have, void *want, void *iface, const uint8_t *missing, int64_t n);
void G_runtime_otuPanicDivide(void);
void G_runtime_otuPanicMem(void);
void G_runtime_otuPanicMemAddr(uintptr_t addr);
void G_runtime_otuPanicNil(void);                               /* panic(new(PanicNilError)) */
void G_runtime_otuPrintPanicValue(const void *tab, void *d);
TuIface G_runtime_otuPreparePanicValue(const void *tab, void *d);      /* errors and Stringers become their text; may panic */
#endif
