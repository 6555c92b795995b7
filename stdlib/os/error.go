// Package os is the interface to the operating system: files, directories, environment and processes.
package os

import (
	"errors"
	"internal/poll"
	"io/fs"
	"syscall"
)

// Classes of errors; test with errors.Is.
var (
	ErrInvalid    = fs.ErrInvalid    // "invalid argument"
	ErrPermission = fs.ErrPermission // "permission denied"
	ErrExist      = fs.ErrExist      // "file already exists"
	ErrNotExist   = fs.ErrNotExist   // "file does not exist"
	ErrClosed     = fs.ErrClosed     // "file already closed"

	ErrNoDeadline       = poll.ErrNoDeadline // "file type does not support deadline"
	ErrDeadlineExceeded = poll.ErrDeadline   // "i/o timeout"

	ErrProcessDone = errors.New("os: process already finished")
	ErrNoHandle    = errors.New("os: process handle unavailable")

	errPatternHasSeparator = errors.New("pattern contains path separator")
	errNegativeOffset      = errors.New("negative offset")
)

// PathError is a failed operation on a file.
type PathError = fs.PathError

// A SyscallError is a failed system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout reports whether the cause is a time limit.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// NewSyscallError returns a SyscallError, nil for a nil err.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// A LinkError is a failed operation on two files.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }
func (e *LinkError) Unwrap() error { return e.Err }

// cause strips the error types of this package.
func cause(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func isClass(err, class error) bool {
	err = cause(err)
	if err == class {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(class)
}

// IsExist reports whether err says that a file exists already.
func IsExist(err error) bool { return isClass(err, ErrExist) }

// IsNotExist reports whether err says that a file does not exist.
func IsNotExist(err error) bool { return isClass(err, ErrNotExist) }

// IsPermission reports whether err says that permission was denied.
func IsPermission(err error) bool { return isClass(err, ErrPermission) }

// IsTimeout reports whether err says that time ran out.
func IsTimeout(err error) bool {
	t, ok := cause(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func pathErr(op, path string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: err}
}

// again repeats a call that a signal interrupted.
func again(f func() error) error {
	for {
		if err := f(); err != syscall.EINTR {
			return err
		}
	}
}
