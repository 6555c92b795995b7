/* lit.c: values of string and rune literals. The lexer has checked them: what is marked bad has been reported. */
#include "compiler/syntax/parse.h"

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/* One character or escape at *s, which moves past it. *byte: the value is a byte, not a rune. */
static int32_t take(const char **s, const char *end, bool *byte)
{
	static const char from[] = "abfnrtv\\'\"", to[] = "\a\b\f\n\r\t\v\\'\"";
	int32_t ch;
	*byte = false;
	if (**s != '\\') {
		*s += utf8_decode(*s, end, &ch);
		return ch;
	}
	char c = *++*s;
	const char *k = strchr(from, c);
	if (c && k) {
		++*s;
		return to[k - from];
	}
	int n = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 3, base = c == 'x' || c == 'u' || c == 'U' ? 16 : 8;
	if (base == 16)
		++*s;
	for (ch = 0; n > 0 && *s < end; n--)
		ch = ch * base + digit(*(*s)++);
	*byte = base == 8 || c == 'x';
	return ch;
}

bool lit_string(const Node *lit, Buf *out)
{
	const char *text = lit->u.lit.text;
	if (lit->u.lit.bad || lit->u.lit.n < 2)
		return false;
	const char *s = text + 1, *end = text + lit->u.lit.n - 1;
	buf_puts(out, "");
	if (text[0] == '`') {
		for (; s < end; s++)
			if (*s != '\r')
				buf_putc(out, *s);
		return true;
	}
	while (s < end) {
		const char *esc = memchr(s, '\\', (size_t)(end - s));
		buf_put(out, s, (size_t)((esc ? esc : end) - s));
		s = esc;
		if (!s)
			break;
		bool byte;
		char u[4];
		int32_t ch = take(&s, end, &byte);
		if (byte)
			buf_putc(out, (char)ch);
		else
			buf_put(out, u, (size_t)utf8_encode(ch, u));
	}
	return true;
}

bool lit_rune(const Node *lit, int32_t *out)
{
	bool byte;
	if (lit->u.lit.bad || lit->u.lit.n < 3)
		return false;
	const char *s = lit->u.lit.text + 1;
	*out = take(&s, lit->u.lit.text + lit->u.lit.n - 1, &byte);
	return true;
}
