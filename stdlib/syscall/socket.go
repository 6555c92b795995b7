package syscall

import "unsafe"

// Sizes of raw addresses.
const (
	SizeofSockaddrInet4     = 0x10
	SizeofSockaddrInet6     = 0x1c
	SizeofSockaddrAny       = 0x70
	SizeofSockaddrUnix      = 0x6e
	SizeofSockaddrLinklayer = 0x14
	SizeofSockaddrNetlink   = 0xc
	SizeofLinger            = 0x8
	SizeofUcred             = 0xc

	SCM_RIGHTS      = 0x1
	SCM_CREDENTIALS = 0x2
	SCM_TIMESTAMP   = 0x1d
)

// The kernel's forms of addresses.
type (
	RawSockaddr struct {
		Family uint16
		Data   [14]int8
	}
	RawSockaddrAny struct {
		Addr RawSockaddr
		Pad  [96]int8
	}
	RawSockaddrInet4 struct {
		Family uint16
		Port   uint16
		Addr   [4]byte
		Zero   [8]uint8
	}
	RawSockaddrInet6 struct {
		Family   uint16
		Port     uint16
		Flowinfo uint32
		Addr     [16]byte
		Scope_id uint32
	}
	RawSockaddrUnix struct {
		Family uint16
		Path   [108]int8
	}
	RawSockaddrLinklayer struct {
		Family   uint16
		Protocol uint16
		Ifindex  int32
		Hatype   uint16
		Pkttype  uint8
		Halen    uint8
		Addr     [8]uint8
	}
	RawSockaddrNetlink struct {
		Family uint16
		Pad    uint16
		Pid    uint32
		Groups uint32
	}
)

// A Sockaddr is the address of a socket: one of the types below.
type Sockaddr interface {
	// encode writes the raw form and returns its length.
	encode(raw *RawSockaddrAny) (n uintptr, err error)
}

// SockaddrInet4 is an IPv4 address and a port.
type SockaddrInet4 struct {
	Port int
	Addr [4]byte
}

// SockaddrInet6 is an IPv6 address, a port and the index of the interface for link-local addresses.
type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
}

// SockaddrUnix is a path, or a name that begins with @ outside of the file system.
type SockaddrUnix struct {
	Name string
}

// SockaddrLinklayer is an address of packet sockets.
type SockaddrLinklayer struct {
	Protocol uint16
	Ifindex  int
	Hatype   uint16
	Pkttype  uint8
	Halen    uint8
	Addr     [8]byte
}

// SockaddrNetlink is an address of netlink sockets.
type SockaddrNetlink struct {
	Family uint16
	Pad    uint16
	Pid    uint32
	Groups uint32
}

// swap turns a port into network order, or back.
func swap(port int) uint16 { return uint16(port)<<8 | uint16(port)>>8 }

func (sa *SockaddrInet4) encode(raw *RawSockaddrAny) (uintptr, error) {
	if sa.Port < 0 || sa.Port > 0xFFFF {
		return 0, EINVAL
	}
	*(*RawSockaddrInet4)(unsafe.Pointer(raw)) = RawSockaddrInet4{Family: AF_INET, Port: swap(sa.Port), Addr: sa.Addr}
	return SizeofSockaddrInet4, nil
}

func (sa *SockaddrInet6) encode(raw *RawSockaddrAny) (uintptr, error) {
	if sa.Port < 0 || sa.Port > 0xFFFF {
		return 0, EINVAL
	}
	*(*RawSockaddrInet6)(unsafe.Pointer(raw)) = RawSockaddrInet6{Family: AF_INET6, Port: swap(sa.Port), Addr: sa.Addr, Scope_id: sa.ZoneId}
	return SizeofSockaddrInet6, nil
}

func (sa *SockaddrUnix) encode(raw *RawSockaddrAny) (uintptr, error) {
	u := (*RawSockaddrUnix)(unsafe.Pointer(raw))
	n := len(sa.Name)
	if n > len(u.Path) || n == len(u.Path) && sa.Name[0] != '@' {
		return 0, EINVAL
	}
	u.Family = AF_UNIX
	for i := range n {
		u.Path[i] = int8(sa.Name[i])
	}
	switch {
	case n == 0:
		return 2, nil // the kernel chooses a name
	case sa.Name[0] == '@' || sa.Name[0] == 0:
		u.Path[0] = 0 // names outside of the file system have no NUL at the end
		return uintptr(2 + n), nil
	}
	u.Path[n] = 0
	return uintptr(2 + n + 1), nil
}

func (sa *SockaddrLinklayer) encode(raw *RawSockaddrAny) (uintptr, error) {
	if sa.Ifindex < 0 || sa.Ifindex > 0x7fffffff {
		return 0, EINVAL
	}
	*(*RawSockaddrLinklayer)(unsafe.Pointer(raw)) = RawSockaddrLinklayer{AF_PACKET, sa.Protocol, int32(sa.Ifindex), sa.Hatype, sa.Pkttype, sa.Halen, sa.Addr}
	return SizeofSockaddrLinklayer, nil
}

func (sa *SockaddrNetlink) encode(raw *RawSockaddrAny) (uintptr, error) {
	*(*RawSockaddrNetlink)(unsafe.Pointer(raw)) = RawSockaddrNetlink{AF_NETLINK, sa.Pad, sa.Pid, sa.Groups}
	return SizeofSockaddrNetlink, nil
}

// decode is the address in its raw form, nil without one.
func decode(raw *RawSockaddrAny, n uint32) (Sockaddr, error) {
	if n == 0 {
		return nil, nil
	}
	switch raw.Addr.Family {
	case AF_INET:
		p := (*RawSockaddrInet4)(unsafe.Pointer(raw))
		return &SockaddrInet4{int(swap(int(p.Port))), p.Addr}, nil
	case AF_INET6:
		p := (*RawSockaddrInet6)(unsafe.Pointer(raw))
		return &SockaddrInet6{int(swap(int(p.Port))), p.Scope_id, p.Addr}, nil
	case AF_UNIX:
		p := (*RawSockaddrUnix)(unsafe.Pointer(raw))
		name := unsafe.Slice((*byte)(unsafe.Pointer(&p.Path[0])), max(0, min(int(n)-2, len(p.Path))))
		if len(name) == 0 {
			return &SockaddrUnix{"@"}, nil // no name
		}
		if name[0] == 0 {
			name[0] = '@'
		}
		for i, c := range name {
			if c == 0 {
				name = name[:i]
				break
			}
		}
		return &SockaddrUnix{string(name)}, nil
	case AF_PACKET:
		p := (*RawSockaddrLinklayer)(unsafe.Pointer(raw))
		return &SockaddrLinklayer{p.Protocol, int(p.Ifindex), p.Hatype, p.Pkttype, p.Halen, p.Addr}, nil
	case AF_NETLINK:
		p := (*RawSockaddrNetlink)(unsafe.Pointer(raw))
		return &SockaddrNetlink{p.Family, p.Pad, p.Pid, p.Groups}, nil
	}
	return nil, EAFNOSUPPORT
}

// Socket makes a socket.
func Socket(domain, typ, proto int) (fd int, err error) {
	return call1(SYS_SOCKET, uintptr(domain), uintptr(typ), uintptr(proto))
}

// Socketpair makes two connected sockets.
func Socketpair(domain, typ, proto int) (fd [2]int, err error) {
	var p [2]int32
	_, _, e := syscall6(SYS_SOCKETPAIR, uintptr(domain), uintptr(typ), uintptr(proto), uintptr(unsafe.Pointer(&p)), 0, 0)
	return [2]int{int(p[0]), int(p[1])}, errOf(e)
}

func withAddr(n uintptr, fd int, sa Sockaddr) error {
	var raw RawSockaddrAny
	size, err := sa.encode(&raw)
	if err != nil {
		return err
	}
	return call(n, uintptr(fd), uintptr(unsafe.Pointer(&raw)), size)
}

// Bind gives a socket its own address.
func Bind(fd int, sa Sockaddr) (err error) { return withAddr(SYS_BIND, fd, sa) }

// Connect gives a socket its peer.
func Connect(fd int, sa Sockaddr) (err error) { return withAddr(SYS_CONNECT, fd, sa) }

// Listen makes a socket accept connections.
func Listen(s int, n int) (err error) { return call(SYS_LISTEN, uintptr(s), uintptr(n), 0) }

// Accept takes a connection.
func Accept(fd int) (nfd int, sa Sockaddr, err error) { return Accept4(fd, 0) }

// Accept4 takes a connection, with flags SOCK_NONBLOCK and SOCK_CLOEXEC.
func Accept4(fd int, flags int) (nfd int, sa Sockaddr, err error) {
	var raw RawSockaddrAny
	size := uint32(SizeofSockaddrAny)
	r, _, e := syscall6(SYS_ACCEPT4, uintptr(fd), uintptr(unsafe.Pointer(&raw)), uintptr(unsafe.Pointer(&size)), uintptr(flags), 0, 0)
	if e != 0 {
		return -1, nil, errOf(e)
	}
	if sa, err = decode(&raw, size); err != nil {
		Close(int(r))
		return 0, nil, err
	}
	return int(r), sa, nil
}

// Shutdown ends reading, writing or both.
func Shutdown(fd int, how int) (err error) { return call(SYS_SHUTDOWN, uintptr(fd), uintptr(how), 0) }

func nameOf(n uintptr, fd int) (Sockaddr, error) {
	var raw RawSockaddrAny
	size := uint32(SizeofSockaddrAny)
	if err := call(n, uintptr(fd), uintptr(unsafe.Pointer(&raw)), uintptr(unsafe.Pointer(&size))); err != nil {
		return nil, err
	}
	return decode(&raw, size)
}

// Getsockname is the address of a socket.
func Getsockname(fd int) (sa Sockaddr, err error) { return nameOf(SYS_GETSOCKNAME, fd) }

// Getpeername is the address of its peer.
func Getpeername(fd int) (sa Sockaddr, err error) { return nameOf(SYS_GETPEERNAME, fd) }

// Recvfrom receives, and tells from whom.
func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error) {
	var raw RawSockaddrAny
	size := uint32(SizeofSockaddrAny)
	n, err = RecvfromRaw(fd, p, flags, &raw, &size)
	if err == nil && raw.Addr.Family != AF_UNSPEC {
		from, err = decode(&raw, size)
	}
	return n, from, err
}

// RecvfromRaw is Recvfrom without decoding the address.
func RecvfromRaw(fd int, p []byte, flags int, raw *RawSockaddrAny, size *uint32) (n int, err error) {
	r, _, e := syscall6(SYS_RECVFROM, uintptr(fd), ptr(p), uintptr(len(p)), uintptr(flags), uintptr(unsafe.Pointer(raw)), uintptr(unsafe.Pointer(size)))
	if e != 0 {
		return -1, errOf(e)
	}
	return int(r), nil
}

// Sendto sends to an address.
func Sendto(fd int, p []byte, flags int, to Sockaddr) (err error) {
	var raw RawSockaddrAny
	size, err := to.encode(&raw)
	if err != nil {
		return err
	}
	return SendtoRaw(fd, p, flags, &raw, size)
}

// SendtoRaw is Sendto with an encoded address.
func SendtoRaw(fd int, p []byte, flags int, raw *RawSockaddrAny, size uintptr) error {
	_, _, e := syscall6(SYS_SENDTO, uintptr(fd), ptr(p), uintptr(len(p)), uintptr(flags), uintptr(unsafe.Pointer(raw)), size)
	return errOf(e)
}

// An Iovec is a piece of memory.
type Iovec struct {
	Base *byte
	Len  uint64
}

// SetLen sets the length.
func (iov *Iovec) SetLen(length int) { iov.Len = uint64(length) }

// A Msghdr is a message as the kernel sees it.
type Msghdr struct {
	Name       *byte
	Namelen    uint32
	Pad_cgo_0  [4]byte
	Iov        *Iovec
	Iovlen     uint64
	Control    *byte
	Controllen uint64
	Flags      int32
	Pad_cgo_1  [4]byte
}

// SetControllen sets the length of the control messages.
func (msghdr *Msghdr) SetControllen(length int) { msghdr.Controllen = uint64(length) }

func (m *Msghdr) fill(fd int, p, oob []byte, iov *Iovec, dummy *byte) {
	if len(p) > 0 {
		iov.Base = &p[0]
		iov.Len = uint64(len(p))
	}
	if len(oob) > 0 {
		if len(p) == 0 {
			// Stream sockets do not carry control messages without data.
			if typ, _ := GetsockoptInt(fd, SOL_SOCKET, SO_TYPE); typ != SOCK_DGRAM {
				iov.Base = dummy
				iov.Len = 1
			}
		}
		m.Control = &oob[0]
		m.Controllen = uint64(len(oob))
	}
	m.Iov = iov
	m.Iovlen = 1
}

// Recvmsg receives data and control messages.
func Recvmsg(fd int, p, oob []byte, flags int) (n, oobn int, recvflags int, from Sockaddr, err error) {
	var raw RawSockaddrAny
	n, oobn, recvflags, size, err := RecvmsgRaw(fd, p, oob, flags, &raw)
	if err == nil && raw.Addr.Family != AF_UNSPEC {
		from, err = decode(&raw, size)
	}
	return n, oobn, recvflags, from, err
}

// RecvmsgRaw is Recvmsg without decoding the address.
func RecvmsgRaw(fd int, p, oob []byte, flags int, raw *RawSockaddrAny) (n, oobn, recvflags int, size uint32, err error) {
	var m Msghdr
	var iov Iovec
	var dummy byte
	m.fill(fd, p, oob, &iov, &dummy)
	m.Name = (*byte)(unsafe.Pointer(raw))
	m.Namelen = SizeofSockaddrAny
	n, err = call1(SYS_RECVMSG, uintptr(fd), uintptr(unsafe.Pointer(&m)), uintptr(flags))
	if err != nil {
		return -1, 0, 0, 0, err
	}
	return n, int(m.Controllen), int(m.Flags), m.Namelen, nil
}

// Sendmsg sends data and control messages.
func Sendmsg(fd int, p, oob []byte, to Sockaddr, flags int) (err error) {
	_, err = SendmsgN(fd, p, oob, to, flags)
	return err
}

// SendmsgN is Sendmsg and tells how much was sent.
func SendmsgN(fd int, p, oob []byte, to Sockaddr, flags int) (n int, err error) {
	var raw RawSockaddrAny
	var size uintptr
	if to != nil {
		if size, err = to.encode(&raw); err != nil {
			return 0, err
		}
	}
	return SendmsgRaw(fd, p, oob, flags, &raw, size)
}

// SendmsgRaw is SendmsgN with an encoded address; size 0 is none.
func SendmsgRaw(fd int, p, oob []byte, flags int, raw *RawSockaddrAny, size uintptr) (n int, err error) {
	var m Msghdr
	var iov Iovec
	var dummy byte
	m.fill(fd, p, oob, &iov, &dummy)
	if size > 0 {
		m.Name = (*byte)(unsafe.Pointer(raw))
		m.Namelen = uint32(size)
	}
	n, err = call1(SYS_SENDMSG, uintptr(fd), uintptr(unsafe.Pointer(&m)), uintptr(flags))
	if err != nil {
		return 0, err
	}
	if len(oob) > 0 && len(p) == 0 {
		n = 0
	}
	return n, nil
}
