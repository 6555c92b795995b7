# lib.sh: helpers of the command-line tests. Sourced; not a test by itself.
set -u
export TUCO_GOROOT=off
unset TUCOFLAGS TUCOPATH 2>/dev/null || true
fail() { echo "$*"; exit 1; }
# expect STATUS COMMAND...: runs it, output in $out
expect() {
	want=$1
	shift
	out=$("$@" 2>&1)
	got=$?
	[ "$got" = "$want" ] || fail "status $got, want $want: $*
$out"
}
has() { case $out in *"$1"*) ;; *) fail "no \"$1\" in:
$out" ;; esac; }
