/* Markers: each as Cairo calls. */
#include "backend/markers.h"

#include "backend/outlines.h"
#include "backend/paint.h"

#include <math.h>

bool hui_marker_meets(hui_rect clip, const hui_marker *marker, const hui_rect *ink)
{
    const double x = marker->x + ink->x, y = marker->y + ink->y;
    return x < clip.x + clip.w && clip.x < x + ink->w && y < clip.y + clip.h && clip.y < y + ink->h;
}

static void set_color(cairo_t *cr, hui_color c)
{
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

/* A line of no length with round ends: in a document a tenth of a circle's outline. */
static void paint_dot(cairo_t *cr, double radius)
{
    cairo_move_to(cr, 0, 0);
    cairo_line_to(cr, 0, 0);
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_set_line_width(cr, 2 * radius);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_stroke(cr);
}

/* To a place on the grid of documents, where numbers that end alike compress better. */
static void move_to_marker(cairo_t *cr, const cairo_matrix_t *m, const hui_marker *marker)
{
    const double x = m->xx * marker->x + m->xy * marker->y + m->x0, y = m->yx * marker->x + m->yy * marker->y + m->y0;
    cairo_matrix_t moved = *m;
    moved.x0 = round(x / HUI_OUTLINES_UNIT) * HUI_OUTLINES_UNIT;
    moved.y0 = round(y / HUI_OUTLINES_UNIT) * HUI_OUTLINES_UNIT;
    cairo_set_matrix(cr, &moved);
}

void hui_marker_paint(cairo_t *cr, const hui_marker *marker, const hui_marker_shape *shape)
{
    const bool stroked = marker->stroke.a != 0 && shape->stroke.width > 0;
    cairo_matrix_t m;
    cairo_get_matrix(cr, &m);
    move_to_marker(cr, &m, marker);
    if (shape->radius > 0 && !stroked) {
        set_color(cr, marker->fill);
        paint_dot(cr, shape->radius);
        cairo_set_matrix(cr, &m);
        return;
    }
    hui_paint_add_path(cr, &shape->outline);
    if (marker->fill.a != 0) {
        set_color(cr, marker->fill);
        cairo_fill_preserve(cr);
    }
    if (stroked) {
        set_color(cr, marker->stroke);
        hui_paint_set_pen(cr, &shape->stroke);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
    cairo_set_matrix(cr, &m);
}

hui_rect hui_markers_clip(cairo_t *cr)
{
    double left, top, right, bottom;
    cairo_clip_extents(cr, &left, &top, &right, &bottom);
    return (hui_rect){left, top, right - left, bottom - top};
}

void hui_markers_paint(cairo_t *cr, const hui_item *item)
{
    const hui_rect clip = hui_markers_clip(cr);
    for (size_t i = 0; i < item->markers.count; i++) {
        const hui_marker *marker = &item->markers.at[i];
        const hui_marker_shape *shape = &item->markers.shapes[marker->shape];
        if ((marker->fill.a != 0 || marker->stroke.a != 0) && hui_marker_meets(clip, marker, &shape->ink))
            hui_marker_paint(cr, marker, shape);
    }
}
