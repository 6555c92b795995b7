package poll

import (
	"io"
	"syscall"
	"unsafe"
)

// InitSocket registers a socket, which is non-blocking already.
func (fd *FD) InitSocket(stream, tcp bool) error {
	fd.Stream = stream
	fd.Nonblock = true
	fd.sock = true
	fd.tcp = tcp
	return fd.Init()
}

// Ready says whether the descriptor can be used: not after Close or a deadline.
func (fd *FD) Ready(mode int) error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	return fd.prepare(mode)
}

// WaitWrite waits until there is room, as for the end of a connect.
func (fd *FD) WaitWrite() error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	return fd.wait('w')
}

// Accept takes a connection. call names the system call that failed.
func (fd *FD) Accept() (nfd int, sa syscall.Sockaddr, call string, err error) {
	if err := fd.enter(); err != nil {
		return -1, nil, "", err
	}
	fd.rmu.Lock()
	nfd, sa, call, err = fd.accept()
	fd.rmu.Unlock()
	fd.leave()
	return nfd, sa, call, err
}

func (fd *FD) accept() (int, syscall.Sockaddr, string, error) {
	if err := fd.prepare('r'); err != nil {
		return -1, nil, "", err
	}
	for {
		s, sa, err := syscall.Accept4(fd.Sysfd, syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC)
		switch err {
		case nil:
			return s, sa, "", nil
		case syscall.EINTR, syscall.ECONNABORTED: // the peer has left before it was accepted
			continue
		case syscall.EAGAIN:
			if err = fd.wait('r'); err == nil {
				continue
			}
			return -1, nil, "", err
		}
		return -1, nil, "accept4", err
	}
}

// An Addr is the address of a packet in the kernel's form.
type Addr struct {
	Raw syscall.RawSockaddrAny
	Len uint32
}

// RecvFrom receives a packet.
func (fd *FD) RecvFrom(p []byte, from *Addr) (n int, err error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	fd.rmu.Lock()
	if err = fd.prepare('r'); err == nil {
		for {
			from.Len = syscall.SizeofSockaddrAny
			n, err = syscall.RecvfromRaw(fd.Sysfd, p, 0, &from.Raw, &from.Len)
			if err == syscall.EINTR {
				continue
			}
			if err == syscall.EAGAIN {
				if err = fd.wait('r'); err == nil {
					continue
				}
			}
			break
		}
	}
	fd.rmu.Unlock()
	fd.leave()
	if err != nil {
		n = 0
	}
	return n, err
}

// SendTo sends a packet.
func (fd *FD) SendTo(p []byte, to *Addr) (n int, err error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	fd.wmu.Lock()
	if err = fd.prepare('w'); err == nil {
		for {
			err = syscall.SendtoRaw(fd.Sysfd, p, 0, &to.Raw, uintptr(to.Len))
			if err == syscall.EINTR {
				continue
			}
			if err == syscall.EAGAIN {
				if err = fd.wait('w'); err == nil {
					continue
				}
			}
			break
		}
	}
	fd.wmu.Unlock()
	fd.leave()
	if err != nil {
		return 0, err
	}
	return len(p), nil
}

// RecvMsg receives data and control messages.
func (fd *FD) RecvMsg(p, oob []byte, flags int, from *Addr) (n, oobn, rflags int, err error) {
	n, err = fd.Do('r', func(s int) (n int, e error) {
		n, oobn, rflags, from.Len, e = syscall.RecvmsgRaw(s, p, oob, flags, &from.Raw)
		return n, e
	})
	if err != nil {
		return 0, 0, 0, err
	}
	if n == 0 && len(p) > 0 && fd.Stream {
		err = io.EOF
	}
	return n, oobn, rflags, err
}

// SendMsg sends data and control messages. to may be nil.
func (fd *FD) SendMsg(p, oob []byte, to *Addr) (n, oobn int, err error) {
	var none Addr
	if to == nil {
		to = &none
	}
	n, err = fd.Do('w', func(s int) (int, error) {
		return syscall.SendmsgRaw(s, p, oob, 0, &to.Raw, uintptr(to.Len))
	})
	if err != nil {
		return n, 0, err
	}
	return n, len(oob), nil
}

// maxIov is the kernel's limit on pieces of a writev.
const maxIov = 1024

// Writev writes all of v, which it consumes.
func (fd *FD) Writev(v *[][]byte) (int64, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	fd.wmu.Lock()
	defer fd.wmu.Unlock()
	if err := fd.prepare('w'); err != nil {
		return 0, err
	}
	var done int64
	var iovs []syscall.Iovec
	for len(*v) > 0 {
		iovs = iovs[:0]
		for _, b := range *v {
			if len(b) == 0 {
				continue
			}
			iovs = append(iovs, syscall.Iovec{Base: &b[0], Len: uint64(min(len(b), maxRW))})
			if len(b) > maxRW || len(iovs) == maxIov {
				break
			}
		}
		if len(iovs) == 0 {
			consume(v, 0)
			break
		}
		r, _, e := syscall.Syscall(syscall.SYS_WRITEV, uintptr(fd.Sysfd), uintptr(unsafe.Pointer(&iovs[0])), uintptr(len(iovs)))
		switch e {
		case 0:
			done += int64(r)
			consume(v, int64(r))
			continue
		case syscall.EINTR:
			continue
		case syscall.EAGAIN:
			if err := fd.wait('w'); err != nil {
				return done, err
			}
			continue
		}
		return done, e
	}
	return done, nil
}

// consume drops n bytes and the empty pieces before what follows.
func consume(v *[][]byte, n int64) {
	for len(*v) > 0 {
		k := int64(len((*v)[0]))
		if k > n {
			(*v)[0] = (*v)[0][n:]
			return
		}
		n -= k
		(*v)[0] = nil
		*v = (*v)[1:]
	}
}

// Dup returns a copy of the descriptor, closed in children.
func (fd *FD) Dup() (nfd int, call string, err error) {
	err = fd.Call(func(s int) error {
		r, _, e := syscall.Syscall(syscall.SYS_FCNTL, uintptr(s), syscall.F_DUPFD_CLOEXEC, 0)
		nfd = int(r)
		if e != 0 {
			return e
		}
		return nil
	})
	if err != nil {
		return -1, "dup", err
	}
	return nfd, "", nil
}
