/* Boxes: columns, rows, grids, wraps, stacks, and boxes arranged freely, that grow with what they hold. Measured once, in linear time. */
#ifndef HUI_LAYOUT_BOX_H
#define HUI_LAYOUT_BOX_H

#include "base/arena.h"
#include "base/geom.h"
#include "base/monitor.h"

/* Every edge lies on a whole px, so that hairlines are crisp at 1×: paddings, gaps and fixed sizes are rounded, what
 * content needs is rounded up, and room left is shared out in whole px (equal shares may differ by 1). The one
 * exception: HUI_ALIGN_BASELINE meets baselines exactly, so a box so aligned may start between two px.
 *
 * No box is wider than its parent has room for, nor narrower than its least width if there is room. Where there is not,
 * all in a row or grid shrink below it in proportion, and the caller is told (hui_box_layout). */

typedef struct hui_box hui_box;
struct hui_scene;

typedef struct hui_extent {
    double min, max; /* least width without breaking anything; width that needs no wrapping */
} hui_extent;

typedef struct hui_height {
    double height;
    double baseline; /* of the first line of text from the top; NAN: none */
} hui_height;

/* What fills a leaf. Widths and heights are those inside its padding (hui_box_inner). All but `widths` and `height` may
 * be NULL. Called in this order, each once per leaf: widths (all leaves), fit (all leaves, in tree order), height (all
 * leaves), draw. */
typedef struct hui_content {
    hui_extent (*widths)(void *data);
    /* The width is known: choose what depends on it (a numeral's step), perhaps together with siblings. */
    void (*fit)(void *data, double width);
    hui_height (*height)(void *data, double width);
    void (*draw)(void *data, const hui_box *box, struct hui_scene *scene);
} hui_content;

/* What puts the children of a FREE box where its drawing wants them: around a circle, as a tree. Called in this order: widths,
 * share (once each), arrange (more than once, always with the children's widths and natural heights known). */
typedef struct hui_arranger {
    /* What its inside needs; child->extent is known. */
    hui_extent (*widths)(void *data, const hui_box *box);
    /* Sets each child's rect.w. */
    void (*share)(void *data, hui_box *box, double width);
    /* Sets each child's rect.x and rect.y, from the inside's top left; rect.h is its natural height and may be set to more.
     * Returns the height that takes, which should be `height` if that is more than it needs and it can use it. */
    double (*arrange)(void *data, hui_box *box, double width, double height);
} hui_arranger;

typedef enum hui_box_kind {
    HUI_BOX_LEAF,
    HUI_BOX_COLUMN, /* children one below the other */
    HUI_BOX_ROW,    /* side by side on one line */
    HUI_BOX_WRAP,   /* side by side, on as many lines as needed */
    HUI_BOX_GRID,   /* in tracks, filled row by row */
    HUI_BOX_STACK,  /* on top of each other; the largest gives the size */
    HUI_BOX_FREE,   /* where its arranger puts them */
} hui_box_kind;

/* Across the main axis (COLUMN: horizontally; ROW, WRAP, GRID: vertically; STACK: `align` horizontally, `justify`
 * vertically, where START makes a stretched child as high as the stack, too). GRID children are as wide as their cell.
 * A box with a fixed width or height is not stretched in that direction. */
typedef enum hui_align {
    HUI_ALIGN_STRETCH,
    HUI_ALIGN_START,
    HUI_ALIGN_CENTER,
    HUI_ALIGN_END,
    HUI_ALIGN_BASELINE, /* ROW, WRAP and GRID rows: first baselines on one line; the foot of a box that has none.
                         * Elsewhere, and for a box of several GRID rows, as START */
} hui_align;

/* Along the main axis (GRID: the columns), when there is room left. A stretched GRID that is higher than it needs gives
 * the rest to its rows in equal parts. */
typedef enum hui_justify {
    HUI_JUSTIFY_START,
    HUI_JUSTIFY_CENTER,
    HUI_JUSTIFY_END,
    HUI_JUSTIFY_BETWEEN,
} hui_justify;

typedef enum hui_track_kind { HUI_TRACK_FR, HUI_TRACK_AUTO, HUI_TRACK_PX } hui_track_kind;

typedef struct hui_track {
    hui_track_kind kind;
    double size; /* FR: share (never narrower than its content's least width); PX: width */
} hui_track;

enum { HUI_TOP, HUI_RIGHT, HUI_BOTTOM, HUI_LEFT };

struct hui_box {
    hui_box_kind kind;
    double padding[4];
    double gap;     /* between children along the main axis; GRID: between columns */
    double row_gap; /* GRID and WRAP: between rows */
    hui_align align;
    hui_justify justify;
    double max_gap; /* BETWEEN: gaps grow to at most this (0: no limit); the rest stays at the end */

    /* in its parent */
    /* ROW, COLUMN, WRAP lines: growing children share what the others leave as `flex: <grow> 1 0` does: in proportion
     * to grow, but none gets less than it needs. The others get their max, and shrink towards their min if need be. */
    double grow;
    hui_align self;      /* overrides the parent's align if has_self */
    bool has_self;
    double width;        /* fixed outer width; 0: auto. Content whose least width is more makes it wider all the same */
    double min_width, max_width; /* 0: none. Content whose least width is more than max_width wins */
    double min_height;   /* 0: none */
    double height;       /* fixed; 0: auto. Content higher than it makes it grow all the same */
    double ratio;        /* height = width × ratio at least; 0: none */
    int span;            /* GRID: columns it takes, 0 counts as 1 */
    /* GRID: rows it takes, 0 counts as 1; the last of them gives the height they lack. Rows in which no box begins do
     * not count. */
    int row_span;
    double offset_x, offset_y; /* moved by, after all; takes no room */
    bool out_of_flow;    /* STACK: gets the stack's size, gives none (backgrounds, art behind content).
                          * The size includes the stack's padding */

    /* for those who break the layout into pages */
    bool breaks; /* a page may end between its children (COLUMN), its rows (GRID), or inside its child in flow (STACK) */
    bool keep;   /* no page ends with it: what follows belongs to it */
    bool parts;  /* it only parts its neighbours: where a page ends or begins there is no need of it */

    const hui_track *tracks; /* GRID; none: one column */
    size_t track_count;

    const hui_content *content;   /* LEAF; NULL: empty space */
    const hui_arranger *arranger; /* FREE */
    void *data;                   /* of either */
    /* Drawn before the children (background) and after them; NULL: nothing. */
    void (*draw_before)(const hui_box *box, struct hui_scene *scene);
    void (*draw_after)(const hui_box *box, struct hui_scene *scene);
    void *look; /* for draw_before and draw_after */
    const void *place; /* who made it (a hui_panel), for diagnostics; NULL: ask the parent */

    hui_box *first, *last, *next, *parent;

    /* results */
    hui_extent extent;
    hui_rect rect; /* on the page */
    double baseline; /* from its top: the first child's that has one; NAN: none */
    double natural;  /* the height it needs at its width; rect.h may be more */
    int column, row, row_end; /* in its parent: GRID: its cell and the row after it; WRAP: `row` is its line */
    struct hui_grid *grid;    /* GRID: its tracks; layout's own */
};

hui_box *hui_box_new(hui_arena *arena, hui_box_kind kind);
hui_box *hui_box_leaf(hui_arena *arena, const hui_content *content, void *data);
hui_box *hui_box_free(hui_arena *arena, const hui_arranger *arranger, void *data);
void hui_box_add(hui_box *parent, hui_box *child); /* NULL child: nothing */
void hui_box_pad(hui_box *box, double vertical, double horizontal);
/* Its rect without the padding. */
hui_rect hui_box_inner(const hui_box *box);

/* Sizes and places the tree: the root at (0, 0), as wide as told, as high as it needs. `overflow` (may be NULL) is
 * called for each box whose least width is more than it got; of nested ones only for the innermost. False if it was
 * cancelled: some boxes have no place then. */
bool hui_box_layout(hui_arena *arena, hui_box *root, double width,
                    void (*overflow)(void *closure, const hui_box *box, double needed, double given), void *closure,
                    hui_monitor *monitor);
/* Once it is cancelled no more is drawn. */
void hui_box_draw(const hui_box *root, struct hui_scene *scene, hui_monitor *monitor);
size_t hui_box_count(const hui_box *root); /* itself included */

#endif
