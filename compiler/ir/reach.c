/* reach.c: rapid type analysis (Bacon and Sweeney 1996): which functions can run, and which types can stand behind an interface.
 *
 * From main, the packages' init functions and what the runtime calls, functions are followed through calls, closures and static data. A type
 * becomes live when a live function converts a value of it to an interface; so do the types that reflection can reach from it. An
 * interface is searched for when live code asserts or converts to it, or when reflection can reach it; its methods, by name and
 * signature, then run for every live type that has them. The result only decides what method tables and itabs hold, so it may be
 * too large but must not be too small. */
#include "compiler/ir/ir.h"

typedef struct { Bits called; VEC(Type *) types; } Iface;      /* methods that live code calls; types with a static itab */

static Map live_fn, live_ty, live_glob, ifaces, searched;
static bool call_all;                   /* reflection may call any method of an interface value */
static VEC(Fn *) work;
static VEC(Type *) types;
static int nspread;                     /* types before this one are done */
typedef struct Want { Type *sig; Package *pkg; struct Want *next; } Want;
static Map wanted;                      /* method name -> Want list */

bool reach_method(const MethodSetEnt *m)
{
	if (call_all && name_exported(m->name))
		return true;
	Type *sig = type_canon(m->type);
	for (Want *w = map_get(&wanted, MAP_KEY(m->name)); w; w = w->next)
		if (w->sig == sig && (name_exported(m->name) || w->pkg == m->pkg))
			return true;
	return false;
}

static void need_fn(Fn *f)
{
	if (!f || map_has(&live_fn, MAP_KEY(f)))
		return;
	map_set(&live_fn, MAP_KEY(f), f);
	vec_push(&work, f);
}

static void need_type(Type *t)
{
	if (!t)
		return;
	t = type_canon(t);
	if (map_has(&live_ty, MAP_KEY(t)))
		return;
	map_set(&live_ty, MAP_KEY(t), t);
	vec_push(&types, t);
}

/* Somebody may look for the methods of iface in the tables of live types. */
static void need_search(Type *iface)
{
	iface = type_canon(iface);
	if (!type_is(iface, K_INTERFACE) || map_has(&searched, MAP_KEY(iface)))
		return;
	map_set(&searched, MAP_KEY(iface), iface);
	MethodSet *ms = method_set(iface);
	vec_each(&ms->v, i) {
		MethodSetEnt *m = &ms->v.v[i];
		if (reach_method(m))
			continue;
		Want *w = NEW(Want);
		*w = (Want){ type_canon(m->type), m->pkg, map_get(&wanted, MAP_KEY(m->name)) };
		map_set(&wanted, MAP_KEY(m->name), w);
		for (int k = 0; k < nspread; k++) {
			Type *t = types.v[k];
			MethodSet *have = type_is(t, K_INTERFACE) ? NULL : method_set(t);
			for (int j = 0; have && j < have->v.n; j++)
				if (have->v.v[j].name == m->name && reach_method(&have->v.v[j]))
					need_fn(ir_method_code(t, &have->v.v[j]));
		}
	}
}

/* What reflection can get at from a value of type t: its parts, and a pointer to it. */
static void spread(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case K_ARRAY: need_type(u->u.array.elem); break;
	case K_SLICE: need_type(u->u.slice.elem); break;
	case K_POINTER: need_type(u->u.pointer.elem); break;
	case K_CHAN: need_type(u->u.chan.elem); break;
	case K_MAP:
		need_type(u->u.map.key);
		need_type(u->u.map.elem);
		break;
	case K_STRUCT:
		vec_each(&u->u.st.fields, i)
			need_type(u->u.st.fields.v[i].type);
		break;
	case K_FUNC:
		vec_each(&u->u.fn.params, i)
			need_type(u->u.fn.params.v[i]->type);
		vec_each(&u->u.fn.results, i)
			need_type(u->u.fn.results.v[i]->type);
		break;
	default: break;
	}
	if (t->kind == K_NAMED && u->kind != K_INTERFACE)
		need_type(type_pointer(t));
	if (u->kind == K_INTERFACE) {
		if (!iface_is_constraint(t))
			need_search(t);
		return;
	}
	MethodSet *ms = method_set(t);
	for (int i = 0; ms && i < ms->v.n; i++)
		if (reach_method(&ms->v.v[i]))
			need_fn(ir_method_code(t, &ms->v.v[i]));
}

static Iface *iface_of(Type *t)
{
	t = type_canon(t);
	Iface *f = map_get(&ifaces, MAP_KEY(t));
	if (!f) {
		f = NEW(Iface);
		f->called = bits_new(&build_arena, method_set(t)->v.n + 1);
		map_set(&ifaces, MAP_KEY(t), f);
	}
	return f;
}

static void need_method(Type *t, const MethodSetEnt *w)
{
	MethodSet *have = method_set(t);
	vec_each(&have->v, k)
		if (have->v.v[k].name == w->name && (name_exported(w->name) || have->v.v[k].pkg == w->pkg))
			need_fn(ir_method_code(t, &have->v.v[k]));
}

/* A static itab holds those methods of t that live code calls through the interface. */
static void need_itab(Type *t, Type *iface)
{
	need_type(t);
	if (!iface || !type_is(iface, K_INTERFACE))
		return;
	MethodSet *ms = method_set(iface);
	if (!ms->v.n)
		return;
	Iface *f = iface_of(iface);
	vec_each(&f->types, i)
		if (f->types.v[i] == type_canon(t))
			return;
	vec_push(&f->types, type_canon(t));
	vec_each(&ms->v, i)
		if (call_all || bits_get(&f->called, i))
			need_method(t, &ms->v.v[i]);
}

static void need_iface_call(Type *iface, int k)
{
	Iface *f = iface_of(iface);
	if (bits_get(&f->called, k))
		return;
	bits_set(&f->called, k);
	vec_each(&f->types, i)
		need_method(f->types.v[i], &method_set(iface)->v.v[k]);
}

static void need_global(Global *g);

static void need_datum(Datum *d)
{
	if (!d)
		return;
	need_fn(d->fn);
	if (d->global)
		need_global(d->global);
	if (d->kind == D_IFACE && d->elem)
		need_itab(d->elem->type, d->type);
	need_datum(d->elem);
	vec_each(&d->parts, i)
		need_datum(d->parts.v[i].d);
}

static void need_global(Global *g)
{
	if (map_has(&live_glob, MAP_KEY(g)))
		return;
	map_set(&live_glob, MAP_KEY(g), g);
	need_datum(g->init);
}

static void scan(Fn *f)
{
	vec_each(&f->fnrefs, i)
		need_fn(f->fnrefs.v[i]);
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, k) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[k]];
			switch (i->op) {
			case OP_CALL: case OP_CLOSURE:
				need_fn(i->u.fn);
				break;
			case OP_IFACE_MAKE:
				need_itab(i->type, ir_type(f, i->dst));
				break;
			case OP_IFACE_CONV:
				need_search(ir_type(f, i->dst));
				break;
			case OP_ASSERT: case OP_ASSERT2:
				need_search(i->type);
				break;
			case OP_CALL_IFACE:
				need_iface_call(i->type, (int)i->u.imm);
				break;
			case OP_LOAD: case OP_STORE: case OP_ADDR:
				if (f->places.v[i->place].base == PB_GLOBAL)
					need_global(f->places.v[i->place].global);
				break;
			default: break;
			}
		}
}

void reach_program(bool reflects)
{
	call_all = reflects;
	need_fn(prog->main_fn);
	vec_each(&prog->units, i)
		need_fn(prog->units.v[i]->init);
	vec_each(&prog->all, i) {               /* called from C, or by a name nobody sees in the IR */
		Fn *f = prog->all.v[i];
		const Node *decl = f->obj && f->obj->kind == O_FUNC ? f->obj->u.fn.decl : NULL;
		if ((f->pkg && !strcmp(f->pkg->path, "runtime") && !f->recv && !f->outer) || (decl && decl->pragma && decl->pragma->linkname))
			need_fn(f);
	}
	for (int w = 0; w < work.n || nspread < types.n;) {
		if (w < work.n)
			scan(work.v[w++]);
		else
			spread(types.v[nspread++]);
	}
}

bool reach_type(Type *t)
{
	return map_has(&live_ty, MAP_KEY(type_canon(t)));
}

bool reach_iface_method(Type *iface, int k)
{
	return call_all || bits_get(&iface_of(iface)->called, k);
}
