/* mono.c: finds instantiations that would never end.
 *
 * Every type argument that flows to a type parameter is an edge from the parameters (and local types) it mentions. The edge weighs 1 when the
 * argument wraps them in something, else 0. A cycle of positive weight means ever larger types: func f[T any]() { f[*T]() }. Longest paths are
 * relaxed until nothing changes or one gets longer than there are vertices. Cycles cannot cross packages. */
#include "compiler/types/types.h"

typedef struct Vertex { Obj *obj; int weight, pre, len; } Vertex;
typedef struct Edge { int dst, src, weight; Pos pos; Type *t; } Edge;

static VEC(Vertex) vertices;
static VEC(Edge) edges;
static Map index_of;    /* object -> vertex + 1, or -1 */
static Map stands_for;  /* fresh type parameter -> the one it stands for */

void mono_alias(Type *fresh, Type *tparam) { map_set(&stands_for, MAP_KEY(fresh), tparam); }

static int vertex_of(Obj *o)
{
	intptr_t i = (intptr_t)map_get(&index_of, MAP_KEY(o));
	if (i)
		return (int)i - 1;
	vec_push(&vertices, (Vertex){ .obj = o });
	map_set(&index_of, MAP_KEY(o), (void *)(intptr_t)vertices.n);
	return vertices.n - 1;
}

static int tparam_vertex(Type *p)
{
	for (Type *q; (q = map_get(&stands_for, MAP_KEY(p)));)
		p = q;
	return vertex_of(p->u.tparam.obj);
}

/* Local types carry the type parameters around them. */
static int local_vertex(Package *pkg, Type *named)
{
	Type *orig = named->u.named.orig;
	Obj *o = orig->u.named.obj;
	if (o->pkg != pkg || !named_outer(orig)->n)
		return -1;
	bool fresh = !map_has(&index_of, MAP_KEY(o));
	int v = vertex_of(o);
	if (fresh)
		vec_each(named_outer(orig), i) {
			Type *p = named_outer(orig)->v[i];
			vec_push(&edges, (Edge){ v, tparam_vertex(p), 1, o->pos, p });
		}
	return v;
}

/* ---- size of type arguments: they may double at every level, and their names with them ------------------------------------------- */

static Map weights;     /* instance -> its weight */

static void weigh(Type *t, int *w)
{
	if (!t || ++*w > MAX_WEIGHT)
		return;
	t = type_unalias(t);
	switch ((Kind)t->kind) {
	case K_ARRAY: weigh(t->u.array.elem, w); break;
	case K_SLICE:
	case K_POINTER: weigh(t->u.pointer.elem, w); break;
	case K_CHAN: weigh(t->u.chan.elem, w); break;
	case K_MAP:
		weigh(t->u.map.key, w);
		weigh(t->u.map.elem, w);
		break;
	case K_FUNC:
		vec_each(&t->u.fn.params, i)
			weigh(t->u.fn.params.v[i]->type, w);
		vec_each(&t->u.fn.results, i)
			weigh(t->u.fn.results.v[i]->type, w);
		break;
	case K_STRUCT:
		vec_each(&t->u.st.fields, i)
			weigh(t->u.st.fields.v[i].type, w);
		break;
	case K_NAMED:
		if (!t->u.named.targs.n)
			break;
		intptr_t known = (intptr_t)map_get(&weights, MAP_KEY(t));
		if (!known) {
			int own = 0;
			vec_each(&t->u.named.targs, i)
				weigh(t->u.named.targs.v[i], &own);
			map_set(&weights, MAP_KEY(t), (void *)(known = MAX(own, 1)));
		}
		*w = MIN(*w + (int)known, MAX_WEIGHT + 1);
		break;
	default: break;         /* methods of interfaces are behind their names or few */
	}
}

int type_weight(Type *t)
{
	int w = 0;
	weigh(t, &w);
	return w;
}

/* ---- edges ------------------------------------------------------------------------------------------------------------------------- */

typedef struct Flow { Package *pkg; Pos pos; Type *tpar, *targ; int depth; Map seen; } Flow;

static void add_flow(Flow *f, int src, Type *t)
{
	vec_push(&edges, (Edge){ tparam_vertex(f->tpar), src, t != f->targ, f->pos, f->targ });
}

static void flow(Flow *f, Type *t);

static void flow_objs(Flow *f, const ObjVec *v)
{
	vec_each(v, i)
		flow(f, v->v[i]->type);
}

static void flow_parts(Flow *f, Type *t)
{
	switch ((Kind)t->kind) {
	case K_TYPEPARAM: add_flow(f, tparam_vertex(t), t); break;
	case K_NAMED: {
		int v = local_vertex(f->pkg, t);
		if (v >= 0)
			add_flow(f, v, t);
		vec_each(&t->u.named.targs, i)
			flow(f, t->u.named.targs.v[i]);
		break;
	}
	case K_ARRAY: flow(f, t->u.array.elem); break;
	case K_SLICE:
	case K_POINTER: flow(f, t->u.pointer.elem); break;
	case K_CHAN: flow(f, t->u.chan.elem); break;
	case K_MAP:
		flow(f, t->u.map.key);
		flow(f, t->u.map.elem);
		break;
	case K_FUNC:
		flow_objs(f, &t->u.fn.params);
		flow_objs(f, &t->u.fn.results);
		break;
	case K_STRUCT:
		vec_each(&t->u.st.fields, i)
			flow(f, t->u.st.fields.v[i].type);
		break;
	case K_INTERFACE: {
		TypeSet *s = iface_set(t);
		vec_each(&s->methods, i)
			flow(f, s->methods.v[i].type);
		break;
	}
	default: break;
	}
}

static void flow(Flow *f, Type *t)
{
	if (!t || f->depth > 30)        /* anonymous interface that contains itself */
		return;
	t = type_unalias(t);
	if (f->depth > 3) {             /* type arguments may be shared at every level */
		if (map_has(&f->seen, MAP_KEY(t)))
			return;
		map_set(&f->seen, MAP_KEY(t), t);
	}
	f->depth++;
	flow_parts(f, t);
	f->depth--;
}

void mono_record(Package *pkg, Pos pos, const TypeVec *tparams, const TypeVec *targs, const NodeVec *xlist)
{
	for (int i = 0; i < tparams->n && i < targs->n; i++) {
		Type *p = tparams->v[i];
		if (p->u.tparam.obj->pkg != pkg || !targs->v[i])
			continue;
		Flow f = { pkg, xlist && i < xlist->n ? node_start(xlist->v[i]) : pos, p, targs->v[i], 0, { 0 } };
		flow(&f, targs->v[i]);
	}
}

static void report(int v)
{
	IntVec stack = { 0 };
	bool *seen = arena_array(&build_arena, bool, vertices.n);
	while (!seen[v]) {
		vec_push(&stack, v);
		seen[v] = true;
		v = edges.v[vertices.v[v].pre].src;
	}
	int from = 0;
	while (stack.v[from] != v)
		from++;
	Buf b = { 0 };
	buf_puts(&b, "instantiation cycle:");
	for (int i = from; i < stack.n; i++) {
		Edge *e = &edges.v[vertices.v[stack.v[i]].pre];
		Obj *o = vertices.v[e->dst].obj;
		bool tparam = o->type && o->type->kind == K_TYPEPARAM;
		buf_fmt(&b, "\n\t%s: %s %s %s", pos_str(e->pos), o->name->s, tparam ? "instantiated as" : "implicitly parameterized by", type_str(e->t));
	}
	diag_at(vertices.v[v].obj->pos, "%s", buf_take(&b));
}

void mono_check(Package *pkg)
{
	(void)pkg;
	for (bool again = true; again;) {
		again = false;
		vec_each(&edges, i) {
			Edge *e = &edges.v[i];
			Vertex *src = &vertices.v[e->src], *dst = &vertices.v[e->dst];
			int w = src->weight + e->weight;
			if (w <= dst->weight)
				continue;
			dst->pre = i;
			dst->len = src->len + 1;
			if (dst->len >= vertices.n) {
				report(e->dst);
				again = false;
				break;
			}
			dst->weight = w;
			again = true;
		}
	}
	vertices.n = edges.n = 0;
	index_of = (Map){ 0 };
	stands_for = (Map){ 0 };
}
