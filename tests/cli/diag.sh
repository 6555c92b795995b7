# How diagnostics look: plain for pipes, full with source, caret and hint for terminals, JSON as go build -json.
. "$(dirname "$0")/lib.sh"
cat > a.go <<'EOF'
package main

import "fmt"

func main() {
	count := 1
	s := "日本語" + fmt.Sprnt(coumt)
}
EOF
expect 1 "$TUCO" build -o out a.go
[ "$out" = "# command-line-arguments
./a.go:6:2: declared and not used: count
./a.go:7:2: declared and not used: s
./a.go:7:25: undefined: fmt.Sprnt
./a.go:7:31: undefined: coumt" ] || fail "plain: $out"
expect 1 "$TUCO" build -diag=full -o out a.go
has "    7 |     s := \"日本語\" + fmt.Sprnt(coumt)
      |                         ^~~~~
      = hint: did you mean fmt.Sprint?"
has "= hint: did you mean count?"
expect 1 "$TUCO" build -color=always -o out a.go; has "$(printf '\033[1m./a.go:6:2:\033[0m')"
expect 1 "$TUCO" build -color=never -diag=full -o out a.go
case $out in *"$(printf '\033')"*) fail "colours with -color=never" ;; esac
expect 2 "$TUCO" build -color=maybe -o out a.go
if command -v script >/dev/null; then
	out=$(TERM=xterm NO_COLOR= script -qec "$TUCO build -o out a.go" /dev/null </dev/null); has "$(printf '\033[1m')"; has "hint"
	out=$(TERM=xterm NO_COLOR=1 script -qec "$TUCO build -o out a.go" /dev/null </dev/null); has "hint"
	case $out in *"$(printf '\033')"*) fail "colours with NO_COLOR" ;; esac
fi
awk 'BEGIN { printf "package main\n\nvar s = \""; for (i = 0; i < 100000; i++) printf "x"; printf "\" + 1 + \""; for (i = 0; i < 100000; i++) printf "y"; print "\"\n\nfunc main() {}" }' > long.go
out=$("$TUCO" build -diag=full -o out long.go 2>&1 | sed 1,2d | awk '{ if (length($0) > 400) print "TOO LONG" }'); [ -z "$out" ] || fail "long lines are not clipped"
out=$("$TUCO" build -json -o out a.go 2>/dev/null)
has '{"ImportPath":"command-line-arguments","Action":"build-output","Output":"# command-line-arguments\n"}'
has '"Output":"./a.go:7:31: undefined: coumt\n","File":"./a.go","Line":7,"Column":31,"Severity":"error","Message":"undefined: coumt","Hint":"did you mean count?"}'
has '{"ImportPath":"command-line-arguments","Action":"build-fail"}'
# files named on the command line are taken whatever their build constraints say
printf '//go:build ignore\n\npackage main\n\nfunc main() { println("taken") }\n' > ign_windows.go
expect 0 "$TUCO" run ign_windows.go; has "taken"
