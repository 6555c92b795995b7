/* inline.c: copies the bodies of small callees into their callers.
 *
 * A call is cut out of its block; the callee's blocks are copied in between, with every index (locals, constants, places...) shifted to
 * the copies; parameters become variables set from the arguments, RET becomes a jump to the rest of the block, where the results are
 * read from the copied result variables. Callees were expanded before (bottom-up order), so what they contain is final. Each
 * copied instruction remembers the call through the inline tree, from which positions in messages and tracebacks are made.
 * Literals inside the callee are copied as well: they must capture the copies of its variables. */
#include "compiler/opt/inline.h"

typedef struct Copy {
	Fn *from, *to;
	int *local;                     /* callee local -> caller local */
	int consts, fnrefs, refs, places, projs, sites, blks, inl;      /* shifts */
	int base_inl;                   /* node of this call */
	int depth;                      /* added to loop depths */
	int cont;                       /* block after the call */
	Pos pos;                        /* outermost call position, for messages */
} Copy;

static Map fn_by_obj;
static Map lit_origin;           /* copy of a literal -> the literal */
static Map expanded;             /* N_CALL -> Fn */

void inl_index_fns(void)
{
	fn_by_obj = (Map){ 0 };
	lit_origin = (Map){ 0 };
	expanded = (Map){ 0 };
	vec_each(&prog->all, i) {
		Fn *f = prog->all.v[i];
		if (f->obj && !map_has(&fn_by_obj, MAP_KEY(f->obj)))
			map_set(&fn_by_obj, MAP_KEY(f->obj), f);
	}
}

Fn *inl_was_expanded(const Node *call)
{
	return map_get(&expanded, MAP_KEY(call));
}

static bool small_enough(const Fn *callee, bool big)
{
	int max = big ? INL_BIG_MAX : INL_BUDGET;
	if (callee->outer)
		max *= 2;
	return callee->inl_cost > 0 && callee->inl_cost - 1 <= max;
}

int inl_cost_of(Obj *callee, Fn *caller, bool big)
{
	if (callee->u.fn.origin && !map_has(&fn_by_obj, MAP_KEY(callee)))
		callee = callee->u.fn.origin;
	Fn *f = map_get(&fn_by_obj, MAP_KEY(callee));
	if (!f || f == caller)
		return -1;
	if (f->is_intrinsic || gc_intrinsic(f))
		return 0;
	const GoFact *fact = caller->pkg && !caller->pkg->is_std ? go_fact(f) : NULL;
	if (fact)
		return fact->cost <= (big ? INL_BIG_MAX : INL_BUDGET) ? fact->cost : -1;
	return small_enough(f, big) ? f->inl_cost - 1 : -1;
}

int inl_cost_of_lit(Fn *caller, const Node *lit)
{
	vec_each(&caller->lits, i)
		if (caller->lits.v[i]->node == lit) {
			inl_compute(caller->lits.v[i]);
			return small_enough(caller->lits.v[i], false) ? caller->lits.v[i]->inl_cost - 1 : -1;
		}
	return -1;
}

/* ---- names in messages ------------------------------------------------------------------------------------------------ */

const char *fn_diag_name(const Fn *f, const Package *from)
{
	const char *name = f->name;
	const char *path = f->pkg ? f->pkg->path : "";
	size_t n = strlen(path);
	if (f->pkg == from && !strncmp(name, path, n) && name[n] == '.')
		return name + n + 1;
	if (n && !strncmp(name, path, n) && name[n] == '.')
		return str_fmt("%s%s", f->pkg->name, name + n);
	return name;
}

/* Instances as gc sees them: one body for all type arguments of a shape. */
const char *fn_shape_name(const Fn *f, const Package *from)
{
	const char *name = fn_diag_name(f, from), *lb = strchr(name, '[');
	if (!f->targs.n || !lb)
		return name;
	Buf b = { 0 };
	buf_put(&b, name, (size_t)(lb - name));
	vec_each(&f->targs, i) {
		Type *u = type_under(f->targs.v[i]);
		buf_fmt(&b, "%cgo.shape.%s", i ? ',' : '[', u->kind == K_POINTER ? "*uint8" : type_str_mode(u, STR_LINK));
	}
	int depth = 0;
	const char *e = lb;
	for (; *e; e++)
		if (*e == '[')
			depth++;
		else if (*e == ']' && !--depth)
			break;
	buf_puts(&b, *e ? e : "]");
	return buf_take(&b);
}

/* Functions gc compiles to instructions: calls of them count as plain nodes and are not reported. */
bool gc_intrinsic(const Fn *f)
{
	static const char *const names[] = {
		"math.Abs", "math.Ceil", "math.Copysign", "math.FMA", "math.Floor", "math.RoundToEven", "math.Trunc", "math.sqrt", "math/bits.Add", "math/bits.Add64",
		"math/bits.Sub", "math/bits.Sub64", "math/bits.Mul", "math/bits.Mul64", "math/bits.Div", "math/bits.Div64", "math/bits.Len", "math/bits.Len8", "math/bits.Len16", "math/bits.Len32",
		"math/bits.Len64", "math/bits.OnesCount", "math/bits.OnesCount8", "math/bits.OnesCount16", "math/bits.OnesCount32", "math/bits.OnesCount64", "math/bits.TrailingZeros8",
		"math/bits.TrailingZeros16", "math/bits.TrailingZeros32", "math/bits.TrailingZeros64", "math/bits.TrailingZeros", "math/bits.ReverseBytes16", "math/bits.ReverseBytes32", "math/bits.ReverseBytes64",
		"math/bits.ReverseBytes", "math/bits.RotateLeft", "math/bits.RotateLeft8", "math/bits.RotateLeft16", "math/bits.RotateLeft32", "math/bits.RotateLeft64", "runtime.KeepAlive" };
	if (!f->name || !f->pkg || f->recv)
		return false;
	for (int i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(names[i], f->name))
			return true;
	return !strncmp(f->name, "sync/atomic.", 12) && strcmp(f->pkg->path, "sync/atomic") == 0 && !strchr(f->name + 12, '.') && !strchr(f->name + 12, '[');
}

static Pos root_call(Fn *f, uint32_t inl, Pos pos)
{
	while (inl) {
		pos = f->inl.v[inl].call;
		inl = f->inl.v[inl].parent;
	}
	return pos;
}

static const Fn *copy_root(const Fn *f)
{
	for (const Fn *o; (o = map_get(&lit_origin, MAP_KEY(f)));)
		f = o;
	return f;
}

/* ---- copying ------------------------------------------------------------------------------------------------------------- */

static Ref map_ref(const Copy *c, Ref r)
{
	switch (REF_KIND(r)) {
	case RK_LOCAL: return REF_LOCAL(c->local[REF_IDX(r)]);
	case RK_CONST: return REF(RK_CONST, REF_IDX(r) + c->consts);
	case RK_FN: return REF(RK_FN, REF_IDX(r) + c->fnrefs);
	}
	return r;
}

static Fn *copy_lit(const Copy *c, Fn *lit, int *no);

static void fix_targets(const Copy *c, Ins *i, int shift)
{
	(void)c;
	switch (i->op) {
	case OP_JMP: i->u.blk[0] += shift; break;
	case OP_BR: i->u.blk[0] += shift; i->u.blk[1] += shift; break;
	case OP_SWITCH: {
		SwitchTab *s = NEW(SwitchTab);
		*s = (SwitchTab){ .def = i->u.sw->def + shift };
		vec_each(&i->u.sw->rows, r)
			vec_push(&s->rows, (struct SwitchRow){ i->u.sw->rows.v[r].val, i->u.sw->rows.v[r].blk + shift });
		i->u.sw = s;
		break;
	}
	default: break;
	}
}

static SelTab *copy_select(const Copy *c, const SelTab *t)
{
	SelTab *s = NEW(SelTab);
	s->has_default = t->has_default;
	vec_each(&t->cases, k) {
		SelCase x = t->cases.v[k];
		x.chan = map_ref(c, x.chan);
		x.value = map_ref(c, x.value);
		x.dst = map_ref(c, x.dst);
		x.ok = map_ref(c, x.ok);
		vec_push(&s->cases, x);
	}
	return s;
}

static void copy_locals(Copy *c)
{
	Fn *g = c->from, *f = c->to;
	for (int l = 0; l < g->locals.n; l++) {
		Local v = g->locals.v[l];
		if (v.kind == L_CAPTURE) {      /* a literal called where it stands: the captured variable itself */
			c->local[l] = v.capture_of;
			continue;
		}
		if (v.kind == L_PARAM || v.kind == L_RESULT)
			v.kind = L_VAR;
		v.loop_depth += c->depth;
		if (!v.inl_fn) {
			v.inl_fn = g;
			v.inl_local = l;
		}
		v.pos = c->pos;
		vec_push(&f->locals, v);
		c->local[l] = f->locals.n - 1;
	}
}

static void copy_pools(Copy *c)
{
	Fn *g = c->from, *f = c->to;
	c->consts = f->consts.n;
	vec_each(&g->consts, i)
		vec_push(&f->consts, g->consts.v[i]);
	c->fnrefs = f->fnrefs.n;
	vec_each(&g->fnrefs, i)
		vec_push(&f->fnrefs, g->fnrefs.v[i]);
	c->refs = f->refs.n;
	vec_each(&g->refs, i)
		vec_push(&f->refs, map_ref(c, g->refs.v[i]));
	c->projs = f->projs.n;
	vec_each(&g->projs, i) {
		Proj p = g->projs.v[i];
		p.index = map_ref(c, p.index);
		vec_push(&f->projs, p);
	}
	c->places = f->places.n;
	vec_each(&g->places, i) {
		Place p = g->places.v[i];
		p.ref = map_ref(c, p.ref);
		p.index = map_ref(c, p.index);
		p.proj += (uint32_t)c->projs;
		vec_push(&f->places, p);
	}
	c->sites = f->sites.n;
	vec_each(&g->sites, i) {
		Site s = g->sites.v[i];
		s.loop_depth += s.kind == SITE_APPEND ? 0 : c->depth;
		s.pos = c->pos;
		vec_push(&f->sites, s);
	}
	c->inl = f->inl.n - 1;          /* node 0 of the callee is unused */
	for (int i = 1; i < g->inl.n; i++) {
		InlNode n = g->inl.v[i];
		n.parent = n.parent ? n.parent + (uint32_t)c->inl : (uint32_t)c->base_inl;
		vec_push(&f->inl, n);
	}
}

static Ins copy_ins(const Copy *c, const Ins *src, int *lit_no)
{
	Ins i = *src;
	i.dst = map_ref(c, i.dst);
	i.a = map_ref(c, i.a);
	i.b = map_ref(c, i.b);
	i.c = map_ref(c, i.c);
	i.list += (uint32_t)c->refs;
	i.dsts += (uint32_t)c->refs;
	i.place += (uint32_t)c->places;
	if (i.site != NO_SITE)
		i.site += (uint32_t)c->sites;
	i.inl = i.inl ? i.inl + (uint32_t)c->inl : (uint32_t)c->base_inl;
	if (i.op == OP_SELECT)
		i.u.sel = copy_select(c, i.u.sel);
	if (i.op == OP_CLOSURE && i.u.fn->outer == c->from)
		i.u.fn = copy_lit(c, i.u.fn, lit_no);
	fix_targets(c, &i, c->blks);
	return i;
}

/* A literal of the callee again, as a literal of the caller. Its body is the same but for captures and, below it, its own literals. */
static Fn *copy_lit(const Copy *c, Fn *lit, int *no)
{
	Fn *n = NEW(Fn);
	*n = *lit;
	const char *dot = strrchr(lit->name, '.');
	n->name = str_fmt("%s.%s%s", c->to->name, fn_diag_name(c->from, c->from->pkg), dot ? dot : ".func");
	while (strmap_get(&prog->fns, n->name))
		n->name = str_fmt("%s.%s%s-%d", c->to->name, fn_diag_name(c->from, c->from->pkg), dot ? dot : ".func", ++*no);
	n->cname = mangle(n->name);
	n->outer = c->to;
	n->unit = c->to->unit;
	n->weak = c->to->weak || c->from->weak;
	n->inl_cost = lit->inl_cost;
	n->inl_no = lit->inl_no;
	map_set(&lit_origin, MAP_KEY(n), lit);
	n->esc = NULL;
	memset(&n->lits, 0, sizeof n->lits);
	memset(&n->locals, 0, sizeof n->locals);
	memset(&n->ins, 0, sizeof n->ins);
	memset(&n->blks, 0, sizeof n->blks);
	memset(&n->sites, 0, sizeof n->sites);
	memset(&n->refs, 0, sizeof n->refs);
	memset(&n->consts, 0, sizeof n->consts);
	memset(&n->places, 0, sizeof n->places);
	memset(&n->projs, 0, sizeof n->projs);
	memset(&n->fnrefs, 0, sizeof n->fnrefs);
	memset(&n->inl, 0, sizeof n->inl);
	vec_each(&lit->locals, l) {
		Local v = lit->locals.v[l];
		if (v.kind == L_CAPTURE)
			v.capture_of = c->local[v.capture_of];
		vec_push(&n->locals, v);
	}
#define COPY_VEC(field) vec_each(&lit->field, i) vec_push(&n->field, lit->field.v[i])
	COPY_VEC(refs);
	COPY_VEC(consts);
	COPY_VEC(places);
	COPY_VEC(projs);
	COPY_VEC(fnrefs);
	COPY_VEC(sites);
	COPY_VEC(inl);
#undef COPY_VEC
	vec_each(&lit->blks, b) {
		Blk nb = { .loop_depth = lit->blks.v[b].loop_depth, .loop_head = lit->blks.v[b].loop_head };
		vec_each(&lit->blks.v[b].ins, j)
			vec_push(&nb.ins, lit->blks.v[b].ins.v[j]);
		vec_push(&n->blks, nb);
	}
	int sub = 0;
	int *same = arena_array(&build_arena, int, lit->locals.n + 1);
	for (int l = 0; l < lit->locals.n; l++)
		same[l] = l;
	Copy inner = { .from = lit, .to = n, .local = same };
	vec_each(&lit->ins, i) {
		Ins x = lit->ins.v[i];
		if (x.op == OP_CLOSURE && x.u.fn->outer == lit)
			x.u.fn = copy_lit(&inner, x.u.fn, &sub);
		vec_push(&n->ins, x);
	}
	vec_push(&c->to->lits, n);
	vec_push(&prog->all, n);
	strmap_set(&prog->fns, n->name, n);
	return n;
}

static int add_ins(Fn *f, Ins i)
{
	vec_push(&f->ins, i);
	if (i.site != NO_SITE)
		f->sites.v[i.site].ins = (uint32_t)(f->ins.n - 1);
	return f->ins.n - 1;
}

static int plain(Fn *f, Op op, Ref dst, Ref a, const Ins *at)
{
	Ins i = { .op = (uint8_t)op, .dst = dst, .a = a, .site = NO_SITE, .pos = at->pos, .inl = at->inl, .src = at->src, .type = dst ? ir_type(f, dst) : NULL };
	return add_ins(f, i);
}

static int vardef(Fn *f, int local, bool zero, const Ins *at)
{
	int n = plain(f, OP_VARDEF, REF_NONE, REF_LOCAL(local), at);
	f->ins.v[n].flags = zero ? F_ZERO : 0;
	f->ins.v[n].type = f->locals.v[local].type;
	return n;
}

static const GoFact *fact_for(const Fn *f, const Fn *callee)
{
	return callee && f->pkg && !f->pkg->is_std && !gc_intrinsic(callee) ? go_fact(callee) : NULL;
}

/* "inlining call to" for the nodes of the inline tree from first on. What is inside a function of the library is what Go says of it. */
static void say_inlined(Fn *f, int first, Pos pos)
{
	if (!pkg_flags(f->pkg).m || (f->wrapper && !(f->node && f->node->kind == N_CALL_STMT)))
		return;
	for (int n = first; n < f->inl.n; n++) {
		Fn *g = f->inl.v[n].fn;
		bool hidden = gc_intrinsic(g);
		for (uint32_t p = f->inl.v[n].parent; p && (int)p >= first; p = f->inl.v[p].parent)
			hidden |= fact_for(f, f->inl.v[p].fn) != NULL;
		if (hidden)
			continue;
		diag_note(pos, "inlining call to %s", fn_shape_name(copy_root(g), f->pkg));
		const GoFact *fact = fact_for(f, g);
		for (const char *p = fact ? fact->nested : ""; *p;) {
			size_t len = strcspn(p, ";");
			diag_note(pos, "inlining call to %.*s", (int)len, p);
			p += len + (p[len] == ';');
		}
	}
}

/* A call of a library function that Go inlines and we do not: only the messages. */
static void say_not_expanded(Fn *f, const Ins *call, Fn *callee, bool big)
{
	const GoFact *fact = fact_for(f, callee);
	if (!fact || fact->cost < 0 || fact->cost > (big ? INL_BIG_MAX : INL_BUDGET))
		return;
	if (call->src && call->src->kind == N_CALL)
		map_set(&expanded, MAP_KEY(call->src), callee);
	if (!f->inl.n)
		vec_push(&f->inl, (InlNode){ 0 });
	vec_push(&f->inl, ((InlNode){ call->inl, callee, call->pos }));
	Pos pos = f->wrapper && f->node && f->node->kind == N_CALL_STMT ? f->node->u.callstmt.call->pos : root_call(f, call->inl, call->pos);
	say_inlined(f, f->inl.n - 1, pos);
}

/* Replaces instruction number at of block b by the body of callee. Returns the block that holds what followed. */
static int expand_call(Fn *f, int b, int at, Fn *callee)
{
	int call_no = f->blks.v[b].ins.v[at];
	Ins call = f->ins.v[call_no];
	if (call.src && call.src->kind == N_CALL && !callee->wrapper && !callee->range_body)
		map_set(&expanded, MAP_KEY(call.src), callee);
	if (!f->inl.n)
		vec_push(&f->inl, (InlNode){ 0 });
	vec_push(&f->inl, ((InlNode){ call.inl, callee, call.pos }));
	Copy c = { .from = callee, .to = f, .base_inl = f->inl.n - 1, .depth = f->blks.v[b].loop_depth - callee->blks.v[0].loop_depth };
	c.pos = root_call(f, call.inl, call.pos);
	if (f->wrapper && f->node && f->node->kind == N_CALL_STMT)
		c.pos = f->node->u.callstmt.call->pos;
	c.local = arena_array(&build_arena, int, callee->locals.n + 1);
	copy_locals(&c);
	copy_pools(&c);

	int cont = ir_blk(f, f->blks.v[b].loop_depth);
	c.cont = cont;
	c.blks = f->blks.n;
	for (int k = 0; k < callee->blks.n; k++)
		ir_blk(f, callee->blks.v[k].loop_depth + c.depth);

	/* What stands before the call, then the arguments and the body; what follows it stays where it is, as the block to continue in:
	 * its array is handed over, so that thousands of calls in one block cost no more than their bodies. */
	IntVec head = { 0 }, rest = f->blks.v[b].ins;
	for (int k = 0; k < at; k++)
		vec_push(&head, rest.v[k]);
	int nmove = 0;
	for (int r = 0; r < callee->results.n; r++)
		nmove += (r < call.ndst ? f->refs.v[call.dsts + (uint32_t)r] : r == 0 && !call.ndst ? call.dst : REF_NONE) != REF_NONE;
	bool fits = nmove <= at + 1;
	if (fits) {
		int first = at + 1 - nmove;
		f->blks.v[cont].ins = (IntVec){ .v = rest.v + first, .n = rest.n - first, .cap = rest.cap - first };
	}

	/* results arrive, then the rest of the block */
	int moved = 0;
	for (int r = 0; r < callee->results.n; r++) {
		Ref dst = r < call.ndst ? f->refs.v[call.dsts + (uint32_t)r] : r == 0 && !call.ndst ? call.dst : REF_NONE;
		if (!dst)
			continue;
		int move = plain(f, OP_MOV, dst, REF_LOCAL(c.local[callee->results.v[r]]), &call);
		if (fits)
			f->blks.v[cont].ins.v[moved++] = move;
		else
			vec_push(&f->blks.v[cont].ins, move);
	}
	for (int k = at + 1; !fits && k < rest.n; k++)
		vec_push(&f->blks.v[cont].ins, rest.v[k]);

	for (int p = 0; p < callee->params.n; p++) {
		int l = c.local[callee->params.v[p]];
		vec_push(&head, vardef(f, l, false, &call));
		vec_push(&head, plain(f, OP_MOV, REF_LOCAL(l), f->refs.v[call.list + (uint32_t)p], &call));
	}
	/* Every return stores all results without a name: left without a zero they have one definition when there is one return, which is
	 * what lets the closures they hold be known. */
	for (int r = 0; r < callee->results.n; r++) {
		const Local *v = &callee->locals.v[callee->results.v[r]];
		vec_push(&head, vardef(f, c.local[callee->results.v[r]], !v->name || v->name->s[0] != '~' || v->addr_taken || !type_is(v->type, K_FUNC), &call));
	}
	int jump = plain(f, OP_JMP, REF_NONE, REF_NONE, &call);
	f->ins.v[jump].u.blk[0] = c.blks;
	vec_push(&head, jump);
	f->blks.v[b].ins = head;

	int lit_no = 0;
	for (int k = 0; k < callee->blks.n; k++) {
		f->blks.v[c.blks + k].loop_head = callee->blks.v[k].loop_head;
		vec_each(&callee->blks.v[k].ins, j) {
			Ins i = copy_ins(&c, &callee->ins.v[callee->blks.v[k].ins.v[j]], &lit_no);
			if (i.op == OP_RET) {
				i.op = OP_JMP;
				i.u.blk[0] = cont;
			}
			vec_push(&f->blks.v[c.blks + k].ins, add_ins(f, i));
		}
	}
	say_inlined(f, c.base_inl, c.pos);
	return cont;
}

enum { RANGE_BODY_MAX = 1500, RANGE_BODY_SMALL = 150, GROWN_MAX = 20000 };      /* instructions */

/* ---- choosing -------------------------------------------------------------------------------------------------------------- */

static Fn *closure_called(Fn *f, const int *def, Ref r)
{
	if (REF_KIND(r) == RK_FN)
		return f->fnrefs.v[REF_IDX(r)];
	if (REF_KIND(r) != RK_LOCAL)
		return NULL;
	Local *v = &f->locals.v[REF_IDX(r)];
	if ((v->kind != L_TEMP && v->kind != L_VAR) || v->addr_taken || def[REF_IDX(r)] < 0)
		return NULL;
	Ins *d = &f->ins.v[def[REF_IDX(r)]];
	if (d->op == OP_CLOSURE)
		return d->u.fn->outer == f ? d->u.fn : NULL;
	if (d->op == OP_MOV && d->a != r)
		return closure_called(f, def, d->a);
	return NULL;
}

static void define(const Fn *f, int *def, Ref r, int n)
{
	(void)f;
	if (REF_KIND(r) == RK_LOCAL)
		def[REF_IDX(r)] = def[REF_IDX(r)] == -1 ? n : -2;
}

/* Per local: its only defining instruction, -1 none, -2 several or unknown. */
int *fn_defs(Fn *f)
{
	int *def = arena_array(&build_arena, int, f->locals.n + 1);
	for (int i = 0; i < f->locals.n; i++)
		def[i] = -1;
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			int n = f->blks.v[b].ins.v[j];
			Ins *i = &f->ins.v[n];
			define(f, def, i->dst, n);
			for (int d = 0; d < i->ndst; d++)
				define(f, def, f->refs.v[i->dsts + (uint32_t)d], n);
			if (i->op == OP_VARDEF && i->flags & F_ZERO)
				define(f, def, i->a, n);
			if (i->op == OP_STORE || i->op == OP_ADDR) {
				Place *p = &f->places.v[i->place];
				if (p->base == PB_LOCAL && REF_KIND(p->ref) == RK_LOCAL)
					def[REF_IDX(p->ref)] = -2;
			}
			if (i->op == OP_SELECT)
				vec_each(&i->u.sel->cases, c) {
					define(f, def, i->u.sel->cases.v[c].dst, -2);
					define(f, def, i->u.sel->cases.v[c].ok, -2);
				}
		}
	/* what literals capture by reference may change behind our back */
	vec_each(&f->lits, l)
		vec_each(&f->lits.v[l]->captures, k) {
			Local *v = &f->lits.v[l]->locals.v[f->lits.v[l]->captures.v[k]];
			if (v->by_ref)
				def[v->capture_of] = -2;
		}
	return def;
}

/* Makes room in the table for the locals that came with an expanded call, from n on: nothing is known of those. */
static void grow_defs(const Fn *f, int **def, int n, int *cap)
{
	if (f->locals.n > *cap) {
		int *grown = arena_array(&build_arena, int, *cap = 2 * f->locals.n);
		memcpy(grown, *def, (size_t)n * sizeof **def);
		*def = grown;
	}
	for (; n < f->locals.n; n++)
		(*def)[n] = -2;
}

static bool already_inlined(const Fn *f, uint32_t inl, const Fn *callee)
{
	for (; inl; inl = f->inl.v[inl].parent)
		if (copy_root(f->inl.v[inl].fn) == copy_root(callee))
			return true;
	return false;
}

/* Calls of the closure, as far as they are known. */
static int known_calls(Fn *f, const int *def, const Fn *lit)
{
	int n = 0;
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			const Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			n += i->op == OP_CALL_FN && closure_called(f, def, i->a) == lit;
		}
	return n;
}

static bool wanted(Fn *f, const Ins *i, const int *def, Fn *callee, bool big)
{
	if (race_build && callee && race_watches(f->pkg) != race_watches(callee->pkg) && strcmp(callee->pkg ? callee->pkg->path : "", "sync/atomic"))
		return false;
	if (!callee || callee == f || callee->is_extern || !callee->blks.n || already_inlined(f, i->inl, callee))
		return false;
	if (callee->outer != f && (callee->captures.n || (callee->outer && i->op == OP_CALL)))
		return false;
	if (!callee->outer && callee->is_closure)
		return false;
	if (i->nlist < callee->params.n)
		return false;
	if (callee->range_body || (callee->wrapper && callee->outer))
		return !big && callee->outer == f && !callee->has_defer && !callee->has_recover && callee->ins.n <= RANGE_BODY_MAX &&
			(callee->ins.n <= RANGE_BODY_SMALL || known_calls(f, def, callee) == 1);
	const GoFact *fact = fact_for(f, callee);
	if (fact && (fact->cost < 0 || fact->cost > (big ? INL_BIG_MAX : INL_BUDGET)))
		return false;
	if (fact && callee->recv && !strncmp(fact->tags, "h0", 2))
		return false;                   /* the receiver leaks: the tags of a call say so, our body would not */
	if (callee->outer && !callee->inl_cost)
		inl_compute(callee);
	return small_enough(callee, big);
}

/* closures: only calls of func values, in all blocks; else the calls f had before anything was expanded. True when something was. */
static bool expand_round(Fn *f, bool big, bool closures)
{
	bool changed = false;
	int *def = fn_defs(f), cap = f->locals.n;
	int nblk = f->blks.n;
	for (int b = 0; b < nblk; b++) {
		int cur = b;
		for (int at = 0; at < f->blks.v[cur].ins.n; at++) {
			Ins *i = &f->ins.v[f->blks.v[cur].ins.v[at]];
			Fn *callee = i->op == OP_CALL && !closures ? i->u.fn : i->op == OP_CALL_FN ? closure_called(f, def, i->a) : NULL;
			if (!callee)
				continue;
			if (!wanted(f, i, def, callee, big)) {
				if (go_facts_on && i->op == OP_CALL)
					say_not_expanded(f, i, callee, big);
				continue;
			}
			if (f->ins.n + callee->ins.n > (closures ? GROWN_MAX : 60000))
				return false;
			int nlocal = f->locals.n;
			cur = expand_call(f, cur, at, callee);
			grow_defs(f, &def, nlocal, &cap);
			changed = true;
			at = -1;
		}
	}
	return changed;
}

void inl_expand(Fn *f)
{
	if (!f->blks.n || !f->pkg || f->is_extern)
		return;
	OptFlags flags = pkg_flags(f->pkg);
	if (flags.no_inline || flags.no_opt)
		return;
	bool big = inl_is_big(f);
	if (big && flags.m > 1)
		diag_note(f->node->pos, "function %s considered 'big'; reducing max cost of inlinees", fn_diag_name(f, f->pkg));
	/* What was expanded may have made more closures known: those it returns, and those it calls as its parameters. */
	for (int round = 0; expand_round(f, big, round > 0) && round < 12; round++)
		continue;
}
