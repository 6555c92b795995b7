// Lines of -m that need care: wrappers of go and defer, self-assignments, method calls, typed constants, the library.
package main

import (
	"fmt"
	"strconv"
	"sync"
)

type list struct {
	v []int
	n *list
}

func (l *list) size() int {
	n := 0
	for ; l != nil; l = l.n {
		n += len(l.v)
	}
	return n
}

func (l *list) cut(k int) { l.v = l.v[:k] }

func swap(a []int, i, j int) { a[i], a[j] = a[j], a[i] }

func rotate(x uint32, k uint) uint32 { return x<<k | x>>(32-k) }

func use(mu *sync.Mutex, key uint64, l *list) {
	mu.Lock()
	defer mu.Unlock()
	b := make([]byte, 48+key%64)
	fmt.Println("k"+strconv.Itoa(int(key)), l.size(), rotate(uint32(key), 3), len(b))
	l.cut(0)
	swap(l.v, 0, 1)
}

var mu sync.Mutex

func main() {
	l := &list{v: []int{1, 2}}
	go use(&mu, 7, l)
	use(&mu, 7, l)
}
