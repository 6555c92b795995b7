/* abi.c: classification of Go values under the SysV ABI.
 *
 * Each eightbyte of an aggregate of at most 16 bytes is INT when any of its fields is not floating point, else SSE; larger
 * aggregates travel in memory. _Complex float is one SSE eightbyte, _Complex double two. Blank fields count; padding does not,
 * except the bytes after a final zero-size field, which the emitter declares as an array. */
#include "runtime/ffi/ffi.h"

static void merge(uint8_t *cls, int64_t at, int64_t n, uint8_t c)
{
	for (int64_t i = at / 8; i <= (at + n - 1) / 8 && i < 2; i++)
		cls[i] = c == FFI_INT || cls[i] == FFI_INT ? FFI_INT : c;
}

static void walk(const TuType *t, int64_t at, uint8_t *cls)
{
	switch (t->kind) {
	case TK_STRUCT: {
		int64_t end = 0;
		for (int64_t i = 0; i < t->u.st.nfield; i++) {
			const TuField *f = &t->u.st.field[i];
			if (!f->type->size)
				continue;
			walk(f->type, at + f->offset, cls);
			end = f->offset + f->type->size;
		}
		int64_t al = t->align ? t->align : 1;
		if ((end + al - 1) / al * al < t->size)
			merge(cls, at + end, t->size - end, FFI_INT);
		return;
	}
	case TK_ARRAY:
		for (int64_t i = 0; i < t->len; i++)
			walk(t->elem, at + i * t->elem->size, cls);
		return;
	case TK_FLOAT32: case TK_FLOAT64: case TK_COMPLEX64: case TK_COMPLEX128:
		merge(cls, at, t->size, FFI_SSE);
		return;
	}
	merge(cls, at, t->size, FFI_INT);
}

FfiClass tu__ffi_classify(const TuType *t)
{
	FfiClass c = { 0, 0, { 0, 0, 0 } };
	if (t->size == 0)
		return c;
	switch (t->kind) {
	case TK_STRING: case TK_INTERFACE:
		return (FfiClass){ 2, 1, { FFI_INT, FFI_INT, 0 } };
	case TK_SLICE:
		return (FfiClass){ 3, 1, { FFI_INT, FFI_INT, FFI_INT } };
	case TK_STRUCT: case TK_ARRAY: case TK_COMPLEX128: case TK_COMPLEX64:
		break;
	default:
		return (FfiClass){ 1, 0, { t->kind == TK_FLOAT32 || t->kind == TK_FLOAT64 ? FFI_SSE : FFI_INT, 0, 0 } };
	}
	if (t->size > 16)
		return (FfiClass){ 1, 0, { FFI_MEM, 0, 0 } };
	c.n = (uint8_t)((t->size + 7) / 8);
	walk(t, 0, c.cls);
	return c;
}

FfiClass tu__ffi_results(const TuType *const *t, int64_t n, int64_t *offset, int64_t *nbyte)
{
	FfiClass c = { 0, 0, { 0, 0, 0 } };
	int64_t at = 0, max = 1, live = 0;
	for (int64_t i = 0; i < n; i++) {
		int64_t al = t[i]->align ? t[i]->align : 1;
		if (!t[i]->size) {
			offset[i] = -1;
			continue;
		}
		at = (at + al - 1) / al * al;
		offset[i] = at;
		if (at < 16)
			walk(t[i], at, c.cls);
		at += t[i]->size;
		max = al > max ? al : max;
		live++;
	}
	at = (at + max - 1) / max * max;
	*nbyte = at;
	if (at > 16)
		return (FfiClass){ 1, 0, { FFI_MEM, 0, 0 } };
	c.n = (uint8_t)((at + 7) / 8);
	return c;
}
