/* parse_decl.c: import, const, type, var and func declarations. */
#include "compiler/syntax/parse.h"

typedef struct { NodeVec *list; Node *(*spec)(Parser *p, Node *group, int index); Node *first; int index; } GroupState;

static bool group_elem(Parser *p, void *arg)
{
	GroupState *g = arg;
	Node *n = g->spec(p, g->first, g->index++);
	if (!g->first)
		g->first = n;
	n->flags |= NF_GROUPED;
	vec_push(g->list, n);
	return false;
}

/* Spec | "(" { Spec ";" } ")" . */
void parse_decl_group(Parser *p, NodeVec *list, Node *(*spec)(Parser *p, Node *group, int index))
{
	Node *outer = p->const_last;
	p->const_last = NULL;
	if (tok(p) == T_LPAREN) {
		GroupState g = { list, spec, NULL, 0 };
		clear_pragma(p);
		next(p);
		(void)parse_list(p, "grouped declaration", T_SEMI, T_RPAREN, group_elem, &g);
	} else {
		vec_push(list, spec(p, NULL, 0));
	}
	p->const_last = outer;
}

/* ImportSpec = [ "." | PackageName ] string_lit . */
Node *parse_import(Parser *p, Node *group, int index)
{
	Node *n = new_node(N_IMPORT, cur_pos(p));
	n->pragma = take_pragma(p, FOR_OTHER);
	if (tok(p) == T_NAME) {
		n->u.import.name = parse_name(p);
	} else if (tok(p) == T_DOT) {
		n->u.import.name = new_name(cur_pos(p), sym("."));
		next(p);
	}
	Node *path = parse_literal(p);
	n->u.import.path = path;
	if (!path) {
		syntax_error(p, "missing import path");
		ADVANCE(p, T_SEMI, T_RPAREN);
		n->u.import.path = new_node(N_BAD, n->pos);
	} else if (!path->u.lit.bad && path->u.lit.tok != T_STRING) {
		syntax_error_at(p, path->pos, "import path must be a string");
		path->u.lit.bad = true;
	}
	return n;
}

/* IdentifierList = identifier { "," identifier } . */
static void parse_names(Parser *p, NodeVec *names)
{
	do
		vec_push(names, parse_name(p));
	while (got(p, T_COMMA));
}

static NodeVec clone_list(const NodeVec *from)
{
	NodeVec to = { 0 };
	vec_each(from, i)
		vec_push(&to, node_clone(from->v[i]));
	return to;
}

/* ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
 * A spec without both repeats the newest one that has them: copied here, NF_IMPLICIT set. */
Node *parse_const(Parser *p, Node *group, int index)
{
	Node *n = new_node(N_CONST, cur_pos(p));
	n->u.val.group = group ? group : n;
	n->u.val.iota = index;
	n->pragma = take_pragma(p, FOR_OTHER);
	parse_names(p, &n->u.val.names);
	if (tok(p) != T_EOF && tok(p) != T_SEMI && tok(p) != T_RPAREN) {
		n->u.val.type = parse_type_or_null(p);
		if (got_assign(p))
			n->u.val.values = parse_expr_list(p, NULL);
	}
	if (n->u.val.type || n->u.val.values.n) {
		p->const_last = n;
	} else if (p->const_last) {
		n->flags |= NF_IMPLICIT;
		n->u.val.type = p->const_last->u.val.type ? node_clone(p->const_last->u.val.type) : NULL;
		n->u.val.values = clone_list(&p->const_last->u.val.values);
	}
	return n;
}

/* VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) . */
Node *parse_var(Parser *p, Node *group, int index)
{
	Node *n = new_node(N_VAR, cur_pos(p));
	n->u.val.group = group ? group : n;
	n->u.val.iota = index;
	n->pragma = take_pragma(p, FOR_VAR);
	parse_names(p, &n->u.val.names);
	if (got_assign(p)) {
		n->u.val.values = parse_expr_list(p, NULL);
	} else {
		n->u.val.type = parse_type(p);
		if (got_assign(p))
			n->u.val.values = parse_expr_list(p, NULL);
	}
	check_embed(p, n);
	return n;
}

/* ---- type declarations ------------------------------------------------------------------------------------------------- */

/* True when x can only be a type or constraint, never a value. */
static bool is_type_elem(const Node *x)
{
	switch (x->kind) {
	case N_ARRAY_TYPE: case N_STRUCT_TYPE: case N_FUNC_TYPE: case N_INTERFACE_TYPE: case N_SLICE_TYPE: case N_MAP_TYPE: case N_CHAN_TYPE:
		return true;
	case N_BINARY:
		return is_type_elem(x->u.binary.x) || is_type_elem(x->u.binary.y);
	case N_UNARY:
		return x->op == T_TILDE || is_type_elem(x->u.unary.x);
	case N_STAR: case N_PAREN:
		return is_type_elem(x->u.x.x);
	}
	return false;
}

/* After "type T [": splits the expression x into a type parameter's name and its constraint when it must be (or, with force,
 * can be) read that way: P *C is name P with constraint *C, P (C) likewise, P *C|D too. *type is NULL for a plain name.
 * Returns the name, or NULL when x is an array length. */
static Node *split_name(Node *x, bool force, Node **type)
{
	*type = NULL;
	if (x->kind == N_NAME)
		return x;
	if (x->kind == N_BINARY && x->op == T_MUL) {
		Node *name = x->u.binary.x, *elem = x->u.binary.y;
		if (name->kind != N_NAME || !(force || is_type_elem(elem)))
			return NULL;
		*type = new_node(N_STAR, x->pos);
		(*type)->u.x.x = elem;
		return name;
	}
	if (x->kind == N_BINARY && x->op == T_OR) {
		Node *left, *name = split_name(x->u.binary.x, force || is_type_elem(x->u.binary.y), &left);
		if (!name || !left)
			return NULL;
		*type = new_node(N_BINARY, x->pos);
		(*type)->op = T_OR;
		(*type)->u.binary.x = left;
		(*type)->u.binary.y = x->u.binary.y;
		return name;
	}
	if (x->kind == N_CALL && x->u.call.fun->kind == N_NAME && x->u.call.args.n == 1 && !(x->flags & NF_DOTS)) {
		if (!force && !is_type_elem(x->u.call.args.v[0]))
			return NULL;
		*type = node_unparen(x->u.call.args.v[0]);
		return x->u.call.fun;
	}
	return NULL;
}

/* After "type T [" with a name next: an array length or type parameters. What follows "[" is read as an expression unless the
 * name is followed by "[" (P []E is no expression, and no array length can be indexed). */
static void parse_array_or_params(Parser *p, Node *n, Pos lbrack)
{
	Node *x = parse_name(p), *type;
	if (tok(p) != T_LBRACK) {
		p->xnest++;
		x = parse_binary(p, parse_primary(p, x), 0);
		p->xnest--;
	}
	Node *name = split_name(x, tok(p) == T_COMMA, &type);
	if (!name || (!type && tok(p) == T_RBRACK)) {
		n->u.tdecl.type = parse_array_type(p, lbrack, x);
		return;
	}
	n->u.tdecl.tparams = parse_params(p, name, type, T_RBRACK, true, false);
	if (got_assign(p))
		n->flags |= NF_ALIAS;
	n->u.tdecl.type = parse_type_or_null(p);
}

/* TypeSpec = identifier [ TypeParams ] [ "=" ] Type . */
Node *parse_type_decl(Parser *p, Node *group, int index)
{
	Node *n = new_node(N_TYPE, cur_pos(p));
	n->pragma = take_pragma(p, FOR_TYPE);
	n->u.tdecl.name = parse_name(p);
	if (tok(p) == T_LBRACK) {
		Pos lbrack = cur_pos(p);
		next(p);
		if (tok(p) == T_NAME)
			parse_array_or_params(p, n, lbrack);
		else if (got(p, T_RBRACK))
			n->u.tdecl.type = parse_slice_type(p, lbrack);
		else
			n->u.tdecl.type = parse_array_type(p, lbrack, NULL);
	} else {
		if (got_assign(p))
			n->flags |= NF_ALIAS;
		n->u.tdecl.type = parse_type_or_null(p);
	}
	if (!n->u.tdecl.type) {
		n->u.tdecl.type = bad_expr(p);
		syntax_error(p, "in type declaration");
		ADVANCE(p, T_SEMI, T_RPAREN);
	}
	return n;
}

/* ---- functions ------------------------------------------------------------------------------------------------------------ */

Node *parse_func_body(Parser *p)
{
	int before = p->lx.nerr;
	p->fnest++;
	Node *body = parse_block(p, "");
	p->fnest--;
	if (before == p->lx.nerr)
		check_branches(p, body);
	return body;
}

/* FunctionDecl = "func" [ Receiver ] identifier [ TypeParams ] Signature [ Block ] .  "func" is consumed. */
Node *parse_func(Parser *p)
{
	Node *n = new_node(N_FUNC, cur_pos(p)), *recv = NULL;
	bool has_recv = false;
	n->pragma = take_pragma(p, FOR_FUNC);
	if (got(p, T_LPAREN)) {
		has_recv = true;
		NodeVec list = parse_params(p, NULL, NULL, T_RPAREN, false, false);
		if (!list.n)
			error_at(p, cur_pos(p), "method has no receiver");
		else if (list.n > 1)
			error_at(p, cur_pos(p), "method has multiple receivers");
		if (list.n)
			recv = list.v[0];
	}
	if (tok(p) == T_NAME) {
		n->u.fdecl.name = parse_name(p);
		n->u.fdecl.type = parse_func_type(p, NULL);
	} else {
		n->u.fdecl.name = new_name(cur_pos(p), sym("_"));
		n->u.fdecl.type = new_node(N_FUNC_TYPE, cur_pos(p));
		syntax_error(p, has_recv ? "expected name" : "expected name or (");
		ADVANCE(p, T_LBRACE, T_SEMI);
	}
	n->u.fdecl.type->u.functype.recv = recv;
	if (tok(p) == T_LBRACE)
		n->u.fdecl.body = parse_func_body(p);
	return n;
}
