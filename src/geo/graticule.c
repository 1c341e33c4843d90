/* Graticules: meridians and parallels, of which the major ones reach the poles. */
#include "geo/geojson.h"

#include "base/vec.h"

#include <math.h>

#define EPSILON 1e-6

enum { MOST_POINTS = 1000000 };

typedef HUI_VEC(hui_value) values;

typedef struct graticule_lines {
    hui_arena *arena;
    values lines;
    double point_count;
} graticule_lines;

hui_graticule hui_graticule_default(void)
{
    return (hui_graticule){.extent_major = {{-180, -90 + EPSILON}, {180, 90 - EPSILON}},
                           .extent_minor = {{-180, -80 - EPSILON}, {180, 80 + EPSILON}},
                           .step_major = {90, 360},
                           .step_minor = {10, 10},
                           .precision = 2.5};
}

/* Steps from `start` that stay below `stop`; NAN if they have no end. */
static double count_steps(double start, double stop, double step)
{
    const double count = ceil((stop - start) / step);
    return isnan(count) || isinf(count) ? NAN : fmax(0, count);
}

static hui_value array_of(const values *items)
{
    return (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)items->count, .items = items->at};
}

static hui_value point_at(hui_arena *arena, double along, double at, bool is_meridian)
{
    hui_value *pair = HUI_NEW_ARRAY(arena, hui_value, 2);
    pair[0] = hui_value_number(is_meridian ? at : along);
    pair[1] = hui_value_number(is_meridian ? along : at);
    return (hui_value){.kind = HUI_VALUE_ARRAY, .count = 2, .items = pair};
}

/* A line at `at`, from `low` to `high` in steps. */
static void add_line(graticule_lines *g, double at, double low, double high, double step, bool is_meridian)
{
    values points = {0};
    const double count = count_steps(low, high - EPSILON, step);
    for (double i = 0; i < count; i++)
        *hui_vec_push(g->arena, &points) = point_at(g->arena, low + i * step, at, is_meridian);
    *hui_vec_push(g->arena, &points) = point_at(g->arena, high, at, is_meridian);
    *hui_vec_push(g->arena, &g->lines) = array_of(&points);
}

/* Meridians or parallels of an extent, `apart` from each other; not those at multiples of `unless`. */
static bool add_lines(graticule_lines *g, double extent[2][2], double apart, double unless, double precision,
                      bool is_meridian)
{
    const int across = is_meridian ? 0 : 1, along = 1 - across;
    const double step = is_meridian ? 90 : precision, first = ceil(extent[0][across] / apart) * apart;
    const double count = count_steps(first, extent[1][across], apart);
    g->point_count += count * (1 + count_steps(extent[0][along], extent[1][along] - EPSILON, step));
    if (!(g->point_count <= MOST_POINTS))
        return false;
    for (double i = 0; i < count; i++) {
        const double at = first + i * apart;
        if (!(fabs(fmod(at, unless)) <= EPSILON))
            add_line(g, at, extent[0][along], extent[1][along], step, is_meridian);
    }
    return true;
}

static void sort_extent(double extent[2][2])
{
    for (int i = 0; i < 2; i++)
        if (extent[0][i] > extent[1][i]) {
            const double low = extent[1][i];
            extent[1][i] = extent[0][i];
            extent[0][i] = low;
        }
}

hui_value hui_graticule_lines(hui_arena *arena, const hui_graticule *graticule)
{
    hui_graticule how = *graticule;
    graticule_lines g = {.arena = arena};
    sort_extent(how.extent_major);
    sort_extent(how.extent_minor);
    const double *major = how.step_major, *minor = how.step_minor;
    if (!add_lines(&g, how.extent_major, major[0], NAN, how.precision, true) ||
        !add_lines(&g, how.extent_major, major[1], NAN, how.precision, false) ||
        !add_lines(&g, how.extent_minor, minor[0], major[0], how.precision, true) ||
        !add_lines(&g, how.extent_minor, minor[1], major[1], how.precision, false))
        return (hui_value){0};
    hui_member *members = HUI_NEW_ARRAY(arena, hui_member, 2);
    members[0] = (hui_member){"type", hui_value_string("MultiLineString")};
    members[1] = (hui_member){"coordinates", array_of(&g.lines)};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = 2, .members = members};
}
