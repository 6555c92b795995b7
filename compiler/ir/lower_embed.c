/* lower_embed.c: //go:embed. Strings and file trees become static data; a []byte is copied from a string when the program starts,
 * since it may be changed. The layout of embed.FS is that of stdlib/embed: a pointer to a slice of {name, data}, sorted by name,
 * directories ending in '/'. */
#include <glob.h>
#include "compiler/ir/lower.h"

typedef struct Emb { char *name; char *data; size_t n; } Emb;
typedef VEC(Emb) EmbVec;

static Datum *datum_of(DatumKind k, Type *t)
{
	Datum *d = NEW(Datum);
	d->kind = k;
	d->type = t;
	return d;
}

static Datum *datum_str(Type *t, const char *s, size_t n)
{
	Datum *d = datum_of(D_CONST, t);
	d->val = const_string(s, n);
	return d;
}

static void add(EmbVec *v, const char *name, char *data, size_t n)
{
	vec_each(v, i)
		if (!strcmp(v->v[i].name, name))
			return;
	vec_push(v, (Emb){ str_dup(name, strlen(name)), data, n });
}

/* Directories on the way to name. */
static void add_parents(EmbVec *v, const char *name)
{
	for (const char *s = strchr(name, '/'); s && s[1]; s = strchr(s + 1, '/'))
		add(v, str_dup(name, (size_t)(s - name) + 1), NULL, 0);
}

static void add_path(EmbVec *v, const char *dir, const char *rel, bool all)
{
	char *full = path_join(dir, rel);
	add_parents(v, rel);
	if (!dir_exists(full)) {
		size_t n;
		char *text = file_read(full, &n);
		if (text)
			add(v, rel, text, n);
		return;
	}
	add(v, str_fmt("%s/", rel), NULL, 0);
	StrVec names = dir_list(full);
	for (int i = 0; i < names.n; i++)
		if (all || (names.v[i][0] != '.' && names.v[i][0] != '_'))
			add_path(v, dir, str_fmt("%s/%s", rel, names.v[i]), all);
}

static bool add_pattern(EmbVec *v, Package *p, char *pat)
{
	const char *dir = p->dir ? p->dir : ".";
	bool all = !strncmp(pat, "all:", 4);
	glob_t g;
	if (glob(path_join(dir, pat + (all ? 4 : 0)), 0, NULL, &g))
		return false;
	size_t skip = strlen(path_join(dir, "x")) - 1;
	for (size_t i = 0; i < g.gl_pathc; i++)
		add_path(v, dir, g.gl_pathv[i] + skip, all);
	globfree(&g);
	return true;
}

/* Patterns are separated by spaces and may be quoted. */
static void add_patterns(EmbVec *v, Package *p, Pos pos, const char *s)
{
	while (*s) {
		while (*s == ' ' || *s == '\t')
			s++;
		if (!*s || *s == '\r')
			return;
		char quote = *s == '"' || *s == '`' ? *s++ : 0;
		size_t n = 0;
		while (s[n] && (quote ? s[n] != quote : !strchr(" \t\r", s[n])))
			n++;
		char *pat = str_dup(s, n);
		if (!add_pattern(v, p, pat))
			diag_at(pos, "pattern %s: no matching files found", pat);
		s += n + (quote && s[n]);
	}
}

static int by_name(const Emb *a, const Emb *b)
{
	return strcmp(a->name, b->name);
}

static Datum *tree(EmbVec *v, Type *fs)
{
	Type *ptr = type_canon(type_under(fs)->u.st.fields.v[0].type), *slice = type_canon(type_under(ptr)->u.pointer.elem);
	Type *file = type_canon(type_under(slice)->u.slice.elem);
	Datum *arr = datum_of(D_AGG, type_canon(type_array(file, v->n)));
	for (int i = 1; i < v->n; i++)          /* insertion: the lists are nearly sorted */
		for (int k = i; k > 0 && by_name(&v->v[k - 1], &v->v[k]) > 0; k--) {
			Emb e = v->v[k];
			v->v[k] = v->v[k - 1];
			v->v[k - 1] = e;
		}
	vec_each(v, i) {
		Datum *d = datum_of(D_AGG, file);
		vec_push(&d->parts, (struct DatumPart){ 0, datum_str(basic(K_STRING), v->v[i].name, strlen(v->v[i].name)) });
		if (v->v[i].data)
			vec_push(&d->parts, (struct DatumPart){ 1, datum_str(basic(K_STRING), v->v[i].data, v->v[i].n) });
		vec_push(&arr->parts, (struct DatumPart){ i, d });
	}
	Datum *s = datum_of(D_SLICE, slice);
	s->global = static_global(arr, L->pkg);
	s->len = s->cap = v->n;
	Datum *a = datum_of(D_ADDR, ptr), *d = datum_of(D_AGG, fs);
	a->global = static_global(s, L->pkg);
	vec_push(&d->parts, (struct DatumPart){ 0, a });
	return d;
}

static void embed_var(Obj *o, EmbVec *v)
{
	Type *t = type_canon(o->type);
	Global *g = global_of(o);
	Emb *only = NULL;
	int nfile = 0;
	vec_each(v, i)
		if (v->v[i].data) {
			only = &v->v[i];
			nfile++;
		}
	if (t->kind == K_NAMED && type_under(t)->kind == K_STRUCT && t->u.named.obj->pkg && !strcmp(t->u.named.obj->pkg->path, "embed")) {
		g->init = tree(v, t);
		return;
	}
	if (nfile != 1) {
		diag_at(o->pos, "invalid go:embed: multiple files for type %s", type_str(t));
		return;
	}
	if (type_under(t)->kind == K_STRING) {
		g->init = datum_str(t, only->data, only->n);
	} else if (type_is_bytes(t)) {
		Ref s = kstr(only->data, only->n);
		uint32_t st = site(SITE_STR, t, o->decl);
		Ref b = emit_v(OP_BYTES_STR, t, basic(K_STRING), s, REF_NONE, o->decl);
		site_ins(st);
		lv_store(lv_global(g), b, 0, o->decl);
	} else {
		diag_at(o->pos, "go:embed cannot apply to var of type %s", type_str(t));
	}
}

void embed_files(Package *p)
{
	vec_each(&p->files, i) {
		FileNode *f = p->files.v[i];
		int at = 0;             /* directives are in source order, each above its variable */
		vec_each(&f->decls, k) {
			Node *d = f->decls.v[k];
			if (d->kind != N_VAR || !d->pragma || !(d->pragma->bits & PRAGMA_EMBED) || !d->u.val.names.v[0]->u.name.obj)
				continue;
			EmbVec v = { 0 };
			Pos pos = d->u.val.names.v[0]->pos;
			for (; at < f->embeds.n && f->embeds.v[at].pos < pos; at++)
				add_patterns(&v, p, f->embeds.v[at].pos, f->embeds.v[at].text);
			if (!diag_nerror())
				embed_var(d->u.val.names.v[0]->u.name.obj, &v);
		}
	}
}
