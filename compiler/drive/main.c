/* main.c: the tuco command.
 *
 * Everything runs on a thread with a gigabyte of address space for its stack, so that recursion over deeply nested sources ends
 * in a message and not in a crash. */
#define _GNU_SOURCE
#include "compiler/drive/drive.h"
#include "compiler/drive/gcbench.h"
#include "compiler/escape/escape.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

static int cmd_build(int argc, char **argv), cmd_run(int argc, char **argv), cmd_env(int argc, char **argv), cmd_version(int argc, char **argv),
	cmd_clean(int argc, char **argv), cmd_tool(int argc, char **argv), cmd_help(int argc, char **argv);

static const struct { const char *name, *args, *line, *help; int (*run)(int argc, char **argv); } cmds[] = {
#define CMD(id, name, args, line, help) { name, args, line, help, cmd_##id },
#include "compiler/drive/cmds.def"
#undef CMD
};

/* Index after the flags; settings that depend on them are made. */
int cmd_begin(int argc, char **argv, const char *command)
{
	parse_env_flags();
	int i = parse_flags(argc, argv, 1, command);
	if (build.chdir && chdir(build.chdir) < 0)
		die("chdir %s: %s", build.chdir, strerror(errno));
	static const char *const gcs[] = { "concurrent", "stw", "boehm", "none" }, *const emits[] = { "c", "ast", "ir" };
	bool ok = !build.gc;
	for (int k = 0; k < ARRAY_LEN(gcs); k++)
		ok |= build.gc && !strcmp(build.gc, gcs[k]);
	if (!ok)
		usage_error(command, "invalid value \"%s\" for -gc: must be concurrent, stw, boehm or none", build.gc);
	ok = !build.emit;
	for (int k = 0; k < ARRAY_LEN(emits); k++)
		ok |= build.emit && !strcmp(build.emit, emits[k]);
	if (!ok)
		usage_error(command, "invalid value \"%s\" for -emit: must be c, ast or ir", build.emit);
	if (build.escape && strcmp(build.escape, "go") && strcmp(build.escape, "full"))
		usage_error(command, "invalid value \"%s\" for -escape: must be go or full", build.escape);
	if (build.race && build.gc && strcmp(build.gc, "concurrent"))
		usage_error(command, "-race with -gc=%s is not supported yet", build.gc);
	if (build.race && build.emit && !strcmp(build.emit, "c"))
		usage_error(command, "-race with -emit=c is not supported yet");
	race_build = build.race;
	/* with -race nothing that goroutines share is in a frame: the detector leaves frames out */
	if (build.race || (build.escape && !strcmp(build.escape, "go")))
		esc_go_mode();
	if (!build.gc)
		build.gc = "concurrent";
	if (!build.cc)
		build.cc = getenv("TUCOCC") && *getenv("TUCOCC") ? getenv("TUCOCC") : "gcc";
	if (!build.njob)
		build.njob = (int)MAX(1, sysconf(_SC_NPROCESSORS_ONLN));
	struct stat out, null;
	build.compile_only = build.out && (!strcmp(build.out, "/dev/null") ||
		(!stat(build.out, &out) && !stat("/dev/null", &null) && S_ISCHR(out.st_mode) && S_ISCHR(null.st_mode) && out.st_rdev == null.st_rdev));
	if (!diag_style(build.color, build.diag))
		usage_error(command, "-color must be auto, always or never; -diag must be full or plain");
	return i;
}

/* Name of the executable: the first file's without .go, or the directory's. */
static const char *default_name(char **args, int n)
{
	const char *a = n ? args[0] : ".";
	size_t len = strlen(a);
	if (len > 3 && !strcmp(a + len - 3, ".go")) {
		const char *base = path_base(a);
		return str_dup(base, strlen(base) - 3);
	}
	const char *base = path_base(path_abs(a));
	return *base ? base : "main";
}

static void finish(void)
{
	if (build.work)
		fprintf(stderr, "WORK=%s\n", temp_dir());
	temp_keep(build.work);
	if (build.timings)
		timings_print();
}

static int cmd_build(int argc, char **argv)
{
	int i = cmd_begin(argc, argv, "build");
	if (build.memprofile || build.memprofilerate || build.cpuprofile || build.blockprofile || build.mutexprofile || build.leakcheck)
		usage_error("build", "profiles and -leakcheck are flags of run; a built program takes them from TUCOPROFILE and TUCOLEAKCHECK");
	(void)build_program(argv + i, argc - i, default_name(argv + i, argc - i));
	finish();
	return 0;
}

/* Runs the program as our child: the temporary directory it lives in has to be removed afterwards. */
int run_child(const char *exe, char **args, int n)
{
	char **argv = arena_array(&build_arena, char *, n + 2);
	argv[0] = (char *)exe;
	for (int i = 0; i < n; i++)
		argv[i + 1] = args[i];
	show_command(argv);
	signal(SIGINT, SIG_IGN);        /* meant for the program; we end when it ends */
	signal(SIGQUIT, SIG_IGN);
	posix_spawnattr_t at;
	sigset_t dfl;
	sigemptyset(&dfl);
	sigaddset(&dfl, SIGINT);
	sigaddset(&dfl, SIGQUIT);
	posix_spawnattr_init(&at);
	posix_spawnattr_setsigdefault(&at, &dfl);
	posix_spawnattr_setflags(&at, POSIX_SPAWN_SETSIGDEF);
	pid_t pid;
	int e = posix_spawn(&pid, exe, NULL, &at, argv, environ);
	if (e)
		die("cannot run %s: %s", exe, strerror(e));
	int w = 0;
	while (waitpid(pid, &w, 0) < 0 && errno == EINTR)
		;
	if (WIFSIGNALED(w)) {
		char *name = str_fmt("%s", strsignal(WTERMSIG(w)));
		*name |= 0x20;          /* Go's names are in lower case */
		fprintf(stderr, "signal: %s%s\n", name, WCOREDUMP(w) ? " (core dumped)" : "");
		return 128 + WTERMSIG(w);
	}
	return WEXITSTATUS(w);
}

static void add_profile(Buf *b, const char *kind, const char *file)
{
	if (!file)
		return;
	if (strchr(file, ',') || !*file)
		usage_error("run", "\"%s\" cannot be the name of a profile", file);
	buf_fmt(b, "%s%s:%s", b->n ? "," : "", kind, file);
}

/* The child learns from the environment what to write when it exits. */
static void set_profiles(void)
{
	Buf b = { 0 };
	add_profile(&b, "heap", build.memprofile);
	add_profile(&b, "cpu", build.cpuprofile);
	add_profile(&b, "block", build.blockprofile);
	add_profile(&b, "mutex", build.mutexprofile);
	if (b.n)
		setenv("TUCOPROFILE", str_dup(b.s, b.n), 1);
	if (build.leakcheck)
		setenv("TUCOLEAKCHECK", "1", 1);
	if (build.memprofilerate) {
		const char *s = build.memprofilerate, *old = getenv("GODEBUG");
		if (!*s || s[strspn(s, "0123456789")])
			usage_error("run", "invalid value \"%s\" for -memprofilerate: want a number of bytes", s);
		setenv("GODEBUG", str_fmt("%s%smemprofilerate=%s", old ? old : "", old && *old ? "," : "", s), 1);
	}
}

static int cmd_run(int argc, char **argv)
{
	int i = cmd_begin(argc, argv, "run"), n = 0;
	while (i + n < argc && strlen(argv[i + n]) > 3 && !strcmp(argv[i + n] + strlen(argv[i + n]) - 3, ".go") && !dir_exists(argv[i + n]))
		n++;
	if (!n && i < argc)
		n = 1;
	const char *exe = build_program(argv + i, n, path_join(temp_dir(), default_name(argv + i, n)));
	bool linked = exe != NULL;
	finish();
	if (!linked && (build.n || build.emit || build.compile_only))
		return 0;
	if (!linked)
		die("package is not a main package");
	set_profiles();
	return run_child(exe, argv + i + n, argc - i - n);
}

static int cmd_env(int argc, char **argv)
{
	(void)cmd_begin(1, argv, "env");
	const char *go = find_goroot();
	const struct { const char *name, *value; } vars[] = {
		{ "TUCOROOT", places.root }, { "TUCOSTDLIB", places.stdlib }, { "TUCOLIB", places.lib }, { "TUCOCACHE", *places.cache ? places.cache : "off" },
		{ "TUCOPATH", getenv("TUCOPATH") }, { "TUCOFLAGS", getenv("TUCOFLAGS") }, { "TUCOCC", build.cc }, { "TUCO_GOROOT", go },
		{ "TUCOVERSION", TUCO_VERSION }, { "GOOS", "linux" }, { "GOARCH", "amd64" },
	};
	int missing = 0;
	for (int i = 1; i < argc; i++) {
		bool found = false;
		for (int k = 0; k < ARRAY_LEN(vars); k++)
			if (!strcmp(argv[i], vars[k].name)) {
				printf("%s\n", vars[k].value ? vars[k].value : "");
				found = true;
			}
		if (!found)
			missing = 1;
	}
	for (int k = 0; argc < 2 && k < ARRAY_LEN(vars); k++)
		printf("%s='%s'\n", vars[k].name, vars[k].value ? vars[k].value : "");
	return missing;
}

static int cmd_version(int argc, char **argv)
{
	printf("tuco version %s (go1.%d) linux/amd64\n", TUCO_VERSION, GO_MINOR);
	return 0;
}

static int cmd_clean(int argc, char **argv)
{
	(void)cmd_begin(1, argv, "clean");
	if (!*places.cache || !dir_exists(places.cache))
		return 0;
	StrVec sub = dir_list(places.cache);
	for (int i = 0; i < sub.n; i++) {
		if (strlen(sub.v[i]) != 2)
			continue;       /* not ours */
		const char *dir = path_join(places.cache, sub.v[i]);
		StrVec files = dir_list(dir);
		for (int k = 0; k < files.n; k++)
			if (strstr(files.v[k], ".o") && unlink(path_join(dir, files.v[k])) < 0)
				die("cannot remove %s/%s: %s", dir, files.v[k], strerror(errno));
		(void)rmdir(dir);       /* stays when somebody else's files are in it */
	}
	return 0;
}

static int cmd_tool(int argc, char **argv)
{
	if (argc < 2 || strcmp(argv[1], "parse"))
		usage_error("tool", "unknown tool %s", argc < 2 ? "\"\"" : argv[1]);
	for (int i = 2; i < argc; i++) {
		size_t n;
		char *text = file_read(argv[i], &n);
		if (!text)
			die("cannot read %s: %s", argv[i], strerror(errno));
		(void)parse_file(src_add(argv[i], path_abs(argv[i]), text, (uint32_t)n));
		diag_flush(true);
	}
	return diag_nerror() ? 1 : 0;
}

static void print_commands(FILE *f)
{
	fprintf(f, "tuco compiles Go programs by way of C.\n\nusage: tuco COMMAND [arguments]\n\n");
	for (int i = 0; i < ARRAY_LEN(cmds); i++)
		fprintf(f, "  %-8s %s\n", cmds[i].name, cmds[i].line);
	fprintf(f, "\nMore about one of them: tuco help COMMAND.  TUCOFLAGS holds default flags.\n");
}

static int cmd_help(int argc, char **argv)
{
	if (argc < 2) {
		print_commands(stdout);
		return 0;
	}
	for (int i = 0; i < ARRAY_LEN(cmds); i++) {
		if (strcmp(argv[1], cmds[i].name))
			continue;
		printf("usage: tuco %s %s\n\n%s", cmds[i].name, cmds[i].args, cmds[i].help);
		if (cmds[i].run == cmd_vet)
			vet_print_flags(stdout);
		if (cmds[i].run == cmd_build || cmds[i].run == cmd_run) {
			printf("\nFlags:\n");
			print_flags(stdout);
		}
		return 0;
	}
	usage_error("", "tuco help %s: unknown command", argv[1]);
}

typedef struct { int argc; char **argv; int status; } Args;

static char **whole_argv;

void restart(const char *flags)
{
	const char *have = getenv("TUCOFLAGS");
	setenv("TUCOFLAGS", have && *have ? str_fmt("%s %s", have, flags) : flags, 1);
	fflush(NULL);
	execv("/proc/self/exe", whole_argv);
	die("cannot start again: %s", strerror(errno));
}

static void *run_command(void *p)
{
	Args *a = p;
	a->status = 2;
	for (int i = 0; i < ARRAY_LEN(cmds); i++) {
		if (strcmp(a->argv[1], cmds[i].name))
			continue;
		a->status = cmds[i].run(a->argc - 1, a->argv + 1);
		fflush(stdout);
		exit(a->status);
	}
	usage_error("", "tuco %s: unknown command", a->argv[1]);
}

int main(int argc, char **argv)
{
	whole_argv = argv;
	if (argc < 2) {
		print_commands(stderr);
		return 2;
	}
	if (!strcmp(argv[1], "-h") || !strcmp(argv[1], "--help") || !strcmp(argv[1], "-help"))
		argv[1] = "help";
	if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "-version"))
		argv[1] = "version";
	signal(SIGPIPE, SIG_DFL);
	places_init(argv[0]);
	Args a = { argc, argv, 2 };
	size_t nbyte = (size_t)1 << 30;
	void *stack = mmap(NULL, nbyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
	if (stack == MAP_FAILED)        /* address space is limited: enough for the nesting the parser allows, and room for the rest */
		stack = mmap(NULL, nbyte = (size_t)128 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
	pthread_attr_t at;
	pthread_t t;
	pthread_attr_init(&at);
	if (stack == MAP_FAILED || pthread_attr_setstack(&at, stack, nbyte) || pthread_create(&t, &at, run_command, &a)) {
		run_command(&a);        /* no room: the ordinary stack will do for ordinary programs */
		return a.status;
	}
	pthread_join(t, NULL);
	return a.status;
}
