#!/bin/sh
# Compares each verdict of tuco escape with what was allocated, over the programs of tests/prog, and looks for escaped stack addresses while
# they run (TUCODEBUG=escapecheck=1): tools/check_escape.sh TUCO [FILE.go...]
# Programs that end by a panic, or are not for this, leave no profile: they are counted, not checked.
tuco=$1
shift
[ $# -gt 0 ] || set -- tests/prog/*.go
bad=0 checked=0 skipped=0 dir=$(mktemp -d)
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
	"$tuco" build -o "$dir/prog" "$f" > "$dir/log" 2>&1 || continue
	TUCODEBUG=escapecheck=1 timeout 120 "$dir/prog" > "$dir/out" 2> "$dir/err" < /dev/null
	if grep -q '^escapecheck: ' "$dir/err"; then
		bad=$((bad + 1))
		echo "$f"
		cat "$dir/err"
	fi
done
rm -rf "$dir"
echo "escape verdicts: $checked programs agree, $bad disagree or leak, $skipped not checked"
[ $bad = 0 ]
