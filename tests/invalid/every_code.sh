#!/bin/sh
# Checks that every diagnostic has a case here that shows it. usage: every_code.sh SOURCE_DIR
set -eu
cd "$1"
status=0 count=0
for word in $(sed -n 's/^HUI_CODE([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/base/diag_codes.inc); do
  count=$((count + 1))
  grep -qsF "[$word]" tests/invalid/"$word"*/expect.txt || { echo "tests/invalid has no case of $word"; status=1; }
done
[ "$count" -ge 20 ] || { echo "only $count codes found"; status=1; }
exit $status
