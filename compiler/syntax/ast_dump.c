/* ast_dump.c: the tree as indented text, for -emit=ast and for eyes. */
#include "compiler/syntax/parse.h"

const char *const node_kind_name[N_KIND_COUNT] = {
	"bad", "name", "lit", "composite", "keyvalue", "funclit", "paren", "selector", "index", "slice", "assert", "typeswitchguard", "call", "unary",
	"star", "binary", "arraytype", "slicetype", "dotstype", "structtype", "functype", "interfacetype", "maptype", "chantype", "field", "empty",
	"labeled", "block", "exprstmt", "send", "declstmt", "assign", "branch", "callstmt", "return", "if", "for", "rangeclause", "switch", "select",
	"case", "import", "const", "type", "var", "func",
};

static void dump_node(Node *n, void *arg)
{
	Buf *b = arg;
	Where w = pos_raw(n->pos);
	for (int i = 0; i < b->indent; i++)
		buf_puts(b, "  ");
	buf_fmt(b, "%s", node_kind_name[n->kind]);
	if (n->op)
		buf_fmt(b, " %s", tok_text[n->op]);
	if (n->kind == N_NAME)
		buf_fmt(b, " %s", n->u.name.sym->s);
	if (n->kind == N_LIT)
		buf_fmt(b, " %.*s", (int)n->u.lit.n, n->u.lit.text);
	if (n->flags)
		buf_fmt(b, " flags=%x", n->flags);
	buf_fmt(b, " @%u:%u\n", w.line, w.col);
	b->indent++;
	node_children(n, dump_node, b);
	b->indent--;
}

void ast_dump(Buf *b, const FileNode *f)
{
	buf_fmt(b, "file %s package %s\n", f->src->path, f->pkg_name ? f->pkg_name->u.name.sym->s : "?");
	b->indent++;
	vec_each(&f->decls, i)
		dump_node(f->decls.v[i], b);
	b->indent--;
}
