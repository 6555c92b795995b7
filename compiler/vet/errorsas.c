/* errorsas.c: the second argument of errors.As must be a pointer to an error type or an interface. */
#include "compiler/vet/vet.h"

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_CALL || n->u.call.args.n < 2 || !vet_func_is(vet_callee(n), "errors", "As"))
		return true;
	Type *t = n->u.call.args.v[1]->type, *u = t ? type_under(t) : NULL;
	if (!u || type_same(u, type_under(t_any)))
		return true;
	Type *elem = u->kind == K_POINTER ? u->u.pointer.elem : NULL;
	if (elem && type_same(elem, t_error))
		vet_at(n, "second argument to errors.As should not be *error");
	else if (!elem || (!type_is_interface(elem) && !vet_implements(elem, t_error)))
		vet_at(n, "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type");
	return true;
}

void vet_errorsas(void)
{
	if (strcmp(vet_pkg->path, "errors") && strcmp(vet_pkg->path, "errors_test"))
		vet_walk(visit, NULL);
}
