/* em.h: shared by the files of compiler/emit; nobody else includes it.
 *
 * The text of a unit is gathered in sections, because printing one body may ask for types, prototypes, descriptors and data that
 * must stand before it. Everything a unit needs is found by printing: a section's printer that is asked for a name the first time
 * queues the thing itself.
 *
 * Names in emitted C: Go functions and variables have their mangled names ("G_..."); T_ type descriptor, I_ itab, S_ struct or
 * array type, R result structure; F closure object, K constant data, M pointer mask, E equality, H hash function (numbered, static).
 * Inside functions: Go names as they are, "x$2" when taken, "x$h" pointer to a variable on the heap, "x$r" pointer to a captured
 * variable, "_7" temporaries. */
#ifndef TUCO_EM_H
#define TUCO_EM_H
#include "compiler/emit/emit.h"

/* How a value of a type appears in C. */
typedef enum { R_ZERO, R_INT, R_FLOAT, R_COMPLEX, R_PTR, R_STRING, R_SLICE, R_IFACE, R_STRUCT, R_ARRAY } Rep;
typedef struct CType {
	uint8_t rep;
	bool is_signed;                 /* R_INT */
	uint8_t bits;                   /* R_INT, R_FLOAT, R_COMPLEX */
	bool ptrs;                      /* holds pointers */
	bool eface;                     /* R_IFACE: without methods */
	const char *name;
	Type *under;                    /* canonical underlying type */
	int64_t size;
	const char **field;             /* R_STRUCT: C names by field, NULL for zero-size ones */
	struct CType *elem;             /* R_ARRAY */
	const char *store;              /* name of the store-with-barrier helper once printed */
	const char *eq;                 /* name of the equality function once printed */
} CType;

typedef struct Em {
	Unit *u;
	Buf types, protos, decls, data, bodies;
	bool is_main, intrin;
	int shard;                      /* of a unit that is printed in several parts; 0 has the data */
	Map ctypes;                     /* Type -> CType */
	StrMap results;                 /* joined C types -> result struct */
	int nstruct, nresult, ndata, nmask, neq, nhash, nclosure;
	Map fns;                        /* Fn -> (void *)1 once declared */
	Map own;                        /* Fn -> (void *)1 for those of u->fns */
	VEC(Fn *) extra;                /* weak functions found missing in u->fns */
	Map globals;
	Map descs;                      /* canonical Type -> symbol */
	TypeVec desc_queue;
	StrMap symbols;                 /* those names that are taken */
	StrMap itabs;
	Map closures;                   /* Fn -> static closure name */
	StrMap boxes, masks, live;
	Map eqs, hashes;                /* canonical type -> function name */
	bool zero_obj;
} Em;
extern Em em;

/* ctype.c */
CType *ctype(Type *t);
static inline const char *cname(Type *t) { return ctype(t)->name; }
const char *result_type(Fn *f);                 /* C return type of a function */
const char *result_struct(Type **v, int n);     /* of several results */
int live_results(Type **v, int n, Type **out);  /* results that are not zero-size */
const char *c_ident(const char *go);            /* usable as a C identifier: keywords and non-ASCII letters escaped */
const char *field_path_word(Type *t);           /* ".f.a[0]": the pointer inside a direct struct or array */

/* cstr.c */
void put_cstring(Buf *b, const char *s, size_t n);      /* quoted and escaped */
void put_tustring(Buf *b, const char *s, size_t n);     /* { (const uint8_t *)"...", n } */
const char *const_text_c(Type *t, const Const *v, bool bare);  /* value of a C expression; bare: context supplies the type */
const char *const_init(Type *t, const Const *v);        /* initializer of static data */
bool is_memprof_rate(const Global *g);                 /* runtime.MemProfileRate: the runtime wants to know of assignments */
const char *global_name(Global *g);                     /* declares it */
void global_define(Global *g);
const char *box_const(Type *t, const char *init);       /* name of read-only static data */
const char *zero_object(void);                          /* address with no content, for zero-size variables */

/* shard.c */
bool shard_whole(const Unit *u);
bool fn_in_shard(Fn *f);                        /* f, of em.u or weak, is printed here */
void shard_names_desc(Type *t);                 /* for shard 0 to define */
void shard_descs(void);

/* cprog.c */
bool emit_is_main(const Unit *u);               /* nothing outside refers to its names, but tu_program */

/* cdesc.c */
const char *desc_name(Type *t);                 /* symbol of the type's descriptor, declared */
const char *itab_name(Type *t, Type *iface);
const char *mask_name(Type *t);                 /* pointer mask of a type, or "0" */
enum { NEW_CONST_MAX = 128 };
const char *pieces(Ins *s, const char *ctype_text, int64_t size, const char **piece);
bool is_many(Ins *s);
const char *given_room(Ins *s);
const char *new_text(Type *t);                  /* call that allocates one zeroed t */
const char *new_const_text(int64_t size, uint64_t words);       /* the same by size and pointer words; NULL: no such function */
const char *mask_of_words(const Bits *words, int n);    /* mask of given words */
const char *eq_name(Type *t);                   /* equality function on two pointers */
void descs_drain(void);
void descs_own(void);                           /* descriptors this package must define */

/* ccall.c */
const char *fn_name(Fn *f);                     /* C name, declared */
const char *closure_name(Fn *f);                /* static closure object of a function without captures */
void put_params(Buf *b, Fn *f, bool names);
void put_fn_type(Buf *b, Type *sig, bool recv_word, const char *inner);         /* C type of indirect calls: "R (*inner)(...)" */

/* cfunc.c */
void emit_fn(Fn *f);
void fn_proto(Buf *b, Fn *f);                   /* prototype with linkage, without ';' */
bool fn_is_static(const Fn *f);

/* A C expression. s is text. Up to X_PATH it is cheap and may be printed twice; up to X_POST it needs no parentheses. */
enum { X_ATOM, X_CONST, X_PATH, X_POST, X_EXPR };
#define X_NLOC 6
/* nilp: the pointer whose being nil makes the expression fault, when it can be named. */
typedef struct X { const char *s, *nilp; uint8_t kind; bool reads, faults; uint8_t nloc; int32_t loc[X_NLOC]; } X;

typedef struct LocInfo {
	const char *name;               /* C lvalue of the value */
	const char *var;                /* C variable declared for it */
	CType *ct;
	int32_t ndef, nuse, ntouch;
	Ins *def;                       /* its only definition, when ndef is 1 */
	int32_t def_blk;                /* block of the latest definition seen */
	bool used_there;                /* some use in it happens for certain and can be seen */
	int32_t blk;                    /* block of all definitions and uses; -1 several, -2 none yet */
	bool fold;                      /* printed inside the expression that uses it */
	bool seen, top, declared;       /* top: needs a declaration before its first appearance */
	bool mem;                       /* value lives in memory that others can reach */
	bool barrier;                   /* stores to it may be stores to the heap */
	bool pend; X x; Pos pos; uint32_t inl;
} LocInfo;

typedef struct FnEm {
	Fn *f;
	LocInfo *loc;
	IntVec pending;
	Map names;                      /* Sym text in use */
	StrMap used;
	IntVec order, where;            /* blocks as printed; place of each block in it */
	bool *label;
	uint8_t *nonneg, *maynil;       /* by local */
	int cur;                        /* position in order */
	bool explicit_nil;
	bool race;                      /* watched, see race_watches */
	int ntmp, ndefer;
	Buf *out, top;                  /* top: declarations made on the way that must stand first */
	const char *rettype;
	Arena *mem;
	uint32_t line; const char *file;        /* what the next C line counts as; file NULL: unknown */
	uint32_t ins_line;              /* what it should count as while one instruction is printed, 0: any */
} FnEm;
extern FnEm fe;

/* maynil.c */
void find_maynil(void);
bool ref_maynil(Ref r);
X hidden_pointer(Ref r);                        /* operand; not known to be nil by gcc */
/* nonneg.c */
void find_nonneg(void);
bool ref_nonneg(Ref r);

/* cline.c */
void line_for(Pos p, uint32_t inl);             /* next statement belongs to that Go line */
void line_reset(void);
const char *chain_file(Pos p, uint32_t inl);

/* cstmt.c, cexpr.c */
void ln(const char *fmt, ...) __attribute__((format(printf, 1, 2)));   /* one C line of the body */
const char *xs(const char *fmt, ...) __attribute__((format(printf, 1, 2)));    /* text in the function's arena */
void emit_ins(Ins *i);
bool emit_expr_ins(Ins *i);                     /* ops that are C expressions; false: not one of them */
bool emit_call_ins(Ins *i);                     /* calls, go, defer, panics, channels */
bool emit_lib_ins(Ins *i);                      /* strings, slices, maps: calls into the runtime */
X operand(Ref r);                               /* text of an operand; consumes a pending temporary */
X operand_bare(Ref r);                          /* the same; constants without type suffix */
X simple(Ref r);                                /* operand that may be printed twice */
const char *S(Ref r);                           /* simple(r).s */
X parens(X x);                                  /* ready to stand inside a larger expression */
void pin(Ref r);                                /* must be called before naming an operand in several statements */
X x_atom(const char *s);
X x_mix(X base, const X *other);                /* base's text with other's facts added */
void set_dst(Ref dst, Ins *i, X x);             /* dst = x, now or folded later */
void assign(int loc, X x);                      /* statement dst = x */
void settle(uint8_t eff);                       /* prints pending temporaries that effects eff would disturb */
void flush_loc(int loc);
void flush_all(void);
void declare_loc(int loc);                      /* makes sure the variable is declared */
void store_to(const char *lv, CType *ct, Type *t, const char *val, bool barrier);
X place_lvalue(Ins *i, uint32_t place, bool *barrier);  /* prints checks */
Type *ref_type(Ref r);
static inline bool ref_is_const(Ref r) { return REF_KIND(r) == RK_CONST; }
const Const *ref_const(Ref r);                  /* NULL when not a constant or zero */
bool ref_i64(Ref r, int64_t *v);
const char *fresh(const char *stem);            /* new C name in the function */
const char *scratch_val(Ref r, CType *ct);      /* lvalue holding r whose address may be taken; inside an open C block */
const char *eq_expr(Type *t, const char *a, const char *b);    /* a, b: text that may be printed twice */
static inline LocInfo *li(Ref r) { return &fe.loc[REF_IDX(r)]; }
const char *index_text(Ref r);                  /* any integer as int64_t, simple */
const char *addr_of_value(const char *s, CType *ct);
const char *race_lv(const char *lv, bool write);        /* the lvalue, reporting the access in watched functions */
void race_range(const char *p, const char *n, bool write);     /* a statement that reports n bytes at p */

/* cmethod.c: which methods of type descriptors a program can reach */
void method_table(Buf *b, Type *t, const char *sym, MethodSet *ms);    /* declares the table sym$m of a library type, for the program unit to define */
void later_itab(const char *name, Type *iface, const char *idesc, const char *desc, uint32_t hash, const char *const *code, int n);  /* an itab a library unit names */
void put_live_methods(Buf *out);                /* for the program unit */

#endif
