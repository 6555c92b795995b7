/* ir_check.c: the verifier. Runs after lowering and after each pass; a violation is our bug and stops the build, so that broken IR
 * never reaches the emitter. Checked: block structure, references in range, place shapes, operand and result types. */
#include "compiler/ir/ir.h"

static Fn *cf;
static const char *cafter;
static const Ins *ci;

__attribute__((format(printf, 1, 2), noreturn)) static void fail(const char *fmt, ...)
{
	char text[400];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	Buf b = { 0 };
	ir_dump(&b, cf);
	fprintf(stderr, "%s", b.s ? b.s : "");
	bug_at(cafter, cf->name, ci ? ci->pos : cf->pos);
	bug("ir: %s: %s in %s", ci ? op_text[ci->op] : "function", text, cf->name);
}

static void check_ref(Ref *r, bool is_dst, void *arg)
{
	int i = REF_IDX(*r), n = 0;
	(void)arg;
	switch (REF_KIND(*r)) {
	case RK_LOCAL: n = cf->locals.n; break;
	case RK_CONST: n = cf->consts.n; break;
	case RK_FN: n = cf->fnrefs.n; break;
	default: fail("bad reference %x", *r);
	}
	if (i >= n)
		fail("reference %x out of range", *r);
	if (is_dst && REF_KIND(*r) != RK_LOCAL)
		fail("result is no local");
}

static const char *ts(Type *t)
{
	return t ? type_str_mode(t, STR_LINK) : "(none)";
}

static void same(Type *a, Type *b, const char *what)
{
	if (a != b)
		fail("%s: type %s, want %s", what, ts(a), ts(b));
}

static void canon(Type *t, const char *what)
{
	if (!t)
		fail("%s: no type", what);
	if (type_canon(t) != t)
		fail("%s: type %s is not canonical", what, ts(t));
	if (type_has_tparam(t))
		fail("%s: type %s mentions a type parameter", what, ts(t));
}

static Type *rt(Ref r)
{
	return ir_type(cf, r);
}

static void check_place(const Place *p)
{
	Type *t = p->base_type;
	canon(t, "place");
	switch (p->base) {
	case PB_LOCAL:
		if (!ir_loc(cf, p->ref))
			fail("place base is no local");
		same(rt(p->ref), t, "place local");
		break;
	case PB_DEREF:
		if (!p->ref)
			fail("place without pointer");
		if (!type_is(rt(p->ref), K_POINTER) && !type_is(rt(p->ref), K_UNSAFEPTR))
			fail("place through %s", ts(rt(p->ref)));
		break;
	case PB_GLOBAL:
		if (!p->global)
			fail("place without global");
		same(p->global->type, t, "place global");
		break;
	case PB_ELEM:
		if (!p->ref || !p->index)
			fail("element place without operands");
		if (!type_is(rt(p->ref), K_SLICE) && !type_is(rt(p->ref), K_STRING))
			fail("element of %s", ts(rt(p->ref)));
		break;
	}
	for (uint32_t k = 0; k < p->nproj; k++) {
		const Proj *j = &cf->projs.v[p->proj + k];
		Type *u = type_under(t);
		if (j->is_index) {
			if (u->kind != K_ARRAY || !j->index)
				fail("index projection of %s", ts(t));
		} else if (u->kind != K_STRUCT || j->field >= u->u.st.fields.n) {
			fail("field projection %d of %s", j->field, ts(t));
		}
		t = j->type;
		canon(t, "projection");
	}
	same(p->type, t, "place type");
}

static bool is_end(int op)
{
	return op == OP_JMP || op == OP_BR || op == OP_SWITCH || op == OP_RET || op == OP_UNREACHABLE || op == OP_PANIC || op == OP_RANGE_PANIC;
}

static void check_blk(int b)
{
	if (b < 0 || b >= cf->blks.n)
		fail("no block %d", b);
}

static void check_args(Type *sig, Type *recv, Ref skip_recv)
{
	(void)skip_recv;
	int np = sig->u.fn.params.n, nr = sig->u.fn.results.n, at = 0;
	if (recv) {
		if (ci->nlist < 1)
			fail("no receiver");
		at = 1;
	}
	if (ci->nlist - at != np)
		fail("%d arguments, want %d", ci->nlist - at, np);
	if (ci->ndst != nr)
		fail("%d results, want %d", ci->ndst, nr);
	for (int k = 0; k < np; k++)
		same(rt(cf->refs.v[ci->list + at + k]), type_canon(sig->u.fn.params.v[k]->type), "argument");
	for (int k = 0; k < nr; k++)
		if (cf->refs.v[ci->dsts + k])
			same(rt(cf->refs.v[ci->dsts + k]), type_canon(sig->u.fn.results.v[k]->type), "result");
}

static void check_ins(Ins *i)
{
	ir_each_ref(cf, i, check_ref, NULL);
	if (i->site != NO_SITE && i->site >= (uint32_t)cf->sites.n)
		fail("no site %u", i->site);
	if (i->type)
		canon(i->type, "type");
	switch (i->op) {
	case OP_MOV:
		same(rt(i->dst), rt(i->a), "mov");
		break;
	case OP_LOAD: case OP_STORE: case OP_ADDR: {
		if (i->place >= (uint32_t)cf->places.n)
			fail("no place");
		Place *p = &cf->places.v[i->place];
		check_place(p);
		if (i->op == OP_LOAD)
			same(rt(i->dst), p->type, "load");
		else if (i->op == OP_STORE)
			same(rt(i->a), p->type, "store");
		break;
	}
	case OP_ADD: case OP_SUB: case OP_MUL: case OP_DIV: case OP_REM: case OP_AND: case OP_OR: case OP_XOR: case OP_ANDNOT: case OP_MIN: case OP_MAX:
		same(rt(i->a), i->type, "left operand");
		same(rt(i->b), i->type, "right operand");
		same(rt(i->dst), i->type, "result");
		break;
	case OP_EQ: case OP_NE: case OP_LT: case OP_LE: case OP_GT: case OP_GE:
		same(rt(i->a), i->type, "left operand");
		same(rt(i->b), i->type, "right operand");
		break;
	case OP_SHL: case OP_SHR:
		same(rt(i->a), i->type, "left operand");
		same(rt(i->dst), i->type, "result");
		same(rt(i->b), i->u.shift_type, "shift count");
		break;
	case OP_IFACE_MAKE:
		if (type_is(i->type, K_INTERFACE) || !type_is(rt(i->dst), K_INTERFACE))
			fail("from %s to %s", ts(i->type), ts(rt(i->dst)));
		same(rt(i->a), i->type, "operand");
		break;
	case OP_IFACE_CONV:
		if (!type_is(i->type, K_INTERFACE) || !type_is(rt(i->dst), K_INTERFACE))
			fail("from %s to %s", ts(i->type), ts(rt(i->dst)));
		break;
	case OP_CALL:
		if (!i->u.fn || !i->u.fn->sig)
			fail("no function");
		check_args(i->u.fn->sig, i->u.fn->recv ? i->u.fn->recv : i->u.fn->ifn ? i->u.fn->sig : NULL, 0);
		break;
	case OP_CALL_FN:
		same(type_canon(type_under(rt(i->a))), i->type, "func value");
		check_args(type_under(i->type), NULL, 0);
		break;
	case OP_CALL_IFACE: {
		MethodSet *ms = method_set(i->type);
		if (i->u.imm < 0 || i->u.imm >= ms->v.n)
			fail("no method %lld of %s", (long long)i->u.imm, ts(i->type));
		check_args(ms->v.v[i->u.imm].type, NULL, 0);
		break;
	}
	case OP_CLOSURE:
		if (!i->u.fn || i->nlist != i->u.fn->captures.n)
			fail("%d captures, want %d", i->nlist, i->u.fn ? i->u.fn->captures.n : 0);
		break;
	case OP_JMP: check_blk(i->u.blk[0]); break;
	case OP_BR: check_blk(i->u.blk[0]); check_blk(i->u.blk[1]); break;
	case OP_SWITCH:
		check_blk(i->u.sw->def);
		vec_each(&i->u.sw->rows, k)
			check_blk(i->u.sw->rows.v[k].blk);
		break;
	default: break;
	}
	if (op_effect[i->op] & EFF_A && i->site == NO_SITE && (i->op == OP_NEW || i->op == OP_CLOSURE || i->op == OP_IFACE_MAKE || i->op == OP_MAKE_SLICE))
		fail("allocation without site");
}

void ir_check(Fn *f, const char *after)
{
	if (f->is_extern || f->is_intrinsic)
		return;
	cf = f;
	cafter = after;
	ci = NULL;
	if (!f->blks.n)
		fail("no blocks");
	vec_each(&f->locals, k)
		if (!f->locals.v[k].unused && f->locals.v[k].kind != L_MAPITER)
			canon(f->locals.v[k].type, "local");
	vec_each(&f->consts, k)
		canon(f->consts.v[k].type, "constant");
	vec_each(&f->blks, b) {
		Blk *bl = &f->blks.v[b];
		if (!bl->ins.n)
			fail("block %d is empty", b);
		vec_each(&bl->ins, k) {
			Ins *i = &f->ins.v[bl->ins.v[k]];
			ci = i;
			if (is_end(i->op) != (k == bl->ins.n - 1))
				fail("block %d: instruction %d of %d %s", b, k, bl->ins.n, is_end(i->op) ? "ends it early" : "does not end it");
			check_ins(i);
		}
		ci = NULL;
	}
}
