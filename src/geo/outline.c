/* Outlines: objects go through rotation, clipping on the sphere, projection and clipping on the page. */
#include "geo/composite.h"

#include "geo/geojson.h"

#include <string.h>

#define FAR 1e9 /* px: no page reaches there */

typedef struct tracing {
    hui_projection *projection;
    bool turned;
    const hui_geo_pen *pen;
} tracing;

static bool is_flat(const hui_projection *p)
{
    return p->kind->traits & HUI_GEO_FLAT;
}

/* Adds a line of a GeoJSON object, in radians (px of a flat projection); the point that closes a ring is left out. */
static void read_line(hui_geo_lines *into, hui_value coordinates, bool is_ring, bool turned, double unit)
{
    const uint32_t count = coordinates.kind == HUI_VALUE_ARRAY ? coordinates.count : 0;
    const uint32_t used = is_ring && count > 0 ? count - 1 : count;
    for (uint32_t i = 0; i < used; i++) {
        double x, y;
        if (hui_geojson_position(coordinates.items[turned ? count - 1 - i : i], &x, &y))
            hui_geo_lines_add(into, x * unit, y * unit);
    }
    hui_geo_lines_end(into);
}

/* Points that have no place on any page are left out; what a box will cut off may be at infinity. */
static void drop_nowhere(hui_geo_lines *lines, bool is_boxed)
{
    const double limit = is_boxed ? INFINITY : FAR;
    size_t kept = 0, line = 0;
    for (size_t i = 0; i <= lines->points.count; i++) {
        while (line < lines->ends.count && lines->ends.at[line] == i)
            lines->ends.at[line++] = kept;
        if (i == lines->points.count)
            break;
        const hui_geo_vertex at = lines->points.at[i];
        if (fabs(at.x) <= limit && fabs(at.y) <= limit)
            lines->points.at[kept++] = at;
    }
    lines->points.count = kept;
}

static void draw_lines(const hui_geo_lines *lines, bool are_rings, const hui_geo_pen *pen)
{
    for (size_t i = 0; i < lines->ends.count; i++)
        if (hui_geo_lines_at(lines, i).count > 0)
            pen->line(pen->closure, hui_geo_lines_at(lines, i), are_rings);
}

/* From the sphere, already clipped, to the pen. */
static void place_lines(hui_projection *p, const hui_geo_lines *clipped, bool are_rings, const hui_geo_pen *pen)
{
    hui_geo_lines *placed = &p->stages[HUI_GEO_PLACED], *boxed = &p->stages[HUI_GEO_BOXED];
    hui_geo_lines_clear(placed);
    for (size_t i = 0; i < clipped->ends.count; i++)
        hui_geo_resample(&p->transform, p->tolerance, hui_geo_lines_at(clipped, i), are_rings, &p->budget, placed);
    drop_nowhere(placed, p->is_boxed);
    if (!p->is_boxed) {
        draw_lines(placed, are_rings, pen);
        return;
    }
    hui_geo_lines_clear(boxed);
    if (are_rings)
        hui_geo_clip_polygon(&p->box, &p->clipping, placed, boxed);
    for (size_t i = 0; !are_rings && i < placed->ends.count; i++)
        hui_geo_clip_line(&p->box, hui_geo_lines_at(placed, i), boxed);
    draw_lines(boxed, are_rings, pen);
}

static const hui_geo_lines *turn(hui_projection *p, const hui_geo_lines *given)
{
    hui_geo_lines *turned = &p->stages[HUI_GEO_TURNED_TO];
    hui_geo_lines_clear(turned);
    for (size_t i = 0; i < given->ends.count; i++) {
        hui_geo_lines_append(turned, hui_geo_lines_at(given, i));
        hui_geo_lines_end(turned);
    }
    for (size_t i = 0; i < turned->points.count; i++)
        hui_geo_rotate(&p->rotation, &turned->points.at[i].x, &turned->points.at[i].y);
    return turned;
}

static void draw_given(hui_projection *p, const hui_geo_lines *given, bool are_rings, const hui_geo_pen *pen)
{
    hui_geo_lines *clipped = &p->stages[HUI_GEO_CLIPPED];
    if (is_flat(p)) {
        place_lines(p, given, are_rings, pen);
        return;
    }
    const hui_geo_lines *turned = turn(p, given);
    hui_geo_lines_clear(clipped);
    if (are_rings && hui_geo_clip_polygon(&p->edge, &p->clipping, turned, clipped) && p->shows_all)
        p->covering++;
    for (size_t i = 0; !are_rings && i < turned->ends.count; i++)
        hui_geo_clip_line(&p->edge, hui_geo_lines_at(turned, i), clipped);
    place_lines(p, clipped, are_rings, pen);
}

static void draw_sphere(hui_projection *p, const hui_geo_pen *pen)
{
    hui_geo_lines *clipped = &p->stages[HUI_GEO_CLIPPED];
    if (is_flat(p))
        return;
    hui_geo_lines_clear(clipped);
    hui_geo_clip_edge(&p->edge, clipped);
    place_lines(p, clipped, true, pen);
}

static void visit(void *closure, hui_geo_kind kind, hui_value coordinates)
{
    const tracing *t = closure;
    hui_projection *whole = t->projection, *const *parts = whole->part_count > 0 ? whole->parts : &whole;
    hui_geo_lines *given = &whole->stages[HUI_GEO_GIVEN];
    const size_t part_count = whole->part_count > 0 ? whole->part_count : 1;
    const bool is_polygon = kind == HUI_GEO_POLYGON;
    const double unit = is_flat(whole) ? 1 : HUI_GEO_RADIANS;
    double x, y;
    hui_point at;
    if (kind == HUI_GEO_POINT) {
        if (hui_geojson_position(coordinates, &x, &y) && hui_projection_shows(whole, x, y, &at))
            t->pen->point(t->pen->closure, at.x, at.y);
        return;
    }
    hui_geo_lines_clear(given);
    if (kind == HUI_GEO_LINE)
        read_line(given, coordinates, false, false, unit);
    for (uint32_t i = 0; is_polygon && coordinates.kind == HUI_VALUE_ARRAY && i < coordinates.count; i++)
        read_line(given, coordinates.items[i], true, t->turned, unit);
    for (size_t i = 0; i < part_count; i++) {
        parts[i]->budget = whole->budget;
        if (kind == HUI_GEO_SPHERE)
            draw_sphere(parts[i], t->pen);
        else
            draw_given(parts[i], given, is_polygon, t->pen);
        whole->budget = parts[i]->budget;
    }
}

void hui_projection_trace(hui_projection *projection, hui_value object, bool turned, const hui_geo_pen *pen)
{
    tracing t = {projection, turned, pen};
    hui_geojson_walk(object, visit, &t);
}

/* To a path
 * --------- */

typedef struct drawing {
    hui_path *path;
    double point_radius;
} drawing;

static void draw_point(void *closure, double x, double y)
{
    const drawing *d = closure;
    hui_path_circle(d->path, x, y, d->point_radius);
}

static void draw_line(void *closure, hui_geo_line line, bool is_ring)
{
    const drawing *d = closure;
    hui_path_move(d->path, line.at[0].x, line.at[0].y);
    for (size_t i = 1; i < line.count; i++)
        hui_path_line(d->path, line.at[i].x, line.at[i].y);
    if (is_ring)
        hui_path_close(d->path);
}

void hui_projection_outline(hui_projection *projection, hui_value object, bool turned, hui_path *path)
{
    drawing d = {path, projection->point_radius};
    hui_projection_trace(projection, object, turned, &(hui_geo_pen){draw_point, draw_line, &d});
}

size_t hui_projection_covering(const hui_projection *projection)
{
    return projection->part_count > 0 ? projection->parts[0]->covering : projection->covering;
}
