/* cfunc.c: one function: which locals become C variables, in which order blocks are printed, prologue and body.
 *
 * Temporaries that are defined once and used once in the same block are not variables: their expression is printed where it is
 * used, unless something in between could change its value (cstmt.c). Other locals are declared where they are first assigned when
 * that comes first in the text, else at the top. Labels and gotos carry control flow; blocks come in reverse postorder, so loops
 * stay together and most jumps fall through. */
#include "compiler/emit/em.h"

FnEm fe;

/* ---- linkage and prototypes ------------------------------------------------------------------------------------------------ */

/* In package main nothing is visible from outside, so gcc may inline and specialise everything. Elsewhere other units may refer
 * to any function: generic instances and inlined code mention unexported ones too. */
bool fn_is_static(const Fn *f)
{
	if (!em.is_main || f->is_extern || f == prog->main_fn || f == em.u->init)
		return false;
	if (!f->weak && f->unit != em.u)
		return false;
	const Node *decl = f->obj ? f->obj->u.fn.decl : NULL;
	return !(decl && decl->pragma && decl->pragma->linkname) && f->cname[0] == 'G' && f->cname[1] == '_';
}

/* Functions whose frames runtime.Callers must find where Go has them: those that ask, and their callers for a few levels. */
static bool asks_callers(Fn *f, int depth);
static bool asks_callers_scan(Fn *f, int depth)
{
	vec_each(&f->ins, i) {
		Ins *s = &f->ins.v[i];
		if (s->op != OP_CALL || !s->u.fn)
			continue;
		Fn *g = s->u.fn;
		if (g->is_extern && !strcmp(g->cname, "tu_callers"))
			return true;
		if (!strcmp(g->name, "runtime.Caller") || !strcmp(g->name, "runtime.Callers"))
			return true;
		if (depth > 0 && g != f && !g->is_extern && g->unit == f->unit && g->ins.n && asks_callers(g, depth - 1))
			return true;
	}
	return false;
}

static bool asks_callers(Fn *f, int depth)
{
	static Map known;               /* (Fn, depth) -> 1 no, 2 yes */
	uintptr_t key = MAP_KEY(f) + (uintptr_t)depth;
	uintptr_t v = (uintptr_t)map_get(&known, key);
	if (!v) {
		map_set(&known, key, (void *)(uintptr_t)1);     /* recursion ends here */
		v = asks_callers_scan(f, depth) ? 2 : 1;
		map_set(&known, key, (void *)v);
	}
	return v == 2;
}

void fn_proto(Buf *b, Fn *f)
{
	if (fn_is_static(f))
		buf_puts(b, "static ");
	else if (f->weak)
		buf_puts(b, "TU_WEAK ");
	buf_fmt(b, "%s %s(", result_type(f), f->cname);
	put_params(b, f, false);
	buf_putc(b, ')');
}

/* ---- what is known about each local ------------------------------------------------------------------------------------------- */

static void see(int i, bool def)
{
	LocInfo *l = &fe.loc[i];
	if (!l->seen) {
		l->seen = true;
		l->top = !def;
	}
}

static void at_block(LocInfo *l, int b)
{
	if (l->blk == -2)
		l->blk = b;
	else if (l->blk != b)
		l->blk = -1;
}

/* Set while an instruction is scanned whose effect cannot be deleted. */
static bool certain;

static void note_use(Ref r, int b)
{
	if (REF_KIND(r) != RK_LOCAL)
		return;
	LocInfo *l = li(r);
	l->nuse++;
	l->used_there |= certain && l->def_blk == b;
	at_block(l, b);
	see(REF_IDX(r), false);
}

static void note_touch(Ref r)
{
	if (REF_KIND(r) != RK_LOCAL)
		return;
	li(r)->ntouch++;
	see(REF_IDX(r), false);
}

static void note_def(Ref r, int b, Ins *s)
{
	if (REF_KIND(r) != RK_LOCAL)
		return;
	LocInfo *l = li(r);
	l->ndef++;
	l->def = s;
	l->def_blk = b;
	at_block(l, b);
	see(REF_IDX(r), true);
}

static bool has_place(const Ins *s)
{
	return s->op == OP_LOAD || s->op == OP_STORE || s->op == OP_ADDR;
}

static void note_ins(Ins *s, int b)
{
	Fn *f = fe.f;
	if (s->op == OP_VARDEF) {
		if (s->flags & F_ZERO)
			note_def(s->a, b, s);
		return;
	}
	if (s->op == OP_NOP)
		return;
	certain = op_effect[s->op] & (EFF_W | EFF_C) || s->op == OP_BR || s->op == OP_SWITCH || s->op == OP_RET || s->op == OP_PANIC;
	bool iter = s->op == OP_MAP_KEY || s->op == OP_MAP_NEXT;
	if (s->a)
		iter ? note_touch(s->a) : note_use(s->a, b);
	if (s->b)
		note_use(s->b, b);
	if (s->c)
		note_use(s->c, b);
	for (int k = 0; k < s->nlist; k++) {
		Ref r = f->refs.v[s->list + k];
		s->op == OP_CLOSURE ? note_touch(r) : note_use(r, b);
	}
	if (has_place(s)) {
		Place *p = &f->places.v[s->place];
		for (uint32_t k = 0; k < p->nproj; k++)
			if (f->projs.v[p->proj + k].is_index)
				note_use(f->projs.v[p->proj + k].index, b);
		if (p->base == PB_ELEM)
			note_use(p->index, b);
		if (p->base == PB_DEREF || p->base == PB_ELEM)
			note_use(p->ref, b);
		if (p->base == PB_LOCAL) {
			if (s->op == OP_STORE && p->nproj == 0)
				note_def(p->ref, b, s);
			else
				note_touch(p->ref);
		}
	}
	if (s->op == OP_SELECT)
		vec_each(&s->u.sel->cases, k) {
			SelCase *c = &s->u.sel->cases.v[k];
			note_use(c->chan, b);
			note_use(c->value, b);
			note_touch(c->dst);
			note_touch(c->ok);
		}
	if (s->op == OP_RET)
		vec_each(&f->results, k)
			note_use(REF_LOCAL(f->results.v[k]), b);
	if (s->dst)
		s->op == OP_MAP_ITER ? note_touch(s->dst) : note_def(s->dst, b, s);
	for (int k = 0; k < s->ndst; k++)
		if (f->refs.v[s->dsts + k])
			note_def(f->refs.v[s->dsts + k], b, s);
}

/* An unnamed result that is only set just before returning prints as "return value;". */
static bool result_folds(int loc)
{
	Fn *f = fe.f;
	LocInfo *l = &fe.loc[loc];
	Local *o = &f->locals.v[loc];
	if (f->has_defer || l->ntouch || l->mem || o->addr_taken || (o->name && o->name->s[0] != '~'))
		return false;
	int nret = 0, ndef = 0;
	vec_each(&fe.order, i) {
		Blk *b = &f->blks.v[fe.order.v[i]];
		int defs = 0;
		vec_each(&b->ins, k) {
			Ins *s = &f->ins.v[b->ins.v[k]];
			if (s->op == OP_RET && !defs)
				return false;
			nret += s->op == OP_RET;
			defs += s->dst == REF_LOCAL(loc);
		}
		if (defs > 1 || (defs && f->ins.v[vec_last(&b->ins)].op != OP_RET))
			return false;
		ndef += defs;
	}
	return ndef == nret && l->nuse == nret && l->ndef == ndef;
}

static const char *local_name(Local *l, int idx)
{
	if (!l->name || l->kind == L_TEMP)
		return xs("_%d", idx);
	const char *base = l->name->s, *n;
	if (!strcmp(base, "_"))
		return xs("_%d", idx);
	if (base[0] == '~')
		base = xs("ret%s", base + 2);
	base = n = c_ident(base);
	intptr_t k = (intptr_t)strmap_get(&fe.used, base);     /* how many have the name already */
	if (k)
		do
			n = xs("%s$%d", base, (int)++k);
		while (strmap_get(&fe.used, n));
	strmap_set(&fe.used, base, (void *)MAX(k, (intptr_t)1));
	if (n != base)
		strmap_set(&fe.used, n, (void *)1);
	return n;
}

static void setup_local(int i)
{
	Local *o = &fe.f->locals.v[i];
	LocInfo *l = &fe.loc[i];
	static CType iter = { .rep = R_STRUCT, .name = "TuMapIter", .size = 112 };
	l->ct = o->kind == L_MAPITER ? &iter : ctype(o->type);
	const char *n = local_name(o, i);
	bool by_ref = o->kind == L_CAPTURE && o->by_ref;
	bool boxed = (o->heap || by_ref) && l->ct->rep != R_ZERO;
	l->var = boxed ? xs(by_ref ? "%s$r" : "%s$h", n) : n;
	l->name = boxed ? xs("(*%s)", l->var) : n;
	l->mem = o->addr_taken || o->heap || by_ref;
	l->barrier = boxed;
	l->fold = o->kind == L_TEMP && l->ndef == 1 && l->nuse == 1 && !l->ntouch && !l->mem && l->blk >= 0;
	if (o->kind == L_RESULT) {
		l->fold = result_folds(i);
		l->top = !l->fold;
	}
	if (o->kind == L_PARAM || o->kind == L_CAPTURE)
		l->declared = true;
	if (o->heap)
		l->top = true;
}

/* ---- order of blocks ----------------------------------------------------------------------------------------------------------- */

/* Follows blocks that only jump. */
static int target(int b)
{
	Fn *f = fe.f;
	for (int n = 0; n < 32; n++) {
		Ins *only = NULL;
		vec_each(&f->blks.v[b].ins, k) {
			Ins *s = &f->ins.v[f->blks.v[b].ins.v[k]];
			if (s->op == OP_NOP)
				continue;
			if (only || s->op != OP_JMP)
				return b;
			only = s;
		}
		if (!only || only->u.blk[0] == b)
			return b;
		b = only->u.blk[0];
	}
	return b;
}

static void visit(int b, uint8_t *seen)
{
	Fn *f = fe.f;
	if (seen[b])
		return;
	seen[b] = 1;
	if (f->blks.v[b].ins.n) {
		Ins *s = &f->ins.v[vec_last(&f->blks.v[b].ins)];
		if (s->op == OP_JMP) {
			visit(s->u.blk[0] = target(s->u.blk[0]), seen);
		} else if (s->op == OP_BR) {
			s->u.blk[0] = target(s->u.blk[0]);
			s->u.blk[1] = target(s->u.blk[1]);
			visit(s->u.blk[1], seen);
			visit(s->u.blk[0], seen);
		} else if (s->op == OP_SWITCH) {
			SwitchTab *t = s->u.sw;
			t->def = target(t->def);
			visit(t->def, seen);
			for (int k = t->rows.n - 1; k >= 0; k--) {
				t->rows.v[k].blk = target(t->rows.v[k].blk);
				visit(t->rows.v[k].blk, seen);
			}
		}
	}
	vec_push(&fe.order, b);         /* postorder; reversed below */
}

static void need_label(int b, int here)
{
	if (here + 1 >= fe.order.n || fe.order.v[here + 1] != b)
		fe.label[b] = true;
}

static void order_blocks(void)
{
	Fn *f = fe.f;
	uint8_t *seen = arena_alloc(fe.mem, (size_t)f->blks.n + 1);
	fe.order.n = 0;
	visit(target(0), seen);
	for (int i = 0, j = fe.order.n - 1; i < j; i++, j--) {
		int t = fe.order.v[i];
		fe.order.v[i] = fe.order.v[j];
		fe.order.v[j] = t;
	}
	fe.label = arena_alloc(fe.mem, (size_t)f->blks.n + 1);
	vec_each(&fe.order, i) {
		Blk *b = &f->blks.v[fe.order.v[i]];
		if (!b->ins.n)
			continue;
		Ins *s = &f->ins.v[vec_last(&b->ins)];
		if (s->op == OP_JMP)
			need_label(s->u.blk[0], i);
		if (s->op == OP_BR) {
			bool t = i + 1 < fe.order.n && fe.order.v[i + 1] == s->u.blk[0], e = i + 1 < fe.order.n && fe.order.v[i + 1] == s->u.blk[1];
			if (!t || s->u.blk[0] == s->u.blk[1])
				fe.label[s->u.blk[0]] = !t || fe.label[s->u.blk[0]];
			if (!e)
				fe.label[s->u.blk[1]] = true;
		}
		if (s->op == OP_SWITCH) {
			fe.label[s->u.sw->def] = true;
			vec_each(&s->u.sw->rows, k)
				fe.label[s->u.sw->rows.v[k].blk] = true;
		}
	}
}

/* ---- prologue -------------------------------------------------------------------------------------------------------------------- */

static void param_in(int i)
{
	LocInfo *l = &fe.loc[i];
	Local *o = &fe.f->locals.v[i];
	const char *n = o->heap ? xs("%s$in", l->var) : l->var;
	switch ((Rep)l->ct->rep) {
	case R_STRING:
		ln("TuString %s = { %s$p, %s$n };", n, n, n);
		break;
	case R_SLICE:
		ln("TuSlice %s = { %s$p, %s$n, %s$c };", n, n, n, n);
		break;
	case R_IFACE:
		ln("TuIface %s = { %s$tab, %s$d };", n, n, n);
		break;
	default:
		break;
	}
	if (o->heap && l->ct->rep != R_ZERO) {
		ln("%s *%s = %s;", l->ct->name, l->var, new_text(o->type));
		ln("*%s = %s;", l->var, n);
	}
	l->declared = true;
}

/* struct { void *code$; captures } as CLOSURE builds it */
static void captures_in(void)
{
	Fn *f = fe.f;
	if (!f->captures.n)
		return;
	Buf b = { 0 };
	buf_puts(&b, "struct { void *code$;");
	vec_each(&f->captures, k) {
		LocInfo *l = &fe.loc[f->captures.v[k]];
		if (l->ct->rep == R_ZERO)
			continue;
		buf_fmt(&b, f->locals.v[f->captures.v[k]].by_ref ? " %s *%s;" : " %s %s;", l->ct->name, l->var);
	}
	ln("%s } *clo$ = ctx$;", b.s);
	buf_free(&b);
	vec_each(&f->captures, k) {
		LocInfo *l = &fe.loc[f->captures.v[k]];
		if (l->ct->rep == R_ZERO)
			continue;
		const char *star = f->locals.v[f->captures.v[k]].by_ref ? "*" : "";
		ln("%s %s%s = clo$->%s;", l->ct->name, star, l->var, l->var);
	}
}

static void prologue(void)
{
	Fn *f = fe.f;
	bool calls = f->has_defer || f->has_recover;
	vec_each(&f->params, k)
		calls |= f->locals.v[f->params.v[k]].heap;
	vec_each(&f->results, k)
		calls |= f->locals.v[f->results.v[k]].heap;
	if (calls)
		line_for(f->pos, 0);
	if (f->rooms.n) {
		ln("void **gift$ = tu_gift_take();");
		vec_each(&f->rooms, k)
			ln("void *room$%d = gift$ ? gift$[%d] : 0;", k, k);
	}
	vec_each(&f->params, k)
		param_in(f->params.v[k]);
	captures_in();
	vec_each(&f->locals, i) {
		LocInfo *l = &fe.loc[i];
		Local *o = &f->locals.v[i];
		if (l->ct->rep == R_ZERO || l->fold || l->declared)
			continue;
		if (o->kind == L_RESULT) {
			l->declared = true;
			if (o->heap)
				ln("%s *%s = %s;", l->ct->name, l->var, new_text(o->type));
			else
				/* volatile: a store must not leave a loop that may fault on memory that is not there (debug.SetPanicOnFault) */
				ln("%s%s %s = %s;", f->has_defer && l->ct->rep < R_PTR ? "volatile " : "", l->ct->name, l->var, l->ct->rep >= R_STRING ? "{ 0 }" : "0");
			if (f->has_defer)
				ln("TU_IN_MEMORY(%s);", l->var);
		} else if (l->top && l->seen) {
			declare_loc(i);
		}
	}
	if (f->has_recover)
		ln("uint8_t rec$ = tu_defer_entry((void *)%s);", f->cname);
	if (f->has_defer) {
		ln("TuFrame fr$;");
		ln("tu_frame_push(&fr$);");
		ln("TU_FRAME_LAND(fr$, land$);");
	}
}

static const char *return_text(bool *faults)
{
	Fn *f = fe.f;
	Buf b = { 0 };
	int n = 0;
	vec_each(&f->results, k)
		n += fe.loc[f->results.v[k]].ct->rep != R_ZERO;
	if (!n)
		return "return;";
	if (n > 1)
		buf_fmt(&b, "return (%s){ ", fe.rettype);
	else
		buf_puts(&b, "return ");
	int at = 0;
	vec_each(&f->results, k) {
		if (fe.loc[f->results.v[k]].ct->rep == R_ZERO)
			continue;
		X x = hidden_pointer(REF_LOCAL(f->results.v[k]));
		*faults |= x.faults;
		buf_fmt(&b, "%s%s", at++ ? ", " : "", x.s);
	}
	buf_puts(&b, n > 1 ? " };" : ";");
	const char *s = xs("%s", b.s);
	buf_free(&b);
	return s;
}

/* ---- body --------------------------------------------------------------------------------------------------------------------------- */

static void go_to(int b)
{
	if (fe.cur + 1 < fe.order.n && fe.order.v[fe.cur + 1] == b)
		return;
	ln("goto L%d;", b);
}

static void end_ins(Ins *s)
{
	fe.ins_line = 0;
	switch (s->op) {
	case OP_JMP:
		flush_all();
		go_to(s->u.blk[0]);
		return;
	case OP_BR: {
		X c = operand(s->a);
		flush_all();
		if (c.faults)
			line_for(s->pos, s->inl);
		int next = fe.cur + 1 < fe.order.n ? fe.order.v[fe.cur + 1] : -1;
		if (s->u.blk[0] == s->u.blk[1]) {
			go_to(s->u.blk[0]);
		} else if (s->u.blk[0] == next) {
			ln(c.kind == X_EXPR ? "if (!(%s))" : "if (!%s)", c.s);
			ln("\tgoto L%d;", s->u.blk[1]);
		} else {
			ln("if (%s)", c.s);
			ln("\tgoto L%d;", s->u.blk[0]);
			go_to(s->u.blk[1]);
		}
		return;
	}
	case OP_SWITCH: {
		X c = operand(s->a);
		CType *ct = ctype(ref_type(s->a));
		Type *t = ref_type(s->a);
		flush_all();
		line_for(s->pos, s->inl);
		ln("switch (%s) {", c.s);
		vec_each(&s->u.sw->rows, k)
			ln("case %s: goto L%d;", const_text_c(t, s->u.sw->rows.v[k].val, ct->bits < 64), s->u.sw->rows.v[k].blk);
		ln("default: goto L%d;", s->u.sw->def);
		ln("}");
		return;
	}
	case OP_RET: {
		bool faults = false;
		const char *r = return_text(&faults);
		flush_all();
		if (faults)
			line_for(s->pos, s->inl);
		ln("%s", r);
		return;
	}
	default:
		flush_all();
		ln("__builtin_unreachable();");
		return;
	}
}

static bool is_end(int op)
{
	return op == OP_JMP || op == OP_BR || op == OP_SWITCH || op == OP_RET || op == OP_UNREACHABLE;
}

static void body(void)
{
	Fn *f = fe.f;
	for (fe.cur = 0; fe.cur < fe.order.n; fe.cur++) {
		int bi = fe.order.v[fe.cur];
		Blk *b = &f->blks.v[bi];
		if (fe.label[bi]) {
			buf_fmt(fe.out, "L%d:;\n", bi);
			fe.line++;
		}
		bool ended = false;
		vec_each(&b->ins, k) {
			Ins *s = &f->ins.v[b->ins.v[k]];
			bug_at("emit", f->name, s->pos);
			if (is_end(s->op)) {
				if (fe.race && s->pos)
					line_for(s->pos, s->inl);
				end_ins(s);
				ended = true;
				break;
			}
			emit_ins(s);
			ended = s->op == OP_PANIC || s->op == OP_RANGE_PANIC;
		}
		if (!ended)
			ln("__builtin_unreachable();");
		flush_all();
	}
	if (f->has_defer) {
		buf_puts(fe.out, "land$:;\n");
		fe.line++;
		fe.ins_line = 0;
		line_for(f->pos, 0);
		ln("tu_frame_pop(&fr$);");
		bool faults;
		ln("%s", return_text(&faults));
	}
}

static const char *safe_comment(const char *s)
{
	if (!strstr(s, "*/"))
		return s;
	Buf b = { 0 };
	for (; *s; s++) {
		buf_putc(&b, *s);
		if (s[0] == '*' && s[1] == '/')
			buf_putc(&b, ' ');
	}
	return buf_take(&b);
}

static void head_comment(Buf *out, Fn *f)
{
	Buf b = { 0 };
	sig_write(&b, f->sig, STR_REFLECT);
	buf_fmt(out, "/* %s%s", safe_comment(f->name), safe_comment(b.s ? b.s : ""));
	buf_free(&b);
	if (f->pos) {
		Where w = pos_where(f->pos);
		buf_fmt(out, emit_real_lines ? "  %s:%u" : "  %s", safe_comment(path_base(w.file)), w.line);
	}
	buf_puts(out, " */\n");
}

void emit_fn(Fn *f)
{
	static Arena mem;
	static Buf text;
	static IntVec order, pending;
	if (!mem.top)
		(void)arena_alloc(&mem, 1);     /* keeps the first chunk through every rewind */
	Mark m = arena_mark(&mem);
	bug_at("emit", f->name, f->pos);
	fe = (FnEm){ .f = f, .mem = &mem, .order = order, .pending = pending };
	text.n = 0;
	fe.out = &text;
	fe.explicit_nil = f->has_defer || f->has_recover;
	fe.race = race_watches(f->pkg);
	fe.rettype = result_type(f);
	fe.loc = arena_array(&mem, LocInfo, f->locals.n + 1);
	vec_each(&f->locals, i)
		fe.loc[i].blk = fe.loc[i].def_blk = -2;
	order_blocks();
	vec_each(&fe.order, i) {
		Blk *b = &f->blks.v[fe.order.v[i]];
		vec_each(&b->ins, k)
			note_ins(&f->ins.v[b->ins.v[k]], fe.order.v[i]);
	}
	vec_each(&f->params, k)
		fe.loc[f->params.v[k]].declared = true;
	vec_each(&f->locals, i)
		setup_local(i);
	find_nonneg();
	find_maynil();
	fn_name(f);
	line_reset();
	prologue();
	body();

	Buf *out = &em.bodies;
	buf_putc(out, '\n');
	head_comment(out, f);
	if (f->wrapper && !f->is_closure) {
		buf_puts(out, "#line 1 \"<autogenerated>\"\n");
	} else if (f->pos) {
		FnEm keep = fe;
		fe.out = out;
		line_reset();
		line_for(f->pos, 0);
		fe = keep;
	}
	bool noinline = f->noinline || f->has_defer || f->has_recover || f->defer_wrap || asks_callers(f, 2);
	buf_fmt(out, "%s%s%s %s(", fn_is_static(f) ? "static " : f->weak ? "TU_WEAK " : "", noinline ? "__attribute__((noinline)) " : "", fe.rettype, f->cname);
	put_params(out, f, true);
	buf_puts(out, ")\n{\n");
	if (fe.top.n)
		buf_put(out, fe.top.s, fe.top.n);
	if (text.n)
		buf_put(out, text.s, text.n);
	buf_puts(out, "}\n");
	buf_free(&fe.top);
	order = fe.order;
	pending = fe.pending;
	arena_rewind(&mem, m);
}
