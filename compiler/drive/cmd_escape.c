/* cmd_escape.c: tuco escape: builds up to the analysis and reports on the named package.
 *
 * With -run and -check the build goes on to an executable whose profile tells columns, which is run with every allocation sampled; with -profile
 * it goes on until the build id is known. The report comes after that. */
#include "compiler/drive/drive.h"
#include "compiler/report/measure.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static struct { const char *filter, *json, *html, *why, *diff, *fail_on, *peer, *profile, *sarif, *dot; int top; bool run, check; } opt;
static char **files;
static int nfile, status;
static Package *named;
static Measured cost;                   /* nobject is 0 when nothing was measured */
static bool measured;

static bool wanted(const Row *r)
{
	const char *f = opt.filter ? opt.filter : "sites";
	if (!strcmp(f, "all"))
		return true;
	if (!strcmp(f, "heap"))
		return row_heap(r);
	if (!strcmp(f, "stack"))
		return !strncmp(r->verdict, "stack", 5);
	if (!strcmp(f, "param"))
		return r->kind == ROW_PARAM;
	return r->kind == ROW_SITE || r->kind >= ROW_CALL || (r->kind == ROW_LOCAL && strcmp(r->verdict, "register"));
}

static void write_out(const char *path, Buf *b)
{
	if (!strcmp(path, "-"))
		fwrite(b->s, 1, b->n, stdout);
	else if (!file_write(path, b->s, b->n))
		die("cannot write %s: %s", path, strerror(errno));
	buf_free(b);
}

/* ---- -why ------------------------------------------------------------------------------------------------------------------- */

static bool same_file(const char *a, const char *b)
{
	return !strcmp(a, b) || !strcmp(path_base(a), b) || !strcmp(path_clean((char *)a), path_clean((char *)b));
}

static void why(const RowVec *v)
{
	char *spec = str_dup(opt.why, strlen(opt.why));
	uint32_t num[2] = { 0, 0 };
	int n = 0;
	for (char *c; n < 2 && (c = strrchr(spec, ':')) && c[1] && strspn(c + 1, "0123456789") == strlen(c + 1); n++) {
		num[1] = num[0];
		num[0] = (uint32_t)strtoul(c + 1, NULL, 10);
		*c = 0;
	}
	if (!n || !*spec)
		usage_error("escape", "invalid value \"%s\" for -why: want FILE:LINE or FILE:LINE:COLUMN", opt.why);
	uint32_t line = num[0], col = num[1];
	int found = 0;
	vec_each(v, i) {
		Where w = pos_where(v->v[i].pos);
		if (same_file(w.file, spec) && w.line == line && (!col || w.col == col) && (v->v[i].kind != ROW_LOCAL || strcmp(v->v[i].verdict, "register"))) {
			if (found++)
				putchar('\n');
			report_why(stdout, &v->v[i]);
		}
	}
	if (found)
		return;
	fprintf(stderr, "tuco escape: nothing is placed at %s\n", opt.why);
	for (int k = 0; k < 3; k++) {           /* the three nearest */
		static const Row *told[3];
		const Row *best = NULL;
		uint32_t best_d = UINT32_MAX;
		vec_each(v, i) {
			const Row *r = &v->v[i];
			Where w = pos_where(r->pos);
			uint32_t d = w.line > line ? w.line - line : line - w.line;
			d = d * 1000 + (col > w.col ? col - w.col : w.col - col) % 1000;
			if (!same_file(w.file, spec) || !strcmp(r->verdict, "register") || d >= best_d || r == told[0] || r == told[1])
				continue;
			best = r;
			best_d = d;
		}
		if (!best)
			break;
		told[k] = best;
		fprintf(stderr, "  near: %s: %s (%s)\n", pos_str(best->pos), best->what, best->verdict);
	}
	status = 1;
}

/* ---- Go beside ours ------------------------------------------------------------------------------------------------------------ */

static void peer(RowVec *v)
{
	const char *go = find_program("go"), *root = go ? NULL : find_goroot();
	if (!go && root && file_exists(path_join(root, "bin/go")))
		go = path_join(root, "bin/go");
	if (!go) {
		fprintf(stderr, "tuco escape: no go command in PATH: -peer has nothing to compare with\n");
		return;
	}
	VEC(char *) argv = { 0 };
	vec_push(&argv, (char *)go);
	vec_push(&argv, (char *)"build");
	vec_push(&argv, (char *)"-gcflags=-m");
	vec_push(&argv, (char *)"-o");
	vec_push(&argv, (char *)"/dev/null");
	for (int i = 0; i < nfile; i++)
		vec_push(&argv, files[i]);
	vec_push(&argv, NULL);
	Buf b = { 0 };
	int e = proc_run(argv.v, &b);
	if (e) {
		fprintf(stderr, "tuco escape: %s build failed:\n%s", go, b.s ? b.s : "");
		return;
	}
	report_peer(v, b.s ? b.s : "");
}

/* ---- the command ---------------------------------------------------------------------------------------------------------------- */

static void each_output(const RowVec *v, const Package *p)
{
	const struct { const char *file; void (*put)(Buf *b, const RowVec *v, const Package *p); } outs[] = {
		{ opt.json, report_json }, { opt.html, report_page }, { opt.sarif, report_sarif }, { opt.dot, report_dot },
	};
	for (int i = 0; i < ARRAY_LEN(outs); i++)
		if (outs[i].file) {
			Buf b = { 0 };
			outs[i].put(&b, v, p);
			write_out(outs[i].file, &b);
		}
}

static void compare(const RowVec *all)
{
	size_t n;
	char *old = file_read(opt.diff, &n);
	if (!old)
		die("cannot read %s: %s", opt.diff, strerror(errno));
	int bad = report_diff(stdout, all, old);
	if (bad < 0)
		die("%s is not a report of tuco escape -json", opt.diff);
	if (bad && opt.fail_on) {
		fprintf(stderr, "tuco escape: %d new on the heap\n", bad);
		status = 1;
	}
}

static void summary(void)
{
	printf("%lld objects, %lld bytes allocated", (long long)cost.nobject, (long long)cost.nbyte);
	if (cost.elsewhere_nobject)
		printf(", %lld objects and %lld bytes of them where no code of the package runs", (long long)cost.elsewhere_nobject, (long long)cost.elsewhere_nbyte);
	printf("%s\n", cost.exact ? "" : " (estimated from samples)");
	if (!cost.columns && cost.nobject)
		printf("the profile has no columns: what one line allocates is given to the sites of that line; build with -d columns=1 to tell them apart\n");
}

static void finish_report(RowVec *all)
{
	RowVec v = { 0 };
	if (measured)
		rows_by_cost(all);
	if (opt.why) {
		why(all);
		return;
	}
	if (opt.peer)
		peer(all);
	vec_each(all, i)
		if (wanted(&all->v[i]))
			vec_push(&v, all->v[i]);
	each_output(opt.filter ? &v : all, named);
	if (opt.diff) {
		compare(all);
	} else if (!opt.json && !opt.html && !opt.sarif && !opt.dot) {
		report_table(stdout, &v, opt.top);
		if (measured)
			summary();
	}
}

static RowVec rows;

static void report(Package *p)
{
	named = p;
	rows = report_rows(p);
	if (!opt.run && !opt.check && !opt.profile)
		finish_report(&rows);
}

/* ---- measured cost ----------------------------------------------------------------------------------------------------------------- */

static void join(const char *file, bool ours)
{
	size_t n;
	Profile prof;
	const char *text = file_read(file, &n), *err;
	if (!text)
		die("cannot read %s: %s", file, strerror(errno));
	if ((err = profile_read(&prof, text, n)))
		die("%s %s", file, err);
	if (!ours && strcmp(prof.build_id, build.id)) {
		fprintf(stderr, "tuco escape: %s was not taken of this program\n  build id of the profile: %s\n  build id of the program: %s\n", file,
			*prof.build_id ? prof.build_id : "none", build.id);
		fprintf(stderr, "The sources, the flags or tuco itself have changed since. Flags of the build are needed here too.\n");
		exit(1);
	}
	cost = report_measure(&rows, named, &prof, places.stdlib);
	measured = true;
}

/* Runs the program; what it writes is not shown with -check. The profile's name. */
static const char *run_it(const char *exe, char **args, int n)
{
	const char *file = path_join(temp_dir(), "heap.profile"), *old = getenv("GODEBUG");
	if (strchr(file, ','))
		die("the temporary directory %s has a comma in its name", temp_dir());
	setenv("TUCOPROFILE", str_fmt("heap:%s", file), 1);
	setenv("GODEBUG", str_fmt("%s%smemprofilerate=1", old ? old : "", old && *old ? "," : ""), 1);
	fflush(NULL);
	int keep[2] = { dup(1), dup(2) }, quiet = open("/dev/null", O_RDWR);
	if (opt.check && quiet >= 0) {
		(void)dup2(quiet, 1);
		(void)dup2(quiet, 2);
	}
	status = run_child(exe, args, n);
	(void)dup2(keep[0], 1);
	(void)dup2(keep[1], 2);
	return file;
}

static void run_and_report(const char *exe, char **args, int n)
{
	const char *file = run_it(exe, args, n);
	if (!file_exists(file)) {
		fprintf(stderr, "tuco escape: the program ended with status %d and left no profile: it must return from main or call os.Exit\n", status);
		status = status ? status : 1;
		if (opt.check)
			status = 3;
		return;
	}
	join(file, true);
	if (!opt.check) {
		finish_report(&rows);
		return;
	}
	int nsite = 0;
	vec_each(&rows, i) {
		const Row *r = &rows.v[i];
		nsite += r->measured && r->kind <= ROW_LOCAL;
		if (r->disagrees)
			printf("%s: %s in %s: %s\n", pos_str(r->pos), r->what, r->func, r->disagrees);
	}
	printf("%d sites, %lld objects: %d verdicts disagree\n", nsite, (long long)cost.nobject, cost.nbad);
	status = cost.nbad ? 1 : 0;
}

static bool take(int argc, char **argv, int *i, const char *name, const char **value)
{
	const char *a = argv[*i] + 1 + (argv[*i][1] == '-');
	size_t n = strlen(name);
	if (strncmp(a, name, n) || (a[n] && a[n] != '='))
		return false;
	if (a[n] == '=')
		*value = a + n + 1;
	else if (++*i < argc)
		*value = argv[*i];
	else
		usage_error("escape", "flag needs an argument: -%s", name);
	return true;
}

static void choice(const char *flag, const char *value, const char *words)
{
	if (!value)
		return;
	size_t n = strlen(value);
	for (const char *w = words; w; w = strchr(w, ' ') ? strchr(w, ' ') + 1 : NULL)
		if (!strncmp(w, value, n) && (w[n] == ' ' || !w[n]) && n)
			return;
	usage_error("escape", "invalid value \"%s\" for -%s: must be one of %s", value, flag, words);
}

int cmd_escape(int argc, char **argv)
{
	VEC(char *) rest = { 0 };
	const char *top = NULL;
	vec_push(&rest, argv[0]);
	int i = 1, nargs = 0;
	char **args = NULL;                     /* of the program: after -- */
	for (int k = 1; k < argc; k++)
		if (!strcmp(argv[k], "--")) {
			args = argv + k + 1;
			nargs = argc - k - 1;
			argc = k;
		}
	for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
		if (take(argc, argv, &i, "filter", &opt.filter) || take(argc, argv, &i, "json", &opt.json) || take(argc, argv, &i, "html", &opt.html) ||
		    take(argc, argv, &i, "why", &opt.why) || take(argc, argv, &i, "diff", &opt.diff) || take(argc, argv, &i, "fail-on", &opt.fail_on) ||
		    take(argc, argv, &i, "peer", &opt.peer) || take(argc, argv, &i, "top", &top) ||
		    take(argc, argv, &i, "profile", &opt.profile) || take(argc, argv, &i, "sarif", &opt.sarif) || take(argc, argv, &i, "dot", &opt.dot))
			continue;
		const char *name = argv[i] + 1 + (argv[i][1] == '-');
		if (!strcmp(name, "run") || !strcmp(name, "check")) {
			*(*name == 'r' ? &opt.run : &opt.check) = true;
			continue;
		}
		vec_push(&rest, argv[i]);       /* a flag of build; those with values must be written -flag=value or come last */
		static const char *const valued[] = { "-gcflags", "-tags", "-C", "-d", "-escape", "-lang" };
		for (int k = 0; k < ARRAY_LEN(valued); k++)
			if (!strcmp(argv[i], valued[k]) && i + 1 < argc) {
				vec_push(&rest, argv[++i]);
				break;
			}
	}
	choice("filter", opt.filter, "heap stack param all");
	choice("fail-on", opt.fail_on, "new-heap");
	choice("peer", opt.peer, "go");
	if (top && (opt.top = atoi(top)) <= 0)
		usage_error("escape", "invalid value \"%s\" for -top", top);
	if (opt.fail_on && !opt.diff)
		usage_error("escape", "-fail-on needs -diff");
	if (opt.run + opt.check + (opt.profile != NULL) > 1)
		usage_error("escape", "-run, -check and -profile exclude each other");
	if (args && !opt.run && !opt.check)
		usage_error("escape", "arguments after -- are for the program: they need -run");
	for (; i < argc; i++)
		vec_push(&rest, argv[i]);
	vec_push(&build.rules, (PkgRule){ NULL, "m=2" });       /* keep the explanations */
	int at = cmd_begin(rest.n, rest.v, "escape");
	files = rest.v + at;
	nfile = rest.n - at;
	build.report = report;
	build.report_first = opt.run || opt.check || opt.profile;
	build.id_only = opt.profile != NULL;
	build.columns |= opt.run || opt.check;
	if (!build.report_first)
		build.compile_only = true;
	const char *exe = build_program(files, nfile, build.report_first && !build.id_only ? path_join(temp_dir(), "main") : "main");
	if (opt.profile) {
		join(opt.profile, false);
		finish_report(&rows);
	} else if (build.report_first) {
		if (!exe)
			die("package %s is not a main package: there is nothing to run", named->path);
		run_and_report(exe, args, nargs);
	}
	return status;
}
