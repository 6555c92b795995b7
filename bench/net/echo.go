// TCP echo over the loopback, server and client in one program.
//
//	echo serve               prints its address; at the end of standard input prints CPU time, resident memory and connections
//	echo load ADDR N TOTAL   N connections exchange TOTAL messages of 64 bytes; prints rate, latency and CPU time
//	echo idle ADDR N         N connections that exchanged one message each; prints "ready" and waits for the end of standard input
package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

const size = 64

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func cpu() (user, sys time.Duration) {
	var u syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano()), time.Duration(u.Stime.Nano())
}

// rss is the resident memory in KB.
func rss() int {
	b, err := os.ReadFile("/proc/self/status")
	check(err)
	for _, l := range bytes.Split(b, []byte("\n")) {
		if f := bytes.Fields(l); len(f) > 1 && string(f[0]) == "VmRSS:" {
			n, _ := strconv.Atoi(string(f[1]))
			return n
		}
	}
	return 0
}

var (
	served  atomic.Int64
	current atomic.Int64
)

func echo(c net.Conn) {
	defer c.Close()
	defer current.Add(-1)
	b := make([]byte, 4*size) // a server does not know how long messages are
	n := 0
	for {
		k, err := c.Read(b)
		if err != nil {
			break
		}
		if _, err := c.Write(b[:k]); err != nil {
			break
		}
		n++
	}
	served.Add(int64(n))
}

func serve() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	fmt.Println(l.Addr())
	before := rss()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			current.Add(1)
			go echo(c)
		}
	}()
	// A line on standard input asks for the memory now, its end for the summary.
	for b := make([]byte, 10); ; {
		n, err := os.Stdin.Read(b)
		if n > 0 {
			debug.FreeOSMemory()
			time.Sleep(100 * time.Millisecond)
			c := max(current.Load(), 1)
			fmt.Printf("conns %d rss %d KB bytes/conn %d\n", c, rss(), int64(rss()-before)*1024/c)
		}
		if err != nil {
			break
		}
	}
	u, s := cpu()
	n := max(served.Load(), 1)
	fmt.Printf("messages %d user %.2f us sys %.2f us per message, threads %d\n", n, float64(u)/float64(n)/1e3, float64(s)/float64(n)/1e3, threads())
}

func threads() int {
	d, _ := os.ReadDir("/proc/self/task")
	return len(d)
}

func dialAll(addr string, n int) []net.Conn {
	cs := make([]net.Conn, n)
	for i := range cs {
		c, err := net.Dial("tcp", addr)
		check(err)
		cs[i] = c
		var b [size]byte
		_, err = c.Write(b[:])
		check(err)
		_, err = io.ReadFull(c, b[:])
		check(err)
	}
	return cs
}

func load(addr string, n, total int) {
	cs := dialAll(addr, n)
	each := total / n
	lat := make([]int32, n*each)
	var wg sync.WaitGroup
	runtime.GC()
	u0, s0 := cpu()
	start := time.Now()
	for i, c := range cs {
		wg.Go(func() {
			var b [size]byte
			my := lat[i*each:][:each]
			for j := range my {
				t := time.Now()
				if _, err := c.Write(b[:]); err != nil {
					check(err)
				}
				if _, err := io.ReadFull(c, b[:]); err != nil {
					check(err)
				}
				my[j] = int32(time.Since(t) / time.Microsecond)
			}
		})
	}
	wg.Wait()
	d := time.Since(start)
	u, s := cpu()
	slices.Sort(lat)
	k := float64(len(lat))
	fmt.Printf("%.0f round trips/s, latency p50 %d us p99 %d us, user %.2f us sys %.2f us per round trip\n", k/d.Seconds(), lat[len(lat)/2], lat[len(lat)*99/100], float64(u-u0)/k/1e3, float64(s-s0)/k/1e3)
	for _, c := range cs {
		c.Close()
	}
}

func main() {
	switch {
	case len(os.Args) == 2 && os.Args[1] == "serve":
		serve()
	case len(os.Args) == 5 && os.Args[1] == "load":
		n, err := strconv.Atoi(os.Args[3])
		check(err)
		total, err := strconv.Atoi(os.Args[4])
		check(err)
		load(os.Args[2], n, total)
	case len(os.Args) == 4 && os.Args[1] == "idle":
		n, err := strconv.Atoi(os.Args[3])
		check(err)
		cs := dialAll(os.Args[2], n)
		fmt.Println("ready")
		io.Copy(io.Discard, os.Stdin)
		runtime.KeepAlive(cs)
	default:
		fmt.Fprintln(os.Stderr, "usage: echo serve | load ADDR CONNECTIONS TOTAL | idle ADDR CONNECTIONS")
		os.Exit(2)
	}
}
