// run

// errors: wrapping, Is, As, Join, Unwrap, custom Is methods, typed nil.

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

type E struct{ code int }

func (e *E) Error() string   { return fmt.Sprint("E", e.code) }
func (e *E) Is(t error) bool { x, ok := t.(*E); return ok && x.code/10 == e.code/10 }

type T struct{ error }

func (T) Timeout() bool { return true }
func typedNil(b bool) error {
	var e *E
	if b {
		return e
	}
	return nil
}
func main() {
	base := &E{12}
	w := fmt.Errorf("one: %w", fmt.Errorf("two: %w", base))
	var e *E
	fmt.Println(w, errors.Is(w, &E{15}), errors.Is(w, &E{25}), errors.As(w, &e), e.code, errors.Unwrap(errors.Unwrap(w)) == base, errors.Unwrap(base))
	j := errors.Join(nil, io.EOF, nil, w)
	fmt.Printf("%q %v %v\n", j.Error(), errors.Is(j, io.EOF), errors.Join(nil, nil) == nil)
	m := fmt.Errorf("%w and %w", io.EOF, fs.ErrNotExist)
	fmt.Println(m, errors.Is(m, fs.ErrNotExist), errors.Unwrap(m))
	var to interface{ Timeout() bool }
	fmt.Println(errors.As(fmt.Errorf("x: %w", T{io.EOF}), &to), to.Timeout())
	fmt.Println(typedNil(true) == nil, typedNil(false) == nil, typedNil(true) == (*E)(nil))
	pe := &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrPermission}
	fmt.Println(pe, errors.Is(pe, fs.ErrPermission), errors.New("a") == errors.New("a"))
	func() { defer func() { fmt.Println(recover()) }(); errors.As(w, nil) }()
	func() { defer func() { fmt.Println(recover()) }(); _ = typedNil(true).Error() }()
	if x, ok := errors.AsType[*E](w); ok {
		fmt.Println(x.code)
	}
}
