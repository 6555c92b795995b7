/* emit_c.c: hand-made IR printed as C: shape of the text, and that gcc accepts it. */
#include "compiler/emit/emit.h"
#include "compiler/opt/opt.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

static Unit unit;
static Package pkg;

static Fn *fn(const char *name, Type **in, int nin, Type **out, int nout)
{
	static const char *const pn[] = { "a", "b", "c" };
	Fn *f = NEW(Fn);
	f->name = str_fmt("p.%s", name);
	f->cname = mangle(f->name);
	f->pkg = &pkg;
	f->unit = &unit;
	Type *sig = type_new(K_FUNC);
	for (int i = 0; i < nin; i++) {
		vec_push(&sig->u.fn.params, obj_new(O_VAR, sym(pn[i]), 0, in[i], &pkg));
		ir_local(f, L_PARAM, sym(pn[i]), in[i], 0);
	}
	for (int i = 0; i < nout; i++) {
		vec_push(&sig->u.fn.results, obj_new(O_VAR, sym("~r0"), 0, out[i], &pkg));
		ir_local(f, L_RESULT, sym("~r0"), out[i], 0);
	}
	f->sig = type_canon(sig);
	ir_blk(f, 0);
	vec_push(&unit.fns, f);
	return f;
}

static Ins *op3(Fn *f, int b, Op op, Type *t, Ref dst, Ref x, Ref y)
{
	Ins *i = ir_ins(f, b, op, 0);
	i->type = t;
	i->dst = dst;
	i->a = x;
	i->b = y;
	return i;
}

static void setup(void)
{
	universe_init();
	pkg.path = pkg.import_path = pkg.name = "p";
	pkg.scope = scope_new(universe, NULL);
	unit = (Unit){ .pkg = &pkg };
	prog = NEW(Prog);
}

static char *text(void)
{
	Buf b = { 0 };
	emit_unit(&b, &unit, 0);
	char *s = buf_take(&b);
	const char *file = str_fmt("/tmp/tuco_emit_test.%d.c", (int)getpid());  /* tests run side by side */
	cr_assert(file_write(file, s, strlen(s)));
	cr_assert_eq(system(str_fmt("gcc -std=gnu11 -w -I. -fsplit-stack -fsyntax-only %s", file)), 0, "%s", s);
	remove(file);
	return s;
}

#define HAS(s, part) cr_assert(strstr(s, part), "no %s in:\n%s", part, s)

Test(emit, arithmetic_folds_into_return)
{
	setup();
	Type *t = t_basic[K_INT], *in[] = { t, t };
	Fn *f = fn("f", in, 2, in, 1);
	Ref a = REF_LOCAL(0), b = REF_LOCAL(1), r = REF_LOCAL(2), x = ir_temp(f, t, 0), y = ir_temp(f, t, 0);
	op3(f, 0, OP_ADD, t, x, a, b);
	op3(f, 0, OP_MUL, t, y, x, ir_const(f, t, const_i64(3)));
	op3(f, 0, OP_MOV, t, r, y, 0);
	ir_ins(f, 0, OP_RET, 0);
	HAS(text(), "return (a + b) * 3;");
}

Test(emit, waiting_expression_is_printed_before_its_variable_changes)
{
	setup();
	Type *t = t_basic[K_INT], *in[] = { t, t };
	Fn *f = fn("f", in, 2, in, 1);
	Ref a = REF_LOCAL(0), b = REF_LOCAL(1), r = REF_LOCAL(2), x = ir_temp(f, t, 0);
	op3(f, 0, OP_ADD, t, x, a, b);
	op3(f, 0, OP_MOV, t, a, ir_const(f, t, const_i64(1)), 0);
	op3(f, 0, OP_MOV, t, r, x, 0);
	ir_ins(f, 0, OP_RET, 0);
	char *s = text();
	HAS(s, "int64_t _3 = a + b;\n\ta = 1;\n\treturn _3;");
}

Test(emit, element_is_checked_and_small_ints_wrap)
{
	setup();
	Type *u8 = t_basic[K_UINT8], *t = t_basic[K_INT], *sl = type_canon(type_slice(u8)), *in[] = { sl, t };
	Fn *f = fn("f", in, 2, &u8, 1);
	Ref v = ir_temp(f, u8, 0), w = ir_temp(f, u8, 0);
	uint32_t p = ir_place(f, (Place){ .base = PB_ELEM, .ref = REF_LOCAL(0), .index = REF_LOCAL(1), .base_type = u8, .type = u8 });
	Ins *i = ir_ins(f, 0, OP_LOAD, 0);
	i->place = p;
	i->type = u8;
	i->dst = v;
	op3(f, 0, OP_ADD, u8, w, v, ir_const(f, u8, const_i64(200)));
	op3(f, 0, OP_MOV, u8, REF_LOCAL(2), w, 0);
	ir_ins(f, 0, OP_RET, 0);
	char *s = text();
	HAS(s, "TU_BOUND(b, a.n);");
	HAS(s, "return (uint8_t)(((uint8_t *)a.p)[b] + 200);");
}

Test(emit, pointer_store_has_barrier)
{
	setup();
	Type *ptr = type_canon(type_pointer(t_basic[K_INT])), *pp = type_canon(type_pointer(ptr)), *in[] = { pp, ptr };
	Fn *f = fn("f", in, 2, NULL, 0);
	uint32_t p = ir_place(f, (Place){ .base = PB_DEREF, .ref = REF_LOCAL(0), .base_type = ptr, .type = ptr });
	Ins *i = ir_ins(f, 0, OP_STORE, 0);
	i->place = p;
	i->type = ptr;
	i->a = REF_LOCAL(1);
	ir_ins(f, 0, OP_RET, 0);
	HAS(text(), "tu_store_ptr(&(*(void * *)a), b);");
}
