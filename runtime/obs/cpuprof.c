/* cpuprof.c: the CPU profile: each thread has a timer of its own CPU time whose signal looks where the thread is.
 *
 * The handler counts stacks in a hash table of its own memory, which it takes by trylock: whoever holds the lock is another handler or the
 * reader, and a sample that meets one is counted as lost. Memory is reserved for a profile's worst case and touched as needed. */
#define _GNU_SOURCE
#include "runtime/obs/prof.h"
#include "runtime/obs/cpu.h"
#include "runtime/gc/gc.h"
#include <sys/syscall.h>
#include <signal.h>

enum { NHASH = 1 << 14, NLABEL = 1024 };
#define ARENA_NBYTE ((int64_t)256 << 20)

int64_t tu__cpuprof_hz, tu__cpuprof_when, tu__cpuprof_lost;
static uint32_t lock;                   /* atomic: 1 held */
static uint32_t on;                     /* atomic */
static uint8_t *arena;
static int64_t arena_n;
static CpuStack **table;
static CpuStack *first;
static void *label_root[NLABEL];        /* keeps label sets of samples alive */
static TuLock timer_lock;               /* threads and the start of a profile */

/* The handler's part. pc and bp of the interrupted code, which is on the stack between sp and m->stack_hi, or on that of g. */
static uint8_t mapped(TuM *m, TuG *g, uintptr_t sp, uintptr_t bp)
{
	if (bp & 7)
		return 0;
	for (TuSeg *s = g && g->seg0.lo ? g->seg : NULL; s; s = s->prev)
		if (bp >= s->lo && bp < (uintptr_t)s)
			return 1;
	return bp >= sp && bp + 16 <= m->stack_hi;
}

static uint32_t walk(TuM *m, TuG *g, uintptr_t pc, uintptr_t sp, uintptr_t bp, uint8_t frameless, uintptr_t *out)
{
	uint32_t n = 0;
	TuUnwind u = { .pc = pc + 1, .bp = bp, .g = g };
	out[n++] = pc + 1;
	if (frameless)
		u.leaf = *(uintptr_t *)sp;
	while (n < PROF_DEPTH && mapped(m, g, sp, u.bp) && tu__unwind_next(&u))
		out[n++] = u.pc;
	return n;
}

static uint8_t keep_label(void *l)
{
	for (int32_t i = 0; i < NLABEL; i++) {
		if (!label_root[i])
			label_root[i] = l;
		if (label_root[i] == l)
			return 1;
	}
	return 0;
}

static void count(const uintptr_t *pc, uint32_t n, void *labels)
{
	uint64_t h = (uintptr_t)labels;
	for (uint32_t i = 0; i < n; i++)
		h = (h ^ pc[i]) * 0x9e3779b97f4a7c15u, h ^= h >> 29;
	for (CpuStack *s = table[h % NHASH]; s; s = s->same_hash)
		if (s->hash == h && s->n == n && s->labels == labels && __builtin_memcmp(s->pc, pc, n * 8) == 0) {
			s->count++;
			return;
		}
	int64_t nbyte = (int64_t)sizeof(CpuStack) + n * 8;
	if (arena_n + nbyte > ARENA_NBYTE || (labels && !keep_label(labels))) {
		tu__cpuprof_lost++;
		return;
	}
	CpuStack *s = (CpuStack *)(arena + arena_n);
	arena_n += nbyte;
	*s = (CpuStack){ table[h % NHASH], first, h, 1, n, labels };
	__builtin_memcpy(s->pc, pc, n * 8);
	first = table[h % NHASH] = s;
}

void tu__cpuprof_signal(TuM *m, TuG *g, uintptr_t pc, uintptr_t sp, uintptr_t bp, uint8_t frameless)
{
	uintptr_t out[PROF_DEPTH + 1];
	if (!__atomic_load_n(&on, __ATOMIC_ACQUIRE) || !m)
		return;
	uint32_t n = walk(m, g, pc, sp, bp, frameless, out);
	if (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) {
		__atomic_fetch_add(&tu__cpuprof_lost, 1, __ATOMIC_RELAXED);
		return;
	}
	if (on)
		count(out, n, g && g->seg0.lo ? g->local : NULL);
	__atomic_store_n(&lock, 0, __ATOMIC_RELEASE);
}

static void take(void)
{
	while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE))
		__builtin_ia32_pause();
}

/* ---- timers ------------------------------------------------------------------------------------------------------------------ */

/* m->scratch[2]: the timer's number + 1. timer_lock is held. */
static void timer_make(TuM *m)
{
	struct { union { int i; void *p; } value; int32_t signo, notify, tid; char room[44]; } ev = { .signo = SIGPROF, .notify = 4 /* SIGEV_THREAD_ID */, .tid = m->tid };
	int64_t period = 1000000000 / tu__cpuprof_hz;
	int64_t spec[4] = { period / 1000000000, period % 1000000000, 0, (int64_t)(tu__rand64() % (uint64_t)period) % 1000000000 + 1 };
	int32_t id;
	if (m->scratch[2] || !m->tid)
		return;
	int64_t clock = (int64_t)(int32_t)(~(uint32_t)m->tid << 3 | 6);        /* the CPU time of that thread */
	if (tu__sys(SYS_timer_create, clock, (int64_t)&ev, (int64_t)&id, 0, 0, 0) < 0)
		return;
	m->scratch[2] = (void *)((intptr_t)id + 1);
	tu__sys(SYS_timer_settime, id, 0, (int64_t)spec, 0, 0, 0);
}

void tu__cpuprof_fork_m(TuM *m)
{
	if (!__atomic_load_n(&on, __ATOMIC_ACQUIRE))
		return;
	tu__lock(&timer_lock);
	if (on)
		timer_make(m);
	tu__unlock(&timer_lock);
}

static void start_on_m(void *arg)
{
	int64_t hz = *(int64_t *)arg;
	static uint8_t rooted;
	tu__symtab_init();
	tu__lock(&timer_lock);
	take();
	if (!arena) {
		arena = tu__os_alloc(ARENA_NBYTE);
		table = tu__os_alloc(NHASH * 8);
	} else {
		tu__os_unused(arena, (arena_n + 4095) & -4096);
		__builtin_memset(table, 0, NHASH * 8);
	}
	if (!rooted)
		tu__gc_add_root(label_root, sizeof label_root);
	rooted = 1;
	__builtin_memset(label_root, 0, sizeof label_root);
	arena_n = 0;
	first = NULL;
	tu__cpuprof_lost = 0;
	tu__cpuprof_hz = hz;
	tu__cpuprof_when = tu__nanotime();
	__atomic_store_n(&lock, 0, __ATOMIC_RELEASE);
	tu__cpuprof_install();
	__atomic_store_n(&on, 1, __ATOMIC_SEQ_CST);
	for (TuM *m = __atomic_load_n(&tu__allm, __ATOMIC_ACQUIRE); m; m = m->all_link)
		timer_make(m);
	tu__unlock(&timer_lock);
}

static void stop_on_m(void *arg)
{
	tu__lock(&timer_lock);
	__atomic_store_n(&on, 0, __ATOMIC_SEQ_CST);
	for (TuM *m = __atomic_load_n(&tu__allm, __ATOMIC_ACQUIRE); m; m = m->all_link)
		if (m->scratch[2]) {
			tu__sys(SYS_timer_delete, (intptr_t)m->scratch[2] - 1, 0, 0, 0, 0, 0);
			m->scratch[2] = NULL;
		}
	tu__unlock(&timer_lock);
}

/* The stacks, when no profile runs. */
CpuStack *tu__cpuprof_stacks(void)
{
	take();
	CpuStack *s = first;
	__atomic_store_n(&lock, 0, __ATOMIC_RELEASE);
	return s;
}

void tu_cpuprof_start(int64_t hz) { tu__on_m(start_on_m, &hz); }
void tu_cpuprof_stop(void) { tu__on_m(stop_on_m, NULL); }
