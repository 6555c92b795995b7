package fmt

import (
	"errors"
	"slices"
	"unsafe"
)

// textOf views b as a string while it is being formatted.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Errorf formats an error. It wraps the operand of a %w, or those of several.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapErrs = true
	p.doPrintf(format, a)
	s := string(p.buf)
	var err error
	switch len(p.wrappedErrs) {
	case 0:
		err = errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[p.wrappedErrs[0]].(error)
		err = w
	default:
		if p.reordered {
			slices.Sort(p.wrappedErrs)
		}
		var list []error
		for i, n := range p.wrappedErrs {
			if i > 0 && p.wrappedErrs[i-1] == n {
				continue
			}
			if e, ok := a[n].(error); ok {
				list = append(list, e)
			}
		}
		err = &wrapErrors{s, list}
	}
	p.free()
	return err
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
