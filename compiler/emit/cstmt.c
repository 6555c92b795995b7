/* cstmt.c: operands, pending temporaries, stores, places.
 *
 * A pending temporary is an expression waiting for its only use. Before a statement is printed, settle() prints those whose value
 * or failure the statement could disturb: readers of memory before writes and calls, expressions that may fault before anything
 * else that can fail or be seen. Before a variable is assigned, the pending expressions that mention it are printed. */
#include "compiler/emit/em.h"

static Ins *now;                /* instruction being printed */

/* ---- text ---------------------------------------------------------------------------------------------------------------- */

void ln(const char *fmt, ...)
{
	va_list ap;
	if (fe.ins_line && fe.line != fe.ins_line) {    /* the second C line of one instruction */
		buf_fmt(fe.out, "#line %u\n", fe.ins_line);
		fe.line = fe.ins_line;
	}
	buf_putc(fe.out, '\t');
	va_start(ap, fmt);
	buf_vfmt(fe.out, fmt, ap);
	va_end(ap);
	buf_putc(fe.out, '\n');
	fe.line++;
}

const char *xs(const char *fmt, ...)
{
	static Buf b;
	va_list ap;
	va_start(ap, fmt);
	b.n = 0;
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	char *s = arena_alloc(fe.mem, b.n + 1);
	memcpy(s, b.s, b.n);
	return s;
}

const char *fresh(const char *stem)
{
	return xs("%s$_%d", stem, ++fe.ntmp);
}

X x_atom(const char *s)
{
	return (X){ .s = s, .kind = X_ATOM };
}

X x_mix(X x, const X *o)
{
	x.reads |= o->reads;
	x.faults |= o->faults;
	if (!x.nilp)
		x.nilp = o->nilp;
	if (x.nloc > X_NLOC || o->nloc > X_NLOC) {
		x.nloc = X_NLOC + 1;
		return x;
	}
	for (int i = 0; i < o->nloc; i++) {
		bool have = false;
		for (int k = 0; k < x.nloc && !have; k++)
			have = x.loc[k] == o->loc[i];
		if (have)
			continue;
		if (x.nloc == X_NLOC) {
			x.nloc = X_NLOC + 1;    /* mentions too many: never kept waiting */
			return x;
		}
		x.loc[x.nloc++] = o->loc[i];
	}
	return x;
}

/* ---- operands ---------------------------------------------------------------------------------------------------------------- */

Type *ref_type(Ref r)
{
	return ir_type(fe.f, r);
}

const Const *ref_const(Ref r)
{
	return REF_KIND(r) == RK_CONST ? fe.f->consts.v[REF_IDX(r)].val : NULL;
}

bool ref_i64(Ref r, int64_t *v)
{
	if (REF_KIND(r) != RK_CONST)
		return false;
	const Const *c = ref_const(r);
	if (!c) {
		*v = 0;
		return ctype(ref_type(r))->rep == R_INT;
	}
	if (const_kind(c) != CV_INT)
		return false;
	return const_fits_i64(c, v);
}

static bool same_line(Pos a, Pos b)
{
	if (a == b || !a || !b)
		return true;
	Where x = pos_where(a), y = pos_where(b);
	return x.line == y.line;
}

static void drop_pending(int loc)
{
	fe.loc[loc].pend = false;
	vec_each(&fe.pending, i)
		if (fe.pending.v[i] == loc) {
			memmove(&fe.pending.v[i], &fe.pending.v[i + 1], sizeof(int) * (size_t)(fe.pending.n - i - 1));
			fe.pending.n--;
			return;
		}
}

const char *race_lv(const char *lv, bool write)
{
	return fe.race ? xs(write ? "TU_WR(%s)" : "TU_RD(%s)", lv) : lv;
}

void race_range(const char *p, const char *n, bool write)
{
	if (fe.race && now)
		line_for(now->pos, now->inl);
	if (fe.race)
		ln("tu_race_%s(%s, (uint64_t)(%s));", write ? "wr" : "rd", p, n);
}

/* A variable that lives in memory of its own, as lvalue of a read or write. */
static const char *race_local(LocInfo *l, bool write)
{
	return l->barrier ? race_lv(l->name, write) : l->name;
}

static X local_x(int i)
{
	LocInfo *l = &fe.loc[i];
	return (X){ .s = race_local(l, false), .kind = X_ATOM, .reads = l->mem, .faults = fe.race && l->barrier, .nloc = 1, .loc = { i } };
}

static X operand_as(Ref r, bool bare)
{
	switch (REF_KIND(r)) {
	case RK_LOCAL: {
		LocInfo *l = li(r);
		if (!l->pend)
			return local_x(REF_IDX(r));
		if (l->x.faults && now && (l->inl != now->inl || !same_line(l->pos, now->pos))) {
			flush_loc(REF_IDX(r));
			return local_x(REF_IDX(r));
		}
		X x = l->x;
		drop_pending(REF_IDX(r));
		return x;
	}
	case RK_CONST: {
		ConstRef *c = &fe.f->consts.v[REF_IDX(r)];
		return (X){ .s = const_text_c(c->type, c->val, bare), .kind = X_CONST };
	}
	case RK_FN:
		return (X){ .s = xs("(void *)&%s", closure_name(fe.f->fnrefs.v[REF_IDX(r)])), .kind = X_EXPR };
	}
	return (X){ .s = "0", .kind = X_CONST };
}

X parens(X x)
{
	if (x.kind == X_EXPR)
		x.s = xs("(%s)", x.s);
	return x;
}

X operand(Ref r)
{
	return operand_as(r, false);
}

X operand_bare(Ref r)
{
	return operand_as(r, true);
}

X simple(Ref r)
{
	if (REF_KIND(r) == RK_LOCAL && li(r)->pend && li(r)->x.kind >= X_POST)
		flush_loc(REF_IDX(r));
	return parens(operand_as(r, true));
}

/* A temporary that will be named several times becomes a variable. */
void pin(Ref r)
{
	if (REF_KIND(r) == RK_LOCAL && li(r)->pend)
		flush_loc(REF_IDX(r));
}

const char *S(Ref r)
{
	return simple(r).s;
}

/* ---- pending temporaries ------------------------------------------------------------------------------------------------------- */

void declare_loc(int loc)
{
	LocInfo *l = &fe.loc[loc];
	if (l->declared || l->ct->rep == R_ZERO)
		return;
	l->declared = true;
	Local *o = &fe.f->locals.v[loc];
	bool boxed = o->heap || (o->kind == L_CAPTURE && o->by_ref);
	buf_fmt(&fe.top, "\t%s %s%s;\n", l->ct->name, boxed ? "*" : "", l->var);
}

void flush_loc(int loc)
{
	LocInfo *l = &fe.loc[loc];
	if (!l->pend)
		return;
	X x = l->x;
	drop_pending(loc);
	if (x.faults)
		line_for(l->pos, l->inl);
	if (l->declared) {
		ln("%s = %s;", l->name, x.s);
	} else {
		l->declared = true;
		ln("%s %s = %s;", l->ct->name, l->name, x.s);
	}
}

void flush_all(void)
{
	while (fe.pending.n)
		flush_loc(fe.pending.v[0]);
}

void settle(uint8_t eff)
{
	if (!(eff & (EFF_W | EFF_C | EFF_P)))
		return;
	for (int i = 0; i < fe.pending.n;) {
		X *x = &fe.loc[fe.pending.v[i]].x;
		if ((x->reads && eff & (EFF_W | EFF_C)) || x->faults)
			flush_loc(fe.pending.v[i]);
		else
			i++;
	}
}

static void flush_mentions(int loc)
{
	for (int i = 0; i < fe.pending.n;) {
		X *x = &fe.loc[fe.pending.v[i]].x;
		bool hit = x->nloc > X_NLOC;
		for (int k = 0; k < x->nloc && k < X_NLOC && !hit; k++)
			hit = x->loc[k] == loc;
		if (hit)
			flush_loc(fe.pending.v[i]);
		else
			i++;
	}
}

/* ---- stores -------------------------------------------------------------------------------------------------------------------- */

/* Helper that stores an aggregate with barrier. Not inlined: the preemption signal stops only functions named G_, and test and
 * stores must not be separated. */
static const char *store_helper(CType *ct, Type *t)
{
	if (!ct->store) {
		ct->store = str_fmt("st_%s", ct->name);
		buf_fmt(&em.decls, "static __attribute__((noinline)) void %s(%s *d, %s v)\n{\n\tif (TU_UNLIKELY(tu_gc_marking)) {\n\t\t%s c = v;\n"
			"\t\ttu_wb_typed(&%s, d, &c);\n\t}\n\t*d = v;\n}\n", ct->store, ct->name, ct->name, ct->name, desc_name(t));
	}
	return ct->store;
}

void store_to(const char *lv, CType *ct, Type *t, const char *val, bool barrier)
{
	if (ct->rep == R_ZERO)
		return;
	if (!barrier || !ct->ptrs) {
		ln("%s = %s;", lv, val);
		return;
	}
	switch ((Rep)ct->rep) {
	case R_PTR:
		ln("tu_store_ptr(&%s, %s);", lv, val);
		return;
	case R_STRING:
		ln("tu_store_str(&%s, %s);", lv, val);
		return;
	case R_SLICE:
		ln("tu_store_slice(&%s, %s);", lv, val);
		return;
	case R_IFACE:
		ln("tu_store_iface(&%s, %s);", lv, val);
		return;
	case R_STRUCT: case R_ARRAY:
		if (ct->size > 128 && !strcmp(val, xs("((%s){ 0 })", ct->name))) {      /* no large value on the stack */
			ln("tu_typed_clear(&%s, &%s, 1);", desc_name(t), lv);
			return;
		}
		ln("%s(&%s, %s);", store_helper(ct, t), lv, val);
		return;
	case R_ZERO: case R_INT: case R_FLOAT: case R_COMPLEX:
		break;
	}
	ln("%s = %s;", lv, val);
}

void assign(int loc, X x)
{
	LocInfo *l = &fe.loc[loc];
	if (l->ct->rep == R_ZERO)
		return;
	flush_mentions(loc);
	if (l->mem)
		settle(EFF_W);
	if ((x.faults || (fe.race && l->barrier)) && now)
		line_for(now->pos, now->inl);
	/* gcc may delete the load, or move it to a branch that needs the value: Go panics here */
	if (x.faults && x.nilp && !l->used_there && !l->mem)
		ln("TU_NIL(%s);", x.nilp);
	if (l->barrier) {
		store_to(race_local(l, true), l->ct, fe.f->locals.v[loc].type, x.s, true);
	} else if (l->declared) {
		ln("%s = %s;", l->name, x.s);
	} else if (l->top) {
		declare_loc(loc);
		ln("%s = %s;", l->name, x.s);
	} else {
		l->declared = true;
		ln("%s %s = %s;", l->ct->name, l->name, x.s);
	}
}

void set_dst(Ref dst, Ins *i, X x)
{
	if (!dst)
		return;
	LocInfo *l = li(dst);
	if (l->ct->rep == R_ZERO)
		return;
	if (!l->fold || x.nloc > X_NLOC) {
		assign(REF_IDX(dst), x);
		return;
	}
	if (l->pend)
		flush_loc(REF_IDX(dst));
	/* long texts are cut, for readers and for gcc */
	if (strlen(x.s) > 160 && !l->declared) {
		assign(REF_IDX(dst), x);
		return;
	}
	l->pend = true;
	l->x = x;
	l->pos = i->pos;
	l->inl = i->inl;
	enum { MAX_WAITING = 256 };     /* each statement looks at all of them */
	if (fe.pending.n >= MAX_WAITING)
		flush_loc(fe.pending.v[0]);
	vec_push(&fe.pending, REF_IDX(dst));
}

/* ---- places ------------------------------------------------------------------------------------------------------------------- */

/* Any integer as a C expression that keeps its value when converted to uint64_t or int64_t. */
const char *index_text(Ref r)
{
	return S(r);
}

static bool is_u64(Ref r)
{
	CType *c = ctype(ref_type(r));
	return c->rep == R_INT && !c->is_signed && c->bits == 64;
}

static void check_index(Ref r, const char *idx, const char *len)
{
	settle(EFF_P);
	line_for(now->pos, now->inl);
	ln(is_u64(r) ? "TU_BOUND_U(%s, %s);" : ref_nonneg(r) ? "TU_BOUND_S(%s, %s);" : "TU_BOUND(%s, %s);", idx, len);
}

static void check_nil(const char *p)
{
	settle(EFF_P);
	line_for(now->pos, now->inl);
	ln("TU_NIL(%s);", p);
}

/* Farthest byte an access through the place can touch, as far as constants tell. */
static int64_t place_extent(Place *p)
{
	return type_size(p->base_type);
}

/* C lvalue of a place; prints its checks. For a place of zero size: the address, as text of type void *. */
X place_lvalue(Ins *s, uint32_t pl, bool *barrier)
{
	Fn *f = fe.f;
	Place *p = &f->places.v[pl];
	X x = { .kind = X_PATH };
	bool zero = ctype(p->type)->rep == R_ZERO;
	Buf b = { 0 };
	const char *arrow = NULL;       /* pending "->" form of a dereference */
	int64_t offset = 0;             /* constant part, for zero-size places */
	*barrier = true;
	switch (p->base) {
	case PB_LOCAL: {
		LocInfo *l = li(p->ref);
		if (!l->declared && !l->top && !zero)
			declare_loc(REF_IDX(p->ref));
		if (l->pend)
			flush_loc(REF_IDX(p->ref));
		*barrier = l->barrier;
		x = x_mix(x, &(X){ .reads = l->mem, .nloc = 1, .loc = { REF_IDX(p->ref) } });
		buf_puts(&b, l->ct->rep == R_ZERO ? zero_object() : zero ? xs("(void *)&%s", l->name) : l->name);
		break;
	}
	case PB_GLOBAL:
		x.reads = true;
		buf_puts(&b, ctype(p->base_type)->rep == R_ZERO ? zero_object() : zero ? xs("(void *)&%s", global_name(p->global)) : global_name(p->global));
		break;
	case PB_DEREF: {
		bool check = !p->nonnil && (fe.explicit_nil || zero || s->op == OP_ADDR || ref_maynil(p->ref) || place_extent(p) >= 4096);
		X ptr = check ? simple(p->ref) : parens(operand(p->ref));
		if (check)
			check_nil(ptr.s);
		x = x_mix(x, &ptr);
		x.reads = true;
		if (!check && !p->nonnil) {
			x.faults = true;
			x.nilp = ptr.kind <= X_PATH ? ptr.s : NULL;
		}
		x.kind = X_POST;
		if (zero)
			buf_puts(&b, ptr.s);
		else if (p->nproj && !f->projs.v[p->proj].is_index)
			arrow = ptr.s;
		else
			buf_fmt(&b, "(*(%s *)%s)", cname(p->base_type), ptr.s);
		break;
	}
	case PB_ELEM: {
		X sl = simple(p->ref), ix = simple(p->index);
		bool str = ctype(ref_type(p->ref))->rep == R_STRING;
		if (!p->nocheck && !(s->flags & F_NOCHECK))
			check_index(p->index, ix.s, xs("%s.n", sl.s));
		x = x_mix(x_mix(x, &sl), &ix);
		x.reads = true;
		x.kind = X_POST;
		if (zero)
			buf_fmt(&b, "((char *)%s.p + (%s) * %lld)", sl.s, ix.s, (long long)type_size(p->base_type));
		else if (str)
			buf_fmt(&b, "%s.p[%s]", sl.s, ix.s);
		else
			buf_fmt(&b, "((%s *)%s.p)[%s]", cname(p->base_type), sl.s, ix.s);
		break;
	}
	}
	Type *t = p->base_type;
	for (uint32_t k = 0; k < p->nproj; k++) {
		Proj *q = &f->projs.v[p->proj + k];
		CType *ct = ctype(t);
		if (q->is_index) {
			X ix = simple(q->index);
			int64_t n = ct->under->kind == K_ARRAY ? ct->under->u.array.len : 0, v;
			bool inside = ref_i64(q->index, &v) && v >= 0 && v < n;
			if (!q->nocheck && !inside && !(s->flags & F_NOCHECK))
				check_index(q->index, ix.s, xs("%lld", (long long)n));
			x = x_mix(x, &ix);
			if (!inside)
				x.kind = X_POST;
			if (!zero && ct->rep == R_ZERO) {       /* the check has failed */
				b.n = 0;
				buf_fmt(&b, "(*(%s *)%s)", cname(q->type), zero_object());
			} else if (!zero) {
				buf_fmt(&b, ".a[%s]", ix.s);
			}
		} else if (zero) {
			offset += type_field_offset(ct->under, q->field);
		} else {
			const char *fld = ct->field[q->field];
			if (arrow)
				buf_fmt(&b, "((%s *)%s)->%s", ct->name, arrow, fld);
			else
				buf_fmt(&b, ".%s", fld);
			arrow = NULL;
		}
		t = q->type;
	}
	if (zero && offset && p->base != PB_LOCAL)
		x.s = xs("(void *)((char *)%s + %lld)", b.s, (long long)offset);
	else
		x.s = xs("%s", b.s);
	buf_free(&b);
	return x;
}

/* ---- the instructions themselves ------------------------------------------------------------------------------------------------ */

static X race_place(Place *p, X x, bool write)
{
	bool shared = p->base == PB_LOCAL ? li(p->ref)->barrier : p->base != PB_GLOBAL || !p->global->readonly;
	if (!fe.race || !shared || ctype(p->type)->rep == R_ZERO || (p->base == PB_ELEM && ctype(ref_type(p->ref))->rep == R_STRING))
		return x;
	x.s = race_lv(x.s, write);
	x.kind = X_POST;
	x.faults = true;                /* not for the failure: it belongs to its line and stays in order */
	return x;
}

static void load(Ins *s)
{
	Fn *f = fe.f;
	Place *p = &f->places.v[s->place];
	bool barrier, unused = !s->dst || (li(s->dst)->nuse == 0 && li(s->dst)->ntouch == 0);
	if (unused && p->base == PB_DEREF && !p->nonnil) {
		pin(p->ref);
		check_nil(S(p->ref));
		if (!p->nproj)
			return;
	}
	X x = place_lvalue(s, s->place, &barrier);
	if (!s->dst || ctype(p->type)->rep == R_ZERO)
		return;
	x = race_place(p, x, false);
	if (unused && f->locals.v[REF_IDX(s->dst)].kind == L_TEMP) {
		if (fe.race && !strncmp(x.s, "TU_RD", 5))
			ln("(void)%s;", x.s);
		return;
	}
	set_dst(s->dst, s, x);
}

static void store(Ins *s)
{
	Fn *f = fe.f;
	Place *p = &f->places.v[s->place];
	if (p->base == PB_LOCAL && p->nproj == 0) {
		X v = operand_bare(s->a);
		if (s->flags & (F_INIT | F_NOWB)) {
			LocInfo *l = li(p->ref);
			bool keep = l->barrier;
			l->barrier = false;
			assign(REF_IDX(p->ref), v);
			l->barrier = keep;
		} else {
			assign(REF_IDX(p->ref), v);
		}
		return;
	}
	if (REF_KIND(s->a) == RK_LOCAL && li(s->a)->pend && li(s->a)->x.faults && (p->base != PB_LOCAL || p->nproj))
		flush_loc(REF_IDX(s->a));
	X v = operand_bare(s->a);
	bool barrier;
	X lv = race_place(p, place_lvalue(s, s->place, &barrier), true);
	settle(EFF_W | (lv.faults ? EFF_P : 0));
	if (p->base == PB_LOCAL)
		flush_mentions(REF_IDX(p->ref));
	if (lv.faults || v.faults)
		line_for(s->pos, s->inl);
	store_to(lv.s, ctype(p->type), p->type, v.s, barrier && !(s->flags & (F_INIT | F_NOWB)));
	if (p->base == PB_GLOBAL && p->global && is_memprof_rate(p->global))
		ln("tu_memprof_rate_changed();");
}

static void addr(Ins *s)
{
	Place *p = &fe.f->places.v[s->place];
	bool barrier;
	/* &*p is p */
	if (p->base == PB_DEREF && p->nproj == 0) {
		if (!p->nonnil) {
			pin(p->ref);
			check_nil(S(p->ref));
		}
		set_dst(s->dst, s, operand(p->ref));
		return;
	}
	X x = place_lvalue(s, s->place, &barrier);
	if (!s->dst)
		return;
	x.reads = p->base == PB_LOCAL ? false : x.reads;
	if (ctype(p->type)->rep == R_ZERO) {
		set_dst(s->dst, s, x);
		return;
	}
	if (p->base == PB_LOCAL && p->nproj == 0 && fe.loc[REF_IDX(p->ref)].barrier)
		x.s = xs("(void *)%s", fe.loc[REF_IDX(p->ref)].var);
	else
		x.s = xs("(void *)&%s", x.s);
	x.kind = X_EXPR;
	if (p->base == PB_LOCAL && p->nproj == 0 && !fe.f->locals.v[REF_IDX(p->ref)].heap)
		x.nloc = 0;             /* an address does not change when the variable does */
	x.faults = false;
	set_dst(s->dst, s, x);
}

static void vardef(Ins *s)
{
	int i = REF_IDX(s->a);
	LocInfo *l = &fe.loc[i];
	Local *o = &fe.f->locals.v[i];
	if (l->ct->rep == R_ZERO || (!l->seen && !o->addr_taken && !o->heap))
		return;
	flush_mentions(i);
	if (o->heap) {
		declare_loc(i);
		if (o->gift > 0) {
			ln("if (room$%d) {", o->gift - 1);
			ln("\t%s = room$%d;", l->var, o->gift - 1);
			ln("\t*%s = %s;", l->var, const_text_c(o->type, NULL, true));
			ln("} else");
		}
		line_for(s->pos, s->inl);
		ln("%s = %s;", l->var, new_text(o->type));
		return;
	}
	if (!(s->flags & F_ZERO))
		return;
	const char *z = const_text_c(o->type, NULL, true);
	if (!l->declared && !l->top) {
		l->declared = true;
		ln("%s %s = %s;", l->ct->name, l->name, l->ct->rep >= R_STRING ? "{ 0 }" : z);
	} else {
		declare_loc(i);
		ln("%s = %s;", l->name, z);
	}
}

static bool dst_dead(Ins *s)
{
	return s->dst && REF_KIND(s->dst) == RK_LOCAL && li(s->dst)->nuse == 0 && li(s->dst)->ntouch == 0 && fe.f->locals.v[REF_IDX(s->dst)].kind == L_TEMP;
}

void emit_ins(Ins *s)
{
	now = s;
	fe.ins_line = 0;
	if (fe.race && s->pos && s->op != OP_NOP)
		line_for(s->pos, s->inl);       /* any instruction may contain accesses */
	if (s->op != OP_NOP && op_effect[s->op] == 0 && s->op != OP_MOV && dst_dead(s))
		return;
	if (emit_columns && s->site != NO_SITE && fe.f->sites.v[s->site].verdict != V_STATIC) {
		settle(EFF_R | EFF_W | EFF_P | EFF_C);  /* else they would be printed below this line's number */
		line_for(s->pos, s->inl);
	}
	switch (s->op) {
	case OP_NOP:
		break;
	case OP_MOV:
		if (!dst_dead(s))
			set_dst(s->dst, s, operand_bare(s->a));
		else if (REF_KIND(s->a) == RK_LOCAL) {
			X x = operand(s->a);
			if (fe.race && x.faults)        /* a read, even if nobody looks at the value */
				ln("(void)(%s);", x.s);
		}
		break;
	case OP_LOAD:
		load(s);
		break;
	case OP_STORE:
		store(s);
		break;
	case OP_ADDR:
		addr(s);
		break;
	case OP_VARDEF:
		vardef(s);
		break;
	case OP_NILCHECK:
		check_nil(S(s->a));
		break;
	case OP_BOUNDS:
		check_index(s->a, S(s->a), S(s->b));
		break;
	default:
		if (!emit_expr_ins(s) && !emit_lib_ins(s) && !emit_call_ins(s))
			bug("emit: op %s", op_text[s->op]);
	}
	now = NULL;
}
