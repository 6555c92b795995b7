/* assign.c: x = x. */
#include "compiler/vet/vet.h"

static bool is_map_index(const Node *x)
{
	x = node_unparen((Node *)x);
	return x->kind == N_INDEX && vet_under_is(x->u.index.x->type, K_MAP);
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_ASSIGN || n->op || n->flags & NF_DEFINE || n->u.assign.lhs.n != n->u.assign.rhs.n)
		return true;
	Buf b = { 0 };
	vec_each(&n->u.assign.lhs, i) {
		Node *l = n->u.assign.lhs.v[i], *r = n->u.assign.rhs.v[i];
		if (l->kind == r->kind && vet_no_effects(l) && vet_no_effects(r) && !is_map_index(l) && vet_same_text(l, r))
			buf_fmt(&b, "%s%s", b.n ? ", " : "", vet_text(l));
	}
	if (b.n)
		vet_report(vet_start(n), "self-assignment of %s", b.s);
	return true;
}

void vet_assign(void) { vet_walk(visit, NULL); }
