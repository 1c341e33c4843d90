#!/bin/sh
# The text of an SVG, in the order in which it stands in the file: the same in every mode that holds text, and what a PDF of
# the spec says; and what it adds to the outlines. usage: text.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need pdftotext
for spec in "$source/tests/pictures/awards/spec.json" "$source/tests/cases/list/spec.json" "$source/tests/cases/steps/spec.json"; do
  for mode in hybrid web text; do
    draw poster.svg --svg-mode $mode
    sed 's/<\/text>/&\n/g' poster.svg | sed -n 's/.*<text[^>]*>\(.*\)<\/text>$/\1/p' | sed 's/<[^>]*>//g; s/&amp;/\&/g; s/&lt;/</g; s/&quot;/"/g' > $mode.txt
    [ -s $mode.txt ] || fail "$spec: no text"
    cmp -s hybrid.txt $mode.txt || fail "$spec: $mode says something else"
  done
  draw poster.pdf
  pdftotext -raw poster.pdf - | tr -d ' \n\f\r' > theirs.txt
  tr -d ' \n' < hybrid.txt > ours.txt
  cmp -s ours.txt theirs.txt || { diff ours.txt theirs.txt; fail "$spec: not in the order of the PDF"; }
done
# The report: no larger than asked, and its text adds little to its outlines.
spec=$source/specs/hohhot-2023/poster.json
for mode in hybrid outline; do draw $mode.svg --svg-mode $mode; done
hybrid=$(wc -c < hybrid.svg)
outline=$(wc -c < outline.svg)
[ "$hybrid" -le 450000 ] || fail "the report has $hybrid bytes"
[ $((hybrid * 100)) -le $((outline * 115)) ] || fail "the report has $hybrid bytes, $outline without text"
finish
