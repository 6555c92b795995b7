#!/bin/sh
# Builds the runtime's lower half with a stub heap and runs the C tests. usage: tests/rt/run.sh [name...]; CC=musl-gcc for musl.
set -e
cd "$(dirname "$0")/../.."
CC=${CC:-gcc}
out=build/rt-$CC
mkdir -p "$out"
flags="-O2 -std=gnu11 -Wall -Wextra -Wno-unused-parameter -Wno-unused-function -I. -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks
 -fno-omit-frame-pointer -fsplit-stack -ffunction-sections -fdata-sections -fno-pie -fno-asynchronous-unwind-tables
 -ffp-contract=off -ftree-vectorize -fvect-cost-model=dynamic -fno-math-errno -g1"
objs=
for d in base os arch sched stack panic sync chan timer poll start; do
	for f in runtime/$d/*.c runtime/$d/*.S; do
		[ -f "$f" ] || continue
		o=$out/$(echo "$f" | tr / _).o
		if [ ! "$o" -nt "$f" ] || [ -n "$(find runtime -name '*.h' -newer "$o" -o -name '*.def' -newer "$o" | head -1)" ]; then
			$CC $flags -c "$f" -o "$o"
		fi
		objs="$objs $o"
	done
done
$CC $flags -c tests/rt/stub_heap.c -o "$out/stub_heap.o"
[ $# -gt 0 ] || set -- stack panics chans sched timers
for t; do
	$CC $flags -c tests/rt/$t.c -o "$out/$t.o"
	$CC -static -no-pie -fuse-ld=bfd -Wl,--gc-sections "$out/$t.o" $objs "$out/stub_heap.o" -lpthread -o "$out/$t"
	[ -n "$BUILD_ONLY" ] || timeout 60 "$out/$t"
done
