// bufio.Scanner over a strings.Reader
package main

import (
	"bufio"
	"runtime"
	"strings"
)

var sink int

//go:noinline
func step(i int) {
	s := bufio.NewScanner(strings.NewReader("one two\nthree\n"))
	for s.Scan() {
		sink += len(s.Text())
	}
	sink += i & 1
}

func main() {
	step(0)
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 1000; i++ {
		step(i)
	}
	runtime.ReadMemStats(&b)
	println("mallocs", b.Mallocs-a.Mallocs, sink)
}
