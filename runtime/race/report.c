/* report.c: what the detector prints, and GORACE. The form is Go's, so that tools that read it go on working. */
#include "runtime/race/shadow.h"
#include "runtime/base/env.h"

static struct { int64_t exitcode, halt, atexit_sleep; const char *log, *strip; int64_t nlog, nstrip; } opt = { .exitcode = 66, .atexit_sleep = 1000 };
static uint32_t print_lock;
static int64_t nreport;
static int32_t log_fd = -1;
enum { NSEEN = 4096 };
static uint64_t seen[NSEEN];

static uint8_t is_key(const char *s, int64_t n, const char *key)
{
	int64_t i = 0;
	while (key[i] && i < n && s[i] == key[i])
		i++;
	return !key[i] && i == n;
}

void tu__race_init(void)
{
	const char *s = tu__env("GORACE");
	while (s && *s) {
		while (*s == ' ' || *s == ',' || *s == ':')
			s++;
		int64_t k = 0, n = 0;
		while (s[k] && s[k] != '=' && s[k] != ' ')
			k++;
		if (s[k] != '=')
			break;
		const char *v = s + k + 1;
		while (v[n] && v[n] != ' ')
			n++;
		int64_t num = 0;
		for (int64_t i = 0; i < n && v[i] >= '0' && v[i] <= '9'; i++)
			num = num * 10 + (v[i] - '0');
		if (is_key(s, k, "exitcode"))
			opt.exitcode = num;
		else if (is_key(s, k, "halt_on_error"))
			opt.halt = num;
		else if (is_key(s, k, "log_path"))
			opt.log = v, opt.nlog = n;
		else if (is_key(s, k, "strip_path_prefix"))
			opt.strip = v, opt.nstrip = n;
		s = v + n;
	}
}

/* ---- text ------------------------------------------------------------------------------------------------------------------------ */

typedef struct { char b[16384]; int64_t n; } Text;

static void put_n(Text *t, const void *p, int64_t n)
{
	for (int64_t i = 0; i < n && t->n < (int64_t)sizeof t->b; i++)
		t->b[t->n++] = ((const char *)p)[i];
}

static void put(Text *t, const char *s)
{
	while (*s)
		put_n(t, s++, 1);
}

static void put_num(Text *t, uint64_t v, uint32_t base, int width)
{
	char d[24];
	int n = 0;
	do
		d[n++] = "0123456789abcdef"[v % base];
	while ((v /= base) != 0 || n < width);
	while (n > 0)
		put_n(t, &d[--n], 1);
}

static void put_frames(Text *t, uint32_t id)
{
	const uint32_t *pc;
	int64_t n = race_stack_pcs(id, &pc);
	TuSymPos pos;
	TuString before = { 0 };
	uint8_t any = 0;
	for (int64_t i = 0; i < n; i++) {
		const char *c = tu__symtab_cname(pc[i] - 1, NULL);
		if (!c || c[0] != 'G' || c[1] != '_')
			continue;
		for (int64_t level = 0; tu__symtab_find(pc[i] - 1, level, &pos); level++) {
			if (!tu__is_hidden(&pos, before)) {
				before = pos.func;
				any = 1;
				put(t, "  ");
				put_n(t, pos.func.p, pos.func.n);
				put(t, "()\n      ");
				int64_t skip = opt.nstrip && pos.file.n >= opt.nstrip && !__builtin_memcmp(pos.file.p, opt.strip, (uint64_t)opt.nstrip) ? opt.nstrip : 0;
				put_n(t, pos.file.p + skip, pos.file.n - skip);
				put(t, ":");
				put_num(t, (uint64_t)pos.line, 10, 1);
				put(t, " +0x");
				put_num(t, pc[i] - pos.entry, 16, 1);
				put(t, "\n");
			}
			if (!pos.more)
				break;
		}
	}
	if (!any)
		put(t, "  [failed to restore the stack]\n");
}

static void put_who(Text *t, const RaceInfo *g, uint8_t capital)
{
	if (!g) {
		put(t, "a goroutine that ended long ago");
	} else if (g->id == 1) {
		put(t, "main goroutine");
	} else {
		put(t, capital ? "Goroutine " : "goroutine ");
		put_num(t, (uint64_t)g->id, 10, 1);
	}
}

static void put_access(Text *t, const RaceAccess *a, uint8_t previous)
{
	const char *what = a->atomic ? a->write ? "atomic write" : "atomic read" : a->write ? "write" : "read";
	put(t, previous ? "Previous " : "");
	char first = what[0];
	if (!previous)
		first = (char)(first - 'a' + 'A');
	put_n(t, &first, 1);
	put(t, what + 1);
	put(t, " at 0x");
	put_num(t, a->p, 16, 12);
	put(t, " by ");
	put_who(t, a->info, 0);
	put(t, ":\n");
	put_frames(t, a->stack);
	put(t, "\n");
}

static void put_created(Text *t, const RaceInfo *g)
{
	if (!g || g->id == 1)
		return;
	put_who(t, g, 1);
	put(t, g->done ? " (finished) created at:\n" : " (running) created at:\n");
	put_frames(t, g->stack);
}

static void write_out(Text *t)
{
	if (opt.log && log_fd < 0 && !is_key(opt.log, opt.nlog, "stderr")) {
		Text name = { .n = 0 };
		if (is_key(opt.log, opt.nlog, "stdout")) {
			log_fd = 1;
		} else {
			put_n(&name, opt.log, opt.nlog < 4000 ? opt.nlog : 4000);
			put(&name, ".");
			put_num(&name, (uint64_t)tu__sys(39 /* getpid */, 0, 0, 0, 0, 0, 0), 10, 1);
			put_n(&name, "", 1);
			log_fd = (int32_t)tu__sys(2 /* open */, (int64_t)name.b, 0x80241, 0666, 0, 0, 0);
		}
	}
	for (int64_t at = 0; at < t->n;) {
		int64_t r = tu__sys(1 /* write */, log_fd < 0 ? 2 : log_fd, (int64_t)(t->b + at), t->n - at, 0, 0, 0);
		if (r <= 0 && r != -4)
			break;
		at += r > 0 ? r : 0;
	}
}

/* ---- reports ------------------------------------------------------------------------------------------------------------------------ */

static uint8_t is_new(const RaceAccess *a, const RaceAccess *b)
{
	uint64_t x = a->stack, y = b->stack, k = x < y ? x << 32 | y : y << 32 | x, h = k * 0x9e3779b97f4a7c15u >> 52;
	for (uint64_t i = 0; i < NSEEN; i++) {
		uint64_t *s = &seen[(h + i) % NSEEN];
		if (*s == k)
			return 0;
		if (!*s) {
			*s = k;
			return 1;
		}
	}
	return 0;
}

typedef struct { const RaceAccess *now, *before; } ReportArg;

static void report_body(void *arg)
{
	static Text t;
	ReportArg *a = arg;
	race_spin(&print_lock);
	if (is_new(a->now, a->before)) {
		nreport++;
		tu__symtab_init();
		t.n = 0;
		put(&t, "==================\nWARNING: DATA RACE\n");
		put_access(&t, a->now, 0);
		put_access(&t, a->before, 1);
		put_created(&t, a->now->info);
		if (a->now->info && a->now->info->id != 1 && a->before->info && a->before->info->id != 1)
			put(&t, "\n");
		if (a->before->info != a->now->info)
			put_created(&t, a->before->info);
		put(&t, "==================\n");
		write_out(&t);
		if (opt.halt)
			tu__exit((int)opt.exitcode);
	}
	race_unspin(&print_lock);
}

void race_report(const RaceAccess *now, const RaceAccess *before)
{
	ReportArg a = { now, before };
	tu__preempt_disable();
	tu__on_m(report_body, &a);
	tu__preempt_enable();
}

int64_t tu__race_exit(int64_t code)
{
	if (!nreport)
		return code;
	Text t = { .n = 0 };
	put(&t, "Found ");
	put_num(&t, (uint64_t)nreport, 10, 1);
	put(&t, " data race(s)\n");
	write_out(&t);
	return code == 0 ? opt.exitcode : code;
}
