#!/bin/sh
# Compares the hashes of SVG and PDF with the recorded ones: the bytes are the same at any time and place. They change with Cairo, Pango,
# FreeType and zlib too, so a machine with other versions than Debian 12 skips. usage: hashes.sh HUIBAO FOLDER; with UPDATE=1 it records.
set -eu
grep -qs '^VERSION_ID="12"' /etc/os-release || { echo "skipped: hashes are recorded on Debian 12"; exit 77; }
cd "$2"
for spec in */spec.json; do
  for format in "svg --page 1" pdf; do
    printf '%s  %s.%s\n' "$("$1" render --quiet -f $format -o - "$spec" | sha256sum | cut -c1-64)" "${spec%/spec.json}" "${format%% *}"
  done
done > "${TMPDIR:-/tmp}/huibao-hashes.$$"
trap 'rm -f "${TMPDIR:-/tmp}/huibao-hashes.$$"' EXIT
if [ -n "${UPDATE:-}" ]; then cp "${TMPDIR:-/tmp}/huibao-hashes.$$" hashes.txt; fi
diff -u hashes.txt "${TMPDIR:-/tmp}/huibao-hashes.$$"
