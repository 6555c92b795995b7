// run

// Starts programs, catches signals, makes weak and unique handles.

package main

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"
	"unique"
	"weak"
)

func main() {
	out, err := exec.Command("sh", "-c", "echo hi; echo err >&2; exit 3").Output()
	var ee *exec.ExitError
	fmt.Printf("%q %v %v %q\n", out, err, errors.As(err, &ee), ee.Stderr)
	c := exec.Command("cat")
	c.Stdin = strings.NewReader(strings.Repeat("x", 200000))
	out, err = c.CombinedOutput()
	fmt.Println(len(out), err)
	_, err = exec.LookPath("nonesuch")
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	err = exec.CommandContext(ctx, "sleep", "10").Run()
	cancel()
	fmt.Println(err, ctx.Err())
	c = exec.Command("sh", "-c", "pwd; echo $A")
	c.Dir = "/"
	c.Env = []string{"A=1", "A=2"}
	out, err = c.Output()
	fmt.Printf("%q %v\n", out, err)
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGUSR1)
	syscall.Kill(os.Getpid(), syscall.SIGUSR1)
	fmt.Println(<-ch)
	signal.Stop(ch)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), ctx)
	stop()
	signal.Ignore(syscall.SIGHUP)
	syscall.Kill(os.Getpid(), syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP))
	a, b := unique.Make("abc"), unique.Make("ab"+string([]byte{'c'}))
	fmt.Println(a == b, a.Value(), unique.Make(5) == unique.Make(6))
	p := new([100]int)
	w := weak.Make(p)
	fmt.Println(w.Value() == p, weak.Make(p) == w)
	runtime.KeepAlive(p)
	s := maphash.MakeSeed()
	fmt.Println(maphash.String(s, "a") == maphash.Bytes(s, []byte("a")), maphash.Comparable(s, 1.0) == maphash.Comparable(s, 1.0))
	c = exec.Command("sh", "-c", "read x; echo got $x")
	in, _ := c.StdinPipe()
	so, _ := c.StdoutPipe()
	c.Start()
	fmt.Fprintln(in, "line")
	in.Close()
	buf := make([]byte, 100)
	n, _ := so.Read(buf)
	fmt.Printf("%q %v %v\n", buf[:n], c.Wait(), c.ProcessState)
	c = exec.Command("sh", "-c", "kill -9 $$")
	fmt.Println(c.Run())
}
