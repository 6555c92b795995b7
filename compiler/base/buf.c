/* buf.c: growing text. The indent field is for callers that print nested text. */
#include "compiler/base/base.h"
#include <stdlib.h>

static void reserve(Buf *b, size_t more)
{
	if (b->n + more + 1 <= b->cap)
		return;
	size_t cap = MAX(b->cap * 2, b->n + more + 1);
	cap = MAX(cap, (size_t)256);
	char *s = realloc(b->s, cap);
	if (!s)
		die("out of memory");
	b->s = s;
	b->cap = cap;
}

void buf_put(Buf *b, const char *s, size_t n)
{
	reserve(b, n);
	if (n)
		memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = 0;
}

void buf_putc(Buf *b, char c)
{
	if (b->n + 2 > b->cap)
		reserve(b, 1);
	b->s[b->n++] = c;
	b->s[b->n] = 0;
}

void buf_puts(Buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

/* printf's common directives without printf: %s %c %d %u %x with l and ll, %.*s, %%. The emitter prints millions of small pieces, and a third of
 * a build was spent inside vsnprintf (measured with callgrind). Anything else is left to vsnprintf, from that directive on. */
static void put_num(Buf *b, unsigned long long v, bool neg, int base)
{
	char tmp[24], *p = tmp + sizeof tmp;
	do {
		*--p = "0123456789abcdef"[v % (unsigned)base];
		v /= (unsigned)base;
	} while (v);
	if (neg)
		*--p = '-';
	buf_put(b, p, (size_t)(tmp + sizeof tmp - p));
}

static void put_rest(Buf *b, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	reserve(b, 128);
	int n = vsnprintf(b->s + b->n, b->cap - b->n, fmt, ap);
	if ((size_t)n >= b->cap - b->n) {
		reserve(b, (size_t)n);
		vsnprintf(b->s + b->n, b->cap - b->n, fmt, again);
	}
	va_end(again);
	b->n += (size_t)n;
}

void buf_vfmt(Buf *b, const char *fmt, va_list ap)
{
	reserve(b, 1);
	b->s[b->n] = 0;
	for (;;) {
		const char *e = fmt;
		while (*e && *e != '%')
			e++;
		if (e > fmt)
			buf_put(b, fmt, (size_t)(e - fmt));
		if (!*e)
			return;
		const char *d = e + 1;
		int nl = 0;
		if (d[0] == '.' && d[1] == '*' && d[2] == 's') {
			int n = va_arg(ap, int);
			const char *s = va_arg(ap, const char *);
			buf_put(b, s, strnlen(s, (size_t)n));
			fmt = d + 3;
			continue;
		}
		while (*d == 'l' && nl < 2) {
			nl++;
			d++;
		}
		switch (*d) {
		case 's': {
			if (nl)
				goto rest;
			const char *s = va_arg(ap, const char *);
			buf_puts(b, s ? s : "(null)");
			break;
		}
		case 'c': buf_putc(b, (char)va_arg(ap, int)); break;
		case '%': buf_putc(b, '%'); break;
		case 'd': {
			long long v = nl == 2 ? va_arg(ap, long long) : nl ? va_arg(ap, long) : va_arg(ap, int);
			put_num(b, v < 0 ? 0 - (unsigned long long)v : (unsigned long long)v, v < 0, 10);
			break;
		}
		case 'u': case 'x': {
			unsigned long long v = nl == 2 ? va_arg(ap, unsigned long long) : nl ? va_arg(ap, unsigned long) : va_arg(ap, unsigned);
			put_num(b, v, false, *d == 'u' ? 10 : 16);
			break;
		}
		default:
		rest:
			put_rest(b, e, ap);
			return;
		}
		fmt = d + 1;
	}
}

void buf_fmt(Buf *b, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	buf_vfmt(b, fmt, ap);
	va_end(ap);
}

void buf_free(Buf *b)
{
	free(b->s);
	*b = (Buf){ 0 };
}

char *buf_take(Buf *b)
{
	char *s = str_dup(b->s ? b->s : "", b->n);
	buf_free(b);
	return s;
}
