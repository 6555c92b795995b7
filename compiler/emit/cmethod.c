/* cmethod.c: keeps methods out of a program that nothing can call.
 *
 * A type's method table would make the linker keep every method of every type whose descriptor is in the program: printing an int
 * would bring time.Time's parser along. Tables are read for two purposes: an assertion to an interface looks for the methods of that
 * interface, and reflection may look for any. So tables do not name code but a weak symbol "M_" + code; the program unit, which
 * knows all interface types that have descriptors, defines those that can be asked for, each as one jump. The rest stay NULL and
 * their code is dropped. Units do not depend on the answer and can be cached. Static itabs and direct calls name the code itself.
 *
 * Methods are told apart by name and signature. When a package can call methods by reflection, all exported ones stay. */
#include "compiler/emit/em.h"

typedef struct { Sym *name; Package *pkg; Type *sig; const char *code; } Entry;

static VEC(Entry) tables, wanted;
static StrMap seen_tables;
static Map wanted_names;                /* Sym -> first index in wanted + 1 */
static VEC(int) wanted_next;

const char *live_method(const MethodSetEnt *m, const char *code)
{
	const char *name = str_fmt("M_%s", code);
	if (!strmap_get(&em.live, name)) {
		strmap_set(&em.live, name, (void *)name);
		buf_fmt(&em.decls, "extern void %s(void) TU_WEAK;\n", name);
	}
	if (!strmap_get(&seen_tables, code)) {
		strmap_set(&seen_tables, code, (void *)name);
		vec_push(&tables, (Entry){ m->name, m->pkg, type_canon(m->type), code });
	}
	return name;
}

void wanted_method(const MethodSetEnt *m)
{
	int first = (int)(uintptr_t)map_get(&wanted_names, MAP_KEY(m->name));
	Type *sig = type_canon(m->type);
	for (int i = first; i; i = wanted_next.v[i - 1])
		if (wanted.v[i - 1].sig == sig)
			return;
	vec_push(&wanted, (Entry){ m->name, m->pkg, sig, NULL });
	vec_push(&wanted_next, first);
	map_set(&wanted_names, MAP_KEY(m->name), (void *)(uintptr_t)wanted.n);
}

static bool is_wanted(const Entry *e)
{
	for (int i = (int)(uintptr_t)map_get(&wanted_names, MAP_KEY(e->name)); i; i = wanted_next.v[i - 1])
		if (wanted.v[i - 1].sig == e->sig)
			return true;
	return false;
}

/* True when some package may look up methods by reflection: every user of reflect outside the library, and the library packages
 * that do so themselves. */
static bool reflects_methods(void)
{
	static const char *const library[] = { "text/template", "encoding/gob", "net/rpc", "testing", "testing/quick" };
	vec_each(&prog->units, i) {
		Package *p = prog->units.v[i]->pkg;
		for (int k = 0; k < ARRAY_LEN(library); k++)
			if (!strcmp(p->path, library[k]))
				return true;
		for (int k = 0; !p->is_std && k < p->imports.n; k++)
			if (!strcmp(p->imports.v[k]->path, "reflect"))
				return true;
	}
	return false;
}

void put_live_methods(Buf *out)
{
	bool all = reflects_methods();
	vec_each(&tables, i) {
		Entry *e = &tables.v[i];
		if (!is_wanted(e) && !(all && name_exported(e->name)))
			continue;
		buf_fmt(out, "__asm__(\".section .text.M_%s,\\\"ax\\\",@progbits\\n\\t.globl M_%s\\nM_%s:\\tjmp %s\\n\\t.text\\n\");\n", e->code, e->code, e->code, e->code);
	}
}
