#!/bin/sh
# Checks that the report's poster shows the whole text of the report, which stands beside the checkout; skips where it does not.
# usage: coverage.sh HUIBAO SOURCE_DIR
set -eu
shared=$2/../shared
if [ ! -f "$shared/tools/text_coverage.py" ]; then
  echo "skipped: the report and its check are not at ../shared"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" render --quiet "$2/specs/hohhot-2023/poster.json" -o "$work/poster.pdf"
python3 "$shared/tools/text_coverage.py" "$shared/report/report.md" "$work/poster.pdf"
