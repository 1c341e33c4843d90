#!/bin/sh
# Valgrind's memcheck over a few cases in every format: no access or jump on what is not there, and no leak but those that libraries
# below ours are known for (valgrind.supp). Left out under sanitizers, which it does not live with. usage: valgrind.sh HUIBAO SOURCE_DIR
set -eu
program=$1 source=$2
command -v valgrind > /dev/null || { echo "skipped: valgrind is not installed"; exit 77; }
grep -q -e __asan_init -e __tsan_init "$program" && { echo "skipped: a sanitizer"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for case in kpi-row chart image; do
  G_SLICE=always-malloc valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite,possible \
    --show-leak-kinds=definite,possible --num-callers=40 --suppressions="$source/tests/valgrind.supp" \
    "$program" render --quiet "$source/tests/cases/$case/spec.json" -f png,svg,pdf -o "$work/$case/"
  [ "$(find "$work/$case" -type f | wc -l)" -eq 3 ] || { echo "FAILED: $case is not drawn"; exit 1; }
done
