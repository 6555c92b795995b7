/* parse_stmt.c: statements. */
#include "compiler/syntax/parse.h"

static Node *parse_stmt_or_null(Parser *p);

/* ---- simple statements ------------------------------------------------------------------------------------------------- */

static Node *expr_stmt(Node *x)
{
	Node *n = new_node(N_EXPR_STMT, x->pos);
	n->u.x.x = x;
	return n;
}

/* At "range"; lhs may be empty. */
static Node *parse_range(Parser *p, NodeVec lhs, bool define)
{
	Node *n = new_node(N_RANGE_CLAUSE, cur_pos(p));
	next(p);
	n->u.range.key = lhs.n > 0 ? lhs.v[0] : NULL;
	n->u.range.value = lhs.n > 1 ? lhs.v[1] : NULL;
	if (define)
		n->flags |= NF_DEFINE;
	n->u.range.extra = lhs.n > 2 ? lhs.v[2] : NULL;
	n->u.range.x = parse_expr(p);
	return n;
}

static Node *new_assign(Pos pos, Tok op, NodeVec lhs, NodeVec rhs)
{
	Node *n = new_node(N_ASSIGN, pos);
	n->op = (uint8_t)op;
	n->u.assign.lhs = lhs;
	n->u.assign.rhs = rhs;
	return n;
}

/* The plain operator of an assignment operator: += gives +. */
static Tok plain_op(Tok t)
{
	static const uint8_t plain[T_COUNT] = {
		[T_ADD_ASSIGN] = T_ADD, [T_SUB_ASSIGN] = T_SUB, [T_OR_ASSIGN] = T_OR, [T_XOR_ASSIGN] = T_XOR, [T_MUL_ASSIGN] = T_MUL,
		[T_DIV_ASSIGN] = T_DIV, [T_REM_ASSIGN] = T_REM, [T_AND_ASSIGN] = T_AND, [T_ANDNOT_ASSIGN] = T_ANDNOT, [T_SHL_ASSIGN] = T_SHL,
		[T_SHR_ASSIGN] = T_SHR, [T_INC] = T_ADD, [T_DEC] = T_SUB,
	};
	return (Tok)plain[t];
}

/* What may follow one expression: op= y, ++, --, <- y, or nothing. */
static Node *parse_after_expr(Parser *p, NodeVec lhs)
{
	Pos pos = cur_pos(p);
	Tok t = tok(p);
	NodeVec none = { 0 };
	if (t == T_INC || t == T_DEC) {
		next(p);
		return new_assign(pos, plain_op(t), lhs, none);
	}
	if (t == T_ARROW) {
		Node *n = new_node(N_SEND, pos);
		next(p);
		n->u.send.chan = lhs.v[0];
		n->u.send.value = parse_expr(p);
		return n;
	}
	if (plain_op(t)) {
		NodeVec rhs = { 0 };
		next(p);
		vec_push(&rhs, parse_expr(p));
		return new_assign(pos, plain_op(t), lhs, rhs);
	}
	return expr_stmt(lhs.v[0]);
}

/* SimpleStmt = ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl .  lhs may be taken already. keyword is the
 * statement whose header this is: "for" allows a range clause, "switch" a type switch guard. */
static Node *parse_simple(Parser *p, NodeVec lhs, Tok keyword)
{
	NodeVec none = { 0 };
	if (keyword == T_FOR && tok(p) == T_RANGE)
		return parse_range(p, none, false);
	if (!lhs.n)
		lhs = parse_expr_list(p, NULL);
	if (lhs.n == 1 && tok(p) != T_ASSIGN && tok(p) != T_DEFINE)
		return parse_after_expr(p, lhs);
	if (tok(p) != T_ASSIGN && tok(p) != T_DEFINE) {
		syntax_error(p, "expected := or = or comma");
		ADVANCE(p, T_SEMI, T_RBRACE);
		return expr_stmt(lhs.v[0]);
	}
	Pos pos = cur_pos(p);
	bool define = tok(p) == T_DEFINE;
	next(p);
	if (keyword == T_FOR && tok(p) == T_RANGE)
		return parse_range(p, lhs, define);
	NodeVec rhs = parse_expr_list(p, NULL);
	if (rhs.n == 1 && rhs.v[0]->kind == N_TYPESWITCH_GUARD && keyword == T_SWITCH && define && lhs.n == 1 && lhs.v[0]->kind == N_NAME) {
		rhs.v[0]->u.tsguard.name = lhs.v[0];
		return expr_stmt(rhs.v[0]);
	}
	Node *n = new_assign(pos, (Tok)0, lhs, rhs);
	if (define)
		n->flags |= NF_DEFINE;
	return n;
}

static Node *parse_simple_here(Parser *p, Tok keyword)
{
	return parse_simple(p, (NodeVec){ 0 }, keyword);
}

/* ---- blocks --------------------------------------------------------------------------------------------------------------- */

/* StatementList = { Statement ";" }; the last semicolon may be missing. */
static NodeVec parse_stmt_list(Parser *p)
{
	int begin = list_begin(p);
	while (tok(p) != T_EOF && tok(p) != T_RBRACE && tok(p) != T_CASE && tok(p) != T_DEFAULT) {
		Node *s = parse_stmt_or_null(p);
		clear_pragma(p);
		if (!s)
			break;
		list_add(p, s);
		if (!got(p, T_SEMI) && tok(p) != T_RBRACE) {
			syntax_error(p, "at end of statement");
			ADVANCE(p, T_SEMI, T_RBRACE, T_CASE, T_DEFAULT);
			(void)got(p, T_SEMI);   /* it belonged to the broken statement */
		}
	}
	return list_end(p, begin);
}

/* "{" StatementList "}"; context names what the block follows, "" when "{" is here for sure. */
Node *parse_block(Parser *p, const char *context)
{
	Node *n = new_node(N_BLOCK, cur_pos(p));
	if (!got(p, T_LBRACE)) {
		syntax_error(p, "expected { after %s", context);
		ADVANCE(p, T_NAME, T_RBRACE);
		n->u.block.rbrace = cur_pos(p);
		if (got(p, T_RBRACE))
			return n;
	}
	n->u.block.stmts = parse_stmt_list(p);
	n->u.block.rbrace = cur_pos(p);
	want(p, T_RBRACE);
	return n;
}

static Node *parse_decl_stmt(Parser *p, Node *(*spec)(Parser *p, Node *group, int index))
{
	Node *n = new_node(N_DECL_STMT, cur_pos(p));
	next(p);
	parse_decl_group(p, &n->u.declstmt.decls, spec);
	return n;
}

/* At ":" after a label. NULL when no statement follows: reported. */
static Node *parse_labeled(Parser *p, Node *label)
{
	Node *n = new_node(N_LABELED, cur_pos(p));
	n->u.labeled.label = label;
	want(p, T_COLON);
	if (tok(p) == T_RBRACE) {
		n->u.labeled.stmt = new_node(N_EMPTY, cur_pos(p));
		return n;
	}
	n->u.labeled.stmt = parse_stmt_or_null(p);
	if (n->u.labeled.stmt)
		return n;
	syntax_error_at(p, n->pos, "missing statement after label");
	return NULL;
}

/* ---- if, for, switch: the header ---------------------------------------------------------------------------------------------- */

typedef struct { Node *init, *cond, *post; } Header;

static const char *emphasized(const NodeVec *list)
{
	Buf b = { 0 };
	vec_each(list, i) {
		if (i)
			buf_puts(&b, ", ");
		bool paren = list->n == 1 && list->v[i]->kind == N_BINARY;
		if (paren)
			buf_putc(&b, '(');
		node_print(&b, list->v[i]);
		if (paren)
			buf_putc(&b, ')');
	}
	return buf_take(&b);
}

/* The condition is a statement that is no expression: usually = written for ==. */
static void report_no_value(Parser *p, const Node *s)
{
	if (s->kind == N_ASSIGN && !s->op && !(s->flags & NF_DEFINE))
		syntax_error_at(p, s->pos, "cannot use assignment %s = %s as value", emphasized(&s->u.assign.lhs), emphasized(&s->u.assign.rhs));
	else
		syntax_error_at(p, s->pos, "cannot use %s as value", node_str(s));
}

/* The part after the first semicolon of a for header. Returns the condition as a statement, or NULL. */
static Node *parse_for_rest(Parser *p, Header *h)
{
	Node *cond = NULL;
	if (tok(p) != T_SEMI) {
		if (tok(p) == T_LBRACE) {
			syntax_error(p, "expected for loop condition");
			return NULL;
		}
		cond = parse_simple_here(p, (Tok)0);
	}
	want(p, T_SEMI);
	if (tok(p) != T_LBRACE) {
		h->post = parse_simple_here(p, (Tok)0);
		if (h->post->kind == N_ASSIGN && (h->post->flags & NF_DEFINE))
			syntax_error_at(p, h->post->pos, "cannot declare in post statement of for loop");
	}
	return cond;
}

/* Everything between the keyword and "{". A range clause comes back as init. */
static Header parse_header(Parser *p, Tok keyword)
{
	Header h = { 0 };
	Node *cond = NULL;
	Pos semi_pos = 0;
	Sym *semi_lit = NULL;
	want(p, keyword);
	if (tok(p) == T_LBRACE) {
		if (keyword == T_IF) {
			syntax_error(p, "missing condition in if statement");
			h.cond = bad_expr(p);
		}
		return h;
	}
	int outer = p->xnest;
	p->xnest = -1;
	if (tok(p) != T_SEMI) {
		if (got(p, T_VAR))
			syntax_error(p, "var declaration not allowed in %s initializer", tok_text[keyword]);
		h.init = parse_simple_here(p, keyword);
		if (h.init->kind == N_RANGE_CLAUSE) {
			p->xnest = outer;
			return h;
		}
	}
	if (tok(p) == T_LBRACE) {
		cond = h.init;
		h.init = NULL;
	} else {
		if (tok(p) == T_SEMI) {
			semi_pos = cur_pos(p);
			semi_lit = p->lx.lit;
			next(p);
		} else {
			want(p, T_LBRACE);      /* more helpful to ask for than a semicolon */
			if (tok(p) != T_LBRACE)
				ADVANCE(p, T_LBRACE, T_RBRACE);
		}
		if (keyword == T_FOR)
			cond = parse_for_rest(p, &h);
		else if (tok(p) != T_LBRACE)
			cond = parse_simple_here(p, keyword);
	}
	if (cond && cond->kind == N_EXPR_STMT) {
		h.cond = cond->u.x.x;
	} else if (cond) {
		report_no_value(p, cond);
	} else if (keyword == T_IF && semi_pos) {
		if (SYM_IS(semi_lit, "semicolon"))
			syntax_error_at(p, semi_pos, "missing condition in if statement");
		else
			syntax_error_at(p, semi_pos, "unexpected %s, expected { after if clause", semi_lit->s);
		h.cond = new_node(N_BAD, semi_pos);
	}
	p->xnest = outer;
	return h;
}

static Node *parse_for(Parser *p)
{
	Node *n = new_node(N_FOR, cur_pos(p));
	Header h = parse_header(p, T_FOR);
	n->u.forr.init = h.init;
	n->u.forr.cond = h.cond;
	n->u.forr.post = h.post;
	n->u.forr.body = parse_block(p, "for clause");
	return n;
}

/* A chain of else-ifs may be long: it is followed in a loop. */
static Node *parse_if(Parser *p)
{
	Node *first = NULL, **link = &first;
	for (;;) {
		Node *n = new_node(N_IF, cur_pos(p));
		*link = n;
		Header h = parse_header(p, T_IF);
		n->u.iff.init = h.init;
		n->u.iff.cond = h.cond ? h.cond : new_node(N_BAD, n->pos);
		n->u.iff.then = parse_block(p, "if clause");
		if (!got(p, T_ELSE))
			return first;
		if (tok(p) == T_IF) {
			link = &n->u.iff.els;
			continue;
		}
		if (tok(p) == T_LBRACE) {
			n->u.iff.els = parse_block(p, "");
		} else {
			syntax_error(p, "else must be followed by if or statement block");
			ADVANCE(p, T_NAME, T_RBRACE);
		}
		return first;
	}
}

/* CaseClause or CommClause = ( "case" ... | "default" ) ":" StatementList . */
static Node *parse_case(Parser *p, bool comm)
{
	Node *n = new_node(N_CASE, cur_pos(p));
	if (got(p, T_CASE)) {
		if (comm)
			n->u.cas.comm = parse_simple_here(p, (Tok)0);
		else
			n->u.cas.exprs = parse_expr_list(p, NULL);
	} else if (got(p, T_DEFAULT)) {
		n->flags |= NF_DEFAULT;
	} else {
		syntax_error(p, "expected case or default or }");
		n->flags |= NF_DEFAULT;
		ADVANCE(p, T_COLON, T_CASE, T_DEFAULT, T_RBRACE);
	}
	n->u.cas.colon = cur_pos(p);
	want(p, T_COLON);
	n->u.cas.body = parse_stmt_list(p);
	return n;
}

static Node *parse_switch(Parser *p, bool select)
{
	Node *n = new_node(select ? N_SELECT : N_SWITCH, cur_pos(p));
	if (select) {
		next(p);
	} else {
		Header h = parse_header(p, T_SWITCH);
		n->u.sw.init = h.init;
		n->u.sw.tag = h.cond;
	}
	if (!got(p, T_LBRACE)) {
		syntax_error(p, select ? "missing { after select clause" : "missing { after switch clause");
		ADVANCE(p, T_CASE, T_DEFAULT, T_RBRACE);
	}
	int begin = list_begin(p);
	while (tok(p) != T_EOF && tok(p) != T_RBRACE)
		list_add(p, parse_case(p, select));
	n->u.sw.cases = list_end(p, begin);
	n->u.sw.rbrace = cur_pos(p);
	want(p, T_RBRACE);
	return n;
}

/* ---- the others ------------------------------------------------------------------------------------------------------------------ */

/* go, defer */
static Node *parse_call_stmt(Parser *p)
{
	Node *n = new_node(N_CALL_STMT, cur_pos(p));
	n->op = (uint8_t)tok(p);
	next(p);
	Node *x = parse_primary(p, NULL), *bare = node_unparen(x);
	if (bare != x)
		error_at(p, x->pos, "expression in %s must not be parenthesized", tok_text[n->op]);
	n->u.callstmt.call = bare;
	return n;
}

static Node *parse_branch(Parser *p)
{
	Node *n = new_node(N_BRANCH, cur_pos(p));
	n->op = (uint8_t)tok(p);
	next(p);
	if (n->op == T_GOTO || (n->op != T_FALLTHROUGH && tok(p) == T_NAME))
		n->u.branch.label = parse_name(p);
	return n;
}

static Node *parse_return(Parser *p)
{
	Node *n = new_node(N_RETURN, cur_pos(p));
	next(p);
	if (tok(p) != T_SEMI && tok(p) != T_RBRACE)
		n->u.ret.results = parse_expr_list(p, NULL);
	return n;
}

static Node *parse_stmt_here(Parser *p)
{
	switch ((int)tok(p)) {
	case T_VAR:
		return parse_decl_stmt(p, parse_var);
	case T_CONST:
		return parse_decl_stmt(p, parse_const);
	case T_TYPE:
		return parse_decl_stmt(p, parse_type_decl);
	}
	clear_pragma(p);
	switch ((int)tok(p)) {
	case T_NAME: {
		NodeVec lhs = parse_expr_list(p, NULL);
		if (lhs.n == 1 && lhs.v[0]->kind == N_NAME && tok(p) == T_COLON)
			return parse_labeled(p, lhs.v[0]);
		return parse_simple(p, lhs, (Tok)0);
	}
	case T_LBRACE:
		return parse_block(p, "");
	case T_ADD: case T_SUB: case T_MUL: case T_AND: case T_XOR: case T_NOT:
	case T_INT: case T_FLOAT: case T_IMAG: case T_CHAR: case T_STRING: case T_FUNC: case T_LPAREN:
	case T_LBRACK: case T_STRUCT: case T_MAP: case T_CHAN: case T_INTERFACE: case T_ARROW:
		return parse_simple_here(p, (Tok)0);
	case T_FOR:
		return parse_for(p);
	case T_SWITCH:
		return parse_switch(p, false);
	case T_SELECT:
		return parse_switch(p, true);
	case T_IF:
		return parse_if(p);
	case T_FALLTHROUGH: case T_BREAK: case T_CONTINUE: case T_GOTO:
		return parse_branch(p);
	case T_GO: case T_DEFER:
		return parse_call_stmt(p);
	case T_RETURN:
		return parse_return(p);
	case T_SEMI:
		return new_node(N_EMPTY, cur_pos(p));
	}
	return NULL;
}

/* Statement, or NULL when none begins here. */
static Node *parse_stmt_or_null(Parser *p)
{
	if (stmt_too_deep(p))
		return NULL;
	p->depth++;
	p->nstmt++;
	Node *n = parse_stmt_here(p);
	p->nstmt--;
	p->depth--;
	return n;
}
