/* report.h: renders what escape analysis found. */
#ifndef TUCO_REPORT_H
#define TUCO_REPORT_H
#include "compiler/escape/escape.h"

/* Go's -m lines for every package whose flags ask for them, as notes to diag. */
void report_m(void);

#endif
