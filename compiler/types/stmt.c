/* stmt.c: statements. Where labels and branches lead was found by the parser. */
#include "compiler/types/check.h"

void ck_stmts(NodeVec *list)
{
	for (int i = 0; i < list->n; i++)
		ck_stmt(list->v[i]);
}

/* ---- simple statements --------------------------------------------------------------------------------------------------------- */

static void expr_stmt(Node *s)
{
	Operand x;
	const char *msg;
	ExprKind kind = ck_raw(NULL, &x, s->u.x.x, NULL, false);
	switch (x.mode) {
	case MODE_BUILTIN:
		msg = "must be called";
		break;
	case MODE_TYPE:
		msg = "is not an expression";
		break;
	default:
		if (kind == EX_STATEMENT)
			return;
		msg = "is not used";
		break;
	}
	ck_err(op_pos(&x), "%s %s", operand_str(&x), msg);
}

static void send_stmt(Node *s)
{
	Operand ch, val;
	ck_expr(NULL, &ch, s->u.send.chan);
	ck_generic_expr(&val, s->u.send.value, NULL);
	if (!op_ok(&ch) || !op_ok(&val))
		return;
	Type *elem = ck_chan_elem(node_start(s), &ch, false);
	if (elem)
		ck_assignment(&val, elem, WHY("send"));
}

static void inc_dec(Node *s)
{
	Node *lhs = s->u.assign.lhs.v[0];
	Operand x;
	ck_expr(NULL, &x, lhs);
	if (!op_ok(&x))
		return;
	if (!type_all_numeric(x.type)) {
		const char *op = tok_text[s->op];
		ck_err(node_start(lhs), "invalid operation: %s%s%s (non-numeric type %s)", node_str(lhs), op, op, type_str(x.type));
		return;
	}
	ck_assign_var(lhs, NULL, &x, "assignment");
}

static void assign_stmt(Node *s)
{
	NodeVec *lhs = &s->u.assign.lhs, *rhs = &s->u.assign.rhs;
	if (s->op && !rhs->n) {
		inc_dec(s);
	} else if (s->flags & NF_DEFINE) {
		ck_short_var_decl(s->pos, lhs, rhs);
	} else if (!s->op) {
		ck_assign_vars(lhs, rhs);
	} else if (lhs->n != 1 || rhs->n != 1) {
		ck_err(node_start(s), "assignment operation %s= requires single-valued expressions", tok_text[s->op]);
	} else {
		Operand x;
		ck_binary(&x, NULL, lhs->v[0], rhs->v[0], s->op);
		ck_assign_var(lhs->v[0], NULL, &x, "assignment");
	}
}

static void suspended_call(Node *s)
{
	const char *word = s->op == T_DEFER ? "defer" : "go", *msg;
	Node *call = s->u.callstmt.call;
	if (ck.env.fn && s->op == T_DEFER)
		ck.env.fn->has_defer = true;
	if (call->kind != N_CALL) {
		if (call->kind != N_BAD)
			ck_err(node_start(call), "expression in %s must be function call", word);
		ck_use(call);
		return;
	}
	Operand x;
	switch (ck_raw(NULL, &x, call, NULL, false)) {
	case EX_CONVERSION: msg = "requires function call, not conversion"; break;
	case EX_EXPRESSION: msg = "discards result of"; break;
	default: return;
	}
	ck_err(op_pos(&x), "%s %s %s", word, msg, operand_str(&x));
}

static void return_stmt(Node *s)
{
	ObjVec *res = &ck.env.sig->u.fn.results;
	if (s->u.ret.results.n || !res->n || !res->v[0]->name->n) {
		ck_init_vars(res->v, res->n, &s->u.ret.results, s);
		return;
	}
	for (int i = 0; i < res->n; i++) {
		Obj *o = res->v[i], *alt = SYM_IS(o->name, "_") ? o : ck_lookup(o->name, NULL);
		if (alt && alt != o)
			ck_err(s->pos, "result parameter %s not in scope at return\n\t%s: inner declaration of %s", o->name->s, pos_str(alt->pos), obj_str(o));
	}
}

/* ---- conditions ------------------------------------------------------------------------------------------------------------------- */

static void condition(Node *cond, const char *where)
{
	Operand x;
	if (!cond)
		return;
	ck_expr(NULL, &x, cond);
	if (!op_ok(&x))
		return;
	if (!type_all_boolean(x.type))
		ck_err(node_start(cond), "non-boolean condition in %s statement", where);
	else
		ck_update_type(cond, t_basic[K_BOOL], true);
}

static void if_stmt(Node *s)
{
	ck_open_scope(s);
	s->u.iff.scope = ck.env.scope;
	if (s->u.iff.init)
		ck_stmt(s->u.iff.init);
	condition(s->u.iff.cond, "if");
	ck_stmt(s->u.iff.then);
	if (s->u.iff.els)
		ck_stmt(s->u.iff.els);
	ck_close_scope();
}

static void for_stmt(Node *s)
{
	if (s->u.forr.init && s->u.forr.init->kind == N_RANGE_CLAUSE) {
		ck_range(s);
		return;
	}
	ck_open_scope(s);
	s->u.forr.scope = ck.env.scope;
	ck.env.loop++;
	if (s->u.forr.init)
		ck_stmt(s->u.forr.init);
	condition(s->u.forr.cond, "for");
	if (s->u.forr.post)
		ck_stmt(s->u.forr.post);
	ck_stmt(s->u.forr.body);
	ck.env.loop--;
	ck_close_scope();
}

/* ---- switch -------------------------------------------------------------------------------------------------------------------------- */

static void check_defaults(NodeVec *cases)
{
	Node *first = NULL;
	for (int i = 0; i < cases->n; i++) {
		Node *c = cases->v[i];
		if (!(c->flags & NF_DEFAULT))
			continue;
		if (first)
			ck_err(c->pos, "multiple defaults (first at %s)", pos_str(first->pos));
		else
			first = c;
	}
}

static void case_duplicate(Operand *v, SeenSet *seen)
{
	ConstKind k = const_kind(v->val);
	if (k != CV_INT && k != CV_FLOAT && k != CV_STRING)
		return;
	for (SeenVal *s = ck_seen_find(seen, v->val); s; s = s->next)
		if (type_same(s->type, v->type)) {
			ck_err(op_pos(v), "duplicate case %s in expression switch\n\t%s: previous case", operand_str(v), pos_str(s->pos));
			return;
		}
	ck_seen_add(seen, v->val, v->type, v->expr->pos);
}

static void case_values(Operand *x, NodeVec *values, SeenSet *seen)
{
	for (int i = 0; i < values->n; i++) {
		Operand v;
		ck_expr(NULL, &v, values->v[i]);
		if (!op_ok(x) || !op_ok(&v))
			continue;
		ck_convert_untyped(&v, x->type);
		if (!op_ok(&v))
			continue;
		Operand r = v, y = *x;
		ck_comparison(&r, &y, T_EQ, true);
		if (op_ok(&r) && v.mode == MODE_CONST)
			case_duplicate(&v, seen);
	}
}

static void clause_body(Node *c)
{
	ck_stmts(&c->u.cas.body);
	ck_close_scope();
}

static void open_clause(Node *c)
{
	ck_open_scope(c);
	c->u.cas.scope = ck.env.scope;
}

static void switch_tag(Operand *x, Node *s)
{
	NodeVec *cases = &s->u.sw.cases;
	if (s->u.sw.tag) {
		ck_expr(NULL, x, s->u.sw.tag);
		ck_assignment(x, NULL, WHY("switch expression"));
		if (op_ok(x) && !type_comparable(x->type, NULL) && !type_has_nil(x->type)) {
			ck_err(op_pos(x), "cannot switch on %s (%s is not comparable)", operand_str(x), type_str(x->type));
			x->mode = MODE_INVALID;
		}
		return;
	}
	Node *e = ck_name_node(cases->n ? cases->v[0]->pos : s->u.sw.rbrace, "true");
	*x = (Operand){ .mode = MODE_CONST, .type = t_basic[K_BOOL], .val = const_bool(true), .expr = e };
}

static void value_switch(Node *s)
{
	Operand x;
	SeenSet seen = { 0 };
	NodeVec *cases = &s->u.sw.cases;
	switch_tag(&x, s);
	check_defaults(cases);
	for (int i = 0; i < cases->n; i++) {
		case_values(&x, &cases->v[i]->u.cas.exprs, &seen);
		open_clause(cases->v[i]);
		clause_body(cases->v[i]);
	}
}

/* ---- type switch ------------------------------------------------------------------------------------------------------------------------ */

typedef struct SeenType { Type *t; Node *e; } SeenType;         /* t NULL: nil */
typedef VEC(SeenType) SeenTypes;

static bool is_nil_name(Node *e)
{
	e = node_unparen(e);
	if (e->kind != N_NAME)
		return false;
	Obj *o = ck_lookup(e->u.name.sym, NULL);
	return o && o->kind == O_NIL;
}

static bool seen_type(SeenTypes *seen, Type *t, Node *e)
{
	for (int i = 0; i < seen->n; i++) {
		Type *o = seen->v[i].t;
		if (!t != !o || (t && !type_same(t, o)))
			continue;
		ck_err(node_start(e), "duplicate case %s in type switch\n\t%s: previous case", t ? type_str(t) : "nil", pos_str(node_start(seen->v[i].e)));
		return true;
	}
	vec_push(seen, (SeenType){ t, e });
	return false;
}

/* Type of the clause's variable. x NULL: the switch itself is wrong. */
static Type *case_types(Operand *x, NodeVec *types, SeenTypes *seen)
{
	Type *t = NULL;
	for (int i = 0; i < types->n; i++) {
		Node *e = types->v[i];
		if (is_nil_name(e)) {
			Operand dummy;
			t = NULL;
			ck_expr(NULL, &dummy, e);
		} else {
			t = ck_var_type(e);
			if (ck_invalid(t))
				continue;
		}
		if (!seen_type(seen, t, e) && x && t)
			ck_type_assertion(e, x, t, true);
	}
	if (types->n == 1 && t)
		return t;
	return x ? x->type : t_invalid;
}

static Operand *guard_operand(Operand *x, Node *guard)
{
	ck_expr(NULL, x, guard->u.tsguard.x);
	if (!op_ok(x))
		return NULL;
	if (type_is_tparam(x->type))
		ck_err(op_pos(x), "cannot use type switch on type parameter value %s", operand_str(x));
	else if (type_is_interface(x->type))
		return x;
	else
		ck_err(op_pos(x), "%s is not an interface", operand_str(x));
	return NULL;
}

static void type_switch(Node *s, Node *guard)
{
	Node *lhs = guard->u.tsguard.name;
	Operand x;
	ObjVec vars = { 0 };
	SeenTypes seen = { 0 };
	NodeVec *cases = &s->u.sw.cases;
	if (lhs && SYM_IS(lhs->u.name.sym, "_")) {
		ck_err(lhs->pos, "no new variable on left side of :=");
		lhs = NULL;
	}
	Operand *sx = guard_operand(&x, guard);
	check_defaults(cases);
	for (int i = 0; i < cases->n; i++) {
		Node *c = cases->v[i];
		Type *t = case_types(sx, &c->u.cas.exprs, &seen);
		open_clause(c);
		if (lhs) {
			Obj *o = ck_new_local(lhs, t);
			lhs->u.name.obj = NULL;
			c->u.cas.var = o;
			ck_declare(ck.env.scope, NULL, o);
			vec_push(&vars, o);
		}
		clause_body(c);
	}
	if (!lhs)
		return;
	bool used = false;
	for (int i = 0; i < vars.n; i++) {
		used |= vars.v[i]->used;
		vars.v[i]->used = true;
	}
	if (!used)
		ck_err(lhs->pos, "%s declared and not used", lhs->u.name.sym->s);
}

static void switch_stmt(Node *s)
{
	ck_open_scope(s);
	s->u.sw.scope = ck.env.scope;
	if (s->u.sw.init)
		ck_stmt(s->u.sw.init);
	Node *tag = s->u.sw.tag;
	if (tag && tag->kind == N_TYPESWITCH_GUARD)
		type_switch(s, tag);
	else
		value_switch(s);
	ck_close_scope();
}

/* ---- select ----------------------------------------------------------------------------------------------------------------------------------- */

static bool valid_comm(Node *c)
{
	if (!c || c->kind == N_SEND)
		return true;
	Node *rhs = NULL;
	if (c->kind == N_ASSIGN && c->u.assign.rhs.n == 1)
		rhs = c->u.assign.rhs.v[0];
	else if (c->kind == N_EXPR_STMT)
		rhs = c->u.x.x;
	if (!rhs)
		return false;
	rhs = node_unparen(rhs);
	return rhs->kind == N_UNARY && rhs->op == T_ARROW;
}

static void select_stmt(Node *s)
{
	NodeVec *cases = &s->u.sw.cases;
	if (ck.env.fn)
		ck.env.fn->has_select = true;
	check_defaults(cases);
	for (int i = 0; i < cases->n; i++) {
		Node *c = cases->v[i];
		if (!valid_comm(c->u.cas.comm)) {
			ck_err(node_start(c->u.cas.comm), "select case must be send or receive (possibly with assignment)");
			continue;
		}
		open_clause(c);
		Node *comm = c->u.cas.comm;
		if (comm)
			ck_stmt(comm);
		if (comm && comm->kind == N_ASSIGN && comm->op && !ck.nerr)
			ck_err(comm->pos, "select case must be receive, send or assign recv");
		clause_body(c);
	}
}

/* ---- all ---------------------------------------------------------------------------------------------------------------------------------------- */

static void block_stmt(Node *s)
{
	ck_open_scope(s);
	s->u.block.scope = ck.env.scope;
	ck_stmts(&s->u.block.stmts);
	ck_close_scope();
}

static void by_kind(Node *s)
{
	switch ((NodeKind)s->kind) {
	case N_EMPTY: case N_BAD: break;
	case N_EXPR_STMT: expr_stmt(s); break;
	case N_SEND: send_stmt(s); break;
	case N_ASSIGN: assign_stmt(s); break;
	case N_CALL_STMT: suspended_call(s); break;
	case N_RETURN: return_stmt(s); break;
	case N_IF: if_stmt(s); break;
	case N_FOR: for_stmt(s); break;
	case N_SWITCH: switch_stmt(s); break;
	case N_SELECT: select_stmt(s); break;
	case N_BLOCK: block_stmt(s); break;
	case N_DECL_STMT: ck_decl_stmt(&s->u.declstmt.decls); break;
	case N_BRANCH:
		if (s->op == T_GOTO && ck.env.fn)
			ck.env.fn->has_goto = true;
		break;
	case N_LABELED:
		if (ck.env.fn)
			ck.env.fn->has_label = true;
		ck_stmt(s->u.labeled.stmt);
		break;
	default:
		ck_err(node_start(s), "invalid syntax tree: invalid statement");
	}
}

void ck_stmt(Node *s)
{
	if (!s)
		return;
	int top = ck_later_top();
	by_kind(s);
	ck_run_later(top);
}
