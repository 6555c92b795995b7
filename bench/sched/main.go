// Goroutines, channels, locks, stacks and timers, one measure at a time.
//
//	sched NAME    runs one measure; prints its operations, wall and CPU nanoseconds, and what else it counts
//	sched         prints the names
package main

import (
	"fmt"
	"os"
	"sort"
	"syscall"
	"time"
)

// A measure does its work and says how many operations that was. It may add values to extra.
var measures = map[string]func() int{
	"pingpong": pingpong, "pipeline": pipeline, "fanin": fanin, "mutex": contended, "spawn": spawn, "sieve": sieve,
	"workers": workers, "ring": ring, "parked": parked, "recursion": recursion, "boundary": boundary, "timers": timers,
}

var extra []string

func note(name string, v float64) {
	extra = append(extra, fmt.Sprintf("%s=%.2f", name, v))
}

func cpu() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

func main() {
	if len(os.Args) != 2 || measures[os.Args[1]] == nil {
		var names []string
		for n := range measures {
			names = append(names, n)
		}
		sort.Strings(names)
		fmt.Println(names)
		return
	}
	c, t := cpu(), time.Now()
	n := measures[os.Args[1]]()
	wall, used := time.Since(t), cpu()-c
	fmt.Println(os.Args[1], n, wall.Nanoseconds(), used, extra)
}
