/* exitprof.c: profiles of any program, asked for by the environment and written when it exits.
 *
 *   TUCOPROFILE=heap:FILE,cpu:FILE,...    %p in a name becomes the process id
 *   TUCOLEAKCHECK=1                       look for leaked goroutines; exit status 1 and a report when there are some
 *
 * "Exits" is: main returns, or os.Exit. A program that dies of a panic or a signal writes nothing. */
#include "runtime/obs/prof.h"
#include "runtime/obs/exit.h"
#include "runtime/heap/sample.h"
#include "runtime/race/race.h"
#include <sys/syscall.h>

static const struct { const char *name; uint32_t kind; } kinds[] = {
	{ "heap", PROF_MEM }, { "allocs", PROF_ALLOCS }, { "cpu", PROF_CPU }, { "block", PROF_BLOCK }, { "mutex", PROF_MUTEX },
	{ "goroutine", PROF_GOROUTINE }, { "goroutineleak", PROF_LEAK },
};
enum { NKIND = sizeof kinds / sizeof *kinds };

static struct { const char *file; int64_t n; } wanted[NKIND];
static uint8_t any, leakcheck;
static uint32_t done;                   /* atomic */

static TU_NORETURN void bad(const char *p, int64_t n)
{
	tu__print("TUCOPROFILE: ");
	tu__print_n(p, n);
	tu__print(": want KIND:FILE[,KIND:FILE]..., KIND one of");
	for (int i = 0; i < NKIND; i++)
		tu__printf("%s %s", i ? "," : "", kinds[i].name);
	tu__print("\n");
	tu__exit(2);
}

static void parse_one(const char *p, int64_t n)
{
	int64_t colon = 0;
	while (colon < n && p[colon] != ':')
		colon++;
	for (int i = 0; i < NKIND; i++) {
		int64_t k = 0;
		while (k < colon && kinds[i].name[k] == p[k])
			k++;
		if (k == colon && !kinds[i].name[k] && colon + 1 < n) {
			wanted[i].file = p + colon + 1;
			wanted[i].n = n - colon - 1;
			any = 1;
			return;
		}
	}
	bad(p, n);
}

void tu__exit_profiles_init(void)
{
	TU_RACE(tu__race_init());
	const char *s = tu__env("TUCOPROFILE"), *leak = tu__env("TUCOLEAKCHECK");
	while (s && *s) {
		int64_t n = 0;
		while (s[n] && s[n] != ',')
			n++;
		parse_one(s, n);
		s += n + (s[n] == ',');
	}
	leakcheck = leak && *leak && !(leak[0] == '0' && !leak[1]);
	if (wanted[0].file || wanted[1].file)
		tu__sample_enable();
	if (wanted[3].file)
		(void)tu_block_rate(1);
	if (wanted[4].file)
		(void)tu_mutex_fraction(1);
}

/* On the main goroutine, before packages are initialised. */
void tu__exit_profiles_start(void)
{
	if (wanted[2].file)
		tu_cpuprof_start(100);
}

static int64_t make_name(char *room, int64_t max, const char *s, int64_t n)
{
	int64_t k = 0;
	for (int64_t i = 0; i < n && k + 12 < max; i++) {
		if (s[i] != '%' || i + 1 == n || s[i + 1] != 'p') {
			room[k++] = s[i];
			continue;
		}
		char d[24];
		int64_t pid = tu__sys(SYS_getpid, 0, 0, 0, 0, 0, 0), m = 0;
		do
			d[m++] = (char)('0' + pid % 10);
		while ((pid /= 10) != 0);
		while (m > 0)
			room[k++] = d[--m];
		i++;
	}
	room[k] = 0;
	return k;
}

typedef struct { int i; TuUnwind self; int64_t err; } WriteArg;

static void write_on_m(void *arg)
{
	WriteArg *a = arg;
	char name[4096];
	ProfBuf b = { 0 };
	make_name(name, sizeof name, wanted[a->i].file, wanted[a->i].n);
	tu__prof_write(&b, kinds[a->i].kind, &a->self);
	int64_t fd = tu__sys(SYS_open, (int64_t)name, 0x80241 /* O_WRONLY O_CREAT O_TRUNC O_CLOEXEC */, 0666, 0, 0, 0), at = 0;
	a->err = fd < 0 ? -fd : 0;
	while (!a->err && at < b.n) {
		int64_t r = tu__sys(SYS_write, fd, (int64_t)(b.p + at), b.n - at, 0, 0, 0);
		if (r < 0 && r != -4)
			a->err = -r;
		else if (r > 0)
			at += r;
	}
	if (fd >= 0)
		tu__sys(SYS_close, fd, 0, 0, 0, 0, 0);
	tu__pbuf_free(&b);
	if (a->err)
		tu__printf("tuco: cannot write the profile %s: error %d\n", name, a->err);
}

int64_t tu__exit_profiles(int64_t code)
{
	TU_RACE(code = tu__race_exit(code));
	if ((!any && !leakcheck) || __atomic_exchange_n(&done, 1, __ATOMIC_SEQ_CST))
		return code;
	if (wanted[2].file)
		tu_cpuprof_stop();
	if (wanted[0].file || wanted[1].file)
		tu_gc();                        /* what is in use is known after a collection only */
	if (leakcheck || wanted[6].file)
		tu__leak_find_exit();
	for (int i = 0; i < NKIND; i++) {
		if (!wanted[i].file)
			continue;
		WriteArg a = { .i = i };
		tu__unwind_self(&a.self, __builtin_frame_address(0));
		tu__on_m(write_on_m, &a);
		if (a.err && code == 0)
			code = 1;
	}
	if (leakcheck && tu__leak_report() && code == 0)
		code = 1;
	return code;
}
