/* index.c: index and slice expressions, and constant indexes wherever they stand. */
#include "compiler/types/check.h"

/* ---- one index ----------------------------------------------------------------------------------------------------------- */

bool ck_valid_index(Operand *x, const char *what, bool allow_negative)
{
	if (!op_ok(x))
		return false;
	ck_convert_untyped(x, t_basic[K_INT]);
	if (!op_ok(x))
		return false;
	if (!type_all_integer(x->type)) {
		ck_err(op_pos(x), "invalid argument: %s %s must be integer", what, operand_str(x));
		return false;
	}
	if (x->mode != MODE_CONST || const_kind(x->val) == CV_UNKNOWN)
		return true;
	if (!allow_negative && const_sign(x->val) < 0) {
		ck_err(op_pos(x), "invalid argument: %s %s must not be negative", what, operand_str(x));
		return false;
	}
	Const *v = x->val;
	if (!const_representable(x->val, t_basic[K_INT], &v)) {
		ck_err(op_pos(x), "invalid argument: %s %s overflows int", what, operand_str(x));
		return false;
	}
	x->val = v;
	return true;
}

Type *ck_index(Node *e, int64_t max, int64_t *val)
{
	Operand x;
	*val = -1;
	ck_expr(NULL, &x, e);
	if (!ck_valid_index(&x, "index", false))
		return t_invalid;
	if (x.mode != MODE_CONST)
		return x.type;
	int64_t v;
	if (const_kind(x.val) == CV_UNKNOWN || !const_fits_i64(x.val, &v))
		return t_invalid;
	if (max >= 0 && v >= max) {
		ck_err(op_pos(&x), "invalid argument: index %s out of bounds [0:%lld]", const_text(x.val), (long long)max);
		return t_invalid;
	}
	*val = v;
	return x.type;
}

static Node *single_index(Node *e)
{
	NodeVec *ix = &e->u.index.index;
	if (ix->n == 0) {
		ck_err(node_start(e), "invalid syntax tree: missing index for %s", node_str(e->u.index.x));
		return NULL;
	}
	if (ix->n > 1)
		ck_err(node_start(ix->v[1]), "invalid operation: more than one index");
	return ix->v[0];
}

/* ---- x[i] -------------------------------------------------------------------------------------------------------------------- */

typedef struct Elem { Type *elem, *key; int64_t len; Mode mode; } Elem;   /* elem NULL: cannot be indexed */

static Elem element(Type *u, Mode xmode)
{
	Elem r = { .len = -1, .mode = MODE_VAR };
	if (!u)
		return r;
	switch (u->kind) {
	case K_STRING: case K_UNTYPED_STRING:
		r.elem = t_byte;
		r.mode = MODE_VALUE;
		break;
	case K_ARRAY:
		r.elem = u->u.array.elem;
		r.len = u->u.array.len;
		r.mode = xmode == MODE_VAR ? MODE_VAR : MODE_VALUE;
		break;
	case K_POINTER: {
		Type *a = type_under(u->u.pointer.elem);
		if (a->kind == K_ARRAY) {
			r.elem = a->u.array.elem;
			r.len = a->u.array.len;
		}
		break;
	}
	case K_SLICE:
		r.elem = u->u.slice.elem;
		break;
	case K_MAP:
		r.key = u->u.map.key;
		r.elem = u->u.map.elem;
		r.mode = MODE_MAPINDEX;
		break;
	}
	return r;
}

/* Of a type parameter: all types must agree on key and element; the result is a variable unless some member makes it a value. */
static Elem common_element(Type *t, Mode xmode)
{
	Unders us;
	Elem all = { 0 };
	ck_unders(t, &us);
	for (int i = 0; i < us.n; i++) {
		Elem e = element(us.v[i].u, xmode);
		if (!e.elem)
			return e;
		if (i == 0) {
			all = e;
			continue;
		}
		if (!all.key != !e.key || (e.key && !type_same(all.key, e.key)) || !type_same(all.elem, e.elem))
			return (Elem){ 0 };
		if (e.len >= 0 && (all.len < 0 || e.len < all.len))
			all.len = e.len;
		if (e.mode == MODE_VALUE)
			all.mode = MODE_VALUE;
	}
	return all;
}

static bool map_index(Operand *x, Node *e, Elem el)
{
	Node *ix = single_index(e);
	if (!ix) {
		x->mode = MODE_INVALID;
		return false;
	}
	Operand key;
	ck_generic_expr(&key, ix, NULL);
	ck_assignment(&key, el.key, WHY("map index"));
	x->mode = MODE_MAPINDEX;
	x->type = el.elem;
	x->expr = e;
	return false;
}

static bool complete_operand(Type *t)
{
	if (!ck_is_complete(t))
		return false;
	Type *u = type_under(t);
	if (u->kind == K_POINTER)
		return ck_is_complete(u->u.pointer.elem);
	return u->kind != K_MAP || ck_is_complete(u->u.map.elem);
}

bool ck_index_expr(Operand *x, Node *e)
{
	ck_expr_or_type(x, e->u.index.x, true);
	if (!op_ok(x)) {
		ck_use_all(&e->u.index.index);
		return false;
	}
	if (x->mode == MODE_TYPE) {
		x->mode = MODE_INVALID;
		x->type = ck_var_type(e);
		if (!ck_invalid(x->type))
			x->mode = MODE_TYPE;
		return false;
	}
	if (x->mode == MODE_VALUE && x->type->kind == K_FUNC && x->type->u.fn.tparams.n)
		return true;
	ck_non_generic(NULL, x);
	if (!op_ok(x))
		return false;
	if (!complete_operand(x->type)) {
		x->mode = MODE_INVALID;
		return false;
	}
	Elem el = type_is_tparam(x->type) ? common_element(x->type, x->mode) : element(type_under(x->type), x->mode);
	if (!el.elem) {
		ck_err(e->pos, "cannot index %s", operand_str(x));
		ck_use_all(&e->u.index.index);
		x->mode = MODE_INVALID;
		return false;
	}
	if (el.key)
		return map_index(x, e, el);
	if (x->mode == MODE_CONST) {
		int64_t n = const_kind(x->val) == CV_STRING ? (int64_t)const_str(x->val)->n : -1;
		el.len = n;
		ck_update_type(x->expr, t_basic[K_STRING], true);
	}
	x->mode = el.mode;
	x->type = el.elem;
	Node *ix = single_index(e);
	if (!ix) {
		x->mode = MODE_INVALID;
		return false;
	}
	int64_t v;
	ck_index(ix, el.len, &v);
	return false;
}

/* ---- x[lo:hi:max] ---------------------------------------------------------------------------------------------------------------- */

/* Common underlying type of what is sliced; strings and byte slices mix to string. NULL after reporting. */
static Type *sliced_under(Operand *x)
{
	Unders us;
	Type *ct = NULL, *cu = NULL;
	bool has_string = false;
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++) {
		Type *t = us.v[i].t, *u = us.v[i].u;
		if (!u) {
			ck_err(op_pos(x), "cannot slice %s: no specific type in %s", operand_str(x), type_str(x->type));
			return NULL;
		}
		if (type_is_string(u)) {
			u = type_slice(t_byte);
			has_string = true;
		}
		if (cu && !type_same(cu, u)) {
			ck_err(op_pos(x), "cannot slice %s: %s and %s have different underlying types", operand_str(x), type_str(ct), type_str(t));
			return NULL;
		}
		if (!cu) {
			ct = t;
			cu = u;
		}
	}
	if (has_string)
		return type_is_tparam(x->type) ? t_basic[K_STRING] : type_under(x->type);
	return cu;
}

/* Sets x to the slice's type and *len to the known length; false after reporting. */
static bool slice_operand(Operand *x, Node *e, Type *u, int64_t *len)
{
	switch (u->kind) {
	case K_STRING: case K_UNTYPED_STRING:
		if (e->u.slice.full) {
			ck_err(node_start(e->u.slice.max ? e->u.slice.max : e), "invalid operation: 3-index slice of string");
			return false;
		}
		if (x->mode == MODE_CONST && const_kind(x->val) == CV_STRING)
			*len = const_str(x->val)->n;
		if (type_is_untyped(x->type)) {
			ck_update_type(x->expr, t_basic[K_STRING], true);
			x->type = t_basic[K_STRING];
		}
		return true;
	case K_ARRAY:
		*len = u->u.array.len;
		if (x->mode != MODE_VAR) {
			ck_err(op_pos(x), "cannot slice unaddressable value %s", operand_str(x));
			return false;
		}
		ck_mark_addr(e->u.slice.x);
		x->type = type_slice(u->u.array.elem);
		return true;
	case K_POINTER: {
		Type *a = type_under(u->u.pointer.elem);
		if (a->kind != K_ARRAY)
			break;
		*len = a->u.array.len;
		x->type = type_slice(a->u.array.elem);
		return true;
	}
	case K_SLICE:
		return true;
	}
	ck_err(op_pos(x), "cannot slice %s", operand_str(x));
	return false;
}

static void check_slice_indices(Node *e, int64_t len)
{
	Node *ix[3] = { e->u.slice.lo, e->u.slice.hi, e->u.slice.max };
	int64_t v[3];
	for (int i = 0; i < 3; i++) {
		v[i] = i == 0 ? 0 : len;
		if (ix[i])
			ck_index(ix[i], len >= 0 ? len + 1 : -1, &v[i]);
	}
	for (int i = 0; i < 2; i++)
		for (int j = i + 1; j < 3; j++)
			if (v[i] > 0 && v[j] >= 0 && v[j] < v[i]) {
				ck_err(node_start(ix[j] ? ix[j] : e), "invalid slice indices: %lld < %lld", (long long)v[j], (long long)v[i]);
				return;
			}
}

void ck_slice_expr(Operand *x, Node *e)
{
	ck_expr(NULL, x, e->u.slice.x);
	if (!op_ok(x)) {
		ck_use(e->u.slice.lo);
		ck_use(e->u.slice.hi);
		ck_use(e->u.slice.max);
		return;
	}
	int64_t len = -1;
	Type *u = type_is_tparam(x->type) || type_is_string(x->type) ? sliced_under(x) : type_under(x->type);
	Type *p = type_under(x->type);
	if (!u || (p->kind == K_POINTER && !ck_is_complete(p->u.pointer.elem)) || !slice_operand(x, e, u, &len)) {
		x->mode = MODE_INVALID;
		return;
	}
	x->mode = MODE_VALUE;
	if (e->u.slice.full && (!e->u.slice.hi || !e->u.slice.max)) {
		x->mode = MODE_INVALID;         /* reported by the parser */
		return;
	}
	check_slice_indices(e, len);
}
