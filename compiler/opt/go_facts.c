/* go_facts.c: what Go's compiler says of functions of its library.
 *
 * Our library is other text, so its functions have other costs and other helpers. With -escape=go the lines of -m shall be Go's all the
 * same: go_facts.tab lists, per function, whether Go inlines it and at what cost, what comes along, and where its parameters leak.
 * Only messages follow the table. A leak in it is added to what our function does and none is taken away, so the code stays right. */
#include "compiler/opt/inline.h"

bool go_facts_on;

#define PACKAGE(path)
#define FACT(name, cost, nested, tags) { name, cost, nested, tags },
static const GoFact facts[] = {
#include "compiler/opt/go_facts.tab"
};
#undef PACKAGE
#undef FACT
#define PACKAGE(path) path,
#define FACT(name, cost, nested, tags)
static const char *const packages[] = {
#include "compiler/opt/go_facts.tab"
};

/* NULL: nothing is known of the function. Those of listed packages that are not listed themselves are not inlined and leak nothing. */
const GoFact *go_fact(const Fn *f)
{
	static const GoFact none = { "", -1, "", "" };
	static StrMap by_name, listed;
	if (!go_facts_on || !f || !f->pkg || !f->pkg->is_std || f->targs.n || f->outer || f->wrapper || !f->obj || !name_exported(f->obj->name))
		return NULL;
	if (!strmap_get(&listed, packages[0])) {
		for (int i = 0; i < ARRAY_LEN(packages); i++)
			strmap_set(&listed, packages[i], (void *)packages[i]);
		for (int i = 0; i < ARRAY_LEN(facts); i++)
			strmap_set(&by_name, facts[i].name, (void *)&facts[i]);
	}
	if (!strmap_get(&listed, f->pkg->path))
		return NULL;
	const GoFact *g = strmap_get(&by_name, f->name);
	return g ? g : &none;
}
