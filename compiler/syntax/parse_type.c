/* parse_type.c: types, parameter lists, struct fields, interface elements. */
#include "compiler/syntax/parse.h"

static Node *new_x(NodeKind kind, Pos pos, Node *x)
{
	Node *n = new_node(kind, pos);
	n->u.x.x = x;
	return n;
}

Node *parse_type(Parser *p)
{
	Node *t = parse_type_or_null(p);
	if (!t) {
		t = bad_expr(p);
		syntax_error(p, "expected type");
		ADVANCE(p, T_COMMA, T_COLON, T_SEMI, T_RPAREN, T_RBRACK, T_RBRACE);
	}
	return t;
}

static Node *parse_chan_elem(Parser *p)
{
	Node *t = parse_type_or_null(p);
	if (!t) {
		t = bad_expr(p);
		syntax_error(p, "missing channel element type");
	}
	return t;
}

/* ChannelType = ( "chan" [ "<-" ] | "<-" "chan" ) ElementType . */
static Node *parse_chan_type(Parser *p)
{
	Node *n = new_node(N_CHAN_TYPE, cur_pos(p));
	n->u.chantype.dir = DIR_BOTH;
	if (got(p, T_ARROW)) {
		want(p, T_CHAN);
		n->u.chantype.dir = DIR_RECV;
	} else {
		next(p);
		if (got(p, T_ARROW))
			n->u.chantype.dir = DIR_SEND;
	}
	n->u.chantype.elem = parse_chan_elem(p);
	return n;
}

static Node *parse_map_type(Parser *p)
{
	Node *n = new_node(N_MAP_TYPE, cur_pos(p));
	next(p);
	want(p, T_LBRACK);
	n->u.maptype.key = parse_type(p);
	want(p, T_RBRACK);
	n->u.maptype.value = parse_type(p);
	return n;
}

Node *parse_array_type(Parser *p, Pos pos, Node *len)
{
	if (!len && !got(p, T_DOTDOTDOT)) {
		p->xnest++;
		len = parse_expr(p);
		p->xnest--;
	}
	if (tok(p) == T_COMMA) {        /* fine after a type parameter, not after a length */
		syntax_error(p, "unexpected comma; expected ]");
		next(p);
	}
	want(p, T_RBRACK);
	Node *n = new_node(N_ARRAY_TYPE, pos);
	n->u.arrtype.len = len;
	n->u.arrtype.elem = parse_type(p);
	return n;
}

Node *parse_slice_type(Parser *p, Pos pos)
{
	return new_x(N_SLICE_TYPE, pos, parse_type(p));
}

/* TypeList = Type { "," Type } [ "," ]; unless strict, the first may be any expression. *comma: there was one. */
NodeVec parse_type_list(Parser *p, bool strict, bool *comma)
{
	NodeVec list = { 0 };
	p->xnest++;
	vec_push(&list, strict ? parse_type(p) : parse_expr(p));
	*comma = false;
	while (got(p, T_COMMA)) {
		*comma = true;
		Node *t = parse_type_or_null(p);
		if (!t)
			break;
		vec_push(&list, t);
	}
	p->xnest--;
	return list;
}

/* TypeArgs after x, at "[". */
static Node *parse_type_instance(Parser *p, Node *x)
{
	Node *n = new_node(N_INDEX, cur_pos(p));
	bool comma;
	want(p, T_LBRACK);
	n->u.index.x = x;
	if (tok(p) == T_RBRACK) {
		syntax_error(p, "expected type argument list");
		vec_push(&n->u.index.index, bad_expr(p));
	} else {
		n->u.index.index = parse_type_list(p, true, &comma);
	}
	want(p, T_RBRACK);
	return n;
}

/* QualifiedName = identifier [ "." identifier ] [ TypeArgs ]; name, when not NULL, is taken already. */
Node *parse_qualified_name(Parser *p, Node *name)
{
	Node *x = name;
	if (!x && tok(p) == T_NAME)
		x = parse_name(p);
	if (!x) {
		x = new_name(cur_pos(p), sym("_"));
		syntax_error(p, "expected name");
		ADVANCE(p, T_DOT, T_SEMI, T_RBRACE);
	}
	if (tok(p) == T_DOT) {
		Node *s = new_node(N_SELECTOR, cur_pos(p));
		next(p);
		s->u.sel.x = x;
		s->u.sel.name = parse_name(p);
		x = s;
	}
	if (tok(p) == T_LBRACK)
		x = parse_type_instance(p, x);
	return x;
}

/* ---- structs --------------------------------------------------------------------------------------------------------- */

static void add_field(Node *st, Pos pos, Node *name, Node *type, Node *tag)
{
	Node *f = new_node(N_FIELD, pos);
	f->u.field.name = name;
	f->u.field.type = type;
	f->u.field.tag = tag;
	if (!name)
		f->flags |= NF_EMBEDDED;
	vec_push(&st->u.structtype.fields, f);
}

/* At "[" after a name: the rest of an array or slice type, or type arguments. The latter come back as N_INDEX without x. */
static Node *parse_array_or_args(Parser *p)
{
	Pos pos = cur_pos(p);
	bool comma;
	want(p, T_LBRACK);
	if (got(p, T_RBRACK))
		return parse_slice_type(p, pos);
	NodeVec list = parse_type_list(p, false, &comma);
	want(p, T_RBRACK);
	if (!comma) {
		Node *elem = parse_type_or_null(p);
		if (elem) {
			Node *n = new_node(N_ARRAY_TYPE, pos);
			n->u.arrtype.len = list.v[0];
			n->u.arrtype.elem = elem;
			return n;
		}
	}
	Node *n = new_node(N_INDEX, pos);
	n->u.index.index = list;
	return n;
}

/* Fields that begin with a name: T, pkg.T, T[A], a T, a, b T. */
static void parse_named_field(Parser *p, Node *st, Pos pos)
{
	Node *name = parse_name(p), *type;
	if (tok(p) == T_DOT || (tok(p) >= T_INT && tok(p) <= T_STRING) || tok(p) == T_SEMI || tok(p) == T_RBRACE) {
		type = parse_qualified_name(p, name);
		add_field(st, pos, NULL, type, parse_literal(p));
		return;
	}
	NodeVec names = { 0 };
	vec_push(&names, name);
	while (got(p, T_COMMA))
		vec_push(&names, parse_name(p));
	if (names.n == 1 && tok(p) == T_LBRACK) {
		type = parse_array_or_args(p);
		if (type->kind == N_INDEX) {
			type->u.index.x = name;
			add_field(st, pos, NULL, type, parse_literal(p));
			return;
		}
	} else {
		type = parse_type(p);
	}
	Node *tag = parse_literal(p);
	vec_each(&names, i)
		add_field(st, names.v[i]->pos, names.v[i], type, tag);
}

/* FieldDecl = ( IdentifierList Type | [ "*" ] TypeName ) [ Tag ] .  Parentheses around an embedded type are reported. */
static bool parse_field(Parser *p, void *arg)
{
	Node *st = arg, *type;
	Pos pos = cur_pos(p);
	bool paren = false;
	if (tok(p) == T_NAME) {
		parse_named_field(p, st, pos);
		return false;
	}
	if (tok(p) == T_MUL) {
		next(p);
		if (tok(p) == T_LPAREN) {
			syntax_error(p, "cannot parenthesize embedded type");
			next(p);
			paren = true;
		}
		type = new_x(N_STAR, pos, parse_qualified_name(p, NULL));
	} else if (tok(p) == T_LPAREN) {
		syntax_error(p, "cannot parenthesize embedded type");
		next(p);
		paren = true;
		Pos star = cur_pos(p);
		type = got(p, T_MUL) ? new_x(N_STAR, star, parse_qualified_name(p, NULL)) : parse_qualified_name(p, NULL);
	} else {
		syntax_error(p, "expected field name or embedded type");
		ADVANCE(p, T_SEMI, T_RBRACE);
		return false;
	}
	if (paren)
		(void)got(p, T_RPAREN);         /* nothing more to say when it is missing */
	add_field(st, pos, NULL, type, parse_literal(p));
	return false;
}

static Node *parse_struct_type(Parser *p)
{
	Node *n = new_node(N_STRUCT_TYPE, cur_pos(p));
	want(p, T_STRUCT);
	want(p, T_LBRACE);
	(void)parse_list(p, "struct type", T_SEMI, T_RBRACE, parse_field, n);
	return n;
}

/* ---- interfaces --------------------------------------------------------------------------------------------------------- */

/* EmbeddedTerm = [ "~" ] Type . */
static Node *parse_term(Parser *p)
{
	if (tok(p) == T_TILDE) {
		Node *n = new_node(N_UNARY, cur_pos(p));
		n->op = T_TILDE;
		next(p);
		n->u.unary.x = parse_type(p);
		return n;
	}
	Node *t = parse_type_or_null(p);
	if (!t) {
		t = bad_expr(p);
		syntax_error(p, "expected ~ term or type");
		ADVANCE(p, T_OR, T_AND, T_ADD, T_SUB, T_XOR, T_NOT, T_TILDE, T_DIV, T_REM, T_EQ, T_NE, T_LT, T_LE, T_GT, T_GE, T_SHL, T_SHR, T_ANDNOT,
			T_ANDAND, T_OROR, T_SEMI, T_RPAREN, T_RBRACK, T_RBRACE);
	}
	return t;
}

/* EmbeddedElem = EmbeddedTerm { "|" EmbeddedTerm }; f, when not NULL, holds the first term. */
static Node *parse_union(Parser *p, Node *f)
{
	if (!f) {
		f = new_node(N_FIELD, cur_pos(p));
		f->u.field.type = parse_term(p);
	}
	while (tok(p) == T_OR) {
		Node *n = new_node(N_BINARY, cur_pos(p));
		n->op = T_OR;
		n->flags |= NF_TILDE_UNION;
		next(p);
		n->u.binary.x = f->u.field.type;
		n->u.binary.y = parse_term(p);
		f->u.field.type = n;
	}
	return f;
}

static const char method_context[] = "interface method";

/* At "[" after a name in an interface: type arguments of an embedded type, or type parameters, which methods of interfaces may not have. */
static void parse_bracketed_elem(Parser *p, Node *f, Node *name)
{
	Pos pos = cur_pos(p);
	next(p);
	if (tok(p) == T_RBRACK) {
		Pos close = cur_pos(p);
		next(p);
		if (tok(p) == T_LPAREN) {
			error_at(p, close, "empty type parameter list");
			f->u.field.name = name;
			f->u.field.type = parse_func_type(p, method_context);
		} else {
			error_at(p, close, "empty type argument list");
			f->u.field.type = name;
		}
		return;
	}
	NodeVec list = parse_params(p, NULL, NULL, T_RBRACK, false, false);
	if (!list.n) {          /* reported inside */
		if (tok(p) == T_LPAREN) {
			f->u.field.name = name;
			f->u.field.type = parse_func_type(p, method_context);
		} else {
			f->u.field.type = name;
		}
		return;
	}
	if (list.v[0]->u.field.name) {
		f->u.field.name = name;
		f->u.field.type = parse_func_type(p, method_context);
		error_at(p, pos, "interface method must have no type parameters");
		return;
	}
	Node *n = new_node(N_INDEX, pos);
	n->u.index.x = name;
	vec_each(&list, i)
		vec_push(&n->u.index.index, list.v[i]->u.field.type);
	f->u.field.type = n;
}

/* MethodSpec | EmbeddedElem */
static bool parse_interface_elem(Parser *p, void *arg)
{
	Node *it = arg, *f = NULL;
	if (tok(p) == T_NAME) {
		f = new_node(N_FIELD, cur_pos(p));
		Node *name = parse_name(p);
		if (tok(p) == T_LPAREN) {
			f->u.field.name = name;
			f->u.field.type = parse_func_type(p, method_context);
		} else if (tok(p) == T_LBRACK) {
			parse_bracketed_elem(p, f, name);
		} else {
			f->u.field.type = parse_qualified_name(p, name);
		}
	}
	if (!f || !f->u.field.name) {
		f = parse_union(p, f);
		f->flags |= NF_EMBEDDED;
	}
	vec_push(&it->u.iface.elems, f);
	return false;
}

static Node *parse_interface_type(Parser *p)
{
	Node *n = new_node(N_INTERFACE_TYPE, cur_pos(p));
	want(p, T_INTERFACE);
	want(p, T_LBRACE);
	(void)parse_list(p, "interface type", T_SEMI, T_RBRACE, parse_interface_elem, n);
	return n;
}

/* ---- parameters ------------------------------------------------------------------------------------------------------------ */

typedef struct { Node *name, *type; Tok close; NodeVec list; int named, typed; } ParamState;

/* What follows the name of a parameter when that name turns out to begin a type or a union. NULL: it is just a name. */
static Node *parse_after_name(Parser *p, Node *f, Node *name, bool sets_ok)
{
	if (tok(p) == T_LBRACK) {
		Node *type = parse_array_or_args(p);
		f->u.field.type = type;
		if (type->kind == N_INDEX)
			type->u.index.x = name;
		else
			f->u.field.name = name;
	} else if (tok(p) == T_DOT) {
		f->u.field.type = parse_qualified_name(p, name);
	} else if (sets_ok && tok(p) == T_OR) {
		f->u.field.type = name;
	} else {
		return NULL;
	}
	return sets_ok && tok(p) == T_OR ? parse_union(p, f) : f;
}

/* ParameterDecl = [ identifier ] [ "..." ] Type, or an identifier alone. NULL when there is nothing of the kind. */
static Node *parse_param(Parser *p, Node *name, Tok close)
{
	bool sets_ok = close == T_RBRACK;       /* unions and ~T are for constraints */
	if (!name && sets_ok && tok(p) == T_TILDE)
		return parse_union(p, NULL);
	Node *f = new_node(N_FIELD, name ? name->pos : cur_pos(p));
	if (!name && tok(p) == T_NAME)
		name = parse_name(p);
	if (name) {
		Node *done = parse_after_name(p, f, name, sets_ok);
		if (done)
			return done;
		f->u.field.name = name;
	}
	if (tok(p) == T_DOTDOTDOT) {
		Node *t = new_node(N_DOTS_TYPE, cur_pos(p));
		next(p);
		t->u.x.x = parse_type_or_null(p);
		f->u.field.type = t;
		if (!t->u.x.x) {
			f->u.field.type = bad_expr(p);
			syntax_error(p, "... is missing type");
		}
		return f;
	}
	if (sets_ok && tok(p) == T_TILDE) {
		f->u.field.type = parse_union(p, NULL)->u.field.type;
		return f;
	}
	f->u.field.type = parse_type_or_null(p);
	if (sets_ok && tok(p) == T_OR && f->u.field.type)
		f = parse_union(p, f);
	if (f->u.field.name || f->u.field.type)
		return f;
	syntax_error(p, "expected %s", tok_words(close));
	ADVANCE(p, T_COMMA, close);
	return NULL;
}

static bool param_elem(Parser *p, void *arg)
{
	ParamState *s = arg;
	Node *f;
	if (s->type) {
		f = new_node(N_FIELD, s->name->pos);
		f->u.field.name = s->name;
		f->u.field.type = s->type;
	} else {
		f = parse_param(p, s->name, s->close);
	}
	s->name = s->type = NULL;
	if (f) {
		s->named += f->u.field.name && f->u.field.type;
		s->typed += f->u.field.type != NULL;
		vec_push(&s->list, f);
	}
	return false;
}

/* Not all parameters came as "name type": a lone name takes the type to its right, a lone type is an error. */
static void distribute_types(Parser *p, ParamState *s, bool need_names, Pos end)
{
	Pos err = 0;
	Node *type = NULL;
	for (int i = s->list.n - 1; i >= 0; i--) {
		Node *f = s->list.v[i];
		if (f->u.field.type) {
			type = f->u.field.type;
			if (!f->u.field.name) {
				err = node_start(type);
				f->u.field.name = new_name(err, sym("_"));
			}
		} else if (type) {
			f->u.field.type = type;
		} else {
			err = f->u.field.name->pos;
			f->u.field.type = new_node(N_BAD, err);
		}
	}
	if (!err)
		return;
	if (s->named == s->typed)
		syntax_error_at(p, end, need_names ? "missing type constraint" : "missing parameter type");
	else if (!need_names)
		syntax_error_at(p, err, "missing parameter name");
	else
		syntax_error_at(p, err, s->list.n == 1 ? "missing type parameter name or invalid array length" : "missing type parameter name");
}

static void check_dots(Parser *p, NodeVec *list, bool dots_ok)
{
	bool said = false;
	for (int i = 0; i < list->n; i++) {
		Node *f = list->v[i], *t = f->u.field.type;
		if (!t || t->kind != N_DOTS_TYPE)
			continue;
		if (dots_ok && i == list->n - 1) {
			f->flags |= NF_DOTS;
			continue;
		}
		if (!said)
			error_at(p, t->pos, dots_ok ? "can only use ... with final parameter" : "invalid use of ...");
		said = true;
		f->u.field.type = t->u.x.x;
	}
}

/* Parameters, results or type parameters up to close; the opening bracket is consumed. name and type, when not NULL, were
 * taken already. Either all parameters have names afterwards or none has. */
NodeVec parse_params(Parser *p, Node *name, Node *type, Tok close, bool need_names, bool dots_ok)
{
	ParamState s = { name, type, close, { 0 }, 0, 0 };
	if (name && type && tok(p) == close) {
		next(p);
		(void)param_elem(p, &s);
		return s.list;
	}
	Pos end = parse_list(p, "parameter list", T_COMMA, close, param_elem, &s);
	if (!s.list.n)
		return s.list;
	if (!s.named && !need_names) {
		vec_each(&s.list, i) {
			Node *f = s.list.v[i];
			if (f->u.field.name) {
				f->u.field.type = f->u.field.name;
				f->u.field.name = NULL;
			}
		}
	} else if (s.named != s.list.n) {
		distribute_types(p, &s, need_names, end);
	}
	check_dots(p, &s.list, dots_ok);
	return s.list;
}

/* Signature = [ TypeParams ] Parameters [ Result ]; at its first token. */
Node *parse_func_type(Parser *p, const char *context)
{
	Node *n = new_node(N_FUNC_TYPE, cur_pos(p));
	if (got(p, T_LBRACK)) {
		if (context)
			syntax_error_at(p, n->pos, "%s must have no type parameters", context);
		if (tok(p) == T_RBRACK) {
			syntax_error(p, "empty type parameter list");
			next(p);
		} else {
			n->u.functype.tparams = parse_params(p, NULL, NULL, T_RBRACK, true, false);
		}
		if (context)
			n->u.functype.tparams.n = 0;
	}
	want(p, T_LPAREN);
	n->u.functype.params = parse_params(p, NULL, NULL, T_RPAREN, false, true);
	if (got(p, T_LPAREN)) {
		n->u.functype.results = parse_params(p, NULL, NULL, T_RPAREN, false, false);
		return n;
	}
	Pos pos = cur_pos(p);
	Node *t = parse_type_or_null(p);
	if (t) {
		Node *f = new_node(N_FIELD, pos);
		f->u.field.type = t;
		vec_push(&n->u.functype.results, f);
	}
	return n;
}

/* Type, or NULL when none begins here. */
static Node *parse_type_here(Parser *p)
{
	Pos pos = cur_pos(p);
	Node *t;
	switch ((int)tok(p)) {
	case T_MUL:
		next(p);
		return new_x(N_STAR, pos, parse_type(p));
	case T_ARROW: case T_CHAN:
		return parse_chan_type(p);
	case T_FUNC:
		next(p);
		return parse_func_type(p, "function type");
	case T_LBRACK:
		next(p);
		return got(p, T_RBRACK) ? parse_slice_type(p, pos) : parse_array_type(p, pos, NULL);
	case T_MAP:
		return parse_map_type(p);
	case T_STRUCT:
		return parse_struct_type(p);
	case T_INTERFACE:
		return parse_interface_type(p);
	case T_NAME:
		return parse_qualified_name(p, NULL);
	case T_LPAREN:
		next(p);
		t = parse_type(p);
		want(p, T_RPAREN);
		return t;
	}
	return NULL;
}

Node *parse_type_or_null(Parser *p)
{
	if (type_too_deep(p))
		return NULL;
	p->depth++;
	p->ntype++;
	Node *t = parse_type_here(p);
	p->ntype--;
	p->depth--;
	return t;
}
