/* escape.h: decides where each value lives. Fills Site.verdict and Local.heap for the whole program; reports Go's -m lines. */
#ifndef TUCO_ESCAPE_H
#define TUCO_ESCAPE_H
#include "compiler/opt/opt.h"

void esc_program(void);

#endif
