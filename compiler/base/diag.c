/* diag.c: collects diagnostics, prints them sorted and once.
 *
 * Two rules follow Go's compiler because tests and habits depend on them: of several syntax errors on one line only the first
 * is kept, and the tenth error ends the list with "too many errors" at its own position. */
#include "compiler/base/diag.h"
#include <stdlib.h>
#include <unistd.h>


enum { MAX_ERRORS = 10 };

typedef VEC(Diag) DiagVec;
static DiagVec diags;
static int nsyntax;
static int nerror;                      /* since the start of the process: decides the exit status */
static Pos last_syntax, last_other;
static const char *last_text = "";
static bool first_only;
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
	vec_push(&diags, (Diag){ p, diags.n, kind, text, NULL });
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

void diag_forget(const char *text)
{
	int n = 0;
	for (int i = 0; i < diags.n; i++)
		if (strcmp(diags.v[i].text, text))
			diags.v[n++] = diags.v[i];
	nerror -= diags.n - n;
	diags.n = n;
}

void diag_first_only(bool on)
{
	first_only = on;
}

void diag_hint(Pos p, const char *fmt, ...)
{
	va_list ap;
	if (!diags.n || vec_last(&diags).pos != p || vec_last(&diags).hint || diag_default_hint(&vec_last(&diags)))
		return;         /* a missing import is likelier than a wrong letter */
	Buf b = { 0 };
	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	vec_last(&diags).hint = buf_take(&b);
}

static int by_pos(const void *x, const void *y)
{
	const Diag *a = x, *b = y;
	if (a->pos != b->pos)
		return a->pos < b->pos ? -1 : 1;
	return (a->seq > b->seq) - (a->seq < b->seq);
}

/* Same place and same text as the one printed before it. Notes repeat: each is another decision. */
static bool repeats(const Diag *prev, const Diag *d)
{
	return prev && d->kind != D_NOTE && !strcmp(prev->text, d->text) && (prev->pos == d->pos || same_line(prev->pos, d->pos));
}

/* As go vet: of the errors only the first found, preferring one that stops the checker to a remark about something unused. */
static void show_first(void)
{
	const Diag *first = NULL;
	for (int i = 0; i < diags.n; i++)
		if (diags.v[i].kind != D_NOTE && (!first || (first->kind == D_SOFT && diags.v[i].kind == D_ERROR)))
			first = &diags.v[i];
	if (first)
		diag_show_line(str_fmt("vet: %s: %s", pos_str(first->pos), first->text));
	diags.n = 0;
}

void diag_flush(bool all)
{
	if (first_only && !diag_is_rich()) {
		show_first();
		return;
	}
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
		diag_show(&diags.v[i]);
		prev = &diags.v[i];
	}
	if (cut)
		diag_show_line(too_many ? str_fmt("%s: too many errors", pos_str(too_many)) : "too many errors");
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
