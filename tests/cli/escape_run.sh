# tuco escape with measured cost: -run, -profile, -check; SARIF and DOT.
. "$(dirname "$0")/lib.sh"
cat > p.go <<'END'
package main

import (
	"fmt"
	"os"
)

type node struct {
	next *node
	v    [5]int
}

var head *node

func push(v int) { head = &node{head, [5]int{v}} }

func pair(v int) (*node, *node) { return &node{}, &node{v: [5]int{v}} }

func sum(n int) int {
	b := make([]int, n)
	return len(b)
}

func main() {
	for i := 0; i < 10*len(os.Args); i++ {
		push(i)
	}
	a, b := pair(1)
	head, b.next = a, head
	s := sum(3) + sum(1000)
	m := map[int]*node{}
	for i := range 100 {
		m[i] = a
	}
	fmt.Println(len(m), s, b.v[0], fmt.Sprint("a", s))
	if len(os.Args) > 2 {
		os.Exit(7)
	}
}
END
expect 0 "$TUCO" escape -run p.go
has "100 1003 1 a1003"; has "objects    allocated"; has "objects, "
case $out in *DISAGREES*) fail "disagreement: $out" ;; esac
# ten, and twenty with an argument; inlined into main, so the row is main's
row() { echo "$out" | grep -q "^ *$1 .*p.go:26:7 *&node{...}" || fail "no \"$1\": $out"; }
row "10 *480"
expect 0 "$TUCO" escape -run p.go -- one; row "20 *960"
expect 7 "$TUCO" escape -run p.go -- one two; row "30 *1440"
has "map store"; has "fmt.Sprint"
echo "$out" | grep '^ *1 .*make(' | grep -q 'stack<=' || fail "$out"
expect 0 "$TUCO" escape -run -why p.go:26 p.go; has "measured: 10 objects, 480 bytes"
expect 0 "$TUCO" escape -check p.go; has ": 0 verdicts disagree"
case $out in *1003*) fail "the program's output is shown: $out" ;; esac
expect 2 "$TUCO" escape p.go -- one; has "need -run"
expect 2 "$TUCO" escape -run -check p.go

# profiles: of this program, with and without columns; of another one
expect 0 "$TUCO" build -o p p.go
TUCOPROFILE=heap:h.pb GODEBUG=memprofilerate=1 ./p > out.txt || fail "p"
expect 0 "$TUCO" escape -profile h.pb p.go; has "no columns"; row "10 *480"
expect 0 "$TUCO" build -d columns=1 -o pc p.go
TUCOPROFILE=heap:hc.pb GODEBUG=memprofilerate=1 ./pc > out.txt || fail "pc"
expect 0 "$TUCO" escape -d columns=1 -profile hc.pb p.go; row "10 *480"
case $out in *"no columns"*) fail "columns are lost: $out" ;; esac
expect 1 "$TUCO" escape -profile hc.pb p.go
has "was not taken of this program"; has "build id of the profile: "; has "build id of the program: "
expect 1 "$TUCO" escape -profile p.go p.go; has "is not a profile"
expect 1 "$TUCO" escape -profile none.pb p.go; has "none.pb"
head -c 300 h.pb > cut.pb; expect 1 "$TUCO" escape -profile cut.pb p.go; has "is not a"
TUCOPROFILE=block:b.pb ./p > out.txt; expect 1 "$TUCO" escape -profile b.pb p.go; has "not a heap profile"

# the fields of JSON; other formats
expect 0 "$TUCO" escape -run -json r.json -sarif r.sarif -dot r.dot p.go
grep -q '"objects":10,"allocated":480,"share":0\.' r.json || fail "no cost in $(cat r.json)"
grep -q '"kind":"call"' r.json && grep -q '"kind":"other"' r.json || fail "no calls in r.json"
grep -q '"version":"2.1.0"' r.sarif && grep -q '"startLine":26' r.sarif && grep -q '"codeFlows"' r.sarif || fail "r.sarif: $(cat r.sarif)"
grep -q '^digraph' r.dot && grep -q -- '-> "{heap}"' r.dot || fail "r.dot: $(cat r.dot)"
if command -v node > out.txt; then
	node -e 'for (const f of ["r.json", "r.sarif"]) JSON.parse(require("fs").readFileSync(f, "utf8"))' || fail "not JSON"
fi

# what cannot be run, or ends badly
printf 'package main\nfunc main() { panic("x") }\n' > dies.go
expect 2 "$TUCO" escape -run dies.go; has "left no profile"
expect 3 "$TUCO" escape -check dies.go
printf 'package lib\nfunc F() *int { return new(int) }\n' > lib.go
expect 1 "$TUCO" escape -run lib.go; has "not a main package"
printf 'package main\nfunc main() { x := 1 }\n' > bad.go
expect 1 "$TUCO" escape -run bad.go; has "declared and not used"
case $out in *position*) fail "a report of a broken package: $out" ;; esac
