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
# rep N TEXT: the text N times; nest N OPEN MID CLOSE
lib='function rep(n, s,  i) { for (i = 0; i < n; i++) printf "%s", s } function nest(n, a, m, b) { rep(n, a); printf "%s", m; rep(n, b) }'
src() { awk "$lib BEGIN { print \"package main\n\"; $1 }" > x.go; }
# Only the compiler's own part, within memory: the C compiler's time is not ours.
emit() { expect "$1" sh -c 'ulimit -v 2500000; exec timeout 20 "$0" build -emit c -o x.d x.go' "$TUCO"; [ -z "${2-}" ] || has "$2"; }
for open in '[]' '*' '[1]' 'chan ' 'map[int]'; do
	src "printf \"var x \"; rep(40000, \"$open\"); print \"int\nfunc main() { println(&x) }\""
	emit 1 "type nesting limit of 2000 exceeded"
	src "printf \"var x \"; rep(300, \"$open\"); print \"int\nvar a any = &x\nfunc main() { println(a) }\""
	emit 0
done
src 'printf "var x "; nest(10000, "interface { m() ", "int", "}"); print "\nfunc main() { _ = x }"'
emit 1 "type nesting limit"
src 'print "type T0 interface { m0() }"; for (i = 0; i < 10000; i++) printf "type T%d interface { T%d; m%d() }\n", i + 1, i, i + 1; print "var x T10000\nfunc main() { println(x == nil) }"'
emit 1 "interface embedding nested too deep (limit 1000)"
src 'print "func main() {"; nest(10000, "func() { ", "println(1)", "}();"); print "}"'
emit 1 "function literal nesting limit of 1000 exceeded"
src 'print "func main() {"; nest(20000, "{", "", "}"); print "}"'
emit 1 "statement nesting limit of 10000 exceeded"
# type arguments and instances that double at every level
src 'print "func f0[T any](x T) {}"; for (i = 0; i < 26; i++) printf "func f%d[T any](x T) { f%d[*T](nil); f%d[[]T](nil) }\n", i + 1, i, i; print "func main() { f26[int](1) }"'
emit 1 "too many instances of f11 (limit 20000)"
src 'print "type P[A, B any] struct { a *A; b *B }\nfunc d[T any](x T) P[T, T] { return P[T, T]{&x, &x} }"; printf "func main() { _ = "; nest(25, "d(", "1", ")"); print "}"'
emit 1 "type argument too large"
src 'print "type P[A, B any] struct { a *A; b *B }\ntype T0 int"; for (i = 0; i < 40; i++) printf "type T%d = P[T%d, T%d]\n", i + 1, i, i; print "var x T40\nfunc main() { _ = x }"'
emit 1 "type argument too large"
src 'print "type P[A, B any] struct { a *A; b *B }\nfunc f0[T any]() { var x T; _ = x }"; for (i = 0; i < 40; i++) printf "func f%d[T any]() { f%d[P[T, T]]() }\n", i + 1, i; print "func main() { f40[int]() }"'
emit 1 "too large a type argument"
# long, not deep
src 'print "func g(i int) int { return i * 3 }\nfunc main() { x := 0"; for (i = 0; i < 10000; i++) printf "x += g(x) + %d\n", i; print "println(x) }"'
emit 0
src 'print "func f(x int) int { return x + 1 }"; printf "func main() { println("; nest(10000, "f(", "1", ")"); print ") }"'
emit 0
src 'print "var a []int"; printf "func main() { println("; nest(20000, "a[", "0", "]"); print ") }"'
emit 0
src 'print "func main() { x := 0; println(x)"; for (i = 0; i < 20000; i++) print "{ x := x + 1; println(x) }"; print "}"'
emit 0
src 'for (i = 0; i < 20000; i++) printf "func f%d() { println(%d) }\n", i, i; print "func main() {"; for (i = 0; i < 20000; i++) printf "f%d()\n", i; print "}"'
emit 0
src 'print "func f0() int { return 1 }"; for (i = 0; i < 10000; i++) printf "func f%d() int { return f%d() }\n", i + 1, i; print "func main() { println(f10000()) }"'
emit 0
src 'print "func main() {"; for (i = 0; i < 5000; i++) printf "L%d: for i := 0; i < 1; i++ { if i == 3 { continue L%d } }\n", i, i; print "}"'
emit 0
src 'print "func f(i int) int { switch i {"; for (i = 0; i < 10000; i++) printf "case %d: return %d\n", 3 * i, i % 999; print "}; return 0 }\nfunc h(s string) int { switch s {"; for (i = 0; i < 10000; i++) printf "case \"k%d\": return %d\n", i, i % 999; print "}; return 0 }\nfunc main() { println(f(9), h(\"k9\")) }"'
emit 0
src 'printf "var x = []int{"; for (i = 0; i < 100000; i++) printf "%d,", i; print "}\nfunc main() { println(len(x)) }"'
emit 0
# gigabytes of zeros with one value are made when the program starts
src 'print "var x, y = []int{1 << 28: 1}, [1 << 26]int{5: 1}\nfunc main() { println(len(x), x[1<<28], y[5]) }"'
expect 0 timeout 30 "$TUCO" build -o x.out x.go
[ "$(wc -c <x.out)" -lt 4000000 ] || fail "a file of $(wc -c <x.out) bytes"
# little address space: a smaller stack, which takes what the parser lets through
src 'printf "var x = "; nest(40000, "(", "1", ")"); print "\nfunc main() { println(x) }"'
expect 0 sh -c 'ulimit -v 1048576; exec timeout 20 "$0" build -check x.go' "$TUCO"
