/* lower.c: state of the function being lowered and the small steps everything else is made of: types under the current substitution,
 * locals and captures, constants, blocks, places, calls. */
#include "compiler/ir/lower.h"

LFn *L;

/* ---- types ---- */

Type *basic(Kind k)
{
	static Type *cache[K_KIND_COUNT];
	if (!cache[k])
		cache[k] = type_canon(t_basic[k]);
	return cache[k];
}

Type *ty(Type *t)
{
	if (!t)
		bug("lower: expression without a type in %s", L ? L->fn->name : "?");
	if (t->canon && !(L && L->tp && L->tp->n))
		return t;
	if (t->kind >= K_UNTYPED_BOOL && t->kind <= K_UNTYPED_NIL)
		return t->kind == K_UNTYPED_NIL ? basic(K_UNSAFEPTR) : type_canon(type_default(t));
	if (L && L->tp && L->tp->n)
		t = type_subst(t, L->tp, L->ta);
	return type_canon(t);
}

Type *nty(Node *n)
{
	if (!n->type) {
		bug_at("lower", L ? L->fn->name : "?", n->pos);
		bug("lower: %s without a type", node_kind_name[n->kind]);
	}
	return ty(n->type);
}

Type *ptr_to(Type *elem)
{
	return type_canon(type_pointer(elem));
}

static void sig_add(ObjVec *to, const ObjVec *from)
{
	vec_each(from, i) {
		Obj *o = obj_new(O_VAR, from->v[i]->name, from->v[i]->pos, ty(from->v[i]->type), from->v[i]->pkg);
		vec_push(to, o);
	}
}

Type *sig_of(Type *fn)
{
	fn = type_under(fn);
	Type *t = type_new(K_FUNC);
	sig_add(&t->u.fn.params, &fn->u.fn.params);
	sig_add(&t->u.fn.results, &fn->u.fn.results);
	t->u.fn.variadic = fn->u.fn.variadic;
	return type_canon(t);
}

Type *sig_make(Type **params, int np, Type **results, int nr)
{
	Type *t = type_new(K_FUNC);
	for (int i = 0; i < np; i++)
		vec_push(&t->u.fn.params, obj_new(O_VAR, sym("_"), 0, params[i], NULL));
	for (int i = 0; i < nr; i++)
		vec_push(&t->u.fn.results, obj_new(O_VAR, sym("_"), 0, results[i], NULL));
	return type_canon(t);
}

/* ---- functions ---- */

LFn *lfn_begin(Fn *f, LFn *outer, FuncInfo *info)
{
	LFn *saved = L, *l = NEW(LFn);
	l->fn = f;
	l->outer = outer;
	l->info = info;
	l->pkg = f->pkg;
	l->tp = &f->tparams;
	l->ta = &f->targs;
	l->fall = -1;
	L = l;
	l->cur = blk();
	return saved;
}

static void reach(Fn *f, int b, int *map, int *order, int *n)
{
	/* Explicit stack: generated switches can make very deep graphs. */
	IntVec work = { 0 };
	vec_push(&work, b);
	while (work.n) {
		b = vec_pop(&work);
		if (map[b] >= 0)
			continue;
		map[b] = 0;
		order[(*n)++] = b;
		Ins *e = &f->ins.v[vec_last(&f->blks.v[b].ins)];
		if (e->op == OP_JMP) {
			vec_push(&work, e->u.blk[0]);
		} else if (e->op == OP_BR) {
			vec_push(&work, e->u.blk[1]);
			vec_push(&work, e->u.blk[0]);
		} else if (e->op == OP_SWITCH) {
			vec_push(&work, e->u.sw->def);
			vec_each(&e->u.sw->rows, k)
				vec_push(&work, e->u.sw->rows.v[k].blk);
		}
	}
}

/* Unreachable blocks go; the others keep their order of creation. */
static void prune(Fn *f)
{
	int nb = f->blks.n, n = 0;
	int *map = arena_array(&build_arena, int, nb + 1), *order = arena_array(&build_arena, int, nb + 1);
	for (int i = 0; i < nb; i++) {
		map[i] = -1;
		if (!f->blks.v[i].ins.n || 0)
			ir_ins(f, i, OP_UNREACHABLE, f->pos);
	}
	reach(f, 0, map, order, &n);
	int k = 0;
	for (int i = 0; i < nb; i++)
		if (map[i] >= 0) {
			f->blks.v[k] = f->blks.v[i];
			map[i] = k++;
		}
	f->blks.n = k;
	for (int i = 0; i < k; i++) {
		Ins *e = &f->ins.v[vec_last(&f->blks.v[i].ins)];
		if (e->op == OP_JMP || e->op == OP_BR)
			for (int j = 0; j < (e->op == OP_BR ? 2 : 1); j++)
				e->u.blk[j] = map[e->u.blk[j]];
		if (e->op == OP_SWITCH) {
			e->u.sw->def = map[e->u.sw->def];
			vec_each(&e->u.sw->rows, j)
				e->u.sw->rows.v[j].blk = map[e->u.sw->rows.v[j].blk];
		}
	}
}

void lfn_end(LFn *saved)
{
	Fn *f = L->fn;
	if (L->cur >= 0) {
		if (f->results.n && !f->wrapper)
			emit(OP_UNREACHABLE, NULL);
		else
			leave(NULL);
		L->cur = -1;
	}
	prune(f);
	Node *body = !f->node ? NULL : f->node->kind == N_FUNCLIT ? f->node->u.func.body : f->node->kind == N_FUNC ? f->node->u.fdecl.body : NULL;
	for (int b = 0; body && body->u.block.rbrace && !f->wrapper && !f->range_body && b < f->blks.n; b++) {
		Ins *i = &f->ins.v[vec_last(&f->blks.v[b].ins)];
		if (i->op == OP_RET && !i->src)         /* falls off the end: deferred calls run there */
			i->pos = body->u.block.rbrace;
	}
	for (int b = 0; f->has_defer && b < f->blks.n; b++)
		if (f->ins.v[vec_last(&f->blks.v[b].ins)].op == OP_RET) {
			Ins *i = ir_ins(f, b, OP_RUN_DEFERS, f->ins.v[vec_last(&f->blks.v[b].ins)].pos);
			(void)i;
			IntVec *v = &f->blks.v[b].ins;
			int ret = v->v[v->n - 2];
			v->v[v->n - 2] = v->v[v->n - 1];
			v->v[v->n - 1] = ret;
		}
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, k) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[k]];
			if (i->op == OP_ADDR && f->places.v[i->place].base == PB_LOCAL)
				f->locals.v[REF_IDX(f->places.v[i->place].ref)].addr_taken = true;
		}
	vec_each(&f->locals, k)
		if (f->locals.v[k].obj && f->locals.v[k].obj->kind == O_VAR && VFACTS(f->locals.v[k].obj) & VF_ASSIGNED)
			f->locals.v[k].assigned = true;
	L = saved;
	if (!diag_nerror())
		ir_check(f, "lower");
}

Fn *lit_fn(LFn *l, const char *kind, int *counter, Type *sig, Node *node)
{
	Fn *f = NEW(Fn);
	if (l->fn->node && l->fn->node->kind == N_FUNCLIT && !strcmp(kind, ".func"))
		kind = ".";             /* a literal in a literal: f.func1.2 */
	f->name = str_fmt("%s%s%d", l->fn->name, kind, ++*counter);
	f->cname = mangle(f->name);
	f->pkg = l->fn->pkg;
	f->node = node;
	f->pos = node ? node->pos : l->fn->pos;
	f->sig = sig;
	f->outer = l->fn;
	f->weak = l->fn->weak;
	f->unit = l->fn->unit;
	f->tparams = l->fn->tparams;
	f->targs = l->fn->targs;
	f->id = (uint32_t)prog->all.n;
	vec_push(&l->fn->lits, f);
	vec_push(&prog->all, f);
	if (f->unit)
		vec_push(&f->unit->fns, f);
	return f;
}

int capture(LFn *l, int outer_local)
{
	Fn *f = l->fn;
	vec_each(&f->captures, i)
		if (f->locals.v[f->captures.v[i]].capture_of == outer_local)
			return f->captures.v[i];
	Local *o = &l->outer->fn->locals.v[outer_local];
	bool by_ref = o->kind == L_CAPTURE ? o->by_ref : o->kind != L_TEMP;
	if (o->obj && o->kind != L_CAPTURE)
		by_ref = VFACTS(o->obj) & (VF_ASSIGNED | VF_ADDR) || type_size(o->type) > 128;
	Ref r = ir_local(f, L_CAPTURE, o->name, o->type, o->pos);
	o = &l->outer->fn->locals.v[outer_local];
	Local *c = ir_loc(f, r);
	c->capture_of = outer_local;
	c->by_ref = by_ref;
	c->obj = o->obj;
	c->loop_depth = o->loop_depth;
	f->is_closure = true;
	return REF_IDX(r);
}

int capture_from(LFn *l, LFn *owner, int i)
{
	return l == owner ? i : capture(l, capture_from(l->outer, owner, i));
}

int find_var(LFn *l, Obj *o)
{
	intptr_t i = (intptr_t)map_get(&l->vars, MAP_KEY(o));
	if (i)
		return (int)i - 1;
	if (!l->outer) {
		bug_at("lower", L->fn->name, o->pos);
		bug("lower: variable %s has no local in %s", o->name->s, L->fn->name);
	}
	int c = capture(l, find_var(l->outer, o));
	map_set(&l->vars, MAP_KEY(o), (void *)(intptr_t)(c + 1));
	return c;
}

Ref declare_nodef(Obj *o)
{
	Ref r = ir_local(L->fn, L_VAR, o->name, ty(o->type), o->pos);
	Local *l = ir_loc(L->fn, r);
	l->obj = o;
	l->loop_depth = L->depth;
	map_set(&L->vars, MAP_KEY(o), (void *)(intptr_t)(REF_IDX(r) + 1));
	return r;
}

void vardef(Ref local, Node *src, bool zero)
{
	Ins *i = emit(OP_VARDEF, src);
	i->a = local;
	i->type = ir_type(L->fn, local);
	if (zero)
		i->flags |= F_ZERO;
}

Ref declare(Obj *o, Node *src, bool zero)
{
	Ref r = declare_nodef(o);
	vardef(r, src, zero);
	return r;
}

Unit *unit_of(Package *p)
{
	if (!p->ir) {
		Unit *u = NEW(Unit);
		u->pkg = p;
		p->ir = u;
	}
	return p->ir;
}

void unsupported(Node *src, const char *what)
{
	diag_unsupported(src ? src->pos : L->fn->pos, what);
}

/* ---- operands ---- */

Ref temp(Type *t, Node *src)
{
	return ir_temp(L->fn, t, src ? src->pos : 0);
}

Ref knum(Type *t, int64_t v)
{
	return ir_const(L->fn, t, const_i64(v));
}

Ref kint(int64_t v)
{
	return knum(basic(K_INT), v);
}

Ref kbool(bool b)
{
	static Const *k[2];
	if (!k[b])
		k[b] = const_bool(b);
	return ir_const(L->fn, basic(K_BOOL), k[b]);
}

Ref knil(Type *t)
{
	return ir_const(L->fn, t, NULL);
}

Ref zero_of(Type *t)
{
	return knil(t);
}

Ref kstr(const char *s, size_t n)
{
	return ir_const(L->fn, basic(K_STRING), const_string(s, n));
}

Ref copy_of(Ref r, Node *src)
{
	Ref t = temp(ir_type(L->fn, r), src);
	set(t, r, src);
	return t;
}

Ref stable(Ref r, Node *src)
{
	Local *l = ir_loc(L->fn, r);
	return l && l->kind != L_TEMP ? copy_of(r, src) : r;
}

/* ---- instructions and blocks ---- */

int blk(void)
{
	return ir_blk(L->fn, L->depth);
}

void start(int b)
{
	if (L->cur >= 0)
		jmp(b, NULL);
	L->cur = b;
	L->fn->blks.v[b].loop_depth = L->depth;
}

void loop_head(int b)
{
	L->fn->blks.v[b].loop_head = true;
}

Ins *emit(Op op, Node *src)
{
	if (L->cur < 0)
		L->cur = blk();
	Pos pos = src ? src->pos : 0;
	if (!pos && L->fn->ins.n)
		pos = vec_last(&L->fn->ins).pos;
	if (!pos)
		pos = L->fn->pos;
	Ins *i = ir_ins(L->fn, L->cur, op, pos);
	i->src = src;
	if (op == OP_UNREACHABLE || op == OP_PANIC || op == OP_RET || op == OP_RANGE_PANIC || op == OP_JMP || op == OP_BR || op == OP_SWITCH)
		L->cur = -1;
	return i;
}

Ref emit_v(Op op, Type *dst, Type *type, Ref a, Ref b, Node *src)
{
	Ref d = temp(dst, src);
	Ins *i = emit(op, src);
	i->dst = d;
	i->type = type;
	i->a = a;
	i->b = b;
	return d;
}

void set(Ref local, Ref v, Node *src)
{
	Ins *i = emit(OP_MOV, src);
	i->dst = local;
	i->a = v;
	i->type = ir_type(L->fn, local);
}

void jmp(int b, Node *src)
{
	emit(OP_JMP, src)->u.blk[0] = b;
}

void br(Ref c, int t, int f, Node *src)
{
	if (REF_KIND(c) == RK_CONST && L->fn->consts.v[REF_IDX(c)].val) {
		jmp(const_truth(L->fn->consts.v[REF_IDX(c)].val) ? t : f, src);
		return;
	}
	Ins *i = emit(OP_BR, src);
	i->a = c;
	i->u.blk[0] = t;
	i->u.blk[1] = f;
}

/* Go places a conversion where its operand is; the box of a converted value where the conversion is. */
static Pos site_pos(SiteKind k, const Node *n)
{
	if (n->kind == N_CALL && n->flags & NF_CONVERSION && !n->val && (k == SITE_STR || (k == SITE_BOX && type_is_interface(nty((Node *)n)))))
		n = n->u.call.args.v[0];
	return n->pos;
}

uint32_t site(SiteKind k, Type *t, Node *src)
{
	Site s = { .kind = k, .type = t, .pos = src ? site_pos(k, src) : L->fn->pos, .src = src, .loop_depth = L->depth };
	vec_push(&L->fn->sites, s);
	return (uint32_t)L->fn->sites.n - 1;
}

void site_ins(uint32_t s)
{
	vec_last(&L->fn->ins).site = s;
	L->fn->sites.v[s].ins = (uint32_t)L->fn->ins.n - 1;
}

/* ---- places ---- */

Lv lv_local(Ref r)
{
	Type *t = ir_type(L->fn, r);
	return (Lv){ .p = { .base = PB_LOCAL, .ref = r, .base_type = t }, .type = t };
}

Lv lv_deref(Ref ptr, bool nonnil)
{
	Type *p = type_under(ir_type(L->fn, ptr));
	if (p->kind != K_POINTER)
		bug("lower: dereference of %s in %s", type_str_mode(p, STR_LINK), L->fn->name);
	Type *t = type_canon(p->u.pointer.elem);
	return (Lv){ .p = { .base = PB_DEREF, .ref = ptr, .base_type = t, .nonnil = nonnil }, .type = t };
}

Lv lv_global(Global *g)
{
	return (Lv){ .p = { .base = PB_GLOBAL, .global = g, .base_type = g->type }, .type = g->type };
}

Lv lv_elem(Ref s, Ref index, bool nocheck)
{
	Type *u = type_under(ir_type(L->fn, s));
	Type *t = u->kind == K_SLICE ? type_canon(u->u.slice.elem) : basic(K_UINT8);
	return (Lv){ .p = { .base = PB_ELEM, .ref = s, .index = index, .base_type = t, .nocheck = nocheck }, .type = t };
}

static Lv lv_more(Lv v, Proj p)
{
	LvProj *j = NEW(LvProj);
	j->up = v.last;
	j->p = p;
	v.last = j;
	v.type = p.type;
	return v;
}

Lv lv_field(Lv v, int i)
{
	Type *u = type_under(v.type);
	if (u->kind != K_STRUCT)
		bug("lower: field of %s in %s", type_str_mode(v.type, STR_LINK), L->fn->name);
	return lv_more(v, (Proj){ .field = i, .type = type_canon(u->u.st.fields.v[i].type) });
}

Lv lv_index(Lv v, Ref i, bool nocheck)
{
	Type *u = type_under(v.type);
	if (u->kind != K_ARRAY)
		bug("lower: index of %s in %s", type_str_mode(v.type, STR_LINK), L->fn->name);
	return lv_more(v, (Proj){ .is_index = true, .index = i, .nocheck = nocheck, .type = type_canon(u->u.array.elem) });
}

static uint32_t lv_done(const Lv *v)
{
	Place p = v->p;
	int n = 0;
	for (LvProj *j = v->last; j; j = j->up)
		n++;
	p.proj = (uint32_t)L->fn->projs.n;
	p.nproj = (uint32_t)n;
	p.type = v->type;
	for (int k = 0; k < n; k++)
		vec_push(&L->fn->projs, (Proj){ 0 });
	for (LvProj *j = v->last; j; j = j->up)
		L->fn->projs.v[p.proj + --n] = j->p;
	return ir_place(L->fn, p);
}

Ref lv_load(Lv v, Node *src)
{
	if (v.p.base == PB_LOCAL && !v.last)
		return v.p.ref;
	uint32_t pl = lv_done(&v);
	Ref d = temp(v.type, src);
	Ins *i = emit(OP_LOAD, src);
	i->dst = d;
	i->place = pl;
	i->type = v.type;
	return d;
}

void lv_store(Lv v, Ref r, int flags, Node *src)
{
	if (v.p.base == PB_LOCAL && !v.last) {
		set(v.p.ref, r, src);
		return;
	}
	uint32_t pl = lv_done(&v);
	Ins *i = emit(OP_STORE, src);
	i->place = pl;
	i->a = r;
	i->type = v.type;
	i->flags = flags;
}

Ref lv_addr(Lv v, Node *src)
{
	if (v.p.base == PB_DEREF && !v.last && v.p.nonnil)
		return v.p.ref;
	uint32_t pl = lv_done(&v);
	Ref d = temp(ptr_to(v.type), src);
	Ins *i = emit(OP_ADDR, src);
	i->dst = d;
	i->place = pl;
	i->type = v.type;
	return d;
}

/* ---- calls ---- */

void call_fn(Fn *f, const Ref *args, int n, Ref *dst, int ndst, Node *src)
{
	uint32_t list = ir_refs(L->fn, args, n), dsts = ir_refs(L->fn, dst, ndst);
	Ins *i = emit(OP_CALL, src);
	i->u.fn = f;
	i->list = list;
	i->nlist = (uint16_t)n;
	i->dsts = dsts;
	i->ndst = (uint16_t)ndst;
}

void call_value(Ref f, const Ref *args, int n, Ref *dst, int ndst, Node *src)
{
	if (REF_KIND(f) == RK_FN) {
		call_fn(L->fn->fnrefs.v[REF_IDX(f)], args, n, dst, ndst, src);
		return;
	}
	uint32_t list = ir_refs(L->fn, args, n), dsts = ir_refs(L->fn, dst, ndst);
	Ins *i = emit(OP_CALL_FN, src);
	i->a = f;
	i->type = type_canon(type_under(ir_type(L->fn, f)));
	i->list = list;
	i->nlist = (uint16_t)n;
	i->dsts = dsts;
	i->ndst = (uint16_t)ndst;
}
