#!/bin/sh
# Checks that every panel type has a case here. usage: every_panel.sh HUIBAO SOURCE_DIR
set -eu
types=$("$1" describe | sed -n '/^Panel types/,/^$/s/^  \([a-z-]*\) .*/\1/p')
cd "$2/tests/cases"
[ "$(echo "$types" | wc -l)" -ge 25 ] || { echo "only these panel types found:" $types; exit 1; }
status=0
for type in $types; do
  grep -q "\"type\": \"$type\"" */spec.json || { echo "tests/cases has no case of $type"; status=1; }
done
exit $status
