package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

type node struct {
	key         string
	left, right *node
}

func insert(t *node, key string) *node {
	if t == nil {
		return &node{key: key}
	}
	if key < t.key {
		t.left = insert(t.left, key)
	} else {
		t.right = insert(t.right, key)
	}
	return t
}

func walk(t *node, f func(*node)) {
	if t != nil {
		walk(t.left, f)
		f(t)
		walk(t.right, f)
	}
}

func sum(n int) int {
	tmp := make([]int, n)
	for i := range tmp {
		tmp[i] = i * i
	}
	s := 0
	for _, v := range tmp {
		s += v
	}
	return s
}

type point struct{ x, y int }

func dist(p, q *point) int { return (p.x-q.x)*(p.x-q.x) + (p.y-q.y)*(p.y-q.y) }

var cache = map[string]*point{}

func main() {
	var root *node
	for i := 0; i < 1000; i++ {
		root = insert(root, fmt.Sprintf("key %d", i*7919%1000))
	}
	total := 0
	walk(root, func(n *node) { total += len(n.key) })
	a, b := &point{1, 2}, &point{3, 4}
	words := strings.Fields("the quick brown fox jumps over the lazy dog")
	sort.Strings(words)
	for i, w := range words {
		cache[w] = &point{i, len(w)}
	}
	fmt.Fprintln(os.Stdout, total, sum(10), sum(100), dist(a, b), strings.Join(words, " "))
}
