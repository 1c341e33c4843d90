#!/bin/sh
# Fuzzes for a while, from the repository's specs as seeds. usage: fuzz.sh FUZZER SOURCE_DIR [SECONDS]
set -eu
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
number=0
for file in $(find "$2/specs" "$2/tests/cases" "$2/tests/invalid" "$2/tests/fuzz/charts" "$2/tests/fuzz/found" -type f -name '*.json' -size -64k); do
  number=$((number + 1))
  cp "$file" "$corpus/seed-$number"
done
"$1" -max_total_time="${3:-20}" -timeout=10 -rss_limit_mb=4096 -max_len=20000 -dict="$2/tests/fuzz/spec.dict" -print_final_stats=1 "$corpus"
