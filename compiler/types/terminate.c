/* terminate.c: is a statement terminating? Functions with results must end in one. */
#include "compiler/types/check.h"

static bool has_break(Node *s, Sym *label, bool implicit);

static bool has_break_in(NodeVec *list, Sym *label, bool implicit)
{
	for (int i = 0; i < list->n; i++)
		if (has_break(list->v[i], label, implicit))
			return true;
	return false;
}

/* Is there a break in s for the statement labeled label, or, if implicit, without a label? */
static bool has_break(Node *s, Sym *label, bool implicit)
{
	switch (s->kind) {
	case N_LABELED:
		return has_break(s->u.labeled.stmt, label, implicit);
	case N_BRANCH:
		if (s->op != T_BREAK)
			return false;
		return s->u.branch.label ? s->u.branch.label->u.name.sym == label : implicit;
	case N_BLOCK:
		return has_break_in(&s->u.block.stmts, label, implicit);
	case N_IF:
		return has_break(s->u.iff.then, label, implicit) || (s->u.iff.els && has_break(s->u.iff.els, label, implicit));
	case N_SWITCH: case N_SELECT:
		for (int i = 0; label && i < s->u.sw.cases.n; i++)
			if (has_break_in(&s->u.sw.cases.v[i]->u.cas.body, label, false))
				return true;
		return false;
	case N_FOR:
		return label && has_break(s->u.forr.body, label, false);
	}
	return false;
}

static bool list_terminates(NodeVec *list)
{
	for (int i = list->n - 1; i >= 0; i--)
		if (list->v[i]->kind != N_EMPTY)
			return ck_terminating(list->v[i], NULL);
	return false;
}

static bool is_panic(Node *call)
{
	call = node_unparen(call);
	if (call->kind != N_CALL || !(call->flags & NF_BUILTIN))
		return false;
	Node *f = node_unparen(call->u.call.fun);
	return f->kind == N_NAME && f->u.name.obj && f->u.name.obj->kind == O_BUILTIN && f->u.name.obj->u.builtin.id == B_PANIC;
}

static bool clauses_terminate(Node *s, Sym *label)
{
	bool has_default = s->kind == N_SELECT;
	for (int i = 0; i < s->u.sw.cases.n; i++) {
		Node *c = s->u.sw.cases.v[i];
		has_default |= (c->flags & NF_DEFAULT) != 0;
		if (!list_terminates(&c->u.cas.body) || has_break_in(&c->u.cas.body, label, true))
			return false;
	}
	return has_default;
}

bool ck_terminating(Node *s, Sym *label)
{
	switch (s->kind) {
	case N_LABELED:
		return ck_terminating(s->u.labeled.stmt, s->u.labeled.label->u.name.sym);
	case N_EXPR_STMT:
		return is_panic(s->u.x.x);
	case N_RETURN:
		return true;
	case N_BRANCH:
		return s->op == T_GOTO || s->op == T_FALLTHROUGH;
	case N_BLOCK:
		return list_terminates(&s->u.block.stmts);
	case N_IF:
		return s->u.iff.els && ck_terminating(s->u.iff.then, NULL) && ck_terminating(s->u.iff.els, NULL);
	case N_SWITCH: case N_SELECT:
		return clauses_terminate(s, label);
	case N_FOR:
		if (s->u.forr.init && s->u.forr.init->kind == N_RANGE_CLAUSE)
			return false;
		return !s->u.forr.cond && !has_break(s->u.forr.body, label, true);
	}
	return false;
}
