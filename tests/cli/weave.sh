#!/bin/sh
# The wake-up protocols as models (tests/weave): every interleaving of small cases, and the errors put in on purpose are found.
set -e
here=$(cd "$(dirname "$0")/.." && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
gcc -O1 -std=gnu11 -Wall -Wextra -o "$tmp/weave" "$here/weave/weave.c"
"$tmp/weave"
