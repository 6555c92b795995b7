// Worker pool: a fixed number of goroutines take jobs from a channel; results are put in order by job number.
package main

import (
	"fmt"
	"sync"
)

type job struct{ id, n int }
type result struct{ id, steps int }

// collatz counts the steps from n down to 1.
func collatz(n int) (steps int) {
	for ; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
	}
	return steps
}

func main() {
	jobs := make(chan job, 16)
	results := make(chan result, 16)
	var wg sync.WaitGroup
	for w := 0; w < 4; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				results <- result{j.id, collatz(j.n)}
			}
		}()
	}
	const n = 1000
	go func() {
		for i := 0; i < n; i++ {
			jobs <- job{i, i*7919 + 1}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	steps := make([]int, n)
	for r := range results {
		steps[r.id] = r.steps
	}
	longest := 0
	for i, s := range steps {
		if s > steps[longest] {
			longest = i
		}
	}
	fmt.Println("jobs:", n)
	fmt.Println("longest:", longest*7919+1, "with", steps[longest], "steps")
	fmt.Println("first ten:", steps[:10])
}
