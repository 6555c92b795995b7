/* trun.c: runs the tests below tests/ and examples/, several at a time, each with a time limit and a directory of its own.
 *
 *   prog/X.go        "// run [arguments]": built, run; stdout and stderr together must equal X.out (or the "// want:" lines of the
 *                    source, in order). "// exit N": status (default 0). With a status other than 0 the output is compared up to
 *                    the first "goroutine N [" line. Without a first comment "// run" the file is skipped.
 *   prog/X/          the same for a directory with main.go; expected output in X/want.txt
 *   err/X.go         "// errorcheck [flags]": built with -e -o /dev/null; each // ERROR "regexp" must match a message for its line, and
 *                    there must be no others. "// GC_ERROR" is the same word.
 *   esc/X.go         the same with -m
 *   cli/X.sh         (not lib.sh) run with sh; TUCO names the compiler, the current directory is empty; status 0 passes
 *   unit binaries    -unit FILE: a Criterion program
 *
 * trun -tuco FILE [-kind K,..] [-j N] [-timeout S] [-promote] [-v] [-unit FILE]... DIRECTORY|FILE...
 * The last line is "N passed, N failed"; exit status 1 when something failed. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <regex.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef enum { PROG, ERR, ESC, CLI, UNIT, NKIND } Kind;
static const char *const kind_name[NKIND] = { "prog", "err", "esc", "cli", "unit" };

typedef struct { Kind kind; char *path; } Test;
static Test *tests;
static int ntest;
static const char *tuco = "build/tuco";
static bool promote, verbose, kinds[NKIND] = { true, true, true, true, true };
static int njob, limit_s = 60;

static char *fmt(const char *f, ...) __attribute__((format(printf, 1, 2)));
static char *fmt(const char *f, ...)
{
	char *s;
	va_list ap;
	va_start(ap, f);
	if (vasprintf(&s, f, ap) < 0)
		abort();
	va_end(ap);
	return s;
}

static char *read_file(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	char *s = NULL;
	size_t len = 0, cap = 0, got;
	do {
		if (len + 4096 > cap)
			s = realloc(s, cap = cap * 2 + 8192);
		got = fread(s + len, 1, 4095, f);
		len += got;
	} while (got);
	fclose(f);
	s[len] = 0;
	if (n)
		*n = len;
	return s;
}

/* ---- one test, in its own process: prints what is wrong to stdout, exits 0 or 1 ---------------------------------------------- */

static char *tmp;

/* Runs argv with a time limit; stdout and stderr go to *out. */
static int run(char **argv, const char *dir, char **out)
{
	char *file = fmt("%s/out", tmp);
	pid_t pid = fork();
	if (!pid) {
		int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0666), null = open("/dev/null", O_RDONLY);
		if (fd < 0 || (dir && chdir(dir) < 0))
			_exit(126);
		dup2(null, 0);
		dup2(fd, 1);
		dup2(fd, 2);
		setpgid(0, 0);
		execvp(argv[0], argv);
		_exit(127);
	}
	int w = 0;
	bool late = false;
	struct timespec nap = { 0, 1000000 };
	for (double waited = 0;; waited += (double)nap.tv_nsec / 1e9) {
		pid_t got = waitpid(pid, &w, WNOHANG);
		if (got == pid)
			break;
		if (waited > limit_s) {
			late = true;
			kill(-pid, SIGKILL);
			waitpid(pid, &w, 0);
			break;
		}
		nanosleep(&nap, NULL);
		if (nap.tv_nsec < 20000000)
			nap.tv_nsec += nap.tv_nsec / 4;
	}
	*out = read_file(file, NULL);
	if (!*out)
		*out = strdup("");
	if (late)
		printf("no end after %d s\n", limit_s);
	return late ? 124 : WIFSIGNALED(w) ? 128 + WTERMSIG(w) : WEXITSTATUS(w);
}

/* The rest of the first "// WORD" comment line, or NULL. */
static char *directive(const char *src, const char *word)
{
	size_t n = strlen(word);
	for (const char *p = src; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL)
		if (!strncmp(p, "// ", 3) && !strncmp(p + 3, word, n) && strchr(" :\n\r", p[3 + n])) {
			const char *s = p + 3 + n;
			s += *s == ':';
			s += *s == ' ';
			return strndup(s, strcspn(s, "\r\n"));
		}
	return NULL;
}

static int split(char *s, char **v, int max)
{
	int n = 0;
	for (char *t = strtok(s, " \t"); t && n < max; t = strtok(NULL, " \t"))
		v[n++] = t;
	return n;
}

/* Expected output: PATH with .out, want.txt in a directory, or the "// want: " lines. */
static char *expected(const char *path, const char *src, char **file)
{
	struct stat st;
	*file = !stat(path, &st) && S_ISDIR(st.st_mode) ? fmt("%s/want.txt", path) : fmt("%.*s.out", (int)strlen(path) - 3, path);
	char *s = read_file(*file, NULL);
	if (s)
		return s;
	s = strdup("");
	for (const char *p = src; (p = strstr(p, "// want: ")); p++) {
		const char *e = p + 9;
		char *more = fmt("%s%.*s\n", s, (int)strcspn(e, "\n"), e);
		free(s);
		s = more;
	}
	return s;
}

static void show_difference(const char *got, const char *want)
{
	int line = 1;
	const char *g = got, *w = want;
	while (*g && *w) {
		size_t ng = strcspn(g, "\n"), nw = strcspn(w, "\n");
		if (ng != nw || strncmp(g, w, ng))
			break;
		g += ng + (g[ng] != 0);
		w += nw + (w[nw] != 0);
		line++;
	}
	printf("output line %d:\n  got  %.*s\n  want %.*s\n", line, (int)strcspn(g, "\n"), g, (int)strcspn(w, "\n"), w);
}

static int run_prog(const char *path)
{
	struct stat st;
	bool dir = !stat(path, &st) && S_ISDIR(st.st_mode);
	char *src = read_file(dir ? fmt("%s/main.go", path) : path, NULL), *out, *file;
	char *args = directive(src, "run"), *exit_ = directive(src, "exit"), *flags = directive(src, "flags");
	char *argv[64] = { (char *)tuco, "build", "-o", fmt("%s/a.exe", tmp) };
	int n = 4;
	if (flags)
		n += split(flags, argv + n, 32);
	argv[n++] = (char *)path;
	argv[n] = NULL;
	int status = run(argv, NULL, &out);
	if (status) {
		printf("build failed with status %d\n%.2000s", status, out);
		return 1;
	}
	char *pargv[64] = { argv[3] };
	n = 1 + (args ? split(args, pargv + 1, 60) : 0);
	pargv[n] = NULL;
	status = run(pargv, dir ? path : NULL, &out);
	int want_status = exit_ ? atoi(exit_) : 0;
	char *cut = want_status ? strstr(out, "\ngoroutine ") : NULL;
	if (cut)
		cut[cut > out && cut[-1] == '\n' ? 0 : 1] = 0;
	char *want = expected(path, src, &file);
	char *wcut = want_status ? strstr(want, "\ngoroutine ") : NULL;
	if (wcut)
		wcut[wcut > want && wcut[-1] == '\n' ? 0 : 1] = 0;
	for (char *p = want_status ? out + strlen(out) : out; p > out && p[-1] == '\n'; *--p = 0)
		;               /* how many blank lines stand before the tracebacks is theirs */
	for (char *p = want_status ? want + strlen(want) : want; p > want && p[-1] == '\n'; *--p = 0)
		;
	if (status != want_status) {
		printf("exit status %d, want %d\n%.2000s\n", status, want_status, out);
		return 1;
	}
	if (!strcmp(out, want))
		return 0;
	if (promote) {
		FILE *f = fopen(file, "w");
		if (f && fputs(out, f) >= 0 && !fclose(f)) {
			printf("promoted %s\n", file);
			return 0;
		}
	}
	show_difference(out, want);
	return 1;
}

/* Go's regular expressions as POSIX extended ones: what tests use of them. */
static char *to_posix(const char *re, int len)
{
	char *s = malloc((size_t)len * 6 + 1), *w = s;
	for (int i = 0; i < len; i++) {
		if (re[i] == '\\' && i + 1 < len) {
			const char *set = re[i + 1] == 'd' ? "[0-9]" : re[i + 1] == 'w' ? "[0-9A-Za-z_]" : re[i + 1] == 's' ? "[ \t\n]" : NULL;
			i++;
			if (set) {
				w = stpcpy(w, set);
			} else if (re[i] == 'n' || re[i] == 't') {
				*w++ = re[i] == 'n' ? '\n' : '\t';
			} else {
				*w++ = '\\';
				*w++ = re[i];
			}
		} else if (re[i] == '(' && i + 2 < len && re[i + 1] == '?' && re[i + 2] == ':') {
			*w++ = '(';
			i += 2;
		} else if ((re[i] == '*' || re[i] == '+') && i + 1 < len && re[i + 1] == '?') {
			*w++ = re[i++];
		} else if (re[i] == '{' && !(i + 1 < len && re[i + 1] >= '0' && re[i + 1] <= '9')) {
			*w++ = '\\';
			*w++ = re[i];
		} else {
			*w++ = re[i];
		}
	}
	*w = 0;
	return s;
}

typedef struct { int line; char *text; bool used; } Msg;

/* "path:line[:col]: text"; lines that begin with a tab continue the one before. */
static int parse_messages(char *out, const char *base, Msg *m, int max)
{
	int n = 0;
	for (char *p = out; *p;) {
		char *end = p + strcspn(p, "\n"), *next = *end ? end + 1 : end;
		*end = 0;
		if (*p == '\t' && n) {
			m[n - 1].text = fmt("%s\n%s", m[n - 1].text, p);
		} else if (*p && *p != '#' && n < max) {
			char *name = strstr(p, base);
			char *colon = name ? name + strlen(base) : NULL;
			if (colon && *colon == ':') {
				char *s;
				long line = strtol(colon + 1, &s, 10);
				if (*s == ':' && s[1] >= '0' && s[1] <= '9')
					(void)strtol(s + 1, &s, 10);
				s += *s == ':';
				s += *s == ' ';
				m[n++] = (Msg){ (int)line, s, false };
			} else if (!strstr(p, "too many errors")) {
				m[n++] = (Msg){ 0, p, false };
			}
		}
		p = next;
	}
	return n;
}

static bool match(const char *re, int len, const char *text, const char *base, int line)
{
	char *full = strndup(re, (size_t)len), *at;
	while ((at = strstr(full, "LINE"))) {
		char *e = at + 4;
		long delta = *e == '+' || *e == '-' ? strtol(e, &e, 10) : 0;
		char *f = fmt("%.*s%s:%ld%s", (int)(at - full), full, base, line + delta, e);
		free(full);
		full = f;
	}
	regex_t rx;
	char *posix = to_posix(full, (int)strlen(full));
	if (regcomp(&rx, posix, REG_EXTENDED | REG_NOSUB)) {
		printf("line %d: the regular expression %s cannot be compiled\n", line, posix);
		return false;
	}
	bool ok = !regexec(&rx, text, 0, NULL, 0);
	regfree(&rx);
	return ok;
}

static int run_errorcheck(const char *path, bool esc)
{
	char *src = read_file(path, NULL), *out;
	const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	char *flags = directive(src, "errorcheck");
	char *argv[64] = { (char *)tuco, "build", "-e", "-o", "/dev/null" };
	int n = 5, bad = 0;
	bool want_errors = !esc;
	if (esc)
		argv[n++] = "-m";
	if (flags) {
		char *v[32];
		int k = split(flags, v, 32);
		for (int i = 0; i < k; i++) {
			if (!strcmp(v[i], "-0"))
				want_errors = false;
			else
				argv[n++] = v[i];
		}
	}
	argv[n++] = (char *)path;
	argv[n] = NULL;
	int status = run(argv, NULL, &out);
	if (status > 1 || (status != 0) != want_errors) {
		printf("exit status %d, want %d\n%.2000s", status, want_errors, out);
		return 1;
	}
	static Msg m[4096];
	int nm = parse_messages(out, base, m, 4096), line = 1;
	for (const char *p = src; *p; line++) {
		size_t len = strcspn(p, "\n");
		char *text = strndup(p, len), *c = strstr(text, "// ERROR ");
		if (!c && (c = strstr(text, "// GC_ERROR ")))
			c += 3;
		for (char *q = c ? strchr(c, '"') : NULL; q; q = strchr(q, '"')) {
			char *e = strchr(q + 1, '"');
			if (!e)
				break;
			bool found = false;
			for (int i = 0; i < nm; i++)
				if (m[i].line == line && match(q + 1, (int)(e - q - 1), m[i].text, base, line))
					found = m[i].used = true;
			if (!found) {
				printf("line %d: missing error \"%.*s\"\n", line, (int)(e - q - 1), q + 1);
				bad++;
			}
			q = e + 1;
		}
		free(text);
		p += len + (p[len] != 0);
	}
	for (int i = 0; i < nm; i++)
		if (!m[i].used) {
			printf("line %d: unexpected: %s\n", m[i].line, m[i].text);
			bad++;
		}
	return bad != 0;
}

static int run_script(const char *path)
{
	char *out, *dir = fmt("%s/cwd", tmp), *argv[] = { "sh", (char *)path, NULL };
	mkdir(dir, 0777);
	int status = run(argv, dir, &out);
	if (status)
		printf("exit status %d\n%.4000s", status, out);
	return status != 0;
}

static int run_unit(const char *path)
{
	char *out, *argv[] = { (char *)path, NULL };
	int status = run(argv, NULL, &out);
	if (status)
		printf("exit status %d\n%.6000s", status, out);
	return status != 0;
}

static int run_test(const Test *t)
{
	tmp = strdup("/tmp/trun-XXXXXX");
	if (!mkdtemp(tmp)) {
		printf("cannot make %s: %s\n", tmp, strerror(errno));
		return 1;
	}
	int r = t->kind == PROG ? run_prog(t->path) : t->kind == CLI ? run_script(t->path) : t->kind == UNIT ? run_unit(t->path)
										   : run_errorcheck(t->path, t->kind == ESC);
	char *argv[] = { "rm", "-rf", tmp, NULL };
	fflush(stdout);
	pid_t pid = fork();
	if (!pid) {
		execvp("rm", argv);
		_exit(127);
	}
	waitpid(pid, NULL, 0);
	return r;
}

/* ---- finding tests ------------------------------------------------------------------------------------------------------------ */

static void add_test(Kind k, const char *path)
{
	if (!kinds[k])
		return;
	tests = realloc(tests, sizeof *tests * (size_t)(ntest + 1));
	char *real = realpath(path, NULL);
	tests[ntest++] = (Test){ k, real ? real : strdup(path) };
}

static bool ends(const char *s, const char *with)
{
	size_t n = strlen(s), k = strlen(with);
	return n > k && !strcmp(s + n - k, with);
}

static Kind kind_of(const char *path)
{
	for (int k = 0; k < NKIND; k++)
		if (strstr(path, fmt("/%s/", kind_name[k])))
			return (Kind)k;
	return PROG;
}

static int not_dot(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

static bool is_dir(const char *path)
{
	struct stat st;
	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

static void add_path(const char *path)
{
	char *real = realpath(path, NULL);
	if (!real) {
		fprintf(stderr, "trun: %s: %s\n", path, strerror(errno));
		exit(2);
	}
	if (!is_dir(real)) {
		Kind k = kind_of(real);
		if (k == CLI ? ends(real, ".sh") : ends(real, ".go")) {
			char *src = read_file(real, NULL);
			if (k == CLI || (src && directive(src, k == PROG ? "run" : "errorcheck")))
				add_test(k, real);
			free(src);
		}
		return;
	}
	if (access(fmt("%s/want.txt", real), R_OK) == 0 && access(fmt("%s/main.go", real), R_OK) == 0) {
		add_test(PROG, real);
		return;
	}
	struct dirent **list;
	int n = scandir(real, &list, not_dot, alphasort);
	for (int i = 0; i < n; i++) {
		const char *name = list[i]->d_name;
		if (strcmp(name, "unit") && strcmp(name, "rt") && strcmp(name, "data") && strcmp(name, "lib.sh"))
			add_path(fmt("%s/%s", real, name));
	}
}

/* ---- running them --------------------------------------------------------------------------------------------------------------- */

typedef struct { pid_t pid; int fd, test; char *out; size_t n; } Job;

static void start(Job *j, int i)
{
	int fd[2];
	if (pipe(fd) < 0)
		abort();
	fflush(stdout);
	*j = (Job){ .fd = fd[0], .test = i };
	j->pid = fork();
	if (!j->pid) {
		close(fd[0]);
		dup2(fd[1], 1);
		exit(run_test(&tests[i]));
	}
	close(fd[1]);
}

int main(int argc, char **argv)
{
	/* run by make: its job server is not for the makes that tests start */
	unsetenv("MAKEFLAGS");
	unsetenv("MFLAGS");
	unsetenv("MAKELEVEL");
	njob = (int)sysconf(_SC_NPROCESSORS_ONLN);
	int first = 1;
	for (; first < argc && argv[first][0] == '-'; first++) {
		const char *a = argv[first] + 1, *v = first + 1 < argc ? argv[first + 1] : "";
		if (!strcmp(a, "promote")) {
			promote = true;
		} else if (!strcmp(a, "v")) {
			verbose = true;
		} else {
			first++;
			if (!strcmp(a, "tuco"))
				tuco = realpath(v, NULL) ? realpath(v, NULL) : v;
			else if (!strcmp(a, "j"))
				njob = atoi(v);
			else if (!strcmp(a, "timeout"))
				limit_s = atoi(v);
			else if (!strcmp(a, "unit"))
				add_test(UNIT, v);
			else if (!strcmp(a, "kind"))
				for (int k = 0; k < NKIND; k++)
					kinds[k] = strstr(v, kind_name[k]) != NULL;
			else {
				fprintf(stderr, "trun: unknown flag -%s (see the head of tools/trun.c)\n", a);
				return 2;
			}
		}
	}
	setenv("TUCO", tuco, 1);
	for (; first < argc; first++)
		add_path(argv[first]);
	njob = njob < 1 ? 1 : njob;
	Job *jobs = calloc((size_t)njob, sizeof *jobs);
	int next = 0, running = 0, npass = 0, nfail = 0;
	while (next < ntest || running) {
		while (next < ntest && running < njob)
			start(&jobs[running++], next++);
		struct pollfd *p = calloc((size_t)running, sizeof *p);
		for (int i = 0; i < running; i++)
			p[i] = (struct pollfd){ jobs[i].fd, POLLIN, 0 };
		poll(p, (nfds_t)running, -1);
		for (int i = running - 1; i >= 0; i--) {
			Job *j = &jobs[i];
			if (!p[i].revents)
				continue;
			j->out = realloc(j->out, j->n + 4097);
			ssize_t got = read(j->fd, j->out + j->n, 4096);
			if (got > 0) {
				j->n += (size_t)got;
				continue;
			}
			int w = 0;
			close(j->fd);
			waitpid(j->pid, &w, 0);
			j->out[j->n] = 0;
			bool ok = WIFEXITED(w) && !WEXITSTATUS(w);
			ok ? npass++ : nfail++;
			if (!ok || verbose || j->n)
				printf("%s %s\n%s", ok ? "ok  " : "FAIL", tests[j->test].path, j->out);
			fflush(stdout);
			free(j->out);
			jobs[i] = jobs[--running];
		}
		free(p);
	}
	printf("%d passed, %d failed\n", npass, nfail);
	return nfail != 0;
}
