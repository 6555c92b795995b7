/* resolve.c: the objects of a package: file scopes with their imports, package scope, methods and the types they belong to. */
#include "compiler/types/check.h"

/* ---- imports --------------------------------------------------------------------------------------------------------------- */

static void other_decl(Buf *b, Obj *o)
{
	if (o->pos)
		buf_fmt(b, "\n\t%s: other declaration of %s", pos_str(o->pos), o->name->s);
}

static void dot_import(FileNode *f, Node *spec, Package *imp, Obj *pkgname)
{
	Map *m = map_get(&ck.dots, MAP_KEY(f->scope));
	if (!m) {
		m = NEW(Map);
		map_set(&ck.dots, MAP_KEY(f->scope), m);
	}
	for (int i = 0; imp->scope && i < imp->scope->objs.n; i++) {
		Obj *o = imp->scope->objs.v[i];
		if (!name_exported(o->name))
			continue;
		Obj *alt = scope_find(f->scope, o->name);
		DotName *d = map_get(m, MAP_KEY(o->name));
		if (d)
			alt = d->obj;
		if (alt) {
			Buf b = { 0 };
			buf_fmt(&b, "%s redeclared in this block", alt->name->s);
			other_decl(&b, alt);
			ck_err(spec->u.import.name->pos, "%s", b.s);
			buf_free(&b);
			continue;
		}
		d = NEW(DotName);
		*d = (DotName){ o, pkgname };
		map_set(m, MAP_KEY(o->name), d);
	}
}

static void add_import(Package *imp)
{
	for (int i = 0; i < ck.pkg->imports.n; i++)
		if (ck.pkg->imports.v[i] == imp)
			return;
	vec_push(&ck.pkg->imports, imp);
}

static void collect_import(FileNode *f, Node *spec)
{
	Node *path = spec->u.import.path;
	Buf b = { 0 };
	if (!path || path->kind != N_LIT || path->u.lit.bad || !lit_string(path, &b))
		return;
	const char *text = b.s ? buf_take(&b) : "";
	if (!*text) {
		ck_err(path->pos, "invalid import path (empty string)");
		return;
	}
	Package *imp = !strcmp(text, "unsafe") ? pkg_unsafe : ck.import ? ck.import(ck.pkg, spec, text, ck.import_arg) : NULL;
	if (!imp) {
		ck.nerr++;
		/* reported by the loader; a stand-in keeps uses of the name quiet */
		const char *slash = strrchr(text, '/');
		imp = NEW(Package);
		imp->path = imp->import_path = text;
		imp->name = slash ? slash + 1 : text;
		imp->fake = true;
		imp->scope = scope_new(universe, NULL);
	} else {
		add_import(imp);
	}
	Node *local = spec->u.import.name;
	const char *name = local ? local->u.name.sym->s : imp->name ? imp->name : path_base(text);
	if (!strcmp(name, "init")) {
		ck_err(node_start(spec), "cannot import package as init - init must be a func");
		return;
	}
	Obj *o = obj_new(O_PKGNAME, sym(name), spec->pos, t_invalid, ck.pkg);
	o->u.pkgname.imported = imp;
	o->u.pkgname.imp = spec;
	o->u.pkgname.used = imp->fake;
	o->decl = spec;
	o->file = f;
	spec->u.import.obj = o;
	vec_push(&ck.imports, o);
	if (!strcmp(name, "."))
		dot_import(f, spec, imp, o);
	else
		ck_declare(f->scope, local, o);
}

void ck_unused_imports(void)
{
	for (int i = 0; i < ck.imports.n; i++) {
		Obj *o = ck.imports.v[i];
		const char *path = o->u.pkgname.imported->import_path ? o->u.pkgname.imported->import_path : o->u.pkgname.imported->path;
		const char *slash = strrchr(path, '/'), *name = o->name->s;
		if (o->u.pkgname.used || !strcmp(name, "_"))
			continue;
		if (!strcmp(name, ".") || !strcmp(name, slash ? slash + 1 : path))
			ck_err(o->pos, "\"%s\" imported and not used", path);
		else
			ck_err(o->pos, "\"%s\" imported as %s and not used", path, name);
	}
}

/* ---- constants, variables, types -------------------------------------------------------------------------------------------------- */

void ck_arity(Pos pos, NodeVec *names, NodeVec *values, bool is_const, bool inherited)
{
	int l = names->n, r = values->n;
	if (l < r) {
		if (inherited)
			ck_err(pos, "extra init expr at %s", pos_str(values->v[l]->pos));
		else
			ck_err(node_start(values->v[l]), "extra init expr %s", node_str(values->v[l]));
	} else if (l > r && (is_const || r != 1)) {
		ck_err(names->v[r]->pos, "missing init expr for %s", names->v[r]->u.name.sym->s);
	}
}

static void note_obj(Obj *o, DeclInfo *d)
{
	o->info = d;
	vec_push(&ck.objs, o);
	o->order = (uint32_t)ck.objs.n;
}

static void declare_pkg_obj(Node *id, Obj *o, DeclInfo *d)
{
	Sym *name = o->name;
	if (SYM_IS(name, "init")) {
		ck_err(id->pos, "cannot declare init - must be func");
		return;
	}
	if (SYM_IS(name, "main") && ck.pkg->name && !strcmp(ck.pkg->name, "main")) {
		ck_err(id->pos, "cannot declare main - must be func");
		return;
	}
	ck_declare(ck.pkg->scope, id, o);
	note_obj(o, d);
}

static Obj *new_obj(ObjKind kind, Node *name, Node *decl, FileNode *f)
{
	Obj *o = obj_new(kind, name->u.name.sym, name->pos, NULL, ck.pkg);
	o->decl = decl;
	o->file = f;
	return o;
}

static DeclInfo *new_info(FileNode *f)
{
	DeclInfo *d = NEW(DeclInfo);
	d->file = f;
	return d;
}

static void collect_const(FileNode *f, Node *n)
{
	NodeVec *names = &n->u.val.names, *values = &n->u.val.values;
	bool inherited = n->flags & NF_IMPLICIT;
	for (int i = 0; i < names->n; i++) {
		DeclInfo *d = new_info(f);
		d->vtype = n->u.val.type;
		d->init = i < values->n ? values->v[i] : NULL;
		d->inherited = inherited;
		d->iota = n->u.val.iota;
		declare_pkg_obj(names->v[i], new_obj(O_CONST, names->v[i], n, f), d);
	}
	ck_arity(n->pos, names, values, true, inherited);
}

static void collect_var(FileNode *f, Node *n)
{
	NodeVec *names = &n->u.val.names, *values = &n->u.val.values;
	DeclInfo *shared = NULL;
	if (values->n <= 1) {
		shared = new_info(f);
		shared->vtype = n->u.val.type;
		shared->init = values->n ? values->v[0] : NULL;
		shared->lhs = NEW(ObjVec);
	}
	for (int i = 0; i < names->n; i++) {
		Obj *o = new_obj(O_VAR, names->v[i], n, f);
		o->u.var.is_global = true;
		DeclInfo *d = shared;
		if (shared) {
			vec_push(shared->lhs, o);
		} else {
			d = new_info(f);
			d->vtype = n->u.val.type;
			d->init = i < values->n ? values->v[i] : NULL;
		}
		declare_pkg_obj(names->v[i], o, d);
	}
	if (!n->u.val.type || values->n)
		ck_arity(n->pos, names, values, false, false);
}

static void collect_type(FileNode *f, Node *n)
{
	Obj *o = new_obj(O_TYPE, n->u.tdecl.name, n, f);
	o->u.tn.is_alias = n->flags & NF_ALIAS;
	DeclInfo *d = new_info(f);
	d->tdecl = n;
	declare_pkg_obj(n->u.tdecl.name, o, d);
}

/* ---- functions ------------------------------------------------------------------------------------------------------------------------ */

typedef struct MethodDecl { Obj *m; bool ptr; Node *recv; } MethodDecl;
typedef VEC(MethodDecl) MethodDecls;

bool ck_unpack_recv(Node *rtype, Node **base, NodeVec *tparams, bool want_params)
{
	Node *b = node_unparen(rtype);
	bool ptr = b->kind == N_STAR;
	if (ptr)
		b = node_unparen(b->u.x.x);
	if (b->kind == N_INDEX) {
		for (int i = 0; want_params && i < b->u.index.index.n; i++) {
			Node *a = b->u.index.index.v[i];
			if (a->kind == N_NAME) {
				vec_push(tparams, a);
				continue;
			}
			if (a->kind != N_BAD)
				ck_err(node_start(a), "receiver type parameter %s must be an identifier", node_str(a));
			vec_push(tparams, ck_name_node(a->pos, "_"));
		}
		b = b->u.index.x;
	}
	*base = b;
	return ptr;
}

static void check_special(Node *n, Node *name, const char *s, NodeVec *tparams)
{
	Node *ft = n->u.fdecl.type;
	if (tparams->n)
		ck_err(node_start(tparams->v[0]), "func %s must have no type parameters", s);
	if (ft->u.functype.params.n || ft->u.functype.results.n)
		ck_err(name->pos, "func %s must have no arguments and no return values", s);
}

static void collect_func(FileNode *f, Node *n, MethodDecls *methods)
{
	Node *name = n->u.fdecl.name, *ft = n->u.fdecl.type;
	NodeVec *tparams = &ft->u.functype.tparams;
	Obj *o = new_obj(O_FUNC, name, n, f);
	o->u.fn.decl = n;
	o->u.fn.origin = o;
	n->u.fdecl.obj = o;
	name->u.name.obj = o;
	const char *s = name->u.name.sym->s;
	if (!ft->u.functype.recv) {
		bool init = !strcmp(s, "init"), main = !strcmp(s, "main") && ck.pkg->name && !strcmp(ck.pkg->name, "main");
		if (init || main)
			check_special(n, name, s, tparams);
		else if (tparams->n)
			ck_version(node_start(tparams->v[0]), 18, "type parameter");
		if (init) {
			o->parent = ck.pkg->scope;
			if (!n->u.fdecl.body)
				ck_err(o->pos, "func init must have a body");
		} else {
			ck_declare(ck.pkg->scope, name, o);
		}
	} else {
		Node *base;
		o->ptr_recv = ck_unpack_recv(ft->u.functype.recv->u.field.type, &base, NULL, false);
		if (base->kind == N_NAME && strcmp(s, "_"))
			vec_push(methods, (MethodDecl){ o, o->ptr_recv, base });
		if (tparams->n)
			ck_version(node_start(tparams->v[0]), 27, "generic method");
	}
	DeclInfo *d = new_info(f);
	d->fdecl = n;
	note_obj(o, d);
	vec_push(&ck.pkg->funcs, o);
}

/* The defined type a receiver names, through aliases (which may add the pointer). */
static Obj *recv_base(bool *ptr, Node *name)
{
	bool p = *ptr;
	for (int hops = 0; name && hops < 1000; hops++) {
		Obj *o = scope_find(ck.pkg->scope, name->u.name.sym);
		if (!o || o->kind != O_TYPE || !o->info)
			return NULL;
		Node *d = o->info->tdecl;
		if (!(d->flags & NF_ALIAS)) {
			*ptr = p;
			return o;
		}
		if (d->u.tdecl.tparams.n)
			return NULL;
		Node *t = node_unparen(d->u.tdecl.type);
		if (t->kind == N_STAR) {
			if (p)
				return NULL;
			p = true;
			t = node_unparen(t->u.x.x);
		}
		name = t->kind == N_NAME ? t : NULL;
	}
	return NULL;
}

static void associate_methods(MethodDecls *methods)
{
	for (int i = 0; i < methods->n; i++) {
		MethodDecl *m = &methods->v[i];
		Obj *base = recv_base(&m->ptr, m->recv);
		if (!base)
			continue;
		m->m->ptr_recv = m->ptr;
		ObjVec *list = map_get(&ck.methods, MAP_KEY(base));
		if (!list) {
			list = NEW(ObjVec);
			map_set(&ck.methods, MAP_KEY(base), list);
		}
		vec_push(list, m->m);
	}
}

/* ---- all ---------------------------------------------------------------------------------------------------------------------------------- */

static void already_imported(Obj *alt, Obj *o, Package *from)
{
	Buf b = { 0 };
	if (o->kind == O_PKGNAME)
		buf_fmt(&b, "%s already declared through import of package %s (\"%s\")", alt->name->s, from->name, from->import_path ? from->import_path : from->path);
	else
		buf_fmt(&b, "%s already declared through dot-import of package %s (\"%s\")", alt->name->s, from->name, from->import_path ? from->import_path : from->path);
	other_decl(&b, o);
	ck_err(alt->pos, "%s", b.s);
	buf_free(&b);
}

static void check_file_scope(FileNode *f)
{
	for (int i = 0; i < f->scope->objs.n; i++) {
		Obj *o = f->scope->objs.v[i], *alt = scope_find(ck.pkg->scope, o->name);
		if (alt)
			already_imported(alt, o, o->u.pkgname.imported);
	}
	Map *dots = map_get(&ck.dots, MAP_KEY(f->scope));
	for (int i = 0; dots && i < dots->n; i++) {
		DotName *d = dots->ent[i].val;
		Obj *alt = scope_find(ck.pkg->scope, d->obj->name);
		if (alt)
			already_imported(alt, d->obj, d->imp->u.pkgname.imported);
	}
}

void ck_collect(void)
{
	MethodDecls methods = { 0 };
	Package *p = ck.pkg;
	if (!p->scope)
		p->scope = scope_new(universe, NULL);
	for (int i = 0; i < p->files.n; i++) {
		FileNode *f = p->files.v[i];
		f->scope = scope_new(p->scope, NULL);
		f->pkg = p;
		ck_enter_file(f);
		for (int k = 0; k < f->decls.n; k++) {
			Node *d = f->decls.v[k];
			switch (d->kind) {
			case N_IMPORT: collect_import(f, d); break;
			case N_CONST: collect_const(f, d); break;
			case N_VAR: collect_var(f, d); break;
			case N_TYPE: collect_type(f, d); break;
			case N_FUNC: collect_func(f, d, &methods); break;
			}
		}
	}
	for (int i = 0; i < p->files.n; i++)
		check_file_scope(p->files.v[i]);
	associate_methods(&methods);
}

/* Types first, then aliases, then the rest: what the rest mentions is then mostly complete. */
void ck_package_objects(void)
{
	for (int i = 0; i < ck.objs.n; i++)
		if (ck.objs.v[i]->kind == O_TYPE && ck.objs.v[i]->type)
			ck_collect_methods(ck.objs.v[i]);
	for (int pass = 0; pass < 3; pass++)
		for (int i = 0; i < ck.objs.n; i++) {
			Obj *o = ck.objs.v[i];
			int when = o->kind != O_TYPE ? 2 : o->u.tn.is_alias ? 1 : 0;
			if (when == pass)
				obj_resolve(o);
		}
}

static bool has_linkname(FileNode *f, Sym *name)
{
	for (int i = 0; i < f->linknames.n; i++)
		if (f->linknames.v[i].local == name)
			return true;
	return false;
}

void ck_check_bodies(void)
{
	if (ck.pkg->no_body_ok)
		return;
	for (int i = 0; i < ck.pkg->funcs.n; i++) {
		Obj *o = ck.pkg->funcs.v[i];
		Node *n = o->u.fn.decl;
		Pragma *p = n->pragma;
		if (n->u.fdecl.body || (p && (p->extern_name || p->intrinsic || p->linkname)) || has_linkname(o->file, o->name))
			continue;
		ck_err(n->pos, "missing function body");
	}
}
