/* os_linux.c: memory, clocks and CPU count of Linux by raw system calls, so that any stack with a few hundred bytes serves. */
#include "runtime/base/rt.h"
#include "runtime/base/env.h"
#include <sys/syscall.h>
#include <sys/mman.h>
#include <time.h>
#include <errno.h>

int64_t tu__page_nbyte = 4096;
int32_t tu__ncpu = 1;

int64_t tu__sys(int64_t n, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f)
{
	int64_t r;
	register int64_t r10 __asm__("r10") = d;
	register int64_t r8 __asm__("r8") = e;
	register int64_t r9 __asm__("r9") = f;
	__asm__ volatile("syscall" : "=a"(r) : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
	return r;
}

/* TUCODEBUG=failalloc=N: the N-th request for memory fails. */
static uint8_t must_fail(void)
{
	static int64_t at, n;
	if (at == 0 && tu__env_block())
		at = tu__tucodebug("failalloc", -1);
	return TU_UNLIKELY(at > 0) && __atomic_add_fetch(&n, 1, __ATOMIC_RELAXED) == at;
}

static void *map(void *hint, int64_t nbyte, int prot, int more)
{
	if (must_fail())
		return NULL;
	int64_t r = tu__sys(SYS_mmap, (int64_t)hint, nbyte, prot, MAP_PRIVATE | MAP_ANONYMOUS | more, -1, 0);
	return r < 0 && r > -4096 ? NULL : (void *)r;
}

void *tu__os_reserve(void *hint, int64_t nbyte)
{
	return map(hint, nbyte, PROT_NONE, MAP_NORESERVE);
}

void *tu__os_reserve_aligned(int64_t nbyte, int64_t align)
{
	char *p = tu__os_reserve(NULL, nbyte + align);
	if (!p)
		return NULL;
	char *a = (char *)(((uintptr_t)p + (uintptr_t)align - 1) & -(uintptr_t)align);
	if (a > p)
		tu__os_release(p, a - p);
	if (a + nbyte < p + nbyte + align)
		tu__os_release(a + nbyte, p + align - a);
	return a;
}

void tu__os_commit(void *p, int64_t nbyte)
{
	if (must_fail() || tu__sys(SYS_mprotect, (int64_t)p, nbyte, PROT_READ | PROT_WRITE, 0, 0, 0) < 0)
		tu__throw("runtime: out of memory");
}

void *tu__os_alloc(int64_t nbyte)
{
	void *p = map(NULL, nbyte, PROT_READ | PROT_WRITE, 0);
	if (!p)
		tu__throw("runtime: out of memory");
	return p;
}

void tu__os_unused(void *p, int64_t nbyte)
{
	tu__sys(SYS_madvise, (int64_t)p, nbyte, MADV_DONTNEED, 0, 0, 0);
}

void tu__os_release(void *p, int64_t nbyte)
{
	tu__sys(SYS_munmap, (int64_t)p, nbyte, 0, 0, 0, 0);
}

void tu__os_no_huge(void *p, int64_t nbyte)
{
	tu__sys(SYS_madvise, (int64_t)p, nbyte, MADV_NOHUGEPAGE, 0, 0, 0);
}

void tu__os_huge(void *p, int64_t nbyte)
{
	tu__sys(SYS_madvise, (int64_t)p, nbyte, MADV_HUGEPAGE, 0, 0, 0);
}

int32_t tu__os_ncpu(void)
{
	static uint64_t mask[128];              /* 8192 CPUs */
	int64_t n = tu__sys(SYS_sched_getaffinity, 0, sizeof mask, (int64_t)mask, 0, 0, 0);
	int32_t r = 0;
	for (int64_t i = 0; i < n / 8; i++)
		r += __builtin_popcountll(mask[i]);
	return r > 0 ? r : 1;
}

/* First number in a small file; INT64_MAX when there is none. */
static int64_t read_number(const char *path)
{
	static char buf[64];                    /* start-up only */
	int64_t fd = tu__sys(SYS_open, (int64_t)path, 0, 0, 0, 0, 0), n, v = 0;
	if (fd < 0)
		return INT64_MAX;
	n = tu__sys(SYS_read, fd, (int64_t)buf, sizeof buf, 0, 0, 0);
	tu__sys(SYS_close, fd, 0, 0, 0, 0, 0);
	if (n <= 0 || buf[0] < '0' || buf[0] > '9')
		return INT64_MAX;
	for (int64_t i = 0; i < n && buf[i] >= '0' && buf[i] <= '9'; i++)
		v = v * 10 + (buf[i] - '0');
	return v;
}

/* CPU bandwidth of the container in CPUs, rounded up; INT32_MAX when unlimited. cpu.max reads "QUOTA PERIOD" or "max PERIOD". */
int32_t tu__os_cgroup_cpus(void)
{
	static char buf[64];                    /* start-up only */
	int64_t fd = tu__sys(SYS_open, (int64_t)"/sys/fs/cgroup/cpu.max", 0, 0, 0, 0, 0), n, v[2] = { 0, 0 };
	if (fd < 0)
		return INT32_MAX;
	n = tu__sys(SYS_read, fd, (int64_t)buf, sizeof buf, 0, 0, 0);
	tu__sys(SYS_close, fd, 0, 0, 0, 0, 0);
	for (int64_t i = 0, k = 0; i < n && k < 2; i++)
		if (buf[i] >= '0' && buf[i] <= '9')
			v[k] = v[k] * 10 + (buf[i] - '0');
		else
			k++;
	return v[0] > 0 && v[1] > 0 ? (int32_t)((v[0] + v[1] - 1) / v[1]) : INT32_MAX;
}

int64_t tu__os_cgroup_memory_limit(void)
{
	int64_t v = read_number("/sys/fs/cgroup/memory.max");
	return v != INT64_MAX ? v : read_number("/sys/fs/cgroup/memory/memory.limit_in_bytes");
}

/* ---- clocks: libc's clock_gettime goes to the vDSO, which needs more room than a goroutine promises ----------------------- */

typedef struct { int clock; struct timespec ts; } ClockArg;

static void clock_body(void *p)
{
	ClockArg *a = p;
	clock_gettime(a->clock, &a->ts);
}

int64_t tu__nanotime(void)
{
	ClockArg a = { CLOCK_MONOTONIC, { 0, 0 } };
	tu__on_m(clock_body, &a);
	return a.ts.tv_sec * 1000000000 + a.ts.tv_nsec;
}

int64_t tu_nanotime(void)
{
	return tu__nanotime();
}

TuTimespec tu_walltime(void)
{
	ClockArg a = { CLOCK_REALTIME, { 0, 0 } };
	tu__on_m(clock_body, &a);
	return (TuTimespec){ a.ts.tv_sec, a.ts.tv_nsec };
}

int64_t tu__cputicks(void)
{
	return (int64_t)__builtin_ia32_rdtsc();
}

int64_t tu_num_cpu(void)
{
	return tu__ncpu;
}
