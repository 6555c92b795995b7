#!/usr/bin/env python3
"""rangefunc.py: nested loops over functions with every way out of them (labels, returns, defers, panics, iterators that misbehave).

	rangefunc.py SEED COUNT     prints a program of COUNT functions; Go and tuco must print the same (tests/fuzz/order.sh)"""
import random, sys
R=random.Random(int(sys.argv[1])); N=int(sys.argv[2])
print('''package main
import "fmt"
func seq(n int, mode int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer func() { if mode&1 != 0 { fmt.Print("[sd", n, "]") } }()
		for i := 0; i < n; i++ {
			if mode&8 != 0 && i == 2 { panic(fmt.Sprint("seq", n)) }
			if !yield(i) {
				fmt.Print("[stop", i, "]")
				if mode&2 != 0 && i < n-1 { yield(i+100) }
				return
			}
		}
		if mode&4 != 0 { yield(-1); fmt.Print("[more]") }
	}
}
func seq2(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) { for i := 0; i < n && yield(i, fmt.Sprint("s", i)); i++ {} }
}
func seq0(n int) func(func() bool) { return func(yield func() bool) { for i := 0; i < n && yield(); i++ {} } }
func swallow(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer func() { if r := recover(); r != nil { fmt.Print("[swallowed ", r, "]") } }()
		for i := 0; i < n; i++ { if !yield(i) { return } }
	}
}
func run(n int, f func() (int, string)) {
	defer func() { if r := recover(); r != nil { fmt.Print(" PANIC ", r); if e, ok := r.(error); ok { fmt.Print(" E:", e.Error()) } }; fmt.Println() }()
	fmt.Print(n, ": ")
	a, b := f()
	fmt.Print(" => ", a, b)
}
''')
class G:
    def __init__(s): s.n=0; s.labels=[]; s.lab=0
def stmts(g,d,vars,inloop,ind):
    out=[]
    for _ in range(R.randrange(1,4)):
        out.append(stmt(g,d,vars,inloop,ind))
    return ''.join(out)
def cond(vars): return R.choice(vars)+R.choice(['==','>','!='])+str(R.randrange(0,3)) if vars else 'x%3 == '+str(R.randrange(3))
def stmt(g,d,vars,inloop,ind):
    t='\t'*ind
    k=R.randrange(14)
    if k<4 and d<4:
        lab=''
        if R.random()<.6:
            g.lab+=1; l='L%d'%g.lab; lab='%s%s:\n'%(t,l); 
        else: l=None
        v='v%d'%g.n; g.n+=1
        kind=R.randrange(7)
        mode=R.choice([0,0,0,1,1,2,4,8]) 
        if kind==0: head='for %s := range seq(%d, %d)'%(v,R.randrange(1,4),mode)
        elif kind==1: head='for %s, s := range seq2(%d)'%(v,R.randrange(1,4))
        elif kind==2: head='for %s := range %d'%(v,R.randrange(1,4))
        elif kind==3: head='for range seq0(%d)'%R.randrange(1,3); v=None
        elif kind==4: head='for x = range seq(%d, %d)'%(R.randrange(1,4),mode); v='x'
        elif kind==5: head='for %s := range swallow(%d)'%(v,R.randrange(1,4))
        else: head='for %s := range []int{0,1,2}'%v
        if l: g.labels.append(l)
        body=stmts(g,d+1,vars+([v] if v else []),True,ind+1)
        if l: g.labels.pop()
        use='%s\t_ = s\n'%t if kind==1 else ''
        if l and (' '+l+'\n') not in body: lab=''
        pr='%s\tfmt.Print(" %s")\n'%(t,v or 'z') + ('%s\tfmt.Print(%s)\n'%(t,v) if v else '')
        return '%s%s%s {\n%s%s%s%s}\n'%(lab,t,head,use,pr,body,t)
    if k==4: return '%sx += %d\n'%(t,R.randrange(1,5))
    if k==5: return '%sdefer func() { fmt.Print(" d%d:", x); x++%s }()\n'%(t,R.randrange(99),R.choice(['','; r1 += 10','; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" }']))
    ex=[]
    if inloop: ex+=['break','continue','break','continue']
    for l in g.labels: ex+=['break '+l,'continue '+l]
    ex+=['return','return x, "r"','return f2()','panic("p")','goto End' if False else 'return %d, fmt.Sprint(x)'%R.randrange(9)]
    if k in(6,7,8,9,10): return '%sif %s {\n%s\t%s\n%s}\n'%(t,cond(vars),t,R.choice(ex),t)
    if k==11: return '%sfunc() { defer func() { x++ }(); x += 2 }()\n'%t
    if k==12: return '%sswitch {\n%scase %s:\n%s\t%s\n%sdefault:\n%s\tx++\n%s}\n'%(t,t,cond(vars),t,R.choice(ex),t,t,t)
    return '%sfmt.Print(" x", x)\n'%t
print('func f2() (int, string) { fmt.Print("[f2]"); return 5, "f2" }')
for i in range(N):
    g=G()
    print('func c%d() (r1 int, r2 string) {\n\tx := 0\n\t_ = x\n%s\treturn x, "end"\n}'%(i,stmts(g,0,[],False,1)+stmts(g,0,[],False,1)))
print('func main() {'); 
for i in range(N): print('\trun(%d, c%d)'%(i,i))
print('}')
