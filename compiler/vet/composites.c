/* composites.c: literals of structs of other packages without field names: they break when a field is added. */
#include "compiler/vet/vet.h"

/* Structs that will never get another field. */
static const char *const frozen[] = {
	"image/color.Alpha16", "image/color.Alpha", "image/color.CMYK", "image/color.Gray16", "image/color.Gray", "image/color.NRGBA64",
	"image/color.NRGBA", "image/color.NYCbCrA", "image/color.RGBA64", "image/color.RGBA", "image/color.YCbCr", "image.Point",
	"image.Rectangle", "image.Uniform", "unicode.Range16", "unicode.Range32", "testing.InternalBenchmark", "testing.InternalExample",
	"testing.InternalTest", "testing.InternalFuzzTarget",
};

static bool is_ours(Type *t)
{
	t = type_unalias(t);
	if (t->kind == K_POINTER)
		return is_ours(t->u.pointer.elem);
	if (t->kind == K_STRUCT)
		return true;
	Obj *o = t->kind == K_NAMED ? t->u.named.obj : t->kind == K_TYPEPARAM ? t->u.tparam.obj : NULL;
	if (!o || !o->pkg)
		return false;
	size_t n = strlen(o->pkg->path);
	return o->pkg == vet_pkg || (!strncmp(vet_pkg->path, o->pkg->path, n) && !strcmp(vet_pkg->path + n, "_test"));
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_COMPOSITE || !n->u.comp.elems.n || !n->type)
		return true;
	vec_each(&n->u.comp.elems, i)
		if (n->u.comp.elems.v[i]->kind == N_KEYVALUE)
			return true;
	VetTerms terms = vet_terms(n->type);
	if (!terms.v.n)
		return true;
	Type *t = terms.v.v[0].type, *st = type_unalias(t);
	if (st->kind == K_POINTER)
		st = st->u.pointer.elem;
	if (!vet_under_is(st, K_STRUCT) || is_ours(t))
		return true;
	const char *name = type_str_full(n->type);
	for (int i = 0; i < ARRAY_LEN(frozen); i++)
		if (!strcmp(name, frozen[i]))
			return true;
	vet_at(n, "%s struct literal uses unkeyed fields", name);
	return true;
}

void vet_composites(void) { vet_walk(visit, NULL); }
