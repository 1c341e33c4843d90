#!/bin/sh
# Compares what is drawn of a case's spec.json, with fixed metrics, with its expect.dump. usage: run.sh HUIBAO CASE; with UPDATE=1
# expect.dump is written.
set -u
cd "$2" || exit 1
found=$(mktemp)
trap 'rm -f "$found"' EXIT
"$1" inspect --strict --fixed-metrics spec.json > "$found" || exit 1
if [ -n "${UPDATE:-}" ]; then cat "$found" > expect.dump; fi
[ -s expect.dump ] && diff -u expect.dump "$found"
