/* slog.c: keys and values of log/slog calls: a key is a string or an Attr, and every key has its value. */
#include "compiler/vet/vet.h"

/* Arguments before the keys and values. */
static const struct { const char *type, *names; int skip; } funcs[] = {
	{ "", "Debug Info Warn Error Group", 1 },
	{ "", "DebugContext InfoContext WarnContext ErrorContext", 2 },
	{ "", "Log", 3 },
	{ "Logger", "Debug Info Warn Error", 1 },
	{ "Logger", "DebugContext InfoContext WarnContext ErrorContext", 2 },
	{ "Logger", "Log", 3 },
	{ "Logger", "With", 0 },
	{ "Record", "Add", 0 },
};

static int args_before(const Obj *f)
{
	for (int i = 0; i < ARRAY_LEN(funcs); i++)
		if (*funcs[i].type ? vet_method_is(f, "log/slog", funcs[i].type, funcs[i].names) : vet_func_is(f, "log/slog", funcs[i].names))
			return funcs[i].skip;
	return -1;
}

static const char *short_name(const Obj *f)
{
	Type *t = vet_recv_named(f);
	return str_fmt("%s.%s%s%s", f->pkg->name, t ? t->u.named.obj->name->s : "", t ? "." : "", f->name->s);
}

static const char *quoted(const Node *x)
{
	Buf b = { 0 };
	const char *s = vet_text(x);
	quote_write(&b, s, strlen(s), 0);
	return buf_take(&b);
}

static bool is_attr(Type *t) { return vet_type_is(t, "log/slog", "Attr"); }

static bool visit(Node *n, void *arg)
{
	Obj *f = n->kind == N_CALL && !(n->flags & NF_DOTS) ? vet_callee(n) : NULL;
	int skip = f && f->kind == O_FUNC && !vet_is_iface_method(n->u.call.fun) ? args_before(f) : -1;
	if (skip < 0)
		return true;
	Node *fun = node_unparen(n->u.call.fun);
	skip += fun->kind == N_SELECTOR && fun->u.sel.sel && fun->u.sel.sel->kind == SEL_METHOD_EXPR;
	enum { KEY, VALUE, UNKNOWN } next = KEY;
	Node *unknown = NULL;
	for (int i = skip; i < n->u.call.args.n; i++) {
		Node *x = n->u.call.args.v[i];
		Type *t = x->type;
		bool is_string = t == t_basic[K_STRING] || (t && t->kind == K_UNTYPED_STRING), is_iface = t && type_is_interface(t);
		if (next == VALUE) {
			next = KEY;
		} else if (next == UNKNOWN) {
			unknown = x;
			if (!is_string && !is_attr(t) && !is_iface)
				next = KEY;
		} else if (is_string) {
			next = VALUE;
		} else if (is_attr(t)) {
			next = KEY;
		} else if (is_iface && !iface_set(type_under(t))->methods.n) {
			next = UNKNOWN;
		} else {
			if (!unknown)
				vet_at(x, "%s arg %s should be a string or a slog.Attr (possible missing key or value)", short_name(f), quoted(x));
			else
				vet_at(x, "%s arg %s should probably be a string or a slog.Attr (previous arg %s cannot be a key)", short_name(f), quoted(x),
					quoted(unknown));
			return true;
		}
	}
	if (next == VALUE)
		vet_at(n, unknown ? "call to %s has a missing or misplaced value" : "call to %s missing a final value", short_name(f));
	return true;
}

void vet_slog(void) { vet_walk(visit, NULL); }
