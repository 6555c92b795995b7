/* pacer.c: when to collect, as pure functions of numbers; unit-tested without a heap.
 *
 *   goal    = live + (live + stacks + globals) * GOGC / 100, at least the minimum heap
 *   limit   : goal is lowered so that goal + everything else stays under GOMEMLIMIT, with 3 % (at least 1 MB) of head room
 *   trigger = goal - runway, kept between live + 0.5 and live + 0.85 of the way to the goal; late when the runway is too long */
#include "runtime/gc/gc.h"

int64_t tu__pace_goal(int64_t live, int64_t stacks, int64_t globals, int32_t gogc, int64_t minheap)
{
	if (gogc < 0)
		return INT64_MAX;
	__int128 g = (__int128)live + ((__int128)live + stacks + globals) * gogc / 100;
	__int128 least = (__int128)minheap * gogc / 100;
	if (g < least)
		g = least;
	return g > INT64_MAX ? INT64_MAX : (int64_t)g;
}

int64_t tu__pace_limit_goal(int64_t goal, int64_t limit, int64_t other, int64_t live)
{
	if (limit == INT64_MAX)
		return goal;
	int64_t room = limit / 100 * 3;
	if (room < (int64_t)1 << 20)
		room = (int64_t)1 << 20;
	int64_t g = limit - other - room;
	if (g < live)
		g = live;
	return g < goal ? g : goal;
}

int64_t tu__pace_trigger(int64_t live, int64_t goal, int64_t runway)
{
	if (goal == INT64_MAX)
		return INT64_MAX;
	if (goal <= live)
		return goal;
	int64_t span = goal - live, least = span / 20 * 3, most = span / 2;
	if (least > live / 2 + (64 << 10))
		least = live / 2 + (64 << 10);
	/* A program that allocates faster than marking can follow has to assist anyhow: then a late start costs the fewest cycles. */
	if (runway > most)
		runway = runway > 2 * most ? least : most - (int64_t)((double)(runway - most) / (double)most * (double)(most - least));
	return goal - (runway < least ? least : runway);
}

int64_t tu__pace_runway(int64_t nbyte, int64_t wall_ns, int64_t assist_ns, int64_t work_ns)
{
	int64_t free_ns = wall_ns - assist_ns;
	if (free_ns < wall_ns / 20)
		free_ns = wall_ns / 20;
	if (free_ns <= 0 || nbyte <= 0)
		return 0;
	double r = (double)nbyte * (double)work_ns / (double)free_ns * 1.1;
	return r > 1e15 ? (int64_t)1e15 : (int64_t)r + (256 << 10);
}

static uint8_t is_word(const char *s, const char *w)
{
	while (*s && *s == *w)
		s++, w++;
	return *s == *w;
}

static const char *digits(const char *s, int64_t *v, uint8_t *ok)
{
	const char *from = s;
	*v = 0;
	for (; *s >= '0' && *s <= '9'; s++)
		if (__builtin_mul_overflow(*v, 10, v) || __builtin_add_overflow(*v, *s - '0', v))
			*ok = 0;
	if (s == from)
		*ok = 0;
	return s;
}

int32_t tu__parse_gogc(const char *s)
{
	int64_t v;
	uint8_t ok = 1, neg;
	if (!s)
		return 100;
	if (is_word(s, "off"))
		return -1;
	neg = *s == '-';
	if (*s == '-' || *s == '+')
		s++;
	s = digits(s, &v, &ok);
	if (!ok || *s || v > INT32_MAX)
		return 100;
	return neg ? -1 : (int32_t)v;
}

int64_t tu__parse_memlimit(const char *s, uint8_t *ok)
{
	static const struct { const char *suffix; int32_t shift; } unit[] = {
		{ "", 0 }, { "B", 0 }, { "KiB", 10 }, { "MiB", 20 }, { "GiB", 30 }, { "TiB", 40 }
	};
	int64_t v;
	*ok = 1;
	if (!s || !*s || is_word(s, "off"))
		return INT64_MAX;
	s = digits(s, &v, ok);
	for (int32_t i = 0; *ok && i < TU_ARRAY_LEN(unit); i++)
		if (is_word(s, unit[i].suffix)) {
			if (v > INT64_MAX >> unit[i].shift)
				break;
			return v << unit[i].shift;
		}
	*ok = 0;
	return INT64_MAX;
}

uint8_t tu__limiter_update(int64_t *fill, int64_t gc_ns, int64_t mutator_ns, int64_t cap_ns)
{
	*fill += gc_ns - mutator_ns;
	if (*fill < 0)
		*fill = 0;
	if (*fill > cap_ns)
		*fill = cap_ns;
	return *fill >= cap_ns;
}
