/* gctrace.c: GODEBUG=gctrace=1: one line per collection, in Go's format, so that tools which read it keep working. */
#include "runtime/gc/gc.h"

/* v / 10^dec with exactly dec digits after the point; dec 0: no point. */
static void print_div(uint64_t v, int32_t dec)
{
	char buf[24];
	int32_t i = (int32_t)sizeof buf;
	buf[--i] = 0;
	int32_t point = i - dec;
	do {
		if (i == point && dec)
			buf[--i] = '.', point = -1;
		buf[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v || (dec && i >= point && point >= 0));
	if (buf[i] == '.')
		buf[--i] = '0';
	tu__print(buf + i);
}

/* Milliseconds with at most three significant digits below ten, whole above. */
static void print_ms(int64_t ns)
{
	if (ns >= 10000000) {
		print_div((uint64_t)ns / 1000000, 0);
		return;
	}
	uint64_t x = (uint64_t)ns / 1000;
	int32_t dec = 3;
	if (x == 0) {
		tu__print("0");
		return;
	}
	for (; x >= 100; x /= 10)
		dec--;
	print_div(x, dec);
}

void tu__gc_trace_line(void)
{
	TuGc *c = &tu__gc;
	int64_t now = c->t_end, up = now - c->init_ns;
	int64_t procs = tu__nproc;
	int64_t mark = c->t_term - c->t_mark;
	tu_print_lock();
	tu__print("gc ");
	tu__print_uint(c->ncycle);
	tu__print(" @");
	print_div((uint64_t)(c->t_start - c->init_ns) / 1000000, 3);
	tu__print("s ");
	tu__print_int(up > 0 ? c->total_cpu_ns * 100 / (up * procs) : 0);
	tu__print("%: ");
	print_ms(c->t_mark - c->t_start);
	tu__print("+");
	print_ms(mark);
	tu__print("+");
	print_ms(c->t_end - c->t_term);
	tu__print(" ms clock, ");
	print_ms((c->t_mark - c->t_start) * procs);
	tu__print("+");
	print_ms(c->assist_ns);
	tu__print("/");
	print_ms(c->dedicated_ns);
	tu__print("/");
	print_ms(c->idle_ns);
	tu__print("+");
	print_ms((c->t_end - c->t_term) * procs);
	tu__print(" ms cpu, ");
	tu__print_int(c->heap0 >> 20);
	tu__print("->");
	tu__print_int(c->heap1 >> 20);
	tu__print("->");
	tu__print_int(c->heap2 >> 20);
	tu__print(" MB, ");
	tu__print_uint((uint64_t)c->last_goal >> 20);
	tu__print(" MB goal, ");
	tu__print_int(c->stack_nbyte >> 20);
	tu__print(" MB stacks, ");
	tu__print_int(c->globals_nbyte >> 20);
	tu__print(" MB globals, ");
	tu__print_int(procs);
	tu__print(c->forced ? " P (forced)\n" : " P\n");
	tu_print_unlock();
}
