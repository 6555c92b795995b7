/* export.c: the report for other tools: SARIF 2.1.0 for code scanners and editors, DOT for graphviz. */
#include "compiler/report/report.h"

static void str(Buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; s && *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '"' || c == '\\')
			buf_fmt(b, "\\%c", c);
		else if (c < 0x20)
			buf_fmt(b, "\\u%04x", c);
		else
			buf_putc(b, (char)c);
	}
	buf_putc(b, '"');
}

/* ---- SARIF ------------------------------------------------------------------------------------------------------------------ */

static const char *uri(const char *path)
{
	Buf b = { 0 };
	while (!strncmp(path, "./", 2))
		path += 2;
	for (const char *s = path; *s; s++)
		if (strchr(" %#?\"<>\\^`{|}", *s) || (unsigned char)*s >= 0x7f || (unsigned char)*s < 0x20)
			buf_fmt(&b, "%%%02X", (unsigned char)*s);
		else
			buf_putc(&b, *s);
	return b.s ? buf_take(&b) : "";
}

static void location(Buf *b, Pos p)
{
	Where w = pos_where(p);
	buf_puts(b, "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":");
	str(b, uri(*w.file == '/' ? str_fmt("file://%s", w.file) : w.file));
	buf_fmt(b, "},\"region\":{\"startLine\":%u", w.line ? w.line : 1);
	if (w.col)
		buf_fmt(b, ",\"startColumn\":%u", w.col);
	buf_puts(b, "}}");
}

static void flow(Buf *b, const EscPath *p)
{
	buf_puts(b, ",\n\"codeFlows\":[{\"threadFlows\":[{\"locations\":[");
	const char *about = "";
	int n = 0;
	vec_each(&p->hops, i) {
		const EscHop *h = &p->hops.v[i];
		if (h->flow) {
			about = h->flow;
			continue;
		}
		buf_puts(b, n++ ? ",\n{\"location\":" : "\n{\"location\":");
		location(b, h->pos);
		buf_puts(b, ",\"message\":{\"text\":");
		str(b, str_fmt("%s: %s (%s)", about, h->where ? esc_node_text(h->where) : "", h->why));
		buf_puts(b, "}}}");
	}
	buf_puts(b, "]}]}]");
}

static bool has_steps(const EscPath *p)
{
	for (int i = 0; p && i < p->hops.n; i++)
		if (!p->hops.v[i].flow)
			return true;
	return false;
}

void report_sarif(Buf *b, const RowVec *v, const Package *p)
{
	(void)p;
	buf_puts(b, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"tuco escape\",\"rules\":[\n"
		"{\"id\":\"heap\",\"shortDescription\":{\"text\":\"lives on the heap\"},\"defaultConfiguration\":{\"level\":\"note\"}},\n"
		"{\"id\":\"disagrees\",\"shortDescription\":{\"text\":\"the verdict is not what was measured\"},\"defaultConfiguration\":{\"level\":\"error\"}}]}},\n"
		"\"columnKind\":\"utf16CodeUnits\",\"results\":[");
	int n = 0;
	vec_each(v, i) {
		const Row *r = &v->v[i];
		if (!row_heap(r) && !r->disagrees)
			continue;
		buf_puts(b, n++ ? ",\n" : "\n");
		buf_fmt(b, "{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":", r->disagrees ? "disagrees" : "heap", r->disagrees ? "error" : "note");
		const char *advice = row_advice(r), *text = str_fmt("%s is on the heap: %s", r->what, r->reason);
		if (r->disagrees)
			text = str_fmt("%s: %s", r->what, r->disagrees);
		if (r->measured)
			text = str_fmt("%s; %lld objects, %lld bytes, %.1f %% of all", text, (long long)r->cost_nobject, (long long)r->cost_nbyte, r->share * 100);
		str(b, advice ? str_fmt("%s. To change it: %s", text, advice) : text);
		buf_puts(b, "},\"locations\":[");
		location(b, r->pos);
		buf_puts(b, ",\"logicalLocations\":[{\"fullyQualifiedName\":");
		str(b, r->func);
		buf_puts(b, "}]}],\"partialFingerprints\":{\"tucoEscape/v1\":");
		str(b, r->key);
		buf_puts(b, "}");
		if (r->measured)
			buf_fmt(b, ",\"properties\":{\"objects\":%lld,\"allocated\":%lld,\"share\":%.6f}", (long long)r->cost_nobject, (long long)r->cost_nbyte, r->share);
		if (has_steps(r->path))
			flow(b, r->path);
		buf_puts(b, "}");
	}
	buf_puts(b, "\n]}]}\n");
}

/* ---- DOT ----------------------------------------------------------------------------------------------------------------------- */

#define ARROW " \xe2\x86\x90 "

static void node_id(Buf *b, const char *func, const char *text, size_t n)
{
	str(b, str_fmt("%s%s%.*s", func, *func ? ": " : "", (int)n, text));
}

/* "dst ← &src": one edge, labelled with the steps that explain it. */
static void edge(Buf *b, const Row *r, int from, int to, StrMap *said)
{
	const EscPath *p = r->path;
	const char *text = p->hops.v[from].flow, *arrow = strstr(text, ARROW);
	if (!arrow)
		return;
	const char *src = arrow + sizeof ARROW - 1;
	bool address = *src == '&';
	src += strspn(src, "&*");
	Buf e = { 0 };
	buf_puts(&e, "\t");
	if (!strncmp(src, "{storage for ", 13))
		str(&e, str_fmt("%s %s", pos_str(r->pos), r->what));
	else
		node_id(&e, r->func, src, strlen(src));
	buf_puts(&e, " -> ");
	node_id(&e, strncmp(text, "{heap}", 6) ? r->func : "", text, (size_t)(arrow - text));
	buf_puts(&e, " [label=");
	Buf l = { 0 };
	for (int i = from + 1; i < to; i++)
		buf_fmt(&l, "%s%s, line %u", i > from + 1 ? "; " : "", p->hops.v[i].why, pos_where(p->hops.v[i].pos).line);
	str(&e, l.s ? l.s : "");
	buf_fmt(&e, "%s];\n", address ? "" : ",style=dashed");
	if (!strmap_get(said, e.s)) {
		strmap_set(said, e.s, (void *)1);
		buf_puts(b, e.s);
	}
	buf_free(&e);
	buf_free(&l);
}

void report_dot(Buf *b, const RowVec *v, const Package *p)
{
	static const struct { const char *verdict, *colour; } colours[] = { { "heap", "#f4c7c3" }, { "stack", "#cfe8cf" }, { "static", "#cfe0f5" } };
	buf_puts(b, "digraph ");
	str(b, p->path);
	buf_puts(b, " {\n\trankdir=LR;\n\tnode [shape=box,style=rounded,fontname=\"sans-serif\",fontsize=10];\n\tedge [fontname=\"sans-serif\",fontsize=9];\n");
	StrMap said = { 0 };
	vec_each(v, i) {
		const Row *r = &v->v[i];
		if (r->kind == ROW_PARAM || !strcmp(r->verdict, "register") || (r->kind >= ROW_CALL && !r->cost_nobject))
			continue;
		const char *id = str_fmt("%s %s", pos_str(r->pos), r->what), *colour = "#ffffff";
		for (int k = 0; k < ARRAY_LEN(colours); k++)
			if (!strncmp(r->verdict, colours[k].verdict, strlen(colours[k].verdict)))
				colour = colours[k].colour;
		buf_puts(b, "\t");
		str(b, id);
		buf_puts(b, " [style=\"rounded,filled\",fillcolor=");
		str(b, colour);
		buf_puts(b, ",tooltip=");
		str(b, str_fmt("%s: %s", r->verdict, r->reason));
		if (r->measured && r->cost_nobject)
			buf_fmt(b, ",xlabel=\"%lld, %lld bytes\"", (long long)r->cost_nobject, (long long)r->cost_nbyte);
		buf_puts(b, "];\n");
		for (int h = 0; r->path && h < r->path->hops.n; h++)
			if (r->path->hops.v[h].flow) {
				int to = h + 1;
				while (to < r->path->hops.n && !r->path->hops.v[to].flow)
					to++;
				edge(b, r, h, to, &said);
			}
	}
	buf_puts(b, "}\n");
}
