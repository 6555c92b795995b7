#!/bin/sh
# run.sh [SECONDS] [MODE...]: AFL++ on parts of the compiler, with the address and undefined-behaviour sanitizers; SECONDS each (default 60), modes lex,
# parse, check, all (default: each). Seeds: the sources of tests/ and examples/, small ones first. Crashes and hangs stay in build/fuzz/MODE; status 1 when
# there are any. Needs Debian's package afl++.
set -eu
cd "$(dirname "$0")/../.."
SECS=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- lex parse check all
B=${B:-build/afl}
command -v afl-fuzz >/dev/null || { echo "fuzz: afl-fuzz was not found: apt-get install afl++" >&2; exit 2; }
export AFL_USE_ASAN=1 AFL_USE_UBSAN=1 AFL_QUIET=1
make B="$B" CC=afl-clang-fast CFLAGS="-O1 -g" "$B/obj/libcompiler.a" >"${TMPDIR:-/tmp}/fuzz-build.$$" 2>&1 || { tail -n 20 "${TMPDIR:-/tmp}/fuzz-build.$$"; exit 2; }
rm -f "${TMPDIR:-/tmp}/fuzz-build.$$"
afl-clang-fast -O1 -g -std=gnu11 -I. -I"$B/gen" -o "$B/front" tests/fuzz/front.c "$B/obj/libcompiler.a" -lmpfr -lgmp -lm
seeds=$B/seeds
rm -rf "$seeds" && mkdir -p "$seeds"
find tests examples stdlib -name '*.go' -size -6k | LC_ALL=C sort | while read -r f; do cp "$f" "$seeds/$(echo "$f" | tr / _)"; done
export AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_FAST_CAL=1 AFL_IGNORE_SEED_PROBLEMS=1 \
	ASAN_OPTIONS=abort_on_error=1:symbolize=0:detect_leaks=0:detect_stack_use_after_return=0:allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:symbolize=0
bad=0
for m in "$@"; do
	out=build/fuzz/$m
	rm -rf "$out" && mkdir -p build/fuzz
	afl-fuzz -i "$seeds" -o "$out" -x tests/fuzz/go.dict -V "$SECS" -t 10000 -m none -- "$B/front" "$m" @@ >"$B/$m.log" 2>&1 || { tail -n 5 "$B/$m.log"; exit 2; }
	stat() { sed -n "s/^$1 *: *//p" "$out/default/fuzzer_stats"; }
	echo "fuzz $m: $(stat execs_done) inputs in $(stat run_time) s, $(stat corpus_count) kept, $(stat bitmap_cvg) of the branches, $(stat saved_crashes) crashes, $(stat saved_hangs) hangs"
	[ "$(stat saved_crashes)$(stat saved_hangs)" = 00 ] || bad=1
done
exit $bad
