#!/bin/sh
# SVG in LibreOffice Writer and Impress, converted to PDF without a window. usage: libreoffice.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need soffice libreoffice
for tool in pdftoppm zip; do command -v $tool > /dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }; done
export HOME="$work"
spec=$source/tests/cases/kpi/spec.json
draw poster.svg --svg-dark dark # of which it shows the light look
width=$(width_of poster.svg)
height=$(height_of poster.svg)

# document KIND BODY: an OpenDocument file (ISO/IEC 26300) of one picture, half as large as it is, at the page's corner.
document() {
  rm -rf box
  mkdir -p box/META-INF box/Pictures
  cp poster.svg box/Pictures
  printf 'application/vnd.oasis.opendocument.%s' "$1" > box/mimetype
  cat > box/META-INF/manifest.xml << XML
<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.$1"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="Pictures/poster.svg" manifest:media-type="image/svg+xml"/>
</manifest:manifest>
XML
  names='xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"'
  cat > box/styles.xml << XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles $names><office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties
fo:page-width="600pt" fo:page-height="400pt" fo:margin="0pt"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles></office:document-styles>
XML
  cat > box/content.xml << XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document-content $names><office:body>$2</office:body></office:document-content>
XML
  (cd box && zip -q -X -0 "../$3" mimetype && zip -q -X -r "../$3" . -x mimetype)
}
points() { awk "BEGIN { printf \"%gpt\", $1 * 0.375 }"; }
frame="svg:x=\"0pt\" svg:y=\"0pt\" svg:width=\"$(points "$width")\" svg:height=\"$(points "$height")\"><draw:image xlink:href=\"Pictures/poster.svg\" xlink:type=\"simple\"/></draw:frame>"
document text "<office:text><text:p><draw:frame text:anchor-type=\"as-char\" $frame</text:p></office:text>" writer.odt
document presentation "<office:presentation><draw:page draw:master-page-name=\"Standard\"><draw:frame $frame</draw:page></office:presentation>" impress.odp
"$program" -env:UserInstallation="file://$work/profile" --headless --convert-to pdf writer.odt impress.odp > said 2>&1 || { cat said; fail "no conversion"; }

shown() { pdftoppm -r 192 -png -singlefile -x 0 -y 0 -W "${width%.*}" -H "${height%.*}" "$1.pdf" "$1"; }
draw ours.png
for name in writer impress; do
  [ -s $name.pdf ] || { fail "$name.pdf is not there"; continue; }
  shown $name
  "$differ" ours.png $name.png 20000 || fail "$name draws something else"
done
finish
