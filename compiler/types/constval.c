/* constval.c: exact constant values.
 *
 * A value is one of: unknown (an error was reported, or the result cannot be computed), bool, string, integer, rational, big float, complex.
 * Integers that fit live in an int64 and never touch GMP. Rationals are exact as long as numerator and denominator stay below 2^4096;
 * beyond that a value becomes an MPFR float of 512 bits, as in Go, so that the same expressions overflow, truncate and print the same.
 * Values are immutable; GMP memory is never given back. */
#include <math.h>
#include <stdlib.h>
#include "compiler/types/constval.h"

static Const unknown_const = { .v = V_UNKNOWN };
static Const bool_consts[2] = { { .v = V_BOOL }, { .v = V_BOOL, .u.b = true } };
#define NSMALL 256
static Const small_ints[NSMALL];

static Const *new_val(int v)
{
	Const *c = arena_alloc(&build_arena, v == V_I64 ? offsetof(Const, u) + sizeof(int64_t) : sizeof(Const));
	c->v = (uint8_t)v;
	return c;
}

static void range_init(void)
{
	static _Thread_local bool done;         /* MPFR keeps its range per thread */
	if (done)
		return;
	done = true;
	mpfr_set_emax(2147483647);      /* exponents of Go's big.Float */
	mpfr_set_emin(-2147483647);
}

Const *const_unknown(void) { return &unknown_const; }
Const *const_bool(bool b) { return &bool_consts[b]; }

Const *const_i64(int64_t v)
{
	if (v >= 0 && v < NSMALL) {
		small_ints[v].v = V_I64;
		small_ints[v].u.i = v;
		return &small_ints[v];
	}
	Const *c = new_val(V_I64);
	c->u.i = v;
	return c;
}

Const *const_string(const char *s, size_t n)
{
	Const *c = new_val(V_STR);
	c->u.s.sym = sym_n(s, n);
	c->u.s.n = n;
	return c;
}

ConstKind const_kind(const Const *c)
{
	static const uint8_t kind[] = { CV_UNKNOWN, CV_BOOL, CV_STRING, CV_INT, CV_INT, CV_FLOAT, CV_FLOAT, CV_COMPLEX };
	return c ? kind[c->v] : CV_UNKNOWN;
}

bool const_is_int_val(const Const *c) { return c && (c->v == V_I64 || c->v == V_BIG); }

/* ---- making values in normal form -------------------------------------------------------------------------------------- */

static Const *new_big(void)
{
	Const *c = new_val(V_BIG);
	mpz_init(c->u.z);
	return c;
}

static Const *norm_big(Const *c)
{
	if (!mpz_fits_slong_p(c->u.z))
		return c;
	long v = mpz_get_si(c->u.z);
	mpz_clear(c->u.z);
	return const_i64(v);
}

static Const *new_rat(void)
{
	Const *c = new_val(V_RAT);
	mpq_init(c->u.q);
	return c;
}

static Const *new_flt(void)
{
	range_init();
	Const *c = new_val(V_FLT);
	mpfr_init2(c->u.f, FLOAT_NBIT);
	return c;
}

static size_t z_bitlen(mpz_srcptr z) { return mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0; }

static Const *norm_rat(Const *c)
{
	if (z_bitlen(mpq_numref(c->u.q)) < SMALL_NBIT && z_bitlen(mpq_denref(c->u.q)) < SMALL_NBIT)
		return c;
	Const *f = new_flt();
	mpfr_set_q(f->u.f, c->u.q, MPFR_RNDN);
	return f;
}

static Const *norm_flt(Const *c)
{
	return mpfr_number_p(c->u.f) ? c : &unknown_const;
}

static bool flt_is_small(mpfr_srcptr f)
{
	if (!mpfr_number_p(f))
		return false;
	if (mpfr_zero_p(f))
		return true;
	mpfr_exp_t e = mpfr_get_exp(f);
	return -SMALL_NBIT < e && e < SMALL_NBIT;
}

static Const *make_complex(Const *re, Const *im)
{
	if (re->v == V_UNKNOWN || im->v == V_UNKNOWN)
		return &unknown_const;
	Const *c = new_val(V_CPLX);
	c->u.c.re = re;
	c->u.c.im = im;
	return c;
}

Const *const_complex(const Const *re, const Const *im) { return make_complex((Const *)re, (Const *)im); }

Const *const_u64(uint64_t v)
{
	if (v <= INT64_MAX)
		return const_i64((int64_t)v);
	Const *c = new_big();
	mpz_set_ui(c->u.z, v);
	return c;
}

Const *const_f64(double v)
{
	if (!isfinite(v))
		return &unknown_const;
	Const *c = new_rat();
	mpq_set_d(c->u.q, v);
	return c;
}

/* ---- literals ------------------------------------------------------------------------------------------------------------ */

static Const *int_from_text(const char *s, size_t n)
{
	int base = 10;
	if (n > 1 && s[0] == '0') {
		char p = s[1] | 32;
		base = p == 'x' ? 16 : p == 'b' ? 2 : 8;
		size_t skip = p == 'x' || p == 'b' || p == 'o' ? 2 : 1;
		s += skip;
		n -= skip;
	}
	uint64_t v = 0;
	bool fits = true;
	for (size_t i = 0; i < n && fits; i++) {
		if (s[i] == '_')
			continue;
		int d = s[i] <= '9' ? s[i] - '0' : (s[i] | 32) - 'a' + 10;
		if (d < 0 || d >= base)
			return NULL;
		fits = !__builtin_mul_overflow(v, (uint64_t)base, &v) && !__builtin_add_overflow(v, (uint64_t)d, &v);
	}
	if (fits)
		return const_u64(v);
	char *t = arena_alloc(&build_arena, n + 1), *w = t;
	for (size_t i = 0; i < n; i++)
		if (s[i] != '_')
			*w++ = s[i];
	Const *c = new_big();
	return mpz_set_str(c->u.z, t, base) ? NULL : norm_big(c);
}

/* Mantissa digits and exponent of "12.5e-3" or "0x1.8p3" (no underscores) into q = mant * base^exp. False: exponent out of reach. */
static bool rat_from_digits(const char *s, mpq_t q)
{
	bool hex = s[0] == '0' && (s[1] | 32) == 'x';
	if (hex)
		s += 2;
	size_t n = strlen(s);
	char *digits = arena_alloc(&build_arena, n + 2), *w = digits;
	long frac = 0;
	bool dot = false;
	for (; *s && (hex ? (*s | 32) != 'p' : (*s | 32) != 'e'); s++) {
		if (*s == '.') {
			dot = true;
			continue;
		}
		*w++ = *s;
		frac += dot;
	}
	if (w == digits)
		*w++ = '0';
	long exp = 0;
	if (*s) {
		if (strlen(s) > 10)
			return false;
		exp = strtol(s + 1, NULL, 10);
	}
	mpz_t mant, scale;
	mpz_init(mant);
	mpz_init(scale);
	if (mpz_set_str(mant, digits, hex ? 16 : 10))
		return false;
	long e = hex ? exp - 4 * frac : exp - frac;
	if (mpz_sgn(mant) && labs(e) > 2 * SMALL_NBIT + 4 * (long)n)
		return false;
	if (!mpz_sgn(mant))
		e = 0;
	mpz_ui_pow_ui(scale, hex ? 2 : 10, (unsigned long)labs(e));
	if (e >= 0) {
		mpz_mul(mpq_numref(q), mant, scale);
		mpz_set_ui(mpq_denref(q), 1);
	} else {
		mpz_set(mpq_numref(q), mant);
		mpz_set(mpq_denref(q), scale);
	}
	mpq_canonicalize(q);
	mpz_clears(mant, scale, NULL);
	return true;
}

static Const *float_from_text(const char *s, size_t n)
{
	char *t = arena_alloc(&build_arena, n + 1), *w = t;
	for (size_t i = 0; i < n; i++)
		if (s[i] != '_')
			*w++ = s[i];
	if (t[0] == '0' && ((t[1] | 32) == 'b' || (t[1] | 32) == 'o')) {
		Const *i = int_from_text(t, (size_t)(w - t));
		return i ? const_to_float(i) : NULL;
	}
	Const *c = new_rat(), *f = new_flt();
	if (rat_from_digits(t, c->u.q)) {
		mpfr_set_q(f->u.f, c->u.q, MPFR_RNDN);
		if (flt_is_small(f->u.f))
			return c;
	} else {
		char *end;
		mpfr_strtofr(f->u.f, t, &end, 0, MPFR_RNDN);
		if (*end)
			return NULL;
	}
	if (mpfr_zero_p(f->u.f)) {      /* underflow */
		mpq_set_ui(c->u.q, 0, 1);
		return c;
	}
	return norm_flt(f);
}

static int hex_digits(const char *s, int n, uint32_t *out)
{
	uint32_t v = 0;
	for (int i = 0; i < n; i++) {
		char ch = s[i];
		int d = ch >= '0' && ch <= '9' ? ch - '0' : (ch | 32) >= 'a' && (ch | 32) <= 'f' ? (ch | 32) - 'a' + 10 : -1;
		if (d < 0)
			return -1;
		v = v * 16 + (uint32_t)d;
	}
	*out = v;
	return 0;
}

/* s is the literal with its quotes. */
static Const *rune_from_text(const char *s, size_t n)
{
	if (n < 3)
		return NULL;
	const unsigned char *p = (const unsigned char *)s + 1;
	uint32_t v = p[0];
	if (v == '\\') {
		static const char names[] = "abfnrtv\\'\"", vals[] = "\a\b\f\n\r\t\v\\'\"";
		const char *at = strchr(names, p[1]);
		if (p[1] && at)
			v = (unsigned char)vals[at - names];
		else if (p[1] == 'x')
			return n >= 6 && !hex_digits((const char *)p + 2, 2, &v) ? const_i64(v) : NULL;
		else if (p[1] == 'u' || p[1] == 'U')
			return n >= (p[1] == 'u' ? 8u : 12u) && !hex_digits((const char *)p + 2, p[1] == 'u' ? 4 : 8, &v) ? const_i64(v) : NULL;
		else if (p[1] >= '0' && p[1] <= '7' && n >= 6)
			v = (uint32_t)((p[1] - '0') * 64 + (p[2] - '0') * 8 + (p[3] - '0'));
		else
			return NULL;
		return const_i64(v);
	}
	if (v < 0x80)
		return const_i64(v);
	int more = v >= 0xF0 ? 3 : v >= 0xE0 ? 2 : 1;
	v &= 0x3Fu >> more;
	for (int i = 1; i <= more; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return const_i64(0xFFFD);
		v = v << 6 | (p[i] & 0x3Fu);
	}
	return const_i64(v);
}

Const *const_from_lit(Tok kind, const char *text, size_t n)
{
	Const *c;
	switch ((int)kind) {
	case T_INT:
		return int_from_text(text, n);
	case T_FLOAT:
		c = float_from_text(text, n);
		return c && c->v != V_UNKNOWN ? c : NULL;
	case T_IMAG:
		c = n > 1 ? float_from_text(text, n - 1) : NULL;
		return c && c->v != V_UNKNOWN ? make_complex(const_i64(0), c) : NULL;
	case T_CHAR:
		return rune_from_text(text, n);
	}
	return NULL;
}

/* ---- reading values ------------------------------------------------------------------------------------------------------- */

bool const_truth(const Const *c) { return c && c->v == V_BOOL && c->u.b; }

/* Concatenation trees lean to the left and may be deep: leaves are copied from the right end, the left spine by iteration. */
static void copy_back(const Const *c, char *end)
{
	for (;;) {
		if (c->u.s.sym) {
			memcpy(end - c->u.s.n, c->u.s.sym->s, c->u.s.n);
			return;
		}
		copy_back(c->u.s.r, end);
		end -= c->u.s.r->u.s.n;
		c = c->u.s.l;
	}
}

Sym *const_str(const Const *c)
{
	if (!c || c->v != V_STR)
		return sym("");
	if (!c->u.s.sym) {
		size_t n = c->u.s.n;
		Arena tmp = { 0 };
		char *t = arena_alloc(&tmp, n + 1);
		copy_back(c, t + n);
		((Const *)c)->u.s.sym = sym_n(t, n);
		arena_free(&tmp);
	}
	return c->u.s.sym;
}

size_t const_strlen(const Const *c) { return c && c->v == V_STR ? c->u.s.n : 0; }

bool const_fits_i64(const Const *c, int64_t *out)
{
	if (!c || c->v != V_I64)
		return false;
	if (out)
		*out = c->u.i;
	return true;
}

bool const_fits_u64(const Const *c, uint64_t *out)
{
	if (c && c->v == V_I64 && c->u.i >= 0) {
		if (out)
			*out = (uint64_t)c->u.i;
		return true;
	}
	if (!c || c->v != V_BIG || !mpz_fits_ulong_p(c->u.z))
		return false;
	if (out)
		*out = mpz_get_ui(c->u.z);
	return true;
}

/* Rounds to odd at 131 bits, so that the final rounding to a machine float is the only one that counts. */
static void odd_round(mpfr_t f, const Const *c)
{
	range_init();
	mpfr_init2(f, 130);
	int inexact = c->v == V_RAT ? mpfr_set_q(f, c->u.q, MPFR_RNDZ) : c->v == V_BIG ? mpfr_set_z(f, c->u.z, MPFR_RNDZ) : mpfr_set_si(f, c->u.i, MPFR_RNDZ);
	mpfr_prec_round(f, 131, MPFR_RNDZ);
	if (inexact) {
		if (mpfr_sgn(f) > 0)
			mpfr_nextabove(f);
		else
			mpfr_nextbelow(f);
	}
}

double const_to_f64(const Const *c)
{
	double d = 0;
	switch (c ? c->v : V_UNKNOWN) {
	case V_I64:
		return (double)c->u.i;
	case V_FLT:
		return mpfr_get_d(c->u.f, MPFR_RNDN);
	case V_CPLX:
		return const_to_f64(c->u.c.re);
	case V_BIG:
	case V_RAT: {
		mpfr_t f;
		odd_round(f, c);
		d = mpfr_get_d(f, MPFR_RNDN);
		mpfr_clear(f);
		return d;
	}
	}
	return d;
}

float const_to_f32(const Const *c)
{
	switch (c ? c->v : V_UNKNOWN) {
	case V_I64:
		return (float)c->u.i;
	case V_FLT:
		return mpfr_get_flt(c->u.f, MPFR_RNDN);
	case V_CPLX:
		return const_to_f32(c->u.c.re);
	case V_BIG:
	case V_RAT: {
		mpfr_t f;
		odd_round(f, c);
		float d = mpfr_get_flt(f, MPFR_RNDN);
		mpfr_clear(f);
		return d;
	}
	}
	return 0;
}

Const *const_real(const Const *c)
{
	return c->v == V_CPLX ? c->u.c.re : (Const *)c;
}

Const *const_imag(const Const *c)
{
	return c->v == V_CPLX ? c->u.c.im : c->v == V_UNKNOWN ? (Const *)c : const_i64(0);
}

int const_sign(const Const *c)
{
	switch (c->v) {
	case V_I64: return (c->u.i > 0) - (c->u.i < 0);
	case V_BIG: return mpz_sgn(c->u.z);
	case V_RAT: return mpq_sgn(c->u.q);
	case V_FLT: return mpfr_sgn(c->u.f);
	case V_CPLX: return const_sign(c->u.c.re) | const_sign(c->u.c.im);
	}
	return 1;       /* unknown: avoids "division by zero" */
}

int const_bitlen(const Const *c)
{
	if (c->v == V_I64) {
		uint64_t m = c->u.i < 0 ? -(uint64_t)c->u.i : (uint64_t)c->u.i;
		return m ? 64 - __builtin_clzll(m) : 0;
	}
	return c->v == V_BIG ? (int)z_bitlen(c->u.z) : 0;
}

/* ---- changing kind ---------------------------------------------------------------------------------------------------------- */

/* Tries the float as it is, then with its last four bits cut off or carried: results of long computations are off by little. */
static Const *flt_to_int(const Const *c)
{
	if (!flt_is_small(c->u.f))
		return &unknown_const;
	Const *z = new_big();
	if (mpfr_integer_p(c->u.f)) {
		mpfr_get_z(z->u.z, c->u.f, MPFR_RNDZ);
		return norm_big(z);
	}
	static const mpfr_rnd_t rounding[] = { MPFR_RNDZ, MPFR_RNDA };
	for (int i = 0; i < 2; i++) {
		mpfr_t t;
		mpfr_init2(t, FLOAT_NBIT - 4);
		mpfr_set(t, c->u.f, rounding[i]);
		bool whole = mpfr_integer_p(t);
		if (whole)
			mpfr_get_z(z->u.z, t, MPFR_RNDZ);
		mpfr_clear(t);
		if (whole)
			return norm_big(z);
	}
	return &unknown_const;
}

Const *const_to_int(const Const *c)
{
	switch (c->v) {
	case V_I64:
	case V_BIG:
		return (Const *)c;
	case V_RAT:
		if (mpz_cmp_ui(mpq_denref(c->u.q), 1) == 0) {
			Const *z = new_big();
			mpz_set(z->u.z, mpq_numref(c->u.q));
			return norm_big(z);
		}
		break;
	case V_FLT:
		return flt_to_int(c);
	case V_CPLX: {
		Const *re = const_to_float(c);
		if (re->v != V_UNKNOWN)
			return const_to_int(re);
	}
	}
	return &unknown_const;
}

static Const *to_big(const Const *c)
{
	if (c->v != V_I64)
		return (Const *)c;
	Const *z = new_big();
	mpz_set_si(z->u.z, c->u.i);
	return z;
}

static Const *to_rat(const Const *c)
{
	if (c->v == V_RAT)
		return (Const *)c;
	Const *q = new_rat();
	if (c->v == V_I64)
		mpq_set_si(q->u.q, c->u.i, 1);
	else
		mpq_set_z(q->u.q, c->u.z);
	return q;
}

Const *const_to_flt(const Const *c)
{
	if (c->v == V_FLT)
		return (Const *)c;
	Const *f = new_flt();
	if (c->v == V_I64)
		mpfr_set_si(f->u.f, c->u.i, MPFR_RNDN);
	else if (c->v == V_BIG)
		mpfr_set_z(f->u.f, c->u.z, MPFR_RNDN);
	else
		mpfr_set_q(f->u.f, c->u.q, MPFR_RNDN);
	return f;
}

Const *const_to_float(const Const *c)
{
	switch (c->v) {
	case V_I64:
		return to_rat(c);
	case V_BIG:
		return z_bitlen(c->u.z) < SMALL_NBIT ? to_rat(c) : const_to_flt(c);
	case V_RAT:
	case V_FLT:
		return (Const *)c;
	case V_CPLX:
		if (const_sign(c->u.c.im) == 0)
			return const_to_float(c->u.c.re);
	}
	return &unknown_const;
}

Const *const_to_complex(const Const *c)
{
	if (c->v == V_CPLX)
		return (Const *)c;
	return c->v >= V_I64 ? make_complex((Const *)c, const_i64(0)) : &unknown_const;
}

/* Brings both numbers to the higher of the two representations. */
static int match(const Const **x, const Const **y)
{
	int v = MAX((*x)->v, (*y)->v);
	if ((*x)->v == V_UNKNOWN || (*y)->v == V_UNKNOWN)
		return V_UNKNOWN;
	if ((*x)->v == (*y)->v)
		return v;
	for (int i = 0; i < 2; i++) {
		const Const **p = i ? y : x;
		if (v == V_BIG)
			*p = to_big(*p);
		else if (v == V_RAT)
			*p = to_rat(*p);
		else if (v == V_FLT)
			*p = const_to_flt(*p);
		else if (v == V_CPLX)
			*p = const_to_complex(*p);
	}
	return v;
}

/* ---- operations --------------------------------------------------------------------------------------------------------------- */

static Const *invert(const Const *x, Type *t)
{
	Const *z = new_big();
	mpz_com(z->u.z, to_big(x)->u.z);
	if (t && type_is_unsigned(t))
		mpz_fdiv_r_2exp(z->u.z, z->u.z, (mp_bitcnt_t)type_size(t) * 8);
	return norm_big(z);
}

Const *const_unary(Tok op, const Const *x, Type *t)
{
	if (x->v == V_UNKNOWN)
		return &unknown_const;
	switch ((int)op) {
	case T_ADD:
		return (Const *)x;
	case T_NOT:
		return x->v == V_BOOL ? const_bool(!x->u.b) : &unknown_const;
	case T_XOR:
		if (!const_is_int_val(x))
			return &unknown_const;
		return x->v == V_I64 && !(t && type_is_unsigned(t)) ? const_i64(~x->u.i) : invert(x, t);
	case T_SUB:
		if (x->v == V_I64 && x->u.i != INT64_MIN)
			return const_i64(-x->u.i);
		if (const_is_int_val(x)) {
			Const *z = new_big();
			mpz_neg(z->u.z, to_big(x)->u.z);
			return norm_big(z);
		}
		if (x->v == V_RAT) {
			Const *q = new_rat();
			mpq_neg(q->u.q, x->u.q);
			return q;
		}
		if (x->v == V_FLT) {
			Const *f = new_flt();
			mpfr_neg(f->u.f, x->u.f, MPFR_RNDN);
			return f;
		}
		if (x->v == V_CPLX)
			return make_complex(const_unary(T_SUB, x->u.c.re, NULL), const_unary(T_SUB, x->u.c.im, NULL));
	}
	return &unknown_const;
}

static Const *big_binary(Tok op, const Const *x, const Const *y)
{
	Const *z = new_big();
	switch ((int)op) {
	case T_ADD: mpz_add(z->u.z, x->u.z, y->u.z); break;
	case T_SUB: mpz_sub(z->u.z, x->u.z, y->u.z); break;
	case T_MUL: mpz_mul(z->u.z, x->u.z, y->u.z); break;
	case T_DIV: mpz_tdiv_q(z->u.z, x->u.z, y->u.z); break;
	case T_REM: mpz_tdiv_r(z->u.z, x->u.z, y->u.z); break;
	case T_AND: mpz_and(z->u.z, x->u.z, y->u.z); break;
	case T_OR: mpz_ior(z->u.z, x->u.z, y->u.z); break;
	case T_XOR: mpz_xor(z->u.z, x->u.z, y->u.z); break;
	case T_ANDNOT:
		mpz_com(z->u.z, y->u.z);
		mpz_and(z->u.z, z->u.z, x->u.z);
		break;
	default: return &unknown_const;
	}
	return norm_big(z);
}

static Const *i64_binary(Tok op, const Const *x, const Const *y)
{
	int64_t a = x->u.i, b = y->u.i, c;
	switch ((int)op) {
	case T_ADD: if (!__builtin_add_overflow(a, b, &c)) return const_i64(c); break;
	case T_SUB: if (!__builtin_sub_overflow(a, b, &c)) return const_i64(c); break;
	case T_MUL: if (!__builtin_mul_overflow(a, b, &c)) return const_i64(c); break;
	case T_DIV: if (b != -1) return const_i64(a / b); break;
	case T_REM: return const_i64(b == -1 ? 0 : a % b);
	case T_AND: return const_i64(a & b);
	case T_OR: return const_i64(a | b);
	case T_XOR: return const_i64(a ^ b);
	case T_ANDNOT: return const_i64(a & ~b);
	default: return &unknown_const;
	}
	return big_binary(op, to_big(x), to_big(y));
}

static Const *rat_binary(Tok op, const Const *x, const Const *y)
{
	Const *q = new_rat();
	switch ((int)op) {
	case T_ADD: mpq_add(q->u.q, x->u.q, y->u.q); break;
	case T_SUB: mpq_sub(q->u.q, x->u.q, y->u.q); break;
	case T_MUL: mpq_mul(q->u.q, x->u.q, y->u.q); break;
	case T_DIV: mpq_div(q->u.q, x->u.q, y->u.q); break;
	default: return &unknown_const;
	}
	return norm_rat(q);
}

static Const *flt_binary(Tok op, const Const *x, const Const *y)
{
	Const *f = new_flt();
	switch ((int)op) {
	case T_ADD: mpfr_add(f->u.f, x->u.f, y->u.f, MPFR_RNDN); break;
	case T_SUB: mpfr_sub(f->u.f, x->u.f, y->u.f, MPFR_RNDN); break;
	case T_MUL: mpfr_mul(f->u.f, x->u.f, y->u.f, MPFR_RNDN); break;
	case T_DIV: mpfr_div(f->u.f, x->u.f, y->u.f, MPFR_RNDN); break;
	default: return &unknown_const;
	}
	return norm_flt(f);
}

#define BIN(op, x, y) const_binary(T_##op, x, y, false)

static Const *complex_binary(Tok op, const Const *x, const Const *y)
{
	Const *a = x->u.c.re, *b = x->u.c.im, *c = y->u.c.re, *d = y->u.c.im;
	switch ((int)op) {
	case T_ADD: return make_complex(BIN(ADD, a, c), BIN(ADD, b, d));
	case T_SUB: return make_complex(BIN(SUB, a, c), BIN(SUB, b, d));
	case T_MUL: return make_complex(BIN(SUB, BIN(MUL, a, c), BIN(MUL, b, d)), BIN(ADD, BIN(MUL, b, c), BIN(MUL, a, d)));
	case T_DIV: {
		Const *s = BIN(ADD, BIN(MUL, c, c), BIN(MUL, d, d));
		Const *re = BIN(ADD, BIN(MUL, a, c), BIN(MUL, b, d)), *im = BIN(SUB, BIN(MUL, b, c), BIN(MUL, a, d));
		return make_complex(BIN(DIV, re, s), BIN(DIV, im, s));
	}
	}
	return &unknown_const;
}

Const *const_binary(Tok op, const Const *x, const Const *y, bool int_div)
{
	if (x->v == V_STR && y->v == V_STR && op == T_ADD) {
		if (!x->u.s.n || !y->u.s.n)
			return (Const *)(x->u.s.n ? x : y);
		Const *c = new_val(V_STR);
		c->u.s.l = (Const *)x;
		c->u.s.r = (Const *)y;
		c->u.s.n = x->u.s.n + y->u.s.n;
		return c;
	}
	if (x->v == V_BOOL && y->v == V_BOOL)
		return op == T_ANDAND ? const_bool(x->u.b && y->u.b) : op == T_OROR ? const_bool(x->u.b || y->u.b) : &unknown_const;
	if (x->v < V_I64 || y->v < V_I64)
		return &unknown_const;
	int v = match(&x, &y);
	if ((op == T_DIV || op == T_REM) && const_sign(y) == 0)
		return &unknown_const;
	if (v <= V_BIG && op == T_DIV && !int_div)
		return rat_binary(op, to_rat(x), to_rat(y));
	switch (v) {
	case V_I64: return i64_binary(op, x, y);
	case V_BIG: return big_binary(op, x, y);
	case V_RAT: return rat_binary(op, x, y);
	case V_FLT: return flt_binary(op, x, y);
	case V_CPLX: return complex_binary(op, x, y);
	}
	return &unknown_const;
}

static bool holds(Tok op, int cmp)
{
	switch ((int)op) {
	case T_EQ: return cmp == 0;
	case T_NE: return cmp != 0;
	case T_LT: return cmp < 0;
	case T_LE: return cmp <= 0;
	case T_GT: return cmp > 0;
	case T_GE: return cmp >= 0;
	}
	return false;
}

bool const_compare(Tok op, const Const *x, const Const *y)
{
	if (x->v == V_UNKNOWN || y->v == V_UNKNOWN)
		return false;
	if (x->v == V_BOOL)
		return holds(op, x->u.b != y->u.b);
	if (x->v == V_STR) {
		Sym *a = const_str(x), *b = const_str(y);
		int c = a == b ? 0 : memcmp(a->s, b->s, MIN(a->n, b->n));
		return holds(op, c ? c : (a->n > b->n) - (a->n < b->n));
	}
	switch (match(&x, &y)) {
	case V_I64: return holds(op, (x->u.i > y->u.i) - (x->u.i < y->u.i));
	case V_BIG: return holds(op, mpz_cmp(x->u.z, y->u.z));
	case V_RAT: return holds(op, mpq_cmp(x->u.q, y->u.q));
	case V_FLT: return holds(op, mpfr_cmp(x->u.f, y->u.f));
	case V_CPLX: {
		bool same = const_compare(T_EQ, x->u.c.re, y->u.c.re) && const_compare(T_EQ, x->u.c.im, y->u.c.im);
		return op == T_EQ ? same : op == T_NE ? !same : false;
	}
	}
	return false;
}

Const *const_shift(Tok op, const Const *x, unsigned n)
{
	if (!const_is_int_val(x))
		return &unknown_const;
	if (n == 0)
		return (Const *)x;
	if (x->v == V_I64) {
		if (op == T_SHR)
			return const_i64(x->u.i >> MIN(n, 63));
		if (n < 62 && x->u.i < INT64_C(1) << (62 - n) && x->u.i > -(INT64_C(1) << (62 - n)))
			return const_i64((int64_t)((uint64_t)x->u.i << n));
	}
	Const *z = new_big();
	if (op == T_SHL)
		mpz_mul_2exp(z->u.z, to_big(x)->u.z, n);
	else
		mpz_fdiv_q_2exp(z->u.z, to_big(x)->u.z, n);
	return norm_big(z);
}

/* ---- fitting a basic type -------------------------------------------------------------------------------------------------------- */

static bool int_fits(const Const *c, Kind k)
{
	if (k == K_UNTYPED_INT || k == K_UNTYPED_RUNE)
		return true;
	static const uint8_t nbit[] = { [K_INT] = 64, [K_INT8] = 8, [K_INT16] = 16, [K_INT32] = 32, [K_INT64] = 64,
		[K_UINT] = 64, [K_UINT8] = 8, [K_UINT16] = 16, [K_UINT32] = 32, [K_UINT64] = 64, [K_UINTPTR] = 64 };
	int n = nbit[k];
	bool is_unsigned = k >= K_UINT;
	if (c->v == V_BIG)
		return is_unsigned && n == 64 && mpz_sgn(c->u.z) >= 0 && z_bitlen(c->u.z) <= 64;
	int64_t v = c->u.i;
	if (is_unsigned)
		return v >= 0 && (n == 64 || v >> n == 0);
	return n == 64 || (v >= -(INT64_C(1) << (n - 1)) && v < INT64_C(1) << (n - 1));
}

/* NULL when it overflows. */
static Const *round_float(const Const *c, bool single)
{
	double d = single ? (double)const_to_f32(c) : const_to_f64(c);
	return isfinite(d) ? const_f64(d + 0.0) : NULL;
}

bool const_representable(const Const *c, Type *basic, Const **rounded)
{
	if (!c || c->v == V_UNKNOWN)
		return true;
	Type *t = type_under(basic);
	Kind k = t->kind;
	Const *r = NULL;
	if (type_is_integer(t)) {
		r = const_to_int(c);
		if (r->v == V_UNKNOWN)
			return false;
		if (rounded)
			*rounded = r;
		return int_fits(r, k);
	}
	if (type_is_float(t)) {
		r = const_to_float(c);
		if (r->v == V_UNKNOWN)
			return false;
		if (k == K_UNTYPED_FLOAT)
			return true;
		r = round_float(r, k == K_FLOAT32);
	} else if (type_is_complex(t)) {
		Const *z = const_to_complex(c);
		if (z->v == V_UNKNOWN)
			return false;
		if (k == K_UNTYPED_COMPLEX)
			return true;
		Const *re = round_float(z->u.c.re, k == K_COMPLEX64), *im = round_float(z->u.c.im, k == K_COMPLEX64);
		r = re && im ? make_complex(re, im) : NULL;
	} else {
		return type_is_string(t) ? c->v == V_STR : type_is_boolean(t) && c->v == V_BOOL;
	}
	if (r && rounded)
		*rounded = r;
	return r != NULL;
}
