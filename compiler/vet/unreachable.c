/* unreachable.c: statements after a return, a panic, an endless loop or a jump. The first of each run is reported.
 *
 * By syntax alone, as the specification defines terminating statements; continue counts as one. */
#include "compiler/vet/vet.h"

typedef struct Dead {
	Map breaks;                     /* statement -> left by a break */
	Map gotos;                      /* label name -> jumped to */
	Map labels;                     /* label name -> its statement */
	Node *target;                   /* what a plain break leaves */
	bool reachable;
} Dead;

static void find_labels(Dead *d, Node *s);

static void list_labels(Dead *d, const NodeVec *v)
{
	vec_each(v, i)
		find_labels(d, v->v[i]);
}

static void body_labels(Dead *d, Node *s)
{
	Node *outer = d->target;
	d->target = s;
	if (s->kind == N_FOR)
		find_labels(d, s->u.forr.body);
	else
		vec_each(&s->u.sw.cases, i)
			list_labels(d, &s->u.sw.cases.v[i]->u.cas.body);
	d->target = outer;
}

static void find_labels(Dead *d, Node *s)
{
	switch ((NodeKind)s->kind) {
	case N_BLOCK: list_labels(d, &s->u.block.stmts); break;
	case N_IF:
		find_labels(d, s->u.iff.then);
		if (s->u.iff.els)
			find_labels(d, s->u.iff.els);
		break;
	case N_FOR: case N_SWITCH: case N_SELECT: body_labels(d, s); break;
	case N_LABELED:
		map_set(&d->labels, MAP_KEY(s->u.labeled.label->u.name.sym), s->u.labeled.stmt);
		find_labels(d, s->u.labeled.stmt);
		break;
	case N_BRANCH: {
		Node *name = s->u.branch.label, *to = d->target;
		if (s->op == T_GOTO && name)
			map_set(&d->gotos, MAP_KEY(name->u.name.sym), s);
		if (s->op != T_BREAK)
			break;
		if (name)
			to = map_get(&d->labels, MAP_KEY(name->u.name.sym));
		if (to)
			map_set(&d->breaks, MAP_KEY(to), s);
		break;
	}
	default: break;
	}
}

static void find_dead(Dead *d, Node *s);

static void list_dead(Dead *d, const NodeVec *v)
{
	vec_each(v, i)
		find_dead(d, v->v[i]);
}

static void cases_dead(Dead *d, Node *s)
{
	bool any = false, has_default = false;
	vec_each(&s->u.sw.cases, i) {
		Node *c = s->u.sw.cases.v[i];
		has_default |= (c->flags & NF_DEFAULT) != 0;
		d->reachable = true;
		list_dead(d, &c->u.cas.body);
		any |= d->reachable;
	}
	d->reachable = any || map_has(&d->breaks, MAP_KEY(s)) || (s->kind == N_SWITCH && !has_default);
}

static void find_dead(Dead *d, Node *s)
{
	if (s->kind == N_LABELED && map_has(&d->gotos, MAP_KEY(s->u.labeled.label->u.name.sym)))
		d->reachable = true;
	if (!d->reachable && s->kind != N_EMPTY) {
		vet_at(s, "unreachable code");
		d->reachable = true;    /* said once */
	}
	switch ((NodeKind)s->kind) {
	case N_BLOCK: list_dead(d, &s->u.block.stmts); break;
	case N_BRANCH: case N_RETURN: d->reachable = false; break;
	case N_EXPR_STMT: {
		Node *call = s->u.x.x, *f = call->kind == N_CALL ? call->u.call.fun : NULL;
		if (f && f->kind == N_NAME && f->u.name.obj && f->u.name.obj->kind == O_BUILTIN && f->u.name.obj->u.builtin.id == B_PANIC)
			d->reachable = false;
		break;
	}
	case N_FOR:
		find_dead(d, s->u.forr.body);
		d->reachable = s->u.forr.cond || (s->u.forr.init && s->u.forr.init->kind == N_RANGE_CLAUSE) || map_has(&d->breaks, MAP_KEY(s));
		break;
	case N_IF:
		find_dead(d, s->u.iff.then);
		if (s->u.iff.els) {
			bool then = d->reachable;
			d->reachable = true;
			find_dead(d, s->u.iff.els);
			d->reachable |= then;
		} else {
			d->reachable = true;
		}
		break;
	case N_LABELED: find_dead(d, s->u.labeled.stmt); break;
	case N_SWITCH: case N_SELECT: cases_dead(d, s); break;
	default: break;
	}
}

static bool visit(Node *n, void *arg)
{
	Node *body = n->kind == N_FUNC ? n->u.fdecl.body : n->kind == N_FUNCLIT ? n->u.func.body : NULL;
	if (!body)
		return true;
	Dead d = { .reachable = true };
	find_labels(&d, body);
	find_dead(&d, body);
	return true;
}

void vet_unreachable(void) { vet_walk(visit, NULL); }
