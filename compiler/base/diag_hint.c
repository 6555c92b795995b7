/* diag_hint.c: hints for common mistakes, found by the text of the message in hints.def. The checker adds better ones of its own with
 * diag_hint where it knows more than the text says (names spelled nearly right). */
#include "compiler/base/diag.h"

static const struct { const char *pattern, *hint; } hints[] = {
#define HINT(pattern, hint) { pattern, hint },
#include "compiler/base/hints.def"
#undef HINT
};

typedef struct { const char *s; size_t n; } Part;

/* Backtracks over where each $ ends; messages are short. */
static bool match(const char *p, const char *s, const char *end, Part part[4])
{
	for (; *p; p++) {
		if (*p != '$') {
			if (s >= end || *s++ != *p)
				return false;
			continue;
		}
		int k = p[1] == '*' ? 0 : p[1] - '0';
		p += 2;
		if (!*p) {
			part[k] = (Part){ s, (size_t)(end - s) };
			return true;
		}
		for (const char *to = s + (k != 0); to <= end; to++)
			if (match(p, to, end, part)) {
				part[k] = (Part){ s, (size_t)(to - s) };
				return true;
			}
		return false;
	}
	return s == end;
}

const char *diag_default_hint(const Diag *d)
{
	const char *end = d->text + MIN(strcspn(d->text, "\n"), (size_t)400);
	for (int i = 0; i < ARRAY_LEN(hints); i++) {
		Part part[4] = { 0 };
		if (!match(hints[i].pattern, d->text, end, part))
			continue;
		Buf b = { 0 };
		for (const char *h = hints[i].hint; *h; h++)
			if (*h == '$' && h[1] >= '1' && h[1] <= '3') {
				h++;
				buf_put(&b, part[*h - '0'].s, part[*h - '0'].n);
			} else {
				buf_putc(&b, *h);
			}
		return buf_take(&b);
	}
	return NULL;
}
