# tuco escape: table, filters, paths, JSON, page, comparison; the promises of //tuco: comments.
. "$(dirname "$0")/lib.sh"
cat > p.go <<'END'
package main

type node struct{ v int }

var global *node

type writer interface{ write(p []byte) }
type count struct{ n int }

func (c *count) write(p []byte) { c.n += len(p) }

//go:noinline
func put(w writer, s string) {
	var b [8]byte
	w.write(b[:copy(b[:], s)])
}

func fresh() *node {
	return &node{1}
}

func stays(n int) int {
	x := node{2}
	p := &x
	b := make([]byte, n)
	return p.v + len(b)
}

func main() {
	global = &node{3}
	c := &count{}
	put(c, "abc")
	println(fresh().v, stays(4), c.n)
}
END
expect 0 "$TUCO" escape p.go; has "position"; has "stack<=256"; has "heap"; has "GlobalEscape"
expect 0 "$TUCO" escape -filter heap -top 1 p.go; has "p.go:"
case $out in *stack\<*) fail "filter heap shows stack: $out" ;; esac
expect 0 "$TUCO" escape -why p.go:19 p.go; has "returned"; has "return &node{1}"; has "to change it"
expect 1 "$TUCO" escape -why p.go:2 p.go; has "near: "
expect 2 "$TUCO" escape -why p.go p.go; has "FILE:LINE"
expect 2 "$TUCO" escape -filter nothing p.go
expect 2 "$TUCO" escape -fail-on new-heap p.go; has "-diff"
# buf of put: known callees keep it on the stack; Go's model does not
expect 0 "$TUCO" escape -filter heap p.go
case $out in *p.go:14*) fail "b is on the heap: $out" ;; esac
expect 0 "$TUCO" escape -escape=go -filter heap p.go; has "p.go:14"
expect 0 "$TUCO" escape -d=escape.closed=0 -filter heap p.go; has "p.go:14"
expect 2 "$TUCO" build -d escape.nothing=0 p.go
expect 2 "$TUCO" build -escape=most p.go
expect 0 "$TUCO" escape -json old.json -html page.html p.go
[ -s old.json ] && [ -s page.html ] || fail "nothing written"
grep -q 'https*:' page.html && fail "the page refers to the network"
expect 0 "$TUCO" escape -diff old.json -fail-on new-heap p.go; [ -z "$out" ] || fail "differences: $out"
expect 1 "$TUCO" escape -diff old.json -fail-on new-heap -escape=go p.go; has "new on the heap"
expect 1 "$TUCO" escape -diff p.go p.go; has "not a report"
expect 1 "$TUCO" escape -diff none.json p.go; has "none.json"
printf 'package main\nfunc main() { x := 1 }\n' > bad.go
expect 1 "$TUCO" escape bad.go; has "declared and not used"
cat > promise.go <<'END'
package main

var g *int

func deep() { g = new(int) }

//tuco:noalloc
func noalloc() { deep() }

//tuco:noalloc
func fine(a []int) (s int) {
	for _, v := range a {
		s += v
	}
	return
}

//tuco:allocs<=1
func two() (*int, *int) { return new(int), new(int) }

func kept() *int {
	//tuco:stack
	x := 1
	return &x
}

func main() { noalloc(); two(); kept(); fine(nil) }
END
expect 1 "$TUCO" build -o out promise.go
has "main.noalloc is //tuco:noalloc"; has "main.two allocates in 2 places"; has "x is //tuco:stack"
case $out in *main.fine*) fail "fine does not allocate: $out" ;; esac
