/* universe.c: predeclared types, constants, nil, functions; package unsafe. */
#include "compiler/types/types.h"

Scope *universe;
Obj *universe_iota, *universe_nil;
Package *pkg_unsafe, *cur_pkg;

const char *const builtin_name[] = {
	[B_APPEND] = "append", [B_CAP] = "cap", [B_CLEAR] = "clear", [B_CLOSE] = "close", [B_COMPLEX] = "complex", [B_COPY] = "copy",
	[B_DELETE] = "delete", [B_IMAG] = "imag", [B_LEN] = "len", [B_MAKE] = "make", [B_MAX] = "max", [B_MIN] = "min", [B_NEW] = "new",
	[B_PANIC] = "panic", [B_PRINT] = "print", [B_PRINTLN] = "println", [B_REAL] = "real", [B_RECOVER] = "recover",
	[B_UNSAFE_ADD] = "Add", [B_UNSAFE_ALIGNOF] = "Alignof", [B_UNSAFE_OFFSETOF] = "Offsetof", [B_UNSAFE_SIZEOF] = "Sizeof",
	[B_UNSAFE_SLICE] = "Slice", [B_UNSAFE_SLICEDATA] = "SliceData", [B_UNSAFE_STRING] = "String", [B_UNSAFE_STRINGDATA] = "StringData",
};

static Obj *define(Scope *s, ObjKind k, const char *name, Type *t, Package *pkg)
{
	Obj *o = obj_new(k, sym(name), 0, t, pkg);
	scope_add(s, o);
	return o;
}

static void define_const(const char *name, Kind k, Const *val)
{
	define(universe, O_CONST, name, t_basic[k], NULL)->u.con.val = val;
}

static Type *basic(Kind k)
{
	Type *t = type_new(k);
	t->canon = true;
	t->canon_of = t;
	return t;
}

/* byte and rune keep their names in messages; their canonical types are uint8 and int32. */
static Type *basic_alias(Kind k, const char *name)
{
	Type *t = type_new(k);
	t->canon_of = t_basic[k];
	define(universe, O_TYPE, name, t, NULL)->u.tn.is_alias = true;
	return t;
}

static void define_error(void)
{
	Type *sig = type_new(K_FUNC), *iface = type_new(K_INTERFACE);
	Obj *res = obj_new(O_VAR, sym(""), 0, t_basic[K_STRING], NULL);
	res->u.var.is_result = true;
	vec_push(&sig->u.fn.results, res);
	vec_push(&iface->u.iface.methods, (Method){ .name = sym("Error"), .type = sig });
	iface->u.iface.complete = true;
	Obj *o = obj_new(O_TYPE, sym("error"), 0, NULL, NULL);
	t_error = type_named(o, iface);
	scope_add(universe, o);
}

void universe_init(void)
{
	if (universe)
		return;
	universe = scope_new(NULL, NULL);
	pkg_unsafe = NEW(Package);
	pkg_unsafe->path = pkg_unsafe->import_path = pkg_unsafe->name = "unsafe";
	pkg_unsafe->scope = scope_new(universe, NULL);
	pkg_unsafe->checked = pkg_unsafe->complete_flag = pkg_unsafe->is_std = true;

	for (int k = K_INVALID; k < K_ARRAY; k++)
		t_basic[k] = basic((Kind)k);
	t_invalid = t_basic[K_INVALID];
	for (int k = K_BOOL; k <= K_STRING; k++)
		define(universe, O_TYPE, type_str_mode(t_basic[k], STR_LINK), t_basic[k], NULL);
	define(pkg_unsafe->scope, O_TYPE, "Pointer", t_basic[K_UNSAFEPTR], pkg_unsafe);
	t_byte = basic_alias(K_UINT8, "byte");
	t_rune = basic_alias(K_INT32, "rune");
	define_error();

	Type *empty = type_new(K_INTERFACE);
	empty->u.iface.complete = true;
	Obj *any = obj_new(O_TYPE, sym("any"), 0, NULL, NULL);
	any->u.tn.is_alias = true;
	t_any = type_alias(any, empty);
	scope_add(universe, any);

	Type *comparable = type_new(K_INTERFACE);
	comparable->u.iface.complete = true;
	comparable->u.iface.set = NEW(TypeSet);
	comparable->u.iface.set->all_types = comparable->u.iface.set->comparable = true;
	Obj *cmp = obj_new(O_TYPE, sym("comparable"), 0, NULL, NULL);
	t_comparable = type_named(cmp, comparable);
	scope_add(universe, cmp);

	define_const("true", K_UNTYPED_BOOL, const_bool(true));
	define_const("false", K_UNTYPED_BOOL, const_bool(false));
	define_const("iota", K_UNTYPED_INT, const_i64(0));
	universe_iota = scope_find(universe, sym("iota"));
	universe_nil = define(universe, O_NIL, "nil", t_basic[K_UNTYPED_NIL], NULL);
	for (int id = 0; id < ARRAY_LEN(builtin_name); id++) {
		bool in_unsafe = id >= B_UNSAFE_ADD;
		define(in_unsafe ? pkg_unsafe->scope : universe, O_BUILTIN, builtin_name[id], t_invalid, in_unsafe ? pkg_unsafe : NULL)->u.builtin.id = id;
	}
}
