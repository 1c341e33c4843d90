#!/bin/sh
# Fuzzes for a while, from the seeds of some kinds (see corpus.sh). usage: fuzz.sh FUZZER SOURCE_DIR HUIBAO SECONDS KIND...
set -eu
fuzzer=$1 source=$2 program=$3 seconds=$4
shift 4
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
mkdir "$corpus/seeds"
for kind; do
  sh "$source/tests/fuzz/corpus.sh" "$kind" "$source" "$corpus/seeds" "$program"
done
case $* in print | preflight) length=100000 ;; *) length=20000 ;; esac
export LSAN_OPTIONS="suppressions=$source/tests/leaks-short.supp:print_suppressions=0"
"$fuzzer" -seed=1 -error_exitcode=1 -max_total_time="$seconds" -timeout=25 -rss_limit_mb=4096 -max_len="$length" -dict="$source/tests/fuzz/spec.dict" \
  -artifact_prefix=./ -print_final_stats=1 "$corpus/seeds"
