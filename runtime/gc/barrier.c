/* barrier.c: write barriers. Deletion barrier only, see gc.h: what a store overwrites is shaded, what it stores need not be.
 *
 * Steps of a barriered store and of the first stop of a cycle:
 *   mutator: 1 test tu_gc_marking, 2 shade old value, 3 store          collector: A stop all, B set tu_gc_marking, C go on
 * The bad order is 1 A B C 3. Cooperative safepoints lie outside 1-3; a goroutine stopped by a signal between 1 and 3 is the
 * one to fear, so the signal handler must not stop a goroutine there (tu__gc_pc_in_barrier).
 *
 * Shading here means to put the old value in a buffer of the P (tu__remember): preemption is disabled from test to store. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"
#include "runtime/val/val.h"
#include "runtime/include/tuco_intrin.h"

int32_t tu_gc_marking;

static void shade_old(void *old)
{
	/* Cheap refusals first; most overwritten words are nil or already marked. */
	if (!old || !tu__in_heap(old) || tu__is_marked((uintptr_t)old))
		return;
	tu__remember((uintptr_t)old);
}

/* The prologue of this function is a safepoint: the cycle seen by the caller's test may be over. A mark bit set outside a cycle
 * would make the next one skip the object, so the flag is tested again where no stop can come between. */
void tu_wb_slow(void **slot, void *val)
{
	tu__preempt_disable();
	if (tu_gc_marking && (uintptr_t)slot >= 4096)   /* nil plus a field: the caller's store will fault */
		shade_old(__atomic_load_n(slot, __ATOMIC_RELAXED));
	tu__preempt_enable();
}

void tu_wb_store(void **slot, void *val)
{
	tu__preempt_disable();
	if ((uintptr_t)slot >= 4096) {
		if (tu_gc_marking)
			shade_old(__atomic_load_n(slot, __ATOMIC_RELAXED));
		*slot = val;
	}
	tu__preempt_enable();
}

/* sync/atomic's pointer writes. A value that another thread stores between shading and exchange was shaded or is new. */
void tu_at_store_ptr(void *p, void *v) { (void)tu_at_swap_ptr(p, v); }
void *tu_at_swap_ptr(void *p, void *v)
{
	if (TU_LIKELY(!tu_gc_marking))
		return __atomic_exchange_n((void **)p, v, __ATOMIC_SEQ_CST);
	tu__preempt_disable();
	void *old = __atomic_exchange_n((void **)p, v, __ATOMIC_SEQ_CST);
	if (tu_gc_marking)
		shade_old(old);         /* no stop since the exchange: as good as before it */
	tu__preempt_enable();
	return old;
}
uint8_t tu_at_cas_ptr(void *p, void *o, void *n)
{
	void *want = o;
	if (TU_LIKELY(!tu_gc_marking))
		return __atomic_compare_exchange_n((void **)p, &want, n, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
	tu__preempt_disable();
	uint8_t done = __atomic_compare_exchange_n((void **)p, &want, n, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
	if (done && tu_gc_marking)
		shade_old(o);
	tu__preempt_enable();
	return done;
}

/* Shades every pointer in [p, p + n * t->size). */
static void shade_values(const TuType *t, uint8_t *p, int64_t n)
{
	if (!t->ptr_nbyte)
		return;
	if (!t->ptrmask) {
		for (int64_t i = 0; i < n; i++)
			shade_values(t->elem, p + i * t->size, t->len);
		return;
	}
	for (int64_t i = 0; i < n; i++, p += t->size)
		for (int64_t k = 0; k < t->ptr_nbyte / 8; k += 8)
			for (uint32_t bits = t->ptrmask[k >> 3]; bits; bits &= bits - 1)
				shade_old(__atomic_load_n((void **)p + k + __builtin_ctz(bits), __ATOMIC_RELAXED));
}

void tu_wb_typed(const TuType *t, void *dst, const void *src)
{
	tu__preempt_disable();
	if (tu_gc_marking)
		shade_values(t, dst, 1);
	tu__preempt_enable();
}

static TU_NOINLINE void move_slow(const TuType *elem, void *dst, const void *src, int64_t n)
{
	tu__preempt_disable();
	if (tu_gc_marking)
		shade_values(elem, dst, n);
	tu_memmove(dst, src, n * elem->size);
	tu__preempt_enable();
}

TU_NOSPLIT void tu_typed_copy(const TuType *t, void *dst, const void *src)
{
	if (TU_UNLIKELY(tu_gc_marking))
		move_slow(t, dst, src, 1);
	else
		tu_memmove(dst, src, t->size);
}

TU_NOSPLIT void tu_typed_move(const TuType *elem, void *dst, const void *src, int64_t n)
{
	if (TU_UNLIKELY(tu_gc_marking))
		move_slow(elem, dst, src, n);
	else
		tu_memmove(dst, src, n * elem->size);
}

static TU_NOINLINE void clear_slow(const TuType *elem, void *dst, int64_t n)
{
	tu__preempt_disable();
	if (tu_gc_marking)
		shade_values(elem, dst, n);
	__builtin_memset(dst, 0, (size_t)(n * elem->size));
	tu__preempt_enable();
}

TU_NOSPLIT void tu_typed_clear(const TuType *elem, void *dst, int64_t n)
{
	if (TU_UNLIKELY(tu_gc_marking))
		clear_slow(elem, dst, n);
	else
		__builtin_memset(dst, 0, (size_t)(n * elem->size));
}
#endif
#include "runtime/base/rt.h"

/* M stack; see tu_wb_keep. */
void tu__wb_keep_body(void **slot_and_value) { tu_wb_store((void **)slot_and_value[0], slot_and_value[1]); }

/* A goroutine about to be stopped by a signal at pc: the pc to resume it at. Inside the assembly of tu_store_ptr
 *     3e 83 3d rel32 00   ds cmpl $0, tu_gc_marking(%rip)
 *     75 rel8  or  0f 85 rel32   jne slow
 *     ...                 movq
 * that is the start, else pc itself. Reads bytes before pc in the same function only: 14 bytes of code precede any G_ function. */
TU_NOSPLIT uintptr_t tu__gc_barrier_start(uintptr_t pc)
{
	static const uint8_t back[] = { 8, 10, 14 };
	for (int i = 0; i < 3; i++) {
		const uint8_t *q = (const uint8_t *)pc - back[i];
		int32_t rel;
		if (q[0] != 0x3e || q[1] != 0x83 || q[2] != 0x3d || q[7] != 0)
			continue;
		__builtin_memcpy(&rel, q + 3, 4);
		if ((uintptr_t)q + 8 + (uint64_t)(int64_t)rel != (uintptr_t)&tu_gc_marking)
			continue;
		if ((back[i] == 10 && q[8] != 0x75) || (back[i] == 14 && (q[8] != 0x0f || q[9] != 0x85)))
			continue;
		return (uintptr_t)q;
	}
	return pc;
}
