/* load.c: from command-line arguments to parsed packages in initialisation order.
 *
 * Every package is read once, under its import path. Errors about imports stop the build before any checking, as they do with
 * the go command, whose texts are used. */
#include "compiler/drive/load.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static StrMap by_path;                  /* import path -> Package */
static PkgVec all;
static VEC(Package *) path_now;         /* from the root to the package being loaded */
static bool failed;

const char *pkg_title(const Package *p)
{
	return p->import_path ? p->import_path : p->path;
}

void report_header(const Package *p)
{
	static const Package *last;
	if (build.json)
		diag_json(pkg_title(p));
	if (last != p)
		diag_show_line(str_fmt("# %s", pkg_title(p)));
	if (last != p && build.vet && LOAD(p)->named && LOAD(p)->tests)
		diag_show_line(str_fmt("# [%s]", pkg_title(p)));
	last = p;
	diag_first_only(build.vet && LOAD(p)->named);
}

/* ---- files ------------------------------------------------------------------------------------------------------------- */

/* How a file is shown: as it was named, "./" in front of a bare name, as the go command does. */
static const char *shown(const char *path)
{
	static const char *cwd;
	if (!cwd)
		cwd = path_abs(".");
	const char *below = path[0] == '/' ? path_below(path, cwd) : NULL;
	if (below && *below)
		path = below;
	return strchr(path, '/') ? path : str_fmt("./%s", path);
}

static SrcFile *read_source(const char *path)
{
	size_t n;
	char *text = file_read(path, &n);
	if (!text && errno == ENOENT)
		die("no such file or directory: %s", path);
	if (!text)
		die("cannot read %s: %s", path, strerror(errno));
	if (n > 1u << 30)
		die("%s: source files larger than 1 GB are not supported", path);
	const char *full = path_abs(path);
	size_t nstd = strlen(places.stdlib);
	if (!strncmp(full, places.stdlib, nstd) && full[nstd] == '/')
		full = str_fmt("%s%s", STD_MARK, full + nstd + 1);
	return src_add(path, full, text, (uint32_t)n);
}

static const char *lang_of_package(const Package *pkg)
{
	const char *lang = flags_of(pkg).lang;
	return lang ? lang : pkg->go_version;
}

/* Parses one file into pkg. A file of another package ends the build. */
static void add_file(Package *pkg, SrcFile *src, const char *dir)
{
	if (build.trimpath && !LOAD(pkg)->std)
		src->full = str_fmt("%s%s/%s", TRIM_MARK, strcmp(pkg->import_path, "command-line-arguments") ? pkg->import_path : ".", path_base(src->path));
	FileNode *f = parse_file(src);
	src->pkg = pkg;
	if (!f) {
		LOAD(pkg)->failed = true;
		return;
	}
	const char *name = f->pkg_name->u.name.sym->s;
	if (!pkg->name) {
		pkg->name = name;
	} else if (strcmp(pkg->name, name)) {
		die("found packages %s (%s) and %s (%s) in %s", pkg->name, path_base(pkg->files.v[0]->src->path), name, path_base(src->path), path_abs(dir));
	}
	f->pkg = pkg;
	vec_push(&pkg->files, f);
	vec_each(&f->embeds, i) {
		const char *lang = lang_of_package(pkg);
		if (go_version_cmp(lang, "go1.16") >= 0)
			continue;
		diag_at(f->embeds.v[i].pos, "go:embed requires go1.16 or later (-lang was set to %s; check go.mod)", lang);
		LOAD(pkg)->failed = true;
	}
}

/* Syntax errors are printed at once and keep the package from being checked; lesser errors wait for the checker's. */
static void after_parsing(Package *pkg, int nsyntax)
{
	if (diag_nsyntax() > nsyntax)
		LOAD(pkg)->failed = true;
	else
		pragma_attach(pkg->files.v, pkg->files.n, go_version_cmp(lang_of_package(pkg), "go1.18") >= 0);
	if (build.vet && LOAD(pkg)->named)
		diag_forget("misplaced compiler directive");    /* gc's business */
	if (LOAD(pkg)->failed) {
		report_header(pkg);
		diag_flush(flags_of(pkg).all_errors);
		failed = true;
		return;
	}
	LOAD(pkg)->held = diag_take();
}

static Package *new_package(const char *path, const char *dir)
{
	Package *p = NEW(Package);
	p->path = p->import_path = path;
	p->dir = dir;
	p->load = NEW(Load);
	p->id = (uint32_t)all.n;
	p->go_version = str_fmt("go1.%d", GO_MINOR);
	vec_push(&all, p);
	strmap_set(&by_path, path, p);
	return p;
}

static bool is_go_file(const char *name)
{
	size_t n = strlen(name);
	return n > 3 && !strcmp(name + n - 3, ".go") && name[0] != '_' && name[0] != '.';
}

static bool is_test_file(const char *name)
{
	size_t n = strlen(name);
	return n > 8 && !strcmp(name + n - 8, "_test.go");
}

/* By the first line that begins with "package". */
bool is_external_test(const char *text)
{
	for (const char *s = text; *s; s += *s == '\n') {
		size_t n = strcspn(s, "\n");
		if (!strncmp(s, "package ", 8)) {
			n = strcspn(s, "\n/;\r");
			while (s[n - 1] == ' ' || s[n - 1] == '\t')
				n--;
			return n > 5 && !memcmp(s + n - 5, "_test", 5);
		}
		s += n;
	}
	return false;
}

/* The package whose external tests are loaded gets its own test files too: they may export things to them. */
static TestFiles tests_of(const Package *p)
{
	static const char *tested;
	if (LOAD(p)->named) {
		if (build.tests == TESTS_EXTERNAL)
			tested = pkg_title(p);
		return build.tests;
	}
	size_t n = tested ? strlen(tested) - 5 : 0;
	return tested && !strncmp(tested, pkg_title(p), n) && !pkg_title(p)[n] ? TESTS_INSIDE : TESTS_NONE;
}

/* All files of dir that belong to the build. */
static void read_dir(Package *pkg, const char *dir, TagSet tags)
{
	StrVec names = dir_list(dir);
	if (names.n < 0)
		die("cannot read directory %s: %s", dir, strerror(errno));
	int ngo = 0, ntest = 0, nsyntax = diag_nsyntax();
	TestFiles want = tests_of(pkg);
	vec_each(&names, i) {
		if (!is_go_file(names.v[i]))
			continue;
		ngo++;
		bool test = is_test_file(names.v[i]);
		ntest += test;
		if (test ? want == TESTS_NONE : want == TESTS_EXTERNAL)
			continue;
		if (!file_name_ok(names.v[i], tags))
			continue;
		const char *path = path_join(dir, names.v[i]);
		SrcFile *src = read_source(path);
		src->path = shown(path);
		if (!file_tags_ok(src, tags) || (test && is_external_test(src->text) != (want == TESTS_EXTERNAL)))
			continue;
		LOAD(pkg)->tests |= test;
		add_file(pkg, src, dir);
	}
	if (!ngo)
		die("no Go files in %s", path_abs(dir));
	if (!pkg->files.n && !LOAD(pkg)->failed) {
		if (ngo == ntest)
			die("%s: no non-test Go files in %s", pkg_title(pkg), path_abs(dir));
		die("package %s: build constraints exclude all Go files in %s", pkg_title(pkg), path_abs(dir));
	}
	after_parsing(pkg, nsyntax);
}

/* ---- imports ----------------------------------------------------------------------------------------------------------------- */

static const char *import_text(Node *spec)
{
	Node *lit = spec->u.import.path;
	Buf b = { 0 };
	if (!lit || lit->kind != N_LIT || lit->u.lit.tok != T_STRING || !lit_string(lit, &b))
		return NULL;
	return buf_take(&b);
}

/* Why path cannot be an import path, or NULL. */
static const char *bad_path(const char *path)
{
	const char *end = path + strlen(path);
	int32_t ch;
	if (!*path)
		return "empty string";
	for (const char *s = path; s < end;) {
		s += utf8_decode(s, end, &ch);
		if (ch <= ' ' || ch == 0x7f || ch == 0xFFFD || (ch < 0x80 && strchr("!\"#$%&'()*,:;<=>?[\\]^`{|}", ch)))
			return str_fmt("invalid character %s", rune_text_u(ch));
	}
	return NULL;
}

static VEC(struct { Pos pos; const char *text; }) import_errors;        /* shown when everything is loaded */

static void import_error(Pos pos, const char *text)
{
	vec_push(&import_errors, (__typeof__(*import_errors.v)){ pos, text });
	failed = true;
}

static void report_cycle(Package *to, Package *from, Node *spec)
{
	Buf b = { 0 };
	int start = 0;
	buf_fmt(&b, "package %s", pkg_title(path_now.v[0]));
	for (int i = start + 1; i < path_now.n; i++) {
		Package *p = path_now.v[i];
		buf_fmt(&b, "\n\timports %s from %s", pkg_title(p), path_base(src_of(LOAD(p)->from_pos)->path));
	}
	buf_fmt(&b, "\n\timports %s from %s: import cycle not allowed", pkg_title(to), path_base(src_of(spec->pos)->path));
	fprintf(stderr, "%s\n", b.s);
	exit(1);
}

/* An element "internal" limits the importers to the tree around it. */
static bool internal_ok(const Package *from, const char *path)
{
	const char *at = NULL;
	for (const char *p = path; (p = strstr(p, "internal")); p++)
		if ((p == path || p[-1] == '/') && (p[8] == '/' || !p[8]))
			at = p;
	if (!at)
		return true;
	if (at == path)
		return LOAD(from)->std;
	const char *parent = str_dup(path, (size_t)(at - path - 1));
	if (path_below(pkg_title(from), parent))
		return true;
	Module *m = LOAD(from)->mod;    /* a package made of named files: by its directory */
	const char *rest = m ? path_below(path_abs(from->dir), m->dir) : NULL;
	return rest && path_below(*rest ? str_fmt("%s/%s", m->path, rest) : m->path, parent) != NULL;
}

static Package *load_path(Package *from, Node *spec, const char *path);

static void load_imports(Package *pkg)
{
	vec_push(&path_now, pkg);
	LOAD(pkg)->state = 1;
	vec_each(&pkg->files, i) {
		FileNode *f = pkg->files.v[i];
		vec_each(&f->imports, k) {
			Node *spec = f->imports.v[k];
			const char *path = import_text(spec);
			if (!path || !strcmp(path, "unsafe"))
				continue;
			if (bad_path(path)) {
				import_error(spec->u.import.path->pos, str_fmt("invalid import path (%s)", bad_path(path)));
				continue;
			}
			Package *p = load_path(pkg, spec, path);
			bool have = !p;
			vec_each(&pkg->imports, m)
				have |= pkg->imports.v[m] == p;
			if (!have)
				vec_push(&pkg->imports, p);
		}
	}
	LOAD(pkg)->state = 2;
	path_now.n--;
}

/* The package for an import; NULL after reporting. */
static Package *load_path(Package *from, Node *spec, const char *path)
{
	Pos pos = spec ? spec->pos : 0;
	if (!strcmp(path, "C")) {
		import_error(pos, "import \"C\": cgo is not supported yet");
		return NULL;
	}
	if (path[0] != '.' && strcmp(path_clean(path), path)) {
		import_error(pos, str_fmt("non-canonical import path \"%s\" (should be \"%s\")", path, path_clean(path)));
		return NULL;
	}
	if (path[0] == '/') {
		import_error(pos, "import path cannot be absolute path");
		return NULL;
	}
	if (path[0] == '.' && (path[1] == '/' || (path[1] == '.' && path[2] == '/'))) {
		import_error(pos, str_fmt("\"%s\" is relative, but relative import paths are not supported in module mode", path));
		return NULL;
	}
	Found f;
	Package *p = strmap_get(&by_path, path);
	if (!p) {
		if (!find_package(path, from, &f)) {
			const char *slash = strchr(path, '/');
			bool dotted = memchr(path, '.', slash ? (size_t)(slash - path) : strlen(path)) != NULL;
			import_error(pos, dotted ? str_fmt("no required module provides package %s; put it below vendor/ or a directory of $TUCOPATH", path)
						 : str_fmt("package %s is not in std (%s)", path, path_join(places.stdlib, path)));
			return NULL;
		}
		p = new_package(path, f.dir);
		*LOAD(p) = (Load){ .std = f.std, .portable = f.portable, .mod = f.mod, .from = from, .from_pos = spec ? spec->pos : 0 };
		p->is_std = f.std;
		if (f.mod)
			p->go_version = f.mod->go_version;
		read_dir(p, f.dir, f.portable ? TAGS_PORTABLE : TAGS_USER);
		load_imports(p);
	}
	if (LOAD(p)->state == 1)
		report_cycle(p, from, spec);
	if (spec && p->name && !strcmp(p->name, "main")) {
		import_error(pos, str_fmt("import \"%s\" is a program, not an importable package", path));
		return NULL;
	}
	if (spec && !internal_ok(from, path)) {
		import_error(pos, str_fmt("use of internal package %s not allowed", path));
		return NULL;
	}
	return p;
}

Package *load_import(Package *from, Node *spec, const char *path, void *arg)
{
	if (!strcmp(path, "unsafe"))
		return pkg_unsafe;
	return strmap_get(&by_path, path);
}

/* ---- the command line ---------------------------------------------------------------------------------------------------------- */

static void finish_named(Package *p, Module *m)
{
	LOAD(p)->named = true;
	LOAD(p)->mod = m;
	if (m)
		p->go_version = m->go_version;
}

static Package *named_files(char **args, int n)
{
	const char *dir = path_dir(args[0]);
	Package *p = new_package("command-line-arguments", dir);
	finish_named(p, find_module(dir));
	LOAD(p)->tests = true;
	int nsyntax = diag_nsyntax(), skipped = 0;
	for (int i = 0; i < n; i++) {
		const char *d = path_dir(args[i]);
		if (!is_go_file(path_base(args[i])) && strcmp(args[i] + MAX(0, (int)strlen(args[i]) - 3), ".go"))
			die("named files must be .go files: %s", args[i]);
		if (strcmp(path_abs(d), path_abs(dir)))
			die("named files must all be in one directory; have %s and %s", dir, d);
		if (dir_exists(args[i]))
			die("%s is a directory, and cannot be named with .go files", args[i]);
		SrcFile *src = read_source(args[i]);
		src->path = strchr(args[i], '/') ? args[i] : str_fmt("./%s", args[i]);
		if (is_test_file(args[i]) && !build.tests)      /* named files are taken whatever their build constraints say */
			skipped++;
		else
			add_file(p, src, dir);
	}
	if (skipped == n)
		die("package command-line-arguments: no non-test Go files in %s", path_abs(dir));
	after_parsing(p, nsyntax);
	return p;
}

static Package *named_dir(const char *arg)
{
	struct stat st;
	const char *dir = path_clean(arg);
	if (stat(dir, &st) < 0) {
		Found f;        /* an import path instead of a directory */
		Module *m = find_module(".");
		Package here = { .load = &(Load){ .mod = m } };
		if (arg[0] != '.' && arg[0] != '/' && find_package(arg, &here, &f))
			dir = f.dir;
		else
			die("stat %s: directory not found", path_abs(dir));
	} else if (!S_ISDIR(st.st_mode)) {
		die("%s is neither a .go file nor a directory", arg);
	}
	Module *m = find_module(dir);
	const char *rest = m ? path_below(path_abs(dir), m->dir) : NULL;
	const char *std = path_below(path_abs(dir), path_abs(places.stdlib));
	const char *path = std && *std ? std : rest ? (*rest ? str_fmt("%s/%s", m->path, rest) : m->path) : str_fmt("_%s", path_abs(dir));
	Package *p = new_package(build.tests == TESTS_EXTERNAL ? str_fmt("%s_test", path) : path, dir);
	finish_named(p, m);
	if (std && *std)
		p->is_std = LOAD(p)->std = true;
	read_dir(p, dir, TAGS_USER);
	return p;
}

/* Initialisation order: repeatedly the first package by import path whose imports are all there; the runtime and what it needs go first. */
static int by_import_path(const void *a, const void *b)
{
	return strcmp((*(Package *const *)a)->import_path, (*(Package *const *)b)->import_path);
}

static void put_runtime(PkgVec *out, Package *p, Bits *done)
{
	if (!p || bits_get(done, (int)p->id))
		return;
	bits_set(done, (int)p->id);
	vec_each(&p->imports, i)
		put_runtime(out, p->imports.v[i], done);
	vec_push(out, p);
}

static PkgVec in_order(void)
{
	PkgVec out = { 0 }, sorted = { 0 };
	Bits done = bits_new(&build_arena, all.n + 1);
	vec_each(&all, i)
		vec_push(&sorted, all.v[i]);
	qsort(sorted.v, (size_t)sorted.n, sizeof *sorted.v, by_import_path);
	put_runtime(&out, strmap_get(&by_path, "runtime"), &done);
	while (out.n < all.n) {
		vec_each(&sorted, i) {
			Package *p = sorted.v[i];
			bool ready = !bits_get(&done, (int)p->id);
			vec_each(&p->imports, k)
				ready = ready && bits_get(&done, (int)p->imports.v[k]->id);
			if (!ready)
				continue;
			bits_set(&done, (int)p->id);
			vec_push(&out, p);
			break;
		}
	}
	return out;
}

PkgVec load_packages(char **args, int n, Package **named)
{
	static char *here[] = { "." };
	if (!n) {
		args = here;
		n = 1;
	}
	size_t len = strlen(args[0]);
	bool files = len > 3 && !strcmp(args[0] + len - 3, ".go") && !dir_exists(args[0]);
	if (!files && n > 1)
		die("only one directory can be built at a time: %s %s", args[0], args[1]);
	*named = files ? named_files(args, n) : named_dir(args[0]);
	load_imports(*named);
	if (dir_exists(path_join(places.stdlib, "runtime")) && !strmap_get(&by_path, "runtime"))
		(void)load_path(*named, NULL, "runtime");       /* the C part of the runtime calls it */
	if (failed) {
		diag_give(LOAD(*named)->held);
		vec_each(&import_errors, i)
			diag_at(import_errors.v[i].pos, "%s", import_errors.v[i].text);
		diag_flush(flags_of(*named).all_errors);
		diag_json_fail();
		exit(1);
	}
	if ((*named)->name && !strcmp((*named)->name, "main")) {
		(*named)->path = "main";
		(*named)->is_main = true;
	}
	return in_order();
}
