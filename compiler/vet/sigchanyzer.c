/* sigchanyzer.c: signal.Notify(c) with a channel made without a buffer: signals are lost while nobody receives. */
#include "compiler/vet/vet.h"

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_CALL || !n->u.call.args.n)
		return true;
	Node *fun = n->u.call.fun;
	if (fun->kind == N_NAME)
		fun = vet_declared_with(fun->u.name.obj);
	if (!fun || fun->kind != N_SELECTOR || !vet_func_is(vet_used(fun), "os/signal", "Notify"))
		return true;
	Node *chan = n->u.call.args.v[0];
	if (chan->kind == N_NAME)
		chan = vet_declared_with(chan->u.name.obj);
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
