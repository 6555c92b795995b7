/* walk.c: children of a node, walking, copying, ends of a node in the source. */
#include "compiler/syntax/parse.h"

#define X(f) do { if (n->u.f) visit(n->u.f, arg); } while (0)
#define LIST(f) do { vec_each(&n->u.f, i_) if (n->u.f.v[i_]) visit(n->u.f.v[i_], arg); } while (0)

/* Fields and parameters declared together share their type node: it is visited once. */
static void each_field(NodeVec *list, void (*visit)(Node *n, void *arg), void *arg)
{
	vec_each(list, i)
		visit(list->v[i], arg);
}

void node_children(Node *n, void (*visit)(Node *n, void *arg), void *arg)
{
	switch ((NodeKind)n->kind) {
	case N_BAD: case N_NAME: case N_LIT: case N_EMPTY: case N_KIND_COUNT: break;
	case N_COMPOSITE: X(comp.type); LIST(comp.elems); break;
	case N_KEYVALUE: X(kv.key); X(kv.value); break;
	case N_FUNCLIT: X(func.type); X(func.body); break;
	case N_PAREN: case N_STAR: case N_SLICE_TYPE: case N_DOTS_TYPE: case N_EXPR_STMT: X(x.x); break;
	case N_SELECTOR: X(sel.x); X(sel.name); break;
	case N_INDEX: X(index.x); LIST(index.index); break;
	case N_SLICE: X(slice.x); X(slice.lo); X(slice.hi); X(slice.max); break;
	case N_ASSERT: X(assert.x); X(assert.type); break;
	case N_TYPESWITCH_GUARD: X(tsguard.name); X(tsguard.x); break;
	case N_CALL: X(call.fun); LIST(call.args); break;
	case N_UNARY: X(unary.x); break;
	case N_BINARY: X(binary.x); X(binary.y); break;
	case N_ARRAY_TYPE: X(arrtype.len); X(arrtype.elem); break;
	case N_STRUCT_TYPE: each_field(&n->u.structtype.fields, visit, arg); break;
	case N_FUNC_TYPE:
		X(functype.recv);
		each_field(&n->u.functype.tparams, visit, arg);
		each_field(&n->u.functype.params, visit, arg);
		each_field(&n->u.functype.results, visit, arg);
		break;
	case N_INTERFACE_TYPE: each_field(&n->u.iface.elems, visit, arg); break;
	case N_MAP_TYPE: X(maptype.key); X(maptype.value); break;
	case N_CHAN_TYPE: X(chantype.elem); break;
	case N_FIELD: X(field.name); X(field.type); X(field.tag); break;
	case N_LABELED: X(labeled.label); X(labeled.stmt); break;
	case N_BLOCK: LIST(block.stmts); break;
	case N_SEND: X(send.chan); X(send.value); break;
	case N_DECL_STMT: LIST(declstmt.decls); break;
	case N_ASSIGN: LIST(assign.lhs); LIST(assign.rhs); break;
	case N_BRANCH: X(branch.label); break;
	case N_CALL_STMT: X(callstmt.call); break;
	case N_RETURN: LIST(ret.results); break;
	case N_IF: X(iff.init); X(iff.cond); X(iff.then); X(iff.els); break;
	case N_FOR: X(forr.init); X(forr.cond); X(forr.post); X(forr.body); break;
	case N_RANGE_CLAUSE: X(range.key); X(range.value); X(range.x); break;
	case N_SWITCH: case N_SELECT: X(sw.init); X(sw.tag); LIST(sw.cases); break;
	case N_CASE: LIST(cas.exprs); X(cas.comm); LIST(cas.body); break;
	case N_IMPORT: X(import.name); X(import.path); break;
	case N_CONST: case N_VAR: LIST(val.names); X(val.type); LIST(val.values); break;
	case N_TYPE: X(tdecl.name); each_field(&n->u.tdecl.tparams, visit, arg); X(tdecl.type); break;
	case N_FUNC: X(fdecl.name); X(fdecl.type); X(fdecl.body); break;
	}
}

typedef struct { bool (*visit)(Node *n, void *arg); void *arg; } Walk;

static void walk_child(Node *n, void *arg)
{
	Walk *w = arg;
	node_walk(n, w->visit, w->arg);
}

void node_walk(Node *n, bool (*visit)(Node *n, void *arg), void *arg)
{
	Walk w = { visit, arg };
	if (n && visit(n, arg))
		node_children(n, walk_child, &w);
}

Node *node_unparen(Node *n)
{
	while (n && n->kind == N_PAREN)
		n = n->u.x.x;
	return n;
}

/* Leftmost position, except that a slice expression starts at its bracket: Go's compiler reports it there. */
Pos node_start(const Node *n)
{
	for (;;) {
		const Node *down = NULL;
		switch ((NodeKind)n->kind) {
		case N_COMPOSITE: down = n->u.comp.type; break;
		case N_KEYVALUE: down = n->u.kv.key; break;
		case N_SELECTOR: down = n->u.sel.x; break;
		case N_INDEX: down = n->u.index.x; break;
		case N_ASSERT: down = n->u.assert.x; break;
		case N_TYPESWITCH_GUARD: down = n->u.tsguard.name ? n->u.tsguard.name : n->u.tsguard.x; break;
		case N_BINARY: down = n->u.binary.x; break;
		case N_CALL: down = n->u.call.fun; break;
		case N_SEND: down = n->u.send.chan; break;
		case N_ASSIGN: down = n->u.assign.lhs.n ? n->u.assign.lhs.v[0] : NULL; break;
		case N_RANGE_CLAUSE: down = n->u.range.key ? n->u.range.key : n->u.range.x; break;
		default: break;
		}
		if (!down)
			return n->pos;
		n = down;
	}
}

/* A position near the end: after a name or literal, at the closing brace of blocks and literals, at the end of the last operand else. */
Pos node_end(const Node *n)
{
	for (;;) {
		const Node *down = NULL;
		switch ((NodeKind)n->kind) {
		case N_NAME: return n->pos + n->u.name.sym->n;
		case N_LIT: return n->pos + n->u.lit.n;
		case N_COMPOSITE: return n->u.comp.rbrace;
		case N_BLOCK: return n->u.block.rbrace;
		case N_SWITCH: case N_SELECT: return n->u.sw.rbrace;
		case N_KEYVALUE: down = n->u.kv.value; break;
		case N_FUNCLIT: down = n->u.func.body; break;
		case N_PAREN: case N_STAR: case N_SLICE_TYPE: case N_DOTS_TYPE: case N_EXPR_STMT: down = n->u.x.x; break;
		case N_SELECTOR: down = n->u.sel.name; break;
		case N_INDEX: down = n->u.index.index.n ? vec_last(&n->u.index.index) : n->u.index.x; break;
		case N_SLICE: down = n->u.slice.max ? n->u.slice.max : n->u.slice.hi ? n->u.slice.hi : n->u.slice.lo ? n->u.slice.lo : n->u.slice.x; break;
		case N_ASSERT: down = n->u.assert.type; break;
		case N_TYPESWITCH_GUARD: down = n->u.tsguard.x; break;
		case N_CALL: down = n->u.call.args.n ? vec_last(&n->u.call.args) : n->u.call.fun; break;
		case N_UNARY: down = n->u.unary.x; break;
		case N_BINARY: down = n->u.binary.y; break;
		case N_ARRAY_TYPE: down = n->u.arrtype.elem; break;
		case N_STRUCT_TYPE: down = n->u.structtype.fields.n ? vec_last(&n->u.structtype.fields) : NULL; break;
		case N_INTERFACE_TYPE: down = n->u.iface.elems.n ? vec_last(&n->u.iface.elems) : NULL; break;
		case N_FUNC_TYPE:
			down = n->u.functype.results.n ? vec_last(&n->u.functype.results) : n->u.functype.params.n ? vec_last(&n->u.functype.params) : NULL;
			break;
		case N_MAP_TYPE: down = n->u.maptype.value; break;
		case N_CHAN_TYPE: down = n->u.chantype.elem; break;
		case N_FIELD: down = n->u.field.type ? n->u.field.type : n->u.field.name; break;
		case N_LABELED: down = n->u.labeled.stmt; break;
		case N_SEND: down = n->u.send.value; break;
		case N_DECL_STMT: down = n->u.declstmt.decls.n ? vec_last(&n->u.declstmt.decls) : NULL; break;
		case N_ASSIGN:
			if (!n->u.assign.rhs.n)
				return node_end(n->u.assign.lhs.v[0]) + 2;
			down = vec_last(&n->u.assign.rhs);
			break;
		case N_BRANCH: down = n->u.branch.label; break;
		case N_CALL_STMT: down = n->u.callstmt.call; break;
		case N_RETURN: down = n->u.ret.results.n ? vec_last(&n->u.ret.results) : NULL; break;
		case N_IF: down = n->u.iff.els ? n->u.iff.els : n->u.iff.then; break;
		case N_FOR: down = n->u.forr.body; break;
		case N_RANGE_CLAUSE: down = n->u.range.x; break;
		case N_CASE:
			if (!n->u.cas.body.n)
				return n->u.cas.colon;
			down = vec_last(&n->u.cas.body);
			break;
		case N_IMPORT: down = n->u.import.path; break;
		case N_CONST: case N_VAR:
			down = n->u.val.values.n && !(n->flags & NF_IMPLICIT) ? vec_last(&n->u.val.values) : n->u.val.type ? n->u.val.type : vec_last(&n->u.val.names);
			break;
		case N_TYPE: down = n->u.tdecl.type; break;
		case N_FUNC: down = n->u.fdecl.body ? n->u.fdecl.body : n->u.fdecl.type; break;
		case N_BAD: case N_EMPTY: case N_KIND_COUNT: break;
		}
		if (!down)
			return n->pos;
		n = down;
	}
}

/* ---- making -------------------------------------------------------------------------------------------------------------- */

/* A node has room for its own kind's member of the union: names and literals are half of all nodes and a third of the largest. */
#define ROOM(member) (sizeof(((Node *)0)->u.member))
static const uint8_t kind_nbyte[N_KIND_COUNT] = {
	[N_BAD] = ROOM(x), [N_NAME] = ROOM(name), [N_LIT] = ROOM(lit), [N_COMPOSITE] = ROOM(comp), [N_KEYVALUE] = ROOM(kv), [N_FUNCLIT] = ROOM(func),
	[N_PAREN] = ROOM(x), [N_SELECTOR] = ROOM(sel), [N_INDEX] = ROOM(index), [N_SLICE] = ROOM(slice), [N_ASSERT] = ROOM(assert),
	[N_TYPESWITCH_GUARD] = ROOM(tsguard), [N_CALL] = ROOM(call), [N_UNARY] = ROOM(unary), [N_STAR] = ROOM(x), [N_BINARY] = ROOM(binary),
	[N_ARRAY_TYPE] = ROOM(arrtype), [N_SLICE_TYPE] = ROOM(x), [N_DOTS_TYPE] = ROOM(x), [N_STRUCT_TYPE] = ROOM(structtype),
	[N_FUNC_TYPE] = ROOM(functype), [N_INTERFACE_TYPE] = ROOM(iface), [N_MAP_TYPE] = ROOM(maptype), [N_CHAN_TYPE] = ROOM(chantype),
	[N_FIELD] = ROOM(field), [N_EMPTY] = ROOM(x), [N_LABELED] = ROOM(labeled), [N_BLOCK] = ROOM(block), [N_EXPR_STMT] = ROOM(x),
	[N_SEND] = ROOM(send), [N_DECL_STMT] = ROOM(declstmt), [N_ASSIGN] = ROOM(assign), [N_BRANCH] = ROOM(branch), [N_CALL_STMT] = ROOM(callstmt),
	[N_RETURN] = ROOM(ret), [N_IF] = ROOM(iff), [N_FOR] = ROOM(forr), [N_RANGE_CLAUSE] = ROOM(range), [N_SWITCH] = ROOM(sw), [N_SELECT] = ROOM(sw),
	[N_CASE] = ROOM(cas),
};

static size_t node_size(NodeKind kind)
{
	return kind >= N_IMPORT ? sizeof(Node) : offsetof(Node, u) + kind_nbyte[kind];
}

Node *node_new(NodeKind kind, Pos pos)
{
	Node *n = arena_alloc(&build_arena, node_size(kind));
	n->kind = (uint8_t)kind;
	n->pos = pos;
	return n;
}

/* ---- copies --------------------------------------------------------------------------------------------------------------- */

static NodeVec clone_vec(NodeVec from)
{
	NodeVec to = { 0 };
	vec_each(&from, i)
		vec_push(&to, node_clone(from.v[i]));
	return to;
}

#define C(f) (c->u.f = node_clone(c->u.f))
#define CL(f) (c->u.f = clone_vec(c->u.f))

/* Deep copy before checking: constants repeated in a group are checked once per repetition. Function literals are shared, since
 * they cannot be constant and one complaint about them is enough. */
Node *node_clone(const Node *n)
{
	if (!n)
		return NULL;
	Node *c = node_new((NodeKind)n->kind, n->pos);
	memcpy(c, n, node_size((NodeKind)n->kind));
	switch ((NodeKind)n->kind) {
	case N_COMPOSITE: C(comp.type); CL(comp.elems); break;
	case N_KEYVALUE: C(kv.key); C(kv.value); break;
	case N_PAREN: case N_STAR: case N_SLICE_TYPE: case N_DOTS_TYPE: C(x.x); break;
	case N_SELECTOR: C(sel.x); C(sel.name); break;
	case N_INDEX: C(index.x); CL(index.index); break;
	case N_SLICE: C(slice.x); C(slice.lo); C(slice.hi); C(slice.max); break;
	case N_ASSERT: C(assert.x); C(assert.type); break;
	case N_CALL: C(call.fun); CL(call.args); break;
	case N_UNARY: C(unary.x); break;
	case N_BINARY: C(binary.x); C(binary.y); break;
	case N_ARRAY_TYPE: C(arrtype.len); C(arrtype.elem); break;
	case N_MAP_TYPE: C(maptype.key); C(maptype.value); break;
	case N_CHAN_TYPE: C(chantype.elem); break;
	default: break;
	}
	return c;
}
