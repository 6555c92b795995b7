/* panic.c: panic, recover, Goexit and the deferred calls they run.
 *
 * A panic stays in the frame of tu_panic_any while deferred calls run on top of it; nothing is unwound until one of them recovers.
 * Then control jumps to the landing of the frame that deferred it (TU_FRAME_LAND), which runs what is left and returns.
 * A newer panic that comes to a frame whose deferred calls an older one is running takes over: the older is marked aborted, and goes
 * when the newer is recovered there. An aborted Goexit continues instead of landing. */
#include "runtime/panic/panic.h"
#include "runtime/arch/arch.h"
#include "runtime/sched/sched.h"
#include <stddef.h>
#include <signal.h>

_Static_assert(offsetof(TuFrame, pc) == 16 && offsetof(TuFrame, sp) == 24 && offsetof(TuFrame, bp) == 32, "tu__land, TU_FRAME_LAND");
_Static_assert(offsetof(TuG, frames) == TU_G_FRAMES && offsetof(TuG, defer_code) == TU_G_DEFER_CODE && offsetof(TuG, gift) == TU_G_GIFT, "inline functions of tuco.h");

static void run_deferred(TuG *g, TuPanic *p);

/* ---- frames and deferred calls ------------------------------------------------------------------------------------------------ */

void tu_defer_heap(TuFrame *f, void *fn)
{
	TuDefer *d = tu__gc_alloc_raw(sizeof *d, 1);
	tu_defer(f, d, fn);
}

void tu_frame_pop(TuFrame *f)
{
	TuG *g = tu__g();
	TuDefer *d;
	while ((d = f->defers) != NULL) {
		TuClosure *fn = d->fn;
		f->defers = d->link;
		g->defer_code = NULL;
		((void (*)(void *))fn->code)(fn);
	}
	g->frames = f->link;
}

void tu_defer_forward(void *wrapper, void *callee)
{
	TuG *g = tu__g();
	if (g->defer_code == wrapper)
		g->defer_code = callee;
}

TuIface tu_recover(uint8_t entry)
{
	TuG *g = tu__g();
	TuPanic *p = g->panics;
	/* defer_code is still set when recover itself was deferred and runs straight from the panic machinery: too early, Go says nil */
	if (!entry || g->defer_code || !p || p->goexit || p->recovered)
		return (TuIface){ NULL, NULL };
	p->recovered = 1;
	return p->value;
}

/* ---- recovery -------------------------------------------------------------------------------------------------------------------- */

TU_NORETURN static void recovered_at(TuG *g, TuPanic *p, TuFrame *f)
{
	TuPanic *q = p->link, *exiting = NULL;
	for (; q && q->aborted; q = q->link)
		if (q->goexit)
			exiting = q;
	g->panics = q;
	g->frames = f;
	if (!q)
		g->sigcode = 0;
	if (exiting) {
		TuPanic again = { .link = q, .goexit = 1 };
		g->panics = &again;
		run_deferred(g, &again);
		tu__g_finish();
	}
	TuSeg *s = g->seg;
	while ((uintptr_t)f->sp < s->lo || (uintptr_t)f->sp > (uintptr_t)s)
		s = s->prev;
	g->seg = s;
	tu__land(f);
}

/* Runs the deferred calls of all frames; returns when there are no more. */
static void run_deferred(TuG *g, TuPanic *p)
{
	g->gift = NULL;                 /* of a call whose arguments faulted */
	TuFrame *f;
	TuDefer *d;
	while ((f = g->frames) != NULL) {
		p->cur = f;
		for (TuPanic *q = p->link; q; q = q->link)
			if (q->cur == f)
				q->aborted = 1;
		while ((d = f->defers) != NULL) {
			TuClosure *fn = d->fn;
			f->defers = d->link;
			void *code = fn->code;
			g->defer_code = p->goexit ? NULL : code;
			((void (*)(void *))code)(fn);
			g->defer_code = NULL;
			if (p->recovered)
				recovered_at(g, p, f);
		}
		g->frames = f->link;
	}
}

/* ---- fatal panics ----------------------------------------------------------------------------------------------------------------- */

static void print_chain(TuPanic *p)
{
	if (p->link) {
		print_chain(p->link);
		if (p->link->repanicked)
			return;
		if (!p->link->goexit)
			tu__print("\t");
	}
	if (p->goexit)
		return;
	tu__print("panic: ");
	G_runtime_otuPrintPanicValue(p->value.tab, p->value.d);
	if (p->recovered)
		tu__print(p->repanicked ? " [recovered, repanicked]" : " [recovered]");
	tu__print("\n");
}

TU_NORETURN static void fatal(TuG *g, TuPanic *p, void *frame)
{
	TuUnwind u;
	if (!tu__sched.dying)
		for (TuPanic *q = p; q; q = q->link)
			if (!q->goexit)
				q->value = G_runtime_otuPreparePanicValue(q->value.tab, q->value.d);
	tu__preempt_disable();
	tu__dying();
	tu_print_lock();
	print_chain(p);
	tu_print_unlock();
	tu__unwind_self(&u, frame);
	tu__die(g, &u, 0);
}

const int32_t tu__panic_line = __LINE__ + 20;

void tu_panic_any(const void *tab, void *d)
{
	TuG *g = tu__g();
	TuM *m = tu__m();
	if (!tab)
		G_runtime_otuPanicNil();
	if (tu__is_on_m() || m->locks > 0) {
		tu_print_lock();
		tu__print("panic: ");
		G_runtime_otuPrintPanicValue(tab, d);
		tu__print("\n");
		tu_print_unlock();
		tu__throw(tu__is_on_m() ? "panic on system stack" : "panic holding locks");
	}
	TuPanic p = { .link = g->panics, .value = { tab, d } };
	if (p.link && p.link->recovered && p.link->value.tab == tab && p.link->value.d == d)
		p.link->repanicked = 1;
	g->panics = &p;
	run_deferred(g, &p);
	fatal(g, &p, __builtin_frame_address(0));
}

void tu_goexit(void)
{
	TuG *g = tu__g();
	TuPanic p = { .link = g->panics, .goexit = 1 };
	g->panics = &p;
	run_deferred(g, &p);
	if (g->id == 1)
		tu__sched.main_exited = 1;
	tu__g_finish();
	__builtin_unreachable();
}

void tu_panic_goexit_in_main(void)
{
	tu__throw("no goroutines (main called runtime.Goexit) - deadlock!");
}
