/* assign.c: assignability with its messages, and every way to give variables values: declarations, =, :=, return. */
#include "compiler/types/check.h"

static const char *why_text(Why w)
{
	return w.of ? str_fmt("%s%s", w.text, node_str(w.of)) : w.text;
}

/* ---- one value ------------------------------------------------------------------------------------------------------------- */

/* Gives an untyped operand its type for a target (NULL: any). False after reporting. */
static bool settle_untyped(Operand *x, Type *T, Why why)
{
	Type *target = T;
	if (op_is_nil(x)) {
		if (!T) {
			ck_err(op_pos(x), "use of untyped nil in %s", why_text(why));
			return false;
		}
	} else if (!T || (type_is_interface(T) && !type_is_tparam(T))) {
		target = type_default(x->type);
	}
	Const *val;
	ImpCode code;
	Type *t = ck_implicit(x, target, &val, &code);
	if (code != IMP_OK) {
		static const char *const note[] = { [IMP_OK] = "", [IMP_BAD] = "", [IMP_TRUNCATED] = " (truncated)", [IMP_OVERFLOWS] = " (overflows)" };
		ck_err(op_pos(x), "cannot use %s as %s value in %s%s", operand_str(x), type_str(target), why_text(why), note[code]);
		return false;
	}
	if (val) {
		x->val = val;
		ck_update_val(x->expr, val);
	}
	if (t != x->type) {
		x->type = t;
		ck_update_type(x->expr, t, false);
	}
	return true;
}

void ck_assignment(Operand *x, Type *T, Why why)
{
	ck_single_value(x);
	switch (x->mode) {
	case MODE_INVALID:
		return;
	case MODE_NOVALUE: case MODE_BUILTIN: case MODE_TYPE:
		ck_err(op_pos(x), "cannot assign %s to %s in %s", operand_str(x), T ? type_str(T) : "<nil>", why_text(why));
		x->mode = MODE_INVALID;
		return;
	default:
		break;
	}
	if (x->type == T)
		return;
	if (type_is_untyped(x->type) && !settle_untyped(x, T, why)) {
		x->mode = MODE_INVALID;
		return;
	}
	if (x->type->kind == K_FUNC && x->type->u.fn.tparams.n) {
		Target target;
		bool has = ck_new_target(&target, T, why.text, why.of);
		ck_non_generic(has ? &target : NULL, x);
		if (!op_ok(x))
			return;
	}
	if (!T)
		return;
	const char *cause = "";
	if (ck_assignable(x, T, &cause))
		return;
	bool has = cause && *cause;
	ck_err(op_pos(x), "cannot use %s as %s value in %s%s%s", operand_str(x), type_str(T), why_text(why), has ? ": " : "", has ? cause : "");
	x->mode = MODE_INVALID;
}

void ck_init_const(Obj *lhs, Operand *x)
{
	if (!op_ok(x) || ck_invalid(x->type) || (lhs->type && ck_invalid(lhs->type))) {
		if (!lhs->type)
			lhs->type = t_invalid;
		return;
	}
	if (x->mode != MODE_CONST) {
		ck_err(op_pos(x), "%s is not constant", operand_str(x));
		if (!lhs->type)
			lhs->type = t_invalid;
		return;
	}
	if (!lhs->type)
		lhs->type = x->type;
	ck_assignment(x, lhs->type, WHY("constant declaration"));
	if (op_ok(x))
		lhs->u.con.val = x->val;
}

void ck_init_var(Obj *lhs, Operand *x, Why why)
{
	if (!op_ok(x) || ck_invalid(x->type) || (lhs->type && ck_invalid(lhs->type))) {
		if (!lhs->type)
			lhs->type = t_invalid;
		x->mode = MODE_INVALID;
		return;
	}
	if (!lhs->type) {
		Type *t = x->type;
		if (type_is_untyped(t)) {
			if (t == t_basic[K_UNTYPED_NIL]) {
				ck_err(op_pos(x), "use of untyped nil in %s", why_text(why));
				lhs->type = t_invalid;
				x->mode = MODE_INVALID;
				return;
			}
			t = type_default(t);
		}
		lhs->type = t;
		if (!type_is_untyped(x->type) && x->type->kind != K_TUPLE && x->type->kind != K_FUNC && x->mode >= MODE_CONST)
			return;
	}
	ck_assignment(x, lhs->type, why);
}

/* ---- left sides ---------------------------------------------------------------------------------------------------------------- */

static Obj *own_var(Sym *name)
{
	Obj *o = ck_lookup(name, NULL);
	return o && o->kind == O_VAR && o->pkg == ck.pkg ? o : NULL;
}

/* Type of what is assigned to; NULL for _; t_invalid after reporting. */
static Type *lhs_type(Node *lhs)
{
	Node *id = node_unparen(lhs);
	Obj *v = NULL;
	bool used = false;
	if (id->kind == N_NAME) {
		if (SYM_IS(id->u.name.sym, "_"))
			return NULL;
		v = own_var(id->u.name.sym);
		used = v && v->used;
	}
	Operand x;
	ck_expr(NULL, &x, lhs);
	if (v)
		v->used = used;         /* being assigned to is no use */
	if (!op_ok(&x) || ck_invalid(x.type))
		return t_invalid;
	if (x.mode == MODE_VAR || x.mode == MODE_MAPINDEX) {
		ck_mark_assigned(lhs);
		return x.type;
	}
	if (x.expr->kind == N_SELECTOR) {
		Operand op;
		ck_expr(NULL, &op, x.expr->u.sel.x);
		if (op.mode == MODE_MAPINDEX) {
			ck_err(op_pos(&x), "cannot assign to struct field %s in map", node_str(x.expr));
			return t_invalid;
		}
	}
	ck_err(op_pos(&x), "cannot assign to %s (neither addressable nor a map index expression)", node_str(x.expr));
	return t_invalid;
}

void ck_assign_var(Node *lhs, Node *rhs, Operand *x, const char *context)
{
	Type *T = lhs_type(lhs);
	if (T && ck_invalid(T)) {
		if (x)
			x->mode = MODE_INVALID;
		else
			ck_use(rhs);
		return;
	}
	Operand y;
	if (!x) {
		Target target;
		bool has = T && ck_new_target(&target, T, "", lhs);
		x = &y;
		ck_expr(has ? &target : NULL, x, rhs);
	}
	if (!T && !strcmp(context, "assignment"))
		context = "assignment to _ identifier";
	ck_assignment(x, T, WHY(context));
	for (Node *n = lhs; !T && op_ok(x) && n; n = n->kind == N_PAREN ? n->u.x.x : NULL)
		n->type = x->type;
}

/* ---- mismatches -------------------------------------------------------------------------------------------------------------------- */

const char *ck_types_summary(Type **v, int n, bool variadic, bool dots)
{
	Buf b = { 0 };
	buf_putc(&b, '(');
	for (int i = 0; i < n; i++) {
		Type *t = v[i];
		bool last = i == n - 1;
		if (i)
			buf_puts(&b, ", ");
		if (last && variadic) {
			buf_puts(&b, "...");
			if (t && t->kind == K_SLICE)
				t = t->u.slice.elem;
		}
		if (ck_invalid(t)) {
			buf_puts(&b, "unknown type");
		} else if (!type_is_untyped(t)) {
			buf_puts(&b, type_str(t));
		} else if (type_is_numeric(t)) {
			buf_puts(&b, "number");
		} else {
			const char *s = type_str(t);
			buf_puts(&b, strncmp(s, "untyped ", 8) ? s : s + 8);
		}
		if (last && dots)
			buf_puts(&b, "...");
	}
	buf_putc(&b, ')');
	return buf_take(&b);
}

static const char *count(int n, const char *unit)
{
	return str_fmt("%d %s%s", n, unit, n == 1 ? "" : "s");
}

static void assign_mismatch(NodeVec *rhs, int l, int r)
{
	Node *first = rhs->v[0], *call = node_unparen(first);
	if (rhs->n == 1 && call->kind == N_CALL)
		ck_err(node_start(first), "assignment mismatch: %s but %s returns %s", count(l, "variable"), node_str(call->u.call.fun), count(r, "value"));
	else
		ck_err(node_start(first), "assignment mismatch: %s but %s", count(l, "variable"), count(r, "value"));
}

static void return_mismatch(Node *ret, Obj **lhs, int l, OpVec *rhs)
{
	int r = rhs->n;
	Pos at = r > l ? op_pos(rhs->v[l]) : r > 0 ? op_pos(rhs->v[r - 1]) : node_start(ret);
	Type **have = arena_array(&build_arena, Type *, r + 1), **want = arena_array(&build_arena, Type *, l + 1);
	for (int i = 0; i < r; i++)
		have[i] = rhs->v[i]->type;
	for (int i = 0; i < l; i++)
		want[i] = lhs[i]->type;
	ck_err(at, "%s return values\n\thave %s\n\twant %s", r > l ? "too many" : "not enough", ck_types_summary(have, r, false, false), ck_types_summary(want, l, false, false));
}

static void invalidate(Obj **lhs, int n)
{
	for (int i = 0; i < n; i++)
		if (!lhs[i]->type)
			lhs[i]->type = t_invalid;
}

static bool is_call(NodeVec *rhs)
{
	return rhs->n == 1 && node_unparen(rhs->v[0])->kind == N_CALL;
}

static void mark_commaok(Node *e)
{
	for (;; e = e->u.x.x) {
		e->flags |= NF_COMMAOK;
		if (e->kind != N_PAREN)
			return;
	}
}

/* ---- several variables ----------------------------------------------------------------------------------------------------------------- */

/* ret: the return statement, or NULL. */
void ck_init_vars(Obj **lhs, int l, NodeVec *rhs, Node *ret)
{
	Why why = WHY(ret ? "return statement" : l > 1 ? "multiple assignment" : "assignment");
	int r = rhs->n;
	if (l == r && !is_call(rhs)) {
		for (int i = 0; i < l; i++) {
			Operand x;
			Target target;
			const char *desc = ret && lhs[i]->name->n == 0 ? "result variable" : lhs[i]->name->s;
			bool has = lhs[i]->type && ck_new_target(&target, lhs[i]->type, desc, NULL);
			ck_expr(has ? &target : NULL, &x, rhs->v[i]);
			ck_init_var(lhs[i], &x, why);
		}
		return;
	}
	OpVec ops = { 0 };
	if (r != 1) {
		if (ck_use_all(rhs)) {
			if (ret) {
				ck_expr_list(rhs, &ops);
				return_mismatch(ret, lhs, l, &ops);
			} else {
				assign_mismatch(rhs, l, r);
			}
		}
		invalidate(lhs, l);
		return;
	}
	bool commaok = ck_multi(rhs->v[0], l == 2 && !ret, &ops);
	if (ops.n == l) {
		for (int i = 0; i < l; i++)
			ck_init_var(lhs[i], ops.v[i], why);
		if (commaok && op_ok(ops.v[0]) && op_ok(ops.v[1]))
			mark_commaok(rhs->v[0]);
		return;
	}
	if (op_ok(ops.v[0])) {
		if (ret)
			return_mismatch(ret, lhs, l, &ops);
		else
			assign_mismatch(rhs, l, ops.n);
	}
	invalidate(lhs, l);
}

void ck_assign_vars(NodeVec *lhs, NodeVec *rhs)
{
	int l = lhs->n, r = rhs->n;
	const char *context = l > 1 ? "multiple assignment" : "assignment";
	if (l == r && !is_call(rhs)) {
		for (int i = 0; i < l; i++)
			ck_assign_var(lhs->v[i], rhs->v[i], NULL, context);
		return;
	}
	if (r != 1) {
		bool ok = true;
		for (int i = 0; i < l; i++)
			ok &= ck_use_lhs(lhs->v[i]);
		if (ck_use_all(rhs) && ok)
			assign_mismatch(rhs, l, r);
		return;
	}
	OpVec ops = { 0 };
	bool commaok = ck_multi(rhs->v[0], l == 2, &ops);
	if (ops.n == l) {
		for (int i = 0; i < l; i++)
			ck_assign_var(lhs->v[i], NULL, ops.v[i], context);
		if (commaok && op_ok(ops.v[0]) && op_ok(ops.v[1]))
			mark_commaok(rhs->v[0]);
		return;
	}
	if (op_ok(ops.v[0]))
		assign_mismatch(rhs, l, ops.n);
	for (int i = 0; i < l; i++)
		ck_use_lhs(lhs->v[i]);
}

/* ---- := ------------------------------------------------------------------------------------------------------------------------------------ */

Obj *ck_new_local(Node *name, Type *t)
{
	bool is_name = name->kind == N_NAME;
	Obj *o = obj_new(O_VAR, is_name ? name->u.name.sym : sym("_"), is_name ? name->pos : node_start(name), t, ck.pkg);
	o->u.var.fn = ck.env.fn;
	o->u.var.loop_depth = ck.env.loop;
	o->file = ck.env.file;
	o->decl = name;
	if (is_name)
		name->u.name.obj = o;
	return o;
}

static bool named_before(NodeVec *lhs, int n, Sym *name)
{
	for (int i = 0; i < n; i++)
		if (lhs->v[i]->kind == N_NAME && lhs->v[i]->u.name.sym == name)
			return true;
	return false;
}

void ck_short_var_decl(Pos pos, NodeVec *lhs, NodeVec *rhs)
{
	int top = ck_later_top(), nnew = 0;
	Scope *scope = ck.env.scope;
	bool has_err = false;
	Obj **vars = arena_array(&build_arena, Obj *, lhs->n + 1), **fresh = arena_array(&build_arena, Obj *, lhs->n + 1);
	for (int i = 0; i < lhs->n; i++) {
		Node *id = lhs->v[i];
		if (id->kind != N_NAME) {
			ck_use_lhs(id);
			ck_err(node_start(id), "non-name %s on left side of :=", node_str(id));
			has_err = true;
			continue;
		}
		Sym *name = id->u.name.sym;
		bool blank = SYM_IS(name, "_");
		if (!blank && named_before(lhs, i, name)) {
			ck_err(id->pos, "%s repeated on left side of :=", node_str(id));
			has_err = true;
			continue;
		}
		Obj *alt = blank ? NULL : scope_find(scope, name);
		if (alt) {
			id->u.name.obj = alt;
			if (alt->kind == O_VAR) {
				vars[i] = alt;
				alt->u.var.assigned = true;
			} else {
				ck_err(id->pos, "cannot assign to %s", node_str(id));
				has_err = true;
			}
			continue;
		}
		vars[i] = ck_new_local(id, NULL);
		if (!blank)
			fresh[nnew++] = vars[i];
	}
	for (int i = 0; i < lhs->n; i++)
		if (!vars[i]) {
			vars[i] = obj_new(O_VAR, sym("_"), node_start(lhs->v[i]), NULL, ck.pkg);
			vars[i]->u.var.fn = ck.env.fn;
		}
	ck_init_vars(vars, lhs->n, rhs, NULL);
	for (int i = 0; i < lhs->n; i++)
		lhs->v[i]->type = vars[i]->type;
	ck_run_later(top);              /* function literals must not see the new variables */
	if (!nnew && !has_err) {
		ck_err(pos, "no new variables on left side of :=");
		return;
	}
	for (int i = 0; i < nnew; i++)
		ck_declare(scope, NULL, fresh[i]);
}
