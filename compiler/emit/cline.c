/* cline.c: #line directives, so that debuggers and tracebacks speak of Go lines.
 *
 * Only statements that can panic, call or fault ask for a line; a directive is printed when the line that C would count differs.
 * Code that the inliner brought from elsewhere carries its inline chain inside the file name: see runtime/abi/symtab.h. */
#include "compiler/emit/em.h"

static const char *quoted(const char *s)
{
	Buf b = { 0 };
	for (; *s; s++)
		if ((unsigned char)*s < 0x20)
			buf_fmt(&b, "\\%03o", (unsigned char)*s);
		else if (*s == '"' || *s == '\\')
			buf_putc(&b, '\\'), buf_putc(&b, *s);
		else
			buf_putc(&b, *s);
	return buf_take(&b);
}

/* File of p as #line names it, followed by the inlined levels from the innermost outwards. Equal chains give the same pointer. */
const char *chain_file(Pos p, uint32_t inl)
{
	Where w = pos_where(p);
	if (!inl)
		return w.full ? w.full : w.file;
	Buf b = { 0 };
	buf_puts(&b, w.full ? w.full : w.file);
	for (int depth = 0; inl && depth < 100; depth++) {
		InlNode *n = &fe.f->inl.v[inl];
		Where c = pos_where(n->call);
		buf_fmt(&b, "\1%s\1%s\1%u", n->fn->name, c.full ? c.full : c.file, c.line);
		inl = n->parent;
	}
	const char *s = sym_n(b.s, b.n)->s;
	buf_free(&b);
	return s;
}

void line_reset(void)
{
	fe.file = NULL;
	fe.line = 0;
}

void line_for(Pos p, uint32_t inl)
{
	if (!p)
		return;
	Where w = pos_where(p);
	if (!w.file || !w.line)
		return;
	const char *file = inl ? chain_file(p, inl) : w.full ? w.full : w.file;
	if (fe.file && (fe.file == file || !strcmp(fe.file, file))) {
		if (fe.line == w.line)
			return;
		if (w.line > fe.line && w.line - fe.line <= 2) {
			while (fe.line < w.line) {
				buf_putc(fe.out, '\n');
				fe.line++;
			}
			return;
		}
		buf_fmt(fe.out, "#line %u\n", w.line);
	} else {
		buf_fmt(fe.out, "#line %u \"%s\"\n", w.line, quoted(file));
		fe.file = file;
	}
	fe.line = w.line;
}
