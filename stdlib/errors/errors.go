// Package errors makes and inspects error values.
//
// An error e wraps another when its type has a method Unwrap() error or Unwrap() []error that returns it. The tree of an error is
// the error itself followed by the trees of what it wraps; Is, As and AsType search that tree depth first.
package errors

// errorString is the error made by New. Each call gives a distinct pointer.
type errorString struct{ s string }

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text. Two calls give different errors even for equal texts.
func New(text string) error { return &errorString{text} }

// ErrUnsupported says that an operation cannot be done because it is not supported. Functions return errors that wrap it.
var ErrUnsupported = New("unsupported operation")
