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

void buf_vfmt(Buf *b, const char *fmt, va_list ap)
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
