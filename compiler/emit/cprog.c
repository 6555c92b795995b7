/* cprog.c: the program unit: tu_program, the table through which the runtime finds everything else. */
#include "compiler/emit/em.h"

bool emit_is_main(const Unit *u)
{
	return prog->main_fn && u->pkg && u->pkg == prog->main;
}

void emit_program(Buf *out)
{
	buf_puts(out, "/* The program: C printed by tuco. */\n#include \"runtime/include/tuco.h\"\n\n");
	vec_each(&prog->units, i) {
		Unit *u = prog->units.v[i];
		buf_fmt(out, "extern const TuRoot %s$roots[];\n", mangle(u->pkg->path));
		if (u->init)
			buf_fmt(out, "void %s(void);\n", u->init->cname);
	}
	if (prog->main_fn)
		buf_fmt(out, "void %s(void);\n", prog->main_fn->cname);
	put_live_methods(out);
	buf_puts(out, "\nstatic const TuRoot *const roots[] = {\n");
	vec_each(&prog->units, i)
		buf_fmt(out, "\t%s$roots,\n", mangle(prog->units.v[i]->pkg->path));
	buf_puts(out, "\t0\n};\nstatic void none(void) {}\nstatic void (*const inits[])(void) = {\n");
	vec_each(&prog->units, i) {
		Unit *u = prog->units.v[i];
		if (u->init)
			buf_fmt(out, "\t%s,\n", u->init->cname);
		else
			buf_puts(out, "\tnone,\n");
	}
	buf_puts(out, "\t0\n};\nextern const TuType *const __start_tu_typelinks[] TU_WEAK, *const __stop_tu_typelinks[] TU_WEAK;\n");
	buf_fmt(out, "const TuProgram tu_program = {\n\t.abi = TU_ABI_VERSION, .nunit = %d, .roots = roots, .init = inits, .main = %s,\n\t.main_path = ", prog->units.n,
		prog->main_fn ? prog->main_fn->cname : "0");
	const char *path = prog->main && prog->main->import_path ? prog->main->import_path : "command-line-arguments";
	put_cstring(out, path, strlen(path));
	buf_puts(out, ", .build_info = \"\", .typelinks = __start_tu_typelinks, .typelinks_end = __stop_tu_typelinks,\n");
	buf_fmt(out, "\t.memprof = %d,\n};\n", prog->memprof);
}
