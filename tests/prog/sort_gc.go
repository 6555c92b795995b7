// Sorting values with pointers of many sizes while another goroutine makes the collector run.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type pair struct {
	k *int
	s string
}
type odd struct {
	p *int
	b [3]byte
	c byte
}
type big struct {
	p [20]*int
}
type small struct{ a, b, c byte }

func num(x uint32) *int { n := int(x >> 8); return &n }

func main() {
	stop := make(chan bool)
	done := make(chan bool)
	go func() {
		keep := make([][]byte, 64)
		for i := 0; ; i++ {
			select {
			case <-stop:
				done <- true
				return
			default:
				keep[i&63] = make([]byte, 20000)
			}
		}
	}()
	x := uint32(7)
	next := func() uint32 { x ^= x << 13; x ^= x >> 17; x ^= x << 5; return x }
	h := 0
	for round := 0; round < 4; round++ {
		n := 20000
		a := make([]pair, n)
		b := make([]odd, n)
		c := make([]big, n/10)
		d := make([]small, n)
		e := make([]string, n)
		f := make([]*int, n)
		g := make([]any, n)
		for i := range a {
			a[i] = pair{num(next()), fmt.Sprint(i)}
			b[i] = odd{p: num(next()), c: 9}
			c[i%len(c)].p[3] = num(next())
			d[i] = small{byte(next()), byte(next()), 5}
			e[i] = strings.Repeat("x", int(next()>>24)) + fmt.Sprint(next())
			f[i] = num(next())
			g[i] = int(next() >> 4)
		}
		sort.Slice(a, func(i, j int) bool { return *a[i].k < *a[j].k })
		sort.Slice(b, func(i, j int) bool { return *b[i].p < *b[j].p })
		sort.Slice(c, func(i, j int) bool { return *c[i].p[3] < *c[j].p[3] })
		sort.Slice(d, func(i, j int) bool { return d[i].a < d[j].a })
		sort.SliceStable(e, func(i, j int) bool { return len(e[i]) < len(e[j]) })
		sort.Slice(f, func(i, j int) bool { return *f[i] < *f[j] })
		sort.Slice(g, func(i, j int) bool { return g[i].(int) < g[j].(int) })
		sort.Sort(sort.Reverse(sort.StringSlice(e)))
		for i := range a {
			h = h*31 + *a[i].k + *b[i].p + int(b[i].c) + *c[i%len(c)].p[3] + int(d[i].a) + int(d[i].c) + len(e[i]) + *f[i] + g[i].(int)
		}
		fmt.Println(h, e[0][:3], sort.SliceIsSorted(a, func(i, j int) bool { return *a[i].k < *a[j].k }))
	}
	stop <- true
	<-done
}
