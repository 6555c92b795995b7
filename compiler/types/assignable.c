/* assignable.c: which values fit which types: implementing interfaces, satisfying constraints, assignment, conversion.
 * A failed question may leave Go's explanation in *cause; callers that do not want it pass NULL. */
#include "compiler/types/types.h"

#define SAY(cause, ...) do { if (cause) *(cause) = str_fmt(__VA_ARGS__); } while (0)

/* ---- implements ------------------------------------------------------------------------------------------------------------------ */

static bool mentions(Type *t, Type *what)
{
	if (t->kind == K_INTERFACE) {
		vec_each(&t->u.iface.embeds, i)
			if (mentions(t->u.iface.embeds.v[i], what))
				return true;
		return false;
	}
	if (t->kind == K_UNION) {
		vec_each(&t->u.uni.terms, i)
			if (mentions(t->u.uni.terms.v[i].type, what))
				return true;
		return false;
	}
	return type_same(t, what);
}

static bool is_iface_ptr(Type *t)
{
	Type *u = type_under(t);
	return u->kind == K_POINTER && type_is_interface(u->u.pointer.elem);
}

static bool comparable_enough(Type *v, TypeSet *want, bool constraint, const char *verb, const char **cause)
{
	if (!want->comparable && (want->all_types || !want->terms.n))
		return true;
	/* a set of specific types that are all comparable asks for it too */
	if (!want->comparable) {
		vec_each(&want->terms, i)
			if (!type_strictly_comparable(want->terms.v[i].type))
				return true;
	}
	if (type_strictly_comparable(v))
		return true;
	if (constraint && type_comparable(v, NULL)) {
		if (version_ok("go1.20"))
			return true;
		SAY(cause, "%s to %s comparable requires go1.20 or later", type_str(v), verb);
		return false;
	}
	SAY(cause, "%s does not %s comparable", type_str(v), verb);
	return false;
}

static void explain_missing_term(Type *v, Type *t, TypeSet *want, const char *verb, const char **cause)
{
	if (!cause)
		return;
	Type *alt = NULL;
	vec_each(&want->terms, i) {
		Term x = want->terms.v[i];
		if (!alt && !x.tilde && type_same(x.type, type_under(x.type)) && type_same(x.type, type_under(v)))
			alt = x.type;
	}
	const char *vs = type_str(v), *ts = type_str(t), *detail;
	if (alt)
		detail = str_fmt("possibly missing ~ for %s in %s", type_str(alt), ts);
	else if (mentions(type_under(t), v))
		detail = str_fmt("%s mentions %s, but %s is not in the type set of %s", ts, vs, vs, ts);
	else
		detail = str_fmt("%s missing in %s", vs, typeset_terms_str(want));
	*cause = str_fmt("%s does not %s %s (%s)", vs, verb, ts, detail);
}

bool type_implements(Type *v, Type *t, bool constraint, const char **cause)
{
	Type *vu = type_under(v), *tu = type_under(t);
	if (vu == t_invalid || tu == t_invalid || (vu->kind == K_POINTER && type_under(vu->u.pointer.elem) == t_invalid))
		return true;
	const char *verb = constraint ? "satisfy" : "implement";
	if (tu->kind != K_INTERFACE) {
		if (cause)
			*cause = str_fmt("%s does not %s %s (%s)", type_str(v), verb, type_str(t),
				is_iface_ptr(tu) ? iface_ptr_error(t) : str_fmt("%s is not an interface", type_str(t)));
		return false;
	}
	TypeSet *want = iface_set(tu), *have = vu->kind == K_INTERFACE ? iface_set(vu) : NULL;
	if (want->all_types && !want->comparable && !want->methods.n)
		return true;
	if (have && typeset_is_empty(have))
		return true;
	if (typeset_is_empty(want)) {
		SAY(cause, "cannot %s %s (empty type set)", verb, type_str(t));
		return false;
	}
	const char *why = "";
	if (!has_all_methods(v, t, true, NULL, NULL, cause ? &why : NULL)) {
		SAY(cause, "%s does not %s %s %s", type_str(v), verb, type_str(t), why);
		return false;
	}
	if (typeset_has_terms(want)) {
		if (have && !typeset_subset(have, want)) {
			SAY(cause, "%s does not %s %s", type_str(v), verb, type_str(t));
			return false;
		}
		if (!have && !typeset_includes(want, v)) {
			explain_missing_term(v, t, want, verb, cause);
			return false;
		}
	}
	return comparable_enough(v, want, constraint, verb, cause);
}

bool type_assertable(Type *v, Type *t, const char **cause)
{
	return type_is_interface(t) || has_all_methods(t, v, false, NULL, NULL, cause);
}

/* ---- assignable ---------------------------------------------------------------------------------------------------------------------- */

static void append_cause(const char **cause, const char *msg)
{
	if (cause)
		*cause = *cause && **cause ? str_fmt("%s\n\t%s", msg, *cause) : msg;
}

/* An untyped value without regard to its size. */
static bool untyped_fits(Type *v, Type *t)
{
	Type *u = type_under(t);
	if (v->kind == K_UNTYPED_NIL)
		return type_has_nil(u);
	if (u->kind == K_INTERFACE)
		return !iface_set(u)->methods.n && !iface_is_constraint(u);
	switch (v->kind) {
	case K_UNTYPED_BOOL: return type_is_boolean(u);
	case K_UNTYPED_STRING: return type_is_string(u);
	default: return type_is_numeric(u);
	}
}

struct each { Type *v, *t; const char **cause; bool ok; Type *vp, *orig_t; };

static bool untyped_term(Type *term, bool tilde, void *arg)
{
	(void)tilde;
	return term && untyped_fits(((struct each *)arg)->v, term);
}

static bool assign_to_term(Type *term, bool tilde, void *arg)
{
	(void)tilde;
	struct each *e = arg;
	if (!term)
		return e->ok = false;
	e->ok = type_assignable(e->v, term, false, e->cause);
	if (!e->ok && e->cause)
		append_cause(e->cause, str_fmt("cannot assign %s to %s (in %s)", type_str(e->v), type_str(term), type_str(e->t)));
	return e->ok;
}

static bool assign_from_term(Type *term, bool tilde, void *arg)
{
	(void)tilde;
	struct each *e = arg;
	if (!term)
		return e->ok = false;
	e->ok = type_assignable(term, e->t, false, e->cause);
	if (!e->ok && e->cause)
		append_cause(e->cause, str_fmt("cannot assign %s (in %s) to %s", type_str(term), type_str(e->v), type_str(e->orig_t)));
	return e->ok;
}

bool type_assignable(Type *orig_v, Type *orig_t, bool is_nil, const char **cause)
{
	Type *v = type_unalias(orig_v);
	Type *t = type_unalias(orig_t);
	if (v == t_invalid || t == t_invalid)
		return true;
	if (is_nil)
		v = t_basic[K_UNTYPED_NIL];
	if (type_same(v, t))
		return true;
	Type *vu = type_under(v), *tu = type_under(t);
	bool vp = v->kind == K_TYPEPARAM, tp = t->kind == K_TYPEPARAM;
	struct each e = { .v = orig_v, .t = t, .cause = cause, .orig_t = orig_t };
	if (type_is_untyped(vu))
		return tp ? typeset_each(t, untyped_term, &e) : untyped_fits(vu, t);
	bool named = type_is_named(v) && type_is_named(t);
	if (!named && !vp && !tp && type_same(vu, tu))
		return true;
	if ((tu->kind == K_INTERFACE && !tp) || is_iface_ptr(tu)) {
		if (type_implements(v, t, false, cause))
			return true;
		if (!vp)
			return false;
		if (cause)
			*cause = NULL;
	}
	if (vu->kind == K_INTERFACE && !vp && type_implements(t, v, false, NULL)) {
		if (cause)
			*cause = "need type assertion";
		return false;
	}
	if (vu->kind == K_CHAN && vu->u.chan.dir == DIR_BOTH && tu->kind == K_CHAN && type_same(vu->u.chan.elem, tu->u.chan.elem))
		return !named;
	if (tp && !type_is_named(v)) {
		typeset_each(t, assign_to_term, &e);
		return e.ok;
	}
	if (vp && !type_is_named(t)) {
		typeset_each(v, assign_from_term, &e);
		return e.ok;
	}
	return false;
}

/* ---- convertible ------------------------------------------------------------------------------------------------------------------------ */

static bool int_or_float(Type *u) { return type_is_integer(u) || type_is_float(u); }
static bool bytes_or_runes(Type *u) { return type_is_bytes(u) || type_is_runes(u); }

static bool convert_to_term(Type *term, bool tilde, void *arg)
{
	(void)tilde;
	struct each *e = arg;
	if (!term)
		return false;
	if (type_convertible(e->v, term, e->cause))
		return true;
	if (e->cause && e->vp)
		append_cause(e->cause, str_fmt("cannot convert %s (in %s) to type %s (in %s)", type_str(e->v), type_str(e->vp), type_str(term), type_str(e->t)));
	else if (e->cause)
		append_cause(e->cause, str_fmt("cannot convert %s to type %s (in %s)", type_str(e->v), type_str(term), type_str(e->t)));
	return false;
}

static bool convert_from_term(Type *term, bool tilde, void *arg)
{
	(void)tilde;
	struct each *e = arg;
	if (!term)
		return false;
	if (e->t->kind == K_TYPEPARAM) {
		struct each in = { .v = term, .vp = e->v, .t = e->t, .cause = e->cause };
		return typeset_each(e->t, convert_to_term, &in);
	}
	if (type_convertible(term, e->t, e->cause))
		return true;
	if (e->cause)
		append_cause(e->cause, str_fmt("cannot convert %s (in %s) to type %s", type_str(term), type_str(e->v), type_str(e->orig_t)));
	return false;
}

/* Slice to array or array pointer. 1 yes, 0 no, -1 too new for the language version. */
static int slice_to_array(Type *vu, Type *tu, const char **cause)
{
	if (vu->kind != K_SLICE)
		return 0;
	Type *a = tu->kind == K_POINTER ? type_under(tu->u.pointer.elem) : tu;
	if (a->kind != K_ARRAY || !type_same(vu->u.slice.elem, a->u.array.elem))
		return 0;
	bool to_ptr = tu->kind == K_POINTER;
	if (version_ok(to_ptr ? "go1.17" : "go1.20"))
		return 1;
	if (cause)
		*cause = to_ptr ? "conversion of slice to array pointer requires go1.17 or later" : "conversion of slice to array requires go1.20 or later";
	return -1;
}

bool type_convertible(Type *from, Type *orig_t, const char **cause)
{
	if (type_assignable(from, orig_t, false, cause))
		return true;
	Type *v = type_unalias(from), *t = type_unalias(orig_t);
	Type *vu = type_under(v), *tu = type_under(t);
	bool vp = v->kind == K_TYPEPARAM, tp = t->kind == K_TYPEPARAM;
	if (!vp && !tp && type_same_ignore_tags(vu, tu))
		return true;
	if (v->kind == K_POINTER && t->kind == K_POINTER) {
		Type *ve = v->u.pointer.elem, *te = t->u.pointer.elem;
		if (!type_is_tparam(ve) && !type_is_tparam(te) && type_same_ignore_tags(type_under(ve), type_under(te)))
			return true;
	}
	if ((int_or_float(vu) && int_or_float(tu)) || (type_is_complex(vu) && type_is_complex(tu)))
		return true;
	if ((type_is_string(tu) && (type_is_integer(vu) || bytes_or_runes(vu))) || (type_is_string(vu) && bytes_or_runes(tu)))
		return true;
	if (tu->kind == K_UNSAFEPTR && (vu->kind == K_POINTER || vu->kind == K_UINTPTR))
		return true;
	if (vu->kind == K_UNSAFEPTR && (tu->kind == K_POINTER || tu->kind == K_UINTPTR))
		return true;
	int sa = slice_to_array(vu, tu, cause);
	if (sa)
		return sa > 0;
	struct each e = { .v = from, .t = t, .cause = cause, .orig_t = orig_t };
	if (vp)
		return typeset_each(v, convert_from_term, &e);
	return tp && typeset_each(t, convert_to_term, &e);
}
