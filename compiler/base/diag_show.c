/* diag_show.c: how one diagnostic looks.
 *
 * Three forms. Plain: Go's line, for pipes and files. Full: the same line followed by the source line, a caret under the place and a
 * hint, for people at terminals. JSON: one object per output line, the shape of go build -json with keys of ours added to the
 * first line of each diagnostic: File, Line, Column, Severity, Message, Hint. */
#include "compiler/base/diag.h"
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool rich, colour;
static const char *json_path;
static int width = 100;                 /* columns of the terminal */

/* ---- choosing ------------------------------------------------------------------------------------------------------------------------ */

bool diag_style(const char *color, const char *layout)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM"), *columns = getenv("COLUMNS");
	bool tty = isatty(2), can = tty && !(no && *no) && term && strcmp(term, "dumb");
	struct winsize ws;
	if (columns && atoi(columns) > 0)
		width = atoi(columns);
	else if (tty && !ioctl(2, TIOCGWINSZ, &ws) && ws.ws_col)
		width = ws.ws_col;
	if (!color || !*color || !strcmp(color, "auto"))
		colour = can;
	else if (!strcmp(color, "always"))
		colour = true;
	else if (!strcmp(color, "never"))
		colour = false;
	else
		return false;
	if (!layout || !*layout)
		rich = tty || (color && !strcmp(color, "always"));
	else if (!strcmp(layout, "full"))
		rich = true;
	else if (!strcmp(layout, "plain"))
		rich = colour = false;
	else
		return false;
	return true;
}

bool diag_is_rich(void)
{
	return rich && !json_path;
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------------------------- */

void diag_json(const char *import_path)
{
	json_path = import_path;
}

static void put_string(const char *s, size_t n)
{
	putchar('"');
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c == '\n' || c == '\t' || c == '\r')
			printf("\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
		else if (c < 0x20 || c == '<' || c == '>' || c == '&')
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

/* One event per line of text; d's details go with the first. */
static void json_lines(const char *text, const Diag *d)
{
	for (const char *s = text; *s;) {
		size_t n = strcspn(s, "\n");
		printf("{\"ImportPath\":");
		put_string(json_path, strlen(json_path));
		printf(",\"Action\":\"build-output\",\"Output\":");
		put_string(str_fmt("%.*s\n", (int)n, s), n + 1);
		if (d) {
			Where w = d->pos ? pos_where(d->pos) : (Where){ "", "", 0, 0 };
			const char *hint = d->hint ? d->hint : diag_default_hint(d);
			printf(",\"File\":");
			put_string(w.file, strlen(w.file));
			printf(",\"Line\":%u,\"Column\":%u,\"Severity\":\"%s\",\"Message\":", w.line, w.col, d->kind == D_NOTE ? "note" : "error");
			put_string(d->text, strlen(d->text));
			if (hint) {
				printf(",\"Hint\":");
				put_string(hint, strlen(hint));
			}
			d = NULL;
		}
		puts("}");
		s += n;
		s += *s == '\n';
	}
	fflush(stdout);
}

void diag_show_line(const char *text)
{
	if (json_path)
		json_lines(text, NULL);
	else
		fprintf(stderr, "%s\n", text);
}

void diag_json_fail(void)
{
	if (!json_path)
		return;
	printf("{\"ImportPath\":");
	put_string(json_path, strlen(json_path));
	puts(",\"Action\":\"build-fail\"}");
	fflush(stdout);
}

/* ---- the source line ---------------------------------------------------------------------------------------------------------------------- */

static const char *paint(const char *code) { return colour ? code : ""; }
#define BOLD paint("\033[1m")
#define RED paint("\033[1;31m")
#define GREEN paint("\033[1;32m")
#define CYAN paint("\033[36m")
#define DIM paint("\033[2m")
#define OFF paint("\033[0m")

/* One character of UTF-8: its bytes; *ch. A broken byte counts as one character. */
static int decode(const char *s, const char *end, uint32_t *ch)
{
	unsigned char c = (unsigned char)*s;
	int n = c < 0x80 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
	*ch = n == 1 ? c : c & (0x3f >> (n - 1));
	if (n == 1 && c >= 0x80)
		*ch = 0xfffd;
	for (int i = 1; i < n; i++) {
		if (s + i >= end || ((unsigned char)s[i] & 0xc0) != 0x80) {
			*ch = 0xfffd;
			return 1;
		}
		*ch = *ch << 6 | ((unsigned char)s[i] & 0x3f);
	}
	return n;
}

/* Columns a character takes on a terminal: none for combining marks, two for East Asian wide ones and emoji. */
static int columns(uint32_t c)
{
	static const uint32_t none[][2] = { { 0x300, 0x36f }, { 0x483, 0x489 }, { 0x591, 0x5bd }, { 0x610, 0x61a }, { 0x64b, 0x65f }, { 0x1ab0, 0x1aff },
		{ 0x1dc0, 0x1dff }, { 0x200b, 0x200f }, { 0x20d0, 0x20ff }, { 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f }, { 0xfeff, 0xfeff } };
	static const uint32_t wide[][2] = { { 0x1100, 0x115f }, { 0x2e80, 0x303e }, { 0x3041, 0x33ff }, { 0x3400, 0x4dbf }, { 0x4e00, 0x9fff },
		{ 0xa000, 0xa4cf }, { 0xac00, 0xd7a3 }, { 0xf900, 0xfaff }, { 0xfe30, 0xfe6f }, { 0xff00, 0xff60 }, { 0xffe0, 0xffe6 },
		{ 0x1f300, 0x1f64f }, { 0x1f680, 0x1f6ff }, { 0x1f900, 0x1f9ff }, { 0x20000, 0x3fffd } };
	for (int i = 0; i < ARRAY_LEN(none); i++)
		if (c >= none[i][0] && c <= none[i][1])
			return 0;
	for (int i = 0; i < ARRAY_LEN(wide); i++)
		if (c >= wide[i][0] && c <= wide[i][1])
			return 2;
	return 1;
}

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

/* Length in bytes of the token at s. */
static size_t token_length(const char *s, const char *end)
{
	size_t n = 0;
	if (s < end && is_word(*s)) {
		while (s + n < end && is_word(s[n]))
			n++;
		return n;
	}
	if (s < end && (*s == '"' || *s == '\'' || *s == '`')) {
		char quote = *s;
		for (n = 1; s + n < end && s[n] != quote; n++)
			n += s[n] == '\\' && quote != '`' && s + n + 1 < end;
		return MIN(n + 1, (size_t)(end - s));
	}
	static const char *const ops[] = { "<<=", ">>=", "&^=", "...", ":=", "==", "!=", "<=", ">=", "&&", "||", "<-", "++", "--", "<<", ">>", "&^", "+=",
		"-=", "*=", "/=", "%=", "&=", "|=", "^=" };
	for (int i = 0; i < ARRAY_LEN(ops); i++)
		if ((size_t)(end - s) >= strlen(ops[i]) && !strncmp(s, ops[i], strlen(ops[i])))
			return strlen(ops[i]);
	return 1;
}

enum { TAB = 4 };

/* The line as shown: tabs as blanks to the next stop, control characters as dots. col[i]: first column of byte i; col[n]: the end. */
static char *expand(const char *s, size_t n, int *col)
{
	Buf b = { 0 };
	int at = 0;
	for (size_t i = 0; i < n;) {
		uint32_t ch;
		int k = decode(s + i, s + n, &ch), w = columns(ch);
		for (int j = 0; j < k; j++)
			col[i + (size_t)j] = at;
		if (ch == '\t') {
			w = TAB - at % TAB;
			for (int j = 0; j < w; j++)
				buf_putc(&b, ' ');
		} else if (ch < 0x20 || ch == 0x7f || ch == 0xfffd) {
			buf_putc(&b, '.');
			w = 1;
		} else {
			buf_put(&b, s + i, (size_t)k);
		}
		at += w;
		i += (size_t)k;
	}
	col[n] = at;
	return b.n ? buf_take(&b) : str_dup("", 0);
}

/* The part of shown text in columns from..to. */
static void put_columns(const char *s, int from, int to)
{
	const char *end = s + strlen(s);
	for (int at = 0; s < end && at < to;) {
		uint32_t ch;
		int k = decode(s, end, &ch), w = columns(ch);
		if (at >= from && at + w <= to)
			fwrite(s, 1, (size_t)k, stderr);
		at += w;
		s += k;
	}
}

static void show_source(Pos pos)
{
	SrcFile *f = src_of(pos);
	Where w = pos_raw(pos);
	if (!f || !w.line || (int)w.line > f->lines.n)
		return;
	const char *line = f->text + f->lines.v[w.line - 1];
	size_t n = strcspn(line, "\n"), at = MIN((size_t)w.col - 1, n);
	if (n && line[n - 1] == '\r')
		n--;
	enum { KEEP = 2000 };           /* of a very long line only the neighbourhood is looked at */
	size_t skip = at > KEEP ? at - KEEP : 0;
	while (skip && ((unsigned char)line[skip] & 0xc0) == 0x80)
		skip--;
	line += skip;
	n = MIN(n - MIN(skip, n), 2 * KEEP);
	at = MIN(at - skip, n);
	int *col = arena_array(&build_arena, int, n + 1);
	const char *shown = expand(line, n, col);
	int caret = col[at], len = MAX(1, col[MIN(n, at + token_length(line + at, line + n))] - caret);
	int room = MAX(30, width - 9), from = 0, to = col[n];
	if (to > room) {
		from = MAX(0, MIN(caret - room / 3, to - room));
		to = MIN(to, from + room);
	}
	fprintf(stderr, "%s%5u |%s %s", DIM, w.line, OFF, from || skip ? "…" : "");
	put_columns(shown, from + (from || skip), to);
	fprintf(stderr, "%s\n%s      |%s %*s%s^", to < col[n] ? "…" : "", DIM, OFF, caret - from, "", GREEN);
	for (int i = 1; i < len && caret - from + i < room; i++)
		putc('~', stderr);
	fprintf(stderr, "%s\n", OFF);
}

void diag_show(const Diag *d)
{
	const char *whole = d->pos ? str_fmt("%s: %s", pos_str(d->pos), d->text) : d->text;
	if (json_path) {
		json_lines(whole, d);
		return;
	}
	if (!rich || !d->pos) {
		fprintf(stderr, "%s\n", whole);
		return;
	}
	size_t first = strcspn(d->text, "\n");
	fprintf(stderr, "%s%s:%s %s%.*s%s%s\n", BOLD, pos_str(d->pos), OFF, d->kind == D_NOTE ? BOLD : RED, (int)first, d->text, OFF, d->text + first);
	show_source(d->pos);
	const char *hint = d->hint ? d->hint : diag_default_hint(d);
	if (hint)
		fprintf(stderr, "%s      = hint:%s %s\n", CYAN, OFF, hint);
}
