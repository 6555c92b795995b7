/* object.c: declared things and the scopes that hold them.
 *
 * A scope keeps its objects in order of declaration; most scopes hold a handful, so a hash map is made only for larger ones.
 * The blank identifier is never entered. */
#include <ctype.h>
#include <locale.h>
#include <wctype.h>
#include "compiler/types/types.h"

#define SCOPE_LINEAR_MAX 8

Scope *scope_new(Scope *parent, Node *node)
{
	Scope *s = NEW(Scope);
	s->parent = parent;
	s->node = node;
	if (parent && parent != universe)
		vec_push(&parent->kids, s);
	return s;
}

Obj *scope_find(Scope *s, Sym *name)
{
	if (s->names)
		return map_get(s->names, MAP_KEY(name));
	vec_each(&s->objs, i)
		if (s->objs.v[i]->name == name)
			return s->objs.v[i];
	return NULL;
}

Obj *scope_find_up(Scope *s, Sym *name, Pos at, Scope **where)
{
	for (; s; s = s->parent) {
		Obj *o = scope_find(s, name);
		if (o && (!at || o->scope_pos <= at)) {
			if (where)
				*where = s;
			return o;
		}
	}
	if (where)
		*where = NULL;
	return NULL;
}

Obj *scope_add(Scope *s, Obj *o)
{
	if (SYM_IS(o->name, "_"))
		return NULL;
	Obj *old = scope_find(s, o->name);
	if (old)
		return old;
	vec_push(&s->objs, o);
	if (s->names) {
		map_set(s->names, MAP_KEY(o->name), o);
	} else if (s->objs.n > SCOPE_LINEAR_MAX) {
		s->names = NEW(Map);
		vec_each(&s->objs, i)
			map_set(s->names, MAP_KEY(s->objs.v[i]->name), s->objs.v[i]);
	}
	if (!o->parent)
		o->parent = s;
	return NULL;
}

Obj *obj_new(ObjKind k, Sym *name, Pos pos, Type *type, Package *pkg)
{
	Obj *o = NEW(Obj);
	o->kind = (uint8_t)k;
	o->name = name;
	o->pos = pos;
	o->type = type;
	o->pkg = pkg;
	return o;
}

static bool wide_upper(const unsigned char *s, size_t n)
{
	static locale_t utf8;
	if (!utf8)
		utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	int more = s[0] >= 0xF0 ? 3 : s[0] >= 0xE0 ? 2 : 1;
	if (!utf8 || (size_t)more >= n)
		return false;
	wint_t v = s[0] & (0x3Fu >> more);
	for (int i = 1; i <= more; i++)
		v = v << 6 | (s[i] & 0x3Fu);
	/* title case letters have both mappings; they do not export */
	return iswupper_l(v, utf8) && !(towlower_l(v, utf8) != v && towupper_l(v, utf8) != v);
}

bool name_exported(Sym *name)
{
	if (!name->n)
		return false;
	unsigned char c = (unsigned char)name->s[0];
	return c < 0x80 ? isupper(c) : wide_upper((const unsigned char *)name->s, name->n);
}

bool same_name(Sym *a, Package *apkg, Sym *b, Package *bpkg)
{
	return a == b && (apkg == bpkg || name_exported(a) || (apkg && bpkg && !strcmp(apkg->path, bpkg->path)));
}

bool func_ptr_recv(Obj *m)
{
	if (m->type && m->type->kind == K_FUNC && m->type->u.fn.recv && m->type->u.fn.recv->type)
		return type_unalias(m->type->u.fn.recv->type)->kind == K_POINTER;
	return m->ptr_recv;
}

Obj *field_obj(Type *st, int i)
{
	Field *f = &st->u.st.fields.v[i];
	if (!f->obj) {
		f->obj = obj_new(O_VAR, f->name, f->pos, f->type, f->pkg);
		f->obj->u.var.is_field = true;
		f->obj->u.var.embedded = f->embedded;
	}
	return f->obj;
}

Obj *method_obj(Method *m)
{
	if (!m->obj) {
		m->obj = obj_new(O_FUNC, m->name, m->pos, m->type, m->pkg);
		m->obj->u.fn.origin = m->obj;
	}
	return m->obj;
}

const char *obj_kind_str(Obj *o)
{
	switch ((ObjKind)o->kind) {
	case O_PKGNAME: return "package name";
	case O_CONST: return "constant";
	case O_TYPE:
		if (o->u.tn.is_alias)
			return "type alias";
		return o->type && o->type->kind == K_TYPEPARAM ? "type parameter" : "defined type";
	case O_VAR:
		return o->u.var.is_field ? "struct field" : o->u.var.is_recv ? "receiver" : o->u.var.is_param ? "parameter" :
			o->u.var.is_result ? "result variable" : o->u.var.is_global ? "package-level variable" : "local variable";
	case O_FUNC: return o->type && o->type->u.fn.recv ? "method" : "function";
	case O_LABEL: return "label";
	case O_BUILTIN: return "built-in function";
	case O_NIL: return "untyped nil";
	}
	return "unknown symbol";
}
