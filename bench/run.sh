#!/bin/sh
# Builds the programs of bench/ with tuco and, when it is installed, with Go; runs them in turn and prints medians and ratios.
#   bench/run.sh [-n runs] [program...]
# Go is found as $GO, on PATH, or in ~/.cache/tuco-peer. Times are user + system seconds (CPU) and wall seconds.
set -eu
cd "$(dirname "$0")/.."
runs=5
[ "${1:-}" = -n ] && { runs=$2; shift 2; }
go=${GO:-$(command -v go || echo "$HOME/.cache/tuco-peer/go/bin/go")}
[ -x "$go" ] || { echo "no Go found: only tuco is measured (set GO=/path/to/go)"; go=; }
out=build/bench
mkdir -p "$out"
[ $# -gt 0 ] || set -- bench/*.go
for src; do
	src=${src#bench/}; name=${src%.go}
	build/tuco build -o "$out/$name.tuco" "bench/$name.go"
	[ -z "$go" ] || GO111MODULE=off GOFLAGS= "$go" build -o "$out/$name.go" "bench/$name.go"
	: >"$out/$name.times"
	i=0
	while [ $i -lt "$runs" ]; do
		for tool in tuco ${go:+go}; do
			build/tools/measure "$out/$name.$tool" >>"$out/$name.times" 2>/dev/null
		done
		i=$((i + 1))
	done
done
awk '
function median(a, n,   i, j, t) {
	for (i = 2; i <= n; i++) for (j = i; j > 1 && a[j-1] > a[j]; j--) { t = a[j]; a[j] = a[j-1]; a[j-1] = t }
	return n % 2 ? a[(n+1)/2] : (a[n/2] + a[n/2+1]) / 2
}
function med(k, f,   i, v) { for (i = 1; i <= cnt[k]; i++) v[i] = val[k, f, i]; return median(v, cnt[k]) }
{
	n = split($1, p, "/"); split(p[n], q, "."); prog = q[1]; tool = q[2]
	if (!(prog in seen)) { seen[prog] = 1; order[++m] = prog }
	k = prog "." tool; i = ++cnt[k]; val[k, "wall", i] = $2; val[k, "cpu", i] = $3; val[k, "rss", i] = $4
	if (tool == "go") peer = 1
}
END {
	printf "%-12s %10s %10s %8s %10s %10s %8s %9s %9s\n", "program", "tuco wall", peer ? "go wall" : "", peer ? "ratio" : "", "tuco cpu", peer ? "go cpu" : "", peer ? "ratio" : "", "tuco MiB", peer ? "go MiB" : ""
	for (i = 1; i <= m; i++) {
		t = order[i] ".tuco"; g = order[i] ".go"
		if (peer) printf "%-12s %10.3f %10.3f %8.2f %10.3f %10.3f %8.2f %9.1f %9.1f\n", order[i], med(t,"wall"), med(g,"wall"), med(t,"wall")/med(g,"wall"), med(t,"cpu"), med(g,"cpu"), med(t,"cpu")/med(g,"cpu"), med(t,"rss"), med(g,"rss")
		else printf "%-12s %10.3f %10s %8s %10.3f %10s %8s %9.1f\n", order[i], med(t,"wall"), "", "", med(t,"cpu"), "", "", med(t,"rss")
	}
}' $(for src; do src=${src#bench/}; echo "$out/${src%.go}.times"; done)
