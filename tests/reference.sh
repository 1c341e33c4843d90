#!/bin/sh
# Checks that what specs/ says of the language is what the tables say: the schema, specs/README.md from its line "## Reference" on, and
# specs/vega-lite.md from "## Properties" on. usage: reference.sh HUIBAO SOURCE_DIR; with UPDATE=1 they are written.
set -eu
huibao=$1 specs=$2/specs
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$huibao" schema > "$work/huibao.schema.json"
python3 -m json.tool "$work/huibao.schema.json" > /dev/null
{
  sed '/^## Reference$/q' "$specs/README.md"
  echo
  "$huibao" describe --markdown | sed 's/^##/###/'
} > "$work/README.md"
{
  sed '/^## Properties$/q' "$specs/vega-lite.md"
  echo
  "$huibao" describe --vega-lite
} > "$work/vega-lite.md"
if [ -n "${UPDATE:-}" ]; then
  cp "$work/huibao.schema.json" "$specs/schema/"
  cp "$work/README.md" "$work/vega-lite.md" "$specs/"
fi
diff "$specs/schema/huibao.schema.json" "$work/huibao.schema.json" && diff "$specs/README.md" "$work/README.md" &&
  diff "$specs/vega-lite.md" "$work/vega-lite.md" && exit 0
echo "to write it anew: UPDATE=1 ctest -R reference"
exit 1
