// maps: insert and look up a million integers, and a million strings.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	const n = 1000000
	ints := map[int]int{}
	x := uint64(1)
	for i := 0; i < n; i++ {
		x = x*6364136223846793005 + 1442695040888963407
		ints[int(x>>20)] = i
	}
	hits := 0
	x = 1
	for i := 0; i < 2*n; i++ {
		x = x*6364136223846793005 + 1442695040888963407
		if _, ok := ints[int(x>>20)]; ok {
			hits++
		}
	}
	words := map[string]int{}
	for i := 0; i < n; i++ {
		words["key-"+strconv.Itoa(i)] += i
	}
	sum := 0
	for i := 0; i < n; i += 3 {
		sum += words["key-"+strconv.Itoa(i)]
	}
	fmt.Println(len(ints), hits, len(words), sum)
}
