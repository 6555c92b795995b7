# A line added above a function moves the lines of its tracebacks, and its C stays the same: nothing is compiled again.
. "$(dirname "$0")/lib.sh"
cat >p.go <<'X'
package main

type T struct{ m map[string]int }

func (t *T) set(k string) {
	t.m[k] = 1
}

func main() {
	var t T
	t.set("x")
}
X
expect 0 "$TUCO" build -o p p.go
./p 2>&1 | grep -q 'p.go:6' || fail "wrong line at first"
sed -i '2i // one line more' p.go
"$TUCO" build -x -o p p.go 2>log || fail "does not build again"
./p 2>&1 | grep -q 'p.go:7' || fail "wrong line after the change"
./p 2>&1 | grep -q 'p.go:12' || fail "wrong line of the caller after the change"
! grep -q -- ' -c -o ' log || fail "a comment made the C compiler run"
