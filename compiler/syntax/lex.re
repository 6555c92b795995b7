/* lex.re: Go source text to tokens (re2c).
 *
 * re2c decides on the first bytes and takes the common tokens whole: ASCII identifiers, plain decimal numbers, strings
 * without escapes, operators. Everything unusual goes to hand-written functions in "slow mode", which read one character
 * at a time and report what Go's scanner reports, at the same columns: NUL bytes, bad UTF-8 and byte order marks are reported
 * and skipped wherever they stand; malformed literals are reported and still produce a token, marked bad. */
#include "compiler/syntax/parse.h"

#define TOK(id, text, prec) text,
#define KEY(id, text) text,
const char *const tok_text[T_COUNT] = {
#include "compiler/syntax/tokens.def"
};
#undef TOK
#undef KEY
#define TOK(id, text, prec) prec,
#define KEY(id, text) 0,
const uint8_t tok_prec[T_COUNT] = {
#include "compiler/syntax/tokens.def"
};
#undef TOK
#undef KEY

/*!include:re2c "unicode_categories.re" */

/*!re2c
	re2c:api:style = free-form;
	re2c:define:YYCTYPE = "unsigned char";
	re2c:yyfill:enable = 0;
	re2c:encoding:utf8 = 1;
	re2c:flags:case-ranges = 1;
*/

/* ---- characters -------------------------------------------------------------------------------------------------------- */

typedef enum { CC_OTHER, CC_LETTER, CC_DIGIT, CC_PRINT } CharClass;

/* Class of the well-formed character at s. */
static CharClass char_class(const char *s)
{
	const unsigned char *YYCURSOR = (const unsigned char *)s, *YYMARKER;
	/*!re2c
		L             { return CC_LETTER; }
		Nd            { return CC_DIGIT; }
		M|N|P|S       { return CC_PRINT; }
		*             { return CC_OTHER; }
	*/
}

int utf8_encode(int32_t ch, char out[4])
{
	if (ch < 0x80) {
		out[0] = (char)ch;
		return 1;
	}
	if (ch < 0x800) {
		out[0] = (char)(0xC0 | ch >> 6);
		out[1] = (char)(0x80 | (ch & 63));
		return 2;
	}
	if (ch < 0x10000) {
		out[0] = (char)(0xE0 | ch >> 12);
		out[1] = (char)(0x80 | (ch >> 6 & 63));
		out[2] = (char)(0x80 | (ch & 63));
		return 3;
	}
	out[0] = (char)(0xF0 | ch >> 18);
	out[1] = (char)(0x80 | (ch >> 12 & 63));
	out[2] = (char)(0x80 | (ch >> 6 & 63));
	out[3] = (char)(0x80 | (ch & 63));
	return 4;
}

int utf8_decode(const char *p, const char *end, int32_t *ch)
{
	const unsigned char *s = (const unsigned char *)p;
	static const int32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (s[0] < 0x80) {
		*ch = s[0];
		return 1;
	}
	int n = s[0] >= 0xF0 && s[0] < 0xF5 ? 4 : s[0] >= 0xE0 && s[0] < 0xF0 ? 3 : s[0] >= 0xC2 && s[0] < 0xE0 ? 2 : 0;
	*ch = 0xFFFD;
	if (!n || end - p < n)
		return 1;
	int32_t c = s[0] & (0xFF >> (n + 1));
	for (int i = 1; i < n; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 1;
		c = c << 6 | (s[i] & 63);
	}
	if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 1;
	*ch = c;
	return n;
}

static bool printable(int32_t ch)
{
	char s[8] = { 0 };
	if (ch == ' ')
		return true;
	if (ch < 0 || ch > 0x10FFFF || (ch >= 0xD800 && ch < 0xE000))
		return false;
	(void)utf8_encode(ch, s);
	return char_class(s) != CC_OTHER;
}

const char *rune_text_u(int32_t ch)
{
	char s[5] = { 0 };
	if (!printable(ch))
		return str_fmt("U+%04X", (unsigned)ch);
	(void)utf8_encode(ch, s);
	return str_fmt("U+%04X '%s'", (unsigned)ch, s);
}

const char *rune_text_q(int32_t ch)
{
	static const char esc[] = "\aa\bb\ff\nn\rr\tt\vv\\\\''";
	char s[5] = { 0 };
	for (int i = 0; esc[i]; i += 2)
		if (ch == esc[i])
			return str_fmt("'\\%c'", esc[i + 1]);
	if (!printable(ch))
		return ch < 0x80 ? str_fmt("'\\x%02x'", (unsigned)ch) : ch < 0x10000 ? str_fmt("'\\u%04x'", (unsigned)ch) : str_fmt("'\\U%08x'", (unsigned)ch);
	(void)utf8_encode(ch, s);
	return str_fmt("'%s'", s);
}

/* ---- set-up -------------------------------------------------------------------------------------------------------------- */

static void mark_keywords(void)
{
	for (int t = T_BREAK; t < T_COUNT; t++)
		sym(tok_text[t])->tag = t;
}

static void find_lines(SrcFile *f)
{
	if (f->lines.n > 1)
		return;
	const char *p = f->text, *end = p + f->nbyte;
	int n = 1;
	for (const char *q = p; (q = memchr(q, '\n', (size_t)(end - q))); q++)
		n++;
	uint32_t *v = arena_array(&build_arena, uint32_t, n + 1);
	v[0] = 0;
	f->lines.v = v;
	f->lines.cap = n + 1;
	f->lines.n = 1;
	while ((p = memchr(p, '\n', (size_t)(end - p)))) {
		p++;
		vec_push(&f->lines, (uint32_t)(p - f->text));
	}
}

void lex_init(Lexer *lx, SrcFile *src)
{
	static bool ready;
	if (!ready)
		mark_keywords();
	ready = true;
	find_lines(src);
	lx->src = src;
	lx->base = lx->p = src->text;
	lx->end = src->text + src->nbyte;
	if (src->nbyte >= 3 && !memcmp(lx->p, "\xEF\xBB\xBF", 3))
		lx->p += 3;             /* a byte order mark is welcome here and nowhere else */
}

void lex_error(Lexer *lx, uint32_t off, const char *fmt, ...)
{
	lx->nerr++;
	if (lx->quiet)
		return;
	Buf b = { 0 };
	va_list ap;
	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	diag_at(lx->src->base + off, "%s", b.s);
	buf_free(&b);
}

/* ---- slow mode ------------------------------------------------------------------------------------------------------------ */

static uint32_t here(const Lexer *lx)
{
	return (uint32_t)(lx->p - lx->base);
}

/* Puts the next good character into ch: reports and skips what may not be in a source. */
static void settle(Lexer *lx)
{
	for (;;) {
		unsigned char c = (unsigned char)*lx->p;
		if (c && c < 0x80) {
			lx->ch = c;
			lx->chw = 1;
			return;
		}
		if (!c && lx->p >= lx->end) {
			lx->ch = -1;
			lx->chw = 0;
			return;
		}
		if (!c) {
			lex_error(lx, here(lx), "invalid NUL character");
			lx->p++;
			continue;
		}
		lx->chw = utf8_decode(lx->p, lx->end, &lx->ch);
		if (lx->ch == 0xFFFD && lx->chw == 1)
			lex_error(lx, here(lx), "invalid UTF-8 encoding");
		else if (lx->ch == 0xFEFF)
			lex_error(lx, here(lx), "invalid BOM in the middle of the file");
		else
			return;
		lx->p += lx->chw;
	}
}

static void nextch(Lexer *lx)
{
	lx->p += lx->chw;
	settle(lx);
}

static bool is_decimal(int32_t c) { return c >= '0' && c <= '9'; }
static int32_t lower(int32_t c) { return c | 0x20; }
static bool is_letter(int32_t c) { return (lower(c) >= 'a' && lower(c) <= 'z') || c == '_'; }
static bool is_hex(int32_t c) { return is_decimal(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

/* True when ch continues (or, when first, begins) an identifier; characters that may not are reported and accepted. */
static bool at_ident_char(Lexer *lx, bool first)
{
	if (lx->ch < 0)
		return false;
	if (lx->ch < 0x80)
		return is_letter(lx->ch) || (is_decimal(lx->ch) && !first);
	CharClass cc = char_class(lx->p);
	if (cc == CC_LETTER)
		return true;
	if (cc != CC_DIGIT)
		lex_error(lx, here(lx), "invalid character %s in identifier", rune_text_u(lx->ch));
	else if (first)
		lex_error(lx, here(lx), "identifier cannot begin with digit %s", rune_text_u(lx->ch));
	return true;
}

static void finish_ident(Lexer *lx)
{
	const char *start = lx->base + lx->off;
	Sym *y = sym_n(start, (size_t)(lx->p - start));
	if (y->tag) {
		lx->tok = (Tok)y->tag;
		lx->nlsemi = lx->tok == T_BREAK || lx->tok == T_CONTINUE || lx->tok == T_FALLTHROUGH || lx->tok == T_RETURN;
		return;
	}
	lx->nlsemi = true;
	lx->lit = y;
	lx->tok = T_NAME;
}

static void slow_ident(Lexer *lx)
{
	settle(lx);
	while (at_ident_char(lx, false))
		nextch(lx);
	finish_ident(lx);
}

static void finish_literal(Lexer *lx, Tok kind, bool ok)
{
	const char *start = lx->base + lx->off;
	lx->nlsemi = true;
	lx->tok = kind;
	lx->litn = (uint32_t)(lx->p - start);
	lx->bad = !ok;
}

/* ---- numbers --------------------------------------------------------------------------------------------------------------- */

static const char *base_name(int base)
{
	return base == 2 ? "binary" : base == 8 ? "octal" : base == 10 ? "decimal" : "hexadecimal";
}

enum { DIGIT = 1, SEP = 2 };

/* Takes digits and separators; *invalid gets the offset in the literal of the first digit too large for base. */
static int take_digits(Lexer *lx, int base, int *invalid)
{
	int seen = 0;
	while (lx->ch == '_' || (base <= 10 ? is_decimal(lx->ch) : is_hex(lx->ch))) {
		seen |= lx->ch == '_' ? SEP : DIGIT;
		if (lx->ch != '_' && base <= 10 && lx->ch >= '0' + base && invalid && *invalid < 0)
			*invalid = (int)(here(lx) - lx->off);
		nextch(lx);
	}
	return seen;
}

/* Offset of the first '_' that does not stand between digits, or -1. A base prefix counts as a digit. */
static int bad_separator(const char *s, int n)
{
	char kind = ' ';
	char prev = '.';        /* class of the byte before: '_', '0' for a digit, '.' for anything else */
	int i = 0;
	if (n >= 2 && s[0] == '0') {
		kind = (char)lower(s[1]);
		if (kind == 'x' || kind == 'o' || kind == 'b') {
			prev = '0';
			i = 2;
		}
	}
	for (; i < n; i++) {
		if (s[i] == '_') {
			if (prev != '0')
				return i;
			prev = '_';
		} else if (is_decimal(s[i]) || (kind == 'x' && is_hex(s[i]))) {
			prev = '0';
		} else {
			if (prev == '_')
				return i - 1;
			prev = '.';
		}
	}
	return prev == '_' ? n - 1 : -1;
}

static bool number_error(Lexer *lx, bool ok, const char *text)
{
	if (ok)
		lex_error(lx, here(lx), "%s", text);
	return false;
}

/* Exponent part, when there is one. Returns whether the number is still good. */
static bool take_exponent(Lexer *lx, int32_t prefix, int *seen, Tok *kind, bool ok)
{
	int32_t e = lower(lx->ch);
	if (e != 'e' && e != 'p') {
		if (prefix == 'x' && *kind == T_FLOAT)
			ok = number_error(lx, ok, "hexadecimal mantissa requires a 'p' exponent");
		return ok;
	}
	if (e == 'e' && prefix && prefix != '0')
		ok = number_error(lx, ok, str_fmt("%s exponent requires decimal mantissa", rune_text_q(lx->ch)));
	else if (e == 'p' && prefix != 'x')
		ok = number_error(lx, ok, str_fmt("%s exponent requires hexadecimal mantissa", rune_text_q(lx->ch)));
	nextch(lx);
	*kind = T_FLOAT;
	if (lx->ch == '+' || lx->ch == '-')
		nextch(lx);
	int digits = take_digits(lx, 10, NULL);
	*seen = digits | (*seen & SEP);
	if (!(digits & DIGIT))
		ok = number_error(lx, ok, "exponent has no digits");
	return ok;
}

/* A number in any form, from its first character (or from the character after the point). */
static void slow_number(Lexer *lx, bool point)
{
	bool ok = true;
	Tok kind = T_INT;
	int base = 10, seen = 0, invalid = -1;
	int32_t prefix = 0;
	settle(lx);
	if (!point) {
		if (lx->ch == '0') {
			nextch(lx);
			int32_t c = lx->ch < 0 ? 0 : lower(lx->ch);
			base = c == 'x' ? 16 : c == 'b' ? 2 : 8;
			prefix = c == 'x' || c == 'o' || c == 'b' ? c : '0';
			if (prefix == '0')
				seen = DIGIT;
			else
				nextch(lx);
		}
		seen |= take_digits(lx, base, &invalid);
		if (lx->ch == '.') {
			if (prefix == 'o' || prefix == 'b')
				ok = number_error(lx, ok, str_fmt("invalid radix point in %s literal", base_name(base)));
			nextch(lx);
			point = true;
		}
	}
	if (point) {
		kind = T_FLOAT;
		seen |= take_digits(lx, base, &invalid);
	}
	if (!(seen & DIGIT))
		ok = number_error(lx, ok, str_fmt("%s literal has no digits", base_name(base)));
	ok = take_exponent(lx, prefix, &seen, &kind, ok);
	if (lx->ch == 'i') {
		kind = T_IMAG;
		nextch(lx);
	}
	finish_literal(lx, kind, ok);
	if (kind == T_INT && invalid >= 0 && ok) {
		lex_error(lx, lx->off + (uint32_t)invalid, "invalid digit %s in %s literal", rune_text_q(lx->base[lx->off + (uint32_t)invalid]), base_name(base));
		ok = false;
	}
	if ((seen & SEP) && ok) {
		int i = bad_separator(lx->base + lx->off, (int)lx->litn);
		if (i >= 0) {
			lex_error(lx, lx->off + (uint32_t)i, "'_' must separate successive digits");
			ok = false;
		}
	}
	lx->bad = !ok;
}

/* ---- runes and strings ------------------------------------------------------------------------------------------------------ */

static bool numeric_escape(Lexer *lx, int n, int base, uint32_t max)
{
	uint32_t x = 0;
	for (; n > 0; n--) {
		if (lx->ch < 0)
			return true;    /* the caller reports the missing end */
		int d = is_decimal(lx->ch) ? lx->ch - '0' : is_hex(lx->ch) ? lower(lx->ch) - 'a' + 10 : base;
		if (d >= base) {
			lex_error(lx, here(lx), "invalid character %s in %s escape", rune_text_q(lx->ch), base_name(base));
			return false;
		}
		x = x * (uint32_t)base + (uint32_t)d;
		nextch(lx);
	}
	if (x > max && base == 8) {
		lex_error(lx, here(lx), "octal escape value %u > 255", x);
		return false;
	}
	if (x > max || (x >= 0xD800 && x < 0xE000 && max > 255)) {
		lex_error(lx, here(lx), "escape is invalid Unicode code point %s", rune_text_u((int32_t)x));
		return false;
	}
	return true;
}

/* The part of an escape after the backslash. */
static bool take_escape(Lexer *lx, int32_t quote)
{
	int32_t c = lx->ch;
	if (c == quote || (c > 0 && strchr("abfnrtv\\", c))) {
		nextch(lx);
		return true;
	}
	if (c >= '0' && c <= '7')
		return numeric_escape(lx, 3, 8, 255);
	if (c == 'x' || c == 'u' || c == 'U') {
		nextch(lx);
		return c == 'x' ? numeric_escape(lx, 2, 16, 255) : numeric_escape(lx, c == 'u' ? 4 : 8, 16, 0x10FFFF);
	}
	if (c < 0)
		return true;
	lex_error(lx, here(lx), "unknown escape");
	return false;
}

static void take_rune(Lexer *lx)
{
	bool ok = true;
	settle(lx);
	for (int n = 0;; n++) {
		if (lx->ch == '\'') {
			if (ok && !n) {
				lex_error(lx, here(lx), "empty rune literal or unescaped '");
				ok = false;
			} else if (ok && n != 1) {
				lex_error(lx, lx->off, "more than one character in rune literal");
				ok = false;
			}
			nextch(lx);
			break;
		}
		if (lx->ch == '\\') {
			nextch(lx);
			if (!take_escape(lx, '\''))
				ok = false;
			continue;
		}
		if (lx->ch == '\n') {
			if (ok)
				lex_error(lx, here(lx), "newline in rune literal");
			ok = false;
			break;
		}
		if (lx->ch < 0) {
			if (ok)
				lex_error(lx, lx->off, "rune literal not terminated");
			ok = false;
			break;
		}
		nextch(lx);
	}
	finish_literal(lx, T_CHAR, ok);
}

static void take_string(Lexer *lx)
{
	bool ok = true;
	settle(lx);
	for (;;) {
		if (lx->ch == '"') {
			nextch(lx);
			break;
		}
		if (lx->ch == '\\') {
			nextch(lx);
			if (!take_escape(lx, '"'))
				ok = false;
			continue;
		}
		if (lx->ch == '\n' || lx->ch < 0) {
			if (lx->ch < 0)
				lex_error(lx, lx->off, "string not terminated");
			else
				lex_error(lx, here(lx), "newline in string");
			ok = false;
			break;
		}
		nextch(lx);
	}
	finish_literal(lx, T_STRING, ok);
}

static void take_raw_string(Lexer *lx)
{
	bool ok = true;
	for (settle(lx); lx->ch != '`'; nextch(lx)) {
		if (lx->ch < 0) {
			lex_error(lx, lx->off, "string not terminated");
			ok = false;
			break;
		}
	}
	if (ok)
		nextch(lx);
	finish_literal(lx, T_STRING, ok);
}

/* ---- comments ----------------------------------------------------------------------------------------------------------------- */

/* True when only blanks stand between the line's start and offset off. */
static bool alone_on_line(const Lexer *lx, uint32_t off)
{
	const char *p = lx->base + off;
	while (p > lx->base && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\r'))
		p--;
	return p == lx->base || p[-1] == '\n' || (p == lx->base + 3 && !memcmp(lx->base, "\xEF\xBB\xBF", 3));
}

/* Eight bytes at a time up to stop, as long as all are ASCII and none is NUL. */
static void skip_plain(Lexer *lx, const char *stop)
{
	for (uint64_t w; stop - lx->p >= 8; lx->p += 8) {
		memcpy(&w, lx->p, 8);
		if ((w | (w - 0x0101010101010101u)) & 0x8080808080808080u)
			break;
	}
}

/* After "//": up to the newline, which stays. */
static void line_comment(Lexer *lx, uint32_t off)
{
	const char *text = lx->p, *stop = memchr(text, '\n', (size_t)(lx->end - text));
	skip_plain(lx, stop ? stop : lx->end);
	while (lx->p < lx->end && *lx->p != '\n') {
		if (*lx->p > 0) {
			lx->p++;
			continue;
		}
		settle(lx);
		if (lx->ch >= 0)
			lx->p += lx->chw - (lx->ch == '\n');
	}
	size_t n = (size_t)(lx->p - text);
	if (n && text[n - 1] == '\r')
		n--;
	if (lx->directive && (!strncmp(text, "go:", 3) || !strncmp(text, "line ", 5) || !strncmp(text, "tuco:", 5)))
		lx->directive(lx->arg, off, text, n, false, alone_on_line(lx, off));
}

/* After the opening mark. Returns whether the comment holds a newline. */
static bool block_comment(Lexer *lx, uint32_t off)
{
	const char *text = lx->p;
	bool newline = false;
	for (;; nextch(lx)) {
		settle(lx);
		if (lx->ch < 0) {
			lex_error(lx, off, "comment not terminated");
			return newline;
		}
		if (lx->ch == '\n')
			newline = true;
		if (lx->ch == '*' && lx->p[1] == '/')
			break;
	}
	lx->p += 2;
	if (lx->directive && !strncmp(text, "line ", 5))
		lx->directive(lx->arg, off, text, (size_t)(lx->p - 2 - text), true, false);
	return newline;
}

/* ---- the token ------------------------------------------------------------------------------------------------------------------ */

static void semi(Lexer *lx, const char *why)
{
	static Sym *words[3];
	if (!words[0]) {
		words[0] = sym("newline");
		words[1] = sym("semicolon");
		words[2] = sym("EOF");
	}
	lx->tok = T_SEMI;
	lx->lit = words[*why == 'n' ? 0 : *why == 's' ? 1 : 2];
}

enum { IDENT_MORE = 1, IDENT_FIRST };
static const uint8_t ident_byte[256] = {
	['0' ... '9'] = IDENT_MORE, ['A' ... 'Z'] = IDENT_FIRST, ['a' ... 'z'] = IDENT_FIRST, ['_'] = IDENT_FIRST,
};

void lex_next(Lexer *lx)
{
	bool nlsemi = lx->nlsemi;
	const unsigned char *YYCURSOR, *YYMARKER;
	lx->nlsemi = false;
redo:
	YYCURSOR = (const unsigned char *)lx->p;
	while (*YYCURSOR == '\t' || *YYCURSOR == ' ' || *YYCURSOR == '\r' || (*YYCURSOR == '\n' && !nlsemi))
		YYCURSOR++;
	lx->p = (const char *)YYCURSOR;
	lx->off = here(lx);
	if (ident_byte[*YYCURSOR] == IDENT_FIRST) {     /* half of all tokens: not worth re2c's walk through its states */
		while (ident_byte[*++YYCURSOR])
			;
		lx->p = (const char *)YYCURSOR;
		if (*YYCURSOR >= 0x80 || (!*YYCURSOR && lx->p < lx->end))
			slow_ident(lx);
		else
			finish_ident(lx);
		return;
	}
#define TAKE() (lx->p = (const char *)YYCURSOR)
#define IS(t) { TAKE(); lx->tok = T_##t; return; }
	/*!re2c
		digit  = [0-9];
		plain  = [\x20-\x7e] \ ["\\];

		"\n"                  { TAKE(); semi(lx, "newline"); return; }
		digit digit* {
			const char *start = lx->p;
			int c = *YYCURSOR;
			if ((*start == '0' && YYCURSOR - (const unsigned char *)start > 1) || is_letter(c) || c == '.' || (!c && (const char *)YYCURSOR < lx->end)) {
				slow_number(lx, false);
				return;
			}
			TAKE();
			finish_literal(lx, T_INT, true);
			return;
		}
		"." digit             { lx->p++; slow_number(lx, true); return; }
		["] plain* ["]        { TAKE(); finish_literal(lx, T_STRING, true); return; }
		["]                   { TAKE(); take_string(lx); return; }
		"`"                   { TAKE(); take_raw_string(lx); return; }
		"'"                   { TAKE(); take_rune(lx); return; }
		"//"                  { uint32_t off = lx->off; TAKE(); line_comment(lx, off); goto redo; }
		"/*" {
			uint32_t off = lx->off;
			TAKE();
			if (block_comment(lx, off) && nlsemi) {
				lx->off = off;
				semi(lx, "newline");
				return;
			}
			goto redo;
		}
		"(" { IS(LPAREN) }  "[" { IS(LBRACK) }  "{" { IS(LBRACE) }  "," { IS(COMMA) }
		";"                   { TAKE(); semi(lx, "semicolon"); return; }
		")"                   { TAKE(); lx->nlsemi = true; lx->tok = T_RPAREN; return; }
		"]"                   { TAKE(); lx->nlsemi = true; lx->tok = T_RBRACK; return; }
		"}"                   { TAKE(); lx->nlsemi = true; lx->tok = T_RBRACE; return; }
		"++"                  { TAKE(); lx->nlsemi = true; lx->tok = T_INC; return; }
		"--"                  { TAKE(); lx->nlsemi = true; lx->tok = T_DEC; return; }
		":=" { IS(DEFINE) }  ":" { IS(COLON) }  "..." { IS(DOTDOTDOT) }  "." { IS(DOT) }
		"+" { IS(ADD) }  "-" { IS(SUB) }  "*" { IS(MUL) }  "/" { IS(DIV) }  "%" { IS(REM) }  "&" { IS(AND) }  "|" { IS(OR) }  "^" { IS(XOR) }
		"&^" { IS(ANDNOT) }  "<<" { IS(SHL) }  ">>" { IS(SHR) }  "&&" { IS(ANDAND) }  "||" { IS(OROR) }  "!" { IS(NOT) }  "~" { IS(TILDE) }  "<-" { IS(ARROW) }
		"==" { IS(EQ) }  "!=" { IS(NE) }  "<" { IS(LT) }  "<=" { IS(LE) }  ">" { IS(GT) }  ">=" { IS(GE) }  "=" { IS(ASSIGN) }
		"+=" { IS(ADD_ASSIGN) }  "-=" { IS(SUB_ASSIGN) }  "*=" { IS(MUL_ASSIGN) }  "/=" { IS(DIV_ASSIGN) }  "%=" { IS(REM_ASSIGN) }
		"&=" { IS(AND_ASSIGN) }  "|=" { IS(OR_ASSIGN) }  "^=" { IS(XOR_ASSIGN) }  "&^=" { IS(ANDNOT_ASSIGN) }  "<<=" { IS(SHL_ASSIGN) }  ">>=" { IS(SHR_ASSIGN) }
		*                     { goto odd; }
	*/
odd:
	settle(lx);
	lx->off = here(lx);
	if (lx->ch < 0) {
		if (nlsemi)
			semi(lx, "EOF");
		else
			lx->tok = T_EOF;
		return;
	}
	if (lx->ch >= 0x80) {
		(void)at_ident_char(lx, true);
		nextch(lx);
		slow_ident(lx);
		return;
	}
	if (lx->ch <= ' ' || is_letter(lx->ch) || is_decimal(lx->ch) || strchr("\"`'/([{,;)]}+-:.*%&|^<>=!~", lx->ch)) {
		if (!strchr(" \t\r\n", lx->ch) && lx->ch <= ' ') {
			lex_error(lx, here(lx), "invalid character %s", rune_text_u(lx->ch));
			lx->p++;
		}
		goto redo;      /* something was skipped in front of a good character */
	}
	lex_error(lx, here(lx), "invalid character %s", rune_text_u(lx->ch));
	lx->p++;
	goto redo;
}
