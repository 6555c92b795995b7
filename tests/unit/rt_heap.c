/* rt_heap.c: size classes, capacities, pacing, allocation under collection, specials. */
#include "tests/unit/all_heap.h"
#include <criterion/criterion.h>

static const uint8_t m1[] = { 1 }, m3[] = { 3 }, m5[] = { 5 };
static const TuType byte_t = { .size = 1, .kind = TK_UINT8, .align = 1 };
static const TuType int_t = { .size = 8, .kind = TK_INT, .align = 8 };
static const TuType ptr_t = { .size = 8, .ptr_nbyte = 8, .ptrmask = m1, .kind = TK_POINTER, .align = 8, .flags = TF_DIRECT };
static const TuType node_t = { .size = 24, .ptr_nbyte = 16, .ptrmask = m3, .kind = TK_STRUCT, .align = 8 };
static const TuType s12_t = { .size = 12, .kind = TK_STRUCT, .align = 4 };
static const TuType gap_t = { .size = 40, .ptr_nbyte = 24, .ptrmask = m5, .kind = TK_STRUCT, .align = 8 };

#define START() fake_start(__builtin_frame_address(0))

Test(sizeclass, every_size_fits_its_class)
{
	tu__class_init();
	for (int64_t n = 1; n <= TU_MAX_SMALL; n++) {
		uint32_t c = tu__class_for(n);
		cr_assert(tu__class_size[c] >= n && (c == 1 || tu__class_size[c - 1] < n), "size %ld class %u", (long)n, c);
	}
	cr_assert_eq(tu__round_size(33, 1), 48);
	cr_assert_eq(tu__round_size(513, 0), 568);      /* a type word behind it */
	cr_assert_eq(tu__round_size(513, 1), 576);
	cr_assert_eq(tu__round_size(32760, 0), 32760);
	cr_assert_eq(tu__round_size(32769, 1), 40960);
	cr_assert_eq(tu__round_size(40961, 1), 49152);
}

/* Results of append one by one in Go 1.27: capacities after each growth. */
static void check_caps(const TuType *t, const int64_t *want, int64_t n)
{
	int64_t cap = 0;
	for (int64_t i = 0; i < n; i++) {
		cap = grown_cap(t, cap, cap + 1);
		cr_assert_eq(cap, want[i], "elem %ld growth %ld: %ld, Go %ld", (long)t->size, (long)i, (long)cap, (long)want[i]);
	}
}

Test(slice, capacities_are_go_s)
{
#include "tests/unit/rt_caps.h"
	tu__class_init();
	check_caps(&byte_t, caps_byte, TU_ARRAY_LEN(caps_byte));
	check_caps(&int_t, caps_int, TU_ARRAY_LEN(caps_int));
	check_caps(&ptr_t, caps_ptr, TU_ARRAY_LEN(caps_ptr));
	check_caps(&node_t, caps_node, TU_ARRAY_LEN(caps_node));
	check_caps(&s12_t, caps_s12, TU_ARRAY_LEN(caps_s12));
	check_caps(&gap_t, caps_gap, TU_ARRAY_LEN(caps_gap));
}

Test(pacer, goals)
{
	const int64_t mb = 1 << 20;
	cr_assert_eq(tu__pace_goal(10 * mb, 0, 0, 100, 4 * mb), 20 * mb);
	cr_assert_eq(tu__pace_goal(1 * mb, 0, 0, 100, 4 * mb), 4 * mb);
	cr_assert_eq(tu__pace_goal(1 * mb, 0, 0, 50, 4 * mb), 2 * mb);
	cr_assert_eq(tu__pace_goal(10 * mb, 2 * mb, 4 * mb, 200, 4 * mb), 42 * mb);
	cr_assert_eq(tu__pace_goal(10 * mb, 0, 0, -1, 4 * mb), INT64_MAX);
	cr_assert_eq(tu__pace_limit_goal(200 * mb, 100 * mb, 10 * mb, 50 * mb), 87 * mb);
	cr_assert_eq(tu__pace_limit_goal(200 * mb, 100 * mb, 10 * mb, 95 * mb), 95 * mb);
	cr_assert_eq(tu__pace_limit_goal(60 * mb, INT64_MAX, 10 * mb, 50 * mb), 60 * mb);
	for (int64_t runway = 0; runway < 200 * mb; runway += mb) {
		int64_t t = tu__pace_trigger(50 * mb, 100 * mb, runway);
		cr_assert(t > 50 * mb && t < 100 * mb);
	}
}

Test(pacer, runway)
{
	const int64_t mb = 1 << 20, ms = 1000000;
	/* 10 MB in 40 ms without assists: that much again, and a little more */
	int64_t r = tu__pace_runway(10 * mb, 40 * ms, 0, 40 * ms);
	cr_assert(r > 10 * mb && r < 13 * mb);
	/* half of the time went into assists: unhindered it would have allocated more */
	cr_assert(tu__pace_runway(10 * mb, 40 * ms, 20 * ms, 40 * ms) > 20 * mb);
	cr_assert_eq(tu__pace_runway(0, 0, 0, 0), 0);
	/* a short runway starts late, a long one half way, a hopeless one late again */
	cr_assert_eq(tu__pace_trigger(100 * mb, 200 * mb, 0), 185 * mb);
	cr_assert_eq(tu__pace_trigger(100 * mb, 200 * mb, 50 * mb), 150 * mb);
	cr_assert_eq(tu__pace_trigger(100 * mb, 200 * mb, 500 * mb), 185 * mb);
}

Test(pacer, shares_of_the_control_group)
{
	cr_assert(parse_share("auto") && share == 90);
	cr_assert(parse_share("75%") && share == 75);
	cr_assert(!parse_share("75") && !parse_share("0%") && !parse_share("101%") && !parse_share("5%x") && !parse_share("automatic"));
	share = 0;
}

Test(pacer, settings)
{
	uint8_t ok;
	cr_assert_eq(tu__parse_gogc(NULL), 100);
	cr_assert_eq(tu__parse_gogc("off"), -1);
	cr_assert_eq(tu__parse_gogc("abc"), 100);
	cr_assert_eq(tu__parse_gogc("250"), 250);
	cr_assert_eq(tu__parse_memlimit("64MiB", &ok), 64 << 20);
	cr_assert(ok);
	cr_assert_eq(tu__parse_memlimit("1000", &ok), 1000);
	cr_assert_eq(tu__parse_memlimit("off", &ok), INT64_MAX);
	cr_assert(ok);
	tu__parse_memlimit("10XB", &ok);
	cr_assert(!ok);
	tu__parse_memlimit("99999999999TiB", &ok);
	cr_assert(!ok);
}

Test(pacer, limiter_fills_and_drains)
{
	int64_t fill = 0;
	cr_assert(!tu__limiter_update(&fill, 60, 40, 100));
	cr_assert_eq(fill, 20);
	cr_assert(tu__limiter_update(&fill, 100, 0, 100));
	cr_assert(!tu__limiter_update(&fill, 0, 500, 100));
	cr_assert_eq(fill, 0);
}

/* ---- a random graph that checks itself ------------------------------------------------------------------------------------- */

typedef struct Node { struct Node *a, *b; uint64_t sum; } Node;
#define NROOT 64
static Node **table;            /* on the heap, itself held from the stack */

static uint64_t rnd(void) { return tu__rand64(); }

/* Not inlined: gcc would warn that the block might be the empty static area. */
static __attribute__((noinline)) void fill_last(Node *body, int64_t k, Node *n)
{
	body[k - 1].a = n;
	body[k - 1].sum = ((uint64_t)(uintptr_t)&body[k - 1] * 0x9e3779b97f4a7c15u) >> 7;
}

static __attribute__((noinline)) uint64_t verify(Node *n, int depth)
{
	if (!n || depth > 12)
		return 0;
	cr_assert_eq(n->sum, ((uint64_t)(uintptr_t)n * 0x9e3779b97f4a7c15u) >> 7, "object %p was overwritten", (void *)n);
	return 1 + verify(n->a, depth + 1) + verify(n->b, depth + 1);
}

static __attribute__((noinline)) void churn(int rounds)
{
	static const int64_t len[] = { 1, 2, 7, 30, 63, 64, 65, 70, 200, 1000, 4095, 4096, 5000, 40000 };
	Node **volatile keep = tu_new_array(&ptr_t, NROOT);
	table = keep;
	for (int i = 0; i < rounds; i++) {
		Node *n = tu_new(&node_t);
		cr_assert(!n->a && !n->b && !n->sum, "not zeroed");
		n->a = keep[rnd() % NROOT];
		n->b = rnd() % 3 ? NULL : keep[rnd() % NROOT];
		n->sum = ((uint64_t)(uintptr_t)n * 0x9e3779b97f4a7c15u) >> 7;
		if (n->a && rnd() % 2)
			n->a = NULL;
		keep[rnd() % NROOT] = n;
		if (i % 5 == 0) {
			/* arrays of pointers and of structs, through every kind of span */
			int64_t k = len[rnd() % TU_ARRAY_LEN(len)];
			Node **arr = tu_new_array(&ptr_t, k);
			for (int64_t j = 0; j < k; j++)
				cr_assert(!arr[j]);
			arr[k - 1] = n;
			Node *body = tu_new_array(&node_t, k);
			fill_last(body, k, n);
			keep[rnd() % NROOT] = &body[k - 1];     /* interior pointer */
			uint8_t *bytes = tu__alloc_bytes((int64_t)(rnd() % 5000));
			__asm__ volatile("" :: "r"(bytes));
		}
		if (i % 1000 == 0)
			for (int r = 0; r < NROOT; r++)
				verify(keep[r], 0);
	}
	for (int r = 0; r < NROOT; r++)
		verify(keep[r], 0);
}

Test(heap, survivors_survive)
{
	setenv("TUCODEBUG", "poison=1,heapcheck=1,gccheck=1", 1);
	START();
	churn(200000);
	cr_assert_gt(tu__gc.ncycle, 3);
}

Test(heap, survivors_survive_collect_often)
{
	setenv("TUCODEBUG", "gcstress=37,poison=1,heapcheck=50", 1);
	START();
	churn(20000);
}

Test(heap, freed_memory_is_reused)
{
	START();
	for (int i = 0; i < 2000; i++)
		(void)tu_new_array(&int_t, 100000);
	cr_assert_lt(tu__heap.pages_inuse * TU_PAGE, 64 << 20);
	tu_gc();
	HeapStats s;
	tu__heap_stats_stw(&s);
	cr_assert_lt(s.alloc_nbyte, 4 << 20);
	cr_assert_gt(tu__pages_scavenge(INT64_MAX), 0);
}

Test(heap, interior_pointers_find_their_object)
{
	START();
	for (int64_t n = 16; n < 60000; n += 1 + n / 7) {
		uintptr_t p = (uintptr_t)tu__alloc_bytes(n);
		int64_t size;
		cr_assert_eq(tu__object_base(p, &size), p);
		cr_assert_eq(tu__object_base(p + (uint64_t)n - 1, &size), p);
		cr_assert_geq(size, n);
	}
}

Test(heap, long_array_type_without_mask)
{
	START();
	TuType arr = { .size = 8 * 1000, .ptr_nbyte = 8000, .kind = TK_ARRAY, .align = 8, .elem = &ptr_t, .len = 1000 };
	Node **volatile a = tu_new(&arr);
	a[999] = tu_new(&node_t);
	a[999]->sum = 42;
	tu_gc();
	for (int i = 0; i < 100000; i++)
		(void)tu_new(&node_t);
	cr_assert_eq(a[999]->sum, 42);
}

static __attribute__((noinline)) void *make_weak(void)
{
	Node *n = tu_new(&node_t);
	void *h = tu_weak_make(n);
	cr_assert_eq(h, tu_weak_make(n));
	return h;
}

static __attribute__((noinline)) uintptr_t wipe_stack(void)
{
	volatile char junk[4096];
	for (int i = 0; i < 4096; i++)
		junk[i] = 0;
	return (uintptr_t)junk;
}

Test(special, weak_handles_clear)
{
	START();
	void *volatile h[32];
	int cleared = 0;
	Node *volatile strong = tu_new(&node_t);
	void *hs = tu_weak_make((void *)strong);
	for (int i = 0; i < 32; i++)
		h[i] = make_weak();
	wipe_stack();
	tu_gc();
	for (int i = 0; i < 32; i++)
		cleared += tu_weak_get(h[i]) == NULL;
	cr_assert_geq(cleared, 30);             /* a stale word on the stack may hold one */
	cr_assert_eq(tu_weak_get(hs), (void *)strong);
}
