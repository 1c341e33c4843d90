/* Azimuthal projections: the sphere as seen from a point, or laid flat around one. */
#include "geo/raw.h"

typedef struct aspect {
    double x, y, towards; /* towards the viewer */
} aspect;

static aspect aspect_of(double longitude, double latitude)
{
    const double c = cos(latitude);
    return (aspect){c * sin(longitude), sin(latitude), cos(longitude) * c};
}

static hui_point equal_area(const hui_geo_raw *raw, double longitude, double latitude)
{
    const aspect a = aspect_of(longitude, latitude);
    const double k = sqrt(2 / (1 + a.towards));
    (void)raw;
    return isinf(k) ? (hui_point){2, 0} : (hui_point){k * a.x, k * a.y};
}

static hui_point equidistant(const hui_geo_raw *raw, double longitude, double latitude)
{
    const aspect a = aspect_of(longitude, latitude);
    const double angle = hui_geo_acos(a.towards), k = angle > 0 ? angle / sin(angle) : 0;
    (void)raw;
    return isinf(k) ? (hui_point){2, 0} : (hui_point){k * a.x, k * a.y};
}

static hui_point gnomonic(const hui_geo_raw *raw, double longitude, double latitude)
{
    const aspect a = aspect_of(longitude, latitude);
    (void)raw;
    return (hui_point){a.x / a.towards, a.y / a.towards};
}

static hui_point orthographic(const hui_geo_raw *raw, double longitude, double latitude)
{
    const aspect a = aspect_of(longitude, latitude);
    (void)raw;
    return (hui_point){a.x, a.y};
}

static hui_point stereographic(const hui_geo_raw *raw, double longitude, double latitude)
{
    const aspect a = aspect_of(longitude, latitude);
    (void)raw;
    return (hui_point){a.x / (1 + a.towards), a.y / (1 + a.towards)};
}

HUI_GEO_RAW(hui_geo_azimuthal_equal_area, equal_area)
HUI_GEO_RAW(hui_geo_azimuthal_equidistant, equidistant)
HUI_GEO_RAW(hui_geo_gnomonic, gnomonic)
HUI_GEO_RAW(hui_geo_orthographic, orthographic)
HUI_GEO_RAW(hui_geo_stereographic, stereographic)
