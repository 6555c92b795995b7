/* rt_ffi.c: calls by type against what gcc does with the same signature, both ways. */
#define FAKE_NO_REFLECT
#include "tests/unit/all_heap.h"
#include "runtime/ffi/abi.c"
#include "runtime/reflect/call.c"
#include <criterion/criterion.h>

__asm__(".globl __morestack\n__morestack: ud2\n.include \"runtime/ffi/ffi_amd64.S\"\n.text\n");

#define START() fake_start(__builtin_frame_address(0))
void tu_panic_nil(void) { abort(); }

static const uint8_t m1[] = { 1 };
#define T(name, k, n, ...) static const TuType name = { .size = n, .kind = k, .align = n > 8 ? 8 : n, ##__VA_ARGS__ }
T(i64, TK_INT64, 8);
T(i8, TK_INT8, 1);
T(u16, TK_UINT16, 2);
T(f64, TK_FLOAT64, 8);
T(f32, TK_FLOAT32, 4);
T(c64, TK_COMPLEX64, 8);
T(c128, TK_COMPLEX128, 16);
T(str, TK_STRING, 16, .ptr_nbyte = 8, .ptrmask = m1);
T(sli, TK_SLICE, 24, .ptr_nbyte = 8, .ptrmask = m1);
T(nul, TK_STRUCT, 0);
typedef struct { float a; int32_t b; double c; } Mixed;
typedef struct { int64_t v[5]; } Big;
static const TuField mixed_f[] = { { .type = &f32, .offset = 0 }, { .type = &(const TuType){ .size = 4, .kind = TK_INT32, .align = 4 }, .offset = 4 }, { .type = &f64, .offset = 8 } };
T(mixed, TK_STRUCT, 16, .u.st = { mixed_f, 3, { 0, 0 } });
T(big, TK_ARRAY, 40, .elem = &i64, .len = 5);

typedef struct { TuString s; double d; int64_t n; } Res;
static Res target(int8_t a, const uint8_t *sp, int64_t sn, double x, Mixed m, Big b, void *lp, int64_t ln, int64_t lc, TuC64 z, uint16_t w, TuC128 q, float f, void *ctx)
{
	cr_assert_eq(a, -5);
	cr_assert(sn == 3 && !memcmp(sp, "abc", 3));
	cr_assert_eq(x, 2.5);
	cr_assert(m.a == 1.5f && m.b == 7 && m.c == 9.25);
	cr_assert(b.v[0] == 10 && b.v[4] == 14);
	cr_assert(ln == 4 && lc == 8 && lp);
	cr_assert(__real__ z == 1 && __imag__ z == 2);
	cr_assert_eq(w, 65535);
	cr_assert(__real__ q == 3 && __imag__ q == 4);
	cr_assert_eq(f, 0.5f);
	cr_assert_not_null(ctx);
	return (Res){ { sp + 1, 2 }, x * 2, 77 };
}

static const TuType *const sig[] = { &i8, &str, &f64, &mixed, &nul, &big, &sli, &c64, &u16, &c128, &f32, &str, &f64, &nul, &i64 };
static const TuType ft = { .size = 8, .kind = TK_FUNC, .u.fn = { sig, 11, 4 } };
static TuClosure clo = { target };

static void call_it(void *fn)
{
	int8_t a = -5;
	TuString s = { (const uint8_t *)"abc", 3 }, rs = { 0, 0 };
	double x = 2.5, rd = 0;
	Mixed m = { 1.5f, 7, 9.25 };
	Big b = { { 10, 11, 12, 13, 14 } };
	TuSlice l = { &b, 4, 8 };
	TuC64 z = 1 + 2i;
	uint16_t w = 65535;
	TuC128 q = 3 + 4i;
	float f = 0.5f;
	int64_t rn = 0, none = 0;
	void *args[] = { &a, &s, &x, &m, &none, &b, &l, &z, &w, &q, &f }, *res[] = { &rs, &rd, &none, &rn };
	tu_reflect_call(&ft, fn, args, res, 0, NULL);
	cr_assert(rs.n == 2 && rs.p == s.p + 1);
	cr_assert_eq(rd, 5.0);
	cr_assert_eq(rn, 77);
}

Test(ffi, call)
{
	START();
	call_it(&clo);
}

/* The made function calls the real one by the same signature. */
static void impl(void **args, void **res, void *ctx)
{
	cr_assert_not_null(ctx);
	tu_reflect_call(&ft, &clo, args, res, 0, NULL);
}
static TuClosure impl_clo = { impl };

Test(ffi, made_function_through_reflect)
{
	START();
	call_it(tu_reflect_make_func(&ft, &impl_clo));
}

Test(ffi, made_function_called_by_c)
{
	START();
	TuClosure *fn = tu_reflect_make_func(&ft, &impl_clo);
	Big b = { { 10, 11, 12, 13, 14 } };
	Res r = ((__typeof__(target) *)fn->code)(-5, (const uint8_t *)"abc", 3, 2.5, (Mixed){ 1.5f, 7, 9.25 }, b, &b, 4, 8, 1 + 2i, 65535, 3 + 4i, 0.5f, fn);
	cr_assert(r.d == 5.0 && r.n == 77 && r.s.n == 2);
}

static TuC128 small(TuC128 a, TuC64 b, void *ctx) { return a * (__real__ b); }
typedef struct { float a; int32_t b; double c; } Mix2;
static Mix2 mix(Mix2 m, void *ctx) { return (Mix2){ m.a * 2, m.b * 2, m.c * 2 }; }
static int64_t with_recv(void *recv, int64_t x) { return *(int64_t *)recv + x; }

Test(ffi, results_in_registers)
{
	START();
	static const TuType *const s1[] = { &c128, &c64, &c128 }, *const s2[] = { &mixed, &mixed }, *const s3[] = { &i64, &i64 };
	const TuType t1 = { .kind = TK_FUNC, .u.fn = { s1, 2, 1 } }, t2 = { .kind = TK_FUNC, .u.fn = { s2, 1, 1 } }, t3 = { .kind = TK_FUNC, .u.fn = { s3, 1, 1 } };
	TuClosure c1 = { small }, c2 = { mix };
	TuC128 a = 3 + 4i, ra = 0;
	TuC64 b = 2;
	void *args[] = { &a, &b }, *res[] = { &ra };
	tu_reflect_call(&t1, &c1, args, res, 0, NULL);
	cr_assert(__real__ ra == 6 && __imag__ ra == 8);
	Mix2 m = { 1, 2, 3 }, rm;
	void *args2[] = { &m }, *res2[] = { &rm };
	tu_reflect_call(&t2, &c2, args2, res2, 0, NULL);
	cr_assert(rm.a == 2 && rm.b == 4 && rm.c == 6);
	int64_t recv = 40, x = 2, rx = 0;
	void *args3[] = { &x }, *res3[] = { &rx };
	tu_reflect_call(&t3, with_recv, args3, res3, 1, &recv);
	cr_assert_eq(rx, 42);
}
