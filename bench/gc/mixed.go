// A search tree that lives on and is edited, arrays of pointers and of numbers, and short-lived trees. Argument: rounds (default 400).
package main

import (
	"fmt"
	"os"
	"strconv"
)

type Node struct {
	left, right *Node
	key         uint32
	prio        uint32
	extra       []int32
}

func insert(t *Node, key, prio uint32) *Node {
	if t == nil {
		return &Node{key: key, prio: prio, extra: make([]int32, key%13)}
	}
	if key < t.key {
		t.left = insert(t.left, key, prio)
		if l := t.left; l.prio > t.prio {
			t.left, l.right = l.right, t
			return l
		}
	} else if key > t.key {
		t.right = insert(t.right, key, prio)
		if r := t.right; r.prio > t.prio {
			t.right, r.left = r.left, t
			return r
		}
	}
	return t
}

func remove(t *Node, key uint32) *Node {
	if t == nil {
		return nil
	}
	switch {
	case key < t.key:
		t.left = remove(t.left, key)
	case key > t.key:
		t.right = remove(t.right, key)
	case t.left == nil:
		return t.right
	case t.right == nil:
		return t.left
	case t.left.prio > t.right.prio:
		l := t.left
		t.left, l.right = l.right, t
		l.right = remove(t, key)
		return l
	default:
		r := t.right
		t.right, r.left = r.left, t
		r.left = remove(t, key)
		return r
	}
	return t
}

type Pair struct{ a, b *Pair }

func pairs(d int) *Pair {
	if d == 0 {
		return nil
	}
	return &Pair{pairs(d - 1), pairs(d - 1)}
}

func (p *Pair) count() int {
	if p == nil {
		return 0
	}
	return 1 + p.a.count() + p.b.count()
}

func main() {
	rounds := 400
	if len(os.Args) > 1 {
		rounds, _ = strconv.Atoi(os.Args[1])
	}
	rnd := uint32(5)
	next := func() uint32 { rnd = rnd*1664525 + 1013904223; return rnd >> 4 }
	var tree *Node
	for i := 0; i < 300000; i++ {
		tree = insert(tree, next()%600000, next())
	}
	table := make([]*Node, 1<<20)
	numbers := make([]float64, 4<<20)
	sum := 0
	for r := 0; r < rounds; r++ {
		for i := 0; i < 1000; i++ {
			k := next() % 600000
			tree = remove(tree, k)
			tree = insert(tree, k^1, next())
			table[next()%uint32(len(table))] = tree
			numbers[k] += float64(r)
		}
		sum += pairs(14).count()
		tmp := make([]*Pair, 5000)
		for i := range tmp {
			tmp[i] = &Pair{}
		}
		sum += len(tmp)
	}
	for i := 0; i < len(numbers); i += 1000 {
		sum += int(numbers[i])
	}
	fmt.Println(sum, tree.key)
}
