/* emitdir.c: -emit=c: a directory with the C of every unit, the header, the runtime library and a Makefile that needs nothing else of tuco. */
#include "compiler/drive/drive.h"
#include <errno.h>

static void put(const char *dir, const char *name, const char *s, size_t n)
{
	const char *path = path_join(dir, name);
	if (!file_write(path, s, n))
		die("cannot write %s: %s", path, strerror(errno));
}

static void copy(const char *from, const char *dir, const char *name)
{
	size_t n;
	char *s = file_read(from, &n);
	if (!s)
		die("cannot read %s: %s", from, strerror(errno));
	put(dir, name, s, n);
}

/* File name of a unit: its import path with odd characters replaced. */
static const char *unit_file(const CUnit *u)
{
	char *s = str_fmt("%s.c", u->name);
	for (char *p = s; *p; p++)
		if (*p == '/')
			*p = '-';
	return s;
}

void emit_c_dir(CUnit *u, int n, const char *dir)
{
	if (!dir_make(dir) || !dir_make(path_join(dir, "runtime/include")))
		die("cannot make directory %s: %s", dir, strerror(errno));
	static const char *const headers[] = { "runtime/include/tuco.h", "runtime/include/tuco_intrin.h" };
	for (int i = 0; i < ARRAY_LEN(headers); i++)
		copy(path_join(places.root, headers[i]), dir, headers[i]);
	Buf m = { 0 };
	StrVec cmd = cc_command("$<", "$@");
	buf_puts(&m, "# Builds the program from its C, as tuco does.\nCC = gcc\nMUSL = /usr/lib/x86_64-linux-musl\nCFLAGS =");
	for (int i = 1; i + 1 < cmd.n; i++)
		if (strncmp(cmd.v[i], "-I", 2) && strcmp(cmd.v[i], "-c") && strcmp(cmd.v[i], "-o") && strcmp(cmd.v[i], "$@"))
			buf_fmt(&m, " %s", cmd.v[i]);
	buf_puts(&m, " -I.\nOBJ =");
	for (int i = 0; i < n; i++) {
		const char *name = unit_file(&u[i]);
		put(dir, name, u[i].text.s ? u[i].text.s : "", u[i].text.n);
		buf_fmt(&m, " \\\n\t%.*so", (int)strlen(name) - 1, name);
	}
	const char *lib = str_fmt("libtuco-%s.a", build.gc), *full = path_join(places.lib, lib);
	if (file_exists(full))
		copy(full, dir, lib);
	buf_fmt(&m, "\n\nprogram: $(OBJ) %s\n", lib);
	if (!strcmp(build.gc, "boehm"))
		buf_fmt(&m, "\t$(CC) -static -no-pie -Wl,--gc-sections -Wl,-z,start-stop-gc -o $@ $(OBJ) %s -lgc -lpthread\n", lib);
	else
		buf_fmt(&m, "\tld -static -nostdlib --gc-sections -z start-stop-gc -z noexecstack -o $@ $(MUSL)/crt1.o $(MUSL)/crti.o $(OBJ) \\\n\t\t--start-group %s $(MUSL)/libc.a "
			"$(shell $(CC) -print-libgcc-file-name) --end-group $(MUSL)/crtn.o\n", lib);
	for (int i = 0; i < n; i++)
		if (u[i].no_opt)
			buf_fmt(&m, "%.*so: CFLAGS += -O0\n", (int)strlen(unit_file(&u[i])) - 1, unit_file(&u[i]));
	buf_puts(&m, "\n%.o: %.c\n\t$(CC) $(CFLAGS) -c -o $@ $<\n\nclean:\n\trm -f $(OBJ) program\n");
	put(dir, "Makefile", m.s, m.n);
	buf_free(&m);
}
