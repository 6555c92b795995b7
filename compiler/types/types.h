/* types.h: types, objects, scopes, constants, and what the checker leaves on the tree.
 *
 * After check_package every expression Node has type (and val when constant), every N_NAME has obj, selectors have sel, calls carry
 * NF_BUILTIN / NF_CONVERSION. Untyped expressions carry their final type. Types of generic bodies mention K_TYPEPARAM; lowering
 * substitutes. Type identity: type_same(); canonical representatives, equal as pointers, come from type_canon(). */
#ifndef TUCO_TYPES_H
#define TUCO_TYPES_H
#include "compiler/syntax/syntax.h"

typedef struct Type Type;
typedef struct Obj Obj;
typedef struct Scope Scope;
typedef struct Const Const;
typedef struct Package Package;
typedef struct TypeVec { Type **v; int n, cap; } TypeVec;
typedef struct ObjVec { Obj **v; int n, cap; } ObjVec;

/* ---- constants (constval.c; exact: GMP, MPFR) ---------------------------------------------------------------------------- */

typedef enum { CV_UNKNOWN, CV_BOOL, CV_STRING, CV_INT, CV_FLOAT, CV_COMPLEX } ConstKind;       /* by value, not by type */
ConstKind const_kind(const Const *c);
Const *const_bool(bool b);
Const *const_string(const char *s, size_t n);
Const *const_i64(int64_t v);
Const *const_u64(uint64_t v);
Const *const_f64(double v);
Const *const_unknown(void);
bool const_is_int_val(const Const *c);                  /* kind CV_INT */
Const *const_from_lit(Tok kind, const char *text, size_t n);    /* INT FLOAT IMAG CHAR; NULL when malformed or excessive */
Const *const_complex(const Const *re, const Const *im);
bool const_truth(const Const *c);
Sym *const_str(const Const *c);                         /* string value, interned */
size_t const_strlen(const Const *c);                    /* without joining the pieces of a concatenation */
bool const_fits_i64(const Const *c, int64_t *out);      /* exact integers only */
bool const_fits_u64(const Const *c, uint64_t *out);
double const_to_f64(const Const *c);                    /* rounded to nearest even */
float const_to_f32(const Const *c);                     /* rounded once */
Const *const_real(const Const *c);
Const *const_imag(const Const *c);
int const_sign(const Const *c);
int const_bitlen(const Const *c);                       /* of an integer */
Const *const_to_int(const Const *c);                    /* integral value or CV_UNKNOWN */
Const *const_to_float(const Const *c);
Const *const_to_complex(const Const *c);
Const *const_unary(Tok op, const Const *x, Type *t);    /* t bounds ^x for unsigned types; NULL t: untyped */
Const *const_binary(Tok op, const Const *x, const Const *y, bool int_div);
bool const_compare(Tok op, const Const *x, const Const *y);
Const *const_shift(Tok op, const Const *x, unsigned n);
bool const_representable(const Const *c, Type *basic, Const **rounded);        /* rounded: value as stored in that type */
const char *const_text(const Const *c);                 /* as Go prints it in messages (short) */
const char *const_text_exact(const Const *c);
void quote_write(Buf *b, const char *text, size_t n, int max);          /* as strconv.Quote; max > 0: at most so many runes, "..." then */

/* ---- types ------------------------------------------------------------------------------------------------------------------ */

typedef enum Kind {
	K_INVALID, K_BOOL, K_INT, K_INT8, K_INT16, K_INT32, K_INT64, K_UINT, K_UINT8, K_UINT16, K_UINT32, K_UINT64, K_UINTPTR,
	K_FLOAT32, K_FLOAT64, K_COMPLEX64, K_COMPLEX128, K_STRING, K_UNSAFEPTR,
	K_UNTYPED_BOOL, K_UNTYPED_INT, K_UNTYPED_RUNE, K_UNTYPED_FLOAT, K_UNTYPED_COMPLEX, K_UNTYPED_STRING, K_UNTYPED_NIL,
	K_ARRAY, K_SLICE, K_STRUCT, K_POINTER, K_FUNC, K_INTERFACE, K_MAP, K_CHAN, K_TUPLE, K_UNION,
	K_NAMED, K_TYPEPARAM, K_ALIAS, K_KIND_COUNT
} Kind;

typedef struct Field { Sym *name; Package *pkg; Type *type; const char *tag; bool embedded; Pos pos; Obj *obj; } Field;
typedef struct Method { Sym *name; Package *pkg; Type *type; Pos pos; Obj *obj; } Method;     /* interface method: type K_FUNC without receiver */
typedef struct Term { bool tilde; Type *type; } Term;
typedef struct TypeSet TypeSet;         /* typeset.c */

struct Type {
	uint8_t kind;                   /* Kind */
	bool canon;                     /* this is the canonical representative */
	bool has_tparam_known, has_tparam;
	uint32_t id;                    /* dense, by creation */
	Type *canon_of;                 /* cache for type_canon */
	/* layout cache, valid once sized (layout.c) */
	bool sized; uint8_t align; int64_t size, ptr_nbyte;
	union {
		struct { Type *elem; int64_t len; } array;              /* len < 0: invalid/unknown */
		struct { Type *elem; } slice, pointer;
		struct { VEC(Field) fields; int64_t *offset; } st;
		struct { ObjVec params, results; bool variadic; Obj *recv; TypeVec tparams, rtparams; } fn;     /* variadic: last param's type is the slice */
		struct { VEC(Method) methods; TypeVec embeds; VEC(Pos) embed_pos; TypeSet *set; bool implicit, complete; Package *pkg; } iface;
		struct { Type *key, *elem; } map;
		struct { Type *elem; uint8_t dir; } chan;
		struct { TypeVec types; } tuple;
		struct { VEC(Term) terms; } uni;
		struct {
			Obj *obj;               /* its type name */
			Type *under;            /* never K_NAMED once resolved; use type_under() */
			Type *rhs;              /* right-hand side as declared */
			Type *orig;             /* generic type this is an instance of, or itself */
			TypeVec tparams, targs;
			ObjVec methods;         /* declared methods; of instances: filled lazily by named_method() */
			uint8_t state;          /* resolution state (decl.c, inst.c) */
			/* Local types of generic functions depend on the type parameters in scope: type_subst makes local instances keyed
			 * by them. Found on demand from obj->parent (object scopes must hold the type parameters' names). */
			TypeVec outer, outer_args; bool outer_known;
			uint32_t local_no;      /* local types: place among the local types of the package in source order, else 0 (typestr.c) */
		} named;
		struct { Obj *obj; int index; Type *bound; } tparam;
		struct { Obj *obj; Type *actual; TypeVec tparams, targs; Type *orig; } alias;
	} u;
};

/* Predeclared types, filled by universe_init. */
extern Type *t_basic[K_KIND_COUNT];
extern Type *t_any, *t_error, *t_comparable, *t_byte, *t_rune, *t_invalid;
extern Obj *universe_iota, *universe_nil;
extern Scope *universe;

/* type.c */
Type *type_new(Kind k);
Type *type_array(Type *elem, int64_t len);
Type *type_slice(Type *elem);
Type *type_pointer(Type *elem);
Type *type_map(Type *key, Type *elem);
Type *type_chan(Type *elem, int dir);
Type *type_tuple(Type **v, int n);
Type *type_tparam(Obj *obj, int index, Type *bound);    /* sets obj->type when NULL; bound may be set later */
Type *type_alias(Obj *obj, Type *actual);               /* sets obj->type when NULL; actual may be set later (u.alias.actual, may itself be an alias) */
Type *tparam_iface(Type *tparam);                       /* constraint as K_INTERFACE; a non-interface bound is wrapped into an implicit interface (and bound updated) */
Type *type_named(Obj *obj, Type *under);                /* new defined type; sets obj->type */
Type *type_unalias(Type *t);
Type *type_under(Type *t);                              /* underlying type; resolves lazily; type parameter: its constraint interface's under */
/* Go's commonUnder: the one underlying type of t's type set (channels: the most restricted direction), or NULL and why ("no specific type",
 * "A and B have different underlying types"). why may be NULL. Not a type parameter: its underlying type. */
Type *type_common_under(Type *t, const char **why);
Type *type_max_untyped(Type *x, Type *y);               /* larger of two untyped numeric kinds; equal types; NULL on mismatch */
const char *type_composite_kind(Type *t);               /* "array", "func", ...; "" for basic types */
Obj *field_obj(Type *st, int i);                        /* object of a struct field, made on demand */
Obj *method_obj(Method *m);                             /* object of an interface method, made on demand */
Type *type_core(Type *t);                               /* single underlying type of the type set, or NULL (Go's core type; under() for others) */
Type *type_deref(Type *t);                              /* element when t's (unnamed or named) type is a pointer, else NULL */
/* Children of a canonical composite are canonical and free of aliases. The underlying type of a canonical named type need not be:
 * type_canon(type_under(t)). */
Type *type_canon(Type *t);                              /* canonical representative: type_same(a, b) iff type_canon(a) == type_canon(b). t without unresolved parts */
bool type_has_tparam(Type *t);
bool type_is(Type *t, Kind k);                          /* of the underlying type; false for type parameters */
bool type_is_named(Type *t);                            /* predeclared, defined or type parameter */
bool type_is_generic(Type *t);                          /* uninstantiated generic type */
bool type_is_boolean(Type *t), type_is_integer(Type *t), type_is_unsigned(Type *t), type_is_float(Type *t), type_is_complex(Type *t),
	type_is_numeric(Type *t), type_is_string(Type *t), type_is_untyped(Type *t), type_is_typed(Type *t), type_is_ordered(Type *t), type_is_const(Type *t),
	type_is_interface(Type *t) /* type parameters too; type_is(t, K_INTERFACE) excludes them */, type_is_tparam(Type *t), type_is_bytes(Type *t), type_is_runes(Type *t), type_has_nil(Type *t);
/* the same for every type of the type set when t is a type parameter */
bool type_all_boolean(Type *t), type_all_integer(Type *t), type_all_unsigned(Type *t), type_all_numeric(Type *t), type_all_string(Type *t), type_all_ordered(Type *t), type_all_numeric_or_string(Type *t);
Type *type_default(Type *untyped);                      /* default type of an untyped type; typed types unchanged */

/* layout.c: gc's sizes on linux/amd64 */
int64_t type_size(Type *t);                             /* < 0: too large */
int type_align(Type *t);
int64_t type_field_offset(Type *st, int i);
int64_t type_ptr_nbyte(Type *t);                        /* prefix that can hold pointers */
void type_ptr_mask(Type *t, void (*word)(int64_t off, void *arg), void *arg);          /* calls for each pointer word of one value */
bool type_is_direct(Type *t);                           /* pointer-shaped: stored directly in interfaces */
bool type_mem_eq(Type *t);                              /* == is memcmp: no padding, floats, strings, interfaces */

/* typestr.c */
/* How package names appear: as needed by diagnostics (name unless ambiguous, none for the package being checked), by reflect (name), by symbols (full path). */
typedef enum { STR_DIAG, STR_REFLECT, STR_LINK } StrMode;
const char *type_str(Type *t);                          /* STR_DIAG, qualified relative to the current package */
const char *type_str_bare(Type *t);              /* without names of parameters */
const char *type_str_full(Type *t);                     /* as STR_DIAG, but packages always by path */
const char *type_str_mode(Type *t, StrMode mode);
void type_write(Buf *b, Type *t, StrMode mode);
const char *obj_str(Obj *o);                            /* "var x int", "func (T).m()", as Go's ObjectString */
const char *func_str(Obj *method, bool pkg_info);       /* "m(int) error": without parameter names; pkg_info: full paths */
void sig_write(Buf *b, Type *fn, StrMode mode);         /* "(x int, y string) error" */

/* same.c */
bool type_same(Type *a, Type *b);
bool type_same_ignore_tags(Type *a, Type *b);
bool type_comparable(Type *t, const char **why);        /* why: as Go words it, or NULL */
bool type_strictly_comparable(Type *t);
/* x's type V assigned to T; val: x's constant or NULL; cause receives Go's explanation. */
bool type_assignable(Type *v, Type *t, bool is_nil, const char **cause);
bool type_assertable(Type *v, Type *t, const char **cause);             /* x.(T), x of interface type v */
bool type_implements(Type *v, Type *iface, bool constraint, const char **cause);
/* First method of iface that v lacks, or NULL. *wrong_type: exists with another type/pointer receiver; cause: Go's words. */
Method *type_missing_method(Type *v, Type *iface, bool is_static, const char **cause);
bool type_convertible(Type *from, Type *to, const char **cause);       /* non-constant conversion; type parameters included */

/* Hooks the checker sets before the first package; NULL is allowed.
 * resolve: completes a declared object whose type is still NULL or whose method signature is not set up (objDecl).
 * later: runs fn(arg) when all types of the package are set up; without it, at once. */
extern void (*types_resolve)(Obj *o);
extern void (*types_later)(void (*fn)(void *arg), void *arg);

/* typeset.c */
struct TypeSet { VEC(Method) methods; VEC(Term) terms; bool all_types; bool comparable; bool empty; int depth; };  /* methods sorted by name; terms valid unless all_types */
TypeSet *iface_set(Type *iface);                        /* of an interface's underlying type, computed on demand; reports duplicate methods once */
bool iface_is_constraint(Type *iface);                  /* has type terms or comparable: not usable as an ordinary type */
/* For type parameters: each term of the constraint, or once term NULL when there are no specific types. Other types: t itself. false stops; returns
 * the result of the last call. */
bool typeset_each(Type *t, bool (*fn)(Type *term, bool tilde, void *arg), void *arg);
bool typeset_is_empty(const TypeSet *s);                /* no type at all */
bool typeset_has_terms(const TypeSet *s);               /* specific types given and not empty */
bool term_disjoint(Term a, Term b);                     /* no type satisfies both (neither an interface) */
bool typeset_subset(const TypeSet *x, const TypeSet *y), typeset_same_terms(const TypeSet *x, const TypeSet *y), typeset_includes(const TypeSet *s, Type *t);
const char *typeset_terms_str(const TypeSet *s);        /* "int | ~string" (typestr.c) */
int method_order(Sym *a, Package *apkg, Sym *b, Package *bpkg);         /* exported names first, then by name, then by package path */
bool name_fold_eq(Sym *a, Sym *b);                      /* equal up to case */
Method *typeset_method(const TypeSet *s, Package *pkg, Sym *name, int *index, bool fold_case);
#define UNION_TERM_MAX 100

/* lookup.c */
typedef enum { SEL_FIELD, SEL_METHOD_VAL, SEL_METHOD_EXPR, SEL_IFACE_METHOD } SelKind;
typedef struct Selection {
	SelKind kind;
	Type *recv;                     /* type of x in x.f */
	Obj *obj;                       /* field or method (of generic types: the instance's method object, obj->origin the declared one) */
	int *path; int npath;           /* field indexes through embedded fields; for methods: the embedded path before the method */
	bool indirect;                  /* a pointer is followed on the way */
	Type *type;                     /* type of the selector expression */
} Selection;
/* Field or method of t named name visible in pkg. NULL when absent; *ambiguous, *ptr_recv (method needs a pointer receiver) say why. */
Obj *lookup_field_or_method(Type *t, bool addressable, Package *pkg, Sym *name, int **path, int *npath, bool *indirect, bool *ambiguous);
typedef struct MethodSetEnt { Sym *name; Package *pkg; Obj *obj; int *path; int npath; bool indirect; Type *type; } MethodSetEnt;   /* type: K_FUNC without receiver, substituted */
typedef struct MethodSet { VEC(MethodSetEnt) v; } MethodSet;
MethodSet *method_set(Type *t);                         /* sorted by name, then package path of unexported names; cached; t concrete or interface */
/* The general forms: eq compares signatures (NULL: type_same). has_all_methods is lenient about types with invalid embedded fields. */
Method *missing_method(Type *v, Type *iface, bool is_static, bool (*eq)(Type *, Type *, void *), void *arg, const char **cause, bool *wrong_type);
bool has_all_methods(Type *v, Type *t, bool is_static, bool (*eq)(Type *, Type *, void *), void *arg, const char **cause);
const char *iface_ptr_error(Type *t);                   /* "type T is pointer to interface, not interface" */
Obj *lookup_fold(Type *t, bool addressable, Package *pkg, Sym *name);     /* like lookup_field_or_method, ignoring case; for hints */
int named_method_index(Type *named, Package *pkg, Sym *name, bool fold_case);  /* -1 when absent */
bool same_name(Sym *a, Package *apkg, Sym *b, Package *bpkg);   /* the same identifier: unexported names differ by package */
bool func_ptr_recv(Obj *method);                        /* declared with a pointer receiver (works before its signature is set up) */
Obj *named_method(Type *named, int i);                  /* i-th declared method, instantiated for instances */

/* ---- objects and scopes ----------------------------------------------------------------------------------------------------------- */

typedef enum { O_PKGNAME, O_CONST, O_TYPE, O_VAR, O_FUNC, O_LABEL, O_BUILTIN, O_NIL } ObjKind;
typedef struct FuncInfo FuncInfo;
struct Obj {
	uint8_t kind;                   /* ObjKind */
	uint8_t color;                  /* declaration cycle detection */
	bool used;
	bool ptr_recv;                  /* O_FUNC: method of a pointer */
	Pos pos;
	Pos scope_pos;                  /* visible from here in its scope */
	uint32_t order;                 /* source order among package-level objects */
	Sym *name;
	Type *type;
	Package *pkg;                   /* NULL for universe */
	Scope *parent;
	Node *decl;                     /* N_CONST N_VAR N_TYPE N_FUNC N_FIELD N_IMPORT N_ASSIGN... that declares it */
	FileNode *file;
	struct DeclInfo *info;          /* package-level: checker's private record */
	void *ir;                       /* lowering's private pointer */
	union {
		struct { Const *val; } con;
		struct { Package *imported; bool used; Node *imp; } pkgname;
		struct { bool is_alias; } tn;
		struct {
			bool is_field, embedded, is_param, is_result, is_recv, is_global;
			bool addr_taken;        /* &x, x[:] of an array, x.m() with pointer receiver, or captured by reference */
			bool assigned;          /* assigned after its declaration */
			bool captured;          /* used by a nested function literal */
			FuncInfo *fn;           /* function that declares it (locals) */
			int loop_depth;
		} var;
		struct { Node *decl; FuncInfo *info; Obj *origin; Type *recv_named; } fn;   /* origin: generic method this one instantiates, or itself */
		struct { int id; } builtin; /* B_* */
	} u;
};
struct FuncInfo {                       /* one per function body: declaration or literal */
	Node *node;                     /* N_FUNC or N_FUNCLIT */
	FuncInfo *outer;                /* enclosing function of a literal */
	Obj *obj;                       /* declared function, NULL for literals */
	Type *sig;
	ObjVec params, results;         /* in order, receiver first; unnamed ones too */
	bool has_defer, has_recover, has_closure, has_goto, has_select, has_label;
	Package *pkg;
	int nlit;                       /* function literals directly inside, numbered for names func1, func2... */
	void *ir;
};

enum {                                  /* predeclared and unsafe functions */
	B_APPEND, B_CAP, B_CLEAR, B_CLOSE, B_COMPLEX, B_COPY, B_DELETE, B_IMAG, B_LEN, B_MAKE, B_MAX, B_MIN, B_NEW, B_PANIC, B_PRINT, B_PRINTLN, B_REAL, B_RECOVER,
	B_UNSAFE_ADD, B_UNSAFE_ALIGNOF, B_UNSAFE_OFFSETOF, B_UNSAFE_SIZEOF, B_UNSAFE_SLICE, B_UNSAFE_SLICEDATA, B_UNSAFE_STRING, B_UNSAFE_STRINGDATA
};

struct Scope { Scope *parent; Map *names; Node *node; Pos end; bool is_func; VEC(Scope *) kids; VEC(Obj *) objs; };
Scope *scope_new(Scope *parent, Node *node);
Obj *scope_find(Scope *s, Sym *name);                   /* this scope only */
Obj *scope_find_up(Scope *s, Sym *name, Pos at, Scope **where);  /* outwards; local objects only from scope_pos on; at 0: everything */
Obj *scope_add(Scope *s, Obj *o);                       /* the object already there, or NULL when added */
const char *obj_kind_str(Obj *o);                       /* "package-level variable", "type parameter", ... */
extern const char *const builtin_name[];                /* by B_* */
Obj *obj_new(ObjKind k, Sym *name, Pos pos, Type *type, Package *pkg);
bool name_exported(Sym *name);

typedef struct VarInit { ObjVec lhs; Node *rhs; } VarInit;      /* lhs: package variables (blank ones too) set from one expression */
struct Package {
	const char *path;               /* import path; "main" package keeps the path its symbols use: "main" */
	const char *import_path;        /* what an import names */
	const char *name;
	const char *dir;
	VEC(FileNode *) files;
	VEC(Package *) imports;         /* direct, by order of first import */
	Scope *scope;
	bool checked, is_main, is_std, fake, complete_flag, no_body_ok;
	const char *go_version;         /* "go1.27" */
	ObjVec funcs;                   /* all functions and methods with their N_FUNC, in source order (init and _ included) */
	VEC(VarInit) init_order;
	VEC(FuncInfo *) lits;           /* function literals outside functions */
	Map type_decls;
	uint32_t id;
	void *ir;
	void *load;                     /* loader's private record */
};

/* ---- generics: subst.c, inst.c, infer.c, unify.c -------------------------------------------------------------------------------------- */

Type *type_subst(Type *t, const TypeVec *tparams, const TypeVec *targs);       /* unchanged types are shared */
Type *type_instantiate(Pos pos, Type *generic, const TypeVec *targs);          /* named or alias; canonical for identical arguments; bounds not verified */
Type *local_instance(Type *orig, const TypeVec *outer_args, const TypeVec *targs);     /* local type orig with the type parameters around it replaced; targs: its own, if generic */
Type *sig_instantiate(Pos pos, Type *fn, const TypeVec *targs);
bool inst_verify(Pos pos, const TypeVec *tparams, const TypeVec *targs, int *bad, const char **cause);        /* constraints satisfied? */
/* Type arguments for tparams from partly known targs, parameter types and argument operands; untyped arguments by their kind.
 * Returns NULL after reporting at pos in Go's words ("in call to f, cannot infer T" ...). */
struct Operand;
/* targs may be shorter than tparams and hold NULLs. On failure returns NULL; *err is Go's text and *err_pos its place, or *err NULL when it was
 * reported before. tparams must be fresh when the call is recursive: see tparams_rename. */
Type *inst_expand(Type *named);                         /* right-hand side of an instance by substitution, or NULL (not an instance, or its generic type is not set up) */
TypeVec *named_outer(Type *named);                      /* ambient type parameters of a local type (its origin's) */
uint32_t type_hash(Type *t);                            /* equal for identical types */
TypeVec *infer(Pos pos, const TypeVec *tparams, const TypeVec *targs, const ObjVec *params, struct Operand **args, int narg, bool reverse, Pos *err_pos, const char **err);
/* Fresh copies of tparams (bounds renamed); *t, when given, is rewritten to them. */
TypeVec tparams_rename(const TypeVec *tparams, Type **t);
bool type_mentions(Type *t, const TypeVec *tparams);    /* does t's proper (not a generic signature's own parameter list) mention one of them */
const char *tparams_str(const TypeVec *tparams);        /* "P", "P and Q", "P, Q, and R" */
/* mono.c: infinitely growing instantiation. Record every instantiation (explicit or inferred; xlist: written type arguments or NULL), then
 * check once per package; reports "instantiation cycle". */
enum { MAX_WEIGHT = 20000 };
int type_weight(Type *t);               /* types its full name mentions; no more than a few beyond MAX_WEIGHT */
void mono_record(Package *pkg, Pos pos, const TypeVec *tparams, const TypeVec *targs, const NodeVec *xlist);
void mono_alias(Type *fresh, Type *tparam);             /* fresh stands for tparam: receiver parameters of methods, renamed copies */
void mono_check(Package *pkg);
bool unify(Type *x, Type *y, const TypeVec *tparams, Type **inferred, bool exact);

/* ---- operands (shared inside this floor) ------------------------------------------------------------------------------------------------- */

typedef enum { MODE_INVALID, MODE_NOVALUE, MODE_BUILTIN, MODE_TYPE, MODE_CONST, MODE_VAR, MODE_MAPINDEX, MODE_VALUE, MODE_NILVALUE, MODE_COMMAOK, MODE_COMMAERR } Mode;
typedef struct Operand { Mode mode; Node *expr; Type *type; Const *val; int builtin; } Operand;
const char *mode_str(Mode m);
const char *operand_str(const Operand *x);              /* Go's operand text: "x (variable of type int)" (typestr.c) */

/* ---- the checker ------------------------------------------------------------------------------------------------------------------------------ */

void universe_init(void);
extern Package *pkg_unsafe;
extern Package *cur_pkg;                                /* being checked; for qualification in messages */
/* Checks a package whose imports (pkg->imports) are checked. resolve(path) finds the imported package for an import spec; NULL: already reported. */
void check_package(Package *pkg, Package *(*import)(Package *from, Node *spec, const char *path, void *arg), void *arg);
int go_version_cmp(const char *a, const char *b);       /* "go1.21" */
extern const char *cur_go_version;      /* of the file being checked, set by the checker; NULL: newest */
const char *file_go_version(const FileNode *f, const Package *pkg);     /* its //go:build line or the package's */
bool version_ok(const char *want);      /* cur_go_version >= want */
bool allows_version(const Node *at, Package *pkg, const char *version);        /* language feature gate for code at that node's file */

#endif
