/* httpresponse.c: resp, err := http.Get(u); defer resp.Body.Close(), where resp is nil when err is not. */
#include "compiler/vet/vet.h"

static bool returns_response(const Node *call)
{
	const Node *fun = call->u.call.fun;
	if (fun->kind != N_SELECTOR || !fun->type || type_unalias(fun->type)->kind != K_FUNC)
		return false;
	ObjVec *r = &type_unalias(fun->type)->u.fn.results;
	if (r->n != 2)
		return false;
	Type *p = type_unalias(r->v[0]->type);
	if (p->kind != K_POINTER || !vet_type_is(p->u.pointer.elem, "net/http", "Response") || !type_same(r->v[1]->type, t_error))
		return false;
	const Node *x = fun->u.sel.x;
	if (!fun->u.sel.sel)
		return x->kind == N_NAME && SYM_IS(x->u.name.sym, "http");
	Type *t = x->type ? type_unalias(x->type) : NULL;
	if (t && t->kind == K_POINTER)
		t = t->u.pointer.elem;
	return vet_type_is(t, "net/http", "Client");
}

static Node *root_name(Node *n)
{
	while (n && n->kind == N_SELECTOR)
		n = n->u.sel.x;
	return n && n->kind == N_NAME ? n : NULL;
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_CALL || !returns_response(n))
		return true;
	Node *asg = vet_up(0), *block = vet_up(1);      /* any other shape is not the mistake */
	if (!asg || asg->kind != N_ASSIGN || !block || block->kind != N_BLOCK)
		return true;
	NodeVec *s = &block->u.block.stmts;
	int i = 0;
	while (i < s->n && s->v[i] != asg)
		i++;
	if (i + 1 >= s->n || s->v[i + 1]->kind != N_CALL_STMT || s->v[i + 1]->op != T_DEFER)
		return true;
	Node *resp = root_name(asg->u.assign.lhs.v[0]), *call = s->v[i + 1]->u.callstmt.call;
	Node *root = call->kind == N_CALL ? root_name(call->u.call.fun) : NULL;
	if (resp && root && resp->u.name.obj && resp->u.name.obj == root->u.name.obj)
		vet_at(root, "using %s before checking for errors", resp->u.name.sym->s);
	return true;
}

void vet_httpresponse(void)
{
	if (vet_imports("net/http"))
		vet_walk(visit, NULL);
}
