/* ctype.c: C types for Go types, defined in dependency order.
 *
 * All pointers, maps, channels and func values are void *, so C types never depend on each other in a cycle. Types with the same
 * underlying type share one C type. Zero-size types have no C object at all: no field, no variable, no parameter. */
#include "compiler/emit/em.h"

static const char *const words[] = { "asm", "auto", "bool", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern",
	"float", "for", "goto", "if", "inline", "int", "linux", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct",
	"switch", "typedef", "typeof", "union", "unix", "unsigned", "void", "volatile", "while", "NULL", "offsetof", "alignof", "main" };

const char *c_ident(const char *s)
{
	for (int i = 0; i < ARRAY_LEN(words); i++)
		if (!strcmp(s, words[i]))
			return str_fmt("%s$", s);
	size_t n = strlen(s);
	bool plain = true, reserved = (n > 2 && !strcmp(s + n - 2, "_t")) || (s[0] == '_' && s[1] != 0) || !strncmp(s, "tu_", 3) || !strncmp(s, "TU_", 3)
		|| !strncmp(s, "Tu", 2) || !strncmp(s, "TF_", 3) || !strncmp(s, "TK_", 3) || !strncmp(s, "INT", 3) || !strncmp(s, "UINT", 4) || !strncmp(s, "SIZE", 4);
	/* names of this emitter: one capital (two for mangled prefixes) and digits or '_' */
	if (strchr("GTISRFKMEHX", s[0]) && (s[1] == '_' || (s[1] >= '0' && s[1] <= '9')))
		reserved = true;
	for (const char *p = s; *p; p++)
		if ((unsigned char)*p >= 0x80 || *p == '~' || *p == '.')
			plain = false;
	if (plain && !reserved)
		return s;
	Buf b = { 0 };
	for (const char *p = s; *p; p++)
		if ((unsigned char)*p >= 0x80 || *p == '~' || *p == '.')
			buf_fmt(&b, "$%02x", (unsigned char)*p);
		else
			buf_putc(&b, *p);
	buf_putc(&b, '$');
	return buf_take(&b);
}

static const char *new_struct_name(Type *t)
{
	if (t->kind == K_NAMED) {
		const char *m = mangle(type_str_mode(t, STR_LINK));
		if (strlen(m) < 200)
			return str_fmt("S_%s", m + 2);
	}
	return str_fmt("S%d", ++em.nstruct);
}

static void struct_def(CType *c, Type *t)
{
	Type *u = c->under;
	int n = u->u.st.fields.n;
	c->field = arena_array(&build_arena, const char *, MAX(n, 1));
	CType **fc = arena_array(&build_arena, CType *, MAX(n, 1));
	for (int i = 0; i < n; i++)
		fc[i] = ctype(u->u.st.fields.v[i].type);
	buf_fmt(&em.types, "typedef struct {");
	int64_t at = 0;
	int npad = 0, nblank = 0;
	int64_t most = 1;               /* alignment C would choose */
	for (int i = 0; i < n; i++) {
		Field *f = &u->u.st.fields.v[i];
		if (fc[i]->rep == R_ZERO)
			continue;
		int64_t off = type_field_offset(u, i), al = type_align(f->type);
		most = MAX(most, al);
		int64_t nat = (at + al - 1) / al * al;
		if (off > nat)          /* only after zero-size fields of greater alignment */
			buf_fmt(&em.types, " uint8_t pad$%d[%lld];", npad++, (long long)(off - at));
		const char *name = f->name ? f->name->s : "_";
		c->field[i] = !strcmp(name, "_") ? str_fmt("blank$%d", nblank++) : c_ident(name);
		buf_fmt(&em.types, " %s %s;", fc[i]->name, c->field[i]);
		at = off + fc[i]->size;
	}
	int64_t al = type_align(u), end = (at + al - 1) / al * al;
	if (end < c->size)              /* Go pads after a final zero-size field */
		buf_fmt(&em.types, " uint8_t pad$%d[%lld];", npad, (long long)(c->size - at));
	if (most < al)                  /* a zero-size field asks for more */
		buf_fmt(&em.types, " } __attribute__((aligned(%lld))) %s;\n", (long long)al, c->name);
	else
		buf_fmt(&em.types, " } %s;\n", c->name);
	buf_fmt(&em.types, "_Static_assert(sizeof(%s) == %lld, \"layout\");\n", c->name, (long long)c->size);
}

static CType *make(Type *t, Type *u)
{
	static const struct { uint8_t kind, rep, bits; bool sign; const char *name; } basic[] = {
		{ K_BOOL, R_INT, 8, false, "uint8_t" }, { K_INT, R_INT, 64, true, "int64_t" }, { K_INT8, R_INT, 8, true, "int8_t" }, { K_INT16, R_INT, 16, true, "int16_t" },
		{ K_INT32, R_INT, 32, true, "int32_t" }, { K_INT64, R_INT, 64, true, "int64_t" }, { K_UINT, R_INT, 64, false, "uint64_t" },
		{ K_UINT8, R_INT, 8, false, "uint8_t" }, { K_UINT16, R_INT, 16, false, "uint16_t" }, { K_UINT32, R_INT, 32, false, "uint32_t" },
		{ K_UINT64, R_INT, 64, false, "uint64_t" }, { K_UINTPTR, R_INT, 64, false, "uint64_t" }, { K_FLOAT32, R_FLOAT, 32, true, "float" },
		{ K_FLOAT64, R_FLOAT, 64, true, "double" }, { K_COMPLEX64, R_COMPLEX, 64, false, "TuC64" }, { K_COMPLEX128, R_COMPLEX, 128, false, "TuC128" },
		{ K_STRING, R_STRING, 0, false, "TuString" }, { K_UNSAFEPTR, R_PTR, 0, false, "void *" }, { K_SLICE, R_SLICE, 0, false, "TuSlice" },
		{ K_POINTER, R_PTR, 0, false, "void *" }, { K_FUNC, R_PTR, 0, false, "void *" }, { K_MAP, R_PTR, 0, false, "void *" }, { K_CHAN, R_PTR, 0, false, "void *" },
		{ K_INTERFACE, R_IFACE, 0, false, "TuIface" },
		{ K_UNTYPED_BOOL, R_INT, 8, false, "uint8_t" }, { K_UNTYPED_INT, R_INT, 64, true, "int64_t" }, { K_UNTYPED_RUNE, R_INT, 32, true, "int32_t" },
		{ K_UNTYPED_FLOAT, R_FLOAT, 64, true, "double" }, { K_UNTYPED_COMPLEX, R_COMPLEX, 128, false, "TuC128" }, { K_UNTYPED_STRING, R_STRING, 0, false, "TuString" },
		{ K_UNTYPED_NIL, R_PTR, 0, false, "void *" },
	};
	CType *c = NEW(CType);
	c->under = u;
	for (int i = 0; i < ARRAY_LEN(basic); i++)
		if (basic[i].kind == u->kind) {
			c->rep = basic[i].rep;
			c->bits = basic[i].bits;
			c->is_signed = basic[i].sign;
			c->name = basic[i].name;
			c->size = u->kind >= K_UNTYPED_BOOL && u->kind <= K_UNTYPED_NIL ? 8 : type_size(u);
			c->ptrs = c->rep >= R_PTR;
			c->eface = u->kind == K_INTERFACE && method_set(u)->v.n == 0;
			return c;
		}
	c->size = type_size(u);
	c->ptrs = type_ptr_nbyte(u) > 0;
	if (c->size == 0) {
		c->rep = R_ZERO;
		c->name = "void";
	} else if (u->kind == K_ARRAY) {
		c->rep = R_ARRAY;
		c->elem = ctype(u->u.array.elem);
		c->name = new_struct_name(t);
		buf_fmt(&em.types, "typedef struct { %s a[%lld]; } %s;\n", c->elem->name, (long long)u->u.array.len, c->name);
	} else if (u->kind == K_STRUCT) {
		c->rep = R_STRUCT;
		c->name = new_struct_name(t);
		struct_def(c, t);
	} else {
		bug("emit: no C type for %s", type_str_mode(t, STR_LINK));
	}
	return c;
}

CType *ctype(Type *t)
{
	CType *c = map_get(&em.ctypes, MAP_KEY(t));
	if (c)
		return c;
	Type *k = type_canon(t), *u = type_canon(type_under(k));
	c = map_get(&em.ctypes, MAP_KEY(u));
	if (!c) {
		c = make(k, u);
		map_set(&em.ctypes, MAP_KEY(u), c);
	}
	if (t != u)
		map_set(&em.ctypes, MAP_KEY(t), c);
	if (k != u && k != t)
		map_set(&em.ctypes, MAP_KEY(k), c);
	return c;
}

int live_results(Type **v, int n, Type **out)
{
	int k = 0;
	for (int i = 0; i < n; i++)
		if (ctype(v[i])->rep != R_ZERO)
			out[k++] = v[i];
	return k;
}

/* Fields are named r0, r1 ... by live result. */
const char *result_struct(Type **v, int n)
{
	Type *live[n + 1];
	int k = live_results(v, n, live);
	if (k == 0)
		return "void";
	if (k == 1)
		return cname(live[0]);
	Buf key = { 0 }, body = { 0 };
	for (int i = 0; i < k; i++) {
		buf_fmt(&key, "%s;", cname(live[i]));
		buf_fmt(&body, " %s r%d;", cname(live[i]), i);
	}
	const char *name = strmap_get(&em.results, key.s);
	if (!name) {
		name = str_fmt("R%d", ++em.nresult);
		strmap_set(&em.results, key.s, (void *)name);
		buf_fmt(&em.types, "typedef struct {%s } %s;\n", body.s, name);
	}
	buf_free(&key);
	buf_free(&body);
	return name;
}

const char *result_type(Fn *f)
{
	Type *sig = type_under(f->sig);
	int n = sig->u.fn.results.n;
	Type *v[n + 1];
	for (int i = 0; i < n; i++)
		v[i] = sig->u.fn.results.v[i]->type;
	return result_struct(v, n);
}

const char *field_path_word(Type *t)
{
	CType *c = ctype(t);
	if (c->rep == R_ARRAY)
		return str_fmt(".a[0]%s", field_path_word(c->under->u.array.elem));
	if (c->rep == R_STRUCT)
		vec_each(&c->under->u.st.fields, i)
			if (c->field[i])
				return str_fmt(".%s%s", c->field[i], field_path_word(c->under->u.st.fields.v[i].type));
	return "";
}
