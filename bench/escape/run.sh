#!/bin/sh
# Counts the objects each program of bench/escape allocates in its measured loop (MemStats.Mallocs), built by tuco and, when it is
# installed, by Go. Prints a table; -w writes it into docs/escape.md between its marks.
#   bench/escape/run.sh [-w] [-d switch] [program...]
# The ratio is (tuco + 1) / (go + 1), so that a count of nothing has one too.
set -eu
cd "$(dirname "$0")/../.."
write=; sw=
while [ $# -gt 0 ]; do
	case $1 in
	-w) write=1; shift;;
	-d) sw="-d $2"; shift 2;;
	*) break;;
	esac
done
go=${GO:-$(command -v go || echo "$HOME/.cache/tuco-peer/go/bin/go")}
[ -x "$go" ] || { go=; [ -z "$write" ] || { echo "no Go found: the table stays as it is"; write=; }; }
out=build/bench/escape
mkdir -p "$out"
[ $# -gt 0 ] || set -- bench/escape/*.go
: >"$out/counts"
for src; do
	name=$(basename "$src" .go)
	src=bench/escape/$name.go
	build/tuco build $sw -o "$out/$name.tuco" "$src"
	t=$("$out/$name.tuco" 2>&1 | awk '/^mallocs/ {print $2, $3}')
	g=
	if [ -n "$go" ]; then
		sum=$(cksum <"$src")            # Go's count changes with the source only
		if [ "$(cat "$out/$name.sum" 2>/dev/null)" != "$sum" ]; then
			GO111MODULE=off GOFLAGS= "$go" build -o "$out/$name.go.exe" "$src"
			"$out/$name.go.exe" 2>&1 | awk '/^mallocs/ {print $2, $3}' >"$out/$name.count"
			rm -f "$out/$name.go.exe"
			echo "$sum" >"$out/$name.sum"
		fi
		g=$(cat "$out/$name.count")
	fi
	rm -f "$out/$name.tuco"
	echo "$name|$(sed -n '1s,^// ,,p' "$src")|$t|$g" >>"$out/counts"
done
awk -F'|' '
BEGIN { print "| program | what | Go 1.27 | tuco | ratio |"; print "|---|---|---:|---:|---:|" }
{
	split($3, t, " "); split($4, g, " ")
	if ($4 == "") { printf "| %s | %s | | %d | |\n", $1, $2, t[1]; next }
	if (t[2] != g[2]) print "results differ: " $0 >"/dev/stderr"
	r = (t[1] + 1) / (g[1] + 1); sum += log(r); n++
	if (t[1] > g[1] + 20) more = more " " $1
	printf "| %s | %s | %d | %d | %.3f |\n", $1, $2, g[1], t[1], r
}
END {
	if (n) printf "\nGeometric mean of %d programs: %.3f.\n", n, exp(sum / n)
	if (more != "") print "More than Go:" more >"/dev/stderr"
}' "$out/counts" >"$out/table"
if [ -n "$write" ]; then
	awk -v table="$out/table" '
	/^<!-- counts -->/ { print; while ((getline line <table) > 0) print line; skip = 1; next }
	/^<!-- end of counts -->/ { skip = 0 }
	!skip' docs/escape.md >"$out/escape.md" && cat "$out/escape.md" >docs/escape.md
fi
cat "$out/table"
