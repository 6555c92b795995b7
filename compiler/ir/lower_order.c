/* lower_order.c: the moment at which the parts of a statement are evaluated, as gc orders them.
 *
 * gc goes over a statement's expressions twice. The first walk evaluates, from left to right, whatever is a call, may wait, or
 * yields something that later calls must not change: calls, receives, assertions to types that are not pointer-shaped, slicing,
 * append, len, &&, map literals. Everything else (variables, loads, indexing, map reads, arithmetic, plain conversions) stays as it is
 * and is evaluated by the second walk, when the last call has returned. The language leaves that order open; programs show it when two
 * parts panic or when a call changes a variable that stands beside it.
 *
 * order() is the first walk: values go to L->done. The lowering functions are the second walk: while L->late is set they find the
 * values there and evaluate the rest in place. A statement that forgets to call order() gets each operand ordered by itself. */
#include "compiler/ir/lower.h"

bool order_known(Node *n)
{
	for (int i = L->done.n - 1; i >= 0; i--)
		if (L->done.v[i].n == n)
			return true;
	return false;
}

Ref order_take(Node *n)
{
	for (int i = L->done.n - 1; i >= 0; i--)
		if (L->done.v[i].n == n) {
			Ref r = L->done.v[i].r;
			L->done.v[i] = L->done.v[--L->done.n];
			return r;
		}
	return REF_NONE;
}

/* Evaluates n, whose own calls are done, and keeps the value for the second walk. */
void order_keep(Node *n)
{
	n = node_unparen(n);
	if (n->val || is_nil(n) || n->flags & NF_IS_TYPE || order_known(n))
		return;
	bool late = L->late;
	L->late = true;
	Ref r = expr(n);
	L->late = late;
	Local *l = ir_loc(L->fn, r);
	if (!r)
		return;
	if (l && l->kind != L_TEMP)     /* a constant is kept too: len(f()) of an array has called f */
		r = copy_of(r, n);
	vec_push(&L->done, ((Done){ n, r }));
}

/* ---- what gc evaluates early ---- */

static bool direct_iface(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case K_POINTER: case K_CHAN: case K_MAP: case K_FUNC: case K_UNSAFEPTR: return true;
	case K_STRUCT: return u->u.st.fields.n == 1 && direct_iface(u->u.st.fields.v[0].type);
	case K_ARRAY: return u->u.array.len == 1 && direct_iface(u->u.array.elem);
	default: return false;
	}
}

/* A place that is read where it is used, even when its address is wanted: memory, not a variable in a register. */
static bool in_memory(Node *n)
{
	n = node_unparen(n);
	switch (n->kind) {
	case N_NAME: {
		Obj *o = n->u.name.obj;
		return o && o->kind == O_VAR && (o->u.var.is_global || VFACTS(o) & (VF_ADDR | VF_CAPTURED) || type_size(nty(n)) > 32);
	}
	case N_SELECTOR:
		if (!n->u.sel.sel)
			return true;
		return n->u.sel.sel->kind == SEL_FIELD && (n->u.sel.sel->indirect || type_deref(nty(n->u.sel.x)) || in_memory(n->u.sel.x));
	case N_INDEX: {
		if (fun_name(n))
			return false;
		Kind k = type_under(nty(n->u.index.x))->kind;
		return k == K_SLICE || k == K_POINTER || (k == K_ARRAY && in_memory(n->u.index.x));
	}
	case N_STAR: return true;
	default: return false;
	}
}

static void keep_unless_memory(Node *n)
{
	Node *u = node_unparen(n);
	if (u->kind != N_COMPOSITE && u->kind != N_FUNCLIT && !in_memory(u))
		order_keep(u);
}

/* Values whose address goes into the conversion to an interface. */
static bool boxed_by_address(Type *t)
{
	Type *u = type_under(t);
	for (;;) {
		if (u->kind == K_STRUCT && u->u.st.fields.n == 1)
			u = type_under(u->u.st.fields.v[0].type);
		else if (u->kind == K_ARRAY && u->u.array.len == 1)
			u = type_under(u->u.array.elem);
		else
			break;
	}
	if (u->kind == K_STRING || u->kind == K_SLICE)
		return false;
	int64_t size = type_size(t);
	bool number = u->kind >= K_INT && u->kind <= K_COMPLEX128;
	return !(number && (size == 2 || size == 4 || size == 8) && type_align(t) == size);
}

/* Keys that are passed to the map by address. */
static bool key_by_address(Type *map)
{
	Type *u = type_under(map), *k = type_under(type_canon(u->u.map.key));
	if (type_size(u->u.map.elem) > 128)
		return true;
	switch (k->kind) {
	case K_STRING: case K_POINTER: case K_CHAN: case K_UNSAFEPTR: return false;
	default: return !(type_is_integer(k) && type_size(k) >= 4);
	}
}

void order_key(Node *key, Type *map)
{
	Type *kt = type_canon(type_under(map)->u.map.key);
	if (is_nil(key) || !key_by_address(map))
		return;
	if (is_iface(kt) && !is_iface(nty(key)) && !node_unparen(key)->val && node_unparen(key)->kind != N_COMPOSITE)
		order_keep(key);
	else
		keep_unless_memory(key);
}

/* The first walk over operands that are converted to the types to (NULL, or NULL entries: as they are). */
void order_list(Node **n, int k, Type **to)
{
	int last = -1;
	for (int i = k - 1; to && i >= 0 && last < 0; i--)
		if (has_call(n[i]))
			last = i;
	for (int i = 0; i < k; i++) {
		order(n[i]);
		if (i < last && to[i] && is_iface(to[i]) && !is_nil(n[i]) && !is_iface(nty(n[i])) && boxed_by_address(nty(n[i])))
			keep_unless_memory(n[i]);
	}
}

static Node *elem_value(Node *e)
{
	return e->kind == N_KEYVALUE ? e->u.kv.value : e;
}

static Type *lit_under(Node *n)
{
	Type *u = type_under(nty(n));
	return u->kind == K_POINTER ? type_under(u->u.pointer.elem) : u;
}

static void composite_parts(Node *n)
{
	NodeVec *e = &n->u.comp.elems;
	Type *u = lit_under(n);
	if (u->kind == K_MAP || e->n > ORDER_MAX)
		return;
	Node **v = arena_array(&build_arena, Node *, e->n + 1);
	Type **to = arena_array(&build_arena, Type *, e->n + 1);
	vec_each(e, i) {
		v[i] = elem_value(e->v[i]);
		if (u->kind != K_STRUCT)
			to[i] = type_canon(u->kind == K_ARRAY ? u->u.array.elem : u->u.slice.elem);
		else if (e->v[i]->kind != N_KEYVALUE)
			to[i] = type_canon(u->u.st.fields.v[i].type);
	}
	order_list(v, e->n, to);
}

static int builtin_id(Node *call)
{
	return fun_name(call->u.call.fun)->u.name.obj->u.builtin.id;
}

static bool early_builtin(int id)
{
	switch (id) {
	case B_APPEND: case B_CAP: case B_COMPLEX: case B_COPY: case B_IMAG: case B_LEN: case B_MAKE: case B_MAX: case B_MIN: case B_NEW: case B_REAL: case B_RECOVER:
		return true;
	default:
		return false;
	}
}

/* Does the first walk evaluate n itself? */
static bool early(Node *n)
{
	switch (n->kind) {
	case N_BINARY: return n->op == T_ANDAND || n->op == T_OROR;
	case N_UNARY: return n->op == T_ARROW;
	case N_SLICE: return true;
	case N_ASSERT: return !direct_iface(ty(n->u.assert.type->type));
	case N_COMPOSITE: {
		Kind k = lit_under(n)->kind;
		return (k == K_MAP && n->u.comp.elems.n) || (n->u.comp.elems.n > ORDER_MAX && has_call(n));
	}
	case N_INDEX: {
		/* m[string(b)] looks up without copying b: before anything can change b */
		if (fun_name(n) || type_under(nty(n->u.index.x))->kind != K_MAP)
			return false;
		Node *i = node_unparen(n->u.index.index.v[0]);
		return i->kind == N_CALL && i->flags & NF_CONVERSION && !i->val && type_under(nty(i))->kind == K_STRING && type_under(nty(i->u.call.args.v[0]))->kind == K_SLICE;
	}
	case N_CALL:
		if (n->flags & NF_CONVERSION)
			return type_under(nty(n))->kind == K_SLICE && str_conv_needed(nty(n->u.call.args.v[0]), nty(n));
		return !(n->flags & NF_BUILTIN) || early_builtin(builtin_id(n));
	default:
		return false;
	}
}

/* f(g()): the results of g are the arguments. */
static bool spread(Node *call)
{
	NodeVec *a = &call->u.call.args;
	return a->n == 1 && node_unparen(a->v[0])->kind == N_CALL && ntuple(a->v[0]) > 1;
}

static void call_parts(Node *n)
{
	NodeVec *a = &n->u.call.args;
	if (n->flags & NF_CONVERSION) {
		Node *x = a->v[0];
		order(x);
		if (!x->val && !is_nil(x) && is_iface(nty(n)) && !is_iface(nty(x)) && boxed_by_address(nty(x)))
			keep_unless_memory(x);
		return;
	}
	if (n->flags & NF_BUILTIN) {
		int id = builtin_id(n);
		Node *len;
		if (id == B_UNSAFE_SIZEOF || id == B_UNSAFE_ALIGNOF || id == B_UNSAFE_OFFSETOF || spread(n))
			return;
		if (id == B_APPEND && n->flags & NF_DOTS && is_make_of(a->v[1], &len)) {
			order(a->v[0]);
			order(len);
			return;
		}
		vec_each(a, i)
			order(a->v[i]);
		return;
	}
	order(n->u.call.fun);
	if (spread(n))
		return;
	Type *sig = type_under(nty(n->u.call.fun));
	if (sig->kind != K_FUNC) {
		order_list(a->v, a->n, NULL);
		return;
	}
	int np = sig->u.fn.params.n;
	bool pack = sig->u.fn.variadic && !(n->flags & NF_DOTS);
	Type **to = arena_array(&build_arena, Type *, a->n + 1);
	for (int i = 0; i < a->n; i++) {
		Type *t = sig->u.fn.params.v[i < np ? i : np - 1]->type;
		to[i] = ty(pack && i >= np - 1 ? type_under(t)->u.slice.elem : t);
	}
	order_list(a->v, a->n, to);
}

/* Each bound is complete before the next one begins. */
static void slice_bound(Node *n)
{
	order(n);
	if (n && node_unparen(n)->kind != N_NAME)
		order_keep(n);
}

void order_parts(Node *n)
{
	n = node_unparen(n);
	if (n->val || n->flags & NF_IS_TYPE)
		return;
	switch (n->kind) {
	case N_SELECTOR:
		if (n->u.sel.sel && n->u.sel.sel->kind != SEL_METHOD_EXPR)
			order(n->u.sel.x);
		return;
	case N_STAR: order(n->u.x.x); return;
	case N_INDEX: {
		Node *x = n->u.index.x;
		if (fun_name(n))
			return;
		order(x);
		if (node_unparen(x)->kind == N_SELECTOR && node_unparen(x)->u.sel.sel && node_unparen(x)->u.sel.sel->kind != SEL_FIELD)
			return;         /* instantiated generic method */
		order(n->u.index.index.v[0]);
		if (type_under(nty(x))->kind == K_MAP)
			order_key(n->u.index.index.v[0], nty(x));
		return;
	}
	case N_SLICE:
		order(n->u.slice.x);
		slice_bound(n->u.slice.lo);
		slice_bound(n->u.slice.hi);
		slice_bound(n->u.slice.max);
		return;
	case N_ASSERT: order(n->u.assert.x); return;
	case N_UNARY: order(n->u.unary.x); return;
	case N_BINARY:
		if (n->op != T_ANDAND && n->op != T_OROR) {
			order(n->u.binary.x);
			order(n->u.binary.y);
		}
		return;
	case N_COMPOSITE: composite_parts(n); return;
	case N_CALL: call_parts(n); return;
	default: return;
	}
}

void order(Node *n)
{
	if (!n || n->kind == N_NAME || n->kind == N_LIT || n->kind == N_FUNCLIT)
		return;
	Node *u = node_unparen(n);
	if (u->val || u->flags & NF_IS_TYPE || order_known(u) || (L->pre && (map_has(L->pre, MAP_KEY(u)) || map_has(L->pre, MAP_KEY(n)))))
		return;
	order_parts(u);
	if (early(u))
		order_keep(u);
}

/* ---- the left side ---- */

/* Computed parts of an assigned place come before the right side; loads along the way come after it. */
void order_left(Node *n)
{
	n = node_unparen(n);
	if (n->val || order_known(n))
		return;
	switch (n->kind) {
	case N_NAME: case N_LIT: return;
	case N_SELECTOR:
		if (n->u.sel.sel)
			order_left(n->u.sel.x);
		return;
	case N_STAR: order_left(n->u.x.x); return;
	case N_INDEX:
		if (type_under(nty(n->u.index.x))->kind == K_MAP) {
			order_keep(n);
			return;
		}
		order_left(n->u.index.x);
		order_left(n->u.index.index.v[0]);
		return;
	default: order_keep(n); return;
	}
}

/* ---- several assignments at once ---- */

/* Can evaluating n tell whether the assignments in w have been made? As coarse as gc. */
static bool visit_affected(Node *n, void *arg)
{
	Writes *w = arg;
	if (w->found || n->val || n->flags & NF_IS_TYPE || order_known(n))
		return false;
	bool reads = false;
	switch (n->kind) {
	case N_PAREN: case N_LIT: case N_ASSERT: break;
	case N_NAME: {
		Obj *o = n->u.name.obj;
		if (o && o->kind == O_VAR && !o->u.var.is_field) {
			reads = o->u.var.is_global || VFACTS(o) & (VF_ADDR | VF_CAPTURED);
			w->found |= map_has(&w->vars, MAP_KEY(o));
		}
		break;
	}
	case N_BINARY:
		switch (n->op) {
		case T_ADD: reads = type_under(nty(n))->kind == K_STRING; break;
		case T_SUB: case T_MUL: case T_DIV: case T_REM: case T_AND: case T_OR: case T_XOR: case T_ANDNOT: case T_SHL: case T_SHR: break;
		default: reads = true;
		}
		break;
	case N_UNARY:
		reads = n->op != T_SUB && n->op != T_ADD && n->op != T_XOR;
		break;
	case N_CALL:
		reads = !(n->flags & NF_CONVERSION) || str_conv_needed(nty(n->u.call.args.v[0]), nty(n));
		break;
	case N_SELECTOR: {
		Selection *s = n->u.sel.sel;
		if (!s) {
			Obj *o = n->u.sel.name->u.name.obj;
			w->found |= w->memory && o && o->kind == O_VAR;
			return false;
		}
		w->found |= w->memory && (s->kind != SEL_FIELD || s->indirect || type_deref(nty(n->u.sel.x)));
		node_walk(n->u.sel.x, visit_affected, w);
		return false;
	}
	default: reads = true;
	}
	w->found |= w->memory && reads;
	return !w->found && n->kind != N_FUNCLIT;
}

static void save(Node *n, Writes *w)
{
	n = node_unparen(n);
	if (n->val || is_nil(n))
		return;
	w->found = w->results;
	if (!w->found)
		node_walk(n, visit_affected, w);
	if (w->found)
		order_keep(n);
}

void order_save(Node *n, Writes *w)
{
	save(n, w);
}

void order_save_left(Node *n, Writes *w)
{
	for (;;) {
		n = node_unparen(n);
		if (n->kind == N_SELECTOR && n->u.sel.sel) {
			if (n->u.sel.sel->indirect || type_deref(nty(n->u.sel.x))) {
				save(n->u.sel.x, w);
				return;
			}
			n = n->u.sel.x;
		} else if (n->kind == N_INDEX && !fun_name(n)) {
			save(n->u.index.index.v[0], w);
			if (type_under(nty(n->u.index.x))->kind != K_ARRAY) {
				save(n->u.index.x, w);
				return;
			}
			n = n->u.index.x;
		} else {
			if (n->kind == N_STAR)
				save(n->u.x.x, w);
			return;
		}
	}
}

void order_wrote(Node *lhs, Writes *w)
{
	lhs = node_unparen(lhs);
	for (;;) {
		if (lhs->kind == N_SELECTOR && lhs->u.sel.sel && !lhs->u.sel.sel->indirect && !type_deref(nty(lhs->u.sel.x)))
			lhs = node_unparen(lhs->u.sel.x);
		else if (lhs->kind == N_INDEX && type_under(nty(lhs->u.index.x))->kind == K_ARRAY)
			lhs = node_unparen(lhs->u.index.x);
		else
			break;
	}
	Obj *o = lhs->kind == N_NAME ? lhs->u.name.obj : NULL;
	if (is_blank(lhs))
		return;
	order_wrote_obj(o, w);
}

void order_wrote_obj(Obj *o, Writes *w)
{
	if (!o || o->kind != O_VAR || o->u.var.is_global || VFACTS(o) & (VF_ADDR | VF_CAPTURED)) {
		w->memory = true;
		return;
	}
	if (o->u.var.is_result && w->defers)
		w->results = true;
	map_set(&w->vars, MAP_KEY(o), o);
}
