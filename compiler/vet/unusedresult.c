/* unusedresult.c: statements that call a function without effects and drop its result. */
#include "compiler/vet/vet.h"

static const char *extra;

void vet_unused_funcs(const char *list) { extra = list; }

static const struct { const char *pkg, *names; } pure[] = {
	{ "context", "WithCancel WithDeadline WithTimeout WithValue" },
	{ "errors", "New" },
	{ "fmt", "Append Appendf Appendln Errorf Sprint Sprintf Sprintln" },
	{ "maps", "All Clone Collect Equal EqualFunc Keys Values" },
	{ "slices", "All AppendSeq Backward BinarySearch BinarySearchFunc Chunk Clip Clone Collect Compact CompactFunc Compare CompareFunc Concat Contains "
		"ContainsFunc Delete DeleteFunc Equal EqualFunc Grow Index IndexFunc Insert IsSorted IsSortedFunc Max MaxFunc Min MinFunc Repeat Replace "
		"Sorted SortedFunc SortedStableFunc Values" },
	{ "sort", "Reverse" },
};

static bool is_pure(const Obj *f)
{
	if (extra) {
		const char *name = str_fmt("%s.%s", f->pkg ? f->pkg->path : "", f->name->s);
		size_t n = strlen(name);
		for (const char *p = extra; *p; p += strcspn(p, ","), p += *p == ',')
			if (strcspn(p, ",") == n && !memcmp(p, name, n))
				return true;
		return false;
	}
	for (int i = 0; i < ARRAY_LEN(pure); i++)
		if (vet_func_is(f, pure[i].pkg, pure[i].names))
			return true;
	return false;
}

static bool visit(Node *n, void *arg)
{
	Node *call = n->kind == N_EXPR_STMT ? node_unparen(n->u.x.x) : NULL;
	Obj *f = call && call->kind == N_CALL ? vet_callee(call) : NULL;
	if (!f || f->kind != O_FUNC)
		return true;
	Type *sig = f->type && f->type->kind == K_FUNC ? f->type : NULL;
	bool method = vet_is_iface_method(call->u.call.fun) || (sig && sig->u.fn.recv);
	if (!method) {
		if (is_pure(f))
			vet_at(call, "result of %s.%s call not used", f->pkg->path, f->name->s);
		return true;
	}
	const char *name = f->name->s;
	if (sig && !sig->u.fn.params.n && sig->u.fn.results.n == 1 && type_same(sig->u.fn.results.v[0]->type, t_basic[K_STRING]) &&
	    (!strcmp(name, "Error") || !strcmp(name, "String")))
		vet_at(call, "result of %s call not used", vet_full_name(call->u.call.fun, f));
	return true;
}

void vet_unusedresult(void) { vet_walk(visit, NULL); }
