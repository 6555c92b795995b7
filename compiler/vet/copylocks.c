/* copylocks.c: values that contain a lock, copied: assigned, passed, returned, ranged over.
 *
 * A lock is a struct whose pointer, but not itself, has Lock() and Unlock(). Calls and literals make fresh values and may be copied. */
#include "compiler/vet/vet.h"

static Type *locker;

typedef struct Path { VEC(const char *) v; } Path;      /* innermost first */

static const char *path_str(const Path *p)
{
	Buf b = { 0 };
	for (int i = p->v.n; i--;)
		buf_fmt(&b, "%s%s", p->v.v[i], i ? " contains " : "");
	return buf_take(&b);
}

/* Does t hold a lock, and through which types? */
static bool find_lock(Type *t, Map *seen, Path *out)
{
	if (!t || map_has(seen, MAP_KEY(t)))
		return false;
	map_set(seen, MAP_KEY(t), t);
	if (type_unalias(t)->kind == K_TYPEPARAM) {
		VetTerms terms = vet_terms(t);
		vec_each(&terms.v, i) {
			if (!find_lock(terms.v.v[i].type, seen, out))
				continue;
			if (terms.v.v[i].tilde)
				vec_last(&out->v) = str_fmt("~%s", vec_last(&out->v));
			vec_push(&out->v, type_str_full(t));
			return true;
		}
		return false;
	}
	while (vet_under_is(t, K_ARRAY))
		t = type_under(t)->u.array.elem;
	if (type_unalias(t)->kind == K_TUPLE) {
		TypeVec *v = &type_unalias(t)->u.tuple.types;
		vec_each(v, i)
			if (find_lock(v->v[i], seen, out)) {
				vec_push(&out->v, type_str_full(t));
				return true;
			}
		return false;
	}
	if (!vet_under_is(t, K_STRUCT))
		return false;
	if ((vet_implements(type_pointer(t), locker) && !vet_implements(t, locker)) || vet_type_is(t, "sync", "noCopy")) {
		vec_push(&out->v, type_str_full(t));
		return true;
	}
	Type *st = type_under(t);
	vec_each(&st->u.st.fields, i)
		if (find_lock(st->u.st.fields.v[i].type, seen, out)) {
			vec_push(&out->v, type_str_full(t));
			return true;
		}
	return false;
}

static const char *lock_in(Type *t)
{
	Map seen = { 0 };
	Path p = { 0 };
	return find_lock(t, &seen, &p) ? path_str(&p) : NULL;
}

static const char *lock_copied(const Node *x)
{
	x = node_unparen((Node *)x);
	if (x->kind == N_COMPOSITE || x->kind == N_CALL || x->flags & NF_IS_TYPE || x->flags & NF_VOID)
		return NULL;
	if (x->kind == N_STAR && node_unparen(x->u.x.x)->kind == N_CALL)
		return NULL;
	return lock_in(x->type);
}

static void check_assign(const Node *n)
{
	bool found = false;
	vec_each(&n->u.assign.rhs, i) {
		const char *p = lock_copied(n->u.assign.rhs.v[i]);
		if (!p || i >= n->u.assign.lhs.n)
			continue;
		vet_at(n->u.assign.rhs.v[i], "assignment copies lock value to %s: %s", vet_text(n->u.assign.lhs.v[i]), p);
		found = true;
	}
	Node *loop = vet_up(0);
	if (found || !(n->flags & NF_DEFINE) || vet_version() < 22 || !loop || loop->kind != N_FOR || loop->u.forr.init != n)
		return;
	vec_each(&n->u.assign.lhs, i) {
		Node *l = n->u.assign.lhs.v[i];
		Obj *o = l->kind == N_NAME && !SYM_IS(l->u.name.sym, "_") ? l->u.name.obj : NULL;
		const char *p = o ? lock_in(o->type) : NULL;
		if (p)
			vet_at(l, "for loop iteration copies lock value to %s: %s", vet_text(l), p);
	}
}

static void check_call(const Node *n)
{
	const Node *fun = n->u.call.fun;
	Obj *f = fun->kind == N_NAME || fun->kind == N_SELECTOR ? vet_used(fun) : NULL;
	if (f && f->kind == O_BUILTIN &&
	    (f->u.builtin.id == B_LEN || f->u.builtin.id == B_CAP || f->u.builtin.id == B_UNSAFE_SIZEOF || f->u.builtin.id == B_UNSAFE_OFFSETOF ||
	     f->u.builtin.id == B_UNSAFE_ALIGNOF))
		return;
	vec_each(&n->u.call.args, i) {
		const char *p = lock_copied(n->u.call.args.v[i]);
		if (p)
			vet_at(n->u.call.args.v[i], "call of %s copies lock value: %s", vet_text(fun), p);
	}
}

static void check_params(const char *name, const Node *ftype)
{
	const char *p;
	Node *recv = ftype->u.functype.recv, *last = NULL;
	if (recv && (p = lock_in(recv->u.field.type->type)))
		vet_at(recv->u.field.type, "%s passes lock by value: %s", name, p);
	vec_each(&ftype->u.functype.params, i) {
		Node *t = ftype->u.functype.params.v[i]->u.field.type;
		if (t != last && t->kind != N_DOTS_TYPE && (p = lock_in(t->type)))
			vet_at(t, "%s passes lock by value: %s", name, p);
		last = t;
	}
}

static void check_range_var(const Node *n, bool define)
{
	if (!n || (n->kind == N_NAME && SYM_IS(n->u.name.sym, "_")) || (define && n->kind != N_NAME))
		return;
	Type *t = define ? n->u.name.obj ? n->u.name.obj->type : NULL : n->type;
	const char *p = t ? lock_in(t) : NULL;
	if (p)
		vet_at(n, "range var %s copies lock: %s", vet_text(n), p);
}

static bool visit(Node *n, void *arg)
{
	const char *p;
	switch ((NodeKind)n->kind) {
	case N_RANGE_CLAUSE:
		check_range_var(n->u.range.key, n->flags & NF_DEFINE);
		check_range_var(n->u.range.value, n->flags & NF_DEFINE);
		break;
	case N_FUNC: check_params(n->u.fdecl.name->u.name.sym->s, n->u.fdecl.type); break;
	case N_FUNCLIT: check_params("func", n->u.func.type); break;
	case N_CALL: check_call(n); break;
	case N_ASSIGN: check_assign(n); break;
	case N_VAR:
		vec_each(&n->u.val.values, i)
			if ((p = lock_copied(n->u.val.values.v[i])))
				vet_at(n->u.val.values.v[i], "variable declaration copies lock value to %s: %s", n->u.val.names.v[i]->u.name.sym->s, p);
		break;
	case N_COMPOSITE:
		vec_each(&n->u.comp.elems, i) {
			Node *x = n->u.comp.elems.v[i]->kind == N_KEYVALUE ? n->u.comp.elems.v[i]->u.kv.value : n->u.comp.elems.v[i];
			if ((p = lock_copied(x)))
				vet_at(x, "literal copies lock value from %s: %s", vet_text(x), p);
		}
		break;
	case N_RETURN:
		vec_each(&n->u.ret.results, i)
			if ((p = lock_copied(n->u.ret.results.v[i])))
				vet_at(n->u.ret.results.v[i], "return copies lock value: %s", p);
		break;
	default: break;
	}
	return true;
}

static Type *make_locker(void)
{
	Type *t = type_new(K_INTERFACE);
	static const char *const names[] = { "Lock", "Unlock" };
	for (int i = 0; i < 2; i++) {
		Type *f = type_new(K_FUNC);
		vec_push(&t->u.iface.methods, (Method){ sym(names[i]), NULL, f, 0, NULL });
	}
	t->u.iface.complete = true;
	return t;
}

void vet_copylocks(void)
{
	if (!locker)
		locker = make_locker();
	vet_walk(visit, NULL);
}
