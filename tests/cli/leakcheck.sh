# Goroutines that can never run again, as tuco run -leakcheck reports them.
. "$(dirname "$0")/lib.sh"
cat > leak.go <<'END'
package main

import (
	"os"
	"sync"
	"time"
)

var global = make(chan int)

func worker(c chan string) {
	for range c {
	}
}

func chain() {
	a, b := make(chan int), make(chan int, 2)
	go func() { <-a; b <- 1 }()
	go func() { <-b }()
}

func main() {
	c := make(chan string)
	for i := 0; i < 3; i++ {
		go worker(c)
	}
	chain()
	var mu sync.Mutex
	mu.Lock()
	go func() { mu.Lock() }()
	go func() { <-global }() // could still be woken
	t := make(chan int)
	go func() { time.Sleep(time.Hour); t <- 1 }() // will run, and wake the next one
	go func() { <-t }()
	time.Sleep(10 * time.Millisecond)
	if len(os.Args) > 1 {
		os.Exit(len(os.Args[1]))
	}
}
END
printf 'package main\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() { c <- 1 }()\n\t<-c\n}\n' > tidy.go
expect 1 "$TUCO" run -leakcheck leak.go
has "leakcheck: 6 goroutines can never run again"
has "main.worker("; has "and 2 more like it"; has "waits for a value from the channel of string"
has "created by main.chain in goroutine 1"; has "waits for the unlocking of the sync.Mutex"
case $out in *main.main.func2*) fail "$out" ;; esac
expect 3 "$TUCO" run -leakcheck leak.go abc; has "6 goroutines"
expect 0 "$TUCO" run leak.go
expect 0 "$TUCO" run -leakcheck tidy.go
expect 0 "$TUCO" build leak.go
expect 1 env TUCOLEAKCHECK=1 GOMAXPROCS=1 ./leak; has "6 goroutines"
