/* sizecheck.c: types no program can have: arrays beyond the address space, channels of huge elements. Looked at when all else is well. */
#include "compiler/types/check.h"

static const int64_t WIDTH_MAX = (int64_t)1 << 50;      /* gc's limit on amd64 */
enum { CHAN_ELEM_MAX = 1 << 16 };

static bool too_large(Type *t)
{
	int64_t size = type_size(t);
	return size < 0 || size >= WIDTH_MAX;
}

static bool small(Type *t) { return !too_large(t); }

/* Is t too large although none of its parts is? Then it is the one to name. */
static bool is_cause(Type *t)
{
	Type *u = type_under(t);
	if (!u || (u->kind != K_ARRAY && u->kind != K_STRUCT) || type_has_tparam(t) || small(t))
		return false;
	if (u->kind == K_ARRAY)
		return small(u->u.array.elem);
	vec_each(&u->u.st.fields, i)
		if (!small(u->u.st.fields.v[i].type))
			return false;
	return true;
}

static void check_named(void)
{
	vec_each(&ck.objs, i) {
		Obj *o = ck.objs.v[i];
		if (o->kind != O_TYPE || o->u.tn.is_alias || !o->type || o->type->kind != K_NAMED || o->type->u.named.tparams.n || !is_cause(o->type))
			continue;
		Type *u = type_under(o->type);
		ck_err(o->pos, "type %s larger than address space", type_str(u->kind == K_ARRAY ? u : o->type));
	}
}

void ck_check_sizes(void)
{
	check_named();
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
