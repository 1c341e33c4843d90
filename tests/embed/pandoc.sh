#!/bin/sh
# SVG in Markdown, by pandoc into HTML and DOCX. usage: pandoc.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need pandoc
for tool in unzip rsvg-convert; do command -v $tool > /dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }; done
spec=$source/tests/cases/kpi/spec.json
draw poster.svg --svg-dark dark # of which DOCX shows the light look
draw ours.png
printf '# A report\n\n![Key figures](poster.svg)\n' > report.md
pandoc report.md -o report.html || fail "HTML"
grep -q '<img src="poster.svg"' report.html || fail "the page does not name the file"
pandoc --self-contained report.md --metadata title=Report -o whole.html 2> said || { cat said; fail "self-contained HTML"; }
grep -qE 'data:image/svg\+xml|<svg' whole.html || fail "the page does not hold the picture"
pandoc report.md -o report.docx || fail "DOCX"
unzip -q -o report.docx -d box || fail "no DOCX"
svg=$(find box -name '*.svg')
[ -n "$svg" ] || fail "the DOCX holds no SVG"
cmp -s "$svg" poster.svg || fail "the DOCX's SVG is another"
finish
