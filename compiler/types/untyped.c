/* untyped.c: how untyped operands get their final type.
 *
 * A node whose type is untyped is still undecided. When a context gives the operand a type, ck_update_type writes it to the node and
 * walks down to the operands that share the decision: through parentheses, unary and arithmetic operators and the left operand of
 * shifts, never below a constant (only its root matters) or a comparison (whose operands decide for themselves). */
#include "compiler/types/check.h"

enum { NF_SHIFT_LHS = NF_DEFAULT };     /* on expressions: left operand of a non-constant shift, must become an integer */

static bool is_comparison(int op) { return op >= T_EQ && op <= T_GE; }
static bool is_shift(int op) { return op == T_SHL || op == T_SHR; }

static void update_operands(Node *e, Type *t, bool final)
{
	switch (e->kind) {
	case N_PAREN:
		ck_update_type(e->u.x.x, t, final);
		break;
	case N_UNARY:
		if (!e->val)
			ck_update_type(e->u.unary.x, t, final);
		break;
	case N_BINARY:
		if (e->val || is_comparison(e->op))
			break;
		ck_update_type(e->u.binary.x, t, final);
		if (!is_shift(e->op))
			ck_update_type(e->u.binary.y, t, final);
		break;
	}
}

void ck_update_type(Node *e, Type *t, bool final)
{
	if (!e || !e->type || !type_is_untyped(e->type))
		return;
	update_operands(e, t, final);
	Type *old = e->type;
	if (!final && type_is_untyped(t)) {
		e->type = type_under(t);
		return;
	}
	e->type = t;
	if (e->flags & NF_SHIFT_LHS && !type_all_integer(t)) {
		ck_err(node_start(e), "invalid operation: shifted operand %s (type %s) must be integer", node_str(e), type_str(t));
		return;
	}
	if (e->val && type_is_typed(t)) {
		Operand c = { MODE_CONST, e, old, e->val, 0 };
		ck_convert_untyped(&c, t);
		if (op_ok(&c))
			e->val = c.val;
		e->type = t;
	}
}

void ck_update_val(Node *e, Const *val)
{
	if (e && e->type && type_is_untyped(e->type))
		e->val = val;
}

/* ---- constants and types ------------------------------------------------------------------------------------------------- */

static ImpCode represent(Operand *x, Type *basic, Const **val)
{
	Const *v = x->val;
	if (const_kind(x->val) == CV_UNKNOWN || const_representable(x->val, basic, &v)) {
		*val = v ? v : x->val;
		return IMP_OK;
	}
	if (type_is_numeric(x->type) && type_is_numeric(basic))
		return !type_is_integer(x->type) && type_is_integer(basic) ? IMP_TRUNCATED : IMP_OVERFLOWS;
	return IMP_BAD;
}

static void report_conversion(ImpCode code, Operand *x, Type *target)
{
	const char *xs = operand_str(x), *ts = type_str(target);
	switch (code) {
	case IMP_TRUNCATED: ck_err(op_pos(x), "%s truncated to %s", xs, ts); break;
	case IMP_OVERFLOWS: ck_err(op_pos(x), "%s overflows %s", xs, ts); break;
	default: ck_err(op_pos(x), "cannot convert %s to type %s", xs, ts); break;
	}
}

void ck_representable(Operand *x, Type *basic)
{
	ImpCode code = represent(x, basic, &x->val);
	if (code != IMP_OK) {
		report_conversion(code, x, basic);
		x->mode = MODE_INVALID;
	}
}

static const char *op_word(const Node *e)
{
	if (e->kind == N_UNARY)
		return e->op == T_XOR ? "bitwise complement " : "";
	if (e->kind != N_BINARY)
		return "";
	switch (e->op) {
	case T_ADD: return "addition ";
	case T_SUB: return "subtraction ";
	case T_XOR: return "bitwise XOR ";
	case T_MUL: return "multiplication ";
	case T_SHL: return "shift ";
	}
	return "";
}

/* A constant result must fit its type, or, untyped, 512 bits. */
void ck_overflow(Operand *x, Pos pos)
{
	if (const_kind(x->val) == CV_UNKNOWN) {
		ck_err(pos, "constant result is not representable");
		return;
	}
	if (type_is_typed(x->type)) {
		ck_representable(x, type_under(x->type));
		return;
	}
	if (const_kind(x->val) == CV_INT && const_bitlen(x->val) > 512) {
		ck_err(pos, "constant %soverflow", op_word(x->expr));
		x->val = ck.unknown;
	}
	/* the largest symbol gc can write */
	if (const_kind(x->val) == CV_STRING && const_strlen(x->val) > 2000000000) {
		ck_err(pos, "constant string too long (%zu bytes > 2000000000 bytes)", const_strlen(x->val));
		x->val = ck.unknown;
	}
}

static Type *bad(ImpCode *code, ImpCode c)
{
	*code = c;
	return NULL;
}

static bool basic_accepts(int untyped_kind, Type *target)
{
	switch (untyped_kind) {
	case K_UNTYPED_BOOL: return type_is_boolean(target);
	case K_UNTYPED_INT: case K_UNTYPED_RUNE: case K_UNTYPED_FLOAT: case K_UNTYPED_COMPLEX: return type_is_numeric(target);
	case K_UNTYPED_STRING: return type_is_string(target);
	}
	return false;
}

Type *ck_implicit(Operand *x, Type *target, Const **val, ImpCode *code)
{
	*val = NULL;
	*code = IMP_OK;
	if (!op_ok(x) || type_is_typed(x->type) || ck_invalid(target))
		return x->type;
	if (type_is_untyped(target)) {
		Type *m = type_max_untyped(x->type, target);
		return m ? m : bad(code, IMP_BAD);
	}
	if (op_is_nil(x))
		return type_has_nil(target) ? target : bad(code, IMP_BAD);
	Type *u = type_under(target);
	if (type_is_tparam(target)) {
		Unders us;
		ck_unders(target, &us);
		for (int i = 0; i < us.n; i++) {
			Const *v;
			ImpCode c;
			if (!us.v[i].u || !ck_implicit(x, us.v[i].u, &v, &c))
				return bad(code, IMP_BAD);
		}
		return target;
	}
	if (u->kind == K_INTERFACE) {
		TypeSet *s = iface_set(u);
		if (s && (s->methods.n || !s->all_types || s->comparable))
			return bad(code, IMP_BAD);
		return type_default(x->type);
	}
	if (u->kind > K_UNSAFEPTR)
		return bad(code, IMP_BAD);
	if (x->mode == MODE_CONST) {
		ImpCode c = represent(x, u, val);
		return c == IMP_OK ? target : bad(code, c);
	}
	return basic_accepts(type_unalias(x->type)->kind, target) ? target : bad(code, IMP_BAD);
}

void ck_convert_untyped(Operand *x, Type *target)
{
	Const *val;
	ImpCode code;
	Type *t = ck_implicit(x, target, &val, &code);
	if (code != IMP_OK) {
		report_conversion(code, x, type_is_tparam(target) ? target : type_under(target));
		x->mode = MODE_INVALID;
		return;
	}
	if (val) {
		x->val = val;
		ck_update_val(x->expr, val);
	}
	if (t != x->type) {
		x->type = t;
		ck_update_type(x->expr, t, false);
	}
}

bool ck_assignable(Operand *x, Type *T, const char **cause)
{
	if (!op_ok(x) || ck_invalid(T) || ck_invalid(x->type))
		return true;
	if (x->type == T)
		return true;
	if (!type_is_untyped(x->type))
		return type_assignable(x->type, T, false, cause);
	Const *v;
	ImpCode code;
	if (type_same(x->type, T))
		return true;
	return ck_implicit(x, T, &v, &code) != NULL;
}

/* Operands of a binary operation: an untyped one takes the other's type where that can make sense. */
static bool may_match(Operand *x, Operand *y)
{
	if (type_is_typed(x->type) && type_is_typed(y->type))
		return false;
	if (type_all_numeric(x->type) != type_all_numeric(y->type))
		return false;
	bool xi = type_is_interface(x->type) && !type_is_tparam(x->type), yi = type_is_interface(y->type) && !type_is_tparam(y->type);
	if (xi || yi)
		return true;
	if (type_all_boolean(x->type) != type_all_boolean(y->type) || type_all_string(x->type) != type_all_string(y->type))
		return false;
	if (op_is_nil(x))
		return type_has_nil(y->type);
	if (op_is_nil(y))
		return type_has_nil(x->type);
	return !type_is(x->type, K_POINTER) && !type_is(y->type, K_POINTER);
}

void ck_match_types(Operand *x, Operand *y)
{
	if (!may_match(x, y))
		return;
	ck_convert_untyped(x, y->type);
	if (!op_ok(x))
		return;
	ck_convert_untyped(y, x->type);
	if (!op_ok(y))
		x->mode = MODE_INVALID;
}
