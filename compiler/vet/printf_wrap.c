/* printf_wrap.c: which functions print their arguments: those of fmt, log and testing, those named by -printf.funcs, and every function that
 * hands its own (format string, args ...any) on to one of them. What is found out about a package stays known for its importers. */
#include "compiler/vet/printf.h"
#include <ctype.h>
#include <strings.h>

static const struct { const char *pkg, *type, *names; } basic[] = {
	{ "fmt", NULL, "Appendf Append Appendln Errorf Fprint Fprintf Fprintln Print Printf Println Sprint Sprintf Sprintln" },
	{ "runtime/trace", NULL, "Logf" },
	{ "log", NULL, "Print Printf Println Fatal Fatalf Fatalln Panic Panicf Panicln" },
	{ "log", "Logger", "Fatal Fatalf Fatalln Panic Panicf Panicln Print Printf Println" },
	{ "testing", "common T B F TB", "Error Errorf Fatal Fatalf Log Logf Skip Skipf" },
};

static Map kinds;                       /* function or variable -> PrintKind + 1 */
static const char *more;                /* -printf.funcs */

void vet_printf_funcs(const char *list) { more = list; }

static bool ends_in_f(const Obj *f) { return f->name->n && f->name->s[f->name->n - 1] == 'f'; }

static bool named_by_user(const Node *fun, Obj *f)
{
	if (!more)
		return false;
	const char *full = vet_full_name(fun, f);
	for (const char *p = more; *p; p += strcspn(p, ","), p += *p == ',') {
		const char *word = str_dup(p, strcspn(p, ","));
		if (strchr(word, '.') ? !strcmp(word, full) : !strcasecmp(word, f->name->s))
			return true;
	}
	return false;
}

static bool is_basic(const Node *fun, Obj *f)
{
	if (f->kind != O_FUNC)
		return false;
	for (int i = 0; i < ARRAY_LEN(basic); i++) {
		if (!basic[i].type ? vet_func_is(f, basic[i].pkg, basic[i].names) : vet_method_is(f, basic[i].pkg, basic[i].type, basic[i].names))
			return true;
	}
	fun = fun ? node_unparen((Node *)fun) : NULL;
	if (fun && vet_is_iface_method(fun) && vet_type_is(fun->u.sel.sel->recv, "testing", "TB"))
		return vet_func_is(&(Obj){ .kind = O_FUNC, .name = f->name, .pkg = vet_pkg }, vet_pkg->path, basic[4].names);
	return false;
}

static PrintKind known(const Node *fun, Obj *f)
{
	uintptr_t k = (uintptr_t)map_get(&kinds, MAP_KEY(f));
	if (k)
		return (PrintKind)(k - 1);
	PrintKind kind = NO_PRINT;
	if (is_basic(fun, f) || named_by_user(fun, f))
		kind = vet_func_is(f, "fmt", "Errorf") ? ERRORF : ends_in_f(f) ? PRINTF : PRINT;
	map_set(&kinds, MAP_KEY(f), (void *)((uintptr_t)kind + 1));
	return kind;
}

PrintKind print_kind(const Node *call, Obj *callee) { return known(call->u.call.fun, callee); }

/* Methods of testing's types are known by the type that Go declares them on. */
const char *print_name(const Node *fun, Obj *f)
{
	Type *t = vet_recv_named(f);
	if (t && f->pkg && !strcmp(f->pkg->path, "testing") && vet_method_is(f, "testing", "common T B F", basic[4].names))
		return str_fmt("(*testing.common).%s", f->name->s);
	return vet_full_name(fun, f);
}

bool args_are_any(Type *sig, int *format_param)
{
	*format_param = -1;
	if (!sig || sig->kind != K_FUNC || !sig->u.fn.variadic)
		return false;
	ObjVec *p = &sig->u.fn.params;
	if (p->n >= 2 && p->v[p->n - 2]->type == t_basic[K_STRING])
		*format_param = p->n - 2;
	Type *list = type_unalias(p->v[p->n - 1]->type);
	Type *elem = list->kind == K_SLICE ? type_unalias(list->u.slice.elem) : NULL;
	return elem && elem->kind == K_INTERFACE && !iface_set(elem)->methods.n && !iface_is_constraint(elem);
}

/* ---- wrappers ---------------------------------------------------------------------------------------------------------------------- */

typedef struct Wrapper Wrapper;
typedef struct Caller { Wrapper *w; Node *call; } Caller;
struct Wrapper {
	Obj *obj, *format, *args;       /* format NULL: prints like Print */
	Node *body;
	VEC(Caller) callers;
};

static struct { VEC(Wrapper *) all; Map by_obj; bool report; } ws;

static bool is_param(const Node *x, const Obj *p)
{
	return p && x->kind == N_NAME && x->u.name.obj == p;
}

/* Does the call hand on the wrapper's own parameters? A forgotten ... is worth a finding. */
static bool forwards(Wrapper *w, Node *call, PrintKind kind)
{
	NodeVec *a = &call->u.call.args;
	if ((kind == PRINTF || kind == ERRORF) && (a->n < 2 || !is_param(a->v[a->n - 2], w->format)))
		return false;
	if (call->flags & NF_DOTS)
		return true;
	Type *sig = call->u.call.fun->type ? type_unalias(call->u.call.fun->type) : NULL;
	if (sig && sig->kind == K_FUNC && a->n <= sig->u.fn.params.n && ws.report) {
		static const char *const names[] = { "(none)", "print", "printf", "errorf" };
		vet_at(call, "missing ... in args forwarded to %s-like function", names[kind]);
	}
	return false;
}

static void propagate(Wrapper *w, Node *call, PrintKind kind)
{
	if (!forwards(w, call, kind) || (PrintKind)((uintptr_t)map_get(&kinds, MAP_KEY(w->obj)) - 1) == kind)
		return;
	map_set(&kinds, MAP_KEY(w->obj), (void *)((uintptr_t)kind + 1));
	vec_each(&w->callers, i)
		propagate(w->callers.v[i].w, w->callers.v[i].call, kind);
}

static void candidate(Obj *o, Type *sig, Node *ftype, Node *body)
{
	int fmt;
	NodeVec *p = &ftype->u.functype.params;
	if (!o || !body || !args_are_any(sig, &fmt) || p->n < sig->u.fn.params.n)
		return;
	Wrapper *w = NEW(Wrapper);
	Node *last = vec_last(p)->u.field.name, *f = fmt >= 0 ? p->v[fmt]->u.field.name : NULL;
	w->obj = o;
	w->body = body;
	w->args = last ? last->u.name.obj : NULL;
	w->format = f ? f->u.name.obj : NULL;
	if (!w->args)
		return;
	vec_push(&ws.all, w);
	map_set(&ws.by_obj, MAP_KEY(o), w);
}

static bool gather(Node *n, void *arg)
{
	if (n->kind == N_FUNC && n->u.fdecl.obj)
		candidate(n->u.fdecl.obj, n->u.fdecl.obj->type, n->u.fdecl.type, n->u.fdecl.body);
	NodeVec *names = n->kind == N_ASSIGN ? &n->u.assign.lhs : n->kind == N_VAR ? &n->u.val.names : NULL;
	NodeVec *values = n->kind == N_ASSIGN ? &n->u.assign.rhs : n->kind == N_VAR ? &n->u.val.values : NULL;
	for (int i = 0; names && i < values->n && i < names->n; i++) {
		Node *f = values->v[i], *x = names->v[i];
		if (f->kind == N_FUNCLIT && (x->kind == N_NAME || x->kind == N_SELECTOR) && f->type)
			candidate(vet_used(x), type_unalias(f->type), f->u.func.type, f->u.func.body);
	}
	return true;
}

typedef struct Scan { Wrapper *w; bool stop; } Scan;

static bool scan(Node *n, void *arg)
{
	Scan *s = arg;
	Wrapper *w = s->w;
	if (s->stop)
		return false;
	if (n->kind == N_ASSIGN)
		vec_each(&n->u.assign.lhs, i)
			s->stop |= is_param(n->u.assign.lhs.v[i], w->format) || is_param(n->u.assign.lhs.v[i], w->args);
	if (n->kind == N_UNARY && n->op == T_AND)
		s->stop |= is_param(n->u.unary.x, w->format) || is_param(n->u.unary.x, w->args);
	if (n->kind != N_CALL || !n->u.call.args.n || !is_param(vec_last(&n->u.call.args), w->args))
		return !s->stop;
	Obj *f = vet_callee(n);
	if (!f)
		return true;
	Wrapper *to = map_get(&ws.by_obj, MAP_KEY(f));
	if (to)
		vec_push(&to->callers, (Caller){ w, n });
	PrintKind kind = known(n->u.call.fun, f);
	if (kind != NO_PRINT)
		propagate(w, n, kind);
	return true;
}

void find_wrappers(bool report)
{
	memset(&ws, 0, sizeof ws);
	ws.report = report;
	vet_walk(gather, NULL);
	vec_each(&ws.all, i) {
		Scan s = { ws.all.v[i], false };
		node_walk(ws.all.v[i]->body, scan, &s);
	}
}

void vet_learn(Package *pkg)
{
	vet_pkg = pkg;
	find_wrappers(false);
}
