/* bytealg.c: searching in byte strings for stdlib/internal/bytealg.
 *
 * The loops look at 16 bytes at a time with SSE2, which every amd64 has. No read ever crosses the end of the operand. All
 * functions are leaves with small frames, so they are safe on goroutine stacks. */
#include "runtime/abi/externs.h"

typedef char V16 __attribute__((vector_size(16)));

static inline V16 load16(const uint8_t *p)
{
	V16 v;
	__builtin_memcpy(&v, p, 16);
	return v;
}

static inline V16 splat(uint8_t c)
{
	char b = (char)c;
	return (V16){ b, b, b, b, b, b, b, b, b, b, b, b, b, b, b, b };
}

/* bit i set: byte i of the two vectors is equal */
static inline uint32_t eq_mask(V16 a, V16 b)
{
	return (uint32_t)__builtin_ia32_pmovmskb128((V16)(a == b));
}

int64_t tu_index_byte(const void *s, int64_t n, uint8_t c)
{
	const uint8_t *p = s;
	int64_t i = 0;
	V16 want = splat(c);
	for (; i + 16 <= n; i += 16) {
		uint32_t m = eq_mask(load16(p + i), want);
		if (m)
			return i + __builtin_ctz(m);
	}
	if (i < n && n >= 16) {         /* last 16 bytes again, overlapping what was seen */
		uint32_t m = eq_mask(load16(p + n - 16), want);
		return m ? n - 16 + __builtin_ctz(m) : -1;
	}
	for (; i < n; i++)
		if (p[i] == c)
			return i;
	return -1;
}

int64_t tu_last_index_byte(const void *s, int64_t n, uint8_t c)
{
	const uint8_t *p = s;
	V16 want = splat(c);
	for (; n >= 16; n -= 16) {
		uint32_t m = eq_mask(load16(p + n - 16), want);
		if (m)
			return n - 16 + (31 - __builtin_clz(m));
	}
	while (n > 0)
		if (p[--n] == c)
			return n;
	return -1;
}

int64_t tu_count_byte(const void *s, int64_t n, uint8_t c)
{
	const uint8_t *p = s;
	int64_t i = 0, count = 0;
	V16 want = splat(c);
	for (; i + 16 <= n; i += 16)
		count += __builtin_popcount(eq_mask(load16(p + i), want));
	for (; i < n; i++)
		count += p[i] == c;
	return count;
}

/* Looks for the first and the last byte of the needle together, then compares the rest. A needle that keeps fooling that filter
 * would make the search quadratic; after too many false starts the rest is searched with a rolling hash. */
static int64_t index_hash(const uint8_t *p, int64_t n, const uint8_t *q, int64_t m)
{
	const uint32_t prime = 16777619;
	uint32_t want = 0, have = 0, top = 1;
	for (int64_t i = 0; i < m; i++) {
		want = want * prime + q[i];
		have = have * prime + p[i];
		top *= prime;
	}
	for (int64_t i = 0;; i++) {
		if (have == want && tu_mem_eq(p + i, q, m))
			return i;
		if (i + m >= n)
			return -1;
		have = have * prime + p[i + m] - top * p[i];
	}
}

int64_t tu_index_mem(const void *s, int64_t n, const void *t, int64_t m)
{
	const uint8_t *p = s, *q = t;
	if (m == 0)
		return 0;
	if (m == 1)
		return tu_index_byte(s, n, q[0]);
	if (m >= n)
		return m == n && tu_mem_eq(p, q, n) ? 0 : -1;
	int64_t last = n - m, i = 0, fails = 0;
	V16 first_c = splat(q[0]), last_c = splat(q[m - 1]);
	for (; i + 15 <= last; i += 16) {
		uint32_t hit = eq_mask(load16(p + i), first_c) & eq_mask(load16(p + i + m - 1), last_c);
		while (hit) {
			int64_t at = i + __builtin_ctz(hit);
			if (m == 2 || tu_mem_eq(p + at + 1, q + 1, m - 2))
				return at;
			hit &= hit - 1;
			fails++;
		}
		if (fails > 16 + i / 8) {
			int64_t r = index_hash(p + i, n - i, q, m);
			return r < 0 ? r : i + r;
		}
	}
	for (; i <= last; i++)
		if (p[i] == q[0] && p[i + m - 1] == q[m - 1] && (m == 2 || tu_mem_eq(p + i + 1, q + 1, m - 2)))
			return i;
	return -1;
}
