/* rand.c: one xorshift128+ generator per M, seeded by the kernel, or by TUCODEBUG=seed=N for repeatable schedules. */
#include "runtime/base/rt.h"
#include <sys/syscall.h>

static void seed(TuM *m)
{
	static uint64_t next_seed;
	uint64_t fixed = (uint64_t)tu__tucodebug("seed", 0);
	if (fixed) {
		fixed += __atomic_add_fetch(&next_seed, 0x9e3779b97f4a7c15u, __ATOMIC_RELAXED);
		m->rng[0] = fixed * 0xbf58476d1ce4e5b9u;
		m->rng[1] = fixed ^ fixed >> 31;
	} else if (tu__sys(SYS_getrandom, (int64_t)m->rng, sizeof m->rng, 0, 0, 0, 0) != (int64_t)sizeof m->rng) {
		m->rng[0] = (uint64_t)tu__nanotime() * 0xbf58476d1ce4e5b9u;
		m->rng[1] = (uint64_t)m;
	}
	m->rng[0] |= 1;
}

uint64_t tu__rand64(void)
{
	TuM *m = tu__m();
	if (TU_UNLIKELY(!m->rng[0] && !m->rng[1]))
		seed(m);
	uint64_t a = m->rng[0], b = m->rng[1];
	m->rng[0] = b;
	a ^= a << 23;
	m->rng[1] = a ^ b ^ a >> 17 ^ b >> 26;
	return m->rng[1] + b;
}
