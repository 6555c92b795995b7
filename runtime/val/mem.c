/* mem.c: comparing and moving memory.
 *
 * musl's memcmp looks at one byte at a time and its memcpy starts `rep movsq` for every length, which costs some 30 cycles.
 * Emitted C copies structs and strings all the time, so the four mem functions are defined here for static musl programs
 * and win over libc's archive members. All are leaves without calls: safe in every context, including signal handlers. */
#include "runtime/val/val.h"
#include <features.h>
#include <emmintrin.h>

#define KEEP __attribute__((optimize("no-tree-loop-distribute-patterns"))) TU_NOSPLIT

KEEP uint8_t tu_mem_eq(const void *va, const void *vb, int64_t n)
{
	const uint8_t *a = va, *b = vb;
	if (n < 16) {
		if (n >= 8)
			return ((tu__load64(a) ^ tu__load64(b)) | (tu__load64(a + n - 8) ^ tu__load64(b + n - 8))) == 0;
		if (n >= 4)
			return ((tu__load32(a) ^ tu__load32(b)) | (tu__load32(a + n - 4) ^ tu__load32(b + n - 4))) == 0;
		return n == 0 || (a[0] == b[0] && a[n >> 1] == b[n >> 1] && a[n - 1] == b[n - 1]);
	}
	for (; n > 64; n -= 64, a += 64, b += 64) {
		__m128i x0 = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)a), _mm_loadu_si128((const __m128i *)b));
		__m128i x1 = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(a + 16)), _mm_loadu_si128((const __m128i *)(b + 16)));
		__m128i x2 = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(a + 32)), _mm_loadu_si128((const __m128i *)(b + 32)));
		__m128i x3 = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(a + 48)), _mm_loadu_si128((const __m128i *)(b + 48)));
		if (_mm_movemask_epi8(_mm_and_si128(_mm_and_si128(x0, x1), _mm_and_si128(x2, x3))) != 0xffff)
			return 0;
	}
	for (; n > 16; n -= 16, a += 16, b += 16)
		if (_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)a), _mm_loadu_si128((const __m128i *)b))) != 0xffff)
			return 0;
	a += n - 16;
	b += n - 16;
	return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)a), _mm_loadu_si128((const __m128i *)b))) == 0xffff;
}

/* Index of the first difference in n bytes, n when none. */
static inline __attribute__((always_inline)) int64_t first_diff(const uint8_t *a, const uint8_t *b, int64_t n)
{
	int64_t i = 0;
	for (; i + 16 <= n; i += 16) {
		int m = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(a + i)), _mm_loadu_si128((const __m128i *)(b + i))));
		if (m != 0xffff)
			return i + __builtin_ctz(~(uint32_t)m);
	}
	for (; i + 8 <= n; i += 8) {
		uint64_t x = tu__load64(a + i) ^ tu__load64(b + i);
		if (x)
			return i + (__builtin_ctzll(x) >> 3);
	}
	for (; i < n; i++)
		if (a[i] != b[i])
			return i;
	return n;
}

KEEP int64_t tu_str_cmp(const uint8_t *a, int64_t an, const uint8_t *b, int64_t bn)
{
	int64_t n = an < bn ? an : bn;
	int64_t i = a == b ? n : first_diff(a, b, n);
	if (i < n)
		return a[i] < b[i] ? -1 : 1;
	return an < bn ? -1 : an > bn;
}

static inline __attribute__((always_inline)) void copy_fwd(uint8_t *d, const uint8_t *s, uint64_t n)
{
	if (n >= 2048) {
		__asm__ volatile("rep movsb" : "+D"(d), "+S"(s), "+c"(n) :: "memory");
		return;
	}
	__m128i last = _mm_loadu_si128((const __m128i *)(s + n - 16));
	uint8_t *end = d + n - 16;
	for (; n > 64; n -= 64, d += 64, s += 64) {
		__m128i a = _mm_loadu_si128((const __m128i *)s), b = _mm_loadu_si128((const __m128i *)(s + 16));
		__m128i c = _mm_loadu_si128((const __m128i *)(s + 32)), e = _mm_loadu_si128((const __m128i *)(s + 48));
		_mm_storeu_si128((__m128i *)d, a);
		_mm_storeu_si128((__m128i *)(d + 16), b);
		_mm_storeu_si128((__m128i *)(d + 32), c);
		_mm_storeu_si128((__m128i *)(d + 48), e);
	}
	for (; n > 16; n -= 16, d += 16, s += 16)
		_mm_storeu_si128((__m128i *)d, _mm_loadu_si128((const __m128i *)s));
	_mm_storeu_si128((__m128i *)end, last);
}

static inline __attribute__((always_inline)) void copy_back(uint8_t *d, const uint8_t *s, uint64_t n)
{
	__m128i first = _mm_loadu_si128((const __m128i *)s);
	uint8_t *begin = d;
	for (; n > 16; n -= 16)
		_mm_storeu_si128((__m128i *)(d + n - 16), _mm_loadu_si128((const __m128i *)(s + n - 16)));
	_mm_storeu_si128((__m128i *)begin, first);
}

static inline __attribute__((always_inline)) void *move(void *vd, const void *vs, uint64_t n, int may_overlap)
{
	uint8_t *d = vd;
	const uint8_t *s = vs;
	if (n <= 16) {
		if (n >= 8) {
			uint64_t a = tu__load64(s), b = tu__load64(s + n - 8);
			__builtin_memcpy(d, &a, 8);
			__builtin_memcpy(d + n - 8, &b, 8);
		} else if (n >= 4) {
			uint32_t a = tu__load32(s), b = tu__load32(s + n - 4);
			__builtin_memcpy(d, &a, 4);
			__builtin_memcpy(d + n - 4, &b, 4);
		} else if (n) {
			uint8_t a = s[0], b = s[n >> 1], c = s[n - 1];
			d[0] = a;
			d[n >> 1] = b;
			d[n - 1] = c;
		}
		return vd;
	}
	if (n <= 32) {
		__m128i a = _mm_loadu_si128((const __m128i *)s), b = _mm_loadu_si128((const __m128i *)(s + n - 16));
		_mm_storeu_si128((__m128i *)d, a);
		_mm_storeu_si128((__m128i *)(d + n - 16), b);
		return vd;
	}
	if (may_overlap && (uintptr_t)d - (uintptr_t)s < n)
		copy_back(d, s, n);
	else if (may_overlap && (uintptr_t)s - (uintptr_t)d < 64 && n < 2048)
		for (; n; n--)                  /* forward by less than one vector block: bytewise keeps the order right */
			*d++ = *s++;
	else
		copy_fwd(d, s, n);
	return vd;
}

KEEP void *tu_memmove(void *d, const void *s, int64_t n)
{
	return move(d, s, (uint64_t)n, 1);
}

static inline __attribute__((always_inline)) void *fill(void *vd, int c, uint64_t n)
{
	uint8_t *d = vd;
	if (n < 16) {
		uint64_t v = (uint8_t)c * 0x0101010101010101u;
		if (n >= 8) {
			__builtin_memcpy(d, &v, 8);
			__builtin_memcpy(d + n - 8, &v, 8);
		} else if (n >= 4) {
			__builtin_memcpy(d, &v, 4);
			__builtin_memcpy(d + n - 4, &v, 4);
		} else if (n) {
			d[0] = d[n >> 1] = d[n - 1] = (uint8_t)c;
		}
		return vd;
	}
	if (n >= 2048) {
		uint8_t *p = d;
		__asm__ volatile("rep stosb" : "+D"(p), "+c"(n) : "a"(c) : "memory");
		return vd;
	}
	__m128i v = _mm_set1_epi8((char)c);
	uint8_t *end = d + n - 16;
	for (; d < end; d += 16)
		_mm_storeu_si128((__m128i *)d, v);
	_mm_storeu_si128((__m128i *)end, v);
	return vd;
}

#ifndef __GLIBC__
KEEP void *memcpy(void *restrict d, const void *restrict s, size_t n) { return move(d, s, n, 0); }
KEEP void *memmove(void *d, const void *s, size_t n) { return move(d, s, n, 1); }
KEEP void *memset(void *d, int c, size_t n) { return fill(d, c, n); }
KEEP int memcmp(const void *va, const void *vb, size_t n)
{
	const uint8_t *a = va, *b = vb;
	int64_t i = first_diff(a, b, (int64_t)n);
	return i < (int64_t)n ? a[i] - b[i] : 0;
}
#else
void *tu__unused_fill(void *d, int c, size_t n) { return fill(d, c, n); }
#endif
