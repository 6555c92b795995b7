/* flow.c: makes the blocks of a function body and the jumps between them.
 *
 * Cases of a switch are tested one after the other, the default last; a select goes to any of its cases. Calls that never return
 * (panic, os.Exit, functions of which every path ends so) end their block without a successor. */
#include "compiler/vet/flow.h"

typedef struct Target {                 /* where break, continue and fallthrough go; innermost first */
	struct Target *outer;
	Node *stmt;
	FlowBlock *brk, *cont, *fall;
} Target;

typedef struct Builder {
	Flow *flow;
	FlowBlock *cur;
	Target *targets;
	Map labels;                     /* label name -> block of its statement */
} Builder;

static FlowBlock *block(Builder *b)
{
	FlowBlock *n = NEW(FlowBlock);
	vec_push(&b->flow->blocks, n);
	return n;
}

static void jump(Builder *b, FlowBlock *to) { vec_push(&b->cur->succs, to); }

static void branch(Builder *b, FlowBlock *yes, FlowBlock *no)
{
	jump(b, yes);
	jump(b, no);
}

static void add(Builder *b, Node *n)
{
	if (n)
		vec_push(&b->cur->nodes, n);
}

static void stmt(Builder *b, Node *s, Node *label);

static void stmts(Builder *b, const NodeVec *v)
{
	vec_each(v, i)
		stmt(b, v->v[i], NULL);
}

/* ---- calls that do not return --------------------------------------------------------------------------------------------------- */

static Map never;                       /* function -> 1 being looked at or returns, 2 does not */

static bool returns(const Node *call)
{
	Obj *f = vet_callee(call);
	if (!f)
		return true;
	if (f->kind == O_BUILTIN)
		return f->u.builtin.id != B_PANIC;
	if (f->kind != O_FUNC || vet_is_iface_method(call->u.call.fun))
		return true;
	if (vet_func_is(f, "os", "Exit") || vet_func_is(f, "syscall", "Exit") || vet_func_is(f, "runtime", "Goexit"))
		return false;
	void *known = map_get(&never, MAP_KEY(f));
	if (known)
		return known != (void *)2;
	map_set(&never, MAP_KEY(f), (void *)1);
	Node *d = f->u.fn.decl;
	if (!d || d->kind != N_FUNC || !d->u.fdecl.body || !flow_never_returns(flow_of(d->u.fdecl.body)))
		return true;
	map_set(&never, MAP_KEY(f), (void *)2);
	return false;
}

/* ---- statements ----------------------------------------------------------------------------------------------------------------------- */

static FlowBlock *label_block(Builder *b, const Node *name)
{
	FlowBlock *to = map_get(&b->labels, MAP_KEY(name->u.name.sym));
	if (!to)
		map_set(&b->labels, MAP_KEY(name->u.name.sym), to = block(b));
	return to;
}

static void jump_stmt(Builder *b, Node *s)
{
	FlowBlock *to = NULL;
	Node *name = s->u.branch.label;
	if (s->op == T_GOTO && name)
		to = label_block(b, name);
	for (Target *t = b->targets; t && !to && s->op != T_GOTO; t = t->outer) {
		bool match = !name || (t->stmt && t->stmt->kind == N_LABELED && t->stmt->u.labeled.label->u.name.sym == name->u.name.sym);
		if (match)
			to = s->op == T_BREAK ? t->brk : s->op == T_CONTINUE ? t->cont : t->fall;
	}
	if (to)
		jump(b, to);
	b->cur = block(b);
}

static void body_in(Builder *b, const NodeVec *v, Target t)
{
	t.outer = b->targets;
	b->targets = &t;
	stmts(b, v);
	b->targets = t.outer;
}

static void if_stmt(Builder *b, Node *s)
{
	if (s->u.iff.init)
		stmt(b, s->u.iff.init, NULL);
	FlowBlock *then = block(b), *done = block(b), *els = s->u.iff.els ? block(b) : done;
	add(b, s->u.iff.cond);
	branch(b, then, els);
	b->cur = then;
	stmt(b, s->u.iff.then, NULL);
	jump(b, done);
	if (s->u.iff.els) {
		b->cur = els;
		stmt(b, s->u.iff.els, NULL);
		jump(b, done);
	}
	b->cur = done;
}

static void switch_stmt(Builder *b, Node *s, Node *label)
{
	if (s->u.sw.init)
		stmt(b, s->u.sw.init, NULL);
	bool types = s->u.sw.tag && s->u.sw.tag->kind == N_TYPESWITCH_GUARD;
	add(b, types ? s->u.sw.tag->u.tsguard.x : s->u.sw.tag);
	NodeVec *cases = &s->u.sw.cases;
	FlowBlock *done = block(b), *dflt = NULL, *dflt_fall = done, **body = arena_array(&build_arena, FlowBlock *, cases->n + 1);
	Node *dflt_case = NULL;
	vec_each(cases, i)
		body[i] = block(b);
	body[cases->n] = done;
	vec_each(cases, i) {
		Node *c = cases->v[i];
		if (c->flags & NF_DEFAULT || !c->u.cas.exprs.n) {
			dflt = body[i];
			dflt_case = c;
			dflt_fall = body[i + 1];
			continue;
		}
		FlowBlock *next = NULL;
		vec_each(&c->u.cas.exprs, k) {
			next = block(b);
			if (!types)
				add(b, c->u.cas.exprs.v[k]);
			branch(b, body[i], next);
			b->cur = next;
		}
		b->cur = body[i];
		body_in(b, &c->u.cas.body, (Target){ .stmt = label, .brk = done, .fall = body[i + 1] });
		jump(b, done);
		b->cur = next;
	}
	if (dflt) {
		jump(b, dflt);
		b->cur = dflt;
		body_in(b, &dflt_case->u.cas.body, (Target){ .stmt = label, .brk = done, .fall = dflt_fall });
	}
	jump(b, done);
	b->cur = done;
}

static void select_stmt(Builder *b, Node *s, Node *label)
{
	NodeVec *cases = &s->u.sw.cases;
	vec_each(cases, i)
		if (cases->v[i]->u.cas.comm)
			stmt(b, cases->v[i]->u.cas.comm, NULL);
	FlowBlock *done = block(b);
	Node *dflt = NULL;
	vec_each(cases, i) {
		Node *c = cases->v[i];
		if (!c->u.cas.comm) {
			dflt = c;
			continue;
		}
		FlowBlock *body = block(b), *next = block(b);
		branch(b, body, next);
		b->cur = body;
		if (c->u.cas.comm->kind == N_ASSIGN)
			add(b, c->u.cas.comm->u.assign.lhs.v[0]);
		body_in(b, &c->u.cas.body, (Target){ .stmt = label, .brk = done });
		jump(b, done);
		b->cur = next;
	}
	if (dflt) {
		body_in(b, &dflt->u.cas.body, (Target){ .stmt = label, .brk = done });
		jump(b, done);
	}
	b->cur = done;
}

static void range_stmt(Builder *b, Node *s, Node *label)
{
	Node *r = s->u.forr.init;
	add(b, r->u.range.x);
	add(b, r->u.range.key);
	add(b, r->u.range.value);
	FlowBlock *loop = block(b), *body = block(b), *done = block(b);
	jump(b, loop);
	b->cur = loop;
	branch(b, body, done);
	b->cur = body;
	body_in(b, &s->u.forr.body->u.block.stmts, (Target){ .stmt = label, .brk = done, .cont = loop });
	jump(b, loop);
	b->cur = done;
}

static void for_stmt(Builder *b, Node *s, Node *label)
{
	if (s->u.forr.init && s->u.forr.init->kind == N_RANGE_CLAUSE) {
		range_stmt(b, s, label);
		return;
	}
	if (s->u.forr.init)
		stmt(b, s->u.forr.init, NULL);
	FlowBlock *body = block(b), *done = block(b), *loop = s->u.forr.cond ? block(b) : body, *cont = s->u.forr.post ? block(b) : loop;
	jump(b, loop);
	b->cur = loop;
	if (loop != body) {
		add(b, s->u.forr.cond);
		branch(b, body, done);
		b->cur = body;
	}
	body_in(b, &s->u.forr.body->u.block.stmts, (Target){ .stmt = label, .brk = done, .cont = cont });
	jump(b, cont);
	if (s->u.forr.post) {
		b->cur = cont;
		stmt(b, s->u.forr.post, NULL);
		jump(b, loop);
	}
	b->cur = done;
}

static void stmt(Builder *b, Node *s, Node *label)
{
	if (!s)
		return;
	switch ((NodeKind)s->kind) {
	case N_BLOCK: stmts(b, &s->u.block.stmts); break;
	case N_IF: if_stmt(b, s); break;
	case N_FOR: for_stmt(b, s, label); break;
	case N_SWITCH: switch_stmt(b, s, label); break;
	case N_SELECT: select_stmt(b, s, label); break;
	case N_BRANCH: jump_stmt(b, s); break;
	case N_LABELED: {
		FlowBlock *at = label_block(b, s->u.labeled.label);
		jump(b, at);
		b->cur = at;
		stmt(b, s->u.labeled.stmt, s);
		break;
	}
	case N_RETURN:
		b->cur->returns = b->cur->has_return = true;
		b->cur->return_pos = s->pos;
		add(b, s);
		b->cur = block(b);
		break;
	case N_CALL_STMT:
		add(b, s);
		b->cur->returns |= s->op == T_DEFER;
		break;
	case N_EXPR_STMT:
		add(b, s);
		if (s->u.x.x->kind == N_CALL && !returns(s->u.x.x))
			b->cur = block(b);
		break;
	case N_DECL_STMT:
		vec_each(&s->u.declstmt.decls, i)
			if (s->u.declstmt.decls.v[i]->kind == N_VAR)
				add(b, s->u.declstmt.decls.v[i]);
		break;
	default: add(b, s); break;
	}
}

static void mark_live(FlowBlock *b)
{
	if (b->live)
		return;
	b->live = true;
	vec_each(&b->succs, i)
		mark_live(b->succs.v[i]);
}

Flow *flow_of(Node *body)
{
	Builder b = { .flow = NEW(Flow) };
	b.cur = block(&b);
	stmts(&b, &body->u.block.stmts);
	mark_live(b.flow->blocks.v[0]);
	if (b.cur->live) {
		b.cur->returns = b.cur->has_return = true;
		b.cur->return_pos = body->u.block.rbrace;
	}
	return b.flow;
}

bool flow_never_returns(const Flow *f)
{
	vec_each(&f->blocks, i)
		if (f->blocks.v[i]->live && f->blocks.v[i]->returns)
			return false;
	return true;
}
