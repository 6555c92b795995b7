/* lower_expr.c: expressions. expr() gives the value, place() the memory, cond() jumps on a condition. */
#include "compiler/ir/lower.h"

bool is_iface(Type *t)
{
	return type_under(t)->kind == K_INTERFACE;
}

bool is_blank(Node *n)
{
	return n->kind == N_NAME && SYM_IS(n->u.name.sym, "_");
}

bool is_nil(Node *n)
{
	n = node_unparen(n);
	return n->kind == N_NAME && n->u.name.obj && n->u.name.obj->kind == O_NIL;
}

/* ---- order ---- */

/* Calls of predeclared functions count. */
static bool visit_call(Node *n, void *arg)
{
	bool *found = arg;
	if (*found || n->flags & NF_IS_TYPE || n->val)
		return false;
	switch (n->kind) {
	case N_FUNCLIT:
		return false;
	case N_UNARY:
		*found = *found || n->op == T_ARROW;
		return true;
	case N_CALL:
		if (n->flags & NF_CONVERSION)
			return true;
		*found = true;
		return false;
	default:
		return true;
	}
}

bool has_call(Node *n)
{
	bool found = false;
	if (n && n->kind != N_NAME && n->kind != N_LIT)
		node_walk(n, visit_call, &found);
	return found;
}

void exprs(Node **n, int k, Ref *out, Type **to)
{
	bool late = L->late;
	if (!late)
		order_list(n, k, to);
	L->late = true;
	for (int i = 0; i < k; i++)
		out[i] = to && to[i] ? expr_as(n[i], to[i]) : expr(n[i]);
	L->late = late;
}

/* ---- names ---- */

Node *fun_name(Node *n)
{
	for (;;) {
		n = node_unparen(n);
		switch (n->kind) {
		case N_NAME:
			return n->u.name.obj && (n->u.name.obj->kind == O_FUNC || n->u.name.obj->kind == O_BUILTIN) ? n : NULL;
		case N_SELECTOR:
			if (n->u.sel.sel)
				return NULL;
			n = n->u.sel.name;
			break;
		case N_INDEX:
			n = n->u.index.x;
			break;
		default:
			return NULL;
		}
	}
}

static TypeVec *targs_of(Node *name)
{
	if (!name->u.name.targs || !name->u.name.targs->n)
		return NULL;
	TypeVec *v = NEW(TypeVec);
	vec_each(name->u.name.targs, i)
		vec_push(v, ty(name->u.name.targs->v[i]));
	return v;
}

Fn *static_fn(Node *n)
{
	Node *name = fun_name(n);
	if (!name || name->u.name.obj->kind != O_FUNC)
		return NULL;
	return fn_of(name->u.name.obj, targs_of(name));
}

static Ref name_value(Node *name, Node *n)
{
	Obj *o = name->u.name.obj;
	if (!o) {
		bug_at("lower", L->fn->name, n->pos);
		bug("lower: name %s without object", name->u.name.sym->s);
	}
	switch (o->kind) {
	case O_VAR:
		if (o->u.var.is_global)
			return lv_load(lv_global(global_of(o)), n);
		return REF_LOCAL(find_var(L, o));
	case O_FUNC:
		return ir_fnref(L->fn, fn_of(o, targs_of(name)));
	case O_NIL:
		return knil(nty(n));
	case O_CONST:
		return ir_const(L->fn, nty(n), o->u.con.val);
	default:
		bug_at("lower", L->fn->name, n->pos);
		bug("lower: %s used as a value", o->name->s);
	}
}

/* ---- places ---- */

static Ref index_value(Node *i)
{
	if (i->val) {
		Const *c = const_to_int(i->val);
		return ir_const(L->fn, basic(K_INT), c);
	}
	return expr(i);
}

static bool const_below(Ref r, int64_t n)
{
	if (REF_KIND(r) != RK_CONST)
		return false;
	const Const *c = L->fn->consts.v[REF_IDX(r)].val;
	int64_t v;
	return c && const_fits_i64(c, &v) && v >= 0 && v < n;
}

Lv field_path(Node *x, const int *path, int n, Node *src)
{
	Lv v = type_deref(nty(x)) && n ? lv_deref(expr(x), false) : place(x);
	for (int i = 0; i < n; i++) {
		if (type_deref(v.type))
			v = lv_deref(lv_load(v, src), false);
		v = lv_field(v, path[i]);
	}
	return v;
}

/* Is the index expression below max whatever its operands: a mask, a remainder, a shift, a small unsigned type? (gc's rules) */
static bool index_bounded(Node *n, int64_t max)
{
	n = node_unparen(n);
	Type *t = nty(n);
	if (n->val || !type_is_integer(t))
		return false;
	bool sign = !type_is_unsigned(t);
	int bits = 8 * (int)type_size(t);
	int64_t v = -1;
	Node *x = n->kind == N_BINARY ? n->u.binary.x : NULL, *y = n->kind == N_BINARY ? n->u.binary.y : NULL;
	bool xk = x && x->val && const_fits_i64(x->val, &v), yk = !xk && y && y->val && const_fits_i64(y->val, &v);
	if (n->kind == N_BINARY)
		switch (n->op) {
		case T_AND:
			if ((xk || yk) && v >= 0 && v < max)
				return true;
			break;
		case T_ANDNOT:
			if (yk) {
				v = ~v;
				if (!sign && bits < 64)
					v &= (int64_t)((1ull << bits) - 1);
			}
			if ((xk || yk) && v >= 0 && v < max)
				return true;
			break;
		case T_REM:
			if (!sign && yk && v >= 0 && v <= max)
				return true;
			break;
		case T_DIV:
			for (; !sign && yk && bits > 0 && v >= 2; v >>= 1)
				bits--;
			break;
		case T_SHR:
			if (!sign && yk) {
				if (v > bits)
					return max > 0;
				bits -= (int)v;
			}
			break;
		default:
			break;
		}
	return !sign && bits <= 62 && (int64_t)(1ull << bits) <= max;
}

static bool elide_check(Node *index, int64_t max)
{
	if (!index_bounded(index, max))
		return false;
	vec_push(&prog->elided, ((struct Elided){ index->pos, L->pkg }));
	return true;
}

static Lv index_place(Node *n)
{
	Node *x = n->u.index.x, *in = n->u.index.index.v[0];
	Type *u = type_under(nty(x));
	Ref i;
	if (u->kind == K_SLICE) {
		Ref s = expr(x);
		i = index_value(in);
		return lv_elem(s, i, false);
	}
	Lv base;
	if (u->kind == K_POINTER)
		base = lv_deref(expr(x), false);
	else
		base = place(x);
	i = index_value(in);
	int64_t len = type_under(base.type)->u.array.len;
	return lv_index(base, i, const_below(i, len) || elide_check(in, len));
}

static Lv place_late(Node *n)
{
	if (!n->val && !(L->done.n && order_known(n)))
		switch (n->kind) {
		case N_NAME: {
			Obj *o = n->u.name.obj;
			if (o && o->kind == O_VAR && o->u.var.is_global)
				return lv_global(global_of(o));
			break;
		}
		case N_STAR:
			return lv_deref(expr(n->u.x.x), false);
		case N_SELECTOR:
			if (!n->u.sel.sel && n->u.sel.name->u.name.obj && n->u.sel.name->u.name.obj->kind == O_VAR)
				return lv_global(global_of(n->u.sel.name->u.name.obj));
			if (n->u.sel.sel && n->u.sel.sel->kind == SEL_FIELD)
				return field_path(n->u.sel.x, n->u.sel.sel->path, n->u.sel.sel->npath, n);
			break;
		case N_INDEX: {
			if (fun_name(n))
				break;
			Kind k = type_under(nty(n->u.index.x))->kind;
			if (k != K_MAP && k != K_STRING)
				return index_place(n);
			break;
		}
		default:
			break;
		}
	Ref r = expr(n);
	if (!ir_loc(L->fn, r))
		r = copy_of(r, n);
	return lv_local(r);
}

Lv place(Node *n)
{
	bool late = L->late;
	n = node_unparen(n);
	if (!late)
		order_parts(n);
	L->late = true;
	Lv v = place_late(n);
	L->late = late;
	return v;
}

/* ---- conversions ---- */

static bool is_number(Kind k)
{
	return k >= K_INT && k <= K_COMPLEX128;
}

Ref conv(Ref r, Type *to, Node *src)
{
	Type *from = ir_type(L->fn, r);
	if (from == to)
		return r;
	if (REF_KIND(r) == RK_CONST && !L->fn->consts.v[REF_IDX(r)].val && (is_iface(to) == is_iface(from) || (src && is_nil(src))))
		return knil(to);
	if (is_iface(to)) {
		if (!is_iface(from)) {
			uint32_t s = site(SITE_BOX, from, src);
			Ref d = emit_v(OP_IFACE_MAKE, to, from, r, REF_NONE, src);
			site_ins(s);
			return d;
		}
		bool same = type_canon(type_under(from)) == type_canon(type_under(to));
		return emit_v(same ? OP_CAST : OP_IFACE_CONV, to, from, r, REF_NONE, src);
	}
	if (REF_KIND(r) == RK_CONST && L->fn->consts.v[REF_IDX(r)].val && type_under(to)->kind <= K_UNSAFEPTR)
		return ir_const(L->fn, to, L->fn->consts.v[REF_IDX(r)].val);
	return emit_v(OP_CAST, to, from, r, REF_NONE, src);
}

Ref conv_explicit(Ref r, Type *to, Node *src)
{
	Type *from = ir_type(L->fn, r);
	if (from == to)
		return r;
	Type *f = type_under(from), *t = type_under(to);
	if (t->kind == K_INTERFACE)
		return conv(r, to, src);
	if (str_conv_needed(from, to))
		return str_conv(r, to, src);
	if (is_number(f->kind) && is_number(t->kind))
		return emit_v(f->kind == t->kind ? OP_CAST : OP_CONV, to, from, r, REF_NONE, src);
	if (f->kind == K_SLICE && t->kind == K_ARRAY) {
		Ref p = emit_v(OP_SLICE_TO_ARRAY, ptr_to(to), to, r, REF_NONE, src);
		return lv_load(lv_deref(p, true), src);
	}
	if (f->kind == K_SLICE && t->kind == K_POINTER) {
		Type *arr = type_canon(t->u.pointer.elem);
		return emit_v(OP_SLICE_TO_ARRAY, to, arr, r, REF_NONE, src);
	}
	if (REF_KIND(r) == RK_CONST && !L->fn->consts.v[REF_IDX(r)].val)
		return knil(to);
	return emit_v(OP_CAST, to, from, r, REF_NONE, src);
}

Ref expr_as(Node *n, Type *to)
{
	if (is_nil(n))
		return knil(to);
	if (n->val && !is_iface(to) && type_under(to)->kind <= K_UNSAFEPTR) {
		Type *t = nty(n);
		if (t != to && type_under(t)->kind == type_under(to)->kind)
			return ir_const(L->fn, to, n->val);
	}
	return conv(expr(n), to, n);
}

/* ---- operators ---- */

Ref arith(int tok, Type *t, Ref a, Ref b, Node *src)
{
	Op op;
	switch (tok) {
	case T_ADD:
		if (type_under(t)->kind == K_STRING) {
			uint32_t s = site(SITE_STR, t, src);
			Ref list[2] = { a, b };
			Ref d = temp(t, src);
			uint32_t at = ir_refs(L->fn, list, 2);
			Ins *i = emit(OP_STR_CAT, src);
			i->dst = d;
			i->type = t;
			i->list = at;
			i->nlist = 2;
			site_ins(s);
			return d;
		}
		op = OP_ADD;
		break;
	case T_SUB: op = OP_SUB; break;
	case T_MUL: op = OP_MUL; break;
	case T_DIV: op = OP_DIV; break;
	case T_REM: op = OP_REM; break;
	case T_AND: op = OP_AND; break;
	case T_OR: op = OP_OR; break;
	case T_XOR: op = OP_XOR; break;
	case T_ANDNOT: op = OP_ANDNOT; break;
	case T_SHL: case T_SHR: {
		Type *st = ir_type(L->fn, b);
		Ref d = emit_v(tok == T_SHL ? OP_SHL : OP_SHR, t, t, a, b, src);
		vec_last(&L->fn->ins).u.shift_type = st;
		return d;
	}
	default:
		bug("lower: operator %s", tok_text[tok]);
	}
	return emit_v(op, t, t, a, b, src);
}

static bool is_nil_ref(Ref r)
{
	return REF_KIND(r) == RK_CONST && !L->fn->consts.v[REF_IDX(r)].val;
}

Ref compare(int tok, Ref a, Ref b, Node *src)
{
	Type *t = ir_type(L->fn, a);
	Op op;
	switch (tok) {
	case T_EQ: op = OP_EQ; break;
	case T_NE: op = OP_NE; break;
	case T_LT: op = OP_LT; break;
	case T_LE: op = OP_LE; break;
	case T_GT: op = OP_GT; break;
	case T_GE: op = OP_GE; break;
	default: bug("lower: comparison %s", tok_text[tok]);
	}
	if (type_under(t)->kind == K_SLICE) {
		/* Only comparison with nil exists: that of the data pointer. */
		Type *p = ptr_to(type_canon(type_under(t)->u.slice.elem));
		a = is_nil_ref(a) ? knil(p) : emit_v(OP_SLICE_PTR, p, t, a, REF_NONE, src);
		b = is_nil_ref(b) ? knil(p) : emit_v(OP_SLICE_PTR, p, t, b, REF_NONE, src);
		t = p;
	}
	return emit_v(op, basic(K_BOOL), t, a, b, src);
}

/* a == b where the types may differ by an implicit conversion. Interface against concrete needs no box: compare the types, then the values. */
Ref eq_mixed(Ref a, Ref b, Node *src)
{
	Type *ta = ir_type(L->fn, a), *tb = ir_type(L->fn, b);
	if (ta == tb)
		return compare(T_EQ, a, b, src);
	if (is_iface(ta) == is_iface(tb)) {
		if (is_iface(ta)) {
			/* Either implements the other's interface: compare in the one with fewer methods. */
			bool to_b = method_set(tb)->v.n <= method_set(ta)->v.n;
			return to_b ? compare(T_EQ, conv(a, tb, src), b, src) : compare(T_EQ, a, conv(b, ta, src), src);
		}
		return compare(T_EQ, a, conv(b, ta, src), src);
	}
	if (!is_iface(ta)) {
		Ref x = a;
		Type *tx = ta;
		a = b, ta = tb, b = x, tb = tx;
	}
	Ref r = temp(basic(K_BOOL), src);
	int yes = blk(), no = blk(), end = blk();
	Ref is = emit_v(OP_TYPE_IS, basic(K_BOOL), tb, a, REF_NONE, src);
	vec_last(&L->fn->ins).u.type2 = ta;
	br(is, yes, no, src);
	start(yes);
	Ref v = emit_v(OP_UNBOX, tb, tb, a, REF_NONE, src);
	vec_last(&L->fn->ins).u.type2 = ta;
	set(r, compare(T_EQ, v, b, src), src);
	jmp(end, src);
	start(no);
	set(r, kbool(false), src);
	start(end);
	return r;
}

static bool is_comparison(int op)
{
	return op == T_EQ || op == T_NE || op == T_LT || op == T_LE || op == T_GT || op == T_GE;
}

static Ref str_operand(Node *n)
{
	Ref r = expr_nocopy(n);
	return r ? r : expr(n);
}

/* The value is only looked at when the types agree, and gcc would load it only then; but *p must fail in any case. */
static void check_star(Node *n, Ref v)
{
	if (node_unparen(n)->kind != N_STAR)
		return;
	for (int k = L->fn->ins.n - 1; k >= 0 && k > L->fn->ins.n - 6; k--) {
		Ins *i = &L->fn->ins.v[k];
		if (i->op == OP_LOAD && i->dst == v && L->fn->places.v[i->place].base == PB_DEREF) {
			Ref p = L->fn->places.v[i->place].ref;
			emit(OP_NILCHECK, n)->a = p;
			return;
		}
	}
}

static Ref comparison(Node *n)
{
	Node *x = n->u.binary.x, *y = n->u.binary.y;
	Ref a, b;
	if (is_nil(x)) {
		b = expr(y);
		a = knil(ir_type(L->fn, b));
	} else if (is_nil(y)) {
		a = expr(x);
		b = knil(ir_type(L->fn, a));
	} else {
		a = str_operand(x);
		b = str_operand(y);
	}
	Ref r;
	Type *ta = ir_type(L->fn, a), *tb = ir_type(L->fn, b);
	if (ta == tb) {
		r = compare(n->op, a, b, n);
	} else if (n->op == T_EQ || n->op == T_NE) {
		check_star(x, a);
		check_star(y, b);
		r = eq_mixed(a, b, n);
		if (n->op == T_NE)
			r = emit_v(OP_NOT, basic(K_BOOL), basic(K_BOOL), r, REF_NONE, n);
	} else {
		r = compare(n->op, a, conv(b, ta, y), n);
	}
	return r;
}

static Ref logical(Node *n)
{
	Type *t = nty(n);
	bool late = L->late;
	L->late = false;                /* each side has an order of its own */
	Ref r = temp(t, n);
	int yes = blk(), no = blk(), end = blk();
	cond(n, yes, no);
	start(yes);
	set(r, conv(kbool(true), t, n), n);
	jmp(end, n);
	start(no);
	set(r, conv(kbool(false), t, n), n);
	start(end);
	L->late = late;
	return r;
}

static Ref binary(Node *n)
{
	Node *x = n->u.binary.x, *y = n->u.binary.y;
	Type *t = nty(n);
	if (n->op == T_ANDAND || n->op == T_OROR)
		return logical(n);
	if (is_comparison(n->op)) {
		Ref r = comparison(n);
		return conv(r, t, n);
	}
	if (n->op == T_ADD && type_under(t)->kind == K_STRING)
		return str_concat(n);
	bool shift = n->op == T_SHL || n->op == T_SHR;
	Ref a = expr_as(x, t), b = shift ? expr(y) : expr_as(y, t);
	if (shift && REF_KIND(b) == RK_CONST && !type_is_integer(ir_type(L->fn, b)))
		b = ir_const(L->fn, basic(K_UINT), const_to_int(L->fn->consts.v[REF_IDX(b)].val));
	return arith(n->op, t, a, b, n);
}

void cond(Node *n, int t, int f)
{
	Node *u = node_unparen(n);
	Ref done = L->done.n ? order_take(u) : REF_NONE;
	if (done) {
		br(done, t, f, u);
		return;
	}
	if (!u->val && u->kind == N_UNARY && u->op == T_NOT) {
		cond(u->u.unary.x, f, t);
		return;
	}
	if (!u->val && u->kind == N_BINARY && (u->op == T_ANDAND || u->op == T_OROR)) {
		int mid = blk();
		if (u->op == T_ANDAND)
			cond(u->u.binary.x, mid, f);
		else
			cond(u->u.binary.x, t, mid);
		start(mid);
		cond(u->u.binary.y, t, f);
		return;
	}
	if (!u->val && u->kind == N_BINARY && is_comparison(u->op)) {
		bool late = L->late;
		if (!late)
			order_parts(u);
		L->late = true;
		Ref r = comparison(u);
		L->late = late;
		br(r, t, f, u);
		return;
	}
	br(expr(u), t, f, u);
}

static Ref unary(Node *n)
{
	Node *x = n->u.unary.x;
	switch (n->op) {
	case T_ADD: return expr_as(x, nty(n));
	case T_SUB: case T_XOR: case T_NOT: {
		Type *t = nty(n);
		Op op = n->op == T_SUB ? OP_NEG : n->op == T_XOR ? OP_COM : OP_NOT;
		return emit_v(op, t, t, expr_as(x, t), REF_NONE, n);
	}
	case T_AND: {
		Node *u = node_unparen(x);
		if (u->kind == N_COMPOSITE)
			return conv(composite_addr(u, nty(n), n), nty(n), n);
		return conv(lv_addr(place(x), n), nty(n), n);
	}
	case T_ARROW: {
		Ref c = expr(x);
		Type *ct = ir_type(L->fn, c);
		return emit_v(OP_RECV, type_canon(type_under(ct)->u.chan.elem), ct, c, REF_NONE, n);
	}
	}
	bug("lower: unary %s", tok_text[n->op]);
}

static Ref slice_expr(Node *n)
{
	Node *x = n->u.slice.x, *part[3] = { n->u.slice.lo, n->u.slice.hi, n->u.slice.max };
	Type *xt = nty(x);
	Ref a, v[3];
	a = type_under(xt)->kind == K_ARRAY ? lv_addr(place(x), n) : expr(x);
	for (int i = 0; i < 3; i++)
		v[i] = part[i] ? index_value(part[i]) : REF_NONE;
	Type *at = ir_type(L->fn, a);
	Ref d = temp(nty(n), n);
	uint32_t list = ir_refs(L->fn, &v[2], v[2] ? 1 : 0);
	Ins *i = emit(OP_SLICE, n);
	i->dst = d;
	i->type = at;
	i->a = a;
	i->b = v[0];
	i->c = v[1];
	i->list = list;
	i->nlist = v[2] ? 1 : 0;
	return d;
}

static Ref index_expr(Node *n)
{
	if (fun_name(n))
		return name_value(fun_name(n), n);
	if (n->u.index.x->kind == N_SELECTOR && n->u.index.x->u.sel.sel && n->u.index.x->u.sel.sel->kind != SEL_FIELD)
		return expr(n->u.index.x);      /* instantiated generic method */
	Type *u = type_under(nty(n->u.index.x));
	if (u->kind == K_MAP)
		return mapindex(n);
	if (u->kind == K_STRING) {
		Node *x = n->u.index.x, *in = n->u.index.index.v[0];
		Ref s = expr(x), i = index_value(in);
		return conv(emit_v(OP_INDEX, basic(K_UINT8), ir_type(L->fn, s), s, i, n), nty(n), n);
	}
	return lv_load(place(n), n);
}

static Ref selector(Node *n)
{
	Selection *s = n->u.sel.sel;
	if (!s)
		return name_value(n->u.sel.name, n);
	switch (s->kind) {
	case SEL_FIELD: return lv_load(place(n), n);
	case SEL_METHOD_EXPR: return method_expr(n);
	case SEL_METHOD_VAL: case SEL_IFACE_METHOD: return method_value(n);
	}
	return REF_NONE;
}

static Ref constant(Node *n)
{
	Type *t = nty(n);
	if (!is_iface(t))
		return ir_const(L->fn, t, n->val);
	Kind k = K_INT;
	switch (const_kind(n->val)) {
	case CV_BOOL: k = K_BOOL; break;
	case CV_STRING: k = K_STRING; break;
	case CV_FLOAT: k = K_FLOAT64; break;
	case CV_COMPLEX: k = K_COMPLEX128; break;
	case CV_INT: case CV_UNKNOWN: break;
	}
	return conv(ir_const(L->fn, basic(k), n->val), t, n);
}

static Ref expr_late(Node *n)
{
	switch ((NodeKind)n->kind) {
	case N_PAREN: return expr(n->u.x.x);
	case N_NAME: return name_value(n, n);
	case N_FUNCLIT: return funclit(n);
	case N_COMPOSITE: return composite(n);
	case N_SELECTOR: return selector(n);
	case N_INDEX: return index_expr(n);
	case N_SLICE: return slice_expr(n);
	case N_ASSERT: return assert_to(n, NULL);
	case N_STAR: return lv_load(place(n), n);
	case N_UNARY: return unary(n);
	case N_BINARY: return binary(n);
	case N_CALL:
		if (n->flags & NF_CONVERSION) {
			Node *arg = n->u.call.args.v[0];
			Type *to = nty(n);
			if (is_nil(arg))
				return knil(to);
			return conv_explicit(expr(arg), to, n);
		}
		if (n->flags & NF_BUILTIN)
			return builtin(n, true);
		Ref r = REF_NONE;
		if (call(n, &r, 1) != 1) {
			bug_at("lower", L->fn->name, n->pos);
			bug("lower: call without one result used as a value");
		}
		return r;
	default:
		bug_at("lower", L->fn->name, n->pos);
		bug("lower: %s is no expression", node_kind_name[n->kind]);
	}
}

Ref expr(Node *n)
{
	if (n->val)
		return constant(n);
	if (L->pre && map_has(L->pre, MAP_KEY(n)))
		return REF_LOCAL((int)(intptr_t)map_get(L->pre, MAP_KEY(n)) - 1);
	Ref r = L->done.n ? order_take(n) : REF_NONE;
	if (r)
		return r;
	if (L->late || n->kind == N_PAREN || n->kind == N_NAME || n->kind == N_FUNCLIT)
		return expr_late(n);
	order_parts(n);
	L->late = true;
	r = expr_late(n);
	L->late = false;
	return r;
}
