/* sym.c: interned strings. Equal text is the equal pointer, so names compare with ==. */
#include "compiler/base/base.h"
#include <stdlib.h>

/* The hash is kept beside the pointer: a probe that misses does not touch the name. */
typedef struct Slot { Sym *y; uint32_t hash; } Slot;
static struct { Slot *slot; uint32_t nslot, n; } tab;

/* Eight bytes at a step. The same on every machine we run on; nothing depends on its values. */
static uint32_t hash_text(const char *s, size_t n)
{
	const uint64_t k = 0x9e3779b97f4a7c15ull;
	uint64_t h = n * k, w = 0;
	for (; n >= 8; n -= 8, s += 8) {
		memcpy(&w, s, 8);
		h = (h ^ w) * k;
		h ^= h >> 32;
	}
	if (n >= 4) {
		uint32_t lo, hi;        /* they may overlap */
		memcpy(&lo, s, 4);
		memcpy(&hi, s + n - 4, 4);
		w = lo | (uint64_t)hi << 32;
	} else if (n) {
		w = (uint64_t)(uint8_t)s[0] | (uint64_t)(uint8_t)s[n / 2] << 8 | (uint64_t)(uint8_t)s[n - 1] << 16;
	} else {
		w = 0;
	}
	h = (h ^ w) * k;
	return (uint32_t)(h >> 32 ^ h >> 15);
}

static void grow_table(void)
{
	uint32_t nslot = tab.nslot ? tab.nslot * 2 : 4096;
	Slot *slot = calloc(nslot, sizeof *slot);
	if (!slot)
		die("out of memory");
	for (uint32_t i = 0; i < tab.nslot; i++) {
		if (!tab.slot[i].y)
			continue;
		uint32_t h = tab.slot[i].hash & (nslot - 1);
		while (slot[h].y)
			h = (h + 1) & (nslot - 1);
		slot[h] = tab.slot[i];
	}
	free(tab.slot);
	tab.slot = slot;
	tab.nslot = nslot;
}

Sym *sym_n(const char *s, size_t n)
{
	if (tab.n * 2 >= tab.nslot)
		grow_table();
	uint32_t hash = hash_text(s, n), h = hash & (tab.nslot - 1);
	for (; tab.slot[h].y; h = (h + 1) & (tab.nslot - 1)) {
		Sym *y = tab.slot[h].y;
		if (tab.slot[h].hash == hash && y->n == n && !memcmp(y->s, s, n))
			return y;
	}
	Sym *y = arena_alloc(&build_arena, sizeof(Sym) + n + 1);
	y->n = (uint32_t)n;
	y->id = tab.n++;
	y->hash = hash;
	memcpy(y->s, s, n);
	tab.slot[h] = (Slot){ y, hash };
	return y;
}

Sym *sym(const char *s)
{
	return sym_n(s, strlen(s));
}
