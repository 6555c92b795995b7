/* anoncycle.c: anonymous interfaces that contain themselves without a name in between, as in `type I = interface { m() interface{ I } }`.
 * Types are printed, hashed and emitted by structure, so these are refused as gc refuses them. */
#include "compiler/types/check.h"

enum { ON_PATH = 1, DONE };

static Map state;       /* interface -> ON_PATH, DONE */

static bool cyclic(Type *t);

static bool any_cyclic(const ObjVec *v)
{
	vec_each(v, i)
		if (cyclic(v->v[i]->type))
			return true;
	return false;
}

/* Methods that come by embedding count; type names end the search. */
static bool methods_cyclic(Type *t)
{
	TypeSet *set = iface_set(t);
	vec_each(&set->methods, i)
		if (cyclic(set->methods.v[i].type))
			return true;
	return false;
}

static bool iface_cyclic(Type *t)
{
	if (!t->u.iface.methods.n && !t->u.iface.embeds.n)
		return false;
	uintptr_t s = (uintptr_t)map_get(&state, MAP_KEY(t));
	if (s)
		return s == ON_PATH;
	map_set(&state, MAP_KEY(t), (void *)ON_PATH);
	if (methods_cyclic(t))
		return true;
	map_set(&state, MAP_KEY(t), (void *)DONE);
	return false;
}

static bool cyclic(Type *t)
{
	if (!t)
		return false;
	t = type_unalias(t);
	switch ((Kind)t->kind) {
	case K_ARRAY: return cyclic(t->u.array.elem);
	case K_SLICE:
	case K_POINTER: return cyclic(t->u.pointer.elem);
	case K_MAP: return cyclic(t->u.map.key) || cyclic(t->u.map.elem);
	case K_CHAN: return cyclic(t->u.chan.elem);
	case K_FUNC: return any_cyclic(&t->u.fn.params) || any_cyclic(&t->u.fn.results);
	case K_STRUCT:
		vec_each(&t->u.st.fields, i)
			if (cyclic(t->u.st.fields.v[i].type))
				return true;
		return false;
	case K_INTERFACE: return iface_cyclic(t);
	default: return false;
	}
}

static bool report(Node *n, void *arg)
{
	(void)arg;
	if (n->kind == N_INTERFACE_TYPE && n->type && n->type->kind == K_INTERFACE && methods_cyclic(n->type)) {
		ck_err(n->pos, "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
		for (int i = 0; i < state.n; i++)
			state.ent[i].val = (void *)DONE;
	}
	return n->kind != N_INTERFACE_TYPE;
}

void ck_anonymous_cycles(void)
{
	state = (Map){ 0 };
	bool found = false;
	for (int i = 0; i < ck.ifaces.n && !found; i++)
		found = methods_cyclic(ck.ifaces.v[i]);
	if (!found)
		return;
	state = (Map){ 0 };
	vec_each(&ck.pkg->files, i)
		vec_each(&ck.pkg->files.v[i]->decls, k)
			node_walk(ck.pkg->files.v[i]->decls.v[k], report, NULL);
}
