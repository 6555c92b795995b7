/* fake_rt.h: the half of the runtime below and beside heap, gc and val, reduced to one thread and one P, so that their .c files
 * can be included and tested in an ordinary process. The C stack is the only goroutine's stack. Include it once, after the files
 * under test. */
#include "runtime/obs/metrics.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#include <sys/syscall.h>

__thread TuG *tu_g;
__thread TuM *tu_m;
TuP *tu__allp[TU_MAX_PROC];
int32_t tu__nproc = 1, tu__ncpu = 1;
uint32_t tu__world_stopped;
static TuM fake_m;
static TuP fake_p;
static TuG fake_g;
static void *fake_stack_top;
static void (*fake_globals)(void (*)(void *, void *, void *), void *);
static const char *fake_env(const char *n) { return getenv(n); }

void tu__lock_slow(TuLock *l) { abort(); }
void tu__unlock_slow(TuLock *l) { }
void tu__throw(const char *t) { fprintf(stderr, "fatal error: %s\n", t); abort(); }
void tu__print(const char *s) { fputs(s, stderr); }
void tu__print_n(const void *p, int64_t n) { fwrite(p, 1, (size_t)n, stderr); }
void tu__print_int(int64_t v) { fprintf(stderr, "%lld", (long long)v); }
void tu__print_uint(uint64_t v) { fprintf(stderr, "%llu", (unsigned long long)v); }
void tu__print_fmt(const char *f, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t g)
{
	fprintf(stderr, "%s %llx %llx %llx\n", f, (unsigned long long)a, (unsigned long long)b, (unsigned long long)c);
}
void tu_print_lock(void) { }
void tu_print_unlock(void) { }
const char *tu__env(const char *name) { return fake_env(name); }
static int64_t fake_knob(const char *all, const char *name, int64_t dflt)
{
	const char *p = all ? strstr(all, name) : NULL;
	return p && p[strlen(name)] == '=' ? atoll(p + strlen(name) + 1) : dflt;
}
int64_t tu__godebug(const char *name, int64_t dflt) { return fake_knob(getenv("GODEBUG"), name, dflt); }
int64_t tu__tucodebug(const char *name, int64_t dflt) { return fake_knob(getenv("TUCODEBUG"), name, dflt); }
uint64_t tu__rand64(void)
{
	static uint64_t x = 88172645463325252u;
	x ^= x << 13, x ^= x >> 7, x ^= x << 17;
	return x * 0x2545F4914F6CDD1Du;
}
int64_t tu__nanotime(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000 + t.tv_nsec;
}
TuTimespec tu_walltime(void) { return (TuTimespec){ time(NULL), 0 }; }
int64_t tu__page_nbyte = 4096;
void *tu__os_reserve(void *hint, int64_t n)
{
	void *p = mmap(hint, (size_t)n, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	return p == MAP_FAILED ? NULL : p;
}
void tu__os_commit(void *p, int64_t n) { if (mprotect(p, (size_t)n, PROT_READ | PROT_WRITE)) abort(); }
void *tu__os_alloc(int64_t n)
{
	void *p = mmap(NULL, (size_t)n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (p == MAP_FAILED)
		abort();
	return p;
}
void tu__os_unused(void *p, int64_t n) { madvise(p, (size_t)n, MADV_DONTNEED); }
void tu__os_release(void *p, int64_t n) { munmap(p, (size_t)n); }
void tu__os_no_huge(void *p, int64_t n) { madvise(p, (size_t)n, MADV_NOHUGEPAGE); }
void tu__os_huge(void *p, int64_t n) { madvise(p, (size_t)n, MADV_HUGEPAGE); }
int64_t tu__sys(int64_t n, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f) { return syscall(n, a, b, c, d, e, f); }
void *tu__persist(int64_t n) { return calloc(1, (size_t)(n + 64)); }
static void *fake_lo;                   /* what is below belongs to the M: the collector's own frames are nobody's roots */
__attribute__((noinline)) void tu__on_m(void (*fn)(void *), void *arg)
{
	__builtin_unwind_init();        /* the registers into this frame */
	void *lo = fake_lo;
	if (!lo)
		fake_lo = (void *)((uintptr_t)__builtin_alloca(16) & ~(uintptr_t)7);
	fn(arg);
	fake_lo = lo;
}
void tu__stw_begin(const char *why) { tu__world_stopped = 1; }
void tu__stw_end(void) { tu__world_stopped = 0; }
void tu__each_g(void (*cb)(void *, TuG *), void *arg) { cb(arg, &fake_g); }
__attribute__((noinline)) void tu__g_stack_ranges(TuG *g, void (*cb)(void *, void *, void *), void *arg)
{
	jmp_buf regs;
	setjmp(regs);
	cb(arg, fake_lo ? fake_lo : __builtin_frame_address(0), fake_stack_top);
	cb(arg, regs, (char *)regs + sizeof regs);
}
void tu__sched_roots(void (*cb)(void *, void *, void *), void *arg)
{
	if (fake_globals)
		fake_globals(cb, arg);
}
int64_t tu__g_nslot(void) { return 1; }
TuG *tu__g_slot(int64_t i) { return &fake_g; }
void tu__g_trim(TuG *g) { }
void tu__stack_trim(void) { }
void tu__stack_scrub(void) { }
void tu__stack_scrub_near(void) { }
TuGcCpu tu__gc_cpu;
void tu__escape_check_stw(void) { }
void tu__escape_check_raw(void *obj) { }
void tu__gc_trace_init(void) { }
void tu__gc_trace_cycle(void) { }
const char *tu__tucodebug_text(const char *name, int64_t *n) { return *n = 0, NULL; }
void tu__wb_keep_body(void **v);
/* the barrier's slow half keeps all registers (runtime/arch) */
__asm__(".text\n"
	"tu_wb_keep: pushq %rbp; movq %rsp, %rbp; pushq %rax; pushq %rcx; pushq %rdx; pushq %r8; pushq %r9; pushq %r10; pushq %r11; pushq %rsi; pushq %rdi\n"
	"movq %rsp, %rdi; andq $-16, %rsp; call tu__wb_keep_body\n"
	"leaq -72(%rbp), %rsp; popq %rdi; popq %rsi; popq %r11; popq %r10; popq %r9; popq %r8; popq %rdx; popq %rcx; popq %rax; popq %rbp; ret\n");
int64_t tu__stack_inuse_nbyte(void) { return 0; }
int64_t tu__stack_sys_nbyte(void) { return 0; }
void tu__stop_check(void) { }
void tu__yield(void) { }
void tu__sysmon_need(void) { }
void tu_sleep(int64_t ns) { }
uint8_t tu__park(int32_t r, void (*u)(void *), void *arg) { abort(); }
void tu__ready(TuG *g) { }
TuG *tu__go_system(void (*fn)(void *), void *arg) { return NULL; }
void tu_throw_str(const uint8_t *p, int64_t n) { fwrite(p, 1, (size_t)n, stderr); abort(); }
void tu_fatal(const uint8_t *p, int64_t n) { fwrite(p, 1, (size_t)n, stderr); abort(); }
void tu_panic_nilmap(void) { tu__throw("assignment to entry in nil map"); }
#ifndef FAKE_NO_REFLECT
void tu_reflect_call(const TuType *ft, void *fn, void *args, void *results, uint8_t r, void *w) { abort(); }
#endif
TU_WEAK const TuProgram tu_program = { .abi = TU_ABI_VERSION };

static void fake_start(void *stack_top)
{
	fake_stack_top = stack_top;
	fake_m.p = &fake_p;
	fake_m.curg = &fake_g;
	fake_g.state = TU_G_RUNNING;
	fake_p.m = &fake_m;
	tu_m = &fake_m;
	tu_g = &fake_g;
	tu__allp[0] = &fake_p;
	tu__heap_init();
	tu__heap_p_init(&fake_p);
	tu__gc_init();
}
