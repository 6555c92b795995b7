# tuco tune and tuco gcbench: answers, conditions that nothing meets, formats, bad flags, Ctrl-C.
. "$(dirname "$0")/lib.sh"
cat > p.go <<'E'
package main

import "os"

type node struct{ l, r *node }

func tree(d int) *node {
	if d == 0 {
		return &node{}
	}
	return &node{tree(d - 1), tree(d - 1)}
}

func main() {
	if len(os.Args) > 2 {
		os.Exit(3)
	}
	keep := tree(14)
	for range 200 {
		tree(10)
	}
	_ = keep.l
}
E
expect 0 "$TUCO" tune -gc concurrent -n 1 -rss 4GiB -p99 100s p.go
has "min cpu with rss <= 4096MiB and p99 <= "; has "p.go"; has "(default)"; has "GOGC=off GOMEMLIMIT=3686MiB"; has "* "
expect 1 "$TUCO" tune -gc concurrent -n 1 -objective "min rss" -rss 10KiB p.go
has "no setting satisfies min rss with rss <= 10KiB"; has "closest: "; has "too large"
expect 0 "$TUCO" tune -gc=concurrent -n 1 -objective 'min p99' -json p.go
has '"objective":"min p99"'; has '"env":"'; has '"mmu_10ms_percent":['
expect 1 "$TUCO" tune -gc concurrent p.go -- a b; has "does not end well under the default settings: exit status 3"
expect 2 "$TUCO" tune; has "no program is named"
expect 2 "$TUCO" tune -rss 10XB p.go; has "-rss wants something like 256MiB, not 10XB"
expect 2 "$TUCO" tune -p99 fast p.go; has "-p99 wants something like 1ms"
expect 2 "$TUCO" tune -objective 'max fun' p.go; has "-objective must be"
expect 2 "$TUCO" tune -gc zgc p.go; has "unknown collector zgc"
expect 1 "$TUCO" tune -n 1 nosuch.go
expect 0 "$TUCO" help tune; has "-objective WHAT"
expect 0 "$TUCO" gcbench -gc concurrent,stw -gogc 50,100 -n 2 -warmup 0 -html page.html p.go
has "assist ms"; has "MMU %"; has "p99 pause"
grep -q "</script>" page.html || fail "no page"
grep -q 'https\?://[^w]' page.html && fail "the page needs the network"
expect 0 "$TUCO" gcbench -gc concurrent -gogc 50 -n 1 -warmup 0 -o csv p.go
has "collector,gogc,memlimit,procs,run,wall_ms,cpu_ms,peak_mib,gcs,assist_ms,mmu_10ms_percent,p50_pause_us"; has "concurrent,50,off,,1,"
expect 0 "$TUCO" gcbench -gc concurrent -gogc 50 -n 1 -warmup 0 -o json p.go; has '"summary":{"wall_ms":{"median":'
expect 2 "$TUCO" gcbench -o xml p.go; has "table, csv or json"
expect 2 "$TUCO" gcbench -gc zgc p.go; has "unknown collector zgc"
printf 'package main\n\nimport "time"\n\nfunc main() { time.Sleep(time.Minute) }\n' > sleep.go
"$TUCO" gcbench -gc concurrent -gogc 100 -n 1 sleep.go > o.txt 2>&1 &
pid=$!
i=0
while [ $i -lt 100 ] && ! grep -q . /proc/$pid/task/*/children 2>/dev/null; do sleep 0.05; i=$((i + 1)); done
sleep 0.5
kill -TERM $pid
wait $pid
[ $? = 130 ] || fail "status after an interrupt: $(cat o.txt)"
# The page in a browser, where there is one.
if command -v node > /dev/null; then
	expect 0 "$TUCO" gcbench -gc concurrent,stw -gogc 30,100 -n 1 -warmup 0 -html page.html p.go
	out=$(node "$(dirname "$0")/../web/run.js" page.html "$(dirname "$0")/../web/gcbench.js" 2>&1)
	s=$?
	[ $s = 0 ] || [ $s = 77 ] || fail "$out"
fi
