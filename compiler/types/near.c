/* near.c: names spelled nearly like one that is not declared, for hints. */
#include <ctype.h>
#include <stdlib.h>
#include "compiler/types/check.h"

enum { MAX_LEN = 40, MAX_ASKED = 20 };  /* after so many errors nobody reads hints */

/* Edits between two names, exchanged neighbours counting as one, or more than limit. */
static int distance(const Sym *a, const Sym *b, int limit)
{
	int row[3][MAX_LEN + 1];
	if (a->n > MAX_LEN || b->n > MAX_LEN || abs((int)a->n - (int)b->n) > limit)
		return limit + 1;
	for (int j = 0; j <= (int)b->n; j++)
		row[0][j] = j;
	for (int i = 1; i <= (int)a->n; i++) {
		int *now = row[i % 3], *up = row[(i + 2) % 3], *up2 = row[(i + 1) % 3];
		now[0] = i;
		for (int j = 1; j <= (int)b->n; j++) {
			int same = tolower((unsigned char)a->s[i - 1]) == tolower((unsigned char)b->s[j - 1]);
			now[j] = MIN(MIN(up[j], now[j - 1]) + 1, up[j - 1] + !same);
			if (i > 1 && j > 1 && a->s[i - 1] == b->s[j - 2] && a->s[i - 2] == b->s[j - 1])
				now[j] = MIN(now[j], up2[j - 2] + 1);
		}
	}
	return row[a->n % 3][b->n];
}

static Sym *nearest(const Scope *s, const Sym *name, bool exported, int *best)
{
	Sym *found = NULL;
	vec_each(&s->objs, i) {
		Obj *o = s->objs.v[i];
		if (!o || !o->name || (exported && !name_exported(o->name)))
			continue;
		int d = distance(name, o->name, *best - 1);
		if (d < *best) {
			*best = d;
			found = o->name;
		}
	}
	return found;
}

static int limit(const Sym *name) { return name->n <= 2 ? 1 : name->n <= 4 ? 2 : 3; }     /* fewer edits than this */

/* For an error just reported at pos: name is not declared in s or around it. */
void ck_hint_near(Pos pos, const Scope *s, const Sym *name)
{
	static int asked;
	if (++asked > MAX_ASKED || SYM_IS(name, "_"))
		return;
	int best = limit(name);
	Sym *found = NULL;
	for (; s && best > 0; s = s->parent) {
		Sym *near = nearest(s, name, false, &best);
		found = near ? near : found;
	}
	if (found)
		diag_hint(pos, "did you mean %s?", found->s);
}

/* The same for a name of an imported package. */
void ck_hint_member(Pos pos, const Package *pkg, const Sym *name)
{
	static int asked;
	int best = limit(name);
	Sym *found = ++asked <= MAX_ASKED && pkg->scope ? nearest(pkg->scope, name, true, &best) : NULL;
	if (found)
		diag_hint(pos, "did you mean %s.%s?", pkg->name, found->s);
}
