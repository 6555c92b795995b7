/* printf.c: calls of functions that print: verbs against argument types and counts, formats that are not constant, formatting directives
 * where nothing is formatted, functions printed instead of called, methods that print their own receiver. */
#include "compiler/vet/printf.h"
#include <ctype.h>

static const char *count(int n, const char *what)
{
	return str_fmt("%d %s%s", n, what, n == 1 ? "" : "s");
}

/* ---- what is common to Print and Printf ------------------------------------------------------------------------------------------------ */

static bool is_func_value(const Node *x)
{
	return x->type && x->type->kind == K_FUNC && !(x->flags & NF_IS_TYPE);
}

static Node *enclosing_func;

static Obj *text_method(Type *t, const char *name)
{
	bool indirect, ambiguous;
	int *path, npath;
	Obj *o = lookup_field_or_method(t, false, vet_pkg, sym(name), &path, &npath, &indirect, &ambiguous);
	if (!o || o->kind != O_FUNC)
		return NULL;
	return o->u.fn.origin ? o->u.fn.origin : o;
}

/* The String or Error method around x, when x is its receiver: printing it calls the method again. */
static const char *recursion(const Node *x)
{
	Node *fn = enclosing_func;
	if (!x->type || is_formatter(x->type) || !fn || !fn->u.fdecl.type->u.functype.recv)
		return NULL;
	Obj *m = text_method(x->type, "String");
	if (!m || m->u.fn.decl != fn)
		m = text_method(x->type, "Error");
	if (!m || m->u.fn.decl != fn || m->type->u.fn.params.n || m->type->u.fn.results.n != 1 || m->type->u.fn.results.v[0]->type != t_basic[K_STRING])
		return NULL;
	if (x->kind == N_UNARY && x->op == T_AND)
		x = x->u.unary.x;
	Node *recv = fn->u.fdecl.type->u.functype.recv->u.field.name;
	return recv && x->kind == N_NAME && x->u.name.obj == recv->u.name.obj ? vet_full_name(NULL, m) : NULL;
}

/* ---- Printf ------------------------------------------------------------------------------------------------------------------------------ */

static const struct { char verb; const char *flags; int accepts; } verbs[] = {
	{ '%', "", 0 },
	{ 'b', " -+.0#", ARG_INT | ARG_FLOAT | ARG_COMPLEX | ARG_POINTER },
	{ 'c', "-", ARG_RUNE | ARG_INT },
	{ 'd', " -+.0", ARG_INT | ARG_POINTER },
	{ 'e', " -+.0#", ARG_FLOAT | ARG_COMPLEX },
	{ 'E', " -+.0#", ARG_FLOAT | ARG_COMPLEX },
	{ 'f', " -+.0#", ARG_FLOAT | ARG_COMPLEX },
	{ 'F', " -+.0#", ARG_FLOAT | ARG_COMPLEX },
	{ 'g', " -+.0#", ARG_FLOAT | ARG_COMPLEX },
	{ 'G', " -+.0#", ARG_FLOAT | ARG_COMPLEX },
	{ 'o', " -+.0#", ARG_INT | ARG_POINTER },
	{ 'O', " -+.0#", ARG_INT | ARG_POINTER },
	{ 'p', "-#", ARG_POINTER },
	{ 'q', " -+.0#", ARG_RUNE | ARG_INT | ARG_STRING },
	{ 's', " -+.0", ARG_STRING },
	{ 't', "-", ARG_BOOL },
	{ 'T', "-", ARG_ANY },
	{ 'U', "-#", ARG_RUNE | ARG_INT },
	{ 'v', " -+.0#", ARG_ANY },
	{ 'w', " -+.0#", ARG_ERROR },
	{ 'x', " -+.0#", ARG_RUNE | ARG_INT | ARG_STRING | ARG_POINTER | ARG_FLOAT | ARG_COMPLEX },
	{ 'X', " -+.0#", ARG_RUNE | ARG_INT | ARG_STRING | ARG_POINTER | ARG_FLOAT | ARG_COMPLEX },
};

typedef struct Call {
	Node *call;
	NodeVec *args;
	const char *name;
	int first, highest;             /* first argument after the format, highest one used */
	Pos at;                         /* of the operation looked at */
} Call;

/* Width in the literal's source of the character or escape at s, and in bytes of the string it makes. */
static int char_width(const char *s, int *made)
{
	*made = 1;
	if (*s != '\\')
		return 1;
	switch (s[1]) {
	case 'x': return 4;
	case 'u': case 'U': {
		int n = s[1] == 'u' ? 4 : 8, v = 0;
		for (int i = 0; i < n; i++)
			v = v * 16 + (isdigit((unsigned char)s[2 + i]) ? s[2 + i] - '0' : (s[2 + i] | 32) - 'a' + 10);
		char out[4];
		*made = utf8_encode(v, out);
		return n + 2;
	}
	default: return s[1] >= '0' && s[1] <= '7' ? 4 : 2;
	}
}

/* Where byte off of the format stands in the source; the start of the expression when it is not written as one literal. */
static Pos pos_in(const Node *x, int off)
{
	if (x->kind != N_LIT)
		return vet_start(x);
	const char *s = str_dup(x->u.lit.text, x->u.lit.n);
	if (*s == '`')
		return strchr(s, '\r') ? x->pos : x->pos + 1 + (Pos)off;
	int at = 1;
	for (int made = 0, m; made < off && s[at]; made += m)
		at += char_width(s + at, &m);
	return x->pos + (Pos)at;
}

/* Is argument i there to be looked at? With f(format, list...) the end of the arguments is out of sight. */
static bool can_check(Call *c, const Op *op, int i)
{
	if (i < c->args->n - 1)
		return true;
	if (c->call->flags & NF_DOTS)
		return false;
	if (i < c->args->n)
		return true;
	vet_report(c->at, "%s format %s reads arg #%d, but call has %s", c->name, op->text, i - c->first + 1, count(c->args->n - c->first, "arg"));
	return false;
}

static const char *in_parens(const char *reason) { return reason ? str_fmt(" (%s)", reason) : ""; }

static bool check_star(Call *c, const Op *op, int i)
{
	const char *reason;
	if (!can_check(c, op, i))
		return false;
	if (!match_arg(ARG_INT, c->args->v[i]->type, &reason)) {
		vet_report(c->at, "%s format %s uses non-int %s%s as argument of *", c->name, op->text, vet_text(c->args->v[i]), in_parens(reason));
		return false;
	}
	return true;
}

/* nil has taken the type of the parameter. */
static Type *arg_type(const Node *x)
{
	return x->kind == N_NAME && x->u.name.obj && x->u.name.obj->kind == O_NIL ? t_basic[K_UNTYPED_NIL] : x->type;
}

static bool check_value(Call *c, const Op *op, int accepts)
{
	const char *reason;
	Node *x = c->args->v[op->arg];
	Type *t = arg_type(x), *u = t ? type_under(t) : NULL;
	if (op->verb == 'w' && u && u->kind == K_POINTER && vet_implements(u->u.pointer.elem, t_error) && vet_version() >= 27) {
		Package *saved = cur_pkg;
		cur_pkg = vet_pkg;
		vet_report(c->at, "%%w wants operand of error type %s, not pointer type %s (defeats errors.Is)", type_str(u->u.pointer.elem), type_str(t));
		cur_pkg = saved;
		return false;
	}
	if (is_func_value(x) && op->verb != 'p' && op->verb != 'T') {
		vet_report(c->at, "%s format %s arg %s is a func value, not called", c->name, op->text, vet_text(x));
		return false;
	}
	if (!match_arg(accepts, t, &reason)) {
		vet_report(c->at, "%s format %s has arg %s of wrong type %s%s", c->name, op->text, vet_text(x), type_str_full(t), in_parens(reason));
		return false;
	}
	bool sharp = memchr(op->flags, '#', (size_t)op->nflag) != NULL;
	if (accepts & ARG_STRING && op->verb != 'T' && (!sharp || (op->verb < 128 && strchr("qxX", op->verb)))) {
		const char *method = recursion(x);
		if (method) {
			vet_report(c->at, "%s format %s with arg %s causes recursive %s method call", c->name, op->text, vet_text(x), method);
			return false;
		}
	}
	return true;
}

static bool check_op(Call *c, const Op *op)
{
	int k = 0;
	while (k < ARRAY_LEN(verbs) && verbs[k].verb != op->verb)
		k++;
	bool found = k < ARRAY_LEN(verbs);
	int accepts = found ? verbs[k].accepts : 0;
	if (op->verb == 'q' && vet_version() >= 26)
		accepts = ARG_RUNE | ARG_BYTE | ARG_STRING;
	bool formatter = accepts != ARG_ERROR && op->arg < c->args->n && is_formatter(arg_type(c->args->v[op->arg]));
	if (!formatter && !found) {
		char ch[5] = { 0 };
		(void)utf8_encode(op->verb, ch);
		vet_report(c->at, "%s format %s has unknown verb %s", c->name, op->text, ch);
		return false;
	}
	for (int i = 0; !formatter && i < op->nflag; i++)
		if (op->flags[i] != '0' && !strchr(verbs[k].flags, op->flags[i])) {
			vet_report(c->at, "%s format %s has unrecognized flag %c", c->name, op->text, op->flags[i]);
			return false;
		}
	if ((op->width_arg >= 0 && !check_star(c, op, op->width_arg)) || (op->prec_arg >= 0 && !check_star(c, op, op->prec_arg)))
		return false;
	c->highest = MAX(c->highest, MAX(op->width_arg, op->prec_arg));
	if (op->verb != '%')
		c->highest = MAX(c->highest, op->arg);
	if (op->verb == '%' || formatter)
		return true;
	return can_check(c, op, op->arg) && check_value(c, op, accepts);
}

static void check_printf(Node *call, PrintKind kind, const char *name)
{
	Type *sig = call->u.call.fun->type ? type_unalias(call->u.call.fun->type) : NULL;
	if (!sig || sig->kind != K_FUNC || !sig->u.fn.variadic)
		return;
	NodeVec *args = &call->u.call.args;
	int at = sig->u.fn.params.n - 2;
	if (at < 0 || at >= args->n)
		return;
	Node *farg = args->v[at];
	if (!farg->val || const_kind(farg->val) != CV_STRING) {
		if (at == args->n - 1 && vet_version() >= 24)
			vet_at(farg, "non-constant format string in call to %s", name);
		return;
	}
	Sym *format = const_str(farg->val);
	Call c = { call, args, name, at + 1, at, 0 };
	if (!memchr(format->s, '%', format->n)) {
		if (args->n > c.first)
			vet_at(args->v[c.first], "%s call has arguments but no formatting directives", name);
		return;
	}
	Ops ops = { 0 };
	const char *err = parse_format(format->s, format->n, at, &ops);
	if (err) {
		vet_at(farg, "%s %s", name, err);
		return;
	}
	bool indexed = false;
	vec_each(&ops.v, i) {
		const Op *op = &ops.v.v[i];
		indexed |= op->indexed;
		c.at = pos_in(farg, op->start);
		if (op->verb == 'w' && kind != ERRORF) {
			vet_report(c.at, "%s does not support error-wrapping directive %%w", name);
			return;
		}
		if (!check_op(&c, op))
			return;
	}
	if ((call->flags & NF_DOTS && c.highest >= args->n - 2) || indexed)
		return;
	if (c.highest + 1 < args->n)
		vet_at(call, "%s call needs %s but has %s", name, count(c.highest + 1 - c.first, "arg"), count(args->n - c.first, "arg"));
}

/* ---- Print ------------------------------------------------------------------------------------------------------------------------------- */

/* A formatting directive at s: % flags width . precision index verb; its length or 0. Blanks do not count as flags: "x % y" is prose. */
static int skip_number(const char *s)
{
	int n = 0;
	while (isdigit((unsigned char)s[n]))
		n++;
	if (n)
		return n;
	if (s[0] == '[') {
		int k = 1;
		while (isdigit((unsigned char)s[k]))
			k++;
		if (k > 1 && s[k] == ']' && s[k + 1] == '*')
			return k + 2;
	}
	return s[0] == '*';
}

static int directive_length(const char *s)
{
	int n = 1;
	while (s[n] && strchr("+-#", s[n]))
		n++;
	n += skip_number(s + n);
	n += s[n] == '.';
	n += skip_number(s + n);
	if (s[n] == '[') {
		int k = n + 1;
		while (isdigit((unsigned char)s[k]))
			k++;
		if (k > n + 1 && s[k] == ']')
			n = k + 1;
	}
	return s[n] && strchr("bcdefgopqstvxEFGTUX", s[n]) ? n + 1 : 0;
}

static void check_directives(Node *call, const Node *x, const char *name)
{
	Sym *s = vet_string(x);
	if (!s)
		return;
	const char *end = s->s + s->n;
	if (s->n && end[-1] == '%')
		end--;
	for (const char *p = s->s; (p = memchr(p, '%', (size_t)(end - p))); p++) {
		int n = directive_length(p);
		if (!n || p + n > end)
			continue;
		if (n >= 3 && isxdigit((unsigned char)p[1]) && isxdigit((unsigned char)p[2])) {
			p += n - 1;     /* %2F of a URL */
			continue;
		}
		vet_at(call, "%s call has possible Printf formatting directive %.*s", name, n, p);
		return;
	}
}

static void check_print(Node *call, const char *name)
{
	Type *sig = call->u.call.fun->type ? type_under(call->u.call.fun->type) : NULL;
	int first = 0, fmt;
	if (sig && sig->kind == K_FUNC) {
		if (!args_are_any(sig, &fmt))
			return;
		first = sig->u.fn.params.n - 1;
	}
	NodeVec *a = &call->u.call.args;
	if (a->n <= first)
		return;
	Node *x = a->v[0];
	if (!first && x->kind == N_SELECTOR && x->u.sel.x->kind == N_NAME && SYM_IS(x->u.sel.x->u.name.sym, "os") &&
	    !strncmp(x->u.sel.name->u.name.sym->s, "Std", 3))
		vet_at(call, "%s does not take io.Writer but has first arg %s", name, vet_text(x));
	check_directives(call, a->v[first], name);
	size_t n = strlen(name);
	Sym *last = n > 2 && !strcmp(name + n - 2, "ln") ? vet_string(vec_last(a)) : NULL;
	if (last && last->n && last->s[last->n - 1] == '\n')
		vet_at(call, "%s arg list ends with redundant newline", name);
	for (int i = first; i < a->n; i++) {
		if (is_func_value(a->v[i]))
			vet_at(call, "%s arg %s is a func value, not called", name, vet_text(a->v[i]));
		const char *method = recursion(a->v[i]);
		if (method)
			vet_at(call, "%s arg %s causes recursive call to %s method", name, vet_text(a->v[i]), method);
	}
}

static bool visit(Node *n, void *arg)
{
	if (n->kind == N_FUNC || n->kind == N_VAR)
		enclosing_func = !vet_up(0) ? n->kind == N_FUNC ? n : NULL : enclosing_func;
	Obj *f = n->kind == N_CALL ? vet_callee(n) : NULL;
	if (!f || f->kind == O_BUILTIN)
		return true;
	PrintKind kind = print_kind(n, f);
	if (kind == PRINT)
		check_print(n, print_name(n->u.call.fun, f));
	else if (kind != NO_PRINT)
		check_printf(n, kind, print_name(n->u.call.fun, f));
	return true;
}

void vet_printf(void)
{
	find_wrappers(true);
	vet_walk(visit, NULL);
}
