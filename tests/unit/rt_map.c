/* rt_map.c: maps against a plain model, iteration rules, strings, numbers, interfaces. */
#include "tests/unit/all_heap.h"
#include <criterion/criterion.h>
#include <math.h>

#define START() fake_start(__builtin_frame_address(0))
#define CMP TF_COMPARABLE | TF_NOHASHPANIC

static const uint8_t m1[] = { 1 };
static const TuType int_t = { .size = 8, .kind = TK_INT, .align = 8, .flags = TF_MEMEQ | CMP, .eq = tu_eq_64, .hash_fn = tu_hash_64 };
static const TuType i32_t = { .size = 4, .kind = TK_INT32, .align = 4, .flags = TF_MEMEQ | CMP, .eq = tu_eq_32, .hash_fn = tu_hash_32 };
static const TuType i16_t = { .size = 2, .kind = TK_INT16, .align = 2, .flags = TF_MEMEQ | CMP, .eq = tu_eq_16, .hash_fn = tu_hash_16 };
static const TuType f64_t = { .size = 8, .kind = TK_FLOAT64, .align = 8, .flags = CMP, .eq = tu_eq_f64, .hash_fn = tu_hash_f64 };
static const TuType str_t = { .size = 16, .ptr_nbyte = 8, .ptrmask = m1, .kind = TK_STRING, .align = 8, .flags = CMP, .eq = tu_eq_str, .hash_fn = tu_hash_str };
static uint8_t big_eq(const void *a, const void *b) { return tu_mem_eq(a, b, 200); }
static uint64_t big_hash(const void *p, uint64_t seed) { return tu_hash_mem(p, seed, 200); }
static const TuType big_t = { .size = 200, .kind = TK_ARRAY, .elem = &int_t, .len = 25, .align = 8, .flags = TF_MEMEQ | CMP, .eq = big_eq, .hash_fn = big_hash };

#define MAP(name, k, v) static const TuType name = { .size = 8, .ptr_nbyte = 8, .ptrmask = m1, .kind = TK_MAP, .key = &k, .elem = &v }
MAP(int_int, int_t, int_t);
MAP(i32_i16, i32_t, i16_t);
MAP(i16_int, i16_t, int_t);
MAP(str_int, str_t, int_t);
MAP(str_str, str_t, str_t);
MAP(big_big, big_t, big_t);
MAP(f64_int, f64_t, int_t);

typedef union { int64_t i; int32_t i32; int16_t i16; TuString s; uint8_t big[200]; double f; } Val;

static void fill_val(const TuType *t, Val *v, int64_t x)
{
	memset(v, 0, sizeof *v);
	switch (t->kind) {
	case TK_STRING: {
		char buf[40];
		int n = sprintf(buf, "%s%ld", x % 3 ? "k" : "a much longer key ", (long)x);
		uint8_t *p = tu__alloc_bytes(n);
		memcpy(p, buf, (size_t)n);
		v->s = (TuString){ p, n };
		break;
	}
	case TK_FLOAT64: v->f = (double)x * 0.5; break;
	case TK_INT16: v->i16 = (int16_t)x; break;
	case TK_INT32: v->i32 = (int32_t)x; break;
	default: v->i = x;
	}
}

static int same(const TuType *t, const Val *a, const void *b) { return t->eq(a, b); }

#define KEYS 3000
static void against_model(const TuType *mt, int rounds, int64_t range)
{
	static int64_t model[KEYS];     /* value + 1, 0 absent */
	int64_t n = 0;
	TuMap *volatile m = tu_make_map(mt, 0);
	Val k, v;
	for (int r = 0; r < rounds; r++) {
		int64_t x = (int64_t)(tu__rand64() % (uint64_t)range);
		fill_val(mt->key, &k, x);
		switch (tu__rand64() % 8) {
		case 0: case 1: case 2: {
			int64_t y = (int64_t)(tu__rand64() % 1000);
			fill_val(mt->elem, &v, y);
			void *slot = tu_map_assign(mt, m, &k);
			if (!model[x]) {
				Val zero;
				memset(&zero, 0, sizeof zero);
				cr_assert(!memcmp(slot, &zero, (size_t)mt->elem->size), "fresh slot is not zero");
				n++;
			}
			memcpy(slot, &v, (size_t)mt->elem->size);
			model[x] = y + 1;
			break;
		}
		case 3: case 4:
			tu_map_delete(mt, m, &k);
			n -= model[x] != 0;
			model[x] = 0;
			break;
		case 5: {
			void *got = tu_map_find(mt, m, &k);
			cr_assert_eq(got != NULL, model[x] != 0);
			if (got) {
				fill_val(mt->elem, &v, model[x] - 1);
				cr_assert(same(mt->elem, &v, got));
			}
			break;
		}
		case 6:
			if (tu__rand64() % 2000 == 0) {
				tu_map_clear(mt, m);
				memset(model, 0, sizeof model);
				n = 0;
			}
			break;
		case 7:
			if (tu__rand64() % 500 == 0) {
				int64_t seen = 0;
				TuMapIter it;
				for (tu_map_iter_init(mt, m, &it); it.key; tu_map_iter_next(&it))
					seen++;
				cr_assert_eq(seen, n);
			}
		}
		cr_assert_eq(tu_map_len(m), n);
	}
	memset(model, 0, sizeof model);
}

Test(map, models)
{
	START();
	const TuType *all[] = { &int_int, &i32_i16, &i16_int, &str_int, &str_str, &big_big, &f64_int };
	for (int i = 0; i < TU_ARRAY_LEN(all); i++) {
		against_model(all[i], 20000, 8);
		against_model(all[i], 60000, 100);
		against_model(all[i], 100000, KEYS);
	}
}

Test(map, models_under_stress)
{
	setenv("TUCODEBUG", "gcstress=11,poison=1,heapcheck=100", 1);
	START();
	against_model(&str_str, 20000, 500);
	against_model(&big_big, 5000, 300);
	against_model(&str_int, 5000, 9);
}

Test(map, iteration_while_growing_and_deleting)
{
	START();
	for (int round = 0; round < 200; round++) {
		TuMap *m = tu_make_map(&int_int, round % 2 ? 0 : 500);
		static uint8_t seen[20000];
		memset(seen, 0, sizeof seen);
		int64_t start = 1 + round * 3;
		for (int64_t i = 0; i < start; i++)
			*(int64_t *)tu_map_assign64(&int_int, m, (uint64_t)i) = i;
		TuMapIter it;
		int64_t step = 0, deleted_unseen = 0;
		static uint8_t gone[20000];
		memset(gone, 0, sizeof gone);
		for (tu_map_iter_init(&int_int, m, &it); it.key; tu_map_iter_next(&it), step++) {
			int64_t k = *(const int64_t *)it.key;
			cr_assert(!seen[k], "key twice");
			cr_assert(!gone[k], "deleted key appears");
			cr_assert_eq(*(int64_t *)it.val, k < start ? k : k * 2);
			seen[k] = 1;
			for (int j = 0; j < 4 && step < 2000; j++) {    /* grow while iterating */
				int64_t nk = start + step * 4 + j;
				*(int64_t *)tu_map_assign64(&int_int, m, (uint64_t)nk) = nk * 2;
			}
			int64_t victim = (int64_t)(tu__rand64() % (uint64_t)start);
			if (step % 2 == 0 && !gone[victim]) {
				tu_map_delete64(&int_int, m, (uint64_t)victim);
				gone[victim] = 1;
				deleted_unseen += !seen[victim];
			}
			if (step > 3000)
				break;
		}
		if (step <= 3000)
			for (int64_t i = 0; i < start; i++)
				cr_assert(seen[i] || gone[i], "key %ld of %ld never appeared", (long)i, (long)start);
	}
}

Test(map, iteration_starts_anywhere)
{
	START();
	TuMap *m = tu_make_map(&int_int, 0);
	for (uint64_t i = 0; i < 5; i++)
		tu_map_assign64(&int_int, m, i);
	int firsts = 0;
	for (int r = 0; r < 200; r++) {
		TuMapIter it;
		tu_map_iter_init(&int_int, m, &it);
		firsts |= 1 << *(const int64_t *)it.key;
	}
	cr_assert_eq(firsts, 31);
}

Test(map, nan_keys)
{
	START();
	TuMap *m = tu_make_map(&f64_int, 0);
	double nan = NAN, zero = 0, minus = -0.0;
	for (int i = 0; i < 100; i++)
		*(int64_t *)tu_map_assign(&f64_int, m, &nan) = i;
	cr_assert_eq(tu_map_len(m), 100);
	cr_assert_null(tu_map_find(&f64_int, m, &nan));
	*(int64_t *)tu_map_assign(&f64_int, m, &zero) = 7;
	cr_assert_eq(*(int64_t *)tu_map_find(&f64_int, m, &minus), 7);
	int64_t sum = 0, n = 0;
	TuMapIter it;
	for (tu_map_iter_init(&f64_int, m, &it); it.key; tu_map_iter_next(&it), n++) {
		sum += *(int64_t *)it.val;
		double more = 1000 + (double)n;
		if (n < 50)
			tu_map_assign(&f64_int, m, &more);
	}
	cr_assert_geq(sum, 99 * 100 / 2 + 7);
	tu_map_clear(&f64_int, m);
	cr_assert_eq(tu_map_len(m), 0);
}

Test(map, shrinks)
{
	START();
	TuMap *m = tu_make_map(&int_int, 0);
	for (uint64_t i = 0; i < 200000; i++)
		tu_map_assign64(&int_int, m, i);
	for (uint64_t i = 0; i < 199990; i++)
		tu_map_delete64(&int_int, m, i);
	cr_assert_leq(tu__map_cap(m), 1024);
	for (uint64_t i = 199990; i < 200000; i++)
		cr_assert_not_null(tu_map_find64(&int_int, m, i));
}

/* ---- strings, numbers ----------------------------------------------------------------------------------------------------- */

Test(mem, moves_and_compares)
{
	static uint8_t a[5000], b[5000], c[5000];
	for (int r = 0; r < 60000; r++) {
		int64_t n = (int64_t)(tu__rand64() % (r % 10 ? 200 : 4500)), from = (int64_t)(tu__rand64() % 400), to = (int64_t)(tu__rand64() % 400);
		for (int64_t i = 0; i < 5000; i += 8)
			*(uint64_t *)(a + i) = tu__rand64();
		memcpy(b, a, sizeof a);
		for (int64_t i = 0; i < n; i++)
			c[i] = a[from + i];
		for (int64_t i = 0; i < n; i++)
			b[to + i] = c[i];
		tu_memmove(a + to, a + from, n);
		cr_assert(!memcmp(a, b, sizeof a), "n %ld from %ld to %ld", (long)n, (long)from, (long)to);
		cr_assert(tu_mem_eq(a, b, n));
		if (n) {
			int64_t at = (int64_t)(tu__rand64() % (uint64_t)n);
			b[at] ^= 1;
			cr_assert(!tu_mem_eq(a, b, n));
			cr_assert_eq(tu_str_cmp(a, n, b, n) < 0, a[at] < b[at]);
		}
		cr_assert_eq(tu_str_cmp(a, n, a, n + 1) < 0, 1);
	}
}

Test(string, utf8)
{
	START();
	static const struct { const char *s; int64_t n; int32_t r; int64_t width; } t[] = {
		{ "a", 1, 'a', 1 }, { "\xc3\xa9", 2, 0xe9, 2 }, { "\xe2\x82\xac", 3, 0x20ac, 3 }, { "\xf0\x9f\x98\x80", 4, 0x1f600, 4 },
		{ "\xc0\x80", 2, 0xfffd, 1 }, { "\xed\xa0\x80", 3, 0xfffd, 1 }, { "\xf4\x90\x80\x80", 4, 0xfffd, 1 }, { "\xe2\x82", 2, 0xfffd, 1 },
		{ "\x80", 1, 0xfffd, 1 }, { "\xf0\x9f\x98", 3, 0xfffd, 1 }, { "\xe0\x9f\xbf", 3, 0xfffd, 1 }, { "\xf0\x8f\xbf\xbf", 4, 0xfffd, 1 },
	};
	for (int i = 0; i < TU_ARRAY_LEN(t); i++) {
		int32_t r;
		int64_t next = tu_decode_rune((const uint8_t *)t[i].s, t[i].n, 0, &r);
		cr_assert(r == t[i].r && next == t[i].width, "case %d: %x %ld", i, (unsigned)r, (long)next);
		if (t[i].r != 0xfffd) {
			TuString s = tu_str_from_rune(NULL, t[i].r);
			cr_assert(tu_str_eq(s.p, s.n, (const uint8_t *)t[i].s, t[i].n));
		}
	}
	TuString s = tu_str_from_rune(NULL, -1);
	cr_assert(s.n == 3 && !memcmp(s.p, "\xef\xbf\xbd", 3));
	TuSlice runes = tu_runes_from_str(NULL, 0, (const uint8_t *)"a\xff\xe2\x82\xac", 5);
	cr_assert_eq(runes.n, 3);
	cr_assert_eq(((int32_t *)runes.p)[1], 0xfffd);
	TuString back = tu_str_from_runes(NULL, 0, runes.p, runes.n);
	cr_assert_eq(back.n, 7);
	TuString v[3] = { { (const uint8_t *)"ab", 2 }, { NULL, 0 }, { (const uint8_t *)"cde", 3 } };
	s = tu_str_cat(NULL, 0, v, 3);
	cr_assert(s.n == 5 && !memcmp(s.p, "abcde", 5));
	v[2].n = 0;
	cr_assert_eq(tu_str_cat(NULL, 0, v, 3).p, v[0].p);
}

Test(num, conversions)
{
	cr_assert_eq(tu_f64_to_u64(-1), UINT64_MAX);
	cr_assert_eq(tu_f64_to_u64(1e19), 10000000000000000000u);
	cr_assert_eq(tu_f64_to_u64(1e20), (uint64_t)1 << 63);
	cr_assert_eq(tu_f64_to_u64(NAN), (uint64_t)1 << 63);
	cr_assert_eq(tu_f64_to_i64(1e30), INT64_MIN);
	TuC128 q = tu_c128_div(1.0 + 2.0i, 3.0 - 4.0i);
	cr_assert(fabs(__real__ q + 0.2) < 1e-15 && fabs(__imag__ q - 0.4) < 1e-15);
	q = tu_c128_div(1.0 + 0i, 0);
	cr_assert(isinf(__real__ q));
}
