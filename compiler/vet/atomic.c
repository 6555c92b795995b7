/* atomic.c: x = atomic.AddInt32(&x, 1), which stores what was just added atomically once more, not atomically. */
#include "compiler/vet/vet.h"

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_ASSIGN || n->u.assign.lhs.n != n->u.assign.rhs.n || (n->u.assign.lhs.n == 1 && n->flags & NF_DEFINE))
		return true;
	vec_each(&n->u.assign.rhs, i) {
		Node *call = n->u.assign.rhs.v[i], *left = n->u.assign.lhs.v[i];
		if (call->kind != N_CALL || call->u.call.args.n != 2 ||
		    !vet_func_is(vet_callee(call), "sync/atomic", "AddInt32 AddInt64 AddUint32 AddUint64 AddUintptr"))
			continue;
		Node *arg0 = call->u.call.args.v[0];
		if (arg0->kind == N_UNARY && arg0->op == T_AND ? vet_same_text(left, arg0->u.unary.x) :
		    left->kind == N_STAR && vet_same_text(left->u.x.x, arg0))
			vet_at(left, "direct assignment to atomic value");
	}
	return true;
}

void vet_atomic(void)
{
	if (vet_imports("sync/atomic"))
		vet_walk(visit, NULL);
}
