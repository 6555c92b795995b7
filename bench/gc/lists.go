// Queues made of doubly linked nodes that come and go; some 40 MB live. Argument: nodes (default 8000000).
package main

import (
	"fmt"
	"os"
	"strconv"
)

type Item struct {
	older, newer *Item
	val          uint64
}

type Queue struct {
	first, last *Item
	len         int
}

func (q *Queue) put(v uint64) {
	it := &Item{older: q.last, val: v}
	if q.last == nil {
		q.first = it
	} else {
		q.last.newer = it
	}
	q.last = it
	q.len++
}

func (q *Queue) take() uint64 {
	it := q.first
	q.first = it.newer
	if q.first == nil {
		q.last = nil
	} else {
		q.first.older = nil
	}
	q.len--
	return it.val
}

func main() {
	n := 8000000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	var queues [50]Queue
	rnd, sum := uint64(1), uint64(0)
	for i := 0; i < n; i++ {
		rnd = rnd*6364136223846793005 + 1442695040888963407
		q := &queues[rnd>>33%50]
		q.put(rnd)
		if q.len > 25000 {
			sum = sum*17 + q.take()
		}
		if i%5 == 0 {
			if o := &queues[rnd>>40%50]; o.len > 0 {
				q.put(o.take())
			}
		}
	}
	for i := range queues {
		for it := queues[i].first; it != nil; it = it.newer {
			sum = sum*31 + it.val
		}
	}
	fmt.Println(sum)
}
