# The inliner counts costs as gc does: the comments of tests/esc/inline_cost.go.
dir=$(cd "$(dirname "$0")" && pwd)
. "$dir/lib.sh"
cp "$dir/../esc/inline_cost.go" c.go
expect 0 "$TUCO" build -gcflags=-m=2 -o /dev/null c.go
printf '%s\n' "$out" | sed -n 's/^[./]*c.go:\([0-9]*\):.*: can inline .* with cost \([0-9]*\) as.*/\1 \2/p' | LC_ALL=C sort -u > got
awk '/^func .*\/\/ cost [0-9]+$/ { print NR, $NF }' c.go | LC_ALL=C sort -u > want
[ -s want ] || fail "no costs in the test file"
LC_ALL=C comm -13 got want > missing
[ -s missing ] && fail "line and cost expected, but not reported:
$(cat missing)"
exit 0
