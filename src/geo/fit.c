/* Fitting: scale and place by which what a map shows fills its box. */
#include "geo/composite.h"

#define BEGIN 150 /* px: the scale that things are measured at */

static void measure_point(void *closure, double x, double y)
{
    hui_projection *p = closure;
    p->bounds.left = fmin(p->bounds.left, x);
    p->bounds.right = fmax(p->bounds.right, x);
    p->bounds.top = fmin(p->bounds.top, y);
    p->bounds.bottom = fmax(p->bounds.bottom, y);
}

static void measure_line(void *closure, hui_geo_line line, bool is_ring)
{
    (void)is_ring;
    for (size_t i = 0; i < line.count; i++)
        measure_point(closure, line.at[i].x, line.at[i].y);
}

void hui_projection_fit_begin(hui_projection *p)
{
    p->had_extent = p->has_extent;
    p->has_extent = false;
    p->bounds.left = p->bounds.top = INFINITY;
    p->bounds.right = p->bounds.bottom = -INFINITY;
    hui_projection_move(p, BEGIN, 0, 0);
}

void hui_projection_fit_object(hui_projection *p, hui_value object, bool turned)
{
    hui_projection_trace(p, object, turned, &(hui_geo_pen){measure_point, measure_line, p});
}

void hui_projection_fit_point(hui_projection *p, double longitude, double latitude)
{
    hui_point at;
    if (isfinite(longitude) && isfinite(latitude) && hui_projection_shows(p, longitude, latitude, &at))
        measure_point(p, at.x, at.y);
}

bool hui_projection_fit_end(hui_projection *p, hui_rect box)
{
    const double width = p->bounds.right - p->bounds.left, height = p->bounds.bottom - p->bounds.top;
    const bool is_point = !(width > 0) && !(height > 0);
    double k = fmin(box.w / width, box.h / height);
    p->has_extent = p->had_extent;
    p->budget = HUI_GEO_BUDGET;
    if (is_point || !(k > 0) || !isfinite(k))
        k = p->kind->scale / BEGIN;
    if (!(width >= 0)) {
        hui_projection_move(p, k * BEGIN, box.x + box.w / 2, box.y + box.h / 2);
        return false;
    }
    hui_projection_move(p, k * BEGIN, box.x + (box.w - k * (p->bounds.right + p->bounds.left)) / 2,
                        box.y + (box.h - k * (p->bounds.bottom + p->bounds.top)) / 2);
    return true;
}
