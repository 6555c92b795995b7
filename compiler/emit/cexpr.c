/* cexpr.c: instructions that are C expressions: arithmetic, comparisons, conversions, parts of values, interfaces' insides.
 *
 * Integers of 8 and 16 bits are computed as int and cut back by a cast; 32 and 64 bits wrap under -fwrapv. Constants lose their
 * type suffix where the other operand fixes the type. */
#include "compiler/emit/em.h"

static X two(const char *s, X a, X b)
{
	X x = { .s = s, .kind = X_EXPR };
	return x_mix(x_mix(x, &a), &b);
}

static X one(const char *s, X a)
{
	X x = { .s = s, .kind = X_EXPR };
	return x_mix(x, &a);
}

/* Both operands, constants bare when the other is none. */
static void pair(Ins *s, X *a, X *b)
{
	bool ca = ref_is_const(s->a), cb = ref_is_const(s->b);
	*a = parens(ca && !cb ? operand_bare(s->a) : operand(s->a));
	*b = parens(cb && !ca ? operand_bare(s->b) : operand(s->b));
}

static const char *narrow(CType *c, const char *s)
{
	return c->rep == R_INT && c->bits < 32 ? xs("(%s)(%s)", c->name, s) : s;
}

static const char *tag(CType *c)
{
	return xs("%c%d", c->is_signed ? 'i' : 'u', c->bits < 32 ? 32 : c->bits);
}

static void arith(Ins *s, CType *c, const char *op)
{
	X a, b;
	pair(s, &a, &b);
	if (c->rep == R_COMPLEX && s->op == OP_MUL) {
		set_dst(s->dst, s, two(xs("tu_c%d_mul(%s, %s)", c->bits, a.s, b.s), a, b));
		return;
	}
	bool cut = s->op == OP_ADD || s->op == OP_SUB || s->op == OP_MUL;
	const char *t = xs("%s %s %s", a.s, op, b.s);
	set_dst(s->dst, s, two(cut ? narrow(c, t) : t, a, b));
}

static void divide(Ins *s, CType *c)
{
	bool rem = s->op == OP_REM;
	if (c->rep == R_COMPLEX) {
		X a = operand(s->a), b = operand(s->b);
		set_dst(s->dst, s, two(xs(c->bits == 64 ? "tu_c64(tu_c128_div(%s, %s))" : "tu_c128_div(%s, %s)", a.s, b.s), a, b));
		return;
	}
	X a, b;
	if (c->rep == R_FLOAT) {
		pair(s, &a, &b);
		set_dst(s->dst, s, two(xs("%s / %s", a.s, b.s), a, b));
		return;
	}
	int64_t v = 0;
	const Const *k = ref_const(s->b);
	bool known = k && const_kind(k) == CV_INT && const_sign(k) != 0, is_i64 = ref_i64(s->b, &v);
	if (!known) {
		pin(s->a);
		pin(s->b);
		settle(EFF_P);
		line_for(s->pos, s->inl);
		ln("TU_DIVISOR(%s);", S(s->b));
	}
	pair(s, &a, &b);
	const char *t;
	if (c->is_signed && known && is_i64 && v == -1)
		t = rem ? "0" : xs("-%s", a.s);
	else if (c->is_signed && !known && c->bits >= 32)
		t = xs("tu_%s_%s(%s, %s)", rem ? "rem" : "div", tag(c), a.s, b.s);
	else
		t = xs(rem ? "%s %% %s" : "%s / %s", a.s, b.s);
	set_dst(s->dst, s, two(narrow(c, t), a, b));
}

static void shift(Ins *s, CType *c)
{
	bool left = s->op == OP_SHL;
	CType *ct = ctype(ref_type(s->b));
	int64_t n;
	X a = parens(operand(s->a));
	if (ref_i64(s->b, &n) && n >= 0) {
		const char *t;
		if (n == 0)
			t = a.s;
		else if (n < c->bits)
			t = xs(left ? "%s << %lld" : "%s >> %lld", a.s, (long long)n);
		else if (left || !c->is_signed)
			t = "0";
		else
			t = xs("%s >> %d", a.s, c->bits - 1);
		set_dst(s->dst, s, one(left || n >= c->bits ? xs("(%s)(%s)", c->name, t) : t, a));
		return;
	}
	if (ct->is_signed && !(s->flags & F_NOCHECK)) {
		X early = a;
		if (early.kind == X_EXPR && early.faults)
			settle(EFF_P);
		pin(s->b);
		settle(EFF_P);
		line_for(s->pos, s->inl);
		ln("TU_SHIFT(%s);", S(s->b));
	}
	X b = operand(s->b);
	const char *w = c->bits == 64 ? "64" : "32";
	const char *t;
	if (left)
		t = xs("(%s)tu_shl%s(%s, %s)", c->name, w, a.s, b.s);
	else if (c->is_signed)
		t = xs("(%s)tu_sar%s(%s, %s)", c->name, w, a.s, b.s);
	else
		t = xs("(%s)tu_shr%s(%s, %s)", c->name, w, a.s, b.s);
	set_dst(s->dst, s, two(t, a, b));
}

/* ---- comparisons -------------------------------------------------------------------------------------------------------------- */

static bool is_nil_const(Ref r)
{
	return REF_KIND(r) == RK_CONST && !ref_const(r);
}

static const char *str_eq_const(const char *s, Sym *k)
{
	if (k->n == 0)
		return xs("%s.n == 0", s);
	Buf b = { 0 };
	put_cstring(&b, k->s, k->n);
	const char *t = k->n <= 64 ? xs("%s.n == %u && !__builtin_memcmp(%s.p, %s, %u)", s, k->n, s, b.s, k->n)
				   : xs("%s.n == %u && tu_mem_eq(%s.p, %s, %u)", s, k->n, s, b.s, k->n);
	buf_free(&b);
	return t;
}

static void equal(Ins *s)
{
	Ref ra = s->a, rb = s->b;
	Type *t = s->type ? s->type : ref_type(ra);
	CType *c = ctype(t);
	bool ne = s->op == OP_NE;
	if (is_nil_const(ra) && !is_nil_const(rb)) {
		Ref x = ra;
		ra = rb;
		rb = x;
	}
	const char *text = NULL;
	X a, b = x_atom("");
	switch ((Rep)c->rep) {
	case R_ZERO:
		set_dst(s->dst, s, (X){ .s = ne ? "0" : "1", .kind = X_CONST });
		return;
	case R_INT: case R_FLOAT: case R_COMPLEX: case R_PTR:
		if (is_nil_const(rb) && c->rep == R_PTR) {
			a = parens(operand(ra));
			set_dst(s->dst, s, one(xs("%s %s 0", a.s, ne ? "!=" : "=="), a));
			return;
		}
		pair(s, &a, &b);
		set_dst(s->dst, s, two(xs("%s %s %s", a.s, ne ? "!=" : "==", b.s), a, b));
		return;
	case R_SLICE:
		a = parens(operand(ra));
		set_dst(s->dst, s, one(xs("%s.p %s 0", a.s, ne ? "!=" : "=="), a));
		return;
	case R_IFACE:
		if (is_nil_const(rb)) {
			a = parens(operand(ra));
			set_dst(s->dst, s, one(xs("%s.tab %s 0", a.s, ne ? "!=" : "=="), a));
			return;
		}
		pin(ra);
		pin(rb);
		settle(EFF_P);
		line_for(s->pos, s->inl);
		a = simple(ra);
		b = simple(rb);
		text = eq_expr(t, a.s, b.s);
		break;
	case R_STRING: {
		const Const *k = ref_const(rb) ? ref_const(rb) : ref_const(ra);
		if (ref_is_const(ra) || ref_is_const(rb)) {
			a = simple(ref_is_const(rb) ? ra : rb);
			text = str_eq_const(a.s, k ? const_str(k) : sym(""));
			if (ref_is_const(ra) && ref_is_const(rb))
				text = xs("%s", ref_const(ra) && ref_const(rb) && const_str(ref_const(ra)) == const_str(ref_const(rb)) ? "1" : text);
			a.reads = true;
			break;
		}
		a = simple(ra);
		b = simple(rb);
		text = eq_expr(t, a.s, b.s);
		a.reads = true;
		break;
	}
	case R_STRUCT: case R_ARRAY: {
		pin(ra);
		pin(rb);
		settle(EFF_P);
		line_for(s->pos, s->inl);
		for (int k = 0; k < 2; k++) {
			Ref r = k ? rb : ra;
			X *x = k ? &b : &a;
			if (ref_is_const(r))
				*x = x_atom(xs("(%s){ 0 }", c->name));
			else
				*x = simple(r);
		}
		text = xs("%s(&%s, &%s)", eq_name(t), a.s, b.s);
		a.reads = b.reads = true;
		break;
	}
	}
	X x = two(ne ? xs("!(%s)", text) : text, a, b);
	if (c->rep == R_IFACE || c->rep == R_STRUCT || c->rep == R_ARRAY) {
		if (s->dst)             /* may panic: stays here */
			assign(REF_IDX(s->dst), x);
		return;
	}
	set_dst(s->dst, s, x);
}

static void compare(Ins *s)
{
	static const char *const op[] = { [OP_LT] = "<", [OP_LE] = "<=", [OP_GT] = ">", [OP_GE] = ">=" };
	CType *c = ctype(s->type ? s->type : ref_type(s->a));
	X a, b;
	if (c->rep == R_STRING) {
		a = simple(s->a);
		b = simple(s->b);
		X x = two(xs("tu_str_cmp(%s.p, %s.n, %s.p, %s.n) %s 0", a.s, a.s, b.s, b.s, op[s->op]), a, b);
		x.reads = true;
		set_dst(s->dst, s, x);
		return;
	}
	pair(s, &a, &b);
	set_dst(s->dst, s, two(xs("%s %s %s", a.s, op[s->op], b.s), a, b));
}

static void minmax(Ins *s)
{
	CType *c = ctype(s->type ? s->type : ref_type(s->a));
	bool min = s->op == OP_MIN;
	pin(s->a);
	pin(s->b);
	X a = simple(s->a), b = simple(s->b);
	if (c->rep == R_INT)
		set_dst(s->dst, s, two(xs("%s %s %s ? %s : %s", a.s, min ? "<" : ">", b.s, a.s, b.s), a, b));
	else if (c->rep == R_FLOAT)
		set_dst(s->dst, s, two(xs("tu_%s_f%d(%s, %s)", min ? "min" : "max", c->bits, a.s, b.s), a, b));
	else
		set_dst(s->dst, s, two(xs("tu_%s_str(%s, %s)", min ? "min" : "max", a.s, b.s), a, b));
}

/* ---- conversions ---------------------------------------------------------------------------------------------------------------- */

/* Float to integer as gc on amd64: out of range values become what CVTTSD2SQ and CVTTSD2SL leave. */
static const char *float_to_int(CType *to, const char *a)
{
	if (to->bits == 64)
		return xs(to->is_signed ? "tu_cvt_i64(%s)" : "tu_cvt_u64(%s)", a);
	if (to->bits == 32 && !to->is_signed)
		return xs("(uint32_t)tu_cvt_i64(%s)", a);
	return xs(to->bits == 32 ? "tu_cvt_i32(%s)" : "(%2$s)tu_cvt_i32(%1$s)", a, to->name);
}

static void conv(Ins *s)
{
	CType *from = ctype(s->type ? s->type : ref_type(s->a)), *to = ctype(ref_type(s->dst));
	X a = parens(operand(s->a));
	if (from == to) {
		set_dst(s->dst, s, a);
		return;
	}
	const char *t;
	if (from->rep == R_FLOAT && to->rep == R_INT)
		t = float_to_int(to, a.s);
	else if (from->rep == R_PTR && to->rep == R_INT)
		t = xs("(uint64_t)%s", a.s);
	else if (from->rep == R_FLOAT && to->rep == R_FLOAT && to->bits == 32)
		t = xs("tu_f32(%s)", a.s);
	else if (from->rep == R_COMPLEX && to->rep == R_COMPLEX && to->bits == 64)
		t = xs("tu_c64(%s)", a.s);
	else
		t = xs("(%s)%s", to->name, a.s);
	set_dst(s->dst, s, one(t, a));
}

static void cast(Ins *s)
{
	CType *from = ctype(ref_type(s->a)), *to = ctype(ref_type(s->dst));
	if (from == to || !strcmp(from->name, to->name)) {
		set_dst(s->dst, s, operand(s->a));
		return;
	}
	if (to->rep == R_ZERO)
		return;
	if ((to->rep == R_STRUCT || to->rep == R_ARRAY) && ref_is_const(s->a)) {
		set_dst(s->dst, s, (X){ .s = xs("(%s){ 0 }", to->name), .kind = X_CONST });
		return;
	}
	if (to->rep == R_STRUCT || to->rep == R_ARRAY) {
		pin(s->a);
		X a = simple(s->a);
		set_dst(s->dst, s, one(xs("*(%s *)&%s", to->name, a.s), a));
		return;
	}
	if (to->rep >= R_STRING) {
		set_dst(s->dst, s, operand(s->a));
		return;
	}
	X a = parens(operand(s->a));
	set_dst(s->dst, s, one(xs("(%s)%s", to->name, a.s), a));
}

/* ---- parts of values --------------------------------------------------------------------------------------------------------------- */

static void part(Ins *s, const char *suffix)
{
	X a = parens(operand(s->a));
	X x = { .s = xs("%s%s", a.s, suffix), .kind = a.kind == X_EXPR ? X_POST : a.kind };
	set_dst(s->dst, s, x_mix(x, &a));
}

static void index_value(Ins *s)
{
	Type *t = s->type ? s->type : ref_type(s->a);
	CType *c = ctype(t);
	bool str = c->rep == R_STRING;
	pin(s->a);
	pin(s->b);
	X a = simple(s->a), b = simple(s->b);
	int64_t v, n = str ? 0 : c->under->u.array.len;
	bool inside = !str && ref_i64(s->b, &v) && v >= 0 && v < n;
	if (!(s->flags & F_NOCHECK) && !inside) {
		settle(EFF_P);
		line_for(s->pos, s->inl);
		CType *ic = ctype(ref_type(s->b));
		ln(!ic->is_signed && ic->bits == 64 ? "TU_BOUND_U(%s, %s);" : ref_nonneg(s->b) ? "TU_BOUND_S(%s, %s);" : "TU_BOUND(%s, %s);", b.s, str ? xs("%s.n", a.s) : xs("%lld", (long long)n));
	}
	if (!s->dst || li(s->dst)->ct->rep == R_ZERO)
		return;
	if (c->rep == R_ZERO) {         /* an array of length 0: the check has failed */
		set_dst(s->dst, s, (X){ .s = const_text_c(ref_type(s->dst), NULL, false), .kind = X_CONST });
		return;
	}
	X x = two(str ? xs("%s.p[%s]", a.s, b.s) : xs("%s.a[%s]", a.s, b.s), a, b);
	x.reads |= str;
	set_dst(s->dst, s, x);
}

static void length(Ins *s)
{
	CType *c = ctype(s->type ? s->type : ref_type(s->a));
	if (c->rep == R_STRING || c->rep == R_SLICE) {
		if (ref_const(s->a)) {
			set_dst(s->dst, s, (X){ .s = xs("%u", const_str(ref_const(s->a))->n), .kind = X_CONST });
			return;
		}
		part(s, s->op == OP_LEN ? ".n" : ".c");
		return;
	}
	X a = operand(s->a);
	const char *fn = c->under->kind == K_MAP ? "tu_map_len" : s->op == OP_LEN ? "tu_chan_len" : "tu_chan_cap";
	X x = one(xs("%s(%s)", fn, a.s), a);
	x.reads = true;
	set_dst(s->dst, s, x);
}

static void make_parts(Ins *s)
{
	X a = operand(s->a), b = operand_bare(s->b);
	if (s->op == OP_STR_MAKE) {
		set_dst(s->dst, s, two(xs("(TuString){ %s, %s }", a.s, b.s), a, b));
		return;
	}
	bool same = !s->c || s->c == s->b;
	if (same && b.kind == X_EXPR) {
		/* printed twice */
		const char *n = fresh("n");
		if (a.faults || b.faults)
			line_for(s->pos, s->inl);
		ln("int64_t %s = %s;", n, b.s);
		b = x_atom(n);
	}
	X c = same ? b : operand_bare(s->c);
	X x = two(xs("(TuSlice){ %s, %s, %s }", a.s, b.s, c.s), a, b);
	set_dst(s->dst, s, x_mix(x, &c));
}

/* Type word of an interface value: its dynamic type's descriptor, as text. */
static const char *dyn_type(CType *ic, const char *x)
{
	return ic->eface ? xs("%s.tab", x) : xs("tu_itab_type(%s.tab)", x);
}

static X unboxed(Type *t, X a)
{
	CType *c = ctype(t);
	X x = { .kind = X_EXPR, .reads = true };
	if (c->rep == R_PTR)
		x.s = xs("%s.d", a.s), x.kind = a.kind, x.reads = false;
	else if (type_is_direct(t))
		x.s = xs("({ void *w$ = %s.d; *(%s *)&w$; })", a.s, c->name), x.reads = false;
	else
		x.s = xs("*(%s *)%s.d", c->name, a.s);
	return x_mix(x, &a);
}

static void unbox(Ins *s)
{
	if (!s->dst || li(s->dst)->ct->rep == R_ZERO) {
		(void)operand(s->a);
		return;
	}
	set_dst(s->dst, s, unboxed(s->type, parens(operand(s->a))));
}

static void type_is_op(Ins *s)
{
	CType *ic = ctype(s->u.type2 ? s->u.type2 : ref_type(s->a));
	X a = parens(operand(s->a));
	X x = one(xs("%s == &%s", dyn_type(ic, a.s), desc_name(s->type)), a);
	x.reads |= !ic->eface;
	set_dst(s->dst, s, x);
}

static void iface_conv(Ins *s)
{
	CType *from = ctype(s->type ? s->type : ref_type(s->a)), *to = li(s->dst)->ct;
	pin(s->a);
	X a = simple(s->a);
	if (from == to || (from->eface && to->eface)) {
		set_dst(s->dst, s, a);
		return;
	}
	if (to->eface) {
		X x = one(xs("(TuIface){ tu_itab_type(%s.tab), %s.d }", a.s, a.s), a);
		x.reads = true;
		set_dst(s->dst, s, x);
		return;
	}
	settle(EFF_P);
	assign(REF_IDX(s->dst), one(xs("(TuIface){ tu_itab_convert(&%s, %s), %s.d }", desc_name(ref_type(s->dst)), dyn_type(from, a.s), a.s), a));
}

/* x.(T) with panic. */
static void assert1(Ins *s)
{
	Type *it = s->u.type2 ? s->u.type2 : ref_type(s->a);
	CType *ic = ctype(it), *c = ctype(s->type);
	pin(s->a);
	X a = simple(s->a);
	settle(EFF_P);
	line_for(s->pos, s->inl);
	if (c->rep == R_IFACE) {
		if (c->eface) {
			ln("if (TU_UNLIKELY(!%s.tab))", a.s);
			ln("\ttu_itab(&%s, 0);", desc_name(s->type));
			if (s->dst)
				assign(REF_IDX(s->dst), one(xs("(TuIface){ %s, %s.d }", dyn_type(ic, a.s), a.s), a));
			return;
		}
		const char *call = xs("tu_itab(&%s, %s)", desc_name(s->type), dyn_type(ic, a.s));
		if (s->dst)
			assign(REF_IDX(s->dst), one(xs("(TuIface){ %s, %s.d }", call, a.s), a));
		else
			ln("(void)%s;", call);
		return;
	}
	ln("if (TU_UNLIKELY(%s != &%s))", dyn_type(ic, a.s), desc_name(s->type));
	ln("\ttu_panic_dottype(%s, &%s, &%s);", dyn_type(ic, a.s), desc_name(s->type), desc_name(it));
	if (s->dst && c->rep != R_ZERO)
		set_dst(s->dst, s, unboxed(s->type, a));
}

static void assert2(Ins *s)
{
	Ref v = s->ndst > 0 ? fe.f->refs.v[s->dsts] : REF_NONE, ok = s->ndst > 1 ? fe.f->refs.v[s->dsts + 1] : REF_NONE;
	CType *ic = ctype(s->u.type2 ? s->u.type2 : ref_type(s->a)), *c = ctype(s->type);
	pin(s->a);
	X a = simple(s->a);
	const char *test = fresh("ok");
	settle(EFF_W);
	if (c->rep == R_IFACE) {
		const char *tab = fresh("tab");
		if (c->eface)
			ln("const void *%s = %s;", tab, dyn_type(ic, a.s));
		else
			ln("const void *%s = tu_itab_find(&%s, %s);", tab, desc_name(s->type), dyn_type(ic, a.s));
		if (v) {
			const char *d = xs("%s ? %s.d : 0", tab, a.s);
			assign(REF_IDX(v), x_atom(xs("(TuIface){ %s, %s }", tab, d)));
		}
		if (ok)
			assign(REF_IDX(ok), x_atom(xs("%s != 0", tab)));
		return;
	}
	ln("uint8_t %s = %s == &%s;", test, dyn_type(ic, a.s), desc_name(s->type));
	if (v && c->rep != R_ZERO) {
		X u = unboxed(s->type, a);
		if (c->rep >= R_STRING) {
			declare_loc(REF_IDX(v));
			const char *tmp = fresh("v");
			ln("%s %s = { 0 };", c->name, tmp);
			ln("if (%s)", test);
			ln("\t%s = %s;", tmp, u.s);
			assign(REF_IDX(v), x_atom(tmp));
		} else {
			assign(REF_IDX(v), x_atom(xs("%s ? %s : %s", test, u.s, const_text_c(s->type, NULL, false))));
		}
	}
	if (ok)
		assign(REF_IDX(ok), x_atom(test));
}

static void iface_make(Ins *s)
{
	Fn *f = fe.f;
	Type *t = s->type, *it = ref_type(s->dst);
	CType *c = ctype(t), *ic = ctype(it);
	const char *tab = xs("&%s", ic->eface ? desc_name(t) : itab_name(t, it));
	if (c->rep == R_ZERO) {
		set_dst(s->dst, s, (X){ .s = xs("(TuIface){ %s, %s }", tab, zero_object()), .kind = X_EXPR });
		return;
	}
	if (c->rep == R_PTR) {
		X a = operand(s->a);
		set_dst(s->dst, s, one(xs("(TuIface){ %s, %s }", tab, a.s), a));
		return;
	}
	if (type_is_direct(t)) {
		X a = parens(operand(s->a));
		set_dst(s->dst, s, one(xs("(TuIface){ %s, %s%s }", tab, a.s, field_path_word(t)), a));
		return;
	}
	if (ref_is_const(s->a)) {
		const char *k = box_const(t, const_init(t, ref_const(s->a)));
		set_dst(s->dst, s, (X){ .s = xs("(TuIface){ %s, (void *)&%s }", tab, k), .kind = X_EXPR });
		return;
	}
	bool stack = s->site != NO_SITE && f->sites.v[s->site].verdict != V_HEAP;
	const char *box = fresh("box");
	if (given_room(s)) {
		X a = operand_bare(s->a);
		settle(EFF_A);
		line_for(s->pos, s->inl);
		ln("%s *%s = %s ? %s : tu_new_noinit(&%s);", c->name, box, given_room(s), given_room(s), desc_name(t));
		ln("*%s = %s;", box, a.s);
		set_dst(s->dst, s, (X){ .s = xs("(TuIface){ %s, %s }", tab, box), .kind = X_EXPR });
		return;
	}
	if (stack && is_many(s)) {
		X a = operand_bare(s->a);
		settle(EFF_A);
		line_for(s->pos, s->inl);
		const char *piece, *left = pieces(s, c->name, c->size, &piece);
		ln("%s *%s = TU_LIKELY(%s) ? %s : tu_new_noinit(&%s);", c->name, box, left, piece, desc_name(t));
		ln("*%s = %s;", box, a.s);
		set_dst(s->dst, s, (X){ .s = xs("(TuIface){ %s, %s }", tab, box), .kind = X_EXPR });
		return;
	}
	if (stack) {
		X a = operand_bare(s->a);
		settle(EFF_A);
		if (a.faults)
			line_for(s->pos, s->inl);
		buf_fmt(&fe.top, "\t%s %s;\n", c->name, box);
		ln("%s = %s;", box, a.s);
		set_dst(s->dst, s, (X){ .s = xs("(TuIface){ %s, &%s }", tab, box), .kind = X_EXPR });
		return;
	}
	X a = operand_bare(s->a);
	if (a.faults)
		line_for(s->pos, s->inl);
	if (c->rep == R_INT) {
		ln("void *%s = tu_box_%d(&%s, %s%s);", box, c->bits, desc_name(t), c->bits == 64 && !c->is_signed ? "" : c->bits == 64 ? "(uint64_t)" : xs("(uint%d_t)", c->bits),
			parens(a).s);
	} else if (c->rep == R_STRING) {
		ln("void *%s = tu_box_str(&%s, %s);", box, desc_name(t), a.s);
	} else {
		ln("void *%s = tu_new_noinit(&%s);", box, desc_name(t));
		ln("*(%s *)%s = %s;", c->name, box, a.s);
	}
	set_dst(s->dst, s, (X){ .s = xs("(TuIface){ %s, %s }", tab, box), .kind = X_EXPR });
}

bool emit_expr_ins(Ins *s)
{
	CType *c = s->type ? ctype(s->type) : s->a ? ctype(ref_type(s->a)) : NULL;
	switch (s->op) {
	case OP_ADD: arith(s, c, "+"); return true;
	case OP_SUB: arith(s, c, "-"); return true;
	case OP_MUL: arith(s, c, "*"); return true;
	case OP_AND: arith(s, c, "&"); return true;
	case OP_OR: arith(s, c, "|"); return true;
	case OP_XOR: arith(s, c, "^"); return true;
	case OP_ANDNOT: arith(s, c, "& ~"); return true;
	case OP_DIV: case OP_REM: divide(s, c); return true;
	case OP_SHL: case OP_SHR: shift(s, c); return true;
	case OP_NEG: case OP_COM: {
		X a = parens(operand(s->a));
		set_dst(s->dst, s, one(narrow(c, xs(s->op == OP_NEG ? "-%s" : "~%s", a.s)), a));
		return true;
	}
	case OP_NOT: {
		X a = parens(operand(s->a));
		set_dst(s->dst, s, one(xs("!%s", a.s), a));
		return true;
	}
	case OP_EQ: case OP_NE: equal(s); return true;
	case OP_LT: case OP_LE: case OP_GT: case OP_GE: compare(s); return true;
	case OP_MIN: case OP_MAX: minmax(s); return true;
	case OP_CONV: conv(s); return true;
	case OP_CAST: cast(s); return true;
	case OP_COMPLEX: {
		X a = operand(s->a), b = operand(s->b);
		const char *f = li(s->dst)->ct->bits == 64 ? "float" : "double";
		set_dst(s->dst, s, two(xs("__builtin_complex((%s)(%s), (%s)(%s))", f, a.s, f, b.s), a, b));
		return true;
	}
	case OP_REAL: case OP_IMAG: {
		X a = parens(operand(s->a));
		set_dst(s->dst, s, one(xs(s->op == OP_REAL ? "__real__ %s" : "__imag__ %s", a.s), a));
		return true;
	}
	case OP_FIELD:
		if (c->field && c->field[s->u.imm])
			part(s, xs(".%s", c->field[s->u.imm]));
		return true;
	case OP_INDEX: index_value(s); return true;
	case OP_LEN: case OP_CAP: length(s); return true;
	case OP_SLICE_MAKE: case OP_STR_MAKE: make_parts(s); return true;
	case OP_SLICE_PTR: {
		X a = parens(operand(s->a));
		set_dst(s->dst, s, one(xs("(void *)%s.p", a.s), a));
		return true;
	}
	case OP_PTR_ADD: {
		X a = parens(operand(s->a)), b = parens(operand(s->b));
		set_dst(s->dst, s, two(xs("(void *)((char *)%s + %s)", a.s, b.s), a, b));
		return true;
	}
	case OP_IFACE_MAKE: iface_make(s); return true;
	case OP_IFACE_CONV: iface_conv(s); return true;
	case OP_ASSERT: assert1(s); return true;
	case OP_ASSERT2: assert2(s); return true;
	case OP_TYPE_IS: type_is_op(s); return true;
	case OP_UNBOX: unbox(s); return true;
	default: return false;
	}
}
