/* lookup.c: fields and methods by name, method sets, which methods are missing.
 *
 * Lookup walks embedded fields breadth first. At each depth a name must be unique; a type met again deeper is hidden by its first
 * appearance; a type that appears several times at one depth makes everything found through it ambiguous. */
#include <stdlib.h>
#include <strings.h>
#include "compiler/types/types.h"

typedef struct Step Step;
struct Step {           /* one embedded type at the current depth */
	Step *next, *up;
	Type *t;
	int index;      /* field of up that leads here */
	int depth;
	bool indirect, multiple;
};

static Arena scratch;

bool name_fold_eq(Sym *a, Sym *b) { return a->n == b->n && !strcasecmp(a->s, b->s); }

int named_method_index(Type *named, Package *pkg, Sym *name, bool fold_case)
{
	Type *orig = named->u.named.orig;
	Obj *o = orig->u.named.obj;
	if (!orig->u.named.methods.n || SYM_IS(name, "_"))
		return -1;
	if (!fold_case && o->pkg != pkg && !name_exported(name))
		return -1;
	vec_each(&orig->u.named.methods, i) {
		Sym *m = orig->u.named.methods.v[i]->name;
		if (m == name || (fold_case && name_fold_eq(m, name)))
			return i;
	}
	return -1;
}

/* ---- methods of instances ------------------------------------------------------------------------------------------------------ */

static Obj *instance_method(Type *inst, Obj *m)
{
	if (types_resolve)
		types_resolve(m);
	Obj *copy = NEW(Obj);
	*copy = *m;
	copy->u.fn.origin = m->u.fn.origin ? m->u.fn.origin : m;
	copy->u.fn.recv_named = inst;
	if (!m->type || m->type->kind != K_FUNC)
		return copy;
	Type *sig = m->type;
	TypeVec *rt = &sig->u.fn.rtparams;
	Type *s = rt->n == inst->u.named.targs.n ? type_subst(sig, rt, &inst->u.named.targs) : sig;
	if (s == sig) {
		s = type_new(K_FUNC);
		s->u.fn = sig->u.fn;
	}
	s->u.fn.rtparams = (TypeVec){ 0 };
	Obj *recv = obj_new(O_VAR, sig->u.fn.recv ? sig->u.fn.recv->name : sym(""), m->pos, inst, m->pkg);
	recv->u.var.is_recv = true;
	if (func_ptr_recv(m))
		recv->type = type_pointer(inst);
	s->u.fn.recv = recv;
	copy->type = s;
	return copy;
}

Obj *named_method(Type *named, int i)
{
	Type *orig = named->u.named.orig;
	Obj *m = orig->u.named.methods.v[i];
	if (named == orig || !named->u.named.targs.n)
		return m;
	ObjVec *v = &named->u.named.methods;
	while (v->n < orig->u.named.methods.n)
		vec_push(v, NULL);
	if (v->v[i])
		return v->v[i];
	Obj *o = instance_method(named, m);
	/* a signature still being declared must not be kept */
	if (o->type && !m->color && m->type->u.fn.recv)
		named->u.named.methods.v[i] = o;
	return o;
}

/* ---- lookup ------------------------------------------------------------------------------------------------------------------------ */

static bool seen_before(Type **seen, int n, Type *t)
{
	for (int i = 0; i < n; i++)
		if (seen[i] == t || (t->u.named.targs.n && type_same(seen[i], t)))
			return true;
	return false;
}

/* Merges equal types of one depth; the first of them is marked. */
static Step *consolidate(Step *list)
{
	if (!list || !list->next)
		return list;
	for (Step *a = list; a; a = a->next)
		for (Step **p = &a->next; *p;) {
			if (type_same((*p)->t, a->t)) {
				a->multiple = true;
				*p = (*p)->next;
			} else {
				p = &(*p)->next;
			}
		}
	return list;
}

static void give_path(const Step *s, int last, int **path, int *npath)
{
	int n = s->depth + (last >= 0);
	if (npath)
		*npath = n;
	if (!path)
		return;
	*path = arena_array(&build_arena, int, n ? n : 1);
	if (last >= 0)
		(*path)[--n] = last;
	for (; s->up; s = s->up)
		(*path)[--n] = s->index;
}

static Type *split_pointer(Type *t, bool *is_ptr)
{
	t = type_unalias(t);
	*is_ptr = t->kind == K_POINTER;
	return *is_ptr ? type_unalias(t->u.pointer.elem) : t;
}

/* What one type at the current depth offers. last: field index, or -1 for methods. */
static Obj *find_here(Step *e, Package *pkg, Sym *name, bool fold, int *last, Step ***tail, bool found)
{
	Type *t = e->t;
	*last = -1;
	if (t->kind == K_NAMED) {
		int i = named_method_index(t, pkg, name, fold);
		if (i >= 0)
			return named_method(t, i);
	}
	Type *u = type_under(t);
	if (u->kind == K_INTERFACE) {
		Method *m = typeset_method(iface_set(u), pkg, name, NULL, fold);
		return m ? method_obj(m) : NULL;
	}
	if (u->kind != K_STRUCT)
		return NULL;
	Obj *o = NULL;
	vec_each(&u->u.st.fields, i) {
		Field *f = &u->u.st.fields.v[i];
		if (fold ? name_fold_eq(f->name, name) : f->name == name && same_name(f->name, f->pkg, name, pkg)) {
			*last = i;
			o = field_obj(u, i);
			continue;
		}
		if (!f->embedded || o || found)
			continue;
		bool is_ptr;
		Type *ft = split_pointer(f->type, &is_ptr);
		if (ft->kind != K_NAMED && ft->kind != K_STRUCT && ft->kind != K_INTERFACE)
			continue;
		Step *s = arena_new(&scratch, Step);
		*s = (Step){ .up = e, .t = ft, .index = i, .depth = e->depth + 1, .indirect = e->indirect || is_ptr, .multiple = e->multiple };
		**tail = s;
		*tail = &s->next;
	}
	return o;
}

static Obj *lookup_impl(Type *t, bool addressable, Package *pkg, Sym *name, bool fold, int **path, int *npath, bool *indirect, bool *ambiguous)
{
	bool is_ptr, ignore;
	indirect = indirect ? indirect : &ignore;
	ambiguous = ambiguous ? ambiguous : &ignore;
	*indirect = *ambiguous = false;
	if (SYM_IS(name, "_"))
		return NULL;
	Type *base = split_pointer(t, &is_ptr);
	if (is_ptr && type_under(base)->kind == K_INTERFACE)
		return NULL;
	if (!scratch.top)
		arena_alloc(&scratch, 1);       /* a mark in an empty arena would give the chunk back each time */
	Mark mark = arena_mark(&scratch);
	Step first = { .t = base, .indirect = is_ptr };
	Type *seen_buf[16], **seen = seen_buf;
	int nseen = 0, cap = ARRAY_LEN(seen_buf);
	Obj *found = NULL;
	Step *from = NULL;
	int at = -1;
	for (Step *cur = &first; cur && !found;) {
		Step *next = NULL, **tail = &next;
		for (Step *e = cur; e; e = e->next) {
			if (e->t->kind == K_NAMED) {
				if (seen_before(seen, nseen, e->t))
					continue;
				if (nseen == cap) {
					Type **more = arena_array(&scratch, Type *, cap * 2);
					memcpy(more, seen, sizeof *seen * (size_t)nseen);
					seen = more;
					cap *= 2;
				}
				seen[nseen++] = e->t;
			}
			int last;
			Obj *o = find_here(e, pkg, name, fold, &last, &tail, found != NULL);
			if (!o)
				continue;
			if (found || e->multiple) {
				*ambiguous = true;
				arena_rewind(&scratch, mark);
				return NULL;
			}
			found = o;
			from = e;
			at = last;
		}
		cur = consolidate(next);
	}
	if (found && found->kind == O_FUNC && func_ptr_recv(found) && !from->indirect && !addressable) {
		*indirect = true;
		found = NULL;
	} else if (found) {
		*indirect = from->indirect;
		if (path || npath)
			give_path(from, at, path, npath);
	}
	arena_rewind(&scratch, mark);
	return found;
}

/* A defined pointer type has the fields of its base, not the methods. */
static Obj *lookup_any(Type *t, bool addressable, Package *pkg, Sym *name, bool fold, int **path, int *npath, bool *indirect, bool *ambiguous)
{
	Type *n = type_unalias(t);
	Type *p = n->kind == K_NAMED ? type_under(n) : NULL;
	if (!p || p->kind != K_POINTER)
		return lookup_impl(t, addressable, pkg, name, fold, path, npath, indirect, ambiguous);
	Obj *o = lookup_impl(p, false, pkg, name, fold, path, npath, indirect, ambiguous);
	if (o && o->kind == O_FUNC) {
		if (indirect)
			*indirect = false;
		return NULL;
	}
	return o;
}

Obj *lookup_field_or_method(Type *t, bool addressable, Package *pkg, Sym *name, int **path, int *npath, bool *indirect, bool *ambiguous)
{
	return lookup_any(t, addressable, pkg, name, false, path, npath, indirect, ambiguous);
}

Obj *lookup_fold(Type *t, bool addressable, Package *pkg, Sym *name)
{
	return lookup_any(t, addressable, pkg, name, true, NULL, NULL, NULL, NULL);
}

/* ---- missing methods --------------------------------------------------------------------------------------------------------------------- */

enum { M_OK, M_NOT_FOUND, M_WRONG_NAME, M_UNEXPORTED, M_WRONG_SIG, M_AMBIGUOUS, M_PTR_RECV, M_FIELD };

static bool iface_ptr(Type *t)
{
	Type *u = type_under(t);
	return u->kind == K_POINTER && type_is_interface(u->u.pointer.elem);
}

const char *iface_ptr_error(Type *t)
{
	return type_is_tparam(type_under(t)->u.pointer.elem)
		? str_fmt("type %s is pointer to type parameter, not type parameter", type_str(t))
		: str_fmt("type %s is pointer to interface, not interface", type_str(t));
}

static const char *missing_text(int state, Type *v, Type *t, Method *m, Obj *f)
{
	const char *name = m->name->s;
	switch (state) {
	case M_NOT_FOUND:
		return iface_ptr(v) ? str_fmt("(%s)", iface_ptr_error(v)) : iface_ptr(t) ? str_fmt("(%s)", iface_ptr_error(t)) : str_fmt("(missing method %s)", name);
	case M_WRONG_NAME:
		return str_fmt("(missing method %s)\n\t\thave %s\n\t\twant %s", name, func_str(f, false), func_str(method_obj(m), false));
	case M_UNEXPORTED:
		return str_fmt("(unexported method %s)", name);
	case M_WRONG_SIG: {
		const char *have = func_str(f, false), *want = func_str(method_obj(m), false);
		if (!strcmp(have, want)) {
			have = func_str(f, true);
			want = func_str(method_obj(m), true);
		}
		return !strcmp(have, want) ? str_fmt("(wrong type for method %s)", name)
			: str_fmt("(wrong type for method %s)\n\t\thave %s\n\t\twant %s", name, have, want);
	}
	case M_AMBIGUOUS:
		return str_fmt("(ambiguous selector %s.%s)", type_str(v), name);
	case M_PTR_RECV:
		return str_fmt("(method %s has pointer receiver)", name);
	case M_FIELD:
		return str_fmt("(%s.%s is a field, not a method)", type_str(v), name);
	}
	return "";
}

static int concrete_state(Type *v, Method *m, bool (*eq)(Type *, Type *, void *), void *arg, Obj **f)
{
	bool indirect, ambiguous;
	Obj *o = lookup_impl(v, false, m->pkg, m->name, false, NULL, NULL, &indirect, &ambiguous);
	if (!o) {
		if (ambiguous)
			return M_AMBIGUOUS;
		if (indirect)
			return M_PTR_RECV;
		o = lookup_impl(v, false, m->pkg, m->name, true, NULL, NULL, NULL, NULL);
		if (!o || o->kind != O_FUNC)
			return M_NOT_FOUND;
		*f = o;
		return o->name == m->name ? M_UNEXPORTED : M_WRONG_NAME;
	}
	if (o->kind != O_FUNC)
		return M_FIELD;
	*f = o;
	if (types_resolve)
		types_resolve(o);
	return o->type && eq(o->type, m->type, arg) ? M_OK : M_WRONG_SIG;
}

static bool same_arg(Type *a, Type *b, void *arg)
{
	(void)arg;
	return type_same(a, b);
}

Method *missing_method(Type *v, Type *iface, bool is_static, bool (*eq)(Type *, Type *, void *), void *arg, const char **cause, bool *wrong_type)
{
	TypeSet *want = iface_set(iface);
	if (wrong_type)
		*wrong_type = false;
	if (!want->methods.n)
		return NULL;
	if (!eq)
		eq = same_arg;
	Type *u = type_under(v);
	TypeSet *have = u->kind == K_INTERFACE ? iface_set(u) : NULL;
	vec_each(&want->methods, i) {
		Method *m = &want->methods.v[i];
		Obj *f = NULL;
		int state = M_OK;
		if (have) {
			Method *hm = typeset_method(have, m->pkg, m->name, NULL, false);
			if (hm) {
				f = method_obj(hm);
				state = eq(hm->type, m->type, arg) ? M_OK : M_WRONG_SIG;
			} else if (is_static) {
				state = M_NOT_FOUND;
			}
		} else {
			state = concrete_state(v, m, eq, arg, &f);
		}
		if (state == M_OK)
			continue;
		if (cause) {
			if (f && types_resolve)
				types_resolve(f);
			*cause = missing_text(state, v, iface, m, f);
		}
		if (wrong_type)
			*wrong_type = state == M_WRONG_SIG || state == M_PTR_RECV;
		return m;
	}
	return NULL;
}

Method *type_missing_method(Type *v, Type *iface, bool is_static, const char **cause)
{
	return missing_method(v, iface, is_static, NULL, NULL, cause, NULL);
}

static bool has_invalid_embedded(Type *t, int depth)
{
	Type *p = type_under(t);
	if (p->kind == K_POINTER)
		p = type_under(p->u.pointer.elem);
	if (p->kind != K_STRUCT || depth > 20)
		return false;
	vec_each(&p->u.st.fields, i) {
		Field *f = &p->u.st.fields.v[i];
		if (f->embedded && (type_unalias(f->type) == t_invalid || has_invalid_embedded(f->type, depth + 1)))
			return true;
	}
	return false;
}

bool has_all_methods(Type *v, Type *t, bool is_static, bool (*eq)(Type *, Type *, void *), void *arg, const char **cause)
{
	if (type_unalias(v) == t_invalid)
		return true;
	return !missing_method(v, t, is_static, eq, arg, cause, NULL) || has_invalid_embedded(v, 0);
}

/* ---- method sets ---------------------------------------------------------------------------------------------------------------------------- */

static void collect_names(Type *t, Map *done, MethodSet *out)
{
	bool is_ptr;
	t = split_pointer(t, &is_ptr);
	if (map_has(done, MAP_KEY(t)))
		return;
	map_set(done, MAP_KEY(t), t);
	if (t->kind == K_NAMED) {
		ObjVec *m = &t->u.named.orig->u.named.methods;
		vec_each(m, i)
			vec_push(&out->v, (MethodSetEnt){ .name = m->v[i]->name, .pkg = m->v[i]->pkg });
	}
	Type *u = type_under(t);
	if (u->kind == K_STRUCT)
		vec_each(&u->u.st.fields, i)
			if (u->u.st.fields.v[i].embedded)
				collect_names(u->u.st.fields.v[i].type, done, out);
	if (u->kind == K_INTERFACE) {
		TypeSet *s = iface_set(u);
		vec_each(&s->methods, i)
			vec_push(&out->v, (MethodSetEnt){ .name = s->methods.v[i].name, .pkg = s->methods.v[i].pkg });
	}
}

static int cmp_ents(const void *a, const void *b)
{
	const MethodSetEnt *x = a, *y = b;
	return method_order(x->name, x->pkg, y->name, y->pkg);
}

static Type *without_recv(Type *sig)
{
	if (!sig->u.fn.recv)
		return sig;
	Type *t = type_new(K_FUNC);
	t->u.fn = sig->u.fn;
	t->u.fn.recv = NULL;
	t->u.fn.rtparams = (TypeVec){ 0 };
	return t;
}

MethodSet *method_set(Type *t)
{
	static Map cache;
	t = type_canon(t);
	MethodSet *s = map_get(&cache, MAP_KEY(t));
	if (s)
		return s;
	s = NEW(MethodSet);
	map_set(&cache, MAP_KEY(t), s);
	MethodSet all = { 0 };
	Map done = { 0 };
	collect_names(t, &done, &all);
	if (all.v.n > 1)
		qsort(all.v.v, (size_t)all.v.n, sizeof *all.v.v, cmp_ents);
	vec_each(&all.v, i) {
		MethodSetEnt e = all.v.v[i];
		if (i && !cmp_ents(&all.v.v[i - 1], &e))
			continue;
		e.obj = lookup_field_or_method(t, false, e.pkg, e.name, &e.path, &e.npath, &e.indirect, NULL);
		if (!e.obj || e.obj->kind != O_FUNC || !e.obj->type || e.obj->type->u.fn.tparams.n)
			continue;       /* hidden, ambiguous, needs a pointer, or generic */
		e.type = without_recv(e.obj->type);
		vec_push(&s->v, e);
	}
	return s;
}
