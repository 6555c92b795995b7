// LRU: a cache with a fixed number of entries, as a map into a doubly linked list.
package main

import (
	"container/list"
	"fmt"
)

type entry struct {
	key   string
	value int
}

// Cache keeps the most recently used entries.
type Cache struct {
	max          int
	order        *list.List
	items        map[string]*list.Element
	hits, misses int
}

// New returns an empty cache for max entries.
func New(max int) *Cache {
	return &Cache{max: max, order: list.New(), items: make(map[string]*list.Element)}
}

// Get returns the value for key and makes it the most recent one.
func (c *Cache) Get(key string) (int, bool) {
	e, ok := c.items[key]
	if !ok {
		c.misses++
		return 0, false
	}
	c.hits++
	c.order.MoveToFront(e)
	return e.Value.(*entry).value, true
}

// Put stores a value, dropping the least recent entry when full.
func (c *Cache) Put(key string, value int) {
	if e, ok := c.items[key]; ok {
		e.Value.(*entry).value = value
		c.order.MoveToFront(e)
		return
	}
	if c.order.Len() == c.max {
		last := c.order.Back()
		delete(c.items, last.Value.(*entry).key)
		c.order.Remove(last)
	}
	c.items[key] = c.order.PushFront(&entry{key, value})
}

func main() {
	c := New(1000)
	x := uint32(1)
	for i := 0; i < 200000; i++ {
		x = x*1664525 + 1013904223
		key := fmt.Sprintf("user-%d", (x>>16)%(500+uint32(i/100)))
		if _, ok := c.Get(key); !ok {
			c.Put(key, i)
		}
	}
	fmt.Println("entries:", c.order.Len())
	fmt.Println("hits:", c.hits, "misses:", c.misses)
	front := c.order.Front().Value.(*entry)
	fmt.Println("most recent:", front.key, front.value)
}
