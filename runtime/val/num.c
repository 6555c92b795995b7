/* num.c: conversions and divisions whose C form is undefined or differs; results as Go's gc on amd64. */
#include "runtime/val/val.h"

/* CVTTSD2SQ gives the smallest int64 for everything out of range and for NaN. */
TU_NOSPLIT int64_t tu_f64_to_i64(double x)
{
	int64_t r;
	__asm__("cvttsd2siq %1, %0" : "=r"(r) : "x"(x));
	return r;
}

/* Values from 2^63 up are converted after subtracting 2^63; negative ones keep the signed result's bits; too large ones and NaN give 2^63. */
TU_NOSPLIT uint64_t tu_f64_to_u64(double x)
{
	const double two63 = 9223372036854775808.0;
	if (x < two63)
		return (uint64_t)tu_f64_to_i64(x);
	return (uint64_t)tu_f64_to_i64(x - two63) | 0x8000000000000000u;
}

static int is_inf(double x) { return x > 1.7976931348623157e308 || x < -1.7976931348623157e308; }
static int is_nan(double x) { return x != x; }
static int is_fin(double x) { return !is_inf(x) && !is_nan(x); }
static double unit_if_inf(double x) { return __builtin_copysign(is_inf(x) ? 1.0 : 0.0, x); }

/* Smith's method, then repair of the results C99's annex G wants infinite or zero. */
TuC128 tu_c128_div(TuC128 num, TuC128 den)
{
	double a = __real__ num, b = __imag__ num, c = __real__ den, d = __imag__ den, re, im;
	if (__builtin_fabs(c) >= __builtin_fabs(d)) {
		double q = d / c, scale = c + q * d;
		re = (a + b * q) / scale;
		im = (b - a * q) / scale;
	} else {
		double q = c / d, scale = d + q * c;
		re = (a * q + b) / scale;
		im = (b * q - a) / scale;
	}
	if (is_nan(re) && is_nan(im)) {
		int num_nan = is_nan(a) && is_nan(b), num_fin = is_fin(a) && is_fin(b);
		if (c == 0 && d == 0 && !num_nan) {
			double inf = __builtin_copysign(__builtin_inf(), c);
			re = inf * a;
			im = inf * b;
		} else if ((is_inf(a) || is_inf(b)) && is_fin(c) && is_fin(d)) {
			a = unit_if_inf(a);
			b = unit_if_inf(b);
			re = __builtin_inf() * (a * c + b * d);
			im = __builtin_inf() * (b * c - a * d);
		} else if ((is_inf(c) || is_inf(d)) && num_fin) {
			c = unit_if_inf(c);
			d = unit_if_inf(d);
			re = 0 * (a * c + b * d);
			im = 0 * (b * c - a * d);
		}
	}
	TuC128 r;
	__real__ r = re;
	__imag__ r = im;
	return r;
}
