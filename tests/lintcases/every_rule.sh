#!/bin/sh
# Checks that every rule of lint has a case here. usage: every_rule.sh SOURCE_DIR
set -eu
cd "$1"
status=0 count=0
for word in $(sed -n 's/^LINT([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/base/lint_rules.inc); do
  count=$((count + 1))
  [ -f "tests/lintcases/$word/bad.json" ] || { echo "tests/lintcases has no case of $word"; status=1; }
done
[ "$count" -ge 15 ] || { echo "only $count rules found"; status=1; }
exit $status
