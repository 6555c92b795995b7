/* page.c: the report as one HTML page: the source with marks, a table, and the path of the mark that is chosen. Nothing is loaded from
 * elsewhere: the style and the script beside this file become part of the compiler. The facts are the JSON of render.c. */
#include "compiler/report/report.h"

#define EMBED(name, file) \
	__asm__(".section .rodata\n" #name ":\n.incbin \"" file "\"\n.byte 0\n.previous\n"); \
	extern const char name[] __attribute__((visibility("hidden")))
EMBED(report_page_css, "compiler/report/page.css");
EMBED(report_page_js, "compiler/report/page.js");

static void put_text(Buf *b, const char *s, size_t n)
{
	buf_putc(b, '"');
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == '"' || c == '\\')
			buf_fmt(b, "\\%c", c);
		else if (c < 0x20 || c == '<')
			buf_fmt(b, "\\u%04x", c);
		else
			buf_putc(b, (char)c);
	}
	buf_putc(b, '"');
}

void report_page(Buf *b, const RowVec *v, const Package *p)
{
	buf_fmt(b, "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>escape: %s</title>\n<style>\n%s</style></head>\n", p->name, report_page_css);
	buf_fmt(b, "<body><header><h1>Escape analysis <small>package %s</small></h1><div id=\"chips\" role=\"group\" aria-label=\"filter\"></div>"
		"<input id=\"q\" type=\"search\" placeholder=\"Search  ( / )\" aria-label=\"search\"><span id=\"total\" class=\"dim\"></span>"
		"<button id=\"theme\" class=\"push\" aria-label=\"light or dark\" title=\"light or dark (t)\">&#9680;</button><button id=\"help\" title=\"keys (?)\">?</button></header>\n", p->name);
	buf_puts(b, "<main id=\"src\" tabindex=\"-1\"></main><aside><div id=\"path\" aria-live=\"polite\"><span class=\"dim\">Click a mark.</span></div>"
		"<div id=\"list\"><table><thead><tr></tr></thead><tbody></tbody></table><div id=\"none\" class=\"none\" hidden>Nothing matches.</div></div></aside>\n"
		"<dialog aria-label=\"keys\"><b>Keys</b><dl><dt><kbd>j</kbd> <kbd>k</kbd><dd>next, previous row<dt><kbd>l</kbd> <kbd>h</kbd><dd>along the path: next, previous hop"
		"<dt><kbd>/</kbd><dd>search<dt><kbd>f</kbd><dd>next filter<dt><kbd>s</kbd><dd>sort by the next column<dt><kbd>t</kbd><dd>light or dark<dt><kbd>Esc</kbd><dd>clear the search, close this</dl></dialog>\n<script>\nconst D=");
	report_json(b, v, p);
	buf_puts(b, ";const F=[");
	SrcFile *last = NULL;
	VEC(SrcFile *) seen = { 0 };
	vec_each(v, i) {
		SrcFile *f = src_of(v->v[i].pos);
		if (f == last || !f)
			continue;
		last = f;
		bool again = false;
		vec_each(&seen, k)
			again |= seen.v[k] == f;
		if (again || f->pkg != p)
			continue;
		buf_puts(b, seen.n ? ",{\"name\":" : "{\"name\":");
		put_text(b, f->path, strlen(f->path));
		buf_puts(b, ",\"text\":");
		put_text(b, f->text, f->nbyte);
		buf_puts(b, "}");
		vec_push(&seen, f);
	}
	buf_fmt(b, "];\n%s</script></body></html>\n", report_page_js);
}
