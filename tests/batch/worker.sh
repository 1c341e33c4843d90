#!/bin/sh
# tests/batch/worker.sh HUIBAO
# `huibao worker`: a line of JSON is a request, a line an answer; in order, or by id; none ends the worker.
set -eu
. "$(dirname "$0")/lib.sh"
make_template
cd "$work"
row='"row":{"city":"呼和浩特","value":3800,"rank":1}'

# One answer a request, in order, whatever is asked.
cat > requests <<REQUESTS
{"id":1,"template":"card.json",$row,"output":"one.png"}
{"id":"two","template":"card.json",$row,"format":"svg","svg-mode":"text"}

{"id":3,"template":"card.json","row":{"city":"a"},"output":"three.png"}
{"id":4,"template":"missing.json",$row}
{"id":5,"template":"card.json",$row,"format":"gif"}
{"id":6,"template":"card.json",$row,"scale":"large"}
{"id":7}
[8]
not JSON
{"id":10,"template":{"type":"kpi","label":"{{a}}","value":"1","unit":"个"},"row":{"a":"甲"},"output":"ten.pdf","title":"x"}
{"id":11,"template":"card.json",$row,"output":"no/such/folder/a.png"}
REQUESTS
printf '{"id":12,"template":"card.json",%s,"png-colors":4,"output":"few.png"}\n{"id":13,"template":"card.json",%s,"png-colors":1}\n' \
  "$row" "$row" >> requests
printf '{"id":14,"template":"card.json",%s,"output":"twelve.png"}' "$row" >> requests # no newline at the end
for jobs in 1 3; do
  "$huibao" worker -j "$jobs" < requests > answers 2> said || fail "the worker ended with status $?"
  sed 's/^{"id":\("\{0,1\}[a-z0-9]*"\{0,1\}\),"status":"\([a-z]*\)".*/\1 \2/' answers > summary
  printf '%s\n' '1 done' '"two" done' '3 failed' '4 failed' '5 failed' '6 failed' '7 failed' 'null failed' 'null failed' \
    '10 done' '11 failed' '12 done' '13 failed' '14 done' > wanted
  cmp -s wanted summary || { fail "answers of $jobs processes"; cat summary; }
done
"$huibao" render card.json --data /dev/null -o never.png > said 2>&1 && fail "a template without its row was drawn"
sed -n 2p answers | sed 's/.*"data":"\([^"]*\)".*/\1/' | base64 -d > two.svg
grep -q '<text' two.svg || fail "the file in the answer is no SVG with texts"
[ "$(head -c 5 ten.pdf)" = '%PDF-' ] || fail "no PDF was written"
[ "$(od -An -j24 -N2 -tu1 few.png | tr -s ' ')" = ' 2 3' ] || fail "a picture of four colours has no palette of two bits"
cmp one.png twelve.png || fail "the same request drew two pictures"
sed -n 3p answers | grep -q '"code":"unknown-column".*"line":6' || fail "a missing field has no place"

# An answer comes before the next request does.
mkfifo to from
"$huibao" worker < to > from &
worker=$!
exec 3> to 4< from
for i in 1 2 3; do
  echo "{\"id\":$i,\"template\":\"card.json\",$row,\"format\":\"dump\"}" >&3
  read -r answer <&4
  case $answer in "{\"id\":$i,\"status\":\"done\""*) ;; *) fail "request $i was answered $answer" ;; esac
done
exec 3>&-
wait "$worker" || fail "the worker ended with status $?"
exec 4<&-

# What crashes or never ends is answered, too; the others are drawn.
cat > greedy.vl.json <<'TEMPLATE'
{ "data": { "sequence": { "start": 0, "stop": "{{count}}", "as": "x" } }, "mark": "point", "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
  "transform": [ { "calculate": "sin(datum.x) * cos(datum.x)", "as": "y" } ], "encoding": { "x": { "field": "x", "aggregate": "mean" } } }
TEMPLATE
printf '{"id":%d,"template":"greedy.vl.json","row":{"count":%d},"output":"greedy.svg"}\n' 1 5 2 19000000 3 7 > requests
"$huibao" worker --time-limit 0.5 --memory-limit 100000 < requests > answers
[ "$(cut -c1-24 answers | tr '\n' ' ')" = '{"id":1,"status":"done", {"id":2,"status":"failed {"id":3,"status":"done", ' ] ||
  { fail "a request that takes too long"; cut -c1-200 answers; }
grep -q '"code":"time-limit"' answers || fail "it is not said that a request took too long"
finish
