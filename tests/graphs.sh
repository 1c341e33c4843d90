#!/bin/sh
# Layered graphs, which Graphviz lays out: without its library, for strangers, in batches and workers. usage: graphs.sh HUIBAO
set -eu
. "$(dirname "$0")/batch/lib.sh"
cd "$work"
cat > graph.json <<'SPEC'
{ "panels": [
  { "type": "text", "text": "{{name}}" },
  { "type": "graph", "links": [{ "source": "{{name}}", "target": "b", "label": "way" }, { "source": "b", "target": "c" }] }
] }
SPEC
row='{ "name": "a" }'
"$huibao" check graph.json --row "$row" > said 2>&1 || {
  grep -q "built without" said || fail "a graph cannot be drawn: $(cat said)"
  [ "$failures" -eq 0 ] || exit 1
  echo "skipped: this huibao has no Graphviz"; exit 77
}
# A library that is none stands in its place.
library=$(grep -ao 'libgvc[.a-z0-9]*' "$(dirname "$huibao")/libhuibao.so" "$huibao" 2> /dev/null | sed 's/.*://;q')
library=${library:-libgvc.so.6}
mkdir broken && : > "broken/$library"
LD_LIBRARY_PATH="$work/broken" expect 1 "$huibao" render graph.json --row "$row" -o never.png
said "graph.json:3:"
said "error[unsupported]: huibao does not support graphs here"
said "hint: install Graphviz: its library $library cannot be loaded"
[ ! -e never.png ] || fail "a poster without its graph was written"
# Other panels need no Graphviz.
echo '{ "type": "text", "text": "a" }' > text.json
LD_LIBRARY_PATH="$work/broken" expect 0 "$huibao" check text.json

# Strangers' graphs are drawn as others are, in each way there is.
printf 'name\nq\nr\ns\n' > rows.csv
for trust in "" --untrusted; do
  expect 0 "$huibao" batch $trust graph.json --data rows.csv -o "out/b$trust/{{name}}.svg" -j 2 --quiet
  mkdir -p "out/r$trust" "out/w$trust"
  expect 0 "$huibao" render $trust graph.json --row '{ "name": "q" }' -o "out/r$trust/q.svg"
  echo "{\"id\": 1, \"template\": \"graph.json\", \"row\": {\"name\": \"q\"}, \"output\": \"out/w$trust/q.svg\"}" > request
  "$huibao" worker $trust ${trust:+-o out} < request > answer 2> said || fail "a worker ends badly: $(cat said)"
  grep -q '"status":"done"' answer || fail "a worker draws no graph: $(cat answer)"
done
for way in b r w; do same "out/$way" "out/$way--untrusted"; done
cmp -s out/b/q.svg out/r/q.svg && cmp -s out/b/q.svg out/w/q.svg || fail "render, batch and worker differ"
finish
