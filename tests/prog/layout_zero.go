// run

// Sizes, alignments and offsets of structs, with fields of size zero in every position.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type Z struct{}
type A struct {
	a byte
	z Z
}
type B struct {
	a int64
	z [0]int64
}
type C struct {
	z [0]func()
	a byte
}
type D struct {
	a bool
	b int16
	c bool
	d complex64
	e bool
	f complex128
	g string
	h byte
	i []int
	j any
	k byte
	l error
	m [3]byte
	n map[int]int
	o float32
	p uintptr
	q func()
}
type E struct {
	A
	B
	*C
	x byte
}
type F struct {
	_ int32
	_ [0]int64
	_ byte
	x int16
	_ struct{}
}
type G struct {
	a [3]struct {
		x byte
		y uint16
	}
	b struct{}
	c [0]string
}
type H struct{ z, z2 Z }
type I [0]int
type J [5]struct {
	a byte
	b uint32
	c byte
}

func info(t reflect.Type) {
	fmt.Println(t, t.Size(), t.Align(), t.FieldAlign(), t.Comparable())
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			f := t.Field(i)
			fmt.Println("  ", f.Name, f.Type, f.Offset, f.Type.Size(), f.Anonymous, f.PkgPath, f.Index)
		}
	}
}

type Gn[T any] struct {
	a byte
	t T
	b byte
	u [2]T
}

func main() {
	for _, v := range []any{A{}, B{}, C{}, D{}, E{}, F{}, G{}, H{}, I{}, J{}, Gn[int8]{}, Gn[int64]{}, Gn[Z]{}, Gn[string]{}, Gn[[3]byte]{}, Gn[complex64]{}} {
		info(reflect.TypeOf(v))
	}
	var d D
	fmt.Println(unsafe.Sizeof(d), unsafe.Offsetof(d.j), unsafe.Alignof(d.d), unsafe.Alignof(d), unsafe.Offsetof(d.q))
	var e E
	fmt.Println(unsafe.Offsetof(e.B), unsafe.Offsetof(e.x), unsafe.Offsetof(e.A.z), 0)
}
func (e E) z2() int { return 1 }
