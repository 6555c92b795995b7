// run
// exit 2

// Panic values of other types.

package main

type S struct {
	n int
	s string
}
type N float64

func main() {
	defer func() { panic(N(2.5)) }()
	defer func() { panic(int8(3)) }()
	defer func() { panic("multi\nline") }()
	panic(true)
}
