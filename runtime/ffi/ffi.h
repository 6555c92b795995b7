/* ffi.h: where the values of a Go signature travel under the convention of tuco.h, that is under the SysV ABI for amd64. */
#ifndef TUCO_FFI_H
#define TUCO_FFI_H
#include "runtime/base/rt.h"

typedef struct {                /* offsets known to ffi_amd64.S */
	uint64_t ireg[6];       /* 0: rdi rsi rdx rcx r8 r9 */
	uint64_t xreg[8];       /* 48: low halves of xmm0-7 */
	uint64_t ret[4];        /* 112: rax rdx xmm0 xmm1 */
} FfiRegs;

enum { FFI_NONE, FFI_INT, FFI_SSE, FFI_MEM };
/* How one value travels: as up to three scalars of its own (strings, slices, interfaces: split), or as one C value of up to two
 * eightbytes, or in memory. */
typedef struct { uint8_t n, split, cls[3]; } FfiClass;
FfiClass tu__ffi_classify(const TuType *t);
/* Result of several values: their C struct. offset gets the place of each live result. */
FfiClass tu__ffi_results(const TuType *const *t, int64_t n, int64_t *offset, int64_t *nbyte);

void tu__ffi_call(void *code, FfiRegs *r, const uint64_t *stk, int64_t nstk);
extern void *const tu__ffi_entry[70];
void tu__ffi_callback(void *ctx, FfiRegs *r, uint64_t *stk);    /* reflect/call.c */
#endif
