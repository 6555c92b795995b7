/* live.c: which functions can run in this program, and which methods a call through an interface can reach (rapid type analysis, Bacon and
 * Sweeney 1996). It only reads: unlike ir/reach.c, which decides what tables hold, it makes no wrappers, so what other units are printed
 * from does not depend on the program.
 *
 * From main, initialisers, the runtime's Go code and functions with linknames, functions are followed through calls, closures and func
 * values. A type becomes live when live code converts a value of it to an interface, and with it all that reflection gets at from there;
 * a method becomes live when its type is and live code calls a method of that name through some interface. Nothing is filtered when
 * methods may be called by reflection. */
#include "compiler/escape/graph.h"

static Map live_fn, live_type, called, by_obj, asked;   /* called: method key -> 1; by_obj: origin of a method -> FnList */
static FnList work;
static TypeVec types;
static int nspread;
static bool everything;

static const Obj *origin(const Obj *o)
{
	return o && o->kind == O_FUNC && o->u.fn.origin ? o->u.fn.origin : o;
}

static void need_fn(Fn *f)
{
	if (!f || map_has(&live_fn, (uintptr_t)f))
		return;
	map_set(&live_fn, (uintptr_t)f, f);
	vec_push(&work, f);
	vec_each(&f->lits, l)
		need_fn(f->lits.v[l]);
}

static void need_type(Type *t)
{
	if (!t)
		return;
	t = type_canon(t);
	if (map_has(&live_type, (uintptr_t)t))
		return;
	map_set(&live_type, (uintptr_t)t, t);
	vec_push(&types, t);
}

static void need_method(const MethodSetEnt *m)
{
	const Obj *o = origin(m->obj);
	FnList *l = map_get(&by_obj, (uintptr_t)o);
	if (!l)
		return;
	vec_each(l, i) {
		map_set(&asked, (uintptr_t)l->v[i], l->v[i]);
		need_fn(l->v[i]);
	}
}

static void methods_of(Type *t, Sym *key)
{
	MethodSet *ms = type_is_interface(t) ? NULL : method_set(t);
	for (int i = 0; ms && i < ms->v.n; i++) {
		Sym *k = method_key(ms->v.v[i].name, ms->v.v[i].pkg);
		if (key ? k == key : map_has(&called, (uintptr_t)k))
			need_method(&ms->v.v[i]);
	}
}

static void call_name(const MethodSetEnt *m)
{
	Sym *key = method_key(m->name, m->pkg);
	if (map_has(&called, (uintptr_t)key))
		return;
	map_set(&called, (uintptr_t)key, key);
	for (int i = 0; i < nspread; i++)
		methods_of(types.v[i], key);
}

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
	methods_of(t, NULL);
}

static void need_datum(const Datum *d)
{
	if (!d)
		return;
	need_fn(d->fn);
	if (d->kind == D_IFACE && d->elem)
		need_type(d->elem->type);
	need_datum(d->elem);
	vec_each(&d->parts, i)
		need_datum(d->parts.v[i].d);
}

static void scan(Fn *f)
{
	vec_each(&f->fnrefs, i)
		need_fn(f->fnrefs.v[i]);
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, k) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[k]];
			switch (i->op) {
			case OP_CALL: case OP_CLOSURE: need_fn(i->u.fn); break;
			case OP_IFACE_MAKE: need_type(i->type); break;
			case OP_CALL_IFACE: call_name(&method_set(i->type)->v.v[i->u.imm]); break;
			default: break;
			}
		}
}

void live_find(void)
{
	static const char *const by_reflection[] = { "text/template", "encoding/gob", "net/rpc", "testing", "testing/quick" };
	everything = esc_reflect;
	vec_each(&prog->units, u) {
		for (int k = 0; k < ARRAY_LEN(by_reflection); k++)
			everything |= !strcmp(prog->units.v[u]->pkg->path, by_reflection[k]);
		need_fn(prog->units.v[u]->init);
		vec_each(&prog->units.v[u]->globals, g)
			need_datum(prog->units.v[u]->globals.v[g]->init);
	}
	if (everything)
		return;
	Map *globals = &prog->globals.m;
	for (int i = 0; i < globals->n; i++)
		need_datum(((Global *)globals->ent[i].val)->init);
	vec_each(&prog->all, i) {
		Fn *f = prog->all.v[i];
		if (f->obj && f->recv && !f->wrapper) {
			uintptr_t key = (uintptr_t)origin(f->obj);
			FnList *l = map_get(&by_obj, key);
			if (!l) {
				l = NEW(FnList);
				map_set(&by_obj, key, l);
			}
			vec_push(l, f);
		}
		const Node *decl = f->obj && f->obj->kind == O_FUNC ? f->obj->u.fn.decl : NULL;
		if ((f->pkg && !strcmp(f->pkg->path, "runtime") && !f->recv && !f->outer) || f->reachable || (decl && decl->pragma && decl->pragma->linkname))
			need_fn(f);
	}
	need_fn(prog->main_fn);
	for (int w = 0; w < work.n || nspread < types.n;) {
		if (w < work.n)
			scan(work.v[w++]);
		else
			spread(types.v[nspread++]);
	}
}

bool live_runs(const Fn *f) { return everything || map_has(&live_fn, (uintptr_t)f); }
bool live_by_iface(const Fn *f) { return everything || map_has(&asked, (uintptr_t)f); }
