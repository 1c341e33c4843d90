/* radar: series over several axes from one centre. */
#include "structure/drawing.h"

#include <math.h>

typedef struct radar_series {
    hui_string label;
    hui_numbers values;
    const hui_accent *accent;
} radar_series;

typedef struct radar {
    hui_list axes;   /* hui_string */
    hui_list series; /* radar_series */
    double min, max;
    int grid;
} radar;

static const hui_word grid_words[] = {{"polygon", NULL}, {"circle", NULL}, {0}};

static const hui_field series_fields[] = {
    HUI_FIELD(radar_series, values, NUMBERS, "one for each axis", .required = true, .min = -1e15, .max = 1e15),
    HUI_FIELD(radar_series, label, TEXT, "in the legend"),
    HUI_FIELD(radar_series, accent, ACCENT, "its colour; a shade of the panel's if absent"),
};
static const hui_record series_record = {
    "radar series", "one outline", series_fields, HUI_FIELD_COUNT(series_fields), sizeof(radar_series), "values"};

static const hui_field fields[] = {
    HUI_FIELD(radar, axes, TEXTS, "what the axes are, clockwise from the top", .required = true),
    HUI_FIELD(radar, series, LIST, "the outlines: arrays of values, or objects", .required = true,
              .record = &series_record),
    HUI_FIELD(radar, min, NUMBER, "the value at the centre", "0", .min = -1e15, .max = 1e15),
    HUI_FIELD(radar, max, NUMBER, "the value at the edge; the largest of all if absent", .min = -1e15, .max = 1e15),
    HUI_FIELD(radar, grid, ENUM, "how rings look", "\"polygon\"", .words = grid_words),
};

enum { RINGS = 4 };
static const double most_radius = 230, least_radius = 50, label_gap = 14, most_label = 200, label_share = 0.27, dot = 6,
                    line_width = 4, area_alpha = 0.16, wanted_radius = 96, wanted_arc = 84, most_lines = 3;

typedef struct layout {
    hui_build build;
    const radar *spec;
    double low, high;
    hui_point centre; /* in the inside */
    double radius;
    hui_inks inks;
} layout;

static double angle_of(const layout *l, size_t i)
{
    return -HUI_PI / 2 + 2 * HUI_PI * (double)i / (double)l->spec->axes.count;
}

static hui_extent radar_widths(void *data, const hui_box *box)
{
    const layout *l = data;
    double label = 0, widest = 0;
    for (const hui_box *child = box->first; child; child = child->next) {
        label = fmax(label, child->extent.min);
        widest = fmax(widest, fmin(child->extent.max, most_label));
    }
    const double least = 2 * (label + label_gap + least_radius);
    return (hui_extent){least, fmax(least, fmin(2 * (widest + label_gap + most_radius), l->build.room))};
}

static void radar_share(void *data, hui_box *box, double width)
{
    (void)data;
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.w = fmax(fmin(child->extent.max, fmin(floor(width * label_share), most_label)), child->extent.min);
}

/* Whether words fit around the outline: else numbers stand there, and the words in a list below. */
static bool is_numbered(const hui_build *b, const radar *p)
{
    const hui_string *axes = p->axes.at;
    double natural = 0;
    for (size_t i = 0; i < p->axes.count; i++)
        natural =
            fmax(natural, hui_leaf_extent(hui_part_text(b, axes[i], (hui_text_look){.type = HUI_TYPE_SMALL})).max);
    const double width = fmin(natural, fmin(most_label, b->room * label_share));
    const double radius = fmin(b->room / 2 - width - label_gap, most_radius),
                 arc = 2 * HUI_PI * radius / (double)p->axes.count;
    const double spare = 1.1, lines = natural > width ? ceil(natural * spare / width) : 1; /* they are not quite full */
    return radius < wanted_radius || lines > most_lines ||
           arc < fmax(wanted_arc, lines * b->theme->type[HUI_TYPE_SMALL].line_height);
}

/* The largest radius at which rings and every label stay in the width. */
static double radius_in(const layout *l, const hui_box *box, double width)
{
    double radius = fmin(most_radius, width / 2 - line_width);
    size_t i = 0;
    for (const hui_box *child = box->first; child; child = child->next, i++) {
        const double c = fabs(cos(angle_of(l, i))), beside = c > 0.2 ? child->rect.w : child->rect.w / 2;
        if (c > 0.01)
            radius = fmin(radius, (width / 2 - beside) / c - label_gap);
    }
    return floor(fmax(radius, least_radius));
}

/* Labels begin, end or are centred at their axis' end, by the side on which it is. */
static void place_label(const layout *l, hui_box *child, size_t i)
{
    const double a = angle_of(l, i), x = cos(a) * (l->radius + label_gap), y = sin(a) * (l->radius + label_gap);
    child->rect.x = cos(a) > 0.2 ? x : cos(a) < -0.2 ? x - child->rect.w : x - child->rect.w / 2;
    child->rect.y = y - child->rect.h * (1 - sin(a)) / 2;
}

static double radar_arrange(void *data, hui_box *box, double width, double height)
{
    layout *l = data;
    (void)height;
    l->radius = radius_in(l, box, width);
    double top = -l->radius, bottom = l->radius;
    size_t i = 0;
    for (hui_box *child = box->first; child; child = child->next, i++) {
        place_label(l, child, i);
        top = fmin(top, child->rect.y);
        bottom = fmax(bottom, child->rect.y + child->rect.h);
    }
    l->centre = (hui_point){width / 2, -top};
    for (hui_box *child = box->first; child; child = child->next) {
        child->rect.x = fmin(fmax(child->rect.x + width / 2, 0), width - child->rect.w);
        child->rect.y -= top;
    }
    return ceil(bottom - top);
}

static const hui_arranger arranger = {radar_widths, radar_share, radar_arrange};

static hui_point at_axis(const layout *l, hui_point c, size_t i, double share)
{
    const double a = angle_of(l, i);
    return (hui_point){c.x + cos(a) * l->radius * share, c.y + sin(a) * l->radius * share};
}

static void draw_grid(hui_scene *scene, const layout *l, hui_point c)
{
    hui_path path = hui_path_new(scene->arena);
    const size_t count = l->spec->axes.count;
    for (int ring = 1; ring <= RINGS; ring++) {
        const double share = (double)ring / RINGS;
        if (l->spec->grid == 1 || count < 3) {
            hui_path_circle(&path, c.x, c.y, l->radius * share);
            continue;
        }
        for (size_t i = 0; i < count; i++) {
            const hui_point p = at_axis(l, c, i, share);
            if (i)
                hui_path_line(&path, p.x, p.y);
            else
                hui_path_move(&path, p.x, p.y);
        }
        hui_path_close(&path);
    }
    for (size_t i = 0; i < count; i++) {
        const hui_point p = at_axis(l, c, i, 1);
        hui_path_move(&path, c.x, c.y);
        hui_path_line(&path, p.x, p.y);
    }
    hui_scene_path(scene, path, hui_paint_none(), hui_stroke_line(l->inks.line, 2));
}

static void draw_series(hui_scene *scene, const layout *l, hui_point c, const radar_series *s, hui_color color)
{
    hui_path path = hui_path_new(scene->arena), dots = hui_path_new(scene->arena);
    const size_t count = s->values.count < l->spec->axes.count ? s->values.count : l->spec->axes.count;
    for (size_t i = 0; i < count; i++) {
        const double share = l->high > l->low ? fmin(fmax((s->values.at[i] - l->low) / (l->high - l->low), 0), 1) : 0;
        const hui_point p = at_axis(l, c, i, share);
        if (i)
            hui_path_line(&path, p.x, p.y);
        else
            hui_path_move(&path, p.x, p.y);
        hui_path_circle(&dots, p.x, p.y, dot);
    }
    if (count == 0)
        return;
    if (count > 2)
        hui_path_close(&path);
    hui_stroke stroke = hui_stroke_line(color, line_width);
    stroke.join = HUI_JOIN_ROUND;
    hui_scene_path(scene, path, count > 2 ? hui_paint_solid(hui_color_alpha(color, area_alpha)) : hui_paint_none(),
                   stroke);
    hui_scene_path(scene, dots, hui_paint_solid(color), hui_stroke_none());
}

static hui_color color_of(const layout *l, size_t i)
{
    const radar_series *series = l->spec->series.at;
    return hui_series_color(&l->build, series[i].accent, i, l->spec->series.count);
}

static void draw_radar(const hui_box *box, hui_scene *scene)
{
    const layout *l = box->data;
    const radar_series *series = l->spec->series.at;
    const hui_point c = {box->rect.x + l->centre.x, box->rect.y + l->centre.y};
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "radar"});
    draw_grid(scene, l, c);
    for (size_t i = l->spec->series.count; i > 0; i--)
        draw_series(scene, l, c, &series[i - 1], color_of(l, i - 1));
    hui_scene_end(scene);
}

static double largest(const radar *p)
{
    const radar_series *series = p->series.at;
    double max = p->min;
    for (size_t i = 0; i < p->series.count; i++)
        for (size_t k = 0; k < series[i].values.count; k++)
            max = fmax(max, series[i].values.at[k]);
    return isnan(p->max) ? max : p->max;
}

static hui_text_align align_of(const layout *l, size_t i)
{
    const double c = cos(angle_of(l, i));
    return c > 0.2 ? HUI_TEXT_START : c < -0.2 ? HUI_TEXT_END : HUI_TEXT_CENTER;
}

static void add_legend(const layout *l, hui_box *column)
{
    const radar_series *series = l->spec->series.at;
    hui_box *wrap = hui_box_wrap(&l->build, 24, 4, HUI_ALIGN_CENTER);
    wrap->justify = HUI_JUSTIFY_CENTER;
    for (size_t i = 0; i < l->spec->series.count; i++)
        if (series[i].label.text && series[i].label.text[0])
            hui_box_add(wrap,
                        hui_legend_entry(&l->build, color_of(l, i), series[i].label, (hui_string){0}, (hui_string){0}));
    if (wrap->first)
        hui_box_add(column, wrap);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const radar *p = props;
    const hui_string *axes = p->axes.at;
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.build = *b, .spec = p, .low = p->min, .high = largest(p), .inks = hui_inks_of(b)};
    hui_box *box = hui_box_free(b->arena, &arranger, l), *column = hui_box_column(b, 20);
    const bool numbered = is_numbered(b, p);
    for (size_t i = 0; i < p->axes.count; i++) {
        const hui_string number = hui_text_at(hui_arena_printf(b->arena, "%zu", i + 1), axes[i].place);
        hui_box *label = hui_part_text(
            b, numbered ? number : axes[i],
            (hui_text_look){
                .type = HUI_TYPE_SMALL, .align = align_of(l, i), .role = HUI_ROLE_PARAGRAPH, .kind = "label"});
        hui_box_add(box, label ? label : hui_space(b, 0, 0));
    }
    box->draw_before = draw_radar;
    hui_box_add(column, box);
    if (numbered)
        hui_box_add(column, hui_numbered_list(b, p->axes));
    add_legend(l, column);
    return column;
}

const hui_panel_kind hui_panel_radar = {.record = {"radar", "series over several axes from one centre", fields,
                                                   HUI_FIELD_COUNT(fields), sizeof(radar), NULL},
                                        .build = build};
