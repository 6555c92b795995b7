/* tags.c: which files belong to the build: tags of //go:build lines, GOOS and GOARCH in file names. */
#include "compiler/drive/drive.h"
#include <stdlib.h>

static const char *const oses[] = { "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd", "openbsd",
	"plan9", "solaris", "wasip1", "windows", "zos" };
static const char *const arches[] = { "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle", "mips64", "mips64le",
	"mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm" };

static bool listed(const char *const *list, int n, const char *s, size_t len)
{
	for (int i = 0; i < n; i++)
		if (strlen(list[i]) == len && !strncmp(list[i], s, len))
			return true;
	return false;
}

static bool in_user_tags(const char *tag)
{
	size_t n = strlen(tag);
	for (const char *p = build.tags; p && *p;) {
		size_t k = strcspn(p, ", ");
		if (k == n && !strncmp(p, tag, n))
			return true;
		p += k + (p[k] != 0);
	}
	return false;
}

static bool has_tag(const char *tag, void *arg)
{
	TagSet set = *(TagSet *)arg;
	if (!strcmp(tag, "linux") || !strcmp(tag, "unix") || !strcmp(tag, "tuco") || !strcmp(tag, "test_run"))
		return true;
	if (!strcmp(tag, "race"))
		return build.race || in_user_tags(tag);
	if (!strncmp(tag, "go1.", 4)) {
		char *end;
		long n = strtol(tag + 4, &end, 10);
		return !*end && n >= 1 && n <= GO_MINOR;
	}
	if (set == TAGS_USER ? !strcmp(tag, "amd64") : !strcmp(tag, "purego") || !strcmp(tag, "gc"))
		return true;
	return in_user_tags(tag);
}

/* name_GOOS.go, name_GOARCH.go, name_GOOS_GOARCH.go; the part before the first underscore never counts. */
bool file_name_ok(const char *name, TagSet set)
{
	const char *dot = strchr(name, '.'), *first = strchr(name, '_');
	if (!dot || !first || first > dot)
		return true;
	const char *last = dot;
	while (last > first && last[-1] != '_')
		last--;
	size_t n = (size_t)(dot - last);
	const char *arch = set == TAGS_USER ? "amd64" : "";
	if (listed(arches, ARRAY_LEN(arches), last, n)) {
		if (strlen(arch) != n || strncmp(arch, last, n))
			return false;
		if (last - 1 <= first)
			return true;
		const char *end = last - 1, *os = end;
		while (os > first && os[-1] != '_')
			os--;
		if (os <= first)
			os = first + 1;
		n = (size_t)(end - os);
		return !listed(oses, ARRAY_LEN(oses), os, n) || (n == 5 && !strncmp(os, "linux", 5));
	}
	return !listed(oses, ARRAY_LEN(oses), last, n) || (n == 5 && !strncmp(last, "linux", 5));
}

bool file_tags_ok(const SrcFile *src, TagSet set)
{
	return build_constraint_ok(src->text, has_tag, &set, src->base, false);
}
