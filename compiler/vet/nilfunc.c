/* nilfunc.c: f == nil of a declared function, which is never nil. */
#include "compiler/vet/vet.h"

static bool is_nil(const Node *x)
{
	x = node_unparen((Node *)x);
	return x->kind == N_NAME && x->u.name.obj && x->u.name.obj->kind == O_NIL;
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_BINARY || (n->op != T_EQ && n->op != T_NE))
		return true;
	Node *x = is_nil(n->u.binary.x) ? n->u.binary.y : is_nil(n->u.binary.y) ? n->u.binary.x : NULL;
	Obj *f = x ? vet_used(x) : NULL;
	if (f && f->kind == O_FUNC)
		vet_at(n, "comparison of function %s %s nil is always %s", f->name->s, tok_text[n->op], n->op == T_NE ? "true" : "false");
	return true;
}

void vet_nilfunc(void) { vet_walk(visit, NULL); }
