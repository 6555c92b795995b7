#!/bin/sh
# The collector beside Go's and beside our other collectors: builds the programs of bench/gc, runs them in turn, prints medians.
#   bench/gc/run.sh [-n runs] [-t tools] [-add] [-doc] [program...]
# Tools: go concurrent stw boehm none (default: go concurrent stw boehm, as far as installed). Go is found as $GO, on PATH, or in
# ~/.cache/tuco-peer. -doc writes the table into docs/gc.md between the lines "<!-- bench-gc -->" and "<!-- end -->".
# -add keeps the results of earlier runs and adds to them.
# Times are user + system seconds and wall seconds, memory is peak MiB, pauses are microseconds from gctrace's first and third clock.
set -eu
cd "$(dirname "$0")/../.."
runs=5 tools= doc= add=
while [ $# -gt 0 ]; do
	case $1 in
	-n) runs=$2; shift 2 ;;
	-t) tools=$2; shift 2 ;;
	-doc) doc=1; shift ;;
	-add) add=1; shift ;;
	-*) echo "usage: bench/gc/run.sh [-n runs] [-t 'tool...'] [-add] [-doc] [program...]" >&2; exit 2 ;;
	*) break ;;
	esac
done
go=${GO:-$(command -v go || echo "$HOME/.cache/tuco-peer/go/bin/go")}
if [ -z "$tools" ]; then
	tools="concurrent stw"
	[ -f build/lib/libtuco-boehm.a ] && tools="$tools boehm"
	[ -x "$go" ] && tools="go $tools"
fi
out=build/bench/gc
mkdir -p "$out"
[ $# -gt 0 ] || set -- trees lists strings bytes lru mixed requests stacks parallel
[ -n "$add" ] || rm -f "$out/times" "$out"/pauses.*
for prog; do
	for tool in $tools; do
		if [ "$tool" = go ]; then
			GO111MODULE=off GOFLAGS= "$go" build -o "$out/$prog.go" "bench/gc/$prog.go"
		else
			build/tuco build -gc="$tool" -o "$out/$prog.$tool" "bench/gc/$prog.go"
		fi
	done
	i=0
	while [ $i -lt "$runs" ]; do
		for tool in $tools; do
			t=$(GODEBUG=gctrace=1 build/tools/measure "$out/$prog.$tool" 2>"$out/err") || { echo "$prog with $tool failed:"; tail -n 3 "$out/err"; exit 1; }
			# shellcheck disable=SC2086
			set_=$(awk -v f="$out/pauses.$prog.$tool" '
				/^gc [0-9]/ { n++; split($5, p, "+"); print p[1] * 1000 >>f; print p[3] * 1000 >>f }
				/^latency/ { lat = $2 " " $3 " " $4 " " $5 }
				END { print n + 0, lat ? lat : "- - - -" }' "$out/err")
			echo "$prog $tool ${t#* } $set_" >>"$out/times"
		done
		i=$((i + 1))
	done
done
tools=$(awk '!($2 in t) { t[$2] = 1; printf "%s ", $2 }' "$out/times")
for prog in $(awk '!($1 in p) { p[$1] = 1; print $1 }' "$out/times"); do
	for tool in $tools; do
		f=$out/pauses.$prog.$tool
		[ -s "$f" ] || continue
		sort -n "$f" | awk -v k="$prog $tool" '{ v[NR] = $1 } function q(p,  i) { i = int(p * NR) + 1; return v[i > NR ? NR : i] } END { print "pause", k, q(.5), q(.99), v[NR] }'
	done
done >"$out/pause.table"
awk -v tools="$tools" '
function median(a, n,   i, j, t) {
	for (i = 2; i <= n; i++) for (j = i; j > 1 && a[j-1] > a[j]; j--) { t = a[j]; a[j] = a[j-1]; a[j-1] = t }
	return n % 2 ? a[(n+1)/2] : (a[n/2] + a[n/2+1]) / 2
}
function med(k, f,   i, v) { for (i = 1; i <= cnt[k]; i++) v[i] = val[k, f, i] + 0; return median(v, cnt[k]) }
function rel(x, y) { return y > 0 ? sprintf("%.2f", x / y) : "-" }
$1 == "pause" { p50[$2 " " $3] = $4; p99[$2 " " $3] = $5; pmax[$2 " " $3] = $6; next }
{
	k = $1 " " $2; i = ++cnt[k]
	if (!($1 in seen)) { seen[$1] = 1; order[++m] = $1 }
	val[k, "wall", i] = $3; val[k, "cpu", i] = $4; val[k, "rss", i] = $5; val[k, "gcs", i] = $6
	if ($7 != "-") { lat[k] = 1; for (j = 1; j <= 4; j++) val[k, "lat" j, i] = $(6 + j) }
}
END {
	nt = split(tools, T, " ")
	printf "%-9s %-10s %7s %6s %7s %6s %7s %6s %6s %9s %9s %9s\n", "program", "collector", "cpu s", "/ go", "wall s", "/ go", "MiB", "/ go", "cycles", "pause p50", "p99", "max us"
	for (i = 1; i <= m; i++) for (j = 1; j <= nt; j++) {
		k = order[i] " " T[j]; g = order[i] " go"
		if (!(k in cnt)) continue
		c = med(k, "cpu"); w = med(k, "wall"); r = med(k, "rss")
		hasgo = g in cnt
		printf "%-9s %-10s %7.3f %6s %7.3f %6s %7.1f %6s %6d %9.1f %9.1f %9.1f\n", j == 1 ? order[i] : "", T[j], c, hasgo ? rel(c, med(g, "cpu")) : "-", w, hasgo ? rel(w, med(g, "wall")) : "-",
			r, hasgo ? rel(r, med(g, "rss")) : "-", med(k, "gcs"), p50[k], p99[k], pmax[k]
		if (hasgo && order[i] !~ /requests|stacks|parallel/) { lc[T[j]] += log(c / med(g, "cpu")); lw[T[j]] += log(w / med(g, "wall")); lr[T[j]] += log(r / med(g, "rss")); ln[T[j]]++ }
	}
	for (j = 1; j <= nt; j++) if (ln[T[j]]) printf "%-9s %-10s %7s %6.2f %7s %6.2f %7s %6.2f\n", "geomean", T[j], "", exp(lc[T[j]] / ln[T[j]]), "", exp(lw[T[j]] / ln[T[j]]), "", exp(lr[T[j]] / ln[T[j]])
	for (i = 1; i <= m; i++) for (j = 1; j <= nt; j++) {
		k = order[i] " " T[j]
		if (lat[k]) printf "%s: request latency with %s: p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f us\n", order[i], T[j], med(k, "lat1"), med(k, "lat2"), med(k, "lat3"), med(k, "lat4")
	}
}' "$out/pause.table" "$out/times" | tee "$out/table"
[ -z "$doc" ] || awk -v t="$out/table" '
	/^<!-- bench-gc -->/ { print; print "```"; while ((getline line < t) > 0) print line; print "```"; skip = 1; next }
	/^<!-- end -->/ { skip = 0 }
	!skip' docs/gc.md >"$out/gc.md" && { [ -z "$doc" ] || cp "$out/gc.md" docs/gc.md; }
