/* unsafeptr.c: integers turned into unsafe.Pointer other than by the patterns the unsafe package allows. */
#include "compiler/vet/vet.h"

static bool is_header(Type *t)
{
	return vet_type_is(t, "reflect", "SliceHeader StringHeader");
}

/* uintptr(p), and sums, differences and masks with it on the left. */
static bool is_arith(const Node *x)
{
	x = node_unparen((Node *)x);
	if (x->kind == N_CALL)
		return x->u.call.args.n == 1 && vet_under_is(x->u.call.fun->type, K_UINTPTR) && vet_under_is(x->u.call.args.v[0]->type, K_UNSAFEPTR);
	return x->kind == N_BINARY && (x->op == T_ADD || x->op == T_SUB || x->op == T_ANDNOT) && is_arith(x->u.binary.x) && !is_arith(x->u.binary.y);
}

static bool is_safe(const Node *x)
{
	x = node_unparen((Node *)x);
	if (x->kind == N_SELECTOR && SYM_IS(x->u.sel.name->u.name.sym, "Data")) {
		Type *t = x->u.sel.x->type ? type_unalias(x->u.sel.x->type) : NULL;
		if (t && t->kind == K_POINTER && is_header(t->u.pointer.elem))
			return true;
	}
	if (x->kind == N_CALL && !x->u.call.args.n && x->u.call.fun->kind == N_SELECTOR) {
		const Node *sel = x->u.call.fun;
		const char *name = sel->u.sel.name->u.name.sym->s;
		if ((!strcmp(name, "Pointer") || !strcmp(name, "UnsafeAddr")) && vet_type_is(sel->u.sel.x->type, "reflect", "Value"))
			return true;
	}
	return is_arith(x);
}

static bool visit(Node *n, void *arg)
{
	if (n->kind == N_CALL && n->u.call.args.n == 1 && vet_under_is(n->u.call.fun->type, K_UNSAFEPTR) &&
	    vet_under_is(n->u.call.args.v[0]->type, K_UINTPTR) && !is_safe(n->u.call.args.v[0]))
		vet_at(n, "possible misuse of unsafe.Pointer");
	if (n->kind == N_STAR && is_header(n->type))
		vet_at(n, "possible misuse of %s", type_str_full(n->type));
	if (n->kind == N_UNARY && n->op == T_AND && is_header(n->u.unary.x->type))
		vet_at(n, "possible misuse of %s", type_str_full(n->u.unary.x->type));
	return true;
}

void vet_unsafeptr(void) { vet_walk(visit, NULL); }
