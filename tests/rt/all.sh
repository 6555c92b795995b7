#!/bin/sh
# Builds the whole runtime, heap and collector included, and runs C tests on it. usage: tests/rt/all.sh [name...]
set -e
cd "$(dirname "$0")/../.."
CC=${CC:-gcc}
out=build/rtall-$CC
mkdir -p "$out"
flags="-O2 -std=gnu11 -Wall -Wextra -Wno-unused-parameter -Wno-unused-function -I. -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks
 -fno-omit-frame-pointer -fsplit-stack -ffunction-sections -fdata-sections -fno-pie -fno-asynchronous-unwind-tables
 -ffp-contract=off -ftree-vectorize -fvect-cost-model=dynamic -fno-math-errno -g1"
objs=
for f in runtime/*/*.c runtime/*/*.S; do
	o=$out/$(echo "$f" | tr / _).o
	if [ ! "$o" -nt "$f" ] || [ -n "$(find runtime -name '*.h' -newer "$o" -o -name '*.def' -newer "$o" | head -1)" ]; then
		$CC $flags -c "$f" -o "$o"
	fi
	objs="$objs $o"
done
[ $# -gt 0 ] || set -- stack chans
for t; do
	$CC $flags -c tests/rt/$t.c -o "$out/$t.o"
	$CC -static -no-pie -fuse-ld=bfd -Wl,--gc-sections "$out/$t.o" $objs -lpthread -lm -o "$out/$t"
	[ -n "$BUILD_ONLY" ] || timeout 60 "$out/$t"
done
