// Package sysrand gives random bytes of the kernel to packages of a Go tree.
package sysrand

import (
	"syscall"
	"unsafe"
)

const sysGetrandom = 318

// Fill fills b and returns the error of the kernel, if any.
func Fill(b []byte) error {
	for len(b) > 0 {
		part := b[:min(len(b), 1<<20)]
		n, _, e := syscall.Syscall(sysGetrandom, uintptr(unsafe.Pointer(&part[0])), uintptr(len(part)), 0)
		switch {
		case e == 0:
			b = b[n:]
		case e != syscall.EINTR && e != syscall.EAGAIN:
			return e
		}
	}
	return nil
}

// Read fills b. The program ends if the kernel has no random bytes.
func Read(b []byte) {
	if err := Fill(b); err != nil {
		panic("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
}
