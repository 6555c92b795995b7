/* layout.c: sizes, alignments, offsets and pointer words of gc on linux/amd64.
 *
 * Answers are kept in the type. Only complete, fully instantiated types may be asked for; sizes that overflow read as -1 and spread upwards. */
#include "compiler/types/types.h"

#define WORD 8

static const uint8_t basic_size[K_ARRAY] = {
	[K_BOOL] = 1, [K_INT] = 8, [K_INT8] = 1, [K_INT16] = 2, [K_INT32] = 4, [K_INT64] = 8, [K_UINT] = 8, [K_UINT8] = 1, [K_UINT16] = 2,
	[K_UINT32] = 4, [K_UINT64] = 8, [K_UINTPTR] = 8, [K_FLOAT32] = 4, [K_FLOAT64] = 8, [K_COMPLEX64] = 8, [K_COMPLEX128] = 16,
	[K_STRING] = 16, [K_UNSAFEPTR] = 8, [K_UNTYPED_BOOL] = 1, [K_UNTYPED_INT] = 8, [K_UNTYPED_RUNE] = 4, [K_UNTYPED_FLOAT] = 8,
	[K_UNTYPED_COMPLEX] = 16, [K_UNTYPED_STRING] = 16, [K_UNTYPED_NIL] = 8,
};

static int64_t round_up(int64_t x, int64_t a)
{
	return x < 0 || x > INT64_MAX - a ? -1 : (x + a - 1) & ~(a - 1);
}

/* The empty struct that sync/atomic embeds to ask for 8-byte alignment. */
static bool is_align64(Type *t)
{
	Obj *o = t->kind == K_NAMED ? t->u.named.obj : NULL;
	return o && o->pkg && SYM_IS(o->name, "align64") && (!strcmp(o->pkg->path, "sync/atomic") || !strcmp(o->pkg->path, "internal/runtime/atomic"));
}

static void size_struct(Type *t)
{
	int n = t->u.st.fields.n;
	int64_t off = 0, align = 1, ptr = 0;
	t->u.st.offset = arena_array(&build_arena, int64_t, n ? n : 1);
	for (int i = 0; i < n; i++) {
		Type *f = t->u.st.fields.v[i].type;
		int64_t size = type_size(f), a = type_align(f);
		align = MAX(align, a);
		off = off < 0 ? -1 : round_up(off, a);
		t->u.st.offset[i] = off;
		if (off >= 0 && type_ptr_nbyte(f))
			ptr = off + type_ptr_nbyte(f);
		if (off < 0 || size < 0 || off > INT64_MAX - size) {
			off = -1;
			continue;
		}
		/* a pointer to a final field of size zero must not point at the next object */
		if (i == n - 1 && off > 0 && size == 0)
			size = 1;
		off += size;
	}
	t->size = off < 0 ? -1 : round_up(off, align);
	t->align = (uint8_t)align;
	t->ptr_nbyte = ptr;
}

static void size_array(Type *t)
{
	Type *e = t->u.array.elem;
	int64_t n = t->u.array.len, size = type_size(e);
	t->align = (uint8_t)type_align(e);
	if (n <= 0 || size == 0)
		t->size = 0;
	else if (size < 0 || __builtin_mul_overflow(n, size, &t->size))
		t->size = -1;
	if (t->size > 0 && type_ptr_nbyte(e))
		t->ptr_nbyte = t->size - size + type_ptr_nbyte(e);
}

static void set_size(Type *t, int64_t size, int align, int64_t ptr)
{
	t->size = size;
	t->align = (uint8_t)align;
	t->ptr_nbyte = ptr;
}

static void size_under(Type *t)
{
	switch ((Kind)t->kind) {
	case K_ARRAY: size_array(t); break;
	case K_STRUCT: size_struct(t); break;
	case K_SLICE: set_size(t, 3 * WORD, WORD, WORD); break;
	case K_INTERFACE: set_size(t, 2 * WORD, WORD, 2 * WORD); break;
	case K_STRING:
	case K_UNTYPED_STRING: set_size(t, 2 * WORD, WORD, WORD); break;
	case K_POINTER:
	case K_FUNC:
	case K_MAP:
	case K_CHAN:
	case K_UNSAFEPTR:
	case K_UNTYPED_NIL: set_size(t, WORD, WORD, WORD); break;
	case K_TUPLE:
		t->align = 1;
		break;
	default: {
		int size = t->kind < K_ARRAY ? basic_size[t->kind] : WORD;
		int align = type_is_complex(t) ? size / 2 : size;
		set_size(t, size, MAX(align, 1), 0);
	}
	}
}

static Type *sized(Type *t)
{
	if (t->sized)
		return t;
	Type *u = type_under(t);
	if (!u->sized) {
		u->sized = true;        /* before: invalid recursion must end */
		u->align = 1;
		size_under(u);
	}
	if (u != t && u != t_invalid) {
		set_size(t, u->size, is_align64(t) ? WORD : u->align, u->ptr_nbyte);
		t->sized = true;
	}
	return u;
}

int64_t type_size(Type *t)
{
	Type *u = sized(t);
	return t->sized ? t->size : u->size;
}

int type_align(Type *t)
{
	Type *u = sized(t);
	return t->sized ? t->align : u->align;
}

int64_t type_ptr_nbyte(Type *t)
{
	Type *u = sized(t);
	return t->sized ? t->ptr_nbyte : u->ptr_nbyte;
}

int64_t type_field_offset(Type *st, int i)
{
	Type *u = type_under(st);
	type_size(u);
	return u->u.st.offset[i];
}

static void mask_at(Type *t, int64_t off, void (*word)(int64_t off, void *arg), void *arg)
{
	if (!type_ptr_nbyte(t))
		return;
	Type *u = type_under(t);
	switch ((Kind)u->kind) {
	case K_ARRAY:
		for (int64_t i = 0; i < u->u.array.len; i++)
			mask_at(u->u.array.elem, off + i * type_size(u->u.array.elem), word, arg);
		break;
	case K_STRUCT:
		vec_each(&u->u.st.fields, i)
			mask_at(u->u.st.fields.v[i].type, off + u->u.st.offset[i], word, arg);
		break;
	case K_INTERFACE:
		word(off, arg);
		word(off + WORD, arg);
		break;
	default:
		word(off, arg);
	}
}

void type_ptr_mask(Type *t, void (*word)(int64_t off, void *arg), void *arg) { mask_at(t, 0, word, arg); }

bool type_is_direct(Type *t)
{
	Type *u = type_under(t);
	switch ((Kind)u->kind) {
	case K_POINTER:
	case K_CHAN:
	case K_MAP:
	case K_FUNC:
	case K_UNSAFEPTR:
		return true;
	case K_ARRAY:
		return u->u.array.len == 1 && type_is_direct(u->u.array.elem);
	case K_STRUCT:
		return u->u.st.fields.n == 1 && type_is_direct(u->u.st.fields.v[0].type);
	default:
		return false;
	}
}

bool type_mem_eq(Type *t)
{
	Type *u = type_under(t);
	switch ((Kind)u->kind) {
	case K_BOOL ... K_UINTPTR:
	case K_UNSAFEPTR:
	case K_POINTER:
	case K_CHAN:
		return true;
	case K_ARRAY:
		return u->u.array.len == 0 || type_mem_eq(u->u.array.elem);
	case K_STRUCT: {
		int64_t end = 0;
		vec_each(&u->u.st.fields, i) {
			Field *f = &u->u.st.fields.v[i];
			if (SYM_IS(f->name, "_") || !type_mem_eq(f->type) || type_field_offset(u, i) != end)
				return false;
			end += type_size(f->type);
		}
		return end == type_size(u);
	}
	default:
		return false;
	}
}
