/* opt.h: IR to IR. Inlining follows Go's budget and rules so that -m texts agree. */
#ifndef TUCO_OPT_H
#define TUCO_OPT_H
#include "compiler/ir/ir.h"

typedef struct OptFlags { bool no_inline, no_opt, mutations; int m; } OptFlags;         /* -l, -N, -d=escapemutationscalls, -m level; per package through pkg_flags() */
OptFlags pkg_flags(const Package *p);                   /* drive: flags that apply to this package */
void opt_program(void);                                 /* inline (reports with -m), devirtualise, simplify */

#endif
