/* structtag.c: struct tags that reflect.StructTag.Get cannot read, names given twice, tags of fields nobody can see. */
#include "compiler/vet/vet.h"

/* ---- reading tags ----------------------------------------------------------------------------------------------------------------- */

/* The pair at *s: key and its quoted value, which is decoded. NULL on success, else what is wrong. */
static const char *next_pair(const char **s, const char **key, const char **value)
{
	const char *p = *s;
	size_t n = 0;
	while ((unsigned char)p[n] > ' ' && p[n] != ':' && p[n] != '"' && p[n] != 0x7f)
		n++;
	if (!n)
		return "bad syntax for struct tag key";
	if (p[n] != ':' || !p[n + 1])
		return "bad syntax for struct tag pair";
	if (p[n + 1] != '"')
		return "bad syntax for struct tag value";
	*key = str_dup(p, n);
	const char *q = p + n + 1;
	size_t k = 1;
	while (q[k] && q[k] != '"')
		k += q[k] == '\\' && q[k + 1] ? 2 : 1;
	if (!q[k])
		return "bad syntax for struct tag value";
	Node lit = { .kind = N_LIT };
	lit.u.lit.tok = T_STRING;
	lit.u.lit.text = q;
	lit.u.lit.n = (uint32_t)(k + 1);
	Buf b = { 0 };
	void *held = diag_take();
	bool ok = !memchr(q, '\n', k) && lit_string(&lit, &b);
	(void)diag_take();
	diag_give(held);
	*value = b.n ? buf_take(&b) : "";
	*s = q + k + 1;
	return ok ? NULL : "bad syntax for struct tag value";
}

static const char *tag_get(const char *tag, const char *want)
{
	while (tag && *tag) {
		const char *key, *value;
		while (*tag == ' ')
			tag++;
		if (!*tag || next_pair(&tag, &key, &value))
			return "";
		if (!strcmp(key, want))
			return value;
	}
	return "";
}

static const char *bad_spaces(const char *key, const char *v)
{
	static const char *const suspicious = "suspicious space in struct tag value";
	const char *comma = strchr(v, ',');
	if (!strcmp(key, "xml")) {
		const char *blank = strchr(v, ' ');
		size_t n = strlen(v);
		if (*v == ' ' || (n && v[n - 1] == ' ') || (blank && strchr(blank + 1, ' ')))
			return suspicious;
		if (!comma)
			return NULL;
		if (comma > v && comma[-1] == ' ')
			return suspicious;
		v = comma + 1;
	} else if (!strcmp(key, "json")) {
		if (!comma)
			return NULL;
		v = comma + 1;
	} else if (strcmp(key, "asn1")) {
		return NULL;
	}
	return strchr(v, ' ') ? suspicious : NULL;
}

static const char *bad_tag(const char *tag)
{
	for (int n = 0; *tag; n++) {
		const char *key, *value, *err;
		if (n && *tag != ' ')
			return "key:\"value\" pairs not separated by spaces";
		while (*tag == ' ')
			tag++;
		if (!*tag)
			break;
		if ((err = next_pair(&tag, &key, &value)) || (err = bad_spaces(key, value)))
			return err;
	}
	return NULL;
}

/* ---- fields ------------------------------------------------------------------------------------------------------------------------- */

static void check_repeats(StrMap *seen, const char *key, const Field *nearest, const Field *f, int level)
{
	const char *v = tag_get(f->tag, key);
	if (!strcmp(v, "-"))
		return;
	if (!*v || *v == ',') {
		Type *st = f->embedded ? type_under(f->type) : NULL;
		for (int i = 0; st && st->kind == K_STRUCT && level < 20 && i < st->u.st.fields.n; i++)
			if (name_exported(st->u.st.fields.v[i].name))
				check_repeats(seen, key, nearest, &st->u.st.fields.v[i], level + 1);
		return;
	}
	if (!strcmp(key, "xml") && SYM_IS(f->name, "XMLName"))
		return;
	const char *comma = strchr(v, ',');
	if (comma && !strcmp(key, "xml"))
		for (const char *p = comma; p; p = strchr(p + 1, ','))
			if (!strncmp(p + 1, "attr", 4) && (p[5] == ',' || !p[5]))
				key = "xml attribute";
	if (comma)
		v = str_dup(v, (size_t)(comma - v));
	const char *id = str_fmt("%s\n%s\n%d", key, v, level);
	const Field *first = strmap_get(seen, id);
	if (!first) {
		strmap_set(seen, id, (void *)f);
		return;
	}
	Buf q = { 0 };
	quote_write(&q, v, strlen(v), 0);
	Where w = pos_where(first->pos);
	vet_report(nearest->pos, "struct field %s repeats %s tag %s also at %s:%u", f->name->s, key, q.s, path_base(w.file), w.line);
}

static const char *as_quoted(const char *s)
{
	Buf b = { 0 };
	if (!strchr(s, '`') && !strchr(s, '\n'))
		return str_fmt("`%s`", s);
	quote_write(&b, s, strlen(s), 0);
	return buf_take(&b);
}

static void check_field(const Field *f, StrMap *seen)
{
	const char *tag = f->tag ? f->tag : "", *err;
	check_repeats(seen, "json", f, f, 1);
	check_repeats(seen, "xml", f, f, 1);
	if ((err = bad_tag(tag)))
		vet_report(f->pos, "struct field tag %s not compatible with reflect.StructTag.Get: %s", as_quoted(tag), err);
	if (f->embedded || name_exported(f->name))
		return;
	static const char *const keys[] = { "json", "xml" };
	for (int i = 0; i < 2; i++) {
		const char *v = tag_get(tag, keys[i]);
		if (!*v || !strcmp(v, "-"))
			continue;
		vet_report(f->pos, "struct field %s has %s tag but is not exported", f->name->s, keys[i]);
		return;
	}
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_STRUCT_TYPE || !n->type || type_unalias(n->type)->kind != K_STRUCT)
		return true;
	StrMap seen = { 0 };
	Type *st = type_unalias(n->type);
	vec_each(&st->u.st.fields, i)
		check_field(&st->u.st.fields.v[i], &seen);
	return true;
}

void vet_structtag(void)
{
	if (strncmp(vet_pkg->path, "encoding/", 9))
		vet_walk(visit, NULL);
}
