package net

import (
	"errors"
	"os"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

// An Interface is a network interface.
type Interface struct {
	Index        int // positive
	MTU          int
	Name         string // as "eth0"
	HardwareAddr HardwareAddr
	Flags        Flags
}

// Flags describe an interface.
type Flags uint

const (
	FlagUp           Flags = 1 << iota // switched on
	FlagBroadcast                      // can broadcast
	FlagLoopback                       // leads back to this host
	FlagPointToPoint                   // has one peer
	FlagMulticast                      // can multicast
	FlagRunning                        // works
)

func (f Flags) String() string {
	s := ""
	for i, name := range [...]string{"up", "broadcast", "loopback", "pointtopoint", "multicast", "running"} {
		if f>>i&1 != 0 {
			if s != "" {
				s += "|"
			}
			s += name
		}
	}
	if s == "" {
		return "0"
	}
	return s
}

var (
	errInvalidInterface      = errors.New("invalid network interface")
	errInvalidInterfaceIndex = errors.New("invalid network interface index")
	errInvalidInterfaceName  = errors.New("invalid network interface name")
	errNoSuchInterface       = errors.New("no such network interface")
)

func routeError(err error) error {
	return &OpError{Op: "route", Net: "ip+net", Err: err}
}

// netlink asks the kernel for a table and calls f for each message of a type.
func netlink(request int, typ uint16, f func(data []byte, attrs []syscall.NetlinkRouteAttr) error) error {
	tab, err := syscall.NetlinkRIB(request, syscall.AF_UNSPEC)
	if err != nil {
		return os.NewSyscallError("netlinkrib", err)
	}
	msgs, err := syscall.ParseNetlinkMessage(tab)
	if err != nil {
		return os.NewSyscallError("parsenetlinkmessage", err)
	}
	for i := range msgs {
		if msgs[i].Header.Type != typ {
			continue
		}
		attrs, err := syscall.ParseNetlinkRouteAttr(&msgs[i])
		if err != nil {
			return os.NewSyscallError("parsenetlinkrouteattr", err)
		}
		if err := f(msgs[i].Data, attrs); err != nil {
			return err
		}
	}
	return nil
}

// links lists the interfaces; index 0 is all.
func links(index int) ([]Interface, error) {
	var list []Interface
	err := netlink(syscall.RTM_GETLINK, syscall.RTM_NEWLINK, func(data []byte, attrs []syscall.NetlinkRouteAttr) error {
		info := (*syscall.IfInfomsg)(unsafe.Pointer(&data[0]))
		if index != 0 && index != int(info.Index) {
			return nil
		}
		ifi := Interface{Index: int(info.Index)}
		for i, bit := range [...]uint32{syscall.IFF_UP, syscall.IFF_BROADCAST, syscall.IFF_LOOPBACK, syscall.IFF_POINTOPOINT, syscall.IFF_MULTICAST, syscall.IFF_RUNNING} {
			if info.Flags&bit != 0 {
				ifi.Flags |= 1 << i
			}
		}
		for _, a := range attrs {
			switch a.Attr.Type {
			case syscall.IFLA_ADDRESS:
				// Tunnels have the address of their end here.
				if tunnel := info.Type == 768 || info.Type == 769 || info.Type == 776 || info.Type == 778 || info.Type == 823; !tunnel && !allEqual(a.Value, 0) {
					ifi.HardwareAddr = HardwareAddr(a.Value)
				}
			case syscall.IFLA_IFNAME:
				ifi.Name = string(a.Value[:len(a.Value)-1])
			case syscall.IFLA_MTU:
				ifi.MTU = int(*(*uint32)(unsafe.Pointer(&a.Value[0])))
			}
		}
		list = append(list, ifi)
		return nil
	})
	return list, err
}

// addrsOf lists the addresses of an interface; index 0 is all.
func addrsOf(index int) ([]Addr, error) {
	var list []Addr
	err := netlink(syscall.RTM_GETADDR, syscall.RTM_NEWADDR, func(data []byte, attrs []syscall.NetlinkRouteAttr) error {
		info := (*syscall.IfAddrmsg)(unsafe.Pointer(&data[0]))
		if index != 0 && index != int(info.Index) {
			return nil
		}
		var ip []byte
		for _, a := range attrs {
			// On links with one peer the own address is the local one, the other is the peer's.
			if a.Attr.Type == syscall.IFA_LOCAL || a.Attr.Type == syscall.IFA_ADDRESS && ip == nil {
				ip = a.Value
			}
		}
		switch {
		case info.Family == syscall.AF_INET && len(ip) >= 4:
			list = append(list, &IPNet{IP: IPv4(ip[0], ip[1], ip[2], ip[3]), Mask: CIDRMask(int(info.Prefixlen), 32)})
		case info.Family == syscall.AF_INET6 && len(ip) >= 16:
			list = append(list, &IPNet{IP: append(IP(nil), ip[:16]...), Mask: CIDRMask(int(info.Prefixlen), 128)})
		}
		return nil
	})
	return list, err
}

// Interfaces lists the network interfaces.
func Interfaces() ([]Interface, error) {
	list, err := links(0)
	if err != nil {
		return nil, routeError(err)
	}
	return list, nil
}

// InterfaceAddrs lists the addresses of all interfaces.
func InterfaceAddrs() ([]Addr, error) {
	list, err := addrsOf(0)
	if err != nil {
		return nil, routeError(err)
	}
	return list, nil
}

// InterfaceByIndex returns an interface.
func InterfaceByIndex(index int) (*Interface, error) {
	if index <= 0 {
		return nil, routeError(errInvalidInterfaceIndex)
	}
	list, err := links(index)
	if err != nil {
		return nil, routeError(err)
	}
	for i := range list {
		if list[i].Index == index {
			return &list[i], nil
		}
	}
	return nil, routeError(errNoSuchInterface)
}

// InterfaceByName returns an interface.
func InterfaceByName(name string) (*Interface, error) {
	if name == "" {
		return nil, routeError(errInvalidInterfaceName)
	}
	list, err := links(0)
	if err != nil {
		return nil, routeError(err)
	}
	for i := range list {
		if list[i].Name == name {
			return &list[i], nil
		}
	}
	return nil, routeError(errNoSuchInterface)
}

// Addrs lists the addresses of the interface.
func (ifi *Interface) Addrs() ([]Addr, error) {
	if ifi == nil {
		return nil, routeError(errInvalidInterface)
	}
	list, err := addrsOf(ifi.Index)
	if err != nil {
		return nil, routeError(err)
	}
	return list, nil
}

// MulticastAddrs lists the groups that the interface has joined.
func (ifi *Interface) MulticastAddrs() ([]Addr, error) {
	if ifi == nil {
		return nil, routeError(errInvalidInterface)
	}
	var list []Addr
	// igmp: "1 lo : 1 V3", then lines that begin with the group as a number of the host's byte order.
	name := ""
	eachLine("/proc/net/igmp", func(f []string) {
		switch {
		case len(f) >= 2 && len(f[0]) < 8:
			name = f[1]
			if n := len(name); n > 0 && name[n-1] == ':' {
				name = name[:n-1]
			}
		case len(f) > 0 && len(f[0]) == 8 && name == ifi.Name:
			if b := unhex(f[0]); b != nil {
				list = append(list, &IPAddr{IP: IPv4(b[3], b[2], b[1], b[0])})
			}
		}
	})
	eachLine("/proc/net/igmp6", func(f []string) {
		if len(f) >= 3 && f[1] == ifi.Name && len(f[2]) == 32 {
			if b := unhex(f[2]); b != nil {
				list = append(list, &IPAddr{IP: b})
			}
		}
	})
	return list, nil
}

func unhex(s string) []byte {
	b := make([]byte, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		h, l := hexDigit(s[i]), hexDigit(s[i+1])
		if h < 0 || l < 0 {
			return nil
		}
		b = append(b, byte(h<<4|l))
	}
	return b
}

// zones remembers the names of interfaces for a minute: they appear in each IPv6 link-local address.
var zones struct {
	sync.Mutex
	read   time.Time
	byName map[string]int
	byID   map[int]string
}

func loadZonesLocked(force bool) {
	if !force && time.Since(zones.read) < time.Minute && zones.byName != nil {
		return
	}
	list, err := links(0)
	if err != nil {
		return
	}
	zones.read = time.Now()
	zones.byName, zones.byID = make(map[string]int), make(map[int]string)
	for _, ifi := range list {
		zones.byName[ifi.Name] = ifi.Index
		zones.byID[ifi.Index] = ifi.Name
	}
}

// zoneName is the zone of an index: the name of the interface or the number.
func zoneName(index int) string {
	if index == 0 {
		return ""
	}
	zones.Lock()
	defer zones.Unlock()
	loadZonesLocked(false)
	name, ok := zones.byID[index]
	if !ok {
		loadZonesLocked(true)
		if name, ok = zones.byID[index]; !ok {
			return itoa(index)
		}
	}
	return name
}

// zoneIndex is the inverse.
func zoneIndex(zone string) int {
	if zone == "" {
		return 0
	}
	zones.Lock()
	defer zones.Unlock()
	loadZonesLocked(false)
	index, ok := zones.byName[zone]
	if !ok {
		loadZonesLocked(true)
		if index, ok = zones.byName[zone]; !ok {
			index, _ = atoi(zone)
		}
	}
	return index
}
