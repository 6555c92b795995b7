/* builtin.c: calls of predeclared functions and those of package unsafe. */
#include "compiler/types/check.h"

static const struct { uint8_t nargs, variadic, kind; } info[] = {
	[B_APPEND] = { 1, 1, EX_EXPRESSION }, [B_CAP] = { 1, 0, EX_EXPRESSION }, [B_CLEAR] = { 1, 0, EX_STATEMENT }, [B_CLOSE] = { 1, 0, EX_STATEMENT },
	[B_COMPLEX] = { 2, 0, EX_EXPRESSION }, [B_COPY] = { 2, 0, EX_STATEMENT }, [B_DELETE] = { 2, 0, EX_STATEMENT }, [B_IMAG] = { 1, 0, EX_EXPRESSION },
	[B_LEN] = { 1, 0, EX_EXPRESSION }, [B_MAKE] = { 1, 1, EX_EXPRESSION }, [B_MAX] = { 1, 1, EX_EXPRESSION }, [B_MIN] = { 1, 1, EX_EXPRESSION },
	[B_NEW] = { 1, 0, EX_EXPRESSION }, [B_PANIC] = { 1, 0, EX_STATEMENT }, [B_PRINT] = { 0, 1, EX_STATEMENT }, [B_PRINTLN] = { 0, 1, EX_STATEMENT },
	[B_REAL] = { 1, 0, EX_EXPRESSION }, [B_RECOVER] = { 0, 0, EX_STATEMENT }, [B_UNSAFE_ADD] = { 2, 0, EX_EXPRESSION }, [B_UNSAFE_ALIGNOF] = { 1, 0, EX_EXPRESSION },
	[B_UNSAFE_OFFSETOF] = { 1, 0, EX_EXPRESSION }, [B_UNSAFE_SIZEOF] = { 1, 0, EX_EXPRESSION }, [B_UNSAFE_SLICE] = { 2, 0, EX_EXPRESSION },
	[B_UNSAFE_SLICEDATA] = { 1, 0, EX_EXPRESSION }, [B_UNSAFE_STRING] = { 2, 0, EX_EXPRESSION }, [B_UNSAFE_STRINGDATA] = { 1, 0, EX_EXPRESSION },
};

ExprKind ck_builtin_kind(int id) { return info[id].kind; }

/* Without the qualifier: "Sizeof". */
static const char *name_of(int id) { return builtin_name[id]; }

static bool value(Operand *x, Type *t)
{
	x->mode = MODE_VALUE;
	x->type = t;
	return true;
}

static bool no_value(Operand *x)
{
	x->mode = MODE_NOVALUE;
	x->type = ck.void_type;
	return true;
}

static bool constant(Operand *x, Type *t, Const *v)
{
	x->mode = MODE_CONST;
	x->type = t;
	x->val = v;
	return true;
}

/* interface{} as such: recover and panic do not say "any". */
static Type *empty_iface(void)
{
	static Type *t;
	if (!t) {
		t = type_new(K_INTERFACE);
		t->u.iface.complete = true;
	}
	return t;
}

/* u, or the array a pointer points to. */
static Type *array_behind(Type *u)
{
	if (u && u->kind == K_POINTER) {
		Type *a = type_under(u->u.pointer.elem);
		if (a->kind == K_ARRAY)
			return a;
	}
	return u;
}

/* Element type of the slices in x's type set; NULL with *err set. */
static Type *slice_elem(Operand *x, const char **err)
{
	Type *elem = NULL;
	Unders us;
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++) {
		Type *s = us.v[i].u;
		if (!s || s->kind != K_SLICE) {
			*err = op_is_nil(x) ? "argument must be a slice; have untyped nil" : str_fmt("argument must be a slice; have %s", operand_str(x));
			return NULL;
		}
		if (elem && !type_same(elem, s->u.slice.elem)) {
			*err = str_fmt("mismatched slice element types %s and %s in %s", type_str(elem), type_str(s->u.slice.elem), operand_str(x));
			return NULL;
		}
		elem = s->u.slice.elem;
	}
	return elem;
}

/* Every type of y's set is a byte slice or a string. */
static bool bytes_or_string(Operand *y, bool *has_string)
{
	Unders us;
	*has_string = false;
	ck_unders(y->type, &us);
	for (int i = 0; i < us.n; i++) {
		Type *u = us.v[i].u;
		if (u && u->kind == K_SLICE && type_same(u->u.slice.elem, t_byte))
			continue;
		if (!u || !type_is_string(u))
			return false;
		*has_string = true;
	}
	return true;
}

static bool is_byte_slice(Operand *x)
{
	return ck_assignable(x, type_slice(t_byte), NULL);
}

static Type *variadic_sig(Type *first, Type *rest)
{
	Type *sig = type_new(K_FUNC);
	vec_push(&sig->u.fn.params, obj_new(O_VAR, sym(""), 0, first, NULL));
	vec_push(&sig->u.fn.params, obj_new(O_VAR, sym(""), 0, rest, NULL));
	vec_push(&sig->u.fn.results, obj_new(O_VAR, sym(""), 0, first, NULL));
	sig->u.fn.variadic = true;
	return sig;
}

static bool check_append(Operand *x, Node *call, OpVec *args)
{
	const char *err = "";
	Type *elem = slice_elem(x, &err);
	if (!elem) {
		ck_err(op_pos(x), "invalid append: %s", err);
		return false;
	}
	Type *t = x->type;
	bool dots = call->flags & NF_DOTS, has_string;
	if (dots && args->n == 2 && is_byte_slice(x) && bytes_or_string(args->v[1], &has_string) && has_string) {
		ck_update_type(args->v[1]->expr, type_default(args->v[1]->type), true);
		return value(x, t);
	}
	if (dots) {
		ck_arguments(call, variadic_sig(t, type_slice(elem)), (TypeVec){ 0 }, NULL, args, NULL);
	} else {
		Why why = { "argument to ", call->u.call.fun };
		for (int i = 1; i < args->n; i++)
			ck_assignment(args->v[i], elem, why);
	}
	return value(x, t);
}

/* Has values of u a length (capacity)? */
static bool has_len(Type *u, bool cap)
{
	Type *t = array_behind(u);
	if (!t)
		return false;
	switch (t->kind) {
	case K_STRING: case K_UNTYPED_STRING: case K_MAP: return !cap;
	case K_ARRAY: case K_SLICE: case K_CHAN: return true;
	}
	return false;
}

static bool check_len(Operand *x, int id)
{
	Type *t = array_behind(type_under(x->type));
	Unders us;
	bool ok = true;
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++)
		ok &= has_len(us.v[i].u, id == B_CAP);
	if (!ok) {
		if (!ck_invalid(type_under(x->type)))
			ck_err(op_pos(x), "invalid argument: %s for built-in %s", operand_str(x), name_of(id));
		return false;
	}
	if (!type_is_tparam(x->type)) {
		if (x->mode == MODE_CONST)
			return constant(x, t_basic[K_INT], const_kind(x->val) == CV_STRING ? const_i64(const_str(x->val)->n) : ck.unknown);
		if (t->kind == K_ARRAY && !ck.env.has_call)
			return constant(x, t_basic[K_INT], t->u.array.len >= 0 ? const_i64(t->u.array.len) : ck.unknown);
	}
	return value(x, t_basic[K_INT]);
}

static bool check_clear(Operand *x, Node *call)
{
	Unders us;
	ck_version(node_start(call->u.call.fun), 21, "clear");
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++)
		if (!us.v[i].u || (us.v[i].u->kind != K_MAP && us.v[i].u->kind != K_SLICE)) {
			ck_err(op_pos(x), "invalid argument: cannot clear %s: argument must be (or constrained by) map or slice", operand_str(x));
			return false;
		}
	return no_value(x);
}

static bool check_close(Operand *x)
{
	Unders us;
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++) {
		Type *u = us.v[i].u;
		if (!u || u->kind != K_CHAN) {
			ck_err(op_pos(x), "invalid operation: cannot close non-channel %s", operand_str(x));
			return false;
		}
		if (u->u.chan.dir == DIR_RECV) {
			ck_err(op_pos(x), "invalid operation: cannot close receive-only channel %s", operand_str(x));
			return false;
		}
	}
	return no_value(x);
}

/* ---- complex numbers ------------------------------------------------------------------------------------------------------------ */

static Type *complex_of(Type *t)
{
	switch (type_under(t)->kind) {
	case K_FLOAT32: return t_basic[K_COMPLEX64];
	case K_FLOAT64: return t_basic[K_COMPLEX128];
	case K_UNTYPED_FLOAT: return t_basic[K_UNTYPED_COMPLEX];
	}
	return NULL;
}

static Type *part_of(Type *t)
{
	switch (type_under(t)->kind) {
	case K_COMPLEX64: return t_basic[K_FLOAT32];
	case K_COMPLEX128: return t_basic[K_FLOAT64];
	case K_UNTYPED_COMPLEX: return t_basic[K_UNTYPED_FLOAT];
	}
	return NULL;
}

/* Result type; *generic is set after reporting that type parameters are not supported here. */
static Type *map_type(Type *(*f)(Type *), Operand *x, int id, bool *generic)
{
	*generic = false;
	if (!type_is_tparam(x->type))
		return f(x->type);
	Unders us;
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++)
		if (!us.v[i].u || !f(us.v[i].t))
			return NULL;
	*generic = true;
	ck_err(op_pos(x), "%s not supported as argument to built-in %s for go1.18 (see go.dev/issue/50937)", operand_str(x), name_of(id));
	return NULL;
}

static void as_float(Operand *x)
{
	if (type_is_numeric(x->type) && const_sign(const_imag(x->val)) == 0)
		x->type = t_basic[K_UNTYPED_FLOAT];
}

static void match_parts(Operand *x, Operand *y)
{
	bool ux = type_is_untyped(x->type), uy = type_is_untyped(y->type);
	if (ux && uy && x->mode == MODE_CONST && y->mode == MODE_CONST) {
		as_float(x);
		as_float(y);
	} else if (ux && uy) {
		ck_convert_untyped(x, t_basic[K_FLOAT64]);
		ck_convert_untyped(y, t_basic[K_FLOAT64]);
	} else if (ux) {
		ck_convert_untyped(x, y->type);
	} else if (uy) {
		ck_convert_untyped(y, x->type);
	}
}

static bool check_complex(Operand *x, Node *call, Operand *y)
{
	bool generic;
	match_parts(x, y);
	if (!op_ok(x) || !op_ok(y))
		return false;
	if (!type_same(x->type, y->type)) {
		ck_err(op_pos(x), "invalid operation: %s (mismatched types %s and %s)", node_str(call), type_str(x->type), type_str(y->type));
		return false;
	}
	Type *t = map_type(complex_of, x, B_COMPLEX, &generic);
	if (!t) {
		if (!generic)
			ck_err(op_pos(x), "invalid argument: arguments have type %s, expected floating-point", type_str(x->type));
		return false;
	}
	if (x->mode == MODE_CONST && y->mode == MODE_CONST)
		return constant(x, t, const_complex(const_to_float(x->val), const_to_float(y->val)));
	return value(x, t);
}

static bool check_part(Operand *x, int id)
{
	bool generic;
	if (type_is_untyped(x->type)) {
		if (x->mode == MODE_CONST) {
			if (type_is_numeric(x->type))
				x->type = t_basic[K_UNTYPED_COMPLEX];
		} else {
			ck_convert_untyped(x, t_basic[K_COMPLEX128]);
			if (!op_ok(x))
				return false;
		}
	}
	Type *t = map_type(part_of, x, id, &generic);
	if (!t) {
		if (!generic)
			ck_err(op_pos(x), "invalid argument: argument has type %s, expected complex type", type_str(x->type));
		return false;
	}
	if (x->mode == MODE_CONST)
		return constant(x, t, id == B_REAL ? const_real(x->val) : const_imag(x->val));
	return value(x, t);
}

/* ---- copy, delete, make, new -------------------------------------------------------------------------------------------------------- */

static bool check_copy(Operand *x, Operand *y)
{
	const char *err = "";
	bool has_string;
	Type *dst = slice_elem(x, &err);
	if (!dst) {
		ck_err(op_pos(x), "invalid copy: %s", err);
		return false;
	}
	if (!(is_byte_slice(x) && bytes_or_string(y, &has_string))) {
		Type *src = slice_elem(y, &err);
		if (!src) {
			if (!type_all_string(y->type)) {
				ck_err(op_pos(y), "invalid copy: %s", err);
				return false;
			}
			src = t_byte;
		}
		if (!type_same(dst, src)) {
			ck_err(op_pos(x), "invalid copy: arguments %s and %s have different element types %s and %s", operand_str(x), operand_str(y), type_str(dst), type_str(src));
			return false;
		}
	}
	ck_update_type(y->expr, type_default(y->type), true);
	return value(x, t_basic[K_INT]);
}

static bool check_delete(Operand *x, Operand *y)
{
	Type *key = NULL;
	Unders us;
	ck_unders(x->type, &us);
	for (int i = 0; i < us.n; i++) {
		Type *m = us.v[i].u;
		if (!m || m->kind != K_MAP) {
			ck_err(op_pos(x), "invalid argument: %s is not a map", operand_str(x));
			return false;
		}
		if (key && !type_same(m->u.map.key, key)) {
			ck_err(op_pos(x), "invalid argument: maps of %s must have identical key types", operand_str(x));
			return false;
		}
		key = m->u.map.key;
	}
	*x = *y;
	ck_assignment(x, key, WHY("argument to delete"));
	return op_ok(x) && no_value(x);
}

static const char *make_cond(Type *t, Type *u)
{
	(void)t;
	if (!u)
		return "no specific type";
	return u->kind == K_SLICE || u->kind == K_MAP || u->kind == K_CHAN ? NULL : "type must be slice, map, or channel";
}

static bool check_make(Operand *x, Node *call)
{
	NodeVec *args = &call->u.call.args;
	Node *arg0 = args->v[0];
	Type *T = ck_var_type(arg0);
	if (ck_invalid(T))
		return false;
	const char *err;
	Type *u = ck_common_under(T, make_cond, &err);
	if (!u) {
		ck_err(node_start(arg0), "invalid argument: cannot make %s: %s", node_str(arg0), err ? err : "no specific type");
		return false;
	}
	int min = u->kind == K_SLICE ? 2 : 1;
	if (args->n < min || args->n > min + 1) {
		ck_err(node_start(call), "invalid operation: %s expects %d or %d arguments; found %d", node_str(call), min, min + 1, args->n);
		return false;
	}
	int64_t size[2];
	int nsize = 0;
	for (int i = 1; i < args->n; i++) {
		int64_t v;
		ck_index(args->v[i], -1, &v);
		if (v >= 0 && nsize < 2)
			size[nsize++] = v;
	}
	if (nsize == 2 && size[0] > size[1])
		ck_err(node_start(args->v[1]), "invalid argument: length and capacity swapped");
	return value(x, T);
}

static bool check_new(Operand *x, Node *call)
{
	Node *arg = call->u.call.args.v[0];
	ck_expr_or_type(x, arg, false);
	ck_exclude(x, 1u << MODE_NOVALUE | 1u << MODE_BUILTIN);
	if (!op_ok(x))
		return false;
	if (x->mode == MODE_TYPE) {
		ck_valid_var_type(arg, x->type);
	} else {
		if (type_is_untyped(x->type)) {
			ck_assignment(x, NULL, WHY("argument to new"));
			if (!op_ok(x))
				return false;
		}
		ck_version(node_start(call->u.call.fun), 26, "new(%s)", node_str(arg));
	}
	return value(x, type_pointer(x->type));
}

/* ---- min, max ---------------------------------------------------------------------------------------------------------------------------- */

static bool check_minmax(Operand *x, Node *call, OpVec *args, int id)
{
	Tok op = id == B_MAX ? T_GT : T_LT;
	ck_version(node_start(call->u.call.fun), 21, "built-in %s", name_of(id));
	for (int i = 0; i < args->n; i++) {
		Operand *a = args->v[i];
		if (!type_all_ordered(a->type)) {
			ck_err(op_pos(a), "invalid argument: %s cannot be ordered", operand_str(a));
			return false;
		}
		if (i == 0)
			continue;
		ck_match_types(x, a);
		if (!op_ok(x))
			return false;
		if (!type_same(x->type, a->type)) {
			ck_err(op_pos(a), "invalid argument: mismatched types %s (previous argument) and %s (type of %s)", type_str(x->type), type_str(a->type), node_str(a->expr));
			return false;
		}
		if (x->mode == MODE_CONST && a->mode == MODE_CONST) {
			if (const_kind(a->val) != CV_UNKNOWN && const_kind(x->val) != CV_UNKNOWN && const_compare(op, a->val, x->val))
				*x = *a;
		} else {
			x->mode = MODE_VALUE;
		}
	}
	if (x->mode != MODE_CONST) {
		x->mode = MODE_VALUE;
		ck_assignment(x, empty_iface(), WHY(str_fmt("argument to built-in %s", name_of(id))));
		if (!op_ok(x))
			return false;
	}
	for (int i = 0; i < args->n; i++)
		ck_update_type(args->v[i]->expr, x->type, true);
	return true;
}

/* ---- unsafe --------------------------------------------------------------------------------------------------------------------------------- */

static bool check_sizeof(Operand *x, int id)
{
	ck_assignment(x, NULL, WHY(id == B_UNSAFE_SIZEOF ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof"));
	if (!op_ok(x))
		return false;
	if (ck_invalid(x->type))
		return false;
	if (ck_var_size(x->type))
		return value(x, t_basic[K_UINTPTR]);
	if (id == B_UNSAFE_ALIGNOF)
		return constant(x, t_basic[K_UINTPTR], const_i64(type_align(x->type)));
	int64_t size = type_size(x->type);
	if (size < 0) {
		ck_err(op_pos(x), "%s is too large", operand_str(x));
		return false;
	}
	return constant(x, t_basic[K_UINTPTR], const_i64(size));
}

static int64_t path_offset(Type *t, const int *path, int n)
{
	int64_t off = 0;
	for (int i = 0; i < n; i++) {
		Type *st = type_under(t);
		int64_t o = type_field_offset(st, path[i]);
		if (o < 0)
			return -1;
		off += o;
		t = st->u.st.fields.v[path[i]].type;
	}
	return off;
}

static bool check_offsetof(Operand *x, Node *call)
{
	Node *arg = call->u.call.args.v[0], *sx = node_unparen(arg);
	if (sx->kind != N_SELECTOR) {
		ck_err(node_start(arg), "invalid argument: %s is not a selector expression", node_str(arg));
		ck_use(arg);
		return false;
	}
	ck_expr(NULL, x, sx->u.sel.x);
	if (!op_ok(x))
		return false;
	Type *d = type_deref(x->type);
	Type *base = d && type_under(d)->kind == K_STRUCT ? d : x->type;
	Sym *sel = sx->u.sel.name->u.name.sym;
	Selection *s = NEW(Selection);
	bool ambiguous = false;
	Obj *o = lookup_field_or_method(base, false, ck.pkg, sel, &s->path, &s->npath, &s->indirect, &ambiguous);
	if (!o) {
		ck_err(op_pos(x), "invalid argument: %s has no single field %s", type_str(base), sel->s);
		return false;
	}
	if (o->kind != O_VAR) {
		ck_err(node_start(arg), "invalid argument: %s is a method value", node_str(arg));
		return false;
	}
	if (s->indirect) {
		ck_err(op_pos(x), "invalid argument: field %s is embedded via a pointer in %s", sel->s, type_str(base));
		return false;
	}
	s->kind = SEL_FIELD;
	s->recv = base;
	s->obj = o;
	s->type = o->type;
	sx->u.sel.sel = s;
	sx->u.sel.name->u.name.obj = o;
	ck_record_at(sx, MODE_VALUE, o->type, NULL);
	if (ck_var_size(base))
		return value(x, t_basic[K_UINTPTR]);
	int64_t off = path_offset(base, s->path, s->npath);
	if (off < 0) {
		ck_err(op_pos(x), "%s is too large", operand_str(x));
		return false;
	}
	return constant(x, t_basic[K_UINTPTR], const_i64(off));
}

static bool check_unsafe(Operand *x, Node *call, OpVec *args, int id)
{
	Pos at = node_start(call->u.call.fun);
	Operand *y = args->n > 1 ? args->v[1] : NULL;
	Type *u;
	switch (id) {
	case B_UNSAFE_ADD:
		ck_version(at, 17, "unsafe.Add");
		ck_assignment(x, t_basic[K_UNSAFEPTR], WHY("argument to unsafe.Add"));
		return op_ok(x) && ck_valid_index(y, "length", true) && value(x, t_basic[K_UNSAFEPTR]);
	case B_UNSAFE_SLICE:
		ck_version(at, 17, "unsafe.Slice");
		u = type_common_under(x->type, NULL);
		if (!u || u->kind != K_POINTER) {
			ck_err(op_pos(x), "invalid argument: %s is not a pointer", operand_str(x));
			return false;
		}
		return ck_valid_index(y, "length", false) && value(x, type_slice(u->u.pointer.elem));
	case B_UNSAFE_SLICEDATA:
		ck_version(at, 20, "unsafe.SliceData");
		u = type_common_under(x->type, NULL);
		if (!u || u->kind != K_SLICE) {
			ck_err(op_pos(x), "invalid argument: %s is not a slice", operand_str(x));
			return false;
		}
		return value(x, type_pointer(u->u.slice.elem));
	case B_UNSAFE_STRING:
		ck_version(at, 20, "unsafe.String");
		ck_assignment(x, type_pointer(t_byte), WHY("argument to unsafe.String"));
		return op_ok(x) && ck_valid_index(y, "length", false) && value(x, t_basic[K_STRING]);
	default:
		ck_version(at, 20, "unsafe.StringData");
		ck_assignment(x, t_basic[K_STRING], WHY("argument to unsafe.StringData"));
		return op_ok(x) && value(x, type_pointer(t_byte));
	}
}

/* ---- all ------------------------------------------------------------------------------------------------------------------------------------------ */

static bool check_print(Operand *x, OpVec *args, int id)
{
	for (int i = 0; i < args->n; i++) {
		ck_assignment(args->v[i], NULL, WHY(id == B_PRINT ? "argument to built-in print" : "argument to built-in println"));
		if (!op_ok(args->v[i]))
			return false;
	}
	return no_value(x);
}

static bool by_id(Operand *x, Node *call, OpVec *args, int id)
{
	switch (id) {
	case B_APPEND: return check_append(x, call, args);
	case B_CAP: case B_LEN: return check_len(x, id);
	case B_CLEAR: return check_clear(x, call);
	case B_CLOSE: return check_close(x);
	case B_COMPLEX: return check_complex(x, call, args->v[1]);
	case B_COPY: return check_copy(x, args->v[1]);
	case B_DELETE: return check_delete(x, args->v[1]);
	case B_IMAG: case B_REAL: return check_part(x, id);
	case B_MAKE: return check_make(x, call);
	case B_MAX: case B_MIN: return check_minmax(x, call, args, id);
	case B_NEW: return check_new(x, call);
	case B_PANIC:
		ck_assignment(x, empty_iface(), WHY("argument to panic"));
		return op_ok(x) && no_value(x);
	case B_PRINT: case B_PRINTLN: return check_print(x, args, id);
	case B_RECOVER:
		if (ck.env.fn)
			ck.env.fn->has_recover = true;
		return value(x, empty_iface());
	case B_UNSAFE_ALIGNOF: case B_UNSAFE_SIZEOF: return check_sizeof(x, id);
	case B_UNSAFE_OFFSETOF: return check_offsetof(x, call);
	default: return check_unsafe(x, call, args, id);
	}
}

/* False: the arguments have errors, or their number is wrong. make, new and Offsetof look at theirs themselves. */
static bool eval_args(Operand *x, Node *call, int id, OpVec *args)
{
	NodeVec *list = &call->u.call.args;
	int n = list->n;
	if (id != B_MAKE && id != B_NEW && id != B_UNSAFE_OFFSETOF) {
		ck_expr_list(list, args);
		n = args->n;
		for (int i = 0; i < n; i++)
			if (!op_ok(args->v[i]))
				return false;
		if (n)
			*x = *args->v[0];
	}
	const char *wrong = n < info[id].nargs ? "not enough" : n > info[id].nargs && !info[id].variadic ? "too many" : NULL;
	if (!wrong)
		return true;
	ck_err(node_start(call), "invalid operation: %s arguments for %s (expected %d, found %d)", wrong, node_str(call), info[id].nargs, n);
	return false;
}

bool ck_builtin(Operand *x, Node *call, int id)
{
	if (call->flags & NF_DOTS && id != B_APPEND) {
		ck_err(node_start(call), "invalid operation: invalid use of ... with built-in %s", name_of(id));
		ck_use_all(&call->u.call.args);
		return false;
	}
	OpVec args = { 0 };
	bool saved = ck.env.has_call, is_len = id == B_LEN || id == B_CAP;
	if (is_len)
		ck.env.has_call = false;        /* len of an array is constant if nothing in it is called */
	bool ok = eval_args(x, call, id, &args) && by_id(x, call, &args, id);
	if (is_len)
		ck.env.has_call = saved;
	return ok;
}
