#!/bin/sh
# Runs one case of lint: bad.json breaks the rule that its folder is named after, near.json nearly does. What is found of bad.json,
# one `file:line:column code pointer page box` a line, is compared with expect.txt; of near.json nothing may be found.
# usage: run.sh HUIBAO CASE; with UPDATE=1 expect.txt is written.
set -u
program=$1
cd "$2" || exit 1
found=$(mktemp)
trap 'rm -f "$found"' EXIT
"$program" lint --diagnostics=json bad.json 2> "$found.json"
status=$?
{
  sed 's/^{"severity":"warning","code":"\([a-z-]*\)","file":"\([^"]*\)","line":\([0-9]*\),"column":\([0-9]*\),"length":[0-9]*,"pointer":"\([^"]*\)".*,"page":\([0-9]*\),"box":\[\(.*\)\]}$/\2:\3:\4 \1 \5 \6 \7/' "$found.json"
  echo "status $status"
} > "$found"
rm -f "$found.json"
if [ -n "${UPDATE:-}" ]; then cp "$found" expect.txt; fi
diff -u expect.txt "$found" || exit 1
grep -q " $(basename "$PWD") " expect.txt || { echo "bad.json does not break the rule"; exit 1; }
"$program" lint near.json 2> "$found" && exit 0
echo "near.json is not without findings:"
cat "$found"
exit 1
