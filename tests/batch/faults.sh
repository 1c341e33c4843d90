#!/bin/sh
# tests/batch/faults.sh HUIBAO [ROUNDS]
# What goes wrong around a batch: it is killed, its workers are, rows never end or eat memory, the disk is full. Nothing may be
# lost or half written, and resuming must come to the same bytes as a run that nobody disturbed.
set -eu
rounds=${2:-${HUIBAO_SLOW:+2}}
rounds=${rounds:-4}
. "$(dirname "$0")/lib.sh"
make_template
make_rows 150 > "$work/rows.csv"
card=$work/card.json rows=$work/rows.csv
expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/whole/{{rank}}.png" -q
[ "$(find "$work/whole" -name '*.png' | wc -l)" -eq 150 ] || fail "150 rows are not drawn"

# A stop in milliseconds, different in each round.
pause() { sleep "0.$(printf '%03d' $((($1 * 211 + 40) % 700)))"; }

check_whole_files() {
  for file in "$1"/*.png; do
    [ ! -e "$file" ] || cmp -s "$file" "$work/whole/${file##*/}" || fail "$file is not what it should be"
  done
}

# The batch is killed, with its workers or alone.
i=0
while [ "$i" -lt "$rounds" ]; do
  i=$((i + 1))
  rm -rf "$work/killed"
  setsid "$huibao" batch "$card" --data "$rows" -o "$work/killed/{{rank}}.png" -q -j 2 &
  batch=$!
  pause "$i"
  if [ $((i % 2)) -eq 0 ]; then kill -9 "-$batch" 2> /dev/null || :; else kill -9 "$batch" 2> /dev/null || :; fi
  wait "$batch" 2> /dev/null || :
  check_whole_files "$work/killed"
  expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/killed/{{rank}}.png" -q --resume
  same "$work/whole" "$work/killed"
done

# Ctrl-C and kill: it ends by the signal, cleanly, and resumes.
for signal in INT TERM; do
  rm -rf "$work/stopped"
  "$huibao" batch "$card" --data "$rows" -o "$work/stopped/{{rank}}.png" -j 1 2> "$work/said" &
  batch=$!
  sleep 0.3
  kill -s "$signal" "$batch" 2> /dev/null || :
  status=0
  wait "$batch" || status=$?
  [ "$status" -gt 128 ] || [ "$(find "$work/stopped" -name '*.png' | wc -l)" -eq 150 ] || fail "SIG$signal: status $status"
  [ -z "$(find "$work/stopped" -name '.huibao-*-*')" ] || fail "SIG$signal left temporary files"
  check_whole_files "$work/stopped"
  expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/stopped/{{rank}}.png" --resume
  same "$work/whole" "$work/stopped"
done

# A worker is killed: its row is reported, the others are drawn, resuming draws it.
i=0
while [ "$i" -lt "$rounds" ]; do
  i=$((i + 1))
  rm -rf "$work/worker"
  "$huibao" batch "$card" --data "$rows" -o "$work/worker/{{rank}}.png" -j 2 2> "$work/said" &
  batch=$!
  pause "$i"
  pkill -9 -P "$batch" -o || :
  status=0
  wait "$batch" || status=$?
  missing=$((150 - $(find "$work/worker" -name '*.png' | wc -l)))
  [ "$missing" -le 1 ] || fail "a killed worker took $missing rows with it"
  [ "$missing" -eq 0 ] || said 'signal 9'
  [ -z "$(find "$work/worker" -name '.huibao-*-*')" ] || fail "a killed worker left temporary files"
  check_whole_files "$work/worker"
  expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/worker/{{rank}}.png" -q --resume
  same "$work/whole" "$work/worker"
done

# Rows larger than what a socket holds, with a worker that is killed.
awk 'BEGIN {
  for (wide = "x"; length(wide) < 300000;) wide = wide wide
  print "city,value,rank,more"
  for (i = 1; i <= 150; i++) printf "旗县%d,%d.%d,%d,%s\n", i, i * 37 % 1000, i % 10, i, wide
}' > "$work/wide.csv"
"$huibao" batch "$card" --data "$work/wide.csv" -o "$work/wide/{{rank}}.png" -j 2 2> "$work/said" &
batch=$!
sleep 0.3
pkill -9 -P "$batch" -o || :
wait "$batch" || :
check_whole_files "$work/wide"
expect 0 "$huibao" batch "$card" --data "$work/wide.csv" -o "$work/wide/{{rank}}.png" -q --resume
same "$work/whole" "$work/wide"

# Rows that take too long or too much memory.
cat > "$work/greedy.vl.json" <<'TEMPLATE'
{
  "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
  "data": { "sequence": { "start": 0, "stop": "{{count}}", "as": "x" } },
  "transform": [ { "calculate": "sin(datum.x) * cos(datum.x) + sqrt(datum.x)", "as": "y" } ],
  "mark": "point",
  "encoding": { "x": { "field": "x", "type": "quantitative", "aggregate": "mean" }, "y": { "field": "y", "aggregate": "mean" } }
}
TEMPLATE
printf 'name,count\na,10\nb,19000000\nc,20\n' > "$work/greedy.csv"
expect 1 "$huibao" batch "$work/greedy.vl.json" --data "$work/greedy.csv" -o "$work/time/{{name}}.svg" --time-limit 1 --memory-limit 100000
said '[time-limit]'
[ "$(ls "$work/time")" = "$(printf 'a.svg\nc.svg')" ] || fail "the rows beside one that takes too long are not drawn"
expect 1 "$huibao" batch "$work/greedy.vl.json" --data "$work/greedy.csv" -o "$work/alone/{{name}}.svg" --time-limit 1 --memory-limit 100000 -j 1
[ "$(ls "$work/alone")" = "$(printf 'a.svg\nc.svg')" ] || fail "the row that waits behind one that takes too long is not drawn"
case $("$huibao" --version; ldd "$huibao" 2> /dev/null) in
  *libasan*) echo "batch: skipped the memory limit, which the address sanitizer does not live with" ;;
  *)
    expect 1 "$huibao" batch "$work/greedy.vl.json" --data "$work/greedy.csv" -o "$work/memory/{{name}}.svg" --memory-limit 300
    said '[memory-limit]'
    [ "$(ls "$work/memory")" = "$(printf 'a.svg\nc.svg')" ] || fail "the rows beside one that takes too much are not drawn"
    ;;
esac

# Sweeping takes temporary files and nothing else, least of all the reports of other shards.
mkdir "$work/swept"
: > "$work/swept/.huibao-0123abcd-0"
: > "$work/swept/.huibao-batch-2-of-4.ndjson"
: > "$work/swept/.huibao-0123abcd-0.txt"
"$huibao" batch "$work/greedy.vl.json" --data "$work/greedy.csv" -o "$work/swept/{{name}}.svg" --time-limit 0.5 --memory-limit 100000 -q \
  2> /dev/null || :
[ "$(ls -A "$work/swept" | tr '\n' ' ')" = '.huibao-0123abcd-0.txt .huibao-batch-2-of-4.ndjson .huibao-batch.ndjson a.svg c.svg ' ] ||
  fail "sweeping left or took: $(ls -A "$work/swept")"

# A target that cannot be written, and a disk that is full.
mkdir "$work/readonly"
: > "$work/readonly/taken"
expect 3 "$huibao" batch "$card" --data "$rows" -o "$work/readonly/taken/{{rank}}.png"
if mkdir "$work/disk" && mount -t tmpfs -o size=200k tmpfs "$work/disk" 2> /dev/null; then
  status=0
  "$huibao" batch "$card" --data "$rows" -o "$work/disk/{{rank}}.png" --report "$work/disk.ndjson" > "$work/said" 2>&1 || status=$?
  [ "$status" -eq 3 ] || fail "a full disk: status $status"
  said 'cannot-write'
  check_whole_files "$work/disk"
  [ -z "$(find "$work/disk" -name '.huibao-*-*')" ] || fail "a full disk keeps temporary files"
  umount "$work/disk"
else
  echo "batch: skipped the full disk, as it may not mount one"
fi

finish
