/* ir_dump.c: text form of a function's IR, for people and tests (-emit=ir). One instruction per line:
 *	dst = op[:type] operands	; place forms print as the C-like lvalue they name
 * Locals print as name.N, temporaries as tN, constants as their text, functions as &name. */
#include "compiler/ir/ir.h"

static void put_ref(Buf *b, const Fn *f, Ref r)
{
	int i = REF_IDX(r);
	switch (REF_KIND(r)) {
	case REF_NONE: buf_puts(b, "_"); return;
	case RK_LOCAL: {
		const Local *l = &f->locals.v[i];
		if (l->name)
			buf_fmt(b, "%s.%d", l->name->s, i);
		else
			buf_fmt(b, "t%d", i);
		return;
	}
	case RK_CONST: {
		const ConstRef *c = &f->consts.v[i];
		if (!c->val)
			buf_fmt(b, "zero(%s)", type_str_mode(c->type, STR_REFLECT));
		else if (const_kind(c->val) == CV_STRING)
			buf_puts(b, const_text(c->val));
		else
			buf_fmt(b, "%s", const_text(c->val));
		return;
	}
	case RK_FN: buf_fmt(b, "&%s", f->fnrefs.v[i]->name); return;
	}
	buf_fmt(b, "?%x", r);
}

static void put_place(Buf *b, const Fn *f, const Place *p)
{
	Type *t = p->base_type;
	switch (p->base) {
	case PB_LOCAL: put_ref(b, f, p->ref); break;
	case PB_DEREF:
		buf_puts(b, p->nonnil ? "(*!" : "(*");
		put_ref(b, f, p->ref);
		buf_putc(b, ')');
		break;
	case PB_GLOBAL: buf_puts(b, p->global->name); break;
	case PB_ELEM:
		put_ref(b, f, p->ref);
		buf_puts(b, p->nocheck ? "[!" : "[");
		put_ref(b, f, p->index);
		buf_putc(b, ']');
		break;
	}
	for (uint32_t k = 0; k < p->nproj; k++) {
		const Proj *j = &f->projs.v[p->proj + k];
		if (j->is_index) {
			buf_puts(b, j->nocheck ? "[!" : "[");
			put_ref(b, f, j->index);
			buf_putc(b, ']');
		} else {
			Type *u = t ? type_under(t) : NULL;
			if (u && u->kind == K_STRUCT && j->field < u->u.st.fields.n)
				buf_fmt(b, ".%s", u->u.st.fields.v[j->field].name->s);
			else
				buf_fmt(b, ".#%d", j->field);
		}
		t = j->type;
	}
}

static void put_list(Buf *b, const Fn *f, uint32_t at, int n)
{
	for (int k = 0; k < n; k++) {
		if (k)
			buf_puts(b, ", ");
		put_ref(b, f, f->refs.v[at + k]);
	}
}

static void put_ins(Buf *b, const Fn *f, const Ins *i)
{
	if (i->op != OP_STORE && i->ndst) {
		put_list(b, f, i->dsts, i->ndst);
		buf_puts(b, " = ");
	} else if (i->dst) {
		put_ref(b, f, i->dst);
		buf_puts(b, " = ");
	}
	if (i->op == OP_STORE) {
		put_place(b, f, &f->places.v[i->place]);
		buf_fmt(b, " =%s ", i->flags & F_INIT ? "!" : "");
		put_ref(b, f, i->a);
		return;
	}
	buf_puts(b, op_text[i->op]);
	if (i->type)
		buf_fmt(b, ":%s", type_str_mode(i->type, STR_REFLECT));
	if (i->op == OP_LOAD || i->op == OP_ADDR) {
		buf_putc(b, ' ');
		put_place(b, f, &f->places.v[i->place]);
	}
	Ref o[3] = { i->a, i->b, i->c };
	for (int k = 0, last = i->c ? 3 : i->b ? 2 : i->a ? 1 : 0; k < last; k++) {
		buf_puts(b, k ? ", " : " ");
		put_ref(b, f, o[k]);
	}
	switch (i->op) {
	case OP_CALL: case OP_CLOSURE: buf_fmt(b, " %s", i->u.fn->name); break;
	case OP_FIELD: case OP_CALL_IFACE: buf_fmt(b, " #%lld", (long long)i->u.imm); break;
	case OP_JMP: buf_fmt(b, " b%d", i->u.blk[0]); break;
	case OP_BR: buf_fmt(b, " b%d b%d", i->u.blk[0], i->u.blk[1]); break;
	case OP_ASSERT: case OP_ASSERT2: case OP_TYPE_IS: case OP_UNBOX:
		buf_fmt(b, " from %s", type_str_mode(i->u.type2, STR_REFLECT));
		break;
	case OP_SWITCH:
		vec_each(&i->u.sw->rows, k)
			buf_fmt(b, " %s:b%d", const_text(i->u.sw->rows.v[k].val), i->u.sw->rows.v[k].blk);
		buf_fmt(b, " else b%d", i->u.sw->def);
		break;
	case OP_SELECT:
		vec_each(&i->u.sel->cases, k) {
			const SelCase *c = &i->u.sel->cases.v[k];
			buf_puts(b, c->dir == DIR_SEND ? " send(" : " recv(");
			put_ref(b, f, c->chan);
			buf_puts(b, ", ");
			put_ref(b, f, c->dir == DIR_SEND ? c->value : c->dst);
			if (c->ok) {
				buf_puts(b, ", ");
				put_ref(b, f, c->ok);
			}
			buf_putc(b, ')');
		}
		if (i->u.sel->has_default)
			buf_puts(b, " default");
		break;
	}
	if (i->nlist) {
		buf_puts(b, " (");
		put_list(b, f, i->list, i->nlist);
		buf_putc(b, ')');
	}
	static const struct { int bit; const char *text; } flag[] = {
		{ F_INIT, "init" }, { F_ZERO, "zero" }, { F_NOCHECK, "nocheck" }, { F_NOCOPY, "nocopy" }, { F_LOOP, "loop" }, { F_LN, "ln" }, { F_MAKE, "make" }, { F_NOWB, "nowb" },
	};
	for (int k = 0; k < ARRAY_LEN(flag); k++)
		if (i->flags & flag[k].bit)
			buf_fmt(b, " !%s", flag[k].text);
	if (i->site != NO_SITE) {
		static const char *const verdict[] = { "heap", "stack", "static", "none" };
		buf_fmt(b, " @%u:%s", i->site, verdict[f->sites.v[i->site].verdict]);
	}
}

void ir_dump(Buf *b, const Fn *f)
{
	static const char *const kind[] = { "var", "temp", "param", "result", "capture", "mapiter" };
	buf_fmt(b, "func %s %s", f->name, f->sig ? type_str_mode(f->sig, STR_REFLECT) : "?");
	if (f->weak)
		buf_puts(b, " weak");
	if (f->wrapper)
		buf_puts(b, " wrapper");
	if (f->is_closure)
		buf_puts(b, " closure");
	if (f->has_defer)
		buf_puts(b, " defer");
	if (f->has_recover)
		buf_puts(b, " recover");
	if (f->is_extern || f->is_intrinsic) {
		buf_fmt(b, " %s %s\n\n", f->is_extern ? "extern" : "intrinsic", f->cname);
		return;
	}
	buf_puts(b, "\n");
	vec_each(&f->locals, k) {
		const Local *l = &f->locals.v[k];
		if (l->kind == L_TEMP || l->unused)
			continue;
		buf_fmt(b, "  %s ", kind[l->kind]);
		put_ref(b, f, REF_LOCAL(k));
		buf_fmt(b, " %s%s%s%s\n", type_str_mode(l->type, STR_REFLECT), l->by_ref ? " byref" : "", l->addr_taken ? " addr" : "", l->heap ? " heap" : "");
	}
	vec_each(&f->blks, k) {
		const Blk *bl = &f->blks.v[k];
		buf_fmt(b, " b%d:%s\n", k, bl->loop_head ? " loop" : "");
		vec_each(&bl->ins, j) {
			const Ins *i = &f->ins.v[bl->ins.v[j]];
			if (i->op == OP_NOP)
				continue;
			Where w = pos_where(i->pos);
			buf_fmt(b, "  %4u  ", w.line);
			put_ins(b, f, i);
			buf_putc(b, '\n');
		}
	}
	buf_putc(b, '\n');
}
