#!/bin/sh
# tuco build -race: tests/race/*.go have races on the lines marked RACE (all of them, and no other; RACE?: perhaps).
# To build once, they become functions of one program; their names do not clash.
. "$(dirname "$0")/lib.sh"
dir=$(cd "$(dirname "$0")/../race" && pwd)
bad=0
say() { echo "$1"; bad=1; }

mkdir all
{
	printf '//go:build race\n\npackage main\n\nimport "os"\n\nfunc main() {\n\tswitch os.Args[1] {\n'
	for f in "$dir"/*.go; do
		n=$(basename "$f" .go)
		sed "s/^func main()/func main_$n()/" "$f" >"all/$n.go"
		printf '\tcase "%s":\n\t\tmain_%s()\n' "$n" "$n"
	done
	printf '\t}\n}\n'
} >all/all_main.go
"$TUCO" build -race -o racy all || fail "racy programs are not built"

for f in "$dir"/*.go; do
	n=$(basename "$f" .go)
	s=0
	./racy "$n" >out 2>err || s=$?
	[ $s -eq 66 ] || say "$n: exit status $s, want 66: $(cat err)"
	grep -q '^Found [0-9]* data race(s)$' err || say "$n: no count"
	# the innermost frame in the program's own file of each access
	awk -v f="/all/$n.go:" '/^(Read|Write|Previous|Atomic)/ { want = 1 } /created at:/ { want = 0 }
		want && (i = index($0, f)) { split(substr($0, i + length(f)), a, " "); print a[1]; want = 0 }' err | sort -nu >have
	grep -n '// RACE' "$f" | cut -d: -f1 >may
	grep -n '// RACE$' "$f" | cut -d: -f1 >must
	while read -r l; do
		grep -qx "$l" may || say "$n: line $l is reported: $(cat err)"
	done <have
	while read -r l; do
		grep -qx "$l" have || say "$n: line $l is not reported: $(cat err)"
	done <must
done

# GORACE
s=0
GORACE="exitcode=7 halt_on_error=1 log_path=report strip_path_prefix=$PWD/" ./racy field >out 2>err || s=$?
[ $s -eq 7 ] && [ ! -s err ] && [ "$(grep -c 'DATA RACE' report.*)" = 1 ] && grep -q '^      all/field.go:6 ' report.* || say "GORACE: status $s: $(cat err report.*)"

# the tag is set by -race only; other collectors are refused
expect 1 "$TUCO" build -o racy all
expect 2 "$TUCO" build -race -gc=stw all
has 'not supported yet'
exit $bad
