/* sigchanyzer.c: signal.Notify(c) with a channel made without a buffer: signals are lost while nobody receives. */
#include "compiler/vet/vet.h"

/* The expression that a variable is declared with, or NULL. */
static Node *declared_with(const Node *name)
{
	Obj *o = name->kind == N_NAME ? name->u.name.obj : NULL;
	Node *d = o && o->kind == O_VAR ? o->decl : NULL;
	NodeVec *names = !d ? NULL : d->kind == N_ASSIGN ? &d->u.assign.lhs : d->kind == N_VAR ? &d->u.val.names : NULL;
	NodeVec *values = !d ? NULL : d->kind == N_ASSIGN ? &d->u.assign.rhs : d->kind == N_VAR ? &d->u.val.values : NULL;
	if (!names || names->n != values->n)
		return NULL;
	vec_each(names, i)
		if (names->v[i]->kind == N_NAME && names->v[i]->u.name.obj == o)
			return values->v[i];
	return NULL;
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_CALL || !n->u.call.args.n)
		return true;
	Node *fun = n->u.call.fun;
	if (fun->kind == N_NAME)
		fun = declared_with(fun);
	if (!fun || fun->kind != N_SELECTOR || !vet_func_is(vet_used(fun), "os/signal", "Notify"))
		return true;
	Node *chan = n->u.call.args.v[0];
	if (chan->kind == N_NAME)
		chan = declared_with(chan);
	else if (chan->kind == N_CALL && vet_callee(chan) && vet_callee(chan)->kind == O_BUILTIN)
		chan = NULL;            /* made on the spot: nobody can be late */
	if (chan && chan->kind == N_CALL && chan->u.call.args.n == 1)
		vet_at(n, "misuse of unbuffered os.Signal channel as argument to signal.Notify");
	return true;
}

void vet_sigchanyzer(void)
{
	if (vet_imports("os/signal"))
		vet_walk(visit, NULL);
}
