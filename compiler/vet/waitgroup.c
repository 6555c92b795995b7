/* waitgroup.c: go func() { wg.Add(1); ... }(), where Wait may come before Add. */
#include "compiler/vet/vet.h"

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_CALL || !vet_method_is(vet_callee(n), "sync", "WaitGroup", "Add"))
		return true;
	static const uint8_t above[] = { N_EXPR_STMT, N_BLOCK, N_FUNCLIT, N_CALL, N_CALL_STMT };
	for (int i = 0; i < ARRAY_LEN(above); i++)
		if (!vet_up(i) || vet_up(i)->kind != above[i])
			return true;
	if (vet_up(4)->op == T_GO && vet_up(1)->u.block.stmts.v[0] == vet_up(0))
		vet_report(n->pos, "WaitGroup.Add called from inside new goroutine");
	return true;
}

void vet_waitgroup(void)
{
	if (vet_imports("sync"))
		vet_walk(visit, NULL);
}
