#!/bin/sh
# tests/batch/memory.sh HUIBAO PEAK [FEW MANY DRAW_FEW DRAW_MANY]
# Memory does not grow with the rows: the greatest process of `data`, of a batch that is only planned, and of one that is drawn,
# with few rows and with ten times as many, as PEAK measures it. Left out under sanitizers, which keep what was freed.
set -eu
huibao=$1 peak=$2 few=${3:-5000} many=${4:-50000} draw_few=${5:-500} draw_many=${6:-5000}
grep -q -e __asan_init -e __tsan_init "$huibao" && { echo "skipped: a sanitizer's memory"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"page": {"width": 200, "margin": 0}, "panels": [{"type": "text", "text": "{{name}} {{value}}"}]}' > card.json
rows() { awk -v count="$1" 'BEGIN { print "id,name,value"; for (i = 1; i <= count; i++) printf "%d,第%d行,%d\n", i, i % 1000, i % 997 }'; }

arrays() { awk -F, 'NR > 1 { printf "%s{\"id\": %d, \"name\": \"%s\"}", (NR == 2 ? "[" : ","), $1, $2 } END { print "]" }'; }

# compare FEW MANY BYTES WHAT ARGUMENT...: the program reads rows.csv or rows.json, and may keep so many bytes of each row.
compare() {
  few=$1 many=$2 most=$((2000 + ($2 - $1) * $3 / 1024)) what=$4
  shift 4
  for count in "$few" "$many"; do
    rows "$count" > rows.csv
    arrays < rows.csv > rows.json
    "$peak" "$count.peak" "$huibao" "$@" > said 2>&1 || { echo "FAILED: $what with $count rows"; cat said; exit 1; }
  done
  more=$(($(cat "$many.peak") - $(cat "$few.peak")))
  echo "$what: $(cat "$few.peak") KiB with $few rows, $more more with $many"
  [ "$more" -le "$most" ] || { echo "FAILED: $what: more than $most KiB more"; exit 1; }
}

# Of the first 100,000 different values of a column hashes are kept, to find those that come twice; those of files' names are in a file.
compare "$few" "$many" 64 'data of CSV' data rows.csv
compare "$few" "$many" 64 'data of JSON' data rows.json
compare "$few" "$many" 4 'a batch that is planned' batch card.json --data rows.csv -o 'out/{{id}}.svg' --dry-run -q
compare "$draw_few" "$draw_many" 4 'a batch that is drawn' batch card.json --data rows.csv -o 'out/{{id}}.svg' --jobs 2 -q
[ "$(find out -name '*.svg' | wc -l)" -eq "$draw_many" ] || { echo "FAILED: not all rows are drawn"; exit 1; }
