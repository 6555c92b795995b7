// Pool: buffers reused through sync.Pool instead of allocated for each request.
package main

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func render(b *bytes.Buffer, id int) int {
	for i := 0; i < 20; i++ {
		b.WriteString("item ")
		b.WriteByte(byte('a' + (id+i)%26))
		b.WriteByte('\n')
	}
	return b.Len()
}

func pooled(id int) int {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	defer buffers.Put(b)
	return render(b, id)
}

func fresh(id int) int {
	b := new(bytes.Buffer)
	return render(b, id)
}

func measure(f func(int) int) (total int, allocated uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := 0; i < 20000; i++ {
		total += f(i)
	}
	runtime.ReadMemStats(&after)
	return total, after.TotalAlloc - before.TotalAlloc
}

func main() {
	n1, a1 := measure(fresh)
	n2, a2 := measure(pooled)
	fmt.Println("bytes rendered:", n1, n2)
	fmt.Println("pool allocates less than a tenth:", a2*10 < a1)
}
