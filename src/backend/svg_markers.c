/* Markers in SVG: an element each, as short as can be. Readers draw circles and paths faster than references. */
#include "backend/svg_writer.h"

#include <string.h>

/* What is the same for all markers of an item, and so need not stand on each. */
typedef struct shared {
    bool fill, stroke, pen;
} shared;

static bool same_pen(const hui_stroke *a, const hui_stroke *b)
{
    return a->width == b->width && a->dash_count == b->dash_count && a->dash_offset == b->dash_offset &&
           a->cap == b->cap && a->join == b->join && a->miter_limit == b->miter_limit &&
           (a->dash_count == 0 || memcmp(a->dashes, b->dashes, a->dash_count * sizeof *a->dashes) == 0);
}

static shared find_shared(const hui_svg *svg, const hui_item *item)
{
    shared s = {true, true, true};
    const hui_marker *first = item->markers.at;
    const hui_marker *dark = svg->dark ? svg->dark->markers.at : first;
    for (size_t i = 1; i < item->markers.count; i++) {
        s.fill = s.fill && hui_color_equal(first->fill, first[i].fill) && hui_color_equal(dark->fill, dark[i].fill);
        s.stroke = s.stroke && hui_color_equal(first->stroke, first[i].stroke) &&
                   hui_color_equal(dark->stroke, dark[i].stroke);
    }
    for (size_t i = 1; i < item->markers.shape_count; i++)
        s.pen = s.pen && same_pen(&item->markers.shapes[0].stroke, &item->markers.shapes[i].stroke);
    return s;
}

static void add_color(hui_svg *svg, const char *name, hui_color color, hui_color dark)
{
    if (color.a != 0)
        hui_svg_add_color(&svg->body, name, color);
    else
        hui_buffer_printf(&svg->body, " %s=\"none\"", name);
    hui_svg_wear(svg, name, color, dark);
}

/* The same marker in the dark scene. */
static const hui_marker *dark_marker(const hui_svg *svg, const hui_marker *marker)
{
    return svg->dark ? svg->dark->markers.at + (marker - svg->item->markers.at) : marker;
}

/* A stroke that is not there needs no attribute. */
static void add_stroke(hui_svg *svg, const hui_marker *marker, const hui_stroke *pen, bool has_color, bool has_pen)
{
    if (marker->stroke.a == 0 || !(pen->width > 0))
        return;
    if (has_color)
        add_color(svg, "stroke", marker->stroke, dark_marker(svg, marker)->stroke);
    if (has_pen)
        hui_svg_add_pen(&svg->body, pen);
}

static bool is_drawn(const hui_marker *marker, const hui_marker_shape *shape)
{
    return marker->fill.a != 0 || (marker->stroke.a != 0 && shape->stroke.width > 0);
}

/* The path's first step, a move. */
static hui_path first_step(const hui_path *path)
{
    return (hui_path){.verbs = path->verbs, .points = path->points, .verb_count = 1, .point_count = 1};
}

/* Path data that follows the first point, the same wherever that is. */
static void find_steps(hui_svg *svg, hui_buffer *steps, const hui_path *outline)
{
    const hui_path first = first_step(outline);
    hui_buffer *whole = &svg->key;
    whole->size = 0;
    hui_svg_add_path_data(whole, &first, &(hui_svg_grid){.decimals = 2, .relative = true, .start = &(hui_point){0, 0}});
    const size_t start = whole->size;
    whole->size = 0;
    hui_svg_add_path_data(whole, outline,
                          &(hui_svg_grid){.decimals = 2, .relative = true, .start = &(hui_point){0, 0}});
    hui_buffer_add(steps, whole->bytes + start, whole->size - start);
}

static void add_outline(hui_svg *svg, const hui_marker *marker, const hui_path *outline, hui_buffer *steps)
{
    const hui_path first = first_step(outline);
    const hui_point start = outline->points[0];
    if (!steps->bytes)
        find_steps(svg, steps, outline);
    hui_buffer_add_string(&svg->body, "<path d=\"");
    hui_svg_add_path_data(&svg->body, &first,
                          &(hui_svg_grid){.decimals = 2,
                                          .relative = true,
                                          .start = &(hui_point){marker->x + start.x, marker->y + start.y}});
    hui_buffer_add(&svg->body, steps->bytes, steps->size);
    hui_buffer_add_char(&svg->body, '"');
}

static void add_marker(hui_svg *svg, const hui_marker *marker, const hui_marker_shape *shape, hui_buffer *steps,
                       shared common)
{
    hui_buffer *out = &svg->body;
    if (shape->radius > 0) {
        hui_buffer_add_string(out, "<circle");
        hui_svg_add_attribute(out, "cx", marker->x, 2);
        hui_svg_add_attribute(out, "cy", marker->y, 2);
        hui_svg_add_attribute(out, "r", shape->radius, 2);
    } else {
        add_outline(svg, marker, &shape->outline, steps);
    }
    if (!common.fill)
        add_color(svg, "fill", marker->fill, dark_marker(svg, marker)->fill);
    add_stroke(svg, marker, &shape->stroke, !common.stroke, !common.pen);
    hui_svg_add_classes(svg, out);
    hui_svg_add_end(out, shape->radius > 0 ? "circle" : "path", marker->tooltip);
}

void hui_svg_add_markers(hui_svg *svg, const hui_item *item)
{
    const shared common = find_shared(svg, item);
    const hui_marker *first = item->markers.at;
    const hui_marker_shape *shapes = item->markers.shapes;
    hui_buffer *out = &svg->body, *steps = HUI_NEW_ARRAY(svg->arena, hui_buffer, item->markers.shape_count);
    const size_t start = out->size;
    hui_buffer_add_string(out, "<g");
    const size_t bare = out->size;
    if (common.fill)
        add_color(svg, "fill", first->fill, dark_marker(svg, first)->fill);
    if (common.stroke)
        add_stroke(svg, first, &shapes[first->shape].stroke, true, false);
    if (common.pen && shapes[0].stroke.width > 0 && (!common.stroke || first->stroke.a != 0))
        hui_svg_add_pen(out, &shapes[0].stroke);
    hui_svg_add_classes(svg, out);
    const bool grouped = out->size > bare;
    if (grouped)
        hui_buffer_add_string(out, ">\n");
    else
        out->size = start;
    for (size_t i = 0; i < item->markers.count; i++) {
        const hui_marker *marker = &item->markers.at[i];
        if (is_drawn(marker, &shapes[marker->shape]))
            add_marker(svg, marker, &shapes[marker->shape], &steps[marker->shape], common);
    }
    if (grouped)
        hui_buffer_add_string(out, "</g>\n");
    for (size_t i = 0; i < item->markers.shape_count; i++)
        hui_buffer_finish(&steps[i]);
}
