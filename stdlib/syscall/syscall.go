// Package syscall is the interface to the Linux kernel, as far as the standard library and simple programs need it.
//
// All calls go through tu_syscall6, which releases the P while the kernel works, or tu_rawsyscall6, which does not and is
// meant for calls that return at once.
package syscall

import (
	"errors"
	"internal/oserror"
	"unsafe"
)

//tuco:extern tu_syscall6
//go:noescape
func syscall6(n, a, b, c, d, e, f uintptr) (r1, r2, err uintptr)

//tuco:extern tu_rawsyscall6
//go:noescape
func rawSyscall6(n, a, b, c, d, e, f uintptr) (r1, r2, err uintptr)

// Syscall makes a system call with up to three arguments.
func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, e := syscall6(trap, a1, a2, a3, 0, 0, 0)
	return r1, r2, Errno(e)
}

// Syscall6 makes a system call with up to six arguments.
func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, e := syscall6(trap, a1, a2, a3, a4, a5, a6)
	return r1, r2, Errno(e)
}

// RawSyscall is Syscall for calls that do not block.
func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, e := rawSyscall6(trap, a1, a2, a3, 0, 0, 0)
	return r1, r2, Errno(e)
}

// RawSyscall6 is Syscall6 for calls that do not block.
func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, e := rawSyscall6(trap, a1, a2, a3, a4, a5, a6)
	return r1, r2, Errno(e)
}

// An Errno is an error number of the kernel. 0 is no error; functions never return it as an error value.
type Errno uintptr

func (e Errno) Error() string {
	if int(e) < len(errorTexts) && errorTexts[e] != "" {
		return errorTexts[e]
	}
	return "errno " + itoa(int(e))
}

// Is makes errors.Is relate error numbers to the classes of package io/fs and errors.ErrUnsupported.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	case errors.ErrUnsupported:
		return e == ENOSYS || e == ENOTSUP || e == EOPNOTSUPP
	}
	return false
}

// Temporary reports whether trying again may help.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

// Timeout reports whether the error is a time limit.
func (e Errno) Timeout() bool { return e == EAGAIN || e == EWOULDBLOCK || e == ETIMEDOUT }

// A Signal is a number of a signal.
type Signal int

// Signal marks the type as an os.Signal.
func (s Signal) Signal() {}

func (s Signal) String() string {
	if 0 <= s && int(s) < len(signalTexts) && signalTexts[s] != "" {
		return signalTexts[s]
	}
	return "signal " + itoa(int(s))
}

func itoa(n int) string {
	var a [20]byte
	i := len(a)
	u := uint(n)
	if n < 0 {
		u = -u
	}
	for {
		i--
		a[i] = byte('0' + u%10)
		if u /= 10; u == 0 {
			break
		}
	}
	if n < 0 {
		i--
		a[i] = '-'
	}
	return string(a[i:])
}

// errOf turns an error number into an error; the common ones without allocation.
func errOf(e uintptr) error {
	switch Errno(e) {
	case 0:
		return nil
	case EAGAIN:
		return errAgain
	case EINVAL:
		return errInval
	case ENOENT:
		return errNoent
	}
	return Errno(e)
}

var (
	errAgain error = EAGAIN
	errInval error = EINVAL
	errNoent error = ENOENT
)

// BytePtrFromString returns a NUL-terminated copy of s, EINVAL when s contains NUL.
func BytePtrFromString(s string) (*byte, error) {
	b, err := ByteSliceFromString(s)
	if err != nil {
		return nil, err
	}
	return &b[0], nil
}

// ByteSliceFromString returns a NUL-terminated copy of s, EINVAL when s contains NUL.
func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	b := make([]byte, len(s)+1)
	copy(b, s)
	return b, nil
}

// SlicePtrFromStrings makes the NULL-terminated array of C strings that exec wants.
func SlicePtrFromStrings(ss []string) ([]*byte, error) {
	v := make([]*byte, len(ss)+1)
	for i, s := range ss {
		p, err := BytePtrFromString(s)
		if err != nil {
			return nil, err
		}
		v[i] = p
	}
	return v, nil
}

// call, call1 and callPath are the shapes of most system calls.
func call(n, a, b, c uintptr) error {
	_, _, e := syscall6(n, a, b, c, 0, 0, 0)
	return errOf(e)
}

func call1(n, a, b, c uintptr) (int, error) {
	r, _, e := syscall6(n, a, b, c, 0, 0, 0)
	if e != 0 {
		return -1, errOf(e)
	}
	return int(r), nil
}

// callPath passes path as second argument of an ...at call.
func callPath(n uintptr, dirfd int, path string, c, d, e uintptr) (int, error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	r, _, errno := syscall6(n, uintptr(dirfd), uintptr(unsafe.Pointer(p)), c, d, e, 0)
	keep(p)
	if errno != 0 {
		return -1, errOf(errno)
	}
	return int(r), nil
}

//go:noinline
func keep(p *byte) {}
