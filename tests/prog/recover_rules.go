// run

// Where recover works: called by the deferred function itself, once per panic, with wrappers in between.

package main

import (
	"errors"
	"fmt"
	"runtime"
)

type E struct{ s string }

func (e E) Error() string { return e.s }
func (e E) rec()          { fmt.Println(e.s, recover()) }

type I interface{ rec() }
type W struct{ I }

func helper() any  { return recover() }
func try(f func()) { defer func() { fmt.Println("  leftover:", recover()) }(); f() }
func main() {
	try(func() { defer E{"method"}.rec(); panic(1) })
	try(func() { var i I = E{"iface"}; defer i.rec(); panic(2) })
	try(func() { w := W{E{"wrapper"}}; defer w.rec(); panic(3) })
	try(func() { f := E{"value"}.rec; defer f(); panic(4) })
	try(func() { f := E.rec; defer f(E{"expr"}); panic(5) })
	try(func() { defer func() { fmt.Println(helper()) }(); panic(6) })
	try(func() { defer func() { defer func() { fmt.Println("two", recover()) }() }(); panic(7) })
	try(func() { defer func() { fmt.Println(recover(), recover()) }(); panic(8) })
	try(func() { defer func() { panic(fmt.Sprint("re", recover())) }(); panic(9) })
	try(func() { panic(nil) })
	try(func() { panic(E{"err"}) })
	try(func() { defer recover(); panic("direct") })
	try(func() {
		defer func() {
			err := recover().(error)
			var re runtime.Error
			fmt.Println(errors.As(err, &re), err)
		}()
		var m map[int]int
		m[1] = 1
	})
	try(func() {
		for i := range 3 {
			func() {
				defer func() { fmt.Println("loop", i, recover()) }()
				if i != 1 {
					panic(i)
				}
			}()
		}
	})
	var pe *runtime.PanicNilError
	func() { defer func() { fmt.Println(errors.As(recover().(error), &pe)) }(); panic(nil) }()
}
