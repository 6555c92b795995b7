#!/bin/bash
# run.sh [CONNECTIONS [MESSAGES [ROUNDS]]]: the echo server and client built by tuco and by Go, all four combinations, interleaved.
# Prints one line per run: server, client, then what the two report. TUCO and GO name the compilers.
set -e
cd "$(dirname "$0")"
tuco=${TUCO:-../../build/tuco} go=${GO:-go} n=${1:-64} total=${2:-200000} rounds=${3:-3}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
$tuco build -o "$dir/tuco" echo.go
GO111MODULE=off GOTOOLCHAIN=local $go build -o "$dir/go" echo.go
once() { # server client
	mkfifo "$dir/in"
	"$dir/$1" serve < "$dir/in" > "$dir/out" & pid=$!
	exec 3> "$dir/in"
	while ! [ -s "$dir/out" ]; do sleep 0.01; done
	r=$("$dir/$2" load "$(head -1 "$dir/out")" "$n" "$total")
	exec 3>&-
	wait $pid
	rm "$dir/in"
	echo "server $1 client $2: $r | server: $(tail -1 "$dir/out")"
	rm "$dir/out"
}
idle() {
	mkfifo "$dir/in" "$dir/hold"
	"$dir/$1" serve < "$dir/in" > "$dir/out" & pid=$!
	exec 3> "$dir/in"
	while ! [ -s "$dir/out" ]; do sleep 0.01; done
	"$dir/go" idle "$(head -1 "$dir/out")" 5000 < "$dir/hold" > "$dir/ready" & cpid=$!
	exec 4> "$dir/hold"
	while ! [ -s "$dir/ready" ]; do sleep 0.01; done
	echo >&3
	sleep 0.5
	echo "idle server $1: $(sed -n 2p "$dir/out")"
	exec 4>&- 3>&-
	wait $pid $cpid
	rm -f "$dir/in" "$dir/hold" "$dir/out" "$dir/ready"
}
for ((i = 0; i < rounds; i++)); do
	once tuco tuco
	once go go
	once tuco go
	once go tuco
done
idle tuco
idle go
