/* cmethod.c: keeps methods out of a program that nothing can call.
 *
 * A type's method table would make the linker keep every method of every type whose descriptor is in the program, and the descriptors of
 * their signatures: printing an int would bring time.Time's parser along. Tables are read for two purposes: an assertion to an
 * interface looks for the methods of that interface, and reflection may look for any. So a library package only names its types'
 * tables, as weak symbols; the program unit, which knows all interface types that have descriptors, prints those that somebody
 * can ask for, with the methods that can be asked for filled in. The rest stay NULL and what they would name is dropped.
 * Library units do not depend on the answer and can be cached. Their itabs are printed here too, without the methods that no live code
 * calls through that interface. Package main has its tables and itabs in its own unit, since its functions are local to it.
 *
 * Methods are told apart by name and signature. When a package can call methods by reflection, all exported ones stay. */
#include "compiler/emit/em.h"

typedef struct { const MethodSetEnt *m; const char *code, *desc; } Entry;
typedef struct { Type *type; const char *sym; Entry *entry; int n; } Table;

typedef struct { const char *name, *idesc, *desc, **code; Type *iface; uint32_t hash; int n; } Itab;

static VEC(Table) tables;
static VEC(Itab) itabs;
static StrMap seen_itabs;
static StrMap seen_tables;

void method_table(Buf *b, Type *t, const char *sym, MethodSet *ms)
{
	buf_fmt(b, "extern const TuMethod %s$m[] TU_WEAK;\n", sym);
	Table tab = { t, sym, arena_array(&build_arena, Entry, ms->v.n), ms->v.n };
	vec_each(&ms->v, i) {           /* naming them makes this unit define what has no other home */
		MethodSetEnt *m = &ms->v.v[i];
		tab.entry[i] = (Entry){ m, fn_name(ir_method_code(t, m)), desc_name(m->type) };
	}
	if (strmap_get(&seen_tables, sym))
		return;
	strmap_set(&seen_tables, sym, (void *)sym);
	vec_push(&tables, tab);
}

void later_itab(const char *name, Type *iface, const char *idesc, const char *desc, uint32_t hash, const char *const *code, int n)
{
	if (strmap_get(&seen_itabs, name))
		return;
	strmap_set(&seen_itabs, name, (void *)name);
	Itab t = { name, idesc, desc, arena_array(&build_arena, const char *, n + 1), iface, hash, n };
	memcpy(t.code, code, sizeof *code * (size_t)n);
	vec_push(&itabs, t);
}

static void put_itab(Buf *out, const Itab *t)
{
	Buf row = { 0 };
	for (int i = 0; i < t->n; i++) {
		if (!reach_iface_method(t->iface, i)) {
			buf_puts(&row, " 0,");
			continue;
		}
		buf_fmt(out, "extern void %s(void);\n", t->code[i]);
		buf_fmt(&row, " (void *)%s,", t->code[i]);
	}
	buf_fmt(out, "extern const TuType %s, %s;\nconst TuItab %s = { &%s, &%s, %uu, {%s } };\n", t->idesc, t->desc, t->name, t->idesc, t->desc, t->hash, row.s ? row.s : "");
	buf_free(&row);
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
		any |= reach_method(t->entry[i].m);
	if (!any || !reach_type(t->type))
		return;
	Buf rows = { 0 };
	for (int i = 0; i < t->n; i++) {
		const Entry *e = &t->entry[i];
		buf_puts(&rows, "\t{ ");
		put_tustring(&rows, e->m->name->s, e->m->name->n);
		buf_puts(&rows, ", ");
		const char *pkg = name_exported(e->m->name) || !e->m->pkg ? "" : e->m->pkg->path;
		put_tustring(&rows, pkg, strlen(pkg));
		if (!reach_method(e->m)) {
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
	reach_program(reflects_methods());
	vec_each(&itabs, i)
		put_itab(out, &itabs.v[i]);
	vec_each(&tables, i)
		put_table(out, &tables.v[i]);
}
