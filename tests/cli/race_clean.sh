#!/bin/sh
# tuco run -race: tests/race/clean/*.go have no races.
. "$(dirname "$0")/lib.sh"
dir=$(cd "$(dirname "$0")/../race" && pwd)
tuco=$TUCO
bad=0
say() { echo "$1"; bad=1; }
for f in "$dir"/clean/*.go; do
	n=$(basename "$f" .go)
	"$tuco" build -race -o clean-$n "$f"
	for p in 1 2 4; do
		s=0
		GOMAXPROCS=$p ./clean-$n >out 2>err || s=$?
		[ $s -eq 0 ] && [ ! -s err ] || say "$n, GOMAXPROCS=$p: exit status $s: $(cat out err)"
	done
done

exit $bad
