# Input that is no program: a clear message, exit status 1, no output file.
. "$(dirname "$0")/lib.sh"
none() { [ ! -e out ] || fail "output file was left behind: $*"; }
expect 1 "$TUCO" build -o out nosuch.go; has "no such file or directory: nosuch.go"; none
mkdir empty; expect 1 "$TUCO" build -o out ./empty; has "no Go files in"; none
expect 1 "$TUCO" build -o out ./nodir; has "directory not found"; none
mkdir cyc cyc/a cyc/b
printf 'module m\n\ngo 1.27\n' > cyc/go.mod
printf 'package a\n\nimport _ "m/b"\n' > cyc/a/a.go
printf 'package b\n\nimport _ "m/a"\n' > cyc/b/b.go
expect 1 "$TUCO" build -o out ./cyc/a; has "import cycle not allowed"; has "imports m/b from a.go"; none
printf 'package main\n\nfunc main() { println("\377") }\n' > utf8.go
expect 1 "$TUCO" build -o out utf8.go; has "utf8.go:3:24: invalid UTF-8 encoding"; none
printf 'package main\n\000\nfunc main() {}\n' > nul.go
expect 1 "$TUCO" build -o out nul.go; has "nul.go:2:1: invalid NUL character"; none
printf 'package main\n\nvar x\357\273\277 = 1\nfunc main() {}\n' > bom.go
expect 1 "$TUCO" build -o out bom.go; has "bom.go:3:6: invalid BOM in the middle of the file"; none
printf '\357\273\277package main\n\nfunc main() {\n' > bom2.go
expect 1 "$TUCO" build -o out bom2.go; has "syntax error: unexpected EOF, expected }"; none
printf 'hello, world\n' > no.go
expect 1 "$TUCO" build -o out no.go; has "no.go:1:1: syntax error: package statement must be first"; none
head -c 20000 /dev/urandom > rnd.go
expect 1 "$TUCO" build -o out rnd.go; none
printf 'package main\n\nimport "nosuch"\n\nfunc main() { nosuch.F() }\n' > imp.go
expect 1 "$TUCO" build -o out imp.go; has "imp.go:3:8: package nosuch is not in std"; none
printf 'package main\n\nimport "C"\n\nfunc main() {}\n' > cgo.go
expect 1 "$TUCO" build -o out cgo.go; has "cgo is not supported"; none
if [ "$(id -u)" != 0 ]; then
	printf 'package main\n' > secret.go; chmod 0 secret.go
	expect 1 "$TUCO" build -o out secret.go; has "Permission denied"; none
fi
mkdir sub two
printf 'package a\n' > two/a.go; printf 'package b\n' > two/b.go
expect 1 "$TUCO" build -o out ./two; has "found packages a (a.go) and b (b.go)"; none
printf '//go:build windows\n\npackage w\n' > sub/w.go
expect 1 "$TUCO" build -o out ./sub; has "build constraints exclude all Go files"; none
