// Addresses of net/netip: parsing with the texts of errors, printing, classes, prefixes, binary forms.
package main

import (
	"fmt"
	"net/netip"
	"slices"
)

func main() {
	for _, s := range []string{
		"", "1.2.3.4", "0.0.0.0", "255.255.255.255", "256.1.1.1", "1.2.3", "1.2.3.4.5", "1..2.3", ".1.2.3", "1.2.3.", "01.2.3.4", "1.2.3.a",
		"::", "::1", "1::", "2001:db8::68", "2001:DB8:0:0:1:0:0:1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::",
		"::1:2:3:4:5:6:7:8", "1::2::3", "12345::", "::ffff:1.2.3.4", "::ffff:1.2.3.256", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:1.2.3.4",
		"1:2:1.2.3.4", "fe80::1%eth0", "fe80::1%", "%eth0", "1.2.3.4%eth0", "1:", ":1", "::g", "1:2:3:4:5:6:7:8%z", "::%a", "abc", "1:::2", "::1.2.3.4:5", "::1.2.3", "1:2:3:4:5:6:7:8::", "::1:", "::00001",
	} {
		a, err := netip.ParseAddr(s)
		fmt.Println(s, a, err, a.BitLen(), a.Is4(), a.Is6(), a.Is4In6(), a.Zone(), a.StringExpanded())
	}
	for _, s := range []string{"0.0.0.0", "127.1.2.3", "224.0.0.1", "224.1.0.1", "169.254.3.4", "10.1.2.3", "172.16.0.1", "172.32.0.1", "192.168.0.1", "255.255.255.255", "8.8.8.8",
		"::", "::1", "fe80::1", "ff01::1", "ff02::1", "ff05::1", "fc00::1", "fdff::", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:224.0.0.1", "::%a", "::1%a", "::ffff:0.0.0.0"} {
		a := netip.MustParseAddr(s)
		fmt.Println(a, a.IsUnspecified(), a.IsLoopback(), a.IsMulticast(), a.IsInterfaceLocalMulticast(), a.IsLinkLocalMulticast(), a.IsLinkLocalUnicast(), a.IsPrivate(), a.IsGlobalUnicast(), a.Next(), a.Prev(), a.Unmap(), a.As16(), a.AsSlice())
	}
	for _, s := range []string{"10.1.2.3/8", "10.1.2.3/0", "10.1.2.3/33", "10.1.2.3/08", "10.1.2.3", "::1/128", "2001:db8:1:2::5/33", "::/0", "::1/129", "fe80::1%e/10", "x/1", "1.2.3.4/-1", "1.2.3.4/+1", "1.2.3.4/", "::ffff:1.2.3.4/100"} {
		p, err := netip.ParsePrefix(s)
		fmt.Println(s, p, err, p.Bits(), p.Masked(), p.IsSingleIP(), p.IsValid())
	}
	for _, s := range []string{"1.2.3.4:80", "[::1]:80", "::1:80", "[1.2.3.4]:80", "1.2.3.4", "1.2.3.4:", ":80", "1.2.3.4:65536", "[::1:80", "[fe80::1%eth0]:443", "1.2.3.4:+1", "[::ffff:1.2.3.4]:1"} {
		p, err := netip.ParseAddrPort(s)
		fmt.Println(s, p, err, p.Addr(), p.Port(), p.IsValid())
	}
	ps := []string{"10.0.0.0/8", "10.1.0.0/16", "11.0.0.0/8", "0.0.0.0/0", "::/0", "2001:db8::/32", "2001:db8:1::/48", "10.1.2.3/32"}
	for _, a := range ps {
		for _, b := range ps {
			x, y := netip.MustParsePrefix(a), netip.MustParsePrefix(b)
			fmt.Print(x.Overlaps(y), x.Contains(y.Addr()), x.Compare(y), " ")
		}
		fmt.Println()
	}
	var as []netip.Addr
	for _, s := range []string{"::2", "1.2.3.4", "::1%b", "::1%a", "::1", "0.0.0.1", "::ffff:0.0.0.1"} {
		as = append(as, netip.MustParseAddr(s))
	}
	slices.SortFunc(as, netip.Addr.Compare)
	fmt.Println(as, as[0].Less(as[1]))
	m := map[netip.Addr]int{netip.MustParseAddr("fe80::1%x"): 1}
	fmt.Println(m[netip.MustParseAddr("fe80::1").WithZone("x")], m[netip.MustParseAddr("fe80::1")])
	for _, a := range append(as, netip.Addr{}) {
		b, _ := a.MarshalBinary()
		t, _ := a.MarshalText()
		var c, d netip.Addr
		fmt.Println(b, string(t), c.UnmarshalBinary(b), d.UnmarshalText(t), c == a, d == a)
		ap := netip.AddrPortFrom(a, 258)
		b, _ = ap.MarshalBinary()
		var e netip.AddrPort
		fmt.Println(b, e.UnmarshalBinary(b), e == ap, ap)
		p := netip.PrefixFrom(a, 20)
		b, _ = p.MarshalBinary()
		var f netip.Prefix
		fmt.Println(b, f.UnmarshalBinary(b), f == p, p, netip.PrefixFrom(a, 200))
		q, err := a.Prefix(40)
		fmt.Println(q, err)
	}
	var a netip.Addr
	fmt.Println(a.UnmarshalBinary(make([]byte, 5)), a == netip.Addr{}, a.IsValid(), netip.IPv6LinkLocalAllNodes(), netip.IPv6LinkLocalAllRouters(), netip.IPv6Loopback(), netip.IPv4Unspecified())
	defer func() { fmt.Println(recover()) }()
	netip.MustParseAddr("::1").As4()
}
