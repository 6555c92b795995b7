/* clib.c: instructions that become calls of the runtime's library: allocation, strings, slices, maps. */
#include "compiler/emit/em.h"
#include "compiler/escape/escape.h"

static bool on_stack(Ins *s)
{
	return s->site != NO_SITE && (fe.f->sites.v[s->site].verdict == V_STACK || fe.f->sites.v[s->site].verdict == V_NONE);
}

static void put(Ref dst, Ins *s, const char *text)
{
	if (dst)
		assign(REF_IDX(dst), (X){ .s = text, .kind = X_EXPR });
	else
		ln("%s;", text);
}

static void at_line(Ins *s)
{
	line_for(s->pos, s->inl);
}

/* ---- allocation ------------------------------------------------------------------------------------------------------------ */

/* Objects of a loop that live on beside each other: pieces of an array in the frame, each used once, then the heap. Declares the array; the
 * result is the C condition that there is a piece left, and *piece that piece. */
const char *pieces(Ins *s, const char *ctype_text, int64_t size, const char **piece)
{
	int64_t n = MAX(fe.f->sites.v[s->site].nbuf / MAX(size, 1), 2);
	const char *v = fresh("many");
	buf_fmt(&fe.top, "\t%s %s[%lld];\n\tuint32_t %s$u = 0;\n", ctype_text, v, (long long)n, v);
	*piece = xs("&%s[%s$u++]", v, v);
	return xs("%s$u < %lld", v, (long long)n);
}

/* Where the caller wants what s makes: a variable that holds an address or NULL. NULL: s is no such site. */
const char *given_room(Ins *s)
{
	if (s->site == NO_SITE || fe.f->sites.v[s->site].gift <= 0)
		return NULL;
	return xs("room$%d", fe.f->sites.v[s->site].gift - 1);
}

bool is_many(Ins *s)
{
	return s->site != NO_SITE && on_stack(s) && fe.f->sites.v[s->site].many;
}

static void new_value(Ins *s)
{
	CType *c = ctype(s->type);
	if (!s->dst)
		return;
	if (c->rep == R_ZERO) {
		assign(REF_IDX(s->dst), x_atom(zero_object()));
		return;
	}
	if (is_many(s)) {
		const char *piece, *left = pieces(s, c->name, c->size, &piece), *v = fresh("new");
		ln("%s *%s;", c->name, v);
		ln("if (TU_LIKELY(%s)) {", left);
		ln("\t%s = %s;", v, piece);
		ln("\t*%s = %s;", v, const_text_c(s->type, NULL, true));
		ln("} else");
		at_line(s);
		ln("\t%s = %s;", v, new_text(s->type));
		assign(REF_IDX(s->dst), x_atom(v));
		return;
	}
	if (on_stack(s)) {
		const char *v = fresh("new");
		buf_fmt(&fe.top, "\t%s %s;\n", c->name, v);
		ln("%s = %s;", v, const_text_c(s->type, NULL, true));
		assign(REF_IDX(s->dst), (X){ .s = xs("&%s", v), .kind = X_EXPR });
		return;
	}
	const char *room = given_room(s);
	if (room) {
		const char *v = fresh("new");
		ln("%s *%s;", c->name, v);
		ln("if (%s) {", room);
		ln("\t%s = %s;", v, room);
		ln("\t*%s = %s;", v, const_text_c(s->type, NULL, true));
		ln("} else");
		at_line(s);
		ln("\t%s = %s;", v, new_text(s->type));
		assign(REF_IDX(s->dst), x_atom(v));
		return;
	}
	at_line(s);
	put(s->dst, s, new_text(s->type));
}

static Type *slice_elem(Type *t)
{
	Type *u = type_canon(type_under(t));
	return u->kind == K_SLICE ? u->u.slice.elem : t_byte;
}

static void make_slice(Ins *s)
{
	Type *elem = slice_elem(s->type);
	CType *ec = ctype(elem);
	int64_t n = -1, c = -1;
	bool kn = ref_i64(s->a, &n), kc = s->b ? ref_i64(s->b, &c) : kn;
	if (!s->b)
		c = n;
	X a = simple(s->a), b = s->b ? simple(s->b) : a;
	if (kn && kc && n >= 0 && n <= c && s->dst && ec->size * c < (1 << 20)) {
		const char *len = xs("%lld", (long long)n), *cap = xs("%lld", (long long)c);
		if (ec->rep == R_ZERO || c == 0) {
			assign(REF_IDX(s->dst), x_atom(xs("(TuSlice){ %s, %s, %s }", zero_object(), len, cap)));
			return;
		}
		if (on_stack(s)) {
			const char *v = fresh("make");
			buf_fmt(&fe.top, "\t%s %s[%s];\n", ec->name, v, cap);
			ln("__builtin_memset(%s, 0, sizeof %s);", v, v);
			assign(REF_IDX(s->dst), x_atom(xs("(TuSlice){ %s, %s, %s }", v, len, cap)));
			return;
		}
		const char *room = given_room(s);
		at_line(s);
		if (room)
			put(s->dst, s, xs("(TuSlice){ %s ? __builtin_memset(%s, 0, %lld) : tu_new_array(&%s, %s), %s, %s }", room, room, (long long)(ec->size * c), desc_name(elem), cap, len, cap));
		else
			put(s->dst, s, xs("(TuSlice){ tu_new_array(&%s, %s), %s, %s }", desc_name(elem), cap, len, cap));
		return;
	}
	settle(EFF_P);
	int nbuf = on_stack(s) && s->dst && ec->rep != R_ZERO ? (int)(fe.f->sites.v[s->site].nbuf / ec->size) : 0;
	const char *room = given_room(s);
	if (room && s->dst && ec->rep != R_ZERO && !(kn && kc))
		nbuf = (int)(fe.f->rooms.v[fe.f->sites.v[s->site].gift - 1] / ec->size);
	else
		room = NULL;
	if (nbuf) {             /* small ones live in the frame */
		const char *v = fresh("make"), *t = fresh("slice");
		if (room)
			buf_fmt(&fe.top, "\t%s *%s;\n", ec->name, v), ln("%s = %s;", v, room);
		else
			buf_fmt(&fe.top, "\t%s %s[%d];\n", ec->name, v, nbuf);
		ln("TuSlice %s;", t);
		ln("if (%s(uint64_t)%s <= (uint64_t)%s && (uint64_t)%s <= %d) {", room ? xs("%s && ", v) : "", a.s, b.s, b.s, nbuf);
		ln("\t__builtin_memset(%s, 0, (uint64_t)%s * sizeof *%s);", v, b.s, v);
		ln("\t%s = (TuSlice){ %s, (int64_t)%s, (int64_t)%s };", t, v, a.s, b.s);
		ln("} else");
		at_line(s);
		ln("\t%s = tu_make_slice(&%s, %s, %s);", t, desc_name(elem), a.s, b.s);
		assign(REF_IDX(s->dst), x_atom(t));
		return;
	}
	at_line(s);
	put(s->dst, s, xs("tu_make_slice(&%s, %s, %s)", desc_name(elem), a.s, b.s));
}

typedef struct { Bits *mask; int at; } MaskAt;
static void mark_word(int64_t off, void *arg)
{
	MaskAt *m = arg;
	bits_set(m->mask, m->at + (int)(off / 8));
}

/* The closure object: code, then captures; by-reference ones hold the variable's address. */
static void closure(Ins *s)
{
	Fn *g = s->u.fn, *f = fe.f;
	if (!s->dst)
		return;
	if (!g->captures.n) {
		set_dst(s->dst, s, (X){ .s = xs("(void *)&%s", closure_name(g)), .kind = X_EXPR });
		return;
	}
	Buf fields = { 0 };
	int64_t size = 8;
	Bits mask = bits_new(&build_arena, 1);
	bool ptrs = false;
	int nword = 1;
	struct { int64_t off; Type *t; bool ref; } lay[g->captures.n + 1];
	vec_each(&g->captures, k) {
		Local *cl = &g->locals.v[g->captures.v[k]];
		CType *ct = ctype(cl->type);
		int64_t al = cl->by_ref ? 8 : type_align(cl->type), sz = cl->by_ref ? 8 : ct->size;
		lay[k].t = cl->type;
		lay[k].ref = cl->by_ref;
		lay[k].off = -1;
		if (ct->rep == R_ZERO)
			continue;
		size = (size + al - 1) / al * al;
		lay[k].off = size;
		size += sz;
		buf_fmt(&fields, " %s c%d;", cl->by_ref ? "void *" : ct->name, k);
		ptrs |= cl->by_ref || ct->ptrs;
	}
	size = (size + 7) / 8 * 8;
	nword = (int)(size / 8);
	const char *obj = fresh("clo"), *kind = xs("struct { void *code;%s }", fields.s ? fields.s : "");
	buf_free(&fields);
	int64_t nmany = is_many(s) ? MAX(f->sites.v[s->site].nbuf / size, 2) : 0;
	if (on_stack(s) && !nmany) {
		buf_fmt(&fe.top, "\t%s %s$s, *%s = &%s$s;\n", kind, obj, obj, obj);
	} else {
		const char *mname = "0", *small = NULL;
		if (ptrs) {
			mask = bits_new(&build_arena, nword + 1);
			vec_each(&g->captures, k) {
				if (lay[k].off < 0)
					continue;
				if (lay[k].ref) {
					bits_set(&mask, (int)(lay[k].off / 8));
					continue;
				}
				int64_t pn = type_ptr_nbyte(lay[k].t) / 8;
				if (!pn)
					continue;
				MaskAt at = { &mask, (int)(lay[k].off / 8) };
				type_ptr_mask(lay[k].t, mark_word, &at);
			}
			small = size <= NEW_CONST_MAX ? new_const_text(size, mask.w[0]) : NULL;
			if (!small)
				mname = mask_of_words(&mask, nword);
		} else if (size >= 16) {
			small = new_const_text(size, 0);
		}
		const char *room = given_room(s);
		if (room) {
			buf_fmt(&fe.top, "\t%s *%s;\n", kind, obj);
			ln("if (%s)", room);
			ln("\t%s = %s;", obj, room);
			ln("else");
		} else if (nmany) {
			buf_fmt(&fe.top, "\t%s %s$b[%lld], *%s;\n\tuint32_t %s$u = 0;\n", kind, obj, (long long)nmany, obj, obj);
			ln("if (TU_LIKELY(%s$u < %lld))", obj, (long long)nmany);
			ln("\t%s = &%s$b[%s$u++];", obj, obj, obj);
			ln("else");
		} else
			buf_fmt(&fe.top, "\t%s *%s;\n", kind, obj);
		at_line(s);
		if (small)
			ln("%s = %s;", obj, small);
		else
			ln("%s = (void *)tu_new_closure(%lld, %s);", obj, (long long)size, mname);
	}
	ln("%s->code = (void *)%s;", obj, fn_name(g));
	vec_each(&g->captures, k) {
		if (k >= s->nlist || lay[k].off < 0)
			continue;
		Ref r = f->refs.v[s->list + k];
		const char *v;
		if (lay[k].ref && REF_KIND(r) == RK_LOCAL && type_canon(ref_type(r)) == type_canon(lay[k].t))
			v = li(r)->barrier ? li(r)->var : (declare_loc(REF_IDX(r)), xs("&%s", li(r)->name));
		else
			v = operand(r).s;
		ln("%s->c%d = %s;", obj, k, v);
	}
	assign(REF_IDX(s->dst), (X){ .s = obj, .kind = X_ATOM });
}

/* ---- strings ------------------------------------------------------------------------------------------------------------------ */

/* Pieces of a buffer for strings that live on beside each other: the next one, and the count to raise when it was taken. */
static const char *string_pieces(Ins *s)
{
	const char *room = given_room(s);
	if (room) {
		const char *v = fresh("used");
		ln("uint32_t %s = 0;", v);
		return xs("%s, %s ? %d : 0, &%s", room, room, fe.f->rooms.v[fe.f->sites.v[s->site].gift - 1], v);
	}
	const char *b = fresh("buf");
	buf_fmt(&fe.top, "\tuint8_t %s[%d];\n\tuint32_t %s$u = 0;\n", b, fe.f->sites.v[s->site].nbuf, b);
	return xs("%s, sizeof %s, &%s$u", b, b, b);
}

/* "buf, size" for conversions whose result may live in the frame. */
static const char *buffer(Ins *s, int nbyte)
{
	if (!on_stack(s))
		return nbyte == 4 ? "0" : "0, 0";
	const char *b = fresh("buf");
	if (nbyte == 32 && fe.f->sites.v[s->site].nbuf > 32)
		nbyte = fe.f->sites.v[s->site].nbuf;
	buf_fmt(&fe.top, "\t%s %s[%d];\n", nbyte == 128 ? "int32_t" : "uint8_t", b, nbyte == 128 ? 32 : nbyte);
	return nbyte == 4 ? b : xs("%s, sizeof %s", b, b);
}

static void str_cat(Ins *s)
{
	Buf b = { 0 };
	X all = { .kind = X_EXPR };
	for (int k = 0; k < s->nlist; k++) {
		X x = operand(fe.f->refs.v[s->list + k]);
		all = x_mix(all, &x);
		buf_fmt(&b, "%s%s", k ? ", " : "", x.s);
	}
	if (all.faults)
		at_line(s);
	const char *v = fresh("cat");
	ln("TuString %s[] = { %s };", v, b.s);
	if ((is_many(s) || given_room(s)) && s->dst) {
		put(s->dst, s, xs("tu_str_cat_piece(%s, %s, %d)", string_pieces(s), v, s->nlist));
	} else
		put(s->dst, s, xs("tu_str_cat(%s, %s, %d)", buffer(s, 32), v, s->nlist));
	buf_free(&b);
}

static void str_conv(Ins *s)
{
	pin(s->a);
	X a = simple(s->a);
	at_line(s);
	if (s->op == OP_STR_BYTES || s->op == OP_STR_RUNES)
		race_range(xs("%s.p", a.s), xs("%s.n * %d", a.s, s->op == OP_STR_BYTES ? 1 : 4), false);
	switch (s->op) {
	case OP_STR_RUNE:
		put(s->dst, s, xs("tu_str_from_rune(%s, (int64_t)%s)", buffer(s, 4), a.s));
		return;
	case OP_STR_BYTES:
		if (s->flags & F_NOCOPY)
			put(s->dst, s, xs("(TuString){ %s.p, %s.n }", a.s, a.s));
		else if ((is_many(s) || given_room(s)) && s->dst)
			put(s->dst, s, xs("tu_str_from_bytes_piece(%s, %s.p, %s.n)", string_pieces(s), a.s, a.s));
		else
			put(s->dst, s, xs("tu_str_from_bytes(%s, %s.p, %s.n)", buffer(s, 32), a.s, a.s));
		return;
	case OP_STR_RUNES:
		put(s->dst, s, xs("tu_str_from_runes(%s, %s.p, %s.n)", buffer(s, 32), a.s, a.s));
		return;
	case OP_BYTES_STR:
		if (s->flags & F_NOCOPY)
			put(s->dst, s, xs("(TuSlice){ %s.p ? (void *)%s.p : (void *)\"\", %s.n, %s.n }", a.s, a.s, a.s, a.s));   /* never a nil slice */
		else if (given_room(s))
			put(s->dst, s, xs("tu_bytes_from_str(%s, %s ? 32 : 0, %s.p, %s.n)", given_room(s), given_room(s), a.s, a.s));
		else
			put(s->dst, s, xs("tu_bytes_from_str(%s, %s.p, %s.n)", buffer(s, 32), a.s, a.s));
		return;
	default:
		put(s->dst, s, xs("tu_runes_from_str(%s, %s.p, %s.n)", buffer(s, 128), a.s, a.s));
	}
}

static void decode_rune(Ins *s)
{
	Ref r = fe.f->refs.v[s->dsts], next = fe.f->refs.v[s->dsts + 1];
	pin(s->a);
	pin(s->b);
	X a = simple(s->a), b = simple(s->b);
	settle(EFF_W);
	const char *v = fresh("r"), *n = fresh("next");
	ln("int32_t %s = %s.p[%s];", v, a.s, b.s);
	ln("int64_t %s = %s + 1;", n, b.s);
	ln("if (TU_UNLIKELY(%s >= 0x80))", v);
	ln("\t%s = tu_decode_rune1(%s.p, %s.n, %s, &%s);", n, a.s, a.s, b.s, v);
	if (r)
		assign(REF_IDX(r), x_atom(v));
	if (next)
		assign(REF_IDX(next), x_atom(n));
}

/* ---- slices --------------------------------------------------------------------------------------------------------------------- */

static const char *bound_arg(Ref r, const char *s)
{
	CType *c = ctype(ref_type(r));
	return !c->is_signed && c->bits == 64 ? xs("(uint64_t)%s", s) : s;
}

static void bound(Ins *s, Ref xr, const char *x, const char *y, const char *kind)
{
	settle(EFF_P);
	at_line(s);
	CType *c = xr ? ctype(ref_type(xr)) : NULL;
	bool pos = !xr || ref_nonneg(xr);
	ln(c && !c->is_signed && c->bits == 64 ? "TU_SLICE_BOUND_U(%s, %s, %s);" : pos ? "TU_SLICE_BOUND_S(%s, %s, %s);" : "TU_SLICE_BOUND(%s, %s, %s);", xr ? bound_arg(xr, x) : x, y, kind);
}

static void slice_op(Ins *s)
{
	Ref rmax = s->nlist ? fe.f->refs.v[s->list] : REF_NONE;
	Type *u = type_canon(type_under(s->type ? s->type : ref_type(s->a)));
	pin(s->a);
	pin(s->b);
	pin(s->c);
	pin(rmax);
	const char *a = S(s->a), *lo = s->b ? S(s->b) : "0", *hi = s->c ? S(s->c) : NULL, *max = rmax ? S(rmax) : NULL;
	bool check = !(s->flags & F_NOCHECK);
	const char *base, *len, *cap;
	int64_t esize, klo = 0, khi = -1, kmax = -1, kn = -1;
	bool lo0 = !s->b || (ref_i64(s->b, &klo) && klo == 0);
	if (s->c && !ref_i64(s->c, &khi))
		khi = -1;
	if (rmax && !ref_i64(rmax, &kmax))
		kmax = -1;
	if (u->kind == K_STRING) {
		base = xs("%s.p", a);
		len = cap = xs("%s.n", a);
		esize = 1;
	} else if (u->kind == K_SLICE) {
		base = xs("%s.p", a);
		len = xs("%s.n", a);
		cap = xs("%s.c", a);
		esize = type_size(u->u.slice.elem);
	} else {
		Type *arr = type_canon(type_under(u->kind == K_POINTER ? u->u.pointer.elem : u));
		if (check && u->kind == K_POINTER) {
			settle(EFF_P);
			at_line(s);
			ln("TU_NIL(%s);", a);
		}
		base = a;
		kn = arr->u.array.len;
		len = cap = xs("%lld", (long long)kn);
		esize = type_size(arr->u.array.elem);
	}
	bool alen = u->kind != K_SLICE;
	if (check && max) {
		if (!(kn >= 0 && kmax >= 0 && kmax <= kn))
			bound(s, rmax, max, cap, alen ? "TU_SL3_ALEN" : "TU_SL3_ACAP");
		if (!(khi >= 0 && kmax >= 0 && khi <= kmax))
			bound(s, s->c, hi ? hi : len, max, "TU_SL3_B");
		if (!lo0 && !(klo > 0 && khi >= klo))
			bound(s, s->b, lo, hi ? hi : len, "TU_SL3_C");
	} else if (check) {
		if (hi && !(kn >= 0 && khi >= 0 && khi <= kn))
			bound(s, s->c, hi, cap, alen ? "TU_SL_ALEN" : "TU_SL_ACAP");
		if (!lo0 && !(klo > 0 && (khi >= klo || (!hi && kn >= klo))))
			bound(s, s->b, lo, hi ? hi : len, "TU_SL_B");
	}
	if (!s->dst)
		return;
	if (!hi)
		hi = len;
	const char *t;
	if (u->kind == K_STRING)
		t = lo0 ? xs("(TuString){ %s, %s }", base, hi) : xs("tu_substr(%s, %s, %s)", base, lo, hi);
	else if (lo0)
		t = xs("(TuSlice){ %s, %s, %s }", base, hi, max ? max : cap);
	else
		t = xs("tu_subslice(%s, %s, %s, %s, %lld)", base, lo, hi, max ? max : cap, (long long)esize);
	X x = { .s = t, .kind = X_EXPR };
	Ref all[4] = { s->a, s->b, s->c, rmax };
	for (int k = 0; k < 4; k++)
		if (all[k]) {
			X o = operand(all[k]);
			x = x_mix(x, &o);
		}
	set_dst(s->dst, s, x);
}

/* Room for k more elements. The site of a slice that stays has a buffer in the frame, handed out piece by piece and never again, so that
 * loops need no care; first pieces have 32 bytes, as in Go, where cap() shows it. */
static void append_room(Ins *s, const char *t, Type *elem, const char *a, const char *k)
{
	int nbuf = on_stack(s) ? fe.f->sites.v[s->site].nbuf : 0;
	const char *room = given_room(s);
	if (room) {
		int nroom = fe.f->rooms.v[fe.f->sites.v[s->site].gift - 1];
		buf_fmt(&fe.top, "\tuint32_t %s$u = 0;\n", t);
		ln("TuSlice %s = %s;", t, a);
		ln("%s.n += %s;", t, k);
		ln("if (TU_UNLIKELY((uint64_t)%s.n > (uint64_t)%s.c))", t, t);
		ln("\t%s = %s ? tu_slice_grow_buf(&%s, %s, %s, %s, &%s$u, %d, %d) : tu_append_room(&%s, %s, %s);", t, room, desc_name(elem), t, k, room, t, nroom, s->op == OP_APPEND,
			desc_name(elem), xs("(TuSlice){ %s.p, %s.n - %s, %s.c }", t, t, k, t), k);
		return;
	}
	if (fe.race && ctype(elem)->size) {
		const char *old = fresh("old");
		ln("TuSlice %s = %s;", old, a);
		a = old;
		ln("if (%s.n + %s > %s.c)", a, k, a);
		race_range(xs("%s.p", a), xs("%s.n * %lld", a, (long long)ctype(elem)->size), false);
	}
	if (!nbuf) {
		ln("TuSlice %s = tu_append_room(&%s, %s, %s);", t, desc_name(elem), a, k);
		return;
	}
	buf_fmt(&fe.top, "\t_Alignas(16) uint8_t %s$b[%d];\n\tuint32_t %s$u = 0;\n", t, nbuf, t);
	ln("TuSlice %s = %s;", t, a);
	ln("%s.n += %s;", t, k);
	ln("if (TU_UNLIKELY((uint64_t)%s.n > (uint64_t)%s.c))", t, t);
	ln("\t%s = tu_slice_grow_buf(&%s, %s, %s, %s$b, &%s$u, %d, %d);", t, desc_name(elem), t, k, t, t, nbuf, s->op == OP_APPEND);
}

static void append(Ins *s)
{
	Type *elem = slice_elem(s->type);
	CType *ec = ctype(elem);
	Fn *f = fe.f;
	X a = operand(s->a);
	const char *v[s->nlist + 1];
	for (int k = 0; k < s->nlist; k++) {
		Ref r = f->refs.v[s->list + k];
		pin(r);
		v[k] = operand_bare(r).s;
	}
	settle(EFF_W);
	const char *t = fresh("app");
	at_line(s);                     /* it may allocate: the heap profile names the line */
	append_room(s, t, elem, a.s, xs("%d", s->nlist));
	for (int k = 0; k < s->nlist; k++) {
		if (ec->rep == R_ZERO)
			break;
		const char *lv = xs("((%s *)%s.p)[%s.n - %d]", ec->name, t, t, s->nlist - k);
		store_to(race_lv(lv, true), ec, elem, v[k], true);
	}
	if (s->dst)
		assign(REF_IDX(s->dst), x_atom(t));
}

static void append_slice(Ins *s)
{
	Type *elem = slice_elem(s->type);
	CType *ec = ctype(elem);
	pin(s->a);
	pin(s->b);
	pin(s->c);
	const char *a = S(s->a);
	const char *t = fresh("app");
	settle(EFF_W | EFF_P);
	at_line(s);
	if (s->flags & F_MAKE) {
		const char *n = S(s->c);
		ln("if (TU_UNLIKELY((uint64_t)%s >> 47))", n);
		ln("\ttu_make_slice(&%s, %s, %s);", desc_name(elem), n, n);
		append_room(s, t, elem, a, n);
		if (ec->rep != R_ZERO) {
			const char *at = xs("(%s *)%s.p + (%s.n - %s)", ec->name, t, t, n);
			if (ec->ptrs)
				ln("tu_typed_clear(&%s, %s, %s);", desc_name(elem), at, n);
			else
				ln("__builtin_memset(%s, 0, (uint64_t)%s * %lld);", at, n, (long long)ec->size);
		}
	} else {
		X b = simple(s->b);
		if (ref_is_const(s->b) && ref_const(s->b) == NULL) {
			if (s->dst)
				assign(REF_IDX(s->dst), x_atom(a));
			return;
		}
		append_room(s, t, elem, a, xs("%s.n", b.s));
		if (ec->rep != R_ZERO) {
			const char *at = xs("(%s *)%s.p + (%s.n - %s.n)", ec->name, t, t, b.s);
			race_range(xs("%s.p", b.s), xs("%s.n * %lld", b.s, (long long)ec->size), false);
			race_range(at, xs("%s.n * %lld", b.s, (long long)ec->size), true);
			if (ec->ptrs)
				ln("tu_typed_move(&%s, %s, %s.p, %s.n);", desc_name(elem), at, b.s, b.s);
			else
				ln("tu_memmove(%s, %s.p, %s.n * %lld);", at, b.s, b.s, (long long)ec->size);
		}
	}
	if (s->dst)
		assign(REF_IDX(s->dst), x_atom(t));
}

static void copy(Ins *s)
{
	Type *elem = slice_elem(s->type ? s->type : ref_type(s->a));
	CType *ec = ctype(elem);
	pin(s->a);
	pin(s->b);
	const char *a = S(s->a), *b = S(s->b), *n = fresh("n");
	settle(EFF_W);
	ln("int64_t %s = %s.n < %s.n ? %s.n : %s.n;", n, a, b, a, b);
	if (ctype(ref_type(s->b))->rep == R_SLICE)
		race_range(xs("%s.p", b), xs("%s * %lld", n, (long long)ec->size), false);
	race_range(xs("%s.p", a), xs("%s * %lld", n, (long long)ec->size), true);
	if (ec->ptrs)
		ln("tu_typed_move(&%s, %s.p, %s.p, %s);", desc_name(elem), a, b, n);
	else if (ec->rep != R_ZERO)
		ln("tu_memmove(%s.p, %s.p, %s * %lld);", a, b, n, (long long)ec->size);
	if (s->dst)
		assign(REF_IDX(s->dst), x_atom(n));
}

static void clear(Ins *s)
{
	Type *u = type_canon(type_under(s->type ? s->type : ref_type(s->a)));
	pin(s->a);
	const char *a = S(s->a);
	settle(EFF_W | EFF_C);
	at_line(s);
	if (u->kind == K_MAP) {
		race_range(a, "8", true);
		ln("tu_map_clear(&%s, %s);", desc_name(u), a);
		return;
	}
	CType *ec = ctype(u->u.slice.elem);
	race_range(xs("%s.p", a), xs("%s.n * %lld", a, (long long)ec->size), true);
	if (ec->ptrs)
		ln("tu_typed_clear(&%s, %s.p, %s.n);", desc_name(u->u.slice.elem), a, a);
	else if (ec->rep != R_ZERO)
		ln("if (%s.n) __builtin_memset(%s.p, 0, (uint64_t)%s.n * %lld);", a, a, a, (long long)ec->size);
}

static void slice_to_array(Ins *s)
{
	Type *arr = type_canon(type_under(s->type));
	if (arr->kind == K_POINTER)
		arr = type_canon(type_under(arr->u.pointer.elem));
	pin(s->a);
	X a = simple(s->a);
	settle(EFF_P);
	at_line(s);
	ln("if (TU_UNLIKELY(%s.n < %lld))", a.s, (long long)arr->u.array.len);
	ln("\ttu_panic_slice(%s.n, %lld, TU_SL_CONVERT);", a.s, (long long)arr->u.array.len);
	X x = { .s = xs("%s.p", a.s), .kind = X_PATH };
	set_dst(s->dst, s, x_mix(x, &a));
}

static void unsafe_make(Ins *s)
{
	pin(s->a);
	pin(s->b);
	X a = simple(s->a), b = simple(s->b);
	settle(EFF_P);
	at_line(s);
	bool str = s->op == OP_UNSAFE_STRING;
	CType *bc = ctype(ref_type(s->b));
	const char *n = bc->is_signed || bc->bits < 64 ? b.s : xs("(%s > INT64_MAX ? -1 : (int64_t)%s)", b.s, b.s);
	ln("tu_check_unsafe(%s, %s, %lld, %d);", a.s, n, (long long)(str ? 1 : type_size(s->type)), str);
	X x = { .s = str ? xs("(TuString){ %s, %s }", a.s, b.s) : xs("(TuSlice){ %s, %s, %s }", a.s, b.s, b.s), .kind = X_EXPR };
	if (s->dst)
		set_dst(s->dst, s, x_mix(x_mix(x, &a), &b));
}

/* ---- maps -------------------------------------------------------------------------------------------------------------------------- */

/* Suffix of the runtime function for this key type: "32", "64", "_str", or "" for the general one. */
static const char *key_kind(Type *map)
{
	CType *k = ctype(map->u.map.key);
	if (k->rep == R_INT && k->bits == 32)
		return "32";
	if ((k->rep == R_INT && k->bits == 64) || k->rep == R_PTR)
		return "64";
	return k->rep == R_STRING ? "_str" : "";
}

/* Key argument; prints a copy whose address can be taken when the general function needs one. */
static const char *key_arg(Type *map, Ref key)
{
	CType *k = ctype(map->u.map.key);
	const char *kind = key_kind(map);
	if (k->rep == R_ZERO)
		return zero_object();
	if (!strcmp(kind, "32") || !strcmp(kind, "64")) {
		X x = operand_bare(key);
		return k->rep == R_PTR ? xs("(uint64_t)%s", parens(x).s) : x.s;
	}
	if (!strcmp(kind, "_str")) {
		const Const *c = ref_const(key);
		if (ref_is_const(key)) {
			Sym *y = c ? const_str(c) : sym("");
			Buf b = { 0 };
			buf_puts(&b, "(const uint8_t *)");
			put_cstring(&b, y->s, y->n);
			const char *t = xs("%s, %u", b.s, y->n);
			buf_free(&b);
			return t;
		}
		const char *n = S(key);
		return xs("%s.p, %s.n", n, n);
	}
	const char *v = fresh("key");
	X x = operand_bare(key);
	ln("%s %s = %s;", k->name, v, x.s);
	return xs("&%s", v);
}

static Type *map_of(Ins *s)
{
	return type_canon(type_under(s->type ? s->type : ref_type(s->a)));
}

static void map_get_op(Ins *s)
{
	Type *m = map_of(s);
	CType *vc = ctype(m->u.map.elem);
	bool two = s->op == OP_MAP_GET2;
	Ref v = two ? (s->ndst > 0 ? fe.f->refs.v[s->dsts] : REF_NONE) : s->dst, ok = two && s->ndst > 1 ? fe.f->refs.v[s->dsts + 1] : REF_NONE;
	pin(s->a);
	pin(s->b);
	const char *a = S(s->a);
	settle(EFF_P);
	at_line(s);
	const char *key = key_arg(m, s->b), *e = fresh("e");
	race_range(a, "8", false);
	ln("%s%s = tu_map_find%s(&%s, %s, %s);", vc->rep == R_ZERO ? "void *" : xs("%s *", vc->name), e, key_kind(m), desc_name(m), a, key);
	if (v && vc->rep != R_ZERO) {
		if (vc->rep >= R_STRING) {
			const char *t = fresh("v");
			ln("%s %s = { 0 };", vc->name, t);
			ln("if (%s)", e);
			ln("\t%s = *%s;", t, e);
			assign(REF_IDX(v), x_atom(t));
		} else {
			assign(REF_IDX(v), x_atom(xs("%s ? *%s : %s", e, e, const_text_c(m->u.map.elem, NULL, false))));
		}
	}
	if (ok)
		assign(REF_IDX(ok), x_atom(xs("%s != 0", e)));
}

static void map_set_op(Ins *s)
{
	Type *m = map_of(s);
	CType *vc = ctype(m->u.map.elem);
	pin(s->a);
	pin(s->b);
	if (s->op == OP_MAP_SET)
		pin(s->c);
	const char *a = S(s->a), *val = s->op == OP_MAP_SET ? operand_bare(s->c).s : NULL;
	settle(EFF_W | EFF_C | EFF_P);
	at_line(s);
	const char *key = key_arg(m, s->b);
	race_range(a, "8", true);
	const char *call = xs("tu_map_assign%s(&%s, %s, %s)", key_kind(m), desc_name(m), a, key);
	if (s->op == OP_MAP_ADDR) {
		put(s->dst, s, call);
		return;
	}
	if (vc->rep == R_ZERO) {
		ln("%s;", call);
		return;
	}
	const char *e = fresh("e");
	ln("%s *%s = %s;", vc->name, e, call);
	store_to(xs("*%s", e), vc, m->u.map.elem, val, true);
}

static void map_other(Ins *s)
{
	Fn *f = fe.f;
	if (s->op == OP_MAP_DELETE) {
		Type *m = map_of(s);
		pin(s->a);
		pin(s->b);
		const char *a = S(s->a);
		settle(EFF_W | EFF_P);
		at_line(s);
		const char *key = key_arg(m, s->b);
		race_range(a, "8", true);
		ln("tu_map_delete%s(&%s, %s, %s);", key_kind(m), desc_name(m), a, key);
	} else if (s->op == OP_MAP_ITER) {
		Type *m = map_of(s);
		X a = operand(s->a);
		declare_loc(REF_IDX(s->dst));
		if (a.faults || fe.race)
			at_line(s);
		ln(fe.race ? "tu_map_iter_init(&%s, tu_race_rd(%s, 8), &%s);" : "tu_map_iter_init(&%s, %s, &%s);", desc_name(m), a.s, li(s->dst)->name);
	} else if (s->op == OP_MAP_NEXT) {
		race_range(xs("%s.m", li(s->a)->name), "8", false);
		ln("tu_map_iter_next(&%s);", li(s->a)->name);
	} else {
		const char *it = li(s->a)->name;
		Ref more = f->refs.v[s->dsts], k = s->ndst > 1 ? f->refs.v[s->dsts + 1] : REF_NONE, v = s->ndst > 2 ? f->refs.v[s->dsts + 2] : REF_NONE;
		settle(EFF_W);
		for (int j = 0; j < 2; j++) {
			Ref r = j ? v : k;
			if (!r || li(r)->ct->rep == R_ZERO)
				continue;
			declare_loc(REF_IDX(r));
			ln("if (%s.key) {", it);
			assign(REF_IDX(r), x_atom(xs("*(%s *)%s.%s", li(r)->ct->name, it, j ? "val" : "key")));
			ln("}");
		}
		if (more)
			assign(REF_IDX(more), x_atom(xs("%s.key != 0", it)));
	}
}

static void make_map(Ins *s)
{
	X a = s->a ? operand_bare(s->a) : x_atom("0");
	at_line(s);
	if (on_stack(s) && s->dst) {
		const char *v = fresh("map");
		buf_fmt(&fe.top, "\t_Alignas(16) uint8_t %s[%lld];\n", v, (long long)esc_map_room(s->type));
		put(s->dst, s, xs("tu_make_map_at(&%s, %s, %s, sizeof %s)", desc_name(type_under(s->type)), a.s, v, v));
		return;
	}
	const char *room = given_room(s);
	if (room && s->dst) {
		const char *d = desc_name(type_under(s->type));
		put(s->dst, s, xs("%s ? tu_make_map_at(&%s, %s, %s, %lld) : tu_make_map(&%s, %s)", room, d, a.s, room, (long long)esc_map_room(s->type), d, a.s));
		return;
	}
	put(s->dst, s, xs("tu_make_map(&%s, %s)", desc_name(type_under(s->type)), a.s));
}

bool emit_lib_ins(Ins *s)
{
	switch (s->op) {
	case OP_NEW: new_value(s); return true;
	case OP_MAKE_SLICE: make_slice(s); return true;
	case OP_MAKE_MAP: make_map(s); return true;
	case OP_MAKE_CHAN: {
		X a = s->a ? operand_bare(s->a) : x_atom("0");
		settle(EFF_P);
		at_line(s);
		put(s->dst, s, xs("tu_make_chan(&%s, %s)", desc_name(type_under(s->type)), a.s));
		return true;
	}
	case OP_CLOSURE: closure(s); return true;
	case OP_STR_CAT: str_cat(s); return true;
	case OP_STR_RUNE: case OP_STR_BYTES: case OP_STR_RUNES: case OP_BYTES_STR: case OP_RUNES_STR: str_conv(s); return true;
	case OP_DECODE_RUNE: decode_rune(s); return true;
	case OP_SLICE: slice_op(s); return true;
	case OP_APPEND: append(s); return true;
	case OP_APPEND_SLICE: append_slice(s); return true;
	case OP_COPY: copy(s); return true;
	case OP_CLEAR: clear(s); return true;
	case OP_SLICE_TO_ARRAY: slice_to_array(s); return true;
	case OP_UNSAFE_SLICE: case OP_UNSAFE_STRING: unsafe_make(s); return true;
	case OP_MAP_GET: case OP_MAP_GET2: map_get_op(s); return true;
	case OP_MAP_SET: case OP_MAP_ADDR: map_set_op(s); return true;
	case OP_MAP_DELETE: case OP_MAP_ITER: case OP_MAP_KEY: case OP_MAP_NEXT: map_other(s); return true;
	default: return false;
	}
}
