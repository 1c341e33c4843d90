"""Reads plates of Ghostscript's tiffsep device (8 bits, not compressed; 0 is full ink) and tells how much ink they print.

usage: plates.py NAME  for NAME(Cyan).tif and the like; prints "C M Y K total", each the most there is anywhere, in percent.
"""
import struct
import sys


def read(path):
    data = open(path, "rb").read()
    order = "<" if data[:2] == b"II" else ">"
    (start,) = struct.unpack(order + "I", data[4:8])
    (count,) = struct.unpack(order + "H", data[start:start + 2])
    tags = {}
    for i in range(count):
        tag, kind, number, value = struct.unpack(order + "HHII", data[start + 2 + 12 * i:start + 14 + 12 * i])
        size = {3: 2, 4: 4}.get(kind, 1)
        if size * number > 4:
            raw = data[value:value + size * number]
        else:
            raw = data[start + 10 + 12 * i:start + 10 + 12 * i + size * number]
        tags[tag] = struct.unpack(order + str(number) + {3: "H", 4: "I"}[kind], raw) if kind in (3, 4) else raw
    assert tags[259] == (1,) and tags[258] == (8,), "not 8 bits a pixel, or compressed"
    pixels = b"".join(data[at:at + size] for at, size in zip(tags[273], tags[279]))
    return pixels if tags[262] == (1,) else bytes(255 - p for p in pixels)  # 1: black is zero


plates = [read(f"{sys.argv[1]}({name}).tif") for name in ("Cyan", "Magenta", "Yellow", "Black")]
sizes = {len(plate) for plate in plates}
assert len(sizes) == 1 and sizes.pop() > 1000, "plates differ in size, or are empty"
most = [255 - min(plate) for plate in plates]
total = max(1020 - c - m - y - k for c, m, y, k in set(zip(*plates)))
print(*(round(value / 2.55) for value in (*most, total)))
