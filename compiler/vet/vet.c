/* vet.c: the table of checkers, the walk over a package, findings. */
#include "compiler/vet/vet.h"

const VetChecker vet_checkers[] = {
#define CHECKER(id, name, about) { name, vet_##id, about },
#include "compiler/vet/checkers.def"
#undef CHECKER
};
const int vet_ncheckers = ARRAY_LEN(vet_checkers);

Package *vet_pkg;
FileNode *vet_file;
static Findings *out;

void vet_package(Package *pkg, const bool *on, Findings *found)
{
	vet_pkg = pkg;
	cur_pkg = NULL;                 /* types are shown with their packages */
	for (int i = 0; i < vet_ncheckers; i++) {
		out = &found[i];
		if (on[i])
			vet_checkers[i].run();
	}
}

static void report(Pos pos, Pos end, const char *fmt, va_list ap)
{
	Buf b = { 0 };
	buf_vfmt(&b, fmt, ap);
	vec_push(&out->v, (Finding){ pos, end, buf_take(&b) });
}

void vet_report(Pos pos, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	report(pos, pos, fmt, ap);
	va_end(ap);
}

void vet_at(const Node *n, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	report(vet_start(n), node_end(n), fmt, ap);
	va_end(ap);
}

/* ---- the walk --------------------------------------------------------------------------------------------------------------- */

static VEC(Node *) stack;

Node *vet_up(int i)
{
	return i < stack.n ? stack.v[stack.n - 1 - i] : NULL;
}

void node_children(Node *n, void (*visit)(Node *n, void *arg), void *arg);

/* The constants of a group may repeat the expressions of an earlier line: those are seen there. */
void vet_children(Node *n, void (*visit)(Node *n, void *arg), void *arg)
{
	if (n->kind != N_CONST || !(n->flags & NF_IMPLICIT)) {
		node_children(n, visit, arg);
		return;
	}
	vec_each(&n->u.val.names, i)
		visit(n->u.val.names.v[i], arg);
}

typedef struct Walk { bool (*visit)(Node *n, void *arg); void *arg; Node *last_type; } Walk;

static void go(Node *n, void *arg)
{
	Walk *w = arg;
	if (!w->visit(n, w->arg))
		return;
	vec_push(&stack, n);
	Node *last = w->last_type;
	if (n->kind == N_FIELD) {       /* the type of a, b T belongs to the first of them */
		if (n->u.field.name)
			go(n->u.field.name, w);
		if (n->u.field.type && n->u.field.type != last)
			go(n->u.field.type, w);
		if (n->u.field.tag)
			go(n->u.field.tag, w);
		w->last_type = n->u.field.type;
	} else {
		w->last_type = NULL;
		vet_children(n, go, w);
		w->last_type = last;
	}
	stack.n--;
}

void vet_walk_node(Node *n, bool (*visit)(Node *n, void *arg), void *arg)
{
	Walk w = { visit, arg, NULL };
	__typeof__(stack) saved = stack;
	stack = (__typeof__(stack)){ 0 };
	go(n, &w);
	stack = saved;
}

void vet_walk(bool (*visit)(Node *n, void *arg), void *arg)
{
	vec_each(&vet_pkg->files, i) {
		vet_file = vet_pkg->files.v[i];
		vec_each(&vet_file->decls, k)
			vet_walk_node(vet_file->decls.v[k], visit, arg);
	}
}

/* ---- where things start --------------------------------------------------------------------------------------------------------- */

/* The last time word stands before p in its file. */
static Pos word_before(Pos p, const char *word)
{
	SrcFile *f = src_of(p);
	size_t n = strlen(word);
	for (uint32_t off = p - f->base; off >= n; off--)
		if (!memcmp(f->text + off - n, word, n) && (off == n || strchr(" \t\n;{(", f->text[off - n - 1])))
			return f->base + off - (Pos)n;
	return p;
}

/* Leftmost position as go/ast sees it: unlike node_start, slices start at their operand, declarations at their keyword. */
Pos vet_start(const Node *n)
{
	for (;;) {
		const Node *down = NULL;
		switch ((NodeKind)n->kind) {
		case N_SLICE: down = n->u.slice.x; break;
		case N_EXPR_STMT: down = n->u.x.x; break;
		case N_LABELED: down = n->u.labeled.label; break;
		case N_COMPOSITE: down = n->u.comp.type; break;
		case N_KEYVALUE: down = n->u.kv.key; break;
		case N_SELECTOR: down = n->u.sel.x; break;
		case N_INDEX: down = n->u.index.x; break;
		case N_ASSERT: down = n->u.assert.x; break;
		case N_TYPESWITCH_GUARD: down = n->u.tsguard.name ? n->u.tsguard.name : n->u.tsguard.x; break;
		case N_BINARY: down = n->u.binary.x; break;
		case N_CALL: down = n->u.call.fun; break;
		case N_SEND: down = n->u.send.chan; break;
		case N_ASSIGN: down = n->u.assign.lhs.n ? n->u.assign.lhs.v[0] : NULL; break;
		case N_FUNC: return word_before(n->pos, "func");
		case N_FUNC_TYPE: return word_before(n->pos, "func");
		case N_DECL_STMT:
			if (!n->u.declstmt.decls.n)
				return n->pos;
			n = n->u.declstmt.decls.v[0];
			return word_before(n->pos, n->kind == N_VAR ? "var" : n->kind == N_CONST ? "const" : "type");
		default: break;
		}
		if (!down)
			return n->pos;
		n = down;
	}
}
