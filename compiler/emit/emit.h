/* emit.h: prints placed IR as C. Takes no decisions: escape and opt have taken them. */
#ifndef TUCO_EMIT_H
#define TUCO_EMIT_H
#include "compiler/ir/ir.h"

/* The C text of one unit (after unit_close). Same input, same bytes. */
void emit_unit(Buf *out, Unit *u);
/* The program unit: tu_program, tables over all units. */
void emit_program(Buf *out);

#endif
