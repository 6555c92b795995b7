/* bits.c: fixed-size bit sets. */
#include "compiler/base/base.h"

Bits bits_new(Arena *a, int nbit)
{
	return (Bits){ arena_array(a, uint64_t, (nbit + 63) / 64), nbit };
}

bool bits_or(Bits *dst, const Bits *src)
{
	assert(dst->nbit == src->nbit);
	uint64_t changed = 0;
	for (int i = 0; i < (dst->nbit + 63) / 64; i++) {
		uint64_t w = dst->w[i] | src->w[i];
		changed |= w ^ dst->w[i];
		dst->w[i] = w;
	}
	return changed != 0;
}
