/* maynil.c: which pointer variables gcc might find out to be nil.
 *
 * A nil dereference is normally left to the hardware. That is only right while gcc takes the pointer for any pointer: once it knows that
 * it is NULL it assumes that the access touches nothing else, and moves or drops the stores before it, which a deferred function can
 * see. So what is dereferenced through a variable that some definition sets to nil, or that comes out of a local struct or array, is
 * checked first; gcc removes most of these checks again. As arguments and results they are hidden from gcc (tu_some_pointer), which
 * would carry the knowledge into other functions. */
#include "compiler/emit/em.h"

static bool pointer(Type *t)
{
	Kind k = type_under(t)->kind;
	return k == K_POINTER || k == K_UNSAFEPTR;
}

static bool nil_pointer(Ref r)
{
	return REF_KIND(r) == RK_CONST && !fe.f->consts.v[REF_IDX(r)].val && pointer(fe.f->consts.v[REF_IDX(r)].type);
}

bool ref_maynil(Ref r)
{
	return nil_pointer(r) || (REF_KIND(r) == RK_LOCAL && fe.maynil && fe.maynil[REF_IDX(r)]);
}

X hidden_pointer(Ref r)
{
	X x = operand_bare(r);
	if (ref_maynil(r))
		x = x_mix((X){ .s = xs("tu_some_pointer(%s)", x.s), .kind = X_POST }, &x);
	return x;
}

static bool may(Ref r)
{
	return nil_pointer(r) || (REF_KIND(r) == RK_LOCAL && fe.maynil[REF_IDX(r)]);
}

static bool own_variable(Ref r)
{
	if (REF_KIND(r) != RK_LOCAL)
		return false;
	Local *l = &fe.f->locals.v[REF_IDX(r)];
	return !l->heap && (l->kind == L_VAR || l->kind == L_TEMP);
}

/* The pointer that s defines, when it may be nil for all gcc knows; REF_NONE otherwise. */
static Ref nil_def(const Ins *s)
{
	Fn *f = fe.f;
	switch (s->op) {
	case OP_VARDEF: return s->flags & F_ZERO ? s->a : REF_NONE;
	case OP_MOV: case OP_CAST: return may(s->a) ? s->dst : REF_NONE;
	case OP_STORE: {
		Place *p = &f->places.v[s->place];
		return p->base == PB_LOCAL && !p->nproj && may(s->a) ? p->ref : REF_NONE;
	}
	case OP_LOAD: {
		Place *p = &f->places.v[s->place];
		return p->base == PB_LOCAL && (p->nproj ? own_variable(p->ref) : may(p->ref)) ? s->dst : REF_NONE;
	}
	default: return REF_NONE;
	}
}

/* Fills fe.maynil. Needs fe.order. */
void find_maynil(void)
{
	Fn *f = fe.f;
	fe.maynil = arena_alloc(fe.mem, (size_t)f->locals.n + 1);
	memset(fe.maynil, 0, (size_t)f->locals.n + 1);
	vec_each(&f->results, i) {
		Local *l = &f->locals.v[f->results.v[i]];
		fe.maynil[f->results.v[i]] = pointer(l->type) && l->name && l->name->s[0] != '~';    /* nil at entry */
	}
	for (bool again = true; again;) {
		again = false;
		vec_each(&fe.order, i) {
			Blk *b = &f->blks.v[fe.order.v[i]];
			vec_each(&b->ins, j) {
				Ref r = nil_def(&f->ins.v[b->ins.v[j]]);
				if (r && REF_KIND(r) == RK_LOCAL && !fe.maynil[REF_IDX(r)] && pointer(ref_type(r)))
					fe.maynil[REF_IDX(r)] = again = true;
			}
		}
	}
}
