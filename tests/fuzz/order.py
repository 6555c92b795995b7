#!/usr/bin/env python3
"""order.py: programs that tell in which order the parts of statements are evaluated.

	order.py SEED COUNT [noinline]      prints a program of COUNT cases; Go must be in PATH: cases it rejects are left out

Each case is one statement whose operands panic, have effects or read variables that the others change, and prints what happened. The
program's output under Go and under tuco is to be the same (tests/fuzz/order.sh). Two known differences: gc evaluates the capacity of a
non-escaping make before the length, and a load that cannot be seen any more because another panic follows may be left out."""
import os, random, re, subprocess, sys, tempfile

R = random.Random(int(sys.argv[1]))
N = int(sys.argv[2])
NI = '//go:noinline\n' if len(sys.argv) > 3 and sys.argv[3] == 'noinline' else ''
PRE = '''package main

import "fmt"

type S struct{ f, g int }
type E struct{ *S; h int }
type I interface{ M(int) int }
type T int

''' + NI + '''func (s *S) PM() int { tr("PM"); if s == nil { return -1 }; return s.f }
''' + NI + '''func (s S) VM() int { tr("VM"); return s.f }
''' + NI + '''func (s *S) Two(a, b int) int { tr("Two"); if s == nil { return a }; return s.f + a*10 + b }
''' + NI + '''func (t T) M(a int) int { tr("M"); return int(t) + a }

var log []byte
var gx, gi, gz int
var ga []int
var gs S
var gp, gnp *S
var gm map[int]int
var gany any
var garr [4]int

func tr(s string) { log = append(log, s...); log = append(log, ' ') }
''' + NI + '''func f1() int { tr("f1"); return 1 }
''' + NI + '''func f2() int { tr("f2"); return 2 }
''' + NI + '''func fp() int { tr("fp"); panic("fp") }
''' + NI + '''func fq() int { tr("fq"); panic("fq") }
''' + NI + '''func fg() int { tr("fg"); gx += 7; gi = 3; gz = 2; ga = []int{50, 51, 52, 53, 54, 55}; gs = S{70, 71}; gp = &S{80, 81}; gnp = gp; gm = map[int]int{0: 90, 1: 91, 2: 92}; gany = 95; garr[1] = 33; return 1 }
''' + NI + '''func fs() []int { tr("fs"); return []int{5, 6, 7} }
''' + NI + '''func fnp() *S { tr("fnp"); return nil }
''' + NI + '''func fpp() *S { tr("fpp"); return &S{8, 9} }
''' + NI + '''func fm() map[int]int { tr("fm"); return map[int]int{1: 4, 2: 5} }
''' + NI + '''func fnm() map[int]int { tr("fnm"); return nil }
''' + NI + '''func fS() S { tr("fS"); return S{11, 12} }
''' + NI + '''func fstr() string { tr("fstr"); return "str" }
''' + NI + '''func two() (int, int) { tr("two"); return 1, 2 }
''' + NI + '''func u2(a, b int) int { tr("u2"); return a*3 + b }
''' + NI + '''func u3(a, b, c int) int { tr("u3"); return a*9 + b*3 + c }
''' + NI + '''func ua(a ...any) int { tr(fmt.Sprint(a...)); return len(a) }
func reset() { log = nil; gx, gi, gz = 10, 1, 0; ga = []int{20, 21, 22}; gs = S{30, 31}; gp = &S{40, 41}; gnp = nil; gm = map[int]int{0: 60, 1: 61}; gany = "s"; garr = [4]int{1, 2, 3, 4} }
func run(n int, f func() string) {
	reset()
	defer func() {
		r := recover()
		if r != nil {
			fmt.Println(n, string(log), "PANIC", r, gx, gi, ga, gs, gm, garr)
		}
	}()
	s := f()
	fmt.Println(n, string(log), s, gx, gi, ga, gs, gm, garr)
}
'''
# locals of each case
LOC = '''	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
'''
INTS = '''x gx s.f gs.g p.f gp.g np.f gnp.g a[i] a[big] a[neg] ga[gi] ga[big] arr[i] arr[big] garr[i] int(str[i]) int(str[big]) m[i] gm[i] nm[i] mk[un] mk[y] f1() fp() fq() fx() fg() fe()
x/z x%z f1()/z gx/gz 100/z y.(int) ys.(int) *npi *fn(npi) <-ch <-ro len(fs()) len(a) cap(ga) nf() ni.M(1) im.M(x) im.M(f1()) p.PM() np.PM() np.VM() s.VM() p.VM() e.f e.h
fs()[i] fs()[big] fnp().f fpp().f fm()[i] fS().f x<<neg x>>neg (*[2]int)(a)[1] (*[9]int)(a)[1] [2]int(a)[0] [9]int(a)[0] u2(x,1) u2(f1(),x) min(x,f1()) max(gx,fx()) int(uint8(x)) int(float64(x)) len(str) -x ^fx() func()int{return(x)}() func()int{x++;return(x)}()
func()int{panic("lit")}() copy(a,ga) len(a[i:big]) len(a[big:]) len(str[i:]) len(str[:big]) int(bs[i]) int(bs[big]) cap(a[:i:2]) a[f1()] a[fx()] arr[fx()] m[fx()] len(bs) *&x (&s).f [3]int{1,2,3}[i] [3]int{1,2,3}[big] []int{x,f1()}[1] S{x,2}.f (&S{x,fx()}).g
len(make([]int,neg)) len(string(bs)) len(append(a,1)) append(a,fx())[0] map[int]int{1:x}[1] int(real(complex(float64(x),1))) im.(T).M(1) int(im.(T)) len(y.(fmt.Stringer).String()) x*f1() x+fx() fx()+x a[i]+fx() fx()+a[i] p.f+fe()'''.split()
INTS = [t for t in INTS if t != '*fn(npi)']
WEIGHT = [t for t in 'x gx s.f p.f a[i] a[big] np.f fx() fg() fe() fp() x/z ys.(int) m[i] nm[i] mk[un] *npi arr[i] f1() <-ch nf() ni.M(1)'.split()]
def t(): return R.choice(WEIGHT) if R.random() < .45 else R.choice(INTS)
LHS_IDX = ['a', 'ga', 'arr', 'garr', 'm', 'gm', 'nm', 'fs()', 'fm()', 'fnm()']
def lhs():
    k = R.randrange(10)
    if k < 5: return '%s[%s]' % (R.choice(LHS_IDX), t())
    return R.choice(['x', 'gx', 's.f', 'gs.g', 'p.f', 'np.f', 'gp.f', 'gnp.f', '*npi', 'e.f', 'e.h', 'fpp().f', 'fnp().f', '_', 'a[i]', 'a[big]', 'arr[i]', 'arr[big]', 'm[i]', 'nm[i]', 'i', 'p.g', 'mk[un]', 'mk[y]', '*&x'])
def lhs_nb():
    while True:
        l = lhs()
        if l != '_': return l
OPS = ['+', '-', '*', '|', '&', '^']
DUMP = ' + fmt.Sprint(" ", x, i, a, arr, s, *p, m)'
def case():
    k = R.randrange(42)
    T = [t() for _ in range(4)]
    r = lambda e: '\treturn fmt.Sprint(%s)%s\n' % (e, DUMP)
    if k == 0: return '\tv := %s %s %s\n' % (T[0], R.choice(OPS), T[1]) + r('v')
    if k == 1: return '\tv := %s / (%s)\n' % (T[0], T[1]) + r('v')
    if k == 2: return '\tv, w := %s, %s\n' % (T[0], T[1]) + r('v, w')
    if k == 3: return '\tv := u2(%s, %s)\n' % (T[0], T[1]) + r('v')
    if k == 4: return '\tv := %s.Two(%s, %s)\n' % (R.choice(['p', 'np', 'gp', 'fpp()', 'fnp()', 's', 'e']), T[0], T[1]) + r('v')
    if k == 5: return '\tv := %s.M(%s)\n' % (R.choice(['im', 'ni', 'y.(I)', 'T(x)', 'I(T(x))']), T[0]) + r('v')
    if k in (6, 7): return '\t%s = %s\n' % (lhs(), T[0]) + r('0')
    if k in (8, 9): return '\t%s, %s = %s, %s\n' % (lhs(), lhs(), T[0], T[1]) + r('0')
    if k in (10, 11): return '\t%s %s= %s\n' % (lhs_nb(), R.choice(OPS + ['/', '%']), T[0]) + r('0')
    if k == 12: return '\t%s <<= %s\n' % (lhs_nb(), R.choice(['uint(%s)' % T[0], T[0]])) + r('0')
    if k == 13: return '\tv := []int{%s, %s, %s}\n' % tuple(T[:3]) + r('v')
    if k == 14: return '\tv := S{%s, %s}\n' % tuple(T[:2]) + r('v')
    if k == 15: return '\tv := S{g: %s, f: %s}\n' % tuple(T[:2]) + r('v')
    if k == 16: return '\tv := map[int]int{%s: %s, 777: %s}\n' % tuple(T[:3]) + r('v')
    if k == 17: return '\tv := [...]any{%s, %s}\n' % tuple(T[:2]) + r('v')
    if k == 18: return '\tv := append(%s, %s, %s)\n' % (R.choice(['a', 'ga', 'fs()', 'a[:i]', 'a[big:]', '[]int(nil)']), T[0], T[1]) + r('v')
    if k == 19: return '\tv := ua(%s, %s)\n' % tuple(T[:2]) + r('v')
    if k == 20: return '\tv := %s[%s:%s]\n' % (R.choice(['a', 'ga', 'fs()', 'str', 'fstr()', 'arr', 'bs']), T[0], T[1]) + r('v')
    if k == 21: return '\tch <- %s\n\tclose(ch)\n\tfor v := range ch { tr(fmt.Sprint(v)) }\n' % T[0] + r('0')
    if k == 22: return '\tswitch %s {\n\tcase %s: tr("A")\n\tcase %s, %s: tr("B")\n\tdefault: tr("D")\n\t}\n' % tuple(T) + r('0')
    if k == 23: return '\tv, w := func() (r int, q int) { defer func() { tr(fmt.Sprint("d", r, q)); r += 5; x += r }(); r = 77; return %s, %s }()\n' % tuple(T[:2]) + r('v, w')
    if k == 24: return '\tv, w := func() (int, int) { defer func() { recover(); tr("rec") }(); return %s, %s }()\n' % tuple(T[:2]) + r('v, w')
    if k == 25: return '\tif %s < %s { tr("lt") }\n' % tuple(T[:2]) + r('0')
    if k == 26: return '\tv := fmt.Sprint(%s) + str + fmt.Sprint(%s)\n' % tuple(T[:2]) + r('v')
    if k == 27: return '\tn := 0\n\tfor j := range %s { n++; if j > 3 { break }; %s = j }\n' % (R.choice(['a', 'arr', 'ga', '&arr', 'str', 'x', 'fs()', 'p.f', 'np.f', '(*[9]int)(a)']), R.choice(['gx', 'p.f', 'a[0]', 'a[big]', 'np.f'])) + r('n')
    if k == 28: return '\tv := make([]int, %s, %s)\n' % tuple(T[:2]) + r('len(v), cap(v)')
    if k == 29: return '\tfunc() { defer u2(%s, %s); tr("body"); x++ }()\n' % tuple(T[:2]) + r('0')
    if k == 30: return '\tv := any(%s) == any(%s)\n' % tuple(T[:2]) + r('v')
    if k == 31: return '\tv := copy(a[%s:], ga[%s:])\n' % tuple(T[:2]) + r('v')
    if k == 32: return '\tselect {\n\tcase map[int]chan int{}[%s] <- u2(%s, %s): tr("sent")\n\tcase %s = <-ro: tr("recv")\n\t}\n' % (T[2], T[0], T[1], lhs()) + r('0')
    if k == 33: return '\tdelete(%s, %s)\n' % (R.choice(['m', 'gm', 'nm', 'fm()']), T[0]) + r('0')
    if k == 34: return '\tv := %s < %s && %s != %s\n' % tuple(T) + r('v')
    if k == 35: return '\tv := complex(float64(%s), float64(%s))\n' % tuple(T[:2]) + r('v')
    if k == 36: return '\t%s, ok := %s\n\ttr(fmt.Sprint(ok))\n' % ('v', R.choice(['m[%s]', 'nm[%s]', 'gm[%s]', 'mk[%s]', 'any(%s).(int)', 'any(%s).(string)']) % T[0]) + r('v')
    if k == 37: return '\tok := false\n\t%s, ok = %s\n\ttr(fmt.Sprint(ok))\n' % (lhs(), R.choice(['m[%s]', 'nm[%s]', 'gm[%s]', 'any(%s).(int)']) % T[0]) + r('0')
    if k == 38: return '\t%s, %s = two()\n' % (lhs(), lhs()) + r('0')
    if k == 39: return '\tv := u3(%s, %s, %s)\n' % tuple(T[:3]) + r('v')
    if k == 40: return '\t%s = append(%s, %s)\n' % (('a', 'a', T[0]) if R.random() < .5 else ('ga', 'ga', T[0])) + r('0')
    if k == 41: return '\tv := &[]S{{%s, %s}, {f: %s}}\n' % tuple(T[:3]) + r('*v')



def build(cases):
    """The program, and where each case begins."""
    out, line, where = [PRE], PRE.count('\n') + 1, []
    for n, c in cases:
        f = 'func c%d() string {\n%s}\n' % (n, c)
        where.append((line + 1, n))
        line += f.count('\n') + 1
        out.append(f)
    out.append('func main() {\n' + ''.join('\trun(%d, c%d)\n' % (n, n) for n, _ in cases) + '}\n')
    return '\n'.join(out), where

PLAIN = '\n'.join(l for l in LOC.split('\n') if not l.startswith('\tfx :=') and not l.startswith('\tfe :=')).replace('_, _, _, _, _ = ro, str, bs, fx, fe', '_, _, _ = ro, str, bs')
cases = []
for n in range(N):
    b = case()
    plain = R.random() < .3 and 'fx' not in b and 'fe' not in b and 'func()' not in b
    cases.append((n, (PLAIN if plain else LOC) + b))
with tempfile.TemporaryDirectory() as tmp:
    name = os.path.join(tmp, 'case.go')
    while True:
        src, where = build(cases)
        with open(name, 'w') as f:
            f.write(src)
        p = subprocess.run(['go', 'build', '-gcflags=-e', '-o', name + '.exe', name], capture_output=True, text=True)
        lines = [int(m.group(1)) for m in re.finditer(r'case\.go:(\d+):', p.stderr)]
        if not lines:
            if p.returncode:
                sys.exit(p.stderr)
            break
        bad = {max(w for w in where if w[0] <= l + 1)[1] for l in lines}
        cases = [c for c in cases if c[0] not in bad]
print(src)
