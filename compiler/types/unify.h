/* unify.h: the unifier, shared by unify.c and infer.c only. */
#ifndef TUCO_TYPES_UNIFY_H
#define TUCO_TYPES_UNIFY_H
#include "compiler/types/types.h"

enum { UNIFY_ASSIGN = 1,        /* top level may match as in an assignment; elements must match exactly */
	UNIFY_EXACT = 2 };      /* identical types only; otherwise names, channel directions and interfaces may give way */

/* Joined type parameters share a slot. */
typedef struct Unifier { const TypeVec *tparams; int *handle; Type **slot; int depth; bool via_ifaces; } Unifier;

void unifier_init(Unifier *u, const TypeVec *tparams, const TypeVec *targs);
bool unifier_unify(Unifier *u, Type *x, Type *y, int mode);
Type *unifier_at(Unifier *u, Type *tparam);             /* NULL: unknown */
void unifier_set(Unifier *u, Type *tparam, Type *t);
int unifier_unknowns(Unifier *u);
TypeVec unifier_inferred(Unifier *u);                   /* parallel to tparams, NULL where unknown */

#endif
