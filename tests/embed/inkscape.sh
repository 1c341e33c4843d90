#!/bin/sh
# SVG through Inkscape, into PNG, and into PDF with the text to be read. usage: inkscape.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need inkscape
export HOME="$work"
for name in kpi list; do
  spec=$source/tests/cases/$name/spec.json
  draw ours.png
  draw drawn.svg --svg-dark dark # of which it shows the light look
  inkscape drawn.svg --export-type=png --export-filename=theirs.png > said 2>&1 || { cat said; fail "$name"; }
  "$differ" ours.png theirs.png 3000 || fail "$name: Inkscape draws something else"
done
draw text.svg --svg-mode text
inkscape text.svg --query-all > said 2> /dev/null || fail "text.svg"
grep -q '^text' said || fail "Inkscape sees no text to edit"
finish
