/* unmarshal.c: json.Unmarshal(b, v) and its kin with a v that is no pointer. */
#include "compiler/vet/vet.h"

static bool visit(Node *n, void *arg)
{
	Obj *f = n->kind == N_CALL ? vet_callee(n) : NULL;
	if (!f || f->kind != O_FUNC || vet_is_iface_method(n->u.call.fun))
		return true;
	int at = -1;
	static const char *const pkgs[] = { "encoding/json", "encoding/xml", "encoding/asn1", "encoding/gob" };
	for (int i = 0; i < 4; i++) {
		if (i != 3 && vet_func_is(f, pkgs[i], "Unmarshal"))
			at = 1;
		if (i != 2 && vet_method_is(f, pkgs[i], "Decoder", "Decode"))
			at = 0;
	}
	if (at < 0 || n->u.call.args.n < at + 1)
		return true;
	Type *t = n->u.call.args.v[at]->type;
	if (!t || vet_under_is(t, K_POINTER) || vet_under_is(t, K_INTERFACE))
		return true;
	Pos lparen = n->pos;
	vet_report(lparen, at ? "call of %s passes non-pointer as second argument" : "call of %s passes non-pointer", f->name->s);
	return true;
}

void vet_unmarshal(void)
{
	static const char *const own[] = { "encoding/gob", "encoding/json", "encoding/xml", "encoding/asn1" };
	for (int i = 0; i < 4; i++)
		if (!strcmp(vet_pkg->path, own[i]))
			return;
	vet_walk(visit, NULL);
}
