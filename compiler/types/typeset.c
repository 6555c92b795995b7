/* typeset.c: what an interface stands for: its methods and the set of types it admits.
 *
 * A set of types is a list of disjoint terms T or ~T, or everything. An interface's set is the intersection over its elements, a union's the
 * union over its terms. Sets are computed on demand and kept; while an interface is still being declared its set reads as "everything" and is
 * not kept, so that follow-up errors stay away. */
#include <stdlib.h>
#include "compiler/types/check.h"

typedef struct Terms { bool all; VEC(Term) v; } Terms;

static TypeSet top_set = { .all_types = true };

/* ---- terms ------------------------------------------------------------------------------------------------------------------- */

bool term_disjoint(Term a, Term b)
{
	Type *x = b.tilde ? type_under(a.type) : a.type, *y = a.tilde ? type_under(b.type) : b.type;
	return !type_same(x, y);
}

static bool term_includes(Term x, Type *t) { return type_same(x.type, x.tilde ? type_under(t) : t); }
static bool term_subset(Term x, Term y) { return !term_disjoint(x, y) && (!x.tilde || y.tilde); }

/* Adds t unless covered; drops terms it covers. */
static void terms_add(Terms *s, Term t)
{
	if (s->all)
		return;
	vec_each(&s->v, i) {
		Term *old = &s->v.v[i];
		if (!term_disjoint(*old, t)) {
			if (!old->tilde && t.tilde)
				*old = t;
			else
				return;
			/* a wider term may now swallow later ones */
			int w = i + 1;
			for (int k = i + 1; k < s->v.n; k++)
				if (term_disjoint(s->v.v[k], t))
					s->v.v[w++] = s->v.v[k];
			s->v.n = w;
			return;
		}
	}
	vec_push(&s->v, t);
}

static Terms terms_meet(const Terms *x, const Terms *y)
{
	if (x->all)
		return *y;
	if (y->all)
		return *x;
	Terms r = { 0 };
	vec_each(&x->v, i)
		vec_each(&y->v, k) {
			Term a = x->v.v[i], b = y->v.v[k];
			if (!term_disjoint(a, b))
				terms_add(&r, !a.tilde || b.tilde ? a : b);
		}
	return r;
}

static bool terms_subset(const TypeSet *x, const TypeSet *y)
{
	if (y->all_types)
		return true;
	if (x->all_types)
		return false;
	vec_each(&x->terms, i) {
		bool in = false;
		for (int k = 0; k < y->terms.n && !in; k++)
			in = term_subset(x->terms.v[i], y->terms.v[k]);
		if (!in)
			return false;
	}
	return true;
}

bool typeset_subset(const TypeSet *x, const TypeSet *y) { return terms_subset(x, y); }

bool typeset_same_terms(const TypeSet *x, const TypeSet *y)
{
	return x == y || (terms_subset(x, y) && terms_subset(y, x));
}

bool typeset_includes(const TypeSet *s, Type *t)
{
	if (s->all_types)
		return true;
	vec_each(&s->terms, i)
		if (term_includes(s->terms.v[i], t))
			return true;
	return false;
}

bool typeset_is_empty(const TypeSet *s) { return !s->all_types && !s->terms.n; }
bool typeset_has_terms(const TypeSet *s) { return !s->all_types && s->terms.n; }

/* ---- methods -------------------------------------------------------------------------------------------------------------------- */

/* Exported names first, then by name, then by package. */
int method_order(Sym *a, Package *apkg, Sym *b, Package *bpkg)
{
	if (a == b)
		return apkg == bpkg || name_exported(a) ? 0 : strcmp(apkg ? apkg->path : "", bpkg ? bpkg->path : "");
	bool ea = name_exported(a), eb = name_exported(b);
	return ea != eb ? (ea ? -1 : 1) : strcmp(a->s, b->s);
}

static int cmp_methods(const void *a, const void *b)
{
	const Method *x = a, *y = b;
	return method_order(x->name, x->pkg, y->name, y->pkg);
}

struct dup_check { Pos pos, other_pos; Type *a, *b; Sym *name; };

static void report_duplicate(Pos pos, Pos other, Sym *name)
{
	if (other)
		diag_at(pos, "duplicate method %s\n\t%s: other declaration of method %s", name->s, pos_str(other), name->s);
	else
		diag_at(pos, "duplicate method %s", name->s);
}

static void check_duplicate(void *arg)
{
	struct dup_check *d = arg;
	if ((d->pos && !version_ok("go1.14")) || !type_same(d->a, d->b))
		report_duplicate(d->pos, d->other_pos, d->name);
}

typedef struct PosVec { Pos *v; int n, cap; Map names; } PosVec;        /* names: of the methods, when there are many */

static void add_method(TypeSet *s, PosVec *where, Pos pos, Method m, bool is_explicit)
{
	bool fresh = false;
	if (s->methods.n > 8) {
		for (int i = where->names.n ? s->methods.n : 0; i < s->methods.n; i++)
			map_set(&where->names, MAP_KEY(s->methods.v[i].name), s);
		fresh = !map_has(&where->names, MAP_KEY(m.name));
		map_set(&where->names, MAP_KEY(m.name), s);
	}
	for (int i = 0; !fresh && i < s->methods.n; i++) {
		Method *old = &s->methods.v[i];
		if (!same_name(old->name, old->pkg, m.name, m.pkg))
			continue;
		if (is_explicit) {
			report_duplicate(pos, where->v[i], m.name);
			return;
		}
		if (old->obj == m.obj && (!pos || version_ok("go1.14")))
			return;
		struct dup_check *d = NEW(struct dup_check);
		*d = (struct dup_check){ pos, where->v[i], m.type, old->type, m.name };
		if (types_later)
			types_later(check_duplicate, d);
		else
			check_duplicate(d);
		return;
	}
	vec_push(&s->methods, m);
	vec_push(where, pos);
}

Method *typeset_method(const TypeSet *s, Package *pkg, Sym *name, int *index, bool fold_case)
{
	vec_each(&s->methods, i) {
		Method *m = &s->methods.v[i];
		if (fold_case ? name_fold_eq(m->name, name) : same_name(m->name, m->pkg, name, pkg)) {
			if (index)
				*index = i;
			return m;
		}
	}
	return NULL;
}

/* ---- computing sets ------------------------------------------------------------------------------------------------------------------ */

static bool version_gate(Pos pos, const char *what, Type *t)
{
	if (!pos || version_ok("go1.18"))
		return true;
	ck_err(pos, "embedding %s %s requires go1.18 or later", what, type_str(t));
	return false;
}

/* False: too many terms, reported. */
static bool union_terms(Type *uni, Pos pos, Terms *out)
{
	vec_each(&uni->u.uni.terms, i) {
		Term t = uni->u.uni.terms.v[i];
		Type *u = type_under(t.type);
		if (u->kind == K_INVALID)
			continue;
		if (u->kind == K_INTERFACE) {
			TypeSet *s = iface_set(u);
			if (s->all_types)
				out->all = true;
			else
				vec_each(&s->terms, k)
					terms_add(out, s->terms.v[k]);
		} else if (!t.tilde || type_same(t.type, u)) {
			terms_add(out, t);
		}
		if (out->v.n > UNION_TERM_MAX) {
			diag_at(pos, "cannot handle more than %d union terms (implementation limitation)", UNION_TERM_MAX);
			return false;
		}
	}
	return true;
}

static void keep_comparable(Terms *t)
{
	int w = 0;
	Terms old = *t;
	t->v.v = NULL;
	t->v.n = t->v.cap = 0;
	vec_each(&old.v, i)
		if (type_strictly_comparable(old.v.v[i].type)) {
			vec_push(&t->v, old.v.v[i]);
			w++;
		}
}

static void embed(TypeSet *s, PosVec *where, Terms *all, Type *e, Pos pos)
{
	Terms terms = { 0 };
	bool comparable = false;
	Type *u = type_under(e);
	if (u->kind == K_INVALID)
		return;
	if (u->kind == K_INTERFACE) {
		TypeSet *es = iface_set(u);
		if (pos && !version_ok("go1.18") && iface_is_constraint(u) && !version_gate(pos, "constraint interface", e))
			return;
		comparable = es->comparable;
		enum { MAX_EMBEDDING = 1000 };  /* every level repeats the methods of those below */
		s->depth = MAX(s->depth, es->depth + 1);
		if (s->depth > MAX_EMBEDDING) {
			if (s->depth == MAX_EMBEDDING + 1)
				diag_at(pos, "interface embedding nested too deep (limit %d)", MAX_EMBEDDING);
			return;
		}
		vec_each(&es->methods, i)
			add_method(s, where, pos, es->methods.v[i], false);
		terms.all = es->all_types;
		terms.v.v = es->terms.v;
		terms.v.n = es->terms.n;
		terms.v.cap = es->terms.n;
	} else if (u->kind == K_UNION) {
		if (!version_gate(pos, "interface element", u) || !union_terms(u, pos, &terms))
			return;
	} else {
		if (!version_gate(pos, "non-interface type", e))
			return;
		vec_push(&terms.v, (Term){ false, e });
	}
	*all = terms_meet(all, &terms);
	s->comparable |= comparable;
	if (s->comparable && !all->all) {
		keep_comparable(all);
		s->comparable = false;
	}
}

TypeSet *iface_set(Type *iface)
{
	Type *t = type_under(iface);
	if (t->kind != K_INTERFACE)
		return &top_set;
	if (t->u.iface.set)
		return t->u.iface.set;
	if (!t->u.iface.complete)
		return &top_set;
	TypeSet *s = NEW(TypeSet);
	s->all_types = true;
	t->u.iface.set = s;     /* ends recursion of invalid interfaces */
	PosVec where = { 0 };
	Terms all = { .all = true };
	vec_each(&t->u.iface.methods, i) {
		Method *m = &t->u.iface.methods.v[i];
		method_obj(m);
		add_method(s, &where, m->pos, *m, true);
	}
	vec_each(&t->u.iface.embeds, i)
		embed(s, &where, &all, t->u.iface.embeds.v[i], i < t->u.iface.embed_pos.n ? t->u.iface.embed_pos.v[i] : 0);
	s->all_types = all.all;
	if (!all.all) {
		s->terms.v = all.v.v;
		s->terms.n = s->terms.cap = all.v.n;
		s->empty = !all.v.n;
	}
	if (s->methods.n > 1)
		qsort(s->methods.v, (size_t)s->methods.n, sizeof *s->methods.v, cmp_methods);
	return s;
}

bool iface_is_constraint(Type *iface)
{
	TypeSet *s = iface_set(iface);
	return s->comparable || !s->all_types;
}

bool typeset_each(Type *t, bool (*fn)(Type *term, bool tilde, void *arg), void *arg)
{
	Type *p = type_unalias(t);
	if (p->kind != K_TYPEPARAM)
		return fn(t, false, arg);
	TypeSet *s = iface_set(tparam_iface(p));
	if (!typeset_has_terms(s))
		return fn(NULL, false, arg);
	vec_each(&s->terms, i)
		if (!fn(s->terms.v[i].type, s->terms.v[i].tilde, arg))
			return false;
	return true;
}
