#!/bin/sh
# Checks that specs/gallery has each panel type in Chinese and in English, and its contact sheets show each once. That none of them
# is warned of, and lint finds nothing, is tested with all specs. usage: gallery.sh HUIBAO SOURCE_DIR
set -eu
types=$("$1" describe | sed -n '/^Panel types/,/^$/s/^  \([a-z-]*\) .*/\1/p' | sort)
cd "$2/specs/gallery"
[ "$(echo "$types" | wc -l)" -ge 80 ] || { echo "only these panel types found:" $types; exit 1; }
status=0
for type in $types; do
  for spec in "$type.json" "$type-en.json"; do
    grep -qs "\"type\": \"$type\"" "$spec" || { echo "specs/gallery/$spec does not show the panel type $type"; status=1; }
  done
done
for spec in *.json; do
  name=${spec%.json} name=${name%-en}
  [ "$name" = sheet ] || echo "$types" | grep -qx "$name" || { echo "specs/gallery/$spec is of no panel type"; status=1; }
done
shown=$(python3 -c 'import json; print(*(t for c in json.load(open("data/columns.json")) for g in c["groups"] for t in g["types"]), sep="\n")' | sort)
[ "$shown" = "$types" ] || { echo "data/columns.json does not list each panel type once"; status=1; }
exit $status
