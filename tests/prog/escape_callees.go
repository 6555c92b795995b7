// run

// Callees of indirect calls are known in package main: what they do not keep stays on the stack, what they keep does not.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sort"
	"strings"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type keeper interface{ take(p *int) }
type no struct{ n int }
type yes struct{ all []*int }

func (n *no) take(p *int)  { n.n += *p }
func (y *yes) take(p *int) { y.all = append(y.all, p) }

type myErr struct{ code *int }

func (e *myErr) Error() string { return fmt.Sprint("code ", *e.code) }

type rot struct{ r io.Reader }

func (r rot) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i := range p[:n] {
		p[i] ^= 1
	}
	return n, err
}

func give(k keeper, n int) {
	for i := 0; i < n; i++ {
		x := i * 10
		k.take(&x)
		runtime.GC()
	}
}

var saved *int
var fs = []func(*int) int{
	func(p *int) int { return *p },
	func(p *int) int { saved = p; return *p + 1 },
}

func call(i, v int) int { return fs[i](&v) }

type node struct{ l, r *node }
type visitor interface{ visit(*node) visitor }
type depth struct{ d, max *int }

func (d depth) visit(n *node) visitor {
	v := *d.d + 1
	if v > *d.max {
		*d.max = v
	}
	return depth{&v, d.max}
}

func walk(n *node, v visitor) {
	if n == nil {
		return
	}
	w := v.visit(n)
	runtime.GC()
	walk(n.l, w)
	walk(n.r, w)
}

func fail(k int) error {
	e := &myErr{&k}
	return fmt.Errorf("wrapped: %w", e)
}

type chain interface{ next() chain }
type link struct {
	v int
	n *link
}

func (l *link) next() chain {
	if l.n == nil {
		return nil
	}
	return l.n
}

func last(n int) int {
	var head *link
	for i := 0; i < n; i++ {
		l := link{i, head}
		head = &l
	}
	runtime.GC()
	s := 0
	for c := chain(head); c != nil; c = c.next() {
		s = s*10 + c.(*link).v
	}
	return s
}

func main() {
	words := byLen{"ccc", "a", "bb", "dddd", ""}
	sort.Sort(words)
	sort.Sort(sort.Reverse(words))
	fmt.Println(words)
	a, b := &no{}, &yes{}
	give(a, 4)
	give(b, 4)
	s := 0
	for _, p := range b.all {
		s += *p
	}
	fmt.Println(a.n, s)
	fmt.Println(call(0, 5), call(1, 7))
	runtime.GC()
	fmt.Println(*saved)
	zero, max := 0, 0
	walk(&node{&node{nil, &node{}}, &node{}}, depth{&zero, &max})
	fmt.Println(max)
	err := fail(3)
	runtime.GC()
	var m *myErr
	fmt.Println(err, errors.As(err, &m), *m.code)
	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 16)
	for i := 0; i < 5; i++ {
		var buf [12]byte
		copy(buf[:], "hello ")
		w.Write(buf[:6])
		fmt.Fprintf(w, "%d %v;", i, [2]int{i, i})
		runtime.GC()
	}
	w.Flush()
	fmt.Println(out.String())
	all, _ := io.ReadAll(rot{strings.NewReader("ifmmn")})
	fmt.Println(string(all), last(5))
	sc := bufio.NewScanner(rot{strings.NewReader("`c\x0bbe")})
	for sc.Scan() {
		runtime.GC()
		fmt.Fprintln(os.Stdout, sc.Text())
	}
	f := func(r rune) bool { return r == 'x' }
	fmt.Println(strings.FieldsFunc("axbxc", f), strings.Map(func(r rune) rune { return r + 1 }, "abc"))
}
