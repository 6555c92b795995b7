/* symtab.c: pc -> function, file, line, inlined levels, from the table at the end of the executable (abi/symtab.h).
 *
 * The table is mapped on first need: a program that neither fails nor asks for callers never reads it. Lookups do not allocate,
 * except that a demangled name is kept once per function. */
#include "runtime/stack/stack.h"
#include <sys/syscall.h>
#include <sys/mman.h>

extern const char __start_go_text[] TU_WEAK, __stop_go_text[] TU_WEAK;  /* hand-written test programs mark their code so */

static const TuSymHeader *head;
static const TuSymFn *fns;
static const uint8_t *lines;
static const char *strs;
static TuString *demangled;             /* per function; n < 0 never, p NULL: not yet */
static uint32_t state;                  /* atomic: 0 untried, 1 busy, 2 done */

static void map_table(void)
{
	TuSymTrailer t;
	int64_t fd = tu__sys(SYS_open, (int64_t)"/proc/self/exe", 0, 0, 0, 0, 0);
	if (fd < 0)
		return;
	int64_t end = tu__sys(SYS_lseek, fd, 0, 2, 0, 0, 0);
	if (end > (int64_t)sizeof t &&
	    tu__sys(SYS_pread64, fd, (int64_t)&t, sizeof t, end - (int64_t)sizeof t, 0, 0) == (int64_t)sizeof t &&
	    __builtin_memcmp(t.magic, TU_SYM_MAGIC, 8) == 0 && t.blob_off + t.blob_nbyte <= (uint64_t)end) {
		uint64_t page = t.blob_off & ~(uint64_t)4095;
		int64_t p = tu__sys(SYS_mmap, 0, (int64_t)(t.blob_off - page + t.blob_nbyte), PROT_READ, MAP_PRIVATE, fd, (int64_t)page);
		if (p > 0 || p < -4095) {
			const TuSymHeader *h = (const TuSymHeader *)(p + (int64_t)(t.blob_off - page));
			fns = (const TuSymFn *)(h + 1);
			strs = (const char *)(fns + h->nfn);
			lines = (const uint8_t *)strs + h->nstr;
			demangled = tu__os_alloc((int64_t)(h->nfn + 1) * (int64_t)sizeof(TuString));
			__atomic_store_n(&head, h, __ATOMIC_RELEASE);
		}
	}
	tu__sys(SYS_close, fd, 0, 0, 0, 0, 0);
}

void tu__symtab_init(void)
{
	uint32_t z = 0;
	if (__atomic_compare_exchange_n(&state, &z, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE)) {
		map_table();
		__atomic_store_n(&state, 2, __ATOMIC_RELEASE);
	}
	for (int64_t i = 0; __atomic_load_n(&state, __ATOMIC_ACQUIRE) != 2 && i < 10000000; i++)
		__builtin_ia32_pause();
}

static const TuSymFn *find_fn(uintptr_t pc)
{
	const TuSymHeader *h = __atomic_load_n(&head, __ATOMIC_ACQUIRE);
	if (!h || pc < h->text_lo || pc >= h->text_hi)
		return NULL;
	uint32_t rel = (uint32_t)(pc - h->text_lo), lo = 0, hi = h->nfn;
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		if (fns[mid].pc <= rel)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo && rel - fns[lo - 1].pc < fns[lo - 1].nbyte ? &fns[lo - 1] : NULL;
}

const char *tu__symtab_cname(uintptr_t pc, uintptr_t *entry)
{
	const TuSymFn *f = find_fn(pc);
	if (!f)
		return NULL;
	if (entry)
		*entry = head->text_lo + f->pc;
	return strs + f->name;
}

const char *tu__symtab_extent(uintptr_t pc, uintptr_t *lo, uintptr_t *hi)
{
	const TuSymFn *f = find_fn(pc);
	if (!f)
		return NULL;
	*lo = head->text_lo + f->pc;
	*hi = *lo + f->nbyte;
	return strs + f->name;
}

uint8_t tu__is_go_pc(uintptr_t pc)
{
	if (pc >= (uintptr_t)__start_go_text && pc < (uintptr_t)__stop_go_text)
		return 1;
	const char *n = tu__symtab_cname(pc, NULL);
	return n && n[0] == 'G' && n[1] == '_';
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 0;
}

/* The inverse of the escape in docs/abi.md; names of C functions stay as they are. */
static TuString demangle(const char *s)
{
	static const char from[] = "_oslrpbecwm", to[] = "_./()*[], -";
	int64_t n = 0, len = 0;
	while (s[len])
		len++;
	if (s[0] != 'G' || s[1] != '_')
		return (TuString){ (const uint8_t *)s, len };
	char *out = tu__persist(len);
	for (s += 2; *s && *s != '.'; s++) {    /* gcc's clones have suffixes after a dot */
		if (*s != '_') {
			out[n++] = *s;
		} else if (*++s == 'x') {
			out[n++] = (char)(hex_digit(s[1]) << 4 | hex_digit(s[2]));
			s += 2;
		} else {
			int k = 0;
			while (from[k] && from[k] != *s)
				k++;
			out[n++] = from[k] ? to[k] : '?';
		}
	}
	return (TuString){ (const uint8_t *)out, n };
}

static TuString fn_name(const TuSymFn *f)
{
	TuString *d = &demangled[f - fns];
	if (!d->p) {
		TuString t = demangle(strs + f->name);
		d->n = t.n;
		__atomic_store_n(&d->p, t.p, __ATOMIC_RELEASE);
	}
	return *d;
}

static uint64_t take_uleb(const uint8_t **p)
{
	uint64_t v = 0;
	for (int shift = 0;; shift += 7) {
		uint8_t b = *(*p)++;
		v |= (uint64_t)(b & 127) << shift;
		if (!(b & 128))
			return v;
	}
}

static int64_t take_sleb(const uint8_t **p)
{
	uint64_t v = 0;
	int shift = 0;
	uint8_t b;
	do {
		b = *(*p)++;
		v |= (uint64_t)(b & 127) << shift;
		shift += 7;
	} while (b & 128);
	if ((b & 64) && shift < 64)
		v |= ~0ull << shift;
	return (int64_t)v;
}

static TuString take_string(const uint8_t **p)
{
	const char *s = strs + take_uleb(p);
	int64_t n = 0;
	while (s[n])
		n++;
	return (TuString){ (const uint8_t *)s, n };
}

/* Place and line of f at rel bytes from text_lo; NULL when the table does not know. */
static const uint8_t *find_row(const TuSymFn *f, uint32_t rel, int64_t *line)
{
	if (f->line == TU_SYM_NOLINE)
		return NULL;
	const uint8_t *p = lines + f->line;
	uint64_t at = f->pc, file = 0, row_file = 0;
	int64_t ln = 0;
	*line = 0;
	for (uint64_t n = take_uleb(&p); n; n--) {
		uint64_t d = take_uleb(&p);
		at += d >> 1;
		if (d & 1)
			file = take_uleb(&p);
		ln += take_sleb(&p);
		if (at > rel)
			break;
		row_file = file;
		*line = ln;
	}
	return *line ? lines + row_file : NULL;
}

/* Programs built with columns have them at the end of file names. */
static void cut_column(TuSymPos *p)
{
	int64_t n = p->file.n, mul = 1, col = 0;
	for (; n > 1 && p->file.p[n - 1] >= '0' && p->file.p[n - 1] <= '9'; mul *= 10)
		col += mul * (p->file.p[--n] - '0');
	p->col = 0;
	if (n > 1 && p->file.p[n - 1] == 3) {
		p->file.n = n - 1;
		p->col = col;
	}
}

static uint8_t find(uintptr_t pc, int64_t level, TuSymPos *out);

uint8_t tu__symtab_find(uintptr_t pc, int64_t level, TuSymPos *out)
{
	uint8_t ok = find(pc, level, out);
	if (ok)
		cut_column(out);
	return ok;
}

static uint8_t find(uintptr_t pc, int64_t level, TuSymPos *out)
{
	tu__symtab_init();
	const TuSymFn *f = find_fn(pc);
	if (!f)
		return 0;
	int64_t line;
	const uint8_t *s = find_row(f, (uint32_t)(pc - head->text_lo), &line);
	out->entry = head->text_lo + f->pc;
	out->func = fn_name(f);
	out->file = (TuString){ (const uint8_t *)"?", 1 };
	out->line = 0;
	out->more = 0;
	if (!s)
		return level == 0;
	out->file = take_string(&s);
	out->line = line;
	for (uint64_t n = take_uleb(&s);; n--, level--) {
		if (!n)
			return level == 0;      /* the physical function */
		TuString fn = take_string(&s), path = take_string(&s);
		int64_t caller_line = (int64_t)take_uleb(&s);
		if (level == 0) {
			out->func = fn;
			out->more = 1;
			return 1;
		}
		out->file = path;
		out->line = caller_line;
	}
}
