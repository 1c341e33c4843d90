/* big_number: a figure with the line of how it came about. */
#include "structure/drawing.h"

#include <math.h>

typedef struct big_number {
    hui_string label, prefix, value, unit, change, text, from, to;
    int trend, style;
    hui_numbers series;
} big_number;

enum { STYLE_AREA, STYLE_LINE, STYLE_BARS };

static const hui_word style_words[] = {
    {"area", "a line with the area below it"}, {"line", NULL}, {"bars", "a bar for each value"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(big_number, value, VALUE, "the figure", .required = true),
    HUI_FIELD(big_number, unit, STRING, "after the value"),
    HUI_FIELD(big_number, prefix, STRING, "before the value, such as 第"),
    HUI_FIELD(big_number, label, TEXT, "above the figure"),
    HUI_FIELD(big_number, text, TEXT, "below the figure"),
    HUI_FIELD(big_number, change, TEXT, "growth or decline, as a pill"),
    HUI_FIELD(big_number, trend, ENUM, "the mark in the pill of `change`", "\"up\"", .words = hui_trend_words),
    HUI_FIELD(big_number, series, NUMBERS, "the values that led to it, the last one being the figure"),
    HUI_FIELD(big_number, style, ENUM, "how the series looks", "\"area\"", .words = style_words),
    HUI_FIELD(big_number, from, TEXT, "below the beginning of the series, such as a year"),
    HUI_FIELD(big_number, to, TEXT, "below its end"),
};

static const double spark_height = 110, stroke_width = 5, dot = 9, least_spark = 220, beside_share = 0.45, gap = 40;

typedef struct spark {
    hui_numbers series;
    int style;
    hui_color line, area, quiet, ground;
} spark;

static void range_of(hui_numbers series, bool from_zero, double *low, double *high)
{
    *low = from_zero ? 0 : series.at[0];
    *high = from_zero ? 0 : series.at[0];
    for (size_t i = 0; i < series.count; i++) {
        *low = fmin(*low, series.at[i]);
        *high = fmax(*high, series.at[i]);
    }
}

static void draw_bars(hui_scene *scene, const spark *s, hui_rect r)
{
    double low, high;
    range_of(s->series, true, &low, &high);
    const double step = r.w / (double)s->series.count, w = step * 0.7, scale = high > low ? r.h / (high - low) : 0;
    const double zero = r.y + r.h + low * scale;
    for (size_t i = 0; i < s->series.count; i++) {
        const double h = s->series.at[i] * scale;
        hui_scene_rect(scene,
                       (hui_rect){r.x + step * (double)i + (step - w) / 2, fmin(zero, zero - h), w, fmax(fabs(h), 2)},
                       NULL, hui_paint_solid(i + 1 == s->series.count ? s->line : s->quiet), hui_stroke_none());
    }
}

static void draw_line(hui_scene *scene, const spark *s, hui_rect r)
{
    double low, high;
    range_of(s->series, false, &low, &high);
    hui_path line = hui_path_new(scene->arena), area = hui_path_new(scene->arena);
    hui_point at = {0};
    const hui_rect in = {r.x + stroke_width / 2, r.y + dot, r.w - dot - stroke_width, r.h - 2 * dot};
    hui_path_move(&area, in.x, r.y + r.h);
    for (size_t i = 0; i < s->series.count; i++) {
        at.x = in.x + in.w * (double)i / (double)(s->series.count - 1);
        at.y = in.y + in.h * (high > low ? 1 - (s->series.at[i] - low) / (high - low) : 0.5);
        if (i == 0)
            hui_path_move(&line, at.x, at.y);
        else
            hui_path_line(&line, at.x, at.y);
        hui_path_line(&area, at.x, at.y);
    }
    hui_path_line(&area, at.x, r.y + r.h);
    hui_path_close(&area);
    if (s->style == STYLE_AREA)
        hui_scene_path(scene, area, hui_paint_solid(s->area), hui_stroke_none());
    hui_stroke stroke = hui_stroke_line(s->line, stroke_width);
    stroke.cap = HUI_CAP_ROUND;
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, line, hui_paint_none(), stroke);
    hui_path end = hui_path_new(scene->arena);
    hui_path_circle(&end, at.x, at.y, dot - 1.5);
    hui_scene_path(scene, end, hui_paint_solid(s->line), hui_stroke_line(s->ground, 3));
}

static void draw_spark(hui_scene *scene, hui_rect r, const void *data)
{
    const spark *s = data;
    if (s->style == STYLE_BARS)
        draw_bars(scene, s, r);
    else
        draw_line(scene, s, r);
}

static hui_box *end_of(const hui_build *b, hui_string text, hui_text_align align)
{
    return hui_part_text(b, text,
                         (hui_text_look){.type = HUI_TYPE_NOTE,
                                         .color = hui_inks_of(b).secondary,
                                         .align = align,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "end"});
}

static hui_box *spark_of(const hui_build *b, const big_number *p)
{
    hui_box *column = hui_box_column(b, 6), *ends = hui_box_row(b, 16, HUI_ALIGN_START);
    const hui_inks inks = hui_inks_of(b);
    spark *s = HUI_NEW(b->arena, spark);
    const hui_color ground = hui_ground_color(b);
    *s = (spark){
        p->series, p->style, inks.bar, hui_color_mix(inks.bar, ground, 0.86), hui_color_mix(inks.bar, ground, 0.6),
        ground};
    if (p->series.count > 1)
        hui_box_add(column,
                    hui_box_drawing(
                        b, (hui_drawing){draw_spark, s, "spark", {least_spark / 2, 2 * least_spark}, spark_height, 0}));
    ends->justify = HUI_JUSTIFY_BETWEEN;
    hui_box_add(ends, hui_grow(end_of(b, p->from, HUI_TEXT_START)));
    hui_box_add(ends, hui_grow(end_of(b, p->to, HUI_TEXT_END)));
    if (ends->first)
        hui_box_add(column, ends);
    column->justify = HUI_JUSTIFY_END;
    return column->first ? column : NULL;
}

static hui_box *figure_of(const hui_build *b, const big_number *p)
{
    hui_box *column = hui_box_column(b, 6), *line = hui_box_wrap(b, 16, 8, HUI_ALIGN_CENTER);
    hui_box_add(column, hui_part_label(b, p->label));
    hui_box_add(
        line,
        hui_part_numeral(
            b, &(hui_numeral){.prefix = p->prefix, .value = p->value, .unit = p->unit, .size = HUI_NUMERAL_FEATURE}));
    hui_box_add(line, hui_part_pill(b, p->change, (hui_trend)p->trend, (hui_string){0}, HUI_PILL_TINT));
    hui_box_add(column, line);
    hui_box_add(
        column,
        hui_part_text(
            b, p->text,
            (hui_text_look){.type = HUI_TYPE_SMALL, .figure_scale = 1.08, .role = HUI_ROLE_PARAGRAPH, .kind = "text"}));
    return column;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const big_number *p = props;
    const hui_build group = hui_build_group(b);
    const bool beside = b->room > 2 * least_spark + 200;
    const hui_build left = hui_build_within(&group, beside ? b->room * (1 - beside_share) : b->room);
    hui_box *box = beside ? hui_box_row(b, gap, HUI_ALIGN_CENTER) : hui_box_column(b, 12), *spark_box = spark_of(b, p);
    hui_box *figure = figure_of(&left, p);
    if (!spark_box)
        return figure;
    if (beside) {
        spark_box->width = round(b->room * beside_share - gap);
        figure->grow = 1;
    }
    hui_box_add(box, figure);
    hui_box_add(box, spark_box);
    return box;
}

const hui_panel_kind hui_panel_big_number = {.record = {"big-number", "a figure with the line of how it came about",
                                                        fields, HUI_FIELD_COUNT(fields), sizeof(big_number), NULL},
                                             .build = build};
