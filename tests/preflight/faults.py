"""Writes small PDFs, each with one fault, and a table of what preflight must find in them.

usage: faults.py PROFILE.icc  writes NAME.pdf, NAME.args and NAME.expect ("severity rule" a line, sorted) into the current folder.
"""
import sys
import zlib

MM = 72 / 25.4
PROFILE = open(sys.argv[1], "rb").read()

# A page of 100 × 100 mm with 3 mm around it, all of it pale, and a word of black ink that overprints.
MEDIA = (0, 0, 106 * MM, 106 * MM)
TRIM = (3 * MM, 3 * MM, 103 * MM, 103 * MM)
GROUND = "0.1 0 0 0 k -9 -9 500 500 re f "
WORD = "/Over gs 0 0 0 1 k BT /F 12 Tf 100 200 Td (Word) Tj ET "


def bomb(size):
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()


BOMB = bomb(300 << 20)


def text(size, x=100, y=200, font="F", before="/Over gs 0 0 0 1 k"):
    return f"{before} BT /{font} {size} Tf {x} {y} Td (Word) Tj ET "


def stream(entries, data):
    data = data.encode("latin1") if isinstance(data, str) else data
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries.encode(), len(data), data)


def xmp(**claims):
    spaces = {"x": "http://www.npes.org/pdfx/ns/id/", "a": "http://www.aiim.org/pdfa/ns/id/", "ua": "http://www.aiim.org/pdfua/ns/id/"}
    names = {"x": "GTS_PDFXVersion", "a": "part", "ua": "part"}
    body = "".join(f'<{k}:{names[k]} xmlns:{k}="{spaces[k]}">{v}</{k}:{names[k]}>' for k, v in claims.items())
    return stream("/Type /Metadata /Subtype /XML", '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/'
                  f'22-rdf-syntax-ns#"><rdf:Description rdf:about="">{body}</rdf:Description></rdf:RDF></x:xmpmeta>')


def box(name, at):
    return f"/{name} [{' '.join(f'{v:.3f}' for v in at)}] " if at else ""


def pdf(content=GROUND + WORD, resources="", objects=(), media=MEDIA, trim=TRIM, bleed=MEDIA, page="", catalog="", info="",
        claims={"x": "PDF/X-4"}, version="1.6", profile=PROFILE, states="", fonts=""):
    """Objects of the caller's own are numbered from 20."""
    parts = {
        1: f"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R {'/OutputIntents [6 0 R] ' if profile else ''}{catalog}>>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R {box('MediaBox', media)}{box('TrimBox', trim)}{box('BleedBox', bleed)}"
           f"/Contents 4 0 R /Resources << /Font << /F 8 0 R /Helv 10 0 R {fonts}>> /ExtGState << /Over << /OP true /op true /OPM 1 >> "
           f"/Half << /ca 0.5 >> /Blend << /BM /Multiply >> /Mask << /SMask << /S /Luminosity /G 20 0 R >> >> {states}>> {resources} >> {page}>>",
        4: stream("", content),
        5: xmp(**claims),
        6: f"<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 7 0 R >>",
        7: stream("/N 4", profile or b""),
        8: "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Own /FirstChar 32 /LastChar 126 /Widths [" + "500 " * 95 +
           "] /FontDescriptor 9 0 R >>",
        9: "<< /Type /FontDescriptor /FontName /ABCDEF+Own /FontFile2 11 0 R /Flags 32 >>",
        10: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        11: stream("", "not looked into"),
        12: f"<< {info}>>",
    }
    parts.update({20 + i: part for i, part in enumerate(objects)})
    out, places = bytearray(f"%PDF-{version}\n%\xe2\xe3\n".encode("latin1")), {}
    for number, part in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part if isinstance(part, bytes) else part.encode("latin1"))
    start, size = len(out), max(parts) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += f"{places[number]:010d} 00000 n \n".encode() if number in places else b"0000000000 65535 f \n"
    out += f"trailer\n<< /Size {size} /Root 1 0 R /Info 12 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def image(width, height, space, bits=8, more=""):
    components = {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(space, 1)
    size = (width * bits * components + 7) // 8 * height
    return stream(f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} /BitsPerComponent {bits} {more}",
                  b"\x40" * size)


def placed(dpi, pixels=100):
    side = pixels / dpi * 72
    return f"q {side:.3f} 0 0 {side:.3f} 50 50 cm /I Do Q "


X1A = dict(claims={}, info="/GTS_PDFXVersion (PDF/X-1a:2003) ", version="1.4")
PLAIN = dict(claims={}, profile=None)
I = "/XObject << /I 20 0 R >>"
DIGITAL = "--rules digital"
cases = {
    "clean": (pdf(), "", []),
    "clean-x1a": (pdf(**X1A), "", []),
    "white-needs-no-bleed": (pdf("0 0 0 0 k 0 0 500 500 re f " + WORD, media=TRIM, bleed=None), "", []),
    "no-trim": (pdf(trim=None, bleed=None, media=TRIM, content=WORD), "", ["error no-trim-box"]),
    "no-trim-plain": (pdf(trim=None, bleed=None, content=WORD, claims={}, version="1.7"), "", ["warning no-trim-box"]),
    "trim-beyond": (pdf(trim=(3 * MM, 3 * MM, 120 * MM, 103 * MM), content=WORD), "", ["error bad-box"]),
    "trim-empty": (pdf(trim=(9, 9, 9, 9), content=WORD), "", ["error bad-box"]),
    "bleed-one-side": (pdf(f"0.1 0 0 0 k {2 * MM} -9 500 500 re f " + WORD), "", ["error bleed"]),
    "bleed-by-clip": (pdf(f"q 0 0 {103 * MM} 500 re W n {GROUND}Q " + WORD), "", ["error bleed"]),
    "bleed-by-form": (pdf("/I Do " + WORD, I, [stream(f"/Type /XObject /Subtype /Form /BBox [-9 {3 * MM} 500 500]", GROUND)]), "",
                      ["error bleed"]),
    "bleed-on-ground": (pdf(GROUND + f"0 0.5 0 0 k {3 * MM} 20 30 200 re f " + WORD), "", ["warning bleed-short"]),
    "bleed-tip": (pdf(GROUND + f"0 0.5 0 0 k {3 * MM} 50 m 40 40 l 40 60 l f " + WORD), "", []),
    "bleed-none": (pdf(media=TRIM, bleed=None), "", ["error bleed-missing"]),
    "bleed-wanted-more": (pdf(), "--limits bleed=5", ["error bleed-missing"]),
    "bleed-unwanted": (pdf(media=TRIM, bleed=None), "--limits bleed=0", []),
    "marks-beside": (pdf(GROUND + f"0 0 0 1 k 1 100 5 20 re f " + WORD), "", []),
    "safe-zone": (pdf(GROUND + text(12, x=4 * MM)), "", ["warning safe-zone"]),
    "safe-zone-turned": (pdf(GROUND + "0 0 0 1 k /Over gs BT /F 12 Tf 0 1 -1 0 8.6 100 Tm (Word) Tj ET "), "", ["warning safe-zone"]),
    "font": (pdf(GROUND + text(12, font="Helv")), "", ["error font-not-embedded"]),
    "font-unused": (pdf(), "", []),
    "font-invisible": (pdf(GROUND + "BT 3 Tr /F 2 Tf 100 100 Td (Word) Tj ET " + "BT 0 Tr ET " + WORD), "", []),
    "type3": (pdf(GROUND + text(12, font="T"), fonts="/T 20 0 R ", objects=[
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 /LastChar 126 /Widths ["
        + "500 " * 95 + "] /CharProcs << >> /Encoding << /Differences [] >> >>"]), "", ["error font-type3"]),
    "image-rgb-72": (pdf(GROUND + placed(72), I, [image(100, 100, "/DeviceRGB")]), "", ["error image-coarse", "error rgb"]),
    "image-200": (pdf(GROUND + placed(200), I, [image(100, 100, "/DeviceGray")]), "", ["warning image-resolution"]),
    "image-300": (pdf(GROUND + placed(300), I, [image(100, 100, "/DeviceCMYK")]), "", []),
    "image-flat": (pdf(GROUND + placed(1, 1), I, [image(1, 1, "/DeviceCMYK")]), "", []),
    "image-in-forms": (pdf(GROUND + "0.5 0 0 0.5 0 0 cm /I Do", I, [
        stream("/Type /XObject /Subtype /Form /BBox [0 0 900 900] /Matrix [2 0 0 2 0 0] /Resources << /XObject << /I 21 0 R >> >>",
               placed(100)), image(100, 100, "/DeviceCMYK")]), "", ["error image-coarse"]),
    "image-stencil": (pdf(GROUND + "0 0 0 1 k " + placed(350), I, [image(100, 100, "/DeviceGray", 1, "/ImageMask true")]), "",
                      ["error image-coarse"]),
    "image-indexed": (pdf(GROUND + placed(300), I, [image(100, 100, "[/Indexed /DeviceRGB 1 <000000FFFFFF>]")]), "", ["error rgb"]),
    "image-inline": (pdf(GROUND + "q 72 0 0 72 50 50 cm BI /W 72 /H 72 /BPC 8 /CS /RGB /F /AHx ID " + "40" * 72 * 72 * 3 + "> EI Q " + WORD),
                     "", ["error image-coarse", "error rgb"]),
    "image-inline-binary": (pdf(GROUND + "q 17 0 0 17 50 50 cm BI /W 72 /H 72 /BPC 8 /CS /G ID " + "\x90 EI \x90\x01" * 864 + " EI Q "
                                + text(4)), "", ["warning tiny-text"]),
    "hairline": (pdf(GROUND + "0 0 0 1 K 0 w 50 50 m 90 90 l S"), "", ["error hairline"]),
    "thin-line": (pdf(GROUND + "0 0 0 1 K q 0.1 0 0 0.1 0 0 cm 2 w 500 500 m 900 900 l S Q"), "", ["warning thin-line"]),
    "thin-bar": (pdf(GROUND + "0 0 0 1 k 50 50 100 0.1 re f"), "", ["warning thin-line"]),
    "thin-by-state": (pdf(GROUND + "0 0 0 1 K /Thin gs 50 50 m 90 90 l S", states="/Thin << /LW 0.1 >> "), "", ["warning thin-line"]),
    "good-line": (pdf(GROUND + "0 0 0 1 K q 0.1 0 0 0.1 0 0 cm 2.6 w 500 500 m 900 900 l S Q"), "", []),
    "tiny-text": (pdf(GROUND + text(4)), "", ["warning tiny-text"]),
    "tiny-by-matrix": (pdf(GROUND + "0 0 0 1 k /Over gs BT /F 1 Tf 4 0 0 4 100 100 Tm [(Wo) -20 (rd)] TJ ET"), "", ["warning tiny-text"]),
    "small-inks": (pdf(GROUND + text(7, before="1 0.5 0 0 k")), "", ["warning small-text-inks"]),
    "small-reversed": (pdf("0 0 0 1 k -9 -9 500 500 re f " + text(7, before="0 0 0 0 k")), "", ["warning small-text-inks"]),
    "large-inks": (pdf(GROUND + text(9, before="1 0.5 0 0 k")), "", []),
    "rich-black": (pdf(GROUND + text(12, before="0.6 0.4 0.4 1 k")), "", ["warning rich-black-text"]),
    "dark-blue": (pdf(GROUND + text(12, before="1 0.9 0.2 0.3 k")), "", []),
    "knockout": (pdf(GROUND + text(12, before="0 0 0 1 k")), "", ["warning black-knockout"]),
    "black-on-paper": (pdf(text(12, before="0 g")), "", []),
    "rgb": (pdf(GROUND + "1 0 0 rg 50 50 20 20 re f"), "", ["error rgb"]),
    "rgb-line": (pdf(GROUND + "/DeviceRGB CS 1 0 0 SC 50 50 m 90 90 l S"), "", ["error rgb"]),
    "rgb-set-not-used": (pdf("1 0 0 rg " + GROUND), "", []),
    "rgb-in-pattern": (pdf(GROUND + "/Pattern cs /P scn 50 50 90 90 re f", "/Pattern << /P 20 0 R >>", [
        stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>",
               "1 0 0 rg 0 0 5 5 re f")]), "", ["error rgb"]),
    "rgb-gradient": (pdf(GROUND + "q 50 50 90 90 re W n /S sh Q", "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 99 0] "
                         "/Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0] /C1 [1 1 1] >> >> >>"), "", ["error rgb"]),
    "rgb-default": (pdf(GROUND + "1 0 0 rg 50 50 20 20 re f", "/ColorSpace << /DefaultRGB [/CalRGB << /WhitePoint [0.95 1 1.09] >>] >>"),
                    "", []),
    "rgb-managed": (pdf(GROUND + "/C cs 1 0 0 sc 50 50 20 20 re f", "/ColorSpace << /C [/CalRGB << /WhitePoint [0.95 1 1.09] >>] >>",
                        claims={}), "", ["warning rgb-managed"]),
    "rgb-managed-x1a": (pdf(GROUND + "/C cs 1 0 0 sc 50 50 20 20 re f", "/ColorSpace << /C [/CalRGB << /WhitePoint [0.95 1 1.09] >>] >>",
                            **X1A), "", ["error rgb-managed"]),
    "rgb-on-screen": (pdf("1 0 0 rg 0 0 500 500 re f", trim=None, **PLAIN), DIGITAL, []),
    "opacity-x4": (pdf(GROUND + "/Half gs " + WORD), "", []),
    "opacity-x1a": (pdf(GROUND + "/Half gs " + WORD, **X1A), "", ["error transparency"]),
    "blend-x1a": (pdf(GROUND + "/Blend gs " + WORD, **X1A), "", ["error transparency"]),
    "mask-x1a": (pdf(GROUND + "/Mask gs " + WORD, "", ["<< >>"], **X1A), "", ["error transparency"]),
    "group-x1a": (pdf(page="/Group << /S /Transparency /CS /DeviceCMYK >> ", **X1A), "", ["error transparency"]),
    "image-mask-x1a": (pdf(GROUND + placed(300), I, [image(100, 100, "/DeviceCMYK", 8, "/SMask 21 0 R"), image(100, 100, "/DeviceGray")],
                           **X1A), "", ["error transparency"]),
    "version": (pdf(**{**X1A, "version": "1.6"}), "", ["error pdf-version"]),
    "script": (pdf(catalog="/OpenAction << /S /JavaScript /JS (app.beep()) >> ", claims={}), "", ["warning script"]),
    "script-x4": (pdf(catalog="/Names << /JavaScript << /Names [] >> >> "), "", ["error script"]),
    "layers": (pdf(catalog="/OCProperties << /OCGs [20 0 R] /D << >> >> ", objects=["<< /Type /OCG /Name (a) >>"]), "", ["warning layers"]),
    "annotation": (pdf(page="/Annots [<< /Type /Annot /Subtype /Text /Rect [50 50 70 70] /F 4 >>] "), "", ["error annotation"]),
    "annotation-beside": (pdf(page="/Annots [<< /Type /Annot /Subtype /Text /Rect [800 50 870 70] /F 4 >>] "), "", []),
    "link": (pdf(page="/Annots [<< /Type /Annot /Subtype /Link /Rect [50 50 70 70] /F 4 >>] ", claims={}), "", []),
    "no-intent": (pdf(profile=None), "", ["error no-output-intent"]),
    "no-intent-plain": (pdf(**PLAIN), "", ["warning no-output-intent"]),
    "profile-broken": (pdf(profile=b"no profile at all" * 20), "", ["error output-intent"]),
    "damaged": (pdf().replace(b"startxref\n", b"startxref\n9"), "", ["error pdf-damaged"]),
    "cut-off": (pdf()[:900], "", ["error pdf-unreadable"]),
    "no-pdf": (b"Hello", "", ["error pdf-unreadable"]),
    "empty": (b"", "", ["error pdf-unreadable"]),
    "form-in-itself": (pdf(GROUND + "/I Do", I, [stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 20 0 R >> >>",
                                                      "/I Do")]), "", ["warning pdf-complex"]),
    "forms-without-end": (pdf(GROUND + "/I Do", I, [stream(
        f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I {21 + i} 0 R >> >>", "/I Do " * 10)
        for i in range(20)] + [stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "n ")]), "", ["warning pdf-complex"]),
    "bomb": (pdf(page="/Contents 20 0 R ", objects=[stream(
        "/Filter /FlateDecode", BOMB)]).replace(b"/Contents 4 0 R", b"               "), "", ["warning pdf-complex"]),
    "bomb-in-form": (pdf(GROUND + "/I Do", I, [stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode", BOMB)]), "", ["warning pdf-complex"]),
    "bomb-of-filters": (pdf(page="/Contents 20 0 R ", objects=[stream("/Filter [/FlateDecode /FlateDecode]", zlib.compress(BOMB))]).replace(
        b"/Contents 4 0 R", b"               "), "", ["warning pdf-complex"]),
    "nested-q": (pdf(GROUND + "q " * 5000 + WORD + "Q " * 9000 + WORD), "", []),
    "nonsense": (pdf(GROUND + "1e999 0 0 " + "9" * 400 + " 0 0 cm 0 0 0 0 0 0 cm (\\ ( << [ >> ] ) Tj /X Do /Y gs /Z cs /W sh sc scn "
                     "-99999999999999999999 w S f* B T* ' \" TJ ] ) > BI ID EI 5 Tr 99 Tr /N 1 Tf"), "", []),
    "tags": (pdf(trim=None, claims={}, profile=None), "--rules accessible", ["error untagged", "warning no-language", "warning no-title"]),
    "tags-claimed": (pdf(claims={"ua": "1"}, info="/Title (A) ", catalog="/Lang (en) /ViewerPreferences << /DisplayDocTitle true >> ",
                         profile=None), DIGITAL, ["error untagged"]),
    "alt": (pdf(claims={"ua": "1"}, info="/Title (A) ", profile=None, objects=["<< /S /Figure /P 21 0 R >>", "<< /K 20 0 R >>"], catalog=
                "/Lang (en) /ViewerPreferences << /DisplayDocTitle true >> /MarkInfo << /Marked true >> /StructTreeRoot 21 0 R "),
            DIGITAL, ["error no-alt"]),
    "ink": (pdf(GROUND + "1 1 1 1 k 50 50 90 90 re f"), "ink", ["error ink-coverage"]),
    "ink-300": (pdf(GROUND + "1 1 1 0 k 50 50 90 90 re f"), "ink", []),
    "ink-newspaper": (pdf(GROUND + "1 1 1 0 k 50 50 90 90 re f"), "ink --rules newspaper", ["error ink-coverage"]),
    "ink-limit": (pdf(GROUND + "1 1 0 0 k 50 50 90 90 re f"), "ink --limits ink=150", ["error ink-coverage"]),
    "ink-speck": (pdf(GROUND + "1 1 1 1 k 50 50 2 2 re f"), "ink", []),
    "ink-beside": (pdf(GROUND + "1 1 1 1 k 1 100 5 20 re f", bleed=TRIM, media=MEDIA), "ink --limits bleed=0", []),
    "ink-spot": (pdf(GROUND + "1 1 1 0 k 50 50 90 90 re f /Over gs /C cs 1 scn 50 50 90 90 re f", "/ColorSpace << /C [/Separation /Gold "
                     "/DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0.2 0.6 0.2] >>] >>"), "ink",
                 ["error ink-coverage"]),
    "ink-turned": (pdf(GROUND + "1 1 1 1 k 20 200 60 60 re f", page="/Rotate 90 "), "ink", ["error ink-coverage"]),
}
for name, (data, args, expected) in cases.items():
    with open(name + ".pdf", "wb") as file:
        file.write(data)
    args = args.split()
    with open(name + ".args", "w") as file:
        file.write(" ".join(args[1:] if args[:1] == ["ink"] else args + ["--no-ink"]))
    with open(name + ".expect", "w") as file:
        file.write("".join(line + "\n" for line in sorted(expected)))
