#!/usr/bin/env python3
"""Makes what the bench feeds to the programs: a huibao spec's texts and cards as HTML, as a Takumi tree and as Typst
source, posters of many panels, structures of many items, and charts with their data.

usage: material.py peers SPEC NAME FONTS FOLDER [COUNT]
           writes NAME.html, NAME.takumi.json, NAME.typ and NAME.json, the spec without includes; of a poster only the
           first COUNT panels, where asked
       material.py poster COUNT FILE
           a poster of COUNT panels
       material.py cards SPEC COUNT FOLDER
           cards.json, a template of SPEC's cards, whose labels, values and units are a row's; cards.csv of COUNT rows;
           cards.takumi.json, a list of Takumi's trees of the first hundred
       material.py structure KIND COUNT FILE
           a structure of COUNT items: a tree of four below each, a network, a cloud of words
       material.py charts FOLDER
           bars.vl.json and bars.gp (for gnuplot), scatter.vl.json of 50,000 points, rows-COUNT.vl.json: bars of the
           means of 100,000 and of a million rows of CSV

The peers get the spec's headings, cards, columns, texts and sizes of type, in the same fonts, and are spared what they
have no word for: icons, art, rings, bars, fitted numerals, aligned baselines. That is to their advantage.
"""
import csv
import html
import json
import pathlib
import random
import re
import sys

PAGE_WIDTH, MARGIN, GAP = 1080, 48, 24
ACCENTS = {"red": "#B3141B", "deep": "#8C0E14", "navy": "#1B4F91", "teal": "#00665E", "green": "#2E6B2A",
           "ochre": "#A8480A", "plum": "#6B2F8A"}
INK, SECONDARY, PAPER, LINE, GOLD_TINT = "#1F2329", "#595F69", "#FFFBF5", "#EADCCB", "#FFF3D6"

# What a field is set in: size, weight, colour (None: the chapter's accent).
FIELDS = {
    "kicker": (34, 400, SECONDARY), "lead": (30, 700, INK), "verb": (26, 400, SECONDARY), "title": (34, 700, None),
    "claim": (30, 400, SECONDARY), "subtitle": (28, 400, SECONDARY), "badge": (36, 900, INK), "label": (28, 400, SECONDARY),
    "value": (72, 900, None), "tag": (26, 700, None), "text": (28, 400, INK), "name": (34, 900, None),
    "mark": (76, 900, None), "suffix": (26, 400, SECONDARY), "rank": (26, 700, INK), "note": (26, 400, SECONDARY),
    "total": (64, 900, None), "totalLabel": (26, 400, SECONDARY), "tail": (28, 400, INK),
}
LARGER = {("section", "title"): 52, ("hero", "lead"): 88, ("hero", "title"): 186}
CARDS = {"card", "tab", "band", "strip", "award", "compare"}


def text(string, size, weight, color):
    """Spans of (string, bold) from inline Markdown; huibao's places for breaks are left out."""
    parts = re.split(r"\*\*", string.replace("|", ""))
    spans = [(part, weight if i % 2 == 0 else max(700, weight)) for i, part in enumerate(parts) if part]
    return {"spans": spans, "size": size, "color": color}


def box(children, row=False, card=False, gap=8, grow=1, ground="#FFFFFF"):
    return {"children": children, "row": row, "card": card, "gap": gap, "grow": grow, "ground": ground}


def in_columns(cells, count, gap):
    """Rows of `count` columns; a cell grows by its span."""
    rows, room = [[]], count
    for cell, span in cells:
        if span > room:
            rows.append([])
            room = count
        rows[-1].append({**box([cell], gap=0), "grow": span})
        room -= span
    return box([box(row, row=True, gap=gap) for row in rows if row], gap=gap)


def figure(panel, accent):
    value = text(panel.get("prefix", "") + str(panel["value"]), 72, 900, accent)
    return box([value, text(panel["unit"], 30, 700, accent)], row=True, gap=6) if "unit" in panel else value


def panel_box(panel, accent):
    if isinstance(panel, str):
        return text(panel, 28, 400, INK)
    kind = panel.get("type")
    accent = ACCENTS.get(panel.get("accent"), accent)
    children = []
    for field, (size, weight, color) in FIELDS.items():
        if field == "value" and "value" in panel:
            children.append(figure(panel, accent))
        elif isinstance(panel.get(field), str) and (kind, field) != ("art", "name"):
            children.append(text(panel[field], LARGER.get((kind, field), size), weight, color or accent))
    if isinstance(panel.get("change"), dict):
        children.append(text(" ".join(panel["change"].values()), 26, 700, accent))
    inner = panel.get("items", []) + panel.get("panels", [])
    columns = panel.get("columns", len(inner) if kind == "kpi-row" else 1)
    count = len(columns) if isinstance(columns, list) else columns
    gap = panel.get("gap", GAP)
    cells = [(panel_box(p, accent), p.get("span", 1) if isinstance(p, dict) else 1) for p in inner]
    if panel.get("cards"):
        cells = [({**cell, "card": True}, span) for cell, span in cells]
    if count > 1:
        children.append(in_columns(cells, count, gap))
    elif kind == "row":
        children.append(box([cell for cell, _ in cells], row=True, gap=gap))
    else:
        children += [cell for cell, _ in cells]
    children += [panel_box(p, accent) for p in panel.get("foot", [])]
    ground = GOLD_TINT if kind == "award" or panel.get("ground") == "gold" else "#FFFFFF"
    return box(children, card=kind in CARDS, gap=GAP if kind == "section" else 8, ground=ground)


def load(path):
    panel = json.loads(path.read_text(encoding="utf-8"))
    panel.pop("$schema", None)
    if "panels" in panel:
        panel["panels"] = [load(path.parent / p["include"]) if "include" in p else p for p in panel["panels"]]
    return panel


# HTML
# ----

def as_html(node):
    if "spans" in node:
        spans = "".join(f'<span style="font-weight:{w}">{html.escape(s)}</span>' for s, w in node["spans"])
        return f'<div style="font-size:{node["size"]}px;color:{node["color"]}">{spans}</div>'
    names = [name for name in ("row", "card") if node[name]]
    ground = f';background:{node["ground"]}' if node["card"] else ""
    children = "\n".join(as_html(child) for child in node["children"])
    return f'<div class="box {" ".join(names)}" style="gap:{node["gap"]}px;flex-grow:{node["grow"]}{ground}">\n{children}\n</div>'


def html_page(root, title, fonts):
    faces = "\n".join(f'@font-face {{ font-family: "Bench"; font-weight: {weight}; src: url("{fonts.as_uri()}/HuibaoSans-{name}.otf"); }}'
                      for name, weight in (("Regular", 400), ("Bold", 700), ("Black", 900)))
    return f"""<!doctype html>
<html lang="zh-Hans"><meta charset="utf-8"><title>{html.escape(title)}</title>
<style>
{faces}
@page {{ size: {PAGE_WIDTH}px HEIGHTpx; margin: 0; }}
body {{ margin: 0; padding: {MARGIN}px; width: {PAGE_WIDTH - 2 * MARGIN}px; background: {PAPER}; font: 28px/1.4 "Bench"; white-space: pre-line; }}
body, .card {{ -webkit-print-color-adjust: exact; }}
.box {{ display: flex; flex-direction: column; flex-basis: 0; min-width: 0; white-space: pre-line; }}
.box:not(.row) > .box {{ flex-basis: auto; }}
.row {{ flex-direction: row; }}
.card {{ border: 2px solid {LINE}; border-radius: 20px; padding: 24px 26px; }}
</style>
<body>{as_html(root)}</body></html>
"""


# Takumi
# ------

def as_takumi(node, in_row=False):
    if "spans" in node:
        style = {"fontSize": node["size"], "color": node["color"], "whiteSpace": "pre-line", "lineHeight": 1.4}
        if len(node["spans"]) == 1:
            return {"type": "text", "text": node["spans"][0][0], "style": {**style, "fontWeight": node["spans"][0][1]}}
        inline = [{"type": "text", "text": s, "style": {"display": "inline", "fontWeight": w}} for s, w in node["spans"]]
        return {"type": "container", "style": {**style, "display": "block"}, "children": inline}
    style = {"display": "flex", "flexDirection": "row" if node["row"] else "column", "gap": node["gap"], "minWidth": 0}
    if in_row:
        style |= {"flexGrow": node["grow"], "flexBasis": 0}
    if node["card"]:
        style |= {"backgroundColor": node["ground"], "borderWidth": 2, "borderStyle": "solid", "borderColor": LINE, "borderRadius": 20,
                  "padding": "24px 26px"}
    return {"type": "container", "style": style, "children": [as_takumi(child, node["row"]) for child in node["children"]]}


def takumi_page(root):
    style = {"display": "flex", "flexDirection": "column", "width": PAGE_WIDTH, "padding": MARGIN, "backgroundColor": PAPER,
             "fontFamily": "Bench"}
    return json.dumps({"type": "container", "style": style, "children": [as_takumi(root)]}, ensure_ascii=False)


# Typst; a px is 0.75 pt
# ----------------------

def as_typst(node):
    if "spans" in node:
        spans = "".join(f"#text(weight: {w})[" + " \\ ".join(f"#{json.dumps(line, ensure_ascii=False)}" for line in s.split("\n")) + "]"
                        for s, w in node["spans"])
        return f'#text(size: {node["size"] * .75}pt, fill: rgb("{node["color"]}"))[{spans}]'
    gap = f'{node["gap"] * .75}pt'
    children = [f"[{as_typst(child)}]" for child in node["children"]]
    if node["row"]:
        shares = [f'{child["grow"]}fr' if "grow" in child else "auto" for child in node["children"]]
        inner = f'#grid(columns: ({", ".join(shares)},), column-gutter: {gap},\n{",".join(children)})'
    elif len(children) == 1:
        inner = children[0][1:-1]
    else:
        inner = f'#stack(spacing: {gap},\n{",".join(children)})' if children else ""
    if node["card"]:
        inner = (f'#block(width: 100%, fill: rgb("{node["ground"]}"), stroke: 1.5pt + rgb("{LINE}"), radius: 15pt, '
                 f"inset: (x: 19.5pt, y: 18pt))[{inner}]")
    return inner


def typst_page(root, title):
    return f"""#set document(title: {json.dumps(title, ensure_ascii=False)})
#set page(width: {PAGE_WIDTH * .75}pt, height: auto, margin: {MARGIN * .75}pt, fill: rgb("{PAPER}"))
#set text(font: "Huibao Sans", size: 21pt, lang: "zh", top-edge: 1.06em, bottom-edge: -0.34em)
#set par(leading: 0pt)
{as_typst(root)}
"""


def write_peers(spec, name, fonts, folder, count=None):
    panel = load(spec)
    if count:
        panel["panels"] = panel["panels"][:count]
    (folder / f"{name}.json").write_text(json.dumps(panel, ensure_ascii=False), encoding="utf-8")
    root = panel_box(panel | {"title": ""}, INK)
    root["gap"] = 72
    title = panel.get("title", name)
    (folder / f"{name}.html").write_text(html_page(root, title, fonts.resolve()), encoding="utf-8")
    (folder / f"{name}.takumi.json").write_text(takumi_page(root), encoding="utf-8")
    (folder / f"{name}.typ").write_text(typst_page(root, title), encoding="utf-8")


def write_poster(count, file):
    """Small panels of three kinds, no two with the same figures."""
    panels = []
    for i in range(count):
        kind = i % 3
        if kind == 0:
            panels.append({"type": "kpi", "label": f"第{i}项完成投资", "value": str(1000 + 7 * i), "unit": "亿元"})
        elif kind == 1:
            panels.append({"type": "text", "text": f"新增高标准农田**{i}万亩**，改造老旧小区**{3 * i}个**，新建续建市政道路**{2 * i}条**"})
        else:
            panels.append({"type": "strip", "text": f"第{i}批“**半拉子**”工程全部销号", "size": "small"})
    file.write_text(json.dumps({"title": f"{count} panels", "lang": "zh-Hans", "panels": panels}, ensure_ascii=False), encoding="utf-8")


# Labels, with units and how large their values are.
INDICATORS = [("预计地区生产总值完成", "亿元", 4000), ("规模以上工业增加值同比增长", "%", 30), ("固定资产投资同比增长", "%", 30),
              ("社会消费品零售总额", "亿元", 900), ("实施重点项目", "个", 1500), ("新引进亿元以上招商项目", "个", 500),
              ("实际到位资金", "亿元", 700), ("一般公共预算收入", "亿元", 300), ("城镇常住居民人均可支配收入", "元", 60000),
              ("农村牧区常住居民人均可支配收入", "元", 30000), ("城镇新增就业", "万人", 9), ("森林覆盖率", "%", 40),
              ("空气质量优良天数", "天", 365), ("新能源装机容量", "万千瓦", 2000), ("粮食总产量", "万吨", 400),
              ("牲畜存栏", "万头只", 900), ("接待国内游客", "万人次", 5000), ("高新技术企业", "家", 600),
              ("技术合同成交额", "亿元", 120), ("进出口总额", "亿元", 250), ("新建改造市政道路", "条", 200),
              ("改造老旧小区", "个", 300), ("新增高标准农田", "万亩", 90), ("常住人口城镇化率", "%", 85)]


def card_rows(card_count, count):
    """What the rows hold: for each card a label, a value and a unit; no two rows are alike."""
    rng = random.Random(1)
    for number in range(1, count + 1):
        row = {"id": number, "change": f"{rng.randrange(1, 300) / 10}%", "rank": f"居全区第{rng.randrange(1, 13)}"}
        for i, (label, unit, most) in enumerate(rng.sample(INDICATORS, card_count), 1):
            value = rng.uniform(0, most)
            row |= {f"label{i}": label, f"value{i}": f"{value:.0f}" if most > 100 else f"{value:.1f}", f"unit{i}": unit}
        yield row


def card_template(spec):
    for i, card in enumerate(spec["panels"], 1):
        card |= {word: f"{{{{{word}{i}}}}}" for word in ("label", "value", "unit")}
        if "change" in card:
            card["change"] |= {"value": "{{change}}"}
        if "rank" in card:
            card["rank"] = "{{rank}}"
    return spec


def fill(template, row):
    text = json.dumps(template, ensure_ascii=False)
    return json.loads(re.sub(r"\{\{(\w+)\}\}", lambda field: str(row[field[1]]), text))


def write_cards(spec, count, folder):
    template = card_template(load(spec))
    rows = list(card_rows(len(template["panels"]), count))
    (folder / "cards.json").write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
    with open(folder / "cards.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    trees = (takumi_page(panel_box(fill(template, row) | {"title": ""}, INK)) for row in rows[:100])
    (folder / "cards.takumi.json").write_text(f"[{','.join(trees)}]", encoding="utf-8")


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def write_chart(folder, name, data, mark, encoding):
    spec = {"data": data, "mark": mark, "encoding": encoding}
    (folder / f"{name}.vl.json").write_text(json.dumps(spec), encoding="utf-8")


def write_bars(folder):
    rows = [{"month": month, "value": 28 + 55 * i % 83} for i, month in enumerate(MONTHS)]
    write_chart(folder, "bars", {"values": rows}, "bar",
                {"x": {"field": "month", "type": "nominal"}, "y": {"field": "value", "type": "quantitative"}})
    lines = "\n".join(f"{row['month']} {row['value']}" for row in rows)
    (folder / "bars.dat").write_text(lines + "\n", encoding="utf-8")
    (folder / "bars.gp").write_text("set terminal pngcairo size 300,270 font 'DejaVu Sans,8'\nset style fill solid\n"
                                    f"set output '{folder}/gnuplot.png'\nset boxwidth 0.9\nset yrange [0:]\nset grid ytics\n"
                                    f"plot '{folder}/bars.dat' using 2:xtic(1) with boxes notitle\n", encoding="utf-8")


def write_scatter(folder, rng):
    with open(folder / "scatter.csv", "w", encoding="utf-8") as file:
        file.write("x,y,kind\n")
        for _ in range(50_000):
            file.write(f"{rng.gauss(0, 1):.5f},{rng.gauss(0, 1):.5f},{rng.choice('abc')}\n")
    write_chart(folder, "scatter", {"url": "scatter.csv"}, "point",
                {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"},
                 "color": {"field": "kind", "type": "nominal"}})


def write_rows(folder, rng, count):
    with open(folder / f"rows-{count}.csv", "w", encoding="utf-8") as file:
        file.write("id,category,value,when\n")
        for i in range(count):
            file.write(f"{i},{rng.choice('ABCDEFGHIJKL')},{rng.gauss(100, 30):.3f},2023-{i % 12 + 1:02}-{i % 28 + 1:02}\n")
    write_chart(folder, f"rows-{count}", {"url": f"rows-{count}.csv"}, "bar",
                {"x": {"field": "category", "type": "nominal"},
                 "y": {"aggregate": "mean", "field": "value", "type": "quantitative"}})


def write_charts(folder):
    rng = random.Random(1)
    write_bars(folder)
    write_scatter(folder, rng)
    write_rows(folder, rng, 100_000)
    write_rows(folder, rng, 1_000_000)


def tree_of(count):
    """Each with up to four below it; values where there is nothing below."""
    items = [{"label": f"节点{i}"} for i in range(count)]
    for i in range(count - 1, 0, -1):
        items[(i - 1) // 4].setdefault("items", []).insert(0, items[i])
    for i, item in enumerate(items):
        if "items" not in item:
            item["value"] = 10 + i % 7 * 5
    return items[0]


def network_of(count, rng):
    names = [f"节点{i}" for i in range(count)]
    links = [(names[(i - 1) // 3], names[i]) for i in range(1, count)]
    links += [tuple(rng.sample(names, 2)) for _ in range(count // 5)]
    return {"items": [{"label": name} for name in names],
            "links": [{"source": source, "target": target} for source, target in links]}


def write_structure(kind, count, file):
    rng = random.Random(1)
    if kind == "network":
        fields = network_of(count, rng)
    elif kind == "word-cloud":
        fields = {"items": [{"text": f"词语{i}", "weight": 1000 / (i + 1)} for i in range(count)]}
    elif kind == "mind-map":
        root = tree_of(count)
        fields = {"label": root["label"], "items": root["items"]}
    else:
        fields = {"items": [tree_of(count)]}
    file.write_text(json.dumps({"panels": [{"type": kind, **fields}]}, ensure_ascii=False), encoding="utf-8")


def main(arguments):
    match arguments:
        case ["peers", spec, name, fonts, folder, *count]:
            write_peers(pathlib.Path(spec), name, pathlib.Path(fonts), pathlib.Path(folder), int(count[0]) if count else None)
        case ["poster", count, file]:
            write_poster(int(count), pathlib.Path(file))
        case ["cards", spec, count, folder]:
            write_cards(pathlib.Path(spec), int(count), pathlib.Path(folder))
        case ["structure", kind, count, file]:
            write_structure(kind, int(count), pathlib.Path(file))
        case ["charts", folder]:
            write_charts(pathlib.Path(folder))
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
