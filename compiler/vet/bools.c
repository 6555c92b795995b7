/* bools.c: operands of || and && that repeat or contradict each other: e && e, x == 1 && x == 2. */
#include "compiler/vet/vet.h"

/* Operands connected by op, last first, as they are found; operators seen on the way are not looked at again. */
static void split(Node *x, Tok op, Map *seen, NodeVec *out)
{
	for (;;) {
		x = node_unparen(x);
		if (x->kind != N_BINARY || x->op != op) {
			vec_push(out, x);
			return;
		}
		map_set(seen, MAP_KEY(x), x);
		split(x->u.binary.y, op, seen, out);
		x = x->u.binary.x;
	}
}

static void check_redundant(Node **v, int n, Tok op)
{
	StrMap seen = { 0 };
	for (int i = 0; i < n; i++) {
		const char *text = vet_text(v[i]);
		if (strmap_get(&seen, text))
			vet_at(v[i], "redundant %s: %s %s %s", op == T_OROR ? "or" : "and", text, tok_text[op], text);
		else
			strmap_set(&seen, text, v[i]);
	}
}

static void check_suspect(Node **v, int n, Tok op)
{
	StrMap seen = { 0 };
	for (int i = 0; i < n; i++) {
		Node *e = v[i];
		if (e->kind != N_BINARY || e->op != (op == T_OROR ? T_NE : T_EQ))
			continue;
		Node *x = e->u.binary.y->val ? e->u.binary.x : e->u.binary.x->val ? e->u.binary.y : NULL;
		if (!x)
			continue;
		const char *key = vet_text(x), *text = vet_text(e), *prev = strmap_get(&seen, key);
		if (!prev)
			strmap_set(&seen, key, (void *)text);
		else if (strcmp(prev, text))
			vet_at(e, "suspect %s: %s %s %s", op == T_OROR ? "or" : "and", text, tok_text[op], prev);
	}
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_BINARY || (n->op != T_OROR && n->op != T_ANDAND) || map_has(arg, MAP_KEY(n)))
		return true;
	NodeVec v = { 0 };
	split(n, n->op, arg, &v);
	for (int from = 0, i = 0; i <= v.n; i++) {      /* runs of operands without effects may be looked at in any order */
		if (i < v.n && vet_no_effects(v.v[i]))
			continue;
		check_redundant(v.v + from, i - from, n->op);
		check_suspect(v.v + from, i - from, n->op);
		from = i + 1;
	}
	return true;
}

void vet_bools(void)
{
	Map seen = { 0 };
	vet_walk(visit, &seen);
}
