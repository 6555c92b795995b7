/* inline.h: private to this floor. */
#ifndef TUCO_INLINE_H
#define TUCO_INLINE_H
#include "compiler/opt/opt.h"

enum { INL_BUDGET = 80, INL_CALL = 57, INL_PARAM_CALL = 17, INL_BIG_FN = 5000, INL_BIG_MAX = 20 };

/* Fills f->inl_cost (cost + 1) or f->inl_no (reason). Callees first. */
void inl_compute(Fn *f);
bool inl_is_big(Fn *f);                 /* so many nodes that only tiny callees are expanded in it */
/* Cost of an inlinable callee, or -1. */
int inl_cost_of(Obj *callee, Fn *caller, bool big);
int inl_cost_of_call(Fn *caller, const Node *call);      /* of a function that only makes this call, its operands being variables */
int inl_cost_of_lit(Fn *caller, const Node *lit);
/* Replaces calls in f by the bodies of their callees where the costs allow. */
void inl_expand(Fn *f);
/* Interface calls whose dynamic type is known become static calls. True when something changed. */
bool devirt_fn(Fn *f);

void dead_closures(Fn *f);
bool gc_intrinsic(const Fn *f);
int *fn_defs(Fn *f);                    /* per local: its only defining instruction, -1 none, -2 several or unknown */
void inl_index_fns(void);
const char *inl_body_text(const Fn *f); /* "func(x int) int { return x + 1 }", for -m=2 */

#endif
