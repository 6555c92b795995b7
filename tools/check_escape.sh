#!/bin/sh
# Compares each verdict of tuco escape with what was allocated, over the programs of tests/prog: tools/check_escape.sh TUCO [FILE.go...]
# Programs that end by a panic, or are not for this, leave no profile: they are counted, not checked.
tuco=$1
shift
[ $# -gt 0 ] || set -- tests/prog/*.go
bad=0 checked=0 skipped=0
for f do
	out=$(timeout 120 "$tuco" escape -check "$f" 2>&1 < /dev/null)
	case $? in
	0) checked=$((checked + 1)) ;;
	1) case $out in
		*disagree*) bad=$((bad + 1)); printf '%s\n%s\n' "$f" "$out" ;;
		*) skipped=$((skipped + 1)) ;;
		esac ;;
	*) skipped=$((skipped + 1)) ;;
	esac
done
echo "escape verdicts: $checked programs agree, $bad disagree, $skipped not checked"
[ $bad = 0 ]
