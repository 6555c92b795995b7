/* buildtag.c: //go:build lines that are misplaced or misspelled, and leftovers of the older +build form. */
#define _GNU_SOURCE
#include "compiler/vet/comments.h"

static bool starts(const Comment *c, const char *s)
{
	size_t n = strlen(s);
	return (size_t)c->n >= n && !memcmp(c->text, s, n);
}

static bool is_blank(char ch) { return ch == ' ' || ch == '\t' || !ch || ch == '\n' || ch == '\r'; }

static const char *after_blanks(const Comment *c)
{
	int i = 2;
	while (i < c->n && (c->text[i] == ' ' || c->text[i] == '\t'))
		i++;
	return c->text + i;
}

static void check_file(FileNode *f)
{
	Comments cs = comments_of(f->src);
	Pos package = package_pos(f);
	bool go_ok = true, plus_ok = true, seen = false;
	vec_each(&cs.v, i) {
		Comment *c = &cs.v.v[i];
		if (c->starts_group) {
			Pos end = c->pos;
			for (int k = i; k < cs.v.n && (k == i || !cs.v.v[k].starts_group); k++)
				end = cs.v.v[k].pos + (Pos)cs.v.v[k].n;
			plus_ok &= end + 1 < package;
			go_ok &= c->pos < package;
		}
		if (!starts(c, "//")) {
			plus_ok = false;
			continue;
		}
		const char *word = after_blanks(c);
		if (!strncmp(word, "+build", 6) && is_blank(word[6]) && word + 6 <= c->text + c->n) {
			if (!plus_ok)
				vet_report(c->pos, "misplaced +build comment");
		} else if (plus_ok && memmem(c->text, (size_t)c->n, "+build", 6) && !starts(c, "// want")) {
			vet_report(c->pos, "possible malformed +build comment");
		}
		if (!strncmp(word, "go:build", 8) && is_blank(word[8]) && word + 8 <= c->text + c->n) {
			if (word > c->text + 2)
				continue;       /* with a blank it is prose */
			if (!go_ok)
				vet_report(c->pos, "misplaced //go:build comment");
			else if (seen)
				vet_report(c->pos, "unexpected extra //go:build line");
			seen |= go_ok;
		}
	}
}

void vet_buildtag(void)
{
	vec_each(&vet_pkg->files, i)
		check_file(vet_pkg->files.v[i]);
}
