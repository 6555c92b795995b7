/* link.c: objects and libtuco to an executable.
 *
 * Programs are static and link against musl by calling ld directly: the gcc driver would cost another 20 ms. -gc=boehm needs
 * glibc's libgc and goes through gcc. The symbol table is read after linking and a compact one is appended (symtab.c). */
#include "compiler/drive/drive.h"
#include <errno.h>
#include <unistd.h>

static const char *musl_dir(void)
{
	static const char *const dirs[] = { "/usr/lib/x86_64-linux-musl", "/usr/lib/musl/lib", "/usr/local/musl/lib", "/usr/x86_64-linux-musl/lib" };
	for (int i = 0; i < ARRAY_LEN(dirs); i++)
		if (file_exists(path_join(dirs[i], "crt1.o")))
			return dirs[i];
	die("musl is not installed: no crt1.o in %s (install musl-dev)", dirs[0]);
}

static char *libgcc(void)
{
	Buf b = { 0 };
	char *argv[] = { (char *)build.cc, "-print-libgcc-file-name", NULL };
	if (proc_run(argv, &b) || !b.n)
		return NULL;
	b.s[strcspn(b.s, "\r\n")] = 0;
	return str_dup(b.s, strlen(b.s));
}

static void push_objects(StrVec *v, CUnit *u, int n)
{
	for (int i = 0; i < n; i++)
		vec_push(v, (char *)(u[i].object ? u[i].object : u[i].name));
}

/* Names the program by what went into it: its units, and the runtime. Profiles carry it. */
const char *build_id(CUnit *u, int n)
{
	Hasher h;
	char hex[33];
	size_t size;
	hash_init(&h);
	for (int i = 0; i < n; i++)
		hash_add(&h, u[i].key, strlen(u[i].key));
	const char *lib = file_read(runtime_lib(), &size);
	if (lib)
		hash_add(&h, lib, size);
	hash_hex(hash_done(&h), hex);
	return str_dup(hex, strlen(hex));
}

static StrVec musl_command(CUnit *u, int n, const char *out)
{
	StrVec v = { 0 };
	const char *dir = musl_dir(), *ld = find_program("ld");
	if (!ld)
		die("the linker ld was not found: install binutils");
	const char *head[] = { ld, "-static", "-nostdlib", "--gc-sections", "-z", "start-stop-gc", str_fmt("--build-id=0x%s", build_id(u, n)), "-z", "noexecstack", "-z", "norelro", "-o", out };
	for (int i = 0; i < ARRAY_LEN(head); i++)
		vec_push(&v, (char *)head[i]);
	vec_push(&v, path_join(dir, "crt1.o"));
	vec_push(&v, path_join(dir, "crti.o"));
	push_objects(&v, u, n);
	vec_push(&v, "--start-group");
	vec_push(&v, (char *)runtime_lib());
	vec_push(&v, path_join(dir, "libc.a"));
	char *gcc = libgcc();
	if (gcc)
		vec_push(&v, gcc);
	vec_push(&v, "--end-group");
	vec_push(&v, path_join(dir, "crtn.o"));
	vec_push(&v, NULL);
	return v;
}

static StrVec glibc_command(CUnit *u, int n, const char *out)
{
	StrVec v = { 0 };
	const char *head[] = { build.cc, "-static", "-no-pie", "-Wl,--gc-sections", "-Wl,-z,start-stop-gc", str_fmt("-Wl,--build-id=0x%s", build_id(u, n)), "-Wl,-z,noexecstack", "-o", out };
	for (int i = 0; i < ARRAY_LEN(head); i++)
		vec_push(&v, (char *)head[i]);
	push_objects(&v, u, n);
	vec_push(&v, (char *)runtime_lib());
	vec_push(&v, "-lgc");
	vec_push(&v, "-lpthread");
	vec_push(&v, NULL);
	return v;
}

void link_program(CUnit *u, int n, const char *out)
{
	const char *raw = str_fmt("%s/a.out", temp_dir());
	StrVec cmd = !strcmp(build.gc, "boehm") ? glibc_command(u, n, raw) : musl_command(u, n, raw);
	show_command(cmd.v);
	if (build.n)
		return;
	Buf text = { 0 };
	int status = proc_run(cmd.v, &text);
	if (status) {
		int lines = 0;
		size_t k = 0;
		while (text.s && text.s[k] && lines < 20)
			lines += text.s[k++] == '\n';
		die("the linker failed with status %d\n%.*s", status, (int)k, text.s ? text.s : "");
	}
	buf_free(&text);
	phase("symtab");
	add_symtab(raw, out);
	(void)unlink(raw);      /* the temporary directory goes anyway */
}
