// Pointer-free buffers from 512 B to 1 MB, a hundred of them alive at a time. Argument: buffers (default 40000).
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	n := 40000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	var held [100][]byte
	rnd, sum := uint32(7), uint32(0)
	for i := 0; i < n; i++ {
		rnd = rnd*1103515245 + 12345
		size := 512<<(rnd>>16%12) + int(rnd>>8&511)
		b := make([]byte, size)
		for k := 0; k < size; k += 256 {
			b[k] = byte(i + k)
		}
		at := int(rnd>>20) % len(held)
		if old := held[at]; old != nil {
			sum = sum*13 + uint32(old[len(old)/2]) + uint32(len(old))
		}
		held[at] = b
		if i%10 == 0 {
			var grown []byte
			for len(grown) < 50000 {
				grown = append(grown, b[:500]...)
			}
			sum += uint32(len(grown))
		}
	}
	fmt.Println(sum)
}
