// run

package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// Signals that nobody asked for do nothing to the program, but end its children.
func main() {
	for _, s := range []syscall.Signal{syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGALRM, syscall.SIGIO, syscall.SIGPROF, syscall.SIGVTALRM,
		syscall.SIGXCPU, syscall.SIGXFSZ, syscall.SIGPWR, syscall.SIGPIPE, syscall.SIGWINCH, syscall.SIGURG, 40, 64} {
		if err := syscall.Kill(os.Getpid(), s); err != nil {
			fmt.Println(err)
		}
		time.Sleep(time.Millisecond)
		fmt.Println("alive after", int(s))
	}
	for _, s := range []syscall.Signal{syscall.SIGUSR1, syscall.SIGALRM, syscall.SIGPROF, syscall.SIGABRT} {
		c := exec.Command("sleep", "100")
		if err := c.Start(); err != nil {
			fmt.Println(err)
			continue
		}
		c.Process.Signal(s)
		fmt.Println(c.Wait())
	}
}
