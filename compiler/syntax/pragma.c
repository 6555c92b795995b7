/* pragma.c: //go: and //tuco: directives, //line, build constraints. */
#include "compiler/syntax/parse.h"
#include <ctype.h>
#include <stdlib.h>

/* ---- directives ---------------------------------------------------------------------------------------------------------- */

enum { PRAGMA_BUILD = 1u << 31, PRAGMA_FUNC = 1u << 30 };       /* internal: //go:build; anything else that only a function may have */

static const struct { const char *verb; uint32_t bits; } verbs[] = {
	{ "go:build", PRAGMA_BUILD },
	{ "go:noescape", PRAGMA_NOESCAPE },
	{ "go:norace", PRAGMA_NORACE },
	{ "go:nosplit", PRAGMA_NOSPLIT | PRAGMA_NOCHECKPTR },
	{ "go:noinline", PRAGMA_NOINLINE },
	{ "go:nocheckptr", PRAGMA_NOCHECKPTR },
	{ "go:systemstack", PRAGMA_FUNC },
	{ "go:nowritebarrier", PRAGMA_FUNC },
	{ "go:nowritebarrierrec", PRAGMA_FUNC },
	{ "go:yeswritebarrierrec", PRAGMA_FUNC },
	{ "go:cgo_unsafe_args", PRAGMA_NOCHECKPTR },
	{ "go:uintptrkeepalive", PRAGMA_UINTPTRKEEPALIVE },
	{ "go:uintptrescapes", PRAGMA_UINTPTRESCAPES | PRAGMA_UINTPTRKEEPALIVE },
	{ "go:registerparams", PRAGMA_FUNC },
	{ "tuco:extern", 0 },
	{ "tuco:intrinsic", 0 },
	{ "tuco:inline", PRAGMA_INLINE },
	{ "tuco:noalloc", PRAGMA_NOALLOC },
	{ "tuco:stack", 0 },             /* before any statement: found by its line */
	{ "tuco:notinheap", PRAGMA_NOTINHEAP },
};

/* Fields of a line, split at blanks. */
static StrVec split_fields(const char *s, size_t n)
{
	StrVec f = { 0 };
	for (size_t i = 0; i < n;) {
		while (i < n && isspace((unsigned char)s[i]))
			i++;
		size_t start = i;
		while (i < n && !isspace((unsigned char)s[i]))
			i++;
		if (i > start)
			vec_push(&f, str_dup(s + start, i - start));
	}
	return f;
}

/* Errors of directives do not count as syntax errors: the file is parsed to its end, labels are checked. */
__attribute__((format(printf, 3, 4))) static void pragma_error(Parser *p, Pos pos, const char *fmt, ...)
{
	Buf b = { 0 };
	va_list ap;
	if (p->lx.quiet)
		return;
	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	diag_at(pos, "%s", b.s);
	buf_free(&b);
}

static Pragma *current(Parser *p)
{
	if (!p->pragma)
		p->pragma = NEW(Pragma);
	return p->pragma;
}

static void add_linkname(Parser *p, Pos pos, const StrVec *f)
{
	if (f->n < 2 || f->n > 3) {
		pragma_error(p, pos, "usage: //%s localname [linkname]", f->v[0]);
		return;
	}
	vec_push(&p->file->linknames, (struct Linkname){ pos, sym(f->v[1]), f->n == 3 ? f->v[2] : NULL });
}

static void add_embed(Parser *p, Pos pos, const char *text, size_t n)
{
	const char *args = str_dup(text + 8, n - 8);
	while (isspace((unsigned char)*args))
		args++;
	if (!*args) {
		pragma_error(p, pos, "usage: //go:embed pattern...");
		return;
	}
	current(p)->bits |= PRAGMA_EMBED;
	vec_push(&p->file->embeds, (struct EmbedDir){ pos, args });
	vec_push(&p->waiting, (__typeof__(*p->waiting.v)){ pos, PRAGMA_EMBED, true });
}

static void set_go_version(Parser *p, const char *line);

/* Packages runtime and runtime/... have directives of their own. */
static bool runtime_file(const Parser *p)
{
	return p->file->pkg_name && SYM_IS(p->file->pkg_name->u.name.sym, "runtime");
}

static void add_directive(Parser *p, Pos pos, const char *text, size_t n)
{
	StrVec f = split_fields(text, n);
	const char *verb = f.v[0];
	if (!strcmp(verb, "go:linkname") || !strcmp(verb, "go:linknamestd")) {
		add_linkname(p, pos, &f);
		return;
	}
	if (!strcmp(verb, "go:embed")) {
		add_embed(p, pos, text, n);
		return;
	}
	if (!strncmp(verb, "go:cgo_", 7) && strcmp(verb, "go:cgo_import_dynamic") && strcmp(verb, "go:cgo_unsafe_args")) {
		pragma_error(p, pos, "//%s only allowed in cgo-generated code", str_dup(text, n));
		return;
	}
	if (!runtime_file(p) && (!strcmp(verb, "go:systemstack") || !strncmp(verb, "go:nowritebarrier", 17) || !strcmp(verb, "go:yeswritebarrierrec")))
		pragma_error(p, pos, "//%s only allowed in runtime", verb);
	Pragma *g = current(p);
	uint32_t bits = 0;
	for (int i = 0; i < ARRAY_LEN(verbs); i++)
		if (!strcmp(verb, verbs[i].verb))
			bits = verbs[i].bits;
	if (!strcmp(verb, "tuco:extern") && f.n == 2)
		g->extern_name = f.v[1];
	else if (!strcmp(verb, "tuco:intrinsic") && f.n == 2)
		g->intrinsic = f.v[1];
	else if (!strcmp(verb, "tuco:extern") || !strcmp(verb, "tuco:intrinsic"))
		pragma_error(p, pos, "usage: //%s name", verb);
	g->bits |= bits & ~(uint32_t)(PRAGMA_BUILD | PRAGMA_FUNC);
	vec_push(&g->lines, (struct PragmaLine){ pos, str_dup(text, n) });
	vec_push(&p->waiting, (__typeof__(*p->waiting.v)){ pos, bits, false });
}

/* ---- //line -------------------------------------------------------------------------------------------------------------- */

/* Splits text at its last colon. Returns the offset after it, 0 when there is none; *ok: a decimal number follows. */
static size_t trailing_number(const char *text, size_t n, uint64_t *num, bool *ok)
{
	size_t i = n;
	while (i > 0 && text[i - 1] != ':')
		i--;
	*num = 0;
	*ok = i < n;
	for (size_t k = i; k < n; k++) {
		if (!isdigit((unsigned char)text[k]) || *num > 1ull << 40) {
			*ok = false;
			break;
		}
		*num = *num * 10 + (uint64_t)(text[k] - '0');
	}
	return i;
}

enum { MAX_LINE = 1 << 30 };

/* text follows "line "; text_off is its offset; from: where the new position begins to hold. */
static void line_directive(Parser *p, uint32_t text_off, uint32_t from, const char *text, size_t n)
{
	uint64_t num, num2, col = 0;
	bool ok, ok2;
	size_t i = trailing_number(text, n, &num, &ok);
	if (!i)
		return;
	if (!ok) {
		error_at(p, p->src->base + text_off + (uint32_t)i, "invalid line number: %s", str_dup(text + i, n - i));
		return;
	}
	size_t end = n, i2 = trailing_number(text, i - 1, &num2, &ok2);
	uint64_t line = num;
	if (ok2) {              /* file:line:col */
		line = num2;
		col = num;
		if (!col || col > MAX_LINE) {
			error_at(p, p->src->base + text_off + (uint32_t)i, "invalid column number: %s", str_dup(text + i, n - i));
			return;
		}
		end = i - 1;
		i = i2;
	}
	if (!line || line > MAX_LINE) {
		error_at(p, p->src->base + text_off + (uint32_t)i, "invalid line number: %s", str_dup(text + i, end - i));
		return;
	}
	const char *name = str_dup(text, i - 1);
	SrcFile *src = p->src;
	if (!*name && ok2)
		name = src->dirs.n ? vec_last(&src->dirs).file : src->path;
	else if (*name) {
		name = path_clean(name);
		char *dir = path_dir(src->path);
		if (name[0] != '/' && strcmp(dir, "."))
			name = path_join(dir, name);
	}
	vec_push(&src->dirs, (struct LineDir){ from, name, (uint32_t)line, (uint32_t)col });
}

/* The lexer found a comment that begins with go:, tuco: or line. */
void pragma_line(void *arg, uint32_t off, const char *text, size_t n, bool block, bool alone)
{
	Parser *p = arg;
	if (!strncmp(text, "line ", 5)) {
		bool first_col = off == 0 || p->src->text[off - 1] == '\n';
		if (!(block || first_col) || p->lx.quiet)
			return;
		uint32_t from = block ? off + (uint32_t)n + 4 : (uint32_t)(p->lx.p - p->lx.base) + 1;
		line_directive(p, off + 7, from, text + 5, n - 5);
		return;
	}
	if (block)
		return;
	if (p->top && !strncmp(text, "go:build", 8))
		set_go_version(p, text + 8);
	Pos pos = p->src->base + off + 2;
	if (!alone) {
		if (!strncmp(text, "go:", 3))
			pragma_error(p, pos, "misplaced compiler directive");
		return;
	}
	add_directive(p, pos, text, n);
}

/* ---- attaching --------------------------------------------------------------------------------------------------------------- */

static void report_misplaced(Parser *p, uint32_t allowed)
{
	for (int i = 0; i < p->waiting.n; i++) {
		if (p->waiting.v[i].bits & ~allowed)
			pragma_error(p, p->waiting.v[i].pos, p->waiting.v[i].embed ? "misplaced go:embed directive" : "misplaced compiler directive");
	}
	p->waiting.n = 0;
	p->pragma = NULL;
}

/* The directives above a declaration, NULL when there are none; those it may not have are reported. */
Pragma *take_pragma(Parser *p, PragmaUse use)
{
	static const uint32_t allowed[] = {
		[FOR_PACKAGE] = PRAGMA_BUILD,
		[FOR_FUNC] = ~(uint32_t)(PRAGMA_BUILD | PRAGMA_EMBED),
		[FOR_TYPE] = PRAGMA_NOTINHEAP,
		[FOR_VAR] = PRAGMA_EMBED,
		[FOR_OTHER] = 0,
	};
	Pragma *g = p->pragma;
	report_misplaced(p, allowed[use]);
	return g;
}

/* Directives that no declaration follows. */
void clear_pragma(Parser *p)
{
	report_misplaced(p, 0);
}

static bool imports_path(const FileNode *f, const char *want)
{
	vec_each(&f->imports, i) {
		Node *path = f->imports.v[i]->u.import.path;
		if (path && path->kind == N_LIT && path->u.lit.n == strlen(want) + 2 && !memcmp(path->u.lit.text + 1, want, path->u.lit.n - 2))
			return true;
	}
	return false;
}

/* go:embed wants one package variable with a type and no value. A directive that is wrong is forgotten. */
void check_embed(Parser *p, Node *var)
{
	if (!var->pragma || !(var->pragma->bits & PRAGMA_EMBED) || !p->file->embeds.n)
		return;
	const char *wrong = !imports_path(p->file, "embed") ? "go:embed only allowed in Go files that import \"embed\""
			    : var->u.val.names.n > 1        ? "go:embed cannot apply to multiple vars"
			    : var->u.val.values.n           ? "go:embed cannot apply to var with initializer"
			    : !var->u.val.type              ? "go:embed cannot apply to var without type"
			    : p->fnest > 0                  ? "go:embed cannot apply to var inside func"
							    : NULL;
	if (!wrong)
		return;
	pragma_error(p, vec_pop(&p->file->embeds).pos, "%s", wrong);
	var->pragma->bits &= ~(uint32_t)PRAGMA_EMBED;
}

/* The declaration of a function or package variable with this name in file f, or NULL. */
static Node *find_decl(const FileNode *f, Sym *name)
{
	vec_each(&f->decls, k) {
		Node *d = f->decls.v[k];
		if (d->kind == N_FUNC && !d->u.fdecl.type->u.functype.recv && d->u.fdecl.name->u.name.sym == name)
			return d;
		if (d->kind != N_VAR)
			continue;
		vec_each(&d->u.val.names, m)
			if (d->u.val.names.v[m]->u.name.sym == name)
				return d;
	}
	return NULL;
}

static void attach_link(struct Linkname *l, FileNode **files, int n, bool strict)
{
	Node *d = NULL;
	if (l->target && strchr(l->target, '[')) {
		diag_at(l->pos, "//go:linkname reference of an instantiation is not allowed");
		return;
	}
	for (int i = 0; i < n && !d; i++)
		d = find_decl(files[i], l->local);
	if (!d && !strict)
		return;
	if (!d) {
		diag_at(l->pos, "//go:linkname must refer to declared function or variable");
		return;
	}
	if (!d->pragma)
		d->pragma = NEW(Pragma);
	if (d->pragma->bits & PRAGMA_LINKNAME)
		diag_at(l->pos, "duplicate //go:linkname for %s", l->local->s);
	d->pragma->bits |= PRAGMA_LINKNAME;
	d->pragma->linkname = l->target;
}

void pragma_attach(FileNode **files, int n, bool strict)
{
	for (int i = 0; i < n; i++) {
		FileNode *f = files[i];
		bool unsafe = imports_path(f, "unsafe");
		vec_each(&f->linknames, k) {
			if (unsafe)
				attach_link(&f->linknames.v[k], files, n, strict);
			else
				diag_at(f->linknames.v[k].pos, "//go:linkname only allowed in Go files that import \"unsafe\"");
		}
		vec_each(&f->decls, k) {
			Node *d = f->decls.v[k];
			if (d->kind == N_FUNC && d->u.fdecl.body && d->pragma && (d->pragma->bits & PRAGMA_NOESCAPE))
				diag_at(d->pos, "can only use //go:noescape with external func implementations");
		}
	}
}

/* ---- build constraints ----------------------------------------------------------------------------------------------------------- */

/* Expression of a //go:build line: ||, &&, !, parentheses, tags. Evaluated while it is read, both for truth and for the least Go
 * version that it implies (-1: none). */
typedef struct { const char *s; bool (*has_tag)(const char *tag, void *arg); void *arg; bool bad; } Build;
typedef struct { bool ok; int version, not_version; } BuildVal;

static BuildVal build_or(Build *b);

static void skip_blank(Build *b)
{
	while (*b->s == ' ' || *b->s == '\t' || *b->s == '\r')
		b->s++;
}

static BuildVal build_atom(Build *b)
{
	skip_blank(b);
	if (*b->s == '!') {
		b->s++;
		BuildVal v = build_atom(b);
		return (BuildVal){ !v.ok, v.not_version, v.version };
	}
	if (*b->s == '(') {
		b->s++;
		BuildVal v = build_or(b);
		skip_blank(b);
		if (*b->s == ')')
			b->s++;
		else
			b->bad = true;
		return v;
	}
	const char *start = b->s;
	while (isalnum((unsigned char)*b->s) || *b->s == '_' || *b->s == '.' || (*b->s & 0x80))
		b->s++;
	if (b->s == start) {
		b->bad = true;
		return (BuildVal){ false, -1, -1 };
	}
	char *tag = str_dup(start, (size_t)(b->s - start));
	int version = -1;
	if (!strncmp(tag, "go1", 3))
		version = tag[3] == '.' ? atoi(tag + 4) : tag[3] ? -1 : 0;
	return (BuildVal){ b->has_tag ? b->has_tag(tag, b->arg) : false, version, -1 };
}

static BuildVal build_and(Build *b)
{
	BuildVal v = build_atom(b);
	for (skip_blank(b); !b->bad && b->s[0] == '&' && b->s[1] == '&'; skip_blank(b)) {
		b->s += 2;
		BuildVal w = build_atom(b);
		v = (BuildVal){ v.ok && w.ok, MAX(v.version, w.version), MIN(v.not_version, w.not_version) };
	}
	return v;
}

static BuildVal build_or(Build *b)
{
	BuildVal v = build_and(b);
	for (skip_blank(b); !b->bad && b->s[0] == '|' && b->s[1] == '|'; skip_blank(b)) {
		b->s += 2;
		BuildVal w = build_and(b);
		v = (BuildVal){ v.ok || w.ok, MIN(v.version, w.version), MAX(v.not_version, w.not_version) };
	}
	return v;
}

/* A whole line after "//go:build". */
static BuildVal build_line(const char *s, size_t n, bool (*has_tag)(const char *tag, void *arg), void *arg, bool *bad)
{
	Build b = { str_dup(s, n), has_tag, arg, false };
	BuildVal v = build_or(&b);
	skip_blank(&b);
	*bad = b.bad || *b.s;
	return v;
}

static void set_go_version(Parser *p, const char *line)
{
	bool bad;
	const char *end = line;
	while (*end && *end != '\n' && *end != '\r')
		end++;
	BuildVal v = build_line(line, (size_t)(end - line), NULL, NULL, &bad);
	if (!bad && v.version >= 0)
		p->file->go_version = v.version ? str_fmt("go1.%d", v.version) : "go1";
}

/* // +build: alternatives separated by blanks, each a list of tags joined by commas. */
static bool plus_build_ok(const char *s, size_t n, bool (*has_tag)(const char *tag, void *arg), void *arg)
{
	StrVec alts = split_fields(s, n);
	vec_each(&alts, i) {
		bool all = true;
		for (char *t = strtok(alts.v[i], ","); t; t = strtok(NULL, ",")) {
			bool no = *t == '!';
			if (has_tag(t + no, arg) == no)
				all = false;
		}
		if (all)
			return true;
	}
	return false;
}

bool build_constraint_ok(const char *text, bool (*has_tag)(const char *tag, void *arg), void *arg, Pos base, bool report)
{
	bool plus_ok = true, pending_ok = true;         /* +build lines count once a blank line follows them */
	if (!strncmp(text, "\xEF\xBB\xBF", 3))
		text += 3;
	for (const char *p = text; *p;) {
		const char *end = strchr(p, '\n');
		if (!end)
			end = p + strlen(p);
		const char *s = p;
		while (s < end && isspace((unsigned char)*s))
			s++;
		size_t n = (size_t)(end - s);
		while (n && isspace((unsigned char)s[n - 1]))
			n--;
		if (!n) {
			plus_ok = plus_ok && pending_ok;
			pending_ok = true;
		} else if (!strncmp(s, "//go:build", 10) && (s[10] == ' ' || s[10] == '\t')) {
			bool bad;
			BuildVal v = build_line(s + 10, n - 10, has_tag, arg, &bad);
			if (bad && report)
				diag_at(base + (Pos)(s - text), "parsing //go:build line: unexpected token");
			return !bad && v.ok;
		} else if (!strncmp(s, "//", 2)) {
			const char *w = s + 2;
			while (w < s + n && (*w == ' ' || *w == '\t'))
				w++;
			if (!strncmp(w, "+build", 6) && (w + 6 == s + n || w[6] == ' ' || w[6] == '\t'))
				pending_ok = pending_ok && plus_build_ok(w + 6, (size_t)(s + n - w - 6), has_tag, arg);
		} else if (!strncmp(s, "/*", 2)) {
			const char *close = strstr(s + 2, "*/");
			if (!close)
				return plus_ok;
			p = close + 2;
			continue;
		} else {
			return plus_ok;         /* code begins */
		}
		p = *end ? end + 1 : end;
	}
	return plus_ok && pending_ok;
}
