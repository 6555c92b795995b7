/* special.c: finalizers, cleanups and weak handles: facts about an object that live beside it and end its life specially.
 *
 * All specials sit in one hash table keyed by the object's base. The table does not keep its objects alive. At the end of marking,
 * with the world stopped:
 *   1  weak handles of unmarked objects are cleared: an object about to be finalized is already out of their reach
 *   2  an unmarked object with a finalizer is kept for one more cycle, and the finalizer is queued. What such an object refers to
 *      was a root all along (not the object itself), so of two that refer to each other in a row only the first is taken
 *   3  cleanups of objects still unmarked are queued
 * The queue is run by one goroutine. lock covers table and queue; its holder is never stopped, so a stopped world needs no lock. */
#include "runtime/gc/gc.h"
#include "runtime/val/val.h"

enum { SP_FINALIZER, SP_CLEANUP, SP_WEAK, SP_FREE };

typedef struct Special {
	struct Special *next;
	uintptr_t base;         /* of the object; 0: not in the heap, never dies */
	uintptr_t ptr;          /* as given */
	uint8_t kind;
	uint64_t id;
	const TuType *ftype, *otype;    /* finalizer */
	void *fn;               /* closure; weak: the handle, a cell that holds ptr out of the collector's sight */
} Special;

static struct {
	TuLock lock;
	Special **slot;
	uint64_t mask, n;
	Special *pool;
	Special *queue, **queue_tail;
	uint64_t next_id;
	TuG *runner;
	uint32_t runner_parked;
	uint8_t started;
} sp = { .queue_tail = &sp.queue };

static inline uint64_t slot_of(uintptr_t p) { return ((uint64_t)p >> 3) * 0x9e3779b97f4a7c15u >> 20; }

static Special *new_locked(void)
{
	if (!sp.pool) {
		const int64_t n = 128;
		Special *s = tu__os_alloc(n * (int64_t)sizeof *s);
		for (int64_t i = 0; i < n; i++) {
			s[i].next = sp.pool;
			s[i].kind = SP_FREE;
			sp.pool = &s[i];
		}
	}
	Special *s = sp.pool;
	sp.pool = s->next;
	__builtin_memset(s, 0, sizeof *s);
	return s;
}

static void free_locked(Special *s)
{
	s->kind = SP_FREE;
	s->fn = NULL;
	s->next = sp.pool;
	sp.pool = s;
}

static void add_locked(Special *s)
{
	if (!sp.slot || sp.n > sp.mask) {
		uint64_t cap = sp.slot ? (sp.mask + 1) * 4 : 256;
		Special **bigger = tu__os_alloc((int64_t)cap * 8);
		for (uint64_t i = 0; sp.slot && i <= sp.mask; i++)
			for (Special *x = sp.slot[i], *next; x; x = next) {
				next = x->next;
				uint64_t h = slot_of(x->base ? x->base : x->ptr) & (cap - 1);
				x->next = bigger[h];
				bigger[h] = x;
			}
		if (sp.slot)
			tu__os_release(sp.slot, (int64_t)(sp.mask + 1) * 8);
		sp.slot = bigger;
		sp.mask = cap - 1;
	}
	uint64_t h = slot_of(s->base ? s->base : s->ptr) & sp.mask;
	s->next = sp.slot[h];
	sp.slot[h] = s;
	sp.n++;
	Span *span = s->base ? tu__span_of(s->base) : NULL;
	if (span)
		__atomic_fetch_add(&span->nspecial, 1, __ATOMIC_RELAXED);
}

static Special **find_locked(uintptr_t key, uint8_t kind, uintptr_t ptr, uint64_t id)
{
	if (!sp.slot)
		return NULL;
	Special **link = &sp.slot[slot_of(key) & sp.mask];
	for (; *link; link = &(*link)->next) {
		Special *s = *link;
		if ((s->base ? s->base : s->ptr) == key && s->kind == kind && (!ptr || s->ptr == ptr) && (!id || s->id == id))
			return link;
	}
	return NULL;
}

static Special *unlink_locked(Special **link)
{
	Special *s = *link;
	*link = s->next;
	sp.n--;
	Span *span = s->base ? tu__span_of(s->base) : NULL;
	if (span)
		__atomic_fetch_sub(&span->nspecial, 1, __ATOMIC_RELAXED);
	return s;
}

/* ---- finalizers ------------------------------------------------------------------------------------------------------------ */

static TU_NORETURN void bad(const char *a, const TuType *t, const char *b, const TuType *u, const char *c)
{
	static const TuString none = { (const uint8_t *)"", 0 };
	TuString ts = t ? t->str : none, us = u ? u->str : none;
	TuString v[5] = {
		{ (const uint8_t *)a, (int64_t)__builtin_strlen(a) }, ts, { (const uint8_t *)b, (int64_t)__builtin_strlen(b) }, us,
		{ (const uint8_t *)c, (int64_t)__builtin_strlen(c) }
	};
	TuString s = tu_str_cat(NULL, 0, v, 5);
	tu_throw_str(s.p, s.n);
}

static uint8_t can_pass(const TuType *t, const TuType *param)
{
	if (t == param)
		return 1;
	if (param->kind == TK_POINTER)
		return param->elem == t->elem && !((param->flags & TF_NAMED) && (t->flags & TF_NAMED));
	if (param->kind == TK_INTERFACE)
		return param->u.it.nmethod == 0 || tu_itab_find(param, t) != NULL;
	return 0;
}

void tu_set_finalizer(const void *tab, void *d, const void *ftab, void *fd)
{
	const TuType *t = tab, *ft = ftab;
	int64_t n;
	if (!t)
		tu__throw("runtime.SetFinalizer: first argument is nil");
	if (t->kind != TK_POINTER)
		bad("runtime.SetFinalizer: first argument is ", t, ", not pointer", NULL, "");
	if (!d)
		tu__throw("runtime.SetFinalizer: pointer not in heap");
	uintptr_t base = tu__object_base((uintptr_t)d, &n);
	if (!base) {
		if (tu__in_heap(d))
			tu__throw("runtime.SetFinalizer: pointer not in heap");
		return;                         /* static data never dies */
	}
	if (base != (uintptr_t)d && !(t->elem && t->elem->ptr_nbyte == 0 && t->elem->size < 16))
		tu__throw("runtime.SetFinalizer: pointer not at beginning of allocated block");
	if (ft) {
		if (ft->kind != TK_FUNC)
			bad("runtime.SetFinalizer: second argument is ", ft, ", not a function", NULL, "");
		if (ft->flags & TF_VARIADIC)
			bad("runtime.SetFinalizer: cannot pass ", t, " to finalizer ", ft, " because dotdotdot");
		if (ft->u.fn.nparam != 1 || !can_pass(t, ft->u.fn.param[0]))
			bad("runtime.SetFinalizer: cannot pass ", t, " to finalizer ", ft, "");
	}
	tu__special_start();
	tu__lock(&sp.lock);
	Special **link = find_locked(base, SP_FINALIZER, 0, 0);
	if (!ft) {
		if (link)
			free_locked(unlink_locked(link));
	} else {
		if (link) {
			tu__unlock(&sp.lock);
			tu__throw("runtime.SetFinalizer: finalizer already set");
		}
		Special *s = new_locked();
		s->kind = SP_FINALIZER;
		s->base = base;
		s->ptr = (uintptr_t)d;
		s->fn = fd;
		s->ftype = ft;
		s->otype = t;
		add_locked(s);
	}
	tu__unlock(&sp.lock);
}

/* ---- cleanups and weak handles ------------------------------------------------------------------------------------------------- */

uint64_t tu_add_cleanup(void *ptr, void *fn)
{
	int64_t n;
	uintptr_t base = tu__object_base((uintptr_t)ptr, &n);
	tu__special_start();
	tu__lock(&sp.lock);
	Special *s = new_locked();
	uint64_t id = s->id = ++sp.next_id;
	s->kind = SP_CLEANUP;
	s->base = base;
	s->ptr = (uintptr_t)ptr;
	s->fn = fn;
	add_locked(s);
	tu__unlock(&sp.lock);
	return id;
}

void tu_stop_cleanup(void *ptr, uint64_t id)
{
	int64_t n;
	uintptr_t base = tu__object_base((uintptr_t)ptr, &n);
	if (!id)
		return;
	tu__lock(&sp.lock);
	Special **link = find_locked(base ? base : (uintptr_t)ptr, SP_CLEANUP, 0, id);
	if (link)
		free_locked(unlink_locked(link));
	tu__unlock(&sp.lock);
}

void *tu_weak_make(void *ptr)
{
	int64_t n;
	if (!ptr)
		return NULL;
	uintptr_t base = tu__object_base((uintptr_t)ptr, &n);
	uintptr_t *cell = tu__alloc_bytes(8);   /* before the lock; dropped when there is a handle already */
	*cell = (uintptr_t)ptr;
	tu__lock(&sp.lock);
	Special **link = find_locked(base ? base : (uintptr_t)ptr, SP_WEAK, (uintptr_t)ptr, 0);
	if (link) {
		cell = (*link)->fn;
	} else {
		Special *s = new_locked();
		s->kind = SP_WEAK;
		s->base = base;
		s->ptr = (uintptr_t)ptr;
		s->fn = cell;
		add_locked(s);
	}
	tu__unlock(&sp.lock);
	return cell;
}

static void shade_on_m(void *arg) { tu__mark_ptr(tu__gc_marker(), (uintptr_t)arg); }

/* While a cycle marks, the pointer handed out was perhaps in no one's snapshot: it is shaded. No stop between load and shade. */
void *tu_weak_get(void *handle)
{
	if (!handle)
		return NULL;
	tu__preempt_disable();
	void *p = __atomic_load_n((void **)handle, __ATOMIC_ACQUIRE);
	if (p && tu_gc_marking)
		tu__on_m(shade_on_m, p);
	tu__preempt_enable();
	return p;
}

/* ---- the collector's side -------------------------------------------------------------------------------------------------------- */

void tu__special_roots(Marker *w)
{
	for (uint64_t i = 0; sp.slot && i <= sp.mask; i++)
		for (Special *s = sp.slot[i]; s; s = s->next) {
			tu__mark_ptr(w, (uintptr_t)s->fn);
			if (s->kind == SP_FINALIZER)
				tu__scan_object(w, s->base);
		}
	for (Special *s = sp.queue; s; s = s->next) {
		tu__mark_ptr(w, (uintptr_t)s->fn);
		if (s->kind == SP_FINALIZER)
			tu__mark_ptr(w, s->ptr);
	}
}

static void queue_add(Special *s)
{
	s->next = NULL;
	*sp.queue_tail = s;
	sp.queue_tail = &s->next;
}

void tu__special_finish_stw(Marker *w)
{
	if (!sp.n)
		return;
	for (uint64_t i = 0; i <= sp.mask; i++)
		for (Special **link = &sp.slot[i], *s; (s = *link) != NULL;) {
			if (s->kind == SP_WEAK && s->base && !tu__is_marked(s->base)) {
				__atomic_store_n((uintptr_t *)s->fn, 0, __ATOMIC_RELEASE);
				free_locked(unlink_locked(link));
			} else {
				link = &s->next;
			}
		}
	/* Which objects die is decided before any of them is marked again. */
	Special *taken = NULL, **tail = &taken;
	for (uint64_t i = 0; i <= sp.mask; i++)
		for (Special **link = &sp.slot[i], *s; (s = *link) != NULL;) {
			if (s->kind == SP_FINALIZER && s->base && !tu__is_marked(s->base)) {
				unlink_locked(link);
				s->next = NULL;
				*tail = s;
				tail = &s->next;
			} else {
				link = &s->next;
			}
		}
	for (Special *s = taken, *next; s; s = next) {
		next = s->next;
		tu__mark_ptr(w, s->base);
		queue_add(s);
	}
	while (tu__drain(w, INT64_MAX))
		;
	for (uint64_t i = 0; i <= sp.mask; i++)
		for (Special **link = &sp.slot[i], *s; (s = *link) != NULL;) {
			if (s->kind == SP_CLEANUP && s->base && !tu__is_marked(s->base))
				queue_add(unlink_locked(link));
			else
				link = &s->next;
		}
}

uint8_t tu__special_pending(void) { return sp.queue != NULL; }

/* ---- running what was queued ---------------------------------------------------------------------------------------------------------- */

static void run(Special *q)
{
	if (q->kind == SP_CLEANUP) {
		TuClosure *fn = q->fn;
		((void (*)(void *))fn->code)(fn);
		return;
	}
	const TuType *ft = q->ftype, *param = ft->u.fn.param[0];
	void *obj = (void *)q->ptr;
	TuIface boxed = { q->otype, obj };
	if (param->kind == TK_INTERFACE && param->u.it.nmethod > 0)
		boxed.tab = tu_itab(param, q->otype);
	void *arg = param->kind == TK_INTERFACE ? (void *)&boxed : (void *)&obj;
	void *args[1] = { arg };
	int64_t nres = ft->u.fn.nresult;
	void **results = nres ? tu__gc_alloc_raw(nres * 8, 1) : NULL;
	for (int64_t i = 0; i < nres; i++)
		results[i] = tu_new(ft->u.fn.param[ft->u.fn.nparam + i]);
	tu_reflect_call(ft, q->fn, args, results, 0, NULL);
}

static void park_unlock(void *arg) { __atomic_store_n(&sp.runner_parked, 1, __ATOMIC_RELEASE); }

static void runner_loop(void *arg)
{
	sp.runner = tu__g();
	for (;;) {
		Special copy;
		tu__lock(&sp.lock);
		Special *q = sp.queue;
		if (q) {
			sp.queue = q->next;
			if (!sp.queue)
				sp.queue_tail = &sp.queue;
			copy = *q;
			free_locked(q);
		}
		tu__unlock(&sp.lock);
		if (q)
			run(&copy);
		else
			(void)tu__park(TU_WAIT_GC_WORKER, park_unlock, NULL);
	}
}

void tu__special_start(void)
{
	if (!__atomic_exchange_n(&sp.started, 1, __ATOMIC_ACQ_REL))
		(void)tu__go_system(runner_loop, NULL);
	else if (sp.queue && __atomic_exchange_n(&sp.runner_parked, 0, __ATOMIC_ACQ_REL))
		tu__ready(sp.runner);
}
