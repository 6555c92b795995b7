/* literal.c: basic, function and composite literals. */
#include "compiler/types/check.h"

/* ---- basic --------------------------------------------------------------------------------------------------------------- */

enum { LIT_MAX = 10000 };

static void check_lit_version(Node *e, const char *s, size_t n)
{
	if (n <= 2 || ck_allows(13))
		return;
	if (memchr(s, '_', n))
		ck_version(e->pos, 13, "underscore in numeric literal");
	else if (s[0] != '0')
		return;
	else if (s[1] == 'b' || s[1] == 'B')
		ck_version(e->pos, 13, "binary literal");
	else if (s[1] == 'o' || s[1] == 'O')
		ck_version(e->pos, 13, "0o/0O-style octal literal");
	else if (e->u.lit.tok != T_INT && (s[1] == 'x' || s[1] == 'X'))
		ck_version(e->pos, 13, "hexadecimal floating-point literal");
}

static Const *string_const(Node *e)
{
	Buf b = { 0 };
	if (!lit_string(e, &b))
		return NULL;
	Const *c = const_string(b.s ? b.s : "", b.n);
	buf_free(&b);
	return c;
}

void ck_basic_lit(Operand *x, Node *e)
{
	static const uint8_t kind[] = { [T_INT] = K_UNTYPED_INT, [T_FLOAT] = K_UNTYPED_FLOAT, [T_IMAG] = K_UNTYPED_COMPLEX, [T_CHAR] = K_UNTYPED_RUNE, [T_STRING] = K_UNTYPED_STRING };
	Tok tok = e->u.lit.tok;
	const char *text = e->u.lit.text;
	uint32_t n = e->u.lit.n;
	Const *c;
	if (tok == T_STRING) {
		c = string_const(e);
	} else if (tok == T_CHAR) {
		int32_t r;
		c = lit_rune(e, &r) ? const_i64(r) : NULL;
	} else {
		check_lit_version(e, text, n);
		if (n > LIT_MAX) {
			ck_err(e->pos, "excessively long constant: %.10s... (%u chars)", text, n);
			return;
		}
		c = const_from_lit(tok, text, n);
	}
	if (!c) {
		ck_err(e->pos, "malformed constant: %.*s", (int)n, text);
		return;
	}
	x->mode = MODE_CONST;
	x->type = t_basic[kind[tok]];
	x->val = c;
	x->expr = e;
	ck_overflow(x, e->pos);
}

/* ---- functions -------------------------------------------------------------------------------------------------------------- */

typedef struct LitBody { DeclInfo *decl; Const *iota; Scope *scope; FuncInfo *fi; } LitBody;

static void check_lit_body(Later *l)
{
	LitBody *b = l->a;
	ck_func_body(b->decl, b->fi->sig, b->scope, b->fi->node->u.func.body, b->iota, b->fi);
}

/* The body waits for the enclosing statement: what it mentions is then declared or reported. An expression that is looked at twice
 * (x op= y, assignment mismatches) keeps its first result. */
void ck_func_lit(Operand *x, Node *e)
{
	if (!e->u.func.info) {
		Type *sig = type_new(K_FUNC);
		Node *ft = e->u.func.type;
		LitBody *b = NEW(LitBody);
		b->scope = ck_func_type(sig, ft);
		ck_record_type(ft, sig);
		FuncInfo *outer = ck.env.fn;
		FuncInfo *fi = ck_func_info(e, NULL, sig, outer);
		e->u.func.info = fi;
		if (outer) {
			outer->has_closure = true;
			outer->nlit++;
		} else {
			vec_push(&ck.pkg->lits, fi);
		}
		if (e->u.func.body) {
			b->decl = ck.env.decl;
			b->iota = ck.env.iota;
			b->fi = fi;
			ck_later(check_lit_body, e->pos)->a = b;
		}
	}
	x->mode = MODE_VALUE;
	x->type = e->u.func.info->sig;
}

/* ---- constants seen --------------------------------------------------------------------------------------------------------------- */

static const Const *simplest(const Const *c)
{
	if (const_kind(c) == CV_COMPLEX || const_kind(c) == CV_FLOAT) {
		Const *f = const_to_float(c);
		if (const_kind(f) == CV_UNKNOWN)
			return c;
		Const *i = const_to_int(f);
		return const_kind(i) == CV_INT ? i : f;
	}
	return c;
}

static char *other_key(const Const *c)
{
	return str_fmt("%d %s", const_kind(c), const_text_exact(c));
}

SeenVal *ck_seen_find(SeenSet *s, const Const *c)
{
	int64_t i;
	c = simplest(c);
	if (const_kind(c) == CV_STRING)
		return map_get(&s->strs, MAP_KEY(const_str(c)));
	if (const_kind(c) == CV_INT && const_fits_i64(c, &i))
		return map_get(&s->ints, (uintptr_t)i);
	return strmap_get(&s->others, other_key(c));
}

void ck_seen_add(SeenSet *s, const Const *c, Type *t, Pos pos)
{
	SeenVal *v = NEW(SeenVal);
	int64_t i;
	*v = (SeenVal){ t, pos, ck_seen_find(s, c) };
	c = simplest(c);
	if (const_kind(c) == CV_STRING)
		map_set(&s->strs, MAP_KEY(const_str(c)), v);
	else if (const_kind(c) == CV_INT && const_fits_i64(c, &i))
		map_set(&s->ints, (uintptr_t)i, v);
	else
		strmap_set(&s->others, other_key(c), v);
}

/* ---- struct literals ------------------------------------------------------------------------------------------------------------------ */

typedef struct SetField { Obj *obj; int *path; int n; } SetField;
typedef struct SetFields { VEC(SetField) v; Map first; } SetFields;     /* first: path[0] + 1 -> itself, to skip the search */

static const char *path_text(Type *t, const int *path, int n)
{
	Buf b = { 0 };
	for (int i = 0; i < n; i++) {
		Type *d = type_deref(t);
		Type *st = type_under(d ? d : t);
		if (st->kind != K_STRUCT)
			break;
		Field *f = &st->u.st.fields.v[path[i]];
		buf_fmt(&b, "%s%s", i ? "." : "", f->name->s);
		t = f->type;
	}
	return buf_take(&b);
}

static void check_set_twice(SetFields *s, Node *kv, Obj *f, int *path, int n)
{
	uintptr_t key = (uintptr_t)path[0] + 1;
	if (map_has(&s->first, key)) {
		for (int i = 0; i < s->v.n; i++) {
			SetField *o = &s->v.v[i];
			int m = MIN(o->n, n);
			if (memcmp(o->path, path, sizeof(int) * (size_t)m))
				continue;
			if (o->n == n)
				ck_err(node_start(kv), "duplicate field name %s in struct literal", f->name->s);
			else if (o->n < n)
				ck_err(node_start(kv), "cannot specify promoted field %s and enclosing embedded field %s", f->name->s, o->obj->name->s);
			else
				ck_err(node_start(kv), "cannot specify embedded field %s and enclosed promoted field %s", f->name->s, o->obj->name->s);
			return;
		}
	}
	map_set(&s->first, key, s);
	vec_push(&s->v, (SetField){ f, path, n });
}

static void keyed_field(Node *kv, Type *st, Type *base, SetFields *set)
{
	Operand x;
	Node *key = kv->u.kv.key;
	Field *direct = NULL;
	int *path = NULL, n = 0;
	bool indirect = false, ambiguous = false;
	/* a field of the struct itself, the usual case, is found without the general lookup */
	bool blank = key->kind == N_NAME && SYM_IS(key->u.name.sym, "_");
	if (key->kind == N_NAME && !blank)
		for (int i = 0; i < st->u.st.fields.n; i++)
			if (st->u.st.fields.v[i].name == key->u.name.sym && same_name(key->u.name.sym, ck.pkg, key->u.name.sym, st->u.st.fields.v[i].pkg)) {
				direct = &st->u.st.fields.v[i];
				path = NEW(int);
				*path = i;
				n = 1;
				break;
			}
	/* elided inner types come only from elements of arrays, slices and maps: no hint */
	ck_generic_expr(&x, kv->u.kv.value, NULL);
	if (key->kind != N_NAME) {
		ck_err(node_start(kv), "invalid field name %s in struct literal", node_str(key));
		return;
	}
	Obj *f = blank ? NULL : direct ? field_obj(st, *path) : lookup_field_or_method(st, false, ck.pkg, key->u.name.sym, &path, &n, &indirect, &ambiguous);
	if (!f) {
		ck_err(key->pos, "%s", ck_lookup_error(base, false, key->u.name.sym, true));
		return;
	}
	if (f->kind != O_VAR) {
		ck_err(key->pos, "%s is not a field", node_str(key));
		return;
	}
	if (n > 1 && !ck_allows(27) &&
	    !ck_version(key->pos, 27, "use of promoted field %s in struct literal of type %s", path_text(st, path, n), type_str(base)))
		return;
	if (indirect) {
		ck_err(key->pos, "invalid implicit pointer indirection to reach %s", node_str(key));
		return;
	}
	key->u.name.obj = f;
	key->type = f->type;
	ck_assignment(&x, f->type, WHY("struct literal"));
	check_set_twice(set, kv, f, path, n);
}

static void positional_fields(Node *e, Type *st, Type *base)
{
	NodeVec *elems = &e->u.comp.elems;
	int nfield = st->u.st.fields.n;
	const char *hint = "";
	for (int i = 0; i < elems->n; i++) {
		Operand x;
		if (elems->v[i]->kind == N_KEYVALUE) {
			ck_err(node_start(elems->v[i]), "mixture of field:value and value elements in struct literal");
			continue;
		}
		ck_generic_expr(&x, elems->v[i], NULL);
		if (i >= nfield) {
			ck_err(op_pos(&x), "too many values in struct literal of type %s", type_str(base));
			break;
		}
		Field *f = &st->u.st.fields.v[i];
		if (f->pkg != ck.pkg && !name_exported(f->name)) {
			ck_err(op_pos(&x), "implicit assignment to unexported field %s in struct literal of type %s", f->name->s, type_str(base));
			continue;
		}
		ck_assignment(&x, f->type, WHY("struct literal"));
	}
	if (elems->n >= nfield)
		return;
	for (int i = 0; i < nfield; i++)
		if (st->u.st.fields.v[i].pkg != ck.pkg && !name_exported(st->u.st.fields.v[i].name))
			hint = " (type has unexported fields - use key:value pairs)";
	ck_err(e->u.comp.rbrace, "too few values in struct literal of type %s%s", type_str(base), hint);
}

static void struct_lit(Node *e, Type *st, Type *base)
{
	NodeVec *elems = &e->u.comp.elems;
	if (!elems->n)
		return;
	if (elems->v[0]->kind != N_KEYVALUE) {
		positional_fields(e, st, base);
		return;
	}
	SetFields set = { 0 };
	for (int i = 0; i < elems->n; i++) {
		if (elems->v[i]->kind == N_KEYVALUE)
			keyed_field(elems->v[i], st, base, &set);
		else
			ck_err(node_start(elems->v[i]), "mixture of field:value and value elements in struct literal");
	}
}

/* ---- arrays, slices, maps -------------------------------------------------------------------------------------------------------------- */

static bool has_keys(NodeVec *elems)
{
	for (int i = 0; i < elems->n; i++)
		if (elems->v[i]->kind == N_KEYVALUE)
			return true;
	return false;
}

/* Returns the length the elements ask for. */
static int64_t indexed_elems(NodeVec *elems, Type *elem, int64_t len)
{
	Map seen = { 0 };
	bool keys = has_keys(elems);
	int64_t index = 0, max = 0;
	for (int i = 0; i < elems->n; i++) {
		Node *e = elems->v[i], *value = e;
		bool ok = false;
		if (e->kind == N_KEYVALUE) {
			int64_t v;
			if (!ck_invalid(ck_index(e->u.kv.key, len, &v))) {
				if (v >= 0) {
					index = v;
					ok = true;
				} else {
					ck_err(node_start(e), "index %s must be integer constant", node_str(e->u.kv.key));
				}
			}
			value = e->u.kv.value;
		} else if (len >= 0 && index >= len) {
			ck_err(node_start(e), "index %lld is out of bounds (>= %lld)", (long long)index, (long long)len);
		} else {
			ok = true;
		}
		if (ok && keys) {
			if (map_has(&seen, (uintptr_t)index))
				ck_err(node_start(e), "duplicate index %lld in array or slice literal", (long long)index);
			map_set(&seen, (uintptr_t)index, elems);
		}
		if (++index > max)
			max = index;
		Operand x;
		ck_generic_expr(&x, value, elem);
		ck_assignment(&x, elem, WHY("array or slice literal"));
	}
	return max;
}

static bool key_repeats(SeenSet *seen, Operand *x, bool by_type)
{
	for (SeenVal *v = ck_seen_find(seen, x->val); v; v = v->next)
		if (!by_type || type_same(v->type, x->type))
			return true;
	ck_seen_add(seen, x->val, x->type, 0);
	return false;
}

static void map_lit(NodeVec *elems, Type *m)
{
	SeenSet seen = { 0 };
	bool by_type = type_is_interface(m->u.map.key) && !type_is_tparam(m->u.map.key);
	for (int i = 0; i < elems->n; i++) {
		Node *kv = elems->v[i];
		Operand x;
		if (kv->kind != N_KEYVALUE) {
			ck_err(node_start(kv), "missing key in map literal");
			continue;
		}
		ck_generic_expr(&x, kv->u.kv.key, m->u.map.key);
		ck_assignment(&x, m->u.map.key, WHY("map literal"));
		if (!op_ok(&x))
			continue;
		if (x.mode == MODE_CONST && const_kind(x.val) != CV_UNKNOWN && key_repeats(&seen, &x, by_type)) {
			ck_err(op_pos(&x), "duplicate key %s in map literal", const_text(x.val));
			continue;
		}
		ck_generic_expr(&x, kv->u.kv.value, m->u.map.elem);
		ck_assignment(&x, m->u.map.elem, WHY("map literal"));
	}
}

/* ---- all composite literals ---------------------------------------------------------------------------------------------------------------- */

static void not_a_literal(Operand *x, Node *e, Type *t, Type *u, bool is_elem)
{
	NodeVec *elems = &e->u.comp.elems;
	for (int i = 0; i < elems->n; i++)
		ck_use(elems->v[i]->kind == N_KEYVALUE ? elems->v[i]->u.kv.value : elems->v[i]);
	if (u && u->kind == K_INVALID) {
		x->mode = MODE_VALUE;
		x->type = t;
		return;
	}
	ck_err(node_start(e), "invalid composite literal%s type %s%s", is_elem ? " element" : "", type_str(t), u ? "" : " (no common underlying type)");
}

static bool open_array(Operand *x, Node *e)
{
	Node *tn = e->u.comp.type;
	if (!tn || tn->kind != N_ARRAY_TYPE || tn->u.arrtype.len)
		return false;
	Type *elem = ck_var_type(tn->u.arrtype.elem);
	x->mode = MODE_VALUE;
	x->type = type_array(elem, indexed_elems(&e->u.comp.elems, elem, -1));
	ck_record_type(tn, x->type);
	return true;
}

void ck_composite(Operand *x, Node *e, Type *hint)
{
	Type *t, *base;
	bool is_elem = false;
	if (open_array(x, e))
		return;
	if (e->u.comp.type) {
		t = base = ck_type(e->u.comp.type);
	} else if (hint) {
		t = base = hint;
		Type *u = type_common_under(base, NULL);
		if (u && u->kind == K_POINTER)
			base = u->u.pointer.elem;
		is_elem = true;
	} else {
		ck_err(node_start(e), "missing type in composite literal");
		t = base = t_invalid;
	}
	if (!ck_is_complete(base))
		return;
	Type *u = type_common_under(base, NULL);
	switch (u ? u->kind : K_INTERFACE) {
	case K_STRUCT:
		struct_lit(e, u, base);
		break;
	case K_ARRAY:
		indexed_elems(&e->u.comp.elems, u->u.array.elem, u->u.array.len);
		break;
	case K_SLICE:
		indexed_elems(&e->u.comp.elems, u->u.slice.elem, -1);
		break;
	case K_MAP:
		map_lit(&e->u.comp.elems, u);
		break;
	default:
		not_a_literal(x, e, t, u, is_elem);
		return;
	}
	x->mode = MODE_VALUE;
	x->type = t;
}
