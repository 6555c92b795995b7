/* ccall.c: functions as others see them (prototypes, closures of declared functions), calls, go, defer, panics, channels. */
#include "compiler/emit/em.h"

/* ---- functions ---------------------------------------------------------------------------------------------------------------- */

/* Parameter list; names: as the body expects them (cfunc.c, param_in). */
void put_params(Buf *b, Fn *f, bool names)
{
	int n = 0;
	vec_each(&f->params, k) {
		int i = f->params.v[k];
		CType *c = ctype(f->locals.v[i].type);
		if (c->rep == R_ZERO)
			continue;
		const char *v = names ? f->locals.v[i].heap ? xs("%s$in", fe.loc[i].var) : fe.loc[i].var : NULL;
		buf_puts(b, n++ ? ", " : "");
		switch ((Rep)c->rep) {
		case R_STRING:
			names ? buf_fmt(b, "const uint8_t *%s$p, int64_t %s$n", v, v) : buf_puts(b, "const uint8_t *, int64_t");
			break;
		case R_SLICE:
			names ? buf_fmt(b, "void *%s$p, int64_t %s$n, int64_t %s$c", v, v, v) : buf_puts(b, "void *, int64_t, int64_t");
			break;
		case R_IFACE:
			names ? buf_fmt(b, "const void *%s$tab, void *%s$d", v, v) : buf_puts(b, "const void *, void *");
			break;
		default:
			names ? buf_fmt(b, "%s %s", c->name, v) : buf_puts(b, c->name);
		}
	}
	if (f->is_closure)
		buf_puts(b, n++ ? ", void *" : "void *"), buf_puts(b, names ? "ctx$" : "");
	if (!n)
		buf_puts(b, "void");
}

static void put_type_params(Buf *b, Type *sig, int *n)
{
	Type *u = type_under(sig);
	vec_each(&u->u.fn.params, i) {
		CType *c = ctype(u->u.fn.params.v[i]->type);
		if (c->rep == R_ZERO)
			continue;
		buf_puts(b, (*n)++ ? ", " : "");
		buf_puts(b, c->rep == R_STRING ? "const uint8_t *, int64_t" : c->rep == R_SLICE ? "void *, int64_t, int64_t" : c->rep == R_IFACE ? "const void *, void *" : c->name);
	}
}

static const char *sig_result(Type *sig)
{
	Type *u = type_under(sig);
	Type *v[u->u.fn.results.n + 1];
	vec_each(&u->u.fn.results, i)
		v[i] = u->u.fn.results.v[i]->type;
	return result_struct(v, u->u.fn.results.n);
}

/* Cast for an indirect call: data word first for methods, context last for func values. */
void put_fn_type(Buf *b, Type *sig, bool recv_word, const char *inner)
{
	int n = 0;
	buf_fmt(b, "%s (*%s)(", sig_result(sig), inner);
	if (recv_word)
		buf_puts(b, "void *"), n++;
	put_type_params(b, sig, &n);
	if (!recv_word)
		buf_puts(b, n++ ? ", void *" : "void *");
	buf_putc(b, ')');
}

/* C functions get a private name bound to the symbol, so that no declaration of theirs in a header can disagree with ours. */
static const char *extern_name(Fn *f)
{
	Buf b = { 0 };
	const char *name = str_fmt("X_%s", f->cname);
	buf_fmt(&b, "%s(", result_type(f));
	put_params(&b, f, false);
	char *key = str_fmt("extern %s %s", f->cname, b.s);
	const char *have = strmap_get(&em.results, key);
	if (!have) {
		static const char *const none = "";
		for (int k = 2; strmap_get(&em.results, name); k++)
			name = str_fmt("X_%s$%d", f->cname, k);
		strmap_set(&em.results, name, (void *)none);
		strmap_set(&em.results, key, (void *)name);
		have = name;
		buf_fmt(&em.protos, "extern %s %s(", result_type(f), name);
		put_params(&em.protos, f, false);
		buf_fmt(&em.protos, ") __asm__(\"%s\");\n", f->cname);
	}
	buf_free(&b);
	return have;
}

const char *fn_name(Fn *f)
{
	const char *have = map_get(&em.fns, MAP_KEY(f));
	if (have)
		return have;
	have = f->cname;
	if (f->unit != em.u && !strcmp(have, "G_runtime_oMemProfile"))
		prog->memprof = true;
	if (f->is_intrinsic)
		em.intrin = true;
	else if (f->is_extern)
		have = extern_name(f);
	map_set(&em.fns, MAP_KEY(f), (void *)have);
	if (f->is_extern || f->is_intrinsic)
		return have;
	if ((f->weak || f->unit == em.u) && !map_has(&em.own, MAP_KEY(f))) {
		map_set(&em.own, MAP_KEY(f), f);
		vec_push(&em.extra, f);
	}
	Buf b = { 0 };
	fn_proto(&b, f);
	buf_fmt(&em.protos, "%s;\n", b.s);
	buf_free(&b);
	return have;
}

/* Real code for an inline function of tuco_intrin.h used as func value. */
static const char *intrinsic_code(Fn *f)
{
	Type *u = type_under(f->sig);
	const char *name = str_fmt("W%d", em.nclosure), *rt = result_type(f);
	Buf p = { 0 }, a = { 0 };
	vec_each(&u->u.fn.params, i) {
		CType *c = ctype(u->u.fn.params.v[i]->type);
		if (c->rep == R_ZERO)
			continue;
		static const char *const one[] = { "const uint8_t *p%d, int64_t n%d", "void *p%d, int64_t n%d, int64_t c%d", "const void *p%d, void *n%d" };
		buf_puts(&p, p.n ? ", " : "");
		buf_puts(&a, a.n ? ", " : "");
		if (c->rep == R_STRING || c->rep == R_SLICE || c->rep == R_IFACE) {
			buf_fmt(&p, one[c->rep - R_STRING], i, i, i);
			buf_fmt(&a, c->rep == R_SLICE ? "p%d, n%d, c%d" : "p%d, n%d", i, i, i);
		} else {
			buf_fmt(&p, "%s p%d", c->name, i);
			buf_fmt(&a, "p%d", i);
		}
	}
	const char *args = a.s ? a.s : "";
	buf_fmt(&em.decls, "static %s %s(%s);\n", rt, name, p.s ? p.s : "void");
	buf_fmt(&em.data, "static %s %s(%s)\n{\n\t", rt, name, p.s ? p.s : "void");
	if (!strcmp(rt, "void"))
		buf_fmt(&em.data, "%s(%s);\n}\n", fn_name(f), args);
	else if (rt[0] == 'R')
		buf_fmt(&em.data, "__typeof__(%s(%s)) t = %s(%s);\n\treturn *(%s *)&t;\n}\n", fn_name(f), args, fn_name(f), args, rt);
	else
		buf_fmt(&em.data, "return %s(%s);\n}\n", fn_name(f), args);
	buf_free(&p);
	buf_free(&a);
	return name;
}

/* A func value's code takes the context as one more argument. A function that does not expect it leaves it alone: in the SysV
 * convention the caller owns the argument area, so the declared function itself serves as code. */
const char *closure_name(Fn *f)
{
	const char *n = map_get(&em.closures, MAP_KEY(f));
	if (n)
		return n;
	n = str_fmt("F%d", ++em.nclosure);
	map_set(&em.closures, MAP_KEY(f), (void *)n);
	buf_fmt(&em.decls, "static const TuClosure %s;\n", n);
	buf_fmt(&em.data, "static const TuClosure %s = { (void *)%s };  /* %s */\n", n, f->is_intrinsic ? intrinsic_code(f) : fn_name(f), strstr(f->name, "*/") ? "" : f->name);
	return n;
}

/* ---- calls ------------------------------------------------------------------------------------------------------------------------ */

static void arg(Buf *b, Ref r, int *n, X *all)
{
	CType *c = ctype(ref_type(r));
	if (c->rep == R_ZERO)
		return;
	buf_puts(b, (*n)++ ? ", " : "");
	bool k = ref_is_const(r);
	X x;
	switch ((Rep)c->rep) {
	case R_STRING:
		if (k) {
			Sym *s = ref_const(r) ? const_str(ref_const(r)) : sym("");
			if (s->n) {
				buf_puts(b, "(const uint8_t *)");
				put_cstring(b, s->s, s->n);
				buf_fmt(b, ", %u", s->n);
			} else {
				buf_puts(b, "0, 0");
			}
			return;
		}
		x = simple(r);
		buf_fmt(b, "%s.p, %s.n", x.s, x.s);
		break;
	case R_SLICE:
		if (k) {
			buf_puts(b, "0, 0, 0");
			return;
		}
		x = simple(r);
		buf_fmt(b, "%s.p, %s.n, %s.c", x.s, x.s, x.s);
		break;
	case R_IFACE:
		if (k) {
			buf_puts(b, "0, 0");
			return;
		}
		x = simple(r);
		buf_fmt(b, "%s.tab, %s.d", x.s, x.s);
		break;
	default:
		x = hidden_pointer(r);
		buf_puts(b, x.s);
	}
	*all = x_mix(*all, &x);
}

static const char *args(Ins *s, int from, int n)
{
	Buf b = { 0 };
	X all = { 0 };
	/* temporaries printed twice become variables before any other argument's text is taken */
	for (int k = from; k < s->nlist; k++) {
		Ref r = fe.f->refs.v[s->list + k];
		Rep rep = ctype(ref_type(r))->rep;
		if (rep == R_STRING || rep == R_SLICE || rep == R_IFACE)
			(void)(REF_KIND(r) == RK_LOCAL && li(r)->pend && li(r)->x.kind >= X_POST ? (pin(r), 0) : 0);
	}
	for (int k = from; k < s->nlist; k++)
		arg(&b, fe.f->refs.v[s->list + k], &n, &all);
	const char *t = xs("%s", b.s ? b.s : "");
	buf_free(&b);
	return t;
}

/* Gives the results of call text to the destinations. same: the C function returns exactly our result type. */
static void results(Ins *s, Type *sig, const char *call, bool same)
{
	Type *u = type_under(sig);
	int nr = u->u.fn.results.n, live = 0, used = 0;
	for (int k = 0; k < nr; k++) {
		if (ctype(u->u.fn.results.v[k]->type)->rep == R_ZERO)
			continue;
		live++;
		used += k < s->ndst && fe.f->refs.v[s->dsts + k];
	}
	if (s->ndst == 0 && s->dst && nr == 1) {
		if (live)
			assign(REF_IDX(s->dst), (X){ .s = call, .kind = X_EXPR });
		else
			ln("%s;", call);
		return;
	}
	if (!used) {
		/* gcc would drop a call whose only effect is a nil dereference: it takes loads for harmless. */
		if (live && !strncmp(call, "G_", 2))
			ln("{ __typeof__(%s) u$ = %s; __asm__ volatile(\"\" : : \"%s\"(u$)); }", call, call, live > 1 ? "m" : "g");
		else
			ln("%s;", call);
		return;
	}
	if (live == 1) {
		for (int k = 0; k < s->ndst; k++)
			if (fe.f->refs.v[s->dsts + k] && ctype(u->u.fn.results.v[k]->type)->rep != R_ZERO)
				assign(REF_IDX(fe.f->refs.v[s->dsts + k]), (X){ .s = call, .kind = X_EXPR });
		return;
	}
	const char *r = fresh("r"), *rt = sig_result(sig);
	if (same)
		ln("%s %s = %s;", rt, r, call);
	else
		ln("%s %s = ({ __typeof__(%s) t$ = %s; *(%s *)&t$; });", rt, r, call, call, rt);
	for (int k = 0, at = 0; k < nr; k++) {
		if (ctype(u->u.fn.results.v[k]->type)->rep == R_ZERO)
			continue;
		if (k < s->ndst && fe.f->refs.v[s->dsts + k])
			assign(REF_IDX(fe.f->refs.v[s->dsts + k]), x_atom(xs("%s.r%d", r, at)));
		at++;
	}
}

static bool pure_intrinsic(Fn *f)
{
	Type *u = type_under(f->sig);
	if (!f->is_intrinsic || u->u.fn.results.n != 1 || f->params.n == 0)
		return false;
	vec_each(&u->u.fn.params, i) {
		Rep r = ctype(u->u.fn.params.v[i]->type)->rep;
		if (r != R_INT && r != R_FLOAT)
			return false;
	}
	return ctype(u->u.fn.results.v[0]->type)->rep <= R_COMPLEX;
}

/* Rooms for the callee's results, see escape/gift.c. */
static void give_rooms(Ins *s)
{
	uint32_t at = (uint32_t)(s - fe.f->ins.v);
	const char *room[8] = { 0 };
	int n = 0, any = 0;
	vec_each(&fe.f->gifts, k) {
		Gift *g = &fe.f->gifts.v[k];
		if (g->ins != at || g->k >= 8)
			continue;
		n = MAX(n, g->k + 1);
		if (g->pass > 0) {
			room[g->k] = xs("room$%d", g->pass - 1);
			any++;
		} else if (g->verdict == V_STACK) {
			enum { PIECES_NBYTE = 384 };
			const char *v = fresh("room");
			int piece = (g->nbyte + 15) & ~15, npiece = MAX(PIECES_NBYTE / piece, 2);
			if (g->many) {
				buf_fmt(&fe.top, "\t_Alignas(16) uint8_t %s[%d][%d];\n\tuint32_t %s$u = 0;\n", v, npiece, piece, v);
				room[g->k] = xs("%s$u < %d ? %s[%s$u++] : 0", v, npiece, v, v);
			} else {
				buf_fmt(&fe.top, "\t_Alignas(16) uint8_t %s[%d];\n", v, piece);
				room[g->k] = v;
			}
			any++;
		}
	}
	if (!any)
		return;
	Buf b = { 0 };
	for (int k = 0; k < n; k++)
		buf_fmt(&b, "%s%s", k ? ", " : "", room[k] ? room[k] : "0");
	const char *v = fresh("gift");
	ln("void *%s[] = { %s };", v, b.s);
	ln("tu_gift(%s);", v);
	buf_free(&b);
}

static void call(Ins *s)
{
	Fn *g = s->u.fn;
	if (pure_intrinsic(g) && s->ndst == 1 && fe.f->refs.v[s->dsts]) {
		X all = { .kind = X_EXPR };
		Buf b = { 0 };
		int n = 0;
		for (int k = 0; k < s->nlist; k++)
			arg(&b, fe.f->refs.v[s->list + k], &n, &all);
		all.s = xs("%s(%s)", fn_name(g), b.s ? b.s : "");
		all.kind = X_EXPR;
		buf_free(&b);
		set_dst(fe.f->refs.v[s->dsts], s, all);
		return;
	}
	const char *a = args(s, 0, 0);
	bool ctx = g->is_closure && s->nlist <= g->params.n;   /* called directly: there is nothing captured */
	settle(EFF_R | EFF_W | EFF_P | EFF_C);
	line_for(s->pos, s->inl);
	if (fe.f->defer_wrap && !g->is_extern && (g->has_recover || g->defer_wrap))
		ln("tu_defer_forward_inline((void *)%s, (void *)%s);", fe.f->cname, fn_name(g));
	give_rooms(s);
	results(s, g->sig, xs("%s(%s%s)", fn_name(g), a, ctx ? *a ? ", (void *)0" : "(void *)0" : ""), !g->is_intrinsic);
}

/* The function a func value is known to hold: its variable is set once, from a function or a closure. */
static Fn *known_fn(Ref r)
{
	for (int n = 0; n < 8; n++) {
		if (REF_KIND(r) == RK_FN)
			return fe.f->fnrefs.v[REF_IDX(r)];
		if (REF_KIND(r) != RK_LOCAL)
			return NULL;
		LocInfo *l = li(r);
		uint8_t kind = fe.f->locals.v[REF_IDX(r)].kind;
		if (l->ndef != 1 || l->mem || l->ntouch || (kind != L_VAR && kind != L_TEMP))
			return NULL;
		Ins *d = l->def;
		if (d->op == OP_CLOSURE)
			return d->u.fn;
		if (d->op != OP_MOV && d->op != OP_CAST && d->op != OP_STORE)
			return NULL;
		r = d->a;
	}
	return NULL;
}

static void call_known(Ins *s, Fn *g)
{
	pin(s->a);
	const char *a = args(s, 0, 0);
	settle(EFF_R | EFF_W | EFF_P | EFF_C);
	line_for(s->pos, s->inl);
	const char *ctx = g->is_closure ? S(s->a) : "";
	results(s, g->sig, xs("%s(%s%s%s)", fn_name(g), a, *a && *ctx ? ", " : "", ctx), true);
}

static void call_value(Ins *s)
{
	Fn *g = fe.f->defer_wrap ? NULL : known_fn(s->a);
	if (g && !g->is_extern && !g->is_intrinsic) {
		call_known(s, g);
		return;
	}
	pin(s->a);
	const char *a = args(s, 0, 0), *f = S(s->a);
	settle(EFF_R | EFF_W | EFF_P | EFF_C);
	line_for(s->pos, s->inl);
	if (fe.explicit_nil)
		ln("TU_NIL(%s);", f);
	if (fe.f->defer_wrap)
		ln("tu_defer_forward_inline((void *)%s, ((TuClosure *)%s)->code);", fe.f->cname, f);
	Type *sig = s->type ? s->type : ref_type(s->a);
	Buf t = { 0 };
	put_fn_type(&t, sig, false, "");
	results(s, sig, xs("((%s)((TuClosure *)%s)->code)(%s%s%s)", t.s, f, a, *a ? ", " : "", f), true);
	buf_free(&t);
}

static void call_iface(Ins *s)
{
	Type *it = s->type ? s->type : ref_type(s->a);
	pin(s->a);
	const char *x = S(s->a), *a = args(s, 0, 1);
	settle(EFF_R | EFF_W | EFF_P | EFF_C);
	line_for(s->pos, s->inl);
	if (fe.explicit_nil)
		ln("TU_NIL(%s.tab);", x);
	const char *code = xs("((const TuItab *)%s.tab)->fun[%lld]", x, (long long)s->u.imm);
	if (fe.f->defer_wrap)
		ln("tu_defer_forward_inline((void *)%s, %s);", fe.f->cname, code);
	Type *sig = method_set(type_under(it))->v.v[s->u.imm].type;
	Buf t = { 0 };
	put_fn_type(&t, sig, true, "");
	results(s, sig, xs("((%s)%s)(%s.d%s)", t.s, code, x, a), true);
	buf_free(&t);
}

/* ---- print -------------------------------------------------------------------------------------------------------------------------- */

static void print_one(Ref r)
{
	Type *t = ref_type(r);
	CType *c = ctype(t);
	X x = simple(r);
	switch ((Rep)c->rep) {
	case R_INT:
		if (c->under->kind == K_BOOL || c->under->kind == K_UNTYPED_BOOL)
			ln("tu_print_bool(%s);", x.s);
		else
			ln("tu_print_%s(%s);", c->is_signed ? "i64" : "u64", x.s);
		return;
	case R_FLOAT:
		ln("tu_print_%s(%s);", c->under->kind == K_FLOAT32 ? "f32" : "f64", x.s);
		return;
	case R_COMPLEX:
		ln("tu_print_%s(%s);", c->under->kind == K_COMPLEX64 ? "c64" : "c128", x.s);
		return;
	case R_STRING:
		if (ref_is_const(r)) {
			Buf b = { 0 };
			Sym *s = ref_const(r) ? const_str(ref_const(r)) : sym("");
			put_cstring(&b, s->s, s->n);
			ln("tu_print_str((const uint8_t *)%s, %u);", b.s, s->n);
			buf_free(&b);
		} else {
			ln("tu_print_str(%s.p, %s.n);", x.s, x.s);
		}
		return;
	case R_SLICE:
		ln("tu_print_slice(%s.p, %s.n, %s.c);", x.s, x.s, x.s);
		return;
	case R_IFACE:
		ln("tu_print_iface(%s.tab, %s.d);", x.s, x.s);
		return;
	case R_PTR:
		ln("tu_print_ptr(%s);", x.s);
		return;
	case R_ZERO: case R_STRUCT: case R_ARRAY:
		return;
	}
}

static void print(Ins *s)
{
	for (int k = 0; k < s->nlist; k++)
		pin(fe.f->refs.v[s->list + k]);
	settle(EFF_P);
	ln("tu_print_lock();");
	for (int k = 0; k < s->nlist; k++) {
		if (k && s->flags & F_LN)
			ln("tu_print_sp();");
		print_one(fe.f->refs.v[s->list + k]);
	}
	if (s->flags & F_LN)
		ln("tu_print_nl();");
	ln("tu_print_unlock();");
}

/* ---- channels ----------------------------------------------------------------------------------------------------------------------- */

static void send(Ins *s)
{
	Type *ch = type_canon(type_under(s->type ? s->type : ref_type(s->a)));
	CType *c = ctype(ch->u.chan.elem);
	pin(s->a);
	const char *a = S(s->a);
	X v = operand_bare(s->b);
	settle(EFF_W | EFF_P | EFF_C);
	line_for(s->pos, s->inl);
	if (c->rep == R_ZERO) {
		ln("tu_chan_send(%s, %s);", a, zero_object());
		return;
	}
	const char *t = fresh("v");
	ln("%s %s = %s;", c->name, t, v.s);
	ln("tu_chan_send(%s, &%s);", a, t);
}

static void recv(Ins *s)
{
	bool two = s->op == OP_RECV2;
	Type *ch = type_canon(type_under(s->type ? s->type : ref_type(s->a)));
	CType *c = ctype(ch->u.chan.elem);
	Ref dst = two ? (s->ndst > 0 ? fe.f->refs.v[s->dsts] : REF_NONE) : s->dst, ok = two && s->ndst > 1 ? fe.f->refs.v[s->dsts + 1] : REF_NONE;
	if (!two && !dst && s->ndst)
		dst = fe.f->refs.v[s->dsts];
	X a = operand(s->a);
	settle(EFF_W | EFF_P | EFF_C);
	line_for(s->pos, s->inl);
	const char *t = "0", *k = NULL;
	if (dst && c->rep != R_ZERO) {
		const char *v = fresh("v");
		ln("%s %s;", c->name, v);
		t = xs("&%s", v);
	}
	if (ok) {
		k = fresh("ok");
		ln("uint8_t %s = tu_chan_recv2(%s, %s);", k, a.s, t);
	} else {
		ln("tu_chan_recv(%s, %s);", a.s, t);
	}
	if (dst && c->rep != R_ZERO)
		assign(REF_IDX(dst), x_atom(t + 1));
	if (ok)
		assign(REF_IDX(ok), x_atom(k));
}

static void select_op(Ins *s)
{
	SelTab *t = s->u.sel;
	int n = t->cases.n;
	const char *cs = fresh("cases"), *hit = fresh("chosen");
	const char *val[n + 1];
	for (int k = 0; k < n; k++) {
		pin(t->cases.v[k].chan);
		pin(t->cases.v[k].value);
	}
	settle(EFF_W | EFF_P | EFF_C);
	line_for(s->pos, s->inl);
	for (int k = 0; k < n; k++) {
		SelCase *c = &t->cases.v[k];
		CType *ct = ctype(type_canon(type_under(c->type))->u.chan.elem);
		val[k] = NULL;
		if (ct->rep == R_ZERO || (c->dir == DIR_RECV && !c->dst))
			continue;
		val[k] = fresh("v");
		if (c->dir == DIR_SEND)
			ln("%s %s = %s;", ct->name, val[k], operand_bare(c->value).s);
		else
			ln("%s %s;", ct->name, val[k]);
	}
	if (n) {
		ln("TuCase %s[%d] = {", cs, n);
		for (int k = 0; k < n; k++) {
			SelCase *c = &t->cases.v[k];
			const char *at = val[k] ? xs("&%s", val[k]) : c->dir == DIR_SEND ? zero_object() : "0";
			ln("\t{ %s, %s, %d, 0 },", operand(c->chan).s, at, c->dir == DIR_SEND);
		}
		ln("};");
	}
	ln("int64_t %s = tu_select(%s, %d, %d);", hit, n ? cs : "0", n, t->has_default);
	for (int k = 0; k < n; k++) {
		SelCase *c = &t->cases.v[k];
		if (c->dir == DIR_SEND || (!c->dst && !c->ok))
			continue;
		if (c->dst)
			declare_loc(REF_IDX(c->dst));
		if (c->ok)
			declare_loc(REF_IDX(c->ok));
		ln("if (%s == %d) {", hit, k);
		if (c->dst && val[k])
			assign(REF_IDX(c->dst), x_atom(val[k]));
		if (c->ok)
			assign(REF_IDX(c->ok), x_atom(xs("%s[%d].ok", cs, k)));
		ln("}");
	}
	if (s->dst)
		assign(REF_IDX(s->dst), x_atom(hit));
}

/* ---- the rest ------------------------------------------------------------------------------------------------------------------------ */

static void defer(Ins *s)
{
	X a = operand(s->a);
	settle(EFF_W);
	line_for(s->pos, s->inl);
	if (s->b) {
		ln("tu_defer_heap((TuFrame *)%s, %s);", S(s->b), a.s);
	} else if (s->flags & F_LOOP || fe.f->defer_in_loop) {
		const char *d = fresh("d");     /* the first few in the frame */
		buf_fmt(&fe.top, "\tTuDefer %s[4];\n\tuint32_t %s$u = 0;\n", d, d);
		ln("if (TU_LIKELY(%s$u < 4))", d);
		ln("\ttu_defer(&fr$, &%s[%s$u++], %s);", d, d, a.s);
		ln("else");
		ln("\ttu_defer_heap(&fr$, %s);", a.s);
	} else {
		const char *d = fresh("d");
		buf_fmt(&fe.top, "\tTuDefer %s;\n", d);
		ln("tu_defer(&fr$, &%s, %s);", d, a.s);
	}
}

bool emit_call_ins(Ins *s)
{
	switch (s->op) {
	case OP_CALL: call(s); return true;
	case OP_CALL_FN: call_value(s); return true;
	case OP_CALL_IFACE: call_iface(s); return true;
	case OP_GO: {
		X a = operand(s->a);
		settle(EFF_W | EFF_P | EFF_C);
		line_for(s->pos, s->inl);
		ln("tu_go(%s);", a.s);
		return true;
	}
	case OP_DEFER: defer(s); return true;
	case OP_DEFER_FRAME:
		assign(REF_IDX(s->dst), x_atom("&fr$"));
		return true;
	case OP_RUN_DEFERS:
		settle(EFF_W | EFF_P | EFF_C);
		line_for(s->pos, s->inl);
		ln("tu_frame_pop_inline(&fr$);");
		return true;
	case OP_PANIC: {
		pin(s->a);
		X a = simple(s->a);
		settle(EFF_W | EFF_P);
		line_for(s->pos, s->inl);
		if (ref_is_const(s->a))
			ln("tu_panic_any(0, 0);");
		else
			ln("tu_panic_any(%s.tab, %s.d);", a.s, a.s);
		return true;
	}
	case OP_RANGE_PANIC: {
		X a = operand(s->a);
		settle(EFF_P);
		line_for(s->pos, s->inl);
		ln("tu_panic_range_state((int32_t)(%s));", a.s);
		return true;
	}
	case OP_RECOVER: {
		const char *call = s->a ? xs("tu_recover(%s)", operand(s->a).s) : "tu_recover(rec$)";
		settle(EFF_W | EFF_C);
		if (s->dst)
			assign(REF_IDX(s->dst), x_atom(call));
		else
			ln("%s;", call);
		return true;
	}
	case OP_RECOVER_RIGHT:
		assign(REF_IDX(s->dst), x_atom("rec$"));
		return true;
	case OP_PRINT: print(s); return true;
	case OP_SEND: send(s); return true;
	case OP_RECV: case OP_RECV2: recv(s); return true;
	case OP_CLOSE: {
		X a = operand(s->a);
		settle(EFF_W | EFF_P | EFF_C);
		line_for(s->pos, s->inl);
		ln("tu_chan_close(%s);", a.s);
		return true;
	}
	case OP_SELECT: select_op(s); return true;
	default: return false;
	}
}
