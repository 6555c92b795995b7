/* shift.c: x << n of a variable with n as wide as x or wider: always zero (or all sign). Code that a constant condition makes dead is
 * left alone. */
#include "compiler/vet/vet.h"

static bool mark(Node *n, void *arg)
{
	map_set(arg, MAP_KEY(n), n);
	return true;
}

static void dead_cases(Map *dead, const Node *n)
{
	const Const *tag = n->u.sw.tag ? n->u.sw.tag->val : NULL;
	uint64_t want = 0, have;
	if (n->u.sw.tag && (n->u.sw.tag->kind == N_TYPESWITCH_GUARD || !tag || !const_fits_u64(tag, &want)))
		return;
	vec_each(&n->u.sw.cases, i) {
		Node *c = n->u.sw.cases.v[i];
		bool is_dead = c->u.cas.exprs.n > 0;
		vec_each(&c->u.cas.exprs, k) {
			const Const *v = c->u.cas.exprs.v[k]->val;
			if (!n->u.sw.tag)
				is_dead &= v && const_kind(v) == CV_BOOL && !const_truth(v);
			else
				is_dead &= v && const_fits_u64(v, &have) && have != want;
		}
		if (is_dead)
			node_walk(c, mark, dead);
	}
}

static bool find_dead(Node *n, void *arg)
{
	if (map_has(arg, MAP_KEY(n)))
		return true;
	if (n->kind == N_IF && n->u.iff.cond && n->u.iff.cond->val && const_kind(n->u.iff.cond->val) == CV_BOOL) {
		Node *gone = const_truth(n->u.iff.cond->val) ? n->u.iff.els : n->u.iff.then;
		if (gone)
			node_walk(gone, mark, arg);
	}
	if (n->kind == N_SWITCH)
		dead_cases(arg, n);
	return true;
}

static void check(const Node *n, const Node *x, const Node *y)
{
	int64_t by;
	if (x->val || !y->val || !x->type)
		return;
	const Const *whole = const_to_int(y->val);
	if (const_kind(whole) != CV_INT || !const_fits_i64(whole, &by))
		return;
	VetTerms terms = vet_terms(x->type);
	int64_t least = INT64_MAX;
	bool several = false;
	vec_each(&terms.v, i) {
		int64_t size = 8 * type_size(terms.v.v[i].type);
		several |= i && size != least;
		least = MIN(least, size);
	}
	if (by >= least)
		vet_at(n, "%s (%s%lld bits) too small for shift of %lld", vet_text(x), several ? "may be " : "", (long long)least, (long long)by);
}

static bool visit(Node *n, void *arg)
{
	if (map_has(arg, MAP_KEY(n)))
		return true;
	if (n->kind == N_BINARY && (n->op == T_SHL || n->op == T_SHR))
		check(n, n->u.binary.x, n->u.binary.y);
	if (n->kind == N_ASSIGN && (n->op == T_SHL || n->op == T_SHR) && n->u.assign.lhs.n == 1 && n->u.assign.rhs.n == 1)
		check(n, n->u.assign.lhs.v[0], n->u.assign.rhs.v[0]);
	return true;
}

void vet_shift(void)
{
	Map dead = { 0 };
	vet_walk(find_dead, &dead);
	vet_walk(visit, &dead);
}
