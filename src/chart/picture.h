/* Picture: a finished chart as marks, axes, legends and titles with all their places; what is drawn, measured and dumped. */
#ifndef HUI_CHART_PICTURE_H
#define HUI_CHART_PICTURE_H

#include "base/buffer.h"
#include "scene/scene.h"

/* Names and meanings are Vega's mark types and properties; coordinates are those of the group a mark stands in. */
typedef enum hui_mark_type {
    HUI_MARK_RECT,
    HUI_MARK_SYMBOL,
    HUI_MARK_RULE,
    HUI_MARK_LINE,
    HUI_MARK_AREA,
    HUI_MARK_TRAIL,
    HUI_MARK_TEXT,
    HUI_MARK_ARC,
    HUI_MARK_IMAGE,
    HUI_MARK_PATH /* an outline: geoshape */
} hui_mark_type;

/* A gradient of Vega: x1 … in fractions of the item's bounds. RADIAL: r1, r2. */
typedef struct hui_gradient {
    bool radial;
    double x1, y1, x2, y2, r1, r2;
    const hui_stop *stops;
    size_t stop_count;
} hui_gradient;

typedef struct hui_dash {
    const double *at; /* [on, off, …] px; NULL: solid */
    size_t count;
    double offset;
} hui_dash;

typedef enum hui_anchor { HUI_ANCHOR_START, HUI_ANCHOR_MIDDLE, HUI_ANCHOR_END } hui_anchor; /* text's align: left, center, right */

typedef enum hui_baseline {
    HUI_BASELINE_ALPHABETIC,
    HUI_BASELINE_TOP,
    HUI_BASELINE_MIDDLE,
    HUI_BASELINE_BOTTOM,
    HUI_BASELINE_LINE_TOP,
    HUI_BASELINE_LINE_BOTTOM
} hui_baseline;

typedef struct hui_label_style {
    const char *font; /* family; NULL: the chart's */
    double size;
    int weight;  /* 400, 700 */
    bool italic;
    double limit;        /* px, longer text is cut with an ellipsis; 0: none */
    const char *ellipsis; /* NULL: … */
    double line_height;  /* px; 0: size + 2, Vega's */
} hui_label_style;

/* One drawn thing, or one vertex of a LINE, AREA or TRAIL. Paints of a line or area are those of its first vertex. */
typedef struct hui_mark_item {
    /* RECT: two corners, x <= x2 and y <= y2. RULE: both ends. AREA: (x, y) and (x2, y2), of which one coordinate
     * is shared. TRAIL, LINE: (x, y). TEXT: anchor, offsets included. IMAGE: as RECT. Others: centre. */
    double x, y, x2, y2;
    hui_color fill, stroke; /* alpha of the colour itself; 0: not painted */
    const hui_gradient *fill_gradient, *stroke_gradient; /* instead; NULL: none */
    double opacity, fill_opacity, stroke_opacity; /* 0..1 */
    double stroke_width;
    hui_dash dash;
    uint8_t cap;  /* hui_cap */
    uint8_t join; /* hui_join */
    double miter_limit; /* 0: 4 */
    bool undefined; /* LINE, AREA, TRAIL: a gap; others: not to be seen */
    const char *tooltip; /* "a: 1\nb: 2", or NULL */
    const char *href;
    union {
        double radii[4]; /* RECT: top left, top right, bottom right, bottom left */
        struct {
            double size, angle; /* px², degrees clockwise. TRAIL: width */
            const char *shape;  /* Vega's name or an SVG path of a square around 0 of side 1…; NULL: circle */
        } symbol;
        struct {
            const char *text; /* lines joined by \n */
            hui_label_style style;
            hui_anchor align;
            hui_baseline baseline;
            double angle;
        } text;
        struct {
            double inner, outer, start, end; /* px; radians clockwise from 12 o'clock */
            double pad_angle, corner_radius;
        } arc;
        struct {
            const char *url;
            const hui_image *image; /* NULL: it cannot be drawn */
            bool stretched;         /* to the rectangle; otherwise it keeps its sides' ratio inside */
        } picture;
        struct {
            const hui_path *path;
        } shape;
    };
} hui_mark_item;

typedef struct hui_mark {
    hui_mark_type type;
    const char *role;  /* class in SVG: "mark-bar", … */
    size_t plot;       /* index into the picture's plots */
    bool clip;         /* to the plot */
    bool is_series;    /* LINE, AREA, TRAIL: one of those that fields tell apart */
    bool sideways;     /* AREA: between x and x2. LINE: its curve is to be monotone in y */
    const char *interpolate; /* LINE, AREA: d3-shape's curve as Vega names it ("linear", "monotone", "step-after", …) */
    double tension; /* of that curve; 0: its own (a tiny number says 0) */
    const char *label; /* what it is to a reader who does not see it; NULL: nothing */
    double base;       /* RECT: bars begin at this value, as their scale leaves out zero; 0: at zero, or between two values */
    double total;      /* ARC: of the values that its angles show; 0: they show none */
    const char *measure; /* ARC: the field of those */
    hui_mark_item *items;
    size_t item_count;
} hui_mark;

/* A rectangle in which data are drawn. */
typedef struct hui_plot {
    const char *role; /* "view", "child", "cell" */
    const char *name; /* of the view in the spec, or NULL: id in SVG */
    double x, y, w, h; /* in the picture */
    hui_mark_item ground; /* RECT: fill and stroke of the view; x … are set by the painter */
    double corner_radius;
    bool bare; /* no ground at all */
} hui_plot;

/* Guides' marks: drawn, but not dumped as marks. */
typedef struct hui_guide_marks {
    hui_mark *at;
    size_t count, capacity;
} hui_guide_marks;

typedef enum hui_orient { HUI_ORIENT_BOTTOM, HUI_ORIENT_TOP, HUI_ORIENT_LEFT, HUI_ORIENT_RIGHT } hui_orient;

/* A tick label that is shown. */
typedef struct hui_axis_label {
    const char *text;
    double x, y; /* its anchor, in the picture */
} hui_axis_label;

typedef struct hui_axis_picture {
    hui_orient orient;
    double x, y; /* where its line starts */
    bool is_measured; /* of numbers, on a continuous scale: not of categories or time */
    const char *title; /* NULL: none shown */
    hui_axis_label *labels;
    size_t label_count;
    hui_guide_marks below, above; /* of the data: by zindex */
} hui_axis_picture;

typedef enum hui_legend_kind { HUI_LEGEND_SYMBOL, HUI_LEGEND_GRADIENT, HUI_LEGEND_BAND } hui_legend_kind;

typedef struct hui_legend_picture {
    hui_legend_kind kind;
    const char *title;
    const char **labels;
    size_t label_count;
    const hui_mark_item *symbols; /* SYMBOL: one per entry */
    size_t symbol_count;
    const hui_stop *stops; /* GRADIENT from bottom or left; BAND: the colours in that order */
    size_t stop_count;
    hui_guide_marks marks; /* in the picture's coordinates */
} hui_legend_picture;

typedef struct hui_header_picture {
    const char *role; /* "row-title", "column-header", … */
    const char **texts;
    size_t text_count;
    hui_guide_marks marks;
} hui_header_picture;

typedef struct hui_title_picture {
    const char *text;
    const char *subtitle; /* NULL: none */
    hui_guide_marks marks;
} hui_title_picture;

/* Everything but the marks of plots is in the picture's coordinates. */
typedef struct hui_picture {
    double width, height;
    hui_color background;
    const char *description; /* alternative text */
    hui_plot *plots;
    size_t plot_count;
    hui_axis_picture *axes;
    size_t axis_count;
    hui_legend_picture *legends;
    size_t legend_count;
    hui_title_picture *titles;
    size_t title_count;
    hui_header_picture *headers;
    size_t header_count;
    hui_mark *marks; /* in the order of drawing */
    size_t mark_count;
} hui_picture;

/* Text
 * ---- */

/* Measures and sets the labels of a chart. Keeps what it shaped: the same text in the same style is shaped once. */
typedef struct hui_labels hui_labels;

typedef struct hui_labels_options {
    const char *family; /* where a style names none */
    const char *lang;
    bool chinese;       /* composed by the rules of clreq (gaps, squeezed marks): inside posters */
    double text_scale;  /* 0: 1 */
} hui_labels_options;

hui_labels *hui_labels_new(hui_arena *arena, hui_fonts *fonts, const hui_labels_options *options, hui_place place,
                           hui_diags *diags);
/* Of the widest line, after cutting to the limit. */
double hui_labels_width(hui_labels *labels, const char *text, const hui_label_style *style);
/* The text as it is shown: cut to the style's limit with its ellipsis (vega-scenegraph's truncate). */
const char *hui_labels_cut(hui_labels *labels, const char *text, const hui_label_style *style);
/* Breaks a text into lines no wider than `width` at places our composer allows. Lines joined by \n. */
const char *hui_labels_wrap(hui_labels *labels, const char *text, const hui_label_style *style, double width);

/* Bounds as vega-scenegraph computes them for layout: strokes included, text by its width and font size. In the
 * coordinates of the item's group, not clipped. Negative w: there is nothing. */
hui_rect hui_item_bounds(hui_labels *labels, hui_mark_type type, const hui_mark_item *item);
hui_rect hui_mark_bounds(hui_labels *labels, const hui_mark *mark);

/* Into a scene at (x, y), scaled. Groups carry roles, labels and ids for SVG and PDF. */
void hui_picture_draw(const hui_picture *picture, hui_labels *labels, hui_scene *scene, double x, double y, double scale,
                      const char *id);
/* As JSON: what `huibao inspect` prints of a chart. */
void hui_picture_dump(const hui_picture *picture, hui_buffer *out);

/* Outline of a symbol of Vega's ("circle", "triangle-up", an SVG path, …) of an area of `size` px² around (0, 0). */
void hui_symbol_outline(hui_path *path, const char *shape, double size);

#endif
