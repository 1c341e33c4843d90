#!/bin/sh
# Runs one case of bad input in a copy of its folder: `prepare` (if there), then `command` (or a check of input.json), and compares
# what is reported, one `file:line:column: severity[code] pointer` a line, and the exit status with expect.txt. No file may have
# been left half written. usage: run.sh HUIBAO CASE; with UPDATE=1 expect.txt is written.
set -u
program=$1
case=$(cd "$2" && pwd) || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$case/." "$work"
cd "$work" || exit 1
huibao() { "$program" "$@"; }
if [ -f prepare ]; then . ./prepare; fi
if [ -f command ]; then . ./command; else huibao check --diagnostics=json input.json; fi > output 2> errors
status=$?
{
  sed 's/^{"severity":"\([a-z]*\)","code":"\([a-z-]*\)","file":"\([^"]*\)"\(,"line":\([0-9]*\),"column":\([0-9]*\),"length":[0-9]*\)\{0,1\},"pointer":"\([^"]*\)",.*/\3:\5:\6: \1[\2] \7/;s/ $//' errors
  echo "status $status"
} > found
if grep -q 'no-print-module' errors && ! grep -q 'no-print-module' "$case/expect.txt"; then
  echo "skipped: built without the print module"
  exit 77
fi
if find . -name '.huibao-*' | grep .; then echo "a temporary file was left"; exit 1; fi
if [ -n "${UPDATE:-}" ]; then cp found "$case/expect.txt"; fi
diff -u "$case/expect.txt" found && exit 0
cat errors
exit 1
