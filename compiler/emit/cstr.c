/* cstr.c: literals and static data: constants as C expressions and as initializers, package variables, boxed constants. */
#include "compiler/emit/em.h"
#include <math.h>

void put_cstring(Buf *b, const char *s, size_t n)
{
	buf_putc(b, '"');
	size_t col = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (col++ >= 2000) {            /* keeps lines readable for tools; adjacent literals join */
			buf_puts(b, "\"\n\t\"");
			col = 0;
		}
		if (c == '"' || c == '\\')
			buf_putc(b, '\\'), buf_putc(b, (char)c);
		else if (c == '\n')
			buf_puts(b, "\\n");
		else if (c == '\t')
			buf_puts(b, "\\t");
		else if (c == '?' && i + 1 < n && s[i + 1] == '?')
			buf_puts(b, "\\?");
		else if (c >= 0x20 && c < 0x7f)
			buf_putc(b, (char)c);
		else
			buf_fmt(b, "\\%03o", c);
	}
	buf_putc(b, '"');
}

void put_tustring(Buf *b, const char *s, size_t n)
{
	if (n == 0) {
		buf_puts(b, "{ 0, 0 }");
		return;
	}
	buf_puts(b, "{ (const uint8_t *)");
	put_cstring(b, s, n);
	buf_fmt(b, ", %zu }", n);
}

static const char *float_text(double d, bool single)
{
	if (isinf(d))
		return single ? (d < 0 ? "-__builtin_inff()" : "__builtin_inff()") : (d < 0 ? "-__builtin_inf()" : "__builtin_inf()");
	if (d == (double)(int64_t)d && fabs(d) < 1e9 && !signbit(d))
		return str_fmt(single ? "%.1ff" : "%.1f", d);
	return str_fmt(single ? "%af" : "%a", d);
}

static const char *int_text(CType *c, const Const *v, bool bare)
{
	int64_t s;
	uint64_t u;
	if (const_kind(v) == CV_BOOL)
		return const_truth(v) ? "1" : "0";
	if (const_kind(v) != CV_INT)
		v = const_to_int(v);
	if (const_fits_i64(v, &s)) {
		if (s == INT64_MIN)
			return "INT64_MIN";
		if (s == INT32_MIN && c->bits == 32)
			return "INT32_MIN";     /* -2147483648 is a long in C */
		if (c->is_signed || s < 0) {
			bool wide = s != (int32_t)s || s == INT32_MIN;
			return str_fmt(wide || (c->bits == 64 && !bare) ? "%lldL" : "%lld", (long long)s);
		}
		if (c->bits == 64)
			return str_fmt(bare && s == (int32_t)s ? "%lld" : "%lldUL", (long long)s);
		return str_fmt(c->bits == 32 && !(bare && s == (int32_t)s) ? "%lldU" : "%lld", (long long)s);
	}
	if (const_fits_u64(v, &u))
		return str_fmt("%lluUL", (unsigned long long)u);
	bug("emit: constant %s does not fit %s", const_text(v), c->name);
}

static const char *complex_text(CType *c, const Const *v)
{
	Const *x = const_to_complex(v), *re = const_real(x), *im = const_imag(x);
	if (c->bits == 64)
		return str_fmt("__builtin_complex(%s, %s)", float_text(const_to_f32(re), true), float_text(const_to_f32(im), true));
	return str_fmt("__builtin_complex(%s, %s)", float_text(const_to_f64(re), false), float_text(const_to_f64(im), false));
}

static const char *zero_text(CType *c)
{
	switch ((Rep)c->rep) {
	case R_ZERO: return "0";
	case R_INT: return c->bits == 64 ? (c->is_signed ? "0L" : "0UL") : "0";
	case R_FLOAT: return c->bits == 32 ? "0.0f" : "0.0";
	case R_COMPLEX: return c->bits == 64 ? "__builtin_complex(0.0f, 0.0f)" : "__builtin_complex(0.0, 0.0)";
	case R_PTR: return "(void *)0";
	case R_STRING: return "((TuString){ 0, 0 })";
	case R_SLICE: return "((TuSlice){ 0, 0, 0 })";
	case R_IFACE: return "((TuIface){ 0, 0 })";
	case R_STRUCT: case R_ARRAY: return str_fmt("((%s){ 0 })", c->name);
	}
	return "0";
}

const char *const_text_c(Type *t, const Const *v, bool bare)
{
	CType *c = ctype(t);
	if (!v)
		return bare && c->rep == R_INT ? "0" : zero_text(c);
	switch ((Rep)c->rep) {
	case R_INT:
		return int_text(c, v, bare);
	case R_FLOAT:
		return float_text(c->bits == 32 ? const_to_f32(v) : const_to_f64(v), c->bits == 32);
	case R_COMPLEX:
		return complex_text(c, v);
	case R_PTR: {
		CType u64 = { .rep = R_INT, .bits = 64 };
		return const_kind(v) == CV_INT ? str_fmt("(void *)%s", int_text(&u64, v, false)) : "(void *)0";
	}
	case R_STRING: {
		Sym *s = const_str(v);
		if (s->n == 0)
			return zero_text(c);
		Buf b = { 0 };
		buf_puts(&b, "TU_STR(");
		put_cstring(&b, s->s, s->n);
		buf_putc(&b, ')');
		return buf_take(&b);
	}
	case R_ZERO: case R_SLICE: case R_IFACE: case R_STRUCT: case R_ARRAY:
		break;
	}
	return zero_text(c);
}

const char *const_init(Type *t, const Const *v)
{
	CType *c = ctype(t);
	if (c->rep == R_STRING) {
		Buf b = { 0 };
		Sym *s = v ? const_str(v) : NULL;
		put_tustring(&b, s ? s->s : "", s ? s->n : 0);
		return buf_take(&b);
	}
	if (c->rep >= R_STRING)
		return "{ 0 }";
	return const_text_c(t, v, false);
}

/* ---- data -------------------------------------------------------------------------------------------------------------- */

static void put_datum(Buf *b, Datum *d, Type *t);

static const char *box_datum(Datum *d)
{
	Buf b = { 0 };
	put_datum(&b, d, d->type);
	return box_const(d->type, buf_take(&b));
}

static void put_addr(Buf *b, Global *g, int64_t offset)
{
	if (!g)
		buf_puts(b, "0");
	else if (ctype(g->type)->rep == R_ZERO)
		buf_puts(b, zero_object());
	else if (offset)
		buf_fmt(b, "(char *)&%s + %lld", global_name(g), (long long)offset);
	else
		buf_fmt(b, "(void *)&%s", global_name(g));
}

static void put_agg(Buf *b, Datum *d, CType *c)
{
	Type *u = c->under;
	bool any = false;
	buf_puts(b, c->rep == R_ARRAY ? "{ {" : "{");
	for (int i = 0; i < d->parts.n; i++) {
		int64_t at = d->parts.v[i].index;
		Datum *e = d->parts.v[i].d;
		Type *et = c->rep == R_ARRAY ? u->u.array.elem : u->u.st.fields.v[at].type;
		if (ctype(et)->rep == R_ZERO || e->kind == D_ZERO)
			continue;
		if (c->rep == R_STRUCT && u->u.st.fields.v[at].name && !strcmp(u->u.st.fields.v[at].name->s, "_"))
			continue;               /* what goes to a blank field is lost */
		if (c->rep == R_STRUCT)
			buf_fmt(b, "%s.%s = ", any ? ", " : " ", c->field[at]);
		else if (at == i && (i == 0 || any))
			buf_fmt(b, any ? i % 16 ? ", " : ",\n\t" : " ");
		else
			buf_fmt(b, "%s[%lld] = ", any ? ", " : " ", (long long)at);
		put_datum(b, e, et);
		any = true;
	}
	buf_puts(b, any ? (c->rep == R_ARRAY ? " } }" : " }") : (c->rep == R_ARRAY ? " 0 } }" : " 0 }"));
}

static void put_datum(Buf *b, Datum *d, Type *t)
{
	CType *c = ctype(t);
	switch (d->kind) {
	case D_ZERO:
		buf_puts(b, const_init(t, NULL));
		return;
	case D_CONST:
		buf_puts(b, const_init(t, d->val));
		return;
	case D_AGG:
		put_agg(b, d, c);
		return;
	case D_ADDR:
		put_addr(b, d->global, d->offset);
		return;
	case D_FN:
		buf_fmt(b, "(void *)&%s", closure_name(d->fn));
		return;
	case D_SLICE:
		if (!d->global) {
			buf_fmt(b, "{ %s, 0, 0 }", zero_object());
			return;
		}
		buf_puts(b, "{ ");
		put_addr(b, d->global, d->offset);
		buf_fmt(b, ", %lld, %lld }", (long long)d->len, (long long)d->cap);
		return;
	case D_IFACE: {
		Type *et = d->elem->type;
		if (c->eface)
			buf_fmt(b, "{ &%s, ", desc_name(et));
		else
			buf_fmt(b, "{ &%s, ", itab_name(et, t));
		if (ctype(et)->rep == R_PTR)
			put_datum(b, d->elem, et);
		else if (ctype(et)->rep == R_ZERO)
			buf_puts(b, zero_object());
		else
			buf_fmt(b, "(void *)&%s", box_datum(d->elem));
		buf_puts(b, " }");
		return;
	}
	}
}

const char *zero_object(void)
{
	if (!em.zero_obj) {
		em.zero_obj = true;
		buf_puts(&em.decls, "static uint64_t zero$obj[2];\n");
	}
	return "(void *)zero$obj";
}

const char *box_const(Type *t, const char *init)
{
	CType *c = ctype(t);
	char *key = str_fmt("%s:%s", c->name, init);
	const char *name = strmap_get(&em.boxes, key);
	if (!name) {
		name = str_fmt("K%d", ++em.ndata);
		strmap_set(&em.boxes, key, (void *)name);
		buf_fmt(&em.decls, "static const %s %s;\n", c->name, name);
		buf_fmt(&em.data, "static const %s %s = %s;\n", c->name, name, init);
	}
	return name;
}

/* Variables stay visible even in the main package: gcc would conclude that no pointer can reach a static one whose address is not taken,
 * and so drop stores to it before an access that fails. */
static const char *linkage(Global *g)
{
	if (em.is_main && g->readonly && !g->is_extern && (!g->unit || g->unit == em.u || g->weak))
		return "static ";
	return "";
}

bool is_memprof_rate(const Global *g)
{
	return g->cname[0] == 'G' && !strcmp(g->cname, "G_runtime_oMemProfileRate");
}

const char *global_name(Global *g)
{
	if (map_has(&em.globals, MAP_KEY(g)))
		return g->cname;
	map_set(&em.globals, MAP_KEY(g), g);
	CType *c = ctype(g->type);
	if (c->rep == R_ZERO)
		return g->cname;
	const char *l = linkage(g);
	if (em.u != g->unit && is_memprof_rate(g))
		prog->memprof = true;
	buf_fmt(&em.decls, "%s%s%s %s%s;\n", *l ? l : "extern ", g->readonly ? "const " : "", c->name, g->cname, g->weak && !*l ? " TU_WEAK" : "");
	/* weak data is printed where it is used */
	if (g->weak && g->unit != em.u)
		global_define(g);
	return g->cname;
}

void global_define(Global *g)
{
	CType *c = ctype(g->type);
	if (c->rep == R_ZERO || g->is_extern)
		return;
	global_name(g);
	Buf b = { 0 };
	buf_fmt(&b, "%s%s%s %s%s", linkage(g), g->readonly ? "const " : "", c->name, g->cname, g->init && g->init->kind != D_ZERO ? " = " : "");
	if (g->init && g->init->kind != D_ZERO)
		put_datum(&b, g->init, g->type);
	buf_fmt(&em.data, "%s;\n", b.s);
	buf_free(&b);
}
