/* body_text.c: a function's signature and body on one line, for "can inline f with cost N as: ...". */
#include "compiler/opt/inline.h"

static void put(Buf *b, const Node *n);

static void put_block(Buf *b, const Node *n)
{
	buf_puts(b, "{");
	if (n)
		vec_each(&n->u.block.stmts, i) {
			buf_puts(b, i ? "; " : " ");
			put(b, n->u.block.stmts.v[i]);
		}
	buf_puts(b, n && n->u.block.stmts.n ? " }" : " }");
}

static void put_list(Buf *b, const NodeVec *v)
{
	vec_each(v, i) {
		if (i)
			buf_puts(b, ", ");
		node_print(b, v->v[i]);
	}
}

static void put(Buf *b, const Node *n)
{
	switch (n->kind) {
	case N_EXPR_STMT:
		node_print(b, n->u.x.x);
		break;
	case N_RETURN:
		buf_puts(b, n->u.ret.results.n ? "return " : "return");
		put_list(b, &n->u.ret.results);
		break;
	case N_ASSIGN:
		put_list(b, &n->u.assign.lhs);
		if (n->op && !n->u.assign.rhs.n) {
			buf_fmt(b, "%s%s", tok_text[n->op], tok_text[n->op]);
			break;
		}
		buf_fmt(b, " %s%s ", n->op ? tok_text[n->op] : "", n->flags & NF_DEFINE ? ":=" : "=");
		put_list(b, &n->u.assign.rhs);
		break;
	case N_BLOCK:
		put_block(b, n);
		break;
	case N_IF:
		buf_puts(b, "if ");
		if (n->u.iff.cond)
			node_print(b, n->u.iff.cond);
		buf_putc(b, ' ');
		put_block(b, n->u.iff.then);
		if (n->u.iff.els) {
			buf_puts(b, " else ");
			put(b, n->u.iff.els);
		}
		break;
	case N_FOR:
		buf_puts(b, "for loop");
		break;
	case N_SWITCH: case N_SELECT:
		buf_puts(b, n->kind == N_SWITCH ? "switch statement" : "select statement");
		break;
	default:
		buf_puts(b, "<node>");
	}
}

const char *inl_body_text(const Fn *f)
{
	Buf b = { 0 };
	cur_pkg = f->pkg;
	Type *sig = type_under(f->sig);
	buf_puts(&b, "func(");
	vec_each(&sig->u.fn.params, i)
		buf_fmt(&b, "%s%s", i ? ", " : "", type_str_bare(sig->u.fn.params.v[i]->type));
	buf_puts(&b, ") ");
	if (sig->u.fn.results.n > 1)
		buf_putc(&b, '(');
	vec_each(&sig->u.fn.results, i)
		buf_fmt(&b, "%s%s", i ? ", " : "", type_str_bare(sig->u.fn.results.v[i]->type));
	if (sig->u.fn.results.n)
		buf_puts(&b, sig->u.fn.results.n > 1 ? ") " : " ");
	print_short_lits = true;
	put_block(&b, f->node->kind == N_FUNCLIT ? f->node->u.func.body : f->node->u.fdecl.body);
	print_short_lits = false;
	return buf_take(&b);
}
