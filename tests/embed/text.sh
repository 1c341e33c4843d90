#!/bin/sh
# The text of an SVG, in the order in which it stands in the file: the same in every mode that holds text, and what a PDF of
# the spec says. usage: text.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need pdftotext
for spec in "$source/tests/pictures/awards/spec.json" "$source/tests/cases/list/spec.json" "$source/tests/cases/steps/spec.json"; do
  for mode in hybrid web text; do
    draw poster.svg --svg-mode $mode
    sed -n 's/^<text [^>]*>\(.*\)<\/text>$/\1/p' poster.svg | sed 's/<[^>]*>//g; s/&amp;/\&/g; s/&lt;/</g; s/&quot;/"/g' > $mode.txt
    [ -s $mode.txt ] || fail "$spec: no text"
    cmp -s hybrid.txt $mode.txt || fail "$spec: $mode says something else"
  done
  draw poster.pdf
  pdftotext -raw poster.pdf - | tr -d ' \n\f\r' > theirs.txt
  tr -d ' \n' < hybrid.txt > ours.txt
  cmp -s ours.txt theirs.txt || { diff ours.txt theirs.txt; fail "$spec: not in the order of the PDF"; }
done
finish
