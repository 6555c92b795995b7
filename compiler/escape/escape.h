/* escape.h: decides where each value lives.
 *
 * The model is Go's (cmd/compile, "escape"; in the literature Choi et al. 1999 call the graph a connection graph). Each variable and
 * each allocation site is a location. An assignment is an edge from the source location to the destination, weighted with how many
 * times the source is dereferenced on the way: p = q is 0, p = *q is 1, p = &q is -1. Struct and array parts count as their whole.
 * A store through a pointer goes to the heap, a pseudo location that outlives everything.
 *
 * For each location `root` a Bellman-Ford walk finds the least number of dereferences with which every other location flows to it. When
 * that is -1 the address flows to root; if root outlives the location (the heap, a result, a variable of an outer loop or of an
 * enclosing function) the location must be on the heap. Parameters that flow to the heap or to results leave tags on their function,
 * so functions are taken bottom-up over strongly connected components of the call graph, and each call only looks at tags.
 *
 *     func f(p *T) **T { q := p; return &q }     // q -> ~r0 with -1: ~r0 outlives q: q moves to the heap; then p -> q is a heap leak of p
 *
 * Temporaries of the IR that are assigned once are not locations: a flow out of one is expanded into flows out of its defining
 * instruction's operands, so the graph is that of the source program.
 *
 * Results: Local.heap, Site.verdict, and Fn.esc (EscFn) with parameter tags and, at -m=2, the explanations as data. Nothing is printed here. */
#ifndef TUCO_ESCAPE_H
#define TUCO_ESCAPE_H
#include "compiler/opt/opt.h"

enum { LEAK_HEAP, LEAK_MUTATOR, LEAK_CALLEE, LEAK_RESULT0, LEAK_COUNT = 8 };
typedef struct Leaks { uint8_t v[LEAK_COUNT]; } Leaks;          /* 0: no; else 1 + least dereferences */
static inline int leak_get(const Leaks *l, int i) { return (int)l->v[i] - 1; }

typedef struct EscHop {                 /* one line of an explanation */
	const char *flow;               /* "flow: dst <- &src" parts, or NULL for a "from" line */
	Node *where; Pos pos; const char *why;
} EscHop;
typedef struct EscPath {                /* why something escapes or leaks */
	Pos pos;
	int local, site;                /* what: index or -1 */
	bool is_leak;                   /* parameter leak: sink, derefs */
	const char *sink; int derefs;
	VEC(EscHop) hops;
} EscPath;
typedef struct EscCapture { Pos pos; Fn *closure; int local; bool by_ref; } EscCapture;

typedef struct EscFn {                  /* Fn.esc */
	uint8_t state;                  /* 0 new, 1 in the current batch, 2 done */
	bool results_lost;              /* closure whose results cannot be tracked */
	Leaks *param;                   /* per fn->params */
	Leaks *closed_param, *closed_capture;   /* the same when the whole program is known: for calls from package main */
	Leaks *capture;                 /* per fn->captures, for closures made of wrappers (method values) */
	VEC(EscPath) paths;             /* with -m=2 */
	VEC(struct EscSelf { Pos pos, at; Node *src; bool quiet; }) self_assign;
	/* solver's own, dead afterwards */
	struct Loc **local_loc, **site_loc;
	int32_t *def;                   /* per local: defining instruction, -1 none, -2 several */
} EscFn;

/* What we do beyond Go's model; each can be switched off by -d escape.NAME=0, all by -escape=go. */
typedef enum { EXT_MAKE, EXT_APPEND, EXT_STRING, EXT_CLOSED, EXT_STORES, EXT_LOOP, EXT_RESULT, EXT_COUNT } EscExt;
extern bool esc_ext[EXT_COUNT];
extern bool esc_go, esc_off;            /* esc_off: -d escape=0, all that can be is on the heap */
void esc_go_mode(void);
bool esc_switches(const char *text);    /* "escape.make=0,escape.append=0"; false: not understood */

/* Functions were made after the analysis counted on knowing all of them: the program must be built with -d escape.closed=0. */
bool esc_late(void);
bool esc_has_promises(const Package *p);        /* report/directive.c: its source has //tuco:noalloc and the like; keep explanations */
extern bool esc_reflect;               /* set by the driver: code outside the library uses reflect or unsafe, which make values nobody can list */

int64_t esc_map_room(Type *map);        /* frame for a map that stays: header and first block */
void esc_program(void);
void esc_check(void);                   /* esc_check.c: verifies the placement; bug() when it is not safe */
/* The name of a location in Go's messages: variable name, or the source form of the allocating expression. */
const char *esc_site_text(const Fn *f, int site);
const char *esc_node_text(const Node *n);
bool is_self_assign_form(const Node *dst, const Node *src);       /* self_assign.c: v.x = v.y and the like, by source form */

#endif
