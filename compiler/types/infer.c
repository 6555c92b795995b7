/* infer.c: finds the type arguments a call leaves out.
 *
 * Three sources, in this order: typed arguments against parameter types; constraints with a core type or methods, until nothing new comes;
 * default types of untyped constants. What was found may mention other parameters ([]P for a constraint interface{ []P }): substitution goes on
 * until nothing changes, after parameters that would need themselves have been given up. */
#include "compiler/types/unify.h"

/* ---- does a type mention parameters -------------------------------------------------------------------------------------------- */

typedef struct Visit { Type *t; const struct Visit *up; } Visit;

static bool mentions(Type *t, const TypeVec *p, const Visit *up);

static bool any_mentions(const TypeVec *v, const TypeVec *p, const Visit *up)
{
	vec_each(v, i)
		if (mentions(v->v[i], p, up))
			return true;
	return false;
}

static bool objs_mention(const ObjVec *v, const TypeVec *p, const Visit *up)
{
	vec_each(v, i)
		if (mentions(v->v[i]->type, p, up))
			return true;
	return false;
}

static bool iface_mentions(Type *t, const TypeVec *p, const Visit *up)
{
	for (const Visit *v = up; v; v = v->up)
		if (v->t == t)
			return false;
	Visit here = { t, up };
	TypeSet *s = iface_set(t);
	vec_each(&s->methods, i)
		if (mentions(s->methods.v[i].type, p, &here))
			return true;
	if (typeset_has_terms(s))
		vec_each(&s->terms, i)
			if (mentions(s->terms.v[i].type, p, &here))
				return true;
	return false;
}

static bool mentions(Type *t, const TypeVec *p, const Visit *up)
{
	if (!t || !type_has_tparam(t))
		return false;
	t = type_unalias(t);
	switch ((Kind)t->kind) {
	case K_TYPEPARAM:
		vec_each(p, i)
			if (p->v[i] == t)
				return true;
		return false;
	case K_ARRAY: return mentions(t->u.array.elem, p, up);
	case K_SLICE:
	case K_POINTER: return mentions(t->u.pointer.elem, p, up);
	case K_MAP: return mentions(t->u.map.key, p, up) || mentions(t->u.map.elem, p, up);
	case K_CHAN: return mentions(t->u.chan.elem, p, up);
	case K_STRUCT:
		vec_each(&t->u.st.fields, i)
			if (mentions(t->u.st.fields.v[i].type, p, up))
				return true;
		return false;
	case K_FUNC: return objs_mention(&t->u.fn.params, p, up) || objs_mention(&t->u.fn.results, p, up);
	case K_TUPLE: return any_mentions(&t->u.tuple.types, p, up);
	case K_NAMED: return any_mentions(&t->u.named.targs, p, up);
	case K_INTERFACE: return iface_mentions(t, p, up);
	case K_UNION:
		vec_each(&t->u.uni.terms, i)
			if (mentions(t->u.uni.terms.v[i].type, p, up))
				return true;
		return false;
	default: return false;
	}
}

bool type_mentions(Type *t, const TypeVec *tparams) { return mentions(t, tparams, NULL); }

/* ---- renaming and naming ------------------------------------------------------------------------------------------------------------ */

TypeVec tparams_rename(const TypeVec *tparams, Type **t)
{
	TypeVec fresh = { 0 };
	vec_each(tparams, i) {
		Obj *o = NEW(Obj);
		*o = *tparams->v[i]->u.tparam.obj;
		o->type = NULL;
		vec_push(&fresh, type_tparam(o, tparams->v[i]->u.tparam.index, NULL));
	}
	vec_each(tparams, i)
		fresh.v[i]->u.tparam.bound = type_subst(tparams->v[i]->u.tparam.bound, tparams, &fresh);
	if (t)
		*t = type_subst(*t, tparams, &fresh);
	return fresh;
}

const char *tparams_str(const TypeVec *p)
{
	Buf b = { 0 };
	vec_each(p, i) {
		if (i)
			buf_puts(&b, p->n == 2 ? " and " : i == p->n - 1 ? ", and " : ", ");
		buf_puts(&b, p->v[i]->u.tparam.obj->name->s);
	}
	return b.n ? buf_take(&b) : "";
}

/* ---- the search ------------------------------------------------------------------------------------------------------------------------ */

typedef struct Search {
	Pos pos;
	const TypeVec *tparams;
	Unifier u;
	bool reverse;
	Pos *err_pos;
	const char **err;
} Search;

static void fail(Search *s, Pos pos, const char *text)
{
	if (s->err_pos)
		*s->err_pos = pos;
	if (s->err)
		*s->err = text;
}

static void mismatch(Search *s, Type *par, Type *arg_type, Operand *arg)
{
	Pos at = arg->expr ? node_start(arg->expr) : s->pos;
	const char *a = type_str(arg_type), *e = arg->expr ? node_str(arg->expr) : "argument", *p = type_str(par);
	TypeVec got = unifier_inferred(&s->u);
	bool none = true;
	vec_each(&got, i)
		none &= !got.v[i];
	if (none) {
		fail(s, at, str_fmt("type %s of %s does not match %s (cannot infer %s)", a, e, p, tparams_str(s->tparams)));
		return;
	}
	Type *inferred = type_subst(par, s->tparams, &got);
	if (inferred == par)
		fail(s, at, str_fmt("type %s of %s does not match %s", a, e, p));
	else if (s->reverse)
		fail(s, at, str_fmt("inferred type %s for %s does not match type %s of %s", type_str(inferred), p, a, e));
	else
		fail(s, at, str_fmt("type %s of %s does not match inferred type %s for %s", a, e, type_str(inferred), p));
}

struct core { Type *t; bool tilde; int n; };

static bool core_step(Type *t, bool tilde, void *arg)
{
	struct core *c = arg;
	if (!t)
		return false;
	c->n++;
	c->t = t;
	c->tilde |= tilde;
	return true;
}

/* The core term of a constraint; *single when it names one specific type. */
static Type *core_term(Type *tparam, bool *single, bool *tilde)
{
	struct core c = { 0 };
	typeset_each(tparam, core_step, &c);
	*tilde = c.tilde;
	*single = c.n == 1;
	return *single ? c.t : type_common_under(tparam, NULL);
}

static bool eq_unify(Type *x, Type *y, void *arg) { return unifier_unify(arg, x, y, UNIFY_EXACT); }

static bool use_constraint(Search *s, Type *p)
{
	Type *tx = unifier_at(&s->u, p);
	bool single, tilde;
	Type *core = core_term(p, &single, &tilde);
	if (core && tx && !unifier_unify(&s->u, tx, core, 0)) {
		fail(s, s->pos, str_fmt("%s (type %s) does not satisfy %s", type_str(p), type_str(tx), type_str(p->u.tparam.bound)));
		return false;
	}
	if (core && !tx && single && !tilde)
		unifier_set(&s->u, p, core);
	if (tx && !type_mentions(tx, s->tparams)) {
		const char *cause = "";
		if (!has_all_methods(tx, tparam_iface(p), true, eq_unify, &s->u, &cause)) {
			fail(s, s->pos, str_fmt("%s (type %s) does not satisfy %s %s", type_str(p), type_str(tx), type_str(p->u.tparam.bound), cause));
			return false;
		}
	}
	return true;
}

static bool use_constraints(Search *s)
{
	for (;;) {
		int before = unifier_unknowns(&s->u);
		vec_each(s->tparams, i)
			if (!use_constraint(s, s->tparams->v[i]))
				return false;
		if (unifier_unknowns(&s->u) == before)
			return true;
	}
}

/* Parameters that only untyped arguments speak for take the default type of the largest kind among them. */
static bool use_untyped(Search *s, Type **par, Operand **args, const IntVec *untyped)
{
	Type **max = arena_array(&build_arena, Type *, s->tparams->n);
	vec_each(untyped, k) {
		Type *p = par[untyped->v[k]];
		Operand *arg = args[untyped->v[k]];
		if (unifier_at(&s->u, p))
			continue;
		int i = 0;
		while (s->tparams->v[i] != p)
			i++;
		Type *m = max[i] ? type_max_untyped(max[i], arg->type) : arg->type;
		if (!m) {
			fail(s, node_start(arg->expr), str_fmt("mismatched types %s and %s (cannot infer %s)", type_str(max[i]), type_str(arg->type), type_str(p)));
			return false;
		}
		max[i] = m;
	}
	vec_each(s->tparams, i)
		if (max[i])
			unifier_set(&s->u, s->tparams->v[i], type_default(max[i]));
	return true;
}

/* ---- cycles among inferred types ------------------------------------------------------------------------------------------------------- */

static void kill_cycles(Type *t, const TypeVec *tparams, TypeVec *inferred, const Visit *up);

static void kill_in_objs(const ObjVec *v, const TypeVec *tparams, TypeVec *inferred, const Visit *up)
{
	vec_each(v, i)
		kill_cycles(v->v[i]->type, tparams, inferred, up);
}

static void kill_cycles(Type *t, const TypeVec *tparams, TypeVec *inferred, const Visit *up)
{
	if (!t || !type_has_tparam(t))
		return;
	t = type_unalias(t);
	int index = -1;
	if (t->kind == K_TYPEPARAM)
		vec_each(tparams, i)
			if (tparams->v[i] == t)
				index = i;
	for (const Visit *v = up; v; v = v->up)
		if (v->t == t) {
			if (index >= 0)
				inferred->v[index] = NULL;
			return;
		}
	Visit here = { t, up };
	switch ((Kind)t->kind) {
	case K_ARRAY: kill_cycles(t->u.array.elem, tparams, inferred, &here); break;
	case K_SLICE:
	case K_POINTER: kill_cycles(t->u.pointer.elem, tparams, inferred, &here); break;
	case K_CHAN: kill_cycles(t->u.chan.elem, tparams, inferred, &here); break;
	case K_MAP:
		kill_cycles(t->u.map.key, tparams, inferred, &here);
		kill_cycles(t->u.map.elem, tparams, inferred, &here);
		break;
	case K_STRUCT:
		vec_each(&t->u.st.fields, i)
			kill_cycles(t->u.st.fields.v[i].type, tparams, inferred, &here);
		break;
	case K_FUNC:
		kill_in_objs(&t->u.fn.params, tparams, inferred, &here);
		kill_in_objs(&t->u.fn.results, tparams, inferred, &here);
		break;
	case K_UNION:
		vec_each(&t->u.uni.terms, i)
			kill_cycles(t->u.uni.terms.v[i].type, tparams, inferred, &here);
		break;
	case K_INTERFACE:
		vec_each(&t->u.iface.methods, i)
			kill_cycles(t->u.iface.methods.v[i].type, tparams, inferred, &here);
		vec_each(&t->u.iface.embeds, i)
			kill_cycles(t->u.iface.embeds.v[i], tparams, inferred, &here);
		break;
	case K_NAMED:
		vec_each(&t->u.named.targs, i)
			kill_cycles(t->u.named.targs.v[i], tparams, inferred, &here);
		break;
	case K_TYPEPARAM:
		if (index >= 0 && inferred->v[index])
			kill_cycles(inferred->v[index], tparams, inferred, &here);
		break;
	default: break;
	}
}

/* Replaces parameters inside inferred types by their own types until nothing changes. Generic functions that lost all parameters stop being generic. */
static void simplify(const TypeVec *tparams, const TypeVec *given, TypeVec *inferred)
{
	vec_each(tparams, i)
		kill_cycles(tparams->v[i], tparams, inferred, NULL);
	for (bool changed = true; changed;) {
		changed = false;
		TypeVec now = { 0 };
		vec_each(inferred, i)
			vec_push(&now, inferred->v[i]);
		vec_each(inferred, i) {
			if (!now.v[i] || (i < given->n && given->v[i]))
				continue;
			Type *t = type_subst(now.v[i], tparams, &now);
			if (t == now.v[i])
				continue;
			if (t->kind == K_FUNC && t->u.fn.tparams.n && !type_mentions(t, tparams))
				t->u.fn.tparams = (TypeVec){ 0 };
			inferred->v[i] = t;
			changed = true;
		}
	}
}

static bool all_known(const TypeVec *targs, int n)
{
	if (!targs || targs->n < n)
		return false;
	vec_each(targs, i)
		if (!targs->v[i])
			return false;
	return true;
}

TypeVec *infer(Pos pos, const TypeVec *tparams, const TypeVec *targs, const ObjVec *params, Operand **args, int narg, bool reverse, Pos *err_pos, const char **err)
{
	static const TypeVec none;
	Search s = { .pos = pos, .tparams = tparams, .reverse = reverse, .err_pos = err_pos, .err = err };
	TypeVec *result = NEW(TypeVec);
	targs = targs ? targs : &none;
	if (err)
		*err = NULL;
	if (all_known(targs, tparams->n)) {
		*result = *targs;
		return result;
	}
	for (int i = 0; i < narg; i++)
		if (args[i]->mode == MODE_INVALID)
			return NULL;
	Type **par = arena_array(&build_arena, Type *, narg + 1);
	for (int i = 0; i < narg; i++)
		par[i] = type_subst(params->v[i]->type, tparams, targs);
	unifier_init(&s.u, tparams, targs);
	IntVec untyped = { 0 };
	for (int i = 0; i < narg; i++) {
		Type *at = args[i]->type;
		if (!type_mentions(par[i], tparams) && !type_mentions(at, tparams))
			continue;
		if (type_is_typed(at)) {
			if (!unifier_unify(&s.u, par[i], at, UNIFY_ASSIGN)) {
				mismatch(&s, par[i], at, args[i]);
				return NULL;
			}
		} else if (par[i]->kind == K_TYPEPARAM && args[i]->mode != MODE_NILVALUE) {
			vec_push(&untyped, i);
		}
	}
	if (!use_constraints(&s) || !use_untyped(&s, par, args, &untyped))
		return NULL;
	*result = unifier_inferred(&s.u);
	simplify(tparams, targs, result);
	vec_each(result, i)
		if (!result->v[i] || type_mentions(result->v[i], tparams)) {
			Obj *o = tparams->v[i]->u.tparam.obj;
			fail(&s, pos, str_fmt("cannot infer %s (declared at %s)", o->name->s, pos_str(o->pos)));
			return NULL;
		}
	return result;
}
