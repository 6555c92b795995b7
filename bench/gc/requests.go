// 500 MB of linked records stay alive; each request reads and replaces some and leaves garbage. The time of every request is taken.
// Arguments: requests (default 150000), live MB (default 500). To stderr: "latency p50 p99 p99.9 max" in microseconds.
package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"
)

type Record struct {
	next, peer *Record
	id         uint64
	body       [5]uint64
}

type Note struct {
	a, b *Note
	text string
}

func notes(d int, v uint64) *Note {
	if d == 0 {
		return &Note{text: strconv.FormatUint(v, 10)}
	}
	return &Note{notes(d-1, v*3), notes(d-1, v*3+1), ""}
}

func (n *Note) size() int {
	if n == nil {
		return 0
	}
	return len(n.text) + n.a.size() + n.b.size()
}

func main() {
	n, mb := 150000, 500
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	if len(os.Args) > 2 {
		mb, _ = strconv.Atoi(os.Args[2])
	}
	count := uint64(mb) << 20 / 72
	slots := make([]*Record, count/2)
	for i := uint64(0); i < count; i++ {
		s := &slots[i%uint64(len(slots))]
		*s = &Record{next: *s, id: i}
	}
	for i := range slots {
		slots[i].peer = slots[i*7919%len(slots)].next
	}
	took := make([]time.Duration, n)
	rnd, sum := uint64(9), 0
	for i := range took {
		t := time.Now()
		for k := 0; k < 6; k++ {
			rnd = rnd*6364136223846793005 + 1442695040888963407
			s := &slots[rnd>>33%uint64(len(slots))]
			old := *s
			sum += int(old.id & 7)
			*s = &Record{next: old.next, id: old.id, body: old.body}
			if old.peer != nil {
				sum += int(old.peer.id & 3)
			}
		}
		sum += notes(5, rnd&1023).size()
		b := make([]byte, 1024+rnd>>50&1023)
		b[5] = 1
		sum += len(b)
		took[i] = time.Since(t)
	}
	slices.Sort(took)
	at := func(p float64) float64 { return float64(took[min(int(p*float64(n)), n-1)]) / 1e3 }
	fmt.Println(sum)
	fmt.Fprintf(os.Stderr, "latency %.1f %.1f %.1f %.1f\n", at(.5), at(.99), at(.999), at(1))
}
