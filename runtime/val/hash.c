/* hash.c: hashing and equality of values: the basic functions that TuType.hash_fn and TuType.eq point to.
 *
 * The hash is keyed twice: by words drawn once per process and by the seed of each map, so that orders can not be predicted.
 * Rules the maps rely on: equal keys hash equally (+0 and -0, interfaces holding equal values); a NaN hashes at random. */
#include "runtime/val/val.h"

uint64_t tu__hash_key[4] = {
	0xa0761d6478bd642fu, 0xe7037ed1a0b428dbu, 0x8ebc6af09c88c6e3u, 0x589965cc75374cc3u
};

void tu__hash_init(void)
{
	uint64_t r[4] = { 0, 0, 0, 0 };
	if (tu__tucodebug("hashseed", 0) != 0)
		r[0] = r[1] = r[2] = r[3] = (uint64_t)tu__tucodebug("hashseed", 0);
	else
		(void)tu__sys(318, (int64_t)(uintptr_t)r, sizeof r, 0, 0, 0, 0);   /* getrandom; zeros leave the constants */
	for (int i = 0; i < 4; i++)
		tu__hash_key[i] = (tu__hash_key[i] ^ r[i]) | 1;
}

uint64_t tu_hash_mem(const void *p, uint64_t seed, int64_t n) { return tu__hash_bytes(p, n, seed); }
uint64_t tu_hash_str(const void *p, uint64_t seed)
{
	const TuString *s = p;
	return tu__hash_bytes(s->p, s->n, seed);
}
uint64_t tu_hash_0(const void *p, uint64_t seed) { return tu__hash_u64(0, seed); }
uint64_t tu_hash_8(const void *p, uint64_t seed) { return tu__hash_u64(*(const uint8_t *)p, seed); }
uint64_t tu_hash_16(const void *p, uint64_t seed) { return tu__hash_u64(*(const uint16_t *)p, seed); }
uint64_t tu_hash_32(const void *p, uint64_t seed) { return tu__hash_u64(tu__load32(p), seed); }
uint64_t tu_hash_64(const void *p, uint64_t seed) { return tu__hash_u64(tu__load64(p), seed); }

static uint64_t hash_double(double d, uint64_t seed)
{
	if (d == 0)
		return tu__hash_u64(0x2b0, seed);
	if (d != d)
		return tu_rand64();
	uint64_t u;
	__builtin_memcpy(&u, &d, 8);
	return tu__hash_u64(u, seed);
}
uint64_t tu_hash_f32(const void *p, uint64_t seed) { return hash_double(*(const float *)p, seed); }
uint64_t tu_hash_f64(const void *p, uint64_t seed) { return hash_double(*(const double *)p, seed); }
uint64_t tu_hash_c64(const void *p, uint64_t seed)
{
	const float *f = p;
	return hash_double(f[1], hash_double(f[0], seed));
}
uint64_t tu_hash_c128(const void *p, uint64_t seed)
{
	const double *f = p;
	return hash_double(f[1], hash_double(f[0], seed));
}

static uint64_t hash_dynamic(const TuType *t, void *d, uint64_t seed)
{
	if (!t->hash_fn)
		tu__panic_error_type("hash of unhashable type ", t);
	seed = tu__mix(seed ^ t->hash, tu__hash_key[2]);
	return t->flags & TF_DIRECT ? t->hash_fn(&d, seed) : t->hash_fn(d, seed);
}
uint64_t tu_hash_eface(const void *p, uint64_t seed)
{
	const TuIface *e = p;
	return e->tab ? hash_dynamic(e->tab, e->d, seed) : seed;
}
uint64_t tu_hash_iface(const void *p, uint64_t seed)
{
	const TuIface *e = p;
	return e->tab ? hash_dynamic(((const TuItab *)e->tab)->type, e->d, seed) : seed;
}
uint64_t tu_type_hash(const TuType *t, const void *p, uint64_t seed)
{
	if (!t->hash_fn)
		tu__panic_error_type("hash of unhashable type ", t);
	return t->hash_fn(p, seed);
}
uint64_t tu_rand64(void)
{
	tu__preempt_disable();
	uint64_t r = tu__rand64();
	tu__preempt_enable();
	return r;
}

/* ---- equality --------------------------------------------------------------------------------------------------- */

uint8_t tu_eq_0(const void *a, const void *b) { return 1; }
uint8_t tu_eq_8(const void *a, const void *b) { return *(const uint8_t *)a == *(const uint8_t *)b; }
uint8_t tu_eq_16(const void *a, const void *b) { return *(const uint16_t *)a == *(const uint16_t *)b; }
uint8_t tu_eq_32(const void *a, const void *b) { return tu__load32(a) == tu__load32(b); }
uint8_t tu_eq_64(const void *a, const void *b) { return tu__load64(a) == tu__load64(b); }
uint8_t tu_eq_f32(const void *a, const void *b) { return *(const float *)a == *(const float *)b; }
uint8_t tu_eq_f64(const void *a, const void *b) { return *(const double *)a == *(const double *)b; }
uint8_t tu_eq_c64(const void *a, const void *b)
{
	const float *x = a, *y = b;
	return x[0] == y[0] && x[1] == y[1];
}
uint8_t tu_eq_c128(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return x[0] == y[0] && x[1] == y[1];
}
uint8_t tu_eq_str(const void *a, const void *b)
{
	const TuString *x = a, *y = b;
	return tu_str_eq(x->p, x->n, y->p, y->n);
}

static uint8_t eq_dynamic(const TuType *t, void *a, void *b)
{
	if (!t->eq)
		tu__panic_error_type("comparing uncomparable type ", t);
	if (t->flags & TF_DIRECT)
		return t->kind == TK_STRUCT || t->kind == TK_ARRAY ? t->eq(&a, &b) : a == b;
	return a == b && t->flags & TF_MEMEQ ? 1 : t->eq(a, b);
}
uint8_t tu_eface_eq(const void *at, void *ad, const void *bt, void *bd)
{
	return at == bt && (!at || eq_dynamic(at, ad, bd));
}
uint8_t tu_iface_eq(const void *at, void *ad, const void *bt, void *bd)
{
	if (at == bt)
		return !at || eq_dynamic(((const TuItab *)at)->type, ad, bd);
	/* Static and run-time made tables of one pair of types may differ in address. */
	if (!at || !bt || ((const TuItab *)at)->type != ((const TuItab *)bt)->type)
		return 0;
	return eq_dynamic(((const TuItab *)at)->type, ad, bd);
}
uint8_t tu_eq_eface(const void *a, const void *b)
{
	const TuIface *x = a, *y = b;
	return tu_eface_eq(x->tab, x->d, y->tab, y->d);
}
uint8_t tu_eq_iface(const void *a, const void *b)
{
	const TuIface *x = a, *y = b;
	return tu_iface_eq(x->tab, x->d, y->tab, y->d);
}
