#!/bin/sh
# The examples draw what `huibao batch` draws, byte by byte; a row at fault costs no other; Ctrl-C leaves whole files only.
# usage: run.sh HUIBAO BATCH_C [LAYOUT LIBRARY]: the C example's program; for the one in Python the library, and what layout.c prints
set -eu
. "$(dirname "$0")/../batch/lib.sh"
here=$(cd "$(dirname "$0")" && pwd)
example=$2 layout=${3:-} HUIBAO_LIBRARY=${4:-}
export HUIBAO_LIBRARY
make_template
printf 'city,value,rank,day\n' > "$work/rows.csv"
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "\"旗县$i\",$((i * 37)).5,$i,2023-05-0$((i % 9 + 1))"; done >> "$work/rows.csv"
sed -i 's/的名次/，{{day|date:%Y年%m月%d日}}/' "$work/card.json"
card=$work/card.json rows=$work/rows.csv
expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/wanted/{{city}}.png" -j 2
{ head -1 "$rows"; for i in $(seq 3000); do echo "县$i,$i,$i,2023-01-01"; done; } > "$work/many.csv"
{ cat "$rows"; echo '旗县13,1,x,2023-01-01'; } > "$work/faulty.csv"
sed 's/"unit": "位"/"unit": "位", "value": "{{rank|fixed:1}}"/; s/"value": "{{rank}}", //' "$card" > "$work/strict.json"

run() { # NAME COMMAND...
  name=$1
  shift
  for threads in 1 3; do
    mkdir "$work/$name$threads"
    expect 0 "$@" "$card" "$rows" "$work/$name$threads/{{city}}.png" "$threads"
    said '12 rows, 0 failed'
    same "$work/wanted" "$work/$name$threads"
  done
  mkdir "$work/$name-faulty"
  expect 1 "$@" "$work/strict.json" "$work/faulty.csv" "$work/$name-faulty/{{city}}.png" 2
  said '12 rows, 1 failed'
  said 'row 13'
  expect 1 "$@" "$work/rows.csv" "$rows" "$work/{{city}}.png"
  expect 3 "$@" "$card" "$work/nothing.csv" "$work/{{city}}.png"
  said unreadable-file
  expect 1 "$@" "$card" "$rows" "$work/nowhere/{{city}}.png"
  said '0 rows, 12 failed'
  interrupt "$name" "$@"
}

interrupt() { # as run
  folder=$work/$1-stopped
  shift
  mkdir "$folder"
  # A shell without job control starts what is in the background with SIGINT ignored: env undoes that.
  env --default-signal=INT "$@" "$card" "$work/many.csv" "$folder/{{city}}.png" 2 2> "$work/said" &
  pid=$!
  for _ in $(seq 300); do
    [ "$(find "$folder" -type f | wc -l)" -lt 3 ] || break
    sleep 0.1
  done
  kill -INT "$pid"
  status=0
  wait "$pid" || status=$?
  [ "$status" -eq 130 ] || fail "interrupted, it ends with $status: $*"
  said stopped
  count=$(find "$folder" -type f | wc -l)
  { [ "$count" -ge 3 ] && [ "$count" -lt 3000 ]; } || fail "interrupted, it has left $count files"
  for file in "$folder"/*; do
    [ "$(tail -c 8 "$file" | head -c 4)" = IEND ] || fail "$file is no whole PNG"
  done
}

run c "$example"
if [ -n "$layout" ]; then
  "$layout" > "$work/c.txt"
  python3 "$here/batch.py" --layout > "$work/python.txt"
  diff "$work/c.txt" "$work/python.txt" >&2 || fail "batch.py declares other structs than huibao.h"
  run python python3 "$here/batch.py"
fi
[ "$failures" -eq 0 ] || exit 1
echo "examples: good"
