/* build.c: edges of one function body, one rule per instruction.
 *
 * A hole is where a value flows to: a location, and how often the value is dereferenced on the way. expand() sends what an instruction
 * computes into a hole; temporaries assigned once are looked through, so the holes meet variables and sites only. */
#include "compiler/escape/graph.h"

static Fn *fn;
static EscFn *ef;

static void ref_flow(Hole k, Ref r);
static void expand(Hole k, Ins *i, int result);

static bool has_ptrs(Type *t)
{
	return t && type_ptr_nbyte(t) != 0;
}

static Hole heap(void) { return hole_to(&loc_heap); }

static void from_world(Hole k)
{
	if (esc_ext[EXT_STORES] && k.derefs >= 0)
		flow(k, &loc_world);
}
static Hole discard(void) { return hole_to(&loc_blank); }

static Hole why(Hole k, const Ins *i, const char *text)
{
	return hole_note(k, i->src, i->pos, text);
}

/* The defining instruction of a temporary assigned once; NULL for everything else. */
static Ins *temp_def(Ref r)
{
	if (REF_KIND(r) != RK_LOCAL)
		return NULL;
	int l = REF_IDX(r);
	if (fn->locals.v[l].kind != L_TEMP || ef->local_loc[l] || ef->def[l] < 0)
		return NULL;
	return &fn->ins.v[ef->def[l]];
}

static int result_of(const Ins *i, int local)
{
	if (REF_KIND(i->dst) == RK_LOCAL && REF_IDX(i->dst) == local)
		return 0;
	for (int j = 0; j < i->ndst; j++) {
		Ref d = fn->refs.v[i->dsts + (uint32_t)j];
		if (REF_KIND(d) == RK_LOCAL && REF_IDX(d) == local)
			return j;
	}
	return 0;
}

static void ref_flow(Hole k, Ref r)
{
	if (REF_KIND(r) != RK_LOCAL)
		return;                         /* constants and functions point at static data */
	if (k.dst == &loc_blank || (k.derefs >= 0 && !has_ptrs(ir_type(fn, r))))
		return;
	Ins *d = temp_def(r);
	if (d)
		expand(k, d, result_of(d, REF_IDX(r)));
	else
		flow(k, loc_of_local(fn, REF_IDX(r)));
}

static void load_flow(Hole k, const Ins *i, const Place *p)
{
	if (k.derefs >= 0 && !has_ptrs(p->type))
		return;
	for (uint32_t j = 0; j < p->nproj; j++)
		k = why(k, i, fn->projs.v[p->proj + j].is_index ? "fixed-array-index-of" : "dot");
	switch (p->base) {
	case PB_LOCAL: ref_flow(k, p->ref); break;
	case PB_DEREF: ref_flow(why(hole_shift(k, 1), i, p->nproj ? "dot of pointer" : "indirection"), p->ref); break;
	case PB_ELEM: ref_flow(why(hole_shift(k, 1), i, "dot of pointer"), p->ref); break;
	case PB_GLOBAL: from_world(k); break;
	}
}

static void addr_flow(Hole k, const Ins *i, const Place *p)
{
	switch (p->base) {
	case PB_LOCAL: flow(why(hole_shift(k, -1), i, "address-of"), loc_of_local(fn, REF_IDX(p->ref))); break;
	case PB_DEREF: ref_flow(why(k, i, "address-of"), p->ref); break;       /* &p.f points where p points */
	case PB_ELEM: ref_flow(why(k, i, "address-of"), p->ref); break;
	case PB_GLOBAL: from_world(k); break;
	}
}

/* The Data word of a reflect.SliceHeader or StringHeader: a uintptr that is a pointer in truth. */
static bool is_header_data(const Place *p)
{
	if (!p->nproj || fn->projs.v[p->proj + p->nproj - 1].is_index || fn->projs.v[p->proj + p->nproj - 1].field != 0)
		return false;
	Type *t = p->nproj == 1 ? p->base_type : fn->projs.v[p->proj + p->nproj - 2].type;
	if (t->kind != K_NAMED || !t->u.named.obj->pkg || strcmp(t->u.named.obj->pkg->path, "reflect"))
		return false;
	return SYM_IS(t->u.named.obj->name, "SliceHeader") || SYM_IS(t->u.named.obj->name, "StringHeader");
}

/* uintptr arithmetic that becomes a pointer again (unsafe.Pointer(uintptr(p) + n)). */
static void unsafe_flow(Hole k, Ref r)
{
	Ins *d = temp_def(r);
	if (!d)
		return;
	switch (d->op) {
	case OP_CAST: case OP_CONV: case OP_MOV:
		if (type_is(ir_type(fn, d->a), K_UNSAFEPTR))
			ref_flow(k, d->a);
		else
			unsafe_flow(k, d->a);
		break;
	case OP_ADD: case OP_SUB: case OP_AND: case OP_OR: case OP_XOR: case OP_ANDNOT: case OP_MUL: case OP_DIV: case OP_REM:
		unsafe_flow(k, d->a);
		unsafe_flow(k, d->b);
		break;
	case OP_SHL: case OP_SHR: case OP_NEG: case OP_COM:
		unsafe_flow(k, d->a);
		break;
	case OP_LOAD: {
		const Place *p = &fn->places.v[d->place];
		if (is_header_data(p) && p->base != PB_GLOBAL)
			ref_flow(p->base == PB_LOCAL ? k : hole_shift(k, 1), p->ref);
		break;
	}
	default: break;
	}
}

static Hole dot_type(Hole k, Type *t)
{
	return type_is_interface(t) || type_is_direct(t) ? k : hole_shift(k, 1);
}

static void spill(Hole k, const Ins *i)
{
	if (i->site != NO_SITE)
		flow(why(hole_shift(k, -1), i, "spill"), ef->site_loc[i->site]);
}

/* The only function a func value can be, or NULL. */
static Fn *known_fn(Ref r)
{
	Fn *f = fn;                     /* whose operand r is: a wrapper of a defer statement captures the function it calls */
	for (int depth = 0; depth < 20; depth++) {
		if (REF_KIND(r) == RK_FN)
			return f->fnrefs.v[REF_IDX(r)];
		if (REF_KIND(r) != RK_LOCAL)
			return NULL;
		int l = REF_IDX(r);
		Local *v = &f->locals.v[l];
		EscFn *e = f->esc;
		if (v->kind == L_CAPTURE && !v->by_ref && f->outer && v->capture_of >= 0) {
			r = REF_LOCAL(v->capture_of);
			f = f->outer;
			continue;
		}
		if ((v->kind != L_TEMP && v->kind != L_VAR) || v->addr_taken || !e->def || e->def[l] < 0)
			return NULL;
		Ins *d = &f->ins.v[e->def[l]];
		if (d->op == OP_CLOSURE)
			return d->u.fn;
		if (d->op == OP_STORE || d->op == OP_MOV || d->op == OP_CAST)
			r = d->a;
		else if (d->op == OP_LOAD && f->places.v[d->place].base == PB_LOCAL && !f->places.v[d->place].nproj)
			r = f->places.v[d->place].ref;
		else
			return NULL;
	}
	return NULL;
}

static Fn *callee_of(const Ins *i)
{
	if (i->op == OP_CALL)
		return i->u.fn;
	return i->op == OP_CALL_FN ? known_fn(i->a) : NULL;
}

static void result_flow_all(Hole k, Ins *i, int j, const FnList *l);

/* Where result number j of call i comes from. */
static void result_flow(Hole k, Ins *i, int j)
{
	Fn *f = callee_of(i);
	EscFn *e = f ? f->esc : NULL;
	if (!e) {
		const FnList *l = i->op == OP_CALL ? NULL : callees_of(fn, i);
		from_world(k);
		if (l)
			result_flow_all(k, i, j, l);
		return;
	}
	if (e->state == 1) {
		if (j < f->results.n)
			flow(k, e->local_loc[f->results.v[j]]);
		else
			from_world(k);
		return;
	}
	from_world(k);
	if (i->op == OP_CALL)
		gift_result(fn, i, k);
	for (int a = 0; a < i->nlist && a < f->params.n && e->param; a++) {
		if (LEAK_RESULT0 + j >= LEAK_COUNT)
			break;
		int x = leak_get(&e->param[a], LEAK_RESULT0 + j);
		if (x >= 0)
			ref_flow(why(hole_shift(k, x), i, "call parameter"), fn->refs.v[i->list + (uint32_t)a]);
	}
}

static void expand(Hole k, Ins *i, int result)
{
	if (k.dst == &loc_blank)
		return;
	switch (i->op) {
	case OP_MOV: case OP_SLICE_MAKE: case OP_SLICE_PTR: case OP_STR_MAKE: case OP_UNSAFE_SLICE: case OP_UNSAFE_STRING: case OP_PTR_ADD: case OP_IFACE_CONV:
	case OP_SLICE_TO_ARRAY:
		ref_flow(k, i->a);
		break;
	case OP_SLICE:
		ref_flow(why(k, i, "slice"), i->a);
		break;
	case OP_CAST: case OP_CONV:
		if (REF_KIND(i->dst) == RK_LOCAL && has_ptrs(ir_type(fn, i->dst)) && type_is(ir_type(fn, i->a), K_UINTPTR))
			from_world(k), unsafe_flow(k, i->a);
		else
			ref_flow(k, i->a);
		break;
	case OP_LOAD:
		load_flow(k, i, &fn->places.v[i->place]);
		break;
	case OP_ADDR:
		addr_flow(k, i, &fn->places.v[i->place]);
		break;
	case OP_FIELD:
		ref_flow(why(k, i, "dot"), i->a);
		break;
	case OP_INDEX:
		if (!type_is_string(i->type))
			ref_flow(why(k, i, "fixed-array-index-of"), i->a);
		break;
	case OP_MIN: case OP_MAX:
		ref_flow(k, i->a);
		ref_flow(k, i->b);
		break;
	case OP_ASSERT: case OP_UNBOX:
		ref_flow(why(dot_type(k, i->type), i, "dot"), i->a);
		break;
	case OP_ASSERT2:
		if (result == 0)
			ref_flow(why(dot_type(k, i->type), i, "dot"), i->a);
		break;
	case OP_IFACE_MAKE:
		if (type_is_direct(i->type))
			ref_flow(why(k, i, "interface-converted"), i->a);
		else
			spill(k, i);
		break;
	case OP_APPEND: case OP_APPEND_SLICE:
		ref_flow(why(k, i, "call parameter"), i->a);
		spill(k, i);
		break;
	case OP_BYTES_STR: case OP_STR_BYTES:
		if (i->flags & F_NOCOPY)
			ref_flow(k, i->a);
		spill(k, i);
		break;
	case OP_NEW: case OP_MAKE_SLICE: case OP_MAKE_MAP: case OP_CLOSURE: case OP_STR_CAT: case OP_STR_RUNE: case OP_STR_RUNES: case OP_RUNES_STR:
		spill(k, i);
		break;
	case OP_CALL: case OP_CALL_FN: case OP_CALL_IFACE:
		result_flow(k, i, result);
		break;
	default:
		from_world(k);                  /* from the heap, or no pointer at all */
		break;
	}
}

/* All that a call through an interface or a func value can reach, when that is known. */
static void result_flow_all(Hole k, Ins *i, int j, const FnList *l)
{
	int skip = i->op == OP_CALL_IFACE;
	vec_each(l, n) {
		Fn *f = l->v[n];
		EscFn *e = f->esc;
		if (e->state != 2) {
			if (e->state == 1 && !f->outer && j < f->results.n)
				flow(k, e->local_loc[f->results.v[j]]);
			continue;               /* others: the arguments leak */
		}
		if (LEAK_RESULT0 + j >= LEAK_COUNT)
			continue;
		for (int a = -skip; a < i->nlist; a++) {
			int x = leak_get(&e->param[a + skip], LEAK_RESULT0 + j);
			if (x >= 0)
				ref_flow(why(hole_shift(k, x), i, "call parameter"), a < 0 ? i->a : fn->refs.v[i->list + (uint32_t)a]);
		}
	}
}

/* A callee writes to what arg points to, so many loads deep or deeper. */
static void may_write(Ref arg, int derefs)
{
	if (esc_ext[EXT_STORES])
		ref_flow(hole_shift(hole_to(&loc_dirty), derefs), arg);
}

static void args_to_all(Ins *i, const FnList *l)
{
	int skip = i->op == OP_CALL_IFACE;
	static Loc *const sink[] = { &loc_heap, &loc_mutator, &loc_callee };
	for (int a = -skip; a < i->nlist; a++) {
		Ref arg = a < 0 ? i->a : fn->refs.v[i->list + (uint32_t)a];
		int least[3] = { -1, -1, -1 };
		vec_each(l, n) {
			Fn *f = l->v[n];
			EscFn *e = f->esc;
			if (e->state == 2) {
				for (int s = 0; s < 3; s++) {
					int x = leak_get(&e->param[a + skip], s);
					if (x >= 0 && (least[s] < 0 || x < least[s]))
						least[s] = x;
				}
			} else if (e->state == 1 && !f->outer && a + skip < f->params.n)
				ref_flow(why(hole_to(e->local_loc[f->params.v[a + skip]]), i, "call parameter"), arg);
			else
				least[0] = 0;   /* a literal of another activation perhaps, or not looked at yet */
		}
		for (int s = 0; s < 3; s++)
			if (least[s] >= 0)
				ref_flow(why(hole_shift(hole_to(sink[s]), least[s]), i, "call parameter"), arg);
		if (least[LEAK_MUTATOR] >= 0)
			may_write(arg, least[LEAK_MUTATOR]);
	}
}

/* The sets go by name or type: a function with other parameters cannot be meant, and would not match. */
const FnList *callees_of(Fn *in, const Ins *i)
{
	const FnList *all = closed_callees(in, i);
	if (!all)
		return NULL;
	int want = i->nlist + (i->op == OP_CALL_IFACE);
	FnList *fit = NEW(FnList);
	vec_each(all, n) {
		Fn *f = all->v[n];
		Type *sig = f->sig ? type_under(f->sig) : NULL;
		int have = f->params.n ? f->params.n : (sig ? sig->u.fn.params.n : 0) + (f->recv ? 1 : 0);
		if (have == want)
			vec_push(fit, f);
	}
	return fit;
}

static bool results_used(const Ins *i)
{
	if (i->dst && has_ptrs(ir_type(fn, i->dst)))
		return true;
	for (int j = 0; j < i->ndst; j++) {
		Ref d = fn->refs.v[i->dsts + (uint32_t)j];
		if (d && has_ptrs(ir_type(fn, d)))
			return true;
	}
	return false;
}

static void build_call(Ins *i)
{
	Fn *f = callee_of(i);
	EscFn *e = f ? f->esc : NULL;
	if (i->op == OP_CALL_FN)
		ref_flow(e ? discard() : results_used(i) ? why(hole_to(&loc_callee), i, "callee operand") : discard(), i->a);
	const FnList *l = e || i->op == OP_CALL ? NULL : callees_of(fn, i);
	if (l) {
		args_to_all(i, l);
		return;
	}
	if (i->op == OP_CALL_IFACE)
		ref_flow(why(heap(), i, "call parameter"), i->a);
	for (int a = 0; a < i->nlist; a++) {
		Ref arg = fn->refs.v[i->list + (uint32_t)a];
		if (!e || a >= f->params.n) {
			ref_flow(why(heap(), i, "call parameter"), arg);
			continue;
		}
		if (e->state == 1) {
			ref_flow(why(hole_to(e->local_loc[f->params.v[a]]), i, "call parameter"), arg);
			continue;
		}
		static Loc *const sink[] = { &loc_heap, &loc_mutator, &loc_callee };
		for (int s = 0; s < 3; s++) {
			int x = leak_get(&e->param[a], s);
			if (x >= 0)
				ref_flow(why(hole_shift(hole_to(sink[s]), x), i, "call parameter"), arg);
			if (x >= 0 && s == LEAK_MUTATOR)
				may_write(arg, x);
		}
	}
}

static const char *assign_why(const Ins *i)
{
	return i->src && i->src->kind == N_RETURN ? "return" : "assign";
}

/* The hole of what pointer (or slice, for its elements) points to. */
static Hole through(Ref pointer)
{
	Loc *to, *value;
	store_to_targets(fn, &to, &value);
	ref_flow(hole_to(to), pointer);
	return hole_to(value);
}

/* The hole of a place that is stored to. A store through a pointer fresh from its allocation fills that object; other stores through
 * pointers reach memory we do not follow. */
static Hole place_hole(const Place *p)
{
	switch (p->base) {
	case PB_LOCAL:
		return hole_to(loc_of_local(fn, REF_IDX(p->ref)));
	case PB_GLOBAL:
		return heap();
	case PB_DEREF: {
		Ins *d = temp_def(p->ref);
		if (d && d->op == OP_NEW && d->site != NO_SITE)
			return hole_to(ef->site_loc[d->site]);
		break;
	}
	case PB_ELEM:
		break;
	}
	ref_flow(hole_to(&loc_mutator), p->ref);
	return esc_ext[EXT_STORES] && has_ptrs(p->type) ? through(p->ref) : heap();
}

static bool same_value(Ref a, Ref b, int depth);

static bool no_effect(Ref r)
{
	Ins *d = temp_def(r);
	return !d || (!(op_effect[d->op] & (EFF_C | EFF_W)) && no_effect(d->a) && no_effect(d->b));
}

static bool same_place(const Place *a, const Place *b, uint32_t na, uint32_t nb, int depth)
{
	if (a->base != b->base || a->global != b->global || na != nb || depth > 8)
		return false;
	if (a->base != PB_GLOBAL && !same_value(a->ref, b->ref, depth + 1))
		return false;
	for (uint32_t j = 0; j < na; j++) {
		Proj *p = &fn->projs.v[a->proj + j], *q = &fn->projs.v[b->proj + j];
		if (p->is_index != q->is_index || (p->is_index ? !same_value(p->index, q->index, depth + 1) : p->field != q->field))
			return false;
	}
	return true;
}

/* The same variable, or the same chain of loads from one: nothing with effects in it. */
static bool same_value(Ref a, Ref b, int depth)
{
	if (a == b)
		return true;
	if (REF_KIND(a) == RK_CONST && REF_KIND(b) == RK_CONST)
		return fn->consts.v[REF_IDX(a)].val && fn->consts.v[REF_IDX(b)].val && const_compare(T_EQ, fn->consts.v[REF_IDX(a)].val, fn->consts.v[REF_IDX(b)].val);
	Ins *x = temp_def(a), *y = temp_def(b);
	if (!x || !y || x->op != y->op || depth > 8)
		return false;
	if (x->op == OP_MOV || x->op == OP_CAST)
		return same_value(x->a, y->a, depth + 1);
	if (x->op != OP_LOAD)
		return false;
	Place *p = &fn->places.v[x->place], *q = &fn->places.v[y->place];
	return same_place(p, q, p->nproj, q->nproj, depth + 1) && p->base != PB_ELEM;
}

/* val.x = val.y, val.a[i] = val.a[j] and val.buf = val.buf[a:b] bring nothing new into val. */
static bool is_self_assign(const Place *dst, Ref src)
{
	Ins *d = temp_def(src);
	if (!d)
		return false;
	if (d->op == OP_SLICE && dst->base == PB_DEREF) {
		Ins *l = temp_def(d->a);
		const Place *p = l && l->op == OP_LOAD ? &fn->places.v[l->place] : NULL;
		return p && p->base == PB_DEREF && p->ref == dst->ref && !temp_def(p->ref) && p->nproj <= 1 && dst->nproj <= 1;
	}
	if (d->op != OP_LOAD)
		return false;
	const Place *p = &fn->places.v[d->place];
	if (dst->nproj && p->nproj) {
		const Proj *x = &fn->projs.v[dst->proj + dst->nproj - 1], *y = &fn->projs.v[p->proj + p->nproj - 1];
		if (x->is_index != y->is_index || (x->is_index && (!no_effect(x->index) || !no_effect(y->index))))
			return false;
		return same_place(dst, p, dst->nproj - 1, p->nproj - 1, 0);
	}
	return dst->base == PB_ELEM && p->base == PB_ELEM && !dst->nproj && !p->nproj && no_effect(dst->index) && no_effect(p->index) && same_value(dst->ref, p->ref, 0);
}

/* x.buf = append(x.buf, ...) for a parameter x: of what is stored, only the new array is new to *x. The append, or NULL. */
static Ins *grows_own_part(const Place *dst, Ref src)
{
	if (!esc_ext[EXT_STORES] || dst->base != PB_DEREF || REF_KIND(dst->ref) != RK_LOCAL)
		return NULL;
	const Local *v = &fn->locals.v[REF_IDX(dst->ref)];
	if (v->kind != L_PARAM || v->addr_taken || ef->def[REF_IDX(dst->ref)] != -1)
		return NULL;                    /* may be another object by the time of the store */
	Ins *d = temp_def(src);
	if (!d || (d->op != OP_APPEND && d->op != OP_APPEND_SLICE) || d->site == NO_SITE)
		return NULL;
	Ins *l = temp_def(d->a);
	if (l && l->op == OP_SLICE && !l->nlist)
		l = temp_def(l->a);
	if (!l || l->op != OP_LOAD)
		return NULL;
	const Place *p = &fn->places.v[l->place];
	return p->base == PB_DEREF && p->ref == dst->ref && same_place(dst, p, dst->nproj, p->nproj, 0) ? d : NULL;
}

/* Go decides by the source alone: an index that is a call is none whatever inlining made of it. */
static bool self_assign_statement(const Node *n)
{
	if (!n || n->kind != N_ASSIGN || n->op || n->u.assign.lhs.n != n->u.assign.rhs.n)
		return true;
	vec_each(&n->u.assign.lhs, k)
		if (is_self_assign_form(n->u.assign.lhs.v[k], n->u.assign.rhs.v[k]))
			return true;
	return false;
}

static void build_store(Ins *i)
{
	const Place *p = &fn->places.v[i->place];
	Hole k = place_hole(p);
	if (!has_ptrs(i->type)) {
		if (is_header_data(p))
			unsafe_flow(heap(), i->a);
		return;
	}
	if (p->base != PB_GLOBAL && is_self_assign(p, i->a) && (!esc_go || self_assign_statement(i->src))) {
		vec_push(&ef->self_assign, (struct EscSelf){ .pos = i->src && i->src->kind == N_ASSIGN ? i->src->pos : i->pos, .at = i->pos, .src = i->src });
		return;
	}
	Ins *grown = grows_own_part(p, i->a);
	if (grown) {
		vec_push(&ef->self_assign, (struct EscSelf){ .pos = i->pos, .at = i->pos, .quiet = true });
		flow(why(hole_shift(k, -1), i, assign_why(i)), ef->site_loc[grown->site]);
		return;
	}
	ref_flow(why(k, i, assign_why(i)), i->a);
}

static bool elem_has_ptrs(Type *slice)
{
	Type *u = type_under(slice);
	return u->kind == K_SLICE && has_ptrs(u->u.slice.elem);
}

/* A method value: nobody knows where its calls will be, so what the wrapper does with the receiver happens here, and results that
 * hold the receiver count as lost. */
static void wrapper_captures(Ins *i)
{
	Fn *g = i->u.fn;
	EscFn *e = g->esc;
	for (int c = 0; c < i->nlist && c < g->captures.n; c++) {
		if (!own_capture(g, &g->locals.v[g->captures.v[c]]))
			continue;
		Ref r = fn->refs.v[i->list + (uint32_t)c];
		if (e->state == 1) {
			ref_flow(why(hole_to(e->local_loc[g->captures.v[c]]), i, "captured by a closure"), r);
			continue;
		}
		for (int s = 0; s < LEAK_COUNT; s++) {
			int x = leak_get(&e->capture[c], s);
			if (x >= 0)
				ref_flow(why(hole_shift(s == LEAK_MUTATOR ? hole_to(&loc_mutator) : s == LEAK_CALLEE ? hole_to(&loc_callee) : heap(), x), i, "call parameter"), r);
		}
	}
}

/* Where appended elements go: into the old array, or into the new one, together with what the old one holds. */
static Hole append_to(Ins *i)
{
	Loc *to, *value;
	store_to_targets(fn, &to, &value);
	ref_flow(hole_to(to), i->a);
	flow(hole_to(ef->site_loc[i->site]), value);
	ref_flow(why(hole_shift(hole_to(ef->site_loc[i->site]), 1), i, "appendee slice"), i->a);
	return hole_to(value);
}

/* A location that lives as long as the activation. */
static Loc *whole_frame(void)
{
	return loc_new(fn, -1, -1, 0, true);
}

/* Variables that receive in a select. */
static void select_results(Ins *i)
{
	vec_each(&i->u.sel->cases, c) {
		Ref d = i->u.sel->cases.v[c].dst;
		if (REF_KIND(d) == RK_LOCAL && has_ptrs(ir_type(fn, d)) && loc_of_local(fn, REF_IDX(d)))
			from_world(hole_to(loc_of_local(fn, REF_IDX(d))));
	}
}

static void build_effects(Ins *i)
{
	switch (i->op) {
	case OP_STORE:
		build_store(i);
		break;
	case OP_CLOSURE:
		for (int c = 0; c < i->nlist; c++)
			ref_flow(why(hole_to(ef->site_loc[i->site]), i, "captured by a closure"), fn->refs.v[i->list + (uint32_t)c]);
		wrapper_captures(i);
		break;
	case OP_IFACE_MAKE:
		if (i->site != NO_SITE && !type_is_direct(i->type))
			ref_flow(why(hole_to(ef->site_loc[i->site]), i, "interface-converted"), i->a);
		break;
	case OP_APPEND:
		ref_flow(hole_to(&loc_mutator), i->a);
		if (elem_has_ptrs(i->type) && esc_ext[EXT_STORES] && i->site != NO_SITE) {
			Hole k = append_to(i);
			for (int a = 0; a < i->nlist; a++)
				ref_flow(why(k, i, "call parameter"), fn->refs.v[i->list + (uint32_t)a]);
		} else if (elem_has_ptrs(i->type)) {
			ref_flow(why(hole_shift(heap(), 1), i, "appendee slice"), i->a);
			for (int a = 0; a < i->nlist; a++)
				ref_flow(why(heap(), i, "call parameter"), fn->refs.v[i->list + (uint32_t)a]);
		}
		break;
	case OP_APPEND_SLICE:
		ref_flow(hole_to(&loc_mutator), i->a);
		if (elem_has_ptrs(i->type) && esc_ext[EXT_STORES] && i->site != NO_SITE) {
			ref_flow(why(hole_shift(append_to(i), 1), i, "appended slice..."), i->b);
		} else if (elem_has_ptrs(i->type)) {
			ref_flow(why(hole_shift(heap(), 1), i, "appendee slice"), i->a);
			ref_flow(why(hole_shift(heap(), 1), i, "appended slice..."), i->b);
		}
		break;
	case OP_COPY:
		ref_flow(hole_to(&loc_mutator), i->a);
		if (elem_has_ptrs(i->type))
			ref_flow(why(hole_shift(esc_ext[EXT_STORES] ? through(i->a) : heap(), 1), i, "copied slice"), i->b);
		break;
	case OP_CLEAR:
		ref_flow(hole_to(&loc_mutator), i->a);
		break;
	case OP_MAP_SET:
		ref_flow(why(heap(), i, "key of map put"), i->b);
		ref_flow(why(heap(), i, "assign"), i->c);
		break;
	case OP_MAP_ADDR:
		ref_flow(why(heap(), i, "key of map put"), i->b);
		break;
	case OP_SEND:
		ref_flow(why(heap(), i, "send"), i->b);
		break;
	case OP_SELECT:
		vec_each(&i->u.sel->cases, c)
			if (i->u.sel->cases.v[c].dir == DIR_SEND)
				ref_flow(why(heap(), i, "send"), i->u.sel->cases.v[c].value);
		select_results(i);
		break;
	case OP_PANIC:
		ref_flow(why(heap(), i, "call parameter"), i->a);
		break;
	case OP_GO:
		ref_flow(heap(), i->a);
		break;
	case OP_DEFER:
		if (i->flags & F_LOOP)
			ref_flow(esc_ext[EXT_LOOP] && !i->b ? hole_to(whole_frame()) : heap(), i->a);
		break;
	case OP_CALL: case OP_CALL_FN: case OP_CALL_IFACE:
		build_call(i);
		break;
	default:
		break;
	}
}

/* Results that land in variables (or in temporaries assigned more than once). */
static void build_results(Ins *i)
{
	if (REF_KIND(i->dst) == RK_LOCAL && (ef->local_loc[REF_IDX(i->dst)] || fn->locals.v[REF_IDX(i->dst)].kind == L_CAPTURE)) {
		Loc *l = loc_of_local(fn, REF_IDX(i->dst));
		if (has_ptrs(ir_type(fn, i->dst)))
			expand(why(hole_to(l), i, assign_why(i)), i, 0);
	}
	for (int j = 0; j < i->ndst; j++) {
		Ref d = fn->refs.v[i->dsts + (uint32_t)j];
		if (REF_KIND(d) == RK_LOCAL && (ef->local_loc[REF_IDX(d)] || fn->locals.v[REF_IDX(d)].kind == L_CAPTURE) && has_ptrs(ir_type(fn, d)))
			expand(why(hole_to(loc_of_local(fn, REF_IDX(d))), i, "assign-pair"), i, j);
	}
}

void build_fn(Fn *f)
{
	fn = f;
	ef = f->esc;
	esc_explain = f->pkg && (pkg_flags(f->pkg).m >= 2 || esc_has_promises(f->pkg)) && !f->wrapper;
	vec_each(&f->blks, b) {
		Blk *blk = &f->blks.v[b];
		vec_each(&blk->ins, j) {
			Ins *i = &f->ins.v[blk->ins.v[j]];
			build_effects(i);
			build_results(i);
		}
	}
	esc_explain = false;
}
