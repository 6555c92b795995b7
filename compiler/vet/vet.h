/* vet.h: checkers that look for code which compiles and is still wrong: what `tuco vet` runs over a checked package.
 *
 * One checker per file, one row per checker in checkers.def, in the order in which findings are printed. A checker walks the typed
 * tree with vet_walk and reports at positions where `go vet` does: usually where an expression starts (node_start). */
#ifndef TUCO_VET_H
#define TUCO_VET_H
#include "compiler/types/types.h"

/* ---- what the command uses ---------------------------------------------------------------------------------------------- */

typedef struct Finding { Pos pos, end; const char *text; } Finding;
typedef struct Findings { VEC(Finding) v; } Findings;
typedef struct VetChecker { const char *name; void (*run)(void); const char *about; } VetChecker;
extern const VetChecker vet_checkers[];
extern const int vet_ncheckers;
/* Runs the checkers for which on[i] is set over a checked package without errors; what each finds goes to found[i]. */
void vet_package(Package *pkg, const bool *on, Findings *found);
/* Lets the printf checker learn which functions of an imported package print. Call it for imports before those who import them. */
void vet_learn(Package *pkg);
void vet_printf_funcs(const char *list);                /* -printf.funcs */
void vet_unused_funcs(const char *list);                /* -unusedresult.funcs */

/* ---- what the checkers use ------------------------------------------------------------------------------------------------ */

extern Package *vet_pkg;                                /* being looked at */
extern FileNode *vet_file;                              /* during a walk */
void vet_report(Pos pos, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void vet_at(const Node *n, const char *fmt, ...) __attribute__((format(printf, 2, 3)));        /* where n starts */

/* Every node of the package in source order, before its children; false: not below it. vet_up(0) is the parent, vet_up(1) its parent ...,
 * NULL above a declaration. */
void vet_walk(bool (*visit)(Node *n, void *arg), void *arg);
void vet_walk_node(Node *n, bool (*visit)(Node *n, void *arg), void *arg);     /* only n and below; the parents start anew */
Node *vet_up(int i);
Pos vet_start(const Node *n);                           /* leftmost position, as go/ast has it */
void vet_children(Node *n, void (*visit)(Node *n, void *arg), void *arg);      /* shared types and repeated constants once */

/* Called object of a call: function, method, variable, field, builtin; NULL for conversions and computed functions. Of generic functions the
 * declared one. */
Obj *vet_callee(const Node *call);
Obj *vet_used(const Node *x);                           /* what an identifier, selector or instantiation denotes */
bool vet_is_iface_method(const Node *fun);              /* the selector picks an interface method */
bool vet_func_is(const Obj *f, const char *pkg, const char *names);            /* package function with one of the names (separated by blanks) */
bool vet_method_is(const Obj *f, const char *pkg, const char *type, const char *names);
const char *vet_full_name(const Node *fun, Obj *f);     /* "fmt.Println", "(*log.Logger).Printf" */
bool vet_type_is(Type *t, const char *pkg, const char *names);                 /* defined type with one of the names */
Type *vet_recv_named(const Obj *method);                /* defined type of the receiver, or NULL */
bool vet_imports(const char *path);
bool vet_no_effects(Node *x);
Node *vet_declared_with(const Obj *o);                  /* value of the variable's declaration x := e or var x = e, or NULL */
Sym *vet_string(const Node *x);                         /* value of a string constant, or NULL */
bool vet_implements(Type *t, Type *iface);
bool vet_under_is(Type *t, Kind k);                     /* of the underlying type; type parameters are interfaces here */
int vet_version(void);                                  /* of vet_file: N of go1.N */
typedef struct VetTerm { Type *type; bool tilde; } VetTerm;
typedef struct VetTerms { VEC(VetTerm) v; } VetTerms;
VetTerms vet_terms(Type *t);                            /* a type parameter's terms (none: no specific types), or t itself */

const char *vet_text(const Node *x);                    /* the expression as gofmt writes it (text.c) */
bool vet_same_text(const Node *a, const Node *b);

#define CHECKER(id, name, about) void vet_##id(void);
#include "compiler/vet/checkers.def"
#undef CHECKER

#endif
