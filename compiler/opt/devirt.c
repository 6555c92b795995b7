/* devirt.c: a call of an interface method whose dynamic type is visible becomes a static call.
 *
 * The interface value must be a temporary or variable set once, by IFACE_MAKE (possibly through moves and interface-to-interface
 * conversions). The receiver is taken out of the interface value again, so that the call sees the copy Go would see. */
#include "compiler/opt/inline.h"

static Type *dynamic_type(Fn *f, const int *def, Ref r, int depth)
{
	if (REF_KIND(r) != RK_LOCAL || depth > 10)
		return NULL;
	Local *v = &f->locals.v[REF_IDX(r)];
	if ((v->kind != L_TEMP && v->kind != L_VAR) || v->addr_taken || def[REF_IDX(r)] < 0)
		return NULL;
	Ins *d = &f->ins.v[def[REF_IDX(r)]];
	switch (d->op) {
	case OP_IFACE_MAKE: return d->type;
	case OP_MOV: case OP_CAST: case OP_IFACE_CONV: return dynamic_type(f, def, d->a, depth + 1);
	default: return NULL;
	}
}

static bool is_instance(Type *t)
{
	Type *n = type_deref(t) && t->kind == K_POINTER ? t->u.pointer.elem : t;
	return n->kind == K_NAMED && (n->u.named.targs.n || (named_outer(n) && named_outer(n)->n));
}

/* The method as a plain function whose first parameter is of type t itself (deref: of what t points to), or NULL. */
static Fn *method_of(Type *t, Type *iface, int64_t k, bool *deref)
{
	if (is_instance(t))
		return NULL;
	MethodSet *want = method_set(iface), *have = method_set(t);
	if (k >= want->v.n)
		return NULL;
	MethodSetEnt *w = &want->v.v[k];
	vec_each(&have->v, i) {
		MethodSetEnt *h = &have->v.v[i];
		if (h->name != w->name || (!name_exported(h->name) && h->pkg != w->pkg) || h->npath)
			continue;
		if (h->obj->kind != O_FUNC || (func_ptr_recv(h->obj) && t->kind != K_POINTER))
			return NULL;
		*deref = t->kind == K_POINTER && !func_ptr_recv(h->obj);
		if (h->obj->u.fn.origin && h->obj->u.fn.origin != h->obj)
			return NULL;
		return lower_method_fn(h->obj, NULL);
	}
	return NULL;
}

bool devirt_fn(Fn *f)
{
	if (!f->pkg || pkg_flags(f->pkg).no_opt || f->wrapper)
		return false;
	int *def = NULL;
	bool changed = false;
	for (int b = 0; b < f->blks.n; b++) {
		for (int at = 0; at < f->blks.v[b].ins.n; at++) {
			int no = f->blks.v[b].ins.v[at];
			if (f->ins.v[no].op != OP_CALL_IFACE)
				continue;
			if (!def)
				def = fn_defs(f);
			Ins call = f->ins.v[no];
			Type *t = dynamic_type(f, def, call.a, 0);
			bool deref = false;
			Fn *m = t ? method_of(t, call.type, call.u.imm, &deref) : NULL;
			if (!m || !m->params.n)
				continue;
			Ref recv = ir_temp(f, t, call.pos);
			Ins unbox = { .op = OP_UNBOX, .dst = recv, .a = call.a, .type = t, .site = NO_SITE, .pos = call.pos, .inl = call.inl, .src = call.src };
			unbox.u.type2 = call.type;
			vec_push(&f->ins, unbox);
			int unbox_no = f->ins.n - 1, extra = 0;
			Ref args[256];
			if (call.nlist >= ARRAY_LEN(args))
				continue;
			if (deref) {
				/* a value method called through a pointer: *p, which must not be nil even when the method ignores it */
				Type *vt = type_canon(t->u.pointer.elem);
				Ref value = ir_temp(f, vt, call.pos);
				Ins nil = { .op = OP_NILCHECK, .a = recv, .site = NO_SITE, .pos = call.pos, .inl = call.inl, .src = call.src };
				Ins load = { .op = OP_LOAD, .dst = value, .type = vt, .site = NO_SITE, .pos = call.pos, .inl = call.inl, .src = call.src };
				load.place = ir_place(f, (Place){ .base = PB_DEREF, .nonnil = true, .ref = recv, .base_type = vt, .type = vt });
				vec_push(&f->ins, nil);
				vec_push(&f->ins, load);
				extra = 2;
				recv = value;
			}
			args[0] = recv;
			for (int i = 0; i < call.nlist; i++)
				args[i + 1] = f->refs.v[call.list + (uint32_t)i];
			Ins *c = &f->ins.v[no];
			c->op = OP_CALL;
			c->a = REF_NONE;
			c->u.fn = m;
			c->type = NULL;
			c->nlist = (uint16_t)(call.nlist + 1);
			c->list = ir_refs(f, args, call.nlist + 1);
			IntVec out = { 0 };
			vec_each(&f->blks.v[b].ins, k) {
				for (int e = 0; k == at && e <= extra; e++)
					vec_push(&out, unbox_no + e);
				vec_push(&out, f->blks.v[b].ins.v[k]);
			}
			f->blks.v[b].ins = out;
			at += 1 + extra;
			changed = true;
			if (pkg_flags(f->pkg).m && call.src && call.src->kind == N_CALL && !call.inl)
				cur_pkg = f->pkg, diag_note(call.pos, "devirtualizing %s to %s", node_str(call.src->u.call.fun), type_str(t));
			def = NULL;
		}
	}
	return changed;
}
