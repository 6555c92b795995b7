/* testinggoroutine.c: t.Fatal and its kin called in a goroutine that a test starts: they end that goroutine and not the test. */
#include "compiler/vet/vet.h"

static bool is_forbidden(const Node *call)
{
	const Node *fun = node_unparen(call->u.call.fun);
	return fun->kind == N_SELECTOR && fun->u.sel.sel && fun->u.sel.sel->obj->kind == O_FUNC && node_unparen(fun->u.sel.x)->kind == N_NAME &&
	       vet_method_is(vet_callee(call), "testing", "common T B F", "FailNow Fatal Fatalf Skip Skipf SkipNow");
}

static const char *method_text(const Node *call)
{
	const Node *fun = node_unparen(call->u.call.fun);
	Type *t = type_unalias(fun->u.sel.sel->recv);
	bool ptr = t->kind == K_POINTER;
	return str_fmt("(%s%s).%s", ptr ? "*" : "", type_str_full(ptr ? t->u.pointer.elem : t), fun->u.sel.name->u.name.sym->s);
}

typedef struct Region { Node *start, *fun; bool local; } Region;

static bool find(Node *n, void *arg)
{
	Region *r = arg;
	if (n->kind == N_CALL_STMT && n->op == T_GO && n != r->start)
		return false;           /* a region of its own */
	if (n->kind != N_CALL || !is_forbidden(n))
		return true;
	Obj *x = node_unparen(node_unparen(n->u.call.fun)->u.sel.x)->u.name.obj;
	if (!x || x->kind != O_VAR)
		return true;
	const char *method = method_text(n);
	if (r->local || n == r->start->u.callstmt.call)
		vet_at(r->local ? n : r->start, "call to %s from a non-test goroutine", method);
	else
		vet_at(r->start, "call to %s from a non-test goroutine (%s calls %s)", method, vet_text(r->fun), method);
	return true;
}

static bool has_test_param(const Node *fn)
{
	NodeVec *p = &fn->u.fdecl.type->u.functype.params;
	vec_each(p, i) {
		Node *t = p->v[i]->u.field.type;
		if (t->kind == N_STAR && t->u.x.x->kind == N_SELECTOR && vet_type_is(t->u.x.x->type, "testing", "T B"))
			return true;
	}
	return false;
}

static bool visit(Node *n, void *arg)
{
	if (n->kind == N_FUNC)
		return has_test_param(n);
	if (n->kind != N_CALL_STMT || n->op != T_GO || n->u.callstmt.call->kind != N_CALL)
		return true;
	Node *fun = node_unparen(n->u.callstmt.call->u.call.fun);
	Obj *f = vet_callee(n->u.callstmt.call);
	Node *lit = fun->kind == N_NAME ? vet_declared_with(f) : NULL;
	if (lit && lit->kind != N_FUNCLIT)
		lit = NULL;
	Node *decl = f && f->kind == O_FUNC && f->pkg == vet_pkg ? f->u.fn.decl : NULL;
	Region r = { n, fun, fun->kind == N_FUNCLIT };
	Node *body = lit ? lit->u.func.body : decl && decl->kind == N_FUNC && decl->u.fdecl.body ? decl->u.fdecl.body : n;
	node_walk(body, find, &r);
	return true;
}

void vet_testinggoroutine(void)
{
	if (vet_imports("testing"))
		vet_walk(visit, NULL);
}
