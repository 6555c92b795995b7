/* unit.c: the C text of one unit: sections in order, everything that was asked for printed once. */
#include "compiler/emit/em.h"

Em em;

static void roots(void)
{
	const char *sym = mangle(em.u->pkg->path);
	Buf rows = { 0 };
	vec_each(&em.u->globals, i) {
		Global *g = em.u->globals.v[i];
		CType *c = ctype(g->type);
		/* what is only ever read as it was linked holds no heap pointers */
		if (g->is_extern || g->readonly || !c->ptrs)
			continue;
		int64_t n = type_ptr_nbyte(g->type);
		buf_fmt(&rows, "\t{ (void *)&%s, %lld, %s },\n", g->cname, (long long)n, mask_name(g->type));
	}
	buf_fmt(&em.data, "extern const TuRoot %s$roots[];\nconst TuRoot %s$roots[] = {\n%s\t{ 0, 0, 0 }\n};\n", sym, sym, rows.s ? rows.s : "");
	buf_free(&rows);
}

static void section(Buf *out, const char *title, Buf *b)
{
	if (b->n) {
		buf_fmt(out, "\n/* ---- %s */\n\n", title);
		buf_put(out, b->s, b->n);
	}
	buf_free(b);
}

void emit_unit(Buf *out, Unit *u, int shard)
{
	em = (Em){ .u = u, .is_main = emit_is_main(u) && shard_whole(u), .shard = shard };
	vec_each(&u->fns, i)
		map_set(&em.own, MAP_KEY(u->fns.v[i]), u->fns.v[i]);
	for (int i = 0; !shard && i < u->globals.n; i++)
		global_define(u->globals.v[i]);
	vec_each(&u->fns, i)
		if (fn_in_shard(u->fns.v[i]) && !u->fns.v[i]->is_extern && !u->fns.v[i]->is_intrinsic && u->fns.v[i]->blks.n)
			emit_fn(u->fns.v[i]);
	if (!shard) {
		descs_own();
		shard_descs();
	}
	int done = 0;
	do {
		descs_drain();
		for (; done < em.extra.n; done++)
			if (em.extra.v[done]->blks.n)
				emit_fn(em.extra.v[done]);
	} while (em.desc_queue.n || done < em.extra.n);
	if (!shard)
		roots();
	buf_fmt(out, "/* package %s: C printed by tuco. */\n", u->pkg ? u->pkg->path : "");
	if (race_build && u->pkg && (race_watches(u->pkg) || !strcmp(u->pkg->path, "sync/atomic")))
		buf_puts(out, "#define TUCO_RACE 1\n");
	buf_fmt(out, "#include \"runtime/include/tuco.h\"\n");
	if (em.intrin)
		buf_puts(out, "#include \"runtime/include/tuco_intrin.h\"\n");
	section(out, "types", &em.types);
	section(out, "functions", &em.protos);
	section(out, "declarations", &em.decls);
	section(out, "data", &em.data);
	section(out, "code", &em.bodies);
}
