/* build.c: the phases of a build, in order: load, check, lower, optimise, escape, emit, compile, link. */
#include "compiler/drive/drive.h"
#include "compiler/emit/emit.h"
#include "compiler/report/report.h"
#include <errno.h>
#include <stdlib.h>

/* ---- front ------------------------------------------------------------------------------------------------------------------ */

static void flush_for(const Package *p)
{
	if (diag_pending())
		report_header(p);
	diag_flush(flags_of(p).all_errors);
}

void check_packages(PkgVec *pkgs)
{
	universe_init();
	vec_each(pkgs, i) {
		Package *p = pkgs->v[i];
		PkgFlags f = flags_of(p);
		bool failed = false;
		vec_each(&p->imports, k)
			failed |= LOAD(p->imports.v[k])->failed;
		if (failed) {
			LOAD(p)->failed = true;
			continue;
		}
		if (build.v)
			fprintf(stderr, "%s\n", pkg_title(p));
		if (f.lang)
			p->go_version = f.lang;
		p->complete_flag = f.complete && !LOAD(p)->std && !build.vet;
		p->no_body_ok = !p->complete_flag;
		int before = diag_nerror();
		bool bad = LOAD(p)->held != NULL;
		diag_give(LOAD(p)->held);
		check_package(p, load_import, NULL);
		if (bad || diag_nerror() > before)
			LOAD(p)->failed = true;
		flush_for(p);
	}
	if (diag_nerror()) {
		diag_json_fail();
		exit(1);
	}
}

static void require_main(Package *p)
{
	Obj *o = p->scope ? scope_find(p->scope, sym("main")) : NULL;
	if (o && o->kind == O_FUNC)
		return;
	report_header(p);
	diag_show_line("runtime.main_main·f: function main is undeclared in the main package");
	diag_json_fail();
	exit(1);
}

/* Remarks of -m, package by package. */
static void flush_notes(PkgVec *pkgs)
{
	vec_each(pkgs, i) {
		if (diag_pending() && (flags_of(pkgs->v[i]).m || (diag_nerror() && LOAD(pkgs->v[i])->named))) {
			report_header(pkgs->v[i]);
			break;
		}
	}
	diag_flush(false);
	if (diag_nerror())
		exit(1);
}

/* ---- back -------------------------------------------------------------------------------------------------------------------- */

static void verify(const char *after)
{
	if (!build.verify)
		return;
	vec_each(&prog->all, i)
		if (prog->all.v[i]->blks.n || !prog->all.v[i]->outer)     /* a literal whose making was dropped has no code any more */
			ir_check(prog->all.v[i], after);
}

static void dump_ast(Package *p)
{
	Buf b = { 0 };
	vec_each(&p->files, i)
		ast_dump(&b, p->files.v[i]);
	fwrite(b.s, 1, b.n, stdout);
}

static void dump_ir(Package *p)
{
	vec_each(&prog->units, i) {
		Unit *u = prog->units.v[i];
		for (int k = 0; u->pkg == p && k < u->fns.n; k++) {
			Buf b = { 0 };
			ir_dump(&b, u->fns.v[k]);
			fwrite(b.s, 1, b.n, stdout);
			buf_free(&b);
		}
	}
}

/* C text of all units; with the program unit when there is a program. */
static CUnit *emit_all(bool program, int *n)
{
	VEC(CUnit) v = { 0 };
	emit_whole = build.emit != NULL;
	emit_real_lines = build.emit || build.debug;
	vec_each(&prog->units, i) {
		Unit *unit = prog->units.v[i];
		bug_at("emit", unit->pkg->path, 0);
		emit_columns = build.columns && !LOAD(unit->pkg)->std;
		unit_close(unit);
		for (int k = unit_nshard(unit) - 1; k >= 0; k--) {
			vec_push(&v, (CUnit){ .name = pkg_title(unit->pkg), .no_opt = pkg_flags(unit->pkg).no_opt });
			emit_unit(&vec_last(&v).text, unit, k);
		}
	}
	if (program) {
		vec_push(&v, (CUnit){ .name = "program" });
		emit_program(&vec_last(&v).text);
	}
	if (diag_nerror()) {
		diag_flush(false);
		exit(1);
	}
	*n = v.n;
	return v.v;
}

static const char *output_name(const char *default_out)
{
	if (!build.out)
		return default_out;
	size_t n = strlen(build.out);
	if (dir_exists(build.out) || (n && build.out[n - 1] == '/')) {
		if (!dir_make(build.out))
			die("cannot make directory %s: %s", build.out, strerror(errno));
		return path_join(build.out, path_base(default_out));
	}
	return build.out;
}

const char *build_program(char **args, int nargs, const char *default_out)
{
	Package *named;
	phase("load");
	PkgVec pkgs = load_packages(args, nargs, &named);
	if (build.emit && !strcmp(build.emit, "ast")) {
		dump_ast(named);
		return NULL;
	}
	phase("check");
	check_packages(&pkgs);
	bool program = named->is_main && !build.compile_only;
	if (program)
		require_main(named);
	if (build.check_only)
		return NULL;
	phase("lower");
	lower_program(pkgs.v, pkgs.n);
	if (diag_nerror())
		flush_notes(&pkgs);
	verify("lower");
	phase("opt");
	opt_program();
	verify("opt");
	phase("escape");
	vec_each(&pkgs, i)
		vec_each(&pkgs.v[i]->imports, k)
			if (!LOAD(pkgs.v[i])->std)
				esc_reflect |= !strcmp(pkgs.v[i]->imports.v[k]->path, "reflect") || !strcmp(pkgs.v[i]->imports.v[k]->path, "unsafe");
	esc_program();
	verify("escape");
	if (build.verify)
		esc_check();
	vec_each(&pkgs, i)
		if (!LOAD(pkgs.v[i])->std)
			report_directives(pkgs.v[i]);
	if (diag_nerror())
		flush_notes(&pkgs);
	if (build.report) {
		(void)diag_take();              /* remarks of -m=2 */
		build.report(named);
		if (!build.report_first)
			return NULL;
	}
	if (!build.report)
		report_m();
	flush_notes(&pkgs);
	if (build.emit && !strcmp(build.emit, "ir")) {
		dump_ir(named);
		return NULL;
	}
	int n;
	phase("emit");
	CUnit *u = emit_all(program, &n);
	if (esc_late())
		restart("-d escape.closed=0");
	if (build.emit) {
		emit_c_dir(u, n, build.out ? build.out : str_fmt("%s.c.d", default_out));
		return NULL;
	}
	if (build.id_only) {
		cc_keys(u, n);
		build.id = build_id(u, n);
		return NULL;
	}
	if (build.compile_only)
		return NULL;
	phase("cc");
	cc_compile(u, n);
	if (!program)
		return NULL;
	phase("link");
	const char *out = output_name(default_out);
	link_program(u, n, out);
	return build.n ? NULL : out;
}
