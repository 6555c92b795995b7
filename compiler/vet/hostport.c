/* hostport.c: net.Dial("tcp", fmt.Sprintf("%s:%d", host, port)): an IPv6 address needs brackets, which net.JoinHostPort knows. */
#include "compiler/vet/vet.h"

static void check_addr(const Node *x, const Node *dial)
{
	if (x->kind != N_CALL || x->u.call.args.n != 3 || !vet_func_is(vet_callee(x), "fmt", "Sprintf"))
		return;
	const Node *farg = x->u.call.args.v[0];
	Sym *format = vet_string(farg);
	if (!format || (strcmp(format->s, "%s:%d") && strcmp(format->s, "%s:%s")))
		return;
	vet_at(farg, "address format \"%s\" does not work with IPv6%s", format->s,
		dial ? str_fmt(" (passed to net.Dial at L%u)", pos_where(vet_start(dial)).line) : "");
}

static bool visit(Node *n, void *arg)
{
	if (n->kind != N_CALL || n->u.call.args.n < 2)
		return true;
	Obj *f = vet_callee(n);
	if (!vet_func_is(f, "net", "Dial DialTimeout") && !vet_method_is(f, "net", "Dialer", "Dial"))
		return true;
	Node *addr = n->u.call.args.v[1];
	if (addr->kind == N_CALL && n->u.call.args.n == 2)
		check_addr(addr, NULL);
	Obj *o = addr->kind == N_NAME ? addr->u.name.obj : NULL;
	Node *value = vet_declared_with(o);
	if (value)
		check_addr(value, n);
	return true;
}

void vet_hostport(void)
{
	if (vet_imports("fmt"))
		vet_walk(visit, NULL);
}
