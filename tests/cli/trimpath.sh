# The same sources give the same executable: always in one directory, with -trimpath in any.
. "$(dirname "$0")/lib.sh"
mkdir -p a b
printf 'package main\n\nimport "runtime"\n\nfunc main() {\n\t_, file, line, _ := runtime.Caller(0)\n\tprintln(file, line)\n}\n' > a/m.go
cp a/m.go b/m.go
for d in a b; do (cd $d && "$TUCO" build -trimpath -o trim m.go && "$TUCO" build -o one m.go && "$TUCO" build -o two m.go) || fail "build in $d"; done
cmp a/trim b/trim || fail "-trimpath: the executables differ"
cmp a/one a/two || fail "two builds in one directory differ"
expect 0 a/trim; has "./m.go 6"
expect 0 a/one; has "/a/m.go 6"
