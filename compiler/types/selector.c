/* selector.c: x.f: qualified identifiers, fields, methods, method values and method expressions; what is said when there is none. */
#include <ctype.h>
#include "compiler/types/check.h"

/* ---- messages --------------------------------------------------------------------------------------------------------------- */

static bool same_tail(const Sym *a, const Sym *b) { return a->n == b->n && !memcmp(a->s + 1, b->s + 1, a->n - 1); }

enum { MISSING, MISSPELLED, UNEXPORTED, INACCESSIBLE };

static int how_close(Obj *o, Sym *sel)
{
	if (!o)
		return MISSING;
	if (o->pkg == ck.pkg)
		return MISSPELLED;
	if (name_exported(sel)) {
		if (name_exported(o->name))
			return MISSPELLED;
		return same_tail(sel, o->name) ? UNEXPORTED : MISSING;
	}
	if (name_exported(o->name))
		return same_tail(sel, o->name) ? MISSPELLED : MISSING;
	return sel == o->name ? INACCESSIBLE : MISSING;
}

const char *ck_lookup_error(Type *t, bool addressable, Sym *sel, bool struct_lit)
{
	Obj *o = lookup_fold(struct_lit ? type_under(t) : t, addressable, ck.pkg, sel);
	int e = how_close(o, sel);
	const char *ts = type_str(t), *alt = o ? o->name->s : "", *s = sel->s;
	if (struct_lit) {
		switch (e) {
		case MISSPELLED: return str_fmt("unknown field %s in struct literal of type %s, but does have %s", s, ts, alt);
		case UNEXPORTED: return str_fmt("unknown field %s in struct literal of type %s, but does have unexported %s", s, ts, alt);
		case INACCESSIBLE: return str_fmt("cannot refer to unexported field %s in struct literal of type %s", alt, ts);
		}
		return str_fmt("unknown field %s in struct literal of type %s", s, ts);
	}
	const char *what = !o ? "object" : o->kind == O_VAR ? "field" : "method";
	switch (e) {
	case MISSPELLED: return str_fmt("type %s has no field or method %s, but does have %s %s", ts, s, what, alt);
	case UNEXPORTED: return str_fmt("type %s has no field or method %s, but does have unexported %s %s", ts, s, what, alt);
	case INACCESSIBLE: return str_fmt("cannot refer to unexported %s %s", what, alt);
	}
	return str_fmt("type %s has no field or method %s", ts, s);
}

static const char *why_missing(Type *t, bool addressable, Sym *sel)
{
	Type *u = type_under(t);
	if (u->kind == K_POINTER && type_is_interface(u->u.pointer.elem)) {
		if (type_is_tparam(u->u.pointer.elem))
			return str_fmt("type %s is pointer to type parameter, not type parameter", type_str(t));
		return str_fmt("type %s is pointer to interface, not interface", type_str(t));
	}
	return ck_lookup_error(t, addressable, sel, false);
}

/* ---- pkg.Name --------------------------------------------------------------------------------------------------------------------- */

static Obj *find_ignoring_case(Scope *s, Sym *name)
{
	Obj *best = NULL;
	for (int i = 0; i < s->objs.n; i++) {
		Obj *o = s->objs.v[i];
		if (!name_exported(o->name) || o->name->n != name->n || strcasecmp(o->name->s, name->s))
			continue;
		if (!best || strcmp(o->name->s, best->name->s) < 0)
			best = o;
	}
	return best;
}

static void qualified(Operand *x, Node *e, Obj *imp)
{
	Node *name = e->u.sel.name;
	Sym *sel = name->u.name.sym;
	Package *pkg = imp->u.pkgname.imported;
	e->u.sel.x->u.name.obj = imp;
	imp->u.pkgname.used = true;
	Obj *o = pkg->scope ? scope_find(pkg->scope, sel) : NULL;
	if (!o) {
		if (pkg->fake)
			return;
		Obj *alt = pkg->scope ? find_ignoring_case(pkg->scope, sel) : NULL;
		if (alt)
			ck_err(name->pos, "undefined: %s (but have %s)", node_str(e), alt->name->s);
		else
			ck_err(name->pos, "undefined: %s", node_str(e));
		ck_hint_member(name->pos, pkg, sel);
		return;
	}
	if (!name_exported(sel))
		ck_err(name->pos, "name %s not exported by package %s", sel->s, pkg->name);
	name->u.name.obj = o;
	x->type = o->type;
	switch ((ObjKind)o->kind) {
	case O_CONST:
		x->mode = MODE_CONST;
		x->val = o->u.con.val ? o->u.con.val : ck.unknown;
		if (ck_invalid(o->type))
			x->mode = MODE_INVALID;
		break;
	case O_TYPE:
		x->mode = MODE_TYPE;
		break;
	case O_VAR:
		x->mode = MODE_VAR;
		break;
	case O_FUNC:
		x->mode = MODE_VALUE;
		break;
	case O_BUILTIN:
		x->mode = MODE_BUILTIN;
		x->builtin = o->u.builtin.id;
		break;
	default:
		x->type = t_invalid;
		break;
	}
	ck_record_at(name, x->mode, x->type ? x->type : t_invalid, x->val);
}

/* ---- x.f -------------------------------------------------------------------------------------------------------------------------------- */

/* Type that holds the method at the end of the embedded path. */
static Type *path_end(Type *t, const int *path, int n)
{
	for (int i = 0; i < n; i++) {
		Type *d = type_deref(t);
		Type *st = type_under(d ? d : t);
		if (st->kind != K_STRUCT || path[i] >= st->u.st.fields.n)
			return t;
		t = st->u.st.fields.v[path[i]].type;
	}
	return t;
}

/* Signature of a method as a value. Remembered, since methods are called again and again. */
static Type *without_recv(Obj *m)
{
	static Map known;
	Type *sig = m->type;
	if (!sig->u.fn.recv)
		return sig;
	Type *t = m->color == COLOR_GREY ? NULL : map_get(&known, MAP_KEY(sig));
	if (t)
		return t;
	t = type_new(K_FUNC);
	t->u.fn = sig->u.fn;
	t->u.fn.recv = NULL;
	t->u.fn.rtparams = (TypeVec){ 0 };
	if (m->color != COLOR_GREY)
		map_set(&known, MAP_KEY(sig), t);
	return t;
}

/* T.m: a function whose first parameter is the receiver. Parameters are named only if the method's are. */
static Type *method_expr_type(Type *recv, Type *sig, Pos pos)
{
	Type *t = type_new(K_FUNC);
	ObjVec *ps = &sig->u.fn.params;
	const char *name = "";
	if (ps->n && ps->v[0]->name->n)
		name = sig->u.fn.recv && sig->u.fn.recv->name->n ? sig->u.fn.recv->name->s : "_";
	Obj *r = obj_new(O_VAR, sym(name), pos, recv, ck.pkg);
	r->u.var.is_param = true;
	vec_push(&t->u.fn.params, r);
	for (int i = 0; i < ps->n; i++)
		vec_push(&t->u.fn.params, ps->v[i]);
	t->u.fn.results = sig->u.fn.results;
	t->u.fn.variadic = sig->u.fn.variadic;
	t->u.fn.tparams = sig->u.fn.tparams;
	return t;
}

static void not_found(Operand *x, Node *e, bool ambiguous, bool needs_ptr)
{
	Node *name = e->u.sel.name;
	Sym *sel = name->u.name.sym;
	if (type_under(x->type)->kind == K_INVALID)
		return;
	const char *ts = type_str(x->type);
	if (ambiguous)
		ck_err(name->pos, "ambiguous selector %s.%s", node_str(x->expr), sel->s);
	else if (needs_ptr && x->mode == MODE_TYPE)
		ck_err(name->pos, "invalid method expression %s.%s (needs pointer receiver (*%s).%s)", ts, sel->s, ts, sel->s);
	else if (needs_ptr)
		ck_err(name->pos, "cannot call pointer method %s on %s", sel->s, ts);
	else
		ck_err(name->pos, "%s.%s undefined (%s)", node_str(x->expr), sel->s, why_missing(x->type, x->mode == MODE_VAR, sel));
}

static bool field_selected(Operand *x, Node *e, Obj *o, Selection *s)
{
	if (x->mode == MODE_TYPE) {
		ck_err(node_start(e->u.sel.x), "operand for field selector %s must be value of type %s", e->u.sel.name->u.name.sym->s, type_str(x->type));
		return false;
	}
	s->kind = SEL_FIELD;
	s->type = o->type;
	x->mode = x->mode == MODE_VAR || s->indirect ? MODE_VAR : MODE_VALUE;
	x->type = o->type;
	return true;
}

static bool method_selected(Operand *x, Node *e, Obj *o, Selection *s)
{
	if (!o->type && types_resolve)
		types_resolve(o);
	if (!o->type || o->type->kind != K_FUNC)
		return false;
	ck_add_dep(o);
	Type *end = path_end(x->type, s->path, s->npath);
	Type *d = type_deref(end);
	bool iface = type_is_interface(d ? d : end);
	if (x->mode == MODE_TYPE) {
		s->kind = SEL_METHOD_EXPR;
		s->type = method_expr_type(x->type, o->type, o->pos);
	} else {
		s->kind = iface ? SEL_IFACE_METHOD : SEL_METHOD_VAL;
		s->type = without_recv(o);
		if (!iface && !d && !s->indirect && x->mode == MODE_VAR && func_ptr_recv(o))
			ck_mark_addr(e->u.sel.x);
	}
	x->mode = MODE_VALUE;
	x->type = s->type;
	return true;
}

static bool select_member(Operand *x, Node *e, bool want_type)
{
	ck_expr_or_type(x, e->u.sel.x, false);
	if (x->mode == MODE_BUILTIN) {
		ck_err(e->pos, "invalid use of %s in selector expression", operand_str(x));
		return false;
	}
	if (!op_ok(x) || !ck_is_complete(x->type))
		return false;
	if (want_type) {
		ck_err(e->u.sel.name->pos, "%s is not a type", node_str(e));
		return false;
	}
	Type *u = type_under(x->type);
	if (u->kind == K_POINTER && !ck_is_complete(u->u.pointer.elem))
		return false;
	Selection *s = NEW(Selection);
	bool ambiguous = false;
	Node *name = e->u.sel.name;
	s->recv = x->type;
	Obj *o = SYM_IS(name->u.name.sym, "_") ? NULL : lookup_field_or_method(x->type, x->mode == MODE_VAR, ck.pkg, name->u.name.sym, &s->path, &s->npath, &s->indirect, &ambiguous);
	if (!o) {
		not_found(x, e, ambiguous, s->indirect && !ambiguous);
		return false;
	}
	s->obj = o;
	if (!(o->kind == O_VAR ? field_selected(x, e, o, s) : method_selected(x, e, o, s)))
		return false;
	e->u.sel.sel = s;
	name->u.name.obj = o;
	name->type = s->type;
	return true;
}

void ck_selector(Operand *x, Node *e, bool want_type)
{
	Node *base = e->u.sel.x;
	*x = (Operand){ .mode = MODE_INVALID, .type = t_invalid, .expr = e };
	Obj *imp = base->kind == N_NAME ? ck_lookup(base->u.name.sym, NULL) : NULL;
	if (imp && imp->kind == O_PKGNAME) {
		qualified(x, e, imp);
	} else if (!select_member(x, e, want_type)) {
		x->mode = MODE_INVALID;
		x->type = t_invalid;
	}
	x->expr = e;
}
