// Trouble: no more descriptors, signals at a high rate, blocking calls beside a network server, deadlines of pipes. Nothing is lost or leaked.
package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var port = regexp.MustCompile(`127\.0\.0\.1:[1-9][0-9]*`)

func clean(err error) string { return port.ReplaceAllString(err.Error(), "ADDR") }

func fds() int {
	d, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		panic(err)
	}
	return len(d)
}

// exhaust uses up all descriptors: accepting and dialling fail with EMFILE, and work again afterwards.
func exhaust() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer l.Close()
	first, err := net.Dial("tcp", l.Addr().String()) // waits to be accepted
	if err != nil {
		panic(err)
	}
	var lim syscall.Rlimit
	syscall.Getrlimit(syscall.RLIMIT_NOFILE, &lim)
	low := lim
	low.Cur = uint64(fds() + 2)
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &low); err != nil {
		panic(err)
	}
	var hold []*os.File
	for {
		f, err := os.Open("/dev/null")
		if err != nil {
			fmt.Println(err, errors.Is(err, syscall.EMFILE))
			break
		}
		hold = append(hold, f)
	}
	_, err = l.Accept()
	var ne net.Error
	fmt.Println(clean(err), errors.Is(err, syscall.EMFILE), errors.As(err, &ne) && ne.Temporary())
	_, err = net.Dial("tcp", l.Addr().String())
	fmt.Println(clean(err), errors.Is(err, syscall.EMFILE))
	_, err = net.Listen("tcp", "127.0.0.1:0")
	fmt.Println(clean(err))
	_, err = net.ListenPacket("udp", "127.0.0.1:0")
	fmt.Println(clean(err))
	_, _, err = os.Pipe()
	fmt.Println(err)
	fmt.Println(exec.Command("/bin/true").Run())
	for _, f := range hold {
		f.Close()
	}
	syscall.Setrlimit(syscall.RLIMIT_NOFILE, &lim)
	c, err := l.Accept()
	if err != nil {
		panic(err)
	}
	c.Close()
	first.Close()
}

// storm sends itself signals while data flows through sockets, pipes and files.
func storm() {
	ch := make(chan os.Signal, 10)
	signal.Notify(ch, syscall.SIGUSR1)
	var stop atomic.Bool
	var got atomic.Int64
	go func() {
		for range ch {
			got.Add(1)
		}
	}()
	var sender sync.WaitGroup
	sender.Go(func() {
		for !stop.Load() {
			syscall.Kill(os.Getpid(), syscall.SIGUSR1)
			time.Sleep(100 * time.Microsecond)
		}
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				io.Copy(c, c)
				c.Close()
			}()
		}
	}()
	var wg sync.WaitGroup
	var bad atomic.Int64
	for range 4 {
		wg.Go(func() {
			for range 10 {
				c, err := net.Dial("tcp", l.Addr().String())
				if err != nil {
					fmt.Println(err)
					return
				}
				b := []byte("0123456789abcdef")
				for range 100 {
					if _, err := c.Write(b); err != nil {
						bad.Add(1)
					}
					if _, err := io.ReadFull(c, b); err != nil {
						bad.Add(1)
					}
				}
				c.Close()
			}
		})
	}
	wg.Go(func() {
		for range 5 {
			out, err := exec.Command("echo", "hi").Output()
			if string(out) != "hi\n" || err != nil {
				fmt.Println(string(out), err)
			}
		}
	})
	wg.Go(func() {
		for range 200 {
			if _, err := os.ReadFile("/proc/self/stat"); err != nil {
				fmt.Println(err)
			}
		}
	})
	wg.Wait()
	stop.Store(true)
	sender.Wait()
	fmt.Println("storm", bad.Load(), got.Load() > 0)
	l.Close()
}

// blocked has more calls that block in the kernel than processors, while a server answers.
func blocked() {
	f, err := os.CreateTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.Remove(f.Name())
	syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
	var wg sync.WaitGroup
	for range 8 {
		g, err := os.Open(f.Name())
		if err != nil {
			panic(err)
		}
		wg.Go(func() {
			for syscall.Flock(int(g.Fd()), syscall.LOCK_EX) == syscall.EINTR {
			}
			g.Close()
		})
	}
	var p [2]int
	syscall.Pipe(p[:])
	wg.Go(func() {
		var b [1]byte
		n, err := syscall.Read(p[0], b[:])
		fmt.Println("raw pipe", n, err)
	})
	a, b := net.Pipe()
	go io.Copy(b, b)
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	go func() {
		c, _ := l.Accept()
		io.Copy(c, c)
		c.Close()
	}()
	c, _ := net.Dial("tcp", l.Addr().String())
	buf := []byte("x")
	for range 1000 {
		a.Write(buf)
		io.ReadFull(a, buf)
		c.Write(buf)
		io.ReadFull(c, buf)
	}
	runtime.GC()
	fmt.Println("answered")
	f.Close()
	syscall.Write(p[1], buf)
	wg.Wait()
	syscall.Close(p[0])
	syscall.Close(p[1])
	a.Close()
	b.Close()
	c.Close()
	l.Close()
}

func pipes() {
	r, w, _ := os.Pipe()
	r.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	_, err := r.Read(make([]byte, 1))
	fmt.Println(err, errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err))
	r.SetReadDeadline(time.Time{})
	w.SetWriteDeadline(time.Now().Add(10 * time.Millisecond))
	n, err := w.Write(make([]byte, 1<<20))
	fmt.Println(n, err)
	r.Close()
	w.SetWriteDeadline(time.Time{})
	_, err = w.Write([]byte("x"))
	fmt.Println(err, errors.Is(err, syscall.EPIPE))
	w.Close()
	_, err = w.Write([]byte("x"))
	fmt.Println(err, errors.Is(err, os.ErrClosed))

	var p [2]int
	syscall.Pipe2(p[:], syscall.O_NONBLOCK|syscall.O_CLOEXEC)
	f := os.NewFile(uintptr(p[0]), "end")
	fmt.Println(f.SetReadDeadline(time.Now().Add(5 * time.Millisecond)))
	_, err = f.Read(make([]byte, 1))
	fmt.Println(err)
	f.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(5 * time.Millisecond)
		f.Close()
	}()
	_, err = f.Read(make([]byte, 1))
	fmt.Println(err)
	syscall.Close(p[1])
	g, _ := os.Open("/etc/hosts")
	fmt.Println(g.SetDeadline(time.Now()))
	g.Close()
	fmt.Println(g.SetDeadline(time.Now()))
}

func main() {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGUSR2) // what it needs exists before descriptors are counted
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	l.Close()
	exec.Command("/bin/true").Run()
	before := fds()
	exhaust()
	storm()
	blocked()
	pipes()
	runtime.GC()
	if n := fds() - before; n > 2 {
		fmt.Println("leaked", n)
	}
}
