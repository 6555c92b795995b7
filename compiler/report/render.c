/* render.c: rows as a table, as JSON, the path of one of them, comparison with an older report and with Go. */
#include "compiler/report/report.h"
#include <stdlib.h>

static const char *bytes(const Row *r)
{
	return r->nbyte < 0 ? "?" : str_fmt("%lld", (long long)r->nbyte);
}

static const char *clip(const char *s, int n)
{
	if ((int)strlen(s) <= n)
		return s;
	while (n > 1 && ((unsigned char)s[n - 1] & 0xc0) == 0x80)
		n--;
	return str_fmt("%.*s\xe2\x80\xa6", n - 1, s);
}

static int shown(const char *s)         /* columns, not bytes */
{
	int n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/* What a verdict of heap leaves open. */
static const char *row_remark(const Row *r)
{
	if (!row_heap(r))
		return "";
	if (r->measured && !r->cost_nobject)
		return r->room ? "; none seen: not reached, or in the caller's frame" : "; none seen";
	return r->room ? "; in the caller's frame where it stays there" : "";
}

void report_table(FILE *f, const RowVec *v, int top)
{
	bool peer = false, cost = false;
	int n = top > 0 && top < v->n ? top : v->n;
	int wpos = 8, wwhat = 4, wverdict = 7;
	for (int i = 0; i < n; i++) {
		peer |= v->v[i].peer != NULL;
		cost |= v->v[i].measured;
		wpos = MAX(wpos, shown(pos_str(v->v[i].pos)));
		wwhat = MAX(wwhat, MIN(40, shown(v->v[i].what)));
		wverdict = MAX(wverdict, shown(v->v[i].verdict));
	}
	if (cost)
		fprintf(f, "%10s %12s %6s  ", "objects", "allocated", "share");
	fprintf(f, "%-*s  %-*s  %8s  %-*s  ", wpos, "position", wwhat, "what", "bytes", wverdict, "verdict");
	if (peer)
		fprintf(f, "%-8s  ", "go");
	fprintf(f, "%-12s  %s\n", "class", "reason");
	for (int i = 0; i < n; i++) {
		const Row *r = &v->v[i];
		const char *pos = pos_str(r->pos), *what = clip(r->what, 40);
		if (cost && !r->measured)
			fprintf(f, "%10s %12s %6s  ", "", "", "");
		else if (cost)
			fprintf(f, "%10lld %12lld %5.1f%%  ", (long long)r->cost_nobject, (long long)r->cost_nbyte, r->share * 100);
		fprintf(f, "%s%*s  %s%*s  %8s  %-*s  ", pos, wpos - shown(pos), "", what, MAX(0, wwhat - shown(what)), "", bytes(r), wverdict, r->verdict);
		if (peer)
			fprintf(f, "%-8s  ", r->peer ? r->peer : "");
		fprintf(f, "%-12s  %s%s%s%s%s%s%s\n", class_name(r->cls), r->disagrees ? "DISAGREES: " : "", r->disagrees ? r->disagrees : "", r->disagrees ? "; " : "", r->reason,
			row_remark(r), r->inlined ? "; inlined from " : "", r->inlined ? r->inlined : "");
	}
	if (n < v->n)
		fprintf(f, "... and %d more\n", v->n - n);
	int heap = 0, stack = 0;
	vec_each(v, i) {
		heap += row_heap(&v->v[i]);
		stack += !strncmp(v->v[i].verdict, "stack", 5);
	}
	fprintf(f, "%d rows: %d heap, %d stack\n", v->n, heap, stack);
}

/* ---- JSON -------------------------------------------------------------------------------------------------------------- */

static void put(Buf *b, const char *name, const char *s)
{
	buf_fmt(b, "\"%s\":\"", name);
	for (; s && *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '"' || c == '\\')
			buf_fmt(b, "\\%c", c);
		else if (c < 0x20 || c == '<')          /* '<': the text may stand inside <script> */
			buf_fmt(b, "\\u%04x", c);
		else
			buf_putc(b, (char)c);
	}
	buf_puts(b, "\"");
}

static void put_pos(Buf *b, Pos p)
{
	Where w = pos_where(p);
	put(b, "file", w.file);
	buf_fmt(b, ",\"line\":%u,\"col\":%u", w.line, w.col);
}

void report_json(Buf *b, const RowVec *v, const Package *p)
{
	buf_puts(b, "{\"tuco_escape\":1,");
	put(b, "package", p->path);
	buf_puts(b, ",\"sites\":[\n");
	static const char *const kinds[] = { "site", "variable", "parameter", "call", "other" };
	vec_each(v, i) {
		const Row *r = &v->v[i];
		buf_puts(b, "{");
		put(b, "key", r->key);
		buf_puts(b, ",");
		put(b, "verdict", r->verdict);
		buf_puts(b, ",");
		put_pos(b, r->pos);
		buf_puts(b, ",");
		put(b, "kind", kinds[r->kind]);
		buf_puts(b, ",");
		put(b, "func", r->func);
		buf_puts(b, ",");
		put(b, "what", r->what);
		buf_puts(b, ",");
		put(b, "type", r->type);
		buf_fmt(b, ",\"bytes\":%lld,", (long long)r->nbyte);
		put(b, "class", class_name(r->cls));
		buf_puts(b, ",");
		put(b, "reason", r->reason);
		if (r->inlined) {
			buf_puts(b, ",");
			put(b, "inlined", r->inlined);
		}
		if (r->room)
			buf_puts(b, ",\"room\":true");
		if (r->measured)
			buf_fmt(b, ",\"objects\":%lld,\"allocated\":%lld,\"share\":%.6f", (long long)r->cost_nobject, (long long)r->cost_nbyte, r->share);
		if (r->disagrees) {
			buf_puts(b, ",");
			put(b, "disagrees", r->disagrees);
		}
		if (r->peer) {
			buf_puts(b, ",");
			put(b, "go", r->peer);
		}
		const char *advice = row_advice(r);
		if (advice) {
			buf_puts(b, ",");
			put(b, "advice", advice);
		}
		buf_puts(b, ",\"path\":[");
		for (int h = 0; r->path && h < r->path->hops.n; h++) {
			const EscHop *o = &r->path->hops.v[h];
			buf_puts(b, h ? ",{" : "{");
			if (o->flow)
				put(b, "flow", o->flow);
			else {
				put(b, "from", o->where ? esc_node_text(o->where) : "");
				buf_puts(b, ",");
				put(b, "why", o->why);
				buf_puts(b, ",");
				put_pos(b, o->pos);
			}
			buf_puts(b, "}");
		}
		buf_fmt(b, "]}%s\n", i < v->n - 1 ? "," : "");
	}
	buf_puts(b, "]}\n");
}

/* ---- one row ------------------------------------------------------------------------------------------------------------- */

void report_why(FILE *f, const Row *r)
{
	fprintf(f, "%s: %s (%s, %s bytes) in %s: %s, %s\n", pos_str(r->pos), r->what, r->type, bytes(r), r->func, r->verdict, class_name(r->cls));
	fprintf(f, "    %s\n", source_line(r->pos));
	fprintf(f, "  reason: %s%s\n", r->reason, row_remark(r));
	if (r->measured)
		fprintf(f, "  measured: %lld objects, %lld bytes, %.1f %% of all\n", (long long)r->cost_nobject, (long long)r->cost_nbyte, r->share * 100);
	if (r->disagrees)
		fprintf(f, "  DISAGREES: %s\n", r->disagrees);
	int n = 0;
	for (int h = 0; r->path && h < r->path->hops.n; h++) {
		const EscHop *o = &r->path->hops.v[h];
		if (o->flow)
			fprintf(f, "  %d. %s\n", ++n, o->flow);
		else {
			fprintf(f, "     %s: %s (%s)\n", pos_str(o->pos), o->where ? esc_node_text(o->where) : "", o->why);
			fprintf(f, "         %s\n", source_line(o->pos));
		}
	}
	const char *advice = row_advice(r);
	if (advice)
		fprintf(f, "  to change it: %s\n", advice);
}

/* ---- comparison ------------------------------------------------------------------------------------------------------------ */

static char *unquote(const char *s, const char **end)
{
	Buf b = { 0 };
	for (; *s && *s != '"'; s++) {
		if (*s == '\\' && s[1] == 'u' && strlen(s) > 5) {
			buf_putc(&b, (char)strtol(str_dup(s + 2, 4), NULL, 16));
			s += 5;
		} else {
			if (*s == '\\' && s[1])
				s++;
			buf_putc(&b, *s);
		}
	}
	*end = s;
	return b.s ? buf_take(&b) : str_dup("", 0);
}

int report_diff(FILE *f, const RowVec *v, const char *old)
{
	if (strncmp(old, "{\"tuco_escape\":1,", 17))
		return -1;
	StrMap before = { 0 };
	for (const char *s = old; (s = strstr(s, "{\"key\":\""));) {
		const char *key = unquote(s + 8, &s), *mark = "\",\"verdict\":\"";
		if (strncmp(s, mark, strlen(mark)))
			return -1;
		strmap_set(&before, key, unquote(s + strlen(mark), &s));
	}
	int bad = 0;
	StrMap now = { 0 };
	vec_each(v, i) {
		const Row *r = &v->v[i];
		strmap_set(&now, r->key, (void *)r);
		const char *was = strmap_get(&before, r->key);
		if (was && !strcmp(was, r->verdict))
			continue;
		if (!was && !row_heap(r))
			continue;
		bad += row_heap(r);
		fprintf(f, "%s: %s: %s, was %s: %s\n", pos_str(r->pos), r->what, r->verdict, was ? was : "not there", r->reason);
	}
	return bad;
}

/* "x.go:5:7: &T{} escapes to heap": by line, column and outcome; inlined code is shown by Go where it is called. */
void report_peer(RowVec *v, const char *text)
{
	StrMap said = { 0 };
	while (*text) {
		const char *end = strchr(text, '\n');
		size_t n = end ? (size_t)(end - text) : strlen(text);
		char *line = str_dup(text, n);
		text += n + (end != NULL);
		const char *verdict = strstr(line, "escapes to heap") || strstr(line, "moved to heap: ") ? "heap" : strstr(line, "does not escape") ? "stack" : NULL;
		char *c = strstr(line, ".go:");
		if (!verdict || !c)
			continue;
		char *sp = strchr(c, ' ');
		if (!sp)
			continue;
		sp[-1] = 0;
		const char *key = path_base(line);
		if (strcmp(verdict, "heap") && strmap_get(&said, key))
			continue;               /* heap wins where several things share a position */
		strmap_set(&said, key, (void *)verdict);
	}
	vec_each(v, i) {
		Row *r = &v->v[i];
		if (r->kind == ROW_PARAM)
			continue;
		const char *go = strmap_get(&said, path_base(pos_str(r->pos)));
		r->peer = go ? go : "-";
	}
}
