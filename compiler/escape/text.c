/* text.c: allocating expressions as Go's messages spell them: literals shortened to T{...}, closures "func literal", constants by value,
 * implicit conversions invisible. */
#include "compiler/escape/graph.h"

static void put(Buf *b, const Node *n, int prec);

static void put_list(Buf *b, const NodeVec *v, int from)
{
	for (int i = from; i < v->n; i++) {
		if (i > from)
			buf_puts(b, ", ");
		put(b, v->v[i], 0);
	}
}

static void put_type(Buf *b, Type *t)
{
	buf_puts(b, t ? type_str_bare(t) : "?");
}

static void put_conv(Buf *b, Type *t, const Node *x)
{
	bool named = t && (t->kind < K_ARRAY || t->kind == K_NAMED || t->kind == K_ALIAS || t->kind == K_TYPEPARAM || t == t_any);
	buf_puts(b, named ? "" : "(");
	put_type(b, t);
	buf_puts(b, named ? "(" : ")(");
	put(b, x, 0);
	buf_putc(b, ')');
}

static void put_call(Buf *b, const Node *n)
{
	const NodeVec *a = &n->u.call.args;
	if (n->flags & NF_CONVERSION) {
		put_conv(b, n->type, a->v[0]);
		return;
	}
	const Node *f = n->u.call.fun;
	put(b, f, 9);
	buf_putc(b, '(');
	if (n->flags & NF_BUILTIN && a->n && a->v[0]->flags & NF_IS_TYPE) {
		put_type(b, a->v[0]->type);
		for (int i = 1; i < a->n; i++) {
			buf_puts(b, ", ");
			put(b, a->v[i], 0);
		}
	} else
		put_list(b, a, 0);
	if (n->flags & NF_DOTS)
		buf_puts(b, "...");
	buf_putc(b, ')');
}

static void put_const(Buf *b, const Node *n)
{
	if (n->kind == N_LIT && n->u.lit.tok != T_STRING)
		buf_put(b, n->u.lit.text, n->u.lit.n);
	else
		buf_puts(b, const_text_exact(n->val));
}

static void put(Buf *b, const Node *n, int prec)
{
	if (!n)
		return;
	if (n->flags & NF_IS_TYPE) {
		put_type(b, n->type);
		return;
	}
	if (n->val) {
		put_const(b, n);
		return;
	}
	switch (n->kind) {
	case N_NAME:                            /* variables of an inlined function of another package are shown with it */
		if (n->u.name.obj && n->u.name.obj->kind == O_VAR && n->u.name.obj->pkg && n->u.name.obj->pkg != cur_pkg)
			buf_fmt(b, "%s.", n->u.name.obj->pkg->name);
		buf_puts(b, n->u.name.sym->s);
		break;
	case N_PAREN:
		put(b, n->u.x.x, prec);
		break;
	case N_FUNCLIT:
		buf_puts(b, "func literal");
		break;
	case N_COMPOSITE:
		if (n->type && n->type->kind == K_POINTER) {
			buf_putc(b, '&');
			put_type(b, n->type->u.pointer.elem);
		} else
			put_type(b, n->type);
		buf_puts(b, n->u.comp.elems.n ? "{...}" : "{}");
		break;
	case N_CALL:
		put_call(b, n);
		break;
	case N_SELECTOR:
		if (n->u.sel.sel)
			put(b, n->u.sel.x, 9);
		else
			buf_puts(b, n->u.sel.x->u.name.sym->s);
		buf_putc(b, '.');
		buf_puts(b, n->u.sel.name->u.name.sym->s);
		break;
	case N_INDEX:
		put(b, n->u.index.x, 9);
		buf_putc(b, '[');
		put_list(b, &n->u.index.index, 0);
		buf_putc(b, ']');
		break;
	case N_SLICE:
		put(b, n->u.slice.x, 9);
		buf_putc(b, '[');
		put(b, n->u.slice.lo, 0);
		buf_putc(b, ':');
		put(b, n->u.slice.hi, 0);
		if (n->u.slice.max) {
			buf_putc(b, ':');
			put(b, n->u.slice.max, 0);
		}
		buf_putc(b, ']');
		break;
	case N_ASSERT:
		put(b, n->u.assert.x, 9);
		buf_puts(b, ".(");
		put_type(b, n->type && n->type->kind == K_TUPLE ? n->type->u.tuple.types.v[0] : n->type);
		buf_putc(b, ')');
		break;
	case N_UNARY:
		buf_puts(b, tok_text[n->op]);
		put(b, n->u.unary.x, 8);
		break;
	case N_STAR:
		buf_putc(b, '*');
		if (n->u.x.x->kind == N_STAR)
			buf_putc(b, '(');
		put(b, n->u.x.x, 8);
		if (n->u.x.x->kind == N_STAR)
			buf_putc(b, ')');
		break;
	case N_BINARY: {
		int p = tok_prec[n->op];
		if (p < prec)
			buf_putc(b, '(');
		put(b, n->u.binary.x, p);
		buf_fmt(b, " %s ", tok_text[n->op]);
		put(b, n->u.binary.y, p + 1);
		if (p < prec)
			buf_putc(b, ')');
		break;
	}
	case N_KEYVALUE:
		put(b, n->u.kv.key, 0);
		buf_putc(b, ':');
		put(b, n->u.kv.value, 0);
		break;
	default:
		print_short_lits = true;
		node_print(b, n);
		print_short_lits = false;
	}
}

const char *esc_node_text(const Node *n)
{
	Buf b = { 0 };
	put(&b, n, 0);
	return b.s ? buf_take(&b) : "";
}

const char *esc_site_text(const Fn *f, int site)
{
	const Site *s = &f->sites.v[site];
	const Node *n = s->src;
	while (n && n->kind == N_PAREN)
		n = n->u.x.x;
	switch (s->kind) {
	case SITE_VARIADIC: return "... argument";
	case SITE_CLOSURE: case SITE_GO: case SITE_DEFER:
		if (!n || n->kind == N_FUNCLIT || n->kind == N_CALL_STMT)
			return "func literal";
		return esc_node_text(n);
	case SITE_APPEND: return "append";
	case SITE_ADDR_COMPOSITE:
		if (n && n->kind == N_COMPOSITE && !(n->type && n->type->kind == K_POINTER))
			return str_fmt("&%s", esc_node_text(n));
		return esc_node_text(n);
	default: return esc_node_text(n);
	}
}
