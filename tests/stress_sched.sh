#!/bin/sh
# stress_sched.sh [SECONDS [TUCO]]: random networks of goroutines with known sums (tests/sched/mix.go) at GOMAXPROCS=1, 2, 4 and 16, plain and with
# collections at every few allocations and smallest stacks. Stops at the first wrong result, lost wake-up (100 s) or crash.
HERE=$(cd "$(dirname "$0")" && pwd)
SECONDS_=${1:-60}
TUCO=${2:-$HERE/../build/tuco}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"$TUCO" build -o "$tmp/mix" "$HERE/sched/mix.go" || exit 1
end=$(($(date +%s) + SECONDS_))
seed=${SEED:-1} n=0
while [ "$(date +%s)" -lt "$end" ]; do
	for procs in 1 2 4 16; do
		for debug in "seed=$seed" "seed=$seed,gcstress=50,stackmin=1"; do
			if ! out=$(GOMAXPROCS=$procs TUCODEBUG=$debug timeout 120 "$tmp/mix" "$seed" 4 2>&1) || [ "$out" != ok ]; then
				echo "stress_sched: GOMAXPROCS=$procs TUCODEBUG=$debug mix $seed 4:"
				echo "$out" | head -60
				exit 1
			fi
			n=$((n + 1))
		done
	done
	seed=$((seed + 1))
done
echo "stress_sched: $n runs, 0 failed"
