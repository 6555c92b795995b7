/* print.c: source form of expressions, types and simple statements, as messages show them: one line, bodies shortened. */
#include "compiler/syntax/parse.h"

static void print_list(Buf *b, const NodeVec *list)
{
	vec_each(list, i) {
		if (i)
			buf_puts(b, ", ");
		node_print(b, list->v[i]);
	}
}

/* a, b T, c U: names that share a type node share its text. */
static void print_params(Buf *b, const NodeVec *list, char open, char close)
{
	buf_putc(b, open);
	vec_each(list, i) {
		Node *f = list->v[i], *after = i + 1 < list->n ? list->v[i + 1] : NULL;
		if (i)
			buf_puts(b, ", ");
		if (f->u.field.name) {
			node_print(b, f->u.field.name);
			if (after && after->u.field.name && after->u.field.type == f->u.field.type)
				continue;
			buf_putc(b, ' ');
		}
		node_print(b, f->u.field.type);
	}
	buf_putc(b, close);
}

static void print_signature(Buf *b, const Node *n)
{
	const NodeVec *res = &n->u.functype.results;
	print_params(b, &n->u.functype.params, '(', ')');
	if (!res->n)
		return;
	buf_putc(b, ' ');
	if (res->n == 1 && !res->v[0]->u.field.name)
		node_print(b, res->v[0]->u.field.type);
	else
		print_params(b, res, '(', ')');
}

static void print_struct(Buf *b, const Node *n)
{
	const NodeVec *f = &n->u.structtype.fields;
	buf_puts(b, "struct{");
	for (int i = 0; i < f->n; i++) {
		Node *x = f->v[i];
		if (i)
			buf_puts(b, "; ");
		if (x->u.field.name) {
			node_print(b, x->u.field.name);
			for (; i + 1 < f->n && f->v[i + 1]->u.field.name && f->v[i + 1]->u.field.type == x->u.field.type; i++) {
				buf_puts(b, ", ");
				node_print(b, f->v[i + 1]->u.field.name);
			}
			buf_putc(b, ' ');
		}
		node_print(b, x->u.field.type);
		if (x->u.field.tag) {
			buf_putc(b, ' ');
			node_print(b, x->u.field.tag);
		}
	}
	buf_putc(b, '}');
}

static void print_interface(Buf *b, const Node *n)
{
	buf_puts(b, "interface{");
	vec_each(&n->u.iface.elems, i) {
		Node *f = n->u.iface.elems.v[i];
		if (i)
			buf_puts(b, "; ");
		if (f->u.field.name) {
			node_print(b, f->u.field.name);
			print_signature(b, f->u.field.type);
		} else {
			node_print(b, f->u.field.type);
		}
	}
	buf_putc(b, '}');
}

static void print_chan(Buf *b, const Node *n)
{
	const Node *elem = n->u.chantype.elem;
	if (n->u.chantype.dir == DIR_RECV)
		buf_puts(b, "<-");
	buf_puts(b, "chan");
	if (n->u.chantype.dir == DIR_SEND)
		buf_puts(b, "<-");
	bool paren = n->u.chantype.dir == DIR_BOTH && elem->kind == N_CHAN_TYPE && elem->u.chantype.dir == DIR_RECV;
	buf_puts(b, paren ? " (" : " ");
	node_print(b, elem);
	if (paren)
		buf_putc(b, ')');
}

static void print_assign(Buf *b, const Node *n)
{
	print_list(b, &n->u.assign.lhs);
	if (!n->u.assign.rhs.n) {
		buf_fmt(b, "%s%s", tok_text[n->op], tok_text[n->op]);
		return;
	}
	buf_fmt(b, " %s= ", n->flags & NF_DEFINE ? ":" : n->op ? tok_text[n->op] : "");
	print_list(b, &n->u.assign.rhs);
}

bool print_short_lits;

void node_print(Buf *b, const Node *n)
{
	if (!n)
		return;
#define P(x) node_print(b, x)
#define S(s) buf_puts(b, s)
	switch ((NodeKind)n->kind) {
	case N_BAD: S("<bad expr>"); break;
	case N_NAME: buf_put(b, n->u.name.sym->s, n->u.name.sym->n); break;
	case N_LIT: buf_put(b, n->u.lit.text, n->u.lit.n); break;
	case N_COMPOSITE: P(n->u.comp.type); S(n->u.comp.elems.n ? "{…}" : "{}"); break;
	case N_KEYVALUE: P(n->u.kv.key); S(": "); P(n->u.kv.value); break;
	case N_FUNCLIT:
		if (print_short_lits) {
			S("func literal");
			break;
		}
		P(n->u.func.type); S(n->u.func.body->u.block.stmts.n ? " {…}" : " {}"); break;
	case N_PAREN: S("("); P(n->u.x.x); S(")"); break;
	case N_SELECTOR: P(n->u.sel.x); S("."); P(n->u.sel.name); break;
	case N_INDEX: P(n->u.index.x); S("["); print_list(b, &n->u.index.index); S("]"); break;
	case N_SLICE:
		P(n->u.slice.x); S("["); P(n->u.slice.lo); S(":"); P(n->u.slice.hi);
		if (n->u.slice.max) {
			S(":");
			P(n->u.slice.max);
		}
		S("]");
		break;
	case N_ASSERT: P(n->u.assert.x); S(".("); P(n->u.assert.type); S(")"); break;
	case N_TYPESWITCH_GUARD:
		if (n->u.tsguard.name) {
			P(n->u.tsguard.name);
			S(" := ");
		}
		P(n->u.tsguard.x);
		S(".(type)");
		break;
	case N_CALL: P(n->u.call.fun); S("("); print_list(b, &n->u.call.args); S(n->flags & NF_DOTS ? "...)" : ")"); break;
	case N_UNARY: S(tok_text[n->op]); P(n->u.unary.x); break;
	case N_STAR: S("*"); P(n->u.x.x); break;
	case N_BINARY: P(n->u.binary.x); buf_fmt(b, " %s ", tok_text[n->op]); P(n->u.binary.y); break;
	case N_ARRAY_TYPE:
		S("[");
		if (n->u.arrtype.len)
			P(n->u.arrtype.len);
		else
			S("...");
		S("]");
		P(n->u.arrtype.elem);
		break;
	case N_SLICE_TYPE: S("[]"); P(n->u.x.x); break;
	case N_DOTS_TYPE: S("..."); P(n->u.x.x); break;
	case N_STRUCT_TYPE: print_struct(b, n); break;
	case N_FUNC_TYPE: S("func"); print_signature(b, n); break;
	case N_INTERFACE_TYPE: print_interface(b, n); break;
	case N_MAP_TYPE: S("map["); P(n->u.maptype.key); S("]"); P(n->u.maptype.value); break;
	case N_CHAN_TYPE: print_chan(b, n); break;
	case N_FIELD:
		if (n->u.field.name) {
			P(n->u.field.name);
			S(" ");
		}
		P(n->u.field.type);
		break;
	case N_EXPR_STMT: P(n->u.x.x); break;
	case N_SEND: P(n->u.send.chan); S(" <- "); P(n->u.send.value); break;
	case N_ASSIGN: print_assign(b, n); break;
	case N_CALL_STMT: S(tok_text[n->op]); S(" "); P(n->u.callstmt.call); break;
	case N_RETURN:
		S("return");
		if (n->u.ret.results.n)
			S(" ");
		print_list(b, &n->u.ret.results);
		break;
	case N_BRANCH:
		S(tok_text[n->op]);
		if (n->u.branch.label) {
			S(" ");
			P(n->u.branch.label);
		}
		break;
	case N_RANGE_CLAUSE:
		P(n->u.range.key);
		if (n->u.range.value) {
			S(", ");
			P(n->u.range.value);
		}
		if (n->u.range.key)
			S(n->flags & NF_DEFINE ? " := " : " = ");
		S("range ");
		P(n->u.range.x);
		break;
	case N_BLOCK: S(n->u.block.stmts.n ? "{…}" : "{}"); break;
	case N_EMPTY: case N_LABELED: case N_DECL_STMT: case N_IF: case N_FOR: case N_SWITCH: case N_SELECT: case N_CASE:
	case N_IMPORT: case N_CONST: case N_TYPE: case N_VAR: case N_FUNC: case N_KIND_COUNT:
		S(node_kind_name[n->kind]);
		break;
	}
#undef P
#undef S
}

const char *node_str(const Node *n)
{
	Buf b = { 0 };
	node_print(&b, n);
	return buf_take(&b);
}
