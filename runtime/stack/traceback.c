/* traceback.c: walking frame pointers and printing stacks the way Go does.
 *
 * The rbp chain runs through all segments. A frame entered by way of __morestack shows tu__morestack_ret as its return address; the
 * next frame is then __morestack's own, which holds the caller's return address one word further up. Pcs are looked up at pc - 1;
 * a frame that faulted or was interrupted contributes pc + 1. Functions of C and unexported ones of package runtime are hidden. */
#include "runtime/stack/stack.h"
#include "runtime/arch/arch.h"
#include "runtime/sched/sched.h"
#include "runtime/panic/panic.h"

int32_t tu__traceback_level = 1;        /* 0 none, 1 single, 2 all, 3 system, 4 crash */

enum { INNER = 50, OUTER = 50 };

static const char *const wait_text[] = {
#define WAIT(id, text) text,
#include "runtime/abi/waits.def"
#undef WAIT
};

static uint8_t set_level(const char *s, int64_t n)
{
	static const struct { const char *name; int8_t level; } t[] = {
		{ "none", 0 }, { "0", 0 }, { "single", 1 }, { "1", 1 }, { "", 1 }, { "all", 2 }, { "system", 3 }, { "2", 3 }, { "crash", 4 },
	};
	for (int i = 0; i < TU_ARRAY_LEN(t); i++) {
		int64_t k = 0;
		while (k < n && t[i].name[k] == s[k] && t[i].name[k])
			k++;
		if (k == n && !t[i].name[k]) {
			tu__traceback_level = t[i].level;
			return 1;
		}
	}
	return 0;
}

void tu__traceback_init(void)
{
	const char *s = tu__env("GOTRACEBACK");
	int64_t n = 0;
	while (s && s[n])
		n++;
	if (n)
		set_level(s, n);
}

void tu_set_traceback(const uint8_t *p, int64_t n)
{
	int32_t old = tu__traceback_level;
	set_level((const char *)p, n);
	if (tu__traceback_level < old && tu__env("GOTRACEBACK"))
		tu__traceback_level = old;      /* the environment is a lower bound */
}

/* ---- walking ------------------------------------------------------------------------------------------------------------- */

void tu__unwind_self(TuUnwind *u, void *frame)
{
	*u = (TuUnwind){ .bp = (uintptr_t)frame, .g = tu__g() };
}

/* A goroutine that does not run: tu__switch left six registers, rbp on top, below its return address. */
void tu__unwind_g(TuUnwind *u, TuG *g)
{
	*u = (TuUnwind){ .bp = g->sp + 40, .g = g };
}

static uint8_t readable(TuUnwind *u, uintptr_t bp)
{
	if (bp & 7)
		return 0;
	for (TuSeg *s = u->g && u->g->seg0.lo ? u->g->seg : NULL; s; s = s->prev)
		if (bp >= s->lo && bp < (uintptr_t)s)
			return 1;
	return bp > u->bp && bp - u->bp < 8 << 20;      /* a thread's stack */
}

/* A function that faulted at pc, with rsp at sp, before it made a frame, if it makes any: gcc delays that past early exits. */
uint8_t tu__is_frameless(uintptr_t pc, const uintptr_t *sp, uintptr_t bp)
{
	uintptr_t lo, hi;
	const char *name = tu__symtab_extent(pc, &lo, &hi);
	if (!name || name[0] != 'G' || name[1] != '_')
		return 0;
	for (; *name; name++)
		if (*name == '.' && name[1] == 'c' && name[2] == 'o' && name[3] == 'l')
			return 0;               /* the part moved out of the way of a function that has a frame */
	uintptr_t push = lo;
	while (push + 4 <= hi && __builtin_memcmp((void *)push, "\x55\x48\x89\xe5", 4) != 0)
		push++;
	if (push + 4 > hi)
		return 1;
	if (pc <= push)
		return 1;
	if (push - lo <= 24)                    /* nothing but the check of the stack before it */
		return 0;
	/* Either way is possible. With a frame, *sp is no return address of a call of this function. */
	const uint8_t *call = (const uint8_t *)*sp - 5;
	int32_t rel;
	if (*sp == (uintptr_t)tu__morestack_ret)
		return 1;
	if (bp - (uintptr_t)sp < 8 || !tu__symtab_cname(*sp - 1, NULL))
		return 0;
	__builtin_memcpy(&rel, call + 1, 4);
	return call[0] == 0xe8 && (uintptr_t)call + 5 + (uintptr_t)(int64_t)rel == lo;
}

uint8_t tu__unwind_next(TuUnwind *u)
{
	if (!u->bp)
		return 0;
	if (u->fault) {                                 /* the first frame was given with its pc */
		u->fault = 0;
		return 1;
	}
	uintptr_t *f = (uintptr_t *)u->bp, saved = f[0], pc = f[1];
	if (u->leaf) {
		pc = u->leaf;
		saved = u->bp;
		u->leaf = 0;
	}
	uint8_t was_fault = u->pc > (uintptr_t)tu__sigpanic_entry && u->pc < (uintptr_t)tu__sigpanic_entry + 32;
	if (was_fault && tu__is_frameless(pc, (uintptr_t *)f[2], saved))
		u->leaf = *(uintptr_t *)f[2];
	was_fault |= u->pc > (uintptr_t)tu__async_preempt && u->pc < (uintptr_t)tu__async_preempt + 400;
	if (pc == (uintptr_t)tu__morestack_ret) {
		if (!readable(u, saved))
			return 0;
		f = (uintptr_t *)saved;
		pc = f[2];
		saved = f[0];
		u->bp = (uintptr_t)f;
	}
	if (!pc)
		return 0;
	u->pc = pc + was_fault;
	u->bp = saved && readable(u, saved) ? saved : 0;
	return 1;
}

static uint8_t has_prefix(TuString s, const char *p)
{
	int64_t i = 0;
	while (p[i] && i < s.n && s.p[i] == (uint8_t)p[i])
		i++;
	return !p[i];
}

/* What tracebacks show: Go functions outside package runtime, exported ones of it, and panic between two shown frames. */
static uint8_t is_shown(TuString f, const char *cname, uint8_t first)
{
	if (tu__traceback_level >= 3)
		return 1;
	if (cname[0] != 'G' || cname[1] != '_')
		return has_prefix((TuString){ (const uint8_t *)cname, 12 }, "tu_panic_any") && !cname[12] && !first;
	if (!has_prefix(f, "runtime."))
		return 1;
	if (first && f.n == 13 && has_prefix(f, "runtime.Stack"))
		return 0;
	return f.n > 8 && f.p[8] >= 'A' && f.p[8] <= 'Z';
}

static void print_name(TuString f, const char *cname)
{
	if (cname[0] != 'G' && has_prefix((TuString){ (const uint8_t *)cname, 12 }, "tu_panic_any")) {
		tu__print("panic");
		return;
	}
	int64_t open = 0, close = f.n;
	while (open < f.n && f.p[open] != '[')
		open++;
	while (close > open && f.p[close - 1] != ']')
		close--;
	if (open < close) {                     /* type arguments are elided */
		tu__print_n(f.p, open);
		tu__print("[...]");
		tu__print_n(f.p + close, f.n - close);
	} else {
		tu__print_n(f.p, f.n);
	}
}

typedef struct { int64_t skip, max, n; TuString before; } PrintState;      /* prints frames [skip, skip + max) of those shown */

/* All levels of one return address. next_is_c: called by the runtime, so it has no parameters. */
static void print_pc(PrintState *st, uintptr_t pc, uint8_t next_is_c)
{
	uintptr_t entry = 0;
	TuSymPos pos;
	const char *cname = tu__symtab_cname(pc - 1, &entry);
	if (!cname)
		return;
	for (int64_t level = 0; tu__symtab_find(pc - 1, level, &pos); level++) {
		uint8_t hidden = tu__traceback_level < 3 && cname[0] == 'G' && tu__is_hidden(&pos, st->before);
		if (!hidden && is_shown(pos.func, pos.more ? "G_" : cname, st->n == 0)) {
			st->before = pos.func;
			if (st->n >= st->skip && st->n - st->skip < st->max) {
				print_name(pos.func, pos.more ? "G_" : cname);
				tu__print(!pos.more && next_is_c && cname[0] == 'G' ? "()\n\t" : "(...)\n\t");
				if (cname[0] != 'G' && !pos.line)
					tu__printf("runtime/panic/panic.c:%d", tu__panic_line);
				else {
					tu__print_n(pos.file.p, pos.file.n);
					tu__printf(":%d", pos.line);
				}
				if (!pos.more)
					tu__printf(" +%x", pc - pos.entry);
				tu__print("\n");
			}
			st->n++;
		}
		if (!pos.more)
			break;
	}
}

static uint8_t is_c_pc(uintptr_t pc)
{
	const char *n = tu__symtab_cname(pc - 1, NULL);
	return !n || n[0] != 'G' || n[1] != '_';
}

/* How many lines a pc contributes, for frames that are only counted: a stack overflow has tens of millions with few distinct pcs. */
static int64_t count_pc(PrintState *st, uintptr_t pc)
{
	static struct { uintptr_t pc; int64_t n; } cache[64];  /* the print lock is held */
	int64_t k = pc % 61, n0 = st->n;
	if (cache[k].pc != pc || n0 == 0) {
		print_pc(st, pc, 0);
		if (n0 == 0)
			return st->n;
		cache[k].pc = pc;
		cache[k].n = st->n - n0;
		return cache[k].n;
	}
	st->n += cache[k].n;
	return cache[k].n;
}

static int64_t print_frames(TuUnwind u, int64_t skip, int64_t max)
{
	PrintState st = { skip, max, 0, { NULL, 0 } };
	uintptr_t pending = 0;
	while (tu__unwind_next(&u)) {
		if (pending) {
			if (st.n + 50 < skip || st.n >= skip + max) {
				if (max && st.n >= skip + max)
					return st.n;
				count_pc(&st, pending);
			} else {
				print_pc(&st, pending, is_c_pc(u.pc));
			}
		}
		pending = u.pc;
	}
	if (pending)
		print_pc(&st, pending, 1);
	return st.n;
}

static void print_header(TuG *g)
{
	const char *state = "idle";
	if (g->state == TU_G_RUNNING)
		state = "running";
	else if (g->state == TU_G_RUNNABLE)
		state = "runnable";
	else if (g->state == TU_G_SYSCALL)
		state = "syscall";
	else if (g->state == TU_G_WAITING)
		state = wait_text[g->wait_reason];
	tu__printf("goroutine %d [%s%s", g->id, state, g->leaked && g->state == TU_G_WAITING ? " (leaked)" : "");
	if (g->state == TU_G_WAITING && g->wait_since) {
		int64_t min = (tu__nanotime() - g->wait_since) / 60000000000;
		if (min >= 1)
			tu__printf(", %d minutes", min);
	}
	tu__print(g->lockedm ? ", locked to thread]:\n" : "]:\n");
}

static void print_created_by(TuG *g)
{
	TuSymPos pos;
	int64_t level = 0;
	if (!g->create_pc || !tu__symtab_find(g->create_pc - 1, 0, &pos))
		return;
	(void)level;
	tu__print("created by ");
	print_name(pos.func, "G_");
	if (g->parent_id)
		tu__printf(" in goroutine %d", g->parent_id);
	tu__print("\n\t");
	tu__print_n(pos.file.p, pos.file.n);
	tu__printf(":%d +%x\n", pos.line, g->create_pc - pos.entry);
}

typedef struct { TuG *g; TuUnwind *u; } TbArg;

static void traceback_body(void *arg)
{
	TbArg *a = arg;
	TuUnwind u;
	tu__symtab_init();
	tu_print_lock();
	print_header(a->g);
	if (a->u) {
		u = *a->u;
	} else if (a->g->on_cpu && a->g->state != TU_G_SYSCALL) {
		tu__print("\tgoroutine running on other thread; stack unavailable\n");
		print_created_by(a->g);
		tu_print_unlock();
		return;
	} else {
		tu__unwind_g(&u, a->g);
	}
	int64_t n = print_frames(u, INT64_MAX / 2, 0);
	if (n > INNER + OUTER) {
		print_frames(u, 0, INNER);
		tu__printf("...%d frames elided...\n", n - INNER - OUTER);
		print_frames(u, n - OUTER, OUTER);
	} else {
		print_frames(u, 0, n);
	}
	print_created_by(a->g);
	tu_print_unlock();
}

void tu__traceback(TuG *g, TuUnwind *u)
{
	TbArg a = { g, u };
	tu__on_m(traceback_body, &a);
}

static void traceback_one(void *except, TuG *g)
{
	if (g == except || (g->system && tu__traceback_level < 3))
		return;
	tu__print("\n");
	TbArg a = { g, NULL };
	traceback_body(&a);
}

static void all_body(void *except)
{
	tu__each_g(traceback_one, except);
}

void tu__traceback_all(TuG *except)
{
	tu__on_m(all_body, except);
}

/* ---- package runtime ------------------------------------------------------------------------------------------------------ */

typedef struct { char *p; int64_t n; uint8_t all; TuUnwind u; } TextArg;

static void text_body(void *arg)
{
	TextArg *a = arg;
	TuG *g = tu__m()->curg;
	TbArg t = { g, &a->u };
	tu__print_capture(a->p, a->n);
	traceback_body(&t);
	if (a->all)
		tu__each_g(traceback_one, g);
	a->n = tu__print_capture_end();
}

int64_t tu_stack_text(void *p, int64_t n, int64_t c, uint8_t all)
{
	TextArg a = { .p = p, .n = n, .all = all };
	if (all)
		tu__stw_begin("runtime.Stack");
	tu__unwind_self(&a.u, __builtin_frame_address(0));
	tu__on_m(text_body, &a);
	if (all)
		tu__stw_end();
	return a.n;
}
