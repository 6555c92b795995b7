// The resolver against a server in the program: records of all kinds, truncation, missing names, failures, timeouts, cancelling. And net.Pipe.
package main

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"sort"
	"strings"
	"time"
)

func name(s string) []byte {
	var b []byte
	for _, l := range strings.Split(strings.TrimSuffix(s, "."), ".") {
		b = append(b, byte(len(l)))
		b = append(b, l...)
	}
	return append(b, 0)
}

func rr(owner []byte, typ int, data []byte) []byte {
	b := append([]byte(nil), owner...)
	b = append(b, 0, byte(typ), 0, 1, 0, 0, 0, 60, byte(len(data)>>8), byte(len(data)))
	return append(b, data...)
}

// answer makes the reply to a query. tcp replies are never truncated.
func answer(q []byte, tcp bool) []byte {
	end := 12
	var labels []string
	for q[end] != 0 {
		labels = append(labels, string(q[end+1:end+1+int(q[end])]))
		end += 1 + int(q[end])
	}
	typ := int(binary.BigEndian.Uint16(q[end+1:]))
	end += 5
	full := strings.Join(labels, ".")
	self := []byte{0xC0, 12}
	var rrs [][]byte
	rcode, flags := 0, byte(0x81)
	switch strings.TrimSuffix(full, ".tuco.test") + fmt.Sprint(typ) {
	case "a1":
		rrs = append(rrs, rr(self, 1, []byte{192, 0, 2, 1}), rr(self, 1, []byte{192, 0, 2, 2}))
	case "alias1":
		rrs = append(rrs, rr(self, 5, name("a.tuco.test")), rr(name("a.tuco.test"), 1, []byte{192, 0, 2, 1}))
	case "alias28", "a28":
	case "mx15":
		rrs = append(rrs, rr(self, 15, append([]byte{0, 20}, name("m2.tuco.test")...)), rr(self, 15, append([]byte{0, 10}, 2, 'm', '1', 0xC0, 15)))
	case "ns2":
		rrs = append(rrs, rr(self, 2, name("ns1.tuco.test")))
	case "txt16":
		rrs = append(rrs, rr(self, 16, []byte("\x05hello\x06 world")), rr(self, 16, []byte("\x03two")))
	case "_sip._tcp.srv33":
		rrs = append(rrs, rr(self, 33, append([]byte{0, 1, 0, 5, 0x13, 0xc4}, name("s.tuco.test")...)), rr(self, 33, append([]byte{0, 0, 0, 5, 0x13, 0xc5}, name("t.tuco.test")...)))
	case "1.2.0.192.in-addr.arpa12":
		rrs = append(rrs, rr(self, 12, name("a.tuco.test")))
	case "big1":
		if !tcp {
			flags |= 2
			break
		}
		for i := range 100 {
			rrs = append(rrs, rr(self, 1, []byte{192, 0, 2, byte(i)}))
		}
	case "fail1", "fail28":
		rcode = 2
	case "refuse1", "refuse28":
		rcode = 5
	case "slow1", "slow28":
		return nil
	default:
		rcode = 3
	}
	b := []byte{q[0], q[1], flags, byte(0x80 | rcode), 0, 1, 0, byte(len(rrs)), 0, 0, 0, 0}
	b = append(b, q[12:end]...)
	for _, r := range rrs {
		b = append(b, r...)
	}
	return b
}

func serve() (string, string) {
	u, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		b := make([]byte, 2000)
		for {
			n, from, err := u.ReadFrom(b)
			if err != nil {
				return
			}
			if r := answer(b[:n], false); r != nil {
				u.WriteTo(append([]byte{b[0] ^ 1}, r[1:]...), from) // a wrong id is passed over
				u.WriteTo(r, from)
			}
		}
	}()
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
			var n [2]byte
			io.ReadFull(c, n[:])
			b := make([]byte, binary.BigEndian.Uint16(n[:]))
			io.ReadFull(c, b)
			r := answer(b, true)
			c.Write(append([]byte{byte(len(r) >> 8), byte(len(r))}, r...))
			c.Close()
		}
	}()
	return u.LocalAddr().String(), l.Addr().String()
}

func clean(err error) string {
	if err == nil {
		return "<nil>"
	}
	var d *net.DNSError
	if errors.As(err, &d) {
		return fmt.Sprintf("%T %q name=%s server=%v timeout=%v temp=%v notfound=%v", err, d.Err, d.Name, d.Server != "", d.IsTimeout, d.IsTemporary, d.IsNotFound)
	}
	return err.Error()
}

func main() {
	udp, tcp := serve()
	r := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
		var d net.Dialer
		if strings.HasPrefix(network, "udp") {
			return d.DialContext(ctx, "udp", udp)
		}
		return d.DialContext(ctx, "tcp", tcp)
	}}
	ctx := context.Background()
	for _, h := range []string{"a.tuco.test.", "alias.tuco.test.", "none.tuco.test.", "fail.tuco.test.", "refuse.tuco.test.", "big.tuco.test."} {
		as, err := r.LookupHost(ctx, h)
		sort.Strings(as)
		fmt.Println(h, len(as), as[:min(2, len(as))], clean(err))
	}
	ips, err := r.LookupIP(ctx, "ip4", "a.tuco.test.")
	fmt.Println(ips, clean(err))
	nips, err := r.LookupNetIP(ctx, "ip4", "a.tuco.test.")
	fmt.Println(nips, clean(err))
	_, err = r.LookupIP(ctx, "ip6", "a.tuco.test.")
	fmt.Println(clean(err))
	cn, err := r.LookupCNAME(ctx, "alias.tuco.test.")
	fmt.Println(cn, clean(err))
	mx, err := r.LookupMX(ctx, "mx.tuco.test.")
	for _, m := range mx {
		fmt.Println(m.Host, m.Pref)
	}
	fmt.Println(clean(err))
	ns, err := r.LookupNS(ctx, "ns.tuco.test.")
	fmt.Println(ns[0].Host, clean(err))
	txt, err := r.LookupTXT(ctx, "txt.tuco.test.")
	fmt.Printf("%q %s\n", txt, clean(err))
	cn, srv, err := r.LookupSRV(ctx, "sip", "tcp", "srv.tuco.test.")
	fmt.Println(cn, clean(err))
	for _, s := range srv {
		fmt.Println(*s)
	}
	names, err := r.LookupAddr(ctx, "192.0.2.1")
	fmt.Println(names, clean(err))
	_, err = r.LookupAddr(ctx, "192.0.2.9")
	fmt.Println(clean(err))
	_, err = r.LookupMX(ctx, "a b")
	fmt.Println(clean(err))
	short, cancel := context.WithTimeout(ctx, 30*time.Millisecond)
	_, err = r.LookupHost(short, "slow.tuco.test.")
	fmt.Println(err.(*net.DNSError).IsTimeout, errors.Is(err, context.DeadlineExceeded))
	cancel()
	ctx2, cancel := context.WithCancel(ctx)
	time.AfterFunc(20*time.Millisecond, cancel)
	_, err = r.LookupHost(ctx2, "slow.tuco.test.")
	fmt.Println(err.(*net.DNSError).IsTimeout, errors.Is(err, context.Canceled))
	d := net.Dialer{Resolver: r, Timeout: time.Second}
	_, err = d.Dial("tcp", "none.tuco.test.:80")
	fmt.Println(strings.Contains(err.Error(), "lookup none.tuco.test."), clean(err.(*net.OpError).Err))
	pipe()
}

func pipe() {
	a, b := net.Pipe()
	go func() {
		a.Write([]byte("hello world"))
		a.Close()
	}()
	buf := make([]byte, 5)
	for {
		n, err := b.Read(buf)
		fmt.Println(string(buf[:n]), err)
		if err != nil {
			break
		}
	}
	_, err := b.Write([]byte("x"))
	fmt.Println(err)
	b.Close()
	_, err = b.Read(buf)
	fmt.Println(err)
	a, b = net.Pipe()
	a.SetDeadline(time.Now().Add(10 * time.Millisecond))
	_, err = a.Read(buf)
	fmt.Println(err, errors.Is(err, os.ErrDeadlineExceeded))
	_, err = a.Write(buf)
	fmt.Println(err)
	a.SetDeadline(time.Time{})
	go b.Write([]byte("again"))
	n, err := a.Read(buf)
	fmt.Println(string(buf[:n]), err, a.LocalAddr(), a.RemoteAddr().Network())
}
