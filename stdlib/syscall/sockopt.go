package syscall

import "unsafe"

// Option values of sockets.
type (
	// Linger is how long closing waits for data to be sent.
	Linger struct {
		Onoff  int32
		Linger int32
	}
	// IPMreq is an IPv4 group and the address of an interface.
	IPMreq struct {
		Multiaddr [4]byte
		Interface [4]byte
	}
	// IPMreqn is an IPv4 group and an interface.
	IPMreqn struct {
		Multiaddr [4]byte
		Address   [4]byte
		Ifindex   int32
	}
	// IPv6Mreq is an IPv6 group and an interface.
	IPv6Mreq struct {
		Multiaddr [16]byte
		Interface uint32
	}
	// IPv6MTUInfo is a destination and its MTU.
	IPv6MTUInfo struct {
		Addr RawSockaddrInet6
		Mtu  uint32
	}
	// ICMPv6Filter is a set of ICMPv6 types.
	ICMPv6Filter struct {
		Data [8]uint32
	}
	// Ucred is who the peer of a Unix socket is.
	Ucred struct {
		Pid int32
		Uid uint32
		Gid uint32
	}
	// Inet4Pktinfo and Inet6Pktinfo tell where a packet came in.
	Inet4Pktinfo struct {
		Ifindex  int32
		Spec_dst [4]byte
		Addr     [4]byte
	}
	Inet6Pktinfo struct {
		Addr    [16]byte
		Ifindex uint32
	}
)

// Sizes of option values.
const (
	SizeofIPMreq       = 0x8
	SizeofIPMreqn      = 0xc
	SizeofIPv6Mreq     = 0x14
	SizeofIPv6MTUInfo  = 0x20
	SizeofICMPv6Filter = 0x20
	SizeofInet4Pktinfo = 0xc
	SizeofInet6Pktinfo = 0x14
	SizeofMsghdr       = 0x38
	SizeofCmsghdr      = 0x10
)

func setopt(fd, level, opt int, p unsafe.Pointer, n uintptr) error {
	_, _, e := syscall6(SYS_SETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(p), n, 0)
	return errOf(e)
}

func getopt(fd, level, opt int, p unsafe.Pointer, n uint32) (uint32, error) {
	_, _, e := syscall6(SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(p), uintptr(unsafe.Pointer(&n)), 0)
	return n, errOf(e)
}

// SetsockoptInt and its relatives set an option of a socket; GetsockoptInt and its relatives read one.
func SetsockoptInt(fd, level, opt int, value int) (err error) {
	n := int32(value)
	return setopt(fd, level, opt, unsafe.Pointer(&n), 4)
}

func SetsockoptByte(fd, level, opt int, value byte) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(&value), 1)
}

func SetsockoptTimeval(fd, level, opt int, tv *Timeval) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(tv), unsafe.Sizeof(*tv))
}

func SetsockoptLinger(fd, level, opt int, l *Linger) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(l), SizeofLinger)
}

func SetsockoptInet4Addr(fd, level, opt int, value [4]byte) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(&value), 4)
}

func SetsockoptIPMreq(fd, level, opt int, mreq *IPMreq) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(mreq), SizeofIPMreq)
}

func SetsockoptIPMreqn(fd, level, opt int, mreq *IPMreqn) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(mreq), SizeofIPMreqn)
}

func SetsockoptIPv6Mreq(fd, level, opt int, mreq *IPv6Mreq) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(mreq), SizeofIPv6Mreq)
}

func SetsockoptICMPv6Filter(fd, level, opt int, filter *ICMPv6Filter) error {
	return setopt(fd, level, opt, unsafe.Pointer(filter), SizeofICMPv6Filter)
}

func SetsockoptString(fd, level, opt int, s string) (err error) {
	return setopt(fd, level, opt, unsafe.Pointer(unsafe.StringData(s)), uintptr(len(s)))
}

// BindToDevice ties a socket to an interface.
func BindToDevice(fd int, device string) (err error) {
	return SetsockoptString(fd, SOL_SOCKET, SO_BINDTODEVICE, device)
}

func GetsockoptInt(fd, level, opt int) (value int, err error) {
	var n int32
	_, err = getopt(fd, level, opt, unsafe.Pointer(&n), 4)
	return int(n), err
}

func GetsockoptInet4Addr(fd, level, opt int) (value [4]byte, err error) {
	_, err = getopt(fd, level, opt, unsafe.Pointer(&value), 4)
	return value, err
}

func GetsockoptIPMreq(fd, level, opt int) (*IPMreq, error) {
	v := new(IPMreq)
	_, err := getopt(fd, level, opt, unsafe.Pointer(v), SizeofIPMreq)
	return v, err
}

func GetsockoptIPMreqn(fd, level, opt int) (*IPMreqn, error) {
	v := new(IPMreqn)
	_, err := getopt(fd, level, opt, unsafe.Pointer(v), SizeofIPMreqn)
	return v, err
}

func GetsockoptIPv6Mreq(fd, level, opt int) (*IPv6Mreq, error) {
	v := new(IPv6Mreq)
	_, err := getopt(fd, level, opt, unsafe.Pointer(v), SizeofIPv6Mreq)
	return v, err
}

func GetsockoptIPv6MTUInfo(fd, level, opt int) (*IPv6MTUInfo, error) {
	v := new(IPv6MTUInfo)
	_, err := getopt(fd, level, opt, unsafe.Pointer(v), SizeofIPv6MTUInfo)
	return v, err
}

func GetsockoptICMPv6Filter(fd, level, opt int) (*ICMPv6Filter, error) {
	v := new(ICMPv6Filter)
	_, err := getopt(fd, level, opt, unsafe.Pointer(v), SizeofICMPv6Filter)
	return v, err
}

func GetsockoptUcred(fd, level, opt int) (*Ucred, error) {
	v := new(Ucred)
	_, err := getopt(fd, level, opt, unsafe.Pointer(v), SizeofUcred)
	return v, err
}

// A Cmsghdr is the head of a control message.
type Cmsghdr struct {
	Len          uint64
	Level        int32
	Type         int32
	X__cmsg_data [0]uint8
}

// SetLen sets the length.
func (cmsg *Cmsghdr) SetLen(length int) { cmsg.Len = uint64(length) }

func align8(n int) int { return (n + 7) &^ 7 }

// CmsgLen is the value of Len for so many bytes of data.
func CmsgLen(datalen int) int { return SizeofCmsghdr + datalen }

// CmsgSpace is the room that a message takes.
func CmsgSpace(datalen int) int { return SizeofCmsghdr + align8(datalen) }

// A SocketControlMessage is a control message.
type SocketControlMessage struct {
	Header Cmsghdr
	Data   []byte
}

// ParseSocketControlMessage takes apart what Recvmsg has received.
func ParseSocketControlMessage(b []byte) ([]SocketControlMessage, error) {
	var list []SocketControlMessage
	for len(b) >= SizeofCmsghdr {
		h := *(*Cmsghdr)(unsafe.Pointer(&b[0]))
		if h.Len < SizeofCmsghdr || h.Len > uint64(len(b)) {
			return nil, EINVAL
		}
		list = append(list, SocketControlMessage{h, b[SizeofCmsghdr:h.Len]})
		b = b[min(align8(int(h.Len)), len(b)):]
	}
	return list, nil
}

func control(level, typ int32, n int) ([]byte, unsafe.Pointer) {
	b := make([]byte, CmsgSpace(n))
	*(*Cmsghdr)(unsafe.Pointer(&b[0])) = Cmsghdr{Len: uint64(CmsgLen(n)), Level: level, Type: typ}
	return b, unsafe.Add(unsafe.Pointer(&b[0]), SizeofCmsghdr)
}

// UnixRights is the control message that passes descriptors.
func UnixRights(fds ...int) []byte {
	b, data := control(SOL_SOCKET, SCM_RIGHTS, 4*len(fds))
	for i, fd := range fds {
		*(*int32)(unsafe.Add(data, 4*i)) = int32(fd)
	}
	return b
}

// ParseUnixRights is the descriptors that a message passes.
func ParseUnixRights(m *SocketControlMessage) ([]int, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_RIGHTS {
		return nil, EINVAL
	}
	fds := make([]int, len(m.Data)/4)
	for i := range fds {
		fds[i] = int(*(*int32)(unsafe.Pointer(&m.Data[4*i])))
	}
	return fds, nil
}

// UnixCredentials is the control message that tells who the sender is.
func UnixCredentials(ucred *Ucred) []byte {
	b, data := control(SOL_SOCKET, SCM_CREDENTIALS, SizeofUcred)
	*(*Ucred)(data) = *ucred
	return b
}

// ParseUnixCredentials is who the sender is.
func ParseUnixCredentials(m *SocketControlMessage) (*Ucred, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_CREDENTIALS || len(m.Data) < SizeofUcred {
		return nil, EINVAL
	}
	u := *(*Ucred)(unsafe.Pointer(&m.Data[0]))
	return &u, nil
}

// Sendfile copies from a file to a descriptor within the kernel.
func Sendfile(outfd int, infd int, offset *int64, count int) (written int, err error) {
	r, _, e := syscall6(SYS_SENDFILE, uintptr(outfd), uintptr(infd), uintptr(unsafe.Pointer(offset)), uintptr(count), 0, 0)
	if e != 0 {
		return -1, errOf(e)
	}
	return int(r), nil
}

// Splice moves data from or to a pipe within the kernel.
func Splice(rfd int, roff *int64, wfd int, woff *int64, len int, flags int) (n int64, err error) {
	r, _, e := syscall6(SYS_SPLICE, uintptr(rfd), uintptr(unsafe.Pointer(roff)), uintptr(wfd), uintptr(unsafe.Pointer(woff)), uintptr(len), uintptr(flags))
	if e != 0 {
		return -1, errOf(e)
	}
	return int64(r), nil
}

// An EpollEvent is an event of an epoll descriptor.
type EpollEvent struct {
	Events uint32
	Fd     int32
	Pad    int32
}

// EpollCreate makes an epoll descriptor.
func EpollCreate(size int) (fd int, err error) { return call1(SYS_EPOLL_CREATE, uintptr(size), 0, 0) }

// EpollCreate1 makes an epoll descriptor, with flags.
func EpollCreate1(flag int) (fd int, err error) { return call1(SYS_EPOLL_CREATE1, uintptr(flag), 0, 0) }

// EpollCtl adds, changes or removes a descriptor.
func EpollCtl(epfd int, op int, fd int, event *EpollEvent) (err error) {
	_, _, e := syscall6(SYS_EPOLL_CTL, uintptr(epfd), uintptr(op), uintptr(fd), uintptr(unsafe.Pointer(event)), 0, 0)
	return errOf(e)
}

// EpollWait waits for events.
func EpollWait(epfd int, events []EpollEvent, msec int) (n int, err error) {
	r, _, e := syscall6(SYS_EPOLL_WAIT, uintptr(epfd), uintptr(unsafe.Pointer(unsafe.SliceData(events))), uintptr(len(events)), uintptr(msec), 0, 0)
	if e != 0 {
		return -1, errOf(e)
	}
	return int(r), nil
}
