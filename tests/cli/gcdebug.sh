# What the collector shows and how it fails: trace lines, JSON, malformed settings, control groups, the hard limit, failing allocations.
. "$(dirname "$0")/lib.sh"
cat > p.go <<'E'
package main

import "fmt"

var keep []map[int]string

func main() {
	c := make(chan int)
	for i := range 20 {
		m := map[int]string{}
		for k := range 6000 {
			m[k] = fmt.Sprint(k)
		}
		keep = append(keep, m)
		go func() { c <- deep(i * 10) }()
	}
	s := 0
	for range 20 {
		s += <-c
	}
	fmt.Println("sum", s, len(keep))
}

func deep(n int) int {
	var a [200]int
	if n == 0 {
		return a[3]
	}
	a[n%200] = n
	return deep(n-1) + a[n%200] - a[(n+1)%200]
}
E
expect 0 "$TUCO" build p.go
num='[0-9.e+-]*[0-9]'
gc="^gc [0-9]+ @[0-9]+\.[0-9]{3}s [0-9]+%: ([0-9.]+\+){2}[0-9.]+ ms clock, [0-9.]+\+[0-9.]+/[0-9.]+/[0-9.]+\+[0-9.]+ ms cpu, [0-9]+->[0-9]+->[0-9]+ MB, [0-9]+ MB goal, [0-9]+ MB stacks, [0-9]+ MB globals, [0-9]+ P( \(forced\))?\$"
lines() { printf '%s\n' "$out" | grep -cE "$1"; }
expect 0 env GODEBUG=gctrace=1,nosuchname=7,gcpacertrace=1,scavtrace=1 ./p; has "sum 124450 20"
[ "$(lines "$gc")" -ge 1 ] || fail "no trace line: $out"
[ "$(lines "$gc")" = "$(lines '^gc ')" ] || fail "a trace line not as Go's: $out"
[ "$(lines '^scav [0-9]+ KiB work \(bg\), [0-9]+ KiB work \(eager\), [0-9]+ KiB now, [0-9]+% util$')" = "$(lines '^gc ')" ] || fail "scav: $out"
[ "$(lines "^pacer: assist ratio=$num \(scan [0-9]+ MB in [0-9]+->[0-9]+ MB\) workers=0\+0\.25\$")" = "$(lines '^gc ')" ] || fail "pacer: $out"
[ "$(lines '^pacer: [0-9]+% CPU \([0-9]+ exp\.\) for [0-9]+\+[0-9]+\+[0-9]+ B work \([0-9]+ B exp\.\) in [0-9]+ B -> [0-9]+ B \(∆goal -?[0-9]+, cons/mark ')" = "$(lines '^gc ')" ] || fail "pacer: $out"
expect 0 env TUCOTRACE=json:t.json ./p
[ "$(grep -cE '^\{"gc":[0-9]+(,"[a-z_]+":[0-9]+)+\}$' t.json)" = "$(grep -c . t.json)" ] || fail "JSON: $(cat t.json)"
grep -q '"heap_marked":' t.json || fail "no collections in $(cat t.json)"
expect 0 env TUCOTRACE=json ./p; has '{"gc":1,'; has '"next_goal":'
expect 2 env TUCOTRACE=xml ./p; has "malformed TUCOTRACE"
expect 2 env TUCOTRACE=json:/nonexistent/x ./p; has "cannot open /nonexistent/x"
for mode in gcstoptheworld=1 gccheckmark=1 clobberfree=1 sbrk=1 gcshrinkstackoff=1 madvdontneed=1 disablethp=1 harddecommit=1 invalidptr=0; do
	expect 0 env GODEBUG=$mode ./p; has "sum 124450 20"
done
expect 0 env GODEBUG=sbrk=1,gctrace=1 ./p; [ "$(lines '^gc ')" = 0 ] || fail "sbrk=1 collected"
# Settings: Go's texts.
expect 0 env GOGC=abc ./p
for v in 10XB -5 1e9 12QiB; do
	expect 2 env GOMEMLIMIT=$v ./p; has "GOMEMLIMIT=$v"; has 'fatal error: malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`'
done
expect 0 env GOMEMLIMIT=1KiB ./p; has "sum 124450 20"
expect 2 env GOGCMIN=big ./p; has "malformed GOGCMIN"
expect 2 env TUCOGCCPU=200 ./p; has "malformed TUCOGCCPU"
expect 2 env TUCOMEMHARD=5MiB ./p; has "is beyond TUCOMEMHARD (5242880 bytes)"; has "bytes outside the heap"; has "bytes in large objects"; has "fatal error: out of memory: beyond TUCOMEMHARD"
# Every request for memory in turn.
n=1
good=0
while [ $good -lt 4 ] && [ $n -lt 200 ]; do
	out=$(TUCODEBUG=failalloc=$n timeout 30 ./p 2>&1)
	case $?:$out in
	0:*"sum 124450 20"*) good=$((good + 1)) ;;
	2:*"fatal error: "*"out of memory"*) good=0 ;;
	2:*"fatal error: cannot "*) good=0 ;;
	*) fail "failalloc=$n: $out" ;;
	esac
	n=$((n + 1))
done
[ $n -gt 10 ] || fail "only $n requests for memory"
# Control groups: version 2 (the least of the group and its ancestors), version 1, none, and a change while running.
cat > limit.go <<'E'
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"time"
)

func main() {
	old := debug.SetMemoryLimit(-1)
	fmt.Println("limit", old)
	if len(os.Args) == 1 {
		return
	}
	if err := os.WriteFile(os.Args[1], []byte("104857600\n"), 0o666); err != nil {
		panic(err)
	}
	for range 1000 {
		if now := debug.SetMemoryLimit(-1); now != old {
			fmt.Println("then", now)
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	fmt.Println("no change")
}
E
expect 0 "$TUCO" build limit.go
group() { rm -rf r; mkdir -p r/proc/self "r/sys/fs/cgroup/$1"; printf '%s\n' "$2" > r/proc/self/cgroup; }
limit() { expect 0 env TUCODEBUG=cgroot=$PWD/r,cgevery=20 GOMEMLIMIT="$1" ./limit; has "$2"; }
group a/b "0::/a/b"
echo max > r/sys/fs/cgroup/a/b/memory.max; echo 209715200 > r/sys/fs/cgroup/a/memory.max
limit 50% "limit 104857600"; limit auto "limit 188743680"
expect 0 env TUCODEBUG=cgroot=$PWD/r,cgevery=20 GOMEMLIMIT=50% ./limit r/sys/fs/cgroup/a/b/memory.max; has "limit 104857600"; has "then 52428800"
group memory/x "5:cpu,memory:/x"
echo 419430400 > r/sys/fs/cgroup/memory/x/memory.limit_in_bytes; echo 9223372036854771712 > r/sys/fs/cgroup/memory/memory.limit_in_bytes
limit 50% "limit 209715200"
group c "1:name=systemd:/c"; limit auto "limit 9223372036854775807"
rm -rf r; mkdir r; limit 75% "limit 9223372036854775807"
