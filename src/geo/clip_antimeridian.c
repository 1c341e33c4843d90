/* Cutting at the antimeridian, where maps of the whole globe have their left and right edges. */
#include "geo/clip.h"

#define HALF (HUI_GEO_PI / 2)

static bool sees(const hui_geo_clip *clip, double x, double y)
{
    (void)clip, (void)x, (void)y;
    return true;
}

/* The latitude at which the great circle through two points passes the antimeridian. */
static double crossing_latitude(double x0, double y0, double x1, double y1)
{
    const double sine = sin(x0 - x1);
    if (fabs(sine) <= HUI_GEO_EPSILON)
        return (y0 + y1) / 2;
    return atan((sin(y0) * cos(y1) * sin(x1) - sin(y1) * cos(y0) * sin(x0)) / (cos(y0) * cos(y1) * sine));
}

static double side_of(double x)
{
    return x > 0 ? HUI_GEO_PI : -HUI_GEO_PI;
}

/* A point at the edge moves off it, so that its side is certain. */
static double off_edge(double x)
{
    const double side = side_of(x);
    return fabs(x - side) < HUI_GEO_EPSILON ? x - side * HUI_GEO_EPSILON : x;
}

static void cut_line(hui_geo_lines *pieces, double side0, double side1, double y)
{
    hui_geo_lines_add(pieces, side0, y);
    hui_geo_lines_end(pieces);
    hui_geo_lines_add(pieces, side1, y);
}

static unsigned cut(const hui_geo_clip *clip, hui_geo_line line, hui_geo_lines *pieces)
{
    (void)clip;
    unsigned how = HUI_GEO_UNCUT;
    double x0 = 0, y0 = 0;
    for (size_t i = 0; i < line.count; i++) {
        double x1 = line.at[i].x;
        const double y1 = line.at[i].y, side0 = side_of(x0), side1 = side_of(x1), delta = fabs(x1 - x0);
        if (i > 0 && fabs(delta - HUI_GEO_PI) < HUI_GEO_EPSILON) { /* over a pole */
            y0 = (y0 + y1) / 2 > 0 ? HALF : -HALF;
            hui_geo_lines_add(pieces, x0, y0);
            cut_line(pieces, side0, side1, y0);
            hui_geo_lines_add(pieces, x1, y0);
            how = HUI_GEO_REJOIN;
        } else if (i > 0 && (x0 > 0) != (x1 > 0) && delta >= HUI_GEO_PI) {
            x1 = off_edge(x1);
            cut_line(pieces, side0, side1, crossing_latitude(off_edge(x0), y0, x1, y1));
            how = HUI_GEO_REJOIN;
        }
        hui_geo_lines_add(pieces, x1, y1);
        x0 = x1;
        y0 = y1;
    }
    hui_geo_lines_end(pieces);
    return how;
}

static void follow_all(hui_geo_lines *out, double y)
{
    static const double xs[] = {-HUI_GEO_PI, 0,           HUI_GEO_PI,  HUI_GEO_PI, HUI_GEO_PI,
                                0,           -HUI_GEO_PI, -HUI_GEO_PI, -HUI_GEO_PI};
    static const double ys[] = {1, 1, 1, 0, -1, -1, -1, 0, 1};
    for (int i = 0; i < 9; i++)
        hui_geo_lines_add(out, xs[i], y * ys[i]);
}

static void follow(const hui_geo_clip *clip, const hui_geo_vertex *from, const hui_geo_vertex *to, int direction,
                   hui_geo_lines *out)
{
    (void)clip;
    if (!from) {
        follow_all(out, direction * HALF);
    } else if (fabs(from->x - to->x) > HUI_GEO_EPSILON) { /* over the pole to the other side */
        const double x = from->x < to->x ? HUI_GEO_PI : -HUI_GEO_PI, y = direction * x / 2;
        hui_geo_lines_add(out, -x, y);
        hui_geo_lines_add(out, 0, y);
        hui_geo_lines_add(out, x, y);
    } else {
        hui_geo_lines_add(out, to->x, to->y);
    }
}

hui_geo_rank hui_geo_sphere_rank(const hui_geo_clip *clip, hui_geo_vertex at)
{
    (void)clip;
    return (hui_geo_rank){0, at.x < 0 ? at.y - HALF - HUI_GEO_EPSILON : HALF - at.y};
}

static bool start_inside(const hui_geo_clip *clip, const hui_geo_lines *rings, bool is_cut)
{
    (void)clip;
    const int winding = is_cut ? 0 : hui_geo_polygon_winding(rings);
    return winding ? winding < 0 : hui_geo_polygon_contains(rings, -HUI_GEO_PI, -HALF);
}

hui_geo_clip hui_geo_clip_antimeridian(void)
{
    return (hui_geo_clip){
        .sees = sees, .cut = cut, .follow = follow, .rank = hui_geo_sphere_rank, .start_inside = start_inside};
}
