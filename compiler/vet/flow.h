/* flow.h: control flow of a function body, for checkers that follow paths. Private to compiler/vet. */
#ifndef TUCO_VET_FLOW_H
#define TUCO_VET_FLOW_H
#include "compiler/vet/vet.h"

typedef struct FlowBlock FlowBlock;
struct FlowBlock {
	NodeVec nodes;                  /* simple statements and conditions, in order */
	VEC(FlowBlock *) succs;
	bool live, returns;             /* returns: ends in a return, or holds a defer, which may recover */
	bool has_return;
	Pos return_pos;                 /* of the return statement that ends it, or of the body's closing brace */
};
typedef struct Flow { VEC(FlowBlock *) blocks; } Flow;  /* the first one is the entry */
Flow *flow_of(Node *body);
bool flow_never_returns(const Flow *f);

#endif
