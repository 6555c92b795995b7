/* directive.c: //go:debug lines where nobody reads them. */
#include "compiler/vet/comments.h"

static void check_file(FileNode *f)
{
	Comments cs = comments_of(f->src);
	size_t npath = strlen(f->src->path);
	bool is_test = npath > 8 && !strcmp(f->src->path + npath - 8, "_test.go"), in_header = true;
	Pos package = package_pos(f);
	vec_each(&cs.v, i) {
		Comment *c = &cs.v.v[i];
		if (c->starts_group && c->pos >= package)
			in_header = false;
		if (c->n < 5 || memcmp(c->text, "//go:", 5))
			continue;
		int n = 0;
		while (n < c->n && !strchr(" \t\r\v\f", c->text[n]))
			n++;
		if (n != 10 || memcmp(c->text, "//go:debug", 10))
			continue;
		if (strcmp(vet_pkg->name, "main") && !is_test)
			vet_report(c->pos, "//go:debug directive only valid in package main or test");
		else if (!in_header)
			vet_report(c->pos, "//go:debug directive only valid before package declaration");
	}
}

void vet_directive(void)
{
	vec_each(&vet_pkg->files, i)
		check_file(vet_pkg->files.v[i]);
}
