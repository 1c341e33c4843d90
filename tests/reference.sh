#!/bin/sh
# Checks that what specs/ says of the language is what the field tables say: the schema, and specs/README.md from its line
# "## Reference" on. usage: reference.sh HUIBAO SOURCE_DIR; with UPDATE=1 both are written.
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
if [ -n "${UPDATE:-}" ]; then
  cp "$work/huibao.schema.json" "$specs/schema/"
  cp "$work/README.md" "$specs/"
fi
diff "$specs/schema/huibao.schema.json" "$work/huibao.schema.json" && diff "$specs/README.md" "$work/README.md" && exit 0
echo "to write it anew: UPDATE=1 ctest -R reference"
exit 1
