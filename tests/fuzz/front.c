/* front.c: one file through a part of the compiler, for a fuzzer: front lex|parse|check|all FILE.
 *
 * lex: all tokens. parse: the syntax tree. check: parsed and type-checked, imports cannot be found. all: the same, then lowered, optimised, analysed and
 * emitted as C when there was no error, with the verifiers between. Status 0 and 1 are fine; every other end (an internal error, a sanitizer, a signal, more memory
 * than a small source may use) aborts, which a fuzzer takes for a crash. Built by tests/fuzz/run.sh. */
#define _GNU_SOURCE
#include "compiler/emit/emit.h"
#include "compiler/escape/escape.h"
#include "compiler/opt/opt.h"
#include "compiler/syntax/parse.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __AFL_HAVE_MANUAL_CONTROL
#define START_FORKING() __AFL_INIT()
#else
#define START_FORKING() ((void)0)
#endif

enum { LEX, PARSE, CHECK, ALL, NMODE };
static const char *const names[NMODE] = { "lex", "parse", "check", "all" };
static int mode = NMODE;

OptFlags pkg_flags(const Package *p) { return (OptFlags){ 0 }; }        /* the driver's part */

static void at_exit(int status, void *arg)
{
	struct rusage ru;
	getrusage(RUSAGE_SELF, &ru);
	if (status != 0 && status != 1)
		abort();
	if (ru.ru_maxrss > 1 << 20) {
		fprintf(stderr, "peak of %ld KB\n", ru.ru_maxrss);
		abort();
	}
}

static Package *no_import(Package *from, Node *spec, const char *path, void *arg)
{
	if (!strcmp(path, "unsafe"))
		return pkg_unsafe;
	diag_at(spec->pos, "package %s is not in std", path);
	return NULL;
}

static void finish(void)
{
	int bad = diag_nerror() > 0;
	diag_flush(true);
	exit(bad);
}

static void front(SrcFile *src)
{
	if (mode == LEX) {
		static Lexer lx;
		lex_init(&lx, src);
		do
			lex_next(&lx);
		while (lx.tok != T_EOF);
		finish();
	}
	FileNode *f = parse_file(src);
	if (mode == PARSE || !f || diag_nsyntax())
		finish();
	Package *p = NEW(Package);
	p->path = p->import_path = p->name = "main";
	p->dir = "/";
	p->is_main = p->no_body_ok = true;
	p->go_version = "go1.27";
	f->pkg = src->pkg = p;
	vec_push(&p->files, f);
	pragma_attach(p->files.v, 1, true);
	check_package(p, no_import, NULL);
	if (mode == CHECK || diag_nerror())
		finish();
	lower_program(&p, 1);
	if (diag_nerror())
		finish();
	vec_each(&prog->units, i)
		vec_each(&prog->units.v[i]->fns, k)
			ir_check(prog->units.v[i]->fns.v[k], "lower");
	opt_program();
	esc_program();
	esc_check();
	vec_each(&prog->units, i) {
		Buf b = { 0 };
		unit_close(prog->units.v[i]);
		emit_unit(&b, prog->units.v[i], 0);
		buf_free(&b);
	}
	finish();
}

static void *run(void *path)
{
	size_t n;
	char *text = file_read(path, &n);
	if (!text)
		die("cannot read %s", (char *)path);
	front(src_add("x.go", "/x.go", text, (uint32_t)n));
	return NULL;
}

int main(int argc, char **argv)
{
	for (int i = 0; argc == 3 && i < NMODE; i++)
		if (!strcmp(argv[1], names[i]))
			mode = i;
	if (mode == NMODE) {
		fprintf(stderr, "usage: front lex|parse|check|all FILE\n");
		return 2;
	}
	on_exit(at_exit, NULL);
	universe_init();
	START_FORKING();
	size_t nbyte = (size_t)1 << 30;
	void *stack = mmap(NULL, nbyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
	pthread_attr_t at;
	pthread_t t;
	pthread_attr_init(&at);
	if (stack == MAP_FAILED || pthread_attr_setstack(&at, stack, nbyte) || pthread_create(&t, &at, run, argv[2]))
		abort();
	pthread_join(t, NULL);
	return 0;
}
