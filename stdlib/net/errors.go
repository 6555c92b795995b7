package net

import (
	"context"
	"errors"
	"internal/poll"
	"os"
	"syscall"
	"time"
)

// An Error is a failure of the network.
type Error interface {
	error
	Timeout() bool   // time ran out
	Temporary() bool // not well defined; most of what is called temporary are timeouts
}

// ErrClosed is the cause of failures on a connection or listener that was closed.
var ErrClosed error = poll.ErrNetClosing

var (
	// ErrWriteToConnected is the cause when an address is given for a packet of a connected socket.
	ErrWriteToConnected = errors.New("use of WriteTo with pre-connected connection")

	errNoSuitableAddress = errors.New("no suitable address found")
	errMissingAddress    = errors.New("missing address")
	errCanceled          = canceledError{}
	errTimeout           = &timeoutError{}
)

type canceledError struct{}

func (canceledError) Error() string        { return "operation was canceled" }
func (canceledError) Is(target error) bool { return target == context.Canceled }

type timeoutError struct{}

func (*timeoutError) Error() string        { return "i/o timeout" }
func (*timeoutError) Timeout() bool        { return true }
func (*timeoutError) Temporary() bool      { return true }
func (*timeoutError) Is(target error) bool { return target == context.DeadlineExceeded }

// ctxError turns the error of a context into that of this package.
func ctxError(err error) error {
	switch err {
	case context.Canceled:
		return errCanceled
	case context.DeadlineExceeded:
		return errTimeout
	}
	return err
}

// sysError names the system call of an error number.
func sysError(call string, err error) error {
	if e, ok := err.(syscall.Errno); ok {
		return os.NewSyscallError(call, e)
	}
	return err
}

// OpError is the usual error of this package: what was done, over which network, between which addresses, and why it failed.
type OpError struct {
	Op     string // as "read" or "write"
	Net    string // as "tcp" or "udp6"
	Source Addr   // own address, if there is one
	Addr   Addr   // address of the peer, or of the listener
	Err    error
}

func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := e.Op
	if e.Net != "" {
		s += " " + e.Net
	}
	sep := " "
	if e.Source != nil {
		s += " " + e.Source.String()
		sep = "->"
	}
	if e.Addr != nil {
		s += sep + e.Addr.String()
	}
	return s + ": " + e.Err.Error()
}

// cause is what lies below an os.SyscallError.
func (e *OpError) cause() error {
	if s, ok := e.Err.(*os.SyscallError); ok {
		return s.Err
	}
	return e.Err
}

// Timeout reports whether time ran out.
func (e *OpError) Timeout() bool {
	t, ok := e.cause().(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary reports what the cause says; connections that broke before they were accepted count as temporary.
func (e *OpError) Temporary() bool {
	if e.Op == "accept" {
		if s, ok := e.Err.(*os.SyscallError); ok && (s.Err == syscall.ECONNRESET || s.Err == syscall.ECONNABORTED) {
			return true
		}
	}
	t, ok := e.cause().(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// A ParseError is a text that is not of the wanted type.
type ParseError struct {
	Type string // as "IP address"
	Text string
}

func (e *ParseError) Error() string   { return "invalid " + e.Type + ": " + e.Text }
func (e *ParseError) Timeout() bool   { return false }
func (e *ParseError) Temporary() bool { return false }

// An AddrError is a bad address.
type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string {
	switch {
	case e == nil:
		return "<nil>"
	case e.Addr != "":
		return "address " + e.Addr + ": " + e.Err
	}
	return e.Err
}

func (e *AddrError) Timeout() bool   { return false }
func (e *AddrError) Temporary() bool { return false }

// An UnknownNetworkError is the name of a network that does not exist.
type UnknownNetworkError string

func (e UnknownNetworkError) Error() string   { return "unknown network " + string(e) }
func (e UnknownNetworkError) Timeout() bool   { return false }
func (e UnknownNetworkError) Temporary() bool { return false }

// An InvalidAddrError says what is wrong with an address.
type InvalidAddrError string

func (e InvalidAddrError) Error() string   { return string(e) }
func (e InvalidAddrError) Timeout() bool   { return false }
func (e InvalidAddrError) Temporary() bool { return false }

// A DNSConfigError is a failure to read the configuration of the resolver.
type DNSConfigError struct {
	Err error
}

func (e *DNSConfigError) Unwrap() error   { return e.Err }
func (e *DNSConfigError) Error() string   { return "error reading DNS config: " + e.Err.Error() }
func (e *DNSConfigError) Timeout() bool   { return false }
func (e *DNSConfigError) Temporary() bool { return false }

// A DNSError is a failed lookup.
type DNSError struct {
	UnwrapErr   error  // what Unwrap returns, perhaps nil
	Err         string // what went wrong
	Name        string // what was looked for
	Server      string // who was asked, if anybody
	IsTimeout   bool   // time ran out; not set for all timeouts
	IsTemporary bool   // trying again may help
	IsNotFound  bool   // the name, or records of that type, do not exist
}

func (e *DNSError) Unwrap() error { return e.UnwrapErr }

func (e *DNSError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := "lookup " + e.Name
	if e.Server != "" {
		s += " on " + e.Server
	}
	return s + ": " + e.Err
}

// Timeout reports whether time is known to have run out.
func (e *DNSError) Timeout() bool { return e.IsTimeout }

// Temporary reports whether trying again may help.
func (e *DNSError) Temporary() bool { return e.IsTimeout || e.IsTemporary }

// notFound is the cause of a DNSError with IsNotFound.
type notFound string

func (e notFound) Error() string { return string(e) }

const (
	errNoSuchHost  notFound = "no such host"
	errUnknownPort notFound = "unknown port"
)

// lookupError makes a DNSError.
func lookupError(err error, name, server string) *DNSError {
	d := &DNSError{Err: err.Error(), Name: name, Server: server}
	if ne, ok := err.(Error); ok {
		d.IsTimeout, d.IsTemporary = ne.Timeout(), ne.Temporary()
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		d.UnwrapErr = err
	}
	_, d.IsNotFound = err.(notFound)
	return d
}

var longAgo = time.Unix(1, 0)
