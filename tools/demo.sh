#!/bin/sh
# What tuco does, on the programs in examples/: runs them, explains their memory, compares garbage collectors and settings.
set -eu
cd "$(dirname "$0")/.."
tuco=build/tuco
say() { printf '\n== %s\n' "$1"; }

say "1. Programs compile and run (each output is compared with what Go prints)"
ok=0
for d in examples/*/; do
	n=$(basename "$d")
	if $tuco run "$d/main.go" 2>&1 | cmp -s - "$d/want.txt"; then
		ok=$((ok + 1))
		printf '  %-14s same as Go\n' "$n"
	else
		printf '  %-14s DIFFERS\n' "$n"
	fi
done
echo "  $ok of $(ls -d examples/*/ | wc -l) programs"

say "2. Why is a value on the heap?   tuco build -m -o /dev/null examples/escape/main.go"
$tuco build -m -o /dev/null examples/escape/main.go 2>&1 | grep -E 'escape|moved|leaking' | head -24
echo
echo "   ... and the path of one of them, with -m=2:"
$tuco build -m=2 -o /dev/null examples/escape/main.go 2>&1 | grep -A4 'p escapes to heap in returned' | head -6

say "3. Which collector, which setting?   tuco gcbench -n 3 examples/binarytrees -- 16"
$tuco gcbench -n 3 -warmup 0 -gogc 50,100,200 examples/binarytrees -- 16
echo
echo "Read on: README.md, docs/tour.md"
