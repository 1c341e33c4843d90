"""Builds the bundled fonts and the icon table from Debian's Noto Sans CJK and Tabler Icons.

Usage: build.py INPUTS, where INPUTS holds the unpacked npm packages `icons` and `icons-webfont`
(build.sh fetches them). The same inputs give the same bytes.
"""

import bz2
import copy
import json
import re
import shutil
import sys
from itertools import accumulate
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates

HERE = Path(__file__).resolve().parent
ICON_TABLE = HERE.parent / "src" / "icon" / "icon_table.inc"

NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
NOTO_COPYRIGHT = Path("/usr/share/doc/fonts-noto-cjk/copyright")
NOTO_SC = 2  # index of "Noto Sans CJK SC" in each collection
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"

# What Noto Sans CJK lacks of the ranges below (subscripts, most of Latin Extended) comes from Noto Sans, as a family
# that fontconfig falls back to.
NOTO_LATIN = "/usr/share/fonts/truetype/noto/NotoSans-{}.ttf"
LATIN_FAMILY = "Huibao Latin"
LATIN_STYLES = ["Regular", "Bold"]
DEJAVU = "/usr/share/fonts/truetype/dejavu/{}"  # as they are: plain charts are measured with them, as Vega's are
DEJAVU_FILES = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]
SPACES = {0x20, 0xA0}  # Pango sets a space in the font of the letter before it

FAMILY = "Huibao Sans"
WEIGHTS = {"Regular": 400, "Bold": 700, "Black": 900}

# Kept where Noto has them; the composer and the style tables of Chinese text ask for no others.
FEATURES = """kern liga ccmp locl mark tnum lnum
              halt palt vhal vpal vkrn vert vrt2 fwid hwid pwid ruby""".split()

# What stands beside the han in reports: (first, last, what it is).
RANGES = [
    (0x0020, 0x007E, "ASCII"),
    (0x00A0, 0x017F, "Latin-1, Latin Extended-A"),
    (0x01CD, 0x01DC, "pinyin: third tones, ü with tones"),
    (0x01F8, 0x01F9, "pinyin: n with grave"),
    (0x0251, 0x0251, "pinyin: single-storey a"),
    (0x0261, 0x0261, "pinyin: single-storey g"),
    (0x02C6, 0x02DD, "spacing tone marks and accents"),
    (0x0300, 0x030C, "combining accents, the four tones among them"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x04FF, "Cyrillic"),
    (0x1E00, 0x1EFF, "Latin Extended Additional"),
    (0x2000, 0x206F, "general punctuation"),
    (0x2070, 0x209F, "superscripts and subscripts"),
    (0x20A0, 0x20CF, "currency"),
    (0x2100, 0x214F, "letterlike: ℃ № ™"),
    (0x2150, 0x218F, "number forms"),
    (0x2190, 0x21FF, "arrows"),
    (0x2200, 0x22FF, "mathematical operators"),
    (0x2300, 0x23FF, "miscellaneous technical"),
    (0x2460, 0x24FF, "enclosed alphanumerics"),
    (0x2500, 0x259F, "box drawing, blocks"),
    (0x25A0, 0x25FF, "geometric shapes"),
    (0x2600, 0x27BF, "miscellaneous symbols, dingbats"),
    (0x2E3A, 0x2E3B, "two-em and three-em dash"),
    (0x3000, 0x303F, "CJK punctuation"),
    (0x3040, 0x30FF, "kana"),
    (0x3100, 0x312F, "bopomofo"),
    (0x3200, 0x32FF, "enclosed CJK"),
    (0x3371, 0x33DF, "squared units: ㎡ ㎞ ㎏"),
    (0xFE10, 0xFE1F, "vertical forms"),
    (0xFE30, 0xFE4F, "CJK compatibility forms"),
    (0xFF00, 0xFFEF, "fullwidth and halfwidth forms"),
]

# Weight class → file of the webfont; strokes of 1, 1.5 and 2 on Tabler's grid of 24.
ICON_WEIGHTS = {200: "tabler-icons-200", 300: "tabler-icons-300", 400: "tabler-icons"}
ICON_TIME = 0x7C25B080  # 1970-01-01 in seconds since 1904; any fixed time will do


# ---- text fonts ----

def table_of_general_standard_characters():
    """The 8,105 characters of 通用规范汉字表."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        return {int(m[1], 16) for m in map(re.compile(r"U\+(\w+)\tkTGH\t").match, lines) if m}


def gb2312():
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(c) for c in (cell.decode("gb2312", errors="ignore") for cell in cells) if c}


def wanted_characters():
    ranges = (range(first, last + 1) for first, last, _ in RANGES)
    return table_of_general_standard_characters().union(gb2312(), *ranges)


def rename(font, family, style):
    """Gives the names of a family to the name table and to the CFF dictionaries.

    The OFL asks modified fonts for a name of their own; it also keeps the subset from being
    mistaken for an installed Noto. Copyright, trademark and licence records stay as they are.
    """
    full, postscript = f"{family} {style}", f"{family.replace(' ', '')}-{style}"
    paired = style in ("Regular", "Bold")  # the only styles that name IDs 1 and 2 can tell apart
    names = {
        1: family if paired else full,
        2: style if paired else "Regular",
        3: f"2.004;{postscript}",
        4: full,
        6: postscript,
        16: family,
        17: style,
    }
    table = font["name"]
    table.names = [n for n in table.names if n.langID == 0x409 and n.nameID not in names]
    for name_id, text in names.items():
        if name_id < 16 or not paired:
            table.setName(text, name_id, 3, 1, 0x409)

    if "CFF " not in font:
        return
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    old = cff.fontNames[0]
    cff.fontNames[0] = postscript
    top.FullName, top.FamilyName, top.Weight = full, family, style
    for part in top.FDArray:
        part.FontName = part.FontName.replace(old, postscript)


def build_text_font(style, weight, characters):
    font = TTFont(NOTO.format(style), fontNumber=NOTO_SC, recalcTimestamp=False)
    options = subset.Options(
        desubroutinize=True,  # or Cairo copies all of Noto's subroutines into each PDF
        hinting=False,
        layout_features=FEATURES,
        name_IDs="*",
        name_languages="*",
        notdef_outline=True,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    rename(font, FAMILY, style)
    assert font["OS/2"].usWeightClass == weight
    font.save(HERE / f"{FAMILY.replace(' ', '')}-{style}.otf")
    return set(font.getBestCmap())


def build_latin_font(style, characters):
    """The characters that the fonts of FAMILY lack, as far as Noto Sans has them."""
    font = TTFont(NOTO_LATIN.format(style), recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["kern", "mark", "ccmp", "locl"], name_IDs="*",
                             name_languages="*", notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    rename(font, LATIN_FAMILY, style)
    font.save(HERE / f"{LATIN_FAMILY.replace(' ', '')}-{style}.ttf")


def notice_of(font):
    return str(font["name"].getName(0, 3, 1, 0x409))


def write_licence():
    """Writes OFL.txt from Debian's copyright file, with the copyright line of the fonts."""
    text = NOTO_COPYRIGHT.read_text(encoding="utf-8")
    block = re.search(r"^License: SIL-1\.1\n((?: .*\n)+)", text, re.M)[1]
    licence = "".join(re.sub(r"^ \.?", "", line) for line in block.splitlines(keepends=True))
    notices = [notice_of(TTFont(NOTO.format("Regular"), fontNumber=NOTO_SC)), notice_of(TTFont(NOTO_LATIN.format("Regular")))]
    head = (f"{notices[0]}\n(Huibao Sans)\n\n{notices[1]}\n(Huibao Latin)\n\n"
            "This Font Software is licensed under the SIL Open Font License, Version 1.1.\n"
            "This license is copied below, and is also available with a FAQ at:\n"
            "http://scripts.sil.org/OFL\n\n")
    (HERE / "OFL.txt").write_text(head + licence, encoding="utf-8")


def copy_dejavu():
    """Copies the fonts, and writes the licence that they carry."""
    for file in DEJAVU_FILES:
        shutil.copyfile(DEJAVU.format(file), HERE / file)
    licence = TTFont(HERE / DEJAVU_FILES[0])["name"].getDebugName(13)
    lines = [line.rstrip() for line in licence.splitlines()]
    (HERE / "DEJAVU-LICENSE.txt").write_text("\n".join(lines).strip() + "\n", encoding="utf-8")


# ---- icons ----

def read_icons(inputs):
    """Name → (code point, search words) of every outline icon, in strcmp order."""
    source = json.loads((inputs / "icons" / "icons.json").read_text(encoding="utf-8"))
    icons = {}
    for name, icon in sorted(source.items()):
        if outline := icon["styles"].get("outline"):
            icons[name] = int(outline["unicode"], 16), search_words(name, icon)
    return icons


def search_words(name, icon):
    """Category and tags as words, without those the name has already and the few that are not ASCII."""
    words = " ".join([icon["category"], *map(str, icon["tags"])]).lower().split()
    return [w for w in dict.fromkeys(words) if w.isascii() and w not in name.split("-")]


def drop_invisible_contours(glyph):
    """Removes the contours of one or two points that the webfont has: they enclose nothing."""
    starts = [0] + [end + 1 for end in glyph.endPtsOfContours]
    contours = [range(a, b) for a, b in zip(starts, starts[1:]) if b - a > 2]
    kept = [i for contour in contours for i in contour]
    assert kept
    glyph.coordinates = GlyphCoordinates([glyph.coordinates[i] for i in kept])
    glyph.flags = bytearray(glyph.flags[i] for i in kept)
    glyph.endPtsOfContours = [count - 1 for count in accumulate(map(len, contours))]
    glyph.numberOfContours = len(contours)


def build_icon_font(inputs, weight, icons):
    """One weight of the icons, without ligatures, hints and glyph names.

    Glyphs stand in the order of their code points, alike in all weights; that also keeps the cmap short.
    """
    icons = dict(sorted(icons.items(), key=lambda icon: icon[1]))
    file = ICON_WEIGHTS[weight]
    source = TTFont(inputs / "icons-webfont" / "dist" / "fonts" / f"{file}.ttf")
    cmap, glyf = source.getBestCmap(), source["glyf"]
    glyphs = {".notdef": Glyph()}
    for name, (code, _) in icons.items():
        glyph = copy.deepcopy(glyf[cmap[code]])  # look-alikes share one glyph in the webfont
        drop_invisible_contours(glyph)
        glyph.recalcBounds(None)
        glyphs[name] = glyph

    em = source["head"].unitsPerEm
    font = FontBuilder(em, isTTF=True)
    font.setupHead(unitsPerEm=em, created=ICON_TIME, modified=ICON_TIME)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({code: name for name, (code, _) in icons.items()})
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics({name: (em, getattr(g, "xMin", 0)) for name, g in glyphs.items()})
    font.setupHorizontalHeader(ascent=source["hhea"].ascent, descent=source["hhea"].descent)
    font.setupOS2(usWeightClass=weight, sTypoAscender=source["hhea"].ascent, sTypoDescender=source["hhea"].descent)
    font.setupNameTable(icon_font_names(inputs, weight), mac=False)
    font.setupPost(keepGlyphNames=False)
    font.save(HERE / f"TablerIcons-{weight}.ttf")


def icon_font_names(inputs, weight):
    licence = (inputs / "icons-webfont" / "LICENSE").read_text(encoding="utf-8")
    return {
        "copyright": re.search(r"^Copyright .*$", licence, re.M)[0],
        "familyName": f"Tabler Icons {weight}",
        "styleName": "Regular",
        "uniqueFontIdentifier": f"{icon_version(inputs)};TablerIcons-{weight}",
        "fullName": f"Tabler Icons {weight}",
        "version": f"Version {icon_version(inputs)}",
        "psName": f"TablerIcons-{weight}",
        "licenseDescription": "MIT License",
        "typographicFamily": "Tabler Icons",
        "typographicSubfamily": str(weight),
    }


def icon_version(inputs):
    return json.loads((inputs / "icons-webfont" / "package.json").read_text(encoding="utf-8"))["version"]


def write_icon_table(inputs, icons):
    lines = [f"/* Generated by fonts/build.py from Tabler Icons {icon_version(inputs)}: name, code point, "
             "search words; in strcmp order. */"]
    for name, (code, words) in icons.items():
        lines.append(f'{{"{name}", 0x{code:x}, "{" ".join(words)}"}},')
    text = "\n".join(lines) + "\n"
    assert text.isascii() and "\\" not in text
    ICON_TABLE.parent.mkdir(parents=True, exist_ok=True)
    ICON_TABLE.write_text(text, encoding="ascii")


def main():
    inputs = Path(sys.argv[1])
    icons = read_icons(inputs)
    for weight in ICON_WEIGHTS:
        build_icon_font(inputs, weight, icons)
    write_icon_table(inputs, icons)
    shutil.copyfile(inputs / "icons-webfont" / "LICENSE", HERE / "TABLER-LICENSE.txt")

    characters = wanted_characters()
    covered = set.intersection(*(build_text_font(style, weight, characters) for style, weight in WEIGHTS.items()))
    for style in LATIN_STYLES:
        build_latin_font(style, (characters - covered) | SPACES)
    write_licence()
    copy_dejavu()


if __name__ == "__main__":
    main()
