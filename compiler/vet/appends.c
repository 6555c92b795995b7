/* appends.c: append(s), which appends nothing. */
#include "compiler/vet/vet.h"

static bool visit(Node *n, void *arg)
{
	Obj *f = n->kind == N_CALL ? vet_callee(n) : NULL;
	if (f && f->kind == O_BUILTIN && f->u.builtin.id == B_APPEND && n->u.call.args.n == 1)
		vet_at(n, "append with no values");
	return true;
}

void vet_appends(void) { vet_walk(visit, NULL); }
