/* shard.c: large packages are printed as several C units, so that gcc runs in parallel and a small edit compiles little again.
 *
 * A unit's declared functions stand in source order, the weak ones (instances, wrappers) behind them by name. The row is cut where
 * a function's name says so (a hash of it), once a shard has reached a size: boundaries depend on names, so an edit moves none, and
 * neighbours in the source stay together, which is where gcc finds what it can inline. Literals go with the function around them.
 * Shard 0 has the package's variables, descriptors and roots besides; it is printed last, when it is known which
 * descriptors of local types the other shards name. Packages below LARGE stay whole, the library always does. */
#include "compiler/emit/em.h"
#include <stdlib.h>

/* In instructions of the intermediate code; a line of Go makes about four. gcc needs a second for LARGE. */
enum { LARGE = 6000, SHARD_MIN = 600, SHARD_MAX = 4000 };

bool emit_whole;
static Map shard_of;                    /* Fn (outermost) -> shard + 1 */
static Unit *cut;                       /* the unit shard_of tells about */
static int ncut;
static TypeVec named;                   /* types of the package whose descriptors other shards than 0 name */

static Fn *outermost(Fn *f)
{
	while (f->outer)
		f = f->outer;
	return f;
}

static int by_name(const void *a, const void *b)
{
	return strcmp((*(Fn *const *)a)->name, (*(Fn *const *)b)->name);
}

/* Of the text, so that it is the same in every build. */
static bool cuts_here(const Fn *f)
{
	uint32_t h = 2166136261u;
	for (const char *s = f->name; *s; s++)
		h = (h ^ (uint8_t)*s) * 16777619u;
	return ((h ^ h >> 13) & 7) == 0;
}

int unit_nshard(Unit *u)
{
	int64_t total = 0;
	vec_each(&u->fns, i)
		total += u->fns.v[i]->ins.n;
	cut = NULL;
	named.n = 0;
	if (emit_whole || total < LARGE || !u->pkg || u->pkg->is_std)
		return 1;
	Map size = { 0 };               /* outermost function -> instructions with its literals */
	VEC(Fn *) row = { 0 };
	for (int weak = 0; weak < 2; weak++) {
		int from = row.n;
		vec_each(&u->fns, i) {
			Fn *f = u->fns.v[i], *top = outermost(f);
			if (top->weak != weak)
				continue;
			if (!map_has(&size, MAP_KEY(top)))
				vec_push(&row, top);
			map_set(&size, MAP_KEY(top), (void *)((uintptr_t)map_get(&size, MAP_KEY(top)) + (uintptr_t)f->ins.n));
		}
		if (weak && row.n > from)
			qsort(row.v + from, (size_t)(row.n - from), sizeof *row.v, by_name);
	}
	shard_of = (Map){ 0 };
	cut = u;
	ncut = 1;
	int64_t have = 0;
	vec_each(&row, i) {
		int64_t n = (int64_t)(uintptr_t)map_get(&size, MAP_KEY(row.v[i]));
		if (have >= SHARD_MIN && (have + n > SHARD_MAX || cuts_here(row.v[i]))) {
			ncut++;
			have = 0;
		}
		have += n;
		map_set(&shard_of, MAP_KEY(row.v[i]), (void *)(uintptr_t)ncut);
	}
	return ncut;
}

bool shard_whole(const Unit *u)
{
	return cut != u;
}

bool fn_in_shard(Fn *f)
{
	if (shard_whole(em.u))
		return true;
	uintptr_t s = (uintptr_t)map_get(&shard_of, MAP_KEY(outermost(f)));
	return s ? (int)s - 1 == em.shard : f->weak;
}

void shard_names_desc(Type *t)
{
	vec_push(&named, t);
}

void shard_descs(void)
{
	vec_each(&named, i)
		(void)desc_name(named.v[i]);
}
