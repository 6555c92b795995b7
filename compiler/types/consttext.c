/* consttext.c: constants as Go prints them in messages: exact integers, floats to six digits, strings quoted and cut. */
#include <math.h>
#include <stdlib.h>
#include "compiler/types/constval.h"

static size_t rune_at(const unsigned char *s, size_t n, uint32_t *out)
{
	if (s[0] < 0x80) {
		*out = s[0];
		return 1;
	}
	int more = s[0] >= 0xF0 && s[0] < 0xF5 ? 3 : s[0] >= 0xE0 ? 2 : s[0] >= 0xC2 ? 1 : 0;
	uint32_t v = s[0] & (0x3Fu >> more);
	*out = 0xFFFD;
	if (!more || s[0] >= 0xF5 || (size_t)more >= n)
		return 1;
	for (int i = 1; i <= more; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 1;
		v = v << 6 | (s[i] & 0x3Fu);
	}
	if (v < (more == 1 ? 0x80u : more == 2 ? 0x800u : 0x10000u) || v > 0x10FFFF || (v >= 0xD800 && v < 0xE000))
		return 1;
	*out = v;
	return (size_t)more + 1;
}

/* Quotes as strconv.Quote does, printable characters beyond ASCII kept; at most max runes when max > 0, then "...". */
void quote_write(Buf *b, const char *text, size_t n, int max)
{
	const unsigned char *s = (const unsigned char *)text;
	Buf q = { 0 };
	int count = 1;
	size_t cut = 0;         /* length of the first max - 3 runes of the quoted text */
	buf_putc(&q, '"');
	for (size_t i = 0; i < n;) {
		uint32_t r;
		size_t len = rune_at(s + i, n - i, &r), at = q.n;
		static const char esc[] = "\a\b\f\n\r\t\v\\\"", name[] = "abfnrtv\\\"";
		const char *e = r && r < 0x80 ? strchr(esc, (int)r) : NULL;
		if (r == 0xFFFD && len == 1)
			buf_fmt(&q, "\\x%02x", s[i]);
		else if (e)
			buf_fmt(&q, "\\%c", name[e - esc]);
		else if (r < 0x20 || r == 0x7F)
			buf_fmt(&q, "\\x%02x", r);
		else if ((r >= 0x80 && r < 0xA1) || r == 0xAD || r == 0xFEFF || (r >= 0xE000 && r < 0xF900) || (r >= 0x2000 && r < 0x2010) || (r >= 0x2028 && r < 0x2030))
			buf_fmt(&q, "\\u%04x", r);
		else
			buf_put(&q, (const char *)s + i, len);
		int added = r >= 0x80 && q.n - at == len && len > 1 ? 1 : (int)(q.n - at);
		for (int k = 0; k < added; k++)
			if (++count == max - 3)
				cut = added == 1 ? q.n : at + (size_t)k + 1;
		i += len;
	}
	buf_putc(&q, '"');
	count++;
	if (max && count > max) {
		buf_put(b, q.s, cut);
		buf_puts(b, "...");
	} else {
		buf_put(b, q.s, q.n);
	}
	buf_free(&q);
}

/* Shortest digits that read back as d, with an exponent from 1e6 on as Go's %g. */
static void shortest(char *out, size_t n, double d)
{
	for (int p = 0; p < 17; p++) {
		snprintf(out, n, "%.*e", p, d);
		if (strtod(out, NULL) != d)
			continue;
		int exp = atoi(strchr(out, 'e') + 1);
		if (exp >= -4 && exp < 6)
			snprintf(out, n, "%.*g", MAX(p, exp) + 1, d);
		return;
	}
}

static void flt_text(Buf *b, mpfr_srcptr f)
{
	double d = mpfr_get_d(f, MPFR_RNDN);
	char s[64];
	if (mpfr_zero_p(f) == (d == 0) && isfinite(d)) {
		snprintf(s, sizeof s, "%.6g", d);
		if (!mpfr_integer_p(f) && !strchr(s, '.'))
			shortest(s, sizeof s, d);
		buf_puts(b, s);
		return;
	}
	long exp;
	double m = mpfr_get_d_2exp(&exp, f, MPFR_RNDN);
	double de = (double)exp * (M_LN2 / M_LN10);
	long long e = (long long)de;
	m *= pow(10, de - (double)e);
	if (fabs(m) < 1 - 0.5e-6) {
		m *= 10;
		e--;
	} else if (fabs(m) >= 10) {
		m /= 10;
		e++;
	}
	buf_fmt(b, "%.6ge%+lld", m, e);
}

static void write_text(Buf *b, const Const *c, bool exact)
{
	switch (c ? c->v : V_UNKNOWN) {
	case V_UNKNOWN:
		buf_puts(b, "unknown");
		break;
	case V_BOOL:
		buf_puts(b, c->u.b ? "true" : "false");
		break;
	case V_STR: {
		Sym *s = const_str(c);
		quote_write(b, s->s, s->n, exact ? 0 : 72);
		break;
	}
	case V_I64:
		buf_fmt(b, "%lld", (long long)c->u.i);
		break;
	case V_BIG: {
		char *s = mpz_get_str(NULL, 10, c->u.z);
		buf_puts(b, s);
		free(s);
		break;
	}
	case V_RAT:
		if (exact) {
			char *s = mpq_get_str(NULL, 10, c->u.q);
			buf_puts(b, s);
			free(s);
			break;
		}
		flt_text(b, const_to_flt(c)->u.f);
		break;
	case V_FLT:
		flt_text(b, c->u.f);
		break;
	case V_CPLX:
		buf_putc(b, '(');
		write_text(b, c->u.c.re, exact);
		buf_puts(b, " + ");
		write_text(b, c->u.c.im, exact);
		buf_puts(b, "i)");
		break;
	}
}

const char *const_text(const Const *c)
{
	Buf b = { 0 };
	write_text(&b, c, false);
	return buf_take(&b);
}

const char *const_text_exact(const Const *c)
{
	Buf b = { 0 };
	write_text(&b, c, true);
	return buf_take(&b);
}
