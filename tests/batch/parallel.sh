#!/bin/sh
# tests/batch/parallel.sh HUIBAO
# Shards, and a worker's requests, under GNU parallel: the files are those of a single run. Skipped where it is not installed.
set -eu
. "$(dirname "$0")/lib.sh"
[ -z "${HUIBAO_SLOW:-}" ] || { echo "skipped: a slow build"; exit 77; }
parallel --version 2> /dev/null | grep -q '^GNU parallel' || { echo "skipped: GNU parallel is not installed"; exit 77; }
make_template
make_rows 60 > "$work/rows.csv"
HOME=$work
export HOME
expect 0 "$huibao" batch "$work/card.json" --data "$work/rows.csv" -o "$work/whole/{{rank}}.png" -q

# The recipe of the README: a shard a task.
expect 0 parallel -j 2 "$huibao" batch "$work/card.json" --data "$work/rows.csv" -o "'$work/shards/{{rank}}.png'" -q -j 1 --shard '{}/4' ::: 1 2 3 4
same "$work/whole" "$work/shards"

# Rows piped through workers.
mkdir "$work/piped"
awk -F, -v work="$work" 'NR > 1 {
  printf "{\"id\":%d,\"template\":\"%s/card.json\",\"output\":\"%s/piped/%s.png\",\"row\":{\"city\":\"%s\",\"value\":%s,\"rank\":%s}}\n", NR - 1, work, work, $3, $1, $2, $3
}' "$work/rows.csv" > "$work/requests.ndjson"
parallel --pipe -N 10 -j 2 "$huibao" worker < "$work/requests.ndjson" > "$work/answers.ndjson"
[ "$(grep -c '"status":"done"' "$work/answers.ndjson")" -eq 60 ] || fail "60 requests are not answered"
same "$work/whole" "$work/piped"
finish
