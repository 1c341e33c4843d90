#!/bin/sh
# Draws charts of odd data and absurd numbers: each must end by itself, soon and without gigabytes, in a picture (status 0) or in a
# diagnostic (status 1). usage: bad_input.sh HUIBAO
set -u
program=$1
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}exitcode=99" # else a crash would end like a diagnostic, with 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0 count=0
rows='"data":{"values":[{"a":"A","b":28,"c":1},{"a":"B","b":-5,"c":null},{"a":"C","b":43,"c":3}]}'
printf 'a,b\nA,NaN\nB,Infinity\nC,-Infinity\nD,1e308\nE,-1e308\nF,1e309\nG,\nH,text\n' > odd.csv
x='"x":{"field":"b","type":"quantitative"' bar='"mark":"bar","encoding":{"x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}}'

# try NAME MEMBERS: the members of a spec
try() {
  count=$((count + 1))
  printf '{"$schema":"https://vega.github.io/schema/vega-lite/v6.json",%s}\n' "$2" > "$1.vl.json"
  (ulimit -t 20; exec "$program" render -q "$1.vl.json" -o "$1.svg") > log 2>&1
  status=$?
  [ $status -le 1 ] && return
  echo "$1: status $status"; cat log
  failed=1
}
try missing-fields "$rows,\"mark\":\"bar\",\"encoding\":{\"x\":{\"field\":\"no\",\"type\":\"nominal\"},\"y\":{\"field\":\"none\",\"type\":\"quantitative\"}}"
try empty "\"data\":{\"values\":[]},$bar"
try nulls "\"data\":{\"values\":[{\"a\":null,\"b\":null},{\"a\":null}]},$bar"
try text-for-numbers "\"data\":{\"values\":[{\"a\":\"A\",\"b\":\"many\"}]},$bar"
try bad-dates '"data":{"values":[{"t":"no date","b":1},{"t":8.64e15,"b":2},{"t":"+275760-01-01","b":3}]},"mark":"line","encoding":{"x":{"field":"t","type":"temporal"},"y":{"field":"b","type":"quantitative"}}'
for mark in bar line area point rect tick trail arc boxplot errorbar; do
  try "odd-$mark" "\"data\":{\"url\":\"odd.csv\"},\"mark\":\"$mark\",\"encoding\":{$x},\"y\":{\"field\":\"b\",\"type\":\"quantitative\"},\"color\":{\"field\":\"b\",\"type\":\"quantitative\"}}"
done
for type in log symlog sqrt pow quantile quantize; do
  try "odd-$type" "\"data\":{\"url\":\"odd.csv\"},\"mark\":\"point\",\"encoding\":{$x,\"scale\":{\"type\":\"$type\"}}}"
done
for formula in 1/0 0/0 1e308\*10 'datetime(1e20)' 'length(sequence(0,1e12))' "length(pad('a',1e9,'b'))" "test(/(a+)+\$/,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"; do
  try "formula-$count" "$rows,\"transform\":[{\"calculate\":\"$formula\",\"as\":\"b\"}],$bar"
done
for size in '"width":1e9' '"width":1e308,"height":1e308' '"width":-5,"height":0' '"width":{"step":1e7}' '"width":{"step":-20}' '"padding":1e9'; do
  try "size-$count" "$rows,$size,$bar"
done
for bin in '{"step":1e-12}' '{"maxbins":1e9}' '{"base":1}' '{"extent":[0,1e308],"step":1}' '{"steps":[]}'; do
  try "bin-$count" "$rows,\"mark\":\"bar\",\"encoding\":{$x,\"bin\":$bin},\"y\":{\"aggregate\":\"count\"}}"
done
for axis in '{"tickCount":1e9}' '{"tickMinStep":1e-300,"tickCount":1e300}' '{"offset":1e9,"labelPadding":1e308}' '{"format":"zz.9999f"}'; do
  try "axis-$count" "$rows,\"mark\":\"point\",\"encoding\":{$x,\"axis\":$axis}}"
done
try rows-without-end '"data":{"sequence":{"start":0,"stop":1e12}},"mark":"point"'
try many-marks '"data":{"sequence":{"start":0,"stop":5000000,"as":"b"}},"mark":"line","encoding":{'"$x"'}}'
try many-categories '"data":{"sequence":{"start":0,"stop":300000,"as":"a"}},"width":300,"mark":"tick","encoding":{"x":{"field":"a","type":"ordinal"}}'
try wide-categories '"data":{"sequence":{"start":0,"stop":1000000,"as":"a"}},"mark":"tick","encoding":{"x":{"field":"a","type":"ordinal"}}'
try many-cells '"data":{"sequence":{"start":0,"stop":20000,"as":"b"}},"mark":"point","encoding":{"facet":{"field":"b","type":"ordinal"},'"$x"'}}'
try wide-frame '"data":{"sequence":{"start":0,"stop":200000,"as":"b"}},"transform":[{"window":[{"op":"median","field":"b","as":"m"}],"frame":[-1e9,1e9]}],"mark":"bar","encoding":{"x":{"field":"m","aggregate":"mean"}}'
try circle "\"params\":[{\"name\":\"p\",\"expr\":\"q+1\"},{\"name\":\"q\",\"expr\":\"p+1\"}],$rows,$bar"
try long-title "\"title\":\"$(head -c 200000 /dev/zero | tr '\0' w)\",$rows,$bar"
try nested "\"data\":{\"values\":[$(yes '[],' | head -100000 | tr -d '\n')[]]},\"mark\":\"point\""
echo "$count charts"
exit $failed
