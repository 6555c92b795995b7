/* cmd_vet.c: tuco vet: which packages, which checkers, how findings are printed.
 *
 * Every package is looked at in a process of its own, with its test files, then its external tests (package x_test) once more: the
 * loader and the checker hold one program at a time. Texts and exit statuses are those of go vet. */
#include "compiler/drive/drive.h"
#include "compiler/vet/vet.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static bool *on;
static int context = -1;
static bool json;

/* ---- printing ----------------------------------------------------------------------------------------------------------------------- */

static void json_string(const char *s)
{
	putchar('"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			printf("\\%c", *s);
		else if (*s == '\n' || *s == '\t')
			printf("\\%c", *s == '\n' ? 'n' : 't');
		else if ((unsigned char)*s < 0x20 || *s == '<' || *s == '>' || *s == '&')
			printf("\\u%04x", (unsigned char)*s);
		else
			putchar(*s);
	}
	putchar('"');
}

static const char *abs_pos(Pos p)
{
	Where w = pos_where(p);
	return str_fmt("%s:%u:%u", path_abs(w.file), w.line, w.col);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(vet_checkers[*(const int *)a].name, vet_checkers[*(const int *)b].name);
}

/* {"package": {"checker": [{"posn", "end", "message"}]}}: as go vet -json, without suggested fixes. */
static void print_json(const Package *p, const Findings *found)
{
	int *order = arena_array(&build_arena, int, vet_ncheckers), n = 0;
	for (int i = 0; i < vet_ncheckers; i++)
		if (found[i].v.n)
			order[n++] = i;
	qsort(order, (size_t)n, sizeof *order, by_name);
	printf(n ? "{\n\t" : "{}\n");
	if (!n)
		return;
	json_string(pkg_title(p));
	printf(": {");
	for (int k = 0; k < n; k++) {
		const Findings *f = &found[order[k]];
		printf("%s\n\t\t", k ? "," : "");
		json_string(vet_checkers[order[k]].name);
		printf(": [");
		vec_each(&f->v, i) {
			printf("%s\n\t\t\t{\n\t\t\t\t\"posn\": ", i ? "," : "");
			json_string(abs_pos(f->v.v[i].pos));
			printf(",\n\t\t\t\t\"end\": ");
			json_string(abs_pos(f->v.v[i].end));
			printf(",\n\t\t\t\t\"message\": ");
			json_string(f->v.v[i].text);
			printf("\n\t\t\t}");
		}
		printf("\n\t\t]");
	}
	printf("\n\t}\n}\n");
}

static void print_context(Pos p)
{
	SrcFile *f = src_of(p);
	Where w = pos_raw(p);
	for (int l = (int)w.line - context; l <= (int)w.line + context; l++) {
		if (l < 1 || l > f->lines.n)
			continue;
		const char *s = f->text + f->lines.v[l - 1];
		if (s < f->text + f->nbyte)
			fprintf(stderr, "%d\t%.*s\n", l, (int)strcspn(s, "\n"), s);
	}
}

static int print_plain(const Findings *found)
{
	int n = 0;
	for (int i = 0; i < vet_ncheckers; i++) {
		vec_each(&found[i].v, k) {
			const Finding *f = &found[i].v.v[k];
			const char *at = pos_str(f->pos);
			if (diag_is_rich()) {
				diag_note(f->pos, "%s", f->text);
				diag_flush(true);
			} else {
				fprintf(stderr, "%s: %s\n", at + 2 * !strncmp(at, "./", 2), f->text);
			}
			if (context >= 0)
				print_context(f->pos);
			n++;
		}
	}
	return n;
}

/* ---- one package ------------------------------------------------------------------------------------------------------------------------ */

static int vet_one(char **args, int n, TestFiles tests)
{
	Package *named;
	build.tests = tests;
	PkgVec pkgs = load_packages(args, n, &named);
	if (!named->files.n)
		return 0;
	check_packages(&pkgs);
	named->path = pkg_title(named);         /* "main" is for symbols */
	Findings *found = arena_array(&build_arena, Findings, vet_ncheckers);
	vec_each(&pkgs, i)
		if (pkgs.v[i] != named)
			vet_learn(pkgs.v[i]);
	vet_package(named, on, found);
	if (!json)
		return print_plain(found) > 0;
	print_json(named, found);
	return 0;
}

/* Runs it in a child; the exit status. */
static int vet_apart(char **args, int n, TestFiles tests)
{
	fflush(NULL);
	pid_t pid = fork();
	if (pid < 0)
		die("cannot start a process: %s", strerror(errno));
	if (!pid) {
		int status = vet_one(args, n, tests);
		fflush(NULL);
		_exit(status);
	}
	int w = 0;
	while (waitpid(pid, &w, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(w) ? WEXITSTATUS(w) : 3;
}

/* ---- which packages ----------------------------------------------------------------------------------------------------------------------- */

static bool has_suffix(const char *s, const char *suffix)
{
	size_t n = strlen(s), k = strlen(suffix);
	return n > k && !strcmp(s + n - k, suffix);
}

static bool is_external(const char *path)
{
	size_t n;
	const char *s = file_read(path, &n);
	return s && is_external_test(s);
}

static int vet_dir(const char *dir)
{
	StrVec names = dir_list(dir);
	bool inside = names.n <= 0, external = false;
	for (int i = 0; i < names.n; i++) {
		if (!has_suffix(names.v[i], ".go") || names.v[i][0] == '_' || names.v[i][0] == '.')
			continue;
		bool ext = has_suffix(names.v[i], "_test.go") && is_external(path_join(dir, names.v[i]));
		external |= ext;
		inside |= !ext;
	}
	char *arg = (char *)dir;
	int status = inside || !external ? vet_apart(&arg, 1, TESTS_INSIDE) : 0;
	if (external && status < 2) {
		int s = vet_apart(&arg, 1, TESTS_EXTERNAL);
		status = MAX(status, s);
	}
	return status;
}

static bool has_go_files(const char *dir)
{
	StrVec names = dir_list(dir);
	for (int i = 0; i < names.n; i++)
		if (has_suffix(names.v[i], ".go") && names.v[i][0] != '_' && names.v[i][0] != '.')
			return true;
	return false;
}

/* dir/...: without testdata, vendor, hidden folders and other modules. */
static int vet_tree(const char *dir, bool top)
{
	int status = 0;
	if (!top && file_exists(path_join(dir, "go.mod")))
		return 0;
	if (has_go_files(dir))
		status = vet_dir(dir);
	StrVec names = dir_list(dir);
	for (int i = 0; i < names.n; i++) {
		const char *sub = !strcmp(dir, ".") ? names.v[i] : path_join(dir, names.v[i]);
		if (names.v[i][0] == '.' || names.v[i][0] == '_' || !strcmp(names.v[i], "testdata") || !strcmp(names.v[i], "vendor") || !dir_exists(sub))
			continue;
		int s = vet_tree(str_fmt("%s%s", *sub == '/' || *sub == '.' ? "" : "./", sub), false);
		status = MAX(status, s);
	}
	return status;
}

/* ---- flags ---------------------------------------------------------------------------------------------------------------------------------- */

static bool truth(const char *name, const char *v)
{
	if (!*v || !strcmp(v, "true") || !strcmp(v, "1") || !strcmp(v, "t"))
		return true;
	if (!strcmp(v, "false") || !strcmp(v, "0") || !strcmp(v, "f"))
		return false;
	usage_error("vet", "invalid boolean value \"%s\" for -%s", v, name);
}

typedef struct Choice { bool any_on, any_off; int8_t *said; } Choice;

/* One flag of vet's own: true when it was one. *i moves over a separate value. */
static bool own_flag(int argc, char **argv, int *i, Choice *c)
{
	const char *name = argv[*i] + 1 + (argv[*i][1] == '-');
	size_t n = strcspn(name, "=");
	const char *v = name[n] ? name + n + 1 : NULL;
	for (int k = 0; k < vet_ncheckers; k++) {
		if (strlen(vet_checkers[k].name) != n || strncmp(vet_checkers[k].name, name, n))
			continue;
		bool yes = truth(vet_checkers[k].name, v ? v : "");
		c->said[k] = yes ? 1 : -1;
		c->any_on |= yes;
		c->any_off |= !yes;
		return true;
	}
	if (n == 4 && !strncmp(name, "json", n)) {
		json = truth("json", v ? v : "");
		return true;
	}
	static const struct { const char *name; void (*set)(const char *list); } lists[] = {
		{ "c", NULL }, { "printf.funcs", vet_printf_funcs }, { "unusedresult.funcs", vet_unused_funcs },
	};
	for (int k = 0; k < ARRAY_LEN(lists); k++) {
		if (strlen(lists[k].name) != n || strncmp(lists[k].name, name, n))
			continue;
		if (!v && ++*i >= argc)
			usage_error("vet", "flag needs an argument: -%s", name);
		v = v ? v : argv[*i];
		if (lists[k].set)
			lists[k].set(v);
		else
			context = atoi(v);
		return true;
	}
	return false;
}

void vet_print_flags(FILE *f)
{
	for (int i = 0; i < vet_ncheckers; i++)
		fprintf(f, "  -%-17s %s\n", vet_checkers[i].name, vet_checkers[i].about);
}

int cmd_vet(int argc, char **argv)
{
	VEC(char *) rest = { 0 };
	Choice c = { .said = arena_array(&build_arena, int8_t, vet_ncheckers) };
	vec_push(&rest, argv[0]);
	int i = 1;
	for (; i < argc && argv[i][0] == '-' && argv[i][1] && strcmp(argv[i], "--"); i++) {
		if (own_flag(argc, argv, &i, &c))
			continue;
		vec_push(&rest, argv[i]);
		static const char *const valued[] = { "-gcflags", "-tags", "-C", "-lang", "-color" };
		for (int k = 0; k < ARRAY_LEN(valued); k++)
			if (!strcmp(argv[i], valued[k]) && i + 1 < argc) {
				vec_push(&rest, argv[++i]);
				break;
			}
	}
	int at = rest.n;
	for (i += i < argc && !strcmp(argv[i], "--"); i < argc; i++)
		vec_push(&rest, argv[i]);
	int end = cmd_begin(at, rest.v, "vet");
	if (end < at)
		usage_error("vet", "%s: flags come first", rest.v[end]);
	on = arena_array(&build_arena, bool, vet_ncheckers);
	for (int k = 0; k < vet_ncheckers; k++)
		on[k] = c.any_on ? c.said[k] > 0 : c.said[k] >= 0;
	build.vet = true;
	char **args = rest.v + at;
	int n = rest.n - at, status = 0;
	if (n && has_suffix(args[0], ".go") && !dir_exists(args[0]))
		return vet_one(args, n, TESTS_INSIDE);
	for (int k = 0; k < n || (!n && !k); k++) {
		const char *a = n ? args[k] : ".";
		int s;
		if (!strcmp(a, "...") || has_suffix(a, "/...")) {
			const char *dir = !strcmp(a, "...") ? "." : str_dup(a, strlen(a) - 4);
			if (!dir_exists(dir))
				die("stat %s: directory not found", path_abs(dir));
			s = vet_tree(dir, true);
		} else if (dir_exists(a)) {
			s = vet_dir(a);
		} else {
			char *arg = (char *)a;
			s = vet_apart(&arg, 1, TESTS_INSIDE);
		}
		status = MAX(status, s);
	}
	return status;
}
