/* mono.c: one Fn per function and per instance of a generic function. Instances are named after Go's rules ("main.F[int,string]",
 * "main.(*List[int]).Push"), are weak, and have their bodies lowered from the shared tree under a substitution of the type
 * parameters: ty() applies it to every type read, so operations and method calls become those of the concrete types. */
#include "compiler/ir/lower.h"

static VEC(Fn *) queue;                 /* instances whose bodies are still to be lowered */
static int queue_at;

const char *targs_str(const TypeVec *v)
{
	Buf b = { 0 };
	buf_putc(&b, '[');
	vec_each(v, i) {
		if (i)
			buf_putc(&b, ',');
		type_write(&b, v->v[i], STR_LINK);
	}
	buf_putc(&b, ']');
	return buf_take(&b);
}

Fn *fn_new(const char *name, Package *pkg, Type *sig)
{
	Fn *f = NEW(Fn);
	f->name = name;
	f->cname = mangle(name);
	f->pkg = pkg;
	f->sig = sig;
	f->id = (uint32_t)prog->all.n;
	vec_push(&prog->all, f);
	if (!strmap_get(&prog->fns, name))
		strmap_set(&prog->fns, name, f);
	return f;
}

/* Functions without body still have parameter and result locals: they carry the types of the C prototype. */
static void sig_locals(Fn *f)
{
	if (f->recv)
		ir_local(f, L_PARAM, sym("_"), f->recv, f->pos);
	Type *decl = f->obj && f->obj->type && f->obj->type->kind == K_FUNC ? f->obj->type : NULL;
	vec_each(&f->sig->u.fn.params, i) {
		Obj *o = decl && i < decl->u.fn.params.n ? decl->u.fn.params.v[i] : NULL;
		bool named = o && o->name && o->name->n;
		ir_local(f, L_PARAM, named ? o->name : sym("_"), type_canon(f->sig->u.fn.params.v[i]->type), named ? o->pos : f->pos);
	}
	vec_each(&f->sig->u.fn.results, i)
		ir_local(f, L_RESULT, sym(str_fmt("~r%d", i)), type_canon(f->sig->u.fn.results.v[i]->type), f->pos);
}

Fn *extern_fn(const char *cname, Type *sig)
{
	static StrMap known;
	Fn *f = strmap_get(&known, cname);
	if (f)
		return f;
	f = NEW(Fn);
	f->name = f->cname = cname;
	f->sig = sig;
	f->is_extern = true;
	sig_locals(f);
	f->id = (uint32_t)prog->all.n;
	vec_push(&prog->all, f);
	strmap_set(&known, cname, f);
	return f;
}

static const Pragma *pragma_of(Obj *o)
{
	return o->u.fn.decl ? o->u.fn.decl->pragma : NULL;
}

static VEC(struct Linked { Fn *fn; const char *target; }) linked;

/* A linkname may lead to a function that is itself bound to C. */
void fn_resolve_links(void)
{
	vec_each(&linked, i) {
		Fn *t = strmap_get(&prog->fns, linked.v[i].target);
		for (int k = 0; t && t->is_extern && k < linked.n; k++)
			if (linked.v[k].fn == t)
				t = strmap_get(&prog->fns, linked.v[k].target);
		if (t && t != linked.v[i].fn)
			linked.v[i].fn->cname = t->cname;
	}
}

/* Body-less functions are C (extern, intrinsic) or another package's symbol (linkname). */
static void bind(Fn *f, Obj *o)
{
	Node *d = o->u.fn.decl;
	const Pragma *p = pragma_of(o);
	if (p) {
		f->noinline = p->bits & PRAGMA_NOINLINE;
		f->nosplit = p->bits & PRAGMA_NOSPLIT;
		f->noescape = p->bits & PRAGMA_NOESCAPE;
		if (p->linkname) {
			f->cname = mangle(p->linkname);
			if (d->u.fdecl.body)
				f->name = p->linkname;
		}
		if (p->extern_name)
			f->cname = p->extern_name;
		if (p->intrinsic) {
			f->cname = p->intrinsic;
			f->is_intrinsic = true;
		}
	}
	if (d && !d->u.fdecl.body) {
		if (p && p->linkname && !p->extern_name && !p->intrinsic) {
			f->is_extern = true;
			struct Linked l = { f, p->linkname };
			vec_push(&linked, l);
		} else {
			f->is_extern = !f->is_intrinsic;
		}
	}
}

/* Receiver base type's printed form for a method symbol. */
static const char *recv_name(Obj *m, const TypeVec *targs)
{
	const char *base = m->u.fn.recv_named ? type_unalias(m->u.fn.recv_named)->u.named.obj->name->s : "?";
	if (targs && targs->n)
		base = str_fmt("%s%s", base, targs_str(targs));
	return func_ptr_recv(m) ? str_fmt("(*%s)", base) : base;
}

/* Instances may multiply from level to level, or their type arguments grow: an error after so many, and no more bodies. */
static bool over;

static bool too_large(Obj *o, const TypeVec *targs)
{
	bool bad = false;
	vec_each(targs, i)
		bad |= type_weight(targs->v[i]) > MAX_WEIGHT;
	if (bad && !over)
		diag_at(o->pos, "instance of %s has too large a type argument (more than %d nested types)", o->name->s, MAX_WEIGHT);
	over |= bad;
	return bad;
}

static void count_instance(Obj *o)
{
	enum { MAX_INSTANCES = 20000 };
	static Map count;
	intptr_t n = (intptr_t)map_get(&count, MAP_KEY(o)) + 1;
	map_set(&count, MAP_KEY(o), (void *)n);
	if (n > MAX_INSTANCES && !over)
		diag_at(o->pos, "too many instances of %s (limit %d)", o->name->s, MAX_INSTANCES);
	over |= n > MAX_INSTANCES;
}

/* Type parameters a function's body mentions: the receiver's, then its own. */
static TypeVec all_tparams(Obj *o)
{
	TypeVec v = { 0 };
	Type *sig = o->type;
	vec_each(&sig->u.fn.rtparams, i)
		vec_push(&v, sig->u.fn.rtparams.v[i]);
	vec_each(&sig->u.fn.tparams, i)
		vec_push(&v, sig->u.fn.tparams.v[i]);
	return v;
}

Fn *fn_of(Obj *o, const TypeVec *targs)
{
	if (o->u.fn.origin && o->u.fn.origin != o)
		o = o->u.fn.origin;
	bool inst = targs && targs->n;
	if (!inst && o->ir)
		return o->ir;
	Type *osig = o->type;
	TypeVec tparams = all_tparams(o);
	TypeVec none = { 0 };
	if (!inst)
		targs = &none;
	if (tparams.n != targs->n) {
		bug_at("lower", L ? L->fn->name : "?", o->pos);
		bug("lower: %s has %d type parameters, %d arguments", o->name->s, tparams.n, targs->n);
	}
	const char *path = o->pkg ? o->pkg->path : "", *name;
	bool is_method = o->u.fn.recv_named != NULL || osig->u.fn.recv != NULL;
	if (inst && too_large(o, targs)) {
		name = str_fmt("%s.%s[...]", path, o->name->s);
	} else if (is_method) {
		TypeVec r = { 0 }, own = { 0 };
		vec_each(targs, i)
			vec_push(i < osig->u.fn.rtparams.n ? &r : &own, targs->v[i]);
		name = str_fmt("%s.%s.%s%s", path, recv_name(o, &r), o->name->s, own.n ? targs_str(&own) : "");
	} else if (SYM_IS(o->name, "init")) {
		static Map ninit;
		intptr_t k = (intptr_t)map_get(&ninit, MAP_KEY(o->pkg));
		map_set(&ninit, MAP_KEY(o->pkg), (void *)(k + 1));
		name = str_fmt("%s.init.%d", path, (int)k);
	} else {
		name = str_fmt("%s.%s%s", path, o->name->s, inst ? targs_str(targs) : "");
	}
	static StrMap insts;
	if (inst) {
		Fn *have = strmap_get(&insts, name);
		if (have)
			return have;
	}
	/* The signature is read under the callee's own substitution. */
	Fn *f = fn_new(name, o->pkg, NULL);
	if (inst) {
		strmap_set(&insts, name, f);
		count_instance(o);
	} else {
		o->ir = f;
	}
	f->obj = o;
	f->node = o->u.fn.decl;
	f->pos = o->pos;
	f->tparams = tparams;
	f->targs = *targs;
	LFn tmp = { .fn = f, .tp = &f->tparams, .ta = &f->targs }, *saved = L;
	L = &tmp;
	f->sig = sig_of(osig);
	if (is_method && osig->u.fn.recv)
		f->recv = ty(osig->u.fn.recv->type);
	L = saved;
	bind(f, o);
	if (f->is_extern || f->is_intrinsic)
		sig_locals(f);
	if (inst) {
		f->weak = true;
		if (!over && o->u.fn.decl && o->u.fn.decl->u.fdecl.body)
			vec_push(&queue, f);
	} else if (!f->is_extern && !f->is_intrinsic) {
		f->unit = unit_of(o->pkg);
	}
	return f;
}

/* The method name of the defined type recv (or pointer to one); margs: arguments for the method's own type parameters, or NULL. */
Fn *method_fn(Type *recv, Obj *m, Package *pkg, Sym *name, const TypeVec *margs)
{
	Type *n = type_unalias(recv);
	if (n->kind == K_POINTER)
		n = type_unalias(n->u.pointer.elem);
	n = type_canon(n);
	if (n->kind != K_NAMED)
		bug("lower: method %s of %s in %s", name->s, type_str_mode(recv, STR_LINK), L ? L->fn->name : "?");
	Type *orig = n->u.named.orig ? n->u.named.orig : n;
	(void)m;
	int i = named_method_index(orig, pkg, name, false);
	if (i < 0)
		bug("lower: %s has no method %s", type_str_mode(n, STR_LINK), name->s);
	Obj *decl = orig->u.named.methods.v[i];
	TypeVec targs = { 0 };
	if (decl->type->u.fn.rtparams.n)
		vec_each(&n->u.named.targs, k)
			vec_push(&targs, type_canon(n->u.named.targs.v[k]));
	if (margs)
		vec_each(margs, k)
			vec_push(&targs, margs->v[k]);
	return fn_of(decl, &targs);
}

void lower_body(Fn *f, FuncInfo *info)
{
	if (!info->ir) {
		facts(info, f->node->u.fdecl.type, f->node->u.fdecl.body);
		info->ir = info;
	}
	LFn *saved = lfn_begin(f, NULL, info);
	vec_each(&info->params, i) {
		Obj *o = info->params.v[i];
		Ref r = ir_local(f, L_PARAM, o->name && o->name->n ? o->name : sym("_"), ty(o->type), o->pos);
		ir_loc(f, r)->obj = o;
		map_set(&L->vars, MAP_KEY(o), (void *)(intptr_t)(REF_IDX(r) + 1));
	}
	vec_each(&info->results, i) {
		Obj *o = info->results.v[i];
		bool unnamed = !o->name || !o->name->n;
		Ref r = ir_local(f, L_RESULT, unnamed ? sym(str_fmt("~r%d", i)) : o->name, ty(o->type), o->pos);
		ir_loc(f, r)->obj = o;
		map_set(&L->vars, MAP_KEY(o), (void *)(intptr_t)(REF_IDX(r) + 1));
	}
	block(f->node->kind == N_FUNC ? f->node->u.fdecl.body : f->node->u.func.body);
	if (L->cur >= 0 && !f->results.n)
		fall_off(f->node->kind == N_FUNC ? f->node->u.fdecl.body : f->node->u.func.body);
	lfn_end(saved);
}

void fn_drain(void)
{
	while (queue_at < queue.n) {
		Fn *f = queue.v[queue_at++];
		FuncInfo *info = f->obj->u.fn.info ? f->obj->u.fn.info : f->node->u.fdecl.info;
		if (!info) {
			diag_unsupported(f->pos, "instance of a function without information");
			continue;
		}
		lower_body(f, info);
	}
}

Fn *lower_method_fn(Obj *method, const TypeVec *targs)
{
	Fn *f = fn_of(method, targs);
	fn_drain();
	return f;
}

/* ---- variables ---- */

Global *global_of(Obj *o)
{
	if (o->ir)
		return o->ir;
	Global *g = NEW(Global);
	g->name = str_fmt("%s.%s", o->pkg->path, o->name->s);
	g->cname = mangle(g->name);
	g->type = type_canon(o->type);
	g->obj = o;
	g->pkg = o->pkg;
	g->pos = o->pos;
	g->unit = unit_of(o->pkg);
	o->ir = g;
	const Pragma *p = o->decl ? o->decl->pragma : NULL;
	bool own = true;
	if (p && p->extern_name) {
		g->cname = p->extern_name;
		own = false;
	} else if (p && p->linkname) {
		/* the variable lives where the target's package path says */
		g->cname = mangle(p->linkname);
		size_t n = strlen(o->pkg->path);
		own = !strncmp(p->linkname, o->pkg->path, n) && p->linkname[n] == '.';
		if (o->decl->kind == N_VAR && o->decl->u.val.values.n)
			own = true;
	}
	if (own)
		vec_push(&g->unit->globals, g);
	else
		g->is_extern = true;
	strmap_set(&prog->globals, g->name, g);
	return g;
}

Global *static_new(Package *pkg, const char *stem, Type *t, bool readonly)
{
	Global *g = NEW(Global);
	/* Numbered within the package, or the weak function: names must not depend on what else the program holds. */
	static Map counts;
	uintptr_t owner = L && L->fn->weak ? MAP_KEY(L->fn) : MAP_KEY(pkg);
	intptr_t n = (intptr_t)map_get(&counts, owner) + 1;
	map_set(&counts, owner, (void *)n);
	g->name = str_fmt("%s..%s_%d", pkg->path, stem, (int)n);
	g->cname = mangle(g->name);
	g->type = t;
	g->pkg = pkg;
	g->readonly = readonly;
	g->pos = 0;
	/* Weak functions are printed in several units: what they own goes along with them. */
	if (L && L->fn->weak) {
		g->name = str_fmt("%s..%s_%d", L->fn->name, stem, (int)n);
		g->cname = mangle(g->name);
		g->weak = true;
	} else {
		g->unit = unit_of(pkg);
		vec_push(&g->unit->globals, g);
	}
	return g;
}
