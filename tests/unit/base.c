/* Ground floor: interned strings, maps, paths, hashes, text, positions. */
#include <criterion/criterion.h>

#include "compiler/base/base.h"

Test(base, symbols_are_unique)
{
	Sym *a = sym("alpha"), *b = sym_n("alphabet", 5), *c = sym("beta");
	cr_assert_eq(a, b);
	cr_assert_neq(a, c);
	cr_assert(SYM_IS(a, "alpha"));
	for (int i = 0; i < 20000; i++)
		cr_assert_str_eq(sym(str_fmt("s%d", i))->s, str_fmt("s%d", i));
	cr_assert_eq(sym("alpha"), a);
}

Test(base, map_keeps_order_and_replaces)
{
	Map m = { 0 };
	cr_assert_null(map_get(&m, 5));
	for (uintptr_t i = 0; i < 5000; i++)
		map_set(&m, i * 64, (void *)(i + 1));
	map_set(&m, 64, (void *)99);
	cr_assert_eq(m.n, 5000);
	cr_assert_eq(map_get(&m, 64), (void *)99);
	for (int i = 0; i < m.n; i++)
		cr_assert_eq(m.ent[i].key, (uintptr_t)i * 64);
	cr_assert_not(map_has(&m, 1));
	StrMap s = { 0 };
	strmap_set(&s, "x", &m);
	cr_assert_eq(strmap_get(&s, "x"), &m);
	cr_assert_null(strmap_get(&s, "y"));
}

Test(base, paths)
{
	static const char *const pairs[][2] = {
		{ "", "." }, { ".", "." }, { "/", "/" }, { "a//b/./c/..", "a/b" }, { "../a/../..", "../.." }, { "/../a", "/a" }, { "a/..", "." },
		{ "./a/", "a" }, { "/a/b/../../..", "/" }, { "..", ".." },
	};
	for (int i = 0; i < ARRAY_LEN(pairs); i++)
		cr_expect_str_eq(path_clean(pairs[i][0]), pairs[i][1], "clean %s", pairs[i][0]);
	cr_expect_str_eq(path_dir("a/b.go"), "a");
	cr_expect_str_eq(path_dir("b.go"), ".");
	cr_expect_str_eq(path_dir("/b.go"), "/");
	cr_expect_str_eq(path_base("a/b.go"), "b.go");
	cr_expect_str_eq(path_join("a", "../b"), "b");
}

static void hash_parts(const char *a, const char *b, char out[33])
{
	Hasher h;
	hash_init(&h);
	hash_add(&h, a, strlen(a));
	hash_add(&h, b, strlen(b));
	hash_hex(hash_done(&h), out);
}

Test(base, hash_sees_every_byte_and_border)
{
	char x[33], y[33];
	hash_parts("ab", "c", x);
	hash_parts("a", "bc", y);
	cr_assert_str_neq(x, y);
	char text[300];
	for (int n = 1; n < 299; n++) {
		memset(text, 'q', sizeof text);
		text[n] = 0;
		hash_parts(text, "", x);
		text[n / 2] ^= 1;
		hash_parts(text, "", y);
		cr_assert_str_neq(x, y);
		text[n / 2] ^= 1;
		hash_parts(text, "", y);
		cr_assert_str_eq(x, y);
	}
}

Test(base, arena_rewinds_to_zeroed_memory)
{
	Arena a = { 0 };
	char *p = arena_alloc(&a, 100);
	memset(p, 1, 100);
	Mark m = arena_mark(&a);
	for (int i = 0; i < 50; i++)
		memset(arena_alloc(&a, 100000), 2, 100000);
	arena_rewind(&a, m);
	char *q = arena_alloc(&a, 100000);
	for (int i = 0; i < 100000; i++)
		cr_assert_eq(q[i], 0);
	cr_assert_eq(p[99], 1);
	arena_free(&a);
}

Test(base, positions_obey_line_directives)
{
	const char *text = "one\ntwo\nthree\nfour\n";
	SrcFile *f = src_add("d/x.go", "/d/x.go", text, (uint32_t)strlen(text));
	for (const char *p = text; (p = strchr(p, '\n')); p++)
		vec_push(&f->lines, (uint32_t)(p + 1 - text));
	cr_assert_str_eq(pos_str(f->base + 4), "d/x.go:2:1");
	cr_assert_str_eq(pos_str(f->base + 10), "d/x.go:3:3");
	vec_push(&f->dirs, (struct LineDir){ 8, "d/y.y", 70, 0 });
	cr_assert_str_eq(pos_str(f->base + 4), "d/x.go:2:1");
	cr_assert_str_eq(pos_str(f->base + 8), "d/y.y:70");
	cr_assert_str_eq(pos_str(f->base + 14), "d/y.y:71");
	cr_assert_eq(pos_raw(f->base + 14).line, 4u);
	cr_assert_eq(src_of(f->base + 3), f);
	cr_assert_lt(pos_cmp_line(f->base, f->base + 5), 0);
}

Test(base, buffers_grow)
{
	Buf b = { 0 };
	for (int i = 0; i < 1000; i++)
		buf_fmt(&b, "%d,", i);
	buf_putc(&b, 'x');
	cr_assert_eq(b.n, strlen(b.s));
	cr_assert_eq(b.s[b.n - 1], 'x');
	char *s = buf_take(&b);
	cr_assert_eq(strncmp(s, "0,1,2,", 6), 0);
	cr_assert_eq(b.n, 0u);
}
