// run

// Nil dereferences happen where Go has them, also when the value is not needed on every path, is not used, or has no size.
package main

type big struct {
	pad [5000]byte
	v   int
}
type node struct {
	next *node
	v    int
	e    struct{}
	a    [4]int
}
type pair struct {
	s string
	i any
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			println(name, r.(error).Error())
		} else {
			println(name, "no panic")
		}
	}()
	f()
}

//go:noinline
func late(p *node, c bool) int {
	v := p.v
	if c {
		return v
	}
	return 1
}

//go:noinline
func two(p *node, b bool) (r int) {
	defer func() { recover(); r += 10 }()
	r = 1
	if b {
		r = p.v
	}
	r = 2
	return r
}

func main() {
	var p *node
	var b *big
	var q *[8]int
	try("late", func() { late(p, false) })
	try("unused", func() { _ = *p })
	try("big", func() { b.v = 1 })
	try("field address", func() { x := &p.a; _ = x })
	try("element", func() { println(q[3]) })
	try("slice of nil", func() { s := q[:]; _ = s })
	try("range over nil array", func() {
		n := 0
		for i := range q {
			n += i
		}
		println(n)
	})
	try("zero size", func() { x := p.e; _ = x })
	println(two(nil, true), two(nil, false), late(&node{v: 7}, true))
	var f func()
	try("nil func", func() { f() })
	var e error
	try("nil interface", func() { println(e.Error()) })
	var m map[string]int
	try("nil map", func() { m["a"]++ })
	try("uncomparable", func() { println(pair{"a", []int{}} == pair{"a", []int{}}) })
	println(pair{"a", []int{}} == pair{"b", []int{}})
	var z []struct{}
	z = append(z, struct{}{}, struct{}{})
	z = z[1:]
	println(len(z), cap(z) >= 1, len(append(z, z...)))
	try("zero-size index", func() { i := 5; z[i] = struct{}{} })
	try("bounds", func() { s := "abc"; i := -1; println(s[i]) })
	try("slice bounds", func() { s := []int{1, 2}; i := 3; println(len(s[i:])) })
	try("slice cap", func() { s := make([]int, 2, 4); i := 5; println(len(s[:i])) })
	try("to array", func() { s := []int{1}; println(len([2]int(s))) })
}
