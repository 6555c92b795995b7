// A cache of 600 000 entries (some 130 MB live), least recently used goes first. Argument: operations (default 6000000).
package main

import (
	"fmt"
	"os"
	"strconv"
)

type Entry struct {
	newer, older *Entry
	key          uint64
	data         []byte
}

type Cache struct {
	m     map[uint64]*Entry
	ring  Entry
	limit int
}

func (c *Cache) unlink(e *Entry) { e.newer.older, e.older.newer = e.older, e.newer }
func (c *Cache) front(e *Entry) {
	e.newer, e.older = &c.ring, c.ring.older
	c.ring.older.newer, c.ring.older = e, e
}

func (c *Cache) use(key uint64) int {
	if e := c.m[key]; e != nil {
		c.unlink(e)
		c.front(e)
		return int(e.data[0])
	}
	if len(c.m) >= c.limit {
		old := c.ring.newer
		c.unlink(old)
		delete(c.m, old.key)
	}
	e := &Entry{key: key, data: make([]byte, 48+key%64)}
	e.data[0] = byte(key)
	c.m[key] = e
	c.front(e)
	return 256
}

func main() {
	n := 6000000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	c := &Cache{m: map[uint64]*Entry{}, limit: 600000}
	c.ring.newer, c.ring.older = &c.ring, &c.ring
	rnd, sum := uint64(3), 0
	for i := 0; i < n; i++ {
		rnd = rnd*6364136223846793005 + 1442695040888963407
		key := rnd >> 40 % 900000
		if i%4 == 0 {
			key = key * key % 1800000
		}
		sum += c.use(key)
	}
	fmt.Println(sum, len(c.m))
}
