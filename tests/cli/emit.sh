# -emit=c writes C that builds by itself; -emit=ast and -emit=ir print.
. "$(dirname "$0")/lib.sh"
printf 'package main\n\nfunc main() { println("from c") }\n' > p.go
expect 0 "$TUCO" build -emit=c -o cdir p.go
[ -f cdir/Makefile ] || fail "no Makefile"
expect 0 make -C cdir
expect 0 cdir/program; has "from c"
expect 0 "$TUCO" build -emit=ast p.go; has "func"
expect 0 "$TUCO" build -emit=ir p.go; has "main.main"
expect 0 "$TUCO" build -x -o out p.go; has "ld "
