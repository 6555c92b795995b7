/* types_identity.c: identity, canonical types, substitution, instances, inference, names. */
#include <criterion/criterion.h>
#include "compiler/types/types.h"

static Package pkg;
static void setup(void)
{
	universe_init();
	pkg = (Package){ .path = "a/b", .name = "b", .scope = scope_new(universe, NULL) };
}
TestSuite(identity, .init = setup);
#define B(k) t_basic[K_##k]

static Obj *var(const char *name, Type *t) { return obj_new(O_VAR, sym(name), 0, t, &pkg); }

static Type *func1(Type *param, Type *result)
{
	Type *f = type_new(K_FUNC);
	if (param)
		vec_push(&f->u.fn.params, var("x", param));
	if (result)
		vec_push(&f->u.fn.results, var("", result));
	return f;
}

static Type *iface1(const char *name, Type *sig)
{
	Type *t = type_new(K_INTERFACE);
	vec_push(&t->u.iface.methods, (Method){ .name = sym(name), .type = sig, .pkg = &pkg });
	t->u.iface.complete = true;
	return t;
}

static Type *tparam(const char *name, int i, Type *bound) { return type_tparam(obj_new(O_TYPE, sym(name), 0, NULL, &pkg), i, bound); }

/* type List[T any] struct { next *List[T]; v T } */
static Type *list(void)
{
	Obj *o = obj_new(O_TYPE, sym("List"), 0, NULL, &pkg);
	scope_add(pkg.scope, o);
	Type *l = type_named(o, NULL), *t = tparam("T", 0, t_any), *s = type_new(K_STRUCT);
	vec_push(&l->u.named.tparams, t);
	TypeVec self = { 0 };
	vec_push(&self, t);
	vec_push(&s->u.st.fields, (Field){ .name = sym("next"), .pkg = &pkg, .type = type_pointer(type_instantiate(0, l, &self)) });
	vec_push(&s->u.st.fields, (Field){ .name = sym("v"), .pkg = &pkg, .type = t });
	l->u.named.rhs = s;
	return l;
}

static Type *list_of(Type *l, Type *arg)
{
	TypeVec v = { 0 };
	vec_push(&v, arg);
	return type_instantiate(0, l, &v);
}

Test(identity, structure)
{
	cr_assert(type_same(type_slice(t_byte), type_slice(B(UINT8))));
	cr_assert_eq(type_canon(type_slice(t_byte)), type_canon(type_slice(B(UINT8))));
	cr_assert_not(type_same(type_array(B(INT), 2), type_array(B(INT), 3)));
	cr_assert_eq(type_canon(func1(B(INT), t_error)), type_canon(func1(B(INT), t_error)));
	cr_assert_neq(type_canon(func1(B(INT), NULL)), type_canon(func1(NULL, B(INT))));
	cr_assert_not(type_same(type_chan(B(INT), DIR_BOTH), type_chan(B(INT), DIR_SEND)));
	cr_assert_eq(type_canon(iface1("M", func1(t_rune, NULL))), type_canon(iface1("M", func1(B(INT32), NULL))));
	cr_assert_eq(type_canon(type_slice(t_any))->u.slice.elem->kind, K_INTERFACE);
}

Test(identity, self_containing_interface)
{
	Type *a = iface1("m", NULL), *b = iface1("m", NULL);
	a->u.iface.methods.v[0].type = func1(NULL, a);
	b->u.iface.methods.v[0].type = func1(NULL, b);
	cr_assert(type_same(a, b));
	cr_assert_eq(type_canon(a), type_canon(b));
}

Test(identity, instances)
{
	Type *l = list(), *li = list_of(l, B(INT));
	cr_assert_eq(li, list_of(l, B(INT)));
	cr_assert_neq(li, list_of(l, B(STRING)));
	cr_assert_eq(type_under(li)->u.st.fields.v[0].type->u.pointer.elem, li);
	cr_assert_eq(type_size(li), 16);
	cr_assert_eq(type_size(list_of(l, B(STRING))), 24);
	cr_assert_str_eq(type_str_mode(li, STR_LINK), "a/b.List[int]");
	cr_assert_str_eq(type_str_mode(list_of(l, li), STR_REFLECT), "b.List[a/b.List[int]]");
	cr_assert_str_eq(type_str(l), "b.List[T any]");
}

Test(identity, unification)
{
	Type *t = tparam("T", 0, t_any), *u = tparam("U", 1, t_any), *got[2] = { 0 };
	TypeVec ps = { 0 };
	vec_push(&ps, t);
	vec_push(&ps, u);
	cr_assert(unify(type_map(t, type_slice(u)), type_map(B(STRING), type_slice(B(INT))), &ps, got, false));
	cr_assert_eq(got[0], B(STRING));
	cr_assert_eq(got[1], B(INT));
	got[0] = got[1] = NULL;
	cr_assert_not(unify(func1(t, t), func1(B(STRING), B(INT)), &ps, got, false));
}

Test(identity, inference_through_constraint)
{
	/* func f[S ~[]E, E any](S) called with a []int */
	Type *e = tparam("E", 1, t_any), *un = type_new(K_UNION), *bound = type_new(K_INTERFACE);
	vec_push(&un->u.uni.terms, (Term){ true, type_slice(e) });
	vec_push(&bound->u.iface.embeds, un);
	bound->u.iface.complete = bound->u.iface.implicit = true;
	Type *s = tparam("S", 0, bound);
	TypeVec ps = { 0 };
	vec_push(&ps, s);
	vec_push(&ps, e);
	ObjVec params = { 0 };
	vec_push(&params, var("s", s));
	Operand arg = { .mode = MODE_VALUE, .type = type_slice(B(INT)) }, *args = &arg;
	const char *err = NULL, *cause = NULL;
	int bad;
	TypeVec *got = infer(0, &ps, NULL, &params, &args, 1, false, NULL, &err);
	cr_assert_not_null(got, "%s", err);
	cr_assert_eq(got->v[1], B(INT));
	cr_assert(inst_verify(0, &ps, got, &bad, &cause));
	got->v[1] = B(STRING);
	cr_assert_not(inst_verify(0, &ps, got, &bad, &cause));
	cr_assert_str_eq(cause, "[]int does not satisfy ~[]string ([]int missing in ~[]string)");
}

Test(identity, method_sets)
{
	/* type T struct{}; func (*T) P(); func (T) V(); type S struct { T } */
	Obj *o = obj_new(O_TYPE, sym("T"), 0, NULL, &pkg);
	Type *t = type_named(o, type_new(K_STRUCT));
	for (int i = 0; i < 2; i++) {
		Type *sig = func1(NULL, NULL);
		sig->u.fn.recv = var("t", i ? t : type_pointer(t));
		Obj *m = obj_new(O_FUNC, sym(i ? "V" : "P"), 0, sig, &pkg);
		vec_push(&t->u.named.methods, m);
	}
	Type *s = type_new(K_STRUCT);
	vec_push(&s->u.st.fields, (Field){ .name = sym("T"), .type = t, .embedded = true, .pkg = &pkg });
	cr_assert_eq(method_set(t)->v.n, 1);
	cr_assert_eq(method_set(type_pointer(t))->v.n, 2);
	cr_assert_eq(method_set(s)->v.n, 1);
	cr_assert_eq(method_set(type_pointer(s))->v.n, 2);
	cr_assert_eq(method_set(s)->v.v[0].npath, 1);
	const char *cause;
	cr_assert_not(type_implements(t, iface1("P", func1(NULL, NULL)), false, &cause));
	cr_assert_str_eq(cause, "b.T does not implement interface{P()} (method P has pointer receiver)");
}

Test(identity, local_types)
{
	/* func F[T any]() { type L[U any] struct { t T; u U } } */
	Scope *body = scope_new(pkg.scope, NULL);
	Type *t = tparam("T", 0, t_any), *u = tparam("U", 0, t_any), *st = type_new(K_STRUCT);
	scope_add(body, t->u.tparam.obj);
	Obj *o = obj_new(O_TYPE, sym("L"), 0, NULL, &pkg);
	Type *l = type_named(o, NULL);
	scope_add(body, o);
	vec_push(&l->u.named.tparams, u);
	vec_push(&st->u.st.fields, (Field){ .name = sym("t"), .pkg = &pkg, .type = t });
	vec_push(&st->u.st.fields, (Field){ .name = sym("u"), .pkg = &pkg, .type = u });
	l->u.named.rhs = st;
	Type *inside = list_of(l, B(STRING));
	cr_assert(type_has_tparam(inside));
	TypeVec from = { 0 }, to = { 0 }, other = { 0 };
	vec_push(&from, t);
	vec_push(&to, B(INT8));
	vec_push(&other, B(INT64));
	Type *a = type_subst(inside, &from, &to), *b = type_subst(inside, &from, &other);
	cr_assert_neq(type_canon(a), type_canon(b));
	cr_assert_eq(a, type_subst(inside, &from, &to));
	cr_assert_eq(type_under(a)->u.st.fields.v[0].type, B(INT8));
	cr_assert_eq(type_under(a)->u.st.fields.v[1].type, B(STRING));
	cr_assert_str_eq(type_str_mode(b, STR_REFLECT), "b.L[int64;string]");
}
