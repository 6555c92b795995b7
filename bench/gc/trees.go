// Short-lived complete binary trees beside one that lives on. Argument: depth (default 18).
package main

import (
	"fmt"
	"os"
	"strconv"
)

type Tree struct{ Left, Right *Tree }

func grow(depth int) *Tree {
	if depth <= 0 {
		return &Tree{}
	}
	return &Tree{Left: grow(depth - 1), Right: grow(depth - 1)}
}

func (t *Tree) nodes() int {
	if t.Left == nil {
		return 1
	}
	return t.Left.nodes() + t.Right.nodes() + 1
}

func main() {
	depth := 18
	if len(os.Args) > 1 {
		depth, _ = strconv.Atoi(os.Args[1])
	}
	fmt.Println("stretch", grow(depth+1).nodes())
	keep := grow(depth)
	for d := 4; d <= depth; d += 2 {
		rounds, total := 1<<(depth-d+4), 0
		for i := 0; i < rounds; i++ {
			total += grow(d).nodes()
		}
		fmt.Println(d, rounds, total)
	}
	fmt.Println("kept", keep.nodes())
}
