/* Resampling: great circles between points are curves on most maps, drawn by as many short lines as it takes. */
#include "geo/transform.h"

enum { MOST_DEPTH = 16 };

typedef struct station {
    double x, y; /* on the page */
    double longitude, latitude;
    hui_geo_vector at; /* where it is far enough from the next one to matter */
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

static station station_at(const hui_geo_transform *transform, double longitude, double latitude)
{
    const hui_point place = hui_geo_place(transform, longitude, latitude);
    return (station){.x = place.x, .y = place.y, .longitude = longitude, .latitude = latitude};
}

static bool is_apart(const sampling *s, const station *a, const station *b)
{
    const double dx = b->x - a->x, dy = b->y - a->y;
    return dx * dx + dy * dy > 4 * s->tolerance;
}

/* Adds the points between two stations. */
static void add_between(sampling *s, const station *a, const station *b, int depth)
{
    if (!is_apart(s, a, b) || depth == 0 || *s->budget == 0)
        return;
    const double dx = b->x - a->x, dy = b->y - a->y, square = dx * dx + dy * dy;
    const hui_geo_vector middle = hui_geo_unit(hui_geo_sum(a->at, b->at));
    const bool straight =
        fabs(fabs(middle.z) - 1) < HUI_GEO_EPSILON || fabs(a->longitude - b->longitude) < HUI_GEO_EPSILON;
    const double longitude = straight ? (a->longitude + b->longitude) / 2 : atan2(middle.y, middle.x);
    station m = station_at(s->transform, longitude, hui_geo_asin(middle.z));
    m.at = middle;
    const double mx = m.x - a->x, my = m.y - a->y, across = dy * mx - dx * my;
    const bool bends = across * across / square > s->tolerance || fabs((dx * mx + dy * my) / square - 0.5) > 0.3;
    if (!bends && !(hui_geo_dot(a->at, b->at) < s->least_cosine))
        return;
    --*s->budget;
    add_between(s, a, &m, depth - 1);
    hui_geo_lines_add(s->out, m.x, m.y);
    add_between(s, &m, b, depth - 1);
}

static void add_bends(sampling *s, station a, station b)
{
    if (!is_apart(s, &a, &b))
        return;
    a.at = hui_geo_cartesian(a.longitude, a.latitude);
    b.at = hui_geo_cartesian(b.longitude, b.latitude);
    add_between(s, &a, &b, MOST_DEPTH);
}

void hui_geo_resample(const hui_geo_transform *transform, double tolerance, hui_geo_line line, bool is_ring,
                      size_t *budget, hui_geo_lines *out)
{
    sampling s = {transform, tolerance, cos(30 * HUI_GEO_RADIANS), budget, out};
    station first = {0}, last = {0};
    for (size_t i = 0; i < line.count; i++) {
        const station next = station_at(transform, line.at[i].x, line.at[i].y);
        if (i == 0)
            first = next;
        else if (tolerance > 0)
            add_bends(&s, last, next);
        hui_geo_lines_add(out, next.x, next.y);
        last = next;
    }
    if (is_ring && line.count > 0 && tolerance > 0)
        add_bends(&s, last, first);
    hui_geo_lines_end(out);
}
