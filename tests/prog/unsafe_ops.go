// run

// unsafe: sizes, offsets, alignment, pointer arithmetic, slices and strings from pointers.

package main

import (
	"fmt"
	"unsafe"
)

type S struct {
	a bool
	b int64
	c uint16
	d string
	e [3]byte
	f any
	g []int
	h struct{}
}
type E struct {
	x int32
	S
}

const size = unsafe.Sizeof(S{}) + unsafe.Offsetof(E{}.S)

func main() {
	var s S
	var e E
	fmt.Println(unsafe.Sizeof(s), unsafe.Offsetof(s.b), unsafe.Offsetof(s.c), unsafe.Offsetof(s.d), unsafe.Offsetof(s.e), unsafe.Offsetof(s.f), unsafe.Offsetof(s.g), unsafe.Offsetof(s.h))
	fmt.Println(unsafe.Offsetof(e.S), unsafe.Offsetof(e.S.c), unsafe.Offsetof(e.c), unsafe.Alignof(s), unsafe.Alignof(s.c), unsafe.Alignof(s.e), size)
	fmt.Println(unsafe.Sizeof(struct{}{}), unsafe.Sizeof([0]int{}), unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof(1i), unsafe.Sizeof(struct {
		a int8
		b struct{}
	}{}), unsafe.Sizeof(func() {}))
	a := [4]int32{1, 2, 3, 4}
	p := (*int32)(unsafe.Add(unsafe.Pointer(&a), 8))
	*p = 30
	q := (*int32)(unsafe.Pointer(uintptr(unsafe.Pointer(&a[0])) + 4))
	fmt.Println(a, *q, unsafe.Slice(&a[1], 3), len(unsafe.Slice(&a[0], uint8(2))))
	str := "hello"
	fmt.Println(unsafe.String(unsafe.StringData(str), 3), *unsafe.StringData(str[1:]), *unsafe.SliceData(a[2:]))
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	b := []byte("abc")
	fmt.Println(*(*string)(unsafe.Pointer(&b)))
	func() {
		defer func() { fmt.Println(recover()) }()
		n := -1
		_ = unsafe.Slice(&a[0], n)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var np *int
		fmt.Println(unsafe.Slice(np, 0) == nil)
		n := 1
		_ = unsafe.Slice(np, n)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		n := -5
		_ = unsafe.String(&b[0], n)
	}()
}
