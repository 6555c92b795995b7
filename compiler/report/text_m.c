/* text_m.c: the lines of -m and -m=2, worded as Go words them. */
#include "compiler/report/report.h"

static const char *leak_name(const Fn *f, int param)
{
	const Local *v = &f->locals.v[f->params.v[param]];
	return v->name ? v->name->s : str_fmt("arg#%d", param + (f->recv ? 0 : 1));
}

static const char *result_name(const Fn *f, int r)
{
	const Local *v = &f->locals.v[f->results.v[r]];
	return v->name && !SYM_IS(v->name, "_") ? v->name->s : str_fmt("~r%d", r);
}

static void params(const Fn *f)
{
	const EscFn *e = f->esc;
	for (int p = 0; p < f->params.n; p++) {
		const Local *v = &f->locals.v[f->params.v[p]];
		if (type_ptr_nbyte(v->type) == 0 || !v->name || SYM_IS(v->name, "_") || v->heap)
			continue;
		const Leaks *l = &e->param[p];
		const char *name = leak_name(f, p);
		bool warned = false;
		if (leak_get(l, LEAK_HEAP) >= 0) {
			diag_note(v->pos, leak_get(l, LEAK_HEAP) == 0 ? "leaking param: %s" : "leaking param content: %s", name);
			warned = true;
		}
		for (int r = 0; r < LEAK_COUNT - LEAK_RESULT0 && r < f->results.n; r++)
			if (leak_get(l, LEAK_RESULT0 + r) >= 0) {
				diag_note(v->pos, "leaking param: %s to result %s level=%d", name, result_name(f, r), leak_get(l, LEAK_RESULT0 + r));
				warned = true;
			}
		if (pkg_flags(f->pkg).mutations) {
			static const char *const what[] = { "mutates", "calls" };
			for (int k = 0; k < 2; k++)
				if (leak_get(l, LEAK_MUTATOR + k) >= 0) {
					diag_note(v->pos, "%s param: %s derefs=%d", what[k], name, leak_get(l, LEAK_MUTATOR + k));
					warned = true;
				}
			if (!warned)
				diag_note(v->pos, "%s does not escape, mutate, or call", name);
		} else if (!warned)
			diag_note(v->pos, "%s does not escape", name);
	}
}

static void extern_params(const Fn *f)
{
	for (int p = 0; p < f->params.n; p++) {
		const Local *v = &f->locals.v[f->params.v[p]];
		if (type_is(v->type, K_UINTPTR))
			diag_note(v->pos, "assuming %s is unsafe uintptr", leak_name(f, p));
		else if (type_ptr_nbyte(v->type) && v->name && !SYM_IS(v->name, "_"))
			diag_note(v->pos, f->noescape ? "%s does not escape" : "leaking param: %s", leak_name(f, p));
	}
}

static const char *path_what(const Fn *f, const EscPath *p)
{
	return p->site >= 0 ? esc_site_text(f, p->site) : f->locals.v[p->local].name ? f->locals.v[p->local].name->s : "{temp}";
}

static void paths(const Fn *f, const EscFn *e)
{
	vec_each(&e->paths, i) {
		const EscPath *p = &e->paths.v[i];
		if (p->local < 0 && p->site < 0)
			continue;               /* room for a callee's result: Go has none */
		Buf b = { 0 };
		const char *at = pos_str(p->pos);
		if (p->is_leak)
			buf_fmt(&b, "parameter %s leaks to %s for %s with derefs=%d:", path_what(f, p), p->sink, f->name + (f->pkg ? strlen(f->pkg->path) + 1 : 0), p->derefs);
		else
			buf_fmt(&b, "%s escapes to heap in %s:", path_what(f, p), f->name + (f->pkg ? strlen(f->pkg->path) + 1 : 0));
		vec_each(&p->hops, h) {
			const EscHop *o = &p->hops.v[h];
			if (o->flow)
				buf_fmt(&b, "\n%s:   flow: %s:", at, o->flow);
			else
				buf_fmt(&b, "\n%s:     from %s (%s) at %s", at, esc_node_text(o->where), o->why, pos_str(o->pos));
		}
		diag_note(p->pos, "%s", b.s);
		buf_free(&b);
	}
}

/* A literal that only fills a package variable: static data in Go, and no decision. */
static bool static_literal(const Fn *f, const Ins *i)
{
	if (i->op != OP_CLOSURE || i->u.fn->captures.n || !f->unit || f->unit->init != f)
		return false;
	vec_each(&f->ins, k) {
		const Ins *u = &f->ins.v[k];
		if (u->op != OP_CALL && u->op != OP_CALL_FN && u->op != OP_CALL_IFACE)
			continue;
		bool uses = u->a == i->dst;
		for (int a = 0; a < u->nlist; a++)
			uses |= f->refs.v[u->list + (uint32_t)a] == i->dst;
		if (uses)
			return false;
	}
	return true;
}

static void sites(const Fn *f)
{
	for (int s = 0; s < f->sites.n; s++) {
		const Site *site = &f->sites.v[s];
		const Ins *i = &f->ins.v[site->ins];
		if (site->verdict == V_NONE || !site->src || site->kind == SITE_GO || site->kind == SITE_DEFER)
			continue;
		if (i->op == OP_CLOSURE && i->u.fn->wrapper && site->kind != SITE_METHOD_VALUE)
			continue;
		if (i->op == OP_IFACE_MAKE && type_is_direct(i->type))
			continue;
		if (i->op == OP_MAKE_CHAN || static_literal(f, i) || (i->op == OP_STR_CAT && site->src->kind == N_ASSIGN))
			continue;               /* Go says nothing of these */
		if (i->op == OP_NEW && site->kind == SITE_BOX)
			continue;
		diag_note(site->pos, site->verdict == V_HEAP ? "%s escapes to heap" : "%s does not escape", esc_site_text(f, s));
		if (i->op == OP_BYTES_STR && i->flags & F_NOCOPY)
			diag_note(site->pos, "zero-copy string->[]byte conversion");
	}
	for (int l = 0; l < f->locals.n; l++)
		if (f->locals.v[l].heap && f->locals.v[l].name)
			diag_note(f->locals.v[l].pos, "moved to heap: %s", f->locals.v[l].name->s);
}

/* One line for each pair of a statement, where it stands or where it was inlined. */
static void self_assigns(const Fn *f)
{
	Map seen = { 0 };
	const char *name = fn_shape_name(f, f->pkg);
	vec_each(&f->blks, b)
		vec_each(&f->blks.v[b].ins, j) {
			const Ins *i = &f->ins.v[f->blks.v[b].ins.v[j]];
			const Node *n = i->op == OP_STORE ? i->src : NULL;
			if (!n || n->kind != N_ASSIGN || n->op || n->u.assign.lhs.n != n->u.assign.rhs.n)
				continue;
			uintptr_t key = MAP_KEY(n) * 1024 + i->inl;
			if (map_has(&seen, key))
				continue;
			map_set(&seen, key, (void *)f);
			Pos pos = n->pos;
			for (uint32_t inl = i->inl; inl; inl = f->inl.v[inl].parent)
				pos = f->inl.v[inl].call;
			vec_each(&n->u.assign.lhs, k) {
				if (!is_self_assign_form(n->u.assign.lhs.v[k], n->u.assign.rhs.v[k]))
					continue;
				diag_note(pos, "%s ignoring self-assignment in %s", name, node_str(n));
				if (f->targs.n && f->inl_cost > 0)      /* expanded in the wrapper that has the type arguments */
					diag_note(f->node->pos, "%s ignoring self-assignment in %s", fn_diag_name(f, f->pkg), node_str(n));
			}
		}
}

void report_m(void)
{
	vec_each(&prog->elided, i)
		if (pkg_flags(prog->elided.v[i].pkg).m)
			diag_note(prog->elided.v[i].pos, "index bounds check elided");
	vec_each(&prog->all, i) {
		const Fn *f = prog->all.v[i];
		if (!f->pkg || !f->esc || !pkg_flags(f->pkg).m || (f->wrapper && !f->outer) || f->inl_no == (const char *)"copied literal")
			continue;
		cur_pkg = f->pkg;
		const EscFn *e = f->esc;
		if (f->is_extern || !f->blks.n) {
			extern_params(f);
			continue;
		}
		if (pkg_flags(f->pkg).m >= 2)
			paths(f, e);
		sites(f);
		if (f->wrapper)         /* of a go or defer statement: literals among the arguments are made there */
			continue;
		self_assigns(f);
		if (!f->targs.n && !f->range_body)
			params(f);
	}
}
