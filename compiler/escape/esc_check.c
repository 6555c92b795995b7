/* esc_check.c: checks the placement without trusting the analysis that made it. Runs with -verify and in the tests.
 *
 * For a function and the literals in it ("a nest") it computes, from the placed IR alone, which objects each variable and each object may
 * point to (inclusion based, as Andersen 1994; parts of a value count as the whole). Objects are stack or heap sites, variables whose
 * address is taken, and what parameters point to, four loads deep. Three things must hold then:
 *
 *   - no address of a stack object in the heap, in a global, in a channel or map, in what a parameter points to, in a result, in a
 *     variable of an enclosing function; and every way a parameter's target goes there is in the function's tags, which callers rely on;
 *   - where a slot in a loop is filled again, nothing that is live there (backward liveness over the blocks) reaches the old value;
 *   - closures that unknown code may call do not return addresses of stack objects.
 *
 * The analysis proper is a graph of dereference counts and loop depths; this is points-to sets and liveness, so that they do not share mistakes. */
#include "compiler/escape/graph.h"

enum { LEVELS = 5, O_HEAP = 0 };
typedef enum { OB_HEAP, OB_LOCAL, OB_SITE, OB_PARAM, OB_FN, OB_GIFT } ObKind;
typedef struct Ob {
	uint8_t kind;
	bool heap, exposed, returned;   /* returned: in a room of the caller, perhaps: not on the heap, but results may have it */
	Fn *fn;
	int index, level;               /* local, site or parameter */
	Fn *code;                       /* closure or function value */
} Ob;

static VEC(Ob) obs;
static VEC(Fn *) nest;
static int *base_gift;
static int *base_node, *base_site;      /* per member of the nest: first node of its locals, first object of its sites */
static Bits *pts;                       /* per node: objects; nodes: all objects first, then locals */
static int nnode;
static bool changed;
static Fn *cf;
static int ci_fn;                       /* index of cf in nest */
static const Ins *ci;
static int nbad;
static Bits deferred;
static Map fn_index, fn_object;

static const char *ob_text(const Ob *o)
{
	switch (o->kind) {
	case OB_LOCAL: return o->fn->locals.v[o->index].name ? o->fn->locals.v[o->index].name->s : "{temporary}";
	case OB_SITE: return esc_site_text(o->fn, o->index);
	case OB_PARAM: return str_fmt("what parameter %d points to (%d)", o->index, o->level);
	case OB_FN: return o->code->name;
	case OB_GIFT: return "the result of a call";
	default: return "{heap}";
	}
}

static void bad(const Ob *o, const char *what)
{
	fprintf(stderr, "%s: escape check: %s: %s%s%s\n", pos_str(ci ? ci->pos : cf->pos), cf->name, ob_text(o), what, o->kind == OB_PARAM ? " without a tag" : "");
	nbad++;
}

/* ---- nodes ----------------------------------------------------------------------------------------------------------------- */

static int member(const Fn *f)
{
	return (int)(intptr_t)map_get(&fn_index, (uintptr_t)f) - 1;
}

static int node_of(Fn *f, int local)
{
	Local *v = &f->locals.v[local];
	while (v->kind == L_CAPTURE && v->by_ref && !own_capture(f, v) && f->outer) {
		local = v->capture_of;
		f = f->outer;
		v = &f->locals.v[local];
	}
	int m = member(f);
	return m < 0 ? -1 : base_node[m] + local;
}

static Bits set_new(void)
{
	return bits_new(&build_arena, obs.n);
}

static void add(Bits *to, const Bits *from)
{
	changed |= bits_or(to, from);
}

#define EACH_OB(set, o) for (int o = 0; o < obs.n; o++) if (!(set)->w[o >> 6]) o |= 63; else if (bits_get(set, o))

static bool ptrs(Type *t) { return t && type_ptr_nbyte(t) != 0; }

static void val(Bits *out, Ref r)
{
	if (REF_KIND(r) == RK_FN) {
		int o = (int)(intptr_t)map_get(&fn_object, (uintptr_t)cf->fnrefs.v[REF_IDX(r)]);
		if (o)
			bits_set(out, o);
		return;
	}
	if (REF_KIND(r) != RK_LOCAL || !ptrs(ir_type(cf, r)))
		return;
	int n = node_of(cf, REF_IDX(r));
	if (n >= 0)
		bits_or(out, &pts[n]);
	else
		bits_set(out, O_HEAP);
}

static void deref(Bits *out, const Bits *set)
{
	EACH_OB(set, o) {
		Ob *b = &obs.v[o];
		if (b->heap || b->kind == OB_HEAP)
			bits_set(out, O_HEAP);
		if (b->kind == OB_PARAM)
			bits_set(out, o + (b->level < LEVELS - 1));
		if (o)
			bits_or(out, &pts[o]);
	}
}

static Bits value(Ref r)
{
	Bits b = set_new();
	val(&b, r);
	return b;
}

static Bits loaded(Ref r, int times)
{
	Bits b = value(r);
	for (; times > 0; times--) {
		Bits n = set_new();
		deref(&n, &b);
		b = n;
	}
	return b;
}

/* ---- leaks ------------------------------------------------------------------------------------------------------------------ */

static bool final;                      /* the sets are complete: complain */

static const Leaks *tag_of(const Ob *o)
{
	const EscFn *e = o->fn->esc;
	return o->index < o->fn->params.n ? &e->param[o->index] : &e->capture[o->index - o->fn->params.n];
}

static void leak(const Bits *set, const char *where)
{
	EACH_OB(set, o) {
		Ob *b = &obs.v[o];
		b->exposed = true;
		if (!final || b->heap || !o)
			continue;
		if (b->kind == OB_PARAM) {
			int have = leak_get(tag_of(b), LEAK_HEAP);
			if (have < 0 || (have > b->level && b->level < LEVELS - 1))      /* the last level stands for all below */
				bad(b, where);
		} else
			bad(b, where);
	}
}

static void expose(const Bits *set)
{
	EACH_OB(set, o)
		obs.v[o].exposed = true;
}

static void into(Ref dst, const Bits *set)
{
	if (REF_KIND(dst) != RK_LOCAL || !ptrs(ir_type(cf, dst)))
		return;
	int n = node_of(cf, REF_IDX(dst));
	if (n >= 0)
		add(&pts[n], set);
	else
		leak(set, " stored in an unknown variable");
	Local *v = &cf->locals.v[REF_IDX(dst)];
	if (v->heap && !v->gift)
		leak(set, " stored in a variable on the heap");
}

static void into_heap(Ref dst)
{
	Bits b = set_new();
	bits_set(&b, O_HEAP);
	into(dst, &b);
}

static void store_through(const Bits *to, const Bits *v, const char *where)
{
	bool any = false;
	EACH_OB(to, o) {
		Ob *b = &obs.v[o];
		any = true;
		if (b->heap || !o || b->kind == OB_PARAM || b->kind == OB_FN)
			leak(v, where);
		if (b->kind == OB_LOCAL)
			add(&pts[o], v);
		else if (o && (b->kind == OB_SITE || b->kind == OB_GIFT))
			add(&pts[o], v);
	}
	if (!any)
		leak(v, where);
}

static int site_ob(uint32_t s)
{
	return s == NO_SITE ? O_HEAP : base_site[ci_fn] + (int)s;
}

/* ---- transfer ----------------------------------------------------------------------------------------------------------------- */

/* A callee may store what it likes into these objects and those they point to. */
static void fill_unknown(const Bits *set)
{
	EACH_OB(set, o) {
		Ob *b = &obs.v[o];
		if (!o || b->heap || b->kind == OB_PARAM || b->kind == OB_FN || bits_get(&pts[o], O_HEAP))
			continue;
		bits_set(&pts[o], O_HEAP);
		changed = true;
		Bits in = pts[o];
		fill_unknown(&in);
	}
}

/* skip: 1 for a call through an interface, whose receiver is operand a. */
static void tagged_args(Ins *i, Fn *g, int skip)
{
	EscFn *e = g->esc;
	const Leaks *tags = closed_places(cf) && e->closed_param ? e->closed_param : e->param;
	for (int a = -skip; a < i->nlist; a++) {
		Ref r = a < 0 ? i->a : cf->refs.v[i->list + (uint32_t)a];
		if (REF_KIND(r) != RK_LOCAL || !ptrs(ir_type(cf, r)))
			continue;
		Bits direct = value(r);
		expose(&direct);
		int p = a + skip;
		if (p >= g->params.n && !(g->is_extern || !g->blks.n)) {
			leak(&direct, " passed to a call");
			continue;
		}
		int x = leak_get(&tags[p], LEAK_HEAP);
		if (x >= 0) {
			Bits b = loaded(r, x);
			leak(&b, " passed to a parameter that leaks");
		}
		if (leak_get(&tags[p], LEAK_MUTATOR) >= 0)
			fill_unknown(&direct);
		for (int j = 0; j < i->ndst && LEAK_RESULT0 + j < LEAK_COUNT; j++)
			if (cf->refs.v[i->dsts + (uint32_t)j] && (x = leak_get(&tags[p], LEAK_RESULT0 + j)) >= 0) {
				Bits b = loaded(r, x);
				into(cf->refs.v[i->dsts + (uint32_t)j], &b);
			}
	}
}

static void bind_call(Ins *i, Fn *g)
{
	int m = member(g);
	if (m < 0 || !g->outer) {
		tagged_args(i, g, 0);
		return;
	}
	for (int a = 0; a < i->nlist && a < g->params.n; a++) {
		Bits b = value(cf->refs.v[i->list + (uint32_t)a]);
		add(&pts[base_node[m] + g->params.v[a]], &b);
		if (g->locals.v[g->params.v[a]].heap)
			leak(&b, " passed to a parameter on the heap");
	}
	for (int j = 0; j < i->ndst && j < g->results.n; j++)
		if (cf->refs.v[i->dsts + (uint32_t)j])
			into(cf->refs.v[i->dsts + (uint32_t)j], &pts[base_node[m] + g->results.v[j]]);
}

static void args_leak(Ins *i, const char *where)
{
	for (int a = 0; a < i->nlist; a++) {
		Bits b = value(cf->refs.v[i->list + (uint32_t)a]);
		leak(&b, where);
	}
}

/* Rooms of the callee: in every result, and in each other. */
static void gifts(Ins *i)
{
	Bits b = set_new();
	bool any = false;
	vec_each(&cf->gifts, k)
		if (cf->gifts.v[k].ins == (uint32_t)(i - cf->ins.v)) {
			bits_set(&b, base_gift[ci_fn] + k);
			any = true;
		}
	if (!any)
		return;
	bits_set(&b, O_HEAP);
	EACH_OB(&b, o)
		if (o)
			add(&pts[o], &b);
	for (int j = 0; j < i->ndst; j++)
		if (cf->refs.v[i->dsts + (uint32_t)j])
			into(cf->refs.v[i->dsts + (uint32_t)j], &b);
	into(i->dst, &b);
}

static void call(Ins *i)
{
	for (int j = 0; j < i->ndst; j++)
		if (cf->refs.v[i->dsts + (uint32_t)j])
			into_heap(cf->refs.v[i->dsts + (uint32_t)j]);
	gifts(i);
	if (i->op == OP_CALL && i->u.fn) {
		bind_call(i, i->u.fn);
		return;
	}
	bool unknown = i->op == OP_CALL_IFACE, any = false;
	Bits f = value(i->a);
	if (i->op == OP_CALL_FN) {
		EACH_OB(&f, o) {
			any = true;
			if (obs.v[o].code)
				bind_call(i, obs.v[o].code);
			else
				unknown = true;
		}
	}
	closed_world = closed_places(cf);
	const FnList *l = unknown || !any ? callees_of(cf, i) : NULL;
	closed_world = false;
	if (l) {
		for (int k = 0; k < l->n; k++) {
			if (l->v[k]->outer && member(l->v[k]) >= 0)
				args_leak(i, " passed to a literal of another activation");
			tagged_args(i, l->v[k], i->op == OP_CALL_IFACE);
		}
		return;
	}
	if (i->op == OP_CALL_IFACE)
		leak(&f, " called through an interface");
	if (unknown || !any)
		args_leak(i, " passed to an unknown function");
}

static void closure(Ins *i)
{
	int o = site_ob(i->site), m = member(i->u.fn);
	for (int c = 0; c < i->nlist && c < i->u.fn->captures.n; c++) {
		Ref r = cf->refs.v[i->list + (uint32_t)c];
		Bits b = value(r);
		add(&pts[o], &b);
		int k = i->u.fn->captures.v[c];
		Local *v = &i->u.fn->locals.v[k];
		if (m >= 0 && !v->by_ref)
			add(&pts[base_node[m] + k], &b);
		if (obs.v[o].heap)
			leak(&b, " captured by a closure on the heap");
		if (m < 0) {
			expose(&b);
			EscFn *e = i->u.fn->esc;
			for (int s = 0; s < LEAK_COUNT && (e->capture || e->closed_capture); s++) {
				const Leaks *tags = closed_places(cf) && e->closed_capture ? e->closed_capture : e->capture;
				int x = s == LEAK_MUTATOR || s == LEAK_CALLEE ? -1 : leak_get(&tags[c], s);
				if (x >= 0) {
					b = loaded(r, x);
					leak(&b, " bound by a method value that leaks it");
				}
			}
		}
	}
	Bits self = set_new();
	bits_set(&self, o);
	into(i->dst, &self);
}

static void alloc(Ins *i, const Bits *content)
{
	Bits b = set_new();
	int o = site_ob(i->site);
	bits_set(&b, o);
	if (content) {
		add(&pts[o], content);
		if (obs.v[o].heap)
			leak(content, " stored in an object on the heap");
	}
	into(i->dst, &b);
}

static void place_value(Ins *i)
{
	const Place *p = &cf->places.v[i->place];
	Bits b = set_new();
	switch (p->base) {
	case PB_LOCAL: {
		if (i->op == OP_ADDR) {
			int n = node_of(cf, REF_IDX(p->ref));
			if (n >= 0)
				bits_set(&b, n);
			break;
		}
		int n = node_of(cf, REF_IDX(p->ref));
		if (n >= 0)
			bits_or(&b, &pts[n]);
		break;
	}
	case PB_DEREF: case PB_ELEM:
		if (i->op == OP_ADDR)
			val(&b, p->ref);
		else
			b = loaded(p->ref, 1);
		break;
	case PB_GLOBAL:
		bits_set(&b, O_HEAP);
		break;
	}
	into(i->dst, &b);
}

/* p.x = p.y and b.buf = b.buf[:n]: what a parameter's object already holds is put into it again. */
static bool own_part(const Ins *i, const Bits *to, const Bits *v)
{
	const EscFn *e = cf->esc;
	bool known = false;
	vec_each(&e->self_assign, k)
		known |= e->self_assign.v[k].at == i->pos;
	EACH_OB(to, o)
		known &= obs.v[o].kind == OB_PARAM || !o;
	EACH_OB(v, o)
		known &= obs.v[o].kind == OB_PARAM ? obs.v[o].level > 0 : obs.v[o].heap;
	return known;
}

static void store(Ins *i)
{
	if (!ptrs(i->type))
		return;
	const Place *p = &cf->places.v[i->place];
	Bits v = value(i->a);
	switch (p->base) {
	case PB_LOCAL: into(p->ref, &v); break;
	case PB_GLOBAL: leak(&v, " stored in a package variable"); break;
	case PB_DEREF: case PB_ELEM: {
		Bits to = value(p->ref);
		if (own_part(i, &to, &v))
			break;
		store_through(&to, &v, " stored in memory that is not this function's");
		break;
	}
	}
}

static void leak_ref(Ref r, const char *where)
{
	Bits b = value(r);
	leak(&b, where);
}

static bool elem_ptrs(Type *t)
{
	Type *u = type_under(t);
	return u->kind == K_SLICE && ptrs(u->u.slice.elem);
}

static void step(Ins *i)
{
	ci = i;
	Bits b;
	switch (i->op) {
	case OP_MOV: case OP_SLICE_MAKE: case OP_SLICE_PTR: case OP_STR_MAKE: case OP_UNSAFE_SLICE: case OP_UNSAFE_STRING: case OP_PTR_ADD: case OP_IFACE_CONV:
	case OP_SLICE_TO_ARRAY: case OP_SLICE: case OP_CAST: case OP_CONV: case OP_FIELD: case OP_INDEX:
		b = value(i->a);
		into(i->dst, &b);
		break;
	case OP_MIN: case OP_MAX:
		b = value(i->a);
		val(&b, i->b);
		into(i->dst, &b);
		break;
	case OP_LOAD: case OP_ADDR: place_value(i); break;
	case OP_STORE: store(i); break;
	case OP_ASSERT: case OP_UNBOX:
		b = loaded(i->a, !(type_is_interface(i->type) || type_is_direct(i->type)));
		into(i->dst, &b);
		break;
	case OP_ASSERT2:
		b = loaded(i->a, !(type_is_interface(i->type) || type_is_direct(i->type)));
		if (i->ndst && cf->refs.v[i->dsts])
			into(cf->refs.v[i->dsts], &b);
		break;
	case OP_IFACE_MAKE:
		b = value(i->a);
		if (type_is_direct(i->type))
			into(i->dst, &b);
		else
			alloc(i, &b);
		break;
	case OP_NEW: case OP_MAKE_SLICE: case OP_MAKE_MAP: case OP_MAKE_CHAN: case OP_STR_CAT: case OP_STR_RUNE: case OP_STR_RUNES: case OP_RUNES_STR:
		alloc(i, NULL);
		break;
	case OP_STR_BYTES: case OP_BYTES_STR:
		alloc(i, NULL);
		b = value(i->a);
		if (i->flags & F_NOCOPY)
			into(i->dst, &b);
		break;
	case OP_APPEND: case OP_APPEND_SLICE: {
		b = value(i->a);
		Bits old = loaded(i->a, 1);
		alloc(i, elem_ptrs(i->type) ? &old : NULL);
		into(i->dst, &b);
		if (elem_ptrs(i->type)) {
			Bits v = set_new();
			for (int a = 0; a < i->nlist; a++)
				val(&v, cf->refs.v[i->list + (uint32_t)a]);
			if (i->op == OP_APPEND_SLICE)
				v = loaded(i->b, 1);
			int o = site_ob(i->site);
			if (o) {                /* into the new array, or the old one */
				add(&pts[o], &v);
				if (obs.v[o].heap)
					leak(&v, " appended");
				EACH_OB(&b, t) {
					if (!t || obs.v[t].heap || obs.v[t].kind == OB_PARAM)
						leak(&v, " appended");
					else if (obs.v[t].kind == OB_LOCAL || obs.v[t].kind == OB_SITE)
						add(&pts[t], &v);
				}
			} else {
				leak(&old, " moved by append");
				leak(&v, " appended");
			}
		}
		break;
	}
	case OP_COPY:
		if (elem_ptrs(i->type)) {
			Bits to = value(i->a);
			b = loaded(i->b, 1);
			store_through(&to, &b, " copied");
		}
		break;
	case OP_MAP_SET:
		leak_ref(i->b, " used as map key");
		leak_ref(i->c, " stored in a map");
		break;
	case OP_MAP_ADDR:
		leak_ref(i->b, " used as map key");
		into_heap(i->dst);
		break;
	case OP_SEND: leak_ref(i->b, " sent"); break;
	case OP_PANIC: leak_ref(i->a, " given to panic"); break;
	case OP_GO: leak_ref(i->a, " started as goroutine"); break;
	case OP_DEFER:
		if (i->flags & F_LOOP) {
			b = value(i->a);
			EACH_OB(&b, o) {
				Ob *d = &obs.v[o];
				Bits one = set_new();
				bits_set(&one, o);
				if (i->b || d->kind != OB_SITE || d->fn != cf || !cf->sites.v[d->index].many)
					leak(&one, " deferred in a loop");
			}
			bits_or(&deferred, &b);
		} else {
			b = value(i->a);
			bits_or(&deferred, &b);
		}
		break;
	case OP_SELECT:
		vec_each(&i->u.sel->cases, c) {
			SelCase *s = &i->u.sel->cases.v[c];
			if (s->dir == DIR_SEND)
				leak_ref(s->value, " sent");
			else if (s->dst)
				into_heap(s->dst);
		}
		break;
	case OP_CLOSURE: closure(i); break;
	case OP_CALL: case OP_CALL_FN: case OP_CALL_IFACE: call(i); break;
	case OP_RECV: case OP_MAP_GET: case OP_RECOVER:
		into_heap(i->dst);
		break;
	case OP_RECV2: case OP_MAP_GET2: case OP_MAP_KEY:
		for (int d = 0; d < i->ndst; d++)
			if (cf->refs.v[i->dsts + (uint32_t)d])
				into_heap(cf->refs.v[i->dsts + (uint32_t)d]);
		break;
	default: break;
	}
	ci = NULL;
}

/* ---- loops: is an old value still reachable where its slot is filled again ----------------------------------------------------- */

typedef struct Live { Bits *in; Bits cyc; } Live;

static void use_ref(Ref *r, bool is_dst, void *arg)
{
	if (!is_dst && REF_KIND(*r) == RK_LOCAL)
		bits_set(arg, REF_IDX(*r));
}

static void kill(Bits *b, Ref r)
{
	if (REF_KIND(r) == RK_LOCAL && cf->locals.v[REF_IDX(r)].kind != L_CAPTURE)
		bits_clear(b, REF_IDX(r));
}

/* Variables that are live before i, given those live after it. */
static void before(Bits *b, Ins *i)
{
	if (i->op == OP_VARDEF) {
		kill(b, i->a);
		return;
	}
	kill(b, i->dst);
	for (int d = 0; d < i->ndst; d++)
		kill(b, cf->refs.v[i->dsts + (uint32_t)d]);
	if (i->op == OP_STORE) {
		const Place *p = &cf->places.v[i->place];
		if (p->base == PB_LOCAL && !p->nproj) {
			kill(b, p->ref);
			use_ref(&i->a, false, b);
			return;
		}
	}
	ir_each_ref(cf, i, use_ref, b);
	if (i->op == OP_RET)
		vec_each(&cf->results, r)
			bits_set(b, cf->results.v[r]);
}

static int succs(const Ins *i, int k)      /* k-th successor or -1 */
{
	switch (i->op) {
	case OP_JMP: return k == 0 ? i->u.blk[0] : -1;
	case OP_BR: return k < 2 ? i->u.blk[k] : -1;
	case OP_SWITCH: return k == 0 ? i->u.sw->def : k <= i->u.sw->rows.n ? i->u.sw->rows.v[k - 1].blk : -1;
	default: return -1;
	}
}

static Ins *last_of(Fn *f, int b)
{
	return &f->ins.v[vec_last(&f->blks.v[b].ins)];
}

static Bits *live_out(Fn *f)
{
	int n = f->blks.n;
	Bits *in = arena_array(&build_arena, Bits, n), *out = arena_array(&build_arena, Bits, n);
	for (int b = 0; b < n; b++) {
		in[b] = bits_new(&build_arena, f->locals.n + 1);
		out[b] = bits_new(&build_arena, f->locals.n + 1);
	}
	for (bool again = true; again;) {
		again = false;
		for (int b = n - 1; b >= 0; b--) {
			for (int k = 0, s; (s = succs(last_of(f, b), k)) >= 0; k++)
				bits_or(&out[b], &in[s]);
			Bits now = bits_new(&build_arena, f->locals.n + 1);
			bits_or(&now, &out[b]);
			for (int j = f->blks.v[b].ins.n - 1; j >= 0; j--)
				before(&now, &f->ins.v[f->blks.v[b].ins.v[j]]);
			again |= bits_or(&in[b], &now);
		}
	}
	return out;
}

static bool in_cycle(Fn *f, int b)
{
	Bits seen = bits_new(&build_arena, f->blks.n + 1);
	IntVec todo = { 0 };
	vec_push(&todo, b);
	while (todo.n) {
		int x = todo.v[--todo.n];
		for (int k = 0, s; (s = succs(last_of(f, x), k)) >= 0; k++) {
			if (s == b)
				return true;
			if (!bits_get(&seen, s)) {
				bits_set(&seen, s);
				vec_push(&todo, s);
			}
		}
	}
	return false;
}

static int slot_of(Ins *i);

/* Can object `what` be reached from the variables in live? */
static bool reaches(Fn *f, const Bits *live, int what)
{
	Bits seen = set_new();
	IntVec todo = { 0 };
	Bits start = set_new();
	bits_or(&start, &deferred);
	for (int l = 0; l < f->locals.n; l++)
		if (bits_get(live, l) && node_of(f, l) >= 0)
			bits_or(&start, &pts[node_of(f, l)]);
	EACH_OB(&start, o)
		vec_push(&todo, o);
	while (todo.n) {
		int o = todo.v[--todo.n];
		if (o == what)
			return true;
		if (bits_get(&seen, o))
			continue;
		bits_set(&seen, o);
		Bits *in = &pts[o];
		EACH_OB(in, k)
			if (!bits_get(&seen, k))
				vec_push(&todo, k);
	}
	return false;
}

/* The sets know no order: s.a = A; next iteration: s = T{}; s.b = A again looks like a clash. A walk forward tells which variables, and which
 * objects made anew by this function, hold the old one at its site. held: locals, then objects. */
typedef struct Taint { Bits *held; int what, nlocal; bool any; } Taint;

static void tainted_use(Ref *r, bool is_dst, void *arg)
{
	Taint *t = arg;
	if (is_dst || REF_KIND(*r) != RK_LOCAL)
		return;
	t->any |= bits_get(t->held, REF_IDX(*r));
	int n = node_of(cf, REF_IDX(*r));
	if (t->any || n < 0)
		return;
	EACH_OB(&pts[n], o)
		t->any |= bits_get(t->held, t->nlocal + o);
}

static void taint_def(Taint *t, Ref r, bool whole)
{
	if (REF_KIND(r) != RK_LOCAL)
		return;
	int n = node_of(cf, REF_IDX(r));
	if (t->any && ptrs(ir_type(cf, r)) && n >= 0 && bits_get(&pts[n], t->what))
		bits_set(t->held, REF_IDX(r));
	else if (whole && !t->any)
		bits_clear(t->held, REF_IDX(r));
}

/* Does call i make object o, in a room it gives? */
static bool gives(const Ins *i, int o)
{
	const Ob *b = &obs.v[o];
	return i->op == OP_CALL && b->kind == OB_GIFT && b->fn == cf && cf->gifts.v[b->index].ins == (uint32_t)(i - cf->ins.v);
}

/* Rooms of one call: who has one of them was tainted by the call that gave both. */
static bool given_together(int o, int what)
{
	const Ob *a = &obs.v[o], *b = &obs.v[what];
	return a->kind == OB_GIFT && b->kind == OB_GIFT && a->fn == b->fn && a->fn->gifts.v[a->index].ins == b->fn->gifts.v[b->index].ins;
}

static void taint_step(Taint *t, Ins *i)
{
	if (i->op == OP_VARDEF) {
		bits_clear(t->held, REF_IDX(i->a));
		return;
	}
	int slot = slot_of(i);
	t->any = false;
	ir_each_ref(cf, i, tainted_use, t);
	if (slot >= 0)
		bits_clear(t->held, t->nlocal + slot);
	if (t->any) {                   /* whatever it can fill may hold the old one now */
		Bits to = set_new();
		bool exact = i->op == OP_STORE && cf->places.v[i->place].base == PB_DEREF;
		if (exact)
			val(&to, cf->places.v[i->place].ref);
		for (int o = 0; o < obs.n; o++)
			if (bits_get(&pts[o], t->what) && !given_together(o, t->what) && (exact ? bits_get(&to, o) : op_effect[i->op] & (EFF_W | EFF_A | EFF_C) && (slot < 0 || slot == o)))
				bits_set(t->held, t->nlocal + o);
	}
	t->any |= slot == t->what || gives(i, t->what);
	taint_def(t, i->dst, true);
	for (int d = 0; d < i->ndst; d++)
		taint_def(t, cf->refs.v[i->dsts + (uint32_t)d], true);
	if (i->op == OP_STORE && cf->places.v[i->place].base == PB_LOCAL)
		taint_def(t, cf->places.v[i->place].ref, !cf->places.v[i->place].nproj);
}

/* Held by something this walk does not follow: a variable whose address is taken, an object of another function, a deferred call. */
static bool held_elsewhere(Fn *f, int what)
{
	if (bits_get(&deferred, what))
		return true;
	for (int o = 0; o < obs.n; o++) {
		Ob *b = &obs.v[o];
		if (!bits_get(&pts[o], what))
			continue;
		if (given_together(o, what))
			continue;
		if (b->fn != f || (b->kind == OB_LOCAL ? b->fn->locals.v[b->index].addr_taken : b->kind != OB_SITE || b->heap || slot_of(&f->ins.v[f->sites.v[b->index].ins]) != o))
			return true;
	}
	return false;
}

static bool old_one_is_live(Fn *f, int blk, int at, const Bits *live, int what)
{
	if (held_elsewhere(f, what))
		return true;
	int n = f->blks.n, nbit = f->locals.n + obs.n;
	size_t nbyte = (size_t)((nbit + 63) / 64) * 8;
	Bits *in = arena_array(&build_arena, Bits, n);
	for (int b = 0; b < n; b++)
		in[b] = bits_new(&build_arena, nbit);
	Bits now = bits_new(&build_arena, nbit);
	Taint t = { &now, what, f->locals.n, false };
	for (bool again = true; again;) {
		again = false;
		for (int b = 0; b < n; b++) {
			memcpy(now.w, in[b].w, nbyte);
			vec_each(&f->blks.v[b].ins, j)
				taint_step(&t, &f->ins.v[f->blks.v[b].ins.v[j]]);
			for (int k = 0, s; (s = succs(last_of(f, b), k)) >= 0; k++)
				again |= bits_or(&in[s], &now);
		}
	}
	memcpy(now.w, in[blk].w, nbyte);
	for (int j = 0; j < at; j++)
		taint_step(&t, &f->ins.v[f->blks.v[blk].ins.v[j]]);
	for (int l = 0; l < f->locals.n; l++) {
		if (!bits_get(live, l) || node_of(f, l) < 0)
			continue;
		if (bits_get(&now, l))
			return true;
		EACH_OB(&pts[node_of(f, l)], o)
			if (bits_get(&now, f->locals.n + o))
				return true;
	}
	/* objects reached through other objects: rare, and then any held one counts */
	for (int o = 0; o < obs.n; o++)
		if (bits_get(&now, f->locals.n + o))
			for (int k = 0; k < obs.n; k++)
				if (obs.v[k].kind == OB_SITE && bits_get(&pts[k], o))
					return true;
	return false;
}

static int slot_of(Ins *i)
{
	if (i->op == OP_VARDEF) {
		int n = node_of(cf, REF_IDX(i->a));
		return n >= 0 && n < obs.n && !obs.v[n].heap && obs.v[n].kind == OB_LOCAL ? n : -1;
	}
	if (i->site == NO_SITE || i->op == OP_APPEND || i->op == OP_APPEND_SLICE)
		return -1;
	if (i->op == OP_BYTES_STR && i->flags & F_NOCOPY)
		return -1;
	int o = site_ob(i->site);
	return obs.v[o].heap || cf->sites.v[i->site].many ? -1 : o;
}

static void check_slots(Fn *f)
{
	Bits *out = NULL;
	for (int b = 0; b < f->blks.n; b++) {
		bool any = false;
		vec_each(&f->blks.v[b].ins, j)
			any |= slot_of(&f->ins.v[f->blks.v[b].ins.v[j]]) >= 0 || f->ins.v[f->blks.v[b].ins.v[j]].op == OP_CALL;
		if (!any || !in_cycle(f, b))
			continue;
		if (!out)
			out = live_out(f);
		Bits now = bits_new(&build_arena, f->locals.n + 1);
		bits_or(&now, &out[b]);
		for (int j = f->blks.v[b].ins.n - 1; j >= 0; j--) {
			Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			before(&now, i);
			int o = slot_of(i);
			ci = i;
			for (int g = 0; i->op == OP_CALL && g < f->gifts.n; g++) {
				int at = base_gift[ci_fn] + g;
				Gift *x = &f->gifts.v[g];
				if (x->ins == (uint32_t)(i - f->ins.v) && (x->pass > 0 || (x->verdict == V_STACK && !x->many)) && reaches(f, &now, at) && old_one_is_live(f, b, j, &now, at))
					bad(&obs.v[at], " still reachable when its room is given again");
			}
			if (o >= 0 && reaches(f, &now, o) && old_one_is_live(f, b, j, &now, o))
				bad(&obs.v[o], " still reachable when its slot is used again");
			ci = NULL;
		}
	}
}

/* ---- one nest --------------------------------------------------------------------------------------------------------------------- */

static void collect(Fn *f)
{
	map_set(&fn_index, (uintptr_t)f, (void *)(intptr_t)(nest.n + 1));
	vec_push(&nest, f);
	vec_each(&f->lits, l)
		if (f->lits.v[l]->blks.n)
			collect(f->lits.v[l]);
}

static bool placed_heap(const Site *s, const Ins *i)
{
	return s->verdict == V_HEAP || i->op == OP_MAKE_CHAN;
}

static void make_objects(void)
{
	vec_push(&obs, (Ob){ .kind = OB_HEAP, .heap = true });
	vec_each(&nest, m) {
		Fn *f = nest.v[m];
		base_node[m] = obs.n;
		vec_each(&f->locals, l)
			vec_push(&obs, (Ob){ .kind = OB_LOCAL, .heap = f->locals.v[l].heap && !f->locals.v[l].gift, .returned = f->locals.v[l].gift, .fn = f, .index = l });
		base_site[m] = obs.n;
		vec_each(&f->sites, s) {
			Ins *i = &f->ins.v[f->sites.v[s].ins];
			vec_push(&obs, (Ob){ .kind = OB_SITE, .heap = placed_heap(&f->sites.v[s], i) && !f->sites.v[s].gift, .returned = f->sites.v[s].gift, .fn = f, .index = s,
				.code = i->op == OP_CLOSURE ? i->u.fn : NULL });
		}
		base_gift[m] = obs.n;
		vec_each(&f->gifts, g) {
			Gift *x = &f->gifts.v[g];
			vec_push(&obs, (Ob){ .kind = OB_GIFT, .heap = x->verdict == V_HEAP && !x->pass, .returned = x->pass, .fn = f, .index = g });
		}
		for (int p = 0; p < f->params.n + f->captures.n && !f->outer; p++)
			for (int d = 0; d < LEVELS; d++)
				vec_push(&obs, (Ob){ .kind = OB_PARAM, .fn = f, .index = p, .level = d });
		vec_each(&f->fnrefs, r)
			if (!map_get(&fn_object, (uintptr_t)f->fnrefs.v[r])) {
				map_set(&fn_object, (uintptr_t)f->fnrefs.v[r], (void *)(intptr_t)obs.n);
				vec_push(&obs, (Ob){ .kind = OB_FN, .heap = true, .code = f->fnrefs.v[r], .fn = f });
			}
	}
}

static void start_values(void)
{
	for (int o = 0; o < obs.n; o++)
		if (obs.v[o].kind == OB_PARAM && obs.v[o].level == 0) {
			Fn *f = obs.v[o].fn;
			int l = obs.v[o].index < f->params.n ? f->params.v[obs.v[o].index] : f->captures.v[obs.v[o].index - f->params.n];
			if (ptrs(f->locals.v[l].type))
				bits_set(&pts[base_node[member(f)] + l], o);
		}
	vec_each(&nest, m)
		if (nest.v[m]->outer)
			vec_each(&nest.v[m]->params, p)
				bits_set(&pts[base_node[m] + nest.v[m]->params.v[p]], O_HEAP);
}

static void pass(void)
{
	vec_each(&nest, m) {
		cf = nest.v[m];
		ci_fn = m;
		vec_each(&cf->blks, b)
			vec_each(&cf->blks.v[b].ins, j)
				step(&cf->ins.v[cf->blks.v[b].ins.v[j]]);
	}
}

/* A variable or object of an enclosing function must not hold addresses of its literals' frames; results neither. */
static void check_frames(void)
{
	for (int n = 0; n < obs.n; n++) {
		Ob *b = &obs.v[n];
		if ((b->kind != OB_LOCAL && b->kind != OB_SITE && b->kind != OB_GIFT) || b->heap)
			continue;
		cf = b->fn;
		EACH_OB(&pts[n], o)
			if (!obs.v[o].heap && (obs.v[o].kind == OB_LOCAL || obs.v[o].kind == OB_SITE) && fn_contains(b->fn, obs.v[o].fn))
				bad(&obs.v[o], " outlived by a variable of the function around");
	}
	vec_each(&nest, m) {
		Fn *f = cf = nest.v[m];
		bool open = !f->outer;
		for (int o = 0; o < obs.n; o++)
			open |= obs.v[o].code == f && (obs.v[o].exposed || obs.v[o].kind == OB_FN);
		vec_each(&f->results, r)
			EACH_OB(&pts[base_node[m] + f->results.v[r]], o) {
				Ob *b = &obs.v[o];
				if (b->heap || !o)
					continue;
				if (b->kind == OB_PARAM) {
					const Leaks *t = tag_of(b);
					int k = LEAK_RESULT0 + r < LEAK_COUNT ? leak_get(t, LEAK_RESULT0 + r) : -1, h = leak_get(t, LEAK_HEAP);
					bool ok = (k >= 0 && (k <= b->level || b->level == LEVELS - 1)) || (h >= 0 && (h <= b->level || b->level == LEVELS - 1));
					if (!ok && f->outer == NULL)
						bad(b, " returned");
				} else if ((b->fn == f || open) && !b->returned)
					bad(b, " returned");
			}
	}
	for (int n = 0; n < obs.n; n++) {       /* what the caller keeps points to nothing of this frame */
		if (!obs.v[n].returned)
			continue;
		cf = obs.v[n].fn;
		EACH_OB(&pts[n], o) {
			Ob *b = &obs.v[o];
			if (!o || b->heap || b->returned)
				continue;
			int h = b->kind == OB_PARAM ? leak_get(tag_of(b), LEAK_HEAP) : -1;
			if (h < 0 || (h > b->level && b->level < LEVELS - 1))
				bad(b, " in an object that is returned");
		}
	}
}

static void check_nest(Fn *top)
{
	obs.n = nest.n = 0;
	fn_index = fn_object = (Map){ 0 };
	collect(top);
	int total = 0;
	vec_each(&nest, m)
		total += nest.v[m]->locals.n + nest.v[m]->sites.n;
	if (total > 20000)
		return;                         /* generated tables; the sets would be too large */
	base_node = arena_array(&build_arena, int, nest.n);
	base_site = arena_array(&build_arena, int, nest.n);
	base_gift = arena_array(&build_arena, int, nest.n);
	make_objects();
	nnode = obs.n;
	pts = arena_array(&build_arena, Bits, nnode);
	for (int n = 0; n < nnode; n++)
		pts[n] = set_new();
	deferred = set_new();
	start_values();
	final = false;
	do {
		changed = false;
		Mark mark = arena_mark(&build_arena);
		pass();
		(void)mark;
	} while (changed);
	final = true;
	pass();
	check_frames();
	vec_each(&nest, m) {
		cf = nest.v[m];
		ci_fn = m;
		check_slots(cf);
	}
}

void esc_check(void)
{
	nbad = 0;
	vec_each(&prog->all, i) {
		Fn *f = prog->all.v[i];
		if (!f->outer && f->blks.n && !f->is_extern && !f->is_intrinsic)
			check_nest(f);
	}
	if (nbad)
		bug("escape: the placement is not safe (%d places, see above)", nbad);
}
