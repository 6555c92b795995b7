/* ifaceassert.c: v.(T) between interfaces with a method of one name and different types: nothing can be both. */
#include "compiler/vet/vet.h"

static void check(Type *v, const Node *target)
{
	Type *t = target->type;
	if (!v || !t || !vet_under_is(v, K_INTERFACE) || !vet_under_is(t, K_INTERFACE) || type_is_tparam(v) || type_is_tparam(t) ||
	    type_has_tparam(v) || type_has_tparam(t))
		return;
	bool wrong = false;
	Method *m = missing_method(v, type_under(t), false, NULL, NULL, NULL, &wrong);
	if (m && wrong)
		vet_report(vet_start(target), "impossible type assertion: no type can implement both %s and %s (conflicting types for %s method)",
			type_str_full(v), type_str_full(t), m->name->s);
}

static bool visit(Node *n, void *arg)
{
	if (n->kind == N_ASSERT && n->u.assert.type)
		check(n->u.assert.x->type, n->u.assert.type);
	if (n->kind == N_SWITCH && n->u.sw.tag && n->u.sw.tag->kind == N_TYPESWITCH_GUARD)
		vec_each(&n->u.sw.cases, i) {
			NodeVec *e = &n->u.sw.cases.v[i]->u.cas.exprs;
			vec_each(e, k)
				check(n->u.sw.tag->u.tsguard.x->type, e->v[k]);
		}
	return true;
}

void vet_ifaceassert(void) { vet_walk(visit, NULL); }
