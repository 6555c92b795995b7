/* gc_stress.c: goroutines that build, change and check object graphs while the collector runs. Plain C on the real runtime,
 * with descriptors written by hand and pointer stores through tu_store_ptr as emitted code has them.
 * STRESS_G goroutines (8), STRESS_N rounds (2000). Prints "ok" and the number of collections. */
#include "runtime/gc/gc.h"
#include "runtime/include/tuco.h"

#define CMP TF_COMPARABLE | TF_NOHASHPANIC
static const uint8_t m1[] = { 1 }, m3[] = { 3 }, m2[] = { 2 };
static const TuType int_t = { .size = 8, .kind = TK_INT, .align = 8, .flags = TF_MEMEQ | CMP, .eq = tu_eq_64, .hash_fn = tu_hash_64 };
static const TuType ptr_t = { .size = 8, .ptr_nbyte = 8, .ptrmask = m1, .kind = TK_POINTER, .align = 8, .flags = TF_DIRECT };
static const TuType str_t = { .size = 16, .ptr_nbyte = 8, .ptrmask = m1, .kind = TK_STRING, .align = 8, .flags = CMP, .eq = tu_eq_str, .hash_fn = tu_hash_str };
static const TuType tree_t = { .size = 32, .ptr_nbyte = 16, .ptrmask = m3, .kind = TK_STRUCT, .align = 8 };
static const TuType map_si = { .size = 8, .ptr_nbyte = 8, .ptrmask = m1, .kind = TK_MAP, .key = &str_t, .elem = &ptr_t };
static const TuType chan_t = { .size = 8, .ptr_nbyte = 8, .ptrmask = m1, .kind = TK_CHAN, .elem = &ptr_t, .len = 3 };

typedef struct Tree { struct Tree *l, *r; uint64_t key, check; } Tree;
typedef struct { TuClosure c; int64_t seed; TuChan *done; } Work;

static TuChan *global_chan;
static Tree *global_tree[16];
static const TuRoot roots0[] = { { &global_chan, 8, NULL }, { global_tree, sizeof global_tree, NULL }, { NULL, 0, NULL } };
static const TuRoot *const roots[] = { roots0 };

static int64_t env_int(const char *name, int64_t dflt)
{
	const char *s = tu__env(name);
	int64_t v = 0;
	if (!s)
		return dflt;
	while (*s >= '0' && *s <= '9')
		v = v * 10 + *s++ - '0';
	return v;
}

static uint64_t next(uint64_t *x)
{
	*x ^= *x << 13, *x ^= *x >> 7, *x ^= *x << 17;
	return *x;
}
static uint64_t sum_of(const Tree *t) { return (uint64_t)(uintptr_t)t * 0x9e3779b97f4a7c15u ^ t->key; }

static __attribute__((noinline)) Tree *build(int d, uint64_t *seed)
{
	Tree *t = tu_new(&tree_t);
	if (t->l || t->r || t->key || t->check)
		tu__throw("stress: fresh object is not zero");
	t->key = next(seed);
	t->check = sum_of(t);
	if (d > 0) {
		Tree *l = build(d - 1, seed);
		tu_store_ptr(&t->l, l);
		Tree *r = build(d - 1, seed);
		tu_store_ptr(&t->r, r);
	}
	return t;
}

static __attribute__((noinline)) int64_t verify(const Tree *t)
{
	int64_t n = 0;
	for (; t; t = t->r) {
		if (t->check != sum_of(t))
			tu__throw("stress: object was overwritten");
		n += 1 + (t->l ? verify(t->l) : 0);
	}
	return n;
}

/* Tree rotations: pure pointer traffic, what the deletion barrier must get right. */
static __attribute__((noinline)) void rotate(Tree *t, uint64_t *seed)
{
	for (int i = 0; i < 12 && t; i++) {
		Tree *l = t->l, *r = t->r;
		if (next(seed) & 1) {
			tu_store_ptr(&t->l, r);
			tu_store_ptr(&t->r, l);
		}
		if (l && r && next(seed) % 3 == 0) {
			Tree *x = l->r;
			tu_store_ptr(&l->r, r->l);
			tu_store_ptr(&r->l, x);
		}
		t = next(seed) & 1 ? t->l : t->r;
	}
}

static __attribute__((noinline)) TuString number(uint64_t v)
{
	uint8_t buf[24];
	int n = 0;
	do
		buf[n++] = (uint8_t)('a' + v % 16);
	while (v /= 16);
	return tu_str_from_bytes(NULL, 0, buf, n);
}

static void work(void *ctx)
{
	Work *w = ctx;
	uint64_t seed = (uint64_t)w->seed * 0x9e3779b97f4a7c15u + 1;
	int64_t rounds = env_int("STRESS_N", 2000), depth = 6, size = (1 << (depth + 1)) - 1;
	Tree *mine = build((int)depth, &seed);
	TuMap *m = tu_make_map(&map_si, 0);
	for (int64_t i = 0; i < rounds; i++) {
		rotate(mine, &seed);
		if (verify(mine) != size)
			tu__throw("stress: tree lost nodes");
		if (i % 4 == 0) {
			uint64_t k = next(&seed) % 300;
			TuString s = number(k);
			Tree **slot = tu_map_assign_str(&map_si, m, s.p, s.n);
			Tree *t = build(2, &seed);
			slot = tu_map_assign_str(&map_si, m, s.p, s.n);
			tu_store_ptr(slot, t);
			TuString s2 = number(next(&seed) % 300);
			tu_map_delete_str(&map_si, m, s2.p, s2.n);
		}
		if (i % 64 == 0) {
			TuMapIter it;
			for (tu_map_iter_init(&map_si, m, &it); it.key; tu_map_iter_next(&it)) {
				Tree *t = *(Tree **)it.val;
				if (t && verify(t) != 7)
					tu__throw("stress: map value damaged");
			}
		}
		if (i % 16 == 0) {              /* trade trees through a channel and through globals */
			Tree *t = mine;
			mine = NULL;
			tu_chan_send(global_chan, &t);
			tu_chan_recv(global_chan, &mine);
		}
		if (i % 32 == 0) {
			uint64_t g = next(&seed) % 16;
			tu_store_ptr(&global_tree[g], build(3, &seed));
		}
		if (i % 50 == 0) {
			TuSlice s = tu_make_slice(&ptr_t, 10, (int64_t)(next(&seed) % 8000) + 10);
			((void **)s.p)[9] = mine;
			s = tu_slice_grow(&ptr_t, s.p, s.n, s.c, s.c + 1);
			if (((Tree **)s.p)[9] != mine)
				tu__throw("stress: slice lost an element");
		}
	}
	Tree *t = mine;
	tu_chan_send(w->done, &t);
}

static void stress_main(void)
{
	int64_t n = env_int("STRESS_G", 8);
	TuChan *done = tu_make_chan(&chan_t, 0);
	tu_store_ptr(&global_chan, tu_make_chan(&chan_t, n));
	for (int64_t i = 0; i < n; i++) {
		Work *w = (Work *)tu_new_closure(sizeof *w, (const uint8_t[]){ 4 });
		w->c.code = work;
		w->seed = i + 1;
		w->done = done;
		tu_go(w);
	}
	for (int64_t i = 0; i < n; i++) {
		Tree *t = NULL;
		tu_chan_recv(done, &t);
		if (verify(t) != 127)
			tu__throw("stress: result damaged");
	}
	tu__print("ok, collections: ");
	tu__print_int(tu__gc.ncycle);
	tu__print("\n");
	(void)m2, (void)int_t;
}

static void no_init(void) { }
static void (*const init[])(void) = { no_init, NULL };
static const TuType *const links[] = { NULL };
const TuProgram tu_program = { TU_ABI_VERSION, 1, roots, init, stress_main, "stress", "", links };
