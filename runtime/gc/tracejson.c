/* tracejson.c: what else can be traced of each collection.
 *
 *   TUCOTRACE=json         one JSON object per line on standard error; TUCOTRACE=json:FILE appends to FILE
 *   GODEBUG=gcpacertrace=1 what the pacer expected and what came
 *   GODEBUG=scavtrace=1    what went back to the kernel since the line before
 *
 * A JSON line is built in a buffer and written with one system call, so that lines of several processes do not mix. Its keys are documented in
 * docs/gc.md; keys are added, never renamed. */
#include "runtime/gc/gc.h"

static int64_t json_fd = -1;
static uint8_t pacer, scav;

typedef struct { char s[1024]; int32_t n; } Line;

static void put(Line *l, const char *s)
{
	while (*s && l->n < (int32_t)sizeof l->s - 1)
		l->s[l->n++] = *s++;
}

static void put_int(Line *l, const char *key, int64_t v)
{
	char d[24];
	int32_t i = (int32_t)sizeof d;
	uint64_t u = v < 0 ? 0 : (uint64_t)v;
	d[--i] = 0;
	do
		d[--i] = (char)('0' + u % 10);
	while (u /= 10);
	if (l->s[l->n - 1] != '{')
		put(l, ",");
	put(l, "\"");
	put(l, key);
	put(l, "\":");
	put(l, d + i);
}

static TU_NORETURN void malformed(const char *s)
{
	tu__print("TUCOTRACE=");
	tu__print(s);
	tu__print("\n");
	tu__throw("malformed TUCOTRACE: json or json:FILE is expected");
}

void tu__gc_trace_init(void)
{
	const char *s = tu__env("TUCOTRACE");
	pacer = tu__godebug("gcpacertrace", 0) > 0;
	scav = tu__godebug("scavtrace", 0) > 0;
	if (s && *s) {
		if (s[0] != 'j' || s[1] != 's' || s[2] != 'o' || s[3] != 'n' || (s[4] && (s[4] != ':' || !s[5])))
			malformed(s);
		json_fd = 2;
		if (s[4]) {
			json_fd = tu__sys(257, -100, (int64_t)(s + 5), 02002101, 0666, 0, 0);   /* openat: O_WRONLY O_CREAT O_APPEND O_CLOEXEC */
			if (json_fd < 0) {
				tu__print("TUCOTRACE: cannot open ");
				tu__print(s + 5);
				tu__print("\n");
				tu__throw("cannot write the trace");
			}
		}
	}
	tu__gc.trace_more = pacer || scav || json_fd >= 0;
}

static void json_line(void)
{
	TuGc *c = &tu__gc;
	Line l = { .n = 0 };
	TuTimespec now = tu_walltime();
	put(&l, "{");
	put_int(&l, "gc", c->ncycle);
	put_int(&l, "unix_ns", now.sec * 1000000000 + now.nsec);
	put_int(&l, "start_ns", c->t_start - c->init_ns);
	put_int(&l, "forced", c->forced);
	put_int(&l, "procs", tu__nproc);
	put_int(&l, "pause_begin_ns", c->t_mark - c->t_start);
	put_int(&l, "mark_ns", c->t_term - c->t_mark);
	put_int(&l, "pause_end_ns", c->t_end - c->t_term);
	put_int(&l, "assist_cpu_ns", c->assist_ns);
	put_int(&l, "worker_cpu_ns", c->dedicated_ns);
	put_int(&l, "idle_cpu_ns", c->idle_ns);
	put_int(&l, "total_cpu_ns", c->total_cpu_ns);
	put_int(&l, "heap_start", c->heap0);
	put_int(&l, "heap_end", c->heap1);
	put_int(&l, "heap_marked", c->heap2);
	put_int(&l, "goal", c->last_goal);
	put_int(&l, "next_goal", c->goal);
	put_int(&l, "scan_work", c->last_work);
	put_int(&l, "stacks", c->stack_nbyte);
	put_int(&l, "globals", c->globals_nbyte);
#ifndef TUCO_GC_BOEHM
	put_int(&l, "pages_inuse", tu__heap.pages_inuse * TU_PAGE);
	put_int(&l, "pages_free", (tu__heap.pages_free - tu__heap.pages_clean) * TU_PAGE);
	put_int(&l, "released", tu__heap.pages_clean * TU_PAGE);
#endif
	put_int(&l, "limiter", c->limiter_on);
	put(&l, "}\n");
	tu__sys(1, json_fd, (int64_t)l.s, l.n, 0, 0, 0);
}

#ifndef TUCO_GC_BOEHM
static void pacer_lines(void)
{
	TuGc *c = &tu__gc;
	int64_t room = c->last_goal - c->heap0, wall = c->t_term - c->t_mark;
	int64_t cpu = c->assist_ns + c->dedicated_ns + c->idle_ns, diff = c->heap1 - c->last_goal;
	tu__print("pacer: assist ratio=");
	tu__print_f64(room > 0 ? (double)c->work_expected / (double)room : 0);
	tu__printf(" (scan %d MB in %d->%d MB) workers=0+0.25\n", c->work_expected >> 20, c->heap0 >> 20, c->last_goal >> 20);
	tu__printf("pacer: %d%% CPU (25 exp.) for ", wall > 0 ? cpu * 100 / (wall * tu__nproc) : 0);
	int64_t heap = c->last_work - c->stack_nbyte - c->globals_nbyte;
	tu__printf("%d+%d+%d B work (%d B exp.) ", heap > 0 ? heap : 0, c->stack_nbyte, c->globals_nbyte, c->work_expected);
	tu__printf("in %d B -> %d B (\xe2\x88\x86goal ", c->heap0, c->heap1);
	tu__print_int(c->last_goal == INT64_MAX ? 0 : diff);
	tu__print(", cons/mark ");
	tu__print_f64(cpu > 0 && wall > 0 && c->last_work > 0 ? ((double)(c->heap1 - c->heap0) / (double)wall) / ((double)c->last_work / (double)cpu) : 0);
	tu__print(")\n");
}

static void scav_line(void)
{
	static int64_t told;
	TuHeap *h = &tu__heap;
	int64_t all = h->pages_scav_total, use = h->pages_inuse, held = use + h->pages_free - h->pages_clean;
	tu__printf("scav %d KiB work (bg), 0 KiB work (eager), ", (all - told) * (TU_PAGE >> 10));
	tu__printf("%d KiB now, %d%% util\n", h->pages_clean * (TU_PAGE >> 10), held > 0 ? use * 100 / held : 100);
	told = all;
}
#endif

void tu__gc_trace_cycle(void)
{
	if (json_fd >= 0)
		json_line();
#ifndef TUCO_GC_BOEHM
	if (pacer || scav) {
		tu_print_lock();
		if (pacer)
			pacer_lines();
		if (scav)
			scav_line();
		tu_print_unlock();
	}
#endif
	if (tu__gc.trace > 0)
		tu__gc_trace_line();
}
