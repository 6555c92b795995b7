// run

// Type parameters: instances, constraints, methods, embedded and local generic types.
package main

type Num interface{ ~int | ~float64 | ~int32 }

func Sum[T Num](a ...T) (s T) {
	for _, x := range a {
		s += x
	}
	return
}

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) { l.head = &node[T]{v, l.head}; l.n++ }
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}
func (l *List[T]) All() func(func(int, T) bool) {
	return func(y func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !y(i, n.v) {
				return
			}
			i++
		}
	}
}

type Str interface{ String() string }
type MyI int

func (m MyI) String() string { return "MyI" }

type PS struct{ s string }

func (p *PS) String() string { return p.s }
func (p *PS) Set(s string)   { p.s = s }

func show[T Str](x T) string { return x.String() }

type Setter[T any] interface {
	*T
	Set(string)
}

func mk[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type Pair[A comparable, B any] struct {
	a A
	b B
}

func (p Pair[A, B]) Swap() (B, A)                       { return p.b, p.a }
func eq[T comparable](a, b T) bool                      { return a == b }
func conv[A, B ~int | ~int8 | ~float64 | ~uint8](a A) B { return B(a) }
func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice"
	case Str:
		return "Str"
	}
	return "?"
}

type Emb struct{ List[int] }

func local[T any](x T) any {
	type L struct{ v T }
	return L{x}
}
func ptr[T any](x T) *T { return &x }

type Tree[K any] struct {
	l, r *Tree[K]
	k    K
	cmp  func(a, b K) int
}

func (t *Tree[K]) Ins(k K) *Tree[K] {
	if t == nil {
		return &Tree[K]{k: k}
	}
	return t
}

type Ord interface{ ~int | ~string }

func mx[T Ord](a, b T) T {
	if a > b {
		return a
	}
	return b
}
func mapkeys[M ~map[K]V, K comparable, V any](m M) int {
	n := 0
	for range m {
		n++
	}
	return n
}
func appendS[S ~[]E, E any](s S, e ...E) S { return append(s, e...) }

type IS []int

func fact[T Num](n T) T {
	if n <= 1 {
		return 1
	}
	return n * fact(n-1)
}
func rng[T ~int](n T) (s int) {
	for i := range n {
		s += int(i)
	}
	return
}
func lenz[T ~string | ~[]byte](x T) int { return len(x) + len(x[1:]) }

func main() {
	println(Sum(1, 2, 3), Sum(1.5, 2), Sum[int32]())
	var l List[string]
	l.Push("a")
	l.Push("b")
	l.Each(func(s string) { println(s) })
	for i, s := range l.All() {
		println(i, s)
	}
	println(show(MyI(1)), show(&PS{"x"}), show[Str](MyI(2)))
	ps := mk[PS]("set")
	println(ps.s)
	p := Pair[string, int]{"k", 5}
	println(p.Swap())
	println(eq(1, 1), eq("a", "b"), eq[any](1, 1), eq(p.a, "k"))
	println(conv[int, int8](300), conv[float64, int](2.9), conv[int, float64](3))
	println(kind(1), kind("a"), kind(MyI(1)), kind(2.5))
	var e Emb
	e.Push(3)
	var pusher interface{ Push(int) } = &e
	pusher.Push(4)
	println(e.n)
	_, ok := local(1).(int)
	println(ok, local(1) == local(1), local(1) == local("a"))
	println(*ptr(5), *ptr("x"))
	var t *Tree[int]
	println(t.Ins(5).k)
	println(mx(1, 2), mx("a", "b"))
	println(mapkeys(map[string]int{"a": 1, "b": 2}))
	println(len(appendS(IS{1}, 2, 3)))
	println(fact(5), fact(5.0))
	println(rng(5), rng(4))
	println(lenz("abc"), lenz([]byte("ab")))
	f := Sum[int]
	println(f(1, 2))
	g := l.Push
	g("z")
	println(l.n)
	h := (*List[string]).Push
	h(&l, "q")
	println(l.n, l.head.v)
	defer l.Push("d")
	var st Str = MyI(3)
	println(st.String())
}
