/* typexpr.c: identifiers, and expressions that denote types. Signatures and structs are in signature.c. */
#include <stdlib.h>
#include "compiler/types/check.h"
#include "compiler/types/typenode.h"

/* ---- identifiers --------------------------------------------------------------------------------------------------------- */

void ck_add_dep(Obj *to)
{
	DeclInfo *from = ck.env.decl;
	if (!from || !to->info || to->pkg != ck.pkg || (to->kind == O_FUNC && to->u.fn.origin != to) || map_has(&from->deps, MAP_KEY(to)))
		return;
	map_set(&from->deps, MAP_KEY(to), to);
	vec_push(&from->dep_list, to);
}

/* A dot-imported object counts as a use of its import. */
static void use_dot_import(Scope *where, Obj *o)
{
	Map *m = map_get(&ck.dots, MAP_KEY(where));
	DotName *d = m ? map_get(m, MAP_KEY(o->name)) : NULL;
	if (d)
		d->imp->u.pkgname.used = true;
}

static void note_var_use(Obj *v)
{
	v->used = true;
	FuncInfo *owner = v->u.var.fn;
	if (owner && owner != ck.env.fn && !v->u.var.captured) {
		v->u.var.captured = true;
		vec_push(&ck.captured, v);
	}
}

static void ident_const(Operand *x, Node *e, Obj *o)
{
	ck_add_dep(o);
	if (ck_invalid(o->type))
		return;
	if (o == universe_iota) {
		if (!ck.env.iota) {
			ck_err(e->pos, "cannot use iota outside constant declaration");
			return;
		}
		x->val = ck.env.iota;
	} else {
		x->val = o->u.con.val ? o->u.con.val : ck.unknown;
	}
	x->mode = MODE_CONST;
}

void ck_ident(Operand *x, Node *e, bool want_type)
{
	*x = (Operand){ .mode = MODE_INVALID, .expr = e, .type = t_invalid };
	Sym *name = e->u.name.sym;
	Scope *where;
	Obj *o = ck_lookup(name, &where);
	if (!o) {
		if (SYM_IS(name, "_"))
			ck_err(e->pos, "cannot use _ as value or type");
		else
			ck_err(e->pos, "undefined: %s", name->s);
		ck_hint_near(e->pos, ck.env.scope, name);
		return;
	}
	if (ck.env.version < 18 && where == universe && (SYM_IS(name, "any") || SYM_IS(name, "comparable")) &&
	    !ck_version(e->pos, 18, "predeclared %s", name->s))
		return;
	e->u.name.obj = o;
	if (want_type && o->kind != O_TYPE) {
		ck_err(e->pos, "%s (%s) is not a type", name->s, obj_kind_str(o));
		if (o->kind == O_VAR && o->pkg == ck.pkg)
			o->used = true;
		return;
	}
	if (o->kind != O_PKGNAME && (!o->type || (o->kind == O_TYPE && want_type && o->color == COLOR_GREY)))
		obj_resolve(o);
	if (ck.dots.n)
		use_dot_import(where, o);
	switch ((ObjKind)o->kind) {
	case O_PKGNAME:
		ck_err(e->pos, "use of package %s not in selector", name->s);
		return;
	case O_CONST:
		ident_const(x, e, o);
		break;
	case O_TYPE:
		x->mode = MODE_TYPE;
		break;
	case O_VAR:
		if (o->pkg == ck.pkg)
			note_var_use(o);
		ck_add_dep(o);
		if (ck_invalid(o->type))
			return;
		x->mode = MODE_VAR;
		break;
	case O_FUNC:
		ck_add_dep(o);
		x->mode = MODE_VALUE;
		break;
	case O_BUILTIN:
		x->builtin = o->u.builtin.id;
		x->mode = MODE_BUILTIN;
		break;
	case O_NIL:
		x->mode = MODE_NILVALUE;
		break;
	case O_LABEL:
		return;
	}
	x->type = o->type;
}

/* ---- types ------------------------------------------------------------------------------------------------------------------- */

void ck_record_type(Node *e, Type *t)
{
	e->type = t;
	e->flags |= NF_IS_TYPE;
}

static void check_var_type(Later *l)
{
	Type *t = l->a, *u = type_under(t);
	if (u->kind != K_INTERFACE || type_is_tparam(t))
		return;
	TypeSet *s = iface_set(u);
	if (!s || (s->all_types && !s->comparable))
		return;
	ck_err(l->pos, s->comparable ? "cannot use type %s outside a type constraint: interface is (or embeds) comparable" :
		"cannot use type %s outside a type constraint: interface contains type constraints", type_str(t));
}

/* Constraint interfaces are no types of variables; whether it is one can be said only when all types are complete. */
void ck_valid_var_type(Node *e, Type *t)
{
	switch (t->kind) {
	case K_NAMED:
		if (t->u.named.under && t->u.named.under->kind != K_INTERFACE)
			return;
		/* fallthrough */
	case K_INTERFACE: case K_ALIAS:
		ck_later(check_var_type, node_start(e))->a = t;
		break;
	}
}

Type *ck_var_type(Node *e)
{
	Type *t = ck_declared_type(e, NULL);
	ck_valid_var_type(e, t);
	return t;
}

Type *ck_type(Node *e)
{
	return ck_declared_type(e, NULL);
}

static Type *type_of_operand(Operand *x)
{
	switch (x->mode) {
	case MODE_TYPE:
		return x->type;
	case MODE_INVALID:
		break;
	case MODE_NOVALUE:
		ck_err(op_pos(x), "%s used as type", operand_str(x));
		break;
	default:
		ck_err(op_pos(x), "%s is not a type", operand_str(x));
		break;
	}
	return t_invalid;
}

static int64_t array_length(Node *e)
{
	if (e->kind == N_NAME) {
		Sym *name = e->u.name.sym;
		Obj *o = ck_lookup(name, NULL);
		if (!o) {
			ck_err(e->pos, "undefined array length %s or missing type constraint", name->s);
			return -1;
		}
		if (o->kind != O_CONST) {
			ck_err(e->pos, "invalid array length %s", name->s);
			if (o->kind == O_VAR)
				o->used = true;
			return -1;
		}
	}
	Operand x;
	ck_expr(NULL, &x, e);
	if (x.mode != MODE_CONST) {
		if (op_ok(&x))
			ck_err(op_pos(&x), "array length %s must be constant", operand_str(&x));
		return -1;
	}
	if (type_is_untyped(x.type) || type_is_integer(x.type)) {
		Const *v = const_to_int(x.val);
		int64_t n;
		if (const_kind(v) == CV_INT && const_fits_i64(v, &n) && n >= 0) {
			if (type_is_untyped(x.type))
				ck_update_type(e, t_basic[K_INT], true);
			return n;
		}
	}
	ck_err(op_pos(&x), type_is_integer(x.type) ? "invalid array length %s" : "array length %s must be integer", operand_str(&x));
	return -1;
}

static Type *array_type(Node *e)
{
	int64_t n = -1;
	if (e->u.arrtype.len)
		n = array_length(e->u.arrtype.len);
	else
		ck_err(node_start(e), "invalid use of [...] array (outside a composite literal)");
	if (n >= 1 << 12)
		vec_push(&ck.big_arrays, e);
	Type *elem = ck_var_type(e->u.arrtype.elem);
	return n >= 0 ? type_array(elem, n) : t_invalid;
}

static void check_map_key(Later *l)
{
	Type *key = l->a;
	if (type_comparable(key, NULL) || ck_invalid(key))
		return;
	ck_err(l->pos, "invalid map key type %s%s", type_str(key), type_is_tparam(key) ? " (missing comparable constraint)" : "");
}

static Type *map_type(Node *e)
{
	Type *key = ck_var_type(e->u.maptype.key);
	Type *elem = ck_var_type(e->u.maptype.value);
	if (key->kind > K_STRING)       /* a basic key is comparable */
		ck_later(check_map_key, node_start(e->u.maptype.key))->a = key;
	return type_map(key, elem);
}

static Type *kind_of(Node *e, Obj *def);

/* The parser counts nested types it knows as such; this counts those written as expressions: new(***T). */
static Type *by_kind(Node *e, Obj *def)
{
	enum { MAX = 2000 };
	static int depth;
	if (depth >= MAX) {
		ck_err(node_start(e), "type nested too deep (limit %d)", MAX);
		return t_invalid;
	}
	int saved = depth;
	depth = e->kind == N_NAME || e->kind == N_SELECTOR ? 0 : depth + 1;     /* a declaration begins anew */
	Type *t = kind_of(e, def);
	depth = saved;
	return t;
}

static Type *kind_of(Node *e, Obj *def)
{
	Operand x;
	Type *t;
	switch ((NodeKind)e->kind) {
	case N_NAME:
		ck_ident(&x, e, true);
		return type_of_operand(&x);
	case N_SELECTOR:
		ck_selector(&x, e, true);
		return type_of_operand(&x);
	case N_INDEX:
		ck_version(node_start(e), 18, "type instantiation");
		return ck_instantiated_type(e);
	case N_PAREN:
		return ck_declared_type(e->u.x.x, def);
	case N_ARRAY_TYPE:
		return array_type(e);
	case N_SLICE_TYPE:
		return type_slice(ck_var_type(e->u.x.x));
	case N_DOTS_TYPE:
		ck_err(node_start(e), "invalid syntax tree: invalid use of ...");
		return t_invalid;
	case N_STRUCT_TYPE:
		return ck_struct_type(e);
	case N_STAR:
		t = ck_var_type(e->u.x.x);
		return ck_invalid(t) ? t_invalid : type_pointer(t);
	case N_FUNC_TYPE:
		t = type_new(K_FUNC);
		ck_func_type(t, e);
		return t;
	case N_INTERFACE_TYPE:
		return ck_interface_type(e);
	case N_MAP_TYPE:
		return map_type(e);
	case N_CHAN_TYPE:
		t = ck_var_type(e->u.chantype.elem);
		vec_push(&ck.chan_nodes, e);
		return type_chan(t, e->u.chantype.dir);
	case N_BAD:
		return t_invalid;
	default:
		ck_err(node_start(e), "%s is not a type", node_str(e));
		ck_use(e);
		return t_invalid;
	}
}

Type *ck_declared_type(Node *e, Obj *def)
{
	Type *t = by_kind(e, def);
	if ((t->kind == K_NAMED || t->kind == K_ALIAS) && type_is_generic(t)) {
		ck_err(node_start(e), "cannot use generic type %s without instantiation", type_str(t));
		t = t_invalid;
	}
	ck_record_type(e, t);
	return t;
}

Type *ck_generic_type(Node *e, const char **cause)
{
	Type *t = by_kind(e, NULL);
	if (!ck_invalid(t) && !type_is_generic(t)) {
		if (cause)
			*cause = str_fmt("%s is not a generic type", type_str(t));
		t = t_invalid;
	}
	ck_record_type(e, t);
	return t;
}

bool ck_type_list(NodeVec *list, TypeVec *out)
{
	bool ok = true;
	for (int i = 0; i < list->n; i++) {
		Type *t = ck_var_type(list->v[i]);
		ok &= !ck_invalid(t);
		vec_push(out, t);
	}
	return ok;
}

/* ---- instances --------------------------------------------------------------------------------------------------------------------- */

static void verify_instance(Later *l)
{
	TypeVec *tparams = l->a, *targs = l->b;
	NodeVec *xlist = l->c;
	int bad = -1;
	const char *cause = NULL;
	Pos pos = l->pos;
	vec_each(targs, i)
		if (type_weight(targs->v[i]) > MAX_WEIGHT) {
			ck_err(xlist && i < xlist->n ? node_start(xlist->v[i]) : pos, "type argument too large (more than %d nested types)", MAX_WEIGHT);
			return;
		}
	if (inst_verify(pos, tparams, targs, &bad, &cause)) {
		mono_record(ck.pkg, pos, tparams, targs, xlist);
		return;
	}
	if (xlist && bad >= 0 && bad < xlist->n)
		pos = node_start(xlist->v[bad]);
	ck_err(pos, "%s", cause ? cause : "type argument does not satisfy its constraint");
}

void ck_verify_later(Pos pos, const TypeVec *tparams, const TypeVec *targs, NodeVec *xlist)
{
	TypeVec *ps = NEW(TypeVec), *as = NEW(TypeVec);
	*ps = *tparams;
	for (int i = 0; i < targs->n; i++)
		vec_push(as, targs->v[i]);
	Later *l = ck_later(verify_instance, pos);
	l->a = ps;
	l->b = as;
	l->c = xlist;
}

static Node *instantiated_name(Node *x)
{
	x = node_unparen(x);
	return x->kind == N_SELECTOR ? x->u.sel.name : x->kind == N_NAME ? x : NULL;
}

static void check_type_instance(Later *l)
{
	Type *inst = l->a;
	Node *e = l->b;
	TypeVec *targs = l->c;
	const char *name = instantiated_name(e->u.index.x) ? instantiated_name(e->u.index.x)->u.name.sym->s : "";
	Type *g = e->u.index.x->type;
	TypeVec *tparams = g->kind == K_NAMED ? &g->u.named.tparams : &g->u.alias.tparams;
	(void)inst;
	if (targs->n != tparams->n) {
		ck_err(node_start(e->u.index.x), "%s type arguments for type %s: have %d, want %d", targs->n < tparams->n ? "not enough" : "too many", name, targs->n, tparams->n);
		return;
	}
	Later v = { .a = tparams, .b = targs, .c = &e->u.index.index, .pos = e->u.index.x->pos };
	verify_instance(&v);
}

Type *ck_instantiated_type(Node *e)
{
	Node *x = e->u.index.x;
	NodeVec *xlist = &e->u.index.index;
	const char *cause = NULL;
	Type *g = ck_generic_type(x, &cause);
	if (cause) {
		Buf b = { 0 };
		for (int i = 0; i < xlist->n; i++)
			buf_fmt(&b, "%s%s", i ? ", " : "", node_str(xlist->v[i]));
		ck_err(node_start(x), "invalid operation: %s[%s] (%s)", node_str(x), b.s ? b.s : "", cause);
		buf_free(&b);
	}
	if (ck_invalid(g))
		return t_invalid;
	TypeVec *targs = NEW(TypeVec);
	if (!ck_type_list(xlist, targs))
		return t_invalid;
	Later *l = ck_later(check_type_instance, e->pos);
	l->b = e;
	l->c = targs;
	TypeVec *tparams = g->kind == K_NAMED ? &g->u.named.tparams : &g->u.alias.tparams;
	if (targs->n != tparams->n && g->kind != K_NAMED)
		return t_invalid;       /* reported later; of defined types there are such instances, with an invalid underlying type */
	Type *inst = type_instantiate(node_start(x), g, targs);
	if (inst && !map_has(&ck.inst_pos, MAP_KEY(inst)))
		map_set(&ck.inst_pos, MAP_KEY(inst), (void *)(uintptr_t)x->pos);
	return inst ? inst : t_invalid;
}
