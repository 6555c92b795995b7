/* timeformat.c: the layout 2006-02-01, which has day and month exchanged. */
#include "compiler/vet/vet.h"

static bool visit(Node *n, void *arg)
{
	Obj *f = n->kind == N_CALL ? vet_callee(n) : NULL;
	if (!f || !n->u.call.args.n || !(vet_method_is(f, "time", "Time", "Format") || vet_func_is(f, "time", "Parse")))
		return true;
	Node *x = n->u.call.args.v[0];
	Sym *s = vet_string(x);
	const char *at = s ? strstr(s->s, "2006-02-01") : NULL;
	if (!at || type_unalias(x->type)->kind == K_NAMED)
		return true;
	vet_report(x->kind == N_LIT ? x->pos + (Pos)(at - s->s) + 1 : vet_start(x), "2006-02-01 should be 2006-01-02");
	return true;
}

void vet_timeformat(void) { vet_walk(visit, NULL); }
