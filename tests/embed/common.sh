# For the scripts here, which get: HUIBAO DIFFER SOURCE_DIR. A script whose program is not installed skips.
set -eu
huibao=$1
differ=$2
source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
finish() { [ "$failures" -eq 0 ]; exit; }

# need NAME...: the first of the programs that there is, in $program.
need() {
  [ -z "${HUIBAO_SLOW:-}" ] || { echo "skipped: a slow build"; exit 77; }
  for program in "$@"; do
    if command -v "$program" > /dev/null 2>&1; then return; fi
  done
  echo "skipped: $1 is not installed"
  exit 77
}

# draw FILE OPTION...: from the spec in $spec.
draw() {
  file=$1
  shift
  "$huibao" render --quiet -o "$file" "$@" "$spec"
}

# Twenty posters and charts of the tests: their specs, a name each.
twenty() {
  for name in award card chips compare grid growth hero hub icon kpi list medal progress ring steps tags; do
    echo "$name $source/tests/cases/$name/spec.json"
  done
  echo "report $source/tests/pictures/awards/spec.json"
  echo "bar $source/specs/chart-gallery/bar.vl.json"
  for name in arc_bands area_second_offset; do echo "$name $source/tests/vega/own/$name.vl.json"; done
}
height_of() { sed -n '1s/.* height="\([0-9.]*\)".*/\1/p' "$1"; }
width_of() { sed -n '1s/.* width="\([0-9.]*\)".*/\1/p' "$1"; }
