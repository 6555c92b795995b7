# tuco vet: findings as go vet words them, flags, exit statuses, tests, type errors, JSON.
. "$(dirname "$0")/lib.sh"
here=$(cd "$(dirname "$0")/../vet" && pwd)
for f in "$here"/*.go; do
	n=$(basename "$f" .go)
	cp "$f" .
	"$TUCO" vet "$n.go" 2>&1 | sort > got
	sort "$here/$n.out" | cmp -s - got || fail "$n.go: $(sort "$here/$n.out" | diff - got)"
done
expect 1 "$TUCO" vet basic.go; has "basic.go:16:2: unreachable code"; has "self-assignment of x"
expect 1 "$TUCO" vet -unreachable basic.go; has "unreachable code"
case $out in *self-assignment*) fail "-unreachable runs others too" ;; esac
expect 1 "$TUCO" vet -unreachable=false basic.go; has "self-assignment of x"
case $out in *unreachable*) fail "-unreachable=false runs it" ;; esac
expect 0 "$TUCO" vet -json basic.go; has '"command-line-arguments": {'; has '"message": "self-assignment of x"'
expect 2 "$TUCO" vet -nosuch basic.go; has "flag provided but not defined: -nosuch"
expect 2 "$TUCO" vet -printf=x basic.go; has "invalid boolean value"
expect 0 "$TUCO" help vet; has "lostcancel"
expect 1 "$TUCO" vet -c=1 -assign basic.go; has "25	"
printf 'package main\n\nfunc main() { x := 1 + "a" }\n' > bad.go
expect 1 "$TUCO" vet bad.go; has "vet: ./bad.go:3:20: invalid operation: 1 + \"a\" (mismatched types untyped int and untyped string)"
case $out in *"declared and not used"*) fail "more than the first error" ;; esac
mkdir -p m/sub m/clean m/testdata
printf 'module m\n\ngo 1.27\n' > m/go.mod
printf 'package sub\n\nfunc F() int { return 1 }\n' > m/sub/a.go
printf 'package sub\n\nfunc unused() int {\n\treturn 1\n\treturn 2\n}\n' > m/sub/a_test.go
printf 'package sub_test\n\nimport "m/sub"\n\nfunc x() int {\n\tpanic(sub.F())\n\treturn 2\n}\n' > m/sub/x_test.go
printf 'package clean\n' > m/clean/c.go
printf 'package broken\n\nfunc {\n' > m/testdata/b.go
cd m
expect 1 "$TUCO" vet ./...; has "sub/a_test.go:5:2: unreachable code"; has "sub/x_test.go:7:2: unreachable code"
expect 0 "$TUCO" vet ./clean
expect 1 "$TUCO" vet ./clean ./sub; has "sub/x_test.go:7:2: unreachable code"
expect 1 "$TUCO" vet ./nosuch; has "directory not found"
cd ..
# a wrapper of one package is known in another
mkdir -p w/log w/use
printf 'module w\n\ngo 1.27\n' > w/go.mod
printf 'package log\n\nimport "fmt"\n\nfunc Logf(format string, args ...any) { fmt.Printf(format, args...) }\n' > w/log/l.go
printf 'package use\n\nimport "w/log"\n\nfunc f() { log.Logf("%%d", "x") }\n' > w/use/u.go
cd w
expect 1 "$TUCO" vet ./use; has 'use/u.go:5:22: w/log.Logf format %d has arg "x" of wrong type string'
