/* tuco_intrin.h: inline bodies for Go functions bound with //tuco:intrinsic NAME. Included by tuco.h's users through the emitter. */
#ifndef TUCO_INTRIN_H
#define TUCO_INTRIN_H
#include "runtime/include/tuco.h"

/* sync/atomic: sequentially consistent, as Go's memory model asks */
#ifdef TUCO_RACE
/* Between begin and end nobody else is at the variable, so that what an operation orders fits what it does. how: 1 reads, 2 writes. */
void *tu_race_at(const void *p, uint64_t n, int how);
void tu_race_at_end(void *at);
#define TU_RACE_AT(how, p, n) void *at$ = tu_race_at(p, n, how)
#define TU_RACE_AT_END() tu_race_at_end(at$)
#else
#define TU_RACE_AT(how, p, n) ((void)0)
#define TU_RACE_AT_END() ((void)0)
#endif
#define TU_AT_DO(R, how, expr) { TU_RACE_AT(how, p, sizeof *p); R r$ = expr; TU_RACE_AT_END(); return r$; }
#define TU_ATOMICS(T, S)                                                                                                        \
	static inline T tu_at_load##S(const T *p) TU_AT_DO(T, 1, __atomic_load_n(p, __ATOMIC_SEQ_CST))                          \
	static inline void tu_at_store##S(T *p, T v)                                                                            \
	{ TU_RACE_AT(2, p, sizeof *p); __atomic_store_n(p, v, __ATOMIC_SEQ_CST); TU_RACE_AT_END(); }                            \
	static inline T tu_at_swap##S(T *p, T v) TU_AT_DO(T, 3, __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST))                    \
	static inline T tu_at_add##S(T *p, T v) TU_AT_DO(T, 3, __atomic_add_fetch(p, v, __ATOMIC_SEQ_CST))                      \
	static inline T tu_at_and##S(T *p, T v) TU_AT_DO(T, 3, __atomic_fetch_and(p, v, __ATOMIC_SEQ_CST))                      \
	static inline T tu_at_or##S(T *p, T v) TU_AT_DO(T, 3, __atomic_fetch_or(p, v, __ATOMIC_SEQ_CST))                        \
	static inline uint8_t tu_at_cas##S(T *p, T o, T n)                                                                      \
	TU_AT_DO(uint8_t, 3, __atomic_compare_exchange_n(p, &o, n, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
TU_ATOMICS(int32_t, _i32) TU_ATOMICS(uint32_t, _u32) TU_ATOMICS(int64_t, _i64) TU_ATOMICS(uint64_t, _u64) TU_ATOMICS(uintptr_t, _uptr)
static inline void *tu_at_load_ptr(void *q)
{
	void **p = q;
	TU_AT_DO(void *, 1, __atomic_load_n(p, __ATOMIC_SEQ_CST))
}
/* Pointer writes are calls (runtime/gc/barrier.c): barrier and exchange must not be separated by a stop. */
void tu_at_store_ptr(void *p, void *v);
void *tu_at_swap_ptr(void *p, void *v);
uint8_t tu_at_cas_ptr(void *p, void *o, void *n);
#ifdef TUCO_RACE
static inline void tu_race_at_store_ptr(void *p, void *v) { TU_RACE_AT(2, p, 8); tu_at_store_ptr(p, v); TU_RACE_AT_END(); }
static inline void *tu_race_at_swap_ptr(void *p, void *v) { TU_RACE_AT(3, p, 8); v = tu_at_swap_ptr(p, v); TU_RACE_AT_END(); return v; }
static inline uint8_t tu_race_at_cas_ptr(void *p, void *o, void *n)
{
	TU_RACE_AT(3, p, 8);
	uint8_t r = tu_at_cas_ptr(p, o, n);
	TU_RACE_AT_END();
	return r;
}
#define tu_at_store_ptr tu_race_at_store_ptr
#define tu_at_swap_ptr tu_race_at_swap_ptr
#define tu_at_cas_ptr tu_race_at_cas_ptr
#endif

/* math, math/bits */
static inline double tu_sqrt(double x) { return __builtin_sqrt(x); }
static inline double tu_fabs(double x) { return __builtin_fabs(x); }
static inline double tu_copysign(double x, double y) { return __builtin_copysign(x, y); }
static inline uint64_t tu_f64_bits(double x) { uint64_t u; __builtin_memcpy(&u, &x, 8); return u; }
static inline double tu_f64_from_bits(uint64_t u) { double x; __builtin_memcpy(&x, &u, 8); return x; }
static inline uint32_t tu_f32_bits(float x) { uint32_t u; __builtin_memcpy(&u, &x, 4); return u; }
static inline float tu_f32_from_bits(uint32_t u) { float x; __builtin_memcpy(&x, &u, 4); return x; }
static inline int64_t tu_clz64(uint64_t x) { return x ? __builtin_clzll(x) : 64; }
static inline int64_t tu_clz32(uint32_t x) { return x ? __builtin_clz(x) : 32; }
static inline int64_t tu_ctz64(uint64_t x) { return x ? __builtin_ctzll(x) : 64; }
static inline int64_t tu_ctz32(uint32_t x) { return x ? __builtin_ctz(x) : 32; }
static inline int64_t tu_popcount64(uint64_t x) { return __builtin_popcountll(x); }
static inline uint16_t tu_bswap16(uint16_t x) { return __builtin_bswap16(x); }
static inline uint32_t tu_bswap32(uint32_t x) { return __builtin_bswap32(x); }
static inline uint64_t tu_bswap64(uint64_t x) { return __builtin_bswap64(x); }
typedef struct { uint64_t hi, lo; } TuU128;
static inline TuU128 tu_mul64(uint64_t a, uint64_t b)
{
	unsigned __int128 p = (unsigned __int128)a * b;
	return (TuU128){ (uint64_t)(p >> 64), (uint64_t)p };
}
static inline TuU128 tu_div128(uint64_t hi, uint64_t lo, uint64_t y)   /* hi < y; quotient, remainder */
{
	uint64_t q, r;
	__asm__("divq %4" : "=a"(q), "=d"(r) : "a"(lo), "d"(hi), "r"(y) : "cc");
	return (TuU128){ q, r };
}
static inline double tu_c_fma(double x, double y, double z)            /* exact: x*y+z with one rounding, in software unless the CPU has it */
{
	return __builtin_fma(x, y, z);
}

/* unsafe and friends */
static inline void tu_keep_alive(const void *tab, void *d) { __asm__ volatile("" :: "r"(tab), "r"(d) : "memory"); }
static inline void tu_breakpoint(void) { __asm__ volatile("int3"); }
/* Values that are dead here must not look alive because they are still in a register. */
void tu_gc(void);
void tu_memprof_rate_changed(void);
static inline void tu_gc_call(void)
{
	__asm__ volatile("xorl %%ebx, %%ebx\n\txorl %%r12d, %%r12d\n\txorl %%r13d, %%r13d\n\txorl %%r14d, %%r14d\n\txorl %%r15d, %%r15d"
		::: "rbx", "r12", "r13", "r14", "r15", "memory", "cc");
	tu_gc();
}
static inline void tu_procyield(uint32_t n) { for (; n; n--) __builtin_ia32_pause(); }
#endif
