package syscall

import "unsafe"

// Sizes and constants of netlink.
const (
	SizeofNlMsghdr  = 0x10
	SizeofNlMsgerr  = 0x14
	SizeofRtGenmsg  = 0x1
	SizeofNlAttr    = 0x4
	SizeofRtAttr    = 0x4
	SizeofIfInfomsg = 0x10
	SizeofIfAddrmsg = 0x8
	SizeofRtMsg     = 0xc

	NETLINK_ROUTE = 0x0
	NLMSG_NOOP    = 0x1
	NLMSG_ERROR   = 0x2
	NLMSG_DONE    = 0x3
	NLMSG_ALIGNTO = 0x4
	NLMSG_HDRLEN  = 0x10
	NLM_F_REQUEST = 0x1
	NLM_F_ACK     = 0x4
	NLM_F_ROOT    = 0x100
	NLM_F_MATCH   = 0x200
	NLM_F_DUMP    = 0x300
	RTA_ALIGNTO   = 0x4
	RTM_NEWLINK   = 0x10
	RTM_DELLINK   = 0x11
	RTM_GETLINK   = 0x12
	RTM_NEWADDR   = 0x14
	RTM_DELADDR   = 0x15
	RTM_GETADDR   = 0x16
	RTM_NEWROUTE  = 0x18
	RTM_DELROUTE  = 0x19
	RTM_GETROUTE  = 0x1a
	IFA_ADDRESS   = 0x1
	IFA_LOCAL     = 0x2
	IFA_LABEL     = 0x3
	IFA_BROADCAST = 0x4
	IFA_ANYCAST   = 0x5
	IFLA_ADDRESS  = 0x1
	IFLA_IFNAME   = 0x3
	IFLA_MTU      = 0x4

	IFF_UP          = 0x1
	IFF_BROADCAST   = 0x2
	IFF_LOOPBACK    = 0x8
	IFF_POINTOPOINT = 0x10
	IFF_RUNNING     = 0x40
	IFF_MULTICAST   = 0x1000
)

// Messages of netlink.
type (
	NlMsghdr struct {
		Len   uint32
		Type  uint16
		Flags uint16
		Seq   uint32
		Pid   uint32
	}
	NlMsgerr struct {
		Error int32
		Msg   NlMsghdr
	}
	NlAttr struct {
		Len  uint16
		Type uint16
	}
	RtGenmsg struct {
		Family uint8
	}
	RtAttr struct {
		Len  uint16
		Type uint16
	}
	IfInfomsg struct {
		Family     uint8
		X__ifi_pad uint8
		Type       uint16
		Index      int32
		Flags      uint32
		Change     uint32
	}
	IfAddrmsg struct {
		Family    uint8
		Prefixlen uint8
		Flags     uint8
		Scope     uint8
		Index     uint32
	}
	RtMsg struct {
		Family   uint8
		Dst_len  uint8
		Src_len  uint8
		Tos      uint8
		Table    uint8
		Protocol uint8
		Scope    uint8
		Type     uint8
		Flags    uint32
	}
	NetlinkRouteRequest struct {
		Header NlMsghdr
		Data   RtGenmsg
	}
	NetlinkMessage struct {
		Header NlMsghdr
		Data   []byte
	}
	NetlinkRouteAttr struct {
		Attr  RtAttr
		Value []byte
	}
)

// NetlinkRIB asks the kernel for a table of links, addresses or routes.
func NetlinkRIB(proto, family int) ([]byte, error) {
	s, err := Socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE)
	if err != nil {
		return nil, err
	}
	defer Close(s)
	to := &SockaddrNetlink{Family: AF_NETLINK}
	if err := Bind(s, to); err != nil {
		return nil, err
	}
	var req [20]byte
	*(*NlMsghdr)(unsafe.Pointer(&req)) = NlMsghdr{Len: SizeofNlMsghdr + SizeofRtGenmsg, Type: uint16(proto), Flags: NLM_F_DUMP | NLM_F_REQUEST, Seq: 1}
	req[SizeofNlMsghdr] = byte(family)
	if err := Sendto(s, req[:SizeofNlMsghdr+SizeofRtGenmsg], 0, to); err != nil {
		return nil, err
	}
	var tab []byte
	buf := make([]byte, 16<<10)
	for {
		n, _, err := Recvfrom(s, buf, 0)
		if err == EINTR {
			continue
		}
		if err != nil {
			return nil, err
		}
		if n < NLMSG_HDRLEN {
			return nil, EINVAL
		}
		tab = append(tab, buf[:n]...)
		msgs, err := ParseNetlinkMessage(buf[:n])
		if err != nil {
			return nil, err
		}
		for _, m := range msgs {
			switch m.Header.Type {
			case NLMSG_DONE:
				return tab, nil
			case NLMSG_ERROR:
				return nil, EINVAL
			}
		}
	}
}

func align4(n int) int { return (n + 3) &^ 3 }

// ParseNetlinkMessage splits messages.
func ParseNetlinkMessage(b []byte) ([]NetlinkMessage, error) {
	var msgs []NetlinkMessage
	for len(b) >= NLMSG_HDRLEN {
		h := *(*NlMsghdr)(unsafe.Pointer(&b[0]))
		if h.Len < NLMSG_HDRLEN || int(h.Len) > len(b) {
			return nil, EINVAL
		}
		msgs = append(msgs, NetlinkMessage{h, b[NLMSG_HDRLEN:h.Len]})
		b = b[min(align4(int(h.Len)), len(b)):]
	}
	return msgs, nil
}

// ParseNetlinkRouteAttr splits the attributes of a link, address or route.
func ParseNetlinkRouteAttr(m *NetlinkMessage) ([]NetlinkRouteAttr, error) {
	var head int
	switch m.Header.Type {
	case RTM_NEWLINK, RTM_DELLINK:
		head = SizeofIfInfomsg
	case RTM_NEWADDR, RTM_DELADDR:
		head = SizeofIfAddrmsg
	case RTM_NEWROUTE, RTM_DELROUTE:
		head = SizeofRtMsg
	default:
		return nil, EINVAL
	}
	if len(m.Data) < head {
		return nil, EINVAL
	}
	var attrs []NetlinkRouteAttr
	for b := m.Data[head:]; len(b) >= SizeofRtAttr; {
		a := *(*RtAttr)(unsafe.Pointer(&b[0]))
		if a.Len < SizeofRtAttr || int(a.Len) > len(b) {
			return nil, EINVAL
		}
		attrs = append(attrs, NetlinkRouteAttr{a, b[SizeofRtAttr:a.Len]})
		b = b[min(align4(int(a.Len)), len(b)):]
	}
	return attrs, nil
}
