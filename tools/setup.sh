#!/bin/sh
# Installs the Debian packages that tuco is built and tested with, when they are missing. Works as root or through sudo.
#   tools/setup.sh [build|all]
set -eu
build="gcc libc6-dev make re2c libgmp-dev libmpfr-dev musl-dev musl-tools libgc-dev libffi-dev zlib1g-dev"
test="libcriterion-dev pkg-config"
want="$build"
[ "${1:-all}" = build ] || want="$build $test"
missing=
for p in $want; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
done
[ -n "$missing" ] || exit 0
echo "Debian packages missing:$missing"
sudo=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null || { echo "run as root, or install them yourself: apt-get install$missing" >&2; exit 1; }
	sudo=sudo
fi
$sudo apt-get update -qq
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
echo "installed."
