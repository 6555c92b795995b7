/* signature.c: function types: parameters, results, receivers with their type parameters. */
#include "compiler/types/check.h"
#include "compiler/types/typenode.h"

enum { PARAM, RESULT };

static Obj *new_var(Node *decl, Node *name, Pos pos, Type *t)
{
	Obj *o = obj_new(O_VAR, name ? name->u.name.sym : sym(""), pos, t, ck.pkg);
	o->decl = decl;
	o->file = ck.env.file;
	if (name)
		name->u.name.obj = o;
	return o;
}

static bool collect_params(NodeVec *list, int kind, ObjVec *out)
{
	bool variadic = false;
	Type *t = t_invalid;
	Node *prev = NULL;
	for (int i = 0; i < list->n; i++) {
		Node *f = list->v[i], *ft = f->u.field.type;
		if (i == 0 || ft != prev) {
			prev = ft;
			if (ft->kind == N_DOTS_TYPE) {
				if (kind == PARAM && i == list->n - 1)
					variadic = true;
				else
					ck_err(node_start(ft), "can only use ... with final parameter in list");
				ft = ft->u.x.x;
			}
			t = ck_var_type(ft);
		}
		Node *name = f->u.field.name;
		Obj *o = new_var(f, name, name ? name->pos : f->pos, t);
		o->u.var.is_param = kind == PARAM;
		o->u.var.is_result = kind == RESULT;
		vec_push(out, o);
	}
	if (variadic) {
		Obj *last = vec_last(out);
		last->type = type_slice(last->type);
		ck_record_type(vec_last(list)->u.field.type, last->type);
	}
	return variadic;
}

static void declare_params(NodeVec *list, ObjVec *objs)
{
	for (int i = 0; i < list->n; i++)
		if (list->v[i]->u.field.name)
			ck_declare(ck.env.scope, list->v[i]->u.field.name, objs->v[i]);
}

/* ---- receivers --------------------------------------------------------------------------------------------------------------- */

static void check_recv(Later *l)
{
	Type *full = l->a, *rt = full;
	Type *t = type_unalias(full);
	if (t->kind == K_POINTER) {
		rt = t->u.pointer.elem;
		t = type_unalias(rt);
	}
	const char *cause = NULL;
	switch (t->kind) {
	case K_INVALID:
		return;
	case K_NAMED:
		if (t->u.named.obj->pkg != ck.pkg) {
			ck_err(l->pos, "cannot define new methods on non-local type %s", type_str(rt));
			return;
		}
		switch (type_under(t)->kind) {
		case K_UNSAFEPTR: cause = "unsafe.Pointer"; break;
		case K_POINTER: case K_INTERFACE: cause = "pointer or interface type"; break;
		}
		if (cause)
			ck_err(l->pos, "invalid receiver type %s (%s)", type_str(rt), cause);
		return;
	default:
		if (t->kind < K_ARRAY)
			ck_err(l->pos, "cannot define new methods on non-local type %s", type_str(rt));
		else
			ck_err(l->pos, "invalid receiver type %s", type_str(full));
	}
}

static Type *unpointer(Type *t)
{
	while (t && t->kind == K_POINTER)
		t = t->u.pointer.elem;
	return t;
}

/* A receiver without type parameters may name its type through aliases, but not through an instance. */
static Type *plain_recv(Node *rtype, Node *base)
{
	Type *t = ck_var_type(rtype);
	for (Type *a = unpointer(t); a && a->kind == K_ALIAS;) {
		Type *b = unpointer(a->u.alias.actual);
		if (b && ((b->kind == K_NAMED && b->u.named.tparams.n + b->u.named.targs.n > 0) || (b->kind == K_ALIAS && b->u.alias.targs.n))) {
			ck_err(node_start(base), "cannot define new methods on instantiated type %s", type_str(b));
			return t_invalid;
		}
		a = b;
	}
	return t;
}

static void bind_recv_bounds(Node *base, Type *g, TypeVec *tps)
{
	TypeVec *declared = &g->u.named.tparams;
	if (declared->n != tps->n) {
		ck_err(node_start(base), "receiver declares %d type parameter%s, but receiver base type declares %d", tps->n, tps->n == 1 ? "" : "s", declared->n);
		return;
	}
	for (int i = 0; i < tps->n; i++) {
		Type *bound = declared->v[i]->u.tparam.bound;
		tps->v[i]->u.tparam.bound = bound ? type_subst(bound, declared, tps) : t_any;
		mono_alias(tps->v[i], declared->v[i]);
	}
}

static Type *generic_recv(Node *rtype, Node *base, NodeVec *names, bool ptr, TypeVec *tps)
{
	const char *cause = NULL;
	Type *g = ck_generic_type(base, &cause);
	if (ck_invalid(g)) {
		if (cause)
			ck_err(node_start(base), "%s", cause);
		g = NULL;
	} else if (g->kind == K_ALIAS) {
		ck_err(node_start(base), "cannot define new methods on generic alias type %s", type_str(g));
		g = NULL;
	}
	for (int i = 0; i < names->n; i++) {
		Type *tp = ck_declare_tparam(names->v[i], i);
		ck_record_type(names->v[i], tp);
		names->v[i]->u.name.obj = tp->u.tparam.obj;
		vec_push(tps, tp);
	}
	if (!g)
		return t_invalid;
	bind_recv_bounds(base, g, tps);
	ck_version(node_start(base), 18, "type instantiation");
	if (g->u.named.tparams.n != tps->n)
		return t_invalid;
	Type *t = type_instantiate(rtype->pos, g, tps);
	if (ptr && !ck_invalid(t))
		t = type_pointer(t);
	ck_record_type(rtype, t);
	return t;
}

static Obj *collect_recv(Node *field, TypeVec *tps)
{
	Node *rtype = field->u.field.type, *base;
	NodeVec names = { 0 };
	bool ptr = ck_unpack_recv(rtype, &base, &names, true);
	Type *t = names.n ? generic_recv(rtype, base, &names, ptr, tps) : plain_recv(rtype, base);
	Node *name = field->u.field.name;
	Obj *o = new_var(field, name, name ? name->pos : field->pos, t);
	o->u.var.is_recv = true;
	ck_later(check_recv, node_start(base))->a = t;
	return o;
}

Scope *ck_func_type(Type *sig, Node *e)
{
	ck_open_scope(e);
	Scope *scope = ck.env.scope;
	scope->is_func = true;
	Node *recv = e->u.functype.recv;
	if (recv)
		sig->u.fn.recv = collect_recv(recv, &sig->u.fn.rtparams);
	if (e->u.functype.tparams.n)
		ck_collect_tparams(&sig->u.fn.tparams, &e->u.functype.tparams);
	ObjVec params = { 0 }, results = { 0 };
	bool variadic = collect_params(&e->u.functype.params, PARAM, &params);
	collect_params(&e->u.functype.results, RESULT, &results);
	if (recv && recv->u.field.name)
		ck_declare(scope, recv->u.field.name, sig->u.fn.recv);
	declare_params(&e->u.functype.params, &params);
	declare_params(&e->u.functype.results, &results);
	sig->u.fn.params = params;
	sig->u.fn.results = results;
	sig->u.fn.variadic = variadic;
	ck_close_scope();
	return scope;
}
