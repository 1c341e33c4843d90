#!/bin/sh
# Measures what is drawn of amounts, by other means than the program has: circles of Venn diagrams and what they share, counted on a
# grid; bands of Sankey diagrams against the flows they stand for. usage: areas.sh HUIBAO
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/areas.py" <<'END'
import itertools, json, math, random, re, subprocess, sys

program, folder = sys.argv[1:]
chance = random.Random(7)
number = r"(-?[0-9.]+)"

def draw(panel):
    spec = folder + "/spec.json"
    with open(spec, "w") as file:
        json.dump({"page": {"width": 2000}, "panels": [panel]}, file)
    run = subprocess.run([program, "inspect", "--fixed-metrics", spec], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout

def near(found, wanted, slack, what):
    assert abs(found - wanted) <= slack, f"{what}: {found:.4f}, not {wanted:.4f}"

# Venn

def circles_of(dump):
    """Of outlines: each is four curves that begin at its right end and pass its lowest, left and highest points."""
    found = []
    for path in re.findall(r"path stroke \S+ \S+ (M.*Z)", dump):
        xs = [float(it) for it in re.findall(number, path)]
        right, top, left = xs[0], min(xs[1::2]), min(xs[0::2])
        found.append(((right + left) / 2, xs[1], (right - left) / 2))
    return found

def shared_areas(circles):
    """By the circles that share them: squares of a grid whose middles lie in all of these."""
    step = min(r for _, _, r in circles) / 70
    left, right = min(x - r for x, _, r in circles), max(x + r for x, _, r in circles)
    top, bottom = min(y - r for _, y, r in circles), max(y + r for _, y, r in circles)
    areas = {}
    for i in range(int((right - left) / step) + 1):
        for k in range(int((bottom - top) / step) + 1):
            x, y = left + (i + .5) * step, top + (k + .5) * step
            inside = tuple(n for n, (cx, cy, r) in enumerate(circles) if (x - cx) ** 2 + (y - cy) ** 2 <= r * r)
            for size in range(1, len(inside) + 1):
                for group in itertools.combinations(inside, size):
                    areas[group] = areas.get(group, 0) + step * step
    return areas

def check_venn(circles):
    """Circles that somebody has drawn: their areas, and those that two of them share, are asked for."""
    wanted = {group: area for group, area in shared_areas(circles).items() if len(group) < 3}
    items = [{"label": str(n), "value": round(wanted[(n,)], 4)} for n in range(len(circles))]
    pairs = list(itertools.combinations(range(len(circles)), 2))
    overlaps = [{"sets": [a + 1, b + 1], "label": "", "value": round(wanted.get((a, b), 0), 4)} for a, b in pairs]
    drawn = circles_of(draw({"type": "venn", "items": items, "overlaps": overlaps}))
    assert len(drawn) == len(circles), f"{len(drawn)} circles"
    found = shared_areas(drawn)
    scale = sum(found[(n,)] for n in range(len(circles))) / sum(wanted[(n,)] for n in range(len(circles)))
    least = min(wanted[(n,)] for n in range(len(circles)))
    for group, area in wanted.items():
        near(found.get(group, 0) / scale / least, area / least, .02, f"the area of {group} of {circles}")

for _ in range(6):
    small = chance.uniform(.5, 1)
    check_venn([(0, 0, 1), (chance.uniform(1 - small, 1 + small), 0, small)])
for distance in (0.2, 1.7, 2.5): # one in the other, a sliver, apart
    check_venn([(0, 0, 1), (distance, 0, .7)])
for _ in range(6):
    check_venn([(0, 0, 1), (chance.uniform(.8, 1.3), 0, chance.uniform(.8, 1)), (.5, chance.uniform(.7, 1.2), chance.uniform(.7, 1))])

# Sankey

def check_sankey(links):
    dump = draw({"type": "sankey", "links": [{"source": a, "target": b, "value": value} for a, b, value in links]})
    bands = [[float(it) for it in re.findall(number, path)] for path in re.findall(r"path fill \S+ stroke \S+ \S+ (M.*Z)", dump)]
    nodes = [[float(it) for it in found] for found in re.findall(rf"rect {number} {number} {number} {number} radius", dump)]
    names = list(dict.fromkeys(name for a, b, _ in links for name in (a, b)))
    assert len(bands) == len(links) and len(nodes) == len(names)
    ends = {name: {"in": [], "out": []} for name in names}
    scale = sum(at[15] - at[1] for at in bands) / sum(value for _, _, value in links)
    for (source, target, value), at in zip(links, bands):
        left, right = (at[1], at[15]), (at[7], at[9])
        for top, bottom in (left, right):
            near(bottom - top, value * scale, .03, f"the width of {source} to {target}")
        ends[source]["out"].append(left)
        ends[target]["in"].append(right)
    for name, (_, y, _, height) in zip(names, nodes):
        flows = {side: sum(value for a, b, value in links if (a if side == "out" else b) == name) for side in ("in", "out")}
        near(height, max(flows.values()) * scale, .03, f"the height of {name}")
        for side, spans in ends[name].items():
            at = y
            for top, bottom in sorted(spans):
                near(top, at, .05, f"where a flow meets {name} ({side})")
                at = bottom
            near(at - y, flows[side] * scale, .1, f"what flows {side} of {name}")

check_sankey([("a", "b", 3)])
check_sankey([("a", "c", 5), ("b", "c", 7), ("c", "d", 4), ("c", "e", 8)])
for _ in range(10):
    layers = [[f"{layer}.{i}" for i in range(chance.randint(1, 4))] for layer in range(chance.randint(2, 4))]
    links = [(a, b, chance.randint(1, 90)) for one, other in zip(layers, layers[1:]) for a in one for b in other if chance.random() < .8]
    check_sankey(links or [("a", "b", 1)])
END
python3 "$work/areas.py" "$1" "$work"
