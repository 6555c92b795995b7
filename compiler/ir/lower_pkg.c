/* lower_pkg.c: packages and the program. A package's unit gets its functions, its variables (with static data where possible) and
 * "pkg.init": the remaining variables in initialization order, then the init functions. */
#include "compiler/ir/lower.h"

static bool is_generic(Obj *o)
{
	return o->type && (o->type->u.fn.tparams.n || o->type->u.fn.rtparams.n);
}

static bool is_init(Obj *o)
{
	return SYM_IS(o->name, "init") && !o->type->u.fn.recv;
}

static FuncInfo *info_of(Obj *o)
{
	if (o->u.fn.info)
		return o->u.fn.info;
	return o->u.fn.decl ? o->u.fn.decl->u.fdecl.info : NULL;
}

/* ---- variables ---- */

static void var_init(Package *p, VarInit *v)
{
	(void)p;
	facts(NULL, NULL, v->rhs);
	if (v->lhs.n == 1) {
		Obj *o = v->lhs.v[0];
		bool blank = SYM_IS(o->name, "_");
		Type *t = type_canon(o->type);
		Datum *d = static_datum(v->rhs, t);
		if (d && !blank) {
			if (d->kind != D_ZERO)
				global_of(o)->init = d;
			return;
		}
		if (d)
			return;
		if (!blank && composite_direct(v->rhs) && nty(v->rhs) == t) {
			composite_into(lv_global(global_of(o)), node_unparen(v->rhs), t, true);
			return;
		}
		Ref r = expr_as(v->rhs, t);
		if (!blank)
			lv_store(lv_global(global_of(o)), r, 0, v->rhs);
		return;
	}
	Ref *r = arena_array(&build_arena, Ref, v->lhs.n + 1);
	multi(v->rhs, r);
	vec_each(&v->lhs, i) {
		Obj *o = v->lhs.v[i];
		if (!SYM_IS(o->name, "_"))
			lv_store(lv_global(global_of(o)), conv(r[i], type_canon(o->type), v->rhs), 0, v->rhs);
	}
}

static void declare_vars(Package *p)
{
	vec_each(&p->files, i) {
		NodeVec *d = &p->files.v[i]->decls;
		vec_each(d, k)
			if (d->v[k]->kind == N_VAR)
				vec_each(&d->v[k]->u.val.names, j) {
					Obj *o = d->v[k]->u.val.names.v[j]->u.name.obj;
					if (o && !is_blank(d->v[k]->u.val.names.v[j]))
						global_of(o);
				}
	}
}

static void lower_package(Package *p)
{
	Unit *u = unit_of(p);
	vec_push(&prog->units, u);
	if (p == pkg_unsafe)
		return;
	declare_vars(p);
	Fn *init = fn_new(str_fmt("%s.init", p->path), p, sig_make(NULL, 0, NULL, 0));
	init->unit = u;
	LFn *saved = lfn_begin(init, NULL, NULL);
	embed_files(p);
	vec_each(&p->init_order, i)
		var_init(p, &p->init_order.v[i]);
	vec_each(&p->funcs, i) {
		Obj *o = p->funcs.v[i];
		if (is_init(o))
			call_fn(fn_of(o, NULL), NULL, 0, NULL, 0, o->u.fn.decl);
	}
	bool empty = L->cur == 0 && !init->blks.v[0].ins.n;
	leave(NULL);
	lfn_end(saved);
	if (!empty) {
		u->init = init;
		vec_push(&u->fns, init);
	}
	vec_each(&p->funcs, i) {
		Obj *o = p->funcs.v[i];
		if (SYM_IS(o->name, "_") || is_generic(o))
			continue;
		Fn *f = fn_of(o, NULL);
		if (!f->node || !f->node->u.fdecl.body)
			continue;
		FuncInfo *info = info_of(o);
		if (!info) {
			diag_unsupported(o->pos, "a function without information");
			continue;
		}
		vec_push(&u->fns, f);
		lower_body(f, info);
	}
}

/* ---- methods reachable only through descriptors ---- */

static Map seen_types;
static TypeVec type_queue;

static void want_type(Type *t)
{
	if (!t || map_has(&seen_types, MAP_KEY(t)))
		return;
	map_set(&seen_types, MAP_KEY(t), t);
	vec_push(&type_queue, t);
}

static void want_canon(Type *t)
{
	want_type(type_canon(t));
}

/* Wrappers of plain types are made when their table is printed. Where an instance of a generic type is involved, its methods must
 * exist before escape analysis. */
static bool methods_early(Type *t)
{
	Type *n = type_unalias(t);
	if (n->kind == K_POINTER)
		n = type_unalias(n->u.pointer.elem);
	if (n->kind == K_NAMED && n->u.named.targs.n)
		return true;
	Type *u = type_under(n);
	if (u->kind == K_STRUCT)
		vec_each(&u->u.st.fields, i)
			if (u->u.st.fields.v[i].embedded)
				return true;
	return false;
}

static void methods_of(Type *t)
{
	if (is_iface(t))
		return;
	MethodSet *ms = method_set(t);
	if (!ms)
		return;
	vec_each(&ms->v, i)
		ir_method_code(t, &ms->v.v[i]);
}

static void visit_type(Type *t)
{
	Type *u = type_under(t);
	if (methods_early(t)) {
		methods_of(t);
		if (type_unalias(t)->kind != K_POINTER && u->kind != K_POINTER && u->kind != K_INTERFACE)
			methods_of(ptr_to(t));
	}
	switch (u->kind) {
	case K_ARRAY: want_canon(u->u.array.elem); break;
	case K_SLICE: want_canon(u->u.slice.elem); break;
	case K_POINTER: want_canon(u->u.pointer.elem); break;
	case K_CHAN: want_canon(u->u.chan.elem); break;
	case K_MAP:
		want_canon(u->u.map.key);
		want_canon(u->u.map.elem);
		break;
	case K_STRUCT:
		vec_each(&u->u.st.fields, i)
			want_canon(u->u.st.fields.v[i].type);
		break;
	case K_FUNC:
		vec_each(&u->u.fn.params, i)
			want_canon(u->u.fn.params.v[i]->type);
		vec_each(&u->u.fn.results, i)
			want_canon(u->u.fn.results.v[i]->type);
		break;
	default: break;
	}
	if (t->kind == K_NAMED && u->kind != K_INTERFACE) {
		MethodSet *ms = method_set(t);
		for (int i = 0; ms && i < ms->v.n; i++)
			want_canon(ms->v.v[i].type);
	}
}

static void want_ins(Ins *i)
{
	want_type(i->type);
	if (i->op == OP_ASSERT || i->op == OP_ASSERT2 || i->op == OP_TYPE_IS || i->op == OP_UNBOX)
		want_type(i->u.type2);
}

static void close_types(void)
{
	for (int at = 0; at < prog->all.n; at++) {
		Fn *f = prog->all.v[at];
		for (int k = 0; k < f->ins.n; k++)
			want_ins(&f->ins.v[k]);
		vec_each(&f->locals, k)
			want_type(f->locals.v[k].kind == L_MAPITER ? NULL : f->locals.v[k].type);
		while (type_queue.n)
			visit_type(vec_pop(&type_queue));
		fn_drain();
	}
}

static void types_of_package(Package *p)
{
	if (!p->scope)
		return;
	vec_each(&p->scope->objs, i) {
		Obj *o = p->scope->objs.v[i];
		if (o->kind == O_TYPE && !o->u.tn.is_alias && o->type && o->type->kind == K_NAMED && !o->type->u.named.tparams.n &&
			!(type_is(o->type, K_INTERFACE) && iface_is_constraint(o->type)))
			want_canon(o->type);
	}
}

void lower_program(Package **pkgs, int n)
{
	prog = NEW(Prog);
	for (int i = 0; i < n; i++)
		lower_package(pkgs[i]);
	fn_drain();
	for (int i = 0; i < n; i++) {
		if (pkgs[i] != pkg_unsafe)
			types_of_package(pkgs[i]);
		if (pkgs[i]->is_main)
			prog->main = pkgs[i];
	}
	close_types();
	fn_resolve_links();
	prog->main_fn = prog->main ? strmap_get(&prog->fns, str_fmt("%s.main", prog->main->path)) : NULL;
}
