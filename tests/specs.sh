#!/bin/sh
# Renders a spec to every format without a warning, twice with the same bytes, and lets independent readers check the files; lint
# finds nothing in it.
# usage: specs.sh HUIBAO SPEC
set -eu
program=$1 spec=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" lint "$spec" || exit 1
for run in 1 2; do
  mkdir "$work/$run"
  for format in png svg pdf dump; do
    "$program" render --strict --quiet "$spec" -f $format -o "$work/$run/it.$format" --threads $run
  done
done
for format in png svg pdf dump; do
  cmp "$work/1/it.$format" "$work/2/it.$format"
done
cd "$work/1"
xmllint --noout --nonet it.svg
if xmllint --xpath '//@*[local-name() = "href" and not(starts-with(., "#")) and not(starts-with(., "data:")) and not(parent::*[local-name() = "a"])]' it.svg 2> /dev/null; then
  echo "the SVG refers to what is outside of it"; exit 1
fi
xmllint --xpath '//@id' it.svg 2> /dev/null | tr ' ' '\n' | grep . | sort | uniq -d | grep . && { echo "an id of the SVG stands twice"; exit 1; }
qpdf --check it.pdf > qpdf.txt || { cat qpdf.txt; exit 1; }
pdffonts it.pdf | sed 1,2d > fonts.txt
if grep -q 'Type 3' fonts.txt; then echo "the PDF has Type 3 fonts"; cat fonts.txt; exit 1; fi
if awk '{ if ($(NF - 4) != "yes" || $(NF - 3) != "yes" || $(NF - 2) != "yes") exit 1 }' fonts.txt; then :; else
  echo "a font is not embedded as a subset with its text"; cat fonts.txt; exit 1
fi
python3 - it.png <<'END'
import struct, sys, zlib
data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
at, pixels, names = 8, b"", []
while at < len(data):
    size, name = struct.unpack(">I4s", data[at:at + 8])
    body = data[at + 8:at + 8 + size]
    assert zlib.crc32(name + body) == struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0], name
    names.append(name)
    pixels += body if name == b"IDAT" else b""
    if name == b"IHDR":
        width, height, depth, color = struct.unpack(">IIBB", body[:10])
    at += 12 + size
assert names[-1] == b"IEND" and b"pHYs" in names and b"sRGB" in names, names
samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
assert len(zlib.decompress(pixels)) == height * (1 + (width * samples * depth + 7) // 8), "rows are missing"
END
