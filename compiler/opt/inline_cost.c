/* inline_cost.c: can a function be inlined, and at what cost.
 *
 * Go charges one point for each node of its own tree and stops at a budget of 80. Our tree has other nodes, so each arm below says how many of
 * gc's nodes a construct becomes. The arms were calibrated against `go tool compile -m=2` (tests/esc/inline_cost.go holds the cases). */
#include "compiler/opt/inline.h"

typedef struct Cost { Fn *fn; int n; const char *no; bool nodes_only; } Cost;      /* nodes_only: count nodes, calls cost nothing extra */

static void expr(Cost *c, const Node *n);
static void stmt(Cost *c, const Node *n);

static void exprs(Cost *c, const NodeVec *v)
{
	vec_each(v, i)
		expr(c, v->v[i]);
}

static void block(Cost *c, const Node *b)
{
	if (b)
		vec_each(&b->u.block.stmts, i)
			stmt(c, b->u.block.stmts.v[i]);
}

/* One node when a concrete value turns into an interface, or one interface into another. */
static void implicit(Cost *c, const Node *x, Type *to)
{
	expr(c, x);
	if (to && x->type && type_is(to, K_INTERFACE) && type_under(x->type)->kind != K_UNTYPED_NIL && !type_same(x->type, to) && !(x->kind == N_NAME && x->u.name.obj && x->u.name.obj->kind == O_NIL))
		c->n++;
}

static int sim_kind(Type *t)
{
	switch (type_under(t)->kind) {
	case K_INT: return K_INT64;
	case K_UINT: case K_UINTPTR: return K_UINT64;
	default: return type_under(t)->kind;
	}
}

static void conversion(Cost *c, const Node *n)
{
	const Node *x = n->u.call.args.v[0];
	expr(c, x);
	Type *from = x->type, *to = n->type;
	if (!from || !to || type_has_tparam(from) || type_has_tparam(to))
		return;
	if (type_is(to, K_INTERFACE)) {
		c->n += !type_same(from, to);
		return;
	}
	bool nop = type_same_ignore_tags(type_under(from), type_under(to)) || type_is(from, K_UNSAFEPTR) || type_is(to, K_UNSAFEPTR) ||
		(type_is(from, K_POINTER) && type_is(to, K_POINTER)) ||
		(type_is_numeric(from) && type_is_numeric(to) && sim_kind(from) == sim_kind(to));
	c->n += !nop;
}

static const Node *bare(const Node *n)
{
	while (n && n->kind == N_PAREN)
		n = n->u.x.x;
	return n;
}

static bool const_is_zero(const Node *n)
{
	int64_t v;
	return n && n->val && const_fits_i64(n->val, &v) && v == 0;
}

static bool same_var(const Node *a, const Node *b)
{
	a = bare(a);
	b = bare(b);
	if (!a || !b || a->kind != b->kind)
		return false;
	if (a->kind == N_NAME)
		return a->u.name.obj && a->u.name.obj == b->u.name.obj;
	return false;
}

static void slice_expr(Cost *c, const Node *n)
{
	c->n++;
	expr(c, n->u.slice.x);
	if (type_is(n->u.slice.x->type, K_ARRAY))
		c->n++;                         /* implicit & */
	if (n->u.slice.lo) {
		expr(c, n->u.slice.lo);
		c->n -= const_is_zero(n->u.slice.lo);
	}
	if (n->u.slice.hi) {
		const Node *h = bare(n->u.slice.hi);
		expr(c, h);
		if (h->kind == N_CALL && h->flags & NF_BUILTIN && !h->val) {
			const Node *f = bare(h->u.call.fun);
			if (f->kind == N_NAME && f->u.name.obj && f->u.name.obj->u.builtin.id == B_LEN && same_var(h->u.call.args.v[0], n->u.slice.x))
				c->n -= 2;
		}
	}
	if (n->u.slice.max)
		expr(c, n->u.slice.max);
}

static int selector_steps(const Node *n)
{
	return n->u.sel.sel ? n->u.sel.sel->npath : 1;
}

static void address(Cost *c, const Node *x)
{
	x = bare(x);
	c->n++;
	if (x->kind == N_COMPOSITE) {
		expr(c, x);
		return;
	}
	expr(c, x);
	/* &s.f at offset 0 costs what s costs */
	if (x->kind == N_SELECTOR && x->u.sel.sel && x->u.sel.sel->kind == SEL_FIELD && x->u.sel.sel->npath == 1 && bare(x->u.sel.x)->kind == N_NAME) {
		Type *st = x->u.sel.x->type;
		if (st && !type_has_tparam(st)) {
			st = type_deref(st) ? type_deref(st) : st;
			if (type_is(st, K_STRUCT) && type_field_offset(type_under(st), x->u.sel.sel->path[0]) == 0)
				c->n -= 2;
		}
	}
}

static void builtin(Cost *c, const Node *n)
{
	const Node *f = bare(n->u.call.fun);
	int id = f->kind == N_NAME && f->u.name.obj ? f->u.name.obj->u.builtin.id : f->kind == N_SELECTOR && f->u.sel.name->u.name.obj ? f->u.sel.name->u.name.obj->u.builtin.id : -1;
	const NodeVec *a = &n->u.call.args;
	c->n++;
	switch (id) {
	case B_RECOVER:
		c->no = "call to recover";
		return;
	case B_PANIC:
		c->n++;
		expr(c, a->v[0]);
		return;
	case B_MAKE:
		for (int i = 1; i < a->n; i++)
			expr(c, a->v[i]);
		return;
	case B_NEW:
		if (a->n && !(a->v[0]->flags & NF_IS_TYPE))
			expr(c, a->v[0]);
		return;
	default:
		if (id == B_PRINT || id == B_PRINTLN || id != B_APPEND) {
			exprs(c, a);
			return;
		}
		expr(c, a->v[0]);
		for (int i = 1; i < a->n; i++)
			if (n->flags & NF_DOTS)
				expr(c, a->v[i]);
			else
				implicit(c, a->v[i], n->type && type_is(n->type, K_SLICE) ? type_under(n->type)->u.slice.elem : NULL);
	}
}

static void arguments(Cost *c, const Node *n, Type *sig)
{
	const NodeVec *a = &n->u.call.args;
	const ObjVec *p = sig && sig->kind == K_FUNC ? &sig->u.fn.params : NULL;
	bool variadic = p && sig->u.fn.variadic && !(n->flags & NF_DOTS);
	int fixed = p ? p->n - (variadic ? 1 : 0) : a->n;
	bool spread = a->n == 1 && a->v[0]->type && a->v[0]->type->kind == K_TUPLE;
	vec_each(a, i) {
		Type *to = !p || spread ? NULL : i < fixed ? p->v[i]->type : variadic ? type_under(p->v[p->n - 1]->type)->u.slice.elem : NULL;
		implicit(c, a->v[i], to);
	}
	if (variadic && !spread)
		c->n += a->n > fixed ? 2 : 1;   /* slice literal, or nil */
}

static void call(Cost *c, const Node *n)
{
	if (n->flags & NF_CONVERSION) {
		conversion(c, n);
		return;
	}
	if (n->flags & NF_BUILTIN) {
		builtin(c, n);
		return;
	}
	const Node *f = bare(n->u.call.fun);
	Type *sig = f->type ? type_under(f->type) : NULL;
	c->n++;
	int extra = INL_CALL;
	const Node *base = f->kind == N_INDEX ? bare(f->u.index.x) : f;
	Obj *o = NULL;
	if (base->kind == N_NAME)
		o = base->u.name.obj;
	else if (base->kind == N_SELECTOR && !base->u.sel.sel)
		o = base->u.sel.name->u.name.obj;
	if (f->kind == N_SELECTOR && f->u.sel.sel && f->u.sel.sel->kind == SEL_METHOD_VAL) {
		Selection *s = f->u.sel.sel;
		Type *x = f->u.sel.x->type;
		bool ptr = x && type_is(x, K_POINTER);
		bool want_ptr = func_ptr_recv(s->obj);
		int steps = s->npath;
		if (want_ptr && (!ptr || steps) && !(steps && s->indirect && 0)) {
			/* &x, or &x.embedded, which costs nothing more at offset 0 */
			c->n += 1 + steps;
			if (steps == 1 && bare(f->u.sel.x)->kind == N_NAME)
				c->n -= 2;
		} else if (!want_ptr && ptr && !steps)
			c->n++;                 /* *x */
		else
			c->n += steps;
		expr(c, f->u.sel.x);
		o = s->obj;
	} else if (f->kind == N_SELECTOR && f->u.sel.sel && f->u.sel.sel->kind == SEL_IFACE_METHOD) {
		c->n++;
		expr(c, f->u.sel.x);
		o = NULL;
	} else if (o && o->kind == O_FUNC)
		c->n++;
	else {
		expr(c, f);
		if (o && o->kind == O_VAR && (o->u.var.is_param || (o->u.var.captured && o->u.var.fn != c->fn->node->u.func.info)))
			extra = INL_PARAM_CALL;
	}
	arguments(c, n, sig);
	if (c->nodes_only)
		return;
	int in = f->kind == N_FUNCLIT ? inl_cost_of_lit(c->fn, f) : o && o->kind == O_FUNC ? inl_cost_of(o, c->fn, false) : -1;
	c->n += in >= 0 ? in : extra;
}

static void composite(Cost *c, const Node *n)
{
	Type *t = n->type ? type_core(n->type) : NULL;
	Type *ptr = t && t->kind == K_POINTER ? t : NULL;
	if (ptr) {                              /* elided &T */
		c->n++;
		t = type_core(ptr->u.pointer.elem);
	}
	int kind = t ? t->kind : K_ARRAY;
	c->n += kind == K_SLICE ? 2 : 1;
	Type *elem = kind == K_SLICE ? t->u.slice.elem : kind == K_ARRAY && t ? t->u.array.elem : kind == K_MAP ? t->u.map.elem : NULL;
	vec_each(&n->u.comp.elems, i) {
		const Node *e = n->u.comp.elems.v[i];
		bool keyed = e->kind == N_KEYVALUE;
		const Node *v = keyed ? e->u.kv.value : e;
		Type *to = elem;
		if (kind == K_STRUCT) {
			c->n++;
			to = NULL;
			if (!keyed && t && i < t->u.st.fields.n)
				to = t->u.st.fields.v[i].type;
			else if (keyed && e->u.kv.key->kind == N_NAME && t)
				vec_each(&t->u.st.fields, k)
					if (t->u.st.fields.v[k].name == e->u.kv.key->u.name.sym)
						to = t->u.st.fields.v[k].type;
		} else if (keyed) {
			c->n++;
			if (kind == K_MAP)
				implicit(c, e->u.kv.key, t->u.map.key);
			else
				c->n++;
		}
		implicit(c, v, to);
	}
}

/* a + b + c on strings is one node with three operands */
static void concat(Cost *c, const Node *n)
{
	const Node *x = bare(n->u.binary.x);
	if (x->kind == N_BINARY && x->op == T_ADD && !x->val)
		concat(c, x);
	else
		expr(c, x);
	expr(c, n->u.binary.y);
}

static void expr(Cost *c, const Node *n)
{
	if (!n || c->no)
		return;
	n = bare(n);
	if (n->flags & NF_IS_TYPE)
		return;
	if (n->val) {
		c->n++;
		return;
	}
	switch (n->kind) {
	case N_NAME: case N_LIT:
		c->n++;
		break;
	case N_COMPOSITE:
		composite(c, n);
		break;
	case N_FUNCLIT:
		c->n += 16;
		break;
	case N_SELECTOR:
		if (!n->u.sel.sel) {
			c->n++;
			break;
		}
		if (n->u.sel.sel->kind == SEL_METHOD_EXPR) {
			c->n++;
			break;
		}
		c->n += n->u.sel.sel->kind == SEL_FIELD ? selector_steps(n) : 2 + n->u.sel.sel->npath;
		expr(c, n->u.sel.x);
		break;
	case N_INDEX:
		if (n->u.index.index.n && n->u.index.index.v[0]->flags & NF_IS_TYPE) {
			c->n++;
			break;
		}
		c->n++;
		expr(c, n->u.index.x);
		if (type_is(n->u.index.x->type, K_MAP))
			implicit(c, n->u.index.index.v[0], type_under(n->u.index.x->type)->u.map.key);
		else
			expr(c, n->u.index.index.v[0]);
		break;
	case N_SLICE:
		slice_expr(c, n);
		break;
	case N_ASSERT:
		c->n++;
		expr(c, n->u.assert.x);
		break;
	case N_CALL:
		call(c, n);
		break;
	case N_UNARY:
		if (n->op == T_AND)
			address(c, n->u.unary.x);
		else {
			c->n++;
			expr(c, n->u.unary.x);
		}
		break;
	case N_STAR:
		c->n++;
		expr(c, n->u.x.x);
		break;
	case N_BINARY: {
		c->n++;
		if (n->op == T_ADD && n->type && type_is_string(n->type)) {
			concat(c, n);
			break;
		}
		const Node *x = n->u.binary.x, *y = n->u.binary.y;
		expr(c, x);
		expr(c, y);
		if ((n->op == T_EQ || n->op == T_NE) && x->type && y->type && type_is(x->type, K_INTERFACE) != type_is(y->type, K_INTERFACE) &&
		    !type_is_untyped(x->type) && !type_is_untyped(y->type))
			c->n += bare(y)->kind == N_NAME && bare(y)->u.name.obj && bare(y)->u.name.obj->kind == O_NIL ? 0 : 1;
		break;
	}
	case N_KEYVALUE:
		expr(c, n->u.kv.value);
		break;
	default:
		c->n++;
	}
}

/* Declared names: the declaration and its operand. */
static int new_names(const NodeVec *v)
{
	int n = 0;
	vec_each(v, i)
		if (v->v[i]->kind == N_NAME && v->v[i]->u.name.obj && v->v[i]->u.name.obj->pos == v->v[i]->pos && !SYM_IS(v->v[i]->u.name.sym, "_"))
			n += 2;
	return n;
}

static void assign(Cost *c, const Node *n)
{
	const NodeVec *l = &n->u.assign.lhs, *r = &n->u.assign.rhs;
	c->n++;
	if (n->op) {
		expr(c, l->v[0]);
		if (r->n)
			expr(c, r->v[0]);
		else
			c->n++;
		return;
	}
	if (n->flags & NF_DEFINE)
		c->n += new_names(l);
	exprs(c, l);
	vec_each(r, i)
		implicit(c, r->v[i], l->n == r->n && !SYM_IS(l->v[i]->kind == N_NAME ? l->v[i]->u.name.sym : sym("x"), "_") ? l->v[i]->type : NULL);
}

static void declare(Cost *c, const Node *d)
{
	if (d->kind != N_VAR)
		return;
	const NodeVec *names = &d->u.val.names, *vals = &d->u.val.values;
	int blank = 0;
	vec_each(names, i)
		blank += SYM_IS(names->v[i]->u.name.sym, "_");
	c->n += 2 * (names->n - blank);
	if (!vals->n) {
		c->n += 2 * names->n;           /* x = zero */
		return;
	}
	c->n += (names->n == 1 || vals->n == 1 ? 1 : 1) + names->n;
	vec_each(vals, i)
		implicit(c, vals->v[i], d->u.val.type && vals->n == names->n ? d->u.val.type->type : NULL);
}

static void cases(Cost *c, const Node *n)
{
	bool ts = n->kind == N_SWITCH && n->u.sw.tag && n->u.sw.tag->kind == N_TYPESWITCH_GUARD;
	vec_each(&n->u.sw.cases, i) {
		const Node *k = n->u.sw.cases.v[i];
		c->n++;
		if (ts) {
			c->n += n->u.sw.tag->u.tsguard.name != NULL;
			vec_each(&k->u.cas.exprs, e)
				if (!(k->u.cas.exprs.v[e]->flags & NF_IS_TYPE))
					c->n++; /* case nil */
		} else
			exprs(c, &k->u.cas.exprs);
		if (k->u.cas.comm)
			stmt(c, k->u.cas.comm);
		vec_each(&k->u.cas.body, s)
			stmt(c, k->u.cas.body.v[s]);
	}
}

static void range(Cost *c, const Node *n)
{
	const Node *r = n->u.forr.init;
	c->n++;
	NodeVec kv = { 0 };
	Node *pair[2];
	kv.v = pair;
	if (r->u.range.key)
		pair[kv.n++] = r->u.range.key;
	if (r->u.range.value)
		pair[kv.n++] = r->u.range.value;
	if (r->flags & NF_DEFINE)
		c->n += new_names(&kv);
	exprs(c, &kv);
	expr(c, r->u.range.x);
	block(c, n->u.forr.body);
	if (type_is(r->u.range.x->type, K_FUNC))
		c->n += 60;                     /* becomes a call with a closure */
}

static void if_stmt(Cost *c, const Node *n)
{
	if (n->u.iff.cond && n->u.iff.cond->val) {
		if (n->u.iff.init)
			stmt(c, n->u.iff.init);
		if (const_truth(n->u.iff.cond->val))
			block(c, n->u.iff.then);
		else if (n->u.iff.els)
			stmt(c, n->u.iff.els);
		return;
	}
	c->n++;
	if (n->u.iff.init)
		stmt(c, n->u.iff.init);
	expr(c, n->u.iff.cond);
	block(c, n->u.iff.then);
	if (n->u.iff.els)
		stmt(c, n->u.iff.els);
}

static void stmt(Cost *c, const Node *n)
{
	if (!n || c->no)
		return;
	switch (n->kind) {
	case N_EMPTY:
		break;
	case N_LABELED:
		c->n++;
		stmt(c, n->u.labeled.stmt);
		break;
	case N_BLOCK:
		block(c, n);
		break;
	case N_EXPR_STMT:
		expr(c, n->u.x.x);
		break;
	case N_SEND:
		c->n++;
		expr(c, n->u.send.chan);
		expr(c, n->u.send.value);
		break;
	case N_DECL_STMT:
		vec_each(&n->u.declstmt.decls, i)
			declare(c, n->u.declstmt.decls.v[i]);
		break;
	case N_ASSIGN:
		assign(c, n);
		break;
	case N_BRANCH:
		c->n += n->op != T_FALLTHROUGH;
		break;
	case N_CALL_STMT:
		c->no = n->op == T_GO ? "unhandled op GO" : "unhandled op DEFER";
		break;
	case N_RETURN: {
		c->n++;
		Type *sig = c->fn->sig ? type_under(c->fn->sig) : NULL;
		const NodeVec *r = &n->u.ret.results;
		vec_each(r, i)
			implicit(c, r->v[i], sig && sig->u.fn.results.n == r->n ? sig->u.fn.results.v[i]->type : NULL);
		break;
	}
	case N_IF:
		if_stmt(c, n);
		break;
	case N_FOR:
		if (n->u.forr.init && n->u.forr.init->kind == N_RANGE_CLAUSE) {
			range(c, n);
			break;
		}
		c->n++;
		stmt(c, n->u.forr.init);
		expr(c, n->u.forr.cond);
		stmt(c, n->u.forr.post);
		block(c, n->u.forr.body);
		break;
	case N_SWITCH:
		c->n++;
		stmt(c, n->u.sw.init);
		if (n->u.sw.tag && n->u.sw.tag->kind == N_TYPESWITCH_GUARD) {
			c->n += 1 + (n->u.sw.tag->u.tsguard.name != NULL);
			expr(c, n->u.sw.tag->u.tsguard.x);
		} else
			expr(c, n->u.sw.tag);
		cases(c, n);
		break;
	case N_SELECT:
		c->n++;
		cases(c, n);
		break;
	default:
		break;
	}
}

static Node *body_of(const Fn *f)
{
	return f->node->kind == N_FUNCLIT ? f->node->u.func.body : f->node->u.fdecl.body;
}

void inl_compute(Fn *f)
{
	if (f->inl_cost || f->inl_no)
		return;
	if (!f->node || f->wrapper || f->range_body || f->is_extern || !f->blks.n || !body_of(f)) {
		f->inl_no = "no function body";
		return;
	}
	if (f->noinline) {
		f->inl_no = "marked go:noinline";
		return;
	}
	Cost c = { .fn = f };
	block(&c, body_of(f));
	if (c.no)
		f->inl_no = c.no;
	else if (c.n > INL_BUDGET)
		f->inl_no = str_fmt("function too complex: cost %d exceeds budget %d", c.n, INL_BUDGET);
	else if (f->has_defer || f->has_recover)
		f->inl_no = "unhandled op DEFER";
	else
		f->inl_cost = c.n + 1;          /* 0 means not computed: stored one up */
}

int inl_cost_of_call(Fn *caller, const Node *call)
{
	const Node *f = bare(call->u.call.fun);
	int n = 2 + call->u.call.args.n, in = -1;
	Obj *o = f->kind == N_NAME ? f->u.name.obj : NULL;
	if (f->kind == N_SELECTOR)
		o = f->u.sel.sel ? f->u.sel.sel->kind == SEL_METHOD_VAL ? f->u.sel.sel->obj : NULL : f->u.sel.name->u.name.obj;
	if (call->flags & NF_BUILTIN)
		return n;
	n += f->kind == N_SELECTOR && f->u.sel.sel;
	if (o && o->kind == O_FUNC)
		in = inl_cost_of(o, caller, false);
	return n + (in >= 0 ? in : INL_CALL);
}

bool inl_is_big(Fn *f)
{
	if (f->ins.n < INL_BIG_FN / 8 || !f->node || f->wrapper || f->range_body || !body_of(f))
		return false;
	Cost c = { .fn = f, .nodes_only = true };
	block(&c, body_of(f));
	return c.n >= INL_BIG_FN;
}
