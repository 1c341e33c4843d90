/* Resampling: great circles between points are curves on most maps, drawn by as many short lines as it takes. */
#include "geo/transform.h"

enum { MOST_DEPTH = 16 };

typedef struct station {
    double x, y; /* on the page */
    double longitude;
    hui_geo_vector at;
} station;

typedef struct sampling {
    const hui_geo_transform *transform;
    double tolerance, least_cosine; /* points are never farther apart than that angle */
    size_t *budget;
    hui_geo_lines *out;
} sampling;

hui_point hui_geo_place(const hui_geo_transform *t, double longitude, double latitude)
{
    const hui_point raw = t->raw.project(&t->raw, longitude, latitude);
    return (hui_point){t->dx + t->scale * (raw.x * t->mirror_x), t->dy - t->scale * (raw.y * t->mirror_y)};
}

static station station_at(const hui_geo_transform *transform, double longitude, double latitude, hui_geo_vector at)
{
    const hui_point place = hui_geo_place(transform, longitude, latitude);
    return (station){place.x, place.y, longitude, at};
}

/* Adds the points between two stations. */
static void add_between(sampling *s, const station *a, const station *b, int depth)
{
    const double dx = b->x - a->x, dy = b->y - a->y, square = dx * dx + dy * dy;
    if (!(square > 4 * s->tolerance) || depth == 0 || *s->budget == 0)
        return;
    const hui_geo_vector middle = hui_geo_unit(hui_geo_sum(a->at, b->at));
    const bool straight =
        fabs(fabs(middle.z) - 1) < HUI_GEO_EPSILON || fabs(a->longitude - b->longitude) < HUI_GEO_EPSILON;
    const double longitude = straight ? (a->longitude + b->longitude) / 2 : atan2(middle.y, middle.x);
    const station m = station_at(s->transform, longitude, hui_geo_asin(middle.z), middle);
    const double mx = m.x - a->x, my = m.y - a->y, across = dy * mx - dx * my;
    const bool bends = across * across / square > s->tolerance || fabs((dx * mx + dy * my) / square - 0.5) > 0.3;
    if (!bends && !(hui_geo_dot(a->at, b->at) < s->least_cosine))
        return;
    --*s->budget;
    add_between(s, a, &m, depth - 1);
    hui_geo_lines_add(s->out, m.x, m.y);
    add_between(s, &m, b, depth - 1);
}

static void place_points(const hui_geo_transform *transform, hui_geo_line line, hui_geo_lines *out)
{
    for (size_t i = 0; i < line.count; i++) {
        const hui_point at = hui_geo_place(transform, line.at[i].x, line.at[i].y);
        hui_geo_lines_add(out, at.x, at.y);
    }
}

void hui_geo_resample(const hui_geo_transform *transform, double tolerance, hui_geo_line line, bool is_ring,
                      size_t *budget, hui_geo_lines *out)
{
    sampling s = {transform, tolerance, cos(30 * HUI_GEO_RADIANS), budget, out};
    station first = {0}, last = {0};
    if (!(tolerance > 0)) {
        place_points(transform, line, out);
        hui_geo_lines_end(out);
        return;
    }
    for (size_t i = 0; i < line.count; i++) {
        const hui_geo_vertex at = line.at[i];
        const station next = station_at(transform, at.x, at.y, hui_geo_cartesian(at.x, at.y));
        if (i == 0)
            first = next;
        else
            add_between(&s, &last, &next, MOST_DEPTH);
        hui_geo_lines_add(out, next.x, next.y);
        last = next;
    }
    if (is_ring && line.count > 0)
        add_between(&s, &last, &first, MOST_DEPTH);
    hui_geo_lines_end(out);
}
