/* lostcancel.c: the cancel function of context.WithCancel and its kin, not used on some path to a return: the context leaks.
 *
 * From the statement that sets the variable, paths are followed until they mention it; one that reaches a return first is reported. */
#include "compiler/vet/flow.h"

typedef struct Var { Obj *obj; Node *stmt; } Var;
typedef struct Search { Obj *obj; bool named_result, found; Map seen; } Search;

static bool is_with(const Node *fun)
{
	if (fun->kind != N_SELECTOR || fun->u.sel.sel)
		return false;
	return vet_func_is(vet_used(fun), "context", "WithCancel WithCancelCause WithTimeout WithTimeoutCause WithDeadline WithDeadlineCause");
}

static bool uses_in(Node *n, void *arg)
{
	Search *s = arg;
	if (n->kind == N_NAME && n->u.name.obj == s->obj)
		s->found = true;
	if (n->kind == N_RETURN && !n->u.ret.results.n && s->named_result)
		s->found = true;
	return !s->found;
}

/* Mentioned, not counting where it is set by plain assignment or declaration: those are definitions to go/types too only for :=. */
static bool uses(Search *s, const NodeVec *v, int from)
{
	s->found = false;
	for (int i = from; i < v->n && !s->found; i++)
		node_walk(v->v[i], uses_in, s);
	return s->found;
}

static Pos search(Search *s, FlowBlock *b)
{
	vec_each(&b->succs, i) {
		FlowBlock *to = b->succs.v[i];
		if (map_has(&s->seen, MAP_KEY(to)))
			continue;
		map_set(&s->seen, MAP_KEY(to), to);
		if (uses(s, &to->nodes, 0))
			continue;
		if (to->has_return)
			return to->return_pos;
		Pos p = search(s, to);
		if (p)
			return p;
	}
	return 0;
}

static Pos lost_path(Flow *f, Var v, bool named_result)
{
	Search s = { .obj = v.obj, .named_result = named_result };
	vec_each(&f->blocks, i) {
		FlowBlock *b = f->blocks.v[i];
		vec_each(&b->nodes, k) {
			if (b->nodes.v[k] != v.stmt)
				continue;
			if (uses(&s, &b->nodes, k + 1))
				return 0;
			return b->has_return ? b->return_pos : search(&s, b);
		}
	}
	return 0;
}

typedef struct Collect { VEC(Var) vars; Node *fn; Node *stmt; } Collect;

static bool inside(Pos p, const Node *fn)
{
	return p >= vet_start(fn) && p <= node_end(fn);
}

static bool collect(Node *n, void *arg)
{
	Collect *c = arg;
	if (n->kind == N_FUNCLIT && n != c->fn)
		return false;
	NodeVec *lhs = n->kind == N_ASSIGN ? &n->u.assign.lhs : n->kind == N_VAR ? &n->u.val.names : NULL;
	NodeVec *rhs = n->kind == N_ASSIGN ? &n->u.assign.rhs : n->kind == N_VAR ? &n->u.val.values : NULL;
	if (!lhs || lhs->n < 2 || rhs->n != 1 || rhs->v[0]->kind != N_CALL || !is_with(rhs->v[0]->u.call.fun))
		return true;
	Node *id = lhs->v[1];
	if (id->kind != N_NAME)
		return true;
	if (SYM_IS(id->u.name.sym, "_"))
		vet_at(id, "the cancel function returned by context.%s should be called, not discarded, to avoid a context leak",
			rhs->v[0]->u.call.fun->u.sel.name->u.name.sym->s);
	else if (id->u.name.obj && inside(id->u.name.obj->pos, c->fn))
		vec_push(&c->vars, (Var){ id->u.name.obj, n });
	return true;
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_FUNC && n->kind != N_FUNCLIT)
		return true;
	Node *body = n->kind == N_FUNC ? n->u.fdecl.body : n->u.func.body;
	Node *type = n->kind == N_FUNC ? n->u.fdecl.type : n->u.func.type;
	if (!body)
		return true;
	Collect c = { .fn = n };
	node_walk(body, collect, &c);
	bool is_main = n->kind == N_FUNC && !type->u.functype.recv && SYM_IS(n->u.fdecl.name->u.name.sym, "main") && !strcmp(vet_pkg->name, "main");
	if (!c.vars.n || is_main)
		return true;
	Flow *f = flow_of(body);
	vec_each(&c.vars, i) {
		Obj *o = c.vars.v[i].obj;
		Pos ret = lost_path(f, c.vars.v[i], o->kind == O_VAR && o->u.var.is_result);
		if (!ret)
			continue;
		vet_at(c.vars.v[i].stmt, "the %s function is not used on all paths (possible context leak)", o->name->s);
		vet_report(ret, "this return statement may be reached without using the %s var defined on line %u", o->name->s,
			pos_where(vet_start(c.vars.v[i].stmt)).line);
	}
	return true;
}

void vet_lostcancel(void)
{
	if (vet_imports("context"))
		vet_walk(visit, NULL);
}
