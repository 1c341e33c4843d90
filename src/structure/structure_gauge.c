/* gauge: one figure on a scale: a half circle, a dial with a pointer, or a thermometer. */
#include "structure/drawing.h"

#include <math.h>

typedef struct gauge_band {
    hui_string to, label;
    const hui_accent *accent;
} gauge_band;

typedef struct gauge {
    hui_string label, text, value, unit, min, max, target;
    hui_list bands;
    int style;
} gauge;

enum { STYLE_GAUGE, STYLE_DIAL, STYLE_THERMOMETER };

static const hui_word style_words[] = {{"gauge", "a half circle, filled up to the value"},
                                       {"dial", "a scale with a pointer"},
                                       {"thermometer", "an upright tube"},
                                       {0}};

static const hui_field band_fields[] = {
    HUI_FIELD(gauge_band, to, VALUE, "the value at which it ends", .required = true),
    HUI_FIELD(gauge_band, label, TEXT, "what it stands for, in the legend"),
    HUI_FIELD(gauge_band, accent, ACCENT, "its colour; a shade of the panel's if absent"),
};
static const hui_record band_record = {
    "gauge band", "one part of the scale", band_fields, HUI_FIELD_COUNT(band_fields), sizeof(gauge_band), "to"};

static const hui_field fields[] = {
    HUI_FIELD(gauge, value, VALUE, "the figure", .required = true),
    HUI_FIELD(gauge, unit, STRING, "after the value"),
    HUI_FIELD(gauge, label, TEXT, "what is measured"),
    HUI_FIELD(gauge, text, TEXT, "a sentence about it"),
    HUI_FIELD(gauge, min, VALUE, "where the scale begins", "\"0\""),
    HUI_FIELD(gauge, max, VALUE, "where the scale ends", "\"100\""),
    HUI_FIELD(gauge, target, VALUE, "what should be reached, as a mark on the scale"),
    HUI_FIELD(gauge, bands, LIST, "parts of the scale, from its beginning on", .record = &band_record),
    HUI_FIELD(gauge, style, ENUM, "how it looks", "\"gauge\"", .words = style_words),
};

static const double largest = 380, smallest = 140;
/* Shares of the radius: how thick the arc is, how high the figure may be. */
static const double arc_share = 0.24, numeral_share = 0.46;
static const double tube_width = 44, bulb = 84, tube_height = 300, tick_length = 14, narrow_width = 460,
                    ends_width = 104, least_words = 130, largest_below = 64;
enum { TICKS = 10 };

typedef struct drawing {
    const gauge *spec;
    hui_inks inks;
    hui_color ground;
    const hui_color *bands; /* one for each */
    double from, to;        /* of the scale, degrees */
} drawing;

static double share_of(const gauge *p, hui_string value)
{
    const double min = hui_amount_of(p->min), max = hui_amount_of(p->max);
    return max > min ? fmin(fmax((hui_amount_of(value) - min) / (max - min), 0), 1) : 0;
}

static void draw_arc(hui_scene *scene, hui_point c, double r, double width, double from, double to, hui_color color,
                     hui_cap cap)
{
    if (to - from < 0.01)
        return;
    hui_path path = hui_path_new(scene->arena);
    hui_path_arc(&path, c.x, c.y, r, from, to);
    hui_stroke stroke = hui_stroke_line(color, width);
    stroke.cap = cap;
    hui_scene_path(scene, path, hui_paint_none(), stroke);
}

static double degrees_of(const drawing *d, double share)
{
    return d->from + (d->to - d->from) * share;
}

static hui_point on_circle(hui_point c, double r, double degrees)
{
    return (hui_point){c.x + r * cos(degrees * HUI_PI / 180), c.y + r * sin(degrees * HUI_PI / 180)};
}

static void draw_spoke(hui_scene *scene, hui_point c, double from, double to, double degrees, hui_stroke stroke)
{
    const hui_point a = on_circle(c, from, degrees), z = on_circle(c, to, degrees);
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, a.x, a.y);
    hui_path_line(&path, z.x, z.y);
    hui_scene_path(scene, path, hui_paint_none(), stroke);
}

static void draw_bands(hui_scene *scene, const drawing *d, hui_point c, double r, double width)
{
    const gauge_band *bands = d->spec->bands.at;
    double from = 0;
    for (size_t i = 0; i < d->spec->bands.count; i++) {
        const double to = fmax(share_of(d->spec, bands[i].to), from);
        draw_arc(scene, c, r, width, degrees_of(d, from) + (from > 0 ? 0.7 : 0), degrees_of(d, to), d->bands[i],
                 HUI_CAP_BUTT);
        from = to;
    }
    draw_arc(scene, c, r, width, degrees_of(d, from) + (from > 0 ? 0.7 : 0), d->to, d->inks.track, HUI_CAP_BUTT);
}

/* A slim triangle from the centre outwards, with its hub. */
static void draw_pointer(hui_scene *scene, const drawing *d, hui_point c, double reach, double hub)
{
    const double at = degrees_of(d, share_of(d->spec, d->spec->value));
    const hui_point tip = on_circle(c, reach, at), left = on_circle(c, hub * 0.6, at + 90),
                    right = on_circle(c, hub * 0.6, at - 90);
    hui_path path = hui_path_new(scene->arena);
    hui_path_polygon(&path, (hui_point[]){tip, left, right}, 3);
    hui_path_circle(&path, c.x, c.y, hub);
    hui_scene_path(scene, path, hui_paint_solid(d->inks.ink), hui_stroke_none());
}

/* A small triangle outside the arc that points at the value. */
static void draw_marker(hui_scene *scene, const drawing *d, hui_point c, double r, hui_string value, hui_color color)
{
    const double at = degrees_of(d, share_of(d->spec, value));
    const hui_point tip = on_circle(c, r - 2, at), left = on_circle(c, r + 16, at - 4),
                    right = on_circle(c, r + 16, at + 4);
    hui_path path = hui_path_new(scene->arena);
    hui_path_polygon(&path, (hui_point[]){tip, left, right}, 3);
    hui_scene_path(scene, path, hui_paint_solid(color), hui_stroke_none());
}

static const double marker_room = 20;

static void draw_gauge(hui_scene *scene, hui_rect r, const void *data)
{
    const drawing *d = data;
    const double R = r.w / 2 - marker_room, width = round(R * arc_share), middle = R - width / 2;
    const hui_point c = {r.x + r.w / 2, r.y + R + marker_room};
    if (d->spec->bands.count) {
        draw_bands(scene, d, c, middle, width);
        draw_pointer(scene, d, c, R - width - 6, R * 0.07);
    } else {
        const double share = share_of(d->spec, d->spec->value);
        draw_arc(scene, c, middle, width, d->from, d->to, d->inks.track, HUI_CAP_BUTT);
        draw_arc(scene, c, middle, width, d->from, degrees_of(d, share), d->inks.bar, HUI_CAP_BUTT);
    }
    if (d->spec->target.text)
        draw_marker(scene, d, c, R, d->spec->target, d->inks.ink);
}

static void draw_dial(hui_scene *scene, hui_rect r, const void *data)
{
    const drawing *d = data;
    const double R = r.w / 2 - marker_room, width = round(R * arc_share / 2), middle = R - width / 2;
    const hui_point c = {r.x + r.w / 2, r.y + R + marker_room};
    draw_bands(scene, d, c, middle, width);
    for (int i = 0; i <= TICKS; i++)
        draw_spoke(scene, c, (R - width) * (i % 5 ? 0.93 : 0.88), (R - width) * 0.97, degrees_of(d, (double)i / TICKS),
                   hui_stroke_line(d->inks.secondary, i % 5 ? 2 : 3));
    if (!d->spec->bands.count)
        draw_arc(scene, c, middle, width, d->from, degrees_of(d, share_of(d->spec, d->spec->value)), d->inks.bar,
                 HUI_CAP_BUTT);
    draw_pointer(scene, d, c, (R - width) * 0.84, R * 0.08);
    if (d->spec->target.text)
        draw_marker(scene, d, c, R, d->spec->target, d->inks.ink);
}

/* The tube is filled from the bulb, whose middle is below the scale's beginning. */
static void draw_thermometer(hui_scene *scene, hui_rect r, const void *data)
{
    const drawing *d = data;
    const double x = r.x + bulb / 2, top = r.y + tube_width / 2, foot = r.y + r.h - bulb, w = tube_width / 2,
                 radii[4] = {w, w, 0, 0}, inset = 7;
    hui_path glass = hui_path_new(scene->arena);
    hui_path_round_rect(&glass, (hui_rect){x - w, r.y, tube_width, r.h - bulb / 2}, radii);
    hui_path_circle(&glass, x, r.y + r.h - bulb / 2, bulb / 2);
    hui_scene_path(scene, glass, hui_paint_solid(d->inks.track), hui_stroke_none());
    const double level = foot - (foot - top) * share_of(d->spec, d->spec->value);
    hui_path fill = hui_path_new(scene->arena);
    const double inner[4] = {w - inset, w - inset, 0, 0};
    hui_path_round_rect(&fill, (hui_rect){x - w + inset, level, tube_width - 2 * inset, r.y + r.h - bulb / 2 - level},
                        inner);
    hui_path_circle(&fill, x, r.y + r.h - bulb / 2, bulb / 2 - inset);
    hui_scene_path(scene, fill, hui_paint_solid(d->inks.bar), hui_stroke_none());
    hui_path ticks = hui_path_new(scene->arena);
    for (int i = 0; i <= TICKS; i++) {
        const double y = foot - (foot - top) * i / TICKS;
        hui_path_move(&ticks, x + w + 8, y);
        hui_path_line(&ticks, x + w + 8 + tick_length * (i % 5 ? 0.6 : 1), y);
    }
    hui_scene_path(scene, ticks, hui_paint_none(), hui_stroke_line(d->inks.secondary, 2));
    if (!d->spec->target.text)
        return;
    const double y = foot - (foot - top) * share_of(d->spec, d->spec->target);
    hui_path target = hui_path_new(scene->arena);
    hui_path_polygon(&target, (hui_point[]){{x - w - 2, y}, {x - w - 18, y - 9}, {x - w - 18, y + 9}}, 3);
    hui_scene_path(scene, target, hui_paint_solid(d->inks.ink), hui_stroke_none());
}

static hui_box *numeral_of(const hui_build *b, const gauge *p, double limit, hui_text_align align)
{
    hui_build alone = *b;
    alone.numerals = NULL;
    return hui_part_numeral(
        &alone,
        &(hui_numeral){.value = p->value, .unit = p->unit, .size = HUI_NUMERAL_LONE, .limit = limit, .align = align});
}

static hui_box *note_of(const hui_build *b, hui_string text, hui_text_align align, const char *kind)
{
    return hui_part_text(b, text,
                         (hui_text_look){.type = HUI_TYPE_NOTE,
                                         .color = hui_inks_of(b).secondary,
                                         .align = align,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = kind});
}

static hui_box *label_of(const hui_build *b, const gauge *p, hui_text_align align)
{
    return hui_part_text(b, p->label,
                         (hui_text_look){.type = HUI_TYPE_TAG,
                                         .color = hui_inks_of(b).strong,
                                         .align = align,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

static hui_box *text_of(const hui_build *b, const gauge *p, hui_text_align align)
{
    return hui_part_text(b, p->text,
                         (hui_text_look){.type = HUI_TYPE_SMALL,
                                         .figure_scale = 1.08,
                                         .align = align,
                                         .balance = align == HUI_TEXT_CENTER,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "text"});
}

/* The mark of the target and the bands that have a name. */
static void add_legend(const hui_build *b, hui_box *into, const drawing *d)
{
    const gauge_band *bands = d->spec->bands.at;
    const bool many = d->spec->bands.count + (d->spec->target.text ? 1 : 0) > 2 && b->room < narrow_width;
    hui_box *wrap = many ? hui_box_column(b, 4) : hui_box_wrap(b, 20, 4, HUI_ALIGN_START);
    for (size_t i = 0; i < d->spec->bands.count; i++) {
        const hui_string label =
            bands[i].label.text && bands[i].label.text[0]
                ? hui_text_at(hui_arena_printf(b->arena, "%s ≤%s", bands[i].label.text, bands[i].to.text),
                              bands[i].label.place)
                : hui_text_at(hui_arena_printf(b->arena, "≤%s", bands[i].to.text), bands[i].to.place);
        hui_box_add(wrap, hui_legend_entry(b, d->bands[i], label, (hui_string){0}, (hui_string){0}));
    }
    if (d->spec->target.text) {
        const hui_string words =
            hui_text_at(hui_arena_printf(b->arena, hui_is_han(b) ? "目标%s" : "target %s",
                                         hui_value_with_unit(b, d->spec->target, d->spec->unit).text),
                        d->spec->target.place);
        hui_box_add(wrap, hui_legend_entry(b, d->inks.ink, words, (hui_string){0}, (hui_string){0}));
    }
    if (wrap->first) {
        wrap->justify = many ? HUI_JUSTIFY_START : HUI_JUSTIFY_CENTER;
        hui_box_add(into, wrap);
    }
}

/* Where the scale begins and ends, below both ends of the arc. */
static hui_box *ends_of(const hui_build *b, const gauge *p, double inset)
{
    hui_box *row = hui_box_row(b, 8, HUI_ALIGN_START);
    hui_box_pad(row, 0, inset);
    hui_box_add(row, hui_grow(note_of(b, p->min, HUI_TEXT_START, "min")));
    hui_box_add(row, hui_grow(note_of(b, p->max, HUI_TEXT_END, "max")));
    return row;
}

/* The face fills the width it gets, up to the largest; so do the ends of the scale below it. */
static hui_box *face_of(const hui_build *b, const gauge *p, const drawing *d, double width, bool pointed,
                        hui_box *numeral)
{
    const double R = width / 2 - marker_room;
    const bool dial = p->style == STYLE_DIAL;
    const double height = dial ? marker_room + R * 1.5 : marker_room + R + (pointed ? R * 0.07 : 0);
    hui_box *column = hui_box_column(b, 4), *stack = hui_box_stack(b), *inside = hui_box_column(b, 0);
    hui_box_add(stack,
                hui_box_drawing(
                    b, (hui_drawing){dial ? draw_dial : draw_gauge, d, "gauge", {smallest, width}, 0, height / width}));
    inside->justify = HUI_JUSTIFY_END;
    inside->align = HUI_ALIGN_CENTER;
    inside->out_of_flow = true;
    hui_box_add(inside, numeral);
    hui_box_add(stack, inside);
    hui_box_add(column, stack);
    hui_box *ends = ends_of(b, p, marker_room + (dial ? R * 0.12 : 0));
    ends->offset_y = dial ? -8 : 0;
    hui_box_add(column, ends);
    column->max_width = width;
    return column;
}

/* The figure stands in the arc, or below it where a pointer is there or it has no room. */
static hui_box *round_gauge(const hui_build *b, const gauge *p, drawing *d)
{
    const double width = fmax(fmin(b->room, largest), smallest), R = width / 2 - marker_room;
    const bool pointed = p->style == STYLE_DIAL || p->bands.count;
    d->from = p->style == STYLE_DIAL ? 150 : 180;
    d->to = p->style == STYLE_DIAL ? 390 : 360;
    const hui_build in_arc = hui_build_within(b, 2 * R * (1 - arc_share) * 0.8);
    hui_box *numeral = numeral_of(&in_arc, p, R * numeral_share, HUI_TEXT_CENTER), *column = hui_box_column(b, 4);
    const bool below = pointed || hui_leaf_extent(numeral).min > in_arc.room;
    column->align = HUI_ALIGN_CENTER;
    hui_box_add(column, face_of(b, p, d, width, pointed, below ? NULL : numeral));
    if (below)
        hui_box_add(column, numeral_of(b, p, largest_below, HUI_TEXT_CENTER));
    hui_box_add(column, label_of(b, p, HUI_TEXT_CENTER));
    hui_box_add(column, text_of(b, p, HUI_TEXT_CENTER));
    add_legend(b, column, d);
    return column;
}

/* The tube with its ends named beside it. */
static hui_box *tube_of(const hui_build *b, const gauge *p, const drawing *d, double drawn)
{
    hui_box *row = hui_box_row(b, 6, HUI_ALIGN_START), *ends = hui_box_column(b, 0);
    hui_box_add(row,
                hui_box_drawing(b, (hui_drawing){draw_thermometer, d, "gauge", {drawn, drawn}, tube_height, 0}));
    ends->height = tube_height;
    ends->justify = HUI_JUSTIFY_BETWEEN;
    const double half_line = b->theme->type[HUI_TYPE_NOTE].line_height / 2;
    ends->padding[HUI_TOP] = tube_width / 2 - half_line;
    ends->padding[HUI_BOTTOM] = bulb - half_line;
    hui_box_add(ends, note_of(b, p->max, HUI_TEXT_START, "max"));
    hui_box_add(ends, note_of(b, p->min, HUI_TEXT_START, "min"));
    hui_box_add(row, ends);
    return row;
}

/* Words stand beside the tube, or below it where there is no room. */
static hui_box *thermometer(const hui_build *b, const gauge *p, drawing *d)
{
    const double drawn = bulb / 2 + tube_width / 2 + 8 + tick_length, taken = fmax(drawn, bulb) + ends_width;
    const hui_build rest = hui_build_within(b, fmax(b->room - taken, least_words));
    const bool beside =
        b->room >= taken + fmax(least_words, hui_leaf_extent(numeral_of(&rest, p, 0, HUI_TEXT_START)).min);
    const hui_text_align align = beside ? HUI_TEXT_START : HUI_TEXT_CENTER;
    hui_box *box = beside ? hui_box_row(b, 16, HUI_ALIGN_CENTER) : hui_box_column(b, 12), *words = hui_box_column(b, 6);
    const hui_build within = hui_build_within(b, beside ? b->room - taken : b->room);
    hui_box_add(box, tube_of(b, p, d, fmax(drawn, bulb)));
    hui_box_add(words, numeral_of(&within, p, beside ? 0 : largest_below, align));
    hui_box_add(words, label_of(b, p, align));
    hui_box_add(words, text_of(b, p, align));
    add_legend(&within, words, d);
    hui_box_add(box, beside ? hui_grow(words) : words);
    if (!beside)
        box->align = HUI_ALIGN_CENTER;
    return box;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const gauge *p = props;
    const gauge_band *bands = p->bands.at;
    drawing *d = HUI_NEW(b->arena, drawing);
    hui_color *colors = HUI_NEW_ARRAY(b->arena, hui_color, p->bands.count);
    for (size_t i = 0; i < p->bands.count; i++)
        colors[i] = hui_step_color(b, bands[i].accent, p->bands.count - 1 - i, p->bands.count);
    *d = (drawing){.spec = p, .inks = hui_inks_of(b), .ground = hui_ground_color(b), .bands = colors};
    hui_box *box = p->style == STYLE_THERMOMETER ? thermometer(b, p, d) : round_gauge(b, p, d);
    box->grow = 1;
    return box;
}

const hui_panel_kind hui_panel_gauge = {
    .record = {"gauge", "one figure on a scale", fields, HUI_FIELD_COUNT(fields), sizeof(gauge), NULL}, .build = build};
