# Sources made to exhaust the compiler end in an error within the time limit.
. "$(dirname "$0")/lib.sh"
gen() { awk "BEGIN { print \"package main\n\nfunc main() {}\"; $1 }" > x.go; }
want() { expect "$1" timeout 20 "$TUCO" build -o /dev/null x.go; [ -z "${2-}" ] || has "$2"; }
gen 'print "type T0 struct { a, b int }"; for (i = 0; i < 60; i++) printf "type T%d struct { a, b T%d }\n", i + 1, i; print "var x T60"'
want 1 "type T46 larger than address space"
gen 'print "type T [1 << 30][1 << 30][1 << 30]byte\nvar t T"'
want 1 "larger than address space"
gen 'printf "var x "; for (i = 0; i < 30; i++) printf "struct { a, b "; printf "int"; for (i = 0; i < 30; i++) printf "}"; print ""'
want 0
gen 'for (i = 0; i < 3000; i++) printf "type T%d struct { t T%d }\n", i, i + 1; print "type T3000 struct { t T0 }"'
want 1 "invalid recursive type T0"
gen 'for (i = 0; i < 20000; i++) printf "type T%d struct { t T%d }\n", i, i + 1; print "type T20000 struct { t int }\nvar v T0"'
want 0
gen 'print "const x = 1 << 1000000"'
want 1 "invalid shift count 1000000"
gen 'print "type T[P any] struct { x *T[*P] }\nvar t T[int]"'
want 1 "instantiation cycle"
gen 'printf "var x "; for (i = 0; i < 20000; i++) printf "[]"; print "int"'
want 0
