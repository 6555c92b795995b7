/* loopclosure.c: closures started at the end of a loop body that mention its variables, which before go1.22 were shared by all rounds. */
#include "compiler/vet/vet.h"

typedef struct Loop { ObjVec vars; } Loop;

static bool captured(Node *n, void *arg)
{
	Loop *l = arg;
	for (int i = 0; n->kind == N_NAME && i < l->vars.n; i++)
		if (n->u.name.obj && n->u.name.obj == l->vars.v[i])
			vet_at(n, "loop variable %s captured by func literal", n->u.name.sym->s);
	return true;
}

static void check_list(Loop *l, const NodeVec *v, int from)
{
	for (int i = from; i < v->n; i++)
		node_walk(v->v[i], captured, l);
}

static void check_last(Loop *l, const NodeVec *v)
{
	Node *s = v->n ? vec_last(v) : NULL;
	if (!s)
		return;
	Node *call = NULL, *lit = NULL;
	switch ((NodeKind)s->kind) {
	case N_IF:
		for (; s && s->kind == N_IF; s = s->u.iff.els)
			check_last(l, &s->u.iff.then->u.block.stmts);
		if (s)
			check_last(l, &s->u.block.stmts);
		return;
	case N_FOR: check_last(l, &s->u.forr.body->u.block.stmts); return;
	case N_SWITCH: case N_SELECT:
		vec_each(&s->u.sw.cases, i)
			check_last(l, &s->u.sw.cases.v[i]->u.cas.body);
		return;
	case N_CALL_STMT:
		call = s->u.callstmt.call;
		lit = call->kind == N_CALL ? call->u.call.fun : NULL;
		break;
	case N_EXPR_STMT:
		call = s->u.x.x;
		if (call->kind == N_CALL && call->u.call.args.n && vet_method_is(vet_callee(call), "golang.org/x/sync/errgroup", "Group", "Go"))
			lit = call->u.call.args.v[0];
		break;
	default: return;
	}
	if (lit && lit->kind == N_FUNCLIT)
		check_list(l, &lit->u.func.body->u.block.stmts, 0);
}

/* t.Run(name, func(t *testing.T) { t.Parallel(); ... }): what follows t.Parallel runs when the loop is over. */
static void check_subtests(Loop *l, const NodeVec *v)
{
	vec_each(v, i) {
		Node *call = v->v[i]->kind == N_EXPR_STMT ? v->v[i]->u.x.x : NULL;
		if (!call || call->kind != N_CALL || call->u.call.args.n != 2 || !vet_method_is(vet_callee(call), "testing", "T", "Run"))
			continue;
		Node *lit = call->u.call.args.v[1];
		if (lit->kind != N_FUNCLIT)
			continue;
		NodeVec *body = &lit->u.func.body->u.block.stmts;
		vec_each(body, k) {
			Node *c = body->v[k]->kind == N_EXPR_STMT ? body->v[k]->u.x.x : NULL;
			if (c && c->kind == N_CALL && vet_method_is(vet_callee(c), "testing", "T", "Parallel")) {
				check_list(l, body, k + 1);
				break;
			}
		}
	}
}

static void add_var(Loop *l, const Node *n)
{
	if (n && n->kind == N_NAME && n->u.name.obj)
		vec_push(&l->vars, n->u.name.obj);
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_FOR || vet_version() >= 22)
		return true;
	Loop l = { 0 };
	Node *init = n->u.forr.init, *post = n->u.forr.post;
	if (init && init->kind == N_RANGE_CLAUSE) {
		add_var(&l, init->u.range.key);
		add_var(&l, init->u.range.value);
	} else if (post && post->kind == N_ASSIGN) {
		vec_each(&post->u.assign.lhs, i)
			add_var(&l, post->u.assign.lhs.v[i]);
	}
	if (!l.vars.n)
		return true;
	check_last(&l, &n->u.forr.body->u.block.stmts);
	check_subtests(&l, &n->u.forr.body->u.block.stmts);
	return true;
}

void vet_loopclosure(void) { vet_walk(visit, NULL); }
