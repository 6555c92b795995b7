/* pos.c: 32-bit positions. Every source gets a range of the number line; a position is the file's base plus a byte offset.
 *
 * //line directives are kept per file, sorted by offset; a directive holds from its offset to the next one. */
#include "compiler/base/base.h"

static VEC(SrcFile *) files;
static Pos next_base = 1;

SrcFile *src_add(const char *path, const char *full, const char *text, uint32_t nbyte)
{
	if (nbyte > UINT32_MAX - next_base - 2)
		die("the sources of this program are larger than 4 GB");
	SrcFile *f = NEW(SrcFile);
	f->path = path;
	f->full = full;
	f->text = text;
	f->nbyte = nbyte;
	f->base = next_base;
	next_base += nbyte + 2;         /* one past the end is the position of EOF */
	vec_push(&f->lines, 0);
	vec_push(&files, f);
	return f;
}

SrcFile *src_of(Pos p)
{
	static SrcFile *last;
	if (!p)
		return NULL;
	if (last && p >= last->base && p - last->base <= last->nbyte)
		return last;
	int lo = 0, hi = files.n;
	while (lo < hi) {
		int mid = (lo + hi) / 2;
		if (files.v[mid]->base <= p)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo ? last = files.v[lo - 1] : NULL;
}

uint64_t src_nline(void)
{
	uint64_t n = 0;
	vec_each(&files, i)
		n += (uint64_t)files.v[i]->lines.n;
	return n;
}

/* Index of the line that holds offset off. */
static int line_index(const SrcFile *f, uint32_t off)
{
	int lo = 0, hi = f->lines.n;
	while (lo < hi) {
		int mid = (lo + hi) / 2;
		if (f->lines.v[mid] <= off)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo - 1;
}

Where pos_raw(Pos p)
{
	SrcFile *f = src_of(p);
	if (!f)
		return (Where){ "?", "?", 0, 0 };
	uint32_t off = p - f->base;
	int i = line_index(f, off);
	return (Where){ f->path, f->full, (uint32_t)i + 1, off - f->lines.v[i] + 1 };
}

/* The directory of the file's full path, for a //line file name that is relative. */
static const char *full_of_dir(const SrcFile *f, const char *name)
{
	return name[0] == '/' ? name : path_abs(name) ? path_abs(name) : f->full;
}

Where pos_where(Pos p)
{
	Where w = pos_raw(p);
	SrcFile *f = src_of(p);
	if (!f || !f->dirs.n)
		return w;
	uint32_t off = p - f->base;
	int i = f->dirs.n;
	while (i > 0 && f->dirs.v[i - 1].off > off)
		i--;
	if (!i)
		return w;
	const struct LineDir *d = &f->dirs.v[i - 1];
	Where at = pos_raw(f->base + d->off);
	w.file = d->file;
	w.full = full_of_dir(f, d->file);
	if (!d->col)
		w.col = 0;
	else if (w.line == at.line)
		w.col = d->col + (w.col - at.col);
	w.line = d->line + (w.line - at.line);
	return w;
}

const char *pos_str(Pos p)
{
	if (!p)
		return "-";
	Where w = pos_where(p);
	return w.col ? str_fmt("%s:%u:%u", w.file, w.line, w.col) : str_fmt("%s:%u", w.file, w.line);
}

int pos_cmp_line(Pos a, Pos b)
{
	SrcFile *fa = src_of(a), *fb = src_of(b);
	if (fa != fb)
		return a < b ? -1 : 1;
	if (!fa)
		return 0;
	int la = line_index(fa, a - fa->base), lb = line_index(fb, b - fb->base);
	return (la > lb) - (la < lb);
}
