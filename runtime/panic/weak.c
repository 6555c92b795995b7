/* weak.c: stand-ins for the hooks of the Go package runtime, so that C programs link without it. Values are static strings seen as
 * Go strings; the types are just distinct addresses. */
#include "runtime/panic/panic.h"

static const TuType text_type = { .size = 16, .kind = TK_STRING, .str = { (const uint8_t *)"string", 6 } };

static void raise(const uint8_t *p, int64_t n)
{
	TuString *s = tu__persist(sizeof *s);
	*s = (TuString){ p, n };
	tu_panic_any(&text_type, s);
}

#define RAISE(s) raise((const uint8_t *)(s), (int64_t)sizeof(s) - 1)

TU_WEAK void G_runtime_otuPanicIndex(int64_t x, int64_t y, uint8_t is_signed, uint8_t code) { RAISE("runtime error: index out of range"); }
TU_WEAK void G_runtime_otuPanicError(const uint8_t *p, int64_t n) { raise(p, n); }
TU_WEAK void G_runtime_otuPanicPlain(const uint8_t *p, int64_t n) { raise(p, n); }
TU_WEAK void G_runtime_otuPanicDottype(void *have, void *want, void *iface, const uint8_t *missing, int64_t n) { RAISE("interface conversion"); }
TU_WEAK void G_runtime_otuPanicDivide(void) { RAISE("runtime error: integer divide by zero"); }
TU_WEAK void G_runtime_otuPanicMem(void) { RAISE("runtime error: invalid memory address or nil pointer dereference"); }
TU_WEAK void G_runtime_otuPanicMemAddr(uintptr_t addr) { G_runtime_otuPanicMem(); }
TU_WEAK void G_runtime_otuPanicNil(void) { RAISE("panic called with nil argument"); }
TU_WEAK TuIface G_runtime_otuPreparePanicValue(const void *tab, void *d) { return (TuIface){ tab, d }; }
TU_WEAK void G_runtime_otuPrintPanicValue(const void *tab, void *d)
{
	if (tab && ((const TuType *)tab)->kind == TK_STRING)
		tu__print_n(((TuString *)d)->p, ((TuString *)d)->n);
	else if (tab && ((const TuType *)tab)->kind == TK_INT)
		tu__print_int(*(int64_t *)d);
	else
		tu_print_iface(tab, d);
}
