#!/bin/sh
# diff.sh N [SEED]: N random programs from gen.py, seeds SEED.., built by tuco (plain, -l, -N) and by Go; stdout and status must agree.
# TUCO names the compiler, GO the go command, FUNCS the functions per program, STMTS the
# statements per function, MODES the flags to build with (plain: none). Programs that differ stay in $DIR (default build/fuzz).
# Status 1 when something differed.
N=${1:-20} SEED=${2:-1}
HERE=$(cd "$(dirname "$0")" && pwd)
TUCO=${TUCO:-$HERE/../../build/tuco}
GO=${GO:-$HOME/.cache/tuco-peer/go/bin/go}
DIR=${DIR:-$HERE/../../build/fuzz}
MODES=${MODES:-"plain -l -N"}
export GO111MODULE=off GOTOOLCHAIN=local
[ -x "$GO" ] || { echo "no Go to compare with ($GO): skipped"; exit 0; }
mkdir -p "$DIR" && cd "$DIR" || exit 2
bad=0 ok=0 skip=0
s=$SEED
while [ "$s" -lt $((SEED + N)) ]; do
	p=p$s
	python3 "$HERE/gen.py" "$s" "${FUNCS:-12}" "${STMTS:-15}" >$p.go || exit 2
	if ! timeout 60 "$GO" build -o $p.go.exe $p.go 2>$p.go.err; then
		echo "seed $s: not valid Go: $(sed -n 2p $p.go.err)"
		skip=$((skip + 1)) s=$((s + 1))
		continue
	fi
	timeout 20 ./$p.go.exe >$p.want 2>$p.want2
	echo "status $?" >>$p.want
	fail=
	for m in $MODES; do
		f=$m
		[ $m = plain ] && f=
		if ! timeout 120 "$TUCO" build $f -o $p.exe $p.go 2>$p.err; then
			fail=1
			echo "seed $s $m: build failed: $(head -n 1 $p.err)"
			break
		fi
		timeout 20 ./$p.exe >$p.got 2>$p.got2
		echo "status $?" >>$p.got
		if ! cmp -s $p.want $p.got; then
			fail=1
			f=$(diff -a $p.want $p.got | sed -n 's/^\([0-9]*\).*/\1/p' | head -n 1)
			echo "seed $s $m: differs in $(head -n "$f" $p.got | sed -n 's/^== //p' | tail -n 1): see $DIR/$p.go"
			diff -a $p.want $p.got | head -n "${LINES_SHOWN:-6}"
		fi
	done
	if [ $fail ]; then bad=$((bad + 1)); else ok=$((ok + 1)) && rm -f $p.*; fi
	rm -f $p.exe $p.go.exe
	s=$((s + 1))
done
echo "$ok same, $bad differ, $skip not valid"
[ $bad = 0 ]
