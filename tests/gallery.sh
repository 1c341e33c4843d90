#!/bin/sh
# Checks that specs/gallery has each panel type in Chinese and in English, that its contact sheets show each once, and that each
# can be drawn by itself, without a warning and with nothing that lint finds. usage: gallery.sh HUIBAO SOURCE_DIR
set -eu
huibao=$1
types=$("$huibao" describe | sed -n '/^Panel types/,/^$/s/^  \([a-z-]*\) .*/\1/p' | sort)
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
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
set --
for type in $types; do set -- "$@" "$type.json" "$type-en.json"; done
"$huibao" render --lint --strict --quiet "$@" -f png,svg,pdf --scale 0.5 -o "$out/" || status=1
[ "$(find "$out" -type f | wc -l)" -eq $((3 * $#)) ] || { echo "not all of them are drawn"; status=1; }
exit $status
