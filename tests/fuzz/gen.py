#!/usr/bin/env python3
"""Prints a random, valid, deterministic Go program: gen.py SEED [FUNCTIONS [STATEMENTS]].

The program runs its functions one after the other, each under a recover that prints the panic's text, so that one file is many
test programs.  What Go leaves open (order of operands beside calls, map order, conversions of floats out of range) is not used:
an expression either calls functions that only write a trace, or may panic, never both.  Constant expressions carry their value,
so that nothing overflows at compile time.  Loops and functions burn fuel; without fuel a function panics.
"""
import random
import sys
from fractions import Fraction


class T:
    """A type: kind is int, float, complex, string, bool, array, slice, map, struct, ptr or iface."""

    def __init__(self, kind, name, **kw):
        self.kind, self.name = kind, name
        self.bits = self.signed = self.elem = self.key = self.n = None
        self.fields, self.methods = [], []
        self.__dict__.update(kw)

    def comparable(self):
        if self.kind in ('slice', 'map', 'func'):
            return False
        if self.kind == 'array':
            return self.elem.comparable()
        if self.kind == 'struct':
            return all(f.comparable() for _, f in self.fields)
        return True

    def printable(self):
        if self.kind == 'ptr' or self.kind == 'func':
            return False
        if self.kind in ('array', 'slice', 'map'):
            return self.elem.printable()
        if self.kind == 'struct':
            return all(f.printable() for _, f in self.fields)
        return True

    def lo(self):
        return -(1 << self.bits - 1) if self.signed else 0

    def hi(self):
        return (1 << self.bits - 1) - 1 if self.signed else (1 << self.bits) - 1


def Int(name, bits, signed):
    return T('int', name, bits=bits, signed=signed)


INTS = [Int('int', 64, True), Int('int8', 8, True), Int('int16', 16, True), Int('int32', 32, True), Int('int64', 64, True),
        Int('uint', 64, False), Int('uint8', 8, False), Int('uint16', 16, False), Int('uint32', 32, False), Int('uint64', 64, False),
        Int('uintptr', 64, False), Int('MyI32', 32, True), Int('MyU8', 8, False), Int('MyI64', 64, True)]
INT, I8, I16, I32, I64, UINT, U8, U16, U32, U64 = INTS[:10]
F32, F64, MYF = T('float', 'float32', bits=32), T('float', 'float64', bits=64), T('float', 'MyF', bits=64)
C64, C128 = T('complex', 'complex64', bits=64), T('complex', 'complex128', bits=128)
STR, MYS, BOOL = T('string', 'string'), T('string', 'MyS'), T('bool', 'bool')
ANY, ADDER, STRINGER = T('iface', 'any'), T('iface', 'Adder'), T('iface', 'Named')
SCALARS = INTS + [F32, F64, MYF, C64, C128, STR, MYS, BOOL]


def array(n, e):
    return T('array', '[%d]%s' % (n, e.name), n=n, elem=e)


def slice_(e):
    return T('slice', '[]' + e.name, elem=e)


def map_(k, e):
    return T('map', 'map[%s]%s' % (k.name, e.name), key=k, elem=e)


def ptr(e):
    return T('ptr', '*' + e.name, elem=e)


class E:
    """An expression: its text and, when it is constant, its value."""

    def __init__(self, s, v=None):
        self.s, self.v = s, v


PRELUDE = r'''package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"unsafe"
)

type MyI32 int32
type MyU8 uint8
type MyI64 int64
type MyF float64
type MyS string

type Adder interface{ Add(int) int }
type Named interface{ Name() string }

func (x MyI32) Add(n int) int    { return int(x) + n }
func (x *MyI64) Add(n int) int   { *x += MyI64(n); return int(*x) }
func (x MyU8) Add(n int) int     { return int(x) ^ n }
func (x MyU8) Name() string      { return fmt.Sprint("u8:", uint8(x)) }
func (x MyS) Name() string       { return "s:" + string(x) }
func (x MyF) Name() string       { return "f" }
func (x MyF) Add(n int) int      { return n * 2 }

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}
type number interface {
	integer | ~float32 | ~float64
}

type Pair[A, B any] struct {
	L A
	R B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.R, p.L} }
func (p *Pair[A, B]) SetL(a A)        { p.L = a }

type Stack[E any] struct{ items []E }

func (s *Stack[E]) Push(e E) { s.items = append(s.items, e) }
func (s *Stack[E]) Pop() (e E, ok bool) {
	if len(s.items) == 0 {
		return
	}
	e = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return e, true
}
func (s *Stack[E]) All() func(func(int, E) bool) {
	return func(yield func(int, E) bool) {
		for i, e := range s.items {
			if !yield(i, e) {
				return
			}
		}
	}
}

var trace uint64
var fuel int
var out strings.Builder

func burn() {
	if fuel--; fuel < 0 {
		panic("out of fuel")
	}
}

func tr[X any](k int, x X) X { trace = trace*31 + uint64(k); return x }

//go:noinline
func nc[X any](x X) X { return x }

func at[X any](s []X, i int) (x X) {
	if len(s) > 0 {
		i %= len(s)
		if i < 0 {
			i = -i
		}
		return s[i]
	}
	return
}

func sum[X number](s ...X) (t X) {
	for _, x := range s {
		t += x
	}
	return
}

func apply[X, Y any](s []X, f func(X) Y) []Y {
	var r []Y
	for _, x := range s {
		r = append(r, f(x))
	}
	return r
}

func pick[X any](c bool, a, b X) X {
	if c {
		return a
	}
	return b
}

func f2i(f float64) int64 {
	if f != f {
		return -7
	}
	if f > 1e15 {
		return 1e15
	}
	if f < -1e15 {
		return -1e15
	}
	return int64(f)
}

func upto(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer p("upto done")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs[X any](s []X) func(func(int, X) bool) {
	return func(yield func(int, X) bool) {
		for i := len(s) - 1; i >= 0; i-- {
			if !yield(i, s[i]) {
				break
			}
		}
	}
}

func keys[K interface{ comparable }, V any](m map[K]V) []K {
	var r []K
	for k := range m {
		r = append(r, k)
	}
	sort.Slice(r, func(i, j int) bool { return fmt.Sprint(r[i]) < fmt.Sprint(r[j]) })
	return r
}

func p(args ...any) {
	burn()
	fmt.Fprintln(&out, args...)
}

func text(r any) string {
	switch r := r.(type) {
	case runtime.Error:
		return "runtime error: " + strings.TrimPrefix(r.Error(), "runtime error: ")
	case error:
		return "error " + r.Error()
	}
	return fmt.Sprintf("%T %v", r, r)
}

func run(name string, f func()) {
	trace, fuel = 1, 3000
	out.Reset()
	func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Fprintln(&out, "panic:", text(r))
			} else {
				fmt.Fprintln(&out, "trace:", trace)
			}
		}()
		f()
	}()
	s := out.String()
	if len(s) > 6000 {
		s = s[:3000] + "...\n" + s[len(s)-3000:]
	}
	os.Stdout.WriteString("== " + name + "\n" + s)
}

var _ = errors.New
var _ = math.Pi
var _ sync.Mutex
var _ = unsafe.Sizeof(0)
'''


class Gen:
    def __init__(self, seed, nfn, nstmt):
        self.nstmt = nstmt      # at most so many statements in the body of a function
        self.r = random.Random(seed)
        self.nfn = nfn
        self.lines = []
        self.ind = 0
        self.uniq = 0
        self.structs = []
        self.scopes = [{}]
        self.spent = False
        self.calls = True       # expressions may call tr, and then may not panic
        self.loops = []         # enclosing labels: (label, is_loop)
        self.ret = None         # result type of the enclosing function, or None
        self.pure = []          # helper functions: (name, parameters, result)
        self.fdepth = 0
        self.names = 'abcdqrsuwz'

    # ---- output ----
    def o(self, s):
        self.lines.append('\t' * self.ind + s)

    def new(self, prefix='v'):
        self.uniq += 1
        return '%s%d' % (prefix, self.uniq)

    def chance(self, pct):
        return self.r.randrange(100) < pct

    # ---- types ----
    def scalar(self):
        return self.r.choice(SCALARS)

    def anytype(self, d=2):
        k = self.r.randrange(14)
        if d == 0 or k < 6:
            return self.scalar()
        if k < 8:
            return array(self.r.randrange(1, 5), self.anytype(d - 1))
        if k < 10:
            return slice_(self.anytype(d - 1))
        if k == 10:
            return map_(self.r.choice([INT, STR, U8, I64, MYS, BOOL, array(2, I16)]), self.anytype(d - 1))
        if k < 13 and self.structs:
            return self.r.choice(self.structs)
        return ANY

    # ---- scope ----
    def push(self):
        self.scopes.append({})

    def pop(self):
        self.scopes.pop()

    def visible(self):
        d = {}
        for s in self.scopes:
            d.update(s)
        return d

    def declare(self, t, rw=True, name=None):
        if not name:
            name = self.r.choice(self.names) if self.chance(50) else self.new()
            if name in self.scopes[-1]:
                name = self.new()
        self.scopes[-1][name] = (t, rw)
        return name

    def paths(self, name, t, rw, d=3):
        """Places below a variable: (text, type, assignable, may panic)."""
        yield name, t, rw, False
        if d == 0:
            return
        if t.kind == 'struct':
            for f, ft in t.fields:
                yield from self.paths(name + '.' + f, ft, rw, d - 1)
            for f, ft in t.promoted:
                yield name + '.' + f, ft, rw, False
        elif t.kind == 'array':
            yield from self.paths('%s[%d]' % (name, self.r.randrange(t.n)), t.elem, rw, d - 1)
            if d == 3:
                for v, (vt, _) in self.visible().items():
                    if vt.kind == 'int' and self.chance(30):
                        yield '%s[uint(%s)%%%d]' % (name, v, t.n), t.elem, rw, False
        elif t.kind == 'ptr':
            if t.elem.kind == 'struct':
                yield '(*%s)' % name, t.elem, True, False
                for f, ft in t.elem.fields:
                    yield from self.paths(name + '.' + f, ft, True, d - 1)
            else:
                yield from self.paths('(*%s)' % name, t.elem, True, d - 1)

    def places(self, want, rw=False):
        r = []
        for name, (t, w) in self.visible().items():
            for s, pt, pw, _ in self.paths(name, t, w):
                if (pw or not rw) and want(pt):
                    r.append((s, pt))
        return r

    # ---- constants ----
    def lit(self, t):
        r = self.r
        if t.kind == 'int':
            v = r.choice([0, 1, 2, 3, 5, 7, 10, 63, 64, 100, t.hi(), t.lo(), t.hi() - 1, r.randrange(t.lo(), t.hi() + 1), r.randrange(0, 100)])
            if t.signed and self.chance(30) and v > 0:
                v = -v
            form = '%d'
            if v > 20 and self.chance(30):
                form = r.choice(['%#x', '0b{:b}', '%#o'])
            s = form.format(v) if '{' in form else (form % v if form != '%#o' else '0o%o' % v)
            return E('%s(%s)' % (t.name, s), v)
        if t.kind == 'float':
            v = r.choice(['0', '1', '-1', '0.5', '2.25', '1e10', '-3.75', '1e-3', '0x1p-2', '123456.789', '0.1', '16777217'])
            q = Fraction(1, 4) if v.startswith('0x') else Fraction(v)
            f = float(q)
            if t.bits == 32:
                import struct
                f = struct.unpack('f', struct.pack('f', f))[0]
            return E('%s(%s)' % (t.name, v), Fraction(f))
        if t.kind == 'complex':
            return E('nc(%s(%s))' % (t.name, r.choice(['1+2i', '0', '-0.5i', '3', '1e3-4i', '0.25+0.125i'])))
        if t.kind == 'string':
            v = r.choice(['', 'a', 'hello', 'h\\u00e9llo', '\\xff\\x00z', '\\u65e5\\u672c\\u8a9e', 'abc', 'zz', '\\t"q"'.replace('"', '\\"'), '\\U0001F600!'])
            return E('%s("%s")' % (t.name, v), '?')
        if t.kind == 'bool':
            v = r.choice(['true', 'false'])
            return E(v, v == 'true')
        return E(self.zero(t))

    def zero(self, t):
        return '*new(%s)' % t.name if t.kind != 'ptr' else 'new(%s)' % t.elem.name

    def nc(self, e):
        return E('nc(%s)' % e.s) if e.v is not None else e

    # ---- expressions ----
    def expr(self, t, d=3):
        e = self.expr1(t, d)
        if self.calls and self.chance(8):
            return E('tr(%d, %s)' % (self.r.randrange(1000), e.s))
        return e

    def s(self, t, d=3):
        return self.expr(t, d).s

    def boolexpr(self, d):
        r = self.r
        k = r.randrange(10)
        if k < 5:
            t = r.choice(SCALARS[:-1])
            op = r.choice(['==', '!=']) if t.kind == 'complex' else r.choice(['==', '!=', '<', '<=', '>', '>='])
            a, b = self.expr(t, d - 1), self.expr(t, d - 1)
            if a.v is not None:
                a = self.nc(a)
            return E('(%s %s %s)' % (a.s, op, b.s))
        if k < 7:
            return E('(%s %s %s)' % (self.nc(self.expr(BOOL, d - 1)).s, r.choice(['&&', '||']), self.s(BOOL, d - 1)))
        if k == 7:
            return E('!' + self.nc(self.expr(BOOL, d - 1)).s)
        if k == 8:
            c = [x for x in self.places(lambda q: q.kind in ('struct', 'array', 'iface') and q.comparable())]
            if c:
                a, t = r.choice(c)
                if t.kind == 'iface' or t.kind == 'struct' and any(f.kind == 'iface' for _, f in t.fields):
                    if self.calls:
                        return self.lit(BOOL)
                b = r.choice([x for x, u in c if u.name == t.name])
                return E('(%s %s %s)' % (a, r.choice(['==', '!=']), b))
        return E('(len(%s) > %d)' % (self.s(STR, d - 1), r.randrange(6)))

    def intop(self, t, d):
        r = self.r
        op = r.choice(['+', '-', '*', '/', '%', '&', '|', '^', '&^', '<<', '>>', '+', '-'])
        a = self.expr(t, d - 1)
        if op in ('<<', '>>'):
            ct = r.choice([UINT, U8, U32, U64, U16])
            c = self.expr(ct, d - 1)
            if self.chance(30) and self.fails():
                c = self.nc(self.expr(INT, d - 1))
            elif self.chance(50):
                v = r.randrange(0, 70)
                c = E(str(v), v)
            a = self.nc(a)
            if c.v is not None and (c.v < 0 or c.v > 200):
                c = self.nc(c)
            return E('(%s %s %s)' % (a.s, op, c.s))
        b = self.expr(t, d - 1)
        if op in '/%':
            if b.v == 0:
                b = self.nc(b)
            if not (b.v or self.fails()):
                b = E('(%s | 1)' % self.nc(b).s)
            if a.v is not None and b.v is not None:
                a = self.nc(a)
            return E('(%s %s %s)' % (a.s, op, b.s))
        if a.v is not None and b.v is not None:
            v = {'+': a.v + b.v, '-': a.v - b.v, '*': a.v * b.v, '&': a.v & b.v, '|': a.v | b.v, '^': a.v ^ b.v, '&^': a.v & ~b.v}[op]
            if t.lo() <= v <= t.hi():
                return E('(%s %s %s)' % (a.s, op, b.s), v)
            a = self.nc(a)
        return E('(%s %s %s)' % (a.s, op, b.s))

    def convert(self, t, d):
        r = self.r
        if t.kind == 'int':
            k = r.randrange(5)
            if k < 3:
                e = self.expr(r.choice(INTS), d - 1)
                if e.v is not None:
                    if t.lo() <= e.v <= t.hi():
                        return E('%s(%s)' % (t.name, e.s), e.v)
                    e = self.nc(e)
                return E('%s(%s)' % (t.name, e.s))
            if k == 3:
                return E('%s(f2i(float64(%s)))' % (t.name, self.nc(self.expr(r.choice([F32, F64, MYF]), d - 1)).s))
            return E('%s(len(%s))' % (t.name, self.nc(self.expr(r.choice([STR, MYS]), d - 1)).s))
        if t.kind == 'float':
            e = self.nc(self.expr(r.choice(INTS + [F32, F64, MYF]), d - 1))
            return E('%s(%s)' % (t.name, e.s))
        if t.kind == 'complex':
            u = F32 if t.bits == 64 else F64
            if self.chance(50):
                return E('complex(%s, %s)' % (self.nc(self.expr(u, d - 1)).s, self.nc(self.expr(u, d - 1)).s))
            return E('%s(%s)' % (t.name, self.nc(self.expr(r.choice([C64, C128]), d - 1)).s))
        k = r.randrange(4)
        if k == 0:
            return E('%s(rune(%s))' % (t.name, self.nc(self.expr(r.choice([U8, I16, I32]), d - 1)).s))
        if k == 1:
            return E('%s([]byte(%s))' % (t.name, self.s(STR, d - 1)))
        if k == 2:
            return E('%s([]rune(%s))' % (t.name, self.s(STR, d - 1)))
        return E('%s(%s)' % (t.name, self.nc(self.expr(r.choice([STR, MYS]), d - 1)).s))

    def floatop(self, t, d):
        r = self.r
        op = r.choice('+-*/')
        a, b = self.nc(self.expr(t, d - 1)), self.expr(t, d - 1)
        if op == '/' and b.v == 0:
            b = self.nc(b)
        return E('(%s %s %s)' % (a.s, op, b.s))

    def expr1(self, t, d):
        r = self.r
        if d <= 0 or self.chance(25):
            c = self.places(lambda q: q.name == t.name)
            if c and self.chance(80):
                return E(r.choice(c)[0])
            if t.kind in ('int', 'float', 'complex', 'string', 'bool'):
                return self.lit(t)
        k = r.randrange(20)
        if t.kind not in ('ptr', 'func', 'iface'):
            if k == 0:
                c = [x for x in self.pure if x[2].name == t.name]
                if c and self.calls:
                    f = r.choice(c)
                    return E('%s(%s)' % (f[0], ', '.join(self.s(q, d - 1) for q in f[1])))
            if k == 1:
                return E('pick(%s, %s, %s)' % (self.s(BOOL, d - 1), self.s(t, d - 1), self.s(t, d - 1)))
            if k == 2:
                c = self.places(lambda q: q.kind == 'slice' and q.elem.name == t.name)
                if c:
                    a = r.choice(c)[0]
                    if not self.fails():
                        return E('at(%s, int(%s))' % (a, self.nc(self.expr(INT, d - 1)).s))
                    return E('%s[%s]' % (a, self.nc(self.expr(r.choice(INTS), d - 1)).s if self.chance(20) else str(r.randrange(4))))
            if k == 3:
                c = self.places(lambda q: q.kind == 'map' and q.elem.name == t.name)
                if c:
                    a, mt = r.choice(c)
                    return E('%s[%s]' % (a, self.s(mt.key, d - 1)))
            if k == 4 and not self.calls and self.chance(50):
                c = self.places(lambda q: q.name == 'any')
                if c and self.fails():
                    return E('%s.(%s)' % (r.choice(c)[0], t.name))
            if k == 5 and self.chance(50):
                return E('func() %s { return %s }()' % (t.name, self.s(t, d - 1)))
            if k == 6 and self.chance(40):
                return E('(Pair[%s, int]{%s, 1}).Swap().R' % (t.name, self.s(t, d - 1)))
        if t.kind == 'int':
            if k == 7:
                return E('%s%s' % (r.choice(['-', '^', '+']), '(%s)' % self.nc(self.expr(t, d - 1)).s))
            if k == 8:
                return E('%s(%s, %s)' % (r.choice(['min', 'max']), self.nc(self.expr(t, d - 1)).s, self.s(t, d - 1)))
            if k == 9:
                return E('sum(%s)' % ', '.join(self.s(t, d - 2) for _ in range(r.randrange(1, 4))))
            if k == 10 and t.name == 'int':
                c = self.places(lambda q: q.kind in ('slice', 'array', 'map'))
                if c:
                    return E('nc(len(%s))' % r.choice(c)[0])
            if k == 11 and t.name == 'int' and self.calls:
                return E('%s.Add(%s)' % (self.nc(self.expr(r.choice([x for x in INTS if x.name in ('MyI32', 'MyU8')]), d - 1)).s, self.s(INT, d - 1)))
            if k == 12 and t.name == 'uintptr':
                return E('nc(unsafe.Sizeof(%s))' % self.zero(self.anytype()))
            if k == 13 and t.name == 'uint8':
                if self.fails():
                    return E('%s[%s]' % (self.nc(self.expr(STR, d - 1)).s, r.randrange(4)))
            return self.intop(t, d) if k < 17 else self.convert(t, d)
        if t.kind == 'float':
            if k == 7:
                return E('-(%s)' % self.nc(self.expr(t, d - 1)).s)
            if k == 8:
                return E('%s(%s, %s)' % (r.choice(['min', 'max']), self.nc(self.expr(t, d - 1)).s, self.s(t, d - 1)))
            if k == 9 and t.name != 'MyF':
                return E('%s(%s)' % (r.choice(['real', 'imag']), self.nc(self.expr(C64 if t.bits == 32 else C128, d - 1)).s))
            return self.floatop(t, d) if k < 16 else self.convert(t, d)
        if t.kind == 'complex':
            if k < 14:
                a, b = self.nc(self.expr(t, d - 1)), self.nc(self.expr(t, d - 1))
                return E('(%s %s %s)' % (a.s, r.choice('+-*/'), b.s))
            return self.convert(t, d)
        if t.kind == 'string':
            if k < 12:
                return E('(%s + %s)' % (self.nc(self.expr(t, d - 1)).s, self.s(t, d - 1)))
            if k < 14:
                x = self.nc(self.expr(t, d - 1)).s
                if not self.fails():
                    return E('%s[min(%d, len(%s)):]' % (x, r.randrange(3), x)) if 'tr(' not in x else E(x)
                return E('%s[%d:%d]' % ((x,) + tuple(sorted((r.randrange(4), r.randrange(5))))))
            return self.convert(t, d)
        if t.kind == 'bool':
            return self.boolexpr(d)
        return E(self.composite(t, d))

    def composite(self, t, d):
        r = self.r
        if t.kind == 'array':
            if self.chance(20):
                return '%s{%d: %s}' % (t.name, t.n - 1, self.s(t.elem, d - 1))
            return '%s{%s}' % (t.name, ', '.join(self.s(t.elem, d - 1) for _ in range(r.randrange(t.n + 1))))
        if t.kind == 'slice':
            k = r.randrange(8)
            c = self.places(lambda q: q.name == t.name)
            if c and k == 0:
                return 'append(%s[:len(%s):len(%s)], %s)' % ((r.choice(c)[0],) * 0 or (lambda a: (a, a, a, self.s(t.elem, d - 1)))(r.choice(c)[0]))
            if c and k == 1:
                return 'append(%s(nil), %s...)' % (t.name, r.choice(c)[0])
            if c and k == 2 and self.fails():
                lo, hi, mx = sorted(r.randrange(6) for _ in range(3))
                x = '%s[:len(%s):len(%s)]' % ((r.choice(c)[0],) * 3)    # how much append allocates is not laid down
                return x + r.choice(['[%d:%d:%d]' % (lo, hi, mx), '[%d:%d]' % (lo, hi), '[%d:]' % lo])
            if k == 3:
                return 'make(%s, %d, %d)' % (t.name, r.randrange(3), r.randrange(3, 9))
            if k == 4 and d > 1:
                return 'apply([]int{%s}, func(x int) %s { return %s })' % (', '.join(str(r.randrange(9)) for _ in range(3)), t.elem.name, self.s(t.elem, d - 2))
            if k == 5 and t.name == '[]uint8':
                return '[]byte(%s)' % self.s(STR, d - 1)
            return '%s{%s}' % (t.name, ', '.join(self.s(t.elem, d - 1) for _ in range(r.randrange(5))))
        if t.kind == 'map':
            if t.key.kind == 'int':
                ks = ['%s(%d)' % (t.key.name, i) for i in r.sample(range(50), r.randrange(4))]
            elif t.key.kind == 'string':
                ks = ['"%s"' % x for x in r.sample(['', 'a', 'b', 'k1', 'k2', '\\u00e9'], r.randrange(4))]
            else:
                ks = []
            return '%s{%s}' % (t.name, ', '.join('%s: %s' % (k, self.s(t.elem, d - 1)) for k in ks))
        if t.kind == 'struct':
            if self.chance(50):
                fs = r.sample(t.fields, r.randrange(len(t.fields) + 1))
                return '%s{%s}' % (t.name, ', '.join('%s: %s' % (f, self.s(ft, d - 1)) for f, ft in fs))
            return '%s{%s}' % (t.name, ', '.join(self.s(ft, d - 1) for _, ft in t.fields))
        if t.kind == 'iface':
            if t.name == 'any':
                if self.chance(10):
                    return 'any(nil)'
                u = self.anytype(1)
                if self.calls and not u.comparable():
                    u = self.scalar()
                return 'any(%s)' % self.s(u, d - 1)
            n = r.choice(['MyU8', 'MyF'])
            u = [x for x in SCALARS if x.name == n][0]
            return '%s(%s)' % (t.name, self.s(u, d - 1))
        if t.kind == 'ptr':
            c = self.places(lambda q: q.name == t.elem.name, rw=True)
            if c and self.chance(80):
                return '&' + r.choice(c)[0]
            return 'new(%s)' % t.elem.name
        raise Exception(t.kind)

    # ---- statements ----
    def block(self, n):
        self.push()
        self.ind += 1
        for _ in range(n):
            self.stmt()
        self.ind -= 1
        self.pop()

    def mode(self):
        self.calls = not self.chance(15)
        self.spent = False

    def fails(self):
        """Whether an operation that may panic fits here: the order of several in one statement is left open."""
        if self.calls or self.spent:
            return False
        self.spent = True
        return True

    def stmt(self):
        self.mode()
        r = self.r
        deep = self.ind > 2 + r.randrange(5)
        w = [(self.st_decl, 22), (self.st_assign, 22), (self.st_multi, 8), (self.st_print, 12), (self.st_slice, 8), (self.st_map, 6),
             (self.st_incdec, 4), (self.st_struct, 4), (self.st_assert, 4), (self.st_const, 2), (self.st_panic, 1)]
        if not deep:
            w += [(self.st_if, 8), (self.st_for, 8), (self.st_range, 10), (self.st_switch, 7), (self.st_typeswitch, 5), (self.st_closure, 7),
                  (self.st_defer, 4), (self.st_guard, 5), (self.st_goto, 3), (self.st_chan, 4), (self.st_go, 2), (self.st_select, 3),
                  (self.st_generic, 4), (self.st_methodvalue, 3), (self.st_loopcapture, 3), (self.st_block, 3)]
        if self.loops:
            w += [(self.st_jump, 4)]
        if self.fdepth:
            w += [(self.st_return, 2)]
        r.choices([f for f, _ in w], [x for _, x in w])[0]()

    def fresh(self, t):
        e = self.s(t)
        n = self.declare(t, True, self.new())
        self.o('var %s %s = %s; _ = %s' % (n, t.name, e, n))

    def st_decl(self):
        t = self.anytype()
        if self.chance(15):
            c = self.places(lambda q: q.kind in ('int', 'struct', 'string', 'array', 'float'), rw=True)
            if c:
                s, u = self.r.choice(c)
                n = self.declare(ptr(u), False)
                self.o('%s := &%s' % (n, s))
                self.o('_ = ' + n)
                return
        e = self.expr(t)
        if e.v is not None and t.kind in ('bool', 'string'):
            e = self.nc(e)
        n = self.declare(t)
        if self.chance(50):
            self.o('var %s %s = %s' % (n, t.name, e.s))
        else:
            self.o('%s := %s' % (n, e.s if t.kind != 'bool' and t.kind != 'iface' else '%s(%s)' % (t.name, e.s)))
        self.o('_ = ' + n)

    def st_assign(self):
        c = self.places(lambda q: q.kind != 'ptr', rw=True)
        if not c:
            return self.st_decl()
        s, t = self.r.choice(c)
        if t.kind == 'int' and self.chance(60):
            op = self.r.choice(['+', '-', '*', '&', '|', '^', '&^', '<<', '>>'] + (['/', '%'] if self.fails() else []))
            u = UINT if op in ('<<', '>>') else t
            e = self.expr(u)
            if op in '/%' and e.v is not None or e.v == 0:
                e = self.nc(e)
            if op in ('<<', '>>') and e.v is not None:
                e = self.nc(e)
            return self.o('%s %s= %s' % (s, op, e.s))
        if t.kind in ('float', 'complex') and self.chance(50):
            return self.o('%s %s= %s' % (s, self.r.choice('+-*/'), self.nc(self.expr(t)).s))
        if t.kind == 'string':
            if self.chance(50):
                return self.o('if len(%s) < 200 { %s += %s }' % (s, s, self.s(t)))
        self.o('%s = %s' % (s, self.s(t)))

    def st_multi(self):
        c = self.places(lambda q: q.kind != 'ptr', rw=True)
        if len(c) < 2:
            return self.st_decl()
        self.calls = True
        n = self.r.randrange(2, 4)
        l = [self.r.choice(c) for _ in range(n)]
        self.o('%s = %s' % (', '.join(s for s, _ in l), ', '.join(self.s(t, 2) for _, t in l)))

    def st_print(self):
        c = self.places(lambda q: q.printable())
        if not c:
            return
        l = [self.r.choice(c)[0] for _ in range(self.r.randrange(1, 4))]
        if self.chance(25):
            self.o('p(fmt.Sprintf("%%T %%v", %s, %s))' % (l[0], l[0]))
        else:
            self.o('p(%s)' % ', '.join(l))

    def st_incdec(self):
        c = self.places(lambda q: q.kind in ('int', 'float'), rw=True)
        if c:
            self.o(self.r.choice(c)[0] + self.r.choice(['++', '--']))

    def st_slice(self):
        c = self.places(lambda q: q.kind == 'slice', rw=True)
        if not c:
            t = slice_(self.anytype(1))
            return self.fresh(t)
        s, t = self.r.choice(c)
        k = self.r.randrange(7)
        if k < 3:
            self.o('if len(%s) < 40 { %s = append(%s, %s) }' % (s, s, s, ', '.join(self.s(t.elem, 2) for _ in range(self.r.randrange(1, 3)))))
        elif k == 3:
            self.o('p(copy(%s, %s))' % (s, self.s(t, 2)))
        elif k == 4:
            self.o('if len(%s) > %d { %s[%d] = %s }' % (s, self.r.randrange(1, 3), s, self.r.randrange(2), self.s(t.elem)))
        elif k == 5:
            self.o('p(len(%s), cap(%s) >= len(%s), %s == nil)' % (s, s, s, s))
        else:
            n = self.declare(t, True, self.new())
            self.o('%s := %s[:len(%s)/2]; _ = %s' % (n, s, s, n))

    def st_map(self):
        c = self.places(lambda q: q.kind == 'map')
        if not c:
            t = map_(self.r.choice([INT, STR, U8, MYS]), self.scalar())
            return self.fresh(t)
        s, t = self.r.choice(c)
        k = self.r.randrange(7)
        key = self.nc(self.expr(t.key, 1)).s
        if k < 2:
            if self.calls:
                self.o('if %s != nil { %s[%s] = %s }' % (s, s, key, self.s(t.elem, 2)))
            else:
                self.o('%s[%s] = %s' % (s, key, self.s(t.elem, 2)))
        elif k == 2:
            self.o('delete(%s, %s)' % (s, key))
        elif k == 3:
            n = self.declare(t.elem, True, self.new())
            ok = self.declare(BOOL, True, self.new())
            self.o('%s, %s := %s[%s]; _, _ = %s, %s' % (n, ok, s, key, n, ok))
        elif k == 4 and t.elem.kind == 'int':
            self.o('if %s != nil { %s[%s] %s= %s }' % (s, s, key, self.r.choice('+-*|^'), self.s(t.elem, 2)))
        elif k == 5:
            self.o('p(len(%s), keys(%s))' % (s, s))
        elif k == 6 and self.chance(30):
            self.o('clear(%s)' % s)

    def st_struct(self):
        if not self.structs:
            return
        t = self.r.choice(self.structs)
        c = self.places(lambda q: q.name == t.name, rw=True)
        if not c:
            return self.fresh(t)
        s = self.r.choice(c)[0]
        k = self.r.randrange(3)
        if k == 0:
            self.o('%s.Set(%s)' % (s, self.s(t.fields[0][1], 2)))
        elif k == 1:
            self.o('p(%s.Get())' % s)
        else:
            self.o('%s = %s' % (s, self.s(t)))

    def st_assert(self):
        c = self.places(lambda q: q.name == 'any')
        if not c:
            return self.fresh(ANY)
        s = self.r.choice(c)[0]
        t = self.anytype(1)
        n = self.declare(t, True, self.new())
        if self.chance(30):
            n2 = self.new()
            self.o('if %s, ok := %s.(Named); ok { p(%s.Name()) }' % (n2, s, n2))
        self.o('%s, ok%s := %s.(%s); p(ok%s); _ = %s' % (n, n, s, t.name, n, n))

    def st_const(self):
        n = self.new('K')
        self.o('const (')
        self.o('\t%sa = %s' % (n, self.r.choice(['iota', '1 << iota', 'iota * 1.5', 'iota - 3'])))
        self.o('\t%sb' % n)
        self.o('\t_')
        self.o('\t%sc' % n)
        self.o('\t%sd = %s' % (n, self.r.choice(["'a' + iota", '1 << (60 + iota%3)', '"x" + "y"', '1e3 / 7', '(1 << 100) >> 98', '2.5 * 2', "'x' / 2.0"])))
        self.o(')')
        self.o('p({0}a, {0}b, {0}c, {0}d)'.format(n))

    def st_panic(self):
        if self.fdepth or self.chance(30):
            self.o('if %s { panic(%s) }' % (self.s(BOOL), self.r.choice(['"boom"', 'errors.New("bad")', '42', 'MyS("q")', 'fmt.Sprint("n", 1)', '1.5', "'c'"])))

    def st_if(self):
        self.push()
        init = ''
        if self.chance(30):
            t = self.scalar()
            e = self.nc(self.expr(t))
            n = self.declare(t)
            init = '%s := %s; ' % (n, e.s)
            c = '%s == %s || %s' % (n, self.s(t, 1), self.s(BOOL)) if not (t.kind == 'bool') else n
        else:
            c = self.s(BOOL)
        self.o('if %s%s {' % (init, c))
        self.block(self.r.randrange(1, 4))
        if self.chance(20):
            self.o('} else if %s {' % self.s(BOOL))
            self.block(2)
        if self.chance(50):
            self.o('} else {')
            self.block(self.r.randrange(1, 3))
        self.o('}')
        self.pop()

    def st_block(self):
        self.o('{')
        self.block(3)
        self.o('}')

    def loop(self, head, n, use=()):
        """A loop, given a label when the body uses it; its variables may be left unused."""
        lab = self.new('L')
        at = len(self.lines)
        self.o(head + ' {')
        self.loops.append([lab, True, False])
        self.ind += 1
        self.o('burn()')
        for v in use:
            self.o('_ = ' + v)
        self.ind -= 1
        self.block(n)
        self.o('}')
        if self.loops.pop()[2]:
            self.lines.insert(at, '\t' * self.ind + lab + ':')

    def st_for(self):
        self.push()
        k = self.r.randrange(4)
        i = self.declare(INT, False, self.new('i'))
        if k == 0:
            self.loop('for %s := 0; %s < %d; %s++' % (i, i, self.r.randrange(1, 5), i), self.r.randrange(1, 4))
        elif k == 1:
            j = self.declare(U8, False, self.new('j'))
            self.loop('for %s, %s := %d, uint8(%d); %s > 0; %s, %s = %s-1, %s+7' % (i, j, self.r.randrange(1, 5), self.r.randrange(200), i, i, j, i, j), 3, (j,))
        elif k == 2:
            self.o('%s := 0' % i)
            self.loop('for %s < %d && func() bool { %s++; return true }()' % (i, self.r.randrange(1, 5), i), 3)
        else:
            self.loop('for %s := range %d' % (i, self.r.randrange(1, 5)), 3, (i,))
        self.pop()

    def st_range(self):
        self.push()
        k = self.r.randrange(9)
        i, v = self.new('i'), self.new('x')
        if k == 0:
            x = self.s(STR)
            self.declare(INT, True, i), self.declare(I32, True, v)
            self.loop('for %s, %s := range %s' % (i, v, x), 2, (i, v))
        elif k == 1:
            t = self.r.choice(INTS)
            self.declare(t, True, i)
            self.loop('for %s := range %s(%d)' % (i, t.name, self.r.randrange(4)), 2, (i,))
        elif k == 2:
            self.declare(INT, True, i)
            self.loop('for %s := range upto(%d)' % (i, self.r.randrange(1, 5)), 3, (i,))
        elif k == 3:
            t = slice_(self.scalar())
            x = self.s(t)
            self.declare(INT, True, i), self.declare(t.elem, True, v)
            self.loop('for %s, %s := range pairs(%s)' % (i, v, x), 3, (i, v))
        elif k == 4:
            t = map_(self.r.choice([INT, STR]), self.scalar())
            x = self.s(t)
            n = self.declare(t, False, self.new('m'))
            self.o('%s := %s' % (n, x))
            self.declare(t.key, True, v)
            self.loop('for _, %s := range keys(%s)' % (v, n), 2, (v,))
        elif k == 5:
            t = array(self.r.randrange(1, 4), self.scalar())
            x = self.s(t)
            a = self.declare(t, True, self.new('r'))
            self.o('%s := %s' % (a, x))
            self.declare(INT, True, i), self.declare(t.elem, True, v)
            self.loop('for %s, %s := range %s%s' % (i, v, self.r.choice(['', '', '&']), a), 3, (i, v))
        else:
            t = slice_(self.anytype(1))
            c = self.places(lambda q: q.kind == 'slice')
            if c and self.chance(60):
                x, t = self.r.choice(c)
            else:
                x = self.s(t)
            self.declare(INT, True, i), self.declare(t.elem, True, v)
            self.loop('for %s, %s := range %s' % (i, v, x), 3, (i, v))
        self.pop()

    def st_jump(self):
        l = self.r.choice(self.loops)
        c = self.s(BOOL, 2)
        if l is self.loops[-1] and self.chance(40):
            return self.o('if %s { %s }' % (c, 'break' if not l[1] or self.chance(50) else 'continue'))
        l[2] = True
        self.o('if %s { %s %s }' % (c, 'break' if not l[1] or self.chance(50) else 'continue', l[0]))

    def st_return(self):
        if self.ret is None:
            self.o('if %s { return }' % self.s(BOOL))
        else:
            self.o('if %s { return %s }' % (self.s(BOOL), self.s(self.ret, 2)))

    def st_switch(self):
        r = self.r
        lab = self.new('S')
        at = len(self.lines)
        if self.chance(30):
            self.o('switch {')
            cases = [self.nc(self.expr(BOOL)).s for _ in range(r.randrange(1, 4))]
        else:
            t = r.choice(INTS + [STR, MYS, F64])
            x = self.nc(self.expr(t)).s
            self.o('switch %s {' % x if self.chance(70) else 'switch x%s := %s; x%s {' % (lab, x, lab))
            if t.kind == 'int':
                vs = sorted(set(r.randrange(0, 12) for _ in range(6)) | {t.hi()})
                r.shuffle(vs)
                cases = [', '.join(str(v) for v in vs[q::3]) for q in range(3)]
                if self.chance(30):
                    cases.append(self.nc(self.expr(t, 1)).s)
            else:
                cases = [self.nc(self.expr(t, 1)).s for _ in range(3)] if t.kind == 'float' or self.chance(40) else ['"a"', '"hello", ""', '"abc", "zz"', '"h\\u00e9llo"']
        cases.insert(r.randrange(len(cases) + 1), None)
        self.loops.append([lab, False, False])
        for q, c in enumerate(cases):
            self.o('default:' if c is None else 'case %s:' % c)
            self.block(r.randrange(0, 3))
            if q + 1 < len(cases) and self.chance(15):
                self.o('\tfallthrough')
        self.o('}')
        if self.loops.pop()[2]:
            self.lines.insert(at, '\t' * self.ind + lab + ':')

    def st_typeswitch(self):
        r = self.r
        x = self.s(ANY)
        n = self.new('t')
        self.o('switch %s := any(%s).(type) {' % (n, x))
        seen = set()
        self.loops.append([self.new('S'), False, False])
        lab, at = self.loops[-1], len(self.lines) - 1
        for _ in range(r.randrange(1, 5)):
            t = self.anytype(1) if self.chance(80) else r.choice([ADDER, STRINGER])
            if t.name in seen:
                continue
            seen.add(t.name)
            self.o('case %s:' % t.name)
            self.push()
            self.declare(t, t.kind != 'iface', n)
            self.o('\t_ = %s' % n)
            self.block(2)
            if t.name == 'Named':
                self.o('\tp(%s.Name())' % n)
            elif t.name == 'Adder':
                self.o('\tp(%s.Add(3))' % n)
            self.pop()
        self.o('case nil, error:')
        self.o('\tp("nil", %s)' % n)
        self.o('default:')
        self.o('\tp(fmt.Sprintf("%%T", %s))' % n)
        self.o('}')
        if self.loops.pop()[2]:
            self.lines.insert(at, '\t' * self.ind + lab[0] + ':')

    def func(self, n, ret):
        """The body of a function literal, in a context of its own."""
        saved = self.loops, self.ret
        self.loops, self.ret = [], ret
        self.fdepth += 1
        self.ind += 1
        self.o('burn()')
        self.o('{')
        self.block(n)
        self.o('}')
        self.ind -= 1
        self.fdepth -= 1
        self.loops, self.ret = saved

    def st_closure(self):
        r = self.r
        f = self.new('f')
        a, b = self.scalar(), self.anytype(1)
        self.o('%s := func(x%s %s) (res%s %s) {' % (f, f, a.name, f, b.name))
        self.push()
        self.declare(a, True, 'x' + f)
        self.declare(b, True, 'res' + f)
        self.func(r.randrange(1, 5), b)
        if self.chance(50):
            self.o('\treturn %s' % self.s(b, 2))
        else:
            self.o('\treturn')
        self.pop()
        self.o('}')
        for _ in range(r.randrange(1, 3)):
            e = self.s(a)
            n = self.declare(b, True, self.new())
            self.o('%s := %s(%s); _ = %s' % (n, f, e, n))
        if self.chance(30):
            self.o('%s %s(%s)' % ('defer', f, self.s(a)))

    def st_defer(self):
        k = self.r.randrange(3)
        if k == 0:
            c = self.places(lambda q: q.printable())
            if c:
                return self.o('defer p("deferred", %s)' % self.r.choice(c)[0])
        self.o('defer func() {')
        if k == 1:
            self.o('\tif r := recover(); r != nil { p("recovered", text(r)) }')
        self.func(2, None)
        self.o('}()')

    def st_guard(self):
        """A call that catches the panics of its body; sometimes panics again on the way out."""
        self.o('func() {')
        self.o('\tdefer func() {')
        self.o('\t\tr := recover()')
        self.o('\t\tp("guard", text(r))')
        if self.chance(20):
            self.o('\t\tif r != nil { panic(fmt.Sprint("again ", text(r))) }')
        self.o('\t}()')
        self.calls = False
        self.func(3, None)
        self.calls = self.spent = False
        k = self.r.randrange(7)
        if k == 0:
            self.o('\tvar ee error; p(ee.Error())')
        elif k == 1:
            self.o('\tvar qq *Pair[int, string]; p(qq.R)')
        elif k == 2:
            self.o('\tp([]int{1, 2, 3}[nc(%d):nc(%d)])' % (self.r.randrange(5), self.r.randrange(5)))
        elif k == 3:
            self.o('\tp([%d]int(make([]int, nc(%d))))' % (self.r.randrange(1, 5), self.r.randrange(5)))
        elif k == 4:
            self.o('\tp(map[any]int{}[%s])' % self.s(ANY))
        else:
            self.o('\tp(%s)' % self.s(self.scalar(), 4))
        self.o('}()')

    def st_goto(self):
        lab, n = self.new('G'), self.new('n')
        self.o('{')
        self.ind += 1
        self.o('%s := 0' % n)
        self.ind -= 1
        self.o(lab + ':')
        self.ind += 1
        self.o('burn()')
        self.o('{')
        self.block(3)
        self.o('}')
        self.o('if %s++; %s < %d { goto %s }' % (n, n, self.r.randrange(1, 4), lab))
        self.ind -= 1
        self.o('}')

    def st_chan(self):
        t = self.anytype(1)
        c = self.new('c')
        n = self.r.randrange(1, 4)
        v = self.new('x')
        if self.chance(50):
            self.o('%s := make(chan %s, %d)' % (c, t.name, n))
            for _ in range(n):
                self.o('%s <- %s' % (c, self.s(t, 2)))
            self.o('close(%s)' % c)
        else:
            self.o('%s := make(chan %s)' % (c, t.name))
            self.o('go func(n int) { defer close(%s); for range n { %s <- %s } }(%d)' % (c, c, self.zero(t), n))
        self.push()
        self.declare(t, True, v)
        self.loop('for %s := range %s' % (v, c), 2)
        self.pop()
        for q in range(len(self.lines) - 1, -1, -1):
            if self.lines[q].lstrip().startswith('for %s := range %s' % (v, c)):
                self.lines.insert(q + 1, '\t' * (self.ind + 1) + '_ = ' + v)
                break

    def st_go(self):
        t = self.scalar()
        self.calls = self.spent = False
        e = self.s(t, 2)                # before the array is known: its elements are written by other goroutines
        a = self.declare(array(3, t), True, self.new('w'))
        self.o('var %s [3]%s' % (a, t.name))
        g = self.new('g')
        self.o('var %s sync.WaitGroup' % g)
        self.o('for i := range %s {' % a)
        self.o('\t%s.Add(1)' % g)
        self.o('\tgo func() { defer %s.Done(); defer func() { recover() }(); %s[i] = %s }()' % (g, a, e))
        self.o('}')
        self.o('%s.Wait()' % g)

    def st_select(self):
        t = self.anytype(1)
        c, d = self.new('c'), self.new('d')
        v = self.new('x')
        self.o('%s, %s := make(chan %s, 1), make(chan bool)' % (c, d, t.name))
        self.o('for %s := 0; %s < 3; %s++ {' % (v, v, v))
        self.ind += 1
        self.o('select {')
        self.o('case %s <- %s:' % (c, self.s(t, 2)))
        self.o('\tp("sent")')
        self.o('case <-%s:' % d)
        self.o('\tp("never")')
        if self.chance(50):
            self.o('default:')
            self.o('\ty, ok := <-%s; p(ok); _ = y' % c)
        else:
            self.o('case y, ok := <-%s:' % c)
            self.o('\tp(ok); _ = y')
        self.o('}')
        self.ind -= 1
        self.o('}')

    def st_generic(self):
        t = self.anytype(1)
        n = self.new('k')
        if self.chance(50):
            self.o('var %s Stack[%s]' % (n, t.name))
            for _ in range(self.r.randrange(1, 4)):
                self.o('%s.Push(%s)' % (n, self.s(t, 2)))
            v = self.new('x')
            self.push()
            self.declare(t, True, v)
            self.loop('for _, %s := range %s.All()' % (v, n), 2, (v,))
            self.pop()
            self.o('_, ok%s := %s.Pop(); p(ok%s, len(%s.items))' % (n, n, n, n))
        else:
            u = self.anytype(1)
            self.o('%s := Pair[%s, %s]{%s, %s}' % (n, t.name, u.name, self.s(t, 2), self.s(u, 2)))
            self.o('%s.SetL(%s)' % (n, self.s(t, 2)))
            if t.printable() and u.printable():
                self.o('p(fmt.Sprintf("%%T %%v", %s, %s.Swap()))' % (n, n))
            x = T('struct', 'Pair[%s,%s]' % (t.name, u.name), fields=[('L', t), ('R', u)], promoted=[])
            self.declare(x, True, n)

    def st_methodvalue(self):
        n = self.new('mv')
        k = self.r.randrange(4)
        u8 = [x for x in INTS if x.name == 'MyU8'][0]
        if k == 0:
            self.o('%s := (%s).Add' % (n, self.nc(self.expr(u8)).s))
            self.o('p(%s(%s))' % (n, self.s(INT, 2)))
        elif k == 1:
            self.o('%s := MyU8.Name; p(%s(%s))' % (n, n, self.s(u8)))
        elif k == 2:
            self.o('var %s Adder = %s; f%s := %s.Add; p(f%s(%s))' % (n, self.s(ADDER), n, n, n, self.s(INT, 2)))
        elif self.structs:
            t = self.r.choice(self.structs)
            self.o('%s := %s; f%s := %s.Set; f%s(%s); p(%s.Get())' % (n, self.s(t), n, n, n, self.s(t.fields[0][1], 2), n))
            self.declare(t, True, n)

    def st_loopcapture(self):
        f, i = self.new('fs'), self.new('i')
        t = self.r.choice(INTS)
        self.o('var %s []func() int' % f)
        self.o('for %s := 0; %s < 3; %s++ {' % (i, i, i))
        self.push()
        self.declare(INT, False, i)
        e = self.nc(self.expr(t, 2)).s
        self.o('\t%s = append(%s, func() int { %s += 10; return %s + int(%s) })' % (f, f, i, i, e))
        self.pop()
        if self.chance(30):
            self.o('\t%s++' % i)
        self.o('}')
        self.o('for _, f := range %s { p(f(), f()) }' % f)

    # ---- declarations ----
    def gen_struct(self, k):
        n = 'St%d' % k
        fields, promoted = [], []
        for q in range(self.r.randrange(1, 5)):
            fields.append(('F%d' % q, self.anytype(1)))
        embed = None
        if self.structs and self.chance(60):
            embed = self.r.choice(self.structs)
            fields.append((embed.name, embed))
            mine = {f for f, _ in fields}
            promoted = [(f, t) for f, t in embed.fields + embed.promoted if f not in mine]
        t = T('struct', n, fields=fields, promoted=promoted)
        self.o('type %s struct {' % n)
        for f, ft in fields:
            self.o('\t' + (ft.name if ft is embed and f == ft.name else '%s %s' % (f, ft.name)))
        self.o('}')
        f0, t0 = fields[0]
        self.o('func (s *%s) Set(x %s) { s.%s = x }' % (n, t0.name, f0))
        self.o('func (s %s) Get() string { return fmt.Sprintf("%%v", s.%s) }' % (n, f0))
        self.structs.append(t)

    def gen_pure(self, k):
        ps = [self.anytype(1) for _ in range(self.r.randrange(1, 4))]
        t = self.anytype(1)
        self.scopes.append({})
        names = [self.declare(q, True, 'p%d' % i) for i, q in enumerate(ps)]
        self.o('func h%d(%s) %s {' % (k, ', '.join('%s %s' % (n, q.name) for n, q in zip(names, ps)), t.name))
        self.ind = 1
        self.calls = True
        if self.chance(50):
            q = self.scalar()
            e = self.nc(self.expr(q))
            n = self.declare(q, True, 'loc')
            self.o('%s := %s; _ = loc' % (n, e.s))
        self.o('if %s { return %s }' % (self.s(BOOL), self.s(t)))
        self.o('return %s' % self.s(t))
        self.ind = 0
        self.o('}')
        self.scopes.pop()
        self.pure.append(('h%d' % k, ps, t))

    def program(self):
        for k in range(self.r.randrange(2, 5)):
            self.gen_struct(k)
        for k in range(6):
            self.gen_pure(k)
        for k in range(5):
            t = self.anytype()
            self.calls = True
            self.o('var G%d %s = %s' % (k, t.name, self.s(t)))
            self.scopes[0]['G%d' % k] = (t, True)
        self.o('func init() { %s }' % ''.join('_ = G%d; ' % k for k in range(5)))
        for k in range(self.nfn):
            self.o('func f%d() {' % k)
            self.push()
            self.fdepth, self.ind = 1, 1
            self.o('burn()')
            for _ in range(self.r.randrange((self.nstmt * 2 + 3) // 5, self.nstmt + 1)):
                self.stmt()
            self.fdepth, self.ind = 0, 0
            self.calls = True
            c = self.places(lambda q: q.printable())
            self.o('\tp("end", %s)' % ', '.join(x for x, _ in c[:12]))
            self.pop()
            self.o('}')
        self.o('func main() {')
        for k in range(self.nfn):
            self.o('\trun("f%d", f%d)' % (k, k))
        self.o('}')
        return PRELUDE + '\n' + '\n'.join(self.lines) + '\n'


if __name__ == '__main__':
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    nfn = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    sys.setrecursionlimit(10000)
    nstmt = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    sys.stdout.write(Gen(seed, nfn, nstmt).program())
