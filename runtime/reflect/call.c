/* call.c: calls with signatures known only at run time, in both directions, for package reflect. */
#include "runtime/ffi/ffi.h"
#include "runtime/val/val.h"
#include "runtime/heap/heap.h"

#define LOCAL_WORDS 32

typedef struct { FfiRegs *r; uint64_t *stk; int64_t ni, nx, ns; } Cursor;

/* A scalar of n bytes as a full register, extended as its kind asks. */
static uint64_t load_scalar(const TuType *t, const uint8_t *p)
{
	switch (t->size) {
	case 1: return t->kind == TK_INT8 ? (uint64_t)(int64_t)*(const int8_t *)p : *p;
	case 2: return t->kind == TK_INT16 ? (uint64_t)(int64_t)*(const int16_t *)p : *(const uint16_t *)p;
	case 4: return t->kind == TK_INT32 ? (uint64_t)(int64_t)*(const int32_t *)p : tu__load32(p);
	}
	return tu__load64(p);
}

static uint64_t load_bytes(const uint8_t *p, int64_t n)
{
	uint64_t v = 0;
	__builtin_memcpy(&v, p, (size_t)(n < 8 ? n : 8));
	return v;
}

/* Whether the eightbytes of one C value still fit in registers. */
static uint8_t fits(const FfiClass *c, int64_t ni, int64_t nx)
{
	for (int32_t i = 0; i < c->n; i++) {
		if (c->cls[i] == FFI_MEM)
			return 0;
		if (c->cls[i] == FFI_SSE)
			nx++;
		else
			ni++;
	}
	return ni <= 6 && nx <= 8;
}

static void put_word(Cursor *k, uint8_t cls, uint64_t v)
{
	if (cls == FFI_SSE && k->nx < 8)
		k->r->xreg[k->nx++] = v;
	else if (cls == FFI_INT && k->ni < 6)
		k->r->ireg[k->ni++] = v;
	else
		k->stk[k->ns++] = v;
}

static void put_arg(Cursor *k, const TuType *t, const uint8_t *p)
{
	FfiClass c = tu__ffi_classify(t);
	if (c.split) {
		for (int32_t i = 0; i < c.n; i++)
			put_word(k, FFI_INT, tu__load64(p + i * 8));
	} else if (c.n == 1 && c.cls[0] != FFI_MEM && t->kind != TK_STRUCT && t->kind != TK_ARRAY) {
		put_word(k, c.cls[0], load_scalar(t, p));
	} else if (c.n && fits(&c, k->ni, k->nx)) {
		for (int32_t i = 0; i < c.n; i++)
			put_word(k, c.cls[i], load_bytes(p + i * 8, t->size - i * 8));
	} else {
		for (int64_t at = 0; at < t->size; at += 8)
			k->stk[k->ns++] = load_bytes(p + at, t->size - at);
	}
}

/* Upper bound of the words a signature can put on the stack. */
static int64_t stack_words(const TuType *ft)
{
	int64_t n = 2;
	for (int64_t i = 0; i < ft->u.fn.nparam; i++)
		n += (ft->u.fn.param[i]->size + 7) / 8;
	return n;
}

/* Stands in g->defer_code while a made function that was deferred runs: the right to recover goes to the function that it calls. */
static const uint8_t right_passes_on;

static void pass_right(const void *from, const void *to)
{
	TuG *g = tu__g();
	if (g->defer_code == from)
		g->defer_code = (void *)to;
}

void tu_reflect_pass_right(void *fn)
{
	pass_right(&right_passes_on, ((TuClosure *)fn)->code);
}

void tu_reflect_call(const TuType *ft, void *fn, void *args_, void *results_, uint8_t has_recv, void *recv_word)
{
	uint8_t **args = args_, **results = results_;
	int64_t nres = ft->u.fn.nresult, nbyte, room = stack_words(ft);
	int64_t local_off[8], *off = nres <= 8 ? local_off : tu__gc_alloc_raw(nres * 8, 0);
	uint64_t local_stk[LOCAL_WORDS], *stk = room <= LOCAL_WORDS ? local_stk : tu__gc_alloc_raw(room * 8, 1);
	const TuType *const *rt = ft->u.fn.param + ft->u.fn.nparam;
	FfiClass rc = tu__ffi_results(rt, nres, off, &nbyte);
	FfiRegs r;
	uint8_t *out = NULL;
	__builtin_memset(&r, 0, sizeof r);
	Cursor k = { &r, stk, 0, 0, 0 };
	if (!has_recv && !fn)
		tu_panic_nil();
	if (rc.cls[0] == FFI_MEM) {
		out = tu__gc_alloc_raw(nbyte, 1);
		r.ireg[k.ni++] = (uint64_t)(uintptr_t)out;
	}
	if (has_recv)
		r.ireg[k.ni++] = (uint64_t)(uintptr_t)recv_word;
	for (int64_t i = 0; i < ft->u.fn.nparam; i++)
		put_arg(&k, ft->u.fn.param[i], args[i]);
	if (!has_recv)
		put_word(&k, FFI_INT, (uint64_t)(uintptr_t)fn);
	void *code = has_recv ? fn : ((TuClosure *)fn)->code;
	pass_right(&right_passes_on, code);
	tu__ffi_call(code, &r, stk, k.ns);
	uint64_t small[2] = { 0, 0 };
	if (!out) {
		int32_t ni = 0, nx = 0;
		for (int32_t i = 0; i < rc.n; i++)
			small[i] = rc.cls[i] == FFI_SSE ? r.ret[2 + nx++] : r.ret[ni++];
		out = (uint8_t *)small;
	}
	for (int64_t i = 0; i < nres; i++)
		if (off[i] >= 0)
			tu_typed_copy(rt[i], results[i], out + off[i]);
}

/* ---- the other direction --------------------------------------------------------------------------------------------------- */

typedef struct { void *code; const TuType *ft; TuClosure *impl; } MadeFunc;
static const uint8_t made_mask[1] = { 4 };

static void get_word(Cursor *k, uint8_t cls, uint8_t *to, int64_t n)
{
	uint64_t v;
	if (cls == FFI_SSE && k->nx < 8)
		v = k->r->xreg[k->nx++];
	else if (cls == FFI_INT && k->ni < 6)
		v = k->r->ireg[k->ni++];
	else
		v = k->stk[k->ns++];
	if (to)
		__builtin_memcpy(to, &v, (size_t)(n < 8 ? n : 8));
}

/* Takes one argument off the cursor; to NULL: only advances. */
static void get_arg(Cursor *k, const TuType *t, uint8_t *to)
{
	FfiClass c = tu__ffi_classify(t);
	if (c.n && (c.split || (c.n == 1 && c.cls[0] != FFI_MEM && t->kind != TK_STRUCT && t->kind != TK_ARRAY) || fits(&c, k->ni, k->nx))) {
		for (int32_t i = 0; i < c.n; i++)
			get_word(k, c.cls[i], to ? to + i * 8 : NULL, t->size - i * 8);
		return;
	}
	if (to)
		__builtin_memcpy(to, k->stk + k->ns, (size_t)t->size);
	k->ns += (t->size + 7) / 8;
}

void *tu_reflect_make_func(const TuType *ft, void *impl)
{
	FfiRegs none;
	Cursor k = { &none, (uint64_t *)&none, 0, 0, 0 };
	int64_t nres = ft->u.fn.nresult, nbyte, local_off[8], *off = nres <= 8 ? local_off : tu__gc_alloc_raw(nres * 8, 0);
	if (tu__ffi_results(ft->u.fn.param + ft->u.fn.nparam, nres, off, &nbyte).cls[0] == FFI_MEM)
		k.ni++;
	for (int64_t i = 0; i < ft->u.fn.nparam; i++) {
		/* Only counting: the stack is not read, but registers are, so that the cursor must not run past the dummy. */
		FfiClass c = tu__ffi_classify(ft->u.fn.param[i]);
		const TuType *t = ft->u.fn.param[i];
		if (c.split || (c.n == 1 && c.cls[0] != FFI_MEM && t->kind != TK_STRUCT && t->kind != TK_ARRAY) || (c.n && fits(&c, k.ni, k.nx))) {
			for (int32_t w = 0; w < c.n; w++) {
				if (c.cls[w] == FFI_SSE && k.nx < 8)
					k.nx++;
				else if (c.cls[w] == FFI_INT && k.ni < 6)
					k.ni++;
				else
					k.ns++;
			}
		} else {
			k.ns += (t->size + 7) / 8;
		}
	}
	int64_t place = k.ni < 6 ? k.ni : 6 + k.ns;
	if (place >= 70)
		tu__panic_error("reflect.MakeFunc with more than 512 bytes of stack arguments is not supported yet");
	MadeFunc *f = (MadeFunc *)tu_new_closure(sizeof *f, made_mask);
	f->code = tu__ffi_entry[place];
	f->ft = ft;
	f->impl = impl;
	return f;
}

void tu__ffi_callback(void *ctx, FfiRegs *r, uint64_t *stk)
{
	MadeFunc *f = ctx;
	const TuType *ft = f->ft, *const *rt = ft->u.fn.param + ft->u.fn.nparam;
	int64_t np = ft->u.fn.nparam, nres = ft->u.fn.nresult, nbyte;
	uint8_t **args = tu__gc_alloc_raw((np + nres + 1) * 8, 1), **results = args + np;
	int64_t local_off[8], *off = nres <= 8 ? local_off : tu__gc_alloc_raw(nres * 8, 0);
	FfiClass rc = tu__ffi_results(rt, nres, off, &nbyte);
	Cursor k = { r, stk, 0, 0, 0 };
	uint8_t *out = NULL;
	if (rc.cls[0] == FFI_MEM)
		out = (uint8_t *)(uintptr_t)r->ireg[k.ni++];
	for (int64_t i = 0; i < np; i++) {
		args[i] = tu_new(ft->u.fn.param[i]);
		get_arg(&k, ft->u.fn.param[i], args[i]);
	}
	for (int64_t i = 0; i < nres; i++)
		results[i] = tu_new(rt[i]);
	pass_right(f->code, &right_passes_on);
	((void (*)(void *, void *, void *))f->impl->code)(args, results, f->impl);
	uint64_t small[3] = { 0, 0, 0 };
	uint8_t *to = out ? out : (uint8_t *)small;
	for (int64_t i = 0; i < nres; i++)
		if (off[i] >= 0)
			__builtin_memcpy(to + off[i], results[i], (size_t)rt[i]->size);
	if (out) {
		r->ret[0] = (uint64_t)(uintptr_t)out;
		return;
	}
	int32_t ni = 0, nx = 0;
	for (int32_t i = 0; i < rc.n; i++)
		r->ret[rc.cls[i] == FFI_SSE ? 2 + nx++ : ni++] = small[i];
}
