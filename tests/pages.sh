#!/bin/sh
# Breaks the report into A4 pages with bleed and marks and lets independent readers look at the file: its boxes, that it says what the
# one long page says, that grounds reach the bleed, and that registration prints on all plates. usage: pages.sh HUIBAO SOURCE_DIR
set -eu
for tool in qpdf pdfinfo pdftotext pdftoppm python3; do
  command -v $tool > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$2/specs/hohhot-2023" "$work/report"
cd "$work/report"
with_page() { # FILE PAGE
  python3 - "$1" "$2" <<'END'
import json, sys
poster = json.load(open("poster.json"))
poster["page"] = json.loads(sys.argv[2])
json.dump(poster, open(sys.argv[1], "w"))
END
}
with_page plain.json '{"margin": 48}'
with_page pages.json '{"size": "A4", "margin": 48, "flow": "pages", "footer": "{page} / {pages}", "bleed": "3mm", "marks": "all", "safe": "3mm"}'
with_page roll.json '{"size": "600mm x auto", "margin": 48, "bleed": "10mm", "marks": ["crop"]}'
render() { "$program" render --strict --quiet "$@"; }
render plain.json -o plain.pdf
render pages.json -o pages.pdf
render pages.json -o again.pdf
cmp pages.pdf again.pdf
render roll.json -o roll.pdf
for file in pages roll; do qpdf --check $file.pdf > said || { cat said; exit 1; }; done
count=$(pdfinfo pages.pdf | sed -n 's/^Pages: *//p')
[ "$count" -ge 10 ] && [ "$count" -le 16 ] || { echo "$count pages"; exit 1; }

# 210 × 297 mm in the middle of a sheet that has 3 mm of bleed and 8 mm of marks around it
pdfinfo -box -l "$count" pages.pdf | awk -v pages="$count" '
  function near(a, b) { return a - b < 0.02 && b - a < 0.02 }
  function check(good) { if (!good) { print "a wrong box: " $0; wrong = 1 } }
  BEGIN { mm = 72 / 25.4 }
  / MediaBox:/ { media++; check($4 == 0 && $5 == 0 && near($6, 232 * mm) && near($7, 319 * mm)) }
  / BleedBox:/ { bleed++; check(near($4, 8 * mm) && near($5, 8 * mm) && near($6, 224 * mm) && near($7, 311 * mm)) }
  / TrimBox:/ { trim++; check(near($4, 11 * mm) && near($5, 11 * mm) && near($6, 221 * mm) && near($7, 308 * mm)) }
  END { if (media != pages || bleed != pages || trim != pages) { print "boxes are missing"; wrong = 1 } exit wrong }'
# a roll: 600 mm between the trimmed edges, in units of its own since it is longer than any page of points
qpdf --json roll.pdf | python3 -c '
import json, sys
pages = [o["value"] if "value" in o else o for o in json.load(sys.stdin)["qpdf"][1].values() if isinstance(o, dict)]
page = next(p for p in pages if isinstance(p, dict) and p.get("/Type") == "/Page")
width = (page["/TrimBox"][2] - page["/TrimBox"][0]) * page["/UserUnit"] * 25.4 / 72
assert abs(width - 600) < 0.1, width'

# what is said, by its structure and by its text
for file in plain pages; do
  pdfinfo -struct-text $file.pdf > $file.structure
  pdfinfo -struct $file.pdf | grep -c '^  Sect' > $file.sections
done
cmp plain.structure pages.structure
cmp plain.sections pages.sections
pdftotext -raw plain.pdf - | tr -d '\f' > plain.text
page=1
while [ $page -le "$count" ]; do
  pdftotext -raw -f $page -l $page pages.pdf page.text
  for line in "2023 过去一年，跑出加速度 · $page/$count · huibao " "$page / $count"; do
    case $page-$line in "1-$page / "* | "$count-$page / "*) continue ;; esac # a hero begins the first, a footer ends the last
    grep -qF "$line" page.text || { echo "page $page does not say $line"; exit 1; }
  done
  grep -vF -e "$page/$count · huibao" -e "$page / $count" page.text | tr -d '\f' >> pages.text
  page=$((page + 1))
done
# lines that stand beside each other may be joined in one file and not in the other
for file in plain pages; do tr -d ' \n' < $file.text > $file.letters; done
cmp plain.letters pages.letters

# paper is never white in this theme: what is, has not been printed
pdftoppm -r 50 pages.pdf page
render pages.json -f png -o page.png
python3 - "$count" <<'END'
import glob, os, sys
count, mm = int(sys.argv[1]), 50 / 25.4
pages = sorted(glob.glob("page-*.ppm"))
assert len(pages) == count
for name in pages:
    data = open(name, "rb").read()
    width, height = map(int, data.split(maxsplit=3)[1:3])
    pixels = data[-3 * width * height:]
    def white(x, y):
        at = 3 * (int(y) * width + int(x))
        return pixels[at:at + 3] == b"\xff\xff\xff"
    for i in range(1, 20):
        x, y = width * i / 20, height * i / 20
        if 10 * mm < x < width - 10 * mm:
            assert not white(x, 9.5 * mm) and not white(x, height - 9.5 * mm), (name, "bleed", x)
        if 10 * mm < y < height - 10 * mm:
            assert not white(9.5 * mm, y) and not white(width - 9.5 * mm, y), (name, "bleed", y)
    assert white(2 * mm, 20 * mm) and white(width - 2 * mm, 20 * mm), (name, "slug")
assert sorted(glob.glob("page-*.png")) == sorted("page-%d.png" % (i + 1) for i in range(count))
assert not os.path.exists("page.png")
END

if ! command -v gs > /dev/null; then echo "not looked at: the plates, since gs is not installed"; exit 0; fi
gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiffsep -sCompression=none -r144 -dFirstPage=6 -dLastPage=6 -sOutputFile=plate.tif pages.pdf
python3 - <<'END'
import struct
for ink in ("Cyan", "Magenta", "Yellow", "Black"):
    data = open("plate(%s).tif" % ink, "rb").read()
    order = "<" if data[:2] == b"II" else ">"
    start, = struct.unpack(order + "I", data[4:8])
    tags = {}
    for i in range(struct.unpack(order + "H", data[start:start + 2])[0]):
        tag, kind, number = struct.unpack(order + "HHI", data[start + 2 + 12 * i:start + 10 + 12 * i])
        value = data[start + 10 + 12 * i:start + 14 + 12 * i]
        tags[tag] = (number, struct.unpack(order + ("HH" if kind == 3 else "I"), value)[0])
    width, height, (strips, at) = tags[256][1], tags[257][1], tags[273]
    first = struct.unpack(order + "I", data[at:at + 4])[0] if strips > 1 else at
    pixels, mm = data[first:first + width * height], 144 / 25.4
    def darkest(x, y):
        return min(pixels[j * width + i] for j in range(int(y) - 2, int(y) + 3) for i in range(int(x) - 2, int(x) + 3))
    assert darkest(width / 2, 5.5 * mm) < 128, (ink, "registration")
    assert darkest(11 * mm, 4 * mm) < 128, (ink, "crop mark")
    assert darkest(30 * mm, 2 * mm) > 200, (ink, "bare sheet")
END
