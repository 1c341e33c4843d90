/* Conic projections: parallels are arcs, meridians meet in a point. Cones that open to a cylinder are that. */
#include "geo/raw.h"

#define HALF (HUI_GEO_PI / 2)

/* Names of constants follow Snyder, "Map Projections: A Working Manual" (1987): n is the cone's constant. */

static hui_point equal_area(const hui_geo_raw *raw, double longitude, double latitude)
{
    const double r = sqrt(raw->c - 2 * raw->n * sin(latitude)) / raw->n, angle = longitude * raw->n;
    return (hui_point){r * sin(angle), raw->r0 - r * cos(angle)};
}

static hui_point cylindrical_equal_area(const hui_geo_raw *raw, double longitude, double latitude)
{
    return (hui_point){longitude * raw->c, sin(latitude) / raw->c};
}

hui_geo_raw hui_geo_conic_equal_area(double parallel0, double parallel1)
{
    const double sine = sin(parallel0), n = (sine + sin(parallel1)) / 2, c = 1 + sine * (2 * n - sine);
    if (fabs(n) < HUI_GEO_EPSILON)
        return (hui_geo_raw){.project = cylindrical_equal_area, .c = cos(parallel0)};
    return (hui_geo_raw){.project = equal_area, .n = n, .c = c, .r0 = sqrt(c) / n};
}

static double tangent(double latitude)
{
    return tan((HALF + latitude) / 2);
}

static hui_point conformal(const hui_geo_raw *raw, double longitude, double latitude)
{
    const double far = HALF - HUI_GEO_EPSILON, y = raw->f > 0 ? fmax(latitude, -far) : fmin(latitude, far);
    const double r = raw->f / pow(tangent(y), raw->n), angle = raw->n * longitude;
    return (hui_point){r * sin(angle), raw->f - r * cos(angle)};
}

hui_geo_raw hui_geo_conic_conformal(double parallel0, double parallel1)
{
    const double c = cos(parallel0);
    const bool apart = parallel0 < parallel1 || parallel0 > parallel1;
    const double n = apart ? log(c / cos(parallel1)) / log(tangent(parallel1) / tangent(parallel0)) : sin(parallel0);
    if (!(n < 0) && !(n > 0))
        return hui_geo_mercator(0, 0);
    return (hui_geo_raw){.project = conformal, .n = n, .f = c * pow(tangent(parallel0), n) / n};
}

static hui_point equidistant(const hui_geo_raw *raw, double longitude, double latitude)
{
    const double r = raw->r0 - latitude, angle = raw->n * longitude;
    return (hui_point){r * sin(angle), raw->r0 - r * cos(angle)};
}

hui_geo_raw hui_geo_conic_equidistant(double parallel0, double parallel1)
{
    const double c = cos(parallel0);
    const bool apart = parallel0 < parallel1 || parallel0 > parallel1;
    const double n = apart ? (c - cos(parallel1)) / (parallel1 - parallel0) : sin(parallel0);
    if (fabs(n) < HUI_GEO_EPSILON)
        return hui_geo_equirectangular(0, 0);
    return (hui_geo_raw){.project = equidistant, .n = n, .r0 = c / n + parallel0};
}
