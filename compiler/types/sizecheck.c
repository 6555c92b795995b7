/* sizecheck.c: types no program can have: arrays beyond the address space, channels of huge elements. Looked at when all else is well. */
#include "compiler/types/check.h"

static const int64_t WIDTH_MAX = (int64_t)1 << 50;      /* gc's limit on amd64 */
enum { CHAN_ELEM_MAX = 1 << 16 };

static bool too_large(Type *t)
{
	int64_t size = type_size(t);
	return size < 0 || size >= WIDTH_MAX;
}

void ck_check_sizes(void)
{
	for (int i = 0; i < ck.chan_nodes.n; i++) {
		Node *n = ck.chan_nodes.v[i];
		if (!n->type || n->type->kind != K_CHAN)
			continue;
		Type *elem = n->type->u.chan.elem;
		if (!type_has_tparam(elem) && type_size(elem) >= CHAN_ELEM_MAX)
			ck_err(n->pos, "channel element type too large (>64kB)");
	}
	for (int i = 0; i < ck.big_arrays.n; i++) {
		Node *n = ck.big_arrays.v[i];
		if (n->type && n->type->kind == K_ARRAY && !type_has_tparam(n->type) && too_large(n->type))
			ck_err(n->pos, "type %s larger than address space", type_str(n->type));
	}
}
