/* iface.c: interface tables, boxing, and the panics that carry a type's name.
 *
 * Tables made at run time live for ever in a hash table read without a lock: a slot, once published, never changes; growing
 * copies into a new array and leaves the old one to its readers. A pair known not to match is remembered too (nofit). */
#include "runtime/val/val.h"
#include "runtime/heap/heap.h"

typedef struct { const TuType *itype, *type; const TuItab *tab; } Slot;   /* tab is stored last; nofit: type lacks a method */
typedef struct { uint64_t mask, used; Slot slot[]; } Table;

static const TuItab nofit;
static Table *table;            /* atomic */
static TuLock table_lock;

/* ---- panics ------------------------------------------------------------------------------------------------------ */

TU_NORETURN void tu__panic_error(const char *text)
{
	if (G_runtime_otuPanicError)
		G_runtime_otuPanicError((const uint8_t *)text, (int64_t)__builtin_strlen(text));
	tu__throw(text);
}

static TU_NORETURN void panic_text_type(void (*raise)(const uint8_t *, int64_t), const char *text, const TuType *t)
{
	TuString v[2] = { { (const uint8_t *)text, (int64_t)__builtin_strlen(text) }, t->str };
	TuString s = tu_str_cat(NULL, 0, v, 2);
	if (raise)
		raise(s.p, s.n);
	tu__print_n(s.p, s.n);
	tu__throw("unrecovered runtime error");
}

TU_NORETURN void tu__panic_error_type(const char *text, const TuType *t)
{
	panic_text_type(G_runtime_otuPanicError, text, t);
}

/* Its text lacks the words "runtime error: ". */
TU_NORETURN void tu__panic_plain_type(const char *text, const TuType *t)
{
	panic_text_type(G_runtime_otuPanicPlain, text, t);
}

static TU_NORETURN void panic_assert(const TuType *have, const TuType *want, const TuType *iface, TuString missing)
{
	if (G_runtime_otuPanicDottype)
		G_runtime_otuPanicDottype(have, want, iface, missing.p, missing.n);
	tu__throw("interface conversion failed");
}

/* ---- method tables ------------------------------------------------------------------------------------------------ */

static int64_t name_cmp(TuString a, TuString apkg, TuString b, TuString bpkg)
{
	int64_t c = tu_str_cmp(a.p, a.n, b.p, b.n);
	return c ? c : tu_str_cmp(apkg.p, apkg.n, bpkg.p, bpkg.n);
}

/* Both lists are sorted by (name, package). Fills fun when not NULL; on failure *missing names the first absent method. */
static int match(const TuType *itype, const TuType *t, void **fun, TuString *missing)
{
	const TuUncommon *u = t->uncommon;
	int64_t j = 0, n = u && u->method ? u->nmethod : 0;   /* no table: nothing in the program asks for these methods */
	for (int64_t i = 0; i < itype->u.it.nmethod; i++) {
		const TuIMethod *im = &itype->u.it.method[i];
		for (;; j++) {
			int64_t c = j < n ? name_cmp(u->method[j].name, u->method[j].pkg, im->name, im->pkg) : 1;
			const TuType *ft = c == 0 ? u->method[j].ft : NULL;
			/* A row without type was emptied because no interface asks for that method: this one wants another signature. */
			if (c == 0 && im->ft && ft != im->ft
			    && (!ft || ft->hash != im->ft->hash || !tu_str_eq(ft->str.p, ft->str.n, im->ft->str.p, im->ft->str.n)))
				c = 1;          /* same name, other signature */
			if (c > 0) {
				*missing = im->name;
				return 0;
			}
			if (c == 0)
				break;
		}
		if (fun)
			fun[i] = u->method[j].ifn;
		j++;
	}
	return 1;
}

static inline uint64_t pair_hash(const TuType *itype, const TuType *t)
{
	return tu__mix((uint64_t)(uintptr_t)itype ^ 0x9e3779b97f4a7c15u, (uint64_t)(uintptr_t)t ^ 0xd6e8feb86659fd93u);
}

static const TuItab *lookup(Table *tb, const TuType *itype, const TuType *t)
{
	if (!tb)
		return NULL;
	for (uint64_t h = pair_hash(itype, t);; h++) {
		Slot *s = &tb->slot[h & tb->mask];
		const TuItab *tab = __atomic_load_n(&s->tab, __ATOMIC_ACQUIRE);
		if (!tab)
			return NULL;
		if (s->itype == itype && s->type == t)
			return tab;
	}
}

static void insert_locked(Table *tb, const TuType *itype, const TuType *t, const TuItab *tab)
{
	uint64_t h = pair_hash(itype, t);
	while (tb->slot[h & tb->mask].tab)
		h++;
	Slot *s = &tb->slot[h & tb->mask];
	s->itype = itype;
	s->type = t;
	__atomic_store_n(&s->tab, tab, __ATOMIC_RELEASE);
	tb->used++;
}

static const TuItab *make(const TuType *itype, const TuType *t)
{
	TuString missing;
	const TuItab *tab = &nofit;
	int fits = match(itype, t, NULL, &missing);
	tu__lock(&table_lock);
	const TuItab *old = lookup(table, itype, t);
	if (old) {
		tu__unlock(&table_lock);
		return old;
	}
	if (fits) {
		TuItab *nt = tu__persist((int64_t)sizeof(TuItab) + itype->u.it.nmethod * 8);
		nt->itype = itype;
		nt->type = t;
		nt->hash = t->hash;
		match(itype, t, nt->fun, &missing);
		tab = nt;
	}
	Table *tb = table;
	if (!tb || tb->used * 4 >= tb->mask * 3) {
		uint64_t cap = tb ? (tb->mask + 1) * 2 : 128;
		Table *bigger = tu__persist((int64_t)(sizeof *bigger + cap * sizeof(Slot)));
		bigger->mask = cap - 1;
		for (uint64_t i = 0; tb && i <= tb->mask; i++)
			if (tb->slot[i].tab)
				insert_locked(bigger, tb->slot[i].itype, tb->slot[i].type, tb->slot[i].tab);
		__atomic_store_n(&table, bigger, __ATOMIC_RELEASE);
		tb = bigger;
	}
	insert_locked(tb, itype, t, tab);
	tu__unlock(&table_lock);
	return tab;
}

const TuItab *tu_itab_find(const TuType *itype, const TuType *t)
{
	if (!t)
		return NULL;
	const TuItab *tab = lookup(__atomic_load_n(&table, __ATOMIC_ACQUIRE), itype, t);
	if (TU_UNLIKELY(!tab))
		tab = make(itype, t);
	return tab == &nofit ? NULL : tab;
}

const TuItab *tu_itab(const TuType *itype, const TuType *t)
{
	TuString missing = { NULL, 0 };
	if (!t)
		panic_assert(NULL, itype, NULL, missing);
	const TuItab *tab = tu_itab_find(itype, t);
	if (TU_UNLIKELY(!tab)) {
		match(itype, t, NULL, &missing);
		panic_assert(t, itype, NULL, missing);
	}
	return tab;
}

const TuItab *tu_itab_convert(const TuType *itype, const TuType *t)
{
	return t ? tu_itab(itype, t) : NULL;
}

/* ---- boxing -------------------------------------------------------------------------------------------------------- */

#define C1(n) n, (n) + 1, (n) + 2, (n) + 3
#define C2(n) C1(n), C1((n) + 4), C1((n) + 8), C1((n) + 12)
#define C3(n) C2(n), C2((n) + 16), C2((n) + 32), C2((n) + 48)
const uint64_t tu__small_words[256] = { C3(0), C3(64), C3(128), C3(192) };
const uint8_t tu__zero_area[1024] __attribute__((aligned(64))) = { 0 };

void *tu_box(const TuType *t, const void *v)
{
	if (t->flags & TF_DIRECT)
		return *(void *const *)v;
	uint64_t w;
	switch (t->size) {
	case 0:
		return (void *)tu__zero_area;
	case 1:
		return (void *)&tu__small_words[*(const uint8_t *)v];
	case 2:
		w = *(const uint16_t *)v;
		if (w < 256)
			return (void *)&tu__small_words[w];
		break;
	case 4:
		w = tu__load32(v);
		if (w < 256)
			return (void *)&tu__small_words[w];
		break;
	case 8:
		w = tu__load64(v);
		if (w < 256)
			return (void *)&tu__small_words[w];
		break;
	case 16:
		if ((t->kind == TK_STRING) && tu__load64((const uint8_t *)v + 8) == 0)
			return (void *)tu__zero_area;
		break;
	case 24:
		if (t->kind == TK_SLICE && tu__load64(v) == 0)
			return (void *)tu__zero_area;
		break;
	}
	void *p = tu_new_noinit(t);
	__builtin_memcpy(p, v, (size_t)t->size);
	return p;
}
