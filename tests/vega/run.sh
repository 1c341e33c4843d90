#!/bin/sh
# Compares what is drawn of Vega-Lite's examples with what Vega draws: no chart may score under its line in floor.txt. Skips where the
# kit is not beside the checkout, or its data were not fetched. usage: run.sh HUIBAO SOURCE_DIR; with UPDATE=1 floor.txt and the score
# in specs/vega-lite.md are written.
set -eu
kit=$2/../shared/vega data=${XDG_CACHE_HOME:-$HOME/.cache}/huibao-vega
if [ ! -f "$kit/compare.py" ] || [ ! -d "$data" ]; then
  echo "skipped: the kit is not at ../shared/vega, or its data are not in $data"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "${UPDATE:-}" ]; then
  python3 "$kit/compare.py" --huibao "$1" --write-floor "$2/tests/vega/floor.txt" > "$work/score"
  page=$2/specs/vega-lite.md
  sed '/^<!-- score -->$/q' "$page" > "$work/page"
  { echo '```'; sed '$d' "$work/score"; echo '```'; } >> "$work/page"
  sed -n '/^<!-- end of score -->$/,$p' "$page" >> "$work/page"
  cp "$work/page" "$page"
  tail -1 "$work/score"
  exit 0
fi
python3 "$kit/compare.py" --huibao "$1" --floor "$2/tests/vega/floor.txt"
