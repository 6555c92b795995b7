/* opt.h: IR to IR. Inlining follows Go's budget and rules so that -m texts agree. */
#ifndef TUCO_OPT_H
#define TUCO_OPT_H
#include "compiler/ir/ir.h"

typedef struct OptFlags { bool no_inline, no_opt, mutations; int m; } OptFlags;         /* -l, -N, -d=escapemutationscalls, -m level; per package through pkg_flags() */
OptFlags pkg_flags(const Package *p);                   /* drive: flags that apply to this package */
void opt_program(void);                                 /* inline (reports with -m), devirtualise, simplify */

const char *fn_diag_name(const Fn *f, const Package *from);     /* as Go prints functions: "f", "(*T).m", "fmt.Println", "f.func1" */
const char *fn_shape_name(const Fn *f, const Package *from);    /* the same; of an instance the body that all type arguments of a shape share */
/* go_facts.c */
typedef struct GoFact { const char *name; int cost; const char *nested, *tags; } GoFact;        /* cost -1: not inlined; nested: "a;b"; tags: "h0 - r1.0+h1" */
extern bool go_facts_on;                /* -escape=go */
const GoFact *go_fact(const Fn *f);

Fn *inl_was_expanded(const Node *call); /* what a call in the source was replaced by, or NULL */

#endif
