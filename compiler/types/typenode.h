/* typenode.h: composite type expressions, between typexpr.c and the files of the single kinds. */
#ifndef TUCO_TYPENODE_H
#define TUCO_TYPENODE_H
#include "compiler/types/check.h"
Type *ck_instantiated_type(Node *e);            /* T[A, B]; e: N_INDEX */
Type *ck_struct_type(Node *e);                  /* structtype.c */
Type *ck_interface_type(Node *e);               /* ifacetype.c */
Type *ck_constraint(Node *e);                   /* ifacetype.c: type parameter bound; ~T and A|B become implicit interfaces */
#endif
