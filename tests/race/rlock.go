package main

import "sync"

type cache struct {
	mu   sync.RWMutex
	hits int
}

func (c *cache) get() {
	c.mu.RLock()
	c.hits++ // RACE
	c.mu.RUnlock()
}

func main() {
	c := &cache{}
	var wg sync.WaitGroup
	wg.Go(c.get)
	wg.Go(c.get)
	wg.Wait()
}
