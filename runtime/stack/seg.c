/* seg.c: stack segments and goroutine slots.
 *
 * A goroutine begins on a 2 KB slot that also holds its TuG. When a prologue finds no room, __morestack enters the next, larger
 * segment; segments stay linked as a cache when the call returns, and the collector trims them. Sizes double from 8 KB to 64 MB.
 *
 * Invariants: seg0.prev is NULL; g->seg is on the chain from seg0; stack_nbyte is the sum of nbyte over the chain;
 * guard == lo + TU_STACK_SLACK. TUCODEBUG=stackmin=1 makes every chained segment as small as the frame allows. */
#include "runtime/stack/stack.h"
#include "runtime/arch/arch.h"
#include "runtime/sched/sched.h"
#include <stddef.h>
#include <sys/syscall.h>

_Static_assert(offsetof(TuG, seg0) == 0 && offsetof(TuG, seg) == 48 && offsetof(TuG, sp) == 56 && offsetof(TuG, on_cpu) == 64, "switch_amd64.S");
_Static_assert(offsetof(TuSeg, next) == 0 && offsetof(TuSeg, prev) == 8 && offsetof(TuSeg, guard) == 16 && offsetof(TuSeg, prev_sp) == 24 && offsetof(TuSeg, lo) == 32, "switch_amd64.S");
_Static_assert(offsetof(TuM, g0) == 0 && offsetof(TuM, p) == 16 && offsetof(TuM, on_m) == 32, "switch_amd64.S");
_Static_assert(offsetof(TuP, preempt) == 16, "switch_amd64.S");

enum {
	SLOT = 2048,
	SLAB = 1 << 20,
	SLAB_SLOTS = SLAB / SLOT,
	MAX_SLAB = 1 << 16,             /* 33 million goroutines */
	NCLASS = 14,                    /* 8 KB .. 64 MB */
	SMALL_CLASS = 3,                /* these are carved from chunks and cached per P */
	GFREE_BATCH = 4,
	GFREE_MAX = 512
};
_Static_assert(sizeof(TuG) % 16 == 0 && sizeof(TuG) <= 512, "the first segment keeps at least 900 usable bytes");

static TuLock seg_lock;                 /* everything below */
static char *slab[MAX_SLAB];
static int32_t nslab, slab_used;        /* slots carved from the last slab */
static TuG *gfree;
static TuSeg *segfree[NCLASS];
static char *chunk, *chunk_end;
static int64_t stack_sys, stack_chained;
static int64_t max_stack = 1000000000;
static int8_t stackmin = -1;

static int class_of(uintptr_t nbyte)
{
	int k = 0;
	while ((uintptr_t)8192 << k < nbyte)
		k++;
	return k;
}

static TuSeg *seg_init(char *lo, uintptr_t nbyte)
{
	TuSeg *s = (TuSeg *)(lo + nbyte - sizeof(TuSeg));
	s->next = s->prev = NULL;
	s->lo = (uintptr_t)lo;
	s->guard = s->lo + TU_STACK_SLACK;
	s->nbyte = nbyte;
	return s;
}

static TuSeg *seg_alloc_global(int k)
{
	uintptr_t nbyte = (uintptr_t)8192 << k;
	TuSeg *s;
	char *lo;
	tu__lock(&seg_lock);
	if ((s = segfree[k]) != NULL) {
		segfree[k] = s->next;
		tu__unlock(&seg_lock);
		s->next = NULL;
		return s;
	}
	if (k < SMALL_CLASS) {
		if ((uintptr_t)(chunk_end - chunk) < nbyte) {
			chunk = tu__os_alloc(SLAB / 4);
			tu__os_no_huge(chunk, SLAB / 4);
			chunk_end = chunk + SLAB / 4;
			stack_sys += SLAB / 4;
		}
		lo = chunk;
		chunk += nbyte;
	} else {
		lo = tu__os_alloc((int64_t)nbyte);
		tu__os_no_huge(lo, (int64_t)nbyte);
		stack_sys += (int64_t)nbyte;
	}
	tu__unlock(&seg_lock);
	return seg_init(lo, nbyte);
}

static TuSeg *seg_alloc(TuP *p, int k)
{
	if (p && k < SMALL_CLASS && p->segfree[k]) {
		TuSeg *s = p->segfree[k];
		p->segfree[k] = s->next;
		p->nsegfree[k]--;
		s->next = NULL;
		return s;
	}
	return seg_alloc_global(k);
}

static void seg_free(TuP *p, TuSeg *s)
{
	int k = class_of(s->nbyte);
	if (s->nbyte != (uintptr_t)8192 << k)
		return;                         /* stackmin: leaked, debugging only */
	if (p && k < SMALL_CLASS && p->nsegfree[k] < 16) {
		s->next = p->segfree[k];
		p->segfree[k] = s;
		p->nsegfree[k]++;
		return;
	}
	tu__lock(&seg_lock);
	s->next = segfree[k];
	segfree[k] = s;
	tu__unlock(&seg_lock);
}

void tu__seg_free_above(TuP *p, TuG *g, TuSeg *s)
{
	TuSeg *n = s->next;
	s->next = NULL;
	while (n) {
		TuSeg *after = n->next;
		g->stack_nbyte -= n->nbyte;
		__atomic_sub_fetch(&stack_chained, (int64_t)n->nbyte, __ATOMIC_RELAXED);
		seg_free(p, n);
		n = after;
	}
}

static TU_NORETURN void overflow(void)
{
	tu__printf("runtime: goroutine stack exceeds %d-byte limit\n", max_stack);
	tu__throw("stack overflow");
}

/* A segment after g->seg with room for need bytes. M stack. */
static TuSeg *grow(TuG *g, uintptr_t need)
{
	TuSeg *cur = g->seg, *s = cur->next;
	TuP *p = tu__m()->p;
	if (s && (uintptr_t)s - s->guard >= need)
		return s;
	tu__seg_free_above(p, g, cur);
	uintptr_t want = need + TU_STACK_SLACK + sizeof(TuSeg);
	if (stackmin < 0)
		stackmin = tu__tucodebug("stackmin", 0) != 0;
	if (stackmin) {
		uintptr_t nbyte = (want + 15) & ~(uintptr_t)15;
		s = seg_init(tu__persist((int64_t)nbyte), nbyte);
	} else {
		int k = cur->prev || cur != &g->seg0 ? class_of(cur->nbyte * 2) : 0;
		if (k >= NCLASS)
			k = NCLASS - 1;
		if ((uintptr_t)8192 << k < want)
			k = class_of(want);
		if (g->stack_nbyte + ((uintptr_t)8192 << k) > (uintptr_t)max_stack || k >= NCLASS)
			overflow();
		s = seg_alloc(p, k);
	}
	g->stack_nbyte += s->nbyte;
	if (g->stack_nbyte > (uintptr_t)max_stack)
		overflow();
	__atomic_add_fetch(&stack_chained, (int64_t)s->nbyte, __ATOMIC_RELAXED);
	cur->next = s;
	s->prev = cur;
	return s;
}

/* See __morestack. The 256 bytes are what it pushed below the caller's rsp before it set g->sp. */
uintptr_t tu__morestack_slow(uintptr_t frame_nbyte, uintptr_t arg_nbyte)
{
	TuM *m = tu__m();
	TuG *g = tu_g;
	uintptr_t top = g->sp + 256;
	if (m->p && m->p->preempt && m->locks == 0 && g->state == TU_G_RUNNING) {
		m->after = TU_AFTER_PREEMPT;
		m->after_g = g;
		return 1;
	}
	if (top - frame_nbyte >= g->seg->guard)
		return 0;
	return (uintptr_t)grow(g, frame_nbyte + arg_nbyte + 128);
}

/* ---- goroutine slots --------------------------------------------------------------------------------------------------- */

static TuG *carve_locked(void)
{
	if (nslab == 0 || slab_used == SLAB_SLOTS) {
		if (nslab == MAX_SLAB)
			tu__throw("too many goroutines");
		char *p = tu__os_alloc(SLAB);
		tu__os_no_huge(p, SLAB);
		stack_sys += SLAB;
		slab[nslab] = p;
		slab_used = 0;
		__atomic_store_n(&nslab, nslab + 1, __ATOMIC_RELEASE);
	}
	char *lo = slab[nslab - 1] + (int64_t)slab_used * SLOT;
	TuG *g = (TuG *)(lo + SLOT - sizeof(TuG));
	g->slot = (uint32_t)((nslab - 1) * SLAB_SLOTS + slab_used);
	g->seg0.lo = (uintptr_t)lo;
	g->seg0.guard = (uintptr_t)lo + TU_STACK_SLACK;
	g->seg0.nbyte = SLOT;
	g->seg = &g->seg0;
	g->stack_nbyte = SLOT;
	slab_used++;
	return g;
}

TuG *tu__g_alloc(TuP *p)
{
	TuG *g = p->gfree;
	if (TU_UNLIKELY(!g)) {
		tu__lock(&seg_lock);
		TuG **tail = &p->gfree;         /* lowest slot first: tracebacks list goroutines in slot order */
		for (int i = 0; i < GFREE_BATCH; i++) {
			if ((g = gfree) != NULL)
				gfree = g->qnext;
			else
				g = carve_locked();
			*tail = g;
			tail = &g->qnext;
			p->ngfree++;
		}
		*tail = NULL;
		tu__unlock(&seg_lock);
		g = p->gfree;
	}
	p->gfree = g->qnext;
	p->ngfree--;
	return g;
}

void tu__g_free(TuP *p, TuG *g)
{
	if (g->seg0.next)
		tu__seg_free_above(p, g, &g->seg0);
	g->qnext = p->gfree;
	p->gfree = g;
	if (TU_UNLIKELY(++p->ngfree > GFREE_MAX)) {
		/* keep the newest half; the first is perhaps still on its stack, so it stays */
		TuG *keep = p->gfree, *rest;
		for (int i = 1; i < GFREE_MAX / 2; i++)
			keep = keep->qnext;
		rest = keep->qnext;
		keep->qnext = NULL;
		p->ngfree = GFREE_MAX / 2;
		tu__lock(&seg_lock);
		while (rest) {
			TuG *n = rest->qnext;
			rest->qnext = gfree;
			gfree = rest;
			rest = n;
		}
		tu__unlock(&seg_lock);
	}
}

void tu__g_free_flush(TuP *p)
{
	tu__lock(&seg_lock);
	while (p->gfree) {
		TuG *g = p->gfree;
		p->gfree = g->qnext;
		g->qnext = gfree;
		gfree = g;
	}
	p->ngfree = 0;
	for (int k = 0; k < SMALL_CLASS; k++) {
		while (p->segfree[k]) {
			TuSeg *s = p->segfree[k];
			p->segfree[k] = s->next;
			s->next = segfree[k];
			segfree[k] = s;
		}
		p->nsegfree[k] = 0;
	}
	tu__unlock(&seg_lock);
}

void tu__g_prepare(TuG *g)
{
	uintptr_t *sp = (uintptr_t *)g - 2 - 7;         /* six registers, a return address, two zero words */
	sp[5] = 0;
	sp[6] = (uintptr_t)tu__g_entry;
	sp[7] = sp[8] = 0;
	g->seg = &g->seg0;
	g->sp = (uintptr_t)sp;
}

TuG *tu__g0_new(void)
{
	TuG *g = tu__persist(sizeof *g);
	g->seg = &g->seg0;                      /* guard 0: prologues always pass */
	g->state = TU_G_RUNNING;
	g->system = 1;
	g->on_cpu = 1;
	return g;
}

/* ---- for the collector and statistics ------------------------------------------------------------------------------------ */

void tu__each_g(void (*cb)(void *arg, TuG *g), void *arg)
{
	int32_t n = __atomic_load_n(&nslab, __ATOMIC_ACQUIRE);
	for (int32_t i = 0; i < n; i++) {
		int32_t used = i == n - 1 ? slab_used : SLAB_SLOTS;
		for (int32_t j = 0; j < used; j++) {
			TuG *g = (TuG *)(slab[i] + (int64_t)(j + 1) * SLOT - sizeof(TuG));
			if (g->state != TU_G_DEAD)
				cb(arg, g);
		}
	}
}

void tu__g_stack_ranges(TuG *g, void (*cb)(void *arg, void *lo, void *hi), void *arg)
{
	uintptr_t sp = g->sp;
	TuM *m = tu__m();
	if (m && m->curg == g && !tu__is_on_m()) {  /* m: NULL on the thread that collects for libgc */
		__builtin_unwind_init();        /* callee-saved registers into this frame */
		sp = (uintptr_t)__builtin_frame_address(0) - 64;
		if (sp < g->seg->lo)
			sp = g->seg->lo;
	}
	TuSeg *s = g->seg;
	while (s && (sp < s->lo || sp > (uintptr_t)s))  /* in a system call: g->seg may be younger than the saved sp */
		s = s->prev;
	if (!s) {
		if (g->state != TU_G_SYSCALL)
			tu__throw("stack: saved stack pointer outside its segment");
		s = g->seg;
		sp = s->lo;
	}
	for (; s; s = s->prev) {
		cb(arg, (void *)sp, s == &g->seg0 ? (void *)(g + 1) : (void *)s);
		sp = s->prev_sp;
	}
}

void tu__g_trim(TuG *g)
{
	if (g->state != TU_G_SYSCALL && g->seg->next)
		tu__seg_free_above(NULL, g, g->seg);
}

/* Large free segments that nobody took since the last cycle go back to the kernel. */
void tu__stack_trim(void)
{
	TuSeg *out = NULL;
	tu__lock(&seg_lock);
	for (int k = SMALL_CLASS; k < NCLASS; k++)
		while (segfree[k]) {
			TuSeg *s = segfree[k];
			segfree[k] = s->next;
			stack_sys -= (int64_t)s->nbyte;
			s->next = out;
			out = s;
		}
	tu__unlock(&seg_lock);
	while (out) {
		TuSeg *s = out;
		out = s->next;
		tu__os_release((void *)s->lo, (int64_t)s->nbyte);
	}
}

int64_t tu__g_nslot(void)
{
	tu__lock(&seg_lock);
	int64_t n = nslab ? (int64_t)(nslab - 1) * SLAB_SLOTS + slab_used : 0;
	tu__unlock(&seg_lock);
	return n;
}

TuG *tu__g_slot(int64_t i)
{
	return (TuG *)(slab[i / SLAB_SLOTS] + (i % SLAB_SLOTS + 1) * SLOT - (int64_t)sizeof(TuG));
}

int64_t tu__stack_inuse_nbyte(void)
{
	return (int64_t)nslab * SLAB + __atomic_load_n(&stack_chained, __ATOMIC_RELAXED);
}

int64_t tu__stack_sys_nbyte(void)
{
	return stack_sys;
}

int64_t tu_set_max_stack(int64_t n)
{
	int64_t old = max_stack;
	max_stack = n;
	return old;
}

/* ---- TUCODEBUG=escapecheck=1 (gc/escapecheck.c), world stopped ----------------------------------------------------------- */

void tu__each_stack(void (*cb)(void *arg, uintptr_t lo, uintptr_t hi, int64_t g), void *arg)
{
	for (int64_t i = tu__g_nslot() - 1; i >= 0; i--) {
		TuG *g = tu__g_slot(i);
		cb(arg, g->seg0.lo, (uintptr_t)g, i);
		for (TuSeg *s = g->seg0.next; s; s = s->next)
			cb(arg, s->lo, (uintptr_t)s, i);
	}
	for (int k = 0; k < NCLASS; k++)
		for (TuSeg *s = segfree[k]; s; s = s->next)
			cb(arg, s->lo, (uintptr_t)s, -1);
}

/* More than the red zone; signals have stacks of their own. */
enum { POISON_MARGIN = 512 };

static void poison(uintptr_t lo, uintptr_t hi)
{
	if (lo < hi)
		__builtin_memset((void *)lo, 0xa5, hi - lo);
}

void tu__poison_stacks(void)
{
	for (int64_t i = tu__g_nslot() - 1; i >= 0; i--) {
		TuG *g = tu__g_slot(i);
		if (g->state == TU_G_SYSCALL || g->state == TU_G_DEAD)
			continue;
		TuSeg *s = g->seg;
		if (g->sp >= s->lo && g->sp <= (uintptr_t)s)
			poison(s->lo, g->sp - POISON_MARGIN < g->sp ? g->sp - POISON_MARGIN : 0);
		for (s = s->next; s; s = s->next)
			poison(s->lo, (uintptr_t)s);
	}
}
