/* flags.c: command-line flags, in Go's style: -flag, -flag=value, -flag value, --flag. */
#include "compiler/drive/drive.h"
#include "compiler/escape/escape.h"
#include <ctype.h>
#include <stdlib.h>

Build build;

typedef enum { BOOL, COUNT, TEXT, HANDLER_gcflags, HANDLER_pkgflag, HANDLER_dflag } FlagKind;
#define HANDLER(f) HANDLER_##f

static const struct { const char *name; FlagKind kind; size_t field; const char *help; } table[] = {
#define FLAG(name, kind, field, help) { name, kind, offsetof(Build, field), help },
#include "compiler/drive/flags.def"
#undef FLAG
};

void usage_error(const char *command, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fprintf(stderr, "\nRun 'tuco help%s%s' for usage.\n", *command ? " " : "", command);
	exit(2);
}

void print_flags(FILE *f)
{
	for (int i = 0; i < ARRAY_LEN(table); i++)
		fprintf(f, "  -%-9s %s\n", table[i].name, table[i].help);
}

/* ---- flags for packages -------------------------------------------------------------------------------------------------- */

static const char *const known[] = {    /* of gc's compiler: understood or harmless */
	"m", "l", "N", "e", "lang", "complete", "smallframes", "d", "c", "B", "p", "C", "L", "S", "h", "dwarf", "dwarflocationlists", "std", "shared",
	"trimpath", "live", "wb", "race", "spectre", "nolocalimports", "pack", "goversion", "w", "W", "E", "j", "K", "t", "v", "r",
};

static bool is_known(const char *flag)
{
	size_t n = strcspn(flag, "=");
	for (int i = 0; i < ARRAY_LEN(known); i++)
		if (strlen(known[i]) == n && !strncmp(known[i], flag, n))
			return true;
	return false;
}

static void add_rule(const char *pattern, const char *flag)
{
	if (!is_known(flag))
		usage_error("build", "flag provided but not defined in -gcflags: -%s", flag);
	vec_push(&build.rules, (PkgRule){ pattern, flag });
}

/* "[PATTERN=]-flag -flag=value ...": a pattern is there when the text does not begin with "-". */
static void add_gcflags(const char *text)
{
	const char *pattern = NULL;
	while (isspace((unsigned char)*text))
		text++;
	if (*text && *text != '-') {
		const char *eq = strchr(text, '=');
		if (!eq)
			usage_error("build", "invalid value %s for -gcflags: parameter must start with - or be of the form pattern=-flags", text);
		pattern = str_dup(text, (size_t)(eq - text));
		text = eq + 1;
	}
	while (*text) {
		while (isspace((unsigned char)*text))
			text++;
		char quote = *text == '\'' || *text == '"' ? *text++ : 0;
		const char *end = text;
		while (*end && (quote ? *end != quote : !isspace((unsigned char)*end)))
			end++;
		if (end > text) {
			const char *flag = str_dup(text, (size_t)(end - text));
			if (*flag != '-')
				usage_error("build", "invalid -gcflags: %s is not a flag", flag);
			add_rule(pattern, flag + 1 + (flag[1] == '-'));
		}
		text = *end ? end + (quote != 0) : end;
	}
}

static bool matches(const char *pattern, const Package *p)
{
	if (!pattern)
		return LOAD(p)->named;
	if (!strcmp(pattern, "all") || !strcmp(pattern, "..."))
		return true;
	if (!strcmp(pattern, "std"))
		return LOAD(p)->std;
	size_t n = strlen(pattern);
	const char *path = p->import_path ? p->import_path : p->path;
	if (n > 4 && !strcmp(pattern + n - 4, "/..."))
		return !strncmp(path, pattern, n - 4) && (path[n - 4] == '/' || !path[n - 4]);
	return !strcmp(path, pattern);
}

/* Value of a count or switch flag: -m 1 more, -m=2 that, -e=0 and -e=false none. */
static int count(const char *flag, int before)
{
	const char *eq = strchr(flag, '=');
	if (!eq)
		return before + 1;
	return !strcmp(eq + 1, "true") ? 1 : atoi(eq + 1);
}

PkgFlags flags_of(const Package *p)
{
	PkgFlags f = { .complete = !build.compile_only };
	vec_each(&build.rules, i) {
		const char *s = build.rules.v[i].flag;
		if (!matches(build.rules.v[i].pattern, p))
			continue;
		bool alone = !s[1] || s[1] == '=';
		if (*s == 'm' && alone)
			f.m = count(s, f.m);
		else if (*s == 'l' && alone)
			f.no_inline = count(s, 0) == 1;         /* -l=4 asks for more inlining, not less */
		else if (*s == 'N' && alone)
			f.no_opt = count(s, 0);
		else if (*s == 'e' && alone)
			f.all_errors = count(s, 0);
		else if (!strncmp(s, "d=", 2) && strstr(s, "escapemutationscalls"))
			f.mutations = !strstr(s, "escapemutationscalls=0");
		else if (!strncmp(s, "lang=", 5))
			f.lang = s + 5;
		else if (!strncmp(s, "complete", 8))
			f.complete = count(s, 0);
	}
	return f;
}

OptFlags pkg_flags(const Package *p)
{
	PkgFlags f = flags_of(p);
	return (OptFlags){ .no_inline = f.no_inline || f.no_opt, .no_opt = f.no_opt, .mutations = f.mutations, .m = f.m };
}

/* ---- the command line ------------------------------------------------------------------------------------------------------- */

static int find_flag(const char *name, size_t n)
{
	for (int i = 0; i < ARRAY_LEN(table); i++)
		if (strlen(table[i].name) == n && !strncmp(table[i].name, name, n))
			return i;
	return -1;
}

static bool parse_bool(const char *command, const char *name, const char *value)
{
	if (!value || !strcmp(value, "true") || !strcmp(value, "1") || !strcmp(value, "t"))
		return true;
	if (!strcmp(value, "false") || !strcmp(value, "0") || !strcmp(value, "f"))
		return false;
	usage_error(command, "invalid boolean value \"%s\" for -%s", value, name);
}

static void set_flag(const char *command, int k, const char *value, const char *whole)
{
	char *field = (char *)&build + table[k].field;
	switch (table[k].kind) {
	case BOOL:
		*(bool *)field = parse_bool(command, table[k].name, value);
		break;
	case COUNT:
		*(int *)field = atoi(value);
		if (*(int *)field <= 0)
			usage_error(command, "invalid value \"%s\" for -%s", value, table[k].name);
		break;
	case TEXT:
		*(const char **)field = value;
		break;
	case HANDLER_gcflags:
		add_gcflags(value);
		break;
	case HANDLER_dflag:
		if (!strcmp(value, "columns=1"))
			build.columns = true;
		else if (!esc_switches(value))
			usage_error(command, "invalid value \"%s\" for -d: want columns=1, or escape.NAME=0 or 1 with NAME one of make, append, string, closed", value);
		break;
	case HANDLER_pkgflag:
		add_rule(NULL, whole);
		break;
	}
}

int parse_flags(int argc, char **argv, int i, const char *command)
{
	for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
		const char *name = argv[i] + 1 + (argv[i][1] == '-');
		if (!*name)
			return i + 1;   /* "--" ends the flags */
		if (!strcmp(name, "h") || !strcmp(name, "help")) {
			printf("usage: tuco %s [flags] ...\n", command);
			print_flags(stdout);
			exit(0);
		}
		size_t n = strcspn(name, "=");
		int k = find_flag(name, n);
		if (k < 0)
			usage_error(command, "flag provided but not defined: -%.*s", (int)n, name);
		const char *value = name[n] ? name + n + 1 : NULL;
		bool wants = table[k].kind == TEXT || table[k].kind == COUNT || table[k].kind == HANDLER_gcflags || table[k].kind == HANDLER_dflag ||
			     (table[k].kind == HANDLER_pkgflag && !strcmp(table[k].name, "lang"));
		const char *whole = name;
		if (!value && wants) {
			if (++i >= argc)
				usage_error(command, "flag needs an argument: -%s", name);
			value = argv[i];
			whole = str_fmt("%s=%s", name, value);
		}
		set_flag(command, k, value, whole);
	}
	return i;
}

/* TUCOFLAGS: flags separated by blanks; quotes keep blanks. They come before the command line's, which override them. */
void parse_env_flags(void)
{
	const char *s = getenv("TUCOFLAGS");
	StrVec args = { 0 };
	while (s && *s) {
		while (isspace((unsigned char)*s))
			s++;
		Buf b = { 0 };
		char quote = 0;
		const char *start = s;
		for (; *s && (quote || !isspace((unsigned char)*s)); s++) {
			if (quote ? *s == quote : *s == '\'' || *s == '"')
				quote = quote ? 0 : *s;
			else
				buf_putc(&b, *s);
		}
		if (s > start)
			vec_push(&args, buf_take(&b));
		if (quote)
			usage_error("build", "TUCOFLAGS: missing closing quote");
	}
	int end = parse_flags(args.n, args.v, 0, "build");
	if (end < args.n)
		usage_error("build", "TUCOFLAGS: %s is not a flag", args.v[end]);
}
