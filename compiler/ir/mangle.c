/* mangle.c: C names of Go symbols. Injective: distinct symbols have distinct names, so no table is needed. */
#include "compiler/ir/ir.h"

char *mangle(const char *s)
{
	static const char from[] = "_./()*[], -", to[] = "_oslrpbecwm";
	Buf b = { 0 };
	buf_puts(&b, "G_");
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		const char *hit;
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
			buf_putc(&b, (char)c);
		} else if ((hit = strchr(from, c))) {
			buf_putc(&b, '_');
			buf_putc(&b, to[hit - from]);
		} else {
			buf_fmt(&b, "_x%02x", c);
		}
	}
	return buf_take(&b);
}
