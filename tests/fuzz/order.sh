#!/bin/sh
# order.sh [SEED [COUNT]]: programs of order.py and rangefunc.py, compared with Go. Status 1 when an output differs.
seed=${1:-1} count=${2:-300} here=$(dirname "$0") tuco=${TUCO:-build/tuco} bad=0
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT
export GO111MODULE=off
for gen in "order.py $seed $count noinline" "order.py $((seed + 1000)) $count" "rangefunc.py $seed $count"; do
	python3 "$here"/$gen > "$tmp/p.go" && go build -o "$tmp/go" "$tmp/p.go" && "$tuco" build -o "$tmp/tuco" "$tmp/p.go" || exit 2
	"$tmp/go" > "$tmp/want" 2>&1; "$tmp/tuco" > "$tmp/got" 2>&1
	cmp -s "$tmp/want" "$tmp/got" || { echo "$gen:"; diff "$tmp/want" "$tmp/got" | head -40; bad=1; }
done
exit $bad
