/* defers.c: defer f(time.Since(start)), where the time is taken at the defer and not at the end. */
#include "compiler/vet/vet.h"

static bool in_call(Node *n, void *arg)
{
	if (n->kind == N_CALL && vet_func_is(vet_callee(n), "time", "Since"))
		vet_at(n, "call to time.Since is not deferred");
	return n->kind != N_FUNCLIT;
}

static bool visit(Node *n, void *arg)
{
	if (n->kind == N_CALL_STMT && n->op == T_DEFER)
		node_walk(n->u.callstmt.call, in_call, NULL);
	return true;
}

void vet_defers(void)
{
	if (vet_imports("time"))
		vet_walk(visit, NULL);
}
