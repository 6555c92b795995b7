package main

import (
	"bytes"
	"sync"
)

func main() {
	var b bytes.Buffer
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			b.WriteString("x") // RACE
		})
	}
	wg.Wait()
}
