// run

// fmt: verbs, flags, widths on every kind, nested values, bad verbs, interfaces.

package main

import (
	"errors"
	"fmt"
	"os"
)

type P struct {
	X, Y int
	s    string
	p    *int
	e    error
	m    map[string]int
	l    []any
}
type St struct{ n int }

func (s St) String() string { return fmt.Sprintf("St<%d>", s.n) }

type Go struct{}

func (Go) GoString() string { return "GO" }

type Er struct{}

func (*Er) Error() string { return "er" }

type Pan struct{}

func (Pan) String() string { panic("oops") }

type F struct{}

func (F) Format(s fmt.State, v rune) {
	w, ok := s.Width()
	fmt.Fprintf(s, "F%c%d%v%v", v, w, ok, s.Flag('+'))
}
func main() {
	p := P{1, -2, "s", nil, nil, map[string]int{"b": 1, "a": 2}, []any{1, "x", nil, 1.5}}
	fmt.Printf("%v\n%+v\n%T\n", p, p, p)
	fmt.Printf("%#v\n", p.m)
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", []string{"a"}, struct{ A any }{1}, 'x', "q", [2]bool{true}, map[int][]byte{1: {2}})
	fmt.Printf("%d %5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U\n", 42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 8, 5, 'A', 'A', 0x1F600, 0x1F600)
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%e|%g|%G|%+.1e|%08.2f|%x|%v|%v|%6.2f%%\n", 3.14159, 2.675, 3.14159, 2.5, 12345.678, 1e21, 1e-7, 12345.678, -3.14159, 1.5, 1e20, 1e21, 99.5)
	fmt.Printf("%s|%10s|%-10s|%q|%x|% x|%X|%.3s|%5.1s|%#q|%+q\n", "go", "go", "go", "g\"o", "go", "go", []byte("go"), "golang", "golang", "go", "\u00e9")
	fmt.Printf("%t|%5t|%v|%p|%v\n", true, false, nil, nil, (*int)(nil))
	fmt.Printf("%v %+v %s %d %v %s\n", St{3}, St{3}, St{3}, St{3}, &St{4}, []St{{1}, {2}})
	fmt.Printf("%v %#v %v %s %v\n", Go{}, Go{}, &Er{}, error(&Er{}), (*St)(nil))
	fmt.Printf("%v %5v %+d\n", F{}, F{}, F{})
	fmt.Printf("%s %v\n", Pan{}, []any{Pan{}})
	fmt.Printf("%!|%z|%d|%s|%d %d\n", 1, "s", 5, 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%[2]d %[1]d %[3]*.[2]*[1]f|%[5]d|%*d|%-*d|\n", 1, 2, 8, 4, 5)
	fmt.Printf("%v %v %v %v %.3v %8.2v|\n", 1+2i, complex64(1i), []float32{0.1, 1e10}, [3]byte{1, 2, 3}, 3.14159, 2.0)
	fmt.Printf("%s %v %x %q %d\n", []byte("ab"), []byte("ab"), []string{"ab", "c"}, []string{"a b"}, []byte("ab"))
	fmt.Printf("%v %v %+v\n", &p.Y != nil, &struct{ a int }{1}, &[]int{1})
	fmt.Printf("%6.3d|%+.2d|%x|%X|% x|%#v|%#v\n", 7, 7, -255, "hi", "hi", 1.0, int8(3))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, 'x'), fmt.Sprintln("x", 1), fmt.Errorf("w %w %d", os.ErrNotExist, 1))
	var e error
	var i any = St{9}
	fmt.Println(e, i, []error{nil}, map[St]int{{2}: 1, {1}: 2}, [][]int{{1}, nil}, struct{}{}, func() {} == nil)
	var a, b int
	var s string
	n, err := fmt.Sscanf("10-20 abc", "%d-%d %s", &a, &b, &s)
	fmt.Println(n, err, a, b, s)
	n, err = fmt.Sscan("7 x", &a, &b)
	fmt.Println(n, err, a)
	fmt.Fprintln(os.Stdout, errors.Is(fmt.Errorf("a: %w", errors.Join(os.ErrExist, os.ErrClosed)), os.ErrClosed))
	fmt.Printf("%v|%-8v|%08v|%x|%t\n", uint8(3), "ab", -7, 3.5, 1)
	fmt.Printf("%3c|%-3c|%03c|%q|%#q\n", 'x', 'y', 'z', 0x7f, '\n')
}
