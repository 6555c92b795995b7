/* comments.c: finds comments by skipping over strings, characters and code. */
#include "compiler/vet/comments.h"

static uint32_t skip_string(const SrcFile *f, uint32_t i)
{
	char quote = f->text[i++];
	while (i < f->nbyte && f->text[i] != quote && (quote == '`' || f->text[i] != '\n'))
		i += f->text[i] == '\\' && quote != '`' ? 2 : 1;
	return i + 1;
}

Comments comments_of(SrcFile *f)
{
	Comments out = { 0 };
	int newlines = 2;               /* since the last comment, code counts as many */
	for (uint32_t i = 0; i < f->nbyte;) {
		const char *s = f->text + i;
		uint32_t n;
		if (*s == '"' || *s == '\'' || *s == '`') {
			i = skip_string(f, i);
			newlines = 2;
			continue;
		}
		if (*s != '/' || (s[1] != '/' && s[1] != '*')) {
			if (*s == '\n')
				newlines++;
			else if (*s != ' ' && *s != '\t' && *s != '\r')
				newlines = 2;
			i++;
			continue;
		}
		if (s[1] == '/') {
			n = (uint32_t)strcspn(s, "\n");
		} else {
			const char *end = strstr(s + 2, "*/");
			n = end ? (uint32_t)(end - s) + 2 : f->nbyte - i;
		}
		vec_push(&out.v, (Comment){ f->base + i, s, (int)n, newlines > 1 });
		newlines = 0;
		i += n;
	}
	return out;
}

Pos package_pos(const FileNode *f)
{
	const SrcFile *s = f->src;
	for (uint32_t off = f->pkg_name->pos - s->base; off >= 7; off--)
		if (!memcmp(s->text + off - 7, "package", 7))
			return s->base + off - 7;
	return f->pkg_name->pos;
}
