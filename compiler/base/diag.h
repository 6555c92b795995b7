/* diag.h: what the files that make up diagnostics share. Private to compiler/base. */
#ifndef TUCO_DIAG_H
#define TUCO_DIAG_H
#include "compiler/base/base.h"

typedef enum { D_ERROR, D_SOFT, D_NOTE } DiagKind;
typedef struct { Pos pos; int seq; DiagKind kind; char *text; char *hint; } Diag;

void diag_show(const Diag *d);                          /* diag_show.c */
const char *diag_default_hint(const Diag *d);           /* diag_hint.c: from the text; NULL: none */

#endif
