package net

import (
	"internal/rt"
	"net/netip"
	"syscall"
)

// insertionSort is stable and enough for the few records of an answer.
func insertionSort(n int, less func(i, j int) bool, swap func(i, j int)) {
	for i := 1; i < n; i++ {
		for j := i; j > 0 && less(j, j-1); j-- {
			swap(j, j-1)
		}
	}
}

// random returns a number below n.
func random(n int) int { return int(rt.Rand64() % uint64(n)) }

func shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, random(i+1))
	}
}

// sortSRV sorts by priority; among equals each is first with a probability that its weight gives (RFC 2782).
func sortSRV(list []*SRV) {
	insertionSort(len(list), func(i, j int) bool {
		a, b := list[i], list[j]
		return a.Priority < b.Priority || a.Priority == b.Priority && a.Weight < b.Weight
	}, func(i, j int) { list[i], list[j] = list[j], list[i] })
	for len(list) > 0 {
		n, sum := 0, 0
		for n < len(list) && list[n].Priority == list[0].Priority {
			sum += int(list[n].Weight)
			n++
		}
		for group := list[:n]; len(group) > 1 && sum > 0; group = group[1:] {
			r, acc := random(sum), 0
			for i := range group {
				if acc += int(group[i].Weight); acc > r {
					chosen := group[i]
					copy(group[1:i+1], group[:i])
					group[0] = chosen
					break
				}
			}
			sum -= int(group[0].Weight)
		}
		list = list[n:]
	}
}

// precedence orders kinds of addresses as RFC 6724 does.
func precedence(a netip.Addr) int {
	in := func(prefix string) bool { return netip.MustParsePrefix(prefix).Contains(a) }
	switch {
	case a.IsLoopback() && a.Is6():
		return 50
	case a.Is4():
		return 35
	case in("2002::/16"):
		return 30
	case in("2001::/32"):
		return 5
	case in("fc00::/7"):
		return 3
	case in("::/96"), in("fec0::/10"), in("3ffe::/16"):
		return 1
	}
	return 40
}

// source is the address that packets to a would carry: the kernel tells without sending any.
func source(a netip.Addr) netip.Addr {
	family := syscall.AF_INET6
	if a.Is4() {
		family = syscall.AF_INET
	}
	s, err := newSocket(family, syscall.SOCK_DGRAM, 0)
	if err != nil {
		return netip.Addr{}
	}
	defer syscall.Close(s)
	sa, err := ipSockaddr(family, a.AsSlice(), 9, a.Zone())
	if err != nil || syscall.Connect(s, sa) != nil {
		return netip.Addr{}
	}
	own, _ := syscall.Getsockname(s)
	switch own := own.(type) {
	case *syscall.SockaddrInet4:
		return netip.AddrFrom4(own.Addr)
	case *syscall.SockaddrInet6:
		return netip.AddrFrom16(own.Addr).Unmap()
	}
	return netip.Addr{}
}

// rank is lower for better addresses: those that can be reached, from an address of the same scope, by precedence.
func rank(ip IPAddr) int {
	a := ip.IP.addr().WithZone(ip.Zone)
	from := source(a)
	r := 100 - precedence(a)
	if !from.IsValid() {
		return r + 1000
	}
	if from.IsLinkLocalUnicast() != a.IsLinkLocalUnicast() || from.IsLoopback() && !a.IsLoopback() {
		r += 500
	}
	return r
}

func sortAddrs(list []IPAddr) []IPAddr {
	if len(list) < 2 {
		return list
	}
	ranks := make([]int, len(list))
	for i := range list {
		ranks[i] = rank(list[i])
	}
	insertionSort(len(list), func(i, j int) bool { return ranks[i] < ranks[j] }, func(i, j int) {
		list[i], list[j] = list[j], list[i]
		ranks[i], ranks[j] = ranks[j], ranks[i]
	})
	return list
}
