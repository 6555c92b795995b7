/* structtype.c: struct types and interface types as written: fields, tags, methods, embedded elements, unions. */
#include <stdlib.h>
#include "compiler/types/check.h"
#include "compiler/types/typenode.h"

/* ---- structs ------------------------------------------------------------------------------------------------------------ */

enum { FEW = 12 };      /* up to here a linear search beats a map */

static Field *find_field(Type *st, Map *seen, Sym *name)
{
	int n = st->u.st.fields.n;
	if (n > FEW) {
		uintptr_t i = (uintptr_t)map_get(seen, MAP_KEY(name));
		return i ? &st->u.st.fields.v[i - 1] : NULL;
	}
	for (int i = 0; i < n; i++)
		if (st->u.st.fields.v[i].name == name)
			return &st->u.st.fields.v[i];
	return NULL;
}

static void note_field(Type *st, Map *seen, Sym *name)
{
	int n = st->u.st.fields.n;
	if (n == FEW + 1)
		for (int i = 0; i < n; i++)
			map_set(seen, MAP_KEY(st->u.st.fields.v[i].name), (void *)(uintptr_t)(i + 1));
	else if (n > FEW)
		map_set(seen, MAP_KEY(name), (void *)(uintptr_t)n);
}

static void add_field(Type *st, Map *seen, Node *decl, Node *name, Type *t, const char *tag, bool embedded)
{
	Sym *s = name->u.name.sym;
	bool blank = SYM_IS(s, "_");
	Field *alt = blank ? NULL : find_field(st, seen, s);
	if (alt) {
		ck_err(name->pos, "%s redeclared\n\t%s: other declaration of %s", s->s, pos_str(alt->pos), s->s);
		return;
	}
	Obj *o = obj_new(O_VAR, s, name->pos, t, ck.pkg);
	o->u.var.is_field = true;
	o->u.var.embedded = embedded;
	o->decl = decl;
	if (!embedded)
		name->u.name.obj = o;
	vec_push(&st->u.st.fields, (Field){ .name = s, .pkg = ck.pkg, .type = t, .tag = tag, .embedded = embedded, .pos = name->pos, .obj = o });
	note_field(st, seen, s);
}

static void check_embedded(Later *l)
{
	Type *t = l->a, *p = type_unalias(t);
	bool is_ptr = p->kind == K_POINTER;
	if (is_ptr)
		t = p->u.pointer.elem;
	if (ck_invalid(t))
		return;
	switch (type_under(t)->kind) {
	case K_UNSAFEPTR:
		ck_err(l->pos, "embedded field type cannot be unsafe.Pointer");
		break;
	case K_POINTER:
		ck_err(l->pos, "embedded field type cannot be a pointer");
		break;
	case K_INTERFACE:
		if (type_is_tparam(t))
			ck_err(l->pos, "embedded field type cannot be a (pointer to a) type parameter");
		else if (is_ptr)
			ck_err(l->pos, "embedded field type cannot be a pointer to an interface");
		break;
	}
}

static Node *embedded_name(Node *e)
{
	switch (e->kind) {
	case N_NAME: return e;
	case N_STAR: return e->u.x.x->kind == N_STAR ? NULL : embedded_name(e->u.x.x);
	case N_SELECTOR: return e->u.sel.name;
	case N_INDEX: return embedded_name(e->u.index.x);
	case N_PAREN: return embedded_name(e->u.x.x);
	}
	return NULL;
}

static const char *field_tag(Node *tag)
{
	Buf b = { 0 };
	if (!tag || tag->u.lit.bad)
		return NULL;
	if (tag->u.lit.tok != T_STRING) {
		ck_err(tag->pos, "invalid syntax tree: incorrect tag syntax: \"%.*s\"", (int)tag->u.lit.n, tag->u.lit.text);
		return NULL;
	}
	if (!lit_string(tag, &b))
		return NULL;
	return b.n ? buf_take(&b) : NULL;
}

Type *ck_struct_type(Node *e)
{
	Type *st = type_new(K_STRUCT);
	Map seen = { 0 };
	Type *t = t_invalid;
	Node *prev = NULL;
	NodeVec *fields = &e->u.structtype.fields;
	for (int i = 0; i < fields->n; i++) {
		Node *f = fields->v[i], *ft = f->u.field.type;
		if (i == 0 || ft != prev)
			t = ck_var_type(ft);
		prev = ft;
		const char *tag = field_tag(f->u.field.tag);
		if (f->u.field.name) {
			add_field(st, &seen, f, f->u.field.name, t, tag, false);
			continue;
		}
		Node *name = embedded_name(ft);
		if (!name) {
			ck_err(node_start(ft), "invalid syntax tree: invalid embedded field type %s", node_str(ft));
			continue;
		}
		add_field(st, &seen, f, name, t, tag, true);
		ck_later(check_embedded, node_start(ft))->a = t;
	}
	return st;
}

/* ---- unions ------------------------------------------------------------------------------------------------------------------ */

typedef struct UnionCheck { Type *u; NodeVec exprs; } UnionCheck;

static const char *term_str(Term t)
{
	TypeSet s = { 0 };      /* terms show full paths, as in explanations of type sets */
	vec_push(&s.terms, t);
	return typeset_terms_str(&s);
}

static void check_term(UnionCheck *c, int i)
{
	Term t = c->u->u.uni.terms.v[i];
	Pos at = node_start(c->exprs.v[i]);
	if (ck_invalid(t.type))
		return;
	Type *u = type_under(t.type);
	bool iface = u->kind == K_INTERFACE;
	if (t.tilde) {
		if (iface) {
			ck_err(at, "invalid use of ~ (%s is an interface)", type_str(t.type));
			return;
		}
		if (!type_same(u, t.type)) {
			ck_err(at, "invalid use of ~ (underlying type of %s is %s)", type_str(t.type), type_str(u));
			return;
		}
	}
	if (iface) {
		TypeSet *s = iface_set(u);
		if (s->methods.n)
			ck_err(at, "cannot use %s in union (%s contains methods)", term_str(t), term_str(t));
		else if (type_unalias(t.type) == type_unalias(t_comparable))
			ck_err(at, "cannot use comparable in union");
		else if (s->comparable)
			ck_err(at, "cannot use %s in union (%s embeds comparable)", term_str(t), term_str(t));
		return;
	}
	for (int j = 0; j < i; j++) {
		Term o = c->u->u.uni.terms.v[j];
		if (type_under(o.type)->kind == K_INTERFACE || term_disjoint(o, t))
			continue;
		ck_err(at, "overlapping terms %s and %s", term_str(t), term_str(o));
		return;
	}
}

static void check_union(Later *l)
{
	UnionCheck *c = l->a;
	for (int i = 0; i < c->u->u.uni.terms.n; i++)
		check_term(c, i);
}

/* Left-associative: operands come out in source order. */
static void flatten(Node *e, NodeVec *out)
{
	if (e->kind == N_BINARY && e->op == T_OR) {
		flatten(e->u.binary.x, out);
		e = e->u.binary.y;
	}
	vec_push(out, e);
}

static Term parse_term(Node *e)
{
	Term t = { .tilde = e->kind == N_UNARY && e->op == T_TILDE };
	Node *x = t.tilde ? e->u.unary.x : e;
	t.type = ck_type(x);
	if (type_is_tparam(t.type)) {
		if (t.tilde)
			ck_err(node_start(x), "type in term %s cannot be a type parameter", node_str(e));
		else
			ck_err(node_start(x), "term cannot be a type parameter");
		t.type = t_invalid;
	}
	return t;
}

Type *ck_union(Node *e)
{
	UnionCheck *c = NEW(UnionCheck);
	flatten(e, &c->exprs);
	Type *u = type_new(K_UNION);
	for (int i = 0; i < c->exprs.n; i++) {
		Term t = parse_term(c->exprs.v[i]);
		if (c->exprs.n == 1 && !t.tilde)
			return t.type;
		if (i == UNION_TERM_MAX) {
			ck_err(node_start(c->exprs.v[i]), "cannot handle more than %d union terms (implementation limitation)", UNION_TERM_MAX);
			return t_invalid;
		}
		vec_push(&u->u.uni.terms, t);
	}
	ck_record_type(e, u);
	c->u = u;
	ck_later(check_union, node_start(e))->a = c;
	return u;
}

/* ---- interfaces ----------------------------------------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	const Method *x = a, *y = b;
	bool ex = name_exported(x->name), ey = name_exported(y->name);
	return ex != ey ? (ex ? -1 : 1) : strcmp(x->name->s, y->name->s);
}

static void compute_set(Later *l)
{
	(void)iface_set(l->a);
}

static void add_method(Type *it, Node *f)
{
	Node *name = f->u.field.name;
	if (SYM_IS(name->u.name.sym, "_")) {
		ck_err(name->pos, "methods must have a unique non-blank name");
		return;
	}
	Type *sig = ck_type(f->u.field.type);
	if (sig->kind != K_FUNC)
		return;
	Obj *o = obj_new(O_FUNC, name->u.name.sym, name->pos, sig, ck.pkg);
	o->decl = f;
	o->u.fn.origin = o;
	name->u.name.obj = o;
	vec_push(&it->u.iface.methods, (Method){ .name = o->name, .pkg = ck.pkg, .type = sig, .pos = name->pos, .obj = o });
}

Type *ck_interface_type(Node *e)
{
	Type *it = type_new(K_INTERFACE);
	it->u.iface.pkg = ck.pkg;
	e->type = it;
	NodeVec *elems = &e->u.iface.elems;
	for (int i = 0; i < elems->n; i++) {
		Node *f = elems->v[i];
		if (f->u.field.name) {
			add_method(it, f);
			continue;
		}
		vec_push(&it->u.iface.embeds, ck_union(f->u.field.type));
		vec_push(&it->u.iface.embed_pos, node_start(f->u.field.type));
	}
	it->u.iface.complete = true;
	if (it->u.iface.methods.n > 1)
		qsort(it->u.iface.methods.v, it->u.iface.methods.n, sizeof(Method), by_name);
	if (it->u.iface.methods.n || it->u.iface.embeds.n) {
		ck_later(compute_set, e->pos)->a = it;
		vec_push(&ck.ifaces, it);
	}
	return it;
}

Type *ck_constraint(Node *e)
{
	if (!(e->kind == N_UNARY && e->op == T_TILDE) && !(e->kind == N_BINARY && e->op == T_OR))
		return ck_type(e);
	Type *it = type_new(K_INTERFACE);
	it->u.iface.pkg = ck.pkg;
	it->u.iface.implicit = true;
	vec_push(&it->u.iface.embeds, ck_union(e));
	vec_push(&it->u.iface.embed_pos, node_start(e));
	it->u.iface.complete = true;
	ck_later(compute_set, e->pos)->a = it;
	ck_record_type(e, it);
	return it;
}
