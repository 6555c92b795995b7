/* map.c: lookup, assignment, deletion. One body per operation, specialised by gcc for each kind of key. */
#include "runtime/val/map.h"
#include "runtime/heap/heap.h"
#include <emmintrin.h>

#define INLINE static inline __attribute__((always_inline))

TU_NORETURN void tu__map_fatal(const char *text)
{
	tu_fatal((const uint8_t *)text, (int64_t)__builtin_strlen(text));
}

INLINE uint64_t hash_key(int kind, const Layout *l, uint64_t seed, const void *key)
{
	switch (kind) {
	case MK_32: return tu__hash_u64(tu__load32(key), seed);
	case MK_64: return tu__hash_u64(tu__load64(key), seed);
	case MK_STR: return tu__hash_bytes(((const TuString *)key)->p, ((const TuString *)key)->n, seed);
	}
	return l->key->hash_fn(key, seed);
}

INLINE uint8_t same_key(int kind, const Layout *l, const uint8_t *slot, const void *key)
{
	switch (kind) {
	case MK_32: return tu__load32(slot) == tu__load32(key);
	case MK_64: return tu__load64(slot) == tu__load64(key);
	case MK_STR: {
		const TuString *a = (const TuString *)slot, *b = key;
		return a->n == b->n && (a->p == b->p || tu__mem_eq(a->p, b->p, b->n));
	}
	}
	return l->key->eq(key, l->flags & ML_KEY_INDIRECT ? *(void *const *)slot : slot);
}

uint64_t tu__map_hash(const TuMap *m, const Layout *l, const void *key)
{
	switch (l->kind) {
	case MK_32: return hash_key(MK_32, l, m->seed, key);
	case MK_64: return hash_key(MK_64, l, m->seed, key);
	case MK_STR: return hash_key(MK_STR, l, m->seed, key);
	}
	return hash_key(MK_GEN, l, m->seed, key);
}

INLINE uint32_t match_byte(__m128i c, uint8_t b) { return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, _mm_set1_epi8((char)b))); }
INLINE __m128i load_group(const uint8_t *ctrl, uint64_t g) { return _mm_load_si128((const __m128i *)(ctrl + g * MAP_GROUP)); }

/* Slot of key or NULL. */
INLINE uint8_t *find(int kind, const TuMap *m, const Layout *l, const void *key)
{
	uint64_t sz = kind == MK_GEN ? l->slot_nbyte : l->slot_nbyte;
	if (m->flags & MF_SMALL) {
		/* Control bytes of a small block: 0 used, EMPTY free. */
		uint32_t used = (uint32_t)~_mm_movemask_epi8(_mm_loadl_epi64((const __m128i *)m->ctrl)) & 0xff;
		while (used) {
			uint8_t *s = m->slots + (uint64_t)__builtin_ctz(used) * sz;
			if (same_key(kind, l, s, key))
				return s;
			used &= used - 1;
		}
		return NULL;
	}
	uint64_t h = hash_key(kind, l, m->seed, key), g = h >> 7, mask = m->mask;
	const uint8_t *ctrl = m->ctrl;
	uint8_t *slots = m->slots;
	for (uint64_t step = 1;; step++) {
		g &= mask;
		__m128i c = load_group(ctrl, g);
		uint32_t hit = match_byte(c, h & 0x7f);
		while (hit) {
			uint8_t *s = slots + (g * MAP_GROUP + (uint64_t)__builtin_ctz(hit)) * sz;
			if (TU_LIKELY(same_key(kind, l, s, key)))
				return s;
			hit &= hit - 1;
		}
		if (TU_LIKELY(match_byte(c, MAP_EMPTY)))
			return NULL;
		g += step;
	}
}

INLINE void *find_val(int kind, const TuMap *m, const void *key)
{
	const Layout *l = m->lay;
	if (TU_UNLIKELY(m->flags & MF_WRITING))
		tu__map_fatal("concurrent map read and map write");
	uint8_t *s = find(kind, m, l, key);
	return s ? tu__map_val(l, s) : NULL;
}

static inline void begin_write(TuMap *m)
{
	if (TU_UNLIKELY(m->flags & MF_WRITING))
		tu__map_fatal("concurrent map writes");
	m->flags ^= MF_WRITING;
}
static inline void end_write(TuMap *m)
{
	if (TU_UNLIKELY(!(m->flags & MF_WRITING)))
		tu__map_fatal("concurrent map writes");
	m->flags &= (uint8_t)~MF_WRITING;
}

/* Index of the slot a new key goes to. */
INLINE uint64_t free_slot(TuMap *m, uint64_t h)
{
	uint64_t g = h >> 7;
	for (uint64_t step = 1;; step++) {
		g &= m->mask;
		uint32_t free = (uint32_t)_mm_movemask_epi8(load_group(m->ctrl, g));    /* EMPTY and DELETED have the top bit */
		if (free)
			return g * MAP_GROUP + (uint64_t)__builtin_ctz(free);
		g += step;
	}
}

INLINE void store_key(int kind, const Layout *l, uint8_t *slot, const void *key)
{
	switch (kind) {
	case MK_32:
		*(uint32_t *)slot = tu__load32(key);
		return;
	case MK_64:
		if (l->key->ptr_nbyte)
			tu_store_ptr(slot, *(void *const *)key);
		else
			*(uint64_t *)slot = tu__load64(key);
		return;
	case MK_STR:
		tu_store_ptr(slot, ((const TuString *)key)->p);
		((TuString *)slot)->n = ((const TuString *)key)->n;
		return;
	}
	if (l->flags & ML_KEY_INDIRECT) {
		void *k = tu_new(l->key);
		__builtin_memcpy(k, key, l->key_nbyte);
		tu_store_ptr(slot, k);
	} else {
		tu_typed_copy(l->key, slot, key);
	}
}

INLINE void zero_val(const Layout *l, uint8_t *v)
{
	switch (l->val_nbyte) {
	case 0: return;
	case 1: *v = 0; return;
	case 4: *(uint32_t *)v = 0; return;
	case 8: *(uint64_t *)v = 0; return;
	case 16: ((uint64_t *)v)[0] = ((uint64_t *)v)[1] = 0; return;
	}
	__builtin_memset(v, 0, l->val_nbyte);
}

INLINE void *assign(int kind, TuMap *m, const void *key)
{
	const Layout *l = m->lay;
	uint64_t h = 0, sz = l->slot_nbyte;
	uint8_t *s;
	/* Hashing may panic: before the map looks busy. */
	if (kind == MK_GEN && (l->flags & ML_HASH_MAY_PANIC))
		(void)hash_key(kind, l, m->seed, key);
	begin_write(m);
	if (m->flags & MF_SMALL) {
		if (!m->ctrl)
			tu__map_first_block(m);
		s = find(kind, m, l, key);
		if (s)
			goto found;
		uint32_t free = (uint32_t)_mm_movemask_epi8(_mm_loadl_epi64((const __m128i *)m->ctrl)) & 0xff;
		if (free) {
			uint64_t i = (uint64_t)__builtin_ctz(free);
			s = m->slots + i * sz;
			m->ctrl[i] = 0;
			goto fresh;
		}
		tu__map_grow(m);
		h = hash_key(kind, l, m->seed, key);
		goto insert;
	}
	{
		h = hash_key(kind, l, m->seed, key);
		uint64_t g = h >> 7, mask = m->mask;
		for (uint64_t step = 1;; step++) {
			g &= mask;
			__m128i c = load_group(m->ctrl, g);
			uint32_t hit = match_byte(c, h & 0x7f);
			while (hit) {
				s = m->slots + (g * MAP_GROUP + (uint64_t)__builtin_ctz(hit)) * sz;
				if (TU_LIKELY(same_key(kind, l, s, key)))
					goto found;
				hit &= hit - 1;
			}
			uint32_t empty = match_byte(c, MAP_EMPTY);
			if (TU_LIKELY(empty)) {
				if (TU_LIKELY(step == 1 && m->left > 0)) {
					/* home group has room: a tombstone in it is as good, an empty slot is simpler */
					uint64_t i = g * MAP_GROUP + (uint64_t)__builtin_ctz(empty);
					m->ctrl[i] = h & 0x7f;
					m->left--;
					s = m->slots + i * sz;
					goto fresh;
				}
				break;
			}
			g += step;
		}
	}
insert:;
	uint64_t i = free_slot(m, h);
	if (m->ctrl[i] == MAP_EMPTY) {
		if (TU_UNLIKELY(m->left <= 0)) {
			tu__map_grow(m);
			h = hash_key(kind, l, m->seed, key);
			i = free_slot(m, h);
		}
		m->left--;
	}
	m->ctrl[i] = h & 0x7f;
	s = m->slots + i * sz;
fresh:
	store_key(kind, l, s, key);
	m->n++;
	if (l->flags & ML_VAL_INDIRECT)
		tu_store_ptr(s + l->val_off, tu_new(l->val));
	else
		zero_val(l, s + l->val_off);
	goto out;
found:
	if (kind == MK_STR)
		tu_store_ptr(s, ((const TuString *)key)->p);
	else if (kind == MK_GEN && (l->flags & ML_KEY_UPDATE))
		tu_typed_copy(l->key, tu__map_key(l, s), key);
out:
	end_write(m);
	return tu__map_val(l, s);
}

INLINE void delete(int kind, TuMap *m, const void *key)
{
	const Layout *l = m->lay;
	if (kind == MK_GEN && (l->flags & ML_HASH_MAY_PANIC))
		(void)hash_key(kind, l, m->seed, key);
	begin_write(m);
	uint8_t *s = m->n ? find(kind, m, l, key) : NULL;
	if (s) {
		if (l->flags & ML_POINTERS)
			tu_typed_clear(&l->slot, s, 1);
		uint64_t i = (uint64_t)(s - m->slots) / l->slot_nbyte;
		m->n--;
		if (m->flags & MF_SMALL) {
			m->ctrl[i] = MAP_EMPTY;
		} else {
			if (match_byte(load_group(m->ctrl, i / MAP_GROUP), MAP_EMPTY)) {
				m->ctrl[i] = MAP_EMPTY;
				m->left++;
			} else {
				m->ctrl[i] = MAP_DELETED;
			}
			tu__map_maybe_shrink(m);
		}
	}
	end_write(m);
}

/* ---- entry points ------------------------------------------------------------------------------------------------------ */

static void *find_any(TuMap *m, const void *key)
{
	switch (m->lay->kind) {
	case MK_32: return find_val(MK_32, m, key);
	case MK_64: return find_val(MK_64, m, key);
	case MK_STR: return find_val(MK_STR, m, key);
	}
	return find_val(MK_GEN, m, key);
}

static const TuType *find_unhashable(const TuType *t, const void *p)
{
	const TuType *bad = NULL;
	if (t->flags & TF_NOHASHPANIC)
		return NULL;
	if (t->kind == TK_INTERFACE) {
		const TuIface *e = p;
		if (!e->tab)
			return NULL;
		const TuType *d = t->u.it.nmethod ? ((const TuItab *)e->tab)->type : e->tab;
		return d->hash_fn ? find_unhashable(d, d->flags & TF_DIRECT ? (const void *)&e->d : e->d) : d;
	}
	if (t->kind == TK_ARRAY)
		for (int64_t i = 0; !bad && i < t->len; i++)
			bad = find_unhashable(t->elem, (const char *)p + i * t->elem->size);
	if (t->kind == TK_STRUCT)
		for (int64_t i = 0; !bad && i < t->u.st.nfield; i++)
			if (!(t->u.st.field[i].name.n == 1 && t->u.st.field[i].name.p[0] == '_'))
				bad = find_unhashable(t->u.st.field[i].type, (const char *)p + t->u.st.field[i].offset);
	return bad;
}

/* Looking up an unhashable key panics even where nothing can be found; Go words it another way then. */
static void check_hashable(const TuType *mt, const void *key)
{
	const TuType *bad = find_unhashable(mt->key, key);
	if (bad)
		tu__panic_plain_type("hash of unhashable type: ", bad);
}

void *tu_map_find(const TuType *mt, TuMap *m, const void *key)
{
	if (!m || m->n == 0) {
		check_hashable(mt, key);
		return NULL;
	}
	if ((m->flags & MF_SMALL) && (m->lay->flags & ML_HASH_MAY_PANIC))
		(void)tu_type_hash(mt->key, key, 0);
	return find_any(m, key);
}

void *tu_map_get(const TuType *mt, TuMap *m, const void *key)
{
	void *v = tu_map_find(mt, m, key);
	if (v)
		return v;
	if (mt->elem->size <= (int64_t)sizeof tu__zero_area)
		return (void *)tu__zero_area;
	return tu__map_layout(mt)->zero;
}

void *tu_map_assign(const TuType *mt, TuMap *m, const void *key)
{
	if (TU_UNLIKELY(!m))
		tu_panic_nilmap();
	switch (m->lay->kind) {
	case MK_32: return assign(MK_32, m, key);
	case MK_64: return assign(MK_64, m, key);
	case MK_STR: return assign(MK_STR, m, key);
	}
	return assign(MK_GEN, m, key);
}

void tu_map_delete(const TuType *mt, TuMap *m, const void *key)
{
	if (!m || m->n == 0) {
		check_hashable(mt, key);
		if (!m)
			return;
	}
	switch (m->lay->kind) {
	case MK_32: delete(MK_32, m, key); return;
	case MK_64: delete(MK_64, m, key); return;
	case MK_STR: delete(MK_STR, m, key); return;
	}
	delete(MK_GEN, m, key);
}

int64_t tu_map_len(TuMap *m) { return m ? m->n : 0; }

/* A key type the compiler sends here but the layout treats as general (it can not hurt) goes the general way. */
void *tu_map_find32(const TuType *mt, TuMap *m, uint32_t key)
{
	if (!m || m->n == 0)
		return NULL;
	if (TU_UNLIKELY(m->lay->kind != MK_32))
		return find_any(m, &key);
	return find_val(MK_32, m, &key);
}
void *tu_map_assign32(const TuType *mt, TuMap *m, uint32_t key)
{
	if (TU_UNLIKELY(!m || m->lay->kind != MK_32))
		return tu_map_assign(mt, m, &key);
	return assign(MK_32, m, &key);
}
void tu_map_delete32(const TuType *mt, TuMap *m, uint32_t key) { tu_map_delete(mt, m, &key); }

void *tu_map_find64(const TuType *mt, TuMap *m, uint64_t key)
{
	if (!m || m->n == 0)
		return NULL;
	if (TU_UNLIKELY(m->lay->kind != MK_64))
		return find_any(m, &key);
	return find_val(MK_64, m, &key);
}
void *tu_map_assign64(const TuType *mt, TuMap *m, uint64_t key)
{
	if (TU_UNLIKELY(!m || m->lay->kind != MK_64))
		return tu_map_assign(mt, m, &key);
	return assign(MK_64, m, &key);
}
void tu_map_delete64(const TuType *mt, TuMap *m, uint64_t key) { tu_map_delete(mt, m, &key); }

void *tu_map_find_str(const TuType *mt, TuMap *m, const uint8_t *p, int64_t n)
{
	TuString key = { p, n };
	if (!m || m->n == 0)
		return NULL;
	return find_val(MK_STR, m, &key);
}
void *tu_map_assign_str(const TuType *mt, TuMap *m, const uint8_t *p, int64_t n)
{
	TuString key = { p, n };
	if (TU_UNLIKELY(!m))
		tu_panic_nilmap();
	return assign(MK_STR, m, &key);
}
void tu_map_delete_str(const TuType *mt, TuMap *m, const uint8_t *p, int64_t n)
{
	TuString key = { p, n };
	tu_map_delete(mt, m, &key);
}

/* For iterators: value of key and where the key is stored; NULL when it is gone. */
void *tu__map_find_lay(TuMap *m, const void *key, void **kp)
{
	const Layout *l = m->lay;
	uint8_t *s;
	if (m->n == 0)
		return NULL;
	switch (l->kind) {
	case MK_32: s = find(MK_32, m, l, key); break;
	case MK_64: s = find(MK_64, m, l, key); break;
	case MK_STR: s = find(MK_STR, m, l, key); break;
	default: s = find(MK_GEN, m, l, key);
	}
	if (!s)
		return NULL;
	*kp = tu__map_key(l, s);
	return tu__map_val(l, s);
}
