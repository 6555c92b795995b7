/* cmd_gcbench.c: `tuco gcbench`: one program under several collectors and settings, interleaved, with medians. */
#include "compiler/drive/gcbench.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static const char usage[] =
	"usage: tuco gcbench [flags] program.go|dir [-- program arguments]\n"
	"\n"
	"Builds the program with each collector, runs it under each setting in turn (A B C A B C ...) and prints medians.\n"
	"\n"
	"  -gc list        collectors: concurrent,stw,boehm,none (default: every one that builds)\n"
	"  -gogc list      GOGC values: 25,50,100,200,400,off (default 50,100,200)\n"
	"  -memlimit list  GOMEMLIMIT values: off,64MiB,... (default off)\n"
	"  -procs list     GOMAXPROCS values (default: as the machine has)\n"
	"  -n N            runs of each setting (default 5)\n"
	"  -warmup N       runs thrown away first (default 1)\n"
	"  -timeout S      seconds for one run (default 120)\n"
	"  -peer go        also build with Go (needs go on PATH, or GO=path)\n"
	"  -o FORMAT       table (default), csv, json\n"
	"  -html FILE      also write one self-contained page with charts\n"
	"\n"
	"Pauses are the stops of the world that GODEBUG=gctrace=1 reports. MMU is the least share of any 10 ms that they leave to the program.\n"
	"Ctrl-C ends the runs and prints what was measured so far.\n"
	"GOGC and GOMEMLIMIT mean nothing to boehm and none: they get one row.\n"
	"Example: tuco gcbench -gogc 50,100,200 -n 3 examples/binarytrees\n";

volatile sig_atomic_t gcbench_stopped;

static void on_int(int sig)
{
	(void)sig;
	gcbench_stopped = 1;
}

void gcbench_catch_int(void)
{
	struct sigaction sa = { .sa_handler = on_int };
	(void)temp_dir();               /* it has handlers of its own */
	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGTERM, &sa, NULL);
}

StrVec gcbench_split(const char *s)
{
	StrVec v = { 0 };
	while (*s) {
		const char *e = strchr(s, ',');
		size_t n = e ? (size_t)(e - s) : strlen(s);
		if (n)
			vec_push(&v, str_dup(s, n));
		s += n + (e != NULL);
	}
	return v;
}

static const char *self(void)
{
	static char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	if (n < 0)
		die("cannot find the tuco binary: %s", strerror(errno));
	path[n] = 0;
	return path;
}

/* Builds prog with one collector; NULL with *err when it cannot be built. */
const char *gcbench_build(const char *prog, const char *gc, const char **err)
{
	char *out = path_join(temp_dir(), str_fmt("gcbench-%s", gc));
	Buf text = { 0 };
	int status;
	if (!strcmp(gc, "go")) {
		const char *go = getenv("GO") ? getenv("GO") : "go";
		char *argv[] = { (char *)go, "build", "-o", out, (char *)prog, NULL };
		status = proc_run(argv, &text);
	} else {
		char *argv[] = { (char *)self(), "build", str_fmt("-gc=%s", gc), "-o", out, (char *)prog, NULL };
		status = proc_run(argv, &text);
	}
	if (status) {
		size_t n = 0;
		while (text.s && text.s[n] && text.s[n] != '\n')
			n++;
		*err = text.s ? str_dup(text.s, n) : "build failed";
		buf_free(&text);
		return NULL;
	}
	buf_free(&text);
	return out;
}

static void add_rows(GcBench *b, const char *gc, const char *exe, const char *err, const StrVec *gogc, const StrVec *limit, const StrVec *procs)
{
	bool tunable = strcmp(gc, "boehm") && strcmp(gc, "none");
	int ng = tunable ? gogc->n : 1, nl = tunable ? limit->n : 1, np = procs->n ? procs->n : 1;
	for (int g = 0; g < ng; g++)
		for (int l = 0; l < nl; l++)
			for (int p = 0; p < np; p++) {
				Setting s = { .gc = gc, .exe = exe, .error = err, .peer = !strcmp(gc, "go") };
				s.gogc = tunable ? gogc->v[g] : NULL;
				s.limit = tunable ? limit->v[l] : NULL;
				s.procs = procs->n ? procs->v[p] : NULL;
				vec_push(&b->rows, s);
			}
}

static void progress(int done, int total, const Setting *s)
{
	if (isatty(2))
		fprintf(stderr, "\r\033[K%d/%d  %s%s%s%s%s%s%s", done, total, s->gc, s->gogc ? " GOGC=" : "", s->gogc ? s->gogc : "", s->limit ? " GOMEMLIMIT=" : "",
			s->limit ? s->limit : "", s->procs ? " GOMAXPROCS=" : "", s->procs ? s->procs : "");
	else if (done % 10 == 0)
		fprintf(stderr, "tuco gcbench: run %d of %d\n", done, total);
}

static void run_all(GcBench *b)
{
	int total = 0, done = 0;
	vec_each(&b->rows, i)
		total += b->rows.v[i].error ? 0 : b->n + b->warmup;
	for (int k = -b->warmup; k < b->n && !gcbench_stopped; k++)
		vec_each(&b->rows, i) {
			Setting *s = &b->rows.v[i];
			if (s->error)
				continue;
			done++;
			progress(done, total, s);
			gcbench_run(b, s, k >= 0);
			if (gcbench_stopped)
				break;
		}
	if (isatty(2))
		fprintf(stderr, "\r\033[K");
	if (gcbench_stopped)
		fprintf(stderr, "interrupted: what follows is what was measured so far\n");
}

static int number(const char *flag, const char *s, int least)
{
	char *e;
	long v = strtol(s, &e, 10);
	if (*e || e == s || v < least || v > 100000) {
		fprintf(stderr, "tuco gcbench: %s wants a whole number from %d, not %s\n", flag, least, s);
		exit(2);
	}
	return (int)v;
}

int cmd_gcbench(int argc, char **argv)
{
	GcBench b = { .n = 5, .warmup = 1, .timeout_s = 120 };
	StrVec gc = { 0 }, gogc = gcbench_split("50,100,200"), limit = gcbench_split("off"), procs = { 0 };
	const char *format = "table", *html = NULL, *peer = NULL;
	bool chosen = false;
	for (int i = 1; i < argc; i++) {
		char *a = argv[i];
		if (b.prog && !strcmp(a, "--")) {
			for (i++; i < argc; i++)
				vec_push(&b.args, argv[i]);
			break;
		}
		if (a[0] != '-' || !a[1]) {
			if (b.prog) {
				vec_push(&b.args, a);
				continue;
			}
			b.prog = a;
			continue;
		}
		if (!strcmp(a, "-h") || !strcmp(a, "-help") || !strcmp(a, "--help")) {
			fputs(usage, stdout);
			return 0;
		}
		char *name = a + 1 + (a[1] == '-'), *eq = strchr(name, '='), *val = eq ? eq + 1 : i + 1 < argc ? argv[++i] : NULL;
		size_t n = eq ? (size_t)(eq - name) : strlen(name);
		name = str_dup(name, n);
		if (!val) {
			fprintf(stderr, "flag needs an argument: -%s\n%s", name, usage);
			return 2;
		}
		if (!strcmp(name, "gc"))
			gc = gcbench_split(val), chosen = true;
		else if (!strcmp(name, "gogc"))
			gogc = gcbench_split(val);
		else if (!strcmp(name, "memlimit"))
			limit = gcbench_split(val);
		else if (!strcmp(name, "procs"))
			procs = gcbench_split(val);
		else if (!strcmp(name, "n"))
			b.n = number("-n", val, 1);
		else if (!strcmp(name, "warmup"))
			b.warmup = number("-warmup", val, 0);
		else if (!strcmp(name, "timeout"))
			b.timeout_s = number("-timeout", val, 1);
		else if (!strcmp(name, "peer"))
			peer = val;
		else if (!strcmp(name, "o"))
			format = val;
		else if (!strcmp(name, "html"))
			html = val;
		else {
			fprintf(stderr, "flag provided but not defined: -%s\n%s", name, usage);
			return 2;
		}
	}
	if (!b.prog) {
		fputs(usage, stderr);
		return 2;
	}
	if (strcmp(format, "table") && strcmp(format, "csv") && strcmp(format, "json")) {
		fprintf(stderr, "tuco gcbench: -o wants table, csv or json, not %s\n", format);
		return 2;
	}
	if (peer && strcmp(peer, "go")) {
		fprintf(stderr, "tuco gcbench: -peer knows go, not %s\n", peer);
		return 2;
	}
	vec_each(&gc, i)
		if (strcmp(gc.v[i], "concurrent") && strcmp(gc.v[i], "stw") && strcmp(gc.v[i], "boehm") && strcmp(gc.v[i], "none")) {
			fprintf(stderr, "tuco gcbench: unknown collector %s: must be concurrent, stw, boehm or none\n", gc.v[i]);
			return 2;
		}
	if (!chosen)
		gc = gcbench_split("concurrent,stw,boehm,none");
	if (peer)
		vec_push(&gc, (char *)peer);
	gcbench_catch_int();
	vec_each(&gc, i) {
		if (gcbench_stopped)
			break;
		const char *err = NULL, *exe = gcbench_build(b.prog, gc.v[i], &err);
		if (!exe && !chosen && err && strstr(err, "not supported yet"))
			continue;
		add_rows(&b, gc.v[i], exe, err, &gogc, &limit, &procs);
	}
	run_all(&b);
	Buf out = { 0 };
	if (!strcmp(format, "csv"))
		gcbench_csv(&out, &b);
	else if (!strcmp(format, "json"))
		gcbench_json(&out, &b);
	else
		gcbench_table(&out, &b);
	fwrite(out.s, 1, out.n, stdout);
	buf_free(&out);
	if (html) {
		Buf page = { 0 };
		gcbench_html(&page, &b);
		if (!file_write(html, page.s, page.n))
			die("%s: %s", html, strerror(errno));
		buf_free(&page);
	}
	bool any = false;
	vec_each(&b.rows, i)
		any |= b.rows.v[i].wall.n > 0;
	return gcbench_stopped ? 130 : any ? 0 : 1;
}
