/* lower_facts.c: what a function does with its variables, found in one walk over its tree before lowering: assigned again, address
 * taken, used by nested functions (bodies of range-over-func loops count as nested). Closures capture by value what is never
 * assigned again; loops copy their variables per iteration only when somebody could notice. Also: labels jumped back to. */
#include "compiler/ir/lower.h"

typedef struct Walk { int depth; bool shared_loop_vars; } Walk;    /* shared_loop_vars: before go 1.22 */
static Map loop_labels;

static void mark(Obj *o, uintptr_t bits)
{
	o->ir = (void *)(VFACTS(o) | bits);
}

static bool is_local_var(Obj *o)
{
	return o && o->kind == O_VAR && !o->u.var.is_global && !o->u.var.is_field;
}

static void seen(Obj *o, Walk *w)
{
	if (!is_local_var(o))
		return;
	if (!(VFACTS(o) & VF_SEEN))
		mark(o, VF_SEEN | (uintptr_t)w->depth * VF_DEPTH);
	else if ((int)(VFACTS(o) / VF_DEPTH) < w->depth)
		mark(o, VF_CAPTURED);
}

/* The variable whose memory the lvalue n is part of. */
static Obj *root(Node *n)
{
	for (;;) {
		n = node_unparen(n);
		switch (n->kind) {
		case N_NAME:
			return is_local_var(n->u.name.obj) ? n->u.name.obj : NULL;
		case N_SELECTOR:
			if (!n->u.sel.sel || n->u.sel.sel->indirect || !n->u.sel.x->type || type_deref(n->u.sel.x->type))
				return NULL;
			n = n->u.sel.x;
			break;
		case N_INDEX:
			if (!n->u.index.x->type || type_under(n->u.index.x->type)->kind != K_ARRAY)
				return NULL;
			n = n->u.index.x;
			break;
		default:
			return NULL;
		}
	}
}

static void mark_root(Node *n, uintptr_t bits)
{
	Obj *o = n ? root(n) : NULL;
	if (o)
		mark(o, bits);
}

static void walk(Node *n, Walk *w);

static void assigned(Node *n, bool define)
{
	Node *u = node_unparen(n);
	if (define && u->kind == N_NAME && u->u.name.obj && u->u.name.obj->pos == u->pos)
		return;
	mark_root(n, VF_ASSIGNED);
}

static bool is_rangefunc(Node *n)
{
	if (n->kind != N_FOR || !n->u.forr.init || n->u.forr.init->kind != N_RANGE_CLAUSE)
		return false;
	Type *t = n->u.forr.init->u.range.x->type;
	/* A type parameter may stand for a function. */
	return t && (type_under(t)->kind == K_FUNC || type_is_tparam(t));
}

static bool visit(Node *n, void *arg)
{
	Walk *w = arg;
	switch (n->kind) {
	case N_NAME:
		seen(n->u.name.obj, w);
		return true;
	case N_FUNCLIT: {
		Walk in = { w->depth + 1, w->shared_loop_vars };
		if (n->u.func.info) {
			vec_each(&n->u.func.info->params, i)
				seen(n->u.func.info->params.v[i], &in);
			vec_each(&n->u.func.info->results, i) {
				seen(n->u.func.info->results.v[i], &in);
				mark(n->u.func.info->results.v[i], VF_ASSIGNED);
			}
		}
		walk(n->u.func.body, &in);
		return false;
	}
	case N_UNARY:
		if (n->op == T_AND)
			mark_root(n->u.unary.x, VF_ADDR);
		return true;
	case N_SLICE:
		if (n->u.slice.x->type && type_under(n->u.slice.x->type)->kind == K_ARRAY)
			mark_root(n->u.slice.x, VF_ADDR);
		return true;
	case N_SELECTOR: {
		Selection *s = n->u.sel.sel;
		if (s && s->kind == SEL_METHOD_VAL && s->obj && func_ptr_recv(s->obj) && !s->indirect)
			mark_root(n->u.sel.x, VF_ADDR);
		walk(n->u.sel.x, w);
		return false;
	}
	case N_ASSIGN:
		vec_each(&n->u.assign.lhs, i)
			assigned(n->u.assign.lhs.v[i], n->flags & NF_DEFINE);
		return true;
	case N_BRANCH:
		if (n->op == T_GOTO && n->u.branch.target && n->u.branch.target->pos < n->pos)
			map_set(&loop_labels, MAP_KEY(n->u.branch.target), n);
		return false;
	case N_LABELED:
		walk(n->u.labeled.stmt, w);
		return false;
	case N_RANGE_CLAUSE:
		if (n->u.range.key)
			assigned(n->u.range.key, (n->flags & NF_DEFINE) && !w->shared_loop_vars);
		if (n->u.range.value)
			assigned(n->u.range.value, (n->flags & NF_DEFINE) && !w->shared_loop_vars);
		return true;
	case N_FOR:
		if (is_rangefunc(n)) {
			Node *r = n->u.forr.init;
			Walk in = { w->depth + 1, w->shared_loop_vars };
			walk(r->u.range.x, w);
			if (r->u.range.key)
				assigned(r->u.range.key, r->flags & NF_DEFINE);
			if (r->u.range.value)
				assigned(r->u.range.value, r->flags & NF_DEFINE);
			if (r->u.range.key)
				walk(r->u.range.key, &in);
			if (r->u.range.value)
				walk(r->u.range.value, &in);
			walk(n->u.forr.body, &in);
			return false;
		}
		return true;
	case N_CASE:
		seen(n->u.cas.var, w);
		return true;
	default:
		return true;
	}
}

static void walk(Node *n, Walk *w)
{
	if (n)
		node_walk(n, visit, w);
}

bool facts_label_loops(Node *labeled)
{
	return labeled && map_has(&loop_labels, MAP_KEY(labeled));
}

void facts(FuncInfo *info, Node *type, Node *body)
{
	Walk w = { 1, body && info && !allows_version(body, info->pkg, "go1.22") };
	(void)type;
	if (info) {
		vec_each(&info->params, i)
			seen(info->params.v[i], &w);
		vec_each(&info->results, i) {
			seen(info->results.v[i], &w);
			mark(info->results.v[i], VF_ASSIGNED);
		}
	}
	walk(body, &w);
}
