/* string.c: concatenation and conversions of strings.
 *
 * Byte tables for one-byte strings keep them off the heap. Invalid UTF-8 decodes to U+FFFD of width 1. */
#include "runtime/val/val.h"
#include "runtime/heap/heap.h"

#define RUNE_ERROR 0xFFFD
#define MAX_RUNE 0x10FFFF

extern const char __ehdr_start[] TU_WEAK;
extern const char _end[];

/* True when p may be the caller's frame: neither heap nor the program's image. */
static int maybe_on_stack(const uint8_t *p)
{
	if (tu__in_heap(p))
		return 0;
	return !(p >= (const uint8_t *)__ehdr_start && p < (const uint8_t *)_end);
}

static inline const uint8_t *byte_string(uint8_t c) { return (const uint8_t *)&tu__small_words[c]; }

/* An operand alone is the result, unless it may die before the result does: copy_stack. */
static inline __attribute__((always_inline)) TuString cat(void *buf, int64_t nbuf, const TuString *v, int64_t n, int copy_stack)
{
	int64_t total = 0, count = 0, last = 0;
	for (int64_t i = 0; i < n; i++) {
		if (v[i].n == 0)
			continue;
		if (__builtin_add_overflow(total, v[i].n, &total))
			tu__throw("string concatenation too long");
		count++;
		last = i;
	}
	if (count == 0)
		return (TuString){ NULL, 0 };
	if (count == 1 && (!copy_stack || !maybe_on_stack(v[last].p)))
		return v[last];
	uint8_t *p = buf && total <= nbuf ? buf : tu__alloc_bytes(total), *q = p;
	for (int64_t i = 0; i < n; i++) {
		if (v[i].n) {
			tu_memmove(q, v[i].p, v[i].n);
			q += v[i].n;
		}
	}
	return (TuString){ p, total };
}

TuString tu_str_cat(void *buf, int64_t nbuf, const TuString *v, int64_t n) { return cat(buf, nbuf, v, n, !buf); }

/* What a piece was handed out for: counted when it was used. */
static inline TuString take_piece(TuString s, uint8_t *piece, uint32_t *used)
{
	if (s.p == piece)
		*used += (uint32_t)s.n;
	return s;
}

TuString tu_str_cat_piece(uint8_t *buf, int64_t nbuf, uint32_t *used, const TuString *v, int64_t n)
{
	return take_piece(cat(buf + *used, nbuf - *used, v, n, 1), buf + *used, used);
}

/* Writes r as UTF-8, surrogates and out of range values as U+FFFD; number of bytes. */
static int64_t encode(uint8_t *p, int64_t r)
{
	if (r >= 0 && r < 0x80) {
		p[0] = (uint8_t)r;
		return 1;
	}
	if (r < 0 || r > MAX_RUNE || (r >= 0xD800 && r <= 0xDFFF))
		r = RUNE_ERROR;
	if (r < 0x800) {
		p[0] = (uint8_t)(0xC0 | r >> 6);
		p[1] = (uint8_t)(0x80 | (r & 0x3F));
		return 2;
	}
	if (r < 0x10000) {
		p[0] = (uint8_t)(0xE0 | r >> 12);
		p[1] = (uint8_t)(0x80 | (r >> 6 & 0x3F));
		p[2] = (uint8_t)(0x80 | (r & 0x3F));
		return 3;
	}
	p[0] = (uint8_t)(0xF0 | r >> 18);
	p[1] = (uint8_t)(0x80 | (r >> 12 & 0x3F));
	p[2] = (uint8_t)(0x80 | (r >> 6 & 0x3F));
	p[3] = (uint8_t)(0x80 | (r & 0x3F));
	return 4;
}

static int64_t encoded_len(int32_t r)
{
	if ((uint32_t)r < 0x80)
		return 1;
	if (r < 0 || r > MAX_RUNE || (r >= 0xD800 && r <= 0xDFFF))
		return 3;
	return r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;
}

TuString tu_str_from_rune(void *buf, int64_t r)
{
	if (!buf && r >= 0 && r < 0x80)
		return (TuString){ byte_string((uint8_t)r), 1 };
	uint8_t *p = buf ? buf : tu__alloc_bytes(4);
	return (TuString){ p, encode(p, r) };
}

TuString tu_str_from_bytes(void *buf, int64_t nbuf, const void *p, int64_t n)
{
	if (n == 0)
		return (TuString){ NULL, 0 };
	if (n == 1)
		return (TuString){ byte_string(*(const uint8_t *)p), 1 };
	uint8_t *q = buf && n <= nbuf ? buf : tu__alloc_bytes(n);
	tu_memmove(q, p, n);
	return (TuString){ q, n };
}

TuString tu_str_from_bytes_piece(uint8_t *buf, int64_t nbuf, uint32_t *used, const void *p, int64_t n)
{
	return take_piece(tu_str_from_bytes(buf + *used, nbuf - *used, p, n), buf + *used, used);
}

TuString tu_str_from_runes(void *buf, int64_t nbuf, const void *p, int64_t n)
{
	const int32_t *r = p;
	int64_t total = 0;
	for (int64_t i = 0; i < n; i++)
		total += encoded_len(r[i]);
	if (total == 0)
		return (TuString){ NULL, 0 };
	uint8_t *q = buf && total <= nbuf ? buf : tu__alloc_bytes(total);
	int64_t at = 0;
	for (int64_t i = 0; i < n; i++) {
		if (at + encoded_len(r[i]) > total)     /* the runes changed under us: a racy program */
			break;
		at += encode(q + at, r[i]);
	}
	return (TuString){ q, at };
}

TuSlice tu_bytes_noinit(int64_t n)
{
	int64_t cap = tu__round_size(n, 1);
	return (TuSlice){ tu__alloc_bytes(cap), n, cap };
}

TuSlice tu_bytes_from_str(void *buf, int64_t nbuf, const uint8_t *p, int64_t n)
{
	TuSlice s;
	if (buf && n <= nbuf)
		s = (TuSlice){ buf, n, nbuf };
	else
		s = tu_bytes_noinit(n);
	tu_memmove(s.p, p, n);
	__builtin_memset((uint8_t *)s.p + n, 0, (size_t)(s.c - n));
	return s;
}

TuSlice tu_runes_from_str(void *buf, int64_t nbuf, const uint8_t *p, int64_t n)
{
	int64_t count = 0;
	int32_t r;
	for (int64_t i = 0; i < n; count++)
		i = p[i] < 0x80 ? i + 1 : tu_decode_rune(p, n, i, &r);
	TuSlice s;
	if (buf && count * 4 <= nbuf) {
		s = (TuSlice){ buf, count, nbuf / 4 };
	} else {
		if (count > INT64_MAX / 8)
			tu__throw("out of memory");
		int64_t mem = tu__round_size(count * 4, 1);
		s = (TuSlice){ tu__alloc_bytes(mem), count, mem / 4 };
	}
	int32_t *q = s.p;
	for (int64_t i = 0, k = 0; i < n; k++) {
		if (p[i] < 0x80)
			q[k] = p[i++];
		else
			i = tu_decode_rune(p, n, i, &q[k]);
	}
	__builtin_memset(q + count, 0, (size_t)(s.c - count) * 4);
	return s;
}

/* Smallest value and payload bits by length; the second byte's range excludes overlong forms and surrogates. */
TU_NOSPLIT int64_t tu_decode_rune(const uint8_t *p, int64_t n, int64_t i, int32_t *rune)
{
	uint32_t c = p[i];
	if (c < 0x80) {
		*rune = (int32_t)c;
		return i + 1;
	}
	*rune = RUNE_ERROR;
	int64_t left = n - i;
	if (c < 0xC2 || c > 0xF4 || left < 2)
		return i + 1;
	uint32_t c1 = p[i + 1];
	if (c < 0xE0) {
		if ((c1 & 0xC0) != 0x80)
			return i + 1;
		*rune = (int32_t)((c & 0x1F) << 6 | (c1 & 0x3F));
		return i + 2;
	}
	uint32_t lo = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80, hi = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
	if (c1 < lo || c1 > hi || left < 3 || (p[i + 2] & 0xC0) != 0x80)
		return i + 1;
	if (c < 0xF0) {
		*rune = (int32_t)((c & 0x0F) << 12 | (c1 & 0x3F) << 6 | (uint32_t)(p[i + 2] & 0x3F));
		return i + 3;
	}
	if (left < 4 || (p[i + 3] & 0xC0) != 0x80)
		return i + 1;
	*rune = (int32_t)((c & 0x07) << 18 | (c1 & 0x3F) << 12 | (uint32_t)(p[i + 2] & 0x3F) << 6 | (uint32_t)(p[i + 3] & 0x3F));
	return i + 4;
}
