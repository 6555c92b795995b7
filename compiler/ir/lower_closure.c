/* lower_closure.c: function literals. The inner function is lowered first; that finds its captures, each standing for a local of the
 * function around it (which may itself be a capture). By value: variables never assigned again and at most 128 bytes. */
#include "compiler/ir/lower.h"

Ref closure_of(Fn *f, SiteKind kind, Type *t, Node *src)
{
	int n = f->captures.n;
	if (!n && !(kind == SITE_CLOSURE && src && src->kind == N_FUNCLIT))
		return conv(ir_fnref(L->fn, f), t, src);
	Ref *v = arena_array(&build_arena, Ref, n);
	for (int i = 0; i < n; i++) {
		Local *c = &f->locals.v[f->captures.v[i]];
		Ref o = REF_LOCAL(c->capture_of);
		v[i] = c->by_ref ? lv_addr(lv_local(o), src) : o;
	}
	uint32_t s = site(kind, t, src), at = ir_refs(L->fn, v, n);
	Ref d = temp(t, src);
	Ins *i = emit(OP_CLOSURE, src);
	i->dst = d;
	i->type = t;
	i->u.fn = f;
	i->list = at;
	i->nlist = (uint16_t)n;
	site_ins(s);
	return d;
}

static void params(Fn *f, FuncInfo *info)
{
	vec_each(&info->params, i) {
		Obj *o = info->params.v[i];
		Ref r = ir_local(f, L_PARAM, o->name && o->name->n ? o->name : sym("_"), ty(o->type), o->pos);
		ir_loc(f, r)->obj = o;
		map_set(&L->vars, MAP_KEY(o), (void *)(intptr_t)(REF_IDX(r) + 1));
	}
	vec_each(&info->results, i) {
		Obj *o = info->results.v[i];
		bool unnamed = !o->name || !o->name->n;
		Ref r = ir_local(f, L_RESULT, unnamed ? sym(str_fmt("~r%d", i)) : o->name, ty(o->type), o->pos);
		ir_loc(f, r)->obj = o;
		map_set(&L->vars, MAP_KEY(o), (void *)(intptr_t)(REF_IDX(r) + 1));
	}
}

Ref funclit(Node *n)
{
	FuncInfo *info = n->u.func.info;
	Type *t = nty(n);
	if (!info) {
		bug_at("lower", L->fn->name, n->pos);
		bug("lower: function literal without information");
	}
	Fn *f = lit_fn(L, ".func", &L->nfunc, sig_of(t), n);
	LFn *outer = L, *saved = lfn_begin(f, outer, info);
	params(f, info);
	block(n->u.func.body);
	if (L->cur >= 0 && !f->results.n)
		fall_off(n->u.func.body);
	lfn_end(saved);
	return closure_of(f, SITE_CLOSURE, t, n);
}
