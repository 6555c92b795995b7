/* tests.c: tests, benchmarks and examples that will not be run as their author thinks: malformed names, examples of things that do not
 * exist, output comments that are not last, fuzz targets with arguments the fuzzer cannot make. */
#include "compiler/vet/comments.h"
#include <ctype.h>
#include <strings.h>

static bool starts_lower(const char *s)
{
	int32_t ch;
	if (!*s)
		return false;
	(void)utf8_decode(s, s + strlen(s), &ch);
	return (ch < 128 && islower(ch)) || (ch >= 0xdf && ch <= 0xff && ch != 0xf7);
}

static Obj *member(Obj *o, const char *name)
{
	bool indirect, ambiguous;
	int *path, npath;
	return o->type ? lookup_field_or_method(o->type, true, o->pkg, sym(name), &path, &npath, &indirect, &ambiguous) : NULL;
}

static ObjVec find_ident(const char *name)
{
	ObjVec v = { 0 };
	Obj *o = scope_find(vet_pkg->scope, sym(name));
	if (o) {
		vec_push(&v, o);
		return v;
	}
	vec_each(&vet_pkg->imports, i) {
		Package *p = vet_pkg->imports.v[i];
		if (p->scope && (o = scope_find(p->scope, sym(name))))
			vec_push(&v, o);
	}
	return v;
}

static void check_example_name(const Node *fn)
{
	const char *name = fn->u.fdecl.name->u.name.sym->s;
	const Node *t = fn->u.fdecl.type;
	if (t->u.functype.params.n)
		vet_report(vet_start(fn), "%s should be niladic", name);
	if (t->u.functype.results.n)
		vet_report(vet_start(fn), "%s should return nothing", name);
	if (t->u.functype.tparams.n)
		vet_report(vet_start(fn), "%s should not have type params", name);
	if (!name[7])
		return;
	const char *ex = name + 7, *bar = strchr(ex, '_'), *mmbr = bar ? bar + 1 : NULL, *bar2 = mmbr ? strchr(mmbr, '_') : NULL;
	const char *ident = bar ? str_dup(ex, (size_t)(bar - ex)) : ex;
	ObjVec objs = *ident ? find_ident(ident) : (ObjVec){ 0 };
	if (*ident && !objs.n) {
		vet_report(vet_start(fn), "%s refers to unknown identifier: %s", name, ident);
		return;
	}
	if (!mmbr)
		return;
	if (!*ident) {
		if (!starts_lower(mmbr))
			vet_report(vet_start(fn), "%s has malformed example suffix: %s", name, mmbr);
		return;
	}
	const char *m = bar2 ? str_dup(mmbr, (size_t)(bar2 - mmbr)) : mmbr;
	if (!starts_lower(m)) {
		bool found = false;
		vec_each(&objs, i)
			found |= member(objs.v[i], m) != NULL;
		if (!found)
			vet_report(vet_start(fn), "%s refers to unknown field or method: %s.%s", name, ident, m);
	}
	if (bar2 && !starts_lower(bar2 + 1))
		vet_report(vet_start(fn), "%s has malformed example suffix: %s", name, bar2 + 1);
}

static bool is_output(const Comment *c)
{
	const char *s = c->text + 2, *end = c->text + c->n;
	while (s < end && isspace((unsigned char)*s))
		s++;
	if (end - s > 10 && !strncasecmp(s, "unordered ", 10))
		s += 10;
	return end - s >= 7 && !strncasecmp(s, "output:", 7);
}

static void check_example_output(const Node *fn, const Comments *cs)
{
	VEC(struct { Pos pos; bool output; }) groups = { 0 };
	int noutput = 0;
	vec_each(&cs->v, i) {
		const Comment *c = &cs->v.v[i];
		if (c->pos < vet_start(fn) || c->pos > node_end(fn))
			continue;
		if (c->starts_group || !groups.n) {
			vec_push(&groups, (__typeof__(*groups.v)){ c->pos, is_output(c) });
			noutput += is_output(c);
		}
	}
	for (int i = 0; i + 1 < groups.n; i++)
		if (groups.v[i].output)
			vet_report(groups.v[i].pos, noutput > 1 ? "there can only be one output comment block per example" :
				"output comment block must be the last comment block");
}

static void check_test(const Node *fn, const char *prefix)
{
	const Node *t = fn->u.fdecl.type;
	if (t->u.functype.results.n || t->u.functype.params.n != 1)
		return;
	const Node *p = t->u.functype.params.v[0]->u.field.type;
	const Node *name = p->kind != N_STAR ? NULL : p->u.x.x->kind == N_SELECTOR ? p->u.x.x->u.sel.name : p->u.x.x;
	if (!name || name->kind != N_NAME || name->u.name.sym->n != 1 || name->u.name.sym->s[0] != *prefix)
		return;
	const char *s = fn->u.fdecl.name->u.name.sym->s;
	if (t->u.functype.tparams.n)
		vet_report(fn->u.fdecl.name->pos + (Pos)strlen(s), "%s has type parameters: it will not be run by go test as a %sXXX function", s, prefix);
	if (starts_lower(s + strlen(prefix)))
		vet_at(fn->u.fdecl.name, "%s has malformed name: first letter after '%s' must not be lowercase", s, prefix);
}

/* ---- fuzz targets ------------------------------------------------------------------------------------------------------------------------ */

static bool is_testing_ptr(Type *t, const char *name)
{
	return t && t->kind == K_POINTER && vet_type_is(t->u.pointer.elem, "testing", name);
}

/* f.NAME(...) with f a *testing.F; name NULL: any. */
static bool is_fuzz_call(const Node *n, const char *name)
{
	const Node *fun = n->kind == N_CALL ? n->u.call.fun : NULL;
	return fun && fun->kind == N_SELECTOR && is_testing_ptr(fun->u.sel.x->type, "F") && (!name || !strcmp(fun->u.sel.name->u.name.sym->s, name));
}

static bool fuzzable(Type *t)
{
	if (t->kind == K_SLICE)
		return type_unalias(t->u.slice.elem)->kind == K_UINT8;
	t = type_unalias(t);
	return t->kind >= K_BOOL && t->kind <= K_STRING && t->kind != K_UINTPTR && t->kind != K_COMPLEX64 && t->kind != K_COMPLEX128;
}

static bool find_method_call(Node *n, void *arg)
{
	if (is_fuzz_call(n, NULL) && !is_fuzz_call(n, "Name") && !is_fuzz_call(n, "Failed"))
		vet_at(n, "fuzz target must not call any *F methods");
	return true;
}

static bool check_fuzz_params(const Node *x, const ObjVec *p)
{
	bool ok = true;
	const NodeVec *written = x->kind == N_FUNCLIT ? &x->u.func.type->u.functype.params : NULL;
	if (!is_testing_ptr(p->v[0]->type, "T")) {
		vet_at(written ? written->v[0]->u.field.type : x, "the first parameter of a fuzz target must be *testing.T");
		ok = false;
	}
	for (int i = 1; i < p->n; i++) {
		if (fuzzable(p->v[i]->type))
			continue;
		vet_at(written && i < written->n ? written->v[i]->u.field.type : x,
			"fuzzing arguments can only have the following types: string, bool, float32, float64, int, int8, int16, int32, int64, uint, uint8, "
			"uint16, uint32, uint64, []byte");
		ok = false;
	}
	return ok;
}

typedef struct Fuzz { const ObjVec *params; } Fuzz;

static bool find_fuzz(Node *n, void *arg)
{
	Fuzz *f = arg;
	if (!is_fuzz_call(n, "Fuzz") || n->u.call.args.n != 1)
		return true;
	Node *x = n->u.call.args.v[0];
	Type *t = x->type ? type_under(x->type) : NULL;
	if (!t)
		return true;
	if (t->kind != K_FUNC) {
		vet_at(x, "argument to Fuzz must be a function");
		return false;
	}
	if (t->u.fn.results.n)
		vet_at(x, "fuzz target must not return any value");
	if (!t->u.fn.params.n) {
		vet_at(x, "fuzz target must have 1 or more argument");
		return false;
	}
	if (check_fuzz_params(x, &t->u.fn.params) && !f->params)
		f->params = &t->u.fn.params;
	node_walk(x, find_method_call, NULL);
	return false;
}

static bool find_add(Node *n, void *arg)
{
	const ObjVec *want = ((Fuzz *)arg)->params;
	if (!is_fuzz_call(n, "Add"))
		return true;
	NodeVec *a = &n->u.call.args;
	if (a->n != want->n - 1) {
		vet_at(n, "wrong number of values in call to (*testing.F).Add: %d, fuzz target expects %d", a->n, want->n - 1);
		return true;
	}
	int bad = 0, last = 0;
	Buf have = { 0 }, expect = { 0 };
	vec_each(a, i) {
		if (!type_same(a->v[i]->type, want->v[i + 1]->type)) {
			bad++;
			last = i;
		}
		buf_fmt(&have, "%s%s", i ? " " : "", type_str_full(a->v[i]->type));
		buf_fmt(&expect, "%s%s", i ? " " : "", type_str_full(want->v[i + 1]->type));
	}
	if (bad == 1)
		vet_at(a->v[last], "mismatched type in call to (*testing.F).Add: %s, fuzz target expects %s", type_str_full(a->v[last]->type),
			type_str_full(want->v[last + 1]->type));
	else if (bad)
		vet_at(n, "mismatched types in call to (*testing.F).Add: [%s], fuzz target expects [%s]", have.s, expect.s);
	return true;
}

static void check_file(FileNode *f)
{
	size_t n = strlen(f->src->path);
	if (n < 8 || strcmp(f->src->path + n - 8, "_test.go"))
		return;
	Comments cs = comments_of(f->src);
	vec_each(&f->decls, i) {
		Node *fn = f->decls.v[i];
		if (fn->kind != N_FUNC || fn->u.fdecl.type->u.functype.recv)
			continue;
		const char *name = fn->u.fdecl.name->u.name.sym->s;
		if (!strncmp(name, "Example", 7)) {
			check_example_name(fn);
			check_example_output(fn, &cs);
		} else if (!strncmp(name, "Test", 4)) {
			check_test(fn, "Test");
		} else if (!strncmp(name, "Benchmark", 9)) {
			check_test(fn, "Benchmark");
		} else if (!strncmp(name, "Fuzz", 4)) {
			Fuzz fz = { 0 };
			check_test(fn, "Fuzz");
			node_walk(fn, find_fuzz, &fz);
			if (fz.params)
				node_walk(fn, find_add, &fz);
		}
	}
}

void vet_tests(void)
{
	vec_each(&vet_pkg->files, i) {
		vet_file = vet_pkg->files.v[i];
		check_file(vet_file);
	}
}
