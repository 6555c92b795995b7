/* tuco.h: everything that emitted C sees of the runtime.
 *
 * Emitted C includes this header and nothing else. Layouts here are shared with the compiler (compiler/emit), the runtime
 * and the Go sources of stdlib/internal/abi; a change here is a change of ABI and bumps TU_ABI_VERSION.
 *
 * Calling convention of every Go function (and of every C function bound with //tuco:extern):
 *   parameters   scalars as C scalars; a string as (const uint8_t *p, int64_t n); a slice as (void *p, int64_t n, int64_t c);
 *                an interface as (const void *tab, void *d); complex as _Complex; pointers, maps, channels, func values as
 *                void *; structs and arrays by value. A zero-size parameter is passed as nothing. The receiver is the first parameter.
 *   context      code reached through a func value takes one more, last, parameter: void *ctx, the closure object.
 *   results      none: void; one: its C type (TuString, TuSlice, TuIface, ... by value); several: a struct of them by value.
 *   methods      reached through an itab take the interface's data word as first parameter (void *).
 * All of it is compiled with -fsplit-stack: a function checks for room in its prologue against the word at %fs:0x70, and the
 * slow half of that check (__morestack, runtime/arch) is also the cooperative safepoint. */
#ifndef TUCO_H
#define TUCO_H

#include <stddef.h>
#include <stdint.h>

#define TU_ABI_VERSION 1

#define TU_LIKELY(x)   __builtin_expect(!!(x), 1)
#define TU_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define TU_COLD        __attribute__((cold, noinline))
#define TU_NORETURN    __attribute__((noreturn, cold, noinline))
#define TU_WEAK        __attribute__((weak))

/* ---- values ---------------------------------------------------------------------------------------------------- */

typedef struct TuType TuType;
typedef struct TuItab TuItab;
typedef struct TuMap TuMap;         /* opaque; a map value is TuMap * */
typedef struct TuChan TuChan;       /* opaque; a channel value is TuChan * */
typedef struct TuG TuG;

typedef struct { const uint8_t *p; int64_t n; } TuString;
typedef struct { void *p; int64_t n, c; } TuSlice;
/* Interfaces: tab is NULL for nil. eface (no methods): tab is the TuType; iface (methods): tab is the TuItab. d is the value
 * itself when the type is TF_DIRECT (pointer-shaped), else a pointer to an immutable copy. */
typedef struct { const void *tab; void *d; } TuIface;
typedef struct { void *code; } TuClosure;   /* captured variables follow */
typedef _Complex float TuC64;
typedef _Complex double TuC128;

/* ---- type descriptors (mirrored by stdlib/internal/abi/type.go) -------------------------------------------------- */

enum {                              /* TuType.kind: reflect.Kind's numbers */
	TK_INVALID, TK_BOOL, TK_INT, TK_INT8, TK_INT16, TK_INT32, TK_INT64, TK_UINT, TK_UINT8, TK_UINT16, TK_UINT32, TK_UINT64,
	TK_UINTPTR, TK_FLOAT32, TK_FLOAT64, TK_COMPLEX64, TK_COMPLEX128, TK_ARRAY, TK_CHAN, TK_FUNC, TK_INTERFACE, TK_MAP,
	TK_POINTER, TK_SLICE, TK_STRING, TK_STRUCT, TK_UNSAFEPTR
};

enum {                              /* TuType.flags */
	TF_DIRECT = 1,              /* stored directly in an interface's data word */
	TF_NAMED = 2,               /* defined (or predeclared) type: has a name */
	TF_MEMEQ = 4,               /* equality is memcmp of size bytes */
	TF_VARIADIC = 8,            /* func type with final ... */
	TF_COMPARABLE = 16,         /* == compiles; it may still panic inside (interfaces) */
	TF_NOHASHPANIC = 32,        /* hashing never panics: no interface inside */
	TF_DYNAMIC = 64             /* made by reflect at run time */
};

typedef struct {                    /* one method, sorted by (name, pkg path) */
	TuString name;
	TuString pkg;               /* package path when the name is not exported, else empty */
	const TuType *ft;           /* func type without receiver; may be NULL when pruned */
	void *ifn;                  /* code taking the data word as receiver (as in an itab); NULL when pruned */
	void *tfn;                  /* same as ifn today; reserved for reflect */
} TuMethod;

typedef struct {                    /* types that have a name or methods */
	TuString pkg;               /* import path, "" for predeclared */
	TuString name;              /* type name with type arguments, no package: "T", "Pair[int]" */
	int64_t nmethod;            /* all methods; exported ones come first in method order of reflect */
	int64_t nexported;
	const TuMethod *method;     /* sorted by name, then pkg */
} TuUncommon;

typedef struct {
	TuString name;
	TuString pkg;               /* package path when the name is not exported, else empty */
	const TuType *type;
	TuString tag;
	int64_t offset;
	uint8_t embedded;
} TuField;

typedef struct {                    /* interface method, sorted by (name, pkg) */
	TuString name;
	TuString pkg;
	const TuType *ft;
} TuIMethod;

struct TuType {
	int64_t size;
	int64_t ptr_nbyte;          /* bytes from the start that can hold pointers; 0: pointer-free */
	uint32_t hash;              /* of the type's identity; equal types have equal hashes */
	uint8_t kind, flags, align, field_align;
	const uint8_t *ptrmask;     /* bit i set: word i (8 bytes) is a pointer; covers ptr_nbyte; NULL when ptr_nbyte is 0.
	                             * Arrays longer than 128 words of mask repeat their element: see elem/len, ptrmask then NULL. */
	uint8_t (*eq)(const void *a, const void *b);        /* NULL: not comparable */
	uint64_t (*hash_fn)(const void *p, uint64_t seed);  /* NULL: not hashable */
	TuString str;               /* as reflect's String(): "main.T", "[]int", "map[string]*main.T" */
	const TuType *ptr_to;       /* *T, or NULL when the program has no descriptor for it */
	const TuUncommon *uncommon; /* NULL: unnamed and without methods */
	/* by kind; unused fields are zero */
	const TuType *elem;         /* array, chan, map (value), pointer, slice */
	const TuType *key;          /* map */
	int64_t len;                /* array length; chan: direction (1 recv, 2 send, 3 both) */
	union {
		struct { const TuField *field; int64_t nfield; TuString pkg; } st;      /* struct */
		struct { const TuIMethod *method; int64_t nmethod; TuString pkg; } it;  /* interface */
		struct { const TuType *const *param; int64_t nparam, nresult; } fn;     /* func: params, then results */
	} u;
};

struct TuItab {
	const TuType *itype;        /* the interface type */
	const TuType *type;         /* the dynamic type */
	uint32_t hash;              /* type->hash */
	void *fun[];                /* one per method of itype, in its order */
};

/* ---- goroutine state that emitted code touches ---------------------------------------------------------------------- */

/* Current goroutine. Its value never changes within one activation, its address does: read it, never keep &tu_g. */
extern __thread TuG *tu_g __attribute__((tls_model("local-exec")));

/* Set while a collection marks; emitted pointer stores test it. */
extern int32_t tu_gc_marking;

/* ---- allocation ------------------------------------------------------------------------------------------------------ */

void *tu_new(const TuType *t);                                  /* one zeroed T on the heap */
/* The same for sizes known to the compiler, rounded up to a size class: pN with the words that may be pointers as bits, nN without
 * pointers (from 16 on: smaller ones share blocks, use tu_new). */
void *tu_new_p8(uint64_t bits), *tu_new_p16(uint64_t bits), *tu_new_p24(uint64_t bits), *tu_new_p32(uint64_t bits), *tu_new_p48(uint64_t bits),
	*tu_new_p64(uint64_t bits), *tu_new_p80(uint64_t bits), *tu_new_p96(uint64_t bits), *tu_new_p112(uint64_t bits), *tu_new_p128(uint64_t bits);
void *tu_new_n16(void), *tu_new_n24(void), *tu_new_n32(void), *tu_new_n48(void), *tu_new_n64(void), *tu_new_n80(void), *tu_new_n96(void),
	*tu_new_n112(void), *tu_new_n128(void);
void *tu_new_noinit(const TuType *t);                           /* the caller stores every byte before the next call */
void *tu_new_array(const TuType *elem, int64_t n);              /* n zeroed elems; n >= 0 and in range already */
TuSlice tu_make_slice(const TuType *elem, int64_t len, int64_t cap);   /* panics with Go's texts */
TuClosure *tu_new_closure(int64_t nbyte, const uint8_t *ptrmask);      /* nbyte includes the code word; mask as TuType.ptrmask */

/* ---- write barrier ----------------------------------------------------------------------------------------------------- */

/* Store a pointer to memory that may be heap. Stores to the current frame or to fresh objects need none of it.
 * Test and store are one piece of assembly, so that the preemption signal can tell a goroutine that stands between them: it
 * is sent back to the test (tu__gc_barrier_start, which knows the otherwise useless ds prefix). The slow half shades and stores;
 * storing once more here is harmless and lets a bad address fault in the emitted function. */
void tu_wb_slow(void **slot, void *val);        /* shades what the slot holds */
void tu_wb_store(void **slot, void *val);       /* the same, then stores */
static inline void tu_store_ptr(void *slot, const void *val)
{
	__asm__ goto("ds cmpl $0, tu_gc_marking(%%rip)\n\tjne %l[slow]\n\tmovq %1, %0" : "=m"(*(void **)slot) : "re"(val) : "cc" : slow);
	return;
slow:
	/* tu_wb_store by a call that keeps the general registers: what gcc would spill around it would stay in the frame till the next
	 * cycle and keep alive whatever it names. The red zone is stepped over. */
	__asm__ volatile("leaq -128(%%rsp), %%rsp\n\tcall tu_wb_keep\n\tleaq 128(%%rsp), %%rsp" : : "D"(slot), "S"(val)
		: "memory", "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11",
		  "xmm12", "xmm13", "xmm14", "xmm15");
	*(void **)slot = (void *)val;
}
void tu_wb_typed(const TuType *t, void *dst, const void *src);  /* before a typed copy of one value, when tu_gc_marking */
void tu_typed_copy(const TuType *t, void *dst, const void *src);      /* barrier + memmove of one T */
void tu_typed_move(const TuType *elem, void *dst, const void *src, int64_t n);   /* barrier + memmove of n elems */
void tu_typed_clear(const TuType *elem, void *dst, int64_t n);  /* barrier + memset of n elems */

/* ---- failures: all unwind by Go panic ------------------------------------------------------------------------------------- */

TU_NORETURN void tu_panic_index(int64_t i, int64_t n);          /* index out of range [i] with length n */
TU_NORETURN void tu_panic_index_u(uint64_t i, int64_t n);
/* Slice expressions: s[lo:hi:max]; the kind names which relation failed (Go's boundsError texts). */
enum { TU_SL_ALEN, TU_SL_ACAP, TU_SL_B, TU_SL3_ALEN, TU_SL3_ACAP, TU_SL3_B, TU_SL3_C, TU_SL_CONVERT };
TU_NORETURN void tu_panic_slice(int64_t x, int64_t y, int32_t kind);
TU_NORETURN void tu_panic_slice_u(uint64_t x, int64_t y, int32_t kind);
TU_NORETURN void tu_panic_nil(void);                            /* invalid memory address or nil pointer dereference */
TU_NORETURN void tu_panic_divide(void);
TU_NORETURN void tu_panic_shift(void);                          /* negative shift amount */
TU_NORETURN void tu_panic_nilmap(void);                         /* assignment to entry in nil map */
TU_NORETURN void tu_panic_dottype(const TuType *have, const TuType *want, const TuType *iface);   /* x.(T), T concrete; have NULL: nil */
TU_NORETURN void tu_panic_any(const void *tab, void *d);        /* panic(v); v is an eface */
TU_NORETURN void tu_panic_goexit_in_main(void);
TU_NORETURN void tu_unreachable(const char *what);              /* compiler bug reached at run time: throws */
TU_NORETURN void tu_panic_range_state(int32_t state);           /* range-over-func misuse, Go's texts; states in tuco.h below */
TU_NORETURN void tu_panic_wrap(const uint8_t *p, int64_t n);    /* value method pkg.T.M called using nil *T pointer; text in p,n "pkg.T.M" */
enum { TU_RF_DONE, TU_RF_READY, TU_RF_EXHAUSTED, TU_RF_PANIC, TU_RF_MISSED_PANIC };

/* ---- defer, panic, recover -------------------------------------------------------------------------------------------------- */

/* A function that defers keeps one TuFrame in its frame and links it to its goroutine. Deferred calls hang off the frame.
 * After a recovered panic the runtime jumps to (pc, sp, bp): the landing label, where only memory reachable from the frame is valid. */
typedef struct TuDefer TuDefer;
typedef struct TuFrame TuFrame;
struct TuDefer { TuDefer *link; TuClosure *fn; };
struct TuFrame {
	TuFrame *link;              /* next older frame of this goroutine that defers */
	TuDefer *defers;            /* newest first */
	void *pc, *sp, *bp;         /* landing; filled by emitted asm */
	void *guard;                /* stack segment guard at entry, filled by tu_frame_push */
};
/* How emitted C uses it:
 *	TuFrame fr;                             a local of the function's outermost scope
 *	T r0 = {0}; TU_IN_MEMORY(r0);           each result (and any local the landing code reads): outermost scope, before the push
 *	tu_frame_push(&fr);
 *	TU_FRAME_LAND(fr, land);                fr is the variable itself, not a pointer
 *	... tu_defer(&fr, &d, fn); ... r0 = x; tu_frame_pop(&fr); return r0;
 *	land: tu_frame_pop(&fr); return r0;
 * On the landing edge gcc believes it comes straight from the asm: every register is clobbered there, and the only things the code
 * at land may use are the address of fr, and variables made TU_IN_MEMORY before it. Values of parameters and other locals are
 * garbage there. Stores to TU_IN_MEMORY variables are done before each call; a fault (nil dereference) is not a call, so such a
 * function needs explicit nil checks. No alloca or variable-length array in such a function. */
#define TU_FRAME_LAND(fr, label)                                                                                                \
	__asm__ goto("leaq %l[" #label "](%%rip), %%rax\n\tmovq %%rax, %0\n\tmovq %%rsp, %1\n\tmovq %%rbp, %2"                  \
		: "=m"((fr).pc), "=m"((fr).sp), "=m"((fr).bp) :                                                                 \
		: "rax", "rbx", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory", "cc", \
		  "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",    \
		  "xmm13", "xmm14", "xmm15" : label)
#define TU_IN_MEMORY(x) __asm__ volatile("" : : "r"(&(x)) : "memory")
enum { TU_G_FRAMES = 72, TU_G_DEFER_CODE = 80 };        /* offsets in TuG, checked in runtime/panic */
static inline void tu_frame_push(TuFrame *f)            /* clears defers, links; pc, sp, bp are filled after it */
{
	TuFrame **newest = (TuFrame **)((char *)tu_g + TU_G_FRAMES);
	f->link = *newest;
	f->defers = NULL;
	*newest = f;
}
static inline void tu_defer(TuFrame *f, TuDefer *d, void *fn)           /* d lives in the frame: defer not in a loop */
{
	d->link = f->defers;
	d->fn = (TuClosure *)fn;
	f->defers = d;
}
void tu_defer_heap(TuFrame *f, void *fn);                       /* defer in a loop */
void tu_frame_pop(TuFrame *f);                                  /* normal exit and landing: run what is left, unlink */
/* recover() works only in the function that was deferred itself. A function that calls recover() asks on entry, once,
 * with its own code address; a compiler-made wrapper around a deferred call forwards the right to its callee. */
static inline uint8_t tu_defer_entry(void *code)                /* 1: this activation was called by the panic machinery */
{
	void **called = (void **)((char *)tu_g + TU_G_DEFER_CODE);
	if (TU_LIKELY(*called != code))
		return 0;
	*called = NULL;
	return 1;
}
/* Memory of the caller's frame for fresh objects that the callee returns: addresses by room, or NULL. Given right before a direct call, taken
 * on entry by functions that have rooms. A fault between the two leaves it given; run_deferred withdraws it. */
enum { TU_G_GIFT = 88 };
static inline void tu_gift(void **rooms) { *(void ***)((char *)tu_g + TU_G_GIFT) = rooms; }
static inline void **tu_gift_take(void)
{
	void ***given = (void ***)((char *)tu_g + TU_G_GIFT), **rooms = *given;
	if (rooms)
		*given = NULL;
	return rooms;
}
void tu_defer_forward(void *wrapper, void *callee);
TuIface tu_recover(uint8_t entry);                              /* nil unless entry */

/* ---- goroutines, channels, select ------------------------------------------------------------------------------------------- */

void tu_go(void *fn);                                           /* fn: closure without parameters; panics when nil */
TuChan *tu_make_chan(const TuType *chan_type, int64_t n);
void tu_chan_send(TuChan *c, const void *elem);
void tu_chan_recv(TuChan *c, void *elem);                       /* elem may be NULL */
uint8_t tu_chan_recv2(TuChan *c, void *elem);                   /* 0: closed and drained, *elem zeroed */
void tu_chan_close(TuChan *c);
int64_t tu_chan_len(TuChan *c);
int64_t tu_chan_cap(TuChan *c);
typedef struct { TuChan *c; void *elem; int32_t send; int32_t ok; } TuCase;   /* ok: set for receives */
int64_t tu_select(TuCase *cases, int64_t n, int32_t has_default);     /* index, or -1 for default; n == 0 without default blocks for ever */

/* ---- strings ----------------------------------------------------------------------------------------------------------------- */
/* buf: a buffer of the caller's frame used when the result fits and does not escape; NULL otherwise. */
TuString tu_str_cat(void *buf, int64_t nbuf, const TuString *v, int64_t n);
int64_t tu_str_cmp(const uint8_t *a, int64_t an, const uint8_t *b, int64_t bn);   /* <0, 0, >0 */
uint8_t tu_mem_eq(const void *a, const void *b, int64_t n);
static inline uint8_t tu_str_eq(const uint8_t *a, int64_t an, const uint8_t *b, int64_t bn)
{
	return an == bn && (a == b || tu_mem_eq(a, b, an));
}
TuString tu_str_from_rune(void *buf, int64_t r);                /* buf of 4 bytes or NULL */
TuString tu_str_from_bytes(void *buf, int64_t nbuf, const void *p, int64_t n);
/* Into the unused rest of a frame's buffer, of which *used bytes are taken: several results live on beside each other. */
TuString tu_str_cat_piece(uint8_t *buf, int64_t nbuf, uint32_t *used, const TuString *v, int64_t n);
TuString tu_str_from_bytes_piece(uint8_t *buf, int64_t nbuf, uint32_t *used, const void *p, int64_t n);
TuString tu_str_from_runes(void *buf, int64_t nbuf, const void *p, int64_t n);
TuSlice tu_bytes_from_str(void *buf, int64_t nbuf, const uint8_t *p, int64_t n);
TuSlice tu_runes_from_str(void *buf, int64_t nbuf, const uint8_t *p, int64_t n);
/* Decodes the rune at s[i]; returns the index after it. i < n. */
int64_t tu_decode_rune(const uint8_t *p, int64_t n, int64_t i, int32_t *rune);

/* ---- slices ------------------------------------------------------------------------------------------------------------------- */

/* Room for need elements in all: Go's growth rule; copies the old n elements; the result has n == need. */
TuSlice tu_slice_grow(const TuType *elem, void *p, int64_t n, int64_t c, int64_t need);
void *tu_memmove(void *dst, const void *src, int64_t n);

/* ---- maps ---------------------------------------------------------------------------------------------------------------------- */
/* Lookups return a pointer to the value, never NULL for get (a zeroed area when absent), NULL for find when absent. The pointer is
 * good until the next operation on the map. The 32, 64 and str forms serve key types whose equality is that of the integer/string. */
TuMap *tu_make_map(const TuType *map_type, int64_t hint);
#define TU_MAP_HEADER 80        /* bytes of a map in a frame: this, then a block of 16 + 8 slots */
TuMap *tu_make_map_at(const TuType *map_type, int64_t hint, void *room, int64_t nbyte);        /* room: aligned to 16 */
void *tu_map_get(const TuType *mt, TuMap *m, const void *key);
void *tu_map_find(const TuType *mt, TuMap *m, const void *key);
void *tu_map_assign(const TuType *mt, TuMap *m, const void *key);     /* slot for the value, inserted when absent */
void tu_map_delete(const TuType *mt, TuMap *m, const void *key);
void tu_map_clear(const TuType *mt, TuMap *m);
int64_t tu_map_len(TuMap *m);
void *tu_map_find32(const TuType *mt, TuMap *m, uint32_t key);
void *tu_map_assign32(const TuType *mt, TuMap *m, uint32_t key);
void tu_map_delete32(const TuType *mt, TuMap *m, uint32_t key);
void *tu_map_find64(const TuType *mt, TuMap *m, uint64_t key);
void *tu_map_assign64(const TuType *mt, TuMap *m, uint64_t key);      /* key type pointer-free or pointer: slot is stored with barrier */
void tu_map_delete64(const TuType *mt, TuMap *m, uint64_t key);
void *tu_map_find_str(const TuType *mt, TuMap *m, const uint8_t *p, int64_t n);
void *tu_map_assign_str(const TuType *mt, TuMap *m, const uint8_t *p, int64_t n);
void tu_map_delete_str(const TuType *mt, TuMap *m, const uint8_t *p, int64_t n);
/* Iteration: random start; entries added meanwhile may or may not appear, deleted ones do not. key == NULL: done. */
typedef struct { const void *key; void *val; const TuType *mt; TuMap *m; uint64_t state[10]; } TuMapIter;
void tu_map_iter_init(const TuType *mt, TuMap *m, TuMapIter *it);     /* positions on the first entry */
void tu_map_iter_next(TuMapIter *it);

/* ---- interfaces, equality, hashing ---------------------------------------------------------------------------------------------- */

const TuItab *tu_itab(const TuType *itype, const TuType *t);    /* cached; panics with *TypeAssertionError when t lacks a method; t NULL panics */
const TuItab *tu_itab_find(const TuType *itype, const TuType *t);     /* NULL when t is NULL or lacks a method */
const TuItab *tu_itab_convert(const TuType *itype, const TuType *t);  /* implicit conversion: t NULL gives NULL */
void *tu_box(const TuType *t, const void *v);                   /* data word for a value of t: v's copy on the heap, or static for zero and small values */
uint8_t tu_eface_eq(const void *at, void *ad, const void *bt, void *bd);      /* tabs are types */
uint8_t tu_iface_eq(const void *at, void *ad, const void *bt, void *bd);      /* tabs are itabs */
uint64_t tu_hash_mem(const void *p, uint64_t seed, int64_t n);
uint64_t tu_hash_str(const void *p, uint64_t seed);             /* p: TuString * */
uint64_t tu_hash_f32(const void *p, uint64_t seed);
uint64_t tu_hash_f64(const void *p, uint64_t seed);
uint64_t tu_hash_c64(const void *p, uint64_t seed);
uint64_t tu_hash_c128(const void *p, uint64_t seed);
uint64_t tu_hash_eface(const void *p, uint64_t seed);           /* panics: hash of unhashable type */
uint64_t tu_hash_iface(const void *p, uint64_t seed);
/* Shared equality functions for TuType.eq of basic types. */
uint8_t tu_eq_8(const void *, const void *), tu_eq_16(const void *, const void *), tu_eq_32(const void *, const void *),
	tu_eq_64(const void *, const void *), tu_eq_f32(const void *, const void *), tu_eq_f64(const void *, const void *),
	tu_eq_c64(const void *, const void *), tu_eq_c128(const void *, const void *), tu_eq_str(const void *, const void *),
	tu_eq_eface(const void *, const void *), tu_eq_iface(const void *, const void *), tu_eq_0(const void *, const void *);
uint64_t tu_hash_0(const void *, uint64_t), tu_hash_8(const void *, uint64_t), tu_hash_16(const void *, uint64_t),
	tu_hash_32(const void *, uint64_t), tu_hash_64(const void *, uint64_t);

/* ---- numbers --------------------------------------------------------------------------------------------------------------------- */
/* Conversions whose C form is undefined; results as Go's gc on amd64. */
int64_t tu_f64_to_i64(double x);
uint64_t tu_f64_to_u64(double x);
TuC128 tu_c128_div(TuC128 a, TuC128 b);

/* ---- print, println (stderr) ------------------------------------------------------------------------------------------------------- */
void tu_print_lock(void), tu_print_unlock(void);
void tu_print_bool(uint8_t), tu_print_i64(int64_t), tu_print_u64(uint64_t), tu_print_f64(double), tu_print_f32(float), tu_print_c128(TuC128), tu_print_c64(TuC64),
	tu_print_str(const uint8_t *p, int64_t n), tu_print_ptr(const void *), tu_print_slice(const void *p, int64_t n, int64_t c),
	tu_print_iface(const void *tab, void *d), tu_print_sp(void), tu_print_nl(void);

/* ---- inline halves of operations, for emitted code ----------------------------------------------------------------------------------- */

#define TU_INLINE static inline __attribute__((always_inline, unused))
#define TU_STR(s) ((TuString){ (const uint8_t *)(s), sizeof(s) - 1 })

/* Checks. A statement each; the failing call is cold and never returns. */
#define TU_BOUND(i, n)          do { if (TU_UNLIKELY((uint64_t)(i) >= (uint64_t)(n))) tu_panic_index((int64_t)(i), (int64_t)(n)); } while (0)
#define TU_BOUND_U(i, n)        do { if (TU_UNLIKELY((uint64_t)(i) >= (uint64_t)(n))) tu_panic_index_u((uint64_t)(i), (int64_t)(n)); } while (0)
#define TU_BOUND_S(i, n)        do { if (TU_UNLIKELY((int64_t)(i) >= (int64_t)(n))) tu_panic_index((int64_t)(i), (int64_t)(n)); } while (0)   /* i >= 0 */
#define TU_SLICE_BOUND_S(x, y, k) do { if (TU_UNLIKELY((int64_t)(x) > (int64_t)(y))) tu_panic_slice((int64_t)(x), (int64_t)(y), k); } while (0)   /* x, y >= 0 */
#define TU_SLICE_BOUND(x, y, k) do { if (TU_UNLIKELY((uint64_t)(x) > (uint64_t)(y))) tu_panic_slice((int64_t)(x), (int64_t)(y), k); } while (0)
#define TU_SLICE_BOUND_U(x, y, k) do { if (TU_UNLIKELY((uint64_t)(x) > (uint64_t)(y))) tu_panic_slice_u((uint64_t)(x), (int64_t)(y), k); } while (0)
/* p, without gcc knowing anything about it: what it knows to be NULL it may dereference before earlier stores are done. */
static inline void *tu_some_pointer(void *p)
{
	__asm__("" : "+r"(p));
	return p;
}
#define TU_NIL(p)               do { if (TU_UNLIKELY(!(p))) tu_panic_nil(); } while (0)
#define TU_DIVISOR(x)           do { if (TU_UNLIKELY((x) == 0)) tu_panic_divide(); } while (0)
#define TU_SHIFT(n)             do { if (TU_UNLIKELY((n) < 0)) tu_panic_shift(); } while (0)

/* Stores of values with pointers. */
TU_INLINE void tu_store_str(TuString *d, TuString v)
{
	tu_store_ptr(&d->p, v.p);
	d->n = v.n;
}
TU_INLINE void tu_store_slice(TuSlice *d, TuSlice v)
{
	tu_store_ptr(&d->p, v.p);
	d->n = v.n;
	d->c = v.c;
}
TU_INLINE void tu_store_iface(TuIface *d, TuIface v)
{
	tu_store_ptr(&d->tab, v.tab);
	tu_store_ptr(&d->d, v.d);
}

/* Integers. Divisors are not zero here; MIN / -1 is MIN. Shift counts are unsigned values of any size. */
TU_INLINE int64_t tu_div_i64(int64_t a, int64_t b) { return TU_UNLIKELY(b == -1) ? -a : a / b; }
TU_INLINE int64_t tu_rem_i64(int64_t a, int64_t b) { return TU_UNLIKELY(b == -1) ? 0 : a % b; }
TU_INLINE int32_t tu_div_i32(int32_t a, int32_t b) { return TU_UNLIKELY(b == -1) ? -a : a / b; }
TU_INLINE int32_t tu_rem_i32(int32_t a, int32_t b) { return TU_UNLIKELY(b == -1) ? 0 : a % b; }
TU_INLINE uint64_t tu_shl64(uint64_t a, uint64_t n) { return n < 64 ? a << n : 0; }
TU_INLINE uint64_t tu_shr64(uint64_t a, uint64_t n) { return n < 64 ? a >> n : 0; }
TU_INLINE int64_t tu_sar64(int64_t a, uint64_t n) { return a >> (n < 63 ? n : 63); }
TU_INLINE uint32_t tu_shl32(uint32_t a, uint64_t n) { return n < 32 ? a << n : 0; }
TU_INLINE uint32_t tu_shr32(uint32_t a, uint64_t n) { return n < 32 ? a >> n : 0; }
TU_INLINE int32_t tu_sar32(int32_t a, uint64_t n) { return a >> (n < 31 ? n : 31); }

/* Floats: as gc on amd64. Complex products without the repairs of C99's annex G; complex64 is computed in double. */
/* Conversions in assembly: gcc folds casts and builtins of out-of-range constants to other values than the CPU's. */
TU_INLINE int64_t tu_cvt_i64(double x) { int64_t r; __asm__("cvttsd2siq %1, %0" : "=r"(r) : "x"(x)); return r; }
TU_INLINE int32_t tu_cvt_i32(double x) { int32_t r; __asm__("cvttsd2sil %1, %0" : "=r"(r) : "x"(x)); return r; }
TU_INLINE uint64_t tu_cvt_u64(double x)
{
	return x < 9223372036854775808.0 ? (uint64_t)tu_cvt_i64(x) : (uint64_t)tu_cvt_i64(x - 9223372036854775808.0) | 0x8000000000000000u;
}
/* Rounding to float32. Two of them side by side, widened again, lose their rounding in gcc 12's vectoriser: hence the fence. */
TU_INLINE float tu_f32(double x)
{
	float r = (float)x;
	if (!__builtin_constant_p(r))
		__asm__("" : "+x"(r));
	return r;
}
TU_INLINE TuC64 tu_c64(TuC128 x) { return __builtin_complex(tu_f32(__real__ x), tu_f32(__imag__ x)); }
TU_INLINE TuC128 tu_c128_mul(TuC128 a, TuC128 b)
{
	double ar = __real__ a, ai = __imag__ a, br = __real__ b, bi = __imag__ b;
	return __builtin_complex(ar * br - ai * bi, ar * bi + ai * br);
}
TU_INLINE TuC64 tu_c64_mul(TuC64 a, TuC64 b)
{
	double ar = __real__ a, ai = __imag__ a, br = __real__ b, bi = __imag__ b;
	return __builtin_complex(tu_f32(ar * br - ai * bi), tu_f32(ar * bi + ai * br));
}
#define TU_MINMAX(T, S)                                                                                         \
	TU_INLINE T tu_min_##S(T a, T b)                                                                        \
	{                                                                                                       \
		return a != a ? a : b != b ? b : a < b ? a : b < a ? b : __builtin_signbit(a) ? a : b;          \
	}                                                                                                       \
	TU_INLINE T tu_max_##S(T a, T b)                                                                        \
	{                                                                                                       \
		return a != a ? a : b != b ? b : a > b ? a : b > a ? b : __builtin_signbit(a) ? b : a;          \
	}
TU_MINMAX(double, f64)
TU_MINMAX(float, f32)
#undef TU_MINMAX

/* Strings and slices. */
TU_INLINE TuString tu_min_str(TuString a, TuString b) { return tu_str_cmp(b.p, b.n, a.p, a.n) < 0 ? b : a; }
TU_INLINE TuString tu_max_str(TuString a, TuString b) { return tu_str_cmp(b.p, b.n, a.p, a.n) > 0 ? b : a; }
TU_INLINE int64_t tu_decode_rune1(const uint8_t *p, int64_t n, int64_t i, int32_t *rune)
{
	int32_t r;
	int64_t next = tu_decode_rune(p, n, i, &r);
	*rune = r;
	return next;
}
/* An empty rest keeps the old pointer: one past the end would point into the next object. */
TU_INLINE TuString tu_substr(const uint8_t *p, int64_t lo, int64_t hi)
{
	return (TuString){ p + (hi == lo ? 0 : lo), hi - lo };
}
TU_INLINE TuSlice tu_subslice(void *p, int64_t lo, int64_t hi, int64_t cap, int64_t size)
{
	return (TuSlice){ (char *)p + (cap == lo ? 0 : lo * size), hi - lo, cap - lo };
}
/* Grows s, whose length already counts k new elements, into the rest of a frame buffer of nbuf bytes (used: bytes handed out) or on the heap.
 * first: the buffer's first 32 bytes are for the first element of an empty slice. */
TuSlice tu_slice_grow_buf(const TuType *elem, TuSlice s, int64_t k, uint8_t *buf, uint32_t *used, uint32_t nbuf, int32_t first);
TU_INLINE TuSlice tu_append_room(const TuType *elem, TuSlice s, int64_t k)
{
	int64_t n = s.n + k;
	if (TU_UNLIKELY((uint64_t)n > (uint64_t)s.c))   /* n may have wrapped: growing panics */
		return tu_slice_grow(elem, s.p, s.n, s.c, n);
	s.n = n;
	return s;
}
TU_NORETURN void tu__panic_error(const char *text);             /* a runtime.Error with this text */
TU_INLINE void tu_check_unsafe(const void *p, int64_t n, int64_t size, int32_t is_string)
{
	if (TU_UNLIKELY(n < 0 || (size && n > (int64_t)((uint64_t)1 << 47) / size) || (p && (uint64_t)(n * size) > -(uint64_t)p)))
		tu__panic_error(is_string ? "unsafe.String: len out of range" : "unsafe.Slice: len out of range");
	if (TU_UNLIKELY(!p && n > 0))
		tu__panic_error(is_string ? "unsafe.String: ptr is nil and len is not zero" : "unsafe.Slice: ptr is nil and len is not zero");
}

/* Frames that defer. */
TU_INLINE void tu_frame_pop_inline(TuFrame *f)
{
	char *g = (char *)tu_g;
	TuDefer *d;
	while ((d = f->defers)) {
		TuClosure *fn = d->fn;
		f->defers = d->link;
		*(void **)(g + TU_G_DEFER_CODE) = 0;
		((void (*)(void *))fn->code)(fn);
	}
	*(TuFrame **)(g + TU_G_FRAMES) = f->link;
}
TU_INLINE void tu_defer_forward_inline(void *wrapper, void *callee)
{
	void **code = (void **)((char *)tu_g + TU_G_DEFER_CODE);
	if (TU_UNLIKELY(*code == wrapper))
		*code = callee;
}

/* Interfaces. */
TU_INLINE const void *tu_itab_type(const void *tab) { return tab ? ((const TuItab *)tab)->type : 0; }
TU_INLINE void *tu_box_8(const TuType *t, uint8_t v) { return tu_box(t, &v); }
TU_INLINE void *tu_box_16(const TuType *t, uint16_t v) { return tu_box(t, &v); }
TU_INLINE void *tu_box_32(const TuType *t, uint32_t v) { return tu_box(t, &v); }
TU_INLINE void *tu_box_64(const TuType *t, uint64_t v) { return tu_box(t, &v); }
TU_INLINE void *tu_box_str(const TuType *t, TuString v) { return tu_box(t, &v); }

/* ---- -race (runtime/race) ------------------------------------------------------------------------------------------------------------ */
/* Units that are watched define TUCO_RACE first. Both return p: they stand inside the access. */
void *tu_race_rd(const void *p, uint64_t n), *tu_race_wr(const void *p, uint64_t n);
#define TU_RD(lv) (*(__typeof__(&(lv)))tu_race_rd(&(lv), sizeof(lv)))
#define TU_WR(lv) (*(__typeof__(&(lv)))tu_race_wr(&(lv), sizeof(lv)))

/* ---- program tables, emitted once per program ----------------------------------------------------------------------------------------- */
/* Globals that can hold pointers: the collector scans [start, start + nbyte) of each, conservatively or by mask. */
typedef struct { void *start; int64_t nbyte; const uint8_t *ptrmask; } TuRoot;
typedef struct {
	int32_t abi;                /* TU_ABI_VERSION */
	int32_t nunit;
	const TuRoot *const *roots; /* per unit: array ended by start == NULL */
	void (*const *init)(void);  /* per unit, in dependency order: package variables, then init functions */
	void (*main)(void);
	const char *main_path;      /* import path of package main's module or "command-line-arguments" */
	const char *build_info;     /* text for debug.ReadBuildInfo; may be "" */
	const TuType *const *typelinks, *const *typelinks_end;   /* unnamed composite types of the program, for reflect; NULL entries are void */
	uint8_t memprof;            /* some package refers to the heap profile: allocations are sampled from the start */
} TuProgram;
extern const TuProgram tu_program;

#endif
