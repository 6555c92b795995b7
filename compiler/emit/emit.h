/* emit.h: prints placed IR as C. Takes no decisions: escape and opt have taken them. */
#ifndef TUCO_EMIT_H
#define TUCO_EMIT_H
#include "compiler/ir/ir.h"

/* The C text of one unit (after unit_close). Same input, same bytes. A large unit comes in shards: unit_nshard says how many, and they are
 * printed from the last one down to 0, before the next unit. */
int unit_nshard(Unit *u);
void emit_unit(Buf *out, Unit *u, int shard);
extern bool emit_whole;                         /* no shards */
extern bool emit_columns;                       /* files of #line end in "\3" and the column: tuco escape -run tells sites of a line apart */
extern bool emit_real_lines;                    /* #line as in the sources: for debuggers. Otherwise see cline.c */
/* The line a declaration begins on, which #line counts from; 0: unknown. */
uint32_t line_base(const char *file, const char *decl);
/* The program unit: tu_program, tables over all units. */
void emit_program(Buf *out);

#endif
