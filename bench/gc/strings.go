// Small strings are made, joined, kept for a while in a map, and dropped. Argument: rounds (default 4000000).
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	n := 4000000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	var ring [20000]string
	words := map[string]int{}
	total := 0
	for i := 0; i < n; i++ {
		s := "k" + strconv.Itoa(i*7%1000003)
		t := s + ":" + strconv.Itoa(i%977)
		b := []byte(t)
		b[0] = 'K'
		u := string(b)
		ring[i%len(ring)] = u[1:]
		if i%8 == 0 {
			words[s]++
			if len(words) > 30000 {
				clear(words)
			}
		}
		total += len(t) + len(ring[(i*31)%len(ring)])
	}
	fmt.Println(total, len(words))
}
