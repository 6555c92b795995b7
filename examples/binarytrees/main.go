// Binary trees: allocates and drops many small trees beside one that stays. The program for comparing collectors.
//
//	binarytrees [depth]
package main

import (
	"fmt"
	"os"
	"strconv"
)

type node struct{ left, right *node }

func build(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{build(depth - 1), build(depth - 1)}
}

func (n *node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	const min = 4
	max := 14
	if len(os.Args) > 1 {
		n, err := strconv.Atoi(os.Args[1])
		if err != nil || n < min+2 {
			fmt.Fprintln(os.Stderr, "usage: binarytrees [depth >= 6]")
			os.Exit(2)
		}
		max = n
	}
	fmt.Printf("stretch tree of depth %d: %d nodes\n", max+1, build(max+1).count())
	long := build(max)
	for d := min; d <= max; d += 2 {
		n := 1 << (max - d + min)
		total := 0
		for i := 0; i < n; i++ {
			total += build(d).count()
		}
		fmt.Printf("%8d trees of depth %2d: %d nodes\n", n, d, total)
	}
	fmt.Printf("long-lived tree of depth %d: %d nodes\n", max, long.count())
}
