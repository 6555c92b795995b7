// run
// exit 2

// A value whose String method panics while a fatal panic is printed.
package main

type bad int

func (bad) String() string { panic("in String") }

type emb struct{ *val }
type val struct{ x int }

func (val) Name() string { return "val" }

type namer interface{ Name() string }

func try(f func()) {
	defer func() { println(recover().(error).Error()) }()
	f()
}

func main() {
	// Value methods that ignore their receiver still need one.
	var p *val
	var e *emb
	try(func() { _ = p.Name() })
	try(func() { f := p.Name; println(f()) })
	try(func() { var i namer = p; println(i.Name()) })
	try(func() { f := (*val).Name; println(f(p)) })
	try(func() { _ = e.Name() })
	try(func() { f := emb{}.Name; println(f()) })
	try(func() { var i namer = emb{}; println(i.Name()) })
	try(func() { var i namer = &emb{}; println(i.Name()) })
	panic(bad(1))
}
