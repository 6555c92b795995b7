/* map_grow.c: layouts, making, growing, shrinking and clearing of maps. */
#include "runtime/val/map.h"
#include "runtime/heap/heap.h"

/* ---- layouts ------------------------------------------------------------------------------------------------------------ */

typedef struct { uint64_t mask, used; Layout *slot[]; } LayoutTable;
static LayoutTable *layouts;    /* read without lock; slots never change once set */
static TuLock layout_lock;

static uint8_t key_needs_update(const TuType *t)
{
	switch (t->kind) {
	case TK_FLOAT32: case TK_FLOAT64: case TK_COMPLEX64: case TK_COMPLEX128: case TK_STRING: case TK_INTERFACE:
		return 1;
	case TK_ARRAY:
		return key_needs_update(t->elem);
	case TK_STRUCT:
		for (int64_t i = 0; i < t->u.st.nfield; i++)
			if (key_needs_update(t->u.st.field[i].type))
				return 1;
	}
	return 0;
}

/* Copies the pointer bits of t (nested long arrays included) into mask from word at. */
static void put_mask(uint8_t *mask, int64_t at, const TuType *t)
{
	if (!t->ptr_nbyte)
		return;
	if (!t->ptrmask) {
		for (int64_t i = 0; i < t->len; i++)
			put_mask(mask, at + i * t->elem->size / 8, t->elem);
		return;
	}
	for (int64_t i = 0; i < t->ptr_nbyte / 8; i++)
		if (t->ptrmask[i >> 3] >> (i & 7) & 1)
			mask[(at + i) >> 3] |= (uint8_t)(1 << ((at + i) & 7));
}

static uint8_t kind_of(const TuType *k)
{
	uint8_t scalar = (k->kind >= TK_INT && k->kind <= TK_UINTPTR) || k->kind == TK_POINTER || k->kind == TK_CHAN
		|| k->kind == TK_UNSAFEPTR || (k->flags & TF_MEMEQ);
	if (k->kind == TK_STRING)
		return MK_STR;
	if (scalar && k->size == 4)
		return MK_32;
	if (scalar && k->size == 8 && k->kind != TK_FUNC)
		return MK_64;
	return MK_GEN;
}

static Layout *make_layout(const TuType *mt)
{
	Layout *l = tu__persist(sizeof *l);
	const TuType *k = mt->key, *v = mt->elem;
	l->mt = mt;
	l->key = k;
	l->val = v;
	l->kind = kind_of(k);
	l->flags |= k->size > MAP_INLINE_MAX ? ML_KEY_INDIRECT : 0;
	l->flags |= v->size > MAP_INLINE_MAX ? ML_VAL_INDIRECT : 0;
	l->flags |= key_needs_update(k) ? ML_KEY_UPDATE | ML_NAN : 0;
	l->flags |= k->flags & TF_NOHASHPANIC ? 0 : ML_HASH_MAY_PANIC;
	int64_t kn = l->flags & ML_KEY_INDIRECT ? 8 : k->size, vn = l->flags & ML_VAL_INDIRECT ? 8 : v->size;
	int64_t ka = l->flags & ML_KEY_INDIRECT || !k->align ? 8 : k->align, va = l->flags & ML_VAL_INDIRECT || !v->align ? 8 : v->align;
	int64_t align = ka > va ? ka : va;
	l->val_off = (uint32_t)((kn + va - 1) & -va);
	l->slot_nbyte = (uint32_t)((l->val_off + vn + align - 1) & -align);
	l->key_nbyte = (uint32_t)k->size;
	l->val_nbyte = (uint32_t)vn;
	uint8_t kp = l->flags & ML_KEY_INDIRECT || k->ptr_nbyte, vp = l->flags & ML_VAL_INDIRECT || v->ptr_nbyte;
	TuType *s = &l->slot, *b = &l->small;
	s->kind = b->kind = TK_STRUCT;
	s->align = b->align = 8;
	s->size = l->slot_nbyte ? l->slot_nbyte : 1;
	l->slot_nbyte = (uint32_t)s->size;
	b->size = MAP_GROUP + MAP_SMALL * (int64_t)l->slot_nbyte;
	if (kp || vp) {
		uint8_t *mask = tu__persist(s->size / 64 + 8), *bmask = tu__persist(b->size / 64 + 8);
		if (l->flags & ML_KEY_INDIRECT)
			mask[0] |= 1;
		else
			put_mask(mask, 0, k);
		if (l->flags & ML_VAL_INDIRECT)
			mask[l->val_off / 64] |= (uint8_t)(1 << (l->val_off / 8 & 7));
		else
			put_mask(mask, l->val_off / 8, v);
		s->ptr_nbyte = s->size;
		s->ptrmask = mask;
		for (int64_t i = 0; i < MAP_SMALL; i++)
			put_mask(bmask, (MAP_GROUP + i * s->size) / 8, s);
		b->ptr_nbyte = b->size;
		b->ptrmask = bmask;
		l->flags |= ML_POINTERS;
	}
	if (v->size > (int64_t)sizeof tu__zero_area)
		l->zero = tu__persist(v->size);
	return l;
}

static inline uint64_t type_slot(const TuType *t) { return ((uint64_t)(uintptr_t)t >> 4) * 0x9e3779b97f4a7c15u >> 32; }

static Layout *layout_lookup(const LayoutTable *t, const TuType *mt)
{
	for (uint64_t h = type_slot(mt); t; h++) {
		Layout *l = __atomic_load_n(&t->slot[h & t->mask], __ATOMIC_ACQUIRE);
		if (!l || l->mt == mt)
			return l;
	}
	return NULL;
}

static void layout_insert(LayoutTable *t, Layout *l)
{
	uint64_t h = type_slot(l->mt);
	while (t->slot[h & t->mask])
		h++;
	__atomic_store_n(&t->slot[h & t->mask], l, __ATOMIC_RELEASE);
	t->used++;
}

const Layout *tu__map_layout(const TuType *mt)
{
	Layout *l = layout_lookup(__atomic_load_n(&layouts, __ATOMIC_ACQUIRE), mt);
	if (TU_LIKELY(l != NULL))
		return l;
	tu__lock(&layout_lock);
	LayoutTable *t = layouts;
	l = layout_lookup(t, mt);
	if (!l) {
		if (!t || t->used * 2 > t->mask) {
			uint64_t cap = t ? (t->mask + 1) * 2 : 64;
			LayoutTable *bigger = tu__persist((int64_t)(sizeof *bigger + cap * sizeof(Layout *)));
			bigger->mask = cap - 1;
			for (uint64_t i = 0; t && i <= t->mask; i++)
				if (t->slot[i])
					layout_insert(bigger, t->slot[i]);
			__atomic_store_n(&layouts, bigger, __ATOMIC_RELEASE);
			t = bigger;
		}
		l = make_layout(mt);
		layout_insert(t, l);
	}
	tu__unlock(&layout_lock);
	return l;
}

/* ---- tables ----------------------------------------------------------------------------------------------------------------- */

static const uint8_t map_mask[1] = { 1 << 3 | 1 << 4 };         /* ctrl, slots */
static const TuType map_type = {
	.size = sizeof(TuMap), .ptr_nbyte = 40, .kind = TK_STRUCT, .align = 8, .field_align = 8, .ptrmask = map_mask,
	.str = { (const uint8_t *)"map header", 10 }
};
_Static_assert(offsetof(TuMap, ctrl) == 24 && offsetof(TuMap, slots) == 32, "map_mask");

typedef struct { uint8_t *ctrl, *slots; } Block;

static Block new_table(const Layout *l, uint64_t cap)
{
	Block b;
	uint64_t nbyte = cap * l->slot_nbyte;
	if (l->flags & ML_POINTERS) {
		b.slots = tu__alloc_typed((int64_t)nbyte, &l->slot);
		b.ctrl = tu__alloc_bytes((int64_t)cap);
	} else {
		b.ctrl = tu__alloc_bytes((int64_t)(cap + nbyte));
		b.slots = b.ctrl + cap;
	}
	__builtin_memset(b.ctrl, MAP_EMPTY, cap);
	return b;
}

static void set_block(TuMap *m, Block b)
{
	tu_store_ptr(&m->ctrl, b.ctrl);
	tu_store_ptr(&m->slots, b.slots);
	m->flags &= (uint8_t)~MF_ITERATED;
}

static int64_t room(uint64_t cap) { return (int64_t)(cap - cap / 8); }

static uint64_t cap_for(int64_t n)
{
	uint64_t cap = MAP_GROUP;
	while (room(cap) < n)
		cap *= 2;
	return cap;
}

void tu__map_first_block(TuMap *m)
{
	const Layout *l = m->lay;
	Block b;
	b.ctrl = tu__alloc_typed(l->small.size, &l->small);
	b.slots = b.ctrl + MAP_GROUP;
	__builtin_memset(b.ctrl, MAP_EMPTY, MAP_GROUP);
	set_block(m, b);
}

/* Copies an entry of the old block into the new table. Fresh memory needs no barrier. */
static inline void place(TuMap *m, const Block *b, uint64_t mask, uint64_t h, const uint8_t *from, uint32_t nbyte)
{
	uint64_t g = h >> 7;
	for (uint64_t step = 1;; step++) {
		g &= mask;
		uint8_t *c = b->ctrl + g * MAP_GROUP;
		uint64_t lo, hi;
		__builtin_memcpy(&lo, c, 8);
		__builtin_memcpy(&hi, c + 8, 8);
		lo &= 0x8080808080808080u;
		hi &= 0x8080808080808080u;
		if (lo | hi) {
			uint64_t k = lo ? (uint64_t)__builtin_ctzll(lo) >> 3 : 8 + ((uint64_t)__builtin_ctzll(hi) >> 3);
			c[k] = h & 0x7f;
			uint8_t *to = b->slots + (g * MAP_GROUP + k) * nbyte;
			if (nbyte == 16)
				__builtin_memcpy(to, from, 16);
			else if (nbyte == 24)
				__builtin_memcpy(to, from, 24);
			else if (nbyte == 8)
				__builtin_memcpy(to, from, 8);
			else
				__builtin_memcpy(to, from, nbyte);
			return;
		}
		g += step;
	}
}

/* Moves everything into a table of cap slots. */
static void rehash(TuMap *m, uint64_t cap)
{
	const Layout *l = m->lay;
	Block b = new_table(l, cap);
	uint8_t *old_ctrl = m->ctrl, *old_slots = m->slots;
	uint64_t n = tu__map_cap(m), mask = cap / MAP_GROUP - 1;
	uint8_t was_small = m->flags & MF_SMALL, seen = m->flags & MF_ITERATED;
	for (uint64_t i = 0; i < n; i++) {
		if (i % 8 == 0 && tu__load64(old_ctrl + i) == 0x8080808080808080u) {
			i += 7;
			continue;
		}
		if (old_ctrl[i] & 0x80)
			continue;
		uint8_t *s = old_slots + i * l->slot_nbyte;
		place(m, &b, mask, tu__map_hash(m, l, tu__map_key(l, s)), s, l->slot_nbyte);
	}
	m->mask = mask;
	m->left = room(cap) - m->n;
	m->flags &= (uint8_t)~MF_SMALL;
	set_block(m, b);
	if (!was_small && !seen) {
		if (n * l->slot_nbyte > TU_MAX_SMALL)
			tu__free_large(l->flags & ML_POINTERS ? old_slots : old_ctrl);
		if ((l->flags & ML_POINTERS) && n > TU_MAX_SMALL)
			tu__free_large(old_ctrl);
	}
}

void tu__map_grow(TuMap *m)
{
	if (m->flags & MF_SMALL) {
		rehash(m, MAP_GROUP);
		return;
	}
	/* Mostly tombstones: a table for twice what is there, which may be smaller. Else double. */
	uint64_t cap = tu__map_cap(m);
	if (m->n <= room(cap) / 2)
		cap = cap_for(m->n * 3 / 2 + MAP_SMALL);
	else
		cap *= 2;
	rehash(m, cap);
}

void tu__map_maybe_shrink(TuMap *m)
{
	uint64_t cap = tu__map_cap(m);
	if (cap >= 1024 && (uint64_t)m->n < cap / 16)
		rehash(m, cap / 4);
}

static TuMap *start_map(TuMap *m, const Layout *l, int64_t hint)
{
	m->lay = l;
	m->seed = tu_rand64();
	m->flags = MF_SMALL;
	if (hint > MAP_SMALL) {
		if (hint > ((int64_t)1 << 46) / l->slot_nbyte)
			hint = 0;       /* a hint nobody can serve is ignored, as in Go */
		uint64_t cap = cap_for(hint);
		Block b = new_table(l, cap);
		set_block(m, b);
		m->flags &= (uint8_t)~MF_SMALL;
		m->mask = cap / MAP_GROUP - 1;
		m->left = room(cap);
	}
	return m;
}

TuMap *tu_make_map(const TuType *map_type_arg, int64_t hint)
{
	return start_map(tu_new(&map_type), tu__map_layout(map_type_arg), hint);
}

/* In the frame of the maker: the header, and the first block when it fits. What the block held before is overwritten entry by entry. */
TuMap *tu_make_map_at(const TuType *map_type_arg, int64_t hint, void *room_at, int64_t nbyte)
{
	_Static_assert(sizeof(TuMap) <= TU_MAP_HEADER, "the compiler reserves the header's size");
	const Layout *l = tu__map_layout(map_type_arg);
	TuMap *m = room_at;
	__builtin_memset(m, 0, sizeof *m);
	start_map(m, l, hint);
	if ((m->flags & MF_SMALL) && nbyte >= TU_MAP_HEADER + l->small.size) {
		m->ctrl = (uint8_t *)room_at + TU_MAP_HEADER;
		m->slots = m->ctrl + MAP_GROUP;
		__builtin_memset(m->ctrl, MAP_EMPTY, MAP_GROUP);
	}
	return m;
}

void tu_map_clear(const TuType *mt, TuMap *m)
{
	if (!m || (m->n == 0 && (m->flags & MF_SMALL)))
		return;
	if (m->flags & MF_WRITING)
		tu__map_fatal("concurrent map writes");
	m->flags ^= MF_WRITING;
	const Layout *l = m->lay;
	uint64_t cap = tu__map_cap(m);
	m->n = 0;
	m->clear_seq++;
	m->seed = tu_rand64();
	if (l->flags & ML_POINTERS)
		tu_typed_clear(&l->slot, m->slots, (int64_t)cap);
	__builtin_memset(m->ctrl, MAP_EMPTY, m->flags & MF_SMALL ? MAP_SMALL : cap);
	if (!(m->flags & MF_SMALL))
		m->left = room(cap);
	if (!(m->flags & MF_WRITING))
		tu__map_fatal("concurrent map writes");
	m->flags &= (uint8_t)~MF_WRITING;
}
