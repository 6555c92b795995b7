/* graph.h: locations and edges; private to this floor. */
#ifndef TUCO_ESC_GRAPH_H
#define TUCO_ESC_GRAPH_H
#include "compiler/escape/escape.h"

enum { A_ESCAPES = 1, A_PERSISTS = 2, A_MUTATES = 4, A_CALLS = 8, A_RETURNED = 16 };
typedef struct Loc Loc;
typedef struct Note { struct Note *next; Node *where; Pos pos; const char *why; } Note;
typedef struct Edge { Loc *src; int derefs; Note *notes; } Edge;
struct Loc {
	Fn *fn;
	int local, site;                /* index or -1; both -1: temporary or pseudo location */
	VEC(Edge) edges;
	int loop_depth, result_index;   /* result_index: 1 + position among results */
	bool is_param;
	uint8_t attrs;
	int gift, gift_nbyte;           /* gift: 1 + index of an offer of a call; gift_nbyte: room a caller would have to give for it, 0: cannot */
	bool dirty;                     /* other functions may have stored into it what they like */
	bool many;                      /* site in a loop whose objects live on after the iteration, but not after the frame: several at a time */
	uint8_t seen; uint32_t seengen; /* stores.c */
	Leaks leaks;
	/* solver */
	int derefs; uint32_t walkgen, queued_one; bool queued_all;
	Loc *dst; int dst_edge;
};
typedef struct Hole { Loc *dst; int derefs; Note *notes; } Hole;

extern Loc loc_heap, loc_mutator, loc_callee, loc_blank;
extern Loc loc_world;                   /* where values come from that this batch knows nothing of */
extern Loc loc_dirty;                   /* what flows here may be written to by functions outside the batch */
typedef VEC(Loc *) LocVec;
typedef VEC(Fn *) FnList;
extern LocVec batch_locs;
extern bool esc_explain;                /* keep notes and paths for the function being built */

void batch_begin(void);
Loc *loc_new(Fn *f, int local, int site, int loop_depth, bool persists);
Loc *loc_of_local(Fn *f, int local);    /* captures resolve to the variable they stand for */
Hole hole_to(Loc *l);
Hole hole_note(Hole k, Node *where, Pos pos, const char *why);
Hole hole_shift(Hole k, int delta);
void flow(Hole k, Loc *src);
int esc_many_nbyte(Fn *f, const Site *s);       /* frame for the objects of a site in a loop when they live on beside each other; 0: not possible */
void build_fn(Fn *f);                   /* edges of one body */
void solve_batch(void);
/* gift.c: fresh objects that only results carry are built in the caller's frame. */
void gift_candidates(Fn *f);
void gift_result(Fn *f, const Ins *i, Hole k);  /* what a call's results may point to */
void gift_begin(void);
void gift_calls(Fn *f);
void gift_finish(Fn *f);                /* rooms and offers of a placed function */
/* stores.c: stores through pointers reach the objects the pointer can point to, instead of the heap. */
void stores_begin(void);
void store_to_targets(Fn *f, Loc **pointer, Loc **value);       /* makes two locations: what flows to *value is stored through *pointer */
bool stores_resolve(void);              /* adds the edges known by now; whether there were new ones */
bool own_capture(const Fn *f, const Local *v);  /* capture of a wrapper: a variable of its own, handed over when the closure is made */
bool fn_contains(const Fn *outer, const Fn *inner);     /* inner is a literal nested in outer */
void explain_flow(EscPath *p, Loc *dst, Loc *src, int derefs, Note *notes);
EscPath *explain_start(Loc *what);

/* live.c */
void live_find(void);
bool live_runs(const Fn *f);
bool live_by_iface(const Fn *f);        /* a call through an interface can reach it */
Sym *method_key(Sym *name, const Package *pkg);

/* closed.c: callees of calls through interfaces and func values */
extern bool closed_world;               /* second pass */
void closed_begin(void);
const FnList *closed_callees(const Fn *caller, const Ins *i);   /* NULL: not known */
const FnList *callees_of(Fn *f, const Ins *i);  /* those whose parameters fit */
bool closed_places(const Fn *f);        /* f is placed by the second pass */

#endif
