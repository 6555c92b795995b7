/* cdesc.c: type descriptors, pointer masks, equality and hash functions, method tables and itabs.
 *
 * A descriptor's address is the identity of its type, so every unit must name it alike and the linker must keep one. Named types
 * declared at package level, and pointers to them, are defined by their package's unit; every other descriptor is weak and printed
 * in each unit that needs it. Method tables and field lists are static objects of the unit, dropped together with a descriptor that
 * the linker does not choose. */
#include "compiler/emit/em.h"

/* ---- where a descriptor lives -------------------------------------------------------------------------------------------- */

static bool is_local_type(Type *t)
{
	Obj *o = t->u.named.obj;
	return t->u.named.local_no || t->u.named.outer_args.n || (o->pkg && o->parent && o->parent != o->pkg->scope);
}

/* Package that defines the descriptor of t, NULL when it is weak. */
static Package *desc_home(Type *t)
{
	if (t->kind == K_POINTER && t->u.pointer.elem->kind == K_NAMED) {
		t = t->u.pointer.elem;
		if (type_is(t, K_INTERFACE) || type_is(t, K_POINTER))
			return NULL;            /* rare: descs_own leaves these out */
	}
	if (t->kind != K_NAMED || !t->u.named.obj->pkg || t->u.named.targs.n || is_local_type(t))
		return NULL;
	return t->u.named.obj->pkg;
}

static char *type_symbol(const char *prefix, const char *link)
{
	char *m = mangle(link);
	if (strlen(m) > 220) {
		Hasher h;
		char hex[33];
		hash_init(&h);
		hash_add(&h, link, strlen(link));
		hash_hex(hash_done(&h), hex);
		return str_fmt("%sh%s", prefix, hex);
	}
	return str_fmt("%s%s", prefix, m + 2);
}

const char *desc_name(Type *t)
{
	t = type_canon(t);
	const char *s = map_get(&em.descs, MAP_KEY(t));
	if (s)
		return s;
	s = type_symbol("T_", type_str_mode(t, STR_LINK));
	map_set(&em.descs, MAP_KEY(t), (void *)s);
	if (strmap_get(&em.symbols, s))
		return s;
	strmap_set(&em.symbols, s, t);
	Package *home = desc_home(t);
	buf_fmt(&em.decls, "extern const TuType %s%s;\n", s, home ? "" : " TU_WEAK");
	if (home && home == em.u->pkg && em.shard)
		shard_names_desc(t);
	else if (!home || home == em.u->pkg)
		vec_push(&em.desc_queue, t);
	return s;
}

/* ---- pointer masks ----------------------------------------------------------------------------------------------------------- */

const char *mask_of_words(const Bits *w, int n)
{
	Buf b = { 0 };
	for (int i = 0; i < n; i += 8) {
		unsigned v = 0;
		for (int k = 0; k < 8 && i + k < n; k++)
			v |= (unsigned)bits_get(w, i + k) << k;
		buf_fmt(&b, i ? i % 256 ? ",%u" : ",\n\t%u" : "%u", v);
	}
	const char *name = strmap_get(&em.masks, b.s);
	if (!name) {
		name = str_fmt("M%d", ++em.nmask);
		strmap_set(&em.masks, b.s, (void *)name);
		buf_fmt(&em.decls, "static const uint8_t %s[%d] = { %s };\n", name, (n + 7) / 8, b.s);
	}
	buf_free(&b);
	return name;
}

static void mark_word(int64_t off, void *arg)
{
	bits_set(arg, (int)(off / 8));
}

const char *mask_name(Type *t)
{
	int64_t n = type_ptr_nbyte(t) / 8;
	if (n == 0 || (type_is(t, K_ARRAY) && n > 128) || n > (1 << 24))
		return "0";
	Bits w = bits_new(&build_arena, (int)n + 1);
	type_ptr_mask(t, mark_word, &w);
	return mask_of_words(&w, (int)n);
}

const char *new_const_text(int64_t size, uint64_t words)
{
	static const int class[] = { 8, 16, 24, 32, 48, 64, 80, 96, 112, NEW_CONST_MAX };
	int i = 0;
	if (size <= 0 || size > NEW_CONST_MAX || (!words && size < 16))
		return NULL;
	while (class[i] < size)
		i++;
	return words ? str_fmt("tu_new_p%d(%llu)", class[i], (unsigned long long)words) : str_fmt("tu_new_n%d()", class[i]);
}

const char *new_text(Type *t)
{
	int64_t size = type_size(t);
	const char *s = NULL;
	if (size <= NEW_CONST_MAX) {
		Bits w = bits_new(&build_arena, NEW_CONST_MAX / 8);
		type_ptr_mask(t, mark_word, &w);
		s = new_const_text(size, w.w[0]);
	}
	return s ? s : str_fmt("tu_new(&%s)", desc_name(t));
}

/* Can hashing or comparing a value panic? Only through an interface inside. */
static bool holds_iface(Type *t)
{
	t = type_under(t);
	if (t->kind == K_INTERFACE)
		return true;
	if (t->kind == K_ARRAY)
		return holds_iface(t->u.array.elem);
	if (t->kind == K_STRUCT)
		vec_each(&t->u.st.fields, i)
			if (holds_iface(t->u.st.fields.v[i].type))
				return true;
	return false;
}

/* ---- equality ------------------------------------------------------------------------------------------------------------------ */

static const char *basic_suffix(CType *c)
{
	switch ((Rep)c->rep) {
	case R_ZERO: return "0";
	case R_INT: return c->bits == 8 ? "8" : c->bits == 16 ? "16" : c->bits == 32 ? "32" : "64";
	case R_FLOAT: return c->bits == 32 ? "f32" : "f64";
	case R_COMPLEX: return c->bits == 64 ? "c64" : "c128";
	case R_PTR: return "64";
	case R_STRING: return "str";
	case R_IFACE: return c->eface ? "eface" : "iface";
	case R_SLICE: case R_STRUCT: case R_ARRAY: break;
	}
	return NULL;
}

/* a == b of two lvalues. Structs and arrays call their generated function. */
const char *eq_expr(Type *t, const char *a, const char *b)
{
	CType *c = ctype(t);
	switch ((Rep)c->rep) {
	case R_ZERO:
		return "1";
	case R_STRING:
		return str_fmt("tu_str_eq(%s.p, %s.n, %s.p, %s.n)", a, a, b, b);
	case R_IFACE:
		return str_fmt("tu_%s_eq(%s.tab, %s.d, %s.tab, %s.d)", c->eface ? "eface" : "iface", a, a, b, b);
	case R_STRUCT: case R_ARRAY:
		return str_fmt("%s(&%s, &%s)", eq_name(t), a, b);
	case R_INT: case R_FLOAT: case R_COMPLEX: case R_PTR: case R_SLICE:
		break;
	}
	return str_fmt("%s == %s", a, b);
}

/* As gc: up to a field whose comparison can panic, words and lengths of strings first, then what they point to. */
static void eq_fields(Buf *b, Type *t, CType *c)
{
	int n = t->u.st.fields.n;
	for (int i = 0, stop; i < n; i = stop + 1) {
		for (stop = i; stop < n && !holds_iface(t->u.st.fields.v[stop].type); stop++)
			;
		for (int pass = 0; pass < 3; pass++)
			for (int k = pass < 2 ? i : stop; k < (pass < 2 ? stop : MIN(stop + 1, n)); k++) {
				Field *f = &t->u.st.fields.v[k];
				const char *name = c->field[k];
				if (!name || (f->name && !strcmp(f->name->s, "_")))
					continue;
				Rep r = ctype(f->type)->rep;
				if (r == R_STRING)
					buf_fmt(b, pass ? "\n\t\t&& tu_mem_eq(a->%s.p, b->%s.p, a->%s.n)" : "\n\t\t&& a->%s.n == b->%s.n", name, name, name);
				else if (pass == 2 || (pass == 1) == (r >= R_STRING))
					buf_fmt(b, "\n\t\t&& %s", eq_expr(f->type, str_fmt("a->%s", name), str_fmt("b->%s", name)));
			}
	}
}

const char *eq_name(Type *t)
{
	CType *c = ctype(t);
	const char *base = basic_suffix(c);
	if (base)
		return str_fmt("tu_eq_%s", base);
	t = c->under;
	const char *name = map_get(&em.eqs, MAP_KEY(t));
	if (name)
		return name;
	name = str_fmt("E%d", ++em.neq);
	map_set(&em.eqs, MAP_KEY(t), (void *)name);
	Buf b = { 0 };
	buf_fmt(&b, "static uint8_t %s(const void *pa, const void *pb)\n{\n", name);
	if (type_mem_eq(t)) {
		if (c->size <= 16 && c->size % 8 == 0)
			buf_fmt(&b, "\tconst uint64_t *a = pa, *b = pb;\n\treturn a[0] == b[0]%s;\n}\n", c->size == 16 ? " && a[1] == b[1]" : "");
		else if (c->size == 4 || c->size == 2 || c->size == 1)
			buf_fmt(&b, "\treturn *(const uint%d_t *)pa == *(const uint%d_t *)pb;\n}\n", (int)c->size * 8, (int)c->size * 8);
		else
			buf_fmt(&b, "\treturn __builtin_memcmp(pa, pb, %lld) == 0;\n}\n", (long long)c->size);
	} else if (c->rep == R_ARRAY) {
		buf_fmt(&b, "\tconst %s *a = pa, *b = pb;\n\tfor (int64_t i = 0; i < %lld; i++)\n\t\tif (!(%s))\n\t\t\treturn 0;\n\treturn 1;\n}\n", c->name,
			(long long)t->u.array.len, eq_expr(t->u.array.elem, "a->a[i]", "b->a[i]"));
	} else {
		buf_fmt(&b, "\tconst %s *a = pa, *b = pb;\n\treturn 1", c->name);
		eq_fields(&b, t, c);
		buf_puts(&b, ";\n}\n");
	}
	buf_fmt(&em.decls, "static uint8_t %s(const void *, const void *);\n", name);
	buf_put(&em.data, b.s, b.n);
	buf_free(&b);
	return name;
}

/* ---- hashing ----------------------------------------------------------------------------------------------------------------- */

static const char *hash_name(Type *t);

static void hash_step(Buf *b, Type *t, const char *lv)
{
	buf_fmt(b, "\tseed = %s(&%s, seed);\n", hash_name(t), lv);
}

static const char *hash_name(Type *t)
{
	CType *c = ctype(t);
	const char *base = basic_suffix(c);
	if (base)
		return str_fmt("tu_hash_%s", base);
	t = c->under;
	const char *name = map_get(&em.hashes, MAP_KEY(t));
	if (name)
		return name;
	name = str_fmt("H%d", ++em.nhash);
	map_set(&em.hashes, MAP_KEY(t), (void *)name);
	Buf b = { 0 };
	buf_fmt(&b, "static uint64_t %s(const void *p, uint64_t seed)\n{\n", name);
	if (type_mem_eq(t)) {
		buf_fmt(&b, "\treturn tu_hash_mem(p, seed, %lld);\n}\n", (long long)c->size);
	} else {
		buf_fmt(&b, "\tconst %s *a = p;\n", c->name);
		if (c->rep == R_ARRAY) {
			buf_fmt(&b, "\tfor (int64_t i = 0; i < %lld; i++)\n\t", (long long)t->u.array.len);
			hash_step(&b, t->u.array.elem, "a->a[i]");
		} else {
			vec_each(&t->u.st.fields, i) {
				Field *f = &t->u.st.fields.v[i];
				if (c->field[i] && !(f->name && !strcmp(f->name->s, "_")))
					hash_step(&b, f->type, str_fmt("a->%s", c->field[i]));
			}
		}
		buf_puts(&b, "\treturn seed;\n}\n");
	}
	buf_fmt(&em.decls, "static uint64_t %s(const void *, uint64_t);\n", name);
	buf_put(&em.data, b.s, b.n);
	buf_free(&b);
	return name;
}

/* ---- descriptors ------------------------------------------------------------------------------------------------------------------ */

static int kind_number(Kind k)
{
	static const uint8_t map[K_KIND_COUNT] = {
		[K_BOOL] = 1, [K_INT] = 2, [K_INT8] = 3, [K_INT16] = 4, [K_INT32] = 5, [K_INT64] = 6, [K_UINT] = 7, [K_UINT8] = 8, [K_UINT16] = 9,
		[K_UINT32] = 10, [K_UINT64] = 11, [K_UINTPTR] = 12, [K_FLOAT32] = 13, [K_FLOAT64] = 14, [K_COMPLEX64] = 15, [K_COMPLEX128] = 16, [K_ARRAY] = 17,
		[K_CHAN] = 18, [K_FUNC] = 19, [K_INTERFACE] = 20, [K_MAP] = 21, [K_POINTER] = 22, [K_SLICE] = 23, [K_STRING] = 24, [K_STRUCT] = 25, [K_UNSAFEPTR] = 26,
	};
	return map[k];
}

static uint32_t fnv(const char *s)
{
	uint32_t h = 2166136261u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ? h : 1;
}

static void put_str(Buf *b, const char *s)
{
	put_tustring(b, s ? s : "", s ? strlen(s) : 0);
}

static const char *pkg_if_hidden(Sym *name, Package *pkg)
{
	return name && name_exported(name) ? "" : pkg ? pkg->path : "";
}

static void put_uncommon(Buf *b, Type *t, const char *sym, MethodSet *ms)
{
	int n = ms ? ms->v.n : 0, nexp = 0;
	if (n && !em.is_main)
		method_table(b, t, sym, ms);
	else if (n) {
		buf_fmt(b, "static const TuMethod %s$m[%d] = {\n", sym, n);
		for (int i = 0; i < n; i++) {
			MethodSetEnt *m = &ms->v.v[i];
			buf_puts(b, "\t{ ");
			put_str(b, m->name->s);
			buf_puts(b, ", ");
			put_str(b, pkg_if_hidden(m->name, m->pkg));
			const char *code = fn_name(ir_method_code(t, m));
			buf_fmt(b, ", &%s, (void *)%s, (void *)%s },\n", desc_name(m->type), code, code);
		}
		buf_puts(b, "};\n");
	}
	for (int i = 0; i < n; i++)
		nexp += name_exported(ms->v.v[i].name);
	const char *pkg = "", *name = "";
	if (t->kind == K_NAMED) {
		pkg = t->u.named.obj->pkg ? t->u.named.obj->pkg->path : "";
		name = type_str_mode(t, STR_REFLECT);
		const char *stop = strchr(name, '[');
		for (const char *p = name; *p && (!stop || p < stop); p++)
			if (*p == '.') {
				name = p + 1;
				break;
			}
	} else if (t->kind == K_UNSAFEPTR) {
		pkg = "unsafe";
		name = "Pointer";
	} else if (t->kind < K_ARRAY) {
		name = type_str_mode(t, STR_REFLECT);
	}
	buf_fmt(b, "static const TuUncommon %s$u = { ", sym);
	put_str(b, pkg);
	buf_puts(b, ", ");
	put_str(b, name);
	buf_fmt(b, n ? ", %d, %d, %s$m };\n" : ", %d, %d, 0 };\n", n, nexp, sym);
}

static void put_struct(Buf *b, Buf *tail, Type *u, const char *sym)
{
	int n = u->u.st.fields.n;
	const char *pkg = "";
	if (n)
		buf_fmt(b, "static const TuField %s$f[%d] = {\n", sym, n);
	for (int i = 0; i < n; i++) {
		Field *f = &u->u.st.fields.v[i];
		const char *hidden = pkg_if_hidden(f->name, f->pkg);
		if (!*pkg)
			pkg = hidden;
		buf_puts(b, "\t{ ");
		put_str(b, f->name ? f->name->s : "_");
		buf_puts(b, ", ");
		put_str(b, hidden);
		buf_fmt(b, ", &%s, ", desc_name(f->type));
		put_str(b, f->tag);
		buf_fmt(b, ", %lld, %d },\n", (long long)type_field_offset(u, i), f->embedded);
	}
	if (n)
		buf_puts(b, "};\n");
	buf_fmt(tail, n ? ".u.st = { %s$f, %d, " : ".u.st = { 0, 0, ", sym, n);
	put_str(tail, pkg);
	buf_puts(tail, " }, ");
}

static void put_iface(Buf *b, Buf *tail, Type *t, Type *u, const char *sym)
{
	MethodSet *ms = method_set(u);
	const char *pkg = "";
	if (ms->v.n)
		buf_fmt(b, "static const TuIMethod %s$i[%d] = {\n", sym, ms->v.n);
	vec_each(&ms->v, i) {
		MethodSetEnt *m = &ms->v.v[i];
		const char *hidden = pkg_if_hidden(m->name, m->pkg);
		if (!*pkg)
			pkg = hidden;
		buf_puts(b, "\t{ ");
		put_str(b, m->name->s);
		buf_puts(b, ", ");
		put_str(b, hidden);
		buf_fmt(b, ", &%s },\n", desc_name(m->type));
	}
	if (ms->v.n)
		buf_puts(b, "};\n");
	if (t->kind == K_NAMED && t->u.named.obj->pkg)
		pkg = t->u.named.obj->pkg->path;
	buf_fmt(tail, ms->v.n ? ".u.it = { %s$i, %d, " : ".u.it = { 0, 0, ", sym, ms->v.n);
	put_str(tail, pkg);
	buf_puts(tail, " }, ");
}

static void put_func(Buf *b, Buf *tail, Type *u, const char *sym)
{
	int np = u->u.fn.params.n, nr = u->u.fn.results.n;
	if (np + nr) {
		buf_fmt(b, "static const TuType *const %s$p[%d] = { ", sym, np + nr);
		for (int i = 0; i < np + nr; i++)
			buf_fmt(b, "&%s, ", desc_name((i < np ? u->u.fn.params.v[i] : u->u.fn.results.v[i - np])->type));
		buf_puts(b, "};\n");
	}
	buf_fmt(tail, np + nr ? ".u.fn = { %s$p, %d, %d }, " : ".u.fn = { 0, 0, 0 }, ", sym, np, nr);
}

static bool wants_ptr_to(Type *t)
{
	Type *p = type_canon(type_pointer(t));
	if (map_has(&em.descs, MAP_KEY(p)))
		return true;
	vec_each(&em.u->types, i)
		if (em.u->types.v[i] == p)
			return true;
	return false;
}

/* Reflection must find the descriptor of a type it composes. The entry's section is linked to the descriptor's ("o"), so the linker
 * keeps an entry exactly when something else keeps the descriptor. */
static void put_typelink(Buf *b, const char *sym)
{
	buf_fmt(b, "__asm__(\".pushsection tu_typelinks,\\\"ao\\\",@progbits,%s\\n\\t.balign 8\\n\\t.quad %s\\n\\t.popsection\");\n", sym, sym);
}

static void put_desc(Type *t)
{
	const char *sym = desc_name(t), *link = type_str_mode(t, STR_LINK);
	CType *c = ctype(t);
	Type *u = c->under;
	Buf b = { 0 }, tail = { 0 };
	bool comparable = type_comparable(t, NULL);
	int flags = 0;
	if (type_is_direct(t))
		flags |= 1;
	if (t->kind == K_NAMED || t->kind < K_ARRAY)
		flags |= 2;
	if (comparable && type_mem_eq(t))
		flags |= 4;
	if (u->kind == K_FUNC && u->u.fn.variadic)
		flags |= 8;
	if (comparable)
		flags |= 16 | (holds_iface(t) ? 0 : 32);
	MethodSet *ms = u->kind == K_INTERFACE ? NULL : method_set(t);
	bool uncommon = t->kind == K_NAMED || t->kind < K_ARRAY || (ms && ms->v.n);
	if (uncommon)
		put_uncommon(&b, t, sym, ms);
	switch (u->kind) {
	case K_ARRAY:
		buf_fmt(&tail, ".elem = &%s, .len = %lld, ", desc_name(u->u.array.elem), (long long)u->u.array.len);
		break;
	case K_SLICE:
		buf_fmt(&tail, ".elem = &%s, ", desc_name(u->u.slice.elem));
		break;
	case K_POINTER:
		buf_fmt(&tail, ".elem = &%s, ", desc_name(u->u.pointer.elem));
		break;
	case K_CHAN:
		buf_fmt(&tail, ".elem = &%s, .len = %d, ", desc_name(u->u.chan.elem), u->u.chan.dir == DIR_RECV ? 1 : u->u.chan.dir == DIR_SEND ? 2 : 3);
		break;
	case K_MAP:
		buf_fmt(&tail, ".elem = &%s, .key = &%s, ", desc_name(u->u.map.elem), desc_name(u->u.map.key));
		break;
	case K_STRUCT:
		put_struct(&b, &tail, u, sym);
		break;
	case K_INTERFACE:
		put_iface(&b, &tail, t, u, sym);
		break;
	case K_FUNC:
		put_func(&b, &tail, u, sym);
		break;
	}
	int align = type_align(t);
	buf_fmt(&b, "const TuType %s = { .size = %lld, .ptr_nbyte = %lld, .hash = %uu, .kind = %d, .flags = %d, .align = %d, .field_align = %d, .ptrmask = %s,\n\t", sym,
		(long long)type_size(t), (long long)type_ptr_nbyte(t), fnv(link), kind_number(u->kind), flags, align, align, mask_name(t));
	if (comparable)
		buf_fmt(&b, ".eq = %s, .hash_fn = %s, ", eq_name(t), hash_name(t));
	buf_puts(&b, ".str = ");
	put_str(&b, type_str_mode(t, STR_REFLECT));
	buf_puts(&b, ", ");
	if (wants_ptr_to(t))
		buf_fmt(&b, ".ptr_to = &%s, ", desc_name(type_pointer(t)));
	if (uncommon)
		buf_fmt(&b, ".uncommon = &%s$u, ", sym);
	buf_fmt(&b, "%s};\n", tail.s ? tail.s : "");
	if (t->kind >= K_ARRAY && t->kind < K_NAMED && t->kind != K_INTERFACE)
		put_typelink(&b, sym);
	buf_put(&em.data, b.s, b.n);
	buf_free(&b);
	buf_free(&tail);
}

void descs_drain(void)
{
	for (int i = 0; i < em.desc_queue.n; i++)
		put_desc(em.desc_queue.v[i]);
	em.desc_queue.n = 0;
}

/* Every package-level type that can have values gets its descriptor, and its pointer's, in the package's own unit. */
void descs_own(void)
{
	Package *p = em.u->pkg;
	if (!p || !p->scope)
		return;
	vec_each(&p->scope->objs, i) {
		Obj *o = p->scope->objs.v[i];
		if (o->kind != O_TYPE || o->u.tn.is_alias || !o->type || o->type->kind != K_NAMED || o->type->u.named.tparams.n || !strcmp(o->name->s, "_"))
			continue;
		Type *t = type_canon(o->type);
		if (type_is(t, K_INTERFACE) && iface_is_constraint(t))
			continue;
		if (desc_home(t) != p || (em.is_main && !map_has(&em.descs, MAP_KEY(t))))
			continue;
		desc_name(t);
		if (!type_is(t, K_INTERFACE) && !type_is(t, K_POINTER))
			desc_name(type_pointer(t));
	}
}

/* ---- itabs ------------------------------------------------------------------------------------------------------------------------ */

const char *itab_name(Type *t, Type *iface)
{
	t = type_canon(t);
	iface = type_canon(iface);
	char *key = str_fmt("%s,%s", type_str_mode(t, STR_LINK), type_str_mode(iface, STR_LINK));
	const char *name = strmap_get(&em.itabs, key);
	if (name)
		return name;
	name = type_symbol("I_", key);
	strmap_set(&em.itabs, key, (void *)name);
	MethodSet *want = method_set(iface), *have = method_set(t);
	const char *code[want->v.n + 1], *desc = desc_name(t), *idesc = desc_name(iface);
	uint32_t hash = fnv(type_str_mode(t, STR_LINK));
	int k = 0;
	vec_each(&want->v, i) {
		MethodSetEnt *m = &want->v.v[i];
		while (k < have->v.n && !same_name(have->v.v[k].name, have->v.v[k].pkg, m->name, m->pkg))
			k++;
		if (k == have->v.n)
			bug("emit: %s lacks %s", type_str_mode(t, STR_LINK), m->name->s);
		code[i] = fn_name(ir_method_code(t, &have->v.v[k]));
	}
	if (!em.is_main) {
		buf_fmt(&em.decls, "extern const TuItab %s;\n", name);
		later_itab(name, iface, idesc, desc, hash, code, want->v.n);
		return name;
	}
	buf_fmt(&em.decls, "extern const TuItab %s TU_WEAK;\n", name);
	Buf b = { 0 };
	buf_fmt(&b, "const TuItab %s = { &%s, &%s, %uu, {", name, idesc, desc, hash);
	vec_each(&want->v, i)
		buf_fmt(&b, " (void *)%s,", code[i]);
	buf_puts(&b, " } };\n");
	buf_put(&em.data, b.s, b.n);
	buf_free(&b);
	return name;
}
