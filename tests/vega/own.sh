#!/bin/sh
# Compares charts of our own (own/NAME.vl.json) with what Vega draws for them (own/NAME.json): compositions, facets and layers that no
# example has. All must agree in everything. Skips where the kit is not beside the checkout. usage: own.sh HUIBAO SOURCE_DIR
set -eu
compare=$2/../shared/vega/compare.py own=$2/tests/vega/own
if [ ! -f "$compare" ]; then
  echo "skipped: the kit is not at ../shared/vega"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/specs" "$work/expected" "$work/data"
echo '[]' > "$work/data/cars.json" # no chart here reads a file, but compare.py looks for one
comma=
echo '[' > "$work/index.json"
for spec in "$own"/*.vl.json; do
  name=$(basename "$spec" .vl.json)
  cp "$spec" "$work/specs"
  cp "$own/$name.json" "$work/expected"
  echo "$comma{\"name\": \"$name\", \"gallery\": false, \"milestone\": \"M4\", \"features\": [], \"loose\": false}" >> "$work/index.json"
  comma=,
  echo "$name 5" >> "$work/floor"
done
echo ']' >> "$work/index.json"
python3 "$compare" --huibao "$1" --kit "$work" --data "$work/data" --floor "$work/floor"
