/* types_const.c: exact constants: arithmetic, limits, rounding, text. */
#include <criterion/criterion.h>
#include <math.h>
#include "compiler/types/types.h"

static void setup(void) { universe_init(); }
TestSuite(constant, .init = setup);

static Const *lit(Tok k, const char *s) { return const_from_lit(k, s, strlen(s)); }
static Const *num(const char *s) { return lit(strpbrk(s, ".pP") || (strpbrk(s, "eE") && !strpbrk(s, "xX")) ? T_FLOAT : T_INT, s); }
static Const *op(Tok t, const char *a, const char *b) { return const_binary(t, num(a), num(b), false); }
#define IS(c, want) cr_assert_str_eq(const_text(c), want)

Test(constant, integers)
{
	IS(num("0x_FF"), "255");
	IS(num("0b101"), "5");
	IS(num("017"), "15");
	IS(num("0o17"), "15");
	IS(num("18446744073709551616"), "18446744073709551616");
	IS(op(T_ADD, "9223372036854775807", "1"), "9223372036854775808");
	IS(op(T_MUL, "4294967296", "4294967296"), "18446744073709551616");
	IS(const_binary(T_DIV, num("7"), const_unary(T_SUB, num("2"), NULL), true), "-3");
	IS(const_binary(T_REM, const_unary(T_SUB, num("7"), NULL), num("2"), true), "-1");
	IS(const_shift(T_SHL, num("1"), 100), "1267650600228229401496703205376");
	IS(const_shift(T_SHR, const_shift(T_SHL, num("1"), 100), 98), "4");
	IS(const_unary(T_XOR, num("1"), t_basic[K_UINT8]), "254");
	IS(const_unary(T_XOR, num("1"), NULL), "-2");
	cr_assert_eq(const_bitlen(const_shift(T_SHL, num("1"), 512)), 513);
	cr_assert_null(num("09"));
}

Test(constant, floats)
{
	IS(op(T_DIV, "1", "3"), "0.333333");
	IS(op(T_DIV, "1.0", "4"), "0.25");
	IS(num("1e100"), "1e+100");
	IS(num("1e1000"), "1e+1000");
	IS(num("0x1p-2"), "0.25");
	IS(num("100000.5"), "100000.5");
	cr_assert_eq(const_to_f64(num("0.1")), 0.1);
	cr_assert_eq(const_to_f32(num("16777217.0")), 16777216.0f);
	cr_assert_eq(const_to_f64(num("4.9406564584124654417656879286822137e-324")), 4.9406564584124654417656879286822137e-324);
	cr_assert(isinf(const_to_f64(num("1e309"))));
	cr_assert_eq(const_kind(const_to_int(num("3.0"))), CV_INT);
	cr_assert_eq(const_kind(const_to_int(num("3.5"))), CV_UNKNOWN);
	IS(const_to_int(op(T_MUL, "1e5000", "1e-5000")), "1");
}

Test(constant, complex_and_rune)
{
	Const *i = lit(T_IMAG, "2i"), *z = const_binary(T_MUL, i, i, false);
	IS(i, "(0 + 2i)");
	IS(const_to_int(z), "-4");
	IS(lit(T_CHAR, "'a'"), "97");
	IS(lit(T_CHAR, "'\\n'"), "10");
	IS(lit(T_CHAR, "'\\u00e9'"), "233");
	IS(lit(T_CHAR, "'é'"), "233");
}

Test(constant, representable)
{
	Const *r = NULL;
	cr_assert(const_representable(num("255"), t_basic[K_UINT8], &r));
	cr_assert_not(const_representable(num("256"), t_basic[K_UINT8], NULL));
	cr_assert_not(const_representable(const_i64(-1), t_basic[K_UINT64], NULL));
	cr_assert(const_representable(num("18446744073709551615"), t_basic[K_UINT64], NULL));
	cr_assert_not(const_representable(num("18446744073709551616"), t_basic[K_UINT64], NULL));
	cr_assert(const_representable(num("3.0"), t_basic[K_INT], &r));
	cr_assert_eq(const_kind(r), CV_INT);
	cr_assert_not(const_representable(num("1e39"), t_basic[K_FLOAT32], NULL));
	cr_assert(const_representable(num("0.1"), t_basic[K_FLOAT32], &r));
	cr_assert_eq(const_to_f64(r), (double)0.1f);
	cr_assert(const_representable(const_string("a", 1), t_basic[K_STRING], NULL));
}

Test(constant, strings)
{
	Const *s = const_string("", 0);
	for (int i = 0; i < 100000; i++)
		s = const_binary(T_ADD, s, const_string("ab", 2), false);
	cr_assert_eq(const_str(s)->n, 200000);
	IS(const_string("a\"\n\x01\xff", 5), "\"a\\\"\\n\\x01\\xff\"");
	cr_assert(const_compare(T_LT, const_string("a", 1), const_string("ab", 2)));
	cr_assert_eq(strlen(const_text(s)), 72);
}
