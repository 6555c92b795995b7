/* syntax.h: tokens, the syntax tree, the parser's entry points.
 *
 * One Node shape for everything: a kind, a position, what the checker found out, and a union by kind. Lists are NodeVec.
 * Positions follow Go's compiler (cmd/compile/internal/syntax), since diagnostics must show the same columns:
 * a binary expression, assignment, send, index, slice, call, selector and type assertion is AT its operator ("+", "=", "<-", "[", "(", the
 * dot);
 * a labeled statement is at its colon, an expression statement where its expression is, a function type at its "(", a function declaration after
 * "func", a const/var/type/import spec at its first token, a range clause at "range"; everything else is at its first token.
 * node_start() gives the leftmost position. */
#ifndef TUCO_SYNTAX_H
#define TUCO_SYNTAX_H
#include "compiler/base/base.h"

typedef enum Tok {
#define TOK(id, text, prec) T_##id,
#define KEY(id, text) T_##id,
#include "compiler/syntax/tokens.def"
#undef TOK
#undef KEY
	T_COUNT
} Tok;
extern const char *const tok_text[T_COUNT];
extern const uint8_t tok_prec[T_COUNT];

typedef struct Node Node;
typedef VEC(Node *) NodeVec;
struct Type;            /* compiler/types */
struct Obj;
struct Const;
struct Scope;

typedef enum NodeKind {
	N_BAD,
	/* expressions */
	N_NAME,         /* name */
	N_LIT,          /* lit: INT FLOAT IMAG CHAR STRING; text as in the source */
	N_COMPOSITE,    /* comp: T{...}; pos: the brace (node_start: the type's start) */
	N_KEYVALUE,     /* kv: inside composite literals; pos: the colon */
	N_FUNCLIT,      /* func */
	N_PAREN,        /* x */
	N_SELECTOR,     /* sel: x.name; pos: the dot */
	N_INDEX,        /* index: x[i] or x[T1, T2] */
	N_SLICE,        /* slice: x[lo:hi:max] */
	N_ASSERT,       /* assert: x.(T) */
	N_TYPESWITCH_GUARD,     /* tsguard: [name :=] x.(type) */
	N_CALL,         /* call */
	N_UNARY,        /* unary: op in ADD SUB NOT XOR AND ARROW TILDE */
	N_STAR,         /* x: *x, dereference or pointer type */
	N_BINARY,       /* binary */
	/* types */
	N_ARRAY_TYPE,   /* arrtype: len NULL for [...] (dots) */
	N_SLICE_TYPE,   /* x: element */
	N_DOTS_TYPE,    /* x: ...T of a parameter */
	N_STRUCT_TYPE,  /* structtype */
	N_FUNC_TYPE,    /* functype */
	N_INTERFACE_TYPE,       /* iface */
	N_MAP_TYPE,     /* maptype */
	N_CHAN_TYPE,    /* chantype */
	N_FIELD,        /* field: struct field, parameter, interface element, type parameter */
	/* statements */
	N_EMPTY, N_LABELED, N_BLOCK, N_EXPR_STMT, N_SEND, N_DECL_STMT, N_ASSIGN, N_BRANCH, N_CALL_STMT, N_RETURN, N_IF, N_FOR, N_RANGE_CLAUSE, N_SWITCH, N_SELECT, N_CASE,
	/* declarations */
	N_IMPORT, N_CONST, N_TYPE, N_VAR, N_FUNC,
	N_KIND_COUNT
} NodeKind;
extern const char *const node_kind_name[N_KIND_COUNT];

enum {                          /* Node.flags; free for the families below */
	NF_DOTS = 1,            /* call: f(x...); field: variadic */
	NF_DEFINE = 2,          /* assign / range: := */
	NF_ALIAS = 4,           /* type T = U */
	NF_EMBEDDED = 8,        /* field without a name */
	NF_TILDE_UNION = 16,
	NF_ELIDED = 32,         /* composite literal without a written type */
	NF_IMPLICIT_BLOCK = 64,
	NF_NO_KEYS = 128,
	NF_GROUPED = 256,       /* declaration inside ( ) */
	NF_IMPLICIT = 32,       /* const: type and values are copies of those of an earlier spec of the group */
	NF_TYPED = 512,         /* visited by the checker */
	NF_COMMAOK = 1024,      /* checker: the expression is used in its two-value form */
	NF_DEFAULT = 2048,      /* case: default */
	NF_IS_TYPE = 4096,      /* checker: expression denotes a type */
	NF_VOID = 8192,         /* checker: call without result */
	NF_BUILTIN = 16384,     /* checker: call of a predeclared function (obj of fun says which) */
	NF_CONVERSION = 32768,  /* checker: call is a conversion */
};

enum { DIR_BOTH = 3, DIR_RECV = 1, DIR_SEND = 2 };

typedef struct Pragma {         /* //go: and //tuco: lines above a declaration */
	uint32_t bits;          /* PRAGMA_* */
	const char *extern_name;        /* //tuco:extern NAME */
	const char *intrinsic;          /* //tuco:intrinsic NAME */
	const char *linkname;           /* //go:linkname local TARGET (collected per file, attached by name) */
	VEC(struct PragmaLine { Pos pos; const char *text; }) lines;    /* all of them as written, for later users (//tuco:want ...) */
} Pragma;
enum { PRAGMA_NOINLINE = 1, PRAGMA_NOSPLIT = 2, PRAGMA_NOESCAPE = 4, PRAGMA_NOTINHEAP = 8, PRAGMA_EMBED = 16, PRAGMA_NOALLOC = 32, PRAGMA_STACK = 64, PRAGMA_LINKNAME = 128, PRAGMA_UINTPTRESCAPES = 256, PRAGMA_UINTPTRKEEPALIVE = 512, PRAGMA_NOCHECKPTR = 1024, PRAGMA_NORACE = 2048, PRAGMA_INLINE = 4096 };

struct Node {
	uint8_t kind;           /* NodeKind */
	uint8_t op;             /* Tok, where the kind has one */
	uint16_t flags;
	Pos pos;
	/* filled by the checker (expressions) */
	struct Type *type;      /* type of the expression; of untyped constants after defaulting/conversion: the final type. Tuple for several results */
	struct Const *val;      /* constant value or NULL */
	union {
		struct { Sym *sym; struct Obj *obj; struct TypeVec *targs; } name;   /* obj: what it denotes (use) or declares (definition); targs: instantiation of a generic function */
		struct { uint8_t tok; bool bad; uint32_t n; const char *text; } lit;      /* text: n bytes of the source, no NUL after them */
		struct { Node *type; NodeVec elems; Pos rbrace; int nkey; } comp;
		struct { Node *key, *value; } kv;
		struct { Node *type; Node *body; struct FuncInfo *info; } func;          /* N_FUNCLIT: type N_FUNC_TYPE, body N_BLOCK; info: checker/lowering */
		struct { Node *x; } x;                                                   /* N_PAREN N_STAR N_SLICE_TYPE N_DOTS_TYPE N_EXPR_STMT */
		struct { Node *x; Node *name; struct Selection *sel; } sel;              /* name: N_NAME; sel: NULL for qualified identifiers (then name.obj) */
		struct { Node *x; NodeVec index; } index;                                /* one entry, or several for instantiation */
		struct { Node *x, *lo, *hi, *max; bool full; } slice;
		struct { Node *x, *type; } assert;
		struct { Node *name, *x; } tsguard;                                      /* name: N_NAME or NULL */
		struct { Node *fun; NodeVec args; Pos rparen; } call;
		struct { Node *x; } unary;
		struct { Node *x, *y; } binary;
		struct { Node *len, *elem; } arrtype;
		struct { NodeVec fields; } structtype;                                   /* N_FIELD; tag in field.tag */
		struct { NodeVec tparams, params, results; Node *recv; } functype;       /* each N_FIELD; one field per name; recv for methods */
		struct { NodeVec elems; } iface;                                         /* N_FIELD: method (name + N_FUNC_TYPE) or embedded/union type (name NULL) */
		struct { Node *key, *value; } maptype;
		struct { Node *elem; uint8_t dir; } chantype;
		struct { Node *name, *type, *tag; } field;                               /* name N_NAME or NULL; the same type Node is shared by a, b T; tag N_LIT */
		struct { Node *label; Node *stmt; struct Obj *obj; } labeled;            /* label: N_NAME */
		struct { NodeVec stmts; Pos rbrace; struct Scope *scope; } block;
		struct { Node *chan, *value; } send;
		struct { NodeVec decls; } declstmt;
		struct { NodeVec lhs, rhs; } assign;    /* op 0: plain or := (NF_DEFINE); else T_ADD...: x op= y; x++ is op ADD with rhs empty. pos: the operator */
		struct { Node *label; Node *target; } branch;   /* op: BREAK CONTINUE GOTO FALLTHROUGH; target: the labeled/enclosing statement, set by the checker */
		struct { Node *call; } callstmt;        /* op: GO DEFER */
		struct { NodeVec results; } ret;
		struct { Node *init, *cond, *then, *els; struct Scope *scope; } iff;
		struct { Node *init, *cond, *post, *body; struct Scope *scope; } forr;   /* range loop: init is N_RANGE_CLAUSE */
		struct { Node *key, *value, *x, *extra; } range;         /* key/value: names when NF_DEFINE, else lhs expressions, or NULL; extra: a third one, which is an error */
		struct { Node *init, *tag; NodeVec cases; Pos rbrace; struct Scope *scope; } sw;         /* tag: expression, N_TYPESWITCH_GUARD, or NULL. N_SELECT: cases only */
		struct { NodeVec exprs; Node *comm; NodeVec body; Pos colon; struct Scope *scope; struct Obj *var; } cas;        /* select: comm statement; type switch: var is the clause's variable */
		struct { Node *name; Node *path; struct Obj *obj; } import;              /* name: NULL, or N_NAME incl. "." and "_" */
		struct { NodeVec names; Node *type; NodeVec values; int iota; Node *group; } val;        /* N_CONST N_VAR; group: first of the group, for implicit repetition (type/values already copied by the parser: implicit true then) */
		struct { Node *name, *type; NodeVec tparams; } tdecl;
		struct { Node *name, *type, *body; struct Obj *obj; struct FuncInfo *info; } fdecl;      /* N_FUNC: type N_FUNC_TYPE with recv; body NULL when external */
	} u;
	Pragma *pragma;         /* declarations: other nodes end with the union's member of their kind (node_new) */
};
Node *node_new(NodeKind kind, Pos pos);

typedef struct FileNode {
	SrcFile *src;
	Node *pkg_name;         /* N_NAME */
	NodeVec decls;
	NodeVec imports;        /* the N_IMPORT among decls */
	const char *go_version; /* from //go:build go1.N, or NULL */
	VEC(struct EmbedDir { Pos pos; const char *text; }) embeds;
	VEC(struct Linkname { Pos pos; Sym *local; const char *target; }) linknames;    /* target NULL: one-argument form */
	struct Scope *scope;    /* checker */
	void *pkg;
} FileNode;

/* Parses one file; reports to diag. Returns a tree even after errors; NULL when nothing can be made of it. */
FileNode *parse_file(SrcFile *src);
/* Once all files of a package are parsed: go:linkname lines to the declarations they name. Without it Pragma.linkname is not set. */
void pragma_attach(FileNode **files, int n, bool strict);         /* strict: names without a declaration are errors (go1.18) */
/* Only package clause and imports (fast), for the loader. */
FileNode *parse_imports(SrcFile *src);
/* Build constraint of a file's head: true when the file is to be built with these tags (names; "go1.N" handled by the caller's function). */
/* Errors of the file that begin with "syntax error" stop the build before type checking, as in Go: see diag_nsyntax. */
bool build_constraint_ok(const char *text, bool (*has_tag)(const char *tag, void *arg), void *arg, Pos base, bool report);

Pos node_start(const Node *n);
Pos node_end(const Node *n);
Node *node_unparen(Node *n);
void node_walk(Node *n, bool (*visit)(Node *n, void *arg), void *arg);         /* pre-order over children in source order; false: do not go below */
void node_print(Buf *b, const Node *n);                 /* source form of an expression as Go's compiler prints it in messages: one line, "func(x int) {…}" shortened */
extern bool print_short_lits;                           /* literals as "func literal" instead, as in descriptions of bodies and flows */
const char *node_str(const Node *n);
void ast_dump(Buf *b, const FileNode *f);

/* Text forms of a rune as Go's %#U and %q print them; UTF-8. */
const char *rune_text_u(int32_t ch);
const char *rune_text_q(int32_t ch);
int utf8_decode(const char *p, const char *end, int32_t *ch);   /* width; ch 0xFFFD with width 1 for a bad sequence */
int utf8_encode(int32_t ch, char out[4]);

/* lit.c: decode literals. False after reporting. */
bool lit_string(const Node *lit, Buf *out);             /* bytes; may contain NUL */
bool lit_rune(const Node *lit, int32_t *out);

#endif
