/* start.c: from the kernel to main.main: environment, knobs, signals, heap, Ps, the main goroutine; and the exit after it. */
#include "runtime/base/rt.h"
#include "runtime/base/env.h"
#include "runtime/sched/sched.h"
#include "runtime/stack/stack.h"
#include "runtime/panic/panic.h"
#include "runtime/obs/exit.h"
#include "runtime/race/race.h"
#include <stdlib.h>

static int arg_count;
static char **arg_block;

/* A Go string made of a C string that lives for ever. */
static TuString c_string(const char *s)
{
	int64_t n = 0;
	while (s[n])
		n++;
	return (TuString){ (const uint8_t *)s, n };
}

static TuSlice string_slice(char **v, int64_t n)
{
	TuString *p = n ? tu__gc_alloc_raw(n * (int64_t)sizeof *p, 1) : NULL;
	for (int64_t i = 0; i < n; i++)
		p[i] = c_string(v[i]);
	return (TuSlice){ p, n, n };
}

TuSlice tu_os_args(void)
{
	return string_slice(arg_block, arg_count);
}

TuSlice tu_os_environ(void)
{
	char **e = tu__env_block();
	int64_t n = 0;
	while (e[n])
		n++;
	return string_slice(e, n);
}

TuSlice tu_gc_knob_text(void)
{
	const char *s = tu__env("GOGC");
	TuString t = c_string(s ? s : "");
	return (TuSlice){ (void *)t.p, t.n, t.n };
}

/* The main goroutine. Bound to the main thread until main.main, as in Go: init functions may call LockOSThread to keep it. */
static void main_goroutine(void *closure)
{
	tu_lock_os_thread();
	tu__gc_start_background();
	tu__schedtrace_init();
	tu__exit_profiles_start();
	for (void (*const *init)(void) = tu_program.init; *init; init++)
		(*init)();
	tu_unlock_os_thread();
	tu__stack_scrub();
	tu_program.main();
	if (tu__sched.dying)                    /* another goroutine is printing its fatal panic: let it finish */
		for (;;)
			tu__sys(34, 0, 0, 0, 0, 0, 0);
	tu__exit((int)tu__exit_profiles(0));
}

static const TuClosure main_closure = { (void *)main_goroutine };

static int32_t wanted_procs(void)
{
	int64_t n = tu__env_int("GOMAXPROCS", 0);
	if (n <= 0) {
		int32_t quota = tu__os_cgroup_cpus();
		n = tu__ncpu;
		if (n > 2 && quota < n)         /* as Go: a quota never goes below two */
			n = quota < 2 ? 2 : quota;
	}
	return n > TU_MAX_PROC ? TU_MAX_PROC : (int32_t)n;
}

int main(int argc, char **argv, char **envp)
{
	arg_count = argc;
	arg_block = argv;
	tu__env_init(envp);
	if (tu_program.abi != TU_ABI_VERSION)
		tu__throw("program and runtime were built for different ABI versions");
	tu__ncpu = tu__os_ncpu();
	tu__traceback_init();
	tu__exit_profiles_init();
	tu__sched.last_poll = 1;
	tu__sched.next_goid = 1;                /* 1 is main's */
	tu__m_bind(tu__m_new());
	tu__signals_init();
	tu__heap_init();
	tu__procs_init(wanted_procs());
	tu__sched.nspinning = 1;                /* wake nobody yet: main must start on this thread */
	tu__gc_init();
	TuG *g = tu__go_closure((void *)&main_closure, 0, 0);
	g->id = 1;
	g->parent_id = 0;
	TU_RACE(tu__race_rename(g));
	tu__sched.nspinning = 0;
	tu__schedule();
}
