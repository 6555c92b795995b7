/* lower.h: shared by lower*.c, mono.c and close.c; nobody else includes it.
 *
 * L is the function being lowered. Expressions return a Ref that holds the value: a constant, a variable itself (read when the
 * instruction that uses it runs) or a temporary. Reading variables late is deliberate and agrees with gc: calls inside an
 * expression happen first, plain variables are read after them (lower_order.c). Where the language fixes an earlier moment
 * (several assignments at once, operands kept over statements) the caller copies with stable(). */
#ifndef TUCO_LOWER_H
#define TUCO_LOWER_H
#include "compiler/ir/ir.h"

typedef struct LFn LFn;

/* Statement that break and continue can name. */
typedef struct Target {
	struct Target *up;
	Node *stmt;
	int brk, cont;                  /* blocks; cont -1: no continue */
	struct RangeFn *rf;             /* the loop is a range over a function: its body is L itself or an outer function */
} Target;

/* Where control goes when a range-over-func body ends early: numbered in the function that owns the loop. */
typedef struct RangeExit { int op; Node *stmt; int code; } RangeExit;   /* op: T_BREAK T_CONTINUE T_GOTO T_RETURN */
typedef struct RangeFn {
	struct RangeFn *up;             /* range-over-func loop around this one, in the same chain of bodies */
	LFn *owner;                     /* function in which the loop statement stands */
	Node *stmt;
	int state;                      /* local of owner: TU_RF_* */
	int next;                       /* local of owner: exit code; 0: go on */
	VEC(RangeExit) exits;
} RangeFn;

typedef struct Done { Node *n; Ref r; } Done;

struct LFn {
	Fn *fn;
	LFn *outer;
	FuncInfo *info;
	const TypeVec *tp, *ta;
	Package *pkg;
	int cur;                        /* block being filled; -1 after an end */
	int depth;                      /* loop depth as escape analysis counts it */
	Map vars;                       /* Obj -> local index + 1 */
	Map labels;                     /* N_LABELED -> block + 1 */
	Target *targets;
	int fall;                       /* block of the next case, for fallthrough; -1 */
	RangeFn *rf;                    /* this function is the body of that loop */
	Ref frame;                      /* DEFER_FRAME taken for range bodies */
	int nfunc, nrange, nwrap;       /* numbering of nested functions' names */
	bool late;                      /* calls of the expression being lowered are done: lower_order.c */
	VEC(Done) done;                 /* their values */
	Map *pre;                       /* wrapper of a deferred call: expressions evaluated outside, Node -> capture's local + 1 */
};
extern LFn *L;

/* Place under construction: projections as a list, shared between extensions. */
typedef struct LvProj { struct LvProj *up; Proj p; } LvProj;
typedef struct Lv { Place p; LvProj *last; Type *type; } Lv;

/* lower.c: state, types, small instructions */
enum { VF_ASSIGNED = 1, VF_ADDR = 2, VF_CAPTURED = 4, VF_SEEN = 8, VF_DEPTH = 16 };     /* facts about a local variable, in Obj.ir */
#define VFACTS(o) ((uintptr_t)(o)->ir)
Type *ty(Type *t);                      /* substituted, defaulted, canonical */
Type *nty(Node *n);
Type *basic(Kind k);
Type *ptr_to(Type *elem);
Type *sig_of(Type *fn);                 /* K_FUNC without receiver and type parameters, under the current substitution, canonical */
Type *sig_make(Type **params, int np, Type **results, int nr);
LFn *lfn_begin(Fn *f, LFn *outer, FuncInfo *info);
void lfn_end(LFn *saved);               /* finishes L's function: unreachable blocks dropped, verified; L = saved */
int find_var(LFn *l, Obj *o);           /* index of its local in l, captured from outside when needed */
int capture(LFn *l, int outer_local);   /* capture that stands for a local of l->outer */
int capture_from(LFn *l, LFn *owner, int i);    /* local i of owner, an enclosing function of l, as seen in l */
Ref declare(Obj *o, Node *src, bool zero);     /* new local for o with VARDEF */
Ref declare_nodef(Obj *o);
void vardef(Ref local, Node *src, bool zero);
Ref temp(Type *t, Node *src);
Ref kint(int64_t v);
Ref knum(Type *t, int64_t v);
Ref kbool(bool b);
Ref knil(Type *t);
Ref kstr(const char *s, size_t n);
Ins *emit(Op op, Node *src);
Ref emit_v(Op op, Type *dst, Type *type, Ref a, Ref b, Node *src);
void set(Ref local, Ref v, Node *src);
Ref stable(Ref r, Node *src);           /* copied to a temporary when r is a variable */
Ref copy_of(Ref r, Node *src);          /* always a fresh temporary */
int blk(void);
void start(int b);
void jmp(int b, Node *src);
void br(Ref c, int t, int f, Node *src);
void loop_head(int b);
uint32_t site(SiteKind k, Type *t, Node *src);
void site_ins(uint32_t s);              /* the last instruction owns site s */
Lv lv_local(Ref r);
Lv lv_deref(Ref ptr, bool nonnil);
Lv lv_global(Global *g);
Lv lv_elem(Ref s, Ref index, bool nocheck);
Lv lv_field(Lv v, int i);
Lv lv_index(Lv v, Ref i, bool nocheck);
Ref lv_load(Lv v, Node *src);
void lv_store(Lv v, Ref r, int flags, Node *src);
Ref lv_addr(Lv v, Node *src);
void call_fn(Fn *f, const Ref *args, int n, Ref *dst, int ndst, Node *src);
void call_value(Ref f, const Ref *args, int n, Ref *dst, int ndst, Node *src);
void unsupported(Node *src, const char *what);
Fn *lit_fn(LFn *l, const char *kind, int *counter, Type *sig, Node *node);     /* new nested Fn of l: name l.kindN */
Unit *unit_of(Package *p);

/* lower_facts.c */
void facts(FuncInfo *info, Node *type, Node *body);
bool facts_label_loops(Node *labeled);

/* mono.c: functions and instances */
Fn *fn_of(Obj *o, const TypeVec *targs);        /* declared function or method (the generic one's object) */
Fn *method_fn(Type *recv, Obj *m, Package *pkg, Sym *name, const TypeVec *margs);      /* recv: named type or pointer to it; concrete */
Fn *extern_fn(const char *cname, Type *sig);
Fn *fn_new(const char *name, Package *pkg, Type *sig);
void fn_resolve_links(void);                    /* C names of functions bound by linkname, when all are known */
void fn_drain(void);                            /* lowers instances asked for so far */
void lower_body(Fn *f, FuncInfo *info);
Global *global_of(Obj *o);
Global *static_new(Package *pkg, const char *stem, Type *t, bool readonly);
const char *targs_str(const TypeVec *v);

/* lower_expr.c */
Ref expr(Node *n);
Ref expr_as(Node *n, Type *to);                 /* converted for assignment */
Lv place(Node *n);                              /* addressable, or a temporary holding the value */
void cond(Node *n, int t, int f);               /* jumps */
Ref conv(Ref r, Type *to, Node *src);           /* implicit conversion */
Ref conv_explicit(Ref r, Type *to, Node *src);
bool has_call(Node *n);                         /* contains calls or receives */
void exprs(Node **n, int k, Ref *out, Type **to);       /* in order; operands with calls first, as gc; to: target types or NULL */
bool is_blank(Node *n);
bool is_nil(Node *n);
Ref arith(int tok, Type *t, Ref a, Ref b, Node *src);
Ref compare(int tok, Ref a, Ref b, Node *src);
Ref eq_mixed(Ref a, Ref b, Node *src);
Ref zero_of(Type *t);
Node *fun_name(Node *n);                        /* N_NAME that names a function (through parentheses, instantiation, package), or NULL */
Fn *static_fn(Node *n);                         /* declared function the expression names, or NULL */
Lv field_path(Node *x, const int *path, int n, Node *src);

/* lower_order.c */
enum { ORDER_MAX = 64 };                        /* elements of a literal whose calls go to temporaries; longer ones are evaluated in place */
void order(Node *n);                            /* first walk: what n must evaluate before the rest */
void order_parts(Node *n);                      /* the same for what is below n only: n is evaluated next */
void order_list(Node **n, int k, Type **to);
void order_key(Node *key, Type *map);           /* after order(key) */
void order_keep(Node *n);
void order_left(Node *n);
bool order_known(Node *n);
Ref order_take(Node *n);                        /* the value, or REF_NONE; each is taken once */
typedef struct Writes { Map vars; bool memory, results, defers, found; } Writes;
void order_save(Node *n, Writes *w);            /* evaluated now when the assignments of w could change it */
void order_save_left(Node *lhs, Writes *w);     /* its operands */
void order_wrote(Node *lhs, Writes *w);
void order_wrote_obj(Obj *o, Writes *w);

/* lower_string.c */
Ref str_concat(Node *n);
Ref str_conv(Ref r, Type *to, Node *src);
bool str_conv_needed(Type *from, Type *to);
Ref expr_nocopy(Node *n);                       /* string(bytes) without copying, when n is that */

/* lower_assign.c */
void assign_stmt(Node *n);
void assign_to(Node *lhs, Ref v, Node *src);    /* one value to an lvalue, "_" or a map element, converted */
void assign_two(Node *a, Ref va, Node *b, Ref vb);      /* a, b = va, vb */
void define_or_assign(Node *lhs, bool define, Ref v, Node *src);
void var_decl(Node *n);

/* lower_call.c */
int call(Node *n, Ref *dst, int ndst);          /* dst[i]: filled with temporaries; ndst -1: results dropped. Returns the number of results */
Ref builtin(Node *n, bool used);
int multi(Node *n, Ref *dst);                   /* tuple-valued expression: call or comma-ok form */
int ntuple(Node *n);
int call_args(Node *n, Type *sig, Ref *out);    /* arguments converted to the parameter types, variadic packed */
Ref recover_right(Node *src);
bool is_make_of(Node *n, Node **len);            /* make([]T, len) */
void builtin_op(int id, Ref *v, int n, Ref dst, Node *src);

/* lower_lit.c, lower_static.c */
int64_t lit_len(Node *n);              /* elements of a slice or array literal, gaps included */
Ref composite(Node *n);
Ref composite_addr(Node *n, Type *ptr, Node *at);      /* at: the & that messages point to */
void composite_into(Lv at, Node *n, Type *t, bool zeroed);
bool composite_over(Node *lhs, Node *n);
bool composite_direct(Node *n);                 /* struct or array literal: may be built in place */
Datum *static_datum(Node *n, Type *to);         /* NULL when it needs code */
Global *static_global(Datum *d, Package *pkg);

/* lower_stmt.c and friends */
void stmt(Node *n);
void stmts(NodeVec *v);
void block(Node *n);
void push_target(Target *t, Node *stmt, int brk, int cont);
void pop_target(Target *t);
void return_values(Node *n, Node **v, int nv);
void leave(Node *src);                          /* RET; deferred calls are put before it later */
void fall_off(Node *body);                      /* the same at a function's closing brace */
void switch_stmt(Node *n);
void typeswitch_stmt(Node *n);
void select_stmt(Node *n);
void range_stmt(Node *n);
void range_func(Node *n);
void branch_out(int op, Node *stmt, Node *src); /* break, continue, goto or return across range-over-func bodies */
void branch_to(int op, Node *to, Node *src);      /* in L, or out of it */
bool branch_is_local(int op, Node *stmt, Target **t);

/* lower_embed.c */
void embed_files(Package *p);                   /* variables under //go:embed */

/* lower_defer.c */
void go_defer(Node *n);

/* lower_closure.c */
Ref funclit(Node *n);
Ref closure_of(Fn *f, SiteKind kind, Type *t, Node *src);       /* CLOSURE with the captures f has */

/* lower_map.c */
Ref mapindex(Node *n);
void mapindex2(Node *n, Ref v, Ref ok);
Ref map_key(Node *index, Type *map);

/* lower_iface.c */
Ref method_value(Node *n);
Ref method_expr(Node *n);
typedef struct Callee { enum { CALLEE_FN, CALLEE_IFACE, CALLEE_VALUE } how; Fn *fn; Ref recv; Type *iface; int index; Type *sig; } Callee;
bool method_callee(Node *sel, Callee *c);       /* evaluates the receiver */
int iface_method_index(Type *iface, Package *pkg, Sym *name);
Ref assert_to(Node *n, Ref *ok);
Fn *ptr_wrapper(Type *t, const MethodSetEnt *m, bool ifn);
bool is_iface(Type *t);
bool is_eface(Type *t);

#endif
