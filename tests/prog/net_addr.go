// Addresses of package net: parsing, printing, masks, hosts with ports, hardware addresses, ports of services, flags.
package main

import (
	"fmt"
	"net"
	"net/netip"
)

func main() {
	for _, s := range []string{"", "1.2.3.4", "::1", "::ffff:1.2.3.4", "fe80::1%lo", "1.2.3", "x", "2001:db8::1", "255.255.255.255", "224.0.0.1", "10.0.0.1", "fd00::1", "0.0.0.0", "::"} {
		ip := net.ParseIP(s)
		t, err := ip.MarshalText()
		var u net.IP
		fmt.Println(s, ip, len(ip), ip.To4(), ip.DefaultMask(), ip.IsLoopback(), ip.IsPrivate(), ip.IsMulticast(), ip.IsUnspecified(), ip.IsGlobalUnicast(), ip.IsLinkLocalUnicast(), ip.IsLinkLocalMulticast(), ip.IsInterfaceLocalMulticast(), string(t), err, u.UnmarshalText(t), u.Equal(ip))
	}
	var u net.IP
	fmt.Println(u.UnmarshalText([]byte("bad")), net.IP{1, 2, 3}, net.IP{1, 2, 3}.To16())
	_, err := net.IP{1, 2, 3}.MarshalText()
	fmt.Println(err)
	for _, s := range []string{"10.1.2.3/8", "10.1.2.3/33", "10.1.2.3", "2001:db8::5/32", "::ffff:1.2.3.4/100", "1.2.3.4/", "1.2.3.4/-1", "1.2.3.4/08", "x/8", "fe80::1%lo/10", "0.0.0.0/0"} {
		ip, n, err := net.ParseCIDR(s)
		fmt.Println(s, ip, n, err)
		if n != nil {
			ones, bits := n.Mask.Size()
			fmt.Println(ones, bits, n.Mask, n.Contains(ip), n.Contains(net.IPv4(10, 200, 0, 1)), n.Contains(net.ParseIP("2001:db8::7")), n.Network())
		}
	}
	fmt.Println(&net.IPNet{IP: net.IPv4(1, 2, 3, 4), Mask: net.IPv4Mask(255, 0, 255, 0)}, &net.IPNet{}, net.CIDRMask(20, 32), net.CIDRMask(33, 32), net.CIDRMask(0, 128), net.IPMask{})
	fmt.Println(net.IPv4(192, 168, 77, 9).Mask(net.CIDRMask(20, 32)), net.ParseIP("2001:db8:ffff::1").Mask(net.CIDRMask(36, 128)), net.ParseIP("::1").Mask(net.CIDRMask(20, 32)), net.IP{9, 8, 7, 6}.Mask(net.CIDRMask(112, 128)))
	for _, s := range []string{"a:1", "[::1]:2", "::1:2", "a", "[a]", "[a]b:1", "[a:1", "a]:1", "[a]:1:2", ":", "a:", ":5", "[fe80::1%lo]:9", "a[:1", "[a[]:1", "[]:1", ""} {
		h, p, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %q %v %q\n", s, h, p, err, net.JoinHostPort(h, p))
	}
	for _, s := range []string{"00:11:22:aa:BB:cc", "00-11-22-aa-bb-cc", "0011.22aa.bbcc", "02:00:5e:10:00:00:00:01", "00:11:22:aa:bb", "00:11:22:aa:bb:cg", "00:11-22:aa:bb:cc", "0011.22aa.bbcc.", "01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10:11:12:13:14", "00:11:22:aa:bb:ccd", ""} {
		m, err := net.ParseMAC(s)
		fmt.Println(s, m, err)
	}
	for _, s := range [][2]string{{"tcp", "http"}, {"tcp", "HTTPS"}, {"udp", "domain"}, {"tcp", "80"}, {"tcp", "+80"}, {"tcp", "-1"}, {"tcp", "65536"}, {"tcp", "nosuchservice"}, {"foo", "http"}, {"", "ssh"}, {"ip", "ssh"}, {"tcp", ""}, {"tcp", "99999999999999999999"}, {"udp", "nosuch"}, {"ip", "nosuch"}} {
		p, err := net.LookupPort(s[0], s[1])
		fmt.Println(s, p, err)
	}
	for _, s := range [][2]string{{"tcp", "127.0.0.1:80"}, {"tcp6", "[::1]:http"}, {"tcp4", "[::1]:80"}, {"tcp", ":9"}, {"", "1.2.3.4:5"}, {"udp", "x"}, {"tcp", "[fe80::1%nosuch]:1"}} {
		a, err := net.ResolveTCPAddr(s[0], s[1])
		fmt.Println(s, a, err)
		b, err := net.ResolveUDPAddr(s[0], s[1])
		fmt.Println(s, b, err)
	}
	for _, s := range [][2]string{{"ip", "1.2.3.4"}, {"ip6", "1.2.3.4"}, {"ip4:icmp", "1.2.3.4"}, {"ip:999x", "::1"}, {"tcp", "1.2.3.4"}, {"", "::1"}} {
		a, err := net.ResolveIPAddr(s[0], s[1])
		fmt.Println(s, a, err)
	}
	fmt.Println(net.ResolveUnixAddr("unix", "/x"))
	fmt.Println(net.ResolveUnixAddr("tcp", "/x"))
	fmt.Println((*net.TCPAddr)(nil), (*net.UDPAddr)(nil), (*net.IPAddr)(nil), (*net.UnixAddr)(nil), &net.TCPAddr{}, &net.TCPAddr{IP: net.IPv6loopback, Port: 1, Zone: "z"})
	fmt.Println(net.TCPAddrFromAddrPort(netip.MustParseAddrPort("[fe80::1%z]:7")), (&net.UDPAddr{IP: net.IPv4(1, 2, 3, 4), Port: 5}).AddrPort())
	fmt.Println(net.Flags(0), net.FlagUp|net.FlagRunning|net.FlagLoopback, net.Flags(63))
	lo, err := net.InterfaceByName("lo")
	fmt.Println(lo.Index, lo.Name, lo.Flags&net.FlagLoopback, lo.HardwareAddr, err)
	_, err = net.InterfaceByName("nosuch0")
	fmt.Println(err)
	_, err = net.InterfaceByIndex(-1)
	fmt.Println(err)
	as, err := lo.Addrs()
	fmt.Println(as[0], as[0].Network(), err)
	fmt.Println(net.LookupHost("127.0.0.1"))
	fmt.Println(net.LookupHost(""))
	fmt.Println(net.LookupHost("a b"))
	fmt.Println(net.LookupAddr("not an address"))
	for _, e := range []error{&net.AddrError{Err: "e"}, &net.ParseError{Type: "T", Text: "x"}, net.UnknownNetworkError("n"), net.InvalidAddrError("i"), &net.DNSError{Err: "e", Name: "n", Server: "s", IsTimeout: true}, &net.OpError{Op: "o", Net: "n", Source: &net.IPAddr{}, Err: net.ErrClosed}, (*net.OpError)(nil), (*net.DNSError)(nil), (*net.AddrError)(nil)} {
		fmt.Println(e)
	}
}
