/* closed.c: who can be called through an interface or a func value, when the whole program is known.
 *
 * Package main cannot be imported, and everything it imports is loaded when it is compiled; its code may therefore rely on all callees
 * there are: for a method call every method of that name (and package, for unexported names), whatever type it belongs to (class hierarchy
 * analysis, Dean et al. 1995, by name only: promoted methods end in one of the same name); for a func value every function of that type
 * whose value is taken somewhere. A second bottom-up pass computes tags with these sets for all functions, and places again what main's own
 * functions make. Other packages keep the placement of the first pass, so their units do not depend on the program.
 *
 * Functions that are lowered later (methods of instances that only descriptors need) are not in the sets: the driver then starts again
 * without this part. */
#include "compiler/escape/graph.h"

static Map by_name, by_type;            /* symbol or canonical type -> FnList */
static FnList wild;                     /* values of methods as functions: they count for every type */
static Map taken;
static int nseen;

bool closed_world, esc_reflect;

/* What is put into an interface type that package main declares: only conversions in sight can do that (reflection apart), so its calls
 * reach the methods of those types and no others. */
typedef struct Own { bool open; TypeVec types; VEC(FnList *) sets; } Own;
static Map own;                         /* interface type -> Own */

static Own *own_of(Type *t)
{
	if (!t || t->kind != K_NAMED || !prog->main || t->u.named.obj->pkg != prog->main || !type_is_interface(t))
		return NULL;
	Own *o = map_get(&own, (uintptr_t)t);
	if (!o) {
		o = NEW(Own);
		map_set(&own, (uintptr_t)t, o);
	}
	return o;
}

static void put_own(Type *iface, Type *t)
{
	Own *o = own_of(iface);
	if (!o)
		return;
	if (!t) {
		o->open = true;
		return;
	}
	vec_each(&o->types, i)
		if (o->types.v[i] == t)
			return;
	vec_push(&o->types, t);
}

static const Obj *origin(const Obj *o)
{
	return o && o->kind == O_FUNC && o->u.fn.origin ? o->u.fn.origin : o;
}

/* Those of all that are methods of the types in o; NULL when one of them cannot be told. */
static const FnList *own_methods(const Own *o, const MethodSetEnt *m, const FnList *all)
{
	if (o->open || esc_reflect)
		return NULL;
	FnList *l = NEW(FnList);
	vec_each(&o->types, i) {
		MethodSet *ms = method_set(o->types.v[i]);
		const Obj *obj = NULL;
		for (int k = 0; ms && k < ms->v.n; k++)
			if (ms->v.v[k].name == m->name && (name_exported(m->name) || ms->v.v[k].pkg == m->pkg))
				obj = origin(ms->v.v[k].obj);
		int before = l->n;
		vec_each(all, k)
			if (obj && origin(all->v[k]->obj) == obj)
				vec_push(l, all->v[k]);
		if (l->n == before)
			return NULL;
	}
	return l->n ? l : NULL;
}


static void put(Map *m, uintptr_t key, Fn *f)
{
	FnList *l = map_get(m, key);
	if (!l) {
		l = NEW(FnList);
		map_set(m, key, l);
	}
	vec_push(l, f);
}

Sym *method_key(Sym *name, const Package *pkg)
{
	return name_exported(name) || !pkg ? name : sym(str_fmt("%s %s", name->s, pkg->path));
}

static void take(Fn *f, Type *t)
{
	if (!f || map_get(&taken, (uintptr_t)f))
		return;
	map_set(&taken, (uintptr_t)f, f);
	if (f->recv || !t)
		vec_push(&wild, f);
	else
		put(&by_type, (uintptr_t)type_canon(type_under(t)), f);
}

static void take_datum(const Datum *d)
{
	if (!d)
		return;
	if (d->fn)
		take(d->fn, d->fn->sig);
	if (d->kind == D_IFACE)
		put_own(d->type, d->elem ? d->elem->type : NULL);
	take_datum(d->elem);
	vec_each(&d->parts, i)
		take_datum(d->parts.v[i].d);
}

static void scan(Fn *f)
{
	if (f->obj && f->recv && !f->wrapper && live_by_iface(f))
		put(&by_name, (uintptr_t)method_key(f->obj->name, f->pkg), f);
	if (!live_runs(f))
		return;
	vec_each(&f->fnrefs, i)
		take(f->fnrefs.v[i], f->fnrefs.v[i]->sig);
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			if (i->op == OP_CLOSURE)
				take(i->u.fn, i->u.fn->sig);
			Type *dst = REF_KIND(i->dst) == RK_LOCAL ? ir_type(f, i->dst) : NULL;
			if (i->op == OP_IFACE_MAKE)
				put_own(dst, i->type);
			else if (i->op == OP_IFACE_CONV || i->op == OP_ASSERT || i->op == OP_UNBOX || (i->op == OP_CAST && ir_type(f, i->a) != dst))
				put_own(dst, NULL);
			else if (i->op == OP_ASSERT2 && i->ndst && f->refs.v[i->dsts])
				put_own(ir_type(f, f->refs.v[i->dsts]), NULL);
		}
}

void closed_begin(void)
{
	nseen = prog->all.n;
	live_find();
	vec_each(&prog->all, i)
		scan(prog->all.v[i]);
	vec_each(&prog->units, u)
		vec_each(&prog->units.v[u]->globals, g)
			take_datum(prog->units.v[u]->globals.v[g]->init);
	Map *globals = &prog->globals.m;
	for (int i = 0; i < globals->n; i++)
		take_datum(((Global *)globals->ent[i].val)->init);
}

/* More callees than this are as good as unknown: each call would make edges to all of them, and one component of the call graph
 * would hold most of a large program. */
enum { MANY_CALLEES = 128, MANY_PAIRS = 1 << 14 };

static const FnList *few(const FnList *l)
{
	return l && l->n <= MANY_CALLEES ? l : NULL;
}

const FnList *closed_callees(const Fn *caller, const Ins *i)
{
	(void)caller;
	if (!closed_world)
		return NULL;
	if (i->op == OP_CALL_IFACE) {
		const MethodSetEnt *m = &method_set(i->type)->v.v[i->u.imm];
		const FnList *l = map_get(&by_name, (uintptr_t)method_key(m->name, m->pkg));
		const Own *o = l ? own_of(i->type) : NULL;
		const FnList *exact = o && (int64_t)o->types.n * l->n <= MANY_PAIRS ? own_methods(o, m, l) : NULL;
		return few(exact ? exact : l);                       /* none: made by means we do not see */
	}
	if (i->op != OP_CALL_FN || wild.n || esc_reflect)
		return NULL;
	return few(map_get(&by_type, (uintptr_t)type_canon(i->type)));
}

bool closed_places(const Fn *f)
{
	return prog->main && f->pkg == prog->main && !f->weak && !f->targs.n;
}

bool esc_late(void)
{
	for (int i = nseen; nseen && i < prog->all.n; i++)
		if (prog->all.v[i]->blks.n && !prog->all.v[i]->wrapper)
			return true;
	return false;
}
