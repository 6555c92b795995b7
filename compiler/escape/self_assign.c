/* self_assign.c: assignments that bring nothing new into a variable, as Go's escape analysis recognises and reports them:
 *
 *     v.x = v.y    v.a[i] = v.a[j]    v.buf = v.buf[i:j]
 *
 * The analysis itself works on the IR and looks at pointers only (escape/build.c); the message is about the source form, for any type. */
#include "compiler/escape/graph.h"

static const Node *bare(const Node *n)
{
	while (n && n->kind == N_PAREN)
		n = n->u.x.x;
	return n;
}

static bool is_field(const Node *n)
{
	return n->kind == N_SELECTOR && n->u.sel.sel && n->u.sel.sel->kind == SEL_FIELD;
}

static int builtin_of(const Node *n)
{
	const Node *f = bare(n->u.call.fun);
	return f->kind == N_NAME && f->u.name.obj ? (int)f->u.name.obj->u.builtin.id : -1;
}

/* Evaluating n may read what an assignment changes, or do more than read. */
static bool has_effect(const Node *n)
{
	n = bare(n);
	if (!n || n->val)
		return false;
	switch (n->kind) {
	case N_NAME: case N_LIT: return false;
	case N_BINARY:
		if (n->op == T_ANDAND || n->op == T_OROR || n->op == T_EQ || n->op == T_NE || n->op == T_LT || n->op == T_LE || n->op == T_GT || n->op == T_GE)
			return true;
		return has_effect(n->u.binary.x) || has_effect(n->u.binary.y);
	case N_UNARY: return n->op == T_AND || n->op == T_ARROW || has_effect(n->u.unary.x);
	case N_STAR: return has_effect(n->u.x.x);
	case N_SELECTOR: return n->u.sel.sel && (!is_field(n) || has_effect(n->u.sel.x));
	case N_INDEX: return n->u.index.index.n != 1 || has_effect(n->u.index.x) || has_effect(n->u.index.index.v[0]);
	case N_CALL:
		if (n->flags & NF_CONVERSION)
			return !type_is_numeric(n->type) || has_effect(n->u.call.args.v[0]);
		if (n->flags & NF_BUILTIN && n->u.call.args.n == 1 && (builtin_of(n) == B_LEN || builtin_of(n) == B_CAP))
			return has_effect(n->u.call.args.v[0]);
		return true;
	default: return true;
	}
}

/* Both name the same place whenever they are evaluated. */
static bool same(const Node *a, const Node *b)
{
	a = bare(a);
	b = bare(b);
	if (!a || !b || a->kind != b->kind)
		return false;
	if (a->val || b->val)
		return a->val && b->val && const_compare(T_EQ, a->val, b->val);
	switch (a->kind) {
	case N_NAME: return a->u.name.obj && a->u.name.obj == b->u.name.obj;
	case N_SELECTOR:
		if (!a->u.sel.sel || !b->u.sel.sel)
			return a->u.sel.name->u.name.obj && a->u.sel.name->u.name.obj == b->u.sel.name->u.name.obj;
		return is_field(a) && is_field(b) && a->u.sel.name->u.name.sym == b->u.sel.name->u.name.sym && same(a->u.sel.x, b->u.sel.x);
	case N_STAR: return same(a->u.x.x, b->u.x.x);
	case N_UNARY: return a->op == b->op && a->op != T_AND && a->op != T_ARROW && same(a->u.unary.x, b->u.unary.x);
	case N_INDEX:
		return a->u.index.index.n == 1 && b->u.index.index.n == 1 && same(a->u.index.x, b->u.index.x) && same(a->u.index.index.v[0], b->u.index.index.v[0]);
	case N_BINARY: return a->op == b->op && same(a->u.binary.x, b->u.binary.x) && same(a->u.binary.y, b->u.binary.y);
	default: return false;
	}
}

static bool is_map(const Node *n)
{
	return n->u.index.x->type && type_is(n->u.index.x->type, K_MAP);
}

static bool through_pointer(const Node *sel)
{
	return sel->u.sel.x->type && type_is(sel->u.sel.x->type, K_POINTER);
}

/* v.buf = v.buf[i:j], v a pointer variable; an array's slice would be a new address. */
static bool slice_self(const Node *dst, const Node *src)
{
	if (src->kind != N_SLICE || !src->u.slice.x->type)
		return false;
	Type *t = src->u.slice.x->type;
	if (type_is(t, K_ARRAY)) {
		const Node *f = bare(src->u.slice.x);
		if (!is_field(f) || !through_pointer(f))
			return false;
	} else if (!type_is(t, K_SLICE) && !type_is(t, K_STRING) && !type_is(t, K_POINTER))
		return false;
	const Node *base = bare(src->u.slice.x), *d, *s;
	if (is_field(dst) && through_pointer(dst) && dst->u.sel.sel->npath == 1)
		d = bare(dst->u.sel.x);
	else if (dst->kind == N_STAR)
		d = bare(dst->u.x.x);
	else
		return false;
	if (is_field(base) && through_pointer(base) && base->u.sel.sel->npath == 1)
		s = bare(base->u.sel.x);
	else if (base->kind == N_STAR)
		s = bare(base->u.x.x);
	else
		return false;
	return d->kind == N_NAME && s->kind == N_NAME && d->u.name.obj && d->u.name.obj == s->u.name.obj;
}

bool is_self_assign_form(const Node *dst, const Node *src)
{
	dst = bare(dst);
	src = bare(src);
	if (slice_self(dst, src))
		return true;
	if (dst->kind != src->kind)
		return false;
	if (is_field(dst) && is_field(src))
		return through_pointer(dst) == through_pointer(src) && same(dst->u.sel.x, src->u.sel.x);
	if (dst->kind == N_INDEX && dst->u.index.index.n == 1 && src->u.index.index.n == 1 && !is_map(dst) && !is_map(src))
		return !has_effect(dst->u.index.index.v[0]) && !has_effect(src->u.index.index.v[0]) && same(dst->u.index.x, src->u.index.x);
	return false;
}
