package errors

import (
	"internal/abi"
	"unsafe"
)

// Unwrap calls err's Unwrap() error method. It returns nil when there is none; it does not look into Unwrap() []error.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// Is reports whether an error in err's tree equals target or says so through an Is(error) bool method.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, abi.TypeOf(target).Flags&abi.FlagComparable != 0)
}

func is(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if m, ok := err.(interface{ Is(error) bool }); ok && m.Is(target) {
			return true
		}
		switch u := err.(type) {
		case interface{ Unwrap() error }:
			err = u.Unwrap()
		case interface{ Unwrap() []error }:
			for _, e := range u.Unwrap() {
				if is(e, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// As finds the first error in err's tree that can be assigned to *target, or whose As(any) bool method accepts target. It stores the
// error and reports true. target must be a non-nil pointer to an interface type or to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	e := abi.EfaceOf(&target)
	if e.Type.Kind != abi.Pointer || e.Data == nil {
		panic("errors: target must be a non-nil pointer")
	}
	want := e.Type.Elem
	if want.Kind != abi.Interface && !abi.Implements(errorType, want) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target, e.Data, want)
}

var errorType = abi.TypeFor[error]()

func as(err error, target any, dst unsafe.Pointer, want *abi.Type) bool {
	for err != nil {
		if assign(err, dst, want) {
			return true
		}
		if m, ok := err.(interface{ As(any) bool }); ok && m.As(target) {
			return true
		}
		switch u := err.(type) {
		case interface{ Unwrap() error }:
			err = u.Unwrap()
		case interface{ Unwrap() []error }:
			for _, e := range u.Unwrap() {
				if e != nil && as(e, target, dst, want) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// assign stores err in *dst, a variable of type want, when it fits.
func assign(err error, dst unsafe.Pointer, want *abi.Type) bool {
	var v any = err
	e := abi.EfaceOf(&v)
	if want.Kind == abi.Interface {
		if want.U.N == 0 {
			*(*any)(dst) = v
			return true
		}
		tab := abi.FindItab(want, e.Type)
		if tab == nil {
			return false
		}
		var i abi.Iface
		i.Tab = tab
		i.Data = e.Data
		*(*abi.Iface)(dst) = i
		return true
	}
	if e.Type != want {
		return false
	}
	typedCopy(want, dst, abi.DataPtr(e))
	return true
}

//tuco:extern tu_typed_copy
//go:noescape
func typedCopy(t *abi.Type, dst, src unsafe.Pointer)

// AsType finds the first error in err's tree of type E, or one whose As method yields an E.
func AsType[E error](err error) (E, bool) {
	var zero E
	if err == nil {
		return zero, false
	}
	var room *E // for As methods; made on first need
	return asType(err, &room)
}

func asType[E error](err error, room **E) (E, bool) {
	for err != nil {
		if e, ok := err.(E); ok {
			return e, true
		}
		if m, ok := err.(interface{ As(any) bool }); ok {
			if *room == nil {
				*room = new(E)
			}
			if m.As(*room) {
				return **room, true
			}
		}
		switch u := err.(type) {
		case interface{ Unwrap() error }:
			err = u.Unwrap()
		case interface{ Unwrap() []error }:
			for _, e := range u.Unwrap() {
				if e == nil {
					continue
				}
				if x, ok := asType(e, room); ok {
					return x, true
				}
			}
			var zero E
			return zero, false
		default:
			var zero E
			return zero, false
		}
	}
	var zero E
	return zero, false
}
