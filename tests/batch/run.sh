#!/bin/sh
# tests/batch/run.sh HUIBAO
# What `huibao batch` promises: names, reports, failures, resuming, shards.
set -eu
. "$(dirname "$0")/lib.sh"
make_template
make_rows 12 > "$work/rows.csv"
card=$work/card.json rows=$work/rows.csv

# A file for each row and format, as render draws them.
expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/one/{{city}}/{{rank}}.png" -f png,svg -j 2
[ "$(find "$work/one" -name '*.png' | wc -l)" -eq 12 ] || fail "12 PNG are not there"
[ "$(find "$work/one" -name '*.svg' | wc -l)" -eq 12 ] || fail "12 SVG are not there"
expect 0 "$huibao" render "$card" --data "$rows" --row-number 7 -o "$work/seven.png"
cmp "$work/seven.png" "$work/one/旗县7/7.png" || fail "batch and render draw row 7 differently"
report=$work/one/.huibao-batch.ndjson
[ "$(grep -c '"status":"done"' "$report")" -eq 12 ] || fail "the report has no 12 rows"
grep -q '"row":7,"name":"[^"]*/one/旗县7/7","status":"done","pages":1,"files":\["[^"]*7.png","[^"]*7.svg"\],"bytes":\[' "$report" ||
  fail "the report does not name row 7's files"

# One worker or many, a pipe or a file: the same bytes.
expect 0 "$huibao" batch "$card" --data - -o "$work/two/{{city}}/{{rank}}.png" -f png,svg -j 1 < "$rows"
same "$work/one" "$work/two"

# Names are checked before anything is drawn.
expect 1 "$huibao" batch "$card" --data "$rows" -o "$work/bad/{{value|fixed:-3}}x.png"
expect 1 "$huibao" batch "$card" --data "$rows" -o "$work/bad/same{{missing}}.png"
said missing
printf 'city,value,rank\na,1,1\nb,2,1\n' > "$work/twice.csv"
expect 1 "$huibao" batch "$card" --data "$work/twice.csv" -o "$work/bad/{{rank}}.png"
said 'is that of row 1, too'
for name in ../x a/b 'a:b' 'what?' 'end.' ' begin' con ''; do
  printf 'city,value,rank\n"%s",1,1\n' "$name" > "$work/name.csv"
  expect 1 "$huibao" batch "$card" --data "$work/name.csv" -o "$work/bad/{{city}}.png"
done
printf 'city,value,rank\n%s,1,1\n' "$(printf '%0300d' 1)" > "$work/name.csv"
expect 1 "$huibao" batch "$card" --data "$work/name.csv" -o "$work/bad/{{city}}.png"
said 'longer than file systems allow'
expect 2 "$huibao" batch "$card" --data "$rows" -o "$work/bad/same.png"
expect 2 "$huibao" batch "$card" -o "$work/bad/{{rank}}.png"
[ ! -e "$work/bad" ] || fail "something was written before the names were checked"

# A dry run names the files and draws none.
expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/dry/{{rank}}.png" -f png,pdf --dry-run
[ "$(wc -l < "$work/said")" -eq 24 ] || fail "the dry run does not name 24 files"
said "dry/12.pdf"
[ ! -e "$work/dry" ] || fail "the dry run wrote something"

# A row at fault costs no other.
cat > "$work/icon.json" <<'TEMPLATE'
{ "type": "kpi", "label": "{{city}}", "value": "1", "unit": "位", "icon": "{{icon}}" }
TEMPLATE
printf 'city,icon\na,coins\nb,nothing\nc,crane\n' > "$work/icons.csv"
expect 1 "$huibao" batch "$work/icon.json" --data "$work/icons.csv" -o "$work/icon/{{city}}.png"
said 'row 2, '
said 'nothing'
said '2 rows drawn, 1 failed'
[ "$(ls "$work/icon")" = "$(printf 'a.png\nc.png')" ] || fail "rows 1 and 3 are not drawn, or row 2 is"
grep -q '"row":2,.*"status":"failed".*"diagnostics":\[{' "$work/icon/.huibao-batch.ndjson" || fail "row 2 is not reported"

# What all rows are at fault for is not said for all of them.
{ echo city,icon; for row in $(seq 60); do echo "$row,nothing"; done; } > "$work/all.csv"
expect 1 "$huibao" batch "$work/icon.json" --data "$work/all.csv" -o "$work/all/{{city}}.png"
[ "$(grep -c '^row ' "$work/said")" -eq 20 ] || fail "failures are said $(grep -c '^row ' "$work/said") times"
said "are told of in $work/all/.huibao-batch.ndjson only"
[ "$(grep -c '"status":"failed".*"diagnostics":\[{' "$work/all/.huibao-batch.ndjson")" -eq 60 ] || fail "not all are reported"
expect 1 "$huibao" batch "$work/icon.json" --data "$work/icons.csv" -o "$work/fast/{{city}}.png" -j 1 --fail-fast
[ "$(ls "$work/fast")" = a.png ] || fail "--fail-fast went on"

# --json prints the report and nothing else.
"$huibao" batch "$work/icon.json" --data "$work/icons.csv" -o "$work/icon/{{city}}.png" --json -j 1 > "$work/lines" 2> "$work/errors" || :
[ "$(grep -c '^{"row":' "$work/lines")" -eq 3 ] || fail "--json prints no three rows"

# Resuming draws what has changed, and what is not there.
stamp() { (cd "$1" && find . -type f -name '*.png' -newer "$work/mark" | sort); }
expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/again/{{rank}}.png"
touch -d '1 hour ago' "$work"/again/*.png
touch -d '1 minute ago' "$work/mark"
again() { expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/again/{{rank}}.png" --resume; }
again
[ -z "$(stamp "$work/again")" ] || fail "--resume drew what is there"
said '12 unchanged'
sed -i 's/^旗县3,[0-9.]*/旗县3,9999/' "$rows"
rm "$work/again/5.png"
: > "$work/again/8.png"
touch -d '1 hour ago' "$work/again/8.png"
again
[ "$(stamp "$work/again")" = "$(printf './3.png\n./5.png\n./8.png')" ] || fail "--resume drew $(stamp "$work/again")"
touch -d '1 hour ago' "$work"/again/*.png
sed -i 's/亿元/万元/' "$card"
again
[ "$(stamp "$work/again" | wc -l)" -eq 12 ] || fail "--resume did not see the changed template"
expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/new/{{rank}}.png"
same "$work/again" "$work/new"

# Images are inputs, too.
cat > "$work/picture.json" <<'TEMPLATE'
{ "type": "grid", "columns": 1, "panels": [ { "type": "kpi", "label": "{{rank}}", "value": "{{value}}", "unit": "位", "icon": "mark-{{rank}}.svg" } ] }
TEMPLATE
for i in 1 2; do
  echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>' > "$work/mark-$i.svg"
done
head -3 "$rows" > "$work/two.csv"
pictures() { expect 0 "$huibao" batch "$work/picture.json" --data "$work/two.csv" -o "$work/picture/{{rank}}.png" --resume; }
pictures
touch -d '1 hour ago' "$work"/picture/*.png
sed -i 's/20v20/9v9/' "$work/mark-2.svg"
pictures
[ "$(stamp "$work/picture")" = ./2.png ] || fail "--resume did not see that an icon changed: $(stamp "$work/picture")"
touch "$work/mark-1.svg"
touch -d '1 hour ago' "$work"/picture/*.png
pictures
[ -z "$(stamp "$work/picture")" ] || fail "--resume drew because of a time stamp"

# The shards' union is the whole.
for i in 1 2 3; do
  expect 0 "$huibao" batch "$card" --data "$rows" -o "$work/shards/{{rank}}.png" --shard "$i/3"
done
same "$work/new" "$work/shards"
for i in 4 6; do
  expect 0 env SLURM_ARRAY_TASK_ID="$i" SLURM_ARRAY_TASK_MIN=4 SLURM_ARRAY_TASK_STEP=2 SLURM_ARRAY_TASK_COUNT=2 \
    "$huibao" batch "$card" --data "$rows" -o "$work/slurm/{{rank}}.png" --shard auto
done
same "$work/new" "$work/slurm"
for i in 0 1; do
  expect 0 env JOB_COMPLETION_INDEX="$i" "$huibao" batch "$card" --data "$rows" -o "$work/kubernetes/{{rank}}.png" --shard auto/2
done
same "$work/new" "$work/kubernetes"
expect 2 "$huibao" batch "$card" --data "$rows" -o "$work/bad/{{rank}}.png" --shard auto
expect 2 "$huibao" batch "$card" --data "$rows" -o "$work/bad/{{rank}}.png" --shard 4/3
expect 2 env JOB_COMPLETION_INDEX=0 "$huibao" batch "$card" --data "$rows" -o "$work/bad/{{rank}}.png" --shard auto

finish
