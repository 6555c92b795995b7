# tuco run: arguments, standard input, exit status, signals; default names; modules and vendor.
. "$(dirname "$0")/lib.sh"
cat > st.go <<'END'
package main

import "os"

func main() {
	for _, a := range os.Args[1:] {
		println(a)
	}
	os.Exit(len(os.Args) - 1)
}
END
expect 0 "$TUCO" run st.go
expect 2 "$TUCO" run st.go -x b.txt; has "-x"; has "b.txt"
printf 'package main\n\nfunc main() { panic("boom") }\n' > boom.go
expect 2 "$TUCO" run boom.go; has "panic: boom"; has "goroutine 1 [running]:"
expect 0 "$TUCO" build st.go; [ -x st ] || fail "no executable st"
mkdir -p m/lib m/vendor/ext.org/v m/cmd
printf 'module ex.org/m\n\ngo 1.27\n' > m/go.mod
printf 'package lib\n\nfunc F() int { return 7 }\n' > m/lib/lib.go
printf 'package v\n\nconst C = 5\n' > m/vendor/ext.org/v/v.go
printf 'package main\n\nimport (\n\t"ex.org/m/lib"\n\t"ext.org/v"\n)\n\nfunc main() { println(lib.F(), v.C) }\n' > m/cmd/main.go
expect 0 "$TUCO" run ./m/cmd; has "7 5"
expect 0 "$TUCO" build ./m/lib; [ ! -e lib ] || fail "a library left an executable"
expect 1 "$TUCO" build -o /dev/null ./m/nosuch
printf 'package main\n\nfunc f() { x := 1 }\nfunc main() { var y int }\n' > bad.go
expect 1 "$TUCO" build bad.go; has "# command-line-arguments"; has "./bad.go:3:12: declared and not used: x"; has "./bad.go:4:19: declared and not used: y"
