#!/bin/sh
# run.sh [-n RUNS] [-w] [MEASURE...]: goroutines, channels, locks, timers beside Go, interleaved, at GOMAXPROCS=1 and 2. Prints medians per operation
# and ratios to Go; -w writes the table into docs/sched.md. GO names the go command.
set -eu
cd "$(dirname "$0")/../.."
runs=5 write=
while [ $# -gt 0 ]; do
	case $1 in
	-n) runs=$2; shift 2 ;;
	-w) write=1; shift ;;
	*) break ;;
	esac
done
go=${GO:-$(command -v go || echo "$HOME/.cache/tuco-peer/go/bin/go")}
[ -x "$go" ] || { echo "no Go found: set GO=/path/to/go" >&2; exit 2; }
out=build/bench
mkdir -p "$out"
build/tuco build -o "$out/sched.tuco" ./bench/sched
(cd bench/sched && GO111MODULE=off GOFLAGS= "$go" build -o "../../$out/sched.go" .)
[ $# -gt 0 ] || set -- pingpong pipeline fanin mutex spawn sieve workers ring parked recursion boundary timers
: >"$out/sched.times"
i=0
while [ $i -lt "$runs" ]; do
	for m; do
		for p in 1 2; do
			for tool in tuco go; do
				echo "$tool $p $(GOMAXPROCS=$p "$out/sched.$tool" "$m")" >>"$out/sched.times"
			done
		done
	done
	i=$((i + 1))
done
awk '
function median(k,   n, i, j, t, a) {
	n = cnt[k]
	for (i = 1; i <= n; i++) a[i] = val[k, i]
	for (i = 2; i <= n; i++) for (j = i; j > 1 && a[j-1] > a[j]; j--) { t = a[j]; a[j] = a[j-1]; a[j-1] = t }
	return n % 2 ? a[(n+1)/2] : (a[n/2] + a[n/2+1]) / 2
}
function add(k, v) { val[k, ++cnt[k]] = v }
function pair(m, p, what,   a, b) {
	a = median("tuco" p m what); b = median("go" p m what)
	return sprintf(" %.0f / %.0f | %.2f |", a, b, b ? a / b : 0)
}
{
	if (!($3 in seen)) { seen[$3] = 1; order[++nm] = $3 }
	add($1 $2 $3 "wall", $5 / $4); add($1 $2 $3 "cpu", $6 / $4)
	for (f = 7; f <= NF; f++) {
		gsub(/[][]/, "", $f)
		if (split($f, q, "=") != 2) continue
		add($1 $2 $3 q[1], q[2])
		if (!(($3, q[1]) in known)) { known[$3, q[1]] = 1; extra[++nx] = $3 " " q[1] }
	}
}
END {
	print "| ns per operation, tuco / Go | wall, 1 P | ratio | CPU, 1 P | ratio | wall, 2 P | ratio | CPU, 2 P | ratio |"
	print "|---|---|---|---|---|---|---|---|---|"
	for (i = 1; i <= nm; i++) {
		m = order[i]; line = "| " m " |"
		for (p = 1; p <= 2; p++) {
			line = line pair(m, p, "wall") pair(m, p, "cpu")
			if (m !~ /parked|recursion|boundary|timers/) {
				nb[p]++
				sw[p] += log(median("tuco" p m "wall") / median("go" p m "wall"))
				sc[p] += log(median("tuco" p m "cpu") / median("go" p m "cpu"))
			}
		}
		print line
	}
	if (nb[1]) printf "| geometric mean of the first %d | | %.2f | | %.2f | | %.2f | | %.2f |\n", nb[1], exp(sw[1]/nb[1]), exp(sc[1]/nb[1]), exp(sw[2]/nb[2]), exp(sc[2]/nb[2])
	if (nx) { print "\n| | tuco / Go, 1 P | ratio | tuco / Go, 2 P | ratio |"; print "|---|---|---|---|---|" }
	for (i = 1; i <= nx; i++) {
		split(extra[i], q, " ")
		print "| " extra[i] " |" pair(q[1], 1, q[2]) pair(q[1], 2, q[2])
	}
}' "$out/sched.times" >"$out/sched.table"
cat "$out/sched.table"
if [ -n "$write" ]; then
	awk -v t="$out/sched.table" '
	/<!-- bench-sched -->/ { print; while ((getline l < t) > 0) print l; skip = 1; next }
	/<!-- end -->/ { skip = 0 }
	!skip' docs/sched.md >"$out/sched.md" && cp "$out/sched.md" docs/sched.md
fi
