// run

// Large literals stored over live variables.
package main

type In struct {
	a [20]int
	s string
}
type Out struct {
	x, y In
	p    *int
}

var g Out

func main() {
	k := 5
	o := &Out{}
	*o = Out{x: In{s: "a"}, p: &k}
	println(o.x.s, *o.p)
	o.x.a[3] = 7
	*o = Out{y: In{s: o.x.s, a: o.x.a}}
	println(o.y.s, o.y.a[3], o.x.s, o.p == nil)
	g = Out{x: In{s: "g"}}
	arr := []Out{{}, {}}
	i := 1
	arr[i] = Out{y: In{s: "z", a: [20]int{i, 2}}}
	println(arr[1].y.s, arr[1].y.a[0], g.x.s)
	var q *Out
	defer func() { println(recover() != nil) }()
	*q = Out{}
}
