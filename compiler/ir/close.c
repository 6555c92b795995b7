/* close.c: what a unit needs besides its own functions: the weak ones (instances, wrappers, literals in them) its code and data refer
 * to, transitively. Descriptors, itabs and equality functions are found by the emitter while it prints. */
#include "compiler/ir/lower.h"

static Unit *cu;
static Map have;

static void need_fn(Fn *f)
{
	if (!f->weak || f->is_extern || f->is_intrinsic || map_has(&have, MAP_KEY(f)))
		return;
	map_set(&have, MAP_KEY(f), f);
	vec_push(&cu->fns, f);
}

static void need_global(Global *g);

static void need_datum(Datum *d)
{
	if (!d)
		return;
	if (d->fn)
		need_fn(d->fn);
	if (d->global)
		need_global(d->global);
	need_datum(d->elem);
	vec_each(&d->parts, i)
		need_datum(d->parts.v[i].d);
}

static void need_global(Global *g)
{
	if (!g->weak || map_has(&have, MAP_KEY(g)))
		return;
	map_set(&have, MAP_KEY(g), g);
	vec_push(&cu->globals, g);
	need_datum(g->init);
}

static void scan(Fn *f)
{
	vec_each(&f->fnrefs, i)
		need_fn(f->fnrefs.v[i]);
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, k) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[k]];
			if (i->op == OP_CALL || i->op == OP_CLOSURE)
				need_fn(i->u.fn);
			if ((i->op == OP_LOAD || i->op == OP_STORE || i->op == OP_ADDR) && f->places.v[i->place].base == PB_GLOBAL)
				need_global(f->places.v[i->place].global);
		}
}

void unit_close(Unit *u)
{
	if (u->closed)
		return;
	u->closed = true;
	cu = u;
	memset(&have, 0, sizeof have);
	vec_each(&u->globals, i)
		need_datum(u->globals.v[i]->init);
	vec_each(&u->fns, i)
		scan(u->fns.v[i]);
}
