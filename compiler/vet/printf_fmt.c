/* printf_fmt.c: takes a format apart: % flags [n]* or width . [n]* or precision [n] verb. */
#include "compiler/vet/printf.h"
#include <stdlib.h>

typedef struct State {
	const char *s; int n;           /* from the % on */
	int at, first_arg, arg;
	bool pending;                   /* [n] seen, not yet used by * or the verb */
	Op *op;
} State;

static const char *rest(const State *s) { return str_dup(s->s, (size_t)s->n); }

static const char *index_(State *s)
{
	if (s->at == s->n || s->s[s->at] != '[')
		return NULL;
	int start = ++s->at;
	while (s->at < s->n && s->s[s->at] >= '0' && s->s[s->at] <= '9')
		s->at++;
	bool ok = s->at < s->n && s->at > start && s->s[s->at] == ']';
	if (!ok) {
		const char *close = memchr(s->s + start, ']', (size_t)(s->n - start));
		if (!close)
			return str_fmt("format %s is missing closing ]", rest(s));
		s->at = (int)(close - s->s);
	}
	long v = s->at - start < 10 ? strtol(s->s + start, NULL, 10) : 0;
	if (!ok || v <= 0 || v > INT32_MAX)
		return str_fmt("format has invalid argument index [%.*s]", s->at - start, s->s + start);
	s->at++;
	s->arg = (int)v + s->first_arg - 1;
	s->pending = s->op->indexed = true;
	return NULL;
}

static void size(State *s, int *arg)
{
	if (s->at < s->n && s->s[s->at] == '*') {
		s->at++;
		s->pending = false;
		*arg = s->arg++;
		return;
	}
	while (s->at < s->n && s->s[s->at] >= '0' && s->s[s->at] <= '9')
		s->at++;
}

static const char *operation(State *s)
{
	const char *err;
	s->at = 1;
	while (s->at < s->n && strchr("#0+- ", s->s[s->at]))
		s->at++;
	s->op->flags = s->s + 1;
	s->op->nflag = s->at - 1;
	if ((err = index_(s)))
		return err;
	size(s, &s->op->width_arg);
	if (s->at < s->n && s->s[s->at] == '.') {
		s->at++;
		if ((err = index_(s)))
			return err;
		size(s, &s->op->prec_arg);
	}
	if (!s->pending && (err = index_(s)))
		return err;
	if (s->at == s->n)
		return str_fmt("format %s is missing verb at end of string", rest(s));
	s->at += utf8_decode(s->s + s->at, s->s + s->n, &s->op->verb);
	s->op->arg = s->arg;
	s->op->text = str_dup(s->s, (size_t)s->at);
	return NULL;
}

const char *parse_format(const char *format, size_t n, int format_arg, Ops *out)
{
	int arg = format_arg + 1;
	for (size_t i = 0; i < n;) {
		if (format[i] != '%') {
			i++;
			continue;
		}
		Op op = { .start = (int)i, .width_arg = -1, .prec_arg = -1, .arg = -1 };
		State s = { .s = format + i, .n = (int)(n - i), .first_arg = format_arg + 1, .arg = arg, .op = &op };
		const char *err = operation(&s);
		if (err)
			return err;
		vec_push(&out->v, op);
		i += (size_t)s.at;
		if (op.verb != '%')
			arg = s.arg + 1;
	}
	return NULL;
}
