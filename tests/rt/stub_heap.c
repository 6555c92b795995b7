/* stub_heap.c: a bump allocator in place of runtime/heap and runtime/gc, so that the scheduler can be tested alone. */
#include "runtime/base/rt.h"

/* runtime/obs */
uint8_t tu__metrics_on;
void tu__latency_end(TuG *g) {}
void tu__mutex_waited(int64_t ns) {}
void tu__hist_add(int32_t which, int64_t ns) {}
int64_t tu__block_rate, tu__mutex_fraction;
void tu__block_event(int64_t ns, void *frame) {}
void tu__mutex_event(int64_t ns, void *frame) {}
void tu__cpuprof_signal(TuM *m, TuG *g, uintptr_t pc, uintptr_t sp, uintptr_t bp, uint8_t frameless) {}
void tu__cpuprof_fork_m(TuM *m) {}
void tu__exit_profiles_init(void) {}
void tu__exit_profiles_start(void) {}
int64_t tu__exit_profiles(int64_t code) { return code; }

static TuLock lock;
static char *next, *end;
int32_t tu_gc_marking;
uint32_t tu__gc_stack_seq;
void tu__gc_scan_g(TuG *g) { }
void tu__wb_keep_body(void **v) { *(void **)v[0] = v[1]; }

void tu__heap_init(void) {}
void tu__heap_p_init(TuP *p) {}
void tu__heap_p_flush(TuP *p) {}
void tu__gc_init(void) {}
void tu__gc_start_background(void) {}
uint8_t tu__gc_sysmon(int64_t now) { return 0; }
uint8_t tu__gc_idle_work(void) { return 0; }

static void more(void *arg)
{
	next = tu__os_alloc(16 << 20);
	end = next + (16 << 20);
}

void *tu__gc_alloc_raw(int64_t n, uint8_t pointers)
{
	n = (n + 15) & ~(int64_t)15;
	tu__lock(&lock);
	if (end - next < n)
		tu__on_m(more, NULL);
	void *p = next;
	next += n;
	tu__unlock(&lock);
	return p;
}

void *tu_new(const TuType *t) { return tu__gc_alloc_raw(t->size, 1); }
void *tu_new_array(const TuType *t, int64_t n) { return tu__gc_alloc_raw(t->size * n, 1); }
void tu_wb_slow(void **slot, void *val) {}
void tu_typed_copy(const TuType *t, void *dst, const void *src) { __builtin_memmove(dst, src, (uint64_t)t->size); }
void tu_typed_clear(const TuType *t, void *dst, int64_t n) { __builtin_memset(dst, 0, (uint64_t)(t->size * n)); }
TU_NOSPLIT uintptr_t tu__gc_barrier_start(uintptr_t pc) { return pc; }
