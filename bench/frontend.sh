#!/bin/sh
# frontend.sh: speed of the compiler itself on generated programs, beside Go when it is installed.
#
#	sh bench/frontend.sh [LINES]      (default 100000)
#
# First the phases of tuco on one core over LINES lines in packages, then a build after a change of one line in a program of 20000
# lines, as one package main and as twenty packages; go and tuco in turn. Set GO to name Go's command, TUCO to name tuco.
set -e
TUCO=$(realpath "${TUCO:-build/tuco}")
GO=${GO:-go}
LINES=${1:-100000}
command -v "$GO" >/dev/null 2>&1 || GO=
export GO111MODULE=on GOTOOLCHAIN=local GOFLAGS=-mod=mod
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
"$TUCO" build -o "$T/large" bench/large/main.go

"$T/large" -lines "$LINES" -pkgs $((LINES / 5000 + 1)) -o "$T/phases"
(cd "$T/phases" && taskset -c 0 "$TUCO" build -check -timings .) 2>&1
echo
(cd "$T/phases" && taskset -c 0 "$TUCO" build -emit ir -timings . 2>&1 >/dev/null)
if [ "$GO" ]; then
	echo
	(cd "$T/phases" && /usr/bin/time -f "go vet: %e s, %U s of processor" "$GO" vet ./... || true)
fi

# incremental DIR FILE
incremental() {
	cd "$T/$1"
	[ -z "$GO" ] || "$GO" build -o prog_go .
	"$TUCO" build -o prog_tuco .
	cp "$2" "$T/saved.go"
	for n in 101 102 103; do
		sed "0,/amount := x/s//_ = 1\n\tamount := $n + x/" "$T/saved.go" >"$2"
		[ -z "$GO" ] || /usr/bin/time -f "$1: go   %e s, %U s of processor" "$GO" build -o prog_go .
		/usr/bin/time -f "$1: tuco %e s, %U s of processor" "$TUCO" build -o prog_tuco .
		[ -z "$GO" ] || [ "$(./prog_go)" = "$(./prog_tuco)" ] || echo "$1: the programs print different sums"
	done
}
"$T/large" -lines 20000 -o "$T/one"
"$T/large" -lines 20000 -pkgs 20 -o "$T/twenty"
echo
(incremental one f05.go)
(incremental twenty p05/f00.go)
