/* goprof.c: the stacks of all goroutines, and the entry points of package runtime and runtime/pprof for every kind of profile. */
#include "runtime/obs/prof.h"
#include "runtime/sched/sched.h"

typedef struct { uint8_t leaked_only; TuG *me; TuUnwind *self; GoStackFn *fn; void *arg; } EachArg;

static void one_stack(void *arg, TuG *g)
{
	EachArg *a = arg;
	uintptr_t pc[PROF_DEPTH + 4];
	TuUnwind u;
	uint32_t n = 0;
	if (g->system || g->state == TU_G_DEAD || (a->leaked_only && !g->leaked))
		return;
	if (g == a->me && a->self) {
		n = tu__stack_pcs(*a->self, pc, PROF_DEPTH + 4);
	} else if (!g->on_cpu || g->state == TU_G_SYSCALL) {
		tu__unwind_g(&u, g);
		n = tu__stack_pcs(u, pc, PROF_DEPTH + 4);
	}
	if (n == 0 && g->create_pc)
		pc[n++] = g->create_pc;
	a->fn(a->arg, g, pc, n);
}

void tu__each_go_stack(uint8_t leaked_only, TuUnwind *self, GoStackFn *fn, void *arg)
{
	EachArg a = { leaked_only, tu__m()->curg, self, fn, arg };
	tu__stw_begin("goroutine profile");
	tu__each_g(one_stack, &a);
	tu__stw_end();
}

/* ---- records ---------------------------------------------------------------------------------------------------------------------- */

typedef struct { int64_t kind; uintptr_t *w; int64_t n, need; TuUnwind self; } RecordsArg;

/* Words beyond the buffer are only counted. */
static void record(RecordsArg *a, uintptr_t v0, uintptr_t v1, uintptr_t v2, const uintptr_t *pc, uint32_t n)
{
	uintptr_t at[PROF_DEPTH + 16];
	int64_t k = tu__logical_pcs(pc, n, at, PROF_DEPTH + 16), i = a->need;
	a->need += 4 + k;
	if (a->need > a->n)
		return;
	a->w[i++] = v0;
	a->w[i++] = v1;
	a->w[i++] = v2;
	a->w[i++] = (uintptr_t)k;
	__builtin_memcpy(a->w + i, at, (uint64_t)k * 8);
}

static void go_record(void *arg, TuG *g, const uintptr_t *pc, uint32_t n)
{
	record(arg, (uintptr_t)g->local, (uintptr_t)g->id, 0, pc, n);
}

static uint64_t bits_of(double d)
{
	union { double d; uint64_t u; } x = { d };
	return x.u;
}

static void records_on_m(void *arg)
{
	RecordsArg *a = arg;
	if (a->kind == PROF_GOROUTINE || a->kind == PROF_LEAK) {
		tu__each_go_stack(a->kind == PROF_LEAK, &a->self, go_record, a);
		return;
	}
	tu__lock(&tu__prof_lock);
	if (a->kind == PROF_MEM)
		tu__memprof_publish_locked(1);
	for (Bucket *b = tu__prof_buckets[a->kind]; b; b = b->next) {
		if (a->kind == PROF_MEM && b->u.mem.active.allocs)
			record(a, (uintptr_t)b->u.mem.active.allocs, (uintptr_t)b->u.mem.active.frees, (uintptr_t)b->size, b->pc, b->npc);
		else if ((a->kind == PROF_BLOCK || a->kind == PROF_MUTEX) && b->u.block.count > 0)
			record(a, bits_of(b->u.block.count), (uintptr_t)b->u.block.ns, 0, b->pc, b->npc);
	}
	tu__unlock(&tu__prof_lock);
}

int64_t tu_prof_records(int64_t kind, void *buf, int64_t n, int64_t c)
{
	RecordsArg a = { .kind = kind, .w = buf, .n = n };
	tu__unwind_self(&a.self, __builtin_frame_address(0));
	tu__on_m(records_on_m, &a);
	return a.need;
}

/* ---- finished profiles --------------------------------------------------------------------------------------------------------------- */

typedef struct { int64_t kind; TuString name; const uintptr_t *w; int64_t n; ProfBuf out; TuUnwind self; } ProtoArg;

static void proto_on_m(void *arg)
{
	ProtoArg *a = arg;
	if (a->kind == PROF_CUSTOM)
		tu__prof_write_list(&a->out, a->name, a->w, a->n);
	else
		tu__prof_write(&a->out, (uint32_t)a->kind, &a->self);
}

static void free_on_m(void *arg) { tu__pbuf_free(arg); }

static TuSlice proto(ProtoArg *a)
{
	tu__on_m(proto_on_m, a);
	TuSlice s = tu_bytes_noinit(a->out.n);
	__builtin_memcpy(s.p, a->out.p, (uint64_t)a->out.n);
	tu__on_m(free_on_m, &a->out);
	return s;
}

TuSlice tu_prof_proto(int64_t kind)
{
	ProtoArg a = { .kind = kind };
	tu__unwind_self(&a.self, __builtin_frame_address(0));
	return proto(&a);
}

TuSlice tu_prof_proto_list(const uint8_t *name, int64_t name_n, const void *w, int64_t n, int64_t c)
{
	ProtoArg a = { .kind = PROF_CUSTOM, .name = { name, name_n }, .w = w, .n = n };
	return proto(&a);
}

int64_t tu_thread_count(void)
{
	return __atomic_load_n(&tu__sched.nm, __ATOMIC_RELAXED);
}
