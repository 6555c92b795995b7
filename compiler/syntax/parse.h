/* parse.h: what the lexer and the parts of the parser share. Private to compiler/syntax. */
#ifndef TUCO_PARSE_H
#define TUCO_PARSE_H
#include "compiler/syntax/syntax.h"

/* ---- lex.re --------------------------------------------------------------------------------------------------------- */

/* One token of look-ahead. Positions are byte offsets into the source; src->lines is filled when the lexer is set up. */
typedef struct Lexer {
	SrcFile *src;
	const char *base, *p, *end;     /* text, read position, its NUL terminator */
	int32_t ch;                     /* slow mode: the character at p, -1 at the end */
	int chw;                        /* slow mode: its width */
	bool nlsemi;                    /* a newline or the end of file becomes a semicolon */
	bool quiet;                     /* no diagnostics, no //line table */
	int nerr;                       /* errors reported by lexer and parser */
	/* current token */
	Tok tok;
	uint32_t off;
	Sym *lit;                       /* NAME: its name; SEMI: "semicolon", "newline" or "EOF" */
	uint32_t litn;                  /* literal: its length in the source */
	bool bad;                       /* literal with an error */
	/* called for //go:, //tuco: and //line comments and their block form; text comes without the comment marks */
	void (*directive)(void *arg, uint32_t off, const char *text, size_t n, bool block, bool alone);
	void *arg;
} Lexer;

void lex_init(Lexer *lx, SrcFile *src);
void lex_next(Lexer *lx);
void lex_error(Lexer *lx, uint32_t off, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* ---- parser ------------------------------------------------------------------------------------------------------------- */

typedef struct Parser {
	Lexer lx;
	SrcFile *src;
	FileNode *file;
	Pragma *pragma;                 /* directives waiting for their declaration */
	VEC(struct { Pos pos; uint32_t bits; bool embed; }) waiting;    /* their positions, for "misplaced" */
	bool top;                       /* before the package clause */
	bool imports_only;
	Node *const_last;               /* newest constant spec of the group with a type or values */
	int fnest;                      /* function nesting: statement keywords are synchronisation points only inside */
	int xnest;                      /* expression nesting; < 0 in statement headers, where { opens a block */
	int depth, ntype, nstmt;        /* recursion: of everything, in types, of statements; limited */
	NodeVec stack;                  /* lists being collected */
} Parser;

/* Recursion that ends in an error. Names of nested types and function literals grow with the square of their depth, looking up names
 * in nested blocks takes as long as they are deep. */
enum { MAX_DEPTH = 50000, MAX_TYPE_DEPTH = 2000, MAX_FUNC_DEPTH = 1000, MAX_STMT_DEPTH = 10000 };

/* parse.c */
static inline Tok tok(const Parser *p) { return p->lx.tok; }
static inline Pos cur_pos(const Parser *p) { return p->src->base + p->lx.off; }
static inline void next(Parser *p) { lex_next(&p->lx); }
bool got(Parser *p, Tok t);
void want(Parser *p, Tok t);
bool got_assign(Parser *p);
void error_at(Parser *p, Pos pos, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void syntax_error(Parser *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));       /* at the current token */
void syntax_error_at(Parser *p, Pos pos, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
const char *tok_words(Tok t);
void advance(Parser *p, const Tok *follow, int n);
#define ADVANCE(p, ...) advance((p), (const Tok[]){ __VA_ARGS__ }, ARRAY_LEN(((const Tok[]){ __VA_ARGS__ })))
bool too_deep(Parser *p);               /* reports once and eats the rest of the file */
bool type_too_deep(Parser *p);
bool func_too_deep(Parser *p);
bool stmt_too_deep(Parser *p);
/* A list of elem, separated by sep, up to close; elem returns true to end it. Returns the position of close. */
Pos parse_list(Parser *p, const char *context, Tok sep, Tok close, bool (*elem)(Parser *p, void *arg), void *arg);
static inline Node *new_node(NodeKind kind, Pos pos) { return node_new(kind, pos); }
/* Lists are collected on a stack and copied when they are complete: most of them are short and none has room to spare. */
static inline int list_begin(const Parser *p) { return p->stack.n; }
static inline void list_add(Parser *p, Node *n) { vec_push(&p->stack, n); }
NodeVec list_end(Parser *p, int begin);
Node *bad_expr(Parser *p);
Node *new_name(Pos pos, Sym *s);
Node *parse_name(Parser *p);
Node *parse_literal(Parser *p);         /* NULL when there is none */
typedef enum { FOR_PACKAGE, FOR_FUNC, FOR_TYPE, FOR_VAR, FOR_OTHER } PragmaUse;
Pragma *take_pragma(Parser *p, PragmaUse use);
void clear_pragma(Parser *p);

/* parse_decl.c */
void parse_decl_group(Parser *p, NodeVec *list, Node *(*spec)(Parser *p, Node *group, int index));
Node *parse_import(Parser *p, Node *group, int index);
Node *parse_const(Parser *p, Node *group, int index);
Node *parse_type_decl(Parser *p, Node *group, int index);
Node *parse_var(Parser *p, Node *group, int index);
Node *parse_func(Parser *p);
Node *parse_func_body(Parser *p);

/* parse_type.c */
Node *parse_type(Parser *p);
Node *parse_type_or_null(Parser *p);
Node *parse_array_type(Parser *p, Pos pos, Node *len);          /* "[" consumed, len too when not NULL */
Node *parse_slice_type(Parser *p, Pos pos);                     /* "[]" consumed */
Node *parse_func_type(Parser *p, const char *context);          /* context: why type parameters are not allowed, or NULL */
NodeVec parse_params(Parser *p, Node *name, Node *type, Tok close, bool need_names, bool dots_ok);
Node *parse_qualified_name(Parser *p, Node *name);
NodeVec parse_type_list(Parser *p, bool strict, bool *comma);

/* parse_expr.c */
Node *parse_expr(Parser *p);
Node *parse_binary(Parser *p, Node *x, int prec);
Node *parse_primary(Parser *p, Node *x);
NodeVec parse_expr_list(Parser *p, Node *first);

/* parse_stmt.c */
Node *parse_block(Parser *p, const char *context);

/* branches.c: labels and branch statements of a function body; sets branch targets */
void check_branches(Parser *p, Node *body);

/* walk.c */
void node_children(Node *n, void (*visit)(Node *n, void *arg), void *arg);
Node *node_clone(const Node *n);         /* deep copy of an expression or type */

/* pragma.c */
void check_embed(Parser *p, Node *var);          /* a variable below go:embed */
void pragma_line(void *arg, uint32_t off, const char *text, size_t n, bool block, bool alone);  /* the lexer's directive call */

#endif
