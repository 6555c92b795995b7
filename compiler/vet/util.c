/* util.c: questions about the typed tree that several checkers ask. */
#include "compiler/vet/vet.h"
#include <stdlib.h>

/* Is word among the blank-separated words? */
static bool word_in(const char *words, const char *word)
{
	size_t n = strlen(word);
	for (const char *w = words; *w;) {
		size_t k = strcspn(w, " ");
		if (k == n && !memcmp(w, word, n))
			return true;
		w += k;
		w += *w == ' ';
	}
	return false;
}

static Obj *declared(Obj *o)
{
	return o && o->kind == O_FUNC && o->u.fn.origin ? o->u.fn.origin : o;
}

Obj *vet_used(const Node *x)
{
	x = node_unparen((Node *)x);
	switch ((NodeKind)x->kind) {
	case N_NAME: return declared(x->u.name.obj);
	case N_SELECTOR: return declared(x->u.sel.sel ? x->u.sel.sel->obj : x->u.sel.name->u.name.obj);
	case N_INDEX: return x->flags & NF_IS_TYPE ? NULL : vet_used(x->u.index.x);
	default: return NULL;
	}
}

Obj *vet_callee(const Node *call)
{
	if (call->kind != N_CALL || call->flags & NF_CONVERSION)
		return NULL;
	const Node *fun = node_unparen(call->u.call.fun);
	if (fun->kind == N_INDEX && (!fun->u.index.x->type || type_unalias(fun->u.index.x->type)->kind != K_FUNC))
		return NULL;            /* an element of a list of functions */
	Obj *o = vet_used(fun);
	return o && (o->kind == O_FUNC || o->kind == O_VAR || o->kind == O_BUILTIN) ? o : NULL;
}

bool vet_is_iface_method(const Node *fun)
{
	fun = node_unparen((Node *)fun);
	return fun->kind == N_SELECTOR && fun->u.sel.sel && fun->u.sel.sel->kind == SEL_IFACE_METHOD;
}

static Type *recv_type(const Obj *m)
{
	return m->type && m->type->kind == K_FUNC && m->type->u.fn.recv ? m->type->u.fn.recv->type : NULL;
}

Type *vet_recv_named(const Obj *m)
{
	Type *t = recv_type(m);
	if (!t)
		return NULL;
	t = type_unalias(t);
	if (t->kind == K_POINTER)
		t = type_unalias(t->u.pointer.elem);
	return t->kind == K_NAMED ? t : NULL;
}

bool vet_type_is(Type *t, const char *pkg, const char *names)
{
	t = t ? type_unalias(t) : NULL;
	return t && t->kind == K_NAMED && t->u.named.obj->pkg && !strcmp(t->u.named.obj->pkg->path, pkg) && word_in(names, t->u.named.obj->name->s);
}

bool vet_func_is(const Obj *f, const char *pkg, const char *names)
{
	return f && f->kind == O_FUNC && f->pkg && !recv_type(f) && !strcmp(f->pkg->path, pkg) && word_in(names, f->name->s);
}

bool vet_method_is(const Obj *f, const char *pkg, const char *type, const char *names)
{
	if (!f || f->kind != O_FUNC || !word_in(names, f->name->s))
		return false;
	Type *t = vet_recv_named(f);
	return t && vet_type_is(t, pkg, type);
}

const char *vet_full_name(const Node *fun, Obj *f)
{
	if (f->kind != O_FUNC)
		return f->name->s;
	Type *t = recv_type(f);
	fun = fun ? node_unparen((Node *)fun) : NULL;
	if (!t && fun && fun->kind == N_SELECTOR && fun->u.sel.sel)
		t = fun->u.sel.sel->recv;       /* method of an interface */
	if (t)
		return str_fmt("(%s).%s", type_str_full(t), f->name->s);
	return f->pkg ? str_fmt("%s.%s", f->pkg->path, f->name->s) : f->name->s;
}

bool vet_imports(const char *path)
{
	vec_each(&vet_pkg->imports, i)
		if (!strcmp(vet_pkg->imports.v[i]->path, path))
			return true;
	return false;
}

static bool pure_builtin(const Node *call)
{
	Obj *f = vet_callee(call);
	if (!f || f->kind != O_BUILTIN)
		return false;
	switch (f->u.builtin.id) {
	case B_CAP: case B_COMPLEX: case B_IMAG: case B_LEN: case B_MAKE: case B_MAX: case B_MIN: case B_NEW: case B_REAL:
	case B_UNSAFE_ADD: case B_UNSAFE_ALIGNOF: case B_UNSAFE_OFFSETOF: case B_UNSAFE_SIZEOF: case B_UNSAFE_SLICE: case B_UNSAFE_SLICEDATA:
	case B_UNSAFE_STRING: case B_UNSAFE_STRINGDATA:
		return true;
	default:
		return false;
	}
}

static bool find_effect(Node *n, void *arg)
{
	bool *none = arg;
	if (n->kind == N_FUNCLIT || n->kind == N_ARRAY_TYPE || n->kind == N_STRUCT_TYPE || n->kind == N_CHAN_TYPE || n->kind == N_FUNC_TYPE ||
	    n->kind == N_MAP_TYPE || n->kind == N_INTERFACE_TYPE)
		return false;
	if (n->kind == N_UNARY && n->op == T_ARROW)
		*none = false;
	if (n->kind == N_CALL && !(n->flags & NF_CONVERSION) && !pure_builtin(n))
		*none = false;
	return *none;
}

bool vet_no_effects(Node *x)
{
	bool none = true;
	node_walk(x, find_effect, &none);
	return none;
}

Sym *vet_string(const Node *x)
{
	return x->val && const_kind(x->val) == CV_STRING ? const_str(x->val) : NULL;
}

bool vet_implements(Type *t, Type *iface)
{
	return type_implements(t, iface, false, NULL);
}

bool vet_under_is(Type *t, Kind k)
{
	if (!t)
		return false;
	t = type_unalias(t);
	if (t->kind == K_TYPEPARAM)
		return k == K_INTERFACE;
	Type *u = type_under(t);
	return u && u->kind == k;
}

int vet_version(void)
{
	const char *v = file_go_version(vet_file, vet_pkg);
	return v && !strncmp(v, "go1.", 4) ? atoi(v + 4) : 99;
}

static bool add_term(Type *t, bool tilde, void *arg)
{
	VetTerms *v = arg;
	if (t)
		vec_push(&v->v, (VetTerm){ t, tilde });
	return true;
}

VetTerms vet_terms(Type *t)
{
	VetTerms v = { 0 };
	if (type_unalias(t)->kind == K_TYPEPARAM)
		(void)typeset_each(type_unalias(t), add_term, &v);
	else
		vec_push(&v.v, (VetTerm){ t, false });
	return v;
}

/* ---- declarations ---------------------------------------------------------------------------------------------------------------- */

static Map values;                      /* variable -> expression it is declared with */
static Package *values_of;

static bool note_value(Node *n, void *arg)
{
	NodeVec *names = n->kind == N_ASSIGN && n->flags & NF_DEFINE ? &n->u.assign.lhs : n->kind == N_VAR ? &n->u.val.names : NULL;
	NodeVec *rhs = n->kind == N_ASSIGN ? &n->u.assign.rhs : &n->u.val.values;
	for (int i = 0; names && names->n == rhs->n && i < names->n; i++) {
		Obj *o = names->v[i]->kind == N_NAME ? names->v[i]->u.name.obj : NULL;
		if (o && o->kind == O_VAR && !map_has(&values, MAP_KEY(o)))
			map_set(&values, MAP_KEY(o), rhs->v[i]);
	}
	return true;
}

Node *vet_declared_with(const Obj *o)
{
	if (!o || o->kind != O_VAR)
		return NULL;
	if (values_of != vet_pkg) {
		FileNode *at = vet_file;
		values = (Map){ 0 };
		values_of = vet_pkg;
		vet_walk(note_value, NULL);
		vet_file = at;
	}
	return map_get(&values, MAP_KEY(o));
}
