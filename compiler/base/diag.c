/* diag.c: collects diagnostics, prints them sorted and once.
 *
 * Two rules follow Go's compiler because tests and habits depend on them: of several syntax errors on one line only the first
 * is kept, and the tenth error ends the list with "too many errors" at its own position. */
#include "compiler/base/base.h"
#include <stdlib.h>
#include <unistd.h>

typedef enum { D_ERROR, D_SOFT, D_NOTE } DiagKind;
typedef struct { Pos pos; int seq; DiagKind kind; char *text; } Diag;

enum { MAX_ERRORS = 10 };

typedef VEC(Diag) DiagVec;
static DiagVec diags;
static int nsyntax;
static int nerror;                      /* since the start of the process: decides the exit status */
static Pos last_syntax, last_other;
static const char *last_text = "";
static bool json;
static struct { const char *phase, *fn; Pos pos; } at;

static bool same_line(Pos a, Pos b)
{
	return a && b && src_of(a) == src_of(b) && !pos_cmp_line(a, b);
}

static void add(Pos p, DiagKind kind, const char *fmt, va_list ap)
{
	Buf b = { 0 };
	buf_vfmt(&b, fmt, ap);
	char *text = buf_take(&b);
	if (kind != D_NOTE) {
		if (!strncmp(text, "syntax error", 12)) {
			nsyntax++;
			if (same_line(last_syntax, p))
				return;
			last_syntax = p;
		} else {
			if (same_line(last_other, p) && !strcmp(text, last_text))
				return;
			last_other = p;
			last_text = text;
		}
		nerror++;
	}
	vec_push(&diags, (Diag){ p, diags.n, kind, text });
}

#define ADD(kind)                       \
	va_list ap;                     \
	va_start(ap, fmt);              \
	add(p, kind, fmt, ap);          \
	va_end(ap)

void diag_at(Pos p, const char *fmt, ...) { ADD(D_ERROR); }
void diag_soft(Pos p, const char *fmt, ...) { ADD(D_SOFT); }
void diag_note(Pos p, const char *fmt, ...) { ADD(D_NOTE); }

void diag_unsupported(Pos p, const char *what)
{
	diag_at(p, "%s is not supported yet", what);
}

int diag_nerror(void)
{
	return nerror;
}

int diag_pending(void)
{
	return diags.n;
}

void *diag_take(void)
{
	if (!diags.n)
		return NULL;
	DiagVec *v = NEW(DiagVec);
	*v = diags;
	diags = (DiagVec){ 0 };
	return v;
}

void diag_give(void *taken)
{
	DiagVec after = diags;
	if (!taken)
		return;
	diags = *(DiagVec *)taken;
	vec_each(&after, i)
		vec_push(&diags, after.v[i]);
}

int diag_nsyntax(void)
{
	return nsyntax;
}

void diag_set_json(bool on)
{
	json = on;
}

static int by_pos(const void *x, const void *y)
{
	const Diag *a = x, *b = y;
	if (a->pos != b->pos)
		return a->pos < b->pos ? -1 : 1;
	return (a->seq > b->seq) - (a->seq < b->seq);
}

static void put_json_string(const char *s)
{
	putc('"', stderr);
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			fprintf(stderr, "\\%c", *s);
		else if ((unsigned char)*s < 0x20)
			fprintf(stderr, "\\u%04x", *s);
		else
			putc(*s, stderr);
	}
	putc('"', stderr);
}

static void print_one(const Diag *d)
{
	if (!json) {
		if (d->pos)
			fprintf(stderr, "%s: %s\n", pos_str(d->pos), d->text);
		else
			fprintf(stderr, "%s\n", d->text);
		return;
	}
	Where w = d->pos ? pos_where(d->pos) : (Where){ "", "", 0, 0 };
	fputs("{\"kind\":", stderr);
	put_json_string(d->kind == D_NOTE ? "note" : "error");
	fputs(",\"file\":", stderr);
	put_json_string(w.file);
	fprintf(stderr, ",\"line\":%u,\"col\":%u,\"text\":", w.line, w.col);
	put_json_string(d->text);
	fputs("}\n", stderr);
}

/* Same place and same text as the one printed before it. */
static bool repeats(const Diag *prev, const Diag *d)
{
	return prev && !strcmp(prev->text, d->text) && (prev->pos == d->pos || same_line(prev->pos, d->pos));
}

void diag_flush(bool all)
{
	Pos too_many = 0;
	bool cut = false;
	int n = 0, nerr = 0;
	for (int i = 0; i < diags.n; i++) {
		if (diags.v[i].kind != D_NOTE && !all) {
			if (nerr >= MAX_ERRORS)
				continue;
			if (++nerr == MAX_ERRORS) {
				cut = true;
				too_many = diags.v[i].pos;
			}
		}
		diags.v[n++] = diags.v[i];
	}
	if (n)
		qsort(diags.v, (size_t)n, sizeof *diags.v, by_pos);
	const Diag *prev = NULL;
	for (int i = 0; i < n; i++) {
		if (repeats(prev, &diags.v[i]))
			continue;
		print_one(&diags.v[i]);
		prev = &diags.v[i];
	}
	if (cut && too_many)
		fprintf(stderr, "%s: too many errors\n", pos_str(too_many));
	else if (cut)
		fprintf(stderr, "too many errors\n");
	diags.n = 0;
	last_syntax = last_other = 0;
	fflush(stderr);
}

void die(const char *fmt, ...)
{
	va_list ap;
	fflush(stdout);
	fputs("tuco: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	putc('\n', stderr);
	exit(1);
}

void bug_at(const char *phase, const char *fn, Pos p)
{
	at.phase = phase;
	at.fn = fn;
	at.pos = p;
}

void bug(const char *fmt, ...)
{
	va_list ap;
	diag_flush(true);
	fflush(stdout);
	fputs("tuco: internal compiler error: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	putc('\n', stderr);
	if (at.phase)
		fprintf(stderr, "\tphase %s%s%s%s%s\n", at.phase, at.fn ? ", function " : "", at.fn ? at.fn : "", at.pos ? ", at " : "",
			at.pos ? pos_str(at.pos) : "");
	fputs("\tThis is a bug in tuco, not in your program. Please report it together with the smallest source that shows it.\n", stderr);
	exit(3);
}
