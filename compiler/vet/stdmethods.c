/* stdmethods.c: methods with a well-known name and another signature: the interface they are meant for is asked for at run time, and
 * silently not found. */
#include "compiler/vet/vet.h"

/* Types separated by blanks; one with = in front decides whether the well-known method is meant at all. */
static const struct { const char *name, *args, *results; } known[] = {
	{ "As", "any", "bool" },
	{ "Format", "=fmt.State rune", "" },
	{ "GobDecode", "[]byte", "error" },
	{ "GobEncode", "", "[]byte error" },
	{ "Is", "error", "bool" },
	{ "MarshalJSON", "", "[]byte error" },
	{ "MarshalXML", "*xml.Encoder xml.StartElement", "error" },
	{ "ReadByte", "", "byte error" },
	{ "ReadFrom", "=io.Reader", "int64 error" },
	{ "ReadRune", "", "rune int error" },
	{ "Scan", "=fmt.ScanState rune", "error" },
	{ "Seek", "=int64 int", "int64 error" },
	{ "UnmarshalJSON", "[]byte", "error" },
	{ "UnmarshalXML", "*xml.Decoder xml.StartElement", "error" },
	{ "UnreadByte", "", "error" },
	{ "UnreadRune", "", "error" },
	{ "Unwrap", "", "error" },
	{ "WriteByte", "byte", "error" },
	{ "WriteTo", "=io.Writer", "int64 error" },
};

static bool match_type(const char *want, Type *t)
{
	const char *have = type_str(t);
	return !strcmp(have, want) || (!strcmp(want, "any") && !strcmp(have, "interface{}"));
}

/* only: look at the types marked with = alone. */
static bool match(const char *want, const ObjVec *have, bool only)
{
	int i = 0;
	for (const char *w = want; *w; i++) {
		size_t n = strcspn(w, " ");
		if (!only || *w == '=') {
			const char *type = str_dup(w + (*w == '='), n - (*w == '='));
			if (i >= have->n || !match_type(type, have->v[i]->type))
				return false;
		}
		w += n;
		w += *w == ' ';
	}
	return only || have->n <= i;
}

static const char *joined(const char *words)
{
	Buf b = { 0 };
	for (const char *w = words; *w; w++)
		if (*w == ' ')
			buf_puts(&b, ", ");
		else if (*w != '=')
			buf_putc(&b, *w);
	return b.n ? buf_take(&b) : "";
}

static void check(const Node *name, Type *sig, Type *recv)
{
	int k = 0;
	while (k < ARRAY_LEN(known) && strcmp(known[k].name, name->u.name.sym->s))
		k++;
	if (k == ARRAY_LEN(known) || !sig || sig->kind != K_FUNC)
		return;
	const char *s = known[k].name;
	const ObjVec *args = &sig->u.fn.params, *results = &sig->u.fn.results;
	if (!strcmp(s, "WriteTo") && args->n > 1)
		return;
	if ((!strcmp(s, "Is") || !strcmp(s, "As") || !strcmp(s, "Unwrap")) && (!recv || !vet_implements(recv, t_error)))
		return;
	if (!strcmp(s, "Unwrap")) {
		const char *t = !args->n && results->n == 1 ? type_str(results->v[0]->type) : "";
		if (strcmp(t, "error") && strcmp(t, "[]error"))
			vet_at(name, "method Unwrap() should have signature Unwrap() error or Unwrap() []error");
		return;
	}
	if (!match(known[k].args, args, true) || !match(known[k].results, results, true))
		return;
	if (match(known[k].args, args, false) && match(known[k].results, results, false))
		return;
	Buf b = { 0 };
	sig_write(&b, sig, STR_DIAG);
	const char *r = joined(known[k].results);
	bool list = strchr(r, ',') != NULL;
	vet_at(name, "method %s%s should have signature %s(%s)%s%s%s%s", s, b.s ? b.s : "()", s, joined(known[k].args), *r ? " " : "", list ? "(" : "", r,
		list ? ")" : "");
}

static bool visit(Node *n, void *arg)
{
	if (n->kind == N_FUNC && n->u.fdecl.type->u.functype.recv && n->u.fdecl.obj) {
		Type *sig = n->u.fdecl.obj->type;
		check(n->u.fdecl.name, sig, sig && sig->kind == K_FUNC && sig->u.fn.recv ? sig->u.fn.recv->type : NULL);
	}
	if (n->kind == N_INTERFACE_TYPE && n->type && type_unalias(n->type)->kind == K_INTERFACE)
		vec_each(&n->u.iface.elems, i) {
			Node *name = n->u.iface.elems.v[i]->u.field.name;
			Type *t = type_unalias(n->type);
			for (int k = 0; name && k < t->u.iface.methods.n; k++)
				if (t->u.iface.methods.v[k].name == name->u.name.sym)
					check(name, t->u.iface.methods.v[k].type, n->type);
		}
	return true;
}

void vet_stdmethods(void) { vet_walk(visit, NULL); }
