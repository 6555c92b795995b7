/* places.c: where tuco's parts are: beside the executable in a source tree, below PREFIX/lib/tuco when installed, or where TUCOROOT says. */
#include "compiler/drive/drive.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

Places places;

static const char *env_or_null(const char *name)
{
	const char *v = getenv(name);
	return v && *v ? v : NULL;
}

const char *find_program(const char *name)
{
	if (strchr(name, '/'))
		return !access(name, X_OK) ? name : NULL;
	const char *path = getenv("PATH");
	for (const char *p = path ? path : "/usr/bin:/bin"; p;) {
		const char *end = strchr(p, ':');
		size_t n = end ? (size_t)(end - p) : strlen(p);
		char *full = str_fmt("%.*s/%s", n ? (int)n : 1, n ? p : ".", name);
		if (!access(full, X_OK) && !dir_exists(full))
			return full;
		p = end ? end + 1 : NULL;
	}
	return NULL;
}

static const char *own_path(const char *argv0)
{
	char buf[4096];
	ssize_t n = readlink("/proc/self/exe", buf, sizeof buf - 1);
	return n > 0 ? str_dup(buf, (size_t)n) : path_abs(argv0);
}

static bool is_root(const char *dir)
{
	return dir_exists(path_join(dir, "stdlib")) && dir_exists(path_join(dir, "runtime/include"));
}

static const char *cache_dir(void)
{
	const char *c = env_or_null("TUCOCACHE");
	if (c)
		return !strcmp(c, "off") ? "" : path_abs(c);
	if ((c = env_or_null("XDG_CACHE_HOME")))
		return path_join(path_abs(c), "tuco");
	if ((c = env_or_null("HOME")))
		return path_join(c, ".cache/tuco");
	return "";
}

void places_init(const char *argv0)
{
	places.exe = own_path(argv0);
	const char *dir = path_dir(places.exe), *given = env_or_null("TUCOROOT");
	const char *tries[] = { given ? path_abs(given) : NULL, path_join(dir, ".."), dir, path_join(dir, "../.."), path_join(dir, "../lib/tuco") };
	for (int i = 0; i < ARRAY_LEN(tries) && !places.root; i++)
		if (tries[i] && is_root(tries[i]))
			places.root = tries[i];
	if (!places.root)
		places.root = given ? path_abs(given) : path_join(dir, "../lib/tuco");
	places.stdlib = path_join(places.root, "stdlib");
	const char *beside = path_join(dir, "lib"), *built = path_join(places.root, "build/lib");
	places.lib = !given && file_exists(path_join(beside, "libtuco-stw.a")) ? beside : dir_exists(built) ? built : path_join(places.root, "lib");
	places.cache = cache_dir();
	const char *warm = path_join(dir, "cache");
	if (!dir_exists(warm))
		warm = path_join(places.root, "cache");
	places.warm = dir_exists(warm) ? warm : NULL;
}

static bool is_goroot(const char *dir)
{
	return dir && dir_exists(path_join(dir, "src/fmt"));
}

const char *find_goroot(void)
{
	static bool done;
	if (done)
		return places.goroot;
	done = true;
	const char *g = env_or_null("TUCO_GOROOT");
	if (g) {
		if (!strcmp(g, "off"))
			return NULL;
		if (!is_goroot(g))
			die("TUCO_GOROOT=%s is not a Go tree (it has no src/fmt)", g);
		return places.goroot = g;
	}
	if (is_goroot(env_or_null("GOROOT")))
		return places.goroot = env_or_null("GOROOT");
	const char *go = find_program("go");
	if (go) {
		char *real = realpath(go, NULL);
		const char *up = real ? path_dir(path_dir(real)) : NULL;        /* GOROOT/bin/go */
		if (is_goroot(up))
			return places.goroot = up;
		Buf b = { 0 };
		if (!proc_run((char *[]){ (char *)go, "env", "GOROOT", NULL }, &b) && b.n) {
			b.s[strcspn(b.s, "\r\n")] = 0;
			if (is_goroot(b.s))
				return places.goroot = str_dup(b.s, strlen(b.s));
		}
	}
	StrVec share = dir_list("/usr/share");
	int best = -1;
	for (int i = 0; i < share.n; i++) {
		const char *name = share.v[i];
		const char *dir = path_join("/usr/share", name);
		int minor = !strncmp(name, "go-1.", 5) ? atoi(name + 5) : -1;
		if (minor > best && is_goroot(dir)) {
			best = minor;
			places.goroot = dir;
		}
	}
	return places.goroot;
}

const char *runtime_lib(void)
{
	const char *lib = path_join(places.lib, str_fmt("libtuco-%s.a", build.race ? "race" : build.gc));
	if (!file_exists(lib))
		die("the runtime library %s does not exist%s", lib,
			!strcmp(build.gc, "boehm") ? " (install libgc-dev and run make again)" : " (run make, or set TUCOROOT)");
	return lib;
}
