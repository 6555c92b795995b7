/* module.c: go.mod files and the way from an import path to a directory.
 *
 * Order: the importer's module and its vendor/, $TUCOPATH, tuco's stdlib/, then a Go tree when one is installed. */
#include "compiler/drive/load.h"
#include <ctype.h>
#include <stdlib.h>

/* The word after the keyword at the start of a line of go.mod, or NULL. */
static const char *mod_word(const char *text, const char *key)
{
	size_t k = strlen(key);
	for (const char *p = text; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
		while (*p == ' ' || *p == '\t')
			p++;
		if (strncmp(p, key, k) || !(p[k] == ' ' || p[k] == '\t'))
			continue;
		p += k;
		while (*p == ' ' || *p == '\t')
			p++;
		bool quoted = *p == '"' || *p == '`';
		p += quoted;
		size_t n = strcspn(p, quoted ? "\"`\n" : " \t\r\n");
		return n ? str_dup(p, n) : NULL;
	}
	return NULL;
}

/* "1.21", "1.21.3", "1.27rc1" as a language version. */
static const char *lang_of(const char *v)
{
	int major = 0, minor = 0;
	if (!v || sscanf(v, "%d.%d", &major, &minor) < 1)
		return NULL;
	return str_fmt("go%d.%d", major, minor);
}

static Module *read_mod(const char *dir)
{
	static StrMap seen;
	Module *m = strmap_get(&seen, dir);
	if (m)
		return m;
	const char *file = path_join(dir, "go.mod"), *text = file_read(file, NULL);
	if (!text)
		return NULL;
	m = NEW(Module);
	m->dir = dir;
	m->path = mod_word(text, "module");
	if (!m->path)
		die("%s: no module line", file);
	m->go_version = lang_of(mod_word(text, "go"));
	if (!m->go_version)
		m->go_version = "go1.16";       /* what a go.mod without a go line means */
	strmap_set(&seen, dir, m);
	return m;
}

Module *find_module(const char *dir)
{
	for (const char *d = path_abs(dir);; d = path_dir(d)) {
		if (file_exists(path_join(d, "go.mod")))
			return read_mod(d);
		if (!strcmp(d, "/"))
			return NULL;
	}
}

/* path below prefix: the rest without its slash, or NULL. */
const char *path_below(const char *path, const char *prefix)
{
	size_t n = strlen(prefix);
	if (strncmp(path, prefix, n) || (path[n] && path[n] != '/'))
		return NULL;
	return path[n] ? path + n + 1 : "";
}

static bool has_go_files(const char *dir)
{
	StrVec l = dir_list(dir);
	for (int i = 0; i < l.n; i++) {
		size_t n = strlen(l.v[i]);
		if (n > 3 && !strcmp(l.v[i] + n - 3, ".go"))
			return true;
	}
	return false;
}

static bool in_tuco_path(const char *path, Found *f)
{
	for (const char *p = getenv("TUCOPATH"); p && *p;) {
		size_t n = strcspn(p, ":");
		const char *base = str_dup(p, n);
		const char *dirs[] = { path_join(path_join(base, "src"), path), path_join(base, path) };
		for (int i = 0; i < 2 && n; i++) {
			if (!has_go_files(dirs[i]))
				continue;
			*f = (Found){ .dir = dirs[i], .mod = find_module(dirs[i]) };
			return true;
		}
		p += n + (p[n] != 0);
	}
	return false;
}

bool find_package(const char *path, const Package *from, Found *f)
{
	Module *m = from ? LOAD(from)->mod : NULL;
	const char *rest = m ? path_below(path, m->path) : NULL;
	*f = (Found){ 0 };
	if (rest) {
		const char *dir = *rest ? path_join(m->dir, rest) : m->dir;
		if (has_go_files(dir)) {
			*f = (Found){ .dir = dir, .mod = m };
			return true;
		}
	}
	if (m) {
		const char *dir = path_join(path_join(m->dir, "vendor"), path);
		if (has_go_files(dir)) {
			*f = (Found){ .dir = dir, .mod = m };
			return true;
		}
	}
	if (in_tuco_path(path, f))
		return true;
	const char *dir = path_join(places.stdlib, path);
	if (has_go_files(dir)) {
		*f = (Found){ .dir = dir, .std = true };
		return true;
	}
	const char *go = find_goroot();
	if (!go)
		return false;
	dir = path_join(path_join(go, "src"), path);
	if (!has_go_files(dir) && from && LOAD(from)->std)
		dir = path_join(path_join(go, "src/vendor"), path);
	if (!has_go_files(dir))
		return false;
	*f = (Found){ .dir = dir, .std = true, .portable = true };
	return true;
}
