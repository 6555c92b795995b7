/* roots.c: where marking starts: stacks and saved registers word by word, globals of the program by mask, the runtime's own
 * structures, and C data registered by tu__gc_add_root.
 *
 * Only the runtime's structures and C data are scanned in the first stop. Stacks and globals are jobs that markers do while the
 * program runs. That keeps the snapshot whole:
 *   globals  are stored to with the deletion barrier, as objects are
 *   stacks   a goroutine is not let on a processor before its stack was seen, so what is seen is what it was in the first stop.
 *            Who wants to run it (scheduler, end of a system call, end of a stop: tu__g_unseen) scans it first. Others do write to the
 *            stack of a parked goroutine: a sender puts its value there. What it overwrites nobody can read any more, and
 *            what it writes it holds itself, so its own stack or the snapshot had it.
 *
 * gc_seq of a goroutine is tu__gc_stack_seq when it was scanned in this cycle or born in it, one more while somebody scans it, else
 * older. tu__gc_stack_seq is even and moves in the first stop. Scanning has no safepoint: no stop finds a stack half scanned. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"

#define MAX_CROOT 64
#define GLOBAL_JOB ((int64_t)64 << 10)
#define STACK_JOB 64            /* goroutine slots */

static struct { void *lo; int64_t nbyte; } croot[MAX_CROOT];
static int32_t ncroot;
static TuLock croot_lock;

uint32_t tu__gc_stack_seq = 2;

static struct {
	TuLock lock;            /* unit, root, at */
	int32_t unit;
	int64_t root, at;       /* next piece of globals: unit, root in it, byte in that */
	uint8_t globals_left;
	int64_t next, nslot;    /* next: atomic */
} jobs;

void tu__gc_add_root(void *lo, int64_t nbyte)
{
	tu__lock(&croot_lock);
	if (ncroot == MAX_CROOT)
		tu__throw("gc: too many C roots");
	croot[ncroot].lo = lo;
	croot[ncroot].nbyte = nbyte;
	__atomic_store_n(&ncroot, ncroot + 1, __ATOMIC_RELEASE);
	tu__unlock(&croot_lock);
}

static void scan_root_range(void *arg, void *lo, void *hi) { tu__mark_range(arg, lo, hi); }

/* ---- stacks ------------------------------------------------------------------------------------------------------------- */

typedef struct { Marker *w; int64_t nbyte; uint8_t owner; } StackScan;

static void scan_range(void *arg, void *lo, void *hi)
{
	StackScan *a = arg;
	a->nbyte += (uint8_t *)hi - (uint8_t *)lo;
	if (a->owner)
		tu__mark_range(a->w, lo, hi);
	else
		tu__remember_range(lo, hi);
}

/* 0: done, or another one is at it. owner: the caller may set mark bits; else the words go where barriers put theirs. */
static uint8_t scan_stack(TuG *g, Marker *w, uint8_t owner)
{
	uint32_t seq = __atomic_load_n(&g->gc_seq, __ATOMIC_ACQUIRE), now = tu__gc_stack_seq;
	if (seq == now || seq == now + 1 || !__atomic_compare_exchange_n(&g->gc_seq, &seq, now + 1, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
		return 0;
	StackScan a = { w, 0, owner };
	tu__g_trim(g);
	tu__g_stack_ranges(g, scan_range, &a);
	__atomic_fetch_add(&tu__gc.stack_nbyte, a.nbyte, __ATOMIC_RELAXED);
	if (owner)
		w->work_nbyte += a.nbyte + 512;         /* and what it costs to get there */
	__atomic_store_n(&g->gc_seq, now, __ATOMIC_RELEASE);
	return 1;
}

void tu__gc_scan_g(TuG *g)
{
	if (scan_stack(g, tu__gc_marker(), 0))
		return;
	for (int64_t i = 0; tu__g_unseen(g); i++)       /* its scanner holds a P and does not wait for anything */
		if (i < 1000)
			__builtin_ia32_pause();
		else
			tu__sys(24, 0, 0, 0, 0, 0, 0);  /* sched_yield */
}

static uint8_t stack_job(Marker *w)
{
	if (__atomic_load_n(&jobs.next, __ATOMIC_RELAXED) >= jobs.nslot)
		return 0;
	int64_t i = __atomic_fetch_add(&jobs.next, STACK_JOB, __ATOMIC_RELAXED), end = i + STACK_JOB;
	if (end > jobs.nslot)
		end = jobs.nslot;
	for (int64_t k = i; k < end; k++)
		__builtin_prefetch(&tu__g_slot(k)->gc_seq);
	for (; i < end; i++) {
		TuG *g = tu__g_slot(i);
		if (__atomic_load_n(&g->state, __ATOMIC_ACQUIRE) != TU_G_DEAD)
			(void)scan_stack(g, w, 1);
	}
	return 1;
}

/* ---- globals ---------------------------------------------------------------------------------------------------------------- */

static void scan_global(Marker *w, const TuRoot *r, int64_t from, int64_t to)
{
	uintptr_t *p = r->start;
	if (!r->ptrmask) {
		tu__mark_range(w, (uint8_t *)p + from, (uint8_t *)p + to);
		return;
	}
	for (int64_t i = from / 8; i < to / 8; i += 8) {
		uint32_t bits = r->ptrmask[i >> 3];
		for (; bits; bits &= bits - 1) {
			int64_t k = i + __builtin_ctz(bits);
			if (k < r->nbyte / 8)
				tu__mark_ptr(w, __atomic_load_n(p + k, __ATOMIC_RELAXED));
		}
	}
}

static const TuRoot *roots_of(int32_t unit) { return tu_program.roots ? tu_program.roots[unit] : NULL; }

/* Several small ones or a piece of a large one. */
static uint8_t global_job(Marker *w)
{
	struct { const TuRoot *r; int64_t from, to; } piece[16];
	int32_t n = 0;
	if (!__atomic_load_n(&jobs.globals_left, __ATOMIC_RELAXED))
		return 0;
	tu__lock(&jobs.lock);
	for (int64_t left = GLOBAL_JOB; left > 0 && n < TU_ARRAY_LEN(piece) && jobs.unit < tu_program.nunit;) {
		const TuRoot *r = roots_of(jobs.unit);
		if (!r || !r[jobs.root].start) {
			jobs.unit++;
			jobs.root = jobs.at = 0;
			continue;
		}
		r += jobs.root;
		int64_t k = r->nbyte - jobs.at;
		if (k > GLOBAL_JOB)
			k = GLOBAL_JOB;
		piece[n].r = r;
		piece[n].from = jobs.at;
		piece[n++].to = jobs.at + k;
		jobs.at += k;
		left -= k;
		if (jobs.at == r->nbyte) {
			jobs.root++;
			jobs.at = 0;
		}
	}
	if (n == 0)
		__atomic_store_n(&jobs.globals_left, 0, __ATOMIC_RELAXED);
	tu__unlock(&jobs.lock);
	for (int32_t i = 0; i < n; i++) {
		scan_global(w, piece[i].r, piece[i].from, piece[i].to);
		w->work_nbyte += piece[i].to - piece[i].from;
	}
	return n > 0;
}

void tu__roots_globals(Marker *w)
{
	for (int32_t u = 0; u < tu_program.nunit; u++)
		for (const TuRoot *r = roots_of(u); r && r->start; r++)
			scan_global(w, r, 0, r->nbyte);
}

/* ---- jobs ------------------------------------------------------------------------------------------------------------------- */

void tu__roots_begin_stw(Marker *w)
{
	static int64_t globals_nbyte = -1;
	if (globals_nbyte < 0) {
		globals_nbyte = 0;
		for (int32_t u = 0; u < tu_program.nunit; u++)
			for (const TuRoot *r = roots_of(u); r && r->start; r++)
				globals_nbyte += r->nbyte;
	}
	tu__gc.globals_nbyte = globals_nbyte;
	tu__gc.stack_nbyte = 0;
	tu__gc_stack_seq += 2;
	jobs.unit = 0;
	jobs.root = jobs.at = 0;
	jobs.globals_left = 1;
	jobs.next = 0;
	jobs.nslot = tu__g_nslot();
	tu__sched_roots(scan_root_range, w);
	for (int32_t i = 0; i < ncroot; i++)
		tu__mark_range(w, croot[i].lo, (uint8_t *)croot[i].lo + croot[i].nbyte);
}

int64_t tu__root_jobs(void)
{
	int64_t n = jobs.nslot - __atomic_load_n(&jobs.next, __ATOMIC_RELAXED);
	return (n > 0 ? n : 0) + __atomic_load_n(&jobs.globals_left, __ATOMIC_RELAXED);
}

uint8_t tu__root_job(Marker *w) { return global_job(w) || stack_job(w); }
#endif
