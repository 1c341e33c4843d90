#!/bin/sh
# In LaTeX, as PDF, which keeps vectors and text. usage: latex.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need pdflatex xelatex lualatex
for tool in pdftoppm pdftotext; do command -v $tool > /dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }; done
spec=$source/tests/cases/kpi/spec.json
draw poster.pdf
draw ours.png
cat > report.tex << 'TEX'
\documentclass{article}
\usepackage[paperwidth=1200bp,paperheight=600bp,margin=0bp]{geometry}
\usepackage{graphicx}
\pagestyle{empty}\parindent0pt\topskip0pt
\begin{document}\includegraphics{poster.pdf}\end{document}
TEX
"$program" -interaction=batchmode report.tex > said 2>&1 || { cat said; fail "no document"; }
pdftotext poster.pdf ours.txt
pdftotext report.pdf theirs.txt
[ "$(tr -d ' \n\f' < ours.txt)" = "$(tr -d ' \n\f' < theirs.txt)" ] || fail "the text is lost"
[ -s ours.txt ] || fail "there is no text"
finish
