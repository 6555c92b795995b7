/* cmethod.c: keeps methods out of a program that nothing can call.
 *
 * A type's method table would make the linker keep every method of every type whose descriptor is in the program, and the descriptors of
 * their signatures: printing an int would bring time.Time's parser along. Tables are read for two purposes: an assertion to an
 * interface looks for the methods of that interface, and reflection may look for any. So a library package only names its types'
 * tables, as weak symbols; the program unit, which knows all interface types that have descriptors, prints those that somebody
 * can ask for, with the methods that can be asked for filled in. The rest stay NULL and what they would name is dropped.
 * Library units do not depend on the answer and can be cached. Static itabs and direct calls name the code itself, and so do the
 * tables of package main, whose functions are local to its unit.
 *
 * Methods are told apart by name and signature. When a package can call methods by reflection, all exported ones stay. */
#include "compiler/emit/em.h"

typedef struct { Sym *name; Package *pkg; Type *sig; const char *code, *desc; } Entry;
typedef struct { Type *type; const char *sym; Entry *entry; int n; } Table;

static VEC(Table) tables;
static VEC(Entry) wanted;
static StrMap seen_tables;
static Map wanted_names;                /* Sym -> first index in wanted + 1 */
static VEC(int) wanted_next;

void method_table(Buf *b, Type *t, const char *sym, MethodSet *ms)
{
	buf_fmt(b, "extern const TuMethod %s$m[] TU_WEAK;\n", sym);
	Table tab = { t, sym, arena_array(&build_arena, Entry, ms->v.n), ms->v.n };
	vec_each(&ms->v, i) {           /* naming them makes this unit define what has no other home */
		MethodSetEnt *m = &ms->v.v[i];
		tab.entry[i] = (Entry){ m->name, m->pkg, type_canon(m->type), fn_name(ir_method_code(t, m)), desc_name(m->type) };
	}
	if (strmap_get(&seen_tables, sym))
		return;
	strmap_set(&seen_tables, sym, (void *)sym);
	vec_push(&tables, tab);
}

void wanted_method(const MethodSetEnt *m)
{
	int first = (int)(uintptr_t)map_get(&wanted_names, MAP_KEY(m->name));
	Type *sig = type_canon(m->type);
	for (int i = first; i; i = wanted_next.v[i - 1])
		if (wanted.v[i - 1].sig == sig)
			return;
	vec_push(&wanted, ((Entry){ m->name, m->pkg, sig, NULL, NULL }));
	vec_push(&wanted_next, first);
	map_set(&wanted_names, MAP_KEY(m->name), (void *)(uintptr_t)wanted.n);
}

static bool all;                        /* reflection may ask for any exported method */

static bool is_wanted(Sym *name, Type *sig)
{
	if (all && name_exported(name))
		return true;
	for (int i = (int)(uintptr_t)map_get(&wanted_names, MAP_KEY(name)); i; i = wanted_next.v[i - 1])
		if (wanted.v[i - 1].sig == sig)
			return true;
	return false;
}

static bool wants(const MethodSetEnt *m)
{
	return is_wanted(m->name, type_canon(m->type));
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

static void put_table(Buf *out, const Table *t)
{
	bool any = false;
	for (int i = 0; i < t->n; i++)
		any |= is_wanted(t->entry[i].name, t->entry[i].sig);
	if (!any || !reach_type(t->type))
		return;
	Buf rows = { 0 };
	for (int i = 0; i < t->n; i++) {
		const Entry *e = &t->entry[i];
		buf_puts(&rows, "\t{ ");
		put_tustring(&rows, e->name->s, e->name->n);
		buf_puts(&rows, ", ");
		const char *pkg = name_exported(e->name) || !e->pkg ? "" : e->pkg->path;
		put_tustring(&rows, pkg, strlen(pkg));
		if (!is_wanted(e->name, e->sig)) {
			buf_puts(&rows, ", 0, 0, 0 },\n");
			continue;
		}
		buf_fmt(out, "extern void %s(void);\nextern const TuType %s;\n", e->code, e->desc);
		buf_fmt(&rows, ", &%s, (void *)%s, (void *)%s },\n", e->desc, e->code, e->code);
	}
	buf_fmt(out, "const TuMethod %s$m[%d] = {\n%s};\n", t->sym, t->n, rows.s);
	buf_free(&rows);
}

void put_live_methods(Buf *out)
{
	all = reflects_methods();
	reach_program(wants);
	vec_each(&tables, i)
		put_table(out, &tables.v[i]);
}
