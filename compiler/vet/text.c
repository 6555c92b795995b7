/* text.c: expressions as gofmt writes them, since findings show them that way: blanks around operators depend on how tightly the
 * operators of one expression bind and how deep it is nested, f(a, b+c) beside a + b. */
#include "compiler/vet/vet.h"

enum { LOWEST = 0, UNARY_PREC = 6, HIGHEST = 7 };

static void put(Buf *b, const Node *x, int prec1, int depth);

static void put0(Buf *b, const Node *x, int depth) { put(b, x, LOWEST, depth); }

static bool is_binary(const Node *x) { return x && x->kind == N_BINARY; }

/* Which precedences occur below e without parentheses, and whether an operator would melt with the one after it (a - -b, a / *p). */
static void survey(const Node *e, bool *has4, bool *has5, int *problem)
{
	int prec = tok_prec[e->op];
	*has4 |= prec == 4;
	*has5 |= prec == 5;
	const Node *l = e->u.binary.x, *r = e->u.binary.y;
	if (is_binary(l) && tok_prec[l->op] >= prec)
		survey(l, has4, has5, problem);
	if (is_binary(r) && tok_prec[r->op] > prec)
		survey(r, has4, has5, problem);
	if (r->kind == N_STAR && e->op == T_DIV)
		*problem = 5;
	if (r->kind == N_UNARY && ((e->op == T_AND && (r->op == T_AND || r->op == T_XOR))))
		*problem = 5;
	if (r->kind == N_UNARY && ((e->op == T_ADD && r->op == T_ADD) || (e->op == T_SUB && r->op == T_SUB)))
		*problem = MAX(*problem, 4);
}

/* Operators that bind less tightly than this get blanks. */
static int cutoff(const Node *e, int depth)
{
	bool has4 = false, has5 = false;
	int problem = 0;
	survey(e, &has4, &has5, &problem);
	if (problem)
		return problem + 1;
	if (has4 && has5)
		return depth == 1 ? 5 : 4;
	return depth == 1 ? 6 : 4;
}

static int deeper(const Node *x, int prec)
{
	return is_binary(x) && tok_prec[x->op] == prec ? 0 : 1;
}

static void put_binary(Buf *b, const Node *x, int prec1, int cut, int depth)
{
	int prec = tok_prec[x->op];
	if (prec < prec1) {
		buf_putc(b, '(');
		put0(b, x, depth > 1 ? depth - 1 : 1);
		buf_putc(b, ')');
		return;
	}
	bool blanks = prec < cut;
	const Node *l = x->u.binary.x, *r = x->u.binary.y;
	int ldepth = depth + deeper(l, prec);
	if (is_binary(l) && tok_prec[l->op] >= prec)
		put_binary(b, l, prec, ldepth == depth ? cut : cutoff(l, ldepth), ldepth);
	else
		put(b, l, prec, ldepth);
	buf_fmt(b, blanks ? " %s " : "%s", tok_text[x->op]);
	put(b, r, prec + 1, depth + 1);
}

static void put_list(Buf *b, const NodeVec *v, int depth)
{
	vec_each(v, i) {
		if (i)
			buf_puts(b, ", ");
		put0(b, v->v[i], depth);
	}
}

static void put_slice(Buf *b, const Node *x, int depth)
{
	const Node *at[3] = { x->u.slice.lo, x->u.slice.hi, x->u.slice.max };
	int n = x->u.slice.max ? 3 : 2, count = 0;
	bool wide = false;
	if (depth <= 1) {
		bool binary = false;
		for (int i = 0; i < n; i++) {
			count += at[i] != NULL;
			binary |= is_binary(at[i]);
		}
		wide = count > 1 && binary;
		if (wide)
			depth = 1;
	}
	put(b, x->u.slice.x, HIGHEST, 1);
	buf_putc(b, '[');
	for (int i = 0; i < n; i++) {
		if (i)
			buf_puts(b, at[i - 1] && wide ? " :" : ":");
		if (i && at[i] && wide)
			buf_putc(b, ' ');
		if (at[i])
			put0(b, at[i], depth + 1);
	}
	buf_putc(b, ']');
}

/* What has no rule of its own here (function literals, types with bodies) is shown as the source has it. */
static void put_source(Buf *b, const Node *x)
{
	SrcFile *f = src_of(x->pos);
	Pos from = vet_start(x), to = node_end(x);
	if (x->kind == N_FUNCLIT || x->kind == N_COMPOSITE)
		to++;
	if (!f || to <= from || to - f->base > f->nbyte || x->kind == N_STRUCT_TYPE || x->kind == N_INTERFACE_TYPE || x->kind == N_FUNC_TYPE)
		node_print(b, x);
	else
		buf_put(b, f->text + (from - f->base), to - from);
}

static void put_call(Buf *b, const Node *x, int depth)
{
	put(b, x->u.call.fun, HIGHEST, depth);
	buf_putc(b, '(');
	put_list(b, &x->u.call.args, depth + (x->u.call.args.n > 1));
	buf_puts(b, x->flags & NF_DOTS ? "...)" : ")");
}

static void put(Buf *b, const Node *x, int prec1, int depth)
{
	switch ((NodeKind)x->kind) {
	case N_NAME: buf_puts(b, x->u.name.sym->s); break;
	case N_LIT: buf_put(b, x->u.lit.text, x->u.lit.n); break;
	case N_PAREN:
		if (x->u.x.x->kind == N_PAREN) {
			put0(b, x->u.x.x, depth);
			break;
		}
		buf_putc(b, '(');
		put0(b, x->u.x.x, depth > 1 ? depth - 1 : 1);
		buf_putc(b, ')');
		break;
	case N_SELECTOR:
		put(b, x->u.sel.x, HIGHEST, depth);
		buf_fmt(b, ".%s", x->u.sel.name->u.name.sym->s);
		break;
	case N_INDEX:
		put(b, x->u.index.x, HIGHEST, 1);
		buf_putc(b, '[');
		put_list(b, &x->u.index.index, depth + 1);
		buf_putc(b, ']');
		break;
	case N_SLICE: put_slice(b, x, depth); break;
	case N_ASSERT:
		put(b, x->u.assert.x, HIGHEST, depth);
		buf_puts(b, ".(");
		put0(b, x->u.assert.type, 1);
		buf_putc(b, ')');
		break;
	case N_CALL: put_call(b, x, depth); break;
	case N_UNARY:
		buf_puts(b, prec1 > UNARY_PREC ? "(" : "");
		buf_puts(b, tok_text[x->op]);
		put(b, x->u.unary.x, UNARY_PREC, prec1 > UNARY_PREC ? 1 : depth);
		buf_puts(b, prec1 > UNARY_PREC ? ")" : "");
		break;
	case N_STAR:
		buf_puts(b, prec1 > UNARY_PREC ? "(*" : "*");
		put(b, x->u.x.x, UNARY_PREC, 1);
		buf_puts(b, prec1 > UNARY_PREC ? ")" : "");
		break;
	case N_BINARY: put_binary(b, x, prec1, cutoff(x, depth), depth); break;
	case N_KEYVALUE:
		put0(b, x->u.kv.key, 1);
		buf_puts(b, ": ");
		put0(b, x->u.kv.value, 1);
		break;
	case N_ARRAY_TYPE:
		buf_putc(b, '[');
		if (x->u.arrtype.len)
			put0(b, x->u.arrtype.len, 1);
		else
			buf_puts(b, "...");
		buf_putc(b, ']');
		put0(b, x->u.arrtype.elem, 1);
		break;
	case N_SLICE_TYPE:
		buf_puts(b, "[]");
		put0(b, x->u.x.x, 1);
		break;
	case N_MAP_TYPE:
		buf_puts(b, "map[");
		put0(b, x->u.maptype.key, 1);
		buf_putc(b, ']');
		put0(b, x->u.maptype.value, 1);
		break;
	default: put_source(b, x); break;
	}
}

const char *vet_text(const Node *x)
{
	Buf b = { 0 };
	put0(&b, x, 1);
	return buf_take(&b);
}

bool vet_same_text(const Node *a, const Node *b)
{
	return !strcmp(vet_text(a), vet_text(b));
}
