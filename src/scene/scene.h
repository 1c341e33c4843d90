/* Scene: the display list that panels draw and file formats read. All numbers are design px, resolved. */
#ifndef HUI_SCENE_SCENE_H
#define HUI_SCENE_SCENE_H

#include "base/arena.h"
#include "base/color.h"
#include "base/diag.h"
#include "base/geom.h"
#include "base/hand.h"
#include "base/path.h"
#include "image/image.h"
#include "text/text.h"

typedef struct hui_stop {
    double offset; /* 0..1 */
    hui_color color;
} hui_stop;

typedef enum hui_paint_kind { HUI_PAINT_NONE, HUI_PAINT_SOLID, HUI_PAINT_LINEAR, HUI_PAINT_RADIAL } hui_paint_kind;

/* Gradients: from (x0, y0) to (x1, y1); RADIAL: to the circle of centre (x0, y0) and radius x1, from one whose centre is
 * `focus` away from that and whose radius is `inner`. In the item's own coordinates. */
typedef struct hui_paint {
    hui_paint_kind kind;
    hui_color color;
    double x0, y0, x1, y1;
    hui_point focus;
    double inner;
    const hui_stop *stops;
    size_t stop_count;
} hui_paint;

typedef enum hui_cap { HUI_CAP_BUTT, HUI_CAP_ROUND, HUI_CAP_SQUARE } hui_cap;
typedef enum hui_join { HUI_JOIN_MITER, HUI_JOIN_ROUND, HUI_JOIN_BEVEL } hui_join;

typedef struct hui_stroke {
    hui_paint paint;
    double width;
    const double *dashes; /* on, off, … in px, of an odd number all twice; NULL: solid. See hui_stroke_dash */
    size_t dash_count;
    double dash_offset;
    hui_cap cap;
    hui_join join;
    double miter_limit; /* 0: 4, as SVG's */
} hui_stroke;

/* What a group is to a reader who does not see it. */
typedef enum hui_role {
    HUI_ROLE_NONE,
    HUI_ROLE_SECTION,
    HUI_ROLE_HEADING, /* level 1..6 */
    HUI_ROLE_PARAGRAPH,
    HUI_ROLE_LIST,
    HUI_ROLE_LIST_ITEM,
    HUI_ROLE_FIGURE,   /* with alt */
    HUI_ROLE_LINK,     /* with href */
    HUI_ROLE_ARTIFACT, /* decoration: not read aloud */
} hui_role;

typedef struct hui_group {
    hui_role role;
    int level;         /* HEADING */
    const char *id;    /* of the panel, from the spec; NULL for none */
    const char *kind;  /* panel type or part, such as "kpi", "value": becomes a class */
    const char *label; /* HEADING: its text for the outline; FIGURE: alt text; LINK: its target */
    hui_matrix transform;  /* all zero counts as identity */
    const hui_path *clip;  /* NULL: none; in the group's own coordinates */
    double opacity;        /* 0 counts as 1 */
    const hui_place *place; /* of the panel in the spec, for diagnostics; NULL: ask the group around it */
    const struct hui_panel *panel; /* that it draws, and */
    hui_rect box;                  /* the box of that, in the coordinates around it; for those who look closer */
    const struct hui_picture *picture; /* FIGURE: the chart that it draws; NULL: none */
    bool continued, continues; /* it began on the page before, goes on on the next */
    hui_pen pen; /* of a panel: what draws its rectangles and paths, but for those at the page's edge */
} hui_group;

typedef enum hui_item_kind {
    HUI_ITEM_GROUP, /* … up to its END */
    HUI_ITEM_END,
    HUI_ITEM_RECT,
    HUI_ITEM_PATH,
    HUI_ITEM_TEXT,
    HUI_ITEM_IMAGE,
    HUI_ITEM_MARKERS,
} hui_item_kind;

/* What many markers look like, but for their colours. */
typedef struct hui_marker_shape {
    hui_path outline;  /* around (0, 0) */
    double radius;     /* of a circle, which the outline is too; 0: it is none */
    hui_stroke stroke; /* its paint is not used: each marker has its own */
    hui_rect ink;      /* with the stroke, if any marker has one */
} hui_marker_shape;

/* One of many small drawings: the points of a scatter plot. */
typedef struct hui_marker {
    double x, y;
    size_t shape;
    hui_color fill, stroke; /* alpha 0: none */
    const char *tooltip;    /* NULL: none */
} hui_marker;

typedef struct hui_item {
    hui_item_kind kind;
    bool cut;        /* a drawing that clips of the groups around it may cut: without them it may look different */
    const char *tooltip; /* of a drawing; NULL: none */
    hui_rect bounds; /* on the page, strokes and transforms included; GROUP: of all inside */
    union {
        struct {
            hui_group group;
            size_t end; /* index of its END */
        };
        struct {
            hui_rect rect;
            double radii[4];
            hui_paint fill;
            hui_stroke stroke;
        } shape;
        struct {
            hui_path path;
            hui_paint fill;
            hui_stroke stroke;
        } outline;
        struct {
            double x, y; /* top left of the block of lines */
            const hui_lines *lines;
        } text;
        struct {
            hui_rect rect;
            const hui_image *image;
        } picture;
        struct {
            const hui_marker_shape *shapes;
            const hui_marker *at; /* in the order of drawing */
            size_t shape_count, count;
        } markers;
    };
} hui_item;

/* What stands around a page for those who print and cut it. Lengths are px of the page. */
typedef struct hui_print_marks {
    double mm;           /* one, in px */
    double offset, room; /* from the page's edge to where marks begin, and from there on */
    bool crop, registration, colors;
    const struct hui_scene *information; /* words, in the page's coordinates; NULL: none */
} hui_print_marks;

/* How an open group's drawings are drawn, and what their strays follow from: where the panel stands in its spec, and how
 * many drawings of it came before. So they stay when another panel changes. */
typedef struct hui_hold {
    hui_pen pen;
    uint32_t seed, count;
} hui_hold;

typedef struct hui_scene {
    hui_arena *arena;
    hui_item *items;
    size_t count, capacity;
    double width, height;
    const char *title, *description, *author, *lang; /* NULL where the spec has none */
    double bleed; /* what touches the page's edge is drawn this far beyond it */
    hui_color ground; /* of the page, for the rest of a sheet that it does not fill; transparent: none */
    const hui_print_marks *marks; /* NULL: none */
    const struct hui_scene *next; /* the page after this one; NULL: none */
    const char *tooltip; /* of drawings to be added */
    /* for drawing: open groups (index of each), their joint transforms and clips */
    size_t *open;
    hui_matrix *matrix;
    hui_rect *clip; /* on the page, where clipped[i] */
    bool *clipped;
    hui_hold *hold;
    size_t open_capacity;
    int depth;
} hui_scene;

hui_scene *hui_scene_new(hui_arena *arena, double width, double height);
/* The stored group has its identity transform and opacity 1 written out. */
void hui_scene_group(hui_scene *scene, hui_group group);
void hui_scene_end(hui_scene *scene);
/* No pen changes what is drawn from now on in the innermost group: what is recognized by its shape, as icons and codes. */
void hui_scene_exact(hui_scene *scene);
size_t hui_scene_count(const hui_scene *first); /* of items, on this page and those after it */
/* radii (as hui_path_round_rect's) may be NULL; an empty paint or a stroke of width 0 draws nothing, and an item that
 * would draw nothing at all is left out. */
void hui_scene_rect(hui_scene *scene, hui_rect rect, const double radii[4], hui_paint fill, hui_stroke stroke);
void hui_scene_path(hui_scene *scene, hui_path path, hui_paint fill, hui_stroke stroke);
void hui_scene_text(hui_scene *scene, double x, double y, const hui_lines *lines);
void hui_scene_image(hui_scene *scene, hui_rect rect, const hui_image *image);
/* Shapes and markers are borrowed. */
void hui_scene_markers(hui_scene *scene, const hui_marker_shape *shapes, size_t shape_count, const hui_marker *markers,
                       size_t count);
/* What a reader sees who points at one of the drawings that are added from now on, but for markers, which have their
 * own; NULL: nothing. */
void hui_scene_tooltip(hui_scene *scene, const char *tooltip);

hui_marker_shape hui_marker_shape_new(hui_path outline, double radius, hui_stroke stroke);

/* The rect, and where it touches the page's edge as much more as the bleed says. */
hui_rect hui_scene_bleed(const hui_scene *scene, hui_rect rect);

/* Where a line's ink may be, in its block's coordinates: never too small. */
hui_rect hui_scene_line_ink(const hui_line *line);

/* Whether the box is surely wholly inside the filled outline, which `m` maps to where the box is. */
bool hui_path_holds(const hui_path *path, hui_matrix m, hui_rect box);

hui_paint hui_paint_none(void);
hui_paint hui_paint_solid(hui_color color);
/* A CSS-like linear gradient over `rect`: 0 degrees up, 90 to the right (CSS Images 3, section 3.1). Stops are copied. */
hui_paint hui_paint_linear(hui_arena *arena, hui_rect rect, double degrees, const hui_stop *stops, size_t count);
hui_paint hui_paint_radial(hui_arena *arena, double cx, double cy, double r, const hui_stop *stops, size_t count);
hui_stroke hui_stroke_none(void);
hui_stroke hui_stroke_line(hui_color color, double width);
double hui_stroke_reach(const hui_stroke *stroke); /* how far from its path there may be ink, at most */
/* Sets a copy of the dashes, or none if they could not be drawn: all zero, or one negative or not a number. */
void hui_stroke_dash(hui_arena *arena, hui_stroke *stroke, const double *dashes, size_t count, double offset);

#endif
