/* Cylindrical projections: meridians are parallel lines; and the Mercator projection on its side. */
#include "geo/raw.h"

static hui_point equirectangular(const hui_geo_raw *raw, double longitude, double latitude)
{
    (void)raw;
    return (hui_point){longitude, latitude};
}

static double mercator_y(double latitude)
{
    return log(tan((HUI_GEO_PI / 2 + latitude) / 2));
}

static hui_point mercator(const hui_geo_raw *raw, double longitude, double latitude)
{
    (void)raw;
    return (hui_point){longitude, mercator_y(latitude)};
}

static hui_point transverse_mercator(const hui_geo_raw *raw, double longitude, double latitude)
{
    (void)raw;
    return (hui_point){mercator_y(latitude), -longitude};
}

HUI_GEO_RAW(hui_geo_equirectangular, equirectangular)
HUI_GEO_RAW(hui_geo_mercator, mercator)
HUI_GEO_RAW(hui_geo_transverse_mercator, transverse_mercator)
