/* cmd_escape.c: tuco escape: builds up to the analysis and reports on the named package. */
#include "compiler/drive/drive.h"
#include "compiler/report/report.h"
#include <errno.h>
#include <stdlib.h>

static struct { const char *filter, *json, *html, *why, *diff, *fail_on, *peer; int top; } opt;
static char **files;
static int nfile, status;

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
	return r->kind == ROW_SITE || (r->kind == ROW_LOCAL && strcmp(r->verdict, "register"));
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

static void report(Package *p)
{
	RowVec all = report_rows(p), v = { 0 };
	if (opt.why) {
		why(&all);
		return;
	}
	if (opt.peer)
		peer(&all);
	vec_each(&all, i)
		if (wanted(&all.v[i]))
			vec_push(&v, all.v[i]);
	if (opt.json) {
		Buf b = { 0 };
		report_json(&b, opt.filter ? &v : &all, p);
		write_out(opt.json, &b);
	}
	if (opt.html) {
		Buf b = { 0 };
		report_page(&b, opt.filter ? &v : &all, p);
		write_out(opt.html, &b);
	}
	if (opt.diff) {
		size_t n;
		char *old = file_read(opt.diff, &n);
		if (!old)
			die("cannot read %s: %s", opt.diff, strerror(errno));
		int bad = report_diff(stdout, &all, old);
		if (bad < 0)
			die("%s is not a report of tuco escape -json", opt.diff);
		if (bad && opt.fail_on) {
			fprintf(stderr, "tuco escape: %d new on the heap\n", bad);
			status = 1;
		}
	} else if (!opt.json && !opt.html)
		report_table(stdout, &v, opt.top);
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
	int i = 1;
	for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
		if (take(argc, argv, &i, "filter", &opt.filter) || take(argc, argv, &i, "json", &opt.json) || take(argc, argv, &i, "html", &opt.html) ||
		    take(argc, argv, &i, "why", &opt.why) || take(argc, argv, &i, "diff", &opt.diff) || take(argc, argv, &i, "fail-on", &opt.fail_on) ||
		    take(argc, argv, &i, "peer", &opt.peer) || take(argc, argv, &i, "top", &top))
			continue;
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
	for (; i < argc; i++)
		vec_push(&rest, argv[i]);
	vec_push(&build.rules, (PkgRule){ NULL, "m=2" });       /* keep the explanations */
	int at = cmd_begin(rest.n, rest.v, "escape");
	build.compile_only = true;
	build.report = report;
	files = rest.v + at;
	nfile = rest.n - at;
	(void)build_program(files, nfile, "main");
	return status;
}
