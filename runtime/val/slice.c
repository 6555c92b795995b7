/* slice.c: make and append. The capacities are Go 1.27's: a program can see them through cap(). */
#include "runtime/val/val.h"
#include "runtime/heap/heap.h"

#define MAX_ALLOC ((int64_t)1 << 48)
#define GROW_THRESHOLD 256      /* doubling below, then a smooth way down to 1.25 */

static int64_t next_cap(int64_t need, int64_t old)
{
	if ((uint64_t)need > 2 * (uint64_t)old)
		return need;
	if (old < GROW_THRESHOLD)
		return old * 2;
	uint64_t cap = (uint64_t)old;
	do
		cap += (cap + 3 * GROW_THRESHOLD) / 4;
	while (cap < (uint64_t)need);
	return (int64_t)cap <= 0 ? need : (int64_t)cap;
}

/* need is above c. Split from tu_slice_grow for the tests: the new capacity, or -1 when it can not exist. */
static int64_t grown_cap(const TuType *elem, int64_t c, int64_t need)
{
	int64_t nbyte, cap = next_cap(need, c);
	if (__builtin_mul_overflow(cap, elem->size, &nbyte) || nbyte > MAX_ALLOC)
		return -1;
	return tu__round_size(nbyte, elem->ptr_nbyte == 0) / elem->size;
}

TuSlice tu_slice_grow(const TuType *elem, void *p, int64_t n, int64_t c, int64_t need)
{
	if (need < 0)
		tu__panic_error("growslice: len out of range");
	if (need <= c && p)
		return (TuSlice){ p, need, c };
	if (elem->size == 0)
		return (TuSlice){ (void *)tu__zero_area, need, need };
	int64_t cap = grown_cap(elem, c, need);
	if (cap < 0)
		tu__panic_error("growslice: len out of range");
	uint8_t *q;
	int64_t used = n * elem->size;
	if (elem->ptr_nbyte == 0) {
		q = tu__alloc_bytes(cap * elem->size);
		/* Elements [n, need) are the caller's to fill; they are cleared too, it may fill them one call later. */
		__builtin_memset(q + used, 0, (size_t)(cap * elem->size - used));
	} else {
		q = tu_new_array(elem, cap);
	}
	tu_memmove(q, p, used);         /* fresh memory: no barrier */
	return (TuSlice){ q, need, cap };
}

TuSlice tu_slice_grow_buf(const TuType *elem, TuSlice s, int64_t k, uint8_t *buf, uint32_t *used, uint32_t nbuf, int32_t first)
{
	int64_t old = s.n - k, cap;
	if (s.n >= 0 && s.n < (int64_t)nbuf && elem->size) {
		uint32_t first_bytes = 32;
		uint8_t start = first && old == 0 && *used == 0 && s.n * elem->size <= first_bytes;
		cap = start ? first_bytes / elem->size : grown_cap(elem, s.c, s.n);
		uint32_t at = *used || start || !first ? *used : first_bytes;
		if (cap >= 0 && cap * elem->size <= (int64_t)nbuf - at) {
			uint8_t *q = buf + at;
			*used = (uint32_t)(at + (uint64_t)cap * elem->size + 15) & ~15u;
			if (*used > nbuf)
				*used = nbuf;
			tu_memmove(q, s.p, old * elem->size);
			__builtin_memset(q + old * elem->size, 0, (size_t)((cap - old) * elem->size));
			return (TuSlice){ q, s.n, cap };
		}
	}
	return tu_slice_grow(elem, s.p, old, s.c, s.n);
}

TuSlice tu_make_slice(const TuType *elem, int64_t len, int64_t cap)
{
	int64_t nbyte;
	if (TU_UNLIKELY(__builtin_mul_overflow(cap, elem->size, &nbyte) || nbyte > MAX_ALLOC || nbyte < 0 || len < 0 || len > cap)) {
		/* Blame the length when it alone is impossible, as Go does. */
		if (__builtin_mul_overflow(len, elem->size, &nbyte) || nbyte > MAX_ALLOC || nbyte < 0 || len < 0)
			tu__panic_error("makeslice: len out of range");
		tu__panic_error("makeslice: cap out of range");
	}
	return (TuSlice){ tu_new_array(elem, cap), len, cap };
}

/* Exchanges two values; tmp holds one meanwhile when barriers are needed. No safepoint comes in between. */
TU_NOSPLIT void tu_typed_swap(const TuType *t, void *p, void *q, void *tmp)
{
	if (TU_UNLIKELY(tu_gc_marking) || t->size & 7 || t->size > 128) {
		tu_typed_copy(t, tmp, p);
		tu_typed_copy(t, p, q);
		tu_typed_copy(t, q, tmp);
		return;
	}
	uint64_t *a = p, *b = q;
	for (uint64_t k = 0; k < (uint64_t)t->size / 8; k++) {
		uint64_t x = a[k];
		a[k] = b[k];
		b[k] = x;
	}
}
