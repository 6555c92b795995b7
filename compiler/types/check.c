/* check.c: the package driver: collect, declare, bodies, initialization order, unused things; and the state all checker files share.
 *
 * The phases keep the order in which the reference compiler reports, since it stops after ten errors: objects of all files,
 * types, aliases, everything else, then delayed work (bodies among it), then initialization order and unused imports. */
#include <pthread.h>
#include <stdlib.h>
#include "compiler/types/check.h"

Checker ck;

/* ---- errors ---------------------------------------------------------------------------------------------------------- */

static int minor_of(const char *v)
{
	if (!v || strncmp(v, "go1", 3))
		return 1000;
	return v[3] == '.' ? atoi(v + 4) : 0;
}

/* A file may raise its language version, and lower it no further than go1.21. */
static const char *file_version(FileNode *f)
{
	if (f && f->go_version)
		return minor_of(f->go_version) < 21 ? "go1.21" : f->go_version;
	return ck.pkg->go_version;
}

/* Further parts of a message stand on lines of their own: other positions, argument lists had and wanted. Causes belong to the first part. */
static bool starts_part(const char *line)
{
	if (!strncmp(line, "have (", 6) || !strncmp(line, "want (", 6))
		return true;
	const char *pos = strstr(line, ".go:"), *blank = strchr(line, ' ');
	return pos && (!blank || pos < blank);
}

/* An error that merely repeats that something was wrong before is dropped. */
static bool is_follow_up(const char *msg)
{
	const char *end = msg;
	while ((end = strstr(end, "\n\t")) && !starts_part(end + 2))
		end += 2;
	const char *a = strstr(msg, "invalid operand"), *b = strstr(msg, "invalid type");
	return (a && a > msg && (!end || a < end)) || (b && b > msg && (!end || b < end));
}

/* "requires go1.N or later" is followed by where the version comes from. */
static void add_version_origin(Buf *b)
{
	const char *s = strstr(b->s, "requires go1.");
	if (!s)
		return;
	s += 13;
	size_t n = strspn(s, "0123456789");
	if (!n || strncmp(s + n, " or later", 9))
		return;
	FileNode *f = ck.env.file;
	if (f && f->go_version && !strcmp(f->go_version, file_version(f)))
		buf_fmt(b, " (file declares //go:build %s)", f->go_version);
	else
		buf_fmt(b, " (-lang was set to %s; check go.mod)", ck.pkg->go_version);
}

void ck_err(Pos p, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	Buf b = { 0 };
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	add_version_origin(&b);
	if (!(ck.nerr && is_follow_up(b.s))) {
		ck.nerr++;
		diag_at(ck.env.errpos ? ck.env.errpos : p, "%s", b.s);
	}
	buf_free(&b);
}

void ck_enter_file(FileNode *f)
{
	ck.env.file = f;
	cur_go_version = file_version(f);
	ck.env.version = minor_of(cur_go_version);
}

bool ck_version(Pos p, int minor, const char *fmt, ...)
{
	if (ck_allows(minor))
		return true;
	va_list ap;
	va_start(ap, fmt);
	Buf b = { 0 };
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	ck_err(p, "%s requires go1.%d or later", b.s, minor);
	buf_free(&b);
	return false;
}

/* ---- delayed work ------------------------------------------------------------------------------------------------------ */

Later *ck_later(void (*fn)(Later *l), Pos pos)
{
	vec_push(&ck.later, (Later){ .fn = fn, .file = ck.env.file, .pos = pos });
	return &vec_last(&ck.later);
}

void ck_run_later(int top)
{
	if (ck.later.n == top)
		return;
	FileNode *file = ck.env.file;
	for (int i = top; i < ck.later.n; i++) {
		Later l = ck.later.v[i];
		if (l.file != ck.env.file)
			ck_enter_file(l.file);
		l.fn(&l);               /* may append */
	}
	ck.later.n = top;
	if (file != ck.env.file)
		ck_enter_file(file);
}

static void run_hook(Later *l)
{
	void (*fn)(void *) = (void (*)(void *))l->b;
	fn(l->a);
}

static void later_hook(void (*fn)(void *arg), void *arg)
{
	if (!ck.pkg) {
		fn(arg);
		return;
	}
	Later *l = ck_later(run_hook, 0);
	l->a = arg;
	l->b = (void *)fn;
}

/* ---- scopes --------------------------------------------------------------------------------------------------------------- */

void ck_open_scope(Node *n)
{
	ck.env.scope = scope_new(ck.env.scope, n);
}

void ck_close_scope(void)
{
	ck.env.scope = ck.env.scope->parent;
}

static Obj *find_dot(Scope *s, Sym *name)
{
	Map *m = map_get(&ck.dots, MAP_KEY(s));
	DotName *d = m ? map_get(m, MAP_KEY(name)) : NULL;
	return d ? d->obj : NULL;
}

/* Objects enter a scope only after their declaration was checked, so no positions are compared. */
Obj *ck_lookup(Sym *name, Scope **where)
{
	for (Scope *s = ck.env.scope; s; s = s->parent) {
		Obj *o = s->objs.n ? scope_find(s, name) : NULL;
		if (!o && ck.dots.n)
			o = find_dot(s, name);
		if (o) {
			if (where)
				*where = s;
			return o;
		}
	}
	return NULL;
}

Node *ck_name_node(Pos pos, const char *text)
{
	Node *n = node_new(N_NAME, pos);
	n->u.name.sym = sym(text);
	return n;
}

/* ---- type sets -------------------------------------------------------------------------------------------------------------- */

void ck_unders(Type *t, Unders *out)
{
	out->v = &out->one;
	out->n = 1;
	Type *a = type_unalias(t);
	if (a->kind != K_TYPEPARAM) {
		out->one = (UnderPair){ t, type_under(t) };
		return;
	}
	TypeSet *s = iface_set(tparam_iface(a));
	if (!s || !typeset_has_terms(s)) {
		out->one = (UnderPair){ NULL, NULL };
		return;
	}
	out->n = s->terms.n;
	out->v = arena_array(&build_arena, UnderPair, s->terms.n);
	for (int i = 0; i < s->terms.n; i++)
		out->v[i] = (UnderPair){ s->terms.v[i].type, type_under(s->terms.v[i].type) };
}

Type *ck_common_under(Type *t, const char *(*cond)(Type *t, Type *u), const char **err)
{
	if (err)
		*err = NULL;
	if (cond) {
		Unders us;
		ck_unders(t, &us);
		for (int i = 0; i < us.n; i++) {
			const char *bad = cond(us.v[i].t, us.v[i].u);
			if (bad) {
				if (err)
					*err = bad;
				return NULL;
			}
		}
	}
	return type_common_under(t, err);
}

/* ---- functions ---------------------------------------------------------------------------------------------------------------- */

FuncInfo *ck_func_info(Node *node, Obj *obj, Type *sig, FuncInfo *outer)
{
	FuncInfo *fi = NEW(FuncInfo);
	fi->node = node;
	fi->obj = obj;
	fi->sig = sig;
	fi->outer = outer;
	fi->pkg = ck.pkg;
	if (sig->u.fn.recv)
		vec_push(&fi->params, sig->u.fn.recv);
	for (int i = 0; i < sig->u.fn.params.n; i++)
		vec_push(&fi->params, sig->u.fn.params.v[i]);
	for (int i = 0; i < sig->u.fn.results.n; i++)
		vec_push(&fi->results, sig->u.fn.results.v[i]);
	for (int i = 0; i < fi->params.n; i++)
		fi->params.v[i]->u.var.fn = fi;
	for (int i = 0; i < fi->results.n; i++) {
		fi->results.v[i]->u.var.fn = fi;
		fi->results.v[i]->u.var.assigned = true;        /* by return statements */
	}
	return fi;
}

static int by_pos(const void *a, const void *b)
{
	const Obj *x = *(Obj *const *)a, *y = *(Obj *const *)b;
	return x->pos < y->pos ? -1 : x->pos > y->pos;
}

void ck_unused_vars(Scope *s)
{
	ObjVec unused = { 0 };
	for (int i = 0; i < s->objs.n; i++) {
		Obj *o = s->objs.v[i];
		if (o->kind == O_VAR && !o->used && !o->u.var.is_param && !o->u.var.is_result && !o->u.var.is_recv)
			vec_push(&unused, o);
	}
	if (unused.n > 1)
		qsort(unused.v, unused.n, sizeof *unused.v, by_pos);
	for (int i = 0; i < unused.n; i++)
		ck_err(unused.v[i]->pos, "declared and not used: %s", unused.v[i]->name->s);
	for (int i = 0; i < s->kids.n; i++)
		if (!s->kids.v[i]->is_func)
			ck_unused_vars(s->kids.v[i]);
}

void ck_func_body(DeclInfo *d, Type *sig, Scope *scope, Node *body, Const *iota, FuncInfo *fi)
{
	Env saved = ck.env;
	ck.env = (Env){ .decl = d, .scope = scope, .file = saved.file, .version = saved.version, .iota = iota, .sig = sig, .fn = fi };
	body->u.block.scope = scope;
	ck_stmts(&body->u.block.stmts);
	if (sig->u.fn.results.n > 0 && !ck_terminating(body, NULL))
		ck_err(body->u.block.rbrace, "missing return");
	ck_unused_vars(scope);
	ck.env = saved;
}

/* ---- the end of a package ---------------------------------------------------------------------------------------------------------- */

static void finish_ifaces(void)
{
	for (int i = 0; i < ck.ifaces.n; i++)
		(void)iface_set(ck.ifaces.v[i]);
}

/* A variable shared with a closure that may see it change lives in memory both can reach. */
static void finish_captured(void)
{
	for (int i = 0; i < ck.captured.n; i++)
		if (ck.captured.v[i]->u.var.assigned)
			ck.captured.v[i]->u.var.addr_taken = true;
}

static void check_names(void)
{
	Package *p = ck.pkg;
	for (int i = 0; i < p->files.n; i++) {
		FileNode *f = p->files.v[i];
		if (!f->pkg_name)
			continue;
		const char *name = f->pkg_name->u.name.sym->s;
		if (!strcmp(name, "_"))
			ck_err(f->pkg_name->pos, "invalid package name _");
		else if (p->name && strcmp(name, p->name))
			ck_err(f->pkg_name->pos, "package %s; expected package %s", name, p->name);
	}
}

static void check_all(void)
{
	check_names();
	ck_collect();
	ck_direct_cycles();
	ck_package_objects();
	ck_run_later(0);
	finish_ifaces();
	ck_init_order();
	ck_unused_imports();
	if (!ck.nerr)
		mono_check(ck.pkg);
	if (!ck.nerr)
		ck_anonymous_cycles();
	if (!ck.nerr) {
		ck_check_bodies();
		ck_check_sizes();
	}
	finish_captured();
}

static void *check_thread(void *arg)
{
	(void)arg;
	check_all();
	return NULL;
}

/* Deeply nested sources recurse as deeply: the work runs on a stack whose pages cost nothing until touched. */
static void run_on_big_stack(void)
{
	pthread_attr_t a;
	pthread_t t;
	if (!pthread_attr_init(&a) && !pthread_attr_setstacksize(&a, (size_t)1 << 30) && !pthread_create(&t, &a, check_thread, NULL)) {
		pthread_join(t, NULL);
		return;
	}
	check_all();
}

void check_package(Package *pkg, Package *(*import)(Package *from, Node *spec, const char *path, void *arg), void *arg)
{
	if (pkg->checked || pkg == pkg_unsafe)
		return;
	Checker saved = ck;
	Package *saved_pkg = cur_pkg;
	const char *saved_version = cur_go_version;
	ck = (Checker){ .pkg = pkg, .import = import, .import_arg = arg };
	static __typeof__(ck.later) spare;      /* the array serves package after package */
	ck.later = spare;
	spare = (__typeof__(spare)){ 0 };
	ck.unknown = const_unknown();
	ck.void_type = type_tuple(NULL, 0);
	ck.env.version = minor_of(pkg->go_version);
	cur_pkg = pkg;
	types_resolve = obj_resolve;
	types_later = later_hook;
	run_on_big_stack();
	pkg->checked = true;
	spare = ck.later;
	spare.n = 0;
	ck = saved;
	cur_pkg = saved_pkg;
	cur_go_version = saved_version;
}
