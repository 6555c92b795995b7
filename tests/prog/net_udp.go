// UDP and Unix sockets over the loopback: packets, addresses, control messages, passed descriptors, and the texts of errors.
package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"regexp"
	"syscall"
	"time"
)

var port = regexp.MustCompile(`(127\.0\.0\.1|\[::1\]|\[::\]|0\.0\.0\.0):[1-9][0-9]*`)
var dir string

func show(what string, err error) {
	if err == nil {
		fmt.Println(what, "ok")
		return
	}
	s := port.ReplaceAllString(err.Error(), "$1:N")
	s = regexp.MustCompile(regexp.QuoteMeta(dir)).ReplaceAllString(s, "DIR")
	fmt.Printf("%s: %s %T", what, s, err)
	var ne net.Error
	if errors.As(err, &ne) {
		fmt.Print(" ", ne.Timeout(), ne.Temporary())
	}
	fmt.Println("", errors.Is(err, net.ErrClosed), errors.Is(err, os.ErrDeadlineExceeded))
}

func udp() {
	a, err := net.ListenPacket("udp", "127.0.0.1:0")
	show("listen", err)
	b, err := net.Dial("udp", a.LocalAddr().String())
	show("dial", err)
	fmt.Println(b.Write([]byte("ping")))
	buf := make([]byte, 100)
	n, from, err := a.ReadFrom(buf)
	fmt.Println(string(buf[:n]), from.String() == b.LocalAddr().String(), from.Network(), err)
	fmt.Println(a.WriteTo([]byte("pong"), from))
	n, err = b.Read(buf)
	fmt.Println(string(buf[:n]), err)
	u := a.(*net.UDPConn)
	ub := b.(*net.UDPConn)
	fmt.Println(ub.Write(nil))
	n, ap, err := u.ReadFromUDPAddrPort(buf)
	fmt.Println(n, ap == ub.LocalAddr().(*net.UDPAddr).AddrPort(), err)
	fmt.Println(u.WriteToUDPAddrPort([]byte("abcdef"), ap))
	n, oobn, flags, ap2, err := ub.ReadMsgUDPAddrPort(buf[:3], nil)
	fmt.Println(string(buf[:n]), oobn, flags == syscall.MSG_TRUNC, ap2 == u.LocalAddr().(*net.UDPAddr).AddrPort(), err)
	n, oobn, err = ub.WriteMsgUDP([]byte("msg"), nil, nil)
	fmt.Println(n, oobn, err)
	n, oobn, flags, ua, err := u.ReadMsgUDP(buf, buf[50:])
	fmt.Println(string(buf[:n]), oobn, flags, ua.String() == from.String(), err)
	_, err = ub.WriteTo([]byte("x"), u.LocalAddr())
	show("connected", err)
	_, err = u.Write([]byte("x"))
	show("no peer", err)
	_, err = u.WriteToUDP([]byte("x"), nil)
	show("nil addr", err)
	_, err = u.WriteTo([]byte("x"), &net.TCPAddr{})
	show("wrong type", err)
	_, err = u.WriteTo([]byte("x"), &net.UDPAddr{IP: net.IPv6loopback, Port: 9})
	show("family", err)
	_, err = u.WriteToUDPAddrPort([]byte("x"), netip.MustParseAddrPort("[::1]:9"))
	show("family", err)
	_, err = u.WriteTo(make([]byte, 70000), from)
	show("long", err)
	u.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	_, _, err = u.ReadFrom(buf)
	show("deadline", err)
	u.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(10 * time.Millisecond)
		u.Close()
	}()
	_, _, err = u.ReadFrom(buf)
	show("closed", err)
	_, err = u.WriteTo([]byte("x"), from)
	show("closed", err)
	ub.Write([]byte("x"))
	_, err = ub.Read(buf)
	show("refused", err)
	ub.Close()
	_, err = net.ListenPacket("tcp", "127.0.0.1:0")
	show("packet tcp", err)
	_, err = net.ListenPacket("udp", "127.0.0.1:http!")
	show("port", err)
	_, err = net.DialUDP("tcp", nil, nil)
	show("net", err)
	_, err = net.DialUDP("udp", nil, nil)
	show("nil", err)
	c, err := net.ListenUDP("udp", nil)
	show("any", err)
	fmt.Println(port.ReplaceAllString(c.LocalAddr().String(), "$1:N"))
	to := &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1), Port: c.LocalAddr().(*net.UDPAddr).Port}
	fmt.Println(c.WriteTo([]byte("self"), to))
	n, from, err = c.ReadFrom(buf)
	fmt.Println(string(buf[:n]), port.ReplaceAllString(from.String(), "$1:N"), err)
	c.Close()
}

func unix() {
	name := filepath.Join(dir, "s")
	l, err := net.Listen("unix", name)
	show("listen", err)
	_, err = net.Listen("unix", name)
	show("in use", err)
	fmt.Println(l.Addr().Network(), l.Addr().String() == name)
	said := make(chan string, 1)
	go func() {
		c, err := l.Accept()
		if err != nil {
			panic(err)
		}
		u := c.(*net.UnixConn)
		oob := make([]byte, 100)
		b := make([]byte, 10)
		n, oobn, flags, addr, err := u.ReadMsgUnix(b, oob)
		msgs, _ := syscall.ParseSocketControlMessage(oob[:oobn])
		fds, _ := syscall.ParseUnixRights(&msgs[0])
		f := os.NewFile(uintptr(fds[0]), "passed")
		f.WriteString("through a passed descriptor")
		f.Close()
		said <- fmt.Sprintln(string(b[:n]), len(fds), flags, addr, err)
		io.WriteString(c, "bye")
		c.Close()
	}()
	c, err := net.Dial("unix", name)
	show("dial", err)
	fmt.Printf("%q %q %v\n", c.LocalAddr().String(), c.LocalAddr().Network(), c.RemoteAddr().String() == name)
	r, w, _ := os.Pipe()
	n, oobn, err := c.(*net.UnixConn).WriteMsgUnix([]byte("fd"), syscall.UnixRights(int(w.Fd())), nil)
	w.Close()
	fmt.Println(n, oobn, err)
	s, err := io.ReadAll(r)
	fmt.Println(string(s), err)
	fmt.Print(<-said)
	s, err = io.ReadAll(c)
	fmt.Println(string(s), err)
	c.Close()
	l.Close()
	_, err = os.Stat(name)
	fmt.Println(os.IsNotExist(err))
	_, err = net.Dial("unix", name)
	show("gone", err)
	_, err = net.Dial("unix", filepath.Join(dir, string(make([]byte, 200))))
	fmt.Println(err != nil)

	g1, err := net.ListenPacket("unixgram", filepath.Join(dir, "g1"))
	show("gram", err)
	g2, err := net.DialUnix("unixgram", &net.UnixAddr{Name: filepath.Join(dir, "g2"), Net: "unixgram"}, g1.LocalAddr().(*net.UnixAddr))
	show("gram", err)
	g2.Write([]byte("one"))
	g2.Write([]byte("two"))
	b := make([]byte, 10)
	for range 2 {
		n, from, err := g1.ReadFrom(b)
		fmt.Println(string(b[:n]), filepath.Base(from.String()), err)
		g1.WriteTo(b[:n], from)
	}
	n, err = g2.Read(b)
	fmt.Println(string(b[:n]), err)
	_, err = g1.(*net.UnixConn).WriteTo(b, &net.UnixAddr{Name: "x", Net: "unix"})
	show("kind", err)
	_, err = g1.WriteTo(b, &net.UnixAddr{Name: filepath.Join(dir, "none"), Net: "unixgram"})
	show("none", err)
	g1.Close()
	g2.Close()

	p, err := net.Listen("unixpacket", "@tuco-test-"+fmt.Sprint(os.Getpid()))
	show("packet", err)
	go func() {
		c, _ := p.Accept()
		b := make([]byte, 100)
		for {
			n, err := c.Read(b)
			if err != nil {
				fmt.Println("end", err)
				c.Close()
				return
			}
			c.Write(b[:n])
		}
	}()
	c, err = net.Dial("unixpacket", p.Addr().String())
	show("packet", err)
	c.Write([]byte("first"))
	c.Write([]byte("second"))
	for range 2 {
		n, err := c.Read(b)
		fmt.Println(string(b[:n]), err)
	}
	c.(*net.UnixConn).CloseWrite()
	n, err = c.Read(b)
	fmt.Println(n, err)
	p.Close()
	c.Close()
}

func main() {
	dir, _ = os.MkdirTemp("", "sock")
	defer os.RemoveAll(dir)
	udp()
	unix()
}
