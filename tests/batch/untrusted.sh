#!/bin/sh
# tests/batch/untrusted.sh HUIBAO CONFINE
# Specs of strangers: limits, what is refused, and what the kernel keeps from the processes that draw them.
set -eu
. "$(dirname "$0")/lib.sh"
make_template
cd "$work"
mkdir in out
echo secret > secret
echo good > in/file
ln -s ../secret in/link
confined=0
"$2" "$work" || confined=$?
[ "$confined" -eq 0 ] || [ "$confined" -eq 77 ] || fail "a confined process is not"

# Each limit is hit once, and generous ones are not.
limited() {
  expect 1 "$huibao" check --max "$1" "$2"
  said "--max ${1%%=*}=NUMBER allows more"
}
cat > in/data.json <<'SPEC'
{ "data": { "rows": [{ "a": "甲" }, { "a": "乙" }, { "a": "丙" }] },
  "page": { "width": 800 },
  "panels": [{ "repeat": "rows", "type": "text", "text": "{{a}}与{{a}}" }, { "include": "part.json" }, { "include": "part.json" }] }
SPEC
echo '{ "type": "text", "text": "部分" }' > in/part.json
cat > in/chart.vl.json <<'SPEC'
{ "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "data": { "sequence": { "start": 0, "stop": 50, "as": "x" } },
  "hconcat": [{ "mark": "point", "encoding": { "x": { "field": "x" } } }, { "mark": "bar", "encoding": { "x": { "field": "x" } } }] }
SPEC
for limit in file-size=50 depth=2 nodes=10 includes=1 items=2 text=8 texts=20 rows=2; do limited "$limit" in/data.json; done
for limit in rows=40 marks=60 views=2; do limited "$limit" in/chart.vl.json; done
"$huibao" render in/part.json -o in/a.png > /dev/null 2>&1
echo '{ "panels": [{ "type": "image", "src": "a.png", "alt": "a" }, { "type": "image", "src": "a.png", "alt": "b" }] }' > in/image.json
for limit in images=1 image-pixels=10 image-size=10; do limited "$limit" in/image.json; done
expect 1 "$huibao" render --max pixels=100 in/part.json -o never.png
said "the limit “pixels” is 100 px"
[ ! -e never.png ] || fail "a picture beyond the limit was written"
generous=file-size=1000,depth=20,nodes=100,includes=2,items=3,text=100,texts=100000,rows=50,marks=500,views=9,images=2,image-pixels=9999999
for spec in data.json chart.vl.json image.json; do expect 0 "$huibao" check --max "$generous" --untrusted "in/$spec"; done

# What a stranger may not ask for.
for option in --allow-outside --system-fonts; do expect 2 "$huibao" check --untrusted "$option" in/part.json; done
expect 2 "$huibao" check --max rows=0 in/part.json
expect 2 "$huibao" check --max lines=5 in/part.json
ln -s ../../a.png in/away.png
cp in/a.png a.png
ln -s ../a.png in/up.png
echo '{ "type": "image", "src": "up.png", "alt": "a" }' > in/up.json
expect 1 "$huibao" check --untrusted in/up.json
said "leads out of the folder of the spec"

# A batch and a worker draw the same as without.
make_rows 20 > rows.csv
for trust in "" --untrusted; do
  expect 0 "$huibao" batch $trust card.json --data rows.csv -o "out/b$trust/{{rank}}.png" -f png,pdf -j 2 --quiet
done
same out/b out/b--untrusted
[ "$confined" -eq 0 ] || finish
[ "$confined" -eq 0 ] || exit 0
mkdir box drawn
cp card.json box
row='"row":{"city":"呼和浩特","value":3800,"rank":1}'
cat > requests <<REQUESTS
{"id":1,"template":"card.json",$row,"output":"$work/drawn/one.png"}
{"id":2,"template":"$work/card.json",$row,"output":"$work/drawn/two.png"}
{"id":3,"template":"card.json",$row,"output":"$work/three.png"}
REQUESTS
(cd box && "$huibao" worker --untrusted -o ../drawn < ../requests) > answers
[ "$(sed 's/^{"id":\([0-9]\),"status":"\([a-z]*\)".*/\1 \2/' answers | tr '\n' ' ')" = '1 done 2 failed 3 failed ' ] || {
  fail "a confined worker"
  cut -c1-300 answers
}
[ "$(grep -c 'Permission denied' answers)" -eq 2 ] || fail "the kernel did not refuse"
[ -s drawn/one.png ] && [ ! -e drawn/two.png ] && [ ! -e three.png ] || fail "files of a confined worker"
finish
