/* check.h: what the files of the checker share among themselves. Nobody outside compiler/types includes it.
 *
 * The checker is one state (ck) and a set of mutually recursive functions over it, as the language is. Expressions are checked top
 * down into an Operand; the tree receives types on the way out. Work that must see complete types (function bodies, map keys,
 * embedded fields, constraints of instances) is put off with ck_later and done when the enclosing statement or package is through.
 * Untyped expressions keep their untyped type on the node until a context decides: ck_update_type then walks down again. */
#ifndef TUCO_CHECK_H
#define TUCO_CHECK_H
#include "compiler/types/types.h"

/* Private record of a package-level declaration. Variables set by one call share one. */
typedef struct DeclInfo {
	FileNode *file;
	ObjVec *lhs;                    /* all variables of an n:1 declaration, or NULL */
	Node *vtype, *init;
	bool inherited;                 /* the constant's expression is that of an earlier line */
	int64_t iota;
	Node *tdecl, *fdecl;
	Map deps;                       /* Obj -> itself: package-level objects mentioned */
	ObjVec dep_list;
	bool emitted;
} DeclInfo;

/* What the code being checked stands in; saved and restored around declarations and bodies. */
typedef struct Env {
	DeclInfo *decl;
	Scope *scope;
	FileNode *file;
	int version;                    /* language version: N of go1.N */
	Const *iota;
	Pos errpos;                     /* of a constant with an inherited expression: errors go there */
	bool in_tparams, has_call;      /* has_call: the expression contains a call or receive */
	Type *sig;
	FuncInfo *fn;
	int loop;
} Env;

typedef struct Later {
	void (*fn)(struct Later *l);
	FileNode *file;
	Pos pos;
	int n;
	void *a, *b, *c, *d;
} Later;

typedef struct DotName { Obj *obj, *imp; } DotName;      /* what a dot import makes visible, and the import's O_PKGNAME */

typedef struct Checker {
	Package *pkg;
	Env env;
	VEC(Later) later;
	ObjVec path;                    /* objects being declared, outermost first */
	ObjVec objs;                    /* package-level objects and methods in source order */
	ObjVec imports;                 /* O_PKGNAME of all files */
	Map methods;                    /* type name Obj -> ObjVec* not yet associated */
	Map dots;                       /* file scope -> Map* of name -> DotName */
	Map valid;                      /* named types known to have a finite size */
	VEC(Type *) ifaces;             /* interfaces whose type sets must exist at the end */
	NodeVec chan_nodes, big_arrays; /* written channel types, array types that may be too large */
	Map inst_pos;                   /* instance -> where it was first written */
	Map inst_objs;                  /* instance -> Obj that stands for it in cycles */
	ObjVec captured;
	Package *(*import)(Package *, Node *, const char *, void *);
	void *import_arg;
	int nerr;
	int depth;
	Const *unknown;                 /* a CV_UNKNOWN value */
	Type *void_type;                /* empty tuple */
} Checker;
extern Checker ck;

enum { COLOR_WHITE, COLOR_GREY };       /* Obj.color: grey while on ck.path */

typedef enum { EX_CONVERSION, EX_EXPRESSION, EX_STATEMENT } ExprKind;
typedef struct Target { Type *sig; const char *desc; Node *of; } Target;        /* function type an uninstantiated generic function is assigned to */
/* Context of an assignment for messages: text, then the source form of a node when given. Put together only when needed. */
typedef struct Why { const char *text; Node *of; } Why;
#define WHY(t) ((Why){ (t), NULL })
typedef VEC(Operand *) OpVec;

/* Types of a type set one by one: for ordinary types the type itself; for a type parameter without specific types one pair of NULLs. */
typedef struct UnderPair { Type *t, *u; } UnderPair;
typedef struct Unders { UnderPair one; UnderPair *v; int n; } Unders;
void ck_unders(Type *t, Unders *out);
/* type_common_under with a condition on each member (u NULL: no specific type); cond returns what is wrong or NULL. */
Type *ck_common_under(Type *t, const char *(*cond)(Type *t, Type *u), const char **err);

/* Is t wrong (reported before)? An alias still being declared is not. */
static inline bool ck_invalid(const Type *t)
{
	int hops = 0;
	while (t && t->kind == K_ALIAS && t->u.alias.actual && hops++ < 10000)
		t = t->u.alias.actual;
	return !t || t->kind == K_INVALID;
}

/* check.c */
void ck_err(Pos p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
bool ck_version(Pos p, int minor, const char *fmt, ...) __attribute__((format(printf, 3, 4)));        /* reports and returns false when the file's language is older */
void ck_enter_file(FileNode *f);                        /* its language version becomes current */
static inline bool ck_allows(int minor) { return ck.env.version >= minor; }
Later *ck_later(void (*fn)(Later *l), Pos pos);         /* valid until the next call */
void ck_run_later(int top);
static inline int ck_later_top(void) { return ck.later.n; }
void ck_open_scope(Node *n);
void ck_close_scope(void);
Obj *ck_lookup(Sym *name, Scope **where);
Node *ck_name_node(Pos pos, const char *text);          /* stands in for an expression in messages */
static inline Pos op_pos(const Operand *x) { return x->expr ? node_start(x->expr) : 0; }
void ck_func_body(DeclInfo *d, Type *sig, Scope *scope, Node *body, Const *iota, FuncInfo *fi);
FuncInfo *ck_func_info(Node *node, Obj *obj, Type *sig, FuncInfo *outer);
void ck_unused_vars(Scope *s);

/* resolve.c */
void ck_collect(void);
void ck_package_objects(void);
void ck_unused_imports(void);
void ck_arity(Pos pos, NodeVec *names, NodeVec *values, bool is_const, bool inherited);
bool ck_unpack_recv(Node *rtype, Node **base, NodeVec *tparams, bool want_params);    /* true: pointer */

/* decl.c, cycle.c */
void ck_declare(Scope *s, Node *id, Obj *o);            /* reports redeclarations */
void obj_resolve(Obj *o);
void ck_push(Obj *o);
void ck_pop(void);
void ck_collect_tparams(TypeVec *out, NodeVec *list);
Type *ck_declare_tparam(Node *name, int index);
void ck_decl_stmt(NodeVec *list);
void ck_const_decl(Obj *o, Node *type, Node *init, bool inherited, int64_t iota);
void ck_collect_methods(Obj *tname);
void ck_add_dep(Obj *to);
void ck_cycle_error(Obj **cycle, int n, int start);
int ck_first_in_src(Obj **cycle, int n);
bool ck_valid_cycle(Obj *o);
bool ck_is_complete(Type *t);
void ck_direct_cycles(void);
void ck_valid_type(Type *named);
bool ck_var_size(Type *t);
void ck_anonymous_cycles(void);                         /* anoncycle.c; when all is well otherwise */
void ck_check_sizes(void);                              /* sizecheck.c */
void ck_check_bodies(void);                             /* functions without a body that need one */

/* typexpr.c, signature.c */
void ck_ident(Operand *x, Node *e, bool want_type);
Type *ck_type(Node *e);
Type *ck_var_type(Node *e);
void ck_valid_var_type(Node *e, Type *t);
Type *ck_declared_type(Node *e, Obj *def);
Type *ck_generic_type(Node *e, const char **cause);
bool ck_type_list(NodeVec *list, TypeVec *out);         /* false: some type is invalid */
Type *ck_union(Node *e);
Scope *ck_func_type(Type *sig, Node *ftype);             /* fills sig; the scope holds parameters and becomes the body's */
void ck_verify_later(Pos pos, const TypeVec *tparams, const TypeVec *targs, NodeVec *xlist);
void ck_record_type(Node *e, Type *t);

/* expr.c, untyped.c */
ExprKind ck_raw(Target *T, Operand *x, Node *e, Type *hint, bool allow_generic);
void ck_expr(Target *T, Operand *x, Node *e);
void ck_generic_expr(Operand *x, Node *e, Type *hint);
void ck_expr_or_type(Operand *x, Node *e, bool allow_generic);
bool ck_multi(Node *e, bool allow_commaok, OpVec *out); /* true: comma-ok form */
void ck_expr_list(NodeVec *list, OpVec *out);
void ck_exclude(Operand *x, unsigned modes);
void ck_single_value(Operand *x);
void ck_non_generic(Target *T, Operand *x);
void ck_record(Operand *x);
void ck_record_at(Node *e, Mode mode, Type *t, Const *val);
void ck_unary(Operand *x, Node *e);
void ck_binary(Operand *x, Node *e, Node *lhs, Node *rhs, Tok op);
void ck_match_types(Operand *x, Operand *y);
void ck_comparison(Operand *x, Operand *y, Tok op, bool switch_case);
Type *ck_chan_elem(Pos pos, Operand *x, bool recv);
void ck_type_assertion(Node *e, Operand *x, Type *T, bool type_switch);
bool ck_use(Node *e);
bool ck_use_lhs(Node *e);
bool ck_use_all(NodeVec *list);
bool ck_new_target(Target *out, Type *t, const char *desc, Node *of);
#define NOT_VALUE (1u << MODE_NOVALUE | 1u << MODE_BUILTIN | 1u << MODE_TYPE)

typedef enum { IMP_OK, IMP_BAD, IMP_TRUNCATED, IMP_OVERFLOWS } ImpCode;
Type *ck_implicit(Operand *x, Type *target, Const **val, ImpCode *code);       /* type an untyped operand takes for target; NULL with *code set */
void ck_convert_untyped(Operand *x, Type *target);
void ck_update_type(Node *e, Type *t, bool final);
void ck_update_val(Node *e, Const *val);
void ck_overflow(Operand *x, Pos pos);
void ck_representable(Operand *x, Type *basic);
bool ck_assignable(Operand *x, Type *T, const char **cause);
static inline bool op_is_nil(const Operand *x) { return x->mode == MODE_NILVALUE; }
static inline bool op_ok(const Operand *x) { return x->mode != MODE_INVALID; }

/* index.c literal.c convert.c assign.c */
bool ck_index_expr(Operand *x, Node *e);                /* true: instantiation of a generic function */
void ck_slice_expr(Operand *x, Node *e);
Type *ck_index(Node *e, int64_t max, int64_t *val);     /* t_invalid after an error; *val -1 unless constant */
bool ck_valid_index(Operand *x, const char *what, bool allow_negative);
void ck_basic_lit(Operand *x, Node *e);
void ck_func_lit(Operand *x, Node *e);
void ck_composite(Operand *x, Node *e, Type *hint);
void ck_conversion(Operand *x, Type *T);
void ck_assignment(Operand *x, Type *T, Why why);
void ck_init_const(Obj *lhs, Operand *x);
void ck_init_var(Obj *lhs, Operand *x, Why why);
void ck_init_vars(Obj **lhs, int nlhs, NodeVec *rhs, Node *ret);
void ck_assign_var(Node *lhs, Node *rhs, Operand *x, const char *context);
void ck_assign_vars(NodeVec *lhs, NodeVec *rhs);
void ck_short_var_decl(Pos pos, NodeVec *lhs, NodeVec *rhs);
Obj *ck_new_local(Node *name, Type *t);                 /* variable of the current function; blank for other nodes */
/* Constants already seen in a switch or map literal, by value; several types may share one. */
typedef struct SeenVal { Type *type; Pos pos; struct SeenVal *next; } SeenVal;
typedef struct SeenSet { Map ints, strs; StrMap others; } SeenSet;
SeenVal *ck_seen_find(SeenSet *s, const Const *c);
void ck_seen_add(SeenSet *s, const Const *c, Type *t, Pos pos);
const char *ck_types_summary(Type **v, int n, bool variadic, bool dots);

/* call.c selector.c builtin.c */
ExprKind ck_call(Operand *x, Node *e);
bool ck_func_inst(Target *T, Pos pos, Operand *x, Node *inst, bool infer_rest, TypeVec *partial);     /* true: partial holds the known type arguments only */
Type *ck_arguments(Node *call, Type *sig, TypeVec targs, NodeVec *xlist, OpVec *args, TypeVec *atargs);  /* atargs: per argument, or NULL; the signature called, instantiated */
void ck_selector(Operand *x, Node *e, bool want_type);
const char *ck_lookup_error(Type *t, bool addressable, Sym *sel, bool struct_lit);
bool ck_builtin(Operand *x, Node *call, int id);
ExprKind ck_builtin_kind(int id);

/* stmt.c range.c terminate.c initorder.c */
enum { CTX_BREAK = 1, CTX_CONTINUE = 2, CTX_FALLTHROUGH = 4, CTX_FINAL_CASE = 8, CTX_TYPE_SWITCH = 16 };
void ck_stmt(Node *s);
void ck_stmts(NodeVec *list);
void ck_range(Node *s);
bool ck_terminating(Node *s, Sym *label);
void ck_init_order(void);
void ck_mark_assigned(Node *lhs);
void ck_mark_addr(Node *e);

/* near.c */
void ck_hint_near(Pos pos, const Scope *s, const Sym *name);
void ck_hint_member(Pos pos, const Package *pkg, const Sym *name);

#endif
