# The runtime's lower half in C, without the compiler: tests/rt.
. "$(dirname "$0")/lib.sh"
root=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
export TUCO_TEST=1
expect 0 sh "$root/tests/rt/run.sh" stack panics chans sched
