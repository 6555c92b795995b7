/* call.c: calls and conversions, arguments against parameters, instantiation of generic functions, explicit or inferred. */
#include "compiler/types/check.h"

static bool is_generic_func(Type *t) { return t->kind == K_FUNC && t->u.fn.tparams.n > 0; }
static bool has_dots(const Node *call) { return call->flags & NF_DOTS; }

/* ---- instantiation ---------------------------------------------------------------------------------------------------------- */

/* Type arguments are left on the name that denotes the function. */
static void record_targs(Node *fun, TypeVec targs)
{
	fun = node_unparen(fun);
	if (fun->kind == N_INDEX)
		fun = node_unparen(fun->u.index.x);
	if (fun->kind == N_SELECTOR)
		fun = fun->u.sel.name;
	if (fun->kind != N_NAME)
		return;
	TypeVec *v = NEW(TypeVec);
	*v = targs;
	fun->u.name.targs = v;
}

static Type *instantiate(Pos pos, Node *expr, Type *sig, TypeVec targs, NodeVec *xlist)
{
	Type *inst = sig_instantiate(pos, sig, &targs);
	record_targs(expr, targs);
	ck_verify_later(pos, &sig->u.fn.tparams, &targs, xlist);
	return inst;
}

/* Type of the function with no type parameters of its own, for renaming. */
static Type *plain_copy(Type *sig)
{
	Type *t = type_new(K_FUNC);
	t->u.fn.params = sig->u.fn.params;
	t->u.fn.results = sig->u.fn.results;
	t->u.fn.variadic = sig->u.fn.variadic;
	return t;
}

static bool infer_from_target(Target *T, Pos pos, Operand *x, Type *sig, TypeVec *targs)
{
	ObjVec params = { 0 };
	Operand arg = { .mode = MODE_VALUE };
	Operand *args[1] = { &arg };
	TypeVec tps = sig->u.fn.tparams;
	if (T) {
		Type *plain = plain_copy(sig);
		tps = tparams_rename(&sig->u.fn.tparams, &plain);
		vec_push(&params, obj_new(O_VAR, sym(""), op_pos(x), plain, ck.pkg));
		arg.expr = ck_name_node(pos, T->of ? str_fmt("%s%s", T->desc, node_str(T->of)) : T->desc);
		arg.type = T->sig;
	} else {
		tps = tparams_rename(&sig->u.fn.tparams, NULL);
	}
	Pos at = pos;
	const char *err = NULL;
	TypeVec *r = infer(pos, &tps, targs, &params, args, T ? 1 : 0, T != NULL, &at, &err);
	if (!r) {
		if (err)
			ck_err(at, "%s", err);
		return false;
	}
	*targs = *r;
	return true;
}

/* x is a generic function; inst the index expression with type arguments, or NULL. With infer_rest, missing arguments are inferred from
 * the target type; without, true is returned and *partial holds the known ones. */
bool ck_func_inst(Target *T, Pos pos, Operand *x, Node *inst, bool infer_rest, TypeVec *partial)
{
	Pos err_pos = inst ? inst->pos : pos;
	if (inst)
		x->expr = inst;
	ck_version(err_pos, 18, "function instantiation");
	TypeVec targs = { 0 };
	NodeVec *xlist = inst ? &inst->u.index.index : NULL;
	if (inst && !ck_type_list(xlist, &targs)) {
		x->mode = MODE_INVALID;
		return false;
	}
	Type *sig = x->type;
	int got = targs.n, want = sig->u.fn.tparams.n;
	if (got > want) {
		ck_err(node_start(xlist->v[got - 1]), "got %d type arguments but want %d", got, want);
		x->mode = MODE_INVALID;
		return false;
	}
	if (got < want) {
		if (!infer_rest) {
			*partial = targs;
			return true;
		}
		if (T && ck_allows(18))
			ck_version(err_pos, 21, inst ? "partially instantiated function in assignment" : "implicitly instantiated function in assignment");
		if (!infer_from_target(T, pos, x, sig, &targs)) {
			x->mode = MODE_INVALID;
			return false;
		}
	}
	x->type = instantiate(x->expr->pos, x->expr, sig, targs, xlist);
	x->mode = MODE_VALUE;
	if (!inst)
		ck_record(x);
	return false;
}

/* ---- argument lists ---------------------------------------------------------------------------------------------------------------- */

static Operand *new_op(void) { return NEW(Operand); }

/* One argument that may be a generic function, possibly partly instantiated; true: *targs holds what is known. */
static bool generic_arg(Operand *x, Node *e, TypeVec *targs)
{
	if (e->kind != N_INDEX) {
		ck_generic_expr(x, e, NULL);
		return false;
	}
	*x = (Operand){ .mode = MODE_INVALID, .type = t_invalid };
	if (!ck_index_expr(x, e)) {
		x->expr = e;
		if (!op_ok(x))
			x->type = t_invalid;
		ck_record(x);
		ck_exclude(x, NOT_VALUE);
		ck_single_value(x);
		return false;
	}
	bool partial = ck_func_inst(NULL, e->pos, x, e, !ck_allows(21), targs);
	x->expr = e;
	if (!partial)
		ck_record(x);
	return partial;
}

/* Operands of a call; f(g()) spreads. atargs gets the partial type arguments by operand. */
static TypeVec *arg_list(NodeVec *list, OpVec *out)
{
	int n = list->n;
	if (n == 0)
		return NULL;
	TypeVec *atargs = NULL;
	if (n == 1 && list->v[0]->kind != N_INDEX) {
		Node *e = list->v[0];
		Operand *x = new_op();
		ck_raw(NULL, x, e, NULL, true);
		ck_exclude(x, NOT_VALUE);
		if (!op_ok(x) || !x->type || x->type->kind != K_TUPLE) {
			vec_push(out, x);
			return NULL;
		}
		TypeVec *ts = &x->type->u.tuple.types;
		for (int i = 0; i < ts->n; i++) {
			Operand *y = new_op();
			*y = (Operand){ .mode = MODE_VALUE, .expr = e, .type = ts->v[i] };
			vec_push(out, y);
		}
		return NULL;
	}
	for (int i = 0; i < n; i++) {
		Operand *x = new_op();
		TypeVec known = { 0 };
		if (generic_arg(x, list->v[i], &known)) {
			if (!atargs)
				atargs = arena_array(&build_arena, TypeVec, n);
			atargs[i] = known;
		}
		vec_push(out, x);
	}
	return atargs;
}

static void count_mismatch(Node *call, Type *sig, OpVec *args, int npar, bool dots)
{
	int n = args->n, np = sig->u.fn.params.n;
	Node *at = n > npar ? args->v[npar]->expr : n > 0 ? args->v[n - 1]->expr : call;
	Type **have = arena_array(&build_arena, Type *, n + 1), **want = arena_array(&build_arena, Type *, np + 1);
	for (int i = 0; i < n; i++)
		have[i] = args->v[i]->type;
	for (int i = 0; i < np; i++)
		want[i] = sig->u.fn.params.v[i]->type;
	ck_err(node_start(at), "%s arguments in call to %s\n\thave %s\n\twant %s", n > npar ? "too many" : "not enough", node_str(call->u.call.fun),
		ck_types_summary(have, n, false, dots), ck_types_summary(want, np, sig->u.fn.variadic, false));
}

/* Number of arguments the call needs, or -1 after reporting. */
static int expected_count(Node *call, Type *sig, OpVec *args)
{
	int n = args->n, npar = sig->u.fn.params.n;
	bool dots = has_dots(call);
	if (!sig->u.fn.variadic) {
		if (dots) {
			ck_err(node_start(call), "cannot use ... in call to non-variadic %s", node_str(call->u.call.fun));
			return -1;
		}
	} else if (dots) {
		if (call->u.call.args.n == 1 && n > 1) {
			ck_err(node_start(call), "cannot use ... with %d-valued %s", n, node_str(call->u.call.args.v[0]));
			return -1;
		}
	} else {
		npar = n >= npar - 1 ? n : npar - 1;
	}
	if (n == npar)
		return npar;
	count_mismatch(call, sig, args, npar, dots);
	return -1;
}

/* Parameter types as the arguments meet them: the variadic one spread out. */
static void param_types(Node *call, Type *sig, int n, Type **pt)
{
	int np = sig->u.fn.params.n;
	bool spread = sig->u.fn.variadic && !has_dots(call);
	for (int i = 0; i < n; i++) {
		if (spread && i >= np - 1) {
			Type *last = sig->u.fn.params.v[np - 1]->type;
			pt[i] = last->kind == K_SLICE ? last->u.slice.elem : last;
		} else {
			pt[i] = sig->u.fn.params.v[i]->type;
		}
	}
}

/* ---- inference ------------------------------------------------------------------------------------------------------------------------ */

typedef struct Inference {
	TypeVec tparams, targs;         /* the function's, then those of generic function arguments */
	ObjVec params;
	IntVec generic;                 /* indexes of such arguments */
} Inference;

static void add_padding(Inference *f)
{
	while (f->targs.n < f->tparams.n)
		vec_push(&f->targs, NULL);
}

static void prepare_params(Inference *f, Type *sig, TypeVec targs, Type **pt, int n)
{
	Type *tmp = type_new(K_FUNC);
	for (int i = 0; i < n; i++) {
		Obj *o = obj_new(O_VAR, sym(""), 0, pt[i], ck.pkg);
		vec_push(&tmp->u.fn.params, o);
	}
	if (sig->u.fn.tparams.n) {
		f->tparams = tparams_rename(&sig->u.fn.tparams, &tmp);
		for (int i = 0; i < targs.n; i++)
			vec_push(&f->targs, targs.v[i]);
		add_padding(f);
	}
	f->params = tmp->u.fn.params;
}

static void add_generic_arg(Inference *f, Operand *arg, int i, const TypeVec *known)
{
	Type *t = plain_copy(arg->type);
	TypeVec own = tparams_rename(&arg->type->u.fn.tparams, &t);
	Type *fresh = plain_copy(t);
	fresh->u.fn.tparams = own;
	arg->type = fresh;
	for (int k = 0; k < own.n; k++)
		vec_push(&f->tparams, own.v[k]);
	for (int k = 0; known && k < known->n; k++)
		vec_push(&f->targs, known->v[k]);
	add_padding(f);
	vec_push(&f->generic, i);
}

static TypeVec slice_of(const TypeVec *v, int from, int n)
{
	TypeVec r = { 0 };
	for (int i = 0; i < n; i++)
		vec_push(&r, v->v[from + i]);
	return r;
}

/* Instantiates the generic function arguments with what was found for them. */
static void settle_generic_args(Inference *f, OpVec *args, int own, const TypeVec *found)
{
	int j = own;
	for (int k = 0; k < f->generic.n; k++) {
		Operand *arg = args->v[f->generic.v[k]];
		int n = arg->type->u.fn.tparams.n;
		arg->type = instantiate(arg->expr->pos, arg->expr, arg->type, slice_of(found, j, n), NULL);
		ck_record(arg);
		j += n;
	}
}

static bool needs_inference(Type *sig, OpVec *args)
{
	if (sig->u.fn.tparams.n)
		return true;
	for (int i = 0; i < args->n; i++)
		if (op_ok(args->v[i]) && args->v[i]->type && is_generic_func(args->v[i]->type))
			return true;
	return false;
}

/* The called signature with all type arguments known, NULL after reporting. pt is replaced by the final parameter types. */
static Type *infer_call(Node *call, Type *sig, TypeVec targs, NodeVec *xlist, OpVec *args, TypeVec *atargs, Type **pt)
{
	Node *fun = call->u.call.fun;
	Inference f = { 0 };
	int own = sig->u.fn.tparams.n;
	if (own && !ck_allows(18)) {
		if (fun->kind == N_INDEX)
			ck_version(node_start(fun), 18, "function instantiation");
		else
			ck_version(node_start(call), 18, "implicit function instantiation");
	}
	prepare_params(&f, sig, targs, pt, args->n);
	for (int i = 0; i < args->n; i++) {
		Operand *a = args->v[i];
		if (op_ok(a) && a->type && is_generic_func(a->type))
			add_generic_arg(&f, a, i, atargs && i < call->u.call.args.n ? &atargs[i] : NULL);
	}
	if (f.generic.n)
		ck_version(op_pos(args->v[f.generic.v[0]]), 21, "implicitly instantiated function as argument");
	Pos at = call->pos;
	const char *err = NULL;
	TypeVec *found = infer(call->pos, &f.tparams, &f.targs, &f.params, args->v, args->n, false, &at, &err);
	if (!found) {
		if (err)
			ck_err(at, "in call to %s, %s", node_str(fun), err);
		return NULL;
	}
	Type *rsig = sig;
	if (own) {
		TypeVec mine = slice_of(found, 0, own);
		rsig = instantiate(call->pos, fun, sig, mine, xlist);
	}
	/* with all arguments generic functions may depend on one another: substitute everything */
	for (int i = 0; i < args->n; i++)
		pt[i] = type_subst(f.params.v[i]->type, &f.tparams, found);
	settle_generic_args(&f, args, own, found);
	return rsig;
}

Type *ck_arguments(Node *call, Type *sig, TypeVec targs, NodeVec *xlist, OpVec *args, TypeVec *atargs)
{
	if (expected_count(call, sig, args) < 0)
		return sig;
	Type *few[8], **pt = args->n <= ARRAY_LEN(few) ? few : arena_array(&build_arena, Type *, args->n);
	param_types(call, sig, args->n, pt);
	Type *rsig = sig;
	if (needs_inference(sig, args)) {
		rsig = infer_call(call, sig, targs, xlist, args, atargs, pt);
		if (!rsig)
			return sig;
	}
	Why why = { "argument to ", call->u.call.fun };
	for (int i = 0; i < args->n; i++)
		ck_assignment(args->v[i], pt[i], why);
	return rsig;
}

/* ---- calls ---------------------------------------------------------------------------------------------------------------------------------- */

static ExprKind fail(Operand *x, Node *call, ExprKind kind)
{
	x->mode = MODE_INVALID;
	x->type = t_invalid;
	x->expr = call;
	return kind;
}

static ExprKind check_conversion(Operand *x, Node *call)
{
	NodeVec *args = &call->u.call.args;
	call->flags |= NF_CONVERSION;
	ck_non_generic(NULL, x);
	if (!op_ok(x))
		return fail(x, call, EX_CONVERSION);
	Type *T = x->type;
	if (!ck_is_complete(T))
		return fail(x, call, EX_CONVERSION);
	x->mode = MODE_INVALID;
	if (args->n == 0) {
		ck_err(node_start(call), "missing argument in conversion to %s", type_str(T));
	} else if (args->n > 1) {
		ck_use_all(args);
		ck_err(node_start(args->v[args->n - 1]), "too many arguments in conversion to %s", type_str(T));
	} else {
		Target target;
		bool has = ck_new_target(&target, T, "conversion", NULL);
		ck_expr(has ? &target : NULL, x, args->v[0]);
		if (op_ok(x) && type_is_interface(T) && !type_is_tparam(T) && iface_is_constraint(type_under(T))) {
			ck_err(node_start(call), "cannot use interface %s in conversion (contains specific type constraints or is comparable)", type_str(T));
			x->mode = MODE_INVALID;
		} else if (op_ok(x) && has_dots(call)) {
			ck_err(node_start(args->v[0]), "invalid use of ... in conversion to %s", type_str(T));
			x->mode = MODE_INVALID;
		} else if (op_ok(x)) {
			ck_conversion(x, T);
		}
	}
	if (!op_ok(x))
		x->type = t_invalid;
	x->expr = call;
	return EX_CONVERSION;
}

static ExprKind check_builtin(Operand *x, Node *call)
{
	int id = x->builtin;
	call->flags |= NF_BUILTIN;
	if (!ck_builtin(x, call, id)) {
		x->mode = MODE_INVALID;
		x->type = t_invalid;
	}
	x->expr = call;
	if (op_ok(x) && x->mode != MODE_CONST)
		ck.env.has_call = true;
	return ck_builtin_kind(id);
}

static const char *func_cond(Type *t, Type *u)
{
	return u && u->kind != K_FUNC ? str_fmt("%s is not a function", type_str(t)) : NULL;
}

/* Explicit type arguments of f[T](...); false after reporting. A complete list instantiates at once. */
static bool explicit_targs(Operand *x, Node *call, Node *inst, Type **sig, TypeVec *targs, NodeVec **xlist)
{
	(void)x;
	*xlist = &inst->u.index.index;
	if (!ck_type_list(*xlist, targs)) {
		ck_use_all(&call->u.call.args);
		return false;
	}
	int got = targs->n, want = (*sig)->u.fn.tparams.n;
	if (got > want) {
		ck_err(node_start((*xlist)->v[want]), "got %d type arguments but want %d", got, want);
		ck_use_all(&call->u.call.args);
		return false;
	}
	if (got == want && want > 0) {
		ck_version(node_start(inst), 18, "function instantiation");
		*sig = instantiate(inst->pos, inst, *sig, *targs, *xlist);
		ck_record_at(inst, MODE_VALUE, *sig, NULL);
		*targs = (TypeVec){ 0 };
		*xlist = NULL;
	}
	return true;
}

static Type *result_tuple(Type *sig)
{
	TypeVec v = { 0 };
	for (int i = 0; i < sig->u.fn.results.n; i++)
		vec_push(&v, sig->u.fn.results.v[i]->type);
	return type_tuple(v.v, v.n);
}

ExprKind ck_call(Operand *x, Node *call)
{
	Node *fun = call->u.call.fun, *inst = NULL;
	NodeVec *args = &call->u.call.args, *xlist = NULL;
	*x = (Operand){ .mode = MODE_INVALID, .type = t_invalid };
	if (fun->kind == N_INDEX) {
		if (ck_index_expr(x, fun))
			inst = fun;
		x->expr = fun;
		ck_record(x);
	} else {
		ck_expr_or_type(x, fun, true);
	}
	if (!op_ok(x)) {
		ck_use_all(args);
		return fail(x, call, EX_STATEMENT);
	}
	if (x->mode == MODE_TYPE)
		return check_conversion(x, call);
	if (x->mode == MODE_BUILTIN)
		return check_builtin(x, call);
	const char *cause;
	Type *sig = x->type->kind == K_FUNC ? x->type : ck_common_under(x->type, func_cond, &cause);
	if (!sig) {
		ck_err(op_pos(x), "invalid operation: cannot call %s: %s", operand_str(x), cause ? cause : "no specific type");
		return fail(x, call, EX_STATEMENT);
	}
	bool was_generic = sig->u.fn.tparams.n > 0;
	TypeVec targs = { 0 };
	if (inst && !explicit_targs(x, call, inst, &sig, &targs, &xlist))
		return fail(x, call, EX_STATEMENT);
	OpVec ops = { 0 };
	TypeVec *atargs = arg_list(args, &ops);
	sig = ck_arguments(call, sig, targs, xlist, &ops, atargs);
	if (was_generic && !sig->u.fn.tparams.n)
		ck_record_at(fun, MODE_VALUE, sig, NULL);
	ck.env.has_call = true;
	x->expr = call;
	switch (sig->u.fn.results.n) {
	case 0:
		x->mode = MODE_NOVALUE;         /* the function's type stays, for "have (func())" */
		break;
	case 1:
		x->mode = MODE_VALUE;
		x->type = sig->u.fn.results.v[0]->type;
		if (!ck_is_complete(x->type))
			return fail(x, call, EX_STATEMENT);
		break;
	default:
		x->mode = MODE_VALUE;
		x->type = result_tuple(sig);
		break;
	}
	/* a result that still mentions type parameters of a call that failed to infer them helps nobody */
	if (x->mode == MODE_VALUE && sig->u.fn.tparams.n && type_mentions(x->type, &sig->u.fn.tparams))
		return fail(x, call, EX_STATEMENT);
	return EX_STATEMENT;
}
