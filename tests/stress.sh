#!/bin/sh
# stress.sh [short|full] [TUCO]: the program tests under conditions that bring out errors: collections at every few allocations, smallest
# stacks, poisoned memory, two processors; then with every other collector. The output must not change. short: a few programs.
# JOBS is the number of tests at a time. Status 1 when a test failed; the last line counts the runs that did.
HERE=$(cd "$(dirname "$0")" && pwd)
KIND=${1:-full}
TUCO=${2:-$HERE/../build/tuco}
TRUN=${TRUN:-$(dirname "$TUCO")/trun}
JOBS=${JOBS:-2}
bad=0
short="chans closures defer_order embedding generics_types goroutines maps_basic range_func select_cases slices_alias strings_ops sync_types"
set --
for f in "$HERE"/prog/*.go; do
	n=$(basename "$f" .go)
	case $n in
	runtime_*) continue ;;          # the moment of death is not the same
	esac
	if [ "$KIND" = short ]; then
		case " $short " in *" $n "*) ;; *) continue ;; esac
	fi
	set -- "$@" "$f"
done
go() {                                  # go NAME FLAGS DEBUG FILES...
	name=$1 flags=$2 debug=$3
	shift 3
	if out=$(TUCOFLAGS="$flags" TUCODEBUG="$debug" GOMAXPROCS=2 "$TRUN" -tuco "$TUCO" -kind prog -j "$JOBS" -timeout 240 "$@" 2>&1); then
		echo "stress $name: $(echo "$out" | tail -n 1)"
	else
		bad=$((bad + 1))
		echo "stress $name:"
		echo "$out" | tail -n 40
	fi
}
go concurrent "" "gcstress=${GCSTRESS:-7},stackmin=1,poison=1" "$@"
if [ "$KIND" = full ]; then
	go every "" "gcstress=1,stackmin=1" "$@"
	go stw "-gc=stw" "gcstress=7,stackmin=1,poison=1" "$@"
	all=$*
	set --
	for f in $all; do               # libgc's heap is not sampled
		case $f in */heap_profile.go | */pprof_proto.go) ;; *) set -- "$@" "$f" ;; esac
	done
	[ -f "$(dirname "$TUCO")/lib/libtuco-boehm.a" ] && go boehm "-gc=boehm" "" "$@"
	all=$*
	set --
	for f in $all; do               # finalizers and weak pointers need a collector
		case $f in */finalizers.go | */stdlib_mix.go) ;; *) set -- "$@" "$f" ;; esac
	done
	go none "-gc=none" "stackmin=1" "$@"
fi
echo "stress: $bad failed"
[ $bad = 0 ]
