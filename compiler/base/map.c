/* map.c: hash map from integers or pointers to pointers.
 *
 * Entries sit in an array in order of insertion; a table of 32-bit indexes finds them. Iterating the array gives the same
 * order in every run, so output never depends on addresses. There is no deletion. */
#include "compiler/base/base.h"

static uint32_t mix(uintptr_t key)
{
	uint64_t h = (uint64_t)key * 0x9e3779b97f4a7c15ull;
	return (uint32_t)(h >> 32);
}

/* Slot of key, or the free slot where it belongs. Slots hold index + 1. */
static int32_t *find_slot(const Map *m, uintptr_t key)
{
	uint32_t mask = (uint32_t)m->nslot - 1, h = mix(key) & mask;
	while (m->slot[h] && m->ent[m->slot[h] - 1].key != key)
		h = (h + 1) & mask;
	return &m->slot[h];
}

static void rehash(Map *m)
{
	m->nslot = m->nslot ? m->nslot * 2 : 16;
	m->slot = arena_array(&build_arena, int32_t, m->nslot);
	for (int i = 0; i < m->n; i++)
		*find_slot(m, m->ent[i].key) = i + 1;
}

void *map_get(const Map *m, uintptr_t key)
{
	if (!m->n)
		return NULL;
	int32_t i = *find_slot(m, key);
	return i ? m->ent[i - 1].val : NULL;
}

bool map_has(const Map *m, uintptr_t key)
{
	return m->n && *find_slot(m, key);
}

void map_set(Map *m, uintptr_t key, void *val)
{
	if (m->n * 4 >= m->nslot * 3)
		rehash(m);
	int32_t *slot = find_slot(m, key);
	if (*slot) {
		m->ent[*slot - 1].val = val;
		return;
	}
	if (m->n == m->cap)
		m->ent = vec_grow(m->ent, m->n, &m->cap, sizeof *m->ent);
	m->ent[m->n++] = (MapEnt){ key, val };
	*slot = m->n;
}

void *strmap_get(const StrMap *m, const char *key)
{
	return map_get(&m->m, MAP_KEY(sym(key)));
}

void strmap_set(StrMap *m, const char *key, void *val)
{
	map_set(&m->m, MAP_KEY(sym(key)), val);
}
