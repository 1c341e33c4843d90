"""Compares two pages as pdftoppm draws them (PPM): edges may differ by the drawing of antialiasing, areas may not.

usage: same.py A.ppm B.ppm  fails where nine neighbouring pixels differ by more than half the range, or nothing is drawn.
"""
import sys


def read(path):
    data = open(path, "rb").read()
    magic, width, height, most = data.split(maxsplit=4)[:4]
    assert magic == b"P6" and most == b"255", "no PPM of 8 bits"
    return int(width), int(height), data[-int(width) * int(height) * 3:]


(width, height, a), (w, h, b) = read(sys.argv[1]), read(sys.argv[2])
assert (width, height) == (w, h), f"{width} × {height} and {w} × {h} pixels"
assert len(set(zip(a[0::3], a[1::3], a[2::3]))) > 1, "an empty page"
far = [[abs(a[i] - b[i]) > 128 or abs(a[i + 1] - b[i + 1]) > 128 or abs(a[i + 2] - b[i + 2]) > 128
        for i in range(y * width * 3, (y + 1) * width * 3, 3)] for y in range(height)]
bad = [(x, y) for y in range(1, height - 1) for x in range(1, width - 1) if far[y][x]
       and all(far[y + j][x + i] for j in (-1, 0, 1) for i in (-1, 0, 1))]
if bad:
    sys.exit(f"{len(bad)} places differ, the first at {bad[0][0]}, {bad[0][1]}")
