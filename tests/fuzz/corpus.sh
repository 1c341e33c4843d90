#!/bin/sh
# Collects seeds of one kind, and what fuzzing once found. usage: corpus.sh KIND SOURCE_DIR FOLDER [HUIBAO]
# KIND: an ending of files; "expressions" or "markdown", from the tests' tables and the specs, each a file; "preflight", the PDFs
# of tests/preflight; or "print", plain PDFs of the cases, drawn by HUIBAO, their streams opened where qpdf is at hand, so that
# what is inside can be altered.
set -eu
kind=$1 source=$(cd "$2" && pwd) folder=$(cd "$3" && pwd) program=${4:-}
string='"([^"\\]|\\.)*"'
cd "$source"
lines() { # each a file; what C and JSON escape alike is unescaped
  LC_ALL=C sed 's/\\\(["\\]\)/\1/g' | LC_ALL=C sort -u |
    awk -v folder="$folder" -v kind="$1" '{ file = folder "/" kind "-" NR; printf "%s", $0 > file; close(file) }'
}
copy() { LC_ALL=C sort | tar -cf - -T - | tar -xf - -C "$folder"; } # with their folders, since names come twice
spec_files() { find specs tests/cases tests/invalid tests/vega tests/fuzz -type f -name "*.json" -size -64k; }
case $kind in
  expressions)
    {
      sed -n 's/^{\("\(\\.\|[^"\\]\)*"\), ".*/\1/p' tests/unit/expr_values.inc
      spec_files | xargs grep -hoE "\"(filter|calculate|expr|test|when)\": *$string" | sed 's/^"[a-z]*": *//'
      spec_files | xargs grep -hoE '\{\{([^{}"\\]|\\.)*\}\}'
      sed -n 's/^HUI_FORMAT(.*, "\([^"]*\)", "[^"]*", "[^"]*",.*/{{a|\1}}/p' src/template/format_rows.inc
    } | sed 's/^"\(.*\)"$/\1/' | lines expression ;;
  markdown)
    {
      sed -n 's/^ *{\("\(\\.\|[^"\\]\)*"\), ".*/\1/p' tests/unit/test_text_markdown.c
      spec_files | xargs grep -hoE "$string" | grep '[]*_`|\\[]'
    } | sed 's/^"\(.*\)"$/\1/' | lines markdown ;;
  print)
    for case in kpi-row card chart chart-map image flow-pages text headings hub medal; do
      "$program" render "tests/cases/$case/spec.json" -o "$folder/$case.pdf" > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
      if command -v qpdf > /dev/null; then
        qpdf --stream-data=uncompress --object-streams=disable "$folder/$case.pdf" "$folder/open" && mv "$folder/open" "$folder/$case.pdf"
      fi
    done
    rm "$folder/log" ;;
  preflight)
    command -v python3 > /dev/null || { echo "skipped: python3 is not installed"; exit 77; }
    printf acsp > "$folder/tiny.icc" # a whole profile in each is but slow
    (cd "$folder" && python3 "$source/tests/preflight/faults.py" tiny.icc)
    rm "$folder"/*.args "$folder"/*.expect "$folder/tiny.icc" "$folder/forms-without-end.pdf" "$folder"/bomb*.pdf ;; # slow by intent
  json) spec_files | grep -v '\.vl\.json$' | copy ;; # those are a kind of their own
  *) find specs tests/cases tests/invalid tests/vega tests/fuzz -type f -name "*.$kind" -size -64k | copy ;;
esac
if [ -d tests/fuzz/found ]; then find tests/fuzz/found -type f | copy; fi
