/* print_float.c: floating-point numbers as Go 1.27's println shows them: the shortest decimal that reads back as the same value, in
 * the form of strconv's 'g'.
 *
 * Digits come from the exact algorithm of Steele and White as improved by Burger and Dybvig: v lies between r/s - m/s and r/s + p/s, the
 * halfway points to its neighbours, all as big integers over the common denominator s; digits of r/s are produced until the rest is
 * inside the interval. Example 0.3: digit 3 leaves a rest smaller than the distance to the neighbour, so one digit is enough.
 * Numbers need at most 1131 bits (5e-324 scaled by 10^324). Slow and small; fmt has its own fast way. */
#include "runtime/base/rt.h"

enum { NLIMB = 38, MAX_DIGIT = 17 };
typedef struct { int32_t n; uint32_t v[NLIMB]; } Big;           /* v[n-1] != 0 */

static void big_set(Big *b, uint64_t x)
{
	b->n = 0;
	for (; x; x >>= 32)
		b->v[b->n++] = (uint32_t)x;
}

static void big_mul(Big *b, uint32_t k)
{
	uint64_t carry = 0;
	for (int32_t i = 0; i < b->n; i++) {
		carry += (uint64_t)b->v[i] * k;
		b->v[i] = (uint32_t)carry;
		carry >>= 32;
	}
	if (carry)
		b->v[b->n++] = (uint32_t)carry;
}

static void big_shift(Big *b, int32_t bits)
{
	int32_t words = bits / 32;
	if (b->n == 0)
		return;
	big_mul(b, 1u << bits % 32);
	for (int32_t i = b->n - 1; i >= 0; i--)
		b->v[i + words] = b->v[i];
	for (int32_t i = 0; i < words; i++)
		b->v[i] = 0;
	b->n += words;
}

static int big_cmp(const Big *a, const Big *b)
{
	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	for (int32_t i = a->n - 1; i >= 0; i--)
		if (a->v[i] != b->v[i])
			return a->v[i] < b->v[i] ? -1 : 1;
	return 0;
}

/* a + b compared with c */
static int big_cmp_sum(const Big *a, const Big *b, const Big *c)
{
	Big t = *a;
	uint64_t carry = 0;
	for (int32_t i = 0; i < b->n || carry || i < t.n; i++) {
		carry += (uint64_t)(i < t.n ? t.v[i] : 0) + (i < b->n ? b->v[i] : 0);
		if (i >= t.n)
			t.n = i + 1;
		t.v[i] = (uint32_t)carry;
		carry >>= 32;
	}
	return big_cmp(&t, c);
}

static void big_sub(Big *a, const Big *b)               /* a >= b */
{
	int64_t borrow = 0;
	for (int32_t i = 0; i < a->n; i++) {
		borrow += (int64_t)a->v[i] - (i < b->n ? b->v[i] : 0);
		a->v[i] = (uint32_t)borrow;
		borrow >>= 32;
	}
	while (a->n && !a->v[a->n - 1])
		a->n--;
}

static void big_pow10(Big *b, int32_t k)
{
	for (; k >= 9; k -= 9)
		big_mul(b, 1000000000);
	for (; k > 0; k--)
		big_mul(b, 10);
}

/* Digits of f * 2^e, f > 0; low: the gap below is half the gap above. Returns the count; *point: value is 0.DIGITS * 10^point. */
static int32_t shortest(uint64_t f, int32_t e, uint8_t low, char *digit, int32_t *point)
{
	Big r, s, p, m;                         /* p: half gap above, m: below */
	int32_t n = 0, k;
	uint8_t even = !(f & 1);
	big_set(&r, f);
	big_set(&s, 1);
	big_set(&p, 1);
	big_set(&m, 1);
	big_shift(&r, 1 + low + (e > 0 ? e : 0));
	big_shift(&s, 1 + low + (e < 0 ? -e : 0));
	big_shift(&p, low + (e > 0 ? e : 0));
	big_shift(&m, e > 0 ? e : 0);
	/* estimate of the decimal exponent, at most one too small: bits * log10(2) */
	int32_t bits = 64 - __builtin_clzll(f) + e;
	k = (int32_t)(((int64_t)(bits - 1) * 1292913986) >> 32);
	if (k > 0) {
		big_pow10(&s, k);
	} else {
		big_pow10(&r, -k);
		big_pow10(&p, -k);
		big_pow10(&m, -k);
	}
	for (; big_cmp_sum(&r, &p, &s) >= (even ? 0 : 1); k++)
		big_mul(&s, 10);
	*point = k;
	for (;;) {
		char d = 0;
		big_mul(&r, 10);
		big_mul(&p, 10);
		big_mul(&m, 10);
		for (; big_cmp(&r, &s) >= 0; d++)
			big_sub(&r, &s);
		uint8_t down = big_cmp(&r, &m) < (even ? 1 : 0);
		uint8_t up = big_cmp_sum(&r, &p, &s) >= (even ? 0 : 1);
		if (!down && !up && n < MAX_DIGIT - 1) {
			digit[n++] = (char)('0' + d);
			continue;
		}
		if (up && (!down || big_cmp_sum(&r, &r, &s) > 0 || (big_cmp_sum(&r, &r, &s) == 0 && (d & 1))))
			d++;
		digit[n++] = (char)('0' + d);
		return n;
	}
}

static void print_value(uint64_t f, int32_t e, uint8_t low, uint8_t neg)
{
	char digit[MAX_DIGIT + 1], t[40];
	int32_t point, n = shortest(f, e, low, digit, &point), k = 0, x = point - 1;
	if (neg)
		t[k++] = '-';
	if (x < -4 || x >= 6) {
		t[k++] = digit[0];
		if (n > 1)
			t[k++] = '.';
		for (int32_t i = 1; i < n; i++)
			t[k++] = digit[i];
		t[k++] = 'e';
		t[k++] = x < 0 ? '-' : '+';
		if (x < 0)
			x = -x;
		if (x >= 100)
			t[k++] = (char)('0' + x / 100);
		t[k++] = (char)('0' + x / 10 % 10);
		t[k++] = (char)('0' + x % 10);
	} else if (point <= 0) {
		t[k++] = '0';
		t[k++] = '.';
		for (int32_t i = point; i < 0; i++)
			t[k++] = '0';
		for (int32_t i = 0; i < n; i++)
			t[k++] = digit[i];
	} else {
		for (int32_t i = 0; i < n || i < point; i++) {
			if (i == point)
				t[k++] = '.';
			t[k++] = i < n ? digit[i] : '0';
		}
	}
	tu__print_n(t, k);
}

/* Prints the special values; 1 when it did. */
static uint8_t print_special(double v)
{
	if (v != v)
		tu__print("NaN");
	else if (v - v != 0)
		tu__print(v > 0 ? "+Inf" : "-Inf");
	else if (v == 0)
		tu__print(__builtin_signbit(v) ? "-0" : "0");
	else
		return 0;
	return 1;
}

void tu__print_f64(double v)
{
	uint64_t u;
	if (print_special(v))
		return;
	__builtin_memcpy(&u, &v, 8);
	uint64_t f = u & (((uint64_t)1 << 52) - 1);
	int32_t e = (int32_t)(u >> 52 & 2047);
	print_value(e ? f | (uint64_t)1 << 52 : f, (e ? e : 1) - 1075, f == 0 && e > 1, u >> 63);
}

void tu__print_f32(float v)
{
	uint32_t u;
	if (print_special(v))
		return;
	__builtin_memcpy(&u, &v, 4);
	uint32_t f = u & ((1u << 23) - 1);
	int32_t e = (int32_t)(u >> 23 & 255);
	print_value(e ? f | 1u << 23 : f, (e ? e : 1) - 150, f == 0 && e > 1, u >> 31);
}

/* The imaginary part always shows a sign. */
static void print_plus(double v)
{
	if (v != v || (!__builtin_signbit(v) && v - v == 0))
		tu__print("+");
}

void tu_print_f64(double v) { tu__print_f64(v); }
void tu_print_f32(float v) { tu__print_f32(v); }

void tu_print_c128(TuC128 v)
{
	tu__print("(");
	tu__print_f64(__real__ v);
	print_plus(__imag__ v);
	tu__print_f64(__imag__ v);
	tu__print("i)");
}

void tu_print_c64(TuC64 v)
{
	tu__print("(");
	tu__print_f32(__real__ v);
	print_plus(__imag__ v);
	tu__print_f32(__imag__ v);
	tu__print("i)");
}
