/* parse.c: parser state, errors and synchronisation, lists, files.
 *
 * Recursive descent with one token of look-ahead. Error texts, their positions and the places where parsing resumes are part of
 * the contract with users of Go: the same mistake gives the same first message. After an error every production still returns
 * a node, N_BAD where nothing better is known, so that later errors can be found. */
#include "compiler/syntax/parse.h"

NodeVec list_end(Parser *p, int begin)
{
	NodeVec list = { 0 };
	int n = p->stack.n - begin;
	if (n) {
		list.v = arena_array(&build_arena, Node *, n);
		memcpy(list.v, p->stack.v + begin, (size_t)n * sizeof *list.v);
		list.n = list.cap = n;
		p->stack.n = begin;
	}
	return list;
}

Node *bad_expr(Parser *p)
{
	return new_node(N_BAD, cur_pos(p));
}

Node *new_name(Pos pos, Sym *s)
{
	Node *n = new_node(N_NAME, pos);
	n->u.name.sym = s;
	return n;
}

/* ---- errors --------------------------------------------------------------------------------------------------------- */

void error_at(Parser *p, Pos pos, const char *fmt, ...)
{
	p->lx.nerr++;
	if (p->lx.quiet)
		return;
	va_list ap;
	Buf b = { 0 };
	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	diag_at(pos, "%s", b.s);
	buf_free(&b);
}

/* How a token is called in messages. */
const char *tok_words(Tok t)
{
	if (t == T_SEMI)
		return "semicolon or newline";
	if (t >= T_BREAK)
		return str_fmt("keyword %s", tok_text[t]);
	return tok_text[t];
}

/* What was found instead of the expected. */
static const char *found(const Parser *p)
{
	Tok t = tok(p);
	if (t == T_NAME)
		return str_fmt("name %s", p->lx.lit->s);
	if (t == T_SEMI)
		return p->lx.lit->s;
	if (t >= T_INT && t <= T_STRING)
		return str_fmt("literal %.*s", (int)p->lx.litn, p->lx.base + p->lx.off);
	return tok_words(t);
}

static bool starts(const char *s, const char *with)
{
	return !strncmp(s, with, strlen(with));
}

/* A text that begins with "in", "at" or "after" tells where, one that begins with "expected" tells what was wanted: both get
 * the token that was found put in front. Any other text stands for itself. */
static void report_syntax(Parser *p, Pos pos, const char *text)
{
	if (tok(p) == T_EOF && p->lx.nerr)
		return;         /* the first error said enough */
	if (starts(text, "in ") || starts(text, "at ") || starts(text, "after "))
		error_at(p, pos, "syntax error: unexpected %s %s", found(p), text);
	else if (starts(text, "expected "))
		error_at(p, pos, "syntax error: unexpected %s, %s", found(p), text);
	else
		error_at(p, pos, "syntax error: %s", text);
}

void syntax_error_at(Parser *p, Pos pos, const char *fmt, ...)
{
	va_list ap;
	Buf b = { 0 };
	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	report_syntax(p, pos, b.s);
	buf_free(&b);
}

void syntax_error(Parser *p, const char *fmt, ...)
{
	va_list ap;
	Buf b = { 0 };
	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	report_syntax(p, cur_pos(p), b.s);
	buf_free(&b);
}

static bool deeper(Parser *p, int depth, int limit, const char *what)
{
	if (depth < limit)
		return false;
	if (tok(p) != T_EOF) {
		syntax_error(p, "%s limit of %d exceeded", what, limit);
		p->lx.p = p->lx.end;
		p->lx.nlsemi = false;
		next(p);
	}
	return true;
}

bool too_deep(Parser *p)
{
	return deeper(p, p->depth, MAX_DEPTH, "nesting depth");
}

bool type_too_deep(Parser *p)
{
	return deeper(p, p->ntype, MAX_TYPE_DEPTH, "type nesting") || too_deep(p);
}

bool func_too_deep(Parser *p)
{
	return deeper(p, p->fnest, MAX_FUNC_DEPTH, "function literal nesting");
}

bool stmt_too_deep(Parser *p)
{
	return deeper(p, p->nstmt, MAX_STMT_DEPTH, "statement nesting") || too_deep(p);
}

/* ---- tokens ------------------------------------------------------------------------------------------------------------- */

bool got(Parser *p, Tok t)
{
	if (tok(p) != t)
		return false;
	next(p);
	return true;
}

void want(Parser *p, Tok t)
{
	if (got(p, t))
		return;
	syntax_error(p, "expected %s", tok_words(t));
	advance(p, NULL, 0);
}

/* Takes "="; ":=" is reported and taken too. */
bool got_assign(Parser *p)
{
	if (tok(p) == T_DEFINE)
		syntax_error(p, "expected =");
	else if (tok(p) != T_ASSIGN)
		return false;
	next(p);
	return true;
}

static bool starts_statement(Tok t)
{
	switch ((int)t) {
	case T_BREAK: case T_CONST: case T_CONTINUE: case T_DEFER: case T_FALLTHROUGH: case T_FOR: case T_GO: case T_GOTO:
	case T_IF: case T_RETURN: case T_SELECT: case T_SWITCH: case T_TYPE: case T_VAR:
		return true;
	}
	return false;
}

/* Skips to one of the tokens of follow, or to a keyword that begins a statement when inside a function. Without follow
 * exactly one token is skipped. */
void advance(Parser *p, const Tok *follow, int n)
{
	if (!n) {
		if (tok(p) != T_EOF)
			next(p);
		return;
	}
	for (; tok(p) != T_EOF; next(p)) {
		if (p->fnest > 0 && starts_statement(tok(p)))
			return;
		for (int i = 0; i < n; i++)
			if (tok(p) == follow[i])
				return;
	}
}

Pos parse_list(Parser *p, const char *context, Tok sep, Tok close, bool (*elem)(Parser *p, void *arg), void *arg)
{
	bool done = false;
	while (tok(p) != T_EOF && tok(p) != close && !done) {
		done = elem(p, arg);
		if (!got(p, sep) && tok(p) != close) {
			syntax_error(p, "in %s; possibly missing %s or %s", context, tok_words(sep), tok_words(close));
			ADVANCE(p, T_RPAREN, T_RBRACK, T_RBRACE);
			if (tok(p) != close)
				return cur_pos(p);
		}
	}
	Pos end = cur_pos(p);
	want(p, close);
	return end;
}

Node *parse_name(Parser *p)
{
	if (tok(p) == T_NAME) {
		Node *n = new_name(cur_pos(p), p->lx.lit);
		next(p);
		return n;
	}
	Node *n = new_name(cur_pos(p), sym("_"));
	syntax_error(p, "expected name");
	advance(p, NULL, 0);
	return n;
}

Node *parse_literal(Parser *p)
{
	if (tok(p) < T_INT || tok(p) > T_STRING)
		return NULL;
	Node *n = new_node(N_LIT, cur_pos(p));
	n->u.lit.tok = (uint8_t)tok(p);
	n->u.lit.text = p->lx.base + p->lx.off;
	n->u.lit.n = p->lx.litn;
	n->u.lit.bad = p->lx.bad;
	next(p);
	return n;
}

/* ---- files ---------------------------------------------------------------------------------------------------------------- */

/* One top-level declaration. False when there is none here: reported, skipped. */
static bool parse_top_decl(Parser *p, FileNode *f)
{
	int before = f->decls.n;
	switch ((int)tok(p)) {
	case T_IMPORT:
		next(p);
		parse_decl_group(p, &f->decls, parse_import);
		for (int i = before; i < f->decls.n; i++)
			vec_push(&f->imports, f->decls.v[i]);
		return true;
	case T_CONST:
		next(p);
		parse_decl_group(p, &f->decls, parse_const);
		return true;
	case T_TYPE:
		next(p);
		parse_decl_group(p, &f->decls, parse_type_decl);
		return true;
	case T_VAR:
		next(p);
		parse_decl_group(p, &f->decls, parse_var);
		return true;
	case T_FUNC:
		next(p);
		vec_push(&f->decls, parse_func(p));
		return true;
	}
	Node *last = f->decls.n ? vec_last(&f->decls) : NULL;
	if (tok(p) == T_LBRACE && last && last->kind == N_FUNC && !last->u.fdecl.body)
		syntax_error(p, "unexpected semicolon or newline before {");
	else
		syntax_error(p, "non-declaration statement outside function body");
	ADVANCE(p, T_IMPORT, T_CONST, T_TYPE, T_VAR, T_FUNC);
	return false;
}

/* SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } . */
static FileNode *parse_source(Parser *p, FileNode *f)
{
	p->top = true;
	next(p);
	p->top = false;
	if (!got(p, T_PACKAGE)) {
		syntax_error(p, "package statement must be first");
		return NULL;
	}
	(void)take_pragma(p, FOR_PACKAGE);      /* the build constraint */
	f->pkg_name = parse_name(p);
	want(p, T_SEMI);
	if (p->lx.nerr)
		return NULL;
	Tok prev = T_IMPORT;
	while (tok(p) != T_EOF) {
		if (p->imports_only && tok(p) != T_IMPORT)
			break;
		if (tok(p) == T_IMPORT && prev != T_IMPORT)
			syntax_error(p, "imports must appear before other declarations");
		prev = tok(p);
		if (!parse_top_decl(p, f))
			continue;
		clear_pragma(p);        /* before the semicolon: what follows it belongs to the next declaration */
		if (tok(p) != T_EOF && !got(p, T_SEMI)) {
			syntax_error(p, "after top level declaration");
			ADVANCE(p, T_IMPORT, T_CONST, T_TYPE, T_VAR, T_FUNC);
		}
	}
	clear_pragma(p);
	return f;
}

static FileNode *parse(SrcFile *src, bool imports_only)
{
	Parser p = { .src = src, .imports_only = imports_only };
	FileNode *f = NEW(FileNode);
	f->src = src;
	p.file = f;
	lex_init(&p.lx, src);
	p.lx.quiet = imports_only;
	p.lx.directive = pragma_line;
	p.lx.arg = &p;
	if (!parse_source(&p, f))
		return NULL;
	return f;
}

FileNode *parse_file(SrcFile *src)
{
	return parse(src, false);
}

FileNode *parse_imports(SrcFile *src)
{
	return parse(src, true);
}
