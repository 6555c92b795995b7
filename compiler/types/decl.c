/* decl.c: declarations. Package-level objects are declared when first needed, so that order in the source does not matter; while one is
 * being declared it is grey and on ck.path, and meeting it again is a cycle (cycle.c says which are errors). */
#include "compiler/types/check.h"
#include "compiler/types/typenode.h"

/* ---- scopes ------------------------------------------------------------------------------------------------------------------ */

void ck_declare(Scope *s, Node *id, Obj *o)
{
	if (id)
		id->u.name.obj = o;
	Obj *alt = scope_add(s, o);
	if (!alt) {
		if (!o->parent)
			o->parent = s;          /* blank objects too: local types find their type parameters through it */
		return;
	}
	if (alt->pos)
		ck_err(o->pos, "%s redeclared in this block\n\t%s: other declaration of %s", o->name->s, pos_str(alt->pos), alt->name->s);
	else
		ck_err(o->pos, "%s redeclared in this block", o->name->s);
}

void ck_push(Obj *o)
{
	o->color = COLOR_GREY;
	vec_push(&ck.path, o);
}

void ck_pop(void)
{
	vec_pop(&ck.path)->color = COLOR_WHITE;
}

/* ---- type parameters ------------------------------------------------------------------------------------------------------------ */

Type *ck_declare_tparam(Node *name, int index)
{
	Obj *o = obj_new(O_TYPE, name->u.name.sym, name->pos, NULL, ck.pkg);
	o->decl = name;
	o->file = ck.env.file;
	Type *t = type_tparam(o, index, t_invalid);     /* until the constraint is known */
	ck_declare(ck.env.scope, name, o);
	return t;
}

/* All names first: constraints may mention any of them. */
void ck_collect_tparams(TypeVec *out, NodeVec *list)
{
	for (int i = 0; i < list->n; i++) {
		Type *t = ck_declare_tparam(list->v[i]->u.field.name, i);
		vec_push(out, t);
	}
	bool saved = ck.env.in_tparams;
	ck.env.in_tparams = true;
	Type *bound = t_invalid;
	for (int i = 0; i < list->n; i++) {
		Node *bt = list->v[i]->u.field.type;
		if (i == 0 || bt != list->v[i - 1]->u.field.type) {
			bound = ck_constraint(bt);
			if (type_is_tparam(bound)) {
				ck_err(node_start(bt), "cannot use a type parameter as constraint");
				bound = t_invalid;
			}
		}
		out->v[i]->u.tparam.bound = bound;
	}
	ck.env.in_tparams = saved;
}

/* ---- constants and variables --------------------------------------------------------------------------------------------------------- */

void ck_const_decl(Obj *o, Node *type, Node *init, bool inherited, int64_t iota)
{
	Const *saved_iota = ck.env.iota;
	Pos saved_pos = ck.env.errpos;
	ck.env.iota = const_i64(iota);
	ck.env.errpos = 0;
	o->u.con.val = ck.unknown;
	Operand x = { .mode = MODE_INVALID, .type = t_invalid };
	if (type) {
		Type *t = ck_type(type);
		if (!type_is_const(t)) {
			if (!ck_invalid(type_under(t)))
				ck_err(node_start(type), "invalid constant type %s", type_str(t));
			o->type = t_invalid;
			goto out;
		}
		o->type = t;
	}
	if (init) {
		if (inherited)
			ck.env.errpos = o->pos;
		ck_expr(NULL, &x, init);
	}
	ck_init_const(o, &x);
out:
	ck.env.iota = saved_iota;
	ck.env.errpos = saved_pos;
}

/* lhs: all variables when one expression sets several, else NULL. */
static void var_decl(Obj *o, ObjVec *lhs, Node *type, Node *init)
{
	if (type)
		o->type = ck_var_type(type);
	if (!init) {
		if (!type)
			o->type = t_invalid;
		return;
	}
	if (!lhs || lhs->n == 1) {
		Operand x;
		Target target;
		bool has = o->type && ck_new_target(&target, o->type, o->name->s, NULL);
		ck_expr(has ? &target : NULL, &x, init);
		ck_init_var(o, &x, WHY("variable declaration"));
		return;
	}
	if (type)
		for (int i = 0; i < lhs->n; i++)
			lhs->v[i]->type = o->type;
	NodeVec rhs = { 0 };
	vec_push(&rhs, init);
	ck_init_vars(lhs->v, lhs->n, &rhs, NULL);
}

/* ---- types ------------------------------------------------------------------------------------------------------------------------------ */

static void finish_type(Later *l)
{
	Obj *o = l->a;
	Type *rhs = l->c ? *(Type **)l->c : NULL;
	Node *decl = l->b;
	Type *t = o->type ? type_unalias(o->type) : t_invalid;
	if (t->kind == K_NAMED && !o->u.tn.is_alias)
		ck_valid_type(t);
	if (ck.env.version >= 18 || !rhs)
		return;
	Type *n = type_unalias(rhs);
	if (n->kind == K_NAMED && n->u.named.obj->pkg && n->u.named.obj->pkg != ck.pkg && type_under(n)->kind == K_INTERFACE && iface_is_constraint(type_under(n)))
		ck_version(node_start(decl->u.tdecl.type), 18, "using type constraint %s", type_str(rhs));
}

static void alias_decl(Obj *o, Node *d, Type **rhs_out)
{
	NodeVec *tps = &d->u.tdecl.tparams;
	if (!tps->n || ck_version(node_start(tps->v[0]), 23, "generic type alias"))
		ck_version(node_start(d), 9, "type alias");
	o->type = NULL;
	Type *a = type_alias(o, NULL);
	if (tps->n) {
		ck_open_scope(d);
		ck_collect_tparams(&a->u.alias.tparams, tps);
	}
	Type *rhs = ck_declared_type(d->u.tdecl.type, o);
	*rhs_out = rhs;
	a->u.alias.actual = a->u.alias.actual == t_invalid ? t_invalid : rhs;     /* a cycle error may have settled it */
	if (rhs->kind == K_TYPEPARAM)
		for (int i = 0; i < a->u.alias.tparams.n; i++)
			if (a->u.alias.tparams.v[i] == rhs) {
				ck_err(node_start(d->u.tdecl.type), "cannot use type parameter declared in alias declaration as RHS");
				a->u.alias.actual = t_invalid;
			}
	if (tps->n)
		ck_close_scope();
}

static void type_decl(Obj *o, Node *d)
{
	Type **rhs = NEW(Type *);
	Later *l = ck_later(finish_type, o->pos);
	l->a = o;
	l->b = d;
	l->c = rhs;
	if (d->flags & NF_ALIAS) {
		alias_decl(o, d, rhs);
		return;
	}
	NodeVec *tps = &d->u.tdecl.tparams;
	if (tps->n)
		ck_version(node_start(tps->v[0]), 18, "type parameter");
	Type *named = type_named(o, NULL);
	if (tps->n) {
		ck_open_scope(d);
		ck_collect_tparams(&named->u.named.tparams, tps);
	}
	Type *r = ck_declared_type(d->u.tdecl.type, o);
	if (type_is_tparam(r)) {
		ck_err(node_start(d->u.tdecl.type), "cannot use a type parameter as RHS in type declaration");
		r = t_invalid;
	}
	*rhs = r;
	named->u.named.rhs = r;
	if (r->kind != K_NAMED && r->kind != K_ALIAS)
		named->u.named.under = r;
	if (tps->n)
		ck_close_scope();
}

/* ---- methods -------------------------------------------------------------------------------------------------------------------------------- */

static void check_field_names(Later *l)
{
	Type *base = l->a, *st = type_under(base);
	if (st->kind != K_STRUCT)
		return;
	Map names = { 0 };
	for (int i = 0; i < base->u.named.methods.n; i++)
		map_set(&names, MAP_KEY(base->u.named.methods.v[i]->name), base->u.named.methods.v[i]);
	for (int i = 0; i < st->u.st.fields.n; i++) {
		Field *f = &st->u.st.fields.v[i];
		Obj *m = SYM_IS(f->name, "_") ? NULL : map_get(&names, MAP_KEY(f->name));
		if (m && same_name(m->name, m->pkg, f->name, f->pkg))
			ck_err(m->pos, "field and method with the same name %s\n\t%s: other declaration of %s", f->name->s, pos_str(f->pos), f->name->s);
	}
}

void ck_collect_methods(Obj *tname)
{
	ObjVec *ms = map_get(&ck.methods, MAP_KEY(tname));
	if (!ms)
		return;
	map_set(&ck.methods, MAP_KEY(tname), NULL);
	Type *base = tname->type && tname->type->kind == K_NAMED ? tname->type : NULL;
	if (base)
		ck_later(check_field_names, tname->pos)->a = base;
	Map seen = { 0 };
	for (int i = 0; i < ms->n; i++) {
		Obj *m = ms->v[i], *alt = map_get(&seen, MAP_KEY(m->name));
		if (alt) {
			ck_err(m->pos, "method %s.%s already declared at %s", tname->name->s, m->name->s, pos_str(alt->pos));
			continue;
		}
		map_set(&seen, MAP_KEY(m->name), m);
		m->u.fn.recv_named = base;
		if (base)
			vec_push(&base->u.named.methods, m);
	}
}

/* ---- functions --------------------------------------------------------------------------------------------------------------------------------- */

typedef struct Body { DeclInfo *decl; Scope *scope; FuncInfo *fi; } Body;

static void check_body(Later *l)
{
	Body *b = l->a;
	ck_func_body(b->decl, b->fi->sig, b->scope, b->fi->node->u.fdecl.body, NULL, b->fi);
}

static void func_decl(Obj *o, DeclInfo *d)
{
	Node *f = d->fdecl;
	Type *sig = type_new(K_FUNC);
	o->type = sig;          /* a cycle finds a type, if an empty one */
	Scope *scope = ck_func_type(sig, f->u.fdecl.type);
	ck_record_type(f->u.fdecl.type, sig);
	FuncInfo *fi = ck_func_info(f, o, sig, NULL);
	f->u.fdecl.info = fi;
	o->u.fn.info = fi;
	if (sig->u.fn.tparams.n && !f->u.fdecl.body)
		ck_err(node_start(f), "generic function is missing function body");
	if (!f->u.fdecl.body)
		return;
	Body *b = NEW(Body);
	*b = (Body){ d, scope, fi };
	ck_later(check_body, o->pos)->a = b;
}

/* ---- on demand ------------------------------------------------------------------------------------------------------------------------------------ */

static void met_again(Obj *o)
{
	bool ok = ck_valid_cycle(o);
	switch ((ObjKind)o->kind) {
	case O_CONST: case O_VAR:
		if (!ok || !o->type)
			o->type = t_invalid;
		break;
	case O_TYPE:
		if (!ok)
			o->type = t_invalid;
		break;
	default:
		break;
	}
}

void obj_resolve(Obj *o)
{
	if (o->color == COLOR_GREY) {
		met_again(o);
		return;
	}
	if (o->type)
		return;
	DeclInfo *d = o->info;
	if (!d) {
		o->type = t_invalid;
		return;
	}
	ck_push(o);
	Env saved = ck.env;
	const char *saved_version = cur_go_version;
	ck.env = (Env){ .scope = d->file->scope };
	ck_enter_file(d->file);
	switch ((ObjKind)o->kind) {
	case O_CONST:
		ck.env.decl = d;
		ck_const_decl(o, d->vtype, d->init, d->inherited, d->iota);
		break;
	case O_VAR:
		ck.env.decl = d;
		var_decl(o, d->lhs, d->vtype, d->init);
		break;
	case O_TYPE:
		type_decl(o, d->tdecl);
		ck_collect_methods(o);
		break;
	case O_FUNC:
		func_decl(o, d);
		break;
	default:
		break;
	}
	ck.env = saved;
	cur_go_version = saved_version;
	ck_pop();
}

/* ---- declarations in functions --------------------------------------------------------------------------------------------------------------------- */

static void local_consts(Node *d)
{
	int top = ck_later_top(), n = d->u.val.names.n;
	bool inherited = d->flags & NF_IMPLICIT;
	NodeVec *values = &d->u.val.values;
	Obj **objs = arena_array(&build_arena, Obj *, n + 1);
	for (int i = 0; i < n; i++) {
		Node *name = d->u.val.names.v[i];
		Obj *o = objs[i] = obj_new(O_CONST, name->u.name.sym, name->pos, NULL, ck.pkg);
		o->decl = d;
		o->file = ck.env.file;
		ck_const_decl(o, d->u.val.type, i < values->n ? values->v[i] : NULL, inherited, d->u.val.iota);
	}
	ck_arity(d->pos, &d->u.val.names, values, true, inherited);
	ck_run_later(top);
	for (int i = 0; i < n; i++)
		ck_declare(ck.env.scope, d->u.val.names.v[i], objs[i]);
}

static void local_vars(Node *d)
{
	int top = ck_later_top();
	NodeVec *names = &d->u.val.names, *values = &d->u.val.values;
	ObjVec objs = { 0 };
	for (int i = 0; i < names->n; i++) {
		Obj *o = ck_new_local(names->v[i], NULL);
		names->v[i]->u.name.obj = NULL;
		o->decl = d;
		vec_push(&objs, o);
	}
	for (int i = 0; i < names->n; i++) {
		ObjVec *lhs = NULL;
		Node *init = NULL;
		if (values->n == names->n) {
			init = values->v[i];
		} else if (values->n == 1) {
			lhs = &objs;
			init = values->v[0];
		} else if (i < values->n) {
			init = values->v[i];
		}
		var_decl(objs.v[i], lhs, d->u.val.type, init);
		if (values->n == 1)
			break;
	}
	for (int i = 0; i < names->n; i++)
		if (!objs.v[i]->type)
			objs.v[i]->type = t_invalid;
	if (!d->u.val.type || values->n)
		ck_arity(d->pos, names, values, false, false);
	ck_run_later(top);
	for (int i = 0; i < names->n; i++) {
		names->v[i]->type = objs.v[i]->type;
		ck_declare(ck.env.scope, names->v[i], objs.v[i]);
	}
}

static void local_type(Node *d)
{
	Node *name = d->u.tdecl.name;
	Obj *o = obj_new(O_TYPE, name->u.name.sym, name->pos, NULL, ck.pkg);
	o->decl = d;
	o->file = ck.env.file;
	o->u.tn.is_alias = d->flags & NF_ALIAS;
	ck_declare(ck.env.scope, name, o);
	ck_push(o);
	type_decl(o, d);
	ck_pop();
}

void ck_decl_stmt(NodeVec *list)
{
	for (int i = 0; i < list->n; i++) {
		Node *d = list->v[i];
		switch (d->kind) {
		case N_CONST: local_consts(d); break;
		case N_VAR: local_vars(d); break;
		case N_TYPE: local_type(d); break;
		}
	}
}
