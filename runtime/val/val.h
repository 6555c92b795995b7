/* val.h: shared inside runtime/val and by its users above: hashing primitives, panics with Go's texts, the map's structures. */
#ifndef TUCO_VAL_H
#define TUCO_VAL_H
#include "runtime/base/rt.h"

/* Hooks of stdlib/runtime/hooks.go; weak so that C-only programs link. They do not return. */
TU_WEAK void G_runtime_otuPanicError(const uint8_t *p, int64_t n);
TU_WEAK void G_runtime_otuPanicPlain(const uint8_t *p, int64_t n);
TU_WEAK void G_runtime_otuPanicPlain(const uint8_t *p, int64_t n);
TU_WEAK void G_runtime_otuPanicDottype(const void *have, const void *want, const void *iface, const uint8_t *p, int64_t n);

/* Panics with a runtime.Error whose text is "runtime error: " + text. */
TU_NORETURN void tu__panic_error(const char *text);
/* The same with a type's name appended. */
TU_NORETURN void tu__panic_error_type(const char *text, const TuType *t);
TU_NORETURN void tu__panic_plain_type(const char *text, const TuType *t);

extern uint64_t tu__hash_key[4];        /* per process, odd; filled by tu__hash_init */
void tu__hash_init(void);               /* called by tu__heap_init */

static inline uint64_t tu__mix(uint64_t a, uint64_t b)
{
	unsigned __int128 p = (unsigned __int128)a * b;
	return (uint64_t)p ^ (uint64_t)(p >> 64);
}
static inline uint64_t tu__load64(const void *p)
{
	uint64_t v;
	__builtin_memcpy(&v, p, 8);
	return v;
}
static inline uint32_t tu__load32(const void *p)
{
	uint32_t v;
	__builtin_memcpy(&v, p, 4);
	return v;
}
static inline uint64_t tu__hash_u64(uint64_t v, uint64_t seed)
{
	return tu__mix(v ^ tu__hash_key[0], seed ^ tu__hash_key[1]);
}

/* Overlapping loads for the short lengths, 16 bytes a round after that; every input bit reaches every output bit through
 * two 64x64 multiplications. */
static inline uint64_t tu__hash_bytes(const uint8_t *p, int64_t n, uint64_t seed)
{
	uint64_t a, b;
	seed ^= tu__hash_key[0];
	if (TU_LIKELY(n <= 16)) {
		if (n >= 8) {
			a = tu__load64(p);
			b = tu__load64(p + n - 8);
		} else if (n >= 4) {
			a = tu__load32(p);
			b = tu__load32(p + n - 4);
		} else if (n > 0) {
			a = (uint64_t)p[0] << 16 | (uint64_t)p[n >> 1] << 8 | p[n - 1];
			b = 0;
		} else {
			a = b = 0;
		}
	} else {
		int64_t i = n;
		if (i > 48) {
			uint64_t s1 = seed, s2 = seed;
			do {
				seed = tu__mix(tu__load64(p) ^ tu__hash_key[1], tu__load64(p + 8) ^ seed);
				s1 = tu__mix(tu__load64(p + 16) ^ tu__hash_key[2], tu__load64(p + 24) ^ s1);
				s2 = tu__mix(tu__load64(p + 32) ^ tu__hash_key[3], tu__load64(p + 40) ^ s2);
				p += 48;
				i -= 48;
			} while (i > 48);
			seed ^= s1 ^ s2;
		}
		while (i > 16) {
			seed = tu__mix(tu__load64(p) ^ tu__hash_key[1], tu__load64(p + 8) ^ seed);
			p += 16;
			i -= 16;
		}
		a = tu__load64(p + i - 16);
		b = tu__load64(p + i - 8);
	}
	return tu__mix(tu__hash_key[1] ^ (uint64_t)n, tu__mix(a ^ tu__hash_key[1], b ^ seed));
}

/* Equality of short memory, inlined into map probes. */
static inline uint8_t tu__mem_eq(const uint8_t *a, const uint8_t *b, int64_t n)
{
	if (n >= 8) {
		if (n <= 16)
			return ((tu__load64(a) ^ tu__load64(b)) | (tu__load64(a + n - 8) ^ tu__load64(b + n - 8))) == 0;
		return tu_mem_eq(a, b, n);
	}
	if (n >= 4)
		return ((tu__load32(a) ^ tu__load32(b)) | (tu__load32(a + n - 4) ^ tu__load32(b + n - 4))) == 0;
	if (n == 0)
		return 1;
	return a[0] == b[0] && a[n >> 1] == b[n >> 1] && a[n - 1] == b[n - 1];
}

#endif
