#!/bin/sh
# Fuzzes for a while, from the repository's files of one kind as seeds. usage: fuzz.sh FUZZER SOURCE_DIR [SECONDS [SUFFIX...]]
set -eu
fuzzer=$1 source=$2 seconds=${3:-20}
shift $(($# < 3 ? $# : 3))
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
number=0
for suffix in "${@:-json}"; do
  for file in $(find "$source/specs" "$source/tests/cases" "$source/tests/invalid" "$source/tests/fuzz" -type f \
    \( -name "*.$suffix" -o -path '*/found/*' \) -size -64k); do
    number=$((number + 1))
    cp "$file" "$corpus/seed-$number"
  done
done
"$fuzzer" -seed=1 -max_total_time="$seconds" -timeout=25 -rss_limit_mb=4096 -max_len=20000 -dict="$source/tests/fuzz/spec.dict" -print_final_stats=1 "$corpus"
