# Deep nesting and long lines end in an answer, not in a crash.
. "$(dirname "$0")/lib.sh"
awk 'BEGIN { printf "package main\n\nvar x = "; for (i = 0; i < 10000; i++) printf "("; printf "1"; for (i = 0; i < 10000; i++) printf ")"; print "\n\nfunc main() { println(x) }" }' > deep.go
expect 0 "$TUCO" build -o /dev/null deep.go
awk 'BEGIN { printf "package main\n\nvar x = "; for (i = 0; i < 200000; i++) printf "["; print "" }' > deeper.go
expect 1 "$TUCO" build -o /dev/null deeper.go; has "type nesting limit"
awk 'BEGIN { printf "package main\n\nvar s = \""; for (i = 0; i < 1000000; i++) printf "0123456789"; print "\"\n\nfunc main() { println(len(s)) }" }' > long.go
expect 0 "$TUCO" build -o /dev/null long.go
awk 'BEGIN { printf "package main\n\nfunc main() { println(1"; for (i = 0; i < 20000; i++) printf "+1"; print ") }" }' > sum.go
expect 0 "$TUCO" build -o /dev/null sum.go
