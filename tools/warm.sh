#!/bin/sh
# Compiles the library units of an ordinary program into BUILD/cache, so that a user's first build finds them there.
set -eu
b=$1
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cat > "$tmp/hello.go" <<'END'
package main

import "fmt"

func main() { fmt.Println("hello") }
END
mkdir -p "$b/cache"
TUCOCACHE="$b/cache" TUCOFLAGS= "$b/tuco" build -o "$tmp/hello" "$tmp/hello.go" || echo "warm: the object cache was not filled" >&2
