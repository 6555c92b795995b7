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

static const Fn *text_fn;                /* whose code is printed: type parameters show as the shapes of its instance */

static bool word(char c)
{
	return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* gc compiles one body for all type arguments of one shape. */
static const char *shape_of(const char *name, size_t n)
{
	const Fn *f = text_fn;
	while (f && !f->targs.n)
		f = f->outer;
	if (!f)
		return NULL;
	for (int i = 0; i < f->targs.n && i < f->tparams.n; i++) {
		const char *p = type_str_bare(f->tparams.v[i]);
		if (strlen(p) == n && !memcmp(p, name, n)) {
			Type *u = type_under(f->targs.v[i]);
			return str_fmt("go.shape.%s", u->kind == K_POINTER ? "*uint8" : type_str_mode(u, STR_LINK));
		}
	}
	return NULL;
}

/* gc's own spelling: "struct { a int }", "interface { M() }". */
static void put_type_text(Buf *b, const char *s)
{
	char close[64];
	int depth = 0;
	for (const char *p = s; *p; p++) {
		size_t n = 0;
		while (word(p[n]))
			n++;
		if (n) {
			const char *shape = p > s && p[-1] == '.' ? NULL : shape_of(p, n);
			bool braces = p[n] == '{' && ((n == 6 && !memcmp(p, "struct", n)) || (n == 9 && !memcmp(p, "interface", n)));
			if (shape)
				buf_puts(b, shape);
			else
				buf_put(b, p, n);
			p += n - 1;
			if (braces) {
				p++;
				bool empty = p[1] == '}';
				buf_puts(b, empty ? " {" : " { ");
				if (depth < (int)sizeof close)
					close[depth] = !empty;
				depth++;
			}
		} else if (*p == '}' && depth) {
			depth--;
			buf_puts(b, depth < (int)sizeof close && close[depth] ? " }" : "}");
		} else
			buf_putc(b, *p);
	}
}

static void put_type(Buf *b, Type *t)
{
	put_type_text(b, t ? type_str_bare(t) : "?");
}

static Type *param_type(const Type *sig, int i)
{
	return sig && i < sig->u.fn.params.n ? sig->u.fn.params.v[i]->type : NULL;
}

/* The arguments of a call as gc has them: those of a variadic parameter are one slice. */
static void put_args(Buf *b, const Node *n, const Type *sig, bool first)
{
	const NodeVec *a = &n->u.call.args;
	bool variadic = sig && sig->u.fn.variadic && !(n->flags & NF_DOTS);
	int fixed = variadic ? sig->u.fn.params.n - 1 : a->n;
	for (int i = 0; i < a->n && i < fixed; i++) {
		buf_puts(b, first ? "" : ", ");
		first = false;
		put(b, a->v[i], 0);
	}
	if (variadic && param_type(sig, fixed))
		buf_fmt(b, "%s%s", first ? "" : ", ", a->n > fixed ? "... argument..." : "nil...");
	else if (n->flags & NF_DOTS)
		buf_puts(b, "...");
}

/* A method of a concrete type is a function of its receiver: (*T).m(x, a). */
static void put_method_call(Buf *b, const Node *n, const Node *f, const Type *sig)
{
	const Selection *s = f->u.sel.sel;
	Type *t = f->u.sel.x->type;
	Buf path = { 0 };
	for (int i = 0; i < s->npath && t; i++) {       /* through embedded fields */
		Type *u = type_under(t);
		if (u->kind == K_POINTER)
			u = type_under(u->u.pointer.elem);
		if (u->kind != K_STRUCT || s->path[i] >= u->u.st.fields.n)
			break;
		buf_fmt(&path, ".%s", u->u.st.fields.v[s->path[i]].name->s);
		t = u->u.st.fields.v[s->path[i]].type;
	}
	bool ptr = t && type_is(t, K_POINTER), want = func_ptr_recv(s->obj);
	Type *base = ptr ? type_under(t)->u.pointer.elem : t;
	buf_puts(b, want ? "(*" : "");
	put_type(b, base);
	buf_fmt(b, "%s.%s(", want ? ")" : "", f->u.sel.name->u.name.sym->s);
	buf_puts(b, want == ptr ? "" : want ? "&" : "*");
	put(b, f->u.sel.x, path.n ? 9 : want == ptr ? 0 : 8);
	buf_put(b, path.s ? path.s : "", path.n);
	put_args(b, n, sig, false);
	buf_putc(b, ')');
	buf_free(&path);
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

static void put_call(Buf *b, const Node *n, int prec)
{
	const NodeVec *a = &n->u.call.args;
	if (n->flags & NF_CONVERSION) {
		put_conv(b, n->type, a->v[0]);
		return;
	}
	const Node *f = n->u.call.fun;
	while (f->kind == N_PAREN)
		f = f->u.x.x;
	const Fn *in = inl_was_expanded(n);
	if (in && in->results.n == 1) {
		const Local *v = &in->locals.v[in->results.v[0]];
		const char *name = v->name && !SYM_IS(v->name, "_") ? v->name->s : "~r0";
		buf_fmt(b, prec ? "(%s)" : "%s", name);
		return;
	}
	const Type *sig = f->type && !(n->flags & NF_BUILTIN) ? type_under(f->type) : NULL;
	if (sig && sig->kind != K_FUNC)
		sig = NULL;
	if (sig && f->kind == N_SELECTOR && f->u.sel.sel && f->u.sel.sel->kind == SEL_METHOD_VAL) {
		put_method_call(b, n, f, sig);
		return;
	}
	put(b, f, 9);
	buf_putc(b, '(');
	if (sig) {
		put_args(b, n, sig, true);
		buf_putc(b, ')');
		return;
	}
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

/* Constants show their type where it is not the one they would have by themselves. */
static void put_const(Buf *b, const Node *n)
{
	Type *t = n->type;
	int64_t v;
	if (t && (t == t_basic[K_INT32] || t == t_rune || t->kind == K_UNTYPED_RUNE) && n->kind == N_LIT && n->u.lit.tok == T_CHAR && const_fits_i64(n->val, &v)) {
		buf_put(b, n->u.lit.text, n->u.lit.n);
		return;
	}
	bool plain = !t || type_is_untyped(t) || t == t_basic[K_BOOL] || t == t_basic[K_STRING] || t == t_basic[K_INT] || t == t_basic[K_FLOAT64] || t == t_basic[K_COMPLEX128];
	const char *text = const_kind(n->val) == CV_STRING ? const_text_exact(n->val) : const_text(n->val);
	if (plain) {
		buf_puts(b, text);
		return;
	}
	put_type(b, t);
	buf_fmt(b, "(%s)", text);
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
		put_call(b, n, prec);
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
		if (n->op == T_ADD && n->type && type_is_string(n->type)) {     /* one node with all operands */
			put(b, n->u.binary.x, 0);
			buf_puts(b, " + ");
			put(b, n->u.binary.y, 0);
			break;
		}
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
	const Ins *made = &f->ins.v[s->ins];
	text_fn = made->inl ? f->inl.v[made->inl].fn : f;
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
