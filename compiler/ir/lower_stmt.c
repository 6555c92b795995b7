/* lower_stmt.c: statements and simple control flow. */
#include "compiler/ir/lower.h"

void stmts(NodeVec *v)
{
	int depth = L->depth;           /* a label that loops deepens the rest of its block only */
	vec_each(v, i)
		stmt(v->v[i]);
	L->depth = depth;
}

void block(Node *n)
{
	stmts(&n->u.block.stmts);
}

void push_target(Target *t, Node *stmt, int brk, int cont)
{
	t->up = L->targets;
	t->stmt = stmt;
	t->brk = brk;
	t->cont = cont;
	L->targets = t;
}

void pop_target(Target *t)
{
	L->targets = t->up;
}

/* ---- returning ---- */

/* Runs of deferred calls are put before RET when the function is complete and known to defer. */
void leave(Node *src)
{
	emit(OP_RET, src);
}

void fall_off(Node *body)
{
	leave(body);
	vec_last(&L->fn->ins).pos = body->u.block.rbrace;
}

static LFn *real_fn(void)
{
	LFn *l = L;
	while (l->rf)
		l = l->outer;
	return l;
}



void return_values(Node *n, Node **v, int nv)
{
	LFn *f = real_fn();
	int nr = f->fn->results.n;
	if (nv) {
		Ref *r = arena_array(&build_arena, Ref, nr + 1), *to = arena_array(&build_arena, Ref, nr + 1);
		Type **t = arena_array(&build_arena, Type *, nr + 1);
		for (int i = 0; i < nr; i++)
			t[i] = f->fn->locals.v[f->fn->results.v[i]].type;
		for (int i = 0; i < nr; i++)
			to[i] = REF_LOCAL(capture_from(L, f, f->fn->results.v[i]));
		if (nv == 1 && nr > 1) {
			multi(v[0], r);
			for (int i = 0; i < nr; i++)
				set(to[i], conv(r[i], t[i], v[0]), n);
		} else {
			order_list(v, nv, t);
			Writes w = { .defers = f->info && f->info->has_defer };
			for (int i = 0; i < nr && nr > 1; i++) {
				Obj *o = f->fn->locals.v[f->fn->results.v[i]].obj, *same = v[i]->kind == N_NAME ? v[i]->u.name.obj : NULL;
				if (o && same == o)
					continue;
				order_save(v[i], &w);
				if (o)
					order_wrote_obj(o, &w);
				else if (w.defers)
					w.results = true;
			}
			L->late = true;
			for (int i = 0; i < nr; i++) {
				r[i] = expr_as(v[i], t[i]);
				if (r[i] != to[i])
					set(to[i], r[i], n);
			}
			L->late = false;
		}
	}
	if (L->rf)
		branch_out(T_RETURN, NULL, n);
	else
		leave(n);
}

/* ---- loops ---- */

static bool copies_per_iteration(Node *n, ObjVec *vars)
{
	Node *init = n->u.forr.init;
	if (!init || init->kind != N_ASSIGN || !(init->flags & NF_DEFINE) || !allows_version(n, L->pkg, "go1.22"))
		return false;
	vec_each(&init->u.assign.lhs, i) {
		Obj *o = init->u.assign.lhs.v[i]->u.name.obj;
		if (o && !is_blank(init->u.assign.lhs.v[i]) && VFACTS(o) & (VF_CAPTURED | VF_ADDR))
			vec_push(vars, o);
	}
	return vars->n > 0;
}

static void for_stmt(Node *n)
{
	ObjVec vars = { 0 };
	bool copies = copies_per_iteration(n, &vars);
	int end = blk();
	if (copies)
		L->depth++;             /* the variables belong to the iteration */
	if (n->u.forr.init)
		stmt(n->u.forr.init);
	if (copies)
		L->depth--;
	L->depth++;
	int head = blk(), body = blk(), post = n->u.forr.post || copies ? blk() : head;
	start(head);
	loop_head(head);
	if (n->u.forr.cond)
		cond(n->u.forr.cond, body, end);
	start(body);
	Target t = { 0 };
	push_target(&t, n, end, post);
	block(n->u.forr.body);
	pop_target(&t);
	if (post != head) {
		start(post);
		vec_each(&vars, i) {
			Ref v = REF_LOCAL(find_var(L, vars.v[i])), old = copy_of(v, n);
			vardef(v, n, false);
			set(v, old, n);
		}
		if (n->u.forr.post)
			stmt(n->u.forr.post);
	}
	if (L->cur >= 0)
		jmp(head, n);
	L->depth--;
	start(end);
}

static void if_stmt(Node *n)
{
	if (n->u.iff.init)
		stmt(n->u.iff.init);
	Node *c = n->u.iff.cond;
	if (c->val) {
		if (const_truth(c->val))
			stmt(n->u.iff.then);
		else if (n->u.iff.els)
			stmt(n->u.iff.els);
		return;
	}
	int then = blk(), end = blk(), els = n->u.iff.els ? blk() : end;
	cond(c, then, els);
	start(then);
	stmt(n->u.iff.then);
	if (n->u.iff.els) {
		if (L->cur >= 0)
			jmp(end, n);
		start(els);
		stmt(n->u.iff.els);
	}
	start(end);
}

/* ---- branches and labels ---- */

static int label_blk(LFn *l, Node *labeled)
{
	intptr_t b = (intptr_t)map_get(&l->labels, MAP_KEY(labeled));
	if (!b) {
		b = ir_blk(l->fn, l->depth) + 1;
		map_set(&l->labels, MAP_KEY(labeled), (void *)b);
	}
	return (int)b - 1;
}

static void labeled(Node *n)
{
	int b = label_blk(L, n);
	if (facts_label_loops(n)) {
		L->depth++;
		start(b);
		loop_head(b);
	} else {
		start(b);
	}
	stmt(n->u.labeled.stmt);
}

static bool label_inside(Node *label, Node *loop)
{
	return label->pos > loop->pos && label->pos < node_end(loop->u.forr.body);
}

bool branch_is_local(int op, Node *stmt, Target **t)
{
	if (op == T_GOTO)
		return !L->rf || label_inside(stmt, L->rf->stmt);
	for (*t = L->targets; *t; *t = (*t)->up)
		if (stmt ? (*t)->stmt == stmt : op == T_BREAK || (*t)->cont >= 0)
			return true;
	return false;
}

void branch_to(int op, Node *to, Node *src)
{
	Target *t = NULL;
	if (op == T_RETURN) {
		if (L->rf)
			branch_out(op, NULL, src);
		else
			leave(src);
		return;
	}
	if (op != T_GOTO && to && to->kind == N_LABELED)
		to = to->u.labeled.stmt;
	if (!branch_is_local(op, to, &t))
		branch_out(op, to, src);
	else if (op == T_GOTO)
		jmp(label_blk(L, to), src);
	else
		jmp(op == T_BREAK ? t->brk : t->cont, src);
}

static void branch(Node *n)
{
	if (n->op == T_FALLTHROUGH) {
		jmp(L->fall, n);
		return;
	}
	branch_to(n->op, n->u.branch.target, n);
}

/* ---- the rest ---- */

static void expr_stmt(Node *n)
{
	Node *x = node_unparen(n);
	if (x->kind == N_CALL && !(x->flags & (NF_BUILTIN | NF_CONVERSION)))
		call(x, NULL, -1);
	else if (x->kind == N_CALL && x->flags & NF_BUILTIN)
		builtin(x, false);
	else if (x->kind == N_UNARY && x->op == T_ARROW) {
		Ref c = expr(x->u.unary.x);
		Ins *i = emit(OP_RECV, x);
		i->a = c;
		i->type = ir_type(L->fn, c);
	} else
		expr(x);
}

static void send(Node *n)
{
	Ref v[2];
	Type *ct = nty(n->u.send.chan), *to[2] = { NULL, type_canon(type_under(ct)->u.chan.elem) };
	if (type_under(ct)->kind == K_INTERFACE && type_core(ct))
		to[1] = type_canon(type_core(ct)->u.chan.elem);
	/* the value is ready before the channel is loaded */
	order(n->u.send.chan);
	order(n->u.send.value);
	L->late = true;
	v[1] = stable(expr_as(n->u.send.value, to[1]), n);
	v[0] = expr(n->u.send.chan);
	L->late = false;
	Ins *i = emit(OP_SEND, n);
	i->type = ir_type(L->fn, v[0]);
	i->a = v[0];
	i->b = v[1];
}

void stmt(Node *n)
{
	switch ((NodeKind)n->kind) {
	case N_EMPTY: return;
	case N_LABELED: labeled(n); return;
	case N_BLOCK: block(n); return;
	case N_EXPR_STMT: expr_stmt(n->u.x.x); return;
	case N_SEND: send(n); return;
	case N_DECL_STMT:
		vec_each(&n->u.declstmt.decls, i)
			if (n->u.declstmt.decls.v[i]->kind == N_VAR)
				var_decl(n->u.declstmt.decls.v[i]);
		return;
	case N_ASSIGN: assign_stmt(n); return;
	case N_BRANCH: branch(n); return;
	case N_CALL_STMT: go_defer(n); return;
	case N_RETURN: return_values(n, n->u.ret.results.v, n->u.ret.results.n); return;
	case N_IF: if_stmt(n); return;
	case N_FOR:
		if (n->u.forr.init && n->u.forr.init->kind == N_RANGE_CLAUSE)
			range_stmt(n);
		else
			for_stmt(n);
		return;
	case N_SWITCH:
		if (n->u.sw.tag && n->u.sw.tag->kind == N_TYPESWITCH_GUARD)
			typeswitch_stmt(n);
		else
			switch_stmt(n);
		return;
	case N_SELECT: select_stmt(n); return;
	case N_VAR: var_decl(n); return;
	case N_CONST: case N_TYPE: return;
	default:
		if (n->kind < N_EMPTY) {
			expr_stmt(n);
			return;
		}
		bug_at("lower", L->fn->name, n->pos);
		bug("lower: %s is no statement", node_kind_name[n->kind]);
	}
}
