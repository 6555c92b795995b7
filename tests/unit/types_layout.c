/* types_layout.c: sizes and offsets of gc on amd64. */
#include <criterion/criterion.h>
#include "compiler/types/types.h"

static void setup(void) { universe_init(); }
TestSuite(layout, .init = setup);

static Type *st(int n, Type **v)
{
	Type *t = type_new(K_STRUCT);
	for (int i = 0; i < n; i++)
		vec_push(&t->u.st.fields, (Field){ .name = sym(str_fmt("f%d", i)), .type = v[i] });
	return t;
}
#define ST(...) st(sizeof((Type *[]){ __VA_ARGS__ }) / sizeof(Type *), (Type *[]){ __VA_ARGS__ })
#define B(k) t_basic[K_##k]

Test(layout, structs)
{
	Type *t = ST(B(BOOL), B(INT64), B(INT8), B(STRING), B(INT16));
	cr_assert_eq(type_size(t), 48);
	cr_assert_eq(type_field_offset(t, 1), 8);
	cr_assert_eq(type_field_offset(t, 3), 24);
	cr_assert_eq(type_ptr_nbyte(t), 32);
	cr_assert_eq(type_align(t), 8);
	cr_assert_eq(type_size(type_new(K_STRUCT)), 0);
	cr_assert_eq(type_size(ST(B(INT32), type_new(K_STRUCT))), 8);         /* final zero-size field is padded */
	cr_assert_eq(type_size(ST(B(COMPLEX64), B(INT8))), 12);
}

static void count(int64_t off, void *arg) { *(int64_t *)arg = *(int64_t *)arg * 100 + off; }

Test(layout, pointers)
{
	Type *e = ST(B(INT), type_pointer(B(INT)));
	int64_t seen = 0;
	type_ptr_mask(type_array(e, 2), count, &seen);
	cr_assert_eq(seen, 824);
	cr_assert_eq(type_ptr_nbyte(type_array(e, 3)), 48);
	cr_assert_eq(type_ptr_nbyte(type_array(B(INT), 3)), 0);
	cr_assert(type_is_direct(ST(type_pointer(B(INT)))));
	cr_assert_not(type_is_direct(B(UINTPTR)));
	cr_assert_eq(type_size(t_error), 16);
}

Test(layout, limits)
{
	cr_assert(type_size(type_array(type_array(B(INT), INT64_C(1) << 40), INT64_C(1) << 40)) < 0);
	cr_assert(type_mem_eq(ST(B(INT32), B(INT32))));
	cr_assert_not(type_mem_eq(ST(B(INT8), B(INT32))));
	cr_assert_not(type_mem_eq(ST(B(FLOAT64))));
}
