#!/bin/sh
# Checks `huibao preflight` on small PDFs with one fault each, on specs, on our own print PDFs, on files of other programs and on
# broken ones. usage: run.sh HUIBAO SOURCE_DIR
set -eu
program=$1 source=$2 here=$2/tests/preflight
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for tool in python3 qpdf gs; do command -v $tool > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }; done
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
preflight() { # STATUS ARGUMENT...: facts in said, findings in err
  wanted=$1 found=0
  shift
  "$program" preflight "$@" > said 2> err < /dev/null || found=$?
  [ $found -eq "$wanted" ] || { fail "preflight $*: status $found, not $wanted"; cut -c1-200 err; }
}
says() { grep -qF -e "$2" "$1" || { fail "$1 does not say “$2”"; head -20 "$1" | cut -c1-200; }; }
rules() { sed -n 's/^.*: \(error\|warning\)\[\([a-z0-9-]*\)\]: .*/\1 \2/p' err | LC_ALL=C sort; }
expect() { # NAME: rules found are those of NAME.expect
  rules > "$1.found"
  diff "$1.expect" "$1.found" > difference || { fail "$1: expected (<) and found (>)"; cat difference; cut -c1-200 err; }
}
echo '{"title": "字", "panels": [{"type": "text", "text": "字"}]}' > first.json
"$program" preflight --no-ink first.json > said 2> err || grep -q 'no-print-module' err && {
  grep -q 'no-print-module' err && { echo "skipped: built without the print module"; exit 77; }; }

# One fault each.
mkdir faults spare
export TMPDIR="$work/spare"
cd faults
python3 "$here/faults.py" "$source/src/print/profiles/FOGRA39L_coated.icc"
[ "$(ls ./*.pdf | wc -l)" -ge 80 ] || fail "only $(ls ./*.pdf | wc -l) files"
for file in *.pdf; do
  name=${file%.pdf} status=0
  grep -q error "$name.expect" && status=1
  preflight $status $(cat "$name.args") "$file"
  expect "$name"
done
preflight 1 ink-turned.pdf; cp err turned
preflight 1 ink-turned.pdf --json --limits ink=320
python3 - said <<'END' || fail "the place of ink is wrong"
import json, sys
(finding,) = json.load(open(sys.argv[1]))["findings"]
box = finding["box"]  # 20 to 80 pt from the left, 200 to 260 from below, of a page whose trim begins at 3 mm
assert finding["rule"] == "ink-coverage" and finding["page"] == 1, finding
assert abs(box["x"] - (20 / 72 * 25.4 - 3)) < 4 and abs(box["y"] - (103 - 260 / 72 * 25.4)) < 4, box
assert abs(box["width"] - 21) < 6 and abs(box["height"] - 21) < 6, box
END
preflight 1 ink-spot.pdf; says said "Gold 100 %"; says said "at most 400 %"
preflight 0 --no-ink ink-300.pdf; says said "not checked"

# Every rule has a file that breaks it.
qpdf --encrypt "" owner 256 -- clean.pdf encrypted.pdf
qpdf --encrypt user owner 256 -- clean.pdf password.pdf
preflight 1 --no-ink encrypted.pdf; says err "error[encrypted]"; rules > encrypted.found
preflight 1 --no-ink password.pdf; says err "error[pdf-password]"; rules > password.found
path=$PATH
PATH=/nowhere
export PATH
/bin/sh -c '"$1" preflight clean.pdf > said 2> err' - "$program" || true
PATH=$path
export PATH
says err "warning[ink-unchecked]"; says err "apt install ghostscript"; rules > unchecked.found
for rule in $(sed -n 's/^RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$source/src/preflight/rules.inc"); do
  grep -qh " $rule\$" ./*.found || fail "no file breaks the rule $rule"
done
preflight 0 bomb.pdf; says err "warning[ink-unchecked]"; says err "too complex"
rmdir "$TMPDIR" && mkdir "$TMPDIR" || fail "temporary files were left: $(ls "$TMPDIR")"

# Languages, forms, options.
preflight 1 --no-ink --lang zh image-rgb-72.pdf
says err "只有 72 dpi"; says said "页面"; says said "错误 2 个"
preflight 1 --no-ink --json image-rgb-72.pdf safe-zone.pdf
[ ! -s err ] || fail "JSON leaves standard error alone"
python3 - said <<'END' || fail "JSON is wrong"
import json, sys
first, second = map(json.loads, open(sys.argv[1]))
assert first["errors"] == 2 and first["file"] == "image-rgb-72.pdf" and first["rules"] == "coated", first
assert first["facts"]["standards"] == "PDF/X-4" and first["facts"]["outputIntentSpace"] == "CMYK", first["facts"]
assert abs(first["facts"]["pages"][0]["trimBox"]["width"] - 100) < 0.1 and first["limits"]["ink"] == 320
coarse = [f for f in first["findings"] if f["rule"] == "image-coarse"][0]
assert coarse["severity"] == "error" and coarse["page"] == 1 and coarse["message"] and coarse["hint"], coarse
assert abs(coarse["box"]["width"] - 100 / 72 * 25.4) < 0.1, coarse
assert second["warnings"] == 1 and second["findings"][0]["rule"] == "safe-zone", second
END
preflight 1 --no-ink --strict safe-zone.pdf
preflight 0 --no-ink -q safe-zone.pdf; [ ! -s said ] && [ ! -s err ] || fail "-q says something"
preflight 0 --no-ink --diagnostics=json safe-zone.pdf; says err '"code":"safe-zone"'
preflight 2 --no-ink --limits ink clean.pdf; says err "unknown-value"
preflight 2 --no-ink --limits inc=3 clean.pdf; says err "did you mean \`ink\`?"
preflight 2 --rules glossy clean.pdf
preflight 2 --print pdfx4 clean.pdf; says err "clean.pdf is a PDF"
preflight 3 missing.pdf; says err "unreadable-file"
"$program" preflight --no-ink - < clean.pdf > said 2> err || fail "a PDF in a pipe"; says said "<stdin>"
cp clean.pdf clean.bin; preflight 0 --no-ink clean.bin
cd ..

# Specs: the panel at fault is named.
python3 - <<'END'
import struct, zlib
def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = b"".join(b"\0" + b"\xc0\x30\x20" * 300 for _ in range(200))
open("photo.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 300, 200, 8, 2, 0, 0, 0)) +
                              chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
cat > spec.json <<'END'
{"title": "Poster", "lang": "en", "page": {"size": "A4", "bleed": "3mm", "background": "#FFFFFF"}, "print": "pdfx4",
 "panels": [
  {"type": "text", "text": "Nothing is wrong here"},
  {"type": "card", "panels": [
   {"type": "image", "src": "photo.png", "alt": "A photo"}]}]}
END
preflight 1 --no-ink spec.json
says err "spec.json:5:4: error[image-coarse]"
preflight 1 --no-ink --json spec.json
python3 -c 'import json, sys; (f,) = json.load(open("said"))["findings"]; assert f["pointer"] == "/panels/1/panels/0" and f["line"] == 5, f' ||
  fail "the pointer of a panel"
sed 's/"A4", "bleed": "3mm", "background": "#FFFFFF"/"A4", "background": "#204080"/; s/{"type": "card".*/{"type": "text", "text": "a"}]}/; /"image"/d' spec.json > plain.json
preflight 1 --no-ink plain.json; says err "error[bleed-missing]"; says err '"bleed": "3mm"'
preflight 1 --no-ink --print none plain.json; says err "error[rgb]"; says err "print pdfx4"
preflight 1 --no-ink - < plain.json
echo '{"panels": [{"type": "txt"}]}' > bad.json
preflight 1 bad.json; says err "unknown-panel"

# Our own print PDFs are good, with bleed and marks, on one page and on several.
cp -R "$source/specs" specs
python3 - <<'END'
import json
for name in ("hohhot-2023", "chart-gallery"):
    spec = json.load(open(f"specs/{name}/poster.json"))
    spec["print"] = "pdfx4"
    spec["page"] = {**spec.get("page", {}), "bleed": "3mm"}
    json.dump(spec, open(f"specs/{name}/long.json", "w"))
    spec["page"].update(size="A3", flow="pages", marks="all")
    json.dump(spec, open(f"specs/{name}/pages.json", "w"))
END
for spec in specs/hohhot-2023/long.json specs/hohhot-2023/pages.json specs/chart-gallery/long.json specs/chart-gallery/pages.json; do
  if [ -n "${HUIBAO_SLOW:-}" ] && [ $spec != specs/chart-gallery/pages.json ]; then continue; fi
  preflight 0 $spec; says said "PDF/X-4"; says said "good"
  [ ! -s err ] || { fail "$spec is not good"; cut -c1-200 err; }
  grep ' ink ' said
done
preflight 0 --rules accessible --print pdfa2a,pdfua1 specs/hohhot-2023/poster.json; says said "PDF/A-2a, PDF/UA-1"; says said "good"

# Files of other programs, where those are installed: checked without fail.
cat > other.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="200mm" height="100mm" viewBox="0 0 200 100"><rect width="200" height="100" fill="#c00"/>
<text x="20" y="50" font-size="10">Hello</text><path d="M10 80h180" stroke="#000" stroke-width="0.05"/></svg>
END
echo '<html><body><p>Hello</p></body></html>' > other.html
printf '%s\n' '\documentclass{article}\begin{document}Hello {\tiny small}\end{document}' > other.tex
other() { # NAME RULE...: the file is there, and breaks these rules
  name=$1
  shift
  [ -s "$name.pdf" ] || { fail "$name.pdf was not made"; return 0; }
  "$program" preflight "$name.pdf" > said 2> err || [ $? -eq 1 ] || fail "$name.pdf: status $?"
  for rule in "$@"; do says err "[$rule]"; done
  if grep -qE 'pdf-(damaged|unreadable|complex)|ink-unchecked' err; then fail "$name.pdf was not read"; cat err; fi
}
have() { [ -z "${HUIBAO_SLOW:-}" ] && command -v "$1" > /dev/null || { echo "$1 is not installed, or this build is slow: not asked"; return 1; }; }
HOME=$work
export HOME
if have rsvg-convert; then rsvg-convert -f pdf -o cairo.pdf other.svg; other cairo rgb bleed-missing thin-line no-trim-box
  gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -o ghostscript.pdf cairo.pdf; other ghostscript rgb bleed-missing thin-line
  gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -sColorConversionStrategy=CMYK -sProcessColorModel=DeviceCMYK -o cmyk.pdf cairo.pdf
  other cmyk bleed-missing; if grep -q '\[rgb\]' err; then fail "CMYK is taken for RGB"; fi; fi
if have inkscape; then inkscape other.svg -o inkscape.pdf > /dev/null 2>&1; other inkscape rgb bleed-missing thin-line; fi
if have soffice; then soffice --headless --convert-to pdf other.html > /dev/null 2>&1 && mv other.pdf libreoffice.pdf; other libreoffice no-trim-box; fi
if have pdflatex; then pdflatex -interaction=batchmode other.tex > /dev/null && mv other.pdf latex.pdf; other latex tiny-text no-trim-box; fi

# Broken in every way: never a crash.
cp faults/clean.pdf good.pdf
python3 - "$program" <<'END' || fail "a broken file was not survived"
import random, subprocess, sys
good = open("good.pdf", "rb").read()
rng = random.Random(1)
for i in range(60):
    bytes_ = bytearray(good)
    for _ in range(rng.randrange(1, 30)):
        bytes_[rng.randrange(9, 1500)] = rng.randrange(256)
    open("broken.pdf", "wb").write(bytes_[:rng.randrange(400, len(bytes_))] if i % 3 == 0 else bytes_)
    status = subprocess.run([sys.argv[1], "preflight", "--no-ink", "--json", "broken.pdf"], capture_output=True, timeout=60).returncode
    assert status in (0, 1), status
END
rmdir "$TMPDIR" || fail "temporary files were left: $(ls "$TMPDIR")"
[ $failures -eq 0 ]
