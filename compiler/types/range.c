/* range.c: range loops over integers, strings, arrays, slices, maps, channels and functions. */
#include "compiler/types/check.h"

typedef struct Iter { Type *key, *val; const char *cause; bool ok; } Iter;

static Iter bad(const char *cause) { return (Iter){ t_invalid, t_invalid, cause, false }; }
static Iter good(Type *key, Type *val) { return (Iter){ key, val, NULL, true }; }

static const char *range_cond(Type *t, Type *u)
{
	return u && u->kind == K_CHAN && u->u.chan.dir == DIR_SEND ? str_fmt("receive from send-only channel %s", type_str(t)) : NULL;
}

#define YIELD "func must be func(yield func(...) bool): "

static Iter over_func(Type *f)
{
	if (!ck_allows(23))
		return bad("requires go1.23 or later");
	if (f->u.fn.params.n != 1)
		return bad(YIELD "wrong argument count");
	if (f->u.fn.results.n)
		return bad(YIELD "unexpected results");
	const char *err = NULL;
	Type *cb = type_common_under(f->u.fn.params.v[0]->type, &err);
	if (!cb)
		return bad(str_fmt(YIELD "in yield type, %s", err ? err : "no specific type"));
	if (cb->kind != K_FUNC)
		return bad(YIELD "argument is not func");
	ObjVec *ps = &cb->u.fn.params, *rs = &cb->u.fn.results;
	if (ps->n > 2)
		return bad(YIELD "yield func has too many parameters");
	if (rs->n != 1 || !type_same(rs->v[0]->type, t_basic[K_BOOL]))
		return bad(rs->n == 1 && type_is_boolean(rs->v[0]->type) ? YIELD "yield func returns user-defined boolean, not bool" : YIELD "yield func does not return bool");
	if (cb->u.fn.variadic)
		return bad(str_fmt("yield func of type %s cannot be variadic", type_str(cb)));
	return good(ps->n > 0 ? ps->v[0]->type : NULL, ps->n > 1 ? ps->v[1]->type : NULL);
}

static Iter iteration(Type *t)
{
	const char *err = NULL;
	Type *u = ck_common_under(t, range_cond, &err);
	if (!u)
		return bad(err);
	if (u->kind == K_POINTER && type_under(u->u.pointer.elem)->kind == K_ARRAY)
		u = type_under(u->u.pointer.elem);
	if (type_is_string(u))
		return good(t_basic[K_INT], t_rune);
	if (type_is_integer(u))
		return ck_allows(22) ? good(t, NULL) : bad("requires go1.22 or later");
	switch (u->kind) {
	case K_ARRAY: return good(t_basic[K_INT], u->u.array.elem);
	case K_SLICE: return good(t_basic[K_INT], u->u.slice.elem);
	case K_MAP: return good(u->u.map.key, u->u.map.elem);
	case K_CHAN: return good(u->u.chan.elem, NULL);
	case K_FUNC: return over_func(u);
	}
	return bad(NULL);
}

static void report(Operand *x, Iter it, Node *key, Node *val, Node *extra)
{
	const char *xs = operand_str(x);
	if (!it.ok && it.cause && *it.cause)
		ck_err(op_pos(x), "cannot range over %s: %s", xs, it.cause);
	else if (!it.ok)
		ck_err(op_pos(x), "cannot range over %s", xs);
	else if (!it.key && key)
		ck_err(node_start(key), "range over %s permits no iteration variables", xs);
	else if (!it.val && val)
		ck_err(node_start(val), "range over %s permits only one iteration variable", xs);
	else if (extra)
		ck_err(node_start(extra), "range clause permits at most two iteration variables");
}

static void define_vars(Node *s, Operand *x, Node *lhs[2], Type *types[2], bool over_int)
{
	Obj *fresh[2];
	int n = 0;
	for (int i = 0; i < 2; i++) {
		if (!lhs[i])
			continue;
		if (lhs[i]->kind != N_NAME)
			ck_err(node_start(lhs[i]), "non-name %s on left side of :=", node_str(lhs[i]));
		Obj *o = ck_new_local(lhs[i], NULL);
		if (!SYM_IS(o->name, "_"))
			fresh[n++] = o;
		if (!types[i] || ck_invalid(types[i])) {
			o->type = t_invalid;
			o->used = true;
			continue;
		}
		if (over_int) {
			ck_init_var(o, x, WHY("range clause"));
		} else {
			Operand y = { .mode = MODE_VALUE, .expr = lhs[i], .type = types[i] };
			ck_init_var(o, &y, WHY("assignment"));
		}
		lhs[i]->type = o->type;
	}
	if (!n)
		ck_err(node_start(s), "no new variables on left side of :=");
	for (int i = 0; i < n; i++)
		ck_declare(ck.env.scope, NULL, fresh[i]);
}

static void assign_vars(Operand *x, Node *lhs[2], Type *types[2], bool over_int)
{
	for (int i = 0; i < 2; i++) {
		if (!lhs[i] || !types[i] || ck_invalid(types[i]))
			continue;
		if (over_int) {
			ck_assign_var(lhs[i], NULL, x, "range clause");
			if (op_ok(x) && !type_is_integer(x->type))
				ck_err(node_start(lhs[i]), "cannot use iteration variable of type %s", type_str(x->type));
		} else {
			Operand y = { .mode = MODE_VALUE, .expr = lhs[i], .type = types[i] };
			ck_assign_var(lhs[i], NULL, &y, "assignment");
		}
	}
}

void ck_range(Node *s)
{
	Node *rc = s->u.forr.init;
	Node *lhs[2] = { rc->u.range.key, rc->u.range.value };
	Type *types[2] = { NULL, NULL };
	Operand x;
	ck.env.has_call = false;
	ck_expr(NULL, &x, rc->u.range.x);
	if (op_ok(&x)) {
		Iter it = iteration(x.type);
		report(&x, it, lhs[0], lhs[1], rc->u.range.extra);
		types[0] = it.key;
		types[1] = it.val;
	}
	ck_open_scope(s);
	s->u.forr.scope = ck.env.scope;
	ck.env.loop++;
	bool over_int = x.type && type_is_integer(x.type);
	if (rc->flags & NF_DEFINE)
		define_vars(s, &x, lhs, types, over_int);
	else if (lhs[0] || lhs[1])
		assign_vars(&x, lhs, types, over_int);
	else if (over_int)
		ck_assignment(&x, NULL, WHY("range clause"));
	if (x.type && type_is_untyped(x.type) && !over_int)
		ck_update_type(rc->u.range.x, type_default(x.type), true);
	ck_stmt(s->u.forr.body);
	ck.env.loop--;
	ck_close_scope();
}
