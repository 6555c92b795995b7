/* branches.c: labels, break, continue, goto, fallthrough of one function body.
 *
 * Sets Node.u.branch.target: for break and continue the for, switch or select statement, for goto the labeled statement. Function
 * literals are checked by themselves when they are parsed, so expressions are not looked at. */
#include "compiler/syntax/parse.h"

typedef struct Block { struct Block *up; Pos start; Node *labeled; } Block;       /* labeled: the labeled statement whose body this is */
typedef struct { Block *block; Node *stmt; bool used; } Label;
typedef VEC(Node *) Gotos;
typedef struct { Parser *p; Map labels; } Scope_;                /* name -> Label */
typedef struct { Node *brk, *cont; int icase; } Targets;        /* icase: index of the clause directly around, -1 */

static Gotos walk_block(Scope_ *s, Block *up, Targets t, Node *labeled, Pos start, NodeVec *body);

static Label *find_label(Scope_ *s, Node *name)
{
	return map_get(&s->labels, MAP_KEY(name->u.name.sym));
}

static Label *declare_label(Scope_ *s, Block *b, Node *stmt)
{
	Node *name = stmt->u.labeled.label;
	Label *l = find_label(s, name);
	if (l) {
		error_at(s->p, name->pos, "label %s already defined at %s", name->u.name.sym->s, pos_str(l->stmt->u.labeled.label->pos));
		return l;
	}
	l = NEW(Label);
	l->block = b;
	l->stmt = stmt;
	map_set(&s->labels, MAP_KEY(name->u.name.sym), l);
	return l;
}

/* Target of a labeled break or continue: found says whether the label exists; NULL with found: it is no enclosing statement. */
static Node *enclosing(Scope_ *s, Block *b, Node *name, bool *found)
{
	Label *l = find_label(s, name);
	*found = l != NULL;
	if (!l)
		return NULL;
	l->used = true;
	for (; b; b = b->up)
		if (b->labeled == l->stmt)
			return l->stmt->u.labeled.stmt;
	return NULL;
}

static void labeled_branch(Scope_ *s, Block *b, Node *n, Gotos *fwd)
{
	Node *name = n->u.branch.label;
	const char *text = name->u.name.sym->s;
	bool found;
	if (n->op == T_GOTO) {
		Label *l = find_label(s, name);
		if (l) {
			l->used = true;
			for (Block *q = b; q; q = q->up)
				if (l->block == q) {
					n->u.branch.target = l->stmt;
					return;
				}
		}
		vec_push(fwd, n);
		return;
	}
	const char *word = tok_text[n->op];
	Node *t = enclosing(s, b, name, &found);
	if (!found)
		error_at(s->p, name->pos, "%s label not defined: %s", word, text);
	else if (t && (t->kind == N_FOR || (n->op == T_BREAK && (t->kind == N_SWITCH || t->kind == N_SELECT))))
		n->u.branch.target = t;
	else
		error_at(s->p, name->pos, "invalid %s label %s", word, text);
}

static void fallthrough_branch(Scope_ *s, Targets t, Node *n, bool last)
{
	const char *text = "fallthrough statement out of place";
	if (t.brk && t.brk->kind == N_SWITCH) {
		if (t.brk->u.sw.tag && t.brk->u.sw.tag->kind == N_TYPESWITCH_GUARD)
			text = "cannot fallthrough in type switch";
		else if (t.icase >= 0 && last && t.icase + 1 == t.brk->u.sw.cases.n)
			text = "cannot fallthrough final case in switch";
		else if (t.icase >= 0 && last)
			return;
	}
	error_at(s->p, n->pos, "%s", text);
}

static void plain_branch(Scope_ *s, Targets t, Node *n, bool last)
{
	switch (n->op) {
	case T_BREAK:
		n->u.branch.target = t.brk;
		if (!t.brk)
			error_at(s->p, n->pos, "break is not in a loop, switch, or select");
		break;
	case T_CONTINUE:
		n->u.branch.target = t.cont;
		if (!t.cont)
			error_at(s->p, n->pos, "continue is not in a loop");
		break;
	default:
		fallthrough_branch(s, t, n, last);
	}
}

static void add_all(Gotos *to, Gotos from)
{
	vec_each(&from, i)
		vec_push(to, from.v[i]);
}

/* The statements below n, each with its own block. */
static Gotos walk_inside(Scope_ *s, Block *b, Targets t, Node *labeled, Node *n)
{
	Gotos fwd = { 0 };
	Targets in = { t.brk, t.cont, -1 };
	switch (n->kind) {
	case N_BLOCK:
		return walk_block(s, b, in, labeled, n->pos, &n->u.block.stmts);
	case N_IF: {
		fwd = walk_block(s, b, in, labeled, n->u.iff.then->pos, &n->u.iff.then->u.block.stmts);
		if (n->u.iff.els) {
			NodeVec one = { 0 };
			vec_push(&one, n->u.iff.els);
			add_all(&fwd, walk_block(s, b, in, labeled, n->u.iff.els->pos, &one));
		}
		return fwd;
	}
	case N_FOR:
		in.brk = in.cont = n;
		return walk_block(s, b, in, labeled, n->u.forr.body->pos, &n->u.forr.body->u.block.stmts);
	case N_SWITCH: case N_SELECT:
		in.brk = n;
		vec_each(&n->u.sw.cases, i) {
			Node *c = n->u.sw.cases.v[i];
			in.icase = n->kind == N_SWITCH ? i : -1;
			add_all(&fwd, walk_block(s, b, in, labeled, c->pos, &c->u.cas.body));
		}
		return fwd;
	}
	return fwd;
}

/* Forward gotos that name this label arrive; those in bad would jump over the variable declared at var_pos. */
static void resolve(Scope_ *s, Label *l, Gotos *fwd, const Gotos *bad, Pos var_pos, const char *var)
{
	int keep = 0;
	Sym *name = l->stmt->u.labeled.label->u.name.sym;
	for (int i = 0; i < fwd->n; i++) {
		Node *g = fwd->v[i];
		if (g->u.branch.label->u.name.sym != name) {
			fwd->v[keep++] = g;
			continue;
		}
		g->u.branch.target = l->stmt;
		l->used = true;
		for (int k = 0; var_pos && k < bad->n; k++)
			if (bad->v[k] == g)
				error_at(s->p, g->u.branch.label->pos, "goto %s jumps over declaration of %s at %s", name->s, var, pos_str(var_pos));
	}
	fwd->n = keep;
}

static const char *first_names(const NodeVec *lhs)
{
	Buf b = { 0 };
	vec_each(lhs, i) {
		if (i)
			buf_puts(&b, ", ");
		node_print(&b, lhs->v[i]);
	}
	return buf_take(&b);
}

static Gotos walk_block(Scope_ *s, Block *up, Targets t, Node *labeled, Pos start, NodeVec *body)
{
	Block *b = NEW(Block);
	*b = (Block){ up, start, labeled };
	Gotos fwd = { 0 }, bad = { 0 };
	Pos var_pos = 0;
	const char *var = NULL;
	int n = body->n;
	while (n > 0 && body->v[n - 1]->kind == N_EMPTY)
		n--;            /* fallthrough counts as last even before empty statements */
	for (int i = 0; i < n; i++) {
		Node *st = body->v[i], *around = NULL;
		while (st->kind == N_LABELED) {
			if (!SYM_IS(st->u.labeled.label->u.name.sym, "_")) {
				Label *l = declare_label(s, b, st);
				Node *own = l->stmt;
				l->stmt = st;           /* of a duplicate: the gotos meant this one as well as that */
				resolve(s, l, &fwd, &bad, var_pos, var);
				l->stmt = own;
				around = st;
			}
			st = st->u.labeled.stmt;
		}
		bool declares = st->kind == N_ASSIGN && (st->flags & NF_DEFINE);
		if (declares) {
			var_pos = st->pos;
			var = first_names(&st->u.assign.lhs);
		} else if (st->kind == N_DECL_STMT) {
			for (int k = 0; k < st->u.declstmt.decls.n && !declares; k++) {
				Node *d = st->u.declstmt.decls.v[k];
				if (d->kind != N_VAR)
					continue;
				declares = true;
				var_pos = d->pos;
				var = d->u.val.names.v[0]->u.name.sym->s;
			}
		} else if (st->kind == N_BRANCH) {
			if (st->u.branch.label)
				labeled_branch(s, b, st, &fwd);
			else
				plain_branch(s, t, st, i + 1 == n);
		} else {
			add_all(&fwd, walk_inside(s, b, t, around, st));
		}
		if (declares) {
			bad.n = 0;
			add_all(&bad, fwd);
		}
	}
	return fwd;
}

void check_branches(Parser *p, Node *body)
{
	Scope_ s = { .p = p };
	Targets none = { NULL, NULL, -1 };
	Gotos fwd = walk_block(&s, NULL, none, NULL, body->pos, &body->u.block.stmts);
	vec_each(&fwd, i) {
		Node *name = fwd.v[i]->u.branch.label;
		Label *l = find_label(&s, name);
		if (l) {
			l->used = true;
			error_at(p, name->pos, "goto %s jumps into block starting at %s", name->u.name.sym->s, pos_str(l->block->start));
		} else {
			error_at(p, name->pos, "label %s not defined", name->u.name.sym->s);
		}
	}
	for (int i = 0; i < s.labels.n; i++) {
		Label *l = s.labels.ent[i].val;
		Node *name = l->stmt->u.labeled.label;
		if (!l->used)
			error_at(p, name->pos, "label %s defined and not used", name->u.name.sym->s);
	}
}
