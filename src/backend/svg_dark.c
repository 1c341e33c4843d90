/* SVG in two looks: every colour that is another in the dark scene is a class too, whose rule holds where dark colours are
 * preferred (Media Queries 5, section 11.5). Readers without such rules draw the light look from the attributes. */
#include "backend/svg_writer.h"

#include <string.h>

static bool same_points(const hui_path *a, const hui_path *b)
{
    return a->verb_count == b->verb_count && a->point_count == b->point_count &&
           (a->verb_count == 0 || memcmp(a->verbs, b->verbs, a->verb_count) == 0) &&
           (a->point_count == 0 || memcmp(a->points, b->points, a->point_count * sizeof *a->points) == 0);
}

/* Gradients may have other colours, but no other stops. */
static bool same_kind(const hui_paint *a, const hui_paint *b)
{
    bool same = a->kind == b->kind && a->stop_count == b->stop_count && a->x0 == b->x0 && a->y0 == b->y0 &&
                a->x1 == b->x1 && a->y1 == b->y1;
    for (size_t i = 0; i < a->stop_count && same; i++)
        same = a->stops[i].offset == b->stops[i].offset;
    return same;
}

static bool same_stroke(const hui_stroke *a, const hui_stroke *b)
{
    return same_kind(&a->paint, &b->paint) && a->width == b->width && a->cap == b->cap && a->join == b->join &&
           a->dash_count == b->dash_count;
}

static bool same_run(const hui_run *a, const hui_run *b)
{
    return a->font == b->font && a->size == b->size && a->x == b->x && a->glyph_count == b->glyph_count &&
           a->text_size == b->text_size && memcmp(a->text, b->text, a->text_size) == 0;
}

static bool same_lines(const hui_lines *a, const hui_lines *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        const hui_line *line = &a->at[i], *other = &b->at[i];
        same = line->run_count == other->run_count && line->x == other->x && line->baseline == other->baseline;
        for (size_t k = 0; same && k < line->run_count; k++)
            same = same_run(&line->runs[k], &other->runs[k]);
    }
    return same;
}

static bool same_markers(const hui_item *a, const hui_item *b)
{
    bool same = a->markers.count == b->markers.count && a->markers.shape_count == b->markers.shape_count;
    for (size_t i = 0; same && i < a->markers.shape_count; i++)
        same = same_points(&a->markers.shapes[i].outline, &b->markers.shapes[i].outline);
    for (size_t i = 0; same && i < a->markers.count; i++) {
        const hui_marker *one = &a->markers.at[i], *other = &b->markers.at[i];
        same = one->x == other->x && one->y == other->y && one->shape == other->shape &&
               (one->fill.a == 0) == (other->fill.a == 0) && (one->stroke.a == 0) == (other->stroke.a == 0);
    }
    return same;
}

static bool same_group(const hui_group *a, const hui_group *b)
{
    return a->role == b->role && memcmp(&a->transform, &b->transform, sizeof a->transform) == 0 &&
           a->opacity == b->opacity && !a->clip == !b->clip && (!a->clip || same_points(a->clip, b->clip));
}

static bool same_shape(const hui_item *a, const hui_item *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case HUI_ITEM_GROUP:
        return same_group(&a->group, &b->group);
    case HUI_ITEM_END:
        return true;
    case HUI_ITEM_RECT:
        return memcmp(&a->shape.rect, &b->shape.rect, sizeof a->shape.rect) == 0 &&
               memcmp(a->shape.radii, b->shape.radii, sizeof a->shape.radii) == 0 &&
               same_kind(&a->shape.fill, &b->shape.fill) && same_stroke(&a->shape.stroke, &b->shape.stroke);
    case HUI_ITEM_PATH:
        return same_points(&a->outline.path, &b->outline.path) && same_kind(&a->outline.fill, &b->outline.fill) &&
               same_stroke(&a->outline.stroke, &b->outline.stroke);
    case HUI_ITEM_TEXT:
        return a->text.x == b->text.x && a->text.y == b->text.y && same_lines(a->text.lines, b->text.lines);
    case HUI_ITEM_IMAGE:
        return memcmp(&a->picture.rect, &b->picture.rect, sizeof a->picture.rect) == 0;
    case HUI_ITEM_MARKERS:
        return same_markers(a, b);
    }
    return false;
}

size_t hui_svg_find_other(const hui_scene *light, const hui_scene *dark)
{
    for (size_t i = 0; i < light->count; i++)
        if (i >= dark->count || !same_shape(&light->items[i], &dark->items[i]))
            return i;
    return light->count == dark->count ? SIZE_MAX : light->count - 1;
}

const void *hui_svg_dark(const hui_svg *svg, const void *member)
{
    return svg->dark ? (const char *)svg->dark + ((const char *)member - (const char *)svg->item) : member;
}

hui_color hui_svg_dark_ink(const hui_svg *svg, const hui_run *run)
{
    if (!svg->dark)
        return run->color;
    const hui_lines *light = svg->item->text.lines, *dark = svg->dark->text.lines;
    for (size_t i = 0; i < light->count; i++)
        for (size_t k = 0; k < light->at[i].run_count; k++)
            if (run == &light->at[i].runs[k])
                return dark->at[i].runs[k].color;
    return run->color;
}

void hui_svg_wear(hui_svg *svg, const char *property, hui_color light, hui_color dark)
{
    if (!svg->dark || hui_color_equal(light, dark))
        return;
    /* no other key begins so; the properties differ in their first and third letters */
    const char key[] = {HUI_SVG_PREFIX[0], property[0],  property[2],  (char)light.r, (char)light.g, (char)light.b,
                        (char)light.a,     (char)dark.r, (char)dark.g, (char)dark.b,  (char)dark.a};
    hui_svg_entry *entry = hui_svg_find(svg, key, sizeof key);
    if (hui_svg_define(svg, entry))
        *hui_vec_push(svg->arena, &svg->dresses) = (hui_svg_dress){property, light, dark, entry->name};
    svg->worn[svg->worn_count++] = entry->name;
}

void hui_svg_add_class_names(hui_svg *svg, hui_buffer *out)
{
    for (size_t i = 0; i < svg->worn_count; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ' ');
        hui_svg_add_name(out, svg->worn[i]);
    }
    svg->worn_count = 0;
}

void hui_svg_add_classes(hui_svg *svg, hui_buffer *out)
{
    if (svg->worn_count == 0)
        return;
    hui_buffer_add_string(out, " class=\"");
    hui_svg_add_class_names(svg, out);
    hui_buffer_add_char(out, '"');
}

/* LibreOffice overlooks @media and takes the rules in it for all, but not those of selectors that it does not know, such as :is(). */
void hui_svg_add_dark_rules(hui_svg *svg, hui_buffer *out)
{
    hui_buffer_add_string(out, "@media (prefers-color-scheme:dark){");
    for (size_t i = 0; i < svg->dresses.count; i++) {
        const hui_svg_dress *dress = &svg->dresses.at[i];
        hui_buffer_add_string(out, ":is(.");
        hui_svg_add_name(out, dress->name);
        hui_buffer_printf(out, "){%s:", dress->property);
        hui_svg_add_hex(out, dress->dark);
        if (dress->light.a != dress->dark.a) {
            const bool is_stop = strcmp(dress->property, "stop-color") == 0;
            hui_buffer_printf(out, ";%s-opacity:", is_stop ? "stop" : dress->property);
            hui_svg_add_number(out, dress->dark.a / 255.0, 3);
        }
        hui_buffer_add_char(out, '}');
    }
    hui_buffer_add_char(out, '}');
}
