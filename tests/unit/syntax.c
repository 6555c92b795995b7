/* Lexer and parser: tokens, positions of nodes, source form, literal values, build constraints. */
#include <criterion/criterion.h>

#include "compiler/syntax/parse.h"

static FileNode *parse(const char *text)
{
	return parse_file(src_add("t.go", "/t.go", str_fmt("%s", text), (uint32_t)strlen(text)));
}

/* The expression in "var _ = EXPR". */
static Node *expr(const char *text)
{
	FileNode *f = parse(str_fmt("package p\nvar _ = %s\n", text));
	cr_assert_not_null(f);
	return f->decls.v[0]->u.val.values.v[0];
}

static void same_text(const char *text)
{
	cr_expect_str_eq(node_str(expr(text)), text);
}

Test(syntax, prints_as_written)
{
	same_text("a + b * c");
	same_text("(a + b) * -c");
	same_text("f(x, y...)");
	same_text("m[k].f[1:2:3]");
	same_text("x.(T)");
	same_text("func(a, b int, c ...string) (n int, err error)");
	same_text("map[string][]chan<- int");
	same_text("chan (<-chan int)");
	same_text("struct{a, b int; c string \"tag\"; T; *U}");
	same_text("interface{M(int) string; ~int | string}");
	same_text("G[int, string](1)");
	same_text("<-c");
	same_text("&T{}");
	cr_expect_str_eq(node_str(expr("&T{1, 2}")), "&T{…}");
	cr_expect_str_eq(node_str(expr("func() { f() }")), "func() {…}");
	cr_expect_str_eq(node_str(expr("[...]int{1}")), "[...]int{…}");
}

Test(syntax, positions_are_operators)
{
	Node *n = expr("aa + bb(cc)");
	cr_expect_eq(pos_raw(n->pos).col, 12u);
	cr_expect_eq(pos_raw(node_start(n)).col, 9u);
	cr_expect_eq(pos_raw(n->u.binary.y->pos).col, 16u);
	n = expr("x.y[z]");
	cr_expect_eq(pos_raw(n->pos).col, 12u);
	cr_expect_eq(pos_raw(n->u.index.x->pos).col, 10u);
}

static Tok one(const char *text, const char **lit)
{
	static Lexer lx;
	lx = (Lexer){ .quiet = true };
	lex_init(&lx, src_add("l.go", "/l.go", str_fmt("%s", text), (uint32_t)strlen(text)));
	lex_next(&lx);
	if (lit)
		*lit = lx.tok == T_NAME ? lx.lit->s : str_dup(text + lx.off, lx.litn);
	return lx.tok;
}

Test(syntax, tokens)
{
	const char *lit;
	cr_expect_eq(one("0x1p-2", &lit), T_FLOAT);
	cr_expect_str_eq(lit, "0x1p-2");
	cr_expect_eq(one("1_000i", NULL), T_IMAG);
	cr_expect_eq(one("'\\u00e9'", NULL), T_CHAR);
	cr_expect_eq(one("`raw\nstring`", NULL), T_STRING);
	cr_expect_eq(one("héllo", &lit), T_NAME);
	cr_expect_str_eq(lit, "héllo");
	cr_expect_eq(one("&^=", NULL), T_ANDNOT_ASSIGN);
	cr_expect_eq(one("...", NULL), T_DOTDOTDOT);
	cr_expect_eq(one(".5", NULL), T_FLOAT);
	cr_expect_eq(one("fallthrough", NULL), T_FALLTHROUGH);
	cr_expect_eq(one("", NULL), T_EOF);
}

Test(syntax, string_values)
{
	Buf b = { 0 };
	int32_t r;
	cr_assert(lit_string(expr("\"a\\n\\x00\\377\\u00e9\\\"\""), &b));
	cr_assert_eq(b.n, 7u);
	cr_assert_eq(memcmp(b.s, "a\n\0\377\303\251\"", 7), 0);
	cr_assert(lit_rune(expr("'\\U0001F600'"), &r));
	cr_assert_eq(r, 0x1F600);
	cr_assert(lit_rune(expr("'é'"), &r));
	cr_assert_eq(r, 0xe9);
}

Test(syntax, constants_repeat)
{
	FileNode *f = parse("package p\nconst (\n\ta, b = iota, 1 << iota\n\t_, _\n\tc, d\n)\n");
	Node *last = f->decls.v[2];
	cr_assert_eq(last->u.val.iota, 2);
	cr_assert(last->flags & NF_IMPLICIT);
	cr_assert_str_eq(node_str(last->u.val.values.v[1]), "1 << iota");
	cr_assert_neq(last->u.val.values.v[1], f->decls.v[0]->u.val.values.v[1]);
}

Test(syntax, array_or_type_parameters)
{
	static const struct { const char *src; bool generic; } cases[] = {
		{ "type T[P any] int", true }, { "type T[P *C] int", false }, { "type T[P *C,] int", true }, { "type T[N] int", false },
		{ "type T[P interface{}] int", true }, { "type T[P []E] int", true }, { "type T[N * 2] int", false }, { "type T[P *int|string,] int", true },
		{ "type T[P ~int] int", true }, { "type T[] int", false }, { "type T[P, Q any] int", true },
	};
	for (int i = 0; i < ARRAY_LEN(cases); i++) {
		FileNode *f = parse(str_fmt("package p\n%s\n", cases[i].src));
		cr_expect_eq(f->decls.v[0]->u.tdecl.tparams.n > 0, cases[i].generic, "%s", cases[i].src);
	}
}

static bool has(const char *tag, void *arg)
{
	return !strcmp(tag, "linux") || !strcmp(tag, "go1.21");
}

Test(syntax, build_constraints)
{
	static const struct { const char *head; bool ok; } cases[] = {
		{ "package p", true }, { "//go:build linux\n\npackage p", true }, { "//go:build !linux\n\npackage p", false },
		{ "// c\n\n//go:build (darwin || linux) && go1.21\npackage p", true }, { "// +build windows\n\npackage p", false },
		{ "// +build windows linux\n\npackage p", true }, { "// +build windows\npackage p", true }, { "/* c */\n//go:build windows\npackage p", false },
		{ "package p\n//go:build windows\n", true }, { "//go:build linux\n// +build windows\n\npackage p", true },
	};
	for (int i = 0; i < ARRAY_LEN(cases); i++)
		cr_expect_eq(build_constraint_ok(cases[i].head, has, NULL, 0, false), cases[i].ok, "%s", cases[i].head);
}

Test(syntax, go_version_of_file)
{
	cr_assert_str_eq(parse("//go:build go1.18 && linux\n\npackage p\n")->go_version, "go1.18");
	cr_assert_str_eq(parse("//go:build go1.18 || go1.20\n\npackage p\n")->go_version, "go1.18");
	cr_assert_null(parse("//go:build linux\n\npackage p\n")->go_version);
}

Test(syntax, pragmas_reach_their_declaration)
{
	FileNode *f = parse("package p\n\n//go:noinline\n//tuco:extern c_name\nfunc g()\n\nfunc h() {}\n");
	cr_assert(f->decls.v[0]->pragma->bits & PRAGMA_NOINLINE);
	cr_assert_str_eq(f->decls.v[0]->pragma->extern_name, "c_name");
	cr_assert_null(f->decls.v[1]->pragma);
}
