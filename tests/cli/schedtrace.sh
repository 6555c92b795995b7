# What a program can be made to show of itself: GODEBUG=schedtrace, SIGQUIT, crash output.
. "$(dirname "$0")/lib.sh"
cat > st.go <<'END'
package main

import (
	"os"
	"runtime/debug"
	"sync"
	"syscall"
	"time"
)

func waiter(c chan int, wg *sync.WaitGroup) { wg.Done(); <-c }

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	for range 2 {
		go waiter(make(chan int), &wg)
	}
	wg.Wait()
	time.Sleep(30 * time.Millisecond)
	switch {
	case len(os.Args) < 2:
	case os.Args[1] == "quit":
		syscall.Kill(os.Getpid(), syscall.SIGQUIT)
		time.Sleep(10 * time.Second)
	default:
		f, err := os.Create(os.Args[1])
		if err == nil {
			err = debug.SetCrashOutput(f, debug.CrashOptions{})
		}
		if err != nil {
			panic(err)
		}
		f.Close()
		panic("last words")
	}
}
END
expect 0 "$TUCO" build st.go
expect 0 env GOMAXPROCS=2 GODEBUG=schedtrace=5 ./st
has "SCHED 0ms: gomaxprocs=2 idleprocs="; has "runqueue=0 [ "; has "schedticks=[ "
expect 0 env GOMAXPROCS=1 GODEBUG=schedtrace=5,scheddetail=1 ./st
has "  P0: status="; has "  M0: p="; has "  G1: status="; has "status=4(chan receive) m=nil lockedm=nil"
expect 2 ./st quit
has "SIGQUIT: quit"; has "goroutine 1 ["; has "[chan receive]:"; has "created by main.main in goroutine 1"; has "main.waiter("
expect 2 ./st crash
has "panic: last words"
out=$(cat crash); has "panic: last words"; has "goroutine 1 [running]:"; has "main.main()"
