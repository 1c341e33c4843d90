/* icon_array: so many of so many, as icons in two colours; the last one in part. */
#include "structure/drawing.h"

#include <math.h>
#include <string.h>

typedef struct icon_array {
    hui_string icon, value, unit, label, text;
    double max;
    int count, columns;
} icon_array;

static const hui_field fields[] = {
    HUI_FIELD(icon_array, value, VALUE, "the figure", .required = true),
    HUI_FIELD(icon_array, unit, STRING, "after the value", "\"%\""),
    HUI_FIELD(icon_array, label, TEXT, "what is counted"),
    HUI_FIELD(icon_array, text, TEXT, "a sentence about it"),
    HUI_FIELD(icon_array, max, NUMBER, "what all icons together stand for", "100", .min = 1e-9, .max = 1e15),
    HUI_FIELD(icon_array, icon, ICON, "which icon", "\"man\""),
    HUI_FIELD(icon_array, count, INTEGER, "how many icons", "10", .min = 1, .max = 1000),
    HUI_FIELD(icon_array, columns, INTEGER, "in a row; all of up to 10 if 0", "0", .min = 0, .max = 100),
};

static const double largest = 64, comfortable = 40, smallest = 20, gap_share = 0.12, row_gap_share = 0.2, stroke = 3.4;

typedef struct drawing {
    const icon_array *spec;
    hui_icons *icons;
    int columns;
    hui_color full, empty;
    const hui_image *images[2]; /* of an SVG file in these colours; NULL: the icon is an outline */
} drawing;

static double step_of(const drawing *d, double width)
{
    return width / (d->columns - gap_share / (1 + gap_share));
}

static hui_rect cell_of(const drawing *d, hui_rect r, int index)
{
    const double step = step_of(d, r.w), size = step / (1 + gap_share);
    return (hui_rect){r.x + step * (index % d->columns), r.y + size * (1 + row_gap_share) * (index / d->columns), size,
                      size};
}

static void draw_icons(hui_scene *scene, const drawing *d, hui_rect r, int from, int to, bool full)
{
    if (d->images[0]) {
        for (int i = from; i < to; i++)
            hui_scene_image(scene, cell_of(d, r, i), d->images[full ? 0 : 1]);
        return;
    }
    hui_path path = hui_path_new(scene->arena);
    for (int i = from; i < to; i++) {
        const hui_rect c = cell_of(d, r, i);
        hui_icon_outline(d->icons, d->spec->icon.text, c.x, c.y, c.w, stroke, &path);
    }
    if (path.verb_count)
        hui_scene_path(scene, path, hui_paint_solid(full ? d->full : d->empty), hui_stroke_none());
}

/* The left `share` of one icon. */
static void draw_part(hui_scene *scene, const drawing *d, hui_rect r, int index, double share)
{
    const hui_rect c = cell_of(d, r, index);
    hui_path *clip = HUI_NEW(scene->arena, hui_path);
    *clip = hui_path_new(scene->arena);
    hui_path_rect(clip, (hui_rect){c.x, c.y, c.w * share, c.h});
    hui_scene_group(scene, (hui_group){.clip = clip});
    draw_icons(scene, d, r, index, index + 1, true);
    hui_scene_end(scene);
}

static void draw(hui_scene *scene, hui_rect r, const void *data)
{
    const drawing *d = data;
    const double filled = fmin(fmax(hui_amount_of(d->spec->value) / d->spec->max, 0), 1) * d->spec->count;
    const int whole = (int)floor(filled + 1e-9);
    const double rest = filled - whole;
    hui_scene_exact(scene);
    draw_icons(scene, d, r, whole, d->spec->count, false);
    draw_icons(scene, d, r, 0, whole, true);
    if (rest > 1e-6 && whole < d->spec->count)
        draw_part(scene, d, r, whole, rest);
}

static hui_box *words_of(const hui_build *b, const icon_array *p)
{
    const hui_build group = hui_build_group(b);
    hui_box *column = hui_box_column(b, 4);
    hui_box_add(column,
                hui_part_numeral(&group, &(hui_numeral){.value = p->value, .unit = p->unit, .size = HUI_NUMERAL_CELL}));
    hui_box_add(column, hui_part_text(b, p->label,
                                      (hui_text_look){.type = HUI_TYPE_TAG,
                                                      .color = hui_inks_of(b).strong,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "label"}));
    hui_box_add(
        column,
        hui_part_text(
            b, p->text,
            (hui_text_look){.type = HUI_TYPE_SMALL, .figure_scale = 1.08, .role = HUI_ROLE_PARAGRAPH, .kind = "text"}));
    column->justify = HUI_JUSTIFY_CENTER;
    return column;
}

/* As many in a row as the panel says, or as fit at the smallest size. */
static int columns_of(const icon_array *p, double room)
{
    const int row = room < 10 * comfortable ? 5 : 10;
    const int wanted = p->columns > 0 ? p->columns : p->count <= row ? p->count : p->count > 4 * row ? 10 : row;
    const int most = (int)((room + smallest * gap_share) / (smallest * (1 + gap_share)));
    return wanted < most ? wanted : most > 1 ? most : 1;
}

static void read_images(const hui_build *b, drawing *d)
{
    const hui_string icon = d->spec->icon;
    const char *end = strrchr(icon.text, '.');
    if (!end || strcmp(end, ".svg") != 0)
        return;
    d->images[0] = hui_image_read_icon(b->arena, icon.text, icon.text, d->full, icon.place, b->diags);
    d->images[1] = hui_image_read_icon(b->arena, icon.text, icon.text, d->empty, icon.place, b->diags);
}

/* Words stand beside the icons where these leave room for them. */
static const double least_words = 240, gap = 32;

static hui_box *build(const hui_build *b, const void *props)
{
    const icon_array *p = props;
    const bool beside = b->room > 2 * least_words + gap;
    const double most = beside ? b->room - least_words - gap : b->room;
    drawing *d = HUI_NEW(b->arena, drawing);
    const hui_inks inks = hui_inks_of(b);
    *d = (drawing){.spec = p,
                   .icons = b->icons,
                   .columns = columns_of(p, most),
                   .full = inks.bar,
                   .empty = hui_color_mix(inks.track, inks.secondary, 0.28)};
    read_images(b, d);
    const double units = d->columns * (1 + gap_share) - gap_share, width = floor(fmin(units * largest, most));
    const int rows = (p->count + d->columns - 1) / d->columns;
    const double ratio = (rows * (1 + row_gap_share) - row_gap_share) / units;
    hui_box *icons =
        hui_box_drawing(b, (hui_drawing){draw, d, "icons", {fmin(units * smallest, width), width}, 0, ratio});
    hui_box *box = beside ? hui_box_row(b, gap, HUI_ALIGN_CENTER) : hui_box_column(b, 16);
    icons->has_self = true;
    icons->self = beside ? HUI_ALIGN_CENTER : HUI_ALIGN_START;
    hui_box_add(box, icons);
    hui_box_add(box, words_of(b, p));
    box->last->grow = beside ? 1 : 0;
    return box;
}

const hui_panel_kind hui_panel_icon_array = {.record = {"icon-array", "so many of so many, as icons in two colours",
                                                        fields, HUI_FIELD_COUNT(fields), sizeof(icon_array), NULL},
                                             .build = build};
