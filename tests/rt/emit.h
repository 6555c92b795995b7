/* emit.h: helps C tests look like emitted code: they run on goroutine stacks, in a marked section that signals may preempt. */
#ifndef RT_EMIT_H
#define RT_EMIT_H
#include "runtime/base/rt.h"

#define GO_TEXT __attribute__((noinline, section("go_text")))
#define CLOSURE(name, code_) static const TuClosure name = { (void *)(code_) }

static int rt_nfail;
static inline void rt_check(const char *what, int64_t have, int64_t want)
{
	if (have != want) {
		rt_nfail++;
		tu__printf("FAIL %s: %d, want %d\n", what, have, want);
	}
}
#define CHECK(have, want) rt_check(#have, (int64_t)(have), (int64_t)(want))

static inline void rt_done(const char *name)
{
	tu__printf("%s: %s\n", name, rt_nfail ? "FAIL" : "ok");
	tu__exit(rt_nfail != 0);
}

#define PROGRAM(main_fn)                                                       \
	static void (*const no_init[])(void) = { NULL };                       \
	const TuProgram tu_program = { .abi = TU_ABI_VERSION, .init = no_init, .main = main_fn }

static const TuType rt_type_int = { .size = 8, .kind = TK_INT, .align = 8, .str = { (const uint8_t *)"int", 3 } };
static const TuType rt_type_chan_int = { .size = 8, .kind = TK_CHAN, .ptr_nbyte = 8, .elem = &rt_type_int, .len = 3 };
#endif
