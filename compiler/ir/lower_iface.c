/* lower_iface.c: type assertions, method calls and values, method expressions, and the wrappers they and interface tables need.
 *
 * Wrappers, all weak, named as Go's:
 *	main.(*T).M     for a value method M: loads *recv (panics with Go's text when nil), calls main.T.M; also promoted methods
 *	main.T.M        promoted method of a struct T
 *	main.T.M-fm     method value: captures the receiver
 *	main.I.M        method expression of an interface type
 * A wrapper used in an interface table (ifn) takes the data word as its first parameter. */
#include "compiler/ir/lower.h"

bool is_eface(Type *t)
{
	return is_iface(t) && method_set(t)->v.n == 0;
}

/* ---- assertions ---- */

Ref assert_to(Node *n, Ref *ok)
{
	Ref x = expr(n->u.assert.x);
	Type *it = ir_type(L->fn, x), *to = ty(n->u.assert.type->type);
	if (!ok) {
		Ref d = emit_v(OP_ASSERT, to, to, x, REF_NONE, n);
		vec_last(&L->fn->ins).u.type2 = it;
		return d;
	}
	Ref d[2] = { temp(to, n), temp(basic(K_BOOL), n) };
	uint32_t at = ir_refs(L->fn, d, 2);
	Ins *i = emit(OP_ASSERT2, n);
	i->a = x;
	i->type = to;
	i->u.type2 = it;
	i->dsts = at;
	i->ndst = 2;
	*ok = d[1];
	return d[0];
}

/* ---- methods ---- */

int iface_method_index(Type *iface, Package *pkg, Sym *name)
{
	MethodSet *ms = method_set(iface);
	vec_each(&ms->v, i)
		if (same_name(ms->v.v[i].name, ms->v.v[i].pkg, name, pkg))
			return i;
	bug("lower: %s has no method %s", type_str_mode(iface, STR_LINK), name->s);
}

/* A method found on a concrete type: embedded path, then a declared method or an interface's. */
typedef struct Found { Obj *obj; int *path; int npath; bool indirect; } Found;

static Found find_method(Type *t, Package *pkg, Sym *name)
{
	Found f = { 0 };
	bool amb;
	f.obj = lookup_field_or_method(t, true, pkg, name, &f.path, &f.npath, &f.indirect, &amb);
	if (!f.obj)
		bug("lower: no method %s of %s in %s", name->s, type_str_mode(t, STR_LINK), L->fn->name);
	return f;
}

static void take_addr(Lv v, Callee *c, Node *src)
{
	if (v.p.base == PB_LOCAL && !v.last) {
		Local *l = ir_loc(L->fn, v.p.ref);
		if (l->kind == L_TEMP)
			v = lv_local(copy_of(v.p.ref, src));
	}
	c->recv = lv_addr(v, src);
}

/* *p as the receiver of a value method. The method may not look at it, so that the load alone would not fail when p is nil. */
static Ref deref_recv(Ref p, Node *src)
{
	Ins *i = emit(OP_NILCHECK, src);
	i->a = p;
	return lv_load(lv_deref(p, true), src);
}

/* Receiver for the method m of the value at v (a field path below x, or x). */
static void bind_method(Lv v, Obj *m, Package *pkg, Sym *name, const TypeVec *margs, Callee *c, Node *src)
{
	Type *t = v.type, *elem = type_deref(t);
	if (is_iface(t)) {
		c->how = CALLEE_IFACE;
		c->iface = t;
		c->recv = lv_load(v, src);
		c->index = iface_method_index(t, pkg, name);
		c->sig = type_canon(method_set(t)->v.v[c->index].type);
		return;
	}
	c->how = CALLEE_FN;
	c->fn = method_fn(t, m, pkg, name, margs);
	c->sig = c->fn->sig;
	bool want_ptr = c->fn->recv && type_deref(c->fn->recv) && type_under(c->fn->recv)->kind == K_POINTER && func_ptr_recv(c->fn->obj);
	if (want_ptr && !elem)
		take_addr(v, c, src);
	else if (!want_ptr && elem && type_unalias(t)->kind == K_POINTER)
		c->recv = deref_recv(lv_load(v, src), src);
	else
		c->recv = lv_load(v, src);
	if (c->fn->recv && ir_type(L->fn, c->recv) != c->fn->recv)
		c->recv = conv(c->recv, c->fn->recv, src);
}

static TypeVec *margs_of(Node *sel)
{
	Node *name = sel->u.sel.name;
	if (!name->u.name.targs || !name->u.name.targs->n)
		return NULL;
	TypeVec *v = NEW(TypeVec);
	vec_each(name->u.name.targs, i)
		vec_push(v, ty(name->u.name.targs->v[i]));
	return v;
}

static bool on_tparam(Type *t)
{
	t = type_unalias(t);
	if (t->kind == K_POINTER)
		t = type_unalias(t->u.pointer.elem);
	return t->kind == K_TYPEPARAM;
}

bool method_callee(Node *n, Callee *c)
{
	Selection *s = n->u.sel.sel;
	if (!s || s->kind == SEL_FIELD || s->kind == SEL_METHOD_EXPR)
		return false;
	Node *x = n->u.sel.x;
	Sym *name = n->u.sel.name->u.name.sym;
	Package *pkg = s->obj->pkg ? s->obj->pkg : L->pkg;
	int *path = s->path, np = s->npath;
	if (on_tparam(s->recv)) {
		Found f = find_method(nty(x), pkg, name);
		path = f.path;
		np = f.npath;
	}
	Lv v = field_path(x, path, np, n);
	bind_method(v, s->obj, pkg, name, margs_of(n), c, n);
	return true;
}

/* ---- wrappers ---- */

static void panic_nil_recv(Type *t, Sym *name, Node *src)
{
	Type *str = basic(K_STRING);
	Fn *f = extern_fn("tu_panic_wrap", sig_make(&str, 1, NULL, 0));
	const char *text = str_fmt("%s.%s", type_str_mode(t, STR_LINK), name->s);
	Ref a = kstr(text, strlen(text));
	call_fn(f, &a, 1, NULL, 0, src);
	emit(OP_UNREACHABLE, src);
}

static Fn *wrapper_new(const char *name, Package *pkg, Type *sig)
{
	Fn *f = fn_new(name, pkg, sig);
	f->weak = true;
	f->wrapper = true;
	return f;
}

static void sig_params(Fn *f, Ref *args)
{
	Type *s = f->sig;
	vec_each(&s->u.fn.params, i)
		args[i] = ir_local(f, L_PARAM, sym(str_fmt("a%d", i)), type_canon(s->u.fn.params.v[i]->type), 0);
	vec_each(&s->u.fn.results, i)
		ir_local(f, L_RESULT, sym(str_fmt("~r%d", i)), type_canon(s->u.fn.results.v[i]->type), 0);
}

static void call_callee(Callee *c, const Ref *args, int n, Ref *dst, int nd, Node *src)
{
	Ref *v = arena_array(&build_arena, Ref, n + 1);
	if (c->how == CALLEE_FN) {
		v[0] = c->recv;
		memcpy(v + 1, args, sizeof(Ref) * (size_t)n);
		call_fn(c->fn, v, n + 1, dst, nd, src);
		return;
	}
	uint32_t list = ir_refs(L->fn, args, n), dsts = ir_refs(L->fn, dst, nd);
	Ins *i = emit(OP_CALL_IFACE, src);
	i->a = c->recv;
	i->type = c->iface;
	i->u.imm = c->index;
	i->list = list;
	i->nlist = (uint16_t)n;
	i->dsts = dsts;
	i->ndst = (uint16_t)nd;
}

/* Calls c with the wrapper's own parameters and returns its results. */
static void forward(Callee *c, const Ref *args, Fn *f)
{
	Ref *dst = arena_array(&build_arena, Ref, f->results.n + 1);
	vec_each(&f->results, i)
		dst[i] = REF_LOCAL(f->results.v[i]);
	call_callee(c, args, f->sig->u.fn.params.n, dst, f->results.n, NULL);
	emit(OP_RET, NULL);
}

static Lv walk_path(Lv v, const int *path, int n)
{
	for (int i = 0; i < n; i++) {
		if (type_deref(v.type))
			v = lv_deref(lv_load(v, NULL), false);
		v = lv_field(v, path[i]);
	}
	return v;
}

/* The value inside a data word of a pointer-shaped type: itself a pointer, or a struct or array around one. */
static Lv word_value(Ref word, Type *t)
{
	Kind k = type_under(t)->kind;
	if (k != K_STRUCT && k != K_ARRAY)
		return lv_local(emit_v(OP_CAST, t, ir_type(L->fn, word), word, REF_NONE, NULL));
	Ref v = temp(t, NULL);
	set(v, zero_of(t), NULL);
	Lv at = lv_local(v);
	for (;;) {
		Type *u = type_under(at.type);
		if (u->kind == K_STRUCT) {
			int f = 0;
			while (type_size(u->u.st.fields.v[f].type) == 0)
				f++;
			at = lv_field(at, f);
		} else if (u->kind == K_ARRAY) {
			at = lv_index(at, kint(0), true);
		} else {
			break;
		}
	}
	lv_store(at, emit_v(OP_CAST, at.type, ir_type(L->fn, word), word, REF_NONE, NULL), F_INIT, NULL);
	return lv_local(v);
}

/* Wrapper for method m of type t (m from method_set(t)): receiver of type t, or a data word when ifn. */
Fn *ptr_wrapper(Type *t, const MethodSetEnt *m, bool ifn)
{
	Type *elem = type_deref(t);
	bool is_ptr = elem && type_unalias(t)->kind == K_POINTER;
	bool by_word = ifn && !is_ptr;
	bool direct = type_is_direct(t);
	Type *base = is_ptr ? type_canon(elem) : t;
	/* An indirect value's table entry is the code that takes a pointer to it. */
	bool as_ptr = is_ptr || (by_word && !direct);
	const char *tn = type_str_mode(base, STR_LINK), *dot = strrchr(tn, '.');
	const char *pkg = m->obj && m->obj->pkg ? m->obj->pkg->path : "";
	(void)dot;
	Type *named = type_unalias(base);
	const char *shown = tn;
	if (named->kind == K_NAMED && named->u.named.obj->pkg) {
		pkg = named->u.named.obj->pkg->path;
		size_t n = strlen(pkg);
		if (!strncmp(tn, pkg, n) && tn[n] == '.')
			shown = tn + n + 1;
	}
	const char *mname = m->name->s;
	if (m->pkg && !name_exported(m->name) && strcmp(m->pkg->path, pkg))
		mname = str_fmt("%s.%s", m->pkg->path, mname);  /* promoted from another package: keep apart */
	const char *name = as_ptr ? str_fmt("%s.(*%s).%s", pkg, shown, mname) : str_fmt("%s.%s.%s", pkg, shown, mname);
	if (by_word && direct)
		name = str_fmt("%s-word", name);
	Fn *have = strmap_get(&prog->fns, name);
	if (have)
		return have;
	Fn *f = wrapper_new(name, m->obj && m->obj->pkg ? m->obj->pkg : m->pkg, sig_of(m->type));
	Type *recv = as_ptr ? ptr_to(base) : by_word ? basic(K_UNSAFEPTR) : t;
	f->ifn = by_word && direct;
	f->recv = recv;
	f->defer_wrap = true;
	LFn *saved = lfn_begin(f, NULL, NULL);
	Ref r = ir_local(f, L_PARAM, sym(".this"), recv, 0);
	Ref *args = arena_array(&build_arena, Ref, f->sig->u.fn.params.n + 1);
	sig_params(f, args);
	Lv v;
	if (as_ptr) {
		bool value_method = !m->npath && !func_ptr_recv(m->obj) && !is_iface(base);
		if (value_method) {
			int nil = blk(), go = blk();
			br(compare(T_EQ, r, knil(recv), NULL), nil, go, NULL);
			start(nil);
			panic_nil_recv(base, m->name, NULL);
			start(go);
		}
		v = lv_deref(r, value_method);
	} else if (by_word) {
		v = word_value(r, t);
	} else {
		v = lv_local(r);
	}
	Callee c = { 0 };
	bind_method(walk_path(v, m->path, m->npath), m->obj, m->pkg, m->name, NULL, &c, NULL);
	forward(&c, args, f);
	lfn_end(saved);
	return f;
}

Fn *ir_method_code(Type *t, const MethodSetEnt *m)
{
	Type *base = type_unalias(t);
	if (base->kind == K_POINTER && !m->npath && func_ptr_recv(m->obj)) {
		Fn *f = method_fn(t, m->obj, m->pkg, m->name, NULL);
		fn_drain();
		return f;
	}
	Fn *f = ptr_wrapper(t, m, true);
	fn_drain();
	return f;
}

/* ---- method values and expressions ---- */

static void nil_iface_check(Ref r, Node *src)
{
	int nil = blk(), go = blk();
	br(compare(T_EQ, r, knil(ir_type(L->fn, r)), src), nil, go, src);
	start(nil);
	emit(OP_NILCHECK, src)->a = knil(basic(K_UNSAFEPTR));
	emit(OP_UNREACHABLE, src);
	start(go);
}

Ref method_value(Node *n)
{
	Callee c = { 0 };
	method_callee(n, &c);
	if (c.how == CALLEE_IFACE)
		nil_iface_check(c.recv, n);
	Ref recv = stable(c.recv, n);
	Type *rt = ir_type(L->fn, recv);
	const char *base = c.how == CALLEE_FN ? c.fn->name : str_fmt("%s.%s", type_str_mode(c.iface, STR_LINK), n->u.sel.name->u.name.sym->s);
	const char *name = str_fmt("%s-fm", base);
	Fn *f = strmap_get(&prog->fns, name);
	if (!f) {
		f = wrapper_new(name, L->pkg, c.sig);
		f->is_closure = true;
		f->defer_wrap = true;
		LFn *saved = lfn_begin(f, NULL, NULL);
		Ref *args = arena_array(&build_arena, Ref, f->sig->u.fn.params.n + 1);
		sig_params(f, args);
		Callee in = c;
		in.recv = ir_local(f, L_CAPTURE, sym(".this"), rt, 0);
		ir_loc(f, in.recv)->capture_of = -1;
		forward(&in, args, f);
		lfn_end(saved);
	}
	Type *t = margs_of(n) ? c.sig : nty(n);         /* of a generic method: its instance */
	uint32_t s = site(SITE_METHOD_VALUE, t, n), at = ir_refs(L->fn, &recv, 1);
	Ref d = temp(t, n);
	Ins *i = emit(OP_CLOSURE, n);
	i->dst = d;
	i->type = t;
	i->u.fn = f;
	i->list = at;
	i->nlist = 1;
	site_ins(s);
	return d;
}

/* As it stands in the names of methods: "main.T", "main.(*T)". */
static const char *receiver_str(Type *t)
{
	Type *elem = type_unalias(t)->kind == K_POINTER ? type_deref(t) : NULL;
	const char *s = type_str_mode(elem ? elem : t, STR_LINK), *dot = NULL;
	for (const char *p = s; *p && *p != '['; p++)
		if (*p == '.')
			dot = p;
	if (!elem || !dot || type_unalias(elem)->kind != K_NAMED)
		return type_str_mode(t, STR_LINK);
	return str_fmt("%.*s(*%s)", (int)(dot + 1 - s), s, dot + 1);
}

/* T.M as a function whose first parameter is the receiver. */
Ref method_expr(Node *n)
{
	Selection *s = n->u.sel.sel;
	Type *recv = nty(n->u.sel.x);
	Sym *name = n->u.sel.name->u.name.sym;
	Package *pkg = s->obj->pkg ? s->obj->pkg : L->pkg;
	const char *fname = str_fmt("%s.%s-expr", receiver_str(recv), name->s);
	TypeVec *margs = margs_of(n);
	Type *own = type_unalias(n->type);
	bool generic = margs && own->kind == K_FUNC && own->u.fn.tparams.n == margs->n;
	Type *sig = generic ? sig_of(ty(type_subst(own, &own->u.fn.tparams, margs))) : sig_of(nty(n));
	if (margs)
		fname = str_fmt("%s%s", fname, targs_str(margs));
	Fn *f = strmap_get(&prog->fns, fname);
	if (!f) {
		f = wrapper_new(fname, L->pkg, sig);
		f->defer_wrap = true;
		LFn *saved = lfn_begin(f, NULL, NULL);
		Ref *args = arena_array(&build_arena, Ref, sig->u.fn.params.n + 1);
		sig_params(f, args);
		Callee c = { 0 };
		Found m = find_method(recv, pkg, name);
		Type *elem = type_deref(recv);
		if (elem && !m.npath && !is_iface(elem) && !func_ptr_recv(s->obj)) {
			int nil = blk(), go = blk();
			br(compare(T_EQ, args[0], knil(ir_type(f, args[0])), NULL), nil, go, NULL);
			start(nil);
			panic_nil_recv(type_canon(elem), name, NULL);
			start(go);
		}
		bind_method(walk_path(lv_local(args[0]), m.path, m.npath), s->obj, pkg, name, margs, &c, NULL);
		Ref *dst = arena_array(&build_arena, Ref, f->results.n + 1);
		vec_each(&f->results, i)
			dst[i] = REF_LOCAL(f->results.v[i]);
		call_callee(&c, args + 1, sig->u.fn.params.n - 1, dst, f->results.n, NULL);
		emit(OP_RET, NULL);
		lfn_end(saved);
	}
	return generic ? ir_fnref(L->fn, f) : conv(ir_fnref(L->fn, f), nty(n), n);
}
