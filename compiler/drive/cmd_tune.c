/* cmd_tune.c: `tuco tune`: the environment under which a program does best, found with few runs.
 *
 *   screen   every candidate once, in turn: collectors, GOGC, a memory limit and a minimum heap derived from -rss, one P
 *   refine   what lies beside the two best, once; the four best once more
 *   decide   the three best and the default -n times each, interleaved
 *
 * A run that takes three times as long as the default's is ended: such a setting is no answer. Constraints hold for the worst run, the objective is
 * the median of all runs. Among settings within 2 % of the best the one with the fewest variables wins, and the default unless
 * the best is clearly better: each variable needs a reason. */
#include "compiler/drive/gcbench.h"
#include "compiler/drive/drive.h"

#include <stdlib.h>
#include <unistd.h>

static const char usage[] =
	"usage: tuco tune [flags] PROGRAM.go | DIRECTORY [-- arguments]\n"
	"\n"
	"Runs the program under many settings, drops what is hopeless early, and prints the environment line to use, with the evidence.\n"
	"The program should end by itself and do a typical load.\n"
	"\n"
	"  -objective WHAT  'min cpu' (default), 'min wall', 'min rss', 'min p99'\n"
	"  -rss SIZE        the peak resident size must not pass SIZE: 256MiB\n"
	"  -p99 TIME        99 % of the stops of the world must be at most TIME: 500us, 1ms\n"
	"  -gc list         collectors to consider: concurrent,stw (default); none and boehm only when named\n"
	"  -procs list      GOMAXPROCS values to consider (default: the machine's, and 1)\n"
	"  -n N             runs of each finalist (default 5)\n"
	"  -timeout S       seconds for one run (default 120)\n"
	"  -json            everything as JSON\n"
	"\n"
	"Ctrl-C ends the search and prints what is known. The exit status is 1 when no setting meets the conditions.\n"
	"Example: tuco tune -objective 'min cpu' -rss 64MiB -p99 1ms examples/binarytrees -- 16\n";

enum Goal { MIN_CPU, MIN_WALL, MIN_RSS, MIN_P99 };
static const char *const goal_name[] = { "cpu", "wall", "rss", "p99" };
static const char *const goal_unit[] = { "ms", "ms", "MiB", "us" };

typedef struct Tune {
	GcBench b;
	enum Goal goal;
	double rss_mib, p99_us;         /* 0: any */
	StrVec gc, procs;
	const char *exe[4];             /* by index in gc */
	int n, done, planned;
	bool json;
} Tune;

static double worst(const Numbers *v) { return num_quantile(v, 1); }

static bool allowed(const Tune *t, const Setting *s)
{
	return s->wall.n && !s->error && (!t->rss_mib || worst(&s->rss) <= t->rss_mib) && (!t->p99_us || num_quantile(&s->pauses, 0.99) <= t->p99_us);
}

static double value(const Tune *t, const Setting *s)
{
	switch (t->goal) {
	case MIN_CPU:
		return num_median(&s->cpu);
	case MIN_WALL:
		return num_median(&s->wall);
	case MIN_RSS:
		return num_median(&s->rss);
	case MIN_P99:
		return num_quantile(&s->pauses, 0.99);
	}
	return 0;
}

/* By how many times the conditions are missed; 1: kept. */
static double excess(const Tune *t, const Setting *s)
{
	double e = 1;
	if (!s->wall.n || s->error)
		return 1e9;
	if (t->rss_mib)
		e = MAX(e, worst(&s->rss) / t->rss_mib);
	if (t->p99_us)
		e = MAX(e, num_quantile(&s->pauses, 0.99) / t->p99_us);
	return e;
}

static bool better(const Tune *t, const Setting *x, const Setting *y)
{
	double ex = excess(t, x), ey = excess(t, y);
	return ex != ey ? ex < ey : value(t, x) < value(t, y);
}

static bool same(const char *a, const char *b) { return a == b || (a && b && !strcmp(a, b)); }

static const char *size_text(double mib)
{
	return mib >= 8 ? str_fmt("%.0fMiB", mib) : str_fmt("%.0fKiB", MAX(1, mib * 1024));
}

static void add(Tune *t, const char *gc, const char *gogc, const char *limit, const char *min, const char *procs)
{
	const char *exe = NULL;
	vec_each(&t->gc, i)
		if (!strcmp(t->gc.v[i], gc))
			exe = t->exe[i];
	if (!exe)
		return;
	if (procs && t->procs.n == 0)
		return;
	vec_each(&t->b.rows, i) {
		const Setting *s = &t->b.rows.v[i];
		if (same(s->gc, gc) && same(s->gogc, gogc) && same(s->limit, limit) && same(s->min, min) && same(s->procs, procs))
			return;
	}
	vec_push(&t->b.rows, ((Setting){ .gc = gc, .gogc = gogc, .limit = limit, .min = min, .procs = procs, .exe = exe }));
}

static void candidates(Tune *t)
{
	static const char *const gogc[] = { NULL, "50", "200", "400", "800" };
	const char *limit = t->rss_mib ? size_text(t->rss_mib * 0.9) : NULL, *p = t->procs.n ? t->procs.v[0] : NULL;
	add(t, t->gc.v[0], NULL, NULL, NULL, NULL);     /* the first row is the default */
	vec_each(&t->gc, k) {
		const char *gc = t->gc.v[k];
		if (!strcmp(gc, "boehm") || !strcmp(gc, "none")) {
			add(t, gc, NULL, NULL, NULL, NULL);
			vec_each(&t->procs, i)
				add(t, gc, NULL, NULL, NULL, t->procs.v[i]);
			continue;
		}
		for (int i = 0; i < ARRAY_LEN(gogc); i++)
			add(t, gc, gogc[i], NULL, NULL, NULL);
		if (t->goal == MIN_RSS)
			add(t, gc, "25", NULL, NULL, NULL);
		add(t, gc, NULL, NULL, t->rss_mib ? size_text(t->rss_mib * 0.5) : "64MiB", NULL);
		if (limit) {
			add(t, gc, "off", limit, NULL, NULL);
			add(t, gc, "400", limit, NULL, NULL);
			add(t, gc, "off", limit, NULL, p);
		}
		vec_each(&t->procs, i) {
			add(t, gc, NULL, NULL, NULL, t->procs.v[i]);
			add(t, gc, "400", NULL, NULL, t->procs.v[i]);
		}
	}
}

static void beside(Tune *t, const Setting *of)
{
	Setting s = *of;                /* the vector may move */
	if (!strcmp(s.gc, "boehm") || !strcmp(s.gc, "none"))
		return;
	if (!s.gogc || strcmp(s.gogc, "off")) {
		double v = s.gogc ? atof(s.gogc) : 100;
		add(t, s.gc, str_fmt("%.0f", v * 1.5), s.limit, s.min, s.procs);
		add(t, s.gc, str_fmt("%.0f", v / 1.5), s.limit, s.min, s.procs);
	}
	if (s.limit)
		add(t, s.gc, s.gogc, size_text(t->rss_mib * 0.95), s.min, s.procs);
	if (s.min)
		add(t, s.gc, s.gogc, s.limit, size_text((t->rss_mib ? t->rss_mib : 128) * 0.75), s.procs);
	vec_each(&t->procs, i)
		if (!s.procs)
			add(t, s.gc, s.gogc, s.limit, s.min, t->procs.v[i]);
}

static const char *line_of(const Setting *s)
{
	Buf b = { 0 };
	const char *const name[] = { "GOGC", "GOMEMLIMIT", "GOGCMIN", "GOMAXPROCS" }, *const v[] = { s->gogc, s->limit, s->min, s->procs };
	for (int i = 0; i < 4; i++)
		if (v[i])
			buf_fmt(&b, "%s%s=%s", b.n ? " " : "", name[i], v[i]);
	return b.n ? str_dup(b.s, b.n) : "";
}

static int variables(const Setting *s) { return !!s->gogc + !!s->limit + !!s->min + !!s->procs + !!strcmp(s->gc, "concurrent"); }

static void run(Tune *t, int row)
{
	Setting *s = &t->b.rows.v[row];
	if (gcbench_stopped || s->error)
		return;
	t->done++;
	if (isatty(2))
		fprintf(stderr, "\r\033[K%d of about %d  %s %s", t->done, MAX(t->done, t->planned), s->gc, line_of(s));
	else if (t->done % 10 == 0)
		fprintf(stderr, "tuco tune: %d of about %d runs\n", t->done, t->planned);
	(void)gcbench_run(&t->b, s, true);
}

/* Rows from best to worst. */
static int *ranked(const Tune *t)
{
	int n = t->b.rows.n, *r = arena_array(&build_arena, int, n + 1);
	for (int i = 0; i < n; i++) {
		int k = i;
		for (; k > 0 && better(t, &t->b.rows.v[i], &t->b.rows.v[r[k - 1]]); k--)
			r[k] = r[k - 1];
		r[k] = i;
	}
	return r;
}

static void search(Tune *t)
{
	candidates(t);
	t->planned = t->b.rows.n + 10 + 4 * t->n;
	run(t, 0);
	if (!t->b.rows.v[0].wall.n)
		return;
	double first_s = t->b.rows.v[0].wall.v[0] / 1e3 * 3 + 1;
	t->b.timeout_s = MIN(t->b.timeout_s, first_s);
	for (int i = 1; i < t->b.rows.n; i++)
		run(t, i);
	int *r = ranked(t), known = t->b.rows.n;
	for (int i = 0; i < 2 && i < known; i++)
		beside(t, &t->b.rows.v[r[i]]);
	for (int i = known; i < t->b.rows.n; i++)
		run(t, i);
	r = ranked(t);
	for (int i = 0; i < 4 && i < t->b.rows.n; i++)
		run(t, r[i]);
	r = ranked(t);
	int last[4], n = 0;
	for (int i = 0; i < 3 && i < t->b.rows.n; i++)
		if (r[i])
			last[n++] = r[i];
	last[n++] = 0;
	for (int k = 0; k < t->n; k++)
		for (int i = 0; i < n; i++)
			if (t->b.rows.v[last[i]].wall.n < t->n)
				run(t, last[i]);
}

/* The intervals of the objective do not meet; pauses are one pool and have none: 5 %. */
static bool clearly_better(const Tune *t, const Setting *x, const Setting *y)
{
	if (t->goal == MIN_P99)
		return value(t, x) < value(t, y) * 0.95;
	const Numbers *a = t->goal == MIN_CPU ? &x->cpu : t->goal == MIN_WALL ? &x->wall : &x->rss;
	const Numbers *b = t->goal == MIN_CPU ? &y->cpu : t->goal == MIN_WALL ? &y->wall : &y->rss;
	double lo, hi, lo2, hi2;
	num_ci95(a, &lo, &hi);
	num_ci95(b, &lo2, &hi2);
	return hi < lo2;
}

/* The row to recommend, -1: none. Of finalists when there are any: what ran once proves little. */
static int winner(const Tune *t)
{
	int best = -1, most = 1;
	vec_each(&t->b.rows, i)
		if (allowed(t, &t->b.rows.v[i]))
			most = MAX(most, t->b.rows.v[i].wall.n);
	vec_each(&t->b.rows, i) {
		const Setting *s = &t->b.rows.v[i];
		if (allowed(t, s) && s->wall.n * 2 >= most && (best < 0 || value(t, s) < value(t, &t->b.rows.v[best])))
			best = i;
	}
	double least = best < 0 ? 0 : value(t, &t->b.rows.v[best]);
	vec_each(&t->b.rows, i) {
		const Setting *s = &t->b.rows.v[i];
		if (best >= 0 && allowed(t, s) && s->wall.n * 2 >= most && value(t, s) <= least * 1.02 && variables(s) < variables(&t->b.rows.v[best]))
			best = i;
	}
	if (best > 0 && allowed(t, &t->b.rows.v[0]) && !clearly_better(t, &t->b.rows.v[best], &t->b.rows.v[0]))
		best = 0;
	return best;
}

static const char *reason(const Tune *t, const Setting *s)
{
	if (s->error)
		return strncmp(s->error, "no end", 6) ? s->error : "too slow";
	if (!s->wall.n)
		return "not run";
	if (t->rss_mib && worst(&s->rss) > t->rss_mib)
		return "too large";
	if (t->p99_us && num_quantile(&s->pauses, 0.99) > t->p99_us)
		return "pauses too long";
	return "";
}

static const char *conditions(const Tune *t)
{
	Buf b = { 0 };
	if (t->rss_mib)
		buf_fmt(&b, " with rss <= %s", size_text(t->rss_mib));
	if (t->p99_us)
		buf_fmt(&b, "%sp99 <= %s", b.n ? " and " : " with ", gcbench_pause_text(t->p99_us));
	return b.n ? str_dup(b.s, b.n) : "";
}

static void print_evidence(const Tune *t, int win)
{
	int *r = ranked(t);
	printf("  %-54s %4s %9s %-17s %9s %8s %5s %9s\n", "setting", "runs", "CPU ms", "95 %", "wall ms", "peak MiB", "GCs", "p99 pause");
	for (int i = 0; i < t->b.rows.n; i++) {
		const Setting *s = &t->b.rows.v[r[i]];
		const char *what = str_fmt("%s%s%s", strcmp(s->gc, "concurrent") ? str_fmt("-gc=%s ", s->gc) : "", line_of(s), r[i] ? "" : "(default)");
		printf("%c %-54s %4d ", r[i] == win ? '*' : ' ', what, s->wall.n);
		if (s->wall.n)
			printf("%9.1f %-17s %9.1f %8.1f %5.0f %9s  ", num_median(&s->cpu), gcbench_span(&s->cpu, "%.1f"), num_median(&s->wall), worst(&s->rss), num_median(&s->gcs),
				gcbench_pause_text(num_quantile(&s->pauses, 0.99)));
		printf("%s\n", reason(t, s));
	}
}

static void print_change(const Tune *t, const Setting *s, const Setting *base)
{
	double v = value(t, s), was = value(t, base);
	if (s == base)
		printf("The default settings are the best found: %s %.1f %s.\n\n", goal_name[t->goal], v, goal_unit[t->goal]);
	else if (was > 0)
		printf("%s %.1f %s instead of %.1f with the default (%+.0f %%); peak %.1f MiB instead of %.1f.\n\n", goal_name[t->goal], v, goal_unit[t->goal], was, (v / was - 1) * 100,
			worst(&s->rss), worst(&base->rss));
}

static void print_text(const Tune *t, int win)
{
	if (gcbench_stopped)
		printf("interrupted after %d runs; the answer is from those\n", t->done);
	if (win < 0) {
		const Setting *s = &t->b.rows.v[ranked(t)[0]];
		printf("no setting satisfies min %s%s\n", goal_name[t->goal], conditions(t));
		if (s->wall.n)
			printf("closest: %s%s%s: peak %.1f MiB, p99 pause %s\n\n", line_of(s), *line_of(s) ? " " : "", s->gc, worst(&s->rss), gcbench_pause_text(num_quantile(&s->pauses, 0.99)));
	} else {
		const Setting *s = &t->b.rows.v[win];
		const char *line = line_of(s);
		printf("min %s%s:\n\n    %s%s%s", goal_name[t->goal], conditions(t), line, *line ? " " : "", t->b.prog);
		if (strcmp(s->gc, "concurrent"))
			printf("        built with: tuco build -gc=%s", s->gc);
		printf("\n\n");
		print_change(t, s, &t->b.rows.v[0]);
	}
	print_evidence(t, win);
}

static void print_json(const Tune *t, int win)
{
	Buf out = { 0 };
	buf_puts(&out, "{\"program\":");
	gcbench_json_str(&out, t->b.prog);
	buf_fmt(&out, ",\"objective\":\"min %s\",\"rss_mib\":%.3f,\"p99_us\":%.3f,\"interrupted\":%s,\"runs\":%d,\"best\":%d,\"env\":", goal_name[t->goal], t->rss_mib, t->p99_us,
		gcbench_stopped ? "true" : "false", t->done, win);
	gcbench_json_str(&out, win < 0 ? NULL : line_of(&t->b.rows.v[win]));
	buf_puts(&out, ",\"gc\":");
	gcbench_json_str(&out, win < 0 ? NULL : t->b.rows.v[win].gc);
	buf_puts(&out, ",");
	gcbench_json_rows(&out, &t->b);
	buf_puts(&out, "}\n");
	fwrite(out.s, 1, out.n, stdout);
	buf_free(&out);
}

/* ---- flags ------------------------------------------------------------------------------------------------------------------- */

static double with_unit(const char *flag, const char *text, const char *const *unit, const double *scale, const char *example)
{
	char *e;
	double v = strtod(text, &e);
	for (int i = 0; e != text && unit[i]; i++)
		if (!strcmp(e, unit[i]) && v > 0 && v < 1e12)
			return v * scale[i];
	usage_error("tune", "%s wants something like %s, not %s", flag, example, text);
}

static double size_flag(const char *text)
{
	static const char *const unit[] = { "KiB", "MiB", "GiB", "KB", "MB", "GB", "B", NULL };
	static const double scale[] = { 1 / 1024.0, 1, 1024, 1e3 / 1048576, 1e6 / 1048576, 1e9 / 1048576, 1 / 1048576.0 };
	return with_unit("-rss", text, unit, scale, "256MiB");
}

static double time_flag(const char *text)
{
	static const char *const unit[] = { "ns", "us", "µs", "ms", "s", NULL };
	static const double scale[] = { 1e-3, 1, 1, 1e3, 1e6 };
	return with_unit("-p99", text, unit, scale, "1ms");
}

static enum Goal goal_flag(const char *text)
{
	const char *s = text + strspn(text, " ");
	if (!strncmp(s, "min", 3) && s[3] == ' ')
		s += 4;
	s += strspn(s, " ");
	for (int i = 0; i < ARRAY_LEN(goal_name); i++)
		if (!strcmp(s, goal_name[i]))
			return (enum Goal)i;
	usage_error("tune", "-objective must be 'min cpu', 'min wall', 'min rss' or 'min p99', not '%s'", text);
}

static int count_flag(const char *flag, const char *text)
{
	char *e;
	long v = strtol(text, &e, 10);
	if (e == text || *e || v < 1 || v > 100000)
		usage_error("tune", "%s wants a whole number from 1, not %s", flag, text);
	return (int)v;
}

static void take_flag(Tune *t, const char *name, const char *val)
{
	if (!strcmp(name, "objective"))
		t->goal = goal_flag(val);
	else if (!strcmp(name, "rss"))
		t->rss_mib = size_flag(val);
	else if (!strcmp(name, "p99"))
		t->p99_us = time_flag(val);
	else if (!strcmp(name, "gc"))
		t->gc = gcbench_split(val);
	else if (!strcmp(name, "procs"))
		t->procs = gcbench_split(val);
	else if (!strcmp(name, "n"))
		t->n = count_flag("-n", val);
	else if (!strcmp(name, "timeout"))
		t->b.timeout_s = count_flag("-timeout", val);
	else
		usage_error("tune", "flag provided but not defined: -%s", name);
}

static void read_flags(Tune *t, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		char *a = argv[i];
		if (!strcmp(a, "--") && t->b.prog) {
			for (i++; i < argc; i++)
				vec_push(&t->b.args, argv[i]);
		} else if (a[0] != '-' || !a[1]) {
			if (t->b.prog)
				vec_push(&t->b.args, a);
			else
				t->b.prog = a;
		} else if (!strcmp(a, "-h") || !strcmp(a, "-help") || !strcmp(a, "--help")) {
			fputs(usage, stdout);
			exit(0);
		} else if (!strcmp(a, "-json") || !strcmp(a, "--json")) {
			t->json = true;
		} else {
			char *name = a + 1 + (a[1] == '-'), *eq = strchr(name, '=');
			if (!eq && i + 1 == argc)
				usage_error("tune", "flag needs an argument: -%s", name);
			take_flag(t, eq ? str_dup(name, (size_t)(eq - name)) : name, eq ? eq + 1 : argv[++i]);
		}
	}
	vec_each(&t->procs, i)
		(void)count_flag("-procs", t->procs.v[i]);
	if (!t->b.prog)
		usage_error("tune", "no program is named");
}

int cmd_tune(int argc, char **argv)
{
	Tune t = { .b = { .timeout_s = 120 }, .n = 5, .gc = gcbench_split("concurrent,stw") };
	if (sysconf(_SC_NPROCESSORS_ONLN) > 1)
		t.procs = gcbench_split("1");
	read_flags(&t, argc, argv);
	if (!t.gc.n || t.gc.n > ARRAY_LEN(t.exe))
		usage_error("tune", "-gc names no collector, or too many");
	t.b.n = t.n;
	gcbench_catch_int();
	vec_each(&t.gc, i) {
		const char *err = NULL;
		if (strcmp(t.gc.v[i], "concurrent") && strcmp(t.gc.v[i], "stw") && strcmp(t.gc.v[i], "boehm") && strcmp(t.gc.v[i], "none"))
			usage_error("tune", "unknown collector %s: must be concurrent, stw, boehm or none", t.gc.v[i]);
		t.exe[i] = gcbench_stopped ? NULL : gcbench_build(t.b.prog, t.gc.v[i], &err);
		if (!t.exe[i]) {
			fprintf(stderr, "tuco tune: %s\n", err ? err : "interrupted before the first run");
			return err ? 1 : 130;
		}
	}
	search(&t);
	if (isatty(2))
		fprintf(stderr, "\r\033[K");
	if (!t.b.rows.v[0].wall.n) {
		fprintf(stderr, "tuco tune: the program does not end well under the default settings: %s\n", t.b.rows.v[0].error ? t.b.rows.v[0].error : "interrupted");
		return gcbench_stopped ? 130 : 1;
	}
	int win = winner(&t);
	if (t.json)
		print_json(&t, win);
	else
		print_text(&t, win);
	return win < 0 ? 1 : gcbench_stopped ? 130 : 0;
}
