/* math.c: the two functions of package math that need the CPU's fused multiply-add.
 *
 * Go's exp on amd64 gives slightly different last bits with and without FMA, so that choice is made here, at run time, the same way. Both
 * variants reduce x to r*16 + k*ln2, sum the Taylor series of e**r - 1 and square four times in the form (y+2)*y. */
#include "runtime/abi/externs.h"

static int have_fma = -1;

static int fma_found(void)
{
	if (have_fma < 0) {
		uint32_t a, b, c, d, lo, hi = 0;
		__asm__("cpuid" : "=a"(a), "=b"(b), "=c"(c), "=d"(d) : "a"(1), "c"(0));
		int ok = (c >> 12 & 1) && (c >> 27 & 1) && (c >> 28 & 1);       /* FMA, OSXSAVE, AVX */
		lo = 0;
		if (ok) {
			__asm__("xgetbv" : "=a"(lo), "=d"(hi) : "c"(0));
			ok = (lo & 6) == 6;                                     /* the system saves AVX state */
		}
		have_fma = ok;
	}
	return have_fma;
}

__attribute__((target("fma"))) static double fused(double x, double y, double z)
{
	return __builtin_fma(x, y, z);
}

static const double taylor[] = { 2.4801587301587301587e-5, 1.9841269841269841270e-4, 1.3888888888888888889e-3, 8.3333333333333333333e-3,
	4.1666666666666666667e-2, 1.6666666666666666667e-1, 0.5, 1.0 };
static const double ln2_u = 0.69314718055966295651160180568695068359375, ln2_l = 0.28235290563031577122588448175013436025525412068e-12;

__attribute__((target("fma"))) static double exp_fma(double x, double k)
{
	x = __builtin_fma(-k, ln2_u, x);
	x = __builtin_fma(-k, ln2_l, x);
	x *= 0.0625;
	double s = taylor[0];
	for (int i = 1; i < 8; i++)
		s = __builtin_fma(s, x, taylor[i]);
	x *= s;
	x *= x + 2.0;
	x *= x + 2.0;
	x *= x + 2.0;
	return __builtin_fma(x, x + 2.0, 1.0);
}

static double exp_plain(double x, double k)
{
	x -= k * ln2_u;
	x -= k * ln2_l;
	x *= 0.0625;
	double s = taylor[0];
	for (int i = 1; i < 8; i++)
		s = s * x + taylor[i];
	x *= s;
	for (int i = 0; i < 4; i++)
		x *= x + 2.0;
	return x + 1.0;
}

static double from_bits(uint64_t u)
{
	double x;
	__builtin_memcpy(&x, &u, 8);
	return x;
}

double tu_exp(double x)
{
	uint64_t b;
	__builtin_memcpy(&b, &x, 8);
	if ((b & ~(1ull << 63)) >= 0x7FF0000000000000ull)
		return b == 0xFFF0000000000000ull ? 0 : x;
	if (x > 7.09782712893384e+02)
		return __builtin_inf();
	int32_t k;
	double l = x * 1.4426950408889634073599246810018920;
	__asm__("cvtsd2si %1, %0" : "=r"(k) : "x"(l));                          /* rounds to nearest; out of range gives the least int */
	double y = fma_found() ? exp_fma(x, k) : exp_plain(x, k);
	int64_t e = (int64_t)(int32_t)((uint32_t)k + 0x3FF);
	if (e <= 0) {
		if (e < -52)
			return 0;
		return y * from_bits((uint64_t)(e + 0x3FE) << 52) * from_bits(1ull << 52);
	}
	if (e >= 0x7FF)
		return __builtin_inf();
	return y * from_bits((uint64_t)e << 52);
}

typedef unsigned __int128 U128;

/* Exact in software: the product has 106 bits and is added to z in an integer wide enough, or both are so far apart that z or the product
 * only acts as a sticky bit. */
static double fma_soft(double x, double y, double z)
{
	uint64_t bx, by, bz;
	__builtin_memcpy(&bx, &x, 8);
	__builtin_memcpy(&by, &y, 8);
	__builtin_memcpy(&bz, &z, 8);
	const uint64_t inf = 0x7FF0000000000000ull, frac = (1ull << 52) - 1;
	if (x == 0 || y == 0 || (bx & inf) == inf || (by & inf) == inf)
		return x * y + z;
	if (z == 0)
		return x * y;
	if ((bz & inf) == inf)
		return z;
	int ex = (int)(bx >> 52 & 0x7FF), ey = (int)(by >> 52 & 0x7FF), ez = (int)(bz >> 52 & 0x7FF);
	uint64_t mx = bx & frac, my = by & frac, mz = bz & frac;
	if (ex) mx |= 1ull << 52; else ex = 1;
	if (ey) my |= 1ull << 52; else ey = 1;
	if (ez) mz |= 1ull << 52; else ez = 1;
	/* value = p * 2**ep and q * 2**eq, tops at bit 125 */
	U128 p = (U128)mx * my, q = mz;
	int ep = ex + ey - 2 * 1075, eq = ez - 1075, sp = (int)((bx ^ by) >> 63), sq = (int)(bz >> 63);
	while (!(p >> 125)) p <<= 1, ep--;
	while (!(q >> 125)) q <<= 1, eq--;
	if (ep < eq || (ep == eq && p < q)) {
		U128 t = p; p = q; q = t;
		int i = ep; ep = eq; eq = i;
		i = sp; sp = sq; sq = i;
	}
	int d = ep - eq;
	if (d > 126)
		q = 1;
	else if (d > 0)
		q = q >> d | ((q & (((U128)1 << d) - 1)) != 0);
	p = sp == sq ? p + q : p - q;
	if (!p)
		return 0;
	while (!(p >> 126)) p <<= 1, ep--;
	/* round to 53 bits, fewer when denormal */
	int drop = 126 - 52, e = ep + drop + 1075;      /* biased exponent if normal */
	if (e <= 0) {
		drop += 1 - e;
		e = 0;
	}
	uint64_t m = 0;
	if (drop <= 127) {
		m = (uint64_t)(p >> drop);
		U128 rest = p & (((U128)1 << drop) - 1), half = (U128)1 << (drop - 1);
		if (rest > half || (rest == half && (m & 1)))
			m++;
	}
	uint64_t r = e > 0 ? m + ((uint64_t)(e - 1) << 52) : m;
	if (r >= inf)
		r = inf;
	return from_bits(r | (uint64_t)sp << 63);
}

double tu_fma(double x, double y, double z)
{
	return fma_found() ? fused(x, y, z) : fma_soft(x, y, z);
}
