/* special.c: finalizers, cleanups and weak handles: facts about an object that live beside it and end its life specially.
 *
 * All specials sit in one hash table keyed by the object's base. The table does not keep its objects alive. At the end of marking,
 * with the world stopped:
 *   1  weak handles of unmarked objects are cleared: an object about to be finalized is already out of their reach
 *   2  an unmarked object with a finalizer is kept for one more cycle, and the finalizer is queued. What such an object refers to
 *      was a root all along (not the object itself), so of two that refer to each other in a row only the first is taken
 *   3  cleanups of objects still unmarked are queued
 * The queue is run by one goroutine (finalize.c). lock covers the table; its holder is never stopped, so a stopped world needs no lock. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"
#include "runtime/val/val.h"

enum { SP_FINALIZER, SP_CLEANUP, SP_WEAK, SP_FREE };

typedef struct Special {
	FinCall call;           /* must be first; fn: closure, or for weak the handle, a cell that holds ptr out of the collector's sight */
	struct Special *next;
	uintptr_t base;         /* of the object; 0: not in the heap, never dies */
	uintptr_t ptr;          /* as given */
	uint64_t id;
	uint8_t kind;
} Special;

static struct {
	TuLock lock;
	Special **slot;
	uint64_t mask, n;
	Special *pool;
	uint64_t next_id;
} sp;

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
	s->call.fn = NULL;
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

void tu_set_finalizer(const void *tab, void *d, const void *ftab, void *fd)
{
	const TuType *t = tab, *ft = ftab;
	int64_t n;
	tu__finalizer_check(t, NULL);
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
	tu__finalizer_check(t, ft);
	tu__special_start();
	tu__lock(&sp.lock);
	Special **link = find_locked(base, SP_FINALIZER, (uintptr_t)d, 0);      /* exact: small objects may share a block */
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
		s->call = (FinCall){ NULL, fd, ft, t, d, 0 };
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
	s->call = (FinCall){ NULL, fn, NULL, NULL, NULL, 1 };
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
		cell = (*link)->call.fn;
	} else {
		Special *s = new_locked();
		s->kind = SP_WEAK;
		s->base = base;
		s->ptr = (uintptr_t)ptr;
		s->call.fn = cell;
		add_locked(s);
	}
	tu__unlock(&sp.lock);
	return cell;
}

/* While a cycle marks, the pointer handed out was perhaps in no one's snapshot: it is shaded. No stop between load and shade. */
void *tu_weak_get(void *handle)
{
	if (!handle)
		return NULL;
	tu__preempt_disable();
	void *p = __atomic_load_n((void **)handle, __ATOMIC_ACQUIRE);
	if (p && tu_gc_marking)
		tu__remember((uintptr_t)p);
	tu__preempt_enable();
	return p;
}

/* ---- the collector's side -------------------------------------------------------------------------------------------------------- */

void tu__special_roots(Marker *w)
{
	for (uint64_t i = 0; sp.slot && i <= sp.mask; i++)
		for (Special *s = sp.slot[i]; s; s = s->next) {
			tu__mark_ptr(w, (uintptr_t)s->call.fn);
			if (s->kind == SP_FINALIZER)
				tu__scan_object(w, s->base);
		}
	tu__finq_roots(w);
}

static void queue_add(Special *s) { tu__finq_add(&s->call); }

void tu__special_finish_stw(Marker *w)
{
	if (!sp.n)
		return;
	for (uint64_t i = 0; i <= sp.mask; i++)
		for (Special **link = &sp.slot[i], *s; (s = *link) != NULL;) {
			if (s->kind == SP_WEAK && s->base && !tu__is_marked(s->base)) {
				__atomic_store_n((uintptr_t *)s->call.fn, 0, __ATOMIC_RELEASE);
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

void tu__finq_free(FinCall *c)
{
	tu__lock(&sp.lock);
	free_locked((Special *)c);
	tu__unlock(&sp.lock);
}
#endif
