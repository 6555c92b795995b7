// TCP over the loopback: data, ends, deadlines, closing while others wait, and the texts of errors.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

var port = regexp.MustCompile(`(127\.0\.0\.1|\[::1\]|\[::\]|0\.0\.0\.0):[1-9][0-9]*`)

func show(what string, err error) {
	if err == nil {
		fmt.Println(what, "ok")
		return
	}
	var ne net.Error
	isNet := errors.As(err, &ne)
	s := fmt.Sprintf("%s: %s %T", what, port.ReplaceAllString(err.Error(), "$1:N"), err)
	if isNet {
		s += fmt.Sprint(" timeout=", ne.Timeout(), " temporary=", ne.Temporary())
	}
	var oe *net.OpError
	if errors.As(err, &oe) {
		s += fmt.Sprintf(" op=%s net=%s err=%T", oe.Op, oe.Net, oe.Err)
	}
	fmt.Println(s, errors.Is(err, net.ErrClosed), errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.EADDRINUSE), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled))
}

func pair(l net.Listener) (net.Conn, net.Conn) {
	done := make(chan net.Conn)
	go func() {
		c, err := l.Accept()
		if err != nil {
			panic(err)
		}
		done <- c
	}()
	c, err := net.Dial(l.Addr().Network(), l.Addr().String())
	if err != nil {
		panic(err)
	}
	return c, <-done
}

func fds() int {
	d, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		panic(err)
	}
	return len(d)
}

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	show("listen", err)
	warm, warm2 := pair(l)
	warm.Close()
	warm2.Close()
	before := fds()

	a, b := pair(l)
	fmt.Println(a.LocalAddr().String() == b.RemoteAddr().String(), a.RemoteAddr().String() == l.Addr().String(), a.LocalAddr().Network())
	go func() {
		io.Copy(b, b)
		b.Close()
	}()
	msg := bytes.Repeat([]byte("0123456789"), 100000)
	go func() {
		a.Write(msg)
		a.(*net.TCPConn).CloseWrite()
	}()
	got, err := io.ReadAll(a)
	fmt.Println(len(got), bytes.Equal(got, msg), err)
	n, err := a.Read(make([]byte, 1))
	fmt.Println(n, err)
	show("close", a.Close())
	show("close again", a.Close())
	_, err = a.Read(make([]byte, 1))
	show("read closed", err)
	_, err = a.Write(make([]byte, 1))
	show("write closed", err)
	show("deadline closed", a.SetDeadline(time.Now()))
	show("nodelay closed", a.(*net.TCPConn).SetNoDelay(true))

	// deadlines
	a, b = pair(l)
	a.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, err = a.Read(make([]byte, 1))
	show("deadline", err)
	_, err = a.Read(make([]byte, 1))
	show("deadline again", err)
	b.Write([]byte("x"))
	time.Sleep(5 * time.Millisecond)
	_, err = a.Read(make([]byte, 1))
	show("deadline with data", err)
	a.SetReadDeadline(time.Time{})
	n, err = a.Read(make([]byte, 4))
	fmt.Println(n, err)
	a.SetDeadline(time.Unix(1, 0))
	_, err = a.Write([]byte("y"))
	show("write deadline", err)
	a.SetDeadline(time.Now().Add(time.Hour))
	go func() {
		time.Sleep(10 * time.Millisecond)
		a.SetReadDeadline(time.Now())
	}()
	_, err = a.Read(make([]byte, 4))
	show("deadline moved", err)
	a.SetReadDeadline(time.Time{})
	b.SetWriteDeadline(time.Now().Add(30 * time.Millisecond))
	big := make([]byte, 64<<20)
	n, err = b.Write(big)
	fmt.Println(n > 0 && n < len(big))
	show("full", err)

	// closing wakes
	var wg sync.WaitGroup
	c, d := pair(l)
	for range 3 {
		wg.Go(func() {
			_, err := c.Read(make([]byte, 1))
			show("closed under reader", err)
		})
	}
	time.Sleep(10 * time.Millisecond)
	c.Close()
	wg.Wait()
	_, err = d.Read(make([]byte, 1))
	fmt.Println(err)
	d.Close()
	b.Close()
	a.Close()

	// reset by the peer
	a, b = pair(l)
	b.(*net.TCPConn).SetLinger(0)
	b.Close()
	_, err = a.Read(make([]byte, 1))
	show("reset", err)
	_, err = a.Write(make([]byte, 1))
	show("pipe", err)
	a.Close()

	// listeners
	_, err = net.Listen("tcp", l.Addr().String())
	show("in use", err)
	l.(*net.TCPListener).SetDeadline(time.Now().Add(10 * time.Millisecond))
	_, err = l.Accept()
	show("accept deadline", err)
	l.(*net.TCPListener).SetDeadline(time.Time{})
	go func() {
		time.Sleep(10 * time.Millisecond)
		l.Close()
	}()
	_, err = l.Accept()
	show("accept closed", err)
	_, err = l.Accept()
	show("accept closed", err)
	show("close listener", l.Close())
	_, err = net.Dial("tcp", l.Addr().String())
	show("refused", err)

	// bad addresses
	for _, s := range [][2]string{{"tcp", ""}, {"tcp", "127.0.0.1"}, {"tcp", "127.0.0.1:x y"}, {"tcp", "127.0.0.1:99999"}, {"tcp", "::1:80"}, {"tcp4", "[::1]:80"}, {"tcp6", "127.0.0.1:80"}, {"foo", "x:1"}, {"tcp", "[::1"}, {"tcp", "a]:1"},
		{"tcp", "127.0.0.1:-1"}, {"ip:foo", "127.0.0.1"}, {"ip", "127.0.0.1"}, {"unix", ""}, {"tcp", "-bad-.:1"}, {"tcp", "..:1"}} {
		_, err := net.Dial(s[0], s[1])
		show("dial "+s[0]+" "+s[1], err)
		_, err = net.Listen(s[0], s[1])
		if s[1] != "" {
			show("listen "+s[0]+" "+s[1], err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var dl net.Dialer
	_, err = dl.DialContext(ctx, "tcp", "127.0.0.1:1")
	show("canceled", err)
	_, err = net.DialTimeout("tcp", "127.0.0.1:1", -1)
	show("late", err)
	dl.LocalAddr = &net.UDPAddr{}
	_, err = dl.Dial("tcp", "127.0.0.1:1")
	show("mismatch", err)
	dl.LocalAddr = &net.TCPAddr{IP: net.IPv6loopback}
	_, err = dl.Dial("tcp", "127.0.0.1:1")
	show("family", err)

	// control functions, both families, buffers, files
	lc := net.ListenConfig{Control: func(network, address string, c syscall.RawConn) error {
		fmt.Println("control", network, address)
		return c.Control(func(fd uintptr) { fmt.Println(fd > 2) })
	}}
	l, err = lc.Listen(context.Background(), "tcp", ":0")
	show("listen", err)
	fmt.Println(port.ReplaceAllString(l.Addr().String(), "$1:N"))
	_, p, _ := net.SplitHostPort(l.Addr().String())
	for _, host := range []string{"127.0.0.1", "::1", "localhost", ""} {
		go func() {
			c, err := net.Dial("tcp", net.JoinHostPort(host, p))
			if err != nil {
				panic(err)
			}
			v := net.Buffers{[]byte("he"), nil, []byte("llo "), []byte("world")}
			n, err := v.WriteTo(c)
			fmt.Println(n, err, len(v))
			c.Close()
		}()
		c, err := l.Accept()
		if err != nil {
			panic(err)
		}
		b, err := io.ReadAll(c)
		fmt.Println(string(b), err)
		c.Close()
	}
	lf, err := l.(*net.TCPListener).File()
	show("file", err)
	l2, err := net.FileListener(lf)
	show("filelistener", err)
	lf.Close()
	l.Close()
	a, b = pair(l2)
	f, err := a.(*net.TCPConn).File()
	show("file", err)
	fmt.Println(strings.HasPrefix(f.Name(), "tcp:"))
	fc, err := net.FileConn(f)
	show("fileconn", err)
	f.Close()
	fc.Write([]byte("via file"))
	fc.Close()
	buf := make([]byte, 100)
	n, err = b.Read(buf)
	fmt.Println(string(buf[:n]), err)
	src, _ := os.CreateTemp("", "")
	src.Write(msg)
	src.Seek(0, 0)
	os.Remove(src.Name())
	go func() {
		n, err := io.Copy(a, io.LimitReader(src, 777777))
		fmt.Println(n, err)
		n, err = io.Copy(a, src)
		fmt.Println(n, err)
		a.Close()
	}()
	got, err = io.ReadAll(b)
	fmt.Println(len(got), bytes.Equal(got, msg), err)
	src.Close()
	b.Close()
	_, err = net.FileConn(os.Stdin)
	fmt.Println(err != nil)
	rc, err := l2.(*net.TCPListener).SyscallConn()
	show("syscallconn", err)
	show("raw read", rc.Read(func(uintptr) bool { return true }))
	l2.Close()
	show("raw control", rc.Control(func(uintptr) {}))
	_, err = new(net.TCPConn).Read(nil)
	show("zero", err)
	fmt.Println(fds() - before)
	runtimeOptions()
}

func runtimeOptions() {
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	a, b := pair(l)
	for _, c := range []net.Conn{a, b} {
		rc, _ := c.(*net.TCPConn).SyscallConn()
		rc.Control(func(fd uintptr) {
			for _, o := range [][2]int{{syscall.IPPROTO_TCP, syscall.TCP_NODELAY}, {syscall.SOL_SOCKET, syscall.SO_KEEPALIVE}, {syscall.IPPROTO_TCP, syscall.TCP_KEEPIDLE}, {syscall.IPPROTO_TCP, syscall.TCP_KEEPINTVL}, {syscall.IPPROTO_TCP, syscall.TCP_KEEPCNT}} {
				v, err := syscall.GetsockoptInt(int(fd), o[0], o[1])
				fmt.Print(v, err, " ")
			}
			fl, _, e := syscall.Syscall(syscall.SYS_FCNTL, fd, syscall.F_GETFD, 0)
			fmt.Println(fl, e)
		})
	}
	show("linger", a.(*net.TCPConn).SetLinger(5))
	show("keepalive", a.(*net.TCPConn).SetKeepAlive(false))
	show("period", a.(*net.TCPConn).SetKeepAlivePeriod(30*time.Second))
	show("config", a.(*net.TCPConn).SetKeepAliveConfig(net.KeepAliveConfig{Enable: true, Idle: time.Second, Interval: 2 * time.Second, Count: 3}))
	show("rbuf", a.(*net.TCPConn).SetReadBuffer(1<<16))
	show("wbuf", a.(*net.TCPConn).SetWriteBuffer(1<<16))
	fmt.Println(a.(*net.TCPConn).MultipathTCP())
	show("closeread", a.(*net.TCPConn).CloseRead())
	a.Close()
	b.Close()
	l.Close()
}
