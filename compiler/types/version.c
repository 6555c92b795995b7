/* version.c: language versions ("go1.21") and the gates that depend on them. */
#include <stdlib.h>
#include "compiler/types/types.h"

const char *cur_go_version;

static void parse_version(const char *s, long v[2])
{
	v[0] = v[1] = 0;
	if (!strncmp(s, "go", 2))
		s += 2;
	char *end;
	v[0] = strtol(s, &end, 10);
	if (*end == '.')
		v[1] = strtol(end + 1, NULL, 10);
}

int go_version_cmp(const char *a, const char *b)
{
	long x[2], y[2];
	parse_version(a, x);
	parse_version(b, y);
	for (int i = 0; i < 2; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

bool version_ok(const char *want)
{
	return !cur_go_version || !*cur_go_version || go_version_cmp(cur_go_version, want) >= 0;
}

/* A file's //go:build line may choose its own version, but not below the first release that honours such lines. */
const char *file_go_version(const FileNode *f, const Package *pkg)
{
	if (f && f->go_version)
		return go_version_cmp(f->go_version, "go1.21") < 0 ? "go1.21" : f->go_version;
	return pkg ? pkg->go_version : NULL;
}

bool allows_version(const Node *at, Package *pkg, const char *version)
{
	const FileNode *file = NULL;
	if (at && pkg) {
		SrcFile *src = src_of(at->pos);
		vec_each(&pkg->files, i)
			if (pkg->files.v[i]->src == src)
				file = pkg->files.v[i];
	}
	const char *have = file_go_version(file, pkg);
	return !have || !*have || go_version_cmp(have, version) >= 0;
}
