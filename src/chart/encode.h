/* Encoders: how a property of marks follows from rows, compiled once for a unit in a frame. For the files of chart/ only. */
#ifndef HUI_CHART_ENCODE_H
#define HUI_CHART_ENCODE_H

#include "chart/frame.h"

/* A unit that is drawn in a frame. */
typedef struct hui_drawing {
    const hui_view *unit;
    hui_frame *frame;
    hui_arena *arena;
    hui_rows rows;
    hui_expr_scope scope; /* of its rows */
    const char *role;     /* of its marks */
    bool clip;
} hui_drawing;

typedef enum hui_rule_kind {
    HUI_RULE_CONSTANT,
    HUI_RULE_FIELD,  /* a column, scaled */
    HUI_RULE_BLEND,  /* between two columns, scaled */
    HUI_RULE_EXPR,   /* an expression of the row */
    HUI_RULE_TEXT    /* a column as text */
} hui_rule_kind;

typedef struct hui_encoder hui_encoder;

/* The first rule whose test holds gives the value. */
typedef struct hui_encoder_rule {
    const hui_predicate *test; /* NULL: always */
    bool if_invalid;           /* instead: where `field` is invalid */
    hui_rule_kind kind;
    hui_value constant;
    const hui_json *json;  /* CONSTANT: a gradient */
    hui_color color;       /* CONSTANT: a colour */
    bool is_color;
    hui_accessor field, second;
    double share;          /* BLEND: of `second` */
    double shift;          /* added to the value before it is scaled */
    const hui_scale *scale; /* NULL: the value itself */
    const hui_expr *expr;
    const hui_channel_def *def; /* TEXT */
    double band;           /* of the scale's bandwidth, added */
    double mult, offset;
    const hui_encoder *more; /* its number is added, too */
} hui_encoder_rule;

struct hui_encoder {
    hui_encoder_rule *at;
    size_t count, capacity;
};

/* NULL encoders encode nothing. */
double hui_encode_number(const hui_encoder *encoder, hui_drawing *drawing, size_t row, double fallback);
hui_value hui_encode_value(const hui_encoder *encoder, hui_drawing *drawing, size_t row);
const char *hui_encode_text(const hui_encoder *encoder, hui_drawing *drawing, size_t row);
typedef struct hui_encoded_color {
    hui_color color;
    const hui_json *gradient; /* NULL: none */
} hui_encoded_color;
hui_encoded_color hui_encode_color(const hui_encoder *encoder, hui_drawing *drawing, size_t row);

/* Making encoders
 * --------------- */

hui_encoder *hui_encoder_new(const hui_drawing *drawing);
hui_encoder_rule *hui_encoder_add(const hui_drawing *drawing, hui_encoder *encoder, hui_rule_kind kind);
hui_encoder *hui_encoder_constant(const hui_drawing *drawing, double number);
/* A value of the spec: number, text, colour, gradient, or an expression of the row. NULL for NULL. */
hui_encoder *hui_encoder_json(const hui_drawing *drawing, const hui_json *json);
void hui_encoder_rule_json(const hui_drawing *drawing, hui_encoder_rule *rule, const hui_json *json);
const hui_scale *hui_drawing_scale(const hui_drawing *drawing, hui_channel channel);
hui_accessor hui_drawing_accessor(const hui_drawing *drawing, const char *column);

/* A channel without a place: conditions first, then its field, datum or value, then the mark's and config's property `key`,
 * or `fallback` if that is given. NULL if nothing says anything. */
hui_encoder *hui_encode_channel(const hui_drawing *drawing, hui_channel channel, const char *key, const hui_json *fallback);
/* text, href, url, description: texts of fields. */
hui_encoder *hui_encode_text_channel(const hui_drawing *drawing, hui_channel channel);

/* position.c: places along a direction. What is NULL is not encoded. */
typedef struct hui_interval {
    hui_encoder *start, *end, *center, *size; /* x, x2, xc, width; startAngle, endAngle; outerRadius, innerRadius */
    double least, spacing; /* bins: a narrower one is `least` px wide; what was taken between neighbours */
    bool backwards;        /* bins: `start` is the lower end on the page */
} hui_interval;

typedef enum hui_default_place { HUI_PLACE_NONE, HUI_PLACE_MID, HUI_PLACE_ZERO_OR_MIN, HUI_PLACE_ZERO_OR_MAX } hui_default_place;

hui_encoder *hui_encode_point(const hui_drawing *drawing, hui_channel channel, hui_default_place fallback);
hui_interval hui_encode_range(const hui_drawing *drawing, hui_channel channel, hui_default_place first, hui_default_place second);
hui_interval hui_encode_rect(const hui_drawing *drawing, hui_channel channel);
/* The half pixel (or config's) by which an axis is moved, which bins follow. */
double hui_drawing_translate(const hui_drawing *drawing, hui_channel channel);
/* Where marks begin that have no place of their own: zero, or else the least (or the greatest) of the domain. */
hui_value hui_drawing_zero(const hui_drawing *drawing, hui_channel channel, bool or_greatest);
/* encode.c: the ends of a span for a row, in order. */
void hui_interval_resolve(const hui_interval *span, hui_drawing *drawing, size_t row, double *low, double *high);

/* The specifier such texts are written by: the one given, or what follows from type and config; NULL: as they are. */
const char *hui_def_format(hui_charting *chart, const hui_channel_def *def, const char *given, const char *format_type);
/* Values that are no numbers and no dates: items of an array are lines. */
const char *hui_value_lines(hui_arena *arena, hui_value value);
/* Texts of values as marks, tooltips and headers show them (Vega-Lite's formatSignalRef). */
const char *hui_def_text(hui_charting *chart, const hui_channel_def *def, hui_value value, hui_value end, const char *format,
                         const char *format_type);

/* tooltip.c: "field: value" of each encoding, or as the spec says; NULL: none. */
typedef struct hui_tooltip hui_tooltip;
hui_tooltip *hui_tooltip_new(const hui_drawing *drawing, size_t item_count);
const char *hui_tooltip_text(const hui_tooltip *tooltip, hui_drawing *drawing, size_t row);

/* paint.c: what all marks of a unit have in common. */
typedef struct hui_painter hui_painter;
hui_painter *hui_painter_new(const hui_drawing *drawing);
void hui_painter_apply(const hui_painter *painter, hui_drawing *drawing, size_t row, hui_mark_item *item);
const hui_gradient *hui_gradient_read(hui_arena *arena, const hui_json *json);

/* One file per mark: fills a mark's item from a row. Rows are those of one series where marks are paths. */
typedef void hui_mark_draw(hui_drawing *drawing, hui_marks *marks);
/* What a chart may have a limited number of. */
typedef enum hui_countable { HUI_COUNT_MARKS, HUI_COUNT_TEXTS, HUI_COUNT_SERIES } hui_countable;
/* Counts them; false, with a diagnostic the first time, where the chart has too many. */
bool hui_unit_has_room(const hui_view *unit, hui_countable what, size_t count);

hui_mark_draw hui_draw_rects, hui_draw_symbols, hui_draw_paths, hui_draw_rules, hui_draw_texts, hui_draw_arcs, hui_draw_images;

/* mark_text.c: words of the spec. */
int hui_json_weight(const hui_json *json, int fallback);
hui_anchor hui_anchor_read(const char *word, hui_anchor fallback);
hui_baseline hui_baseline_read(const char *word, hui_baseline fallback);

/* A mark of the unit with room for `count` items. */
hui_mark *hui_mark_add(const hui_drawing *drawing, hui_marks *marks, hui_mark_type type, size_t count);
/* Rows in the order of the `order` channel, where it says one; else as they are. */
hui_rows hui_drawing_ordered(hui_drawing *drawing);

#endif
