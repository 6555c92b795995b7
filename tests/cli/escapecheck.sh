# TUCODEBUG=escapecheck=1: an address of a frame in an object or global ends the program; what is placed well does not.
. "$(dirname "$0")/lib.sh"
prog() {
	cat > $1.go <<END
package main

import "unsafe"

type holder struct {
	n int
	p *int
}

var h *holder
var global *int
var list []*int

// hide returns p, so that the compiler does not know where it comes from.
func hide(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

//go:noinline
func keep(v int) {
	x := v
	p := (*int)(hide(unsafe.Pointer(&x)))
	$2
	println(*p)
}

func main() {
	h = &holder{}
	for range 100 {
		list = append(list, new(int))
	}
	keep(7)
	for i := range 1000 {
		list[10+i%90] = new(int)
	}
	println("end")
}
END
	expect 0 "$TUCO" build -o $1 $1.go
}
prog field 'h.p = p'
expect 0 ./field; has "end"
expect 2 env TUCODEBUG=escapecheck=1 ./field
has "escapecheck: the object at"; has "offset 8"; has "the stack of goroutine 1"; has "a stack address has escaped"
prog global 'global = p'
expect 2 env TUCODEBUG=escapecheck=1 ./global; has "escapecheck: the global at"
prog elem 'list[3] = p'
expect 2 env TUCODEBUG=escapecheck=1 ./elem; has "offset 24"
prog none 'list[3] = new(int)'
expect 0 env TUCODEBUG=escapecheck=1 ./none; has "end"
# programs full of objects in frames, channels and deferred calls
for p in escape_frames closures goroutines; do
	expect 0 "$TUCO" build -o prog "$(dirname "$0")/../prog/$p.go"
	TUCODEBUG=escapecheck=1 ./prog > out.txt 2> err.txt || fail "$p: $(cat err.txt)"
	cmp out.txt "$(dirname "$0")/../prog/$p.out" || fail "$p has another output"
done
