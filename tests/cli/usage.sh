# Commands, help, usage errors and their exit status.
. "$(dirname "$0")/lib.sh"
expect 2 "$TUCO"; has "usage: tuco COMMAND"
expect 0 "$TUCO" help; has "build"
expect 0 "$TUCO" help build; has "-gcflags"
expect 0 "$TUCO" version; has "go1.27"
expect 2 "$TUCO" frobnicate; has "unknown command"
expect 2 "$TUCO" build -foo x.go; has "flag provided but not defined: -foo"
expect 2 "$TUCO" build -o; has "flag needs an argument"
expect 2 "$TUCO" build -gc=fast x.go; has "invalid value"
expect 2 "$TUCO" build -emit=asm x.go; has "invalid value"
expect 2 "$TUCO" build -gcflags=-zzz x.go; has "not defined"
expect 0 "$TUCO" env TUCOROOT; [ -d "$out" ] || fail "TUCOROOT=$out"
expect 1 "$TUCO" env NOSUCH
TUCOFLAGS="-bad" expect 2 "$TUCO" build x.go
