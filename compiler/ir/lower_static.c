/* lower_static.c: values known while compiling, as data: constants, functions, addresses of globals, and literals made of them.
 * Package variables with such values need no code at start; that is vital for tables. Inside functions only data without
 * changeable parts (slices, pointers to literals) qualifies, since it is shared between executions. */
#include "compiler/ir/lower.h"

static bool in_package;                 /* L is a package's init function: evaluated once */

static bool visit_ok(Node *n, Type *to);

static Node *part_value(Node *e)
{
	return e->kind == N_KEYVALUE ? e->u.kv.value : e;
}

/* -1: promoted from an embedded struct. */
static int struct_field(Type *u, Node *e, int i)
{
	if (e->kind != N_KEYVALUE)
		return i;
	vec_each(&u->u.st.fields, k)
		if (u->u.st.fields.v[k].name == e->u.kv.key->u.name.sym)
			return k;
	return -1;
}

static Type *part_type(Type *u, Node *e, int i)
{
	switch (u->kind) {
	case K_STRUCT: return type_canon(u->u.st.fields.v[struct_field(u, e, i)].type);
	case K_ARRAY: return type_canon(u->u.array.elem);
	default: return type_canon(u->u.slice.elem);
	}
}

/* []int{1 << 28: 1}: gigabytes of zeros in the object file; made when the program starts instead. */
static bool mostly_zero(Node *n, Type *u)
{
	enum { LARGE = 16 << 20 };
	if (u->kind == K_STRUCT)
		return false;
	Type *elem = u->kind == K_ARRAY ? u->u.array.elem : u->u.slice.elem;
	int64_t len = u->kind == K_ARRAY ? u->u.array.len : lit_len(n), size = type_size(elem);
	return len > LARGE / MAX(size, 1) && n->u.comp.elems.n < len / 8;
}

static bool lit_ok(Node *n, Type *t)
{
	Type *u = type_under(t);
	if (u->kind == K_SLICE && !in_package)
		return false;
	if (u->kind != K_STRUCT && u->kind != K_ARRAY && u->kind != K_SLICE)
		return false;
	if (mostly_zero(n, u))
		return false;
	vec_each(&n->u.comp.elems, i) {
		Node *e = n->u.comp.elems.v[i];
		int f = u->kind == K_STRUCT ? struct_field(u, e, i) : 0;
		if (f < 0 || (u->kind == K_STRUCT && u->u.st.fields.v[f].name == sym("_")))
			return false;
		if (!visit_ok(part_value(e), part_type(u, e, i)))
			return false;
	}
	return true;
}

/* &global, &global.f, &global[const]: the global and offset */
static Global *static_addr(Node *n, int64_t *off)
{
	n = node_unparen(n);
	Obj *o = NULL;
	if (n->kind == N_NAME)
		o = n->u.name.obj;
	else if (n->kind == N_SELECTOR && !n->u.sel.sel)
		o = n->u.sel.name->u.name.obj;
	if (o)
		return o->kind == O_VAR && o->u.var.is_global ? global_of(o) : NULL;
	if (n->kind == N_SELECTOR && n->u.sel.sel->kind == SEL_FIELD && !n->u.sel.sel->indirect && !type_deref(nty(n->u.sel.x))) {
		Global *g = static_addr(n->u.sel.x, off);
		Type *t = nty(n->u.sel.x);
		for (int i = 0; g && i < n->u.sel.sel->npath; i++) {
			int f = n->u.sel.sel->path[i];
			*off += type_field_offset(type_under(t), f);
			t = type_canon(type_under(t)->u.st.fields.v[f].type);
		}
		return g;
	}
	if (n->kind == N_INDEX && type_under(nty(n->u.index.x))->kind == K_ARRAY) {
		int64_t i;
		Node *in = n->u.index.index.v[0];
		if (!in->val || !const_fits_i64(const_to_int(in->val), &i))
			return NULL;
		Global *g = static_addr(n->u.index.x, off);
		*off += i * type_size(type_canon(type_under(nty(n->u.index.x))->u.array.elem));
		return g;
	}
	return NULL;
}

static bool same_repr(Type *from, Type *to)
{
	Type *a = type_under(from), *b = type_under(to);
	return a == b || type_canon(a) == type_canon(b) || (a->kind == K_POINTER && (b->kind == K_POINTER || b->kind == K_UNSAFEPTR)) || (a->kind == K_UNSAFEPTR && b->kind == K_POINTER);
}

static bool visit_ok(Node *n, Type *to)
{
	n = node_unparen(n);
	if (is_nil(n))
		return true;
	Type *t = nty(n);
	if (n->val)
		return is_iface(to) ? !is_iface(t) : true;
	if (is_iface(to) && is_iface(t))
		return false;
	if (is_iface(to) && (!in_package || (type_is_direct(t) && type_under(t)->kind >= K_ARRAY && type_under(t)->kind <= K_STRUCT)))
		return false;           /* structs and arrays around one pointer: their data word is not an address of data */
	if (fun_name(n))
		return fun_name(n)->u.name.obj->kind == O_FUNC;
	switch (n->kind) {
	case N_FUNCLIT:
		return in_package;
	case N_COMPOSITE:
		if (type_under(t)->kind == K_POINTER)
			return in_package && lit_ok(n, type_canon(type_under(t)->u.pointer.elem));
		return lit_ok(n, t);
	case N_UNARY: {
		if (n->op != T_AND)
			return false;
		Node *x = node_unparen(n->u.unary.x);
		int64_t off = 0;
		if (x->kind == N_COMPOSITE)
			return in_package && lit_ok(x, nty(x));
		return static_addr(x, &off) != NULL;
	}
	case N_CALL:
		if (!(n->flags & NF_CONVERSION) || is_iface(t))
			return false;
		return is_nil(n->u.call.args.v[0]) || (same_repr(nty(n->u.call.args.v[0]), t) && visit_ok(n->u.call.args.v[0], nty(n->u.call.args.v[0])));
	default:
		return false;
	}
}

static Datum *datum(DatumKind k, Type *t)
{
	Datum *d = NEW(Datum);
	d->kind = k;
	d->type = t;
	return d;
}

static Datum *build(Node *n, Type *to);

static Datum *build_lit(Node *n, Type *t)
{
	Type *u = type_under(t);
	Datum *d = datum(D_AGG, t);
	int64_t next = 0, len = 0;
	IntVec order = { 0 };
	(void)order;
	vec_each(&n->u.comp.elems, i) {
		Node *e = n->u.comp.elems.v[i];
		int64_t k = next;
		if (u->kind == K_STRUCT)
			k = struct_field(u, e, i);
		else if (e->kind == N_KEYVALUE)
			const_fits_i64(const_to_int(e->u.kv.key->val), &k);
		struct DatumPart p = { k, build(part_value(e), part_type(u, e, i)) };
		/* keep parts ascending; keys nearly always are */
		vec_push(&d->parts, p);
		for (int j = d->parts.n - 1; j > 0 && d->parts.v[j - 1].index > k; j--) {
			d->parts.v[j] = d->parts.v[j - 1];
			d->parts.v[j - 1] = p;
		}
		next = k + 1;
		len = MAX(len, next);
	}
	if (u->kind == K_SLICE) {
		d->type = type_canon(type_array(type_canon(u->u.slice.elem), len));
		Datum *s = datum(D_SLICE, t);
		s->global = static_global(d, L->pkg);
		s->len = s->cap = len;
		return s;
	}
	return d;
}

static Datum *addr_of(Global *g, int64_t off, Type *t)
{
	Datum *d = datum(D_ADDR, t);
	d->global = g;
	d->offset = off;
	return d;
}

static Datum *build(Node *n, Type *to)
{
	n = node_unparen(n);
	if (is_nil(n))
		return datum(D_ZERO, to);
	Type *t = nty(n);
	if (is_iface(to) && !is_iface(t)) {
		Datum *d = datum(D_IFACE, to);
		d->elem = build(n, t);
		return d;
	}
	if (n->val) {
		Datum *d = datum(D_CONST, to);
		d->val = n->val;
		return d;
	}
	if (fun_name(n)) {
		Datum *d = datum(D_FN, to);
		d->fn = static_fn(n);
		return d;
	}
	switch (n->kind) {
	case N_FUNCLIT: {
		Datum *d = datum(D_FN, to);
		Ref r = funclit(n);
		if (REF_KIND(r) == RK_FN)
			d->fn = L->fn->fnrefs.v[REF_IDX(r)];
		else
			d->fn = vec_last(&L->fn->ins).u.fn;
		d->fn->reachable = true;
		return d;
	}
	case N_COMPOSITE:
		if (type_under(t)->kind == K_POINTER)
			return addr_of(static_global(build_lit(n, type_canon(type_under(t)->u.pointer.elem)), L->pkg), 0, to);
		return build_lit(n, to);
	case N_UNARY: {
		Node *x = node_unparen(n->u.unary.x);
		int64_t off = 0;
		if (x->kind == N_COMPOSITE)
			return addr_of(static_global(build_lit(x, nty(x)), L->pkg), 0, to);
		Global *g = static_addr(x, &off);
		return addr_of(g, off, to);
	}
	default: {
		Node *arg = n->u.call.args.v[0];
		Datum *d = is_nil(arg) ? datum(D_ZERO, to) : build(arg, nty(arg));
		d->type = to;
		return d;
	}
	}
}

Global *static_global(Datum *d, Package *pkg)
{
	Global *g = static_new(pkg, "stmp", d->type, false);
	g->init = d;
	return g;
}

Datum *static_datum(Node *n, Type *to)
{
	in_package = L->info == NULL && L->outer == NULL && !L->fn->wrapper;
	if (!visit_ok(n, to))
		return NULL;
	bool keep = in_package;
	Datum *d = build(n, to);
	in_package = keep;
	return d;
}
