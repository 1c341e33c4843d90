#!/bin/sh
# Makes print PDFs of the report, the gallery of charts and small specs to every standard, and asks independent readers: qpdf, poppler,
# Ghostscript's plates, and veraPDF where it is installed. usage: run.sh HUIBAO SOURCE_DIR
set -eu
program=$1 source=$2 specs=$2/specs here=$2/tests/print
posters="hohhot-2023 chart-gallery"
[ -z "${HUIBAO_SLOW:-}" ] || posters=chart-gallery
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for tool in qpdf pdffonts pdftotext pdfinfo gs python3; do
  command -v $tool > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
fail() { echo "$*"; exit 1; }
render() { "$program" render --quiet -f pdf "$@"; } # SPEC [OPTION...] -o FILE
echo '{"title": "字", "panels": [{"type": "text", "text": "字"}]}' > first.json
render first.json --print pdfx4 -o first.pdf 2> log || {
  grep -q 'no-print-module' log && { echo "skipped: built without the print module"; exit 77; }
  cat log; exit 1; }

plain() { # PDF: all of it but packed streams, as text
  qpdf --qdf --object-streams=disable "$1" - | tr -d '\000' > "$1.txt"
}
check() { # SPEC NAME STANDARD: what every standard asks for
  file=$2-$3.pdf
  render "$1" --print "$3" -o "$file" || fail "$file is not made"
  render "$1" --print "$3" -o again.pdf
  cmp "$file" again.pdf || fail "$file is not the same twice"
  qpdf --check "$file" > log 2>&1 || { cat log; fail "$file is damaged"; }
  grep -qi warning log && { cat log; fail "$file has warnings"; }
  pdffonts "$file" | tail -n +3 > fonts
  [ -s fonts ] || fail "$file has no fonts"
  awk '/Type 3/ || $(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes" { print; bad = 1 } END { exit bad }' fonts ||
    fail "$file: a font is not embedded, not a subset, without Unicode or of Type 3"
  pdftotext -raw "$file" text
  cmp text "$2.text" || fail "$file: its text differs from the plain PDF's"
  plain "$file"
  grep -aq 'CreationDate (D:20000101000000Z)' "$file.txt" || fail "$file: its date is none"
  grep -aq '/ID \[' "$file.txt" || fail "$file has no ID"
  LC_ALL=C sed -n '/<?xpacket begin/,/<?xpacket end/p' "$file.txt" > xmp.xml
  if command -v xmllint > /dev/null; then xmllint --noout xmp.xml || fail "$file: its metadata are no XML"; fi
}
no_rgb() { # NAME
  if grep -anE '(^| )(rg|RG)( |$)|DeviceRGB' "$1.txt"; then fail "$1 has RGB left"; fi
}
ink() { # PDF DPI: "C M Y K total", the most of each in percent
  gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiffsep -sCompression=none -r"$2" -sOutputFile=plates.tif "$1"
  python3 "$here/plates.py" plates
}
has() { for what in "$2" ${3+"$3"} ${4+"$4"} ${5+"$5"}; do grep -aqF -- "$what" "$1.txt" || fail "$1 has no $what"; done; }

for name in $posters; do
  spec=$specs/$name/poster.json
  render "$spec" --print none -o plain.pdf
  pdftotext -raw plain.pdf $name.text
  [ "$(wc -m < $name.text)" -gt 500 ] || fail "$name has no text"

  check "$spec" $name pdfx4
  no_rgb "$file"
  has "$file" '<pdfxid:GTS_PDFXVersion>PDF/X-4<' '/GTS_PDFX' '/Trapped /False' '/OutputConditionIdentifier (FOGRA39)'
  has "$file" '/CS /DeviceCMYK' '/HuiOver gs' '/OPM 1'
  pdfinfo -box "$file" > log
  [ "$(grep -E '^(MediaBox|TrimBox|BleedBox)' log | sed 's/.*: *//' | sort -u | wc -l)" -eq 1 ] || { cat log; fail "$file: boxes differ"; }
  set -- $(ink "$file" 36)
  echo "$file: $(wc -c < "$file") bytes, at most C $1 M $2 Y $3 K $4, together $5 %"
  [ "$5" -le 330 ] || fail "$file: ink of $5 %"
  [ "$5" -ge 100 ] || fail "$file prints next to nothing"
  [ "$(wc -c < "$file")" -le 600000 ] || fail "$file is larger than 600 kB"

  check "$spec" $name pdfa2a,pdfua1
  has "$file" '<pdfaid:part>2<' '<pdfaid:conformance>A<' '<pdfuaid:part>1<' '/GTS_PDFA1'
  has "$file" '/DisplayDocTitle true' '/Tabs /S' '/Artifact BMC' '<pdfaSchema:prefix>pdfuaid<'
  for standard in pdfa2a pdfua1 pdfx4,pdfa2a,pdfua1; do check "$spec" $name $standard; done
  has "$file" '/GTS_PDFX' '/GTS_PDFA1' '<pdfxid:GTS_PDFXVersion>PDF/X-4<' '<pdfaid:part>2<'
  no_rgb "$file"
  if command -v verapdf > /dev/null; then
    for flavour in 2a ua1; do
      verapdf --format text --flavour $flavour "$name-pdfa2a,pdfua1.pdf" | grep -q ^PASS || fail "$name is not PDF of flavour $flavour"
    done
  else
    echo "veraPDF is not installed: not asked"
  fi
done

# Content outside all tags is an artifact: what paints lies in marked content. Marked content is balanced.
LC_ALL=C awk '
  / BDC$| BMC$/ { depth++; pages = 1 }
  /^EMC$/ { depth--; if (depth < 0) { print "EMC without a beginning"; exit 1 } }
  /^endstream$/ { if (pages && depth) { print "content is marked and never ends"; exit 1 } if (pages) exit 0 }
  pages && (/ (f|S|B|sh|Do|TJ|Tj)$/ || /^(f|f\*|S|B|b)$/) && depth == 0 { print "painted outside of marked content: " $0; exit 1 }
' "chart-gallery-pdfa2a,pdfua1.pdf.txt"

# Black text is black ink, solid, and overprints.
cat > black.json <<'END'
{"title": "Black", "lang": "en", "page": {"background": "#FFFFFF"},
 "panels": [{"type": "text", "text": "Nothing but 黑色文字 in the ink of the theme"}]}
END
render black.json --print pdfx4 -o black.pdf
[ "$(ink black.pdf 150)" = "0 0 0 100 100" ] || fail "black text prints as $(ink black.pdf 150)"
plain black.pdf
has black.pdf '0 0 0 1 k' '/HuiOver gs'
sed 's/"page"/"print": {"standard": "pdfx4", "black": "none"}, "page"/' black.json > rich.json
render rich.json -o rich.pdf
[ "$(ink rich.pdf 150 | cut -d' ' -f1)" -ge 50 ] || fail "by the profile, black text is not rich"

# So is an icon of its size; a large ground in the same ink stays rich.
sed 's/"panels": \[/&{"type": "icon", "icon": "ship", "style": "plain", "size": 40, "color": "ink"}, /' black.json > icon.json
render icon.json --print pdfx4 -o icon.pdf
[ "$(ink icon.pdf 150)" = "0 0 0 100 100" ] || fail "an icon in the ink of text prints as $(ink icon.pdf 150)"
sed 's/#FFFFFF/#1F2329/' black.json > ground.json
render ground.json --print pdfx4 -o ground.pdf 2> log
[ "$(ink ground.pdf 150 | cut -d' ' -f1)" -ge 50 ] || fail "a dark ground is not rich: $(ink ground.pdf 150)"

# Outlined text: no font, the same picture, black ink that overprints, and what it reads beside it.
no_fonts() { [ "$(pdffonts "$1" | wc -l)" -eq 2 ] || { pdffonts "$1"; fail "$1 has fonts"; }; }
same() { # PDF PDF DPI: as far down as 1500 pixels
  pdftoppm -r "$3" -x 0 -y 0 -W 1700 -H 1500 -singlefile "$1" left
  pdftoppm -r "$3" -x 0 -y 0 -W 1700 -H 1500 -singlefile "$2" right
  python3 "$here/same.py" left.ppm right.ppm || fail "$1 and $2 look different"
}
for standard in none pdfx4 pdfx1a; do
  render black.json --print $standard -o fonts.pdf
  render black.json --print $standard --outline-text -o outlined.pdf
  qpdf --check outlined.pdf > log 2>&1 || { cat log; fail "outlined text is damaged"; }
  no_fonts outlined.pdf
  same fonts.pdf outlined.pdf 150
  plain outlined.pdf
  has outlined.pdf '/ActualText <feff004e006f' '/HuiG1 Do'
  [ $standard = none ] && continue
  has outlined.pdf '/HuiOver gs'
  [ "$(ink outlined.pdf 150)" = "0 0 0 100 100" ] || fail "outlined black text prints as $(ink outlined.pdf 150)"
done
sed 's/"page"/"print": {"standard": "none", "text": "outlines"}, "page"/' black.json > outlines.json
render outlines.json -o outlines.pdf
render black.json --outline-text -o outlined.pdf
cmp outlines.pdf outlined.pdf
for spec in chart-gallery/bar.vl.json hohhot-2023/poster.json; do
  case $posters in *"${spec%%/*}"*) spec=$specs/$spec ;; *) continue ;; esac
  for standard in none pdfx4; do
    render "$spec" --print $standard --outline-text -o outlined.pdf
    qpdf --check outlined.pdf > log 2>&1 || { cat log; fail "$spec, outlined, is damaged"; }
    no_fonts outlined.pdf
    plain outlined.pdf
    has outlined.pdf '/ActualText <feff'
    [ "$(wc -c < outlined.pdf)" -le 1500000 ] || fail "$spec, outlined, is larger than 1.5 MB"
  done
  render "$spec" --print $standard -o fonts.pdf
  same fonts.pdf outlined.pdf 150
done

# What is asked for on the command line holds for charts, too, and over what the spec says.
cp "$source/src/print/profiles/FOGRA39L_coated.icc" press.icc
render $specs/chart-gallery/bar.vl.json --print pdfx4 --print-profile press.icc --print-colors rgb -o chart.pdf
plain chart.pdf
has chart.pdf '/OutputConditionIdentifier (FOGRA39L Coated)' '/DefaultRGB'
render black.json --print pdfx4 --print-black none -o rich.pdf
[ "$(ink rich.pdf 150 | cut -d' ' -f1)" -ge 50 ] || fail "by the profile, black text is not rich"

# PDF/X-1a of a poster without transparency, links and all.
cat > opaque.json <<'END'
{"title": "Opaque", "lang": "en", "print": "pdfx1a", "panels": [{"type": "text", "text": "A [link](https://example.org/), **red**."}]}
END
render opaque.json -o opaque.pdf
plain opaque.pdf
no_rgb opaque.pdf
head -c 8 opaque.pdf | grep -q 'PDF-1.4' || fail "PDF/X-1a is not PDF 1.4"
has opaque.pdf '/GTS_PDFXVersion (PDF/X-1a:2003)' '/GTS_PDFX'
if grep -anE '/Transparency|/SMask|/ca |/CA |/Annot|/OBJR|/ObjStm|/XRef' opaque.pdf.txt; then fail "PDF/X-1a has what it must not"; fi
# Charts of translucent marks, the report with its hero, and the gallery.
for spec in chart-gallery/05-relations hohhot-2023/poster chart-gallery/poster; do
  if [ -n "${HUIBAO_SLOW:-}" ] && [ "${spec##*/}" = poster ]; then continue; fi
  render "$specs/$spec.json" --print pdfx1a -o flat.pdf || fail "$spec is not made to PDF/X-1a"
  qpdf --check flat.pdf > log 2>&1 || { cat log; fail "$spec as PDF/X-1a is damaged"; }
  plain flat.pdf
  no_rgb flat.pdf
  if grep -anE '/Transparency|/SMask|/ca |/CA |/BM' flat.pdf.txt; then fail "$spec as PDF/X-1a is transparent"; fi
done
render opaque.json --print pdfua1 -o linked.pdf
plain linked.pdf
has linked.pdf '/Contents (https://example.org/)' '/F 4' '/OBJR'

# PDF/X-4 with RGB: content as it was, each resource dictionary says what it means.
sed 's/"pdfx1a"/{"standard": "pdfx4", "colors": "rgb"}/' opaque.json > rgb.json
render rgb.json -o rgb.pdf
plain rgb.pdf
has rgb.pdf '/DefaultRGB' '/ICCBased' ' rg' '/GTS_PDFX'

# Inks of the theme: a house's own CMYK, exactly, and a spot colour with a plate of its own.
cat > inks.json <<'END'
{"title": "Inks", "lang": "en", "print": "pdfx4", "page": {"background": "#FFFFFF"},
 "theme": {"extends": "red-gold", "cmyk": {"#FCEDEB": [0, 8, 5, 0], "red": {"cmyk": [10, 100, 90, 5], "spot": "PANTONE 871 C"}}},
 "panels": [{"type": "text", "text": "**red**"}, {"type": "icon", "icon": "ship"}]}
END
render inks.json -o inks.pdf
plain inks.pdf
no_rgb inks.pdf
has inks.pdf '0 0.08 0.05 0 k' '/HuiSpot1 cs 1 scn' '/PANTONE#20871#20C'
rm -f plates*.tif
ink inks.pdf 72 > /dev/null
[ -s 'plates(PANTONE 871 C).tif' ] || fail "the spot colour has no plate"

# The user's own profile.
sed 's/"pdfx1a"/{"standard": "pdfx4", "profile": "press.icc"}/' opaque.json > own.json
render own.json -o own.pdf
plain own.pdf
has own.pdf '/OutputConditionIdentifier (FOGRA39L Coated)'
if grep -aq RegistryName own.pdf.txt; then fail "an unknown profile is said to be registered"; fi

# A plain PDF is what it was, whoever asks: nothing of the module is there.
render opaque.json --print none -o none.pdf
sed 's/"print": "pdfx1a", //' opaque.json > bare.json
render bare.json -o bare.pdf
cmp none.pdf bare.pdf

# Images: pixels with a transparent ground, and a JPEG.
gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=pngalpha -r20 -sOutputFile=alpha.png none.pdf
gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=jpeg -r20 -sOutputFile=photo.jpg chart-gallery-pdfx4.pdf
for image in alpha.png photo.jpg; do
  echo '{"title": "Image", "panels": [{"type": "image", "src": "'$image'", "alt": "字"}]}' > image.json
  for standard in pdfx4 pdfa2a,pdfua1; do
    render image.json --print $standard -o image.pdf
    qpdf --check image.pdf > log 2>&1 || { cat log; fail "$image as $standard is damaged"; }
    plain image.pdf
    has image.pdf '/Subtype /Image' '/Alt '
    if [ $standard = pdfx4 ]; then no_rgb image.pdf; fi
    if [ $standard != pdfx4 ] && grep -an '/Interpolate true' image.pdf.txt; then fail "$image is interpolated"; fi
  done
done
