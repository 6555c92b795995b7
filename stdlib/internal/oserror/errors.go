// Package oserror holds the error values that syscall, io/fs and os share.
package oserror

import "errors"

// Classes of errors of the operating system.
var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)
