#!/bin/sh
# Replays the PDFs of tests/preflight, or fuzzes from them for a while. usage: preflight.sh REPLAY|FUZZER SOURCE_DIR [SECONDS]
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") source=$2
command -v python3 > /dev/null || { echo "skipped: python3 is not installed"; exit 77; }
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
cd "$corpus"
profile=$source/src/print/profiles/FOGRA39L_coated.icc
[ $# -le 2 ] || { printf acsp > tiny.icc; profile=tiny.icc; } # a whole profile in each is but slow
python3 "$source/tests/preflight/faults.py" "$profile"
rm -f ./*.args ./*.expect tiny.icc
if [ $# -gt 2 ]; then
  rm -f ./forms-without-end.pdf ./bomb*.pdf # slow by intent
  "$program" -max_total_time="$3" -timeout=60 -rss_limit_mb=4096 -max_len=40000 -print_final_stats=1 .
else
  "$program" ./*.pdf
fi
