/* operator.c: unary and binary operators, comparisons, shifts, constant folding. */
#include "compiler/types/check.h"



static bool is_comparison(Tok op) { return op >= T_EQ && op <= T_GE; }

static bool unary_defined(Tok op, Type *t)
{
	switch (op) {
	case T_ADD: case T_SUB: return type_all_numeric(t);
	case T_XOR: return type_all_integer(t);
	case T_NOT: return type_all_boolean(t);
	default: return false;
	}
}

static bool binary_defined(Tok op, Type *t)
{
	switch (op) {
	case T_ADD: return type_all_numeric_or_string(t);
	case T_SUB: case T_MUL: case T_DIV: return type_all_numeric(t);
	case T_REM: case T_AND: case T_OR: case T_XOR: case T_ANDNOT: return type_all_integer(t);
	case T_ANDAND: case T_OROR: return type_all_boolean(t);
	default: return false;
	}
}

static void undefined_op(Operand *x, Tok op)
{
	ck_err(op_pos(x), "invalid operation: operator %s not defined on %s", tok_text[op], operand_str(x));
	x->mode = MODE_INVALID;
}

/* Where an overflow is reported: at the operator, or the operand itself. */
static Pos oper_pos(Node *e)
{
	return e->kind == N_UNARY || e->kind == N_BINARY || e->kind == N_STAR ? e->pos : node_start(e);
}

/* ---- unary -------------------------------------------------------------------------------------------------------------- */

static const char *recv_cond(Type *t, Type *u)
{
	if (!u)
		return "no specific channel type";
	if (u->kind != K_CHAN)
		return str_fmt("non-channel %s", type_str(t));
	return u->u.chan.dir == DIR_SEND ? str_fmt("send-only channel %s", type_str(t)) : NULL;
}

static const char *send_cond(Type *t, Type *u)
{
	if (!u)
		return "no specific channel type";
	if (u->kind != K_CHAN)
		return str_fmt("non-channel %s", type_str(t));
	return u->u.chan.dir == DIR_RECV ? str_fmt("receive-only channel %s", type_str(t)) : NULL;
}

Type *ck_chan_elem(Pos pos, Operand *x, bool recv)
{
	const char *cause;
	Type *u = ck_common_under(x->type, recv ? recv_cond : send_cond, &cause);
	if (u)
		return u->u.chan.elem;
	const char *verb = recv ? "receive from" : "send to", *xs = operand_str(x);
	if (type_is_tparam(x->type))
		ck_err(pos, "invalid operation: cannot %s %s: %s", verb, xs, cause);
	else
		ck_err(pos, "invalid operation: cannot %s %s %s", verb, cause, xs);
	return NULL;
}

static void take_address(Operand *x, Node *e)
{
	if (node_unparen(e->u.unary.x)->kind != N_COMPOSITE && x->mode != MODE_VAR) {
		ck_err(op_pos(x), "invalid operation: cannot take address of %s", operand_str(x));
		x->mode = MODE_INVALID;
		return;
	}
	ck_mark_addr(e->u.unary.x);
	x->mode = MODE_VALUE;
	x->type = type_pointer(x->type);
}

static void receive(Operand *x)
{
	Type *elem = ck_chan_elem(op_pos(x), x, true);
	if (!elem || !ck_is_complete(elem)) {
		x->mode = MODE_INVALID;
		return;
	}
	x->mode = MODE_COMMAOK;
	x->type = elem;
	ck.env.has_call = true;
}

void ck_unary(Operand *x, Node *e)
{
	Tok op = e->op;
	ck_expr(NULL, x, e->u.unary.x);
	if (!op_ok(x))
		return;
	if (op == T_AND) {
		take_address(x, e);
		return;
	}
	if (op == T_ARROW) {
		receive(x);
		return;
	}
	if (op == T_TILDE) {
		if (!type_all_integer(x->type)) {
			ck_err(node_start(e), "cannot use ~ outside of interface or type constraint");
			x->mode = MODE_INVALID;
			return;
		}
		ck_err(node_start(e), "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)");
		op = T_XOR;
	}
	if (!unary_defined(op, x->type)) {
		undefined_op(x, op);
		return;
	}
	if (x->mode == MODE_CONST) {
		if (const_kind(x->val) == CV_UNKNOWN)
			return;
		x->val = const_unary(op, x->val, type_is_unsigned(x->type) ? type_under(x->type) : NULL);
		x->expr = e;
		ck_overflow(x, e->pos);
		return;
	}
	x->mode = MODE_VALUE;
}

/* ---- comparison -------------------------------------------------------------------------------------------------------------- */

static const char *incomparable(Type *t)
{
	switch (type_under(t)->kind) {
	case K_SLICE: case K_FUNC: case K_MAP:
		return str_fmt("%s can only be compared to nil", type_composite_kind(t));
	}
	const char *why = NULL;
	type_comparable(t, &why);
	return why ? why : "";
}

/* Fills *bad and the cause when x op y is no comparison. */
static bool comparable_pair(Operand *x, Operand *y, Tok op, Operand **bad, const char **cause)
{
	*cause = "";
	*bad = x;
	if (!ck_assignable(x, y->type, NULL) && !ck_assignable(y, x->type, NULL)) {
		*bad = y;
		*cause = str_fmt("mismatched types %s and %s", type_str(x->type), type_str(y->type));
		return false;
	}
	if (op != T_EQ && op != T_NE) {
		if (!type_all_ordered(x->type))
			return false;
		*bad = y;
		return type_all_ordered(y->type);
	}
	if (op_is_nil(x) || op_is_nil(y)) {
		*bad = y;
		return type_has_nil(op_is_nil(x) ? y->type : x->type);
	}
	if (!type_comparable(x->type, NULL)) {
		*cause = incomparable(x->type);
		return false;
	}
	*bad = y;
	if (!type_comparable(y->type, NULL)) {
		*cause = incomparable(y->type);
		return false;
	}
	return true;
}

static void bad_comparison(Operand *x, Operand *y, Tok op, bool switch_case, Operand *bad, const char *cause)
{
	if (!*cause) {
		if (type_is_tparam(x->type) || type_is_tparam(y->type)) {
			if (!type_is_tparam(x->type))
				bad = y;
			cause = str_fmt("type parameter %s cannot use operator %s", type_str(bad->type), tok_text[op]);
		} else {
			const char *what = type_composite_kind(bad->type);
			cause = str_fmt("operator %s not defined on %s", tok_text[op], *what ? what : type_str(bad->type));
		}
	}
	const char *xs = node_str(x->expr), *ys = node_str(y->expr);
	if (switch_case)
		ck_err(op_pos(x), "invalid case %s in switch on %s (%s)", xs, ys, cause);
	else
		ck_err(op_pos(bad), "invalid operation: %s %s %s (%s)", xs, tok_text[op], ys, cause);
	x->mode = MODE_INVALID;
}

void ck_comparison(Operand *x, Operand *y, Tok op, bool switch_case)
{
	if (ck_invalid(x->type) || ck_invalid(y->type)) {
		x->mode = MODE_INVALID;
		return;
	}
	Operand *bad;
	const char *cause;
	if (switch_case)
		op = T_EQ;
	if (!comparable_pair(x, y, op, &bad, &cause)) {
		bad_comparison(x, y, op, switch_case, bad, cause);
		return;
	}
	if (x->mode == MODE_CONST && y->mode == MODE_CONST) {
		bool known = const_kind(x->val) != CV_UNKNOWN && const_kind(y->val) != CV_UNKNOWN;
		x->val = known ? const_bool(const_compare(op, x->val, y->val)) : ck.unknown;
	} else {
		x->mode = MODE_VALUE;
		ck_update_type(x->expr, type_default(x->type), true);
		ck_update_type(y->expr, type_default(y->type), true);
	}
	x->type = t_basic[K_UNTYPED_BOOL];
}

/* ---- shifts ------------------------------------------------------------------------------------------------------------------- */

enum { SHIFT_MAX = 1023 - 1 + 52 };     /* large enough to express the smallest float64 */

static bool check_shift_count(Operand *y)
{
	if (y->mode == MODE_CONST) {
		Const *v = const_to_int(y->val);
		if (const_kind(v) == CV_INT && const_sign(v) < 0) {
			ck_err(op_pos(y), "invalid operation: negative shift count %s", operand_str(y));
			return false;
		}
		if (type_is_untyped(y->type)) {
			ck_representable(y, t_basic[K_UINT]);
			if (op_ok(y))
				ck_update_type(y->expr, t_basic[K_UINT], true);
			return op_ok(y);
		}
		return true;            /* typed constants pass whatever their type, as in the reference compiler */
	} else if (type_is_untyped(y->type) && type_all_integer(y->type)) {
		ck_convert_untyped(y, t_basic[K_UINT]);         /* a shift of constants itself */
		return op_ok(y);
	} else if (type_all_integer(y->type)) {
		return type_all_unsigned(y->type) || ck_version(op_pos(y), 13, "invalid operation: signed shift count %s", operand_str(y));
	} else if (type_is_untyped(y->type)) {
		ck_convert_untyped(y, t_basic[K_UINT]);
		return op_ok(y);
	}
	ck_err(op_pos(y), "invalid operation: shift count %s must be integer", operand_str(y));
	return false;
}

static void bad_shift_operand(Operand *x)
{
	ck_err(op_pos(x), "invalid operation: shifted operand %s must be integer", operand_str(x));
	x->mode = MODE_INVALID;
}

static void shift_constants(Operand *x, Operand *y, Const *xval, Node *e, Tok op)
{
	bool unknown = const_kind(x->val) == CV_UNKNOWN || const_kind(y->val) == CV_UNKNOWN;
	uint64_t s;
	if (!unknown && (!const_fits_u64(const_to_int(y->val), &s) || s > SHIFT_MAX)) {
		ck_err(op_pos(y), "invalid operation: invalid shift count %s", operand_str(y));
		x->mode = MODE_INVALID;
		return;
	}
	if (!type_is_integer(x->type))
		x->type = t_basic[K_UNTYPED_INT];
	if (unknown) {
		x->val = ck.unknown;
		return;
	}
	x->val = const_shift(op, xval, (unsigned)s);
	if (e)
		x->expr = e;
	ck_overflow(x, oper_pos(x->expr));
}

static void check_shift(Operand *x, Operand *y, Node *e, Tok op)
{
	Const *xval = x->mode == MODE_CONST ? const_to_int(x->val) : NULL;
	if (!type_all_integer(x->type) && !(type_is_untyped(x->type) && xval && const_kind(xval) == CV_INT)) {
		bad_shift_operand(x);
		return;
	}
	if (!check_shift_count(y)) {
		x->mode = MODE_INVALID;
		return;
	}
	if (x->mode == MODE_CONST) {
		if (y->mode == MODE_CONST) {
			shift_constants(x, y, xval, e, op);
			return;
		}
		if (type_is_untyped(x->type)) {
			/* the operand gets the type it would have without the shift: decided by the context */
			if (x->expr->type && type_is_untyped(x->expr->type))
				x->expr->flags |= NF_DEFAULT;
			x->mode = MODE_VALUE;
			return;
		}
	}
	if (!type_all_integer(x->type)) {
		bad_shift_operand(x);
		return;
	}
	x->mode = MODE_VALUE;
}

/* ---- binary --------------------------------------------------------------------------------------------------------------------- */

static bool const_is_zero(Const *c)
{
	if (const_kind(c) == CV_COMPLEX)
		return const_sign(const_real(c)) == 0 && const_sign(const_imag(c)) == 0;
	return const_kind(c) != CV_UNKNOWN && const_sign(c) == 0;
}

static bool divides_by_zero(Operand *x, Operand *y)
{
	if (y->mode != MODE_CONST || (x->mode != MODE_CONST && !type_all_integer(x->type)))
		return false;
	if (const_is_zero(y->val))
		return true;
	if (x->mode != MODE_CONST || !type_is_complex(x->type) || const_kind(y->val) == CV_UNKNOWN)
		return false;
	/* the squares that complex division divides by may underflow */
	Const *re = const_real(y->val), *im = const_imag(y->val);
	return !const_sign(const_binary(T_MUL, re, re, false)) && !const_sign(const_binary(T_MUL, im, im, false));
}

static void fold(Operand *x, Operand *y, Node *e, Tok op)
{
	if (const_kind(x->val) == CV_UNKNOWN || const_kind(y->val) == CV_UNKNOWN) {
		x->val = ck.unknown;
		return;
	}
	x->val = const_binary(op, x->val, y->val, op == T_DIV && type_is_integer(x->type));
	Node *at = e ? e : x->expr;
	if (e)
		x->expr = e;
	ck_overflow(x, oper_pos(at));
}

/* e is NULL for the operation of an assignment x op= y. */
void ck_binary(Operand *x, Node *e, Node *lhs, Node *rhs, Tok op)
{
	Operand y;
	ck_expr(NULL, x, lhs);
	ck_expr(NULL, &y, rhs);
	if (!op_ok(x))
		return;
	if (!op_ok(&y)) {
		x->mode = MODE_INVALID;
		x->expr = y.expr;
		return;
	}
	if (op == T_SHL || op == T_SHR) {
		check_shift(x, &y, e, op);
		return;
	}
	ck_match_types(x, &y);
	if (!op_ok(x))
		return;
	if (is_comparison(op)) {
		ck_comparison(x, &y, op, false);
		return;
	}
	if (!type_same(x->type, y.type)) {
		if (!ck_invalid(x->type) && !ck_invalid(y.type)) {
			const char *xt = type_str(x->type), *yt = type_str(y.type);
			if (e)
				ck_err(op_pos(x), "invalid operation: %s (mismatched types %s and %s)", node_str(e), xt, yt);
			else
				ck_err(op_pos(x), "invalid operation: %s %s= %s (mismatched types %s and %s)", node_str(lhs), tok_text[op], node_str(rhs), xt, yt);
		}
		x->mode = MODE_INVALID;
		return;
	}
	if (!binary_defined(op, x->type)) {
		undefined_op(x, op);
		return;
	}
	if ((op == T_DIV || op == T_REM) && divides_by_zero(x, &y)) {
		ck_err(op_pos(&y), "invalid operation: division by zero");
		x->mode = MODE_INVALID;
		return;
	}
	if (x->mode == MODE_CONST && y.mode == MODE_CONST) {
		fold(x, &y, e, op);
		return;
	}
	x->mode = MODE_VALUE;
}
