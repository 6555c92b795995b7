package main

import "sync"

type config struct{ n int }

var (
	mu   sync.Mutex
	conf *config
)

func get() *config {
	if conf == nil { // RACE
		mu.Lock()
		if conf == nil {
			conf = &config{1} // RACE
		}
		mu.Unlock()
	}
	return conf // RACE?
}

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { get() })
	}
	wg.Wait()
}
