/* links: base layout */
/* What each kind of box does with its children: short trees and the rectangles they get. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "test_layout.h"

typedef struct layout_case {
    const char *what;
    double width;
    const char *tree, *rects;
} layout_case;

/* A leaf `a-b` needs a, is b long on one line; lines are 20 high with the baseline at 15. */
static const layout_case cases[] = {
    {"leaf: as high as its lines", 100, "50-250", "0,0 100x60"},
    {"leaf: padding narrows the text", 100, "50-150 pad=5,10", "0,0 100x50"},
    {"leaf without content", 100, "leaf minh=7", "0,0 100x7"},
    {"fractions are rounded up", 100, "column ( 10 line=20.3  10 line=9.6 )",
     "0,0 100x31 | 0,0 100x21 | 0,21 100x10"},

    {"column: stretches by default", 100, "column gap=4 ( 10-30  10-150 )", "0,0 100x64 | 0,0 100x20 | 0,24 100x40"},
    {"column: padding and gap", 100, "column pad=8,20 gap=4 ( 10  10 )", "0,0 100x60 | 20,8 60x20 | 20,32 60x20"},
    {"column: aligned children have their own width", 100,
     "column align=start ( 10-30  10-60 self=center  10-40 self=end  10-300  10 self=stretch )",
     "0,0 100x140 | 0,0 30x20 | 20,20 60x20 | 60,40 40x20 | 0,60 100x60 | 0,120 100x20"},
    {"column: max_width, fixed width", 100, "column ( 10-200 maxw=50  10 width=30  10-20 minw=60 self=end )",
     "0,0 100x120 | 0,0 50x80 | 0,80 30x20 | 40,100 60x20"},
    {"column: content wider than its fixed width wins", 100, "column ( 40 width=30  40-90 maxw=30 )",
     "0,0 100x80 | 0,0 40x20 | 0,20 40x60"},
    {"column: justify in room left", 50, "column height=100 justify=center gap=10 ( 10  10 )",
     "0,0 50x100 | 0,25 50x20 | 0,55 50x20"},
    {"column: justify end", 50, "column height=100 justify=end ( 10  10 )",
     "0,0 50x100 | 0,60 50x20 | 0,80 50x20"},
    {"column: between", 50, "column height=100 justify=between ( 10  10  10 )",
     "0,0 50x100 | 0,0 50x20 | 0,40 50x20 | 0,80 50x20"},
    {"column: between, gaps up to max_gap", 50, "column height=100 justify=between gap=4 maxgap=12 ( 10  10  10 )",
     "0,0 50x100 | 0,0 50x20 | 0,32 50x20 | 0,64 50x20"},
    {"column: max_gap below gap", 50, "column height=100 justify=between gap=14 maxgap=12 ( 10  10 )",
     "0,0 50x100 | 0,0 50x20 | 0,34 50x20"},
    {"column: between with one child", 50, "column height=100 justify=between ( 10 )", "0,0 50x100 | 0,0 50x20"},
    {"column: vertical grow takes the room", 50, "column height=100 justify=end ( 10  10 grow=1  10 )",
     "0,0 50x100 | 0,0 50x20 | 0,20 50x60 | 0,80 50x20"},
    {"column: vertical grow evens out", 50, "column height=100 ( 10 grow=1  10-150 grow=1 )",
     "0,0 50x100 | 0,0 50x40 | 0,40 50x60"},
    {"column: fixed height does not grow", 50, "column height=100 ( 10 grow=1 height=30  10 grow=1 )",
     "0,0 50x100 | 0,0 50x30 | 0,30 50x70"},
    {"fixed height grows with content", 50, "column height=30 ( 10-100 )", "0,0 50x40 | 0,0 50x40"},
    {"ratio", 90, "column ( leaf ratio=0.5  10-900 ratio=0.5 )", "0,0 90x245 | 0,0 90x45 | 0,45 90x200"},
    {"offsets take no room", 50, "column dx=1 dy=2 ( 10 dx=5 dy=-7  column dy=3 ( 10 ) )",
     "1,2 50x40 | 6,-5 50x20 | 1,25 50x20 | 1,25 50x20"},

    {"row: all fit", 100, "row gap=5 ( 10-30  10-20 )", "0,0 100x20 | 0,0 30x20 | 35,0 20x20"},
    {"row: icon, text, pill", 300, "row gap=10 align=center ( 40 height=40  20-400 grow=1  30-60 )",
     "0,0 300x60 | 0,10 40x40 | 50,0 180x60 | 240,20 60x20"},
    {"row: equal cells whatever they hold", 210, "row gap=10 ( 10-30 grow=1  10-400 grow=1 )",
     "0,0 210x80 | 0,0 100x80 | 110,0 100x80"},
    {"row: equal cells, down to what they need", 210, "row gap=10 ( 10 grow=1  150 grow=1 )",
     "0,0 210x20 | 0,0 50x20 | 60,0 150x20"},
    {"row: shares", 100, "row ( 10 grow=1  10 grow=3 )", "0,0 100x20 | 0,0 25x20 | 25,0 75x20"},
    {"row: whole px, none lost", 100, "row ( 1 grow=1  1 grow=1  1 grow=1 )",
     "0,0 100x20 | 0,0 33x20 | 33,0 34x20 | 67,0 33x20"},
    {"row: grow ends at max_width", 100, "row ( 10 grow=1 maxw=20  10 grow=1 )",
     "0,0 100x20 | 0,0 20x20 | 20,0 80x20"},
    {"row: grow that ends leaves room to justify", 100, "row justify=end ( 10 grow=1 maxw=20 )",
     "0,0 100x20 | 80,0 20x20"},
    {"row: a floor and a ceiling at once", 100, "row ( 60 grow=1  1 grow=1 maxw=10  1 grow=1 )",
     "0,0 100x20 | 0,0 60x20 | 60,0 10x20 | 70,0 30x20"},
    {"row: shrinks in proportion to what can give", 100, "row ( 20-100  20-60 )",
     "0,0 100x40 | 0,0 60x40 | 60,0 40x40"},
    {"row: growing ones do not take from the others' min", 100, "row ( 40-100  50-200 grow=1 )",
     "0,0 100x80 | 0,0 50x80 | 50,0 50x80"},
    {"row: justify", 100, "row justify=between ( 20  20  20 )",
     "0,0 100x20 | 0,0 20x20 | 40,0 20x20 | 80,0 20x20"},
    {"row: between with max_gap", 100, "row justify=between gap=2 maxgap=8 ( 20  20 )",
     "0,0 100x20 | 0,0 20x20 | 28,0 20x20"},
    {"row: center", 100, "row justify=center gap=10 ( 20  20 )", "0,0 100x20 | 25,0 20x20 | 55,0 20x20"},
    {"row: equal heights, down to the leaves", 200,
     "row ( column grow=1 pad=5 ( 10-300 )  column grow=1 pad=5 justify=between ( 10  10 ) )",
     "0,0 200x90 | 0,0 100x90 | 5,5 90x80 | 100,0 100x90 | 105,5 90x20 | 105,65 90x20"},
    {"row: nested equal heights", 300,
     "row ( 100-500 width=200  row grow=1 ( 20 grow=1  column grow=1 ( 20  row grow=1 ( 20 ) ) ) )",
     "0,0 300x60 | 0,0 200x60 | 200,0 100x60 | 200,0 50x60 | 250,0 50x60 | 250,0 50x20 | 250,20 50x40 | 250,20 20x40"},
    {"row: a fixed height is not stretched", 100, "row ( 10-10 height=30  50-150 )",
     "0,0 100x40 | 0,0 10x30 | 10,0 90x40"},
    {"row: align", 100, "row ( 10 height=50  10 self=start  10 self=center  10 self=end  10 )",
     "0,0 100x50 | 0,0 10x50 | 10,0 10x20 | 20,15 10x20 | 30,30 10x20 | 40,0 10x50"},
    {"row: baseline", 100, "row align=baseline ( 10 line=60 base=50  10 )",
     "0,0 100x60 | 0,0 10x60 | 10,35 10x20"},
    {"row: baselines make it higher", 100, "row align=baseline ( 10 line=60 base=20  10 line=30 base=29 )",
     "0,0 100x69 | 0,9 10x60 | 10,0 10x30"},
    {"row: baselines are met exactly", 100, "row align=baseline ( 10 line=60 base=50.25  10 )",
     "0,0 100x60 | 0,0 10x60 | 10,35.25 10x20"},
    {"row: foot as baseline", 100, "row align=baseline ( 10 line=60 base=50  leaf height=30 )",
     "0,0 100x60 | 0,0 10x60 | 10,20 0x30"},
    {"row: baseline through columns, stacks, grids and padding", 100,
     "row align=baseline ( 10 line=60 base=50  column pad=3 ( leaf height=4  10 )  stack ( leaf out  10 )  "
     "grid ( 10 ) )",
     "0,0 100x60 | 0,0 10x60 | 10,28 16x30 | 13,31 10x4 | 13,35 10x20 | 26,35 10x20 | 26,35 10x20 | 26,35 10x20 | "
     "36,35 10x20 | 36,35 10x20"},
    {"row: baseline of a row whose children are centred", 100,
     "row align=baseline ( row align=center ( leaf height=40  10 )  10 )",
     "0,0 100x40 | 0,0 10x40 | 0,0 0x40 | 0,10 10x20 | 10,10 10x20"},
    {"row: an offset moves no baseline", 100, "row align=baseline ( column ( 10 dy=-9 )  10 )",
     "0,0 100x20 | 0,0 10x20 | 0,-9 10x20 | 10,0 10x20"},

    {"wrap: lines", 100, "wrap gap=10 rowgap=5 ( 40  40  50  60 )",
     "0,0 100x70 | 0,0 40x20 | 50,0 40x20 | 0,25 50x20 | 0,50 60x20"},
    {"wrap: exactly full", 100, "wrap gap=10 ( 45  45  1 )", "0,0 100x40 | 0,0 45x20 | 55,0 45x20 | 0,20 1x20"},
    {"wrap: wider than the line", 100, "wrap gap=10 ( 20  30-250  20 )",
     "0,0 100x100 | 0,0 20x20 | 0,20 100x60 | 0,80 20x20"},
    {"wrap: each line justified and aligned by itself", 100,
     "wrap gap=10 justify=end align=end ( 40 line=30  40  50 )", "0,0 100x50 | 10,0 40x30 | 60,10 40x20 | 50,30 50x20"},
    {"wrap: between", 100, "wrap justify=between ( 40  40  70 )",
     "0,0 100x40 | 0,0 40x20 | 60,0 40x20 | 0,20 70x20"},
    {"wrap: grow fills lines", 100, "wrap gap=10 ( 40  40 grow=1  30 grow=1  20 grow=1 )",
     "0,0 100x40 | 0,0 40x20 | 50,0 50x20 | 0,20 45x20 | 55,20 45x20"},
    {"wrap: growing ones start from what they need on one line", 100, "wrap ( 10-70 grow=1  10-20 grow=1 )",
     "0,0 100x20 | 0,0 70x20 | 70,0 30x20"},
    {"wrap: empty boxes keep their line", 100, "wrap ( 60 grow=1  60 grow=1  leaf  60 )",
     "0,0 100x60 | 0,0 100x20 | 0,20 100x20 | 100,20 0x20 | 0,40 60x20"},
    {"wrap: stretched within a line, not beyond", 100, "wrap minh=90 ( 40 line=30  40  50 )",
     "0,0 100x90 | 0,0 40x30 | 40,0 40x30 | 0,30 50x20"},
    {"wrap: baselines", 100, "wrap align=baseline ( 40 line=60 base=50  40  50 )",
     "0,0 100x80 | 0,0 40x60 | 40,35 40x20 | 0,60 50x20"},

    {"stack: the largest gives the size", 100, "stack pad=10 ( 10-30  10-150 )",
     "0,0 100x60 | 10,10 80x40 | 10,10 80x40"},
    {"stack: align across, justify down", 100, "stack justify=end align=center ( 30  10-150 self=start )",
     "0,0 100x40 | 35,20 30x20 | 0,0 100x40"},
    {"stack: stretched but centred", 100, "stack justify=center height=60 ( 30 )", "0,0 100x60 | 0,20 100x20"},
    {"stack: out of flow behind, padding included", 100, "stack pad=10 ( 500-900 line=90 out  10-150 )",
     "0,0 100x60 | 0,0 100x60 | 10,10 80x40"},
    {"stack: out of flow, higher than the stack", 100, "stack ( column out gap=5 ( 10  10 )  10 )",
     "0,0 100x20 | 0,0 100x20 | 0,0 100x20 | 0,25 100x20 | 0,0 100x20"},
    {"stack: out of flow gets the stretched height", 100, "row ( leaf height=90  stack grow=1 ( leaf out  10 ) )",
     "0,0 100x90 | 0,0 0x90 | 0,0 100x90 | 0,0 100x90 | 0,0 100x90"},
    {"stack: a stretched column shares the room", 100,
     "row ( leaf height=90  stack grow=1 ( column justify=between ( 10  10 ) ) )",
     "0,0 100x90 | 0,0 0x90 | 0,0 100x90 | 0,0 100x90 | 0,0 100x20 | 0,70 100x20"},

    {"grid: equal tracks", 320, "grid tracks=1fr,1fr,1fr gap=10 rowgap=6 ( 10  10  10-200  10 )",
     "0,0 320x66 | 0,0 100x40 | 110,0 100x40 | 220,0 100x40 | 0,46 100x20"},
    {"grid: no tracks, one column", 50, "grid rowgap=6 ( 10  10 )", "0,0 50x46 | 0,0 50x20 | 0,26 50x20"},
    {"grid: px, auto, fr", 300, "grid tracks=50,auto,1fr gap=10 ( 10  20-60  10  10  20-80  10 )",
     "0,0 300x40 | 0,0 50x20 | 60,0 80x20 | 150,0 150x20 | 0,20 50x20 | 60,20 80x20 | 150,20 150x20"},
    {"grid: auto shrinks before fr loses its least", 200, "grid tracks=auto,auto,1fr ( 20-100  40-120  100 )",
     "0,0 200x60 | 0,0 40x60 | 40,0 60x60 | 100,0 100x60"},
    {"grid: fr keeps its content's least width", 200, "grid tracks=1fr,1fr ( 150  10 )",
     "0,0 200x20 | 0,0 150x20 | 150,0 50x20"},
    {"grid: fr shares", 300, "grid tracks=2fr,1fr ( 10  10 )", "0,0 300x20 | 0,0 200x20 | 200,0 100x20"},
    {"grid: auto tracks are justified", 200, "grid tracks=auto,auto justify=between ( 20  30 )",
     "0,0 200x20 | 0,0 20x20 | 170,0 30x20"},
    {"grid: spans", 320, "grid tracks=1fr,1fr,1fr gap=10 ( 10 span=2  10  10 span=3  10 span=9 )",
     "0,0 320x60 | 0,0 210x20 | 220,0 100x20 | 0,20 320x20 | 0,40 320x20"},
    {"grid: a span that does not fit starts a row", 300, "grid tracks=1fr,1fr,1fr ( 10  10  10 span=2  10 )",
     "0,0 300x40 | 0,0 100x20 | 100,0 100x20 | 0,20 200x20 | 200,20 100x20"},
    {"grid: a span widens automatic tracks", 300, "grid tracks=auto,auto,50 ( 20  20  1  100 span=2  120 span=3 )",
     "0,0 300x60 | 0,0 50x20 | 50,0 50x20 | 100,0 50x20 | 0,20 100x20 | 0,40 150x20"},
    {"grid: a span asks flexible tracks first", 300, "grid tracks=auto,1fr ( 20  20  200 span=2 )",
     "0,0 300x40 | 0,0 20x20 | 20,0 280x20 | 0,20 300x20"},
    {"grid: row spans", 200, "grid tracks=1fr,1fr rowgap=5 ( 10 rows=2  10  10-150  10 )",
     "0,0 200x90 | 0,0 100x65 | 100,0 100x20 | 100,25 100x40 | 0,70 100x20"},
    {"grid: more height goes to the last row spanned", 200, "grid tracks=1fr,1fr ( 10 line=90 rows=2  10  10 )",
     "0,0 200x90 | 0,0 100x90 | 100,0 100x20 | 100,20 100x70"},
    {"grid: spans that end earlier are met first", 300,
     "grid tracks=1fr,1fr,1fr ( 10 line=120 rows=3  10 line=100 rows=2  10  10  10  10 )",
     "0,0 300x120 | 0,0 100x120 | 100,0 100x100 | 200,0 100x20 | 200,20 100x80 | 100,100 100x20 | 200,100 100x20"},
    {"grid: rows in which nothing begins do not count", 200,
     "grid tracks=1fr,1fr rowgap=5 ( 10 rows=1000000000  10 rows=1000000000  10 )",
     "0,0 200x45 | 0,0 100x20 | 100,0 100x20 | 0,25 100x20"},
    {"grid: the next row begins in its first free column", 400,
     "grid tracks=1fr,1fr,1fr,1fr ( 10  10 rows=9  10 span=2  10 line=100 span=2 rows=5  10 )",
     "0,0 400x120 | 0,0 100x20 | 100,0 100x120 | 200,0 200x20 | 200,20 200x100 | 0,20 100x100"},
    {"grid: not stretched, its rows stay at the top", 100, "grid align=start minh=90 ( 10  10 )",
     "0,0 100x90 | 0,0 100x20 | 0,20 100x20"},
    {"grid: equal heights, and more for all rows when stretched", 200,
     "row ( leaf height=100  grid grow=1 tracks=1fr,1fr rowgap=4 ( 10  10  10  10-150 ) )",
     "0,0 200x100 | 0,0 0x100 | 0,0 200x100 | 0,0 100x38 | 100,0 100x38 | 0,42 100x58 | 100,42 100x58"},
    {"grid: align", 200, "grid tracks=1fr,1fr align=center ( 10  10-200 )",
     "0,0 200x40 | 0,10 100x20 | 100,0 100x40"},
    {"grid: baselines of a row", 200,
     "grid tracks=1fr,1fr align=baseline ( 10 line=60 base=50  10  10  10 line=60 base=50 )",
     "0,0 200x120 | 0,0 100x60 | 100,35 100x20 | 0,95 100x20 | 100,60 100x60"},
    {"grid: a box of several rows shares no baseline", 200,
     "grid tracks=1fr,1fr align=baseline ( leaf height=90 rows=2  10  10 )",
     "0,0 200x90 | 0,0 100x90 | 100,0 100x20 | 100,20 100x20"},
    {"grid: a fixed width in its cell", 200, "grid tracks=1fr,1fr ( 10 width=40  10 maxw=60 )",
     "0,0 200x20 | 0,0 40x20 | 100,0 60x20"},
    {"grid: its own width is that of its longest track for all of them", 500,
     "column align=start ( grid tracks=1fr,1fr gap=10 ( 10-60  10-80 )  row gap=10 ( 10-60 grow=1  10-80 grow=1 ) )",
     "0,0 500x40 | 0,0 170x20 | 0,0 80x20 | 90,0 80x20 | 0,20 170x20 | 0,20 80x20 | 90,20 80x20"},
    {"empty boxes", 100, "column gap=10 pad=1 ( row  wrap  grid tracks=auto  stack  column )",
     "0,0 100x42 | 1,1 98x0 | 1,11 98x0 | 1,21 98x0 | 1,31 98x0 | 1,41 98x0"},
    {"too little of everything", 10, "row pad=20 gap=30 ( 10  10 )", "0,0 10x240 | 20,20 0x200 | 50,20 0x200"},
};

static void test_cases(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hui_arena *arena = hui_arena_new();
        hui_box *root = read_tree(arena, cases[i].tree);
        hui_box_layout(arena, root, cases[i].width, NULL, NULL, NULL);
        hui_buffer dump = {0};
        dump_tree(&dump, root);
        if (strcmp(dump.bytes, cases[i].rects) != 0) {
            print_error("%s\n  tree     %s\n  expected %s\n  is       %s\n", cases[i].what, cases[i].tree,
                        cases[i].rects, dump.bytes);
            wrong++;
        }
        hui_buffer_finish(&dump);
        hui_arena_free(arena);
    }
    assert_int_equal(wrong, 0);
}

typedef struct overflow_case {
    const char *what;
    double width;
    const char *tree, *reports; /* needed>given of each */
} overflow_case;

static const overflow_case overflow_cases[] = {
    {"none", 100, "column ( 100  row ( 50  50-80 ) )", ""},
    {"half a px is none", 99.5, "100", ""},
    {"the leaf, not its ancestors", 100, "column pad=10 ( column ( row ( 90 ) ) )", "90>80 "},
    {"each of two causes", 100, "column ( 120  130 )", "120>100 130>100 "},
    {"children of a row share what is missing", 100, "row ( 50  150 )", "50>25 150>75 "},
    {"a px track", 100, "grid tracks=30,1fr ( 40  10 )", "40>30 "},
    {"a least width of the box itself", 100, "column ( column minw=120 ( 10 ) )", "120>100 "},
    {"gaps alone", 10, "row gap=30 ( leaf  leaf )", "30>10 "},
    {"out of flow", 100, "stack ( 120 out  10 )", "120>100 "},
    {"wrap", 100, "wrap ( 120  50 )", "120>100 "},
    {"fixed width", 100, "column ( leaf width=120 )", "120>100 "},
};

static void report(void *closure, const hui_box *box, double needed, double given)
{
    assert_true(box->extent.min == needed && box->rect.w == given);
    hui_buffer *out = closure;
    hui_buffer_add_number(out, needed, 2);
    hui_buffer_add_char(out, '>');
    hui_buffer_add_number(out, given, 2);
    hui_buffer_add_char(out, ' ');
}

static void test_overflow(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof overflow_cases / sizeof *overflow_cases; i++) {
        hui_arena *arena = hui_arena_new();
        hui_buffer reports = {0};
        hui_box_layout(arena, read_tree(arena, overflow_cases[i].tree), overflow_cases[i].width, report, &reports, NULL);
        assert_string_equal(reports.size ? reports.bytes : "", overflow_cases[i].reports);
        hui_buffer_finish(&reports);
        hui_arena_free(arena);
    }
}

static void test_extent_and_baseline(void **state)
{
    (void)state;
    static const struct {
        const char *tree;
        double min, max, baseline;
    } expected[] = {
        {"10.2-30.7 pad=1,5", 21, 41, 16},
        {"column pad=4 ( 20-30  10-50 )", 28, 58, 19},
        {"row gap=10 ( 20-30  10-50 )", 40, 90, 15},
        {"row gap=10 ( 20-30 grow=1  10-50 grow=1  5 )", 55, 125, 15},
        {"wrap gap=10 ( 20-30  10-50 )", 20, 90, 15},
        {"grid tracks=40,auto,2fr gap=10 ( 10  10-30  20-50 )", 90, 140, 15},
        {"grid tracks=1fr,2fr ( 10-30  10-40 )", 20, 90, 15},
        {"stack ( 900 line=50 base=40 out  20-30  10-50 line=9 base=7 )", 20, 50, 15},
        {"10-50 width=30", 30, 30, 15},
        {"10-50 minw=20 maxw=40", 20, 40, 15},
        {"column ( leaf height=30  row align=center height=80 ( leaf  10 line=30 base=20 ) )", 10, 10, 75},
        {"column ( leaf height=30 )", 0, 0, NAN},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        hui_arena *arena = hui_arena_new();
        hui_box *root = read_tree(arena, expected[i].tree);
        hui_box_layout(arena, root, 500, NULL, NULL, NULL);
        if (root->extent.min != expected[i].min || root->extent.max != expected[i].max ||
            !(root->baseline == expected[i].baseline || (isnan(root->baseline) && isnan(expected[i].baseline))))
            fail_msg("%s: %g-%g, baseline %g", expected[i].tree, root->extent.min, root->extent.max, root->baseline);
        hui_arena_free(arena);
    }
}

static void draw_name(const hui_box *box, struct hui_scene *scene, char mark)
{
    hui_buffer *out = (hui_buffer *)(void *)scene;
    hui_buffer_add_char(out, mark);
    hui_buffer_add_string(out, box->look);
}

static void draw_before(const hui_box *box, struct hui_scene *scene) { draw_name(box, scene, '<'); }
static void draw_after(const hui_box *box, struct hui_scene *scene) { draw_name(box, scene, '>'); }
static void draw_content(void *data, const hui_box *box, struct hui_scene *scene)
{
    assert_ptr_equal(data, box->data);
    draw_name(box, scene, '=');
}

static void test_draw_order(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    const hui_content drawn = {.widths = fake_widths, .height = fake_height, .draw = draw_content};
    hui_box *root = read_tree(arena, "column ( row ( 10  leaf )  10 )");
    hui_box *row = root->first, *a = row->first, *b = root->last;
    a->content = b->content = &drawn;
    root->look = "root", row->look = "row", a->look = "a", b->look = "b";
    root->draw_before = row->draw_before = a->draw_before = draw_before;
    root->draw_after = row->draw_after = a->draw_after = draw_after;
    hui_box_layout(arena, root, 100, NULL, NULL, NULL);
    hui_buffer out = {0};
    hui_box_draw(root, (struct hui_scene *)(void *)&out, NULL);
    assert_string_equal(out.bytes, "<root<row<a=a>a>row=b>root");
    hui_buffer_finish(&out);
    hui_arena_free(arena);
}

static void test_adding_nothing(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_box *column = hui_box_new(arena, HUI_BOX_COLUMN);
    hui_box_add(column, NULL);
    assert_null(column->first);
    hui_box *leaf = fake_leaf(arena, 1, 1);
    hui_box_add(column, leaf);
    assert_ptr_equal(leaf->parent, column);
    hui_box_pad(column, 3, 4);
    hui_box_layout(arena, column, 20, NULL, NULL, NULL);
    hui_rect inner = hui_box_inner(column);
    assert_true(inner.x == 4 && inner.y == 3 && inner.w == 12 && inner.h == 20);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_overflow),
        cmocka_unit_test(test_extent_and_baseline),
        cmocka_unit_test(test_draw_order),
        cmocka_unit_test(test_adding_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
