/* typestr.c: types, objects and operands as text.
 *
 * Three spellings: STR_DIAG as Go's compiler shows types in messages (packages by name, by quoted path when two imports share the name, none
 * for the package being checked); STR_REFLECT as reflect's String; STR_LINK as symbols need it, unique in the whole program. The last two
 * look through aliases. */
#include "compiler/types/types.h"

typedef struct Writer {
	Buf *b;
	StrMode mode;
	bool no_names;          /* parameter names left out */
	bool full_path;         /* packages by path whatever the mode */
	bool mark_pkg;          /* the first unexported struct field gets its package as a comment */
	int depth;
} Writer;

static void put_type(Writer *w, Type *t);
static void put_sig(Writer *w, Type *t);

static const char *const basic_name[K_ARRAY] = {
	"invalid type", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "string", "unsafe.Pointer", "untyped bool", "untyped int", "untyped rune",
	"untyped float", "untyped complex", "untyped string", "untyped nil",
};

/* ---- package names --------------------------------------------------------------------------------------------------------------- */

static char many_paths;         /* its address marks names that several packages share */

static void note_imports(Package *p, Map *seen, StrMap *names)
{
	if (map_has(seen, MAP_KEY(p)))
		return;
	map_set(seen, MAP_KEY(p), p);
	if (p->name) {
		const char *path = strmap_get(names, p->name);
		if (!path)
			strmap_set(names, p->name, (void *)p->path);
		else if (path != &many_paths && strcmp(path, p->path))
			strmap_set(names, p->name, &many_paths);
	}
	vec_each(&p->imports, i)
		note_imports(p->imports.v[i], seen, names);
}

static bool name_is_ambiguous(Package *p)
{
	static Package *of;
	static StrMap names;
	static int nimport;
	if (!cur_pkg)
		return false;
	if (of != cur_pkg || nimport != cur_pkg->imports.n) {
		Map seen = { 0 };
		names = (StrMap){ 0 };
		of = cur_pkg;
		nimport = cur_pkg->imports.n;
		note_imports(cur_pkg, &seen, &names);
	}
	return strmap_get(&names, p->name) == &many_paths;
}

static void put_pkg(Writer *w, Package *p)
{
	if (!p || (w->mode == STR_DIAG && !w->full_path && p == cur_pkg))
		return;
	if (w->mode == STR_LINK || w->full_path)
		buf_puts(w->b, p->path);
	else if (w->mode == STR_DIAG && name_is_ambiguous(p))
		buf_fmt(w->b, "\"%s\"", p->path);
	else
		buf_puts(w->b, p->name ? p->name : p->path);
	buf_putc(w->b, '.');
}

static void put_comma(Writer *w) { buf_puts(w->b, w->mode == STR_DIAG ? ", " : ","); }

/* ---- named types -------------------------------------------------------------------------------------------------------------------- */

/* Type arguments show full paths in reflect's spelling too. */
static void put_args(Writer *w, const TypeVec *v, const TypeVec *outer)
{
	Writer in = *w;
	if (w->mode == STR_REFLECT)
		in.mode = STR_LINK;
	buf_putc(w->b, '[');
	for (int i = 0; outer && i < outer->n; i++) {
		if (i)
			put_comma(&in);
		put_type(&in, outer->v[i]);
	}
	if (outer && v->n)
		buf_putc(w->b, ';');
	vec_each(v, i) {
		if (i)
			put_comma(&in);
		put_type(&in, v->v[i]);
	}
	buf_putc(w->b, ']');
}

static void put_tparams(Writer *w, const TypeVec *v)
{
	Type *prev = NULL;
	buf_putc(w->b, '[');
	vec_each(v, i) {
		Type *p = v->v[i];
		if (i) {
			if (p->u.tparam.bound != prev) {
				buf_putc(w->b, ' ');
				put_type(w, prev);
			}
			put_comma(w);
		}
		prev = p->u.tparam.bound;
		put_type(w, p);
	}
	if (prev) {
		buf_putc(w->b, ' ');
		put_type(w, prev);
	}
	buf_putc(w->b, ']');
}

static bool number_local(Node *n, void *arg)
{
	uint32_t *count = arg;
	if (n->kind != N_TYPE || n->flags & NF_ALIAS)
		return true;
	Obj *o = n->u.tdecl.name->u.name.obj;
	++*count;
	if (o && o->type && o->type->kind == K_NAMED && o->type->u.named.obj == o)
		o->type->u.named.local_no = *count;
	return true;
}

/* Symbols tell local types apart by their place among all local types of the package. The whole package is numbered at once. */
static uint32_t local_number(Type *t)
{
	Type *orig = t->u.named.orig;
	Obj *o = orig->u.named.obj;
	if (!o->pkg || !o->parent || o->parent == o->pkg->scope || orig->u.named.local_no)
		return orig->u.named.local_no;
	uint32_t count = 0;
	vec_each(&o->pkg->files, i) {
		FileNode *f = o->pkg->files.v[i];
		vec_each(&f->decls, k)
			if (f->decls.v[k]->kind != N_TYPE)
				node_walk(f->decls.v[k], number_local, &count);
	}
	return orig->u.named.local_no;
}

static void put_named(Writer *w, Type *t)
{
	Obj *o = t->u.named.obj;
	put_pkg(w, o->pkg);
	buf_puts(w->b, o->name->s);
	const TypeVec *outer = w->mode != STR_DIAG && t->u.named.outer_args.n ? &t->u.named.outer_args : NULL;
	if (t->u.named.targs.n || outer)
		put_args(w, &t->u.named.targs, outer);
	else if (t->u.named.tparams.n && w->mode == STR_DIAG)
		put_tparams(w, &t->u.named.tparams);
	if (w->mode == STR_LINK && !w->full_path) {
		uint32_t no = local_number(t);
		if (no)
			buf_fmt(w->b, "·%u", no);
	}
}

static void put_alias(Writer *w, Type *t)
{
	if (w->mode != STR_DIAG) {
		put_type(w, type_unalias(t));
		return;
	}
	put_pkg(w, t->u.alias.obj->pkg);
	buf_puts(w->b, t->u.alias.obj->name->s);
	if (t->u.alias.targs.n)
		put_args(w, &t->u.alias.targs, NULL);
	else if (t->u.alias.tparams.n)
		put_tparams(w, &t->u.alias.tparams);
}

static void put_tparam(Writer *w, Type *t)
{
	Obj *o = t->u.tparam.obj;
	buf_puts(w->b, o->name->s);
	if (w->mode == STR_DIAG && scope_find(universe, o->name))
		buf_fmt(w->b, " /* with %s declared at %s */", o->name->s, pos_str(o->pos));
}

/* ---- composite types ------------------------------------------------------------------------------------------------------------------- */

static void put_struct(Writer *w, Type *t)
{
	bool wide = w->mode != STR_DIAG;
	buf_puts(w->b, wide ? "struct {" : "struct{");
	vec_each(&t->u.st.fields, i) {
		Field *f = &t->u.st.fields.v[i];
		buf_puts(w->b, i ? (wide ? "; " : "; ") : wide ? " " : "");
		bool mark = w->full_path && w->mark_pkg && !name_exported(f->name);
		if (mark)
			w->mark_pkg = false;
		if (!f->embedded) {
			if (w->mode == STR_LINK && !name_exported(f->name))
				put_pkg(w, f->pkg);
			buf_puts(w->b, f->name->s);
			buf_putc(w->b, ' ');
		} else if (w->mode == STR_LINK && (!name_exported(f->name) || f->type->kind == K_ALIAS)) {
			/* two packages' struct{int}, or aliases of one name for different types, are different types */
			put_pkg(w, f->pkg);
			buf_fmt(w->b, "%s=", f->name->s);
		}
		put_type(w, f->type);
		if (mark)
			buf_fmt(w->b, " /* package %s */ ", f->pkg ? f->pkg->path : "");
		if (f->tag && *f->tag) {
			buf_putc(w->b, ' ');
			quote_write(w->b, f->tag, strlen(f->tag), 0);
		}
	}
	buf_puts(w->b, wide && t->u.st.fields.n ? " }" : "}");
}

static void put_iface_elems(Writer *w, Type *t)
{
	bool wide = w->mode != STR_DIAG, first = true;
	TypeSet *s = wide ? iface_set(t) : NULL;
	Method *m = wide ? s->methods.v : t->u.iface.methods.v;
	int n = wide ? s->methods.n : t->u.iface.methods.n;
	for (int i = 0; i < n; i++, first = false) {
		buf_puts(w->b, first ? (wide ? " " : "") : "; ");
		if (wide && !name_exported(m[i].name))
			put_pkg(w, m[i].pkg);
		buf_puts(w->b, m[i].name->s);
		put_sig(w, m[i].type);
	}
	if (wide && !iface_is_constraint(t)) {
		buf_puts(w->b, first ? "" : " ");
		return;
	}
	vec_each(&t->u.iface.embeds, i) {
		buf_puts(w->b, first ? (wide ? " " : "") : "; ");
		put_type(w, t->u.iface.embeds.v[i]);
		first = false;
	}
	buf_puts(w->b, wide && !first ? " " : "");
}

static void put_iface(Writer *w, Type *t)
{
	if (t_comparable && t == t_comparable->u.named.under) {
		buf_puts(w->b, "interface{comparable}");
		return;
	}
	if (t->u.iface.implicit) {
		if (!t->u.iface.methods.n && t->u.iface.embeds.n == 1) {
			put_type(w, t->u.iface.embeds.v[0]);
			return;
		}
		buf_puts(w->b, "/* implicit */ ");
	}
	buf_puts(w->b, w->mode == STR_DIAG ? "interface{" : "interface {");
	put_iface_elems(w, t);
	buf_putc(w->b, '}');
}

static void put_vars(Writer *w, const ObjVec *v, bool variadic)
{
	buf_putc(w->b, '(');
	vec_each(v, i) {
		Obj *o = v->v[i];
		if (i)
			buf_puts(w->b, ", ");
		if (w->mode == STR_DIAG && !w->no_names && o->name && o->name->n) {
			buf_puts(w->b, o->name->s);
			buf_putc(w->b, ' ');
		}
		Type *t = o->type;
		if (variadic && i == v->n - 1) {
			Type *plain = t ? type_unalias(t) : t_invalid;
			if (plain->kind == K_SLICE) {
				buf_puts(w->b, "...");
				put_type(w, plain->u.slice.elem);
			} else {
				put_type(w, t);
				buf_puts(w->b, "...");
			}
		} else {
			put_type(w, t);
		}
	}
	buf_putc(w->b, ')');
}

static void put_sig(Writer *w, Type *t)
{
	if (!t || t->kind != K_FUNC) {
		put_type(w, t);
		return;
	}
	if (t->u.fn.tparams.n)
		put_tparams(w, &t->u.fn.tparams);
	put_vars(w, &t->u.fn.params, t->u.fn.variadic);
	const ObjVec *r = &t->u.fn.results;
	if (!r->n)
		return;
	buf_putc(w->b, ' ');
	if (r->n == 1 && (w->mode != STR_DIAG || w->no_names || !r->v[0]->name || !r->v[0]->name->n))
		put_type(w, r->v[0]->type);
	else
		put_vars(w, r, false);
}

static void put_chan(Writer *w, Type *t)
{
	Type *e = t->u.chan.elem;
	bool parens = t->u.chan.dir == DIR_BOTH && e && e->kind == K_CHAN && e->u.chan.dir == DIR_RECV;
	buf_puts(w->b, t->u.chan.dir == DIR_BOTH ? "chan " : t->u.chan.dir == DIR_SEND ? "chan<- " : "<-chan ");
	buf_puts(w->b, parens ? "(" : "");
	put_type(w, e);
	buf_puts(w->b, parens ? ")" : "");
}

static void put_composite(Writer *w, Type *t)
{
	switch ((Kind)t->kind) {
	case K_ARRAY:
		buf_fmt(w->b, "[%lld]", (long long)t->u.array.len);
		put_type(w, t->u.array.elem);
		break;
	case K_SLICE:
		buf_puts(w->b, "[]");
		put_type(w, t->u.slice.elem);
		break;
	case K_POINTER:
		buf_putc(w->b, '*');
		put_type(w, t->u.pointer.elem);
		break;
	case K_MAP:
		buf_puts(w->b, "map[");
		put_type(w, t->u.map.key);
		buf_putc(w->b, ']');
		put_type(w, t->u.map.elem);
		break;
	case K_FUNC:
		buf_puts(w->b, "func");
		put_sig(w, t);
		break;
	case K_TUPLE:
		buf_putc(w->b, '(');
		vec_each(&t->u.tuple.types, i) {
			if (i)
				buf_puts(w->b, ", ");
			put_type(w, t->u.tuple.types.v[i]);
		}
		buf_putc(w->b, ')');
		break;
	case K_UNION:
		vec_each(&t->u.uni.terms, i) {
			buf_puts(w->b, i ? " | " : "");
			buf_puts(w->b, t->u.uni.terms.v[i].tilde ? "~" : "");
			put_type(w, t->u.uni.terms.v[i].type);
		}
		break;
	case K_CHAN: put_chan(w, t); break;
	case K_STRUCT: put_struct(w, t); break;
	case K_INTERFACE: put_iface(w, t); break;
	case K_NAMED: put_named(w, t); break;
	case K_TYPEPARAM: put_tparam(w, t); break;
	case K_ALIAS: put_alias(w, t); break;
	default: bug("type kind %d cannot be printed", t->kind);
	}
}

static void put_type(Writer *w, Type *t)
{
	if (!t) {
		buf_puts(w->b, "<nil>");
	} else if (t->kind < K_ARRAY) {
		buf_puts(w->b, w->mode == STR_DIAG && t == t_byte ? "byte" : w->mode == STR_DIAG && t == t_rune ? "rune" : basic_name[t->kind]);
	} else if (w->depth > 60) {     /* anonymous interface that contains itself */
		buf_puts(w->b, "...");
	} else {
		w->depth += t->kind == K_INTERFACE;
		put_composite(w, t);
		w->depth -= t->kind == K_INTERFACE;
	}
}

/* ---- entry points ------------------------------------------------------------------------------------------------------------------------- */

void type_write(Buf *b, Type *t, StrMode mode)
{
	Writer w = { .b = b, .mode = mode };
	put_type(&w, t);
}

void sig_write(Buf *b, Type *fn, StrMode mode)
{
	Writer w = { .b = b, .mode = mode };
	put_sig(&w, fn);
}

const char *type_str_mode(Type *t, StrMode mode)
{
	Buf b = { 0 };
	type_write(&b, t, mode);
	return buf_take(&b);
}

/* Every package by its full path, the one being checked too. */
const char *type_str_full(Type *t)
{
	Buf b = { 0 };
	Writer w = { &b, STR_DIAG, .full_path = true };
	put_type(&w, t);
	return buf_take(&b);
}

const char *type_str(Type *t) { return type_str_mode(t, STR_DIAG); }

const char *type_str_bare(Type *t)
{
	Buf b = { 0 };
	Writer w = { .b = &b, .mode = STR_DIAG, .no_names = true };
	put_type(&w, t);
	return buf_take(&b);
}

const char *func_str(Obj *m, bool pkg_info)
{
	Buf b = { 0 };
	Writer w = { .b = &b, .mode = STR_DIAG, .no_names = true, .full_path = pkg_info, .mark_pkg = pkg_info };
	buf_puts(&b, m->name->s);
	put_sig(&w, m->type);
	return buf_take(&b);
}

const char *typeset_terms_str(const TypeSet *s)
{
	if (s->all_types)
		return "𝓤";
	if (!s->terms.n)
		return "∅";
	Buf b = { 0 };
	Writer w = { .b = &b, .mode = STR_DIAG, .full_path = true };
	vec_each(&s->terms, i) {
		buf_puts(&b, i ? " | " : "");
		buf_puts(&b, s->terms.v[i].tilde ? "~" : "");
		put_type(&w, s->terms.v[i].type);
	}
	return buf_take(&b);
}

static void put_func_name(Writer *w, Obj *o)
{
	Obj *recv = o->type && o->type->kind == K_FUNC ? o->type->u.fn.recv : NULL;
	if (recv) {
		buf_putc(w->b, '(');
		if (recv->type && recv->type->kind == K_INTERFACE)
			buf_puts(w->b, "interface");
		else
			put_type(w, recv->type);
		buf_puts(w->b, ").");
	} else {
		put_pkg(w, o->pkg);
	}
	buf_puts(w->b, o->name->s);
}

static void put_type_object(Writer *w, Obj *o)
{
	Type *t = o->type;
	if (t->kind < K_ARRAY)
		return;
	if (t->kind == K_NAMED && t->u.named.tparams.n && !t->u.named.targs.n)
		put_tparams(w, &t->u.named.tparams);
	if (t->kind == K_ALIAS && t->u.alias.tparams.n && !t->u.alias.targs.n)
		put_tparams(w, &t->u.alias.tparams);
	if (t->kind == K_ALIAS) {
		buf_puts(w->b, " =");
		t = t->u.alias.actual;
	} else if (o->u.tn.is_alias) {
		buf_puts(w->b, " =");
	} else {
		t = t->kind == K_TYPEPARAM ? t->u.tparam.bound : type_under(t);
	}
	buf_putc(w->b, ' ');
	put_type(w, t);
}

const char *obj_str(Obj *o)
{
	Buf b = { 0 };
	Writer w = { .b = &b, .mode = STR_DIAG };
	static const char *const word[] = { "package", "const", "type", "var", "func", "label", "builtin", "nil" };
	buf_puts(&b, o->kind == O_VAR && o->u.var.is_field ? "field" : word[o->kind]);
	if (o->kind == O_TYPE && o->type && o->type->kind == K_TYPEPARAM)
		buf_puts(&b, " parameter");
	if (o->kind == O_NIL)
		return buf_take(&b);
	buf_putc(&b, ' ');
	if (o->kind == O_PKGNAME) {
		buf_puts(&b, o->name->s);
		Package *p = o->u.pkgname.imported;
		if (p && strcmp(p->path, o->name->s))
			buf_fmt(&b, " (\"%s\")", p->path);
		return buf_take(&b);
	}
	if (o->kind == O_FUNC) {
		put_func_name(&w, o);
		if (o->type)
			put_sig(&w, o->type);
		return buf_take(&b);
	}
	if (o->pkg && o->parent == o->pkg->scope && o->parent)
		put_pkg(&w, o->pkg);
	buf_puts(&b, o->name->s);
	if (!o->type || o->kind == O_LABEL || o->kind == O_BUILTIN)
		return buf_take(&b);
	if (o->kind == O_TYPE) {
		put_type_object(&w, o);
	} else {
		buf_putc(&b, ' ');
		put_type(&w, o->type);
	}
	return buf_take(&b);
}

/* ---- operands --------------------------------------------------------------------------------------------------------------------------------- */

static const char *const mode_text[] = {
	[MODE_INVALID] = "invalid operand", [MODE_NOVALUE] = "no value", [MODE_BUILTIN] = "built-in", [MODE_TYPE] = "type", [MODE_CONST] = "constant",
	[MODE_VAR] = "variable", [MODE_MAPINDEX] = "map index expression", [MODE_VALUE] = "value", [MODE_NILVALUE] = "nil",
	[MODE_COMMAOK] = "comma, ok expression", [MODE_COMMAERR] = "comma, error expression",
};

const char *mode_str(Mode m) { return mode_text[m]; }

static void put_operand_type(Writer *w, Type *t)
{
	Buf *b = w->b;
	Type *plain = type_unalias(t);
	if (plain == t_invalid) {
		buf_puts(b, " with invalid type");
		return;
	}
	buf_puts(b, " of ");
	if (type_is_generic(t))
		buf_puts(b, "generic ");
	if (plain->kind != K_TYPEPARAM && (t->kind == K_ALIAS || t->kind == K_NAMED)) {
		const char *what = type_composite_kind(t);
		Type *u = type_under(t);
		buf_puts(b, *what ? what : u == t_byte ? "byte" : u == t_rune ? "rune" : u->kind == K_UNSAFEPTR ? "Pointer" : basic_name[u->kind]);
		buf_putc(b, ' ');
	}
	buf_puts(b, "type ");
	put_type(w, t);
	if (plain->kind != K_TYPEPARAM)
		return;
	buf_puts(b, " constrained by ");
	put_type(w, plain->u.tparam.bound);
	Type *bound = plain->u.tparam.bound ? type_under(plain->u.tparam.bound) : NULL;
	if (bound && bound->kind == K_INTERFACE && bound->u.iface.set && typeset_is_empty(bound->u.iface.set))
		buf_puts(b, " with empty type set");
}

const char *operand_str(const Operand *x)
{
	if (x->mode == MODE_NILVALUE) {
		if (!x->type || x->type == t_invalid)
			return "nil (with invalid type)";
		return x->type->kind == K_UNTYPED_NIL ? "nil" : str_fmt("nil (of type %s)", type_str(x->type));
	}
	Buf b = { 0 };
	Writer w = { .b = &b, .mode = STR_DIAG };
	const char *expr = "";
	if (x->expr)
		expr = node_str(x->expr);
	else if (x->mode == MODE_BUILTIN)
		expr = builtin_name[x->builtin];
	else if (x->mode == MODE_TYPE)
		expr = type_str(x->type);
	else if (x->mode == MODE_CONST)
		expr = const_text(x->val);
	if (*expr)
		buf_fmt(&b, "%s (", expr);
	bool has_type = x->mode > MODE_TYPE && x->type && !type_is_untyped(x->type);
	if (x->mode > MODE_TYPE && x->type && !has_type) {
		put_type(&w, x->type);
		buf_putc(&b, ' ');
	}
	buf_puts(&b, mode_text[x->mode]);
	if (x->mode == MODE_CONST && x->val) {
		const char *val = const_text(x->val);
		if (strcmp(val, expr)) {
			buf_putc(&b, ' ');
			buf_puts(&b, val);
		}
	}
	if (has_type)
		put_operand_type(&w, x->type);
	if (*expr)
		buf_putc(&b, ')');
	return buf_take(&b);
}
