/* parse_expr.c: expressions.
 *
 * Types are operands here: conversions, make, composite literals and type arguments need them, and only the checker can tell
 * T(x) from f(x). Whether "{" after a name opens a composite literal or a block depends on xnest, see syntax.h's Parser. */
#include "compiler/syntax/parse.h"

Node *parse_expr(Parser *p)
{
	return parse_binary(p, NULL, 0);
}

NodeVec parse_expr_list(Parser *p, Node *first)
{
	int begin = list_begin(p);
	list_add(p, first ? first : parse_expr(p));
	while (got(p, T_COMMA))
		list_add(p, parse_expr(p));
	return list_end(p, begin);
}

/* "<-" and then x, which turned out to be a channel type: the arrow belongs to it. <-chan<- T is <-chan (<-T) if T is a channel, and so on. */
static Node *reassociate_arrow(Parser *p, Node *x)
{
	Node *t = x;
	uint8_t dir = DIR_SEND;
	while (dir == DIR_SEND) {
		if (t->kind != N_CHAN_TYPE)
			break;
		dir = t->u.chantype.dir;
		if (dir == DIR_RECV)
			syntax_error(p, "unexpected <-, expected chan");
		t->u.chantype.dir = DIR_RECV;
		t = t->u.chantype.elem;
	}
	if (dir == DIR_SEND)
		syntax_error(p, "unexpected %s, expected chan", node_str(t));
	return x;
}

/* UnaryExpr = PrimaryExpr | unary_op UnaryExpr . */
static Node *parse_unary_here(Parser *p)
{
	Pos pos = cur_pos(p);
	Tok op = tok(p);
	Node *x, *n;
	switch ((int)op) {
	case T_MUL:
		next(p);
		n = new_node(N_STAR, pos);
		n->u.x.x = NULL;
		x = parse_binary(p, NULL, 100);
		n->u.x.x = x;
		return n;
	case T_ADD: case T_SUB: case T_NOT: case T_XOR: case T_TILDE: case T_AND:
		next(p);
		x = parse_binary(p, NULL, 100);
		n = new_node(N_UNARY, pos);
		n->op = (uint8_t)op;
		n->u.unary.x = op == T_AND ? node_unparen(x) : x;
		return n;
	case T_ARROW:
		next(p);
		x = parse_binary(p, NULL, 100);
		if (x->kind == N_CHAN_TYPE)
			return reassociate_arrow(p, x);
		n = new_node(N_UNARY, pos);
		n->op = T_ARROW;
		n->u.unary.x = x;
		return n;
	}
	return parse_primary(p, NULL);
}

static Node *parse_unary(Parser *p)
{
	if (too_deep(p))
		return bad_expr(p);
	p->depth++;
	Node *x = parse_unary_here(p);
	p->depth--;
	return x;
}

/* Expression = UnaryExpr | Expression binary_op Expression; operators above prec only. x, when not NULL, is the first operand. */
Node *parse_binary(Parser *p, Node *x, int prec)
{
	if (!x)
		x = parse_unary(p);
	while (tok_prec[tok(p)] > prec) {
		Node *n = new_node(N_BINARY, cur_pos(p));
		n->op = (uint8_t)tok(p);
		next(p);
		n->u.binary.x = x;
		n->u.binary.y = parse_binary(p, NULL, tok_prec[n->op]);
		x = n;
	}
	return x;
}

static Node *parse_func_lit(Parser *p)
{
	Pos pos = cur_pos(p);
	next(p);
	Node *type = parse_func_type(p, "function type");
	if (tok(p) != T_LBRACE)
		return type;
	Node *n = new_node(N_FUNCLIT, pos);
	n->u.func.type = type;
	if (func_too_deep(p)) {
		n->u.func.body = new_node(N_BLOCK, cur_pos(p));
		return n;
	}
	p->xnest++;
	n->u.func.body = parse_func_body(p);
	p->xnest--;
	return n;
}

static Node *parse_operand(Parser *p)
{
	Node *n;
	switch ((int)tok(p)) {
	case T_NAME:
		return parse_name(p);
	case T_INT: case T_FLOAT: case T_IMAG: case T_CHAR: case T_STRING:
		return parse_literal(p);
	case T_LPAREN:
		n = new_node(N_PAREN, cur_pos(p));
		next(p);
		p->xnest++;
		n->u.x.x = parse_expr(p);
		p->xnest--;
		want(p, T_RPAREN);
		return n;
	case T_FUNC:
		return parse_func_lit(p);
	case T_LBRACK: case T_CHAN: case T_MAP: case T_STRUCT: case T_INTERFACE:
		return parse_type(p);
	}
	n = bad_expr(p);
	syntax_error(p, "expected expression");
	ADVANCE(p, T_RPAREN, T_RBRACK, T_RBRACE);
	return n;
}

/* ---- composite literals ------------------------------------------------------------------------------------------------ */

static Node *parse_composite(Parser *p);

static Node *parse_element_value(Parser *p)
{
	return tok(p) == T_LBRACE ? parse_composite(p) : parse_expr(p);
}

static bool composite_elem(Parser *p, void *arg)
{
	Node *n = arg, *x = parse_element_value(p);
	if (tok(p) == T_COLON) {
		Node *kv = new_node(N_KEYVALUE, cur_pos(p));
		next(p);
		kv->u.kv.key = x;
		kv->u.kv.value = parse_element_value(p);
		n->u.comp.nkey++;
		x = kv;
	}
	list_add(p, x);
	return false;
}

/* LiteralValue = "{" [ Element { "," Element } [ "," ] ] "}" . */
static Node *parse_composite(Parser *p)
{
	Node *n = new_node(N_COMPOSITE, cur_pos(p));
	n->flags |= NF_ELIDED;
	if (too_deep(p))
		return n;
	p->depth++;
	p->xnest++;
	want(p, T_LBRACE);
	int begin = list_begin(p);
	n->u.comp.rbrace = parse_list(p, "composite literal", T_COMMA, T_RBRACE, composite_elem, n);
	n->u.comp.elems = list_end(p, begin);
	p->xnest--;
	p->depth--;
	return n;
}

/* True when x can only be a value. */
static bool is_value(const Node *x)
{
	switch (x->kind) {
	case N_LIT: case N_COMPOSITE: case N_FUNCLIT: case N_SLICE: case N_ASSERT: case N_TYPESWITCH_GUARD: case N_CALL: case N_UNARY: case N_BINARY:
		return true;
	case N_PAREN:
		return is_value(x->u.x.x);
	case N_INDEX:
		return is_value(x->u.index.x) || (x->u.index.index.n == 1 && is_value(x->u.index.index.v[0]));
	}
	return false;
}

/* May "{" after type t open a composite literal here? */
static bool literal_type_ok(const Parser *p, const Node *t)
{
	switch (t->kind) {
	case N_NAME: case N_SELECTOR:
		return p->xnest >= 0;
	case N_INDEX:
		return p->xnest >= 0 && !is_value(t);
	case N_ARRAY_TYPE: case N_SLICE_TYPE: case N_STRUCT_TYPE: case N_MAP_TYPE:
		return true;
	}
	return false;
}

/* ---- primary expressions -------------------------------------------------------------------------------------------------- */

/* After x and ".": selector, type assertion or type switch guard. */
static Node *parse_dot(Parser *p, Node *x)
{
	Pos pos = cur_pos(p);
	Node *n;
	next(p);
	if (tok(p) == T_NAME) {
		n = new_node(N_SELECTOR, pos);
		n->u.sel.x = x;
		n->u.sel.name = parse_name(p);
		return n;
	}
	if (tok(p) != T_LPAREN) {
		syntax_error(p, "expected name or (");
		ADVANCE(p, T_SEMI, T_RPAREN);
		return x;
	}
	next(p);
	if (got(p, T_TYPE)) {
		n = new_node(N_TYPESWITCH_GUARD, pos);
		n->u.tsguard.x = x;
	} else {
		n = new_node(N_ASSERT, pos);
		n->u.assert.x = x;
		n->u.assert.type = parse_type(p);
	}
	want(p, T_RPAREN);
	return n;
}

/* The part of a slice expression from the first colon on; lo may be NULL. */
static Node *parse_slice(Parser *p, Pos pos, Node *x, Node *lo)
{
	if (!got(p, T_COLON)) {
		syntax_error(p, "expected comma, : or ]");
		ADVANCE(p, T_COMMA, T_COLON, T_RBRACK);
	}
	p->xnest++;
	Node *n = new_node(N_SLICE, pos);
	n->u.slice.x = x;
	n->u.slice.lo = lo;
	if (tok(p) != T_COLON && tok(p) != T_RBRACK)
		n->u.slice.hi = parse_expr(p);
	if (tok(p) == T_COLON) {
		n->u.slice.full = true;
		if (!n->u.slice.hi) {
			error_at(p, cur_pos(p), "middle index required in 3-index slice");
			n->u.slice.hi = bad_expr(p);
		}
		next(p);
		if (tok(p) != T_RBRACK) {
			n->u.slice.max = parse_expr(p);
		} else {
			error_at(p, cur_pos(p), "final index required in 3-index slice");
			n->u.slice.max = bad_expr(p);
		}
	}
	p->xnest--;
	want(p, T_RBRACK);
	return n;
}

/* After x, at "[": index, type arguments or slice. */
static Node *parse_bracket(Parser *p, Node *x)
{
	Pos pos = cur_pos(p);
	NodeVec list = { 0 };
	next(p);
	if (tok(p) != T_COLON) {
		bool comma = false;
		if (tok(p) == T_RBRACK) {
			syntax_error(p, "expected operand");
			vec_push(&list, bad_expr(p));
		} else {
			list = parse_type_list(p, false, &comma);
		}
		if (comma || tok(p) == T_RBRACK) {
			want(p, T_RBRACK);
			Node *n = new_node(N_INDEX, pos);
			n->u.index.x = x;
			n->u.index.index = list;
			return n;
		}
	}
	return parse_slice(p, pos, x, list.n ? list.v[0] : NULL);
}

static bool arg_elem(Parser *p, void *arg)
{
	Node *call = arg;
	list_add(p, parse_expr(p));
	if (!got(p, T_DOTDOTDOT))
		return false;
	call->flags |= NF_DOTS;
	return true;
}

static Node *parse_call(Parser *p, Node *fun)
{
	Node *n = new_node(N_CALL, cur_pos(p));
	next(p);
	n->u.call.fun = fun;
	p->xnest++;
	int begin = list_begin(p);
	n->u.call.rparen = parse_list(p, "argument list", T_COMMA, T_RPAREN, arg_elem, n);
	n->u.call.args = list_end(p, begin);
	p->xnest--;
	return n;
}

/* PrimaryExpr = Operand { Selector | Index | Slice | TypeAssertion | Arguments | LiteralValue }; x, when not NULL, is the operand. */
Node *parse_primary(Parser *p, Node *x)
{
	if (!x)
		x = parse_operand(p);
	for (;;) {
		switch ((int)tok(p)) {
		case T_DOT:
			x = parse_dot(p, x);
			continue;
		case T_LBRACK:
			x = parse_bracket(p, x);
			continue;
		case T_LPAREN:
			x = parse_call(p, x);
			continue;
		case T_LBRACE: {
			Node *t = node_unparen(x);
			if (!literal_type_ok(p, t))
				return x;
			if (t != x)
				syntax_error(p, "cannot parenthesize type in composite literal");
			Node *n = parse_composite(p);
			n->u.comp.type = x;
			n->flags &= (uint16_t)~NF_ELIDED;
			x = n;
			continue;
		}
		default:
			return x;
		}
	}
}
