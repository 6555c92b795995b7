# Failures of the environment: missing compiler, read-only and missing cache, unwritable output.
. "$(dirname "$0")/lib.sh"
printf 'package main\n\nfunc main() { println("ok") }\n' > p.go
TUCOCACHE=$PWD/c1 expect 1 "$TUCO" build -cc=/nonexistent/cc -o out p.go; has "the C compiler /nonexistent/cc was not found"
[ ! -e out ] || fail "output left behind"
TUCOCACHE=$PWD/c1 expect 0 "$TUCO" build -o out p.go
expect 0 ./out; has ok
rm -f out
TUCOCACHE=/proc/nowhere expect 0 "$TUCO" build -o out p.go
expect 0 ./out
TUCOCACHE=off expect 0 "$TUCO" build -o out p.go
mkdir d; expect 0 "$TUCO" build -o d p.go; [ -x d/p ] || fail "no d/p"
expect 1 "$TUCO" build -o nodir/deeper/out p.go; has "cannot write nodir/deeper/out"
expect 1 "$TUCO" build -o /dev/full/x p.go
if [ -w /dev/full ]; then mkdir t; fi
