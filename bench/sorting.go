// sorting: a slice of structs through sort.Slice, and integers through slices.Sort.
package main

import (
	"fmt"
	"slices"
	"sort"
)

type rec struct {
	key  uint32
	name string
}

func main() {
	x := uint32(7)
	recs := make([]rec, 500000)
	ints := make([]int, 2000000)
	for i := range recs {
		x = x*1664525 + 1013904223
		recs[i] = rec{x, "r"}
	}
	for i := range ints {
		x = x*1664525 + 1013904223
		ints[i] = int(x)
	}
	sort.Slice(recs, func(i, j int) bool { return recs[i].key < recs[j].key })
	slices.Sort(ints)
	fmt.Println(recs[0].key, recs[len(recs)-1].key, ints[0], ints[len(ints)-1])
}
