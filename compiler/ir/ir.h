/* ir.h: the intermediate representation between the typed tree and C.
 *
 * A function is a list of blocks of instructions over typed locals. It is not SSA: locals are Go variables and temporaries, and may
 * be assigned many times; gcc builds SSA from the C we print. Evaluation order is explicit: lowering emits operands into temporaries
 * in Go's order, so later phases may only move what ops.def calls pure. Memory is named by places (base, projections), so that
 * "p.f[i].g = x" is one STORE and prints as one C lvalue.
 *
 * All types here are concrete and canonical (type_canon): compare pointers. Generic functions exist only as instances.
 *
 * Life of the data: lowering builds Fns for a whole program; opt rewrites them; escape fills Local.heap and Site.verdict; emit only reads. */
#ifndef TUCO_IR_H
#define TUCO_IR_H
#include "compiler/types/types.h"

typedef enum Op {
#define OP(id, text, eff, doc) OP_##id,
#include "compiler/ir/ops.def"
#undef OP
	OP_COUNT
} Op;
enum { EFF_R = 1, EFF_W = 2, EFF_A = 4, EFF_P = 8, EFF_C = 16 };
extern const char *const op_text[OP_COUNT];
extern const uint8_t op_effect[OP_COUNT];

typedef struct Fn Fn;
typedef struct Unit Unit;
typedef struct Prog Prog;
typedef struct Global Global;

/* Operand: kind in the top 4 bits, index below. */
typedef uint32_t Ref;
enum { REF_NONE = 0, RK_LOCAL = 1, RK_CONST = 2, RK_FN = 3 };
#define REF(kind, i)  (((Ref)(kind) << 28) | (Ref)(i))
#define REF_KIND(r)   ((r) >> 28)
#define REF_IDX(r)    ((int)((r) & 0x0fffffff))
#define REF_LOCAL(i)  REF(RK_LOCAL, i)

typedef struct ConstRef { Type *type; Const *val; } ConstRef;   /* RK_CONST: fn->consts; val NULL: the zero value of type (nil, "", T{}) */
/* RK_FN: fn->fnrefs, a declared function as func value (static closure object) */

enum LocalKind { L_VAR, L_TEMP, L_PARAM, L_RESULT, L_CAPTURE, L_MAPITER };
typedef struct Local {
	uint8_t kind;
	bool by_ref;                    /* L_CAPTURE: the closure holds the variable's address */
	bool addr_taken;                /* some ADDR/CLOSURE names it */
	bool assigned;                  /* stored to after its VARDEF/initial store */
	bool heap;                      /* escape: moved to heap; allocated at VARDEF (parameters: at entry) */
	bool unused;                    /* opt: no longer mentioned */
	bool implicit;                  /* made by lowering for a Go-level implicit variable (range copy ...) */
	Sym *name;                      /* Go name; NULL for temporaries; results without name "~r0" */
	Type *type;
	Pos pos;
	Obj *obj;                       /* L_VAR L_PARAM L_RESULT: the checker's object (NULL for copies made by the inliner: see orig) */
	int loop_depth;                 /* of its declaration */
	int gift;                       /* heap: in room k - 1 of fn->rooms when the caller gave it; -1: returned only, without room */
	int capture_of;                 /* L_CAPTURE: index of the local in fn->outer it stands for */
	Fn *inl_fn; int inl_local;      /* made by inlining this local of that function */
} Local;

typedef enum { PB_LOCAL, PB_DEREF, PB_GLOBAL, PB_ELEM } PlaceBase;
typedef struct Proj { bool is_index, nocheck; int field; Ref index; Type *type; } Proj;         /* field of struct, or index of array; type after it */
typedef struct Place {
	uint8_t base;
	bool nonnil;                    /* PB_DEREF: pointer is known not to be nil */
	bool nocheck;                   /* PB_ELEM: index known in range */
	Ref ref;                        /* PB_LOCAL: the local; PB_DEREF: pointer; PB_ELEM: slice (or string, loads only) */
	Ref index;                      /* PB_ELEM */
	Global *global;                 /* PB_GLOBAL */
	Type *base_type;                /* type of the variable, pointee or element */
	Type *type;                     /* type after the projections */
	uint32_t proj, nproj;           /* into fn->projs */
} Place;

typedef enum { SITE_NEW, SITE_COMPOSITE, SITE_ADDR_COMPOSITE, SITE_VARIADIC, SITE_MAKE, SITE_CLOSURE, SITE_METHOD_VALUE, SITE_BOX, SITE_STR, SITE_APPEND, SITE_GO, SITE_DEFER, SITE_MAP_LIT } SiteKind;
typedef enum { V_HEAP, V_STACK, V_STATIC, V_NONE } Verdict;
typedef struct Site {
	uint8_t kind;
	uint8_t verdict;                /* escape; V_HEAP until proven otherwise */
	Type *type;                     /* what is allocated */
	Pos pos;
	Node *src;                      /* expression, for messages */
	int loop_depth;
	uint32_t ins;                   /* the instruction */
	const char *why;                /* short reason, escape */
	int nbuf;                       /* V_STACK of a size known at run time only: bytes of frame buffer, the heap serves what is larger */
	int gift;                       /* V_HEAP, but in room k - 1 of fn->rooms when the caller gave it; -1: returned only, without room */
	bool many;                      /* V_STACK in a loop, and earlier ones live on: pieces of nbuf bytes of frame, then the heap */
} Site;

typedef struct SelCase { uint8_t dir; Ref chan, value; Ref dst, ok; Type *type; } SelCase;      /* dir DIR_SEND/DIR_RECV; dst, ok locals or NONE; type: channel type */
typedef struct SelTab { VEC(SelCase) cases; bool has_default; } SelTab;
typedef struct SwitchTab { VEC(struct SwitchRow { Const *val; int blk; }) rows; int def; } SwitchTab;

enum { F_INIT = 1, F_ZERO = 2, F_NOCHECK = 4, F_NOCOPY = 8, F_LOOP = 16, F_LN = 32, F_MAKE = 64, F_NOWB = 128 };
#define NO_SITE UINT32_MAX
typedef struct Ins {
	uint8_t op, flags;
	uint16_t nlist, ndst;
	uint32_t list, dsts;            /* starts in fn->refs */
	Ref dst, a, b, c;
	uint32_t place;                 /* index into fn->places */
	uint32_t site;                  /* index into fn->sites or NO_SITE */
	Type *type;
	union { Fn *fn; int64_t imm; Type *type2; Type *shift_type; int blk[2]; SelTab *sel; SwitchTab *sw; } u;
	Pos pos;
	uint32_t inl;                   /* inline-tree node of fn->inl (0: not inlined) */
	Node *src;                      /* expression or statement it comes from; may be NULL */
} Ins;

/* Room for a fresh object that a function returns (escape/gift.c). What a call offers: in its own frame, the room its own caller gave, or none. */
typedef struct Gift { uint32_t ins; int k, nbyte; uint8_t verdict; bool many; int pass; } Gift;  /* call; room k of the callee; V_HEAP: none unless pass (1 + own room) */
typedef struct Blk { IntVec ins; int loop_depth; bool loop_head; } Blk;         /* indexes into fn->ins; the last one ends the block */
typedef struct InlNode { uint32_t parent; Fn *fn; Pos call; } InlNode;  /* code of fn inlined at call (a position inside parent's function) */

struct Fn {
	const char *name;               /* symbol as Go's: "main.(*T).f", "main.f.func1", "main.F[int]" */
	const char *cname;              /* mangled; or the C name of an extern */
	Package *pkg;
	Obj *obj;                       /* declared function or method; NULL for literals and wrappers */
	Node *node;                     /* N_FUNC or N_FUNCLIT */
	Pos pos;
	Type *sig;                      /* K_FUNC without receiver; concrete */
	Type *recv;                     /* receiver type or NULL */
	Fn *outer;                      /* enclosing function of a literal */
	VEC(Fn *) lits;                 /* literals directly inside */
	Unit *unit;                     /* where it is defined; weak Fns are printed in each unit that needs them */
	bool weak;                      /* instance, wrapper or literal of one */
	bool is_closure;                /* takes a context: has captures, or only called through func values */
	bool is_extern, is_intrinsic;   /* body in C */
	bool wrapper;                   /* compiler-made: method wrapper, method value, deferred call */
	bool defer_wrap;                /* forwards the right to recover: tu_defer_forward before its call */
	bool ifn;                       /* first parameter is an interface data word */
	bool has_defer, has_recover, defer_in_loop;
	bool noinline, nosplit, noescape;
	bool reachable;                 /* static data refers to it: not dead though no code does */
	bool range_body;                /* body of a range-over-func loop */
	VEC(Local) locals;
	IntVec params;                  /* locals, receiver first */
	IntVec results;
	IntVec captures;                /* locals of kind L_CAPTURE, in closure-object order */
	VEC(ConstRef) consts;
	VEC(Fn *) fnrefs;
	VEC(Ref) refs;
	VEC(Place) places;
	VEC(Proj) projs;
	VEC(Ins) ins;
	VEC(Blk) blks;                  /* 0 is the entry */
	VEC(Site) sites;
	IntVec rooms;                   /* bytes of each room that callers may give */
	VEC(Gift) gifts;                /* of the calls in it */
	VEC(InlNode) inl;               /* [0] unused */
	TypeVec tparams, targs;         /* instance: what was substituted */
	int inl_cost;                   /* opt: > 0 can inline with this cost */
	const char *inl_no;             /* reason why not */
	void *esc;                      /* escape's summary */
	void *priv;                     /* lowering's state while it is built */
	uint32_t id;
};

/* Static data: package variables with constant initial values, literals' backing stores. */
typedef enum { D_ZERO, D_CONST, D_AGG, D_ADDR, D_FN, D_SLICE, D_IFACE } DatumKind;
typedef struct Datum Datum;
struct Datum {
	uint8_t kind;
	Type *type;
	Const *val;                     /* D_CONST */
	VEC(struct DatumPart { int64_t index; Datum *d; }) parts;      /* D_AGG: struct field or array index, ascending; others zero */
	Global *global; int64_t offset; /* D_ADDR: &global + offset; D_SLICE: backing array */
	int64_t len, cap;               /* D_SLICE */
	Fn *fn;                         /* D_FN: function as func value */
	Datum *elem;                    /* D_IFACE: value; its type is elem->type */
};
struct Global {
	const char *name, *cname;       /* "main.x"; compiler-made: "main..stmp_1" */
	Type *type;
	Obj *obj;
	Package *pkg;
	Unit *unit;
	Datum *init;                    /* NULL: zero */
	bool readonly, weak, is_extern;
	Pos pos;
};

typedef struct ItabNeed { Type *type, *iface; } ItabNeed;
struct Unit {                           /* one C file */
	Package *pkg;
	VEC(Fn *) fns;                  /* defined here; unit_close() appends the weak ones it needs */
	VEC(Global *) globals;
	Fn *init;                       /* "pkg.init": package variables in order, then init functions; NULL when empty */
	/* filled by unit_close from the final IR: */
	TypeVec types;                  /* descriptors printed here: everything reachable from the unit's code and from those descriptors */
	VEC(ItabNeed) itabs;
	bool closed;
};
struct Prog {
	VEC(Unit *) units;              /* dependency order */
	StrMap fns;                     /* name -> Fn */
	StrMap globals;
	Package *main;
	Fn *main_fn;
	bool memprof;                   /* the heap profile is referred to: set by emit */
	VEC(Fn *) all;                  /* every Fn, in order of creation */
	VEC(struct Elided { Pos pos; Package *pkg; }) elided;   /* index expressions whose bounds check cannot fail, for -m */
};
extern Prog *prog;

/* -race: accesses of memory that goroutines can share are reported to the runtime, but for packages below or beside the locks. */
extern bool race_build;
bool race_watches(const Package *p);

/* ir.c: building */
Ref ir_local(Fn *f, enum LocalKind kind, Sym *name, Type *type, Pos pos);
Ref ir_temp(Fn *f, Type *type, Pos pos);
Ref ir_const(Fn *f, Type *type, const Const *val);
Ref ir_fnref(Fn *f, Fn *target);
Type *ir_type(const Fn *f, Ref r);
Local *ir_loc(Fn *f, Ref r);                            /* NULL when r is no local */
uint32_t ir_refs(Fn *f, const Ref *r, int n);           /* stores a list, returns its start */
uint32_t ir_place(Fn *f, Place p);
int ir_blk(Fn *f, int loop_depth);
Ins *ir_ins(Fn *f, int blk, Op op, Pos pos);            /* appended; pointer good until the next ir_ins of f */
void ir_each_ref(Fn *f, Ins *i, void (*fn)(Ref *r, bool is_dst, void *arg), void *arg);       /* all operands, lists, place parts, select rows */
/* callgraph.c: calls fn for each strongly connected component of the call graph, callees first; literals come right after the function
 * they stand in. recursive: some function reaches itself. Every Fn must be in prog->all. */
/* Further callees of an instruction, or NULL when there are none to add. */
extern Fn **(*fn_more_callees)(const Fn *f, const Ins *i, int *n);
void fn_bottom_up(void (*fn)(Fn **v, int n, bool recursive));
/* reach.c: rapid type analysis from main. reflects: methods may be called by reflection. Afterwards reach_type tells whether values of t can
 * stand behind an interface, reach_method whether a dynamic search may ask for the method, reach_iface_method whether method k of
 * iface is called. */
void reach_program(bool reflects);
bool reach_method(const MethodSetEnt *m);
bool reach_type(Type *t);
bool reach_iface_method(Type *iface, int k);
/* ir_dump.c, ir_check.c, close.c */
void ir_dump(Buf *b, const Fn *f);
void ir_check(Fn *f, const char *after);                /* verifier: bug() on violations */
void unit_close(Unit *u);                               /* appends weak Fns, fills types and itabs; builds missing method wrappers */
/* Code for method m of concrete type t in itabs and descriptors: first parameter is the data word. Built on demand. */
Fn *ir_method_code(Type *t, const MethodSetEnt *m);

/* lower*.c: typed tree -> IR */
void lower_program(Package **pkgs, int n);              /* dependency order; fills prog */
Fn *lower_method_fn(Obj *method, const TypeVec *targs); /* the method itself */
char *mangle(const char *go_symbol);                    /* C name (compiler/ir/mangle.c) */

#endif
