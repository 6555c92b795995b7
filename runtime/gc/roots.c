/* roots.c: where marking starts: globals of the program by mask, stacks and saved registers word by word, the runtime's own
 * structures, and C data registered by tu__gc_add_root. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"

#define MAX_CROOT 64
static struct { void *lo; int64_t nbyte; } croot[MAX_CROOT];
static int32_t ncroot;
static TuLock croot_lock;

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

static void scan_range(void *arg, void *lo, void *hi)
{
	tu__gc.stack_nbyte += (uint8_t *)hi - (uint8_t *)lo;
	tu__mark_range(arg, lo, hi);
}

static void scan_root_range(void *arg, void *lo, void *hi) { tu__mark_range(arg, lo, hi); }

static void scan_g(void *arg, TuG *g) { tu__g_stack_ranges(g, scan_range, arg); }

void tu__roots_stacks_stw(Marker *w)
{
	tu__gc.stack_nbyte = 0;
	tu__each_g(scan_g, w);
	tu__sched_roots(scan_root_range, w);
	for (int32_t i = 0; i < ncroot; i++)
		tu__mark_range(w, croot[i].lo, (uint8_t *)croot[i].lo + croot[i].nbyte);
}

static void scan_masked(Marker *w, const TuRoot *r)
{
	uintptr_t *p = r->start;
	for (int64_t i = 0; i < r->nbyte / 8; i += 8) {
		uint32_t bits = r->ptrmask[i >> 3];
		for (; bits; bits &= bits - 1) {
			int64_t k = i + __builtin_ctz(bits);
			if (k < r->nbyte / 8)
				tu__mark_ptr(w, __atomic_load_n(p + k, __ATOMIC_RELAXED));
		}
	}
}

void tu__roots_globals(Marker *w)
{
	int64_t total = 0;
	for (int32_t u = 0; u < tu_program.nunit; u++) {
		const TuRoot *r = tu_program.roots ? tu_program.roots[u] : NULL;
		for (; r && r->start; r++) {
			total += r->nbyte;
			if (r->ptrmask)
				scan_masked(w, r);
			else
				tu__mark_range(w, r->start, (uint8_t *)r->start + r->nbyte);
		}
	}
	tu__gc.globals_nbyte = total;
}
#endif
