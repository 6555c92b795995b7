/* expr.c: expressions by kind, and the rules for values: single, multiple, comma-ok, types where values are wanted.
 *
 * Every expression goes through ck_raw, which leaves the result in an Operand and on the node. Operators live in operator.c. */
#include "compiler/types/check.h"

enum { DEPTH_MAX = 1000000 };

/* ---- recording --------------------------------------------------------------------------------------------------------- */

void ck_record_at(Node *e, Mode mode, Type *t, Const *val)
{
	e->type = t;
	e->val = mode == MODE_CONST ? val : NULL;
	if (mode == MODE_TYPE)
		e->flags |= NF_IS_TYPE;
}

void ck_record(Operand *x)
{
	Node *e = x->expr;
	if (!e)
		return;
	switch (x->mode) {
	case MODE_INVALID:
		ck_record_at(e, x->mode, t_invalid, NULL);
		break;
	case MODE_NOVALUE:
		e->flags |= NF_VOID;
		ck_record_at(e, x->mode, ck.void_type, NULL);
		break;
	default:
		ck_record_at(e, x->mode, x->type ? x->type : t_invalid, x->val);
		break;
	}
}

/* ---- generic functions without instantiation ------------------------------------------------------------------------------ */

bool ck_new_target(Target *out, Type *t, const char *desc, Node *of)
{
	if (!t || type_under(t)->kind != (type_is_tparam(t) ? K_INTERFACE : K_FUNC))
		return false;
	Type *u = type_common_under(t, NULL);
	if (!u || u->kind != K_FUNC)
		return false;
	*out = (Target){ u, desc, of };
	return true;
}

void ck_non_generic(Target *T, Operand *x)
{
	if (!op_ok(x) || x->mode == MODE_NOVALUE || !x->type)
		return;
	const char *what;
	switch (x->type->kind) {
	case K_ALIAS: case K_NAMED:
		if (!type_is_generic(x->type))
			return;
		what = "type";
		break;
	case K_FUNC:
		if (!x->type->u.fn.tparams.n)
			return;
		if (T) {
			ck_func_inst(T, x->expr->pos, x, NULL, true, NULL);
			return;
		}
		what = "function";
		break;
	default:
		return;
	}
	ck_err(op_pos(x), "cannot use generic %s %s without instantiation", what, node_str(x->expr));
	x->mode = MODE_INVALID;
	x->type = t_invalid;
}

/* ---- by kind ----------------------------------------------------------------------------------------------------------------- */

static void check_assert(Operand *x, Node *e)
{
	ck_expr(NULL, x, e->u.assert.x);
	if (!op_ok(x))
		return;
	if (!e->u.assert.type) {
		ck_err(node_start(e), "invalid syntax tree: invalid use of AssertExpr");
		goto bad;
	}
	if (type_is_tparam(x->type)) {
		ck_err(op_pos(x), "invalid operation: cannot use type assertion on type parameter value %s", operand_str(x));
		goto bad;
	}
	if (type_under(x->type)->kind != K_INTERFACE) {
		ck_err(op_pos(x), "invalid operation: %s is not an interface", operand_str(x));
		goto bad;
	}
	Type *T = ck_var_type(e->u.assert.type);
	if (ck_invalid(T) || !ck_is_complete(T))
		goto bad;
	ck_type_assertion(e, x, T, false);
	x->mode = MODE_COMMAOK;
	x->type = T;
	return;
bad:
	x->mode = MODE_INVALID;
}

void ck_type_assertion(Node *e, Operand *x, Type *T, bool type_switch)
{
	const char *cause = "";
	if (type_assertable(x->type, T, &cause))
		return;
	if (type_switch)
		ck_err(node_start(e), "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s", node_str(e), operand_str(x), type_str(T), cause);
	else
		ck_err(node_start(e), "impossible type assertion: %s\n\t%s does not implement %s %s", node_str(e), type_str(T), type_str(x->type), cause);
}

static void check_star(Operand *x, Node *e)
{
	ck_expr_or_type(x, e->u.x.x, false);
	if (!op_ok(x))
		return;
	if (x->mode == MODE_TYPE) {
		ck_valid_var_type(e->u.x.x, x->type);
		x->type = type_pointer(x->type);
		return;
	}
	Type *base = NULL;
	Unders us;
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++) {
		Type *p = us.v[i].u;
		if (!p || p->kind != K_POINTER) {
			ck_err(op_pos(x), "invalid operation: cannot indirect %s", operand_str(x));
			x->mode = MODE_INVALID;
			return;
		}
		if (base && !type_same(p->u.pointer.elem, base)) {
			ck_err(op_pos(x), "invalid operation: pointers of %s must have identical base types", operand_str(x));
			x->mode = MODE_INVALID;
			return;
		}
		base = p->u.pointer.elem;
	}
	if (!ck_is_complete(base)) {
		x->mode = MODE_INVALID;
		return;
	}
	x->mode = MODE_VAR;
	x->type = base;
}



static ExprKind fail(Operand *x, Node *e)
{
	x->mode = MODE_INVALID;         /* the type stays, for "have (...)" */
	x->expr = e;
	return EX_STATEMENT;            /* no second message about an unused value */
}

static ExprKind by_kind(Target *T, Operand *x, Node *e, Type *hint)
{
	*x = (Operand){ .mode = MODE_INVALID, .type = t_invalid };
	switch ((NodeKind)e->kind) {
	case N_NAME:
		ck_ident(x, e, false);
		break;
	case N_LIT:
		if (e->u.lit.bad)
			return fail(x, e);
		ck_basic_lit(x, e);
		break;
	case N_FUNCLIT:
		ck_func_lit(x, e);
		break;
	case N_COMPOSITE:
		ck_composite(x, e, hint);
		break;
	case N_PAREN: {
		ExprKind k = ck_raw(NULL, x, e->u.x.x, NULL, false);
		x->expr = e;
		return k;
	}
	case N_SELECTOR:
		ck_selector(x, e, false);
		break;
	case N_INDEX:
		if (ck_index_expr(x, e))
			ck_func_inst(T, e->pos, x, e, true, NULL);
		break;
	case N_SLICE:
		ck_slice_expr(x, e);
		break;
	case N_ASSERT:
		check_assert(x, e);
		break;
	case N_TYPESWITCH_GUARD:
		ck_err(node_start(e), "invalid syntax tree: use of .(type) outside type switch");
		ck_use(e->u.tsguard.x);
		return fail(x, e);
	case N_CALL:
		return ck_call(x, e);
	case N_STAR:
		check_star(x, e);
		break;
	case N_UNARY:
		ck_unary(x, e);
		if (op_ok(x) && e->op == T_ARROW) {
			x->expr = e;
			return EX_STATEMENT;
		}
		break;
	case N_BINARY:
		ck_binary(x, e, e->u.binary.x, e->u.binary.y, e->op);
		break;
	case N_KEYVALUE:
		ck_err(node_start(e), "invalid syntax tree: no key:value expected");
		return fail(x, e);
	case N_ARRAY_TYPE: case N_SLICE_TYPE: case N_STRUCT_TYPE: case N_FUNC_TYPE: case N_INTERFACE_TYPE: case N_MAP_TYPE: case N_CHAN_TYPE:
		x->mode = MODE_TYPE;
		x->type = ck_type(e);
		break;
	case N_DOTS_TYPE:
		ck_err(node_start(e), "invalid syntax tree: invalid use of ...");
		return fail(x, e);
	default:                /* N_BAD and what no expression can be: reported by the parser */
		return fail(x, e);
	}
	if (!op_ok(x))
		return fail(x, e);
	x->expr = e;
	return EX_EXPRESSION;
}

ExprKind ck_raw(Target *T, Operand *x, Node *e, Type *hint, bool allow_generic)
{
	if (ck.depth > DEPTH_MAX) {
		ck_err(node_start(e), "expression nests too deeply");
		return fail(x, e);
	}
	ck.depth++;
	ExprKind k = by_kind(T, x, e, hint);
	ck.depth--;
	if (!allow_generic)
		ck_non_generic(T, x);
	ck_record(x);
	return k;
}

/* ---- what may stand where ----------------------------------------------------------------------------------------------------- */

void ck_exclude(Operand *x, unsigned modes)
{
	if (!(modes & 1u << x->mode))
		return;
	const char *s = operand_str(x);
	switch (x->mode) {
	case MODE_NOVALUE:
		ck_err(op_pos(x), modes & 1u << MODE_TYPE ? "%s used as value" : "%s used as value or type", s);
		break;
	case MODE_BUILTIN:
		ck_err(op_pos(x), "%s must be called", s);
		break;
	default:
		ck_err(op_pos(x), "%s is not an expression", s);
		break;
	}
	x->mode = MODE_INVALID;
}

/* The results of a call with their names: "(n int, err error)". */
static const char *results_str(Operand *x)
{
	Node *call = node_unparen(x->expr);
	Type *sig = call->kind == N_CALL && call->u.call.fun->type ? type_common_under(call->u.call.fun->type, NULL) : NULL;
	if (!sig || sig->kind != K_FUNC)
		return type_str(x->type);
	Buf b = { 0 };
	ObjVec *rs = &sig->u.fn.results;
	for (int i = 0; i < rs->n; i++)
		buf_fmt(&b, "%s%s%s%s", i ? ", " : "(", rs->v[i]->name->s, rs->v[i]->name->n ? " " : "", type_str(rs->v[i]->type));
	buf_putc(&b, ')');
	return buf_take(&b);
}

void ck_single_value(Operand *x)
{
	if (x->mode == MODE_VALUE && x->type && x->type->kind == K_TUPLE) {
		ck_err(op_pos(x), "multiple-value %s (value of type %s) in single-value context", node_str(x->expr), results_str(x));
		x->mode = MODE_INVALID;
	}
}

void ck_expr(Target *T, Operand *x, Node *e)
{
	ck_raw(T, x, e, NULL, false);
	ck_exclude(x, NOT_VALUE);
	ck_single_value(x);
}

void ck_generic_expr(Operand *x, Node *e, Type *hint)
{
	ck_raw(NULL, x, e, hint, true);
	ck_exclude(x, NOT_VALUE);
	ck_single_value(x);
}

void ck_expr_or_type(Operand *x, Node *e, bool allow_generic)
{
	ck_raw(NULL, x, e, NULL, allow_generic);
	ck_exclude(x, 1u << MODE_NOVALUE);
	ck_single_value(x);
}

static Operand *new_operand(Mode mode, Node *e, Type *t)
{
	Operand *x = NEW(Operand);
	*x = (Operand){ .mode = mode, .expr = e, .type = t };
	return x;
}

static const char *nth(int n)
{
	const char *suffix = n == 1 ? "st" : n == 2 ? "nd" : n == 3 ? "rd" : "th";
	return str_fmt("%d%s function result", n, suffix);
}

bool ck_multi(Node *e, bool allow_commaok, OpVec *out)
{
	Operand *x = NEW(Operand);
	ck_raw(NULL, x, e, NULL, false);
	ck_exclude(x, NOT_VALUE);
	if (op_ok(x) && x->type && x->type->kind == K_TUPLE) {
		TypeVec *ts = &x->type->u.tuple.types;
		for (int i = 0; i < ts->n; i++)
			vec_push(out, new_operand(MODE_VALUE, ck_name_node(node_start(e), nth(i + 1)), ts->v[i]));
		return false;
	}
	vec_push(out, x);
	if (!allow_commaok || (x->mode != MODE_MAPINDEX && x->mode != MODE_COMMAOK))
		return false;
	vec_push(out, new_operand(MODE_VALUE, ck_name_node(node_start(e), "ok value of (comma, ok) expression"), t_basic[K_UNTYPED_BOOL]));
	return true;
}

void ck_expr_list(NodeVec *list, OpVec *out)
{
	if (list->n == 1) {
		ck_multi(list->v[0], false, out);
		return;
	}
	for (int i = 0; i < list->n; i++) {
		Operand *x = NEW(Operand);
		ck_expr(NULL, x, list->v[i]);
		vec_push(out, x);
	}
}

/* ---- evaluate for use and errors only ---------------------------------------------------------------------------------------------- */

static bool use_one(Node *e, bool lhs)
{
	if (!e)
		return true;
	Operand x = { .mode = MODE_VALUE };
	Node *n = node_unparen(e);
	if (n->kind != N_NAME) {
		ck_raw(NULL, &x, e, NULL, true);
		return op_ok(&x);
	}
	if (SYM_IS(n->u.name.sym, "_"))
		return true;
	Obj *v = lhs ? ck_lookup(n->u.name.sym, NULL) : NULL;
	bool is_var = v && v->kind == O_VAR && v->pkg == ck.pkg;
	bool used = is_var && v->used;
	ck_expr_or_type(&x, n, true);
	if (is_var)
		v->used = used;         /* being assigned to is no use */
	return op_ok(&x);
}

bool ck_use(Node *e) { return use_one(e, false); }
bool ck_use_lhs(Node *e) { return use_one(e, true); }

bool ck_use_all(NodeVec *list)
{
	bool ok = true;
	for (int i = 0; i < list->n; i++)
		ok &= ck_use(list->v[i]);
	return ok;
}

/* ---- variables whose address escapes from plain sight ---------------------------------------------------------------------------------- */

/* The variable whose memory e denotes part of, or NULL when a pointer, slice or map lies between. */
static Obj *root_var(Node *e)
{
	for (;;) {
		e = node_unparen(e);
		switch (e->kind) {
		case N_NAME:
			return e->u.name.obj && e->u.name.obj->kind == O_VAR ? e->u.name.obj : NULL;
		case N_SELECTOR:
			if (!e->u.sel.sel)
				return e->u.sel.name->u.name.obj && e->u.sel.name->u.name.obj->kind == O_VAR ? e->u.sel.name->u.name.obj : NULL;
			if (e->u.sel.sel->kind != SEL_FIELD || e->u.sel.sel->indirect)
				return NULL;
			e = e->u.sel.x;
			break;
		case N_INDEX:
			if (!e->u.index.x->type || !type_is(e->u.index.x->type, K_ARRAY))
				return NULL;
			e = e->u.index.x;
			break;
		default:
			return NULL;
		}
	}
}

void ck_mark_addr(Node *e)
{
	Obj *v = root_var(e);
	if (v)
		v->u.var.addr_taken = true;
}

void ck_mark_assigned(Node *lhs)
{
	Obj *v = root_var(lhs);
	if (v)
		v->u.var.assigned = true;
}
