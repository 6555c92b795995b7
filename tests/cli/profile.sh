# Profiles written at exit, and their decoding.
. "$(dirname "$0")/lib.sh"

d=$(mktemp -d)
trap 'rm -rf "$d"' EXIT
cat > "$d/p.go" <<'G'
package main

import "os"

var s [][]byte

func fill(n int) {
	for i := 0; i < n; i++ {
		s = append(s, make([]byte, 1000))
	}
}

func main() {
	fill(1000)
	if len(os.Args) > 1 {
		os.Exit(3)
	}
}
G
expect 0 "$TUCO" run -memprofile "$d/heap" -memprofilerate 1 "$d/p.go"
# The strings of a profile are not compressed.
for w in alloc_objects inuse_space main.fill main.main "$d/p.go"; do
	grep -q "$w" "$d/heap" || fail "no $w in the profile"
done
expect 3 "$TUCO" run -cpuprofile "$d/cpu" "$d/p.go" exit
grep -q nanoseconds "$d/cpu" || fail "no CPU profile"
expect 0 "$TUCO" build -o "$d/p" "$d/p.go"
expect 0 env TUCOPROFILE="heap:$d/h2,block:$d/b2" "$d/p"
[ -s "$d/h2" ] && [ -s "$d/b2" ] || fail "no profiles of a built program"
expect 2 env TUCOPROFILE=heap "$d/p"
has "TUCOPROFILE: heap: want KIND:FILE"
expect 2 env TUCOPROFILE=what:x "$d/p"
expect 1 env TUCOPROFILE="heap:$d/none/x" "$d/p"
has "cannot write the profile"
expect 2 "$TUCO" run -memprofilerate x "$d/p.go"
has "-memprofilerate"
expect 2 "$TUCO" build -memprofile x "$d/p.go"
has "flags of run"
