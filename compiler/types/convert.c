/* convert.c: explicit conversions T(x), constant ones included. */
#include "compiler/types/check.h"

static Const *code_point(Const *c)
{
	uint64_t v = 0;
	uint32_t r = 0xFFFD;
	if (const_fits_u64(c, &v) && v <= 0x10FFFF && !(v >= 0xD800 && v < 0xE000))
		r = (uint32_t)v;
	char s[4];
	int n = 0;
	if (r < 0x80) {
		s[n++] = r;
	} else if (r < 0x800) {
		s[n++] = 0xC0 | r >> 6;
		s[n++] = 0x80 | (r & 63);
	} else if (r < 0x10000) {
		s[n++] = 0xE0 | r >> 12;
		s[n++] = 0x80 | (r >> 6 & 63);
		s[n++] = 0x80 | (r & 63);
	} else {
		s[n++] = 0xF0 | r >> 18;
		s[n++] = 0x80 | (r >> 12 & 63);
		s[n++] = 0x80 | (r >> 6 & 63);
		s[n++] = 0x80 | (r & 63);
	}
	return const_string(s, n);
}

static bool const_converts(Operand *x, Type *T, Const **val)
{
	Type *u = type_under(T);
	if (u->kind >= K_ARRAY)
		return false;
	Const *v = x->val;
	if (const_kind(x->val) == CV_UNKNOWN)
		return true;
	if (const_representable(x->val, u, &v)) {
		if (val)
			*val = v ? v : x->val;
		return true;
	}
	Const *i = type_is_integer(u) ? const_to_int(x->val) : NULL;
	if (val && i && const_kind(i) == CV_INT)
		*val = i;               /* messages show it as the integer it is */
	if (!type_is_integer(x->type) || !type_is_string(u))
		return false;
	if (val)
		*val = code_point(x->val);
	return true;
}

static bool const_to_tparam(Operand *x, Type *T, const char **cause)
{
	Unders us;
	ck_unders(T, &us);
	for (int i = 0; i < us.n; i++) {
		Type *u = us.v[i].u;
		if (!u) {
			*cause = str_fmt("%s does not contain specific types", type_str(T));
			return false;
		}
		if (type_is_string(x->type) && (type_is_bytes(u) || type_is_runes(u)))
			continue;
		if (const_converts(x, u, NULL))
			continue;
		if (type_is_integer(x->type) && type_is_integer(u))
			*cause = str_fmt("constant %s overflows %s (in %s)", const_text(x->val), type_str(u), type_str(T));
		else
			*cause = str_fmt("cannot convert %s to type %s (in %s)", operand_str(x), type_str(u), type_str(T));
		return false;
	}
	return true;
}

static bool value_converts(Operand *x, Type *T, const char **cause)
{
	if (type_is_untyped(x->type) && ck_assignable(x, T, cause))
		return true;
	if (op_is_nil(x))
		return false;
	if (ck_invalid(x->type) || ck_invalid(T))
		return true;
	return type_convertible(x->type, T, cause);
}

/* The untyped operand's own final type: that of the conversion, unless that type cannot hold constants or interprets it. */
static void settle_operand(Operand *x, Type *T, bool was_const)
{
	Type *final = T;
	if (x->type == t_basic[K_UNTYPED_NIL])
		;
	else if ((type_is_interface(T) && !type_is_tparam(T)) || (was_const && !type_is_const(T)))
		final = type_default(x->type);
	else if (x->mode == MODE_CONST && type_is_integer(x->type) && type_all_string(T))
		final = x->type;
	ck_update_type(x->expr, final, true);
}

void ck_conversion(Operand *x, Type *T)
{
	bool was_const = x->mode == MODE_CONST, ok;
	const char *cause = NULL;
	if (was_const && type_is_const(T)) {
		ok = const_converts(x, T, &x->val);
		if (!ok && type_is_integer(x->type) && type_is_integer(T)) {
			ck_err(op_pos(x), "constant %s overflows %s", const_text(x->val), type_str(T));
			x->mode = MODE_INVALID;
			return;
		}
	} else if (was_const && type_is_tparam(T)) {
		ok = const_to_tparam(x, T, &cause);
		x->mode = MODE_VALUE;           /* of type parameters there are no constants */
	} else {
		ok = value_converts(x, T, &cause);
		if (ok)
			x->mode = MODE_VALUE;
	}
	if (!ok) {
		if (cause && *cause)
			ck_err(op_pos(x), "cannot convert %s to type %s: %s", operand_str(x), type_str(T), cause);
		else
			ck_err(op_pos(x), "cannot convert %s to type %s", operand_str(x), type_str(T));
		x->mode = MODE_INVALID;
		return;
	}
	if (type_is_untyped(x->type))
		settle_operand(x, T, was_const);
	x->type = T;
}
